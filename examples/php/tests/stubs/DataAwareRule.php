<?php

declare(strict_types=1);

namespace Illuminate\Contracts\Validation;

/**
 * As Laravel 10 and newer has it: the example is tested without Laravel.
 */
interface DataAwareRule
{
    /**
     * @param array<string, mixed> $data
     * @return $this
     */
    public function setData(array $data);
}
