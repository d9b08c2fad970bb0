//! The state of a process: registers with their alternatives, how an edit changes them, what is
//! shown. `merge` brings two states together, `read` and `write` stand between it and the file.
//!
//! A register holds what several people set one field to. An edit replaces every alternative its
//! writer has seen; two who did not see each other leave two, and both are kept until somebody
//! chooses. Nothing is ever taken out of the registers: a cleared field keeps an alternative without
//! a value, a removed item has the field `removed`.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::digest::canonical;
use super::fields::{MAX_ACTIVITY, MAX_COUNTER, MAX_NODE_DEPTH, field_of, is_key, node_of};
use super::tree::spread;
use unicode_normalization::UnicodeNormalization as _;

/// The replica of positions that nobody has set; its counter is 0, so every edit supersedes it.
pub const NOBODY: &str = "h0000000";

/// The value of a field. Absent values are `None` around it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// A text.
    Text(String),
    /// A list of texts; never empty.
    List(Vec<String>),
}

impl Value {
    /// A text as registers hold it: composed letters, line feeds only. Nothing where it is empty.
    pub fn text(text: &str) -> Option<Value> {
        let text = normal(text);
        (!text.is_empty()).then_some(Value::Text(text))
    }

    /// A list as registers hold it: without empty items, nothing where none is left.
    pub fn list<'t>(items: impl IntoIterator<Item = &'t str>) -> Option<Value> {
        let items: Vec<String> = items.into_iter().map(normal).filter(|item| !item.is_empty()).collect();
        (!items.is_empty()).then_some(Value::List(items))
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            Value::List(_) => None,
        }
    }

    /// The items of a list; a text has none.
    pub fn items(&self) -> &[String] {
        match self {
            Value::Text(_) => &[],
            Value::List(items) => items,
        }
    }
}

/// A text with composed letters (NFC) and line feeds for every kind of line end.
pub fn normal(text: &str) -> String {
    if text.is_ascii() && !text.contains('\r') {
        return text.to_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect()
}

/// Who set a field, and when in the order of edits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// Greater than every counter its writer had seen.
    pub counter: u64,
    /// The writer: eight characters.
    pub replica: String,
}

impl Edit {
    /// The edit of a position that nobody has set.
    pub fn nobody() -> Edit {
        Edit { counter: 0, replica: NOBODY.to_owned() }
    }
}

impl std::fmt::Display for Edit {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} {}", self.counter, self.replica)
    }
}

/// One of the values that a field has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// Its edit.
    pub edit: Edit,
    /// Its value; `None` where the edit cleared the field.
    pub value: Option<Value>,
}

impl Ord for Alternative {
    fn cmp(&self, other: &Alternative) -> Ordering {
        self.edit.cmp(&other.edit).then_with(|| match (&self.value, &other.value) {
            (Some(_), Some(_)) => canonical(self.value.as_ref()).cmp(&canonical(other.value.as_ref())),
            (one, other) => one.is_some().cmp(&other.is_some()),
        })
    }
}

impl PartialOrd for Alternative {
    fn partial_cmp(&self, other: &Alternative) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The alternatives of a field, the least first. The last one is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register(Vec<Alternative>);

impl Register {
    /// A register with one alternative.
    pub fn of(edit: Edit, value: Option<Value>) -> Register {
        Register(vec![Alternative { edit, value }])
    }

    /// All alternatives, the least first.
    pub fn alternatives(&self) -> &[Alternative] {
        &self.0
    }

    /// The alternative that is shown: of the highest counter, then the greatest replica, then value.
    pub fn winner(&self) -> Option<&Alternative> {
        self.0.last()
    }

    /// The value that is shown.
    pub fn value(&self) -> Option<&Value> {
        self.winner()?.value.as_ref()
    }

    /// Whether somebody has to choose between different values. A position that nobody has set is
    /// no value to choose.
    pub fn is_open(&self) -> bool {
        let mut set = self.0.iter().filter(|alternative| alternative.edit.counter > 0);
        set.next().is_some_and(|first| set.any(|other| other.value != first.value))
    }

    /// Adds an alternative; one that is there already stays once.
    pub(super) fn add(&mut self, alternative: Alternative) {
        if let Err(place) = self.0.binary_search(&alternative) {
            self.0.insert(place, alternative);
        }
    }
}

/// Something that happened, for people to read. It is written once and never edited.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Happening {
    /// The day.
    pub date: String,
    /// The id of who did it.
    pub person: Option<String>,
    /// What: one of the codes of the table.
    pub what: String,
    /// The key of the node it is about.
    pub node: Option<String>,
    /// A word on it.
    pub detail: Option<String>,
}

impl Happening {
    /// Its values in the order of the table.
    pub fn values(&self) -> [Option<&str>; 5] {
        [
            Some(&self.date),
            self.person.as_deref(),
            Some(&self.what),
            self.node.as_deref(),
            self.detail.as_deref(),
        ]
    }

    /// What decides between two of one id: the greater is kept.
    pub(super) fn canonical(&self) -> String {
        let part = |value: Option<&str>| canonical(value.map(|text| Value::Text(text.to_owned())).as_ref());
        format!("[{}]", self.values().map(part).join(","))
    }
}

/// A process.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    pub(super) id: String,
    pub(super) seen: BTreeMap<String, u64>,
    pub(super) registers: BTreeMap<String, Register>,
    pub(super) places: BTreeMap<String, Option<String>>,
    pub(super) activity: BTreeMap<String, Happening>,
}

impl Document {
    /// A process without anything.
    pub fn new(id: impl Into<String>) -> Document {
        Document { id: id.into(), ..Document::default() }
    }

    /// Its id, which all copies share.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Per replica the highest counter of its edits that is in here.
    pub fn seen(&self) -> &BTreeMap<String, u64> {
        &self.seen
    }

    /// The fields by path.
    pub fn registers(&self) -> &BTreeMap<String, Register> {
        &self.registers
    }

    /// The nodes by key, each with the key of its parent; none for the root.
    pub fn places(&self) -> &BTreeMap<String, Option<String>> {
        &self.places
    }

    /// What happened, by id.
    pub fn activity(&self) -> &BTreeMap<String, Happening> {
        &self.activity
    }

    /// The value that is shown for a field.
    pub fn value(&self, path: &str) -> Option<&Value> {
        self.registers.get(path)?.value()
    }

    /// The text that is shown for a field.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.value(path)?.as_text()
    }

    /// The paths of the fields that wait for a choice between values.
    pub fn conflicts(&self) -> impl Iterator<Item = &str> {
        self.registers.iter().filter(|(_, register)| register.is_open()).map(|(path, _)| path.as_str())
    }

    /// The highest counter of all edits.
    pub fn highest_counter(&self) -> u64 {
        self.seen.values().copied().max().unwrap_or(0)
    }

    /// The counter of the next edit; it stays one that a file may hold.
    pub(super) fn next_counter(&self) -> u64 {
        (self.highest_counter() + 1).min(MAX_COUNTER)
    }

    /// Sets fields under one new counter and tells it; a field that has the value already and no
    /// other is left alone, and where that is all of them no counter is used. What the table of
    /// fields does not know cannot be set.
    pub fn set_fields(
        &mut self,
        replica: &str,
        changes: impl IntoIterator<Item = (String, Option<Value>)>,
    ) -> Option<u64> {
        let edit = Edit { counter: self.next_counter(), replica: replica.to_owned() };
        let mut changed = false;
        for (path, value) in changes {
            let is_same = match self.registers.get(&path).map(Register::alternatives) {
                Some([only]) => only.value == value,
                Some(_) => false,
                None => value.is_none(),
            };
            if is_same || field_of(&path).is_none() {
                continue;
            }
            changed = true;
            self.registers.insert(path, Register::of(edit.clone(), value));
        }
        changed.then(|| {
            self.seen.insert(edit.replica, edit.counter);
            edit.counter
        })
    }

    /// Puts a node below another, or at the root. One that has a place keeps it: places never change.
    /// Below what is no node of the process, or too deep, nothing can be put.
    pub fn add_node(&mut self, key: &str, parent: Option<&str>) {
        let above = |key: &str| self.places.get(key).cloned().flatten();
        let depth = 1 + std::iter::successors(parent.map(str::to_owned), |at| above(at)).count();
        let is_known = parent.is_none_or(|parent| self.places.contains_key(parent));
        if is_known && depth <= MAX_NODE_DEPTH && is_key(key) && !self.places.contains_key(key) {
            self.places.insert(key.to_owned(), parent.map(str::to_owned));
        }
    }

    /// Notes that something happened; of two with one id the one that is greater is kept.
    pub fn add_happening(&mut self, id: &str, happening: Happening) {
        let known = self.activity.entry(id.to_owned()).or_insert_with(|| happening.clone());
        if happening.canonical() > known.canonical() {
            *known = happening;
        }
        self.trim_activity();
    }

    /// The keys of the nodes that have registers.
    pub(super) fn known_nodes(&self) -> BTreeSet<&str> {
        self.registers.keys().filter_map(|path| node_of(path)).collect()
    }

    /// Whether a node is gone and nothing else is known of it: then it stands nowhere.
    pub(super) fn is_traceless(&self, key: &str) -> bool {
        let prefix = format!("node {key} ");
        let removed = format!("{prefix}removed");
        let registers = self.registers.range(prefix.clone()..);
        let mut of_it = registers.take_while(|(path, _)| path.starts_with(&prefix));
        self.text(&removed) == Some("true")
            && of_it.all(|(path, register)| *path == removed || register.value().is_none())
    }

    /// Gives every node a place that has none and is not without a trace: at the root, like a single node
    /// there.
    pub(super) fn place_all(&mut self) {
        let missing: Vec<String> = self
            .known_nodes()
            .into_iter()
            .filter(|key| !self.places.contains_key(*key) && !self.is_traceless(key))
            .map(str::to_owned)
            .collect();
        for key in missing {
            let position = self.registers.entry(format!("node {key} position")).or_default();
            if position.winner().is_none() {
                position.add(Alternative { edit: Edit::nobody(), value: Value::text(&spread(0, 1)) });
            }
            self.places.insert(key, None);
        }
    }

    /// Forgets all but the newest of what happened.
    pub(super) fn trim_activity(&mut self) {
        if self.activity.len() <= MAX_ACTIVITY {
            return;
        }
        let mut order: Vec<(String, String)> =
            self.activity.iter().map(|(id, happening)| (happening.date.clone(), id.clone())).collect();
        order.sort();
        let too_many = order.len() - MAX_ACTIVITY;
        for (_, id) in order.into_iter().take(too_many) {
            self.activity.remove(&id);
        }
    }
}
