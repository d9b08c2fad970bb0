//! A new administration's own catalogue: the files of a repository that checks without a warning,
//! builds, and shows with examples how each kind of entry is written. They are part of the program,
//! so `interlink init` needs no network.

use crate::content::yaml::{Yaml, parse_yaml};
use crate::import::emit::{MapBuilder, Value, emit_document};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");
static VOCABULARIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../content/vocabularies");

static SYNONYMS: &[u8] = include_bytes!("../../content/synonyms.yaml");

/// The languages a new catalogue can begin with: those of the starter's texts.
pub const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// Why a catalogue could not be begun. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// Something is there already.
    #[error("{0} is not empty; choose a new folder")]
    NotEmpty(PathBuf),
    /// A link that leads to nothing.
    #[error("{0} is a link that leads nowhere; delete it, or choose a new folder")]
    DeadLink(PathBuf),
    /// Another run makes the same folder.
    #[error("another `interlink init` is making {0} just now")]
    Busy(PathBuf),
    /// What a killed run would have left is something else.
    #[error("{0} is in the way: it is no folder that `interlink init` left; move it away")]
    InTheWay(PathBuf),
    /// It is a file.
    #[error("{0} is not a folder; choose a new folder")]
    NotAFolder(PathBuf),
    /// The folder cannot be made or written.
    #[error("{0} cannot be written")]
    Write(PathBuf, #[source] io::Error),
}

/// The files of a new catalogue that begins in a language, by path. English is its second language.
pub fn starter_files(language: &str) -> BTreeMap<String, Vec<u8>> {
    let languages: Vec<&str> = if language == "en" { vec!["en"] } else { vec![language, "en"] };
    let mut files = BTreeMap::new();
    collect(&STARTER, &mut |path, bytes| {
        let target = match path {
            "gitignore" => ".gitignore",
            "github-workflow.yml" => ".github/workflows/publish.yml",
            "gitlab-ci.yml" => ".gitlab-ci.yml",
            "service.yaml" => path,
            _ if path == format!("readme/{language}.md") => "README.md",
            _ if path.starts_with("content/") && is_wanted(path, &languages) => path,
            _ => return,
        };
        files.insert(target.to_owned(), bytes.to_vec());
    });
    collect(&VOCABULARIES, &mut |path, bytes| {
        files.insert(format!("content/vocabularies/{path}"), bytes.to_vec());
    });
    files.insert("content/synonyms.yaml".to_owned(), SYNONYMS.to_vec());
    files.insert("content/site.yaml".to_owned(), site_yaml(&languages).into_bytes());
    files.insert(
        "content/editions/example-district/edition.yaml".to_owned(),
        edition_yaml(&languages).into_bytes(),
    );
    files
}

fn collect(folder: &Dir<'static>, take: &mut dyn FnMut(&str, &[u8])) {
    for file in folder.files() {
        take(&file.path().to_string_lossy().replace('\\', "/"), file.contents());
    }
    for inner in folder.dirs() {
        collect(inner, take);
    }
}

/// Words are taken along in the languages of the catalogue, everything else always.
fn is_wanted(path: &str, languages: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((language, "md" | "yaml")) if LANGUAGES.contains(&language) => languages.contains(&language),
        _ => true,
    }
}

/// A text of `names/`, per language.
fn named(key: &str, languages: &[&str]) -> Value {
    let mut map = MapBuilder::default();
    for language in languages {
        let text = STARTER.get_file(format!("names/{language}.yaml")).and_then(|file| file.contents_utf8());
        let Some(Yaml::Map(entries)) = text.and_then(|text| parse_yaml(text).ok()).map(|tree| tree.value)
        else {
            continue;
        };
        if let Some((_, tree)) = entries.iter().find(|(found, _)| found.text == key)
            && let Yaml::Text(text, _) = &tree.value
        {
            map.put(language, Value::text(text));
        }
    }
    map.finish()
}

fn site_yaml(languages: &[&str]) -> String {
    let site = MapBuilder::default()
        .put("name", named("name", languages))
        .put("tagline", named("tagline", languages))
        .put("languages", Value::texts(languages.iter().copied()))
        .put("base-url", Value::text("https://catalogue.example/"))
        .put("contact", Value::text("mailto:catalogue@catalogue.example"))
        .put("licence", Value::text("CC-BY-4.0"))
        .put("menu", Value::texts(["how-it-works", "privacy"]))
        .put("default-schema", Value::text("first-steps"))
        .finish();
    emit_document(&site)
}

fn edition_yaml(languages: &[&str]) -> String {
    let colours = |accent: &str, deep: &str, on_accent: &str| {
        MapBuilder::default()
            .put("accent", Value::text(accent))
            .put("deep", Value::text(deep))
            .put("on-accent", Value::text(on_accent))
            .finish()
    };
    let edition = MapBuilder::default()
        .put("name", named("edition", languages))
        .put("tagline", named("edition-tagline", languages))
        .put("base-url", Value::text("https://district.catalogue.example/"))
        .put(
            "colours",
            MapBuilder::default()
                .put("light", colours("#0b4f8a", "#083a66", "#ffffff"))
                .put("dark", colours("#8fc3f5", "#bddcfa", "#03203a"))
                .finish(),
        )
        .put("select", MapBuilder::default().put("themes", Value::texts(["engagement"])).finish())
        .finish();
    emit_document(&edition)
}

/// Makes the folder with these files. They are written into a folder beside it, which is renamed at
/// the end, so a kill half-way leaves nothing that looks like a catalogue; what it leaves the next
/// run for the same folder clears away. A link to an empty folder fills that one.
///
/// # Errors
/// When the folder has something in it, or cannot be written.
pub fn write_starter(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), InitError> {
    refuse_taken(folder)?;
    let failed = |error: io::Error| InitError::Write(folder.to_owned(), error);
    let whole = match fs::symlink_metadata(folder) {
        Ok(found) if found.is_symlink() => {
            fs::canonicalize(folder).map_err(|_| InitError::DeadLink(folder.to_owned()))?
        }
        _ => std::path::absolute(folder).map_err(failed)?,
    };
    let parent = whole.parent().unwrap_or(&whole);
    fs::create_dir_all(parent).map_err(failed)?;
    let name = whole.file_name().unwrap_or_default().to_string_lossy();
    let stage = parent.join(format!("{STAGE}{name}"));
    let lock = clear(&stage, folder, files)?;
    let written = fill(&stage, files).map_err(failed).and_then(|()| {
        // What came there in the meantime is not written over; an empty folder is.
        refuse_taken(folder)?;
        if whole.is_dir() {
            fs::remove_dir(&whole).map_err(failed)?;
        }
        fs::rename(&stage, &whole).map_err(failed)
    });
    if written.is_err() {
        let _ = fs::remove_dir_all(&stage);
    }
    drop(lock);
    written
}

/// How the name of the folder begins in which a catalogue is put together.
const STAGE: &str = ".interlink-init-";

/// Makes the folder anew, without what a killed run left in it, and holds it for this run.
fn clear(
    stage: &Path,
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Option<fs::File>, InitError> {
    let failed = |error: io::Error| InitError::Write(folder.to_owned(), error);
    if fs::symlink_metadata(stage).is_ok() {
        let left = hold(stage, folder)?;
        if !is_left_behind(stage, files) {
            return Err(InitError::InTheWay(stage.to_owned()));
        }
        fs::remove_dir_all(stage).map_err(failed)?;
        drop(left);
    }
    match fs::create_dir(stage) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(InitError::Busy(folder.to_owned())),
        Err(error) => Err(failed(error)),
        Ok(()) => hold(stage, folder),
    }
}

/// Locks a folder for as long as it is held; it ends with the process, however it ends. `None` where
/// the system cannot lock folders.
fn hold(stage: &Path, folder: &Path) -> Result<Option<fs::File>, InitError> {
    let Ok(held) = fs::File::open(stage) else { return Ok(None) };
    match held.try_lock() {
        Err(fs::TryLockError::WouldBlock) => Err(InitError::Busy(folder.to_owned())),
        Ok(()) | Err(fs::TryLockError::Error(_)) => Ok(Some(held)),
    }
}

/// Whether a folder holds nothing but files that a run writes, in any language.
fn is_left_behind(stage: &Path, files: &BTreeMap<String, Vec<u8>>) -> bool {
    let others: Vec<BTreeMap<String, Vec<u8>>> = LANGUAGES.into_iter().map(starter_files).collect();
    let is_known =
        |path: &str| files.contains_key(path) || others.iter().any(|files| files.contains_key(path));
    stage.is_dir()
        && walkdir::WalkDir::new(stage).min_depth(1).into_iter().all(|item| {
            item.is_ok_and(|item| {
                let path = item.path().strip_prefix(stage).unwrap_or(item.path());
                item.file_type().is_dir() || is_known(&path.to_string_lossy().replace('\\', "/"))
            })
        })
}

fn fill(stage: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for (path, bytes) in files {
        let place = stage.join(path);
        if let Some(above) = place.parent() {
            fs::create_dir_all(above)?;
        }
        fs::write(place, bytes)?;
    }
    Ok(())
}

fn refuse_taken(folder: &Path) -> Result<(), InitError> {
    match fs::read_dir(folder) {
        Ok(mut items) => match items.next() {
            Some(_) => Err(InitError::NotEmpty(folder.to_owned())),
            None => Ok(()),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(InitError::NotAFolder(folder.to_owned()))
        }
        Err(error) => Err(InitError::Write(folder.to_owned(), error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_its_own_readme_and_words_and_no_others() {
        for language in LANGUAGES {
            let files = starter_files(language);
            let words: Vec<&str> =
                files.keys().filter_map(|path| path.strip_prefix("content/pages/privacy/")).collect();
            let mut expected = vec!["en.md".to_owned()];
            if language != "en" {
                expected.push(format!("{language}.md"));
            }
            assert_eq!(words, expected);
            let readme = STARTER.get_file(format!("readme/{language}.md")).unwrap();
            assert_eq!(files["README.md"], readme.contents());
            let site = String::from_utf8(files["content/site.yaml"].clone()).unwrap();
            assert!(site.contains(&format!("languages:\n  - {language}\n")), "{site}");
            assert!(files.contains_key(".github/workflows/publish.yml") && files.contains_key(".gitignore"));
        }
    }

    #[test]
    fn the_embedded_starter_is_the_folder_of_the_repository() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
        let mut seen = 0;
        collect(&STARTER, &mut |path, bytes| {
            assert_eq!(fs::read(folder.join(path)).unwrap(), bytes, "{path}");
            seen += 1;
        });
        assert!(seen > 40, "{seen} files");
    }

    #[test]
    fn a_folder_with_something_in_it_is_refused_and_left_as_it_is() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("mine.txt"), "mine").unwrap();
        let error = write_starter(place.path(), &starter_files("en")).unwrap_err();
        assert!(error.to_string().ends_with("is not empty; choose a new folder"), "{error}");
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
        let file = place.path().join("mine.txt");
        assert!(matches!(write_starter(&file, &BTreeMap::new()), Err(InitError::NotAFolder(_))));
    }

    #[test]
    fn what_a_killed_run_left_is_cleared_away_and_what_is_not_its_own_is_not() {
        let place = tempfile::tempdir().unwrap();
        let (folder, stage) = (place.path().join("ours"), place.path().join(".interlink-init-ours"));
        fs::create_dir_all(stage.join("content")).unwrap();
        fs::write(stage.join("content/site.yaml"), "half").unwrap();
        write_starter(&folder, &starter_files("en")).unwrap();
        assert!(folder.join("README.md").is_file() && !stage.exists());

        fs::remove_dir_all(&folder).unwrap();
        fs::create_dir(&stage).unwrap();
        fs::write(stage.join("diary.txt"), "mine").unwrap();
        let error = write_starter(&folder, &starter_files("en")).unwrap_err();
        assert!(matches!(error, InitError::InTheWay(_)), "{error}");
        assert_eq!(fs::read_to_string(stage.join("diary.txt")).unwrap(), "mine");
        fs::remove_file(stage.join("diary.txt")).unwrap();
        let held = fs::File::open(&stage).unwrap();
        held.lock().unwrap();
        let error = write_starter(&folder, &starter_files("en")).unwrap_err();
        assert!(matches!(error, InitError::Busy(_)), "{error}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_an_empty_folder_fills_it_and_one_to_nothing_is_named() {
        let place = tempfile::tempdir().unwrap();
        let (link, real) = (place.path().join("link"), place.path().join("real"));
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let error = write_starter(&link, &starter_files("en")).unwrap_err();
        assert!(error.to_string().contains("is a link that leads nowhere"), "{error}");
        fs::create_dir(&real).unwrap();
        write_starter(&link, &starter_files("en")).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && real.join("README.md").is_file());
    }
}
