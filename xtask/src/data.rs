//! `cargo xtask data`: makes the packs in `lapor-core/data/packs` from the tables in `lapor-core/data/sources`.

use crate::Done;
use crate::competence;
use crate::files;
use lapor_core::Date;
use lapor_core::pack::{self, *};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Where the tables and the packs are.
const DATA: &str = "lapor-core/data";

fn read(name: &str) -> Result<String, String> {
    files::read(&format!("{DATA}/sources/{name}"))
}

pub(crate) fn json(name: &str) -> Result<Value, String> {
    serde_json::from_str(&read(name)?).map_err(|e| format!("{name}: {e}"))
}

/// Rows of a table as maps from column name to cell.
fn table(name: &str) -> Result<Vec<BTreeMap<String, String>>, String> {
    let text = read(name)?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let mut rows = Vec::new();
    for (n, line) in lines.enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        if cells.len() != head.len() {
            return Err(format!("{name}:{}: {} cells instead of {}", n + 2, cells.len(), head.len()));
        }
        rows.push(head.iter().zip(cells).map(|(h, c)| ((*h).to_owned(), c.to_owned())).collect());
    }
    Ok(rows)
}

fn cell<'a>(row: &'a BTreeMap<String, String>, name: &str) -> &'a str {
    row.get(name).map_or("", String::as_str)
}

pub(crate) fn string(v: &Value, name: &str) -> String {
    v.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

pub(crate) fn strings(v: &Value, name: &str) -> Vec<String> {
    let list = v.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(crate) fn list<'a>(v: &'a Value, name: &str) -> impl Iterator<Item = &'a Value> {
    v.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn six(code: &str) -> u32 {
    let digits: String = code.chars().filter(char::is_ascii_digit).take(6).collect();
    format!("{digits:0<6}").parse().unwrap_or(0)
}

fn micro(text: &str) -> i32 {
    let value: f64 = text.parse().unwrap_or(0.0);
    (value * 1_000_000.0).round() as i32
}

fn regions() -> Result<RegionsPack, String> {
    let rows = table("regions.tsv")?;
    let mut out = RegionsPack::default();
    let mut names = Vec::new();
    let mut last = 0;
    for (i, row) in rows.iter().enumerate() {
        let code = six(cell(row, "code"));
        out.code_steps.push(code - last);
        last = code;
        names.push(cell(row, "name").to_owned());
        let plain = pack_short(cell(row, "name"));
        if plain != cell(row, "short_name") {
            out.short_names.push((i as u32, cell(row, "short_name").to_owned()));
        }
    }
    out.names = names.join("\n");
    for row in table("regencies.tsv")? {
        let zone = match cell(&row, "tz") {
            "WITA" => 8,
            "WIT" => 9,
            _ => 7,
        };
        let bps = cell(&row, "bps_code_2023").to_owned();
        out.regencies.push(RegencyRow { bps, zone, lat: micro(cell(&row, "lat")), lng: micro(cell(&row, "lng")) });
    }
    for row in table("region-aliases.tsv")? {
        let note = cell(&row, "note");
        out.aliases.push(AliasRow {
            alias: cell(&row, "alias").to_owned(),
            codes: cell(&row, "code").split('|').map(str::to_owned).collect(),
            needs_cue: note.starts_with("short token")
                || note.starts_with("common-word trap")
                || note.starts_with("metropolitan")
                || note.starts_with("also the bank"),
        });
    }
    for row in table("region-history.tsv")? {
        out.former.push(FormerRow {
            old_code: cell(&row, "old_code").to_owned(),
            old_name: cell(&row, "old_name").to_owned(),
            new_code: cell(&row, "new_code").to_owned(),
            last_seen: cell(&row, "last_seen").to_owned(),
            method: cell(&row, "method").to_owned(),
        });
    }
    for row in table("region-renames.tsv")? {
        out.former.push(FormerRow {
            old_code: cell(&row, "code").to_owned(),
            old_name: cell(&row, "old_name").to_owned(),
            new_code: cell(&row, "code").to_owned(),
            last_seen: cell(&row, "old_seen").to_owned(),
            method: "renamed".to_owned(),
        });
    }
    Ok(out)
}

fn ten(code: &str) -> u64 {
    code.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

fn villages() -> Result<VillagesPack, String> {
    let mut out = VillagesPack::default();
    let mut names = Vec::new();
    let (mut last, mut number) = (0, 0);
    for row in &table("villages.tsv")? {
        let code = cell(row, "code");
        let (district, own) = (six(code), (ten(code) % 10_000) as u16);
        if district != last {
            out.district_steps.push(district - last);
            out.counts.push(0);
            (last, number) = (district, 0);
        }
        if let Some(count) = out.counts.last_mut() {
            *count += 1;
        }
        out.number_steps.push(own - number);
        number = own;
        names.push(cell(row, "name").to_owned());
    }
    out.names = names.join("\n");
    // 317 villages have no successor and 65 several: their codes answer with the district
    for row in table("region-history-villages.tsv")?.iter().filter(|row| cell(row, "method").ends_with("(unique)")) {
        let same = cell(row, "old_name") == cell(row, "new_name");
        out.former.push(FormerVillage {
            old: ten(cell(row, "old_code")),
            new: ten(cell(row, "new_code")),
            name: if same { String::new() } else { cell(row, "old_name").to_owned() },
            last_seen: cell(row, "last_seen").parse().map_err(|_| format!("last_seen of {row:?}"))?,
        });
    }
    let mut postal: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in table("village-postal.tsv")? {
        let districts = postal.entry(cell(&row, "postal_code").parse().unwrap_or(0)).or_default();
        let code = six(cell(&row, "village_code"));
        if !districts.contains(&code) {
            districts.push(code);
        }
    }
    let (mut last, mut last_district) = (0, 0);
    for (code, districts) in postal {
        out.postal_steps.push(code - last);
        last = code;
        out.postal_counts.push(districts.len() as u8);
        for d in districts {
            out.postal_districts.push(d as i32 - last_district);
            last_district = d as i32;
        }
    }
    out.former.sort_by_key(|row| row.old);
    Ok(out)
}

fn pack_short(name: &str) -> &str {
    ["Kabupaten Administrasi ", "Kota Administrasi ", "Kabupaten ", "Kota "]
        .iter()
        .find_map(|kind| name.strip_prefix(kind))
        .unwrap_or(name)
}

fn calendar() -> Result<CalendarPack, String> {
    let mut out = CalendarPack { from: "2018-01-01".into(), until: "2027-12-31".into(), ..CalendarPack::default() };
    for row in table("holidays.tsv")? {
        let decree = cell(&row, "decree").to_owned();
        let at = out.decrees.iter().position(|d| *d == decree).unwrap_or_else(|| {
            out.decrees.push(decree);
            out.decrees.len() - 1
        });
        out.days.push(DayRow {
            date: cell(&row, "date").to_owned(),
            collective: cell(&row, "kind") == "collective",
            name: cell(&row, "name_id").to_owned(),
            decree: at as u16,
        });
    }
    out.days.sort_by(|a, b| a.date.cmp(&b.date));
    Ok(out)
}

fn taxonomy() -> Result<TaxonomyPack, String> {
    let source = json("categories.json")?;
    let categories = list(&source, "categories")
        .map(|c| CategoryRow {
            id: string(c, "id"),
            name: string(c, "name"),
            gloss: c.get("gloss_en").and_then(Value::as_str).map(str::to_owned),
            status: match string(c, "status").as_str() {
                "active" => 0,
                "historic" => 1,
                _ => 2,
            },
            lapor_id: c.get("lapor_id").and_then(Value::as_u64).map(|n| n as u32),
            aliases: strings(c, "aliases"),
        })
        .collect();
    Ok(TaxonomyPack { categories })
}

fn targets(v: &Value, name: &str) -> Result<Vec<TargetRow>, String> {
    list(v, name)
        .map(|t| {
            Ok(TargetRow {
                level: string(t, "level"),
                reference: string(t, "ref"),
                lead: string(t, "role") == "utama",
                from: day(t, "from")?,
                until: day(t, "until")?,
            })
        })
        .collect()
}

/// A day that a row may carry.
fn day(v: &Value, name: &str) -> Result<Option<Date>, String> {
    match v.get(name).and_then(Value::as_str) {
        None => Ok(None),
        Some(text) => Date::parse(text).map(Some).ok_or_else(|| format!("{name}: no day {text}")),
    }
}

/// Discriminator values that a route needs, by discriminator.
fn conditions(route: &Value) -> impl Iterator<Item = (&String, Vec<String>)> {
    let when = route.get("when").and_then(Value::as_object).into_iter().flatten();
    when.map(|(id, values)| {
        (id, values.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
    })
}

fn matters() -> Result<MattersPack, String> {
    let source = json("matters.json")?;
    let texts = table("discriminator-texts.tsv")?;
    let whys = table("discriminator-whys.tsv")?;
    let mut out = MattersPack::default();
    for (id, d) in source.get("discriminators").and_then(Value::as_object).into_iter().flatten() {
        let text = |value: &str| {
            texts
                .iter()
                .find(|t| cell(t, "discriminator") == id && cell(t, "value") == value)
                .map(|t| (cell(t, "id").to_owned(), cell(t, "en").to_owned()))
                .ok_or_else(|| format!("discriminator-texts.tsv: no row for {id} {value}"))
        };
        let (ask_id, ask_en) = text("")?;
        let mut values = Vec::new();
        for value in strings(d, "values") {
            let (a, b) = text(&value)?;
            values.push((value, a, b));
        }
        let why = whys
            .iter()
            .find(|w| cell(w, "discriminator") == id)
            .ok_or_else(|| format!("discriminator-whys.tsv: no row for {id}"))?;
        let (why_id, why_en) = (cell(why, "id").to_owned(), cell(why, "en").to_owned());
        let default = d.get("default").and_then(Value::as_str).map(str::to_owned);
        out.discriminators.push(DiscriminatorRow { id: id.clone(), ask_id, ask_en, why_id, why_en, values, default });
    }
    out.discriminators.sort_by(|a, b| a.id.cmp(&b.id));
    for m in list(&source, "matters") {
        let (id, own) = (string(m, "id"), string(m, "discriminator"));
        let routes = list(m, "routes")
            .map(|r| {
                let mine = conditions(r).find(|(d, _)| **d == own);
                Ok(RouteRow {
                    values: mine.ok_or_else(|| format!("matters.json: {id}: a route without {own}"))?.1,
                    also: conditions(r).filter(|(d, _)| **d != own).map(|(d, values)| (d.clone(), values)).collect(),
                    to: targets(r, "to")?,
                })
            })
            .collect::<Result<Vec<_>, String>>()?;
        let groups = source.get("groups").and_then(Value::as_object).into_iter().flatten();
        let groups = groups.filter(|(_, group)| strings(group, "matters").contains(&id)).map(|(id, _)| id.clone());
        out.matters.push(MatterRow {
            name: string(m, "name"),
            gloss: string(m, "gloss_en"),
            urusan: string(m, "urusan"),
            categories: strings(m, "categories"),
            groups: groups.collect(),
            discriminator: m.get("discriminator").and_then(Value::as_str).map(str::to_owned),
            routes,
            default: targets(m, "default")?,
            id,
        });
    }
    out.abuse = competence::abuse(&out)?;
    competence::matters(&source, &out)?;
    Ok(out)
}

/// Names without their remarks in brackets ("(lama)"): those that stand for themselves, and those that are marked as ambiguous and are none
/// by themselves in a text.
fn names(v: &Value, keys: &[&str]) -> (Vec<String>, Vec<String>) {
    let (mut clear, mut ambiguous) = (Vec::new(), Vec::new());
    for key in keys {
        for name in strings(v, key) {
            let (plain, remark) = name.split_once(" (").unwrap_or((&name, ""));
            let list = if remark.starts_with("ambigu") { &mut ambiguous } else { &mut clear };
            if !list.iter().any(|n| n == plain) {
                list.push(plain.to_owned());
            }
        }
    }
    (clear, ambiguous)
}

fn institutions() -> Result<InstitutionsPack, String> {
    let source = json("national-institutions.json")?;
    let national = list(&source, "institutions")
        .map(|i| {
            let (names, ambiguous) = names(i, &["abbreviations", "aliases", "predecessors"]);
            Ok(NationalRow {
                id: string(i, "id"),
                name: string(i, "name"),
                status: string(i, "status"),
                from: day(i, "from")?,
                until: day(i, "until")?,
                before: i.get("before").and_then(Value::as_str).map(str::to_owned),
                kind: string(i, "kind"),
                names,
                ambiguous,
            })
        })
        .collect::<Result<Vec<_>, String>>()?;
    let units = list(&source, "units")
        .map(|u| UnitRow { id: string(u, "id"), kinds: strings(u, "kinds"), name: string(u, "name") })
        .collect();
    let types = list(&json("regional-offices.json")?, "opd")
        .map(|o| {
            let (names, ambiguous) = names(o, &["abbreviations", "aliases"]);
            TypeRow {
                id: string(o, "id"),
                name: string(o, "name"),
                kind: string(o, "kind"),
                levels: strings(o, "levels"),
                names,
                ambiguous,
                provinces: strings(o, "provinces"),
                affairs: strings(o, "affairs"),
            }
        })
        .collect();
    let regimes = Vec::<Overlay>::deserialize(json("regimes.json")?).map_err(|e| format!("regimes.json: {e}"))?;
    Ok(InstitutionsPack { national, types, regimes, units })
}

fn lexicon() -> Result<LexiconPack, String> {
    let mut out = LexiconPack::default();
    for name in ["phrases.tsv", "phrases-more.tsv"] {
        for row in table(name)? {
            out.phrases.push(PhraseRow {
                phrase: cell(&row, "phrase").to_owned(),
                matter: cell(&row, "matter").to_owned(),
                weight: cell(&row, "weight").parse().map_err(|_| format!("{name}: weight of {row:?}"))?,
                landmark: cell(&row, "flags").contains("landmark"),
            });
        }
    }
    let small = |v: &Value, name: &str, default: u64| v.get(name).and_then(Value::as_u64).unwrap_or(default) as u8;
    for p in json("pairs.json")?.as_array().into_iter().flatten() {
        out.pairs.push(PairRow {
            matter: string(p, "matter"),
            objects: strings(p, "objects"),
            conditions: strings(p, "conditions"),
            window: small(p, "window", 5),
            weight: small(p, "weight", 4),
        });
    }
    for a in json("ambiguity.json")?.as_array().into_iter().flatten() {
        let rules = list(a, "rules")
            .map(|r| AmbiguityRule {
                near: strings(r, "near"),
                window: small(r, "window", 6),
                matter: string(r, "matter"),
                weight: small(r, "weight", 4),
            })
            .collect();
        let alone = a.get("alone").filter(|v| !v.is_null()).map(|v| (string(v, "matter"), small(v, "weight", 2)));
        out.ambiguity.push(AmbiguityRow {
            word: string(a, "word"),
            rules,
            alone,
            drop: strings(a, "drop"),
            upper: string(a, "case") == "upper",
        });
    }
    for row in table("words.tsv")? {
        out.words.push(WordRow { from: cell(&row, "from").to_owned(), to: cell(&row, "to").to_owned() });
    }
    for row in table("regional-words.tsv")? {
        out.regional.push(RegionalWord {
            provinces: cell(&row, "provinces").split(',').map(str::to_owned).collect(),
            word: cell(&row, "word").to_owned(),
            means: cell(&row, "means").to_owned(),
        });
    }
    for row in table("discriminator-cues.tsv")? {
        out.discriminator_cues.push(DiscriminatorCue {
            discriminator: cell(&row, "discriminator").to_owned(),
            value: cell(&row, "value").to_owned(),
            cue: cell(&row, "cue").to_owned(),
            near: cell(&row, "flags") == "near",
        });
    }
    let cues = json("cues.json")?;
    let named = |v: &Value| NamedCues { id: string(v, "id"), cues: strings(v, "cues") };
    let spam = cues.get("spam").cloned().unwrap_or_default();
    out.cues = CuesPack {
        classification: ["pengaduan", "aspirasi", "permintaan_informasi"]
            .iter()
            .map(|id| NamedCues {
                id: (*id).to_owned(),
                cues: cues.get("classification").map(|c| strings(c, id)).unwrap_or_default(),
            })
            .collect(),
        supervision: strings(&cues, "supervision"),
        secret_advised: strings(&cues, "secret_advised"),
        emergency: strings(&cues, "emergency"),
        out_of_scope: list(&cues, "out_of_scope").map(named).collect(),
        employers: list(&cues, "employer_rules")
            .map(|v| NamedCues { id: string(v, "matter"), cues: strings(v, "cues") })
            .collect(),
        wages: strings(&cues, "wage_words"),
        gambling: strings(&spam, "gambling"),
        gambling_named: strings(&spam, "gambling_named"),
        promo: strings(&spam, "promo"),
        report: strings(&spam, "report"),
        group: strings(&cues, "group"),
        affected: strings(&cues, "affected"),
        follow_up: strings(&cues, "follow_up"),
        locatives: strings(&cues, "locatives"),
        address: strings(&cues, "address_words"),
        region_words: strings(&cues, "region_words"),
        village_words: strings(&cues, "village_words"),
        district_words: strings(&cues, "district_words"),
        home_words: strings(&cues, "home_words"),
        street_words: strings(&cues, "street_words"),
        facility_words: strings(&cues, "facility_words"),
        function_words: strings(&cues, "function_words"),
        prepositions: strings(&cues, "prepositions"),
    };
    Ok(out)
}

fn lifecycle() -> Result<LifecyclePack, String> {
    let mut deadlines = Vec::new();
    for row in table("deadlines.tsv")? {
        let text = |name: &str| cell(&row, name).to_owned();
        deadlines.push(DeadlineRow {
            id: text("id"),
            name_id: text("name_id"),
            name_en: text("name_en"),
            classification: text("classification"),
            supervision: text("supervision"),
            event: text("event"),
            assumed: cell(&row, "assumed") == "1",
            length: cell(&row, "length").parse().map_err(|_| format!("deadlines.tsv: length of {}", text("id")))?,
            unit: text("unit"),
            holder: text("holder"),
            profile: text("profile"),
            status: text("status"),
            carried: cell(&row, "carried") == "1",
            source: text("source"),
        });
    }
    Ok(LifecyclePack { deadlines, carried_over_from: string(&json("lifecycle.json")?, "carried_over_from") })
}

fn identity() -> Result<IdentityPack, String> {
    let number = |row: &BTreeMap<String, String>, name: &str| {
        cell(row, name).parse::<u16>().map_err(|_| format!("{name}: no number in {row:?}"))
    };
    let small = |row: &BTreeMap<String, String>, name: &str| number(row, name).map(|n| n as u8);
    let oldest = json("identity.json")?.get("oldest_years").and_then(Value::as_u64);
    let mut out =
        IdentityPack { oldest_years: oldest.ok_or("identity.json: no oldest_years")? as u8, ..Default::default() };
    for row in table("nik-codes.tsv")? {
        let list = if cell(&row, "state") == "abroad" { &mut out.abroad } else { &mut out.reused };
        list.push(cell(&row, "code").to_owned());
    }
    for row in table("phone-kinds.tsv")? {
        let kind = serde_json::from_value(cell(&row, "type").into()).map_err(|e| format!("phone-kinds.tsv: {e}"))?;
        let (least, most) = (small(&row, "min")?, small(&row, "max")?);
        let from_abroad = cell(&row, "from_abroad") == "1";
        out.kinds.push(PhoneKindRow { prefix: cell(&row, "prefix").to_owned(), kind, least, most, from_abroad });
    }
    for row in table("phone-mobile-prefixes.tsv")? {
        let (name, prefix) = (cell(&row, "carrier"), number(&row, "prefix")?);
        match out.carriers.iter_mut().find(|c| c.name == name) {
            Some(carrier) => carrier.prefixes.push(prefix),
            None => out.carriers.push(CarrierRow { name: name.to_owned(), prefixes: vec![prefix] }),
        }
    }
    let mut areas = BTreeMap::new();
    for row in table("phone-area-codes.tsv")? {
        areas.insert(number(&row, "area_code")?, cell(&row, "place").to_owned());
    }
    let mut last = 0;
    for code in areas.keys() {
        out.area_steps.push(code - last);
        last = *code;
    }
    out.area_places = areas.into_values().collect::<Vec<_>>().join("\n");
    for row in table("phone-short-codes.tsv")? {
        out.short_codes.push((cell(&row, "prefix").to_owned(), small(&row, "length")?));
    }
    for row in table("email-domains.tsv")? {
        let domain = cell(&row, "domain").to_owned();
        match cell(&row, "kind") {
            "slip" => out.slips.push((domain, cell(&row, "means").to_owned())),
            _ => out.reserved.push(domain),
        }
    }
    Ok(out)
}

fn policy() -> Result<PolicyPack, String> {
    let mut policy = json("policy.json")?;
    let rows = table("form-fields.tsv")?;
    for row in &rows {
        let kinds = ["pengaduan", "aspirasi", "permintaan_informasi"];
        if kinds.iter().any(|kind| !["required", "recommended", "optional", "-"].contains(&cell(row, kind))) {
            return Err(format!("form-fields.tsv: {} asks for something else", cell(row, "path")));
        }
    }
    let fields = serde_json::to_value(rows).map_err(|e| format!("form-fields.tsv: {e}"))?;
    if let Some(members) = policy.as_object_mut() {
        members.insert("form".to_owned(), fields);
    }
    serde_json::from_value(policy).map_err(|e| format!("policy.json, form-fields.tsv: {e}"))
}

/// Makes every pack, or with `check` proves that the committed ones are current.
pub(crate) fn run(check: bool) -> Done {
    let mut packs: Vec<(String, Vec<u8>)> = vec![("messages.tsv".to_owned(), read("messages.tsv")?.into_bytes())];
    let version = "2026-11-23.1";
    macro_rules! add {
        ($kind:literal, $body:expr) => {
            let header =
                Header { id: concat!("id.", $kind).to_owned(), kind: $kind.to_owned(), version: version.to_owned() };
            packs
                .push((concat!($kind, ".pack").to_owned(), pack::encode(&header, &$body?).map_err(|e| e.to_string())?));
        };
    }
    competence::receivers(&matters()?, &institutions()?)?;
    add!("calendar", calendar());
    add!("identity", identity());
    add!("institutions", institutions());
    add!("lexicon", lexicon());
    add!("lifecycle", lifecycle());
    add!("matters", matters());
    add!("policy", policy());
    add!("regions", regions());
    add!("taxonomy", taxonomy());
    add!("villages", villages());
    for (name, bytes) in packs {
        files::write(&format!("{DATA}/packs/{name}"), &bytes, check, "data")?;
        if !check {
            println!("{name:20} {:>8} bytes", bytes.len());
        }
    }
    Ok(())
}
