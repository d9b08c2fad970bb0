//! A proposal of an entry: all of its files.

use super::{Drafted, Drafting, Outcome};
use crate::advice::advice;
use crate::entry_files::write_entry_files;
use crate::queue::ask::Ask;
use crate::submission::{Submission, free_slug};

impl Drafting {
    pub(super) fn new_entry(&self) -> Outcome {
        let (catalogue, kind) = (&self.catalogue, self.definition.kind);
        let submission = Submission::parse(self.definition, &self.form, &catalogue.site)?;
        // A new version stays in the folder of the first, whatever its name is now.
        let slug = self.slug.clone().unwrap_or_else(|| {
            free_slug(&submission.wanted_slug(), |slug| {
                self.open_slugs.iter().any(|open| open == slug.as_str()) || catalogue.is_taken(kind, slug)
            })
        });
        let files = write_entry_files(&submission, &slug);
        let overlaid = catalogue.with_entry(kind, &slug, &files.files);
        let errors = files.field_errors(&slug, &overlaid.diagnostics);
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Drafted {
            ask: Ask::NewEntry,
            slug,
            title: submission.name.as_str().to_owned(),
            author: submission.author.as_ref().map(|name| name.as_str().to_owned()),
            words: String::new(),
            advice: advice(&submission),
            not_stated: catalogue.not_stated(kind, &self.language, &files),
            files: files.files,
            before: Vec::new(),
            overlaid: Some(overlaid),
            shown_in: self.language.clone(),
        })
    }
}
