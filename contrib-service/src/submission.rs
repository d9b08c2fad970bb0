//! `RawForm` -> `Submission`: every value checked against the definition of its field, all
//! mistakes at once. What comes out can only hold values that obey their rules; what does not is
//! a [`FieldError`], a message key with its arguments, said in the visitor's language elsewhere.

mod answers;
pub mod outline;
mod rules;
pub mod tree;
mod values;

use generator::model::form::{Form, Place};
use generator::model::site::Site;
use generator::model::{Kind, Slug};

use crate::raw_form::RawForm;
use crate::upload::FileType;

pub use answers::Answers;
pub use values::{Line, Prose};

/// The field of the file.
pub const FILE: &str = "file";
/// The field that holds the key of a file sent before.
pub const KEPT_FILE: &str = "kept-file";
/// The field with the id of the contribution that a form changes.
pub const CHANGE: &str = "change";
/// The field with the key of the status page of that contribution. It is never kept.
pub const STATUS_KEY: &str = "status-key";
/// The field with the commit that a form was made from.
pub const SEEN: &str = "seen";

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
    pub fn text(self, name: &'static str, text: &str) -> FieldError {
        // A message shows what was typed, but not all of a book.
        self.long_text(name, text, 60)
    }

    /// With as many characters of a text.
    #[must_use]
    pub fn long_text(mut self, name: &'static str, text: &str, most: usize) -> FieldError {
        let shown = Line::shortened(text, most).map_or_else(String::new, |line| line.as_str().to_owned());
        self.arguments.push((name, Argument::Text(shown)));
        self
    }
}

impl Submission {
    /// Checks what was typed into a form that proposes an entry. Fields the form does not have are
    /// passed over.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of the form.
    pub fn parse(definition: Form, form: &RawForm, site: &Site) -> Result<Submission, Vec<FieldError>> {
        let answers = Answers::parse(definition, form, site, None)?;
        let (Some(language), Some(name)) = (answers.line("language"), answers.line("name")) else {
            // Every such form asks for both, as a test shows.
            return Err(vec![FieldError::new("name", "error-missing-text")]);
        };
        let becomes_content = |field: &str| {
            let place = definition.input(field).map(|input| input.place);
            matches!(place, Some(Place::Facts | Place::Words | Place::Body | Place::Outline | Place::Tree))
        };
        Ok(Submission {
            kind: definition.kind,
            language: language.as_str().to_owned(),
            name: name.clone(),
            author: answers.author,
            values: answers.values.into_iter().filter(|(field, _)| becomes_content(field)).collect(),
            file: answers.file,
        })
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
