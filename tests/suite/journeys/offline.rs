//! Without a network, in each language: what a reader keeps on the device, and the archive that is read
//! from a disk.

use generator::hosting::policy::SELF_ONLY;
use interlink_tests::browser::{Browser, JavaScript, keys};
use interlink_tests::folder_server::FolderServer;
use interlink_tests::journey::{LANGUAGES, everywhere, walk};
use interlink_tests::page_types::SCREENS;
use interlink_tests::programs::{command, run};
use interlink_tests::site_test::SiteTest;
use serde_json::json;
use url::Url;

/// A word that several entries have in each language.
const WORDS: [(&str, &str); 4] =
    [("en", "survey"), ("es", "encuesta"), ("it", "questionario"), ("lv", "aptauja")];

fn word(language: &str) -> &'static str {
    WORDS.into_iter().find(|(code, _)| *code == language).expect("one of the four languages").1
}

/// The screen changes nothing of what is stored, so a phone stands for all.
#[test]
fn each_language_is_kept_on_a_phone_read_without_a_network_and_erased() {
    let site = SiteTest::of_the_repository();
    let server = FolderServer::start("/our/catalogue/", &[("Content-Security-Policy", SELF_ONLY)]);
    site.interlink(&["build", "--base-url", &server.url("")]).expect_code(0);
    server.show(&site.site());
    let browser = Browser::start(JavaScript::On);
    let kept = "const done = arguments[0];
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()])
            .then(([workers, caches]) => done([workers.length, caches]));";
    walk(
        &browser,
        &LANGUAGES,
        &SCREENS[..1],
        |path| server.url(path),
        |stop| {
            stop.open("offline/");
            browser.wait_until("the size", |_| stop.text("#offline-keep").contains("MB"));
            assert_eq!(browser.run_until_told(kept, json!([])), json!([0, []]));
            let before = stop.text("#offline-state");
            stop.press("#offline-keep");
            browser.wait_until("everything stored", |_| {
                stop.count("#offline-remove") == 1 && stop.count("#offline-keep, #offline-bar") == 0
            });
            let name = format!("interlink /our/catalogue/ {}", stop.language);
            assert_eq!(browser.run_until_told(kept, json!([])), json!([1, [name]]));
            let after = stop.text("#offline-state");
            assert!(after != before && after.contains("MB"), "{after}");
            stop.expect_to_fit();

            server.be_down(true);
            stop.open("interlinkers/?nature=software");
            stop.wait_for_count("#chips .chip", 1);
            stop.press("#rows h3 a");
            browser.wait_until("an entry", |_| stop.count("#facets") == 0 && stop.count("h1") == 1);
            stop.open(&format!("search/?q={}", word(stop.language)));
            stop.wait_for("#search-results li");
            stop.open("offline/");
            browser.wait_until("the word about the network", |_| {
                stop.count("#offline-remove") == 1
                    && ![&before, &after].contains(&&stop.text("#offline-state"))
            });
            let label = stop.text("label[for=offline-more]");
            assert!(!label.is_empty() && !label.contains('('), "no size is known: {label}");
            server.be_down(false);

            stop.open("offline/");
            stop.press("#offline-remove");
            browser.wait_until("nothing left", |_| stop.count("#offline-remove") == 0);
            browser
                .wait_until("no worker", |browser| browser.run_until_told(kept, json!([])) == json!([0, []]));
            // What was asked for without a network is noted in the console by the browser itself.
            browser.console();
        },
    );
}

#[test]
fn from_a_disk_search_guide_comparing_and_collecting_work_in_every_language_and_width() {
    let site = SiteTest::of_the_repository();
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    let stick = site.folder().join("stick with space");
    std::fs::create_dir_all(&stick).unwrap();
    run(command("unzip", &stick).arg("-q").arg(site.site().join("offline-copy.zip"))).expect_code(0);
    let folder = Url::from_directory_path(stick.join("catalogue")).unwrap();
    let whole = |path: &str| {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        format!("{folder}{path}index.html{query}")
    };
    let browser = Browser::start(JavaScript::On);
    everywhere(&browser, whole, |stop| {
        stop.open("");
        browser.find(".search input").type_text(word(stop.language));
        browser.press(keys::ENTER);
        stop.wait_for("#search-results li");
        assert!(stop.text("#search-results").len() > 100);
        stop.press("#search-results h3 a");
        browser.wait_until("the page", |_| stop.count("#search-results") == 0 && stop.count("h1") == 1);

        // The guide gives its advice, and that leads to an entry.
        stop.open("guide/");
        browser.find("label[for=task-stakeholders]").click();
        browser.wait_until("the answer in the address", |browser| {
            browser.address().ends_with("?task=stakeholders")
        });
        browser.find("#see").click();
        stop.press("#interlinkers-found h4 a");
        browser.wait_until("the entry", |browser| browser.address().contains("/interlinkers/"));
        assert_eq!(stop.count("h1"), 1);

        // From an entry to comparing it, with one more, and on to a collection.
        stop.open("interlinkers/stakeholder-map-canvas/");
        stop.press(".title a[href*='compare/']");
        stop.wait_for("#one-more");
        browser.find("#add-field").fill("decidim");
        stop.press("#add-found button");
        stop.wait_for_count("#table-box th[scope=col]", 2);
        stop.wait_to_be_at("compare/?i=stakeholder-map-canvas,decidim");
        stop.press("#to-collection");
        stop.wait_for_count("#entries > li", 2);
        assert!(browser.address().ends_with("collection/index.html?i=stakeholder-map-canvas,decidim"));
        stop.expect_to_fit();
        browser.find("#entries h3 a").click();
        browser.wait_until("the entry", |browser| {
            browser.address().ends_with("/stakeholder-map-canvas/index.html")
        });
        // The language changes in place.
        browser.find(&format!(".langs a[hreflang={}]", super::other(stop))).click();
        browser.wait_until("the other language", |browser| {
            browser
                .address()
                .ends_with(&format!("/{}/interlinkers/stakeholder-map-canvas/index.html", super::other(stop)))
        });
    });
}
