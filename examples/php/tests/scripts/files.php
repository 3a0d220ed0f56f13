<?php

// Opens more files than select() can count (1,024), and then asks a child.

declare(strict_types=1);

use Lapor\Engine;

require __DIR__ . '/../../vendor/autoload.php';

$files = array_filter(array_map(static fn (): mixed => fopen('/dev/null', 'r'), range(1, 1500)), 'is_resource');
$engine = Engine::open([], Engine::PROCESS, timeout: 5.0);
$answers = 0;
for ($call = 0; $call < 20; $call++) {
    $answers += $engine->call('engine.info')->ok() ? 1 : 0;
}
echo count($files), " files, $answers answers\n";
