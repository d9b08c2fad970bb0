//! A contribution that came by mail -> the files of a new entry. Where a site has no service its forms
//! save an archive of exactly these files; whoever keeps the catalogue puts them into the content with
//! `interlink apply` and looks at them before anything is committed.
//!
//! The archive was written by a stranger: paths are held to the folder of one entry, sizes to limits,
//! what is in the files to the check of the site. Nothing is written before all of it has passed.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};
use std::path::Path;

use crate::content::canonical::{format_facts, format_words};
use crate::content::front_matter::split_front_matter;
use crate::content::story_tree::canonical_tree;
use crate::content::yaml::{Yaml, parse_yaml};
use crate::diagnostic::Diagnostic;
use crate::history::History;
use crate::import::emit::{Value, emit_document, emit_page};
use crate::model::form::{Form, Purpose};
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use crate::source::{MAX_DATA_FILE, Source};

/// Why an archive is not applied.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// It is no ZIP archive, or a damaged one.
    #[error("it is no ZIP archive that can be read: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// Something in it cannot be read.
    #[error("{path} in it cannot be read: {reason}")]
    Unreadable {
        /// The file.
        path: String,
        /// What is the matter.
        reason: String,
    },
    /// A path that no form writes.
    #[error("it holds {0:?}; a contribution holds only content/<kind>/<slug>/ with the files of one entry")]
    Path(String),
    /// More than one entry.
    #[error("it holds files of {0} and of {1}; a contribution is one entry")]
    TwoEntries(String, String),
    /// No file of an entry.
    #[error("there is no file of an entry in it")]
    Empty,
    /// More than a contribution may hold.
    #[error("it holds more than {} files or {} MB", MOST_FILES, MOST_BYTES / 1_000_000)]
    TooLarge,
    /// The entry is there already.
    #[error("{0} is there already; take another name with --slug, or change the entry by hand")]
    Taken(String),
}

/// Files by path below the folder of their entry.
type Files = BTreeMap<String, Vec<u8>>;

/// The most files of a contribution.
const MOST_FILES: usize = 50;
/// The most bytes they may have together, unpacked.
const MOST_BYTES: u64 = MAX_DATA_FILE;

/// The files of an entry, checked and not yet written.
#[derive(Debug)]
pub struct Application {
    /// The folder of the entry, below the content folder.
    pub folder: String,
    /// The files, by path below that folder.
    pub files: Files,
    /// What the check says of the entry.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads an archive and finds out what it would make of the content. Writes nothing. `slug` is the
/// name to give the entry instead of the one it asks for.
///
/// # Errors
/// When the archive holds anything but the files of one new entry.
pub fn plan(
    source: &Source,
    archive: impl Read + Seek,
    slug: Option<&Slug>,
) -> Result<Application, ApplyError> {
    let (kind, wanted, files) = read(archive)?;
    let slug = slug.unwrap_or(&wanted);
    let folder = format!("{}/{slug}", kind.folder());
    let below = format!("{folder}/");
    let is_taken =
        source.files.range(below.clone()..).next().is_some_and(|(path, _)| path.starts_with(&below));
    if is_taken {
        return Err(ApplyError::Taken(folder));
    }
    let files: Files =
        files.into_iter().map(|(path, bytes)| (path.clone(), canonical(kind, &path, bytes))).collect();
    let overlay = files.iter().map(|(path, bytes)| (format!("{below}{path}"), bytes.clone()));
    let checked = crate::check_source(&source.with_files(overlay), History::default());
    let diagnostics =
        checked.diagnostics.into_iter().filter(|found| found.file.starts_with(&below)).collect();
    Ok(Application { folder, files, diagnostics })
}

/// Writes the files: all of them into a folder beside the others first, which is then renamed, so that
/// a kill leaves the whole entry or nothing of it.
///
/// # Errors
/// When the disk refuses, or the entry has come to be there meanwhile.
pub fn write(content: &Path, application: &Application) -> std::io::Result<()> {
    let place = content.join(&application.folder);
    let above = place.parent().unwrap_or(content);
    std::fs::create_dir_all(above)?;
    let staged = tempfile::Builder::new().prefix(".applying-").tempdir_in(above)?;
    for (path, bytes) in &application.files {
        let file = staged.path().join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(staged.path()))?;
        std::fs::write(file, bytes)?;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        std::fs::set_permissions(staged.path(), std::fs::Permissions::from_mode(0o755))?;
    }
    if place.exists() {
        return Err(std::io::Error::new(std::io::ErrorKind::AlreadyExists, "the entry is there already"));
    }
    let made = staged.keep();
    std::fs::rename(&made, &place).inspect_err(|_| drop(std::fs::remove_dir_all(&made)))
}

/// Kind, slug and files of the one entry in an archive.
fn read(archive: impl Read + Seek) -> Result<(Kind, Slug, Files), ApplyError> {
    let mut archive = zip::ZipArchive::new(archive)?;
    if archive.len() > 2 * MOST_FILES {
        return Err(ApplyError::TooLarge);
    }
    let mut found: Option<(Kind, Slug)> = None;
    let mut files = BTreeMap::new();
    let mut folded = BTreeSet::new();
    let mut left = MOST_BYTES;
    for index in 0..archive.len() {
        let mut item = archive.by_index(index)?;
        let name = item.name()?.into_owned();
        // A note for whoever opens it, and what archivers write of folders.
        if name == "README.txt" || item.is_dir() {
            continue;
        }
        let (kind, slug, path) = place(&name).ok_or_else(|| ApplyError::Path(name.clone()))?;
        let (known, known_slug) = found.get_or_insert((kind, slug.clone()));
        if (*known, &*known_slug) != (kind, &slug) {
            let told = |kind: Kind, slug: &Slug| format!("{}/{slug}", kind.folder());
            return Err(ApplyError::TwoEntries(told(*known, known_slug), told(kind, &slug)));
        }
        if item.is_symlink() || !folded.insert(path.to_lowercase()) {
            return Err(ApplyError::Path(name));
        }
        let mut bytes = Vec::new();
        // What the archive says of its sizes is not believed.
        item.by_ref()
            .take(left + 1)
            .read_to_end(&mut bytes)
            .map_err(|error| ApplyError::Unreadable { path: name.clone(), reason: error.to_string() })?;
        left = left.checked_sub(bytes.len() as u64).ok_or(ApplyError::TooLarge)?;
        files.insert(path, bytes);
        if files.len() > MOST_FILES {
            return Err(ApplyError::TooLarge);
        }
    }
    let (kind, slug) = found.ok_or(ApplyError::Empty)?;
    Ok((kind, slug, files))
}

/// Kind, slug and path of a name such as `content/interlinkers/kit/files/kit.pdf`.
fn place(name: &str) -> Option<(Kind, Slug, String)> {
    let mut parts = name.strip_prefix("content/")?.splitn(3, '/');
    let kind = Kind::from_folder(parts.next()?)?;
    let slug = Slug::parse(parts.next()?).ok()?;
    let path = parts.next()?;
    let is_plain = |part: &str| {
        !part.is_empty()
            && part.len() <= 120
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    };
    // What a form writes: facts, the words of a language, a file. Nothing that other people say, nothing
    // of a kind that has no form.
    let is_language =
        |name: &str| (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_own = match path.split_once('/') {
        Some((folder, file)) => folder == "files" && is_plain(file),
        None => {
            // The names of a schema's nodes stand in a file of their own.
            let nodes = path.strip_suffix(".yaml").filter(|_| kind == Kind::Schema);
            kind.facts_file().as_deref() == Some(path)
                || is_tree(kind, path)
                || path.strip_suffix(".md").or(nodes).is_some_and(is_language)
        }
    };
    (Form::of(Purpose::Propose, kind).is_some() && is_own).then(|| (kind, slug, path.to_owned()))
}

/// Whether it is the reduced tree of a story's process.
fn is_tree(kind: Kind, path: &str) -> bool {
    kind == Kind::Story && path == "tree.yaml"
}

/// Facts and words as an author would write them: a form writes every text between quotation marks.
/// What cannot be read stays, for the check to report.
fn canonical(kind: Kind, path: &str, bytes: Vec<u8>) -> Vec<u8> {
    let written = std::str::from_utf8(&bytes).ok().and_then(|text| {
        if Some(path) == kind.facts_file().as_deref() {
            format_facts(&emit_document(&value(&parse_yaml(text).ok()?.value)?), kind.facts()?)
        } else if path.ends_with(".md") && !path.contains('/') {
            let parts = split_front_matter(text).ok()?;
            let front = value(&parse_yaml(parts.yaml).ok()?.value)?;
            format_words(&emit_page(&front, parts.body.trim()), kind.words())
        } else if is_tree(kind, path) {
            canonical_tree(text).ok()
        } else if path.ends_with(".yaml") {
            Some(emit_document(&value(&parse_yaml(text).ok()?.value)?))
        } else {
            None
        }
    });
    written.map_or(bytes, String::into_bytes)
}

/// A value to write; none for what no form writes.
fn value(yaml: &Yaml) -> Option<Value> {
    Some(match yaml {
        Yaml::Text(text, _) => Value::text(text.as_str()),
        Yaml::Flag(flag) => Value::Flag(*flag),
        Yaml::List(items) => Value::List(items.iter().map(|item| value(&item.value)).collect::<Option<_>>()?),
        Yaml::Map(fields) => {
            let field = |(key, item): &(crate::content::yaml::Key, crate::content::yaml::Located)| {
                Some((key.text.clone(), value(&item.value)?))
            };
            Value::Map(fields.iter().map(field).collect::<Option<_>>()?)
        }
        Yaml::Number(_) | Yaml::Null => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;
    use crate::diagnostic::Severity;
    use std::io::Cursor;

    fn archive(files: &[(&str, &[u8])]) -> Cursor<Vec<u8>> {
        let mut archive = Archive::new(Cursor::new(Vec::new()));
        for (path, bytes) in files {
            archive.add(path, bytes).unwrap();
        }
        archive.finish().unwrap()
    }

    fn catalogue() -> Source {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        Source::read(&own).unwrap()
    }

    const FACTS: &str = "status: \"active\"\nnature: \"knowledge\"\nlicence: \"MIT\"\n";
    const WORDS: &str =
        "---\nname: \"Kit: one\"\nsummary: \"A kit for streets and for towns.\"\n---\n\nText.\n";

    fn good() -> Vec<(&'static str, &'static [u8])> {
        vec![
            ("README.txt", b"hello"),
            ("content/interlinkers/kit/interlinker.yaml", FACTS.as_bytes()),
            ("content/interlinkers/kit/en.md", WORDS.as_bytes()),
        ]
    }

    fn refused(more: (&str, &[u8])) -> String {
        let mut files = good();
        files.push(more);
        plan(&catalogue(), archive(&files), None).unwrap_err().to_string()
    }

    #[test]
    fn an_entry_becomes_a_folder_in_canonical_form() {
        let application = plan(&catalogue(), archive(&good()), None).unwrap();
        assert_eq!(application.folder, "interlinkers/kit");
        let facts = String::from_utf8(application.files["interlinker.yaml"].clone()).unwrap();
        assert!(facts.contains("nature: knowledge\n"), "{facts}");
        assert!(application.diagnostics.iter().all(|found| found.severity != Severity::Error));
        let content = tempfile::tempdir().unwrap();
        write(content.path(), &application).unwrap();
        let place = content.path().join("interlinkers/kit/en.md");
        assert!(std::fs::read_to_string(place).unwrap().contains("name: \"Kit: one\""));
        assert_eq!(std::fs::read_dir(content.path().join("interlinkers")).unwrap().count(), 1);
        assert!(write(content.path(), &application).is_err(), "it is there already");
        let other = Slug::parse("other").unwrap();
        assert_eq!(plan(&catalogue(), archive(&good()), Some(&other)).unwrap().folder, "interlinkers/other");
    }

    #[test]
    fn what_no_form_writes_is_refused() {
        for path in [
            "content/interlinkers/kit/../x.md",
            "content/interlinkers/kit/.git",
            "/content/interlinkers/kit/x.md",
            "content/interlinkers/kit/files/a/b.pdf",
            "content/interlinkers/kit/files\\x.pdf",
            "content/site.yaml",
            "content/vocabularies/nature.yaml",
            ".github/workflows/x.yml",
            "content/interlinkers/kit/EN.md",
            "content/interlinkers/kit/reviews/x.yaml",
            "content/interlinkers/kit/uses/x.yaml",
            "content/interlinkers/kit/logo.svg",
            "content/pages/kit/en.md",
            "content/interlinkers/kit/en.yaml",
            "content/interlinkers/kit/tree.yaml",
        ] {
            assert!(refused((path, b"x")).contains("it holds"), "{path}");
        }
        assert!(refused(("content/interlinkers/other/en.md", b"x")).contains("a contribution is one entry"));
        assert!(plan(&catalogue(), Cursor::new(b"no archive".to_vec()), None).is_err());
        assert!(plan(&catalogue(), archive(&[("README.txt", b"x")]), None).is_err());
        let bomb = vec![0_u8; usize::try_from(MOST_BYTES).unwrap() + 1];
        assert!(refused(("content/interlinkers/kit/files/x.csv", &bomb)).contains("more than"));
    }

    #[test]
    fn the_tree_of_a_story_comes_along_in_canonical_form() {
        let plan_of = |tree: &str| {
            let facts = "status: \"active\"\nlicence: \"CC-BY-4.0\"\n";
            let files = [
                ("content/stories/kit/story.yaml", facts.as_bytes()),
                ("content/stories/kit/en.md", WORDS.as_bytes()),
                ("content/stories/kit/tree.yaml", tree.as_bytes()),
            ];
            plan(&catalogue(), archive(&files), None).unwrap()
        };
        let good = plan_of("nodes:\n  - {status: \"done\", node: \"default/map-stakeholders\"}\n");
        assert_eq!(
            good.files["tree.yaml"],
            b"nodes:\n  - node: default/map-stakeholders\n    status: done\n"
        );
        assert!(good.diagnostics.iter().all(|found| found.severity != Severity::Error));
        for bad in
            ["nodes:\n  - &a {id: x, name: x}\n", "nodes:\n  - node: default/nothing\n", "people:\n  - Ada\n"]
        {
            assert!(plan_of(bad).diagnostics.iter().any(|found| found.severity == Severity::Error), "{bad}");
        }
    }

    #[test]
    fn an_entry_that_is_there_is_never_written_over() {
        let files = [("content/interlinkers/decidim/en.md", WORDS.as_bytes())];
        let error = plan(&catalogue(), archive(&files), None).unwrap_err().to_string();
        assert!(error.contains("interlinkers/decidim is there already"), "{error}");
    }

    #[test]
    fn mistakes_are_those_of_the_check() {
        let mut files = good();
        files[2].1 = b"---\nname: \"Kit\"\nsummary: \"Ask janis.berzins@gmail.com for it, please.\"\n---\n";
        let application = plan(&catalogue(), archive(&files), None).unwrap();
        assert!(application.diagnostics.iter().any(|found| found.severity == Severity::Error));
    }
}
