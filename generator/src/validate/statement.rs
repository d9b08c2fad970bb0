//! `accessibility.yaml` -> the accessibility statement, or diagnostics with their place, as for an
//! entry. A site without the file has no statement.

use std::collections::BTreeMap;

use super::settings::read_tree;
use crate::content::decode::{Context, decode};
use crate::content::record::{Record, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::definition::STATEMENT;
use crate::model::site::{ByLanguage, Vocabulary};
use crate::model::statement::{Barrier, Enforcement, Statement};
use crate::source::Source;

/// Where the statement stands.
pub const FILE: &str = "accessibility.yaml";

/// Reads the statement.
pub(super) fn read_statement(
    source: &Source,
    vocabularies: &BTreeMap<String, Vocabulary>,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> Option<Statement> {
    let tree = read_tree(source, FILE, diagnostics)?;
    let decoded =
        decode(&tree, STATEMENT, Context { file: FILE, vocabularies: Some(vocabularies), languages });
    diagnostics.extend(decoded.diagnostics);
    let record = decoded.record;
    if let (Some(prepared), Some(reviewed)) = (record.day("prepared"), record.day("reviewed"))
        && reviewed < prepared
    {
        diagnostics.push(
            Diagnostic::error(Code::DatesReversed, FILE, "the review is before the statement was made")
                .at(record.position("reviewed"))
                .help("`prepared` is the first day, `reviewed` the last one"),
        );
    }
    statement(&record)
}

fn statement(record: &Record) -> Option<Statement> {
    Some(Statement {
        status: record.owned("status")?,
        standard: record.texts_by_name("standard"),
        prepared: record.day("prepared")?,
        reviewed: record.day("reviewed")?,
        method: record.owned("method")?,
        checks: texts(record, "checks"),
        measures: texts(record, "measures"),
        barriers: record
            .records("barriers")
            .filter_map(|barrier| {
                Some(Barrier {
                    what: barrier.texts_by_name("what"),
                    reason: barrier.owned("reason")?,
                    alternative: barrier.texts_by_name("alternative"),
                    until: barrier.day("until"),
                })
            })
            .collect(),
        contact: record.owned("contact")?,
        answer_within: record.number("answer-within")?,
        enforcement: record
            .records("enforcement")
            .filter_map(|body| {
                Some(Enforcement {
                    country: body.owned("country")?,
                    body: body.texts_by_name("body"),
                    address: body.owned("address"),
                })
            })
            .collect(),
    })
}

/// A list of texts, each in several languages.
fn texts(record: &Record, field: &str) -> Vec<ByLanguage> {
    record.list(field).iter().map(Value::texts_by_name).collect()
}
