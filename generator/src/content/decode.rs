//! A located tree -> a [`Record`], field by field against its definition: three mistakes in one
//! file are three diagnostics. References are noted for `resolve`, not followed.

mod scalar;

pub use scalar::is_licence_expression;

use super::prose::{Prose, check_markdown, check_plain_text};
use super::record::{Record, Value};
use super::yaml::{Key, Located, Yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::model::definition::{Field, MAX_TEXT, Need, Shape};
use crate::model::kind::Kind;
use crate::model::site::Vocabulary;
use crate::model::slug::Slug;
use crate::nearest::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// Longest Markdown text of a field, and of the part below the front matter, in characters.
pub const MAX_MARKDOWN: usize = 100_000;

/// What decoding needs to know besides the tree.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The file, relative to the content folder.
    pub file: &'a str,
    /// The controlled vocabularies; `None` while they are being read themselves.
    pub vocabularies: Option<&'a BTreeMap<String, Vocabulary>>,
    /// The site's languages; empty while `site.yaml` is being read.
    pub languages: &'a [String],
}

/// Something a file names that must exist elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What is named.
    pub target: Target,
    /// Where it is named.
    pub file: String,
    /// Where in the file.
    pub position: Position,
}

/// What a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An entry.
    Entry(Kind, Slug),
    /// An entry that a retired one hands over to; it may itself be retired.
    Successor(Kind, Slug),
    /// A node of a schema: schema and node.
    Node(Slug, String),
    /// A node of the same schema.
    Sibling(String),
    /// A file of the entry's folder.
    File(String),
    /// A relative address in a text.
    Link(String),
}

/// What decoding one tree gives.
#[derive(Debug, Default)]
pub struct Decoded {
    /// The checked map.
    pub record: Record,
    /// What it names.
    pub references: Vec<Reference>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
}

/// Checks a tree against the fields of its definition.
pub fn decode(tree: &Located, fields: &'static [Field], context: Context<'_>) -> Decoded {
    let mut decoder = Decoder::new(context);
    let record = decoder.record(tree, fields).unwrap_or_default();
    decoder.finish(record)
}

/// Checks a tree that is a map from names to records, such as the words of a schema's nodes.
pub fn decode_named(
    tree: &Located,
    fields: &'static [Field],
    context: Context<'_>,
) -> (Vec<(String, Position, Record)>, Decoded) {
    let mut decoder = Decoder::new(context);
    let mut named = Vec::new();
    for (key, value) in decoder.entries(tree).unwrap_or_default() {
        if let Some(record) = decoder.record(value, fields) {
            named.push((key.text.clone(), key.position, record));
        }
    }
    (named, decoder.finish(Record::default()))
}

struct Decoder<'a> {
    context: Context<'a>,
    references: Vec<Reference>,
    diagnostics: Diagnostics,
}

impl<'a> Decoder<'a> {
    fn new(context: Context<'a>) -> Decoder<'a> {
        Decoder { context, references: Vec::new(), diagnostics: Diagnostics::new() }
    }

    fn finish(self, record: Record) -> Decoded {
        Decoded { record, references: self.references, diagnostics: self.diagnostics }
    }

    fn error(&mut self, code: Code, position: Position, message: String, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, self.context.file, message).at(position).help(help));
    }

    fn warn(&mut self, code: Code, position: Position, message: String, help: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(code, self.context.file, message).at(position).help(help));
    }

    fn add(&mut self, prose: Prose) {
        self.references.extend(prose.references);
        self.diagnostics.extend(prose.diagnostics);
    }

    /// The entries of a map without its repeated keys.
    fn entries<'t>(&mut self, tree: &'t Located) -> Option<Vec<(&'t Key, &'t Located)>> {
        let Yaml::Map(entries) = &tree.value else {
            if tree.value != Yaml::Null {
                self.error(
                    Code::WrongType,
                    tree.position,
                    format!("a map of fields is needed here, not {}", tree.describe()),
                    "write one `field: value` a line",
                );
            }
            return None;
        };
        let mut seen: BTreeMap<&str, Position> = BTreeMap::new();
        let mut kept = Vec::new();
        for (key, value) in entries {
            if let Some(first) = seen.get(key.text.as_str()) {
                self.error(
                    Code::DuplicateKey,
                    key.position,
                    format!("`{}` stands here twice; the first is on line {}", key.text, first.line),
                    "keep one of the two",
                );
                continue;
            }
            seen.insert(&key.text, key.position);
            kept.push((key, value));
        }
        Some(kept)
    }

    fn record(&mut self, tree: &Located, fields: &'static [Field]) -> Option<Record> {
        let entries = self.entries(tree)?;
        let mut record = Record { position: Some(tree.position), fields: Vec::new() };
        let mut present = BTreeSet::new();
        for (key, value) in entries {
            let Some(field) = fields.iter().find(|field| field.name == key.text) else {
                self.unknown_field(key, fields);
                continue;
            };
            present.insert(field.name);
            if value.value == Yaml::Null {
                if field.need == Need::Required {
                    self.error(
                        Code::MissingField,
                        key.position,
                        format!("`{}` has no value", field.name),
                        format!("it says: {}", field.doc),
                    );
                }
                continue;
            }
            if let Some(value) = self.value(value, &field.shape, field) {
                record.fields.push((field.name, value));
            }
        }
        for field in fields {
            if field.need == Need::Required && !present.contains(field.name) {
                self.error(
                    Code::MissingField,
                    tree.position,
                    format!("the field `{}` is missing", field.name),
                    format!("add a line `{}: …`; it says: {}", field.name, field.doc),
                );
            }
        }
        Some(record)
    }

    fn unknown_field(&mut self, key: &Key, fields: &[Field]) {
        let help = match nearest(&key.text, fields.iter().map(|field| field.name)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => {
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                format!("the fields are: {}", names.join(", "))
            }
        };
        self.error(Code::UnknownField, key.position, format!("there is no field `{}` here", key.text), help);
    }

    fn value(&mut self, tree: &Located, shape: &'static Shape, field: &Field) -> Option<Value> {
        match shape {
            Shape::Flag => match tree.value {
                Yaml::Flag(flag) => Some(Value::Flag(flag)),
                _ => self.wrong_type(tree, field, "true or false", "write `true` or `false`, without quotes"),
            },
            Shape::List(item) => {
                let Yaml::List(items) = &tree.value else {
                    return self.wrong_type(tree, field, "a list", "write one `- value` a line, or [a, b]");
                };
                let mut values: Vec<Value> = Vec::new();
                let mut seen = BTreeSet::new();
                for tree in items {
                    let Some(value) = self.value(tree, item, field) else { continue };
                    if let Value::Text(text, position) = &value
                        && !seen.insert(text.clone())
                    {
                        self.warn(
                            Code::RepeatedValue,
                            *position,
                            format!("“{text}” stands twice in `{}`", field.name),
                            "keep it once",
                        );
                        continue;
                    }
                    values.push(value);
                }
                Some(Value::List(values))
            }
            Shape::Record(fields) => self.record(tree, fields).map(Value::Record),
            Shape::RecordOr(brief, fields) => match tree.value {
                Yaml::Map(_) => self.record(tree, fields).map(Value::Record),
                _ => {
                    let field = fields.iter().find(|field| field.name == *brief)?;
                    let value = self.value(tree, &field.shape, field)?;
                    Some(Value::Record(Record { position: None, fields: vec![(field.name, value)] }))
                }
            },
            Shape::ByLanguage(item) => {
                let mut map = Vec::new();
                for (key, value) in self.entries(tree)? {
                    if self.language(&key.text, key.position)
                        && let Some(value) = self.value(value, item, field)
                    {
                        map.push((key.text.clone(), key.position, value));
                    }
                }
                Some(Value::Map(map))
            }
            Shape::ByName(item) => {
                let mut map = Vec::new();
                for (key, value) in self.entries(tree)? {
                    if let Some(value) = self.value(value, item, field) {
                        map.push((key.text.clone(), key.position, value));
                    }
                }
                Some(Value::Map(map))
            }
            _ => self.scalar(tree, shape, field),
        }
    }

    fn wrong_type(&mut self, tree: &Located, field: &Field, needed: &str, help: &str) -> Option<Value> {
        self.error(
            Code::WrongType,
            tree.position,
            format!("`{}` needs {needed}, not {}", field.name, tree.describe()),
            help,
        );
        None
    }

    fn scalar(&mut self, tree: &Located, shape: &'static Shape, field: &Field) -> Option<Value> {
        let text = match &tree.value {
            Yaml::Text(text, _) => text.clone(),
            Yaml::Number(number) => number.clone(),
            Yaml::Flag(_) => {
                return self.wrong_type(
                    tree,
                    field,
                    "a text",
                    "put the word in quotes if it is meant as a text",
                );
            }
            _ => return self.wrong_type(tree, field, "a text", "write the value on the same line"),
        };
        let at = tree.position;
        if text.trim().is_empty() {
            self.warn(
                Code::EmptyText,
                at,
                format!("`{}` is empty, which counts as absent", field.name),
                "write the text, or delete the line",
            );
            return None;
        }
        let good = match shape {
            Shape::Line => self.line(&text, at, field),
            Shape::Text => self.length(&text, MAX_TEXT, at, field),
            Shape::Markdown => {
                let locate = |offset: usize| tree.position_in_text(offset);
                // What is too long is not read: whoever wrote it has to shorten it first.
                self.length(&text, MAX_MARKDOWN, at, field) && {
                    self.add(check_markdown(&text, &locate, self.context.file));
                    true
                }
            }
            Shape::Number => {
                let is_number = text.parse::<u64>().is_ok();
                if !is_number {
                    self.wrong_type(tree, field, "a whole number", "write digits only");
                }
                is_number
            }
            Shape::OneTo(most) => {
                let holds = text.parse::<u8>().is_ok_and(|number| (1..=*most).contains(&number));
                if !holds {
                    self.wrong_type(
                        tree,
                        field,
                        &format!("a whole number from 1 to {most}"),
                        "write one digit",
                    );
                }
                holds
            }
            Shape::Date => self.date(&text, at),
            Shape::Address | Shape::Contact => self.address(&text, at, field),
            Shape::BaseUrl => self.base_url(&text, at, field),
            Shape::Licence => self.licence(&text, at),
            Shape::Language => self.language_code(&text, at),
            Shape::Id => self.id(&text, at),
            Shape::Sibling => self.id(&text, at) && self.note(Target::Sibling(text.clone()), at),
            Shape::Term(vocabulary) => self.term(&text, vocabulary, at),
            Shape::Reference(kind) => match self.slug(&text, at) {
                Some(slug) if field.name == "successor" => self.note(Target::Successor(*kind, slug), at),
                Some(slug) => self.note(Target::Entry(*kind, slug), at),
                None => false,
            },
            Shape::Node => self.node(&text, at),
            Shape::File => self.file(&text, at),
            Shape::Flag
            | Shape::List(_)
            | Shape::Record(_)
            | Shape::RecordOr(..)
            | Shape::ByLanguage(_)
            | Shape::ByName(_) => false,
        };
        if matches!(shape, Shape::Line | Shape::Text) {
            let locate = |offset: usize| tree.position_in_text(offset);
            self.add(check_plain_text(&text, &locate, self.context.file));
        }
        good.then(|| Value::Text(text.trim().to_owned(), at))
    }

    fn note(&mut self, target: Target, position: Position) -> bool {
        self.references.push(Reference { target, file: self.context.file.to_owned(), position });
        true
    }
}
