<?php

/*
 * A form that asks before it sends: the first time it shows what is wrong, the one question that would change the
 * receiver, and, where the text has personal data, what others would see of it; then it tells who receives the
 * complaint. Nothing is stored or logged. Plain PHP.
 *
 *     php -S localhost:8000 -t .       in an application that has lapor/lapor in vendor/
 *
 * LAPOR_PACKS may name overlays, with a colon between them.
 */

declare(strict_types=1);

use Lapor\Engine;

require __DIR__ . '/vendor/autoload.php';

/** What was sent as text; whatever else a visitor may send counts as nothing. */
$field = static fn (string $name): string => is_string($_POST[$name] ?? null) ? mb_scrub($_POST[$name], 'UTF-8') : '';
$html = static fn (?string $text): string => htmlspecialchars((string) $text, ENT_QUOTES, 'UTF-8');

$packs = (string) getenv('LAPOR_PACKS');
$lapor = Engine::open($packs === '' ? [] : explode(':', $packs));
$complaint = [
    'title' => $field('title'),
    'content' => $field('content'),
    'date_of_incident' => $field('date') === '' ? null : $field('date'),
    // not ticked says nothing: a false would take the protection away that a report of abuse has by itself
    'is_secret' => $field('secret') === '' ? null : true,
    'answers' => $field('answer') === '' ? [] : [$field('asked') => $field('answer')],
];
$request = ['now' => Engine::instant(), 'complaint' => $complaint];

$answer = $_SERVER['REQUEST_METHOD'] === 'POST' ? $lapor->call('triage', $request) : null;
$blocks = array_filter($answer?->get('/findings') ?? [], static fn (array $f): bool => $f['severity'] === 'block');
$question = $blocks === [] ? $answer?->get('/route/question') : null;
$advice = $blocks === [] ? $answer?->get('/privacy/advice') ?? [] : [];
$advised = hash('sha256', serialize($advice)); // the same advice is given once
$open = ($question !== null && $field('asked') === '') || ($advice !== [] && $field('advised') !== $advised);
$done = $answer?->ok() === true && $blocks === [] && !$open;
$public = $advice !== [] && !$done ? $lapor->view(['complaint' => $complaint, 'audience' => 'public']) : null;
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
<p><label><input type="checkbox" name="secret" value="1"<?= $field('secret') === '' ? '' : ' checked' ?>>
Rahasiakan laporan ini dari publik</label></p>
    <?php if ($public !== null) : ?>
<section>
        <?php foreach ($advice as $reason) : ?>
<p role="note"><?= $html($reason['text']['id']) ?></p>
        <?php endforeach ?>
        <?php if ($public['listed']) : ?>
<p>Yang dilihat publik:</p>
<blockquote><p><?= $html($public['complaint']['title']) ?></p>
<p><?= $html($public['complaint']['content']) ?></p></blockquote>
        <?php else : ?>
<p>Publik tidak melihat laporan ini.</p>
        <?php endif ?>
<input type="hidden" name="advised" value="<?= $advised ?>">
</section>
    <?php endif ?>
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
