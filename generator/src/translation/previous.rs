//! The text a translation was made from, once its source has changed: content keeps the hash of it
//! only, and Git keeps the text. Translators then see what is new, not only that something is.

use super::edit::{Step, text_at};
use crate::content::front_matter::split_front_matter;
use crate::content::yaml::parse_yaml;
use crate::history::git;
use crate::model::words::source_hash;
use std::ffi::OsStr;
use std::path::Path;

/// How many versions of a file are looked at: enough for years, and an end.
const MOST_VERSIONS: &str = "--max-count=200";

/// The text at `steps` of a file (below the content folder) as it was when its short hash was
/// `hash`; no steps mean the text below the front matter. `None` where there is no history, or none
/// that goes back so far.
pub fn previous_text(content: &Path, file: &str, steps: &[Step], hash: &str) -> Option<String> {
    let program = OsStr::new("git");
    let listed = git(program, content)
        .args(["log", "--format=%H", MOST_VERSIONS, "--", file])
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    String::from_utf8(listed.stdout).ok()?.lines().find_map(|commit| {
        let shown = git(program, content)
            .args(["show", "--no-textconv", &format!("{commit}:./{file}")])
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        let text = text_of(&String::from_utf8(shown.stdout).ok()?, file, steps)?;
        (source_hash(&text) == hash).then_some(text)
    })
}

fn text_of(version: &str, file: &str, steps: &[Step]) -> Option<String> {
    if file.ends_with(".md") {
        let parts = split_front_matter(version).ok()?;
        if steps.is_empty() {
            return Some(parts.body.trim_end().to_owned());
        }
        let tree = parse_yaml(parts.yaml).ok()?;
        return text_at(&tree, steps).map(|text| text.trim().to_owned());
    }
    let tree = parse_yaml(version).ok()?;
    text_at(&tree, steps).map(|text| text.trim().to_owned())
}
