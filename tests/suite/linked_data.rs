//! The catalogue as linked data, read back by a parser of the same standards: both forms say the same,
//! nothing has to be fetched to read it, and what DCAT-AP 3.0.1 and ADMS-AP 2.01 require is there.
//! `cargo verify` also holds the graph to the official shapes, where Python and the shared data are.

use std::collections::{BTreeMap, BTreeSet};

use interlink_tests::fixture::{interlink_seed, read_tree};
use interlink_tests::site_test::SiteTest;
use oxjsonld::JsonLdParser;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParser;

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCT: &str = "http://purl.org/dc/terms/";
const ADMS: &str = "http://www.w3.org/ns/adms#";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

/// A graph: subject, property, values.
#[derive(Default)]
struct Graph(BTreeMap<String, BTreeMap<String, Vec<Term>>>);

impl Graph {
    #[track_caller]
    fn of_json_ld(text: &str) -> Graph {
        // The parser has no way to fetch anything: a context elsewhere would be an error.
        let quads = JsonLdParser::new().for_slice(text.as_bytes());
        Graph::of(quads.map(|quad| {
            let quad = quad.expect("the JSON-LD is sound");
            Triple::new(quad.subject, quad.predicate, quad.object)
        }))
    }

    #[track_caller]
    fn of_turtle(text: &str) -> Graph {
        Graph::of(
            TurtleParser::new().for_slice(text.as_bytes()).map(|triple| triple.expect("the Turtle is sound")),
        )
    }

    fn of(triples: impl Iterator<Item = Triple>) -> Graph {
        let mut graph = Graph::default();
        for triple in triples {
            let NamedOrBlankNode::NamedNode(subject) = triple.subject else { panic!("a blank node") };
            let properties = graph.0.entry(subject.into_string()).or_default();
            properties.entry(triple.predicate.into_string()).or_default().push(triple.object);
        }
        for values in graph.0.values_mut().flat_map(BTreeMap::values_mut) {
            values.sort_by_key(ToString::to_string);
        }
        graph
    }

    fn values(&self, subject: &str, property: &str) -> &[Term] {
        self.0.get(subject).and_then(|properties| properties.get(property)).map_or(&[], Vec::as_slice)
    }

    fn names(&self, subject: &str, property: &str) -> Vec<&str> {
        let names = self.values(subject, property).iter();
        names
            .filter_map(|term| if let Term::NamedNode(node) = term { Some(node.as_str()) } else { None })
            .collect()
    }

    fn is_a(&self, subject: &str, class: &str) -> bool {
        self.names(subject, TYPE).contains(&class)
    }

    fn all(&self, class: &str) -> Vec<&str> {
        self.0.keys().map(String::as_str).filter(|subject| self.is_a(subject, class)).collect()
    }
}

/// What is wrong with a graph by the mandatory rules of both profiles, and by the traps that their
/// published shapes leave open.
fn problems(graph: &Graph) -> BTreeSet<String> {
    let mut problems = BTreeSet::new();
    let mut need = |holds: bool, subject: &str, what: &str| {
        if !holds {
            problems.insert(format!("{subject}: {what}"));
        }
    };
    let is_literal = |values: &[Term]| values.iter().all(|value| matches!(value, Term::Literal(_)));
    let catalogues = graph.all(&format!("{DCAT}Catalog"));
    need(catalogues.len() == 1, "the graph", "one catalogue");
    let catalogue = catalogues.first().copied().unwrap_or_default();
    for subject in catalogues.iter().chain(&graph.all(&format!("{DCAT}Dataset"))).copied() {
        for name in ["title", "description"] {
            let values = graph.values(subject, &format!("{DCT}{name}"));
            need(!values.is_empty() && is_literal(values), subject, name);
        }
        for page in graph.names(subject, &format!("{DCAT}landingPage")) {
            need(graph.is_a(page, &format!("{FOAF}Document")), subject, "its landing page is a document");
        }
    }
    let publisher = graph.names(catalogue, &format!("{DCT}publisher"));
    need(publisher.len() == 1, catalogue, "exactly one publisher");
    need(graph.names(catalogue, &format!("{FOAF}homepage")).len() == 1, catalogue, "one home page");
    let assets = graph.all(&format!("{ADMS}Asset"));
    for asset in assets {
        need(graph.is_a(asset, &format!("{DCAT}Dataset")), asset, "an asset is a dataset");
        for name in [format!("{DCT}publisher"), format!("{DCAT}contactPoint"), format!("{DCT}type")] {
            need(!graph.names(asset, &name).is_empty(), asset, &name);
        }
    }
    for subject in graph.0.keys() {
        for agent in graph.names(subject, &format!("{DCT}publisher")) {
            need(graph.is_a(agent, &format!("{FOAF}Agent")), agent, "a publisher is an agent");
            need(!graph.values(agent, &format!("{FOAF}name")).is_empty(), agent, "a publisher has a name");
        }
        for theme in graph.names(subject, &format!("{DCAT}theme")) {
            let is_ours = graph.is_a(theme, &format!("{SKOS}Concept"));
            need(is_ours || theme.contains("/authority/data-theme/"), theme, "a theme is a concept");
        }
        for distribution in graph.names(subject, &format!("{DCAT}distribution")) {
            let count = |name: &str| graph.values(distribution, name).len();
            need(count(&format!("{DCAT}accessURL")) > 0, distribution, "accessURL");
            need(count(&format!("{DCT}license")) == 1, distribution, "exactly one licence");
            need(count(&format!("{DCT}format")) <= 1, distribution, "at most one format");
        }
        for licence in graph.names(subject, &format!("{DCT}license")) {
            need(graph.is_a(licence, &format!("{DCT}LicenseDocument")), licence, "a licence is a document");
        }
        for contact in graph.names(subject, &format!("{DCAT}contactPoint")) {
            let class = "http://www.w3.org/2006/vcard/ns#Kind";
            need(graph.is_a(contact, class), contact, "a contact is a vcard:Kind");
        }
        for name in ["issued", "modified"] {
            let values = graph.values(subject, &format!("{DCT}{name}"));
            need(values.len() <= 1, subject, &format!("{name} stands once"));
            need(values.iter().all(is_typed_day), subject, &format!("{name} is a typed day"));
        }
    }
    for record in graph.all(&format!("{DCAT}CatalogRecord")) {
        let topics = graph.names(record, &format!("{FOAF}primaryTopic"));
        need(topics.len() == 1, record, "one topic");
        need(topics.iter().all(|topic| graph.is_a(topic, &format!("{DCAT}Resource"))), record, "a resource");
        need(graph.values(record, &format!("{DCT}modified")).len() == 1, record, "one day of change");
    }
    for concept in graph.all(&format!("{SKOS}Concept")) {
        need(!graph.values(concept, &format!("{SKOS}prefLabel")).is_empty(), concept, "a label");
        for scheme in graph.names(concept, &format!("{SKOS}inScheme")) {
            need(!graph.values(scheme, &format!("{DCT}title")).is_empty(), scheme, "a scheme has a title");
        }
    }
    for (subject, properties) in &graph.0 {
        for (property, values) in properties {
            for value in values {
                let text = value.to_string();
                need(
                    !text.contains("https://publications.europa.eu"),
                    subject,
                    "authorities begin with http:",
                );
                let is_words = [format!("{DCT}title"), format!("{DCT}description"), format!("{FOAF}name")];
                let is_licence = graph.is_a(subject, &format!("{DCT}LicenseDocument"));
                if let (true, Term::Literal(literal)) = (is_words.contains(property) && !is_licence, value) {
                    need(literal.language().is_some(), subject, "words have a language");
                }
            }
        }
    }
    problems
}

/// `"2026-11-22"^^xsd:date`, or a month or a year typed as such.
fn is_typed_day(value: &Term) -> bool {
    let Term::Literal(literal) = value else { return false };
    let name = literal.datatype().as_str().rsplit('#').next().unwrap_or_default().to_owned();
    matches!((literal.value().len(), name.as_str()), (10, "date") | (7, "gYearMonth") | (4, "gYear"))
}

#[track_caller]
fn expect_sound(site: &SiteTest) -> Graph {
    let graph = Graph::of_json_ld(&site.page("catalogue.jsonld"));
    let problems = problems(&graph);
    assert!(problems.is_empty(), "{problems:#?}");
    graph
}

#[test]
fn both_forms_of_the_catalogue_say_the_same() {
    let site = SiteTest::of_the_repository().build();
    let json_ld = Graph::of_json_ld(&site.page("catalogue.jsonld"));
    let turtle = Graph::of_turtle(&site.page("catalogue.ttl"));
    assert!(json_ld.0.len() > 100);
    assert!(json_ld.0 == turtle.0);
}

#[test]
fn our_own_catalogue_has_what_both_profiles_require() {
    let site = SiteTest::of_the_repository().build();
    let graph = expect_sound(&site);
    let interlinkers = std::fs::read_dir(site.content().join("interlinkers")).unwrap().count();
    let schemas = std::fs::read_dir(site.content().join("schemas")).unwrap().count();
    let catalogue = graph.all(&format!("{DCAT}Catalog"))[0];
    let datasets = graph.names(catalogue, &format!("{DCAT}dataset"));
    assert_eq!(datasets.len(), interlinkers + schemas);
    assert!(datasets.iter().all(|dataset| graph.is_a(dataset, &format!("{DCAT}Dataset"))));
    assert!(
        datasets.iter().all(|dataset| graph.is_a(dataset, &format!("{ADMS}Asset"))),
        "all state everything"
    );
    assert_eq!(graph.names(catalogue, &format!("{DCAT}record")).len(), datasets.len());
}

#[test]
fn the_original_projects_catalogue_has_what_dcat_ap_requires() {
    let Some(seed) = interlink_seed() else { return };
    let site = SiteTest::imported(&seed);
    // What is imported does not say where it will be published.
    site.interlink(&["build", "--base-url", "https://interlink.example/"]).expect_code(0);
    expect_sound(&site);
}

/// Rules that find nothing wrong in a wrong graph would prove nothing.
#[test]
fn a_broken_catalogue_is_seen_to_be_broken() {
    let site = SiteTest::of_the_repository().build();
    let text = site.page("catalogue.jsonld");
    let broken = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        problems(&Graph::of_json_ld(&text.replace(from, to)))
    };
    assert!(!broken("\"dcat:accessURL\"", "\"dcat:endpointURL\"").is_empty());
    assert!(!broken("\"@type\":\"xsd:date\"", "\"@type\":\"xsd:string\"").is_empty());
    assert!(!broken("\"dct:publisher\"", "\"dct:creator\"").is_empty());
    assert!(!broken("http://publications.europa.eu", "https://publications.europa.eu").is_empty());
    assert!(!broken("\"dct:title\"", "\"dct:alternative\"").is_empty());
}

#[test]
fn the_file_of_an_entry_says_what_the_catalogue_says_of_it() {
    let site = SiteTest::of_the_repository().build();
    let whole = Graph::of_json_ld(&site.page("catalogue.jsonld"));
    let mut count = 0;
    for (path, bytes) in read_tree(&site.site()) {
        let is_service = path == "services.jsonld" || path.ends_with(".service.jsonld");
        if !path.ends_with(".jsonld") || path == "catalogue.jsonld" || is_service {
            continue;
        }
        count += 1;
        let graph = Graph::of_json_ld(&String::from_utf8(bytes).unwrap());
        let own = format!("https://interlink.example/{path}#it");
        assert!(graph.0.contains_key(&own), "{path} describes {own}");
        for (subject, properties) in &graph.0 {
            assert!(whole.0.get(subject) == Some(properties), "{path}: {subject}");
        }
    }
    assert!(count > 40, "{count}");
}

#[test]
fn a_site_that_does_not_know_its_address_has_no_linked_data_and_no_link_to_it() {
    let site = SiteTest::from_fixture("base");
    let settings = std::fs::read_to_string(site.content().join("site.yaml")).unwrap();
    let without: String = settings
        .lines()
        .filter(|line| !line.starts_with("base-url"))
        .map(|line| format!("{line}\n"))
        .collect();
    let site = site.with_file("site.yaml", without).commit("No address").build();
    for (path, bytes) in read_tree(&site.site()) {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.ends_with(".jsonld") && !path.ends_with(".ttl"), "{path}");
        assert!(!text.contains("application/ld+json"), "{path}");
    }
}
