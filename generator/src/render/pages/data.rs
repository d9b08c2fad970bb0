//! `/{lang}/data/`: what programs can read of the catalogue, and which standards it keeps to. A claim
//! stands here only if a test holds the catalogue to it.

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Group, Item, Text};
use super::super::{Page, RenderError, Rendering};
use super::lists::ListView;
use crate::model::kind::Kind;

/// The standards, each with the key of its sentence and where it can be read.
const STANDARDS: [(&str, &str, &str); 5] = [
    ("OpenAPI 3.1", "standard-openapi", "https://spec.openapis.org/oas/v3.1.0"),
    ("Atom (RFC 4287)", "standard-atom", "https://www.rfc-editor.org/rfc/rfc4287"),
    ("iCalendar (RFC 5545)", "standard-icalendar", "https://www.rfc-editor.org/rfc/rfc5545"),
    ("schema.org", "standard-schema-org", "https://schema.org/"),
    ("HTML", "standard-html", "https://html.spec.whatwg.org/"),
];

impl Rendering<'_> {
    /// The page about the data.
    pub(super) fn data(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let mut groups = vec![self.api_group(scope)];
        groups.extend(self.dump_group(scope));
        groups.extend([self.feed_group(scope), self.standard_group(scope)]);
        let view = ListView {
            heading: messages.text("data-heading"),
            lead: Some(messages.text("data-lead")),
            groups,
            ..ListView::default()
        };
        let head = Head {
            path: "data/".to_owned(),
            title: view.heading.clone(),
            description: view.lead.clone(),
            crumbs: scope.crumbs(&[]),
            ..Head::default()
        };
        self.page(scope, "list.html", &head, &view)
    }

    fn api_group(&self, scope: &Scope<'_>) -> Group {
        let item = |key: &str, path: &str| {
            let url = format!("{}api/v1/{path}", self.base);
            file(scope.messages.text(key), Some(scope.messages.text(&format!("{key}-text"))), "JSON", url)
        };
        let items = vec![
            item("data-index", "index.json"),
            item("data-description", "openapi.json"),
            item("data-vocabularies", "vocabularies.json"),
        ];
        group(scope, "data-api", items)
    }

    fn dump_group(&self, scope: &Scope<'_>) -> Option<Group> {
        let item = |key: &str, format: &str, path: &str| {
            file(scope.messages.text(key), None, format, format!("{}{path}", self.base))
        };
        self.has_linked_data().then(|| {
            let items = vec![
                item("data-json-ld", "JSON-LD", "catalogue.jsonld"),
                item("data-turtle", "Turtle", "catalogue.ttl"),
            ];
            group(scope, "data-dumps", items)
        })
    }

    fn feed_group(&self, scope: &Scope<'_>) -> Group {
        let sections =
            ["", "interlinkers/", "schemas/", "stories/", "problems/", "calls/", "organisations/", "news/"];
        let feeds = sections.into_iter().filter_map(|path| self.feed_of(scope, path));
        let mut items: Vec<Item> = feeds.map(|feed| file(feed.title, None, "Atom", feed.url)).collect();
        items.push(file(scope.messages.text("data-calendar"), None, "iCalendar", scope.url("events.ics")));
        group(scope, "data-feeds", items)
    }

    fn standard_group(&self, scope: &Scope<'_>) -> Group {
        let messages = scope.messages;
        let entries = [Kind::Interlinker, Kind::Schema].map(|kind| self.site.entries(kind)).concat();
        let assets = entries.iter().filter(|entry| self.is_adms_asset(entry)).count();
        let mut items = Vec::new();
        if self.has_linked_data() {
            let dcat = "https://semiceu.github.io/DCAT-AP/releases/3.0.1/";
            items.push(standard("DCAT-AP 3.0.1", messages.text("standard-dcat-ap"), dcat));
            let numbers = [
                ("count", messages.number(assets as u64).into()),
                ("total", messages.number(entries.len() as u64).into()),
            ];
            let adms = "https://github.com/SEMICeu/ADMS-AP";
            items.push(standard("ADMS-AP 2.01", messages.format("standard-adms-ap", numbers), adms));
        }
        items.extend(STANDARDS.map(|(name, key, url)| standard(name, messages.text(key), url)));
        group(scope, "data-standards", items)
    }
}

fn group(scope: &Scope<'_>, key: &str, items: Vec<Item>) -> Group {
    Group {
        id: Some(key.to_owned()),
        title: Some(scope.messages.text(key)),
        note: Some(scope.messages.text(&format!("{key}-note"))),
        sign: None,
        items,
    }
}

/// A file with its format above its name and its address below.
fn file(name: String, summary: Option<String>, format: &str, url: String) -> Item {
    Item {
        kind_line: Some(format.to_owned()),
        name: Text::plain(name),
        summary: summary.map(Text::plain),
        note: None,
        url,
    }
}

fn standard(name: &str, summary: String, url: &str) -> Item {
    Item {
        kind_line: None,
        name: Text::plain(name),
        summary: Some(Text::plain(summary)),
        note: None,
        url: url.to_owned(),
    }
}
