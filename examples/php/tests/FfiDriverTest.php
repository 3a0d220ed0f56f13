<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;
use Lapor\Exception\AbiMismatch;
use Lapor\Exception\LibraryNotFound;
use Lapor\FfiDriver;
use Lapor\Places;

/**
 * What can be wrong with FFI and with the library: each has an exception of its own that says what to do.
 */
final class FfiDriverTest extends TestCase
{
    /** Says which driver answers, or why none does. */
    private const TRY = 'try { echo Lapor\Engine::open([], %s)->driverReason(); } '
        . 'catch (Lapor\Exception\LaporException $e) { echo get_class($e), ": ", $e->getMessage(); }';

    public function testWithoutTheExtension(): void
    {
        $printed = self::php(sprintf(self::TRY, '"ffi"'), ['-n']);
        self::assertStringStartsWith('Lapor\Exception\ExtensionMissing: PHP has no ext-ffi', $printed);
        self::assertStringContainsString('ProcessDriver', $printed);
        $printed = self::php(sprintf(self::TRY, '"auto"'), ['-n']);
        self::assertStringStartsWith('process, ', $printed);
        self::assertStringContainsString('PHP has no ext-ffi', $printed);
    }

    public function testWhereFfiIsRefused(): void
    {
        $printed = self::php(sprintf(self::TRY, '"ffi"'), ['-d', 'ffi.enable=0']);
        self::assertStringStartsWith('Lapor\Exception\FfiRestricted: PHP refuses FFI here (ffi.enable=0)', $printed);
        $preload = dirname(__DIR__) . '/preload.php';
        foreach (['ffi.enable=preload', $preload, 'opcache.preload_user', 'ProcessDriver'] as $way) {
            self::assertStringContainsString($way, $printed);
        }
        self::assertStringStartsWith('process, ', self::php(sprintf(self::TRY, '"auto"'), ['-d', 'ffi.enable=0']));
    }

    public function testALibraryThatIsNotThere(): void
    {
        $this->expectException(LibraryNotFound::class);
        $this->expectExceptionMessage('/nowhere/liblapor.so.1: no such file');
        new FfiDriver([], '/nowhere/liblapor.so.1');
    }

    public function testAFileThatIsNoLibrary(): void
    {
        $this->expectException(LibraryNotFound::class);
        $this->expectExceptionMessage('TestCase.php: the loader refuses it');
        new FfiDriver([], __DIR__ . '/TestCase.php');
    }

    public function testTheNamesThatWereLookedForAreGiven(): void
    {
        $printed = self::php('putenv("LAPOR_LIBRARY");' . sprintf(self::TRY, '"ffi"'));
        self::assertStringStartsWith('Lapor\Exception\LibraryNotFound', $printed);
        self::assertStringContainsString('liblapor.so.1: the loader refuses it; liblapor.so: ', $printed);
        self::assertStringContainsString('LAPOR_LIBRARY', $printed);
    }

    public function testEachSystemHasNamesOfItsOwn(): void
    {
        self::assertSame(['lapor.dll'], Places::libraries('Windows'));
        self::assertSame(['liblapor.1.dylib', 'liblapor.dylib'], Places::libraries('Darwin'));
        self::assertSame(['liblapor.so.1', 'liblapor.so'], Places::libraries('Linux'));
        self::assertStringEndsWith('/bin/lapor.exe', Places::commands('Windows')[0]);
        self::assertStringEndsWith('/bin/lapor', Places::commands('Darwin')[0]);
    }

    public function testAnotherLibrary(): void
    {
        $file = $this->library('', ['lapor_abi_version' => 1]);
        $this->expectException(AbiMismatch::class);
        $this->expectExceptionMessageMatches('~is not the library of lapor, or is too old: .*lapor_~');
        new FfiDriver([], $file);
    }

    public function testALibraryOfAnotherAbi(): void
    {
        $this->expectException(AbiMismatch::class);
        $this->expectExceptionMessage('has ABI 2 and wire 1; this package needs ABI 1 and wire 1');
        new FfiDriver([], $this->library(self::header(), ['lapor_abi_version' => 2, 'lapor_wire_version' => 1]));
    }

    public function testALibraryOfAnotherWire(): void
    {
        $this->expectException(AbiMismatch::class);
        $this->expectExceptionMessage('has ABI 1 and wire 2; this package needs ABI 1 and wire 1');
        new FfiDriver([], $this->library(self::header(), ['lapor_abi_version' => 1, 'lapor_wire_version' => 2]));
    }

    public function testWhatPhpLoadedAtItsStartIsTaken(): void
    {
        $header = $this->folder() . '/lapor-php.h';
        file_put_contents($header, str_replace('liblapor.so.1', self::env('LAPOR_LIBRARY'), self::header()));
        $settings = ['-d', "ffi.preload=$header"];
        $printed = self::php('putenv("LAPOR_LIBRARY");' . sprintf(self::TRY, '"ffi"'), $settings);
        self::assertMatchesRegularExpression('/^ffi, liblapor \S+ \(ffi\.preload\): it was asked for$/', $printed);
    }

    public function testEnginesOfOneProcessAreOneUnlessTheyAreToBeOwn(): void
    {
        $time = static function (bool $shared): float {
            $start = hrtime(true);
            $driver = new FfiDriver([self::pack('id.32.04')], null, $shared);
            self::assertStringStartsWith('{"ok":true,', $driver->call('engine.info', '{}'));
            return (hrtime(true) - $start) / 1e6;
        };
        $first = $time(true);
        $again = min($time(true), $time(true), $time(true));
        $own = $time(false);
        self::assertLessThan($first / 3, $again);
        self::assertGreaterThan(3 * $again, $own);
    }

    public function testMemoryDoesNotGrowWithCalls(): void
    {
        $engine = self::engine(Engine::FFI);
        $resident = static fn (): int => (int) explode(' ', (string) file_get_contents('/proc/self/statm'))[1] * 4096;
        $calls = static function (int $count) use ($engine): void {
            for ($call = 0; $call < $count; $call++) {
                $engine->callRaw('calendar.add', '{"from":"2026-12-22","length":3}');
                $engine->callRaw('triage', '{');
            }
        };
        $calls(5_000);
        $before = $resident();
        $calls(50_000);
        self::assertLessThan(1 << 20, $resident() - $before);
    }

    private static function header(): string
    {
        return (string) file_get_contents(dirname(__DIR__) . '/lapor-php.h');
    }

    /**
     * A library with the functions of a header, which give such numbers.
     *
     * @param array<string, int> $numbers
     */
    private function library(string $header, array $numbers): string
    {
        preg_match_all('/\b(lapor_\w+)\(/', $header, $found);
        $file = $this->folder() . '/liblapor.so.1';
        $source = '';
        foreach (array_fill_keys($found[1], 0) + $numbers as $function => $ignored) {
            $source .= sprintf("int %s(void) { return %d; }\n", $function, $numbers[$function] ?? 0);
        }
        file_put_contents("$file.c", $source);
        exec(sprintf('gcc -shared -fPIC -o %s %s', escapeshellarg($file), escapeshellarg("$file.c")), $lines, $status);
        self::assertSame(0, $status);
        return $file;
    }
}
