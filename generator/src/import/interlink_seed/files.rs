//! The files of an Interlinker's folder -> `files/`, `snapshots/` and `logo.*` of the entry: what
//! the metadata name, what lies beside it, and what is missing.

use super::read::{Listed, ListedKind, Texts, is_pointer, list_folder};
use super::report::{Findings, quote};
use super::terms::{FORMATS, language_in_name, language_in_title};
use super::text::{cut_at_word, one_line};
use crate::import::emit::{MapBuilder, Value};
use crate::import::write::{Content, Outputs};
use crate::media::{ImageFormat, inspect_image};
use crate::model::definition::MAX_LINE;
use crate::model::slug::{Slug, SlugError};
use crate::source::MAX_DATA_FILE;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The endings of documents that are offered for download when nothing names them.
const DOCUMENTS: [&str; 16] = [
    "pdf", "docx", "doc", "pptx", "ppt", "xlsx", "xls", "odt", "odp", "ods", "rtf", "csv", "txt", "zip",
    "epub", "json",
];
/// The folder of an Interlinker, as it lies there.
#[derive(Debug)]
pub struct ItemFolder {
    /// Where it is.
    pub place: PathBuf,
    /// Its name.
    pub name: String,
    /// What lies in it.
    pub listing: Vec<Listed>,
}

impl ItemFolder {
    /// Lists a folder.
    pub fn open(place: PathBuf, name: &str) -> ItemFolder {
        ItemFolder { listing: list_folder(&place), name: name.to_owned(), place }
    }

    /// The file of this folder that a path of the metadata means. Paths start at the root of the
    /// data (D7); one that leads elsewhere (D6) means the file of that name here, which is how the
    /// original importer read it.
    pub fn find(&self, field: &str, path: &str, findings: &mut Findings) -> Option<String> {
        let path = path.replace('\\', "/");
        let name = path.rsplit('/').next().unwrap_or_default();
        let parent = path.rsplit('/').nth(1).unwrap_or_default();
        if !parent.is_empty() && parent != "." && !parent.eq_ignore_ascii_case(&self.name) {
            findings.defect(
                6,
                format!("{field} leads to {}", quote(&path)),
                format!("the file {} of the own folder taken", quote(name)),
            );
        }
        let found = self.files().find(|file| *file == name).or_else(|| {
            self.files().find(|file| file.eq_ignore_ascii_case(name)).inspect(|file| {
                findings.other(
                    format!("{field} names {}", quote(name)),
                    format!("{} taken, which differs in case", quote(file)),
                );
            })
        });
        match found {
            None => {
                findings.missing(format!("{field} names {}, which is not there", quote(&path)));
                None
            }
            Some(file) if is_too_large(&self.place.join(file)) => {
                findings.other(
                    format!("{field}: {} is larger than the site takes", quote(file)),
                    "left out; keep it elsewhere and link to it",
                );
                None
            }
            Some(file) if is_pointer(&self.place.join(file)) => {
                findings.missing(format!("{field}: {} is only the pointer of a large file", quote(file)));
                None
            }
            Some(file) => Some(file.to_owned()),
        }
    }

    fn files(&self) -> impl Iterator<Item = &str> {
        self.listing
            .iter()
            .filter(|listed| listed.kind == ListedKind::File)
            .map(|listed| listed.name.as_str())
    }
}

/// What the metadata say about files.
#[derive(Debug)]
pub struct FileFacts<'a> {
    /// The entry's names, for titles.
    pub names: &'a Texts,
    /// The paths of the files per language.
    pub files: &'a Texts,
    /// The declared format.
    pub format: Option<&'a str>,
    /// The path of the logo.
    pub logo: Option<&'a str>,
}

/// Copies files and pictures to `target` and returns the `files:` of the facts file.
pub fn place_files(
    folder: &ItemFolder,
    facts: &FileFacts<'_>,
    target: &str,
    outputs: &mut Outputs,
    findings: &mut Findings,
) -> Value {
    let mut used: BTreeSet<String> = ["metadata.json", "instructions.md"].map(str::to_owned).into();
    let mut copy = Copier { folder, target, outputs, taken: BTreeSet::new() };
    let mut records = Vec::new();
    let mut languages: BTreeMap<String, String> = BTreeMap::new();
    let logo = place_logo(facts.logo, &mut copy, findings);
    used.extend(logo);
    for (key, path) in facts.files {
        let Some(file) = folder.find(&format!("file_translations.{key}"), path, findings) else { continue };
        if !used.insert(file.clone()) {
            findings.other(format!("file_translations.{key} names {} again", quote(&file)), "offered once");
            continue;
        }
        let language = guess_language(folder, facts, &file, key);
        if language != *key {
            findings.defect(
                20,
                format!("{} is listed under {key}", quote(&file)),
                format!("its language taken as {language}, judging by its name or its folder's"),
            );
        }
        let declared = facts.format.filter(|format| !format_fits(format, &file));
        if let Some(format) = declared {
            findings.defect(
                21,
                format!("{} is declared as {format}", quote(&file)),
                "the declaration kept in format",
            );
        }
        languages.insert(stem(&file).to_owned(), language.clone());
        records.push(record(facts, &mut copy, &file, &language, declared, findings));
    }
    for listed in &folder.listing {
        let name = &listed.name;
        match listed.kind {
            ListedKind::System if name.starts_with("~$") => {
                findings.defect(23, format!("lock file {}", quote(name)), "left out");
            }
            ListedKind::System => findings.other(format!("system file {}", quote(name)), "left out"),
            ListedKind::Special => findings.other(
                format!("{} is a link or a device", quote(name)),
                "left out, it may lead out of the data",
            ),
            ListedKind::Folder if is_snapshot_folder(name) => place_snapshots(name, &mut copy, findings),
            ListedKind::Folder => {
                findings.defect(24, format!("nothing names the folder {}", quote(name)), "left out");
            }
            ListedKind::File if used.contains(name) => {}
            ListedKind::File if !is_offered(&folder.place.join(name), name) => {
                findings.defect(24, format!("nothing names the file {}", quote(name)), "left out");
            }
            ListedKind::File => {
                let sibling = languages.get(stem(name)).cloned();
                let how =
                    if sibling.is_some() { "another format of the named one" } else { "a file of its own" };
                let language = sibling.unwrap_or_else(|| guess_language(folder, facts, name, "en"));
                findings.defect(
                    24,
                    format!("nothing names the file {}", quote(name)),
                    format!("offered as {how}, in {language}"),
                );
                records.push(record(facts, &mut copy, name, &language, None, findings));
            }
        }
    }
    if !copy.taken.iter().any(|path| path.starts_with("snapshots/")) {
        findings.defect(22, "no snapshots", "none shown");
    }
    Value::List(records)
}

/// Whether a file that nothing names is a document that readers may want.
fn is_offered(place: &Path, name: &str) -> bool {
    DOCUMENTS.contains(&ending(name).as_str()) && !is_pointer(place) && !is_too_large(place)
}

fn is_too_large(place: &Path) -> bool {
    std::fs::metadata(place).is_ok_and(|metadata| metadata.len() > MAX_DATA_FILE)
}

struct Copier<'a> {
    folder: &'a ItemFolder,
    target: &'a str,
    outputs: &'a mut Outputs,
    /// The paths given so far, in lower case.
    taken: BTreeSet<String>,
}

impl Copier<'_> {
    /// Gives a file of the folder a place below the entry and returns its path there.
    fn copy(&mut self, from: &Path, below: &str, name: &str) -> String {
        let (stem, ending) = (stem(name), ending(name));
        let mut path = format!("{below}{stem}.{ending}");
        let mut number = 2;
        while !self.taken.insert(path.to_lowercase()) {
            path = format!("{below}{stem}-{number}.{ending}");
            number += 1;
        }
        self.outputs.insert(format!("{}/{path}", self.target), Content::Copy(self.folder.place.join(from)));
        path
    }
}

fn record(
    facts: &FileFacts<'_>,
    copy: &mut Copier<'_>,
    file: &str,
    language: &str,
    declared: Option<&str>,
    findings: &mut Findings,
) -> Value {
    let safe = safe_name(file, findings);
    let path = copy.copy(Path::new(file), "files/", &safe);
    // A stem like `resource` says nothing; the entry's name does.
    let stem_says_nothing =
        ["resource", "source"].iter().any(|word| stem(file).to_lowercase().starts_with(word))
            || (!stem(file).contains(['-', '_', ' ']) && language_in_name(stem(file)).is_some());
    let name = facts
        .names
        .get(language)
        .or_else(|| facts.names.get("en"))
        .or_else(|| facts.names.values().next())
        .filter(|_| stem_says_nothing);
    let title = name.map_or_else(|| stem(file).replace(['-', '_'], " "), |name| one_line(name));
    let mut record = MapBuilder::default();
    record
        .put("path", Value::text(path))
        .put("language", Value::text(language))
        .put("title", Value::text(cut_at_word(&one_line(&title), MAX_LINE)))
        .put("accessibility", Value::text("unknown"))
        .put_text("format", declared);
    record.finish()
}

fn guess_language(folder: &ItemFolder, facts: &FileFacts<'_>, file: &str, key: &str) -> String {
    let stem = stem(file);
    language_in_name(stem)
        .or_else(|| language_in_name(&folder.name))
        .or_else(|| facts.names.get("en").and_then(|name| language_in_title(name)))
        .unwrap_or(key)
        .to_owned()
}

/// Whether a file can be what it is declared as. A format we do not know is kept as it is.
fn format_fits(format: &str, file: &str) -> bool {
    FORMATS
        .iter()
        .find(|(known, _)| *known == format)
        .is_some_and(|(_, endings)| endings.contains(&ending(file).as_str()))
}

/// Copies the logo and returns the name of its file.
fn place_logo(logo: Option<&str>, copy: &mut Copier<'_>, findings: &mut Findings) -> Option<String> {
    let Some(path) = logo else {
        findings.defect(22, "no logo", "none shown");
        return None;
    };
    let file = copy.folder.find("logotype", path, findings)?;
    match picture_ending(&copy.folder.place.join(&file)) {
        Ok("gif") => findings.other(format!("the logo {} is a GIF", quote(&file)), "left out"),
        Ok(ending) => {
            copy.copy(Path::new(&file), "", &format!("logo.{ending}"));
        }
        Err(problem) => {
            findings.other(format!("the logo {} cannot be shown: {problem}", quote(&file)), "left out");
        }
    }
    Some(file)
}

fn is_snapshot_folder(name: &str) -> bool {
    ["snapshot", "snapshots"].contains(&name.to_lowercase().as_str())
}

fn place_snapshots(name: &str, copy: &mut Copier<'_>, findings: &mut Findings) {
    if name != "snapshots" {
        findings.defect(
            22,
            format!("the folder of the snapshots is called {}", quote(name)),
            "taken all the same",
        );
    }
    for listed in list_folder(&copy.folder.place.join(name)) {
        let from = Path::new(name).join(&listed.name);
        let place = copy.folder.place.join(&from);
        let is_file = listed.kind == ListedKind::File && !is_pointer(&place);
        match is_file.then(|| picture_ending(&place)) {
            Some(Ok(ending)) => {
                let safe = format!("{}.{ending}", stem(&safe_name(&listed.name, &mut Findings::default())));
                if safe != listed.name {
                    findings.defect(22, format!("snapshot {}", quote(&listed.name)), format!("named {safe}"));
                }
                copy.copy(&from, "snapshots/", &safe);
            }
            Some(Err(problem)) => findings.other(
                format!("the snapshot {} cannot be shown: {problem}", quote(&listed.name)),
                "left out",
            ),
            None => findings.other(format!("{} in {name} is no picture", quote(&listed.name)), "left out"),
        }
    }
}

/// The ending that a picture should have, by its bytes; or why it cannot be shown.
fn picture_ending(place: &Path) -> Result<&'static str, String> {
    let bytes = std::fs::read(place).map_err(|error| error.to_string())?;
    let ending = match ImageFormat::from_bytes(&bytes) {
        Some(ImageFormat::Png) => "png",
        Some(ImageFormat::Jpeg) => "jpg",
        Some(ImageFormat::Webp) => "webp",
        Some(ImageFormat::Gif) => "gif",
        Some(ImageFormat::Svg) => "svg",
        None => return Err("it is no PNG, JPEG, GIF, WebP or SVG".to_owned()),
    };
    inspect_image(&bytes, &format!("picture.{ending}")).map_err(|problem| problem.to_string())?;
    Ok(ending)
}

/// A file name that every system can hold and every address can carry.
fn safe_name(name: &str, findings: &mut Findings) -> String {
    let (stem, ending) = (stem(name), ending(name));
    let is_safe = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
        && stem.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.len() <= 100
        && Slug::parse(&stem.to_lowercase()) != Err(SlugError::Device);
    let safe_stem = if is_safe {
        stem.to_owned()
    } else {
        Slug::from_title(stem).map_or_else(|| "file".to_owned(), |slug| slug.to_string())
    };
    let safe = format!("{safe_stem}.{ending}");
    if safe != name {
        findings.other(format!("the file name {}", quote(name)), format!("made {safe}"));
    }
    safe
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or_else(String::new, |(_, ending)| ending.to_lowercase())
}
