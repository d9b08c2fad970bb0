//! Small documents, each built for one test.

use std::io::{Cursor, Read, Write};

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use lopdf::{Dictionary, Document, Object, Stream};
use zip::write::SimpleFileOptions;

/// An archive of these files.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The content types of a document whose main part is of a type.
pub fn content_types(main: &str, more: &str) -> String {
    format!(
        "<Types><Override PartName='/word/document.xml' \
         ContentType='application/vnd.openxmlformats-officedocument.{main}'/>{more}</Types>"
    )
}

fn with(base: &[(&str, &[u8])], changes: &[(&str, &[u8])]) -> Vec<u8> {
    let kept = base.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    zip(&kept.chain(changes).copied().collect::<Vec<_>>())
}

/// A Word document with these parts added or changed.
pub fn docx(changes: &[(&str, &[u8])]) -> Vec<u8> {
    let types = content_types("wordprocessingml.document.main+xml", "");
    let text = paragraph("<w:t>A plan</w:t>");
    with(&[("[Content_Types].xml", types.as_bytes()), ("word/document.xml", &text)], changes)
}

/// The main part of a Word document with one paragraph.
pub fn paragraph(run: &str) -> Vec<u8> {
    format!("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='w'><w:p><w:r>{run}</w:r></w:p></w:document>")
        .into_bytes()
}

/// A part with one relationship.
pub fn relationship(kind: &str, target: &str, mode: &str) -> Vec<u8> {
    format!("<Relationships><Relationship Id='a' Type='http://x/{kind}' Target='{target}' TargetMode='{mode}'/></Relationships>")
        .into_bytes()
}

/// An OpenDocument text with these parts added or changed.
pub fn odt(changes: &[(&str, &[u8])]) -> Vec<u8> {
    let base: [(&str, &[u8]); 2] =
        [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<d><p>A plan</p></d>")];
    with(&base, changes)
}

/// A part of an archive.
pub fn part_bytes(archive: &[u8], name: &str) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let mut bytes = Vec::new();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// A part of an archive, as text.
pub fn part(archive: &[u8], name: &str) -> String {
    String::from_utf8(part_bytes(archive, name)).unwrap()
}

/// A small picture.
pub fn picture(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = DynamicImage::ImageRgb8(RgbImage::from_pixel(6, 5, Rgb([10, 200, 30])));
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// A document of one empty page.
pub fn pdf() -> Vec<u8> {
    with_catalog("", false)
}

/// A document whose catalogue has more entries, written as they are in a file. Packed, they lie in
/// a stream of objects.
pub fn with_catalog(entries: &str, packed: bool) -> Vec<u8> {
    let catalog = format!("<< /Type /Catalog /Pages 2 0 R {entries} >>");
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
    if packed {
        let (second, third) = (catalog.len() + 1, catalog.len() + pages.len() + 2);
        let offsets = format!("1 0 2 {second} 3 {third} ");
        return packed_pdf(3, offsets.len(), format!("{offsets}{catalog} {pages} {page}").as_bytes());
    }
    plain_pdf(&[catalog.as_bytes(), pages.as_bytes(), page.as_bytes()])
}

fn plain_pdf(objects: &[&[u8]]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (index, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{} 0 obj\n", index + 1).bytes());
        bytes.extend_from_slice(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(table.bytes());
    let end = format!("trailer\n<< /Root 1 0 R /Size {} >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    bytes.extend(end.bytes());
    bytes
}

/// Objects 1 to `count` in a stream of objects, object 4.
fn packed_pdf(count: usize, first: usize, content: &[u8]) -> Vec<u8> {
    let mut dictionary = Dictionary::new();
    dictionary.set("Type", Object::Name(b"ObjStm".to_vec()));
    dictionary.set("N", count as i64);
    dictionary.set("First", first as i64);
    let mut stream = Stream::new(dictionary, content.to_vec());
    stream.compress().unwrap();
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let place = bytes.len();
    let filter = if stream.dict.has(b"Filter") { "/Filter /FlateDecode" } else { "" };
    let head = format!(
        "4 0 obj\n<< /Type /ObjStm /N {count} /First {first} {filter} /Length {} >>\nstream\n",
        stream.content.len()
    );
    bytes.extend(head.bytes());
    bytes.extend(&stream.content);
    bytes.extend(b"\nendstream\nendobj\n");
    let start = bytes.len();
    let mut table: Vec<u8> = vec![0, 0, 0, 0];
    for index in 0..3_u8 {
        table.extend([2, 0, 4, index]);
    }
    for place in [place, start] {
        table.push(1);
        table.extend(u16::try_from(place).unwrap_or(u16::MAX).to_be_bytes());
        table.push(0);
    }
    let head = format!(
        "5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length {} >>\nstream\n",
        table.len()
    );
    bytes.extend(head.bytes());
    bytes.extend(&table);
    bytes.extend(format!("\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

/// A document with this in a stream of objects.
pub fn pdf_with_object_stream(content: &[u8]) -> Vec<u8> {
    packed_pdf(3, 0, content)
}

/// A document with an entry of its information.
pub fn with_info(key: &str, value: &str) -> Vec<u8> {
    let mut document = Document::load_mem(&pdf()).unwrap();
    let mut info = Dictionary::new();
    info.set(key, Object::string_literal(value));
    let id = document.add_object(info);
    document.trailer.set("Info", id);
    saved(document)
}

/// A document whose page has this content.
pub fn with_stream(content: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(&pdf()).unwrap();
    let id = document.add_object(Stream::new(Dictionary::new(), content.to_vec()));
    let page = document.get_object_mut((3, 0)).and_then(Object::as_dict_mut).unwrap();
    page.set("Contents", id);
    saved(document)
}

/// A document with an object that nothing refers to.
pub fn with_orphan(object: &str) -> Vec<u8> {
    let text = String::from_utf8(pdf()).unwrap();
    let pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>";
    assert!(text.contains(page));
    let catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    plain_pdf(&[catalog.as_bytes(), pages.as_bytes(), page.as_bytes(), object.as_bytes()])
}

/// A document behind a password.
pub fn encrypted_pdf() -> Vec<u8> {
    let mut document = Document::load_mem(&pdf()).unwrap();
    let id = Object::Array(vec![Object::string_literal("a"), Object::string_literal("a")]);
    document.trailer.set("ID", id);
    let version = lopdf::EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: "user",
        key_length: 128,
        permissions: lopdf::Permissions::all(),
    };
    let state = lopdf::EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    saved(document)
}

fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}
