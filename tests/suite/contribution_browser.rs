//! The way of a proposal in a real browser, with and without JavaScript: form, preview, "thank
//! you", branch, the maintainer's page, the published page.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::programs::git;
use interlink_tests::service_test::{ServiceTest, TOKEN};
use interlink_tests::site_test::SiteTest;
use serde_json::json;

const NAME: &str = "Walking interview";

fn fill_in(browser: &Browser) {
    browser.find("input[name=name]").fill(NAME);
    browser.find("[name=summary]").fill("A talk while walking through the place that a service is about.");
    browser.find("[name=instructions]").fill("## Steps\n\nWalk. Ask. Write down what you see.");
    choose(browser, "nature", "knowledge");
    let licence = browser.find("[name=licence]");
    if licence.property("tagName") == "SELECT" {
        choose(browser, "licence", "CC-BY-4.0");
    } else {
        licence.fill("CC-BY-4.0");
    }
    browser.find("input[name=agree]").click();
}

/// Picks a value of a list or of a group of buttons.
fn choose(browser: &Browser, field: &str, value: &str) {
    let css = format!("select[name={field}] option[value='{value}'], input[name={field}][value='{value}']");
    browser.find(&css).click();
}

/// From the form to the published page. The visitor and the maintainer each have a browser.
fn propose_and_publish(service: &ServiceTest, javascript: JavaScript) {
    let visitor = Browser::start(javascript);
    visitor.open(&service.url("en/contribute/"));
    visitor.find("main a[href$='contribute/interlinker/']").click();

    // A first try without a summary: what was typed is still there, and the error is beside it.
    visitor.find("input[name=name]").fill(NAME);
    let asks_before_leaving = "const leave = new Event('beforeunload', { cancelable: true });
                               dispatchEvent(leave); return leave.defaultPrevented";
    if javascript == JavaScript::On {
        assert_eq!(visitor.run(asks_before_leaving, json!([])), true, "what was typed would be lost");
    }
    visitor.find("form.propose button.btn").click();
    visitor.wait_until("the errors", |browser| !browser.find_all("a[href='#summary']").is_empty());
    assert_eq!(visitor.find("input[name=name]").property("value"), NAME);

    fill_in(&visitor);
    visitor.find("form.propose button.btn").click();
    visitor.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
    let preview = visitor.page_text();
    assert!(preview.contains("Walk. Ask. Write down what you see."), "{preview}");

    visitor.find("#send").click();
    // The preview has an address below contributions/, too; that of the status page has a key.
    visitor.wait_until("the status page", |browser| browser.address().contains("?key="));
    let status_page = visitor.address();
    if javascript == JavaScript::On {
        // The reader's own time, and the address, which is the only way back.
        assert!(!visitor.find("ol.steps").text().contains("UTC"));
        visitor.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })",
            json!([]),
        );
        visitor.find("#copy").click();
        visitor.wait_until("the button to say so", |browser| !browser.find("#copied").text().is_empty());
        assert_eq!(visitor.run("return window.copied", json!([])), status_page.as_str());
    }
    assert!(visitor.find_all(".langs").is_empty(), "there is no such page in another language");
    service.wait_for_state(status_page.trim_start_matches(&service.url("")), "proposed");
    let branches = service.branches();
    assert_eq!(branches.len(), 1);
    assert_eq!(
        service.changes(&branches[0]),
        "A content/interlinkers/walking-interview/en.md\nA content/interlinkers/walking-interview/interlinker.yaml\n"
    );

    let maintainer = Browser::start(javascript);
    maintainer.open(&service.url("maintain"));
    maintainer.find("#token").fill(TOKEN);
    maintainer.find("form.propose button").click();
    maintainer.find("ul.rows a").click();
    let report = maintainer.find("main").text();
    assert!(report.contains(&branches[0]), "{report}");
    // Publishing asks once more, with or without JavaScript.
    maintainer.find("#publish").click();
    maintainer.find("#merge").click();
    service.wait_for_state(status_page.trim_start_matches(&service.url("")), "published");
    assert!(
        git(service.site.folder(), &["ls-files"]).contains("content/interlinkers/walking-interview/en.md")
    );

    visitor.wait_until("the published page", |browser| {
        browser.open(&service.url("en/interlinkers/walking-interview/"));
        browser.page_text().contains("Walk. Ask. Write down what you see.")
    });
    assert_eq!(visitor.find("h1").text(), NAME);
    visitor.open(&status_page);
    assert_eq!(visitor.find("#state").attribute("data-state"), "published");
}

#[test]
fn a_proposal_is_published_without_javascript() {
    let service = ServiceTest::start(SiteTest::from_fixture("base"));
    propose_and_publish(&service, JavaScript::Off);
}

#[test]
fn a_proposal_is_published_with_javascript_on_our_own_content() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    propose_and_publish(&service, JavaScript::On);
}

/// Fills in what a form of this kind must have.
fn fill_in_kind(browser: &Browser, kind: &str) {
    browser.find("input[name=name]").fill("Street budget");
    browser
        .find("textarea[name=summary]")
        .fill("People of a street decide together how it spends its money, in three evenings.");
    let text = "We met three times in the library. First we asked what people missed, then we drew it, and in the \
                end everybody voted with stones.";
    match kind {
        "story" => {
            browser.find("textarea[name=text]").fill(text);
            choose(browser, "licence", "CC-BY-4.0");
        }
        "problem" => choose(browser, "family", "organise"),
        "call" => {
            browser.find("textarea[name=text]").fill(text);
            // The field of a day takes digits in an order that depends on the browser's language.
            browser.run("document.querySelector('input[name=end]').value = '2027-12-31'", json!([]));
            browser.find("input[name=contact]").fill("info@town.example");
        }
        "organisation" => choose(browser, "type", "citizens"),
        "schema" => {
            browser
                .find("textarea[name=outline]")
                .fill("Prepare\n  Gather people\n    Ask the library for a room");
            choose(browser, "licence", "CC-BY-4.0");
        }
        other => panic!("{other}"),
    }
    browser.find("input[name=agree]").click();
}

/// In each language as far as the preview; in one to the page that says "thank you".
fn propose_every_kind(javascript: JavaScript, sent_in: &str) {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(javascript);
    for kind in ["story", "problem", "call", "organisation", "schema"] {
        for (language, width) in [("en", 1280), ("es", 768), ("it", 360), ("lv", 360)] {
            browser.resize(width, 900);
            browser.open(&service.url(&format!("{language}/contribute/")));
            browser.find(&format!("main a[href$='contribute/{kind}/']")).click();
            browser.wait_until("the form", |browser| browser.find_all("form.propose").len() == 1);
            // Nothing filled in: every mistake at once, each beside its field.
            browser.find("form.propose button.btn").click();
            browser.wait_until("the errors", |browser| {
                let links = browser.find_all("#errors a");
                links.len() >= 4 && !browser.find_all("#summary-error").is_empty()
            });
            fill_in_kind(&browser, kind);
            browser.find("form.propose button.btn").click();
            browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
            assert!(browser.page_text().contains("Street budget"), "{kind} {language}");
            let overflow =
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.run(overflow, json!([])), 0, "{kind} {language}");
        }
        browser.open(&service.url(&format!("{sent_in}/contribute/{kind}/")));
        fill_in_kind(&browser, kind);
        browser.find("form.propose button.btn").click();
        browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
        browser.find("#send").click();
        browser.wait_until("the status page", |browser| browser.address().contains("?key="));
        let status_page = browser.address();
        service.wait_for_state(status_page.trim_start_matches(&service.url("")), "proposed");
    }
    assert_eq!(service.branches().len(), 5);
}

#[test]
fn every_other_kind_is_proposed_in_four_languages_with_javascript() {
    propose_every_kind(JavaScript::On, "lv");
}

#[test]
fn every_other_kind_is_proposed_in_four_languages_without_javascript() {
    propose_every_kind(JavaScript::Off, "es");
}
