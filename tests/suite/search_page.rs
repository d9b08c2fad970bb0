//! The search page as people use it: typing, results that are counted and announced, nothing found,
//! back to the catalogue; filters; excerpts that lead to headings; other words for the same.

use generator::model::kind::Kind;
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::read_tree;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// Those with all words, then those with some of them.
const RESULTS: &str = "#search-results > li, #search-partial > ul > li";

/// The page in English with nothing asked yet.
fn open(service: &ServiceTest) -> Browser {
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/search/"));
    browser
}

#[test]
fn results_come_while_one_types_and_their_number_is_announced() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = open(&service);
    let status = browser.find("#search-status");
    assert_eq!((status.attribute("role"), status.attribute("aria-live")), ("status".into(), "polite".into()));
    let before = status.text();
    assert!(!before.is_empty(), "the page says what to do");
    browser.find("#q").type_text("survey");
    browser.wait_until("results", |browser| !browser.find_all(RESULTS).is_empty());
    let said = browser.find("#search-status").text();
    let total: usize = said.split_whitespace().next().and_then(|word| word.parse().ok()).expect("a number");
    assert_ne!(said, before);
    while browser.find("#search-more").is_shown() {
        let shown = browser.find_all(RESULTS).len();
        browser.find("#search-more").click();
        browser.wait_until("more results", |browser| browser.find_all(RESULTS).len() > shown);
    }
    assert_eq!(browser.find_all(RESULTS).len(), total, "{said}");
    // Each result says why it is there, and the address can be sent to somebody else.
    assert_eq!(browser.find_all("main .rows > li .why").len(), total);
    browser.wait_until("the address", |browser| browser.address() == service.url("en/search/?q=survey"));
    assert!(browser.title().contains("survey"), "{}", browser.title());
}

#[test]
fn changing_the_words_changes_the_results_and_emptying_the_field_ends_them() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = open(&service);
    // Asked in one step, because typing replaces the results.
    let first = |browser: &Browser| {
        let link = "return document.querySelector('#search-results h3 a')?.href ?? ''";
        browser.run(link, json!([])).as_str().unwrap_or_default().to_owned()
    };
    browser.find("#q").type_text("decidim");
    browser.wait_until("one", |browser| first(browser).ends_with("/en/interlinkers/decidim/"));
    browser.find("#q").fill("limesurvey");
    browser.wait_until("another", |browser| first(browser).ends_with("/en/interlinkers/limesurvey/"));
    browser.run(
        "const field = document.getElementById('q'); field.value = '';
         field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        json!([]),
    );
    browser.wait_until("nothing asked", |browser| {
        browser.find_all(RESULTS).is_empty() && browser.address() == service.url("en/search/")
    });
}

#[test]
fn words_that_nothing_has_get_advice_and_ways_on_in_each_language() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in ["en", "es", "it", "lv"] {
        browser.open(&service.url(&format!("{language}/search/?q=qqqqqqqqqq")));
        browser.wait_until("the advice", |browser| browser.find("#search-empty").is_shown());
        let said = browser.find("#search-status").text();
        assert!(said.contains("qqqqqqqqqq"), "{language}: {said}");
        assert!(browser.find_all(RESULTS).is_empty());
        browser.find(&format!("#search-empty a[href='/{language}/interlinkers/']"));
    }
}

#[test]
fn what_a_reader_types_is_never_markup() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = open(&service);
    browser.find("#q").type_text("<img src=x onerror=document.title='!'> survey");
    browser.wait_until("an answer", |browser| browser.address().contains("onerror"));
    browser.wait_until("a result or none", |browser| {
        !browser.find_all(RESULTS).is_empty() || browser.find("#search-empty").is_shown()
    });
    assert!(browser.find_all("main img").is_empty());
    assert_ne!(browser.title(), "!");
}

#[test]
fn without_javascript_the_page_says_where_to_look_instead() {
    let service = ServiceTest::start(SiteTest::from_fixture("base"));
    let browser = Browser::start(JavaScript::Off);
    browser.open(&service.url("lv/search/?q=karte"));
    assert!(browser.find("noscript .notice").text().contains("JavaScript"));
    assert_eq!(browser.find("#search-status").text(), "", "it must not ask for words that do nothing");
    browser.find("noscript a[href='/lv/interlinkers/']").click();
    browser.wait_until("the catalogue", |browser| browser.address() == service.url("lv/interlinkers/"));
}

/// How many results the page shows when all are shown.
fn results(browser: &Browser) -> usize {
    while browser.find("#search-more").is_shown() {
        let shown = browser.find_all(RESULTS).len();
        browser.find("#search-more").click();
        browser.wait_until("more results", |browser| browser.find_all(RESULTS).len() > shown);
    }
    browser.find_all(RESULTS).len()
}

/// The filters that are shown: facet and value, the number beside it, the address it leads to.
fn filters(browser: &Browser) -> Vec<(String, usize, String)> {
    let listed = browser.run(
        "return [...document.querySelectorAll('#facets li:not([hidden]) a')].map((link) => [
             `${link.closest('[data-facet]').dataset.facet}/${link.dataset.value}`,
             link.querySelector('.num').textContent, link.href])",
        json!([]),
    );
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let listed = listed.as_array().expect("a list").iter();
    listed.map(|item| (text(&item[0]), text(&item[1]).parse().expect("a number"), text(&item[2]))).collect()
}

/// The numbers of a facet are the counts of the lists its values lead to, with a filter chosen and without.
#[test]
fn the_number_beside_a_filter_is_that_of_the_list_it_leads_to() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    for address in ["en/search/?q=survey", "en/search/?q=survey&kind=interlinker&kind=problem"] {
        browser.open(&service.url(address));
        browser.wait_until("filters", |browser| {
            filters(browser).iter().any(|(value, _, _)| value.starts_with("theme/"))
        });
        let offered = filters(&browser);
        for facet in ["kind/", "nature/", "theme/", "language/"] {
            assert!(offered.iter().any(|(value, _, _)| value.starts_with(facet)), "{facet}: {offered:?}");
        }
        let chosen: Vec<&str> = address.matches("kind=").collect();
        for (value, count, leads_to) in offered {
            // Choosing a second kind makes the list longer: its number is what it adds.
            if value.starts_with("kind/") && !chosen.is_empty() {
                continue;
            }
            browser.open(&leads_to);
            browser.wait_until("results", |browser| {
                !browser.find_all(RESULTS).is_empty() && browser.find("#chips").is_shown()
            });
            assert_eq!(results(&browser), count, "{value} of {address}");
        }
    }
}

#[test]
fn filters_stand_in_the_address_and_as_chips_that_can_be_taken_away() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    browser.open(&service.url("lv/search/?q=aptauja"));
    browser.wait_until("filters", |browser| !filters(browser).is_empty());
    let all = browser.find("#search-status").text();
    browser.run("document.querySelector('[data-facet=kind] [data-value=interlinker]').click()", json!([]));
    browser.wait_until("the address", |browser| {
        browser.address() == service.url("lv/search/?q=aptauja&kind=interlinker")
    });
    browser.wait_until("a chip", |browser| browser.find_all("#chips .chip").len() == 1);
    assert_ne!(browser.find("#search-status").text(), all);
    browser.find("#chips .chip").click();
    browser.wait_until("all again", |browser| browser.find("#search-status").text() == all);
    assert!(browser.find_all("#chips .chip").is_empty());
    browser.back();
    browser.wait_until("the filter again", |browser| browser.find_all("#chips .chip").len() == 1);
}

#[test]
fn an_empty_list_says_which_filter_to_drop_and_an_unknown_filter_is_left_out() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = open(&service);
    browser.open(&service.url("en/search/?q=limesurvey&nature=external-knowledge"));
    browser.wait_until("the way out", |browser| browser.find("#search-ways").is_shown());
    assert!(!browser.find("#search-empty").is_shown(), "the words do find something");
    browser.find("#search-ways a").click();
    browser.wait_until("results", |browser| !browser.find_all(RESULTS).is_empty());
    assert_eq!(browser.address(), service.url("en/search/?q=limesurvey"));
    browser.open(&service.url("en/search/?q=limesurvey&theme=nothing-like-it"));
    browser.wait_until("the note", |browser| browser.find("#unknown").is_shown());
    assert!(browser.find("#unknown").text().contains("“theme=nothing-like-it”"));
    assert!(!browser.find_all(RESULTS).is_empty());
}

#[test]
fn on_a_narrow_screen_the_filters_unfold_and_lead_back_to_the_results() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(360, 740);
    browser.open(&service.url("es/search/?q=encuesta"));
    browser.wait_until("the filters", |browser| browser.find("#search-panel").is_shown());
    assert!(!browser.find("#show").is_shown());
    browser.find("#search-panel summary").click();
    browser.wait_until("the button", |browser| browser.find("#show").is_shown());
    let width = browser.run("return document.documentElement.scrollWidth", json!([]));
    assert!(width.as_f64().expect("a number") <= 360.0, "{width} pixels wide");
    browser.find("#show").click();
    browser.wait_until("the results", |browser| !browser.find("#show").is_shown());
    let focused = browser.run("return document.activeElement.id", json!([]));
    assert_eq!(focused, "search-status");
}

#[test]
fn a_word_of_the_text_is_shown_where_it_stands_and_leads_to_its_heading() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = open(&service);
    browser.find("#q").type_text("sticky");
    browser.wait_until("an excerpt", |browser| !browser.find_all(".excerpt mark").is_empty());
    assert_eq!(browser.find(".excerpt mark").text(), "sticky");
    let link = browser.find(".excerpt a");
    assert_eq!(link.text(), "What you need");
    link.click();
    browser.wait_until("the page", |browser| browser.address().ends_with("#use-what-you-need"));
    assert!(browser.find(":target").text().contains("What you need"));
}

#[test]
fn every_heading_that_a_result_can_lead_to_is_on_its_page() {
    let site = SiteTest::of_the_repository().build();
    let mut followed = 0;
    for language in ["en", "es", "it", "lv"] {
        let folder = site.site().join(language).join("search/data/text");
        for (path, bytes) in read_tree(&folder) {
            let (kind, slug) = path.trim_end_matches(".json").split_once('/').expect("kind and slug");
            let page = match Kind::from_name(kind).expect("a kind") {
                Kind::Page => format!("{language}/{slug}/"),
                kind => format!("{language}/{}/{slug}/", kind.folder()),
            };
            let page = site.page(&page);
            let sections: Vec<[String; 5]> = serde_json::from_slice(&bytes).expect("sections");
            for [anchor, heading, ..] in sections.iter().filter(|[anchor, ..]| !anchor.is_empty()) {
                assert!(
                    page.contains(&format!("id=\"{anchor}\"")),
                    "{language}: {path}: {heading} ({anchor})"
                );
                followed += 1;
            }
        }
    }
    assert!(followed > 300, "only {followed}");
}

#[test]
fn a_word_of_another_language_for_the_same_finds_entries_and_each_says_which() {
    let content = "---\nname: Street poll\nsummary: Ask people in the street.\n---\n";
    let facts = "nature: knowledge\nstatus: active\n";
    let synonyms = "groups:\n  - id: survey\n    words:\n      en: [poll]\n      lv: [aptauja]\n";
    let site = SiteTest::base()
        .with_file("interlinkers/street/interlinker.yaml", facts)
        .with_file("interlinkers/street/en.md", content)
        .with_file("synonyms.yaml", synonyms)
        .commit("A poll");
    let service = ServiceTest::start(site);
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("lv/search/?q=aptauju"));
    browser.wait_until("a result", |browser| !browser.find_all(RESULTS).is_empty());
    assert_eq!(browser.find("#search-results h3 mark").text(), "poll");
    assert_eq!(browser.find("#search-typo").text(), "", "a reader of Latvian need not know it");
    let why = browser.find("#search-results .why").text();
    assert!(why.contains("„aptauju” sauc arī par „poll”"), "{why}");
}

#[test]
fn what_was_searched_too_is_told_of_the_corrected_word_and_never_repeats_what_was_typed() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let told = |address: &str| {
        browser.open(&service.url(address));
        browser.wait_until("results", |browser| !browser.find_all(RESULTS).is_empty());
        browser.find("#search-typo").text()
    };
    let corrected = told("en/search/?q=worksohp");
    assert!(corrected.contains("“worksohp” is in no entry. Searched for: “workshop”."), "{corrected}");
    assert!(corrected.contains("For “workshop” also searched"), "{corrected}");
    assert_eq!(corrected.matches("worksohp").count(), 1, "{corrected}");
    let own = told("en/search/?q=gdpr");
    assert!(own.contains("data protection") && !own.contains("datos") && !own.contains("dati"), "{own}");
    // The other word for “interesadas” is what was typed; and “de” is no reason.
    assert_eq!(told("es/search/?q=mapa+de+partes+interesadas"), "");
    for why in browser.find_all("main .rows > li .why") {
        assert!(!why.text().contains("«de»"), "{}", why.text());
    }
}

#[test]
fn a_name_in_another_language_finds_the_entry_and_says_in_which() {
    let words = |name: &str, alias: &str| {
        format!("---\nname: {name}\nsummary: A sheet.\naliases:\n  - {alias}\n---\n")
    };
    let site = SiteTest::base()
        .with_file("interlinkers/street/interlinker.yaml", "nature: knowledge\nstatus: active\n")
        .with_file("interlinkers/street/en.md", words("Street sheet", "pavement form"))
        .with_file("interlinkers/street/lv.md", words("Ielas lapa", "ietves veidlapa"))
        .commit("A sheet");
    let service = ServiceTest::start(site);
    let browser = open(&service);
    browser.find("#q").type_text("ietve");
    browser.wait_until("a result", |browser| !browser.find_all(RESULTS).is_empty());
    let why = browser.find("#search-results .why").text();
    assert!(why.contains("“ietves veidlapa” (in Latvian)"), "{why}");
}
