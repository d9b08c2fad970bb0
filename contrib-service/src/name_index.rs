//! The names of all entries as the search of the site finds them: with other endings, slips of the finger and
//! other words for the same. One small index a language, built when somebody first asks.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use generator::model::Kind;
use generator::model::entry::Entry;
use generator::model::site::Site;
use generator::search::{Alias, Hit, SearchDocument, SearchIndex, build_index};

/// The names of one catalogue.
#[derive(Default)]
pub struct NameIndex(Mutex<BTreeMap<String, Arc<SearchIndex>>>);

impl NameIndex {
    /// The entries whose names have all the words of this one, best first.
    pub fn search(&self, site: &Site, language: &str, name: &str, limit: usize) -> Vec<Hit> {
        let Some(index) = self.index(site, language) else { return Vec::new() };
        match index.search(name, limit) {
            Ok(results) => results.hits.into_iter().take(results.complete).collect(),
            Err(error) => {
                tracing::error!(%error, "names cannot be searched");
                Vec::new()
            }
        }
    }

    fn index(&self, site: &Site, language: &str) -> Option<Arc<SearchIndex>> {
        let mut by_language = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = by_language.get(language) {
            return Some(Arc::clone(index));
        }
        let built = build_index(language, documents(site, language), &site.synonyms);
        let index = Arc::new(built.inspect_err(|error| tracing::error!(%error, "no index of names")).ok()?);
        by_language.insert(language.to_owned(), Arc::clone(&index));
        Some(index)
    }
}

/// What an entry is called, in every language, with the language.
pub fn names_of(entry: &Entry) -> impl Iterator<Item = (&str, &str)> {
    entry.words.0.iter().flat_map(|(language, set)| {
        let names = set.texts.get("name").into_iter().chain(&set.aliases);
        names.map(|name| (language.as_str(), name.as_str()))
    })
}

/// Names only: what an entry says elsewhere does not make it the same thing.
fn documents(site: &Site, language: &str) -> Vec<SearchDocument> {
    let mut documents = Vec::new();
    for kind in Kind::ALL {
        for entry in site.entries(kind).into_iter().filter(|entry| Site::is_active(entry)) {
            let Some(title) = entry.words.pick("name", language, &site.settings.languages) else { continue };
            let names = names_of(entry)
                .map(|(language, name)| Alias { language: language.to_owned(), text: name.to_owned() });
            documents.push(SearchDocument {
                kind,
                slug: entry.slug.to_string(),
                url: String::new(),
                language: title.language.to_owned(),
                title: title.text.to_owned(),
                summary: String::new(),
                label: String::new(),
                sign: String::new(),
                aliases: names.collect(),
                tags: Vec::new(),
                publisher: String::new(),
                sections: Vec::new(),
                facets: Default::default(),
            });
        }
    }
    documents
}
