//! Which paths a site may have.

use std::collections::BTreeMap;

use super::manifest::Manifest;
use super::{OWN_PREFIX, OutputError};

/// Refuses a path that could leave the target, is one of our own files, or cannot be written on
/// every system.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    let problem = if path.is_empty() {
        "it is empty"
    } else if path.contains('\\') {
        "it has a backslash"
    } else if path.contains(char::is_control) {
        "it has a control character"
    } else if path.starts_with('/') {
        "it is not relative"
    } else if path.split('/').any(str::is_empty) {
        "it has an empty step"
    } else if path.split('/').any(|step| step == "." || step == "..") {
        "it has a step . or .."
    } else if path.split('/').any(|step| step.len() > 255) {
        "a name in it is longer than 255 bytes"
    } else if path.as_bytes().get(1) == Some(&b':') {
        "it begins like a drive of Windows"
    } else if path.to_ascii_lowercase().starts_with(OWN_PREFIX) {
        "names that begin like this are our own"
    } else {
        return Ok(());
    };
    Err(OutputError::UnsafePath { path: path.to_owned(), problem })
}

/// What a file system that ignores case takes a path for.
pub(super) fn folded(path: &str) -> String {
    path.to_lowercase()
}

/// Refuses paths of which a file system could keep only one.
pub(super) fn refuse_collisions(manifest: &Manifest) -> Result<(), OutputError> {
    let mut by_folded: BTreeMap<String, &str> = BTreeMap::new();
    for path in manifest.paths() {
        if let Some(other) = by_folded.insert(folded(path), path) {
            return Err(OutputError::CaseCollision(other.to_owned(), path.to_owned()));
        }
    }
    for (folded, path) in &by_folded {
        for (at, _) in folded.match_indices('/') {
            if let Some(file) = by_folded.get(&folded[..at]) {
                return Err(OutputError::FileAndFolder {
                    file: (*file).to_owned(),
                    below: (*path).to_owned(),
                });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::manifest::Entry;

    #[test]
    fn a_path_stays_inside() {
        for good in ["index.html", "en/a b/ā.pdf", ".well-known/security.txt", "a/.interlink-x"] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/a",
            "a//b",
            "a/",
            "./a",
            "a/..",
            "../a",
            "a\\b",
            "a\nb",
            "a\0",
            "C:/a",
            ".interlink-manifest",
            ".INTERLINK-lock",
            ".interlink-staging/x",
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
        assert!(check(&"a".repeat(256)).is_err());
    }

    #[test]
    fn paths_that_some_systems_confuse_are_refused() {
        let clash = |paths: &[&str]| {
            let mut manifest = Manifest::default();
            for path in paths {
                manifest.insert((*path).to_owned(), Entry::of_bytes(b""));
            }
            refuse_collisions(&manifest).err().map(|error| error.to_string())
        };
        assert_eq!(clash(&["a/b", "a/c", "ab", "a-b"]), None);
        assert_eq!(
            clash(&["en/Plan.pdf", "en/plan.PDF"]).as_deref(),
            Some(
                "the paths \"en/Plan.pdf\" and \"en/plan.PDF\" differ in upper and lower case only, \
                 which many systems take for one: rename one"
            )
        );
        assert_eq!(
            clash(&["A", "a/b"]).as_deref(),
            Some("the site cannot have a file \"A\" and files below it (\"a/b\")")
        );
        assert_eq!(
            clash(&["a", "a-b", "a/b"]).as_deref(),
            Some("the site cannot have a file \"a\" and files below it (\"a/b\")")
        );
    }
}
