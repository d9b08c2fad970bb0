//! What a team should look at in its process file: what is wrong with the form, fields that wait for
//! a choice, oddities of the tree, and what looks personal, because the file may go into Git.

use std::collections::BTreeMap;

use super::read::{Reading, read_process};
use super::state::Document;
use super::tree::{Oddity, oddities};
use crate::content::yaml::{Located, Yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::personal_data::{PersonalDataKind, find_personal_data};

/// Checks a file. `file` is its name in the diagnostics.
pub fn check_process(file: &str, bytes: &[u8]) -> Diagnostics {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let mut diagnostics = Diagnostics::new();
        let message = "the file is not written in UTF-8";
        let help = "save it again with the encoding UTF-8";
        diagnostics.push(Diagnostic::error(Code::NotUtf8, file, message).at(Position::START).help(help));
        return diagnostics;
    };
    let Reading { document, mut diagnostics, tree } = read_process(file, text);
    let found = tree.as_ref().map(Places::of).unwrap_or_default();
    diagnostics.extend(found.personal(file));
    if let Some(document) = &document {
        diagnostics.extend(found.open_choices(file, document));
        diagnostics.extend(found.odd(file, document));
    }
    diagnostics.sort();
    let lines: Vec<&str> = text.lines().collect();
    for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.excerpt.is_none()) {
        let line = diagnostic.position.and_then(|at| lines.get(at.line as usize - 1));
        diagnostic.excerpt = line.map(|line| line.chars().take(400).collect());
    }
    diagnostics
}

/// Where things stand in a file.
#[derive(Default)]
struct Places<'t> {
    /// The first of the other values of a field, by its path.
    also: BTreeMap<&'t str, Position>,
    /// The nodes, by key.
    nodes: BTreeMap<&'t str, Position>,
    /// Every text that people wrote.
    texts: Vec<&'t Located>,
}

impl<'t> Places<'t> {
    fn of(tree: &'t Located) -> Places<'t> {
        let mut places = Places::default();
        for (name, value) in entries(tree) {
            match name {
                // The program's own lines, and a picture, whose letters may look like anything.
                "process" | "id" | "cloned-from" | "seen" | "edits" | "logo" => {}
                "also" => places.others(value),
                "nodes" => places.siblings(value),
                _ => places.take_texts(value),
            }
        }
        places
    }

    fn others(&mut self, tree: &'t Located) {
        for item in items(tree) {
            for (name, value) in entries(item) {
                match (name, &value.value) {
                    ("field", Yaml::Text(path, _)) => {
                        self.also.entry(path).or_insert(value.position);
                    }
                    ("value", _) => self.take_texts(value),
                    _ => {}
                }
            }
        }
    }

    fn siblings(&mut self, tree: &'t Located) {
        for item in items(tree) {
            for (name, value) in entries(item) {
                match (name, &value.value) {
                    ("node" | "id", Yaml::Text(key, _)) => {
                        self.nodes.entry(key).or_insert(value.position);
                    }
                    ("position", _) => {}
                    ("children", _) => self.siblings(value),
                    _ => self.take_texts(value),
                }
            }
        }
    }

    fn take_texts(&mut self, tree: &'t Located) {
        match &tree.value {
            Yaml::Text(..) => self.texts.push(tree),
            Yaml::List(items) => items.iter().for_each(|item| self.take_texts(item)),
            Yaml::Map(entries) => entries.iter().for_each(|(_, value)| self.take_texts(value)),
            _ => {}
        }
    }

    fn personal(&self, file: &str) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for tree in &self.texts {
            let Yaml::Text(text, _) = &tree.value else { continue };
            for personal in find_personal_data(text) {
                let what = match personal.kind {
                    PersonalDataKind::EmailAddress => "an e-mail address of a person",
                    PersonalDataKind::PhoneNumber => "a telephone number",
                    PersonalDataKind::PersonalCode(_) => "a personal code",
                };
                let help = "take it out before the file goes into Git, where it would stay; \
                            a name and an account of the team's forge are enough";
                found.push(
                    Diagnostic::warning(Code::PersonalData, file, format!("this looks like {what}"))
                        .at(tree.position_in_text(personal.range.start))
                        .help(help),
                );
            }
        }
        found
    }

    fn open_choices(&self, file: &str, document: &Document) -> Vec<Diagnostic> {
        let choices = document.conflicts().map(|path| {
            let message = format!("“{path}” has two values, and nobody has chosen yet");
            let help = "open the file in the workspace and choose; \
                        or write the right value in its place and delete the item here";
            Diagnostic::warning(Code::TwoValues, file, message).at(self.also.get(path).copied()).help(help)
        });
        choices.collect()
    }

    fn odd(&self, file: &str, document: &Document) -> Vec<Diagnostic> {
        let at = |key: &str| self.nodes.get(key).copied();
        let odd = oddities(document).into_iter().map(|oddity| match oddity {
            Oddity::Dangling { key, named } => {
                let message = format!("“{key}” needs “{named}” to be done first, but there is no such node");
                let help = "name another node, or delete it from `prerequisites`";
                Diagnostic::warning(Code::DanglingNode, file, message).at(at(&key)).help(help)
            }
            Oddity::Circle(keys) => {
                let way: Vec<String> =
                    keys.iter().chain(keys.first()).map(|key| format!("“{key}”")).collect();
                let message =
                    format!("these nodes need each other to be done first: {}", way.join(", then "));
                let help = "take one of them out of the `prerequisites` of another";
                let first = keys.first().and_then(|key| at(key));
                Diagnostic::warning(Code::Cycle, file, message).at(first).help(help)
            }
            Oddity::Level { key, level, above } => {
                let message =
                    format!("“{key}” has the level {level}, but lies in a node of the level {above}");
                let help = "correct or delete the line `level`; without it the depth decides";
                Diagnostic::warning(Code::LevelMismatch, file, message).at(at(&key)).help(help)
            }
        });
        odd.collect()
    }
}

fn entries(tree: &Located) -> impl Iterator<Item = (&str, &Located)> {
    let entries = match &tree.value {
        Yaml::Map(entries) => entries.as_slice(),
        _ => &[],
    };
    entries.iter().map(|(key, value)| (key.text.as_str(), value))
}

fn items(tree: &Located) -> &[Located] {
    match &tree.value {
        Yaml::List(items) => items,
        _ => &[],
    }
}
