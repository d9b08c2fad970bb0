//! Atom feeds (RFC 4287): of everything new in a language, of each section, and of each facet value
//! of a list that has facets. Newest first, addresses as ids.
//!
//! A day comes from Git, that of news from the news itself. An entry whose day nobody knows is in no
//! feed: a date is left out rather than wrong.

use std::cmp::Reverse;

use super::layout::Head;
use super::scope::Scope;
use super::{Page, Rendering};
use crate::markdown::escape_html;
use crate::model::entry::{Day, Entry};
use crate::model::kind::Kind;
use crate::model::site::Site;

/// How many entries a feed holds.
const NEWEST: usize = 50;
/// The kinds whose list has a feed.
const SECTIONS: [Kind; 7] =
    [Kind::Interlinker, Kind::Schema, Kind::Story, Kind::News, Kind::Call, Kind::Organisation, Kind::Problem];

/// An entry with its days.
#[derive(Clone, Copy)]
struct Item<'a> {
    entry: &'a Entry,
    published: &'a Day,
    updated: &'a Day,
}

/// The feed of a page, for its head and its foot.
#[derive(Debug, Clone, serde::Serialize)]
pub(super) struct FeedLink {
    /// Where it lies.
    pub(super) url: String,
    /// What it is a feed of.
    pub(super) title: String,
}

impl Rendering<'_> {
    /// Every feed of a language.
    pub(super) fn feeds(&self, scope: &Scope<'_>) -> Vec<Page> {
        let mut everything: Vec<Item<'_>> = SECTIONS.into_iter().flat_map(|kind| self.items(kind)).collect();
        newest_first(&mut everything);
        let mut pages = vec![self.feed(scope, "", &scope.messages.text("feed-everything"), &everything)];
        pages.extend(SECTIONS.into_iter().map(|kind| {
            let mut items = self.items(kind);
            newest_first(&mut items);
            self.feed(scope, &format!("{}/", kind.folder()), &scope.messages.text(kind.folder()), &items)
        }));
        pages
    }

    /// The feed of the list of a facet value, which lies beside it and has its title. Where nobody
    /// knows the day of any of its entries, it is empty.
    pub(super) fn feed_of_value<'e>(
        &self,
        scope: &Scope<'_>,
        path: &str,
        title: &str,
        entries: impl Iterator<Item = &'e Entry>,
    ) -> Page {
        let mut items: Vec<Item<'_>> = entries.filter_map(|entry| self.item(entry)).collect();
        newest_first(&mut items);
        self.feed(scope, path, title, &items)
    }

    /// The feed that a page belongs to: that of a section or of a facet value; of everything on the
    /// home page. Later pages of a list have none.
    pub(super) fn feed_of(&self, scope: &Scope<'_>, head: &Head) -> Option<FeedLink> {
        if head.file.is_some() || head.is_root {
            return None;
        }
        match head.path.trim_end_matches('/').split('/').collect::<Vec<_>>()[..] {
            [_, "by", _, _] => Some(FeedLink {
                url: scope.url(&format!("{}feed.xml", head.path)),
                title: head.title.clone(),
            }),
            _ => self.feed_of_section(scope, &head.path),
        }
    }

    /// The feed of a section, by its path below the language, or of everything at the empty path.
    pub(super) fn feed_of_section(&self, scope: &Scope<'_>, path: &str) -> Option<FeedLink> {
        let key = match path.trim_end_matches('/') {
            "" => "feed-everything",
            folder => SECTIONS.into_iter().map(Kind::folder).find(|known| *known == folder)?,
        };
        let title = scope.messages.text(key);
        Some(FeedLink { url: scope.url(&format!("{path}feed.xml")), title })
    }

    /// The offered entries of a kind whose days are known.
    fn items(&self, kind: Kind) -> Vec<Item<'_>> {
        let entries = self.site.entries(kind).into_iter().filter(|entry| Site::is_active(entry));
        entries.filter_map(|entry| self.item(entry)).collect()
    }

    /// An entry with its days, where they are known.
    fn item<'e>(&'e self, entry: &'e Entry) -> Option<Item<'e>> {
        if entry.kind == Kind::News {
            let day = &self.site.news.get(&entry.slug)?.day;
            return Some(Item { entry, published: day, updated: day });
        }
        let dates = self.dates.of(entry.kind, &entry.slug)?;
        let updated = dates.changed.as_ref().or(dates.created.as_ref())?;
        Some(Item { entry, published: dates.created.as_ref().unwrap_or(updated), updated })
    }

    fn feed(&self, scope: &Scope<'_>, path: &str, of: &str, items: &[Item<'_>]) -> Page {
        let absolute = |path: String| format!("{}{path}", self.origin);
        let own = absolute(scope.url(&format!("{path}feed.xml")));
        let updated = items.first().map_or_else(first_moment, |item| moment(item.updated));
        let name = self.frames.get(scope.language).map_or("Interlink", |frame| frame.name.as_str());
        let mut xml = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n\
             <title>{title}</title>\n<id>{own}</id>\n<updated>{updated}</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n\
             <author><name>{name}</name></author>\n",
            lang = scope.language,
            title = escape_html(&format!("{name} – {of}")),
            name = escape_html(name),
            own = escape_html(&own),
            page = escape_html(&absolute(scope.url(path))),
        );
        for item in items.iter().take(NEWEST) {
            let url = absolute(scope.entry_url(item.entry.kind, &item.entry.slug));
            let name = scope.name(item.entry);
            let language = name.lang.as_deref().unwrap_or(scope.language);
            let summary = scope.text(item.entry, "summary").map(|text| text.text).unwrap_or_default();
            xml.push_str(&format!(
                "<entry xml:lang=\"{language}\">\n<title>{title}</title>\n<id>{url}</id>\n\
                 <link rel=\"alternate\" type=\"text/html\" href=\"{url}\"/>\n\
                 <published>{published}</published>\n<updated>{updated}</updated>\n\
                 <summary>{summary}</summary>\n</entry>\n",
                title = escape_html(&name.text),
                url = escape_html(&url),
                published = moment(item.published),
                updated = moment(item.updated),
                summary = escape_html(&summary),
            ));
        }
        xml.push_str("</feed>\n");
        Page { path: format!("{}/{path}feed.xml", scope.language), bytes: xml.into_bytes() }
    }
}

fn newest_first(items: &mut [Item<'_>]) {
    items.sort_by_key(|item| (Reverse(item.updated), item.entry.kind, &item.entry.slug));
}

/// Midnight of a day, as Atom wants it; a month or year begins with its first day.
fn moment(day: &Day) -> String {
    let full = match day.as_str().len() {
        4 => format!("{day}-01-01"),
        7 => format!("{day}-01"),
        _ => day.to_string(),
    };
    format!("{full}T00:00:00Z")
}

/// What a feed without entries says: the beginning of the project, so that it stays the same.
fn first_moment() -> String {
    "2021-01-01T00:00:00Z".to_owned()
}
