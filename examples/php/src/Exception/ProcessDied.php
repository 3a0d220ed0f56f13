<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The command ended before it answered, and so did the one that was started in its place. The next call starts another.
 */
final class ProcessDied extends \RuntimeException implements LaporException
{
}
