//! The accessibility statement: a page in every language after the model of Commission Implementing
//! Decision (EU) 2018/1523, rendered from `accessibility.yaml`, and the same as a file for machines.
//! The state of the files to download is counted from what each entry states.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{FactValue, Text};
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::Download;
use crate::model::site::{ByLanguage, Site};
use crate::model::statement::{Barrier, Statement};

/// The reasons of the Directive, in the order of the model statement.
const REASONS: [&str; 3] = ["non-compliance", "disproportionate-burden", "out-of-scope"];
/// The states of files, best first.
const STATES: [&str; 4] = ["checked", "partly", "not-accessible", "unknown"];

#[derive(Serialize)]
struct StatementView {
    lead: String,
    status: String,
    measures: Vec<Text>,
    checks: Vec<Text>,
    method: String,
    reasons: Vec<ReasonView>,
    files_line: String,
    files: Vec<StateView>,
    feedback: String,
    contact: FactValue,
    enforcement: Vec<EnforcementView>,
    dates: String,
    machine: String,
}

#[derive(Serialize)]
struct ReasonView {
    name: String,
    barriers: Vec<BarrierView>,
}

#[derive(Serialize)]
struct BarrierView {
    what: Text,
    alternative: Option<Text>,
    until: Option<String>,
}

#[derive(Serialize)]
struct StateView {
    name: String,
    count: String,
}

#[derive(Serialize)]
struct EnforcementView {
    country: String,
    body: Text,
    url: Option<String>,
    host: Option<String>,
}

impl Rendering<'_> {
    /// The statement in one language; none where the site has none.
    pub(super) fn statement(&self, scope: &Scope<'_>) -> Result<Option<Page>, RenderError> {
        let Some(statement) = &self.site.statement else { return Ok(None) };
        let messages = scope.messages;
        let name = self.frames.get(scope.language).map_or("", |frame| frame.name.as_str());
        let counted = count_files(self.site);
        let total: usize = counted.values().sum();
        let view = StatementView {
            lead: messages.format("statement-lead", [("site", name.into())]),
            status: messages.format(
                "statement-status",
                [
                    ("status", scope.term("conformance", &statement.status).into()),
                    ("standard", scope.by_language(&statement.standard).text.into()),
                ],
            ),
            measures: scope.texts(&statement.measures),
            checks: scope.texts(&statement.checks),
            method: scope.term("assessment-method", &statement.method).to_owned(),
            reasons: scope.reasons(statement),
            files_line: messages.format("statement-files", [("count", total.into())]),
            files: STATES
                .into_iter()
                .filter_map(|state| Some((state, *counted.get(state)?)))
                .map(|(state, count)| StateView {
                    name: scope.term("accessibility", state).to_owned(),
                    count: messages.number(count as u64),
                })
                .collect(),
            feedback: messages.format("statement-feedback", [("days", statement.answer_within.into())]),
            contact: scope.contact_value(&statement.contact),
            enforcement: statement
                .enforcement
                .iter()
                .map(|found| EnforcementView {
                    country: scope.term("country", &found.country).to_owned(),
                    body: scope.by_language(&found.body),
                    host: found.address.as_ref().map(|address| scope.contact_value(address).text),
                    url: found.address.clone(),
                })
                .collect(),
            dates: messages.format(
                "statement-dates",
                [
                    ("prepared", scope.day(&statement.prepared).into()),
                    ("reviewed", scope.day(&statement.reviewed).into()),
                ],
            ),
            machine: format!("{}accessibility.json", self.base),
        };
        let head = Head {
            path: "accessibility/".to_owned(),
            title: messages.text("statement-title"),
            description: Some(view.lead.clone()),
            crumbs: scope.crumbs(&[]),
            ..Head::default()
        };
        self.page(scope, "statement.html", &head, &view).map(Some)
    }

    /// The statement for machines: what the model asks for, with the words in every language.
    pub(super) fn statement_file(&self) -> Option<Page> {
        let statement = self.site.statement.as_ref()?;
        let barriers = |barrier: &Barrier| {
            json!({
                "content": barrier.what,
                "reason": barrier.reason,
                "alternative": barrier.alternative,
                "until": barrier.until.as_ref().map(ToString::to_string),
            })
        };
        let value = json!({
            "model": "http://data.europa.eu/eli/dec_impl/2018/1523/oj",
            "site": format!("{}{}", self.origin, self.base),
            "status": statement.status,
            "standard": statement.standard,
            "prepared": statement.prepared.to_string(),
            "reviewed": statement.reviewed.to_string(),
            "method": statement.method,
            "checks": statement.checks,
            "measures": statement.measures,
            "nonAccessibleContent": statement.barriers.iter().map(barriers).collect::<Vec<_>>(),
            "files": count_files(self.site),
            "feedback": { "contact": statement.contact, "answerWithinWorkingDays": statement.answer_within },
            "enforcement": statement.enforcement.iter().map(|found| json!({
                "country": found.country,
                "body": found.body,
                "address": found.address,
            })).collect::<Vec<_>>(),
        });
        Some(Page { path: "accessibility.json".to_owned(), bytes: format!("{value:#}\n").into_bytes() })
    }
}

impl<'a> Scope<'a> {
    /// A text in several languages, for the reader's.
    pub(super) fn by_language(&self, texts: &ByLanguage) -> Text {
        let order = std::iter::once(self.language)
            .chain(self.site.settings.languages.iter().map(String::as_str))
            .chain(texts.keys().map(String::as_str));
        let mut found = order.filter_map(|language| Some((language, texts.get(language)?)));
        found.next().map_or_else(|| Text::plain(""), |(language, text)| self.text_in(text.trim(), language))
    }

    pub(super) fn texts(&self, texts: &[ByLanguage]) -> Vec<Text> {
        texts.iter().map(|text| self.by_language(text)).collect()
    }

    fn reasons(&self, statement: &'a Statement) -> Vec<ReasonView> {
        REASONS
            .into_iter()
            .map(|reason| ReasonView {
                name: self.term("barrier-reason", reason).to_owned(),
                barriers: statement
                    .barriers
                    .iter()
                    .filter(|barrier| barrier.reason == reason)
                    .map(|barrier| BarrierView {
                        what: self.by_language(&barrier.what),
                        alternative: (!barrier.alternative.is_empty())
                            .then(|| self.by_language(&barrier.alternative)),
                        until: barrier.until.as_ref().map(|day| {
                            self.messages.format("statement-until", [("day", self.day(day).into())])
                        }),
                    })
                    .collect(),
            })
            .filter(|reason| !reason.barriers.is_empty())
            .collect()
    }
}

/// How many files of the site are in which state.
fn count_files(site: &Site) -> BTreeMap<&str, usize> {
    let of_interlinkers = site.interlinkers.values().flat_map(|item| &item.downloads);
    let files = of_interlinkers.chain(site.stories.values().flat_map(|story| &story.downloads));
    let mut counted = BTreeMap::new();
    for Download { accessibility, .. } in files {
        *counted.entry(accessibility.as_str()).or_insert(0) += 1;
    }
    counted
}
