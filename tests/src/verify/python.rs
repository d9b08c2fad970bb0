//! Checks that are written in Python: each has an environment of its own below Cargo's target folder, with
//! its packages at stated versions.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::command::{Workspace, run_or_fail, succeeds};

/// What a check needs.
pub(super) struct Environment {
    /// The name of its folder. It changes with the packages, so that another set gets another folder.
    pub(super) name: &'static str,
    /// The packages, each at one version.
    pub(super) packages: &'static [&'static str],
    /// What can be loaded once it is whole.
    pub(super) modules: &'static str,
}

impl Environment {
    /// Finds the environment, or makes it, and answers the folder of its programs.
    pub(super) fn install(&self, workspace: &Workspace) -> Result<PathBuf> {
        let folder = workspace.target.join("tools").join(self.name);
        let programs = folder.join("bin");
        let load = format!("import {}", self.modules);
        if !succeeds(workspace.command(programs.join("python")).args(["-c", &load])) {
            if !succeeds(workspace.command("python3").args(["-c", "import ensurepip, venv"])) {
                bail!(
                    "Python has no venv; type: sudo apt-get update && sudo apt-get install --yes python3-venv"
                );
            }
            run_or_fail(workspace.command("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
            let mut install = workspace.command(programs.join("pip"));
            install.args(["install", "--quiet", "--disable-pip-version-check"]);
            run_or_fail(install.args(self.packages))?;
        }
        Ok(programs)
    }
}
