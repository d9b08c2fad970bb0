//! A map that was checked against its definition: every value has the shape its field asks for.
//! What was wrong is left out and stands in the diagnostics.

use crate::diagnostic::Position;
use crate::model::entry::Day;
use crate::model::site::ByLanguage;
use crate::model::slug::Slug;

/// A checked map: its fields in the order they were written.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// Where the map begins.
    pub position: Option<Position>,
    pub(super) fields: Vec<(&'static str, Value)>,
}

/// A checked value.
#[derive(Debug, Clone)]
pub enum Value {
    /// Any kind of text, and where it stands.
    Text(String, Position),
    /// True or false.
    Flag(bool),
    /// A list of checked values.
    List(Vec<Value>),
    /// A checked map with fields of its own.
    Record(Record),
    /// A map with names of the author's choice, and where each stands.
    Map(Vec<(String, Position, Value)>),
}

impl Value {
    /// The text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text, _) => Some(text),
            _ => None,
        }
    }

    /// The texts of a map, by name.
    pub fn texts_by_name(&self) -> ByLanguage {
        match self {
            Value::Map(entries) => entries
                .iter()
                .filter_map(|(name, _, value)| Some((name.clone(), value.text()?.to_owned())))
                .collect(),
            _ => ByLanguage::new(),
        }
    }

    /// The map with fields of its own, if it is one.
    pub fn record(&self) -> Option<&Record> {
        match self {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }
}

impl Record {
    /// The value of a field.
    pub fn get(&self, field: &str) -> Option<&Value> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// The fields, in the order they were written.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.fields.iter().map(|(name, value)| (*name, value))
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.get(field)?.text()
    }

    /// The text of a field, as its own.
    pub fn owned(&self, field: &str) -> Option<String> {
        self.text(field).map(str::to_owned)
    }

    /// Where the text of a field stands.
    pub fn position(&self, field: &str) -> Option<Position> {
        match self.get(field)? {
            Value::Text(_, position) => Some(*position),
            _ => None,
        }
    }

    /// The slug of a field.
    pub fn slug(&self, field: &str) -> Option<Slug> {
        Slug::parse(self.text(field)?).ok()
    }

    /// The day of a field.
    pub fn day(&self, field: &str) -> Option<Day> {
        Day::parse(self.text(field)?)
    }

    /// The number of a field.
    pub fn number(&self, field: &str) -> Option<u64> {
        self.text(field)?.parse().ok()
    }

    /// Whether a flag is set.
    pub fn flag(&self, field: &str) -> bool {
        matches!(self.get(field), Some(Value::Flag(true)))
    }

    /// The values of a list.
    pub fn list(&self, field: &str) -> &[Value] {
        match self.get(field) {
            Some(Value::List(values)) => values,
            _ => &[],
        }
    }

    /// The texts of a list.
    pub fn texts(&self, field: &str) -> Vec<String> {
        self.list(field).iter().filter_map(Value::text).map(str::to_owned).collect()
    }

    /// The slugs of a list.
    pub fn slugs(&self, field: &str) -> Vec<Slug> {
        self.list(field).iter().filter_map(Value::text).filter_map(|text| Slug::parse(text).ok()).collect()
    }

    /// The records of a list.
    pub fn records(&self, field: &str) -> impl Iterator<Item = &Record> {
        self.list(field).iter().filter_map(Value::record)
    }

    /// The record of a field.
    pub fn record(&self, field: &str) -> Option<&Record> {
        self.get(field)?.record()
    }

    /// The entries of a map with names of the author's choice.
    pub fn map(&self, field: &str) -> &[(String, Position, Value)] {
        match self.get(field) {
            Some(Value::Map(entries)) => entries,
            _ => &[],
        }
    }

    /// The texts of a map, by name.
    pub fn texts_by_name(&self, field: &str) -> ByLanguage {
        self.get(field).map(Value::texts_by_name).unwrap_or_default()
    }
}
