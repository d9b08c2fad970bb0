//! `RawForm` -> `Submission`: every value checked against the definition of its field, all
//! mistakes at once. What comes out can only hold values that obey their rules; what does not is
//! a [`FieldError`], a message key with its arguments, said in the visitor's language elsewhere.

mod rules;
mod values;

use generator::model::form::{Form, HONEYPOT, PAGE_LANGUAGE, Place};
use generator::model::site::Site;
use generator::model::{Kind, Slug};
use generator::personal_data::find_personal_data;

use crate::raw_form::RawForm;
use crate::upload::{FileType, examine};

pub use values::{Line, Prose};

use rules::Rule;

/// The field of the file.
pub const FILE: &str = "file";
/// The field that holds the key of a file sent before.
pub const KEPT_FILE: &str = "kept-file";
/// The field with the id of the contribution that a form changes.
pub const CHANGE: &str = "change";
/// The field with the key of the status page of that contribution. It is never kept.
pub const STATUS_KEY: &str = "status-key";
/// The field with the name of the contributor.
const CONTRIBUTOR: &str = "contributor";
/// The box that allows the name to be shown.
const SHOW_NAME: &str = "show-name";

/// A proposal of an entry that obeys every rule of its fields.
#[derive(Debug, Clone)]
pub struct Submission {
    /// The kind of the entry.
    pub kind: Kind,
    /// The language its texts are written in.
    pub language: String,
    /// The name of the entry.
    pub name: Line,
    /// Who it is from; only with their consent.
    pub author: Option<Line>,
    /// What becomes a field of the entry, by its name, in the order of the form.
    pub values: Vec<(&'static str, Value)>,
    /// The file, if one came with it.
    pub file: Option<Upload>,
}

/// A checked value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One line: a text, a term, an address, a slug.
    Line(Line),
    /// Several lines of text or Markdown.
    Prose(Prose),
    /// Terms or slugs.
    List(Vec<Line>),
}

/// A checked file.
#[derive(Debug, Clone)]
pub struct Upload {
    /// What it is.
    pub file_type: FileType,
    /// What readers see; from the name it had.
    pub title: Line,
    /// The name it gets, without folder.
    pub file_name: String,
    /// Its content.
    pub bytes: axum::body::Bytes,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field, whose message it is shown beside.
    pub field: String,
    /// The message key.
    pub message: &'static str,
    /// The arguments of the message.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A number, which also chooses the plural.
    Number(usize),
    /// A text.
    Text(String),
}

impl FieldError {
    /// An error without arguments.
    pub fn new(field: &str, message: &'static str) -> FieldError {
        FieldError { field: field.to_owned(), message, arguments: Vec::new() }
    }

    /// With a number.
    #[must_use]
    pub fn number(mut self, name: &'static str, number: usize) -> FieldError {
        self.arguments.push((name, Argument::Number(number)));
        self
    }

    /// With a text.
    #[must_use]
    pub fn text(mut self, name: &'static str, text: &str) -> FieldError {
        // A message shows what was typed, but not all of a book.
        let shown = Line::shortened(text, 60).map_or_else(String::new, |line| line.as_str().to_owned());
        self.arguments.push((name, Argument::Text(shown)));
        self
    }
}

impl Submission {
    /// Checks what was typed into a form. Fields the form does not have are passed over.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the form.
    pub fn parse(definition: &Form, form: &RawForm, site: &Site) -> Result<Submission, Vec<FieldError>> {
        let mut errors = Vec::new();
        for field in &form.unreadable {
            errors.push(FieldError::new(field, "error-not-utf-8"));
        }
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
        let mut form = form.clone();
        if form.text("language").is_empty() {
            form.set("language", form.text(PAGE_LANGUAGE).to_owned().as_str());
        }
        let mut values = Vec::new();
        for input in definition.inputs().filter(|input| input.place != Place::File) {
            if form.unreadable.contains(input.name) {
                continue;
            }
            match (Rule { input, kind: definition.kind, site }).check(&form) {
                Ok(Some(value)) => values.push((input.name, value)),
                Ok(None) => {}
                Err(error) => errors.push(error),
            }
        }
        check_together(&form, &values, &mut errors);
        let line = |field: &str| {
            values.iter().find_map(|(name, value)| match value {
                Value::Line(line) if *name == field => Some(line.clone()),
                _ => None,
            })
        };
        // Without consent the name is not kept.
        let author = line(CONTRIBUTOR).filter(|_| line(SHOW_NAME).is_some());
        let file = match check_file(&form) {
            Ok(file) => file,
            Err(error) => {
                errors.push(error);
                None
            }
        };
        match (line("language"), line("name")) {
            (Some(language), Some(name)) if errors.is_empty() => {
                let becomes_content = |field: &str| {
                    let place = definition.input(field).map(|input| input.place);
                    matches!(place, Some(Place::Facts | Place::Words | Place::Body))
                };
                let language = language.as_str().to_owned();
                values.retain(|(field, _)| becomes_content(field));
                Ok(Submission { kind: definition.kind, language, name, author, values, file })
            }
            _ => {
                let place = |field: &str| definition.inputs().position(|input| input.name == field);
                errors.sort_by_key(|error| place(&error.field).unwrap_or(usize::MAX));
                Err(errors)
            }
        }
    }

    /// The folder name it asks for. A name without a Latin letter or digit gets the kind's.
    pub fn wanted_slug(&self) -> Slug {
        slug_of(self.name.as_str(), self.kind)
    }
}

/// The slug of a title, or the name of the kind where the title gives none.
pub fn slug_of(title: &str, kind: Kind) -> Slug {
    Slug::from_title(title)
        .or_else(|| Slug::parse(kind.name()).ok())
        .expect("the name of a kind is a slug, as a test shows")
}

/// Rules about two fields.
fn check_together(form: &RawForm, values: &[(&'static str, Value)], errors: &mut Vec<FieldError>) {
    let has = |field: &str| values.iter().any(|(name, _)| *name == field);
    let is_wrong = |errors: &[FieldError], field: &str| errors.iter().any(|error| error.field == field);
    if form.text("nature").starts_with("external-") && !has("address") && !is_wrong(errors, "address") {
        errors.push(FieldError::new("address", "error-address-of-external"));
    }
    if has(SHOW_NAME) && !has(CONTRIBUTOR) && !is_wrong(errors, CONTRIBUTOR) {
        errors.push(FieldError::new(CONTRIBUTOR, "error-name-to-show"));
    }
    // The name becomes part of a commit, which nothing can take back.
    if has(SHOW_NAME) && !find_personal_data(form.text(CONTRIBUTOR)).is_empty() {
        errors.push(FieldError::new(CONTRIBUTOR, "error-personal-data"));
    }
    if form.text("licence") == "unstated" && !has("licence-group") && !is_wrong(errors, "licence-group") {
        errors.push(FieldError::new("licence-group", "error-licence-group"));
    }
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

/// The slug, or the same with the first number that nobody has.
pub fn free_slug(wanted: &Slug, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    if !is_taken(wanted) {
        return wanted.clone();
    }
    let mut number: u64 = 2;
    loop {
        let end = format!("-{number}");
        let room = generator::model::slug::MAX_SLUG - end.len();
        let stem: String = wanted.as_str().chars().take(room).collect();
        if let Ok(slug) = Slug::parse(&format!("{}{end}", stem.trim_end_matches('-')))
            && !is_taken(&slug)
        {
            return slug;
        }
        number += 1;
    }
}

#[cfg(test)]
pub(crate) mod tests;
