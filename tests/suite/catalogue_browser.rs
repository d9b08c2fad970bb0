//! The catalogue and the change of language as they stand in a browser: what is chosen lives in the
//! address, goes along into another language, and never hides the results on a phone.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// The Escape key, as WebDriver names it.
const ESCAPE: &str = "\u{E00C}";

fn is_panel_open(browser: &Browser) -> bool {
    browser.run("return document.querySelector('.facets').open", json!([])) == json!(true)
}

fn focused(browser: &Browser) -> String {
    let script = "return document.activeElement.id || document.activeElement.localName";
    browser.run(script, json!([])).as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_reader_who_changes_the_language_keeps_filters_order_query_and_place() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    for (page, link, expected) in [
        ("en/interlinkers/?theme=design&sort=used", "lv", "lv/interlinkers/?theme=design&sort=used"),
        ("en/interlinkers/by/theme/design/", "it", "it/interlinkers/by/theme/design/"),
        ("en/search/?q=survey", "es", "es/search/?q=survey"),
        ("it/schemas/default/#design", "en", "en/schemas/default/#design"),
    ] {
        browser.open(&service.url(page));
        browser.find(&format!(".langs a[hreflang={link}]")).click();
        let expected = service.url(expected);
        browser.wait_until(&expected, |browser| browser.address() == expected);
    }
    // A choice made on the way goes along too, although the page it began on had another address.
    browser.open(&service.url("en/interlinkers/sort/used/"));
    // The driver takes what stands in a closed <details> for invisible, although the style shows it.
    browser.run("document.querySelector('[data-facet=theme] [data-value=design]').click()", json!([]));
    browser.wait_until("the choice in the address", |browser| browser.address().contains("?theme=design"));
    browser.find(".langs a[hreflang=lv]").click();
    let expected = service.url("lv/interlinkers/?theme=design&sort=used");
    browser.wait_until(&expected, |browser| browser.address() == expected);
    browser.wait_until("the filter as a chip", |browser| browser.find_all("#chips .chip").len() == 1);
}

#[test]
fn the_language_links_of_a_page_that_is_not_found_lead_home() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/no-such-page/?key=secret"));
    browser.find(".langs a[hreflang=lv]").click();
    let home = service.url("lv/");
    browser.wait_until("the home page", |browser| browser.address() == home);
}

#[test]
fn on_a_phone_the_filters_fold_away_to_the_results() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(360, 800);
    browser.open(&service.url("en/interlinkers/"));
    assert!(!is_panel_open(&browser));
    browser.find(".facets > summary").click();
    browser.find("[data-facet=theme] [data-value=design]").click();
    browser.wait_until("the button to the results", |browser| {
        browser.find("#show").text().starts_with("Show results (")
    });
    assert!(is_panel_open(&browser), "a second filter can be chosen at once");
    let shown = browser.find_all("#rows > li").len();
    assert_eq!(browser.find("#show").text(), format!("Show results ({shown})"));
    browser.find("#show").click();
    assert!(!is_panel_open(&browser));
    assert_eq!(focused(&browser), "count");
    assert_eq!(browser.find(".facets > summary").text(), "Filters (1 chosen)");

    browser.find(".facets > summary").click();
    browser.find("[data-facet=nature] a").type_text(ESCAPE);
    browser.wait_until("the panel to fold", |browser| !is_panel_open(browser));
    assert_eq!(focused(&browser), "summary");
}

/// The text that a reader sees at a place. Asked in one step: the script of the page may put another
/// element there between finding it and reading it.
fn shown(browser: &Browser, css: &str) -> String {
    let text = "const place = document.querySelector(arguments[0]);
                return place?.checkVisibility() ? place.innerText : ''";
    browser.run(text, serde_json::json!([css])).as_str().unwrap_or_default().trim().to_owned()
}

#[test]
fn filters_that_nobody_knows_are_left_out_each_by_its_name_and_are_no_chips() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let whole = service.url("en/interlinkers/");
    let one = |name: &str| format!("“{name}” is not a filter of this page. It was left out.");
    let many = |names: &str| format!("{names} are not filters of this page. They were left out.");
    let long = format!("colour={}", "x".repeat(33));
    for (query, said) in [
        ("theme=%3Cb%3Eno&sort=worst&theme=x", many("“theme=<b>no”, “theme=x”, “sort=worst”")),
        ("colour=green", one("colour=green")),
        ("view=wall", one("view=wall")),
        ("page=-1", one("page=-1")),
        ("page=1e3", one("page=1e3")),
        ("sort=name&sort2=", one("sort2")),
        (&format!("colour={}", "x".repeat(5_000)), one(&long)),
        ("a&b&c&d&e&f&g", many("“a”, “b”, “c”, “d”, “e”, …")),
    ] {
        browser.open(&format!("{whole}?{query}"));
        browser.wait_until("the sentence about it", |browser| {
            shown(browser, "#unknown") == format!("{said} Show the whole list")
        });
        assert!(browser.find_all("#chips .chip").is_empty());
        assert_eq!(shown(&browser, "#sorts b"), "name");
        assert!(shown(&browser, "#count").ends_with(" Interlinkers"));
        browser.find("#unknown a").click();
        browser.wait_until("the bare address", |browser| browser.address() == whole);
        browser.wait_until("the notice to go", |browser| shown(browser, "#unknown").is_empty());
    }
    browser.open(&format!("{whole}?sort=used&view=cards&page=1"));
    browser.wait_until("the order", |browser| shown(browser, "#sorts b") == "most used in tasks");
    assert!(!browser.find("#unknown").is_shown(), "what is known is not complained of");
}

#[test]
fn a_reader_with_a_keyboard_skips_the_filters() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    browser.open(&service.url("en/interlinkers/#main"));
    let skip = ".skip[href='#count']";
    let order = "const all = [...document.querySelectorAll('a, button, summary, input')];
                 return [all.indexOf(document.querySelector(arguments[0])),
                     all.indexOf(document.querySelector('#facets a'))]";
    let places = browser.run(order, json!([skip]));
    assert!(places[0].as_u64() < places[1].as_u64(), "{places}");
    browser.run("document.querySelector(arguments[0]).focus()", json!([skip]));
    browser.find(skip).click();
    browser.wait_until("the focus at the results", |browser| focused(browser) == "count");
}

#[test]
fn an_empty_list_says_which_filter_gives_something() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    let address = service.url("en/interlinkers/?nature=software&theme=sustainability&difficulty=very-easy");
    browser.open(&address);
    let way = browser.find("#empty a:not(.btn)");
    let count: usize = way.text().chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    way.click();
    browser.wait_until("the list", |browser| browser.find_all("#rows > li").len() == count);
    assert_ne!(browser.address(), address);
}

#[test]
fn rows_that_did_not_arrive_or_are_no_rows_are_asked_for_again_at_the_next_choice() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let choose = |theme: &str| {
        let script = format!("document.querySelector('[data-facet=theme] [data-value={theme}]').click()");
        browser.run(&script, json!([]));
    };
    for broken in ["Promise.reject(new TypeError('gone'))", "Promise.resolve(new Response('{}'))"] {
        browser.open(&service.url("en/interlinkers/"));
        browser.run(
            &format!(
                "const real = fetch; let first = true;
                 window.fetch = (...asked) => {{
                   const isRows = String(asked[0]).includes('/rows/');
                   if (isRows && first) {{ first = false; return {broken}; }}
                   return real(...asked);
                 }};"
            ),
            json!([]),
        );
        choose("design");
        browser.wait_until("the trouble to be told", |browser| {
            browser.page_text().contains("The filters could not be loaded.")
        });
        choose("evaluation");
        browser.wait_until("the list of both", |browser| {
            browser.find_all("#chips .chip").len() == 2
                && !browser.page_text().contains("The filters could not be loaded.")
        });
    }
}

#[test]
fn percent_signs_in_an_address_that_mean_nothing_stop_no_script() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/interlinkers/?theme=design#100%25%"));
    browser.find(".langs a[hreflang=es]").click();
    browser.wait_until("the same filter in Spanish", |browser| {
        browser.address().starts_with(&service.url("es/interlinkers/?theme=design"))
    });
}
