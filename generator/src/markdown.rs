//! Markdown to HTML, headings and plain text. This is the one place for the raw-HTML policy.
//!
//! [`inspect`] tells `validate` what an author may not write; [`render`] turns the same text into
//! HTML that is safe whoever wrote it. The two are independent on purpose: the contribution
//! service renders the text of strangers before anybody has mended it, so nothing here relies on
//! an earlier check. The policy:
//!
//! - Raw HTML is refused in content, and shown as it was typed wherever it is rendered.
//! - A link leads to `http`, `https` or `mailto`, or is relative. Any other one loses its link and
//!   shows its address.
//! - An image is a relative file of the entry. A picture on another server becomes a link to it,
//!   so that reading a page never asks a third party for anything.
//! - Characters that nobody sees or that turn the direction of text are refused in content, and a
//!   sign stands in their place wherever they are rendered.
//! - Attributes come from this module or are escaped by it; there are no inline styles.

mod address;
mod escape;
mod html;
mod inspect;

pub use escape::escape_html;
pub use html::render;
pub use inspect::inspect;

use std::ops::Range;

use pulldown_cmark::{CowStr, Options, Parser};
pub(crate) use pulldown_cmark::{Event, Tag, TagEnd};

/// Something in a Markdown text that a caller has to judge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it begins: a byte offset into the text.
    pub offset: usize,
    /// What it is.
    pub kind: FindingKind,
}

/// What a [`Finding`] is. The first four are refused in content, the other two are neutral.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FindingKind {
    /// An HTML tag or comment, as it was typed (shortened).
    RawHtml(String),
    /// A link that is neither `http`, `https`, `mailto` nor relative.
    ForbiddenScheme(String),
    /// A picture that is no relative file of the entry.
    RemoteImage(String),
    /// A character that nobody sees, typed or as a character reference.
    Hidden(char),
    /// A link inside the catalogue, as it was typed; `#…` is one to a heading of the same text.
    LocalLink(String),
    /// A picture of the entry: its path below the folder of the entry, decoded.
    LocalImage(String),
}

/// A function of the caller that may know better where an address leads.
pub type Resolve<'a, T> = &'a dyn Fn(&str) -> Option<T>;

/// How [`render`] writes a text. Raw HTML has no option: it is always shown as it was typed.
#[derive(Clone, Copy)]
pub struct RenderOptions<'a> {
    /// Added to the level of each heading: with 1, the `#` of a text becomes `h2`.
    pub heading_shift: u8,
    /// Begins the id of each heading, so that two texts share a page without a clash.
    pub id_prefix: &'a str,
    /// Begins the address of each relative image.
    pub image_base: &'a str,
    /// Begins the address of each relative link.
    pub link_base: &'a str,
    /// The accessible name of the box that a table scrolls in.
    pub table_label: &'a str,
    /// Whether headings carry a link to themselves.
    pub anchors: bool,
    /// What that link is called, before the text of the heading.
    pub anchor_label: &'a str,
    /// Where a relative link leads; `None` leaves it to `link_base`.
    pub resolve_link: Option<Resolve<'a, String>>,
    /// What stands for a picture of the entry, by its path; `None` leaves it to `image_base`.
    pub resolve_image: Option<Resolve<'a, ImageTarget>>,
}

impl Default for RenderOptions<'_> {
    fn default() -> Self {
        RenderOptions {
            heading_shift: 1,
            id_prefix: "",
            image_base: "",
            link_base: "",
            table_label: "",
            anchors: true,
            anchor_label: "",
            resolve_link: None,
            resolve_image: None,
        }
    }
}

/// The file that a page shows for a picture, and its size, so that the text does not jump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageTarget {
    /// The address, as it stands in the page.
    pub address: String,
    /// Width and height in pixels, where they are known.
    pub size: Option<(u32, u32)>,
}

/// A rendered text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML: a sequence of blocks.
    pub html: String,
    /// The headings in their order.
    pub headings: Vec<Heading>,
    /// The text without its markup, one line a block: for search and summaries.
    pub text: String,
}

/// A heading of a rendered text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The level in the page, after the shift: 1 to 6.
    pub level: u8,
    /// The id in the page, with the prefix.
    pub id: String,
    /// The words.
    pub text: String,
    /// Where it begins in [`Rendered::text`]: the section runs to the next heading.
    pub text_offset: usize,
}

/// The pieces of a text that a reader sees, as [`render`] would show them, each with the bytes it
/// was written with. Blocks are a line apart.
pub fn shown_pieces(markdown: &str) -> Vec<(CowStr<'_>, Range<usize>)> {
    let mut pieces = Vec::new();
    for (event, place) in parse(markdown).into_offset_iter() {
        match event {
            Event::Text(text) => pieces.push((text, place)),
            // The place of code includes its marks.
            Event::Code(code) => {
                let start = markdown[place.clone()].find(code.as_ref()).map(|at| place.start + at);
                let place = start.map_or(place, |start| start..start + code.len());
                pieces.push((code, place));
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !is_inline_end(&event) => {
                pieces.push((CowStr::Borrowed("\n"), place.end..place.end));
            }
            _ => {}
        }
    }
    pieces
}

fn is_inline_end(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
    )
}

/// The one dialect: CommonMark with tables and strikethrough. Footnotes, heading attributes and
/// smart punctuation stay off: a text reads the same here, on a forge and in an editor.
pub(crate) fn parse(markdown: &str) -> Parser<'_> {
    Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}
