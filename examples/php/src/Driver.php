<?php

declare(strict_types=1);

namespace Lapor;

/**
 * A way to the library. Both give the same bytes.
 */
interface Driver
{
    /**
     * `ffi` or `process`.
     */
    public function name(): string;

    /**
     * Which library or command answers, for people.
     */
    public function about(): string;

    /**
     * Calls an operation: any bytes in, one envelope as JSON out. What is wrong with them is an answer, no exception.
     */
    public function call(string $op, string $request): string;

    /**
     * Gives back what the driver holds. May be called again.
     */
    public function close(): void;
}
