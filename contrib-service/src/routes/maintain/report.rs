//! The report of the generator's check in the words of a maintainer: what must be mended first, what
//! readers would miss after that, each with the line it is about.

use generator::diagnostic::{Code, Diagnostic, Severity};
use serde::Serialize;

use super::page::FileView;
use crate::catalogue::Texts;

/// What the check found.
#[derive(Debug, Serialize)]
pub(super) struct ReportView {
    mistakes: Vec<Finding>,
    hints: Vec<Finding>,
}

#[derive(Debug, Serialize)]
struct Finding {
    /// In the language of the page, where there is a sentence for it.
    text: Option<String>,
    /// The words of the check, which are English.
    detail: Option<String>,
    /// The file and the line.
    place: String,
    /// The line on this page, where the file is shown.
    link: Option<String>,
}

/// Turns diagnostics about one entry into the view. `folder` is the entry's.
pub(super) fn report(
    texts: Texts<'_>,
    folder: &str,
    diagnostics: &[Diagnostic],
    files: &[FileView],
) -> ReportView {
    let (mistakes, hints): (Vec<_>, Vec<_>) =
        diagnostics.iter().partition(|found| found.severity == Severity::Error);
    let view = |found: &Diagnostic| finding(texts, folder, found, files);
    ReportView {
        mistakes: mistakes.into_iter().map(view).collect(),
        hints: hints.into_iter().map(view).collect(),
    }
}

fn finding(texts: Texts<'_>, folder: &str, found: &Diagnostic, files: &[FileView]) -> Finding {
    let name = found.file.strip_prefix(folder).unwrap_or(&found.file);
    // A field that is missing has no line to go to.
    let line = found.position.map(|at| at.line).filter(|_| found.code != Code::NotStated);
    let shown = files.iter().find(|file| file.name == name);
    let place = match line {
        Some(line) => texts.format("check-place", [("file", name.into()), ("line", u64::from(line).into())]),
        None => name.to_owned(),
    };
    let text = match (found.code, found.field) {
        (Code::NotStated, Some(field)) => {
            let label = texts.text_if_any(&format!("field-{field}")).unwrap_or_else(|| field.to_owned());
            Some(texts.format("check-not-stated", [("label", label.into())]))
        }
        (code, _) => texts.text_if_any(&format!("check-{code}")),
    };
    Finding {
        detail: (found.code != Code::NotStated || text.is_none()).then(|| found.message.clone()),
        text,
        place,
        link: shown.and_then(|file| file.anchor(line)),
    }
}
