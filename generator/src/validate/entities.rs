//! A checked facts record -> the entity of its kind.

use super::words::word_set;
use super::{Check, Entity, settings};
use crate::content::decode::decode;
use crate::content::record::Record;
use crate::diagnostic::{Code, Diagnostic, Position};
use crate::model::definition::STORY_TREE;
use crate::model::entry::{
    Call, Day, Download, Entry, Interlinker, Nature, News, Node, Organisation, Page, Problem, Rights, Schema,
    Story, StoryNode, Version,
};
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use crate::model::words::Words;
use crate::process::fields::{MAX_NODE_DEPTH, MAX_NODES};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn make_entity(check: &mut Check<'_>, entry: Entry, facts: &Record) -> Option<Entity> {
    Some(match entry.kind {
        Kind::Interlinker => Entity::Interlinker(Interlinker {
            nature: Nature::from_id(facts.text("nature")?)?,
            address: facts.owned("address"),
            themes: facts.texts("themes"),
            purposes: facts.texts("purposes"),
            problems: facts.slugs("problems"),
            tags: facts.texts("tags"),
            form: facts.owned("form"),
            difficulty: facts.owned("difficulty"),
            audiences: facts.texts("audiences"),
            scopes: facts.texts("scopes"),
            service_types: facts.texts("service-types"),
            based_on: facts.slugs("based-on"),
            rights: rights(facts),
            downloads: downloads(&entry, facts),
            versions: facts
                .records("versions")
                .filter_map(|record| {
                    Some(Version {
                        version: record.owned("version")?,
                        date: record.day("date"),
                        notes: record.owned("notes"),
                    })
                })
                .collect(),
            entry,
        }),
        Kind::Problem => {
            Entity::Problem(Problem { code: facts.owned("code")?, family: facts.owned("family")?, entry })
        }
        Kind::Schema => schema(check, entry, facts),
        Kind::Story => {
            let tree = check.story_tree();
            check.dates_in_order(facts);
            Entity::Story(Story {
                schema: facts.slug("schema"),
                owners: facts.slugs("owners"),
                rights: rights(facts),
                countries: facts.texts("countries"),
                governance_model: facts.owned("governance-model"),
                start: facts.day("start"),
                end: facts.day("end"),
                public_service: check.public_service(&entry, facts),
                tags: facts.texts("tags"),
                downloads: downloads(&entry, facts),
                tree,
                entry,
            })
        }
        Kind::Call => {
            check.dates_in_order(facts);
            Entity::Call(Call {
                start: facts.day("start"),
                end: facts.day("end")?,
                contact: facts.owned("contact")?,
                organisation: facts.slug("organisation"),
                roles: facts.texts("roles"),
                schema: facts.slug("schema"),
                countries: facts.texts("countries"),
                tags: facts.texts("tags"),
                entry,
            })
        }
        Kind::Organisation => Entity::Organisation(Organisation {
            organisation_type: facts.owned("type")?,
            country: facts.owned("country"),
            website: facts.owned("website"),
            domains: facts.texts("domains"),
            entry,
        }),
        Kind::Page => Entity::Page(Page { entry }),
        Kind::News => Entity::News(check.news(entry)?),
    })
}

fn rights(facts: &Record) -> Rights {
    Rights {
        licence: facts.owned("licence"),
        licence_group: facts.owned("licence-group"),
        publisher: facts.slug("publisher"),
        contact: facts.owned("contact"),
    }
}

fn downloads(entry: &Entry, facts: &Record) -> Vec<Download> {
    facts
        .records("files")
        .filter_map(|record| {
            let path = record.owned("path")?;
            let size = entry.files.iter().find(|file| file.path == path).map_or(0, |file| file.size);
            Some(Download {
                language: record.owned("language")?,
                title: record.owned("title")?,
                accessibility: record.owned("accessibility")?,
                licence: record.owned("licence"),
                format: record.owned("format"),
                path,
                size,
            })
        })
        .collect()
}

fn schema(check: &mut Check<'_>, entry: Entry, facts: &Record) -> Entity {
    let mut ids: BTreeMap<String, Option<Position>> = BTreeMap::new();
    let path = check.raw.path("schema.yaml");
    let objectives: Vec<&Record> =
        facts.records("phases").flat_map(|phase| phase.records("objectives")).collect();
    let tasks = objectives.iter().flat_map(|objective| objective.records("tasks"));
    for record in facts.records("phases").chain(objectives.iter().copied()).chain(tasks) {
        let Some(id) = record.owned("id") else { continue };
        let position = record.position("id");
        if let Some(first) = ids.get(&id) {
            let first = first.map_or(1, |at| at.line);
            check.diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateNode,
                    &path,
                    format!("the node id “{id}” stands twice; the first is on line {first}"),
                )
                .at(position)
                .help("give one of the two another id; an id is never used again"),
            );
        }
        ids.insert(id, position);
    }
    let names: BTreeSet<String> = ids.keys().cloned().collect();
    let words = check.node_words(&names);
    for (id, position) in &ids {
        let has_name =
            words.get(id).is_some_and(|words| words.0.values().any(|words| words.texts.contains_key("name")));
        if !has_name {
            check.diagnostics.push(
                Diagnostic::error(
                    Code::MissingWords,
                    &path,
                    format!("the node “{id}” has no name in any language"),
                )
                .at(*position)
                .help(format!("write `{id}:` with a `name:` into {}.yaml", check.languages[0])),
            );
        }
    }
    let node = |record: &Record, children: Vec<Node>| -> Option<Node> {
        let id = record.owned("id")?;
        Some(Node {
            retired: record.flag("retired"),
            prerequisites: record.texts("prerequisites"),
            problems: record.slugs("problems"),
            co_delivery: record.flag("co-delivery"),
            words: words.get(&id).cloned().unwrap_or_default(),
            children,
            id,
        })
    };
    let phases = facts
        .records("phases")
        .filter_map(|phase| {
            let objectives = phase
                .records("objectives")
                .filter_map(|objective| {
                    let tasks =
                        objective.records("tasks").filter_map(|task| node(task, Vec::new())).collect();
                    node(objective, tasks)
                })
                .collect();
            node(phase, objectives)
        })
        .collect();
    Entity::Schema(Schema { tags: facts.texts("tags"), rights: rights(facts), phases, entry })
}

impl Check<'_> {
    /// The reduced tree of a story; none is fine.
    fn story_tree(&mut self) -> Vec<StoryNode> {
        if !self.raw.has("tree.yaml") {
            return Vec::new();
        }
        let path = self.raw.path("tree.yaml");
        let Some(tree) = settings::read_tree(self.source, &path, &mut self.diagnostics) else {
            return Vec::new();
        };
        let decoded = decode(&tree, STORY_TREE, self.context(&path));
        self.references.extend(decoded.references);
        self.diagnostics.extend(decoded.diagnostics);
        let language = decoded.record.text("language");
        self.can_be_started_from(&path, &decoded.record);
        decoded.record.records("nodes").map(|record| self.story_node(&path, record, language)).collect()
    }

    /// A process that starts from the tree has its steps, so what a process cannot hold may not stand there.
    fn can_be_started_from(&mut self, path: &str, tree: &Record) {
        let mut keys = BTreeSet::new();
        let mut waiting: Vec<(&Record, usize)> = tree.records("nodes").map(|node| (node, 1)).collect();
        waiting.reverse();
        let mut count = 0;
        while let Some((node, depth)) = waiting.pop() {
            count += 1;
            if count > MAX_NODES {
                let message = format!("the tree has more than {MAX_NODES} steps");
                let told = Diagnostic::error(Code::TooManyNodes, path, message).at(node.position);
                self.diagnostics.push(told.help("leave out steps of which nothing was done"));
                return;
            }
            if depth > MAX_NODE_DEPTH {
                let message = format!("steps lie more than {MAX_NODE_DEPTH} deep in each other");
                let told = Diagnostic::error(Code::TooDeep, path, message).at(node.position);
                self.diagnostics.push(told.help("put the step beside the one that it lies in"));
                continue;
            }
            let key = node.text("node").or_else(|| node.text("id"));
            if let Some(key) = key.filter(|key| !keys.insert(*key)) {
                let message = format!("the step “{key}” stands in the tree twice");
                let told = Diagnostic::error(Code::DuplicateNode, path, message).at(node.position);
                self.diagnostics
                    .push(told.help("leave out one of them, or give a step of your own another `id:`"));
            }
            let children: Vec<(&Record, usize)> =
                node.records("children").map(|child| (child, depth + 1)).collect();
            waiting.extend(children.into_iter().rev());
        }
    }

    fn story_node(&mut self, path: &str, record: &Record, tree_language: Option<&str>) -> StoryNode {
        let reference = record
            .text("node")
            .and_then(|text| text.split_once('/'))
            .and_then(|(schema, node)| Some((Slug::parse(schema).ok()?, node.to_owned())));
        let has_words = record.get("name").is_some() || record.get("description").is_some();
        if reference.is_none() && record.get("name").is_none() {
            self.diagnostics.push(
                Diagnostic::error(Code::MissingField, path, "a node needs `node:`, or a `name:` of its own")
                    .at(record.position)
                    .help("name the node it was taken from as schema-slug/node-id, or write its own name"),
            );
        }
        if has_words && record.get("language").is_none() {
            self.diagnostics.push(
                Diagnostic::error(Code::MissingField, path, "own words need their `language:`")
                    .at(record.position)
                    .help("add the code of the language the words are written in"),
            );
        }
        let own_words = match (has_words, record.owned("language")) {
            (true, Some(language)) => Some(Words(BTreeMap::from([(language, word_set(record, ""))]))),
            _ => None,
        };
        StoryNode {
            reference,
            id: record.owned("id"),
            status: record.owned("status"),
            language: record.owned("language").or_else(|| tree_language.map(str::to_owned)),
            reason: record.owned("reason"),
            own_words,
            interlinkers: record
                .records("interlinkers")
                .filter_map(|used| Some((used.slug("interlinker")?, used.owned("version"))))
                .collect(),
            links: record
                .records("links")
                .filter_map(|link| Some((link.owned("title")?, link.owned("address")?)))
                .collect(),
            children: record
                .records("children")
                .map(|child| self.story_node(path, child, tree_language))
                .collect(),
        }
    }

    fn dates_in_order(&mut self, facts: &Record) {
        if let (Some(start), Some(end)) = (facts.day("start"), facts.day("end"))
            && end < start
            && !start.as_str().starts_with(end.as_str())
        {
            let path = self.raw.path(&self.raw.kind.facts_file().unwrap_or_default());
            self.diagnostics.push(
                Diagnostic::error(
                    Code::DatesReversed,
                    path,
                    format!("the end {end} lies before the start {start}"),
                )
                .at(facts.position("end"))
                .help("correct one of the two days"),
            );
        }
    }

    fn news(&mut self, entry: Entry) -> Option<News> {
        let slug = entry.slug.as_str();
        let Some(day) = slug.get(..10).and_then(Day::parse) else {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::BadDate,
                    format!("news/{slug}"),
                    "the folder of a news item begins with its day",
                )
                .help("rename it like 2026-03-14-first-edition"),
            );
            return None;
        };
        let first = |field: &str| {
            entry.words.0.values().find_map(|words| words.texts.get(field)).and_then(|text| Day::parse(text))
        };
        let place = entry
            .words
            .0
            .iter()
            .filter_map(|(language, words)| Some((language.clone(), words.texts.get("place")?.clone())))
            .collect();
        Some(News { day, start: first("start"), end: first("end"), place, entry })
    }
}
