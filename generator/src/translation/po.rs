//! States of texts <-> a PO file, the form that translators' tools exchange (GNU gettext). The only
//! file that names the library for it.
//!
//! One message is one whole field, the Markdown of a page included: a translator may then join or
//! split paragraphs as the language wants it, and what comes back is exactly what went out. Its
//! context names kind, slug and field; an outdated translation is marked fuzzy and carries, where
//! Git still has it, the text it was made from.

use super::place::place_of;
use super::previous::PreviousTexts;
use super::{Owner, State, TextState, texts};
use crate::model::site::Site;
use ferrocat_po::{Header, MsgStr, PoFile, PoItem, SerializeOptions, parse_po, stringify_po};
use std::collections::BTreeSet;
use std::path::Path;

/// One message of a PO file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Kind, slug and field.
    pub context: String,
    /// The text it is translated from.
    pub source: String,
    /// The translation; empty where there is none.
    pub text: String,
    /// Whether somebody still has to look at it.
    pub is_fuzzy: bool,
    /// Whether it has plural forms, which no text of a catalogue has.
    pub is_plural: bool,
    /// The line its context stands on, from 1.
    pub line: usize,
}

/// Why a text is no PO file.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct PoError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// The PO file of a language: every text that is not original in it. `content` is where Git is
/// asked for the texts that outdated translations were made from.
pub fn export(site: &Site, language: &str, content: Option<&Path>) -> String {
    let header = |key: &str, value: &str| Header { key: key.to_owned(), value: value.to_owned() };
    let name = crate::model::site::pick(&site.settings.name, language, &site.settings.languages);
    let file = PoFile {
        comments: vec![
            "One message is one text of the catalogue; its context names kind, entry and field.".to_owned(),
            "A fuzzy one is out of date: compare it with its source, then take the mark away.".to_owned(),
        ],
        headers: vec![
            header("Project-Id-Version", name.unwrap_or("Interlink")),
            header("Language", language),
            header("MIME-Version", "1.0"),
            header("Content-Type", "text/plain; charset=UTF-8"),
            header("Content-Transfer-Encoding", "8bit"),
            header("X-Generator", "interlink"),
        ],
        ..PoFile::default()
    };
    let mut out = stringify_po(&file, &options());
    let found = texts(site, language);
    let outdated = found.iter().filter(|text| text.state == State::Outdated);
    let sources = outdated.filter(|text| recorded_hash(text, language).is_some());
    let sources: BTreeSet<String> = sources.map(|text| place_of(text, text.source.language).file).collect();
    let mut previous = content.map(|content| PreviousTexts::of_files(content, &sources)).unwrap_or_default();
    for text in found.iter().filter(|text| text.state != State::Original) {
        out.push_str(&message(text, language, &mut previous));
    }
    out
}

/// One message, with an empty line after it.
fn message(text: &TextState<'_>, language: &str, previous: &mut PreviousTexts) -> String {
    let place = place_of(text, language);
    let mut item = PoItem::new(1);
    item.msgctxt = Some(place.context);
    item.msgid = text.source.text.to_owned();
    item.msgstr = MsgStr::Singular(text.own.unwrap_or_default().to_owned());
    item.extracted_comments.push(place.form.to_owned());
    let source_place = place_of(text, text.source.language);
    item.references.push(source_place.file.clone());
    let mut before = None;
    if text.state == State::Outdated {
        item.flags.push("fuzzy".to_owned());
        before = recorded_hash(text, language)
            .and_then(|hash| previous.find(&source_place.file, &source_place.steps, hash));
    }
    let written = body(item);
    let Some(before) = before else { return format!("{written}\n") };
    // The library reads lines with a previous text but writes none. They go before the context.
    let mut old = PoItem::new(1);
    old.msgid = before;
    let old: String = body(old)
        .lines()
        .take_while(|line| !line.starts_with("msgstr"))
        .map(|line| format!("#| {line}\n"))
        .collect();
    match written.find("msgctxt ") {
        Some(at) => format!("{}{old}{}\n", &written[..at], &written[at..]),
        None => format!("{written}\n"),
    }
}

fn recorded_hash<'a>(text: &TextState<'a>, language: &str) -> Option<&'a str> {
    let words = match text.owner {
        Owner::Entry(entry) => &entry.words,
        Owner::Node(_, node) => &node.words,
        Owner::Vocabulary(_) | Owner::Term(..) => return None,
    };
    words.0.get(language)?.translated_from.get(&text.field).map(String::as_str)
}

fn options() -> SerializeOptions {
    SerializeOptions::default()
}

/// An item alone: what follows the header of a file that has no other.
fn body(item: PoItem) -> String {
    let empty = stringify_po(&PoFile::default(), &options());
    let file = PoFile { items: vec![item], ..PoFile::default() };
    let written = stringify_po(&file, &options());
    written.strip_prefix(&empty).unwrap_or(&written).to_owned()
}

/// Reads the messages of a PO file, in their order; what is marked obsolete is left out.
///
/// # Errors
/// The first line that is no PO.
pub fn parse(text: &str) -> Result<Vec<Message>, PoError> {
    let normal = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n");
    check_quotes(&normal)?;
    let file = parse_po(&normal).map_err(|error| PoError {
        line: error.position().map_or(1, |position| position.line()),
        message: error.message().to_owned(),
    })?;
    // The library does not say where a message stands; contexts come in the order of the file.
    let mut lines = (1..).zip(normal.lines()).filter(|(_, line)| line.starts_with("msgctxt"));
    let messages = file.items.into_iter().filter(|item| !item.obsolete).map(|item| Message {
        line: if item.msgctxt.is_some() { lines.next().map_or(1, |(line, _)| line) } else { 1 },
        context: item.msgctxt.unwrap_or_default(),
        source: item.msgid,
        is_plural: item.msgid_plural.is_some() || matches!(item.msgstr, MsgStr::Plural(_)),
        text: match item.msgstr {
            MsgStr::Singular(text) => text,
            MsgStr::Plural(_) | MsgStr::None => String::new(),
        },
        is_fuzzy: item.flags.iter().any(|flag| flag.trim() == "fuzzy"),
    });
    Ok(messages.collect())
}

/// The language that the head of a PO file names; `None` where it names none.
pub fn language_of(text: &str) -> Option<&str> {
    let head = text.split("\nmsgctxt").next().unwrap_or_default();
    let line = head.lines().find_map(|line| line.trim().strip_prefix("\"Language:"))?;
    Some(line.trim_end_matches('"').trim_end_matches("\\n").trim()).filter(|language| !language.is_empty())
}

/// The library takes a text without its closing quotation mark for an empty one.
fn check_quotes(text: &str) -> Result<(), PoError> {
    for (line, written) in (1..).zip(text.lines()) {
        let written = written.trim();
        let begins = written.starts_with('"') || written.starts_with("msg");
        if begins && !(written.ends_with('"') && written.matches('"').count() >= 2) {
            return Err(PoError { line, message: "a text ends with a quotation mark".to_owned() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod language_tests {
    use super::language_of;

    #[test]
    fn the_head_names_the_language_and_a_text_never_does() {
        let head = "msgid \"\"\nmsgstr \"\"\n\"Language: es\\n\"\n\"MIME-Version: 1.0\\n\"\n";
        assert_eq!(language_of(head), Some("es"));
        let text =
            "msgid \"\"\nmsgstr \"\"\n\nmsgctxt \"a\"\nmsgid \"b\"\nmsgstr \"\"\n\"Language: es\\n\"\n";
        assert_eq!(language_of(text), None);
    }
}
