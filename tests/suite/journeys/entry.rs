//! The page of an Interlinker: pictures, downloads, texts to copy, what can be done about it.

use interlink_tests::browser::{JavaScript, keys};
use interlink_tests::journey::{first_number, journey};
use interlink_tests::site_test::SiteTest;
use serde_json::json;

use super::{links, texts};

const ENTRY: &str = "interlinkers/stakeholder-map-canvas/";

/// English as the site's languages call it.
const ENGLISH: [(&str, &str); 4] = [("en", "English"), ("es", "inglés"), ("it", "inglese"), ("lv", "angļu")];

#[test]
fn a_reader_looks_downloads_copies_and_cites_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, service| {
        let browser = stop.browser;
        stop.open(ENTRY);
        // The gallery, with keys alone; the focus comes back to where it began.
        stop.press("#gallery a");
        stop.wait_for(".viewer[open] img");
        assert!(stop.has_focus(".viewer button"));
        assert!(stop.text(".viewer figcaption").len() > 20, "the picture has words");
        browser.press(keys::ESCAPE);
        browser.wait_until("the gallery to close", |_| stop.count(".viewer") == 0);
        assert!(stop.has_focus("#gallery a"), "the focus is lost");

        // Each file says what it is, and can be had.
        let (_, english) = ENGLISH.into_iter().find(|(code, _)| *code == stop.language).unwrap();
        let mut formats = texts(stop, "#files .files > li > .ext");
        // Those in the language of the page come first.
        formats.sort();
        assert_eq!(formats, ["CSV", "SVG", "SVG"]);
        let said = texts(stop, "#files .files > li > div > p");
        for details in &said {
            let size = details.rsplit(" · ").next().unwrap_or_default();
            assert!(first_number(size) > 0 && size.ends_with('B'), "no size: {details}");
        }
        assert_eq!(
            said.iter().filter(|details| details.to_lowercase().contains(&english.to_lowercase())).count(),
            2,
            "{said:?}"
        );
        for file in links(stop, "#files a[download]") {
            assert_eq!(service.get(file.trim_start_matches(&service.url(""))).status, 200, "{file}");
        }

        // What the browser would put into the clipboard is kept on the page.
        browser.run(
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } })",
            json!([]),
        );
        browser.find(".title a[href='#adopt']").click();
        stop.wait_to_be_at(&format!("{ENTRY}#adopt"));
        for part in ["recipe", "attribution", "address"] {
            let button = format!("[data-copy={part}]");
            let done = browser.find(&button).attribute("data-done");
            stop.press(&button);
            browser.wait_until("the button to say so", |_| stop.text(&button) == done);
            let copied = browser.run("return window.copied", json!([]));
            assert_eq!(copied, texts(stop, &format!("#{part}"))[0].as_str());
        }
        assert!(
            stop.text("#recipe").contains("sparse-checkout set content/interlinkers/stakeholder-map-canvas")
        );
        assert!(stop.text("#attribution").contains("CC BY 4.0"));
        assert!(stop.text("#address").ends_with(&format!("/{}/{ENTRY}", stop.language)));
        let letter = browser.find("#share a[href^='mailto:']").attribute("href");
        assert!(letter.contains("stakeholder%2Dmap%2Dcanvas"), "{letter}");

        browser.find(".title a[href='#cite']").click();
        stop.wait_to_be_at(&format!("{ENTRY}#cite"));
        assert!(stop.text("#cite p").contains(&stop.text("h1")), "{}", stop.text("#cite p"));
        for (file, begins) in [("cite.bib", "@"), ("cite.json", "[")] {
            let text = service.get(&format!("{}/{ENTRY}{file}", stop.language)).body;
            assert!(
                browser.find(&format!("#cite a[href='{file}']")).is_shown() && text.starts_with(begins),
                "{text}"
            );
        }
        stop.expect_to_fit();

        // What is wrong here can be put right: the form comes with what stands there. What is filled in and sent is
        // tried in `about_browser`.
        let name = stop.text("h1");
        let purposes = ["edit", "translate", "report", "use", "review"];
        for purpose in purposes.into_iter().take(if stop.width == 360 { 5 } else { 1 }) {
            stop.press(&format!(".improve a[href*='/{purpose}?']"));
            stop.wait_for("#about");
            assert_eq!(stop.text("#about"), name, "{purpose}");
            stop.expect_to_fit();
            browser.back();
            stop.wait_for(".improve");
        }
    });
}

/// English has all words of this entry, the others have not.
#[test]
fn words_of_another_language_are_marked_and_lead_to_helping_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        stop.open("interlinkers/hackathon-rules/");
        let marked = "return [...document.querySelectorAll('main [data-in]')].map((one) => one.lang)";
        let marked = browser.run(marked, json!([]));
        let marked = marked.as_array().unwrap();
        if stop.language == "en" {
            assert!(marked.is_empty() && stop.count("p.fall") == 0, "{marked:?}");
            return;
        }
        assert!(!marked.is_empty() && marked.iter().all(|language| *language == "en"), "{marked:?}");
        assert!(stop.count("main .in") > 0, "said in words, too");
        stop.expect_to_fit();
        stop.press("p.fall a[href*='/translate?']");
        stop.wait_for("form.propose .origin");
        assert_eq!(browser.find("input[name='words']").attribute("value"), stop.language);
        stop.expect_to_fit();
    });
}
