//! What stands in a file -> the state. Every value is held against the digest that the program kept
//! of it: what differs was changed with an editor, and all of that together is one edit. Its counter
//! and replica follow from what was changed, so everybody who reads the same bytes gets the same.

use std::collections::BTreeSet;

use super::Reader;
use crate::process::digest::{canonical, digest, fnv};
use crate::process::fields::node_of;
use crate::process::state::{Alternative, Document, Edit, Value};

impl Reader<'_> {
    /// The state of a file without errors.
    pub(super) fn settle(mut self, id: String) -> Document {
        self.raise_seen();
        let mut document = Document::new(id);
        let mut by_hand: Vec<(String, Option<Value>)> = Vec::new();
        for path in self.paths() {
            if self.is_position_of_nobody(&path) {
                let value = node_of(&path).and_then(|key| self.spread.get(key));
                let value = value.and_then(|position| Value::text(position));
                let register = document.registers.entry(path).or_default();
                register.add(Alternative { edit: Edit::nobody(), value });
                continue;
            }
            let value = self.found(&path);
            match self.edits.get(&path) {
                Some((edit, kept)) if digest(value.as_ref()) == *kept => {
                    let register = document.registers.entry(path).or_default();
                    register.add(Alternative { edit: edit.clone(), value });
                }
                None if value.is_none() => {}
                _ => by_hand.push((path, value)),
            }
        }
        for (path, alternative) in std::mem::take(&mut self.also) {
            document.registers.entry(path).or_default().add(alternative);
        }
        document.seen = self.seen;
        if !by_hand.is_empty() {
            let edit = hand_edit(document.next_counter(), &by_hand);
            document.seen.insert(edit.replica.clone(), edit.counter);
            for (path, value) in by_hand {
                let register = document.registers.entry(path).or_default();
                register.add(Alternative { edit: edit.clone(), value });
            }
        }
        document.places = self.places;
        document.place_all();
        document.activity = self.activity;
        document.trim_activity();
        document
    }

    /// Every edit in the file has been seen by whoever wrote it.
    fn raise_seen(&mut self) {
        let edits = self.edits.values().map(|(edit, _)| edit);
        for edit in edits.chain(self.also.iter().map(|(_, alternative)| &alternative.edit)) {
            if edit.counter > 0 {
                let known = self.seen.entry(edit.replica.clone()).or_default();
                *known = (*known).max(edit.counter);
            }
        }
    }

    /// The paths of everything in the file, and of the marks of nodes that were taken out of it.
    fn paths(&self) -> BTreeSet<String> {
        let mut paths: BTreeSet<String> = self.values.keys().cloned().collect();
        paths.extend(self.edits.keys().cloned());
        paths.extend(self.spread.keys().map(|key| format!("node {key} position")));
        for key in self.edits.keys().filter_map(|path| node_of(path)) {
            if !self.places.contains_key(key) {
                paths.insert(format!("node {key} removed"));
            }
        }
        paths
    }

    /// Whether a position is absent because nobody ever set it.
    fn is_position_of_nobody(&self, path: &str) -> bool {
        let is_spread = node_of(path)
            .is_some_and(|key| path == format!("node {key} position") && self.spread.contains_key(key));
        is_spread && self.edits.get(path).is_none_or(|(edit, _)| edit.counter == 0)
    }

    /// What the file says of a field: its value; of a node that is not there, that it is removed.
    fn found(&self, path: &str) -> Option<Value> {
        if let Some(value) = self.values.get(path) {
            return Some(value.clone());
        }
        let key = node_of(path)?;
        let name = &path["node ".len() + key.len() + 1..];
        if !self.places.contains_key(key) {
            return (name == "removed").then(|| Value::Text("true".to_owned()));
        }
        // A position that somebody had set and somebody else deleted: the order of the file holds.
        // One that was cleared stays cleared.
        let was_set = self.edits.get(path).is_some_and(|(_, kept)| *kept != digest(None));
        let position = self.spread.get(key).filter(|_| name == "position" && was_set)?;
        Value::text(position)
    }
}

/// The edit of everything that was changed by hand, in the order of the paths.
fn hand_edit(counter: u64, changes: &[(String, Option<Value>)]) -> Edit {
    let mut lines = String::new();
    for (path, value) in changes {
        lines.push_str(&format!("{path} {}\n", canonical(value.as_ref())));
    }
    let name = format!("{:08x}", fnv(lines.as_bytes()));
    Edit { counter, replica: format!("h{}", &name[..7]) }
}
