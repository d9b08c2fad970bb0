//! A draft that a form keeps in the browser: only when it is asked for, back on the next visit, gone when it
//! is deleted or sent, and no harm where the browser keeps nothing.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

const SUMMARY: &str = "People of a street decide together how it spends its money, in three evenings.";
const TEXT: &str = "We met three times in the library. First we asked what people missed, then we drew it, and in \
                    the end everybody voted with stones.";

/// The names of the drafts in the browser.
fn drafts(browser: &Browser) -> Value {
    browser.run("return Object.keys(localStorage).sort()", json!([]))
}

/// Waits until the draft of a form holds these words. Drafts are saved a moment after the typing.
#[track_caller]
fn wait_for_draft(browser: &Browser, name: &str, words: &str) {
    browser.wait_until(words, |browser| {
        let draft = browser.run("return localStorage.getItem(arguments[0])", json!([name]));
        draft.as_str().is_some_and(|draft| draft.contains(words))
    });
}

#[track_caller]
fn wait_for_state(browser: &Browser, words: &str) {
    browser.wait_until(words, |browser| browser.find("#draft-state").text().contains(words));
}

fn is_ticked(browser: &Browser) -> bool {
    browser.find("#keep-draft").property("checked") == "true"
}

/// A form that has been filled in halfway by somebody who wants it kept.
fn begin(browser: &Browser, service: &ServiceTest, language: &str) -> String {
    let name = format!("interlink-draft:/{language}/contribute/story/");
    browser.open(&service.url(&format!("{language}/contribute/story/")));
    browser.find("#keep-draft").click();
    browser.find("#name").fill("Street budget");
    browser.find("#summary").fill(SUMMARY);
    browser.find("#licence option[value='CC-BY-4.0']").click();
    wait_for_draft(browser, &name, "CC-BY-4.0");
    name
}

#[test]
fn nothing_is_kept_before_it_is_asked_for_and_nothing_secret_ever() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/contribute/story/"));
    browser.find("#keep-draft");
    browser.find("#name").fill("Street budget");
    // Leaving the page would save a draft.
    browser.run("dispatchEvent(new PageTransitionEvent('pagehide'))", json!([]));
    assert_eq!(drafts(&browser), json!([]));

    browser.find("#keep-draft").click();
    let draft = "interlink-draft:/en/contribute/story/";
    wait_for_draft(&browser, draft, "Street budget");
    browser.find("#agree").click();
    browser.run("document.querySelector('#homepage').value = 'of a machine'", json!([]));
    browser.find("#summary").fill(SUMMARY);
    wait_for_draft(&browser, draft, SUMMARY);
    let answers = "return Object.keys(JSON.parse(localStorage.getItem(arguments[0])).answers).sort()";
    assert_eq!(browser.run(answers, json!([draft])), json!(["name", "summary"]));
    let asks_before_leaving = "const leave = new Event('beforeunload', { cancelable: true });
                               dispatchEvent(leave); return leave.defaultPrevented";
    assert_eq!(browser.run(asks_before_leaving, json!([])), false, "nothing is lost");

    browser.find("#keep-draft").click();
    assert_eq!(drafts(&browser), json!([]));
    assert_eq!(browser.find("#name").property("value"), "Street budget", "the form stays as it is");
    assert_eq!(browser.run(asks_before_leaving, json!([])), true);
}

#[test]
fn a_form_without_javascript_speaks_of_no_draft() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    browser.open(&service.url("en/contribute/story/"));
    assert!(browser.find_all("#keep-draft").is_empty());
}

#[test]
fn a_draft_comes_back_and_goes_when_its_writer_says_so_in_two_languages() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, keep, back, deleted) in [
        ("en", "Keep what I type on this device", "is back", "The draft is deleted"),
        ("lv", "Saglabāt šajā ierīcē to, ko rakstu", "Melnraksts ir atjaunots", "Melnraksts ir dzēsts"),
    ] {
        let draft = begin(&browser, &service, language);
        assert_eq!(browser.find("#keep-draft").spoken_name(), keep);
        // At once, before a pause in typing.
        browser.find("#lessons").fill("Stones are better than slips of paper.");
        browser.open(&service.url(&format!("{language}/")));

        browser.open(&service.url(&format!("{language}/contribute/story/")));
        wait_for_state(&browser, back);
        for (field, value) in [
            ("name", "Street budget"),
            ("summary", SUMMARY),
            ("licence", "CC-BY-4.0"),
            ("lessons", "Stones are better than slips of paper."),
        ] {
            assert_eq!(browser.find(&format!("#{field}")).property("value"), value, "{language}");
        }
        assert_eq!(drafts(&browser), json!([draft]));
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        browser.resize(360, 800);
        assert_eq!(browser.run(overflow, json!([])), 0, "{language}");
        browser.resize(1280, 900);

        // Deleted, taken back once, and deleted again.
        browser.find("#draft-button").click();
        wait_for_state(&browser, deleted);
        assert_eq!(drafts(&browser), json!([]));
        assert_eq!(browser.find("#name").property("value"), "");
        assert!(!is_ticked(&browser));
        browser.find("#draft-button").click();
        wait_for_draft(&browser, &draft, SUMMARY);
        assert_eq!(browser.find("#name").property("value"), "Street budget");
        browser.find("#draft-button").click();
        assert_eq!(drafts(&browser), json!([]));
        browser.reload();
        assert!(!is_ticked(&browser));
        assert_eq!(browser.find("#draft-state").text(), "");
    }
}

#[test]
fn a_draft_outlives_mistakes_and_a_preview_and_goes_when_it_is_sent_in_two_languages() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in ["en", "es"] {
        let draft = begin(&browser, &service, language);
        browser.find("form.propose button.btn").click();
        browser.wait_until("the errors", |browser| !browser.find_all("a[href='#text']").is_empty());
        assert!(is_ticked(&browser));
        browser.find("#text").fill(TEXT);
        wait_for_draft(&browser, &draft, TEXT);
        browser.find("#agree").click();
        browser.find("form.propose button.btn").click();
        browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
        assert_eq!(drafts(&browser), json!([draft]));

        // A draft that began on the page with mistakes is whole, and a change of mind keeps it.
        browser.find("#change").click();
        browser.wait_until("the form", |browser| browser.find_all("#keep-draft").len() == 1);
        assert!(is_ticked(&browser));
        assert_eq!(browser.find("#text").property("value"), TEXT);
        browser.find("form.propose button.btn").click();
        browser.find("#send").click();
        browser.wait_until("the status page", |browser| browser.find_all("#state").len() == 1);
        browser.wait_until("no draft", |browser| drafts(browser) == json!([]));
        let status = browser.address();

        // Somebody who only looks at what was sent earlier loses nothing.
        let draft = begin(&browser, &service, language);
        browser.find("#text").fill(TEXT);
        browser.find("#agree").click();
        browser.find("form.propose button.btn").click();
        browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
        browser.open(&status);
        browser.find("#state");
        assert_eq!(drafts(&browser), json!([draft]));
        browser.run("localStorage.clear()", json!([]));
    }
}

#[test]
fn the_draft_of_a_change_says_what_others_have_changed_meanwhile() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let form = service.url("contributions/about/interlinkers/interview-guide/edit?lang=en");
    let draft = "interlink-draft:/en/edit/interlinker/interview-guide/en/";
    browser.open(&form);
    browser.find("#keep-draft").click();
    let before = browser.find("#summary").property("value");
    browser.find("#summary").fill(SUMMARY);
    wait_for_draft(&browser, draft, SUMMARY);
    browser.open(&service.url("en/"));
    browser.open(&form);
    wait_for_state(&browser, "is back");
    assert!(!browser.find("#draft-state").text().contains("Summary"));
    assert_eq!(browser.find("#summary").property("value"), SUMMARY);

    // As if the draft had been begun on other words.
    browser.open(&service.url("en/"));
    let other = "localStorage.setItem(arguments[0],
        localStorage.getItem(arguments[0]).replace(/\"was\":\"/, '\"was\":\"other'))";
    browser.run(other, json!([draft]));
    browser.open(&form);
    wait_for_state(&browser, "Somebody has changed this since: Summary.");
    browser.find("#draft-button").click();
    assert_eq!(browser.find("#summary").property("value"), before, "the form is as the entry is");
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_the_form_works() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, words) in [("en", "This browser keeps nothing"), ("it", "Questo browser non salva nulla")]
    {
        browser.open(&service.url(&format!("{language}/contribute/story/")));
        browser.find("#keep-draft");
        let refuse =
            "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }";
        browser.run(refuse, json!([]));
        browser.find("#keep-draft").click();
        wait_for_state(&browser, words);
        assert!(!is_ticked(&browser));
        browser.find("#name").fill("Street budget");
        browser.find("#summary").fill(SUMMARY);
        browser.find("#text").fill(TEXT);
        browser.find("#licence option[value='CC-BY-4.0']").click();
        browser.find("#agree").click();
        browser.find("form.propose button.btn").click();
        browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
    }
    browser.expect_no_error();
}

#[test]
fn what_is_no_draft_or_too_old_or_of_another_form_does_no_harm() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let form = service.url("en/contribute/story/");
    let draft = "interlink-draft:/en/contribute/story/";
    let put = "localStorage.setItem(arguments[0], arguments[1])";
    for nonsense in ["", "x", "[null]", "{}", r#"{"at":1e300,"answers":{}}"#, r#"{"at":5,"answers":null}"#] {
        browser.open(&service.url("en/"));
        browser.run(put, json!([draft, nonsense]));
        browser.open(&form);
        wait_for_state(&browser, "could not be read");
        assert_eq!(drafts(&browser), json!([]), "{nonsense}");
        assert!(!is_ticked(&browser));
    }

    browser.open(&service.url("en/"));
    let put_at = "localStorage.setItem(arguments[0], JSON.stringify({
        at: Date.now() - arguments[1] * 24 * 60 * 60 * 1000, answers: arguments[2] }))";
    browser.run(put_at, json!(["interlink-draft:/lv/contribute/call/", 61, {}]));
    browser.run(put_at, json!(["interlink-draft:/lv/contribute/problem/", 59, {}]));
    let answers = json!({
        "a-field-of-yesterday": { "values": ["x"] },
        "name": { "values": ["<img src=x onerror=alert(1)>"] },
        "licence": { "values": ["no licence of ours"] },
        "agree": { "values": ["yes"] },
        "kind": { "values": ["call"] },
        "summary": 7,
        "text": { "values": [7] },
    });
    browser.run(put_at, json!([draft, 1, answers]));
    browser.open(&form);
    // A field that is no answer makes the rest no worse.
    wait_for_state(&browser, "is back");
    for (css, value) in [
        ("#name", "<img src=x onerror=alert(1)>"),
        ("#licence", ""),
        ("#summary", ""),
        ("#text", ""),
        ("input[name=kind]", "story"),
    ] {
        assert_eq!(browser.find(css).property("value"), value, "{css}");
    }
    assert_eq!(browser.find("#agree").property("checked"), "false");
    assert_eq!(drafts(&browser), json!([draft, "interlink-draft:/lv/contribute/problem/"]));
}
