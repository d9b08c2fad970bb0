//! The table of steps, in the order in which they run: quick ones first, so that a slip shows
//! early.

use anyhow::Result;

use super::Outcome;
use super::command::{Workspace, run, succeeds};
use super::skipped::SkippedTests;
use super::{deny, interface, markup, shapes, tools};
use crate::fixture::SKIPPED_TESTS;

/// One check of the project.
pub(super) struct Step {
    /// What `--only` calls it.
    pub(super) name: &'static str,
    /// One line for a reader.
    pub(super) what: &'static str,
    /// Does it.
    pub(super) run: fn(&Workspace) -> Result<Outcome>,
}

/// Every step there is.
pub(super) const STEPS: &[Step] = &[
    Step { name: "tools", what: "programs that the checks need", run: tools::check },
    Step { name: "format", what: "Rust sources are formatted", run: format },
    Step { name: "lints", what: "clippy finds nothing", run: lints },
    Step { name: "programs", what: "both programs build", run: programs },
    Step { name: "tests", what: "unit, whole-site, service and browser tests", run: tests },
    Step { name: "doc-tests", what: "examples in the documentation", run: doc_tests },
    Step { name: "docs", what: "the documentation builds without a warning", run: docs },
    Step { name: "content", what: "content/ has no error and its canonical form", run: content },
    Step {
        name: "markup",
        what: "every page, style and drawing passes the W3C's checker",
        run: markup::check,
    },
    Step {
        name: "standards",
        what: "the linked data conforms to DCAT-AP, ADMS-AP and CPSV-AP",
        run: shapes::check,
    },
    Step {
        name: "interface",
        what: "the contribution service answers as its OpenAPI description says",
        run: interface::check,
    },
    Step { name: "licences", what: "licences and sources of dependencies", run: deny::check_licences },
    Step { name: "advisories", what: "known weaknesses of dependencies", run: deny::check_advisories },
];

fn format(workspace: &Workspace) -> Result<Outcome> {
    run(&mut workspace.cargo(&["fmt", "--all", "--check"]))
}

fn lints(workspace: &Workspace) -> Result<Outcome> {
    run(&mut workspace.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn programs(workspace: &Workspace) -> Result<Outcome> {
    run(&mut workspace.cargo(&["build", "--workspace", "--bins"]))
}

/// Runs the tests with nextest where it is installed, which is quicker and ends a test that
/// hangs, and with Cargo's own runner elsewhere.
fn tests(workspace: &Workspace) -> Result<Outcome> {
    let mut command = if succeeds(&mut workspace.cargo(&["nextest", "--version"])) {
        let settings = ["--config-file", "tests/nextest.toml"];
        let mut command = workspace.cargo(&["nextest", "run", "--workspace", "--no-fail-fast"]);
        command.args(settings);
        command
    } else {
        workspace.cargo(&["test", "--workspace", "--all-targets", "--no-fail-fast"])
    };
    let skipped = SkippedTests::begin(workspace)?;
    // A snapshot that differs is a failure; a test run never rewrites what is expected.
    // The programs are those that the step before has just built.
    command.env("INSTA_UPDATE", "no").env("INTERLINK_PROGRAMS", workspace.target.join("debug"));
    let outcome = run(command.env(SKIPPED_TESTS, skipped.file()))?;
    Ok(skipped.judge(outcome))
}

fn doc_tests(workspace: &Workspace) -> Result<Outcome> {
    run(&mut workspace.cargo(&["test", "--workspace", "--doc"]))
}

fn docs(workspace: &Workspace) -> Result<Outcome> {
    run(workspace.cargo(&["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn content(workspace: &Workspace) -> Result<Outcome> {
    let program = workspace.program("interlink");
    match run(workspace.command(&program).args(["fmt", "--check"]))? {
        Outcome::Failed(reason) => {
            Ok(Outcome::Failed(format!("{reason}; `cargo interlink fmt` writes the canonical form")))
        }
        _ => run(workspace.command(&program).arg("check")),
    }
}
