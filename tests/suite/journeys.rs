//! The ways of readers through the site, with real clicks and keys, in the four languages on a phone, a
//! tablet and a desk, and without JavaScript where a page promises that. What each page shows is held
//! against the build by the modules beside this one; here the way itself is tried. The guide,
//! comparing and collections have theirs in `guide` and `selection`.

mod bad_input;
mod catalogue;
mod editions;
mod entry;
mod home;
mod law_and_data;
mod offline;
mod schema;
mod search;
mod story;
mod translations;

use interlink_tests::journey::Stop;
use serde_json::json;

/// Leads to another language than the one of the stop.
fn other(stop: &Stop<'_>) -> &'static str {
    if stop.language == "lv" { "en" } else { "lv" }
}

/// The texts of all elements that a selector finds, also of those that are folded.
fn texts(stop: &Stop<'_>, css: &str) -> Vec<String> {
    strings(stop, "one.textContent.trim()", css)
}

/// The whole addresses that links lead to.
fn links(stop: &Stop<'_>, css: &str) -> Vec<String> {
    strings(stop, "one.href", css)
}

fn strings(stop: &Stop<'_>, of: &str, css: &str) -> Vec<String> {
    let script = format!("return [...document.querySelectorAll(arguments[0])].map((one) => {of})");
    let found = stop.browser.run(&script, json!([css]));
    serde_json::from_value(found).expect("a list of texts")
}
