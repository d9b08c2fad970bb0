//! The newtypes of a submission: texts that are what they claim to be.

use generator::hidden::is_hidden;
use unicode_normalization::UnicodeNormalization;

/// One line of visible text without control characters, trimmed, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line(String);

impl Line {
    /// A text as one line: line breaks and runs of spaces become one space, control characters go. Letters and
    /// their marks are put together (NFC), as every other file of the catalogue has them.
    ///
    /// # Errors
    /// Its length, when it is empty (0) or has more than `limit` characters.
    pub fn parse(text: &str, limit: usize) -> Result<Line, usize> {
        let visible: String =
            text.chars().filter(|character| character.is_whitespace() || is_visible(*character)).collect();
        let line = visible.nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
        match line.chars().count() {
            0 => Err(0),
            length if length > limit => Err(length),
            _ => Ok(Line(line)),
        }
    }

    /// The beginning of a text as one line; `None` where nothing is left.
    pub fn shortened(text: &str, limit: usize) -> Option<Line> {
        let short: String = text.chars().take(limit).collect();
        Line::parse(&short, limit).ok()
    }

    /// A word of our own.
    pub fn fixed(word: &'static str) -> Line {
        Line(word.to_owned())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Several lines of text without control characters, trimmed, never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(String);

impl Prose {
    /// A text with `\n` as line end and nothing invisible at the ends of its lines, its letters and marks put
    /// together (NFC).
    ///
    /// # Errors
    /// Its length, when it is empty (0) or has more than `limit` characters.
    pub fn parse(text: &str, limit: usize) -> Result<Prose, usize> {
        let visible: String = text
            .replace("\r\n", "\n")
            .chars()
            .map(|character| match character {
                '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
                other => other,
            })
            .filter(|character| matches!(character, '\n' | '\t') || is_visible(*character))
            .nfc()
            .collect();
        let lines: Vec<&str> = visible.lines().map(str::trim_end).collect();
        let prose = lines.join("\n").trim().to_owned();
        match prose.chars().count() {
            0 => Err(0),
            length if length > limit => Err(length),
            _ => Ok(Prose(prose)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters have no place in content; marks that turn the direction of text, or are not
/// seen at all, could make a reviewer read something else than is there.
fn is_visible(character: char) -> bool {
    !character.is_control() && !is_hidden(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line() {
        assert_eq!(Line::parse(" a\r\n\u{0}b\u{202e}\t c ", 10).unwrap().as_str(), "a b c");
        assert_eq!(Line::parse(" \n\u{200b}", 10), Err(0));
        assert_eq!(Line::parse("ābc", 2), Err(3));
    }

    #[test]
    fn letters_and_their_marks_are_put_together() {
        assert_eq!(Line::parse("Ri\u{304}ga", 10).unwrap().as_str(), "Rīga");
        // What is not seen keeps nothing apart.
        assert_eq!(Prose::parse("Ri\u{200b}\u{304}ga", 10).unwrap().as_str(), "Rīga");
    }

    #[test]
    fn prose_keeps_its_lines() {
        assert_eq!(Prose::parse("\r\n a \r\n\r\n\u{7}b\u{2028}c\n", 20).unwrap().as_str(), "a\n\nb\nc");
    }

    proptest::proptest! {
        #[test]
        fn parsing_twice_changes_nothing(text in "\\PC{0,60}|[ \\r\\n\\t\u{0}ai\u{304}\u{323}\u{202e}\u{2028}]{0,30}") {
            if let Ok(line) = Line::parse(&text, 1_000) {
                proptest::prop_assert_eq!(Line::parse(line.as_str(), 1_000).unwrap(), line);
            }
            if let Ok(prose) = Prose::parse(&text, 1_000) {
                proptest::prop_assert_eq!(Prose::parse(prose.as_str(), 1_000).unwrap(), prose);
            }
        }
    }
}
