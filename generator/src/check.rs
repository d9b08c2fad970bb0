//! A source -> the site and everything that is wrong with it. The one way in for `check`, `build`,
//! the preview of a contribution and the tests.

use crate::diagnostic::Diagnostics;
use crate::history::{History, read_history};
use crate::model::site::Site;
use crate::model::theme_colours::Grounds;
use crate::render::theme::{DEFAULT_THEME, Theme};
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

/// Reads and checks a content folder, with its history. The colours of editions are held against the
/// theme named default, which may lie beside the content.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(content: &Path) -> std::io::Result<Checked> {
    let theme = Theme::find(content, DEFAULT_THEME).ok();
    check_on(content, theme.map(|theme| Grounds { colours: theme.colours(), only: None }))
}

/// The same, for a site with another theme.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check_on(content: &Path, grounds: Option<Grounds>) -> std::io::Result<Checked> {
    let (source, history) = rayon::join(|| Source::read(content), || read_history(content));
    Ok(check_source(&Source { grounds, ..source? }, history))
}

/// Checks content that is already read; a contribution may be laid over it.
pub fn check_source(source: &Source, history: History) -> Checked {
    let validated = validate(source);
    let (site, mut diagnostics) = resolve_site(validated, source, history);
    diagnostics.sort();
    // They come file by file now, so each file is split into its lines once.
    let mut current: (String, Vec<&str>) = Default::default();
    for diagnostic in diagnostics.iter_mut().filter(|found| found.excerpt.is_none()) {
        let Some(position) = diagnostic.position else { continue };
        if current.0 != diagnostic.file {
            let lines = source.text(&diagnostic.file).map(|text| text.lines().collect());
            current = (diagnostic.file.clone(), lines.unwrap_or_default());
        }
        diagnostic.excerpt = current.1.get(position.line as usize - 1).map(|line| excerpt(line));
    }
    Checked { site, diagnostics }
}

/// The line of a diagnostic, cut to a length a terminal can hold.
fn excerpt(line: &str) -> String {
    line.chars().take(400).collect()
}
