<?php

declare(strict_types=1);

namespace App\Rules;

use Closure;
use Illuminate\Contracts\Validation\DataAwareRule;
use Illuminate\Contracts\Validation\ValidationRule;
use Lapor\Engine;

/**
 * A Laravel rule: what the law and the form demand of a complaint, each fault in the words of the library.
 *
 *     $request->validate(['content' => ['required', new FitComplaint($lapor)]]);
 *
 * It reads title, content, classification, date_of_incident, and region from the form. Only findings that block stop
 * the form; `findings()` has them all, for hints beside the fields.
 */
final class FitComplaint implements ValidationRule, DataAwareRule
{
    private const MEMBERS = ['title', 'content', 'classification', 'date_of_incident'];

    /** @var array<string, mixed> */
    private array $data = [];
    /** @var list<array<string, mixed>> */
    private array $findings = [];

    /**
     * @param 'id'|'en' $language
     */
    public function __construct(private readonly Engine $lapor, private readonly string $language = 'id')
    {
    }

    /**
     * @param array<string, mixed> $data
     */
    public function setData(array $data): static
    {
        $this->data = $data;
        return $this;
    }

    public function validate(string $attribute, mixed $value, Closure $fail): void
    {
        $complaint = array_intersect_key([$attribute => $value] + $this->data, array_flip(self::MEMBERS));
        $region = $this->data['region'] ?? null;
        $answer = $this->lapor->call('complaint.validate', [
            'now' => Engine::instant(),
            'complaint' => array_filter($complaint, 'is_string') + ['location' => ['region' => $region]],
        ]);
        if (!$answer->ok()) {
            $fail($answer->get("/text/$this->language"));
            return;
        }
        $this->findings = $answer->get('/findings');
        foreach ($this->findings as $finding) {
            if ($finding['severity'] === 'block') {
                $fail($finding['text'][$this->language]);
            }
        }
    }

    /**
     * All that was found in the last complaint.
     *
     * @return list<array<string, mixed>>
     */
    public function findings(): array
    {
        return $this->findings;
    }
}
