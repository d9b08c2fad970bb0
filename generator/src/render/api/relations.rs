//! What the catalogue found out about an entry: where it is used, what fits it, who owns what.
//! Nothing here is written by an author; it is computed from the whole catalogue.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::Rendering;
use super::tree::UsedView;
use crate::model::entry::{Entry, Rights};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// Each list is left out where it is empty.
#[derive(Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Relations<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    used_in_tasks: Vec<TaskLink<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    raised_in_tasks: Vec<TaskLink<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recommended: Vec<TaskRecommendations<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    interlinkers: Vec<UsedView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Reasoned<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    schemas: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    stories: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    calls: Vec<&'a str>,
}

/// A task of a schema, and the problem profiles that lead to it.
#[derive(Serialize)]
struct TaskLink<'a> {
    schema: &'a str,
    task: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<&'a str>,
}

/// What is recommended for a task, best first.
#[derive(Serialize)]
struct TaskRecommendations<'a> {
    task: &'a str,
    interlinkers: Vec<Reasoned<'a>>,
}

/// An Interlinker and why: the problem profiles it shares, rarest first.
#[derive(Serialize)]
struct Reasoned<'a> {
    interlinker: &'a str,
    problems: Vec<&'a str>,
}

impl Rendering<'_> {
    pub(super) fn api_relations<'e>(&'e self, entry: &'e Entry) -> Relations<'e> {
        let slug = &entry.slug;
        match entry.kind {
            Kind::Interlinker => self.of_interlinker(slug),
            Kind::Problem => self.of_problem(slug),
            Kind::Schema => self.of_schema(slug),
            Kind::Story => self.of_story(slug),
            Kind::Organisation => self.of_organisation(slug),
            Kind::Call | Kind::Page | Kind::News => Relations::default(),
        }
    }

    fn of_interlinker<'e>(&'e self, slug: &'e Slug) -> Relations<'e> {
        let used = self.site.recommendations.used_in(slug);
        Relations {
            used_in_tasks: used
                .iter()
                .map(|used| TaskLink {
                    schema: used.schema.as_str(),
                    task: &used.task,
                    problems: used.problems.iter().map(Slug::as_str).collect(),
                })
                .collect(),
            related: self
                .index
                .related(slug)
                .iter()
                .map(|related| Reasoned {
                    interlinker: related.slug.as_str(),
                    problems: related.shared.iter().map(|slug| slug.as_str()).collect(),
                })
                .collect(),
            stories: self
                .index
                .stories_using
                .get(slug)
                .into_iter()
                .flatten()
                .map(|story| story.as_str())
                .collect(),
            ..Relations::default()
        }
    }

    fn of_problem<'e>(&'e self, slug: &'e Slug) -> Relations<'e> {
        let solving = self.site.recommendations.solving(slug).iter();
        let raising = self.index.raising.get(slug).into_iter().flatten();
        Relations {
            interlinkers: solving
                .map(|slug| UsedView { interlinker: slug.as_str(), version: None })
                .collect(),
            raised_in_tasks: raising
                .map(|place| TaskLink {
                    schema: place.schema.as_str(),
                    task: &place.task.id,
                    problems: Vec::new(),
                })
                .collect(),
            ..Relations::default()
        }
    }

    fn of_schema<'e>(&'e self, slug: &'e Slug) -> Relations<'e> {
        let tasks = self.index.tasks.values().filter(|place| place.schema == slug);
        let recommended = tasks.filter_map(|place| {
            let found = self.site.recommendations.for_node(slug, &place.task.id);
            let interlinkers: Vec<Reasoned<'_>> = found
                .iter()
                .map(|one| Reasoned {
                    interlinker: one.interlinker.as_str(),
                    problems: one.own.iter().chain(&one.inherited).map(Slug::as_str).collect(),
                })
                .collect();
            (!interlinkers.is_empty()).then_some(TaskRecommendations { task: &place.task.id, interlinkers })
        });
        let stories = self.site.stories.iter().filter(|(_, story)| story.schema.as_ref() == Some(slug));
        let calls = self.site.calls.iter().filter(|(_, call)| call.schema.as_ref() == Some(slug));
        Relations {
            recommended: recommended.collect(),
            stories: stories.map(|(slug, _)| slug.as_str()).collect(),
            calls: calls.map(|(slug, _)| slug.as_str()).collect(),
            ..Relations::default()
        }
    }

    fn of_story<'e>(&'e self, slug: &'e Slug) -> Relations<'e> {
        let nodes = self.site.stories.get(slug).into_iter().flat_map(|story| &story.tree);
        let used: BTreeSet<UsedView<'_>> = nodes
            .flat_map(|node| node.walk())
            .flat_map(|node| node.interlinkers.iter().map(UsedView::new))
            .collect();
        Relations { interlinkers: used.into_iter().collect(), ..Relations::default() }
    }

    /// What an organisation publishes, owns and calls for.
    fn of_organisation<'e>(&'e self, slug: &'e Slug) -> Relations<'e> {
        let site = self.site;
        let publishes = |rights: &Rights| rights.publisher.as_ref() == Some(slug);
        let interlinkers = site.interlinkers.iter().filter(|(_, item)| publishes(&item.rights));
        let schemas = site.schemas.iter().filter(|(_, item)| publishes(&item.rights));
        let stories =
            site.stories.iter().filter(|(_, item)| item.owners.contains(slug) || publishes(&item.rights));
        let calls = site.calls.iter().filter(|(_, item)| item.organisation.as_ref() == Some(slug));
        Relations {
            interlinkers: interlinkers
                .map(|(slug, _)| UsedView { interlinker: slug.as_str(), version: None })
                .collect(),
            schemas: schemas.map(|(slug, _)| slug.as_str()).collect(),
            stories: stories.map(|(slug, _)| slug.as_str()).collect(),
            calls: calls.map(|(slug, _)| slug.as_str()).collect(),
            ..Relations::default()
        }
    }
}
