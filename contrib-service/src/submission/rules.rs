//! One answer -> one checked value. Which fields there are and what may stand in them is read from
//! the generator's definition of the form and of the content; here is only how an answer of a
//! visitor is held to it, and what it is told when it does not fit.

use generator::model::address::WebAddress;
use generator::model::definition::Shape;
use generator::model::entry::Day;
use generator::model::form::{Form, Input};
use generator::model::site::{Site, Vocabulary};
use generator::model::{Kind, Slug};

use super::{FieldError, Line, Prose, Value};
use crate::raw_form::RawForm;

/// The most terms of one list.
const MAX_LIST: usize = 40;

/// A field of the form and what it is held to.
pub(super) struct Rule<'a> {
    pub(super) input: &'static Input,
    pub(super) form: Form,
    pub(super) site: &'a Site,
}

/// What a ticked box sends: the form's own value, the browsers' default, and what programs write.
const TICKED: [&str; 3] = ["yes", "on", "true"];

impl Rule<'_> {
    /// Checks what a form holds for this field; `None` for nothing.
    pub(super) fn check(&self, form: &RawForm) -> Result<Option<Value>, FieldError> {
        let shape = self.input.shape(self.form);
        if let Shape::List(item) = shape {
            return self.check_list(form, item);
        }
        let text = form.text(self.input.name);
        let max = self.input.max(self.form);
        match shape {
            Shape::Text | Shape::Markdown => {
                let prose = Prose::parse(text, max);
                let Some(prose) = self.present(prose, max)? else { return Ok(None) };
                self.long_enough(prose.as_str())?;
                Ok(Some(Value::Prose(prose)))
            }
            Shape::Flag => {
                // Agreeing is a plain yes; a program that sends `no` or `false` has not agreed.
                let text = if TICKED.contains(&text) { text } else { "" };
                let line = Line::shortened(text, max);
                self.present(line.ok_or(0), max).map(|line| line.map(Value::Line))
            }
            shape => {
                let line = Line::parse(text, max);
                let Some(line) = self.present(line, max)? else { return Ok(None) };
                self.long_enough(line.as_str())?;
                if matches!(shape, Shape::Contact) {
                    return self.contact(&line).map(|contact| Some(Value::Line(contact)));
                }
                self.check_line(shape, &line)?;
                Ok(Some(Value::Line(line)))
            }
        }
    }

    /// A text that was parsed: what it is where it fits, nothing where nothing was needed.
    fn present<T>(&self, parsed: Result<T, usize>, max: usize) -> Result<Option<T>, FieldError> {
        match parsed {
            Ok(text) => Ok(Some(text)),
            Err(0) if self.input.required => Err(self.missing()),
            Err(0) => Ok(None),
            Err(length) => Err(self.error("error-too-long").number("limit", max).number("count", length)),
        }
    }

    fn check_list(&self, form: &RawForm, item: &Shape) -> Result<Option<Value>, FieldError> {
        let texts = form.list(self.input.name);
        if texts.len() > MAX_LIST {
            return Err(self.error("error-too-many").number("limit", MAX_LIST));
        }
        let mut list: Vec<Line> = Vec::new();
        for text in texts {
            let max = self.input.max(self.form);
            let line = Line::parse(text, max).map_err(|_| self.unknown(text))?;
            self.check_line(item, &line)?;
            if !list.contains(&line) {
                list.push(line);
            }
        }
        match (list.is_empty(), self.input.required) {
            (true, true) => Err(self.missing()),
            (true, false) => Ok(None),
            (false, _) => Ok(Some(Value::List(list))),
        }
    }

    fn check_line(&self, shape: &Shape, line: &Line) -> Result<(), FieldError> {
        let text = line.as_str();
        let holds = match shape {
            Shape::Term(vocabulary) => {
                self.site.vocabularies.get(*vocabulary).is_some_and(|terms| has(terms, text))
            }
            Shape::Reference(kind) => is_active(self.site, *kind, text),
            Shape::Language => self.site.settings.languages.iter().any(|own| own == text),
            Shape::Address if WebAddress::parse(text).is_err() => {
                return Err(self.error("error-bad-address").text("value", text));
            }
            Shape::Date if !is_day(text) => return Err(self.error("error-bad-date").text("value", text)),
            Shape::OneTo(most) => text.parse::<u8>().is_ok_and(|number| (1..=*most).contains(&number)),
            // A licence is looked up by the generator's own check.
            _ => true,
        };
        if holds { Ok(()) } else { Err(self.unknown(text)) }
    }

    /// A bare mailbox becomes an address, as the hint of the field says. Whether it is a person's is
    /// for the generator's own check to say.
    fn contact(&self, line: &Line) -> Result<Line, FieldError> {
        let text = line.as_str();
        WebAddress::parse_contact(text)
            .ok()
            .and_then(|contact| Line::parse(contact.as_str(), contact.as_str().chars().count()).ok())
            .ok_or_else(|| self.error("error-bad-contact").text("value", text))
    }

    fn error(&self, message: &'static str) -> FieldError {
        FieldError::new(self.input.name, message)
    }

    fn unknown(&self, text: &str) -> FieldError {
        self.error("error-unknown-choice").text("value", text)
    }

    fn missing(&self) -> FieldError {
        self.error(match self.input.shape(self.form) {
            Shape::Flag => "error-agree",
            Shape::Term(_)
            | Shape::OneTo(_)
            | Shape::Reference(_)
            | Shape::List(_)
            | Shape::Licence
            | Shape::Language => "error-missing-choice",
            _ => "error-missing-text",
        })
    }

    fn long_enough(&self, text: &str) -> Result<(), FieldError> {
        let length = text.chars().count();
        if length >= self.input.min {
            return Ok(());
        }
        Err(self.error("error-too-short").number("limit", self.input.min).number("count", length))
    }
}

fn has(vocabulary: &Vocabulary, id: &str) -> bool {
    vocabulary.term(id).is_some()
}

/// A day, a month or a year, as content has them.
fn is_day(text: &str) -> bool {
    Day::parse(text).is_some()
}

fn is_active(site: &Site, kind: Kind, slug: &str) -> bool {
    Slug::parse(slug).is_ok() && site.entry(kind, slug).is_some_and(Site::is_active)
}
