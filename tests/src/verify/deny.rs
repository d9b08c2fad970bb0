//! Licences, sources and known weaknesses of the dependencies, by cargo-deny and `deny.toml`.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result};

use super::Outcome;
use super::command::{Workspace, run, run_or_fail, succeeds};

/// The version that is installed when cargo-deny is absent or another one.
const VERSION: &str = "0.20.2";

/// What cargo-deny says when the database of advisories cannot be had.
const UNREACHABLE: &str = "failed to fetch advisory database";

/// Longest wait for the database of advisories.
const PATIENCE: Duration = Duration::from_secs(180);

/// Licences are allowed ones, and every dependency comes from where `deny.toml` says.
pub(super) fn check_licences(workspace: &Workspace) -> Result<Outcome> {
    let program = cargo_deny(workspace)?;
    run(workspace.command(program).args(["check", "licenses", "bans", "sources"]))
}

/// Known weaknesses. Their database lies on another server; when that is out of reach this is
/// said, and the step passes, because a network that is down says nothing about our code.
pub(super) fn check_advisories(workspace: &Workspace) -> Result<Outcome> {
    let program = cargo_deny(workspace)?;
    println!("$ cargo-deny check advisories");
    let mut child = workspace
        .command("timeout")
        .arg(PATIENCE.as_secs().to_string())
        .arg(program)
        .args(["check", "advisories"])
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start cargo-deny")?;
    let mut unreachable = false;
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).lines() {
            let line = line.context("cannot read what cargo-deny says")?;
            eprintln!("{line}");
            unreachable |= line.contains(UNREACHABLE);
        }
    }
    let status = child.wait().context("cannot wait for cargo-deny")?;
    // 124 is how `timeout` says that the time was over.
    Ok(if status.success() {
        Outcome::Passed
    } else if unreachable || status.code() == Some(124) {
        Outcome::PassedWithNote(
            "NOT CHECKED: the database of advisories cannot be reached from here".to_owned(),
        )
    } else {
        Outcome::Failed(format!("`cargo deny check advisories` ended with {status}"))
    })
}

/// The path of cargo-deny, installed into the target folder when it is not there, once. It runs for
/// a second, so it is compiled without optimising it, which would take far longer.
fn cargo_deny(workspace: &Workspace) -> Result<PathBuf> {
    let tools = workspace.target.join("tools");
    let program = tools.join("bin").join(format!("cargo-deny{}", std::env::consts::EXE_SUFFIX));
    let wanted = format!("test \"$(\"$0\" --version)\" = 'cargo-deny {VERSION}'");
    if !succeeds(workspace.command("sh").args(["-c", &wanted]).arg(&program)) {
        println!("installing cargo-deny {VERSION} (some minutes, once)");
        let mut command =
            workspace.cargo(&["install", "cargo-deny", "--version", VERSION, "--locked", "--debug"]);
        run_or_fail(command.arg("--root").arg(&tools))?;
    }
    Ok(program)
}
