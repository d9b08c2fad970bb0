//! Plain text, Markdown and CSV: valid UTF-8 without anything that another program would run, no
//! formula in a table, no personal data. What is fine stays as it is, byte for byte.

use generator::formula::sign_of_formula;
use generator::hidden::is_hidden;
use generator::personal_data::find_personal_data_in_markdown;

use super::{FileType, Refusal, refuse_findings, refuse_personal_data};

/// What a text is; its name chooses between the kinds of plain text.
pub(super) fn check(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    let named = FileType::from_name(name);
    let is_text = matches!(named, Some(FileType::Csv | FileType::Md | FileType::Txt));
    let Ok(text) = std::str::from_utf8(bytes) else {
        // Spreadsheets still save tables in the encoding of their country, or in UTF-16.
        let is_other_text = bytes.starts_with(b"\xff\xfe") || !bytes.contains(&0);
        return Err(if is_text && is_other_text { Refusal::Encoding } else { Refusal::Type });
    };
    if text.contains(|character: char| {
        character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}')
    }) {
        return Err(Refusal::Type);
    }
    // What a browser or a system would run when opened, dressed as text.
    let head: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(64).collect();
    let head = head.to_ascii_lowercase();
    if ["#!", "<", "{\\rtf", "mz"].iter().any(|start| head.starts_with(start)) {
        return Err(Refusal::Type);
    }
    match named {
        Some(FileType::Csv) => {
            refuse_formulas(text)?;
            refuse_personal_data(text, true)?;
            Ok(FileType::Csv)
        }
        Some(FileType::Md) => {
            refuse_findings(text, find_personal_data_in_markdown(text), true)?;
            Ok(FileType::Md)
        }
        _ => {
            refuse_personal_data(text, true)?;
            Ok(FileType::Txt)
        }
    }
}

/// Refuses the first cell that a spreadsheet takes for a formula. Changing the cell instead would
/// change somebody's data; they know better what was meant. The reader's spreadsheet decides which
/// separators it takes, so the table is read with each of them alone and with all together.
fn refuse_formulas(text: &str) -> Result<(), Refusal> {
    let readings: [&[char]; 4] = [&[','], &[';'], &['\t'], &[',', ';', '\t']];
    readings.iter().try_for_each(|separators| refuse_formulas_between(text, separators))
}

fn refuse_formulas_between(text: &str, separators: &[char]) -> Result<(), Refusal> {
    // Programs disagree about quotes that stand elsewhere, so those hide no separator.
    let quotes_count = is_quoted_well(text, separators);
    let mut line = 1;
    let mut in_quotes = false;
    let mut start = Some(0);
    for (at, character) in text.char_indices() {
        if let Some(from) = start {
            // Spaces, marks of order and quotes before the sign do not stop a spreadsheet.
            let is_before =
                matches!(character, ' ' | '\t' | '\r' | '"' | '\u{feff}') || is_invisible(character);
            if !is_before {
                start = None;
                if is_formula(&text[at..]) {
                    let end =
                        text[at..].find([',', ';', '\t', '\n', '\r']).map_or(text.len(), |end| at + end);
                    return Err(Refusal::Formula { cell: text[from.max(at)..end].to_owned(), line });
                }
            }
        }
        match character {
            // A doubled quote inside a cell closes it and opens it again.
            '"' => in_quotes = quotes_count && !in_quotes,
            '\n' | '\r' => {
                line += usize::from(character == '\n');
                // Not every program lets a cell go on behind the end of a line.
                start = Some(at + 1);
            }
            _ if separators.contains(&character) && !in_quotes => start = Some(at + 1),
            _ => {}
        }
    }
    Ok(())
}

/// Whether every quote of a table stands where all programs read it alike: it opens at the start of
/// a cell, is doubled inside, and closes at the end of the cell.
fn is_quoted_well(text: &str, separators: &[char]) -> bool {
    enum Place {
        Start,
        Bare,
        Quoted,
        Closed,
    }
    let mut place = Place::Start;
    for character in text.strip_prefix('\u{feff}').unwrap_or(text).chars() {
        let ends = matches!(character, '\n' | '\r') || separators.contains(&character);
        place = match place {
            Place::Start | Place::Closed if character == '"' => Place::Quoted,
            Place::Quoted if character == '"' => Place::Closed,
            Place::Quoted => Place::Quoted,
            _ if ends => Place::Start,
            Place::Closed => return false,
            _ if character == '"' => return false,
            _ => Place::Bare,
        };
    }
    !matches!(place, Place::Quoted)
}

fn is_invisible(character: char) -> bool {
    is_hidden(character) || matches!(character, '\u{a0}' | '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Whether a cell that begins like this is run. `-5` and `+371 …` are numbers; anything else behind
/// a sign is not.
fn is_formula(cell: &str) -> bool {
    match sign_of_formula(cell) {
        Some(sign @ ('+' | '-' | '＋' | '－')) => {
            let rest = &cell[sign.len_utf8()..];
            let end = rest.find([',', ';', '\t', '\n', '\r', '"']).unwrap_or(rest.len());
            let number = rest[..end].trim();
            let is_number = number
                .starts_with(|first: char| first.is_ascii_digit() || matches!(first, '.' | '('))
                && number.chars().all(|c| {
                    c.is_ascii_digit() || matches!(c, ' ' | '.' | '%' | '€' | '(' | ')' | '\'' | '\u{a0}')
                });
            // A lone hyphen says "nothing" in many tables.
            !(is_number || number.is_empty())
        }
        sign => sign.is_some(),
    }
}
