//! Files of the seed -> records: JSON objects that are taken apart key by key, first step of the
//! flow. A value of an unexpected type is reported and left out; what nobody took is handed back,
//! so that nothing is lost in silence. Nothing here knows which keys an entity has.

use super::super::disk::read_text;
use super::report::{Findings, mask_personal_data, quote};
use super::text::{clean, undo_escapes};
use crate::media::is_system_file;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A text per language code.
pub type Texts = BTreeMap<String, String>;

/// A JSON object of which keys are taken one by one.
#[derive(Debug, Default)]
pub struct Record(BTreeMap<String, Value>);

impl Record {
    /// The object in a value, else nothing.
    pub fn from_value(value: Value) -> Option<Record> {
        match value {
            Value::Object(map) => Some(Record(map.into_iter().collect())),
            _ => None,
        }
    }

    /// A text, cleaned; an empty one is absent and reported as a dead field.
    pub fn text(&mut self, key: &str, findings: &mut Findings) -> Option<String> {
        match self.0.remove(key)? {
            Value::String(text) if text.trim().is_empty() => {
                findings.defect(29, format!("{key} is empty"), "left out");
                None
            }
            Value::String(text) => Some(clean(&text)),
            Value::Null => None,
            other => {
                wrong_type(key, &other, "a text", findings);
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, key: &str, findings: &mut Findings) -> Option<bool> {
        match self.0.remove(key)? {
            Value::Bool(flag) => Some(flag),
            Value::Null => None,
            other => {
                wrong_type(key, &other, "true or false", findings);
                None
            }
        }
    }

    /// A text per language, as written. Empty ones are kept here: whether emptiness is a missing
    /// translation or a dead field is for the caller to say.
    pub fn raw_texts(&mut self, key: &str, findings: &mut Findings) -> Texts {
        let mut texts = Texts::new();
        for (language, value) in self.by_language(key, findings) {
            match value {
                Value::String(text) => {
                    texts.insert(language, text);
                }
                Value::Null => {}
                other => wrong_type(&format!("{key}.{language}"), &other, "a text", findings),
            }
        }
        texts
    }

    /// A text per language, cleaned; `empty` is the class that an empty one is reported under.
    pub fn texts(&mut self, key: &str, empty: u8, findings: &mut Findings) -> Texts {
        let mut texts = Texts::new();
        for (language, raw) in self.raw_texts(key, findings) {
            let undone = undo_escapes(&raw);
            if undone != raw {
                findings.other(format!("{key}.{language} was escaped twice (\\n or \\u…)"), "undone");
            }
            let text = clean(&undone);
            if text.is_empty() {
                findings.defect(empty, format!("{key}.{language} is empty"), "treated as absent");
                continue;
            }
            let text = mask_personal_data(&format!("{key}.{language}"), &text, findings);
            if raw.contains('\r') {
                findings.defect(
                    25,
                    format!("carriage returns in {key}.{language}"),
                    "made ordinary line ends",
                );
            }
            if key.starts_with("name") && raw.trim() != raw {
                findings.defect(25, format!("spaces around {key}.{language}"), "taken off");
            }
            texts.insert(language, text);
        }
        texts
    }

    /// A list of texts per language.
    pub fn lists(&mut self, key: &str, findings: &mut Findings) -> BTreeMap<String, Vec<String>> {
        let mut lists = BTreeMap::new();
        for (language, value) in self.by_language(key, findings) {
            lists.insert(language.clone(), as_list(&format!("{key}.{language}"), value, findings));
        }
        lists
    }

    /// A list of texts.
    pub fn list(&mut self, key: &str, findings: &mut Findings) -> Vec<String> {
        self.0.remove(key).map(|value| as_list(key, value, findings)).unwrap_or_default()
    }

    /// A list of objects.
    pub fn records(&mut self, key: &str, findings: &mut Findings) -> Vec<Record> {
        match self.0.remove(key) {
            Some(Value::Array(values)) => values
                .into_iter()
                .filter_map(|value| {
                    let shown = value.to_string();
                    let record = Record::from_value(value);
                    if record.is_none() {
                        findings.other(format!("{key} holds {}, not an object", quote(&shown)), "left out");
                    }
                    record
                })
                .collect(),
            None | Some(Value::Null) => Vec::new(),
            Some(other) => {
                wrong_type(key, &other, "a list of objects", findings);
                Vec::new()
            }
        }
    }

    /// An object, left in place.
    pub fn peek(&self, key: &str) -> Option<&Value> {
        self.0.get(key)
    }

    /// Reports what nobody took as values without a place.
    pub fn report_rest(self, findings: &mut Findings) {
        for (key, value) in self.0 {
            match &value {
                Value::Null => {}
                Value::String(text) if text.trim().is_empty() => {
                    findings.defect(29, format!("{key} is empty"), "left out");
                }
                _ => findings.homeless(format!("{key} = {value}")),
            }
        }
    }

    fn by_language(&mut self, key: &str, findings: &mut Findings) -> BTreeMap<String, Value> {
        let map = match self.0.remove(key) {
            Some(Value::Object(map)) => map,
            None | Some(Value::Null) => return BTreeMap::new(),
            // Some years write one text where others write a map; it is in English then.
            Some(text @ (Value::String(_) | Value::Array(_))) => {
                return BTreeMap::from([("en".to_owned(), text)]);
            }
            Some(other) => {
                wrong_type(key, &other, "a map of languages", findings);
                return BTreeMap::new();
            }
        };
        let mut by_language = BTreeMap::new();
        for (language, value) in map {
            let code = language.trim().to_ascii_lowercase();
            if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()) {
                by_language.insert(code, value);
            } else {
                findings.homeless(format!("{key}.{language} = {value} (no language code of two letters)"));
            }
        }
        by_language
    }
}

fn wrong_type(key: &str, value: &Value, expected: &str, findings: &mut Findings) {
    findings.homeless(format!("{key} = {value} ({expected} was expected)"));
}

fn as_list(key: &str, value: Value, findings: &mut Findings) -> Vec<String> {
    match value {
        Value::Array(values) => values
            .into_iter()
            .filter_map(|value| match value {
                Value::String(text) => Some(clean(&text)).filter(|text| !text.is_empty()),
                Value::Null => None,
                other => {
                    wrong_type(key, &other, "a text", findings);
                    None
                }
            })
            .collect(),
        Value::String(text) => Some(clean(&text)).filter(|text| !text.is_empty()).into_iter().collect(),
        Value::Null => Vec::new(),
        other => {
            wrong_type(key, &other, "a list of texts", findings);
            Vec::new()
        }
    }
}

/// The JSON in a file, or why there is none.
pub fn read_json(path: &Path) -> Result<Value, String> {
    let text = read_text(path)?;
    serde_json::from_str(&text).map_err(|error| format!("it is not valid JSON ({error})"))
}

/// A file or folder of a listing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: ListedKind,
}

/// What a listed name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListedKind {
    /// A folder.
    Folder,
    /// An ordinary file.
    File,
    /// A file of an office program or an operating system that means nothing to us, by the rule
    /// of `media`; also what has a colon in its name, which Windows cannot hold.
    System,
    /// A symbolic link or a device: never followed, because it may lead out of the source.
    Special,
}

/// What lies in a folder, sorted by name. A folder that is not there is empty.
pub fn list_folder(folder: &Path) -> Vec<Listed> {
    let Ok(listing) = fs::read_dir(folder) else { return Vec::new() };
    let mut listed: Vec<Listed> = listing
        .filter_map(Result::ok)
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = match entry.file_type() {
                _ if is_system_name(&name) => ListedKind::System,
                Ok(file_type) if file_type.is_dir() => ListedKind::Folder,
                Ok(file_type) if file_type.is_file() => ListedKind::File,
                _ => ListedKind::Special,
            };
            Listed { name, kind }
        })
        .collect();
    listed.sort();
    listed
}

fn is_system_name(name: &str) -> bool {
    is_system_file(name) || name.contains(':')
}

/// Whether a file is only the pointer that Git LFS or git-annex leaves for a missing binary.
pub fn is_pointer(path: &Path) -> bool {
    let is_small = fs::metadata(path).is_ok_and(|metadata| metadata.len() < 1024);
    is_small
        && fs::read(path).is_ok_and(|bytes| {
            bytes.starts_with(b"version https://git-lfs.github.com/spec")
                || bytes.starts_with(b"/annex/objects/")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_the_wrong_type_or_no_taker_is_reported() {
        let mut findings = Findings::default();
        let mut record = Record::from_value(serde_json::json!({
            "name_translations": {"en": "A\r\nb", "es": " ", "english": "x", "it": 5},
            "flag": "yes", "new": [1], "dead": "",
        }))
        .unwrap();
        assert_eq!(
            record.texts("name_translations", 2, &mut findings),
            Texts::from([("en".to_owned(), "A\nb".to_owned())])
        );
        assert_eq!(record.flag("flag", &mut findings), None);
        record.report_rest(&mut findings);
        let shown: Vec<String> = findings
            .sorted()
            .iter()
            .map(|finding| format!("{} {}", finding.class.name(), finding.met))
            .collect();
        assert_eq!(
            shown,
            [
                "D2 name_translations.es is empty",
                "D25 carriage returns in name_translations.en",
                "D29 dead is empty",
                "unplaced name_translations.english = \"x\" (no language code of two letters)",
                "unplaced name_translations.it = 5 (a text was expected)",
                "unplaced flag = \"yes\" (true or false was expected)",
                "unplaced new = [1]",
            ]
        );
    }

    #[test]
    fn system_files_are_known_by_a_written_rule() {
        for name in ["~$source.docx", ".DS_Store", "a.png:Zone.Identifier", "Thumbs.db"] {
            assert!(is_system_name(name), "{name}");
        }
        assert!(!is_system_name("resource.docx"));
    }
}
