<?php

/*
 * What PHP adds to a call, and what memory does over a million of them: `cargo xtask php --cost`.
 *
 *     php cost.php NATIVE
 *
 * NATIVE is native.c as a shared library, linked against the library of LAPOR_LIBRARY: so both sides call the same code
 * in the same process. They take turns, and the medians of the turns are compared.
 */

declare(strict_types=1);

namespace Lapor\Tests;

use FFI;
use Lapor\Engine;
use Lapor\FfiDriver;
use Lapor\ProcessDriver;

require __DIR__ . '/../vendor/autoload.php';

/** Most that PHP may add to a call, in microseconds, without the copying of the answer. */
const MOST = ['ffi' => 4.0, 'process' => 60.0];
/** Most that memory may grow between the calls 100,000 and 1,000,000, in parts of a hundred. */
const SLOPE = 1.0;

/** Calls of a turn. */
const CALLS = 100;

/**
 * Resident memory of a process in bytes.
 */
$resident = static fn (int $pid): int => 4096 * (int) explode(' ', (string) file_get_contents("/proc/$pid/statm"))[1];
$median = static function (array $values): float {
    sort($values);
    return $values[intdiv(count($values), 2)];
};
$us = static fn (int $from, int $calls): float => (hrtime(true) - $from) / 1e3 / $calls;

$text = 'Selamat pagi, lampu jalan umum di Jalan Panglima Denai dekat balai RW 05 sudah padam sejak hari Senin. ';
$complaint = ['title' => 'Lampu jalan padam', 'content' => str_repeat($text, 9)];
$requests = [
    'triage' => json_encode(['now' => '2026-11-23T09:00:00+07:00', 'complaint' => $complaint], JSON_THROW_ON_ERROR),
    'region.children' => str_pad('{"code":"12"}', 1024),
];

$ffi = new FfiDriver();
$process = new ProcessDriver();
$child = (int) file_get_contents(sprintf('/proc/%1$d/task/%1$d/children', getmypid()));
$native = FFI::cdef('double native(const void *, const char *, size_t, const char *, size_t, int);', $argv[1]);
$engine = (new \ReflectionProperty($ffi, 'engine'))->getValue($ffi);
$decoding = new Engine($ffi);
$wrong = [];

foreach ($requests as $op => $request) {
    printf("%s, %d bytes in, %d bytes out\n", $op, strlen($request), strlen($ffi->call($op, $request)));
    $turns = ['native' => [], 'ffi' => [], 'process' => [], 'decoded' => []];
    for ($turn = 0; $turn < 61; $turn++) {
        $ns = $native->native($engine, $op, strlen($op), $request, strlen($request), CALLS);
        $turns['native'][] = $ns / 1e3 / CALLS;
        foreach (['ffi' => $ffi, 'process' => $process] as $name => $driver) {
            $from = hrtime(true);
            for ($call = 0; $call < CALLS; $call++) {
                $driver->call($op, $request);
            }
            $turns[$name][] = $us($from, CALLS);
        }
        $from = hrtime(true);
        for ($call = 0; $call < CALLS; $call++) {
            $decoding->call($op, $request)->value();
        }
        $turns['decoded'][] = $us($from, CALLS);
    }
    $medians = array_map($median, $turns);
    printf("    %-40s%8.2f us\n", 'native', $medians['native']);
    foreach (MOST as $name => $most) {
        $more = $median(array_map(static fn (float $a, float $b): float => $a - $b, $turns[$name], $turns['native']));
        printf("    %-40s%8.2f us, +%.2f\n", $name, $medians[$name], $more);
        $wrong[] = $more > $most ? "$name adds more than $most us" : null;
    }
    printf("    %-40s%8.2f us\n", 'ffi, the answer as arrays', $medians['decoded']);
}

foreach (['ffi' => $ffi, 'process' => $process] as $name => $driver) {
    $memory = [];
    for ($call = 1; $call <= 1_000_000; $call++) {
        $driver->call('calendar.add', $call % 10 === 0 ? '{' : '{"from":"2026-12-22","length":3}');
        if ($call === 100_000 || $call === 1_000_000) {
            $memory[] = $resident((int) getmypid()) + ($name === 'process' ? $resident($child) : 0);
        }
    }
    $slope = ($memory[1] - $memory[0]) * 100 / $memory[0];
    [$early, $late] = array_map(static fn (int $bytes): int => intdiv($bytes, 1024), $memory);
    printf("%-44s%8d KiB, then %d KiB: %+.2f %%\n", "$name, memory at 10^5 and 10^6 calls", $early, $late, $slope);
    $wrong[] = abs($slope) > SLOPE ? "memory of $name grows" : null;
}

$pack = dirname(__DIR__, 2) . '/packs/id.12.71.json';
$app = App::deploy((string) getenv('LAPOR_LIBRARY'), (string) getenv('LAPOR_COMMAND'), $pack);
$variables = array_map(static fn ($n, $v) => "$n=$v", array_keys($app->environment()), $app->environment());
$ways = ['ffi' => 'engine kept by the process', 'own' => 'engine made by each', 'process' => 'child of each'];
foreach ($ways as $way => $told) {
    $folder = "$app->folder/$way";
    mkdir($folder);
    $server = Server::fpm($folder, $app->recipe(), $variables);
    $query = "driver=$way&packs=$app->folder/overlay.json";
    [$spent, $made] = [[], []];
    for ($page = 0; $page < 101; $page++) {
        $from = hrtime(true);
        $printed = FastCgi::get("$folder/socket", "$app->folder/page.php", $query);
        $spent[] = $us($from, 1);
        $made[] = App::read($printed)['engine_us'] ?? NAN;
    }
    $server->stop();
    printf("%-44s%8.0f us, of that the engine %.0f us\n", "FPM request, $told", $median($spent), $median($made));
}
$app->remove();

$wrong = array_filter($wrong);
echo $wrong === [] ? '' : 'FAIL ' . implode('; ', $wrong) . "\n";
exit($wrong === [] ? 0 : 1);
