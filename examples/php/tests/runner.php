<?php

/*
 * Runs every conformance vector through the public class.
 *
 *     php runner.php DRIVER FLAT COUNT PACK...
 *
 * DRIVER is ffi or process; library and command are those of LAPOR_LIBRARY and LAPOR_COMMAND. FLAT is made by
 * `cargo xtask vectors --flat FLAT` (see Vectors.php), COUNT is the number of cases that must run, and the PACKs are
 * added to the built-in ones, in order.
 */

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;

require __DIR__ . '/../vendor/autoload.php';

[, $driver, $flat, $count] = $argv;
$engine = Engine::open(array_slice($argv, 4), $driver);
$cases = Vectors::cases($flat);
$failed = 0;
foreach ($cases as $case) {
    try {
        $faults = Vectors::faults($engine, $case);
    } catch (\Throwable $thrown) {
        $faults = [get_class($thrown) . ': ' . $thrown->getMessage()];
    }
    foreach ($faults as $fault) {
        echo "FAIL {$case['id']}: ", substr($fault, 0, 1000), "\n";
    }
    $failed += $faults === [] ? 0 : 1;
}
$passed = count($cases) - $failed;
if (count($cases) !== (int) $count) {
    echo 'FAIL ', count($cases), " cases ran instead of $count\n";
    $failed += 1;
}
echo $engine->driverReason(), "\n$passed passed, $failed failed\n";
exit($failed === 0 ? 0 : 1);
