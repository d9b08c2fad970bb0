//! `Source` -> the files of each entry, by kind and folder. Also the rule for what has a place in
//! a content folder and what has not.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::kind::Kind;
use crate::nearest::nearest;
use crate::source::Source;
use std::collections::BTreeMap;

/// The files of one entry's folder, by their path below it.
#[derive(Debug, Clone)]
pub struct RawEntry {
    /// The kind its folder says.
    pub kind: Kind,
    /// The folder's name: a slug, if it is a good one.
    pub folder: String,
    /// Paths below the folder, sorted.
    pub files: Vec<String>,
}

impl RawEntry {
    /// The path of one of its files below the content folder.
    pub fn path(&self, file: &str) -> String {
        format!("{}/{}/{file}", self.kind.folder(), self.folder)
    }

    /// Whether it has this file.
    pub fn has(&self, file: &str) -> bool {
        self.files.iter().any(|name| name == file)
    }
}

/// The content folder, sorted by what its files are.
#[derive(Debug, Clone, Default)]
pub struct RawCatalogue {
    /// The names of the vocabularies.
    pub vocabularies: Vec<String>,
    /// The files of each edition's folder.
    pub editions: BTreeMap<String, Vec<String>>,
    /// The entries, by kind and folder.
    pub entries: Vec<RawEntry>,
    /// Files that have no place here.
    pub diagnostics: Diagnostics,
}

/// Sorts the files of a content folder by what they are.
pub fn group_files(source: &Source) -> RawCatalogue {
    let mut catalogue = RawCatalogue::default();
    let mut entries: BTreeMap<(Kind, &str), Vec<String>> = BTreeMap::new();
    for path in source.files.keys() {
        let names: Vec<&str> = path.split('/').collect();
        if names.last() == Some(&"process.yaml") {
            catalogue.diagnostics.push(
                Diagnostic::error(
                    Code::ProcessFile,
                    path,
                    "a team's process file holds names and must not lie here",
                )
                .help("move it out of the content folder; publish the process as a story instead"),
            );
            continue;
        }
        match names.as_slice() {
            ["site.yaml" | "accessibility.yaml" | "guide.yaml" | "synonyms.yaml"] => {}
            ["editions", folder, file] if *file == "edition.yaml" || file.starts_with("logo.") => {
                let files = catalogue.editions.entry((*folder).to_owned()).or_default();
                files.push((*file).to_owned());
            }
            ["vocabularies", file] if file.ends_with(".yaml") => {
                catalogue.vocabularies.push(file.trim_end_matches(".yaml").to_owned());
            }
            [kind, folder, file @ ..] if !file.is_empty() && Kind::from_folder(kind).is_some() => {
                if let Some(kind) = Kind::from_folder(kind) {
                    entries.entry((kind, folder)).or_default().push(file.join("/"));
                }
            }
            _ => catalogue.diagnostics.push(unexpected(path, &names)),
        }
    }
    for ((kind, folder), files) in entries {
        for file in &files {
            if !belongs(kind, file) {
                let path = format!("{}/{folder}/{file}", kind.folder());
                catalogue.diagnostics.push(
                    Diagnostic::warning(
                        Code::UnexpectedFile,
                        path,
                        "this file has no place here and is not published",
                    )
                    .help(expected_files(kind)),
                );
            }
        }
        catalogue.entries.push(RawEntry { kind, folder: folder.to_owned(), files });
    }
    catalogue
}

fn unexpected(path: &str, names: &[&str]) -> Diagnostic {
    let folders: Vec<&str> =
        Kind::ALL.iter().map(|kind| kind.folder()).chain(["vocabularies", "editions"]).collect();
    let first = names.first().copied().unwrap_or("");
    let help = match nearest(first, folders.iter().copied()) {
        Some(folder) if names.len() > 1 && folder != first => format!("did you mean the folder `{folder}`?"),
        Some(folder) if names.len() == 2 => format!("each entry has a folder of its own: {folder}/<slug>/"),
        _ => format!("a content folder holds site.yaml, accessibility.yaml and {}", folders.join(", ")),
    };
    Diagnostic::warning(Code::UnexpectedFile, path, "this file has no place here and is not published")
        .help(help)
}

/// Whether a file of an entry's folder is one the kind has.
fn belongs(kind: Kind, file: &str) -> bool {
    let is_words = |ending: &str| {
        file.strip_suffix(ending).is_some_and(|language| {
            (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_lowercase())
        })
    };
    if is_words(".md") || kind.facts_file().is_some_and(|facts| facts == file) {
        return true;
    }
    let is_logo = file.starts_with("logo.") && !file.contains('/');
    let has_files = file.starts_with("files/");
    match kind {
        Kind::Interlinker => {
            is_logo
                || has_files
                || file.starts_with("snapshots/")
                || said_in(file, REVIEWS).is_some()
                || said_in(file, USES).is_some()
        }
        Kind::Story => file == "tree.yaml" || is_logo || has_files || said_in(file, REVIEWS).is_some(),
        Kind::Schema => is_words(".yaml") || has_files,
        Kind::Organisation => is_logo,
        Kind::Page | Kind::News | Kind::Problem | Kind::Call => has_files,
    }
}

/// The folder of an entry with what people say who use it.
pub const USES: &str = "uses/";
/// The folder of an entry with its reviews.
pub const REVIEWS: &str = "reviews/";

/// The id of a use or a review: the name of its file in that folder.
pub fn said_in<'f>(file: &'f str, folder: &str) -> Option<&'f str> {
    let id = file.strip_prefix(folder)?.strip_suffix(".yaml")?;
    let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (!id.is_empty() && id.len() <= 64 && id.bytes().all(is_id)).then_some(id)
}

fn expected_files(kind: Kind) -> String {
    let facts = kind.facts_file().map(|file| format!("{file}, ")).unwrap_or_default();
    let more = match kind {
        Kind::Interlinker => ", files/, snapshots/, logo.*, uses/<id>.yaml, reviews/<id>.yaml",
        Kind::Story => ", tree.yaml, files/, logo.*, reviews/<id>.yaml",
        Kind::Schema => ", <language>.yaml for the words of its nodes, files/",
        Kind::Organisation => ", logo.*",
        Kind::Page | Kind::News | Kind::Problem | Kind::Call => ", files/",
    };
    format!("the folder of this kind holds {facts}<language>.md{more}")
}
