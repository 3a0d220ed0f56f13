<?php

declare(strict_types=1);

namespace Lapor\Tests;

/**
 * The runner of the conformance vectors must see what is wrong, and that cases are missing.
 */
final class RunnerTest extends TestCase
{
    private const REQUEST = '{"from":"2026-12-22","length":3}';

    /**
     * @return array<string, array{list<string>, int, string}> lines after the case, cases to run, what is printed
     */
    public static function tables(): array
    {
        return [
            'right' => [["expect\t/due\t\"2026-12-29\"", "expect\t/counted\t3.0"], 1, '1 passed, 0 failed'],
            'another value' => [["expect\t/due\t\"2026-12-30\""], 1, '0 passed, 1 failed'],
            'nothing there' => [["expect\t/duo\tnull"], 1, '0 passed, 1 failed'],
            'an object for a list' => [["expect\t/skipped\t{}"], 1, '0 passed, 1 failed'],
            'no error' => [["error\tbad_value\t/from"], 1, '0 passed, 1 failed'],
            'other bytes' => [["golden\t" . str_repeat('0', 64)], 1, '0 passed, 1 failed'],
            'nothing to check' => [[], 1, '0 passed, 1 failed'],
            'an unknown kind of line' => [["expected\t/due\t1"], 1, '0 passed, 1 failed'],
            'pending, but other bytes' => [['pending', "golden\t" . str_repeat('0', 64)], 1, '0 passed, 1 failed'],
            'fewer than there are' => [["expect\t/counted\t3"], 2, '1 passed, 1 failed'],
            'more than there are' => [["expect\t/counted\t3"], 0, '1 passed, 1 failed'],
        ];
    }

    /**
     * @dataProvider tables
     * @param list<string> $lines
     */
    public function testWhatItSees(array $lines, int $count, string $said): void
    {
        $file = $this->folder() . '/flat.tsv';
        $case = "case\tcalendar/x\tcalendar.add\t" . bin2hex(self::REQUEST);
        file_put_contents($file, implode("\n", [$case, ...$lines]) . "\n");
        $printed = self::printed([__DIR__ . '/runner.php', 'ffi', $file, (string) $count]);
        self::assertStringEndsWith("\n$said\n", $printed);
    }
}
