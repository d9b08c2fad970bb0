//! What the folders of entries were called before, by the renamed files that Git tells of.
//!
//! Git calls two files the same by how much of them is alike. That holds for the words of an entry.
//! Facts are all alike: those of an entry that was added look like those of another that was
//! deleted. Facts alone therefore make a doubt, which the entry's `former-slugs` settle later.

use super::entry_folder;
use std::collections::{BTreeMap, BTreeSet};

/// A folder whose facts, but not its words, went to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Doubt {
    /// What stands for the folder until it is known what became of it; no folder can be called so.
    pub key: String,
    /// The last part of the folder's name.
    pub slug: String,
    /// What it is called now, if it is the same entry.
    pub same: String,
    /// What it is called now, if it is not.
    pub other: String,
}

/// What folders of entries are called now, by what they were called at the commit that is read.
/// The log goes back in time, so a rename holds for all that is read after it; a name that was
/// used again later belonged to the later entry until then.
#[derive(Default)]
pub(super) struct RenamedFolders {
    now: BTreeMap<String, String>,
    /// The renames of this commit, which hold from the next one on.
    noted: BTreeMap<String, Moved>,
    doubts: Vec<Doubt>,
}

/// Where the files of one folder went in one commit.
#[derive(Default)]
struct Moved {
    words: BTreeSet<String>,
    facts: BTreeSet<String>,
}

impl RenamedFolders {
    /// Notes a renamed file. A file below a folder of the entry may have been handed from one entry
    /// to another, so it says nothing.
    pub fn note(&mut self, old: &str, new: &str) {
        let (Some(old_folder), Some(new_folder)) = (entry_folder(old), entry_folder(new)) else { return };
        let file = &old[old_folder.len() + 1..];
        let is_own = file == &new[new_folder.len() + 1..] && !file.contains('/');
        let is_same_kind = old.split('/').next() == new.split('/').next();
        if !is_own || !is_same_kind || old_folder == new_folder {
            return;
        }
        let now = self.now(new_folder).to_owned();
        let moved = self.noted.entry(old_folder.to_owned()).or_default();
        if file.ends_with(".md") {
            moved.words.insert(now);
        } else if file.ends_with(".yaml") {
            moved.facts.insert(now);
        }
    }

    /// Ends a commit. A folder whose files went to several others is none of them.
    pub fn next_commit(&mut self) {
        for (old, moved) in std::mem::take(&mut self.noted) {
            let is_sure = !moved.words.is_empty();
            let mut to = if is_sure { moved.words } else { moved.facts };
            let (Some(same), true) = (to.pop_first(), to.is_empty()) else { continue };
            if is_sure {
                self.now.insert(old, same);
                continue;
            }
            let slug = old.rsplit('/').next().unwrap_or_default().to_owned();
            let key = format!("{old}\0{}", self.doubts.len());
            let other = self.now(&old).to_owned();
            self.doubts.push(Doubt { key: key.clone(), slug, same, other });
            self.now.insert(old, key);
        }
    }

    /// What a folder is called now.
    pub fn now<'f>(&'f self, folder: &'f str) -> &'f str {
        self.now.get(folder).map_or(folder, String::as_str)
    }

    /// The doubts, each after those it builds on.
    pub fn into_doubts(self) -> Vec<Doubt> {
        self.doubts
    }
}
