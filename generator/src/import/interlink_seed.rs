//! The seed of the original INTERLINK catalogue -> a complete content folder.
//!
//! In reading order: `read` takes JSON apart; `problems`, `schemas` and `interlinkers` (with
//! `instructions` and `files`) know one kind each; `terms`, `tags` and `vocabularies` hold the
//! tables between their words and ours; `translations` mends texts; `crosschecks` lays entries side
//! by side; `super::report` says all that was met and done. Written for
//! such data, not for one copy of it: languages are those that occur, folders may be absent, and
//! whatever is not understood is reported.

mod crosschecks;
mod files;
mod instructions;
mod interlinkers;
mod problems;
mod read;
mod schemas;
mod surroundings;
mod tags;
mod terms;
mod translations;
mod vocabularies;
mod weblate;

use super::write::{Content, Outputs, Place, Plan, plan_outputs, write_outputs};
use super::{ImportError, report, slugs, text, tidy};
use report::{Findings, ImportReport, Subject};
use slugs::Slugs;
use std::collections::BTreeMap;
use std::path::Path;

/// The organisation that the imported entries name as their publisher.
const PUBLISHER: &str = "interlink-project";
/// The report, in the folder of the content.
pub const REPORT: &str = "IMPORT-REPORT.md";
/// It makes the whole folder.
const PLACE: Place = Place { manifest: ".import-manifest", joins_content: false };

/// Imports the seed in `source` into the folder `into`. What is wrong with the data is in the
/// report, also written there as `IMPORT-REPORT.md`; a file that a person changed is kept.
///
/// # Errors
/// When `source` is no seed, `into` belongs to someone else, or a file cannot be read or written.
pub fn import_interlink_seed(source: &Path, into: &Path) -> Result<ImportReport, ImportError> {
    check_folders(source, into)?;
    let (mut outputs, mut report) = convert(source);
    // The report says which files a person changed, so it can only be written when that is known;
    // until then it has its place among the files, or it would seem to have vanished.
    outputs.insert(REPORT.to_owned(), Content::Bytes(Vec::new()));
    report.plan = plan_outputs(PLACE, into, &outputs)?;
    outputs.insert(REPORT.to_owned(), Content::Bytes(report.to_markdown().into_bytes()));
    let plan: Plan = plan_outputs(PLACE, into, &outputs)?;
    write_outputs(PLACE, into, &outputs, &plan)?;
    report.plan = plan;
    Ok(report)
}

fn check_folders(source: &Path, into: &Path) -> Result<(), ImportError> {
    if !source.is_dir() {
        return Err(ImportError::NoSource(source.to_owned()));
    }
    if !["interlinkers", "problemprofiles", "schemas"].iter().any(|folder| source.join(folder).is_dir()) {
        return Err(ImportError::NotASeed(source.to_owned()));
    }
    let absolute = |path: &Path| std::path::absolute(path).and_then(|path| path.canonicalize().or(Ok(path)));
    let source = absolute(source).map_err(ImportError::io(source))?;
    let into = absolute(into).map_err(ImportError::io(into))?;
    if source.starts_with(&into) || into.starts_with(&source) {
        return Err(ImportError::Overlap(into));
    }
    Ok(())
}

/// Everything but the writing: the files to write and what is to be said about them.
fn convert(source: &Path) -> (Outputs, ImportReport) {
    let mut whole = Findings::default();
    let mut slugs = Slugs::default();
    let mut tags = tags::Tags::new();
    let mut problems = problems::read_problems(source, &mut whole);
    let mut items = interlinkers::read_items(source, &mut tags, &mut slugs, &mut whole);
    let mut schemas = schemas::read_schemas(source, &mut tags, &mut slugs, &mut whole);
    surroundings::report_surroundings(source, &mut whole);
    weblate::compare_weblate(source, &mut whole);

    crosschecks::compare_items(&mut items);
    crosschecks::find_dead_ends(&mut problems, &items, &schemas);
    crosschecks::describe_trees(&mut schemas);
    crosschecks::find_misplaced_profiles(&mut schemas, &problems);

    let counts = counts(&items, &problems, &schemas);
    let default_schema = schemas.iter().find(|schema| schema.id == "default").or(schemas.first());
    let default_schema = default_schema.map(|schema| schema.slug.clone());
    let codes = problems::known_codes(&problems);
    let mut outputs = Outputs::new();
    let mut subjects: BTreeMap<String, Subject> = BTreeMap::new();
    problems::write_problems(problems, &mut outputs, &mut subjects);
    schemas::write_schemas(schemas, &codes, &mut slugs, &mut outputs, &mut subjects);
    interlinkers::write_items(items, &codes, &mut slugs, &mut outputs, &mut subjects);
    surroundings::write_surroundings(&tags, default_schema.as_ref(), &mut outputs, &mut whole);
    subjects.insert(String::new(), Subject { source: String::new(), findings: whole });
    (outputs, ImportReport { counts, subjects, plan: Plan::default() })
}

fn counts(
    items: &[interlinkers::Item],
    problems: &[problems::Problem],
    schemas: &[schemas::Schema],
) -> Vec<(&'static str, usize)> {
    let mut counts = vec![("Interlinkers", items.len())];
    for nature in crate::model::entry::Nature::ALL {
        let name = match nature {
            crate::model::entry::Nature::Software => "software Interlinkers",
            crate::model::entry::Nature::Knowledge => "knowledge Interlinkers",
            crate::model::entry::Nature::ExternalSoftware => "external software Interlinkers",
            crate::model::entry::Nature::ExternalKnowledge => "external knowledge Interlinkers",
        };
        counts.push((name, items.iter().filter(|item| item.nature == nature).count()));
    }
    let objectives = || schemas.iter().flat_map(|schema| &schema.phases).flat_map(|phase| &phase.children);
    counts.extend([
        ("problem profiles", problems.len()),
        ("schemas", schemas.len()),
        ("phases", schemas.iter().map(|schema| schema.phases.len()).sum()),
        ("objectives", objectives().count()),
        ("tasks", objectives().map(|objective| objective.children.len()).sum()),
    ]);
    counts
}

#[cfg(test)]
mod tests;
