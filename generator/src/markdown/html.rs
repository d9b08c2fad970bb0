//! The writer: events of the parser become HTML, headings and plain text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::address::{Address, classify, image_path, without_here};
use super::escape::{printable, push_address, push_escaped};
use super::{Heading, RenderOptions, Rendered, parse};
use crate::model::slug::Slug;

/// A Markdown text as HTML, headings and plain text. Any text is rendered, whatever
/// [`inspect`](super::inspect) says of it, and the result is safe.
pub fn render(markdown: &str, options: &RenderOptions<'_>) -> Rendered {
    let mut writer = Writer {
        options,
        html: String::with_capacity(markdown.len() * 3 / 2),
        text: String::with_capacity(markdown.len()),
        headings: Vec::new(),
        ids: BTreeMap::new(),
        tables: BTreeMap::new(),
        alignments: Vec::new(),
        cell: 0,
        in_table_head: false,
        links: Vec::new(),
        images: Vec::new(),
        alternative: String::new(),
    };
    for event in parse(markdown) {
        writer.event(event);
    }
    writer.text.truncate(writer.text.trim_end().len());
    for heading in &mut writer.headings {
        // A heading without words at the end of a text begins where the text ends.
        heading.text_offset = heading.text_offset.min(writer.text.len());
    }
    Rendered { html: writer.html, headings: writer.headings, text: writer.text }
}

struct Writer<'o> {
    options: &'o RenderOptions<'o>,
    html: String,
    text: String,
    headings: Vec<Heading>,
    /// Every id given, with the number to try next for another heading of these words.
    ids: BTreeMap<String, u32>,
    /// Every name given to a table, and how often.
    tables: BTreeMap<String, u32>,
    alignments: Vec<Alignment>,
    cell: usize,
    in_table_head: bool,
    /// What each open link wrote, to be ended alike.
    links: Vec<OpenLink>,
    /// The addresses and titles of the open images; only the outermost is shown.
    images: Vec<(String, String)>,
    /// The alternative text of the open image.
    alternative: String,
}

enum OpenLink {
    /// An `a` element.
    Element,
    /// No element: the address is refused and shown after the words, unless the words are it.
    Refused(Option<String>),
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            // Raw HTML is text like any other.
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.words(&text),
            Event::Code(code) => {
                self.tag("<code>");
                self.words(&code);
                self.tag("</code>");
            }
            Event::SoftBreak => self.words("\n"),
            Event::HardBreak => {
                self.tag("<br>");
                self.words("\n");
            }
            Event::Rule => self.tag("<hr>\n"),
            // These extensions are off; were one turned on, its source would show as text.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.words(&text)
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        // A block may follow words directly, as in an item with a list of its own.
        if matches!(
            tag,
            Tag::Paragraph
                | Tag::HtmlBlock
                | Tag::Heading { .. }
                | Tag::BlockQuote(_)
                | Tag::CodeBlock(_)
                | Tag::List(_)
                | Tag::Table(_)
        ) {
            self.start_line();
        }
        match tag {
            Tag::Paragraph | Tag::HtmlBlock => self.tag("<p>"),
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(_) => self.tag("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(None) => self.tag("<ul>\n"),
            Tag::List(Some(1)) => self.tag("<ol>\n"),
            Tag::List(Some(start)) => {
                let tag = format!("<ol start=\"{start}\">\n");
                self.tag(&tag);
            }
            Tag::Item => self.tag("<li>"),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => {
                (self.in_table_head, self.cell) = (true, 0);
                self.tag("<thead><tr>");
            }
            Tag::TableRow => {
                self.cell = 0;
                self.tag("<tr>");
            }
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.tag("<em>"),
            Tag::Strong => self.tag("<strong>"),
            Tag::Strikethrough => self.tag("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => self.start_link(link_type, &dest_url, &title),
            Tag::Image { dest_url, title, .. } => self.images.push((dest_url.into(), title.into())),
            // Extensions that are off.
            Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.end_block("</p>\n"),
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) => self.end_block("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_block("</code></pre>\n"),
            TagEnd::List(false) => self.end_block("</ul>\n"),
            TagEnd::List(true) => self.end_block("</ol>\n"),
            TagEnd::Item => self.end_block("</li>\n"),
            TagEnd::Table => self.end_block("</tbody></table></div>\n"),
            TagEnd::TableHead => {
                self.in_table_head = false;
                self.end_block("</tr></thead><tbody>\n");
            }
            TagEnd::TableRow => self.end_block("</tr>\n"),
            TagEnd::TableCell => {
                self.tag(if self.in_table_head { "</th>" } else { "</td>" });
                self.text.push(' ');
            }
            TagEnd::Emphasis => self.tag("</em>"),
            TagEnd::Strong => self.tag("</strong>"),
            TagEnd::Strikethrough => self.tag("</del>"),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    /// Writes a tag, except inside an image: its alternative text has no markup.
    fn tag(&mut self, tag: &str) {
        if self.images.is_empty() {
            self.html.push_str(tag);
        }
    }

    /// Writes text to the page and to the plain text.
    fn words(&mut self, words: &str) {
        if self.images.is_empty() {
            push_escaped(&mut self.html, words);
        } else {
            self.alternative.push_str(words);
        }
        let at_line_start = self.text.is_empty() || self.text.ends_with('\n');
        let words = if at_line_start { words.trim_start() } else { words };
        self.text.extend(words.chars().map(|c| match printable(c) {
            '\n' | '\t' => ' ',
            other => other,
        }));
    }

    /// Ends a block: one line of the plain text.
    fn end_block(&mut self, tag: &str) {
        let trimmed = self.html.trim_end_matches('\n').len();
        // The last line end of a code block or an HTML block is no part of what is shown.
        if tag == "</p>\n" || tag == "</code></pre>\n" {
            self.html.truncate(trimmed);
        }
        self.tag(tag);
        self.start_line();
    }

    /// Begins a line of the plain text, unless the last one has nothing in it yet.
    fn start_line(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn start_heading(&mut self, level: HeadingLevel) {
        let level = (level as u8).saturating_add(self.options.heading_shift).clamp(1, 6);
        // The id needs the words, which follow: `end_heading` puts the tag in here.
        self.headings.push(Heading {
            level,
            id: self.html.len().to_string(),
            text: String::new(),
            text_offset: self.text.len(),
        });
    }

    fn end_heading(&mut self) {
        let Some(mut heading) = self.headings.pop() else { return };
        let start: usize = heading.id.parse().unwrap_or(self.html.len());
        heading.text = self.text.get(heading.text_offset..).unwrap_or_default().trim().to_owned();
        heading.id = self.unique_id(&heading.text);
        let mut opening = format!("<h{} id=\"", heading.level);
        push_escaped(&mut opening, &heading.id);
        opening.push_str("\">");
        self.html.insert_str(start, &opening);
        if self.options.anchors {
            self.html.push_str(" <a class=\"anchor\" href=\"#");
            push_address(&mut self.html, &heading.id);
            self.html.push_str("\" aria-label=\"");
            if !self.options.anchor_label.is_empty() {
                push_escaped(&mut self.html, self.options.anchor_label);
                self.html.push_str(": ");
            }
            push_escaped(&mut self.html, &heading.text);
            self.html.push_str("\">#</a>");
        }
        let closing = format!("</h{}>\n", heading.level);
        self.end_block(&closing);
        self.headings.push(heading);
    }

    /// An id from the words of a heading, numbered from 2 where it is taken: adding a section at
    /// the end changes no address before it.
    fn unique_id(&mut self, text: &str) -> String {
        let stem = Slug::from_title(text).map_or("section".to_owned(), |slug| slug.to_string());
        let stem = format!("{}{stem}", self.options.id_prefix);
        if !self.ids.contains_key(&stem) {
            self.ids.insert(stem.clone(), 2);
            return stem;
        }
        // Counting on from the last number keeps a text of a thousand equal headings cheap.
        let mut number = self.ids.get(&stem).copied().unwrap_or(2);
        loop {
            let id = format!("{stem}-{number}");
            number += 1;
            if !self.ids.contains_key(&id) {
                self.ids.insert(id.clone(), 2);
                self.ids.insert(stem, number);
                return id;
            }
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        // The block scrolls, so the keyboard must reach it.
        self.tag("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let language: String = info
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .chars()
                .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '_'))
                .take(30)
                .collect();
            if !language.is_empty() {
                self.tag(" class=\"language-");
                self.tag(&language);
                self.tag("\"");
            }
        }
        self.tag(">");
    }

    fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.alignments = alignments;
        let mut tag = "<div class=\"table\" tabindex=\"0\" role=\"region\"".to_owned();
        if !self.options.table_label.is_empty() {
            tag.push_str(" aria-label=\"");
            push_escaped(&mut tag, &self.name_of_table());
            tag.push('"');
        }
        tag.push_str("><table>");
        self.tag(&tag);
    }

    /// A name that no other table of the text has: whoever hears the page goes from one to the next by it.
    fn name_of_table(&mut self) -> String {
        let label = self.options.table_label;
        let name = match self.headings.last() {
            Some(heading) => format!("{label}: {}", heading.text),
            None => label.to_owned(),
        };
        let count = self.tables.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 { format!("{name} ({count})") } else { name }
    }

    fn start_cell(&mut self) {
        self.tag(if self.in_table_head { "<th scope=\"col\"" } else { "<td" });
        // Classes, since the policy of the site allows no inline style.
        match self.alignments.get(self.cell) {
            Some(Alignment::Right) => self.tag(" class=\"align-right\""),
            Some(Alignment::Center) => self.tag(" class=\"align-center\""),
            _ => {}
        }
        self.tag(">");
        self.cell += 1;
    }

    fn start_link(&mut self, link_type: LinkType, address: &str, title: &str) {
        let mail;
        let address = if link_type == LinkType::Email {
            mail = format!("mailto:{address}");
            &mail
        } else {
            address
        };
        let Some((href, external)) = self.link_target(address) else {
            // An autolink shows its address already.
            let shown =
                (!matches!(link_type, LinkType::Autolink | LinkType::Email)).then(|| address.to_owned());
            self.links.push(OpenLink::Refused(shown));
            return;
        };
        self.links.push(OpenLink::Element);
        if self.images.is_empty() {
            self.html.push_str("<a href=\"");
            push_address(&mut self.html, &href);
            self.html.push('"');
            push_title(&mut self.html, title);
            self.html.push_str(if external { " rel=\"noopener\">" } else { ">" });
        }
    }

    /// Where a link leads, and whether that is another site.
    fn link_target(&self, address: &str) -> Option<(String, bool)> {
        let target = match classify(address) {
            Address::Forbidden => return None,
            Address::External(address) => {
                return Some((address.to_owned(), !address[..7].eq_ignore_ascii_case("mailto:")));
            }
            Address::Fragment(fragment) => {
                return Some((format!("#{}{fragment}", self.options.id_prefix), false));
            }
            Address::Local(address) => match self.options.resolve_link.and_then(|resolve| resolve(address)) {
                Some(target) => target,
                None if address.starts_with(['/', '?']) => address.to_owned(),
                None => format!("{}{}", self.options.link_base, without_here(address)),
            },
        };
        // A base and a relative address could make up something neither of them is.
        (classify(&target) != Address::Forbidden).then_some((target, false))
    }

    fn end_link(&mut self) {
        match self.links.pop() {
            Some(OpenLink::Element) => self.tag("</a>"),
            Some(OpenLink::Refused(Some(address))) => {
                self.tag(" <code>");
                if self.images.is_empty() {
                    push_escaped(&mut self.html, &address);
                }
                self.tag("</code>");
            }
            Some(OpenLink::Refused(None)) | None => {}
        }
    }

    fn end_image(&mut self) {
        let Some((address, title)) = self.images.pop() else { return };
        if !self.images.is_empty() {
            return;
        }
        let alternative = std::mem::take(&mut self.alternative);
        let Some((source, size)) = self.image_source(&address) else {
            self.remote_image(&address, &alternative);
            return;
        };
        self.html.push_str("<img src=\"");
        push_address(&mut self.html, &source);
        self.html.push_str("\" alt=\"");
        push_escaped(&mut self.html, &alternative);
        self.html.push('"');
        push_title(&mut self.html, &title);
        if let Some((width, height)) = size {
            // Writing to a String cannot fail.
            let _ = write!(self.html, " width=\"{width}\" height=\"{height}\"");
        }
        self.html.push_str(" loading=\"lazy\">");
    }

    /// The address and size of a picture of the entry.
    fn image_source(&self, address: &str) -> Option<(String, Option<(u32, u32)>)> {
        let path = image_path(address)?;
        if let Some(target) = self.options.resolve_image.and_then(|resolve| resolve(&path)) {
            return Some((target.address, target.size));
        }
        let source = format!("{}{}", self.options.image_base, without_here(address.trim_matches(' ')));
        (classify(&source) != Address::Forbidden).then_some((source, None))
    }

    /// A picture that may not be shown: a link to it where that is allowed, else its address.
    fn remote_image(&mut self, address: &str, alternative: &str) {
        let words = if alternative.is_empty() { address } else { alternative };
        let inside_link = self.links.iter().any(|link| matches!(link, OpenLink::Element));
        match classify(address) {
            Address::External(href) if !inside_link => {
                self.html.push_str("<a href=\"");
                push_address(&mut self.html, href);
                self.html.push_str("\" rel=\"noopener\">");
                push_escaped(&mut self.html, words);
                self.html.push_str("</a>");
            }
            _ => {
                push_escaped(&mut self.html, words);
                if !alternative.is_empty() {
                    self.html.push_str(" <code>");
                    push_escaped(&mut self.html, address);
                    self.html.push_str("</code>");
                }
            }
        }
    }
}

fn push_title(html: &mut String, title: &str) {
    if !title.is_empty() {
        html.push_str(" title=\"");
        push_escaped(html, title);
        html.push('"');
    }
}

#[cfg(test)]
pub(super) use tests::hostile_markdown;

#[cfg(test)]
mod tests;
