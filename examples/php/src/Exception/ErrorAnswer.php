<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The library refused a request; asked for by `Answer::value()` and the methods named after operations.
 */
final class ErrorAnswer extends Refusal
{
}
