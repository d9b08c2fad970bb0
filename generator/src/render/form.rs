//! The form "propose an Interlinker": which fields, with which choices. The site has it as a static
//! page, empty; the contribution service renders the same view again with what was typed and with
//! an error beside each field that needs mending.

use serde::Serialize;

use super::layout::Head;
use super::scope::Scope;
use super::view::Link;
use super::{Page, RenderError, Rendering};
use crate::model::entry::Nature;
use crate::model::site::Site;

/// A form with its values and errors.
#[derive(Debug, Clone, Serialize)]
pub struct FormView {
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: String,
    /// Where it is sent.
    pub action: String,
    /// Whether a service is there to receive it.
    pub is_open: bool,
    /// The name of the field that people never see.
    pub honeypot: &'static str,
    /// Fields without a control.
    pub hidden: Vec<HiddenField>,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The title of the error summary.
    pub error_title: String,
    /// Every error, in the order of the form; empty: no summary.
    pub error_summary: Vec<FormError>,
    /// Safe HTML above the form, such as similar entries; none: nothing.
    pub preview: Option<String>,
    /// The words on the button.
    pub submit: String,
}

/// A value that the form carries without showing it.
#[derive(Debug, Clone, Serialize)]
pub struct HiddenField {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// One line of the error summary.
#[derive(Debug, Clone, Serialize)]
pub struct FormError {
    /// The field it links to.
    pub field: String,
    /// The same words as beside the field.
    pub message: String,
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Control {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// Many lines of Markdown.
    Markdown,
    /// One of a list that unfolds.
    Select,
    /// Any of several.
    Checkboxes,
    /// One of a few, all in sight.
    Radio,
    /// A file.
    File,
    /// One box to tick.
    Agree,
}

/// A field.
#[derive(Debug, Clone, Serialize)]
pub struct FormField {
    /// Its name in the form, and its id in the page.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What to write.
    pub hint: Option<String>,
    /// How it is filled in.
    pub control: Control,
    /// The `type` of a [`Control::Line`].
    pub input_type: &'static str,
    /// The choices.
    pub options: Vec<FormOption>,
    /// Whether a [`Control::Select`] begins with nothing chosen.
    pub has_blank: bool,
    /// Whether there are so many choices that they begin folded.
    pub is_long: bool,
    /// What unfolds them.
    pub open_label: String,
    /// The value: as typed, `yes` for a ticked box, the name of a file kept by the service.
    pub value: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// Whether it must be filled in.
    pub required: bool,
    /// The ids of hint and error, for screen readers.
    pub described_by: String,
}

/// A choice.
#[derive(Debug, Clone, Serialize)]
pub struct FormOption {
    /// Its value.
    pub value: String,
    /// Its id in the page.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// One sentence about it.
    pub hint: Option<String>,
    /// The name of its sign.
    pub sign: Option<String>,
    /// Whether it is chosen.
    pub selected: bool,
}

/// The field that people never see; what fills it in is a program.
pub const HONEYPOT: &str = "homepage";
/// The licences the form offers, the ones that fit this catalogue first.
const LICENCES: [&str; 8] = [
    "CC-BY-4.0",
    "CC0-1.0",
    "CC-BY-SA-4.0",
    "EUPL-1.2",
    "MIT",
    "Apache-2.0",
    "GPL-3.0-or-later",
    "AGPL-3.0-or-later",
];
/// From how many choices on a list of boxes begins folded.
const LONG_LIST: usize = 10;

impl FormView {
    /// Puts what was typed into the fields: every value of the form, in the order it came.
    pub fn fill(&mut self, values: &[(String, String)]) {
        for field in &mut self.fields {
            let own: Vec<&str> = values
                .iter()
                .filter(|(name, _)| *name == field.name)
                .map(|(_, value)| value.as_str())
                .collect();
            match field.control {
                Control::Select | Control::Radio | Control::Checkboxes => {
                    for option in &mut field.options {
                        option.selected = own.contains(&option.value.as_str());
                    }
                    field.value = own.first().map(|value| (*value).to_owned()).unwrap_or_default();
                }
                _ => field.value = own.first().map(|value| (*value).to_owned()).unwrap_or_default(),
            }
        }
    }

    /// Puts errors beside their fields and into the summary. An error of a field the form does not
    /// have is shown in the summary alone.
    pub fn mark(&mut self, title: String, errors: Vec<FormError>) {
        for error in &errors {
            if let Some(field) = self.fields.iter_mut().find(|field| field.name == error.field)
                && field.error.is_none()
            {
                field.error = Some(error.message.clone());
                field.described_by = described_by(&field.name, field.hint.is_some(), true);
            }
        }
        self.error_title = title;
        self.error_summary = errors;
    }
}

impl Rendering<'_> {
    /// The empty form of a language.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn interlinker_form(&self, language: &str) -> Result<FormView, RenderError> {
        Ok(self.scope(language)?.interlinker_form())
    }

    /// Renders a form in the layout of the site.
    ///
    /// # Errors
    /// When the site does not have the language, or the template has a mistake.
    pub fn form_page(&self, language: &str, view: &FormView) -> Result<Page, RenderError> {
        let scope = self.scope(language)?;
        let title = if view.error_summary.is_empty() {
            view.title.clone()
        } else {
            scope.messages.format("error-page-title", [("title", view.title.clone().into())])
        };
        let head = Head {
            path: "contribute/interlinker/".to_owned(),
            title,
            description: Some(view.lead.clone()),
            section: "contribute",
            crumbs: scope.crumbs(&[("contribute", "contribute/")]),
            has_form: true,
            scripts: vec!["site.js"],
            is_hidden: !view.error_summary.is_empty(),
            ..Head::default()
        };
        self.page(&scope, "form.html", &head, view)
    }
}

impl Scope<'_> {
    fn interlinker_form(&self) -> FormView {
        let terms = |vocabulary: &str| self.term_options(vocabulary);
        let languages = self.site.settings.languages.iter();
        let languages: Vec<FormOption> = languages
            .map(|code| FormOption {
                selected: code == self.language,
                ..self.option("language", code, self.site.label("language", code, self.language))
            })
            .collect();
        let natures = Nature::ALL.into_iter().map(|nature| FormOption {
            hint: self.term_description("nature", nature.id()).map(str::to_owned),
            sign: Some(nature.id().to_owned()),
            ..self.option("nature", nature.id(), self.site.label("nature", nature.id(), self.language))
        });
        let licences = LICENCES.into_iter().map(|id| self.option("licence", id, &id.replace('-', " ")));
        let unstated = self.option("licence", "unstated", &self.messages.text("licence-unstated"));
        let publishers = self.site.organisations.values().filter(|item| Site::is_active(&item.entry));
        let mut publishers: Vec<FormOption> = publishers
            .map(|item| self.option("publisher", item.entry.slug.as_str(), &self.name(&item.entry).text))
            .collect();
        publishers.sort_by(|left, right| self.messages.compare_names(&left.label, &right.label));
        let problems = self.site.problems.values().filter(|problem| Site::is_active(&problem.entry));
        let mut problems: Vec<FormOption> = problems
            .map(|problem| {
                self.option("problems", problem.entry.slug.as_str(), &self.name(&problem.entry).text)
            })
            .collect();
        problems.sort_by(|left, right| self.messages.compare_names(&left.label, &right.label));
        let needed = |field: FormField| FormField { required: true, ..field };
        let fields = vec![
            needed(self.field("language", Control::Select, languages)),
            needed(self.field("name", Control::Line, Vec::new())),
            needed(self.field("nature", Control::Radio, natures.collect())),
            needed(self.field("summary", Control::Text, Vec::new())),
            self.field("description", Control::Markdown, Vec::new()),
            self.field("instructions", Control::Markdown, Vec::new()),
            FormField { input_type: "url", ..self.field("address", Control::Line, Vec::new()) },
            self.field("file", Control::File, Vec::new()),
            self.field("problems", Control::Checkboxes, problems),
            self.field("themes", Control::Checkboxes, terms("theme")),
            self.field("form", Control::Select, terms("form")),
            self.field("difficulty", Control::Select, terms("difficulty")),
            self.field("audiences", Control::Checkboxes, terms("audience")),
            needed(self.field("licence", Control::Select, licences.chain([unstated]).collect())),
            self.field("licence-group", Control::Select, terms("licence-group")),
            self.field("publisher", Control::Select, publishers),
            self.field("contact", Control::Line, Vec::new()),
            self.field("contributor", Control::Line, Vec::new()),
            self.field("show-name", Control::Agree, Vec::new()),
            needed(self.field("agree", Control::Agree, Vec::new())),
        ];
        FormView {
            title: self.messages.text("propose-interlinker"),
            lead: self.messages.text("propose-lead"),
            action: format!("{}contributions/preview", self.base),
            is_open: self.site.settings.service.is_some(),
            honeypot: HONEYPOT,
            hidden: vec![HiddenField { name: "lang".to_owned(), value: self.language.to_owned() }],
            fields,
            error_title: String::new(),
            error_summary: Vec::new(),
            preview: None,
            submit: self.messages.text("preview-proposal"),
        }
    }

    fn field(&self, name: &str, control: Control, options: Vec<FormOption>) -> FormField {
        let hint = self.messages.text_if_any(&format!("hint-{name}"));
        let is_long = control == Control::Checkboxes && options.len() > LONG_LIST;
        FormField {
            label: self.messages.text(&format!("field-{name}")),
            described_by: described_by(name, hint.is_some(), false),
            hint,
            input_type: "text",
            has_blank: control == Control::Select && !options.iter().any(|option| option.selected),
            open_label: if is_long {
                self.messages.format("show-choices", [("count", options.len().into())])
            } else {
                String::new()
            },
            is_long,
            options,
            value: String::new(),
            error: None,
            required: false,
            control,
            name: name.to_owned(),
        }
    }

    fn option(&self, field: &str, value: &str, label: &str) -> FormOption {
        FormOption {
            id: format!("{field}-{}", value.to_lowercase().replace('.', "-")),
            value: value.to_owned(),
            label: label.to_owned(),
            hint: None,
            sign: None,
            selected: false,
        }
    }

    fn term_options(&self, vocabulary: &str) -> Vec<FormOption> {
        let terms = self.site.vocabularies.get(vocabulary).map(|terms| terms.terms.as_slice());
        terms
            .unwrap_or_default()
            .iter()
            .map(|term| {
                self.option(vocabulary, &term.id, self.site.label(vocabulary, &term.id, self.language))
            })
            .collect()
    }

    /// A link to the form.
    pub fn form_link(&self) -> Link {
        Link {
            url: Some(self.url("contribute/interlinker/")),
            name: self.messages.text("propose-interlinker"),
            lang: None,
        }
    }
}

fn described_by(name: &str, has_hint: bool, has_error: bool) -> String {
    let mut ids = Vec::new();
    if has_hint {
        ids.push(format!("{name}-hint"));
    }
    if has_error {
        ids.push(format!("{name}-error"));
    }
    ids.join(" ")
}
