//! A text as readers see it: what hides a character from a search but not from the eye is undone
//! before the rules look, and every character still knows where in the file it was written.
//!
//! Undone are character references of HTML (`&#64;`), escapes of Markdown (`\@`), percent-encoding
//! (`%40`), compatibility forms (`＠`), invisible characters (a soft hyphen, a zero-width space)
//! and the different dashes.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters, and the bytes of the text that each of them stands for.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The characters, as the rules read them.
    pub characters: Vec<char>,
    places: Vec<Range<usize>>,
}

impl Shown {
    /// A whole text.
    pub fn of(text: &str) -> Shown {
        let mut shown = Shown::default();
        shown.push(text, &|range| range);
        shown
    }

    /// Pieces of a text, each with its place in the file. A piece that is longer or shorter than
    /// its place was decoded by its reader: all its characters stand for all of the place.
    pub fn of_pieces<'t>(pieces: impl IntoIterator<Item = (&'t str, Range<usize>)>) -> Shown {
        let mut shown = Shown::default();
        for (piece, place) in pieces {
            if piece.len() == place.len() {
                shown.push(piece, &|range| place.start + range.start..place.start + range.end);
            } else {
                shown.push(piece, &|_| place.clone());
            }
        }
        shown
    }

    /// The bytes of the file from one character up to another.
    pub fn place(&self, characters: Range<usize>) -> Range<usize> {
        let own = self.places.get(characters).unwrap_or_default();
        let start = own.first().map_or(0, |place| place.start);
        start..own.last().map_or(start, |place| place.end)
    }

    fn push(&mut self, text: &str, place: &dyn Fn(Range<usize>) -> Range<usize>) {
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let rest = &text[at..];
            let (character, length) = undo_escape(rest).unwrap_or((first, first.len_utf8()));
            let marks: usize = rest[length..]
                .chars()
                .take_while(|mark| !mark.is_ascii() && is_combining_mark(*mark))
                .map(char::len_utf8)
                .sum();
            let end = at + length + marks;
            if character.is_ascii() && marks == 0 {
                self.characters.push(character);
                self.places.push(place(at..end));
            } else {
                let cluster = std::iter::once(character).chain(rest[length..length + marks].chars());
                for plain in cluster.nfkc().filter(|c| !is_ignorable(*c) && !is_combining_mark(*c)) {
                    self.characters.push(plain_dash(plain));
                    self.places.push(place(at..end));
                }
            }
            at = end;
        }
    }
}

/// Whether a text may hold anything that the rules look for. Most do not, and are not read twice.
pub(super) fn is_worth_a_look(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'@' || byte == b'&' || byte == b'%' || byte.is_ascii_digit())
        // From here on Unicode has its other forms of digits and of the at sign.
        || text.chars().any(|character| character >= '\u{2070}')
}

/// The character that is written in another way at the beginning of a text, and the bytes of it.
fn undo_escape(text: &str) -> Option<(char, usize)> {
    let bytes = text.as_bytes();
    match bytes.first()? {
        b'\\' => {
            let next = char::from(*bytes.get(1)?);
            next.is_ascii_punctuation().then_some((next, 2))
        }
        b'%' => {
            let digits =
                text.get(1..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
            let character = char::from(u8::from_str_radix(digits, 16).ok()?);
            // Only what an address or a number is made of; `100%20` stays what it is.
            character.is_ascii_graphic().then_some((character, 3))
        }
        b'&' => character_reference(text),
        _ => None,
    }
}

/// `&#64;`, `&#x40;` or `&commat;`.
fn character_reference(text: &str) -> Option<(char, usize)> {
    // The longest name below has 15 letters; leading zeros of a number are few in honest texts,
    // and CommonMark reads at most seven digits.
    let end = text.bytes().take(24).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)?
        }
        None => NAMED.iter().find(|(own, _)| *own == name)?.1,
    };
    Some((character, end + 1))
}

/// The names of characters that an address or a number is made of, or that cannot be seen. The
/// other two thousand names of HTML are letters and signs that hide nothing.
const NAMED: [(&str, char); 42] = [
    ("commat", '@'),
    ("period", '.'),
    ("plus", '+'),
    ("lowbar", '_'),
    ("UnderBar", '_'),
    ("lpar", '('),
    ("rpar", ')'),
    ("sol", '/'),
    ("colon", ':'),
    ("percnt", '%'),
    ("apos", '\''),
    ("ast", '*'),
    ("hyphen", '\u{2010}'),
    ("dash", '\u{2010}'),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("horbar", '\u{2015}'),
    ("minus", '\u{2212}'),
    ("nbsp", '\u{a0}'),
    ("NonBreakingSpace", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("numsp", '\u{2007}'),
    ("puncsp", '\u{2008}'),
    ("thinsp", '\u{2009}'),
    ("ThinSpace", '\u{2009}'),
    ("hairsp", '\u{200a}'),
    ("VeryThinSpace", '\u{200a}'),
    ("shy", '\u{ad}'),
    ("ZeroWidthSpace", '\u{200b}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("lrm", '\u{200e}'),
    ("rlm", '\u{200f}'),
    ("NoBreak", '\u{2060}'),
    ("ApplyFunction", '\u{2061}'),
    ("af", '\u{2061}'),
    ("InvisibleTimes", '\u{2062}'),
    ("it", '\u{2062}'),
    ("InvisibleComma", '\u{2063}'),
    ("ic", '\u{2063}'),
    ("amp", '&'),
];

/// Characters that take no room on a page: the property Default_Ignorable_Code_Point of Unicode.
pub(super) fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// The hyphen for every dash that is set in place of one.
fn plain_dash(character: char) -> char {
    if matches!(character, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { character }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_are_those_of_html() {
        for (name, character) in NAMED {
            let rendered = pulldown_cmark::Parser::new(&format!("x&{name};x"))
                .filter_map(|event| match event {
                    pulldown_cmark::Event::Text(text) => Some(text.into_string()),
                    _ => None,
                })
                .collect::<String>();
            assert_eq!(rendered, format!("x{character}x"), "{name}");
        }
    }

    #[test]
    fn every_character_knows_where_it_was_written() {
        let text = "a\\@\u{ad}&#x40;e\u{301}%2E…";
        let shown = Shown::of(text);
        assert_eq!(shown.characters.iter().collect::<String>(), "a@@é....");
        let written: Vec<&str> =
            (0..shown.characters.len()).map(|at| &text[shown.place(at..at + 1)]).collect();
        assert_eq!(written, ["a", "\\@", "&#x40;", "e\u{301}", "%2E", "…", "…", "…"]);
        assert_eq!(shown.place(1..3), 1..11);
        assert_eq!(Shown::of("").place(0..0), 0..0);
    }
}
