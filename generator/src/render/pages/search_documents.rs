//! What the search is to find: every entry of a language in plain words, and the pages without an entry.

use super::super::scope::Scope;
use super::super::{RenderError, Rendering};
use super::facets::Facet;
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::synonyms::SynonymGroup;
use crate::search::{Alias, SearchDocument};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What results can be filtered by, beside their kind. All have languages, only Interlinkers the others.
pub(super) const SEARCH_FACETS: [Facet; 3] = [Facet::Nature, Facet::Theme, Facet::Language];

impl Rendering<'_> {
    /// Words that find each other.
    pub fn synonyms(&self) -> &[SynonymGroup] {
        &self.site.synonyms
    }

    /// The entries of a language as plain words, by kind and slug, and its generated pages. Retired ones are left
    /// out.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn search_documents(&self, language: &str) -> Result<Vec<SearchDocument>, RenderError> {
        let scope = self.scope(language)?;
        let entries = Kind::ALL.into_iter().flat_map(|kind| self.site.entries(kind));
        let of_entries = entries.filter(|entry| Site::is_active(entry));
        let of_entries = of_entries.map(|entry| scope.search_document(entry));
        Ok(of_entries.chain(self.generated_documents(&scope)).collect())
    }
}

/// A facet of the search page: its values with what readers call them, in the order they are shown.
#[derive(Serialize)]
pub(super) struct SearchFilter {
    id: &'static str,
    name: String,
    values: Vec<(String, String)>,
}

impl Scope<'_> {
    /// What results can be filtered by: every value that some entry has.
    pub(super) fn search_filters(&self) -> Vec<SearchFilter> {
        let active = |kind| self.site.entries(kind).into_iter().filter(|entry| Site::is_active(entry));
        // There are generated pages, whatever the content.
        let kinds =
            Kind::ALL.into_iter().filter(|kind| *kind == Kind::Page || active(*kind).next().is_some());
        let mut filters = vec![SearchFilter {
            id: "kind",
            name: self.messages.text("facet-kind"),
            values: kinds.map(|kind| (kind.name().to_owned(), self.messages.text(kind.folder()))).collect(),
        }];
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for value in Kind::ALL.into_iter().flat_map(active).flat_map(|entry| self.search_facets(entry)) {
            *counts.entry(value).or_default() += 1;
        }
        for facet in SEARCH_FACETS {
            let of_facet = counts.iter().filter_map(|(value, count)| {
                Some((value.strip_prefix(facet.id())?.strip_prefix('/')?.to_owned(), *count))
            });
            let values = facet.order(self.site, &of_facet.collect());
            let named = values.into_iter().map(|id| (id.clone(), facet.value_name(self, &id)));
            filters.push(SearchFilter {
                id: facet.id(),
                name: self.messages.text(&format!("facet-{}", facet.id())),
                values: named.collect(),
            });
        }
        filters
    }

    fn search_document(&self, entry: &Entry) -> SearchDocument {
        let name = self.name(entry);
        let summary = self.text(entry, "summary").map(|text| text.text).unwrap_or_default();
        let (label, sign, tags, publisher) = self.found_facts(entry);
        SearchDocument {
            kind: entry.kind,
            slug: entry.slug.to_string(),
            url: format!("{}/{}", self.language, Self::entry_path(entry.kind, &entry.slug)),
            language: name.lang.clone().unwrap_or_else(|| self.language.to_owned()),
            title: name.text,
            summary,
            label,
            sign,
            aliases: self.search_aliases(entry),
            tags,
            publisher,
            sections: self.search_sections(entry),
            facets: self.search_facets(entry),
        }
    }

    /// The other names of an entry in every language, those of the reader's first; each once.
    fn search_aliases(&self, entry: &Entry) -> Vec<Alias> {
        let own_first = entry.words.0.get_key_value(self.language).into_iter();
        let others = entry.words.0.iter().filter(|(language, _)| *language != self.language);
        let mut aliases: Vec<Alias> = Vec::new();
        for (language, words) in own_first.chain(others) {
            for text in &words.aliases {
                if !aliases.iter().any(|alias| alias.text == *text) {
                    aliases.push(Alias { language: language.clone(), text: text.clone() });
                }
            }
        }
        aliases
    }

    /// The values of an entry that results are filtered by, as `facet/value`.
    fn search_facets(&self, entry: &Entry) -> BTreeSet<String> {
        let item = self.site.interlinkers.get(&entry.slug).filter(|_| entry.kind == Kind::Interlinker);
        let Some(item) = item else {
            return entry
                .words
                .full_languages()
                .map(|code| format!("{}/{code}", Facet::Language.id()))
                .collect();
        };
        let values = |facet: Facet| {
            facet.values(self.site, item).into_iter().map(move |id| format!("{}/{id}", facet.id()))
        };
        SEARCH_FACETS.into_iter().flat_map(values).collect()
    }

    /// Label, sign, keywords and publisher.
    fn found_facts(&self, entry: &Entry) -> (String, String, Vec<String>, String) {
        let term = |vocabulary: &str, id: &str| self.site.label(vocabulary, id, self.language).to_owned();
        let named = |slug: &Option<crate::model::slug::Slug>| {
            slug.as_ref()
                .and_then(|slug| self.entry_link(Kind::Organisation, slug))
                .map(|link| link.name.text)
                .unwrap_or_default()
        };
        let kind_label = self.messages.text(entry.kind.name());
        match entry.kind {
            Kind::Interlinker => {
                let Some(item) = self.site.interlinkers.get(&entry.slug) else { return Default::default() };
                let mut tags: Vec<String> = item.tags.iter().map(|id| term("tag", id)).collect();
                tags.extend(item.themes.iter().map(|id| term("theme", id)));
                tags.extend(item.problems.iter().filter_map(|slug| Some(self.need(slug)?.name.text)));
                (self.kind_line(item), item.nature.id().to_owned(), tags, named(&item.rights.publisher))
            }
            Kind::Problem => {
                let Some(problem) = self.site.problems.get(&entry.slug) else { return Default::default() };
                let family = term("problem-family", &problem.family);
                (
                    format!("{kind_label} · {family}"),
                    problem.family.clone(),
                    vec![problem.code.clone()],
                    String::new(),
                )
            }
            Kind::Schema => {
                let Some(schema) = self.site.schemas.get(&entry.slug) else { return Default::default() };
                let tags = schema.tags.iter().map(|id| term("tag", id)).collect();
                (kind_label, "dia".to_owned(), tags, named(&schema.rights.publisher))
            }
            Kind::Story => {
                let Some(story) = self.site.stories.get(&entry.slug) else { return Default::default() };
                let mut tags: Vec<String> = story.tags.iter().map(|id| term("tag", id)).collect();
                tags.extend(story.countries.iter().map(|id| term("country", id)));
                let owners = story.owners.first().cloned().or_else(|| story.rights.publisher.clone());
                (kind_label, "dia".to_owned(), tags, named(&owners))
            }
            Kind::Call => {
                let Some(call) = self.site.calls.get(&entry.slug) else { return Default::default() };
                let tags = call.tags.iter().map(|id| term("tag", id)).collect();
                (kind_label, "dia".to_owned(), tags, named(&call.organisation))
            }
            Kind::Organisation | Kind::Page | Kind::News => {
                (kind_label, "dia".to_owned(), Vec::new(), String::new())
            }
        }
    }
}
