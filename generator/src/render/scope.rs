//! The reader's side of the catalogue: one language, its texts, its addresses. Turns entities of
//! the model into the shared views; the files of `pages/` build on it.

use crate::markdown::{self, ImageTarget, RenderOptions};
use crate::messages::Messages;
use crate::model::entry::{Day, Download, Entry, Interlinker};
use crate::model::kind::Kind;
use crate::model::site::{Site, pick};
use crate::model::slug::Slug;
use crate::model::words::{Localised, Words};

use super::address::{join_address, percent_encode_path};
use super::dates::Dates;
use super::index::{Index, TaskPlace};
use super::view::{Card, EntryLink, FileRow, Heading, Item, Need, Place, Prose, Reason, Retired, Text};

/// One language of a catalogue.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    /// The catalogue.
    pub site: &'a Site,
    /// What was found out about it.
    pub index: &'a Index<'a>,
    /// Dates and contributors.
    pub dates: &'a Dates,
    /// The texts of the language.
    pub messages: &'a Messages,
    /// The language.
    pub language: &'a str,
    /// The path that every address begins with; ends in a slash.
    pub base: &'a str,
}

impl<'a> Scope<'a> {
    /// The address of a page of this language, by its path below the language.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}/{path}", self.base, self.language)
    }

    /// The path of an entry's page below the language.
    pub fn entry_path(kind: Kind, slug: &Slug) -> String {
        match kind {
            Kind::Page => format!("{slug}/"),
            _ => format!("{}/{slug}/", kind.folder()),
        }
    }

    /// The address of an entry's page.
    pub fn entry_url(&self, kind: Kind, slug: &Slug) -> String {
        self.url(&Self::entry_path(kind, slug))
    }

    /// The address of a file of an entry.
    pub fn file_url(&self, entry: &Entry, path: &str) -> String {
        let inside = format!("{}/{}/{path}", entry.kind.folder(), entry.slug);
        format!("{}media/{}", self.base, percent_encode_path(&inside))
    }

    /// A field of words as plain text.
    pub fn words(&self, words: &Words, field: &str) -> Option<Text> {
        words.pick(field, self.language, &self.site.settings.languages).map(|found| self.text_of(found))
    }

    /// A field of an entry as plain text.
    pub fn text(&self, entry: &Entry, field: &str) -> Option<Text> {
        self.words(&entry.words, field)
    }

    /// The name of an entry; its slug where it has none.
    pub fn name(&self, entry: &Entry) -> Text {
        self.text(entry, "name").unwrap_or_else(|| Text::plain(entry.slug.as_str()))
    }

    /// The name and address of an entry, if there is one.
    pub fn entry_link(&self, kind: Kind, slug: &Slug) -> Option<EntryLink> {
        let entry = self.find(kind, slug)?;
        Some(EntryLink { url: self.entry_url(kind, slug), name: self.name(entry), version: None })
    }

    /// The entry of a kind and slug.
    pub fn find(&self, kind: Kind, slug: &Slug) -> Option<&'a Entry> {
        let site = self.site;
        match kind {
            Kind::Interlinker => site.interlinkers.get(slug).map(|item| &item.entry),
            Kind::Problem => site.problems.get(slug).map(|item| &item.entry),
            Kind::Schema => site.schemas.get(slug).map(|item| &item.entry),
            Kind::Story => site.stories.get(slug).map(|item| &item.entry),
            Kind::Call => site.calls.get(slug).map(|item| &item.entry),
            Kind::Organisation => site.organisations.get(slug).map(|item| &item.entry),
            Kind::Page => site.pages.get(slug).map(|item| &item.entry),
            Kind::News => site.news.get(slug).map(|item| &item.entry),
        }
    }

    /// The label of a term.
    pub fn term(&self, vocabulary: &str, id: &'a str) -> &'a str {
        self.site.label(vocabulary, id, self.language)
    }

    /// The explanation of a term.
    pub fn term_description(&self, vocabulary: &str, id: &str) -> Option<&'a str> {
        let term = self.site.vocabularies.get(vocabulary)?.term(id)?;
        pick(&term.description, self.language, &self.site.settings.languages)
    }

    /// The name of a language, in the language of the page.
    pub fn language_name(&self, code: &'a str) -> &'a str {
        self.term("language", code)
    }

    /// A day in words.
    pub fn day(&self, day: &Day) -> String {
        let mut parts = day.as_str().split('-');
        let year = parts.next().and_then(|part| part.parse().ok()).unwrap_or_default();
        let month = parts.next().and_then(|part| part.parse().ok());
        let day = parts.next().and_then(|part| part.parse().ok());
        self.messages.date(year, month, day)
    }

    /// A Markdown field of an entry, its highest headings at `level`.
    pub fn prose(&self, entry: &Entry, field: &str, level: u8, id_prefix: &str) -> Option<Prose> {
        let words = &entry.words;
        let found = words.pick(field, self.language, &self.site.settings.languages)?;
        Some(self.render(entry, found, level, id_prefix))
    }

    /// Any Markdown text that belongs to an entry.
    pub fn render(&self, entry: &Entry, found: Localised<'_>, level: u8, id_prefix: &str) -> Prose {
        let page = self.entry_url(entry.kind, &entry.slug);
        let resolve_link = |link: &str| {
            let path = link.split(['?', '#']).next().unwrap_or(link);
            if entry.files.iter().any(|file| file.path == path) {
                return Some(self.file_url(entry, path));
            }
            let address = join_address(&page, link);
            Some(self.elsewhere(&address).unwrap_or(address))
        };
        let resolve_image = |path: &str| {
            let file = entry.files.iter().find(|file| file.path == path);
            Some(ImageTarget {
                address: self.file_url(entry, path),
                size: file.and_then(|file| file.dimensions),
            })
        };
        let anchor_label = self.messages.text("link-to-section");
        let table_label = self.messages.text("table");
        let rendered = markdown::render(
            found.text,
            &RenderOptions {
                heading_shift: level.saturating_sub(highest_heading(found.text)),
                id_prefix,
                table_label: &table_label,
                anchors: false,
                anchor_label: &anchor_label,
                resolve_link: Some(&resolve_link),
                resolve_image: Some(&resolve_image),
                ..RenderOptions::default()
            },
        );
        let lang = found.is_fallback.then(|| found.language.to_owned());
        let note = found.is_fallback.then(|| self.in_language(found.language));
        let headings = rendered
            .headings
            .into_iter()
            .map(|heading| Heading {
                is_deep: heading.level > level,
                id: heading.id,
                text: heading.text,
                lang: lang.clone(),
            })
            .collect();
        Prose { html: rendered.html, lang, note, headings }
    }

    /// The address in the whole catalogue of a page that this edition leaves out. Where nobody knows
    /// where that catalogue is, the nearest thing is the home page.
    fn elsewhere(&self, address: &str) -> Option<String> {
        let whole = self.site.settings.elsewhere.as_ref()?;
        let path = address.strip_prefix(self.url("").as_str())?;
        let page = path.split(['?', '#']).next().unwrap_or(path);
        let page = if page.ends_with('/') { page.to_owned() } else { format!("{page}/") };
        if !whole.left_out.contains(&page) {
            return None;
        }
        if whole.base_url.origin().is_empty() {
            return Some(self.url(""));
        }
        Some(format!("{}{}/{path}", whole.base_url, self.language))
    }

    /// "in Latvian": the mark of a text in another language than that of the page.
    pub fn in_language(&self, code: &str) -> String {
        let name = self.site.label("language", code, self.language).to_owned();
        self.messages.format("in-language", [("code", code.to_owned().into()), ("language", name.into())])
    }

    fn text_of(&self, found: Localised<'_>) -> Text {
        self.text_in(found.text.trim(), found.language)
    }

    /// A text that is written in a known language.
    pub fn text_in(&self, text: &str, language: &str) -> Text {
        let is_fallback = language != self.language;
        Text {
            text: text.to_owned(),
            lang: is_fallback.then(|| language.to_owned()),
            note: is_fallback.then(|| self.in_language(language)),
        }
    }

    /// A problem profile as a notch.
    pub fn need(&self, slug: &Slug) -> Option<Need> {
        let problem = self.site.problems.get(slug)?;
        Some(Need {
            url: self.entry_url(Kind::Problem, slug),
            family: problem.family.clone(),
            name: self.name(&problem.entry),
        })
    }

    /// Several problem profiles as notches.
    pub fn needs(&self, slugs: &[Slug]) -> Vec<Need> {
        slugs.iter().filter_map(|slug| self.need(slug)).collect()
    }

    /// "Answers these. So many of so many do": the rarest one is counted.
    pub fn reason(&self, problems: &[Slug]) -> Reason {
        let needs: Vec<Need> = problems.iter().take(2).filter_map(|slug| self.need(slug)).collect();
        let solving = problems.first().map_or(0, |slug| self.site.recommendations.solving(slug).len());
        Reason {
            sign: needs.first().map_or_else(|| "find".to_owned(), |need| need.family.clone()),
            lead: self.messages.text("reason-answers"),
            needs: needs.into_iter().map(|need| need.name).collect(),
            tail: self.messages.format(
                "reason-rarity",
                [("count", solving.into()), ("total", self.index.offered.len().into())],
            ),
        }
    }

    /// Nature and form of an Interlinker in words.
    pub fn kind_line(&self, item: &'a Interlinker) -> String {
        let mut line = self.term("nature", item.nature.id()).to_owned();
        // "External software · Software" says one thing twice.
        let nature = line.to_lowercase();
        let form = item.form.as_deref().map(|form| self.term("form", form));
        if let Some(form) = form.filter(|form| !nature.contains(&form.to_lowercase())) {
            line.push_str(" · ");
            line.push_str(form);
        }
        line
    }

    /// An Interlinker as a card.
    pub fn card(&self, item: &'a Interlinker, reason: Option<String>) -> Card {
        Card {
            nature: item.nature.id(),
            kind_line: self.term("nature", item.nature.id()).to_owned(),
            url: self.entry_url(Kind::Interlinker, &item.entry.slug),
            name: self.name(&item.entry),
            summary: self.text(&item.entry, "summary"),
            reason,
        }
    }

    /// An entry in a plain list.
    pub fn item(&self, entry: &Entry, kind_line: Option<String>, note: Option<String>) -> Item {
        Item {
            kind_line: kind_line.filter(|line| !line.is_empty()),
            url: self.entry_url(entry.kind, &entry.slug),
            name: self.name(entry),
            summary: self.text(entry, "summary"),
            note,
        }
    }

    /// A task of a schema, seen from elsewhere: place, path, address, name.
    pub fn task(&self, place: &TaskPlace<'_>) -> (Place, String, String, Text) {
        let name = |words: &Words, id: &str| self.words(words, "name").unwrap_or_else(|| Text::plain(id));
        let (number, of) = place.phase_number;
        let path = format!(
            "{} · {}",
            name(&place.phase.words, &place.phase.id).text,
            name(&place.objective.words, &place.objective.id).text
        );
        let url = format!("{}#{}", self.entry_url(Kind::Schema, place.schema), place.task.id);
        (Place::new(number, of), path, url, name(&place.task.words, &place.task.id))
    }

    /// The notice of a retired entry.
    pub fn retired(&self, entry: &Entry) -> Option<Retired> {
        (!Site::is_active(entry)).then(|| Retired {
            reason: self.text(entry, "retirement-reason"),
            successor: entry.successor.as_ref().and_then(|slug| self.entry_link(entry.kind, slug)),
        })
    }

    /// The files of an entry as rows.
    pub fn files(&self, entry: &Entry, downloads: &'a [Download]) -> Vec<FileRow> {
        let order = &self.site.settings.languages;
        let mut downloads: Vec<&Download> = downloads.iter().collect();
        // The reader's own language first, then the others as the site orders them; inside one
        // language as the author did.
        downloads.sort_by_key(|file| {
            let place = order.iter().position(|language| *language == file.language);
            (file.language != self.language, place.unwrap_or(order.len()))
        });
        downloads
            .into_iter()
            .map(|file| {
                let mut details = vec![self.language_name(&file.language).to_owned()];
                if file.size > 0 {
                    details.push(self.messages.file_size(file.size));
                } else {
                    details.push(self.messages.text("file-missing"));
                }
                details.extend(file.licence.clone());
                FileRow {
                    extension: extension_of(&file.path),
                    url: self.file_url(entry, &file.path),
                    title: file.title.clone(),
                    lang: file.language.clone(),
                    details: details.join(" · "),
                    accessibility: self.term("accessibility", &file.accessibility).to_owned(),
                    preview: self.file_preview(entry, &file.path),
                }
            })
            .collect()
    }
}

/// The type of a file in capitals; at most five letters, because that is what the box holds.
fn extension_of(path: &str) -> String {
    match path.rsplit('/').next().and_then(|name| name.rsplit_once('.')) {
        Some((_, extension)) if extension.len() <= 5 => extension.to_uppercase(),
        _ => "–".to_owned(),
    }
}

/// The level of the highest heading of a Markdown text, 1 to 6; 1 where there is none.
fn highest_heading(markdown: &str) -> u8 {
    let mut is_code = false;
    let mut highest = 7;
    for line in markdown.lines() {
        if line.starts_with("```") || line.starts_with("~~~") {
            is_code = !is_code;
        }
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        if !is_code && (1..=6).contains(&marks) && line[marks..].starts_with([' ', '\t']) {
            highest = highest.min(marks as u8);
        }
        // A line of = or - below a text is a heading too.
        if !is_code && line.len() > 2 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
        {
            highest = highest.min(if line.starts_with('=') { 1 } else { 2 });
        }
    }
    if highest == 7 { 1 } else { highest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_heading_is_found_outside_of_code() {
        assert_eq!(highest_heading("```\n# no\n```\n### three\n#### four"), 3);
        assert_eq!(highest_heading("#hashtag\n\ntext"), 1);
        assert_eq!(highest_heading("Title\n-----\n"), 2);
    }

    #[test]
    fn the_type_of_a_file_is_its_ending() {
        assert_eq!(extension_of("files/canvas.v2.pptx"), "PPTX");
        assert_eq!(extension_of("files/readme"), "–");
    }
}
