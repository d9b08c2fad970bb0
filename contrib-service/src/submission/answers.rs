//! A form -> its checked answers, whatever the form is for: every field held to its rule, then the
//! rules about two fields and the file. An edit says only what differs from what stands there, and
//! only that is checked: nobody has to mend what somebody else has written.

use std::collections::BTreeSet;

use generator::model::form::{Form, HONEYPOT, PAGE_LANGUAGE, Place, Purpose};
use generator::model::site::Site;
use generator::model::{Kind, Slug};
use generator::personal_data::find_personal_data;

use super::outline::Outline;
use super::rules::Rule;
use super::{FILE, FieldError, Line, Upload, Value, slug_of, tree};
use crate::raw_form::RawForm;
use crate::upload::examine;

/// The field with the name of the contributor.
const CONTRIBUTOR: &str = "contributor";
/// The box that allows the name to be shown.
const SHOW_NAME: &str = "show-name";

/// The checked answers of a form.
#[derive(Debug, Clone, Default)]
pub struct Answers {
    /// Who they are from; only with their consent.
    pub author: Option<Line>,
    /// What was answered, by the name of the field, in the order of the form.
    pub values: Vec<(&'static str, Value)>,
    /// Fields of the entry that an edit empties.
    pub emptied: Vec<&'static str>,
    /// The file, if one came with them.
    pub file: Option<Upload>,
}

impl Answers {
    /// Checks what was typed. `present` holds what stands in the entry, as the form would show it;
    /// what is the same there is no answer.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the form.
    pub fn parse(
        definition: Form,
        form: &RawForm,
        site: &Site,
        present: Option<&RawForm>,
    ) -> Result<Answers, Vec<FieldError>> {
        let mut errors = whole_form(form);
        let mut form = form.clone();
        if form.text("language").is_empty() {
            form.set("language", form.text(PAGE_LANGUAGE).to_owned().as_str());
        }
        // The first line's margin says as much as that of the others.
        for input in definition.inputs().filter(|input| is_outlined(input.place)) {
            let typed = form.texts().get(input.name).and_then(|values| values.first());
            if let Some(dedented) = typed.map(|typed| dedented(typed)) {
                form.set(input.name, &dedented);
            }
        }
        let mut answers = Answers::default();
        for input in definition.inputs().filter(|input| input.place != Place::File) {
            let is_content = matches!(input.place, Place::Facts | Place::Words | Place::Body);
            // A program that edits sends what it changes; a page sends every field, also an empty one.
            let is_sent = form.texts().contains_key(input.name);
            let is_kept =
                is_content && present.is_some_and(|present| !is_sent || same(input.name, &form, present));
            if is_kept || form.unreadable.contains(input.name) {
                continue;
            }
            match (Rule { input, form: definition, site }).check(&form) {
                Ok(Some(mut value)) => {
                    if let (Value::List(items), Some(present)) = (&mut value, present) {
                        keep_order(items, &present.list(input.name));
                    }
                    answers.values.push((input.name, value));
                }
                Ok(None) if is_content && present.is_some() => answers.emptied.push(input.name),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        answers.check_together(definition, &form, present, &mut errors);
        // Without consent the name is not kept.
        answers.author = answers.line(CONTRIBUTOR).filter(|_| answers.line(SHOW_NAME).is_some()).cloned();
        if definition.inputs().any(|input| input.place == Place::File) {
            match check_file(&form) {
                Ok(file) => answers.file = file,
                Err(error) => errors.push(error),
            }
        }
        if errors.is_empty() {
            return Ok(answers);
        }
        let place = |field: &str| definition.inputs().position(|input| input.name == field);
        errors.sort_by_key(|error| place(&error.field).unwrap_or(usize::MAX));
        Err(errors)
    }

    /// Who they are from, as it is kept.
    pub fn author_name(&self) -> Option<String> {
        self.author.as_ref().map(|author| author.as_str().to_owned())
    }

    /// The answer of one line in a field.
    pub fn line(&self, field: &str) -> Option<&Line> {
        self.values.iter().find_map(|(name, value)| match value {
            Value::Line(line) if *name == field => Some(line),
            _ => None,
        })
    }

    /// The words of a field of text; empty where there are none.
    pub fn text(&self, field: &str) -> &str {
        self.values
            .iter()
            .find_map(|(name, value)| match value {
                _ if *name != field => None,
                Value::Line(line) => Some(line.as_str()),
                Value::Prose(prose) => Some(prose.as_str()),
                Value::List(_) => None,
            })
            .unwrap_or_default()
    }

    /// Rules about two fields.
    fn check_together(
        &self,
        definition: Form,
        form: &RawForm,
        present: Option<&RawForm>,
        errors: &mut Vec<FieldError>,
    ) {
        let stands = |field: &str| {
            present.is_some_and(|present| !present.list(field).is_empty()) && !self.emptied.contains(&field)
        };
        let has = |field: &str| self.values.iter().any(|(name, _)| *name == field) || stands(field);
        let wrong: Vec<String> = errors.iter().map(|error| error.field.clone()).collect();
        for input in definition.inputs().filter(|input| is_outlined(input.place)) {
            let typed = self.text(input.name);
            if !typed.is_empty() && !wrong.iter().any(|wrong| wrong == input.name) {
                errors.extend(match input.place {
                    Place::Tree => tree::parse(input.name, typed).err(),
                    _ => Outline::parse(input.name, typed).err(),
                });
            }
        }
        let mut lacks = |field: &str, message| {
            if !wrong.iter().any(|wrong| wrong == field) {
                errors.push(FieldError::new(field, message));
            }
        };
        let asks_for = |field: &str| definition.input(field).is_some();
        if asks_for("nature") && form.text("nature").starts_with("external-") && !has("address") {
            lacks("address", "error-address-of-external");
        }
        if asks_for("licence-group") && form.text("licence") == "unstated" && !has("licence-group") {
            lacks("licence-group", "error-licence-group");
        }
        if definition.purpose == Purpose::Use && !has("organisation") && !has("name") {
            lacks("organisation", "error-who-uses");
        }
        if has(SHOW_NAME) && !has(CONTRIBUTOR) {
            lacks(CONTRIBUTOR, "error-name-to-show");
        }
        // The name becomes part of a commit, which nothing can take back.
        if has(SHOW_NAME) && !find_personal_data(form.text(CONTRIBUTOR)).is_empty() {
            lacks(CONTRIBUTOR, "error-personal-data");
        }
        // What is said to the maintainers may be public where they work.
        for input in definition.inputs().filter(|input| input.place == Place::Message) {
            if !find_personal_data(self.text(input.name)).is_empty() {
                lacks(input.name, "error-personal-data");
            }
        }
    }
}

/// Whether the margins of its lines mean something.
fn is_outlined(place: Place) -> bool {
    matches!(place, Place::Outline | Place::Tree)
}

/// What is wrong with a form whatever its fields are.
fn whole_form(form: &RawForm) -> Vec<FieldError> {
    let mut errors: Vec<FieldError> =
        form.unreadable.iter().map(|field| FieldError::new(field, "error-not-utf-8")).collect();
    for (field, name) in &form.oversized {
        errors.push(FieldError::new(field, "error-file-too-large").text("name", name));
    }
    if !form.text(HONEYPOT).is_empty() {
        errors.push(FieldError::new("name", "error-honeypot"));
    }
    // The form has no such field: the folder is always named by us. Saying so is better than
    // passing over it, for the program that sent it.
    if let Some(slug) = Some(form.text("slug")).filter(|slug| !slug.is_empty())
        && Slug::parse(slug).is_err()
    {
        errors.push(FieldError::new("name", "error-slug").text("value", slug));
    }
    errors
}

/// A text without the margin that all of its lines have.
fn dedented(text: &str) -> String {
    let text = text.replace('\t', "    ");
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let margin =
        lines().map(|line| line.len() - line.trim_start_matches(' ').len()).min().unwrap_or_default();
    text.lines().map(|line| line.get(margin..).unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// What stands there already stays where it is, new items come after it.
fn keep_order(items: &mut [Line], present: &[&str]) {
    let place = |item: &Line| present.iter().position(|other| *other == item.as_str());
    items.sort_by_key(|item| place(item).unwrap_or(usize::MAX));
}

/// Whether a field holds what stands there already. Browsers write line ends their own way and drop
/// an empty line at the beginning; boxes come in the order of the form.
fn same(field: &str, form: &RawForm, present: &RawForm) -> bool {
    let values = |form: &RawForm| {
        let values = form.list(field).into_iter();
        values.map(|value| value.replace("\r\n", "\n")).collect::<BTreeSet<_>>()
    };
    values(form) == values(present)
}

fn check_file(form: &RawForm) -> Result<Option<Upload>, FieldError> {
    let mut files = form.files.iter().filter(|file| file.field == FILE);
    let Some(file) = files.next() else { return Ok(None) };
    if files.next().is_some() {
        return Err(FieldError::new(FILE, "error-one-file"));
    }
    let examined =
        examine(&file.bytes, &file.name).map_err(|refusal| refusal.field_error(FILE, &file.name))?;
    let file_type = examined.file_type;
    let last = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = last.rsplit_once('.').map_or(last, |(stem, _)| stem);
    let title = match form.text("file-title") {
        "" => stem,
        title => title,
    };
    let title = Line::shortened(title, 120).unwrap_or_else(|| Line::fixed("file"));
    let slug: String = slug_of(stem, Kind::Interlinker).as_str().chars().take(60).collect();
    let slug = slug.trim_end_matches('-');
    let file_name = format!("{slug}.{}", file_type.extensions()[0]);
    Ok(Some(Upload { file_type, title, file_name, bytes: examined.bytes.into() }))
}
