"""The scorer, on records of three lines whose counts are known."""
import contextlib, io, json, sys, tempfile, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import baselines, score  # noqa: E402

TEXT = "é nik 3273 0160 hp 0812 Budi [X]"


def span(text, part, kind, **more):
    start = len(text[:text.index(part)].encode())
    return {"start": start, "end": start + len(part.encode()), "kind": kind, **more}


def planted(text, part, kind, form="plain"):
    return span(text, part, kind, form=form, cue="label", how="mask", was=[0, 0])


def record(**more):
    return {"id": "a", "src": "a", "part": "planted", "text": TEXT, "planted": [planted(TEXT, "3273 0160", "nik", "groups"), planted(TEXT, "0812", "phone")],
            "ignore": [[*(span(TEXT, "[X]", "")[k] for k in ("start", "end")), "mask"]], "negatives": [], "pieces": [], "masked": True} | more


def run(*spans, **more):
    return score.score([record(**more)], [{"id": "a", "spans": list(spans)}])


class Recall(unittest.TestCase):
    def cell(self, result, kind, form):
        return tuple(result["recall"][kind, form][k] for k in ("n", "found", "right", "part"))

    def test_all_letters_and_digits_must_be_covered_separators_need_not(self):
        self.assertEqual(self.cell(run(span(TEXT, "3273 0160", "nik")), "nik", "groups"), (1, 1, 1, 1))
        self.assertEqual(self.cell(run(span(TEXT, "3273", "nik"), span(TEXT, "0160", "nik")), "nik", "groups"), (1, 1, 1, 1))
        self.assertEqual(self.cell(run(span(TEXT, "3273", "nik")), "nik", "groups"), (1, 0, 0, 1))
        self.assertEqual(self.cell(run(), "nik", "groups"), (1, 0, 0, 0))

    def test_the_same_counts_by_cue(self):
        result = run(span(TEXT, "3273 0160", "nik"))
        self.assertEqual(tuple(result["cues"]["nik", "label"][k] for k in ("n", "found", "right", "part")), (1, 1, 1, 1))
        self.assertEqual(result["cues"]["phone", "label"]["found"], 0)

    def test_another_kind_is_found_but_not_right(self):
        result = run(span(TEXT, "3273 0160", "kk"))
        self.assertEqual(self.cell(result, "nik", "groups"), (1, 1, 0, 1))
        self.assertEqual(result["confusions"]["nik", "kk"], 1)

    def test_a_missing_answer_counts_as_none(self):
        result = score.score([record()], [])
        self.assertEqual(result["totals"]["unanswered"], 1)
        self.assertEqual(self.cell(result, "phone", "plain"), (1, 0, 0, 0))


class Precision(unittest.TestCase):
    def test_a_span_on_nothing_is_false_and_one_on_a_mask_is_neither(self):
        result = run(span(TEXT, "0812", "phone"), span(TEXT, "Budi", "name"), span(TEXT, "[X]", "name"))
        c = result["precision"]["name"]
        self.assertEqual((c["spans"], c["false"], c["ignored"]), (2, 1, 1))
        self.assertEqual(result["totals"]["masks touched"], 1)
        self.assertEqual(score.right_share(c), ("0.000", "0.000"))
        self.assertEqual(score.right_share(result["precision"]["phone"]), ("1.000", "1.000"))

    def test_a_span_that_takes_more_around_than_of_the_value_is_wide(self):
        self.assertEqual(run(span(TEXT, "hp 0812", "phone"))["precision"]["phone"]["wide"], 0)
        self.assertEqual(run(span(TEXT, "0812 Budi [X]", "phone"))["precision"]["phone"]["wide"], 1)

    def test_a_person_may_judge_a_place_in_the_source(self):
        s = span(TEXT, "Budi", "name")
        one = record(pieces=[[0, 3, 0], [s["start"] - 1, len(TEXT.encode()), 40]])
        start, end = score.in_source(one, s["start"], s["end"])
        self.assertEqual((start, end), (41, 45))
        self.assertIsNone(score.in_source(one, 1, 6))  # partly planted
        for verdict, cell in (("real", "real"), ("public", "ignored"), ("unclear", "ignored"), ("false", "false")):
            c = score.score([one], [{"id": "a", "spans": [s]}], {"a": [(start, end, verdict)]})["precision"]["name"]
            self.assertEqual((c[cell], c["real"] + c["ignored"] + c["false"]), (1, 1), verdict)

    def test_the_judged_places_that_come_with_the_project_can_be_read(self):
        judged = score.read_verdicts([Path(__file__).parent / "left.tsv"])
        self.assertTrue(judged)
        for ranges in judged.values():
            self.assertTrue(all(0 <= b < e and v in ("real", "public", "unclear", "false") for b, e, v in ranges))

    def test_false_alarms_of_clean_and_hard_texts(self):
        s = span(TEXT, "0812", "phone")
        clean = score.score([record(part="clean", planted=[], ignore=[])], [{"id": "a", "spans": [s, span(TEXT, "Budi", "name")]}])
        self.assertEqual((score.per_thousand(clean), clean["clean texts"]), ("2000.0", 1))
        hard = score.score([record(part="hard", planted=[], negatives=[[s["start"], s["end"], "time"]])], [{"id": "a", "spans": [s]}])
        self.assertEqual(dict(hard["hard"]), {("time", "phone"): 1})
        self.assertEqual(score.per_thousand(hard), "–")  # no clean text, no figure


class Printed(unittest.TestCase):
    def test_no_text_unless_shown(self):
        with tempfile.TemporaryDirectory() as folder:
            a, b = Path(folder) / "p.jsonl", Path(folder) / "s.jsonl"
            a.write_text(json.dumps(record()) + "\n", "utf8")
            b.write_text(json.dumps({"id": "a", "spans": [span(TEXT, "Budi", "name")]}) + "\n", "utf8")
            for flags, shown in (([], False), (["--json"], False), (["--errors"], False), (["--show"], True), ([str(b)], False)):
                out, sys.argv = io.StringIO(), ["score.py", str(a), str(b), *flags]
                with contextlib.redirect_stdout(out):
                    score.main()
                self.assertEqual("Budi" in out.getvalue(), shown, flags)
                self.assertTrue(out.getvalue().strip())


class Baselines(unittest.TestCase):
    def test_the_usual_expressions_find_the_usual_forms(self):
        text = "é nik 3273016010900009, hp 081234567890 atau +6281234567890, B 1234 XYZ, a.b@c.id, nama saya Budi Santoso"
        kinds = {text.encode()[s["start"]:s["end"]].decode(): s["kind"] for s in baselines.in_bytes(text, baselines.usual(text), 0)}
        self.assertEqual(kinds, {"3273016010900009": "nik", "081234567890": "phone", "+6281234567890": "phone", "B 1234 XYZ": "plate", "a.b@c.id": "email", "Budi Santoso": "name"})


if __name__ == "__main__":
    unittest.main()
