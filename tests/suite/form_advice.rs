//! What a form does while it is filled in: it finds personal data before anything is sent, shows entries
//! like the new one, and computes its proof of work.

use generator::personal_data::ROLE_MAILBOXES;
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::journey::LANGUAGES;
use interlink_tests::programs::workspace;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

/// Fills in what a form of an Interlinker must have.
fn fill_in(browser: &Browser, summary: &str) {
    browser.find("input[name=name]").fill("Walking interview");
    browser.find("[name=summary]").fill(summary);
    browser.find("input[name=nature][value=knowledge]").click();
    browser.find("select[name=licence] option[value='CC-BY-4.0']").click();
    browser.find("input[name=agree]").click();
}

#[test]
fn personal_data_is_found_in_the_browser_before_it_is_sent_in_every_language() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, words) in LANGUAGES.iter().zip([
        "seems to hold an e-mail address, phone number or code of a person",
        "parece contener el correo, el teléfono o el código de una persona",
        "sembra contenere l’e-mail, il telefono o il codice di una persona",
        "ir personas e-pasta adrese, tālruņa numurs vai kods",
    ]) {
        browser.open(&service.url(&format!("{language}/contribute/interlinker/")));
        fill_in(&browser, "Ask jane.doe@varam.gov.lv or call +371 67026533, or write to info@varam.gov.lv.");
        // Leaving the field is enough.
        let note = browser.find("#summary-personal").text();
        assert!(note.contains(words), "{language}: {note}");
        assert!(note.contains("jane.doe@varam.gov.lv, +371 67026533") && !note.contains("info@"), "{note}");
        assert!(browser.find("#summary").attribute("aria-describedby").contains("summary-personal"));
        let here = browser.address();
        browser.find("form.propose button.btn").click();
        let focused = browser.run("return document.activeElement.id", json!([]));
        assert_eq!((focused, browser.address()), ("summary".into(), here), "nothing is sent");
        // The service has the last word: it finds the same.
        browser.find("form.propose button.btn").click();
        browser.wait_until("the errors", |browser| !browser.find_all("a[href='#summary']").is_empty());
        assert!(browser.find("#errors").text().contains(words), "{language}");
    }
}

#[test]
fn what_is_mended_is_sent_without_a_word() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/contribute/interlinker/"));
    fill_in(&browser, "Ask jane.doe@varam.gov.lv for a talk while walking through the place.");
    browser.find("#summary-personal");
    browser.find("#summary").fill("A talk while walking through the place that a service is about.");
    browser.find("form.propose button.btn").click();
    browser.wait_until("the preview", |browser| browser.find_all("#send").len() == 1);
}

#[test]
fn entries_like_the_new_one_are_shown_while_its_name_is_typed() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/contribute/interlinker/"));
    browser.find("#name").type_text("Stakeholder map");
    let link = browser.find("#similar a");
    assert!(link.property("href").ends_with("/en/interlinkers/stakeholder-map-canvas/"), "{}", link.text());
    assert_eq!(browser.find("#similar").attribute("role"), "status");
    browser.find("#name").fill("Nothing that anybody knows");
    browser.wait_until("no entry", |browser| browser.find_all("#similar a").is_empty());
}

#[test]
fn a_browser_proves_its_work_while_somebody_types_and_need_not_wait() {
    let settings = [("INTERLINK_PROOF_OF_WORK", "1"), ("INTERLINK_MINIMUM_TIME", "900")];
    let service = ServiceTest::start_with(SiteTest::of_the_repository(), &settings);
    let waits = |javascript: JavaScript| {
        let browser = Browser::start(javascript);
        browser.open(&service.url("en/contribute/interlinker/"));
        fill_in(&browser, "A talk while walking through the place that a service is about.");
        if javascript == JavaScript::On {
            browser
                .wait_until("the proof", |browser| browser.find_all("form.propose [name=altcha]").len() == 1);
        }
        browser.find("form.propose button.btn").click();
        browser.find("#send").click();
        browser.wait_until("to be asked to wait", |browser| browser.page_text().contains("very quick"));
        let text = browser.find("main").text();
        let number = text.split(|c: char| !c.is_ascii_digit() && c != ',').find(|word| !word.is_empty());
        number.unwrap().replace(',', "").parse::<u32>().unwrap()
    };
    let (with_proof, without) = (waits(JavaScript::On), waits(JavaScript::Off));
    assert!(with_proof <= 900, "{with_proof}");
    assert!((901..=3_600).contains(&without), "{without}");
}

#[test]
fn the_report_of_translations_leads_to_the_form_that_translates() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    browser.open(&service.url("es/translations/"));
    browser.find("ul.texts a[href*='/translate?']").click();
    browser.wait_until("the form", |browser| browser.address().contains("/translate?"));
    assert_eq!(browser.find("form.propose [name=purpose]").attribute("value"), "translate");
}

#[test]
fn the_form_knows_the_same_mailboxes_of_functions_as_the_service() {
    let script =
        std::fs::read_to_string(workspace().join("themes/default/static/role-mailboxes.js")).unwrap();
    let (_, list) = script.split_once("const roles = new Set(`").unwrap();
    let (list, _) = list.split_once('`').unwrap();
    assert_eq!(list.split_whitespace().collect::<Vec<_>>(), ROLE_MAILBOXES);
}
