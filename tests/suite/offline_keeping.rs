//! Keeping the catalogue on a device: only when the reader asks, then without a network, and gone
//! when the reader says so.

use generator::hosting::policy::SELF_ONLY;
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::folder_server::FolderServer;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

/// How many workers and caches this site has in the browser.
fn kept(browser: &Browser) -> Value {
    let count = "const done = arguments[0];
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
            .then(([workers, caches]) => done([workers.length, caches]));";
    browser.run_until_told(count, json!([]))
}

fn says(browser: &Browser, words: &str) -> bool {
    browser.find("#offline-state").text().contains(words)
}

#[test]
fn a_reader_keeps_the_catalogue_uses_it_without_a_network_and_removes_it() {
    let site = SiteTest::of_the_repository();
    let server = FolderServer::start("/our/catalogue/", &[("Content-Security-Policy", SELF_ONLY)]);
    site.interlink(&["build", "--base-url", &server.url("")]).expect_code(0);
    server.show(&site.site());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);

    // Nothing happens by itself, not on the page with the button either.
    for page in ["lv/", "lv/interlinkers/", "lv/offline/"] {
        browser.open(&server.url(page));
        assert_eq!(kept(&browser), json!([0, []]), "{page}");
    }
    browser.wait_until("the size", |browser| browser.find("#offline-keep").text().contains("MB"));
    assert!(says(&browser, "Vēl nekas nav saglabāts"));

    browser.find("#offline-keep").click();
    browser.wait_until("everything stored", |browser| says(browser, "Saglabāts un atjaunināts"));
    assert_eq!(kept(&browser), json!([1, ["interlink /our/catalogue/ lv"]]));
    assert!(!browser.find("#offline-keep").is_shown());
    browser.reload();
    browser.wait_until("the same after a while", |browser| {
        !browser.find_all("#offline:not([hidden])").is_empty() && says(browser, "Saglabāts un atjaunināts")
    });

    // Without a network: pages, filters and search, and an honest page for what was not kept.
    server.be_down(true);
    browser.open(&server.url("lv/interlinkers/?nature=software"));
    browser.wait_until("a chip", |browser| browser.find_all("#chips .chip").len() == 1);
    browser.find("#rows h3 a").click();
    browser.wait_until("an entry", |browser| browser.find_all("#facets").is_empty());
    assert_eq!(browser.find_all("main h1").len(), 1);
    browser.open(&server.url("lv/search/?q=aptauja"));
    browser.wait_until("a result", |browser| !browser.find_all("#search-results li").is_empty());
    browser.open(&server.url("en/interlinkers/"));
    assert_eq!(browser.find("h1").text(), "Šīs lapas šajā ierīcē nav");
    browser.open(&server.url("lv/offline/"));
    browser.wait_until("the state", |browser| says(browser, "Pašlaik nav tīkla"));
    server.be_down(false);

    // A changed page is told, and only that is stored anew.
    let words = "Mūsu katalogs";
    let site = site.with_file(
        "pages/how-it-works/lv.md",
        format!("---\nname: {words}\nsummary: Cits.\n---\n\nTeksts.\n"),
    );
    site.interlink(&["build", "--base-url", &server.url("")]).expect_code(0);
    browser.open(&server.url("lv/offline/"));
    browser
        .wait_until("the change", |browser| browser.find("#offline-keep").text().starts_with("Atjaunināt"));
    browser.find("#offline-keep").click();
    browser.wait_until("everything stored", |browser| says(browser, "Saglabāts un atjaunināts"));
    server.be_down(true);
    browser.open(&server.url("lv/how-it-works/"));
    assert_eq!(browser.find("h1").text(), words);
    server.be_down(false);

    browser.open(&server.url("lv/offline/"));
    browser.wait_until("the button", |browser| browser.find("#offline-remove").is_shown());
    browser.find("#offline-remove").click();
    browser.wait_until("the sentence", |browser| says(browser, "Dzēsts"));
    assert_eq!(kept(&browser), json!([0, []]));
    let refused = browser.console().into_iter().filter(|(_, text)| text.contains("Content Security Policy"));
    assert_eq!(refused.count(), 0);
}

#[test]
fn without_javascript_the_page_says_so_and_offers_the_archive() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    let page = site.page("en/offline/");
    assert!(page.contains("<noscript>") && page.contains("href=\"/offline-copy.zip\" download"), "{page}");
    assert!(site.page("en/").contains("href=\"/en/offline/\""));
    site.interlink(&["build"]).expect_code(0);
    assert!(!site.page("en/offline/").contains("offline-copy.zip"));
}
