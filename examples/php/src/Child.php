<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\CommandMismatch;
use Lapor\Exception\CommandNotFound;
use Lapor\Exception\PackRefused;
use Lapor\Exception\ProcessDied;
use Lapor\Exception\ProcessTimeout;

/**
 * One running command `lapor call`: a line in, a line out, within a time limit.
 *
 * Times are those of hrtime(true), in nanoseconds.
 *
 * @internal used by ProcessDriver
 */
final class Child
{
    /** Most bytes that are read at once. */
    private const CHUNK = 1 << 20;

    /** What was read of the next line. */
    private string $read = '';
    /** The PHP process that started it: after a fork the pipes are copies, and the child is somebody else's. */
    private readonly int $owner;

    /**
     * @param resource|null $process
     * @param resource      $in
     * @param resource      $out
     */
    private function __construct(private mixed $process, private readonly mixed $in, private readonly mixed $out)
    {
        $this->owner = (int) getmypid();
        stream_set_blocking($in, false);
        stream_set_blocking($out, false);
        stream_set_write_buffer($in, 0);
        stream_set_read_buffer($out, 0);
    }

    /**
     * Starts the command and waits until it says hello.
     *
     * @param non-empty-list<string> $command
     * @return array{self, string} the child and its release
     */
    public static function start(array $command, int $deadline): array
    {
        // select() of Windows knows sockets only; elsewhere pipes are faster
        $stream = PHP_OS_FAMILY === 'Windows' ? ['socket'] : null;
        $streams = [$stream ?? ['pipe', 'r'], $stream ?? ['pipe', 'w'], ['null']];
        $pipes = [];
        $process = @proc_open($command, $streams, $pipes, null, null, ['bypass_shell' => true]);
        if (!is_resource($process) || !isset($pipes[0], $pipes[1])) {
            throw new CommandNotFound("the command $command[0] cannot be started");
        }
        $child = new self($process, $pipes[0], $pipes[1]);
        try {
            return [$child, $child->hello($command[0], $deadline)];
        } catch (\Throwable $failed) {
            $child->end();
            throw $failed;
        }
    }

    /**
     * Sends a line and gives back the one that answers it, both without line feed.
     *
     * It reads while it writes: a child that waits for its answer to be read does not read on, and neither would we.
     */
    public function ask(string $line, int $deadline): string
    {
        $rest = $line . "\n";
        $sent = @fwrite($this->in, $rest);
        $rest = substr($rest, (int) $sent);
        while ($rest !== '') {
            $this->wait(true, $deadline);
            $sent = @fwrite($this->in, $rest);
            if ($sent === false) {
                throw new ProcessDied('the command closed its input before it had read the request');
            }
            $rest = substr($rest, $sent);
            $this->fill();
        }
        return $this->line($deadline);
    }

    /**
     * True in the process that started it.
     */
    public function isOurs(): bool
    {
        return $this->owner === getmypid();
    }

    /**
     * Ends the child and collects it, so that no zombie stays. It keeps nothing that would be lost.
     */
    public function end(): void
    {
        $process = $this->process;
        $this->process = null;
        if ($process === null) {
            return;
        }
        if ($this->isOurs()) {
            proc_terminate($process, 9);
        }
        fclose($this->in);
        fclose($this->out);
        proc_close($process);
    }

    public function __destruct()
    {
        $this->end();
    }

    private function hello(string $name, int $deadline): string
    {
        try {
            $line = $this->line($deadline);
        } catch (ProcessDied $ended) {
            throw new CommandMismatch("$name ended without a hello: it is not lapor, or an older one", 0, $ended);
        }
        $hello = json_decode($line, true);
        if (is_array($hello) && isset($hello['error']['code'], $hello['error']['path'])) {
            throw PackRefused::of($hello['error']);
        }
        $wire = is_array($hello) ? $hello['wire'] ?? null : null;
        if ($wire !== Abi::LAPOR_WIRE_VERSION || !is_string($hello['lapor'] ?? null)) {
            $wanted = sprintf('a lapor of wire %d', Abi::LAPOR_WIRE_VERSION);
            throw new CommandMismatch("$name did not say the hello of $wanted");
        }
        return $hello['lapor'];
    }

    /**
     * The next line of the child.
     */
    private function line(int $deadline): string
    {
        $searched = 0;
        do {
            $end = strpos($this->read, "\n", $searched);
            if ($end === false) {
                // only what is new is searched: a large answer comes in many pieces
                $searched = strlen($this->read);
                $this->wait(false, $deadline);
                if (!$this->fill() && feof($this->out)) {
                    throw new ProcessDied('the command ended before it answered');
                }
            }
        } while ($end === false);
        $line = substr($this->read, 0, $end);
        $this->read = substr($this->read, $end + 1);
        return $line;
    }

    /**
     * Reads what is there; false if that is nothing.
     */
    private function fill(): bool
    {
        $piece = @fread($this->out, self::CHUNK);
        if ($piece === false || $piece === '') {
            return false;
        }
        $this->read .= $piece;
        return true;
    }

    /**
     * Waits until the child can be read from, or, if asked, be written to.
     */
    private function wait(bool $writing, int $deadline): void
    {
        do {
            $left = $deadline - hrtime(true);
            if ($left <= 0) {
                throw new ProcessTimeout('the command did not answer in time');
            }
            $in = [$this->out];
            $out = $writing ? [$this->in] : null;
            $none = null;
            $ready = @stream_select($in, $out, $none, intdiv($left, 1_000_000_000), intdiv($left, 1000) % 1_000_000);
            if ($ready === false) {
                // a signal, or more open files than select() can count: then it is tried again and again
                usleep(200);
                return;
            }
        } while ($ready === 0);
    }
}
