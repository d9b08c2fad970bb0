//! `api/v1/{kinds}/{slug}.json`: one entry, whole.

use std::collections::BTreeMap;

use serde::Serialize;

use super::super::scope::Scope;
use super::super::{Page, Rendering};
use super::facts::Facts;
use super::files::{FileView, PictureView};
use super::relations::Relations;
use super::said::{RatingView, ReviewView, UseView, rating_view, review_view, use_view};
use super::{entry_path, json_page};
use crate::model::entry::{Entry, Node, Status};
use crate::model::kind::Kind;
use crate::model::words::WordSet;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct EntryView<'a> {
    kind: &'static str,
    slug: &'a str,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    successor: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    former_slugs: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<&'a str>,
    addresses: Addresses<'a>,
    languages: Vec<&'a str>,
    words: BTreeMap<&'a str, WordsView<'a>>,
    facts: Facts<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    files: Vec<FileView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pictures: Vec<PictureView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    uses: Vec<UseView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reviews: Vec<ReviewView<'a>>,
    /// None of fewer than five reviews.
    #[serde(skip_serializing_if = "Option::is_none")]
    rating: Option<RatingView>,
    relations: Relations<'a>,
}

/// Where the entry is, in each form.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Addresses<'a> {
    /// The page in each language of the site.
    pages: BTreeMap<&'a str, String>,
    /// This file.
    json: String,
    /// The same as JSON-LD, for the kinds that are assets of the catalogue.
    #[serde(skip_serializing_if = "Option::is_none")]
    json_ld: Option<String>,
    /// The public service of a story as JSON-LD.
    #[serde(skip_serializing_if = "Option::is_none")]
    service_json_ld: Option<String>,
}

/// The words of a language as they were written: plain texts and Markdown.
#[derive(Serialize)]
struct WordsView<'a> {
    #[serde(flatten)]
    texts: &'a BTreeMap<&'static str, String>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'a [String],
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    snapshots: &'a BTreeMap<String, String>,
    /// The words of the nodes of a schema, by id.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    nodes: BTreeMap<&'a str, &'a BTreeMap<&'static str, String>>,
}

impl Rendering<'_> {
    pub(super) fn api_entry(&self, entry: &Entry) -> Page {
        let (kind, slug) = (entry.kind, &entry.slug);
        let dates = self.dates.of(kind, slug);
        let pages = self.site.settings.languages.iter().map(|language| {
            let path = format!("{language}/{}", Scope::entry_path(kind, slug));
            (language.as_str(), self.absolute(&path))
        });
        let words = self.api_words(entry);
        let view = EntryView {
            kind: kind.name(),
            slug: slug.as_str(),
            status: status_id(entry.status),
            successor: entry.successor.as_ref().map(|slug| slug.as_str()),
            former_slugs: &entry.former_slugs,
            created: dates.and_then(|dates| dates.created.as_ref()).map(|day| day.as_str()),
            changed: dates.and_then(|dates| dates.changed.as_ref()).map(|day| day.as_str()),
            addresses: Addresses {
                pages: pages.collect(),
                json: self.absolute(&entry_path(entry)),
                json_ld: self.linked_data_path(entry).map(|path| self.absolute(&path)),
                service_json_ld: self
                    .site
                    .stories
                    .get(slug)
                    .filter(|_| kind == Kind::Story)
                    .and_then(|story| self.service_path(story))
                    .map(|path| self.absolute(&path)),
            },
            languages: words.keys().copied().collect(),
            words,
            facts: Facts::of(self.site, entry),
            files: self.api_files(entry),
            pictures: self.api_pictures(entry),
            uses: entry.uses.iter().map(use_view).collect(),
            reviews: entry.reviews.iter().map(review_view).collect(),
            rating: rating_view(entry),
            relations: self.api_relations(entry),
        };
        let name = format!("{}/{slug}", kind.folder());
        json_page(&name, &view)
    }

    /// The words of every language that has any.
    fn api_words<'e>(&'e self, entry: &'e Entry) -> BTreeMap<&'e str, WordsView<'e>> {
        let nodes: Vec<&Node> = match entry.kind {
            Kind::Schema => self
                .site
                .schemas
                .get(&entry.slug)
                .map_or(Vec::new(), |schema| schema.phases.iter().flat_map(Node::walk).collect()),
            _ => Vec::new(),
        };
        let of_nodes = |language: &str| -> BTreeMap<&'e str, &'e BTreeMap<&'static str, String>> {
            let words = nodes.iter().filter_map(|node| {
                let words = node.words.0.get(language).filter(|words| !words.texts.is_empty())?;
                Some((node.id.as_str(), &words.texts))
            });
            words.collect()
        };
        let is_any = |words: &WordSet| !words.texts.is_empty() || !words.aliases.is_empty();
        entry
            .words
            .0
            .iter()
            .map(|(language, words)| {
                let view = WordsView {
                    texts: &words.texts,
                    aliases: &words.aliases,
                    snapshots: &words.snapshots,
                    nodes: of_nodes(language),
                };
                (language.as_str(), view, is_any(words))
            })
            .filter(|(_, view, is_any)| *is_any || !view.nodes.is_empty())
            .map(|(language, view, _)| (language, view))
            .collect()
    }
}

/// The id of a status in its vocabulary.
pub(super) fn status_id(status: Status) -> &'static str {
    match status {
        Status::Draft => "draft",
        Status::Active => "active",
        Status::Retired => "retired",
    }
}
