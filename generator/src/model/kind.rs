//! The kinds of entries a catalogue holds.

use std::fmt;

/// A kind of entry. Its singular name is the value in data, its plural the folder, the site path
/// and the API path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A reusable tool or piece of knowledge.
    Interlinker,
    /// A named need with a code.
    Problem,
    /// A template tree of phases, objectives and tasks.
    Schema,
    /// A published success case.
    Story,
    /// An open process that looks for collaborators.
    Call,
    /// Who owns, uses or publishes something.
    Organisation,
    /// An editorial page.
    Page,
    /// A news item or event.
    News,
}

impl Kind {
    /// Every kind, in the order entries are numbered.
    pub const ALL: [Kind; 8] = [
        Kind::Interlinker,
        Kind::Problem,
        Kind::Schema,
        Kind::Story,
        Kind::Call,
        Kind::Organisation,
        Kind::Page,
        Kind::News,
    ];

    /// The singular name, such as `interlinker`.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Interlinker => "interlinker",
            Kind::Problem => "problem",
            Kind::Schema => "schema",
            Kind::Story => "story",
            Kind::Call => "call",
            Kind::Organisation => "organisation",
            Kind::Page => "page",
            Kind::News => "news",
        }
    }

    /// The folder of `content/` and the path of the site, such as `interlinkers`.
    pub fn folder(self) -> &'static str {
        match self {
            Kind::Interlinker => "interlinkers",
            Kind::Problem => "problems",
            Kind::Schema => "schemas",
            Kind::Story => "stories",
            Kind::Call => "calls",
            Kind::Organisation => "organisations",
            Kind::Page => "pages",
            Kind::News => "news",
        }
    }

    /// The name of the facts file, such as `interlinker.yaml`; pages and news have none.
    pub fn facts_file(self) -> Option<String> {
        match self {
            Kind::Page | Kind::News => None,
            _ => Some(format!("{}.yaml", self.name())),
        }
    }

    /// The kind whose entries lie in this folder of `content/`.
    pub fn from_folder(folder: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The kind of this singular name.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}
