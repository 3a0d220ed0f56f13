<?php

declare(strict_types=1);

namespace Lapor\Tests;

/**
 * An application with this package, deployed where the user of a web server can read it.
 */
final class App
{
    private function __construct(public readonly string $folder)
    {
    }

    public static function deploy(string $library, string $command, string $pack): self
    {
        $folder = sys_get_temp_dir() . '/lapor-app-' . bin2hex(random_bytes(6));
        mkdir($folder, 0755);
        $from = escapeshellarg(dirname(__DIR__));
        $what = 'src vendor preload.php lapor-php.h tests/scripts/page.php';
        exec("cd $from && cp -rL $what " . escapeshellarg($folder), $lines, $status);
        if ($status !== 0) {
            throw new \RuntimeException('the package was not copied');
        }
        copy($library, "$folder/liblapor.so.1");
        copy($command, "$folder/lapor");
        copy($pack, "$folder/overlay.json");
        chmod("$folder/lapor", 0755);
        // a header that names the library's place, as an administrator would edit it
        $header = (string) file_get_contents("$folder/lapor-php.h");
        $place = "#define FFI_LIB \"$folder/liblapor.so.1\"";
        file_put_contents("$folder/own.h", str_replace('#define FFI_LIB "liblapor.so.1"', $place, $header));
        return new self($folder);
    }

    /**
     * @return array<string, string> where library and command are
     */
    public function environment(): array
    {
        return ['LAPOR_LIBRARY' => "$this->folder/liblapor.so.1", 'LAPOR_COMMAND' => "$this->folder/lapor"];
    }

    /**
     * @return list<string> settings of php.ini that preload the package
     */
    public function recipe(): array
    {
        $settings = ['-d', 'opcache.enable_cli=1', '-d', "opcache.preload=$this->folder/preload.php"];
        return posix_geteuid() === 0 ? [...$settings, '-d', 'opcache.preload_user=www-data'] : $settings;
    }

    /**
     * What the page says, without the headers in front; null if it says something else.
     *
     * @return array<string, mixed>|null
     */
    public static function read(string $printed): ?array
    {
        $parts = explode("\r\n\r\n", $printed, 2);
        return json_decode($parts[1] ?? $parts[0], true);
    }

    public function remove(): void
    {
        exec('rm -r ' . escapeshellarg($this->folder));
    }
}
