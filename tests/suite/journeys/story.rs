//! A story: found by its country, read with what came of it and what did not work, followed to what
//! it used, and taken as a start.

use interlink_tests::browser::JavaScript;
use interlink_tests::journey::journey;
use interlink_tests::site_test::SiteTest;

use super::{links, texts};

const STORY: &str = "stories/zaragoza-etopia/";

/// The story of Zaragoza with a file, and one Interlinker in the version that was used.
fn with_materials() -> SiteTest {
    let site = SiteTest::of_the_repository();
    let folder = "stories/zaragoza-etopia";
    let read = |file: &str| std::fs::read_to_string(site.content().join(folder).join(file)).unwrap();
    let facts = read("story.yaml")
        + "files:\n  - path: files/reglas.csv\n    language: es\n    title: Reglas de reserva\n    accessibility: checked\n";
    let used = "interlinker: stakeholder-map-canvas\n";
    let tree = read("tree.yaml");
    assert_eq!(tree.matches(used).count(), 1, "the test needs one use of the canvas");
    let tree = tree.replace(used, &format!("{used}                version: \"1.0\"\n"));
    site.with_file(&format!("{folder}/story.yaml"), facts)
        .with_file(&format!("{folder}/tree.yaml"), tree)
        .with_file(&format!("{folder}/files/reglas.csv"), "Regla,Motivo\nTurnos,Que todos entren\n")
        .commit("Materials")
}

#[test]
fn a_reader_finds_a_story_by_its_country_and_starts_from_it_in_every_language_and_width() {
    journey(with_materials(), JavaScript::On, |stop, service| {
        let browser = stop.browser;
        stop.open("stories/");
        stop.unfold_filters();
        browser.find("[data-facet=country] [data-value=es]").click();
        stop.wait_to_be_at("stories/?country=es");
        stop.wait_for_count("#rows > li", 1);
        stop.press("#rows h3 a");
        stop.wait_to_be_at(STORY);

        for part in ["story-objectives", "story-results", "story-lessons", "story-did-not-work"] {
            let text = stop.text(&format!("#{part} .prose"));
            assert!(text.len() > 60, "{part}: {text:?}");
        }
        assert!(stop.count("#process .on") > 3, "what was done");
        assert!(stop.count("#process li:not(.on) .quiet") > 0, "what was left out, and why");
        // The version that was used, and that there is a newer one.
        let versions = texts(stop, "#process p.small .quiet").join(" ");
        assert!(versions.contains("1.0") && versions.contains("1.1"), "{versions}");
        assert_eq!(stop.text("#files .ext"), "CSV");
        for file in links(stop, "#files a[download]") {
            assert_eq!(service.get(file.trim_start_matches(&service.url(""))).status, 200, "{file}");
        }
        stop.expect_to_fit();

        stop.press("aside a[href='#kit']");
        stop.wait_to_be_at(&format!("{STORY}#kit"));
        let kit = browser.find("#kit a[download]").property("href");
        let archive = service.get(kit.trim_start_matches(&service.url("")));
        assert!(archive.status == 200 && archive.body.starts_with("PK"), "{kit}");

        let used = stop.text("#process a[href$='/interlinkers/stakeholder-map-canvas/']");
        stop.press("#process a[href$='/interlinkers/stakeholder-map-canvas/']");
        stop.wait_to_be_at("interlinkers/stakeholder-map-canvas/");
        assert_eq!(stop.text("h1"), used);
        stop.press(&format!("#stories a[href$='/{STORY}']"));
        stop.wait_to_be_at(STORY);
    });
}
