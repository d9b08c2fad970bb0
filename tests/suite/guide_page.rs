//! A schema as a guide in a browser, in four languages, with and without JavaScript: the drawing of its
//! tree opens, can be read on a phone, and leads to the places it names.

use interlink_tests::browser::{Browser, JavaScript, Scheme};
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

/// Of the parts of the drawing the colours that a reader sees, as `fill/stroke`.
const COLOURS: &str = "const of = (part) => {
    const style = getComputedStyle(document.querySelector('#diagram svg ' + part));
    return style.fill + '/' + style.stroke;
};
return ['.p', '.n', '.h', '.t', 'a > path:not(.p)', '.l'].map(of)";

#[test]
fn the_drawing_is_light_on_paper_though_the_system_is_dark() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&server.url("en/schemas/default/"));
    browser.run("document.querySelector('#diagram').open = true", json!([]));
    browser.show_on_screen(Scheme::Dark);
    let dark = browser.run(COLOURS, json!([]));
    browser.show_on_paper_of_a_dark_system();
    let paper = browser.run(COLOURS, json!([]));
    assert_ne!(dark, paper);
    let (black, white) = ("rgb(0, 0, 0)", "rgb(255, 255, 255)");
    assert_eq!(paper[0], format!("{black}/{black}"), "the diamond of a phase");
    assert_eq!(paper[1], format!("{white}/none"), "its number");
    assert_eq!(paper[2], format!("{black}/none"), "its name");
    assert_eq!(paper[3], format!("{black}/none"), "the name of a task");
    assert_eq!(paper[4], format!("{white}/{black}"), "the diamond of an objective");
    // Strands, too: nothing of the dark scheme is left on paper.
    let strand = "return getComputedStyle(document.documentElement).getPropertyValue('--citizen').trim()";
    assert_eq!(browser.run(strand, json!([])), "#cf4a22");
}

#[test]
fn in_forced_colours_the_number_of_a_phase_differs_from_its_diamond() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.show_in_forced_colours();
    browser.open(&server.url("en/schemas/default/"));
    browser.run("document.querySelector('#diagram').open = true", json!([]));
    assert_eq!(browser.run("return matchMedia('(forced-colors: active)').matches", json!([])), true);
    let named = "const colour = (name) => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.cssText = 'forced-color-adjust:none;color:' + name;
        const seen = getComputedStyle(probe).color;
        probe.remove();
        return seen;
    };
    return ['Canvas', 'CanvasText', 'LinkText'].map(colour)";
    let named = browser.run(named, json!([]));
    let [canvas, text, link] = [0, 1, 2].map(|at| named[at].as_str().unwrap().to_owned());
    let seen = browser.run(COLOURS, json!([]));
    assert_eq!(seen[0], format!("{text}/{text}"), "the diamond of a phase");
    assert_eq!(seen[1], format!("{canvas}/none"), "its number");
    assert_eq!(seen[2], format!("{link}/none"), "its name, which is a link");
    assert_eq!(seen[4], format!("{canvas}/{text}"), "the diamond of an objective");
    assert_eq!(seen[5], format!("none/{text}"), "a line");
}
