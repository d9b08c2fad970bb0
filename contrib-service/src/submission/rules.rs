//! The fields of the form "propose an Interlinker". What may stand in a field is read from the
//! definition of the content; here is only what a form adds: which fields it asks for, in which
//! order, and limits that are narrower because a form can ask again.

use generator::model::definition::{Field, INTERLINKER_FACTS, INTERLINKER_WORDS, MAX_TEXT, Shape};
use generator::model::site::{Site, Vocabulary};
use generator::model::{Kind, Slug};

use super::{CONTRIBUTOR, FILE, FieldError, Line, Prose, SHOW_NAME, Value};
use crate::raw_form::RawForm;

/// One field of the form.
#[derive(Debug)]
pub struct Input {
    /// Its name, the same as in the content.
    pub name: &'static str,
    /// Where its value goes.
    pub place: Place,
    /// Whether it must be filled in.
    pub required: bool,
    min: usize,
    max: usize,
}

/// Where a value goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Into the facts file.
    Facts,
    /// Into the front matter of the words file.
    Words,
    /// Below the front matter.
    Body,
    /// Nowhere: it is agreed to.
    Consent,
}

/// Longest Markdown text of a form, in characters.
const MAX_MARKDOWN: usize = 20_000;
/// Longest name of a contributor.
pub(super) const MAX_CONTRIBUTOR: usize = 100;
/// The most terms of one list.
const MAX_LIST: usize = 40;

const fn at(place: Place, name: &'static str) -> Input {
    Input { name, place, required: false, min: 0, max: 0 }
}
const fn required(input: Input) -> Input {
    Input { required: true, ..input }
}
const fn between(min: usize, max: usize, input: Input) -> Input {
    Input { min, max, ..input }
}

static INPUTS: &[Input] = &[
    required(between(2, 80, at(Place::Words, "name"))),
    required(at(Place::Facts, "nature")),
    required(between(20, 400, at(Place::Words, "summary"))),
    between(0, MAX_MARKDOWN, at(Place::Words, "description")),
    between(0, MAX_MARKDOWN, at(Place::Body, "instructions")),
    between(0, MAX_MARKDOWN, at(Place::Words, "constraints")),
    at(Place::Facts, "address"),
    at(Place::Facts, "themes"),
    at(Place::Facts, "purposes"),
    at(Place::Facts, "problems"),
    at(Place::Facts, "form"),
    at(Place::Facts, "difficulty"),
    at(Place::Facts, "audiences"),
    at(Place::Facts, "scopes"),
    required(between(2, 200, at(Place::Facts, "licence"))),
    at(Place::Facts, "licence-group"),
    at(Place::Facts, "publisher"),
    at(Place::Facts, "contact"),
    required(at(Place::Consent, "agree")),
];

/// The fields of the form, in its order.
pub fn inputs() -> &'static [Input] {
    INPUTS
}

/// The field of that name.
pub fn input(name: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.name == name)
}

/// Puts errors in the order of the form, whatever order they were found in.
pub(super) fn sort_like_the_form(errors: &mut [FieldError]) {
    let place = |field: &str| match field {
        FILE => (INPUTS.len(), 1),
        CONTRIBUTOR | SHOW_NAME => (INPUTS.len(), 2),
        "agree" => (INPUTS.len(), 3),
        _ => (INPUTS.iter().position(|input| input.name == field).unwrap_or(INPUTS.len()), 0),
    };
    errors.sort_by_key(|error| place(&error.field));
}

static MARKDOWN: Shape = Shape::Markdown;
static CONSENT: Shape = Shape::Flag;

impl Input {
    /// What the definition of the content says may stand in it.
    pub fn shape(&self) -> &'static Shape {
        let of = |fields: &'static [Field]| {
            fields.iter().find(|field| field.name == self.name).map(|field| &field.shape)
        };
        match self.place {
            Place::Facts => of(INTERLINKER_FACTS).unwrap_or(&MARKDOWN),
            Place::Words => of(INTERLINKER_WORDS).unwrap_or(&MARKDOWN),
            Place::Body => &MARKDOWN,
            Place::Consent => &CONSENT,
        }
    }

    /// Checks what a form holds for this field; `None` for nothing.
    pub(super) fn check(&self, form: &RawForm, site: &Site) -> Result<Option<Value>, FieldError> {
        if let Shape::List(item) = self.shape() {
            return self.check_list(form, item, site);
        }
        let text = form.text(self.name);
        if text.is_empty() {
            return if self.required { Err(self.missing()) } else { Ok(None) };
        }
        match self.shape() {
            Shape::Flag => Ok(None),
            Shape::Text | Shape::Markdown => {
                let max = if self.max == 0 { MAX_TEXT } else { self.max };
                match Prose::parse(text, max) {
                    Ok(prose) => {
                        self.long_enough(prose.as_str())?;
                        Ok(Some(Value::Prose(prose)))
                    }
                    Err(0) if self.required => Err(self.missing()),
                    Err(0) => Ok(None),
                    Err(length) => Err(self.too_long(max, length)),
                }
            }
            shape => {
                let max = if self.max == 0 { 200 } else { self.max };
                let line = match Line::parse(text, max) {
                    Ok(line) => line,
                    Err(0) if self.required => return Err(self.missing()),
                    Err(0) => return Ok(None),
                    Err(length) => return Err(self.too_long(max, length)),
                };
                self.long_enough(line.as_str())?;
                self.check_line(shape, &line, site)?;
                Ok(Some(Value::Line(line)))
            }
        }
    }

    fn check_list(&self, form: &RawForm, item: &Shape, site: &Site) -> Result<Option<Value>, FieldError> {
        let texts = form.list(self.name);
        if texts.len() > MAX_LIST {
            return Err(FieldError::new(self.name, "error-too-many").number("limit", MAX_LIST));
        }
        let mut list: Vec<Line> = Vec::new();
        for text in texts {
            let unknown = || FieldError::new(self.name, "error-unknown-choice").text("value", text);
            let line = Line::parse(text, 200).map_err(|_| unknown())?;
            self.check_line(item, &line, site)?;
            if !list.contains(&line) {
                list.push(line);
            }
        }
        match (list.is_empty(), self.required) {
            (true, true) => Err(self.missing()),
            (true, false) => Ok(None),
            (false, _) => Ok(Some(Value::List(list))),
        }
    }

    fn check_line(&self, shape: &Shape, line: &Line, site: &Site) -> Result<(), FieldError> {
        let text = line.as_str();
        let holds = match shape {
            Shape::Term(vocabulary) => {
                site.vocabularies.get(*vocabulary).is_some_and(|terms| has(terms, text))
            }
            Shape::Reference(kind) => is_active(site, *kind, text),
            Shape::Address => {
                return if is_address(text) {
                    Ok(())
                } else {
                    Err(FieldError::new(self.name, "error-bad-address").text("value", text))
                };
            }
            // A licence is looked up by the generator's own check.
            _ => true,
        };
        if holds {
            Ok(())
        } else {
            Err(FieldError::new(self.name, "error-unknown-choice").text("value", text))
        }
    }

    fn missing(&self) -> FieldError {
        let message = match self.shape() {
            Shape::Flag => "error-agree",
            Shape::Term(_) | Shape::Reference(_) | Shape::List(_) | Shape::Licence => "error-missing-choice",
            _ => "error-missing-text",
        };
        FieldError::new(self.name, message)
    }

    fn long_enough(&self, text: &str) -> Result<(), FieldError> {
        let length = text.chars().count();
        if length >= self.min {
            return Ok(());
        }
        Err(FieldError::new(self.name, "error-too-short").number("limit", self.min).number("count", length))
    }

    fn too_long(&self, limit: usize, length: usize) -> FieldError {
        FieldError::new(self.name, "error-too-long").number("limit", limit).number("count", length)
    }
}

fn has(vocabulary: &Vocabulary, id: &str) -> bool {
    vocabulary.term(id).is_some()
}

fn is_active(site: &Site, kind: Kind, slug: &str) -> bool {
    Slug::parse(slug).is_ok() && site.entry(kind, slug).is_some_and(Site::is_active)
}

/// `http:`, `https:` with a host, or `mailto:` with an address. Whether an address in it is a
/// person's is for the generator to say.
fn is_address(text: &str) -> bool {
    match url::Url::parse(text) {
        Ok(url) => match url.scheme() {
            "http" | "https" => url.host_str().is_some_and(|host| host.contains('.')),
            "mailto" => url.path().contains('@'),
            _ => false,
        },
        Err(_) => false,
    }
}
