<?php

declare(strict_types=1);

namespace Lapor\Tests;

/**
 * Where library and command are looked for, in an application that was deployed with them.
 */
final class PlacesTest extends TestCase
{
    private static App $app;

    public static function setUpBeforeClass(): void
    {
        self::$app = App::deploy(self::env('LAPOR_LIBRARY'), self::env('LAPOR_COMMAND'), self::pack('id.12.71'));
        $folder = self::$app->folder;
        mkdir("$folder/lib");
        mkdir("$folder/bin");
        copy("$folder/liblapor.so.1", "$folder/lib/liblapor.so.1");
        copy("$folder/lapor", "$folder/bin/lapor");
        chmod("$folder/bin/lapor", 0755);
    }

    public static function tearDownAfterClass(): void
    {
        self::$app->remove();
    }

    /**
     * What the driver of a deployed application says of itself.
     */
    private static function reason(string $driver, string $before): string
    {
        $folder = self::$app->folder;
        $code = "require '$folder/vendor/autoload.php'; $before;"
            . "echo Lapor\\Engine::open([], '$driver')->driverReason();";
        return self::printed(['-r', $code]);
    }

    public function testThePackageItselfIsLookedAt(): void
    {
        $away = 'putenv("LAPOR_LIBRARY"); putenv("LAPOR_COMMAND")';
        $folder = self::$app->folder;
        self::assertStringContainsString("($folder/lib/liblapor.so.1)", self::reason('ffi', $away));
        self::assertStringContainsString("($folder/bin/lapor)", self::reason('process', $away));
    }

    public function testTheEnvironmentGoesBefore(): void
    {
        $library = self::env('LAPOR_LIBRARY');
        self::assertStringContainsString("($library)", self::reason('ffi', ''));
        $command = self::env('LAPOR_COMMAND');
        self::assertStringContainsString("($command)", self::reason('process', ''));
    }

    public function testThePathIsLookedAt(): void
    {
        $folder = self::$app->folder;
        $path = "putenv('LAPOR_COMMAND'); rename('$folder/bin', '$folder/elsewhere'); putenv('PATH=$folder/elsewhere')";
        try {
            self::assertStringContainsString("($folder/elsewhere/lapor)", self::reason('process', $path));
        } finally {
            rename("$folder/elsewhere", "$folder/bin");
        }
    }
}
