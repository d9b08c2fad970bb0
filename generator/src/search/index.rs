//! Entries of one language -> an index in memory.

use super::SearchDocument;
use super::SearchError;
use super::contribution::{ContributionQuery, WeightedField, weight_of};
use super::inflection::{self, Inflection};
use super::schema::{FIELDS, build_schema};
use super::stop_words;
use super::synonyms::{Synonyms, draft_groups};
use super::vocabulary::{Vocabulary, VocabularyBuilder};
use crate::model::synonyms::SynonymGroup;
use std::sync::Arc;
use tantivy::directory::RamDirectory;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, ReloadPolicy, Searcher, TantivyDocument};

/// Sizes the hash table tantivy starts with; one segment is written whatever it grows to.
const MEMORY_BUDGET: usize = 15_000_000;

/// The index of one language. It answers queries itself and can be exported for the browser.
pub struct SearchIndex {
    pub(super) language: String,
    pub(super) searcher: Searcher,
    pub(super) fields: Arc<[WeightedField]>,
    /// What each entry's kind weighs, by number.
    pub(super) weights: Arc<[f32]>,
    pub(super) vocabulary: Vocabulary,
    pub(super) inflection: Inflection,
    /// Words that exclude nothing, folded.
    pub(super) stop_words: &'static [&'static str],
    pub(super) synonyms: Synonyms,
    /// By number.
    pub(super) documents: Vec<SearchDocument>,
}

/// Builds the index of a language. Entries are numbered by kind and slug, whatever order they come in, because the
/// number decides between entries of equal score. `synonyms` are words that find each other.
pub fn build_index(
    language: &str,
    mut documents: Vec<SearchDocument>,
    synonyms: &[SynonymGroup],
) -> Result<SearchIndex, SearchError> {
    documents.sort_by(|one, other| (one.kind, &one.slug).cmp(&(other.kind, &other.slug)));

    let (schema, fields) = build_schema();
    let mut vocabulary = VocabularyBuilder::default();
    let mut writer = Index::builder()
        .schema(schema)
        .single_segment_index_writer::<TantivyDocument>(RamDirectory::create(), MEMORY_BUDGET)?;
    let mut lengths = [(0_u64, 0_u64); FIELDS.len()];
    for document in &documents {
        let mut fields_of_entry = TantivyDocument::new();
        for ((definition, field), (words, entries)) in FIELDS.iter().zip(&fields).zip(&mut lengths) {
            let mut stems = Vec::new();
            for (language, text) in (definition.texts)(document) {
                stems.extend(vocabulary.stems_of_text(language, text));
            }
            if !stems.is_empty() {
                *words += stems.len() as u64;
                *entries += 1;
                fields_of_entry.add_pre_tokenized_text(*field, pre_tokenized(stems));
            }
        }
        writer.add_document(fields_of_entry)?;
    }
    let reader = writer.finalize()?.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;

    let weighted = FIELDS.iter().zip(fields).zip(lengths).map(|((definition, field), (words, entries))| {
        let average_length = words as f32 / entries.max(1) as f32;
        WeightedField { field, boost: definition.boost, average_length }
    });
    let groups = draft_groups(language, synonyms, &mut vocabulary);
    let vocabulary = vocabulary.finish();
    let synonyms = groups.finish(&vocabulary);
    Ok(SearchIndex {
        language: language.to_owned(),
        searcher: reader.searcher(),
        fields: weighted.collect(),
        weights: documents.iter().map(|document| weight_of(document.kind)).collect(),
        vocabulary,
        inflection: inflection::for_language(language),
        stop_words: stop_words::for_language(language),
        synonyms,
        documents,
    })
}

impl SearchIndex {
    /// The language whose readers it serves.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// How many entries it holds.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether it holds no entry.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The query for a stem of the vocabulary, by its number.
    pub(super) fn contribution(&self, stem: u32) -> ContributionQuery {
        let text = self.vocabulary.stems().get(stem as usize).map_or("", String::as_str);
        ContributionQuery::new(text, Arc::clone(&self.fields), Arc::clone(&self.weights))
    }
}

/// Words are split and stemmed by us, so that the vocabulary sees the forms they come from.
fn pre_tokenized(stems: Vec<String>) -> PreTokenizedString {
    let token = |(position, text)| Token { position, text, ..Token::default() };
    PreTokenizedString { text: String::new(), tokens: stems.into_iter().enumerate().map(token).collect() }
}
