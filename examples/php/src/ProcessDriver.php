<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\BadArgument;
use Lapor\Exception\CommandNotFound;
use Lapor\Exception\EngineClosed;
use Lapor\Exception\ProcessDied;
use Lapor\Exception\ProcessForbidden;
use Lapor\Exception\ProcessTimeout;

/**
 * The command `lapor call` as a child of this process, for places where FFI is refused.
 *
 * The child lives as long as the driver. One that dies is replaced, and the request is sent once more: a call changes
 * nothing, so a second one does no harm. Every call has a time limit; what does not answer within it is killed. After a
 * fork each process has a child of its own.
 */
final class ProcessDriver implements Driver
{
    /** What JSON has no string for. A line of it gets the same refusal as an operation's name that is not UTF-8. */
    private const NOT_UTF8 = "\xff";

    /** @var non-empty-list<string> */
    private readonly array $command;
    private readonly int $limit;
    private ?Child $child = null;
    private string $release = '';
    private bool $closed = false;
    private int $calls = 0;

    /**
     * @param list<string> $packs   files of packs and overlays, the later one wins
     * @param ?string      $command the command's file; null: see README.md, "Where it looks"
     * @param float        $timeout seconds that a call may take, the start of a child included
     */
    public function __construct(array $packs = [], ?string $command = null, float $timeout = 10.0)
    {
        if (!($timeout > 0.0 && $timeout <= 86400.0)) {
            throw new BadArgument('timeout: seconds, more than 0 and at most a day');
        }
        if (!function_exists('proc_open')) {
            throw new ProcessForbidden('PHP may not start processes: proc_open is switched off (disable_functions)');
        }
        $this->limit = (int) ($timeout * 1e9);
        $line = [self::find($command), 'call', '--hello', '--no-villages'];
        foreach (array_map('realpath', Packs::files($packs)) as $file) {
            $line[] = "--pack=$file";
        }
        $this->command = $line;
        $this->child(hrtime(true) + $this->limit);
    }

    public function name(): string
    {
        return 'process';
    }

    public function about(): string
    {
        return sprintf('lapor %s (%s)', $this->release, $this->command[0]);
    }

    public function call(string $op, string $request): string
    {
        if ($this->closed) {
            throw new EngineClosed('the engine was closed');
        }
        $id = ++$this->calls;
        $line = self::question($id, $op, $request);
        $deadline = hrtime(true) + $this->limit;
        try {
            return self::envelope($id, $this->child($deadline)->ask($line, $deadline));
        } catch (ProcessDied) {
            $this->drop();
        } catch (ProcessTimeout $late) {
            $this->drop();
            throw $late;
        }
        try {
            return self::envelope($id, $this->child($deadline)->ask($line, $deadline));
        } catch (ProcessDied | ProcessTimeout $failed) {
            $this->drop();
            throw $failed;
        }
    }

    public function close(): void
    {
        $this->closed = true;
        $this->drop();
    }

    public function __destruct()
    {
        $this->drop();
    }

    /** Two objects would read each other's answers. */
    private function __clone()
    {
    }

    /**
     * @return array<never>
     */
    public function __serialize(): array
    {
        throw new \LogicException('an engine cannot be serialised: it is a child of this process');
    }

    /**
     * The child, started if there is none that is ours.
     */
    private function child(int $deadline): Child
    {
        if ($this->child?->isOurs() !== true) {
            $this->drop();
            [$this->child, $this->release] = Child::start($this->command, $deadline);
        }
        return $this->child;
    }

    private function drop(): void
    {
        $this->child?->end();
        $this->child = null;
    }

    private static function question(int $id, string $op, string $request): string
    {
        $name = self::json($op);
        if ($name === null) {
            return self::NOT_UTF8;
        }
        $text = self::json($request);
        $member = $text === null ? '"request_hex":"' . bin2hex($request) . '"' : '"request_text":' . $text;
        return "{\"id\":$id,\"op\":$name,$member}";
    }

    /**
     * A text as a JSON string, null if it is not UTF-8.
     */
    private static function json(string $text): ?string
    {
        $json = json_encode($text, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS);
        return $json === false ? null : $json;
    }

    /**
     * The envelope of an answer, without the id. A line that could not be read has none.
     */
    private static function envelope(int $id, string $line): string
    {
        $head = "{\"id\":$id,";
        if (str_starts_with($line, $head)) {
            return '{' . substr($line, strlen($head));
        }
        if (str_starts_with($line, '{"ok":false,')) {
            return $line;
        }
        throw new ProcessDied('the command answered another question');
    }

    private static function find(?string $given): string
    {
        $given ??= Places::fromEnvironment('LAPOR_COMMAND');
        $places = $given === null ? Places::commands() : [$given];
        foreach ($places as $file) {
            if (is_file($file) && is_executable($file)) {
                // a child may have to be started again after the caller went to another folder
                return (string) realpath($file);
            }
        }
        throw new CommandNotFound('the command of lapor was not found: ' . implode(', ', $places)
            . '. Give its file as `command:` or in the environment as LAPOR_COMMAND.');
    }
}
