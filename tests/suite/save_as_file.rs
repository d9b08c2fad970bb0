//! A site without a service: the form is saved as a file, the file is sent by mail, and `interlink apply` makes an
//! entry of it.

use std::fs;

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

#[test]
fn a_form_is_saved_as_a_file_and_applied() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (language, kind) in [
        ("en", "interlinker"),
        ("lv", "problem"),
        ("es", "organisation"),
        ("it", "call"),
        ("lv", "story"),
        ("es", "schema"),
    ] {
        browser.open(&server.url(&format!("{language}/contribute/{kind}/")));
        browser.wait_until("the form", |browser| browser.find("form.propose").is_shown());
        browser.take_file();
        browser.find("form.propose button.btn").click();
        // What is missing is said before anything is saved.
        assert_eq!(browser.taken_name(), "", "{language} {kind}");
        let name = format!("Ielas “budžets”: {kind}");
        let fill = "const form = document.querySelector('form.propose');
            for (const [name, value] of Object.entries(arguments[0])) if (form.elements[name]) form.elements[name].value = value;
            form.elements.agree.checked = true;";
        let fields = json!([{
            "name": name,
            "summary": "Kā cilvēki kopā lemj, kam iela tērē naudu: \"trīs vakari\", # un nekas vairāk.",
            "description": "Pirmā rinda\n\n- otrā: rinda",
            "instructions": "## Soļi\n\nEjiet un jautājiet.",
            "text": "Mēs meklējam cilvēkus, kas trīs vakaros palīdz uzzīmēt ielu un saskaitīt akmeņus.",
            "outline": "Sagatavot\n  Uzrunāt ielu\n    - Sarunāt telpu: \"zāli\"\n    - Sarunāt telpu: \"zāli\"",
            "tree": "language: lv\nnodes:\n  - node: \"default/map-stakeholders\"\n    status: skipped\n    reason: Nebija vajadzīgs.\n",
            "nature": "knowledge",
            "licence": "CC-BY-4.0",
            "family": "organise",
            "type": "citizens",
            "end": "2027-12-31",
            "contact": "mailto:info@town.example",
        }]);
        browser.run(fill, fields);
        browser.find("form.propose button.btn").click();
        let bytes = browser.taken_file();
        browser.wait_until("the word that it is saved", |browser| !browser.find("#saved").text().is_empty());

        let site = SiteTest::of_the_repository();
        let archive = site.folder().join("sent.zip");
        fs::write(&archive, bytes).unwrap();
        let applied = site.interlink(&["apply", archive.to_str().unwrap()]).expect_code(0);
        assert!(applied.stderr.contains("ielas-budzets"), "{}", applied.stderr);
        let folder = match kind {
            "organisation" => "organisations".to_owned(),
            "story" => "stories".to_owned(),
            kind => format!("{kind}s"),
        };
        let words = site.content().join(format!("{folder}/ielas-budzets-{kind}/{language}.md"));
        let words = fs::read_to_string(words).unwrap();
        assert!(words.contains("Ielas “budžets”") && words.contains("# un nekas vairāk."), "{words}");
        if kind == "story" {
            let tree = site.content().join("stories/ielas-budzets-story/tree.yaml");
            let tree = fs::read_to_string(tree).unwrap();
            assert!(tree.contains("node: default/map-stakeholders\n    status: skipped\n"), "{tree}");
        }
        site.interlink(&["fmt", "--check"]).expect_code(0);
        site.interlink(&["check"]).expect_code(0);
        // A second time it is there already, and stays as it is.
        let again = site.interlink(&["apply", archive.to_str().unwrap()]).expect_code(2);
        assert!(again.stderr.contains("is there already"), "{}", again.stderr);
    }
}

#[test]
fn what_is_no_contribution_is_not_applied() {
    let site = SiteTest::of_the_repository();
    let file = site.folder().join("sent.zip");
    fs::write(&file, b"no archive").unwrap();
    let refused = site.interlink(&["apply", file.to_str().unwrap()]).expect_code(2);
    assert!(refused.stderr.contains("no ZIP archive"), "{}", refused.stderr);
    site.interlink(&["apply", "nothing.zip"]).expect_code(2);
}
