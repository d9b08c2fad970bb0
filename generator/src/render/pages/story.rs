//! Stories: what was done, what came of it, and the reduced tree of the process task by task.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{EntryLink, Fact, FactValue, FileRow, FilesLink, KitLink, Part, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use super::public_service::ServiceView;
use super::said::Said;
use super::selection::reference;
use crate::model::entry::{Story, StoryNode};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;

/// How many related stories a page names.
const RELATED: usize = 3;
/// The texts of a story, in reading order: the id of the section and the field.
pub(super) const PARTS: [(&str, &str); 6] = [
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
    /// Its name in the addresses of comparisons and collections.
    reference: String,
    parts: Vec<Part>,
    facts: Vec<Fact>,
    service: Option<ServiceView>,
    tree: Vec<TreePhase>,
    files: Vec<FileRow>,
    archive: Option<FilesLink>,
    kit: Option<KitLink>,
    /// Where a process that takes its steps begins.
    start: Option<String>,
    /// The schema it followed, to start from instead.
    schema: Option<EntryLink>,
    /// Why a reader should not take it for more than it is.
    unverified: Option<String>,
    said: Option<Said>,
    related: Vec<RelatedStory>,
}

/// Another story, and what it shares with this one.
#[derive(Serialize)]
struct RelatedStory {
    url: String,
    name: Text,
    place: Option<String>,
    reason: String,
}

/// An Interlinker that a task used.
#[derive(Serialize)]
struct Used {
    url: String,
    name: Text,
    /// The version it used; "not stated" where nobody said.
    version: String,
    /// That there is a newer one.
    newer: Option<String>,
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
    used: Vec<Used>,
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
            reference: reference(entry.kind, &entry.slug),
            parts,
            facts: scope.story_facts(story),
            service: self.service_view(scope, story),
            tree: story.tree.iter().map(|node| scope.tree_phase(node)).collect(),
            files: scope.files(entry, &story.downloads),
            archive: self.files_link(scope, entry),
            schema: story.schema.as_ref().and_then(|slug| scope.entry_link(Kind::Schema, slug)),
            unverified: story.owners.is_empty().then(|| scope.messages.text("story-unverified")),
            said: scope.said(entry),
            related: scope.related_stories(story),
            kit: self.kit_link(scope, Kind::Story, &entry.slug),
            start: scope.start_url(entry, !story.tree.is_empty()),
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
        // A retired story stands in no list.
        let is_listed = Site::is_active(&story.entry);
        let countries = story.countries.iter().map(|id| FactValue {
            text: self.term("country", id).to_owned(),
            url: is_listed.then(|| self.url(&format!("stories/by/country/{id}/"))),
            ..FactValue::default()
        });
        facts.push(fact("fact-country", countries.collect()));
        facts.push(fact("fact-period", period.into_iter().map(FactValue::plain).collect()));
        if let Some(model) = &story.governance_model {
            facts.push(fact("fact-governance", vec![FactValue::plain(self.term("governance-model", model))]));
        }
        if let Some(schema) = story.schema.as_ref().and_then(|slug| self.entry_value(Kind::Schema, slug)) {
            facts.push(fact("fact-schema", vec![schema]));
        }
        if let Some(service) = &story.public_service {
            let value = self.service_value(story, service);
            facts.push(fact("fact-public-service", value.into_iter().collect()));
        }
        facts.push(fact("fact-evidence", self.evidence(story)));
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
        let languages = &self.site.settings.languages;
        let language = node.language.as_ref().or(languages.first()).map_or(self.language, String::as_str);
        TreeNode {
            depth,
            name: self.story_node_name(node),
            url,
            status: node.status.as_deref().map(|id| self.term("task-status", id).to_owned()),
            is_done: node.status.as_deref() == Some("done"),
            reason: node.reason.as_deref().map(|reason| self.text_in(reason, language)),
            used: node
                .interlinkers
                .iter()
                .filter_map(|(slug, version)| self.used(slug, version.as_deref()))
                .collect(),
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

    /// An Interlinker with the exact version that was used, and whether there is a newer one since.
    fn used(&self, slug: &Slug, version: Option<&str>) -> Option<Used> {
        let link = self.entry_link(Kind::Interlinker, slug)?;
        let newest = self.site.interlinkers.get(slug).and_then(|item| item.versions.first());
        let newer = newest.filter(|newest| version.is_some_and(|version| newest.version != version));
        Some(Used {
            url: link.url,
            name: link.name,
            version: match version {
                Some(version) => self.messages.format("version", [("version", version.into())]),
                None => self.messages.text("story-version-not-stated"),
            },
            newer: newer.map(|newest| {
                self.messages.format("story-newer-version", [("version", newest.version.as_str().into())])
            }),
        })
    }

    /// What a reader can check: who did it, how exactly the Interlinkers are named, what is public.
    fn evidence(&self, story: &'a Story) -> Vec<FactValue> {
        let nodes: Vec<&StoryNode> = story.tree.iter().flat_map(StoryNode::walk).collect();
        let used: Vec<_> = nodes.iter().flat_map(|node| &node.interlinkers).collect();
        let exact = used.iter().filter(|(_, version)| version.is_some()).count();
        let links: usize = nodes.iter().map(|node| node.links.len()).sum();
        let owner = if story.owners.is_empty() { "evidence-no-owner" } else { "evidence-owner" };
        let mut values = vec![FactValue::plain(self.messages.text(owner))];
        if !used.is_empty() {
            let counts = [("exact", exact.into()), ("count", used.len().into())];
            values.push(FactValue::plain(self.messages.format("evidence-versions", counts)));
        }
        values.push(FactValue::plain(self.messages.format("evidence-links", [("count", links.into())])));
        values
    }

    /// The stories that share most: Interlinkers count more than keywords, those more than the
    /// country.
    fn related_stories(&self, story: &'a Story) -> Vec<RelatedStory> {
        let used = |story: &'a Story| -> BTreeSet<&'a Slug> {
            let nodes = story.tree.iter().flat_map(StoryNode::walk);
            nodes.flat_map(|node| node.interlinkers.iter().map(|(slug, _)| slug)).collect()
        };
        let own = used(story);
        let mut found: Vec<(usize, &Slug, RelatedStory)> = Vec::new();
        for (slug, other) in &self.site.stories {
            if *slug == story.entry.slug || !Site::is_active(&other.entry) {
                continue;
            }
            let tools: Vec<&Slug> = own.intersection(&used(other)).copied().collect();
            let tags: Vec<&String> = story.tags.iter().filter(|tag| other.tags.contains(tag)).collect();
            let is_near = story.countries.iter().any(|country| other.countries.contains(country));
            let score = 3 * tools.len() + 2 * tags.len() + usize::from(is_near);
            let names = |names: Vec<String>| names.join(", ");
            let reason = if !tools.is_empty() {
                let tools = tools.iter().take(2).filter_map(|slug| self.entry_link(Kind::Interlinker, slug));
                let tools = names(tools.map(|link| link.name.text).collect());
                self.messages.format("related-story-tools", [("names", tools.into())])
            } else if !tags.is_empty() {
                let tags =
                    tags.iter().take(2).map(|tag| self.site.label("tag", tag, self.language).to_owned());
                self.messages.format("related-story-tags", [("names", names(tags.collect()).into())])
            } else if is_near {
                self.messages.text("related-story-country")
            } else {
                continue;
            };
            let related = RelatedStory {
                url: self.entry_url(Kind::Story, slug),
                name: self.name(&other.entry),
                place: self.story_place(other),
                reason,
            };
            found.push((score, slug, related));
        }
        found.sort_by(|(left, left_slug, _), (right, right_slug, _)| {
            right.cmp(left).then_with(|| left_slug.cmp(right_slug))
        });
        found.into_iter().take(RELATED).map(|(_, _, related)| related).collect()
    }

    /// A node's own name, else that of the schema's node in the reader's language, else its id.
    pub fn story_node_name(&self, node: &StoryNode) -> Text {
        let own = node.own_words.as_ref().and_then(|words| self.words(words, "name"));
        let of_schema = || {
            let (schema, id) = node.reference.as_ref()?;
            Some(self.node_name(self.site.schemas.get(schema)?.node(id)?))
        };
        let id = || node.id.as_deref().or(node.reference.as_ref().map(|(_, id)| id.as_str()));
        own.or_else(of_schema).unwrap_or_else(|| Text::plain(id().unwrap_or_default()))
    }
}
