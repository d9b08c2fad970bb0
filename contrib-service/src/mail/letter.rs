//! The words of a mail: plain text from the messages of the theme, in the language of the
//! contribution. A mail that asks for confirmation holds nothing that anybody typed: whoever fills in
//! the form may have given a stranger's address, and must not be able to write to that stranger.

use generator::hidden::is_hidden;

use crate::catalogue::Texts;
use crate::queue::store::{CONFIRM_WITHIN, DAY, MailKind};

/// The longest title in a subject, in characters.
const MAX_TITLE: usize = 80;

/// A mail, before it has an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Whose mail it is, as mail programs show it: one line.
    pub sender: String,
    /// One line.
    pub subject: String,
    /// Lines that end in LF.
    pub text: String,
    /// The page where its reader stops such mails.
    pub unsubscribe: Option<String>,
}

/// What a mail is made of.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// What the catalogue is called.
    pub site: &'a str,
    /// The name of the entry, as its writer put it.
    pub title: &'a str,
    /// A maintainer's words.
    pub note: Option<&'a str>,
    /// The page of the contribution, with its key.
    pub status: &'a str,
    /// The page that confirms the address, with its token.
    pub confirm: &'a str,
    /// The entry in the catalogue.
    pub entry: &'a str,
}

/// Writes a mail.
pub fn write_letter(texts: Texts<'_>, kind: MailKind, told: &Told<'_>) -> Letter {
    let site = one_line(told.site);
    if kind == MailKind::Confirm {
        let days = usize::try_from(CONFIRM_WITHIN / DAY).unwrap_or_default();
        return Letter {
            sender: site.clone(),
            subject: texts.format("mail-confirm-subject", [("site", site.clone().into())]),
            text: paragraphs([
                texts.format("mail-confirm-body", [("site", site.into())]),
                told.confirm.to_owned(),
                texts.format("mail-confirm-otherwise", [("days", days.into())]),
            ]),
            unsubscribe: None,
        };
    }
    let title = one_line(told.title);
    let named = |part: &str| {
        let values = [("title", title.clone().into()), ("site", site.clone().into())];
        texts.format(&format!("mail-{}-{part}", kind.name()), values)
    };
    let mut parts = vec![named("body")];
    match kind {
        MailKind::Published => parts.push(told.entry.to_owned()),
        MailKind::ChangesRequested | MailKind::Declined => {
            parts.extend(told.note.map(quoted).filter(|note| !note.is_empty()));
        }
        MailKind::Confirm | MailKind::Proposed => {}
    }
    parts.push(texts.format("mail-footer", [("site", site.clone().into())]));
    parts.push(told.status.to_owned());
    Letter {
        subject: named("subject"),
        sender: site,
        text: paragraphs(parts),
        unsubscribe: Some(told.status.to_owned()),
    }
}

fn paragraphs(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().collect();
    parts.join("\n\n") + "\n"
}

/// Words for a line of our own: no line ends, nothing unseen, not endless.
fn one_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|sign| sign.is_whitespace() || !(sign.is_control() || is_hidden(*sign)))
        .collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(MAX_TITLE) {
        None => line,
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

/// Words of a person, behind a sign that they are theirs.
fn quoted(words: &str) -> String {
    let lines: Vec<String> = words
        .trim()
        .lines()
        .map(|line| {
            let line: String = line.chars().filter(|sign| !(sign.is_control() || is_hidden(*sign))).collect();
            format!("> {}", line.trim_end()).trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests;
