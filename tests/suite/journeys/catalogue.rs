//! The catalogue: filters, chips, orders, cards, the way back, another language, an empty list; and the
//! lists that take their place without JavaScript.

use interlink_tests::browser::JavaScript;
use interlink_tests::journey::{Stop, first_number, journey};
use interlink_tests::site_test::SiteTest;

use super::other;

/// Two that no entry of the repository has together.
const NOTHING: &str = "interlinkers/?nature=software&form=checklist";

/// Waits until so many filters stand as chips; the count line then says how many rows there are.
#[track_caller]
fn rows_with_chips(stop: &Stop<'_>, chips: usize) -> usize {
    stop.wait_for_count("#chips .chip", chips);
    counted(stop)
}

#[track_caller]
fn counted(stop: &Stop<'_>) -> usize {
    let rows = stop.count("#rows > li");
    assert_eq!(first_number(&stop.text("#count")), rows, "{}", stop.text("#count"));
    rows
}

fn is_cards(stop: &Stop<'_>) -> bool {
    stop.count("#rows.cards") == 1
}

#[test]
fn a_reader_filters_orders_shares_and_goes_back_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        stop.open("interlinkers/");
        let all = counted(stop);
        stop.unfold_filters();
        browser.find("[data-facet=nature] [data-value=software]").click();
        let software = rows_with_chips(stop, 1);
        assert!(0 < software && software < all, "{software} of {all}");
        stop.wait_to_be_at("interlinkers/?nature=software");
        stop.unfold_filters();
        browser.find("[data-facet=nature] [data-value=external-software]").click();
        let both = rows_with_chips(stop, 2);
        assert!(software < both && both < all, "{both} of {all}");

        // A chip goes by the keyboard, and the focus is where the change is said.
        stop.press("#chips .chip:nth-of-type(2)");
        rows_with_chips(stop, 1);
        browser.wait_until("the focus at the count", |_| stop.has_focus("#count"));
        browser.find("#sorts a[data-sort=used]").click();
        stop.wait_for("#sorts b[data-sort=used]");
        stop.press("#views a[data-view=cards]");
        browser.wait_until("the cards", |_| is_cards(stop));
        let address = browser.address();
        let shown = counted(stop);
        stop.expect_to_fit();

        // What one sees is an address, which also holds in another language.
        browser.find(&format!(".langs a[hreflang={}]", other(stop))).click();
        let there = address.replace(
            &format!("/{}/interlinkers/", stop.language),
            &format!("/{}/interlinkers/", other(stop)),
        );
        browser.wait_until(&there, |browser| browser.address() == there);
        browser.wait_until("the cards in the other language", |_| is_cards(stop));
        stop.wait_for("#sorts b[data-sort=used]");
        assert_eq!(rows_with_chips(stop, 1), shown);

        browser.back();
        browser.wait_until(&address, |browser| browser.address() == address && is_cards(stop));
        browser.back();
        browser.wait_until("the list", |_| !is_cards(stop));
        browser.back();
        stop.wait_for("#sorts b[data-sort=name]");
        browser.back();
        assert_eq!(rows_with_chips(stop, 2), both);

        stop.open(NOTHING);
        stop.wait_for("#empty a:not(.btn)");
        assert_eq!(rows_with_chips(stop, 2), 0);
        let promised = stop.text("#empty a:not(.btn)");
        stop.press("#empty a:not(.btn)");
        let rows = rows_with_chips(stop, 1);
        assert!(rows > 0 && promised.contains(&rows.to_string()), "{promised}: {rows}");
    });
}

/// More Interlinkers than stand on one page.
fn with_many_entries() -> SiteTest {
    (1..=30)
        .fold(SiteTest::of_the_repository(), |site, number| {
            let folder = format!("interlinkers/practice-{number}");
            site.with_file(
                &format!("{folder}/interlinker.yaml"),
                "nature: knowledge\nstatus: active\nthemes:\n  - design\n",
            )
            .with_file(
                &format!("{folder}/en.md"),
                format!("---\nname: Practice {number}\nsummary: One of many sheets to practise with.\n---\n"),
            )
        })
        .commit("Many entries")
}

#[test]
fn without_javascript_lists_of_one_value_orders_and_pages_lead_through_the_catalogue() {
    journey(with_many_entries(), JavaScript::Off, |stop, _| {
        let browser = stop.browser;
        stop.open("interlinkers/");
        assert!(stop.text("noscript p").contains("JavaScript"), "{}", stop.text("noscript p"));
        assert_eq!(stop.count("#views"), 0, "a choice that does nothing");
        let (all, first) = (first_number(&stop.text("#count")), stop.count("#rows > li"));
        assert!(first < all, "{first} of {all}");
        stop.unfold_filters();
        stop.press("[data-facet=nature] [data-value=software]");
        stop.wait_to_be_at("interlinkers/by/nature/software/");
        counted(stop);
        stop.expect_to_fit();
        browser.find("#chips .chip").click();
        stop.wait_to_be_at("interlinkers/");

        browser.find("#sorts a[data-sort=used]").click();
        stop.wait_to_be_at("interlinkers/sort/used/");
        let top = stop.text("#rows h3");
        stop.press(".pages a[rel=next]");
        stop.wait_to_be_at("interlinkers/sort/used/page/2/");
        assert_ne!(stop.text("#rows h3"), top);
        assert_eq!(stop.text(".pages [aria-current=page]"), "2");
        let mut shown = first + stop.count("#rows > li");
        while stop.count(".pages a[rel=next]") > 0 {
            let before = browser.address();
            browser.find(".pages a[rel=next]").click();
            browser.wait_until("the next page", |browser| browser.address() != before);
            shown += stop.count("#rows > li");
        }
        assert_eq!(shown, all, "the pages together hold what the count says");
    });
}

/// The lists of stories, organisations and needs have the same script and templates.
#[test]
fn stories_organisations_and_needs_are_filtered_too_in_every_language_and_width() {
    journey(SiteTest::of_the_repository(), JavaScript::On, |stop, _| {
        let browser = stop.browser;
        for (list, facet) in
            [("stories", "country"), ("organisations", "organisation-type"), ("problems", "family")]
        {
            stop.open(&format!("{list}/"));
            let all = counted(stop);
            stop.unfold_filters();
            let value = format!("[data-facet={facet}] a");
            let promised = first_number(&stop.text(&format!("{value} .num")));
            browser.find(&value).click();
            let rows = rows_with_chips(stop, 1);
            assert_eq!(rows, promised, "{list}");
            assert!(rows < all, "{list}: {rows} of {all}");
            browser.back();
            assert_eq!(rows_with_chips(stop, 0), all, "{list}");
        }
    });
}
