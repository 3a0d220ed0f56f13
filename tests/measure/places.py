#!/usr/bin/env python3
"""Precision and recall of kecamatan and kelurahan on labelled development texts (ids and codes only; the texts are not part of the project).

    tests/measure/places.py CORPORA [LAPOR]

CORPORA is the folder with the development files, LAPOR the command (default: `lapor`). `places.tsv` was labelled by reading before any output
was seen: `a;b` both hold, `a|b` either is right, `?a` naming it or not is right alike, empty = the text names none.
"""
import json, pathlib, re, subprocess, sys

FILES = {"surabaya": ("dev_surabaya_2022.jsonl", "35.78"), "bandung": ("dev_bandung_2021_2023.jsonl", "32.04"), "national": ("dev_national_2017_30pct.jsonl", None)}
corpora, lapor = pathlib.Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "lapor"
show = "--show" in sys.argv
rows = [l.split("\t") for l in (pathlib.Path(__file__).parent / "places.tsv").read_text().splitlines()[1:]]
texts, sent = {}, []
for file, _ in FILES.values():
    texts |= {r["id"]: r for r in map(json.loads, filter(str.strip, (corpora / file).open(encoding="utf8")))}
for name, i, *_ in rows:
    r = texts[i]
    request = {"id": i, "now": "2023-12-15T09:00:00+07:00", "complaint": {"title": r.get("title") or None, "content": r["text"]}}
    if FILES[name][1]: request["jurisdiction"] = FILES[name][1]
    sent.append(json.dumps(request, ensure_ascii=False))
done = subprocess.run([lapor, "triage", "-", "--format", "jsonl"], input="\n".join(sent).encode(), stdout=subprocess.PIPE)
found = {}
for line in done.stdout.decode().splitlines():
    reply = json.loads(line)
    region = reply["answer"]["place"]["region"]
    found[reply["id"]] = region["code"] if region else ""

def codes(cell): return [c.lstrip("?") for c in re.split(r"[;|]", cell) if c]
for level, column in ((3, 2), (4, 3)):
    for group in [*FILES, "all"]:
        right = told = wanted = got = 0
        for row in rows:
            if group not in ("all", row[0]): continue
            gold = row[column] if len(row) > column else ""
            code = found.get(row[1], "")
            mine = ".".join(code.split(".")[:level]) if code.count(".") >= level - 1 else ""
            firm = bool(gold) and not all(part.startswith("?") for part in re.split(r"[;|]", gold))
            hit = mine in codes(gold)
            if mine: told += 1; right += hit
            if firm: wanted += 1; got += hit
            if show and group == "all" and (mine and not hit or firm and not hit): print(level, row[1], "gold", gold, "found", mine or "-")
        share = lambda a, b: f"{a / b:.3f}" if b else "-"
        print(f"{'kecamatan' if level == 3 else 'kelurahan':10} {group:9} precision {share(right, told)} ({right}/{told})  recall {share(got, wanted)} ({got}/{wanted})")
