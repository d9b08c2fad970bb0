//! A source -> the site and everything that is wrong with it. The one way in for `check`, `build`,
//! the preview of a contribution and the tests.

use crate::diagnostic::{Diagnostics, Position};
use crate::history::{History, read_history};
use crate::model::site::Site;
use crate::resolve::resolve_site;
use crate::source::Source;
use crate::validate::validate;
use std::path::Path;

/// A checked catalogue.
#[derive(Debug)]
pub struct Checked {
    /// The catalogue without what could not be understood. Publish it only without errors.
    pub site: Site,
    /// What is wrong, in file order, each with the line it is about.
    pub diagnostics: Diagnostics,
}

/// Reads and checks a content folder, with its history.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(content: &Path) -> std::io::Result<Checked> {
    let (source, history) = rayon::join(|| Source::read(content), || read_history(content));
    Ok(check_source(&source?, history))
}

/// Checks content that is already read; a contribution may be laid over it.
pub fn check_source(source: &Source, history: History) -> Checked {
    let validated = validate(source);
    let (site, mut diagnostics) = resolve_site(validated, source, history);
    for diagnostic in diagnostics.iter_mut() {
        if diagnostic.excerpt.is_none()
            && let Some(position) = diagnostic.position
        {
            diagnostic.excerpt = excerpt(source, &diagnostic.file, position);
        }
    }
    diagnostics.sort();
    Checked { site, diagnostics }
}

/// The line of a diagnostic, cut to a length a terminal can hold.
fn excerpt(source: &Source, file: &str, position: Position) -> Option<String> {
    let line = source.line(file, position)?;
    Some(line.chars().take(400).collect())
}
