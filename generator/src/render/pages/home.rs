//! The home page of a language, and the page before it that asks for the language.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Item, Place, Text};
use super::super::{Page, RenderError, Rendering};
use super::facets::Facet;
use crate::model::entry::{Nature, Node, Schema};
use crate::model::kind::Kind;
use crate::model::site::{Site, pick};

/// How many stories and news the home page names.
const SHOWN: usize = 3;

#[derive(Serialize)]
struct HomeView {
    tagline: String,
    phases: Vec<HomePhase>,
    /// Where a process with these phases begins.
    start: Option<String>,
    families: Vec<Family>,
    guide: Option<String>,
    catalogue_note: String,
    natures: Vec<NatureView>,
    stories: Vec<Item>,
    news: Vec<Item>,
}

#[derive(Serialize)]
struct HomePhase {
    place: Place,
    number: String,
    url: String,
    name: Text,
    summary: Option<Text>,
    tasks: String,
}

#[derive(Serialize)]
struct Family {
    id: String,
    name: String,
    description: Option<String>,
    counts: String,
    url: String,
}

#[derive(Serialize)]
struct NatureView {
    id: &'static str,
    name: String,
    note: String,
    url: String,
}

#[derive(Serialize)]
struct RootView {
    canonical: String,
    languages: Vec<LanguageChoice>,
}

#[derive(Serialize)]
struct LanguageChoice {
    lang: String,
    name: String,
    tagline: String,
    url: String,
}

impl Rendering<'_> {
    /// The home page of a language.
    pub(super) fn home(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let settings = &self.site.settings;
        let tagline = pick(&settings.tagline, scope.language, &settings.languages).unwrap_or_default();
        let newest = self.site.news.values().rev().take(SHOWN);
        let stories = self.site.stories.values().filter(|story| Site::is_active(&story.entry)).take(SHOWN);
        let view = HomeView {
            tagline: tagline.to_owned(),
            phases: scope.home_phases(),
            start: scope.home_schema().and_then(|schema| scope.start_url(&schema.entry, true)),
            families: scope.families(),
            guide: self.site.guide.is_some().then(|| scope.url("guide/")),
            catalogue_note: scope
                .messages
                .format("home-catalogue-note", [("count", scope.index.offered.len().into())]),
            natures: scope.natures(),
            stories: stories.map(|story| scope.item(&story.entry, scope.story_place(story), None)).collect(),
            news: newest.map(|news| scope.item(&news.entry, Some(scope.day(&news.day)), None)).collect(),
        };
        let head = Head {
            title: tagline.to_owned(),
            description: Some(scope.messages.text("home-lead")),
            has_own_search: true,
            ..Head::default()
        };
        self.page(scope, "home.html", &head, &view)
    }

    /// `/`: the choice of a language, each in its own words.
    pub(super) fn root(&self) -> Result<Page, RenderError> {
        let settings = &self.site.settings;
        let first = settings.languages.first().map_or("en", String::as_str);
        let scope = self.scope(first)?;
        let languages: Vec<LanguageChoice> = settings
            .languages
            .iter()
            .map(|language| LanguageChoice {
                lang: language.clone(),
                name: self.site.label("language", language, language).to_owned(),
                tagline: pick(&settings.tagline, language, &settings.languages)
                    .unwrap_or_default()
                    .to_owned(),
                url: format!("{}{language}/", self.base),
            })
            .collect();
        let joined = |part: fn(&LanguageChoice) -> &str| {
            languages.iter().map(part).filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        let head = Head {
            title: joined(|choice| &choice.name),
            description: Some(joined(|choice| &choice.tagline)),
            is_root: true,
            ..Head::default()
        };
        let view = RootView { canonical: format!("{}{}", self.origin, self.base), languages };
        let page = self.page(&scope, "root.html", &head, &view)?;
        Ok(Page { path: "index.html".to_owned(), ..page })
    }
}

impl Scope<'_> {
    /// The schema whose phases the home page shows.
    fn home_schema(&self) -> Option<&Schema> {
        let slug = self.site.settings.default_schema.as_ref()?;
        self.site.schemas.get(slug).filter(|schema| Site::is_active(&schema.entry))
    }

    fn home_phases(&self) -> Vec<HomePhase> {
        let Some(schema) = self.home_schema() else { return Vec::new() };
        let phases: Vec<&Node> = schema.phases.iter().filter(|node| !node.retired).collect();
        let url = self.entry_url(Kind::Schema, &schema.entry.slug);
        phases
            .iter()
            .enumerate()
            .map(|(index, phase)| {
                let tasks = phase.children.iter().filter(|node| !node.retired);
                let tasks = tasks.flat_map(|node| &node.children).filter(|node| !node.retired).count();
                HomePhase {
                    place: Place::new(index + 1, phases.len()),
                    number: self.messages.number(index as u64 + 1),
                    url: format!("{url}#{}", phase.id),
                    name: self.node_name(phase),
                    summary: self.words(&phase.words, "description").map(first_sentence),
                    tasks: self.messages.format("task-count", [("count", tasks.into())]),
                }
            })
            .collect()
    }

    /// The families of problems, each with how many needs it has and how many Interlinkers answer.
    fn families(&self) -> Vec<Family> {
        let terms =
            self.site.vocabularies.get("problem-family").map(|vocabulary| vocabulary.terms.as_slice());
        terms
            .unwrap_or_default()
            .iter()
            .filter_map(|term| {
                let problems: BTreeSet<_> = self
                    .site
                    .problems
                    .values()
                    .filter(|problem| problem.family == term.id && Site::is_active(&problem.entry))
                    .map(|problem| &problem.entry.slug)
                    .collect();
                let answers = self
                    .index
                    .offered
                    .iter()
                    .filter(|item| item.problems.iter().any(|problem| problems.contains(problem)))
                    .count();
                (!problems.is_empty()).then(|| Family {
                    id: term.id.clone(),
                    name: self.site.label("problem-family", &term.id, self.language).to_owned(),
                    description: self.term_description("problem-family", &term.id).map(str::to_owned),
                    counts: self.messages.format(
                        "family-counts",
                        [("needs", problems.len().into()), ("interlinkers", answers.into())],
                    ),
                    url: self.url(&format!("problems/by/family/{}/", term.id)),
                })
            })
            .collect()
    }

    fn natures(&self) -> Vec<NatureView> {
        Nature::ALL
            .into_iter()
            .filter_map(|nature| {
                let count = self.index.offered.iter().filter(|item| item.nature == nature).count();
                (count > 0).then(|| NatureView {
                    id: nature.id(),
                    name: self.site.label("nature", nature.id(), self.language).to_owned(),
                    note: self
                        .messages
                        .format(&format!("nature-{}-count", nature.id()), [("count", count.into())]),
                    url: self.catalogue_url(Facet::Nature, nature.id()),
                })
            })
            .collect()
    }
}

/// The first sentence of a text without Markdown's marks; a phase has room for no more.
fn first_sentence(text: Text) -> Text {
    let plain = crate::markdown::render(&text.text, &crate::markdown::RenderOptions::default()).text;
    let line = plain.lines().next().unwrap_or_default();
    let end = line.find(". ").map_or(line.len(), |at| at + 1);
    Text { text: line[..end].to_owned(), ..text }
}
