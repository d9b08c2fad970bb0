//! Plain lists: schemas, stories, calls, organisations, news.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Group, Item, Link};
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::{Call, Story};
use crate::model::kind::Kind;
use crate::model::site::Site;

/// A page that is a list of entries, in groups.
#[derive(Debug, Default, Serialize)]
pub struct ListView {
    /// The heading of the page.
    pub heading: String,
    /// What the list is.
    pub lead: Option<String>,
    /// The address of its Atom feed.
    pub feed: Option<String>,
    /// The entries.
    pub groups: Vec<Group>,
    /// What to say when there is none.
    pub empty: String,
    /// What to do then.
    pub empty_action: Option<Link>,
}

impl Rendering<'_> {
    /// Every plain list of a language.
    pub(super) fn lists(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let list = |kind: Kind, section: &'static str, groups: Vec<Group>| {
            let key = kind.folder();
            let view = ListView {
                heading: scope.messages.text(key),
                lead: Some(scope.messages.text(&format!("{key}-lead"))),
                feed: (kind == Kind::News).then(|| scope.url("feed.xml")),
                groups: groups.into_iter().filter(|group| !group.items.is_empty()).collect(),
                empty: scope.messages.text(&format!("{key}-empty")),
                empty_action: Some(Link {
                    url: Some(scope.url("contribute/")),
                    name: scope.messages.text("contribute"),
                    lang: None,
                }),
            };
            let head = Head {
                path: format!("{key}/"),
                title: view.heading.clone(),
                description: view.lead.clone(),
                section,
                crumbs: scope.crumbs(&[]),
                ..Head::default()
            };
            self.page(scope, "list.html", &head, &view)
        };
        let one = |items: Vec<Item>| vec![Group { id: None, title: None, note: None, sign: None, items }];
        Ok(vec![
            list(Kind::Schema, "schemas", one(self.schema_items(scope)))?,
            list(Kind::Story, "stories", self.story_groups(scope))?,
            list(Kind::Call, "", self.call_groups(scope))?,
            list(Kind::Organisation, "", self.organisation_groups(scope))?,
            list(Kind::News, "", one(self.news_items(scope)))?,
        ])
    }

    fn schema_items(&self, scope: &Scope<'_>) -> Vec<Item> {
        let active = self.site.schemas.values().filter(|schema| Site::is_active(&schema.entry));
        let mut items: Vec<Item> = active
            .map(|schema| {
                let phases = schema.phases.iter().filter(|node| !node.retired);
                let tasks = scope.index.tasks.keys().filter(|(slug, _)| **slug == schema.entry.slug).count();
                let note = scope
                    .messages
                    .format("schema-counts", [("phases", phases.count().into()), ("tasks", tasks.into())]);
                scope.item(&schema.entry, None, Some(note))
            })
            .collect();
        // The schema of the home page is the one to begin with.
        let first =
            self.site.settings.default_schema.as_ref().map(|slug| scope.entry_url(Kind::Schema, slug));
        items.sort_by(|left, right| {
            (Some(&left.url) != first.as_ref())
                .cmp(&(Some(&right.url) != first.as_ref()))
                .then_with(|| scope.messages.compare_names(&left.name.text, &right.name.text))
        });
        items
    }

    fn story_items(&self, scope: &Scope<'_>, is_wanted: impl Fn(&Story) -> bool) -> Vec<Item> {
        let active = self.site.stories.values();
        let active = active.filter(|story| Site::is_active(&story.entry) && is_wanted(story));
        let mut items: Vec<Item> =
            active.map(|story| scope.item(&story.entry, scope.story_place(story), None)).collect();
        items.sort_by(|left, right| scope.messages.compare_names(&left.name.text, &right.name.text));
        items
    }

    /// The stories by country, where they come from more than one; a story of two stands under both.
    fn story_groups(&self, scope: &Scope<'_>) -> Vec<Group> {
        let group = |id: Option<&str>, items: Vec<Item>| Group {
            id: id.map(str::to_owned),
            title: id.map(|id| scope.site.label("country", id, scope.language).to_owned()),
            note: id.map(|_| scope.messages.format("story-count", [("count", items.len().into())])),
            sign: None,
            items,
        };
        let Some(countries) = scope.countries_of_stories() else {
            return vec![group(None, self.story_items(scope, |_| true))];
        };
        let mut groups: Vec<Group> = countries
            .into_iter()
            .map(|id| {
                let is_there = |story: &Story| story.countries.iter().any(|country| country == id);
                group(Some(id), self.story_items(scope, is_there))
            })
            .collect();
        groups.sort_by(|left, right| {
            let title = |group: &Group| group.title.clone().unwrap_or_default();
            scope.messages.compare_names(&title(left), &title(right))
        });
        groups
    }

    fn news_items(&self, scope: &Scope<'_>) -> Vec<Item> {
        let newest_first = self.site.news.values().rev();
        newest_first.map(|news| scope.item(&news.entry, Some(scope.day(&news.day)), None)).collect()
    }

    fn call_groups(&self, scope: &Scope<'_>) -> Vec<Group> {
        let mut calls: Vec<&Call> =
            self.site.calls.values().filter(|call| Site::is_active(&call.entry)).collect();
        calls.sort_by(|left, right| (&left.end, &left.entry.slug).cmp(&(&right.end, &right.entry.slug)));
        let (open, closed): (Vec<&Call>, Vec<&Call>) =
            calls.into_iter().partition(|call| scope.is_open(call));
        let group = |key: &str, calls: Vec<&Call>| Group {
            id: Some(key.to_owned()),
            title: Some(scope.messages.text(key)),
            note: None,
            sign: None,
            items: calls
                .into_iter()
                .map(|call| scope.item(&call.entry, Some(scope.call_state(call)), None))
                .collect(),
        };
        vec![group("calls-open", open), group("calls-closed", closed)]
    }

    fn organisation_groups(&self, scope: &Scope<'_>) -> Vec<Group> {
        let types = self.site.vocabularies.get("organisation-type").map(|types| types.terms.as_slice());
        types
            .unwrap_or_default()
            .iter()
            .map(|term| {
                let organisations = self.site.organisations.values();
                let mut items: Vec<Item> = organisations
                    .filter(|item| item.organisation_type == term.id && Site::is_active(&item.entry))
                    .map(|item| {
                        let country = item.country.as_deref().map(|id| scope.term("country", id).to_owned());
                        scope.item(&item.entry, country, None)
                    })
                    .collect();
                items.sort_by(|left, right| scope.messages.compare_names(&left.name.text, &right.name.text));
                Group {
                    id: Some(term.id.clone()),
                    title: Some(self.site.label("organisation-type", &term.id, scope.language).to_owned()),
                    note: None,
                    sign: None,
                    items,
                }
            })
            .collect()
    }
}

impl<'a> Scope<'a> {
    /// The countries that the list of stories is grouped by; none where there is only one, or where
    /// a story would stand in no group.
    pub fn countries_of_stories(&self) -> Option<BTreeSet<&'a str>> {
        let site = self.site;
        let mut active = site.stories.values().filter(|story| Site::is_active(&story.entry));
        let mut countries = BTreeSet::new();
        let are_all_somewhere = active.all(|story| {
            countries.extend(story.countries.iter().map(String::as_str));
            !story.countries.is_empty()
        });
        (are_all_somewhere && countries.len() > 1).then_some(countries)
    }

    /// "Open until the last day", or since when it is closed.
    pub fn call_state(&self, call: &Call) -> String {
        let key = if self.is_open(call) { "open-until" } else { "closed-since" };
        self.messages.format(key, [("day", self.day(&call.end).into())])
    }

    /// Whether a call's last day has not passed on the day the site is built for.
    pub fn is_open(&self, call: &Call) -> bool {
        self.dates.today.as_ref().is_none_or(|today| {
            call.end.as_str() >= &today.as_str()[..call.end.as_str().len().min(today.as_str().len())]
        })
    }
}
