//! What a page is about, for search engines: schema.org as a JSON-LD data block of the page
//! (<https://schema.org/docs/documents.html>).
//! Nothing of it names a person.

use serde_json::{Map, Value, json};

use super::Rendering;
use super::api::downloads_of;
use super::layout::Head;
use super::scope::Scope;
use super::templates::data_block;
use crate::hosting::media_type::plain_media_type;
use crate::model::definition::MOST_STARS;
use crate::model::entry::{Entry, Interlinker, Nature, Node, Rights, Schema, Story};
use crate::model::kind::Kind;
use crate::model::said::average_in_tenths;
use crate::model::slug::Slug;

impl Rendering<'_> {
    /// The data block of a page, safe inside a script element; none where there is nothing to say.
    pub(super) fn structured_data(&self, scope: &Scope<'_>, head: &Head) -> Option<String> {
        if head.is_hidden || head.is_root || self.origin.is_empty() || head.file.is_some() {
            return None;
        }
        let mut things = Vec::new();
        if head.path.is_empty() {
            things.push(self.web_site(scope));
        }
        if let Some((kind, slug)) = &head.entry {
            things.extend(self.thing(scope, *kind, slug));
        }
        things.extend(self.breadcrumbs(head));
        if things.is_empty() {
            return None;
        }
        let data = json!({ "@context": "https://schema.org", "@graph": things });
        Some(data_block(&data))
    }

    fn web_site(&self, scope: &Scope<'_>) -> Value {
        let name = self.frames.get(scope.language).map_or("Interlink", |frame| frame.name.as_str());
        let settings = &self.site.settings;
        let tagline = crate::model::site::pick(&settings.tagline, scope.language, &settings.languages);
        let home = self.whole(&scope.url(""));
        let mut catalogue = json!({
            "@type": "DataCatalog",
            "@id": self.absolute("catalogue.jsonld#it"),
            "name": name,
            "url": home,
            "inLanguage": settings.languages,
        });
        insert(&mut catalogue, "description", tagline);
        insert(&mut catalogue, "license", licence_address(&settings.licence));
        json!({
            "@type": "WebSite",
            "name": name,
            "url": home,
            "inLanguage": scope.language,
            "mainEntity": catalogue,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": format!("{home}search/?q={{search_term_string}}"),
                },
                "query-input": "required name=search_term_string",
            },
        })
    }

    fn thing(&self, scope: &Scope<'_>, kind: Kind, slug: &Slug) -> Option<Value> {
        let site = self.site;
        match kind {
            Kind::Interlinker => site.interlinkers.get(slug).map(|item| self.interlinker_thing(scope, item)),
            Kind::Schema => site.schemas.get(slug).map(|item| self.schema_thing(scope, item)),
            Kind::Story => site.stories.get(slug).map(|item| self.story_thing(scope, item)),
            Kind::Problem => site.problems.get(slug).map(|item| {
                let mut thing = self.begin(scope, &item.entry, "DefinedTerm");
                insert(&mut thing, "termCode", Some(item.code.as_str()));
                insert(&mut thing, "inDefinedTermSet", Some(self.whole(&scope.url("problems/"))));
                thing
            }),
            Kind::Organisation => site.organisations.get(slug).map(|item| {
                let mut thing = self.begin(scope, &item.entry, "Organization");
                insert(&mut thing, "sameAs", item.website.as_deref());
                thing
            }),
            Kind::News => site.news.get(slug).map(|item| match &item.start {
                Some(start) => {
                    let mut thing = self.begin(scope, &item.entry, "Event");
                    insert(&mut thing, "startDate", Some(start.as_str()));
                    insert(&mut thing, "endDate", item.end.as_ref().map(|day| day.as_str()));
                    let order = &site.settings.languages;
                    if let Some(place) = crate::model::site::pick(&item.place, scope.language, order) {
                        thing["location"] = json!({ "@type": "Place", "name": place });
                    }
                    thing
                }
                None => {
                    let mut thing = self.begin(scope, &item.entry, "NewsArticle");
                    insert(&mut thing, "headline", Some(scope.name(&item.entry).text));
                    insert(&mut thing, "datePublished", Some(item.day.as_str()));
                    thing
                }
            }),
            Kind::Call => site.calls.get(slug).map(|item| {
                let mut thing = self.begin(scope, &item.entry, "WebPage");
                insert(&mut thing, "expires", Some(item.end.as_str()));
                thing
            }),
            Kind::Page => site.pages.get(slug).map(|item| self.begin(scope, &item.entry, "WebPage")),
        }
    }

    /// Type, name, summary and address, and for works their languages and days.
    fn begin(&self, scope: &Scope<'_>, entry: &Entry, kind: &str) -> Value {
        let mut thing = json!({
            "@type": kind,
            "name": scope.name(entry).text,
            "url": self.whole(&scope.entry_url(entry.kind, &entry.slug)),
        });
        insert(&mut thing, "description", scope.text(entry, "summary").map(|text| text.text));
        if !matches!(kind, "Organization" | "DefinedTerm" | "Event") {
            thing["inLanguage"] = json!(entry.words.languages().collect::<Vec<_>>());
            if let Some(dates) = self.dates.of(entry.kind, &entry.slug) {
                insert(&mut thing, "datePublished", dates.created.as_ref().map(|day| day.as_str()));
                insert(&mut thing, "dateModified", dates.changed.as_ref().map(|day| day.as_str()));
            }
        }
        thing
    }

    fn interlinker_thing(&self, scope: &Scope<'_>, item: &Interlinker) -> Value {
        let is_software = matches!(item.nature, Nature::Software | Nature::ExternalSoftware);
        let kind = if is_software { "SoftwareApplication" } else { "LearningResource" };
        let mut thing = self.begin(scope, &item.entry, kind);
        self.add_rights(scope, &mut thing, &item.rights);
        self.add_rating(&mut thing, &item.entry);
        let tags: Vec<&str> = item.tags.iter().map(|id| self.site.label("tag", id, scope.language)).collect();
        insert(&mut thing, "keywords", (!tags.is_empty()).then(|| tags.join(", ")));
        insert(&mut thing, "sameAs", item.address.as_deref().filter(|address| address.starts_with("http")));
        let version = item.versions.first().map(|version| version.version.as_str());
        if is_software {
            // Google's list of categories has this one for what an office works with.
            insert(&mut thing, "applicationCategory", Some("BusinessApplication"));
            insert(&mut thing, "softwareVersion", version);
        } else {
            let form = item.form.as_deref().map(|id| self.site.label("form", id, scope.language));
            insert(&mut thing, "learningResourceType", form);
            insert(&mut thing, "version", version);
        }
        let (downloads, _) = downloads_of(self, &item.entry);
        let files: Vec<Value> = downloads
            .iter()
            .map(|file| {
                json!({
                    "@type": "MediaObject",
                    "name": file.title,
                    "contentUrl": self.media_address(&item.entry, &file.path),
                    "encodingFormat": plain_media_type(&file.path),
                    "inLanguage": file.language,
                })
            })
            .collect();
        if !files.is_empty() {
            thing["encoding"] = Value::Array(files);
        }
        thing
    }

    /// Phases and objectives are sections, tasks are steps.
    fn schema_thing(&self, scope: &Scope<'_>, schema: &Schema) -> Value {
        let mut thing = self.begin(scope, &schema.entry, "HowTo");
        self.add_rights(scope, &mut thing, &schema.rights);
        let page = self.whole(&scope.entry_url(Kind::Schema, &schema.entry.slug));
        let phases = schema.phases.iter().filter(|node| !node.retired);
        thing["step"] = phases.map(|phase| section(scope, phase, &page, 0)).collect();
        thing
    }

    fn story_thing(&self, scope: &Scope<'_>, story: &Story) -> Value {
        let mut thing = self.begin(scope, &story.entry, "Article");
        self.add_rights(scope, &mut thing, &story.rights);
        self.add_rating(&mut thing, &story.entry);
        insert(&mut thing, "headline", Some(scope.name(&story.entry).text));
        let owners: Vec<Value> =
            story.owners.iter().filter_map(|slug| self.organisation_link(scope, slug)).collect();
        if !owners.is_empty() {
            thing["author"] = Value::Array(owners);
        }
        let countries: Vec<Value> = story
            .countries
            .iter()
            .map(|id| json!({ "@type": "Country", "name": self.site.label("country", id, scope.language) }))
            .collect();
        if !countries.is_empty() {
            thing["spatialCoverage"] = Value::Array(countries);
        }
        thing
    }

    /// What the reviews say together, where there are enough (<https://schema.org/AggregateRating>).
    fn add_rating(&self, thing: &mut Value, entry: &Entry) {
        if let Some(average) = average_in_tenths(&entry.reviews) {
            thing["aggregateRating"] = json!({
                "@type": "AggregateRating",
                "ratingValue": f64::from(average) / 10.0,
                "bestRating": MOST_STARS,
                "worstRating": 1,
                "reviewCount": entry.reviews.len(),
            });
        }
    }

    fn add_rights(&self, scope: &Scope<'_>, thing: &mut Value, rights: &Rights) {
        insert(thing, "license", rights.licence.as_deref().and_then(licence_address));
        let publisher = rights.publisher.as_ref().and_then(|slug| self.organisation_link(scope, slug));
        if let Some(publisher) = publisher {
            thing["publisher"] = publisher;
        }
    }

    fn organisation_link(&self, scope: &Scope<'_>, slug: &Slug) -> Option<Value> {
        let link = scope.entry_link(Kind::Organisation, slug)?;
        Some(json!({ "@type": "Organization", "name": link.name.text, "url": self.whole(&link.url) }))
    }

    /// The way to a page, and the page itself without an address.
    fn breadcrumbs(&self, head: &Head) -> Option<Value> {
        // The way to a page that hangs from the home page is short enough to guess.
        if head.crumbs.len() < 2 {
            return None;
        }
        let steps = head.crumbs.iter().map(|crumb| (crumb.name.as_str(), crumb.url.as_deref()));
        let elements: Vec<Value> = steps
            .chain([(head.title.as_str(), None)])
            .enumerate()
            .map(|(index, (name, url))| {
                let mut item = json!({ "@type": "ListItem", "position": index + 1, "name": name });
                insert(&mut item, "item", url.map(|url| self.whole(url)));
                item
            })
            .collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": elements }))
    }

    /// A path of the site as a whole address.
    fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

fn section(scope: &Scope<'_>, node: &Node, page: &str, depth: usize) -> Value {
    let name = scope.words(&node.words, "name").map_or_else(|| node.id.clone(), |text| text.text);
    if depth == 2 {
        return json!({ "@type": "HowToStep", "name": name, "url": format!("{page}#{}", node.id) });
    }
    let children = node.children.iter().filter(|child| !child.retired);
    let elements: Vec<Value> = children.map(|child| section(scope, child, page, depth + 1)).collect();
    json!({ "@type": "HowToSection", "name": name, "itemListElement": elements })
}

/// The address of a licence's text, where it has one.
fn licence_address(licence: &str) -> Option<String> {
    match licence {
        "unstated" => None,
        address if address.contains("://") => Some(address.to_owned()),
        expression if expression.contains([' ', '(']) => None,
        id => Some(format!("https://spdx.org/licenses/{id}.html")),
    }
}

fn insert(thing: &mut Value, name: &str, value: Option<impl Into<Value>>) {
    let entries: Option<&mut Map<String, Value>> = thing.as_object_mut();
    if let (Some(entries), Some(value)) = (entries, value) {
        entries.insert(name.to_owned(), value.into());
    }
}
