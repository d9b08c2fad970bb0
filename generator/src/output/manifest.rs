//! The list of our own files: one line each, with hash, length and path, sorted by path.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::disk::io_error;
use super::{KnownFile, OutputError, paths};
use crate::digest::{Digest, Hasher};

/// What a file held when we wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) digest: Digest,
    pub(super) length: u64,
}

impl Entry {
    pub(super) fn of_bytes(bytes: &[u8]) -> Entry {
        Entry { digest: Digest::of(bytes), length: bytes.len() as u64 }
    }

    pub(super) fn of_file(path: &Path) -> Result<Entry, OutputError> {
        let read = || {
            let mut hasher = Hasher::default();
            let length = io::copy(&mut File::open(path)?, &mut hasher)?;
            Ok(Entry { digest: hasher.finish(), length })
        };
        read().map_err(io_error("read", path))
    }
}

/// The list of our files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(BTreeMap<String, Entry>);

impl Manifest {
    /// Reads a manifest; an absent one is empty. A line we would not have written is an error: a
    /// manifest decides what is removed, so a wrong one must not be guessed at.
    pub(super) fn read(path: &Path) -> Result<Manifest, OutputError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Manifest::default()),
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(OutputError::DamagedManifest { path: path.to_owned(), line: 1 });
            }
            Err(error) => return Err(io_error("read", path)(error)),
        };
        Manifest::parse(&text).map_err(|line| OutputError::DamagedManifest { path: path.to_owned(), line })
    }

    /// The manifest of a text, or the number of the first line that is wrong.
    fn parse(text: &str) -> Result<Manifest, usize> {
        let mut files: BTreeMap<String, Entry> = BTreeMap::new();
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let (path, entry) = parse_line(line).ok_or(index + 1)?;
            let in_order = files.last_key_value().is_none_or(|(last, _)| last.as_str() < path);
            if !in_order || paths::check(path).is_err() {
                return Err(index + 1);
            }
            files.insert(path.to_owned(), entry);
        }
        Ok(Manifest(files))
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 120);
        for (path, entry) in &self.0 {
            for byte in entry.digest.0 {
                // Writing to a String cannot fail.
                let _ = write!(text, "{byte:02x}");
            }
            let _ = writeln!(text, " {} {path}", entry.length);
        }
        text
    }

    pub(super) fn insert(&mut self, path: String, entry: Entry) {
        self.0.insert(path, entry);
    }

    pub(super) fn get(&self, path: &str) -> Option<Entry> {
        self.0.get(path).copied()
    }

    pub(super) fn contains(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files with what was in them.
    pub(super) fn known_files(&self) -> Vec<KnownFile> {
        let known = |(path, entry): (&String, &Entry)| KnownFile {
            path: path.clone(),
            size: entry.length,
            digest: entry.digest,
        };
        self.0.iter().map(known).collect()
    }

    /// The first file below a folder.
    pub(super) fn first_below(&self, folder: &str) -> Option<&str> {
        let prefix = format!("{folder}/");
        let (path, _) = self.0.range(prefix.clone()..).next()?;
        path.starts_with(&prefix).then_some(path.as_str())
    }

    /// Our files that another manifest does not have.
    pub(super) fn missing_in<'a>(&'a self, other: &'a Manifest) -> impl Iterator<Item = &'a str> {
        self.paths().filter(|path| !other.contains(path))
    }
}

fn parse_line(line: &str) -> Option<(&str, Entry)> {
    let mut fields = line.strip_suffix('\n')?.splitn(3, ' ');
    let (hash, length, path) = (fields.next()?, fields.next()?, fields.next()?);
    if hash.len() != 64 || !hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut sha256 = [0; 32];
    for (byte, at) in sha256.iter_mut().zip((0..).step_by(2)) {
        *byte = u8::from_str_radix(hash.get(at..at + 2)?, 16).ok()?;
    }
    Some((path, Entry { digest: Digest(sha256), length: length.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(files in prop::collection::btree_map("[a-z0-9 é]{1,4}(/[a-z]{1,3}){0,2}", any::<Vec<u8>>(), 0..8)) {
            let mut manifest = Manifest::default();
            for (path, bytes) in &files {
                if paths::check(path).is_ok() {
                    manifest.insert(path.clone(), Entry::of_bytes(bytes));
                }
            }
            prop_assert_eq!(Manifest::parse(&manifest.to_text()), Ok(manifest));
        }

        #[test]
        fn a_cut_or_changed_manifest_never_names_a_file_outside(text in "([0-9a-f]{64} [0-9]{1,3} [./a-z\\\\]{1,9}\n){0,3}.{0,9}") {
            if let Ok(manifest) = Manifest::parse(&text) {
                for path in manifest.paths() {
                    prop_assert!(!path.starts_with('/') && !path.split('/').any(|step| step == ".."));
                }
            }
        }
    }

    #[test]
    fn a_wrong_line_is_named() {
        let hash = "0".repeat(64);
        assert_eq!(Manifest::parse(&format!("{hash} 1 a\n{hash} 1 ../b\n")), Err(2));
        assert_eq!(Manifest::parse(&format!("{hash} 1 b\n{hash} 1 a\n")), Err(2));
        assert_eq!(Manifest::parse(&format!("{hash} 1 a")), Err(1));
        assert_eq!(Manifest::parse("hello\n"), Err(1));
    }
}
