<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * PHP may not start processes: `proc_open` is switched off, mostly by `disable_functions`.
 */
final class ProcessForbidden extends \RuntimeException implements LaporException
{
}
