//! The trees of schemas and stories, with the names their files give the fields.

use serde::Serialize;
use std::collections::BTreeMap;

use crate::model::entry::{Node, StoryNode};
use crate::model::slug::Slug;

/// A phase, an objective or a task. Which, its place says.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct NodeView<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "is_false")]
    retired: bool,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    prerequisites: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    co_delivery: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objectives: Vec<NodeView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<NodeView<'a>>,
}

/// A node of the reduced tree of a story.
#[derive(Serialize)]
pub(super) struct StoryNodeView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    node: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(flatten)]
    words: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    interlinkers: Vec<UsedView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    children: Vec<StoryNodeView<'a>>,
}

/// An Interlinker that was used, with its version.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct UsedView<'a> {
    pub(super) interlinker: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) version: Option<&'a str>,
}

#[derive(Serialize)]
struct LinkView<'a> {
    title: &'a str,
    address: &'a str,
}

impl<'a> NodeView<'a> {
    /// The phases of a schema.
    pub(super) fn phases(phases: &'a [Node]) -> Vec<NodeView<'a>> {
        phases.iter().map(|phase| NodeView::new(phase, 0)).collect()
    }

    fn new(node: &'a Node, depth: usize) -> NodeView<'a> {
        let children: Vec<NodeView<'a>> =
            node.children.iter().map(|child| NodeView::new(child, depth + 1)).collect();
        let (objectives, tasks) = if depth == 0 { (children, Vec::new()) } else { (Vec::new(), children) };
        NodeView {
            id: &node.id,
            retired: node.retired,
            prerequisites: &node.prerequisites,
            problems: node.problems.iter().map(Slug::as_str).collect(),
            co_delivery: node.co_delivery,
            objectives,
            tasks,
        }
    }
}

impl<'a> StoryNodeView<'a> {
    /// The nodes of a story.
    pub(super) fn all(nodes: &'a [StoryNode]) -> Vec<StoryNodeView<'a>> {
        nodes.iter().map(StoryNodeView::new).collect()
    }

    fn new(node: &'a StoryNode) -> StoryNodeView<'a> {
        let own = node.own_words.iter().flat_map(|words| words.0.iter());
        let mut language = node.language.as_deref();
        let mut words = BTreeMap::new();
        for (own_language, set) in own {
            language = Some(own_language);
            for field in ["name", "description"] {
                words.extend(set.texts.get(field).map(|text| (field, text.as_str())));
            }
        }
        StoryNodeView {
            node: node.reference.as_ref().map(|(schema, id)| format!("{schema}/{id}")),
            id: node.id.as_deref(),
            status: node.status.as_deref(),
            reason: node.reason.as_deref(),
            language,
            words,
            interlinkers: node.interlinkers.iter().map(UsedView::new).collect(),
            links: node.links.iter().map(|(title, address)| LinkView { title, address }).collect(),
            children: StoryNodeView::all(&node.children),
        }
    }
}

impl<'a> UsedView<'a> {
    /// What was used, and which version of it.
    pub(super) fn new((slug, version): &'a (Slug, Option<String>)) -> UsedView<'a> {
        UsedView { interlinker: slug.as_str(), version: version.as_deref() }
    }
}

fn is_false(flag: &bool) -> bool {
    !*flag
}
