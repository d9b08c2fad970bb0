//! Pages that no entry stands behind, for the search: whoever types “licence” looks for the page of licences.
//!
//! They are found as editorial pages are, by their title, what they say below it, their headings and other words for
//! them (`search-words-…`). The ids are those of their templates.

use super::super::Rendering;
use super::super::scope::Scope;
use super::super::view::Text;
use super::facets::Facet;
use crate::model::kind::Kind;
use crate::search::{Alias, SearchDocument, Section};

/// The pages that have other names people may type.
const NAMED: [&str; 4] = ["accessibility", "data", "licences", "offline"];

impl Rendering<'_> {
    /// The generated pages of a language as plain words.
    pub(super) fn generated_documents(&self, scope: &Scope<'_>) -> Vec<SearchDocument> {
        let messages = scope.messages;
        let mut documents: Vec<SearchDocument> = [
            ("collection", "collection-heading", "collection-lead"),
            ("compare", "compare-heading", "compare-lead"),
            ("contribute", "contribute", "contribute-lead"),
            ("data", "data-heading", "data-lead"),
            ("translations", "translations", "translations-lead"),
            ("workspace", "workspace-title", "workspace-lead"),
        ]
        .into_iter()
        .chain(self.site.guide.is_some().then_some(("guide", "what-do-i-need", "guide-lead")))
        .chain((!self.site.settings.is_offline_copy).then_some((
            "offline",
            "offline-heading",
            "offline-lead",
        )))
        .map(|(slug, title, lead)| scope.generated(slug, messages.text(title), messages.text(lead)))
        .collect();

        let mut licences =
            scope.generated("licences", messages.text("licences-title"), messages.text("licences-lead"));
        licences.sections = vec![
            scope.section_of("parts", "licences-parts", &messages.text("licences-content-note")),
            scope.section_of("attribute", "licences-attribute", &messages.text("licences-recipe")),
            scope.section_of("entries", "licences-entries", ""),
        ];
        documents.push(licences);

        if let Some(statement) = &self.site.statement {
            let name = self.frames.get(scope.language).map_or("", |frame| frame.name.as_str());
            let lead = messages.format("statement-lead", [("site", name.into())]);
            let mut page = scope.generated("accessibility", messages.text("statement-title"), lead);
            let of = |anchor: &str, heading: &str, texts: Vec<Text>| -> Vec<Section> {
                let sections = texts.into_iter().map(|text| {
                    let section = scope.section_of(anchor, heading, &text.text);
                    Section { language: text.lang.unwrap_or_else(|| scope.language.to_owned()), ..section }
                });
                sections.collect()
            };
            page.sections = [
                of("measures", "statement-measures", scope.texts(&statement.measures)),
                of(
                    "barriers",
                    "statement-barriers",
                    statement.barriers.iter().map(|barrier| scope.by_language(&barrier.what)).collect(),
                ),
                of("method", "statement-method", scope.texts(&statement.checks)),
                vec![
                    scope.section_of("feedback", "statement-feedback-title", ""),
                    scope.section_of(
                        "enforcement",
                        "statement-enforcement",
                        &messages.text("statement-enforcement-lead"),
                    ),
                ],
            ]
            .concat();
            documents.push(page);
        }
        documents
    }
}

impl Scope<'_> {
    fn generated(&self, slug: &str, title: String, summary: String) -> SearchDocument {
        let others = NAMED.contains(&slug).then(|| self.messages.text(&format!("search-words-{slug}")));
        let aliases = others.iter().flat_map(|words| words.split(',')).map(str::trim);
        let languages = self.site.settings.languages.iter();
        SearchDocument {
            kind: Kind::Page,
            slug: slug.to_owned(),
            url: format!("{}/{slug}/", self.language),
            language: self.language.to_owned(),
            title,
            summary,
            label: self.messages.text(Kind::Page.name()),
            sign: "dia".to_owned(),
            aliases: aliases
                .map(|text| Alias { language: self.language.to_owned(), text: text.to_owned() })
                .collect(),
            tags: Vec::new(),
            publisher: String::new(),
            sections: Vec::new(),
            facets: languages.map(|code| format!("{}/{code}", Facet::Language.id())).collect(),
        }
    }

    /// What stands below a heading of the interface, which is searched: these pages have no other words for it.
    fn section_of(&self, anchor: &str, heading: &str, text: &str) -> Section {
        Section {
            anchor: anchor.to_owned(),
            heading: self.messages.text(heading),
            is_heading_searched: true,
            language: self.language.to_owned(),
            text: text.to_owned(),
        }
    }
}
