//! Stories: what was done, what came of it, and the reduced tree of the process task by task.

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{EntryLink, Fact, FactValue, FileRow, Part, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::{Story, StoryNode};
use crate::model::kind::Kind;

/// The texts of a story, in reading order: the id of the section and the field.
const PARTS: [(&str, &str); 6] = [
    ("story-objectives", "objectives"),
    ("story-done", "body"),
    ("story-results", "results"),
    ("story-lessons", "lessons"),
    ("story-did-not-work", "did-not-work"),
    ("story-incentives", "incentives"),
];

#[derive(Serialize)]
struct StoryView {
    kind_line: String,
    name: Text,
    summary: Option<Text>,
    retired: Option<Retired>,
    parts: Vec<Part>,
    facts: Vec<Fact>,
    tree: Vec<TreePhase>,
    files: Vec<FileRow>,
}

#[derive(Serialize)]
struct TreePhase {
    name: Text,
    nodes: Vec<TreeNode>,
}

#[derive(Serialize)]
struct TreeNode {
    depth: usize,
    name: Text,
    url: Option<String>,
    status: Option<String>,
    is_done: bool,
    reason: Option<Text>,
    used: Vec<EntryLink>,
    links: Vec<PublicLink>,
}

#[derive(Serialize)]
struct PublicLink {
    url: String,
    title: Text,
}

impl Rendering<'_> {
    /// The page of a story.
    pub(super) fn story(
        &self,
        scope: &Scope<'_>,
        story: &Story,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let entry = &story.entry;
        let name = scope.name(entry);
        let summary = scope.text(entry, "summary");
        let parts = PARTS
            .into_iter()
            .filter_map(|(id, field)| {
                let prose = scope.prose(entry, field, 3, &format!("{field}-"))?;
                Some(Part { id, title: scope.messages.text(id), prose })
            })
            .collect();
        let view = StoryView {
            kind_line: match scope.story_place(story) {
                Some(place) => format!("{} · {place}", scope.messages.text("story")),
                None => scope.messages.text("story"),
            },
            retired: scope.retired(entry),
            parts,
            facts: scope.story_facts(story),
            tree: story.tree.iter().map(|node| scope.tree_phase(node)).collect(),
            files: scope.files(entry, &story.downloads),
            name,
            summary,
        };
        let mut head = scope.entry_head(entry, "stories");
        adjust(&mut head);
        self.page(scope, "story.html", &head, &view)
    }
}

impl<'a> Scope<'a> {
    /// Where a story happened: its countries.
    pub fn story_place(&self, story: &'a Story) -> Option<String> {
        let countries: Vec<&str> = story.countries.iter().map(|id| self.term("country", id)).collect();
        (!countries.is_empty()).then(|| countries.join(", "))
    }

    fn story_facts(&self, story: &'a Story) -> Vec<Fact> {
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: self.messages.text(key), values };
        let owners = story.owners.iter().filter_map(|slug| self.entry_value(Kind::Organisation, slug));
        let mut facts = vec![fact("fact-owners", owners.collect())];
        let period = match (&story.start, &story.end) {
            (Some(start), Some(end)) => Some(
                self.messages
                    .format("from-to", [("start", self.day(start).into()), ("end", self.day(end).into())]),
            ),
            (Some(day), None) | (None, Some(day)) => Some(self.day(day)),
            (None, None) => None,
        };
        facts.push(fact("fact-period", period.into_iter().map(FactValue::plain).collect()));
        if let Some(model) = &story.governance_model {
            facts.push(fact("fact-governance", vec![FactValue::plain(self.term("governance-model", model))]));
        }
        if let Some(schema) = story.schema.as_ref().and_then(|slug| self.entry_value(Kind::Schema, slug)) {
            facts.push(fact("fact-schema", vec![schema]));
        }
        if let Some(service) = &story.public_service {
            facts.push(fact("fact-public-service", vec![self.contact_value(service)]));
        }
        facts.push(fact("fact-licence", self.licence_values(&story.rights)));
        facts.extend(self.rights_facts(&story.rights));
        facts
    }

    fn tree_phase(&self, phase: &'a StoryNode) -> TreePhase {
        let mut nodes = Vec::new();
        if phase.children.is_empty() {
            nodes.push(self.tree_node(phase, 0));
        }
        for child in &phase.children {
            self.push_nodes(child, 0, &mut nodes);
        }
        TreePhase { name: self.story_node_name(phase), nodes }
    }

    fn push_nodes(&self, node: &'a StoryNode, depth: usize, nodes: &mut Vec<TreeNode>) {
        nodes.push(self.tree_node(node, depth));
        for child in &node.children {
            self.push_nodes(child, (depth + 1).min(3), nodes);
        }
    }

    fn tree_node(&self, node: &'a StoryNode, depth: usize) -> TreeNode {
        let url = node
            .reference
            .as_ref()
            .filter(|(schema, id)| {
                self.site.schemas.get(schema).is_some_and(|found| found.node(id).is_some())
            })
            .map(|(schema, id)| format!("{}#{id}", self.entry_url(Kind::Schema, schema)));
        let used = node.interlinkers.iter().filter_map(|(slug, version)| {
            let link = self.entry_link(Kind::Interlinker, slug)?;
            let version = version
                .as_ref()
                .map(|version| self.messages.format("version", [("version", version.as_str().into())]));
            Some(EntryLink { version, ..link })
        });
        let languages = &self.site.settings.languages;
        let language = node.language.as_ref().or(languages.first()).map_or(self.language, String::as_str);
        TreeNode {
            depth,
            name: self.story_node_name(node),
            url,
            status: node.status.as_deref().map(|id| self.term("task-status", id).to_owned()),
            is_done: node.status.as_deref() == Some("done"),
            reason: node.reason.as_deref().map(|reason| self.text_in(reason, language)),
            used: used.collect(),
            links: node
                .links
                .iter()
                .map(|(title, address)| PublicLink {
                    url: address.clone(),
                    title: self.text_in(title, language),
                })
                .collect(),
        }
    }

    /// A node's own name, else that of the schema's node in the reader's language, else its id.
    fn story_node_name(&self, node: &StoryNode) -> Text {
        let own = node.own_words.as_ref().and_then(|words| self.words(words, "name"));
        let of_schema = || {
            let (schema, id) = node.reference.as_ref()?;
            Some(self.node_name(self.site.schemas.get(schema)?.node(id)?))
        };
        let id = || node.id.as_deref().or(node.reference.as_ref().map(|(_, id)| id.as_str()));
        own.or_else(of_schema).unwrap_or_else(|| Text::plain(id().unwrap_or_default()))
    }
}
