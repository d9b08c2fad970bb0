//! Single values: whether what stands in the file is what its field asks for, and the value as
//! registers hold it.

use super::{PROCESS_ID, Reader, quoted};
use crate::content::yaml::{Located, Yaml};
use crate::diagnostic::{Code, Position};
use crate::model::address::WebAddress;
use crate::model::entry::Day;
use crate::nearest::nearest;
use crate::process::fields::{
    Field, MAX_LINE, MAX_LOGO, MAX_TEXT, Shape, is_id, is_key, is_process_id, is_slug,
};
use crate::process::state::{Value, normal};

/// What to do about an id that is none.
pub(super) const ID: &str = "write letters and digits, and between them . _ or -";
/// Longest address, in characters.
const MAX_ADDRESS: usize = 2_000;

impl Reader<'_> {
    /// Keeps the value of a field, where there is one.
    pub(super) fn field(&mut self, path: String, field: &Field, tree: &Located) {
        if let Some(value) = self.value(field, tree) {
            self.values.insert(path, value);
        }
    }

    /// The value of a field; none where it is absent or wrong.
    pub(super) fn value(&mut self, field: &Field, tree: &Located) -> Option<Value> {
        if tree.value == Yaml::Null {
            return None;
        }
        if !field.shape.is_list() {
            return Value::text(&self.scalar(field, tree)?);
        }
        let Yaml::List(items) = &tree.value else {
            let name = format!("`{}`", field.name);
            self.wrong_type(&name, tree, "a list", "write one `- value` a line");
            return None;
        };
        let mut texts = Vec::new();
        for item in items {
            if item.value != Yaml::Null {
                texts.extend(self.scalar(field, item));
            }
        }
        Value::list(texts.iter().map(String::as_str))
    }

    /// The text of a scalar; none where it is wrong.
    fn scalar(&mut self, field: &Field, tree: &Located) -> Option<String> {
        let Yaml::Text(text, _) = &tree.value else {
            let name = format!("`{}`", field.name);
            self.wrong_type(&name, tree, "a text", "write the value on the same line");
            return None;
        };
        let text = normal(text);
        if text.is_empty() {
            return Some(text);
        }
        let (name, at) = (field.name, tree.position);
        let mut refuse = |code: Code, what: &str, help: &str| {
            self.error(code, at, format!("{} {what}", quoted(&text)), help);
            false
        };
        let good = match field.shape {
            Shape::Line | Shape::Lines => self.line(name, &text, MAX_LINE, at),
            Shape::Text => self.length(name, &text, MAX_TEXT, at),
            Shape::Day => {
                let what = "is no day that exists, written as year-month-day";
                let good = text.len() == 10 && Day::parse(&text).is_some();
                good || refuse(Code::BadDate, what, "write it like 2026-03-14")
            }
            Shape::Address => {
                let good = !text.starts_with("mailto:") && WebAddress::parse(&text).is_ok();
                let what = format!("in `{name}` is no web address");
                let help = "write the whole address, beginning with https://";
                self.line(name, &text, MAX_ADDRESS, at)
                    && (good || {
                        self.error(Code::BadAddress, at, format!("{} {what}", quoted(&text)), help);
                        false
                    })
            }
            Shape::Logo => {
                self.length(name, &text, MAX_LOGO, at)
                    && (is_picture(&text) || {
                        let message = "`logo` is no picture written as a data: address";
                        let help = "PNG, JPEG and WebP are taken, in base64";
                        self.error(Code::BadAddress, at, message, help);
                        false
                    })
            }
            Shape::Slug => {
                let what = format!("in `{name}` is no slug");
                let help = "write a to z, 0 to 9 and single hyphens between them";
                is_slug(&text) || refuse(Code::BadSlug, &what, help)
            }
            Shape::Id | Shape::Ids => {
                is_id(&text) || refuse(Code::BadSlug, &format!("in `{name}` is no id"), ID)
            }
            Shape::Key | Shape::Keys => {
                let what = format!("in `{name}` names no node");
                let help = "write schema-slug/node-id, or the id of a node of your own";
                is_key(&text) || refuse(Code::BadSlug, &what, help)
            }
            Shape::Process => {
                let what = format!("in `{name}` is no id of a process");
                is_process_id(&text) || refuse(Code::BadId, &what, PROCESS_ID)
            }
            Shape::Position => {
                let help = "delete the line; the place in the file then counts";
                (is_position(&text) || refuse(Code::BadPosition, "is no position", help))
                    && self.line(name, &text, MAX_LINE, at)
            }
            Shape::Flag => match text.as_str() {
                "true" => true,
                // What nobody needs to write, but everybody understands.
                "false" => return Some(String::new()),
                _ => self.term(name, &text, &["true"], at),
            },
            Shape::Term(terms) | Shape::Terms(terms) => self.term(name, &text, terms, at),
        };
        good.then_some(text)
    }

    fn line(&mut self, name: &str, text: &str, limit: usize, at: Position) -> bool {
        if text.contains('\n') {
            self.error(Code::TooLong, at, format!("`{name}` must be one line"), "join the lines");
            return false;
        }
        self.length(name, text, limit, at)
    }

    fn length(&mut self, name: &str, text: &str, limit: usize, at: Position) -> bool {
        let length = text.chars().count();
        if length > limit {
            let message = format!("`{name}` has {length} characters; at most {limit} fit");
            self.error(Code::TooLong, at, message, "shorten it");
        }
        length <= limit
    }

    fn term(&mut self, name: &str, text: &str, terms: &[&str], at: Position) -> bool {
        if terms.contains(&text) {
            return true;
        }
        let help = match nearest(text, terms.iter().copied()) {
            Some(term) => format!("did you mean `{term}`?"),
            None => format!("it can be: {}", terms.join(", ")),
        };
        self.error(Code::UnknownTerm, at, format!("`{name}` cannot be {}", quoted(text)), help);
        false
    }
}

/// Whether a text is a fractional index: digits, letters, no `0` at its end.
fn is_position(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric()) && !text.ends_with('0')
}

/// Whether a text is a picture of a kind that cannot run anything, as a `data:` address.
fn is_picture(text: &str) -> bool {
    let kinds = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];
    let Some(data) = kinds.iter().find_map(|kind| text.strip_prefix(kind)) else { return false };
    let digits = data.trim_end_matches('=');
    !digits.is_empty()
        && data.len() - digits.len() <= 2
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/".contains(&byte))
}
