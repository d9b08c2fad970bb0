//! What a reader's connection has to carry: for one page of each type, the bytes a browser asks
//! for, compressed as a host compresses them. The budgets are those of the design.
//!
//! `cargo nextest run --workspace --no-capture page_weight` prints the table.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::page_types::{self, PAGES};
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;

/// Everything that is loaded before somebody does something, in bytes.
const WHOLE_PAGE: usize = 60_000;
/// What stands before the first paint: the page and its style sheets, in bytes.
const FIRST_PAINT: usize = 14 * 1024;

/// Pages that are one long text, or one long form. A browser paints such a page while the rest of it still
/// arrives, so only this much of its HTML counts as standing before the first paint: several screens, in bytes.
const LONG_PAGES: [&str; 4] =
    ["schemas/default/", "contribute/interlinker/", "contribute/story/", "workspace/"];
const SEVERAL_SCREENS: usize = 24 * 1024;

/// The workspace is a program rather than a page to read: its own limits, before the first paint and in all, are
/// what it weighs today and a little more, so that growing is a decision.
const PROGRAM: &str = "workspace/?schema=default";
const PROGRAM_LIMITS: (usize, usize) = (19 * 1024, 210_000);

/// The forms that a process of the workspace may be handed over to. The design's budget is that of a catalogue or entry
/// page; these also bring what keeps the names of a team from being published.
const FROM_PROCESS: [&str; 2] = ["contribute/story/", "contribute/call/"];
const FROM_PROCESS_WHOLE: usize = 62_000;

struct Weight {
    page: String,
    first_paint: usize,
    whole: usize,
    requests: usize,
}

#[test]
fn a_page_of_each_type_keeps_the_budget_of_bytes() {
    // Built beside what the server shows, which adds its reloading to every page.
    let server = SiteServer::start(SiteTest::of_the_repository().build());
    let browser = Browser::start(JavaScript::On);
    let mut weights = Vec::new();
    for language in ["en", "lv"] {
        for page in PAGES {
            weights.push(weigh(&server, &browser, &format!("{language}/{page}")));
        }
    }
    let mut table = format!("{:>7} {:>7} {:>3}  page\n", "paint", "whole", "n");
    for Weight { page, first_paint, whole, requests } in &weights {
        table.push_str(&format!("{first_paint:>7} {whole:>7} {requests:>3}  {page}\n"));
    }
    println!("{table}");
    let heavy = weights.iter().filter(|page| {
        let is_program = page.page.ends_with(PROGRAM);
        let is_from_process = FROM_PROCESS.iter().any(|form| page.page.ends_with(form));
        let (first_paint, whole) = match (is_program, is_from_process) {
            (true, _) => PROGRAM_LIMITS,
            (_, true) => (FIRST_PAINT, FROM_PROCESS_WHOLE),
            _ => (FIRST_PAINT, WHOLE_PAGE),
        };
        page.first_paint > first_paint || page.whole > whole
    });
    assert_eq!(heavy.count(), 0, "pages over {FIRST_PAINT} or {WHOLE_PAGE} bytes\n{table}");
}

/// Opens the page and weighs what it asked for, whether or not the browser had it already.
fn weigh(server: &SiteServer, browser: &Browser, page: &str) -> Weight {
    browser.open("about:blank");
    browser.requests();
    page_types::open(browser, &server.url(page));
    let site = server.site.site();
    let asked: BTreeSet<String> = browser.requests().into_iter().collect();
    let mut weight = Weight { page: page.to_owned(), first_paint: 0, whole: 0, requests: 0 };
    for address in &asked {
        let Some(path) = address.strip_prefix(&server.url("")) else { continue };
        let path = path.split(['?', '#']).next().unwrap_or_default();
        if path.starts_with("-/") {
            continue;
        }
        let is_page = path.is_empty() || path.ends_with('/');
        let file = file_of(&site, path);
        let bytes = transferred(&file, usize::MAX);
        weight.requests += 1;
        weight.whole += bytes;
        if is_page && LONG_PAGES.iter().any(|long| path.ends_with(long)) {
            weight.first_paint += transferred(&file, SEVERAL_SCREENS);
        } else if is_page || path.ends_with(".css") && !path.ends_with("print.css") {
            weight.first_paint += bytes;
        }
    }
    weight
}

/// The file behind a path; the page of the language that says "not found" where there is none.
fn file_of(site: &Path, path: &str) -> PathBuf {
    let file =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let language = path.split('/').next().unwrap_or_default();
    let file = site.join(file);
    if file.is_file() { file } else { site.join(language).join("404.html") }
}

/// The bytes of a file on the wire, or of its beginning: text compressed, pictures and fonts as they
/// are.
fn transferred(file: &Path, beginning: usize) -> usize {
    let mut bytes = fs::read(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    bytes.truncate(beginning);
    let ending = file.extension().unwrap_or_default();
    if !["html", "css", "js", "json", "svg", "xml", "webmanifest"].iter().any(|text| *text == ending) {
        return bytes.len();
    }
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes).unwrap();
    encoder.finish().unwrap().len()
}
