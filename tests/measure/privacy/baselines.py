#!/usr/bin/env python3
"""Predictions of what somebody would use instead: the usual regular expressions, and Presidio with its own recognisers.

    baselines.py regex PLANTED --out FILE
    baselines.py presidio PLANTED --out FILE [--region ID] [--model PACKAGE] [--min-score 0.0]

Presidio needs `pip install presidio-analyzer`, and for persons and places an English model for spaCy (`--model`, the name of its Python package);
without one the pipeline is blank and only the patterns run. It has no recogniser for Indonesia, so it runs as for English.
"""
import argparse, importlib, json, re

USUAL = (
    ("nip", re.compile(r"\b\d{18}\b")),
    ("nik", re.compile(r"\b\d{16}\b")),
    ("npwp", re.compile(r"\b\d{2}\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}\b|\b\d{15}\b")),
    ("phone", re.compile(r"(?:\+62|\b62|\b0)8\d{8,11}\b")),
    ("bpjs", re.compile(r"\b\d{13}\b")),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+\b")),
    ("plate", re.compile(r"\b[A-Z]{1,2} \d{1,4} [A-Z]{1,3}\b")),
    ("passport", re.compile(r"\b[A-Z]\d{7}\b")),
    ("account", re.compile(r"(?:rek(?:ening)?|norek)\D{0,12}(\d{10,16})\b", re.I)),
    ("name", re.compile(r"(?:\b[Nn]ama(?: saya)?|\b[Aa]tas [Nn]ama|\b[Aa]\.n\.?|\b(?:[Pp]ak|[Bb]u|[Bb]apak|[Ii]bu))\s*:?\s*([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})")),
)
# Presidio's entity → kind; what is not listed keeps its own name and counts as a false alarm unless it lies on something planted.
ENTITIES = {"PHONE_NUMBER": "phone", "EMAIL_ADDRESS": "email", "PERSON": "name", "US_PASSPORT": "passport", "US_BANK_NUMBER": "account", "CREDIT_CARD": "account", "LOCATION": "address"}
# Never personal by themselves; Presidio finds them nevertheless, and nobody would mask them.
LEFT_OUT = {"DATE_TIME", "NRP", "URL"}


def usual(text):
    taken = []
    for kind, pattern in USUAL:
        for m in pattern.finditer(text):
            start, end = m.span(m.lastindex or 0)
            if not any(start < e and end > b for b, e, *_ in taken):
                taken.append((start, end, kind, 1.0))
    return taken


def presidio(model, region):
    import spacy
    from presidio_analyzer import AnalyzerEngine
    from presidio_analyzer.nlp_engine import SpacyNlpEngine
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer

    class Engine(SpacyNlpEngine):
        def __init__(self, nlp):
            super().__init__()
            self.nlp = {"en": nlp}

    nlp = importlib.import_module(model).load() if model else spacy.blank("en")
    engine = AnalyzerEngine(nlp_engine=Engine(nlp), supported_languages=["en"])
    if region:
        engine.registry.remove_recognizer("PhoneRecognizer")
        engine.registry.add_recognizer(PhoneRecognizer(supported_regions=(region,)))
    return lambda text: [(r.start, r.end, ENTITIES.get(r.entity_type, r.entity_type.lower()), r.score)
                         for r in engine.analyze(text=text, language="en") if r.entity_type not in LEFT_OUT]


def in_bytes(text, found, least):
    return [{"start": len(text[:a].encode()), "end": len(text[:b].encode()), "kind": kind, "score": score} for a, b, kind, score in found if score >= least]


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("system", choices=("regex", "presidio"))
    args.add_argument("planted")
    args.add_argument("--out", required=True)
    args.add_argument("--region", help="region of phone numbers for Presidio, such as ID; default: its own list, which lacks Indonesia")
    args.add_argument("--model", help="Python package of a spaCy model")
    args.add_argument("--min-score", type=float, default=0.0)
    args = args.parse_args()
    find = usual if args.system == "regex" else presidio(args.model, args.region)
    with open(args.planted, encoding="utf8") as source, open(args.out, "w", encoding="utf8") as out:
        for record in map(json.loads, source):
            spans = in_bytes(record["text"], find(record["text"]), args.min_score)
            out.write(json.dumps({"id": record["id"], "spans": spans}) + "\n")


if __name__ == "__main__":
    main()
