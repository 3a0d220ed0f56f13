<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * What every exception of this package is: catch it to catch them all. Each cause has a class of its own.
 *
 * No message holds words of a complaint.
 */
interface LaporException extends \Throwable
{
}
