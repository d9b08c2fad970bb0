//! The text of an entry by the headings of its page, so that a result can lead to the one under which a word stands.
//!
//! The ids are those that the pages give: a test follows every one of them (`search_page.rs` of the suite).

use super::super::scope::Scope;
use super::story::PARTS;
use crate::markdown::{self, RenderOptions};
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::words::Localised;
use crate::search::Section;

/// The Markdown fields of words, in reading order.
const TEXTS: [&str; 12] = [
    "description",
    "objectives",
    "body",
    "constraints",
    "regulations",
    "results",
    "lessons",
    "did-not-work",
    "incentives",
    "service-name",
    "service-description",
    "retirement-reason",
];

/// Where a field stands on the page of its entry.
struct FieldPlace {
    /// The id and the message of the heading above it, where there is one.
    heading: Option<(&'static str, &'static str)>,
    /// What the ids of its own headings begin with.
    id_prefix: &'static str,
}

fn place_of(kind: Kind, field: &'static str) -> FieldPlace {
    let (heading, id_prefix) = match (kind, field) {
        (Kind::Interlinker, "body") => (Some(("use", "how-to-use")), "use-"),
        (Kind::Interlinker, "constraints") => (Some((field, field)), "constraints-"),
        (Kind::Interlinker, "regulations") => (Some((field, field)), "regulations-"),
        (Kind::Problem, "body") => (Some(("help", "what-would-help")), ""),
        (Kind::Schema, "body") => (Some(("about", "about-schema")), "about-"),
        (Kind::Story, "service-name" | "service-description") => {
            (Some(("public-service", "service-title")), "")
        }
        (Kind::Story, _) => {
            let part = PARTS.iter().find(|(_, of_part)| *of_part == field);
            let prefix = match field {
                "objectives" => "objectives-",
                "body" => "body-",
                "results" => "results-",
                "lessons" => "lessons-",
                "did-not-work" => "did-not-work-",
                "incentives" => "incentives-",
                _ => "",
            };
            (part.map(|(id, _)| (*id, *id)), prefix)
        }
        _ => (None, ""),
    };
    FieldPlace { heading, id_prefix }
}

impl Scope<'_> {
    /// The text of an entry, fields in reading order; then the nodes of a schema.
    pub(super) fn search_sections(&self, entry: &Entry) -> Vec<Section> {
        let order = &self.site.settings.languages;
        let mut sections = Vec::new();
        for field in TEXTS {
            let Some(found) = entry.words.pick(field, self.language, order) else { continue };
            let place = place_of(entry.kind, field);
            let first = Section {
                anchor: place.heading.map_or("", |(id, _)| id).to_owned(),
                heading: place.heading.map(|(_, message)| self.messages.text(message)).unwrap_or_default(),
                ..Section::default()
            };
            split_at_headings(first, found, place.id_prefix, &mut sections);
        }
        let schema = self.site.schemas.get(&entry.slug).filter(|_| entry.kind == Kind::Schema);
        let nodes = schema.into_iter().flat_map(|schema| &schema.phases).flat_map(|phase| phase.walk());
        for node in nodes.filter(|node| !node.retired) {
            let name = self.node_name(node);
            let own = Section {
                anchor: node.id.clone(),
                heading: name.text,
                is_heading_searched: true,
                language: name.lang.unwrap_or_else(|| self.language.to_owned()),
                text: String::new(),
            };
            match node.words.pick("description", self.language, order) {
                Some(found) => split_at_headings(own, found, &format!("{}-", node.id), &mut sections),
                None => sections.push(own),
            }
        }
        sections
    }
}

/// A Markdown text as sections: what stands above its first heading joins `first`.
fn split_at_headings(first: Section, found: Localised<'_>, id_prefix: &str, sections: &mut Vec<Section>) {
    let rendered = markdown::render(found.text, &RenderOptions { id_prefix, ..RenderOptions::default() });
    let piece = |from: usize, to: usize| rendered.text.get(from..to).unwrap_or_default().trim().to_owned();
    let language = found.language.to_owned();
    let first_end = rendered.headings.first().map_or(rendered.text.len(), |heading| heading.text_offset);
    let above = Section { language: language.clone(), text: piece(0, first_end), ..first };
    if above.is_heading_searched || !above.text.is_empty() {
        sections.push(above);
    }
    for (place, heading) in rendered.headings.iter().enumerate() {
        let end = rendered.headings.get(place + 1).map_or(rendered.text.len(), |next| next.text_offset);
        let whole = piece(heading.text_offset, end);
        let text = whole.strip_prefix(&heading.text).unwrap_or(&whole).trim_start().to_owned();
        sections.push(Section {
            anchor: heading.id.clone(),
            heading: heading.text.clone(),
            is_heading_searched: true,
            language: language.clone(),
            text,
        });
    }
}
