//! Files for machines that visit the site, read by a browser's own XML parser: the Atom feeds and the
//! map of the site with its languages.

use std::collections::{BTreeMap, BTreeSet};

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::crawl::Crawl;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

/// Where `site.yaml` says that the site is published.
const BASE: &str = "https://interlink.example/";

/// Parses a file of the site as XML and gives what the script makes of it.
#[track_caller]
fn read(browser: &Browser, site: &SiteTest, path: &str, script: &str) -> Value {
    let text = site.page(path);
    // The page that Chromium begins with has rules of its own about what a script may parse.
    browser.open("about:blank");
    let whole = format!(
        "const xml = new DOMParser().parseFromString(arguments[0], 'application/xml');
         const error = xml.querySelector('parsererror');
         if (error) return error.textContent;
         {script}"
    );
    let made = browser.run(&whole, json!([text]));
    assert!(!made.is_string(), "{path} is not well-formed: {made}");
    made
}

/// What RFC 4287 asks of a feed and of each of its entries.
#[test]
fn every_feed_is_a_valid_atom_feed_of_the_news() {
    let site = SiteTest::of_the_repository().build();
    let browser = Browser::start(JavaScript::On);
    let news = std::fs::read_dir(site.content().join("news")).unwrap().count();
    for language in ["en", "es", "it", "lv"] {
        let path = format!("{language}/news/feed.xml");
        let script = "const one = (from, name) => {
                 const found = [...from.children].filter((child) => child.localName === name);
                 return found.length === 1 ? found[0].textContent : `${found.length} of ${name}`;
             };
             const link = (from, rel) => [...from.children].filter((child) => child.localName === 'link'
                 && child.getAttribute('rel') === rel).map((child) => child.getAttribute('href'));
             const feed = xml.documentElement;
             const read = (from) => ({ id: one(from, 'id'), title: one(from, 'title'),
                 updated: one(from, 'updated'), alternate: link(from, 'alternate'),
                 lang: from.getAttributeNS('http://www.w3.org/XML/1998/namespace', 'lang') });
             return { name: feed.nodeName, namespace: feed.namespaceURI, self: link(feed, 'self'),
                 author: one(feed.querySelector(':scope > author') ?? feed, 'name'), feed: read(feed),
                 entries: [...feed.querySelectorAll(':scope > entry')].map((entry) => ({ ...read(entry),
                     published: one(entry, 'published'), summary: one(entry, 'summary') })) };";
        let feed = read(&browser, &site, &path, script);
        assert_eq!(
            (&feed["name"], &feed["namespace"]),
            (&json!("feed"), &json!("http://www.w3.org/2005/Atom"))
        );
        let own = feed["self"][0].as_str().expect("a feed names its own address");
        assert!(own.ends_with(&format!("/{path}")) && feed["feed"]["id"] == own, "{feed}");
        assert_eq!(feed["feed"]["lang"], language);
        assert!(!feed["author"].as_str().unwrap_or_default().is_empty(), "{feed}");
        let entries = feed["entries"].as_array().expect("entries");
        assert_eq!(entries.len(), news);
        let mut ids = BTreeSet::new();
        let mut days = Vec::new();
        for entry in entries.iter().chain([&feed["feed"]]) {
            assert!(!entry["title"].as_str().unwrap_or_default().is_empty(), "{entry}");
            assert_eq!(entry["alternate"].as_array().map(Vec::len), Some(1), "{entry}");
            expect_moment(&entry["updated"]);
        }
        for entry in entries {
            expect_moment(&entry["published"]);
            days.push(entry["updated"].as_str().unwrap_or_default());
            let id = entry["id"].as_str().unwrap_or_default();
            assert!(id.starts_with("http") && ids.insert(id), "{id} is an address and stands once");
            let page = id.trim_start_matches(own.trim_end_matches(&path));
            assert!(site.page(page).contains("<h1"), "{page}");
        }
        assert!(days.is_sorted_by(|left, right| left >= right), "the newest comes first: {days:?}");
        assert_eq!(feed["feed"]["updated"], days[0], "the feed is as new as its newest entry");
    }
}

/// `2026-11-22T00:00:00Z`, as RFC 3339 writes it.
#[track_caller]
fn expect_moment(moment: &Value) {
    let text = moment.as_str().unwrap_or_default();
    let pattern: String =
        text.chars().map(|character| if character.is_ascii_digit() { '0' } else { character }).collect();
    assert_eq!(pattern, "0000-00-00T00:00:00Z", "{text}");
}

#[test]
fn the_map_of_the_site_lists_each_page_worth_finding_and_when_it_changed() {
    let site = SiteTest::of_the_repository().build();
    let browser = Browser::start(JavaScript::On);
    let script = "return [...xml.querySelectorAll('url')].map((url) => [url.querySelector('loc').textContent,
        url.querySelector('lastmod')?.textContent ?? ''])";
    let made = read(&browser, &site, "sitemap.xml", script);
    let mut map: BTreeMap<String, String> = BTreeMap::new();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for url in made.as_array().expect("a list") {
        assert!(map.insert(text(&url[0]), text(&url[1])).is_none(), "{} stands twice", url[0]);
    }
    assert!(map.len() > 100, "{}", map.len());
    let crawl = Crawl::read(&site.site(), BASE);
    for path in crawl.pages() {
        let page = site.page(path);
        let address = format!("{BASE}{}", path.trim_end_matches("index.html"));
        let is_itself = page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">"));
        assert_eq!(map.contains_key(&address), is_itself, "{address}");
        assert!(!(is_itself && page.contains("content=\"noindex\"")), "{address} wants not to be found");
    }
    assert!(map.contains_key(BASE) && map.contains_key(&format!("{BASE}lv/interlinkers/")));
    // The day of the only commit.
    assert_eq!(map[&format!("{BASE}en/interlinkers/stakeholder-map-canvas/")], "2026-03-14");
    assert_eq!(map[&format!("{BASE}en/interlinkers/")], "");
}

/// Search engines believe translations only where each page names the other.
#[test]
fn pages_that_are_translations_of_each_other_say_so_in_both() {
    let site = SiteTest::of_the_repository().build();
    let crawl = Crawl::read(&site.site(), BASE);
    let alternates = |page: &str| -> BTreeMap<String, String> {
        let links = page.split("<link rel=\"alternate\" hreflang=\"").skip(1);
        let links = links.filter_map(|rest| rest.split_once("\" href=\""));
        links.map(|(code, rest)| (code.to_owned(), rest.split('"').next().unwrap().to_owned())).collect()
    };
    let mut count = 0;
    for path in crawl.pages() {
        let Some(folder) = path.strip_suffix("index.html") else { continue };
        let own = alternates(&site.page(folder));
        let language = folder.split('/').next().unwrap_or_default();
        if folder.is_empty() || own.is_empty() {
            continue;
        }
        count += 1;
        assert_eq!(own.get(language), Some(&format!("{BASE}{folder}")), "{folder} names itself");
        for (code, address) in own.iter().filter(|(code, _)| *code != "x-default") {
            let other = address.strip_prefix(BASE).unwrap();
            assert!(other.starts_with(&format!("{code}/")), "{address} as {code}");
            assert_eq!(alternates(&site.page(other)), own, "{folder} and {other}");
        }
    }
    assert!(count > 100, "{count}");
}
