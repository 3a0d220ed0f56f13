<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * What an error of the library says. Test the code, show the text.
 */
abstract class Refusal extends \RuntimeException implements LaporException
{
    /**
     * @param string                      $errorCode stable code, such as `missing_field`
     * @param string                      $path      JSON pointer to what is at fault, such as `/complaint/title`
     * @param array<string, mixed>        $params    what the text is filled with
     * @param array{id: string, en: string} $text    the sentence in Indonesian and in English
     */
    final public function __construct(
        public readonly string $errorCode,
        public readonly string $path,
        public readonly array $params,
        public readonly array $text,
    ) {
        parent::__construct(sprintf('%s at "%s": %s', $errorCode, $path, $text['en']));
    }

    /**
     * From the `error` of an envelope.
     *
     * @param array{code: string, path: string, params: array<string, mixed>,
     *     text: array{id: string, en: string}} $error
     */
    public static function of(array $error): static
    {
        return new static($error['code'], $error['path'], $error['params'], $error['text']);
    }
}
