//! Characters as a reader sees them (grapheme clusters): a letter with its accents is one, an emoji with its tone or its family is one, a flag is
//! one.
//!
//! The table holds the marks of what is written in Indonesia (Latin, Arabic, Javanese, Balinese, Sundanese, Batak) and of emoji; the whole table
//! of Unicode would be 6 KB more for a browser to load. A test compares it with the crate that has the whole table.

/// What continues a character, in order.
const MARKS: [(char, char); 27] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{6d6}', '\u{6dc}'),
    ('\u{6df}', '\u{6e4}'),
    ('\u{6e7}', '\u{6e8}'),
    ('\u{6ea}', '\u{6ed}'),
    ('\u{1ab0}', '\u{1ace}'),
    ('\u{1b00}', '\u{1b04}'),
    ('\u{1b34}', '\u{1b44}'),
    ('\u{1b6b}', '\u{1b73}'),
    ('\u{1b80}', '\u{1b82}'),
    ('\u{1ba1}', '\u{1bad}'),
    ('\u{1be6}', '\u{1bf3}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{200c}', '\u{200d}'),
    ('\u{20d0}', '\u{20f0}'),
    ('\u{a980}', '\u{a983}'),
    ('\u{a9b3}', '\u{a9c0}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
    ('\u{ff9e}', '\u{ff9f}'),
    ('\u{1f3fb}', '\u{1f3ff}'),
    ('\u{e0020}', '\u{e007f}'),
    ('\u{e0100}', '\u{e01ef}'),
];

/// Joins two emoji into one.
const JOINER: char = '\u{200d}';

/// How many characters a reader sees.
pub(super) fn count(text: &str) -> usize {
    let mut count = 0;
    // of the character so far: its last part, whether it is an emoji (with marks but no joiner), whether a joiner follows such an emoji, and
    // whether it is the first half of a flag
    let (mut last, mut emoji, mut joined, mut half) = (None, false, false, false);
    for c in text.chars() {
        let goes_on = match last {
            None => false,
            Some('\r') => c == '\n',
            Some(before) if breaks(before) || breaks(c) => false,
            Some(_) => is_mark(c) || (joined && is_emoji(c)) || (half && is_flag(c)),
        };
        count += usize::from(!goes_on);
        // a second joiner joins nothing
        joined = emoji && goes_on && c == JOINER;
        emoji = is_emoji(c) || (emoji && goes_on && c != JOINER && !is_spacing(c));
        half = is_flag(c) && !goes_on;
        last = Some(c);
    }
    count
}

fn is_mark(c: char) -> bool {
    MARKS.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Vowel signs of Balinese, Sundanese, Batak and Javanese that stand beside the letter: an emoji with one takes no joiner.
fn is_spacing(c: char) -> bool {
    matches!(c, '\u{1b04}' | '\u{1b3e}'..='\u{1b41}' | '\u{1b82}' | '\u{1ba1}' | '\u{1ba6}'..='\u{1ba7}' | '\u{1be7}')
        || matches!(c, '\u{1bea}'..='\u{1bec}' | '\u{1bee}' | '\u{a983}' | '\u{a9b4}'..='\u{a9b5}' | '\u{a9ba}'..='\u{a9bb}')
        || matches!(c, '\u{a9be}'..='\u{a9bf}')
}

/// Nothing goes on over these: ends of lines, and the marks that only steer.
fn breaks(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_emoji(c: char) -> bool {
    let tone = ('\u{1f3fb}'..='\u{1f3ff}').contains(&c);
    !tone && !is_flag(c) && matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

fn is_flag(c: char) -> bool {
    ('\u{1f1e6}'..='\u{1f1ff}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    #[test]
    fn a_reader_sees_one() {
        for one in ["a", "e\u{301}", "\r\n", "👍🏽", "👨‍👩‍👧", "🇮🇩", "❤\u{fe0f}", "\u{301}", "ب\u{651}\u{64e}"]
        {
            assert_eq!(count(one), 1, "{one:?}");
        }
        assert_eq!(count(""), 0);
        assert_eq!(count("🇮🇩🇮🇩"), 2);
        assert_eq!(count("a\n\u{301}"), 3);
        assert_eq!(count("👩\u{200d}\u{200d}💻"), 2);
        assert_eq!(count("👍\u{a9b4}\u{200d}👍"), 2);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// On what is written in Indonesia it counts as the whole table does.
        #[test]
        fn counts_as_the_whole_table_does(parts in prop::collection::vec(prop::sample::select(vec![
            "a", "Z", " ", ".", "\n", "\r", "\u{301}", "\u{20e3}", "1", "é", "ب", "\u{64e}", "ꦏ", "\u{a9b4}", "ᬓ", "\u{1b38}", "👍", "🏽", "👩",
            "\u{200d}", "💻", "❤", "\u{fe0f}", "🇮", "🇩", "\u{200b}", "\u{200c}", "\u{feff}", "你", "—", "“", "½",
        ]), 0..12)) {
            let text = parts.concat();
            prop_assert_eq!(count(&text), text.graphemes(true).count(), "{:?}", text);
        }
    }
}
