//! One raw entry -> one checked entry, or diagnostics. What an entry names elsewhere is noted as a
//! reference; `resolve` follows it.

mod editions;
mod entities;
mod files;
mod guide;
mod public_service;
mod said;
mod settings;
mod statement;
mod synonyms;
mod words;

use crate::content::decode::{Context, Reference, decode};
use crate::content::raw::{RawEntry, group_files};
use crate::content::record::Record;
use crate::content::skeleton::sample_lines;
use crate::content::yaml::{Located, Yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::model::definition::{Field, Need};
use crate::model::edition::Edition;
use crate::model::entry::{
    Call, Entry, Interlinker, News, Organisation, Page, Problem, Schema, Status, Story,
};
use crate::model::guide::Guide;
use crate::model::kind::Kind;
use crate::model::site::{Settings, Vocabulary};
use crate::model::slug::Slug;
use crate::model::statement::Statement;
use crate::model::synonyms::SynonymGroup;
use crate::nearest::nearest;
use crate::source::Source;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An entry of any kind.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "there are few of them, and each is moved once")]
pub enum Entity {
    /// An Interlinker.
    Interlinker(Interlinker),
    /// A problem profile.
    Problem(Problem),
    /// A schema.
    Schema(Schema),
    /// A story.
    Story(Story),
    /// A call.
    Call(Call),
    /// An organisation.
    Organisation(Organisation),
    /// A page.
    Page(Page),
    /// A news item.
    News(News),
}

impl Entity {
    /// What every entry has.
    pub fn entry(&self) -> &Entry {
        match self {
            Entity::Interlinker(item) => &item.entry,
            Entity::Problem(item) => &item.entry,
            Entity::Schema(item) => &item.entry,
            Entity::Story(item) => &item.entry,
            Entity::Call(item) => &item.entry,
            Entity::Organisation(item) => &item.entry,
            Entity::Page(item) => &item.entry,
            Entity::News(item) => &item.entry,
        }
    }
}

/// One checked entry with what it names.
#[derive(Debug)]
pub struct ValidEntry {
    /// The entry.
    pub entity: Entity,
    /// The file that messages about the entry as a whole point to.
    pub file: String,
    /// What it names elsewhere.
    pub references: Vec<Reference>,
}

/// An entry that is there but was not understood. Naming it is no second mistake, and what it names
/// itself is followed all the same.
#[derive(Debug)]
pub struct BrokenEntry {
    /// What it is.
    pub kind: Kind,
    /// Its folder.
    pub folder: String,
    /// Its files, by path below that folder.
    pub files: BTreeSet<String>,
    /// What it names elsewhere.
    pub references: Vec<Reference>,
}

/// All that is checked one by one.
#[derive(Debug, Default)]
pub struct Validated {
    /// What `site.yaml` says.
    pub settings: Settings,
    /// What `site.yaml` names.
    pub settings_references: Vec<Reference>,
    /// The editions.
    pub editions: BTreeMap<Slug, Edition>,
    /// The controlled vocabularies.
    pub vocabularies: BTreeMap<String, Vocabulary>,
    /// Words that mean the same to somebody who searches.
    pub synonyms: Vec<SynonymGroup>,
    /// The accessibility statement.
    pub statement: Option<Statement>,
    /// The questions of "what do I need?", where `guide.yaml` has some.
    pub guide: Option<Guide>,
    /// What `guide.yaml` names.
    pub guide_references: Vec<Reference>,
    /// The entries that could be understood, drafts included, by kind and folder.
    pub entries: Vec<ValidEntry>,
    /// The entries that are there but were not understood.
    pub broken: Vec<BrokenEntry>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

/// Checks every entry of a source on its own.
pub fn validate(source: &Source) -> Validated {
    let raw = group_files(source);
    let mut diagnostics = source.diagnostics.clone();
    diagnostics.extend(raw.diagnostics);
    let (settings, mut settings_references) = settings::read_settings(source, &mut diagnostics);
    let vocabularies = settings::read_vocabularies(source, &raw.vocabularies, &mut diagnostics);
    let synonyms = synonyms::read_synonyms(source, &mut diagnostics);
    let statement = statement::read_statement(source, &vocabularies, &settings.languages, &mut diagnostics);
    let editions = editions::read_editions(
        source,
        &raw.editions,
        &vocabularies,
        &settings.languages,
        &mut settings_references,
        &mut diagnostics,
    );
    let (guide, guide_references) =
        guide::read_guide(source, &vocabularies, &settings.languages, &mut diagnostics);
    let checked: Vec<_> = raw
        .entries
        .par_iter()
        .map(|raw| {
            let mut check = Check {
                source,
                raw,
                vocabularies: &vocabularies,
                languages: &settings.languages,
                references: Vec::new(),
                diagnostics: Diagnostics::new(),
            };
            let entity = check.entity();
            (raw, entity, check.references, check.diagnostics)
        })
        .collect();
    let mut validated =
        Validated { settings_references, editions, guide, guide_references, ..Validated::default() };
    for (raw, entity, references, found) in checked {
        diagnostics.extend(found);
        match entity {
            Some(entity) => {
                let file = raw.path(&raw.kind.facts_file().unwrap_or_else(|| first_words_file(raw)));
                validated.entries.push(ValidEntry { entity, file, references });
            }
            None => validated.broken.push(BrokenEntry {
                kind: raw.kind,
                folder: raw.folder.clone(),
                files: raw.files.iter().cloned().collect(),
                references,
            }),
        }
    }
    Validated { settings, vocabularies, synonyms, statement, diagnostics, ..validated }
}

fn first_words_file(raw: &RawEntry) -> String {
    raw.files.iter().find(|file| file.ends_with(".md")).cloned().unwrap_or_else(|| "en.md".to_owned())
}

/// The check of one entry.
struct Check<'a> {
    source: &'a Source,
    raw: &'a RawEntry,
    vocabularies: &'a BTreeMap<String, Vocabulary>,
    languages: &'a [String],
    references: Vec<Reference>,
    diagnostics: Diagnostics,
}

impl<'a> Check<'a> {
    fn entity(&mut self) -> Option<Entity> {
        let kind = self.raw.kind;
        let slug = self.slug();
        let facts = match kind.facts_file() {
            Some(file) => self.facts(&file, kind.facts()?),
            None => Some(Record::default()),
        };
        let words = self.words();
        self.samples();
        let files = self.stored_files();
        let (uses, reviews) = (self.uses(), self.reviews());
        let (slug, facts) = (slug?, facts?);
        let status = match facts.text("status") {
            Some("draft") => Status::Draft,
            Some("retired") => Status::Retired,
            // A page or news item has no status; a missing one is reported already.
            _ => Status::Active,
        };
        let entry = Entry {
            kind,
            slug,
            status,
            successor: facts.slug("successor"),
            former_slugs: facts.texts("former-slugs"),
            words,
            files,
            uses,
            reviews,
        };
        self.expected_words(&entry);
        entities::make_entity(self, entry, &facts)
    }

    /// The folder's name as a slug, and not one that the site needs for itself.
    fn slug(&mut self) -> Option<Slug> {
        let folder = &self.raw.folder;
        let path = format!("{}/{folder}", self.raw.kind.folder());
        let slug = match Slug::parse(folder) {
            Ok(slug) => slug,
            Err(error) => {
                let help = match Slug::from_title(folder) {
                    Some(slug) => format!("rename the folder, for example to `{slug}`"),
                    None => "rename the folder, for example to `stakeholder-map`".to_owned(),
                };
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::BadSlug,
                        path,
                        format!("“{folder}” cannot be part of an address: {error}"),
                    )
                    .help(help),
                );
                return None;
            }
        };
        let is_statement = self.raw.kind == Kind::Page
            && slug.as_str() == "accessibility"
            && self.source.text(statement::FILE).is_some();
        if is_statement || is_reserved(self.raw.kind, slug.as_str()) {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::ReservedSlug,
                    path,
                    format!("the site needs the name “{slug}” for itself"),
                )
                .help("rename the folder"),
            );
            return None;
        }
        Some(slug)
    }

    fn context<'c>(&'c self, file: &'c str) -> Context<'c> {
        Context { file, vocabularies: Some(self.vocabularies), languages: self.languages }
    }

    fn facts(&mut self, file: &str, fields: &'static [Field]) -> Option<Record> {
        let path = self.raw.path(file);
        if !self.raw.has(file) {
            if !self.source.diagnostics.iter().any(|diagnostic| diagnostic.file == path) {
                let names = self.raw.files.iter().map(String::as_str);
                let names = names.filter(|name| !name.contains('/') && !name.ends_with(".md"));
                let help = match nearest(file, names) {
                    Some(near) => format!("did you mean this file by `{near}`? Rename it to `{file}`"),
                    None => format!("add the file {file}; `interlink new` writes one to start from"),
                };
                self.diagnostics.push(
                    Diagnostic::error(Code::MissingFacts, path, format!("the entry has no file {file}"))
                        .help(help),
                );
            }
            return None;
        }
        let tree = settings::read_tree(self.source, &path, &mut self.diagnostics)?;
        let decoded = decode(&tree, fields, self.context(&path));
        self.references.extend(decoded.references);
        let is_whole = !decoded.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::MissingField);
        self.diagnostics.extend(decoded.diagnostics);
        self.expected_facts(&path, &tree, &decoded.record, fields);
        is_whole.then_some(decoded.record)
    }

    /// What ADMS-AP asks for and the entry leaves out: a warning, and "not stated" on its page.
    fn expected_facts(&mut self, path: &str, tree: &Located, record: &Record, fields: &'static [Field]) {
        // What is written wrongly is reported as that; it is not missing as well.
        let is_written = |name: &str| match &tree.value {
            Yaml::Map(entries) => {
                entries.iter().any(|(key, value)| key.text == name && value.value != Yaml::Null)
            }
            _ => false,
        };
        for field in fields.iter().filter(|field| field.need == Need::Expected && !is_written(field.name)) {
            self.diagnostics.push(
                Diagnostic::warning(Code::NotStated, path, format!("`{}` is not stated", field.name))
                    .at(record.position)
                    .about(field.name)
                    .help(format!("readers will see “not stated”; it says: {}", field.doc)),
            );
        }
        if record.text("licence") == Some("unstated") && record.get("licence-group").is_none() {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::MissingLicenceGroup,
                    path,
                    "an unstated licence needs a licence-group",
                )
                .at(record.position("licence"))
                .help("add `licence-group:` with one of the ids of vocabularies/licence-group.yaml"),
            );
        }
    }

    /// Lines that `interlink new` wrote and nobody has written anew.
    fn samples(&mut self) {
        for file in &self.raw.files {
            let path = self.raw.path(file);
            let Some(text) = self.source.text(&path) else { continue };
            for (line, sample) in sample_lines(text) {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::SampleText,
                        &path,
                        format!("“{}” is still the example of `interlink new`", sample.trim()),
                    )
                    .at(Position { line, column: 1 })
                    .help("write your own, or delete the line"),
                );
            }
        }
    }

    fn expected_words(&mut self, entry: &Entry) {
        let path = self.raw.path(&self.raw.kind.facts_file().unwrap_or_else(|| first_words_file(self.raw)));
        let has = |field: &str| entry.words.0.values().any(|words| words.texts.contains_key(field));
        for field in ["name", "summary"] {
            let is_reported = self.diagnostics.iter().any(|diagnostic| {
                diagnostic.file.ends_with(".md") && diagnostic.severity == crate::diagnostic::Severity::Error
            });
            if !has(field) && !is_reported {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::MissingWords,
                        &path,
                        format!("the entry has no {field} in any language"),
                    )
                    .help(format!("write `{field}:` into the front matter of {}.md", self.languages[0])),
                );
            }
        }
    }
}

/// Names that the site uses itself at the place where the slug would stand.
pub fn is_reserved(kind: Kind, slug: &str) -> bool {
    match kind {
        Kind::Page => {
            Kind::ALL.iter().any(|kind| kind.folder() == slug)
                || matches!(
                    slug,
                    "guide"
                        | "workspace"
                        | "compare"
                        | "collection"
                        | "search"
                        | "contribute"
                        | "offline"
                        | "data"
                        | "translations"
                        | "licences"
                        | "404"
                )
        }
        _ => matches!(slug, "by" | "sort" | "page" | "rows"),
    }
}
