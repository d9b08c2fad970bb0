//! How the files of an index write numbers and texts, and how they are packed. What they write is in `export.rs`.

use super::SearchError;
use flate2::{Compression, GzBuilder};
use std::io::Write;

/// The shortest start of `first` that sorts after `last`, cut between characters.
pub(super) fn shortest_separator<'a>(last: &str, first: &'a str) -> &'a str {
    let shared = shared_bytes(last, first);
    let end = first[shared..].chars().next().map_or(first.len(), |letter| shared + letter.len_utf8());
    &first[..end]
}

/// How many bytes two texts start with in common, counted in whole characters.
fn shared_bytes(one: &str, other: &str) -> usize {
    one.chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other)
        .map(|(letter, _)| letter.len_utf8())
        .sum()
}

/// A text as what it shares with the one before it, and the rest.
pub(super) fn put_after(bytes: &mut Vec<u8>, before: &str, text: &str) {
    let shared = shared_bytes(before, text);
    put_number(bytes, shared as u64);
    put_text(bytes, &text.as_bytes()[shared..]);
}

/// A text after its length in bytes.
pub(super) fn put_text(bytes: &mut Vec<u8>, text: &[u8]) {
    put_number(bytes, text.len() as u64);
    bytes.extend_from_slice(text);
}

/// A number as unsigned LEB128.
pub(super) fn put_number(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Without a time and a name in its head, so the same bytes in give the same bytes out.
pub(super) fn gzip(bytes: &[u8]) -> Result<Vec<u8>, SearchError> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_leb128() {
        for (number, expected) in [(0, vec![0]), (127, vec![127]), (128, vec![128, 1]), (300, vec![172, 2])] {
            let mut bytes = Vec::new();
            put_number(&mut bytes, number);
            assert_eq!(bytes, expected);
        }
    }

    proptest! {
        #[test]
        fn a_separator_sorts_between_the_blocks(one in ".{0,6}", other in ".{1,6}") {
            prop_assume!(one != other);
            let (last, first) = if one < other { (one, other) } else { (other, one) };
            let separator = shortest_separator(&last, &first);
            prop_assert!(separator > last.as_str() && separator <= first.as_str());
        }
    }
}
