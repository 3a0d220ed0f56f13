#!/usr/bin/env python3
"""Scores predictions against what was planted; counts only, unless --show.

    score.py PLANTED PREDICTIONS [--json] [--errors] [--show] [--verdicts FILE]… [--ask FILE]
    score.py PLANTED PREDICTIONS PREDICTIONS … [--json]        one table of all systems

Predictions are JSON Lines {"id","spans":[{"start","end","kind","score"}]} with offsets in bytes of UTF-8. What the figures mean: README.md.
"""
import argparse, collections, json, pathlib, sys

from plant import KINDS
from values import EVERYDAY


def lines(path):
    with open(path, encoding="utf8") as source:
        return [json.loads(line) for line in source if line.strip()]


def signs(data, start, end):
    """Byte offsets at which the letters and digits of a range begin."""
    out, at = [], start
    for sign in data[start:end].decode("utf8", "replace"):
        if sign.isalnum():
            out.append(at)
        at += len(sign.encode())
    return out


def covered(places, spans):
    return [any(s["start"] <= at < s["end"] for s in spans) for at in places]


def in_source(record, start, end):
    """A range as it stands in the text before anything was planted, or None where it does not lie within one piece of that text."""
    return next(([source + start - a, source + end - a] for a, b, source in record["pieces"] if a <= start and end <= b), None)


def verdict_of(record, span, verdicts):
    """`real`, `public`, `unclear`, `false` or None: what a person has said of the place in the source on which a span lies."""
    place = in_source(record, span["start"], span["end"])
    if not place:
        return None
    start, end = place
    return next((v for b, e, v in verdicts.get(record["src"], ()) if start < e and end > b), None)


def score(records, predictions, verdicts=None):
    """All counts of one system. `verdicts`: text id → ranges of its source, each with what a person has said of it."""
    verdicts = verdicts or {}
    answers = {p["id"]: p["spans"] for p in predictions}
    recall, cues = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    precision = collections.defaultdict(collections.Counter)
    clean, clean_texts, hard, confusions = collections.Counter(), set(), collections.Counter(), collections.Counter()
    totals, errors = collections.Counter(), []
    for record in records:
        data, spans = record["text"].encode(), answers.get(record["id"])
        totals[record["part"]] += 1
        if spans is None:
            totals["unanswered"] += 1
            spans = []
        for p in record["planted"]:
            places = signs(data, p["start"], p["end"])
            near = [s for s in spans if s["start"] < p["end"] and s["end"] > p["start"]]
            hit = covered(places, near)
            right = all(covered(places, [s for s in near if s["kind"] == p["kind"]]))
            for cell in (recall[p["kind"], p["form"]], cues[p["kind"], p["cue"]]):
                cell.update(n=1, part=any(hit), found=all(hit), right=right)
            if all(hit) and not right:
                confusions[p["kind"], "+".join(sorted({s["kind"] for s in near}))] += 1
            if not all(hit):
                errors.append({"error": "part only" if any(hit) else "missed", "kind": p["kind"], "form": p["form"], "cue": p["cue"], "id": record["id"], "start": p["start"], "end": p["end"]})
        for s in spans:
            cell = precision[s["kind"]]
            cell["spans"] += 1
            on = [p for p in record["planted"] if s["start"] < p["end"] and s["end"] > p["start"]]
            if on:
                places = signs(data, s["start"], s["end"])
                inside = sum(covered(places, on))
                cell["on planted"] += 1
                cell["right kind"] += any(p["kind"] == s["kind"] for p in on)
                cell["wide"] += len(places) - inside > inside
                continue
            if any(s["start"] < e and s["end"] > b for b, e, _ in record["ignore"]):
                why = {w for b, e, w in record["ignore"] if s["start"] < e and s["end"] > b}
                cell["ignored"] += 1
                totals["masks touched"] += "mask" in why
                continue
            verdict = verdict_of(record, s, verdicts)
            if verdict in ("real", "public", "unclear"):
                cell["real" if verdict == "real" else "ignored"] += 1
                continue
            cell["false"] += 1
            number = next((k for b, e, k in record["negatives"] if s["start"] < e and s["end"] > b), None)
            if record["part"] == "clean":
                clean[s["kind"]] += 1
                clean_texts.add(record["id"])
            if record["part"] == "hard":
                cell["false, hard"] += 1
                hard[number or "words around", s["kind"]] += 1
            errors.append({"error": "false alarm", "part": record["part"], "kind": s["kind"], "on": number, "id": record["id"], "src": record["src"],
                           "start": s["start"], "end": s["end"], "source": in_source(record, s["start"], s["end"]), "verdict": verdict})
    return {"recall": recall, "cues": cues, "precision": precision, "clean": clean, "clean texts": len(clean_texts), "hard": hard, "confusions": confusions,
            "totals": totals, "errors": errors}


def ratio(a, b):
    return f"{a / b:.3f}" if b else "–"


def pooled(recall, kind, wanted):
    total = collections.Counter()
    for (k, form), cell in recall.items():
        if k == kind and wanted(form):
            total.update(cell)
    return total


def everyday(form):
    return form in EVERYDAY


def groups(result):
    """(name of the row, kind, counts of recall): every kind in everyday and in all forms; names with and without a cue."""
    rows = []
    for kind in (*KINDS, "handle"):
        if kind == "name":
            rows.append(("name, by cue", kind, pooled(result["recall"], kind, lambda form: form != "no cue")))
            rows.append(("name, no cue", kind, pooled(result["recall"], kind, lambda form: form == "no cue")))
        elif kind == "address":
            rows.append(("address", kind, pooled(result["recall"], kind, lambda form: True)))
        else:
            rows.append((f"{kind}, everyday", kind, pooled(result["recall"], kind, everyday)))
            rows.append((f"{kind}, all forms", kind, pooled(result["recall"], kind, lambda form: True)))
    return [row for row in rows if row[2]["n"]]


def right_share(cell):
    """Precision: spans of a kind that lie on something planted, of those that can be judged; the hard negatives are counted apart."""
    judged = cell["spans"] - cell["ignored"] - cell["real"] - cell["false, hard"]
    return ratio(cell["on planted"], judged), ratio(cell["right kind"], judged)


def per_thousand(result, part="clean"):
    n = result["totals"][part]
    return f"{1000 * sum(result[part].values()) / n:.1f}" if n else "–"


def report(result, out):
    say = lambda *row: print(*row, sep="\t", file=out)
    for title, counts in (("form", result["recall"]), ("cue", result["cues"])):
        say("kind", title, "n", "found", "right kind", "touched")
        for (kind, word), c in sorted(counts.items()):
            if title == "form" or kind != "name":  # the form of a name is its cue
                say(kind, word, c["n"], ratio(c["found"], c["n"]), ratio(c["right"], c["n"]), ratio(c["part"], c["n"]))
        say()
    say("pooled", "", "n", "found", "right kind", "touched")
    for name, _, c in groups(result):
        say(name, "", c["n"], ratio(c["found"], c["n"]), ratio(c["right"], c["n"]), ratio(c["part"], c["n"]))
    say()
    say("kind", "spans", "on planted", "right kind", "wide", "ignored", "real", "false", "of these hard", "precision", "precision of kind")
    for kind, c in sorted(result["precision"].items()):
        say(kind, c["spans"], c["on planted"], c["right kind"], c["wide"], c["ignored"], c["real"], c["false"], c["false, hard"], *right_share(c))
    say()
    say("found as another kind", "as", "n")
    for (kind, other), n in result["confusions"].most_common():
        say(kind, other, n)
    say()
    t = result["totals"]
    say("texts", f"planted {t['planted']}, clean {t['clean']}, hard {t['hard']}, unanswered {t['unanswered']}, masks touched {t['masks touched']}")
    say("false alarms per 1,000 clean texts", per_thousand(result), f"in {result['clean texts']} texts", *(f"{k} {n}" for k, n in result["clean"].most_common()))
    say("false alarms on hard negatives", sum(result["hard"].values()), *(f"{on}: {kind} {n}" for (on, kind), n in result["hard"].most_common()))


def plain(result):
    """The same as JSON: tuples as keys become "a | b"."""
    flat = lambda c: {" | ".join(k) if isinstance(k, tuple) else k: (dict(v) if isinstance(v, collections.Counter) else v) for k, v in sorted(c.items())}
    return {name: flat(value) if isinstance(value, dict) else value for name, value in result.items() if name != "errors"} | {
        "pooled": {name: dict(c) for name, _, c in groups(result)}}


def table(results, out):
    """One Markdown table of all systems: recall as found / found as the right kind, and precision of each kind."""
    names = list(results)
    print("| | n | " + " | ".join(f"{n}: recall" for n in names) + " | " + " | ".join(f"{n}: precision" for n in names) + " |", file=out)
    print("|---|--:|" + "--:|" * (2 * len(names)), file=out)
    for row, (label, kind, first) in enumerate(groups(results[names[0]])):
        cells = [groups(results[n])[row][2] for n in names]
        print(f"| {label} | {first['n']} | " + " | ".join(f"{ratio(c['found'], c['n'])} / {ratio(c['right'], c['n'])}" for c in cells) + " | "
              + " | ".join(right_share(results[n]["precision"][kind])[0] if not label.endswith(("everyday", "no cue")) else " " for n in names) + " |", file=out)
    everything = {n: sum(results[n]["precision"].values(), collections.Counter()) for n in names}
    print("| spans of all kinds, also of kinds not planted | | " + " | " * len(names) + " | ".join(right_share(everything[n])[0] for n in names) + " |", file=out)
    print("| false alarms per 1,000 clean texts | " + str(results[names[0]]["totals"]["clean"]) + " | " + " | ".join(per_thousand(results[n]) for n in names) + " |" + " |" * len(names), file=out)
    print("| false alarms per 1,000 hard negatives | " + str(results[names[0]]["totals"]["hard"]) + " | " + " | ".join(per_thousand(results[n], "hard") for n in names) + " |" + " |" * len(names), file=out)


def read_verdicts(paths):
    """TSV src, start, end, verdict, with more columns allowed. `real`: somebody's data that the masks left; `public`: a mayor, a minister; `unclear`: a
    home that is the place of the matter too; `false`: none of these."""
    found = collections.defaultdict(list)
    for path in paths:
        with open(path, encoding="utf8") as source:
            for src, start, end, verdict, *_ in (line.rstrip("\n").split("\t") for line in source if not line.startswith("src\t")):
                found[src].append((int(start), int(end), verdict))
    return found


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("planted")
    args.add_argument("predictions", nargs="+")
    args.add_argument("--json", action="store_true")
    args.add_argument("--errors", action="store_true", help="list the errors by kind, form and id")
    args.add_argument("--show", action="store_true", help="the errors with their text: on the screen only, never in the repository")
    args.add_argument("--verdicts", action="append", default=[], help="TSV src, start, end, real|public|unclear|false of spans that a person has judged, besides left.tsv")
    args.add_argument("--ask", help="write the false alarms outside the hard part with their surroundings, to be judged; outside the repository")
    args = args.parse_args()
    records = lines(args.planted)
    verdicts = read_verdicts([pathlib.Path(__file__).parent / "left.tsv", *args.verdicts])
    results = {pathlib.Path(p).stem: score(records, lines(p), verdicts) for p in args.predictions}
    if args.json:
        print(json.dumps({name: plain(r) for name, r in results.items()}, ensure_ascii=False, indent=1))
    elif len(results) > 1:
        table(results, sys.stdout)
    else:
        report(next(iter(results.values())), sys.stdout)
    texts = {r["id"]: r["text"].encode() for r in records}
    around = lambda e, n: [texts[e["id"]][max(0, a):b].decode("utf8", "replace").replace("\n", "⏎").replace("\t", " ") for a, b in ((e["start"] - n, e["start"]), (e["start"], e["end"]), (e["end"], e["end"] + n))]
    if args.ask:
        with open(args.ask, "w", encoding="utf8") as out:
            for e in (e for r in results.values() for e in r["errors"] if e["error"] == "false alarm" and e["source"] and not e["verdict"]):
                print(e["src"], *e["source"], "?", e["kind"], *around(e, 50), sep="\t", file=out)
    if args.errors or args.show:
        for name, r in results.items():
            for e in r["errors"]:
                print(name, e["error"], e["kind"], e.get("form") or e.get("on") or "", e.get("cue", e.get("part")), e["id"], e["start"], e["end"], *(around(e, 25) if args.show else ()), sep="\t")


if __name__ == "__main__":
    main()
