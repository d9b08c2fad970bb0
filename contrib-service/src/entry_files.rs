//! `Submission` -> the files of its entry, as an author would write them, and the look of the
//! generator's own check at them. Paths are relative to the entry's folder and all of our making.

use generator::content::story_tree::Steps;
use generator::content::yaml::{write_scalar, write_text};
use generator::diagnostic::{Code, Diagnostic, Severity};
use generator::import::emit::{MapBuilder, Value as Emitted, emit_document};
use generator::markdown::{FindingKind, inspect};
use generator::model::definition::{Field, Shape};
use generator::model::form::{Form, Place, Purpose};
use generator::model::{Kind, Slug};

use crate::queue::job::EntryFile;
use crate::submission::outline::{Outline, OutlineNode};
use crate::submission::tree::{self, TREE_FILE};
use crate::submission::{FieldError, Prose, Submission, Value};

/// The files of an entry, and which line of them came from which field of the form.
#[derive(Debug, Clone)]
pub struct EntryFiles {
    /// The files, by path.
    pub files: Vec<EntryFile>,
    kind: Kind,
    lines: Vec<(String, u32, &'static str)>,
}

/// Writes the files of a submission.
pub fn write_entry_files(submission: &Submission, slug: &Slug) -> EntryFiles {
    let mut facts = Writer::new(submission.kind.facts_file().unwrap_or_default());
    for field in submission.kind.facts().unwrap_or_default() {
        match (field.name, &submission.file) {
            ("status", _) => facts.line("status: active\n"),
            // The needs of the original catalogue have codes; one that is proposed gets its name's.
            ("code", _) => {
                let code = slug.as_str().replace('-', "_").to_uppercase();
                facts.line(&format!("code: {}\n", write_scalar(&code)));
            }
            ("files", Some(file)) => {
                facts.mark("file");
                facts.line("files:\n");
                facts.line(&format!("  - path: files/{}\n", file.file_name));
                facts.line(&format!("    language: {}\n", write_scalar(&submission.language)));
                facts.line(&format!("    title: {}\n", write_scalar(file.title.as_str())));
                // Nobody has looked at it yet.
                facts.line("    accessibility: unknown\n");
            }
            ("phases", _) => {
                if let Some((name, outline)) = outline(submission) {
                    facts.mark(name);
                    facts.line(&phases(&outline));
                }
            }
            _ => facts.field(submission, field, Place::Facts),
        }
    }
    let mut words = Writer::new(format!("{}.md", submission.language));
    words.line("---\n");
    for field in submission.kind.words() {
        words.field(submission, field, Place::Words);
    }
    words.line("---\n");
    if let Some((name, prose)) = typed_at(submission, Place::Body) {
        words.line("\n");
        words.mark(name);
        words.line(&format!("{}\n", without_html(prose.as_str())));
    }
    let mut files = vec![
        EntryFile::new(facts.path, facts.text.into_bytes()),
        EntryFile::new(words.path, words.text.into_bytes()),
    ];
    if let Some((_, outline)) = outline(submission) {
        let path = format!("{}.yaml", submission.language);
        let words = outline.walk().into_iter().map(|node| {
            format!("{}:\n  name: {}\n", write_scalar(&node.id), write_scalar(node.name.as_str()))
        });
        files.push(EntryFile::new(path, words.collect::<String>().into_bytes()));
    }
    let mut lines: Vec<_> = facts.lines.into_iter().chain(words.lines).collect();
    if let Some((name, text)) = story_tree(submission) {
        lines.push((TREE_FILE.to_owned(), 1, name));
        files.push(EntryFile::new(TREE_FILE.to_owned(), text.into_bytes()));
    }
    if let Some(file) = &submission.file {
        files.push(EntryFile::new(format!("files/{}", file.file_name), file.bytes.to_vec()));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    EntryFiles { kind: submission.kind, files, lines }
}

/// The files as the content folder would hold them.
pub fn below_content(kind: Kind, slug: &Slug, files: &[EntryFile]) -> Vec<(String, Vec<u8>)> {
    files.iter().map(|file| (format!("{}/{slug}/{}", kind.folder(), file.path), file.bytes.clone())).collect()
}

impl EntryFiles {
    /// What the check found wrong with these files, as errors of the form's fields. A mistake that
    /// no field can be blamed for stands at the name, with the words of the check.
    pub fn field_errors(&self, slug: &Slug, diagnostics: &[Diagnostic]) -> Vec<FieldError> {
        let folder = format!("{}/{slug}/", self.kind.folder());
        // The same sentence once for a field, however often it is true.
        let mut said: Vec<FieldError> = Vec::new();
        let steps = Steps::of(self.text(TREE_FILE));
        let errors = diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.severity == Severity::Error)
            .filter_map(|diagnostic| Some((diagnostic, diagnostic.file.strip_prefix(&folder)?)))
            .map(|(diagnostic, file)| {
                let field = self.field_at(file, diagnostic.position.map_or(0, |position| position.line));
                if file == TREE_FILE {
                    return tree::field_error(field, &steps, diagnostic);
                }
                let error = FieldError::new(field, message_for(diagnostic.code));
                match error.message {
                    PERSONAL_DATA => error,
                    _ => error.text("detail", &diagnostic.message),
                }
            });
        for error in errors {
            if !said.contains(&error) {
                said.push(error);
            }
            if said.len() == MOST_SAID {
                break;
            }
        }
        said
    }

    /// Whether a field of the content is stated in these files.
    pub fn states(&self, field: &str) -> bool {
        self.lines.iter().any(|(_, _, stated)| *stated == field)
    }

    /// What one of the files says.
    fn text(&self, path: &str) -> &str {
        let file = self.files.iter().find(|file| file.path == path);
        file.and_then(|file| std::str::from_utf8(&file.bytes).ok()).unwrap_or_default()
    }

    fn field_at(&self, file: &str, line: u32) -> &'static str {
        if file.starts_with("files/") {
            return "file";
        }
        let above = self.lines.iter().filter(|(path, from, _)| path == file && *from <= line);
        above.max_by_key(|(_, from, _)| *from).map_or("name", |(_, _, field)| *field)
    }
}

/// So many mistakes are told at a time: more than anybody mends before looking again, and few enough that a file made
/// of mistakes costs no more than another one.
const MOST_SAID: usize = 50;

/// It says nothing of what was found, so it is said once.
const PERSONAL_DATA: &str = "error-personal-data";

pub(crate) fn message_for(code: Code) -> &'static str {
    match code {
        Code::BadLicence | Code::MissingLicenceGroup => "error-bad-licence",
        Code::BadAddress => "error-bad-address-found",
        Code::ForbiddenLink => "error-forbidden-link",
        Code::BrokenLink | Code::MissingFile => "error-broken-link",
        Code::RemoteImage => "error-remote-image",
        Code::BrokenImage => "error-broken-image",
        Code::PersonalData => PERSONAL_DATA,
        _ => "error-found",
    }
}

/// The tree of a schema, and the field it was typed into.
fn outline(submission: &Submission) -> Option<(&'static str, Outline)> {
    let (name, prose) = typed_at(submission, Place::Outline)?;
    // It has been read before, or there would be no submission.
    Some((name, Outline::parse(name, prose.as_str()).ok()?))
}

/// The reduced tree of a story's process as its file has it, and the field it was typed into.
fn story_tree(submission: &Submission) -> Option<(&'static str, String)> {
    let (name, prose) = typed_at(submission, Place::Tree)?;
    // It has been read before, as an outline has.
    Some((name, tree::parse(name, prose.as_str()).ok()?))
}

/// The lines that were typed into the field of the form that has this place.
fn typed_at(submission: &Submission, place: Place) -> Option<(&'static str, &Prose)> {
    let form = Form::of(Purpose::Propose, submission.kind)?;
    let name = form.inputs().find(|input| input.place == place)?.name;
    match value(submission, name)? {
        Value::Prose(prose) => Some((name, prose)),
        Value::Line(_) | Value::List(_) => None,
    }
}

/// The phases as `schema.yaml` has them.
fn phases(outline: &Outline) -> String {
    /// Nodes of a level; `levels` names what those below are called.
    fn list(nodes: &[OutlineNode], levels: &[&str]) -> Emitted {
        let node = |node: &OutlineNode| {
            let mut map = MapBuilder::default();
            map.put_text("id", Some(&node.id));
            if let Some((below, rest)) = levels.split_first() {
                map.put(below, list(&node.children, rest));
            }
            map.finish()
        };
        Emitted::List(nodes.iter().map(node).collect())
    }
    let mut map = MapBuilder::default();
    emit_document(&map.put("phases", list(&outline.nodes, &["objectives", "tasks"])).finish())
}

fn value<'a>(submission: &'a Submission, field: &str) -> Option<&'a Value> {
    submission.values.iter().find(|(name, _)| *name == field).map(|(_, value)| value)
}

struct Writer {
    path: String,
    text: String,
    lines: Vec<(String, u32, &'static str)>,
    line: u32,
}

impl Writer {
    fn new(path: String) -> Writer {
        Writer { path, text: String::new(), lines: Vec::new(), line: 1 }
    }

    /// The next line belongs to this field of the form.
    fn mark(&mut self, field: &'static str) {
        self.lines.push((self.path.clone(), self.line, field));
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.line += text.matches('\n').count() as u32;
    }

    fn field(&mut self, submission: &Submission, field: &Field, place: Place) {
        let name = field.name;
        let input = Form::of(Purpose::Propose, submission.kind).and_then(|form| form.input(name));
        if input.is_none_or(|input| input.place != place) {
            return;
        }
        let Some(value) = value(submission, name) else { return };
        self.mark(name);
        match value {
            Value::Line(line) => self.line(&format!("{name}: {}\n", write_scalar(line.as_str()))),
            Value::Prose(prose) => {
                let text = match field.shape {
                    Shape::Markdown => without_html(prose.as_str()),
                    _ => prose.as_str().to_owned(),
                };
                self.line(&format!("{name}: {}", write_text(&text, 2)));
            }
            Value::List(items) => {
                self.line(&format!("{name}:\n"));
                for item in items {
                    self.line(&format!("  - {}\n", write_scalar(item.as_str())));
                }
            }
        }
    }
}

/// Markdown in which what looks like HTML is shown as it was typed: content refuses HTML, and a
/// visitor who writes "<name of the city>" means just that.
pub(crate) fn without_html(markdown: &str) -> String {
    let mut text = markdown.to_owned();
    // Each round hides the first tag; the bound only guards against a surprise of the parser.
    for _ in 0..1_000 {
        let html = inspect(&text).into_iter().find(|finding| matches!(finding.kind, FindingKind::RawHtml(_)));
        match html {
            Some(finding) if text.is_char_boundary(finding.offset) => text.insert(finding.offset, '\\'),
            _ => return text,
        }
    }
    text.replace('<', "&lt;")
}

#[cfg(test)]
mod tests;
