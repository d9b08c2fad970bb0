//! The last arrow: files of the site, from memory to the disk, without ever showing half a site.
//!
//! What changed is written to a staging folder inside the target while the old site stands. When
//! everything is there, a journal is put in place, and from then on the new site *is* the site:
//! the staged files are renamed in, files of the old site that the new one lacks are removed, the
//! manifest is replaced, the journal goes. A run killed before the journal leaves the old site; a
//! run killed after it is completed by the next one (see `commit`). Readers may read all the
//! while: a file is the old one or the new one, never a part.
//!
//! Invariants, each with a test: nothing is removed or overwritten that our own manifest does not
//! name; nothing is written outside the target, through a symbolic link either; a file whose bytes
//! did not change is not touched; the result does not depend on the order of [`SiteWriter::add`].

mod commit;
mod disk;
mod manifest;
mod paths;
mod target;

pub use commit::{Recovery, recover};
pub use target::{refuse_unsafe_cache, refuse_unsafe_target};

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::digest::Digest;

use disk::Disk;
use manifest::{Entry, Manifest};

/// What a run did to the target. Paths are sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WriteReport {
    /// Files that are new or have new bytes.
    pub written: Vec<String>,
    /// Files of the last site that this one has no more.
    pub removed: Vec<String>,
    /// How many files had the right bytes already.
    pub unchanged: usize,
}

/// Why a site was not written. The last one stands as it was.
#[derive(Debug, thiserror::Error)]
pub enum OutputError {
    /// The target lies in the content folder, or holds it.
    #[error("{} and the content folder {} lie one inside the other: choose another --out", out.display(), content.display())]
    InsideContent {
        /// The target.
        out: PathBuf,
        /// The content folder.
        content: PathBuf,
    },
    /// The folder for derived media lies in the content folder.
    #[error("the cache {} lies inside the content folder {}, where it would become content: choose another --cache", cache.display(), content.display())]
    CacheInsideContent {
        /// The folder for derived media.
        cache: PathBuf,
        /// The content folder.
        content: PathBuf,
    },
    /// The target is a file.
    #[error("{} is no folder: choose another --out", .0.display())]
    NotAFolder(PathBuf),
    /// The target holds files and no manifest of ours.
    #[error("{} is not empty and was not made by interlink (it has no {}): choose an empty folder or another --out", .0.display(), MANIFEST)]
    ForeignFolder(PathBuf),
    /// Another run writes to the target.
    #[error("another run of interlink is writing to {}: wait for it, or choose another --out", .0.display())]
    Busy(PathBuf),
    /// The manifest cannot be read, so nobody knows which files are ours.
    #[error("{}:{line}: the list of our files is damaged: empty the folder and build again", path.display())]
    DamagedManifest {
        /// The manifest.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
    },
    /// A path that could leave the target or means different things on different systems.
    #[error("the site cannot have a file {path:?}: {problem}")]
    UnsafePath {
        /// The path.
        path: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// One path twice.
    #[error("two files of the site have the path {0:?}")]
    DuplicatePath(String),
    /// Two paths that some file systems take for one.
    #[error(
        "the paths {0:?} and {1:?} differ in upper and lower case only, which many systems take for one: rename one"
    )]
    CaseCollision(String, String),
    /// A path that is a file for one page and a folder for another.
    #[error("the site cannot have a file {file:?} and files below it ({below:?})")]
    FileAndFolder {
        /// The file.
        file: String,
        /// A file below it.
        below: String,
    },
    /// Something in the target that we did not write stands in the way.
    #[error("{} was not written by interlink and is in the way of the new site: move it elsewhere", .0.display())]
    Foreign(PathBuf),
    /// A copied file had other bytes when it was copied than when it was read.
    #[error("{} changed while it was copied: build again", .0.display())]
    SourceChanged(PathBuf),
    /// The disk refused.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
}

/// The list of our files, in the target.
pub(crate) const MANIFEST: &str = ".interlink-manifest";
/// Exists from the moment the staged site is the site until it is in place.
const JOURNAL: &str = ".interlink-journal";
/// The files to come.
const STAGING: &str = ".interlink-staging";
/// Locked while a run writes.
const LOCK: &str = ".interlink-lock";
/// What the names of our own files begin with; no file of the site may.
const OWN_PREFIX: &str = ".interlink-";

/// The files that we wrote into a folder; none where it is no site of ours.
///
/// # Errors
/// When the list of them cannot be read or is damaged.
pub fn files_of(site: &Path) -> Result<Vec<KnownFile>, OutputError> {
    Ok(Manifest::read(&site.join(MANIFEST))?.known_files())
}

/// A site being written. Threads share it; nothing of it shows before [`SiteWriter::finish`], and
/// dropping it leaves the last site.
pub struct SiteWriter {
    out: PathBuf,
    disk: Disk,
    old: Manifest,
    files: Mutex<BTreeMap<String, Added>>,
    /// From here on the staging folder belongs to the journal.
    committed: bool,
    /// Held open: closing it ends the lock.
    _lock: std::fs::File,
}

/// A file of the site that is being written.
#[derive(Debug, Clone)]
pub struct KnownFile {
    /// Its path below the base of the site.
    pub path: String,
    /// Its length in bytes.
    pub size: u64,
    /// What is in it.
    pub digest: Digest,
}

struct Added {
    entry: Entry,
    changed: bool,
}

impl SiteWriter {
    /// Takes the target for this run, makes it if it is absent, and completes what a killed run
    /// left.
    ///
    /// # Errors
    /// When the target is not ours or another run has it.
    pub fn begin(out: &Path) -> Result<SiteWriter, OutputError> {
        SiteWriter::begin_with(out, Disk::default())
    }

    fn begin_with(out: &Path, disk: Disk) -> Result<SiteWriter, OutputError> {
        target::refuse_foreign_folder(out)?;
        disk.create_folder(out)?;
        let lock = commit::lock(out)?;
        commit::recover_locked(out, &disk)?;
        let old = Manifest::read(&out.join(MANIFEST))?;
        disk.create_folder(&commit::staged_site(out))?;
        Ok(SiteWriter {
            out: out.to_owned(),
            disk,
            old,
            files: Mutex::new(BTreeMap::new()),
            committed: false,
            _lock: lock,
        })
    }

    /// Adds a file made by the build.
    ///
    /// # Errors
    /// When its path is unsafe or taken, or the disk refuses.
    pub fn add(&self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        if self.register(path, Entry::of_bytes(bytes))? {
            self.disk.write(&commit::staged_site(&self.out).join(path), bytes)?;
        }
        Ok(())
    }

    /// Adds a copy of a file.
    ///
    /// # Errors
    /// When its path is unsafe or taken, or the disk refuses.
    pub fn add_file(&self, path: &str, source: &Path) -> Result<(), OutputError> {
        let entry = Entry::of_file(source)?;
        if self.register(path, entry)? {
            self.disk.copy(source, &commit::staged_site(&self.out).join(path), entry)?;
        }
        Ok(())
    }

    /// What was added so far, by path, for a file that lists the others.
    pub fn added(&self) -> Vec<KnownFile> {
        let files = self.files();
        let known = |(path, added): (&String, &Added)| KnownFile {
            path: path.clone(),
            size: added.entry.length,
            digest: added.entry.digest,
        };
        files.iter().map(known).collect()
    }

    /// Notes a file of the new site; true if it has to be written.
    fn register(&self, path: &str, entry: Entry) -> Result<bool, OutputError> {
        paths::check(path)?;
        let changed = !self.stands_already(path, entry)?;
        let mut files = self.files();
        if files.insert(path.to_owned(), Added { entry, changed }).is_some() {
            return Err(OutputError::DuplicatePath(path.to_owned()));
        }
        Ok(changed)
    }

    /// Whether the target has these bytes under this path. Of our own files the length is looked
    /// at, not the bytes: it notices a file that was deleted, cut off or edited by hand, at the
    /// price of one look in the folder.
    fn stands_already(&self, path: &str, entry: Entry) -> Result<bool, OutputError> {
        let target = self.out.join(path);
        let found = std::fs::symlink_metadata(&target).ok().filter(|found| !found.is_dir());
        match (self.old.get(path), found) {
            (_, None) => Ok(false),
            (Some(old), Some(found)) => Ok(old == entry && found.is_file() && found.len() == entry.length),
            (None, Some(_)) if Entry::of_file(&target).is_ok_and(|found| found == entry) => Ok(true),
            (None, Some(_)) => Err(OutputError::Foreign(target)),
        }
    }

    /// Makes the added files the site.
    ///
    /// # Errors
    /// When the paths clash with each other or with files of others, or the disk refuses. An error
    /// in the last step, the renaming, is mended by the next run.
    pub fn finish(mut self) -> Result<WriteReport, OutputError> {
        let added = std::mem::take(&mut *self.files());
        let mut report = WriteReport::default();
        let mut new = Manifest::default();
        for (path, Added { entry, changed }) in added {
            if changed {
                report.written.push(path.clone());
            } else {
                report.unchanged += 1;
            }
            new.insert(path, entry);
        }
        report.removed = self.old.missing_in(&new).map(str::to_owned).collect();
        paths::refuse_collisions(&new)?;
        for path in report.written.iter().chain(&report.removed) {
            target::refuse_obstacles(&self.out, path, &self.old, &new)?;
        }
        if report.written.is_empty() && new == self.old && self.out.join(MANIFEST).exists() {
            return Ok(report);
        }
        commit::keep_old_bytes(&self.out, report.written.iter().chain(&report.removed), &self.disk)?;
        commit::stage_manifest(&self.out, &new, &self.disk)?;
        self.committed = true;
        commit::commit(&self.out, &self.disk)?;
        Ok(report)
    }

    fn files(&self) -> MutexGuard<'_, BTreeMap<String, Added>> {
        // A thread that panicked while it held the list left it whole: one insert is all it does.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for SiteWriter {
    fn drop(&mut self) {
        if !self.committed {
            // What cannot be removed now is removed by the next run.
            let _ = self.disk.remove_tree(&self.out.join(STAGING));
        }
    }
}

#[cfg(test)]
mod tests;
