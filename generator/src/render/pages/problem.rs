//! Problem profiles: the list by family, and a profile with what solves it and which tasks raise it.

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Group, Place, Prose, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use super::lists::ListView;
use crate::model::entry::{Interlinker, Problem};
use crate::model::site::Site;

#[derive(Serialize)]
struct ProblemView {
    family: String,
    kind_line: String,
    name: Text,
    summary: Option<Text>,
    retired: Option<Retired>,
    body: Option<Prose>,
    solved_count: String,
    rows: Vec<String>,
    tasks: Vec<RaisingTask>,
}

#[derive(Serialize)]
struct RaisingTask {
    place: Place,
    path: String,
    url: String,
    name: Text,
}

impl Rendering<'_> {
    /// The page of a problem profile.
    pub(super) fn problem(
        &self,
        scope: &Scope<'_>,
        problem: &Problem,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let entry = &problem.entry;
        let name = scope.name(entry);
        let summary = scope.text(entry, "summary");
        let mut solving: Vec<&Interlinker> = self
            .site
            .recommendations
            .solving(&entry.slug)
            .iter()
            .filter_map(|slug| self.site.interlinkers.get(slug))
            .collect();
        solving.sort_by(|left, right| {
            scope
                .messages
                .compare_names(&scope.name(&left.entry).text, &scope.name(&right.entry).text)
                .then_with(|| left.entry.slug.cmp(&right.entry.slug))
        });
        let tasks = self.index.raising.get(&entry.slug).map(Vec::as_slice).unwrap_or_default();
        let view = ProblemView {
            family: problem.family.clone(),
            kind_line: format!("{} · {}", scope.term("problem-family", &problem.family), problem.code),
            retired: scope.retired(entry),
            body: scope.prose(entry, "body", 3, ""),
            solved_count: scope.messages.format("interlinker-count", [("count", solving.len().into())]),
            rows: self.rows(scope, &solving)?,
            tasks: tasks
                .iter()
                .map(|task| {
                    let (place, path, url, name) = scope.task(task);
                    RaisingTask { place, path, url, name }
                })
                .collect(),
            name,
            summary,
        };
        let mut head = scope.entry_head(entry, "problems");
        adjust(&mut head);
        self.page(scope, "problem.html", &head, &view)
    }

    /// The list of problem profiles: what do I need?
    pub(super) fn problems(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let terms =
            self.site.vocabularies.get("problem-family").map(|vocabulary| vocabulary.terms.as_slice());
        let groups = terms
            .unwrap_or_default()
            .iter()
            .map(|term| {
                let mut problems: Vec<&Problem> = self
                    .site
                    .problems
                    .values()
                    .filter(|problem| problem.family == term.id && Site::is_active(&problem.entry))
                    .collect();
                problems.sort_by(|left, right| {
                    scope
                        .messages
                        .compare_names(&scope.name(&left.entry).text, &scope.name(&right.entry).text)
                        .then_with(|| left.entry.slug.cmp(&right.entry.slug))
                });
                Group {
                    id: Some(term.id.clone()),
                    title: Some(self.site.label("problem-family", &term.id, scope.language).to_owned()),
                    note: scope.term_description("problem-family", &term.id).map(str::to_owned),
                    sign: Some(term.id.clone()),
                    items: problems.iter().map(|problem| scope.problem_item(problem)).collect(),
                }
            })
            .filter(|group| !group.items.is_empty())
            .collect();
        let view = ListView {
            heading: scope.messages.text("what-do-i-need"),
            lead: Some(scope.messages.text("problems-lead")),
            groups,
            ..ListView::default()
        };
        let head = Head {
            path: "problems/".to_owned(),
            title: view.heading.clone(),
            description: view.lead.clone(),
            section: "problems",
            crumbs: scope.crumbs(&[]),
            ..Head::default()
        };
        self.page(scope, "list.html", &head, &view)
    }
}

impl Scope<'_> {
    fn problem_item(&self, problem: &Problem) -> super::super::view::Item {
        let answers = self.site.recommendations.solving(&problem.entry.slug).len();
        let tasks = self.index.raising.get(&problem.entry.slug).map_or(0, Vec::len);
        let note = self
            .messages
            .format("problem-counts", [("interlinkers", answers.into()), ("tasks", tasks.into())]);
        self.item(&problem.entry, None, Some(note))
    }
}
