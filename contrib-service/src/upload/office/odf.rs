//! ODT, ODS and ODP: what their parts may say.

use super::{Part, xml_text};
use crate::upload::xml::{Node, text_of, value, walk, without};
use crate::upload::{FileType, Refusal, check_link, refuse_personal_data};

/// What the file `mimetype` says the archive is.
pub(super) fn file_type(mimetype: &[u8]) -> Result<FileType, Refusal> {
    match mimetype {
        b"application/vnd.oasis.opendocument.text" => Ok(FileType::Odt),
        b"application/vnd.oasis.opendocument.spreadsheet" => Ok(FileType::Ods),
        b"application/vnd.oasis.opendocument.presentation" => Ok(FileType::Odp),
        _ => Err(Refusal::Type),
    }
}

/// Judges a part; a copy where names of people were taken out of it.
pub(super) fn clean_part(part: &Part) -> Result<Option<Vec<u8>>, Refusal> {
    let lower = part.name.to_ascii_lowercase();
    if lower.starts_with("basic/") || lower.starts_with("scripts/") {
        return Err(Refusal::Active(part.name.clone()));
    }
    if lower.starts_with("meta-inf/") && lower.contains("signatures") {
        return Err(Refusal::Signed);
    }
    if part.name == "mimetype" || part.bytes.is_empty() {
        return Ok(None);
    }
    let is_xml = [".xml", ".rdf", ".svg"].iter().any(|end| lower.ends_with(end));
    if !is_xml && text_of(&part.bytes).is_none() {
        return Ok(None);
    }
    let text = xml_text(part)?;
    let names_somebody = PEOPLE.iter().any(|name| text.contains(name));
    let copy = if names_somebody { Some(without(text, &PEOPLE, &[])?) } else { None };
    let text = copy
        .as_deref()
        .map_or(Ok(text), |copy| std::str::from_utf8(copy).map_err(|_| Refusal::Unreadable))?;
    check_elements(text)?;
    Ok(copy)
}

/// Elements that name who wrote, printed, commented on or changed a document, and the template on
/// somebody's computer it was made from.
const PEOPLE: [&str; 6] = [
    "dc:creator",
    "meta:initial-creator",
    "meta:printed-by",
    "meta:template",
    "meta:creator-initials",
    "loext:sender-initials",
];

/// Elements inside a line of text.
const INLINE: [&str; 6] = ["span", "a", "s", "bookmark", "soft-page-break", "ruby-base"];

fn check_elements(text: &str) -> Result<(), Refusal> {
    let mut words = String::new();
    walk(text, &mut |node| {
        match node {
            Node::Open(name, attributes) => {
                match name {
                    "script"
                    | "applet"
                    | "dde-source"
                    | "dde-link"
                    | "dde-connection"
                    | "dde-connection-decl" => {
                        return Err(Refusal::Active(name.to_owned()));
                    }
                    "object-ole" => return Err(Refusal::Embedded(name.to_owned())),
                    "encryption-data" => return Err(Refusal::Encrypted),
                    // One kind turns the pages of a presentation; the others run something.
                    "event-listener" => {
                        let turns_pages = [
                            "previous-page",
                            "next-page",
                            "first-page",
                            "last-page",
                            "show",
                            "stop",
                            "none",
                            "fade-out",
                            "hide",
                        ];
                        if !turns_pages.contains(&value(&attributes, "action")?) {
                            return Err(Refusal::Active(name.to_owned()));
                        }
                    }
                    "tab" | "line-break" => words.push('\n'),
                    _ => {}
                }
                for (attribute, target) in attributes.iter().filter(|(attribute, _)| *attribute == "href") {
                    let _ = attribute;
                    check_link(target)?;
                    // Anything but a link to click on would be fetched when the document opens.
                    if name != "a" && !is_inside(target) {
                        return Err(Refusal::Outside(target.to_string()));
                    }
                }
                let formula = value(&attributes, "formula")?.to_ascii_uppercase();
                if formula.contains("DDE(") || formula.contains("DDE (") {
                    return Err(Refusal::Active("DDE".to_owned()));
                }
                if formula.contains("WEBSERVICE") {
                    return Err(Refusal::Outside("WEBSERVICE".to_owned()));
                }
            }
            Node::Text(text) => words.push_str(&text),
            Node::Close(name) if !INLINE.contains(&name) => words.push('\n'),
            Node::Close(_) => {}
        }
        Ok(())
    })?;
    refuse_personal_data(&words, false)
}

/// Whether an address names a part of the same archive.
fn is_inside(target: &str) -> bool {
    let target = target.trim();
    target.is_empty()
        || target.starts_with('#')
        || !(target.contains(':')
            || target.starts_with('/')
            || target.starts_with("..")
            || target.contains("/../"))
}
