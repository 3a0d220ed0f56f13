<?php

// One engine, then a fork: each of the two must get its own answers, at the same time.

declare(strict_types=1);

use Lapor\Engine;

require __DIR__ . '/../../vendor/autoload.php';

$engine = Engine::open([], Engine::PROCESS);
$right = static function (string $province) use ($engine): bool {
    for ($call = 0; $call < 200; $call++) {
        $answer = $engine->call('region.lookup', ['code' => $province]);
        if ($answer->get('/regions/0/code') !== $province) {
            return false;
        }
    }
    return true;
};
$pid = pcntl_fork();
if ($pid === 0) {
    echo $right('35') ? "child right\n" : "child wrong\n";
    exit(0);
}
$own = $right('12');
pcntl_waitpid($pid, $status);
echo $own && $right('12') ? "parent right\n" : "parent wrong\n";
$engine->close();
$us = getmypid();
echo file_get_contents("/proc/$us/task/$us/children") === '' ? "no child left\n" : "a child left\n";
