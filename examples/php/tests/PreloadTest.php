<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Exception\FfiRestricted;

/**
 * The recipe for websites, proven under PHP-FPM, CGI and PHP's own server: ffi.enable is "preload", as PHP sets it.
 */
final class PreloadTest extends TestCase
{
    /** Where the package is deployed: an application that the servers' user can read. */
    private static string $app;

    /** @var array<string, string> what the servers are told, unless they are to find nothing */
    private static array $environment;

    public static function setUpBeforeClass(): void
    {
        self::$app = sys_get_temp_dir() . '/lapor-app-' . bin2hex(random_bytes(6));
        mkdir(self::$app, 0755);
        $from = escapeshellarg(dirname(__DIR__));
        $to = escapeshellarg(self::$app);
        exec("cd $from && cp -rL src vendor preload.php lapor-php.h tests/scripts/page.php $to", $lines, $status);
        self::assertSame(0, $status);
        copy(self::env('LAPOR_LIBRARY'), self::$app . '/liblapor.so.1');
        copy(self::env('LAPOR_COMMAND'), self::$app . '/lapor');
        copy(self::pack('id.12.71'), self::$app . '/id.12.71.json');
        chmod(self::$app . '/lapor', 0755);
        $header = (string) file_get_contents(self::$app . '/lapor-php.h');
        $place = '#define FFI_LIB "' . self::$app . '/liblapor.so.1"';
        file_put_contents(self::$app . '/own.h', str_replace('#define FFI_LIB "liblapor.so.1"', $place, $header));
        self::$environment = [
            'LAPOR_LIBRARY' => self::$app . '/liblapor.so.1',
            'LAPOR_COMMAND' => self::$app . '/lapor',
        ];
    }

    public static function tearDownAfterClass(): void
    {
        exec('rm -r ' . escapeshellarg(self::$app));
    }

    /**
     * @return list<string> settings of php.ini for the recipe
     */
    private static function recipe(): array
    {
        $settings = ['-d', 'opcache.enable_cli=1', '-d', 'opcache.preload=' . self::$app . '/preload.php'];
        return posix_geteuid() === 0 ? [...$settings, '-d', 'opcache.preload_user=www-data'] : $settings;
    }

    /**
     * @return array<string, mixed>
     */
    private static function read(string $printed): array
    {
        $parts = explode("\r\n\r\n", $printed, 2);
        $said = json_decode($parts[1] ?? $parts[0], true);
        self::assertIsArray($said, $printed);
        return $said;
    }

    /**
     * Asks one server for pages, one for each query, and ends it.
     *
     * @param list<string>          $settings
     * @param array<string, string> $environment
     * @param list<string>          $queries
     * @return list<array<string, mixed>>
     */
    private function pages(string $sapi, array $settings, array $environment, array $queries): array
    {
        $page = self::$app . '/page.php';
        if ($sapi === 'cgi-fcgi') {
            return array_map(static function (string $query) use ($settings, $environment, $page): array {
                $cgi = ['REDIRECT_STATUS' => '1', 'REQUEST_METHOD' => 'GET', 'SCRIPT_FILENAME' => $page];
                $cgi += ['QUERY_STRING' => $query, 'PATH' => (string) getenv('PATH')];
                $command = ['php-cgi', ...$settings];
                $process = proc_open($command, [['null'], ['pipe', 'w']], $pipes, null, $cgi + $environment);
                $printed = (string) stream_get_contents($pipes[1]);
                proc_close($process);
                return self::read($printed);
            }, $queries);
        }
        $folder = $this->folder();
        if ($sapi === 'fpm-fcgi') {
            $pairs = array_map(static fn ($name, $value) => "$name=$value", array_keys($environment), $environment);
            $server = Server::fpm($folder, $settings, $pairs);
            $get = static fn (string $query): string => FastCgi::get("$folder/socket", $page, $query);
        } else {
            $variables = $environment + ['LAPOR_LIBRARY' => '', 'LAPOR_COMMAND' => ''];
            [$server, $address] = Server::builtIn(self::$app, $settings, $variables);
            $get = static fn (string $query): string => (string) file_get_contents("$address/page.php?$query");
        }
        try {
            return array_map(static fn (string $query): array => self::read($get($query)), $queries);
        } finally {
            $server->stop();
        }
    }

    /**
     * @return array<string, array{string}>
     */
    public static function servers(): array
    {
        return ['FPM' => ['fpm-fcgi'], 'CGI' => ['cgi-fcgi'], 'php -S' => ['cli-server']];
    }

    /** @dataProvider servers */
    public function testWithoutPreloadFfiIsRefusedAndTheMessageSaysWhatToDo(string $sapi): void
    {
        [$ffi, $auto] = $this->pages($sapi, [], self::$environment, ['driver=ffi', 'driver=auto']);
        self::assertSame($sapi, $ffi['sapi']);
        self::assertSame('restricted', $ffi['ffi']);
        self::assertSame(FfiRestricted::class, $ffi['refused']);
        self::assertStringContainsString('ffi.enable=preload', $ffi['message']);
        self::assertStringContainsString('opcache.preload=' . self::$app . '/preload.php', $ffi['message']);
        self::assertStringContainsString('ProcessDriver', $ffi['message']);
        self::assertSame(['process', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString('FFI cannot be used', $auto['reason']);
    }

    /** @dataProvider servers */
    public function testWithPreloadTheLibraryAnswersAndFfiStaysRefusedToThePage(string $sapi): void
    {
        [$auto] = $this->pages($sapi, self::recipe(), self::$environment, ['driver=auto']);
        self::assertSame($sapi, $auto['sapi']);
        self::assertSame('restricted', $auto['ffi'], 'the page itself may not');
        self::assertSame(['ffi', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString(self::$app . '/liblapor.so.1', $auto['reason']);
    }

    /** @dataProvider servers */
    public function testWithFfiPreloadNoVariableIsNeeded(string $sapi): void
    {
        $settings = [...self::recipe(), '-d', 'ffi.preload=' . self::$app . '/own.h'];
        [$auto] = $this->pages($sapi, $settings, [], ['driver=auto']);
        self::assertSame(['ffi', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString('(ffi.preload)', $auto['reason']);
    }

    public function testAWorkerMakesTheEngineOnce(): void
    {
        $query = 'driver=ffi&packs=' . self::$app . '/id.12.71.json';
        $pages = $this->pages('fpm-fcgi', self::recipe(), self::$environment, [$query, $query, $query, $query]);
        self::assertCount(1, array_unique(array_column($pages, 'pid')), 'one worker');
        [$first, $second, $third, $fourth] = array_column($pages, 'engine_us');
        self::assertLessThan($first / 3, min($second, $third, $fourth));
    }
}
