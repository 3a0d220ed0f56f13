<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * Neither driver can be used; the message has both reasons.
 */
final class NoDriver extends \RuntimeException implements LaporException
{
}
