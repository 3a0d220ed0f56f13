<?php

/*
 * A form that asks before it sends: the first time it shows what is wrong and the one question that would change the
 * receiver; then it tells who receives the complaint. Plain PHP.
 *
 *     php -S localhost:8000 -t .       in an application that has lapor/lapor in vendor/
 *
 * LAPOR_PACKS may name overlays, with a colon between them.
 */

declare(strict_types=1);

use Lapor\Answer;
use Lapor\Engine;

require __DIR__ . '/vendor/autoload.php';

/** What was sent as text; whatever else a visitor may send counts as nothing. */
$field = static fn (string $name): string => is_string($_POST[$name] ?? null) ? mb_scrub($_POST[$name], 'UTF-8') : '';
$html = static fn (?string $text): string => htmlspecialchars((string) $text, ENT_QUOTES, 'UTF-8');

$triage = static function () use ($field): Answer {
    $packs = (string) getenv('LAPOR_PACKS');
    $lapor = Engine::open($packs === '' ? [] : explode(':', $packs));
    return $lapor->call('triage', ['now' => Engine::instant(), 'complaint' => [
        'title' => $field('title'),
        'content' => $field('content'),
        'date_of_incident' => $field('date') === '' ? null : $field('date'),
        'answers' => $field('answer') === '' ? [] : [$field('asked') => $field('answer')],
    ]]);
};

$answer = $_SERVER['REQUEST_METHOD'] === 'POST' ? $triage() : null;
$blocks = array_filter($answer?->get('/findings') ?? [], static fn (array $f): bool => $f['severity'] === 'block');
$question = $blocks === [] ? $answer?->get('/route/question') : null;
$done = $answer?->ok() === true && $blocks === [] && ($question === null || $field('asked') !== '');
?>
<!DOCTYPE html>
<html lang="id">
<meta charset="utf-8">
<title>Laporan</title>
<h1>Laporan</h1>
<?php if ($answer?->ok() === false) : ?>
<p role="alert"><?= $html($answer->get('/text/id')) ?></p>
<?php endif ?>
<?php foreach ($blocks as $finding) : ?>
<p role="alert"><?= $html($finding['text']['id']) ?></p>
<?php endforeach ?>
<?php if ($done) : ?>
<p role="status">Diteruskan kepada: <strong><?=
    $html($answer->get('/route/lead/name') ?? $answer->get('/route/needs_triage/coordinator/name')) ?></strong></p>
<?php else : ?>
<form method="post">
<p><label>Judul <input name="title" value="<?= $html($field('title')) ?>"></label></p>
<p><label>Isi <textarea name="content"><?= $html($field('content')) ?></textarea></label></p>
<p><label>Tanggal kejadian <input name="date" type="date" value="<?= $html($field('date')) ?>"></label></p>
    <?php if ($question !== null) : ?>
<fieldset><legend><?= $html($question['text']['id']) ?></legend>
<input type="hidden" name="asked" value="<?= $html($question['discriminator']) ?>">
        <?php foreach ($question['options'] as $option) : ?>
<label><input type="radio" name="answer" value="<?= $html($option['value']) ?>"> <?=
    $html($option['text']['id']) ?></label>
        <?php endforeach ?>
<label><input type="radio" name="answer" value="" checked> Tidak tahu</label>
</fieldset>
    <?php endif ?>
<p><button>Kirim</button></p>
</form>
<?php endif ?>
</html>
