//! `weblate/<language>/*.json`: the same texts a second time, as a translation tool kept them. They
//! are not imported; here it is found out whether one of them stands nowhere else.

use super::read::{ListedKind, list_folder, read_json};
use super::report::{Findings, quote};
use super::text::one_line;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Compares the translation files with the data and tells each text that is only in them.
pub fn compare_weblate(source: &Path, whole: &mut Findings) {
    let folder = source.join("weblate");
    if !folder.is_dir() {
        return;
    }
    let mut known: BTreeSet<(String, String)> = BTreeSet::new();
    for kind in ["interlinkers", "problemprofiles", "schemas"] {
        collect_folder(&source.join(kind), 0, &mut known);
    }
    let mut compared = 0;
    for language in list_folder(&folder).into_iter().filter(|listed| listed.kind == ListedKind::Folder) {
        for file in list_folder(&folder.join(&language.name)) {
            let path = format!("weblate/{}/{}", language.name, file.name);
            let entries = match read_json(&source.join(&path)) {
                Ok(Value::Object(entries)) => entries,
                Ok(_) => {
                    whole.other(format!("{path} is no object"), "not compared");
                    continue;
                }
                Err(error) => {
                    whole.other(format!("{path}: {error}"), "not compared");
                    continue;
                }
            };
            // Sorted, whatever the order of the file.
            let entries: std::collections::BTreeMap<String, Value> = entries.into_iter().collect();
            for (key, value) in entries {
                let text = value.as_str().map(one_line).unwrap_or_default();
                compared += 1;
                if !text.is_empty() && !known.contains(&(language.name.to_lowercase(), text.clone())) {
                    whole.homeless(format!(
                        "{path} has a text of its own at {}: {}",
                        quote(&key),
                        quote(&text)
                    ));
                }
            }
        }
    }
    whole.other(
        format!("weblate holds {compared} texts a second time, for a translation tool"),
        "compared with the data, not imported; those that differ are listed",
    );
}

/// The texts under language keys in every JSON file below a folder.
fn collect_folder(folder: &Path, depth: usize, known: &mut BTreeSet<(String, String)>) {
    // The data lie three folders deep.
    if depth > 6 {
        return;
    }
    for listed in list_folder(folder) {
        let place = folder.join(&listed.name);
        match listed.kind {
            ListedKind::Folder => collect_folder(&place, depth + 1, known),
            ListedKind::File if listed.name.to_lowercase().ends_with(".json") => {
                if let Ok(value) = read_json(&place) {
                    collect_value(&value, known);
                }
            }
            _ => {}
        }
    }
}

fn collect_value(value: &Value, known: &mut BTreeSet<(String, String)>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text) if key.len() == 2 => {
                        known.insert((key.to_lowercase(), one_line(text)));
                    }
                    _ => collect_value(value, known),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect_value(value, known)),
        _ => {}
    }
}
