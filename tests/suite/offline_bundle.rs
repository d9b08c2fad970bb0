//! The archive that works from a disk: unpacked and opened as a person does it, without a server.

use std::fs;
use std::path::{Path, PathBuf};

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::read_tree;
use interlink_tests::html::{self, Use};
use interlink_tests::programs::{command, run};
use interlink_tests::site_test::SiteTest;
use serde_json::json;
use url::Url;

/// Builds the archive of a site and unpacks it.
fn unpacked(site: &SiteTest) -> PathBuf {
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    let folder = site.folder().join("stick with space");
    fs::create_dir_all(&folder).unwrap();
    let archive = site.site().join("offline-copy.zip");
    run(command("unzip", &folder).arg("-q").arg(&archive)).expect_code(0);
    folder
}

fn address(path: &Path) -> String {
    Url::from_file_path(path).unwrap().to_string()
}

#[test]
fn from_a_stick_one_starts_filters_searches_reads_and_downloads() {
    let site = SiteTest::of_the_repository();
    let stick = unpacked(&site);
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    browser.open(&address(&stick.join("START-HERE.html")));
    browser.find("main a[hreflang=lv]").click();
    browser.find(".nav a").click();
    browser.wait_until("the catalogue", |browser| !browser.find_all("#rows > li").is_empty());

    let all = browser.find_all("#rows > li").len();
    // The driver takes what stands in a closed <details> for invisible, although the style shows it.
    browser.run("document.querySelector('[data-facet=nature] [data-value=software]').click()", json!([]));
    browser.wait_until("a filtered list", |browser| {
        browser.find_all("#chips .chip").len() == 1 && browser.find_all("#rows > li").len() < all
    });
    assert!(browser.address().ends_with("catalogue/lv/interlinkers/index.html?nature=software"));
    browser.run("document.querySelector('[data-facet=theme] li:not([hidden]) a').click()", json!([]));
    browser.wait_until("a second chip", |browser| browser.find_all("#chips .chip").len() == 2);
    browser.find("#rows h3 a").click();
    browser.wait_until("an entry", |browser| browser.find_all("#facets").is_empty());
    assert_eq!(browser.find_all("main h1").len(), 1);

    // The search of the header, in Latvian, with a form of the word that stands in no title.
    browser.find(".search input").type_text("aptaujas\n");
    browser.wait_until("a result", |browser| !browser.find_all("#search-results li").is_empty());
    let results = browser.find_all("#search-results li").len();
    browser.find("#search-results h3 a").click();
    browser.wait_until("the entry", |browser| browser.find_all("#search-results").is_empty());
    assert!(results > 0 && browser.address().ends_with("/index.html"), "{}", browser.address());

    // A word that only a text has is shown there, with the way to its heading.
    browser.open(&format!("{}?q=sticky", address(&stick.join("catalogue/en/search/index.html"))));
    browser.wait_until("an excerpt", |browser| !browser.find_all(".excerpt mark").is_empty());
    browser.find(".excerpt a").click();
    browser.wait_until("its heading", |browser| browser.address().ends_with("/index.html#use-what-you-need"));
    browser.back();
    browser.wait_until("the filters", |browser| !browser.find_all("#facets a").is_empty());
    browser.run("document.querySelector('[data-facet=nature] [data-value=knowledge]').click()", json!([]));
    browser.wait_until("a chip", |browser| browser.find_all("#chips .chip").len() == 1);
    browser.open(&address(&stick.join("catalogue/lv/interlinkers/decidim/index.html")));

    // The language changes in place, and a form says that nobody receives it here.
    browser.find(".langs a[hreflang=en]").click();
    browser.wait_until("English", |browser| browser.address().contains("/catalogue/en/interlinkers/"));
    browser.open(&address(&stick.join("catalogue/en/interlinkers/stakeholder-map-canvas/index.html")));
    let download = browser.find("a[download]").property("href");
    let file = Url::parse(&download).unwrap().to_file_path().unwrap();
    assert!(file.is_file(), "{download}");
    browser.open(&address(&stick.join("catalogue/en/contribute/interlinker/index.html")));
    assert!(browser.find_all("form[method=post]").is_empty());

    let said = browser.console();
    assert!(said.iter().all(|(level, _)| level == "INFO"), "{said:#?}");
    let asked = browser.requests();
    // The browser's own first page asks the browser itself.
    let own = ["file:", "data:", "chrome:"];
    let elsewhere: Vec<_> =
        asked.iter().filter(|address| !own.iter().any(|scheme| address.starts_with(scheme))).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
}

#[test]
fn from_a_stick_a_mail_carries_the_published_address() {
    let site = SiteTest::of_the_repository();
    let stick = unpacked(&site);
    let browser = Browser::start(JavaScript::On);
    let collection = address(&stick.join("catalogue/lv/collection/index.html"));
    browser.open(&format!("{collection}?i=decidim,schema.default"));
    browser.wait_until("the list", |browser| browser.find_all("#entries > li").len() == 2);
    let shown = || browser.find_all("#entries .at").iter().map(|at| at.text()).collect::<Vec<_>>();
    let origin = shown()[0].split_once("lv/").unwrap().0.to_owned();
    assert!(origin.starts_with("https://"), "{origin}");
    assert_eq!(
        shown(),
        [format!("{origin}lv/interlinkers/decidim/"), format!("{origin}lv/schemas/default/")]
    );
    let mail = browser.find("#mail").attribute("href");
    let body =
        Url::parse(&mail).unwrap().query_pairs().find(|(name, _)| name == "body").unwrap().1.into_owned();
    assert_eq!(body, format!("{origin}lv/collection/?i=decidim,schema.default"));

    // Where the site does not know its address there is nothing to send.
    let nameless = SiteTest::from_fixture("base");
    let settings = fs::read_to_string(nameless.content().join("site.yaml")).unwrap();
    let settings: String = settings
        .lines()
        .filter(|line| !line.starts_with("base-url:"))
        .map(|line| format!("{line}\n"))
        .collect();
    let nameless = nameless.with_file("site.yaml", settings);
    let stick = unpacked(&nameless);
    browser
        .open(&format!("{}?i=stakeholder-map", address(&stick.join("catalogue/en/collection/index.html"))));
    browser.wait_until("the list", |browser| browser.find_all("#entries > li").len() == 1);
    assert!(!browser.find("#mail").is_shown() && browser.find_all("#entries .at").is_empty());
}

#[test]
fn no_link_of_the_unpacked_archive_is_broken_or_leads_back_to_the_site() {
    let site = SiteTest::of_the_repository();
    let stick = unpacked(&site);
    let files = read_tree(&stick);
    assert!(files.keys().filter(|path| !path.contains('/')).eq(["START-HERE.html"]));
    let mut problems = Vec::new();
    let mut followed = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = html::parse(&String::from_utf8_lossy(bytes));
        problems.extend(page.problems.iter().map(|problem| format!("{path}: {problem}")));
        let here = Url::from_file_path(stick.join(path)).unwrap();
        for (usage, address) in &page.addresses {
            let target = here.join(address).unwrap();
            if target.scheme() != "file" {
                let leads_back = target.host_str() == Some("interlink.example");
                let is_outside = *usage == Use::Link && !leads_back;
                if !is_outside {
                    problems.push(format!("{path}: {address}"));
                }
                continue;
            }
            followed += 1;
            let file = target.to_file_path().unwrap();
            let inside = file.strip_prefix(&stick).map(|inside| inside.to_string_lossy().into_owned());
            if !inside.is_ok_and(|inside| files.contains_key(&inside)) {
                problems.push(format!("{path}: {address} leads nowhere"));
            }
        }
    }
    assert!(followed > 10_000, "only {followed} addresses");
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_same_site_gives_the_same_archive() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    let first = fs::read(site.site().join("offline-copy.zip")).unwrap();
    site.interlink(&["build", "--offline-bundle", "--out", "again", "--jobs", "1"]).expect_code(0);
    assert!(first == fs::read(site.folder().join("again/offline-copy.zip")).unwrap());
    // Built without it, the site has none.
    site.interlink(&["build"]).expect_code(0);
    assert!(!site.site().join("offline-copy.zip").exists());
}

/// The tree of a schema, and all that reads and writes a process file, come along; a browser keeps nothing for a disk.
#[test]
fn from_a_stick_a_process_starts_and_it_is_said_that_nothing_is_kept() {
    let site = SiteTest::of_the_repository();
    let stick = unpacked(&site);
    let browser = Browser::start(JavaScript::On);
    let has = |css: &str| browser.wait_until(css, |browser| !browser.find_all(css).is_empty());
    browser.open(&format!(
        "{}?story=zaragoza-etopia",
        address(&stick.join("catalogue/lv/workspace/index.html"))
    ));
    has("#workspace[data-settled]");
    assert_eq!(browser.find("#ws-from-story-zaragoza-etopia").property("checked"), "true");
    browser.find("#ws-from-schema-default").click();
    browser.find("#ws-new-name").fill("Zibatmiņas process");
    browser.find(".ws-start button[type=submit]").click();
    has("#ws-view [id^=ws-row-default-]");
    assert!(browser.find("#ws-memory").text().contains("atvērta no diska"));
    browser.find("#ws-view [id^=ws-row-default-]").click();
    has("#ws-node-title");
    assert_ne!(browser.find("#ws-node-title").text(), "");
    let kept = "const done = arguments[0];
        indexedDB.databases().then(all => done(all.length + localStorage.length), () => done(localStorage.length));";
    assert_eq!(browser.run_until_told(kept, json!([])), 0);
    let said = browser.console();
    assert!(said.iter().all(|(level, _)| level == "INFO"), "{said:#?}");
}

/// The one archive of a collection is packed by a script that reads the files; on a disk it may not.
#[test]
fn from_a_stick_the_files_of_a_collection_are_taken_entry_by_entry() {
    let site = SiteTest::of_the_repository();
    let stick = unpacked(&site);
    let browser = Browser::start(JavaScript::On);
    let page = address(&stick.join("catalogue/lv/collection/index.html"));
    browser.open(&format!("{page}?i=satisfaction-survey,stakeholder-map-canvas,schema.default"));
    browser.wait_until("the files", |browser| browser.find_all("#on-disk li a").len() >= 2);
    assert!(!browser.find("#archive").is_shown());
    for link in browser.find_all("#on-disk li a") {
        let file = Url::parse(&link.property("href")).unwrap().to_file_path().unwrap();
        assert!(file.is_file(), "{}", file.display());
        assert!(link.text().contains("arhīv"), "{}", link.text());
    }
    // Without an entry that has files there is nothing to take, and nothing is said.
    browser.open(&format!("{page}?i=schema.default"));
    browser.wait_until("the entry", |browser| browser.find_all("#entries > li").len() == 1);
    assert!(!browser.find("#on-disk").is_shown());
}
