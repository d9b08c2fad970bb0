//! Which folders a site may be written to, and what in them may be replaced.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::io_error;
use super::manifest::Manifest;
use super::{JOURNAL, LOCK, MANIFEST, OutputError, STAGING};

/// Refuses a target that is not ours to write to, before any work is done: a folder in the content
/// folder or around it, a file, a folder with files and no manifest of ours.
///
/// # Errors
/// With the reason, and what to do.
pub fn refuse_unsafe_target(out: &Path, content: &Path) -> Result<(), OutputError> {
    let (real_out, real_content) = (real_path(out)?, real_path(content)?);
    if real_out.starts_with(&real_content) || real_content.starts_with(&real_out) {
        return Err(OutputError::InsideContent { out: out.to_owned(), content: content.to_owned() });
    }
    refuse_foreign_folder(out)
}

/// Refuses a folder for derived media that would become part of the content.
///
/// # Errors
/// With the reason, and what to do.
pub fn refuse_unsafe_cache(cache: &Path, content: &Path) -> Result<(), OutputError> {
    if real_path(cache)?.starts_with(real_path(content)?) {
        return Err(OutputError::CacheInsideContent { cache: cache.to_owned(), content: content.to_owned() });
    }
    Ok(())
}

/// The path without links and `..`, also of a folder that does not exist yet.
fn real_path(path: &Path) -> Result<PathBuf, OutputError> {
    let path = std::path::absolute(path).map_err(io_error("find", path))?;
    let mut missing = Vec::new();
    let mut existing = path.as_path();
    loop {
        if let Ok(mut real) = existing.canonicalize() {
            for step in missing.iter().rev() {
                match step {
                    std::path::Component::ParentDir => {
                        real.pop();
                    }
                    step => real.push(step),
                }
            }
            return Ok(real);
        }
        let (Some(parent), Some(step)) = (existing.parent(), existing.components().next_back()) else {
            return Ok(path);
        };
        missing.push(step);
        existing = parent;
    }
}

/// Refuses a file, and a folder with files in it that has no manifest of ours. A run that was
/// killed before it had a manifest leaves only files of our own names: those may stay.
pub(super) fn refuse_foreign_folder(out: &Path) -> Result<(), OutputError> {
    match fs::metadata(out) {
        Err(_) => return Ok(()),
        Ok(found) if !found.is_dir() => return Err(OutputError::NotAFolder(out.to_owned())),
        Ok(_) => {}
    }
    let mut foreign = false;
    for item in fs::read_dir(out).map_err(io_error("read", out))? {
        let name = item.map_err(io_error("read", out))?.file_name();
        if name == MANIFEST || name == JOURNAL {
            return Ok(());
        }
        foreign |= name != STAGING && name != LOCK;
    }
    if foreign { Err(OutputError::ForeignFolder(out.to_owned())) } else { Ok(()) }
}

/// Refuses to write or remove a path where something that is not ours stands in the way: a
/// symbolic link or a file above it, or a folder in its place with files of others.
pub(super) fn refuse_obstacles(
    out: &Path,
    path: &str,
    old: &Manifest,
    new: &Manifest,
) -> Result<(), OutputError> {
    for (at, _) in path.match_indices('/') {
        let folder = out.join(&path[..at]);
        match fs::symlink_metadata(&folder) {
            // Nothing below it exists either.
            Err(_) => return Ok(()),
            Ok(found) if found.is_dir() => {}
            // A file of ours that the new site does not have makes room.
            Ok(found) if found.is_file() && old.contains(&path[..at]) && !new.contains(&path[..at]) => {
                return Ok(());
            }
            Ok(_) => return Err(OutputError::Foreign(folder)),
        }
    }
    let target = out.join(path);
    if new.contains(path) && fs::symlink_metadata(&target).is_ok_and(|found| found.is_dir()) {
        refuse_foreign_files(&target, path, old)?;
    }
    Ok(())
}

/// Refuses a folder in which any file is not ours. Ours go when a file takes the folder's place.
fn refuse_foreign_files(folder: &Path, path: &str, old: &Manifest) -> Result<(), OutputError> {
    for item in walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name() {
        let item = item.map_err(|error| io_error("read", folder)(error.into()))?;
        let below = item.path().strip_prefix(folder).ok().and_then(Path::to_str);
        let ours = below.is_some_and(|below| old.contains(&format!("{path}/{}", below.replace('\\', "/"))));
        // An empty folder of somebody else's is no loss, but it would not go away by itself.
        let empty_folder = item.file_type().is_dir()
            && fs::read_dir(item.path()).is_ok_and(|mut items| items.next().is_none());
        if empty_folder || (!item.file_type().is_dir() && !ours) {
            return Err(OutputError::Foreign(item.path().to_owned()));
        }
    }
    Ok(())
}
