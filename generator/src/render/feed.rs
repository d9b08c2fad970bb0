//! Atom feeds (RFC 4287): of everything new in a language, of each section, and of each facet value
//! of the catalogue. Newest first, addresses as ids.
//!
//! A day comes from Git, that of news from the news itself. An entry whose day nobody knows is in no
//! feed: a date is left out rather than wrong.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::pages::facets::Facet;
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
        for kind in SECTIONS {
            let mut items = self.items(kind);
            newest_first(&mut items);
            let title = scope.messages.text(kind.folder());
            pages.push(self.feed(scope, &format!("{}/", kind.folder()), &title, &items));
            if kind == Kind::Interlinker {
                pages.extend(self.feeds_of_values(scope, &items));
            }
        }
        pages
    }

    /// The feed that a page belongs to, by its path below the language: that of a section or of a
    /// facet value; of everything on the home page.
    pub(super) fn feed_of(&self, scope: &Scope<'_>, path: &str) -> Option<FeedLink> {
        let title = match path {
            "" => scope.messages.text("feed-everything"),
            _ => match path.trim_end_matches('/').split('/').collect::<Vec<_>>()[..] {
                [folder] => SECTIONS
                    .into_iter()
                    .find(|kind| kind.folder() == folder)
                    .map(|kind| scope.messages.text(kind.folder()))?,
                ["interlinkers", "by", facet, value] => {
                    let facet = Facet::ALL.into_iter().find(|known| known.id() == facet)?;
                    value_title(scope, facet, value)
                }
                _ => return None,
            },
        };
        Some(FeedLink { url: scope.url(&format!("{path}feed.xml")), title })
    }

    fn feeds_of_values(&self, scope: &Scope<'_>, items: &[Item<'_>]) -> Vec<Page> {
        let mut lists: BTreeMap<(Facet, String), Vec<Item<'_>>> = BTreeMap::new();
        // A value whose entries have no day has a list, and so a feed, which is empty.
        for item in &self.index.offered {
            for facet in Facet::ALL {
                for value in facet.values(self.site, item) {
                    lists.entry((facet, value)).or_default();
                }
            }
        }
        for item in items {
            let Some(interlinker) = self.site.interlinkers.get(&item.entry.slug) else { continue };
            for facet in Facet::ALL {
                for value in facet.values(self.site, interlinker) {
                    let list = lists.entry((facet, value)).or_default();
                    if list.len() < NEWEST {
                        list.push(*item);
                    }
                }
            }
        }
        lists
            .into_iter()
            .map(|((facet, value), items)| {
                let path = format!("interlinkers/by/{}/{value}/", facet.id());
                self.feed(scope, &path, &value_title(scope, facet, &value), &items)
            })
            .collect()
    }

    /// The offered entries of a kind whose days are known.
    fn items(&self, kind: Kind) -> Vec<Item<'_>> {
        let entries = self.site.entries(kind).into_iter().filter(|entry| Site::is_active(entry));
        entries
            .filter_map(|entry| {
                if kind == Kind::News {
                    let day = &self.site.news.get(&entry.slug)?.day;
                    return Some(Item { entry, published: day, updated: day });
                }
                let dates = self.dates.of(kind, &entry.slug)?;
                let updated = dates.changed.as_ref().or(dates.created.as_ref())?;
                Some(Item { entry, published: dates.created.as_ref().unwrap_or(updated), updated })
            })
            .collect()
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

/// "Theme: Engagement".
fn value_title(scope: &Scope<'_>, facet: Facet, value: &str) -> String {
    let name = scope.messages.text(&format!("facet-{}", facet.id()));
    format!("{name}: {}", facet.value_name(scope, value))
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
