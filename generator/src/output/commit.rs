//! From the staged site to the site: the journal, and what a killed run leaves to do.
//!
//! The journal holds the hash of the staged manifest and nothing else: what is to be done follows
//! from the old manifest, the staged one and the staged files, and every step may be done twice.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{Disk, io_error};
use super::manifest::{Entry, Manifest};
use super::{JOURNAL, LOCK, MANIFEST, OutputError, STAGING, paths};
use crate::digest::Digest;

/// What [`recover`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recovery {
    /// No run was cut off.
    Nothing,
    /// A run was cut off before its site was complete: its files are gone, the last site stands.
    Discarded,
    /// A run was cut off while its site was put in place: that is done now.
    Completed,
}

/// Completes or discards what a killed run left in a target. Every run begins with this; call it
/// to mend a site without building it.
///
/// # Errors
/// When another run has the target, or the disk refuses.
pub fn recover(out: &Path) -> Result<Recovery, OutputError> {
    if !out.is_dir() {
        return Ok(Recovery::Nothing);
    }
    super::target::refuse_foreign_folder(out)?;
    let _lock = lock(out)?;
    recover_locked(out, &Disk::default())
}

/// Takes the target for one run. The lock ends with the process, however it ends; the file stays,
/// since removing it would let two runs lock two different files.
pub(super) fn lock(out: &Path) -> Result<File, OutputError> {
    let path = out.join(LOCK);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(io_error("write", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(OutputError::Busy(out.to_owned())),
        // Some network file systems have no locks; a build there is worth more than the guard.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(error)) => Err(io_error("lock", &path)(error)),
    }
}

pub(super) fn recover_locked(out: &Path, disk: &Disk) -> Result<Recovery, OutputError> {
    let staging = out.join(STAGING);
    let journal = match fs::read(out.join(JOURNAL)) {
        Ok(journal) => Some(journal),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(io_error("read", &out.join(JOURNAL))(error)),
    };
    let staged_manifest = fs::read(staged_manifest(out)).ok();
    match (journal, staged_manifest) {
        (Some(journal), Some(manifest)) if journal == journal_of(&manifest) => {
            drop_damaged_files(out, disk)?;
            put_in_place(out, disk)?;
            Ok(Recovery::Completed)
        }
        // The manifest is the last thing to be renamed: all was done but tidying up. (A journal
        // that belongs to other files can only be left by a disk that lost its last writes.)
        (Some(_), _) => {
            disk.remove_file(&out.join(JOURNAL))?;
            disk.remove_tree(&staging)?;
            Ok(Recovery::Completed)
        }
        (None, _) if staging.exists() => {
            disk.remove_tree(&staging)?;
            Ok(Recovery::Discarded)
        }
        (None, _) => Ok(Recovery::Nothing),
    }
}

/// Where the files to come lie, in the folders of the site.
pub(super) fn staged_site(out: &Path) -> PathBuf {
    out.join(STAGING).join("site")
}

fn staged_manifest(out: &Path) -> PathBuf {
    out.join(STAGING).join("manifest")
}

fn journal_of(manifest: &[u8]) -> Vec<u8> {
    let mut journal = b"interlink-journal 1\n".to_vec();
    journal.extend_from_slice(&Digest::of(manifest).0);
    journal
}

/// Writes the list of the site to come beside its files.
pub(super) fn stage_manifest(out: &Path, new: &Manifest, disk: &Disk) -> Result<(), OutputError> {
    disk.write_durably(&staged_manifest(out), new.to_text().as_bytes())
}

/// Gives the files that are about to be replaced or removed a second name in the staging folder.
/// Freeing their bytes is the slow part of replacing them (milliseconds each on a disk that is
/// told what is free); with a second name that happens after the new site stands, not while
/// readers see some old files and some new ones.
pub(super) fn keep_old_bytes<'p>(
    out: &Path,
    paths: impl Iterator<Item = &'p String>,
    disk: &Disk,
) -> Result<(), OutputError> {
    let kept = out.join(STAGING).join("old");
    disk.create_folder(&kept)?;
    let paths: Vec<(usize, &String)> = paths.enumerate().collect();
    paths.into_par_iter().try_for_each(|(index, path)| {
        let file = out.join(path);
        // A link to a symbolic link would hold on to nothing.
        let is_file = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
        if is_file { disk.link(&file, &kept.join(index.to_string())) } else { Ok(()) }
    })
}

/// Makes the staged site the site. The rename of the journal is the moment it happens.
pub(super) fn commit(out: &Path, disk: &Disk) -> Result<(), OutputError> {
    let manifest_path = staged_manifest(out);
    let manifest = fs::read(&manifest_path).map_err(io_error("read", &manifest_path))?;
    let draft = out.join(STAGING).join("journal");
    disk.write_durably(&draft, &journal_of(&manifest))?;
    disk.rename(&draft, &out.join(JOURNAL))?;
    disk.sync_folder(out)?;
    put_in_place(out, disk)
}

/// The steps under the journal, for a run and for the one after a killed run.
fn put_in_place(out: &Path, disk: &Disk) -> Result<(), OutputError> {
    let old = Manifest::read(&out.join(MANIFEST))?;
    let new = Manifest::read(&staged_manifest(out))?;
    let (in_the_way, no_longer_needed) = removals(&old, &new, &staged_site(out));
    for path in in_the_way {
        remove(out, path, disk)?;
    }
    rename_staged_files(out, disk)?;
    // Last, so that a reader who came by an old page finds what it links to a little longer.
    for path in no_longer_needed {
        remove(out, path, disk)?;
    }
    disk.rename(&staged_manifest(out), &out.join(MANIFEST))?;
    disk.sync_folder(out)?;
    disk.remove_file(&out.join(JOURNAL))?;
    disk.remove_tree(&out.join(STAGING))
}

/// The files of the old site that the new one lacks: those in whose place it has a folder, or the
/// other way round, or a name that differs in case only; and the others.
fn removals<'a>(old: &'a Manifest, new: &'a Manifest, staged: &Path) -> (Vec<&'a str>, Vec<&'a str>) {
    let removed: Vec<&str> = old.missing_in(new).collect();
    if removed.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let by_folded: BTreeMap<String, &str> = new.paths().map(|path| (paths::folded(path), path)).collect();
    let (mut in_the_way, mut no_longer_needed) = (Vec::new(), Vec::new());
    for path in removed {
        if let Some(other) = by_folded.get(&paths::folded(path)) {
            // Once the new file is in place, a system that ignores case has only one of the two.
            if staged.join(other).exists() {
                in_the_way.push(path);
            }
        } else if new.first_below(path).is_some()
            || path.match_indices('/').any(|(at, _)| new.contains(&path[..at]))
        {
            in_the_way.push(path);
        } else {
            no_longer_needed.push(path);
        }
    }
    (in_the_way, no_longer_needed)
}

/// Removes a file of the old site, and the folders that are empty without it.
fn remove(out: &Path, path: &str, disk: &Disk) -> Result<(), OutputError> {
    let behind_link = path
        .match_indices('/')
        .any(|(at, _)| fs::symlink_metadata(out.join(&path[..at])).is_ok_and(|found| found.is_symlink()));
    // Somebody may have put a link here since we checked; what lies behind it is not ours.
    if behind_link {
        return Ok(());
    }
    disk.remove_file(&out.join(path))?;
    for (at, _) in path.rmatch_indices('/') {
        if !disk.remove_empty_folder(&out.join(&path[..at]))? {
            break;
        }
    }
    Ok(())
}

/// Renames what is staged into the site: a folder that the site lacks at once, else file by file.
/// Pages come last, so that what they load is there before them.
fn rename_staged_files(out: &Path, disk: &Disk) -> Result<(), OutputError> {
    let staged = staged_site(out);
    let mut renames: Vec<(u8, PathBuf)> = Vec::new();
    let mut walk = walkdir::WalkDir::new(&staged).min_depth(1).sort_by_file_name().into_iter();
    while let Some(item) = walk.next() {
        let item = match item {
            Ok(item) => item,
            Err(error) if !staged.exists() => {
                drop(error);
                return Ok(());
            }
            Err(error) => return Err(io_error("read", &staged)(error.into())),
        };
        let Ok(path) = item.path().strip_prefix(&staged) else { continue };
        if item.file_type().is_dir() {
            if !out.join(path).exists() {
                renames.push((1, path.to_owned()));
                walk.skip_current_dir();
            }
        } else {
            let is_page = path.extension().is_some_and(|extension| extension == "html");
            renames.push((if is_page { 2 } else { 0 }, path.to_owned()));
        }
    }
    renames.sort();
    for (_, path) in renames {
        disk.rename(&staged.join(&path), &out.join(&path))?;
    }
    Ok(())
}

/// After a power failure a staged file may lack its bytes: only the journal and the manifest are
/// forced to the disk, not each of a hundred thousand files. Such a file goes, and so does the old
/// one in its place, so that the next build sees that it is missing.
fn drop_damaged_files(out: &Path, disk: &Disk) -> Result<(), OutputError> {
    let new = Manifest::read(&staged_manifest(out))?;
    let staged = staged_site(out);
    for path in new.paths() {
        let file = staged.join(path);
        if file.is_file() && Entry::of_file(&file).ok() != new.get(path) {
            disk.remove_file(&file)?;
            disk.remove_file(&out.join(path))?;
        }
    }
    Ok(())
}
