//! `problemprofiles/*.json` -> `problems/<slug>/`.

use super::read::{ListedKind, Record, Texts, list_folder, read_json};
use super::report::{Findings, Subject, quote};
use super::terms::family_of;
use super::text::{cut_at_word, first_sentences, is_html, one_line, plain_name, plain_words, to_markdown};
use super::translations::drop_english_copies;
use crate::import::emit::{MapBuilder, Value, emit_document, emit_page};
use crate::import::write::{Content, Outputs};
use crate::model::definition::{MAX_LINE, MAX_TEXT};
use crate::model::slug::Slug;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A problem profile as the seed has it.
#[derive(Debug)]
pub struct Problem {
    /// Its code, such as `ORG_PROBLEM_6.1`.
    pub code: String,
    /// Our id of it.
    pub slug: Slug,
    /// The file it came from.
    pub source: String,
    /// Its family and theme.
    pub family: (&'static str, &'static str),
    /// Its names.
    pub names: Texts,
    descriptions: Texts,
    functionalities: Texts,
    /// What was found.
    pub findings: Findings,
}

/// Reads every problem profile; a file may hold a list of them or one.
pub fn read_problems(source: &Path, whole: &mut Findings) -> Vec<Problem> {
    let folder = source.join("problemprofiles");
    let mut problems: Vec<Problem> = Vec::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for listed in list_folder(&folder) {
        if listed.kind != ListedKind::File || !listed.name.to_lowercase().ends_with(".json") {
            continue;
        }
        let file = format!("problemprofiles/{}", listed.name);
        let values = match read_json(&folder.join(&listed.name)) {
            Ok(Json::Array(values)) => values,
            Ok(value) => vec![value],
            Err(error) => {
                whole.other(format!("{file}: {error}"), "left out");
                continue;
            }
        };
        for value in values {
            let shown = quote(&value.to_string());
            match Record::from_value(value).and_then(|record| problem_of(record, &file)) {
                Some(problem) if taken.insert(problem.slug.to_string()) => problems.push(problem),
                Some(problem) => {
                    whole.other(
                        format!("{file}: the code {} stands twice", problem.code),
                        "the second left out",
                    );
                }
                None => whole.other(format!("{file}: {shown} has no usable id"), "left out"),
            }
        }
    }
    problems
}

/// What the other kinds need to know about a problem profile.
#[derive(Debug)]
pub struct Known {
    /// Our id of it.
    pub slug: Slug,
    /// Its family and theme.
    pub family: (&'static str, &'static str),
}

/// The problem profiles by their codes.
pub fn known_codes(problems: &[Problem]) -> BTreeMap<String, Known> {
    problems
        .iter()
        .map(|problem| (problem.code.clone(), Known { slug: problem.slug.clone(), family: problem.family }))
        .collect()
}

/// The slug of a code: `ORG_PROBLEM_6.1` is `org-problem-6-1`.
pub fn slug_of_code(code: &str) -> Option<Slug> {
    Slug::from_title(code)
}

fn problem_of(mut record: Record, file: &str) -> Option<Problem> {
    let mut findings = Findings::default();
    let code = one_line(&record.text("id", &mut findings)?);
    let slug = slug_of_code(&code)?;
    let family = family_of(&code).unwrap_or_else(|| {
        findings.other(
            format!("the prefix of {} names no problem family", quote(&code)),
            "the first family taken; please correct it",
        );
        ("organise", "engagement")
    });
    let mut problem = Problem {
        names: record.texts("name_translations", 2, &mut findings),
        descriptions: record.texts("description_translations", 2, &mut findings),
        functionalities: record.texts("functionality_translations", 29, &mut findings),
        source: format!("{file} ({code})"),
        code,
        slug,
        family,
        findings: Findings::default(),
    };
    drop_english_copies("description", &mut problem.descriptions, &mut findings);
    drop_english_copies("functionality", &mut problem.functionalities, &mut findings);
    record.report_rest(&mut findings);
    Some(Problem { findings, ..problem })
}

/// Writes the files of every problem profile. The description is the summary, because readers
/// choose a problem by it; the body says what would help.
pub fn write_problems(
    problems: Vec<Problem>,
    outputs: &mut Outputs,
    subjects: &mut BTreeMap<String, Subject>,
) {
    for mut problem in problems {
        let folder = format!("problems/{}", problem.slug);
        let mut facts = MapBuilder::default();
        facts.put("code", Value::text(&problem.code)).put("status", Value::text("active"));
        if problem.code != problem.slug.as_str() {
            facts.put("former-slugs", Value::texts([&problem.code]));
        }
        facts.put("family", Value::text(problem.family.0));
        outputs.insert(
            format!("{folder}/problem.yaml"),
            Content::Bytes(emit_document(&facts.finish()).into_bytes()),
        );
        if problem.names.is_empty() {
            problem.findings.other("it has no name in any language", "its code taken as the English name");
            problem.names.insert("en".to_owned(), problem.code.clone());
        }
        let languages: BTreeSet<String> = [&problem.names, &problem.descriptions, &problem.functionalities]
            .into_iter()
            .flat_map(|texts| texts.keys().cloned())
            .collect();
        let has_description = !problem.descriptions.is_empty();
        for language in languages {
            let text = |texts: &Texts| texts.get(&language).cloned().unwrap_or_default();
            for (field, texts) in
                [("description", &problem.descriptions), ("functionality", &problem.functionalities)]
            {
                if texts.get(&language).is_some_and(|text| is_html(text)) {
                    problem.findings.defect(5, format!("HTML in {field}.{language}"), "converted");
                }
            }
            let name = cut_at_word(&plain_name(&text(&problem.names)), MAX_LINE);
            let mut summary = plain_words(&to_markdown(&text(&problem.descriptions)));
            let mut rest = String::new();
            if summary.chars().count() > MAX_TEXT {
                problem.findings.other(
                    format!("description.{language} has more than {MAX_TEXT} characters"),
                    "its beginning became the summary, all of it opens the body",
                );
                rest = format!("{}\n\n", to_markdown(&text(&problem.descriptions)));
                summary = first_sentences(&summary);
            }
            if !has_description {
                summary.clone_from(&name);
            }
            let front_matter = MapBuilder::default()
                .put("name", Value::text(name))
                .put("summary", Value::text(summary))
                .finish();
            let body = format!("{rest}{}", to_markdown(&text(&problem.functionalities)));
            outputs.insert(
                format!("{folder}/{language}.md"),
                Content::Bytes(emit_page(&front_matter, &body).into_bytes()),
            );
        }
        if !has_description {
            problem.findings.other("it has no description", "its name taken as the summary");
        }
        subjects.insert(folder, Subject { source: problem.source, findings: problem.findings });
    }
}
