//! The page of an Interlinker: overview, pictures, instructions, files, tasks, stories, what goes
//! well with it, facts, and how to cite it.

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{
    Card, Fact, FileRow, FilesLink, Heading, Item, Link, Need, Part, Picture, Prose, Retired, TaskUse, Text,
};
use super::super::{Page, RenderError, Rendering};
use super::adopt::{Adopt, Share};
use super::said::Said;
use crate::model::entry::{Interlinker, Nature, Version};
use crate::model::kind::Kind;
use crate::model::site::pick;
use crate::recommend::UsedIn;

/// How many tasks are shown before the rest is folded.
const SHOWN_TASKS: usize = 6;
/// From how many headings on a page has a table of contents.
const CONTENTS_FROM: usize = 4;
/// How many needs are shown before the rest is folded.
const SHOWN_NEEDS: usize = 6;

#[derive(Serialize)]
struct InterlinkerView {
    nature: &'static str,
    kind_line: String,
    name: Text,
    summary: Option<Text>,
    logo: Option<Picture>,
    deciding: Vec<Fact>,
    action: Option<Link>,
    retired: Option<Retired>,
    contents: Vec<Heading>,
    description: Option<Prose>,
    needs: Vec<Need>,
    more_needs: Vec<Need>,
    more_needs_label: String,
    snapshots: Vec<Picture>,
    instructions: Option<Prose>,
    parts: Vec<Part>,
    files: Vec<FileRow>,
    archive: Option<FilesLink>,
    tasks: Vec<TaskUse>,
    more_tasks: Vec<TaskUse>,
    more_tasks_label: String,
    stories: Vec<Item>,
    said: Option<Said>,
    related: Vec<Card>,
    versions: Vec<VersionView>,
    history: Vec<Fact>,
    history_note: Option<String>,
    adopt: Adopt,
    share: Share,
    slug: String,
    gallery: GalleryTexts,
    citation: String,
    facts: Vec<Fact>,
}

/// The texts that the script of the gallery fills in.
#[derive(Serialize)]
struct GalleryTexts {
    place: String,
}

#[derive(Serialize)]
struct VersionView {
    name: String,
    date: Option<String>,
    /// In the first language of the site, as facts have no languages.
    notes: Option<Text>,
}

impl Rendering<'_> {
    /// The page of an Interlinker.
    pub(super) fn interlinker(
        &self,
        scope: &Scope<'_>,
        item: &Interlinker,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let entry = &item.entry;
        let messages = scope.messages;
        let name = scope.name(entry);
        let summary = scope.text(entry, "summary");
        // Imported entries often say the same twice; the lead has said it already.
        let repeats = match (&summary, scope.text(entry, "description")) {
            (Some(summary), Some(description)) => same_words(&summary.text, &description.text),
            _ => false,
        };
        let description = if repeats { None } else { scope.prose(entry, "description", 2, "") };
        let instructions = scope.prose(entry, "body", 3, "use-");
        let parts: Vec<Part> = [("constraints", "constraints"), ("regulations", "regulations")]
            .into_iter()
            .filter_map(|(id, field)| {
                let prose = scope.prose(entry, field, 3, &format!("{id}-"))?;
                Some(Part { id, title: messages.text(id), prose })
            })
            .collect();
        let headings: Vec<Heading> =
            description.iter().chain(&instructions).flat_map(|prose| prose.headings.clone()).collect();
        let mut tasks: Vec<TaskUse> = scope
            .site
            .recommendations
            .used_in(&entry.slug)
            .iter()
            .filter_map(|used| scope.task_use(used))
            .collect();
        let mut needs = scope.needs(&item.problems);
        // One more is shown rather than folded alone.
        let shown_needs = if needs.len() <= SHOWN_NEEDS + 1 { needs.len() } else { SHOWN_NEEDS };
        let more_needs = needs.split_off(shown_needs);
        let more_tasks = tasks.split_off(tasks.len().min(SHOWN_TASKS));
        let stories = scope.index.stories_using.get(&entry.slug).into_iter().flatten();
        let view = InterlinkerView {
            nature: item.nature.id(),
            kind_line: scope.kind_line_with_version(item),
            logo: item
                .logo()
                .map(|file| scope.picture(entry, &file.path, String::new(), None))
                .filter(|logo| !logo.is_broken),
            deciding: scope.deciding_facts(item),
            action: scope.main_action(item),
            retired: scope.retired(entry),
            contents: if headings.len() >= CONTENTS_FROM { headings } else { Vec::new() },
            needs,
            more_needs_label: messages.format("more-values", [("count", more_needs.len().into())]),
            more_needs,
            snapshots: scope.snapshots(item),
            parts,
            files: scope.files(entry, &item.downloads),
            archive: self.files_link(scope, entry),
            more_tasks_label: messages.format("more-tasks", [("count", more_tasks.len().into())]),
            tasks,
            more_tasks,
            stories: stories
                .filter_map(|slug| scope.site.stories.get(*slug))
                .map(|story| scope.item(&story.entry, scope.story_place(story), None))
                .collect(),
            said: scope.said(entry),
            related: scope.related_cards(item),
            versions: item.versions.iter().map(|version| scope.version(version)).collect(),
            history: scope.history_facts(item),
            history_note: scope
                .dates
                .of(Kind::Interlinker, &entry.slug)
                .is_none()
                .then(|| messages.text("history-unknown")),
            adopt: self.adopt(scope, item)?,
            share: self.share(scope, item),
            slug: entry.slug.to_string(),
            gallery: GalleryTexts { place: scope.text_for_script("gallery-place", &["number", "total"]) },
            citation: scope.citation(item, &self.origin),
            facts: scope.interlinker_facts(item),
            name,
            summary,
            description,
            instructions,
        };
        let mut head = scope.entry_head(entry, "interlinkers");
        head.scripts = vec!["data.js", "page.js", "entry.js"];
        adjust(&mut head);
        self.page(scope, "entry.html", &head, &view)
    }
}

/// Whether two texts are the same but for spaces and a last full stop.
fn same_words(left: &str, right: &str) -> bool {
    let words = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        words.join(" ").trim_end_matches('.').to_owned()
    };
    words(left) == words(right)
}

impl<'a> Scope<'a> {
    fn kind_line_with_version(&self, item: &'a Interlinker) -> String {
        let mut line = self.kind_line(item);
        if let Some(version) = item.versions.first() {
            line.push_str(" · ");
            line.push_str(&self.messages.format("version", [("version", version.version.clone().into())]));
        }
        line
    }

    /// The one thing most readers come for: the files, or the place it lives at.
    fn main_action(&self, item: &Interlinker) -> Option<Link> {
        let size: u64 = item.downloads.iter().map(|file| file.size).sum();
        let link = |url: String, name: String| Some(Link { url: Some(url), name, lang: None });
        match (&item.address, item.nature) {
            (Some(address), Nature::Software | Nature::ExternalSoftware | Nature::ExternalKnowledge) => {
                let host = url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
                let host = host.unwrap_or_default();
                link(address.clone(), self.messages.format("open-at", [("host", host.into())]))
            }
            _ if !item.downloads.is_empty() => {
                let size = self.messages.file_size(size);
                link("#files".to_owned(), self.messages.format("download-size", [("size", size.into())]))
            }
            (Some(address), _) => link(address.clone(), self.messages.text("open")),
            _ => None,
        }
    }

    fn task_use(&self, used: &UsedIn) -> Option<TaskUse> {
        let task = self.index.tasks.get(&(&used.schema, used.task.as_str()))?;
        let (place, path, url, name) = self.task(task);
        Some(TaskUse { place, path, url, name, reason: self.reason(&used.problems) })
    }

    fn related_cards(&self, item: &Interlinker) -> Vec<Card> {
        self.index
            .related(&item.entry.slug)
            .iter()
            .filter_map(|related| {
                let other = self.site.interlinkers.get(related.slug)?;
                let need = related.shared.first().and_then(|slug| self.need(slug))?;
                let reason = self.messages.format("related-reason", [("need", need.name.text.into())]);
                Some(self.card(other, Some(reason)))
            })
            .collect()
    }

    fn version(&self, version: &Version) -> VersionView {
        VersionView {
            name: version.version.clone(),
            date: version.date.as_ref().map(|day| self.day(day)),
            notes: version.notes.as_deref().map(|notes| {
                let first = self.site.settings.languages.first().map_or(self.language, String::as_str);
                self.text_in(notes, first)
            }),
        }
    }

    /// Name, publisher, site, year, address: enough to find it again.
    fn citation(&self, item: &Interlinker, origin: &str) -> String {
        let publisher =
            item.rights.publisher.as_ref().and_then(|slug| self.entry_link(Kind::Organisation, slug));
        let dates = self.dates.of(Kind::Interlinker, &item.entry.slug);
        let day = dates.and_then(|dates| dates.changed.as_ref()).or(self.dates.today.as_ref());
        let settings = &self.site.settings;
        let mut parts = vec![self.name(&item.entry).text];
        parts.extend(publisher.map(|link| link.name.text));
        parts.extend(pick(&settings.name, self.language, &settings.languages).map(str::to_owned));
        parts.extend(day.map(|day| day.as_str().chars().take(4).collect::<String>()));
        let text = format!("{}.", parts.join(". "));
        // A path alone leads nowhere from outside.
        if origin.is_empty() {
            return text;
        }
        format!("{text} {origin}{}", self.entry_url(Kind::Interlinker, &item.entry.slug))
    }
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn a_description_that_only_repeats_the_summary_is_known_by_its_words() {
        assert!(same_words("A sheet\nfor  teams.", "A sheet for teams"));
        assert!(!same_words("A sheet for teams.", "A sheet for teams. It shows who is missing."));
    }
}
