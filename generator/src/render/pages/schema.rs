//! Schemas: the list, and a schema as a step-by-step guide with the recommended Interlinkers of
//! each task.

use serde::Serialize;

use super::super::diagram;
use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{EntryLink, Fact, KitLink, Link, Need, Place, Prose, Reason, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use super::selection::reference;
use crate::model::entry::{Node, Schema};
use crate::model::kind::Kind;
use crate::model::words::Localised;

/// How many Interlinkers a task names.
const SHOWN: usize = 5;
/// How many an objective or a phase names: what helps with several of its tasks at once.
const ROLLED_UP: usize = 3;

#[derive(Serialize)]
struct SchemaView {
    name: Text,
    summary: Option<Text>,
    retired: Option<Retired>,
    /// Its name in the addresses of comparisons and collections.
    reference: String,
    body: Option<Prose>,
    /// Where a process that follows it begins.
    start: Option<String>,
    phases: Vec<PhaseView>,
    kit: Option<KitLink>,
    /// Safe SVG.
    diagram: String,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct PhaseView {
    id: String,
    number: String,
    place: Place,
    name: Text,
    counts: String,
    description: Option<Prose>,
    rolled_up: Option<RolledUp>,
    objectives: Vec<ObjectiveView>,
    next: Option<Before>,
}

/// What helps with the tasks below a node.
#[derive(Serialize)]
struct RolledUp {
    lead: String,
    first: Vec<EntryLink>,
}

#[derive(Serialize)]
struct ObjectiveView {
    id: String,
    number: String,
    name: Text,
    description: Option<Prose>,
    rolled_up: Option<RolledUp>,
    tasks: Vec<TaskView>,
}

#[derive(Serialize)]
struct TaskView {
    id: String,
    name: Text,
    count: String,
    retired_note: Option<String>,
    before: Vec<Before>,
    description: Option<Prose>,
    needs: Vec<Need>,
    recommended: Vec<RecommendationView>,
    others: Option<Link>,
    has_profile: bool,
}

#[derive(Serialize)]
struct Before {
    id: String,
    name: Text,
}

#[derive(Serialize)]
struct RecommendationView {
    nature: &'static str,
    nature_name: String,
    url: String,
    name: Text,
    summary: Option<Text>,
    reason: Reason,
}

impl Rendering<'_> {
    /// The page of a schema.
    pub(super) fn schema(
        &self,
        scope: &Scope<'_>,
        schema: &Schema,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let offered: Vec<&Node> = schema.phases.iter().filter(|node| !node.retired).collect();
        let phases = offered
            .iter()
            .enumerate()
            .map(|(index, phase)| {
                let next = offered.get(index + 1);
                let next = next.map(|node| Before { id: node.id.clone(), name: scope.node_name(node) });
                scope.phase_view(schema, phase, (index + 1, offered.len()), next)
            })
            .collect();
        let mut facts = vec![Fact {
            label: scope.messages.text("fact-licence"),
            values: scope.licence_values(&schema.rights),
        }];
        facts.extend(scope.rights_facts(&schema.rights));
        let view = SchemaView {
            name: scope.name(&schema.entry),
            summary: scope.text(&schema.entry, "summary"),
            retired: scope.retired(&schema.entry),
            reference: reference(Kind::Schema, &schema.entry.slug),
            body: scope.prose(&schema.entry, "body", 3, "about-"),
            start: scope.start_url(&schema.entry, true),
            phases,
            diagram: scope.diagram(schema),
            kit: self.kit_link(scope, Kind::Schema, &schema.entry.slug),
            facts,
        };
        let mut head = scope.entry_head(&schema.entry, "schemas");
        adjust(&mut head);
        self.page(scope, "schema.html", &head, &view)
    }
}

impl<'a> Scope<'a> {
    /// The name of a node of a schema; its id where it has none.
    pub fn node_name(&self, node: &Node) -> Text {
        self.words(&node.words, "name").unwrap_or_else(|| Text::plain(node.id.as_str()))
    }

    fn node_description(&self, schema: &Schema, node: &Node, level: u8) -> Option<Prose> {
        let found: Localised<'_> =
            node.words.pick("description", self.language, &self.site.settings.languages)?;
        Some(self.render(&schema.entry, found, level, &format!("{}-", node.id)))
    }

    /// "4 objectives, 13 tasks"
    pub fn phase_counts(&self, phase: &Node) -> String {
        let objectives: Vec<&Node> = phase.children.iter().filter(|node| !node.retired).collect();
        let tasks = objectives.iter().flat_map(|node| &node.children).filter(|node| !node.retired).count();
        self.messages
            .format("phase-counts", [("objectives", objectives.len().into()), ("tasks", tasks.into())])
    }

    /// The drawing of the tree.
    fn diagram(&self, schema: &Schema) -> String {
        let phases = schema.phases.iter().filter(|node| !node.retired);
        let counts: Vec<String> = phases
            .map(|phase| format!("{}: {}", self.node_name(phase).text, self.phase_counts(phase)))
            .collect();
        let name = self.name(&schema.entry).text;
        let title = self.messages.format("diagram-title", [("name", name.into())]);
        let description = self.messages.format("diagram-description", [("counts", counts.join("; ").into())]);
        diagram::draw(self, schema, &title, &description)
    }

    /// What helps below a phase or an objective, unless its only task says it already.
    fn rolled_up(&self, schema: &Schema, node: &Node) -> Option<RolledUp> {
        let tasks = node.walk().into_iter().filter(|below| below.children.is_empty() && !below.retired);
        let all = self.site.recommendations.for_node(&schema.entry.slug, &node.id);
        if all.is_empty() || tasks.count() < 2 {
            return None;
        }
        let first = all.iter().take(ROLLED_UP);
        Some(RolledUp {
            lead: {
                let key = if all.len() > ROLLED_UP { "rolled-up" } else { "rolled-up-all" };
                self.messages.format(key, [("count", all.len().into())])
            },
            first: first.filter_map(|found| self.entry_link(Kind::Interlinker, &found.interlinker)).collect(),
        })
    }

    fn phase_view(
        &self,
        schema: &Schema,
        phase: &Node,
        (number, of): (usize, usize),
        next: Option<Before>,
    ) -> PhaseView {
        let objectives = phase.children.iter().filter(|node| !node.retired).enumerate();
        PhaseView {
            id: phase.id.clone(),
            number: self.messages.number(number as u64),
            place: Place::new(number, of),
            name: self.node_name(phase),
            counts: self.phase_counts(phase),
            description: self.node_description(schema, phase, 3),
            rolled_up: self.rolled_up(schema, phase),
            next,
            objectives: objectives
                .map(|(index, objective)| ObjectiveView {
                    id: objective.id.clone(),
                    number: format!("{number}.{}", index + 1),
                    name: self.node_name(objective),
                    description: self.node_description(schema, objective, 4),
                    rolled_up: self.rolled_up(schema, objective),
                    tasks: objective
                        .children
                        .iter()
                        .filter(|node| !node.retired)
                        .map(|task| self.task_view(schema, task))
                        .collect(),
                })
                .collect(),
        }
    }

    fn task_view(&self, schema: &Schema, task: &Node) -> TaskView {
        let all = self.site.recommendations.for_node(&schema.entry.slug, &task.id);
        let recommended = all
            .iter()
            .take(SHOWN)
            .filter_map(|found| {
                let item = self.site.interlinkers.get(&found.interlinker)?;
                let problems: Vec<_> = found.own.iter().chain(&found.inherited).cloned().collect();
                Some(RecommendationView {
                    nature: item.nature.id(),
                    nature_name: self.site.label("nature", item.nature.id(), self.language).to_owned(),
                    url: self.entry_url(Kind::Interlinker, &found.interlinker),
                    name: self.name(&item.entry),
                    summary: self.text(&item.entry, "summary"),
                    reason: self.reason(&problems),
                })
            })
            .collect();
        // Only the profiles that something answers: the others have no list to lead to.
        let mut problems = Vec::new();
        for slug in all.iter().flat_map(|found| found.own.iter().chain(&found.inherited)) {
            if !problems.contains(&slug) {
                problems.push(slug);
            }
        }
        let others = (all.len() > SHOWN).then(|| {
            let name = self.messages.format("others-for-task", [("count", (all.len() - SHOWN).into())]);
            // With one profile its list holds exactly these; with several the browser joins them.
            let query: Vec<String> = problems.iter().map(|slug| format!("problem={slug}")).collect();
            let url = match problems.as_slice() {
                [only] => self.catalogue_link(only, String::new()).url,
                _ => Some(self.url(&format!("interlinkers/?{}", query.join("&")))),
            };
            Link { url, name, lang: None }
        });
        let before = task.prerequisites.iter().filter_map(|id| {
            let node = schema.node(id)?;
            Some(Before { id: node.id.clone(), name: self.node_name(node) })
        });
        TaskView {
            id: task.id.clone(),
            name: self.node_name(task),
            count: self.messages.format("recommended-count", [("count", all.len().into())]),
            retired_note: task.retired.then(|| self.messages.text("task-retired")),
            before: before.collect(),
            description: self.node_description(schema, task, 4),
            needs: self.needs(&task.problems),
            recommended,
            others,
            has_profile: !problems.is_empty(),
        }
    }
}
