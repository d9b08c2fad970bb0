//! Files an import makes -> the folder, last step of the flow. A file whose bytes are not ours any
//! more was changed by a person and is left alone; what we wrote is remembered in a manifest.
//!
//! The manifest is written twice: before the files, with the planned hashes marked `+`, and after
//! them. A run that is killed in between therefore leaves nothing the next run could mistake for a
//! person's work. Each file is written beside its place and renamed into it, so none is ever half.

use super::ImportError;
use crate::digest::Digest;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// How an importer lives in the folder it writes to.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The name of its manifest; each importer has its own.
    pub manifest: &'static str,
    /// Whether it adds entries to content that is there, instead of making the whole folder.
    pub joins_content: bool,
}

/// Where a file is written before it is renamed into its place.
const STAGE: &str = ".import-stage";

/// Where the bytes of a file come from.
#[derive(Debug, Clone)]
pub enum Content {
    /// Made by the importer.
    Bytes(Vec<u8>),
    /// A file of the source, copied as it is.
    Copy(PathBuf),
}

/// The files to write, by path below the folder, with `/` between names.
pub type Outputs = BTreeMap<String, Content>;

/// What writing will do, found out before anything is touched.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Plan {
    /// To be written: absent, or ours and different.
    pub write: BTreeSet<String>,
    /// Already as they should be.
    pub unchanged: BTreeSet<String>,
    /// Changed by a person since the last import; left as they are.
    pub kept: BTreeSet<String>,
    /// Deleted by a person since the last import; not made again.
    pub deleted: BTreeSet<String>,
    /// Written by an earlier import, no longer in the source; left as they are.
    pub vanished: BTreeSet<String>,
    hashes: BTreeMap<String, String>,
}

/// Whether an earlier import made this file, or was about to.
///
/// # Errors
/// When the manifest cannot be read.
pub fn is_ours(place: Place, folder: &Path, path: &str) -> Result<bool, ImportError> {
    Ok(read_manifest(folder, place.manifest)?.is_some_and(|manifest| manifest.contains_key(path)))
}

/// What the manifest says about one path.
#[derive(Debug, Default, Clone)]
struct Known {
    /// The hash of the bytes we wrote last.
    written: Option<String>,
    /// The hash of the bytes we were about to write.
    planned: Option<String>,
}

/// Finds out what writing would do.
///
/// # Errors
/// When a file cannot be read, or the folder holds files but no manifest.
pub fn plan_outputs(place: Place, folder: &Path, outputs: &Outputs) -> Result<Plan, ImportError> {
    let manifest = read_manifest(folder, place.manifest)?;
    if !place.joins_content && manifest.is_none() && holds_files(folder)? {
        return Err(ImportError::ForeignFolder(folder.to_owned()));
    }
    let manifest = manifest.unwrap_or_default();
    let mut plan = Plan::default();
    for (path, content) in outputs {
        let hash = hash(&bytes_of(content)?);
        let known = manifest.get(path).cloned().unwrap_or_default();
        let list = match read_if_there(&folder.join(path))? {
            None if known.written.is_some() && known.planned.is_none() => &mut plan.deleted,
            None => &mut plan.write,
            Some(bytes) => {
                let present = Some(self::hash(&bytes));
                if present.as_ref() == Some(&hash) {
                    &mut plan.unchanged
                } else if present == known.written || present == known.planned {
                    &mut plan.write
                } else {
                    &mut plan.kept
                }
            }
        };
        list.insert(path.clone());
        plan.hashes.insert(path.clone(), hash);
    }
    for path in manifest.keys().filter(|path| !outputs.contains_key(*path)) {
        if folder.join(path).exists() {
            plan.vanished.insert(path.clone());
        }
    }
    Ok(plan)
}

/// Does what was planned.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write_outputs(place: Place, folder: &Path, outputs: &Outputs, plan: &Plan) -> Result<(), ImportError> {
    fs::create_dir_all(folder).map_err(ImportError::io(folder))?;
    let mut manifest = read_manifest(folder, place.manifest)?.unwrap_or_default();
    let before = manifest_text(&manifest);
    for path in &plan.write {
        manifest.entry(path.clone()).or_default().planned = plan.hashes.get(path).cloned();
    }
    if !plan.write.is_empty() {
        replace_file(folder, place.manifest, manifest_text(&manifest).as_bytes())?;
    }
    for (path, content) in outputs {
        if plan.write.contains(path) {
            replace_file(folder, path, &bytes_of(content)?)?;
        }
    }
    for path in plan.write.iter().chain(&plan.unchanged) {
        let written = plan.hashes.get(path).cloned();
        manifest.insert(path.clone(), Known { written, planned: None });
    }
    let after = manifest_text(&manifest);
    if after != before {
        replace_file(folder, place.manifest, after.as_bytes())?;
    }
    Ok(())
}

/// Writes a file beside its place and renames it into it.
fn replace_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), ImportError> {
    let place = folder.join(path);
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent).map_err(ImportError::io(parent))?;
    }
    let stage = folder.join(STAGE);
    fs::write(&stage, bytes).map_err(ImportError::io(&stage))?;
    fs::rename(&stage, &place).map_err(ImportError::io(&place))
}

fn bytes_of(content: &Content) -> Result<Vec<u8>, ImportError> {
    match content {
        Content::Bytes(bytes) => Ok(bytes.clone()),
        Content::Copy(path) => fs::read(path).map_err(ImportError::io(path)),
    }
}

fn read_if_there(place: &Path) -> Result<Option<Vec<u8>>, ImportError> {
    match fs::read(place) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(ImportError::Io { path: place.to_owned(), error }),
    }
}

/// Whether the folder holds anything a person may have put there; names that begin with a dot
/// (`.git`) do not count.
fn holds_files(folder: &Path) -> Result<bool, ImportError> {
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(ImportError::Io { path: folder.to_owned(), error }),
    };
    for entry in listing {
        let entry = entry.map_err(ImportError::io(folder))?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            return Ok(true);
        }
    }
    Ok(false)
}

fn hash(bytes: &[u8]) -> String {
    Digest::of(bytes).hex(32)
}

/// Lines of `hash path`; a hash with `+` before it was about to be written.
fn read_manifest(folder: &Path, name: &str) -> Result<Option<BTreeMap<String, Known>>, ImportError> {
    let Some(bytes) = read_if_there(&folder.join(name))? else { return Ok(None) };
    let mut manifest: BTreeMap<String, Known> = BTreeMap::new();
    for line in String::from_utf8_lossy(&bytes).lines() {
        let Some((hash, path)) = line.split_once(' ') else { continue };
        let known = manifest.entry(path.to_owned()).or_default();
        match hash.strip_prefix('+') {
            Some(planned) => known.planned = Some(planned.to_owned()),
            None => known.written = Some(hash.to_owned()),
        }
    }
    Ok(Some(manifest))
}

fn manifest_text(manifest: &BTreeMap<String, Known>) -> String {
    let mut text = String::new();
    for (path, known) in manifest {
        for (mark, hash) in [("", &known.written), ("+", &known.planned)] {
            if let Some(hash) = hash {
                text.push_str(&format!("{mark}{hash} {path}\n"));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEED: Place = Place { manifest: ".import-manifest", joins_content: false };

    fn outputs(files: &[(&str, &str)]) -> Outputs {
        files.iter().map(|(path, text)| ((*path).to_owned(), Content::Bytes((*text).into()))).collect()
    }

    fn write(folder: &Path, files: &[(&str, &str)]) -> Plan {
        let outputs = outputs(files);
        let plan = plan_outputs(SEED, folder, &outputs).unwrap();
        write_outputs(SEED, folder, &outputs, &plan).unwrap();
        plan
    }

    fn read(folder: &Path, path: &str) -> String {
        fs::read_to_string(folder.join(path)).unwrap()
    }

    #[test]
    fn a_second_run_touches_nothing() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("a/b.md", "one")]);
        let manifest = read(folder.path(), SEED.manifest);
        let plan = write(folder.path(), &[("a/b.md", "one")]);
        assert!(plan.write.is_empty());
        assert_eq!(read(folder.path(), SEED.manifest), manifest);
        assert!(!folder.path().join(STAGE).exists());
    }

    #[test]
    fn a_file_a_person_changed_is_kept_and_ours_is_renewed() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("mine.md", "one"), ("yours.md", "one")]);
        fs::write(folder.path().join("yours.md"), "edited").unwrap();
        let plan = write(folder.path(), &[("mine.md", "two"), ("yours.md", "two")]);
        assert_eq!(plan.kept, BTreeSet::from(["yours.md".to_owned()]));
        assert_eq!(read(folder.path(), "mine.md"), "two");
        assert_eq!(read(folder.path(), "yours.md"), "edited");
        // Still a person's at the third run.
        let plan = write(folder.path(), &[("mine.md", "two"), ("yours.md", "two")]);
        assert_eq!(plan.kept, BTreeSet::from(["yours.md".to_owned()]));
    }

    #[test]
    fn a_file_a_person_deleted_stays_away_and_a_vanished_source_deletes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("gone.md", "one"), ("old.md", "one")]);
        fs::remove_file(folder.path().join("gone.md")).unwrap();
        let plan = write(folder.path(), &[("gone.md", "one")]);
        assert_eq!(plan.deleted, BTreeSet::from(["gone.md".to_owned()]));
        assert_eq!(plan.vanished, BTreeSet::from(["old.md".to_owned()]));
        assert!(!folder.path().join("gone.md").exists());
        assert_eq!(read(folder.path(), "old.md"), "one");
    }

    #[test]
    fn a_run_killed_half_way_is_finished_by_the_next_even_with_a_newer_source() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("a.md", "one"), ("b.md", "one")]);
        // As after a kill: the plan is on disk, the first file is renewed, the second is not.
        let planned = outputs(&[("a.md", "two"), ("b.md", "two"), ("c.md", "two")]);
        let plan = plan_outputs(SEED, folder.path(), &planned).unwrap();
        let mut manifest = read_manifest(folder.path(), SEED.manifest).unwrap().unwrap();
        for path in &plan.write {
            manifest.entry(path.clone()).or_default().planned = plan.hashes.get(path).cloned();
        }
        fs::write(folder.path().join(SEED.manifest), manifest_text(&manifest)).unwrap();
        fs::write(folder.path().join("a.md"), "two").unwrap();

        let plan = write(folder.path(), &[("a.md", "three"), ("b.md", "three"), ("c.md", "three")]);
        assert!(plan.kept.is_empty() && plan.deleted.is_empty(), "{plan:?}");
        for path in ["a.md", "b.md", "c.md"] {
            assert_eq!(read(folder.path(), path), "three");
        }
    }

    #[test]
    fn a_folder_of_someone_else_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert!(plan_outputs(SEED, folder.path(), &Outputs::new()).is_ok());
        fs::write(folder.path().join("site.yaml"), "name: {}").unwrap();
        assert!(matches!(
            plan_outputs(SEED, folder.path(), &Outputs::new()),
            Err(ImportError::ForeignFolder(_))
        ));
    }
}
