<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The shared library is nowhere where it was looked for, or the system's loader refuses it.
 */
final class LibraryNotFound extends \RuntimeException implements LaporException
{
}
