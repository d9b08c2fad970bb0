//! A build gives the same bytes wherever and however it runs, and whatever ends it, the site on
//! disk is the old one or the new one.

use std::collections::BTreeMap;
use std::process::Stdio;
use std::time::{Duration, Instant};

use interlink_tests::fixture::{copy_folder, interlink_seed, read_tree, write};
use interlink_tests::programs::{command, git, program};
use interlink_tests::site_test::SiteTest;

/// Every file of the built site.
fn published(site: &SiteTest) -> BTreeMap<String, Vec<u8>> {
    read_tree(&site.site())
}

#[track_caller]
fn expect_same(left: &BTreeMap<String, Vec<u8>>, right: &BTreeMap<String, Vec<u8>>) {
    let differing: Vec<&String> = left
        .keys()
        .chain(right.keys().filter(|path| !left.contains_key(*path)))
        .filter(|path| left.get(*path) != right.get(*path))
        .collect();
    assert!(differing.is_empty(), "{} files differ: {differing:?}", differing.len());
}

/// A clone of the same history in another folder.
fn clone(site: &SiteTest) -> SiteTest {
    let other = SiteTest::empty();
    copy_folder(&site.folder().join(".git"), &other.folder().join(".git"));
    git(other.folder(), &["checkout", "--quiet", "--force", "main"]);
    other
}

fn expect_determinism(first: &SiteTest) {
    let second = clone(first);
    first.interlink(&["build", "--jobs", "1"]).expect_code(0);
    second.interlink(&["build", "--jobs", "2"]).expect_code(0);
    let built = published(first);
    assert!(built.len() > 100, "{} files", built.len());
    expect_same(&built, &published(&second));
}

#[test]
fn two_folders_and_one_or_two_jobs_give_the_same_bytes() {
    expect_determinism(&SiteTest::of_the_repository());
}

#[test]
fn the_original_projects_catalogue_is_built_to_the_same_bytes() {
    let Some(seed) = interlink_seed() else { return };
    expect_determinism(&SiteTest::imported(&seed));
}

#[test]
fn a_second_build_writes_nothing() {
    let site = SiteTest::from_fixture("base").build();
    let before = published(&site);
    let printed = site.interlink(&["build"]).expect_code(0).stdout;
    assert!(printed.contains("0 files written") && printed.contains("0 removed"), "{printed}");
    expect_same(&before, &published(&site));
}

#[test]
fn what_is_no_longer_made_is_removed_and_what_is_not_ours_stays() {
    let site = SiteTest::from_fixture("base").build();
    write(&site.site().join("CNAME"), "catalogue.example\n");
    std::fs::remove_dir_all(site.content().join("news/2026-03-01-open")).unwrap();
    let site = site.commit("The news is taken back").build();
    let after = published(&site);
    assert!(!after.keys().any(|path| path.contains("2026-03-01-open")));
    assert!(after.contains_key("CNAME"));
}

#[test]
fn content_with_an_error_leaves_the_site_as_it_was() {
    let site = SiteTest::from_fixture("base").build();
    let before = published(&site);
    let site = site.with_file("organisations/town/organisation.yaml", "status: active\n").commit("A mistake");
    let ended = site.interlink(&["build"]).expect_code(1);
    assert!(ended.stderr.contains("[missing-field]"), "{}", ended.stderr);
    expect_same(&before, &published(&site));
}

#[test]
fn a_folder_that_is_not_ours_is_refused() {
    let site = SiteTest::from_fixture("base");
    write(&site.folder().join("thesis/chapter.txt"), "Years of work");
    let ended = site.interlink(&["build", "--out", "thesis"]).expect_code(2);
    assert!(ended.stderr.contains("thesis"), "{}", ended.stderr);
    assert_eq!(read_tree(&site.folder().join("thesis")).len(), 1);
    site.interlink(&["build", "--out", "content/site"]).expect_code(2);
    assert!(!site.content().join("site").exists());
}

/// Kills a build of new content over an old site, at moments spread over its whole run. What is
/// on disk afterwards may be in the middle of the change only while the journal says so, and the
/// next build ends it.
#[test]
fn a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--date", "2026-03-14"]).expect_code(0);
    let old = published(&site);
    let site = site
        .with_file("news/2026-03-02-more/en.md", "---\nname: More\nsummary: There is more.\n---\nText\n")
        .with_file("organisations/town/en.md", "---\nname: The big town\nsummary: It has grown.\n---\n")
        .commit("New content");
    let other = clone(&site);
    let start = Instant::now();
    other.interlink(&["build", "--date", "2026-03-14"]).expect_code(0);
    let whole_run = start.elapsed();
    let new = published(&other);
    assert_ne!(old, new);

    let (mut unchanged, mut finished) = (0, 0);
    let rounds: u32 = 16;
    for round in 0..rounds {
        std::fs::remove_dir_all(site.site()).unwrap();
        restore(&site, &old);
        let mut build = command(program("interlink"), site.folder())
            .args(["build", "--date", "2026-03-14"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // The last quarter of the run is where files are renamed, so it gets most of the rounds.
        let part = 0.3 + 0.8 * f64::from(round) / f64::from(rounds);
        std::thread::sleep(Duration::from_secs_f64(whole_run.as_secs_f64() * part));
        let _ = build.kill();
        let _ = build.wait();
        let left = visible(&published(&site));
        if left == visible(&old) {
            unchanged += 1;
        } else if left == visible(&new) {
            finished += 1;
        } else {
            assert!(has_journal(&site), "round {round}: a mixture without a journal");
        }
        site.interlink(&["build", "--date", "2026-03-14"]).expect_code(0);
        expect_same(&new, &published(&site));
    }
    eprintln!(
        "killed {rounds} times: {unchanged} old sites, {finished} new ones, the rest completed by the journal"
    );
}

/// What a web server shows: everything but the program's own files.
fn visible(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    files
        .iter()
        .filter(|(path, _)| !path.starts_with(".interlink-"))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

fn restore(site: &SiteTest, files: &BTreeMap<String, Vec<u8>>) {
    for (path, bytes) in files {
        write(&site.site().join(path), bytes);
    }
}

fn has_journal(site: &SiteTest) -> bool {
    site.site().join(".interlink-journal").exists()
}
