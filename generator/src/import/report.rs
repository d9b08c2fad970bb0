//! What an import met and did, entry by entry, as one Markdown text: the last output of the flow,
//! printed and written beside the content. Nothing is mended in silence.

use crate::import::write::Plan;
use crate::personal_data::find_personal_data;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The classes of defects known from the original data, with what each means. The numbers are
/// those of the project's inventory of the original system.
pub const CLASSES: [&str; 29] = [
    "a language is claimed, but there is no text in it",
    "an empty text where one was expected",
    "the same text in entries that say different things in English",
    "English left in another language",
    "HTML or entities in a text",
    "a path leads into the folder of another entry",
    "paths start at the root of the data",
    "instructions are a placeholder, or hold leaked program text",
    "placeholder instead of a text",
    "an external entry without an address, or without the name of what it links to",
    "an enumeration value is misspelt or nested",
    "no problem profile, or one twice",
    "a dead end: a problem profile without an Interlinker, or one that no task raises",
    "a problem profile seems to belong to another task",
    "tasks or objectives without problem profiles of their own",
    "node ids that recur in other schemas",
    "the order of the phases is not that of their prerequisites",
    "the id is not the name of the folder",
    "two entries share a translated name",
    "the language of a file is not the one it is listed under",
    "the declared format does not match the file",
    "pictures are missing, or their folder or file is misnamed",
    "lock files",
    "files that nothing names",
    "stray carriage returns or spaces",
    "keywords in several spellings",
    "spelling in a public name",
    "mixed case or underscores in a folder name",
    "a field that is never filled",
];

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// One of [`CLASSES`], counted from 1.
    Known(u8),
    /// A file that the data name but do not hold.
    Missing,
    /// A value that has no place in our content.
    Homeless,
    /// Anything else.
    Other,
}

impl Class {
    /// `D6`, `missing`, `unplaced` or `other`.
    pub fn name(self) -> String {
        match self {
            Class::Known(number) => format!("D{number}"),
            Class::Missing => "missing".to_owned(),
            Class::Homeless => "unplaced".to_owned(),
            Class::Other => "other".to_owned(),
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Class::Known(number) => CLASSES.get(usize::from(number) - 1).copied().unwrap_or_default(),
            Class::Missing => "a file that the data name but do not hold",
            Class::Homeless => "a value that has no place in the content folder",
            Class::Other => "anything else",
        }
    }
}

/// One defect and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Its class.
    pub class: Class,
    /// What was met, with its place in the entry.
    pub met: String,
    /// What was done.
    pub done: String,
}

/// The findings about one entry, in the order of their discovery.
#[derive(Debug, Clone, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding of one of [`CLASSES`].
    pub fn defect(&mut self, number: u8, met: impl Into<String>, done: impl Into<String>) {
        self.0.push(Finding { class: Class::Known(number), met: met.into(), done: done.into() });
    }

    /// Adds a missing file.
    pub fn missing(&mut self, met: impl Into<String>) {
        let done = "the entry does without it; please add it".to_owned();
        self.0.push(Finding { class: Class::Missing, met: met.into(), done });
    }

    /// Adds a value without a place.
    pub fn homeless(&mut self, met: impl Into<String>) {
        let met = mask_personal_data("an unplaced value", &met.into(), self);
        self.0.push(Finding { class: Class::Homeless, met, done: "kept in this report".into() });
    }

    /// Adds anything else.
    pub fn other(&mut self, met: impl Into<String>, done: impl Into<String>) {
        self.0.push(Finding { class: Class::Other, met: met.into(), done: done.into() });
    }

    /// Takes over the findings about a part, with its name before each.
    pub fn absorb(&mut self, part: &str, findings: Findings) {
        self.0.extend(
            findings
                .0
                .into_iter()
                .map(|finding| Finding { met: format!("{part}: {}", finding.met), ..finding }),
        );
    }

    /// The findings, sorted by class.
    pub fn sorted(&self) -> Vec<&Finding> {
        let mut sorted: Vec<&Finding> = self.0.iter().collect();
        sorted.sort_by_key(|finding| finding.class);
        sorted
    }
}

/// Takes out what looks like a person's address, phone number or code: it may not be published, and
/// the report is kept in Git too.
pub fn mask_personal_data(place: &str, text: &str, findings: &mut Findings) -> String {
    let mut masked = text.to_owned();
    for found in find_personal_data(text).into_iter().rev() {
        masked.replace_range(found.range, "…");
    }
    if masked != text {
        findings.other(
            format!("{place} holds what looks like personal data"),
            "replaced by “…”, and not repeated here",
        );
    }
    masked
}

/// An entry of the report.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// Where it came from, below the source.
    pub source: String,
    /// What was found.
    pub findings: Findings,
}

/// What an import met and did.
#[derive(Debug, Clone, Default)]
pub struct ImportReport {
    /// How many of what were imported, in the order shown.
    pub counts: Vec<(&'static str, usize)>,
    /// By the place in the content folder, such as `interlinkers/brevo`; `""` is the whole.
    pub subjects: BTreeMap<String, Subject>,
    /// What became of the files.
    pub plan: Plan,
}

impl ImportReport {
    /// How many of that name were imported.
    pub fn count(&self, name: &str) -> usize {
        self.counts.iter().find(|(known, _)| *known == name).map_or(0, |(_, count)| *count)
    }

    /// Every finding of a class, with the place of its entry.
    pub fn of_class(&self, class: Class) -> Vec<(&str, &Finding)> {
        self.subjects
            .iter()
            .flat_map(|(place, subject)| {
                subject.findings.0.iter().map(move |finding| (place.as_str(), finding))
            })
            .filter(|(_, finding)| finding.class == class)
            .collect()
    }

    /// The report as Markdown. It does not tell how often the import ran: the same data give the
    /// same report.
    pub fn to_markdown(&self) -> String {
        let mut out = String::from("# Import report\n\n");
        for (name, count) in &self.counts {
            line(&mut out, format_args!("- {name}: {count}"));
        }
        self.write_totals(&mut out);
        self.write_files(&mut out);
        for (place, subject) in &self.subjects {
            if subject.findings.0.is_empty() {
                continue;
            }
            let title = if place.is_empty() { "The data as a whole" } else { place };
            line(&mut out, format_args!("\n## {}\n", show(title)));
            if !subject.source.is_empty() {
                line(&mut out, format_args!("From `{}`.\n", subject.source.replace('`', "'")));
            }
            for finding in subject.findings.sorted() {
                line(
                    &mut out,
                    format_args!(
                        "- **{}** {}: {}.",
                        finding.class.name(),
                        show(&finding.met),
                        show(finding.done.trim_end_matches('.'))
                    ),
                );
            }
        }
        out
    }

    fn write_totals(&self, out: &mut String) {
        let mut totals: BTreeMap<Class, usize> = BTreeMap::new();
        for finding in self.subjects.values().flat_map(|subject| &subject.findings.0) {
            *totals.entry(finding.class).or_default() += 1;
        }
        out.push_str("\n## Totals\n\n| Class | Findings | What it means |\n| --- | ---: | --- |\n");
        for (class, total) in totals {
            line(out, format_args!("| {} | {total} | {} |", class.name(), class.meaning()));
        }
    }

    fn write_files(&self, out: &mut String) {
        for (title, list) in [
            ("Changed by a person since the last import, left as they are", &self.plan.kept),
            ("Deleted by a person since the last import, not made again", &self.plan.deleted),
            ("No longer in the source, left as they are", &self.plan.vanished),
        ] {
            if !list.is_empty() {
                line(out, format_args!("\n## {title}\n"));
                for path in list {
                    line(out, format_args!("- `{path}`"));
                }
            }
        }
    }
}

fn line(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{arguments}");
}

/// A text from the data on one line, so that it cannot change the shape of the report.
fn show(text: &str) -> String {
    super::text::one_line(text).replace('<', "&lt;")
}

/// A value of the data for a message: in quotation marks, shortened.
pub fn quote(text: &str) -> String {
    format!("“{}”", super::text::cut_at_word(&super::text::one_line(text), 100))
}

/// `one` or `3 names`.
pub fn list_of(items: &[String]) -> String {
    items.iter().map(|item| format!("“{item}”")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_lists_totals_and_then_entry_by_entry() {
        let mut subject = Subject { source: "interlinkers/knowledge/A".into(), ..Subject::default() };
        subject.findings.defect(6, "the path\nof <it>", "the own file was used.");
        subject.findings.defect(1, "es", "left out");
        let mut report = ImportReport { counts: vec![("Interlinkers", 1)], ..ImportReport::default() };
        report.subjects.insert("interlinkers/a".into(), subject);
        insta::assert_snapshot!(report.to_markdown(), @"
        # Import report

        - Interlinkers: 1

        ## Totals

        | Class | Findings | What it means |
        | --- | ---: | --- |
        | D1 | 1 | a language is claimed, but there is no text in it |
        | D6 | 1 | a path leads into the folder of another entry |

        ## interlinkers/a

        From `interlinkers/knowledge/A`.

        - **D1** es: left out.
        - **D6** the path of &lt;it>: the own file was used.
        ");
    }
}
