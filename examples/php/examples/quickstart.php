<?php

/*
 * A complaint goes in; what comes out is what it is about, who receives it, why, and what is due when.
 *
 *     php quickstart.php OVERLAY [DRIVER]
 */

declare(strict_types=1);

use Lapor\Engine;
use Lapor\Exception\LaporException;

require __DIR__ . '/vendor/autoload.php';

try {
    $lapor = Engine::open(array_slice($argv, 1, 1), $argv[2] ?? Engine::AUTO);
    echo $lapor->driverReason(), "\n\n";

    $answer = $lapor->call('triage', [
        'now' => '2026-11-23T09:00:00+07:00', // in your application: Engine::instant()
        'complaint' => [
            'title' => 'Lampu jalan padam di Denai',
            'content' => 'Lampu jalan umum di Jalan Panglima Denai, Medan Denai, padam sejak Senin.',
            'date_of_incident' => '2026-11-20',
        ],
    ]);
    $office = $answer->get('/route/lead/name') ?? $answer->get('/route/needs_triage/coordinator/name');
    echo 'matter    ', $answer->get('/matter/name/id') ?? 'not known', "\n";
    echo 'place     ', $answer->get('/place/region/name') ?? 'not known', "\n";
    echo 'receiver  ', $office, "\n";
    echo 'question  ', $answer->get('/route/question/text/id') ?? 'none', "\n";
    foreach ($answer->get('/deadlines') as $deadline) {
        echo 'due       ', $deadline['due'] ?? 'not known', '  ', $deadline['name']['id'], "\n";
    }
} catch (LaporException $wrong) {
    fwrite(STDERR, $wrong->getMessage() . "\n");
    exit(1);
}
