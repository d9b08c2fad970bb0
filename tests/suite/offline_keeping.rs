//! Keeping the catalogue on a device: only when the reader asks, then without a network, and gone
//! when the reader says so.

use std::fs;

use interlink_tests::browser::Browser;
use interlink_tests::folder_server::catalogue_under_the_strict_policy;
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
    let (site, server, browser) = catalogue_under_the_strict_policy();

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
fn a_run_that_cannot_store_everything_says_so_and_the_next_one_goes_on_where_it_ended() {
    let (site, server, browser) = catalogue_under_the_strict_policy();
    // The site does not give one of its files.
    let (lost, hidden) = (site.site().join("lv/problems/index.html"), site.folder().join("hidden.html"));
    fs::rename(&lost, &hidden).unwrap();
    browser.open(&server.url("lv/offline/"));
    browser.wait_until("the size", |browser| browser.find("#offline-keep").text().contains("MB"));
    browser.find("#offline-keep").click();
    browser.wait_until("the missing file by its name", |browser| {
        says(browser, "Saglabāts nav viss") && says(browser, "lv/problems/index.html")
    });
    // Also after a while, and what is left is that file alone.
    browser.reload();
    browser.wait_until("only a part", |browser| says(browser, "Saglabāta tikai daļa"));
    let button = browser.find("#offline-keep").text();
    assert!(button.starts_with("Turpināt (") && button.contains("kB"), "{button}");
    fs::rename(&hidden, &lost).unwrap();
    browser.requests();
    browser.find("#offline-keep").click();
    browser.wait_until("everything stored", |browser| says(browser, "Saglabāts un atjaunināts"));
    let pages = browser.requests().into_iter().filter(|address| address.ends_with('/')).collect::<Vec<_>>();
    assert_eq!(pages, [server.url("lv/problems/")], "nothing is fetched twice");
    server.be_down(true);
    browser.open(&server.url("lv/problems/"));
    browser.wait_until("the page", |browser| !browser.find_all("#facets").is_empty());
    server.be_down(false);
}

#[test]
fn a_network_that_goes_away_ends_the_run_with_a_word_that_stays() {
    let (_site, server, browser) = catalogue_under_the_strict_policy();
    browser.open(&server.url("lv/offline/"));
    browser.wait_until("the size", |browser| browser.find("#offline-keep").text().contains("MB"));
    // After the fiftieth file.
    browser.run(
        "let left = 50; const real = fetch; window.fetch = (...asked) => left-- > 0 ? real(...asked) : \
         Promise.reject(new TypeError('gone'));",
        json!([]),
    );
    browser.find("#offline-keep").click();
    browser.wait_until("the word", |browser| says(browser, "Visu saglabāt neizdevās"));
    browser.wait_until("the end", |browser| browser.find("#offline-remove").is_shown());
    assert!(says(&browser, "Visu saglabāt neizdevās"));
    browser.reload();
    browser.wait_until("only a part", |browser| says(browser, "Saglabāta tikai daļa"));
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
