<?php

// Asks again and again for the province that it is told.

declare(strict_types=1);

use Lapor\Engine;

require __DIR__ . '/../../vendor/autoload.php';

$engine = Engine::open([], Engine::PROCESS);
$right = 0;
for ($call = 0; $call < 300; $call++) {
    $right += $engine->call('region.lookup', ['code' => $argv[1]])->get('/regions/0/code') === $argv[1] ? 1 : 0;
}
echo "$right right of $argv[1]";
