//! The page of an entry in a browser: pictures open in place and close again, texts can be copied,
//! and without JavaScript everything is there too.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// Keys as WebDriver names them.
const ESCAPE: &str = "\u{E00C}";
const LEFT: &str = "\u{E012}";
const RIGHT: &str = "\u{E014}";

const FOLDER: &str = "interlinkers/stakeholder-map";

/// A drawing of a square, to be told apart by its side.
fn drawing(side: u32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\"><path d=\"M0 0h9v9z\"/></svg>\n"
    )
}

/// A site whose Interlinker has three pictures.
fn with_pictures() -> SiteTest {
    let mut site = SiteTest::base();
    let words = std::fs::read_to_string(site.content().join(FOLDER).join("en.md")).unwrap();
    let words =
        words.replacen("---\n", "---\nsnapshots:\n  a.svg: First\n  b.svg: Second\n  c.svg: Third\n", 1);
    site = site.with_file(&format!("{FOLDER}/en.md"), words);
    for (name, side) in [("a", 300), ("b", 3000), ("c", 200)] {
        site = site.with_file(&format!("{FOLDER}/snapshots/{name}.svg"), drawing(side));
    }
    site.commit("Three pictures")
}

fn focused(browser: &Browser) -> String {
    let script = "const one = document.activeElement; return one.getAttribute('href') ?? one.textContent";
    browser.run(script, json!([])).as_str().unwrap_or_default().to_owned()
}

fn place(browser: &Browser) -> String {
    browser.find(".viewer .num").text()
}

#[test]
fn the_gallery_is_used_with_the_keyboard_and_gives_the_focus_back() {
    let service = ServiceTest::start(with_pictures());
    let browser = Browser::start(JavaScript::On);
    for (width, height) in [(360, 800), (768, 1024), (1280, 900)] {
        browser.resize(width, height);
        browser.open(&service.url("en/interlinkers/stakeholder-map/"));
        browser.find("#gallery li:nth-child(2) a").click();
        assert_eq!(place(&browser), "Picture 2 of 3");
        assert_eq!(browser.find(".viewer figcaption").text(), "Second");
        assert_eq!(browser.find(".viewer img").attribute("alt"), "Second");
        assert_eq!(focused(&browser), "Close");
        browser.find(".viewer .row:first-child button:last-of-type").type_text(RIGHT);
        assert_eq!(place(&browser), "Picture 3 of 3");
        browser.find(".viewer .row:first-child button:last-of-type").type_text(RIGHT);
        assert_eq!(place(&browser), "Picture 1 of 3", "after the last comes the first");
        browser.find(".viewer .row:first-child button:last-of-type").type_text(LEFT);
        browser.find(".viewer .row:first-child button:last-of-type").type_text(LEFT);
        assert_eq!(place(&browser), "Picture 2 of 3");
        let fits = "const scroll = document.querySelector('.scroll');
                    return scroll.scrollWidth <= scroll.clientWidth + 1";
        browser.wait_until("the picture to fit", |browser| browser.run(fits, json!([])) == true);
        browser.find(".viewer .row:first-child button").click();
        assert_eq!(browser.run(fits, json!([])), false, "in full size it is scrolled");
        browser.find(".viewer .row:first-child button:last-of-type").type_text(ESCAPE);
        browser.wait_until("the gallery to close", |browser| browser.find_all(".viewer[open]").is_empty());
        assert!(focused(&browser).ends_with("/snapshots/b.svg"), "{}", focused(&browser));
    }
}

#[test]
fn a_picture_without_a_stated_size_does_not_take_that_of_the_one_before() {
    let service = ServiceTest::start(with_pictures());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/interlinkers/stakeholder-map/"));
    browser.run(
        "for (const side of ['width', 'height']) \
         document.querySelector('#gallery li:nth-child(3) img').removeAttribute(side)",
        json!([]),
    );
    let stated =
        || browser.run("return document.querySelector('.viewer img').getAttribute('width')", json!([]));
    browser.find("#gallery li:nth-child(2) a").click();
    assert_eq!(stated(), json!("3000"));
    browser.find(".viewer .row:first-child button:last-of-type").type_text(RIGHT);
    assert_eq!(place(&browser), "Picture 3 of 3");
    assert_eq!(stated(), json!(null));
}

#[test]
fn without_javascript_a_picture_is_a_link_and_the_texts_are_there() {
    let service = ServiceTest::start(with_pictures());
    let browser = Browser::start(JavaScript::Off);
    browser.open(&service.url("lv/interlinkers/stakeholder-map/"));
    assert!(
        browser.find_all("button:not([hidden])").iter().all(|button| button.attribute("type") == "submit")
    );
    let attribution = browser.find("#attribution").text();
    assert!(attribution.contains("CC BY 4.0") && attribution.contains("/lv/interlinkers/stakeholder-map/"));
    browser.find("#gallery li:first-child a").click();
    browser.wait_until("the picture", |browser| browser.address().ends_with("/snapshots/a.svg"));
}

#[test]
fn the_attribution_is_copied() {
    let service = ServiceTest::start(SiteTest::base().commit("The base"));
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/interlinkers/stakeholder-map/"));
    // What the browser would put into the clipboard is kept on the page.
    browser.run(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })",
        json!([]),
    );
    browser.find("[data-copy=attribution]").click();
    browser.wait_until("the button to say so", |browser| {
        browser.find("[data-copy=attribution]").text() == "Copied"
    });
    let copied = browser.run("return window.copied", json!([]));
    assert_eq!(copied, browser.find("#attribution").text().as_str());
}
