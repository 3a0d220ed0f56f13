<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * What was loaded is not the library that this package was written for: it has another ABI or wire number, or lacks a
 * function.
 */
final class AbiMismatch extends \RuntimeException implements LaporException
{
}
