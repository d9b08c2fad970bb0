//! "What do I need?": the questions of the guide, a page per governance model, and the data from
//! which the browser works out the advice (`crate::guide`). Without a script the questions are a
//! page to read, each answer with where it leads, and a table of answers and models.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::templates::data_block;
use super::super::view::{Item, Link, Text};
use super::super::{Page, RenderError, Rendering};
use super::facets::Facet;
use crate::guide::{Candidate, Rules};
use crate::model::entry::{Interlinker, Node};
use crate::model::guide::{Guide, ModelNote, Target};
use crate::model::kind::Kind;
use crate::model::site::{ByLanguage, Site, Term};
use crate::model::slug::Slug;

/// The vocabulary of the governance models.
const MODELS: &str = "governance-model";

/// The texts of the script, without `guide-` before them, each with the values it fills in itself.
const TEXTS: &[(&str, &[&str])] = &[
    ("answered", &["count", "total"]),
    ("best", &["name"]),
    ("because", &["answers"]),
    ("answer-points", &["answer", "points"]),
    ("points", &["count"]),
    ("why-needs", &["names"]),
    ("why-fits", &["names"]),
    ("unknown", &["names"]),
    ("copied", &[]),
    ("copy-failed", &[]),
    ("failed", &[]),
];

#[derive(Serialize)]
struct GuideView {
    data: String,
    questions: Vec<QuestionView>,
    models: Vec<ModelLink>,
    columns: Vec<Text>,
    table: Vec<TableRow>,
    signs: Vec<String>,
    messages: String,
    tally: String,
}

#[derive(Serialize)]
struct QuestionView {
    id: String,
    number: String,
    text: Text,
    hint: Option<Text>,
    control: &'static str,
    answers: Vec<AnswerView>,
}

#[derive(Serialize)]
struct AnswerView {
    id: String,
    text: Text,
    leads: Vec<Link>,
}

#[derive(Serialize)]
struct ModelLink {
    url: String,
    name: String,
    description: Option<String>,
}

#[derive(Serialize)]
struct TableRow {
    question: Text,
    answer: Text,
    /// Per model its points; empty where the answer says nothing about it.
    points: Vec<String>,
}

#[derive(Serialize)]
struct ModelView {
    name: String,
    description: Option<String>,
    parts: Vec<ModelPart>,
    answers: Vec<ModelAnswer>,
    schema: Option<Link>,
    phases: Vec<Link>,
    stories: Vec<Item>,
    others: Vec<ModelLink>,
}

#[derive(Serialize)]
struct ModelPart {
    title: String,
    text: Text,
}

#[derive(Serialize)]
struct ModelAnswer {
    question: Text,
    answer: Text,
    points: String,
}

/// What the browser gets: the rules, and the words and addresses of what they name.
#[derive(Serialize)]
struct Data<'r> {
    rules: &'r Rules,
    targets: Vec<TargetWords>,
    candidates: Vec<CandidateWords>,
    catalogue: String,
}

#[derive(Serialize)]
struct TargetWords {
    name: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Text>,
    /// The name of the sign, for a problem profile.
    #[serde(skip_serializing_if = "Option::is_none")]
    sign: Option<String>,
    /// The schema to follow, for a governance model.
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Link>,
}

#[derive(Serialize)]
struct CandidateWords {
    name: Text,
    url: String,
    kind: String,
    sign: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Text>,
}

impl Rendering<'_> {
    /// The guide's pages and data; nothing where the catalogue has no guide.
    pub(super) fn guide(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let Some(guide) = &self.site.guide else { return Ok(Vec::new()) };
        let rules = guide_rules(self.site).unwrap_or_else(|| Rules::new(guide, &[]));
        let mut pages = vec![self.guide_page(scope, guide)?, scope.guide_data(guide, &rules)];
        for term in scope.model_terms() {
            pages.push(self.model_page(scope, guide, term)?);
        }
        Ok(pages)
    }

    fn guide_page(&self, scope: &Scope<'_>, guide: &Guide) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let texts: BTreeMap<String, String> = TEXTS
            .iter()
            .map(|(key, values)| ((*key).to_owned(), scope.text_for_script(&format!("guide-{key}"), values)))
            .chain(
                ["search-quote-open", "search-quote-close"]
                    .map(|key| (key.trim_start_matches("search-").to_owned(), messages.text(key))),
            )
            .chain([("published".to_owned(), self.published(scope, "guide/"))])
            .collect();
        let terms = scope.model_terms();
        let families: BTreeSet<String> =
            self.site.problems.values().map(|problem| problem.family.clone()).collect();
        let natures: BTreeSet<String> =
            self.index.offered.iter().map(|item| item.nature.id().to_owned()).collect();
        let view = GuideView {
            data: scope.url("guide/guide.json"),
            questions: guide
                .questions
                .iter()
                .enumerate()
                .map(|(index, question)| QuestionView {
                    id: question.id.clone(),
                    number: messages.number(index as u64 + 1),
                    text: scope.localised(&question.text).unwrap_or_else(|| Text::plain(&question.id)),
                    hint: scope.localised(&question.hint),
                    control: if question.several { "checkbox" } else { "radio" },
                    answers: question
                        .answers
                        .iter()
                        .map(|answer| AnswerView {
                            id: answer.id.clone(),
                            text: scope.localised(&answer.text).unwrap_or_else(|| Text::plain(&answer.id)),
                            leads: answer
                                .weights
                                .iter()
                                .filter_map(|(target, _)| scope.target_link(target))
                                .collect(),
                        })
                        .collect(),
                })
                .collect(),
            models: scope.model_links(None),
            columns: terms.iter().map(|term| Text::plain(scope.term(MODELS, &term.id))).collect(),
            table: scope.decision_table(guide, &terms),
            signs: families.into_iter().chain(natures).chain(["find".to_owned()]).collect(),
            messages: data_block(&serde_json::json!(texts)),
            tally: messages.format(
                "guide-answered",
                [
                    ("count", messages.number(0).into()),
                    ("total", messages.number(guide.questions.len() as u64).into()),
                ],
            ),
        };
        let head = Head {
            path: "guide/".to_owned(),
            title: messages.text("what-do-i-need"),
            description: Some(messages.text("guide-lead")),
            section: "guide",
            crumbs: scope.crumbs(&[]),
            scripts: vec!["data.js", "page.js", "finder-rules.js", "finder.js"],
            has_form: true,
            ..Head::default()
        };
        self.page(scope, "finder.html", &head, &view)
    }

    /// The page of a governance model: what it is and when to choose it.
    fn model_page(&self, scope: &Scope<'_>, guide: &Guide, term: &Term) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let note = guide.models.iter().find(|note| note.model == term.id);
        let part = |key: &str, texts: Option<&ByLanguage>| {
            let text = texts.and_then(|texts| scope.localised(texts))?;
            Some(ModelPart { title: messages.text(key), text })
        };
        let schema = scope.schema_of(note);
        let stories =
            self.site.stories.values().filter(|story| story.governance_model.as_deref() == Some(&term.id));
        let view = ModelView {
            name: scope.term(MODELS, &term.id).to_owned(),
            description: scope.term_description(MODELS, &term.id).map(str::to_owned),
            parts: [
                part("guide-model-work", note.map(|note| &note.work)),
                part("guide-model-choose", note.map(|note| &note.choose)),
                part("guide-model-careful", note.map(|note| &note.careful)),
            ]
            .into_iter()
            .flatten()
            .collect(),
            answers: scope.answers_for(guide, &term.id),
            phases: schema
                .and_then(|slug| self.site.schemas.get(slug))
                .map(|schema| {
                    let phases = schema.phases.iter().filter(|phase| !phase.retired);
                    phases.map(|phase| scope.phase_link(&schema.entry.slug, phase)).collect()
                })
                .unwrap_or_default(),
            schema: schema.and_then(|slug| scope.schema_link(slug)),
            stories: stories
                .filter(|story| Site::is_active(&story.entry))
                .map(|story| scope.item(&story.entry, scope.story_place(story), None))
                .collect(),
            others: scope.model_links(Some(&term.id)),
        };
        let mut crumbs = scope.crumbs(&[]);
        crumbs.push(Link {
            url: Some(scope.url("guide/")),
            name: messages.text("what-do-i-need"),
            lang: None,
        });
        let head = Head {
            path: format!("guide/{}/", term.id),
            title: view.name.clone(),
            description: view.description.clone(),
            section: "guide",
            crumbs,
            ..Head::default()
        };
        self.page(scope, "finder_model.html", &head, &view)
    }
}

/// The rules of a catalogue's guide, joined with the Interlinkers on offer; `None` without a guide.
pub fn guide_rules(site: &Site) -> Option<Rules> {
    let mut guide = site.guide.clone()?;
    // An edition may leave out what the guide of the whole catalogue names.
    for answer in guide.questions.iter_mut().flat_map(|question| &mut question.answers) {
        answer.weights.retain(|(target, _)| is_there(site, target));
    }
    let offered = site.interlinkers.values().filter(|item| Site::is_active(&item.entry));
    let own: Vec<(String, BTreeSet<Target>)> =
        offered.map(|item| (item.entry.slug.to_string(), targets_of(site, item))).collect();
    Some(Rules::new(&guide, &own))
}

/// Whether the site has the entry that a target names; terms are always there.
fn is_there(site: &Site, target: &Target) -> bool {
    match target {
        Target::Problem(slug) => site.problems.contains_key(slug),
        Target::Phase(schema, node) => {
            let found = site.schemas.get(schema).and_then(|schema| schema.node(node));
            found.is_some_and(|node| !node.retired)
        }
        _ => true,
    }
}

/// What an Interlinker has of all that an answer can count for.
fn targets_of(site: &Site, item: &Interlinker) -> BTreeSet<Target> {
    let problems = item.problems.iter().filter(|slug| site.problems.contains_key(*slug)).cloned();
    let of = |facet: Facet, target: fn(String) -> Target| facet.values(site, item).into_iter().map(target);
    problems
        .map(Target::Problem)
        .chain(of(Facet::Theme, Target::Theme))
        .chain(of(Facet::Difficulty, Target::Difficulty))
        .chain(of(Facet::Nature, Target::Nature))
        .chain(of(Facet::Form, Target::Form))
        .chain(of(Facet::Audience, Target::Audience))
        .collect()
}

impl<'a> Scope<'a> {
    /// The section of the header that needs belong to.
    pub(super) fn need_section(&self) -> &'static str {
        if self.site.guide.is_some() { "guide" } else { "problems" }
    }

    /// A text of the guide, in the reader's language or marked as another one.
    fn localised(&self, texts: &ByLanguage) -> Option<Text> {
        let order = std::iter::once(self.language)
            .chain(self.site.settings.languages.iter().map(String::as_str))
            .chain(texts.keys().map(String::as_str));
        let (language, text) = order
            .filter_map(|language| texts.get_key_value(language))
            .find(|(_, text)| !text.trim().is_empty())?;
        Some(self.text_in(text.trim(), language))
    }

    fn model_terms(&self) -> Vec<&'a Term> {
        let vocabulary = self.site.vocabularies.get(MODELS);
        vocabulary.map(|vocabulary| vocabulary.terms.iter().collect()).unwrap_or_default()
    }

    fn model_url(&self, id: &str) -> String {
        self.url(&format!("guide/{id}/"))
    }

    fn model_links(&self, except: Option<&str>) -> Vec<ModelLink> {
        let terms = self.model_terms().into_iter().filter(|term| Some(term.id.as_str()) != except);
        terms
            .map(|term| ModelLink {
                url: self.model_url(&term.id),
                name: self.term(MODELS, &term.id).to_owned(),
                description: self.term_description(MODELS, &term.id).map(str::to_owned),
            })
            .collect()
    }

    /// The schema to follow under a model: the one its note names, else that of the home page.
    fn schema_of(&self, note: Option<&'a ModelNote>) -> Option<&'a Slug> {
        note.and_then(|note| note.schema.as_ref()).or(self.site.settings.default_schema.as_ref())
    }

    fn schema_link(&self, slug: &Slug) -> Option<Link> {
        let link = self.entry_link(Kind::Schema, slug)?;
        Some(Link { url: Some(link.url), name: link.name.text, lang: link.name.lang })
    }

    fn phase_link(&self, schema: &Slug, phase: &Node) -> Link {
        let name = self.node_name(phase);
        let url = format!("{}#{}", self.entry_url(Kind::Schema, schema), phase.id);
        Link { url: Some(url), name: name.text, lang: name.lang }
    }

    fn find_phase(&self, schema: &Slug, node: &str) -> Option<Link> {
        let found = self.site.schemas.get(schema)?.node(node)?;
        (!found.retired).then(|| self.phase_link(schema, found))
    }

    /// Where a target leads; none for what only decides between Interlinkers.
    fn target_link(&self, target: &Target) -> Option<Link> {
        match target {
            Target::Model(id) => Some(Link {
                url: Some(self.model_url(id)),
                name: self.site.label(MODELS, id, self.language).to_owned(),
                lang: None,
            }),
            Target::Phase(schema, node) => self.find_phase(schema, node),
            Target::Problem(slug) => {
                let need = self.need(slug)?;
                Some(Link { url: Some(need.url), name: need.name.text, lang: need.name.lang })
            }
            _ => None,
        }
    }

    fn target_words(&self, guide: &'a Guide, target: &Target) -> TargetWords {
        let link = self.target_link(target);
        let label = |vocabulary: &str| Text::plain(self.site.label(vocabulary, &target.id(), self.language));
        let mut words = TargetWords {
            name: Text::plain(target.id()),
            url: link.as_ref().and_then(|link| link.url.clone()),
            summary: None,
            sign: None,
            schema: None,
        };
        match target {
            Target::Model(id) => {
                words.name = label(MODELS);
                words.summary = self.term_description(MODELS, id).map(Text::plain);
                let note = guide.models.iter().find(|note| note.model == *id);
                words.schema = self.schema_of(note).and_then(|slug| self.schema_link(slug));
            }
            Target::Phase(schema, node) => {
                if let Some(node) = self.site.schemas.get(schema).and_then(|schema| schema.node(node)) {
                    words.name = self.node_name(node);
                }
            }
            Target::Problem(slug) => {
                if let Some(need) = self.need(slug) {
                    words.name = need.name;
                    words.sign = Some(need.family);
                }
            }
            Target::Theme(_)
            | Target::Difficulty(_)
            | Target::Nature(_)
            | Target::Form(_)
            | Target::Audience(_) => {
                words.name = label(target.class());
            }
        }
        words
    }

    fn guide_data(&self, guide: &'a Guide, rules: &Rules) -> Page {
        let data = Data {
            rules,
            targets: rules.targets.iter().map(|target| self.target_words(guide, target)).collect(),
            candidates: rules.candidates.iter().filter_map(|item| self.candidate_words(item)).collect(),
            catalogue: self.url("interlinkers/"),
        };
        let bytes = serde_json::json!(data).to_string().into_bytes();
        Page { path: format!("{}/guide/guide.json", self.language), bytes }
    }

    fn candidate_words(&self, candidate: &Candidate) -> Option<CandidateWords> {
        let slug = Slug::parse(&candidate.slug).ok()?;
        let item = self.site.interlinkers.get(&slug)?;
        Some(CandidateWords {
            name: self.name(&item.entry),
            url: self.entry_url(Kind::Interlinker, &slug),
            kind: self.kind_line(item),
            sign: item.nature.id(),
            summary: self.text(&item.entry, "summary"),
        })
    }

    /// The answers that say something about a model, each with its points for every model.
    fn decision_table(&self, guide: &Guide, terms: &[&Term]) -> Vec<TableRow> {
        let mut rows = Vec::new();
        for question in &guide.questions {
            for answer in &question.answers {
                let points = |term: &&Term| {
                    let is_it = |target: &Target| matches!(target, Target::Model(id) if *id == term.id);
                    let found = answer.weights.iter().find(|(target, _)| is_it(target));
                    found.map(|(_, points)| self.messages.number(u64::from(*points))).unwrap_or_default()
                };
                let points: Vec<String> = terms.iter().map(points).collect();
                if points.iter().all(String::is_empty) {
                    continue;
                }
                let (Some(question), Some(answer)) =
                    (self.localised(&question.text), self.localised(&answer.text))
                else {
                    continue;
                };
                rows.push(TableRow { question, answer, points });
            }
        }
        rows
    }

    fn answers_for(&self, guide: &Guide, model: &str) -> Vec<ModelAnswer> {
        let mut answers = Vec::new();
        for question in &guide.questions {
            for answer in &question.answers {
                let is_it = |target: &Target| matches!(target, Target::Model(id) if id == model);
                let Some((_, points)) = answer.weights.iter().find(|(target, _)| is_it(target)) else {
                    continue;
                };
                if let (Some(question), Some(answer)) =
                    (self.localised(&question.text), self.localised(&answer.text))
                {
                    let points = self
                        .messages
                        .format("guide-points", [("count", self.messages.number(u64::from(*points)).into())]);
                    answers.push(ModelAnswer { question, answer, points });
                }
            }
        }
        answers
    }
}
