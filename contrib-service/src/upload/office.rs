//! Office documents: ZIP archives of parts. Every part is unpacked within bounds, judged and put
//! into a new archive, so no part can hide between the lines of the old one.

mod odf;
mod ooxml;

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::{Examined, Refusal, images, xml};

/// How a ZIP archive begins.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";
/// How old Office files and embedded programs begin.
pub(super) const OLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// The most parts; a long presentation has some hundreds.
const MAX_PARTS: usize = 5_000;
/// The most bytes of all parts together, unpacked.
const MAX_UNPACKED: usize = 100_000_000;
/// From this size on, more than so many times the packed size is a bomb. Tables reach thirty.
const RATIO_COUNTS_FROM: usize = 20_000_000;
const MAX_RATIO: usize = 100;
/// A chart keeps its table as a document in the document. Those have none of their own.
const MAX_DEPTH: usize = 1;

/// What may still be unpacked.
struct Budget {
    parts: usize,
    bytes: usize,
}

/// A file in the archive.
struct Part {
    name: String,
    bytes: Vec<u8>,
}

/// Reads a document and writes it again.
pub(super) fn clean(bytes: &[u8]) -> Result<Examined, Refusal> {
    let mut budget = Budget { parts: MAX_PARTS, bytes: MAX_UNPACKED };
    clean_document(bytes, &mut budget, 0)
}

fn clean_document(bytes: &[u8], budget: &mut Budget, depth: usize) -> Result<Examined, Refusal> {
    let mut parts = unpack(bytes, budget)?;
    let find = |name: &str| parts.iter().find(|part| part.name == name);
    let (file_type, is_ooxml) = match (find("[Content_Types].xml"), find("mimetype")) {
        (Some(types), None) => (ooxml::file_type(xml_text(types)?)?, true),
        (None, Some(mimetype)) => (odf::file_type(&mimetype.bytes)?, false),
        (None, None) => return Err(Refusal::Type),
        (Some(_), Some(_)) => return Err(Refusal::Unreadable),
    };
    for part in &mut parts {
        if part.bytes.starts_with(ZIP) {
            if depth == MAX_DEPTH {
                return Err(Refusal::Embedded(part.name.clone()));
            }
            part.bytes = clean_document(&part.bytes, budget, depth + 1)
                .map_err(|refusal| match refusal {
                    Refusal::Type | Refusal::Unreadable => Refusal::Embedded(part.name.clone()),
                    other => other,
                })?
                .bytes;
            continue;
        }
        refuse_programs(part)?;
        if let Some(cleaned) = if is_ooxml { ooxml::clean_part(part)? } else { odf::clean_part(part)? } {
            part.bytes = cleaned;
        } else if part.bytes.starts_with(images::JPEG)
            && let Some(bare) = images::without_metadata(&part.bytes)
        {
            part.bytes = bare;
        }
    }
    Ok(Examined { file_type, bytes: pack(&parts).map_err(|_| Refusal::Unreadable)? })
}

fn unpack(bytes: &[u8], budget: &mut Budget) -> Result<Vec<Part>, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Unreadable)?;
    if archive.len() > budget.parts {
        return Err(Refusal::TooLarge);
    }
    budget.parts -= archive.len();
    if archive.has_duplicate_names() || archive.has_overlapping_entries().unwrap_or(true) {
        return Err(Refusal::Unreadable);
    }
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|_| Refusal::Unreadable)?;
        if raw.encrypted() {
            return Err(Refusal::Encrypted);
        }
        let name = raw.name().map_err(|_| Refusal::Unreadable)?.into_owned();
        drop(raw);
        // Programs of one kind take upper and lower case for one, so a part must not come twice.
        if !is_plain_name(&name) || !seen.insert(name.to_lowercase()) {
            return Err(Refusal::Unreadable);
        }
        if name.ends_with('/') {
            continue;
        }
        let file = archive.by_index(index).map_err(|_| Refusal::Unreadable)?;
        let mut bytes = Vec::new();
        let limit = budget.bytes as u64 + 1;
        file.take(limit).read_to_end(&mut bytes).map_err(|_| Refusal::Unreadable)?;
        budget.bytes = budget.bytes.checked_sub(bytes.len()).ok_or(Refusal::TooLarge)?;
        unpacked += bytes.len();
        parts.push(Part { name, bytes });
    }
    if unpacked > RATIO_COUNTS_FROM && unpacked / bytes.len().max(1) > MAX_RATIO {
        return Err(Refusal::TooLarge);
    }
    Ok(parts)
}

/// Whether a name stays inside its archive on every system.
fn is_plain_name(name: &str) -> bool {
    let steps = name.strip_suffix('/').unwrap_or(name);
    !steps.contains(['\\', ':'])
        && !steps.contains(char::is_control)
        && steps.split('/').all(|step| !step.is_empty() && step != "." && step != "..")
}

/// Refuses what programs of other systems begin with, whatever the part is called.
fn refuse_programs(part: &Part) -> Result<(), Refusal> {
    let starts = |starts: &[&[u8]]| starts.iter().any(|start| part.bytes.starts_with(start));
    if part.bytes.starts_with(OLE) {
        // Macros and embedded objects are both kept like this, under any name.
        Err(Refusal::Active(part.name.clone()))
    } else if starts(&[b"MZ", b"\x7fELF", b"#!", b"%PDF", b"{\\rtf", b"Rar!", b"7z\xbc\xaf"]) {
        Err(Refusal::Embedded(part.name.clone()))
    } else {
        Ok(())
    }
}

fn xml_text(part: &Part) -> Result<&str, Refusal> {
    xml::text_of(&part.bytes).unwrap_or(Err(Refusal::Unreadable))
}

/// A new archive: the same parts in the same order, no times, no comments.
fn pack(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().last_modified_time(DateTime::default());
    // OpenDocument is recognised by this file: the first one, and not compressed.
    let mimetype = |part: &&Part| part.name == "mimetype";
    let first = parts.iter().filter(mimetype);
    for part in first.chain(parts.iter().filter(|part| !mimetype(part))) {
        let method = if mimetype(&part) { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        writer.start_file(part.name.as_str(), options.compression_method(method))?;
        writer.write_all(&part.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
