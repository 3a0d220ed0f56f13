<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * A call on an engine after its `close()`.
 */
final class EngineClosed extends \LogicException implements LaporException
{
}
