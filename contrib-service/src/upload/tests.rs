//! Files as people send them and as somebody who means harm would make them. The documents are
//! built here: small, and each with one thing in it.

mod documents;

use std::io::Cursor;

use documents::*;
use generator::personal_data::PersonalDataKind;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;

use super::*;

pub(crate) use documents::pdf;

/// A PDF whose catalogue has more entries.
pub(crate) fn pdf_with(entries: &str) -> Vec<u8> {
    with_catalog(entries, false)
}

fn refusal(bytes: &[u8], name: &str) -> Refusal {
    examine(bytes, name).expect_err(name)
}

fn is_active(bytes: &[u8], name: &str) -> bool {
    matches!(examine(bytes, name), Err(Refusal::Active(_)))
}

#[test]
fn the_content_decides_and_the_name_must_agree() {
    for (bytes, name, file_type) in [
        (docx(&[]), "Plan.DOCX", FileType::Docx),
        (odt(&[]), "plan.odt", FileType::Odt),
        (pdf(), "Plan 2.0", FileType::Pdf),
        (pdf(), "plan.pdf", FileType::Pdf),
        (picture(ImageFormat::Png), "plan.png", FileType::Png),
        (picture(ImageFormat::Jpeg), "plan.JPEG", FileType::Jpg),
        ("ž,1\r\n".into(), "a.CSV", FileType::Csv),
        (b"# Plan".to_vec(), "a.markdown", FileType::Md),
        (b"hello".to_vec(), "a", FileType::Txt),
    ] {
        let examined = examine(&bytes, name).unwrap_or_else(|refusal| panic!("{name}: {refusal:?}"));
        assert_eq!(examined.file_type, file_type, "{name}");
        // Sent again after a mistake elsewhere, it is the same file.
        assert_eq!(examine(&examined.bytes, name), Ok(examined), "{name}");
    }
    assert_eq!(refusal(b"hello", "a.pdf"), Refusal::Misnamed(FileType::Txt));
    assert_eq!(refusal(b"hello", "../../x.exe"), Refusal::Misnamed(FileType::Txt));
    assert_eq!(refusal(&odt(&[]), "a.docx"), Refusal::Misnamed(FileType::Odt));
    assert_eq!(refusal(&pdf(), "a.txt"), Refusal::Misnamed(FileType::Pdf));
}

#[test]
fn what_is_not_on_the_list_is_refused() {
    assert_eq!(refusal(b"", "a.pdf"), Refusal::Empty);
    assert_eq!(refusal(b"MZ\x90\x00\x03", "a.pdf"), Refusal::Type);
    assert_eq!(refusal(b"<!DOCTYPE html><script>", "a.txt"), Refusal::Type);
    assert_eq!(refusal(b"#!/bin/sh", "a.txt"), Refusal::Type);
    assert_eq!(refusal(b"GIF89a\x01\0\x01\0", "a.gif"), Refusal::Type);
    assert_eq!(refusal(&zip(&[("a.exe", b"MZ")]), "a.docx"), Refusal::Type);
    assert_eq!(refusal(b"PK\x03\x04 and no more", "a.docx"), Refusal::Unreadable);
    assert_eq!(refusal(b"%PDF-<html><script>alert(1)</script>", "a.pdf"), Refusal::Unreadable);
    assert_eq!(refusal(b"%PDF-1.7\n1 0 obj /Type /Catalog", "a.pdf"), Refusal::Unreadable);
    assert_eq!(refusal(b"\x89PNG\r\n\x1a\n....", "a.png"), Refusal::Unreadable);
}

#[test]
fn every_refusal_has_its_words() {
    let key = |refusal: Refusal| refusal.field_error("file", "a.pdf").message;
    assert_eq!(key(Refusal::Misnamed(FileType::Txt)), "error-file-misnamed");
    assert_eq!(key(refusal(b"call jane@varam.gov.lv", "a.txt")), "error-file-personal-email");
}

#[test]
fn a_table_with_a_formula_is_refused_with_its_line() {
    for (table, line) in [
        ("a,b\n1,=HYPERLINK(\"x\")\n", 2),
        ("=1+1", 1),
        ("a;@SUM(A1)", 1),
        ("a\t+cmd|' /C calc'!A0", 1),
        ("\"-2+3\",x", 1),
        ("x\n\"\t=1\"", 2),
        ("x\n \u{feff}=1", 2),
        ("\"open\n=1", 2),
        ("x\r=1", 1),
        // A quote opens only at the start of a cell, whichever separator the spreadsheet takes.
        ("a 5\" pipe,=HYPERLINK(\"x\")", 1),
        ("a;\"b,=cmd", 1),
        ("x\"\n1,=1+1", 2),
        // Quotes that programs read each in its own way hide nothing.
        ("a, \",\",=1,\"", 1),
        ("\"a\"b,\",=1,\"", 1),
    ] {
        assert!(
            matches!(refusal(table.as_bytes(), "a.csv"), Refusal::Formula { line: found, .. } if found == line),
            "{table}"
        );
    }
    for table in [
        "a,b\n-5,+3.5\n-,(2)",
        "name,e-mail\nA = B,a@ b",
        "\"a, =b\",1",
        "\"a \"\"x\"\", =b\",1",
        "5\" pipe,1",
        "-5 %;-1 000,50 €",
    ] {
        assert!(examine(table.as_bytes(), "a.csv").is_ok(), "{table}");
    }
    assert!(examine(b"=1+1", "a.txt").is_ok());
}

#[test]
fn an_old_encoding_is_told_apart_from_no_text() {
    assert_eq!(refusal(b"espa\xf1ol;1", "a.csv"), Refusal::Encoding);
    assert_eq!(refusal(b"\xff\xfea\0", "a.txt"), Refusal::Encoding);
    assert_eq!(refusal(b"\xff\0\x01", "a.txt"), Refusal::Type);
}

#[test]
fn personal_data_in_texts_are_told_with_their_line() {
    let found = |line| Refusal::PersonalData {
        kind: PersonalDataKind::EmailAddress,
        shown: "jane@varam.gov.lv".to_owned(),
        line,
    };
    assert_eq!(refusal(b"one\ntwo jane@varam.gov.lv", "a.txt"), found(2));
    assert_eq!(refusal(b"jane@varam.gov.lv;1", "a.csv"), found(1));
    assert_eq!(
        refusal(
            &docx(&[("word/document.xml", &paragraph("<w:t>jane@</w:t></w:r><w:r><w:t>varam.gov.lv</w:t>"))]),
            "a.docx"
        ),
        found(0)
    );
    assert_eq!(
        refusal(&odt(&[("content.xml", b"<x><p>jane@<span>varam</span>.gov.lv</p></x>")]), "a.odt"),
        found(0)
    );
    assert!(matches!(refusal(b"jane@**varam**.gov.lv", "a.md"), Refusal::PersonalData { .. }));
    assert!(matches!(
        refusal(&with_info("Title", "jane@varam.gov.lv"), "a.pdf"),
        Refusal::PersonalData { .. }
    ));
}

#[test]
fn names_of_authors_are_taken_out_and_titles_stay() {
    let core: &[u8] = b"<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Plan</dc:title><dc:creator>Jane Doe</dc:creator><cp:lastModifiedBy>Jane <b>Doe</b></cp:lastModifiedBy></cp:coreProperties>";
    let comment = paragraph("<w:ins w:author='Jane Doe' w:id='1'><w:t>new</w:t></w:ins>");
    let document = docx(&[("docProps/core.xml", core), ("word/document.xml", &comment)]);
    let examined = examine(&document, "a.docx").unwrap();
    let core = part(&examined.bytes, "docProps/core.xml");
    assert_eq!(
        core,
        "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'><dc:title>Plan</dc:title></cp:coreProperties>"
    );
    assert!(!part(&examined.bytes, "word/document.xml").contains("Jane"));

    let meta: &[u8] = b"<office:document-meta><meta:initial-creator>Jane</meta:initial-creator><dc:title>Plan</dc:title><dc:creator>Jane</dc:creator></office:document-meta>";
    let examined = examine(&odt(&[("meta.xml", meta)]), "a.odt").unwrap();
    assert_eq!(
        part(&examined.bytes, "meta.xml"),
        "<office:document-meta><dc:title>Plan</dc:title></office:document-meta>"
    );

    for (key, stays) in [("Title", true), ("Author", false), ("Company", false)] {
        let examined = examine(&with_info(key, "Jane"), "a.pdf").unwrap();
        let document = lopdf::Document::load_mem(&examined.bytes).unwrap();
        let info = document.trailer.get_deref(b"Info", &document).and_then(lopdf::Object::as_dict).unwrap();
        assert_eq!(info.has(key.as_bytes()), stays, "{key}");
    }
}

#[test]
fn macros_are_found_whatever_their_part_is_called() {
    let types = |more: &str| content_types("wordprocessingml.document.main+xml", more);
    let renamed =
        types("<Override PartName='/word/a.xml' ContentType='application/vnd.ms-office.vbaProject'/>");
    assert!(is_active(&docx(&[("[Content_Types].xml", renamed.as_bytes())]), "a.docx"));
    let enabled = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>";
    assert!(is_active(&docx(&[("[Content_Types].xml", enabled.as_bytes())]), "a.docx"));
    assert!(is_active(
        &docx(&[("word/_rels/document.xml.rels", &relationship("vbaProject", "a.png", ""))]),
        "a.docx"
    ));
    assert!(is_active(&docx(&[("word/media/image1.png", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")]), "a.docx"));
    assert!(is_active(
        &docx(&[(
            "word/document.xml",
            &paragraph("<w:instrText> DDE</w:instrText><w:instrText>AUTO cmd</w:instrText>")
        )]),
        "a.docx"
    ));
    assert!(is_active(&odt(&[("Basic/Standard/Module1.xml", b"<x/>")]), "a.odt"));
    assert!(is_active(&odt(&[("scripts/a.py", b"x")]), "a.odt"));
    assert!(is_active(
        &odt(&[("content.xml", b"<d><q:event-listener xmlns:q='s' q:language='ooo:script'/></d>")]),
        "a.odt"
    ));
    let turns = b"<d><p:event-listener p:action='next-page'/></d>";
    assert!(examine(&odt(&[("content.xml", turns)]), "a.odt").is_ok());
}

#[test]
fn an_attribute_that_comes_twice_hides_nothing() {
    let related = |attributes: &str| {
        let part = format!("<Relationships xmlns:x='x'><Relationship Id='a' {attributes}/></Relationships>");
        docx(&[("word/_rels/document.xml.rels", part.as_bytes())])
    };
    let outside = "Type='http://x/attachedTemplate' TargetMode='External' Target='https://x.example/t.dotm'";
    let shielded = format!("x:Type='http://x/styles' x:TargetMode='Internal' x:Target='a' {outside}");
    assert!(matches!(refusal(&related(outside), "a.docx"), Refusal::Outside(_)));
    assert_eq!(refusal(&related(&shielded), "a.docx"), Refusal::Unreadable);
    let types = content_types(
        "wordprocessingml.document.main+xml",
        "<Override xmlns:x='x' x:ContentType='text/xml' ContentType='application/vnd.ms-office.vbaProject'/>",
    );
    assert_eq!(refusal(&docx(&[("[Content_Types].xml", types.as_bytes())]), "a.docx"), Refusal::Unreadable);
    for hidden in [
        "<w:fldSimple x:instr='PAGE' w:instr='DDEAUTO cmd'/>",
        "<a:hlinkClick x:action='' action='ppaction://program'/>",
        "<w:t w:id='1' w:id='2'>twice</w:t>",
    ] {
        assert_eq!(
            refusal(&docx(&[("word/document.xml", &paragraph(hidden))]), "a.docx"),
            Refusal::Unreadable,
            "{hidden}"
        );
    }
    for hidden in [
        "<d><event-listener x:action='next-page' action='macro'/></d>",
        "<d><cell x:formula='1' t:formula='of:=WEBSERVICE(1)'/></d>",
    ] {
        assert_eq!(
            refusal(&odt(&[("content.xml", hidden.as_bytes())]), "a.odt"),
            Refusal::Unreadable,
            "{hidden}"
        );
    }
    // Names that no rule asks for may come under several prefixes.
    let slide = paragraph("<p:sldId id='256' r:id='rId2'/>");
    assert!(examine(&docx(&[("word/document.xml", &slide)]), "a.docx").is_ok());
}

#[test]
fn what_is_fetched_from_elsewhere_or_lies_inside_is_refused() {
    let outside = |bytes: &[u8], name: &str| matches!(examine(bytes, name), Err(Refusal::Outside(_)));
    let embedded = |bytes: &[u8], name: &str| matches!(examine(bytes, name), Err(Refusal::Embedded(_)));
    let related = |kind: &str, target: &str| {
        docx(&[("word/_rels/document.xml.rels", &relationship(kind, target, "External"))])
    };
    for (kind, target) in [
        ("attachedTemplate", "https://x.example/a.dotm"),
        ("attachedTemplate", "file:///C:/Users/jane/a.dotm"),
        ("image", "https://x.example/a.png"),
        ("frame", "https://x.example/"),
        ("hyperlink", "file://server/share"),
        ("hyperlink", "\\\\server\\share"),
        ("hyperlink", "ms-msdt:/id"),
    ] {
        assert!(outside(&related(kind, target), "a.docx"), "{kind} {target}");
    }
    assert!(embedded(&related("oleObject", "https://x.example/a.bin"), "a.docx"));
    assert!(is_active(&related("hyperlink", "java\nscript:alert(1)"), "a.docx"));
    assert!(examine(&related("hyperlink", "https://x.example/a"), "a.docx").is_ok());
    assert!(outside(&odt(&[("content.xml", b"<d><image href='https://x.example/a.png'/></d>")]), "a.odt"));
    assert!(outside(
        &odt(&[("content.xml", b"<d><l:section-source xmlns:l='x' l:href='../a.odt'/></d>")]),
        "a.odt"
    ));
    assert!(
        examine(
            &odt(&[("content.xml", b"<d><a href='https://x.example/'/><image href='Pictures/a.png'/></d>")]),
            "a.odt"
        )
        .is_ok()
    );
    assert!(embedded(&docx(&[("word/a.bin", b"MZ")]), "a.docx"));
    assert!(embedded(&docx(&[("word/a.zip", &zip(&[("a.exe", b"MZ")]))]), "a.docx"));
    // The table of a chart is a document in the document; it is judged by the same rules.
    assert!(examine(&docx(&[("word/embeddings/t.docx", &docx(&[]))]), "a.docx").is_ok());
    let bad = docx(&[("word/x", b"\xd0\xcf\x11\xe0")]);
    assert!(is_active(&docx(&[("word/embeddings/t.docx", &bad)]), "a.docx"));
    let deep = docx(&[("word/t.docx", &docx(&[]))]);
    assert!(embedded(&docx(&[("word/t.docx", &deep)]), "a.docx"));
}

#[test]
fn an_archive_that_plays_tricks_is_refused() {
    for name in ["../a.xml", "/a.xml", "word\\a.xml", "word//a.xml", "c:a.xml"] {
        assert_eq!(refusal(&docx(&[(name, b"<x/>")]), "a.docx"), Refusal::Unreadable, "{name}");
    }
    assert_eq!(refusal(&docx(&[("WORD/document.xml", b"<x/>")]), "a.docx"), Refusal::Unreadable);
    assert_eq!(
        refusal(&docx(&[("a.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")]), "a.docx"),
        Refusal::Unreadable
    );
    assert_eq!(refusal(&docx(&[("a.xml", b"\xff\xfe<\0x\0/\0>\0")]), "a.docx"), Refusal::Unreadable);
    assert_eq!(
        refusal(&docx(&[("a.xml", b"<?xml version='1.0' encoding='utf-7'?><x/>")]), "a.docx"),
        Refusal::Unreadable
    );
    let encrypted = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    assert_eq!(
        refusal(&odt(&[("META-INF/manifest.xml", encrypted.as_bytes())]), "a.odt"),
        Refusal::Encrypted
    );
    assert_eq!(refusal(&odt(&[("META-INF/documentsignatures.xml", b"<x/>")]), "a.odt"), Refusal::Signed);
    let bomb = vec![b' '; 30_000_000];
    assert_eq!(refusal(&docx(&[("word/media/a.bin", &bomb)]), "a.docx"), Refusal::TooLarge);
    let many: Vec<String> = (0..5_001).map(|number| format!("a{number}")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(&docx(&many), "a.docx"), Refusal::TooLarge);
    let crowded = format!("<x {}/>", (0..501).map(|n| format!("a{n}='' ")).collect::<String>());
    assert_eq!(refusal(&docx(&[("a.xml", crowded.as_bytes())]), "a.docx"), Refusal::TooLarge);
}

#[test]
fn scripts_in_a_pdf_are_found_however_they_are_written() {
    for action in [
        "<< /S /JavaScript /JS (app.alert(1)) >>",
        "<< /S /J#61vaScript /J#53 (x) >>",
        "<< /S /Launch /F (cmd.exe) >>",
        "<< /S /Rendition >>",
        "<< /S /GoTo /D [] /Next << /S /#4Caunch >> >>",
        "<< /S /URI /URI (javascript:alert\\(1\\)) >>",
    ] {
        for packed in [false, true] {
            assert!(
                is_active(&with_catalog(&format!("/OpenAction {action}"), packed), "a.pdf"),
                "{action} {packed}"
            );
        }
    }
    for entry in [
        "/AA << /WC << /S /Hide >> >>",
        "/AcroForm << /XFA (x) >>",
        "/Names << /JavaScript << /Names [(a) << /S /GoTo >>] >> >>",
        "/X [ << /Subtype /RichMedia >> ]",
    ] {
        assert!(is_active(&with_catalog(entry, false), "a.pdf"), "{entry}");
    }
    for action in ["/SubmitForm", "/GoToR", "/GoToE"] {
        let bytes = with_catalog(&format!("/OpenAction << /S {action} /F (x) >>"), true);
        assert!(matches!(refusal(&bytes, "a.pdf"), Refusal::Outside(_)), "{action}");
    }
    for entry in [
        "/Names << /EmbeddedFiles << /Names [(a) << /EF << >> >>] >> >>",
        "/X << /Type /EmbeddedFile >>",
        "/AF [ << /EF << >> >> ]",
    ] {
        assert!(matches!(refusal(&with_catalog(entry, true), "a.pdf"), Refusal::Embedded(_)), "{entry}");
    }
    assert_eq!(
        refusal(&with_catalog("/X << /Type /Sig /ByteRange [0 1] >>", false), "a.pdf"),
        Refusal::Signed
    );
    for entry in [
        "/OpenAction << /S /GoTo /D [] >>",
        "/AA << >>",
        // Some programs write empty lists into every document.
        "/Names << /JavaScript << /Names [] >> /EmbeddedFiles << >> >>",
        "/X (a text about /JavaScript)",
        "/URI << /Base (https://x.example/) >>",
    ] {
        assert!(examine(&with_catalog(entry, false), "a.pdf").is_ok(), "{entry}");
    }
}

#[test]
fn only_what_a_page_leads_to_is_published() {
    // By chance the bytes of a picture spell a name; and an earlier version of the document had a
    // script that nothing refers to any more.
    let mut bytes = with_stream(b"0 0 m /JavaScript /JS (x) /Launch");
    assert!(examine(&bytes, "a.pdf").is_ok());
    bytes = with_orphan("<< /S /JavaScript /JS (an old secret) >>");
    let examined = examine(&bytes, "a.pdf").unwrap();
    assert!(!examined.bytes.windows(10).any(|window| window == b"old secret"));
}

#[test]
fn a_pdf_that_cannot_be_read_or_is_a_bomb_is_refused() {
    assert_eq!(refusal(&encrypted_pdf(), "a.pdf"), Refusal::Encrypted);
    assert_eq!(refusal(&pdf_with_object_stream(&vec![b' '; 40_000_000]), "a.pdf"), Refusal::TooLarge);
    let mut long = b"%PDF-1.7\n1 0 obj [".to_vec();
    long.extend(b"1 ".repeat(4_000_000));
    assert_eq!(refusal(&long, "a.pdf"), Refusal::TooLarge);
    let mut deep = b"%PDF-1.7\n1 0 obj ".to_vec();
    deep.extend(b"[<</A".repeat(100_000));
    assert_eq!(refusal(&deep, "a.pdf"), Refusal::Unreadable);
}

#[test]
fn pictures_lose_what_a_camera_wrote_and_stand_upright() {
    let mut wide = RgbImage::from_pixel(8, 4, Rgb([200, 10, 10]));
    wide.put_pixel(0, 0, Rgb([0, 0, 0]));
    let mut jpeg = Vec::new();
    DynamicImage::ImageRgb8(wide).write_to(&mut Cursor::new(&mut jpeg), ImageFormat::Jpeg).unwrap();
    assert_eq!(examine(&jpeg, "a.jpg").unwrap().bytes, jpeg, "a bare picture stays as it is");
    // An Exif segment with orientation 6 and a text.
    let mut tiff = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    tiff.extend(b"GPS Riga");
    let mut segment = vec![0xff, 0xe1];
    segment.extend(u16::try_from(tiff.len() + 2).unwrap().to_be_bytes());
    segment.extend(&tiff);
    let mut with_exif = jpeg[..2].to_vec();
    with_exif.extend(&segment);
    with_exif.extend(&jpeg[2..]);
    with_exif.extend(b"<script>after the end</script>");
    let cleaned = examine(&with_exif, "a.jpg").unwrap().bytes;
    let has = |needle: &[u8]| cleaned.windows(needle.len()).any(|window| window == needle);
    assert!(!has(b"Exif") && !has(b"Riga") && !has(b"script"));
    let picture = image::load_from_memory(&cleaned).unwrap();
    assert_eq!((picture.width(), picture.height()), (4, 8));
    // The same picture inside a document loses it too.
    let document = examine(&docx(&[("word/media/a.jpg", &with_exif)]), "a.docx").unwrap();
    assert_eq!(part_bytes(&document.bytes, "word/media/a.jpg"), jpeg);
    let half = &jpeg[..jpeg.len() / 2];
    assert_eq!(refusal(half, "a.jpg"), Refusal::Unreadable);
}

#[test]
fn pictures_that_move_or_are_too_large_are_refused() {
    let png = picture(ImageFormat::Png);
    let chunk = |kind: &[u8], data: &[u8]| {
        let mut chunk = u32::try_from(data.len()).unwrap().to_be_bytes().to_vec();
        let named = [kind, data].concat();
        chunk.extend(&named);
        let mut crc = !0_u32;
        for byte in &named {
            crc ^= u32::from(*byte);
            for _ in 0..8 {
                crc = if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 };
            }
        }
        chunk.extend((!crc).to_be_bytes());
        chunk
    };
    let mut animated = png[..33].to_vec();
    animated.extend(chunk(b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]));
    animated.extend(&png[33..]);
    assert_eq!(refusal(&animated, "a.png"), Refusal::Animated);
    let mut texts = png[..33].to_vec();
    texts.extend(chunk(b"tEXt", b"Author\0Jane Doe"));
    texts.extend(&png[33..]);
    assert_eq!(examine(&texts, "a.png").unwrap().bytes, examine(&png, "a.png").unwrap().bytes);
    let mut header = 30_000_u32.to_be_bytes().to_vec();
    header.extend(30_000_u32.to_be_bytes());
    header.extend([8, 2, 0, 0, 0]);
    let mut huge = png[..8].to_vec();
    huge.extend(chunk(b"IHDR", &header));
    huge.extend(&png[33..]);
    assert_eq!(refusal(&huge, "a.png"), Refusal::Pixels(40));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_bytes_make_it_panic(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"\xd0\xcf\x11\xe0", b"<?xml"]),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
        name in "[a-z.]{0,9}",
    ) {
        let _ = examine_content(&[start, &bytes].concat(), &name);
    }

    #[test]
    fn no_change_to_a_good_file_makes_it_panic(
        kind in 0_usize..5,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        cut in any::<prop::sample::Index>(),
        cuts in any::<bool>(),
    ) {
        let mut bytes = match kind {
            0 => docx(&[]),
            1 => odt(&[]),
            2 => with_catalog("/OpenAction << /S /GoTo /D [] >>", true),
            3 => picture(ImageFormat::Png),
            _ => picture(ImageFormat::Jpeg),
        };
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if cuts {
            bytes.truncate(cut.index(bytes.len()));
        }
        // Not `examine`: that would hide a panic.
        if let Ok(examined) = examine_content(&bytes, "x") {
            prop_assert!(examined.bytes.len() < bytes.len() * 4 + 10_000);
        }
    }

    #[test]
    fn no_text_is_cleaned_twice(text in "([=+@;,\t\n\"-]|[a-z0-9]|\\PC){0,40}") {
        if let Ok(examined) = examine(text.as_bytes(), "a.csv") {
            prop_assert_eq!(examined.bytes, text.as_bytes());
        }
    }
}

/// What the original catalogue offers is what people will send.
#[test]
fn honest_documents_are_accepted() {
    let shared = std::env::var("INTERLINK_SHARED").unwrap_or_else(|_| "../../shared".to_owned());
    let folder = std::path::Path::new(&shared).join("interlink-seed/interlinkers");
    if !folder.is_dir() {
        eprintln!("skipped: no shared data");
        return;
    }
    let (mut accepted, mut refused) = (0, Vec::new());
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name.starts_with("resource")
                && [".pdf", ".docx", ".pptx", ".xlsx"].iter().any(|end| name.ends_with(end))
            {
                match examine(&std::fs::read(&path).unwrap(), &name) {
                    Ok(_) => accepted += 1,
                    Err(refusal @ (Refusal::PersonalData { .. } | Refusal::Outside(_))) => {
                        refused.push(refusal)
                    }
                    Err(other) => panic!("{}: {other:?}", path.display()),
                }
            }
        }
    }
    assert!(accepted > 9 * refused.len(), "{accepted} accepted, refused: {refused:?}");
}
