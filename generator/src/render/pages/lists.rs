//! Plain lists: schemas, calls, news.

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Group, Item, Link};
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::Call;
use crate::model::kind::Kind;
use crate::model::site::Site;

/// A page that is a list of entries, in groups.
#[derive(Debug, Default, Serialize)]
pub struct ListView {
    /// The heading of the page.
    pub heading: String,
    /// What the list is.
    pub lead: Option<String>,
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
            list(Kind::Call, "", self.call_groups(scope))?,
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
}

impl Scope<'_> {
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
