//! Finds what must not be published: addresses and phone numbers of people, personal codes.
//!
//! The rules are plain scans over characters, with no regular expressions and no tables of a
//! library, because the browser has the same rules in JavaScript: both must find the same. They
//! rather miss something odd than cry wolf over years, DOIs and grant numbers: a finding is an
//! error, and a reviewer reads the text anyway. They read the text as it is shown, see `shown`.

mod codes;
mod phones;
mod shown;

use std::ops::Range;

use crate::markdown::shown_pieces;
use shown::{Shown, is_worth_a_look};

/// Something that looks personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// Where: bytes of the text.
    pub range: Range<usize>,
    /// What.
    pub kind: PersonalDataKind,
}

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonalDataKind {
    /// An e-mail address that is no role mailbox.
    EmailAddress,
    /// A phone number.
    PhoneNumber,
    /// A personal code of a country: `lv`, `es` or `it`.
    PersonalCode(&'static str),
}

/// First words of mailboxes that belong to a function and not to a person, in the languages of the
/// catalogue, and those that stand for an address in a form to fill in: `name@gmail.com`.
pub const ROLE_MAILBOXES: [&str; 74] = [
    "abuse",
    "accessibility",
    "admin",
    "administracija",
    "atbalsts",
    "atencion",
    "ayuntamiento",
    "biblioteca",
    "birojs",
    "calls",
    "catalogo",
    "catalogue",
    "ciudadania",
    "communication",
    "community",
    "comune",
    "comunicacion",
    "comunicazione",
    "consultas",
    "contact",
    "contacto",
    "contatti",
    "coordination",
    "dpo",
    "editor",
    "email",
    "enquiries",
    "events",
    "example",
    "feedback",
    "general",
    "git",
    "gobiernoabierto",
    "hello",
    "help",
    "helpdesk",
    "hola",
    "hostmaster",
    "info",
    "informacija",
    "informacion",
    "katalogs",
    "kontakti",
    "legal",
    "mail",
    "maintainers",
    "media",
    "name",
    "newsletter",
    "nombre",
    "nome",
    "noreply",
    "office",
    "partecipazione",
    "participacion",
    "pasts",
    "posta",
    "postmaster",
    "prensa",
    "press",
    "privacy",
    "project",
    "protocollo",
    "security",
    "segreteria",
    "service",
    "sports",
    "support",
    "team",
    "ufficio",
    "urp",
    "webmaster",
    "xxx",
    "xxxx",
];

/// Everything in a text that looks personal, in its order and without overlap.
pub fn find_personal_data(text: &str) -> Vec<PersonalData> {
    if is_worth_a_look(text) { find_in(&Shown::of(text)) } else { Vec::new() }
}

/// Everything in a Markdown text that looks personal: as it is written, addresses of links
/// included, and as it is shown once marks such as the stars in `jane@**varam**…` are gone.
pub fn find_personal_data_in_markdown(text: &str) -> Vec<PersonalData> {
    let mut found = find_personal_data(text);
    let has_marks = text.contains(['*', '_', '`', '[', '~', '<', '\\']);
    if has_marks && is_worth_a_look(text) {
        let pieces = shown_pieces(text);
        let rendered =
            find_in(&Shown::of_pieces(pieces.iter().map(|(piece, place)| (piece.as_ref(), place.clone()))));
        let overlap = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let more: Vec<PersonalData> = rendered
            .into_iter()
            .filter(|new| found.iter().all(|old| !overlap(&old.range, &new.range)))
            .collect();
        found.extend(more);
        found.sort_by_key(|found| found.range.start);
    }
    found
}

fn find_in(shown: &Shown) -> Vec<PersonalData> {
    let mut found: Vec<PersonalData> = Vec::new();
    let mut at = 0;
    while at < shown.characters.len() {
        match find_at(&shown.characters, at) {
            Some((end, kind)) => {
                if let Some(kind) = kind {
                    found.push(PersonalData { range: shown.place(at..end), kind });
                }
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// What begins at a character: its end, and what it is (`None` for an address of a role).
fn find_at(characters: &[char], at: usize) -> Option<(usize, Option<PersonalDataKind>)> {
    let character = characters[at];
    if at > 0 && is_word(characters[at - 1]) {
        return None;
    }
    if (is_word(character) || character == '_')
        && let Some(end) = email_at(characters, at)
    {
        let address: String = characters[at..end].iter().collect();
        return Some((end, (!is_role_mailbox(&address)).then_some(PersonalDataKind::EmailAddress)));
    }
    if !(character.is_ascii_alphanumeric() || matches!(character, '+' | '(')) {
        return None;
    }
    let (end, kind) = codes::code_at(characters, at)
        .map(|(end, country)| (end, PersonalDataKind::PersonalCode(country)))
        .or_else(|| phones::phone_at(characters, at).map(|end| (end, PersonalDataKind::PhoneNumber)))?;
    (!in_web_address(characters, at)).then_some((end, Some(kind)))
}

/// Whether an e-mail address belongs to a function: its first word is one of [`ROLE_MAILBOXES`],
/// or its domain is kept for examples.
pub fn is_role_mailbox(address: &str) -> bool {
    let address = address.trim().to_lowercase();
    let Some((local, domain)) = address.rsplit_once('@') else { return false };
    let first = local.split(['.', '-', '_', '+']).next().unwrap_or_default();
    let no_reply = local.starts_with("no-reply") || local.starts_with("no_reply");
    no_reply || ROLE_MAILBOXES.contains(&first) || is_example_domain(domain)
}

/// The domains of RFC 2606, which nobody can own.
fn is_example_domain(domain: &str) -> bool {
    let mut labels = domain.rsplit('.');
    match labels.next() {
        Some("example" | "test" | "invalid" | "localhost") => true,
        Some("com" | "net" | "org") => labels.next() == Some("example"),
        _ => false,
    }
}

/// The end of the e-mail address that begins here.
fn email_at(characters: &[char], start: usize) -> Option<usize> {
    // The limit of RFC 5321; it also keeps a long word from being read over and over.
    let reach = &characters[..characters.len().min(start + 65)];
    let local = run(reach, start, |c| is_word(c) || matches!(c, '.' | '_' | '%' | '+' | '-' | '\''));
    if local == start || local - start > 64 || characters.get(local) != Some(&'@') {
        return None;
    }
    let mut end = local + 1;
    let mut labels = 0;
    loop {
        let label = run(characters, end, |c| is_word(c) || c == '-');
        if label == end {
            break;
        }
        labels += 1;
        end = label;
        let goes_on =
            characters.get(end) == Some(&'.') && characters.get(end + 1).copied().is_some_and(is_word);
        if !goes_on {
            break;
        }
        end += 1;
    }
    let last: String = characters[..end].iter().rev().take_while(|c| is_word(**c)).collect();
    let last: String = last.chars().rev().collect::<String>().to_lowercase();
    // `logo@2x.png` and `package@1.2.3` are no addresses.
    let is_domain = labels >= 2
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
        && !matches!(last.as_str(), "png" | "jpg" | "jpeg" | "gif" | "svg" | "webp" | "pdf");
    is_domain.then_some(end)
}

/// Whether a place lies in an address of the web, whose digits are nobody's phone number.
fn in_web_address(characters: &[char], at: usize) -> bool {
    let ends = |c: &char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '(' | '[');
    // An address longer than this is none, and a hostile text is not read over and over.
    let nearby = &characters[at.saturating_sub(2000)..at];
    let start = nearby.iter().rposition(ends).map_or(0, |index| index + 1);
    let before: String = nearby[start..].iter().collect();
    before.contains("://") || before.starts_with("www.") || before.contains("doi.org/")
}

/// The end of the run of characters from a place on.
fn run(characters: &[char], start: usize, belongs: impl Fn(char) -> bool) -> usize {
    start + characters[start.min(characters.len())..].iter().take_while(|c| belongs(**c)).count()
}

/// A letter or digit of any script.
fn is_word(character: char) -> bool {
    character.is_alphanumeric()
}

#[cfg(test)]
mod tests;
