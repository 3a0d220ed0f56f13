<?php

// One engine, then a fork: each of the two must get its own answers, at the same time, and leave the other its child.

declare(strict_types=1);

use Lapor\Engine;

require __DIR__ . '/../../vendor/autoload.php';

$us = getmypid();
$children = static fn (): string => trim((string) file_get_contents("/proc/$us/task/$us/children"));
$engine = Engine::open([], Engine::PROCESS);
$before = $children();
$begin = hrtime(true) + 50_000_000;
$right = static function (string $province) use ($engine, $begin): bool {
    // both at the same moment
    while (hrtime(true) < $begin) {
        usleep(100);
    }
    for ($call = 0; $call < 1000; $call++) {
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
echo $children() === $before ? "its child is the same\n" : "its child is another\n";
$engine->close();
echo $children() === '' ? "no child left\n" : "a child left\n";
