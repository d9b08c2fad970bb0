//! A schema or the reduced tree of a story -> the nodes of a kit, with finished words of the
//! reader's language.

use super::super::scope::Scope;
use super::super::view::Text;
use super::{Help, Node};
use crate::markdown::{RenderOptions, render};
use crate::model::entry::{Node as SchemaNode, Schema, Story, StoryNode};
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use crate::model::words::Words;

/// How many Interlinkers a task of a schema names. More would bury the first ones.
const NAMED: usize = 5;

/// The nodes of a schema that are offered.
pub fn of_schema(scope: &Scope<'_>, origin: &str, schema: &Schema) -> Vec<Node> {
    let offered = schema.phases.iter().filter(|node| !node.retired);
    let from = FromSchema { scope, origin, schema };
    offered.enumerate().map(|(index, node)| from.node(node, "", index + 1)).collect()
}

/// The nodes of a story, done and skipped ones.
pub fn of_story(scope: &Scope<'_>, origin: &str, story: &Story) -> Vec<Node> {
    let from = FromStory { scope, origin, story };
    story.tree.iter().enumerate().map(|(index, node)| from.node(node, "", index + 1)).collect()
}

struct FromSchema<'s, 'a> {
    scope: &'s Scope<'a>,
    origin: &'s str,
    schema: &'s Schema,
}

impl FromSchema<'_, '_> {
    fn node(&self, node: &SchemaNode, above: &str, place: usize) -> Node {
        let scope = self.scope;
        let slug = &self.schema.entry.slug;
        let number = number(above, place);
        let offered = node.children.iter().filter(|child| !child.retired).enumerate();
        let children: Vec<Node> =
            offered.map(|(index, child)| self.node(child, &number, index + 1)).collect();
        let before = node.prerequisites.iter().filter_map(|id| self.schema.node(id));
        let is_task = children.is_empty();
        Node {
            name: scope.node_name(node),
            description: description(scope, &node.words),
            before: before.map(|node| scope.node_name(node).text).collect(),
            needs: scope.needs(&node.problems).into_iter().map(|need| need.name.text).collect(),
            notes: Vec::new(),
            url: format!("{}{}#{}", self.origin, scope.entry_url(Kind::Schema, slug), node.id),
            uid: format!("schemas/{slug}/{}", node.id),
            helps: if is_task { self.helps(slug, node) } else { Vec::new() },
            is_task,
            number,
            place,
            children,
        }
    }

    fn helps(&self, slug: &Slug, task: &SchemaNode) -> Vec<Help> {
        let scope = self.scope;
        let found = scope.site.recommendations.for_node(slug, &task.id).iter().take(NAMED);
        found
            .filter_map(|found| {
                let problems: Vec<Slug> = found.own.iter().chain(&found.inherited).cloned().collect();
                let reason = scope.reason(&problems);
                let needs: Vec<String> = reason.needs.into_iter().map(|need| need.text).collect();
                let reason = format!("{} {}. {}", reason.lead, needs.join(", "), reason.tail);
                let help = help(scope, self.origin, &found.interlinker, reason)?;
                Some(Help { is_own: !found.own.is_empty(), ..help })
            })
            .collect()
    }
}

struct FromStory<'s, 'a> {
    scope: &'s Scope<'a>,
    origin: &'s str,
    story: &'s Story,
}

impl FromStory<'_, '_> {
    fn node(&self, node: &StoryNode, above: &str, place: usize) -> Node {
        let scope = self.scope;
        let slug = &self.story.entry.slug;
        let number = number(above, place);
        let children: Vec<Node> = node
            .children
            .iter()
            .enumerate()
            .map(|(index, child)| self.node(child, &number, index + 1))
            .collect();
        let of_schema = node.reference.as_ref().and_then(|(schema, id)| {
            let schema = scope.site.schemas.get(schema)?;
            Some((schema, schema.node(id)?))
        });
        let own = node.own_words.as_ref().and_then(|words| description(scope, words));
        let id = node.id.as_deref().or(node.reference.as_ref().map(|(_, id)| id.as_str())).unwrap_or(&number);
        let url = match of_schema {
            Some((schema, found)) => {
                format!("{}#{}", scope.entry_url(Kind::Schema, &schema.entry.slug), found.id)
            }
            None => scope.entry_url(Kind::Story, slug),
        };
        Node {
            name: scope.story_node_name(node),
            description: own.or_else(|| of_schema.and_then(|(_, found)| description(scope, &found.words))),
            before: of_schema.map_or_else(Vec::new, |(schema, found)| {
                let before = found.prerequisites.iter().filter_map(|id| schema.node(id));
                before.map(|node| scope.node_name(node).text).collect()
            }),
            needs: of_schema.map_or_else(Vec::new, |(_, found)| {
                scope.needs(&found.problems).into_iter().map(|need| need.name.text).collect()
            }),
            notes: self.notes(node),
            url: format!("{}{url}", self.origin),
            uid: format!("stories/{slug}/{id}"),
            helps: node
                .interlinkers
                .iter()
                .filter_map(|(interlinker, version)| self.used(interlinker, version.as_deref()))
                .collect(),
            // A heading has no state of its own: what has one was a task of the team.
            is_task: children.is_empty() || node.status.is_some(),
            number,
            place,
            children,
        }
    }

    fn notes(&self, node: &StoryNode) -> Vec<String> {
        let scope = self.scope;
        let Some(status) = &node.status else { return Vec::new() };
        let status = scope.site.label("task-status", status, scope.language).to_owned();
        let mut notes = vec![scope.messages.format("kit-in-the-story", [("status", status.into())])];
        notes.extend(node.reason.clone());
        notes.extend(node.links.iter().map(|(title, address)| format!("{title}: {address}")));
        notes
    }

    fn used(&self, slug: &Slug, version: Option<&str>) -> Option<Help> {
        let messages = self.scope.messages;
        let reason = match version {
            Some(version) => messages.format("kit-used-version", [("version", version.into())]),
            None => messages.text("kit-used"),
        };
        help(self.scope, self.origin, slug, reason)
    }
}

fn help(scope: &Scope<'_>, origin: &str, slug: &Slug, reason: String) -> Option<Help> {
    let link = scope.entry_link(Kind::Interlinker, slug)?;
    Some(Help {
        slug: slug.clone(),
        name: link.name,
        url: format!("{origin}{}", link.url),
        reason,
        is_own: true,
    })
}

fn number(above: &str, place: usize) -> String {
    if above.is_empty() { place.to_string() } else { format!("{above}.{place}") }
}

/// The Markdown of a description as plain text.
fn description(scope: &Scope<'_>, words: &Words) -> Option<Text> {
    let found = words.pick("description", scope.language, &scope.site.settings.languages)?;
    let text = render(found.text, &RenderOptions::default()).text;
    Some(scope.text_in(&text, found.language))
}
