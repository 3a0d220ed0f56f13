<?php

// A page of a website: says which driver answers and how long it took to have an engine, or why there is none.

declare(strict_types=1);

use Lapor\Engine;
use Lapor\Exception\LaporException;
use Lapor\FfiDriver;

require __DIR__ . '/vendor/autoload.php';

header('Content-Type: application/json');
$ask = $_GET + ['driver' => Engine::AUTO, 'packs' => ''];
$packs = array_filter(explode(',', $ask['packs']), static fn (string $pack): bool => $pack !== '');
$start = hrtime(true);
try {
    $own = $ask['driver'] === 'own';
    $lapor = $own ? new Engine(new FfiDriver($packs, null, false)) : Engine::open($packs, $ask['driver']);
    $made = hrtime(true);
    $answer = $lapor->call('calendar.add', ['from' => '2026-12-22', 'length' => 3]);
    $said = ['driver' => $lapor->driver(), 'reason' => $lapor->driverReason(), 'due' => $answer->get('/due')];
    $said += ['engine_us' => ($made - $start) / 1e3, 'call_us' => (hrtime(true) - $made) / 1e3];
} catch (LaporException $refused) {
    $said = ['refused' => get_class($refused), 'message' => $refused->getMessage()];
}
try {
    FFI::cdef('int getpid(void);');
    $said['ffi'] = 'free';
} catch (FFI\Exception) {
    $said['ffi'] = 'restricted';
}
echo json_encode($said + ['pid' => getmypid(), 'sapi' => PHP_SAPI], JSON_THROW_ON_ERROR);
