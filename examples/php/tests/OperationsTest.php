<?php

declare(strict_types=1);

namespace Lapor\Tests;

use Lapor\Engine;
use Lapor\Operations;

/**
 * The methods named after operations: what their comments promise is what comes.
 */
final class OperationsTest extends TestCase
{
    /**
     * @return array<string, array{string, array<string, mixed>}>
     */
    public static function calls(): array
    {
        $now = ['now' => self::NOW];
        $overlay = json_decode((string) file_get_contents(self::pack('id.12.71')), false);
        return [
            'triage' => ['triage', $now + ['complaint' => self::lamp()]],
            'validate' => ['validate', $now + ['complaint' => self::lamp()]],
            'view' => ['view', ['complaint' => self::lamp(), 'audience' => 'public']],
            'route' => ['route', $now + ['matter' => 'pju', 'region' => '12.71']],
            'explain' => ['explain', $now + ['matter' => 'pju', 'region' => '12.71']],
            'describeForm' => ['describeForm', $now + ['matter' => 'pju', 'region' => '12.71']],
            'suggestMatter' => ['suggestMatter', ['title' => 'Lampu jalan mati']],
            'locateRegion' => ['locateRegion', ['content' => 'Di Medan Denai.']],
            'lookUpRegion' => ['lookUpRegion', ['code' => '12.71']],
            'childrenOfRegion' => ['childrenOfRegion', []],
            'searchInstitutions' => ['searchInstitutions', ['query' => 'PLN']],
            'searchCategories' => ['searchCategories', ['query' => 'lampu']],
            'normalizeText' => ['normalizeText', ['text' => 'jln rusak bgt']],
            'redactText' => ['redactText', ['text' => 'Hubungi 0812 0000 0000']],
            'checkIdentity' => ['checkIdentity', $now + ['kind' => 'phone', 'value' => '0800 0000 000']],
            'addDays' => ['addDays', ['from' => '2026-12-22', 'length' => 3]],
            'countDays' => ['countDays', ['from' => '2026-12-22', 'to' => '2026-12-29']],
            'checkPack' => ['checkPack', ['overlay' => $overlay]],
            'diffPacks' => ['diffPacks', $now + ['before' => null, 'after' => $overlay]],
            'info' => ['info', []],
        ];
    }

    /**
     * @dataProvider calls
     * @param array<string, mixed> $request
     */
    public function testTheDocumentedMembersAreThoseOfTheAnswer(string $method, array $request): void
    {
        $ffi = $request === [] ? self::engine(Engine::FFI)->$method() : self::engine(Engine::FFI)->$method($request);
        self::assertSame(self::documented($method), array_keys($ffi));
        $engine = self::engine(Engine::PROCESS);
        self::assertSame($ffi, $request === [] ? $engine->$method() : $engine->$method($request));
    }

    public function testEveryMethodIsTried(): void
    {
        $methods = array_filter(
            (new \ReflectionClass(Operations::class))->getMethods(),
            static fn (\ReflectionMethod $method): bool => !$method->isAbstract(),
        );
        $names = array_map(static fn (\ReflectionMethod $method): string => $method->getName(), $methods);
        self::assertSame([], array_diff($names, array_keys(self::calls())));
    }

    public function testEveryOperationHasAMethod(): void
    {
        $source = (string) file_get_contents((string) (new \ReflectionClass(Operations::class))->getFileName());
        preg_match_all("/this->call\('([a-z._]+)'/", $source, $called);
        sort($called[1]);
        self::assertSame(self::engine(Engine::FFI)->info()['operations'], $called[1]);
    }

    /**
     * The members of the shape that a method's comment gives, in its order.
     *
     * @return list<string>
     */
    private static function documented(string $method): array
    {
        $comment = (string) (new \ReflectionMethod(Operations::class, $method))->getDocComment();
        preg_match('/@return array\{(.*?)\}\s*\*\s*@throws/s', $comment, $found);
        self::assertArrayHasKey(1, $found, "$method: no shape");
        $shape = (string) preg_replace('/\s*\*\s*/', ' ', $found[1]);
        // what stands in brackets belongs to a member, not to the answer
        do {
            $shape = (string) preg_replace('/(<[^<>]*>|\{[^{}]*\})/', '', $shape, -1, $count);
        } while ($count > 0);
        preg_match_all('/(\w+): /', $shape, $names);
        return $names[1];
    }
}
