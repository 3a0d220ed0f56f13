<?php

declare(strict_types=1);

namespace Lapor;

use FFI;
use FFI\CData;
use Lapor\Exception\AbiMismatch;
use Lapor\Exception\BadArgument;
use Lapor\Exception\EngineClosed;
use Lapor\Exception\ExtensionMissing;
use Lapor\Exception\FfiRestricted;
use Lapor\Exception\LibraryNotFound;
use Lapor\Exception\PackRefused;

/**
 * The library inside this process, by ext-ffi.
 *
 * The engine is kept by the library for the whole process: the second request of an FPM worker finds it made.
 */
final class FfiDriver implements Driver
{
    private const RESTRICTED = 'PHP refuses FFI here (ffi.enable=%s). Under FPM, CGI and Apache either preload this '
        . 'package, which ffi.enable=preload allows: opcache.preload=%s in php.ini, and opcache.preload_user if the '
        . 'server starts as root; or set ffi.enable=true; or take the ProcessDriver (driver: Engine::PROCESS).';

    /** @var array<string, FFI> libraries that this request has loaded */
    private static array $loaded = [];

    private ?FFI $lapor;
    private CData $engine;
    private CData $answer;
    private CData $json;
    private CData $length;
    /** Where the library writes: the addresses of the three. Made once, for making one costs as much as a call. */
    private CData $answerOut;
    private CData $jsonOut;
    private CData $lengthOut;
    private readonly string $about;

    /**
     * @param list<string> $packs   files of packs and overlays, the later one wins
     * @param ?string      $library the shared library's file; null: see README.md, "Where it looks"
     * @param bool         $shared  false makes an engine that goes with this object
     */
    public function __construct(array $packs = [], ?string $library = null, bool $shared = true)
    {
        $bytes = Packs::read($packs);
        [$lapor, $name] = self::library($library);
        $this->lapor = $lapor;
        $this->about = sprintf('liblapor %s (%s)', $lapor->lapor_version(), $name);
        $this->engine = $lapor->new('lapor_engine *');
        $this->answer = $lapor->new('lapor_answer *');
        $this->json = $lapor->new('char *');
        $this->length = $lapor->new('size_t');
        $this->answerOut = FFI::addr($this->answer);
        $this->jsonOut = FFI::addr($this->json);
        $this->lengthOut = FFI::addr($this->length);
        $this->make($lapor, $bytes, $shared);
    }

    public function name(): string
    {
        return 'ffi';
    }

    public function about(): string
    {
        return $this->about;
    }

    public function call(string $op, string $request): string
    {
        $lapor = $this->lapor ?? throw new EngineClosed('the engine was closed');
        $status = $lapor->lapor_call(
            $this->engine,
            $op,
            strlen($op),
            $request,
            strlen($request),
            $this->answerOut,
        );
        return $this->take($lapor, $status);
    }

    public function close(): void
    {
        if ($this->lapor !== null) {
            $this->lapor->lapor_engine_free($this->engine);
            $this->lapor = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }

    /** Two objects would free one engine twice. */
    private function __clone()
    {
    }

    /**
     * @return array<never>
     */
    public function __serialize(): array
    {
        throw new \LogicException('an engine cannot be serialised: it is memory of this process');
    }

    /**
     * Makes the engine, or asks the library for the one it keeps.
     *
     * @param list<string> $packs
     */
    private function make(FFI $lapor, array $packs, bool $shared): void
    {
        $count = count($packs);
        $list = $count === 0 ? null : $lapor->new("lapor_bytes[$count]");
        $held = [];
        foreach ($packs as $at => $pack) {
            $size = strlen($pack);
            if ($size > 0) {
                $held[$at] = $lapor->new("char[$size]");
                FFI::memcpy($held[$at], $pack, $size);
                $list[$at]->ptr = FFI::addr($held[$at]);
            }
            $list[$at]->len = $size;
        }
        $make = $shared ? 'lapor_engine_shared' : 'lapor_engine_new';
        $status = $lapor->$make($list, $count, FFI::addr($this->engine), $this->answerOut);
        if ($status !== Abi::LAPOR_OK) {
            $error = (new Answer($this->take($lapor, $status)))->error();
            throw PackRefused::of($error ?? throw new AbiMismatch("the library gave no reason (status $status)"));
        }
    }

    /**
     * The text of the answer that was just written, which is freed.
     */
    private function take(FFI $lapor, int $status): string
    {
        if (FFI::isNull($this->answer)) {
            throw new BadArgument("the library gave no answer (status $status)");
        }
        $lapor->lapor_answer_json($this->answer, $this->jsonOut, $this->lengthOut);
        $json = FFI::string($this->json, $this->length->cdata);
        $lapor->lapor_answer_free($this->answer);
        return $json;
    }

    /**
     * The library and where it comes from.
     *
     * @return array{FFI, string}
     */
    private static function library(?string $given): array
    {
        if (!extension_loaded('ffi')) {
            throw new ExtensionMissing('PHP has no ext-ffi: install it (Debian: php-ffi or php-common) and '
                . 'switch it on (extension=ffi), or take the ProcessDriver (driver: Engine::PROCESS)');
        }
        $given ??= Places::fromEnvironment('LAPOR_LIBRARY');
        if ($given === null && ($scope = self::scope()) !== null) {
            return [self::checked($scope, 'ffi.preload'), 'ffi.preload'];
        }
        $reasons = [];
        foreach ($given === null ? Places::libraries() : [$given] as $file) {
            if (isset(self::$loaded[$file])) {
                return [self::$loaded[$file], $file];
            }
            // a path that leads nowhere needs no loader, whose message would be longer
            if (strpbrk($file, '/\\') !== false && !is_file($file)) {
                $reasons[] = "$file: no such file";
                continue;
            }
            try {
                return [self::$loaded[$file] = self::checked(FFI::cdef(self::declarations(), $file), $file), $file];
            } catch (FFI\Exception $refused) {
                $reasons[] = self::reason($refused, $file);
            }
        }
        throw new LibraryNotFound('the library of lapor was not found: ' . implode('; ', $reasons)
            . '. Give its file as `library:` or in the environment as LAPOR_LIBRARY.');
    }

    /**
     * What PHP loaded at its start because of ffi.preload, null if it did not.
     */
    private static function scope(): ?FFI
    {
        try {
            return FFI::scope('LAPOR');
        } catch (FFI\Exception $refused) {
            self::refuseIfRestricted($refused);
            return null;
        }
    }

    /**
     * The header without the two lines that only FFI::load() and ffi.preload read.
     */
    private static function declarations(): string
    {
        return (string) preg_replace('/^#define .*$/m', '', (string) file_get_contents(__DIR__ . '/../lapor-php.h'));
    }

    /**
     * Why one library was not loaded; what no other place can mend is thrown.
     */
    private static function reason(FFI\Exception $refused, string $file): string
    {
        self::refuseIfRestricted($refused);
        $message = $refused->getMessage();
        if (str_contains($message, 'resolving')) {
            throw new AbiMismatch("$file is not the library of lapor, or is too old: $message", 0, $refused);
        }
        return "$file: the loader refuses it";
    }

    private static function refuseIfRestricted(FFI\Exception $refused): void
    {
        if (str_contains($refused->getMessage(), 'restricted')) {
            $setting = (string) ini_get('ffi.enable');
            $file = dirname(__DIR__) . DIRECTORY_SEPARATOR . 'preload.php';
            throw new FfiRestricted(sprintf(self::RESTRICTED, $setting, $file), 0, $refused);
        }
    }

    /**
     * Refuses a library of another kind or time.
     */
    private static function checked(FFI $lapor, string $name): FFI
    {
        $abi = $lapor->lapor_abi_version();
        $wire = $lapor->lapor_wire_version();
        if ($abi !== Abi::LAPOR_ABI_VERSION || $wire !== Abi::LAPOR_WIRE_VERSION) {
            $wanted = sprintf('ABI %d and wire %d', Abi::LAPOR_ABI_VERSION, Abi::LAPOR_WIRE_VERSION);
            throw new AbiMismatch("$name has ABI $abi and wire $wire; this package needs $wanted");
        }
        return $lapor;
    }
}
