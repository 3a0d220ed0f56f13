<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * What every exception of this package is: catch it to catch them all. Each cause has a class of its own.
 *
 * No message repeats a value of a complaint; the path has the names of members as they were sent.
 */
interface LaporException extends \Throwable
{
}
