//! Texts of content, inside YAML and below the front matter: Markdown without HTML, links and
//! pictures that may stand there, and nothing personal. What a text names is noted for `resolve`.

use super::decode::{Reference, Target};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::hidden::is_hidden;
use crate::markdown::{FindingKind, inspect};
use crate::personal_data::{
    PersonalData, PersonalDataKind, find_personal_data, find_personal_data_in_markdown,
};
use std::collections::BTreeMap;

/// The most mistakes of one text that are told one by one. A text that has more was written without
/// knowing the rule, or to keep the program busy.
const MOST_TOLD: usize = 100;

/// What was found in a text.
#[derive(Debug, Default)]
pub struct Prose {
    /// What it names.
    pub references: Vec<Reference>,
    /// What is wrong with it.
    pub diagnostics: Diagnostics,
}

/// Checks a Markdown text. `locate` gives the place of a byte of it.
pub fn check_markdown(text: &str, locate: &dyn Fn(usize) -> Position, file: &str) -> Prose {
    let mut references = Vec::new();
    let mut told = Told::new(locate, file);
    for finding in inspect(text) {
        let offset = finding.offset;
        let mut reference = |target: Target| {
            references.push(Reference { target, file: file.to_owned(), position: locate(offset) })
        };
        let beginning = |text: &str, length: usize| text.chars().take(length).collect::<String>();
        match finding.kind {
            FindingKind::RawHtml(tag) => told.tell(
                Code::RawHtml,
                offset,
                || format!("HTML is not allowed in content: {}", beginning(&tag, 40).trim()),
                "write it in Markdown, or put a backslash before the <",
            ),
            FindingKind::ForbiddenScheme(address) => told.tell(
                Code::ForbiddenLink,
                offset,
                || format!("the link to “{}” is not allowed", beginning(&address, 80)),
                "link to an https:, http: or mailto: address, or to a page of this site",
            ),
            FindingKind::RemoteImage(address) => told.tell(
                Code::RemoteImage,
                offset,
                || format!("the picture “{}” is not a file of this entry", beginning(&address, 80)),
                "put the picture into files/ or snapshots/ and name it from there",
            ),
            FindingKind::Hidden(character) => told.hidden(character, offset),
            FindingKind::LocalLink(address) => reference(Target::Link(address)),
            FindingKind::LocalImage(path) => reference(Target::File(path)),
        }
    }
    let mut diagnostics = told.into_diagnostics();
    diagnostics.extend(personal_data(text, find_personal_data_in_markdown(text), locate, file));
    Prose { references, diagnostics }
}

/// Checks a text without marks.
pub fn check_plain_text(text: &str, locate: &dyn Fn(usize) -> Position, file: &str) -> Prose {
    let mut told = Told::new(locate, file);
    for (offset, character) in text.char_indices().filter(|(_, character)| is_hidden(*character)) {
        told.hidden(character, offset);
    }
    let mut diagnostics = told.into_diagnostics();
    diagnostics.extend(personal_data(text, find_personal_data(text), locate, file));
    Prose { references: Vec::new(), diagnostics }
}

/// What could tell who somebody is.
fn personal_data(
    text: &str,
    findings: Vec<PersonalData>,
    locate: &dyn Fn(usize) -> Position,
    file: &str,
) -> Diagnostics {
    let mut told = Told::new(locate, file);
    for found in findings {
        let what = match found.kind {
            PersonalDataKind::EmailAddress => "e-mail address",
            PersonalDataKind::PhoneNumber => "phone number",
            PersonalDataKind::PersonalCode(_) => "personal code",
        };
        told.tell(
            Code::PersonalData,
            found.range.start,
            || format!("“{}” looks like a person's {what}", &text[found.range.clone()]),
            "remove it; name a role mailbox such as info@ or a contact page instead",
        );
    }
    told.into_diagnostics()
}

/// The mistakes of one text: the first of them one by one, the others counted by their code.
struct Told<'a> {
    locate: &'a dyn Fn(usize) -> Position,
    file: &'a str,
    diagnostics: Diagnostics,
    count: usize,
    /// How many more there are, and where they begin.
    more: BTreeMap<Code, (usize, usize)>,
}

impl<'a> Told<'a> {
    fn new(locate: &'a dyn Fn(usize) -> Position, file: &'a str) -> Told<'a> {
        Told { locate, file, diagnostics: Diagnostics::new(), count: 0, more: BTreeMap::new() }
    }

    fn tell(&mut self, code: Code, offset: usize, message: impl FnOnce() -> String, help: &str) {
        self.count += 1;
        if self.count > MOST_TOLD {
            self.more.entry(code).or_insert((0, offset)).0 += 1;
            return;
        }
        let at = (self.locate)(offset);
        self.diagnostics.push(Diagnostic::error(code, self.file, message()).at(at).help(help));
    }

    fn hidden(&mut self, character: char, offset: usize) {
        self.tell(
            Code::HiddenCharacter,
            offset,
            || format!("the text holds a character that nobody sees: U+{:04X}", u32::from(character)),
            "delete it: with it a text can read as something else than it is",
        );
    }

    fn into_diagnostics(mut self) -> Diagnostics {
        for (code, (count, offset)) in self.more {
            let message = format!("{count} more mistakes of this kind follow in the text");
            self.diagnostics.push(
                Diagnostic::error(code, self.file, message)
                    .at((self.locate)(offset))
                    .help("mend the ones above, then check again"),
            );
        }
        self.diagnostics
    }
}

/// Where the bytes of a text stand in its file. It goes on from the place asked for last, so a
/// thousand places in their order cost no more than reading the text once.
#[derive(Debug)]
pub struct Places<'t> {
    text: &'t str,
    first_line: u32,
    last: std::cell::Cell<(usize, Position)>,
}

impl<'t> Places<'t> {
    /// The places of a text that begins on that line of its file.
    pub fn new(text: &'t str, first_line: u32) -> Places<'t> {
        let start = Position { line: first_line, column: 1 };
        Places { text, first_line, last: std::cell::Cell::new((0, start)) }
    }

    /// The place of a byte.
    pub fn at(&self, offset: usize) -> Position {
        let (mut from, mut position) = self.last.get();
        if offset < from {
            (from, position) = (0, Position { line: self.first_line, column: 1 });
        }
        for letter in self.text.get(from..offset).unwrap_or_default().chars() {
            if letter == '\n' {
                position = Position { line: position.line + 1, column: 1 };
            } else {
                position.column += 1;
            }
        }
        self.last.set((offset, position));
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_right_in_any_order() {
        let places = Places::new("ab\nčd\n\ne", 5);
        let at = |offset| (places.at(offset).line, places.at(offset).column);
        assert_eq!([at(0), at(3), at(8), at(1), at(5)], [(5, 1), (6, 1), (8, 1), (5, 2), (6, 2)]);
    }

    #[test]
    fn a_text_with_thousands_of_mistakes_tells_the_first_hundred_and_how_many_follow() {
        let text = "a <br> ".repeat(5_000);
        let places = Places::new(&text, 1);
        let found: Vec<Diagnostic> =
            check_markdown(&text, &|offset| places.at(offset), "en.md").diagnostics.into_iter().collect();
        assert_eq!(found.len(), MOST_TOLD + 1);
        let last = &found[MOST_TOLD];
        assert_eq!(last.message, "4900 more mistakes of this kind follow in the text");
        assert_eq!(last.position, Some(Position { line: 1, column: 703 }));
    }

    #[test]
    fn personal_data_beyond_the_first_hundred_is_counted_as_what_it_is() {
        let text = "jane.doe@gmail.com ".repeat(MOST_TOLD + 7) + "<br>";
        let places = Places::new(&text, 1);
        for found in [
            check_markdown(&text, &|offset| places.at(offset), "en.md"),
            check_plain_text(&text, &|offset| places.at(offset), "en.md"),
        ] {
            let of_persons: Vec<&Diagnostic> =
                found.diagnostics.iter().filter(|found| found.code == Code::PersonalData).collect();
            assert_eq!(of_persons.len(), MOST_TOLD + 1);
            assert_eq!(of_persons[MOST_TOLD].message, "7 more mistakes of this kind follow in the text");
        }
        let mixed = "<br> ".repeat(MOST_TOLD + 2) + &"[a](javascript:x) ".repeat(3);
        let places = Places::new(&mixed, 1);
        let found = check_markdown(&mixed, &|offset| places.at(offset), "en.md").diagnostics;
        let rest: Vec<(Code, &str)> =
            found.iter().skip(MOST_TOLD).map(|found| (found.code, &found.message[..6])).collect();
        assert_eq!(rest, [(Code::RawHtml, "2 more"), (Code::ForbiddenLink, "3 more")]);
    }
}
