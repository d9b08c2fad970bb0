//! A translation: the texts of an entry in one more language, put where `interlink translations
//! import` puts them, with the hash of what each was translated from.

use std::collections::BTreeMap;

use generator::history::History;
use generator::model::definition::Shape;
use generator::translation::import::plan_import;
use generator::translation::po::Message;
use generator::translation::{State, context_of, texts_of};

use super::{Drafting, Outcome};
use crate::entry_files::{below_content, without_html};
use crate::queue::ask::Ask;
use crate::queue::job::EntryFile;
use crate::submission::{FieldError, Line, Prose};

impl Drafting {
    pub(super) fn translation(&self) -> Outcome {
        let (kind, words) = (self.definition.kind, self.words_language());
        let draft = self.about_entry(Ask::Translation)?;
        let gone = || self.entry_is_gone();
        let entry = self.entry.as_ref().ok_or_else(gone)?;
        let answers = self.answers(None)?;
        // What its writer has seen, so that the hashes are of the texts that were translated.
        let seen = below_content(kind, &draft.slug, &entry.seen.files);
        let source = self.catalogue.source.with_files(seen);
        let site = generator::check_source(&source, History::default()).site;
        let found = site.entry(kind, draft.slug.as_str()).ok_or_else(gone)?;
        let texts = texts_of(&site, found, words);
        let mut messages = Vec::new();
        let mut names: BTreeMap<usize, String> = BTreeMap::new();
        for text in texts.iter().filter(|text| text.state != State::Original) {
            let context = context_of(text, words);
            // Too long, or of the wrong shape, is what the import of translations tells.
            let typed = match text.shape() {
                Shape::Line => {
                    Line::parse(self.form.text(&context), usize::MAX).map(|line| line.as_str().to_owned())
                }
                _ => Prose::parse(self.form.text(&context), usize::MAX).map(|text| text.as_str().to_owned()),
            };
            let typed = typed.unwrap_or_default();
            let typed = if matches!(text.shape(), Shape::Markdown) { without_html(&typed) } else { typed };
            let is_same = text.own.unwrap_or_default().trim() == typed;
            if typed.is_empty() || is_same {
                continue;
            }
            let line = messages.len() + 1;
            names.insert(line, context.clone());
            messages.push(Message {
                context,
                source: text.source.text.to_owned(),
                text: typed,
                is_fuzzy: false,
                is_plural: false,
                line,
            });
        }
        let plan = plan_import(&source, words, &messages);
        let field = |line: &usize| names.get(line).cloned().unwrap_or_else(|| "name".to_owned());
        if !plan.refused.is_empty() {
            let error = |(line, why): &(usize, String)| {
                FieldError::new(&field(line), "error-found").text("detail", why)
            };
            return Err(plan.refused.iter().map(error).collect());
        }
        let folder = format!("{}/{}/", kind.folder(), draft.slug);
        let files: Vec<EntryFile> = plan
            .files
            .into_iter()
            .filter_map(|(path, text)| Some(entry.changed(path.strip_prefix(&folder)?, text)))
            .collect();
        if files.is_empty() {
            let first = texts.iter().find(|text| text.state != State::Original);
            let first = first.map_or_else(|| self.first_field().to_owned(), |text| context_of(text, words));
            return Err(vec![FieldError::new(&first, "error-nothing-changed")]);
        }
        let first = names.values().next().cloned().unwrap_or_default();
        let conflicts = entry.conflicts(&files);
        if !conflicts.is_empty() {
            let error = |(_, field): &(String, String)| {
                let place = field.split(" › ").next().unwrap_or_default();
                let own = names.values().find(|context| context.ends_with(&format!("/{place}")));
                FieldError::new(own.unwrap_or(&first), "error-changed-meanwhile")
            };
            return Err(conflicts.iter().map(error).collect());
        }
        let overlaid = self.overlay(kind, &draft.slug, &files, |_, _| first.clone())?;
        Ok(draft.with_changes(entry, files, overlaid, &answers, words))
    }
}
