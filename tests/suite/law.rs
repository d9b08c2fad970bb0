//! The accessibility statement and the page of licences, as data and as pages in four languages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use interlink_tests::fixture::{copy_folder, read_tree, write};
use interlink_tests::programs::workspace;
use interlink_tests::site_test::SiteTest;
use serde_json::Value;
use sha2::{Digest, Sha256};

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

/// Folders of the theme with something of others: those below `vendor/`, and those with a typeface.
fn foreign_folders() -> BTreeSet<PathBuf> {
    let root = workspace().join("themes/default/static");
    let files = read_tree(&root).into_keys().map(|path| root.join(path));
    let foreign = files.filter(|path| {
        let is_typeface = path.extension().is_some_and(|ending| ending == "woff2" || ending == "ttf");
        is_typeface || path.starts_with(root.join("vendor"))
    });
    foreign.filter_map(|path| path.parent().map(Path::to_owned)).collect()
}

#[test]
fn what_is_not_ours_is_written_down_with_checksums_and_named_on_the_page_of_licences() {
    let page = SiteTest::of_the_repository().build().page("en/licences/");
    let folders = foreign_folders();
    assert!(folders.len() >= 2, "{folders:?}");
    for folder in folders {
        let shown = folder.display();
        let note =
            fs::read_to_string(folder.join("README.md")).unwrap_or_else(|_| panic!("{shown}: no note"));
        let licence = note.lines().find_map(|line| line.strip_prefix("- Licence: "));
        let licence = licence.unwrap_or_else(|| panic!("{shown}: the note says no licence"));
        let licence = licence.split([',', ';']).next().unwrap().trim_end_matches('.');
        let name = note.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap();
        assert!(
            note.lines().any(|line| line.starts_with("- Source: ") && line.contains("version")),
            "{shown}"
        );
        let entry = format!("<dt lang=\"en\">{}</dt>", name.trim_end_matches('.'));
        let after = page.split_once(&entry).unwrap_or_else(|| panic!("the page does not name {name}")).1;
        assert!(after.split_once("</dd>").unwrap().0.contains(licence), "{name}: {licence}");
        let mut has_text = false;
        for (path, bytes) in read_tree(&folder) {
            if path.starts_with("LICEN") || path == "OFL.txt" {
                has_text = true;
            } else if path != "README.md" {
                let checksum: String =
                    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
                let row = note.lines().find(|line| line.starts_with(&format!("| {path} |")));
                let row = row.unwrap_or_else(|| panic!("{shown}: the note leaves out {path}"));
                assert!(row.contains(&checksum), "{shown}/{path} is not the one that was written down");
            }
        }
        assert!(has_text, "{shown}: no text of the licence");
    }
}

#[test]
fn a_library_without_a_note_is_named_with_its_licence_not_stated() {
    let site = SiteTest::of_the_repository();
    let theme = site.folder().join("themes/own");
    copy_folder(&workspace().join("themes/default"), &theme);
    write(&theme.join("static/vendor/forgotten/forgotten.js"), "export {};\n");
    site.interlink(&["build", "--theme", "own"]).expect_code(0);
    let page = site.page("en/licences/");
    let after = page.split_once("<dt lang=\"en\">forgotten</dt>").expect("it is named").1;
    assert!(after.split_once("</dd>").unwrap().0.contains("not stated"), "{after}");
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
