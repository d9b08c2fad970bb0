//! The first lines of a text or table, as they stand in the file. UTF-8 only: the words of another
//! encoding could be guessed, but not promised.

use serde::{Deserialize, Serialize};

/// The most of what is shown: lines and their characters, rows, cells and their characters.
const MAX_LINES: usize = 12;
const MAX_LINE: usize = 200;
const MAX_ROWS: usize = 6;
const MAX_CELLS: usize = 8;
const MAX_CELL: usize = 60;
/// How much of a file is looked at, in bytes.
const MAX_READ: usize = 64 * 1024;

/// The beginning of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Excerpt {
    /// The first lines.
    Text(Vec<String>),
    /// The first rows, of which the first one names the columns.
    Table(Vec<Vec<String>>),
}

/// The beginning of a file, by the ending of its name; `None` for others and for what is no text.
pub(super) fn excerpt(bytes: &[u8], extension: &str) -> Option<Excerpt> {
    let text = beginning(bytes)?;
    match extension {
        "csv" => table(text),
        "md" | "markdown" | "txt" | "text" => {
            let lines: Vec<String> = text
                .lines()
                .skip_while(|line| line.trim().is_empty())
                .take(MAX_LINES)
                .map(|line| cut(line.trim_end(), MAX_LINE))
                .collect();
            (!lines.is_empty()).then_some(Excerpt::Text(lines))
        }
        _ => None,
    }
}

fn beginning(bytes: &[u8]) -> Option<&str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let read = &bytes[..bytes.len().min(MAX_READ)];
    let text = match std::str::from_utf8(read) {
        Ok(text) => text,
        // A letter may have been cut in two at the end of what is looked at.
        Err(error) if read.len() < bytes.len() && error.error_len().is_none() => {
            std::str::from_utf8(&read[..error.valid_up_to()]).ok()?
        }
        Err(_) => return None,
    };
    (!text.contains('\0')).then_some(text)
}

fn cut(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let cut: String = text.chars().take(length - 1).collect();
    format!("{}…", cut.trim_end())
}

fn table(text: &str) -> Option<Excerpt> {
    let first = text.lines().next()?;
    let separator = [',', ';', '\t'].into_iter().max_by_key(|one| first.matches(*one).count())?;
    let mut rows = rows(text, separator);
    let width = rows.first()?.len();
    // Every row as long as the first, so that a table has no holes.
    rows.iter_mut().for_each(|row| row.resize(width, String::new()));
    Some(Excerpt::Table(rows))
}

/// The first rows of comma-separated values (RFC 4180): a quoted cell may hold separators, line ends
/// and doubled quotes.
fn rows(text: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                push(&mut row, &mut cell);
                if row.iter().any(|cell| !cell.is_empty()) {
                    rows.push(std::mem::take(&mut row));
                }
                row.clear();
                if rows.len() == MAX_ROWS {
                    return rows;
                }
            }
            letter if letter == separator && !is_quoted => push(&mut row, &mut cell),
            letter => cell.push(letter),
        }
    }
    push(&mut row, &mut cell);
    if row.iter().any(|cell| !cell.is_empty()) {
        rows.push(row);
    }
    rows
}

fn push(row: &mut Vec<String>, cell: &mut String) {
    if row.len() < MAX_CELLS {
        row.push(cut(cell.trim(), MAX_CELL));
    }
    cell.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_read_with_its_own_separator_and_quotes() {
        let text = "Uzdevums;Kas;Kad\n\"a; \"\"b\"\"\";\"x\ny\";1\nonly one\n\n";
        let Some(Excerpt::Table(rows)) = excerpt(text.as_bytes(), "csv") else { panic!("no table") };
        let expected =
            [vec!["Uzdevums", "Kas", "Kad"], vec!["a; \"b\"", "x\ny", "1"], vec!["only one", "", ""]];
        assert_eq!(rows, expected);
    }

    #[test]
    fn an_excerpt_is_short_and_other_encodings_have_none() {
        let long = format!("\u{feff}\n\n{}\n{}", "ā".repeat(900), "line\n".repeat(50));
        let Some(Excerpt::Text(lines)) = excerpt(long.as_bytes(), "md") else { panic!("no text") };
        assert_eq!((lines.len(), lines[0].chars().count()), (MAX_LINES, MAX_LINE));
        assert_eq!(excerpt(b"caf\xe9", "txt"), None);
        assert_eq!(excerpt(b"a\0b", "txt"), None);
        assert_eq!(excerpt(b"", "csv"), None);
        let half = "ā".repeat(MAX_READ);
        assert!(excerpt(half.as_bytes(), "txt").is_some(), "a letter cut in two ends the text");
        let wide = vec!["x"; 100].join(",");
        let Some(Excerpt::Table(rows)) = excerpt(wide.as_bytes(), "csv") else { panic!("no table") };
        assert_eq!(rows[0].len(), MAX_CELLS);
    }
}
