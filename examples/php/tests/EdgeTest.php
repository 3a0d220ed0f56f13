<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;

/**
 * What no caller should send: it is answered, by both drivers with the same bytes, and the engine goes on.
 */
final class EdgeTest extends TestCase
{
    /** Largest request (wire §2). */
    private const LIMIT = 262144;

    /**
     * @return array<string, array{string, string, ?string, string}> operation, request, code or null, path
     */
    public static function edges(): array
    {
        $text = static fn (int $bytes): string => '{"text":"' . str_repeat('a', $bytes - 11) . '"}';
        $triage = static fn (string $member): string => sprintf('{"now":"%s","complaint":{%s}}', self::NOW, $member);
        return [
            'no request' => ['engine.info', '', 'bad_json', ''],
            'null' => ['engine.info', 'null', 'wrong_type', ''],
            'a list' => ['engine.info', '[1]', 'wrong_type', ''],
            'an empty list, which is how PHP writes an empty object' => ['engine.info', '[]', null, ''],
            'a number' => ['engine.info', '1', 'wrong_type', ''],
            'white space around it' => ['engine.info', " \n\t{} \n", null, ''],
            'two requests' => ['engine.info', '{}{}', 'bad_json', ''],
            'a line feed inside' => ['text.normalize', "{\n\"text\":\n\"jalan\"}", null, ''],
            'a NUL behind it' => ['engine.info', "{}\0", 'bad_json', ''],
            'a NUL inside a string' => ['text.normalize', "{\"text\":\"a\0b\"}", 'bad_json', ''],
            'an escaped NUL' => ['text.normalize', '{"text":"a\u0000b"}', null, ''],
            'half a surrogate pair' => ['text.normalize', '{"text":"\ud83d"}', 'bad_json', ''],
            'a byte order mark' => ['engine.info', "\xef\xbb\xbf{}", 'bad_json', ''],
            'not UTF-8' => ['text.normalize', "{\"text\":\"jalan \xff\"}", 'bad_utf8', ''],
            'UTF-8 that is cut off' => ['text.normalize', "{\"text\":\"jalan \xc3", 'bad_utf8', ''],
            'a surrogate in UTF-8' => ['text.normalize', "{\"text\":\"\xed\xa0\x80\"}", 'bad_utf8', ''],
            'UTF-16' => ['engine.info', "{\0}\0", 'bad_json', ''],
            'no operation' => ['', '{}', 'unknown_op', ''],
            'an unknown operation' => ['no.such', '{}', 'unknown_op', ''],
            'an operation in capitals' => ['TRIAGE', '{}', 'unknown_op', ''],
            'an operation with a NUL' => ["triage\0", '{}', 'unknown_op', ''],
            'an operation with a line feed' => ["engine.info\n", '{}', 'unknown_op', ''],
            'an operation with a quotation mark' => ['a","id":"b', '{}', 'unknown_op', ''],
            'an operation that is not UTF-8' => ["triage\xff", '{}', 'bad_utf8', ''],
            'an operation that is not UTF-8, with a line feed' => ["\xff\n{}", '{}', 'bad_utf8', ''],
            'a long operation' => [str_repeat('a', 1 << 20), '{}', 'unknown_op', ''],
            'the largest request' => ['text.normalize', $text(self::LIMIT), null, ''],
            'one byte more' => ['text.normalize', $text(self::LIMIT + 1), 'too_large', ''],
            'forty times as much' => ['text.normalize', $text(40 * self::LIMIT), 'too_large', ''],
            'forty times as much, not UTF-8' => ['engine.info', str_repeat("\xff", 40 * self::LIMIT), 'too_large', ''],
            'too deep' => ['engine.info', str_repeat('[', 1000) . str_repeat(']', 1000), 'too_deep', ''],
            'far too deep' => ['engine.info', str_repeat('[', 200000), 'too_deep', ''],
            'an unknown member' => ['triage', $triage('"titel":"x"'), 'unknown_field', '/complaint/titel'],
            'a member twice' => ['text.normalize', '{"text":"a","text":"b"}', null, ''],
            'no complaint' => ['triage', sprintf('{"now":"%s"}', self::NOW), 'missing_field', '/complaint'],
            'a complaint that is null' => ['triage', sprintf('{"now":"%s","complaint":null}', self::NOW),
                'missing_field', '/complaint'],
            'a complaint of nothing' => ['triage', $triage(''), null, ''],
            'null members' => ['triage', $triage('"title":null,"content":null,"location":null'), null, ''],
            'a number for a text' => ['triage', $triage('"title":1'), 'wrong_type', '/complaint/title'],
            'an unknown wire' => ['engine.info', '{"wire":2}', 'bad_value', '/wire'],
            'a number out of range' => ['calendar.add', '{"from":"2026-11-23","length":1e400}', 'bad_json', ''],
        ];
    }

    /** @dataProvider edges */
    public function testItIsAnsweredByBothDriversAlike(string $op, string $request, ?string $code, string $path): void
    {
        $ffi = self::engine(Engine::FFI)->call($op, $request);
        $process = self::engine(Engine::PROCESS)->call($op, $request);
        self::assertSame($code === null, $ffi->ok(), substr($ffi->json(), 0, 300));
        if ($code !== null) {
            self::assertSame([$code, $path], [$ffi->get('/code'), $ffi->get('/path')]);
        }
        self::assertSame(md5($ffi->json()), md5($process->json()), substr($process->json(), 0, 300));
    }

    public function testEveryBeginningOfARequestIsAnsweredByBothDriversAlike(): void
    {
        $request = '{"from":"2026-12-22","length":3,"unit":"working_days","region":null,"collective_leave":true}';
        for ($bytes = 0; $bytes < strlen($request); $bytes++) {
            $cut = substr($request, 0, $bytes);
            $answer = self::engine(Engine::FFI)->call('calendar.add', $cut);
            self::assertSame('bad_json', $answer->get('/code'), $cut);
            self::assertSame($answer->json(), self::engine(Engine::PROCESS)->callRaw('calendar.add', $cut));
        }
        self::assertTrue(self::engine(Engine::FFI)->call('calendar.add', $request)->ok());
    }

    public function testEveryByteInPlaceOfAnotherIsAnsweredByBothDriversAlike(): void
    {
        for ($byte = 0; $byte < 256; $byte++) {
            $request = '{"text":"jalan' . chr($byte) . 'rusak"}';
            $ffi = self::engine(Engine::FFI)->callRaw('text.normalize', $request);
            self::assertSame($ffi, self::engine(Engine::PROCESS)->callRaw('text.normalize', $request), "byte $byte");
        }
    }

    public function testAFaultInsideIsAnAnswerAndTheEngineGoesOn(): void
    {
        $panicky = [
            Engine::FFI => Engine::open([], Engine::FFI, library: self::env('LAPOR_PANIC_LIBRARY')),
            Engine::PROCESS => Engine::open([], Engine::PROCESS, command: self::env('LAPOR_PANIC_COMMAND')),
        ];
        foreach ($panicky as $driver => $engine) {
            $before = self::children();
            for ($time = 0; $time < 3; $time++) {
                $answer = $engine->call('test.panic', ['secret' => 'Jalan rusak']);
                self::assertSame(['internal', ''], [$answer->get('/code'), $answer->get('/path')], $driver);
                self::assertStringNotContainsString('Jalan', $answer->json());
                self::assertTrue($engine->call('engine.info')->ok());
            }
            self::assertSame($before, self::children(), 'the child lives on');
        }
        $answers = array_map(static fn (Engine $engine): string => $engine->callRaw('test.panic', '{}'), $panicky);
        self::assertSame($answers[Engine::FFI], $answers[Engine::PROCESS]);
        self::assertSame('unknown_op', self::engine(Engine::FFI)->call('test.panic')->get('/code'));
    }
}
