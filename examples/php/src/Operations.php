<?php

declare(strict_types=1);

namespace Lapor;

use Lapor\Exception\ErrorAnswer;

/**
 * The operations by name, each with the members of its request and of its answer.
 *
 * Shapes that occur more than once (all members are always there, unknown is null, none is `[]`):
 *
 * - Text: `array{id: string, en: string}`
 * - Reason: `array{code: string, params: array<string, mixed>, text: Text}`
 * - Finding: `array{code: string, severity: 'block'|'warn'|'info', path: string, params: array<string, mixed>,
 *   text: Text, source: ?string}`
 * - Region: `array{code: string, name: string, level: int}`
 * - Office: `array{id: string, name: string, level: string, region: ?string, type: string,
 *   naming: 'registered'|'typical'}`
 *
 * The whole of each: docs/wire.md and docs/operations.md. Every method throws an ErrorAnswer if the request is refused.
 *
 * @phpstan-type Text array{id: string, en: string}
 * @phpstan-type Reason array{code: string, params: array<string, mixed>, text: Text}
 * @phpstan-type Region array{code: string, name: string, level: int}
 * @phpstan-type Office array{id: string, name: string, level: string, region: ?string, type: string, naming: string}
 * @phpstan-type Finding array{code: string, severity: string, path: string, params: array<string, mixed>,
 *     text: Text, source: ?string}
 */
trait Operations
{
    /**
     * @param array<string, mixed>|string $request
     */
    abstract public function call(string $op, array|string $request = []): Answer;

    /**
     * The whole path of one complaint: what it is about, where, who must act, by when, and why.
     *
     * @param array<string, mixed> $request array{now: string, complaint: array<string, mixed>, jurisdiction?: string,
     *     detail?: 'brief'|'full', offsets?: 'utf8'|'utf16'}
     * @return array{accepted: bool, findings: list<Finding>, classification: array<string, mixed>,
     *     place: array<string, mixed>, matter: array<string, mixed>, category: array<string, mixed>,
     *     route: array<string, mixed>, deadlines: list<array<string, mixed>>,
     *     privacy: ?array{spans: list<array<string, mixed>>, public: array{listed: bool, redacted: list<string>,
     *     coarse: list<string>, withheld: list<string>}, advice: list<Reason>}, basis: array<string, mixed>}
     * @throws ErrorAnswer
     */
    public function triage(array $request): array
    {
        return $this->call('triage', $request)->value();
    }

    /**
     * The findings of a complaint alone; the request is that of triage().
     *
     * @param array<string, mixed> $request
     * @return array{accepted: bool, findings: list<Finding>}
     * @throws ErrorAnswer
     */
    public function validate(array $request): array
    {
        return $this->call('complaint.validate', $request)->value();
    }

    /**
     * A complaint as an audience may see it. What the audience may not see is not in the answer.
     *
     * @param array<string, mixed> $request array{complaint: array<string, mixed>, audience: 'public'|'reporter'|
     *     'handling_unit'|'other_agency'|'coordinator'|'oversight'|'auditor', profile?: 'ordinary'|'whistleblower'}
     * @return array{audience: ?string, profile: ?string, listed: bool, complaint: array<string, mixed>,
     *     fields: list<array{path: string, treatment: string, rule: ?string}>, hidden: array<string, int>,
     *     reasons: list<Reason>}
     * @throws ErrorAnswer
     */
    public function view(array $request): array
    {
        return $this->call('complaint.view', $request)->value();
    }

    /**
     * Receivers of a matter in a region, without a text.
     *
     * @param array<string, mixed> $request array{now: string, matter: string, region?: string, classification?: string,
     *     supervision?: string, answers?: array<string, string>, suggested_institution?: string, detail?: string}
     * @return array{lead: ?Office, coordinating: list<Office>, needs_triage: ?array<string, mixed>,
     *     tiers: list<array<string, mixed>>, score: int, rule: string, discriminator: ?array<string, mixed>,
     *     candidates: list<array<string, mixed>>, question: ?array<string, mixed>}
     * @throws ErrorAnswer
     */
    public function route(array $request): array
    {
        return $this->call('route', $request)->value();
    }

    /**
     * A route in sentences: for the citizen, for the officer, and why an office is not the receiver.
     *
     * @param array<string, mixed> $request array{now: string, complaint?: array<string, mixed>, jurisdiction?: string,
     *     matter?: string, region?: string, office?: string, ...}, either complaint or matter
     * @return array{citizen: Text, officer: Text, route: array<string, mixed>, why_not: ?array<string, mixed>}
     * @throws ErrorAnswer
     */
    public function explain(array $request): array
    {
        return $this->call('route.explain', $request)->value();
    }

    /**
     * What a form about a matter asks, why, and whom each answer would reach.
     *
     * @param array<string, mixed> $request array{now: string, matter: string, region?: string, classification?: string}
     * @return array{matter: array{id: string, name: Text}, facts: list<array<string, mixed>>,
     *     fields: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function describeForm(array $request): array
    {
        return $this->call('form.describe', $request)->value();
    }

    /**
     * Classification, matter and category of a text.
     *
     * @param array<string, mixed> $request array{title?: string, content?: string, jurisdiction?: string,
     *     detail?: string, offsets?: string}
     * @return array{classification: array<string, mixed>, matter: array<string, mixed>, category: array<string, mixed>}
     * @throws ErrorAnswer
     */
    public function suggestMatter(array $request): array
    {
        return $this->call('matter.suggest', $request)->value();
    }

    /**
     * The place that a text or an address speaks of.
     *
     * @param array<string, mixed> $request array{title?: string, content?: string, location?: array<string, mixed>,
     *     jurisdiction?: string, detail?: string, offsets?: string}
     * @return array{state: 'found'|'ambiguous'|'unknown', region: ?Region, score: int,
     *     candidates: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function locateRegion(array $request): array
    {
        return $this->call('region.locate', $request)->value();
    }

    /**
     * Regions by code, former code or name.
     *
     * @param array<string, mixed> $request array{code?: string, name?: string, within?: string, level?: int,
     *     limit?: int}, either code or name
     * @return array{matched: string, regions: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function lookUpRegion(array $request): array
    {
        return $this->call('region.lookup', $request)->value();
    }

    /**
     * The regions directly below one, by default below the country.
     *
     * @param array<string, mixed> $request array{code?: string}
     * @return array{region: ?Region, level: int, children: list<array<string, mixed>>, findings: list<Finding>}
     * @throws ErrorAnswer
     */
    public function childrenOfRegion(array $request = []): array
    {
        return $this->call('region.children', $request)->value();
    }

    /**
     * Receivers by id, name, abbreviation or type, in a region its own offices.
     *
     * @param array<string, mixed> $request array{query?: string, region?: string, type?: string, now?: string,
     *     limit?: int}, at least one of query and type
     * @return array{institutions: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function searchInstitutions(array $request): array
    {
        return $this->call('institution.search', $request)->value();
    }

    /**
     * Categories by path, LAPOR! number, name or alias.
     *
     * @param array<string, mixed> $request array{query?: string, id?: string, lapor_id?: string, parent?: string,
     *     status?: string, limit?: int}, exactly one of the first four
     * @return array{matched: string, categories: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function searchCategories(array $request): array
    {
        return $this->call('taxonomy.search', $request)->value();
    }

    /**
     * A text in the words that the library reads in it.
     *
     * @param array<string, mixed> $request array{text: string, offsets?: 'utf8'|'utf16'}
     * @return array{text: string, words: list<array{word: string, start: int, end: int, changed: bool}>}
     * @throws ErrorAnswer
     */
    public function normalizeText(array $request): array
    {
        return $this->call('text.normalize', $request)->value();
    }

    /**
     * A text without the personal data in it, and where they stood.
     *
     * @param array<string, mixed> $request array{text: string, operator?: 'replace'|'mask'|'hash'|'drop', keep?: int,
     *     key?: string, least?: int, offsets?: 'utf8'|'utf16'}; key with hash, keep with mask
     * @return array{text: string, spans: list<array{start: int, end: int, kind: string, rule: string, score: int,
     *     whose: 'reporter'|'third_party'|'official'|'unknown', replacement: string, reasons: list<Reason>}>}
     * @throws ErrorAnswer
     */
    public function redactText(array $request): array
    {
        return $this->call('text.redact', $request)->value();
    }

    /**
     * What the form of a number or an address says; never that it is real.
     *
     * Of the members that tell more only that of the kind is not null; there is none for passport, kitas and account.
     *
     * @param array<string, mixed> $request array{kind: 'nik'|'kk'|'npwp'|'nip'|'phone'|'email'|'plate'|'bpjs'|
     *     'passport'|'kitas'|'account', value: string, now: string}
     * @return array{kind: string, value: ?string, verdict: 'plausible'|'doubtful'|'impossible',
     *     findings: list<Finding>, nik: ?array<string, mixed>, phone: ?array<string, mixed>,
     *     email: ?array{local: string, domain: string}, kk: ?array<string, mixed>,
     *     npwp: ?array{form: 'npwp15'|'npwp16'|'nik', check_digit: 'right'|'wrong'|'none', office: ?string,
     *     branch: ?string}, nip: ?array<string, mixed>,
     *     plate: ?array{prefix: string, number: string, suffix: string, area: ?string, regions: list<Region>},
     *     bpjs: ?array{form: 'kesehatan'|'ketenagakerjaan'}}
     * @throws ErrorAnswer
     */
    public function checkIdentity(array $request): array
    {
        return $this->call('identity.check', $request)->value();
    }

    /**
     * The day that is so many working days, days or years after another.
     *
     * @param array<string, mixed> $request array{from: string, length: int, unit?: 'working_days'|'days'|'years',
     *     region?: string, collective_leave?: bool}
     * @return array{from: string, due: string, counted: int, skipped: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function addDays(array $request): array
    {
        return $this->call('calendar.add', $request)->value();
    }

    /**
     * The working days after one day, up to and including another.
     *
     * @param array<string, mixed> $request array{from: string, to: string, region?: string, collective_leave?: bool}
     * @return array{from: string, to: string, counted: int, skipped: list<array<string, mixed>>}
     * @throws ErrorAnswer
     */
    public function countDays(array $request): array
    {
        return $this->call('calendar.count', $request)->value();
    }

    /**
     * What is wrong with an overlay, or with all loaded packs, which takes seconds.
     *
     * @param array<string, mixed> $request array{overlay?: array<string, mixed>, dates?: list<string>}
     * @return array{accepted: bool, overlay: ?string, counts: array<string, int>, outcomes: list<array<string, mixed>>,
     *     categories: array<string, int>, findings: list<Finding>}
     * @throws ErrorAnswer
     */
    public function checkPack(array $request = []): array
    {
        return $this->call('pack.check', $request)->value();
    }

    /**
     * What another version of an overlay would change.
     *
     * @param array<string, mixed> $request array{before: ?array<string, mixed>, after: ?array<string, mixed>,
     *     now: string}
     * @return array{changes: list<array<string, mixed>>, routes: list<array<string, mixed>>,
     *     counts: array<string, int>}
     * @throws ErrorAnswer
     */
    public function diffPacks(array $request): array
    {
        return $this->call('pack.diff', $request)->value();
    }

    /**
     * Versions, packs with their SHA-256, operations and limits.
     *
     * @return array{engine: string, wire: int, abi: int, packs_sha256: string, packs: list<array<string, string>>,
     *     operations: list<string>, calendar_from: string, calendar_until: string, limits: array<string, int>}
     * @throws ErrorAnswer
     */
    public function info(): array
    {
        return $this->call('engine.info')->value();
    }
}
