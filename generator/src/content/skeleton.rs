//! A new entry to start from, for `interlink new`: every field of the definition with what it says,
//! the required ones filled in so that `interlink check` accepts the draft as it is.

use crate::model::definition::{Field, Need, Shape};
use crate::model::kind::Kind;
use crate::model::site::Vocabulary;
use std::collections::BTreeMap;

/// The files of a new entry, by path below its folder.
pub fn skeleton(
    kind: Kind,
    slug: &str,
    language: &str,
    vocabularies: &BTreeMap<String, Vocabulary>,
) -> Vec<(String, String)> {
    let mut files = Vec::new();
    if let (Some(file), Some(fields)) = (kind.facts_file(), kind.facts()) {
        files.push((file, facts(kind, fields, vocabularies)));
    }
    let name = title(slug);
    files.push((format!("{language}.md"), words(kind, &name)));
    if kind == Kind::Schema {
        files.push((
            format!("{language}.yaml"),
            "first-phase:\n  name: First phase\nfirst-objective:\n  name: First objective\nfirst-task:\n  name: First task\n"
                .to_owned(),
        ));
    }
    files
}

fn title(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

fn facts(kind: Kind, fields: &[Field], vocabularies: &BTreeMap<String, Vocabulary>) -> String {
    let mut text = String::new();
    for field in fields {
        let hint = match &field.shape {
            Shape::Term(name) | Shape::List(Shape::Term(name)) => match vocabularies.get(*name) {
                Some(vocabulary) if vocabulary.terms.len() <= 12 => {
                    let ids: Vec<&str> = vocabulary.terms.iter().map(|term| term.id.as_str()).collect();
                    format!(" ({})", ids.join(", "))
                }
                _ => format!(" (ids of vocabularies/{name}.yaml)"),
            },
            _ => String::new(),
        };
        text.push_str(&format!("# {}{hint}\n", field.doc));
        match filled(kind, field, vocabularies) {
            Some(value) => text.push_str(&format!("{}:{value}\n", field.name)),
            None => text.push_str(&format!("# {}:\n", field.name)),
        }
    }
    text
}

/// A value for a field that must have one.
fn filled(kind: Kind, field: &Field, vocabularies: &BTreeMap<String, Vocabulary>) -> Option<String> {
    if field.need != Need::Required {
        return None;
    }
    Some(match (field.name, &field.shape) {
        ("status", _) => " draft".to_owned(),
        ("code", _) => " ORG_PROBLEM_0".to_owned(),
        ("contact", _) => " https://example.org/contact".to_owned(),
        ("phases", _) => "\n  - id: first-phase\n    objectives:\n      - id: first-objective\n        tasks:\n          - id: first-task"
            .to_owned(),
        (_, Shape::Term(name)) => {
            let first = vocabularies.get(*name).and_then(|vocabulary| vocabulary.terms.first());
            format!(" {}", first.map_or("…", |term| term.id.as_str()))
        }
        (_, Shape::Date) => " 2030-12-31".to_owned(),
        _ => {
            debug_assert!(false, "{kind} has a required field {} without a first value", field.name);
            " …".to_owned()
        }
    })
}

fn words(kind: Kind, name: &str) -> String {
    let mut text = format!("---\nname: {}\n", super::yaml::write_scalar(name));
    text.push_str("summary: Two or three plain sentences for lists and search results.\n");
    for field in
        kind.words().iter().filter(|field| !matches!(field.name, "name" | "summary" | "translated-from"))
    {
        text.push_str(&format!("# {}\n# {}:\n", field.doc, field.name));
    }
    text.push_str("---\n\n");
    text.push_str(match kind {
        Kind::Interlinker => "## How to begin\n\nWrite here how it is used, step by step.\n",
        Kind::Story => "Write here what was done, with whom, and why.\n",
        _ => "Write the text here, in Markdown.\n",
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check_source;
    use crate::history::History;
    use crate::source::Source;
    use std::path::Path;

    #[test]
    fn what_new_writes_is_accepted_as_it_is() {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let source = Source::read(&content).unwrap();
        let vocabularies = check_source(&source, History::default()).site.vocabularies;
        for kind in Kind::ALL {
            let slug = if kind == Kind::News { "2026-03-14-first-news" } else { "quite-new" };
            let files = skeleton(kind, slug, "en", &vocabularies)
                .into_iter()
                .map(|(name, text)| (format!("{}/{slug}/{name}", kind.folder()), text.into_bytes()));
            let checked = check_source(&source.with_files(files), History::default());
            let errors: Vec<_> = checked
                .diagnostics
                .iter()
                .filter(|found| {
                    found.file.contains(slug) && found.severity == crate::diagnostic::Severity::Error
                })
                .collect();
            assert!(errors.is_empty(), "{kind}: {errors:#?}");
        }
    }
}
