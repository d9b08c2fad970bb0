//! `/{lang}/data/`: what programs can read of the catalogue, which standards it keeps to, which check
//! of the program is behind each claim and how to check this very site. A claim stands here only if
//! a step of `cargo verify` holds the program to it.

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{Group, Item, Text};
use super::super::{Page, RenderError, Rendering};
use super::lists::ListView;
use crate::model::kind::Kind;

/// A standard that the site keeps to.
struct Standard {
    name: &'static str,
    /// The text of the interface that says what is claimed.
    key: &'static str,
    /// Where it can be read.
    url: &'static str,
    /// The step of `cargo verify` that holds the program to it.
    step: &'static str,
}

const fn standard(name: &'static str, key: &'static str, url: &'static str, step: &'static str) -> Standard {
    Standard { name, key, url, step }
}

const DCAT_AP: Standard = standard(
    "DCAT-AP 3.0.1",
    "standard-dcat-ap",
    "https://semiceu.github.io/DCAT-AP/releases/3.0.1/",
    "standards",
);
const ADMS_AP: Standard =
    standard("ADMS-AP 2.01", "standard-adms-ap", "https://github.com/SEMICeu/ADMS-AP", "standards");
const CPSV_AP: Standard = standard(
    "CPSV-AP 3.2.0",
    "standard-cpsv-ap",
    "https://semiceu.github.io/CPSV-AP/releases/3.2.0/",
    "standards",
);
/// Those of every site.
const STANDARDS: [Standard; 6] = [
    standard("OpenAPI 3.1", "standard-openapi", "https://spec.openapis.org/oas/v3.1.0", "tests"),
    standard("Atom (RFC 4287)", "standard-atom", "https://www.rfc-editor.org/rfc/rfc4287", "tests"),
    standard("iCalendar (RFC 5545)", "standard-icalendar", "https://www.rfc-editor.org/rfc/rfc5545", "tests"),
    standard("schema.org", "standard-schema-org", "https://schema.org/", "tests"),
    standard("HTML", "standard-html", "https://html.spec.whatwg.org/", "markup"),
    standard("WCAG 2.2", "standard-wcag", "https://www.w3.org/TR/WCAG22/", "tests"),
];
/// Where the official shapes lie.
const SHAPES: [(&str, &str); 2] = [
    ("DCAT-AP 3.0.1", "https://github.com/SEMICeu/DCAT-AP/tree/master/releases/3.0.1/html/shacl"),
    ("CPSV-AP 3.2.0", "https://github.com/SEMICeu/CPSV-AP/tree/master/releases/3.2.0/shacl"),
];

impl Rendering<'_> {
    /// The page about the data.
    pub(super) fn data(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let mut groups = vec![self.api_group(scope)];
        groups.extend(self.dump_group(scope));
        groups.extend([self.feed_group(scope), self.standard_group(scope)]);
        groups.extend(self.recheck_group(scope));
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
            let mut items = vec![
                item("data-json-ld", "JSON-LD", "catalogue.jsonld"),
                item("data-turtle", "Turtle", "catalogue.ttl"),
            ];
            if self.service_counts().0 > 0 {
                items.push(item("data-services-json-ld", "JSON-LD", "services.jsonld"));
                items.push(item("data-services-turtle", "Turtle", "services.ttl"));
            }
            group(scope, "data-dumps", items)
        })
    }

    fn feed_group(&self, scope: &Scope<'_>) -> Group {
        let sections =
            ["", "interlinkers/", "schemas/", "stories/", "problems/", "calls/", "organisations/", "news/"];
        let feeds = sections.into_iter().filter_map(|path| self.feed_of_section(scope, path));
        let mut items: Vec<Item> = feeds.map(|feed| file(feed.title, None, "Atom", feed.url)).collect();
        items.push(file(scope.messages.text("data-calendar"), None, "iCalendar", scope.url("events.ics")));
        group(scope, "data-feeds", items)
    }

    /// What is claimed, and the check behind each claim. The figures are those of this build; that the
    /// checks passed is not for a build to say, so the page does not.
    fn standard_group(&self, scope: &Scope<'_>) -> Group {
        let messages = scope.messages;
        let entries = [Kind::Interlinker, Kind::Schema].map(|kind| self.site.entries(kind)).concat();
        let assets = entries.iter().filter(|entry| self.is_adms_asset(entry)).count();
        let (services, named) = self.service_counts();
        let of = |count: usize, total: usize| {
            [("count", messages.number(count as u64).into()), ("total", messages.number(total as u64).into())]
        };
        let item = |of: &Standard, summary: String| Item {
            kind_line: None,
            name: Text::plain(of.name),
            summary: Some(Text::plain(summary)),
            note: Some(messages.format("standard-check", [("command", command(of.step).into())])),
            url: of.url.to_owned(),
        };
        let mut items = Vec::new();
        if self.has_linked_data() {
            items.push(item(&DCAT_AP, messages.text(DCAT_AP.key)));
            items.push(item(&ADMS_AP, messages.format(ADMS_AP.key, of(assets, entries.len()))));
            if named > 0 {
                items.push(item(&CPSV_AP, messages.format(CPSV_AP.key, of(services, named))));
            }
        }
        items.extend(STANDARDS.iter().map(|standard| item(standard, messages.text(standard.key))));
        group(scope, "data-standards", items)
    }

    /// How anybody checks the linked data of this very site, without the program.
    fn recheck_group(&self, scope: &Scope<'_>) -> Option<Group> {
        let has_services = self.service_counts().0 > 0;
        let items =
            SHAPES.into_iter().zip(["catalogue.ttl", "services.ttl"]).take(1 + usize::from(has_services));
        let items = items.map(|((name, url), file)| {
            let address = self.absolute(file);
            let summary = scope.messages.format("data-recheck-text", [("address", address.into())]);
            Item {
                kind_line: Some("SHACL".to_owned()),
                name: Text::plain(scope.messages.format("data-recheck-shapes", [("standard", name.into())])),
                summary: Some(Text::plain(summary)),
                note: None,
                url: url.to_owned(),
            }
        });
        self.has_linked_data().then(|| group(scope, "data-recheck", items.collect()))
    }
}

/// The line that runs one step of the checks of the program.
fn command(step: &str) -> String {
    format!("cargo verify --only {step}")
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
