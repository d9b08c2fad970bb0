//! `/{lang}/translations/`: what is missing or outdated in a language, text by text, and how far
//! every language of the site is. Without JavaScript the parts are reached by their anchors; the
//! script shows one state or kind alone and keeps the choice in the address.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::Text;
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::Entry;
use crate::model::form::{Form, Purpose};
use crate::model::kind::Kind;
use crate::model::words::BODY;
use crate::translation::{Owner, SNAPSHOTS, State, TextState, texts};

/// How many entries of a kind one list shows. Whoever has more to translate works with PO files.
const MOST_LISTED: usize = 200;
/// How many texts of one entry are named.
const MOST_NAMED: usize = 40;

#[derive(Serialize)]
struct TranslationsView {
    languages: Vec<LanguageShare>,
    parts: Vec<StatePart>,
    kinds: Vec<Choice>,
    done: bool,
}

/// One row of the table: a language and its numbers of texts.
#[derive(Serialize)]
struct LanguageShare {
    lang: String,
    name: String,
    url: String,
    is_current: bool,
    numbers: Vec<StateNumber>,
    share: String,
}

/// How many texts are in a state; on a phone the name of the state stands beside the number.
#[derive(Serialize)]
struct StateNumber {
    label: String,
    count: String,
}

#[derive(Serialize)]
struct Choice {
    id: &'static str,
    name: String,
}

/// Everything in one state.
#[derive(Serialize)]
struct StatePart {
    id: &'static str,
    name: String,
    title: String,
    note: String,
    groups: Vec<KindGroup>,
}

/// Everything of one kind in one state.
#[derive(Serialize)]
struct KindGroup {
    id: String,
    kind: &'static str,
    title: String,
    /// The heading of the part while it shows this kind alone.
    part_title: String,
    items: Vec<TextsOfEntry>,
    more: Option<String>,
}

#[derive(Serialize)]
struct TextsOfEntry {
    url: Option<String>,
    name: Text,
    count: String,
    fields: Vec<FieldName>,
    more: Option<String>,
    /// Where the service has the form for them.
    translate: Option<String>,
}

#[derive(Serialize)]
struct FieldName {
    url: Option<String>,
    name: String,
    lang: Option<String>,
}

/// The name of the group of vocabularies, which are no kind of entry.
const VOCABULARIES: &str = "vocabularies";

impl Rendering<'_> {
    /// The page of a language.
    pub(super) fn translations(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let found = texts(self.site, scope.language);
        let parts: Vec<StatePart> = [State::Outdated, State::Missing]
            .into_iter()
            .filter_map(|state| scope.state_part(state, &found))
            .collect();
        let mut kinds: Vec<Choice> = Vec::new();
        for group in parts.iter().flat_map(|part| &part.groups) {
            if !kinds.iter().any(|choice| choice.id == group.kind) {
                kinds.push(Choice { id: group.kind, name: scope.group_name(group.kind) });
            }
        }
        let view = TranslationsView {
            languages: self.translated().iter().map(|(code, counts)| scope.share(code, *counts)).collect(),
            done: parts.is_empty(),
            parts,
            kinds,
        };
        let head = Head {
            path: "translations/".to_owned(),
            title: scope.messages.text("translations"),
            description: Some(scope.messages.text("translations-lead")),
            crumbs: scope.crumbs(&[]),
            scripts: vec!["translations.js"],
            ..Head::default()
        };
        self.page(scope, "translations.html", &head, &view)
    }
}

impl Rendering<'_> {
    /// How many texts of each language are in each state, in the order of the site's languages.
    fn translated(&self) -> Vec<(&str, [usize; 4])> {
        let languages = &self.site.settings.languages;
        let counted = self.translated.get_or_init(|| {
            let count = |language: &String| {
                let found = texts(self.site, language);
                let in_state = |state: State| found.iter().filter(|text| text.state == state).count();
                (language.clone(), State::ALL.map(in_state))
            };
            languages.par_iter().map(count).collect()
        });
        languages.iter().filter_map(|language| Some((language.as_str(), *counted.get(language)?))).collect()
    }
}

impl<'a> Scope<'a> {
    /// The numbers of a language.
    fn share(&self, code: &str, counts: [usize; 4]) -> LanguageShare {
        // Rounded down, so that 100 % means that nothing is left to do.
        let share = (counts[0] + counts[1]) * 100 / counts.iter().sum::<usize>().max(1);
        LanguageShare {
            lang: code.to_owned(),
            name: self.site.label("language", code, self.language).to_owned(),
            url: format!("{}{code}/translations/", self.base),
            is_current: code == self.language,
            numbers: State::ALL
                .iter()
                .zip(counts)
                .map(|(state, count)| StateNumber {
                    label: self.messages.text(&format!("state-{}", state.id())),
                    count: self.messages.number(count as u64),
                })
                .collect(),
            share: self.messages.format("translations-share", [("share", share.into())]),
        }
    }

    fn state_part(&self, state: State, found: &[TextState<'a>]) -> Option<StatePart> {
        let texts: Vec<&TextState<'a>> = found.iter().filter(|text| text.state == state).collect();
        let part_title = |count: usize| {
            self.messages.format(&format!("translations-{}", state.id()), [("count", count.into())])
        };
        let mut groups: Vec<KindGroup> = Vec::new();
        for kind in Kind::ALL.map(Kind::folder).into_iter().chain([VOCABULARIES]) {
            let of_kind: Vec<&TextState<'a>> =
                texts.iter().copied().filter(|text| group_of(text) == kind).collect();
            if of_kind.is_empty() {
                continue;
            }
            let title = self.messages.format(
                "translations-group",
                [("name", self.group_name(kind).into()), ("count", of_kind.len().into())],
            );
            let part_title = part_title(of_kind.len());
            let mut by_entry: BTreeMap<&str, Vec<&TextState<'a>>> = BTreeMap::new();
            for text in of_kind {
                by_entry.entry(owner_id(text)).or_default().push(text);
            }
            let hidden = by_entry.len().saturating_sub(MOST_LISTED);
            groups.push(KindGroup {
                id: format!("{}-{kind}", state.id()),
                kind,
                title,
                part_title,
                items: by_entry.values().take(MOST_LISTED).map(|texts| self.texts_of_entry(texts)).collect(),
                more: (hidden > 0)
                    .then(|| self.messages.format("translations-more", [("count", hidden.into())])),
            });
        }
        (!groups.is_empty()).then(|| StatePart {
            id: state.id(),
            name: self.messages.text(&format!("state-{}", state.id())),
            title: part_title(texts.len()),
            note: self.messages.text(&format!("translations-{}-note", state.id())),
            groups,
        })
    }

    fn texts_of_entry(&self, texts: &[&TextState<'a>]) -> TextsOfEntry {
        let entry = match texts[0].owner {
            Owner::Entry(entry) => Ok(entry),
            Owner::Node(schema, _) => Ok(&schema.entry),
            Owner::Vocabulary(name) | Owner::Term(name, _) => Err(self.vocabulary_name(name)),
        };
        let translate = entry.as_ref().ok().and_then(|entry| {
            Form::of(Purpose::Translate, entry.kind)?;
            self.about_address(Purpose::Translate, entry, self.language)
        });
        let (url, name) = match entry {
            Ok(entry) => (Some(self.entry_url(entry.kind, &entry.slug)), self.name(entry)),
            Err(name) => (None, name),
        };
        let hidden = texts.len().saturating_sub(MOST_NAMED);
        TextsOfEntry {
            url,
            name,
            count: self.messages.format("translations-texts", [("count", texts.len().into())]),
            fields: texts.iter().take(MOST_NAMED).map(|text| self.field_name(text)).collect(),
            more: (hidden > 0)
                .then(|| self.messages.format("translations-more-texts", [("count", hidden.into())])),
            translate,
        }
    }

    fn vocabulary_name(&self, name: &str) -> Text {
        let label = self.site.vocabularies.get(name).map(|vocabulary| &vocabulary.label);
        let order = &self.site.settings.languages;
        let found = label.and_then(|label| crate::model::site::pick(label, self.language, order));
        Text::plain(found.unwrap_or(name))
    }

    fn group_name(&self, kind: &str) -> String {
        // Their plural names are those of the sections.
        self.messages.text(kind)
    }

    /// A text in words, such as "Summary", or "Ask residents: name" for a node.
    fn field_name(&self, text: &TextState<'a>) -> FieldName {
        let plain = |name: String| FieldName { url: None, name, lang: None };
        match text.owner {
            Owner::Entry(entry) => plain(self.entry_field_name(entry, &text.field)),
            Owner::Node(schema, node) => {
                let name = self.words(&node.words, "name").unwrap_or_else(|| Text::plain(&node.id));
                let url = format!("{}#{}", self.entry_url(Kind::Schema, &schema.entry.slug), node.id);
                let field = self.plain_field_name(&text.field);
                FieldName {
                    url: (!node.retired).then_some(url),
                    name: format!("{}: {field}", name.text),
                    lang: None,
                }
            }
            Owner::Vocabulary(_) => plain(self.messages.text("field-name")),
            Owner::Term(name, term) => {
                let label = self.site.label(name, &term.id, self.language);
                match text.field.as_str() {
                    "label" => plain(label.to_owned()),
                    _ => plain(format!("{label}: {}", self.messages.text("field-description"))),
                }
            }
        }
    }

    fn entry_field_name(&self, entry: &Entry, field: &str) -> String {
        if let Some(file) = field.strip_prefix(SNAPSHOTS) {
            return self.messages.format("translations-picture", [("name", file.into())]);
        }
        match (field, entry.kind) {
            (BODY, Kind::Interlinker) => self.messages.text("how-to-use"),
            (BODY, Kind::Problem) => self.messages.text("what-would-help"),
            (BODY, Kind::Story) => self.messages.text("story-done"),
            _ => self.plain_field_name(field),
        }
    }

    fn plain_field_name(&self, field: &str) -> String {
        let key = match field {
            "name" => "field-name",
            "summary" => "field-summary",
            "description" => "field-description",
            "constraints" => "constraints",
            "regulations" => "regulations",
            "objectives" => "story-objectives",
            "results" => "story-results",
            "lessons" => "story-lessons",
            "did-not-work" => "story-did-not-work",
            "incentives" => "story-incentives",
            "service-name" => "field-service-name",
            "service-description" => "field-service-description",
            "retirement-reason" => "translations-retirement",
            "place" => "fact-place",
            BODY => "translations-text",
            other => return other.to_owned(),
        };
        self.messages.text(key)
    }
}

fn group_of(text: &TextState<'_>) -> &'static str {
    match text.owner {
        Owner::Entry(entry) => entry.kind.folder(),
        Owner::Node(..) => Kind::Schema.folder(),
        Owner::Vocabulary(_) | Owner::Term(..) => VOCABULARIES,
    }
}

fn owner_id<'a>(text: &TextState<'a>) -> &'a str {
    match text.owner {
        Owner::Entry(entry) => entry.slug.as_str(),
        Owner::Node(schema, _) => schema.entry.slug.as_str(),
        Owner::Vocabulary(name) | Owner::Term(name, _) => name,
    }
}

/// What a page says about its own texts whose source has changed.
#[derive(Debug, Clone, Serialize)]
pub struct OutdatedNote {
    /// "The English text has changed since this was translated: Summary."
    text: String,
    /// The same page in the language of the source.
    url: String,
    /// "Read the English text".
    link: String,
}

impl Scope<'_> {
    /// The note of an entry's page, where texts shown on it are outdated.
    pub fn outdated_note(&self, entry: &Entry) -> Option<OutdatedNote> {
        let order = &self.site.settings.languages;
        let mut names = Vec::new();
        let mut source_language = None;
        let mut look = |words: &crate::model::words::Words, name: &dyn Fn(&str) -> String| {
            // Only what records a source can be outdated.
            let Some(set) = words.0.get(self.language) else { return };
            for field in set.translated_from.keys() {
                if let Some((State::Outdated, source)) =
                    crate::translation::state_of(words, field, self.language, order)
                {
                    source_language.get_or_insert(source.language.to_owned());
                    names.push(name(field));
                }
            }
        };
        look(&entry.words, &|field| self.entry_field_name(entry, field));
        let schema = self.site.schemas.get(&entry.slug).filter(|_| entry.kind == Kind::Schema);
        for node in schema.into_iter().flat_map(|schema| &schema.phases).flat_map(|phase| phase.walk()) {
            let name = self.words(&node.words, "name").map_or_else(|| node.id.clone(), |name| name.text);
            look(&node.words, &|field| format!("{name} ({})", self.plain_field_name(field)));
        }
        let code = source_language?;
        let values = || {
            let language = self.site.label("language", &code, self.language).to_owned();
            [("code", code.clone().into()), ("language", language.into())]
        };
        let text = self.messages.format("outdated-page", values());
        Some(OutdatedNote {
            text: format!("{text} {}.", names.join(", ")),
            url: format!("{}{code}/{}", self.base, Scope::entry_path(entry.kind, &entry.slug)),
            link: self.messages.format("outdated-source", values()),
        })
    }
}
