//! Personal data of every kind, invented: how it is written in a text so that the recognisers find it, and what must then be found nowhere.
//!
//! Names and streets are made of syllables with q, x, z and v, so that no word of the tables and no hexadecimal number has
//! them in it; without `xi`, since `xiv` is a word.

use super::find::Needle;
use super::random::Draw;

/// Kinds of the pack (`privacy-kinds.tsv`) that can be planted: all but `mask`, which is what stands in the place of the others.
pub const KINDS: [&str; 18] = [
    "nik", "kk", "npwp", "nip", "bpjs", "passport", "kitas", "account", "plate", "phone", "email", "number", "name",
    "address", "health", "child", "finance", "crime",
];

/// One planted datum.
#[derive(Debug, Clone)]
pub struct Datum {
    pub kind: &'static str,
    /// The member of `complaint.reporter` that it is.
    pub own: Option<&'static str>,
    /// It was planted as the name of a member.
    pub named: bool,
    /// With the words around it by which it is found.
    pub said: String,
    /// Alone.
    pub bare: String,
    pub needles: Vec<Needle>,
}

impl Datum {
    fn new(kind: &'static str, said: String, bare: String, needles: Vec<Needle>) -> Self {
        Datum { kind, own: None, named: false, said, bare, needles }
    }
}

/// Districts whose six digits begin a population number.
const DISTRICTS: [&str; 6] = ["327301", "317101", "357806", "127101", "340407", "337403"];
const SYLLABLES: [&str; 16] =
    ["qa", "xo", "ze", "vu", "qi", "xa", "zo", "ve", "qu", "xe", "za", "vo", "qe", "xu", "zi", "va"];

/// A number that begins with a district: the district alone is the code of a region, which is nobody's; with the digit behind it it counts.
fn with_district(digits: &str) -> Needle {
    Needle::number(&digits[1..])
}

/// Letters that nobody bears as a name: so many of them.
fn letters(draw: &mut Draw, length: usize) -> String {
    let mut out: String = (0..length / 2).map(|_| draw.value.pick(&SYLLABLES)).collect();
    if length % 2 == 1 {
        out.push(draw.value.pick(&['x', 'z', 'q', 'v']));
    }
    out
}

fn title(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

/// A name of one to three parts, each with a capital.
fn person(draw: &mut Draw, least: usize) -> (String, Vec<Needle>) {
    let count = least + draw.shape.below(4 - least);
    let parts: Vec<String> = (0..count)
        .map(|_| {
            let length = draw.shape.pick(&[3, 4, 5, 6, 7, 8]);
            title(&letters(draw, length))
        })
        .collect();
    let needles = parts.iter().map(|part| Needle::word(part)).collect();
    (parts.join(" "), needles)
}

/// Digits as people cut them.
fn cut(draw: &mut Draw, number: &str) -> String {
    let chunks = |size: usize, sign: &str| {
        let chars: Vec<char> = number.chars().collect();
        chars.chunks(size).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(sign)
    };
    match draw.shape.below(8) {
        0 => chunks(4, " "),
        1 => chunks(4, "-"),
        2 => chunks(4, "."),
        3 => chunks(1, " "),
        4 => number.chars().filter_map(|c| char::from_u32(u32::from(c) - 0x30 + 0xff10)).collect(),
        _ => number.to_owned(),
    }
}

/// Digits with signs between them that part numbers elsewhere: only of the reporter's own number is it known that it goes on.
fn strewn(draw: &mut Draw, number: &str) -> String {
    let sign = draw.shape.pick(&[",", "*", "|", "=", ":", "\u{2060}", ", "]);
    let chars: Vec<char> = number.chars().collect();
    let parts: Vec<String> = chars.chunks(4).map(|part| part.iter().collect()).collect();
    parts.join(sign)
}

/// The digit that makes the number pass Luhn's check.
fn luhn(digits: &str) -> u32 {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(n, b)| {
            let digit = u32::from(b - b'0');
            if n % 2 == 0 { (digit * 2) / 10 + (digit * 2) % 10 } else { digit }
        })
        .sum();
    (10 - sum % 10) % 10
}

fn nik_digits(draw: &mut Draw) -> String {
    let district = draw.value.pick(&DISTRICTS);
    let day = if draw.value.once_in(2) { draw.value.two(1, 28) } else { draw.value.two(41, 68) };
    let (month, year) = (draw.value.two(1, 12), draw.value.two(50, 99));
    format!("{district}{day}{month}{year}{:04}", 1 + draw.value.below(9999))
}

fn said(draw: &mut Draw, frames: &[&str], value: &str) -> String {
    draw.shape.pick(frames).replace("{}", value)
}

fn number(draw: &mut Draw, kind: &'static str, frames: &[&str], digits: &str) -> Datum {
    let written = cut(draw, digits);
    let needle = if matches!(kind, "nik" | "kk") { with_district(digits) } else { Needle::number(digits) };
    Datum::new(kind, said(draw, frames, &written), written, vec![needle])
}

fn plain(draw: &mut Draw, kind: &'static str, frames: &[&str], written: &str, needles: Vec<Needle>) -> Datum {
    Datum::new(kind, said(draw, frames, written), written.to_owned(), needles)
}

/// A datum of a kind.
pub fn datum(draw: &mut Draw, kind: &'static str) -> Datum {
    match kind {
        "nik" => {
            let digits = nik_digits(draw);
            number(draw, kind, &["NIK {}", "NIK saya {} ditolak", "No. KTP {}"], &digits)
        }
        "kk" => {
            let (day, month, year) = (draw.value.two(1, 28), draw.value.two(1, 12), draw.value.two(10, 20));
            let digits = format!("{}{day}{month}{year}{:04}", draw.value.pick(&DISTRICTS), 1 + draw.value.below(9999));
            number(draw, kind, &["No. KK {}", "Kartu Keluarga {} salah", "KK {} ganda"], &digits)
        }
        // the thirtieth of February: the form of no number
        "number" => {
            let digits = format!(
                "{}3002{}{:04}",
                draw.value.pick(&DISTRICTS),
                draw.value.two(10, 20),
                1 + draw.value.below(9999)
            );
            plain(draw, kind, &["No. KK {} salah", "NIK {} ditolak"], &digits, vec![with_district(&digits)])
        }
        "npwp" => {
            let head = format!("{}{}", 1 + draw.value.below(9), draw.value.digits(7));
            let digits = format!("{head}{}{}000", luhn(&head), draw.value.digits(3));
            let (a, b, c, d, e) = (&digits[..2], &digits[2..5], &digits[5..8], &digits[8..9], &digits[9..12]);
            let written = format!("{a}.{b}.{c}.{d}-{e}.000");
            plain(
                draw,
                kind,
                &["NPWP {} ditolak", "Terdaftar dengan {} sejak lama"],
                &written,
                vec![Needle::number(&digits)],
            )
        }
        "nip" => {
            let (year, month, day) = (draw.value.two(70, 89), draw.value.two(1, 12), draw.value.two(1, 28));
            let (since, sex) = (draw.value.two(10, 19), 1 + draw.value.below(2));
            let digits =
                format!("19{year}{month}{day}20{since}{}{sex}{:03}", draw.value.two(1, 12), 1 + draw.value.below(999));
            plain(
                draw,
                kind,
                &["NIP {} tidak di tempat", "Oknum dengan NIP {}"],
                &digits,
                vec![Needle::number(&digits)],
            )
        }
        "bpjs" => {
            let digits = format!("000{}", draw.value.digits(10));
            number(draw, kind, &["No. BPJS {}", "BPJS {} nonaktif"], &digits)
        }
        "passport" => {
            let digits = draw.value.digits(7);
            let written = format!("X{digits}");
            plain(draw, kind, &["Paspor {} habis", "Nomor paspor: {}"], &written, vec![Needle::number(&digits)])
        }
        "kitas" => {
            let written =
                format!("2{}{}XZ{}", draw.value.pick(&["C", "D"]), draw.value.digits(2), draw.value.digits(5));
            plain(draw, kind, &["KITAS {} belum terbit", "KITAP {}"], &written, vec![Needle::part(&written, 6)])
        }
        "account" => {
            let digits = format!("{}{}", 1 + draw.value.below(9), draw.value.digits(9));
            plain(
                draw,
                kind,
                &["Rekening BCA {} terblokir", "norek {}", "Rekening saya {}"],
                &digits,
                vec![Needle::number(&digits)],
            )
        }
        "plate" => {
            let prefix = draw.value.pick(&["BK", "AB", "DD", "KT"]);
            let (n, tail) = (1000 + draw.value.below(9000), letters(draw, 2).to_uppercase());
            let written = format!("{prefix} {n} {tail}");
            plain(draw, kind, &["Mobil {} parkir", "nopol {} melawan arus"], &written, vec![Needle::part(&written, 6)])
        }
        "phone" => {
            let head = draw.value.pick(&["812", "813", "821", "857", "878", "896"]);
            let national = format!("{head}{}", draw.value.digits(8));
            let digits = format!("{}{national}", draw.shape.pick(&["0", "0", "0", "62"]));
            let mut out = number(draw, kind, &["HP {}", "WA {} aktif", "HP saya {}", "Telepon {}"], &digits);
            out.needles = vec![Needle::number(&national)];
            out
        }
        "email" => {
            let (a, b) = (draw.shape.pick(&[4, 5, 6]), draw.shape.pick(&[5, 6, 7]));
            let (local, host) = (format!("{}.{}", letters(draw, a), letters(draw, b)), letters(draw, 6));
            let (written, mut needles) = match draw.shape.below(3) {
                0 => (format!("{local}@{host}.co.id"), vec![Needle::word(&host)]),
                1 => (format!("{local}@gmail.com"), vec![]),
                _ => (format!("{local}@example.org"), vec![]),
            };
            needles.push(Needle::part(&local, 5));
            plain(draw, kind, &["Email {} belum dibalas", "email saya {}", "Balas ke {}"], &written, needles)
        }
        "name" => {
            let (name, needles) = person(draw, 2);
            let frames = ["Nama saya {}", "nama saya {}", "Nama: {}", "a.n. {}", "atas nama {}", "Bapak {}", "Ibu {}"];
            let frame = draw.shape.pick(&frames);
            // after these words a name is found in any case
            let written = match draw.shape.below(4) {
                0 if frame.contains("saya") => name.to_lowercase(),
                1 if frame.contains("saya") => name.to_uppercase(),
                _ => name,
            };
            Datum::new(kind, frame.replace("{}", &written), written, needles)
        }
        "address" => {
            let length = draw.shape.pick(&[5, 6, 7, 8]);
            let street = title(&letters(draw, length));
            let (house, rt, rw) = (draw.value.below(140), draw.value.two(1, 12), draw.value.two(1, 16));
            let written = match draw.shape.below(3) {
                0 => format!("Jl. {street} No. {house} RT {rt} RW {rw}"),
                1 => format!("Jalan {street} No. {house}"),
                _ => format!("Gang {street} No. {house} RT {rt}/RW {rw}"),
            };
            plain(
                draw,
                kind,
                &["Saya tinggal di {}", "Alamat saya {}", "Alamat saya: {}"],
                &written,
                vec![Needle::word(&street)],
            )
        }
        "health" => {
            let written = draw.value.pick(&["skizofrenia", "leukemia", "hemofilia", "epilepsi"]);
            plain(
                draw,
                kind,
                &["Istri saya menderita {}", "Ayah saya sakit {}"],
                written,
                vec![Needle::part(written, written.len())],
            )
        }
        "child" => {
            let written = format!("{} tahun", 3 + draw.value.below(14));
            plain(
                draw,
                kind,
                &["Anak saya umur {}", "Anak saya berusia {}"],
                &written,
                vec![Needle::part(&written, written.len() - 1)],
            )
        }
        "finance" => {
            let digits = format!("{}{}", 1 + draw.value.below(9), draw.value.digits(6));
            let written = format!("{}.{}.{}", &digits[..1], &digits[1..4], &digits[4..]);
            plain(
                draw,
                kind,
                &["Gaji saya {} sebulan", "Utang saya {} rupiah"],
                &written,
                vec![Needle::number(&digits)],
            )
        }
        "crime" => {
            let written = draw.value.pick(&["narapidana", "residivis", "terpidana", "divonis"]);
            plain(draw, kind, &["Adik saya {}", "Suami saya {}"], written, vec![Needle::part(written, written.len())])
        }
        _ => panic!("no way to plant {kind}"),
    }
}

/// The members of a reporter, and the ways in which they come up in a text again: in part, in other writing, without a word before.
pub fn reporter(draw: &mut Draw) -> Vec<Datum> {
    let own = |member, datum: Datum, said: String| Datum { own: Some(member), said, ..datum };
    let mut out = Vec::new();
    for member in ["name", "on_behalf_of"] {
        let (name, needles) = person(draw, 1);
        let first = name.split(' ').next().unwrap_or("");
        let said = match draw.shape.below(9) {
            0 => name.to_uppercase(),
            1 => name.to_lowercase(),
            2 => first.to_owned(),
            3 => format!("{first}nya"),
            4 => format!("{}-nya", name.to_lowercase()),
            // without a blank, as in the name of an account
            5 => name.replace(' ', ""),
            6 => format!("{}{}", name.replace(' ', ""), draw.value.two(10, 99)),
            7 => name.replace(' ', "-"),
            _ => name.clone(),
        };
        out.push(own(member, Datum::new("name", String::new(), name, needles), said));
    }
    let digits = nik_digits(draw);
    let at = draw.shape.below(9);
    let said = match draw.shape.below(4) {
        0 => cut(draw, &digits),
        1 => strewn(draw, &digits),
        _ => digits[at..at + 6 + draw.shape.below(2)].to_owned(),
    };
    out.push(own("nik", Datum::new("nik", String::new(), digits.clone(), vec![with_district(&digits)]), said));
    let phone = datum(draw, "phone");
    let said = if draw.shape.once_in(3) { strewn(draw, &phone.bare) } else { phone.bare.clone() };
    out.push(own("phone", phone, said));
    let email = datum(draw, "email");
    let said =
        if draw.shape.once_in(2) { email.bare.split('@').next().unwrap_or("").to_owned() } else { email.bare.clone() };
    out.push(own("email", email, said));
    let address = datum(draw, "address");
    let said = address.bare.clone();
    out.push(own("address", address, said));
    out
}
