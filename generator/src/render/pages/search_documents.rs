//! What the search is to find: every entry of a language in plain words.

use super::super::scope::Scope;
use super::super::{RenderError, Rendering};
use crate::markdown::{self, RenderOptions};
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::search::SearchDocument;

/// The Markdown fields of words, in reading order.
const TEXTS: [&str; 10] = [
    "description",
    "objectives",
    "body",
    "constraints",
    "regulations",
    "results",
    "lessons",
    "did-not-work",
    "incentives",
    "retirement-reason",
];

impl Rendering<'_> {
    /// The entries of a language as plain words, by kind and slug. Retired ones are left out.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn search_documents(&self, language: &str) -> Result<Vec<SearchDocument>, RenderError> {
        let scope = self.scope(language)?;
        Ok(Kind::ALL
            .into_iter()
            .flat_map(|kind| self.site.entries(kind))
            .filter(|entry| Site::is_active(entry))
            .map(|entry| scope.search_document(entry))
            .collect())
    }
}

impl Scope<'_> {
    fn search_document(&self, entry: &Entry) -> SearchDocument {
        let order = &self.site.settings.languages;
        let name = self.name(entry);
        let summary = self.text(entry, "summary").map(|text| text.text).unwrap_or_default();
        let mut body = String::new();
        for field in TEXTS {
            if let Some(found) = entry.words.pick(field, self.language, order) {
                body.push_str(&markdown::render(found.text, &RenderOptions::default()).text);
                body.push('\n');
            }
        }
        let (label, sign, tags, publisher) = self.found_facts(entry, &mut body);
        SearchDocument {
            kind: entry.kind,
            slug: entry.slug.to_string(),
            url: format!("{}/{}", self.language, Self::entry_path(entry.kind, &entry.slug)),
            language: name.lang.clone().unwrap_or_else(|| self.language.to_owned()),
            title: name.text,
            summary,
            label,
            sign,
            aliases: entry.words.0.values().flat_map(|words| words.aliases.iter().cloned()).collect(),
            tags,
            publisher,
            body,
        }
    }

    /// Label, sign, keywords and publisher; the names of a schema's nodes join its body.
    fn found_facts(&self, entry: &Entry, body: &mut String) -> (String, String, Vec<String>, String) {
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
                for node in schema.phases.iter().flat_map(|phase| phase.walk()).filter(|node| !node.retired) {
                    body.push_str(&self.node_name(node).text);
                    body.push('\n');
                }
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
