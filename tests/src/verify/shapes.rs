//! The linked data of the built sites is held to the official SHACL shapes of DCAT-AP and to ours of
//! ADMS-AP, by pyshacl (Apache-2.0) in a Python environment of its own. The shapes are part of the
//! shared data; without it the tests of the suite, which know the mandatory rules, have to do.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::command::{Workspace, run, run_or_fail, succeeds};
use super::skipped::without_shared_data;
use super::{Outcome, sites};
use crate::fixture::shared;

/// What is installed, each at one version.
const PACKAGES: [&str; 2] = ["pyshacl==0.40.1", "rdflib==7.6.0"];
/// Changes with the packages, so that another set gets another folder.
const ENVIRONMENT: &str = "shacl-0.40.1-7.6.0";

/// No statement of the catalogues breaks a rule; a broken one is seen to.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let Some(standards) = shared().map(|shared| shared.join("standards")).filter(|folder| folder.is_dir())
    else {
        return Ok(without_shared_data("the linked data by the official shapes"));
    };
    let python = install(workspace)?;
    let validate = |catalogue: PathBuf| {
        let mut command = workspace.command(&python);
        command.arg(workspace.root.join("tests/src/verify/shapes.py")).arg(&standards).arg(catalogue);
        command
    };
    println!("a broken catalogue, to see that the shapes see:");
    if succeeds(&mut validate(standards.join("dcat-ap/example-broken.jsonld"))) {
        bail!("the shapes found nothing wrong in a broken catalogue");
    }
    for site in sites::build(workspace)? {
        println!("{}:", site.name);
        for file in ["catalogue.jsonld", "catalogue.ttl"] {
            if let Outcome::Failed(reason) = run(&mut validate(site.folder.join(file)))? {
                return Ok(Outcome::Failed(format!("{}: {reason}", site.name)));
            }
        }
    }
    Ok(Outcome::Passed)
}

/// Finds the environment below Cargo's target folder, or makes it. It counts as whole when both
/// packages can be loaded.
fn install(workspace: &Workspace) -> Result<PathBuf> {
    let folder = workspace.target.join("tools").join(ENVIRONMENT);
    let python = folder.join("bin/python");
    let is_whole = succeeds(workspace.command(&python).args(["-c", "import pyshacl, rdflib"]));
    if !is_whole {
        if !succeeds(workspace.command("python3").args(["-c", "import ensurepip, venv"])) {
            bail!("Python has no venv; type: sudo apt-get update && sudo apt-get install --yes python3-venv");
        }
        run_or_fail(workspace.command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
        let mut install = workspace.command(folder.join("bin/pip"));
        run_or_fail(install.args(["install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES))?;
    }
    Ok(python)
}
