//! Where templates, interface texts and static files come from: the folder `themes/<name>` beside
//! the content folder, read at run time so that an edit shows at the next build, else the default
//! theme that is part of the program.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::model::theme_colours::ThemeColours;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../themes/default");

/// The name of the theme that is part of the program.
pub const DEFAULT_THEME: &str = "default";

/// The files of a theme, by their path inside it.
#[derive(Debug, Clone)]
pub struct Theme {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

/// Why a theme cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ThemeError {
    /// Neither a folder nor part of the program.
    #[error("there is no theme {name}: neither the folder {} nor one that is part of the program", folder.display())]
    Unknown {
        /// The name that was asked for.
        name: String,
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// A file or folder could not be read.
    #[error("{}: {detail}", path.display())]
    Unreadable {
        /// What could not be read.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
}

impl Theme {
    /// The theme of that name for a content folder.
    ///
    /// # Errors
    /// When there is none of that name, or a file of it cannot be read.
    pub fn find(content: &Path, name: &str) -> Result<Theme, ThemeError> {
        let root = content.canonicalize().unwrap_or_else(|_| content.to_owned());
        let folder = root.parent().unwrap_or(&root).join("themes").join(name);
        if folder.is_dir() {
            Theme::read(&folder)
        } else if name == DEFAULT_THEME {
            Ok(Theme::embedded())
        } else {
            Err(ThemeError::Unknown { name: name.to_owned(), folder })
        }
    }

    /// The default theme, as it was when the program was built.
    pub fn embedded() -> Theme {
        let mut files = BTreeMap::new();
        collect_embedded(&EMBEDDED, &mut files);
        Theme { files }
    }

    /// A theme from its folder.
    ///
    /// # Errors
    /// When a file or folder cannot be read.
    pub fn read(folder: &Path) -> Result<Theme, ThemeError> {
        let mut files = BTreeMap::new();
        for item in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let unreadable =
                |path: &Path, detail: String| ThemeError::Unreadable { path: path.to_owned(), detail };
            let item = item.map_err(|error| unreadable(error.path().unwrap_or(folder), error.to_string()))?;
            if !item.file_type().is_file() {
                continue;
            }
            let relative = item.path().strip_prefix(folder).unwrap_or(item.path());
            let name = relative
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/");
            let bytes =
                std::fs::read(item.path()).map_err(|error| unreadable(item.path(), error.to_string()))?;
            files.insert(name, Cow::Owned(bytes));
        }
        Ok(Theme { files })
    }

    /// Puts a file in the place of another one.
    #[cfg(test)]
    pub(crate) fn replace(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.insert(path.to_owned(), Cow::Owned(bytes));
    }

    /// The text of one file; bytes that are no UTF-8 become the replacement character.
    pub fn text(&self, path: &str) -> Option<Cow<'_, str>> {
        self.files.get(path).map(|bytes| String::from_utf8_lossy(bytes))
    }

    /// The colours it says in its style sheet.
    pub fn colours(&self) -> ThemeColours {
        self.text("static/style.css").map(|text| ThemeColours::read(&text)).unwrap_or_default()
    }

    /// The files below a folder, each with its path inside that folder.
    pub fn files_below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.files.iter().filter_map(move |(path, bytes)| {
            let inside = path.strip_prefix(folder)?.strip_prefix('/')?;
            Some((inside, bytes.as_ref()))
        })
    }

    /// The Fluent files, by language.
    pub fn message_sources(&self) -> BTreeMap<String, String> {
        self.files_below("messages")
            .filter_map(|(path, bytes)| {
                let language = path.strip_suffix(".ftl")?;
                Some((language.to_owned(), String::from_utf8_lossy(bytes).into_owned()))
            })
            .collect()
    }
}

fn collect_embedded(folder: &Dir<'static>, files: &mut BTreeMap<String, Cow<'static, [u8]>>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.insert(path, Cow::Borrowed(file.contents()));
    }
    for inner in folder.dirs() {
        collect_embedded(inner, files);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_theme_is_the_folder_of_the_repository() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../themes/default");
        let read = Theme::read(&folder).unwrap();
        let embedded = Theme::embedded();
        assert_eq!(read.files.keys().collect::<Vec<_>>(), embedded.files.keys().collect::<Vec<_>>());
        assert!(read.files == embedded.files, "a file of the theme differs from the embedded one");
    }

    #[test]
    fn a_theme_beside_the_content_goes_before_the_embedded_one() {
        let place = tempfile::tempdir().unwrap();
        let content = place.path().join("content");
        std::fs::create_dir_all(place.path().join("themes/default/static")).unwrap();
        std::fs::create_dir_all(&content).unwrap();
        std::fs::write(place.path().join("themes/default/static/own.css"), "a{}").unwrap();
        let theme = Theme::find(&content, "default").unwrap();
        assert_eq!(theme.files_below("static").map(|(path, _)| path).collect::<Vec<_>>(), ["own.css"]);
        let error = Theme::find(&content, "other").unwrap_err().to_string();
        assert!(error.starts_with("there is no theme other"), "{error}");
    }

    #[test]
    fn every_language_of_the_default_theme_has_every_text() {
        let sources = Theme::embedded().message_sources();
        assert_eq!(sources.keys().collect::<Vec<_>>(), ["en", "es", "it", "lv"]);
        let found = crate::messages::check_catalogues(&sources);
        assert!(found.is_empty(), "{found:#?}");
        for (language, source) in &sources {
            crate::messages::Messages::parse(language, source).unwrap();
        }
    }
}
