//! A located tree -> a [`Record`], field by field against its definition: three mistakes in one
//! file are three diagnostics. References are noted for `resolve`, not followed.

use super::record::{Record, Value};
use super::yaml::{Key, Located, Yaml};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::markdown::{FindingKind, inspect};
use crate::model::definition::{Field, MAX_LINE, MAX_TEXT, Need, Shape};
use crate::model::entry::Day;
use crate::model::kind::Kind;
use crate::model::site::Vocabulary;
use crate::model::slug::Slug;
use crate::personal_data::{
    PersonalData, PersonalDataKind, find_personal_data, find_personal_data_in_markdown, is_role_mailbox,
};
use std::collections::{BTreeMap, BTreeSet};

/// Longest Markdown text of a field, in characters.
const MAX_MARKDOWN: usize = 100_000;

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

/// Checks Markdown that stands outside YAML. `locate` gives the place of a byte of the text.
pub fn check_markdown(text: &str, locate: &dyn Fn(usize) -> Position, context: Context<'_>) -> Decoded {
    let mut decoder = Decoder::new(context);
    decoder.markdown(text, locate);
    decoder.personal_data(text, find_personal_data_in_markdown(text), locate);
    decoder.finish(Record::default())
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
                self.markdown(&text, &locate);
                self.length(&text, MAX_MARKDOWN, at, field)
            }
            Shape::Number => {
                let is_number = text.parse::<u64>().is_ok();
                if !is_number {
                    self.wrong_type(tree, field, "a whole number", "write digits only");
                }
                is_number
            }
            Shape::Date => self.date(&text, at),
            Shape::Address => self.address(&text, at, field),
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
            Shape::Flag | Shape::List(_) | Shape::Record(_) | Shape::ByLanguage(_) | Shape::ByName(_) => {
                false
            }
        };
        let found = match shape {
            Shape::Line | Shape::Text => find_personal_data(&text),
            Shape::Markdown => find_personal_data_in_markdown(&text),
            _ => Vec::new(),
        };
        self.personal_data(&text, found, &|offset| tree.position_in_text(offset));
        good.then(|| Value::Text(text.trim().to_owned(), at))
    }

    fn note(&mut self, target: Target, position: Position) -> bool {
        self.references.push(Reference { target, file: self.context.file.to_owned(), position });
        true
    }

    fn line(&mut self, text: &str, at: Position, field: &Field) -> bool {
        if text.trim().contains('\n') {
            self.error(
                Code::TooLong,
                at,
                format!("`{}` must be one line", field.name),
                "join the lines, or move the rest to the summary",
            );
            return false;
        }
        self.length(text, MAX_LINE, at, field)
    }

    fn length(&mut self, text: &str, limit: usize, at: Position, field: &Field) -> bool {
        let length = text.trim().chars().count();
        if length > limit {
            self.error(
                Code::TooLong,
                at,
                format!("`{}` has {length} characters; at most {limit} fit", field.name),
                "shorten it",
            );
        }
        length <= limit
    }

    fn date(&mut self, text: &str, at: Position) -> bool {
        let good = Day::parse(text).is_some();
        if !good {
            self.error(
                Code::BadDate,
                at,
                format!("“{text}” is no day that exists, written as year-month-day"),
                "write it like 2026-03-14",
            );
        }
        good
    }

    fn address(&mut self, text: &str, at: Position, field: &Field) -> bool {
        if let Some(mailbox) = text.strip_prefix("mailto:") {
            let looks_right = mailbox.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !mailbox.contains([' ', '?', '&', ',', '<', '>'])
            });
            if !looks_right {
                self.error(
                    Code::BadAddress,
                    at,
                    format!("“{text}” is no e-mail address"),
                    "write it like mailto:info@example.org",
                );
                return false;
            }
            if !is_role_mailbox(mailbox) {
                self.error(
                    Code::PersonalData,
                    at,
                    format!("“{mailbox}” looks like a person's address"),
                    "use a role mailbox such as info@, or the address of a contact page",
                );
                return false;
            }
            return true;
        }
        let parsed = url::Url::parse(text);
        let good = parsed.as_ref().is_ok_and(|address| {
            matches!(address.scheme(), "http" | "https")
                && address.host_str().is_some_and(|host| !host.is_empty())
                && address.username().is_empty()
                && address.password().is_none()
        }) && !text.contains(char::is_whitespace);
        if !good {
            self.error(
                Code::BadAddress,
                at,
                format!("“{text}” in `{}` is no web address", field.name),
                "write the whole address, beginning with https:// (or mailto: for a mailbox)",
            );
        }
        good
    }

    fn licence(&mut self, text: &str, at: Position) -> bool {
        if text == "unstated" {
            return true;
        }
        if text.starts_with("https://") || text.starts_with("http://") {
            let good = url::Url::parse(text).is_ok_and(|address| address.host_str().is_some());
            if !good {
                self.error(
                    Code::BadAddress,
                    at,
                    format!("“{text}” is no web address"),
                    "write the whole address of the licence text",
                );
            }
            return good;
        }
        if spdx::Expression::parse(text).is_ok() {
            return true;
        }
        let help = match nearest(text, spdx::identifiers::LICENSES.iter().map(|license| license.name)) {
            Some(name) => format!("did you mean `{name}`?"),
            None => {
                "use an SPDX id such as CC-BY-4.0, the address of the licence text, or `unstated`".to_owned()
            }
        };
        self.error(Code::BadLicence, at, format!("SPDX knows no licence “{text}”"), help);
        false
    }

    /// Whether the site has this language; a key of words must be one of them.
    fn language(&mut self, text: &str, at: Position) -> bool {
        if self.context.languages.is_empty() {
            return self.language_code(text, at);
        }
        let good = self.context.languages.iter().any(|language| language == text);
        if !good {
            self.error(
                Code::UnknownLanguage,
                at,
                format!("the site has no language “{text}”"),
                format!("its languages are {}; site.yaml lists them", self.context.languages.join(", ")),
            );
        }
        good
    }

    fn language_code(&mut self, text: &str, at: Position) -> bool {
        let good = (2..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase());
        if !good {
            self.error(
                Code::UnknownLanguage,
                at,
                format!("“{text}” is no language code"),
                "write the two letters of ISO 639-1, such as lv",
            );
        }
        good
    }

    fn id(&mut self, text: &str, at: Position) -> bool {
        self.slug(text, at).is_some()
    }

    fn slug(&mut self, text: &str, at: Position) -> Option<Slug> {
        match Slug::parse(text) {
            Ok(slug) => Some(slug),
            Err(error) => {
                let help = match Slug::from_title(text) {
                    Some(slug) => format!("did you mean `{slug}`?"),
                    None => "write it like stakeholder-map".to_owned(),
                };
                self.error(
                    Code::BadSlug,
                    at,
                    format!("“{text}” is no name for an entry or node: {error}"),
                    help,
                );
                None
            }
        }
    }

    fn node(&mut self, text: &str, at: Position) -> bool {
        let Some((schema, node)) = text.split_once('/') else {
            self.error(
                Code::BadSlug,
                at,
                format!("“{text}” names no node of a schema"),
                "write it as schema-slug/node-id",
            );
            return false;
        };
        match (self.slug(schema, at), self.id(node, at)) {
            (Some(schema), true) => self.note(Target::Node(schema, node.to_owned()), at),
            _ => false,
        }
    }

    fn file(&mut self, text: &str, at: Position) -> bool {
        let is_safe = !text.starts_with('/')
            && !text.contains('\\')
            && !text.contains(':')
            && text.split('/').all(|name| !name.is_empty() && !name.starts_with('.'));
        if !is_safe {
            self.error(
                Code::BadFileName,
                at,
                format!("“{text}” is no path below the entry's folder"),
                "write it like files/canvas.odt",
            );
            return false;
        }
        self.note(Target::File(text.to_owned()), at)
    }

    fn term(&mut self, text: &str, vocabulary: &str, at: Position) -> bool {
        let Some(vocabularies) = self.context.vocabularies else { return true };
        let Some(terms) = vocabularies.get(vocabulary) else {
            self.error(
                Code::UnknownTerm,
                at,
                format!("there is no vocabulary “{vocabulary}”"),
                format!("add vocabularies/{vocabulary}.yaml"),
            );
            return false;
        };
        if terms.term(text).is_some() {
            return true;
        }
        let alias = terms.terms.iter().find(|term| term.aliases.iter().any(|alias| alias == text));
        let ids = || terms.terms.iter().map(|term| term.id.as_str());
        let help = match alias.map(|term| term.id.as_str()).or_else(|| nearest(text, ids())) {
            Some(id) => format!("did you mean `{id}`?"),
            None if terms.terms.len() <= 16 => format!("it has: {}", ids().collect::<Vec<_>>().join(", ")),
            None => format!("vocabularies/{vocabulary}.yaml lists its ids"),
        };
        self.error(Code::UnknownTerm, at, format!("the vocabulary “{vocabulary}” has no “{text}”"), help);
        false
    }

    fn markdown(&mut self, text: &str, locate: &dyn Fn(usize) -> Position) {
        for finding in inspect(text) {
            let at = locate(finding.offset);
            match finding.kind {
                FindingKind::RawHtml(tag) => {
                    let shown: String = tag.chars().take(40).collect();
                    self.error(
                        Code::RawHtml,
                        at,
                        format!("HTML is not allowed in content: {}", shown.trim()),
                        "write it in Markdown, or put a backslash before the <",
                    );
                }
                FindingKind::ForbiddenScheme(address) => self.error(
                    Code::ForbiddenLink,
                    at,
                    format!("the link to “{}” is not allowed", address.chars().take(80).collect::<String>()),
                    "link to an https:, http: or mailto: address, or to a page of this site",
                ),
                FindingKind::RemoteImage(address) => self.error(
                    Code::RemoteImage,
                    at,
                    format!(
                        "the picture “{}” is not a file of this entry",
                        address.chars().take(80).collect::<String>()
                    ),
                    "put the picture into files/ or snapshots/ and name it from there",
                ),
                FindingKind::LocalLink(address) => {
                    self.note(Target::Link(address), at);
                }
                FindingKind::LocalImage(path) => {
                    self.note(Target::File(path), at);
                }
            }
        }
    }

    fn personal_data(&mut self, text: &str, findings: Vec<PersonalData>, locate: &dyn Fn(usize) -> Position) {
        for found in findings {
            let shown = &text[found.range.clone()];
            let what = match found.kind {
                PersonalDataKind::EmailAddress => "e-mail address",
                PersonalDataKind::PhoneNumber => "phone number",
                PersonalDataKind::PersonalCode(_) => "personal code",
            };
            self.error(
                Code::PersonalData,
                locate(found.range.start),
                format!("“{shown}” looks like a person's {what}"),
                "remove it; name a role mailbox such as info@ or a contact page instead",
            );
        }
    }
}

/// The name nearest to what was written, where one is near enough to be meant.
fn nearest<'n>(written: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = (written.chars().count() / 3).clamp(1, 3);
    let lower = written.to_lowercase().replace('_', "-");
    names
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}
