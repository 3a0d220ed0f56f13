<?php

declare(strict_types=1);

namespace Lapor;

/**
 * The numbers of lapor.h.
 */
final class Abi
{
    /** The ABI version that this package was written for. */
    public const LAPOR_ABI_VERSION = 1;
    /** The wire version that this package was written for. */
    public const LAPOR_WIRE_VERSION = 1;

    /** Done. */
    public const LAPOR_OK = 0;
    /** An argument breaks a rule of the header. */
    public const LAPOR_BAD_ARGUMENT = 1;
    /** The answer holds an error. */
    public const LAPOR_ERROR_ANSWER = 2;
    /** A pointer leads nowhere. */
    public const LAPOR_NOT_FOUND = 3;
    /** A fault of the library itself, caught: the answer holds the error `internal`. */
    public const LAPOR_PANIC = 4;

    private function __construct()
    {
    }
}
