//! Texts of content, inside YAML and below the front matter: Markdown without HTML, links and
//! pictures that may stand there, and nothing personal. What a text names is noted for `resolve`.

use super::decode::{Reference, Target};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::markdown::{FindingKind, inspect};
use crate::personal_data::{
    PersonalData, PersonalDataKind, find_personal_data, find_personal_data_in_markdown,
};

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
    let mut prose = Prose::default();
    let (mut told, mut untold) = (0, None);
    for finding in inspect(text) {
        let is_mistake = !matches!(finding.kind, FindingKind::LocalLink(_) | FindingKind::LocalImage(_));
        told += usize::from(is_mistake);
        if is_mistake && told > MOST_TOLD {
            untold.get_or_insert(finding.offset);
            continue;
        }
        let at = locate(finding.offset);
        let error = |code: Code, message: String, help: &str| {
            Diagnostic::error(code, file, message).at(at).help(help)
        };
        let reference = |target: Target| Reference { target, file: file.to_owned(), position: at };
        let beginning = |text: &str, length: usize| text.chars().take(length).collect::<String>();
        match finding.kind {
            FindingKind::RawHtml(tag) => prose.diagnostics.push(error(
                Code::RawHtml,
                format!("HTML is not allowed in content: {}", beginning(&tag, 40).trim()),
                "write it in Markdown, or put a backslash before the <",
            )),
            FindingKind::ForbiddenScheme(address) => prose.diagnostics.push(error(
                Code::ForbiddenLink,
                format!("the link to “{}” is not allowed", beginning(&address, 80)),
                "link to an https:, http: or mailto: address, or to a page of this site",
            )),
            FindingKind::RemoteImage(address) => prose.diagnostics.push(error(
                Code::RemoteImage,
                format!("the picture “{}” is not a file of this entry", beginning(&address, 80)),
                "put the picture into files/ or snapshots/ and name it from there",
            )),
            FindingKind::LocalLink(address) => prose.references.push(reference(Target::Link(address))),
            FindingKind::LocalImage(path) => prose.references.push(reference(Target::File(path))),
        }
    }
    if let Some(offset) = untold {
        prose.diagnostics.push(
            Diagnostic::error(
                Code::RawHtml,
                file,
                format!("{} more mistakes of this kind follow in the text", told - MOST_TOLD),
            )
            .at(locate(offset))
            .help("mend the ones above, then check again"),
        );
    }
    prose.diagnostics.extend(personal_data(text, find_personal_data_in_markdown(text), locate, file));
    prose
}

/// Checks a text without marks.
pub fn check_plain_text(text: &str, locate: &dyn Fn(usize) -> Position, file: &str) -> Prose {
    let diagnostics = personal_data(text, find_personal_data(text), locate, file);
    Prose { references: Vec::new(), diagnostics }
}

/// What could tell who somebody is.
fn personal_data(
    text: &str,
    findings: Vec<PersonalData>,
    locate: &dyn Fn(usize) -> Position,
    file: &str,
) -> Diagnostics {
    let mut diagnostics = Diagnostics::new();
    for found in findings.into_iter().take(MOST_TOLD) {
        let shown = &text[found.range.clone()];
        let what = match found.kind {
            PersonalDataKind::EmailAddress => "e-mail address",
            PersonalDataKind::PhoneNumber => "phone number",
            PersonalDataKind::PersonalCode(_) => "personal code",
        };
        diagnostics.push(
            Diagnostic::error(Code::PersonalData, file, format!("“{shown}” looks like a person's {what}"))
                .at(locate(found.range.start))
                .help("remove it; name a role mailbox such as info@ or a contact page instead"),
        );
    }
    diagnostics
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
}
