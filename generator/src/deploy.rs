//! A built site -> storage that speaks the protocol of Amazon S3. Only what differs from the last
//! time is sent, and only what we sent ourselves is ever deleted: a list of it lies beside the site
//! under [`LIST`].
//!
//! A deployment may be killed at any moment. Before the first file the list says of each file that
//! will change that it is under way, so the next run knows that it may be either; files with a digest
//! in their address go first, pages after what they load, and what is gone is deleted last. So a page
//! never names a file that is not there.

pub mod s3;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::digest::Digest;
use crate::hosting::caching::{ASK_AGAIN, FOR_EVER, cache_control};
use crate::hosting::media_type::media_type;
use crate::output::{KnownFile, OutputError, files_of};
use s3::{Storage, StorageError};

/// The list of what was sent, beside the site.
pub const LIST: &str = ".interlink-deployed";
/// What stands in the list in place of a digest while a file is under way.
const UNDER_WAY: &str = "-";
/// How many files are sent at once.
const AT_ONCE: usize = 8;

/// Why a site was not, or not wholly, deployed.
#[derive(Debug, thiserror::Error)]
pub enum DeployError {
    /// The folder is no site of ours.
    #[error("{} is no site that `interlink build` has made; name another folder with --site", .0.display())]
    NoSite(PathBuf),
    /// The list of the site's files cannot be read.
    #[error(transparent)]
    Output(#[from] OutputError),
    /// A file of the site cannot be read, or is not the one that was built.
    #[error("{} is not as it was built: build again", .0.display())]
    Changed(PathBuf),
    /// The list in the storage is not one of ours.
    #[error("the list {0} in the storage is damaged, so what may be deleted is not known: delete it there")]
    DamagedList(String),
    /// The storage does not take it.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// What a deployment is going to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Files to send, in the order in which they go.
    pub uploads: Vec<String>,
    /// Files to delete.
    pub deletions: Vec<String>,
    /// How many are there as they should be.
    pub unchanged: usize,
    /// The digest of each file of the site.
    files: BTreeMap<String, String>,
    /// What the list said: the digest of each file, or that it is under way.
    before: BTreeMap<String, String>,
}

/// Compares a built site with what was sent before.
///
/// # Errors
/// When the folder is no site of ours or the storage does not answer.
pub fn plan(site: &Path, storage: &Storage) -> Result<Plan, DeployError> {
    let known = files_of(site)?;
    if known.is_empty() {
        return Err(DeployError::NoSite(site.to_owned()));
    }
    let before = match storage.get(LIST)? {
        Some(bytes) => parse_list(&bytes).ok_or_else(|| DeployError::DamagedList(LIST.to_owned()))?,
        None => BTreeMap::new(),
    };
    Ok(compare(&known, before))
}

fn compare(known: &[KnownFile], before: BTreeMap<String, String>) -> Plan {
    let files: BTreeMap<String, String> =
        known.iter().map(|file| (file.path.clone(), file.digest.hex(32))).collect();
    let mut uploads: Vec<String> = files
        .iter()
        .filter(|(path, digest)| before.get(*path) != Some(digest))
        .map(|(path, _)| path.clone())
        .collect();
    uploads.sort_by_key(|path| (turn(path), path.clone()));
    let deletions: Vec<String> = before.keys().filter(|path| !files.contains_key(*path)).cloned().collect();
    Plan { unchanged: files.len() - uploads.len(), uploads, deletions, files, before }
}

/// When a file goes: what nothing refers to yet, then what pages load, then pages.
fn turn(path: &str) -> u8 {
    match path {
        path if cache_control(path) == FOR_EVER => 0,
        path if path.ends_with(".html") => 2,
        _ => 1,
    }
}

/// Does what a plan says. `on_progress` hears how many of its files are done.
///
/// # Errors
/// When the storage refuses, or does not answer after some tries. What was sent stays, the old pages
/// stand, and the next run goes on.
pub fn deploy(
    site: &Path,
    storage: &Storage,
    plan: &Plan,
    on_progress: &(dyn Fn(usize) + Sync),
) -> Result<(), DeployError> {
    if plan.uploads.is_empty() && plan.deletions.is_empty() {
        return Ok(());
    }
    let mut list = plan.before.clone();
    list.extend(plan.uploads.iter().map(|path| (path.clone(), UNDER_WAY.to_owned())));
    put_list(storage, &list)?;
    let done = AtomicUsize::new(0);
    let tell = || on_progress(done.fetch_add(1, Ordering::SeqCst) + 1);
    for wave in 0..=2 {
        let files: Vec<&String> = plan.uploads.iter().filter(|path| turn(path) == wave).collect();
        at_once(&files, |path| {
            upload(site, storage, path, plan.files.get(path).map_or("", String::as_str))?;
            tell();
            Ok(())
        })?;
    }
    at_once(&plan.deletions.iter().collect::<Vec<_>>(), |path| {
        storage.delete(path)?;
        tell();
        Ok(())
    })?;
    put_list(storage, &plan.files)?;
    Ok(())
}

fn upload(site: &Path, storage: &Storage, path: &str, digest: &str) -> Result<(), DeployError> {
    let place = site.join(path);
    let bytes = fs::read(&place).map_err(|_| DeployError::Changed(place.clone()))?;
    if Digest::of(&bytes).hex(32) != digest {
        return Err(DeployError::Changed(place));
    }
    Ok(storage.put(path, &bytes, media_type(path), cache_control(path))?)
}

/// Does something with each, several at once; the first error ends it, once what runs has ended.
fn at_once(
    paths: &[&String],
    work: impl Fn(&String) -> Result<(), DeployError> + Sync,
) -> Result<(), DeployError> {
    let next = AtomicUsize::new(0);
    let failed: Mutex<Option<DeployError>> = Mutex::new(None);
    let failure = || failed.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(paths.len()) {
            scope.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::SeqCst)) {
                    if failure().is_some() {
                        return;
                    }
                    if let Err(error) = work(path) {
                        let mut first = failure();
                        if first.is_none() {
                            *first = Some(error);
                        }
                    }
                }
            });
        }
    });
    failed.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner).map_or(Ok(()), Err)
}

fn put_list(storage: &Storage, files: &BTreeMap<String, String>) -> Result<(), StorageError> {
    let mut text = String::new();
    for (path, digest) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{digest} {path}");
    }
    storage.put(LIST, text.as_bytes(), "text/plain; charset=utf-8", ASK_AGAIN)
}

/// The list of a text; nothing if we would not have written it.
fn parse_list(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let text = std::str::from_utf8(bytes).ok()?;
    text.split_inclusive('\n')
        .map(|line| {
            let (digest, path) = line.strip_suffix('\n')?.split_once(' ')?;
            let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            let is_safe = !path.is_empty()
                && !path.starts_with('/')
                && path.split('/').all(|step| !matches!(step, "" | "." | ".."));
            ((is_digest || digest == UNDER_WAY) && is_safe).then(|| (path.to_owned(), digest.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(path: &str, bytes: &[u8]) -> KnownFile {
        KnownFile { path: path.to_owned(), size: bytes.len() as u64, digest: Digest::of(bytes) }
    }

    #[test]
    fn what_differs_goes_in_an_order_in_which_no_page_names_what_is_not_there() {
        let files = [
            known("assets/0123456789abcdef/style.css", b"s"),
            known("en/index.html", b"new"),
            known("en/feed.xml", b"f"),
            known("en/same.html", b"same"),
            known("en/half.html", b"half"),
        ];
        let before = BTreeMap::from([
            ("en/index.html".to_owned(), Digest::of(b"old").hex(32)),
            ("en/same.html".to_owned(), Digest::of(b"same").hex(32)),
            ("en/half.html".to_owned(), UNDER_WAY.to_owned()),
            ("en/gone.html".to_owned(), UNDER_WAY.to_owned()),
        ]);
        let plan = compare(&files, before);
        assert_eq!(
            plan.uploads,
            ["assets/0123456789abcdef/style.css", "en/feed.xml", "en/half.html", "en/index.html"]
        );
        assert_eq!((plan.deletions, plan.unchanged), (vec!["en/gone.html".to_owned()], 1));
    }

    #[test]
    fn a_list_that_we_did_not_write_is_refused() {
        let digest = "0".repeat(64);
        let whole = format!("- a b\n{digest} en/index.html\n");
        assert_eq!(parse_list(whole.as_bytes()).map(|list| list.len()), Some(2));
        for damaged in [&whole[..whole.len() - 1], "hello\n", "- ../x\n", "- /x\n", "00 x\n", "- \n"] {
            assert_eq!(parse_list(damaged.as_bytes()), None, "{damaged:?}");
        }
        assert_eq!(parse_list(b"\xff"), None);
    }
}
