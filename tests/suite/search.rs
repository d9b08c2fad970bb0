//! What readers type and what they find, on the command line and in the browser, which must agree.

use std::path::Path;

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::interlink_seed;
use interlink_tests::programs::workspace;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;

/// The addresses found, best first.
fn found(content: &Path, query: &str, language: &str) -> Vec<String> {
    let arguments =
        ["search", query, "--lang", language, "--json", "--content", content.to_str().expect("a UTF-8 path")];
    let printed = SiteTest::empty().interlink(&arguments).expect_code(0).stdout;
    let hits: Vec<serde_json::Value> = serde_json::from_str(&printed).expect("an array");
    for (index, hit) in hits.iter().enumerate() {
        assert_eq!(hit["rank"], index as u64 + 1);
        for key in ["score", "kind", "slug", "title", "url", "language"] {
            assert!(!hit[key].is_null(), "{key} of {hit}");
        }
    }
    hits.iter().map(|hit| hit["url"].as_str().expect("an address").to_owned()).collect()
}

#[track_caller]
fn expect_first(content: &Path, query: &str, language: &str, slug: &str) {
    let found = found(content, query, language);
    let wanted = format!("{language}/interlinkers/{slug}/");
    assert_eq!(found.first(), Some(&wanted), "“{query}” finds {found:?}");
}

#[test]
fn people_find_the_original_projects_entries() {
    let Some(seed) = interlink_seed() else { return };
    let site = SiteTest::imported(&seed);
    let content = site.content();
    expect_first(&content, "stakeholder mapping", "en", "stakeholders-mapping-canvas");
    expect_first(&content, "partes interesadas", "es", "stakeholders-mapping-canvas");
    expect_first(&content, "cloud", "it", "cloud-enablement-kit-in-italian");
    // Without diacritics. Two entries have the words in their name; a person expects both on top.
    let latvian = found(&content, "ieinteresetas puses", "lv");
    let mut first_two = [latvian[0].as_str(), latvian[1].as_str()];
    first_two.sort_unstable();
    assert_eq!(
        first_two,
        ["lv/interlinkers/stakeholder-types-guidelines/", "lv/interlinkers/stakeholders-mapping-canvas/"]
    );
    // Singular and plural, nominative and genitive.
    for form in ["anketa", "anketas", "anketu", "anketām"] {
        expect_first(&content, form, "lv", "co-producers-perceptions-questionnaire");
    }
}

#[test]
fn people_find_our_own_entries() {
    let content = workspace().join("content");
    expect_first(&content, "stakeholder mapping", "en", "stakeholder-map-canvas");
    expect_first(&content, "stakeholder canv", "en", "stakeholder-map-canvas");
    expect_first(&content, "partes interesadas", "es", "stakeholder-map-canvas");
    for query in ["ieinteresetas puses", "ieinteresētās puses", "ieinteresēto pušu"] {
        expect_first(&content, query, "lv", "stakeholder-map-canvas");
    }
}

/// A page that happens to have both words must not hide the tools that are about them.
#[test]
fn tools_with_some_of_the_words_follow_a_page_that_has_them_all() {
    let content = workspace().join("content");
    for (language, query, slug) in
        [("lv", "iedzīvotāju aptauja", "limesurvey"), ("en", "stakeholder mapping", "stakeholder-map-canvas")]
    {
        let found = found(&content, query, language);
        let wanted = format!("{language}/interlinkers/{slug}/");
        assert!(found.iter().take(5).any(|url| *url == wanted), "“{query}” finds {found:?}");
    }
}

#[test]
fn a_mistyped_word_finds_its_entry() {
    let content = workspace().join("content");
    expect_first(&content, "stakholder mapping", "en", "stakeholder-map-canvas");
    expect_first(&content, "ieintresetas puses", "lv", "stakeholder-map-canvas");
    expect_first(&content, "cryptpda", "it", "cryptpad");
}

#[test]
fn a_language_the_site_does_not_have_is_a_wrong_use() {
    let site = SiteTest::from_fixture("base");
    let ended = site.interlink(&["search", "map", "--lang", "de"]).expect_code(2);
    assert!(ended.stderr.contains("en, es, it, lv"), "{}", ended.stderr);
}

#[test]
fn hostile_queries_find_nothing_and_break_nothing() {
    let site = SiteTest::from_fixture("base");
    let long = "a ".repeat(20_000);
    for query in ["", " ", "\"", "map AND (", "name:map", "*", "\\", "🙂", "\u{202e}map", "-map", &long] {
        site.interlink(&["search", "--lang", "en", "--json", "--", query]).expect_code(0);
    }
}

/// The browser reads exported blocks with a script of its own, and must come to the same order.
#[test]
fn the_browser_finds_the_same_in_the_same_order() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, query) in [
        ("en", "stakeholder mapping"),
        ("en", "survey"),
        ("es", "partes interesadas"),
        ("it", "servizi pubblici"),
        ("lv", "ieinteresetas puses"),
        ("lv", "aptauju"),
        ("en", "stakholder mpaping"),
    ] {
        let expected = found(&service.site.content(), query, language);
        browser.open(&service.url(&format!("{language}/search/?q={}", query.replace(' ', "+"))));
        let links = "main ol a[href], main .rows a[href]";
        browser.wait_until("results", |browser| !browser.find_all(links).is_empty());
        let mut shown: Vec<String> = Vec::new();
        for link in browser.find_all(links) {
            let address = link.property("href");
            let path =
                address.trim_start_matches(&service.url("")).split(['#', '?']).next().unwrap().to_owned();
            if !shown.contains(&path) {
                shown.push(path);
            }
        }
        let count = shown.len().min(expected.len());
        assert!(count > 0, "“{query}”: {shown:?}");
        assert_eq!(shown[..count], expected[..count], "“{query}” in {language}");
    }
}
