<?php

/*
 * For opcache.preload: PHP allows FFI to preloaded code where ffi.enable is "preload", its default.
 *
 * In php.ini:
 *
 *     opcache.preload=/var/www/app/vendor/lapor/lapor/preload.php
 *     opcache.preload_user=www-data        ; if the server is started by root
 *
 * An application that has a preload script of its own requires this file in it.
 */

declare(strict_types=1);

foreach (['', '/Exception'] as $folder) {
    foreach (glob(__DIR__ . "/src$folder/*.php") ?: [] as $file) {
        opcache_compile_file($file);
    }
}
