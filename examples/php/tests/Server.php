<?php

declare(strict_types=1);

namespace Lapor\Tests;

/**
 * A server that a test starts and ends by its process id.
 */
final class Server
{
    /** @var resource */
    private mixed $process;

    /**
     * @param list<string>          $command
     * @param array<string, string> $environment added to ours
     * @param callable(): bool      $ready
     */
    public function __construct(array $command, array $environment, string $log, callable $ready)
    {
        $streams = [['null'], ['file', $log, 'a'], ['file', $log, 'a']];
        $process = proc_open($command, $streams, $pipes, null, $environment + getenv());
        $this->process = is_resource($process) ? $process : throw new \RuntimeException("$command[0] does not start");
        for ($time = 0; !$ready(); $time++) {
            if ($time === 200 || !proc_get_status($this->process)['running']) {
                $this->stop();
                throw new \RuntimeException("$command[0] is not ready: " . file_get_contents($log));
            }
            usleep(25_000);
        }
    }

    public function stop(): void
    {
        if (is_resource($this->process)) {
            proc_terminate($this->process, SIGTERM);
            proc_close($this->process);
        }
    }

    /**
     * PHP-FPM with one worker, as an administrator would set it up.
     *
     * @param list<string> $settings    of php.ini
     * @param list<string> $environment of the worker, NAME=value
     */
    public static function fpm(string $folder, array $settings, array $environment): self
    {
        $root = posix_geteuid() === 0;
        $lines = ['[global]', "error_log=$folder/fpm.log", '[www]', "listen=$folder/socket", 'pm=static'];
        array_push($lines, 'pm.max_children=1', ...($root ? ['user=www-data', 'group=www-data'] : []));
        foreach ($environment as $variable) {
            $lines[] = 'env[' . strtok($variable, '=') . ']=' . strtok('');
        }
        file_put_contents("$folder/fpm.conf", implode("\n", $lines) . "\n");
        $program = sprintf('/usr/sbin/php-fpm%d.%d', PHP_MAJOR_VERSION, PHP_MINOR_VERSION);
        $ready = static fn (): bool => file_exists("$folder/socket");
        return new self([$program, '-F', '-y', "$folder/fpm.conf", ...$settings], [], "$folder/log", $ready);
    }

    /**
     * PHP's own web server.
     *
     * @param list<string>          $settings    of php.ini
     * @param array<string, string> $environment added to ours
     * @return array{self, string} and its address
     */
    public static function builtIn(string $folder, array $settings, array $environment): array
    {
        $free = stream_socket_server('tcp://127.0.0.1:0');
        $address = (string) stream_socket_get_name($free, false);
        fclose($free);
        $ready = static fn (): bool => is_resource(@stream_socket_client("tcp://$address", $code, $message, 0.2));
        $command = [PHP_BINARY, ...$settings, '-S', $address, '-t', $folder];
        return [new self($command, $environment, "$folder/log", $ready), "http://$address"];
    }
}
