//! The page of translations: one state or kind alone, and numbers that are those of its rows.

use std::fs;

use interlink_tests::browser::{JavaScript, keys};
use interlink_tests::journey::{LANGUAGES, first_number, journey, journey_in};
use interlink_tests::page_types::SCREENS;
use interlink_tests::site_test::SiteTest;

use super::texts;

/// The repository's content with one text in each language but English, the source, out of date.
fn with_outdated_texts() -> SiteTest {
    let mut site = SiteTest::of_the_repository();
    let old = "\ntranslated-from:\n  language: en\n  fields:\n    summary: \"000000000000\"\n---\n";
    for language in ["es", "it", "lv"] {
        let path = format!("organisations/zaragoza/{language}.md");
        let text = fs::read_to_string(site.content().join(&path)).unwrap();
        assert!(!text.contains("translated-from:"), "{path}");
        site = site.with_file(&path, text.replacen("\n---\n", old, 1));
    }
    site.commit("Old translations")
}

#[test]
fn the_report_is_narrowed_and_counts_its_rows_in_every_language_and_width() {
    journey(with_outdated_texts(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        stop.open("translations/");
        browser.wait_until("the lists to choose from", |_| {
            (stop.count("#choose") == 1) == (stop.language != "en")
        });
        // The row of the own language: originals, translated, outdated, missing.
        let row = "#shares tr:has(th b) td";
        let numbers: Vec<usize> = texts(stop, row)[1..].iter().map(|text| first_number(text)).collect();
        for (state, number) in [("outdated", numbers[2]), ("missing", numbers[3])] {
            let listed = texts(stop, &format!("#{state} .texts > li > div > p > span"));
            let listed: usize = listed.iter().map(|text| first_number(text)).sum();
            assert_eq!(listed, number, "{state}");
            if number > 0 {
                assert_eq!(first_number(&stop.text(&format!("#{state} > h2"))), number, "{state}");
            }
            let named = stop.count(&format!("#{state} .names > li:not(.quiet)"));
            assert!(named > 0 || number == 0, "{state}");
        }
        assert_eq!(numbers[2], usize::from(stop.language != "en"), "one text of the test is outdated");

        // English has everything, and says so.
        if stop.language == "en" {
            assert_eq!((numbers[3], stop.count("form.choose, .texts"), stop.count("p.empty")), (0, 0, 1));
            return;
        }
        let (state, others) = ("outdated", "missing");
        browser.find(&format!("#state option[value={state}]")).click();
        stop.wait_to_be_at(&format!("translations/?state={state}"));
        assert!(stop.count(&format!("#{state} .texts > li")) > 0);
        assert_eq!(stop.count(&format!("#{others}, #jump")), 0);
        // With the keyboard, the kinds one after another.
        browser.find("#kind").type_text(keys::DOWN);
        browser.wait_until("a kind", |browser| browser.address().contains("&kind="));
        let kind = browser.find("#kind").property("value");
        stop.wait_to_be_at(&format!("translations/?state={state}&kind={kind}"));
        let is_there = stop.count(&format!("#{state}-{kind}")) == 1;
        assert!(is_there != (stop.count("#nothing") == 1), "either rows or a sentence that there are none");
        assert_eq!(stop.count(".group"), usize::from(is_there));
        stop.expect_to_fit();

        // A row leads to the page whose text it is.
        stop.open(&format!("translations/?state={state}"));
        let name = stop.text(&format!("#{state} .texts a"));
        stop.press(&format!("#{state} .texts a"));
        browser.wait_until("the entry", |browser| !browser.address().contains("/translations/"));
        assert_eq!(stop.text("h1"), name);
    });
}

/// `hreflang` promises a translation, so a page without words of its language is none.
#[test]
fn only_real_translations_are_offered_to_search_engines_in_every_language() {
    // What the head of a page says does not depend on the screen.
    journey_in(SiteTest::of_the_repository(), JavaScript::On, &LANGUAGES, &SCREENS[2..], |stop, _| {
        let browser = stop.browser;
        let offered = || {
            let links = browser.find_all("head link[rel=alternate][hreflang]");
            let mut codes: Vec<String> = links.iter().map(|link| link.attribute("hreflang")).collect();
            codes.sort();
            codes
        };
        stop.open("interlinkers/stakeholder-map-canvas/");
        assert_eq!(offered(), ["en", "es", "it", "lv", "x-default"]);
        // Italian and Latvian have too few of its words.
        stop.open("interlinkers/hackathon-rules/");
        let is_read = ["en", "es"].contains(&stop.language);
        let expected: &[&str] = if is_read { &["en", "es", "x-default"] } else { &[] };
        assert_eq!(offered(), expected);
    });
}
