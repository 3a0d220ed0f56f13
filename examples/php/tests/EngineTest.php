<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Driver;
use Lapor\Engine;
use Lapor\Exception\BadArgument;
use Lapor\Exception\EngineClosed;
use Lapor\Exception\ErrorAnswer;
use Lapor\Exception\NoDriver;
use Lapor\Exception\PackRefused;
use Lapor\Exception\PackUnreadable;

final class EngineTest extends TestCase
{
    /** @dataProvider drivers */
    public function testTheLampOfMedanGoesToItsRegisteredOffice(string $driver): void
    {
        $answer = self::engine($driver)->triage(['now' => self::NOW, 'complaint' => self::lamp()]);
        self::assertTrue($answer['accepted']);
        self::assertSame('12.71/dishub', $answer['route']['lead']['id']);
        self::assertSame('registered', $answer['route']['lead']['naming']);
        self::assertSame('Dinas Perhubungan Kota Medan', $answer['route']['lead']['name']);
    }

    /** @dataProvider drivers */
    public function testItSaysWhichDriverAnswersAndWhy(string $driver): void
    {
        $engine = self::engine($driver);
        self::assertSame($driver, $engine->driver());
        self::assertStringStartsWith("$driver, ", $engine->driverReason());
        self::assertStringEndsWith(': it was asked for', $engine->driverReason());
        self::assertStringContainsString($engine->info()['engine'], $engine->driverReason());
        $file = self::env($driver === Engine::FFI ? 'LAPOR_LIBRARY' : 'LAPOR_COMMAND');
        self::assertStringContainsString($file, $engine->driverReason());
    }

    public function testAutoTakesTheLibraryIfItCan(): void
    {
        $engine = Engine::open();
        self::assertSame(Engine::FFI, $engine->driver());
        self::assertStringEndsWith(': FFI can be used', $engine->driverReason());
    }

    public function testAutoTakesTheCommandElseAndSaysWhy(): void
    {
        $engine = Engine::open(library: '/nowhere/liblapor.so.1');
        self::assertSame(Engine::PROCESS, $engine->driver());
        self::assertStringContainsString('FFI cannot be used', $engine->driverReason());
        self::assertStringContainsString('/nowhere/liblapor.so.1: no such file', $engine->driverReason());
        self::assertSame(1, $engine->info()['wire']);
    }

    public function testWithoutEitherDriverBothReasonsAreGiven(): void
    {
        $this->expectException(NoDriver::class);
        $this->expectExceptionMessageMatches('~/nowhere/a: no such file.*/nowhere/b~s');
        Engine::open(library: '/nowhere/a', command: '/nowhere/b');
    }

    public function testBothDriversHaveTheSamePacks(): void
    {
        foreach ([[], [self::pack('id.12.71')], [self::pack('id.35.78'), self::pack('id.12.71')]] as $packs) {
            $ffi = Engine::open($packs, Engine::FFI)->callRaw('engine.info', '{}');
            $process = Engine::open($packs, Engine::PROCESS)->callRaw('engine.info', '{}');
            self::assertSame($ffi, $process);
        }
    }

    /** @dataProvider drivers */
    public function testARefusedPackIsNamedByItsNumber(string $driver): void
    {
        $file = $this->folder() . '/refused.json';
        $overlay = (string) file_get_contents(self::pack('id.35.78'));
        file_put_contents($file, str_replace('"opd:dishub"', '"opd:nowhere"', $overlay));
        try {
            Engine::open([self::pack('id.12.71'), $file], $driver);
            self::fail('a pack with an unknown type of office was taken');
        } catch (PackRefused $refused) {
            self::assertSame('pack_invalid', $refused->errorCode);
            self::assertMatchesRegularExpression('~^/packs/1/offices/\d+/type$~', $refused->path);
            self::assertNotSame('', $refused->text['id']);
            self::assertStringContainsString($refused->text['en'], $refused->getMessage());
        }
    }

    /** @dataProvider drivers */
    public function testAPackWithoutBytesIsRefused(string $driver): void
    {
        $file = $this->folder() . '/empty.json';
        touch($file);
        $this->expectException(PackRefused::class);
        Engine::open([$file], $driver);
    }

    /** @dataProvider drivers */
    public function testAPackThatIsNotThereIsNamed(string $driver): void
    {
        $this->expectException(PackUnreadable::class);
        $this->expectExceptionMessage('/nowhere/id.json');
        Engine::open(['/nowhere/id.json'], $driver);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public static function badOptions(): array
    {
        return [
            'a driver that is none' => [['driver' => 'java']],
            'a driver of no name' => [['driver' => '']],
            'no time' => [['driver' => 'process', 'timeout' => 0.0]],
            'time before now' => [['driver' => 'process', 'timeout' => -1.0]],
            'no number' => [['driver' => 'process', 'timeout' => NAN]],
            'for ever' => [['driver' => 'process', 'timeout' => INF]],
            'a pack of no name' => [['packs' => ['']]],
            'a pack that is no name' => [['packs' => [['pack' => 'id.12.71']]]],
            'a pack with a NUL' => [['packs' => ["a\0b"]]],
        ];
    }

    /**
     * @dataProvider badOptions
     * @param array<string, mixed> $options
     */
    public function testOptionsThatCannotBeMeant(array $options): void
    {
        $this->expectException(BadArgument::class);
        Engine::open(...$options);
    }

    /**
     * @return array<string, array{mixed, string}>
     */
    public static function noJson(): array
    {
        return [
            'text that is not UTF-8' => ["Jalan \xff rusak", 'UTF-8'],
            'INF' => [INF, 'Inf'],
            'NAN' => [NAN, 'NaN'],
        ];
    }

    /** @dataProvider noJson */
    public function testARequestWithoutJsonIsTheCallersFault(mixed $value, string $named): void
    {
        try {
            self::engine(Engine::FFI)->call('text.normalize', ['text' => $value]);
            self::fail('it has no JSON');
        } catch (BadArgument $refused) {
            self::assertStringContainsString($named, $refused->getMessage());
            self::assertStringNotContainsString('rusak', $refused->getMessage());
        }
    }

    /** @dataProvider drivers */
    public function testARefusedRequestIsAnAnswerAndFromTheMethodsAnException(string $driver): void
    {
        $engine = self::engine($driver);
        $request = ['now' => self::NOW, 'complaint' => ['titel' => 'x']];
        $answer = $engine->call('triage', $request);
        self::assertFalse($answer->ok());
        self::assertSame('unknown_field', $answer->get('/code'));
        self::assertSame('/complaint/titel', $answer->error()['path'] ?? null);
        try {
            $engine->triage($request);
            self::fail('the request has an unknown member');
        } catch (ErrorAnswer $refused) {
            self::assertSame('unknown_field', $refused->errorCode);
            self::assertSame('/complaint/titel', $refused->path);
        }
    }

    /** @dataProvider drivers */
    public function testAClosedEngineSaysSo(string $driver): void
    {
        $engine = Engine::open([], $driver);
        $engine->close();
        $engine->close();
        $this->expectException(EngineClosed::class);
        $engine->info();
    }

    /** @dataProvider drivers */
    public function testAnswersOutliveTheirEngine(string $driver): void
    {
        $engine = Engine::open([], $driver);
        $answer = $engine->call('engine.info');
        $engine->close();
        unset($engine);
        self::assertSame(1, $answer->get('/abi'));
    }

    /** @dataProvider drivers */
    public function testADriverIsNeitherCopiedNorStored(string $driver): void
    {
        $made = $driver === Engine::FFI ? new \Lapor\FfiDriver() : new \Lapor\ProcessDriver();
        self::assertFalse((new \ReflectionClass($made))->isCloneable());
        $this->expectException(\LogicException::class);
        serialize($made);
    }

    public function testADriverOfTheCallersOwnIsTaken(): void
    {
        $driver = new class implements Driver {
            public function name(): string
            {
                return 'echo';
            }

            public function about(): string
            {
                return 'for the test';
            }

            public function call(string $op, string $request): string
            {
                return '{"ok":true,"answer":{"op":"' . $op . '","request":' . $request . '}}';
            }

            public function close(): void
            {
            }
        };
        $engine = new Engine($driver);
        self::assertSame('echo, for the test: it was given', $engine->driverReason());
        self::assertSame(['lat' => 1.0, 'name' => 'Jl. é/è'], $engine->call('x', ['lat' => 1.0, 'name' => 'Jl. é/è'])
            ->get('/request'));
    }

    public function testAMomentHasItsOffset(): void
    {
        $at = new \DateTimeImmutable('2026-11-23 09:00:00.5', new \DateTimeZone('Asia/Jakarta'));
        self::assertSame(self::NOW, Engine::instant($at));
        self::assertMatchesRegularExpression('/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/', Engine::instant());
        $answer = self::engine(Engine::FFI)->call('triage', ['now' => Engine::instant(), 'complaint' => self::lamp()]);
        self::assertTrue($answer->ok());
    }
}
