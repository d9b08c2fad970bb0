//! What an uploaded file is, judged by its content: documents without macros, pictures, plain
//! text. What comes out is never what came in: pictures are decoded and written again, the parts
//! of a document are read and only those are put into a new one, so that readers get exactly what
//! was checked and nothing that other programs might find between the lines. Names of authors and
//! places go on the way. Everything else is refused with a reason that says what to do.
//!
//! Whoever sends a file may mean harm: each format has its bounds, and nothing here panics.

mod images;
mod office;
mod pdf;
mod refusal;
mod text;
mod xml;

pub use generator::model::file_type::FileType;
pub use refusal::Refusal;

use generator::personal_data::{PersonalData, find_personal_data};

/// A file as it may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// What it is.
    pub file_type: FileType,
    /// Its content, cleaned. Examining it again changes nothing.
    pub bytes: Vec<u8>,
}

/// Reads a file and cleans it. Takes its time: a thread that may block is the place for it.
///
/// # Errors
/// When it is not one of the accepted types, not what its name says, or holds what may not be
/// published.
pub fn examine(bytes: &[u8], name: &str) -> Result<Examined, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    // The readers of formats are other people's work. Should one of them panic in spite of all
    // bounds, the visitor hears that the file cannot be checked.
    let work = std::panic::AssertUnwindSafe(|| examine_content(bytes, name));
    let examined = std::panic::catch_unwind(work).unwrap_or_else(|_| {
        tracing::warn!("reading an uploaded file panicked");
        Err(Refusal::Unreadable)
    })?;
    match FileType::from_name(name) {
        Some(named) if named != examined.file_type => Err(Refusal::Misnamed(examined.file_type)),
        None if has_extension(name) => Err(Refusal::Misnamed(examined.file_type)),
        _ => Ok(examined),
    }
}

fn examine_content(bytes: &[u8], name: &str) -> Result<Examined, Refusal> {
    let cleaned = |file_type: FileType| move |bytes: Vec<u8>| Examined { file_type, bytes };
    if bytes.starts_with(images::PNG) {
        return images::clean_png(bytes).map(cleaned(FileType::Png));
    }
    if bytes.starts_with(images::JPEG) {
        return images::clean_jpeg(bytes).map(cleaned(FileType::Jpg));
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf::clean(bytes).map(cleaned(FileType::Pdf));
    }
    if bytes.starts_with(office::ZIP) {
        return office::clean(bytes);
    }
    // An Office file behind a password is packed as an old one.
    if bytes.starts_with(office::OLE) {
        let utf16: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
        let is_encrypted = bytes.windows(utf16.len()).any(|window| window == utf16);
        return Err(if is_encrypted { Refusal::Encrypted } else { Refusal::Type });
    }
    text::check(bytes, name).map(|file_type| Examined { file_type, bytes: bytes.to_vec() })
}

/// Whether a name ends like that of a file. `Plan 2.0` does not.
fn has_extension(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty()
            && (1..=10).contains(&extension.len())
            && extension.chars().all(|character| character.is_ascii_alphanumeric())
            && !extension.chars().all(|character| character.is_ascii_digit())
    })
}

/// Refuses a text of a file that holds personal data; of a text with lines it says which.
fn refuse_personal_data(text: &str, has_lines: bool) -> Result<(), Refusal> {
    refuse_findings(text, find_personal_data(text), has_lines)
}

fn refuse_findings(text: &str, findings: Vec<PersonalData>, has_lines: bool) -> Result<(), Refusal> {
    let Some(found) = findings.into_iter().next() else { return Ok(()) };
    let line = if has_lines { text[..found.range.start].matches('\n').count() + 1 } else { 0 };
    Err(Refusal::PersonalData { kind: found.kind, shown: text[found.range].to_owned(), line })
}

/// Whether a link of a document leads where readers may be led: to the web, to a mailbox, or inside
/// the document.
fn check_link(target: &str) -> Result<(), Refusal> {
    // Programs pass over spaces and controls when they look for the scheme.
    let plain: String =
        target.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(2_000).collect();
    let plain = plain.to_ascii_lowercase();
    let outside = || Refusal::Outside(target.to_owned());
    if plain.starts_with("//") || plain.contains('\\') {
        return Err(outside());
    }
    let scheme =
        plain.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
    match scheme {
        None | Some("http" | "https" | "mailto") => refuse_personal_data(target, false),
        Some("javascript" | "vbscript" | "data" | "vnd.sun.star.script" | "macro") => {
            Err(Refusal::Active(target.to_owned()))
        }
        Some(_) => Err(outside()),
    }
}

#[cfg(test)]
pub(crate) mod tests;
