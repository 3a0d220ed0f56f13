// Made by `cargo xtask types` from include/schema.

/** The operations by their names on the wire: what goes in and what comes out. */
export interface Operations {
  "calendar.add": { request: CalendarAddRequest; answer: DaysAdded };
  "calendar.count": { request: CalendarCountRequest; answer: DaysCounted };
  "complaint.validate": { request: TriageRequest; answer: Validation };
  "complaint.view": { request: ViewRequest; answer: View };
  "engine.info": { request: InfoRequest; answer: Info };
  "form.describe": { request: FormRequest; answer: Form };
  "identity.check": { request: IdentityRequest; answer: Identity };
  "institution.search": { request: InstitutionRequest; answer: InstitutionList };
  "matter.suggest": { request: SuggestRequest; answer: Suggestion };
  "pack.check": { request: CheckRequest; answer: Check };
  "pack.diff": { request: DiffRequest; answer: Diff };
  "region.children": { request: ChildrenRequest; answer: Children };
  "region.locate": { request: LocateRequest; answer: Place };
  "region.lookup": { request: LookupRequest; answer: RegionList };
  "route": { request: RouteRequest; answer: Route };
  "route.explain": { request: ExplainRequest; answer: Explanation };
  "taxonomy.search": { request: CategoryRequest; answer: CategoryList };
  "text.normalize": { request: NormalizeRequest; answer: NormalText };
  "text.redact": { request: RedactRequest; answer: Redacted };
  "triage": { request: TriageRequest; answer: Triage };
}

/** One method for each operation. What is wrong with a request is thrown as a `LaporError`. */
export interface Methods {
  /** The day on which a number of working days, days or years is over. */
  calendarAdd(request: CalendarAddRequest): DaysAdded;
  /** How many working days lie between two days. */
  calendarCount(request: CalendarCountRequest): DaysCounted;
  /** What is wrong with a complaint; only what has severity `block` should stop a form. The request is that of `triage`. */
  complaintValidate(request: TriageRequest): Validation;
  /** A complaint as the public, the reporter, a handling unit, another agency, a coordinator, an overseer or an auditor may see it. */
  complaintView(request: ViewRequest): View;
  /** Versions, packs with their SHA-256, operations, limits. */
  engineInfo(request?: InfoRequest): Info;
  /** What a form about a matter asks, why, and whom each answer would reach. */
  formDescribe(request: FormRequest): Form;
  /** What the form of a NIK, family card, tax, service, phone, plate or other number or an e-mail address says; never that it is real. */
  identityCheck(request: IdentityRequest): Identity;
  /** Receivers by id, name, abbreviation or type; in a region its own offices. */
  institutionSearch(request?: InstitutionRequest): InstitutionList;
  /** Classification, matter and category of a text. */
  matterSuggest(request?: SuggestRequest): Suggestion;
  /** What is wrong with an overlay, or with the loaded packs. */
  packCheck(request?: CheckRequest): Check;
  /** What another version of an overlay would change. */
  packDiff(request: DiffRequest): Diff;
  /** The regions directly below one. */
  regionChildren(request?: ChildrenRequest): Children;
  /** The place that a text or an address speaks of. */
  regionLocate(request?: LocateRequest): Place;
  /** Regions by code, former code or name. */
  regionLookup(request?: LookupRequest): RegionList;
  /** Receivers of a matter in a region, without a text. */
  route(request: RouteRequest): Route;
  /** A route in sentences: for the citizen, for the officer, and why an office is not the receiver. */
  routeExplain(request: ExplainRequest): Explanation;
  /** Categories by path, LAPOR! number, name or alias. */
  taxonomySearch(request?: CategoryRequest): CategoryList;
  /** A text in the words that the library reads in it. */
  textNormalize(request: NormalizeRequest): NormalText;
  /** A text without the personal data that can be found in it, and what was found. */
  textRedact(request: RedactRequest): Redacted;
  /** The whole path of one complaint: what is wrong with it, where it happened, what it is about, who receives it and why, and what is due when. */
  triage(request: TriageRequest): Triage;
}

/** The envelope: an answer, or what is wrong with the request. */
export type Envelope<A> = { ok: true; answer: A } | { ok: false; error: ErrorShape };

/**
 * What can be wrong with a request or a pack. The set is open: later versions may know more.
 * - `bad_utf8`: The bytes are not UTF-8.
 * - `bad_json`: The text is not one JSON value.
 * - `too_large`: The request is larger than the limit; params `limit` and `size` in bytes.
 * - `too_deep`: The JSON nests deeper than the limit; param `limit`.
 * - `unknown_op`: There is no such operation; param `accepted`.
 * - `unknown_field`: The request has a member that the operation does not know; param `accepted`.
 * - `missing_field`: A member without a default is absent or null.
 * - `wrong_type`: A member has the wrong JSON type; params `expected` and `found`.
 * - `bad_value`: A member has the right type and an impossible value; param `accepted` or `expected`.
 * - `not_found`: The thing that was asked for does not exist.
 * - `no_calendar`: The calendar has no data for that year; params `year`, `from`, `until`.
 * - `pack_missing`: The engine was built without a pack that this operation needs; param `pack`.
 * - `pack_invalid`: A pack cannot be read, or contradicts itself or another pack; params say what and what would be accepted.
 * - `pack_mismatch`: A pack is not the one that the host expected; params `expected` and `found` (SHA-256).
 * - `pack_needs_feature`: A pack needs a feature that this build leaves out; param `feature`.
 * - `internal`: A fault of the library itself.
 */
export type ErrorCode =
  | "bad_utf8"
  | "bad_json"
  | "too_large"
  | "too_deep"
  | "unknown_op"
  | "unknown_field"
  | "missing_field"
  | "wrong_type"
  | "bad_value"
  | "not_found"
  | "no_calendar"
  | "pack_missing"
  | "pack_invalid"
  | "pack_mismatch"
  | "pack_needs_feature"
  | "internal";

/** When somebody was appointed. */
export interface Appointed {
  /** Year. */
  year: number;
  /** Month; not written for an employee under contract. */
  month: number | null;
}

/** A file's description. */
export interface Attachment {
  /** File name. */
  name?: string | null;
  /** Media type. */
  media_type?: string | null;
  /** Size in bytes. */
  bytes?: number | null;
}

/** What an answer rests on: enough to ask the same again years later. */
export interface Basis {
  /** Version of the crate. */
  engine: string;
  /** Version of the wire. */
  wire: number;
  /** SHA-256 over the sorted pack ids and hashes. */
  packs: string;
  /** The day whose rules judged. */
  rules_of: CivilDate;
  /** SHA-256 of the request in canonical form; full detail only. */
  request: string | null;
}

/** What the length of a BPJS number says. */
export interface Bpjs {
  /** Which of the two. */
  form: BpjsForm;
}

/**
 * The two insurers.
 * - `kesehatan`: BPJS Kesehatan.
 * - `ketenagakerjaan`: BPJS Ketenagakerjaan.
 */
export type BpjsForm = "kesehatan" | "ketenagakerjaan";

/** Request of `calendar.add`. */
export interface CalendarAddRequest {
  /** Start day; not counted. */
  from: CivilDate;
  /** How many units, 0 to 3,660. */
  length: number;
  /** Unit; working days by default. */
  unit?: Unit;
  /** Region whose own days off are skipped too. */
  region?: RegionCode | null;
  /** False: collective leave (cuti bersama) counts as working days. Default true: it does not. */
  collective_leave?: boolean | null;
}

/** Request of `calendar.count`. */
export interface CalendarCountRequest {
  /** Start day; not counted. */
  from: CivilDate;
  /** Last day; counted. */
  to: CivilDate;
  /** Region whose own days off are skipped too. */
  region?: RegionCode | null;
  /** As for `calendar.add`. */
  collective_leave?: boolean | null;
}

/** An office that was looked at. */
export interface Candidate {
  /** The office. */
  office: Office;
  /** How it ended. */
  outcome: Outcome;
  /** Per mille. */
  score: number;
  /** Rule that brought it in. */
  rule: string | null;
  /** Why; a rejected one's first reason is its first failing condition. */
  reasons: Reason[];
}

/** Active categories by how a matter names them. */
export interface Categories {
  /** Named by a matter. */
  direct: number;
  /** One above it is. */
  parent: number;
  /** One below it is. */
  child: number;
  /** None is. */
  unmapped: number;
}

/** Category of LAPOR!'s tree. */
export interface Category {
  /** Path id. */
  id: string | null;
  /** LAPOR!'s own number, where known. */
  lapor_id: string | null;
  /** Name in both languages. */
  name: Text | null;
  /** Per mille. */
  score: number;
  /** Best first. */
  candidates: CategoryCandidate[];
}

/** A category that fits. */
export interface CategoryCandidate {
  /** Path id. */
  id: string;
  /** LAPOR!'s own number, where known. */
  lapor_id: string | null;
  /** Name in both languages. */
  name: Text;
  /** Per mille. */
  score: number;
}

/** Everything the tables know of a category. */
export interface CategoryDetail {
  /** Path. */
  id: string;
  /** LAPOR!'s own number, where known. */
  lapor_id: string | null;
  /** Its name. */
  name: Glossed;
  /** Whether it is in use. */
  status: CategoryStatus;
  /** 1 to 4. */
  level: number;
  /** Path of the category above. */
  parent: string | null;
  /** From the top to its parent. */
  path: CategoryName[];
  /** Other and former names. */
  aliases: string[];
  /** Matters that lead to it, in the order of their table. */
  matters: string[];
  /** How many categories lie directly below, whatever their status. */
  children: number;
  /** The active category that took the place of one that is no longer used, where that is known. */
  successor: string | null;
}

/** Answer of `taxonomy.search`. */
export interface CategoryList {
  /** `query`, `id`, `lapor_id`, `alias`, `parent` or `none`. */
  matched: string;
  /** Exact names first, then those that begin with the query, then the rest; inside that the order of the table. */
  categories: CategoryDetail[];
}

/** A category by id and Indonesian name. */
export interface CategoryName {
  /** Path. */
  id: string;
  /** Indonesian name. */
  name: string;
}

/** Request of `taxonomy.search`: exactly one of the first four. */
export interface CategoryRequest {
  /** Words of a name, gloss or alias. */
  query?: string | null;
  /** Path. */
  id?: string | null;
  /** LAPOR!'s own number. */
  lapor_id?: string | null;
  /** Path of the category whose children are wanted; empty for the top level. */
  parent?: string | null;
  /** Only categories of this status; without, `query` and `parent` list the active ones. */
  status?: CategoryStatus | null;
  /** At most so many, 1 to 200; 20 by default. */
  limit?: number | null;
}

/**
 * Whether a category is in use.
 * - `active`: In LAPOR!'s tree of today.
 * - `historic`: In an older tree; never given to a new complaint.
 * - `variant`: Seen in one copy of the tree only.
 */
export type CategoryStatus = "active" | "historic" | "variant";

/** A row or member that differs. */
export interface Change {
  /** JSON pointer into the new overlay; into the old one for what was removed. */
  path: string;
  /** `added`, `removed` or `changed`. */
  kind: string;
}

/** Answer of `pack.check`. */
export interface Check {
  /** True if no finding blocks. */
  accepted: boolean;
  /** Id of the overlay checked. */
  overlay: string | null;
  /** How much was looked at. */
  counts: Counts;
  /** Where the routes end. */
  outcomes: OutcomeCount[];
  /** How matters name the active categories. */
  categories: Categories;
  /** By path, then code. */
  findings: Finding[];
}

/**
 * What a check digit says.
 * - `right`: It fits the digits before it.
 * - `wrong`: It does not.
 * - `none`: There is none.
 */
export type CheckDigit = "right" | "wrong" | "none";

/** Request of `pack.check`. */
export interface CheckRequest {
  /** The overlay to check in its region; without it, the loaded packs in all regions. */
  overlay?: Overlay | null;
  /** Days to look at; by default each day on which a rule changes, and the last of the calendar. */
  dates?: CivilDate[] | null;
}

/** A region that lies directly in another. */
export interface Child {
  /** Code. */
  code: RegionCode;
  /** Name with its kind word. */
  name: string;
  /** 1 province … 4 village. */
  level: number;
  /** `provinsi`, `kabupaten`, `kota`, … */
  kind: string;
}

/** Answer of `region.children`. */
export interface Children {
  /** The region; none for the country. */
  region: Region | null;
  /** Level of the children: 1 province … 4 village. */
  level: number;
  /** By code. */
  children: Child[];
  /** `not_checked` if the pack that has the children is not loaded. */
  findings: Finding[];
}

/** Request of `region.children`. */
export interface ChildrenRequest {
  /** Code of today or of former days; the country without. */
  code?: RegionCode | null;
}

/** Classification of a complaint. */
export interface Classification {
  /** The kind of report. */
  value: ClassificationValue;
  /** The kind that was given with the complaint; none if it was inferred. */
  given: ClassificationValue | null;
  /** Per mille. */
  score: number;
  /** Whether it is about abuse of authority. */
  supervision: Supervision;
  /** Whether the reporter should be advised to choose Rahasia. */
  secret_advised: boolean;
  /** Why. */
  reasons: Reason[];
}

/**
 * The three kinds of report.
 * - `pengaduan`: A complaint about a service.
 * - `aspirasi`: A wish or proposal.
 * - `permintaan_informasi`: A request for information.
 */
export type ClassificationValue = "pengaduan" | "aspirasi" | "permintaan_informasi";

/** What the reporter sends. */
export interface Complaint {
  /** Title as the reporter wrote it. */
  title?: string | null;
  /** What happened, in the reporter's words. */
  content?: string | null;
  /** Kind of report, if the reporter or an officer chose one. */
  classification?: ClassificationValue | null;
  /** Whether it is about abuse of authority, if an officer has said so. */
  supervision?: Supervision | null;
  /** When it was received; the rules of that day judge. Default: the request's `now`. */
  received_at?: Instant | null;
  /** Day of the incident. */
  date_of_incident?: CivilDate | null;
  /** Place of the object of the complaint. */
  location?: Location;
  /** Category id (path) or LAPOR! number. */
  category?: string | null;
  /** Institution the reporter named: an office id or words. */
  suggested_institution?: string | null;
  /** Channel it came through. */
  channel?: string | null;
  /** Name hidden from the public and the reported unit. */
  is_anonymous?: boolean | null;
  /** Content hidden from the public. */
  is_secret?: boolean | null;
  /** Files sent with it; only their description. */
  attachments?: Attachment[];
  /** Who reports. */
  reporter?: Reporter;
  /** Answers to discriminator questions: id → value. */
  answers?: Record<string, string>;
  /** Anything else the host wants to keep beside it; never read. */
  extra?: Record<string, unknown>;
}

/** Who decides when nobody leads. */
export interface Coordinator {
  /** Why. */
  reason: Reason;
  /** Who forwards it by hand. */
  coordinator: Office;
}

/** How much was looked at. */
export interface Counts {
  /** Matters. */
  matters: number;
  /** Matters with each answer, and without one. */
  values: number;
  /** Regencies and cities. */
  regions: number;
  /** Different days. */
  dates: number;
  /** Routes in all. */
  routes: number;
}

/** Civil day */
export type CivilDate = string;

/** Answer of `calendar.add`. */
export interface DaysAdded {
  /** Start day. */
  from: CivilDate;
  /** Last day. */
  due: CivilDate;
  /** Units counted. */
  counted: number;
  /** Days skipped. */
  skipped: Skipped[];
}

/** Answer of `calendar.count`. */
export interface DaysCounted {
  /** Start day. */
  from: CivilDate;
  /** Last day. */
  to: CivilDate;
  /** Working days in (from, to]. */
  counted: number;
  /** Days skipped. */
  skipped: Skipped[];
}

/** Something that is due. */
export interface Deadline {
  /** Stable id. */
  id: string;
  /** Name in both languages. */
  name: Text;
  /** Event that starts it. */
  event: string;
  /** Start day; not counted. */
  from: CivilDate;
  /** True if the start event lies ahead and is taken as now. */
  assumed: boolean;
  /** How many units. */
  length: number | null;
  /** `working_days`, `days` or `years`. */
  unit: string;
  /** Last day. */
  due: CivilDate | null;
  /** End of the last day. */
  due_at: Instant | null;
  /** Zone of the office that must act. */
  zone: Zone;
  /** Days counted in (from, due]. */
  counted: number;
  /** Days skipped in (from, due]. */
  skipped: Skipped[];
  /** Profile the rule belongs to. */
  profile: string;
  /** `in_force`, `carried_over` or `inferred`. */
  status: string;
  /** Why. */
  reasons: Reason[];
}

/**
 * How much an answer carries.
 * - `brief`: At most three candidates each, no evidence.
 * - `full`: Everything, rejected candidates with their first failing condition included.
 */
export type Detail = "brief" | "full";

/** Answer of `pack.diff`. */
export interface Diff {
  /** Rows and members, by path. */
  changes: Change[];
  /** Routes with another lead. */
  routes: MovedRoute[];
  /** How many. */
  counts: DiffCounts;
}

/** How many routes were compared, and how many differ. */
export interface DiffCounts {
  /** Compared. */
  routes: number;
  /** Different. */
  changed: number;
}

/** Request of `pack.diff`. */
export interface DiffRequest {
  /** The overlay of today; none = the general rule. */
  before?: Overlay | null;
  /** The overlay to come; none = the general rule. */
  after?: Overlay | null;
  /** The day whose rules judge. */
  now: Instant;
}

/** The fact that decided, or would decide. */
export interface Discriminator {
  /** Its id. */
  id: string;
  /** The value taken. */
  value: string | null;
  /** Where the value comes from. */
  via: string | null;
}

/**
 * What an exception does.
 * - `to`: Replaces the region's own receivers.
 * - `add`: Adds coordinating offices.
 * - `replace`: Replaces every receiver.
 * - `level`: Moves the receivers to another level.
 * - `means`: Gives a word another meaning.
 */
export type Effect = "to" | "add" | "replace" | "level" | "means";

/** The two parts of an address. */
export interface Email {
  /** What stands before @, as written. */
  local: string;
  /** The domain in lower case. */
  domain: string;
}

/** The error of an envelope. */
export interface ErrorShape {
  /** Stable code. */
  code: string;
  /** JSON pointer of the member at fault. */
  path: string;
  /** Limits, sizes, what would be accepted. */
  params: Record<string, Param>;
  /** Sentence in both languages. */
  text: Text;
}

/** What speaks for a candidate. */
export interface Evidence {
  /** `phrase`, `pair`, `region`, `postal_code`, `point`, … */
  kind: string;
  /** Where it stands in the text. */
  span: Span | null;
  /** How much it weighs. */
  weight: number;
  /** Rule, code or request member it comes from. */
  ref: string | null;
}

/** Where the general rule does not hold. */
export interface Exception {
  /** Stable id, unique in its overlay. */
  id: string;
  /** The matter it is for. */
  matter?: string | null;
  /** All matters of an affair, of a named group, or with that discriminator. */
  group?: string | null;
  /** A word, for `means`. */
  word?: string | null;
  /** Discriminator values it needs. */
  when?: Record<string, string[]>;
  /** What it does. */
  effect: Effect;
  /** Offices, first = lead. */
  to?: string[];
  /** New level, for `level`; for the other effects the level of the general types (`opd:…`) in `to`, where it is not that of the overlay. */
  level?: string | null;
  /** First day. */
  from?: CivilDate | null;
  /** Last day. */
  until?: CivilDate | null;
  /** Source id. */
  source: string;
  /** Remark. */
  note?: string | null;
}

/** Request of `route.explain`: exactly one of `complaint` (with `jurisdiction`, if any) and `matter` (with the other members of `route`). */
export interface ExplainRequest {
  /** The moment it is; the library has no clock. */
  now: Instant;
  /** The complaint. */
  complaint?: Complaint | null;
  /** Matter id. */
  matter?: string | null;
  /** Region of the object. */
  region?: RegionCode | null;
  /** Region of the instance that received the complaint. */
  jurisdiction?: RegionCode | null;
  /** Kind of report. */
  classification?: ClassificationValue | null;
  /** Whether it is about abuse of authority. */
  supervision?: Supervision | null;
  /** Answers to discriminator questions. */
  answers?: Record<string, string>;
  /** Institution the reporter named: an office id or words. */
  suggested_institution?: string | null;
  /** Id of the office that asks why it is not the lead. */
  office?: string | null;
}

/** The answer of `route.explain`. */
export interface Explanation {
  /** One sentence. */
  citizen: Text;
  /** Every step on a line of its own. */
  officer: Text;
  /** The route, in full. */
  route: Route;
  /** Why the office asked about is not the lead, or why it is. */
  why_not: WhyNot | null;
}

/** A fact to ask for. */
export interface Fact {
  /** Discriminator to answer in `complaint.answers`. */
  discriminator: string;
  /** It matters only after one of these answers to another fact; empty = always. */
  when: Record<string, string[]>;
  /** The question. */
  text: Text;
  /** Why it is asked. */
  why: Text;
  /** True if nobody can receive before it is answered. */
  required: boolean;
  /** The value that is assumed without an answer. */
  default: string | null;
  /** Possible answers and whom each would reach. */
  options: QuestionOption[];
}

/** The parts of a family card's number. */
export interface FamilyCard {
  /** Regency or city of issue as it is called today; the province where only that is known. */
  region: Region | null;
  /** District of issue as it is called today. */
  district: Region | null;
  /** What is known of its region code. */
  region_state: RegionState;
  /** Day of issue. */
  day: number;
  /** Month of issue. */
  month: number;
  /** Years of issue that the two digits can mean. */
  years: number[];
  /** Serial number, four digits. */
  serial: string;
}

/** A field of the form. */
export interface Field {
  /** JSON pointer into the complaint. */
  path: string;
  /** How much it is wanted. */
  requirement: Requirement;
  /** What to write. */
  text: Text;
  /** Law or form it rests on. */
  source: string | null;
}

/** Personal data in a text of a complaint. */
export interface FieldSpan {
  /** Where. */
  span: Span;
  /** What it is. */
  kind: string;
  /** Id of the recogniser that found it. */
  rule: string;
  /** How sure that is, per mille. */
  score: number;
  /** Whose it is, as far as words say. */
  whose: Whose;
  /** What takes its place. */
  replacement: string;
  /** By which signs it was found; none in a brief answer. */
  reasons: Reason[];
}

/** What became of a member. */
export interface FieldView {
  /** JSON pointer into the complaint. */
  path: string;
  /** What became of it. */
  treatment: Treatment;
  /** The row of the policy that decided; none if no row names the member. */
  rule: string | null;
}

/** Something to know about the complaint itself. */
export interface Finding {
  /** Stable code. */
  code: string;
  /** Weight. */
  severity: Severity;
  /** JSON pointer into the request. */
  path: string;
  /** Facts behind it. */
  params: Record<string, Param>;
  /** Sentence in both languages. */
  text: Text;
  /** Law or rule it rests on. */
  source: string | null;
}

/** The answer of `form.describe`. */
export interface Form {
  /** The matter. */
  matter: NamedMatter;
  /** Facts that decide who receives; empty where none does. */
  facts: Fact[];
  /** Fields of the report form, in its order. */
  fields: Field[];
}

/** Request of `form.describe`. */
export interface FormRequest {
  /** The moment it is; offices and rules of its day are meant. */
  now: Instant;
  /** Matter id. */
  matter: string;
  /** Region of the object, if it is known already. */
  region?: RegionCode | null;
  /** Kind of report; none = a pengaduan, as triage assumes too. */
  classification?: ClassificationValue | null;
}

/** A former code or name. */
export interface Former {
  /** Its code then. */
  code: string;
  /** Its name then. */
  name: string;
  /** Last year in which a decree has it. */
  last_seen: string | null;
  /** How the successor was found. */
  method: string | null;
}

/** A name with its English gloss, where there is one. */
export interface Glossed {
  /** Indonesian. */
  id: string;
  /** English. */
  en: string | null;
}

/** Answer of `identity.check`. It never says that a number is real. */
export interface Identity {
  /** What was checked. */
  kind: IdentityKind;
  /** The plain form, where there is one. */
  value: string | null;
  /** What the form allows to say. */
  verdict: Verdict;
  /** By code. */
  findings: Finding[];
  /** The parts of a NIK. */
  nik: Nik | null;
  /** What the prefix of a phone number says. */
  phone: Phone | null;
  /** The parts of an address. */
  email: Email | null;
  /** The parts of a family card's number. */
  kk: FamilyCard | null;
  /** The parts of a tax number. */
  npwp: Npwp | null;
  /** The parts of a civil servant's number. */
  nip: Nip | null;
  /** The parts of a number plate. */
  plate: Plate | null;
  /** Which insurance a BPJS number is of. */
  bpjs: Bpjs | null;
}

/**
 * What is checked.
 * - `nik`: Population number, NIK or NIT.
 * - `kk`: Number of a family card.
 * - `npwp`: Tax number, with the branch too (NITKU).
 * - `nip`: Number of a civil servant.
 * - `phone`: Phone number.
 * - `email`: E-mail address.
 * - `plate`: Number plate of a vehicle.
 * - `bpjs`: Number of a health or worker's insurance.
 * - `passport`: Number of a passport.
 * - `kitas`: Number of a stay permit (KITAS, KITAP).
 * - `account`: Number of a bank account.
 */
export type IdentityKind = "nik" | "kk" | "npwp" | "nip" | "phone" | "email" | "plate" | "bpjs" | "passport" | "kitas" | "account";

/** Request of `identity.check`. */
export interface IdentityRequest {
  /** What is checked. */
  kind: IdentityKind;
  /** As it was written. */
  value: string;
  /** The present moment; a date of birth does not lie after it. */
  now: Instant;
}

/** The answer of `engine.info`; the same in every host. */
export interface Info {
  /** Version of the crate. */
  engine: string;
  /** Version of the wire. */
  wire: number;
  /** Version of the C ABI. */
  abi: number;
  /** SHA-256 over the sorted pack ids and hashes, hex. */
  packs_sha256: string;
  /** Packs by id. */
  packs: PackInfo[];
  /** Names of the operations, sorted. */
  operations: string[];
  /** First day of the calendar. */
  calendar_from: CivilDate;
  /** Last day of the calendar. */
  calendar_until: CivilDate;
  /** Limits. */
  limits: Limits;
}

/** Request of `engine.info`: no members. */
export type InfoRequest = Record<string, never>;

/** Moment with offset, to the second */
export type Instant = string;

/** An institution and how well it fits. */
export interface InstitutionDetail {
  /** The office. */
  office: Office;
  /** 1000 for the id, a whole name or a type; for words 900 × words of the query / words of the name. */
  score: number;
  /** `id`, `name`, `alias`, `words` or `type`. */
  matched: string;
  /** What else it is called, former names and ambiguous abbreviations among it. */
  aliases: string[];
  /** `active`, `dissolved` or `private`. */
  status: string;
  /** Whether a complaint can be sent to it. */
  receives: boolean;
}

/** Answer of `institution.search`. */
export interface InstitutionList {
  /** By score, best first, then by office id. */
  institutions: InstitutionDetail[];
}

/** Request of `institution.search`: at least one of `query` and `type`. */
export interface InstitutionRequest {
  /** An office id, a name, an abbreviation, or words of a name. */
  query?: string | null;
  /** The region whose offices, and whose province's, are searched too. */
  region?: RegionCode | null;
  /** Only offices that do the work of this type: `opd:…` or `inst:…`. */
  type?: string | null;
  /** The moment it is; the last day of the calendar without. */
  now?: Instant | null;
  /** At most so many, 1 to 50; 10 by default. */
  limit?: number | null;
}

/**
 * Level of government an office belongs to.
 * - `pusat`: National.
 * - `provinsi`: Province.
 * - `kabkota`: Regency or city.
 * - `kecamatan`: District.
 * - `kelurahan`: Urban village.
 * - `desa`: Village.
 */
export type Level = "pusat" | "provinsi" | "kabkota" | "kecamatan" | "kelurahan" | "desa";

/** Limits of requests and packs (wire §2). */
export interface Limits {
  /** Largest request in bytes. */
  request_bytes: number;
  /** Largest pack in bytes. */
  pack_bytes: number;
  /** Deepest nesting of JSON. */
  depth: number;
}

/** A local channel. */
export interface LocalChannel {
  /** Value of `complaint.channel`. */
  id: string;
  /** Name. */
  name: string;
  /** Kind. */
  kind?: string | null;
  /** First day. */
  from?: CivilDate | null;
  /** Last day. */
  until?: CivilDate | null;
  /** Source id. */
  source: string;
}

/** A day on which the region's offices do not work. */
export interface LocalHoliday {
  /** The day. */
  date: CivilDate;
  /** Its name. */
  name: string;
  /** Source id. */
  source: string;
}

/** A local word; an alternative reading, never a replacement. */
export interface LocalWord {
  /** The word. */
  word: string;
  /** Standard phrase. */
  means: string;
  /** Source id. */
  source: string;
}

/** Request of `region.locate`. */
export interface LocateRequest {
  /** Title. */
  title?: string | null;
  /** Text. */
  content?: string | null;
  /** Fields of the place. */
  location?: Location;
  /** Region of the instance that asks. */
  jurisdiction?: RegionCode | null;
  /** How much to answer. */
  detail?: Detail;
  /** Unit of spans. */
  offsets?: Offsets;
}

/** Where the object of the complaint is. */
export interface Location {
  /** Region code, or the name of a region. */
  region?: string | null;
  /** Address in words. */
  address?: string | null;
  /** Five digits. */
  postal_code?: string | null;
  /** Latitude in degrees. */
  lat?: number | null;
  /** Longitude in degrees. */
  lng?: number | null;
}

/** Request of `region.lookup`: exactly one of `code` and `name`. */
export interface LookupRequest {
  /** Code of today or of former days. */
  code?: RegionCode | null;
  /** Name, with or without its kind word. */
  name?: string | null;
  /** Only regions that lie in this one. */
  within?: RegionCode | null;
  /** Only regions of this level, 1 to 4 (villages need their pack). */
  level?: number | null;
  /** At most so many, 1 to 50; 10 by default. */
  limit?: number | null;
}

/** What the complaint is about. */
export interface Matter {
  /** `found` or `abstained`. */
  state: string;
  /** Matter id, when found. */
  id: string | null;
  /** Its name, when found. */
  name: Text | null;
  /** Per mille. */
  score: number;
  /** Best first. */
  candidates: MatterCandidate[];
}

/** A matter that the complaint may be about. */
export interface MatterCandidate {
  /** Matter id. */
  id: string;
  /** Its name. */
  name: Text;
  /** Per mille. */
  score: number;
  /** What speaks for it. */
  evidence: Evidence[];
}

/** A route with another lead. */
export interface MovedRoute {
  /** Matter id. */
  matter: string;
  /** The answer it is for, where the matter has a question. */
  discriminator: RouteValue | null;
  /** Lead so far; none = `needs_triage`. */
  before: string | null;
  /** Lead to come; none = `needs_triage`. */
  after: string | null;
}

/** A matter and its name. */
export interface NamedMatter {
  /** Matter id. */
  id: string;
  /** Its name. */
  name: Text;
}

/**
 * Whether the office's own name is known.
 * - `registered`: From the region's own table, or a national body.
 * - `typical`: The usual name; the region's own table is not known.
 */
export type Naming = "registered" | "typical";

/** The parts of a NIK or NIT. */
export interface Nik {
  /** Which of the two. */
  form: NikForm;
  /** Regency or city of first registration as it is called today; the province where only that is known. */
  region: Region | null;
  /** District of first registration as it is called today. */
  district: Region | null;
  /** What is known of its region code. */
  region_state: RegionState;
  /** Day of birth, without the 40 of women. */
  day: number;
  /** Month of birth. */
  month: number;
  /** Years of birth that the two digits can mean. */
  years: number[];
  /** As the day says it. */
  sex: Sex;
  /** Serial number, four digits. */
  serial: string;
}

/**
 * NIK or NIT.
 * - `nik`: Population number.
 * - `nit`: Number of a citizen abroad.
 */
export type NikForm = "nik" | "nit";

/** The parts of a NIP. */
export interface Nip {
  /** Which of the two. */
  form: NipForm;
  /** Day of birth. */
  born: CivilDate;
  /** When appointed. */
  appointed: Appointed;
  /** As the number says it. */
  sex: Sex;
  /** Serial number, three digits. */
  serial: string;
}

/**
 * Civil servant, or employee under contract.
 * - `pns`: Pegawai negeri sipil.
 * - `pppk`: Pegawai pemerintah dengan perjanjian kerja.
 */
export type NipForm = "pns" | "pppk";

/** Answer of `text.normalize`. */
export interface NormalText {
  /** The words, one blank between them, `. ` between sentences. Normalised again it stays the same. */
  text: string;
  /** The same words, with their places. */
  words: NormalWord[];
}

/** A word in its standard spelling. */
export interface NormalWord {
  /** The word; a mask as it is written. */
  word: string;
  /** First unit of what stands for it in the text as sent. */
  start: number;
  /** One past the last unit. */
  end: number;
  /** It is not the written word, case, accents and invisible characters aside. */
  changed: boolean;
}

/** Request of `text.normalize`. */
export interface NormalizeRequest {
  /** The text. */
  text: string;
  /** Unit of `start` and `end`. */
  offsets?: Offsets;
}

/** The parts of a tax number. */
export interface Npwp {
  /** Which number it is. */
  form: NpwpForm;
  /** What its check digit says. */
  check_digit: CheckDigit;
  /** Number of the tax office (KPP) that gave it out. */
  office: string | null;
  /** Number of the branch, three digits or, in a NITKU, six. */
  branch: string | null;
}

/**
 * Which number stands for the taxpayer.
 * - `npwp15`: 15 digits.
 * - `npwp16`: The 15 behind a 0.
 * - `nik`: The NIK of a resident.
 */
export type NpwpForm = "npwp15" | "npwp16" | "nik";

/** A receiver. */
export interface Office {
  /** `12.71/dishub` or `pusat/pln`. */
  id: string;
  /** Full name. */
  name: string;
  /** Level of government. */
  level: Level;
  /** Its region; none for national bodies. */
  region: RegionCode | null;
  /** General type: `opd:…` or `inst:…`. */
  type: string;
  /** Whether the name is its own. */
  naming: Naming;
}

/**
 * Unit of span offsets.
 * - `utf8`: UTF-8 bytes.
 * - `utf16`: UTF-16 code units, as JavaScript and Java count.
 */
export type Offsets = "utf8" | "utf16";

/**
 * What takes the place of personal data.
 * - `replace`: The mask of its kind.
 * - `mask`: An asterisk for each letter and digit but the last `keep`.
 * - `hash`: The kind and 16 hexadecimal digits of a hash under `key`.
 * - `drop`: Nothing.
 */
export type OperatorKind = "replace" | "mask" | "hash" | "drop";

/**
 * How a candidate ended.
 * - `lead`: It receives.
 * - `coordinating`: It takes part.
 * - `alternative`: It would receive under another reading.
 * - `rejected`: It was looked at and is not competent.
 */
export type Outcome = "lead" | "coordinating" | "alternative" | "rejected";

/** How many routes end there. */
export interface OutcomeCount {
  /** `registered`, `typical`, `national` or `needs_triage`. */
  outcome: string;
  /** Reason code of `needs_triage`. */
  reason: string | null;
  /** How many. */
  count: number;
}

/** One region's own table. */
export interface Overlay {
  /** Stable id, such as `id.12.71`. */
  pack: string;
  /** Always `overlay`. */
  kind: string;
  /** Year and running number. */
  version: string;
  /** The region it is for. */
  for: RegionCode;
  /** What it needs. */
  requires?: Requires;
  /** Name of a special regime, for the built-in overlays. */
  regime?: string | null;
  /** Levels of government that do not exist here: their offices are those of another level. */
  levels?: Record<string, string>;
  /** Where the facts come from: source id → description. */
  sources?: Record<string, string>;
  /** The office that administers LAPOR! here. */
  administrator?: string | null;
  /** The region's offices. */
  offices?: OverlayOffice[];
  /** Where the general rule does not hold. */
  exceptions?: Exception[];
  /** Local channels. */
  channels?: LocalChannel[];
  /** Days off of the region, beside those of the country. */
  calendar?: LocalHoliday[];
  /** Local words. */
  words?: LocalWord[];
  /** Local messages. */
  messages?: Record<string, string>[];
  /** Thresholds. */
  policy?: Record<string, number>;
}

/** An office of the region. */
export interface OverlayOffice {
  /** Its id, without the region; `12/x` for an office of another owner. */
  id: string;
  /** General type, `opd:…`. */
  type: string;
  /** Official name. */
  name: string;
  /** What people call it. */
  aliases?: string[];
  /** Other general types whose work it does. */
  also?: string[];
  /** First day. */
  from?: CivilDate | null;
  /** Last day. */
  until?: CivilDate | null;
  /** Source id. */
  source: string;
}

/** A loaded pack. */
export interface PackInfo {
  /** Stable id, such as `id.regions` or `id.12.71`. */
  id: string;
  /** Kind of pack. */
  kind: string;
  /** Its version. */
  version: string;
  /** SHA-256 of its bytes, hex. */
  sha256: string;
}

/** A parameter of a message. */
export type Param = number | string | string[];

/** Personal data in a text. */
export interface PersonalSpan {
  /** First unit in the text as sent. */
  start: number;
  /** One past the last unit. */
  end: number;
  /** What it is. */
  kind: string;
  /** Id of the recogniser that found it. */
  rule: string;
  /** How sure that is, per mille. */
  score: number;
  /** Whose it is, as far as words say. */
  whose: Whose;
  /** What takes its place. */
  replacement: string;
  /** By which signs it was found; none in a brief answer. */
  reasons: Reason[];
}

/** What a prefix says. */
export interface Phone {
  /** Type of number. */
  type: PhoneKind;
  /** With `+62`, where it can be dialled from abroad. */
  e164: string | null;
  /** As it is dialled in the country. */
  national: string;
  /** To whom the prefix was given out. */
  carrier: string | null;
  /** Places of the area code. */
  area: string | null;
  /** False for the number of a service: nothing about a person. */
  personal: boolean;
}

/**
 * Type of a phone number.
 * - `mobile`: Mobile.
 * - `fixed`: Fixed, with an area code.
 * - `toll_free`: The one who is called pays.
 * - `premium`: At a raised price.
 * - `shared_cost`: Both pay.
 * - `uan`: One number of a company for the whole country.
 * - `short_code`: A service of three to six digits.
 */
export type PhoneKind = "mobile" | "fixed" | "toll_free" | "premium" | "shared_cost" | "uan" | "short_code";

/** Place of the object of the complaint. */
export interface Place {
  /** What is known. */
  state: PlaceState;
  /** The region, when found. */
  region: Region | null;
  /** Per mille. */
  score: number;
  /** Best first. */
  candidates: PlaceCandidate[];
}

/** A region that may be the place. */
export interface PlaceCandidate {
  /** The region. */
  region: Region;
  /** Per mille. */
  score: number;
  /** Distance from a given point to the region's centroid, in metres. */
  distance_m: number | null;
  /** What speaks for it. */
  evidence: Evidence[];
}

/**
 * What is known of the place.
 * - `found`: One region.
 * - `ambiguous`: Several that the text does not tell apart.
 * - `unknown`: None.
 */
export type PlaceState = "found" | "ambiguous" | "unknown";

/** The parts of a plate. */
export interface Plate {
  /** Letters of the region. */
  prefix: string;
  /** Digits. */
  number: string;
  /** Letters behind them. */
  suffix: string;
  /** Where the prefix is used, in Indonesian. */
  area: string | null;
  /** Provinces of it, by code. */
  regions: Region[];
}

/** Personal data of a complaint. */
export interface Privacy {
  /** What was found: title first, then by start. */
  spans: FieldSpan[];
  /** What of the complaint would be public. */
  public: PublicView;
  /** What the reporter may want to do, by code. */
  advice: Reason[];
}

/**
 * How a complaint is handled.
 * - `ordinary`: As most are.
 * - `whistleblower`: It is about abuse of authority: place, dates and metadata lose precision.
 */
export type Profile = "ordinary" | "whistleblower";

/** What the public would see of the members that were given; those not named here are shown as they are. */
export interface PublicView {
  /** Whether the complaint would be in a public list. */
  listed: boolean;
  /** Paths of texts in which something would be replaced. */
  redacted: string[];
  /** Paths of what would lose precision. */
  coarse: string[];
  /** Paths of what would not be shown. */
  withheld: string[];
}

/** The question whose answer would change the lead. */
export interface Question {
  /** Discriminator to answer in `complaint.answers`. */
  discriminator: string;
  /** The question. */
  text: Text;
  /** Possible answers and whom each would reach. */
  options: QuestionOption[];
}

/** One possible answer. */
export interface QuestionOption {
  /** Value to send back. */
  value: string;
  /** Its label. */
  text: Text;
  /** Office id that would lead. */
  lead: string | null;
}

/** Why a decision stands as it stands. */
export interface Reason {
  /** Stable code. */
  code: string;
  /** Facts behind it. */
  params: Record<string, Param>;
  /** Sentence in both languages. */
  text: Text;
}

/** Request of `text.redact`. */
export interface RedactRequest {
  /** The text. */
  text: string;
  /** What takes the place of personal data. */
  operator?: OperatorKind;
  /** Letters and digits that `mask` leaves at the end, 0 to 4. */
  keep?: number | null;
  /** Key of `hash`, 16 bytes or more. */
  key?: string | null;
  /** Score from which a finding counts, per mille. Default: that of the pack. */
  least?: number | null;
  /** Unit of `start` and `end`. */
  offsets?: Offsets;
}

/** Answer of `text.redact`. */
export interface Redacted {
  /** The text without what was found. */
  text: string;
  /** What was found, in the order of the text; no two overlap. */
  spans: PersonalSpan[];
}

/** A region. */
export interface Region {
  /** Kemendagri code. */
  code: RegionCode;
  /** Name with its kind word (`Kota Medan`). */
  name: string;
  /** 1 province … 4 village. */
  level: number;
}

/** Kemendagri region code */
export type RegionCode = string;

/** Everything the tables know of a region. */
export interface RegionDetail {
  /** Code. */
  code: RegionCode;
  /** Name with its kind word. */
  name: string;
  /** Name without it. */
  short_name: string;
  /** 1 province … 4 village. */
  level: number;
  /** `provinsi`, `kabupaten`, `kota`, … */
  kind: string;
  /** From the province down to its parent. */
  path: Region[];
  /** Time zone. */
  zone: Zone;
  /** Other names. */
  aliases: string[];
  /** What it was called or numbered before. */
  former: Former[];
  /** BPS code, for levels 1 and 2. */
  bps_code: string | null;
  /** Centroid, for levels 1 and 2. */
  lat: number | null;
  /** Centroid, for levels 1 and 2. */
  lng: number | null;
}

/** Answer of `region.lookup`. */
export interface RegionList {
  /** `code`, `former_code`, `name` or `none`. */
  matched: string;
  /** By level, then code. */
  regions: RegionDetail[];
}

/**
 * What is known of a region code.
 * - `current`: In the decree of today.
 * - `historic`: A former code with a known successor.
 * - `reused`: It has meant, or elsewhere means, another region.
 * - `unknown`: In no list, or its district is in none.
 * - `abroad`: No region: a citizen abroad.
 */
export type RegionState = "current" | "historic" | "reused" | "unknown" | "abroad";

/** Who reports. Only `complaint.view` gives any of it back, to audiences that may see it. */
export interface Reporter {
  /** Name. */
  name?: string | null;
  /** National identity number. */
  nik?: string | null;
  /** Phone number. */
  phone?: string | null;
  /** E-mail address. */
  email?: string | null;
  /** Home address. */
  address?: string | null;
  /** On whose behalf. */
  on_behalf_of?: string | null;
}

/**
 * How much a field is wanted.
 * - `required`: The form cannot be sent without it.
 * - `recommended`: It helps the receiver.
 * - `optional`: Whoever wants may give it.
 */
export type Requirement = "required" | "recommended" | "optional";

/** What an overlay needs of the library. */
export interface Requires {
  /** Wire version. */
  wire?: number;
  /** Features of the library; there is none yet that an overlay could need. */
  features?: string[];
}

/** Who receives, and why. */
export interface Route {
  /** The competent receiver; null exactly when `needs_triage` is given. */
  lead: Office | null;
  /** Offices that take part. */
  coordinating: Office[];
  /** Why nobody leads yet, and who decides. */
  needs_triage: Coordinator | null;
  /** From the first verifier to the lead. */
  tiers: Tier[];
  /** Per mille. */
  score: number;
  /** Stable id of the rule that won. */
  rule: string | null;
  /** The fact that decides competence. */
  discriminator: Discriminator | null;
  /** Lead, coordinating, then score down, then id. */
  candidates: Candidate[];
  /** Present only if some answer changes the lead. */
  question: Question | null;
}

/** Request of `route`. */
export interface RouteRequest {
  /** The moment it is; the rules of its day judge. */
  now: Instant;
  /** Matter id. */
  matter: string;
  /** Region of the object. */
  region?: RegionCode | null;
  /** Kind of report; none = a pengaduan. */
  classification?: ClassificationValue | null;
  /** Whether it is about abuse of authority; only a pengaduan can be. */
  supervision?: Supervision | null;
  /** Answers to discriminator questions. */
  answers?: Record<string, string>;
  /** Institution the reporter named: an office id or words. */
  suggested_institution?: string | null;
  /** How much to answer. */
  detail?: Detail;
}

/** A discriminator and its value; none = undecided. */
export interface RouteValue {
  /** Discriminator id. */
  id: string;
  /** Value. */
  value: string | null;
}

/**
 * How much a finding weighs.
 * - `block`: The complaint cannot be filed so.
 * - `warn`: The complaint can be filed; somebody should look.
 * - `info`: Good to know.
 */
export type Severity = "block" | "warn" | "info";

/**
 * Sex as the number writes it.
 * - `laki_laki`: Man.
 * - `perempuan`: Woman.
 */
export type Sex = "laki_laki" | "perempuan";

/** A run of days that a clock does not count. */
export interface Skipped {
  /** First day. */
  from: CivilDate;
  /** Last day. */
  to: CivilDate;
  /** `weekend`, `national_holiday`, `collective_leave`, … */
  reason: string;
  /** Name of the holiday. */
  name: string | null;
  /** Decree it rests on. */
  source: string | null;
}

/** A piece of the reporter's text, by place and never by words. */
export interface Span {
  /** `title` or `content`. */
  field: string;
  /** First unit. */
  start: number;
  /** One past the last unit. */
  end: number;
}

/** Request of `matter.suggest`. */
export interface SuggestRequest {
  /** Title. */
  title?: string | null;
  /** Text. */
  content?: string | null;
  /** Region of the instance that asks. */
  jurisdiction?: RegionCode | null;
  /** How much to answer. */
  detail?: Detail;
  /** Unit of spans. */
  offsets?: Offsets;
}

/** The answer of `matter.suggest`. */
export interface Suggestion {
  /** Kind of report. */
  classification: Classification;
  /** What it is about. */
  matter: Matter;
  /** Category of LAPOR!'s tree. */
  category: Category;
}

/**
 * Whether a complaint is about abuse of authority or breach of law by officials (Permendagri 8/2023 Pasal 1).
 * - `berkadar_pengawasan`: It is.
 * - `tidak_berkadar_pengawasan`: It is not.
 */
export type Supervision = "berkadar_pengawasan" | "tidak_berkadar_pengawasan";

/** A text for people in both languages. Plain, never markup. */
export interface Text {
  /** Indonesian. */
  id: string;
  /** English. */
  en: string;
}

/** One step of the tiered disposition. */
export interface Tier {
  /** `admin_nasional`, `admin_instansi` or `pejabat_penghubung`. */
  role: string;
  /** The office that holds the role. */
  office: Office;
}

/**
 * What becomes of a member. The stricter comes later.
 * - `shown`: As it was given.
 * - `redacted`: Without personal data.
 * - `coarse`: With less precision.
 * - `withheld`: Not at all.
 */
export type Treatment = "shown" | "redacted" | "coarse" | "withheld";

/** The answer of `triage`. */
export interface Triage {
  /** True if no finding blocks. */
  accepted: boolean;
  /** By path, then code. */
  findings: Finding[];
  /** Kind of report. */
  classification: Classification;
  /** Region of the object. */
  place: Place;
  /** What it is about. */
  matter: Matter;
  /** Category of LAPOR!'s tree. */
  category: Category;
  /** Who receives, and why. */
  route: Route;
  /** What is due when. */
  deadlines: Deadline[];
  /** Personal data in it, and what of it would be public; none without what finds them. */
  privacy: Privacy | null;
  /** What the answer rests on. */
  basis: Basis;
}

/** Request of `triage`. */
export interface TriageRequest {
  /** The moment it is; the library has no clock. */
  now: Instant;
  /** The complaint. */
  complaint: Complaint;
  /** Region of the instance that received it; none for the national one. */
  jurisdiction?: RegionCode | null;
  /** How much to answer. */
  detail?: Detail;
  /** Unit of spans. */
  offsets?: Offsets;
}

/**
 * Unit of a length.
 * - `working_days`: Monday to Friday without holidays.
 * - `days`: Calendar days.
 * - `years`: Calendar years.
 */
export type Unit = "working_days" | "days" | "years";

/** The answer of `complaint.validate`. */
export interface Validation {
  /** True if no finding blocks. */
  accepted: boolean;
  /** By path, then code; those that `triage` has for the same request. */
  findings: Finding[];
}

/**
 * What the form of a number allows to say.
 * - `plausible`: Nothing speaks against it. No proof.
 * - `doubtful`: Something is unusual; a person should look.
 * - `impossible`: The form rules it out.
 */
export type Verdict = "plausible" | "doubtful" | "impossible";

/** Answer of `complaint.view`. */
export interface View {
  /** Who looks at it; none if the policy does not know them. */
  audience: string | null;
  /** How it is handled; none if the request named something else. */
  profile: Profile | null;
  /** False where the audience must not know of the complaint. */
  listed: boolean;
  /** What is seen. */
  complaint: Viewed;
  /** What became of each member that was given, by path. */
  fields: FieldView[];
  /** How many personal data were replaced in texts, by kind. */
  hidden: Record<string, number>;
  /** What the view rests on. */
  reasons: Reason[];
}

/** Request of `complaint.view`. */
export interface ViewRequest {
  /** The complaint. */
  complaint: Complaint;
  /** Who looks at it: `public`, `reporter`, `handling_unit`, `other_agency`, `coordinator`, `oversight`, `auditor`. Anybody else sees nothing. */
  audience: string;
  /** `ordinary` or `whistleblower`; without it, by supervision, given or found in the text. With anything else nothing is seen. */
  profile?: string | null;
}

/** A complaint as it is seen: the members of `Complaint`, empty where nothing was given or nothing is seen. */
export interface Viewed {
  /** Title. */
  title: string | null;
  /** What happened. */
  content: string | null;
  /** Kind of report. */
  classification: ClassificationValue | null;
  /** Whether it is about abuse of authority. */
  supervision: Supervision | null;
  /** Moment of receipt, or its month (`2026-11`). */
  received_at: string | null;
  /** Day of the incident, or its month. */
  date_of_incident: string | null;
  /** Place of the object. */
  location: Required<Location>;
  /** Category. */
  category: string | null;
  /** Institution the reporter named. */
  suggested_institution: string | null;
  /** Channel it came through. */
  channel: string | null;
  /** Name hidden from the public and the reported unit. */
  is_anonymous: boolean | null;
  /** Content hidden from the public. */
  is_secret: boolean | null;
  /** Files. */
  attachments: Required<Attachment>[];
  /** Who reports. */
  reporter: Required<Reporter>;
  /** Answers to discriminator questions. */
  answers: Record<string, string>;
  /** What the host keeps beside it. */
  extra: Record<string, unknown>;
}

/**
 * Whose data it is, as far as the words around it say.
 * - `reporter`: The reporter's own.
 * - `third_party`: Somebody else's.
 * - `official`: An official's.
 * - `unknown`: Nothing says.
 */
export type Whose = "reporter" | "third_party" | "official" | "unknown";

/** An answer to "why not us?". */
export interface WhyNot {
  /** The office that asks. */
  office: Office;
  /** The first is the first failing condition. */
  reasons: Reason[];
  /** For the return note; it names who is competent, or who decides. */
  text: Text;
}

/**
 * The three time zones.
 * - `WIB`: UTC+7.
 * - `WITA`: UTC+8.
 * - `WIT`: UTC+9.
 */
export type Zone = "WIB" | "WITA" | "WIT";
