//! `/{lang}/workspace/`: own processes. Everything happens in the browser (`workspace*.js`), so the
//! page holds only what scripts have to know beforehand: the texts of the interface and the words
//! of some vocabularies in blocks of JSON, and beside it `data.json`, what the catalogue offers to a
//! process. Trees and words of schemas and stories are read from `api/v1/`.
//!
//! The ranking of `crate::recommend` is done again in the browser, over the tree that a team has
//! made its own, so `data.json` names exactly the Interlinkers that were ranked here.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer};

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::templates::data_block;
use super::super::view::{EntryLink, Text};
use super::super::{Page, RenderError, Rendering};
use super::selection::format_of;
use crate::model::entry::{Download, Entry, Interlinker, Nature};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;

/// The modules of the page, each after those it imports, so that a browser asks for all of them at
/// once. A new module stands here, or a test fails.
const SCRIPTS: &[&str] = &[
    "data.js",
    "page.js",
    "workspace-recommend.js",
    "workspace-catalogue.js",
    "process-fields.js",
    "process-positions.js",
    "process.js",
    "workspace-drafts.js",
    "workspace-timeline.js",
    "workspace-place.js",
    "process-tree.js",
    "process-undo.js",
    "workspace-store.js",
    "workspace-session.js",
    "workspace-texts.js",
    "workspace-parts.js",
    "workspace-labels.js",
    "workspace-conflicts.js",
    "workspace-database.js",
    "process-start.js",
    "process-compare.js",
    "process-stamps.js",
    "process-write.js",
    "vendor/js-yaml/js-yaml.js",
    "process-yaml.js",
    "process-file.js",
    "workspace-lock.js",
    "workspace-open.js",
    "workspace-save.js",
    "workspace-file.js",
    "workspace-next.js",
    "workspace-change.js",
    "process-points.js",
    "process-exports.js",
    "process-team.js",
    "workspace-people.js",
    "workspace-resources.js",
    "workspace-claims.js",
    "workspace-responsible.js",
    "workspace-needs.js",
    "workspace-uses.js",
    "workspace-node.js",
    "workspace-guide.js",
    "workspace-kept.js",
    "workspace-checklist.js",
    "workspace-settings.js",
    "workspace-overview.js",
    "workspace-notes.js",
    "workspace-exports.js",
    "workspace-axis.js",
    "workspace-gantt.js",
    "workspace-plan-table.js",
    "workspace-spread.js",
    "workspace-plan.js",
    "process-names.js",
    "personal-data.js",
    "process-publish.js",
    "process-findings.js",
    "process-handover.js",
    "role-mailboxes.js",
    "workspace-publish-parts.js",
    "workspace-call.js",
    "workspace-publish.js",
    "workspace-rewards.js",
    "workspace-everything.js",
    "workspace-start.js",
    "workspace-codeowners.js",
    "workspace-team-forms.js",
    "workspace-team.js",
    "workspace.js",
];

/// What the texts of the page begin with; the scripts know them without it.
const PREFIX: &str = "workspace-";

/// The slug of the editorial page about the file of a process.
const ABOUT_FILE: &str = "process-file";

/// The vocabularies whose words the scripts show.
const VOCABULARIES: [&str; 4] = ["task-status", "organisation-type", "governance-model", "role"];

#[derive(Serialize)]
struct WorkspaceView {
    data: String,
    api: String,
    signs: Vec<String>,
    messages: String,
    terms: String,
    /// The page that explains the file, where the catalogue has it.
    about_file: Option<EntryLink>,
}

/// What the browser gets of the catalogue.
#[derive(Serialize)]
struct Data {
    schemas: Vec<SourceData>,
    stories: Vec<SourceData>,
    problems: Vec<ProblemData>,
    interlinkers: Vec<InterlinkerData>,
}

/// What a process can start from.
#[derive(Serialize)]
struct SourceData {
    slug: String,
    name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    url: String,
    /// The schema that a story followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<String>,
}

#[derive(Serialize)]
struct ProblemData {
    slug: String,
    name: Words,
    url: String,
    sign: String,
}

#[derive(Serialize)]
struct InterlinkerData {
    slug: String,
    name: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Words>,
    url: String,
    nature: &'static str,
    kind: String,
    problems: Vec<String>,
    /// How many there are, which decides between equals.
    languages: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    files: Vec<FileData>,
}

#[derive(Serialize)]
struct FileData {
    url: String,
    title: String,
    lang: String,
    language: String,
    format: String,
    size: u64,
}

/// A [`Text`] without what it does not have: there are thousands in the file.
#[derive(Serialize)]
struct Words {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

impl From<Text> for Words {
    fn from(Text { text, lang, note }: Text) -> Words {
        Words { text, lang, note }
    }
}

/// A map of JSON in the order of its vocabulary, in which choices are shown.
struct InOrder<V>(Vec<(String, V)>);

impl<V: Serialize> Serialize for InOrder<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[derive(Serialize)]
struct TermWords {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
}

impl Rendering<'_> {
    /// The page of a language and its data.
    pub(super) fn workspace(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let messages = scope.messages;
        let view = WorkspaceView {
            data: scope.url("workspace/data.json"),
            api: format!("{}api/v1/", scope.base),
            signs: scope.workspace_signs(),
            messages: data_block(&scope.workspace_texts()),
            terms: data_block(&scope.workspace_terms()),
            about_file: Slug::parse(ABOUT_FILE).ok().and_then(|slug| scope.entry_link(Kind::Page, &slug)),
        };
        let head = Head {
            path: "workspace/".to_owned(),
            title: messages.text("workspace-title"),
            description: Some(messages.text("workspace-lead")),
            section: "workspace",
            crumbs: scope.crumbs(&[]),
            scripts: SCRIPTS.to_vec(),
            ..Head::default()
        };
        let data = Page {
            path: format!("{}/workspace/data.json", scope.language),
            bytes: serde_json::json!(scope.workspace_data()).to_string().into_bytes(),
        };
        Ok(vec![self.page(scope, "workspace.html", &head, &view)?, data])
    }
}

impl<'a> Scope<'a> {
    /// Where a process begins from an entry; none where it is not offered, or has no steps.
    pub(super) fn start_url(&self, entry: &Entry, has_steps: bool) -> Option<String> {
        let is_offered = has_steps && Site::is_active(entry);
        is_offered.then(|| self.url(&format!("workspace/?{}={}", entry.kind.name(), entry.slug)))
    }

    fn workspace_texts(&self) -> BTreeMap<String, String> {
        let own = self.messages.declared().filter_map(|(key, values)| {
            let name = key.strip_prefix(PREFIX)?;
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            Some((name.to_owned(), self.text_for_script(key, &values)))
        });
        let quotes = ["quote-open", "quote-close"];
        let quotes = quotes.map(|name| (name.to_owned(), self.messages.text(&format!("search-{name}"))));
        own.chain(self.size_texts()).chain(quotes).collect()
    }

    fn workspace_terms(&self) -> BTreeMap<&'static str, InOrder<TermWords>> {
        let site = self.site;
        let of = |name: &'static str| {
            let vocabulary = site.vocabularies.get(name);
            let terms = vocabulary.map(|vocabulary| vocabulary.terms.as_slice()).unwrap_or_default();
            let words = terms.iter().map(|term| {
                let description = self.term_description(name, &term.id).map(str::to_owned);
                (term.id.clone(), TermWords { name: self.term(name, &term.id).to_owned(), description })
            });
            (name, InOrder(words.collect()))
        };
        // A language is chosen by who speaks it.
        let languages = site.settings.languages.iter().map(|code| {
            let name = site.label("language", code, code).to_owned();
            (code.clone(), TermWords { name, description: None })
        });
        VOCABULARIES.map(of).into_iter().chain([("language", InOrder(languages.collect()))]).collect()
    }

    fn workspace_signs(&self) -> Vec<String> {
        let families: BTreeSet<&str> =
            self.site.problems.values().map(|problem| problem.family.as_str()).collect();
        let others = Nature::ALL.map(Nature::id).into_iter().chain(["find", "alert"]);
        families.into_iter().map(str::to_owned).chain(others.map(str::to_owned)).collect()
    }

    fn workspace_data(&self) -> Data {
        let site = self.site;
        let mut schemas: Vec<SourceData> = site
            .schemas
            .values()
            .filter(|schema| Site::is_active(&schema.entry))
            .map(|schema| self.source_data(&schema.entry, None))
            .collect();
        // As the list of schemas: the one to begin with, then by name.
        let first = site.settings.default_schema.as_ref().map(|slug| slug.as_str());
        schemas.sort_by(|left, right| {
            (Some(left.slug.as_str()) != first)
                .cmp(&(Some(right.slug.as_str()) != first))
                .then_with(|| self.messages.compare_names(&left.name.text, &right.name.text))
        });
        let stories = site.stories.values();
        Data {
            schemas,
            stories: stories
                .filter(|story| Site::is_active(&story.entry) && !story.tree.is_empty())
                .map(|story| {
                    self.source_data(&story.entry, story.schema.as_ref().map(|slug| slug.to_string()))
                })
                .collect(),
            problems: site
                .problems
                .values()
                .filter(|problem| Site::is_active(&problem.entry))
                .map(|problem| ProblemData {
                    slug: problem.entry.slug.to_string(),
                    name: self.name(&problem.entry).into(),
                    url: self.entry_url(Kind::Problem, &problem.entry.slug),
                    sign: problem.family.clone(),
                })
                .collect(),
            interlinkers: self.index.offered.iter().map(|item| self.interlinker_data(item)).collect(),
        }
    }

    fn source_data(&self, entry: &Entry, schema: Option<String>) -> SourceData {
        SourceData {
            slug: entry.slug.to_string(),
            name: self.name(entry).into(),
            summary: self.text(entry, "summary").map(Words::from),
            url: self.entry_url(entry.kind, &entry.slug),
            schema,
        }
    }

    fn interlinker_data(&self, item: &'a Interlinker) -> InterlinkerData {
        let entry = &item.entry;
        InterlinkerData {
            slug: entry.slug.to_string(),
            name: self.name(entry).into(),
            summary: self.text(entry, "summary").map(Words::from),
            url: self.entry_url(Kind::Interlinker, &entry.slug),
            nature: item.nature.id(),
            kind: self.term("nature", item.nature.id()).to_owned(),
            problems: item.problems.iter().map(ToString::to_string).collect(),
            languages: entry.words.languages().count(),
            version: item.versions.first().map(|version| version.version.clone()),
            address: item.address.clone(),
            files: item
                .downloads
                .iter()
                .filter(|file| file.size > 0)
                .map(|file| self.download_data(entry, file))
                .collect(),
        }
    }

    fn download_data(&self, entry: &Entry, file: &'a Download) -> FileData {
        FileData {
            url: self.file_url(entry, &file.path),
            title: file.title.clone(),
            lang: file.language.clone(),
            language: self.language_name(&file.language).to_owned(),
            format: format_of(&file.path),
            size: file.size,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::declared_messages;
    use crate::process::fields::{Field, NODE, Part, TOP};
    use crate::render::theme::Theme;

    /// The files that a module imports, as it writes them.
    fn imports(text: &str) -> Vec<&str> {
        let statements = text.split("\nimport ").skip(1);
        let at_first = text.strip_prefix("import ");
        at_first
            .into_iter()
            .chain(statements)
            .filter_map(|statement| statement.split_once(';'))
            .filter_map(|(statement, _)| statement.trim_end_matches(['\'', '"']).rsplit_once("'./"))
            .map(|(_, file)| file)
            .collect()
    }

    #[test]
    fn the_page_names_every_module_it_runs_each_after_those_it_imports() {
        let theme = Theme::embedded();
        let text = |name: &str| theme.text(&format!("static/{name}")).unwrap_or_else(|| panic!("no {name}"));
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut open = vec!["workspace.js".to_owned()];
        while let Some(name) = open.pop() {
            open.extend(imports(&text(&name)).into_iter().map(str::to_owned));
            if reached.insert(name) && reached.len() > 500 {
                panic!("the modules never end");
            }
        }
        let named: BTreeSet<String> = SCRIPTS.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(named, reached);
        assert_eq!(SCRIPTS.len(), named.len(), "a module is named twice");
        for (place, name) in SCRIPTS.iter().enumerate() {
            for import in imports(&text(name)) {
                assert!(
                    SCRIPTS[..place].contains(&import),
                    "{name} stands before {import}, which it imports"
                );
            }
        }
    }

    /// What stands between a call of `say` and the end of the text that it is given.
    fn said<'t>(text: &'t str, begin: &'t str, end: &'static str) -> impl Iterator<Item = &'t str> {
        text.split(begin).skip(1).filter_map(move |rest| rest.split_once(end)).map(|(key, _)| key)
    }

    #[test]
    fn every_text_that_a_module_says_exists() {
        let theme = Theme::embedded();
        let texts = declared_messages(&theme.text("messages/en.ftl").unwrap());
        let own: BTreeSet<&str> = texts.keys().filter_map(|key| key.strip_prefix(PREFIX)).collect();
        let (mut asked, mut missing) = (0, Vec::new());
        for name in SCRIPTS.iter().filter(|name| name.starts_with("workspace")) {
            let module = theme.text(&format!("static/{name}")).unwrap();
            for key in said(&module, "say('", "'") {
                asked += 1;
                if !own.contains(key) {
                    missing.push(format!("{name}: {key}"));
                }
            }
            // A key that ends with what is not known here: some text has to begin like it.
            for begin in said(&module, "say(`", "${").filter(|begin| !begin.is_empty()) {
                asked += 1;
                if !own.iter().any(|key| key.starts_with(begin)) {
                    missing.push(format!("{name}: {begin}…"));
                }
            }
        }
        assert!(asked > 200, "only {asked} texts");
        assert_eq!(missing, [""; 0]);
    }

    #[test]
    fn every_field_of_a_process_has_a_name() {
        let theme = Theme::embedded();
        let texts = declared_messages(&theme.text("messages/en.ftl").unwrap());
        let has = |kind: &str, field: &Field| {
            let names =
                [format!("{PREFIX}field-{kind}-{}", field.name), format!("{PREFIX}field-{}", field.name)];
            names.iter().any(|name| texts.contains_key(name))
        };
        let mut missing = Vec::new();
        for (kind, part) in
            TOP.iter().map(|part| ("process", part)).chain(NODE.iter().map(|part| ("node", part)))
        {
            let (kind, fields) = match part {
                Part::Field(field) => (kind, std::slice::from_ref(field)),
                Part::Items(collection) => (collection.item, collection.fields),
            };
            missing.extend(
                fields.iter().filter(|field| !has(kind, field)).map(|field| format!("{kind} {}", field.name)),
            );
        }
        assert_eq!(missing, [""; 0]);
    }
}
