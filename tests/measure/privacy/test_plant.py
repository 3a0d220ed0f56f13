"""The generator: values of the right shape, offsets that hold, masks read as a person reads them. No corpora needed."""
import datetime, json, random, sys, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import hard, masks, plant, values  # noqa: E402

ROWS = [
    {"id": "a", "text": "Yth. admin, nama saya [NAMA] dg NIK [NOMOR] dan No KK : [NOMOR].\nTolong 🙏 dicek. Hubungi [TELEPON]terima kasih"},
    {"id": "b", "text": "mobil nopol [NOPOL] parkir di RT 5\n\nwarga [NOPOL] 003, resah. KTP :[NOMOR KTP DISENSOR]KK : [NOMOR KTP DISENSOR]"},
    {"id": "c", "text": "@[AKUN] uang Rp. [NOMOR],- ke rekening BRI [NOMOR] a.n. [NAMA] lewat 021-[*****]12. nik 357i[NOMOR] ganda"},
    *({"id": f"n{i}", "text": f"Jalan rusak sejak {i + 1} bulan lalu. Mohon segera diperbaiki. Terima kasih"} for i in range(60)),
]


class Values(unittest.TestCase):
    def setUp(self):
        self.rng = random.Random(7)

    def test_nik_has_a_real_date_of_birth_and_women_bear_forty_more(self):
        women = 0
        for _ in range(500):
            text = values.nik(self.rng)
            self.assertRegex(text, r"^\d{16}$")
            day = int(text[6:8])
            women += day > 40
            datetime.date(2000 if text[10:12] == "00" else 1900 + int(text[10:12]) if int(text[10:12]) > 30 else 2000 + int(text[10:12]), int(text[8:10]), day % 40)
            self.assertNotEqual(text[12:], "0000")
        self.assertTrue(150 < women < 350)

    def test_npwp_passes_luhn(self):
        self.assertEqual(values.luhn_digit("01312166"), "0")  # 01.312.166.0-091.000, a published example
        self.assertEqual(values.luhn_digit("12345678"), "2")

    def test_every_form_of_every_kind_keeps_the_value(self):
        for kind, shares in values.SHARES.items():
            if kind in ("email", "handle"):
                continue
            for form in shares:
                made = values.write(self.rng, kind, form)
                self.assertEqual(made["form"], form)
                self.assertTrue(made["value"].strip() == made["value"] and made["value"], (kind, form))
        self.assertEqual(values.number_form(self.rng, "0812", [4], "words"), "nol delapan satu dua")
        self.assertEqual(values.number_form(self.rng, "0812", [2, 2], "two lines"), "08\n12")
        self.assertEqual(values.number_form(self.rng, "0812", [4], "spaced digits"), "0 8 1 2")
        self.assertEqual(values.number_form(self.rng, "0812", [4], "arabic"), "٠٨١٢")
        self.assertIsNone(values.look_alike(self.rng, "2345"))
        self.assertNotEqual(values.look_alike(self.rng, "2305"), "2305")


class Labels(unittest.TestCase):
    def kind(self, text):
        return masks.label_of(text, text.index("[NOMOR"))

    def test_a_number_is_what_the_last_word_before_it_says(self):
        for text, kind in (("no NIK ibu saya [NOMOR]", "nik"), ("BandungKTP :[NOMOR]", "nik"), ("NIK : [NAMA] nomor KK [NOMOR]", "kk"), ("NIK sy d KK [NOMOR]", "kk"),
                           ("NISN : [NOMOR]", "other"), ("no op [NOMOR]", "other"), ("sebesar Rp. [NOMOR],-", "amount"), ("rek BCA [NOMOR]", "account"),
                           ("NIK\n: [NOMOR]", "nik"), ("no bpjs ibu saya [NOMOR]", "bpjs"), ("saya [NOMOR]", None)):
            self.assertEqual(self.kind(text), kind, text)

    def test_cues_of_names(self):
        for text, cue in (("nama saya [NAMA]", "nama"), ("Nama Orang Tua : [NAMA]", "nama"), ("a/n. [NAMA]", "a.n."), ("Atas Nama [NAMA]", "atas nama"), ("Bpk. [NAMA]", "bapak"),
                          ("tidak bisa pak. [NAMA]", "none"), ("pak [NAMA]", "pak"), ("Sdr. [NAMA]", "sdr."), ("Terima kasih\n\n[NAMA]", "signature"), ("Pagi, saya [NAMA]", "saya"),
                          ("rumah saya [NAMA]", "none"), ("Salam Hormat\n\n\n\n[NAMA]", "signature"), ("Hormat SAYA\n\n[NAMA]", "signature"), ("Nama Ibu saya [NAMA]", "nama"),
                          ("atas nama anak saya [NAMA]", "atas nama"), ("nama :\n[NAMA]", "nama"), ("apotek [NAMA]", "none")):
            self.assertEqual(masks.cue_of(text, text.index("[")), cue, text)


class Generated(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.records = plant.generate(ROWS, seed=3, texts=40, clean=20, quota=3)

    def test_one_seed_gives_one_file_and_another_another(self):
        self.assertEqual(self.records, plant.generate(ROWS, seed=3, texts=40, clean=20, quota=3))
        self.assertNotEqual(self.records, plant.generate(ROWS, seed=4, texts=40, clean=20, quota=3))
        json.dumps(self.records)

    def test_offsets_are_whole_characters_in_order_and_inside(self):
        for record in self.records:
            data, last = record["text"].encode(), 0
            for p in record["planted"]:
                self.assertTrue(last <= p["start"] < p["end"] <= len(data))
                self.assertTrue(data[p["start"]:p["end"]].decode())
                last = p["end"]

    def test_without_what_was_planted_the_masks_are_gone_and_the_rest_stands(self):
        record = next(r for r in self.records if r["id"] == "c")
        self.assertNotRegex(record["text"], masks.MASK)
        self.assertIn("021-[*****]12", record["text"])  # the portal's own remains, and is no error either way
        self.assertNotIn("357i", record["text"])  # what was left of the number went with the mask
        kinds = [p["kind"] for p in record["planted"]]
        self.assertEqual(kinds, ["handle", "account", "name", "nik"])
        self.assertEqual([n[2] for n in record["negatives"]], ["rupiah"])
        source = next(r for r in ROWS if r["id"] == "c")["text"].encode()
        for p in record["planted"]:
            self.assertIn(b"[", source[p["was"][0]:p["was"][1]])

    def test_pieces_lead_back_to_the_source(self):
        sources = {r["id"]: r["text"].encode() for r in ROWS}
        for record in self.records:
            data = record["text"].encode()
            for start, end, at in record["pieces"]:
                self.assertEqual(data[start:end], sources[record["src"]][at:at + end - start])
            if record["part"] != "hard":
                self.assertTrue(record["pieces"])

    def test_a_mask_that_hid_no_plate_gets_none(self):
        record = next(r for r in self.records if r["id"] == "b")
        self.assertEqual([p["kind"] for p in record["planted"] if p["how"] == "mask"][0], "plate")
        self.assertEqual([n[2] for n in record["negatives"]], ["like a plate"])
        self.assertRegex(record["text"], r"warga RT \d+ RW 003,")

    def test_every_kind_reaches_the_quota_and_clean_texts_are_untouched(self):
        count = {kind: sum(p["kind"] == kind for r in self.records for p in r["planted"]) for kind in plant.KINDS}
        self.assertTrue(all(n >= 3 for n in count.values()), count)
        sources = {r["id"]: r["text"] for r in ROWS}
        clean = [r for r in self.records if r["part"] == "clean"]
        self.assertEqual(len(clean), 20)
        self.assertTrue(all(r["text"] == sources[r["id"]] and not r["planted"] for r in clean))

    def test_hard_negatives_say_where_the_number_stands(self):
        rows = [r for r in self.records if r["part"] == "hard"]
        self.assertEqual(len(rows), hard.EACH * len(hard.MAKERS))
        self.assertEqual(len({r["id"] for r in rows}), len(rows))
        for r in rows:
            (start, end, kind), = r["negatives"]
            self.assertTrue(r["text"].encode()[start:end].decode())

    def test_clean_texts_hold_nothing_plain(self):
        for text in ("a@b.id", "nomor 081234567890", "[NAMA]", "0001[*****]"):
            self.assertFalse(plant.clean_text(text), text)
        self.assertTrue(plant.clean_text("Rp 1.500.000.000 tanggal 12-03-2022"))

    def test_sentence_ends_lie_outside_masks(self):
        text = "Jl. Mawar rusak. Tolong [NAMA]"
        self.assertEqual([text[:at] for at in plant.ends(text)], ["Jl. Mawar rusak.", text])


if __name__ == "__main__":
    unittest.main()
