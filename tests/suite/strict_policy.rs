//! The site under the Content-Security-Policy of the files for web servers: its pages work as
//! before, and the browser refuses nothing of them. That no page has an inline script or style is
//! looked for by `site_links`.

use interlink_tests::browser::Browser;
use interlink_tests::folder_server::catalogue_under_the_strict_policy;
use serde_json::json;

/// Opens a page and listens to what the policy refuses.
fn refusals(browser: &Browser) -> Vec<String> {
    let said = browser.console().into_iter();
    said.filter(|(_, text)| text.contains("Content Security Policy")).map(|(_, text)| text).collect()
}

#[test]
fn pages_filters_and_search_work_under_a_strict_policy_below_a_path() {
    let (_site, server, browser) = catalogue_under_the_strict_policy();

    // The browser is under the policy at all.
    browser.open(&server.url(""));
    let inline = "const made = document.createElement('script'); made.textContent = 'window.ran = 1';
        document.body.append(made); return Boolean(window.ran)";
    assert_eq!(browser.run(inline, json!([])), json!(false));
    browser.wait_until("the refusal", |browser| !refusals(browser).is_empty());

    browser.open(&server.url("lv/"));
    let font = "return document.fonts.ready.then(() => document.fonts.check('1em Hyper'))";
    assert_eq!(browser.run(font, json!([])), json!(true));
    browser.open(&server.url("lv/interlinkers/?nature=knowledge"));
    browser.wait_until("a chip", |browser| browser.find_all("#chips .chip").len() == 1);
    browser.find("#rows h3 a").click();
    browser.wait_until("an entry", |browser| !browser.find_all("main h1").is_empty());
    browser.open(&server.url("lv/search/?q=aptauja"));
    browser.wait_until("a result", |browser| !browser.find_all("#search-results li").is_empty());
    for page in ["en/schemas/default/", "en/contribute/", "en/contribute/interlinker/", "en/no-such-page/"] {
        browser.open(&server.url(page));
    }
    assert_eq!(refusals(&browser), Vec::<String>::new());
}
