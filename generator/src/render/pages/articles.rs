//! Pages that are mostly one text: calls, organisations, editorial pages, news.

use std::collections::BTreeSet;

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Fact, FactValue, Group, Heading, Item, Prose, Retired, Text};
use super::super::{Page, RenderError, Rendering};
use crate::model::entry::{Call, Entry, News, Organisation, StoryNode};
use crate::model::kind::Kind;
use crate::model::said::{Use, User};
use crate::model::site::Site;
use crate::model::slug::Slug;

/// The slug of the page about personal data, beside which stands who answers for them.
const PRIVACY: &str = "privacy";
/// From how many headings on a page has a table of contents.
const CONTENTS_FROM: usize = 4;

#[derive(Default, Serialize)]
struct ArticleView {
    kind_line: Option<String>,
    name: Option<Text>,
    summary: Option<Text>,
    retired: Option<Retired>,
    notice: Option<String>,
    closing: Option<Closing>,
    body: Option<Prose>,
    groups: Vec<Group>,
    contents: Vec<Heading>,
    facts: Vec<Fact>,
}

/// What a call says once its last day has passed, for a page that is read after it was built.
#[derive(Serialize)]
struct Closing {
    /// The last day, as precise as it is known (ISO 8601).
    after: String,
    /// Instead of the line above the title.
    state: String,
    /// Below it.
    notice: String,
}

impl Rendering<'_> {
    /// An editorial page.
    pub(super) fn editorial(
        &self,
        scope: &Scope<'_>,
        entry: &Entry,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let mut view = ArticleView::default();
        if entry.slug.as_str() == PRIVACY {
            view.facts = self.controller(scope);
        }
        self.article(scope, entry, "", view, adjust)
    }

    /// Who answers for the personal data that the site holds (GDPR, Article 13): whoever publishes it.
    fn controller(&self, scope: &Scope<'_>) -> Vec<Fact> {
        let name = self.frames.get(scope.language).map(|frame| FactValue::plain(&frame.name));
        let contact = self.site.settings.contact.as_deref().map(|address| scope.contact_value(address));
        [("fact-controller", name), ("fact-contact", contact)]
            .into_iter()
            .map(|(key, value)| Fact { label: scope.messages.text(key), values: value.into_iter().collect() })
            .collect()
    }

    /// A news item or event.
    pub(super) fn news(
        &self,
        scope: &Scope<'_>,
        news: &News,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let fact = |key: &str, text: String| Fact {
            label: scope.messages.text(key),
            values: vec![FactValue::plain(text)],
        };
        let mut facts = Vec::new();
        if let Some(start) = &news.start {
            let when = match &news.end {
                Some(end) if end != start => scope
                    .messages
                    .format("from-to", [("start", scope.day(start).into()), ("end", scope.day(end).into())]),
                _ => scope.day(start),
            };
            facts.push(fact("fact-when", when));
        }
        let order = &scope.site.settings.languages;
        if let Some(place) = crate::model::site::pick(&news.place, scope.language, order) {
            facts.push(fact("fact-place", place.to_owned()));
        }
        let view = ArticleView { kind_line: Some(scope.day(&news.day)), facts, ..ArticleView::default() };
        self.article(scope, &news.entry, "", view, adjust)
    }

    /// A call for collaborators.
    pub(super) fn call(
        &self,
        scope: &Scope<'_>,
        call: &Call,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: messages.text(key), values };
        let mut facts = Vec::new();
        if let Some(start) = &call.start {
            facts.push(fact("fact-start", vec![FactValue::plain(scope.day(start))]));
        }
        facts.push(fact("fact-end", vec![FactValue::plain(scope.day(&call.end))]));
        let organisation = call.organisation.as_ref();
        let organisation = organisation.and_then(|slug| scope.entry_value(Kind::Organisation, slug));
        facts.push(fact("fact-organisation", organisation.into_iter().collect()));
        for (key, vocabulary, ids) in
            [("fact-roles", "role", &call.roles), ("fact-country", "country", &call.countries)]
        {
            let values = ids.iter().map(|id| FactValue::plain(scope.term(vocabulary, id)));
            facts.push(fact(key, values.collect()));
        }
        if let Some(schema) = call.schema.as_ref().and_then(|slug| scope.entry_value(Kind::Schema, slug)) {
            facts.push(fact("fact-schema", vec![schema]));
        }
        facts.push(fact("fact-contact", vec![scope.contact_value(&call.contact)]));
        let closed = messages.text("call-is-closed");
        let (notice, closing) = if scope.is_open(call) {
            let state = messages.format("closed-since", [("day", scope.day(&call.end).into())]);
            (None, Some(Closing { after: call.end.to_string(), state, notice: closed }))
        } else {
            (Some(closed), None)
        };
        let closes = closing.is_some();
        let kind_line = Some(scope.call_state(call));
        let view = ArticleView { kind_line, notice, closing, facts, ..ArticleView::default() };
        self.article(scope, &call.entry, "", view, |head| {
            if closes {
                head.scripts.push("call.js");
            }
            adjust(head);
        })
    }

    /// An organisation with what it owns, uses and publishes.
    pub(super) fn organisation(
        &self,
        scope: &Scope<'_>,
        organisation: &Organisation,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let slug = &organisation.entry.slug;
        let kind = scope.term("organisation-type", &organisation.organisation_type).to_owned();
        let mut facts = Vec::new();
        if let Some(website) = &organisation.website {
            let label = scope.messages.text("fact-website");
            facts.push(Fact { label, values: vec![scope.contact_value(website)] });
        }
        let country = organisation.country.as_deref().map(|id| scope.term("country", id));
        let view = ArticleView {
            kind_line: Some(country.map_or_else(|| kind.clone(), |country| format!("{kind} · {country}"))),
            groups: scope.organisation_groups_of(slug),
            facts,
            ..ArticleView::default()
        };
        self.article(scope, &organisation.entry, "", view, adjust)
    }

    fn article(
        &self,
        scope: &Scope<'_>,
        entry: &Entry,
        section: &'static str,
        mut view: ArticleView,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Page, RenderError> {
        let name = scope.name(entry);
        view.summary = scope.text(entry, "summary");
        view.retired = scope.retired(entry);
        view.body = scope.prose(entry, "body", 2, "");
        view.name = Some(name);
        let headings = view.body.iter().flat_map(|prose| prose.headings.clone()).collect::<Vec<_>>();
        if headings.len() >= CONTENTS_FROM {
            view.contents = headings;
        }
        let mut head = scope.entry_head(entry, section);
        adjust(&mut head);
        self.page(scope, "article.html", &head, &view)
    }
}

impl Scope<'_> {
    fn organisation_groups_of(&self, slug: &Slug) -> Vec<Group> {
        let group = |key: &str, mut items: Vec<Item>| {
            items.sort_by(|left, right| self.messages.compare_names(&left.name.text, &right.name.text));
            Group {
                id: Some(key.to_owned()),
                title: Some(self.messages.text(key)),
                note: None,
                sign: None,
                items,
            }
        };
        let is_publisher = |publisher: &Option<Slug>| publisher.as_ref() == Some(slug);
        let published: Vec<Item> = self
            .index
            .offered
            .iter()
            .filter(|item| is_publisher(&item.rights.publisher))
            .map(|item| self.item(&item.entry, Some(self.kind_line(item)), None))
            .chain(
                self.site
                    .schemas
                    .values()
                    .filter(|schema| is_publisher(&schema.rights.publisher) && Site::is_active(&schema.entry))
                    .map(|schema| self.item(&schema.entry, Some(self.messages.text("schema")), None)),
            )
            .collect();
        let stories = self.site.stories.values().filter(|story| story.owners.contains(slug));
        let stories = stories.map(|story| self.item(&story.entry, self.story_place(story), None)).collect();
        let owned = self.site.stories.values().filter(|story| story.owners.contains(slug));
        let used: BTreeSet<&Slug> = owned
            .flat_map(|story| story.tree.iter().flat_map(StoryNode::walk))
            .flat_map(|node| node.interlinkers.iter().map(|(used, _)| used))
            .collect();
        let says_so = |said: &Use| matches!(&said.user, User::Known(user) if user == slug);
        let used = self
            .site
            .interlinkers
            .values()
            .filter(|item| used.contains(&item.entry.slug) || item.entry.uses.iter().any(says_so));
        let used = used.map(|item| self.item(&item.entry, Some(self.kind_line(item)), None)).collect();
        let calls = self.site.calls.values().filter(|call| call.organisation.as_ref() == Some(slug));
        let calls = calls.map(|call| self.item(&call.entry, None, None)).collect();
        [
            group("organisation-stories", stories),
            group("organisation-uses", used),
            group("organisation-calls", calls),
            group("organisation-published", published),
        ]
        .into_iter()
        .filter(|group| !group.items.is_empty())
        .collect()
    }
}
