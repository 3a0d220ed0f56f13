#!/usr/bin/env python3
"""Predictions of `text.redact`, through one `lapor call` that stays open.

    lapor_redact.py PLANTED --out FILE [--lapor COMMAND]
"""
import argparse, collections, json, subprocess, sys, threading

# The whole contract with the operation is here: what is asked, and how an answer becomes spans. Its kinds are those of plant.py, and `number` for a
# long number of no known kind. Left out are masks that stood in the text, and sensitive subjects: nothing was planted for them to be right about.
LEFT_OUT = {"mask", "health", "child", "finance", "crime"}


def request(text):
    return {"text": text, "offsets": "utf8"}


def spans(answer):
    return [{name: s[name] for name in ("start", "end", "kind", "score", "rule")} for s in answer["spans"] if s["kind"] not in LEFT_OUT]


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
    refused, left_out = {}, collections.Counter()
    with open(args.out, "w", encoding="utf8") as out:
        for reply, record in zip(call(args.lapor, "text.redact", [request(r["text"]) for r in records]), records, strict=True):
            if reply["ok"]:
                out.write(json.dumps({"id": record["id"], "spans": spans(reply["answer"])}) + "\n")
                left_out.update(s["kind"] for s in reply["answer"]["spans"] if s["kind"] in LEFT_OUT)
            else:
                code = reply["error"]["code"]
                refused[code] = refused.get(code, 0) + 1
    print("left out:", json.dumps(left_out), file=sys.stderr)
    if refused:
        raise SystemExit(f"refused: {refused}")


if __name__ == "__main__":
    main()
