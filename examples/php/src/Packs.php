<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\BadArgument;
use Lapor\Exception\PackUnreadable;

/**
 * The files of packs and overlays that are added to the built-in ones.
 */
final class Packs
{
    private function __construct()
    {
    }

    /**
     * The files, each known to be readable.
     *
     * @param array<mixed> $files
     * @return list<string>
     */
    public static function files(array $files): array
    {
        $known = [];
        foreach ($files as $file) {
            if (!is_string($file) || $file === '' || str_contains($file, "\0")) {
                throw new BadArgument('packs: a list of file names is expected');
            }
            if (!is_file($file) || !is_readable($file)) {
                throw new PackUnreadable("the pack $file cannot be read");
            }
            $known[] = $file;
        }
        return $known;
    }

    /**
     * What stands in the files.
     *
     * @param array<mixed> $files
     * @return list<string>
     */
    public static function read(array $files): array
    {
        return array_map(static function (string $file): string {
            $bytes = @file_get_contents($file);
            return is_string($bytes) ? $bytes : throw new PackUnreadable("the pack $file cannot be read");
        }, self::files($files));
    }
}
