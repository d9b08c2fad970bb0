//! The outline of an office document: headings of a text, titles of slides, names of sheets. The
//! parts of the archive are read as they are unpacked, within bounds, and only what an outline shows
//! is kept; what cannot be read has no outline and no harm.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use serde::{Deserialize, Serialize};
use zip::ZipArchive;

/// Changed whenever what comes out changes.
pub(super) const RECIPE: &str = "outline 1";
/// The most bytes of a part that are unpacked: more than any honest document without its pictures.
const MAX_PART: u64 = 20 * 1024 * 1024;
/// The most lines of an outline, and the most characters of one.
const MAX_LINES: usize = 40;
const MAX_LINE: usize = 160;
/// The most slides that are opened.
const MAX_SLIDES: usize = 200;

/// What the lines of an outline are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutlineKind {
    /// Headings of a text.
    Headings,
    /// Titles of slides.
    Slides,
    /// Names of sheets.
    Sheets,
}

/// The outline of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// What its lines are.
    pub kind: OutlineKind,
    /// Depth from 0, and words.
    pub lines: Vec<(u8, String)>,
    /// How many lines there are beyond those.
    pub more: usize,
}

/// The outline of a document, by the ending of its name; `None` where it has none.
pub(super) fn outline(bytes: &[u8], extension: &str) -> Option<Outline> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut lines = Lines::default();
    let kind = match extension {
        "docx" => {
            docx(&mut archive, &mut lines)?;
            OutlineKind::Headings
        }
        "pptx" => {
            pptx(&mut archive, &mut lines);
            OutlineKind::Slides
        }
        "xlsx" => {
            named(&mut archive, "xl/workbook.xml", "sheet", &mut lines)?;
            OutlineKind::Sheets
        }
        "odt" => {
            odt(&mut archive, &mut lines)?;
            OutlineKind::Headings
        }
        "odp" => {
            odp(&mut archive, &mut lines)?;
            OutlineKind::Slides
        }
        "ods" => {
            named(&mut archive, "content.xml", "table", &mut lines)?;
            OutlineKind::Sheets
        }
        _ => return None,
    };
    let Lines { mut kept, more } = lines;
    // A document whose headings begin at the second level has that one as its first.
    let top = kept.iter().map(|(depth, _)| *depth).min()?;
    kept.iter_mut().for_each(|(depth, _)| *depth = (*depth - top).min(5));
    Some(Outline { kind, lines: kept, more })
}

/// The lines that are shown, and how many more there are.
#[derive(Default)]
struct Lines {
    kept: Vec<(u8, String)>,
    more: usize,
}

impl Lines {
    fn push(&mut self, depth: u8, words: &Words) {
        let line = shortened(&words.0);
        if line.is_empty() {
            return;
        }
        if self.kept.len() < MAX_LINES { self.kept.push((depth, line)) } else { self.more += 1 }
    }
}

/// The words of one line as they are met: never many more than are shown.
#[derive(Default)]
struct Words(String);

impl Words {
    fn add(&mut self, text: &str) {
        if text.trim().is_empty() {
            // What indents a part is one space at most.
            if !self.0.ends_with(' ') {
                self.0.push(' ');
            }
            return;
        }
        // A letter has four bytes at most, and `shortened` still has to see that there are too many.
        let room = (MAX_LINE * 8).saturating_sub(self.0.len());
        self.0.push_str(&text[..text.floor_char_boundary(room)]);
    }

    fn clear(&mut self) {
        self.0.clear();
    }
}

/// Words in one line, cut where they are too many.
fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= MAX_LINE {
        return line;
    }
    let cut: String = line.chars().take(MAX_LINE - 1).collect();
    format!("{}…", cut.trim_end())
}

type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// What a walk over a part meets. Prefixes do not count: a document may bind any it likes.
enum Node<'n> {
    Open(&'n str, &'n BytesStart<'n>),
    Text(&'n str),
    Close(&'n str),
}

/// Visits elements and text of a part up to its end or the first mistake; what came before that
/// counts. `None` where there is no such part.
fn walk(archive: &mut Archive<'_>, name: &str, visit: &mut dyn FnMut(Node<'_>)) -> Option<()> {
    let part = archive.by_name(name).ok()?;
    let mut reader = Reader::from_reader(BufReader::new(part.take(MAX_PART)));
    let mut event = Vec::new();
    loop {
        event.clear();
        match reader.read_event_into(&mut event) {
            Ok(Event::Start(element)) => visit(Node::Open(element.local_name().into_inner(), &element)),
            Ok(Event::Empty(element)) => {
                visit(Node::Open(element.local_name().into_inner(), &element));
                visit(Node::Close(element.local_name().into_inner()));
            }
            Ok(Event::End(element)) => visit(Node::Close(element.local_name().into_inner())),
            Ok(Event::Text(text)) => visit(Node::Text(&text)),
            Ok(Event::CData(text)) => visit(Node::Text(&text)),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(character)) => visit(Node::Text(character.encode_utf8(&mut [0; 4]))),
                _ => visit(Node::Text(resolve_predefined_entity(&reference).unwrap_or(" "))),
            },
            Ok(Event::Eof) | Err(_) => return Some(()),
            Ok(_) => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|one| one.key.local_name().into_inner() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The names that elements of a part have.
fn named(archive: &mut Archive<'_>, part: &str, element: &str, lines: &mut Lines) -> Option<()> {
    walk(archive, part, &mut |node| {
        if let Node::Open(own, attributes) = node
            && own == element
            && let Some(value) = attribute(attributes, "name")
        {
            let mut words = Words::default();
            words.add(&value);
            lines.push(0, &words);
        }
    })
}

/// Word names the styles of headings in the language of its user; only their ids and levels in the
/// list of styles are the same everywhere.
fn docx(archive: &mut Archive<'_>, lines: &mut Lines) -> Option<()> {
    let levels = heading_styles(archive);
    let mut level = None;
    let mut words = Words::default();
    walk(archive, "word/document.xml", &mut |node| match node {
        Node::Open("p", _) => {
            level = None;
            words.clear();
        }
        Node::Open("pStyle", element) => {
            let style = attribute(element, "val").unwrap_or_default();
            level = levels.get(&style).copied().or(level);
        }
        Node::Open("outlineLvl", element) => {
            let stated = attribute(element, "val").and_then(|value| value.parse::<u8>().ok());
            level = stated.filter(|level| *level < 9).map(|level| level + 1);
        }
        Node::Open("tab" | "br", _) => words.add(" "),
        Node::Text(text) => words.add(text),
        Node::Close("p") => {
            if let Some(level) = level.take() {
                lines.push(level, &words);
            }
        }
        _ => {}
    })
}

/// Ids of styles with the level of heading they stand for; that of the title is 0.
fn heading_styles(archive: &mut Archive<'_>) -> BTreeMap<String, u8> {
    let mut found = BTreeMap::new();
    let mut id = String::new();
    let _ = walk(archive, "word/styles.xml", &mut |node| match node {
        Node::Open("style", element) => id = attribute(element, "styleId").unwrap_or_default(),
        Node::Open("name", element) => {
            let name = attribute(element, "val").unwrap_or_default().to_lowercase();
            let level = match name.strip_prefix("heading ") {
                Some(number) => number.parse::<u8>().ok().filter(|number| (1..=9).contains(number)),
                None => (name == "title").then_some(0),
            };
            found.extend(level.map(|level| (id.clone(), level)));
        }
        _ => {}
    });
    found
}

fn odt(archive: &mut Archive<'_>, lines: &mut Lines) -> Option<()> {
    let mut heading = None;
    let mut words = Words::default();
    walk(archive, "content.xml", &mut |node| match node {
        Node::Open("h", element) => {
            let level = attribute(element, "outline-level").and_then(|level| level.parse::<u8>().ok());
            heading = Some(level.unwrap_or(1).max(1) - 1);
            words.clear();
        }
        Node::Close("h") => {
            if let Some(depth) = heading.take() {
                lines.push(depth, &words);
            }
        }
        Node::Open("s" | "tab" | "line-break", _) if heading.is_some() => words.add(" "),
        Node::Text(text) if heading.is_some() => words.add(text),
        _ => {}
    })
}

/// The title of each slide, in the order of the file names, which is that of most programs.
fn pptx(archive: &mut Archive<'_>, lines: &mut Lines) {
    let mut numbers: Vec<u32> = archive
        .file_names()
        .flatten()
        .filter_map(|name| name.strip_prefix("ppt/slides/slide")?.strip_suffix(".xml")?.parse().ok())
        .collect();
    numbers.sort_unstable();
    for number in numbers.into_iter().take(MAX_SLIDES) {
        slide_title(archive, &format!("ppt/slides/slide{number}.xml"), lines);
    }
}

/// The first title of a slide.
fn slide_title(archive: &mut Archive<'_>, part: &str, lines: &mut Lines) {
    let mut words = Words::default();
    let mut is_title = false;
    let mut has_title = false;
    let _ = walk(archive, part, &mut |node| match node {
        Node::Open("sp", _) => {
            words.clear();
            is_title = false;
        }
        Node::Open("ph", element) => {
            is_title = matches!(attribute(element, "type").as_deref(), Some("title" | "ctrTitle"));
        }
        Node::Text(text) => words.add(text),
        Node::Close("p") => words.add(" "),
        Node::Close("sp") if is_title && !has_title => {
            has_title = true;
            lines.push(0, &words);
        }
        _ => {}
    });
}

fn odp(archive: &mut Archive<'_>, lines: &mut Lines) -> Option<()> {
    let mut depth_in_title = 0_u32;
    let mut words = Words::default();
    walk(archive, "content.xml", &mut |node| match node {
        Node::Open("frame", element) => {
            let is_title = attribute(element, "class").as_deref() == Some("title");
            if is_title && depth_in_title == 0 {
                words.clear();
            }
            if is_title || depth_in_title > 0 {
                depth_in_title += 1;
            }
        }
        Node::Close("frame") => {
            if depth_in_title == 1 {
                lines.push(0, &words);
            }
            depth_in_title = depth_in_title.saturating_sub(1);
        }
        Node::Text(text) if depth_in_title > 0 => words.add(text),
        Node::Close("p") if depth_in_title > 0 => words.add(" "),
        _ => {}
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn lines(parts: &[(&str, &str)], extension: &str) -> Vec<String> {
        let found = outline(&archive(parts), extension).expect("an outline");
        found.lines.iter().map(|(depth, words)| format!("{depth} {words}")).collect()
    }

    #[test]
    fn the_headings_of_a_word_document_are_found_whatever_language_names_their_styles() {
        let styles = r#"<w:styles><w:style w:styleId="Virsraksts1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="V2"><w:name w:val="heading 2"/></w:style></w:styles>"#;
        let document = r#"<w:document><w:body>
            <w:p><w:pPr><w:pStyle w:val="Virsraksts1"/></w:pPr><w:r><w:t>Kas</w:t></w:r><w:r><w:t> &amp; ko</w:t></w:r></w:p>
            <w:p><w:r><w:t>Not a heading</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="V2"/></w:pPr><w:r><w:t>Kad</w:t></w:r></w:p></w:body></w:document>"#;
        let parts = [("word/styles.xml", styles), ("word/document.xml", document)];
        assert_eq!(lines(&parts, "docx"), ["0 Kas & ko", "1 Kad"]);
    }

    #[test]
    fn slides_have_titles_and_workbooks_have_sheets() {
        let slide = |title: &str| {
            format!(
                r#"<p:sld><p:sp><p:nvPr><p:ph type="body"/></p:nvPr><a:p><a:t>Text</a:t></a:p></p:sp>
                <p:sp><p:nvPr><p:ph type="title"/></p:nvPr><a:p><a:t>{title}</a:t></a:p></p:sp></p:sld>"#
            )
        };
        let (first, tenth) = (slide("First"), slide("Tenth"));
        let parts = [("ppt/slides/slide10.xml", tenth.as_str()), ("ppt/slides/slide1.xml", first.as_str())];
        assert_eq!(lines(&parts, "pptx"), ["0 First", "0 Tenth"]);
        let workbook = r#"<workbook><sheets><sheet name="Plan"/><sheet name="Costs"/></sheets></workbook>"#;
        assert_eq!(lines(&[("xl/workbook.xml", workbook)], "xlsx"), ["0 Plan", "0 Costs"]);
    }

    #[test]
    fn open_documents_have_outlines_too() {
        let text = r#"<o><text:h text:outline-level="2">One</text:h><text:p>no</text:p>
            <text:h text:outline-level="3">Two<text:s/>b</text:h></o>"#;
        assert_eq!(lines(&[("content.xml", text)], "odt"), ["0 One", "1 Two b"]);
        let slides = r#"<o><draw:frame presentation:class="title"><text:p>Hello</text:p></draw:frame>
            <draw:frame><text:p>no</text:p></draw:frame></o>"#;
        assert_eq!(lines(&[("content.xml", slides)], "odp"), ["0 Hello"]);
        let sheets = r#"<o><table:table table:name="A"/></o>"#;
        assert_eq!(lines(&[("content.xml", sheets)], "ods"), ["0 A"]);
    }

    #[test]
    fn an_outline_has_an_end_and_a_damaged_document_has_none() {
        let many: String = (0..100).map(|n| format!("<text:h>{n} {}</text:h>", "word ".repeat(80))).collect();
        let found = outline(&archive(&[("content.xml", &format!("<o>{many}</o>"))]), "odt").unwrap();
        assert_eq!((found.lines.len(), found.more), (MAX_LINES, 60));
        assert!(found.lines.iter().all(|(_, words)| words.chars().count() <= MAX_LINE));
        assert_eq!(outline(b"PK\x03\x04 not really", "docx"), None);
        assert_eq!(outline(&archive(&[("content.xml", "<o><p>no heading</p></o>")]), "odt"), None);
    }
}
