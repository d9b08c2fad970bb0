//! What templates see: plain structs that only serialise, the parts that several pages share.
//! A view holds finished words in the reader's language and finished addresses; whatever belongs
//! to one family of pages only is defined beside that family, in `pages/`.

use serde::Serialize;

/// A text and, where it is not in the language of the page, its language.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Text {
    /// The words.
    pub text: String,
    /// The language, for a text that fell back to another one.
    pub lang: Option<String>,
    /// That language in the words of the page, such as "in Latvian".
    pub note: Option<String>,
}

impl Text {
    /// Words that belong to no language, or to that of the page.
    pub fn plain(text: impl Into<String>) -> Text {
        Text { text: text.into(), lang: None, note: None }
    }
}

/// A rendered Markdown text.
#[derive(Debug, Clone, Serialize)]
pub struct Prose {
    /// Safe HTML.
    pub html: String,
    /// The language, for a text that fell back to another one.
    pub lang: Option<String>,
    /// That language in the words of the page, such as "in Latvian".
    pub note: Option<String>,
    /// Its headings, for the table of contents.
    #[serde(skip)]
    pub headings: Vec<Heading>,
}

/// A line of a table of contents.
#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    /// The id in the page.
    pub id: String,
    /// The words.
    pub text: String,
    /// Whether it stands below another one.
    pub is_deep: bool,
    /// The language, where it is not that of the page.
    pub lang: Option<String>,
}

/// A link.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    /// Where it leads; none for the page itself.
    pub url: Option<String>,
    /// The words.
    pub name: String,
    /// The language of the words, where it is not that of the page.
    pub lang: Option<String>,
}

/// A link to an entry.
#[derive(Debug, Clone, Serialize)]
pub struct EntryLink {
    /// Where it leads.
    pub url: String,
    /// The name of the entry.
    pub name: Text,
    /// The version meant, where one is stated.
    pub version: Option<String>,
}

/// A problem profile as a notch: why something fits.
#[derive(Debug, Clone, Serialize)]
pub struct Need {
    /// The page of the profile.
    pub url: String,
    /// The family, which is also the name of the sign.
    pub family: String,
    /// The name of the profile.
    pub name: Text,
}

/// One sentence that says why something is shown.
#[derive(Debug, Clone, Serialize)]
pub struct Reason {
    /// The name of the sign.
    pub sign: String,
    /// The beginning, such as "Answers".
    pub lead: String,
    /// The profiles.
    pub needs: Vec<Text>,
    /// What follows: how rare it is.
    pub tail: String,
}

/// The place of a phase in its chain of diamonds.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// Which one is solid, from 1.
    pub number: usize,
    /// The width of the drawing.
    pub width: usize,
    /// Where each diamond begins.
    pub diamonds: Vec<usize>,
}

impl Place {
    /// The nth of a chain of so many.
    pub fn new(number: usize, of: usize) -> Place {
        Place { number, width: of * 10 + 6, diamonds: (0..of).map(|index| index * 10 + 8).collect() }
    }
}

/// A strand: one of the three parties.
#[derive(Debug, Clone, Copy, Serialize, PartialEq, Eq)]
pub struct Party {
    /// The name of its colour.
    pub colour: &'static str,
    /// The name of its sign.
    pub symbol: &'static str,
}

/// Citizens, companies and administrations, in the order of the plait.
pub const CITIZENS: Party = Party { colour: "citizen", symbol: "swc" };
/// See [`CITIZENS`].
pub const COMPANIES: Party = Party { colour: "company", symbol: "swb" };
/// See [`CITIZENS`].
pub const ADMINISTRATIONS: Party = Party { colour: "admin", symbol: "swa" };

/// A fact beside an entry. Without a value it is shown as "not stated".
#[derive(Debug, Clone, Serialize)]
pub struct Fact {
    /// What it is about.
    pub label: String,
    /// The values.
    pub values: Vec<FactValue>,
}

/// A value of a fact.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FactValue {
    /// The words.
    pub text: String,
    /// More words, before which the line may break; only with an address.
    pub tail: Option<String>,
    /// Where it leads.
    pub url: Option<String>,
    /// The language of the words, where it is not that of the page.
    pub lang: Option<String>,
    /// The strand it is drawn with.
    pub party: Option<Party>,
}

impl FactValue {
    /// Words alone.
    pub fn plain(text: impl Into<String>) -> FactValue {
        FactValue { text: text.into(), ..FactValue::default() }
    }
}

/// A short fact of a row.
#[derive(Debug, Clone, Serialize)]
pub struct RowFact {
    /// What it is about.
    pub label: String,
    /// The value.
    pub value: String,
}

/// An Interlinker in the catalogue.
#[derive(Debug, Clone, Serialize)]
pub struct Row {
    /// The nature, which is also the name of the sign.
    pub nature: &'static str,
    /// Nature and form.
    pub kind_line: String,
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: Text,
    /// Its summary.
    pub summary: Option<Text>,
    /// The problem profiles it solves.
    pub needs: Vec<Need>,
    /// The same facts in every row, in the same order.
    pub facts: Vec<RowFact>,
}

/// An Interlinker as one of a few.
#[derive(Debug, Clone, Serialize)]
pub struct Card {
    /// The nature, which is also the name of the sign.
    pub nature: &'static str,
    /// The nature in words.
    pub kind_line: String,
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: Text,
    /// Its summary.
    pub summary: Option<Text>,
    /// Why it is here.
    pub reason: Option<String>,
}

/// An entry in a plain list.
#[derive(Debug, Clone, Serialize)]
pub struct Item {
    /// A line above the name.
    pub kind_line: Option<String>,
    /// Its page.
    pub url: String,
    /// Its name.
    pub name: Text,
    /// Its summary.
    pub summary: Option<Text>,
    /// A line below.
    pub note: Option<String>,
}

/// A group of entries under one title.
#[derive(Debug, Clone, Serialize)]
pub struct Group {
    /// The id of the group in the page.
    pub id: Option<String>,
    /// The title; none where the page's own is enough.
    pub title: Option<String>,
    /// A sentence about the group.
    pub note: Option<String>,
    /// The name of the sign.
    pub sign: Option<String>,
    /// The entries.
    pub items: Vec<Item>,
}

/// A file to download.
#[derive(Debug, Clone, Serialize)]
pub struct FileRow {
    /// The type in capitals, such as `PPTX`.
    pub extension: String,
    /// Where it lies.
    pub url: String,
    /// What it is, in its own language.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Language, size, licence.
    pub details: String,
    /// The state of its accessibility in words.
    pub accessibility: String,
    /// What it looks like.
    pub preview: Option<FilePreview>,
}

/// What a file offered for download looks like: one of its parts is there.
#[derive(Debug, Clone, Default, Serialize)]
pub struct FilePreview {
    /// The first pages of a document, or the picture itself.
    pub pages: Vec<PreviewPage>,
    /// What the lines of the outline are, such as "Slides".
    pub outline_label: Option<String>,
    /// The outline.
    pub outline: Vec<OutlineLine>,
    /// The rows of a table, of which the first one names the columns.
    pub head: Vec<String>,
    /// The other rows.
    pub rows: Vec<Vec<String>>,
    /// The first lines of a text.
    pub lines: Option<String>,
    /// That there is more in the file.
    pub more: Option<String>,
}

/// A page of a document as a picture.
#[derive(Debug, Clone, Serialize)]
pub struct PreviewPage {
    /// Where it lies.
    pub url: String,
    /// Which page of which file it is.
    pub alternative: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// A line of an outline.
#[derive(Debug, Clone, Serialize)]
pub struct OutlineLine {
    /// The words.
    pub text: String,
    /// From 0.
    pub depth: u8,
}

/// A process kit to download.
#[derive(Debug, Clone, Serialize)]
pub struct KitLink {
    /// Where it lies.
    pub url: String,
    /// What the file is called on the reader's device.
    pub file: String,
    /// What it is.
    pub lead: String,
    /// Its type, size and what is in it.
    pub details: String,
}

/// All files of an entry as one archive.
#[derive(Debug, Clone, Serialize)]
pub struct FilesLink {
    /// Where it lies.
    pub url: String,
    /// Its type, size and how many files are in it.
    pub details: String,
    /// Its length in bytes.
    pub size: u64,
}

/// A task of a schema, seen from elsewhere.
#[derive(Debug, Clone, Serialize)]
pub struct TaskUse {
    /// The place of its phase.
    pub place: Place,
    /// Phase and objective in words.
    pub path: String,
    /// Where it stands.
    pub url: String,
    /// Its name.
    pub name: Text,
    /// Why it is here.
    pub reason: Reason,
}

/// Why an entry is retired and what to use instead.
#[derive(Debug, Clone, Serialize)]
pub struct Retired {
    /// The reason.
    pub reason: Option<Text>,
    /// The successor.
    pub successor: Option<EntryLink>,
}

/// A section of a page that is one text.
#[derive(Debug, Clone, Serialize)]
pub struct Part {
    /// The id in the page.
    pub id: &'static str,
    /// The title.
    pub title: String,
    /// The text.
    pub prose: Prose,
}

/// A picture.
#[derive(Debug, Clone, Serialize)]
pub struct Picture {
    /// Where it lies.
    pub url: String,
    /// Where a copy lies that is large enough for a page; the picture itself where there is none.
    pub shown: String,
    /// The copies with their widths, as `srcset` wants them; none where there is no copy.
    pub copies: Option<String>,
    /// Whether it cannot be shown, so that its words stand in its place.
    pub is_broken: bool,
    /// What it shows.
    pub alternative: String,
    /// The language of that, where it is not that of the page.
    pub lang: Option<String>,
    /// Width in pixels.
    pub width: Option<u32>,
    /// Height in pixels.
    pub height: Option<u32>,
}

/// Links between the pages of a long list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Pages {
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Numbers; empty where there is one page only.
    pub links: Vec<PageNumber>,
}

/// A number in [`Pages`].
#[derive(Debug, Clone, Serialize)]
pub struct PageNumber {
    /// The number.
    pub label: String,
    /// Its page; none for the page itself.
    pub url: Option<String>,
    /// Whether it stands for pages left out.
    pub is_gap: bool,
}
