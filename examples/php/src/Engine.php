<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\AbiMismatch;
use Lapor\Exception\BadArgument;
use Lapor\Exception\CommandMismatch;
use Lapor\Exception\CommandNotFound;
use Lapor\Exception\ExtensionMissing;
use Lapor\Exception\FfiRestricted;
use Lapor\Exception\LibraryNotFound;
use Lapor\Exception\NoDriver;
use Lapor\Exception\ProcessForbidden;

/**
 * The logic of SP4N-LAPOR!: one call, arrays in, an answer out.
 *
 * ```php
 * $lapor = Engine::open(['packs/id.12.71.json']);
 * $answer = $lapor->call('triage', ['now' => Engine::instant(), 'complaint' => $complaint]);
 * echo $answer->get('/route/lead/name') ?? $answer->get('/route/needs_triage/coordinator/name');
 * ```
 *
 * A request is an array with the members of docs/wire.md and docs/operations.md; an absent member equals null, and `[]`
 * is read as `{}` where an object stands. It may have 256 KiB. The methods named after operations give the value of the
 * answer at once and throw an ErrorAnswer if the request is refused.
 */
final class Engine
{
    use Operations;

    /** FFI if it can be used, else the command. */
    public const AUTO = 'auto';
    /** The library inside this process. */
    public const FFI = 'ffi';
    /** The command as a child of this process. */
    public const PROCESS = 'process';

    /**
     * An engine on a driver that the caller has made.
     */
    public function __construct(private readonly Driver $driver, private readonly string $reason = 'it was given')
    {
    }

    /**
     * Takes a driver and makes an engine from the built-in packs and those given; the later one wins.
     *
     * @param list<string> $packs   files of packs and overlays
     * @param string       $driver  one of the three constants
     * @param ?string      $library the shared library's file, for FFI
     * @param ?string      $command the command's file
     * @param float        $timeout seconds that a call of the command may take
     *
     * @throws Exception\PackUnreadable|Exception\PackRefused|Exception\BadArgument whatever the driver
     * @throws Exception\ExtensionMissing|Exception\FfiRestricted|Exception\LibraryNotFound|Exception\AbiMismatch
     *         with FFI
     * @throws Exception\ProcessForbidden|Exception\CommandNotFound|Exception\CommandMismatch|Exception\ProcessTimeout
     *         with PROCESS
     * @throws Exception\NoDriver with AUTO
     */
    public static function open(
        array $packs = [],
        string $driver = self::AUTO,
        ?string $library = null,
        ?string $command = null,
        float $timeout = 10.0,
    ): self {
        return match ($driver) {
            self::FFI => new self(new FfiDriver($packs, $library), 'it was asked for'),
            self::PROCESS => new self(new ProcessDriver($packs, $command, $timeout), 'it was asked for'),
            self::AUTO => self::whatWorks($packs, $library, $command, $timeout),
            default => throw new BadArgument('driver: one of auto, ffi, process is expected'),
        };
    }

    /**
     * The driver's name: `ffi` or `process`.
     */
    public function driver(): string
    {
        return $this->driver->name();
    }

    /**
     * Which driver answers and why it was taken, for people and logs.
     */
    public function driverReason(): string
    {
        return sprintf('%s, %s: %s', $this->driver->name(), $this->driver->about(), $this->reason);
    }

    /**
     * Calls an operation. A refused request is an answer, too: see Answer::ok().
     *
     * @param array<string, mixed>|string $request members, or JSON as it is
     * @throws BadArgument if the array has no JSON: text that is not UTF-8, INF, NAN, an object without JSON
     */
    public function call(string $op, array|string $request = []): Answer
    {
        return new Answer($this->callRaw($op, is_string($request) ? $request : self::encode($request)));
    }

    /**
     * The same, bytes in and bytes out; never an exception because of them.
     */
    public function callRaw(string $op, string $json): string
    {
        return $this->driver->call($op, $json);
    }

    /**
     * Gives back memory or child. An engine that nobody holds any more is closed by itself.
     */
    public function close(): void
    {
        $this->driver->close();
    }

    /**
     * A moment as the library reads it, by default now: 2026-11-23T09:00:00+07:00. The library has no clock.
     */
    public static function instant(?\DateTimeInterface $at = null): string
    {
        return ($at ?? new \DateTimeImmutable())->format('Y-m-d\TH:i:sP');
    }

    /**
     * @param list<string> $packs
     */
    private static function whatWorks(array $packs, ?string $library, ?string $command, float $timeout): self
    {
        try {
            return new self(new FfiDriver($packs, $library), 'FFI can be used');
        } catch (ExtensionMissing | FfiRestricted | LibraryNotFound | AbiMismatch $noFfi) {
            $why = 'FFI cannot be used: ' . $noFfi->getMessage();
        }
        try {
            return new self(new ProcessDriver($packs, $command, $timeout), $why);
        } catch (ProcessForbidden | CommandNotFound | CommandMismatch $noProcess) {
            throw new NoDriver($why . ' Nor can the command: ' . $noProcess->getMessage(), 0, $noProcess);
        }
    }

    /**
     * @param array<string, mixed> $request
     */
    private static function encode(array $request): string
    {
        try {
            return json_encode(
                $request,
                JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION,
            );
        } catch (\JsonException $none) {
            throw new BadArgument('the request has no JSON: ' . $none->getMessage(), 0, $none);
        }
    }
}
