//! The workspace: a process starts from a schema, is kept in the browser and nowhere else; and the page that explains
//! its file says what the program does.

use std::fs;

use generator::process::fields::{ACTIVITY, Collection, Field, NODE, Part, Shape, TOP};
use generator::process::{read_process, write_process};
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::journey::LANGUAGES;
use interlink_tests::programs::workspace;
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

/// What the browser keeps: databases and texts, by name.
fn kept(browser: &Browser) -> Value {
    let names = "const done = arguments[0];
        indexedDB.databases().then(all => done([...all.map(({ name }) => name), ...Object.keys(localStorage)]),
                                   error => done([String(error)]));";
    browser.run_until_told(names, json!([]))
}

#[test]
fn a_process_that_starts_from_a_schema_is_still_there_when_the_page_is_loaded_again() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.resize(360, 800);
    browser.open(&server.url("lv/schemas/default/"));
    browser.find("a.btn[href$='/lv/workspace/?schema=default']").click();
    browser.wait_for("#workspace[data-settled]");
    assert_eq!(browser.find("#ws-from-schema-default").property("checked"), "true");
    assert_eq!(kept(&browser), json!([]), "nothing is kept before a process starts");

    browser.find("#ws-new-name").fill("Skaidrākas vēstules");
    browser.find(".ws-start button[type=submit]").click();
    browser.wait_until("the process", |browser| browser.address().contains("process="));
    browser.wait_for("#ws-view [id^=ws-row-default-]");
    let process = browser.address();
    browser.open(&format!("{process}&node=default/map-stakeholders"));
    browser.wait_for("#ws-status-done");
    // The words of the task come from the schema, what helps with it from the catalogue.
    assert_eq!(
        browser.find("#ws-node-title").text(),
        "Kartēt ieinteresētās puses, to motivāciju, prasmes un gaidas"
    );
    let recommended = browser.find_all("#ws-view [id^=ws-recommended-choose-]").len();
    assert!(recommended > 0, "nothing is recommended");
    browser.find("#ws-status-done").click();
    // At once, before anything has been written.
    browser.reload();
    browser.wait_for("#ws-status-done:checked");
    assert_eq!(browser.find("h1").text(), "Skaidrākas vēstules");
    assert_eq!(browser.find_all("#ws-view [id^=ws-recommended-choose-]").len(), recommended);

    // The list of processes has it, and what is erased is gone.
    browser.open(&server.url("lv/workspace/"));
    browser.wait_for("#ws-erase-all");
    assert!(browser.find("#ws-view h3").text().contains("Skaidrākas vēstules"));
    browser.find("#ws-erase-all").click();
    browser.find("#ws-erase-now").click();
    browser.wait_until("an empty browser", |browser| kept(browser) == json!([]));
    browser.expect_no_error();
}

#[test]
fn without_javascript_the_workspace_leads_to_what_works_without_it() {
    let server = SiteServer::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    for language in LANGUAGES {
        browser.open(&server.url(&format!("{language}/workspace/")));
        assert!(browser.find("noscript a[href$='/schemas/']").is_shown(), "{language}");
        assert!(!browser.find("#workspace").is_shown(), "{language}");
    }
}

/// The page about the file in a language, as it is written.
fn page_about_the_file(language: &str) -> String {
    fs::read_to_string(workspace().join(format!("content/pages/process-file/{language}.md"))).unwrap()
}

/// The text between two fences, by the language of the code.
fn code<'t>(page: &'t str, kind: &str) -> Vec<&'t str> {
    let begins = format!("\n```{kind}\n");
    let blocks = page.split(&begins).skip(1);
    blocks.map(|block| block.split_once("```").unwrap().0).collect()
}

/// The tables of a page: of each row the name of the field, and what is said of it.
fn tables(page: &str) -> Vec<Vec<(&str, &str)>> {
    let mut tables: Vec<Vec<(&str, &str)>> = Vec::new();
    for line in page.lines() {
        if line.starts_with("| ---") {
            tables.push(Vec::new());
        } else if let Some(row) = line.strip_prefix("| `") {
            let (name, said) = row.split_once("` | ").unwrap();
            tables.last_mut().unwrap().push((name, said));
        }
    }
    tables
}

/// The names of fields, each with the terms that it may hold.
type Expected = Vec<(&'static str, &'static [&'static str])>;

fn of_fields(fields: &[Field]) -> Expected {
    let terms = |shape| match shape {
        Shape::Term(terms) | Shape::Terms(terms) => terms,
        _ => &[][..],
    };
    fields.iter().map(|field| (field.name, terms(field.shape))).collect()
}

fn of_parts(parts: &[Part]) -> Expected {
    let of = |part: &Part| match part {
        Part::Field(field) => of_fields(std::slice::from_ref(field)),
        Part::Items(collection) => vec![(collection.name, &[][..])],
    };
    parts.iter().flat_map(of).collect()
}

fn collections(parts: &[Part]) -> impl Iterator<Item = &'static Collection> {
    parts.iter().filter_map(|part| match part {
        Part::Items(collection) => Some(*collection),
        Part::Field(_) => None,
    })
}

#[test]
fn the_page_about_the_file_names_every_field_with_its_terms_in_the_order_of_the_file() {
    let plain = |names: &[&'static str]| -> Expected { names.iter().map(|name| (*name, &[][..])).collect() };
    let mut expected =
        vec![[plain(&["process", "id"]), of_parts(TOP), plain(&["nodes", "activity"])].concat()];
    expected.extend(collections(TOP).map(|collection| of_fields(collection.fields)));
    expected.push([plain(&["node", "id"]), of_parts(NODE), plain(&["children"])].concat());
    expected.extend(collections(NODE).map(|collection| of_fields(collection.fields)));
    expected.push(of_fields(ACTIVITY));
    expected.push(plain(&["seen", "edits", "also"]));
    for language in LANGUAGES {
        let page = page_about_the_file(language);
        let found = tables(&page);
        let names =
            |tables: Vec<Vec<&str>>| tables.into_iter().map(|table| table.join(" ")).collect::<Vec<_>>();
        assert_eq!(
            names(found.iter().map(|table| table.iter().map(|(name, _)| *name).collect()).collect()),
            names(expected.iter().map(|table| table.iter().map(|(name, _)| *name).collect()).collect()),
            "{language}"
        );
        for ((name, said), (_, terms)) in found.iter().flatten().zip(expected.iter().flatten()) {
            for term in *terms {
                assert!(said.contains(&format!("`{term}`")), "{language}: {name} does not name {term}");
            }
        }
        let digits: String =
            page.chars().filter(|letter| !matches!(letter, '.' | ',' | ' ' | '\u{a0}')).collect();
        for limit in [5_000, 20_000, 400, 500] {
            assert!(digits.contains(&limit.to_string()), "{language}: {limit}");
        }
    }
}

#[test]
fn the_example_of_the_page_is_a_process_and_its_lines_for_git_are_those_of_the_help() {
    let site = SiteTest::empty();
    let help = site.interlink(&["process", "merge", "--help"]).expect_code(0).stdout;
    let lines: Vec<&str> = help
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with("echo ") || line.starts_with("git config "))
        .collect();
    assert_eq!(lines.len(), 3, "{help}");
    for language in LANGUAGES {
        let page = page_about_the_file(language);
        let example = code(&page, "yaml")[0];
        let reading = read_process("process.yaml", example);
        assert!(reading.diagnostics.iter().next().is_none(), "{language}: {:#?}", reading.diagnostics);
        // Written as the workspace writes it, without what programs keep and the positions they give.
        let written = write_process(&reading.document.unwrap());
        for line in example.lines() {
            assert!(written.lines().any(|other| other == line), "{language}: {line}\n{written}");
        }
        let shell = code(&page, "sh");
        assert_eq!(
            shell,
            ["interlink check --process process.yaml\n", &(lines.join("\n") + "\n")],
            "{language}"
        );
    }
}
