//! A new entry to start from, for `interlink new`: every field of the definition with what it says,
//! the required ones filled in so that `interlink check` has no error in the draft as it is. What is
//! only an example gets a warning for as long as it stands there.

use crate::model::definition::{Field, Need, Shape};
use crate::model::kind::Kind;
use crate::model::site::Vocabulary;
use std::collections::BTreeMap;

const SUMMARY: &str = "summary: Two or three plain sentences for lists and search results.";
const USE: &str = "Write here how it is used, step by step.";
const ACCOUNT: &str = "Write here what was done, with whom, and why.";
const TEXT: &str = "Write the text here, in Markdown.";
const CONTACT: &str = "contact: https://example.org/contact";
const CODE: &str = "code: ORG_PROBLEM_0";

/// The lines of a new entry that somebody has to write anew.
const SAMPLES: [&str; 6] = [SUMMARY, USE, ACCOUNT, TEXT, CONTACT, CODE];

/// The lines of a file that are still those of a new entry, from 1.
pub fn sample_lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| SAMPLES.contains(&line.trim_end()))
}

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
        ("code", _) => value_of(CODE),
        ("contact", _) => value_of(CONTACT),
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

/// What stands behind the colon of a line.
fn value_of(line: &str) -> String {
    line.split_once(':').map_or_else(String::new, |(_, value)| value.to_owned())
}

fn words(kind: Kind, name: &str) -> String {
    let mut text = format!("---\nname: {}\n", super::yaml::write_scalar(name));
    text.push_str(&format!("{SUMMARY}\n"));
    for field in
        kind.words().iter().filter(|field| !matches!(field.name, "name" | "summary" | "translated-from"))
    {
        text.push_str(&format!("# {}\n# {}:\n", field.doc, field.name));
    }
    text.push_str("---\n\n");
    text.push_str(&match kind {
        Kind::Interlinker => format!("## How to begin\n\n{USE}\n"),
        Kind::Story => format!("{ACCOUNT}\n"),
        _ => format!("{TEXT}\n"),
    });
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check_source;
    use crate::diagnostic::Code;
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
            let samples = checked.diagnostics.iter().filter(|found| found.code == Code::SampleText);
            assert!(samples.count() >= 2, "{kind}: its summary and its text are examples");
        }
    }
}
