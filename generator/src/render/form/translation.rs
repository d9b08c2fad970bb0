//! The fields of a translation: each text of an entry that another language has, beside its source.
//! Which texts these are, and what each is by now, `translation` says; a field has the name that the
//! text has in PO files, so what comes back is read like one.

use super::super::scope::Scope;
use super::{Control, FormField, FormGroup, Source};
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::words::BODY;
use crate::translation::{Owner, SNAPSHOTS, State, TextState, context_of, texts_of};

impl Scope<'_> {
    /// The groups of fields: the entry itself, then each phase of a schema. None where there is
    /// nothing to translate into this language.
    pub(super) fn translation_groups(&self, entry: &Entry, words: &str) -> Vec<FormGroup> {
        let texts = texts_of(self.site, entry, words);
        let asked = || texts.iter().filter(|text| text.state != State::Original);
        let own = asked().filter(|text| matches!(text.owner, Owner::Entry(_)));
        let mut groups = vec![FormGroup {
            id: "group-texts".to_owned(),
            title: self.messages.text("form-group-texts"),
            is_folded: false,
            is_open: false,
            fields: own.map(|text| self.translation_field(text, words)).collect(),
        }];
        let schema = self.site.schemas.get(&entry.slug).filter(|_| entry.kind == Kind::Schema);
        for phase in schema.map(|schema| schema.phases.as_slice()).unwrap_or_default() {
            let ids: Vec<&str> = phase.walk().iter().map(|node| node.id.as_str()).collect();
            let of_phase = asked()
                .filter(|text| matches!(text.owner, Owner::Node(_, node) if ids.contains(&node.id.as_str())));
            groups.push(FormGroup {
                id: format!("group-phase-{}", phase.id),
                title: self.node_name(phase).text,
                is_folded: true,
                is_open: false,
                fields: of_phase.map(|text| self.translation_field(text, words)).collect(),
            });
        }
        groups.retain(|group| !group.fields.is_empty());
        groups
    }

    fn translation_field(&self, text: &TextState<'_>, words: &str) -> FormField {
        let name = context_of(text, words);
        let own_label = match (text.field.as_str(), text.field.strip_prefix(SNAPSHOTS)) {
            (_, Some(picture)) => {
                self.messages.format("field-snapshot", [("name", picture.to_owned().into())])
            }
            (BODY, _) => self.messages.text("field-text"),
            (field, _) => self.messages.text(&format!("field-{field}")),
        };
        let label = match text.owner {
            Owner::Node(_, node) => format!("{} · {own_label}", self.node_name(node).text),
            _ => own_label,
        };
        let state = self.messages.text(&format!("state-{}", text.state.id()));
        let control = match text.shape() {
            _ if text.source.text.lines().count() > 3 => Control::Markdown,
            crate::model::definition::Shape::Markdown => Control::Markdown,
            crate::model::definition::Shape::Text => Control::Text,
            _ => Control::Line,
        };
        FormField {
            label,
            hint: None,
            control,
            input_type: "text",
            options: Vec::new(),
            has_blank: false,
            is_long: false,
            open_label: String::new(),
            value: text.own.unwrap_or_default().to_owned(),
            error: None,
            required: false,
            described_by: format!("{name}-source"),
            lang: None,
            source: Some(Source {
                text: text.source.text.trim().to_owned(),
                lang: text.source.language.to_owned(),
                note: format!(
                    "{} · {state}",
                    self.site.label("language", text.source.language, self.language)
                ),
            }),
            place: None,
            name,
        }
    }
}
