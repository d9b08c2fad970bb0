//! White-label sites: their own name and sign in each of their languages, and no way to what they
//! leave out. An edition has two of the four languages; together they have all.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::journey::walk;
use interlink_tests::page_types::SCREENS;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

use super::links;

const EDITIONS: [(&str, [&str; 2], &str); 3] = [
    ("latvia-ministry", ["lv", "en"], "Kopradīsim"),
    ("italy-ministry", ["it", "en"], "Insieme per i servizi"),
    ("spain-city", ["es", "en"], "Barrio a barrio"),
];

/// What all three leave out.
const LEFT_OUT: [&str; 4] = ["pilots", "partners", "results", "media-kit"];

#[test]
fn each_edition_is_walked_through_in_its_languages_on_every_width() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for (slug, languages, name) in EDITIONS {
        let base = service.url(&format!("{slug}/"));
        let out = format!("site/{slug}");
        let arguments = ["build", "--edition", slug, "--base-url", &base, "--out", &out];
        service.site.interlink(&arguments).expect_code(0);
        walk(
            &browser,
            &languages,
            &SCREENS,
            |path| format!("{base}{path}"),
            |stop| {
                stop.open("");
                let is_own = |page: &str| {
                    assert_eq!(stop.text(".brand"), name, "{page}");
                    let drawn = "const sign = document.querySelector('.brand img'); return sign.complete && sign.naturalWidth > 0";
                    browser.wait_until("the sign", |browser| browser.run(drawn, json!([])) == true);
                    assert!(browser.title().contains(name), "{page}: {}", browser.title());
                    for address in links(stop, "a") {
                        let path = address.strip_prefix(&base).unwrap_or_default();
                        let page = path.split('/').nth(1).unwrap_or_default();
                        assert!(!LEFT_OUT.contains(&page), "{address}");
                    }
                    stop.expect_to_fit();
                };
                is_own("the home page");
                assert_eq!(stop.count(".langs a"), languages.len());
                // Every link of the foot leads somewhere.
                for address in links(stop, "footer a[href^='/']") {
                    let path = address.strip_prefix(&service.url("")).expect("a link of this site");
                    assert_eq!(service.get(path).status, 200, "{address}");
                }
                browser.find(".nav a").click();
                browser.wait_until("the catalogue", |_| stop.count("#rows > li") > 0);
                stop.press("#rows h3 a");
                browser.wait_until("an entry", |_| stop.count("#facets") == 0 && stop.count("h1") == 1);
                is_own("an entry");
                let other = languages.into_iter().find(|code| *code != stop.language).unwrap();
                let there = browser.address().replace(&stop.url(""), &format!("{base}{other}/"));
                browser.find(&format!(".langs a[hreflang={other}]")).click();
                browser.wait_until(&there, |browser| browser.address() == there);
                assert_eq!(browser.find("html").attribute("lang"), other);
                is_own("the entry in the other language");
            },
        );
    }
}
