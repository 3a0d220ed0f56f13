<?php

declare(strict_types=1);

namespace Lapor\Tests;

/**
 * As much of a web server as a page needs: one request over the socket of PHP-FPM.
 */
final class FastCgi
{
    /**
     * What the page prints, its headers in front.
     */
    public static function get(string $socket, string $script, string $query): string
    {
        $connection = stream_socket_client("unix://$socket", $code, $message, 5.0);
        if ($connection === false) {
            throw new \RuntimeException("$socket: $message");
        }
        $parameters = '';
        $all = ['REQUEST_METHOD' => 'GET', 'SCRIPT_FILENAME' => $script, 'QUERY_STRING' => $query];
        foreach ($all as $name => $value) {
            $parameters .= pack('NN', strlen($name) | 1 << 31, strlen($value) | 1 << 31) . $name . $value;
        }
        // begin (as responder), parameters, no more of them, no body
        $begin = self::record(1, pack('nCx5', 1, 0));
        fwrite($connection, $begin . self::record(4, $parameters) . self::record(4, '') . self::record(5, ''));
        $printed = '';
        while (($head = self::read($connection, 8)) !== '') {
            ['type' => $type, 'length' => $length, 'padding' => $rest] = unpack('Cv/Ctype/nid/nlength/Cpadding', $head);
            $content = self::read($connection, $length);
            self::read($connection, $rest);
            // 6 is what the page prints, 7 what it complains of, 3 the end
            $printed .= $type === 6 || $type === 7 ? $content : '';
            if ($type === 3) {
                break;
            }
        }
        fclose($connection);
        return $printed;
    }

    private static function record(int $type, string $content): string
    {
        return pack('CCnnCx', 1, $type, 1, strlen($content), 0) . $content;
    }

    /**
     * @param resource $connection
     */
    private static function read(mixed $connection, int $bytes): string
    {
        return $bytes === 0 ? '' : (string) stream_get_contents($connection, $bytes);
    }
}
