//! All entries -> the [`Site`]: duplicates, references that lead nowhere, the order of nodes,
//! retired things still in use, dead ends. After this a reference cannot dangle.

mod links;
mod order;

use crate::content::decode::{Reference, Target};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::history::History;
use crate::model::entry::{Entry, Status};
use crate::model::kind::Kind;
use crate::model::site::{Asset, Site};
use crate::model::slug::Slug;
use crate::model::words::{Words, source_hash};
use crate::nearest::nearest;
use crate::recommend::recommend;
use crate::source::{Source, SourceFile};
use crate::translation::{State, state_of};
use crate::validate::{BrokenEntry, Entity, ValidEntry, Validated};
use std::collections::{BTreeMap, BTreeSet};

/// Joins the checked entries into a site.
pub fn resolve_site(validated: Validated, source: &Source, mut history: History) -> (Site, Diagnostics) {
    settle(&mut history, &validated.entries);
    let mut resolver = Resolver::new(&validated);
    resolver.duplicates(&validated.entries);
    for valid in &validated.entries {
        resolver.references(valid);
        resolver.files(valid);
        resolver.translations(valid);
    }
    for broken in &validated.broken {
        resolver.references_of_broken(broken);
    }
    for reference in &validated.settings_references {
        resolver.entry_reference(reference, None);
    }
    for reference in &validated.guide_references {
        match &reference.target {
            Target::Node(schema, node) => resolver.node_reference(reference, schema, node),
            _ => resolver.entry_reference(reference, None),
        }
    }
    for page in &validated.settings.menu {
        if resolver.status(Kind::Page, page).is_none() && !resolver.is_broken(Kind::Page, page) {
            resolver.diagnostics.push(
                Diagnostic::error(
                    Code::DanglingReference,
                    "site.yaml",
                    format!("the menu names no page “{page}”"),
                )
                .help("add the page, or take it out of `menu`"),
            );
        }
    }
    let mut diagnostics = std::mem::take(&mut resolver.diagnostics);
    diagnostics.extend(validated.diagnostics);
    let mut site = Site {
        settings: validated.settings,
        editions: validated.editions,
        vocabularies: validated.vocabularies,
        synonyms: validated.synonyms,
        statement: validated.statement,
        guide: validated.guide,
        interlinkers: BTreeMap::new(),
        problems: BTreeMap::new(),
        schemas: BTreeMap::new(),
        stories: BTreeMap::new(),
        calls: BTreeMap::new(),
        organisations: BTreeMap::new(),
        pages: BTreeMap::new(),
        news: BTreeMap::new(),
        recommendations: crate::recommend::Recommendations::default(),
        history,
        assets: BTreeMap::new(),
        derived: crate::media::Derived::default(),
    };
    for valid in validated.entries {
        add(&mut site, valid, &mut diagnostics);
    }
    site.assets = assets(source, &site);
    for (path, _, _) in site.editions.values().filter_map(|edition| edition.logo.as_ref()) {
        if let Some(SourceFile::Data { asset, .. }) = source.files.get(path) {
            site.assets.insert(path.clone(), asset.clone());
        }
    }
    let offered = site.interlinkers.values().filter(|item| Site::is_active(&item.entry));
    site.recommendations = recommend(offered, site.schemas.values());
    dead_ends(&site, &mut diagnostics);
    authorities(&site, &mut diagnostics);
    (site, diagnostics)
}

/// Tells the history which slugs the entries had before.
fn settle(history: &mut History, entries: &[ValidEntry]) {
    let former: BTreeSet<(String, &str)> = entries
        .iter()
        .map(|valid| valid.entity.entry())
        .flat_map(|entry| {
            let folder = format!("{}/{}", entry.kind.folder(), entry.slug);
            entry.former_slugs.iter().map(move |slug| (folder.clone(), slug.as_str()))
        })
        .collect();
    history.settle(|folder, slug| former.contains(&(folder.to_owned(), slug)));
}

fn add(site: &mut Site, mut valid: ValidEntry, diagnostics: &mut Diagnostics) {
    // A draft is not published, but its author wants to know of a cycle now.
    if let Entity::Schema(item) = &mut valid.entity {
        order::order_nodes(item, &valid.file, &valid.references, diagnostics);
    }
    if valid.entity.entry().status == Status::Draft {
        return;
    }
    let slug = valid.entity.entry().slug.clone();
    match valid.entity {
        Entity::Interlinker(item) => drop(site.interlinkers.insert(slug, item)),
        Entity::Problem(item) => drop(site.problems.insert(slug, item)),
        Entity::Schema(item) => drop(site.schemas.insert(slug, item)),
        Entity::Story(item) => drop(site.stories.insert(slug, item)),
        Entity::Call(item) => drop(site.calls.insert(slug, item)),
        Entity::Organisation(item) => drop(site.organisations.insert(slug, item)),
        Entity::Page(item) => drop(site.pages.insert(slug, item)),
        Entity::News(item) => drop(site.news.insert(slug, item)),
    }
}

/// The files of published entries: path below the content folder to their bytes.
fn assets(source: &Source, site: &Site) -> BTreeMap<String, Asset> {
    let mut assets = BTreeMap::new();
    for kind in Kind::ALL {
        for entry in site.entries(kind) {
            for file in &entry.files {
                let path = format!("{}/{}/{}", kind.folder(), entry.slug, file.path);
                if let Some(SourceFile::Data { asset, .. }) = source.files.get(&path) {
                    assets.insert(path, asset.clone());
                }
            }
        }
    }
    assets
}

/// Problem profiles that nothing solves or that no task raises: warnings, for nothing is wrong with
/// the entry itself.
fn dead_ends(site: &Site, diagnostics: &mut Diagnostics) {
    let raised: BTreeSet<&Slug> = site
        .schemas
        .values()
        .flat_map(|schema| schema.phases.iter())
        .flat_map(|phase| phase.walk())
        .flat_map(|node| node.problems.iter())
        .collect();
    for (slug, problem) in site.problems.iter().filter(|(_, problem)| Site::is_active(&problem.entry)) {
        let file = format!("problems/{slug}/problem.yaml");
        if site.recommendations.solving(slug).is_empty() {
            diagnostics.push(
                Diagnostic::warning(Code::DeadEnd, &file, format!("no Interlinker solves {}", problem.code))
                    .help("add the slug to `problems:` of an Interlinker that does"),
            );
        }
        if !raised.contains(slug) {
            diagnostics.push(
                Diagnostic::warning(
                    Code::DeadEnd,
                    &file,
                    format!("no task or objective raises {}", problem.code),
                )
                .help("add the slug to `problems:` of a task in a schema"),
            );
        }
    }
}

/// CPSV-AP requires to know where a competent authority is; the organisation's facts say so.
fn authorities(site: &Site, diagnostics: &mut Diagnostics) {
    for (slug, story) in &site.stories {
        let authority = story.public_service.as_ref().and_then(|service| service.authority.as_ref());
        let organisation = authority.and_then(|authority| site.organisations.get(authority));
        if let Some(organisation) = organisation.filter(|organisation| organisation.country.is_none()) {
            diagnostics.push(
                Diagnostic::warning(
                    Code::NotStated,
                    format!("organisations/{}/organisation.yaml", organisation.entry.slug),
                    format!(
                        "`country` is not stated; CPSV-AP requires it of the authority of stories/{slug}"
                    ),
                )
                .about("country")
                .help("add `country:`; until then the service is left out of the linked data"),
            );
        }
    }
}

/// What is known of the whole catalogue while single references are followed.
struct Resolver<'a> {
    statuses: BTreeMap<(Kind, &'a str), Status>,
    nodes: BTreeMap<(&'a str, &'a str), bool>,
    broken: BTreeSet<(Kind, &'a str)>,
    order: &'a [String],
    has_statement: bool,
    diagnostics: Diagnostics,
}

impl<'a> Resolver<'a> {
    fn new(validated: &'a Validated) -> Resolver<'a> {
        let mut nodes = BTreeMap::new();
        let mut statuses = BTreeMap::new();
        for valid in &validated.entries {
            let entry = valid.entity.entry();
            statuses.insert((entry.kind, entry.slug.as_str()), entry.status);
            if let Entity::Schema(schema) = &valid.entity {
                for node in schema.phases.iter().flat_map(|phase| phase.walk()) {
                    nodes.insert((entry.slug.as_str(), node.id.as_str()), node.retired);
                }
            }
        }
        Resolver {
            statuses,
            nodes,
            broken: validated.broken.iter().map(|entry| (entry.kind, entry.folder.as_str())).collect(),
            order: &validated.settings.languages,
            has_statement: validated.statement.is_some(),
            diagnostics: Diagnostics::new(),
        }
    }

    fn status(&self, kind: Kind, slug: &Slug) -> Option<Status> {
        self.statuses.get(&(kind, slug.as_str())).copied()
    }

    /// Whether the entry is there but could not be understood, which is reported already.
    fn is_broken(&self, kind: Kind, slug: &Slug) -> bool {
        self.broken.contains(&(kind, slug.as_str()))
    }

    /// Former slugs, and codes of problem profiles, belong to one entry only.
    fn duplicates(&mut self, entries: &[ValidEntry]) {
        let mut names: BTreeMap<(Kind, String), &str> = BTreeMap::new();
        for valid in entries {
            let entry = valid.entity.entry();
            names.insert((entry.kind, entry.slug.to_string()), &valid.file);
        }
        let mut codes: BTreeMap<&str, &str> = BTreeMap::new();
        for valid in entries {
            let entry = valid.entity.entry();
            for former in &entry.former_slugs {
                // Many systems take names that differ in case only for one.
                let key = (entry.kind, former.to_lowercase());
                match names.get(&key) {
                    Some(other) => self.diagnostics.push(
                        Diagnostic::error(
                            Code::DuplicateSlug,
                            &valid.file,
                            format!("the former slug “{former}” already belongs to {other}"),
                        )
                        .help("keep it with one of the two entries"),
                    ),
                    None => drop(names.insert(key, &valid.file)),
                }
            }
            if let Entity::Problem(problem) = &valid.entity
                && let Some(other) = codes.insert(&problem.code, &valid.file)
            {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::DuplicateCode,
                        &valid.file,
                        format!("the code {} already belongs to {other}", problem.code),
                    )
                    .help("give one of the two another code"),
                );
            }
        }
    }

    fn references(&mut self, valid: &ValidEntry) {
        let entry = valid.entity.entry();
        for reference in &valid.references {
            match &reference.target {
                Target::Entry(..) | Target::Successor(..) => self.entry_reference(reference, Some(entry)),
                Target::Node(schema, node) => self.node_reference(reference, schema, node),
                Target::Sibling(node) => {
                    if !self.nodes.contains_key(&(entry.slug.as_str(), node.as_str())) {
                        let ids = self.node_ids(entry.slug.as_str());
                        self.dangling(
                            reference,
                            Code::DanglingNode,
                            format!("the schema has no node “{node}”"),
                            node,
                            &ids,
                        );
                    }
                }
                Target::File(path) => {
                    if !entry.files.iter().any(|file| file.path == *path) {
                        let files: Vec<String> = entry.files.iter().map(|file| file.path.clone()).collect();
                        self.missing_file(reference, path, &files);
                    }
                }
                Target::Link(address) => self.link(reference, entry, address),
            }
        }
    }

    /// What an entry with other mistakes names and is not there. Whether it may name what is retired or
    /// a draft depends on what could not be understood; and its own nodes are not known.
    fn references_of_broken(&mut self, broken: &BrokenEntry) {
        for reference in &broken.references {
            match &reference.target {
                Target::Entry(kind, slug) | Target::Successor(kind, slug)
                    if self.status(*kind, slug).is_none() =>
                {
                    self.entry_reference(reference, None);
                }
                Target::Node(schema, node) if !self.nodes.contains_key(&(schema.as_str(), node.as_str())) => {
                    self.node_reference(reference, schema, node);
                }
                Target::File(path) if !broken.files.contains(path) => {
                    let files: Vec<String> = broken.files.iter().cloned().collect();
                    self.missing_file(reference, path, &files);
                }
                _ => {}
            }
        }
    }

    fn missing_file(&mut self, reference: &Reference, path: &str, files: &[String]) {
        let message = format!("the entry has no file “{path}”");
        self.dangling(reference, Code::MissingFile, message, path, files);
    }

    fn entry_reference(&mut self, reference: &Reference, from: Option<&Entry>) {
        let (Target::Entry(kind, slug) | Target::Successor(kind, slug)) = &reference.target else { return };
        if self.is_broken(*kind, slug) {
            return;
        }
        let shown = format!("{kind} “{slug}”");
        match self.status(*kind, slug) {
            None => {
                let slugs: Vec<String> = self
                    .statuses
                    .keys()
                    .filter(|(other, _)| other == kind)
                    .map(|(_, slug)| (*slug).to_owned())
                    .collect();
                self.dangling(
                    reference,
                    Code::DanglingReference,
                    format!("there is no {shown}"),
                    slug.as_str(),
                    &slugs,
                );
            }
            Some(Status::Draft) if from.is_none_or(|entry| entry.status == Status::Active) => {
                self.push(
                    Diagnostic::error(
                        Code::DraftInUse,
                        &reference.file,
                        format!("the {shown} is only a draft"),
                    ),
                    reference.position,
                    "publish it first, or leave it out here",
                );
            }
            Some(Status::Retired)
                if matches!(reference.target, Target::Entry(..))
                    && from
                        .is_none_or(|entry| entry.status == Status::Active && entry.kind != Kind::Story) =>
            {
                self.push(
                    Diagnostic::warning(
                        Code::RetiredInUse,
                        &reference.file,
                        format!("the {shown} is retired"),
                    ),
                    reference.position,
                    "name its successor instead",
                );
            }
            Some(_) => {}
        }
    }

    fn node_reference(&mut self, reference: &Reference, schema: &Slug, node: &str) {
        if self.is_broken(Kind::Schema, schema) {
            return;
        }
        if self.status(Kind::Schema, schema).is_none() {
            let slugs: Vec<String> = self
                .statuses
                .keys()
                .filter(|(kind, _)| *kind == Kind::Schema)
                .map(|(_, slug)| (*slug).to_owned())
                .collect();
            self.dangling(
                reference,
                Code::DanglingReference,
                format!("there is no schema “{schema}”"),
                schema.as_str(),
                &slugs,
            );
            return;
        }
        match self.nodes.get(&(schema.as_str(), node)) {
            None => {
                let ids = self.node_ids(schema.as_str());
                let message = format!("the schema “{schema}” has no node “{node}”");
                self.dangling(reference, Code::DanglingNode, message, node, &ids);
            }
            Some(true) => self.push(
                Diagnostic::warning(
                    Code::RetiredInUse,
                    &reference.file,
                    format!("the node “{schema}/{node}” is retired"),
                ),
                reference.position,
                "stories may keep it; new ones should name another node",
            ),
            Some(false) => {}
        }
    }

    fn node_ids(&self, schema: &str) -> Vec<String> {
        self.nodes.keys().filter(|(slug, _)| *slug == schema).map(|(_, id)| (*id).to_owned()).collect()
    }

    fn dangling(
        &mut self,
        reference: &Reference,
        code: Code,
        message: String,
        written: &str,
        names: &[String],
    ) {
        let help = match nearest(written, names.iter().map(String::as_str)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => "add it, or take the name out here".to_owned(),
        };
        self.push(Diagnostic::error(code, &reference.file, message), reference.position, help);
    }

    fn push(&mut self, diagnostic: Diagnostic, position: Position, help: impl Into<String>) {
        self.diagnostics.push(diagnostic.at(position).help(help));
    }

    /// Files that nothing names, pictures without alternative text.
    fn files(&mut self, valid: &ValidEntry) {
        let entry = valid.entity.entry();
        let named: BTreeSet<&str> = valid
            .references
            .iter()
            .filter_map(|reference| match &reference.target {
                Target::File(path) => Some(path.as_str()),
                _ => None,
            })
            .collect();
        let folder = format!("{}/{}", entry.kind.folder(), entry.slug);
        for file in &entry.files {
            if file.path.starts_with("files/") && !named.contains(file.path.as_str()) {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::UnlistedFile,
                        format!("{folder}/{}", file.path),
                        "nothing names this file, so nobody will find it",
                    )
                    .help("list it under `files:` with its language, title and accessibility, or delete it"),
                );
            }
            if let Some(name) = file.path.strip_prefix("snapshots/")
                && entry.words.snapshot(name, "", self.order).is_none()
            {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::MissingAlternative,
                        format!("{folder}/{}", file.path),
                        "the picture has no alternative text in any language",
                    )
                    .help(format!(
                        "write what it shows under `snapshots:` of {}.md, as `{name}: …`",
                        self.order[0]
                    )),
                );
            }
        }
        for (language, words) in &entry.words.0 {
            for name in words.snapshots.keys() {
                if !entry.files.iter().any(|file| file.path == format!("snapshots/{name}")) {
                    self.diagnostics.push(
                        Diagnostic::error(
                            Code::MissingFile,
                            format!("{folder}/{language}.md"),
                            format!("the entry has no file “snapshots/{name}”"),
                        )
                        .help("add the picture, or delete its alternative text"),
                    );
                }
            }
        }
    }

    /// Translations whose source text has changed since.
    fn translations(&mut self, valid: &ValidEntry) {
        let entry = valid.entity.entry();
        let folder = format!("{}/{}", entry.kind.folder(), entry.slug);
        self.outdated(&entry.words, &folder, "md", "");
        if let Entity::Schema(schema) = &valid.entity {
            for node in schema.phases.iter().flat_map(|phase| phase.walk()) {
                self.outdated(&node.words, &folder, "yaml", &format!("{}.", node.id));
            }
        }
    }

    fn outdated(&mut self, words: &Words, folder: &str, ending: &str, place: &str) {
        for (language, set) in &words.0 {
            for field in set.translated_from.keys() {
                let Some((State::Outdated, source)) = state_of(words, field, language, self.order) else {
                    continue;
                };
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::Outdated,
                        format!("{folder}/{language}.{ending}"),
                        format!("`{place}{field}` was translated from a text that has changed since"),
                    )
                    .help(format!(
                        "compare it with {}.{ending} and update the hash to {}",
                        source.language,
                        source_hash(source.text)
                    )),
                );
            }
        }
    }
}
