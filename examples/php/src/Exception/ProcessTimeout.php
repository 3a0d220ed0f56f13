<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * The command did not answer within the time limit. It was killed; the next call starts another.
 */
final class ProcessTimeout extends \RuntimeException implements LaporException
{
}
