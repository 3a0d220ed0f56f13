<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The caller gave something that cannot be meant: an option out of its range, a pointer that is none, a request that
 * has no JSON.
 */
final class BadArgument extends \InvalidArgumentException implements LaporException
{
}
