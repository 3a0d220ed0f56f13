"""The driver of `lapor call`, against a stand-in that answers as docs/operations.md says."""
import contextlib, io, json, os, stat, sys, tempfile, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import lapor_redact  # noqa: E402

STAND_IN = f"""#!{sys.executable}
import json, sys
assert sys.argv[1:] == ["call"]
for line in sys.stdin:
    asked = json.loads(line)
    text = asked["request"]["text"]
    if "refuse" in text:
        reply = {{"ok": False, "error": {{"code": "too_large", "path": "/text", "params": {{}}, "text": {{}}}}}}
    else:
        at = text.encode().find(b"0812")
        spans = [] if at < 0 else [{{"start": at, "end": at + 4, "kind": "phone", "rule": "r", "score": 900, "text": None}}]
        reply = {{"ok": True, "answer": {{"spans": spans}}}}
    print(json.dumps({{"id": asked["id"], **reply}}))
"""


class Driver(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.lapor = Path(self.folder.name) / "lapor"
        self.lapor.write_text(STAND_IN)
        os.chmod(self.lapor, stat.S_IRWXU)

    def drive(self, texts):
        planted, out = Path(self.folder.name) / "p.jsonl", Path(self.folder.name) / "o.jsonl"
        planted.write_text("".join(json.dumps({"id": f"t{i}", "text": t}) + "\n" for i, t in enumerate(texts)), "utf8")
        sys.argv = ["lapor_redact.py", str(planted), "--out", str(out), "--lapor", str(self.lapor)]
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                lapor_redact.main()
        finally:
            self.found = [json.loads(line) for line in out.read_text("utf8").splitlines()]

    def test_spans_come_back_under_the_ids_of_the_texts_and_in_bytes(self):
        self.drive(["é 0812", "tanpa nomor"])
        self.assertEqual(self.found, [{"id": "t0", "spans": [{"start": 3, "end": 7, "kind": "phone", "score": 900, "rule": "r"}]}, {"id": "t1", "spans": []}])

    def test_many_texts_do_not_stop_the_pipe(self):
        self.drive(["x 0812 " + "a" * 2000] * 400)
        self.assertEqual(len(self.found), 400)

    def test_a_refusal_is_told_and_the_other_answers_are_kept(self):
        with self.assertRaisesRegex(SystemExit, "too_large"):
            self.drive(["0812", "refuse", "0812"])
        self.assertEqual([f["id"] for f in self.found], ["t0", "t2"])

    def test_subjects_and_standing_masks_are_left_out(self):
        answer = {"spans": [{"start": i, "end": i + 1, "kind": kind, "score": 1, "rule": "r"} for i, kind in enumerate(("health", "nik", "mask", "number"))]}
        self.assertEqual([s["kind"] for s in lapor_redact.spans(answer)], ["nik", "number"])


if __name__ == "__main__":
    unittest.main()
