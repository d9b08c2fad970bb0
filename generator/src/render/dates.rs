//! What pages show of an entry's history: when it was added and changed, and who contributed with
//! their consent. Whoever reads Git fills it; an entry that is not in it shows nothing.

use std::collections::BTreeMap;

use crate::model::entry::Day;
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// The dates of one entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryDates {
    /// The day it was added.
    pub created: Option<Day>,
    /// The day it was last changed.
    pub changed: Option<Day>,
    /// Names of people who agreed to be named, sorted.
    pub contributors: Vec<String>,
}

/// The dates of a catalogue.
#[derive(Debug, Clone, Default)]
pub struct Dates {
    entries: BTreeMap<(Kind, Slug), EntryDates>,
    /// The day the site was built for, such as the newest commit's.
    pub today: Option<Day>,
}

impl Dates {
    /// Adds the dates of an entry.
    pub fn insert(&mut self, kind: Kind, slug: Slug, dates: EntryDates) {
        self.entries.insert((kind, slug), dates);
    }

    /// The dates of an entry.
    pub fn of(&self, kind: Kind, slug: &Slug) -> Option<&EntryDates> {
        self.entries.get(&(kind, slug.clone()))
    }
}
