//! Comparing and collections: what is picked lives in the address, is changed with clicks and keys in
//! every language and width, survives hostile addresses, and can be taken along.

use std::fs;

use interlink_tests::browser::{Browser, JavaScript, keys};
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];
const WIDTHS: [u32; 3] = [360, 768, 1280];

fn count(browser: &Browser, css: &str) -> usize {
    browser.find_all(css).len()
}

/// Puts the words into the field that adds an entry, and takes the first one offered with the keyboard.
fn add(browser: &Browser, words: &str) {
    browser.find("#add-field").fill(words);
    browser.find("#add-found button").type_text(keys::ENTER);
}

#[test]
fn entries_are_compared_in_every_language_and_width() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in LANGUAGES {
        for width in WIDTHS {
            browser.resize(width, 900);
            let compare = service.url(&format!("{language}/compare/"));
            browser.open(&format!("{compare}?i=interview-guide"));
            browser.wait_until("one entry", |browser| browser.find("#one-more").is_shown());
            add(&browser, "decidim");
            let two = format!("{compare}?i=interview-guide,decidim");
            browser.wait_until(&two, |browser| {
                browser.address() == two && count(browser, "#table-box th[scope=col]") == 2
            });
            let (all, different) =
                (count(&browser, "#table-box tbody tr"), count(&browser, "#table-box tr.other"));
            assert!(different > 3 && different < all, "{different} of {all}");
            // Long words are broken where they may be, and none runs into the next column.
            let wide = "return [...document.querySelectorAll('#table-box :is(td, th)')]
                .filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.outerHTML)";
            assert_eq!(browser.run(wide, json!([])), json!([]), "{language} at {width}");
            let column = "return document.querySelector('#table-box th[scope=col]').clientWidth >= 144";
            assert_eq!(browser.run(column, json!([])), true, "{language} at {width}");
            assert_eq!(count(&browser, "#table-box .differs"), different, "said in words, not only coloured");
            browser.find("#only").type_text(" ");
            browser.wait_until("only what differs", |browser| {
                browser.address() == format!("{two}&only=1")
                    && count(browser, "#table-box tbody tr") == different
            });
            // The second column moves forward, and its button keeps the focus.
            browser.find("th[data-ref=decidim] .tool").type_text(keys::ENTER);
            let moved = format!("{compare}?i=decidim,interview-guide&only=1");
            browser.wait_until(&moved, |browser| browser.address() == moved);
            let focused = "return document.activeElement.closest('th')?.dataset.ref";
            browser.wait_until("the focus", |browser| browser.run(focused, json!([])) == json!("decidim"));
            browser.find("th[data-ref=decidim] .tool:last-child").type_text(keys::ENTER);
            browser.wait_until("one column", |browser| count(browser, "#table-box th[scope=col]") == 1);
            browser.back();
            browser.wait_until("both again", |browser| {
                browser.address() == moved && count(browser, "#table-box th[scope=col]") == 2
            });
            let overflow =
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
            assert_eq!(browser.run(overflow, json!([])), 0);
        }
    }
}

#[test]
fn entries_of_every_kind_stand_side_by_side_and_the_file_is_safe_for_a_spreadsheet() {
    let service = ServiceTest::start(SiteTest::of_the_repository().with_file(
        "problems/org-problem-1/lv.md",
        "---\nname: \"=HYPERLINK(1)\"\nsummary: \"@now, with \\\"quotes\\\" and a comma\"\n---\n",
    ));
    let browser = Browser::start(JavaScript::On);
    let refs = "decidim,problem.org-problem-1,schema.default,story.zaragoza-etopia";
    browser.open(&service.url(&format!("lv/compare/?i={refs},cryptpad")));
    browser.wait_until("four columns", |browser| count(browser, "#table-box th[scope=col]") == 4);
    assert!(browser.find("#pick-note").text().contains('4'), "says that one was left out");
    assert!(browser.find("#full").is_shown() && !browser.find("#add").is_shown());
    browser.run("URL.createObjectURL = blob => { window.taken = blob.text(); return 'data:,'; }", json!([]));
    browser.find("#csv").click();
    let text = browser.run_until_told("window.taken.then(arguments[0])", json!([]));
    let text = text.as_str().unwrap().trim_start_matches('\u{feff}');
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert!(lines[0].starts_with(",Decidim,'=HYPERLINK(1),"), "{}", lines[0]);
    assert!(text.contains("\"'@now, with \"\"quotes\"\" and a comma\""), "{text}");
    assert!(lines.last().unwrap().is_empty() && lines.len() > 8);
    assert!(text.contains("Licence,tikai AGPL 3.0,"), "in the language of the page: {text}");
    // A need has no country and a schema no leader: that is no difference.
    let only_of_the_story = "return [...document.querySelectorAll('#table-box tbody tr')]
        .filter((row) => [...row.cells].filter((cell) => cell.textContent.startsWith('—')).length === 3)
        .map((row) => row.className)";
    let rows = browser.run(only_of_the_story, json!([]));
    let rows = rows.as_array().unwrap();
    assert!(rows.len() >= 2 && rows.iter().all(|classes| *classes == ""), "{rows:?}");
    assert_eq!(text.matches("nav ziņu").count(), 0, "{text}");
    browser.find("#to-collection").click();
    browser.wait_until("the collection", |browser| count(browser, "#entries > li") == 4);
}

/// What is known of an entry in a language: the facts by their row.
fn facts(site: &SiteTest, language: &str, reference: &str) -> serde_json::Value {
    let folder = site.site().join(language).join("collection/data");
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    let mut all = files.map(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).unwrap());
    all.find_map(|file| file.get(reference).map(|entry| entry["facts"].clone())).expect("an entry")
}

#[test]
fn what_is_counted_is_never_unstated_and_what_a_kind_cannot_have_is_not_asked_of_it() {
    let site = SiteTest::of_the_repository().build();
    let decidim = facts(&site, "es", "decidim");
    for counted in ["stories", "files"] {
        assert_eq!(decidim[counted], json!([{ "text": "0" }]), "{counted}");
    }
    let need = facts(&site, "es", "problem.org-problem-14");
    for fact in ["licence", "country", "owners", "files", "publisher", "form"] {
        assert!(need.get(fact).is_none(), "{fact} of a need: {}", need[fact]);
    }
    assert!(facts(&site, "es", "story.zaragoza-etopia").get("difficulty").is_none());
}

#[test]
fn a_need_speaks_each_language_that_it_has_a_name_and_a_summary_in() {
    let site = SiteTest::of_the_repository().build();
    let languages =
        |language: &str| facts(&site, language, "problem.org-problem-14")["languages"].to_string();
    assert!(languages("es").to_lowercase().contains("español"), "{}", languages("es"));
    assert!(
        languages("en").contains("Spanish") && languages("en").contains("Latvian"),
        "{}",
        languages("en")
    );
}

#[test]
fn needs_stories_and_schemas_lead_to_comparing_and_collecting_them() {
    let site = SiteTest::of_the_repository().build();
    for (page, reference) in [
        ("problems/und-problem-2", "problem.und-problem-2"),
        ("stories/zaragoza-etopia", "story.zaragoza-etopia"),
        ("schemas/default", "schema.default"),
        ("interlinkers/decidim", "decidim"),
    ] {
        for language in LANGUAGES {
            let text = site.page(&format!("{language}/{page}/"));
            for way in ["compare", "collection"] {
                let link = format!("href=\"/{language}/{way}/?i={reference}\"");
                assert_eq!(text.matches(&link).count(), 1, "{link} on {language}/{page}/");
            }
            facts(&site, language, reference);
        }
    }
}

#[test]
fn a_collection_is_made_ordered_named_and_undone_in_every_language_and_width() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in LANGUAGES {
        for width in WIDTHS {
            browser.resize(width, 900);
            let collection = service.url(&format!("{language}/collection/"));
            browser.open(&collection);
            browser.wait_until("the empty list", |browser| browser.find("#pick-empty").is_shown());
            add(&browser, "decidim");
            add(&browser, "limesurvey");
            let two = format!("{collection}?i=decidim,limesurvey");
            browser
                .wait_until(&two, |browser| browser.address() == two && count(browser, "#entries > li") == 2);
            browser.find("#title").fill("Otrdienai <b>");
            browser.find("#title").type_text(keys::ENTER);
            let named = format!("{two}&t=Otrdienai+%3Cb%3E");
            browser.wait_until(&named, |browser| browser.address() == named);
            browser.wait_until("the title", |browser| browser.find("h1").text() == "Otrdienai <b>");
            browser.find("li[data-ref=limesurvey] .tool").type_text(keys::ENTER);
            let moved = format!("{collection}?i=limesurvey,decidim&t=Otrdienai+%3Cb%3E");
            browser.wait_until(&moved, |browser| browser.address() == moved);
            browser.find("li[data-ref=limesurvey] .tool:last-child").type_text(keys::ENTER);
            browser.wait_until("one entry", |browser| count(browser, "#entries > li") == 1);
            browser.find("#undo").type_text(keys::ENTER);
            browser.wait_until("both again", |browser| {
                browser.address() == moved && count(browser, "#entries > li") == 2
            });
            assert!(
                browser
                    .find("#mail")
                    .attribute("href")
                    .contains(&collection.replace(':', "%3A").replace('/', "%2F"))
            );
            browser.find("#to-compare").type_text(keys::ENTER);
            browser.wait_until("the comparison", |browser| count(browser, "#table-box th[scope=col]") == 2);
            assert!(browser.address().ends_with("/compare/?i=limesurvey,decidim"));
        }
    }
}

/// Makes the archive and lists what is in it: names, and the text of its README.
fn archive(browser: &Browser) -> (Vec<String>, String) {
    let found = browser.run_until_told(
        "const done = arguments[0];
         window.taken.then(async (blob) => {
             const files = fflate.unzipSync(new Uint8Array(await blob.arrayBuffer()));
             done([Object.keys(files).sort(), fflate.strFromU8(files['README.txt'])]);
         }).catch(error => done(String(error)));",
        json!([]),
    );
    let names = found[0].as_array().unwrap_or_else(|| panic!("{found}"));
    let names = names.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    (names, found[1].as_str().unwrap().to_owned())
}

/// From now on the page keeps the next file it makes where the test can look at it.
fn keep_what_is_made(browser: &Browser) {
    browser.run(
        "window.taken = new Promise(taken => { URL.createObjectURL = blob => { taken(blob); return 'data:,'; }; });
         HTMLAnchorElement.prototype.click = function () { window.takenName = this.download; }",
        json!([]),
    );
}

#[test]
fn the_files_of_a_collection_come_as_one_archive_with_names_licences_and_addresses() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let refs = "stakeholder-map-canvas,decidim,satisfaction-survey";
    let title = "Otrdienai: kas/kad? <Rīga>.";
    browser.open(&service.url(&format!("lv/collection/?i={refs}")));
    browser.wait_until("the list", |browser| count(browser, "#entries > li") == 3);
    assert!(browser.find("#total").text().contains("kB"), "{}", browser.find("#total").text());
    // Sizes are rounded as everywhere on the site.
    let rounded = "const { sizeOf } = await import(document.querySelector('script[src*=\"/page.js\"]').src);
        const say = (unit, { size }) => `${size} ${unit}`;
        return [0, 999, 1499, 1500, 999_999, 1_250_000].map((bytes) => sizeOf(say, bytes))";
    let rounded = browser.run(&format!("return (async () => {{ {rounded} }})()"), json!([]));
    let expected = ["0 bytes", "999 bytes", "1 kilobytes", "2 kilobytes", "1000 kilobytes", "1,3 megabytes"];
    assert_eq!(rounded, json!(expected));
    assert!(
        !browser.requests().iter().any(|address| address.contains("fflate")),
        "loaded before it is needed"
    );
    keep_what_is_made(&browser);
    browser.find("#archive").click();
    let (names, readme) = archive(&browser);
    assert!(names.contains(&"01-stakeholder-map-canvas/stakeholder-map.svg".to_owned()), "{names:?}");
    assert!(names.iter().any(|name| name.starts_with("03-satisfaction-survey/")), "{names:?}");
    for expected in
        ["2. Decidim", "tikai AGPL 3.0", "/lv/interlinkers/stakeholder-map-canvas/", "CC BY 4.0", "Izlase"]
    {
        assert!(readme.contains(expected), "{expected}\n{readme}");
    }
    let name = "return window.takenName";
    assert_eq!(browser.run(name, json!([])), "interlink-collection.zip");

    // With a title, the file is called like it, as far as every system takes it.
    browser.find("#title").fill(title);
    browser.find("#title").type_text(keys::ENTER);
    browser.wait_until("the title", |browser| browser.find("h1").text() == title);
    browser.find("#archive").click();
    browser.wait_until("another archive", |browser| {
        browser.run(name, json!([])) == "Otrdienai kas kad Rīga.zip"
    });
    let said = |browser: &Browser| browser.find("#pick-status").text();
    browser.wait_until("the word about it", |browser| !said(browser).is_empty());
    // An empty list is no archive and has no title; both come back with the step before.
    browser.find("#clear").click();
    browser.wait_until("the empty list", |browser| browser.find("#pick-empty").is_shown());
    assert_eq!((said(&browser), browser.find("h1").text()), (String::new(), "Izlase".to_owned()));
    browser.find("#undo").click();
    browser.wait_until("the title again", |browser| browser.find("h1").text() == title);
}

#[test]
fn entries_without_files_have_no_size() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for language in LANGUAGES {
        browser.open(&service.url(&format!("{language}/collection/?i=decidim")));
        browser.wait_until("the list", |browser| count(browser, "#entries > li") == 1);
        let total = browser.find("#total").text();
        assert!(!total.contains("kB") && !total.contains(" B") && !total.contains('0'), "{total}");
    }
}

#[test]
fn a_file_that_cannot_be_had_is_named_and_the_rest_can_be_taken_without_it() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url("en/collection/?i=stakeholder-map-canvas"));
    browser.wait_until("the list", |browser| count(browser, "#entries > li") == 1);
    let lost =
        service.site.site().join("media/interlinkers/stakeholder-map-canvas/files/stakeholder-list.csv");
    fs::remove_file(lost).unwrap();
    keep_what_is_made(&browser);
    browser.find("#archive").click();
    browser.wait_until("the word about it", |browser| {
        browser.find("#failure").text().contains("stakeholder-list.csv could not be fetched")
    });
    browser.find("#without").click();
    let (names, readme) = archive(&browser);
    assert!(!names.iter().any(|name| name.ends_with(".csv")) && names.len() > 1, "{names:?}");
    assert!(readme.contains("not included"));
}

#[test]
fn hostile_addresses_of_selections_are_left_out_with_a_word_and_stay_text() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let many: Vec<String> = (0..10_000).map(|number| format!("a{number}")).collect();
    for page in ["compare", "collection"] {
        for query in [
            "i=%3Cscript%3Edocument.title=1%3C/script%3E".to_owned(),
            "i=%ff,%00,..%2F..%2Fetc,constructor,__proto__,schema.schema.default".to_owned(),
            format!("i={}", "x".repeat(5_000)),
            // As many as an address holds: servers refuse longer ones.
            format!("i={}", many[..1_000].join(",")),
        ] {
            browser.open(&service.url(&format!("en/{page}/?{query}&t={query}")));
            browser.wait_until("the word about it", |browser| {
                browser.find("#pick-note").is_shown() && browser.find("#pick-empty").is_shown()
            });
            assert!(browser.find("#pick-note").text().len() < 500);
            assert!(browser.find_all("main script:not([type]), main img").is_empty());
        }
        // Past every server: ten thousand names in the address of the page itself.
        let push = "history.pushState(null, '', `?i=${arguments[0].join(',')},decidim`); \
                    dispatchEvent(new PopStateEvent('popstate'))";
        browser.open(&service.url(&format!("en/{page}/?i=decidim")));
        browser.wait_until("the entry", |browser| count(browser, "#entries > li, th[scope=col]") == 1);
        browser.run(push, json!([many]));
        browser.wait_until("too many", |browser| {
            browser.find("#pick-note").text().contains("There is room for")
        });
    }
    let title = "t=%20%E2%80%AE%0A".to_owned() + &"y".repeat(500);
    browser.open(&service.url(&format!("en/collection/?i=decidim&{title}")));
    browser.wait_until("the title", |browser| browser.find("h1").text() == "y".repeat(80));
}

#[test]
fn without_javascript_selections_say_what_they_need_and_lead_to_the_catalogue() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    for page in ["compare", "collection"] {
        for language in LANGUAGES {
            browser.open(&service.url(&format!("{language}/{page}/?i=decidim,cryptpad")));
            assert!(browser.find("noscript p").is_shown());
            assert!(!browser.find("#add").is_shown() && !browser.find("#pick-empty").is_shown());
            browser.find("noscript a").click();
            let catalogue = service.url(&format!("{language}/interlinkers/"));
            browser.wait_until(&catalogue, |browser| browser.address() == catalogue);
        }
    }
}
