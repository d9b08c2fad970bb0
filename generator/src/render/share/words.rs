//! Words -> lines that fit into a box, in the largest size at which they do. Nothing is ever cut: a
//! long title gets smaller letters, and a word is broken only where no line could hold it.

use crate::media::{Typeface, Undrawn};

/// A box for words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Pixels.
    pub(super) width: f64,
    /// Pixels.
    pub(super) height: f64,
    /// The size to begin with, and the one to end with.
    pub(super) sizes: (u32, u32),
    /// From one line to the next, in parts of the size.
    pub(super) leading: f64,
    /// How many lines look well in each size but the smallest.
    pub(super) lines: usize,
    /// From 400, regular, to 700, bold.
    pub(super) weight: u16,
}

/// Words in lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fitted {
    pub(super) size: u32,
    pub(super) lines: Vec<String>,
}

/// What is tried next is smaller by so much.
const STEP: u32 = 4;
/// A longer word, such as an address, is broken.
const LONGEST_WORD: usize = 36;

struct Piece<'t> {
    text: &'t str,
    /// In parts of the size.
    width: f64,
    /// Whether it goes on with the word before it.
    is_glued: bool,
}

/// The lines of a text in a room; none where even the smallest size is too large.
///
/// # Errors
/// When the typeface lacks a letter.
pub(super) fn fit(typeface: &Typeface, text: &str, room: &Room) -> Result<Option<Fitted>, Undrawn> {
    let pieces = pieces(text);
    let words = pieces.iter().map(|(text, _)| *text).chain(["n n", "nn"]);
    let mut widths = typeface.widths(words, room.weight)?;
    let (close, wide) = (widths.pop().unwrap_or_default(), widths.pop().unwrap_or_default());
    let pieces: Vec<Piece<'_>> = pieces
        .into_iter()
        .zip(widths)
        .map(|((text, is_glued), width)| Piece { text, width, is_glued })
        .collect();
    let (largest, smallest) = room.sizes;
    let sizes = (smallest..=largest).rev().filter(|size| (largest - size) % STEP == 0 || *size == smallest);
    for size in sizes {
        let Some(lines) = lines(&pieces, wide - close, room.width / f64::from(size)) else { continue };
        let is_high = lines.len() as f64 * room.leading * f64::from(size) > room.height;
        if !is_high && (lines.len() <= room.lines || size == smallest) {
            return Ok(Some(Fitted { size, lines }));
        }
    }
    Ok(None)
}

/// The words, those too long for any line in several pieces.
fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some((at, _)) = rest.char_indices().nth(LONGEST_WORD) {
            let (piece, after) = rest.split_at(at);
            pieces.push((piece, rest.len() < word.len()));
            rest = after;
        }
        pieces.push((rest, rest.len() < word.len()));
    }
    pieces
}

/// The lines at a width, in parts of the size; `None` where a piece is wider than a line.
fn lines(pieces: &[Piece<'_>], blank: f64, width: f64) -> Option<Vec<String>> {
    let mut lines: Vec<(String, f64)> = Vec::new();
    for piece in pieces {
        if piece.width > width {
            return None;
        }
        let between = if piece.is_glued { 0.0 } else { blank };
        match lines.last_mut().filter(|(_, used)| used + between + piece.width <= width) {
            Some((line, used)) => {
                line.push_str(if piece.is_glued { "" } else { " " });
                line.push_str(piece.text);
                *used += between + piece.width;
            }
            None => lines.push((piece.text.to_owned(), piece.width)),
        }
    }
    Some(lines.into_iter().map(|(line, _)| line).collect())
}

#[cfg(test)]
mod tests {
    use super::super::super::theme::Theme;
    use super::*;

    const ROOM: Room =
        Room { width: 1056.0, height: 312.0, sizes: (88, 20), leading: 1.1, lines: 4, weight: 700 };

    fn fitted(text: &str) -> Option<Fitted> {
        let theme = Theme::embedded();
        let fonts = theme.files_below("share").filter(|(name, _)| name.ends_with(".ttf"));
        let typeface = Typeface::new(fonts.map(|(_, bytes)| bytes)).unwrap();
        fit(&typeface, text, &ROOM).unwrap()
    }

    #[test]
    fn a_longer_title_has_smaller_letters_and_loses_no_word() {
        let mut last = u32::MAX;
        for count in [1, 6, 20, 60] {
            let title = vec!["Pakalpojumu"; count].join(" ");
            let fitted = fitted(&title).unwrap();
            assert_eq!(fitted.lines.join(" "), title);
            assert!(fitted.size < last || count == 1, "{count}: {}", fitted.size);
            assert!(fitted.lines.len() as f64 * 1.1 * f64::from(fitted.size) <= ROOM.height);
            last = fitted.size;
        }
        assert_eq!(fitted("Kanban").unwrap().size, 88);
        assert_eq!(fitted(&"word ".repeat(2000)), None, "nothing is cut");
    }

    #[test]
    fn a_word_is_broken_only_where_no_line_could_hold_it() {
        let word = "a".repeat(200);
        let fitted = fitted(&word).unwrap();
        assert!(fitted.lines.len() > 1 && fitted.lines.concat() == word, "{fitted:?}");
    }
}
