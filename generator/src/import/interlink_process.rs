//! A process that a team exported from the original INTERLINK environment -> its `process.yaml`.
//!
//! `archive` reads the two JSON files and the logo out of the ZIP, `tree` says what becomes of
//! phases, objectives, tasks and what hung on them; here is what becomes of the process itself.
//! The export names its administrators by their e-mail addresses: they are counted and dropped.
//! Everything is written under one edit, whose replica follows from the export, so two people who
//! import the same archive get the same bytes.

mod archive;
mod tree;

use std::path::Path;

use super::ImportError;
use super::report::{Findings, ImportReport, Subject};
use super::text::{clean, cut_at_word, is_html, one_line, to_markdown};
use crate::bundle::base64;
use crate::digest::Digest;
use crate::model::entry::Day;
use crate::process::fields::{MAX_LINE, MAX_LOGO, MAX_TEXT, is_slug};
use crate::process::{Document, Value, read_process, write_process};
use archive::Export;
use serde_json::Value as Json;

/// The original's short names of governance models, with our terms.
const MODELS: [(&str, &str); 4] = [
    ("C2G", "citizen-sourcing"),
    ("G+G", "public-civil-partnership"),
    ("G2C", "government-as-a-platform"),
    ("C2C", "citizen-to-citizen"),
];

/// What the importer makes: the text of the file and what is to be said about it.
#[derive(Debug)]
pub struct ImportedProcess {
    /// The text of the process file.
    pub text: String,
    /// What was met, and what became of it.
    pub report: ImportReport,
}

/// Reads an export archive. Nothing is written.
///
/// # Errors
/// When the archive cannot be read, is no export, or holds more than an export can.
pub fn import_interlink_process(archive: &Path) -> Result<ImportedProcess, ImportError> {
    let nothing = |reason: String| ImportError::Nothing { place: archive.to_owned(), reason };
    let file = std::fs::File::open(archive).map_err(ImportError::io(archive))?;
    let export = Export::read(file).map_err(nothing)?;
    let mut import = Import::default();
    let document = import.process(&export).map_err(nothing)?;
    let text = write_process(&document);
    // What was made is what every reader will be able to open.
    let reading = read_process("process.yaml", &text);
    if let Some(first) = reading.diagnostics.iter().next() {
        return Err(nothing(format!("no process file can be made of it: {}", first.message)));
    }
    let name = archive.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut report = ImportReport { counts: import.counts, ..ImportReport::default() };
    report.subjects.insert(String::new(), Subject { source: name, findings: import.findings });
    Ok(ImportedProcess { text, report })
}

/// What has been made so far.
#[derive(Default)]
struct Import {
    changes: Vec<(String, Option<Value>)>,
    findings: Findings,
    counts: Vec<(&'static str, usize)>,
}

impl Import {
    fn process(&mut self, export: &Export) -> Result<Document, String> {
        let from = &export.process;
        let id = text_of(from, "id").map(|id| id.replace('-', "").to_lowercase());
        let id = id.filter(|id| crate::process::fields::is_process_id(id));
        let id = id.ok_or("coproduction.json has no id of a process")?;
        let mut document = Document::new(id);
        self.words(from);
        self.settings(from);
        self.logo(export);
        self.tree(&mut document, export)?;
        let replica = format!("i{}", &export.digest[..7]);
        document.set_fields(&replica, std::mem::take(&mut self.changes));
        Ok(document)
    }

    fn words(&mut self, from: &Json) {
        if let Some(name) = text_of(from, "name") {
            // The export puts this before every name.
            let name = name.strip_prefix("import_").unwrap_or(&name).to_owned();
            self.line("name", "the name of the process", &name);
        }
        let language = text_of(from, "language").map(|language| language.to_lowercase());
        match language {
            Some(language) if is_slug(&language) => self.put("language", Value::text(&language)),
            Some(language) => self.findings.homeless(format!("language: {language}")),
            None => {}
        }
        for (theirs, ours) in [
            ("description", "description"),
            ("aim", "aim"),
            ("idea", "idea"),
            ("challenges", "challenges"),
            ("organization_desc", "organisation"),
        ] {
            if let Some(text) = text_of(from, theirs) {
                self.text(ours, theirs, &text);
            }
        }
        let tags: Vec<String> = list_of(from, "tags")
            .iter()
            .filter_map(|tag| tag.as_str().or_else(|| tag["name"].as_str()))
            .map(|tag| cut_at_word(&one_line(tag), MAX_LINE))
            .collect();
        self.put("tags", Value::list(tags.iter().map(String::as_str)));
    }

    fn settings(&mut self, from: &Json) {
        if let Some(code) = text_of(from, "intergovernmental_model") {
            match MODELS.iter().find(|(theirs, _)| *theirs == code) {
                Some((_, ours)) => self.put("governance-model", Value::text(ours)),
                None => self.findings.homeless(format!("intergovernmental_model: {code}")),
            }
        }
        match text_of(from, "status").as_deref() {
            Some("finished") => self.put("state", Value::text("done")),
            Some("in_progress") => self.put("state", Value::text("in-progress")),
            _ => {}
        }
        let is_set = |name: &str| from[name].as_bool() == Some(true);
        let ticked = [
            ("hasAddAnOrganization", "teams"),
            ("skipResourcesStep", "resources"),
            ("hideguidechecklist", "hidden"),
        ];
        let ticked = ticked.iter().filter(|(theirs, _)| is_set(theirs)).map(|(_, ours)| *ours);
        self.put("checklist", Value::list(ticked));
        if is_set("incentive_and_rewards_state") {
            let kind = if is_set("leaderboard") { "leaderboard" } else { "personal" };
            self.put("rewards", Value::text(kind));
            self.findings.other(
                "rewards were on; claims and points are not in the export",
                format!("rewards are on here too ({kind}), and begin anew"),
            );
        }
        self.day("start", from, "start_date");
        if let Some(schema) = text_of(from, "schema_used") {
            self.findings.other(
                format!("the process followed the schema {schema} of the old catalogue"),
                "its nodes are the team's own here, with the words they had",
            );
        }
        if let Some(text) = text_of(from, "requirements") {
            self.findings.homeless(format!("requirements: {}", clean(&text)));
        }
        let administrators = list_of(from, "administrators").len();
        if administrators > 0 {
            let who = if administrators == 1 {
                "1 administrator is"
            } else {
                &format!("{administrators} administrators are")
            };
            self.findings.other(
                format!("{who} named by an e-mail address"),
                "left out, and not repeated here; add the people in the workspace, without addresses",
            );
        }
        self.findings.other(
            "teams, permissions, claims and what happened are not in the export",
            "add the teams in the workspace",
        );
    }

    /// The picture, where it can stand in the file.
    fn logo(&mut self, export: &Export) {
        let Some((name, bytes)) = &export.logo else { return };
        let kind = match bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => Some("png"),
            [0xff, 0xd8, 0xff, ..] => Some("jpeg"),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
            _ => None,
        };
        let Some(kind) = kind else {
            return self.findings.other(
                format!("the logo {name} is no PNG, JPEG or WebP"),
                "left out; choose another in the workspace",
            );
        };
        let address = format!("data:image/{kind};base64,{}", base64(bytes));
        if address.len() > MAX_LOGO {
            return self.findings.other(
                format!("the logo {name} is larger than a process file takes"),
                "left out; make it smaller and choose it in the workspace",
            );
        }
        self.put("logo", Value::text(&address));
    }

    fn put(&mut self, path: impl Into<String>, value: Option<Value>) {
        if value.is_some() {
            self.changes.push((path.into(), value));
        }
    }

    fn line(&mut self, path: &str, what: &str, text: &str) {
        let line = one_line(text);
        let cut = cut_at_word(&line, MAX_LINE);
        if cut != line {
            self.findings.other(format!("{what} is longer than {MAX_LINE} characters"), "cut");
        }
        self.put(path, Value::text(&cut));
    }

    fn text(&mut self, path: &str, what: &str, text: &str) {
        let whole = if is_html(text) { to_markdown(text) } else { clean(text) };
        let cut = cut_at_word(&whole, MAX_TEXT);
        if cut != whole {
            self.findings.other(format!("{what} is longer than {MAX_TEXT} characters"), "cut");
        }
        self.put(path, Value::text(cut.trim()));
    }

    fn day(&mut self, path: &str, from: &Json, name: &str) {
        let Some(text) = text_of(from, name) else { return };
        // Of a day with an hour the day.
        let day = text.get(..10).unwrap_or(&text);
        if day.len() == 10 && Day::parse(day).is_some() {
            self.put(path, Value::text(day));
        } else {
            self.findings.homeless(format!("{name}: {text}"));
        }
    }
}

/// A text of the export; its programs write `None` for what is absent.
fn text_of(from: &Json, name: &str) -> Option<String> {
    let text = from[name].as_str()?.trim();
    (!text.is_empty() && text != "None").then(|| text.to_owned())
}

fn list_of<'j>(from: &'j Json, name: &str) -> &'j [Json] {
    from[name].as_array().map_or(&[], Vec::as_slice)
}

/// What names the export among others.
fn digest_of(parts: &[&[u8]]) -> String {
    Digest::of(&parts.concat()).hex(4)
}

#[cfg(test)]
mod tests;
