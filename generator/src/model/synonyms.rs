//! `synonyms.yaml` as checked: words that mean the same to somebody who searches. What search makes of them is in
//! `search/synonyms.rs`.

use std::collections::BTreeMap;

/// Words of several languages, each of which finds entries that have any of the others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SynonymGroup {
    /// Its name in the file.
    pub id: String,
    /// The words of each language. One of several words finds what has all of them, and is found by none alone.
    pub words: BTreeMap<String, Vec<String>>,
}
