//! What the foot of every page leads to: accessibility, licences, privacy, data, feeds.

use interlink_tests::browser::{JavaScript, keys};
use interlink_tests::journey::{LANGUAGES, journey, journey_in};
use interlink_tests::page_types::SCREENS;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

use super::links;

#[test]
fn statement_licences_privacy_and_data_are_reached_and_read_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, service| {
        let browser = stop.browser;
        // Each text that is not in the language of the page says which it is.
        let parts_have_languages = || {
            let odd = "const own = document.documentElement.lang;
                return [...document.querySelectorAll('main [data-in]')]
                    .filter((one) => !one.lang || one.lang === own).map((one) => one.outerHTML)";
            assert_eq!(browser.run(odd, json!([])), json!([]));
            assert_eq!(browser.find("html").attribute("lang"), stop.language);
            stop.expect_to_fit();
        };
        stop.open("");
        browser.find("footer a[href$='/accessibility/']").click();
        stop.wait_to_be_at("accessibility/");
        parts_have_languages();
        assert!(stop.text("#barriers").len() > 200 && stop.text("#enforcement").len() > 100);
        assert!(browser.find("#feedback a").attribute("href").starts_with("mailto:"));
        // The same for machines.
        let machine = browser.find("main p:last-child a[href$='accessibility.json']").property("href");
        let statement = service.get_json(machine.trim_start_matches(&service.url("")));
        assert_eq!(statement["status"], "partial");

        browser.find("footer a[href$='/licences/']").click();
        stop.wait_to_be_at("licences/");
        parts_have_languages();
        assert_eq!(stop.count("#entries li"), 0, "the entries are folded");
        stop.press("#entries summary");
        stop.wait_for("#entries li a");
        let name = stop.text("#entries li a");
        stop.press("#entries li a");
        browser.wait_until("the entry", |browser| !browser.address().ends_with("/licences/"));
        assert_eq!(stop.text("h1"), name);
        parts_have_languages();

        browser.find("footer a[href$='/privacy/']").type_text(keys::ENTER);
        stop.wait_to_be_at("privacy/");
        parts_have_languages();
        assert!(stop.text("article").len() > 500);

        browser.find("footer a[href$='/data/']").click();
        stop.wait_to_be_at("data/");
        parts_have_languages();
    });
}

#[test]
fn every_link_of_the_data_page_answers_and_feeds_can_be_discovered_in_every_language() {
    // Neither depends on the screen.
    journey_in(SiteTest::of_the_repository(), JavaScript::On, &LANGUAGES, &SCREENS[..1], |stop, service| {
        let browser = stop.browser;
        let answers = |address: &str| {
            let path =
                address.strip_prefix(&service.url("")).unwrap_or_else(|| panic!("{address} is elsewhere"));
            let answer = service.get(path);
            assert_eq!(answer.status, 200, "{address}");
            answer
        };
        stop.open("data/");
        let own: Vec<String> = links(stop, "main section a")
            .into_iter()
            .filter(|address| address.starts_with(&service.url("")))
            .collect();
        assert!(own.len() >= 12, "{own:?}");
        for address in own {
            let answer = answers(&address);
            let kind = answer.content_type.split(';').next().unwrap_or_default().to_owned();
            let expected: &[&str] = match address.rsplit_once('.').map_or("", |(_, ending)| ending) {
                "json" => &["application/json"],
                "xml" => &["application/atom+xml", "application/xml", "text/xml"],
                "ics" => &["text/calendar"],
                "jsonld" => &["application/ld+json"],
                "ttl" => &["text/turtle"],
                _ => &["text/html"],
            };
            assert!(expected.contains(&kind.as_str()), "{address}: {kind}");
        }
        for (page, feed) in
            [("", "feed.xml"), ("interlinkers/", "interlinkers/feed.xml"), ("news/", "news/feed.xml")]
        {
            stop.open(page);
            let link = browser.find("head link[rel=alternate][type='application/atom+xml']");
            assert!(!link.attribute("title").is_empty());
            assert_eq!(link.property("href"), stop.url(feed), "the head of {page}");
            let text = answers(&link.property("href")).body;
            assert!(
                text.contains("<feed") && text.contains(&format!("xml:lang=\"{}\"", stop.language)),
                "{text}"
            );
            // A list also shows it to readers.
            assert!(page.is_empty() || stop.count("main a[href$='feed.xml']") == 1, "{page}");
        }
    });
}
