<?php

declare(strict_types=1);

namespace Lapor;

/**
 * Where library and command are looked for when nobody says where they are.
 */
final class Places
{
    private function __construct()
    {
    }

    /**
     * What a variable of the environment says, null if it says nothing.
     */
    public static function fromEnvironment(string $name): ?string
    {
        $value = getenv($name);
        return is_string($value) && $value !== '' ? $value : null;
    }

    /**
     * The library: files of this package's `lib`, then names that the system's loader looks for.
     *
     * @return list<string>
     */
    public static function libraries(string $family = PHP_OS_FAMILY): array
    {
        $names = match ($family) {
            'Windows' => ['lapor.dll'],
            'Darwin' => ['liblapor.1.dylib', 'liblapor.dylib'],
            default => ['liblapor.so.1', 'liblapor.so'],
        };
        $own = array_map(static fn (string $name): string => dirname(__DIR__) . "/lib/$name", $names);
        return [...array_filter($own, 'is_file'), ...$names];
    }

    /**
     * The command: this package's `bin`, then the folders of PATH.
     *
     * @return list<string>
     */
    public static function commands(string $family = PHP_OS_FAMILY): array
    {
        $name = $family === 'Windows' ? 'lapor.exe' : 'lapor';
        $separator = $family === 'Windows' ? ';' : ':';
        $folders = array_filter(explode($separator, (string) getenv('PATH')), static fn ($f): bool => $f !== '');
        return array_values(array_map(
            static fn (string $folder): string => "$folder/$name",
            [dirname(__DIR__) . '/bin', ...$folders],
        ));
    }
}
