//! The values by which results are filtered, for all entries in one small file: many entries have the same values,
//! so each set of them is written once, and an entry is the number of its set.
//!
//! ```text
//! values: count, then each as a text `facet/value`, sorted
//! sets:   count, then each: how many values, their places in the list above; the most frequent set first
//! then for every entry the number of its set
//! ```
//!
//! The kind of an entry is not among them: entries are numbered by kind, and the directory says where each kind ends.

use super::SearchDocument;
use super::encode::{put_number, put_text};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The file for entries in the order of their numbers.
pub(super) fn encode_facets(documents: &[SearchDocument]) -> Vec<u8> {
    let values: BTreeSet<&String> = documents.iter().flat_map(|document| &document.facets).collect();
    let values: Vec<&String> = values.into_iter().collect();
    let mut counts: BTreeMap<&BTreeSet<String>, usize> = BTreeMap::new();
    for document in documents {
        *counts.entry(&document.facets).or_default() += 1;
    }
    let mut sets: Vec<(&BTreeSet<String>, usize)> = counts.into_iter().collect();
    // The sort is stable: equally frequent sets stay in their own order.
    sets.sort_by_key(|(_, count)| Reverse(*count));
    let numbers: BTreeMap<&BTreeSet<String>, usize> =
        sets.iter().enumerate().map(|(number, (set, _))| (*set, number)).collect();

    let mut bytes = Vec::new();
    put_number(&mut bytes, values.len() as u64);
    for value in &values {
        put_text(&mut bytes, value.as_bytes());
    }
    put_number(&mut bytes, sets.len() as u64);
    for (set, _) in &sets {
        put_number(&mut bytes, set.len() as u64);
        for value in *set {
            put_number(&mut bytes, values.partition_point(|other| *other < value) as u64);
        }
    }
    for document in documents {
        put_number(&mut bytes, numbers.get(&document.facets).copied().unwrap_or_default() as u64);
    }
    bytes
}
