//! The public services that stories are about, as CPSV-AP 3.2.0 describes them
//! (<https://semiceu.github.io/CPSV-AP/releases/3.2.0/>): `stories/{slug}.service.jsonld` for each, and
//! all of them in `services.jsonld` and `services.ttl`. They are a graph apart from the catalogue,
//! because CPSV-AP asks more of data sets and agents than DCAT-AP does. A service that leaves out what
//! CPSV-AP requires is not in it, so that the claim is always true.

use super::super::{Page, Rendering};
use super::concept::by_language;
use super::graph::Graph;
use crate::model::entry::{Organisation, PublicService, Story};
use crate::model::kind::Kind;
use crate::model::site::ByLanguage;

/// A service that states everything CPSV-AP requires.
struct Whole<'a> {
    service: &'a PublicService,
    identifier: &'a str,
    names: ByLanguage,
    descriptions: ByLanguage,
    authority: &'a Organisation,
    /// The EU authority's name of the country of the authority.
    country: &'a str,
}

impl Rendering<'_> {
    /// The files of the services.
    pub(super) fn service_data(&self) -> Vec<Page> {
        let mut all = Graph::default();
        let mut pages = Vec::new();
        for story in self.site.stories.values() {
            let Some(path) = self.service_path(story) else { continue };
            self.describe_service(&mut all, story);
            let mut graph = Graph::default();
            self.describe_service(&mut graph, story);
            pages.push(Page { path, bytes: graph.to_json_ld() });
        }
        if !pages.is_empty() {
            pages.push(Page { path: "services.jsonld".to_owned(), bytes: all.to_json_ld() });
            pages.push(Page { path: "services.ttl".to_owned(), bytes: all.to_turtle() });
        }
        pages
    }

    /// The file of the service of a story, below the base of the site; none where the story does not
    /// say all that CPSV-AP requires.
    pub(in super::super) fn service_path(&self, story: &Story) -> Option<String> {
        (self.has_linked_data() && self.whole_service(story).is_some())
            .then(|| format!("{}/{}.service.jsonld", Kind::Story.folder(), story.entry.slug))
    }

    /// How many services are in the graph, and how many stories name one.
    pub(in super::super) fn service_counts(&self) -> (usize, usize) {
        let stories = || self.site.stories.values().filter(|story| story.public_service.is_some());
        (stories().filter(|story| self.service_path(story).is_some()).count(), stories().count())
    }

    fn whole_service<'s>(&'s self, story: &'s Story) -> Option<Whole<'s>> {
        let service = story.public_service.as_ref()?;
        let authority = self.site.organisations.get(service.authority.as_ref()?)?;
        let names = by_language(&story.entry, "service-name");
        let descriptions = by_language(&story.entry, "service-description");
        let country = self.exact_match("country", authority.country.as_deref()?)?;
        let identifier = service.identifier()?;
        (!names.is_empty() && !descriptions.is_empty()).then_some(Whole {
            service,
            identifier,
            names,
            descriptions,
            authority,
            country,
        })
    }

    fn describe_service(&self, graph: &mut Graph, story: &Story) {
        let Some(whole) = self.whole_service(story) else { return };
        let service = whole.service;
        let authority = self.entry_iri(Kind::Organisation, &whole.authority.entry.slug);
        let status =
            service.status.as_deref().and_then(|id| self.authority_concept(graph, "service-status", id));
        let areas = service.thematic_areas.iter();
        let areas: Vec<&str> =
            areas.filter_map(|id| self.authority_concept(graph, "thematic-area", id)).collect();
        let countries = service.countries.iter().filter_map(|id| self.exact_match("country", id));
        let mut countries: Vec<&str> = countries.collect();
        if countries.is_empty() {
            countries.push(whole.country);
        }
        let languages = service.languages.iter().filter_map(|id| self.exact_match("language", id));
        let languages: Vec<&str> = languages.collect();
        let iri = self.absolute(&format!("{}/{}.service.jsonld#it", Kind::Story.folder(), story.entry.slug));
        if let Some(mut node) = graph.describe(&iri, &["cpsv:PublicService"]) {
            node.text("dct:identifier", whole.identifier)
                .texts("dct:title", &whole.names)
                .texts("dct:description", &whole.descriptions)
                .link("cv:hasCompetentAuthority", &authority);
            if let Some(status) = status {
                node.link("adms:status", status);
            }
            for area in areas {
                node.link("cv:thematicArea", area);
            }
            for country in &countries {
                node.link("dct:spatial", country);
            }
            for language in &languages {
                node.link("dct:language", language);
            }
            if let Some(homepage) = &service.homepage {
                node.link("foaf:homepage", homepage);
            }
            node.link("dct:isReferencedBy", &self.landing_page(&story.entry));
        }
        if let Some(mut node) = graph.describe(&authority, &["cv:PublicOrganisation"]) {
            node.texts("skos:prefLabel", &by_language(&whole.authority.entry, "name"))
                .link("dct:spatial", whole.country);
            if let Some(website) = &whole.authority.website {
                node.link("foaf:homepage", website);
            }
        }
        for country in countries.into_iter().chain([whole.country]) {
            graph.describe(country, &["dct:Location"]);
        }
        for language in languages {
            graph.describe(language, &["dct:LinguisticSystem"]);
        }
    }

    /// A term under the name that an EU list gives it, as a concept. Its labels are for the list to give.
    fn authority_concept(&self, graph: &mut Graph, vocabulary: &str, id: &str) -> Option<&str> {
        let name = self.exact_match(vocabulary, id)?;
        graph.describe(name, &["skos:Concept"]);
        Some(name)
    }
}
