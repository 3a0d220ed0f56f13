#!/usr/bin/env python3
"""Compares `identity.check` of phones with libphonenumber (`pip install phonenumbers`) on generated Indonesian numbers.

    phones.py [--numbers 10000] [--seed 1] [--lapor COMMAND] [--json] [--show]

Prints how often both agree on validity, E.164 form and type, by sort of number, and the differences grouped by cause. The numbers are drawn at
random; `--show` adds three of each group.
"""
import argparse, collections, json, random

import values
from lapor_redact import call

SHORT = ("110", "112", "113", "115", "117", "118", "119", "123", "129", "1708", "14000", "14045", "14022", "150264", "71400", "89887")
DRESS = ("{0}", "{0}", "{62}", "{+62}", "{spaces}", "{dashes}", "{dots}", "{+62 spaces}", "{+620}", "{bare}", "{0062}", "{brackets}")


def dressed(rng, national):
    """(name of the dress, the number as it is typed); `national` is what follows the 0."""
    dress = rng.choice(DRESS)
    cut = [national[:3], national[3:7], national[7:]]
    return dress, {
        "{0}": "0" + national, "{62}": "62" + national, "{+62}": "+62" + national, "{spaces}": " ".join(filter(None, ["0" + cut[0], *cut[1:]])),
        "{dashes}": "-".join(filter(None, ["0" + cut[0], *cut[1:]])), "{dots}": ".".join(filter(None, ["0" + cut[0], *cut[1:]])),
        "{+62 spaces}": "+62 " + " ".join(filter(None, cut)), "{+620}": "+620" + national, "{bare}": national, "{0062}": "0062" + national,
        "{brackets}": f"(0{cut[0]}) {cut[1]}{cut[2]}"}[dress]


def number(rng):
    """(sort, dress, number as typed)"""
    sort = rng.choices(("mobile", "mobile, any 8xx", "fixed", "fixed, any area", "uan", "toll free", "premium or shared cost", "short code", "wrong length", "malformed"),
                       weights=(30, 8, 18, 8, 6, 5, 3, 5, 10, 7))[0]
    if sort == "mobile":
        return (sort, *dressed(rng, values.mobile(rng)))
    if sort == "mobile, any 8xx":
        return (sort, *dressed(rng, "8" + values.digits(rng, rng.choice((8, 9, 10, 11)))))
    if sort == "fixed":
        return (sort, *dressed(rng, "".join(values.fixed(rng))))
    if sort == "fixed, any area":
        return (sort, *dressed(rng, rng.choice("2345679") + values.digits(rng, rng.choice((7, 8, 9)))))
    if sort == "uan":
        made = rng.choice((f"1500{values.digits(rng, 3)}", f"0807{values.digits(rng, 7)}", f"08071{values.digits(rng, 6)}", f"021500{values.digits(rng, 3)}", f"+621500{values.digits(rng, 3)}"))
        return sort, "as it is", made
    if sort == "toll free":
        return sort, "as it is", rng.choice((f"0800{values.digits(rng, rng.choice((6, 7, 7, 9)))}", f"0800-1-{values.digits(rng, 6)}", f"001803{values.digits(rng, 7)}", f"007803{values.digits(rng, 7)}"))
    if sort == "premium or shared cost":
        return sort, "as it is", rng.choice(("0809", "0804")) + values.digits(rng, 7)
    if sort == "short code":
        return sort, "as it is", rng.choice((*SHORT, f"140{values.digits(rng, 2)}"))
    if sort == "wrong length":
        return (sort, *dressed(rng, rng.choice((values.mobile(rng)[:rng.randrange(4, 9)], values.mobile(rng) + values.digits(rng, rng.randrange(3, 8)), "21" + values.digits(rng, rng.choice((3, 4, 10, 12)))))))
    return sort, "as it is", rng.choice((f"08{values.digits(rng, 5)}x{values.digits(rng, 4)}", f"+{values.digits(rng, 4)}", f"00{values.digits(rng, 9)}", values.digits(rng, 16), f"0{values.digits(rng, 3)}",
                                         f"08{values.digits(rng, 9)}/08{values.digits(rng, 9)}", f"+62+62{values.mobile(rng)}", f"++62{values.mobile(rng)}", f"0812{values.digits(rng, 4)}O{values.digits(rng, 3)}", "", "-", f"INV-0812{values.digits(rng, 7)}"))


def library(text):
    """libphonenumber's view: (valid, E.164, type)"""
    import phonenumbers as p
    names = {p.PhoneNumberType.MOBILE: "mobile", p.PhoneNumberType.FIXED_LINE: "fixed", p.PhoneNumberType.UAN: "uan", p.PhoneNumberType.TOLL_FREE: "toll_free",
             p.PhoneNumberType.PREMIUM_RATE: "premium", p.PhoneNumberType.SHARED_COST: "shared_cost"}
    try:
        parsed = p.parse(text, "ID")
    except p.NumberParseException:
        return False, None, None
    if p.is_valid_number_for_region(parsed, "ID"):
        e164 = p.format_number(parsed, p.PhoneNumberFormat.E164) if p.can_be_internationally_dialled(parsed) else None
        return True, e164, names.get(p.number_type(parsed), "other")
    if p.is_valid_short_number_for_region(parsed, "ID") and "+" not in text:
        return True, None, "short_code"
    if parsed.country_code != 62 and p.is_valid_number(parsed):
        return True, p.format_number(parsed, p.PhoneNumberFormat.E164), "foreign"
    return False, None, None


def ours(answer):
    """The same of lapor, with the finding that says why; doubtful numbers are between valid and not."""
    phone, codes = answer["phone"], [f["code"] for f in answer["findings"]]
    state = {"plausible": True, "doubtful": None, "impossible": False}[answer["verdict"]]
    if "phone_foreign" in codes:
        return state, answer["value"], "foreign", "phone_foreign"
    return state, phone["e164"] if phone else None, phone["type"] if phone else None, next(iter(codes), "")


def difference(mine, theirs):
    """What the two say otherwise, or None where they agree. Lapor's "doubtful" agrees with an invalid number of libphonenumber."""
    (state, e164, kind, code), (valid, their_e164, their_kind) = mine, theirs
    say = lambda v: {True: "valid", None: "doubtful", False: "impossible"}[v]
    if "foreign" in (kind, their_kind) and kind == their_kind:
        return None if e164 == their_e164 else f"E.164 of a foreign number: {'none' if not e164 else 'other'}"
    if state is not valid and not (state is None and not valid):
        return f"validity: lapor {say(state)}{f' ({code})' if code else ''}{', ' + kind if kind else ''}; libphonenumber {say(valid)}{', ' + their_kind if their_kind else ''}"
    if not valid:
        return None
    if kind != their_kind:
        return f"type: lapor {kind}; libphonenumber {their_kind}"
    if e164 != their_e164:
        return f"E.164: lapor {'none' if e164 is None else 'given'}; libphonenumber {'none' if their_e164 is None else 'given'}, {kind}"
    return None


REASONS = (
    ("00 62, as dialled from abroad: libphonenumber knows 001, 007, 008 and 009 as Indonesia's own way out, and reads no 00", lambda why, dress, text: text.startswith("0062")),
    ("62 without +: 062x are area codes too; libphonenumber takes a short enough number for one of those, lapor for the country", lambda why, dress, text: text.startswith("62")),
    ("prefix of no carrier or area known: lapor doubts, libphonenumber looks at the length", lambda why, dress, text: "phone_prefix_unknown" in why),
    ("service code that libphonenumber does not list", lambda why, dress, text: "phone_short_code" in why),
    ("letters or a second +: libphonenumber reads past them, or takes letters for the keys of a telephone", lambda why, dress, text: "phone_not_digits" in why),
)


def reason(why, dress, text):
    """The cause of a difference in words; the bare difference where no cause is known."""
    return next((words for words, fits in REASONS if fits(why, dress, text)), "length: " + why if "libphonenumber impossible" in why else why)


def compare(numbers, answers):
    sorts, groups = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for reply, (sort, dress, text) in zip(answers, numbers, strict=True):
        if not reply["ok"]:
            mine = (False, None, None, reply["error"]["code"])
        else:
            mine = ours(reply["answer"])
        theirs = library(text)
        c, why = sorts[sort], difference(mine, theirs)
        c["n"] += 1
        c["valid for both"] += mine[0] is True and theirs[0]
        c["validity agrees"] += mine[0] is theirs[0] or (mine[0] is None and not theirs[0])
        c["doubtful"] += mine[0] is None
        both = mine[0] is not False and theirs[0]
        c["both"] += both
        c["E.164 agrees"] += both and mine[1] == theirs[1]
        c["type agrees"] += both and mine[2] == theirs[2]
        if why:
            groups[reason(why, dress, text)].append((sort, why, text))
    return sorts, groups


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("--numbers", type=int, default=10000)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--lapor", default="lapor")
    args.add_argument("--json", action="store_true")
    args.add_argument("--show", action="store_true")
    args = args.parse_args()
    rng = random.Random(args.seed)
    numbers = [number(rng) for _ in range(args.numbers)]
    asked = [{"kind": "phone", "value": text, "now": "2026-01-01T00:00:00+07:00"} for _, _, text in numbers]
    sorts, groups = compare(numbers, call(args.lapor, "identity.check", asked))
    if args.json:
        print(json.dumps({"sorts": sorts, "differences": {why: len(found) for why, found in groups.items()}}, indent=1))
        return
    columns = ("n", "validity agrees", "doubtful", "both", "E.164 agrees", "type agrees")
    print("| sort | " + " | ".join(columns) + " |\n|---|" + "--:|" * len(columns))
    total = collections.Counter()
    for sort, c in sorted(sorts.items()):
        total.update(c)
        print(f"| {sort} | " + " | ".join(str(c[k]) for k in columns) + " |")
    print("| all | " + " | ".join(str(total[k]) for k in columns) + " |")
    print("\n| cause | n | differences | sorts |\n|---|--:|---|---|")
    count = lambda values: "; ".join(f"{value} {n}" for value, n in collections.Counter(values).most_common(4))
    for why, found in sorted(groups.items(), key=lambda g: -len(g[1])):
        print(f"| {why} | {len(found)} | {count(f[1] for f in found)} | {count(f[0] for f in found)} |" + (f" {[text for *_, text in found[:3]]}" if args.show else ""))


if __name__ == "__main__":
    main()
