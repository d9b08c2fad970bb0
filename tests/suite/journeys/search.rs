//! The search page: words are typed, a result is opened with the keyboard, and the way back keeps what
//! was asked.

use interlink_tests::browser::{JavaScript, keys};
use interlink_tests::journey::journey;
use interlink_tests::site_test::SiteTest;

#[test]
fn a_reader_types_opens_a_result_and_goes_back_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        stop.open("search/");
        browser.find("#q").type_text("decidim");
        stop.wait_to_be_at("search/?q=decidim");
        stop.wait_for("#search-results h3 a[href$='/interlinkers/decidim/']");
        let status = stop.text("#search-status");
        stop.expect_to_fit();
        stop.press("#search-results h3 a[href$='/interlinkers/decidim/']");
        stop.wait_to_be_at("interlinkers/decidim/");
        browser.back();
        stop.wait_to_be_at("search/?q=decidim");
        stop.wait_for("#search-results h3 a[href$='/interlinkers/decidim/']");
        assert_eq!(browser.find("#q").property("value"), "decidim");
        browser.wait_until("the same count", |_| stop.text("#search-status") == status);

        // From the header of any page as well, and from the start.
        stop.open("interlinkers/");
        browser.find("#site-search").type_text("decidim");
        browser.press(keys::ENTER);
        stop.wait_to_be_at("search/?q=decidim");
        stop.wait_for("#search-results li");
    });
}

#[test]
fn without_javascript_the_page_of_results_leads_to_the_catalogue_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::Off, |stop, _| {
        let browser = stop.browser;
        stop.open("");
        browser.find("main form.search input").type_text("decidim");
        browser.press(keys::ENTER);
        stop.wait_to_be_at("search/?q=decidim");
        assert!(stop.text("noscript .notice").contains("JavaScript"));
        stop.expect_to_fit();
        stop.press("noscript a");
        stop.wait_to_be_at("interlinkers/");
    });
}
