//! The pages people use most, as they stand in a browser: axe-core finds no barrier, nothing is
//! asked of another server, no script fails, nothing is wider than a phone.

use std::fs;
use std::path::Path;

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use sha2::{Digest, Sha256};

/// One page of each family, each language among them.
const PAGES: [&str; 10] = [
    "en/",
    "es/interlinkers/",
    "en/interlinkers/stakeholder-map-canvas/",
    "lv/interlinkers/stakeholder-map-canvas/",
    "it/schemas/default/",
    "en/problems/und-problem-2/",
    "lv/stories/zaragoza-etopia/",
    "it/how-it-works/",
    "es/search/?q=partes+interesadas",
    "lv/contribute/interlinker/",
];

const WIDTHS: [(u32, u32); 2] = [(360, 800), (1280, 900)];

/// The rules of WCAG 2.2, level AA and below. What axe cannot decide by itself is no finding.
const RUN_AXE: &str = "const done = arguments[0];
    axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(
        results => done(results.violations.map(found => `${found.id}: ${found.help}: `
            + found.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | '))),
        error => done([String(error)]));";

fn axe() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor/axe-core/axe.min.js");
    fs::read_to_string(file).unwrap()
}

#[test]
fn the_vendored_axe_is_the_one_that_was_written_down() {
    let notes =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("vendor/axe-core/README.md")).unwrap();
    let checksum: String = Sha256::digest(axe()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(notes.contains(&checksum), "{checksum} stands not in the notes");
}

#[test]
fn pages_have_no_barrier_on_a_phone_and_on_a_desk() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let axe = axe();
    let mut problems = Vec::new();
    for page in PAGES {
        for (width, height) in WIDTHS {
            browser.resize(width, height);
            browser.open(&service.url(page));
            let here = format!("{page} at {width}");
            browser.run(&axe, serde_json::json!([]));
            let found = browser.run_until_told(RUN_AXE, serde_json::json!([]));
            let found = found.as_array().expect("axe gives a list");
            problems
                .extend(found.iter().map(|barrier| format!("{here}: {}", barrier.as_str().unwrap_or("?"))));
            let overflow = browser.run(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth",
                serde_json::json!([]),
            );
            if overflow != 0 {
                problems.push(format!("{here}: {overflow} pixels wider than the screen"));
            }
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn pages_ask_no_other_server_and_no_script_fails() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut problems = Vec::new();
    for page in PAGES {
        browser.open(&service.url(page));
        let own = service.url("");
        // The browser's own pages, such as its empty first one, ask the browser itself.
        let asked = browser.requests().into_iter().filter(|address| address.starts_with("http"));
        problems.extend(
            asked
                .filter(|address| !address.starts_with(&own))
                .map(|address| format!("{page} asks {address}")),
        );
        problems.extend(
            browser.console().into_iter().map(|(level, message)| format!("{page}: {level}: {message}")),
        );
        let stored = browser.run(
            "return document.cookie.length + localStorage.length + sessionStorage.length",
            serde_json::json!([]),
        );
        if stored != 0 {
            problems.push(format!("{page} keeps something in the browser"));
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}
