<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * PHP was built or configured without ext-ffi.
 */
final class ExtensionMissing extends \RuntimeException implements LaporException
{
}
