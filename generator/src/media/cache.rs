//! The media cache: what was derived from a file is kept by the digest of that file and of the
//! recipe, outside the output, so that a picture is scaled and a PDF is drawn once and not in every
//! build.
//!
//! ```text
//! <folder>/ab/ab12….json     what came out: a record, with the digests of the files beside it
//! <folder>/ab/ab12…-0.webp   the first of those files
//! ```
//!
//! A file is written beside its place and renamed into it, so a killed build leaves no half one; and
//! what was read is held against the digest in the record, so a damaged one is made again. The
//! folder may be deleted between builds. After a build the oldest records go until it is small
//! enough, but only while no other build uses the folder: what that one has found there it still
//! has to copy into its site. Each build holds a shared lock meanwhile.

use std::fs;
use std::fs::TryLockError;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::model::site::Asset;

/// How large the folder may stay after a build, in bytes.
const MAX_SIZE: u64 = 512 * 1024 * 1024;
/// How long a file that was being written may lie there before it counts as left behind, in seconds.
const LEFT_BEHIND: u64 = 3600;

/// Where derived media are kept; without a folder nothing is, and everything is made anew.
#[derive(Debug, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
    /// Whether something was added, so that there may be too much.
    has_grown: AtomicBool,
    /// The lock that says that a build uses the folder; taken with the first question.
    in_use: OnceLock<Option<fs::File>>,
}

/// Something derived: facts about it, and files.
#[derive(Debug, Clone)]
pub(super) struct Made<T> {
    pub(super) facts: T,
    pub(super) files: Vec<MadeFile>,
}

/// A derived file.
#[derive(Debug, Clone)]
pub(super) struct MadeFile {
    /// The ending of its name.
    pub(super) extension: &'static str,
    /// Pixels.
    pub(super) width: u32,
    /// Pixels.
    pub(super) height: u32,
    pub(super) bytes: Vec<u8>,
}

/// A derived file where it is kept.
#[derive(Debug, Clone)]
pub(super) struct KeptFile {
    /// The name that its origin and recipe give it; the same bytes always have the same.
    pub(super) name: String,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) asset: Asset,
}

#[derive(Serialize, Deserialize)]
struct Record<T> {
    facts: T,
    files: Vec<RecordedFile>,
}

#[derive(Serialize, Deserialize)]
struct RecordedFile {
    extension: String,
    width: u32,
    height: u32,
    digest: String,
}

/// Where derived media are kept unless a program is told otherwise: `$INTERLINK_CACHE`, else the
/// folder for a user's caches (XDG Base Directory Specification), `$XDG_CACHE_HOME/interlink` or
/// `~/.cache/interlink`. `None` where none of the variables helps.
pub fn default_folder() -> Option<PathBuf> {
    let named = std::env::var_os("INTERLINK_CACHE").filter(|folder| !folder.is_empty());
    if let Some(folder) = named {
        return Some(folder.into());
    }
    let absolute = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    let caches = absolute("XDG_CACHE_HOME").or_else(|| absolute("HOME").map(|home| home.join(".cache")));
    caches.map(|folder| folder.join("interlink"))
}

impl Cache {
    /// A cache in a folder, which is made when the first file is kept.
    pub fn new(folder: Option<PathBuf>) -> Cache {
        Cache { folder, ..Cache::default() }
    }

    /// What a recipe makes of some bytes: from the folder, or made and kept there. A folder that
    /// cannot be written only costs time in the next build.
    pub(super) fn get<T: Serialize + DeserializeOwned>(
        &self,
        recipe: &str,
        bytes: &[u8],
        make: impl FnOnce() -> Made<T>,
    ) -> (T, Vec<KeptFile>) {
        self.in_use.get_or_init(|| take_lock(self.folder.as_deref()?));
        let key = key_of(recipe, bytes);
        let place = self.folder.as_ref().map(|folder| folder.join(&key[..2]).join(&key));
        if let Some(found) = place.as_ref().and_then(|place| read(place, &key)) {
            return found;
        }
        let made = make();
        match place.and_then(|place| keep(&place, &key, &made).ok()) {
            Some(files) => {
                self.has_grown.store(true, Relaxed);
                (made.facts, files)
            }
            None => (made.facts, in_memory(&key, made.files)),
        }
    }

    /// Where something was added and no other build uses the folder: deletes what was not used for
    /// the longest time until the folder is small enough, and files that a killed build left behind.
    /// This build must have no use for the files of the folder any more.
    pub fn prune(&self) {
        if self.has_grown.load(Relaxed) {
            self.prune_to(MAX_SIZE);
        }
    }

    /// Whether this build is the only one; from then on the others wait for it.
    fn is_alone(&self) -> bool {
        let Some(lock) = self.in_use.get().and_then(Option::as_ref) else { return false };
        let _ = lock.unlock();
        match lock.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            // Some network file systems have no locks; there a build is alone as far as one can know.
            Err(TryLockError::Error(error)) => error.kind() == std::io::ErrorKind::Unsupported,
        }
    }

    fn prune_to(&self, limit: u64) {
        let Some(folder) = self.folder.as_ref().filter(|_| self.is_alone()) else { return };
        let mut records: Vec<(SystemTime, PathBuf, u64)> = Vec::new();
        let mut total = 0;
        for item in walkdir::WalkDir::new(folder).min_depth(2).max_depth(2).into_iter().flatten() {
            let Ok(facts) = item.metadata() else { continue };
            let Ok(used) = facts.modified() else { continue };
            let path = item.into_path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.starts_with(UNFINISHED) {
                if used.elapsed().is_ok_and(|age| age.as_secs() > LEFT_BEHIND) {
                    let _ = fs::remove_file(&path);
                }
                continue;
            }
            // Somebody may have named a folder that holds other things.
            if !is_ours(&path) {
                continue;
            }
            total += facts.len();
            records.push((used, path, facts.len()));
        }
        records.sort();
        for (_, path, size) in records {
            if total <= limit {
                return;
            }
            if fs::remove_file(&path).is_ok() {
                total -= size;
            }
        }
    }
}

/// The file of the lock; it stays, since removing it would let two builds lock two different files.
const LOCK: &str = ".in-use";

/// Waits for a build that is clearing up, and says that this one uses the folder. `None` where the
/// folder cannot be written.
fn take_lock(folder: &Path) -> Option<fs::File> {
    fs::create_dir_all(folder).ok()?;
    let file = fs::File::options().create(true).truncate(false).write(true).open(folder.join(LOCK)).ok()?;
    // Where there are no locks the folder is used without one.
    let _ = file.lock_shared();
    Some(file)
}

/// Whether a file is one that `keep` wrote: in a folder named by the first two digits of its key.
fn is_ours(path: &Path) -> bool {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let (Some(file), Some(folder)) = (name(path), path.parent().and_then(name)) else { return false };
    let key = file.split(['.', '-']).next().unwrap_or_default();
    key.len() == 32
        && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && folder.len() == 2
        && key.starts_with(&folder)
}

/// How the name of a file begins that is still being written.
const UNFINISHED: &str = ".new-";

fn key_of(recipe: &str, bytes: &[u8]) -> String {
    let mut hasher = crate::digest::Hasher::default();
    hasher.update(recipe.as_bytes());
    hasher.update(&[0]);
    hasher.update(bytes);
    hasher.finish().hex(16)
}

fn file_name(key: &str, index: usize, extension: &str) -> String {
    format!("{key}-{index}.{extension}")
}

/// Reads a record and checks its files; `None` where something is missing or damaged.
fn read<T: DeserializeOwned>(place: &Path, key: &str) -> Option<(T, Vec<KeptFile>)> {
    let record: Record<T> = serde_json::from_slice(&fs::read(place.with_extension("json")).ok()?).ok()?;
    let mut files = Vec::new();
    for (index, file) in record.files.into_iter().enumerate() {
        // A damaged record must not lead out of the folder.
        if !file.extension.chars().all(|letter| letter.is_ascii_lowercase()) {
            return None;
        }
        let name = file_name(key, index, &file.extension);
        let path = place.with_file_name(&name);
        if Digest::of(&fs::read(&path).ok()?).hex(32) != file.digest {
            return None;
        }
        touch(&path);
        files.push(KeptFile { name, width: file.width, height: file.height, asset: Asset::File(path) });
    }
    touch(&place.with_extension("json"));
    Some((record.facts, files))
}

/// Marks a file as used now, so that pruning spares it. Where that fails it is only made again later.
fn touch(path: &Path) {
    if let Ok(file) = fs::File::options().append(true).open(path) {
        let _ = file.set_modified(SystemTime::now());
    }
}

/// Writes the files, and the record last: a record without its files is never found.
fn keep<T: Serialize>(place: &Path, key: &str, made: &Made<T>) -> std::io::Result<Vec<KeptFile>> {
    let folder = place.parent().unwrap_or(place);
    fs::create_dir_all(folder)?;
    let mut kept = Vec::new();
    let mut recorded = Vec::new();
    for (index, file) in made.files.iter().enumerate() {
        let name = file_name(key, index, file.extension);
        let path = folder.join(&name);
        write_whole(folder, &path, &file.bytes)?;
        recorded.push(RecordedFile {
            extension: file.extension.to_owned(),
            width: file.width,
            height: file.height,
            digest: Digest::of(&file.bytes).hex(32),
        });
        kept.push(KeptFile { name, width: file.width, height: file.height, asset: Asset::File(path) });
    }
    let record = serde_json::to_vec(&Record { facts: &made.facts, files: recorded })?;
    write_whole(folder, &place.with_extension("json"), &record)?;
    Ok(kept)
}

fn write_whole(folder: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

fn in_memory(key: &str, files: Vec<MadeFile>) -> Vec<KeptFile> {
    files
        .into_iter()
        .enumerate()
        .map(|(index, file)| KeptFile {
            name: file_name(key, index, file.extension),
            width: file.width,
            height: file.height,
            asset: Asset::Bytes(file.bytes.into()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn made(times: &Cell<usize>) -> Made<String> {
        times.set(times.get() + 1);
        let file = MadeFile { extension: "webp", width: 3, height: 2, bytes: b"picture".to_vec() };
        Made { facts: "facts".to_owned(), files: vec![file] }
    }

    fn bytes(file: &KeptFile) -> Vec<u8> {
        match &file.asset {
            Asset::File(path) => fs::read(path).unwrap(),
            Asset::Bytes(bytes) => bytes.to_vec(),
        }
    }

    fn files_below(folder: &Path) -> Vec<PathBuf> {
        let all = walkdir::WalkDir::new(folder).into_iter().flatten();
        let files = all.filter(|item| item.file_type().is_file() && item.file_name() != LOCK);
        files.map(|item| item.into_path()).collect()
    }

    #[test]
    fn what_was_made_once_is_taken_from_the_folder_and_has_the_same_name_without_one() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().join("made/when/needed")));
        let times = Cell::new(0);
        let (_, first) = cache.get("recipe", b"origin", || made(&times));
        let (facts, second) = cache.get("recipe", b"origin", || made(&times));
        assert_eq!((times.get(), facts.as_str()), (1, "facts"));
        assert_eq!((bytes(&first[0]), bytes(&second[0])), (b"picture".to_vec(), b"picture".to_vec()));
        let (_, without) = Cache::default().get("recipe", b"origin", || made(&times));
        assert_eq!((&without[0].name, times.get()), (&second[0].name, 2));
        let (_, other) = cache.get("another recipe", b"origin", || made(&times));
        assert_ne!(other[0].name, second[0].name);
    }

    #[test]
    fn a_damaged_or_missing_file_or_record_is_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().to_owned()));
        let times = Cell::new(0);
        cache.get("recipe", b"origin", || made(&times));
        let mut expected = 1;
        for path in files_below(folder.path()) {
            for damage in [Some(&b"pictur"[..]), Some(b"{\"facts\":1}"), None] {
                match damage {
                    Some(bytes) => fs::write(&path, bytes).unwrap(),
                    None => fs::remove_file(&path).unwrap(),
                }
                let (facts, files) = cache.get("recipe", b"origin", || made(&times));
                expected += 1;
                assert_eq!((times.get(), facts.as_str()), (expected, "facts"));
                assert_eq!(bytes(&files[0]), b"picture");
            }
        }
        assert_eq!(expected, 7, "a record and a file, three times each");
    }

    #[test]
    fn a_folder_that_cannot_be_written_changes_nothing_but_the_time() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a-file");
        fs::write(&file, "x").unwrap();
        let times = Cell::new(0);
        let (_, files) = Cache::new(Some(file.clone())).get("recipe", b"origin", || made(&times));
        assert_eq!(bytes(&files[0]), b"picture");
        Cache::new(Some(file)).prune();
    }

    #[test]
    fn the_longest_unused_go_first_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let cache = Cache::new(Some(folder.path().to_owned()));
        let times = Cell::new(0);
        cache.get("old", b"origin", || made(&times));
        for path in files_below(folder.path()) {
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        }
        cache.get("new", b"origin", || made(&times));
        fs::write(folder.path().join("ab-unrelated"), "stays").unwrap();
        let foreign = folder.path().join("documents/thesis.odt");
        fs::create_dir(foreign.parent().unwrap()).unwrap();
        fs::write(&foreign, vec![b'x'; 10_000]).unwrap();
        fs::File::options()
            .append(true)
            .open(&foreign)
            .unwrap()
            .set_modified(SystemTime::UNIX_EPOCH)
            .unwrap();
        let size: u64 = files_below(folder.path()).iter().map(|path| fs::metadata(path).unwrap().len()).sum();
        let others = 10_000 + "stays".len() as u64;
        cache.prune_to((size - others) / 2);
        assert!(foreign.is_file(), "a file that is not ours stays");
        cache.get("new", b"origin", || made(&times));
        assert_eq!(times.get(), 2, "the new one is still there");
        cache.get("old", b"origin", || made(&times));
        assert_eq!(times.get(), 3, "the old one was deleted");
    }

    #[test]
    fn nothing_is_deleted_while_another_build_uses_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let times = Cell::new(0);
        let (one, other) =
            (Cache::new(Some(folder.path().to_owned())), Cache::new(Some(folder.path().to_owned())));
        let (_, files) = one.get("recipe", b"origin", || made(&times));
        other.get("another recipe", b"origin", || made(&times));
        other.prune_to(0);
        assert_eq!(bytes(&files[0]), b"picture", "still needed");
        drop(other);
        one.prune_to(0);
        assert_eq!(files_below(folder.path()), Vec::<PathBuf>::new());
    }
}
