//! YAML whose scalars are all texts -> located tree: `5`, `yes` and `2.10` are what the person wrote,
//! and only nothing, `~` and `null` are nothing. For `process`, whose files a browser reads by the
//! same rule. It takes the events of the parser below the library, because the library would turn
//! `1e3` into a number first and would take tags. Anchors, aliases and tags are refused. What is not
//! written at all has the place of its key, or of the list it is an item of.

use std::borrow::Cow;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span, StructureStyle, Tag, options};

use super::{Key, Located, MAX_DEPTH, Yaml, YamlError, place, settle_scalars};
use crate::diagnostic::{Code, Position};

/// How many scalars, starts and ends such a file may hold.
pub const MAX_EVENTS: usize = 1_000_000;

/// A list or map whose end has not come yet.
enum Open {
    List(Position, Vec<Located>),
    /// With the key that waits for its value.
    Map(Position, Vec<(Key, Located)>, Option<Key>),
}

/// Parses one YAML document; a file without anything is a map without anything.
///
/// # Errors
/// The first syntax error, or the first use of something that is not allowed.
pub fn parse_texts(text: &str) -> Result<Located, YamlError> {
    let mut open: Vec<Open> = Vec::new();
    let mut root: Option<Located> = None;
    let lines: Vec<&str> = text.lines().collect();
    let mut events = 0;
    let mut parser = Parser::new_from_str_with_options(
        text,
        options! { emit_comments: false, bom_inside_document_as_content: true },
    );
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|error| syntax(&error))?;
        events += 1;
        if events > MAX_EVENTS {
            return Err(limit(&span));
        }
        match event {
            Event::DocumentStart(..) if root.is_some() => {
                let error = "there is a second document after `---`";
                return Err(YamlError { help: Some("keep one of them".to_owned()), ..wrong(&span, error) });
            }
            Event::Alias(_) => return Err(anchor(&span)),
            Event::Scalar(value, style, at, tag) => {
                refuse(at, tag.as_ref(), &span)?;
                let mut located = Located { position: start(&span), value: scalar(value, style) };
                // The parser says `~` for what is not written.
                if located.value == Yaml::Null && span.start.index() == span.end.index() {
                    located.position = open.last().map_or(Position::START, Open::place_of_nothing);
                }
                finish(&mut open, &mut root, located);
            }
            Event::SequenceStart(style, at, tag) => {
                refuse(at, tag.as_ref(), &span)?;
                let position = start(&span);
                let is_block = style == StructureStyle::Block;
                let position = if is_block { first_dash(&lines, position) } else { position };
                descend(&mut open, Open::List(position, Vec::new()), &span)?;
            }
            Event::MappingStart(_, at, tag) => {
                refuse(at, tag.as_ref(), &span)?;
                descend(&mut open, Open::Map(start(&span), Vec::new(), None), &span)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let ended = match open.pop() {
                    Some(Open::List(position, items)) => Located { position, value: Yaml::List(items) },
                    Some(Open::Map(position, entries, _)) => Located { position, value: Yaml::Map(entries) },
                    None => continue,
                };
                if !finish(&mut open, &mut root, ended) {
                    return Err(wrong(&span, "a list or a map cannot be the name of a field"));
                }
            }
            _ => {}
        }
    }
    let mut root = root.unwrap_or(Located { position: Position::START, value: Yaml::Map(Vec::new()) });
    settle_scalars(&mut root, &lines);
    Ok(root)
}

impl Open {
    /// The place of a key, a value or an item that is not written.
    fn place_of_nothing(&self) -> Position {
        match self {
            Open::Map(_, _, Some(key)) => key.position,
            Open::List(position, _) | Open::Map(position, _, None) => *position,
        }
    }
}

/// The dash of the first item of a list. Where the dashes stand right below the key, the parser gives
/// the place of what comes behind the first.
fn first_dash(lines: &[&str], position: Position) -> Position {
    let mut number = position.line;
    let line_of = |number: u32| lines.get(number as usize - 1).copied().unwrap_or_default();
    let column = position.column as usize;
    let mut behind = line_of(number).chars().skip(column - 1);
    if behind.next() == Some('-') && behind.next().is_none_or(char::is_whitespace) {
        return position;
    }
    let mut before: String = line_of(number).chars().take(column - 1).collect();
    loop {
        let head = before.trim_end();
        if head.ends_with('-') {
            return Position { line: number, column: head.chars().count() as u32 };
        }
        let may_lie_between = head.is_empty() || head.trim_start().starts_with('#');
        if !may_lie_between || number == 1 {
            return position;
        }
        number -= 1;
        before = line_of(number).to_owned();
    }
}

/// Puts a whole value where it belongs. False where a map gets a list or a map for a key.
fn finish(open: &mut [Open], root: &mut Option<Located>, located: Located) -> bool {
    match open.last_mut() {
        None => *root = Some(located),
        Some(Open::List(_, items)) => items.push(located),
        Some(Open::Map(_, entries, waiting)) => match waiting.take() {
            Some(key) => entries.push((key, located)),
            None => match located.value {
                Yaml::Text(text, _) => *waiting = Some(Key { position: located.position, text }),
                // The text of a key that looks like nothing is what stands there.
                Yaml::Null => *waiting = Some(Key { position: located.position, text: String::new() }),
                _ => return false,
            },
        },
    }
    true
}

fn descend(open: &mut Vec<Open>, inner: Open, span: &Span) -> Result<(), YamlError> {
    if open.len() >= MAX_DEPTH {
        return Err(limit(span));
    }
    open.push(inner);
    Ok(())
}

fn scalar(value: Cow<'_, str>, style: ScalarStyle) -> Yaml {
    let is_nothing = matches!(value.as_ref(), "" | "~" | "null" | "Null" | "NULL");
    if is_nothing && style == ScalarStyle::Plain { Yaml::Null } else { Yaml::Text(value.into_owned(), None) }
}

fn refuse(anchored: usize, tag: Option<&Cow<'_, Tag>>, span: &Span) -> Result<(), YamlError> {
    if anchored != 0 {
        return Err(anchor(span));
    }
    if tag.is_some() {
        let error = wrong(span, "tags (!) are not allowed");
        let help = "remove the tag; every value is a text anyway".to_owned();
        return Err(YamlError { code: Code::YamlAnchor, help: Some(help), ..error });
    }
    Ok(())
}

fn start(span: &Span) -> Position {
    place(span.start.line() as u64, span.start.col() as u64 + 1).unwrap_or(Position::START)
}

fn wrong(span: &Span, message: &str) -> YamlError {
    let help = "check the indentation, and put texts that hold a colon, a # or quotes into quotes";
    YamlError {
        code: Code::YamlSyntax,
        position: Some(start(span)),
        message: message.to_owned(),
        help: Some(help.to_owned()),
    }
}

fn anchor(span: &Span) -> YamlError {
    let help = "write the value out in both places, or put the text in quotes".to_owned();
    let error = wrong(span, "anchors (&) and aliases (*) are not allowed");
    YamlError { code: Code::YamlAnchor, help: Some(help), ..error }
}

fn limit(span: &Span) -> YamlError {
    let error = wrong(span, "the file is nested too deep or holds too many values");
    let help = format!("use at most {MAX_DEPTH} levels and {MAX_EVENTS} values");
    YamlError { code: Code::YamlLimit, help: Some(help), ..error }
}

fn syntax(error: &ScanError) -> YamlError {
    let marker = error.marker();
    let span = Span::new(*marker, *marker);
    let text = error.info();
    // An alias without its anchor is a mistake of syntax to the parser.
    if text.to_lowercase().contains("anchor") { anchor(&span) } else { wrong(&span, &text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(text: &str) -> Vec<(Key, Located)> {
        match parse_texts(text).unwrap().value {
            Yaml::Map(map) => map,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_scalar_is_the_text_that_stands_there() {
        let entries =
            map("a: 1e999\nb: True\nc: 0x1F\nd: .inf\ne: ~\nf:\ng: \"null\"\nh: 2024-01-01\n7: 010\n");
        let texts: Vec<Option<&str>> = entries
            .iter()
            .map(|(_, value)| match &value.value {
                Yaml::Text(text, _) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        let expected = [
            Some("1e999"),
            Some("True"),
            Some("0x1F"),
            Some(".inf"),
            None,
            None,
            Some("null"),
            Some("2024-01-01"),
            Some("010"),
        ];
        assert_eq!(texts, expected);
        assert_eq!(entries[8].0.text, "7");
        assert_eq!(entries[1].1.position, Position { line: 2, column: 4 });
    }

    #[test]
    fn places_inside_block_scalars_are_found_and_repeated_keys_are_kept() {
        let entries = map("list:\n  - notes: |-\n      One\n\n      two <b>\na: 1\na: 2\n");
        let Yaml::List(items) = &entries[0].1.value else { panic!() };
        let Yaml::Map(item) = &items[0].value else { panic!() };
        let Yaml::Text(text, _) = &item[0].1.value else { panic!() };
        let offset = text.find('<').unwrap();
        assert_eq!(item[0].1.position_in_text(offset), Position { line: 5, column: 11 });
        assert_eq!(entries.len(), 3);
    }

    #[test]
    fn what_is_not_written_and_lists_below_their_keys_have_their_places() {
        let entries = map("a:\nb: ~\nc:\n-   d: e\n-\nf:\n  - g\nh:\n-\n  - i\n");
        let at = |line, column| Position { line, column };
        let places: Vec<Position> = entries.iter().map(|(_, value)| value.position).collect();
        assert_eq!(places, [at(1, 1), at(2, 4), at(4, 1), at(7, 3), at(9, 1)]);
        let Yaml::List(items) = &entries[2].1.value else { panic!() };
        assert_eq!(items[1], Located { position: at(4, 1), value: Yaml::Null });
    }

    #[test]
    fn anchors_aliases_tags_second_documents_and_depth_are_refused() {
        let code = |text: &str| parse_texts(text).unwrap_err().code;
        assert_eq!(code("a: &x 1\nb: *x\n"), Code::YamlAnchor);
        assert_eq!(code("b: *x\n"), Code::YamlAnchor);
        assert_eq!(code("a: !!str 5\n"), Code::YamlAnchor);
        assert_eq!(code("a: !x\n  b: c\n"), Code::YamlAnchor);
        assert_eq!(code("a: b\n---\na: b\n"), Code::YamlSyntax);
        assert_eq!(code("a: b\n  c: d\n"), Code::YamlSyntax);
        assert_eq!(code("? [a]\n: b\n"), Code::YamlSyntax);
        assert_eq!(code(&("[".repeat(100) + &"]".repeat(100))), Code::YamlLimit);
        assert_eq!(code(&"- x\n".repeat(MAX_EVENTS)), Code::YamlLimit);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}|[a-z:#\\-\\[\\]{}'\" \\n\\t0-9|>&*!%@`?,]{0,80}") {
            let _ = parse_texts(&text);
        }
    }
}
