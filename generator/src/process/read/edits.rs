//! What the program keeps at the end of the file: what every copy has seen, who set which field
//! when, and the values that wait beside those that are shown.

use super::{Reader, quoted};
use crate::content::yaml::{Key, Located, Yaml};
use crate::diagnostic::{Code, Position};
use crate::process::fields::{field_of, is_replica, parse_counter};
use crate::process::state::{Alternative, Edit};

/// What to do about a line that is wrong.
const HELP: &str = "take the line from a copy that was not changed by hand, or delete it";

impl Reader<'_> {
    /// The highest counters.
    pub(super) fn seen(&mut self, name: &Key, tree: &Located) {
        for (replica, value) in self.fields_of(name, tree) {
            let Some(text) = self.line_of(&replica.text, value) else { continue };
            if !is_replica(&replica.text) {
                let message = format!("{} is no replica", quoted(&replica.text));
                let help = "it has eight characters, a to z and 0 to 9";
                self.error(Code::BadEdit, replica.position, message, help);
                continue;
            }
            match parse_counter(text).filter(|counter| *counter > 0) {
                Some(counter) => {
                    self.seen.insert(replica.text.clone(), counter);
                }
                None => {
                    let help = "it is a whole number of at most 15 digits";
                    let message = format!("{} is no counter", quoted(text));
                    self.error(Code::BadEdit, value.position, message, help);
                }
            }
        }
    }

    /// The edits of what is shown.
    pub(super) fn edits(&mut self, name: &Key, tree: &Located) {
        for (path, value) in self.fields_of(name, tree) {
            let Some(text) = self.line_of(&path.text, value) else { continue };
            if field_of(&path.text).is_none() {
                self.no_such_field("edits", &path.text, path.position);
                continue;
            }
            let parsed = text.rsplit_once(' ').and_then(|(edit, digest)| {
                let is_digest = digest.len() == 8
                    && digest.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
                Some((parse_edit(edit).filter(|_| is_digest)?, digest.to_owned()))
            });
            match parsed {
                Some(edit) => {
                    self.edits.insert(path.text.clone(), edit);
                }
                None => self.bad_edit(text, value.position),
            }
        }
    }

    /// The values beside those that are shown.
    pub(super) fn also(&mut self, name: &Key, tree: &Located) {
        let items = match &tree.value {
            Yaml::List(items) => items,
            Yaml::Null => return,
            _ => return self.wrong_type("`also`", tree, "a list", HELP),
        };
        for item in items {
            if matches!(item.value, Yaml::Map(_)) {
                self.other_value(item);
            } else {
                // An item that is not written has no place of its own.
                let is_written = item.value != Yaml::Null || item.position != tree.position;
                let position = if is_written { item.position } else { name.position };
                let message = format!("an item of `also` needs a map, not {}", item.describe());
                self.error(Code::WrongType, position, message, HELP);
            }
        }
    }

    fn other_value(&mut self, tree: &Located) {
        let (mut path, mut edit, mut value) = (None, None, None);
        for (name, tree) in self.entries(tree) {
            match name.text.as_str() {
                "field" => path = Some((name, tree)),
                "edit" => edit = Some((name, tree)),
                "value" => value = Some(tree),
                _ => self.unknown_field(name, &["field", "edit", "value"]),
            }
        }
        let path = self.stated("field", path, tree.position);
        let edit = self.stated("edit", edit, tree.position);
        let field = path.and_then(|(text, at)| {
            let field = field_of(text);
            if field.is_none() {
                self.no_such_field("also", text, at);
            }
            field
        });
        let edit = edit.and_then(|(text, at)| {
            let edit = parse_edit(text);
            if edit.is_none() {
                self.bad_edit(text, at);
            }
            edit
        });
        let Some(field) = field else { return };
        let value = value.and_then(|tree| self.value(&field, tree));
        if let (Some((path, _)), Some(edit)) = (path, edit) {
            self.also.push((path.to_owned(), Alternative { edit, value }));
        }
    }

    /// The text of a line that must be there, and where it stands.
    fn stated<'t>(
        &mut self,
        name: &str,
        found: Option<(&'t Key, &'t Located)>,
        map: Position,
    ) -> Option<(&'t str, Position)> {
        match found {
            Some((_, value)) if value.value != Yaml::Null => {
                self.line_of(name, value).map(|text| (text, value.position))
            }
            _ => {
                self.missing(name, found.map_or(map, |(key, _)| key.position));
                None
            }
        }
    }

    /// The text of a line.
    fn line_of<'t>(&mut self, name: &str, tree: &'t Located) -> Option<&'t str> {
        match &tree.value {
            Yaml::Text(text, _) => Some(text),
            _ => {
                let message = format!("{} needs a text, not {}", quoted(name), tree.describe());
                self.error(Code::WrongType, tree.position, message, HELP);
                None
            }
        }
    }

    fn no_such_field(&mut self, list: &str, path: &str, at: Position) {
        let message = format!("{} in `{list}` is no field", quoted(path));
        self.error(Code::UnknownField, at, message, HELP);
    }

    fn bad_edit(&mut self, text: &str, at: Position) {
        self.error(Code::BadEdit, at, format!("{} is no edit", quoted(text)), HELP);
    }
}

/// A counter and a replica. Only the edit of nobody has the counter 0.
fn parse_edit(text: &str) -> Option<Edit> {
    let (counter, replica) = text.split_once(' ')?;
    let edit = Edit { counter: parse_counter(counter)?, replica: replica.to_owned() };
    (is_replica(replica) && (edit.counter > 0 || edit == Edit::nobody())).then_some(edit)
}
