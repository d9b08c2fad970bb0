//! A problem profile with what solves it and which tasks raise it.

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Item, Place, Prose, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use super::selection::reference;
use crate::model::entry::{Interlinker, Problem};

#[derive(Serialize)]
struct ProblemView {
    family: String,
    kind_line: String,
    name: Text,
    summary: Option<Text>,
    retired: Option<Retired>,
    /// Its name in the addresses of comparisons and collections.
    reference: String,
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
            kind_line: scope.problem_kind(problem),
            retired: scope.retired(entry),
            reference: reference(entry.kind, &entry.slug),
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
        let mut head = scope.entry_head(entry, scope.need_section());
        adjust(&mut head);
        self.page(scope, "problem.html", &head, &view)
    }
}

impl<'a> Scope<'a> {
    /// Family and code of a profile.
    fn problem_kind(&self, problem: &'a Problem) -> String {
        format!("{} · {}", self.term("problem-family", &problem.family), problem.code)
    }

    /// A profile in the list of needs, with how many answers it has.
    pub(super) fn problem_item(&self, problem: &'a Problem) -> Item {
        let answers = self.site.recommendations.solving(&problem.entry.slug).len();
        let tasks = self.index.raising.get(&problem.entry.slug).map_or(0, Vec::len);
        let note = self
            .messages
            .format("problem-counts", [("interlinkers", answers.into()), ("tasks", tasks.into())]);
        let family = self.term("problem-family", &problem.family).to_owned();
        self.item(&problem.entry, Some(family), Some(note))
    }
}
