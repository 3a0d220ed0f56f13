<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The command `lapor` is nowhere where it was looked for, or cannot be started.
 */
final class CommandNotFound extends \RuntimeException implements LaporException
{
}
