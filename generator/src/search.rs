//! Search: one tantivy index per language, asked by `interlink search` and exported for the browser.
//!
//! entries -> [`SearchDocument`] -> [`build_index`] -> [`SearchIndex`] -> results ([`SearchIndex::search`]) or static
//! files ([`SearchIndex::export`]) that `themes/default/static/search.js` reads. In reading order:
//!
//! - `words`, `fold`: what a word is, for entries and for queries;
//! - `stem`, `latvian`: which forms belong together; `inflection`: forms that occur nowhere; `typo`: slips of the finger;
//! - `vocabulary`: the forms that occur, with their stems;
//! - `synonyms`: other words for the same, in any language; `stop_words`: words that say nothing of what is looked for;
//! - `schema`, `contribution`, `index`: the fields, the rule of scoring, the index;
//! - `query`: the rules of searching; `facets`: the values by which results are filtered; `export`: the files, from
//!   the numbers and texts that `encode` writes.
//!
//! The script and this module give the same entries in the same order with the same scores for every query; the test
//! `search_parity` shows it. That is why all language knowledge ends in numbers and tables before the export.

mod contribution;
mod encode;
mod export;
mod facets;
mod fold;
mod index;
mod inflection;
mod latvian;
mod query;
mod schema;
mod stem;
mod stop_words;
mod synonyms;
mod typo;
mod vocabulary;
mod words;

pub use export::SearchExport;
pub use fold::fold;
pub use index::{SearchIndex, build_index};
pub use query::{Correction, Expansion, Hit, SearchResults};
pub use words::words;

use crate::model::kind::Kind;
use std::collections::BTreeSet;

/// What search knows about an entry, in the language of one index. Each text may be a fallback in another language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchDocument {
    /// The kind of the entry.
    pub kind: Kind,
    /// Its name in addresses. Entries are numbered by kind and slug.
    pub slug: String,
    /// The address of its page below the base of the site, such as `en/interlinkers/canvas/`.
    pub url: String,
    /// The language of the texts shown; it chooses the stemmer and becomes the `lang` of the result row.
    pub language: String,
    /// The name.
    pub title: String,
    /// The summary, shown under the title.
    pub summary: String,
    /// The line above the title of a result row, ready to show, such as `Knowledge · survey`. Not searched.
    pub label: String,
    /// The id of the sign of the row (an SVG symbol of the page), such as `knowledge`; may be empty. Not searched.
    pub sign: String,
    /// Other names, those in other languages too: a reader may know an entry by any of them.
    pub aliases: Vec<Alias>,
    /// Keywords, as their labels.
    pub tags: Vec<String>,
    /// Who published it.
    pub publisher: String,
    /// All other text, without markup, by the headings of its page.
    pub sections: Vec<Section>,
    /// The values by which results can be filtered, but the kind, as `facet/value` such as `theme/design`.
    pub facets: BTreeSet<String>,
}

/// Another name of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alias {
    /// The language it is in.
    pub language: String,
    /// The name.
    pub text: String,
}

/// What stands under one heading of an entry's page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Section {
    /// The id of the heading in the page; empty for a text that stands above the first heading.
    pub anchor: String,
    /// The words of the heading.
    pub heading: String,
    /// Whether the heading is a text of the entry, and not one that all pages have.
    pub is_heading_searched: bool,
    /// The language of the text.
    pub language: String,
    /// The text, without the heading.
    pub text: String,
}

/// Why an index could not be built, asked or exported. None of it depends on what a reader types.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The engine failed.
    #[error("the search index failed")]
    Engine(#[from] tantivy::TantivyError),
    /// A file of the export could not be packed.
    #[error("the search index could not be packed")]
    Packing(#[from] std::io::Error),
    /// A row of results could not be written as JSON.
    #[error("a search result could not be written")]
    Row(#[from] serde_json::Error),
}
