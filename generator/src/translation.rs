//! `Site` -> the state of every text in every language: original, translated, outdated, missing.
//! The check warns of what is outdated, the pages show it, and translators' tools get it as PO
//! files; all of them ask here, so they cannot disagree.
//!
//! "Outdated" compares hashes, not dates: a translation records the short hash of the text it was
//! made from. One that records none counts as translated, because nobody can know better.

pub mod import;
pub mod po;

mod place;
mod previous;
#[cfg(test)]
mod tests;

use crate::model::definition::{Field, NODE_WORDS, Shape};
use crate::model::entry::{Entry, Node, Schema};
use crate::model::kind::Kind;
use crate::model::site::{ByLanguage, Site, Term};
use crate::model::words::{BODY, Localised, Words, source_hash};

/// What a text is in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// The others are translated from it.
    Original,
    /// It is there, and as far as is known its source has not changed since.
    Translated,
    /// It is there, and its source has changed since.
    Outdated,
    /// Another language has the text, this one does not.
    Missing,
}

impl State {
    /// Every state, in the order readers see them.
    pub const ALL: [State; 4] = [State::Original, State::Translated, State::Outdated, State::Missing];

    /// Its name in addresses and in the interface texts.
    pub fn id(self) -> &'static str {
        match self {
            State::Original => "original",
            State::Translated => "translated",
            State::Outdated => "outdated",
            State::Missing => "missing",
        }
    }
}

/// What a text belongs to.
#[derive(Debug, Clone, Copy)]
pub enum Owner<'a> {
    /// An entry of any kind.
    Entry(&'a Entry),
    /// A node of a schema.
    Node(&'a Schema, &'a Node),
    /// A vocabulary itself, by its name.
    Vocabulary(&'a str),
    /// A term of the vocabulary of that name.
    Term(&'a str, &'a Term),
}

/// One text of the catalogue, seen from one language.
#[derive(Debug, Clone)]
pub struct TextState<'a> {
    /// What it belongs to.
    pub owner: Owner<'a>,
    /// The field: one of the definition, `body`, or `snapshots/<file>`.
    pub field: String,
    /// What it is in this language.
    pub state: State,
    /// The text the others are translated from.
    pub source: Localised<'a>,
    /// The text in this language; none where it is missing.
    pub own: Option<&'a str>,
}

/// The text of a field in exactly one language; an empty one is absent.
fn text_in<'a>(words: &'a Words, field: &str, language: &str) -> Option<&'a str> {
    let set = words.0.get(language)?;
    let text = match field.strip_prefix(SNAPSHOTS) {
        Some(file) => set.snapshots.get(file),
        None => set.texts.get(field),
    };
    text.map(String::as_str).filter(|text| !text.trim().is_empty())
}

/// What stands before the name of a picture in the field of its alternative text.
pub const SNAPSHOTS: &str = "snapshots/";

/// The text that the others of a field are translated from: of the languages that have it, the
/// first in the order of the site that does not say it was translated itself; where all say so,
/// the first.
pub fn source_of<'a>(words: &'a Words, field: &str, order: &[String]) -> Option<Localised<'a>> {
    let having = || {
        let ordered = order.iter().filter_map(|language| words.0.get_key_value(language));
        let rest = words.0.iter().filter(|(language, _)| !order.contains(language));
        ordered
            .chain(rest)
            .filter_map(|(language, set)| Some((language, set, text_in(words, field, language)?)))
    };
    let original = having().find(|(_, set, _)| !set.translated_from.contains_key(field));
    let (language, _, text) = original.or_else(|| having().next())?;
    Some(Localised { text, language, is_fallback: false })
}

/// What a field is in a language, with its source; `None` where no language has it.
pub fn state_of<'a>(
    words: &'a Words,
    field: &str,
    language: &str,
    order: &[String],
) -> Option<(State, Localised<'a>)> {
    let source = source_of(words, field, order)?;
    let state = if source.language == language {
        State::Original
    } else if text_in(words, field, language).is_none() {
        State::Missing
    } else {
        match words.0.get(language).and_then(|set| set.translated_from.get(field)) {
            Some(hash) if *hash != source_hash(source.text) => State::Outdated,
            _ => State::Translated,
        }
    };
    Some((state, source))
}

/// The fields of words that are translated, in the order of their definition, the text below the
/// front matter last. Other names for search are not: each language has its own.
pub fn translatable(kind: Kind) -> impl Iterator<Item = &'static str> {
    text_fields(kind.words()).chain([BODY])
}

fn text_fields(fields: &'static [Field]) -> impl Iterator<Item = &'static str> {
    let is_text = |field: &&Field| matches!(field.shape, Shape::Line | Shape::Text | Shape::Markdown);
    fields.iter().filter(is_text).map(|field| field.name)
}

impl TextState<'_> {
    /// What may stand in it.
    pub fn shape(&self) -> &'static Shape {
        let fields = match self.owner {
            Owner::Entry(entry) => entry.kind.words(),
            Owner::Node(..) => NODE_WORDS,
            Owner::Vocabulary(_) | Owner::Term(..) => &[],
        };
        match fields.iter().find(|field| field.name == self.field) {
            Some(field) => &field.shape,
            None if self.field == BODY => &Shape::Markdown,
            None => &Shape::Line,
        }
    }
}

/// The name of a text in PO files and in the form that translates it: kind, slug and field.
pub fn context_of(text: &TextState<'_>, language: &str) -> String {
    place::place_of(text, language).context
}

/// Every text of an entry that some language has, seen from one; the nodes of a schema after its own.
pub fn texts_of<'a>(site: &'a Site, entry: &'a Entry, language: &str) -> Vec<TextState<'a>> {
    let order = &site.settings.languages;
    let mut found = Vec::new();
    let mut add = |owner: Owner<'a>, words: &'a Words, fields: &mut dyn Iterator<Item = String>| {
        for field in fields {
            if let Some((state, source)) = state_of(words, &field, language, order) {
                let own = text_in(words, &field, language);
                found.push(TextState { owner, field, state, source, own });
            }
        }
    };
    let pictures = entry.files.iter().filter(|file| file.path.starts_with(SNAPSHOTS));
    let pictures = pictures.map(|file| file.path.clone());
    let mut fields = translatable(entry.kind).map(str::to_owned).chain(pictures);
    add(Owner::Entry(entry), &entry.words, &mut fields);
    if let Some(schema) = site.schemas.get(&entry.slug).filter(|_| entry.kind == Kind::Schema) {
        for node in schema.phases.iter().flat_map(Node::walk) {
            let mut fields = text_fields(NODE_WORDS).map(str::to_owned);
            add(Owner::Node(schema, node), &node.words, &mut fields);
        }
    }
    found
}

/// Every text of the catalogue that some language has, seen from one: entries by kind and slug,
/// the nodes of a schema after it, the vocabularies last.
pub fn texts<'a>(site: &'a Site, language: &str) -> Vec<TextState<'a>> {
    let order = &site.settings.languages;
    let entries = Kind::ALL.into_iter().flat_map(|kind| site.entries(kind));
    let mut found: Vec<TextState<'a>> = entries.flat_map(|entry| texts_of(site, entry, language)).collect();
    for (name, vocabulary) in &site.vocabularies {
        found.extend(label_state(Owner::Vocabulary(name), "label", &vocabulary.label, language, order));
        for term in &vocabulary.terms {
            let owner = Owner::Term(name, term);
            found.extend(label_state(owner, "label", &term.label, language, order));
            found.extend(label_state(owner, "description", &term.description, language, order));
        }
    }
    found
}

/// Labels record no source, so they are never outdated.
fn label_state<'a>(
    owner: Owner<'a>,
    field: &str,
    labels: &'a ByLanguage,
    language: &str,
    order: &[String],
) -> Option<TextState<'a>> {
    let in_order = order.iter().filter_map(|language| labels.get_key_value(language));
    let (source_language, text) = in_order.chain(labels.iter()).find(|(_, text)| !text.trim().is_empty())?;
    let own = labels.get(language).map(String::as_str).filter(|text| !text.trim().is_empty());
    let state = match own {
        _ if source_language == language => State::Original,
        Some(_) => State::Translated,
        None => State::Missing,
    };
    let source = Localised { text, language: source_language, is_fallback: false };
    Some(TextState { owner, field: field.to_owned(), state, source, own })
}
