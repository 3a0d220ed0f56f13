<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Exception\LaporException;

/**
 * What the README says of the code. Its steps are run by `cargo xtask php`.
 */
final class ReadmeTest extends TestCase
{
    private static function readme(): string
    {
        return (string) file_get_contents(dirname(__DIR__) . '/README.md');
    }

    public function testItsCodeRuns(): void
    {
        self::assertGreaterThan(0, preg_match_all('/```php\n(.*?)```/s', self::readme(), $found));
        foreach ($found[1] as $code) {
            self::assertSame('done', self::php("$code echo 'done';"));
        }
    }

    public function testItNamesEveryException(): void
    {
        foreach (glob(dirname(__DIR__) . '/src/Exception/*.php') ?: [] as $file) {
            $class = 'Lapor\\Exception\\' . basename($file, '.php');
            $reflection = new \ReflectionClass($class);
            self::assertTrue($reflection->implementsInterface(LaporException::class));
            if ($reflection->isInstantiable()) {
                self::assertStringContainsString('`' . basename($file, '.php') . '`', self::readme());
            }
        }
    }
}
