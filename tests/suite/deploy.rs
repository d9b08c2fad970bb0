//! `interlink deploy`: only what differs is sent, only our own is deleted, and a deployment that ends
//! half-way leaves a site that works and a next run that completes it.

use std::fs;

use interlink_tests::fixture::read_tree;
use interlink_tests::programs::{Ended, command, program, run};
use interlink_tests::site_test::SiteTest;
use interlink_tests::storage_double::{Mood, StorageDouble};

fn deploy(site: &SiteTest, storage: &StorageDouble, more: &[&str]) -> Ended {
    let mut deploy = command(program("interlink"), site.folder());
    deploy.args(["deploy", "s3://site/our/catalogue", "--endpoint", &storage.endpoint()]).args(more);
    run(deploy.env("AWS_ACCESS_KEY_ID", "key").env("AWS_SECRET_ACCESS_KEY", "secret"))
}

/// Every file of the built site is in the storage as it is, and nothing of an older one.
#[track_caller]
fn expect_whole(site: &SiteTest, storage: &StorageDouble, others: &[&str]) {
    let mut objects = storage.objects();
    objects.retain(|key, _| key != "our/catalogue/.interlink-deployed" && !others.contains(&key.as_str()));
    let files: Vec<(String, Vec<u8>)> = read_tree(&site.site())
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".interlink-"))
        .map(|(path, bytes)| (format!("our/catalogue/{path}"), bytes))
        .collect();
    let stored: Vec<(String, Vec<u8>)> =
        objects.into_iter().map(|(key, object)| (key, object.bytes)).collect();
    let keys = |all: &[(String, Vec<u8>)]| all.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&stored), keys(&files));
    assert!(stored == files, "an object has other bytes than its file");
}

#[test]
fn only_what_differs_is_sent_and_only_our_own_is_deleted() {
    let site = SiteTest::from_fixture("base").build();
    let storage = StorageDouble::start();
    storage.put("our/catalogue/somebody-elses.txt", b"mine");
    storage.be(Mood::FailsTimes(3));
    let first = deploy(&site, &storage, &[]).expect_code(0);
    assert!(first.stdout.ends_with(" 0 unchanged, 0 deleted\n"), "{}", first.stdout);
    expect_whole(&site, &storage, &["our/catalogue/somebody-elses.txt"]);
    assert_eq!(storage.unsigned(), Vec::<String>::new());

    let objects = storage.objects();
    let page = &objects["our/catalogue/en/index.html"];
    assert_eq!(
        (page.content_type.as_str(), page.cache_control.as_str()),
        ("text/html; charset=utf-8", "no-cache")
    );
    let style = objects.iter().find(|(key, _)| key.ends_with("/style.css")).unwrap().1;
    assert_eq!(style.cache_control, "public, max-age=31536000, immutable");
    assert_eq!(objects["our/catalogue/en/feed.xml"].content_type, "application/atom+xml; charset=utf-8");
    // Pages come after everything that they load.
    let log = storage.log();
    let place = |end: &str| log.iter().position(|line| line.ends_with(end)).unwrap();
    assert!(place("/style.css") < place("/en/index.html"));
    assert!(place("/manifest.webmanifest") < place("/en/index.html"));

    // The same again sends nothing.
    let again = deploy(&site, &storage, &[]).expect_code(0);
    assert!(again.stdout.contains(": 0 files stored, "), "{}", again.stdout);
    assert_eq!(storage.log(), ["GET our/catalogue/.interlink-deployed"]);

    // A change and a page that is gone.
    let site =
        site.with_file("pages/late/en.md", "---\nname: Late\nsummary: A page.\n---\n\nText.\n").build();
    deploy(&site, &storage, &[]).expect_code(0);
    assert!(storage.objects().contains_key("our/catalogue/en/late/index.html"));
    fs::remove_dir_all(site.content().join("pages/late")).unwrap();
    let site = site.build();
    let tried = deploy(&site, &storage, &["--dry-run"]).expect_code(0);
    assert!(tried.stdout.contains("delete en/late/index.html\n"), "{}", tried.stdout);
    assert!(storage.objects().contains_key("our/catalogue/en/late/index.html"));
    storage.log();
    deploy(&site, &storage, &[]).expect_code(0);
    expect_whole(&site, &storage, &["our/catalogue/somebody-elses.txt"]);
    let log = storage.log();
    let last_put =
        log.iter().rposition(|line| line.starts_with("PUT") && !line.ends_with("deployed")).unwrap();
    let first_delete = log.iter().position(|line| line.starts_with("DELETE")).unwrap();
    assert!(last_put < first_delete, "{log:#?}");
}

#[test]
fn a_deployment_that_ends_half_way_leaves_the_old_pages_and_is_completed_by_the_next() {
    let site = SiteTest::from_fixture("base").build();
    let storage = StorageDouble::start();
    deploy(&site, &storage, &[]).expect_code(0);
    let old = storage.objects();
    // Everything changes, and a page comes that will be gone before the next try.
    let site = site.with_file("pages/late/en.md", "---\nname: Late\nsummary: A page.\n---\n\nText.\n");
    let settings = fs::read_to_string(site.content().join("site.yaml")).unwrap();
    let site =
        site.with_file("site.yaml", settings.replace("A small catalogue", "Another catalogue")).build();
    storage.be(Mood::FailsAfter(1));
    let failed = deploy(&site, &storage, &[]).expect_code(2);
    assert!(failed.stderr.contains("tried 5 times") && failed.stderr.contains("Full"), "{}", failed.stderr);
    let half = storage.objects();
    assert_eq!(half["our/catalogue/en/index.html"], old["our/catalogue/en/index.html"]);
    assert!(old.keys().all(|key| half.contains_key(key)), "nothing is deleted");

    // Far enough that the late page may be there, then it is gone from the site.
    storage.be(Mood::FailsAfter(60));
    let _ = deploy(&site, &storage, &[]);
    fs::remove_dir_all(site.content().join("pages/late")).unwrap();
    let site = site.build();
    storage.be(Mood::Well);
    deploy(&site, &storage, &[]).expect_code(0);
    expect_whole(&site, &storage, &[]);
}

#[test]
fn a_storage_that_refuses_is_asked_once_and_its_sentence_is_shown() {
    let site = SiteTest::from_fixture("base").build();
    let storage = StorageDouble::start();
    storage.be(Mood::Refuses);
    let refused = deploy(&site, &storage, &[]).expect_code(2);
    assert!(refused.stderr.contains("403 (Access Denied)"), "{}", refused.stderr);
    assert!(!refused.stderr.contains("secret") && !refused.stderr.contains("Signature"));
    assert!(storage.objects().is_empty());
    storage.put("our/catalogue/.interlink-deployed", b"<html>");
    assert!(deploy(&site, &storage, &[]).expect_code(2).stderr.contains("damaged"));
}

#[test]
fn what_is_missing_is_said_before_anything_is_sent() {
    let site = SiteTest::from_fixture("base");
    let storage = StorageDouble::start();
    let none = deploy(&site, &storage, &[]).expect_code(2);
    assert!(none.stderr.contains("is no site that `interlink build` has made"), "{}", none.stderr);
    let site = site.build();
    let arguments = ["deploy", "s3://site", "--endpoint", "http://127.0.0.1:1"];
    let mut without_key = command(program("interlink"), site.folder());
    without_key.args(arguments).env_remove("AWS_ACCESS_KEY_ID");
    assert!(run(&mut without_key).expect_code(2).stderr.contains("AWS_ACCESS_KEY_ID"));
    site.interlink(&["deploy", "site", "--endpoint", "http://127.0.0.1:1"]).expect_code(2);
    let page = site.site().join("en/index.html");
    fs::write(&page, "edited by hand").unwrap();
    let changed = deploy(&site, &storage, &[]).expect_code(2);
    assert!(changed.stderr.contains("build again"), "{}", changed.stderr);
}
