<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Abi;

/**
 * The package against the header that C programs include.
 */
final class AbiTest extends TestCase
{
    private static function header(string $name): string
    {
        return (string) file_get_contents(self::root() . "/include/$name");
    }

    public function testTheNumbersAreThoseOfTheHeader(): void
    {
        preg_match_all('/^#define (LAPOR_\w+) (\d+)$/m', self::header('lapor.h'), $found);
        $numbers = array_map('intval', array_combine($found[1], $found[2]));
        $ours = (new \ReflectionClass(Abi::class))->getConstants();
        ksort($numbers);
        ksort($ours);
        self::assertSame($numbers, $ours);
    }

    public function testThePackageHasTheHeaderForPhp(): void
    {
        $own = (string) file_get_contents(dirname(__DIR__) . '/lapor-php.h');
        self::assertSame(self::header('lapor-php.h'), $own);
        self::assertStringStartsWith("#define FFI_SCOPE \"LAPOR\"\n#define FFI_LIB \"liblapor.so.1\"\n", $own);
    }

    public function testBothHeadersDeclareTheSame(): void
    {
        $functions = static function (string $header): array {
            $code = (string) preg_replace(['~//.*$~m', '/^(#.*|extern "C" \{|\}.*extern.*)$/m'], '', $header);
            $statements = explode(';', (string) preg_replace('/\s+/', ' ', $code));
            return array_values(array_filter($statements, static fn (string $s): bool => str_contains($s, '(')));
        };
        $declared = $functions(self::header('lapor-php.h'));
        self::assertSame($functions(self::header('lapor.h')), $declared);
        self::assertGreaterThan(10, count($declared));
    }
}
