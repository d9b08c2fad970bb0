//! The contact sheet: one HTML file with a picture of every type of page on every screen, light and
//! dark. No test can say that a page is poor; people look at this before a release.

use std::fs;
use std::io;
use std::path::Path;

use crate::browser::{Browser, JavaScript, Scheme};
use crate::page_types::{self, PAGES, SCREENS};
use crate::site_server::SiteServer;
use crate::site_test::SiteTest;

/// Builds the repository's own content, pictures its pages in some languages (none: English and
/// Latvian) and gives the number of pictures.
///
/// # Errors
/// When the file cannot be written.
pub fn write(file: &Path, languages: &[String]) -> io::Result<usize> {
    let usual = ["en".to_owned(), "lv".to_owned()];
    let languages = if languages.is_empty() { &usual } else { languages };
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let mut count = 0;
    let mut sheet = String::from(
        "<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>body{font:14px sans-serif}\
         section{display:flex;gap:1em;align-items:start;margin:0 0 2em}img{border:1px solid #999;height:auto}\
         </style>\n",
    );
    for page in PAGES {
        for language in languages {
            let path = format!("{language}/{page}");
            sheet.push_str(&format!("<h2>{path}</h2>\n", path = path.replace('&', "&amp;")));
            page_types::open(&browser, &server.url(&path));
            for scheme in [Scheme::Light, Scheme::Dark] {
                browser.show_on_screen(scheme);
                sheet.push_str("<section>");
                for (width, height) in SCREENS {
                    browser.resize(width, height * 2);
                    let picture = browser.picture();
                    let shown = width / 3;
                    sheet.push_str(&format!(
                        "<img width={shown} alt=\"{width} pixels, {scheme:?}\" \
                         src=\"data:image/png;base64,{picture}\">"
                    ));
                    count += 1;
                }
                sheet.push_str("</section>\n");
            }
        }
    }
    fs::write(file, sheet)?;
    Ok(count)
}
