//! "We use this", and a review: one new file beside the others of an entry.

use generator::import::emit::{MapBuilder, Value as Emitted, emit_document};
use generator::model::form::{Place, Purpose};

use super::{Drafted, Drafting, Outcome};
use crate::queue::ask::Ask;
use crate::queue::job::EntryFile;
use crate::submission::Value;

impl Drafting {
    pub(super) fn said(&self) -> Outcome {
        let is_use = self.definition.purpose == Purpose::Use;
        let draft = self.about_entry(if is_use { Ask::Use } else { Ask::Review })?;
        let answers = self.answers(None)?;
        let has_text = !answers.text("text").is_empty();
        let author = answers.author_name();
        let mut file = MapBuilder::default();
        for field in self.definition.facts() {
            match field.name {
                "date" => file.put_text("date", Some(&self.today)),
                "by" => file.put_text("by", author.as_deref()),
                // A language of no text says nothing.
                "language" => file.put_text("language", Some(answers.text("language")).filter(|_| has_text)),
                // Who the catalogue knows needs no other name.
                "name" if !answers.text("organisation").is_empty() => &mut file,
                name => match answers.values.iter().find(|(answered, _)| *answered == name) {
                    Some((_, Value::Line(line))) => file.put_text(name, Some(line.as_str())),
                    Some((_, Value::Prose(prose))) => file.put_text(name, Some(prose.as_str())),
                    Some((_, Value::List(items))) => {
                        file.put(name, Emitted::texts(items.iter().map(|item| item.as_str())))
                    }
                    None => &mut file,
                },
            };
        }
        let folder = if is_use { "uses" } else { "reviews" };
        let path = format!("{folder}/{}.yaml", self.id);
        let text = emit_document(&file.finish());
        let files = vec![EntryFile::new(path, text.clone().into_bytes())];
        let field_at = |_: &str, line: u32| {
            let written = text.lines().nth((line as usize).saturating_sub(1)).unwrap_or_default();
            let name = written.split(':').next().unwrap_or_default();
            let input = self.definition.input(name).filter(|input| input.place != Place::Consent);
            input.map_or("text", |input| input.name).to_owned()
        };
        let overlaid = self.overlay(self.definition.kind, &draft.slug, &files, field_at)?;
        Ok(Drafted { author, files, overlaid: Some(overlaid), ..draft })
    }
}
