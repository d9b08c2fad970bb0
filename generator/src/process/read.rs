//! The text of a process file -> its state, or everything that is wrong with it. What the browser
//! reads with `process-file.js` is read by the same rules here; `hand` turns what was changed with an
//! editor into edits.

mod edits;
mod hand;
mod nodes;
mod values;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::fields::{FORM, MAX_FILE, Part, TOP, is_process_id, parse_counter};
use super::state::{Alternative, Document, Edit, Happening, Value};
use crate::content::yaml::{Key, Located, Yaml, parse_texts};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::nearest::nearest;

/// What reading a file gives.
#[derive(Debug)]
pub struct Reading {
    /// The state; none where there are errors.
    pub document: Option<Document>,
    /// What is wrong, in the order of the file.
    pub diagnostics: Diagnostics,
    /// The tree of the file, to look up places in.
    pub tree: Option<Located>,
}

/// Reads a file. `file` is its name in the diagnostics.
pub fn read_process(file: &str, text: &str) -> Reading {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = Reader::new(file);
    let tree = reader.tree(text);
    let id = tree.as_ref().and_then(|tree| reader.top(tree));
    let mut diagnostics = std::mem::take(&mut reader.diagnostics);
    diagnostics.sort();
    let document = id.filter(|_| !diagnostics.has_errors()).map(|id| reader.settle(id));
    Reading { document, diagnostics, tree }
}

/// What to do about the id of a process.
const PROCESS_ID: &str = "it has 32 of the characters 0 to 9 and a to f";

/// What has been read of a file so far.
struct Reader<'f> {
    file: &'f str,
    diagnostics: Diagnostics,
    /// The values that stand in the file, by path.
    values: BTreeMap<String, Value>,
    /// The nodes that stand in the file, each with its parent.
    places: BTreeMap<String, Option<String>>,
    /// The positions of nodes that stand in the file without one.
    spread: BTreeMap<String, String>,
    activity: BTreeMap<String, Happening>,
    seen: BTreeMap<String, u64>,
    /// The edit of the value that is shown, and the digest of that value.
    edits: BTreeMap<String, (Edit, String)>,
    /// The other values.
    also: Vec<(String, Alternative)>,
}

impl<'f> Reader<'f> {
    fn new(file: &'f str) -> Reader<'f> {
        Reader {
            file,
            diagnostics: Diagnostics::new(),
            values: BTreeMap::new(),
            places: BTreeMap::new(),
            spread: BTreeMap::new(),
            activity: BTreeMap::new(),
            seen: BTreeMap::new(),
            edits: BTreeMap::new(),
            also: Vec::new(),
        }
    }

    fn error(&mut self, code: Code, at: Position, message: impl Into<String>, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, self.file, message).at(at).help(help));
    }

    fn tree(&mut self, text: &str) -> Option<Located> {
        if text.len() > MAX_FILE {
            let message = format!("the file is larger than {} MiB", MAX_FILE / 1024 / 1024);
            let help = "a process has room for 5,000 nodes; is this the right file?";
            self.error(Code::TooLarge, Position::START, message, help);
            return None;
        }
        parse_texts(text)
            .map_err(|error| {
                let mut diagnostic = Diagnostic::error(error.code, self.file, error.message);
                diagnostic.position = Some(error.position.unwrap_or(Position::START));
                diagnostic.help = error.help;
                self.diagnostics.push(diagnostic);
            })
            .ok()
    }

    /// Reads the map of the whole file; tells the id.
    fn top(&mut self, tree: &Located) -> Option<String> {
        if let Yaml::Text(..) | Yaml::List(_) = tree.value {
            let message = format!("a process file is a map of fields, not {}", tree.describe());
            self.error(Code::NoProcess, tree.position, message, "write one `field: value` a line");
            return None;
        }
        self.is_ours(tree)?;
        let (mut id, mut at) = (None, tree.position);
        let mut names = vec!["process", "id"];
        names.extend(TOP.iter().map(|part| part.name()));
        names.extend(["nodes", "activity", "seen", "edits", "also"]);
        for (key, value) in self.entries(tree) {
            match key.text.as_str() {
                "process" => {}
                "id" => {
                    id = Some(String::new());
                    match &value.value {
                        Yaml::Text(text, _) if is_process_id(text) => id = Some(text.clone()),
                        Yaml::Null => id = None,
                        _ => {
                            let shown = match &value.value {
                                Yaml::Text(text, _) => quoted(text),
                                _ => value.describe(),
                            };
                            let message = format!("{shown} in `id` is no id of a process");
                            self.error(Code::BadId, value.position, message, PROCESS_ID);
                        }
                    }
                    if id.is_none() {
                        at = key.position;
                    }
                }
                "nodes" => self.nodes(key, value),
                "activity" => self.activity(key, value),
                "seen" => self.seen(key, value),
                "edits" => self.edits(key, value),
                "also" => self.also(key, value),
                name => match TOP.iter().find(|part| part.name() == name) {
                    Some(Part::Field(field)) => self.field(field.name.to_owned(), field, value),
                    Some(Part::Items(collection)) => self.items("", collection, key, value),
                    None => self.unknown_field(key, &names),
                },
            }
        }
        if id.is_none() {
            let help = "take the line `id: …` from another copy of the process";
            self.error(Code::MissingField, at, "the field `id` is missing", help);
        }
        id
    }

    /// Whether this is a process file that can be read here.
    fn is_ours(&mut self, tree: &Located) -> Option<()> {
        let form = match &tree.value {
            Yaml::Map(entries) => entries.iter().find(|(key, _)| key.text == "process"),
            _ => None,
        };
        let number = match form.map(|(_, value)| &value.value) {
            Some(Yaml::Text(text, _)) if text.len() <= 9 => parse_counter(text),
            _ => None,
        };
        let at = form.map_or(Position::START, |(_, value)| value.position);
        match number {
            Some(FORM) => Some(()),
            Some(number) if number > FORM => {
                let message = format!(
                    "made by a newer version of the workspace: form {number}, this program reads form {FORM}"
                );
                self.error(Code::NewerVersion, at, message, "take a newer version of this program");
                None
            }
            _ => {
                let message = "this is no process file: it does not begin with `process: 1`";
                let help = "choose the file `process.yaml` that the workspace has saved";
                self.error(Code::NoProcess, at, message, help);
                None
            }
        }
    }

    /// The entries of a map without its repeated keys.
    fn entries<'t>(&mut self, tree: &'t Located) -> Vec<(&'t Key, &'t Located)> {
        let Yaml::Map(entries) = &tree.value else { return Vec::new() };
        let mut known: BTreeMap<&str, Position> = BTreeMap::new();
        let mut kept = Vec::new();
        for (key, value) in entries {
            if let Some(first) = known.get(key.text.as_str()) {
                let name = quoted(&key.text);
                let message = format!("{name} stands here twice; the first is on line {}", first.line);
                self.error(Code::DuplicateKey, key.position, message, "keep one of the two");
                continue;
            }
            known.insert(&key.text, key.position);
            kept.push((key, value));
        }
        kept
    }

    /// The entries of a value that has to be a map; there are none where it is absent.
    fn fields_of<'t>(&mut self, key: &Key, tree: &'t Located) -> Vec<(&'t Key, &'t Located)> {
        if !matches!(tree.value, Yaml::Map(_) | Yaml::Null) {
            self.wrong_type(&format!("`{}`", key.text), tree, "a map", "write one `key: value` a line");
        }
        self.entries(tree)
    }

    fn unknown_field(&mut self, key: &Key, names: &[&str]) {
        let help = match nearest(&key.text, names.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => format!("the fields are: {}", names.join(", ")),
        };
        let message = format!("there is no field {} here", quoted(&key.text));
        self.error(Code::UnknownField, key.position, message, help);
    }

    fn wrong_type(&mut self, name: &str, tree: &Located, needed: &str, help: &str) {
        let message = format!("{name} needs {needed}, not {}", tree.describe());
        self.error(Code::WrongType, tree.position, message, help);
    }
}

/// A text for a message: its beginning, on one line.
fn quoted(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    let rest = if short.len() < text.len() { "…" } else { "" };
    format!("“{}{rest}”", short.replace(char::is_control, " "))
}
