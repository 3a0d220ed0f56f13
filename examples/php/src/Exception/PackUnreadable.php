<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * A file of packs cannot be read.
 */
final class PackUnreadable extends \RuntimeException implements LaporException
{
}
