//! A PO file -> changes of content files. Nothing is written before everything was checked: the
//! changed files are laid over the content and go through the check of the site, and one mistake
//! refuses the whole file, each with the line of its message.

use super::place::{Place, place_of};
use super::po::Message;
use super::{State, TextState, texts};
use crate::content::edit::{lines_of, set_text, set_words};
use crate::content::front_matter::split_front_matter;
use crate::diagnostic::Severity;
use crate::history::History;
use crate::model::words::source_hash;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;

/// What a PO file changes.
#[derive(Debug, Default)]
pub struct Import {
    /// The new text of each file that changes, by path below the content folder.
    pub files: BTreeMap<String, String>,
    /// How many texts are new or changed.
    pub changed: usize,
    /// How many translations are confirmed: same text, source read again.
    pub confirmed: usize,
    /// How many say what the content says already.
    pub unchanged: usize,
    /// How many have no translation yet.
    pub empty: usize,
    /// How many are marked fuzzy, so nobody has finished them.
    pub fuzzy: usize,
    /// Messages that fit no text of the catalogue: line and what is the matter.
    pub ignored: Vec<(usize, String)>,
    /// What would not pass the check: line and what is wrong. With one of these nothing is written.
    pub refused: Vec<(usize, String)>,
}

/// Finds out what a PO file changes. Writes nothing.
pub fn plan_import(source: &Source, language: &str, messages: &[Message]) -> Import {
    let before = crate::check_source(source, History::default());
    let known: BTreeMap<String, (TextState<'_>, Place)> = texts(&before.site, language)
        .into_iter()
        .map(|text| {
            let place = place_of(&text, language);
            (place.context.clone(), (text, place))
        })
        .collect();
    let mut import = Import::default();
    let mut seen = BTreeSet::new();
    let mut touched: Vec<(usize, &Place)> = Vec::new();
    for message in messages {
        let Some((text, place)) = known.get(&message.context) else {
            import.ignored.push((message.line, format!("there is no text “{}”", message.context)));
            continue;
        };
        if !seen.insert(&message.context) {
            import.ignored.push((message.line, format!("“{}” stands here twice", message.context)));
            continue;
        }
        if text.state == State::Original {
            let what = format!("“{}” is the text the others are translated from", message.context);
            import.ignored.push((message.line, what));
            continue;
        }
        if message.is_plural {
            let what = format!(
                "“{}” has plural forms (msgid_plural, msgstr[1]), but it is one text; write it as one msgstr",
                message.context
            );
            import.refused.push((message.line, what));
            continue;
        }
        let new = clean(&message.text, place);
        if message.is_fuzzy {
            import.fuzzy += 1;
        } else if new.is_empty() {
            import.empty += 1;
        } else if text.own.map(|own| clean(own, place)).as_ref() == Some(&new)
            && text.state != State::Outdated
        {
            import.unchanged += 1;
        } else {
            let is_same = text.own.map(|own| clean(own, place)).as_ref() == Some(&new);
            match changed_file(source, &import.files, text, place, &new, &message.source, is_same) {
                Some(file) => {
                    import.files.insert(place.file.clone(), file);
                    touched.push((message.line, place));
                    if is_same { import.confirmed += 1 } else { import.changed += 1 }
                }
                None => import.refused.push((
                    message.line,
                    format!(
                        "{} is written in a way that this program cannot change; put the text there by hand",
                        place.file
                    ),
                )),
            }
        }
    }
    refuse_mistakes(source, &before.diagnostics, &touched, &mut import);
    import
}

/// White space that means nothing is not a change.
fn clean(text: &str, place: &Place) -> String {
    if place.steps.is_empty() {
        text.trim_start_matches('\n').trim_end().to_owned()
    } else {
        text.trim().to_owned()
    }
}

/// The file with the text in it, and with the hash of what it was translated from.
fn changed_file(
    source: &Source,
    files: &BTreeMap<String, String>,
    text: &TextState<'_>,
    place: &Place,
    new: &str,
    translated: &str,
    is_same: bool,
) -> Option<String> {
    let present = files.get(&place.file).map(String::as_str).or(source.text(&place.file)).unwrap_or("");
    let set = |file: &str, steps: &[crate::content::edit::Step], value: &str| {
        if place.file.ends_with(".md") { set_words(file, steps, value) } else { set_text(file, steps, value) }
    };
    let mut file = if is_same { present.to_owned() } else { set(present, &place.steps, new)? };
    if let Some([language, hash]) = &place.record {
        file = set(&file, language, text.source.language)?;
        file = set(&file, hash, &source_hash(translated))?;
    }
    Some(file)
}

/// Lays the changed files over the content and finds the mistakes that were not there before.
fn refuse_mistakes(
    source: &Source,
    before: &crate::diagnostic::Diagnostics,
    touched: &[(usize, &Place)],
    import: &mut Import,
) {
    let files = import.files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    let after = crate::check_source(&source.with_files(files), History::default());
    let known: BTreeSet<(&str, &str)> =
        before.iter().map(|found| (found.file.as_str(), found.message.as_str())).collect();
    for found in after.diagnostics.iter().filter(|found| found.severity == Severity::Error) {
        if known.contains(&(found.file.as_str(), found.message.as_str())) {
            continue;
        }
        let Some(file) = import.files.get(&found.file) else { continue };
        let at = found.position.map_or(0, |position| position.line as usize);
        let of_file = || touched.iter().filter(|(_, place)| place.file == found.file);
        let line = of_file()
            .find(|(_, place)| covers(file, place, at))
            .or_else(|| of_file().next())
            .map_or(1, |(line, _)| *line);
        let help = found.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        import.refused.push((line, format!("{}{help}", found.message)));
    }
    import.refused.sort();
}

/// Whether the text of a place stands on that line of its file.
fn covers(file: &str, place: &Place, line: usize) -> bool {
    if !place.file.ends_with(".md") {
        return lines_of(file, &place.steps).is_some_and(|range| range.contains(&(line.wrapping_sub(1))));
    }
    let Ok(parts) = split_front_matter(file) else { return false };
    if place.steps.is_empty() {
        return line >= parts.body_line as usize;
    }
    // The front matter begins on the second line.
    lines_of(parts.yaml, &place.steps).is_some_and(|range| range.contains(&(line.wrapping_sub(2))))
}

/// Writes the changed files: first all of them beside their places, then each renamed into it, so a
/// kill leaves whole files, and every file that was not reached as it was.
///
/// # Errors
/// When a file cannot be written; then no file has changed, unless renaming itself failed.
pub fn write_files(content: &Path, files: &BTreeMap<String, String>) -> std::io::Result<()> {
    let mut staged = Vec::new();
    for (path, text) in files {
        let place = content.join(path);
        let folder = place.parent().unwrap_or(content);
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        if let Ok(facts) = fs::metadata(&place) {
            fs::set_permissions(file.path(), facts.permissions())?;
        } else {
            readable(file.path())?;
        }
        staged.push((file, place));
    }
    for (file, place) in staged {
        file.persist(&place).map_err(|error| error.error)?;
    }
    Ok(())
}

/// Makes a temporary file, which is its owner's alone, a file like any other.
///
/// # Errors
/// When the system refuses.
#[cfg(unix)]
pub fn readable(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

/// Elsewhere a temporary file is like any other.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn readable(_: &Path) -> std::io::Result<()> {
    Ok(())
}
