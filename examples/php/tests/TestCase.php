<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;

/**
 * What the tests share: where things are, and one engine a driver.
 */
abstract class TestCase extends \PHPUnit\Framework\TestCase
{
    protected const NOW = '2026-11-23T09:00:00+07:00';

    /** @var array<string, Engine> */
    private static array $engines = [];

    /**
     * @return array<string, array{string}>
     */
    public static function drivers(): array
    {
        return ['ffi' => [Engine::FFI], 'process' => [Engine::PROCESS]];
    }

    /**
     * An engine with the overlay of Medan, made once for all tests.
     */
    protected static function engine(string $driver): Engine
    {
        return self::$engines[$driver] ??= Engine::open([self::pack('id.12.71')], $driver);
    }

    protected static function pack(string $name): string
    {
        return self::root() . "/examples/packs/$name.json";
    }

    /**
     * A complaint about a street lamp in Medan.
     *
     * @return array<string, mixed>
     */
    protected static function lamp(): array
    {
        return [
            'title' => 'Lampu jalan mati',
            'content' => 'Lampu jalan umum di depan balai RW padam sejak Senin.',
            'date_of_incident' => '2026-11-20',
            'location' => ['region' => '12.71'],
        ];
    }

    /**
     * The root of the repository.
     */
    protected static function root(): string
    {
        return dirname(__DIR__, 3);
    }

    /**
     * A file or folder that xtask told of.
     */
    protected static function env(string $name): string
    {
        $value = getenv($name);
        return is_string($value) ? $value : throw new \LogicException("$name is not set: run cargo xtask php");
    }

    /**
     * A folder of its own below the system's temporary one; it goes with the test.
     */
    protected function folder(): string
    {
        $folder = sys_get_temp_dir() . '/lapor-php-' . bin2hex(random_bytes(6));
        mkdir($folder, 0755);
        $this->folders[] = $folder;
        return $folder;
    }

    /** @var list<string> */
    private array $folders = [];

    protected function tearDown(): void
    {
        foreach ($this->folders as $folder) {
            array_map('unlink', glob("$folder/*") ?: []);
            rmdir($folder);
        }
        $this->folders = [];
    }

    /**
     * A program that stands in for the command.
     */
    protected function program(string $text): string
    {
        $file = $this->folder() . '/lapor';
        file_put_contents($file, $text);
        chmod($file, 0755);
        return $file;
    }

    /**
     * Processes that this one has started and not collected, zombies among them.
     *
     * @return list<int>
     */
    protected static function children(): array
    {
        $list = (string) file_get_contents(sprintf('/proc/%1$d/task/%1$d/children', getmypid()));
        return array_map('intval', preg_split('/\s+/', $list, -1, PREG_SPLIT_NO_EMPTY) ?: []);
    }

    /**
     * What PHP prints when it runs some code, with settings of its own.
     *
     * @param list<string> $settings
     */
    protected static function php(string $code, array $settings = []): string
    {
        $autoload = var_export(dirname(__DIR__) . '/vendor/autoload.php', true);
        return self::printed([...$settings, '-r', "require $autoload; $code"]);
    }

    /**
     * What PHP prints with such arguments.
     *
     * @param list<string> $arguments
     */
    protected static function printed(array $arguments): string
    {
        $process = proc_open([PHP_BINARY, ...$arguments], [['null'], ['pipe', 'w'], ['redirect', 1]], $pipes);
        $printed = stream_get_contents($pipes[1]);
        proc_close($process);
        return (string) $printed;
    }
}
