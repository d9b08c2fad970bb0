//! The accessibility statement and the page of licences, as data and as pages in four languages.

use interlink_tests::site_test::SiteTest;
use serde_json::Value;

const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

#[test]
fn the_statement_stands_in_four_languages_and_in_the_foot_of_every_page() {
    let site = SiteTest::of_the_repository().build();
    let titles = [
        "Accessibility statement",
        "Declaración de accesibilidad",
        "Dichiarazione di accessibilità",
        "Piekļūstamības paziņojums",
    ];
    for (language, title) in LANGUAGES.into_iter().zip(titles) {
        let page = site.page(&format!("{language}/accessibility/"));
        assert!(page.contains(&format!("<h1>{title}</h1>")), "{language}");
        // Every word of the sample is translated.
        assert!(!page.contains(" data-in>"), "{language}");
        for id in ["status", "barriers", "files", "method", "feedback", "enforcement"] {
            assert!(page.contains(&format!("<section id=\"{id}\"")), "{language}: no {id}");
        }
        for address in
            ["", "interlinkers/", "stories/zaragoza-etopia/", "search/", "contribute/", "licences/"]
        {
            let page = site.page(&format!("{language}/{address}"));
            let (_, foot) = page.rsplit_once("<footer").unwrap();
            for law in ["accessibility", "licences"] {
                assert!(
                    foot.contains(&format!("href=\"/{language}/{law}/\"")),
                    "{language}/{address}: no {law}"
                );
            }
        }
    }
}

#[test]
fn the_statement_for_machines_says_what_the_page_says() {
    let site = SiteTest::of_the_repository().build();
    let statement: Value = serde_json::from_str(&site.page("accessibility.json")).unwrap();
    assert_eq!(statement["status"], "partial");
    let page = site.page("en/accessibility/");
    for barrier in statement["nonAccessibleContent"].as_array().unwrap() {
        assert!(page.contains(barrier["content"]["en"].as_str().unwrap()), "{barrier}");
    }
    let counted: u64 =
        statement["files"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert!(counted > 20 && page.contains(&format!("{counted} files")), "{counted}");
    assert!(page.contains("href=\"/accessibility.json\""));
}

#[test]
fn a_statement_that_was_not_reviewed_for_a_year_is_warned_of_and_built() {
    let site = SiteTest::of_the_repository();
    let in_time = site.interlink(&["build", "--date", "2027-11-22"]).expect_code(0);
    let late = site.interlink(&["build", "--date", "2027-11-23"]).expect_code(0);
    let warning =
        "the accessibility statement was last reviewed on 2026-11-22, more than a year before 2027-11-23";
    let said =
        |ended: &interlink_tests::programs::Ended| ended.stderr.contains("the accessibility statement was");
    assert!(late.stderr.contains(warning), "{}", late.stderr);
    assert!(!said(&in_time), "{}", in_time.stderr);
}

#[test]
fn a_wrong_statement_is_told_with_its_place_and_a_page_of_its_name_is_refused() {
    let statement = "status: partially\nstandard: {en: WCAG}\nprepared: 2026-02-01\nreviewed: 2026-01-01\n\
                     method: self-assessment\nchecks:\n  - en: None.\ncontact: mailto:office@town.example\n\
                     answer-within: soon\nenforcement: []\n";
    let site = SiteTest::base()
        .with_file("accessibility.yaml", statement)
        .with_file("pages/accessibility/en.md", "---\nname: A\nsummary: A.\n---\n")
        .commit("A wrong statement")
        .check();
    let said = &site.checked().stdout;
    for line in [
        "accessibility.yaml:1:9: error: ",
        "accessibility.yaml:4:11: error: the review is before the statement was made",
        "accessibility.yaml:9:16: error: ",
        "pages/accessibility: error: the site needs the name “accessibility” for itself",
    ] {
        assert!(said.contains(line), "no {line:?} in\n{said}");
    }
}

#[test]
fn a_site_without_a_statement_has_no_link_to_one() {
    let site = SiteTest::base().commit("The base").build();
    assert!(!site.page("en/").contains("/accessibility/"));
    assert!(!site.site().join("accessibility.json").exists());
}

#[test]
fn the_page_of_licences_counts_every_entry_once_and_names_what_is_not_ours() {
    let site = SiteTest::of_the_repository().build();
    for language in LANGUAGES {
        let page = site.page(&format!("{language}/licences/"));
        for word in ["EUPL 1.2", "CC BY 4.0", "Atkinson Hyperlegible", "SIL Open Font License", "OFL.txt"] {
            assert!(page.contains(word), "{language}: no {word}");
        }
        let (_, entries) = page.split_once("<section id=\"entries\">").unwrap();
        let (entries, _) = entries.split_once("</section>").unwrap();
        let listed = entries.matches("<li>").count();
        let folders = ["interlinkers", "schemas", "stories"]
            .map(|folder| std::fs::read_dir(site.content().join(folder)).unwrap().count());
        // A retired Interlinker is not offered any more.
        assert_eq!(listed + 1, folders.iter().sum::<usize>(), "{language}");
    }
}
