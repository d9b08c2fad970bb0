//! Every HTML page, style sheet and SVG picture of the built sites goes through the checker of the
//! W3C (Nu Html Checker, MIT licence), started once for each site.

use std::path::PathBuf;

use anyhow::Result;

use super::command::{Workspace, run, run_or_fail};
use super::skipped::without_shared_data;
use super::{Outcome, sites};

/// The version of the npm package `vnu-jar` that is installed when it is absent or another one.
const VERSION: &str = "26.9.27";

/// No page has an error.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let checker = install(workspace)?;
    let sites = sites::build(workspace)?;
    let mut failures = Vec::new();
    for site in &sites {
        println!("{}:", site.name);
        let mut command = workspace.command("java");
        // Long pages nest deeper than the usual stack of a thread of Java allows.
        command.args(["-Xss8m", "-jar"]).arg(&checker);
        command.args(["--errors-only", "--skip-non-html", "--also-check-css", "--also-check-svg"]);
        if let Outcome::Failed(reason) = run(command.arg(&site.folder))? {
            failures.push(format!("{}: {reason}", site.name));
        }
    }
    Ok(match (failures.is_empty(), sites.len()) {
        (false, _) => Outcome::Failed(failures.join("; ")),
        (true, 1) => without_shared_data("the site of the original project's data"),
        (true, _) => Outcome::Passed,
    })
}

/// Finds the checker below Cargo's target folder, or lets npm put it there.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("tools").join(format!("vnu-{VERSION}"));
    let checker = folder.join("node_modules/vnu-jar/build/dist/vnu.jar");
    if !checker.is_file() {
        let mut command = workspace.command("npm");
        command.args(["install", "--no-fund", "--no-audit", "--ignore-scripts", "--prefix"]).arg(&folder);
        run_or_fail(command.arg(format!("vnu-jar@{VERSION}")))?;
    }
    Ok(checker)
}
