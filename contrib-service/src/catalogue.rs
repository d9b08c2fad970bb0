//! The catalogue as it is published now, kept ready in memory: what a form may choose from, what
//! an entry is checked against, and the layout of every page. With `live_site` the one file that
//! calls the generator as a whole.

use std::path::Path;

use generator::diagnostic::{Diagnostic, Severity};
use generator::history::History;
use generator::messages::{Messages, Value as MessageValue};
use generator::model::address::BaseUrl;
use generator::model::definition::Need;
use generator::model::file_type::FileType;
use generator::model::form::{ENTRY, Form, Purpose, WORDS};
use generator::model::site::Site;
use generator::model::{Kind, Slug};
use generator::render::dates::Dates;
use generator::render::form::{FormError as FormErrorView, FormView, HiddenField};
use generator::render::pages::PreviewOptions;
use generator::render::service::ServiceHead;
use generator::render::theme::{Theme, ThemeError};
use generator::render::{RenderError, Renderer, Rendering};
use generator::search::Hit;
use generator::source::Source;
use serde::Serialize;

use crate::entry_files::{EntryFiles, below_content};
use crate::name_index::NameIndex;
use crate::queue::job::EntryFile;
use crate::raw_form::RawForm;
use crate::submission::{Argument, CHANGE, FILE, FieldError, KEPT_FILE, SEEN, STATUS_KEY};

/// The catalogue of one moment.
pub struct Catalogue {
    /// The content as it lies in the folder.
    pub source: Source,
    /// The catalogue in it.
    pub site: Site,
    /// How many mistakes are in it.
    pub errors: usize,
    renderer: Renderer,
    dates: Dates,
    names: NameIndex,
}

/// Why the catalogue cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The content folder.
    #[error("the content folder cannot be read")]
    Content(#[from] std::io::Error),
    /// The theme.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The theme, at a closer look.
    #[error("the theme cannot be used")]
    Render(#[from] RenderError),
    /// `site.yaml` names no language.
    #[error("site.yaml names no language, so there is nothing to show")]
    NoLanguage,
}

/// An entry that is not in the catalogue yet, laid over it.
pub struct Overlaid {
    /// The catalogue with the entry.
    pub site: Site,
    /// What is wrong with the entry's files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Overlaid {
    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl Catalogue {
    /// Reads content and theme.
    ///
    /// # Errors
    /// When the folder or the theme cannot be read. Mistakes in single entries are no obstacle.
    pub fn load(
        content: &Path,
        theme: &str,
        base_url: Option<&BaseUrl>,
    ) -> Result<Catalogue, CatalogueError> {
        let source = Source::read(content)?;
        let checked = generator::check_source(&source, History::default());
        let errors = checked.diagnostics.count(Severity::Error);
        let mut site = checked.site;
        site.settings.settle(base_url, true);
        if site.settings.languages.is_empty() {
            return Err(CatalogueError::NoLanguage);
        }
        let renderer = Renderer::new(&Theme::find(content, theme)?, &site.settings.languages)?;
        Ok(Catalogue { source, site, errors, renderer, dates: Dates::default(), names: NameIndex::default() })
    }

    /// The language of the site that fits best: the wanted one, else the first of the browser's
    /// that the site has, else the site's first.
    pub fn language(&self, wanted: &str, accepted: &str) -> &str {
        let has = |language: &str| self.site.settings.languages.iter().find(|own| own.as_str() == language);
        has(wanted)
            .or_else(|| {
                let tags = accepted.split(',').filter_map(|tag| tag.split([';', '-']).next());
                tags.map(|tag| tag.trim().to_ascii_lowercase()).find_map(|tag| has(&tag))
            })
            .or_else(|| self.site.settings.languages.first())
            .map_or("en", String::as_str)
    }

    /// The path every address begins with; ends in a slash.
    pub fn base(&self) -> String {
        self.site.settings.base_url.path().to_owned()
    }

    /// Whether an entry or a former one has this slug. Folders count even when the entry in them
    /// cannot be understood.
    pub fn is_taken(&self, kind: Kind, slug: &Slug) -> bool {
        let folder = format!("{}/{slug}/", kind.folder());
        let next = self.source.files.range(folder.clone()..).next();
        next.is_some_and(|(path, _)| path.starts_with(&folder))
            || self
                .site
                .entries(kind)
                .iter()
                .any(|entry| entry.former_slugs.iter().any(|former| former == slug.as_str()))
    }

    /// The entries whose names have all the words of this one, best first.
    pub fn search_names(&self, language: &str, name: &str, limit: usize) -> Vec<Hit> {
        self.names.search(&self.site, language, name, limit)
    }

    /// The catalogue with the files of a contribution laid over it, and the check's word on them.
    pub fn with_entry(&self, kind: Kind, slug: &Slug, files: &[EntryFile]) -> Overlaid {
        let source = self.source.with_files(below_content(kind, slug, files));
        let checked = generator::check_source(&source, History::default());
        let folder = format!("{}/{slug}/", kind.folder());
        let mut site = checked.site;
        site.settings = self.site.settings.clone();
        let diagnostics =
            checked.diagnostics.into_iter().filter(|found| found.file.starts_with(&folder)).collect();
        Overlaid { site, diagnostics }
    }

    /// The texts of a language of the site.
    pub fn texts(&self, language: &str) -> Texts<'_> {
        Texts { messages: self.renderer.messages(language) }
    }

    /// A page of the service in the layout of the site: a template of the theme and its view.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn service_page<V: Serialize>(
        &self,
        language: &str,
        template: &str,
        head: &ServiceHead,
        view: &V,
    ) -> Result<Vec<u8>, RenderError> {
        Ok(self.begin(&self.site)?.service_page(language, template, head, view)?.bytes)
    }

    /// A part of a page of the service: safe HTML.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn service_part<V: Serialize>(
        &self,
        language: &str,
        template: &str,
        view: &V,
    ) -> Result<String, RenderError> {
        self.begin(&self.site)?.service_part(language, template, view)
    }

    /// The page of an entry that is not published, with what stands above it.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn entry_page(
        &self,
        overlaid: &Overlaid,
        kind: Kind,
        slug: &Slug,
        language: &str,
        options: &PreviewOptions,
    ) -> Result<Option<Vec<u8>>, RenderError> {
        let page = self.begin(&overlaid.site)?.entry_page(kind, slug, language, options)?;
        Ok(page.map(|page| page.bytes))
    }

    /// The form with what was typed and an error beside each field that needs mending.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn form_page(
        &self,
        definition: Form,
        language: &str,
        form: &RawForm,
        errors: &[FieldError],
    ) -> Result<Vec<u8>, RenderError> {
        let rendering = self.begin(&self.site)?;
        let mut view = self.empty_form(&rendering, definition, language, form)?;
        // What stands in an entry is shown whole, or sending it back would cut it.
        let is_edit = definition.purpose == Purpose::Edit;
        let shown = |value: &str| if is_edit { value.to_owned() } else { shown_again(value) };
        let mut values: Vec<(String, String)> = form
            .texts()
            .iter()
            .flat_map(|(name, values)| values.iter().map(|value| (name.clone(), shown(value))))
            .collect();
        // Without an answer the texts are in the language of the page, as the empty form says too.
        if form.text("language").is_empty() {
            values.push(("language".to_owned(), language.to_owned()));
        }
        if definition.purpose == Purpose::Edit {
            view.offer(&values);
        }
        view.fill(&values);
        let texts = self.texts(language);
        let kept = form.text(KEPT_FILE);
        if !kept.is_empty() {
            view.hidden.push(HiddenField { name: KEPT_FILE.to_owned(), value: kept.to_owned() });
            let name = form.text("kept-file-name");
            view.hidden.push(HiddenField { name: "kept-file-name".to_owned(), value: name.to_owned() });
            if let Some(field) = view.field_mut(FILE) {
                field.value = texts.format("service-file-kept", [("name", name.into())]);
            }
        }
        // A new version of a contribution: which one, and what shows that its writer sends it.
        // And the commit that an edit was made from.
        for name in [CHANGE, STATUS_KEY, SEEN] {
            let value = form.text(name);
            if !value.is_empty() {
                view.hidden.push(HiddenField { name: name.to_owned(), value: value.to_owned() });
            }
        }
        let told = self.tell(language, &view, errors);
        if !told.is_empty() {
            let title = texts.format("error-summary", [("count", told.len().into())]);
            let summary = told.into_iter().map(|(field, message)| FormErrorView { field, message }).collect();
            view.mark(title, summary);
        }
        Ok(rendering.form_page(language, &view)?.bytes)
    }

    /// Errors in the words of a language: field and sentence.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn errors_in_words(
        &self,
        definition: Form,
        language: &str,
        form: &RawForm,
        errors: &[FieldError],
    ) -> Result<Vec<(String, String)>, RenderError> {
        let view = self.empty_form(&self.begin(&self.site)?, definition, language, form)?;
        Ok(self.tell(language, &view, errors))
    }

    /// The words beside the box that whoever sends a form ticks.
    ///
    /// # Errors
    /// When the theme has a mistake.
    pub fn consent_text(&self, definition: Form, language: &str) -> Result<String, RenderError> {
        let view = self.begin(&self.site)?.empty_form(definition, language)?;
        let agree = view.fields().find(|field| field.name == "agree");
        Ok(agree.map(|field| field.label.clone()).unwrap_or_default())
    }

    /// The form with nothing typed into it: about the entry it names, where it is about one.
    fn empty_form(
        &self,
        rendering: &Rendering<'_>,
        definition: Form,
        language: &str,
        form: &RawForm,
    ) -> Result<FormView, RenderError> {
        if definition.purpose != Purpose::Propose
            && let Ok(slug) = Slug::parse(form.text(ENTRY))
        {
            let words = self.language(form.text(WORDS), "");
            let words = if form.text(WORDS).is_empty() { language } else { words };
            if let Some(view) = rendering.form_about(definition, &slug, language, words)? {
                return Ok(view);
            }
        }
        rendering.empty_form(definition, language)
    }

    fn tell(&self, language: &str, view: &FormView, errors: &[FieldError]) -> Vec<(String, String)> {
        let texts = self.texts(language);
        errors
            .iter()
            .map(|error| {
                let label = view.fields().find(|field| field.name == error.field);
                let label = label.map_or(error.field.as_str(), |field| field.label.as_str());
                (error.field.clone(), texts.error(error, label))
            })
            .collect()
    }

    /// What ADMS-AP asks for and the entry does not say, by the label of the field.
    pub fn not_stated(&self, kind: Kind, language: &str, files: &EntryFiles) -> Vec<String> {
        let texts = self.texts(language);
        let expected = kind.facts().unwrap_or_default().iter().filter(|field| field.need == Need::Expected);
        expected
            .filter(|field| !files.states(field.name))
            .map(|field| texts.text(&format!("field-{}", field.name)))
            .collect()
    }

    fn begin<'a>(&'a self, site: &'a Site) -> Result<Rendering<'a>, RenderError> {
        self.renderer.begin(site, &self.dates)
    }
}

/// The path of an entry's page below the language.
pub fn page_path(kind: Kind, slug: &Slug) -> String {
    match kind {
        Kind::Page => format!("{slug}/"),
        kind => format!("{}/{slug}/", kind.folder()),
    }
}

/// Longest value that is put back into a field. What is longer is no answer of a person; the page
/// says so, and the browser's back button still has it.
const MAX_SHOWN_AGAIN: usize = 200_000;

fn shown_again(value: &str) -> String {
    if value.len() <= MAX_SHOWN_AGAIN { value.to_owned() } else { value.chars().take(1_000).collect() }
}

/// The texts of one language.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    messages: Option<&'a Messages>,
}

impl Texts<'_> {
    /// A text.
    pub fn text(&self, key: &str) -> String {
        self.format(key, [])
    }

    /// A text, where the language has one of that name.
    pub fn text_if_any(&self, key: &str) -> Option<String> {
        self.messages.and_then(|messages| messages.format_if_any(key, []))
    }

    /// A text with its values.
    pub fn format<const N: usize>(&self, key: &str, values: [(&str, MessageValue); N]) -> String {
        self.messages.map_or_else(|| format!("[{key}]"), |messages| messages.format(key, values))
    }

    /// A size in bytes.
    pub fn size(&self, bytes: usize) -> String {
        self.messages.map_or_else(String::new, |messages| messages.file_size(bytes as u64))
    }

    /// A moment, as day and time in UTC.
    pub fn moment(&self, moment: i64) -> String {
        let Ok(timestamp) = jiff::Timestamp::from_second(moment) else { return String::new() };
        let time = jiff::tz::TimeZone::UTC.to_datetime(timestamp);
        let (year, month, day) = (time.year(), time.month(), time.day());
        let date = self.messages.map_or_else(
            || time.date().to_string(),
            |messages| {
                let (month, day) = (month.unsigned_abs(), day.unsigned_abs());
                messages.date(i32::from(year), Some(month), Some(day))
            },
        );
        format!("{date}, {:02}:{:02} UTC", time.hour(), time.minute())
    }

    fn error(&self, error: &FieldError, label: &str) -> String {
        let text = |name: &str| {
            error.arguments.iter().find_map(|(own, argument)| match argument {
                Argument::Text(text) if *own == name => Some(text.clone()),
                _ => None,
            })
        };
        let number = |name: &str| {
            error.arguments.iter().find_map(|(own, argument)| match argument {
                Argument::Number(number) if *own == name => Some(*number),
                _ => None,
            })
        };
        self.format(
            error.message,
            [
                ("label", label.into()),
                ("value", text("value").unwrap_or_default().into()),
                ("name", text("name").unwrap_or_default().into()),
                ("detail", text("detail").unwrap_or_default().into()),
                ("limit", number("limit").unwrap_or_default().into()),
                ("count", number("count").unwrap_or_default().into()),
                ("types", FileType::list().into()),
            ],
        )
    }
}
