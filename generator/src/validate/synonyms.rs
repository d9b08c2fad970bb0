//! `synonyms.yaml` -> groups of words, or diagnostics: ids that stand twice, texts that are no words, groups in which
//! no word finds another.

use super::settings::read_tree;
use crate::content::decode::{Context, decode};
use crate::content::record::{Record, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::definition;
use crate::model::synonyms::SynonymGroup;
use crate::search::words;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The file, below the content folder.
const PATH: &str = "synonyms.yaml";

/// A longer text is no word for something but a description of it, and an entry that has all of it means it by chance.
const MOST_WORDS: usize = 4;

/// Reads the groups. A catalogue without the file has none.
pub(super) fn read_synonyms(source: &Source, diagnostics: &mut Diagnostics) -> Vec<SynonymGroup> {
    let Some(tree) = read_tree(source, PATH, diagnostics) else { return Vec::new() };
    // The words serve many sites, so there may be some in languages this one does not show.
    let decoded =
        decode(&tree, definition::SYNONYMS, Context { file: PATH, vocabularies: None, languages: &[] });
    diagnostics.extend(decoded.diagnostics);
    let mut ids = BTreeSet::new();
    let mut groups = Vec::new();
    for record in decoded.record.records("groups") {
        let Some(id) = record.owned("id") else { continue };
        if !ids.insert(id.clone()) {
            diagnostics.push(
                Diagnostic::error(
                    Code::DuplicateSlug,
                    PATH,
                    format!("the id “{id}” stands twice among the groups"),
                )
                .at(record.position("id"))
                .help("join the two groups, or give one of them another id"),
            );
            continue;
        }
        let words = words_of_group(record, diagnostics);
        if words.values().map(Vec::len).sum::<usize>() < 2 {
            diagnostics.push(
                Diagnostic::warning(
                    Code::DeadEnd,
                    PATH,
                    format!("no word of the group “{id}” finds another one"),
                )
                .at(record.position("id"))
                .help("add words that mean the same, of one language or of several"),
            );
        }
        groups.push(SynonymGroup { id, words });
    }
    groups
}

fn words_of_group(record: &Record, diagnostics: &mut Diagnostics) -> BTreeMap<String, Vec<String>> {
    let mut by_language: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (language, _, value) in record.map("words") {
        let Value::List(values) = value else { continue };
        for value in values {
            let Value::Text(text, position) = value else { continue };
            let count = words(text).len();
            if (1..=MOST_WORDS).contains(&count) {
                by_language.entry(language.clone()).or_default().push(text.clone());
                continue;
            }
            let message = match count {
                0 => format!("“{text}” has no letter and no digit, so nobody can search for it"),
                _ => format!("“{text}” has {count} words, more than {MOST_WORDS}"),
            };
            diagnostics.push(
                Diagnostic::error(Code::WrongType, PATH, message)
                    .at(Some(*position))
                    .help("write a word, or a few that belong together, as people search for them"),
            );
        }
    }
    by_language
}
