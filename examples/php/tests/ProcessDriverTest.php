<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;
use Lapor\Exception\CommandMismatch;
use Lapor\Exception\CommandNotFound;
use Lapor\Exception\ProcessDied;
use Lapor\Exception\ProcessTimeout;
use Lapor\ProcessDriver;

/**
 * The child that dies, hangs, floods or is no lapor at all. Programs of a few lines stand in for it.
 */
final class ProcessDriverTest extends TestCase
{
    private const HELLO = "#!/bin/sh\necho '{\"lapor\":\"9.9.9\",\"wire\":1}'\n";

    /** Says why there is no driver. */
    private const REFUSED = 'try { new Lapor\ProcessDriver(); } '
        . 'catch (Lapor\Exception\LaporException $e) { echo get_class($e), ": ", $e->getMessage(); }';

    /** @var list<int> */
    private array $before = [];

    protected function setUp(): void
    {
        $this->before = self::children();
    }

    /** @return list<int> the children that this test has made */
    private function mine(): array
    {
        return array_values(array_diff(self::children(), $this->before));
    }

    public function testTheChildStaysAndGoesWithItsDriver(): void
    {
        $driver = new ProcessDriver();
        $children = $this->mine();
        self::assertCount(1, $children);
        for ($call = 0; $call < 10; $call++) {
            self::assertStringStartsWith('{"ok":true,', $driver->call('engine.info', '{}'));
        }
        self::assertSame($children, $this->mine());
        $driver->close();
        self::assertSame([], $this->mine());
        $other = new ProcessDriver();
        self::assertCount(1, $this->mine());
        unset($other);
        self::assertSame([], $this->mine());
    }

    public function testAChildThatDiedBetweenCallsIsReplaced(): void
    {
        $driver = new ProcessDriver();
        for ($time = 0; $time < 3; $time++) {
            $children = $this->mine();
            self::assertCount(1, $children, 'no zombie');
            posix_kill($children[0], SIGKILL);
            self::assertStringStartsWith('{"ok":true,', $driver->call('engine.info', '{}'));
            self::assertNotSame($children, $this->mine());
        }
    }

    public function testAChildIsStartedAgainFromAnyFolder(): void
    {
        $before = (string) getcwd();
        $folder = $this->folder();
        symlink(self::env('LAPOR_COMMAND'), "$folder/lapor");
        copy(self::pack('id.12.71'), "$folder/--pack.json");
        try {
            chdir($folder);
            $driver = new ProcessDriver(['--pack.json'], './lapor');
            $answer = $driver->call('engine.info', '{}');
            self::assertStringContainsString('"id.12.71"', $answer);
            chdir('/');
            posix_kill($this->mine()[0], SIGKILL);
            self::assertSame($answer, $driver->call('engine.info', '{}'));
        } finally {
            chdir($before);
        }
    }

    public function testAChildThatIsKilledDuringACallIsReplacedAndTheCallAnswered(): void
    {
        $driver = new ProcessDriver(timeout: 60.0);
        $expected = $driver->call('pack.check', '{}');
        $child = $this->mine()[0];
        $killer = self::later(0.1, "kill -KILL $child");
        self::assertSame($expected, $driver->call('pack.check', '{}'));
        proc_close($killer);
        self::assertCount(1, $this->mine());
        self::assertNotSame($child, $this->mine()[0]);
    }

    public function testAChildThatHangsIsKilledWhenTimeIsUp(): void
    {
        $driver = new ProcessDriver(timeout: 1.0);
        $child = $this->mine()[0];
        posix_kill($child, SIGSTOP);
        $start = hrtime(true);
        try {
            $driver->call('engine.info', '{}');
            self::fail('the child is stopped');
        } catch (ProcessTimeout) {
            $seconds = (hrtime(true) - $start) / 1e9;
            self::assertGreaterThanOrEqual(1.0, $seconds);
            self::assertLessThan(4.0, $seconds);
        }
        self::assertSame([], $this->mine(), 'no zombie');
        self::assertStringStartsWith('{"ok":true,', $driver->call('engine.info', '{}'), 'the next call starts another');
    }

    public function testTimeIsUpAlsoWhileARequestIsBeingSent(): void
    {
        $driver = new ProcessDriver([], $this->program(self::HELLO . "exec sleep 60\n"), 1.0);
        $this->expectException(ProcessTimeout::class);
        $driver->call('engine.info', str_repeat(' ', 1 << 20));
    }

    public function testACommandThatNeverSaysHelloIsKilledWhenTimeIsUp(): void
    {
        try {
            new ProcessDriver([], $this->program("#!/bin/sh\nexec sleep 60\n"), 0.3);
            self::fail('it says nothing');
        } catch (ProcessTimeout) {
            self::assertSame([], $this->mine());
        }
    }

    public function testWhoDiesOfEveryRequestIsStartedTwiceAtMost(): void
    {
        $starts = $this->folder() . '/starts';
        $program = $this->program(self::HELLO . "echo x >> $starts\nread line\nexit 3\n");
        $count = static fn (): int => substr_count((string) file_get_contents($starts), 'x');
        $driver = new ProcessDriver([], $program);
        try {
            $driver->call('engine.info', '{}');
            self::fail('it dies');
        } catch (ProcessDied) {
            self::assertSame(2, $count());
            self::assertSame([], $this->mine());
        }
    }

    public function testALargeAnswerBeforeTheRequestIsReadDoesNotLock(): void
    {
        $program = self::HELLO . "printf '{\"id\":1,\"ok\":true,\"answer\":\"'\n"
            . "head -c 5000000 /dev/zero | tr '\\0' a\necho '\"}'\ncat > /dev/null\n";
        $driver = new ProcessDriver([], $this->program($program));
        $answer = $driver->call('engine.info', str_repeat(' ', 3_000_000));
        self::assertSame(5_000_000 + strlen('{"ok":true,"answer":""}'), strlen($answer));
    }

    public function testAnswersOfAnyPiecesAreJoined(): void
    {
        $program = self::HELLO . "read line\nprintf '{\"id\"'\nsleep 0.05\nprintf ':1,\"ok\":tr'\nsleep 0.05\n"
            . "printf 'ue,\"answer\":{}}\\n{\"id\":2,\"ok\":true,\"an'\nread line\necho 'swer\":{}}'\ncat\n";
        $driver = new ProcessDriver([], $this->program($program));
        self::assertSame('{"ok":true,"answer":{}}', $driver->call('a', '{}'));
        self::assertSame('{"ok":true,"answer":{}}', $driver->call('b', '{}'));
    }

    public function testWhatTheChildComplainsOfDoesNotLock(): void
    {
        $program = self::HELLO . "head -c 1000000 /dev/zero >&2\nread line\n"
            . "echo '{\"id\":1,\"ok\":true,\"answer\":{}}'\n";
        $driver = new ProcessDriver([], $this->program($program));
        self::assertSame('{"ok":true,"answer":{}}', $driver->call('a', '{}'));
    }

    public function testAnAnswerToAnotherQuestionIsNotTaken(): void
    {
        $program = self::HELLO . "while read line; do echo '{\"id\":7,\"ok\":true,\"answer\":{}}'; done\n";
        $driver = new ProcessDriver([], $this->program($program));
        $this->expectException(ProcessDied::class);
        $driver->call('engine.info', '{}');
    }

    public function testASignalDoesNotEndACall(): void
    {
        $driver = new ProcessDriver(timeout: 60.0);
        $signals = 0;
        pcntl_async_signals(true);
        pcntl_signal(SIGUSR1, static function () use (&$signals): void {
            $signals++;
        });
        $us = getmypid();
        $sender = self::later(0.1, "kill -USR1 $us; sleep 0.1; kill -USR1 $us");
        self::assertStringStartsWith('{"ok":true,', $driver->call('pack.check', '{}'));
        proc_close($sender);
        pcntl_signal(SIGUSR1, SIG_DFL);
        self::assertSame(2, $signals);
    }

    public function testAHundredMegabytesOfCalls(): void
    {
        $driver = new ProcessDriver(timeout: 60.0);
        $request = json_encode(['text' => str_repeat('jln rusak bgt gak ada yg tanggung jawab ', 6000)]);
        $bytes = 0;
        $first = null;
        while ($bytes < 100_000_000) {
            $answer = $driver->call('text.normalize', $request);
            $first ??= $answer;
            self::assertTrue($answer === $first);
            $bytes += strlen($request) + strlen($answer);
        }
        self::assertStringStartsWith('{"ok":true,', $first);
    }

    public function testTwoWorkersAfterAForkDoNotReadEachOthersAnswers(): void
    {
        $said = "child right\nparent right\nits child is the same\nno child left\n";
        self::assertSame($said, self::printed([__DIR__ . '/scripts/fork.php']));
    }

    public function testTwoWorkersAtOnce(): void
    {
        $workers = [];
        foreach (['12', '35'] as $province) {
            $command = [PHP_BINARY, __DIR__ . '/scripts/worker.php', $province];
            $workers[$province] = [proc_open($command, [['null'], ['pipe', 'w'], ['redirect', 1]], $pipes), $pipes[1]];
        }
        foreach ($workers as $province => [$process, $out]) {
            self::assertSame("300 right of $province", stream_get_contents($out));
            proc_close($process);
        }
    }

    public function testAScriptThatEndsWithAHangingChildEnds(): void
    {
        $code = '$l = Lapor\Engine::open([], "process"); $c = getmypid(); '
            . '$c = (int) file_get_contents("/proc/$c/task/$c/children"); posix_kill($c, SIGSTOP); echo $c;';
        $start = hrtime(true);
        $child = (int) self::php($code);
        self::assertGreaterThan(1, $child);
        self::assertLessThan(5.0, (hrtime(true) - $start) / 1e9);
        self::assertFalse(posix_kill($child, 0), 'the child is gone');
    }

    public function testAChildEndsWhenPhpIsKilled(): void
    {
        $code = '$l = Lapor\Engine::open([], "process"); $us = getmypid(); '
            . 'echo (int) file_get_contents("/proc/$us/task/$us/children"); flush(); posix_kill($us, SIGKILL);';
        $child = (int) self::php($code);
        self::assertGreaterThan(1, $child);
        $gone = static fn (): bool => !file_exists("/proc/$child")
            || str_contains((string) @file_get_contents("/proc/$child/stat"), ') Z ');
        for ($time = 0; $time < 100 && !$gone(); $time++) {
            usleep(20_000);
        }
        self::assertTrue($gone());
    }

    public function testMoreOpenFilesThanSelectCanCount(): void
    {
        $command = sprintf('ulimit -n 4096 && exec %s %s', PHP_BINARY, __DIR__ . '/scripts/files.php');
        exec($command, $lines, $status);
        self::assertSame([0, ['1500 files, 20 answers']], [$status, $lines]);
    }

    /**
     * @return array<string, array{string, string}>
     */
    public static function noCommands(): array
    {
        return [
            'silent' => ["#!/bin/sh\nexit 0\n", 'ended without a hello'],
            'older' => ["#!/bin/sh\necho 'error: unexpected argument' >&2\nexit 2\n", 'older'],
            'talkative' => ["#!/bin/sh\necho Halo.\ncat\n", 'did not say the hello'],
            'of another wire' => [str_replace(':1', ':2', self::HELLO) . "cat\n", 'wire 1'],
            'JSON of another kind' => ["#!/bin/sh\necho '[1]'\ncat\n", 'did not say the hello'],
            'no program' => ["#!/nowhere/sh\n", 'ended without a hello'],
        ];
    }

    /** @dataProvider noCommands */
    public function testWhatIsNoLaporIsRefused(string $program, string $named): void
    {
        $file = $this->program($program);
        try {
            new ProcessDriver([], $file);
            self::fail('it is not lapor');
        } catch (CommandMismatch $refused) {
            self::assertStringContainsString($named, $refused->getMessage());
            self::assertStringContainsString($file, $refused->getMessage());
            self::assertSame([], $this->mine());
        }
    }

    public function testAFileThatIsNoProgramIsNamed(): void
    {
        $file = $this->program('');
        chmod($file, 0644);
        $this->expectException(CommandNotFound::class);
        $this->expectExceptionMessage($file);
        new ProcessDriver([], $file);
    }

    public function testThePlacesWhereItWasLookedForAreNamed(): void
    {
        $away = 'putenv("LAPOR_COMMAND"); putenv("PATH=/nowhere/a:/nowhere/b");';
        $printed = self::php($away . self::REFUSED);
        self::assertStringContainsString('/bin/lapor, /nowhere/a/lapor, /nowhere/b/lapor.', $printed);
    }

    public function testWithoutProcOpenTheMessageSaysSo(): void
    {
        $printed = self::php(self::REFUSED, ['-d', 'disable_functions=proc_open']);
        self::assertStringStartsWith('Lapor\Exception\ProcessForbidden', $printed);
        self::assertStringContainsString('disable_functions', $printed);
    }

    /**
     * @return resource a shell that does something after some seconds
     */
    private static function later(float $seconds, string $what): mixed
    {
        $process = proc_open(['sh', '-c', "sleep $seconds; $what"], [], $pipes);
        return is_resource($process) ? $process : throw new \LogicException('no shell');
    }
}
