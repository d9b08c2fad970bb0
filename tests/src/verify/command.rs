//! Starting other programs: from the root of the workspace, with nothing to read on standard
//! input, their output going straight to the reader.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::Outcome;

/// Where the sources and the built programs lie.
pub(super) struct Workspace {
    /// The folder of the workspace's `Cargo.toml`.
    pub(super) root: PathBuf,
    /// Cargo's target folder.
    pub(super) target: PathBuf,
}

impl Workspace {
    /// Finds both. The target folder is read off this program's own place, so that a person's
    /// `CARGO_TARGET_DIR` is respected.
    pub(super) fn find() -> Result<Workspace> {
        let root =
            Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("the package has a parent folder")?;
        let program = env::current_exe().context("cannot find the place of this program")?;
        let target = program.ancestors().nth(2).context("this program should lie in a target folder")?;
        Ok(Workspace { root: root.to_path_buf(), target: target.to_path_buf() })
    }

    /// A program of the workspace that the step `programs` built.
    pub(super) fn program(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// A command that will run in the root of the workspace.
    pub(super) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        // Cargo describes this package to the programs it runs. A Cargo started from here would
        // take that for its own surroundings, and build scripts that look at it would run again.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            let of_this_package =
                ["CARGO_PKG_", "CARGO_MANIFEST_"].iter().any(|prefix| text.starts_with(prefix));
            if of_this_package || text == "CARGO_BIN_NAME" || text == "CARGO_CRATE_NAME" {
                command.env_remove(&name);
            }
        }
        command
    }

    /// The Cargo that started this program.
    pub(super) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(arguments);
        command
    }
}

/// Runs a command, shows the line a person would type, and tells how it ended.
pub(super) fn run(command: &mut Command) -> Result<Outcome> {
    let line = typed(command);
    println!("$ {line}");
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    Ok(if status.success() {
        Outcome::Passed
    } else {
        Outcome::Failed(format!("`{line}` ended with {status}"))
    })
}

/// Runs a command that has to succeed before anything else makes sense.
pub(super) fn run_or_fail(command: &mut Command) -> Result<()> {
    match run(command)? {
        Outcome::Failed(reason) => bail!(reason),
        Outcome::Passed | Outcome::PassedWithNote(_) => Ok(()),
    }
}

/// Whether a command can be started and succeeds, its output thrown away.
pub(super) fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// The line as a person would type it: programs by their file name.
fn typed(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let mut words: Vec<String> = command
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)))
        .map(|(name, value)| format!("{}={}", name.display(), quoted(&value.to_string_lossy())))
        .collect();
    words.push(program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned());
    words.extend(command.get_args().map(|argument| quoted(&argument.to_string_lossy())));
    words.join(" ")
}

fn quoted(word: &str) -> String {
    if word.contains(' ') { format!("'{word}'") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shown_line_can_be_typed() {
        let mut command = Command::new("some/folder/cargo");
        command.args(["doc", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings").env_remove("CARGO_PKG_NAME");
        assert_eq!(typed(&command), "RUSTDOCFLAGS='-D warnings' cargo doc --no-deps");
    }

    #[test]
    fn a_program_that_does_not_exist_does_not_succeed() {
        assert!(!succeeds(&mut Command::new("no-program-has-this-name")));
    }
}
