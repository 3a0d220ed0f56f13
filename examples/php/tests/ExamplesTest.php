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
        $app = $this->folder();
        symlink(dirname(__DIR__) . '/vendor', "$app/vendor");
        copy(dirname(__DIR__) . '/examples/form/index.php', "$app/index.php");
        [$server, $address] = Server::builtIn($app, [], ['LAPOR_PACKS' => self::pack('id.12.71')]);
        $post = static function (array $form) use ($address): string {
            $http = ['method' => 'POST', 'header' => 'Content-Type: application/x-www-form-urlencoded'];
            $context = stream_context_create(['http' => $http + ['content' => http_build_query($form)]]);
            return (string) file_get_contents("$address/", false, $context);
        };
        try {
            self::assertStringContainsString('<form', (string) file_get_contents("$address/"));
            $blank = $post(['title' => '', 'content' => '']);
            self::assertGreaterThanOrEqual(2, substr_count($blank, 'role="alert"'));
            $form = ['title' => 'Jalan berlubang', 'date' => '2026-01-05'];
            $form['content'] = 'Jalan Melati di Medan Tembung berlubang besar "sejak" <b>dua minggu</b>.';
            $asked = $post($form);
            self::assertStringContainsString('name="asked" value="road_status"', $asked);
            self::assertStringContainsString('&quot;sejak&quot; &lt;b&gt;dua minggu', $asked);
            self::assertStringNotContainsString('<b>', $asked);
            $told = $post($form + ['asked' => 'road_status', 'answer' => 'nasional']);
            self::assertStringContainsString('Kementerian Pekerjaan Umum', $told);
            self::assertStringNotContainsString('<form', $told);
            $unknown = $post($form + ['asked' => 'road_status', 'answer' => '']);
            self::assertStringContainsString('role="status"', $unknown);
            self::assertStringContainsString('role="alert"', $post($form + ['asked' => 'x', 'answer' => "\xff"]));
            self::assertStringContainsString('<form', $post(['title' => ['a'], 'content' => "\xff\0"]));
        } finally {
            $server->stop();
        }
        self::assertStringNotContainsString('Melati', (string) file_get_contents("$app/log"));
    }
}
