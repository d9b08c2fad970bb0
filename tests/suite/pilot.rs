//! A pilot's whole way, in Latvian and on the original project's data: a process starts from the schema for descriptions
//! of services, is shared out, planned and done; it becomes a story that a maintainer publishes, and somebody else
//! starts from that story in a browser that has never been here.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::desk::Desk;
use interlink_tests::fixture::interlink_seed;
use interlink_tests::programs::{command, run};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

const SCHEMA: &str = "co-production-schema-to-support-co-refinement-of-public-service-descriptions";
const NAME: &str = "Skaidrāki pakalpojumu apraksti";
/// A name of the team, which must never leave the browser.
const PERSON: &str = "Zane Liepkalne";
const REASON: &str = "Visi jau pazīst cits citu.";
const STORY: &str = "Pirmajā sanāksmē lasījām aprakstus kopā un svītrojām visu, ko neviens nesaprata. Pēc tam katru \
                     aprakstu izmēģināja pieci cilvēki, kuriem tas bija vajadzīgs.";

/// Does something at every task of the process, in its order.
#[track_caller]
fn at_every_task(desk: &Desk<'_>, mut work: impl FnMut(usize)) {
    let mut count = 0;
    for phase in desk.ids(".ws-phases [id^=ws-row-]") {
        desk.open_row(&phase);
        for row in desk.ids(".ws-tree [id^=ws-row-]") {
            desk.open_row(&row);
            // A parent's status comes of its tasks.
            if !desk.browser.find_all("#ws-status-done").is_empty() {
                work(count);
                count += 1;
            }
        }
    }
    assert!(count > 10, "{count} tasks");
}

/// The steps of the tree that would become public: how far in, and which.
#[track_caller]
fn public_steps(desk: &Desk<'_>) -> Vec<String> {
    desk.go("publish");
    desk.browser.wait_for("#ws-publish-tree-open");
    desk.browser.find("#ws-publish-tree-open").click();
    desk.browser.wait_for("#ws-publish-tree pre");
    let tree = desk.browser.find("#ws-publish-tree pre").text();
    let node = |line: &&str| line.contains("- node: ") || line.contains("- id: ");
    tree.lines().filter(node).map(str::to_owned).collect()
}

#[test]
fn a_pilot_goes_from_a_schema_to_a_story_that_others_start_from() {
    let Some(seed) = interlink_seed() else { return };
    let service = ServiceTest::start(SiteTest::imported(&seed));
    let browser = Browser::start(JavaScript::On);
    let workspace = service.url("lv/workspace/");
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", SCHEMA, Some(NAME));

    // The team, and what it wants.
    desk.go("team");
    browser.find("#ws-add-person-open").click();
    browser.find("#ws-new-person-name").fill(PERSON);
    browser.find("#ws-new-person").click();
    browser.wait_until("the person", |browser| browser.find("#ws-persons").text().contains(PERSON));
    desk.go("settings");
    for (field, text) in [
        ("#ws-description", "Cilvēki un iestādes kopā raksta aprakstus, kurus var saprast."),
        ("#ws-aim", "Mazāk zvanu un mazāk kļūdu pieteikumos."),
    ] {
        browser.find(field).fill(text);
    }

    // Three Interlinkers are used, one task is skipped with a reason, one is somebody's.
    desk.go("guide");
    let mut used = 0;
    at_every_task(&desk, |index| {
        if index == 0 {
            browser.find(".ws-who input[type=checkbox]").click();
        }
        if index == 1 {
            browser.find("#ws-change-open").click();
            browser.find("#ws-skip").click();
            browser.find("#ws-skip-reason").fill(REASON);
            browser.find("#ws-skip").click();
            browser.wait_for("#ws-restore");
            return;
        }
        let choices = browser.find_all("#ws-uses .recs [id^=ws-recommended-choose-]");
        let file = "#ws-uses .ws-items a[download]";
        if let (true, Some(choice)) = (used < 3, choices.first()) {
            choice.click();
            browser.wait_until("the register", |browser| !browser.find_all("#ws-uses .ws-items").is_empty());
            if !browser.find_all(file).is_empty() {
                browser.find(file).click();
                browser.wait_for("#ws-status-in-progress:checked");
                used += 1;
            }
        }
        browser.find("#ws-status-done").click();
        browser.wait_for("#ws-status-done:checked");
    });
    assert_eq!(used, 3);
    desk.go("overview");
    browser.wait_until("all of it", |browser| {
        browser.run("return document.querySelector('.ws-large').textContent.includes('100')", json!([]))
            == true
    });

    // A plan at once, which is one step to undo.
    desk.go("plan");
    browser.wait_for("#ws-spread");
    if !browser.find("#ws-spread-start").is_shown() {
        browser.find("#ws-spread-open").click();
    }
    desk.write_day("#ws-spread-start", "2026-01-12");
    desk.write_day("#ws-spread-end", "2026-06-30");
    browser.find("#ws-spread-now").click();
    browser.wait_for(".ws-gantt");

    // What becomes public is shown first, and the team is not in it.
    let steps = public_steps(&desk);
    assert!(steps.len() > 15, "{steps:?}");
    let tree = browser.find("#ws-publish-tree pre").text();
    assert!(tree.contains(REASON) && tree.matches("interlinker: ").count() >= 3, "{tree}");
    assert!(!tree.contains(PERSON) && !tree.contains("2026-01-12"), "{tree}");
    browser.find("#ws-publish-go").click();
    browser.wait_for("#from-process");
    assert_eq!(browser.find("#name").property("value"), NAME);
    assert!(browser.find("#start").property("value").starts_with("2026-01"));
    browser.find("#text").fill(&format!("{STORY} {PERSON} vadīja sanāksmes."));
    browser.find("#licence option[value='CC-BY-4.0']").click();
    browser.find("#agree").click();

    // A name of the team stops it, with its field named.
    let send = "form.propose button.btn:not([type=button])";
    browser.find(send).click();
    browser.wait_for("#leaving-names");
    assert!(browser.find("#leaving-names").text().contains(PERSON));
    browser.find("#leaving-go").click();
    browser.wait_for("#leaving-status:not(:empty)");
    browser.find("#leaving-back").click();
    browser.wait_until("the form", |browser| browser.find("#text").is_shown());
    browser.find("#text").fill(STORY);
    browser.find(send).click();
    browser.wait_for("#leaving-go");
    assert!(browser.find("#leaving").text().contains(REASON));
    browser.find("#leaving-go").click();
    browser.wait_for("#send");
    browser.find("#send").click();
    browser.wait_until("the status", |browser| !browser.find_all("#state").is_empty());
    let status = browser.address();
    let status = status.trim_start_matches(&service.url("")).to_owned();
    service.wait_for_state(&status, "proposed");
    service.publish(&status);

    // The story has its page, and nothing of the team anywhere in Git.
    let slug = "skaidraki-pakalpojumu-apraksti";
    let page = service.wait_for_page(&format!("lv/stories/{slug}/"), NAME);
    assert!(page.contains(REASON), "the tree is not on the page");
    let history = run(command("git", service.site.folder()).args(["log", "--all", "--patch"]));
    assert!(!history.stdout.contains(PERSON));

    // Another person, another browser: the same steps, to be done anew.
    let other = Browser::start(JavaScript::On);
    let desk = Desk { browser: &other, workspace: &workspace };
    service.wait_for_page("lv/workspace/data.json", slug);
    desk.start("story", slug, None);
    assert_eq!(public_steps(&desk), steps);
    let tree = other.find("#ws-publish-tree pre").text();
    assert!(tree.contains(REASON) && !tree.contains("status: done"), "{tree}");
    browser.expect_no_error();
    other.expect_no_error();
}
