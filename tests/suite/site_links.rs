//! A built site holds together: no link, anchor, picture, style or script leads nowhere, nothing
//! is loaded from another server, every page has its language, title and one heading.

use interlink_tests::crawl::Crawl;
use interlink_tests::fixture::interlink_seed;
use interlink_tests::site_test::SiteTest;

#[track_caller]
fn expect_whole(site: &SiteTest, base: &str) {
    let problems = Crawl::read(&site.site(), base).problems();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn our_own_content_becomes_a_site_that_holds_together() {
    expect_whole(
        &SiteTest::of_the_repository().check().expect_no_error().build(),
        "https://interlink.example/",
    );
}

#[test]
fn a_tiny_site_holds_together() {
    expect_whole(&SiteTest::from_fixture("base").build(), "https://catalogue.example/");
}

#[test]
fn a_site_under_a_sub_path_holds_together() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--base-url", "https://catalogue.example/our/catalogue/"]).expect_code(0);
    expect_whole(&site, "https://catalogue.example/our/catalogue/");
}

#[test]
fn the_original_projects_catalogue_holds_together() {
    let Some(seed) = interlink_seed() else { return };
    let site = SiteTest::imported(&seed).check().expect_no_error().build();
    expect_whole(&site, "https://interlink.example/");
}
