//! `interlink init`: a new administration's repository is right from the first day.

use std::fs;

use interlink_tests::crawl::Crawl;
use interlink_tests::fixture::read_tree;
use interlink_tests::programs::{command, commit_all, program, run};
use interlink_tests::site_test::SiteTest;

#[test]
fn a_new_catalogue_checks_without_a_warning_and_becomes_a_whole_site() {
    for language in ["en", "es", "it", "lv"] {
        let place = SiteTest::empty();
        let said = place.interlink(&["init", "ours", "--lang", language]).expect_code(0).stdout;
        assert!(said.starts_with("ours: ") && said.ends_with("how it becomes a site\n"), "{said}");
        let folder = place.folder().join("ours");
        commit_all(&folder, "Our catalogue");
        let interlink = |arguments: &[&str]| run(command(program("interlink"), &folder).args(arguments));
        assert_eq!(interlink(&["check"]).expect_code(0).stdout, "no mistakes found\n");
        assert_eq!(interlink(&["fmt", "--check"]).expect_code(0).stdout, "", "{language}");
        for (edition, base) in [
            (None, "https://catalogue.example/"),
            (Some("example-district"), "https://district.catalogue.example/"),
        ] {
            let arguments: Vec<&str> = ["build"]
                .into_iter()
                .chain(edition.into_iter().flat_map(|name| ["--edition", name]))
                .collect();
            interlink(&arguments).expect_code(0);
            let problems = Crawl::read(&folder.join("site"), base).problems();
            assert!(problems.is_empty(), "{language} {edition:?}\n{}", problems.join("\n"));
        }
        // The README names two commands, and the first of them is a real one.
        let readme = fs::read_to_string(folder.join("README.md")).unwrap();
        let block: Vec<&str> = readme
            .split("\n\n    ")
            .nth(1)
            .unwrap()
            .split("\n\n")
            .next()
            .unwrap()
            .lines()
            .map(str::trim)
            .collect();
        assert_eq!(block.len(), 2, "{readme}");
        let first: Vec<&str> = block[0].strip_prefix("interlink ").unwrap().split(' ').collect();
        interlink(&first).expect_code(0);
        let report = fs::read_to_string(folder.join(format!("site/{language}/translations/index.html")));
        assert!(!report.unwrap().contains("id=\"outdated\""));
    }
}

#[test]
fn the_service_takes_the_settings_of_a_new_catalogue() {
    let place = SiteTest::empty();
    place.interlink(&["init", "ours"]).expect_code(0);
    let folder = place.folder().join("ours");
    commit_all(&folder, "Our catalogue");
    let told =
        run(command(program("interlink-contrib"), &folder).args(["config", "--config", "service.yaml"]));
    assert!(told.expect_code(0).stdout.contains("state: \".interlink\""));
}

#[test]
fn a_folder_that_is_not_empty_is_refused_and_stays_as_it_is() {
    let place = SiteTest::from_fixture("base");
    let before = read_tree(&place.content());
    let ended = place.interlink(&["init", "content"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("content is not empty; choose a new folder"), "{}", ended.stderr);
    assert!(read_tree(&place.content()) == before);
    fs::create_dir(place.folder().join("new")).unwrap();
    place.interlink(&["init", "new", "--quiet"]).expect_code(0);
    assert!(place.folder().join("new/content/site.yaml").is_file());
    let left: Vec<String> = fs::read_dir(place.folder())
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".interlink-init"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn an_init_that_is_killed_leaves_nothing_or_the_whole() {
    let place = SiteTest::empty();
    place.interlink(&["init", "whole"]).expect_code(0);
    let whole = read_tree(&place.folder().join("whole"));
    let stage = place.folder().join(".interlink-init-killed");
    for _ in 0..8 {
        if stage.exists() {
            fs::remove_dir_all(&stage).unwrap();
        }
        let target = place.folder().join("killed");
        let mut child = command(program("interlink"), place.folder())
            .args(["init", "killed", "--quiet"])
            .spawn()
            .unwrap();
        // As soon as something of it is to be seen.
        while child.try_wait().unwrap().is_none() && !stage.exists() {}
        child.kill().ok();
        child.wait().unwrap();
        if target.exists() {
            assert!(read_tree(&target) == whole, "half a catalogue looks like a whole one");
            fs::remove_dir_all(&target).unwrap();
        }
    }
    // Whatever the last one left, the next one clears it away.
    place.interlink(&["init", "killed"]).expect_code(0);
    assert!(read_tree(&place.folder().join("killed")) == whole && !stage.exists());
}
