//! What an author may not write in Markdown, and which files a text names, with places.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::address::{Address, classify, image_path};
use super::{Finding, FindingKind, parse};
use crate::hidden::is_hidden;
use std::ops::Range;

/// Everything in a text that the policy of the module refuses, and every address inside the
/// catalogue, in the order of the text.
pub fn inspect(markdown: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut open_tags: Vec<String> = Vec::new();
    let mut in_html_block = false;
    for (event, range) in parse(markdown).into_offset_iter() {
        let kind = match event {
            Event::Start(Tag::HtmlBlock) => {
                in_html_block = true;
                // The range of a block may begin with its indentation.
                let block = &markdown[range.clone()];
                let offset = range.start + (block.len() - block.trim_start().len());
                findings.push(Finding { offset, kind: FindingKind::RawHtml(shortened(block)) });
                continue;
            }
            Event::Text(text) | Event::Code(text) => {
                hidden(&text, markdown, &range, &mut findings);
                continue;
            }
            Event::End(TagEnd::HtmlBlock) => {
                in_html_block = false;
                continue;
            }
            // One mistake, one finding: the end of a tag belongs to its beginning.
            Event::InlineHtml(html) if !closes_an_open_tag(&html, &mut open_tags) => {
                FindingKind::RawHtml(shortened(&html))
            }
            Event::Html(html) if !in_html_block => FindingKind::RawHtml(shortened(&html)),
            Event::Start(Tag::Link { link_type, dest_url, title, .. }) if link_type != LinkType::Email => {
                hidden(&title, markdown, &range, &mut findings);
                match classify(&dest_url) {
                    Address::External(_) => continue,
                    Address::Forbidden => FindingKind::ForbiddenScheme(dest_url.to_string()),
                    Address::Fragment(fragment) => FindingKind::LocalLink(format!("#{fragment}")),
                    Address::Local(address) => FindingKind::LocalLink(address.to_owned()),
                }
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                hidden(&title, markdown, &range, &mut findings);
                match image_path(&dest_url) {
                    Some(path) => FindingKind::LocalImage(path),
                    None => FindingKind::RemoteImage(dest_url.to_string()),
                }
            }
            _ => continue,
        };
        findings.push(Finding { offset: range.start, kind });
    }
    findings
}

/// The characters of a shown text that nobody sees. Where it was written otherwise, as `&#x202e;`,
/// its place is where that begins.
fn hidden(shown: &str, markdown: &str, range: &Range<usize>, findings: &mut Vec<Finding>) {
    let written = markdown[range.clone()].find(shown).map(|at| range.start + at);
    for (at, character) in shown.char_indices().filter(|(_, character)| is_hidden(*character)) {
        let offset = written.map_or(range.start, |start| start + at);
        findings.push(Finding { offset, kind: FindingKind::Hidden(character) });
    }
}

/// Remembers an opening tag; true for the closing tag of one that is remembered.
fn closes_an_open_tag(html: &str, open_tags: &mut Vec<String>) -> bool {
    let name = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
        text[..end].to_ascii_lowercase()
    };
    if let Some(rest) = html.strip_prefix("</") {
        let name = name(rest);
        match open_tags.iter().rposition(|open| *open == name) {
            Some(at) => {
                open_tags.remove(at);
                true
            }
            None => false,
        }
    } else {
        if let Some(rest) = html.strip_prefix('<')
            && open_tags.len() < 100
        {
            open_tags.push(name(rest));
        }
        false
    }
}

/// The first tag of a piece of HTML, at most 60 characters of it: enough to find it again.
fn shortened(html: &str) -> String {
    let html = html.trim();
    let line = html.lines().next().unwrap_or_default();
    let end = line.find('>').map_or(line.len(), |at| at + 1);
    let mut text: String = line[..end].chars().take(60).collect();
    if text.len() < end {
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn found(markdown: &str) -> Vec<String> {
        inspect(markdown)
            .into_iter()
            .map(|finding| format!("{} {:?}", finding.offset, finding.kind))
            .collect()
    }

    #[test]
    fn raw_html_is_found_where_it_stands() {
        assert_eq!(found("a <b>x</b> </i>"), [r#"2 RawHtml("<b>")"#, r#"11 RawHtml("</i>")"#]);
        assert_eq!(found("<!-- note -->\n"), [r#"0 RawHtml("<!-- note -->")"#]);
        assert_eq!(found("a <!-- b --> c"), [r#"2 RawHtml("<!-- b -->")"#]);
        assert_eq!(
            found("text\n\n  <div class=\"x\">\n<script>y</script>\n</div>\n\n*more*"),
            [r#"8 RawHtml("<div class=\"x\">")"#]
        );
        assert_eq!(found("- <p>\n- <br/>"), [r#"2 RawHtml("<p>")"#, r#"8 RawHtml("<br/>")"#]);
        assert_eq!(found("<?php x ?>"), [r#"0 RawHtml("<?php x ?>")"#]);
    }

    #[test]
    fn code_and_comparisons_are_no_html() {
        assert_eq!(found("`<b>` and 1 < 2 > 0\n\n```\n<script>\n```\n\n    <div>\n"), [""; 0]);
        assert_eq!(found("\\<b>"), [""; 0]);
    }

    #[test]
    fn forbidden_addresses_are_found_however_they_are_written() {
        assert_eq!(found("[a](javascript:x)"), [r#"0 ForbiddenScheme("javascript:x")"#]);
        assert_eq!(found("é [a](JaVaScript&colon;x)"), [r#"3 ForbiddenScheme("JaVaScript:x")"#]);
        assert_eq!(found("[a](java&Tab;script:x)"), [r#"0 ForbiddenScheme("java\tscript:x")"#]);
        assert_eq!(found("[a](<  data:text/html,x>)"), [r#"0 ForbiddenScheme("  data:text/html,x")"#]);
        assert_eq!(found("<javascript:x>"), [r#"0 ForbiddenScheme("javascript:x")"#]);
        assert_eq!(found("[a]\n\n[a]: //x.example"), [r#"0 ForbiddenScheme("//x.example")"#]);
        assert_eq!(found("[a](\\\\\\\\x.example)"), [r#"0 ForbiddenScheme("\\\\x.example")"#]);
    }

    #[test]
    fn a_character_that_nobody_sees_is_found_typed_and_as_a_reference() {
        assert_eq!(found("a\u{202e}b"), [r"1 Hidden('\u{202e}')"]);
        assert_eq!(
            found("a &#x202e;b &#8203; &ZeroWidthSpace;"),
            [r"2 Hidden('\u{202e}')", r"12 Hidden('\u{200b}')", r"20 Hidden('\u{200b}')"]
        );
        assert_eq!(found("[a](b \"&#x202e;\")"), [r"0 Hidden('\u{202e}')", r#"0 LocalLink("b")"#]);
        assert_eq!(found("`&#x202e;` fam\u{200d}ily so\u{ad}ft"), [""; 0]);
    }

    #[test]
    fn allowed_addresses_leave_no_finding() {
        assert_eq!(found("[a](https://x.example) <mailto:info@x.example> <info@x.example>"), [""; 0]);
    }

    #[test]
    fn local_addresses_are_handed_to_the_caller() {
        assert_eq!(
            found("[a](../kanban/) [b](#use) ![c](./files/a%20b.png)"),
            [
                r#"0 LocalLink("../kanban/")"#,
                r##"16 LocalLink("#use")"##,
                r#"26 LocalImage("files/a b.png")"#
            ]
        );
    }

    #[test]
    fn a_picture_elsewhere_is_found() {
        assert_eq!(found("![a](https://x.example/a.png)"), [r#"0 RemoteImage("https://x.example/a.png")"#]);
        assert_eq!(found("![a](data:image/png;base64,AA)"), [r#"0 RemoteImage("data:image/png;base64,AA")"#]);
        assert_eq!(found("[![a](../x.png)](b)"), [r#"0 LocalLink("b")"#, r#"1 RemoteImage("../x.png")"#]);
    }

    proptest! {
        #[test]
        fn offsets_lie_on_characters_of_the_text(markdown in super::super::html::hostile_markdown()) {
            for finding in inspect(&markdown) {
                prop_assert!(markdown.is_char_boundary(finding.offset) && finding.offset < markdown.len());
            }
        }
    }
}
