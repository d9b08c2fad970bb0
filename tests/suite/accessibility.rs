//! Every type of page, as it stands in a browser on a phone and on a desk, light and dark: axe-core finds no
//! barrier; nothing is wider than these screens or a tablet's, nothing is asked of another server, no
//! script fails, nothing is kept. One site and one browser serve all pages of a language,
//! because starting them takes longer than looking. English is looked at in all these ways, in the dark on
//! the desk; the others, whose pages differ in words alone, on a phone by day and not again for their colours.
//! The pages on the way of a proposal are among them in every language.

use std::fs;
use std::path::Path;

use interlink_tests::browser::{Browser, JavaScript, Scheme};
use interlink_tests::desk::{Desk, VIEWS};
use interlink_tests::fixture::process_file;
use interlink_tests::page_types::{self, PAGES, SCREENS};
use interlink_tests::programs::{command, run};
use interlink_tests::service_test::{ServiceTest, TOKEN, id_and_key, proposal};
use interlink_tests::site_test::SiteTest;
use serde_json::json;
use sha2::{Digest, Sha256};
use url::Url;

/// WCAG 2.0 to 2.2, levels A and AA, and what axe calls best practice. What it cannot decide by
/// itself is no finding.
const EVERY_RULE: &str =
    "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']";

/// The rules for a page of which the colours were looked at in another language.
const EVERY_RULE_BUT_OF_COLOUR: &str =
    "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
     rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } }";

/// The rules that depend on colours, which alone differ between a light and a dark page.
const RULES_OF_COLOUR: &str = "{ type: 'rule', values: ['color-contrast', 'link-in-text-block'] }";

fn axe() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor/axe-core/axe.min.js")).unwrap()
}

#[test]
fn the_vendored_axe_is_the_one_that_was_written_down() {
    let notes =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor/axe-core/README.md")).unwrap();
    let checksum: String = Sha256::digest(axe()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(notes.contains(&checksum), "{checksum} is not in the notes");
}

#[test]
fn every_type_of_page_is_open_to_everybody_in_english() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, service.url(""));
    look.proves_that_it_sees();
    browser.open(&service.url(""));
    look.closely("the choice of a language");
    look.at_every_page("en");
    look.expect_nothing_found();
}

#[test]
fn every_page_that_the_service_makes_is_open_to_everybody_in_english() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, service.url(""));
    look.at_a_proposal(&service, "en");
    look.at_an_edit(&service, "en");
    look.at_what_few_see(&service);
    look.expect_nothing_found();
}

/// The language with the longest words and the most letters.
#[test]
fn every_type_of_page_is_open_to_everybody_in_latvian_on_a_phone() {
    is_open_on_a_phone("lv");
}

#[test]
fn every_type_of_page_is_open_to_everybody_in_spanish_on_a_phone() {
    is_open_on_a_phone("es");
}

#[test]
fn every_type_of_page_is_open_to_everybody_in_italian_on_a_phone() {
    is_open_on_a_phone("it");
}

#[track_caller]
fn is_open_on_a_phone(language: &str) {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, service.url(""));
    look.schemes = &[Scheme::Light];
    look.screens = &SCREENS[..1];
    look.rules = EVERY_RULE_BUT_OF_COLOUR;
    look.at_every_page(language);
    look.at_a_proposal(&service, language);
    look.at_an_edit(&service, language);
    look.expect_nothing_found();
}

/// A process in the middle of its work, and one of which copies differ: in English on a desk, in Latvian on a phone.
#[test]
fn every_view_of_a_process_is_open_to_everybody() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page("delete window.showOpenFilePicker;");
    let mut look = Look::new(&browser, service.url(""));
    let both = [Scheme::Light, Scheme::Dark];
    for (language, schemes, screens) in [("en", &both[..], &SCREENS[2..]), ("lv", &both[..1], &SCREENS[..1])]
    {
        look.schemes = schemes;
        look.screens = screens;
        let workspace = service.url(&format!("{language}/workspace/"));
        let desk = Desk { browser: &browser, workspace: &workspace };
        for (file, views) in [("at-work.yaml", &VIEWS[..]), ("good/conflicts.yaml", &["conflicts"])] {
            desk.enter();
            desk.choose("#ws-open", "process.yaml", &process_file(file));
            browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
            for view in views {
                if *view == "conflicts" {
                    browser.find("#ws-conflicts a").click();
                    browser.wait_for("#ws-view .ws-pair");
                } else {
                    desk.go(view);
                }
                if *view == "guide" {
                    desk.open_row("ws-row-aplukot-vestules");
                }
                // What is folded is a part of the page too.
                let unfold =
                    "for (const one of document.querySelectorAll('#ws-view details')) one.open = true";
                browser.run(unfold, json!([]));
                look.closely(&format!("{language} {view}"));
            }
        }
        desk.enter();
        look.closely(&format!("{language} list of processes"));
    }
    look.expect_nothing_found();
}

/// An edition has its own colours, name and logo.
#[test]
fn a_white_label_site_is_open_to_everybody() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, service.url(""));
    let base = service.url("spain-city/");
    let arguments = ["build", "--edition", "spain-city", "--base-url", &base, "--out", "site/spain-city"];
    service.site.interlink(&arguments).expect_code(0);
    for page in ["", "es/", "es/interlinkers/", "es/interlinkers/stakeholder-map-canvas/", "es/translations/"]
    {
        browser.open(&format!("{base}{page}"));
        look.closely(&format!("the edition: {page}"));
    }
    look.expect_nothing_found();
}

/// The archive is made of other HTML than the site, and so are its first page and its signs.
#[test]
fn what_is_read_from_a_disk_is_open_to_everybody() {
    let site = SiteTest::of_the_repository();
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    let stick = site.folder().join("stick");
    fs::create_dir_all(&stick).unwrap();
    run(command("unzip", &stick).arg("-q").arg(site.site().join("offline-copy.zip"))).expect_code(0);
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, String::new());
    look.screens = &SCREENS[..1];
    for page in [
        "START-HERE.html",
        "catalogue/lv/index.html",
        "catalogue/lv/interlinkers/index.html?nature=software",
        "catalogue/lv/interlinkers/stakeholder-map-canvas/index.html",
        "catalogue/lv/search/index.html?q=karte",
        "catalogue/lv/contribute/interlinker/index.html",
        "catalogue/lv/workspace/index.html?schema=default",
    ] {
        let (path, query) = page.split_once('?').unwrap_or((page, ""));
        let mut address = Url::from_file_path(stick.join(path)).unwrap();
        address.set_query((!query.is_empty()).then_some(query));
        page_types::open(&browser, address.as_str());
        look.closely(page);
    }
    look.expect_nothing_found();
}

/// What is printed is read on paper, so only its colours can be a barrier.
#[test]
fn what_is_printed_has_letters_that_differ_from_the_ground() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut look = Look::new(&browser, service.url(""));
    for page in [
        "interlinkers/",
        "interlinkers/stakeholder-map-canvas/",
        "schemas/default/",
        "stories/zaragoza-etopia/",
        "compare/?i=interview-guide,decidim",
        "accessibility/",
    ] {
        browser.show_on_screen(Scheme::Dark);
        page_types::open(&browser, &service.url(&format!("en/{page}")));
        look.on_paper(page);
    }
    look.expect_nothing_found();
}

struct Look<'a> {
    browser: &'a Browser,
    /// The start of every address that a page may ask.
    own: String,
    schemes: &'a [Scheme],
    screens: &'a [(u32, u32)],
    /// What is looked for by day.
    rules: &'a str,
    axe: String,
    problems: Vec<String>,
}

impl<'a> Look<'a> {
    fn new(browser: &'a Browser, own: String) -> Look<'a> {
        let schemes = &[Scheme::Light, Scheme::Dark];
        Look { browser, own, schemes, screens: &SCREENS, rules: EVERY_RULE, axe: axe(), problems: Vec::new() }
    }

    #[track_caller]
    fn expect_nothing_found(&self) {
        assert!(self.problems.is_empty(), "{} problems\n{}", self.problems.len(), self.problems.join("\n"));
    }

    /// Looks at one page of each type.
    fn at_every_page(&mut self, language: &str) {
        for page in PAGES {
            page_types::open(self.browser, &format!("{}{language}/{page}", self.own));
            self.closely(&format!("{language}/{page}"));
        }
    }

    /// Looks at the colours of the page that is open as it will be printed.
    fn on_paper(&mut self, page: &str) {
        self.browser.run(&self.axe, json!([]));
        self.browser.show_on_paper();
        let barriers = self.barriers(RULES_OF_COLOUR);
        self.problems.extend(barriers.iter().map(|barrier| format!("{page} on paper: {barrier}")));
    }

    /// A page with a barrier is told from one without, and its console is heard.
    #[track_caller]
    fn proves_that_it_sees(&mut self) {
        self.browser.open(
            "data:text/html,<html lang=en><title>A</title><main><h1>A</h1><img src='data:,'>\
             <p style='color:%23aaa;background:%23fff'>Pale</p><script>throw 1</script></main>",
        );
        self.browser.run(&self.axe, json!([]));
        let seen = self.barriers(EVERY_RULE).join("\n");
        assert!(seen.contains("image-alt: ") && seen.contains("color-contrast: "), "{seen}");
        assert!(self.barriers(RULES_OF_COLOUR).join("\n").starts_with("color-contrast: "));
        assert!(self.browser.console().iter().any(|(level, _)| level == "SEVERE"));
        self.browser.requests();
    }

    /// Looks at the page that is open.
    fn closely(&mut self, page: &str) {
        self.browser.run(&self.axe, json!([]));
        for &scheme in self.schemes {
            self.browser.show_on_screen(scheme);
            for &(width, height) in self.screens {
                // A tablet shows what a phone shows, with other widths; and what is dark is so on every screen.
                let is_between = (width, height) == SCREENS[1];
                if scheme == Scheme::Dark && self.screens.last() != Some(&(width, height)) {
                    continue;
                }
                self.browser.resize(width, height);
                let here = format!("{page} {scheme:?} {width}");
                let rules = if scheme == Scheme::Light { self.rules } else { RULES_OF_COLOUR };
                let barriers = if is_between { Vec::new() } else { self.barriers(rules) };
                self.problems.extend(barriers.iter().map(|barrier| format!("{here}: {barrier}")));
                let overflow = self.browser.run(
                    "const page = document.documentElement; return page.scrollWidth - page.clientWidth",
                    json!([]),
                );
                if overflow != 0 {
                    self.problems.push(format!("{here}: {overflow} pixels wider than the screen"));
                }
            }
        }
        self.behind_the_scenes(page);
    }

    /// From a disk axe may not read the style sheets again, which only rules about films and turning
    /// the screen do.
    fn barriers(&self, rules: &str) -> Vec<String> {
        let run = format!(
            "const done = arguments[0];
             axe.run(document, {{ runOnly: {rules}, resultTypes: ['violations'], preload: location.protocol !== 'file:' }}).then(
                 results => done(results.violations.map(found => `${{found.id}}: ${{found.help}}: `
                     + found.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | '))),
                 error => done([String(error)]));"
        );
        let found = self.browser.run_until_told(&run, json!([]));
        let found = found.as_array().expect("axe gives a list");
        found.iter().map(|barrier| barrier.as_str().unwrap_or("?").to_owned()).collect()
    }

    /// What the page has asked for, said to the console, and kept.
    fn behind_the_scenes(&mut self, page: &str) {
        let own = &self.own;
        // The browser's own pages, such as its empty first one, ask the browser itself.
        let asked = self.browser.requests().into_iter().filter(|address| address.starts_with("http"));
        self.problems
            .extend(asked.filter(|address| !address.starts_with(own)).map(|at| format!("{page} asks {at}")));
        let said = self.browser.console().into_iter();
        // The browser notes every page with an error status; such a page is looked at on purpose.
        let said = said.filter(|(level, message)| {
            level != "INFO" && !message.contains("the server responded with a status of 4")
        });
        self.problems.extend(said.map(|(level, message)| format!("{page}: {level}: {message}")));
        let kept = "return document.cookie.length + localStorage.length + sessionStorage.length";
        if self.browser.run(kept, json!([])) != 0 {
            self.problems.push(format!("{page} keeps something in the browser"));
        }
    }

    /// Looks at the page that is open where it may not run scripts, so not axe either: its text is laid into the site
    /// and opened there. Its form sends from there as well.
    fn at_a_copy(&mut self, service: &ServiceTest, page: &str) {
        let copy = "copy-of-a-sandboxed-page.html";
        fs::write(service.site.site().join(copy), self.browser.source()).unwrap();
        self.browser.open(&service.url(copy));
        self.closely(page);
    }

    /// Every page that the service makes on the way from the form to a maintainer.
    fn at_a_proposal(&mut self, service: &ServiceTest, language: &str) {
        let browser = self.browser;
        browser.open(&service.url(&format!("{language}/contribute/interlinker/")));
        // Past the browser's own checks, as an old browser would send it.
        browser.run("document.querySelector('form.propose').submit()", json!([]));
        browser.wait_until("the errors", |browser| !browser.find_all("#errors").is_empty());
        self.closely(&format!("{language} form with errors"));
        let fields = json!([{
            "name": format!("Walking interview {language}"),
            "summary": "A talk while walking through the place that a service is about.",
            "instructions": "## Steps\n\nWalk. Ask. Write down what you see.",
            "nature": "knowledge",
            "licence": "CC-BY-4.0",
        }]);
        let fill = "const form = document.querySelector('form.propose');
            for (const [name, value] of Object.entries(arguments[0])) form.elements[name].value = value;
            form.elements.agree.checked = true;
            form.submit();";
        browser.run(fill, fields);
        browser.wait_until("the preview", |browser| !browser.find_all("#send").is_empty());
        self.at_a_copy(service, &format!("{language} preview"));
        browser.find("#send").click();
        browser.wait_until("the status", |browser| !browser.find_all("#state").is_empty());
        let status = browser.address();
        service.wait_for_state(status.trim_start_matches(&service.url("")), "proposed");
        browser.reload();
        self.closely(&format!("{language} status"));
        browser.open(&service.url(&format!("maintain?token={TOKEN}")));
        self.closely(&format!("{language} maintainer's list"));
        browser.find("ul.rows a").click();
        browser.wait_until("the proposal", |browser| !browser.find_all("#merge").is_empty());
        self.closely(&format!("{language} maintainer's page of a proposal"));
    }

    /// Pages that the service shows to few: where it knows neither the reader nor the address, and to a
    /// maintainer where something is held or declined.
    #[track_caller]
    fn at_what_few_see(&mut self, service: &ServiceTest) {
        self.browser.open(&service.url("contributions/0123456789"));
        self.closely("a page of the service that is not there");
        let status = service.contribute(&proposal("Walking interview for few"));
        service.wait_for_state(&status, "proposed");
        let (id, _) = id_and_key(&status);
        // What was taken for spam by mistake is held.
        for (action, state) in [("spam", "spam"), ("release", "held"), ("decline", "declined")] {
            let decided = service.decide(&id, action, &[("reason", "We have one.\n\nSee there.")]);
            assert_eq!(decided.status, 303, "{action}: {}", decided.body);
            self.browser.open(&service.url(&format!("maintain/{id}")));
            assert_eq!(self.browser.find("#state").attribute("data-state"), state);
            self.closely(&format!("maintainer's page of what is {state}"));
        }
        // A reader without the key: the cookie of the maintainer is left behind with its browser.
        let reader = Browser::start(JavaScript::On);
        reader.open(&service.url("maintain"));
        let mut look = Look::new(&reader, self.own.clone());
        look.closely("the page that asks for the maintainer's key");
        self.problems.append(&mut look.problems);
    }

    /// The forms about an entry, and what an edit makes of it before it is sent.
    #[track_caller]
    fn at_an_edit(&mut self, service: &ServiceTest, language: &str) {
        let browser = self.browser;
        let form = |purpose: &str| {
            let entry = "interlinkers/consent-form-template";
            service.url(&format!("contributions/about/{entry}/{purpose}?lang={language}&words=lv"))
        };
        for purpose in ["translate", "use", "review", "report", "edit"] {
            browser.open(&form(purpose));
            self.closely(&format!("{language} form to {purpose}"));
        }
        let change = "const form = document.querySelector('form.propose');
            form.elements.name.value = 'Another name';
            form.elements.agree.checked = true;
            form.submit();";
        browser.run(change, json!([]));
        browser.wait_until("the preview", |browser| !browser.find_all("#differences").is_empty());
        self.at_a_copy(service, &format!("{language} preview of an edit"));
    }
}
