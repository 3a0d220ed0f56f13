"""The masks of the development texts, read as a person reads them: what stood there, by the words before it."""
import re

MASK = re.compile(r"\[(NAMA|NOMOR|TELEPON|AKUN|NOPOL|EMAIL|NOMOR KTP DISENSOR|NOMOR TELEPON DISENSOR|EMAIL DISENSOR)\]")
STARS = re.compile(r"[\w-]*\[\*{3,}\][\w-]*")

# What a reader takes a masked number for, by the last of these that stands before it. Kinds outside KINDS: "amount" is no personal data, and the
# office needs it; "other" is a number of a person or a file that the measurement has no kind for (school, birth certificate, tax object …).
LABELS = (
    ("nik", r"nik|ktp|induk kependudukan"), ("kk", r"kk|kartu keluarga"), ("npwp", r"npwp"), ("nip", r"nip"),
    ("bpjs", r"bpjs|kis|jkn|noka|nomor kartu"), ("account", r"rek|rekening|norek|bca|bri|bni|mandiri|bank"),
    ("phone", r"hp|wa|tlp|telp|telepon|ktr|whatsapp"), ("amount", r"rp\.?|sebesar|anggaran|cuman"),
    ("other", r"nisn|npsn|nim|kip|pip|nib|nop|op|pajak|akta|lt|ereg|pendaftaran|nopel\w*|pelayanan|kode|bakesbangpol|surat|ijazah|tanggal"),
)
LABEL = re.compile("|".join(f"(?P<{kind}>(?:{pattern})(?![a-z]))" for kind, pattern in LABELS), re.I)
# Without any such word, in percent.
UNLABELLED = {"nik": 60, "kk": 15, "account": 10, "bpjs": 5, "npwp": 5, "nip": 5}

# The cue of a masked name: what stands immediately before it.
KIN = r"(?:\s+(?:saya|sy|kami|lengkap|anak|adik|kakak|ibu|bapak|ayah|istri|suami|teman|putri|putra|orang\s+tua|warga|siswa|pelapor|pemohon))*"
CUES = (
    ("signature", r"(?:(?:salam\s+)?hormat(?:\s+\w+)?|salam|terima\s*kasih|terimakasih|t?trims?|tks|thanks|regards|ttd|wassalam\w*)\W*\n\s*"),
    ("a.n.", r"\ba\.?\s?/?n\.?\s*[.:]?" + KIN), ("atas nama", r"\batas\s*nama\s*[.:]?" + KIN + r"\s*[:=]?\s*"),
    ("nama", r"(?:\bnama|namanya|bernama|\bnm)" + KIN + r"(?:(?:[^\S\n]+\w+){0,3}\s*[:=]\s*|\.)?"),
    ("bapak", r"\b(?:bapak|bpk|bpak)\.?"), ("ibu", r"\bibu"), ("pak", r"\b(?:pak|pk)"), ("bu", r"\bbu"),
    ("sdr.", r"\bsdri?\.?"), ("saudara", r"\bsaudar[ai]"), ("mas, mbak", r"\b(?:mas|mbak|mba|kak|kakak|cak|ning|haji|hj|h)\.?"),
    ("office", r"\b(?:ketua|rt|rw|lurah|camat|kades|dr|drs|oknum|pelapor)\.?(?:\s*\d+)?\s*:?"),
    # "rumah saya [NAMA] …": the mask took the next word for a name. A reader expects one only where the sentence begins so.
    ("saya", r"(?:^|[.,:;!?\n]|\b(?:pagi|siang|sore|malam|hormat|perkenalkan|i[zj]in|wb|admin|dengan|bahwa))\s*(?:saya|sy)\s*,?"),
)
CUE = [(name, re.compile(pattern + r"[^\S\n]*$", re.I)) for name, pattern in CUES]


def label_of(text, at):
    """Kind of a masked number by the words before it, or None."""
    before = text[max(0, at - 45):at].split("\n")
    line = before[-1] if before[-1].strip(" :.=-") else " ".join(before[-2:])
    line = MASK.sub(" ", line)
    found = [(m.end(), m.lastgroup) for m in LABEL.finditer(line)]
    return found[-1][1] if found else None


def cue_of(text, at):
    """Cue form of a masked name, or "none"."""
    before = text[max(0, at - 40):at]
    return next((name for name, pattern in CUE if pattern.search(before)), "none")
