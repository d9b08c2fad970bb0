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

/// The languages a new catalogue can begin with: those of the starter's texts.
pub const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// Why a catalogue could not be begun. Nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// Something is there already.
    #[error("{0} is not empty; choose a new folder")]
    NotEmpty(PathBuf),
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
/// the end, so a kill half-way leaves nothing that looks like a catalogue.
///
/// # Errors
/// When the folder has something in it, or cannot be written.
pub fn write_starter(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), InitError> {
    refuse_taken(folder)?;
    let failed = |error: io::Error| InitError::Write(folder.to_owned(), error);
    let whole = std::path::absolute(folder).map_err(failed)?;
    let parent = whole.parent().unwrap_or(&whole);
    fs::create_dir_all(parent).map_err(failed)?;
    let stage = tempfile::Builder::new().prefix(".interlink-init-").tempdir_in(parent).map_err(failed)?;
    for (path, bytes) in files {
        let place = stage.path().join(path);
        if let Some(above) = place.parent() {
            fs::create_dir_all(above).map_err(failed)?;
        }
        fs::write(place, bytes).map_err(failed)?;
    }
    open_to_others(stage.path()).map_err(failed)?;
    // What came there in the meantime is not written over; an empty folder is.
    refuse_taken(folder)?;
    if whole.is_dir() {
        fs::remove_dir(&whole).map_err(failed)?;
    }
    fs::rename(stage.path(), &whole).map_err(failed)
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

/// A temporary folder is its owner's alone; a repository is like any other folder.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
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
}
