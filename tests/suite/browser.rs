//! The browser that other tests rely on does what they expect of it.

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::write;

const PAGE: &str = "<!doctype html><html lang=en><title>A page</title>
    <form action=next.html><input name=word><button>Go</button></form><p id=out>plain</p>
    <script>document.getElementById('out').textContent = 'scripted ' + innerWidth</script>";

fn open(javascript: JavaScript) -> (Browser, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("page.html"), PAGE);
    write(&folder.path().join("next.html"), "<title>Next</title>");
    let browser = Browser::start(javascript);
    browser.resize(360, 800);
    browser.open(&format!("file://{}", folder.path().join("page.html").display()));
    (browser, folder)
}

#[test]
fn scripts_run_and_a_phone_is_as_narrow_as_it_says() {
    let (browser, _folder) = open(JavaScript::On);
    assert_eq!(browser.title(), "A page");
    assert_eq!(browser.find("#out").text(), "scripted 980");
}

#[test]
fn without_javascript_a_form_still_goes_where_it_points() {
    let (browser, _folder) = open(JavaScript::Off);
    assert_eq!(browser.find("#out").text(), "plain");
    browser.find("input").fill("a word");
    assert_eq!(browser.find("input").property("value"), "a word");
    browser.find("button").click();
    browser.wait_until("the next page", |browser| browser.title() == "Next");
    assert!(browser.address().ends_with("/next.html?word=a+word"), "{}", browser.address());
}
