//! The entities of the catalogue as checked: every value obeys its rule, every reference is a slug.
//! Whether a reference leads anywhere is decided in `resolve`.

use super::kind::Kind;
use super::said::{Review, Use};
use super::slug::Slug;
use super::words::Words;
use std::collections::BTreeMap;
use std::fmt;

/// Whether an entry is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not built.
    Draft,
    /// Shown.
    Active,
    /// Shown with a notice, its reason and its successor.
    Retired,
}

/// What an Interlinker is and where it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// A tool one can run, kept here.
    Software,
    /// A template or guide, kept here.
    Knowledge,
    /// A tool run by others.
    ExternalSoftware,
    /// A standard or guide kept by others.
    ExternalKnowledge,
}

impl Nature {
    /// Every nature, in the order readers see them.
    pub const ALL: [Nature; 4] =
        [Nature::Software, Nature::Knowledge, Nature::ExternalSoftware, Nature::ExternalKnowledge];

    /// The id in the vocabulary, such as `external-software`.
    pub fn id(self) -> &'static str {
        match self {
            Nature::Software => "software",
            Nature::Knowledge => "knowledge",
            Nature::ExternalSoftware => "external-software",
            Nature::ExternalKnowledge => "external-knowledge",
        }
    }

    /// The nature of that id.
    pub fn from_id(id: &str) -> Option<Nature> {
        Nature::ALL.into_iter().find(|nature| nature.id() == id)
    }
}

/// A day, a month or a year, as precise as it is known (ISO 8601). Orders as text does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(String);

impl Day {
    /// `2026-03-14`, `2026-03` or `2026`; `None` where no such day exists.
    pub fn parse(text: &str) -> Option<Day> {
        let shape_holds = matches!(text.len(), 4 | 7 | 10)
            && text.bytes().enumerate().all(|(index, byte)| {
                if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
            });
        if !shape_holds {
            return None;
        }
        let full = match text.len() {
            4 => format!("{text}-01-01"),
            7 => format!("{text}-01"),
            _ => text.to_owned(),
        };
        full.parse::<jiff::civil::Date>().ok().map(|_| Day(text.to_owned()))
    }

    /// The text as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// What every entry has.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Its kind.
    pub kind: Kind,
    /// Its only id.
    pub slug: Slug,
    /// Whether it is shown; pages and news always are.
    pub status: Status,
    /// What to use instead, for a retired entry.
    pub successor: Option<Slug>,
    /// Names and ids it had before, as written.
    pub former_slugs: Vec<String>,
    /// Its words in each language.
    pub words: Words,
    /// The files of its folder that are neither facts nor words, by path below the folder, sorted.
    pub files: Vec<StoredFile>,
    /// Who said that they use it, the newest first.
    pub uses: Vec<Use>,
    /// What people think of it, the newest first.
    pub reviews: Vec<Review>,
}

/// A file of an entry's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredFile {
    /// Path below the entry's folder, such as `files/canvas.odt`.
    pub path: String,
    /// Length in bytes.
    pub size: u64,
    /// Width and height in pixels, for pictures that could be read.
    pub dimensions: Option<(u32, u32)>,
}

/// A file offered for download, with what is stated about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// Path below the entry's folder.
    pub path: String,
    /// The language it is written in.
    pub language: String,
    /// What it is, in its own language.
    pub title: String,
    /// Term of `accessibility`.
    pub accessibility: String,
    /// Its licence, where it differs from the entry's.
    pub licence: Option<String>,
    /// What it was declared to be, where that differs from its name.
    pub format: Option<String>,
    /// Length in bytes; 0 where the file is missing.
    pub size: u64,
}

/// A version of an Interlinker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its name.
    pub version: String,
    /// When it came out.
    pub date: Option<Day>,
    /// What changed.
    pub notes: Option<String>,
}

/// Licence, publisher and contact: what ADMS-AP asks of everything that is published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// SPDX expression, address, or `unstated`.
    pub licence: Option<String>,
    /// Term of `licence-group`.
    pub licence_group: Option<String>,
    /// Who answers for it.
    pub publisher: Option<Slug>,
    /// A role mailbox or a page.
    pub contact: Option<String>,
}

/// A reusable tool or piece of knowledge.
#[derive(Debug, Clone)]
pub struct Interlinker {
    /// What every entry has.
    pub entry: Entry,
    /// What it is and where it lives.
    pub nature: Nature,
    /// Where an external one lives, or where software runs.
    pub address: Option<String>,
    /// Terms of `theme`.
    pub themes: Vec<String>,
    /// Terms of `purpose`.
    pub purposes: Vec<String>,
    /// The problem profiles it solves.
    pub problems: Vec<Slug>,
    /// Terms of `tag`.
    pub tags: Vec<String>,
    /// Term of `form`.
    pub form: Option<String>,
    /// Term of `difficulty`.
    pub difficulty: Option<String>,
    /// Terms of `audience`.
    pub audiences: Vec<String>,
    /// Terms of `scope`.
    pub scopes: Vec<String>,
    /// Terms of `service-type`.
    pub service_types: Vec<String>,
    /// The software Interlinkers it needs.
    pub based_on: Vec<Slug>,
    /// Licence, publisher, contact.
    pub rights: Rights,
    /// What can be downloaded.
    pub downloads: Vec<Download>,
    /// Newest first.
    pub versions: Vec<Version>,
}

impl Interlinker {
    /// The pictures of `snapshots/`, sorted by name.
    pub fn snapshots(&self) -> impl Iterator<Item = &StoredFile> {
        self.entry.files.iter().filter(|file| file.path.starts_with("snapshots/"))
    }

    /// The logo, if there is one.
    pub fn logo(&self) -> Option<&StoredFile> {
        self.entry.logo()
    }
}

impl Entry {
    /// The file named `logo.*` of the folder.
    pub fn logo(&self) -> Option<&StoredFile> {
        self.files.iter().find(|file| file.path.starts_with("logo."))
    }
}

/// A named need with a code.
#[derive(Debug, Clone)]
pub struct Problem {
    /// What every entry has.
    pub entry: Entry,
    /// Its code, such as `ORG_PROBLEM_6.1`.
    pub code: String,
    /// Term of `problem-family`.
    pub family: String,
}

/// A node of a schema. Its children are already in the order of their prerequisites.
#[derive(Debug, Clone)]
pub struct Node {
    /// Unique in the schema.
    pub id: String,
    /// No longer offered, kept because stories name it.
    pub retired: bool,
    /// Nodes of the same schema that come before it.
    pub prerequisites: Vec<String>,
    /// Its own problem profiles.
    pub problems: Vec<Slug>,
    /// Phases only: the service is delivered together.
    pub co_delivery: bool,
    /// Name and description in each language.
    pub words: Words,
    /// Objectives of a phase, tasks of an objective.
    pub children: Vec<Node>,
}

impl Node {
    /// The node and all below it, in reading order.
    pub fn walk(&self) -> Vec<&Node> {
        std::iter::once(self).chain(self.children.iter().flat_map(Node::walk)).collect()
    }
}

/// A template tree: phases, objectives, tasks.
#[derive(Debug, Clone)]
pub struct Schema {
    /// What every entry has.
    pub entry: Entry,
    /// Terms of `tag`.
    pub tags: Vec<String>,
    /// Licence, publisher, contact.
    pub rights: Rights,
    /// The phases, in the order of their prerequisites.
    pub phases: Vec<Node>,
}

impl Schema {
    /// The node of that id.
    pub fn node(&self, id: &str) -> Option<&Node> {
        self.phases.iter().flat_map(Node::walk).find(|node| node.id == id)
    }
}

/// A node of the reduced tree of a story.
#[derive(Debug, Clone)]
pub struct StoryNode {
    /// The node of a schema it was taken from: schema slug and node id.
    pub reference: Option<(Slug, String)>,
    /// The name of a node of the story's own.
    pub id: Option<String>,
    /// Term of `task-status`.
    pub status: Option<String>,
    /// The language of its reason and of the titles of its links, where one is stated for the
    /// node or for the tree.
    pub language: Option<String>,
    /// Why it was skipped.
    pub reason: Option<String>,
    /// Its own words, where they differ from the schema's: language, name, description.
    pub own_words: Option<Words>,
    /// The Interlinkers used, with their version where stated.
    pub interlinkers: Vec<(Slug, Option<String>)>,
    /// Public results: title and address.
    pub links: Vec<(String, String)>,
    /// The nodes below it.
    pub children: Vec<StoryNode>,
}

impl StoryNode {
    /// The node and all below it, in reading order.
    pub fn walk(&self) -> Vec<&StoryNode> {
        std::iter::once(self).chain(self.children.iter().flat_map(StoryNode::walk)).collect()
    }
}

/// A published success case.
#[derive(Debug, Clone)]
pub struct Story {
    /// What every entry has.
    pub entry: Entry,
    /// The schema the process followed.
    pub schema: Option<Slug>,
    /// Who did it.
    pub owners: Vec<Slug>,
    /// Licence, publisher, contact.
    pub rights: Rights,
    /// Terms of `country`.
    pub countries: Vec<String>,
    /// Term of `governance-model`.
    pub governance_model: Option<String>,
    /// When it began.
    pub start: Option<Day>,
    /// When it ended.
    pub end: Option<Day>,
    /// The public service it was about.
    pub public_service: Option<PublicService>,
    /// Terms of `tag`.
    pub tags: Vec<String>,
    /// Its materials.
    pub downloads: Vec<Download>,
    /// The reduced tree of its process.
    pub tree: Vec<StoryNode>,
}

/// The public service of a story; its name and description are among the words of the story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicService {
    /// The number or address under which its authority knows it.
    pub identifier: Option<String>,
    /// Who answers for it.
    pub authority: Option<Slug>,
    /// Where people use it or read about it.
    pub homepage: Option<String>,
    /// Term of `service-status`.
    pub status: Option<String>,
    /// Terms of `thematic-area`.
    pub thematic_areas: Vec<String>,
    /// Terms of `country`.
    pub countries: Vec<String>,
    /// Codes of the languages it is offered in.
    pub languages: Vec<String>,
}

impl PublicService {
    /// What CPSV-AP calls its identifier: the one stated, else its home page.
    pub fn identifier(&self) -> Option<&str> {
        self.identifier.as_deref().or(self.homepage.as_deref())
    }

    /// Whether more is known of it than an address.
    pub fn is_described(&self) -> bool {
        let address_only = PublicService { homepage: self.homepage.clone(), ..PublicService::default() };
        *self != address_only
    }
}

/// An open process that looks for collaborators.
#[derive(Debug, Clone)]
pub struct Call {
    /// What every entry has.
    pub entry: Entry,
    /// The first day.
    pub start: Option<Day>,
    /// The last day.
    pub end: Day,
    /// A role mailbox or a page.
    pub contact: String,
    /// Who calls.
    pub organisation: Option<Slug>,
    /// Terms of `role`.
    pub roles: Vec<String>,
    /// The schema the process follows.
    pub schema: Option<Slug>,
    /// Terms of `country`.
    pub countries: Vec<String>,
    /// Terms of `tag`.
    pub tags: Vec<String>,
}

/// Who owns, uses or publishes something.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// What every entry has.
    pub entry: Entry,
    /// Term of `organisation-type`.
    pub organisation_type: String,
    /// Term of `country`.
    pub country: Option<String>,
    /// Its own site.
    pub website: Option<String>,
    /// E-mail domains that prove someone speaks for it.
    pub domains: Vec<String>,
}

/// An editorial page.
#[derive(Debug, Clone)]
pub struct Page {
    /// What every entry has.
    pub entry: Entry,
}

/// A news item; with a start it is an event.
#[derive(Debug, Clone)]
pub struct News {
    /// What every entry has; the slug begins with the day.
    pub entry: Entry,
    /// The day it was published, from the slug.
    pub day: Day,
    /// First day of an event.
    pub start: Option<Day>,
    /// Last day of an event.
    pub end: Option<Day>,
    /// Where an event is held, per language.
    pub place: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_as_precise_as_it_is_known() {
        for good in ["2026-03-14", "2026-03", "2026", "2024-02-29"] {
            assert_eq!(Day::parse(good).map(|day| day.to_string()).as_deref(), Some(good));
        }
        for bad in ["14.03.2026", "2026-13", "2026-02-30", "26", "2026-3-1", "2026-03-14T00:00", "２０２６"]
        {
            assert_eq!(Day::parse(bad), None, "{bad}");
        }
    }
}
