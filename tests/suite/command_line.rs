//! What every command of `interlink` promises: exit codes, what goes to which output, colours, and
//! options that decide the result.

use std::fs;
use std::path::Path;

use generator::build::Stage;
use interlink_tests::programs::{Ended, command, program, run};
use interlink_tests::site_test::SiteTest;

/// The base with one error and one warning.
fn site_with_mistakes() -> SiteTest {
    SiteTest::base()
        .with_file("organisations/town/organisation.yaml", "status: active\n")
        .with_file("interlinkers/canvas/interlinker.yaml", "nature: knowledge\nstatus: active\n")
        .with_file("interlinkers/canvas/en.md", "---\nname: Canvas\nsummary: A sheet.\n---\n")
        .commit("Mistakes")
}

#[track_caller]
fn expect_silence(output: &str) {
    assert_eq!(output, "");
}

#[test]
fn a_command_that_has_done_its_work_ends_with_0() {
    let site = SiteTest::from_fixture("base");
    for arguments in [
        &["check"][..],
        &["build"],
        &["search", "map", "--lang", "en"],
        &["fmt"],
        &["fmt", "--check"],
        &["schema", "interlinker"],
        &["new", "organisation", "choir"],
        &["--help"],
        &["--version"],
    ] {
        site.interlink(arguments).expect_code(0);
    }
}

#[test]
fn errors_in_the_content_end_with_1_and_warnings_with_0() {
    let site = site_with_mistakes();
    for arguments in [&["check"][..], &["check", "--format", "json"], &["build"], &["--quiet", "build"]] {
        site.interlink(arguments).expect_code(1);
    }
    let warned = SiteTest::base()
        .with_file("interlinkers/canvas/interlinker.yaml", "nature: knowledge\nstatus: active\n")
        .with_file("interlinkers/canvas/en.md", "---\nname: Canvas\nsummary: A sheet.\n---\n")
        .commit("A warning");
    assert!(warned.interlink(&["check"]).expect_code(0).stdout.contains(": warning: "));
    warned.interlink(&["build"]).expect_code(0);
    let tidy = SiteTest::base();
    tidy.interlink(&["fmt"]).expect_code(0);
    let untidy = tidy
        .with_file(
            "organisations/town/organisation.yaml",
            "country: lv\ntype:   public-administration\nstatus: active\n",
        )
        .commit("Another form");
    let listed = untidy.interlink(&["fmt", "--check"]).expect_code(1).stdout;
    assert_eq!(listed, "content/organisations/town/organisation.yaml\n");
    untidy.interlink(&["fmt"]).expect_code(0);
    untidy.interlink(&["fmt", "--check"]).expect_code(0);
}

#[test]
fn wrong_use_and_what_cannot_be_read_or_written_end_with_2_and_a_reason() {
    let site = SiteTest::from_fixture("base");
    for arguments in [
        &["check", "--content", "nowhere"][..],
        &["check", "--format", "xml"],
        &["build", "--content", "nowhere"],
        &["build", "--date", "14.03.2026"],
        &["build", "--jobs", "0"],
        &["build", "--jobs", "many"],
        &["build", "--base-url", "catalogue.example"],
        &["build", "--theme", "none-has-this-name"],
        &["build", "--out", "content/interlinkers/stakeholder-map/files/map.txt"],
        &["build", "--timings", "no/such/folder/timings.json"],
        &["serve", "--port", "70000"],
        &["search", "map"],
        &["search", "map", "--lang", "en", "--content", "nowhere"],
        &["new", "organisation", "Not A Slug"],
        &["new", "organisation", "town"],
        &["new", "poem", "x"],
        &["new", "page", "search"],
        &["new", "news", "2026-02-30-x"],
        &["fmt", "../outside.md"],
        &["fmt", "--content", "nowhere"],
        &["schema", "poem"],
        &["import", "interlink-seed", "nowhere", "--into", "new"],
        &["no-such-command"],
        &[],
    ] {
        let ended = site.interlink(arguments);
        assert_eq!(ended.code, Some(2), "{arguments:?}\n{}{}", ended.stdout, ended.stderr);
        assert!(!ended.stderr.trim().is_empty(), "{arguments:?} gives a reason");
        assert!(!ended.stderr.contains("panicked"), "{arguments:?}\n{}", ended.stderr);
        expect_silence(&ended.stdout);
    }
}

#[test]
fn check_prints_on_standard_output_and_build_its_diagnostics_on_standard_error() {
    let site = site_with_mistakes();
    let checked = site.interlink(&["check"]);
    assert!(checked.stdout.contains("[missing-field]") && checked.stdout.contains("[not-stated]"));
    expect_silence(&checked.stderr);
    let built = site.interlink(&["build"]);
    assert!(built.stderr.contains("[missing-field]"), "{}", built.stderr);
    expect_silence(&built.stdout);
    let right = SiteTest::from_fixture("base").interlink(&["build"]);
    assert!(right.stdout.starts_with("site: ") && right.stdout.lines().count() == 1, "{}", right.stdout);
    expect_silence(&right.stderr);
}

#[test]
fn quiet_says_nothing_but_results_and_errors() {
    let site = SiteTest::from_fixture("base");
    for arguments in [&["--quiet", "build"][..], &["build", "--quiet"], &["build", "-q"]] {
        let ended = site.interlink(arguments).expect_code(0);
        expect_silence(&ended.stdout);
        expect_silence(&ended.stderr);
    }
    let found = site.interlink(&["--quiet", "search", "map", "--lang", "en"]).expect_code(0);
    assert!(found.stdout.contains("en/interlinkers/stakeholder-map/"), "results are no progress");
    let mistaken = site_with_mistakes().interlink(&["--quiet", "build"]).expect_code(1);
    assert!(mistaken.stderr.contains("[missing-field]"), "errors are always said: {}", mistaken.stderr);
}

/// Runs `interlink check` on a terminal, which `script` of util-linux pretends to be.
fn check_on_a_terminal(folder: &Path, no_colour: Option<&str>) -> Ended {
    let line = format!("'{}' check", program("interlink").display());
    let mut script = command("script", folder);
    script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).env_remove("NO_COLOR");
    if let Some(value) = no_colour {
        script.env("NO_COLOR", value);
    }
    run(&mut script)
}

#[test]
fn colours_are_for_terminals_whose_owner_wants_them() {
    let site = site_with_mistakes();
    let coloured = |ended: &Ended| ended.stdout.contains("\u{1b}[1;31merror");
    let on_terminal = check_on_a_terminal(site.folder(), None).expect_code(1);
    assert!(coloured(&on_terminal), "{:?}", on_terminal.stdout);
    // An empty variable counts as absent: https://no-color.org
    assert!(coloured(&check_on_a_terminal(site.folder(), Some(""))));
    let plain = check_on_a_terminal(site.folder(), Some("1")).expect_code(1);
    assert!(plain.stdout.contains("error") && !plain.stdout.contains('\u{1b}'), "{:?}", plain.stdout);
    let piped = run(command(program("interlink"), site.folder()).arg("check").env_remove("NO_COLOR"));
    assert!(piped.stdout.contains("error") && !piped.stdout.contains('\u{1b}'), "{:?}", piped.stdout);
}

#[test]
fn json_has_one_object_a_line_with_the_same_fields_for_errors_and_warnings() {
    let site = site_with_mistakes();
    let printed = site.interlink(&["check", "--format", "json"]).expect_code(1).stdout;
    let mut severities = Vec::new();
    for line in printed.lines() {
        let object: serde_json::Value = serde_json::from_str(line).expect("one object a line");
        let fields = object.as_object().expect("an object");
        let mut names: Vec<&str> = fields.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["code", "column", "file", "help", "line", "message", "severity"], "{line}");
        for name in ["code", "file", "message", "severity"] {
            assert!(object[name].as_str().is_some_and(|text| !text.is_empty()), "{name} of {line}");
        }
        for name in ["line", "column"] {
            assert!(object[name].is_null() || object[name].as_u64() > Some(0), "{name} of {line}");
        }
        assert!(site.content().join(object["file"].as_str().unwrap()).exists(), "{line}");
        severities.push(object["severity"].as_str().unwrap().to_owned());
    }
    assert!(severities.contains(&"error".to_owned()) && severities.contains(&"warning".to_owned()));
    let clean = SiteTest::from_fixture("base").interlink(&["check", "--format", "json"]).expect_code(0);
    expect_silence(&clean.stdout);
}

#[test]
fn the_file_of_timings_has_the_seconds_of_every_stage() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--timings", "timings.json"]).expect_code(0);
    let text = fs::read_to_string(site.folder().join("timings.json")).unwrap();
    let timings: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut stages: Vec<&str> = Stage::ALL.iter().map(|stage| stage.name()).collect();
    stages.sort_unstable();
    let mut written: Vec<&str> = timings.keys().map(String::as_str).collect();
    written.sort_unstable();
    assert_eq!(written, stages);
    for (stage, seconds) in &timings {
        assert!(
            seconds.as_f64().is_some_and(|seconds| (0.0..600.0).contains(&seconds)),
            "{stage}: {seconds}"
        );
    }
}

/// The call of the base ends with the year 2026.
#[test]
fn the_date_decides_which_calls_are_open_and_the_newest_commit_stands_in_for_it() {
    let site = SiteTest::from_fixture("base");
    let page_on = |date: Option<&str>| {
        let mut arguments = vec!["build"];
        arguments.extend(date.map(|date| ["--date", date]).into_iter().flatten());
        site.interlink(&arguments).expect_code(0);
        site.page("en/calls/")
    };
    let open = page_on(Some("2026-12-31"));
    assert_ne!(open, page_on(Some("2027-01-01")), "the day after the end it is closed");
    // The tests commit on 14 March 2026, while the call is open.
    assert_eq!(open, page_on(None));
}
