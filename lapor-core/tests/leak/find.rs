//! Looks for planted data in an envelope, however it is written there.
//!
//! Every string of the envelope is read in several ways: its letters and digits alone (so that no separator hides anything), its digits alone,
//! backwards, and decoded where it may be percent-encoded, `\u` escapes, hexadecimal or base64. The scalars of each object and array are
//! also read in a row, for what is split over several. Only then a part is looked for: six digits of a number, five letters of a word.
//!
//! By chance six digits stand in many places. So more are asked for where numbers are many: eight in numbers of JSON, in codes of regions, days
//! and moments and in what is split, ten in hexadecimal words of sixteen letters or more (hashes). Decoded text is random where nothing was
//! encoded; five letters are asked for there at least, and six in what is split: the end of one string and the beginning of the next make words
//! that neither has. What is left by chance the twin of the request shows (random.rs).

use serde_json::Value;

/// Something that must not be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needle {
    /// Letters in lower case and digits.
    text: Vec<u8>,
    /// As many of them in a row are a find.
    least: usize,
    digits: bool,
}

impl Needle {
    /// A number: six digits of it are enough.
    pub fn number(digits: &str) -> Self {
        Needle { digits: true, ..Needle::part(digits, 6) }
    }

    /// A word: five letters of it are enough, or all if it has fewer.
    pub fn word(word: &str) -> Self {
        Needle::part(word, 5)
    }

    /// Letters and digits, so many of which are enough.
    pub fn part(text: &str, least: usize) -> Self {
        let text: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).map(|b| b.to_ascii_lowercase()).collect();
        let least = least.min(text.len());
        Needle { text, least, digits: false }
    }
}

/// A way to read an envelope.
struct Reading {
    name: &'static str,
    bytes: Vec<u8>,
    /// Digits and letters in a row that count, at least.
    digits: usize,
    letters: usize,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Find {
    /// Which needle.
    pub needle: usize,
    /// How it was read.
    pub reading: &'static str,
    /// What stands there.
    pub seen: String,
}

/// What of the needles stands in an envelope, each once.
pub fn find(envelope: &Value, needles: &[&Needle]) -> Vec<Find> {
    let index = Index::new(needles);
    let mut out: Vec<Find> = Vec::new();
    for reading in readings(envelope) {
        index.search(&reading, &mut out);
    }
    out
}

const BUCKETS: usize = 1 << 12;

/// The first three bytes of every place in a needle where a find may begin.
struct Index<'a> {
    needles: &'a [&'a Needle],
    buckets: Vec<Vec<(u16, u16)>>,
}

fn bucket(three: &[u8]) -> usize {
    let mix = |hash: usize, b: &u8| hash.wrapping_mul(37).wrapping_add(usize::from(*b));
    three.iter().fold(0, mix) % BUCKETS
}

impl<'a> Index<'a> {
    fn new(needles: &'a [&'a Needle]) -> Self {
        let mut buckets = vec![Vec::new(); BUCKETS];
        for (n, needle) in needles.iter().enumerate() {
            for at in 0..=needle.text.len() - needle.least {
                buckets[bucket(&needle.text[at..at + 3])].push((n as u16, at as u16));
            }
        }
        Index { needles, buckets }
    }

    fn search(&self, reading: &Reading, out: &mut Vec<Find>) {
        for (at, three) in reading.bytes.windows(3).enumerate() {
            for (n, from) in &self.buckets[bucket(three)] {
                let needle = self.needles[usize::from(*n)];
                let pairs = reading.bytes[at..].iter().zip(&needle.text[usize::from(*from)..]);
                let same = pairs.take_while(|(a, b)| a == b).count();
                let least = needle.least.max(if needle.digits { reading.digits } else { reading.letters });
                if same >= least && !out.iter().any(|find| find.needle == usize::from(*n)) {
                    let seen = String::from_utf8_lossy(&reading.bytes[at..at + same]).into_owned();
                    out.push(Find { needle: usize::from(*n), reading: reading.name, seen });
                }
            }
        }
    }
}

/// The envelope in every way.
fn readings(envelope: &Value) -> Vec<Reading> {
    let empty = |name, digits, letters| Reading { name, bytes: Vec::new(), digits, letters };
    let mut all = All {
        words: empty("letters and digits", 6, 3),
        digits: empty("digits alone", 6, 3),
        codes: empty("a code or a number", 8, 3),
        hex: empty("a hexadecimal word", 10, 3),
        split: empty("in parts", 8, 6),
        decoded: empty("decoded", 6, 5),
    };
    all.read(envelope);
    let All { words, digits, codes, hex, split, decoded } = all;
    let backwards = |reading: &Reading| Reading {
        name: "backwards",
        bytes: reading.bytes.iter().rev().copied().collect(),
        ..*reading
    };
    let back = [backwards(&words), backwards(&codes), backwards(&decoded)];
    [words, digits, codes, hex, split, decoded].into_iter().chain(back).collect()
}

/// What parts one string from the next.
const BETWEEN: u8 = b'|';

struct All {
    words: Reading,
    digits: Reading,
    codes: Reading,
    hex: Reading,
    split: Reading,
    decoded: Reading,
}

impl All {
    fn read(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.text(text),
            Value::Number(number) => push(&mut self.codes.bytes, &squeezed(&number.to_string())),
            Value::Array(items) => {
                self.row(items.iter());
                items.iter().for_each(|item| self.read(item));
            }
            Value::Object(members) => {
                self.row(members.values());
                for (name, value) in members {
                    self.text(name);
                    self.read(value);
                }
            }
            Value::Bool(_) | Value::Null => {}
        }
    }

    fn text(&mut self, text: &str) {
        let hashes = hashes(text);
        hashes.iter().for_each(|hash| push(&mut self.hex.bytes, &squeezed(hash)));
        let code = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':' | b'T' | b'+' | b'/'))
            && text.bytes().any(|b| !b.is_ascii_digit());
        for part in apart(text, &hashes) {
            let plain = squeezed(part);
            push(if code { &mut self.codes.bytes } else { &mut self.words.bytes }, &plain);
            if !code && plain.iter().any(u8::is_ascii_digit) {
                let digits: Vec<u8> = plain.iter().copied().filter(u8::is_ascii_digit).collect();
                push(&mut self.digits.bytes, &digits);
            }
        }
        for decoded in decoded(text) {
            push(&mut self.decoded.bytes, &decoded.to_ascii_lowercase());
        }
    }

    /// The scalars of an object or array, one right behind the other.
    fn row<'v>(&mut self, values: impl Iterator<Item = &'v Value>) {
        for value in values {
            match value {
                Value::String(text) => self.split.bytes.extend(squeezed(text)),
                Value::Number(number) => self.split.bytes.extend(squeezed(&number.to_string())),
                _ => {}
            }
        }
        self.split.bytes.push(BETWEEN);
    }
}

/// The words of a text that are hexadecimal numbers of sixteen digits or more, with letters among them.
fn hashes(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_hexdigit());
    words.filter(|word| word.len() >= 16 && !word.bytes().all(|b| b.is_ascii_digit())).collect()
}

/// What is left of a text between those words.
fn apart<'t>(text: &'t str, words: &[&str]) -> Vec<&'t str> {
    let (mut out, mut rest) = (Vec::new(), text);
    for word in words {
        if let Some((before, after)) = rest.split_once(word) {
            out.push(before);
            rest = after;
        }
    }
    out.push(rest);
    out
}

fn push(bytes: &mut Vec<u8>, more: &[u8]) {
    bytes.extend(more);
    bytes.push(BETWEEN);
}

/// Letters in lower case and digits alone, digits of other scripts as ours.
pub fn squeezed(text: &str) -> Vec<u8> {
    let ascii = |c: char| match c {
        '\u{ff10}'..='\u{ff19}' => Some((u32::from(c) - 0xff10) as u8 + b'0'),
        '\u{660}'..='\u{669}' => Some((u32::from(c) - 0x660) as u8 + b'0'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase() as u8),
        _ => None,
    };
    text.chars().filter_map(ascii).collect()
}

/// What a text may be the encoding of.
fn decoded(text: &str) -> Vec<Vec<u8>> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    if bytes.contains(&b'%') {
        out.push(squeezed(&String::from_utf8_lossy(&escaped(bytes, b"%", 2))));
    }
    if text.contains("\\u") {
        out.push(squeezed(&String::from_utf8_lossy(&escaped(bytes, b"\\u", 4))));
    }
    for run in bytes.split(|b| !b.is_ascii_hexdigit()).filter(|run| run.len() >= 10) {
        for start in 0..2 {
            out.push(run[start..].chunks_exact(2).filter_map(hex).collect());
        }
    }
    let sixty_four = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'-' | b'_');
    for run in bytes.split(|b| !sixty_four(b)).filter(|run| run.len() >= 7) {
        for start in 0..4 {
            out.push(base64(&run[start..]));
        }
    }
    out
}

/// Escapes of so many hexadecimal digits after a sign, as what they mean.
fn escaped(bytes: &[u8], sign: &[u8], digits: usize) -> Vec<u8> {
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let value = bytes[at..].strip_prefix(sign).and_then(|rest| rest.get(..digits)).and_then(hex);
        match value {
            Some(byte) => {
                out.push(byte);
                at += sign.len() + digits;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    out
}

fn hex(digits: &[u8]) -> Option<u8> {
    u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

fn base64(run: &[u8]) -> Vec<u8> {
    let value = |b: &u8| match b {
        b'A'..=b'Z' => b - b'A',
        b'a'..=b'z' => b - b'a' + 26,
        b'0'..=b'9' => b - b'0' + 52,
        b'+' | b'-' => 62,
        _ => 63,
    };
    let mut out = Vec::with_capacity(run.len());
    let (mut bits, mut have) = (0_u32, 0);
    for b in run {
        bits = (bits << 6 | u32::from(value(b))) & 0xffff;
        have += 6;
        if have >= 8 {
            have -= 8;
            out.push((bits >> have) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn encoded_64(bytes: &[u8]) -> String {
        const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let sign = |n: u32| char::from(SIGNS[(n & 63) as usize]);
        let encode = |three: &[u8]| {
            let n = three.iter().chain([&0, &0]).take(3).fold(0_u32, |n, b| n << 8 | u32::from(*b));
            [sign(n >> 18), sign(n >> 12), sign(n >> 6), sign(n)].into_iter().take(three.len() + 1).collect::<String>()
        };
        bytes.chunks(3).map(encode).collect()
    }

    fn encoded_16(text: &str) -> String {
        text.bytes().map(|b| format!("{b:02x}")).collect()
    }

    fn percent(text: &str) -> String {
        text.bytes().map(|b| format!("%{b:02X}")).collect()
    }

    fn found(needle: &Needle, param: Value) -> bool {
        let envelope = json!({"ok": false, "error": {"code": "bad_value", "path": "/now", "params": {"expected": param}, "text": {"id": "", "en": ""}}});
        !find(&envelope, &[needle]).is_empty()
    }

    #[test]
    fn a_number_is_found_however_it_is_written() {
        let phone = Needle::number("81234567890");
        let plain = "081234567890";
        for leak in [
            plain.to_owned(),
            "+62 812-3456-7890".to_owned(),
            "(0812) 3456 / 7890".to_owned(),
            "0.8.1.2.3.4.5.6.7.8.9.0".to_owned(),
            "0812x3456x7890".to_owned(),
            "０８１２３４５６７８９０".to_owned(),
            "expected a date, found 345678".to_owned(),
            "098765432180".to_owned(),
            encoded_16(plain),
            format!("a{}", encoded_16(plain)),
            encoded_64(plain.as_bytes()),
            encoded_64(format!("x{plain}").as_bytes()),
            encoded_64(format!("xy{plain}").as_bytes()),
            encoded_64(b"345678"),
            percent(plain),
            plain.bytes().map(|b| format!("\\u{b:04x}")).collect(),
        ] {
            assert!(found(&phone, json!(leak)), "{leak}");
        }
        assert!(found(&phone, json!(81_234_567_890_u64)));
        assert!(found(&phone, json!("[NIK:abcdefabcdef0000] dan 345678")));
        assert!(found(&phone, json!("a8123456789abcdefab")), "ten digits of it in a hash");
        assert!(found(&phone, json!(["0812", "3456", "7890"])));
        assert!(found(&phone, json!([8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0])));
        assert!(found(&phone, json!({"081234567890": 1})));
        for none in [
            json!("08123 and 67890 later"),
            json!("32.73.01"),
            json!(345_678),
            json!("345678abcdefabcdefabcdef"),
            // hashes beside one another, whose digits are chance
            json!("[NIK:abcdefabcdef5345] dan [HP:a678bcdefabcdefa]"),
        ] {
            assert!(!found(&phone, none.clone()), "{none}");
        }
    }

    #[test]
    fn six_digits_of_a_nik_are_found() {
        let nik = Needle::number("3273016010900009");
        assert!(found(&nik, json!("kode 601090")));
        assert!(found(&nik, json!({"a": "30160", "b": "10900009"})));
        assert!(!found(&nik, json!("kode 60109")));
    }

    #[test]
    fn a_part_of_a_name_is_found_in_any_case_and_encoding() {
        let name = Needle::word("Quxovaze");
        for leak in [
            "QUXOVAZE".to_owned(),
            "quxovaze".to_owned(),
            "…QuXov…".to_owned(),
            "q u x o v a z e".to_owned(),
            "ezavoxuq".to_owned(),
            encoded_64(b"Quxovaze"),
            encoded_64(b"xQUXOVAZE"),
            encoded_16("Quxovaze"),
            percent("quxovaze"),
        ] {
            assert!(found(&name, json!(leak)), "{leak}");
        }
        assert!(found(&name, json!(["Quxo", "vaze"])));
        assert!(!found(&name, json!("Quxo")));
        assert!(found(&Needle::word("Zqx"), json!("Bapak ZQX")));
    }

    #[test]
    fn an_address_of_mail_and_a_plate_are_found() {
        let local = Needle::part("quxo.vazexi", 5);
        assert!(found(&local, json!("quxo.vazexi%40example.org")));
        assert!(found(&local, json!(percent("quxo.vazexi@example.org"))));
        assert!(found(&local, json!("vazexi")));
        assert!(found(&Needle::part("BK 1234 XZ", 6), json!("bk1234xz")));
    }
}
