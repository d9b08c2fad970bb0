//! The public service of a story: its section on the page, its graph after CPSV-AP 3.2.0, and what is said
//! where something is missing. `cargo verify` also holds the graph to the official shapes.

use std::collections::BTreeSet;

use interlink_tests::site_test::SiteTest;
use oxjsonld::JsonLdParser;
use oxrdf::Quad;
use oxttl::TurtleParser;

const CPSV: &str = "http://purl.org/vocab/cpsv#PublicService";
const CV: &str = "http://data.europa.eu/m8g/";
const DCT: &str = "http://purl.org/dc/terms/";
const TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
/// A service as an author writes it, with nothing left out.
const FACTS: &str = "public-service:\n  authority: town\n  homepage: https://town.example/benches\n  status: in-use\n  thematic-areas: [regions-cities]\n  languages: [lv]\n";
const WORDS: &str =
    "service-name: Bench lending\nservice-description: People borrow benches for an evening.\n";

fn triples(text: &str) -> Vec<Quad> {
    JsonLdParser::new().for_slice(text.as_bytes()).map(|quad| quad.expect("sound JSON-LD")).collect()
}

fn values(triples: &[Quad], subject: &str, property: &str) -> Vec<String> {
    let of_subject = |quad: &&Quad| quad.subject.to_string() == format!("<{subject}>");
    let of_property = |quad: &&Quad| quad.predicate.as_str() == property;
    triples.iter().filter(of_subject).filter(of_property).map(|quad| quad.object.to_string()).collect()
}

/// What CPSV-AP 3.2.0 requires and a graph of services leaves out.
fn missing(triples: &[Quad]) -> BTreeSet<String> {
    let mut missing = BTreeSet::new();
    let services = triples.iter().filter(|quad| quad.object.to_string() == format!("<{CPSV}>"));
    let services: Vec<String> =
        services.map(|quad| quad.subject.to_string().trim_matches(['<', '>']).to_owned()).collect();
    assert!(!services.is_empty());
    for service in services {
        for name in ["identifier", "title", "description"] {
            if values(triples, &service, &format!("{DCT}{name}")).is_empty() {
                missing.insert(format!("{service}: {name}"));
            }
        }
        let authorities = values(triples, &service, &format!("{CV}hasCompetentAuthority"));
        if authorities.is_empty() {
            missing.insert(format!("{service}: authority"));
        }
        for authority in authorities {
            let authority = authority.trim_matches(['<', '>']);
            let class = format!("<{CV}PublicOrganisation>");
            for (property, wanted) in [
                (TYPE.to_owned(), Some(class)),
                ("http://www.w3.org/2004/02/skos/core#prefLabel".to_owned(), None),
                (format!("{DCT}spatial"), None),
            ] {
                let found = values(triples, authority, &property);
                if found.is_empty() || wanted.is_some_and(|wanted| !found.contains(&wanted)) {
                    missing.insert(format!("{authority}: {property}"));
                }
            }
        }
    }
    missing
}

const STORY: &str = "new-library";

/// The small site with a story whose service says this.
fn site_with(facts: &str, words: &str) -> SiteTest {
    let site = SiteTest::base();
    let read = |path: String| std::fs::read_to_string(path).unwrap();
    let folder = site.content().join("stories").join(STORY);
    let story = read(format!("{}/story.yaml", folder.display())) + facts;
    let english = read(format!("{}/en.md", folder.display())).replacen("---\n", &format!("---\n{words}"), 1);
    site.with_file(&format!("stories/{STORY}/story.yaml"), story)
        .with_file(&format!("stories/{STORY}/en.md"), english)
        .commit("A service")
}

#[test]
fn every_story_of_ours_tells_its_public_service_as_cpsv_ap_requires() {
    let site = SiteTest::of_the_repository().build();
    let all = triples(&site.page("services.jsonld"));
    assert_eq!(missing(&all), BTreeSet::new());
    let stories: Vec<String> = std::fs::read_dir(site.content().join("stories"))
        .unwrap()
        .map(|folder| folder.unwrap().file_name().into_string().unwrap())
        .collect();
    for slug in &stories {
        let own = triples(&site.page(&format!("stories/{slug}.service.jsonld")));
        assert_eq!(missing(&own), BTreeSet::new());
        assert!(own.iter().all(|quad| all.contains(quad)), "{slug}: the collected file says the same");
    }
    let turtle = site.page("services.ttl");
    let turtle: BTreeSet<String> =
        TurtleParser::new().for_slice(turtle.as_bytes()).map(|found| found.unwrap().to_string()).collect();
    let json_ld: BTreeSet<String> = all.iter().map(|quad| quad.to_string()).collect();
    assert_eq!(turtle, json_ld);
}

/// Rules that find nothing missing in a graph without an authority would prove nothing.
#[test]
fn a_service_without_an_authority_is_seen_to_lack_it() {
    let site = SiteTest::of_the_repository().build();
    let text = site.page("services.jsonld").replace("\"cv:hasCompetentAuthority\"", "\"dct:contributor\"");
    assert!(!missing(&triples(&text)).is_empty());
}

#[test]
fn the_page_of_a_story_shows_the_service_with_its_authority_address_and_country() {
    let site = site_with(FACTS, WORDS).build();
    let page = site.page(&format!("en/stories/{STORY}/"));
    let start = page.find("id=\"public-service\"").expect("the section is there");
    let section = &page[start..start + page[start..].find("</section>").unwrap()];
    for part in [
        "Bench lending",
        "People borrow benches for an evening.",
        "href=\"https://town.example/benches\"",
        "/en/organisations/town/",
        "In use",
        "Regions and cities",
        &format!("stories/{STORY}.service.jsonld"),
    ] {
        assert!(section.contains(part), "{part} in {section}");
    }
    // A reader of another language gets the words that there are, marked.
    let latvian = site.page(&format!("lv/stories/{STORY}/"));
    assert!(latvian.contains("<h3 lang=\"en\" data-in>Bench lending</h3>"));
    assert!(latvian.contains("<h2>Publiskais pakalpojums</h2>"));
    let facts: serde_json::Value =
        serde_json::from_str(&site.page(&format!("api/v1/stories/{STORY}.json"))).unwrap();
    assert_eq!(facts["facts"]["public-service"]["authority"], "town");
    assert_eq!(facts["words"]["en"]["service-name"], "Bench lending");
}

#[test]
fn an_address_alone_stays_a_fact_of_the_story_and_claims_nothing() {
    let site = site_with("public-service: https://town.example/benches\n", "").build();
    assert_eq!(site.interlink(&["check"]).stdout.matches("CPSV-AP").count(), 0);
    assert!(!site.site().join("services.jsonld").exists());
    let page = site.page(&format!("en/stories/{STORY}/"));
    assert!(page.contains("href=\"https://town.example/benches\""));
    assert!(!page.contains("id=\"public-service\""));
}

#[test]
fn a_service_that_leaves_something_out_is_not_published_as_cpsv_ap() {
    let facts = FACTS.replace("  authority: town\n", "");
    let site = site_with(&facts, WORDS).build();
    assert!(!site.site().join("services.jsonld").exists());
    let said = site.interlink(&["check"]).stdout;
    assert!(said.contains("`authority` of the public service is not stated"), "{said}");
}
