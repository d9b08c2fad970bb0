//! A journey through the site, made in every language and on every screen, though not in each language on
//! each. One browser and one server serve all of them, because starting these takes longer than a journey.

use serde_json::json;

use crate::browser::{Browser, Element, JavaScript, keys};
use crate::page_types::SCREENS;
use crate::service_test::ServiceTest;
use crate::site_test::SiteTest;

/// The languages of the repository's own content.
pub const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// From this width on the filters of a list stand beside it, in CSS pixels.
const DESK: u32 = 960;

/// Where a journey is made: a page in one language on one screen.
pub struct Stop<'a> {
    /// The browser, with that screen.
    pub browser: &'a Browser,
    /// The code of the language.
    pub language: &'a str,
    /// The width of the screen.
    pub width: u32,
    whole: &'a dyn Fn(&str) -> String,
}

/// Makes a journey through a site that its own service shows, in the four languages: on a phone, where words have the
/// least room, and for three of them on a larger screen too or instead.
#[track_caller]
pub fn journey(site: SiteTest, javascript: JavaScript, steps: impl Fn(&Stop<'_>, &ServiceTest)) {
    let service = ServiceTest::start(site);
    let browser = Browser::start(javascript);
    everywhere(&browser, |path| service.url(path), |stop| steps(stop, &service));
}

/// The same in some languages on some screens, where more would show nothing new.
#[track_caller]
pub fn journey_in(
    site: SiteTest,
    javascript: JavaScript,
    languages: &[&str],
    screens: &[(u32, u32)],
    steps: impl Fn(&Stop<'_>, &ServiceTest),
) {
    let service = ServiceTest::start(site);
    let browser = Browser::start(javascript);
    walk(&browser, languages, screens, |path| service.url(path), |stop| steps(stop, &service));
}

/// Makes a journey in the same places through a site that stands elsewhere. `whole` gives the whole address of a path
/// that begins with the language. No journey may leave an error in the console.
#[track_caller]
pub fn everywhere(browser: &Browser, whole: impl Fn(&str) -> String, steps: impl Fn(&Stop<'_>)) {
    let [phone, tablet, desk] = SCREENS;
    // Latvian has the longest words.
    for (language, screens) in
        [("en", &[phone, desk][..]), ("es", &[phone]), ("it", &[tablet]), ("lv", &[phone, desk])]
    {
        walk(browser, &[language], screens, &whole, &steps);
    }
}

/// The same in some languages on some screens.
#[track_caller]
pub fn walk(
    browser: &Browser,
    languages: &[&str],
    screens: &[(u32, u32)],
    whole: impl Fn(&str) -> String,
    steps: impl Fn(&Stop<'_>),
) {
    for language in languages {
        for &(width, height) in screens {
            // Shown only when the journey fails.
            println!("in {language} at {width} pixels");
            browser.resize(width, height);
            let stop = Stop { browser, language, width, whole: &whole };
            steps(&stop);
            let said = browser.console().into_iter().filter(|(level, message)| {
                // A page with an error status is opened on purpose.
                level == "SEVERE" && !message.contains("the server responded with a status of 404")
            });
            let said: Vec<String> = said.map(|(_, message)| message).collect();
            assert!(said.is_empty(), "{said:#?}");
        }
    }
}

impl Stop<'_> {
    /// The whole address of a page of the language.
    pub fn url(&self, page: &str) -> String {
        (self.whole)(&format!("{}/{page}", self.language))
    }

    /// Opens a page of the language.
    #[track_caller]
    pub fn open(&self, page: &str) {
        self.browser.open(&self.url(page));
    }

    /// Whether the window is too narrow for filters beside a list.
    pub fn is_narrow(&self) -> bool {
        self.width < DESK
    }

    /// Waits until the browser is at a page of the language.
    #[track_caller]
    pub fn wait_to_be_at(&self, page: &str) {
        let wanted = self.url(page);
        self.browser.wait_until(&wanted, |browser| browser.address() == wanted);
    }

    /// How many elements a selector finds that are shown.
    pub fn count(&self, css: &str) -> usize {
        let count = "return [...document.querySelectorAll(arguments[0])]
            .filter((one) => one.checkVisibility({ visibilityProperty: true })).length";
        self.browser.run(count, json!([css])).as_u64().unwrap_or_default() as usize
    }

    /// Waits until a selector finds so many elements that are shown.
    #[track_caller]
    pub fn wait_for_count(&self, css: &str, count: usize) {
        self.browser.wait_until(&format!("{count} times {css}"), |_| self.count(css) == count);
    }

    /// Waits until a selector finds something that is shown.
    #[track_caller]
    pub fn wait_for(&self, css: &str) -> Element<'_> {
        self.browser.wait_until(css, |_| self.count(css) > 0);
        self.browser.find(css)
    }

    /// The text of the first element that a selector finds, as it is shown. Asked in one step: the
    /// script of a page may put another element there between finding it and reading it.
    pub fn text(&self, css: &str) -> String {
        let text = "return document.querySelector(arguments[0])?.innerText ?? ''";
        self.browser.run(text, json!([css])).as_str().unwrap_or_default().trim().to_owned()
    }

    /// Follows a link or presses a button with the keyboard.
    #[track_caller]
    pub fn press(&self, css: &str) {
        self.wait_for(css).type_text(keys::ENTER);
    }

    /// Whether the element that has the focus fits a selector.
    pub fn has_focus(&self, css: &str) -> bool {
        let fits = "return Boolean(document.activeElement?.matches(arguments[0]))";
        self.browser.run(fits, json!([css])) == true
    }

    /// Opens the filters of a list: by their line on a narrow screen. On a wide one they stand open, but
    /// the driver takes what stands in a closed `<details>` for invisible, although the style shows it.
    #[track_caller]
    pub fn unfold_filters(&self) {
        let open = "return document.querySelector('.facets').open";
        if !self.is_narrow() {
            self.browser.run("document.querySelector('.facets').open = true", json!([]));
        } else if self.browser.run(open, json!([])) != true {
            self.browser.find(".facets > summary").click();
        }
    }

    /// Nothing on the page is wider than the screen.
    #[track_caller]
    pub fn expect_to_fit(&self) {
        let over = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(self.browser.run(over, json!([])), 0, "{} is too wide", self.browser.address());
    }
}

/// The first number in a text.
///
/// # Panics
/// When there is none.
#[track_caller]
pub fn first_number(text: &str) -> usize {
    let digits = text.trim_start_matches(|character: char| !character.is_ascii_digit());
    let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or_else(|_| panic!("no number in “{text}”"))
}
