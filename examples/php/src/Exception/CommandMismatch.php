<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * What was started is not the command that this package was written for: it did not say hello, or speaks another wire.
 */
final class CommandMismatch extends \RuntimeException implements LaporException
{
}
