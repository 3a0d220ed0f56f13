#!/usr/bin/env python3
"""Plants synthetic personal data into development texts, where the real data was masked, and says where it stands.

    plant.py CORPORA --out FILE [--seed 1] [--texts 2000] [--clean 2000] [--quota 200]

CORPORA is the folder with the masked development texts (`dev_*.jsonl`; they are not part of the project, and neither is FILE). FILE gets one
JSON object a line, see README.md. All offsets count bytes of UTF-8.
"""
import argparse, json, pathlib, random, re, sys

import hard, values, words
from masks import MASK, STARS, UNLABELLED, cue_of, label_of

FILES = ("dev_surabaya_2022.jsonl", "dev_bandung_2021_2023.jsonl", "dev_national_2017_30pct.jsonl")
KINDS = ("nik", "kk", "npwp", "nip", "phone", "email", "plate", "bpjs", "passport", "kitas", "account", "name", "address")


def case_like(rng, text, hint):
    if hint.isupper() and len(hint) > 1:
        return text.upper()
    return rng.choices((text, text.lower(), text.upper()), weights=(70, 20, 10))[0]


def person(rng, cue, hint=""):
    """A name fitting a cue: one word after "pak" more often than after "nama"."""
    weights = (60, 35, 5) if cue in ("pak", "bu", "bapak", "ibu", "mas, mbak") else (20, 60, 20)
    many = rng.choices((1, 2, 3), weights=weights)[0]
    parts = rng.sample(words.GIVEN, max(1, many - 1)) + ([rng.choice(words.FAMILY)] if many > 1 else [])
    return case_like(rng, " ".join(parts), hint)


def address(rng):
    """A home address and the name of its form."""
    street, hamlet = rng.choice(words.STREETS), rng.choice(words.HAMLETS)
    number, rt, rw = rng.randrange(1, 140), rng.randrange(1, 13), rng.randrange(1, 17)
    return rng.choice((
        ("street number RT/RW", f"Jl. {street} No. {number} RT {rt:02} RW {rw:02}"),
        ("street number RT/RW", f"jalan {street} {number} RT.{rt:03}/RW.{rw:03}"),
        ("street number", f"Jl {street} Gg. {rng.randrange(1, 9)} No {number}"),
        ("street number", f"Jln. {street} no.{number}"),
        ("hamlet RT/RW", f"Kp. {hamlet} RT {rt:02}/{rw:02}"),
        ("hamlet RT/RW", f"Dusun {hamlet} RT {rt:03} RW {rw:03}"),
        ("housing block", f"Perum {hamlet} Asri Blok {rng.choice('ABCDEFGH')}{rng.randrange(1, 20)} No. {rng.randrange(1, 40)}"),
    ))


class Line:
    """A text while it is built: pieces, and what was planted where, with the place in the source."""

    def __init__(self):
        self.parts, self.size, self.planted, self.ignore, self.negatives, self.pieces = [], 0, [], [], [], []

    def add(self, text):
        start = self.size
        self.parts.append(text)
        self.size += len(text.encode())
        return [start, self.size]

    def copy(self, text, source):
        """Text of the source as it is; `source` is where it stands there."""
        if text:
            start, end = self.add(text)
            self.pieces.append([start, end, source])

    def plant(self, value, kind, form, cue, how, was):
        start, end = self.add(value)
        self.planted.append({"start": start, "end": end, "kind": kind, "form": form, "cue": cue, "how": how, "was": was})

    def record(self, i, src, part, masked):
        return {"id": i, "src": src, "part": part, "text": "".join(self.parts), "planted": self.planted, "ignore": self.ignore,
                "negatives": self.negatives, "pieces": self.pieces, "masked": masked}


def fill(rng, line, text, match, base, end):
    """Puts a value where `match` is a mask. `base`..`end` is the source range in bytes that the value takes the place of."""
    mask, at, was = match.group(1), match.start(), [base, end]
    hint = re.findall(r"[A-Za-z]+", text[:at])[-1:] or [""]
    if mask == "NAMA":
        cue = cue_of(text, at)
        return line.plant(person(rng, cue, hint[0]), "name", "cue: " + cue if cue != "none" else "no cue", cue, "mask", was)
    if mask in ("NOMOR KTP DISENSOR", "NOMOR TELEPON DISENSOR", "EMAIL DISENSOR") and rng.random() < 0.5:
        start, end = line.add(match.group(0))  # the portal's own mask stays: an answer must not stumble over it
        return line.ignore.append([start, end, "mask"])
    if mask == "AKUN":
        if text[:at].endswith("@"):
            return line.plant(f"{rng.choice(words.GIVEN)}_{rng.choice(words.FAMILY)}".lower(), "handle", "plain", "@", "mask", was)
        return line.add("warga")
    after = re.match(r"\s+(?:(0\d\d)|total)\b", text[match.end():])
    if mask == "NOPOL" and after:
        # The mask hid "RT 5 RW" before 005, or a share: what looks like a plate and is none.
        start, end = line.add(f"RT {rng.randrange(1, 12)} RW" if after.group(1) else "DP 50 persen")
        return line.negatives.append([start, end, "like a plate"])
    kind = {"TELEPON": "phone", "NOMOR TELEPON DISENSOR": "phone", "NOPOL": "plate", "EMAIL": "email", "EMAIL DISENSOR": "email"}.get(mask)
    cue = "mask"
    if kind is None:
        kind, cue = label_of(text, at), "label"
        if mask == "NOMOR KTP DISENSOR" and kind not in ("nik", "kk"):
            kind = "nik"
        if kind is None:
            kind, cue = values.draw(rng, UNLABELLED), "none"
    if kind == "amount":
        start, end = line.add(f"{rng.randrange(1, 900)}.{rng.randrange(100, 1000)}.000")
        return line.negatives.append([start, end, "rupiah"])
    if kind == "other":
        start, end = line.add(values.digits(rng, rng.choice((8, 10, 10, 12, 18))))
        return line.ignore.append([start, end, "other number"])
    write(rng, line, kind, cue, "mask", was, lead=False)
    if text[at - 1:at].isalnum() and line.planted[-1]["form"] == "plain" and was[0] == len(text[:at].encode()):
        line.planted[-1]["form"] = "glued"  # "motor[TELEPON]"


def write(rng, line, kind, cue, how, was, lead):
    """One value with its form, and the punctuation after it."""
    if kind == "email":
        form = values.draw(rng, values.SHARES["email"])
        if form in ("glued", "colon") and not lead:
            form = "plain"
        if form in ("glued", "colon"):
            line.add("email:" if form == "glued" else "Email : ")
        given, family = rng.choice(words.GIVEN).lower(), rng.choice(words.FAMILY).lower()
        line.plant(values.mail(rng, given, family, form), kind, form, cue, how, was)
        if form == "punctuated":
            line.add(rng.choice(".,;)"))
        return None
    made = values.write(rng, kind, lead=lead)
    if made["before"]:
        line.add(made["before"])
    line.plant(made["value"], kind, made["form"], cue, how, was)
    if made["after"]:
        line.add(made["after"])
    return made


def sentence(rng, line, kind, at):
    """A cue sentence of the generator's own at a sentence's end; `at` is the place in the source."""
    if kind == "name":
        cue = rng.choice(list(words.NAME_SENTENCES))
        frame = rng.choice(words.NAME_SENTENCES[cue])
        before, after = frame.split("{v}")
        line.add(before)
        line.plant(person(rng, cue, ""), "name", "cue: " + cue, cue, "sentence", [at, at])
    elif kind == "address":
        before, after = rng.choice(words.ADDRESS_SENTENCES).split("{v}")
        form, text = address(rng)
        line.add(before)
        line.plant(text if rng.random() < 0.75 else text.lower(), "address", form, "person", "sentence", [at, at])
    else:
        before, after = rng.choice(words.SENTENCES[kind]).split("{v}")
        bank = rng.choice(sorted(values.BANKS))
        # The bank of the sentence need not be the one whose length the number has: lengths tell nothing, and sources contradict each other.
        line.add(before.replace("{b}", bank))
        write(rng, line, kind, "label", "sentence", [at, at], lead=before.endswith(" ") and rng.random() < 0.5)
        after = after.replace("{b}", bank)
    line.add(after)


def ends(text):
    """Places at sentence ends outside masks: after a mark that follows a word of four letters, and the end of the text."""
    found = [m.end() for m in re.finditer(r"[A-Za-z]{4}[.!?](?=\s)", text)]
    inside = [m.span() for m in MASK.finditer(text)]
    return [at for at in found if not any(a < at < b for a, b in inside)] + [len(text)]


def build(rng, row, kinds, part):
    """One record: masks filled, and a sentence for each of `kinds` planted."""
    text, line = row["text"], Line()
    places = sorted((rng.choice(ends(text)), i) for i in range(len(kinds)))
    events = sorted([(m.start(), 1, m) for m in re.finditer(f"{STARS.pattern}|{MASK.pattern}", text)] + [(at, 0, kinds[i]) for at, i in places], key=lambda e: e[:2])
    at = 0
    source = lambda place: len(text[:place].encode())
    for place, is_mask, what in events:
        if not is_mask:
            if place > at:
                line.copy(text[at:place], source(at))
                at = place
            line.add("" if line.size == 0 else rng.choice((" ", ". ", " ", "\n")) if place == len(text) else " ")
            sentence(rng, line, what, source(place))
            line.add(rng.choice((".", ".", "", " ya")) if place < len(text) else rng.choice((".", "")))
            continue
        if what.group(0).startswith("[*") or STARS.fullmatch(what.group(0)):
            line.copy(text[at:place], source(at))
            start, end = line.add(what.group(0))
            line.ignore.append([start, end, "mask"])
            at = what.end()
            continue
        mask = MASK.match(text, what.start())
        # What is left of a masked number ("357i[NOMOR]") belongs to it and goes with it.
        rest = re.search(r"\d[\dilIoO.-]*$|\d{4}-[A-Z]{2}-$", text[at:place]) if mask.group(1) in ("NOMOR", "TELEPON") else None
        start = place - len(rest.group(0)) if rest else place
        line.copy(text[at:start], source(at))
        before = line.size
        fill(rng, line, text, mask, source(start), source(mask.end()))
        at = mask.end()
        if text[at:at + 1].isalnum() and line.size > before:
            line.add(" ")
    line.copy(text[at:], source(at))
    masked = bool(MASK.search(text) or STARS.search(text))
    return line.record(row["id"], row["id"], part, masked)


def clean_text(text):
    """No mask, no mark of an address on the net, no run of nine digits: nothing that is plainly somebody's."""
    return not (MASK.search(text) or STARS.search(text) or "@" in text or re.search(r"\d{9}", text))


def read(corpora):
    rows = {}
    for name in FILES:
        with (pathlib.Path(corpora) / name).open(encoding="utf8") as lines:
            for row in map(json.loads, filter(str.strip, lines)):
                rows.setdefault(row["id"], row)
    return list(rows.values())


def generate(rows, seed, texts=2000, clean=2000, quota=200):
    """All records: the planted part, the clean part and the hard negatives."""
    rng = random.Random(seed)
    masked = [r for r in rows if MASK.search(r["text"])]
    plain = [r for r in rows if clean_text(r["text"])]
    rng.shuffle(masked), rng.shuffle(plain)
    masked = masked[:texts]
    unmasked, untouched = plain[:texts - len(masked)], plain[texts - len(masked):][:clean]
    records = [build(rng, r, [], "planted") for r in masked]
    have = {kind: 0 for kind in KINDS}
    for record in records:
        for p in record["planted"]:
            if p["kind"] in have:
                have[p["kind"]] += 1
    # Names and addresses too get sentences of every cue form; the others what their quota lacks.
    wanted = [kind for kind in KINDS for _ in range(quota if kind == "name" else max(0, quota - have[kind]))]
    rng.shuffle(wanted)
    for i, row in enumerate(unmasked):
        records.append(build(rng, row, wanted[i::len(unmasked)], "planted"))
    records += [Line.record(whole(r["text"]), r["id"], r["id"], "clean", False) for r in untouched]
    return records + hard.records(rng, Line)


def whole(text):
    line = Line()
    line.copy(text, 0)
    return line


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("corpora")
    args.add_argument("--out", required=True)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--texts", type=int, default=2000)
    args.add_argument("--clean", type=int, default=2000)
    args.add_argument("--quota", type=int, default=200)
    args = args.parse_args()
    records = generate(read(args.corpora), args.seed, args.texts, args.clean, args.quota)
    with open(args.out, "w", encoding="utf8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    count = {}
    for record in records:
        for p in record["planted"]:
            count[p["kind"]] = count.get(p["kind"], 0) + 1
    parts = {part: sum(r["part"] == part for r in records) for part in ("planted", "clean", "hard")}
    print(json.dumps({"texts": parts, "planted": count}), file=sys.stderr)


if __name__ == "__main__":
    main()
