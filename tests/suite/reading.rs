//! Reading in ways other than with a mouse on one screen: another language, a keyboard alone, paper,
//! an address that leads nowhere.

use interlink_tests::browser::{Browser, JavaScript, Scheme, keys};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

/// Where the focus is: what has it, whether it can be seen and where it stands.
fn focus(browser: &Browser) -> Value {
    browser.run(
        "const here = document.activeElement;
         if (!here || here === document.body) return null;
         const style = getComputedStyle(here);
         const box = here.getBoundingClientRect();
         return {
             name: here.tagName.toLowerCase() + (here.id && '#' + here.id) + (here.name ? '[' + here.name + ']' : '')
                 + ' ' + here.textContent.trim().slice(0, 40),
             id: here.id,
             href: here.href ?? '',
             outlined: here.matches(':focus-visible') && style.outlineStyle !== 'none'
                 && parseFloat(style.outlineWidth) >= 2,
             inView: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
                 && box.right > 0 && box.left < innerWidth,
         }",
        json!([]),
    )
}

/// Goes on with the tabulator until the focus is where it should be, and checks every stop.
#[track_caller]
fn tab_to(browser: &Browser, what: &str, is_there: impl Fn(&Value) -> bool) {
    let mut stops = Vec::new();
    while stops.len() < 60 {
        browser.press(keys::TAB);
        let here = focus(browser);
        assert!(here["outlined"] == true && here["inView"] == true, "the focus is not seen: {here}");
        if is_there(&here) {
            return;
        }
        stops.push(here["name"].to_string());
    }
    panic!("no way to {what}: {stops:#?}");
}

#[test]
fn with_the_keyboard_alone_a_reader_skips_searches_and_opens_the_first_result() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/interlinkers/"));
    // The first stop leads past the header.
    browser.press(keys::TAB);
    let skip = focus(&browser);
    assert!(skip["href"].as_str().unwrap_or_default().ends_with("#main"), "{skip}");
    assert!(skip["outlined"] == true && skip["inView"] == true, "{skip}");
    browser.press(keys::ENTER);
    browser.wait_until("the start of the content", |browser| browser.address().ends_with("#main"));
    browser.press(keys::TAB);
    let inside = "return document.querySelector('main').contains(document.activeElement)";
    assert_eq!(browser.run(inside, json!([])), true, "{}", focus(&browser));

    browser.open(&service.url("en/interlinkers/"));
    tab_to(&browser, "the search", |here| here["id"] == "site-search");
    browser.press("stakeholder map");
    browser.press(keys::ENTER);
    browser.wait_until("a result", |browser| !browser.find_all("#search-results h3 a").is_empty());
    assert!(browser.address().contains("/en/search/?q=stakeholder+map"), "{}", browser.address());
    let first = browser.find("#search-results h3 a").property("href");
    browser.run("document.activeElement.blur()", json!([]));
    tab_to(&browser, "the first result", |here| here["href"] == first.as_str());
    browser.press(keys::ENTER);
    browser.wait_until("the entry", |browser| browser.address() == first);
    assert_eq!(browser.find("h1").text(), "Stakeholder map canvas");
}

#[test]
fn every_stop_of_the_keyboard_is_seen_on_a_phone_and_on_a_desk() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for page in ["en/", "en/interlinkers/stakeholder-map-canvas/", "en/contribute/interlinker/"] {
        for (width, scheme) in [(360, Scheme::Dark), (1280, Scheme::Light)] {
            browser.resize(width, 800);
            browser.show_on_screen(scheme);
            browser.open(&service.url(page));
            let mut stops = 0;
            loop {
                browser.press(keys::TAB);
                let here = focus(&browser);
                // After the last stop the focus leaves the page.
                if here.is_null() {
                    break;
                }
                assert!(
                    here["outlined"] == true && here["inView"] == true,
                    "{page} at {width}: the focus is not seen: {here}"
                );
                stops += 1;
                assert!(stops < 400, "{page} at {width}: the focus does not leave the page");
            }
            assert!(stops > 10, "{page} at {width}: {stops} stops");
        }
    }
}

/// The link to another language leads to the same page, and takes along what was asked for.
#[test]
fn another_language_shows_the_same_page() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for page in [
        "",
        "interlinkers/",
        "interlinkers/by/nature/software/",
        "interlinkers/stakeholder-map-canvas/",
        "schemas/default/",
        "problems/und-problem-2/",
        "how-it-works/",
        "contribute/interlinker/",
        "search/?q=survey",
    ] {
        browser.open(&service.url(&format!("en/{page}")));
        for language in ["lv", "es", "it", "en"] {
            browser.find(&format!(".langs a[hreflang={language}]")).click();
            let wanted = service.url(&format!("{language}/{page}"));
            browser.wait_until(&wanted, |browser| browser.address() == wanted);
            assert_eq!(browser.find("html").attribute("lang"), language);
            assert_eq!(browser.find(".langs [aria-current]").attribute("hreflang"), language);
        }
    }
}

#[test]
fn an_address_that_leads_nowhere_is_answered_in_its_language() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let mut headings = Vec::new();
    for language in ["en", "es", "it", "lv"] {
        for path in ["nothing/", "interlinkers/nothing/", "interlinkers/by/nature/nothing/"] {
            let answer = service.get(&format!("{language}/{path}"));
            assert_eq!(answer.status, 404, "{language}/{path}");
            assert!(answer.body.contains(&format!("<html lang=\"{language}\"")), "{language}/{path}");
        }
        let page = service.get(&format!("{language}/nothing/")).body;
        // Nobody knows the language of somebody who asks for `/nothing`, so each page leads to all of them.
        for other in ["en", "es", "it", "lv"].into_iter().filter(|other| *other != language) {
            let way = format!("<a href=\"/{other}/\" lang=\"{other}\" hreflang=\"{other}\">");
            assert!(page.contains(&way), "from {language} to {other}: {page}");
        }
        headings.push(page.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap().to_owned());
        assert!(page.contains(&format!("href=\"/{language}/interlinkers/\"")), "a way on in {language}");
    }
    headings.sort();
    headings.dedup();
    assert_eq!(headings.len(), 4, "{headings:?}");
}

/// On paper there is what one reads, black on white, and nothing one can only press.
#[test]
fn paper_shows_the_text_without_what_can_only_be_pressed() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.show_on_paper();
    let seen = |css: &str| {
        let seen = "return [...document.querySelectorAll(arguments[0])].filter((one) =>
            one.checkVisibility({ visibilityProperty: true })).length";
        browser.run(seen, json!([css])).as_u64().unwrap_or_default()
    };
    for page in [
        "en/interlinkers/",
        "en/interlinkers/stakeholder-map-canvas/",
        "en/schemas/default/",
        "en/problems/und-problem-2/",
        "en/",
    ] {
        browser.open(&service.url(page));
        for chrome in
            [".top nav", "form.search", ".facets", ".pages", ".crumbs", ".btn", "main a[href*='compare/?i=']"]
        {
            assert_eq!(seen(chrome), 0, "{chrome} on {page}");
        }
        assert!(seen("h1") == 1 && seen("main p") > 2, "{page}");
        let ground =
            "return [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]";
        let colours = browser.run(ground, json!([]));
        assert!(
            ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].contains(&colours[0].as_str().unwrap_or_default())
                && colours[1] == "rgb(0, 0, 0)",
            "{page}: {colours}"
        );
    }
    // What is folded on a screen is open on paper.
    browser.open(&service.url("en/interlinkers/stakeholder-map-canvas/"));
    let all = browser.find_all("#used details li").len() as u64;
    assert!(all > 0, "the test needs a folded list");
    assert_eq!(seen("#used details li"), all);
    // Two values of a fact have a comma and a space between them: a box of its own would lose the space.
    let boxes = "return [...document.querySelectorAll('.key dd > :is(a, span):not(:last-child)')]
        .map((one) => getComputedStyle(one).display)";
    let boxes = browser.run(boxes, json!([]));
    let boxes = boxes.as_array().unwrap();
    assert!(!boxes.is_empty() && boxes.iter().all(|display| *display == "inline"), "{boxes:?}");
    // A heading that keeps the next row with it would keep all rows together, on a page of their own.
    let last = "return [...document.querySelectorAll('#used .rows > li')]
        .filter((row) => getComputedStyle(row.querySelector('h3')).breakAfter === 'avoid').length";
    assert_eq!(browser.run(last, json!([])), 0);
    browser.open(&service.url("en/collection/?i=decidim,limesurvey"));
    browser.wait_until("the list", |_| seen("#entries > li") == 2);
    assert_eq!(seen("#to-compare"), 0);
}

#[test]
fn a_retired_entry_says_so_before_it_offers_anything() {
    let site = SiteTest::of_the_repository().build();
    for language in ["en", "es", "it", "lv"] {
        let page = site.page(&format!("{language}/interlinkers/paper-stakeholder-list/"));
        let main = page.split_once("<main").unwrap().1;
        let at = |part: &str| main.find(part).unwrap_or_else(|| panic!("{language}: no {part}"));
        assert!(
            at("</h1>") < at("class=\"notice") && at("class=\"notice") < at("class=\"lead"),
            "{language}"
        );
        assert!(at("class=\"notice") < at("href=\"#files\""), "{language}");
        let main_button = main[..at("href=\"#files\"")].rsplit_once('<').unwrap().1;
        assert!(
            !main_button.contains("btn"),
            "{language}: the download is still the main thing: {main_button}"
        );
    }
}

/// Facts and hints are as large as the text of most sites; nothing but the sign of a file's type is below 14.4 pixels.
#[test]
fn hints_and_facts_are_sixteen_pixels_and_no_text_is_below_nine_tenths_of_that() {
    let folder = interlink_tests::programs::workspace().join("themes/default/static");
    let mut sizes = 0;
    let mut all = String::new();
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|ending| ending != "css") || file.ends_with("print.css") {
            continue;
        }
        let text = std::fs::read_to_string(&file).unwrap();
        for rule in text.split('}') {
            let (selector, style) = rule.rsplit_once('{').unwrap_or_default();
            let stated = style.split(';').filter_map(|line| {
                line.strip_prefix("font-size:").or(line.strip_prefix("--t-1:"))?.strip_suffix("rem")
            });
            for size in stated.map(|size| size.parse::<f32>().unwrap()) {
                sizes += 1;
                assert!(
                    size >= 0.9 || selector.trim() == ".ext",
                    "{}: {selector}: {size}rem",
                    file.display()
                );
            }
        }
        all.push_str(&text);
    }
    assert!(sizes > 15, "only {sizes} sizes");
    let stated = |selector: &str| {
        let rules = all.split('}').filter_map(|rule| rule.rsplit_once('{'));
        let own = rules.filter(|(of, _)| of.trim() == selector).map(|(_, style)| style.to_owned());
        own.collect::<Vec<_>>().join(";")
    };
    for selector in [".facts", ".key", ".hint", ".glance dt"] {
        assert!(stated(selector).contains("font-size:1rem"), "{selector}: {}", stated(selector));
    }
}
