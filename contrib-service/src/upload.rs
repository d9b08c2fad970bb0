//! What an uploaded file is, judged by its content and never by its name: documents without
//! macros, pictures, plain text. Everything else is refused with a reason.

/// A kind of file that is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileType {
    /// Portable Document Format.
    Pdf,
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpg,
    /// Comma-separated values.
    Csv,
    /// Markdown, offered as it is.
    Md,
    /// Plain text.
    Txt,
}

impl FileType {
    /// The ending its name gets.
    pub fn extension(self) -> &'static str {
        match self {
            FileType::Pdf => "pdf",
            FileType::Docx => "docx",
            FileType::Xlsx => "xlsx",
            FileType::Pptx => "pptx",
            FileType::Odt => "odt",
            FileType::Ods => "ods",
            FileType::Odp => "odp",
            FileType::Png => "png",
            FileType::Jpg => "jpg",
            FileType::Csv => "csv",
            FileType::Md => "md",
            FileType::Txt => "txt",
        }
    }
}

/// Why a file is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// It holds macros or scripts.
    Active,
    /// It is encrypted or broken, so nobody can see what is in it.
    Unreadable,
    /// Not one of the types.
    Type,
}

impl Refusal {
    /// The message key of the reason.
    pub fn message(self) -> &'static str {
        match self {
            Refusal::Empty => "error-file-empty",
            Refusal::Active => "error-file-active",
            Refusal::Unreadable => "error-file-unreadable",
            Refusal::Type => "error-file-type",
        }
    }
}

/// Recognises a file. Its name only chooses between the kinds of plain text.
///
/// # Errors
/// When it is not one of the accepted types or holds something active.
pub fn recognise(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Ok(FileType::Png);
    }
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        return Ok(FileType::Jpg);
    }
    if bytes.starts_with(b"%PDF-") {
        return pdf(bytes);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office(bytes);
    }
    // Old Office files: a container that may hold macros we cannot see.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Refusal::Type);
    }
    text(bytes, name)
}

/// Scripts and programs in a PDF stand under these names. A compressed object can hide one from
/// this look; readers of documents ask before they run it, and a maintainer looks at each file.
fn pdf(bytes: &[u8]) -> Result<FileType, Refusal> {
    let names: [&[u8]; 4] = [b"/JavaScript", b"/JS", b"/Launch", b"/RichMedia"];
    let active = names.iter().any(|name| {
        bytes
            .windows(name.len() + 1)
            .any(|window| window.starts_with(name) && !window[name.len()].is_ascii_alphanumeric())
    });
    if active { Err(Refusal::Active) } else { Ok(FileType::Pdf) }
}

fn text(bytes: &[u8], name: &str) -> Result<FileType, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::Type)?;
    if text.contains(|character: char| {
        character.is_control() && !matches!(character, '\n' | '\r' | '\t' | '\u{c}')
    }) {
        return Err(Refusal::Type);
    }
    // What a browser or a system would run when opened, dressed as text.
    let head: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(64).collect();
    let head = head.to_ascii_lowercase();
    if ["#!", "<", "{\\rtf", "mz"].iter().any(|start| head.starts_with(start)) {
        return Err(Refusal::Type);
    }
    Ok(match name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "csv" => FileType::Csv,
        "md" | "markdown" => FileType::Md,
        _ => FileType::Txt,
    })
}

fn office(bytes: &[u8]) -> Result<FileType, Refusal> {
    let names = zip_names(bytes).ok_or(Refusal::Unreadable)?;
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let active = names.iter().any(|name| {
        let lower = name.to_ascii_lowercase();
        lower.ends_with("vbaproject.bin")
            || lower.contains("/activex/")
            || lower.contains("/embeddings/")
            || lower.starts_with("basic/")
            || lower.starts_with("scripts/")
            || lower.contains("/macrosheets/")
    });
    let file_type = if has("[Content_Types].xml") {
        match (has("word/document.xml"), has("xl/workbook.xml"), has("ppt/presentation.xml")) {
            (true, false, false) => FileType::Docx,
            (false, true, false) => FileType::Xlsx,
            (false, false, true) => FileType::Pptx,
            _ => return Err(Refusal::Type),
        }
    } else {
        match open_document_type(bytes) {
            Some("application/vnd.oasis.opendocument.text") => FileType::Odt,
            Some("application/vnd.oasis.opendocument.spreadsheet") => FileType::Ods,
            Some("application/vnd.oasis.opendocument.presentation") => FileType::Odp,
            _ => return Err(Refusal::Type),
        }
    };
    if active { Err(Refusal::Active) } else { Ok(file_type) }
}

/// OpenDocument: the first file of the archive is called `mimetype`, is not compressed and names
/// the type.
fn open_document_type(bytes: &[u8]) -> Option<&str> {
    let name_length = usize::from(number16(bytes, 26)?);
    let extra_length = usize::from(number16(bytes, 28)?);
    let start = 30 + name_length + extra_length;
    if number16(bytes, 8)? != 0 || bytes.get(30..30 + name_length)? != b"mimetype" {
        return None;
    }
    let size = number32(bytes, 22)?;
    std::str::from_utf8(bytes.get(start..start.checked_add(size)?)?).ok()
}

/// The most files an archive may hold; a real document has some hundreds.
const MAX_ZIP_FILES: usize = 10_000;

/// The names in a ZIP archive's directory, which is what programs open; `None` for a broken or
/// encrypted one. Nothing is unpacked.
fn zip_names(bytes: &[u8]) -> Option<Vec<String>> {
    const DIRECTORY_END: &[u8] = b"PK\x05\x06";
    // The end record has 22 bytes and a comment of at most 65,535.
    let from = bytes.len().saturating_sub(22 + 65_535);
    let end = from + bytes.get(from..)?.windows(4).rposition(|window| window == DIRECTORY_END)?;
    let count = usize::from(number16(bytes, end + 10)?);
    let mut at = number32(bytes, end + 16)?;
    if count == 0 || count > MAX_ZIP_FILES {
        return None;
    }
    let mut names = Vec::with_capacity(count);
    for _ in 0..count {
        if bytes.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let encrypted = number16(bytes, at + 8)? & 1 == 1;
        if encrypted {
            return None;
        }
        let length = |offset| number16(bytes, at + offset).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        let start = at + 46;
        names.push(String::from_utf8_lossy(bytes.get(start..start + name)?).replace('\\', "/"));
        at = start + name + extra + comment;
    }
    Some(names)
}

fn number16(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn number32(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with stored files only, as small as the format allows.
    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut archive, mut directory) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            let offset = archive.len() as u32;
            let mut facts = vec![0; 10];
            facts.extend_from_slice(&[0; 4]);
            facts.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            facts.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            facts.extend_from_slice(&(name.len() as u16).to_le_bytes());
            facts.extend_from_slice(&[0; 2]);
            archive.extend_from_slice(b"PK\x03\x04");
            archive.extend_from_slice(&facts);
            archive.extend_from_slice(name.as_bytes());
            archive.extend_from_slice(bytes);
            directory.extend_from_slice(b"PK\x01\x02\0\0");
            directory.extend_from_slice(&facts);
            directory.extend_from_slice(&[0; 10]);
            directory.extend_from_slice(&offset.to_le_bytes());
            directory.extend_from_slice(name.as_bytes());
        }
        let start = archive.len() as u32;
        archive.extend_from_slice(&directory);
        archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
        archive.extend_from_slice(&(files.len() as u16).to_le_bytes());
        archive.extend_from_slice(&(files.len() as u16).to_le_bytes());
        archive.extend_from_slice(&(directory.len() as u32).to_le_bytes());
        archive.extend_from_slice(&start.to_le_bytes());
        archive.extend_from_slice(&[0, 0]);
        archive
    }

    #[test]
    fn the_content_decides_and_not_the_name() {
        let docx = zip(&[("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")]);
        let odt = zip(&[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<x/>")]);
        assert_eq!(recognise(&docx, "virus.exe"), Ok(FileType::Docx));
        assert_eq!(recognise(&odt, "a.docx"), Ok(FileType::Odt));
        assert_eq!(recognise(b"%PDF-1.7\n1 0 obj /Type /Catalog", "a.txt"), Ok(FileType::Pdf));
        assert_eq!(recognise(b"\x89PNG\r\n\x1a\n....", "a"), Ok(FileType::Png));
        assert_eq!(recognise("ž,1\r\n".as_bytes(), "a.CSV"), Ok(FileType::Csv));
        assert_eq!(recognise(b"hello", "../../etc/passwd"), Ok(FileType::Txt));
    }

    #[test]
    fn macros_and_scripts_are_refused() {
        let xlsm = zip(&[("[Content_Types].xml", b""), ("xl/workbook.xml", b""), ("xl/vbaProject.bin", b"")]);
        let ods =
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("Basic/x.xml", b"")]);
        assert_eq!(recognise(&xlsm, "budget.xlsx"), Err(Refusal::Active));
        assert_eq!(recognise(&ods, "budget.ods"), Err(Refusal::Active));
        assert_eq!(recognise(b"%PDF-1.7 << /S /JavaScript /JS (x) >>", "a.pdf"), Err(Refusal::Active));
    }

    #[test]
    fn what_is_not_on_the_list_is_refused() {
        assert_eq!(recognise(b"", "a.pdf"), Err(Refusal::Empty));
        assert_eq!(recognise(b"MZ\x90\x00\x03", "a.pdf"), Err(Refusal::Type));
        assert_eq!(recognise(b"<!DOCTYPE html><script>", "a.txt"), Err(Refusal::Type));
        assert_eq!(recognise(b"#!/bin/sh", "a.txt"), Err(Refusal::Type));
        assert_eq!(recognise(b"\xff\xfe\x00", "a.txt"), Err(Refusal::Type));
        assert_eq!(recognise(&zip(&[("a.exe", b"MZ")]), "a.docx"), Err(Refusal::Type));
        assert_eq!(recognise(b"PK\x03\x04 and no more", "a.docx"), Err(Refusal::Unreadable));
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _ = recognise(&bytes, "x");
            let mut archive = b"PK\x03\x04".to_vec();
            archive.extend_from_slice(&bytes);
            archive.extend_from_slice(b"PK\x05\x06");
            archive.extend_from_slice(&bytes);
            let _ = recognise(&archive, "x");
        }
    }
}
