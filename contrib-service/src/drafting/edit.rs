//! A change of an entry: the fields that somebody has changed in the form, and only the lines of these
//! in the files. Everything else in them stays as it is, comments included.

use generator::content::edit::{Step, edit_front_matter, lines_of, remove, set_body, set_value};
use generator::content::front_matter::split_front_matter;
use generator::content::yaml::{Yaml, parse_yaml};
use generator::import::emit::Value as Emitted;
use generator::model::definition::{Field, Shape};
use generator::model::form::{Form, Input, Place};

use super::{Drafting, Outcome, SeenEntry};
use crate::entry_files::without_html;
use crate::queue::ask::Ask;
use crate::queue::job::EntryFile;
use crate::raw_form::RawForm;
use crate::submission::{Answers, FieldError, Value};

/// What a form would hold if somebody had typed what stands in the entry.
pub fn present(definition: Form, files: &[EntryFile], words: &str) -> RawForm {
    let mut form = RawForm::default();
    let text = |path: &str| {
        let file = files.iter().find(|file| file.path == path)?;
        std::str::from_utf8(&file.bytes).ok()
    };
    let facts = definition.kind.facts_file().and_then(|path| parse_yaml(text(&path)?).ok());
    let parts = text(&format!("{words}.md")).and_then(|text| split_front_matter(text).ok());
    let front = parts.as_ref().and_then(|parts| parse_yaml(parts.yaml).ok());
    for input in definition.inputs() {
        let tree = match input.place {
            Place::Facts => facts.as_ref(),
            Place::Words => front.as_ref(),
            Place::Body => {
                form.set(input.name, parts.as_ref().map_or("", |parts| parts.body.trim()));
                continue;
            }
            _ => continue,
        };
        let Some(Yaml::Map(fields)) = tree.map(|tree| &tree.value) else { continue };
        let Some((_, value)) = fields.iter().find(|(key, _)| key.text == input.name) else { continue };
        match &value.value {
            Yaml::List(items) => items.iter().filter_map(|item| scalar(&item.value)).for_each(|item| {
                form.add(input.name, item);
            }),
            value => form.set(input.name, scalar(value).unwrap_or_default().trim()),
        }
    }
    form
}

fn scalar(value: &Yaml) -> Option<&str> {
    match value {
        Yaml::Text(text, _) | Yaml::Number(text) => Some(text),
        _ => None,
    }
}

impl Drafting {
    pub(super) fn edit(&self) -> Outcome {
        let draft = self.about_entry(Ask::Edit)?;
        let words = self.words_language();
        let gone = || self.entry_is_gone();
        let entry = self.entry.as_ref().ok_or_else(gone)?;
        let answers = self.answers(Some(&present(self.definition, &entry.seen.files, words)))?;
        let files = edited(self.definition, entry, words, &answers)?;
        if files.is_empty() {
            return Err(vec![FieldError::new(self.first_field(), "error-nothing-changed")]);
        }
        let errors: Vec<FieldError> = entry
            .conflicts(&files)
            .into_iter()
            .map(|(path, field)| {
                // The field is named by its place in the file; the form has it as a field.
                let name = field.split(" › ").next().unwrap_or_default();
                let body = self.definition.inputs().find(|input| input.place == Place::Body);
                let field = match (self.definition.input(name), body) {
                    (Some(input), _) => input.name,
                    (None, Some(body)) if path.ends_with(".md") => body.name,
                    _ => "name",
                };
                FieldError::new(field, "error-changed-meanwhile")
            })
            .collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let overlaid = self.overlay(self.definition.kind, &draft.slug, &files, |path, line| {
            field_at(self.definition, &files, path, line).to_owned()
        })?;
        Ok(draft.with_changes(entry, files, overlaid, &answers, words))
    }
}

/// The files that change, each with the answers in it.
pub(super) fn edited(
    definition: Form,
    entry: &SeenEntry,
    words: &str,
    answers: &Answers,
) -> Result<Vec<EntryFile>, Vec<FieldError>> {
    let facts_path = definition.kind.facts_file().unwrap_or_default();
    let words_path = format!("{words}.md");
    let mut facts = entry.text(&facts_path).unwrap_or_default().to_owned();
    let mut text = entry.text(&words_path).unwrap_or_default().to_owned();
    let mut errors = Vec::new();
    for input in definition.inputs() {
        let value = answers.values.iter().find(|(name, _)| *name == input.name).map(|(_, value)| value);
        if value.is_none() && !answers.emptied.contains(&input.name) {
            continue;
        }
        let done = match input.place {
            Place::Facts => set(&facts, definition.facts(), definition, input, value).map(|new| facts = new),
            Place::Words => {
                let change = |yaml: &str| set(yaml, definition.kind.words(), definition, input, value);
                edit_front_matter(&text, change).map(|new| text = new)
            }
            Place::Body => {
                let body = match value {
                    Some(Value::Prose(prose)) => without_html(prose.as_str()),
                    _ => String::new(),
                };
                set_body(&text, &body).map(|new| text = new)
            }
            _ => Some(()),
        };
        if done.is_none() {
            errors.push(FieldError::new(input.name, "error-cannot-edit"));
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut files = Vec::new();
    for (path, new) in [(facts_path, facts), (words_path, text)] {
        if !path.is_empty() && new != entry.text(&path).unwrap_or_default() {
            files.push(entry.changed(&path, new));
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    Ok(files)
}

/// A YAML text with one field set, or removed where there is no value.
fn set(yaml: &str, fields: &[Field], form: Form, input: &Input, value: Option<&Value>) -> Option<String> {
    let order = fields.iter().map(|field| field.name.to_owned()).collect();
    let path = [Step::Key(input.name.to_owned(), order)];
    let value = match value {
        None => return remove(yaml, &path),
        Some(Value::Line(line)) => Emitted::text(line.as_str()),
        Some(Value::Prose(prose)) if matches!(input.shape(form), Shape::Markdown) => {
            Emitted::text(without_html(prose.as_str()))
        }
        Some(Value::Prose(prose)) => Emitted::text(prose.as_str()),
        Some(Value::List(items)) => Emitted::texts(items.iter().map(|item| item.as_str())),
    };
    set_value(yaml, &path, &value)
}

/// The field of the form that stands on a line of a file.
fn field_at(definition: Form, files: &[EntryFile], path: &str, line: u32) -> &'static str {
    let text = files.iter().find(|file| file.path == path);
    let text = text.and_then(|file| std::str::from_utf8(&file.bytes).ok()).unwrap_or_default();
    let (place, yaml, first) = if path.ends_with(".md") {
        let Ok(parts) = split_front_matter(text) else { return "name" };
        if line >= parts.body_line {
            let body = definition.inputs().find(|input| input.place == Place::Body);
            return body.map_or("name", |body| body.name);
        }
        // The front matter begins on the second line.
        (Place::Words, parts.yaml, 2)
    } else {
        (Place::Facts, text, 1)
    };
    let at = (line as usize).saturating_sub(first);
    let mut inputs = definition.inputs().filter(|input| input.place == place);
    let found = inputs
        .find(|input| lines_of(yaml, &[Step::key(input.name)]).is_some_and(|range| range.contains(&at)));
    found.map_or("name", |input| input.name)
}
