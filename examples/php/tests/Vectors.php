<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Answer;
use Lapor\Engine;

/**
 * The conformance vectors as the flat table that `cargo xtask vectors --flat` makes, and what each must meet.
 *
 * Lines of fields with tabs between them. A case line begins a case; the lines up to the next one belong to it:
 *
 *     case     id       operation         request, its bytes in hex
 *     expect   pointer  JSON value        the answer has that value there
 *     error    code     path              the request is refused
 *     golden   SHA-256 in hex             of the whole envelope
 *     pending                             only the golden hash is checked
 */
final class Vectors
{
    /** Stands for a value that is not there. */
    private const NOTHING = "\0nothing there";

    /**
     * @return list<array{id: string, op: string, request: string, checks: list<list<string>>, pending: bool}>
     */
    public static function cases(string $file): array
    {
        $cases = [];
        foreach (file($file, FILE_IGNORE_NEW_LINES) ?: [] as $line) {
            $fields = explode("\t", $line);
            if ($fields[0] === 'case') {
                $cases[] = [
                    'id' => $fields[1],
                    'op' => $fields[2],
                    'request' => self::bytes($fields[3]),
                    'checks' => [],
                    'pending' => false,
                ];
            } elseif ($fields === ['pending']) {
                $cases[array_key_last($cases)]['pending'] = true;
            } else {
                $cases[array_key_last($cases)]['checks'][] = $fields;
            }
        }
        return $cases;
    }

    private static function bytes(string $hex): string
    {
        $bytes = hex2bin($hex);
        return is_string($bytes) ? $bytes : throw new \UnexpectedValueException("not in hex: $hex");
    }

    /**
     * The value at a JSON pointer. Objects stay objects here, so that {} and [] are told apart.
     */
    private static function at(mixed $value, string $pointer): mixed
    {
        foreach (array_slice(explode('/', $pointer), 1) as $step) {
            $name = strtr($step, ['~1' => '/', '~0' => '~']);
            if (is_array($value) && preg_match('/^(0|[1-9][0-9]*)$/', $name) === 1 && array_key_exists($name, $value)) {
                $value = $value[$name];
            } elseif ($value instanceof \stdClass && property_exists($value, $name)) {
                $value = $value->$name;
            } else {
                return self::NOTHING;
            }
        }
        return $value;
    }

    /**
     * Equal as JSON: 5 and 5.0 are one number, members of an object have no order.
     */
    private static function same(mixed $a, mixed $b): bool
    {
        if ($a instanceof \stdClass && $b instanceof \stdClass) {
            [$a, $b] = [(array) $a, (array) $b];
            ksort($a);
            ksort($b);
            return array_keys($a) === array_keys($b) && self::same(array_values($a), array_values($b));
        }
        if (is_array($a) && is_array($b)) {
            $differ = static fn (int $at): bool => !self::same($a[$at], $b[$at]);
            return count($a) === count($b) && array_filter(array_keys($a), $differ) === [];
        }
        $number = static fn ($value): bool => is_int($value) || is_float($value);
        return $number($a) && $number($b) ? $a == $b : $a === $b;
    }

    /**
     * What a check does not find as it should be, null if it does.
     *
     * @param list<string> $check
     */
    private static function fault(array $check, Answer $answer): ?string
    {
        $decode = static fn (string $json, bool $maps): mixed => json_decode($json, $maps, 512, JSON_THROW_ON_ERROR);
        switch ($check[0]) {
            case 'expect':
                $found = $answer->ok() ? self::at($decode($answer->json(), false)->answer, $check[1]) : self::NOTHING;
                $text = json_encode($found, JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION);
                // what the class gives must be what stands in the text
                $given = $answer->has($check[1]) ? $answer->get($check[1]) : self::NOTHING;
                $right = self::same($found, $decode($check[2], false)) && $given === $decode($text, true);
                return $right ? null : "$check[1]\n     expected $check[2]\n     found $text";
            case 'error':
                $found = $answer->error() === null ? self::NOTHING : [$answer->get('/code'), $answer->get('/path')];
                $right = $found === [$check[1], $check[2]];
                return $right ? null : "error\n     expected $check[1] at $check[2]\n     found {$answer->json()}";
            case 'golden':
                $found = hash('sha256', $answer->json());
                $right = $found === $check[1];
                return $right ? null : "golden\n     expected $check[1]\n     found $found of {$answer->json()}";
            default:
                return "$check[0]: a kind of line that this runner does not know";
        }
    }

    /**
     * @param array{id: string, op: string, request: string, checks: list<list<string>>, pending: bool} $case
     * @return list<string>
     */
    public static function faults(Engine $engine, array $case): array
    {
        $due = array_filter($case['checks'], static fn ($check): bool => !$case['pending'] || $check[0] === 'golden');
        if ($due === []) {
            return ['nothing to check'];
        }
        $answer = $engine->call($case['op'], $case['request']);
        return array_values(array_filter(array_map(static fn ($check): ?string => self::fault($check, $answer), $due)));
    }
}
