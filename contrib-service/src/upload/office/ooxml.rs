//! DOCX, XLSX and PPTX: what their content types, relationships and elements may say. Macros are
//! found by what a part is declared to be, not by its name.

use super::{Part, xml_text};
use crate::upload::xml::{Node, value, walk, without};
use crate::upload::{FileType, Refusal, check_link, refuse_personal_data};

/// What the content types of the archive say it is.
pub(super) fn file_type(content_types: &str) -> Result<FileType, Refusal> {
    let mut found = Vec::new();
    walk(content_types, &mut |node| {
        let Node::Open("Default" | "Override", attributes) = node else { return Ok(()) };
        let content_type = value(&attributes, "ContentType")?.to_ascii_lowercase();
        let active = ["macroenabled", "vba", "activex", "macrosheet", "webextension"];
        if active.iter().any(|word| content_type.contains(word)) {
            return Err(Refusal::Active(content_type));
        }
        if content_type.contains("oleobject") {
            return Err(Refusal::Embedded(content_type));
        }
        let main = "application/vnd.openxmlformats-officedocument.";
        match content_type.strip_prefix(main) {
            Some("wordprocessingml.document.main+xml") => found.push(FileType::Docx),
            Some("spreadsheetml.sheet.main+xml") => found.push(FileType::Xlsx),
            Some("presentationml.presentation.main+xml") => found.push(FileType::Pptx),
            _ => {}
        }
        Ok(())
    })?;
    match found.as_slice() {
        [file_type] => Ok(*file_type),
        _ => Err(Refusal::Type),
    }
}

/// Judges a part; a copy where names of people were taken out of it.
pub(super) fn clean_part(part: &Part) -> Result<Option<Vec<u8>>, Refusal> {
    let lower = part.name.to_ascii_lowercase();
    if lower.starts_with("_xmlsignatures/") {
        return Err(Refusal::Signed);
    }
    let is_xml = [".xml", ".rels", ".vml", ".svg"].iter().any(|end| lower.ends_with(end));
    if !is_xml && crate::upload::xml::text_of(&part.bytes).is_none() {
        return Ok(None);
    }
    if is_xml && part.bytes.is_empty() {
        return Ok(None);
    }
    let text = xml_text(part)?;
    if lower.ends_with(".rels") {
        walk(text, &mut |node| match node {
            Node::Open("Relationship", attributes) => check_relationship(
                value(&attributes, "Type")?,
                value(&attributes, "Target")?,
                value(&attributes, "TargetMode")?,
            ),
            _ => Ok(()),
        })?;
        return Ok(None);
    }
    let copy = copy_without_people(text)?;
    let text = copy
        .as_deref()
        .map_or(Ok(text), |copy| std::str::from_utf8(copy).map_err(|_| Refusal::Unreadable))?;
    check_elements(text)?;
    Ok(copy)
}

fn check_relationship(kind: &str, target: &str, mode: &str) -> Result<(), Refusal> {
    let kind = kind.rsplit('/').next().unwrap_or_default();
    let is_external = mode.eq_ignore_ascii_case("external");
    match kind.to_ascii_lowercase().as_str() {
        "hyperlink" if is_external => return check_link(target),
        "vbaproject"
        | "wordvbadata"
        | "xlmacrosheet"
        | "xlintlmacrosheet"
        | "control"
        | "activexcontrolbinary"
        | "webextension"
        | "webextensiontaskpanes" => {
            return Err(Refusal::Active(kind.to_owned()));
        }
        // `aFChunk` is a file of another kind that becomes a part of the text.
        "oleobject" | "afchunk" => return Err(Refusal::Embedded(format!("{kind} {target}"))),
        "attachedtemplate" | "connections" | "querytable" => {
            return Err(Refusal::Outside(format!("{kind} {target}")));
        }
        _ => {}
    }
    if is_external || target.contains("://") || target.contains('\\') {
        return Err(Refusal::Outside(format!("{kind} {target}")));
    }
    Ok(())
}

/// Elements that run or fetch something, and the words people read.
fn check_elements(text: &str) -> Result<(), Refusal> {
    // The elements that are open, as far as they matter here.
    let (mut in_words, mut in_field, mut is_properties) = (false, false, false);
    let (mut words, mut field) = (String::new(), String::new());
    walk(text, &mut |node| {
        match node {
            Node::Open(name, attributes) => match name {
                "t" | "delText" => in_words = true,
                "instrText" | "f" => in_field = true,
                "fldSimple" => check_field(value(&attributes, "instr")?)?,
                "br" | "tab" | "cr" => words.push('\n'),
                "script" | "ddeLink" | "oleLink" | "ddeItem" => return Err(Refusal::Active(name.to_owned())),
                "OLEObject" | "oleObj" | "oleObject" | "altChunk" => {
                    return Err(Refusal::Embedded(name.to_owned()));
                }
                "coreProperties" | "Properties" => is_properties = true,
                _ => {
                    let action = value(&attributes, "action")?;
                    let runs = ["ppaction://program", "ppaction://macro", "ppaction://ole"];
                    if runs.iter().any(|run| action.starts_with(run)) {
                        return Err(Refusal::Active(action.to_owned()));
                    }
                }
            },
            Node::Text(text) if in_words || is_properties => words.push_str(&text),
            Node::Text(text) if in_field => field.push_str(&text),
            Node::Text(_) => {}
            Node::Close(name) => match name {
                "t" | "delText" => in_words = false,
                "instrText" => in_field = false,
                "p" | "si" | "c" | "comment" | "f" => {
                    in_field &= name != "f";
                    check_field(&std::mem::take(&mut field))?;
                    words.push('\n');
                }
                _ if is_properties => words.push('\n'),
                _ => {}
            },
        }
        Ok(())
    })?;
    check_field(&field)?;
    refuse_personal_data(&words, false)
}

/// Fields of Word and formulas of Excel that start a program or load something.
fn check_field(field: &str) -> Result<(), Refusal> {
    let upper = field.to_ascii_uppercase();
    let words = || upper.split(|c: char| !c.is_ascii_alphanumeric());
    if words().any(|word| matches!(word, "DDE" | "DDEAUTO")) {
        return Err(Refusal::Active(field.trim().to_owned()));
    }
    let loads = ["INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "WEBSERVICE", "RTD"];
    let first = words().find(|word| !word.is_empty()).unwrap_or_default();
    if loads.contains(&first) || upper.contains("WEBSERVICE(") {
        return Err(Refusal::Outside(field.trim().to_owned()));
    }
    Ok(())
}

/// Elements that name who wrote or managed a document.
const PEOPLE: [&str; 4] = ["dc:creator", "cp:lastModifiedBy", "Manager", "HyperlinkBase"];
/// Attributes that name who commented on it or changed it.
const AUTHORS: [&str; 5] = ["w:author", "w:initials", "w15:author", "w15:userId", "userId"];

fn copy_without_people(text: &str) -> Result<Option<Vec<u8>>, Refusal> {
    let names_somebody = PEOPLE.iter().any(|name| text.contains(name))
        || AUTHORS.iter().any(|name| text.contains(&format!("{name}=")));
    if names_somebody { without(text, &PEOPLE, &AUTHORS).map(Some) } else { Ok(None) }
}
