//! The static JSON API: `api/v1/`. One file per entry and vocabulary, one list per kind, an index of
//! everything, and `openapi.json`, which describes exactly these files.
//!
//! Facts keep the names they have in the content folder, because both derive from
//! `model::definition`. Words are given in the languages they exist in and no other; addresses are
//! whole wherever the site knows its own.

mod entry;
mod facts;
mod files;
mod openapi;
mod relations;
mod said;
mod tree;

use std::collections::BTreeMap;

pub(super) use self::files::downloads_of;
use rayon::prelude::*;
use serde::Serialize;

use super::{Page, Rendering};
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::site::{ByLanguage, Vocabulary};

/// The folder of the API below the base of the site.
const FOLDER: &str = "api/v1";

/// `api/v1/index.json`: where everything is.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct IndexView<'a> {
    name: &'a ByLanguage,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    tagline: &'a ByLanguage,
    languages: &'a [String],
    licence: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
    address: String,
    description: String,
    kinds: Vec<ListLink>,
    vocabularies: ListLink,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    dumps: Vec<DumpLink>,
}

#[derive(Serialize)]
struct ListLink {
    name: &'static str,
    count: usize,
    address: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct DumpLink {
    media_type: &'static str,
    address: String,
}

/// `api/v1/{kinds}.json`: the entries of a kind in short, by slug.
#[derive(Serialize)]
struct ListView<'a> {
    kind: &'static str,
    count: usize,
    entries: Vec<ListedEntry<'a>>,
}

#[derive(Serialize)]
struct ListedEntry<'a> {
    slug: &'a str,
    status: &'static str,
    address: String,
    name: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    summary: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed: Option<&'a str>,
}

/// `api/v1/vocabularies.json`.
#[derive(Serialize)]
struct VocabulariesView<'a> {
    count: usize,
    vocabularies: Vec<ListedVocabulary<'a>>,
}

#[derive(Serialize)]
struct ListedVocabulary<'a> {
    name: &'a str,
    label: &'a ByLanguage,
    count: usize,
    address: String,
}

/// `api/v1/vocabularies/{name}.json`.
#[derive(Serialize)]
struct VocabularyView<'a> {
    name: &'a str,
    label: &'a ByLanguage,
    terms: Vec<TermView<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct TermView<'a> {
    id: &'a str,
    label: &'a ByLanguage,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    description: &'a ByLanguage,
    #[serde(skip_serializing_if = "Option::is_none")]
    broader: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    exact_match: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    aliases: &'a [String],
}

impl Rendering<'_> {
    /// Every file of the API.
    pub(super) fn api(&self) -> Vec<Page> {
        let mut pages =
            vec![self.api_index(), self.api_vocabularies(), json_page("openapi", &self.openapi())];
        pages.extend(
            self.site.vocabularies.iter().map(|(name, vocabulary)| vocabulary_page(name, vocabulary)),
        );
        for kind in Kind::ALL {
            pages.push(self.api_list(kind));
            let entries = self.site.entries(kind);
            pages.extend(entries.par_iter().map(|entry| self.api_entry(entry)).collect::<Vec<_>>());
        }
        pages
    }

    /// An address of the site as others have to write it: whole, where the site knows its own.
    pub(super) fn absolute(&self, path: &str) -> String {
        format!("{}{}{path}", self.origin, self.base)
    }

    fn api_index(&self) -> Page {
        let settings = &self.site.settings;
        let graphs = [("catalogue", self.has_linked_data()), ("services", self.service_counts().0 > 0)];
        let forms = [("jsonld", "application/ld+json"), ("ttl", "text/turtle")];
        let dump = |(name, (ending, media_type)): (&str, (&str, &'static str))| DumpLink {
            media_type,
            address: self.absolute(&format!("{name}.{ending}")),
        };
        let dumps = graphs.into_iter().filter(|(_, is_there)| *is_there);
        let dumps = dumps.flat_map(|(name, _)| forms.map(|form| dump((name, form)))).collect();
        let view = IndexView {
            name: &settings.name,
            tagline: &settings.tagline,
            languages: &settings.languages,
            licence: &settings.licence,
            contact: settings.contact.as_deref(),
            address: self.absolute(""),
            description: self.absolute(&format!("{FOLDER}/openapi.json")),
            kinds: Kind::ALL
                .into_iter()
                .map(|kind| ListLink {
                    name: kind.folder(),
                    count: self.site.entries(kind).len(),
                    address: self.absolute(&format!("{FOLDER}/{}.json", kind.folder())),
                })
                .collect(),
            vocabularies: ListLink {
                name: "vocabularies",
                count: self.site.vocabularies.len(),
                address: self.absolute(&format!("{FOLDER}/vocabularies.json")),
            },
            dumps,
        };
        json_page("index", &view)
    }

    fn api_list(&self, kind: Kind) -> Page {
        let entries: Vec<ListedEntry<'_>> =
            self.site.entries(kind).into_iter().map(|entry| self.listed(entry)).collect();
        json_page(kind.folder(), &ListView { kind: kind.name(), count: entries.len(), entries })
    }

    fn listed<'e>(&'e self, entry: &'e Entry) -> ListedEntry<'e> {
        ListedEntry {
            slug: entry.slug.as_str(),
            status: entry::status_id(entry.status),
            address: self.absolute(&entry_path(entry)),
            name: texts(entry, "name"),
            summary: texts(entry, "summary"),
            changed: self
                .dates
                .of(entry.kind, &entry.slug)
                .and_then(|dates| dates.changed.as_ref())
                .map(|day| day.as_str()),
        }
    }

    fn api_vocabularies(&self) -> Page {
        let vocabularies = self.site.vocabularies.iter();
        let view = VocabulariesView {
            count: vocabularies.len(),
            vocabularies: vocabularies
                .map(|(name, vocabulary)| ListedVocabulary {
                    name,
                    label: &vocabulary.label,
                    count: vocabulary.terms.len(),
                    address: self.absolute(&format!("{FOLDER}/vocabularies/{name}.json")),
                })
                .collect(),
        };
        json_page("vocabularies", &view)
    }
}

/// The file of an entry, below the base of the site.
pub(super) fn entry_path(entry: &Entry) -> String {
    format!("{FOLDER}/{}/{}.json", entry.kind.folder(), entry.slug)
}

fn vocabulary_page(name: &str, vocabulary: &Vocabulary) -> Page {
    let terms = vocabulary
        .terms
        .iter()
        .map(|term| TermView {
            id: &term.id,
            label: &term.label,
            description: &term.description,
            broader: term.broader.as_deref(),
            exact_match: term.exact_match.as_deref(),
            aliases: &term.aliases,
        })
        .collect();
    json_page(&format!("vocabularies/{name}"), &VocabularyView { name, label: &vocabulary.label, terms })
}

/// A field in every language that has it.
fn texts<'e>(entry: &'e Entry, field: &str) -> BTreeMap<&'e str, &'e str> {
    let of_language = |(language, words): (&'e String, &'e crate::model::words::WordSet)| {
        let text = words.texts.get(field).filter(|text| !text.trim().is_empty())?;
        Some((language.as_str(), text.trim()))
    };
    entry.words.0.iter().filter_map(of_language).collect()
}

/// A view as a file of the API. Views are structs with names as keys, which JSON can always hold.
fn json_page(name: &str, view: &impl Serialize) -> Page {
    let mut bytes = serde_json::to_vec(view).expect("a view has only names as keys");
    bytes.push(b'\n');
    Page { path: format!("{FOLDER}/{name}.json"), bytes }
}
