<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * PHP has ext-ffi but does not let this code use it: `ffi.enable` stands in the way. The message says what to do.
 */
final class FfiRestricted extends \RuntimeException implements LaporException
{
}
