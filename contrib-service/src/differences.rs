//! What a change makes of an entry, field by field and in words, for the person who sends it and the
//! people who decide about it.

use std::collections::BTreeSet;

use generator::content::front_matter::split_front_matter;
use generator::content::yaml::{Yaml, parse_yaml};
use generator::model::Kind;
use generator::model::form::{Form, Place, Purpose};
use serde::Serialize;

use crate::catalogue::Texts;
use crate::queue::job::EntryFile;

/// The longest text that is shown of one side, in characters.
const MAX_SHOWN: usize = 4_000;
/// What records the source of a translation; nobody reads it.
const RECORD: &str = "translated-from";

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What it is called, and in which language it is.
    pub label: String,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there then.
    pub after: Option<String>,
    /// The language of both.
    pub lang: Option<String>,
}

/// The fields that differ between two versions of some files of an entry. Files that only one side
/// has are new or gone.
pub fn differences(
    texts: Texts<'_>,
    kind: Kind,
    before: &[EntryFile],
    after: &[EntryFile],
) -> Vec<Difference> {
    let paths: BTreeSet<&str> = before.iter().chain(after).map(|file| file.path.as_str()).collect();
    let mut found = Vec::new();
    for path in paths {
        let side = |files: &'_ [EntryFile]| {
            files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
        };
        let (old, new) = (side(before), side(after));
        if old == new {
            continue;
        }
        let (fields, lang) = match (fields(path, old.as_deref()), fields(path, new.as_deref())) {
            (Some(old), Some(new)) => ((old, new), language_of(path)),
            _ => {
                let label = texts.format("difference-file", [("name", path.to_owned().into())]);
                let size = |bytes: Option<Vec<u8>>| bytes.map(|bytes| texts.size(bytes.len()));
                found.push(Difference { label, before: size(old), after: size(new), lang: None });
                continue;
            }
        };
        let (old, new) = fields;
        let names = old.iter().chain(&new).map(|(name, _)| name.clone());
        let mut seen = BTreeSet::new();
        for name in names.filter(|name| seen.insert(name.clone())) {
            let of = |fields: &[(String, String)]| {
                fields.iter().find(|(other, _)| *other == name).map(|(_, text)| text.clone())
            };
            let (old, new) = (of(&old), of(&new));
            if old != new {
                let label = label(texts, kind, path, &name, lang);
                let from = first_difference(old.as_deref(), new.as_deref());
                let shown = |text: Option<String>| text.map(|text| shortened(&text, from));
                let lang = lang.map(str::to_owned);
                found.push(Difference { label, before: shown(old), after: shown(new), lang });
            }
        }
    }
    found
}

/// The language that a file of words is written in.
fn language_of(path: &str) -> Option<&str> {
    path.strip_suffix(".md")
}

fn label(texts: Texts<'_>, kind: Kind, path: &str, name: &str, lang: Option<&str>) -> String {
    let form = [Purpose::Propose, Purpose::Edit].into_iter().find_map(|purpose| Form::of(purpose, kind));
    let body = form.and_then(|form| form.inputs().find(|input| input.place == Place::Body));
    let name = match body {
        Some(body) if name == BODY => body.name,
        _ => name,
    };
    // What people say has fields of its own.
    let said =
        [("uses/", "use"), ("reviews/", "review")].into_iter().find(|(folder, _)| path.starts_with(folder));
    let own = match said {
        Some((_, purpose)) => [format!("field-{purpose}-{name}"), format!("field-{name}")],
        None => [format!("field-{kind}-{name}"), format!("field-{name}")],
    };
    let label = own.iter().find_map(|key| texts.text_if_any(key)).unwrap_or_else(|| name.to_owned());
    // The words of the nodes of a schema, and what lies in a folder, are told apart by their file.
    match lang {
        Some(lang) => format!("{label} ({lang})"),
        None if Some(path) == kind.facts_file().as_deref() => label,
        None => format!("{label} ({path})"),
    }
}

/// The name of the text below the front matter among the fields.
const BODY: &str = "\u{1}body";

/// The fields of a file as readers would read them; none of a file that has no fields.
fn fields(path: &str, bytes: Option<&[u8]>) -> Option<Vec<(String, String)>> {
    let text = match bytes {
        None => "",
        Some(bytes) => std::str::from_utf8(bytes).ok()?,
    };
    if path.ends_with(".md") {
        let Ok(parts) = split_front_matter(text) else { return text.is_empty().then(Vec::new) };
        let mut found = top_fields(parts.yaml)?;
        let body = parts.body.trim();
        if !body.is_empty() {
            found.push((BODY.to_owned(), body.to_owned()));
        }
        return Some(found);
    }
    path.ends_with(".yaml").then(|| top_fields(text)).flatten()
}

fn top_fields(yaml: &str) -> Option<Vec<(String, String)>> {
    let tree = parse_yaml(yaml).ok()?;
    match &tree.value {
        Yaml::Null => Some(Vec::new()),
        Yaml::Map(fields) => Some(
            fields
                .iter()
                .filter(|(key, _)| key.text != RECORD)
                .map(|(key, value)| (key.text.clone(), plain(&value.value)))
                .filter(|(_, text)| !text.is_empty())
                .collect(),
        ),
        _ => None,
    }
}

/// A value without the signs of YAML.
fn plain(value: &Yaml) -> String {
    match value {
        Yaml::Null => String::new(),
        Yaml::Text(text, _) => text.trim().to_owned(),
        Yaml::Number(number) => number.clone(),
        Yaml::Flag(flag) => flag.to_string(),
        Yaml::List(items) => items.iter().map(|item| plain(&item.value)).collect::<Vec<_>>().join("\n"),
        Yaml::Map(fields) => fields
            .iter()
            .filter(|(key, _)| key.text != RECORD)
            .map(|(key, value)| format!("{}: {}", key.text, plain(&value.value)))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// How many whole lines two texts have in common at their beginning.
fn first_difference(old: Option<&str>, new: Option<&str>) -> usize {
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    old.lines().zip(new.lines()).take_while(|(old, new)| old == new).count()
}

/// A text as it is shown: all of it, or what a long one says from the first line that differs.
fn shortened(text: &str, from: usize) -> String {
    if text.chars().count() <= MAX_SHOWN {
        return text.to_owned();
    }
    // The line before it tells where one is.
    let skipped = from.saturating_sub(1);
    let rest = text.lines().skip(skipped).collect::<Vec<_>>().join("\n");
    let start = if skipped > 0 { "…\n" } else { "" };
    match rest.char_indices().nth(MAX_SHOWN) {
        None => format!("{start}{rest}"),
        Some((end, _)) => format!("{start}{}…", &rest[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_at_the_end_of_a_long_text_is_shown() {
        let old = format!("{}The end.", "A line of the text.\n".repeat(400));
        let new = old.replace("The end.", "Another end.");
        let from = first_difference(Some(&old), Some(&new));
        assert_eq!(shortened(&old, from), "…\nA line of the text.\nThe end.");
        assert_eq!(shortened(&new, from), "…\nA line of the text.\nAnother end.");
        assert_eq!(shortened("short", 0), "short");
    }
}
