//! Pages that no entry stands behind: search, contributing, "not found".

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::service::Message;
use super::super::templates::data_block;
use super::super::view::Link;
use super::super::{Page, RenderError, Rendering};
use crate::messages::Value;
use crate::model::entry::Nature;

/// The texts of the search script, without `search-` before them, each with the values it fills in
/// itself.
const SEARCH_TEXTS: &[(&str, &[&str])] = &[
    ("count-zero", &["count"]),
    ("count-one", &["count"]),
    ("count-many", &["count"]),
    ("count-other", &["count"]),
    ("start", &[]),
    ("loading", &[]),
    ("failed", &[]),
    ("none", &["query"]),
    ("partial", &[]),
    ("partial-after", &[]),
    ("typo", &["words", "instead"]),
    ("synonyms", &["words", "also"]),
    ("more", &[]),
    ("title", &["query"]),
    ("why", &[]),
    ("why-title", &["words"]),
    ("why-alias", &["alias"]),
    ("why-tag", &["tag"]),
    ("why-publisher", &["publisher"]),
    ("why-summary", &["words"]),
    ("why-text", &["words"]),
    ("why-synonym", &["words", "also"]),
    ("why-missing", &["words"]),
    ("section", &[]),
    ("quote-open", &[]),
    ("quote-close", &[]),
];

/// Texts of the lists with facets that the search page shows too.
const FILTER_TEXTS: &[(&str, &[&str])] = &[
    ("catalogue-count", &["count", "total"]),
    ("filters", &[]),
    ("show-results", &["count"]),
    ("remove-filter", &[]),
    ("remove-all", &[]),
    ("filter-unknown-named", &["names"]),
    ("filters-unknown-named", &["names"]),
    ("empty-title-any", &[]),
    ("empty-drop", &["name", "count"]),
    ("empty-only", &["name", "count"]),
];

#[derive(Serialize)]
struct SearchView {
    digest: String,
    signs: Vec<String>,
    messages: String,
    filters: String,
}

#[derive(Serialize)]
struct Nothing {}

impl Rendering<'_> {
    /// The search page of a language; `digest` names its index.
    ///
    /// # Errors
    /// When the site does not have the language, or the template has a mistake.
    pub fn search_page(&self, language: &str, digest: &str) -> Result<Page, RenderError> {
        let scope = self.scope(language)?;
        let languages = self.site.settings.languages.iter();
        let texts: BTreeMap<String, String> = SEARCH_TEXTS
            .iter()
            .map(|(key, values)| ((*key).to_owned(), scope.text_for_script(&format!("search-{key}"), values)))
            .chain(
                FILTER_TEXTS
                    .iter()
                    .map(|(key, values)| ((*key).to_owned(), scope.text_for_script(key, values))),
            )
            .chain(languages.map(|code| (format!("in-{code}"), scope.in_language(code))))
            .collect();
        let messages = data_block(&serde_json::json!(texts));
        let filters = data_block(&serde_json::json!(scope.search_filters()));
        let view = SearchView { digest: digest.to_owned(), signs: search_signs(&scope), messages, filters };
        let head = Head {
            path: "search/".to_owned(),
            title: scope.messages.text("search-heading"),
            scripts: vec![
                "data.js",
                "page.js",
                "search-index.js",
                "search-facets.js",
                "search-excerpt.js",
                "search-rows.js",
                "search.js",
            ],
            is_hidden: true,
            has_own_search: true,
            ..Head::default()
        };
        self.page(&scope, "search.html", &head, &view)
    }

    /// What one can contribute, and how.
    pub(super) fn contribute(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let head = Head {
            path: "contribute/".to_owned(),
            title: scope.messages.text("contribute"),
            description: Some(scope.messages.text("contribute-lead")),
            section: "contribute",
            crumbs: scope.crumbs(&[]),
            ..Head::default()
        };
        self.page(scope, "contribute.html", &head, &Nothing {})
    }

    /// The page a web server shows for an address that leads nowhere.
    pub(super) fn not_found(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let link =
            |path: &str, key: &str| Link { url: Some(scope.url(path)), name: messages.text(key), lang: None };
        let mut links = vec![
            link("interlinkers/", "to-catalogue"),
            link(&format!("{}/", scope.need_section()), "to-problems"),
            link("search/", "search-heading"),
        ];
        // An address that begins with no language gets the page of the first one, whoever reads it.
        let others = self.site.settings.languages.iter().filter(|code| *code != scope.language);
        links.extend(others.filter_map(|code| {
            let sentence = self.renderer.messages(code)?.text("not-found");
            let language = self.site.label("language", code, code);
            let url = Some(format!("{}{code}/", self.base));
            Some(Link { url, name: format!("{language}: {sentence}"), lang: Some(code.clone()) })
        }));
        let view =
            Message { title: messages.text("not-found"), lead: messages.text("not-found-lead"), links };
        let head = Head {
            title: messages.text("not-found"),
            is_hidden: true,
            file: Some("404.html"),
            ..Head::default()
        };
        self.page(scope, "message.html", &head, &view)
    }

    /// The whole address of a page for scripts, which cannot see it from a disk; empty where the site
    /// does not know where it is published.
    pub(super) fn published(&self, scope: &Scope<'_>, path: &str) -> String {
        if self.origin.is_empty() { String::new() } else { format!("{}{}", self.origin, scope.url(path)) }
    }
}

impl Scope<'_> {
    /// The texts of a script that says how large files are, `sizeOf` in page.js.
    pub(super) fn size_texts(&self) -> impl Iterator<Item = (String, String)> + use<'_> {
        ["bytes", "kilobytes", "megabytes"]
            .into_iter()
            .map(|unit| (unit.to_owned(), self.text_for_script(&format!("size-{unit}"), &["size"])))
    }

    /// A text whose values a script fills in: each stands in it as `{name}`.
    pub fn text_for_script(&self, key: &str, values: &[&str]) -> String {
        let place = |name: &str| -> Value { format!("{{{name}}}").into() };
        match values {
            [] => self.messages.text(key),
            [one] => self.messages.format(key, [(one, place(one))]),
            [one, two] => self.messages.format(key, [(one, place(one)), (two, place(two))]),
            [one, two, three] => {
                self.messages.format(key, [one, two, three].map(|name| (*name, place(name))))
            }
            [one, two, three, four, ..] => {
                self.messages.format(key, [one, two, three, four].map(|name| (*name, place(name))))
            }
        }
    }
}

/// The signs a search result can carry: natures, the families of problems, a diamond, the lens.
pub(super) fn search_signs(scope: &Scope<'_>) -> Vec<String> {
    let natures = Nature::ALL.into_iter().map(|nature| nature.id().to_owned());
    let families: BTreeSet<String> =
        scope.site.problems.values().map(|problem| problem.family.clone()).collect();
    natures.chain(families).chain(["dia".to_owned(), "find".to_owned()]).collect()
}
