<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Answer;
use Lapor\Exception\BadArgument;
use Lapor\Exception\ErrorAnswer;

final class AnswerTest extends TestCase
{
    private const GOOD = '{"ok":true,"answer":{"a":{"b/c":[10,null,{"~":"x"}],"0":"zero","":1},"n":-2.5,"list":[]}}';
    private const BAD = '{"ok":false,"error":{"code":"bad_value","path":"/x","params":{},"text":{"id":"i","en":"e"}}}';

    /**
     * @return list<array{string, bool, mixed}>
     */
    public static function pointers(): array
    {
        return [
            ['/a/b~1c/0', true, 10],
            ['/a/b~1c/1', true, null],
            ['/a/b~1c/2/~0', true, 'x'],
            ['/a/b~1c/3', false, null],
            ['/a/b~1c/-', false, null],
            ['/a/b~1c/-1', false, null],
            ['/a/b~1c/00', false, null],
            ['/a/b~1c/0x0', false, null],
            ['/a/0', true, 'zero'],
            ['/a/', true, 1],
            ['/n', true, -2.5],
            ['/n/x', false, null],
            ['/list', true, []],
            ['/list/0', false, null],
            ['/', false, null],
            ['/nothing/of/this', false, null],
        ];
    }

    /** @dataProvider pointers */
    public function testWhatAPointerLeadsTo(string $pointer, bool $there, mixed $value): void
    {
        $answer = new Answer(self::GOOD);
        self::assertSame($there, $answer->has($pointer));
        self::assertSame($value, $answer->get($pointer));
    }

    public function testTheWhole(): void
    {
        $answer = new Answer(self::GOOD);
        self::assertTrue($answer->ok());
        self::assertNull($answer->error());
        self::assertSame($answer->value(), $answer->get(''));
        self::assertSame(self::GOOD, $answer->json());
        self::assertSame(self::GOOD, (string) $answer);
    }

    public function testAnErrorIsWhatPointersLeadInto(): void
    {
        $answer = new Answer(self::BAD);
        self::assertFalse($answer->ok());
        self::assertSame('bad_value', $answer->get('/code'));
        self::assertSame('e', $answer->get('/text/en'));
        self::assertNull($answer->get('/route/lead'));
        self::assertSame($answer->error(), $answer->get(''));
        $this->expectException(ErrorAnswer::class);
        $this->expectExceptionMessage('bad_value at "/x": e');
        $answer->value();
    }

    public function testWhatIsNoPointer(): void
    {
        $this->expectException(BadArgument::class);
        (new Answer(self::GOOD))->get('route/lead');
    }
}
