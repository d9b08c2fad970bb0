//! A checked form -> what a contribution brings: the files of a new entry, changed files of one that
//! is there, a new file beside them, or words for the maintainers. One module for each way; what they
//! have in common is here: what a form is checked against, and what is shown before it is sent.

mod edit;
mod new_entry;
mod said;
mod translation;

use std::sync::Arc;

use generator::diagnostic::Severity;
use generator::model::form::{Form, PAGE_LANGUAGE, Purpose, WORDS};
use generator::model::{Kind, Slug};

use crate::catalogue::{Catalogue, Overlaid};
use crate::entry_files::message_for;
use crate::forge::OnBranch;
use crate::forge::fields::merge_file;
use crate::queue::ask::Ask;
use crate::queue::job::EntryFile;
use crate::raw_form::RawForm;
use crate::secret::ContributionId;
use crate::submission::{Answers, FieldError};

pub use edit::present;

/// What a form is checked against.
pub struct Drafting {
    /// The catalogue as it is published.
    pub catalogue: Arc<Catalogue>,
    /// The form.
    pub definition: Form,
    /// What was typed.
    pub form: RawForm,
    /// The language of its writer.
    pub language: String,
    /// The name of the contribution it becomes.
    pub id: ContributionId,
    /// The folder of the entry: the one it is about, or the one that an earlier version has.
    pub slug: Option<Slug>,
    /// Slugs that other open contributions have.
    pub open_slugs: Vec<String>,
    /// The entry as its writer has seen it, and as the main branch has it now; for changes of words
    /// and facts.
    pub entry: Option<SeenEntry>,
    /// The day of today (ISO 8601).
    pub today: String,
}

/// An entry whose files somebody changes.
#[derive(Debug, Clone)]
pub struct SeenEntry {
    /// As the form was made from it.
    pub seen: OnBranch,
    /// As it is now.
    pub now: OnBranch,
}

/// What a form became.
pub struct Drafted {
    /// What it asks for.
    pub ask: Ask,
    /// The folder of the entry.
    pub slug: Slug,
    /// The name of the entry.
    pub title: String,
    /// Who it is from; only with their consent.
    pub author: Option<String>,
    /// Words for the maintainers.
    pub words: String,
    /// The files.
    pub files: Vec<EntryFile>,
    /// The files that they take the place of.
    pub before: Vec<EntryFile>,
    /// The catalogue with the files in it; none where there is nothing to show.
    pub overlaid: Option<Overlaid>,
    /// The language that its writer sees the entry in.
    pub shown_in: String,
    /// What would make it better, as message keys.
    pub advice: Vec<&'static str>,
    /// What readers will see as not stated, by the label of the field.
    pub not_stated: Vec<String>,
}

type Outcome = Result<Drafted, Vec<FieldError>>;

impl Drafting {
    /// Checks the form and writes what it brings.
    ///
    /// # Errors
    /// Everything that is wrong with it, by field.
    pub fn draft(self) -> Outcome {
        let mut drafting = self;
        if drafting.form.text(PAGE_LANGUAGE).is_empty() {
            drafting.form.add(PAGE_LANGUAGE, drafting.language.clone());
        }
        match drafting.definition.purpose {
            Purpose::Propose => drafting.new_entry(),
            Purpose::Edit => drafting.edit(),
            Purpose::Translate => drafting.translation(),
            Purpose::Use | Purpose::Review => drafting.said(),
            Purpose::Report => drafting.report(),
        }
    }

    /// A problem with an entry: words alone.
    fn report(&self) -> Outcome {
        let answers = self.answers(None)?;
        Ok(Drafted { words: answers.text("message").to_owned(), ..self.about_entry(Ask::Report)? })
    }

    fn answers(&self, present: Option<&RawForm>) -> Result<Answers, Vec<FieldError>> {
        Answers::parse(self.definition, &self.form, &self.catalogue.site, present)
    }

    /// What every contribution about an entry has.
    fn about_entry(&self, ask: Ask) -> Outcome {
        let gone = || self.entry_is_gone();
        let slug = self.slug.clone().ok_or_else(gone)?;
        let site = &self.catalogue.site;
        let entry = site.entry(self.definition.kind, slug.as_str()).ok_or_else(gone)?;
        let title = entry.words.pick("name", &self.language, &site.settings.languages);
        Ok(Drafted {
            ask,
            title: title.map_or_else(|| slug.to_string(), |title| title.text.to_owned()),
            slug,
            author: None,
            words: String::new(),
            files: Vec::new(),
            before: Vec::new(),
            overlaid: None,
            shown_in: self.language.clone(),
            advice: Vec::new(),
            not_stated: Vec::new(),
        })
    }

    /// What is said where the entry is not there any more, at the first field of the form.
    fn entry_is_gone(&self) -> Vec<FieldError> {
        vec![FieldError::new(self.first_field(), "error-entry-gone")]
    }

    /// The first field of the form.
    fn first_field(&self) -> &'static str {
        self.definition.inputs().next().map_or("agree", |input| input.name)
    }

    /// The language of the words that are changed: one of the site's.
    fn words_language(&self) -> &str {
        let languages = &self.catalogue.site.settings.languages;
        let wanted = self.form.text(WORDS);
        languages.iter().find(|language| *language == wanted).map_or(self.language.as_str(), String::as_str)
    }

    /// Lays changed files over the catalogue. `field_at` tells which field of the form stands on a
    /// line of a file.
    fn overlay(
        &self,
        kind: Kind,
        slug: &Slug,
        files: &[EntryFile],
        field_at: impl Fn(&str, u32) -> String,
    ) -> Result<Overlaid, Vec<FieldError>> {
        let overlaid = self.catalogue.with_entry(kind, slug, files);
        let folder = format!("{}/{slug}/", kind.folder());
        let is_changed = |file: &str| files.iter().any(|changed| changed.path == file);
        let errors: Vec<FieldError> = overlaid
            .diagnostics
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .filter_map(|found| Some((found, found.file.strip_prefix(&folder)?)))
            // A mistake in a file that nobody touches here is no reason to refuse this.
            .filter(|(_, file)| is_changed(file))
            .map(|(found, file)| {
                let field = field_at(file, found.position.map_or(0, |position| position.line));
                FieldError::new(&field, message_for(found.code)).text("detail", &found.message)
            })
            .collect();
        if errors.is_empty() { Ok(overlaid) } else { Err(errors) }
    }
}

impl Drafted {
    /// With what an edit or a translation changes of an entry.
    fn with_changes(
        self,
        entry: &SeenEntry,
        files: Vec<EntryFile>,
        overlaid: Overlaid,
        answers: &Answers,
        words: &str,
    ) -> Drafted {
        Drafted {
            author: answers.author_name(),
            words: answers.text("remark").to_owned(),
            before: entry.before(&files),
            files,
            overlaid: Some(overlaid),
            shown_in: words.to_owned(),
            ..self
        }
    }
}

impl SeenEntry {
    /// The bytes of a file as its writer has seen it.
    fn text(&self, path: &str) -> Option<&str> {
        let file = self.seen.files.iter().find(|file| file.path == path)?;
        std::str::from_utf8(&file.bytes).ok()
    }

    /// A file with other content, made from the one that was seen.
    fn changed(&self, path: &str, text: String) -> EntryFile {
        let seen = self.seen.files.iter().find(|file| file.path == path);
        EntryFile {
            replaces: seen.and_then(|file| file.replaces.clone()),
            ..EntryFile::new(path.to_owned(), text.into_bytes())
        }
    }

    /// The fields that somebody else has changed since, to something else than these files say.
    fn conflicts(&self, files: &[EntryFile]) -> Vec<(String, String)> {
        let bytes = |branch: &'_ OnBranch, path: &str| {
            branch.files.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
        };
        let mut found = Vec::new();
        for file in files {
            let (seen, now) = (bytes(&self.seen, &file.path), bytes(&self.now, &file.path));
            if seen == now {
                continue;
            }
            let merged =
                merge_file(&file.path, &seen.unwrap_or_default(), &file.bytes, &now.unwrap_or_default());
            found.extend(merged.err().into_iter().flatten().map(|field| (file.path.clone(), field)));
        }
        found
    }

    /// The files that these take the place of.
    fn before(&self, files: &[EntryFile]) -> Vec<EntryFile> {
        let is_changed = |path: &str| files.iter().any(|file| file.path == path);
        self.seen.files.iter().filter(|file| is_changed(&file.path)).cloned().collect()
    }
}

#[cfg(test)]
mod tests;
