//! What authors and addresses bring that nobody expects: titles that are too long for a phone, an
//! address with words that no page knows. Texts that are not translated are tried in `entry`, damaged
//! pictures and documents in `media`, hostile addresses of single pages beside those pages.

use std::fs;

use interlink_tests::browser::JavaScript;
use interlink_tests::journey::{LANGUAGES, journey_in};
use interlink_tests::page_types::{self, SCREENS};
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// Pages that show titles of entries, one of each type and each state that shows them differently.
const TITLED: &[&str] = &[
    "",
    "interlinkers/",
    "interlinkers/?nature=knowledge&view=cards",
    "interlinkers/by/nature/knowledge/",
    "interlinkers/stakeholder-map-canvas/",
    "interlinkers/hackathon-rules/",
    "interlinkers/paper-stakeholder-list/",
    "schemas/",
    "schemas/default/",
    "stories/",
    "stories/zaragoza-etopia/",
    "problems/",
    "problems/und-problem-2/",
    "guide/?task=stakeholders&lead=citizens",
    "guide/citizen-sourcing/",
    "compare/?i=interview-guide,decidim,schema.default,story.zaragoza-etopia",
    "collection/?i=stakeholder-map-canvas,problem.und-problem-2,hackathon-rules",
    "calls/",
    "calls/try-the-default-schema/",
    "organisations/",
    "organisations/zaragoza/",
    "news/",
    "news/2026-11-22-open-editing-days/",
    "how-it-works/",
    "licences/",
    "translations/",
    "data/",
    "search/?q=sewer",
];

/// The repository's content with another name in place of every name of an entry and a node, in English
/// alone: Latvian shows it as a text of another language, which has a mark beside it.
fn with_names(name: &str) -> SiteTest {
    let site = SiteTest::of_the_repository();
    let mut changed = 0;
    for item in walkdir::WalkDir::new(site.content()).sort_by_file_name() {
        let path = item.unwrap().into_path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_english = ["en.md", "en.yaml"].contains(&file.as_str());
        if !is_english && !["lv.md", "lv.yaml"].contains(&file.as_str()) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut lines = Vec::new();
        for line in text.lines() {
            let indent = line.len() - line.trim_start().len();
            if !line[indent..].starts_with("name: ") {
                lines.push(line.to_owned());
            } else if is_english {
                changed += 1;
                lines.push(format!("{}name: {name}", &line[..indent]));
            }
        }
        fs::write(&path, lines.join("\n") + "\n").unwrap();
    }
    assert!(changed > 100, "only {changed} names");
    site.commit("Long names").check().expect_no_error()
}

#[track_caller]
fn expect_to_fit_on_phones(name: &str) {
    journey_in(with_names(name), JavaScript::On, &["en", "lv"], &[(320, 700)], |stop, _| {
        let browser = stop.browser;
        for page in TITLED {
            browser.resize(320, 700);
            page_types::open(browser, &stop.url(page));
            browser.run(
                "document.querySelectorAll('main details').forEach((one) => one.open = true)",
                json!([]),
            );
            for width in [320, 360] {
                browser.resize(width, 700);
                stop.expect_to_fit();
                // Not by cutting it off either, but in a region that one can scroll.
                let cut = "return [...document.querySelectorAll('main :is(h1, h2, h3, b, .name)')]
                    .filter((one) => one.checkVisibility() && !one.closest('.hide, svg, .table, .map-box, .scroll, pre')
                        && one.getBoundingClientRect().right > arguments[0] + 1)
                    .map((one) => one.outerHTML.slice(0, 120))";
                assert_eq!(browser.run(cut, json!([width])), json!([]), "{page} at {width}");
            }
        }
    });
}

/// The longest name that the check lets pass.
#[test]
fn names_of_two_hundred_characters_fit_on_a_phone_on_every_type_of_page() {
    let name = "Sewer and water works for all of us, told again and again; ".repeat(4);
    let name: String = name.chars().take(200).collect();
    expect_to_fit_on_phones(&format!("\"{}\"", name.trim_end()));
}

#[test]
fn a_word_of_120_letters_fits_on_a_phone_on_every_type_of_page() {
    expect_to_fit_on_phones(&format!(
        "Sewer {}",
        "donaudampfschifffahrt".repeat(6).chars().take(120).collect::<String>()
    ));
}

#[test]
fn a_name_of_three_hundred_characters_is_refused_with_its_place() {
    let name = "x".repeat(300);
    let words = format!("---\nname: {name}\nsummary: A sheet.\n---\n");
    let site =
        SiteTest::base().with_file("interlinkers/stakeholder-map/en.md", words).commit("Too long").check();
    let said = &site.checked().stdout;
    assert!(said.contains("interlinkers/stakeholder-map/en.md:2:7: error: "), "{said}");
    assert!(said.contains("300") && said.contains("200"), "{said}");
    assert_eq!(site.checked().code, Some(1));
}

/// Each page that reads its address, and what it shows when nothing in it is known.
const READ_THEIR_ADDRESS: [(&str, &str); 10] = [
    ("interlinkers/", "#rows > li"),
    ("interlinkers/by/nature/software/", "#rows > li"),
    ("stories/", "#rows > li"),
    ("organisations/", "#rows > li"),
    ("problems/", "#rows > li"),
    ("guide/", "#questions label"),
    ("compare/", "#pick-empty"),
    ("collection/", "#pick-empty"),
    ("search/", "#q"),
    ("translations/", "#shares tbody tr"),
];

#[test]
fn an_unknown_word_in_an_address_changes_nothing_on_any_page_in_every_language() {
    // The scripts read the address before they know of any screen, so a phone stands for all.
    journey_in(SiteTest::of_the_repository(), JavaScript::On, &LANGUAGES, &SCREENS[..1], |stop, _| {
        let browser = stop.browser;
        for (page, shown) in READ_THEIR_ADDRESS {
            stop.open(page);
            stop.wait_for(shown);
            let (count, heading, title) = (stop.count(shown), stop.text("h1"), browser.title());
            stop.open(&format!("{page}?colour=%3Cx-green%3E&constructor=1&__proto__=2&=&%ff=%00"));
            stop.wait_for_count(shown, count);
            assert_eq!((stop.text("h1"), browser.title()), (heading, title), "{page}");
            assert_eq!(stop.count("x-green"), 0, "{page}");
            stop.expect_to_fit();
        }
    });
}
