//! The way in: the choice of a language, the start page, the way past the header, an address that leads
//! nowhere; and what a reader's own system asks for: few colours, no motion.

use interlink_tests::browser::{Browser, JavaScript, keys};
use interlink_tests::journey::{Stop, journey};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

use super::other;

fn a_way_in(stop: &Stop<'_>, root: &str) {
    let browser = stop.browser;
    browser.open(root);
    stop.press(&format!("main a[hreflang={}]", stop.language));
    stop.wait_to_be_at("");
    assert_eq!(browser.find("html").attribute("lang"), stop.language);
    stop.expect_to_fit();

    // The first stop of the keyboard leads past the header.
    browser.press(keys::TAB);
    assert!(stop.has_focus("a.skip[href='#main']"));
    browser.press(keys::ENTER);
    stop.wait_to_be_at("#main");
    let inside = "return document.querySelector('main').contains(document.activeElement)";
    browser.press(keys::TAB);
    assert_eq!(browser.run(inside, json!([])), true);

    stop.press(".needs h3 a");
    browser.wait_until("the needs", |browser| browser.address().contains("/problems/"));
    browser.back();
    stop.press(".natures h3 a");
    browser.wait_until("a list of one nature", |browser| browser.address().contains("/by/nature/"));
    stop.press(".brand");
    stop.wait_to_be_at("");

    browser.find("main form.search input").type_text("decidim");
    browser.find("main form.search button").click();
    stop.wait_to_be_at("search/?q=decidim");
    stop.open("there-is-no-such-page/");
    let heading = stop.text("h1");
    stop.expect_to_fit();
    assert!(stop.count("main a") >= 3, "ways on");
    stop.press("main .prose a");
    stop.wait_to_be_at("interlinkers/");
    assert_ne!(stop.text("h1"), heading);
    browser.find(&format!(".langs a[hreflang={}]", other(stop))).click();
    browser.wait_until("the other language", |browser| browser.find("html").attribute("lang") == other(stop));
}

#[test]
fn a_reader_comes_in_goes_on_and_loses_the_way_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, service| a_way_in(stop, &service.url("")));
}

#[test]
fn without_javascript_the_way_in_is_the_same_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::Off, |stop, service| a_way_in(stop, &service.url("")));
}

/// With forced colours a browser paints grounds, shadows and borders anew. What said something by its
/// ground alone needs a line then, and signs need a colour that is not that of the ground.
#[test]
fn with_forced_colours_signs_marks_and_choices_are_still_seen_in_every_language_and_width() {
    let unlined = "const ground = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll(arguments[0])].filter((one) => {
            const style = getComputedStyle(one);
            return one.checkVisibility() && (parseFloat(style.borderTopWidth) < 1
                || style.borderTopStyle === 'none' || style.borderTopColor === ground);
        }).map((one) => one.outerHTML.slice(0, 120))";
    // What is painted with a colour that the ground has, too.
    let hidden = "const ground = getComputedStyle(document.body).backgroundColor;
        const all = [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility());
        return [all.length, all.filter((one) => {
            const style = getComputedStyle(one);
            return [style.fill, style.stroke].every((paint) => paint === 'none' || paint === ground);
        }).length]";
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        browser.show_in_forced_colours();
        let forced = "return matchMedia('(forced-colors: active)').matches";
        assert_eq!(browser.run(forced, json!([])), true, "the browser does not force colours");
        stop.open("interlinkers/?nature=software");
        stop.wait_for_count("#chips .chip", 1);
        assert_eq!(browser.run(unlined, json!([".chip, .btn, .tag, input[type=search]"])), json!([]));
        let signs = browser.run(hidden, json!(["#rows .sign"]));
        assert!(signs[0].as_u64() > Some(0) && signs[1] == 0, "{signs}");
        // What is chosen differs from what is not by more than a colour of its own.
        stop.unfold_filters();
        let shown = |css: &str| {
            let ground = "const box = getComputedStyle(document.querySelector(arguments[0]), '::before');
                const text = getComputedStyle(document.querySelector(arguments[0]));
                return [box.backgroundColor, text.textDecorationLine]";
            browser.run(ground, json!([css]))
        };
        let (chosen, free) = (shown("#facets [aria-current]"), shown("#facets a:not([aria-current])"));
        assert!(chosen[0] != free[0] && chosen[1] != free[1], "{chosen} {free}");
        stop.expect_to_fit();

        stop.open("schemas/default/");
        stop.press("#map-stakeholders summary");
        stop.wait_for("#map-stakeholders .why");
        assert_eq!(browser.run(unlined, json!([".why, .tag, .btn"])), json!([]));
        let signs = browser.run(hidden, json!(["summary .node, .chain, .recs .sign"]));
        assert!(signs[0].as_u64() > Some(10) && signs[1] == 0, "{signs}");
    });
}

#[test]
fn nothing_moves_for_a_reader_who_asks_for_that() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let moving = "return [...document.querySelectorAll('*')].filter((one) => ['', '::before', '::after'].some((part) => {
        const style = getComputedStyle(one, part || null);
        return style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) && style.transitionProperty !== 'none'
            || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    })).length";
    for page in [
        "",
        "interlinkers/",
        "interlinkers/stakeholder-map-canvas/",
        "schemas/default/",
        "guide/",
        "offline/",
    ] {
        browser.open(&service.url(&format!("en/{page}")));
        let usually = browser.run(moving, json!([]));
        browser.show_without_motion();
        assert_eq!(browser.run(moving, json!([])), 0, "{page}");
        assert!(usually.as_u64() > Some(0), "{page}: the test needs something that moves");
        browser.show_on_screen(interlink_tests::browser::Scheme::Light);
    }
}
