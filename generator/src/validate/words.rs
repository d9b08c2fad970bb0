//! `<lang>.md` and, for schemas, `<lang>.yaml`: the words of an entry and of its nodes.

use super::{Check, settings};
use crate::content::decode::{MAX_MARKDOWN, decode, decode_named};
use crate::content::front_matter::split_front_matter;
use crate::content::prose::{Places, check_markdown};
use crate::content::record::Record;
use crate::diagnostic::{Code, Diagnostic, Position};
use crate::model::definition::NODE_WORDS;
use crate::model::words::{BODY, WordSet, Words};
use std::collections::{BTreeMap, BTreeSet};

impl Check<'_> {
    /// The words of the entry in every language that has a file.
    pub(super) fn words(&mut self) -> Words {
        let mut words = Words::default();
        let files: Vec<String> = self
            .raw
            .files
            .iter()
            .filter(|file| file.ends_with(".md") && !file.contains('/'))
            .cloned()
            .collect();
        if files.is_empty() && !self.source.diagnostics.iter().any(|d| d.file.starts_with(&self.raw.path("")))
        {
            let path = self.raw.path(&format!("{}.md", self.languages[0]));
            self.diagnostics.push(
                Diagnostic::error(Code::MissingWords, path, "the entry has no words in any language")
                    .help("add this file with `name:` and `summary:` between two lines `---`"),
            );
        }
        for file in files {
            let language = file.trim_end_matches(".md").to_owned();
            if self.known_language(&file, &language)
                && let Some(set) = self.word_set(&file)
            {
                words.0.insert(language, set);
            }
        }
        words
    }

    fn known_language(&mut self, file: &str, language: &str) -> bool {
        let is_known = self.languages.iter().any(|known| known == language);
        if !is_known {
            self.diagnostics.push(
                Diagnostic::error(
                    Code::UnknownLanguage,
                    self.raw.path(file),
                    format!("the site has no language “{language}”"),
                )
                .help(format!("its languages are {}; site.yaml lists them", self.languages.join(", "))),
            );
        }
        is_known
    }

    fn word_set(&mut self, file: &str) -> Option<WordSet> {
        let path = self.raw.path(file);
        let text = self.source.text(&path)?;
        let parts =
            match split_front_matter(text) {
                Ok(parts) => parts,
                Err((code, message)) => {
                    self.diagnostics.push(Diagnostic::error(code, &path, message).at(Position::START).help(
                        "begin with a line `---`, the fields, and another line `---`; the text follows",
                    ));
                    return None;
                }
            };
        let tree = settings::parse(parts.yaml, &path, 1, &mut self.diagnostics)?;
        let decoded = decode(&tree, self.raw.kind.words(), self.context(&path));
        let body_line = parts.body_line;
        self.references.extend(decoded.references);
        self.diagnostics.extend(decoded.diagnostics);
        let length = parts.body.trim().chars().count();
        if length > MAX_MARKDOWN {
            // Whoever wrote it has to shorten it first; what is so long is neither read nor shown.
            self.diagnostics.push(
                Diagnostic::error(
                    Code::TooLong,
                    &path,
                    format!("the text has {length} characters; at most {MAX_MARKDOWN} fit"),
                )
                .at(Position { line: body_line, column: 1 })
                .help("shorten it, or put it into files/ as a document and link to it"),
            );
            return Some(word_set(&decoded.record, ""));
        }
        let places = Places::new(parts.body, body_line);
        let body = check_markdown(parts.body, &|offset| places.at(offset), &path);
        self.references.extend(body.references);
        self.diagnostics.extend(body.diagnostics);
        Some(word_set(&decoded.record, parts.body))
    }

    /// The words of the nodes of a schema: per node, per language.
    pub(super) fn node_words(&mut self, ids: &BTreeSet<String>) -> BTreeMap<String, Words> {
        let mut by_node: BTreeMap<String, Words> = BTreeMap::new();
        let files: Vec<String> = self
            .raw
            .files
            .iter()
            .filter(|file| file.ends_with(".yaml") && !file.contains('/') && *file != "schema.yaml")
            .cloned()
            .collect();
        for file in files {
            let language = file.trim_end_matches(".yaml").to_owned();
            let path = self.raw.path(&file);
            if !self.known_language(&file, &language) {
                continue;
            }
            let Some(tree) = settings::read_tree(self.source, &path, &mut self.diagnostics) else { continue };
            let (named, decoded) = decode_named(&tree, NODE_WORDS, self.context(&path));
            self.references.extend(decoded.references);
            self.diagnostics.extend(decoded.diagnostics);
            for (id, position, record) in named {
                if !ids.contains(&id) {
                    self.diagnostics.push(
                        Diagnostic::error(
                            Code::DanglingNode,
                            &path,
                            format!("the schema has no node “{id}”"),
                        )
                        .at(position)
                        .help("use an id of schema.yaml, or delete these words"),
                    );
                    continue;
                }
                by_node.entry(id).or_default().0.insert(language.clone(), word_set(&record, ""));
            }
        }
        by_node
    }
}

pub(super) fn word_set(record: &Record, body: &str) -> WordSet {
    let mut set = WordSet { aliases: record.texts("aliases"), ..WordSet::default() };
    for (field, value) in record.fields() {
        if let Some(text) = value.text() {
            set.texts.insert(field, text.to_owned());
        }
    }
    if !body.trim().is_empty() {
        set.texts.insert(BODY, body.trim_end().to_owned());
    }
    set.snapshots = record.texts_by_name("snapshots");
    if let Some(source) = record.record("translated-from") {
        set.translated_from = source.texts_by_name("fields");
    }
    set
}
