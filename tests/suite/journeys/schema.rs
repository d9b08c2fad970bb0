//! A schema as a guide: a task is opened, an Interlinker recommended for it with the reason, and the
//! way back leads to the task.

use interlink_tests::browser::{JavaScript, keys};
use interlink_tests::journey::journey;
use interlink_tests::site_test::SiteTest;

const SCHEMA: &str = "schemas/default/";
const TASK: &str = "#map-stakeholders";

#[test]
fn a_reader_opens_a_task_and_follows_what_is_recommended_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, service| {
        let browser = stop.browser;
        stop.open(SCHEMA);
        assert_eq!(stop.count(&format!("{TASK} .recs")), 0, "tasks are folded");
        stop.press(&format!("{TASK} summary"));
        stop.wait_for(&format!("{TASK} .recs > li"));
        // Before it comes another task, which opens when one goes there.
        browser.find(&format!("{TASK} .body a[href='#understand-stakeholder-types']")).click();
        stop.wait_for("#understand-stakeholder-types .body");

        let needs = stop.text(&format!("{TASK} .tags"));
        let reason = stop.text(&format!("{TASK} .recs .why b"));
        assert!(needs.contains(&reason) && !reason.is_empty(), "{reason:?} is no need of {needs:?}");
        let name = stop.text(&format!("{TASK} .recs a b"));
        stop.press(&format!("{TASK} .recs a"));
        browser.wait_until("the entry", |browser| browser.address().contains("/interlinkers/"));
        assert_eq!(stop.text("h1"), name);
        // The entry says the same the other way round, and the way back opens the folded task.
        stop.press(&format!("#used a[href$='/{SCHEMA}{TASK}']"));
        stop.wait_to_be_at(&format!("{SCHEMA}{TASK}"));
        stop.wait_for(&format!("{TASK} .recs"));
        stop.expect_to_fit();

        browser.find("#diagram > summary").type_text(keys::ENTER);
        let drawing = stop.wait_for("#diagram svg.map");
        assert!(drawing.spoken_name().contains(&stop.text("h1")), "{}", drawing.spoken_name());
        stop.expect_to_fit();
        let kit = browser.find("#kit a[download]");
        assert!(kit.is_shown());
        let archive = service.get(kit.property("href").trim_start_matches(&service.url("")));
        assert!(archive.status == 200 && archive.body.starts_with("PK"), "{}", archive.content_type);
    });
}

#[test]
fn without_javascript_tasks_open_and_the_phases_are_reached_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::Off, |stop, _| {
        let browser = stop.browser;
        stop.open(SCHEMA);
        stop.press(&format!("{TASK} summary"));
        stop.wait_for(&format!("{TASK} .recs > li .why"));
        browser.find("#phases a[href='#design']").click();
        stop.wait_to_be_at(&format!("{SCHEMA}#design"));
        stop.press("#diagram > summary");
        stop.wait_for("#diagram svg.map");
    });
}
