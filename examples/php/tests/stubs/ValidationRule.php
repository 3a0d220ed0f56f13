<?php

declare(strict_types=1);

namespace Illuminate\Contracts\Validation;

/**
 * As Laravel 10 and newer has it: the example is tested without Laravel.
 */
interface ValidationRule
{
    public function validate(string $attribute, mixed $value, \Closure $fail): void;
}
