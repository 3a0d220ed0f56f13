"""The comparison of phones, without the library and without lapor."""
import random, sys, unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import phones  # noqa: E402

VALID = (True, "+62811", "mobile", "")


class Differences(unittest.TestCase):
    def test_the_same_is_no_difference(self):
        self.assertIsNone(phones.difference(VALID, (True, "+62811", "mobile")))
        self.assertIsNone(phones.difference((False, None, None, "phone_length"), (False, None, None)))
        self.assertIsNone(phones.difference((None, "+62868", "mobile", "phone_prefix_unknown"), (False, None, None)))

    def test_validity_then_type_then_form(self):
        self.assertIn("validity", phones.difference(VALID, (False, None, None)))
        self.assertIn("validity", phones.difference((None, "+62811", "mobile", "phone_prefix_unknown"), (True, "+62811", "mobile")))
        self.assertIn("type", phones.difference(VALID, (True, "+62811", "fixed")))
        self.assertIn("E.164", phones.difference(VALID, (True, "+6262811", "mobile")))

    def test_every_difference_has_a_reason(self):
        self.assertIn("00 62", phones.reason("validity", "{0062}", "0062811"))
        self.assertIn("area codes", phones.reason("E.164", "{62}", "62281243921"))
        self.assertEqual(phones.reason("type: x", "{0}", "0811"), "type: x")
        self.assertTrue(phones.reason("validity: lapor valid, fixed; libphonenumber impossible", "{0}", "0244819").startswith("length"))


class Numbers(unittest.TestCase):
    def test_dresses_keep_the_digits(self):
        rng = random.Random(1)
        seen = {}
        for _ in range(300):
            dress, text = phones.dressed(rng, "81234567890")
            digits = "".join(sign for sign in text if sign.isdigit())
            self.assertTrue(digits.endswith("81234567890"), (dress, text))
            seen[dress] = text
        self.assertEqual(set(seen), set(phones.DRESS))

    def test_one_seed_gives_the_same_numbers(self):
        draw = lambda seed: [phones.number(rng) for rng in [random.Random(seed)] for _ in range(50)]
        self.assertEqual(draw(1), draw(1))
        self.assertNotEqual(draw(1), draw(2))


if __name__ == "__main__":
    unittest.main()
