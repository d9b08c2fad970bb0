//! What readers do about an entry in a real browser: correct it, translate it, report a problem, say that they use
//! it, review it. In the four languages, with and without JavaScript; once with a maintainer who publishes.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::journey::LANGUAGES;
use interlink_tests::service_test::{ServiceTest, TOKEN};
use interlink_tests::site_test::SiteTest;

const ENTRY: &str = "interlinkers/consent-form-template";

/// What is typed for each purpose: the field, and what it says then.
const WAYS: [(&str, &str, &str); 5] = [
    ("edit", "[name=name]", "Consent, on one page"),
    ("translate", ".beside textarea", "Teksts šajā valodā."),
    ("report", "[name=message]", "The second link of this page leads nowhere."),
    ("use", "[name='name']", "Riverside house"),
    ("review", "[name=text]", "Everybody understood the boxes."),
];

/// From the page of the entry to the status page of what was sent.
fn send(browser: &Browser, service: &ServiceTest, language: &str, way: (&str, &str, &str)) {
    let (purpose, field, words) = way;
    // Every language but the original has something to translate into it.
    let from = if purpose == "translate" && language == "en" { "lv" } else { language };
    browser.open(&service.url(&format!("{from}/{ENTRY}/")));
    browser.find(&format!(".improve a[href*='/{purpose}?']")).click();
    browser.wait_until("the form", |browser| !browser.find_all("form.propose").is_empty());
    browser.find(field).fill(words);
    if purpose == "review" {
        browser.find("input[name=stars][value='4']").click();
    }
    browser.find("input[name=agree]").click();
    browser.find("form.propose button.btn").click();
    browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
    assert!(browser.page_text().contains(words), "{purpose} in {language}: {}", browser.page_text());
    if language == "en" {
        // "Change the answers" has them all.
        browser.find("#change").click();
        browser.wait_until("the form again", |browser| !browser.find_all("form.propose").is_empty());
        assert_eq!(browser.find(field).property("value"), words, "{purpose} in {language}");
        browser.find("form.propose button.btn").click();
        browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
    }
    browser.find("#send").click();
    browser.wait_until("the status page", |browser| browser.address().contains("?key="));
    assert_eq!(browser.find_all("#state").len(), 1, "{purpose} in {language}");
}

fn every_way(javascript: JavaScript) {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(javascript);
    for language in LANGUAGES {
        for way in WAYS {
            send(&browser, &service, language, way);
        }
    }
    let said: Vec<_> = browser.console().into_iter().filter(|(level, _)| level == "SEVERE").collect();
    assert!(said.is_empty(), "{said:#?}");
    // A report is no branch.
    let expected = LANGUAGES.len() * (WAYS.len() - 1);
    browser.wait_until("the branches", |_| service.branches().len() == expected);
}

#[test]
fn every_way_to_improve_an_entry_works_in_every_language() {
    every_way(JavaScript::On);
}

#[test]
fn every_way_to_improve_an_entry_works_in_every_language_without_javascript() {
    every_way(JavaScript::Off);
}

/// The maintainer sees what a correction changes, field by field, and publishes it; the page then says it.
#[test]
fn a_correction_is_shown_field_by_field_and_published() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let visitor = Browser::start(JavaScript::On);
    send(&visitor, &service, "en", WAYS[0]);
    let status_page = visitor.address();
    let maintainer = Browser::start(JavaScript::On);
    maintainer.open(&service.url(&format!("maintain?token={TOKEN}")));
    service.wait_for_state(status_page.trim_start_matches(&service.url("")), "proposed");
    maintainer.find("ul.rows a").click();
    maintainer.wait_until("the differences", |browser| !browser.find_all("#differences").is_empty());
    let table = maintainer.find("#differences").text();
    assert!(table.contains("Consent form template") && table.contains("Consent, on one page"), "{table}");
    maintainer.find("#publish").click();
    maintainer.find("#merge").click();
    service.wait_for_state(status_page.trim_start_matches(&service.url("")), "published");
    visitor.wait_until("the new name", |browser| {
        browser.open(&service.url(&format!("en/{ENTRY}/")));
        browser.find("h1").text() == "Consent, on one page"
    });
}
