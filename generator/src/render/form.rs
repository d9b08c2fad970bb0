//! A form of `model::form` as a page: each field with its control, which follows from what may
//! stand in the field, and with the choices of this catalogue. The site has it as a static page,
//! empty; the contribution service renders the same view again with what was typed and with an
//! error beside each field that needs mending.

use serde::Serialize;

mod translation;

use super::layout::Head;
use super::scope::Scope;
use super::templates::data_block;
use super::view::{EntryLink, Link};
use super::{Page, RenderError, Rendering};
use crate::messages::Value;
use crate::model::definition::Shape;
use crate::model::entry::Entry;
use crate::model::file_type::FileType;
use crate::model::form::{
    ENTRY, Form, Group, HONEYPOT, Input, KIND, PAGE_LANGUAGE, PURPOSE, Place, Purpose, WORDS,
};
use crate::model::kind::Kind;
use crate::model::site::Site;
use crate::model::slug::Slug;

/// A form with its values and errors.
#[derive(Debug, Clone, Serialize)]
pub struct FormView {
    /// The path of its page below the language; none for a page that only the service has.
    #[serde(skip)]
    path: Option<String>,
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: String,
    /// The entry it is about.
    pub about: Option<EntryLink>,
    /// The same form for the words of each language, where it is about words.
    pub languages: Vec<Link>,
    /// Why there is nothing to fill in.
    pub nothing: Option<String>,
    /// The kind and the folder of the entry, for a form that is saved as a file because no service is
    /// there; none where it cannot be.
    pub kind: &'static str,
    /// See `kind`.
    pub folder: Option<&'static str>,
    /// Whether a process of the workspace can be handed over to it.
    #[serde(skip)]
    pub takes_process: bool,
    /// Whether it needs the width of the page: texts stand beside their fields.
    pub is_wide: bool,
    /// Where it is sent.
    pub action: String,
    /// Whether a service is there to receive it.
    pub is_open: bool,
    /// Where entries are asked for that are like a new one; none for a form about an entry.
    pub similar: Option<String>,
    /// What its script says and knows: a block of JSON.
    pub script_texts: String,
    /// The name of the field that people never see.
    pub honeypot: &'static str,
    /// Fields without a control.
    pub hidden: Vec<HiddenField>,
    /// The fields, in groups.
    pub groups: Vec<FormGroup>,
    /// The title of the error summary.
    pub error_title: String,
    /// Every error, in the order of the form; empty: no summary.
    pub error_summary: Vec<FormError>,
    /// The words on the button.
    pub submit: String,
}

/// Fields that belong together.
#[derive(Debug, Clone, Serialize)]
pub struct FormGroup {
    /// The id of the group in the page.
    pub id: String,
    /// What they are about.
    pub title: String,
    /// Whether it can be closed.
    pub is_folded: bool,
    /// Whether one that can be closed is open: something in it is filled in or wrong.
    pub is_open: bool,
    /// The fields.
    pub fields: Vec<FormField>,
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
    /// The language of what is typed, where it is not that of the page.
    pub lang: Option<String>,
    /// The text to translate.
    pub source: Option<Source>,
    /// Where the answer goes, for a form that is saved as a file.
    pub place: Option<&'static str>,
}

/// A text to translate, beside the field for its translation.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// The text, Markdown as it was written.
    pub text: String,
    /// Its language.
    pub lang: String,
    /// That language, and what the translation is by now: missing, outdated, translated.
    pub note: String,
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
/// What the page of a form runs.
const SCRIPTS: &[&str] = &[
    "page.js",
    "personal-data.js",
    "role-mailboxes.js",
    "form-advice.js",
    "proof.js",
    "form.js",
    "form-draft.js",
];
/// What the page of a form runs besides, to which a process of the workspace can be handed over.
const FROM_PROCESS: &[&str] =
    &["process-names.js", "process-handover.js", "form-leaving.js", "form-process.js"];
/// What those say, with the values in it.
const PROCESS_TEXTS: &[(&str, &[&str])] = &[
    ("from", &["name"]),
    ("filled", &["fields"]),
    ("left", &["fields"]),
    ("back", &[]),
    ("forget", &[]),
    ("forgotten", &[]),
    ("leaving", &[]),
    ("leaving-lead", &[]),
    ("empty", &["fields"]),
    ("file", &["name", "size"]),
    ("names", &[]),
    ("name-in", &["text", "label"]),
    ("no-name", &["text"]),
    ("mend", &["label"]),
    ("refused", &[]),
    ("go", &[]),
    ("change", &[]),
];
/// From how many choices on a list of boxes begins folded.
const LONG_LIST: usize = 10;

impl FormView {
    /// Every field, in order.
    pub fn fields(&self) -> impl Iterator<Item = &FormField> {
        self.groups.iter().flat_map(|group| &group.fields)
    }

    /// The field of that name.
    pub fn field_mut(&mut self, name: &str) -> Option<&mut FormField> {
        self.groups.iter_mut().flat_map(|group| &mut group.fields).find(|field| field.name == name)
    }

    /// Puts what was typed into the fields: every value of the form, in the order it came.
    pub fn fill(&mut self, values: &[(String, String)]) {
        for group in &mut self.groups {
            for field in &mut group.fields {
                let own: Vec<&str> = values
                    .iter()
                    .filter(|(name, _)| *name == field.name)
                    .map(|(_, value)| value.as_str())
                    .collect();
                // A text to translate stands there already; what was typed comes even when it is empty.
                if own.is_empty() && field.source.is_some() {
                    continue;
                }
                for option in &mut field.options {
                    option.selected = own.contains(&option.value.as_str());
                }
                field.value = own
                    .iter()
                    .find(|value| !value.is_empty())
                    .map_or_else(String::new, |value| (*value).to_owned());
                // A field for days shows neither a month nor a year, and would lose them.
                if field.input_type == "date" && !matches!(field.value.len(), 0 | 10) {
                    field.input_type = "text";
                }
                group.is_open |= !field.value.is_empty();
            }
        }
    }

    /// Lets a choice stand that the entry has and the form does not offer, such as a licence that few
    /// use or an organisation that is retired.
    pub fn offer(&mut self, values: &[(String, String)]) {
        for field in self.groups.iter_mut().flat_map(|group| &mut group.fields) {
            if !matches!(field.control, Control::Select | Control::Radio | Control::Checkboxes) {
                continue;
            }
            for (_, value) in values.iter().filter(|(name, value)| *name == field.name && !value.is_empty()) {
                if !field.options.iter().any(|option| option.value == *value) {
                    field.options.push(option(&field.name, value, value));
                }
            }
        }
    }

    /// Puts errors beside their fields and into the summary. An error of a field the form does not
    /// have is shown in the summary alone.
    pub fn mark(&mut self, title: String, errors: Vec<FormError>) {
        for group in &mut self.groups {
            for field in &mut group.fields {
                let Some(error) = errors.iter().find(|error| error.field == field.name) else { continue };
                field.error = Some(error.message.clone());
                let source = field.source.as_ref().map(|_| format!("{}-source ", field.name));
                field.described_by =
                    source.unwrap_or_default() + &described_by(&field.name, field.hint.is_some(), true);
                group.is_open = true;
            }
        }
        self.error_title = title;
        self.error_summary = errors;
    }
}

impl Rendering<'_> {
    /// A form in a language, empty.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn empty_form(&self, form: Form, language: &str) -> Result<FormView, RenderError> {
        Ok(self.scope(language)?.empty_form(form))
    }

    /// A form about an entry, empty but for the texts to translate; `words` is the language of the
    /// words it is about. `None` where there is no such entry.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn form_about(
        &self,
        form: Form,
        slug: &Slug,
        language: &str,
        words: &str,
    ) -> Result<Option<FormView>, RenderError> {
        let scope = self.scope(language)?;
        Ok(scope.find(form.kind, slug).map(|entry| scope.form_about(form, entry, words)))
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
        let is_answer = view.path.is_none() || !view.error_summary.is_empty();
        let head = Head {
            path: view.path.clone().unwrap_or_default(),
            file: view.path.is_none().then_some("service.html"),
            title,
            description: Some(view.lead.clone()),
            section: "contribute",
            crumbs: scope.crumbs(&[("contribute", "contribute/")]),
            has_form: true,
            scripts: if view.nothing.is_some() {
                Vec::new()
            } else {
                let from_process = if view.takes_process { FROM_PROCESS } else { &[] };
                // What it does with the first press of the button comes before what the others do.
                let file: &[&str] = if view.is_open { &[] } else { &["form-file.js"] };
                [SCRIPTS, from_process, file].concat()
            },
            is_hidden: is_answer,
            is_in_one_language: is_answer,
            ..Head::default()
        };
        self.page(&scope, "form.html", &head, view)
    }
}

impl Scope<'_> {
    fn empty_form(&self, form: Form) -> FormView {
        let action = self.site.settings.service_address("contributions/preview");
        FormView {
            path: Some(format!("contribute/{}/", form.kind)),
            title: self.messages.text(&format!("propose-{}", form.kind)),
            lead: self.messages.text("propose-lead"),
            about: None,
            languages: Vec::new(),
            nothing: None,
            kind: form.kind.name(),
            folder: (action.is_none() && form.purpose == Purpose::Propose).then(|| form.kind.folder()),
            takes_process: takes_process(form),
            is_wide: false,
            is_open: action.is_some(),
            similar: (form.purpose == Purpose::Propose)
                .then(|| {
                    let query = format!("similar?{PAGE_LANGUAGE}={}&{KIND}={}", self.language, form.kind);
                    self.site.settings.service_address(&query)
                })
                .flatten(),
            script_texts: data_block(&self.script_texts(form)),
            action: action.unwrap_or_default(),
            honeypot: HONEYPOT,
            hidden: vec![hidden(PAGE_LANGUAGE, self.language), hidden(KIND, form.kind.name())],
            groups: form.groups().map(|group| self.form_group(form, group)).collect(),
            error_title: String::new(),
            error_summary: Vec::new(),
            submit: self.messages.text("preview-proposal"),
        }
    }

    /// What the scripts of a form say.
    fn script_texts(&self, form: Form) -> serde_json::Value {
        let mut texts = serde_json::json!({
            "personal": self.text_for_script("error-personal-data", &["label"]),
            "similar": self.messages.text("service-similar"),
            "stopped": self.messages.text("form-stopped"),
            "draft-keep": self.messages.text("form-draft-keep"),
            "draft-hint": self.messages.text("form-draft-hint"),
            "draft-kept": self.messages.text("form-draft-kept"),
            "draft-back": self.text_for_script("form-draft-back", &["date"]),
            "draft-changed": self.text_for_script("form-draft-changed", &["fields"]),
            "draft-delete": self.messages.text("form-draft-delete"),
            "draft-deleted": self.messages.text("form-draft-deleted"),
            "draft-undo": self.messages.text("collection-undo"),
            "draft-off": self.messages.text("form-draft-off"),
            "draft-failed": self.messages.text("form-draft-failed"),
            "draft-unreadable": self.messages.text("form-draft-unreadable"),
        });
        if takes_process(form)
            && let Some(texts) = texts.as_object_mut()
        {
            for (key, values) in PROCESS_TEXTS {
                let text = self.text_for_script(&format!("form-process-{key}"), values);
                texts.insert(format!("process-{key}"), text.into());
            }
            for (key, name) in
                [("bytes", "size-bytes"), ("kilobytes", "size-kilobytes"), ("megabytes", "size-megabytes")]
            {
                texts.insert(key.to_owned(), self.text_for_script(name, &["size"]).into());
            }
        }
        texts
    }

    fn form_about(&self, form: Form, entry: &Entry, words: &str) -> FormView {
        let purpose = form.purpose.name();
        let mut groups = Vec::new();
        if form.purpose == Purpose::Translate {
            groups = self.translation_groups(entry, words);
        }
        let is_about_words = matches!(form.purpose, Purpose::Edit | Purpose::Translate);
        let nothing = form.purpose == Purpose::Translate && groups.is_empty();
        groups.extend(form.groups().map(|group| self.form_group(form, group)));
        let mut view = FormView {
            path: None,
            title: self.messages.text(&format!("form-{purpose}")),
            lead: self.messages.format(
                &format!("form-{purpose}-lead"),
                [("language", self.site.label("language", words, self.language).to_owned().into())],
            ),
            about: self.entry_link(entry.kind, &entry.slug),
            groups,
            is_wide: form.purpose == Purpose::Translate,
            ..self.empty_form(form)
        };
        view.hidden.extend([hidden(PURPOSE, purpose), hidden(ENTRY, entry.slug.as_str())]);
        if form.purpose == Purpose::Edit {
            // A browser sends nothing of boxes that are all empty; this says that they are.
            let boxes = view.fields().filter(|field| field.control == Control::Checkboxes);
            let empty: Vec<HiddenField> = boxes.map(|field| hidden(&field.name, "")).collect();
            view.hidden.extend(empty);
        }
        if is_about_words {
            if words != self.language {
                let is_own = |field: &&mut FormField| {
                    let input = form.inputs().find(|input| input.name == field.name);
                    field.source.is_some()
                        || input.is_some_and(|input| matches!(input.place, Place::Words | Place::Body))
                };
                let fields = view.groups.iter_mut().flat_map(|group| &mut group.fields);
                fields.filter(is_own).for_each(|field| field.lang = Some(words.to_owned()));
            }
            view.hidden.push(hidden(WORDS, words));
            view.languages = self.words_links(form, entry, words);
        }
        if nothing {
            view.nothing = Some(self.messages.text("form-translate-nothing"));
            view.groups.clear();
        }
        if form.purpose == Purpose::Report {
            view.submit = self.messages.text("preview-report");
        }
        view
    }

    /// The same form for the words of each language. An entry is edited in the languages that it has.
    fn words_links(&self, form: Form, entry: &Entry, words: &str) -> Vec<Link> {
        let languages = self.site.settings.languages.iter();
        languages
            .filter(|language| form.purpose == Purpose::Translate || entry.words.0.contains_key(*language))
            .map(|language| Link {
                url: (language != words).then(|| self.about_address(form.purpose, entry, language)).flatten(),
                name: self.site.label("language", language, self.language).to_owned(),
                lang: None,
            })
            .collect()
    }

    /// Where the service has the form about an entry.
    pub(super) fn about_address(&self, purpose: Purpose, entry: &Entry, words: &str) -> Option<String> {
        let (folder, slug, purpose) = (entry.kind.folder(), &entry.slug, purpose.name());
        let words = if words == self.language { String::new() } else { format!("&{WORDS}={words}") };
        self.site.settings.service_address(&format!(
            "contributions/about/{folder}/{slug}/{purpose}?{PAGE_LANGUAGE}={}{words}",
            self.language
        ))
    }

    fn form_group(&self, form: Form, group: &'static Group) -> FormGroup {
        FormGroup {
            id: format!("group-{}", group.name),
            title: self.messages.text(&format!("form-group-{}", group.name)),
            is_folded: group.folded,
            is_open: false,
            fields: form.inputs_of(group).map(|input| self.form_field(form, input)).collect(),
        }
    }

    fn form_field(&self, form: Form, input: &Input) -> FormField {
        let name = input.name;
        let shape = input.shape(form);
        let control = control(input, shape);
        let options = self.options(name, shape, control);
        let facts: [(&str, Value); 3] =
            [("min", input.min.into()), ("max", input.max(form).into()), ("types", FileType::list().into())];
        let hint = self.of_form("hint", form, name, facts.clone());
        let is_long = control == Control::Checkboxes && options.len() > LONG_LIST;
        FormField {
            label: self
                .of_form("field", form, name, facts)
                .unwrap_or_else(|| self.messages.text(&format!("field-{name}"))),
            described_by: described_by(name, hint.is_some(), false),
            hint,
            input_type: match shape {
                Shape::Address => "url",
                Shape::Date => "date",
                _ => "text",
            },
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
            required: input.required,
            control,
            lang: None,
            source: None,
            place: self.site.settings.service_address("").is_none().then(|| input.place.name()),
            name: name.to_owned(),
        }
    }

    /// The words about a field: those for this purpose, else those for this kind of entry, else those
    /// for every form.
    fn of_form(&self, what: &str, form: Form, name: &str, facts: [(&str, Value); 3]) -> Option<String> {
        let purpose = form.purpose.name();
        [format!("{what}-{purpose}-{name}"), format!("{what}-{}-{name}", form.kind), format!("{what}-{name}")]
            .into_iter()
            .find_map(|key| self.messages.format_if_any(&key, facts.clone()))
    }

    /// What this catalogue lets somebody choose from.
    fn options(&self, field: &str, shape: &Shape, control: Control) -> Vec<FormOption> {
        match shape {
            Shape::List(item) => self.options(field, item, control),
            Shape::Language => {
                let languages = self.site.settings.languages.iter();
                languages
                    .map(|code| FormOption {
                        selected: code == self.language,
                        ..option(field, code, self.site.label("language", code, self.language))
                    })
                    .collect()
            }
            Shape::Licence => {
                let known = LICENCES.into_iter().map(|id| option(field, id, &id.replace('-', " ")));
                known.chain([option(field, "unstated", &self.messages.text("licence-unstated"))]).collect()
            }
            Shape::Term(vocabulary) => {
                let terms = self.site.vocabularies.get(*vocabulary).map(|terms| terms.terms.as_slice());
                let terms = terms.unwrap_or_default().iter();
                terms
                    .map(|term| {
                        let label = self.site.label(vocabulary, &term.id, self.language);
                        let plain = option(field, &term.id, label);
                        if control != Control::Radio {
                            return plain;
                        }
                        let hint = self.term_description(vocabulary, &term.id).map(str::to_owned);
                        let sign = (*vocabulary == "nature").then(|| term.id.clone());
                        FormOption { hint, sign, ..plain }
                    })
                    .collect()
            }
            Shape::OneTo(most) => (1..=*most)
                .rev()
                .map(|number| {
                    let label = self.messages.format("stars", [("count", usize::from(number).into())]);
                    option(field, &number.to_string(), &label)
                })
                .collect(),
            Shape::Reference(kind) => {
                let entries = self.site.entries(*kind).into_iter().filter(|entry| Site::is_active(entry));
                let mut options: Vec<FormOption> =
                    entries.map(|entry| option(field, entry.slug.as_str(), &self.name(entry).text)).collect();
                options.sort_by(|left, right| self.messages.compare_names(&left.label, &right.label));
                options
            }
            _ => Vec::new(),
        }
    }
}

/// How a field is filled in.
fn control(input: &Input, shape: &Shape) -> Control {
    match shape {
        Shape::Text => Control::Text,
        Shape::Markdown => Control::Markdown,
        Shape::Flag => Control::Agree,
        Shape::File => Control::File,
        Shape::List(_) => Control::Checkboxes,
        // What must be chosen from a few terms is chosen with all of them in sight.
        Shape::Term(_) | Shape::OneTo(_) if input.required => Control::Radio,
        Shape::Term(_) | Shape::Reference(_) | Shape::Language | Shape::Licence => Control::Select,
        _ => Control::Line,
    }
}

/// A story and a call can come from a process.
fn takes_process(form: Form) -> bool {
    form.purpose == Purpose::Propose && matches!(form.kind, Kind::Story | Kind::Call)
}

fn hidden(name: &str, value: &str) -> HiddenField {
    HiddenField { name: name.to_owned(), value: value.to_owned() }
}

fn option(field: &str, value: &str, label: &str) -> FormOption {
    FormOption {
        id: format!("{field}-{}", value.to_lowercase().replace('.', "-")),
        value: value.to_owned(),
        label: label.to_owned(),
        hint: None,
        sign: None,
        selected: false,
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
