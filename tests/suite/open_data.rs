//! Feeds, calendars and citations: what readers take with them into other programs.

use std::collections::{BTreeMap, BTreeSet};

use icalendar::{Calendar, CalendarComponent, Component};
use interlink_tests::fixture::read_tree;
use interlink_tests::html;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// Values of one element of an XML text that is known to be flat.
fn elements<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let (start, end) = (format!("<{name}>"), format!("</{name}>"));
    text.split(&start).skip(1).filter_map(|rest| rest.split_once(&end)).map(|(inside, _)| inside).collect()
}

#[test]
fn every_section_and_every_filter_has_a_feed_that_its_page_links_to() {
    let site = SiteTest::of_the_repository().build();
    let mut filters: BTreeMap<String, usize> = BTreeMap::new();
    for (path, bytes) in read_tree(&site.site()) {
        let Some(folder) = path.strip_suffix("index.html") else { continue };
        let page = String::from_utf8(bytes).unwrap();
        let parts: Vec<&str> = folder.trim_end_matches('/').split('/').collect();
        let has_feed = match parts[..] {
            [_, "interlinkers" | "schemas" | "stories" | "news" | "calls" | "organisations" | "problems"] => {
                true
            }
            [_, section, "by", _, _] => {
                *filters.entry(section.to_owned()).or_insert(0) += 1;
                true
            }
            _ => false,
        };
        if has_feed {
            let feed = format!("/{folder}feed.xml");
            assert!(page.contains(&format!("<a href=\"{feed}\">")), "{path} shows its feed");
            let link = "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"";
            assert_eq!(page.matches(link).count(), 1, "{path}");
            assert!(page.contains(&format!("\" href=\"{feed}\">")), "{path} names its feed");
            assert!(site.page(&feed).contains("<feed xmlns="), "{feed}");
        }
    }
    let sections: Vec<&str> = filters.keys().map(String::as_str).collect();
    assert_eq!(sections, ["interlinkers", "organisations", "problems", "stories"]);
    assert!(filters["interlinkers"] > 100 && filters.values().all(|count| *count >= 4), "{filters:?}");
}

#[test]
fn the_feed_of_a_filter_has_the_title_and_the_entries_of_its_list_and_no_other() {
    let site = SiteTest::of_the_repository().build();
    for (language, section, filter) in [
        ("en", "interlinkers", "difficulty/easy"),
        ("it", "stories", "country/it"),
        ("lv", "stories", "schema/default"),
        ("es", "organisations", "country/es"),
        ("lv", "problems", "family/build"),
    ] {
        let folder = format!("{language}/{section}/by/{filter}/");
        let list = site.page(&folder);
        let feed = site.page(&format!("{folder}feed.xml"));
        let heading = list.split_once("<h1").and_then(|(_, rest)| rest.split_once("</h1>")).unwrap().0;
        let title = elements(&feed, "title")[0].split_once(" – ").unwrap().1;
        assert!(heading.ends_with(&format!(">{title}")), "{heading}: {title}");
        let ids: BTreeSet<&str> = elements(&feed, "id").into_iter().skip(1).collect();
        let begin = format!("href=\"/{language}/{section}/");
        let links = list.split(&begin).skip(1).filter_map(|rest| rest.split_once("/\""));
        let listed: BTreeSet<String> = links
            .filter(|(slug, _)| !slug.is_empty() && !slug.contains(['/', '"']))
            .map(|(slug, _)| format!("https://interlink.example/{language}/{section}/{slug}/"))
            .collect();
        assert!(!listed.is_empty(), "{folder}");
        assert_eq!(ids, listed.iter().map(String::as_str).collect(), "{folder}");
    }
}

#[test]
fn a_feed_holds_fifty_entries_newest_first_and_none_without_a_day() {
    let mut site = SiteTest::from_fixture("base");
    for number in 0..60 {
        let day = format!("2026-{:02}-{:02}", 1 + number / 28, 1 + number % 28);
        let words = format!("---\nname: News {number}\nsummary: Short.\n---\n\nText.\n");
        site = site.with_file(&format!("news/{day}-item/en.md"), words);
    }
    // Built outside of any history, only news know their day.
    std::fs::remove_dir_all(site.folder().join(".git")).unwrap();
    let site = site.build();
    let feed = site.page("en/news/feed.xml");
    let days = elements(&feed, "updated");
    assert_eq!(days.len(), 51);
    assert_eq!(days[1], "2026-03-04T00:00:00Z");
    assert!(days[1..].is_sorted_by(|left, right| left >= right));
    let interlinkers = site.page("en/interlinkers/feed.xml");
    assert!(!interlinkers.contains("<entry"), "{interlinkers}");
}

/// The events of a calendar: name and value of each property, with the parameters of a day.
#[track_caller]
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(!line.contains('\n') && line.len() <= 75, "a line is folded: {line}");
    }
    let calendar: Calendar = text.parse().expect("a calendar that can be read");
    let events = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Event(event) => Some(event),
        _ => None,
    });
    events
        .map(|event| {
            let read = |(name, property): (&String, &icalendar::Property)| {
                (name.clone(), property.value().to_owned())
            };
            event.properties().iter().map(read).collect()
        })
        .collect()
}

#[test]
fn events_and_last_days_of_calls_are_in_a_calendar() {
    let long = "Kopā veidojam; pakalpojumus, \\ un mācāmies cits no cita visas dienas garumā, līdz vakaram";
    let words = format!(
        "---\nname: {long}\nsummary: |-\n  First line.\n  Second, line.\nstart: 2026-12-30\nend: 2026-12-31\nplace: Rīga; Doma laukums\n---\n\nText.\n"
    );
    let site = SiteTest::of_the_repository()
        .with_file("news/2026-11-20-long-event/lv.md", &words)
        .commit("An event")
        .build();
    for language in LANGUAGES {
        let all = events(&site.page(&format!("{language}/events.ics")));
        let mut uids = BTreeSet::new();
        for event in &all {
            assert!(uids.insert(event["UID"].clone()), "{event:?}");
            assert_eq!(event["DTSTART"].len(), 8, "whole days: {event:?}");
            assert!(event["DTSTAMP"].ends_with("T000000Z"), "{event:?}");
        }
        assert!(uids.contains("calls/try-the-default-schema@interlink.example"), "{uids:?}");
        let own = events(&site.page(&format!("{language}/news/2026-11-20-long-event/event.ics")));
        assert_eq!(own.len(), 1);
        assert_eq!(own[0]["UID"], "news/2026-11-20-long-event@interlink.example");
        assert_eq!((own[0]["DTSTART"].as_str(), own[0]["DTEND"].as_str()), ("20261230", "20270101"));
        assert_eq!(own[0]["SUMMARY"], long);
        assert_eq!(own[0]["DESCRIPTION"], "First line.\nSecond, line.");
        assert_eq!(own[0]["LOCATION"], "Rīga; Doma laukums");
        assert!(all.contains(&own[0]));
        let page = site.page(&format!("{language}/news/2026-11-20-long-event/"));
        assert!(page.contains(&format!("<a href=\"/{language}/news/2026-11-20-long-event/event.ics\">")));
    }
}

#[test]
fn every_interlinker_can_be_cited_from_its_page() {
    let site = SiteTest::of_the_repository().build();
    let mut count = 0;
    for (path, bytes) in read_tree(&site.site()) {
        let Some(folder) = path.strip_suffix("cite.json") else { continue };
        count += 1;
        let csl: Value = serde_json::from_slice(&bytes).unwrap();
        let item = &csl[0];
        assert_eq!(item["URL"], format!("https://interlink.example/{folder}"));
        assert!(["software", "document"].contains(&item["type"].as_str().unwrap()), "{path}");
        let title = item["title"].as_str().unwrap();
        let page = html::parse(&site.page(folder));
        assert!(page.title.starts_with(title), "{path}: {title} is not the title {}", page.title);
        let bibtex = site.page(&format!("{folder}cite.bib"));
        assert!(bibtex.starts_with("@misc{") && bibtex.contains("  url = {https://"), "{bibtex}");
        let year = item["issued"]["date-parts"][0][0].as_u64().expect("a year");
        assert!(bibtex.contains(&format!("  year = {{{year}}},")), "{bibtex}");
    }
    let entries = std::fs::read_dir(site.content().join("interlinkers")).unwrap().count();
    assert_eq!(count, entries * LANGUAGES.len());
}

/// The data block of a page.
fn data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">")?;
    serde_json::from_str(rest.split_once("</script>")?.0).ok()
}

/// Every object of a JSON value that has a type.
fn things<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| things(value, found)),
        Value::Object(values) => {
            if values.contains_key("@type") {
                found.push(value);
            }
            values.values().for_each(|value| things(value, found));
        }
        _ => {}
    }
}

#[test]
fn pages_say_what_they_are_about_and_name_no_person() {
    let site = SiteTest::of_the_repository().build();
    let type_of = |path: &str| data(&site.page(path)).unwrap()["@graph"][0]["@type"].clone();
    for (path, expected) in [
        ("en/", "WebSite"),
        ("en/interlinkers/stakeholder-map-canvas/", "LearningResource"),
        ("lv/interlinkers/decidim/", "SoftwareApplication"),
        ("es/schemas/default/", "HowTo"),
        ("it/stories/zaragoza-etopia/", "Article"),
        ("en/organisations/zaragoza/", "Organization"),
        ("en/news/2026-11-18-three-pilot-stories/", "NewsArticle"),
        ("en/news/2026-11-22-open-editing-days/", "Event"),
        ("en/problems/und-problem-2/", "DefinedTerm"),
    ] {
        assert_eq!(type_of(path), expected, "{path}");
    }
    let how_to = data(&site.page("en/schemas/default/")).unwrap()["@graph"][0].clone();
    let task = &how_to["step"][0]["itemListElement"][0]["itemListElement"][0];
    assert_eq!((&how_to["step"][0]["@type"], &task["@type"]), (&json!("HowToSection"), &json!("HowToStep")));
    for (path, bytes) in read_tree(&site.site()) {
        if let Some(data) = data(&String::from_utf8_lossy(&bytes)) {
            let mut found = Vec::new();
            things(&data, &mut found);
            assert!(found.iter().all(|thing| thing["@type"] != "Person"), "{path}");
        }
    }
}

/// schema.org 30.0: each property is one that its type may have.
#[test]
fn every_property_is_one_that_schema_org_has_for_the_type() {
    let Some(shared) = interlink_tests::fixture::shared_data() else { return };
    let types = std::fs::read_to_string(shared.join("standards/schema-org/types-subset.json")).unwrap();
    let types: Value = serde_json::from_str(&types).unwrap();
    let site = SiteTest::of_the_repository().build();
    let mut seen = BTreeSet::new();
    for (path, bytes) in read_tree(&site.site()) {
        let Some(data) = data(&String::from_utf8_lossy(&bytes)) else { continue };
        let mut found = Vec::new();
        things(&data, &mut found);
        for thing in found {
            let name = thing["@type"].as_str().unwrap();
            // The cut list has neither; a news article is an article, and what an event adds is few.
            let (known, also): (&str, &[&str]) = match name {
                "NewsArticle" => ("Article", &[]),
                "Event" => ("WebPage", &["startDate", "endDate", "location"]),
                other => (other, &["query-input"]),
            };
            let properties = types["types"][known]["properties"].as_object();
            let properties = properties.unwrap_or_else(|| panic!("{path}: no type {known}"));
            for property in thing.as_object().unwrap().keys().filter(|property| !property.starts_with('@')) {
                let is_known = properties.contains_key(property) || also.contains(&property.as_str());
                assert!(is_known, "{path}: {name} has no {property}");
            }
            seen.insert(name.to_owned());
        }
    }
    assert!(seen.len() > 10, "{seen:?}");
}

#[test]
fn a_shared_link_shows_title_summary_and_language() {
    let site = SiteTest::of_the_repository().build();
    let page = site.page("lv/interlinkers/stakeholder-map-canvas/");
    let meta = |name: &str| {
        let begin = format!("<meta property=\"og:{name}\" content=\"");
        assert_eq!(page.matches(&begin).count(), 1, "{name}");
        page.split_once(&begin).and_then(|(_, rest)| rest.split_once('"')).unwrap().0.to_owned()
    };
    assert_eq!(meta("url"), "https://interlink.example/lv/interlinkers/stakeholder-map-canvas/");
    assert_eq!(meta("locale"), "lv_LV");
    assert_eq!(meta("title"), "Ieinteresēto pušu kartes darba lapa");
    assert!(!meta("description").is_empty());
    assert!(page.contains("<link rel=\"alternate\" type=\"application/ld+json\" href=\"/interlinkers/stakeholder-map-canvas.jsonld\">"));
}

#[test]
fn a_browser_learns_to_search_the_catalogue_in_the_language_of_the_page() {
    let site = SiteTest::of_the_repository().build();
    for language in LANGUAGES {
        let page = site.page(&format!("{language}/stories/"));
        assert!(page.contains(&format!("href=\"/{language}/opensearch.xml\"")));
        let description = site.page(&format!("{language}/opensearch.xml"));
        assert_eq!(elements(&description, "Language"), [language]);
        assert!(elements(&description, "ShortName")[0].chars().count() <= 16);
        let template = format!("template=\"https://interlink.example/{language}/search/?q={{searchTerms}}\"");
        assert!(description.contains(&template), "{description}");
    }
    assert_eq!(site.page("opensearch.xml"), site.page("en/opensearch.xml"));
}

#[test]
fn the_page_about_standards_names_the_check_behind_each_claim_and_claims_no_result() {
    let site = SiteTest::of_the_repository().build();
    let steps =
        std::fs::read_to_string(interlink_tests::programs::workspace().join("tests/src/verify/steps.rs"));
    let steps = steps.unwrap();
    for language in LANGUAGES {
        let page = site.page(&format!("{language}/data/"));
        let (_, claims) = page.split_once("id=\"data-standards\"").unwrap();
        let (claims, recheck) = claims.split_once("</section>").unwrap();
        for name in ["DCAT-AP 3.0.1", "ADMS-AP 2.01", "CPSV-AP 3.2.0", "schema.org", "WCAG 2.2"] {
            assert!(claims.contains(name), "{language}: {name}");
        }
        let commands: Vec<&str> = claims.split("cargo verify --only ").skip(1).collect();
        assert_eq!(commands.len(), claims.matches("<li>").count(), "{language}: a claim without a check");
        for command in commands {
            let step = command.split(['<', ' ']).next().unwrap();
            assert!(steps.contains(&format!("name: \"{step}\"")), "{language}: there is no step {step}");
        }
        for file in ["catalogue.ttl", "services.ttl"] {
            assert!(recheck.contains(&format!("https://interlink.example/{file}")), "{language}: {file}");
            assert!(site.site().join(file).is_file());
        }
    }
    // What nobody has described is not claimed.
    let base = SiteTest::from_fixture("base").build();
    assert!(!base.page("en/data/").contains("CPSV-AP"));
}
