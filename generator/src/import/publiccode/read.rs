//! A map of a publiccode.yml, of which keys are taken one by one. A value of another type than the
//! standard gives it is reported and left out; what nobody took is reported by `rest`.

use super::shown;
use crate::content::yaml::{Key, Located, Yaml};
use crate::import::report::Findings;

/// The keys that are still to be taken.
#[derive(Debug)]
pub struct Fields {
    /// The path of the map, such as `legal.`; empty at the top.
    place: String,
    entries: Vec<(Key, Located)>,
}

impl Fields {
    /// The map in a value. A key that stands twice is taken once.
    pub fn new(tree: Located, place: &str, findings: &mut Findings) -> Result<Fields, String> {
        let at = tree.position;
        let described = tree.describe();
        let Yaml::Map(entries) = tree.value else {
            return Err(format!("line {}: a map of keys is needed, not {described}", at.line));
        };
        let mut fields = Fields { place: place.to_owned(), entries: Vec::new() };
        for (key, value) in entries {
            if fields.entries.iter().any(|(known, _)| known.text == key.text) {
                let met = format!("{place}{} stands again on line {}", key.text, key.position.line);
                findings.other(met, "only the first taken");
            } else {
                fields.entries.push((key, value));
            }
        }
        Ok(fields)
    }

    /// The path of a key, for messages.
    pub fn path(&self, key: &str) -> String {
        format!("{}{key}", self.place)
    }

    fn take(&mut self, key: &str) -> Option<Located> {
        let index = self.entries.iter().position(|(known, _)| known.text == key)?;
        Some(self.entries.remove(index).1).filter(|value| value.value != Yaml::Null)
    }

    /// Reports a value of another type.
    fn wrong(&self, key: &str, value: &Located, needed: &str, findings: &mut Findings) {
        findings.other(
            format!(
                "{} on line {} is {}, not {needed}",
                self.path(key),
                value.position.line,
                shown(&value.describe())
            ),
            "left out",
        );
    }

    /// A text; a number is one, too.
    pub fn text(&mut self, key: &str, findings: &mut Findings) -> Option<String> {
        let value = self.take(key)?;
        match scalar(&value.value) {
            Some(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
            Some(_) => None,
            None => {
                self.wrong(key, &value, "a text", findings);
                None
            }
        }
    }

    /// A list of texts; one text alone is a list of one.
    pub fn texts(&mut self, key: &str, findings: &mut Findings) -> Vec<String> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let items = match value.value {
            Yaml::List(items) => items,
            _ => vec![value],
        };
        let mut texts = Vec::new();
        for item in items {
            match scalar(&item.value).map(|text| text.trim().to_owned()) {
                Some(text) if text.is_empty() || texts.contains(&text) => {}
                Some(text) => texts.push(text),
                None => self.wrong(key, &item, "a text", findings),
            }
        }
        texts
    }

    /// The map of a key.
    pub fn map(&mut self, key: &str, findings: &mut Findings) -> Option<Fields> {
        let value = self.take(key)?;
        let place = format!("{}.", self.path(key));
        if !matches!(value.value, Yaml::Map(_)) {
            self.wrong(key, &value, "a map", findings);
            return None;
        }
        Fields::new(value, &place, findings).ok()
    }

    /// The maps of a list.
    pub fn maps(&mut self, key: &str, findings: &mut Findings) -> Vec<Fields> {
        let Some(value) = self.take(key) else { return Vec::new() };
        let place = format!("{}.", self.path(key));
        let Yaml::List(items) = value.value else {
            self.wrong(key, &value, "a list", findings);
            return Vec::new();
        };
        let mut maps = Vec::new();
        for item in items {
            if matches!(item.value, Yaml::Map(_)) {
                maps.extend(Fields::new(item, &place, findings).ok());
            } else {
                self.wrong(key, &item, "a map", findings);
            }
        }
        maps
    }

    /// The maps of every key, as those of languages.
    pub fn each_map(mut self, findings: &mut Findings) -> Vec<(String, Fields)> {
        let keys: Vec<String> = self.entries.iter().map(|(key, _)| key.text.clone()).collect();
        keys.into_iter().filter_map(|key| self.map(&key, findings).map(|map| (key, map))).collect()
    }

    /// Reports every key that nobody took, with what it says; where that can be the name of a person,
    /// without it, because the report is kept in Git.
    pub fn rest(self, findings: &mut Findings) {
        for (key, value) in &self.entries {
            if can_name_people(&key.text) {
                findings.other(
                    format!("{}{} can name people", self.place, key.text),
                    "left out, also of this report",
                );
            } else if value.value != Yaml::Null {
                findings.homeless(format!("{}{} = {}", self.place, key.text, shown(&said(&value.value))));
            }
        }
    }
}

/// Whether a key, of the standard or of others, is for somebody's name: `mainCopyrightOwner`,
/// `repoOwner`, `fundedBy`, `contractors`, `x-authors`.
fn can_name_people(key: &str) -> bool {
    let key = key.to_lowercase();
    let parts = ["owner", "author", "fundedby", "contact", "contractor", "maintainer", "person", "name"];
    parts.iter().any(|part| key.contains(part))
}

fn scalar(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Text(text, _) => Some(text.clone()),
        Yaml::Number(number) => Some(number.clone()),
        _ => None,
    }
}

/// What a value says, in one line.
fn said(value: &Yaml) -> String {
    match value {
        Yaml::Null => String::new(),
        Yaml::Flag(flag) => flag.to_string(),
        Yaml::Number(text) | Yaml::Text(text, _) => text.clone(),
        Yaml::List(items) => items.iter().map(|item| said(&item.value)).collect::<Vec<_>>().join(", "),
        Yaml::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{}: {}", key.text, said(&value.value)));
            entries.collect::<Vec<_>>().join("; ")
        }
    }
}
