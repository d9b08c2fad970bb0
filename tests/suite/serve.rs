//! `interlink serve`: what an author changes shows on the page, without being asked for, and a
//! mistake leaves the page as it was.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::write;
use interlink_tests::programs::{command, program, run};
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;

const PAGE: &str = "en/organisations/town/";

fn rename_town(server: &SiteServer, name: &str) {
    let words = format!("---\nname: {name}\nsummary: It has changed.\n---\n");
    write(&server.site.content().join("organisations/town/en.md"), words);
}

#[test]
fn a_changed_file_is_served_as_soon_as_the_server_says_so() {
    let server = SiteServer::start(SiteTest::from_fixture("base"));
    assert!(server.get(PAGE).1.contains("<h1>The town</h1>"));
    let mut version = server.version();
    for name in ["The big town", "The city"] {
        rename_town(&server, name);
        version = server.wait_for_news(&version);
        assert!(server.get(PAGE).1.contains(&format!("<h1>{name}</h1>")), "{name}\n{}", server.log());
    }
}

#[test]
fn a_mistake_is_told_and_the_page_stays_until_it_is_mended() {
    let server = SiteServer::start(SiteTest::from_fixture("base"));
    let version = server.version();
    let facts = server.site.content().join("organisations/town/organisation.yaml");
    let right = std::fs::read_to_string(&facts).unwrap();
    write(&facts, "status: active\n");
    server.wait_for_log("[missing-field]");
    assert!(server.get(PAGE).1.contains("<h1>The town</h1>"));
    assert_eq!(server.version(), version, "a build that failed is no news");
    write(&facts, right);
    rename_town(&server, "The mended town");
    server.wait_for_news(&version);
    assert!(server.get(PAGE).1.contains("<h1>The mended town</h1>"));
}

#[test]
fn the_browser_shows_a_change_by_itself() {
    let server = SiteServer::start(SiteTest::from_fixture("base"));
    let browser = Browser::start(JavaScript::On);
    browser.open(&server.url(PAGE));
    assert_eq!(browser.find("h1").text(), "The town");
    // The page asks for news from now on; until its first answer it has nothing to compare with.
    browser.wait_until("the first question", |browser| {
        browser.run(
            "return performance.getEntriesByName(location.origin + '/-/news?version=').length",
            serde_json::json!([]),
        ) == 1
    });
    rename_town(&server, "The town by itself");
    browser.wait_until("the new name", |browser| browser.title().starts_with("The town by itself"));
}

#[test]
fn an_address_that_leads_nowhere_is_answered_with_a_page() {
    let server = SiteServer::start(SiteTest::from_fixture("base"));
    let (status, page) = server.get("en/nothing/");
    assert_eq!(status, 404);
    assert!(page.contains("<h1"), "{page}");
}

#[test]
fn a_port_that_is_taken_is_told_with_what_to_do() {
    let server = SiteServer::start(SiteTest::from_fixture("base"));
    let port = server.url("").trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
    let ended = run(command(program("interlink"), server.site.folder()).args(["serve", "--port", &port]));
    let ended = ended.expect_code(2);
    assert!(ended.stderr.contains(&port) && ended.stderr.contains("--port"), "{}", ended.stderr);
}

/// A test's server is told to stop as an init system does it, and takes its temporary site along.
#[test]
fn a_server_that_is_told_to_stop_leaves_nothing_behind() {
    let site = SiteTest::from_fixture("base");
    let folders = site.folder().join("temporary");
    std::fs::create_dir(&folders).unwrap();
    let mut server = command(program("interlink"), site.folder())
        .args(["serve", "--port", "0"])
        .env("TMPDIR", &folders)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut address = String::new();
    BufReader::new(server.stdout.take().unwrap()).read_line(&mut address).unwrap();
    let in_use = std::fs::read_dir(&folders).unwrap().count();
    run(command("kill", site.folder()).arg(server.id().to_string())).expect_code(0);
    assert_eq!(server.wait().unwrap().code(), Some(0));
    assert_eq!((in_use, std::fs::read_dir(&folders).unwrap().count()), (1, 0), "{address}");
}
