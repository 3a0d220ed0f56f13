<?php

declare(strict_types=1);

namespace Lapor\Exception;

/**
 * A pack or overlay was refused. The path begins with its number among those given: `/packs/0/offices/3/type`.
 */
final class PackRefused extends Refusal
{
}
