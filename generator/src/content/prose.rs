//! Texts of content, inside YAML and below the front matter: Markdown without HTML, links and
//! pictures that may stand there, and nothing personal. What a text names is noted for `resolve`.

use super::decode::{Reference, Target};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::markdown::{FindingKind, inspect};
use crate::personal_data::{
    PersonalData, PersonalDataKind, find_personal_data, find_personal_data_in_markdown,
};

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
    for finding in inspect(text) {
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
    for found in findings {
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
