#!/usr/bin/env python3
"""Predictions of `text.redact`, through one `lapor call` that stays open.

    lapor_redact.py PLANTED --out FILE [--lapor COMMAND]
"""
import argparse, json, subprocess, threading

# The whole contract with the operation is here: what is asked, and how an answer becomes spans of the kinds of plant.py.
KINDS = {"nitku": "npwp", "bpjs_kes": "bpjs", "bpjs_kesehatan": "bpjs", "kitap": "kitas", "itas": "kitas", "bank_account": "account", "rekening": "account", "social": "handle"}


def request(text):
    return {"text": text, "offsets": "utf8"}


def spans(answer):
    return [{"start": s["start"], "end": s["end"], "kind": KINDS.get(s["kind"], s["kind"]), "score": s.get("score"), "rule": s.get("rule")} for s in answer["spans"]]


def call(command, op, requests):
    """Envelopes of one process, in order; a thread writes so that neither side waits on a full pipe. The process is awaited when all are taken."""
    process = subprocess.Popen([command, "call"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def send():
        for i, body in enumerate(requests):
            process.stdin.write(json.dumps({"id": i, "op": op, "request": body}).encode() + b"\n")
        process.stdin.close()

    writer = threading.Thread(target=send)
    writer.start()
    for line in process.stdout:
        yield json.loads(line)
    writer.join()
    process.stdout.close()
    if process.wait() != 0:
        raise SystemExit(f"{command} call ended with {process.returncode}")


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("planted")
    args.add_argument("--out", required=True)
    args.add_argument("--lapor", default="lapor")
    args = args.parse_args()
    with open(args.planted, encoding="utf8") as source:
        records = [json.loads(line) for line in source]
    refused = {}
    with open(args.out, "w", encoding="utf8") as out:
        for reply, record in zip(call(args.lapor, "text.redact", [request(r["text"]) for r in records]), records, strict=True):
            if reply["ok"]:
                out.write(json.dumps({"id": record["id"], "spans": spans(reply["answer"])}) + "\n")
            else:
                code = reply["error"]["code"]
                refused[code] = refused.get(code, 0) + 1
    if refused:
        raise SystemExit(f"refused: {refused}")


if __name__ == "__main__":
    main()
