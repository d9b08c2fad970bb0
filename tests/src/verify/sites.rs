//! The sites that checks of whole sites look at: that of the repository's own content and, where the
//! shared data is, that of the original project's. Built anew each time, below Cargo's target folder.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::command::{Workspace, run_or_fail};
use crate::fixture::shared;

/// A built site.
pub(super) struct BuiltSite {
    /// What a reader calls it.
    pub(super) name: &'static str,
    /// Where it lies.
    pub(super) folder: PathBuf,
}

/// Builds the sites there are. The second is absent without the shared data.
pub(super) fn build(workspace: &Workspace) -> Result<Vec<BuiltSite>> {
    let program = workspace.program("interlink");
    let folder = workspace.target.join("verify");
    let mut sites = Vec::new();
    let own = BuiltSite { name: "our own catalogue", folder: folder.join("site") };
    run_or_fail(workspace.command(&program).args(["build", "--quiet", "--out"]).arg(&own.folder))?;
    sites.push(own);
    if let Some(seed) = shared().map(|shared| shared.join("interlink-seed")).filter(|seed| seed.is_dir()) {
        let content = folder.join("seed-content");
        if content.exists() {
            fs::remove_dir_all(&content).with_context(|| format!("cannot remove {}", content.display()))?;
        }
        let import = ["import", "interlink-seed"];
        run_or_fail(workspace.command(&program).args(import).arg(&seed).arg("--into").arg(&content))?;
        let site = BuiltSite { name: "the original project's catalogue", folder: folder.join("seed-site") };
        let mut build = workspace.command(&program);
        build.args(["build", "--quiet", "--content"]).arg(&content).arg("--out").arg(&site.folder);
        // What is imported does not say where it will be published; linked data needs to know.
        run_or_fail(build.args(["--base-url", "https://interlink.example/"]))?;
        sites.push(site);
    }
    Ok(sites)
}
