//! A schema as a guide in a browser, in four languages, with and without JavaScript: the drawing of its
//! tree opens, can be read on a phone, and leads to the places it names.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

#[test]
fn the_drawing_of_a_schema_opens_fits_its_letters_and_leads_to_its_parts() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in ["en", "es", "it", "lv"] {
        browser.open(&server.url(&format!("{language}/schemas/default/")));
        for (width, height) in [(360, 800), (768, 1024), (1280, 900)] {
            browser.resize(width, height);
            browser.run("document.querySelector('#diagram').open = false", json!([]));
            browser.find("#diagram > summary").click();
            browser.wait_until("the drawing", |browser| browser.find("#diagram svg").is_shown());
            let wider = "const page = document.documentElement; return page.scrollWidth - page.clientWidth";
            assert_eq!(
                browser.run(wider, json!([])),
                0,
                "{language} {width}: the page is wider than the screen"
            );
            // No name runs into the next column or into another name.
            let crossing = "const boxes = [...document.querySelectorAll('#diagram svg text')]
                    .map(text => [text.textContent, text.getBBox()]);
                return boxes.filter(([, a], i) => boxes.some(([, b], j) => i < j
                    && a.x < b.x + b.width && b.x < a.x + a.width
                    && a.y + 1 < b.y + b.height && b.y + 1 < a.y + a.height)).map(([name]) => name)";
            assert_eq!(browser.run(crossing, json!([])), json!([]), "{language} {width}");
        }
        // The second objective of the drawing.
        browser.find("#diagram svg a[href='#engage-stakeholders']").click();
        browser.wait_until("its place", |browser| browser.address().ends_with("#engage-stakeholders"));
        let named = "const svg = document.querySelector('#diagram svg');
            const say = id => document.getElementById(id)?.textContent.trim().length > 10;
            return svg.getAttribute('aria-labelledby').split(' ').every(say)";
        assert_eq!(
            browser.run(named, json!([])),
            true,
            "{language}: the drawing has a name and a description"
        );
    }
}

#[test]
fn every_task_of_the_list_stands_in_the_drawing_also_without_javascript() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    browser.open(&server.url("lv/schemas/default/"));
    let tasks = browser.find_all("details.task").len();
    let objectives = browser.find_all(".tree > li").len();
    assert_eq!(browser.find_all("#diagram svg a[tabindex='-1']").len(), tasks);
    let phases = browser.find_all(".sidechain li").len();
    assert_eq!(browser.find_all("#diagram svg a:not([tabindex])").len(), objectives + phases);
    browser.find("#diagram > summary").click();
    browser.wait_until("the drawing", |browser| browser.find("#diagram svg").is_shown());
}

#[test]
fn on_paper_a_schema_is_a_worksheet_and_an_opened_task_keeps_its_reasons() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    // The room for text on A4.
    browser.resize(672, 980);
    browser.open(&server.url("en/schemas/default/"));
    browser.run("document.querySelector('.task:has(.why)').open = true", json!([]));
    browser.show_on_paper();
    let seen = |what: &str| {
        browser.run(
            &format!(
                "return [...document.querySelectorAll('{what}')].filter(one => one.getClientRects().length).length"
            ),
            json!([]),
        )
    };
    let tasks = browser.find_all("details.task").len();
    assert_eq!(seen(".task .node"), tasks, "a diamond to tick for each task");
    assert_eq!(seen(".phase > header .paper"), 4, "who and until when");
    assert_eq!(seen(".task:not([open]) .why"), 0, "reasons of tasks that are closed");
    assert_ne!(seen(".task[open] .why"), 0, "reasons of the open one");
    assert_ne!(seen(".task:not([open]) .recs a"), 0, "recommended by name");
    let sheets = browser.run("return document.documentElement.scrollHeight / innerHeight", json!([]));
    assert!(sheets.as_f64().is_some_and(|sheets| sheets < 11.0), "{sheets} sheets");
}
