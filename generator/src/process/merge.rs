//! Two states of one process -> the state that knows both. The order and the number of merges do
//! not matter (it is commutative, associative and idempotent), so copies may travel as they like:
//! by mail, through a share, through Git.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{MAX_NODE_DEPTH, MAX_NODES};
use super::state::{Alternative, Document, Edit, Register};

/// Why two states cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// They are of two processes.
    #[error("these are two processes: {0} and {1}; only copies of one process can be merged")]
    OtherProcess(String, String),
    /// Together they are more than a file may hold.
    #[error("together they have more than {MAX_NODES} nodes")]
    TooManyNodes,
}

/// The state that knows both.
///
/// # Errors
/// When they are of two processes, or together larger than a file may be.
pub fn merge(one: &Document, other: &Document) -> Result<Document, MergeError> {
    if one.id != other.id {
        return Err(MergeError::OtherProcess(one.id.clone(), other.id.clone()));
    }
    let mut merged = one.clone();
    for (replica, counter) in &other.seen {
        let known = merged.seen.entry(replica.clone()).or_default();
        *known = (*known).max(*counter);
    }
    for (path, register) in &other.registers {
        let together = match one.registers.get(path) {
            Some(known) => merge_registers((known, &one.seen), (register, &other.seen)),
            None => register.clone(),
        };
        merged.registers.insert(path.clone(), together);
    }
    for (key, parent) in &other.places {
        // The root is the least, so it wins.
        let known = merged.places.entry(key.clone()).or_insert_with(|| parent.clone());
        *known = known.take().min(parent.clone());
    }
    for (id, happening) in &other.activity {
        let known = merged.activity.entry(id.clone()).or_insert_with(|| happening.clone());
        if happening.canonical() > known.canonical() {
            *known = happening.clone();
        }
    }
    merged.place_all();
    if merged.places.len() > MAX_NODES {
        return Err(MergeError::TooManyNodes);
    }
    settle_places(&mut merged.places);
    merged.trim_activity();
    Ok(merged)
}

/// The places of nodes that two copies put in different places, for their authors to look at.
pub fn places_in_dispute<'d>(one: &'d Document, other: &'d Document) -> impl Iterator<Item = &'d str> {
    one.places
        .iter()
        .filter(|(key, parent)| other.places.get(*key).is_some_and(|there| there != *parent))
        .map(|(key, _)| key.as_str())
}

type Seen = BTreeMap<String, u64>;

/// What survives of two registers: an edit that both have, or that the other side has not seen.
fn merge_registers(one: (&Register, &Seen), other: (&Register, &Seen)) -> Register {
    let mut merged = Register::default();
    let mut take = |(register, _): (&Register, &Seen), (there, seen): (&Register, &Seen)| {
        let known: BTreeSet<&Edit> = there.alternatives().iter().map(|known| &known.edit).collect();
        for alternative in register.alternatives() {
            if known.contains(&alternative.edit) || !is_covered(&alternative.edit, seen) {
                merged.add(alternative.clone());
            }
        }
    };
    take(one, other);
    take(other, one);
    if merged.alternatives().is_empty() {
        // Only files that were damaged by hand come here; nothing is lost of them.
        let both = one.0.alternatives().iter().chain(other.0.alternatives());
        both.cloned().for_each(|alternative: Alternative| merged.add(alternative));
    }
    merged
}

fn is_covered(edit: &Edit, seen: &Seen) -> bool {
    edit.counter == 0 || seen.get(&edit.replica).is_some_and(|counter| *counter >= edit.counter)
}

/// Cuts what only hands can make: of nodes that lie in each other in a circle, the one with the
/// smallest key goes to the root, and so does a node that would lie too deep or in nothing.
pub(super) fn settle_places(places: &mut BTreeMap<String, Option<String>>) {
    let keys: Vec<String> = places.keys().cloned().collect();
    for key in &keys {
        let parent_is_known = match places.get(key) {
            Some(Some(parent)) => places.contains_key(parent),
            _ => true,
        };
        if !parent_is_known {
            places.insert(key.clone(), None);
        }
    }
    // In the order of the keys the first of a circle is its smallest.
    for key in &keys {
        if leads_back(places, key) {
            places.insert(key.clone(), None);
        }
    }
    // From the top down: what lies in a node that is moved is measured from its new place.
    let before = places.clone();
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    for key in before.keys() {
        let mut way = Vec::new();
        let mut at = Some(key.as_str());
        while let Some(key) = at.filter(|key| !depths.contains_key(key)) {
            way.push(key);
            at = before.get(key).and_then(Option::as_deref);
        }
        let mut depth = at.and_then(|key| depths.get(key)).copied().unwrap_or(0);
        for key in way.into_iter().rev() {
            depth += 1;
            if depth > MAX_NODE_DEPTH {
                places.insert(key.to_owned(), None);
                depth = 1;
            }
            depths.insert(key, depth);
        }
    }
}

/// Whether the way up from a node comes to the node itself.
fn leads_back(places: &BTreeMap<String, Option<String>>, key: &str) -> bool {
    let above = places.get(key).and_then(Option::as_deref);
    let way = std::iter::successors(above, |at| places.get(*at)?.as_deref());
    way.take(places.len()).any(|at| at == key)
}

#[cfg(test)]
mod tests;
