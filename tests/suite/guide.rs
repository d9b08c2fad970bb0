//! The guide: reviewed situations keep their advice, the browser does the same sum as the build, an
//! advice is an address, and the page is of use without JavaScript.

use std::fs;

use generator::guide::{Advice, Rules};
use generator::render::pages::guide::guide_rules;
use interlink_tests::browser::{Browser, JavaScript, keys};
use interlink_tests::fixture::fixture;
use interlink_tests::programs::workspace;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

fn rules() -> Rules {
    let checked = generator::check(&workspace().join("content")).unwrap();
    guide_rules(&checked.site).expect("the repository's content has a guide")
}

fn parameters(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_reviewed_situation_keeps_its_advice() {
    let rules = rules();
    let file = fs::read_to_string(fixture("guide").join("situations.json")).unwrap();
    let situations: Vec<Value> = serde_json::from_str(&file).unwrap();
    assert!(situations.len() >= 12);
    let mut lost = Vec::new();
    for situation in &situations {
        let advice = rules.advise(&parameters(situation["answers"].as_str().unwrap()));
        assert!(advice.unknown.is_empty(), "{situation}: unknown {:?}", advice.unknown);
        let id = |target: usize| rules.targets[target].id();
        let most = advice.models.first().map_or(0, |scored| scored.points);
        let best: Vec<String> = advice
            .models
            .iter()
            .filter(|scored| scored.points == most)
            .map(|scored| id(scored.target))
            .collect();
        let first_phase: Vec<String> = advice.phases.iter().take(1).map(|scored| id(scored.target)).collect();
        let problems: Vec<String> = advice.problems.iter().map(|scored| id(scored.target)).collect();
        let slugs: Vec<String> = advice
            .interlinkers
            .iter()
            .map(|picked| rules.candidates[picked.candidate].slug.clone())
            .collect();
        let name = situation["situation"].as_str().unwrap();
        if best != texts(&situation["models"]) {
            lost.push(format!("{name}: the models are {best:?}"));
        }
        if first_phase != texts(&situation["phases"]) {
            lost.push(format!("{name}: the phase is {first_phase:?}"));
        }
        for (part, expected, found) in [
            ("need", texts(&situation["problems"]), &problems),
            ("Interlinker", texts(&situation["interlinkers"]), &slugs),
        ] {
            for expected in expected.iter().filter(|expected| !found.contains(expected)) {
                lost.push(format!("{name}: the {part} {expected} is not among {found:?}"));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// A small generator of numbers that are always the same: a test that fails must fail again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    /// Some answers of some questions, with a few that nobody knows.
    fn address(&mut self, rules: &Rules) -> Vec<(String, String)> {
        let mut parameters = Vec::new();
        for _ in 0..self.below(14) {
            let question = &rules.questions[self.below(rules.questions.len())];
            let answer = &question.answers[self.below(question.answers.len())];
            parameters.push(match self.below(12) {
                0 => ("who".to_owned(), answer.id.clone()),
                1 => (question.id.clone(), "<b>".to_owned()),
                _ => (question.id.clone(), answer.id.clone()),
            });
        }
        parameters
    }
}

#[test]
fn the_browser_gives_the_same_advice_as_the_build_for_many_random_answers() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/guide/"));
    let rules = rules();
    let mut dice = Dice(20_261_122);
    let addresses: Vec<_> = (0..600).map(|_| dice.address(&rules)).collect();
    let found = browser.run_until_told(
        "const [addresses, done] = arguments;
         const own = document.querySelector(`script[src$='/finder.js']`).src;
         Promise.all([import(new URL('finder-rules.js', own)), fetch('guide.json').then(file => file.json())])
             .then(([{ advise }, { rules }]) => done(addresses.map(address => advise(rules, address))),
                   error => done(String(error)));",
        json!([addresses]),
    );
    let found = found.as_array().unwrap_or_else(|| panic!("{found}"));
    let mut with_advice = 0;
    for (address, found) in addresses.iter().zip(found) {
        let expected: Advice = rules.advise(address);
        with_advice += usize::from(!expected.interlinkers.is_empty() && !expected.models.is_empty());
        assert_eq!(json!(expected), *found, "{address:?}");
    }
    assert!(with_advice > 200, "only {with_advice} addresses gave an advice");
}

#[test]
fn a_reader_answers_goes_back_and_finds_the_advice_in_the_address_in_every_language_and_width() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, model) in [
        ("en", "Citizen to citizen"),
        ("es", "De ciudadano a ciudadano"),
        ("it", "Da cittadino a cittadino"),
        ("lv", "No iedzīvotāja iedzīvotājam"),
    ] {
        for width in [360, 768, 1280] {
            browser.resize(width, 900);
            let guide = service.url(&format!("{language}/guide/"));
            browser.open(&guide);
            // What moves when the rules arrive has moved by then.
            browser.find("#guide[data-settled]");
            browser.find("label[for=lead-citizens]").click();
            let one = format!("{guide}?lead=citizens");
            browser.wait_until(&one, |browser| browser.address() == one);
            // With the keyboard, as well.
            browser.run("document.querySelector('#task-stakeholders').focus()", json!([]));
            browser.press(" ");
            let two = format!("{one}&task=stakeholders");
            browser.wait_until(&two, |browser| browser.address() == two);
            assert_eq!(browser.find("#models-found h4").text(), model);
            assert!(browser.find("#interlinkers-found").text().len() > 40);
            browser.find("#see").click();
            let focused = "return document.activeElement.id";
            assert_eq!(browser.run(focused, json!([])), json!("answer-title"));
            browser.back();
            browser.wait_until("one answer less", |browser| {
                browser.address() == one && !browser.find("#no-interlinker").text().is_empty()
            });
            // The language link carries the answers along.
            let other = if language == "lv" { "en" } else { "lv" };
            browser.find(&format!(".langs a[hreflang={other}]")).click();
            let there = service.url(&format!("{other}/guide/?lead=citizens"));
            browser.wait_until(&there, |browser| browser.address() == there);
            browser.find("#models-found h4");
            assert!(!browser.find("#lead-citizens").is_shown(), "a shared advice is read first");
            browser.find("#again").click();
            let again = service.url(&format!("{other}/guide/"));
            browser.wait_until("the questions again", |browser| {
                browser.find("#lead-citizens").is_shown() && browser.address() == again
            });
        }
    }
}

#[test]
fn an_advice_opens_an_entry_and_the_catalogue_with_the_same_needs() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/guide/?task=stakeholders&task=workshop&time=days"));
    browser.find("#interlinkers-found h4 a");
    browser.find("#in-catalogue").click();
    browser.wait_until("the two needs as chips", |browser| browser.find_all("#chips .chip").len() == 2);
    browser.back();
    browser.find("#interlinkers-found h4 a").type_text(keys::ENTER);
    browser.wait_until("the entry", |browser| browser.address().contains("/interlinkers/"));
}

#[test]
fn hostile_addresses_of_the_guide_are_left_out_with_a_word_and_stay_text() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let long = "x".repeat(4_000);
    for query in [
        "lead=%3Cscript%3Edocument.title=1%3C/script%3E".to_owned(),
        "%3Cimg%20src=x%20onerror=alert(1)%3E=1".to_owned(),
        "lead=%ff&%ff=%".to_owned(),
        format!("{long}={long}"),
    ] {
        browser.open(&service.url(&format!("en/guide/?{query}")));
        browser.wait_until("the word about it", |browser| {
            browser.find("#guide-note").text().contains("left out")
        });
        assert!(browser.find("#guide-note").text().len() < 400);
        assert!(browser.find_all("main img, main script:not([type])").is_empty());
        assert!(browser.title().starts_with("What do I need?"));
        assert!(!browser.find("#answer").is_shown());
    }
}

#[test]
fn without_javascript_every_answer_says_where_it_leads_and_every_model_has_a_page() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    for language in ["en", "lv"] {
        browser.open(&service.url(&format!("{language}/guide/")));
        assert!(browser.find("noscript p").is_shown());
        assert!(!browser.find("#lead-citizens").is_shown(), "a button that does nothing");
        assert!(!browser.find("#answer").is_shown() && !browser.find("#tally").is_shown());
        assert!(browser.find("#table tbody tr").is_shown());
        let leads = browser.find("label[for=task-stakeholders] ~ .leads a[href*=problems]");
        leads.click();
        browser.wait_until("the need", |browser| browser.address().contains("/problems/und-problem-2/"));
        browser.back();
        browser.find("#models h3 a").click();
        browser.wait_until("the model", |browser| browser.address().ends_with("/guide/citizen-sourcing/"));
        assert!(browser.find_all("main section").len() >= 5);
    }
}

#[test]
fn a_guide_with_mistakes_is_told_where_they_stand() {
    let guide = "questions:\n  - id: who\n    text:\n      en: Who?\n    answers:\n      - id: we\n        text:\n          en: We\n        weights:\n          - points: 12\n            models: [citizen-sourcing]\n          - points: 2\n            problems: [no-such-need]\n            models: [citizen-sourcin]\n      - id: we\n        text:\n          en: We again\n      - id: you\n        text:\n          lv: Jūs\n  - id: where\n    text:\n      en: Where?\n    answers: []\n";
    let site = SiteTest::base().with_file("guide.yaml", guide).commit("A guide").check();
    let said = &site.checked().stdout;
    for expected in [
        "guide.yaml:10:21: error: `points` needs a number from 1 to 9",
        "guide.yaml:13:24: error: there is no problem “no-such-need”",
        "guide.yaml:14:22: error: ",
        "did you mean `citizen-sourcing`?",
        "guide.yaml:15:13: error: the id “we” stands twice among the answers",
        "guide.yaml:18:13: warning: the answer “you” changes nothing",
        "guide.yaml:21:9: error: the question “where” has no answer",
        "guide.yaml: warning: no answer speaks for the governance model “citizen-to-citizen”",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }
}

#[test]
fn a_guide_in_one_language_is_marked_in_the_others() {
    let guide = "questions:\n  - id: who\n    text:\n      en: Who takes the lead?\n    answers:\n      - id: we\n        text:\n          en: We do\n          lv: Mēs\n        weights:\n          - points: 2\n            models: [citizen-sourcing]\n";
    let site = SiteTest::base().with_file("guide.yaml", guide).commit("A guide").build();
    let page = site.page("lv/guide/");
    assert!(page.contains(
        "<span lang=\"en\" data-in>Who takes the lead?</span> <span class=\"in\">angļu valodā</span>"
    ));
    assert!(page.contains(">Mēs</label>") && page.contains("class=\"fall"));
}
