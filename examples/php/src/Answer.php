<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\BadArgument;
use Lapor\Exception\ErrorAnswer;

/**
 * The envelope that a call gave. It never changes.
 *
 * JSON objects and lists are PHP arrays; an empty object is `[]`.
 *
 * @phpstan-type Error array{code: string, path: string, params: array<string, mixed>,
 *     text: array{id: string, en: string}}
 * @phpstan-type Envelope array{ok: bool, answer: array<string, mixed>, error: Error}
 */
final class Answer implements \Stringable
{
    /** @var Envelope|null */
    private ?array $envelope = null;

    public function __construct(private readonly string $json)
    {
    }

    /**
     * The envelope's bytes: `{"ok":true,"answer":{…}}` or `{"ok":false,"error":{…}}`, the same in every host.
     */
    public function json(): string
    {
        return $this->json;
    }

    public function __toString(): string
    {
        return $this->json;
    }

    /**
     * False if the request was refused. What is wrong with a complaint is not: that is in `/findings`.
     */
    public function ok(): bool
    {
        return str_starts_with($this->json, '{"ok":true,');
    }

    /**
     * The answer.
     *
     * @return array<string, mixed>
     * @throws ErrorAnswer if the request was refused
     */
    public function value(): array
    {
        return $this->ok() ? $this->envelope()['answer'] : throw ErrorAnswer::of($this->envelope()['error']);
    }

    /**
     * The error, null if there is none.
     *
     * @return Error|null
     */
    public function error(): ?array
    {
        return $this->ok() ? null : $this->envelope()['error'];
    }

    /**
     * What stands at a JSON pointer (RFC 6901) such as `/route/lead/name` or `/findings/0/code`, null if nothing does.
     *
     * The pointer leads into the answer, or into the error of a request that was refused.
     */
    public function get(string $pointer): mixed
    {
        return $this->find($pointer)[0] ?? null;
    }

    /**
     * True if something stands at the pointer, be it null.
     */
    public function has(string $pointer): bool
    {
        return $this->find($pointer) !== [];
    }

    /**
     * The value at a pointer in a list of its own; an empty list if there is none.
     *
     * @return array{0?: mixed}
     */
    private function find(string $pointer): array
    {
        if ($pointer !== '' && $pointer[0] !== '/') {
            throw new BadArgument('a JSON pointer is empty or begins with /');
        }
        $value = $this->ok() ? $this->envelope()['answer'] : $this->envelope()['error'];
        foreach (array_slice(explode('/', $pointer), 1) as $step) {
            $name = strtr($step, ['~1' => '/', '~0' => '~']);
            if (!is_array($value) || !array_key_exists($name, $value)) {
                return [];
            }
            $value = $value[$name];
        }
        return [$value];
    }

    /**
     * @return Envelope
     */
    private function envelope(): array
    {
        if ($this->envelope === null) {
            /** @var Envelope $envelope the library writes nothing else */
            $envelope = json_decode($this->json, true, 512, JSON_THROW_ON_ERROR);
            $this->envelope = $envelope;
        }
        return $this->envelope;
    }
}
