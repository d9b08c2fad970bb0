//! YAML text -> located tree, and back. The only file that names the YAML library.
//!
//! Every node knows its place, so that each later mistake can be shown where it stands. The file's
//! size is checked before it comes here (`source`); anchors, aliases, merge keys and foreign tags
//! are refused, nesting and the number of events are limited, booleans are `true` and `false`
//! only. A key that stands twice is kept twice: `decode` reports it and goes on. `texts` is the same
//! for files whose scalars are all texts.

mod texts;

pub use texts::parse_texts;

use crate::diagnostic::{Code, Position};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;
use serde_yaml::{MergeKeyPolicy, Spanned};
use std::fmt;

/// How deep maps and lists may lie in each other. A schema's tree needs 8.
pub const MAX_DEPTH: usize = 32;
/// How many events (scalars, starts and ends) one file may hold.
pub const MAX_EVENTS: usize = 200_000;

/// A value and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Located {
    /// Where it begins.
    pub position: Position,
    /// What it is.
    pub value: Yaml,
}

/// A value as written.
#[derive(Debug, Clone, PartialEq)]
pub enum Yaml {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, in the author's spelling.
    Number(String),
    /// A text; for block scalars the place where its first line begins.
    Text(String, Option<BlockStart>),
    /// A list.
    List(Vec<Located>),
    /// A map, with repeated keys kept.
    Map(Vec<(Key, Located)>),
}

/// A key and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// Where it begins.
    pub position: Position,
    /// Its text.
    pub text: String,
}

/// Where the text of a literal block scalar (`|`) begins, to find places inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockStart {
    /// The line after the `|`.
    pub line: u32,
    /// How far the text is indented, in characters.
    pub indent: u32,
}

/// Why a file could not be parsed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlError {
    /// Which mistake.
    pub code: Code,
    /// Where.
    pub position: Option<Position>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Located {
    /// The value in words, for messages: "a list", "the number 5".
    pub fn describe(&self) -> String {
        match &self.value {
            Yaml::Null => "nothing".to_owned(),
            Yaml::Flag(flag) => format!("the truth value {flag}"),
            Yaml::Number(number) => format!("the number {number}"),
            Yaml::Text(text, _) if text.chars().count() <= 40 && !text.contains('\n') => format!("“{text}”"),
            Yaml::Text(..) => "a text".to_owned(),
            Yaml::List(_) => "a list".to_owned(),
            Yaml::Map(_) => "a map".to_owned(),
        }
    }

    /// Moves the tree down: its YAML begins `lines` lines below the top of its file.
    pub fn move_down(&mut self, lines: u32) {
        self.position.line += lines;
        match &mut self.value {
            Yaml::List(items) => items.iter_mut().for_each(|item| item.move_down(lines)),
            Yaml::Map(entries) => {
                for (key, value) in entries {
                    key.position.line += lines;
                    value.move_down(lines);
                }
            }
            Yaml::Text(_, Some(block)) => block.line += lines,
            _ => {}
        }
    }

    /// The place of the byte `offset` of the text of this scalar.
    pub fn position_in_text(&self, offset: usize) -> Position {
        let Yaml::Text(text, block) = &self.value else { return self.position };
        let before = text.get(..offset).unwrap_or(text);
        let lines = before.matches('\n').count() as u32;
        let in_line = before.rsplit('\n').next().unwrap_or("").chars().count() as u32;
        match block {
            Some(block) => Position { line: block.line + lines, column: block.indent + in_line + 1 },
            // Quoted and folded texts may be wrapped, so only the first line is certain.
            None if lines == 0 => {
                Position { line: self.position.line, column: self.position.column + in_line }
            }
            None => self.position,
        }
    }
}

/// Parses one YAML document.
///
/// # Errors
/// The first syntax error, or the first use of something this project does not allow.
pub fn parse_yaml(text: &str) -> Result<Located, YamlError> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Located { position: Position::START, value: Yaml::Map(Vec::new()) });
    }
    let mut options = serde_yaml::Options::default();
    options.duplicate_keys = DuplicateKeyPolicy::PassThrough;
    options.merge_keys = MergeKeyPolicy::AsOrdinary;
    options.strict_booleans = true;
    options.with_snippet = false;
    if let Some(budget) = &mut options.budget {
        budget.max_depth = MAX_DEPTH;
        budget.max_events = MAX_EVENTS;
        budget.max_anchors = 0;
        budget.max_aliases = 0;
    }
    let lines: Vec<&str> = text.lines().collect();
    let mut located =
        serde_yaml::from_str_with_options::<Located>(text, options).map_err(|error| explain(&error))?;
    settle_scalars(&mut located, &lines);
    Ok(located)
}

fn explain(error: &serde_yaml::Error) -> YamlError {
    let position = error.location().and_then(|location| place(location.line(), location.column()));
    let text = error.without_snippet().to_string();
    let lower = text.to_lowercase();
    let (code, message, help) = if lower.contains("anchor") || lower.contains("alias") {
        (
            Code::YamlAnchor,
            "anchors (&) and aliases (*) are not allowed".to_owned(),
            "write the value out in both places, or put the text in quotes".to_owned(),
        )
    } else if lower.contains("depth")
        || lower.contains("budget")
        || lower.contains("nesting")
        || lower.contains("limit")
    {
        (
            Code::YamlLimit,
            "the file is nested too deep or holds too many values".to_owned(),
            format!("use at most {MAX_DEPTH} levels and {MAX_EVENTS} values"),
        )
    } else {
        (
            Code::YamlSyntax,
            text,
            "check the indentation, and put texts that hold a colon, a # or quotes into quotes".to_owned(),
        )
    };
    YamlError { code, position, message, help: Some(help) }
}

fn place(line: u64, column: u64) -> Option<Position> {
    let line = u32::try_from(line).ok().filter(|line| *line > 0)?;
    Some(Position { line, column: u32::try_from(column).unwrap_or(1).max(1) })
}

impl<'de> Deserialize<'de> for Located {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Located, D::Error> {
        let spanned = Spanned::<Yaml>::deserialize(deserializer)?;
        let position =
            place(spanned.referenced.line(), spanned.referenced.column()).unwrap_or(Position::START);
        Ok(Located { position, value: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        let spanned = Spanned::<String>::deserialize(deserializer)?;
        let position =
            place(spanned.referenced.line(), spanned.referenced.column()).unwrap_or(Position::START);
        Ok(Key { position, text: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Yaml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Yaml, D::Error> {
        deserializer.deserialize_any(YamlVisitor)
    }
}

struct YamlVisitor;

impl<'de> Visitor<'de> for YamlVisitor {
    type Value = Yaml;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a YAML value")
    }
    fn visit_unit<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }
    fn visit_none<E>(self) -> Result<Yaml, E> {
        Ok(Yaml::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Yaml, D::Error> {
        Yaml::deserialize(deserializer)
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Yaml, E> {
        Ok(Yaml::Flag(flag))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Yaml, E> {
        Ok(Yaml::Number(number.to_string()))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Yaml, E> {
        Ok(Yaml::Number(number.to_string()))
    }
    fn visit_i128<E>(self, number: i128) -> Result<Yaml, E> {
        Ok(Yaml::Number(number.to_string()))
    }
    fn visit_u128<E>(self, number: u128) -> Result<Yaml, E> {
        Ok(Yaml::Number(number.to_string()))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Yaml, E> {
        Ok(Yaml::Number(number.to_string()))
    }
    fn visit_str<E>(self, text: &str) -> Result<Yaml, E> {
        Ok(Yaml::Text(text.to_owned(), None))
    }
    fn visit_string<E>(self, text: String) -> Result<Yaml, E> {
        Ok(Yaml::Text(text, None))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Yaml, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Yaml::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Yaml, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Yaml::Map(map))
    }
}

/// Gives numbers the author's spelling (`2.10` stays `2.10`) and block scalars their first line.
fn settle_scalars(node: &mut Located, lines: &[&str]) {
    match &mut node.value {
        Yaml::List(items) => items.iter_mut().for_each(|item| settle_scalars(item, lines)),
        Yaml::Map(entries) => entries.iter_mut().for_each(|(_, value)| settle_scalars(value, lines)),
        Yaml::Number(number) => {
            let line = lines.get(node.position.line as usize - 1).copied().unwrap_or("");
            let rest: String = line.chars().skip(node.position.column as usize - 1).collect();
            let end = rest.find([',', ']', '}', '#', ' ', '\t']).unwrap_or(rest.len());
            let spelled = rest[..end].trim();
            if !spelled.is_empty() {
                *number = spelled.to_owned();
            }
        }
        Yaml::Text(value, block) => {
            // The library places a block scalar at its first letter, below the line of its `|`.
            let above = lines.get(..node.position.line as usize - 1).unwrap_or(&[]);
            let header = above.iter().rev().find(|line| !line.trim().is_empty());
            let is_block = header.is_some_and(|line| {
                let end = line.split(" #").next().unwrap_or("").trim_end();
                end.trim_end_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']).ends_with('|')
            });
            let line = lines.get(node.position.line as usize - 1).copied().unwrap_or("");
            let indent = line.chars().take_while(|character| *character == ' ').count() as u32;
            if is_block && indent + 1 == node.position.column {
                let skipped = (value.len() - value.trim_start_matches('\n').len()) as u32;
                *block = Some(BlockStart { line: node.position.line.saturating_sub(skipped), indent });
            }
        }
        Yaml::Null | Yaml::Flag(_) => {}
    }
}

/// Writes a text as a YAML scalar on one line: plain where every YAML reader would read it back as
/// this very text, else in double quotes.
pub fn write_scalar(text: &str) -> String {
    let plain = !text.is_empty()
        && text.trim() == text
        && text.chars().all(|c| {
            c.is_alphanumeric()
                || " -_./@()'’“”„,;!?+&".contains(c)
                || !c.is_ascii() && !c.is_control() && !is_break(c)
        })
        && text.starts_with(|c: char| c.is_alphabetic())
        && !text.contains(" #")
        && !looks_typed(text);
    if plain { text.to_owned() } else { quote(text) }
}

/// Writes a text as the value of a key: one line where it has one, else a literal block (`|`),
/// indented by `indent` spaces. Ends with a line break.
pub fn write_text(text: &str, indent: usize) -> String {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let block_is_safe = body.contains('\n')
        && !text.contains('\r')
        && !text.contains(|c: char| c.is_control() && c != '\n' || is_break(c))
        && !body.starts_with([' ', '\n'])
        && !body.ends_with('\n')
        && body.lines().all(|line| line.trim_end() == line);
    if !block_is_safe {
        return format!("{}\n", write_scalar(text));
    }
    let pad = " ".repeat(indent);
    let mut block = String::from(if text.ends_with('\n') { "|\n" } else { "|-\n" });
    for line in body.lines() {
        if line.is_empty() {
            block.push('\n');
        } else {
            block.push_str(&format!("{pad}{line}\n"));
        }
    }
    block
}

fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            c if c.is_control() || is_break(c) || c == '\u{FEFF}' => {
                let number = u32::from(c);
                if number <= 0xFFFF {
                    quoted.push_str(&format!("\\u{number:04X}"));
                } else {
                    quoted.push_str(&format!("\\U{number:08X}"));
                }
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn is_break(character: char) -> bool {
    matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}')
        || ('\u{FFFE}'..='\u{FFFF}').contains(&character)
}

/// Whether some YAML reader would take the plain text for something other than a text.
fn looks_typed(text: &str) -> bool {
    matches!(
        text.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null" | "nan" | "inf"
    ) || text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(text: &str) -> Vec<(Key, Located)> {
        match parse_yaml(text).unwrap().value {
            Yaml::Map(map) => map,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_value_knows_its_place() {
        let entries = map("name: Canvas\ntags:\n  - a\n  - 'b'\nversion: 2.10\nok: true\nno: yes\n");
        let (key, value) = &entries[0];
        assert_eq!((key.text.as_str(), key.position), ("name", Position { line: 1, column: 1 }));
        assert_eq!(value.position, Position { line: 1, column: 7 });
        let Yaml::List(tags) = &entries[1].1.value else { panic!() };
        assert_eq!(tags[1].position, Position { line: 4, column: 5 });
        assert_eq!(entries[2].1.value, Yaml::Number("2.10".to_owned()));
        assert_eq!(entries[3].1.value, Yaml::Flag(true));
        assert_eq!(entries[4].1.value, Yaml::Text("yes".to_owned(), None));
    }

    #[test]
    fn a_repeated_key_is_kept_for_the_report() {
        assert_eq!(map("a: 1\na: 2\n").len(), 2);
    }

    #[test]
    fn a_place_inside_a_block_scalar_is_found() {
        let entries = map("description: |\n  One\n\n  two <b>\n");
        let Yaml::Text(text, _) = &entries[0].1.value else { panic!() };
        let offset = text.find('<').unwrap();
        assert_eq!(entries[0].1.position_in_text(offset), Position { line: 4, column: 7 });
    }

    #[test]
    fn anchors_depth_and_bombs_are_refused_with_their_own_codes() {
        assert_eq!(parse_yaml("a: &x 1\nb: *x\n").unwrap_err().code, Code::YamlAnchor);
        let deep = "[".repeat(100) + &"]".repeat(100);
        assert_eq!(parse_yaml(&deep).unwrap_err().code, Code::YamlLimit);
        let many = "- x\n".repeat(MAX_EVENTS + 10);
        assert_eq!(parse_yaml(&many).unwrap_err().code, Code::YamlLimit);
        let error = parse_yaml("a: b\n  c: d\n").unwrap_err();
        assert_eq!(error.code, Code::YamlSyntax);
        assert!(error.position.is_some());
    }

    #[test]
    fn an_empty_file_is_an_empty_map() {
        for text in ["", "\n", "# only a comment\n"] {
            assert_eq!(parse_yaml(text).unwrap().value, Yaml::Map(Vec::new()));
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_written_is_read_back(text in "\\PC{0,60}|[a-z:#\\-\\[\\]{}'\" \\n\\t0-9.|>&*!%@`]{0,60}|(no|yes|1.0|0x1F|~|null|\\.inf|2024-01-01)") {
            for written in [format!("key: {}\n", write_scalar(&text)), format!("key: {}", write_text(&text, 2)), format!("- key: {}", write_text(&text, 6))] {
                let node = parse_yaml(&written).unwrap_or_else(|error| panic!("{error:?} in {written:?}"));
                let map = match node.value {
                    Yaml::Map(map) => map,
                    Yaml::List(mut list) => match list.remove(0).value { Yaml::Map(map) => map, other => panic!("{other:?}") },
                    other => panic!("{other:?}"),
                };
                match &map[0].1.value {
                    Yaml::Text(read, _) => proptest::prop_assert_eq!(read, &text, "{:?}", written),
                    other => panic!("{other:?} from {written:?}"),
                }
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,80}|[a-z:#\\-\\[\\]{}'\" \\n\\t0-9|>&*!%@`?,]{0,80}") {
            let _ = parse_yaml(&text);
        }
    }
}
