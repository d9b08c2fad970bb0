//! The first step: the programs that the other steps need. On Debian and as root, what is missing
//! is installed; otherwise the step fails with the line to type.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Outcome;
use super::command::{Workspace, run_or_fail, succeeds};
use crate::postgres_server::server_folder;

/// A program and the Debian packages that have it.
struct Tool {
    program: &'static str,
    packages: &'static [&'static str],
    why: &'static str,
    /// What it is asked where being there does not mean that all of it is there; it answers with
    /// success. None: being there is enough.
    asked: &'static [&'static str],
}

const fn tool(program: &'static str, packages: &'static [&'static str], why: &'static str) -> Tool {
    Tool { program, packages, why, asked: &[] }
}

const TOOLS: &[Tool] = &[
    tool("git", &["git"], "contributions become branches"),
    tool("chromium", &["chromium"], "browser tests"),
    tool("chromedriver", &["chromium-driver"], "browser tests"),
    tool(
        "soffice",
        &["libreoffice-calc-nogui", "libreoffice-writer-nogui"],
        "tests of task lists and templates",
    ),
    tool("nginx", &["nginx"], "tests of the files for web servers"),
    tool("caddy", &["caddy"], "tests of the files for web servers"),
    tool("postgres", &["postgresql"], "tests of the store that replicas share"),
    tool("sqlite3", &["sqlite3"], "the test of back-up and restore"),
    tool("setpriv", &["util-linux"], "starts that server as a user without rights"),
    tool("unzip", &["unzip"], "tests of archives"),
    tool("node", &["nodejs"], "tests of the site's own scripts"),
    tool("npm", &["npm"], "brings the W3C's checker"),
    tool("java", &["default-jre-headless"], "runs the W3C's checker"),
    Tool {
        program: "python3",
        packages: &["python3-venv"],
        why: "runs the checks of linked data",
        // Debian keeps this part of Python in a package of its own.
        asked: &["-c", "import venv, ensurepip"],
    },
];

/// Finds every tool, or installs it, or says how.
pub(super) fn check(workspace: &Workspace) -> Result<Outcome> {
    let mut missing = missing_tools(workspace);
    if !missing.is_empty() && is_root(workspace) && find("apt-get").is_some() {
        install(workspace, &missing)?;
        missing = missing_tools(workspace);
    }
    if !missing.is_empty() {
        bail!("missing: {}; type: {}", names(&missing), install_line(&missing));
    }
    for tool in TOOLS {
        if let Some(path) = find(tool.program) {
            println!("{:13} {} ({})", tool.program, path.display(), tool.why);
        }
    }
    Ok(Outcome::Passed)
}

fn missing_tools(workspace: &Workspace) -> Vec<&'static Tool> {
    TOOLS.iter().filter(|tool| !is_there(workspace, tool)).collect()
}

fn is_there(workspace: &Workspace, tool: &Tool) -> bool {
    find(tool.program).is_some_and(|program| {
        tool.asked.is_empty() || succeeds(workspace.command(&program).args(tool.asked))
    })
}

fn install(workspace: &Workspace, missing: &[&Tool]) -> Result<()> {
    println!("installing what is missing: {}", names(missing));
    run_or_fail(workspace.command("apt-get").args(["update", "--quiet"]))?;
    let mut command = workspace.command("apt-get");
    command.args(["install", "--yes", "--quiet", "--no-install-recommends"]);
    command.args(missing.iter().flat_map(|tool| tool.packages));
    run_or_fail(command.env("DEBIAN_FRONTEND", "noninteractive"))
}

fn names(tools: &[&Tool]) -> String {
    tools.iter().map(|tool| format!("{} ({})", tool.program, tool.why)).collect::<Vec<_>>().join(", ")
}

fn install_line(tools: &[&Tool]) -> String {
    let packages: Vec<&str> = tools.iter().flat_map(|tool| tool.packages).copied().collect();
    format!("sudo apt-get update && sudo apt-get install --yes {}", packages.join(" "))
}

/// Asks `id`, because the standard library does not know the user.
fn is_root(workspace: &Workspace) -> bool {
    succeeds(workspace.command("sh").args(["-c", "test \"$(id -u)\" = 0"]))
}

/// Looks a program up in `PATH`, and where Debian keeps those of the administrator and of PostgreSQL,
/// which are not in the path of everybody.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .chain([PathBuf::from("/usr/sbin")])
        .chain(server_folder())
        .map(|folder| folder.join(program))
        .find(|candidate| is_executable(candidate))
}

fn is_executable(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    path.metadata().is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_to_type_names_the_packages_that_are_missing() {
        let missing: Vec<&Tool> = TOOLS.iter().filter(|tool| tool.program.starts_with("chrom")).collect();
        assert_eq!(
            install_line(&missing),
            "sudo apt-get update && sudo apt-get install --yes chromium chromium-driver"
        );
    }

    #[test]
    fn a_program_is_found_by_its_name_only_when_it_can_run() {
        assert!(find("sh").is_some());
        assert!(find("no-program-has-this-name").is_none());
    }
}
