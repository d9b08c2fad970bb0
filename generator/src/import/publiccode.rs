//! publiccode.yml 0.7.0 (<https://yml.publiccode.tools/>), the description that public software
//! carries in its own repository -> Interlinkers in a content folder that is there already.
//!
//! `read` takes the YAML apart key by key, `terms` holds the tables between its words and ours,
//! `entry` says what becomes of each key. What has no place in our content is in the report, with
//! one exception: names, addresses and telephone numbers of people are left out of that, too.

mod entry;
mod read;
mod terms;

use super::disk::read_text;
use super::report::{Findings, ImportReport, Subject};
use super::write::{Content, Outputs, Place, is_ours, plan_outputs, write_outputs};
use super::{ImportError, report};
use crate::content::yaml::parse_yaml;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;
use entry::Software;
use read::Fields;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The report, in the folder of the content.
pub const REPORT: &str = "IMPORT-REPORT-PUBLICCODE.md";
/// It adds entries to content of others.
const PLACE: Place = Place { manifest: ".import-manifest-publiccode", joins_content: true };
/// The names that the standard gives the file.
const NAMES: [&str; 2] = ["publiccode.yml", "publiccode.yaml"];
/// How deep files are looked for, and how many are read.
const DEEPEST: usize = 8;
const MOST_FILES: usize = 5_000;
/// Largest file that is read: the texts of the standard are limited, so that no honest one is larger.
const MAX_FILE: u64 = 1024 * 1024;

/// Imports one publiccode.yml, or every one below a folder, into the content folder `into`. What has
/// no place there, and every file that cannot be read, is in the report, also written there; a file
/// that a person changed is kept, and so is an entry that this importer did not make.
///
/// # Errors
/// When `into` has no `site.yaml`, when nothing at all can be read in `source`, or when a file cannot
/// be written.
pub fn import_publiccode(source: &Path, into: &Path) -> Result<ImportReport, ImportError> {
    if !into.join("site.yaml").is_file() {
        return Err(ImportError::NoContent(into.to_owned()));
    }
    let mut whole = Findings::default();
    let files = find_files(source, into, &mut whole)?;
    let site = crate::check(into).map_err(ImportError::io(into))?.site;
    let mut import = Import { site: &site, into, outputs: Outputs::new(), taken: BTreeSet::new() };
    let mut subjects: BTreeMap<String, Subject> = BTreeMap::new();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let (mut read, mut first_reason) = (0, None);
    for (path, name) in &files {
        let mut findings = Findings::default();
        let fields = match read_file(path) {
            Ok(tree) => Fields::new(tree, "", &mut findings),
            Err(reason) => Err(reason),
        };
        let software = fields.and_then(|fields| Software::read(fields, &site, &mut findings));
        let software = match software {
            Ok(software) => software,
            Err(reason) => {
                whole.other(format!("{name}: {reason}"), "the file left out");
                whole.absorb(name, findings);
                first_reason.get_or_insert(reason);
                continue;
            }
        };
        read += 1;
        if let Some(first) = software.url.as_ref().and_then(|url| known.get(url)) {
            whole.other(format!("{name} describes the same repository as {first}"), "the file left out");
            continue;
        }
        known.extend(software.url.clone().map(|url| (url, name.clone())));
        let target = import.place(software, &mut findings)?;
        subjects.insert(target, Subject { source: name.clone(), findings });
    }
    if read == 0 {
        let reason = first_reason.unwrap_or_else(|| "there is no publiccode.yml in it".to_owned());
        return Err(ImportError::Nothing { place: source.to_owned(), reason });
    }
    let counts = vec![("publiccode.yml files", files.len()), ("Interlinkers", subjects.len())];
    subjects.insert(String::new(), Subject { source: String::new(), findings: whole });
    let mut report = ImportReport { counts, subjects, ..ImportReport::default() };
    finish(&mut report, import.outputs, source, into)?;
    Ok(report)
}

/// Writes everything. The report tells which files a person changed, so it is made when that is known.
fn finish(
    report: &mut ImportReport,
    mut outputs: Outputs,
    source: &Path,
    into: &Path,
) -> Result<(), ImportError> {
    outputs.insert(REPORT.to_owned(), Content::Bytes(Vec::new()));
    let plan = |outputs: &Outputs| {
        plan_outputs(PLACE, into, outputs).map(|mut plan| {
            // One file says nothing about the entries that others brought.
            if source.is_file() {
                plan.vanished.clear();
            }
            plan
        })
    };
    report.plan = plan(&outputs)?;
    outputs.insert(REPORT.to_owned(), Content::Bytes(report.to_markdown().into_bytes()));
    report.plan = plan(&outputs)?;
    write_outputs(PLACE, into, &outputs, &report.plan)
}

/// The files to read, each with the name that the report gives it, in the order of their paths.
fn find_files(
    source: &Path,
    into: &Path,
    whole: &mut Findings,
) -> Result<Vec<(PathBuf, String)>, ImportError> {
    if source.is_file() {
        let name = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
        return Ok(vec![(source.to_owned(), name)]);
    }
    if !source.is_dir() {
        return Err(ImportError::NoSource(source.to_owned()));
    }
    let inside = fs::canonicalize(into).map_err(ImportError::io(into))?;
    let mut files = Vec::new();
    let walk = walkdir::WalkDir::new(source).max_depth(DEEPEST).sort_by_file_name().into_iter();
    for item in walk.filter_entry(|item| item.depth() == 0 || item.file_name() != ".git") {
        let item = match item {
            Ok(item) => item,
            Err(error) => {
                whole.other(format!("a folder cannot be read ({error})"), "left out");
                continue;
            }
        };
        let is_named = NAMES.iter().any(|name| item.file_name().eq_ignore_ascii_case(name));
        let is_content = fs::canonicalize(item.path()).is_ok_and(|path| path.starts_with(&inside));
        if !item.file_type().is_file() || !is_named || is_content {
            continue;
        }
        if files.len() == MOST_FILES {
            whole.other(format!("there are more than {MOST_FILES} files"), "the rest left out");
            break;
        }
        let name = item.path().strip_prefix(source).unwrap_or(item.path());
        let name = name.components().map(|part| part.as_os_str().to_string_lossy());
        files.push((item.path().to_owned(), name.collect::<Vec<_>>().join("/")));
    }
    Ok(files)
}

fn read_file(path: &Path) -> Result<crate::content::yaml::Located, String> {
    if fs::metadata(path).is_ok_and(|metadata| metadata.len() > MAX_FILE) {
        return Err(format!("it is larger than {MAX_FILE} bytes, the most that is read"));
    }
    parse_yaml(&read_text(path)?).map_err(|error| {
        let place = error.position.map(|at| format!("line {}, column {}: ", at.line, at.column));
        format!("{}{}", place.unwrap_or_default(), error.message)
    })
}

struct Import<'a> {
    site: &'a Site,
    into: &'a Path,
    outputs: Outputs,
    taken: BTreeSet<Slug>,
}

impl Import<'_> {
    /// Gives the entry its folder and its files; says where it is.
    fn place(&mut self, software: Software, findings: &mut Findings) -> Result<String, ImportError> {
        let slug = self.slug(&software);
        let folder = format!("{}/{slug}", Kind::Interlinker.folder());
        let facts = format!("{folder}/interlinker.yaml");
        self.taken.insert(slug);
        if self.into.join(&folder).exists() && !is_ours(PLACE, self.into, &facts)? {
            findings.other(
                "the content has this entry already, and this importer did not make it",
                "left as it is; compare it with the findings here",
            );
            return Ok(folder);
        }
        for (path, text) in software.files(self.site, findings) {
            self.outputs.insert(format!("{folder}/{path}"), Content::Bytes(text.into_bytes()));
        }
        Ok(folder)
    }

    /// The name that already stands for this software, because the entry leads to the same repository
    /// or page, else the first free one.
    fn slug(&self, software: &Software) -> Slug {
        let addresses: Vec<&str> = software.url.iter().chain(&software.landing).map(String::as_str).collect();
        let same = self
            .site
            .interlinkers
            .values()
            .find(|known| known.address.as_deref().is_some_and(|address| addresses.contains(&address)));
        if let Some(same) = same.map(|known| &known.entry.slug).filter(|slug| !self.taken.contains(slug)) {
            return same.clone();
        }
        let mut slugs = super::slugs::Slugs::default();
        loop {
            let slug = slugs.give(Kind::Interlinker, &software.name);
            let folder = self.into.join(Kind::Interlinker.folder()).join(slug.as_str());
            if !self.taken.contains(&slug) && (!folder.exists() || mentions(&folder, software)) {
                return slug;
            }
        }
    }
}

/// Whether a text of an entry names the repository or the page of the software.
fn mentions(folder: &Path, software: &Software) -> bool {
    let Ok(listing) = fs::read_dir(folder) else { return false };
    let texts = listing
        .flatten()
        .map(|item| item.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md" || ending == "yaml"));
    let addresses: Vec<&String> = software.url.iter().chain(&software.landing).collect();
    texts.filter_map(|path| read_text(&path).ok()).any(|text| {
        text.split(|letter: char| letter.is_whitespace() || "<>()\"'".contains(letter))
            .any(|word| addresses.iter().any(|address| *address == word))
    })
}

/// A value for the report: on one line, shortened.
fn shown(text: &str) -> String {
    report::quote(text)
}
