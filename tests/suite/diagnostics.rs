//! Every diagnostic has a bad site: `fixtures/diagnostics/<code>/content` is laid over the base,
//! and `expected` holds what `interlink check` must print. A second site for a code is called
//! `<code>--<what>`. Four codes are about more than the check, so `interlink build` says them.
//! A case with a `process.yaml` is about a team's process file, which lies outside the content.
//! With `INTERLINK_UPDATE=1` the expected texts are written anew, to be read like code.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use generator::diagnostic::Code;
use interlink_tests::fixture::{copy_folder, fixture, write};
use interlink_tests::programs::workspace;
use interlink_tests::site_test::SiteTest;

/// A template that asks for something no page has.
const HOME: &str =
    "{% extends \"base.html\" %}\n{% block content %}{{ nothing.like.it }}{% endblock content %}\n";

/// Every folder of bad sites, sorted.
fn cases() -> Vec<String> {
    let mut cases: Vec<String> = fs::read_dir(fixture("diagnostics"))
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .collect();
    cases.sort();
    cases
}

fn code_of(case: &str) -> &str {
    case.split_once("--").map_or(case, |(code, _)| code)
}

#[test]
fn every_code_has_a_bad_site_and_every_bad_site_a_code() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let cases = cases();
    let covered: BTreeSet<&str> = cases.iter().map(|case| code_of(case)).collect();
    assert_eq!(codes, covered);
}

#[test]
fn every_bad_site_gets_the_expected_text() {
    let mut wrong = Vec::new();
    for case in cases() {
        let site = prepare(&case);
        let (printed, code) = report(&case, &site);
        let expected_file = fixture("diagnostics").join(&case).join("expected");
        if std::env::var_os("INTERLINK_UPDATE").is_some() {
            write(&expected_file, &printed);
        }
        let expected = fs::read_to_string(&expected_file).unwrap_or_default();
        if printed != expected {
            wrong.push(format!("{case}\n--- expected\n{expected}--- printed\n{printed}"));
        }
        if !printed.contains(&format!("[{}]", code_of(&case))) {
            wrong.push(format!("{case} does not show its code\n{printed}"));
        }
        let wanted_code = match case.as_str() {
            "missing-message" | "template" => 2,
            _ => i32::from(printed.contains(": error: ")),
        };
        if code != Some(wanted_code) {
            wrong.push(format!("{case} ends with {code:?}\n{printed}"));
        }
    }
    assert!(wrong.is_empty(), "{} sites\n{}", wrong.len(), wrong.join("\n"));
}

/// What is said about a bad site, and the exit code.
fn report(case: &str, site: &SiteTest) -> (String, Option<i32>) {
    let arguments: &[&str] = match case {
        "missing-message" | "template" => &["build", "--theme", "bad"],
        "no-history" | "no-preview" => &["build"],
        // What is overdue depends on the day.
        "overdue" => &["build", "--date", "2025-12-01"],
        _ if site.folder().join("process.yaml").is_file() => &["check", "--process", "process.yaml"],
        _ => &["check"],
    };
    let ended = site.interlink(arguments);
    (if arguments[0] == "check" { ended.stdout } else { ended.stderr }, ended.code)
}

/// The bad site of a case. What Git or some file systems cannot hold is made here.
fn prepare(case: &str) -> SiteTest {
    let site = SiteTest::from_fixture(&format!("diagnostics/{case}"));
    let at = |path: &str| site.content().join(path);
    let page = |text: &[u8]| write(&at("pages/about/en.md"), text);
    match case {
        "unreadable" => link("no-such-file.md", &at("pages/about/en.md")),
        "symlink-outside" => {
            write(&site.folder().join("outside.md"), "---\nname: Outside\n---\n");
            link("../../../outside.md", &at("pages/about/en.md"));
        }
        "too-large" => {
            page(&[b"---\nname: A\nsummary: B\n---\n", "A word. ".repeat(200_000).as_bytes()].concat())
        }
        "not-utf-8" => page(b"---\nname: A\nsummary: caf\xe9\n---\n"),
        "nul-character" => page(b"---\nname: A\nsummary: B\n---\nA \0 character\n"),
        "file-too-large" => {
            let path = at("interlinkers/stakeholder-map/files/map.txt");
            fs::File::options().write(true).open(path).unwrap().set_len(60 << 20).unwrap();
        }
        "bad-file-name" => write(&at("interlinkers/stakeholder-map/files/a:b?.txt"), "Text\n"),
        "active-file" => write(&at("interlinkers/stakeholder-map/files/page.HTML"), "<script>1</script>\n"),
        "no-history" => fs::remove_dir_all(site.folder().join(".git")).unwrap(),
        "missing-message" => {
            change_theme(&site, "messages/lv.ftl", |text| text.replacen("language = ", "langauge = ", 1))
        }
        "template" => change_theme(&site, "templates/home.html", |_| HOME.to_owned()),
        "too-many-nodes" => {
            let nodes: String = (0..5001).map(|number| format!("  - id: n{number}\n")).collect();
            let head = "process: 1\nid: 00112233445566778899aabbccddeeff\nnodes:\n";
            write(&site.folder().join("process.yaml"), format!("{head}{nodes}"));
        }
        _ => {}
    }
    if let Ok(process) = fs::read(fixture("diagnostics").join(case).join("process.yaml")) {
        write(&site.folder().join("process.yaml"), process);
    }
    site
}

/// A copy of our theme beside the content, with one file changed.
fn change_theme(site: &SiteTest, file: &str, change: impl Fn(&str) -> String) {
    let theme = site.folder().join("themes/bad");
    copy_folder(&workspace().join("themes/default"), &theme);
    let text = fs::read_to_string(theme.join(file)).unwrap();
    let changed = change(&text);
    assert_ne!(text, changed);
    write(&theme.join(file), changed);
}

fn link(aim: &str, path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    symlink(aim, path).unwrap();
}

#[test]
fn the_base_of_all_these_sites_has_no_mistake() {
    SiteTest::from_fixture("base").check().expect_diagnostics("no mistakes found\n");
}

#[test]
fn byte_order_marks_windows_line_ends_and_system_files_are_accepted() {
    SiteTest::base()
        .with_file("pages/about/en.md", "\u{FEFF}---\r\nname: About\r\nsummary: A page.\r\n---\r\nText\r\n")
        .with_file("pages/about/Thumbs.db", "x")
        .with_file("interlinkers/stakeholder-map/files/.~lock.map.odt#", "x")
        .with_file("interlinkers/stakeholder-map/files/~$map.docx", "x")
        .commit("Files from other systems")
        .check()
        .expect_diagnostics("no mistakes found\n");
}

#[test]
fn three_mistakes_in_one_file_are_three_diagnostics() {
    let site = SiteTest::base()
        .with_file(
            "organisations/town/organisation.yaml",
            "status: actve\ntyp: citizens\ncountry: lv\nwebsite: town\n",
        )
        .commit("Three mistakes");
    let printed = site.interlink(&["check", "--format", "json"]).expect_code(1).stdout;
    let objects: Vec<serde_json::Value> =
        printed.lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    let places: Vec<String> = objects
        .iter()
        .map(|object| format!("{} {}:{}", object["code"].as_str().unwrap(), object["line"], object["column"]))
        .collect();
    assert_eq!(places, ["missing-field 1:1", "unknown-term 1:9", "unknown-field 2:1", "bad-address 4:10"]);
    let mut keys: Vec<&str> = objects[0].as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    assert_eq!(keys, ["code", "column", "file", "help", "line", "message", "severity"]);
    assert_eq!(objects[0]["file"], "organisations/town/organisation.yaml");
}

#[test]
fn a_content_folder_that_is_not_there_is_no_content_error() {
    let site = SiteTest::base();
    let ended = site.interlink(&["check", "--content", "nowhere"]).expect_code(2);
    assert!(ended.stderr.contains("nowhere"), "{}", ended.stderr);
}
