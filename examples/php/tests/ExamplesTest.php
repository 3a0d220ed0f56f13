<?php

declare(strict_types=1);

namespace Lapor\Tests;

use App\Rules\FitComplaint;
use Lapor\Engine;

/**
 * The examples as an application would use them.
 */
final class ExamplesTest extends TestCase
{
    /**
     * @param array<string, mixed> $form
     * @return list<string> what the rule complains of
     */
    private function complaints(FitComplaint $rule, array $form): array
    {
        $said = [];
        $fail = static function (string $text) use (&$said): void {
            $said[] = $text;
        };
        $rule->setData($form)->validate('content', $form['content'] ?? null, $fail);
        return $said;
    }

    /** @dataProvider drivers */
    public function testTheLaravelRuleStopsWhatTheFormDemands(string $driver): void
    {
        $rule = new FitComplaint(self::engine($driver), 'en');
        $fit = self::lamp() + ['classification' => 'pengaduan', 'region' => '12.71', '_token' => 'x', 'photo' => ['a']];
        unset($fit['location']);
        self::assertSame([], $this->complaints($rule, $fit));
        $codes = fn (array $form): array => [
            count($this->complaints($rule, $form)),
            array_column(array_filter($rule->findings(), static fn ($f): bool => $f['severity'] === 'block'), 'path'),
        ];
        self::assertSame([1, ['/complaint/title']], $codes(['title' => ' '] + $fit));
        self::assertSame([1, ['/complaint/content']], $codes(['content' => ''] + $fit));
        self::assertSame([1, ['/complaint/date_of_incident']], $codes(['date_of_incident' => '2999-01-01'] + $fit));
        self::assertSame([1, ['/complaint/content']], $codes(['content' => ['not' => 'a text']] + $fit));
    }

    public function testTheLaravelRuleTellsWhatCannotBeRead(): void
    {
        $form = ['content' => 'Lampu mati', 'classification' => 'keluhan'];
        $said = $this->complaints(new FitComplaint(self::engine(Engine::FFI), 'en'), $form);
        self::assertCount(1, $said);
        self::assertStringContainsString('pengaduan', $said[0]);
    }

    public function testTheFormAsksTheOneQuestionAndThenTellsTheReceiver(): void
    {
        $log = $this->form(function (\Closure $post): void {
            self::assertStringContainsString('<form', $post(null));
            $blank = $post(['title' => '', 'content' => '']);
            self::assertGreaterThanOrEqual(2, substr_count($blank, 'role="alert"'));
            $form = ['title' => 'Jalan berlubang', 'date' => '2026-01-05'];
            $form['content'] = 'Jalan Melati di Medan Tembung berlubang besar "sejak" <b>dua minggu</b>.';
            $asked = $post($form);
            self::assertStringContainsString('name="asked" value="road_status"', $asked);
            self::assertStringContainsString('&quot;sejak&quot; &lt;b&gt;dua minggu', $asked);
            self::assertStringNotContainsString('<b>', $asked);
            self::assertStringNotContainsString('role="note"', $asked);
            $told = $post($form + ['asked' => 'road_status', 'answer' => 'nasional']);
            self::assertStringContainsString('Kementerian Pekerjaan Umum', $told);
            self::assertStringNotContainsString('<form', $told);
            $unknown = $post($form + ['asked' => 'road_status', 'answer' => '']);
            self::assertStringContainsString('role="status"', $unknown);
            self::assertStringContainsString('role="alert"', $post($form + ['asked' => 'x', 'answer' => "\xff"]));
            self::assertStringContainsString('<form', $post(['title' => ['a'], 'content' => "\xff\0"]));
        });
        self::assertStringNotContainsString('Melati', $log);
    }

    public function testTheFormShowsWhatThePublicWouldSeeBeforeItSends(): void
    {
        $log = $this->form(function (\Closure $post): void {
            $form = ['title' => 'Lampu jalan mati', 'date' => '2026-01-05', 'asked' => 'x'];
            $form['content'] = 'Lampu jalan umum padam sejak Senin. Hubungi saya di 0812 0000 4321.';
            $shown = $post($form);
            self::assertSame(1, substr_count($shown, 'role="note"'));
            self::assertStringContainsString('Hubungi saya di [NOMOR TELEPON DISENSOR].', $shown);
            self::assertSame(1, preg_match('/name="advised" value="(\w+)"/', $shown, $advised));
            $sent = $form + ['advised' => $advised[1]];
            self::assertStringNotContainsString('<form', $post($sent));
            // another kind of data is other advice
            $more = $post(['content' => $form['content'] . ' Nama saya Wiranto Kusumadewa.'] + $sent);
            self::assertStringContainsString('Nama saya [NAMA DISENSOR].', $more);
            $without = $post(['content' => 'Lampu jalan umum padam sejak Senin.'] + $form);
            self::assertStringNotContainsString('<form', $without);
            $secret = $post($form + ['secret' => '1']);
            self::assertStringNotContainsString('<blockquote>', $secret);
            self::assertStringNotContainsString('DISENSOR', $secret);
        });
        self::assertStringNotContainsString('4321', $log);
    }

    /**
     * Serves the form and hands over what posts to it; gives back what the server logged.
     *
     * @param \Closure(\Closure): void $visit
     */
    private function form(\Closure $visit): string
    {
        $app = $this->folder();
        symlink(dirname(__DIR__) . '/vendor', "$app/vendor");
        copy(dirname(__DIR__) . '/examples/form/index.php', "$app/index.php");
        [$server, $address] = Server::builtIn($app, [], ['LAPOR_PACKS' => self::pack('id.12.71')]);
        try {
            $visit(static function (?array $form) use ($address): string {
                $http = ['method' => 'POST', 'header' => 'Content-Type: application/x-www-form-urlencoded'];
                $http['content'] = http_build_query($form ?? []);
                $context = stream_context_create(['http' => $form === null ? ['method' => 'GET'] : $http]);
                return (string) file_get_contents("$address/", false, $context);
            });
        } finally {
            $server->stop();
        }
        return (string) file_get_contents("$app/log");
    }
}
