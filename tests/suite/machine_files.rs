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
        let path = format!("{language}/feed.xml");
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
fn the_map_of_the_site_names_each_page_with_its_translations() {
    let site = SiteTest::of_the_repository().build();
    let browser = Browser::start(JavaScript::On);
    let script = "return [...xml.querySelectorAll('url')].map((url) => [url.querySelector('loc').textContent,
        [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')].map((link) =>
            [link.getAttribute('hreflang'), link.getAttribute('href'), link.getAttribute('rel')])])";
    let made = read(&browser, &site, "sitemap.xml", script);
    let mut map: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    for url in made.as_array().expect("a list") {
        let links = url[1].as_array().expect("a list");
        assert!(links.iter().all(|link| link[2] == "alternate"), "{url}");
        let links = links.iter().map(|link| (text(&link[0]), text(&link[1]))).collect();
        assert!(map.insert(text(&url[0]), links).is_none(), "{} stands twice", url[0]);
    }
    assert!(map.len() > 100, "{}", map.len());
    let crawl = Crawl::read(&site.site(), BASE);
    let pages: BTreeSet<&str> = crawl.pages().collect();
    for (address, links) in &map {
        let path = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{address} is not below {BASE}"));
        assert!(pages.contains(format!("{path}index.html").as_str()), "{address} leads nowhere");
        let language = path.split('/').next().unwrap_or_default();
        assert_eq!(links.get(language), Some(address), "{address} names itself");
        for (other, alternate) in links {
            assert!(alternate.starts_with(&format!("{BASE}{other}/")), "{alternate} as {other}");
            let back = map.get(alternate).unwrap_or_else(|| panic!("{alternate} is not in the map"));
            assert_eq!(back, links, "{address} and {alternate} name the same pages");
        }
        // The page itself says the same as the map.
        let head = site.page(path);
        for (other, alternate) in links {
            let line = format!("<link rel=\"alternate\" hreflang=\"{other}\" href=\"{alternate}\">");
            assert!(head.contains(&line), "{address} has no {line}");
        }
        assert!(!head.contains("content=\"noindex\""), "{address} wants not to be found");
    }
}
