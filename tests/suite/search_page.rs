//! The search page as people use it: typing, results that are counted and announced, nothing found,
//! back to the catalogue.

use interlink_tests::browser::{Browser, JavaScript};
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
    browser.find("noscript a[href='/lv/interlinkers/']").click();
    browser.wait_until("the catalogue", |browser| browser.address() == service.url("lv/interlinkers/"));
}
