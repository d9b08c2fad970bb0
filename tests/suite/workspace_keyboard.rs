//! The workspace without a mouse and without eyes: a process starts, is worked on and undone by keys alone, and everything
//! that takes the focus, in every view, can be seen and has a name that a screen reader speaks.

use interlink_tests::browser::{Browser, JavaScript, keys};
use interlink_tests::desk::{Desk, VIEWS};
use interlink_tests::fixture::process_file;
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

/// More stops than any view has.
const MANY: usize = 400;
/// How often Tab stays in a field of a date: its parts, and the button that opens a calendar.
const PARTS_OF_A_DATE: usize = 4;

/// What has the focus: the number of the element on the page, whether a part of it can be seen, whether it shows that it
/// has the focus, whether it is below all of the view, and how a problem with it is told.
const STOP: &str = "const here = document.activeElement;
    const all = [...document.querySelectorAll('*')];
    // A link of two lines has two boxes; of a wide one a part is enough.
    const isSeen = [...here.getClientRects()].some(({ left, right, top, bottom }) => {
        const [from, to] = [Math.max(left, 0), Math.min(right, innerWidth)];
        const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        return [0.1, 0.5, 0.9].some((part) => {
            const there = document.elementFromPoint(from + part * (to - from), y);
            return there !== null && (here.contains(there) || [...here.labels ?? []].some((label) => label.contains(there)));
        });
    });
    const { outlineStyle, boxShadow } = getComputedStyle(here);
    const isOver = here.closest('footer') !== null || here === document.body;
    return [all.indexOf(here), isSeen, outlineStyle !== 'none' || boxShadow !== 'none', isOver,
            `${here.localName}#${here.id} “${here.textContent.slice(0, 30)}”`];";

/// Presses Tab until something that matches has the focus.
#[track_caller]
fn tab_to(browser: &Browser, css: &str) {
    for _ in 0..MANY {
        browser.press(keys::TAB);
        if browser.run("return document.activeElement.matches(arguments[0])", json!([css])) == true {
            return;
        }
    }
    panic!("Tab never comes to {css} on {}\n{}", browser.address(), browser.page_text());
}

#[test]
fn a_process_is_started_worked_on_and_undone_by_keys_alone() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(360, 800);
    browser.open(&server.url("lv/workspace/?schema=default"));
    browser.wait_for("#workspace[data-settled]");
    tab_to(&browser, "#ws-new-name");
    browser.press("Vēstules");
    tab_to(&browser, ".ws-start button[type=submit]");
    browser.press(keys::ENTER);
    browser.wait_for("#ws-view [id^=ws-row-default-]");
    browser.wait_until("the word that it has begun", |browser| {
        browser.find("#ws-status").text().contains("Vēstules")
    });
    // The focus is in the view, so the next thing is not the top of the page again.
    assert_eq!(
        browser.run("return document.getElementById('ws-view').contains(document.activeElement)", json!([])),
        true
    );
    tab_to(&browser, ".ws-tree a[id='ws-row-default-map-stakeholders']");
    browser.press(keys::ENTER);
    browser.wait_for("#ws-status-done");
    tab_to(&browser, "[name=ws-status]");
    browser.press(&keys::DOWN.repeat(2));
    browser.wait_for("#ws-status-done:checked");
    tab_to(&browser, "#ws-node-default-map-stakeholders-notes");
    browser.press("Bibliotēka");
    // Undone by the button above, which is reached by the keys too: first the note, then the status.
    browser.run("document.getElementById('ws-menu').querySelector('a').focus()", json!([]));
    tab_to(&browser, "#ws-undo");
    browser.press(keys::ENTER);
    browser.wait_until("no note", |browser| {
        browser.find("#ws-node-default-map-stakeholders-notes").property("value").is_empty()
    });
    browser.press(keys::ENTER);
    browser.wait_until("one status back", |browser| browser.find_all("#ws-status-done:checked").is_empty());
    browser.expect_no_error();
}

#[test]
fn everything_that_takes_the_focus_is_seen_and_has_a_name() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page("delete window.showOpenFilePicker;");
    let workspace = server.url("lv/workspace/");
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.enter();
    desk.choose("#ws-open", "process.yaml", &process_file("at-work.yaml"));
    browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
    browser.resize(360, 800);
    // What scrolls smoothly is not yet where it goes.
    browser.show_without_motion();
    let mut problems = Vec::new();
    for view in VIEWS {
        desk.go(view);
        if view == "guide" {
            desk.open_row("ws-row-aplukot-vestules");
        }
        // What is folded opens by keys as well; here all of it is open at once.
        browser.run(
            "for (const one of document.querySelectorAll('#ws-view details')) one.open = true",
            json!([]),
        );
        browser.run("document.querySelector('#ws-view h2').focus()", json!([]));
        let mut stops: Vec<Option<i64>> = Vec::new();
        let mut presses_here = 0;
        loop {
            browser.press(keys::TAB);
            let stop: Value = browser.run(STOP, json!([]));
            if stop[3] == true {
                break;
            }
            let (place, what) = (stop[0].as_i64(), stop[4].as_str().unwrap_or_default());
            // A field of a date has a stop for each of its parts.
            presses_here = if stops.last() == Some(&place) { presses_here + 1 } else { 0 };
            if presses_here > PARTS_OF_A_DATE || (presses_here == 0 && stops.contains(&place)) {
                problems.push(format!("{view}: the focus does not come past {what}"));
                break;
            }
            if presses_here > 0 {
                continue;
            }
            stops.push(place);
            if stop[1] != true || stop[2] != true {
                problems.push(format!("{view}: {what} has the focus: seen {}, shown {}", stop[1], stop[2]));
            }
            if browser.focused().spoken_name().trim().is_empty() {
                problems.push(format!("{view}: {what} has no name"));
            }
        }
        assert!(stops.len() > 2, "{view}: {stops:?}");
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
