<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Exception\FfiRestricted;

/**
 * The recipe for websites, proven under PHP-FPM, CGI and PHP's own server: ffi.enable is "preload", as PHP sets it.
 */
final class PreloadTest extends TestCase
{
    private static App $app;

    public static function setUpBeforeClass(): void
    {
        $files = [self::env('LAPOR_LIBRARY'), self::env('LAPOR_COMMAND'), self::pack('id.12.71')];
        self::$app = App::deploy(...$files);
    }

    public static function tearDownAfterClass(): void
    {
        self::$app->remove();
    }

    /**
     * @return array<string, mixed>
     */
    private static function read(string $printed): array
    {
        return App::read($printed) ?? throw new \UnexpectedValueException($printed);
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
        $page = self::$app->folder . '/page.php';
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
            [$server, $address] = Server::builtIn(self::$app->folder, $settings, $variables);
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
        [$ffi, $auto] = $this->pages($sapi, [], self::$app->environment(), ['driver=ffi', 'driver=auto']);
        self::assertSame($sapi, $ffi['sapi']);
        self::assertSame('restricted', $ffi['ffi']);
        self::assertSame(FfiRestricted::class, $ffi['refused']);
        self::assertStringContainsString('ffi.enable=preload', $ffi['message']);
        $recipe = 'opcache.preload=' . self::$app->folder . '/preload.php';
        self::assertStringContainsString($recipe, $ffi['message']);
        self::assertStringContainsString('ProcessDriver', $ffi['message']);
        self::assertSame(['process', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString('FFI cannot be used', $auto['reason']);
    }

    /** @dataProvider servers */
    public function testWithPreloadTheLibraryAnswersAndFfiStaysRefusedToThePage(string $sapi): void
    {
        [$auto] = $this->pages($sapi, self::$app->recipe(), self::$app->environment(), ['driver=auto']);
        self::assertSame($sapi, $auto['sapi']);
        self::assertSame('restricted', $auto['ffi'], 'the page itself may not');
        self::assertSame(['ffi', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString(self::$app->folder . '/liblapor.so.1', $auto['reason']);
    }

    /** @dataProvider servers */
    public function testWithFfiPreloadNoVariableIsNeeded(string $sapi): void
    {
        $settings = [...self::$app->recipe(), '-d', 'ffi.preload=' . self::$app->folder . '/own.h'];
        [$auto] = $this->pages($sapi, $settings, [], ['driver=auto']);
        self::assertSame(['ffi', '2026-12-29'], [$auto['driver'], $auto['due']]);
        self::assertStringContainsString('(ffi.preload)', $auto['reason']);
    }

    public function testAWorkerMakesTheEngineOnce(): void
    {
        $queries = array_fill(0, 4, 'driver=ffi&packs=' . self::$app->folder . '/overlay.json');
        $pages = $this->pages('fpm-fcgi', self::$app->recipe(), self::$app->environment(), $queries);
        self::assertCount(1, array_unique(array_column($pages, 'pid')), 'one worker');
        [$first, $second, $third, $fourth] = array_column($pages, 'engine_us');
        self::assertLessThan($first / 3, min($second, $third, $fourth));
    }
}
