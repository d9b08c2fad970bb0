//! Runs the `git` command so that nothing of the person's own set-up acts: no hooks, no file
//! system monitor, no signing, no `GIT_…` variable of the environment. The one file that starts a
//! process.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A place where `git` is run.
#[derive(Debug, Clone)]
pub struct Git {
    folder: PathBuf,
}

/// `git` could not be run, or it ended with an error.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no `git`, or it could not be spoken to.
    #[error("the git command cannot be run: {0}")]
    Start(#[from] std::io::Error),
    /// It ran and said no.
    #[error("git {command} failed: {message}")]
    Failed {
        /// The subcommand.
        command: String,
        /// The exit code, where there was one.
        code: Option<i32>,
        /// What it wrote to standard error, and to standard output where that was all it wrote.
        message: String,
    },
    /// It answered something this program does not understand.
    #[error("git {0} answered something unexpected")]
    Answer(&'static str),
}

/// Settings given on every command line, which win over every configuration file.
const SETTINGS: &[&str] = &[
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "commit.gpgSign=false",
    "gpg.program=false",
    "gc.auto=0",
    "maintenance.auto=false",
    "merge.verifySignatures=false",
    "merge.autoStash=false",
    "submodule.recurse=false",
    "advice.detachedHead=false",
];

impl Git {
    /// `git` in a folder.
    pub fn at(folder: impl Into<PathBuf>) -> Git {
        Git { folder: folder.into() }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Runs a command and answers its standard output as text, without the last line end.
    ///
    /// # Errors
    /// When it cannot be run or fails.
    pub fn text(&self, arguments: &[&str]) -> Result<String, GitError> {
        self.call(arguments).text()
    }

    /// Starts to describe a call.
    pub fn call<'a>(&'a self, arguments: &'a [&'a str]) -> Call<'a> {
        Call { git: self, arguments, input: &[], variables: Vec::new() }
    }

    /// The commit or object a name stands for, or `None` where there is none.
    ///
    /// # Errors
    /// When `git` cannot be run.
    pub fn object(&self, name: &str) -> Result<Option<String>, GitError> {
        match self.text(&["rev-parse", "--verify", "--quiet", "--end-of-options", name]) {
            Ok(object) => Ok(Some(object)),
            Err(GitError::Failed { code: Some(1), .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// One call of `git`.
pub struct Call<'a> {
    git: &'a Git,
    arguments: &'a [&'a str],
    input: &'a [u8],
    variables: Vec<(&'static str, std::ffi::OsString)>,
}

impl<'a> Call<'a> {
    /// What it reads on standard input.
    #[must_use]
    pub fn input(mut self, input: &'a [u8]) -> Call<'a> {
        self.input = input;
        self
    }

    /// A variable of its environment.
    #[must_use]
    pub fn variable(mut self, name: &'static str, value: impl AsRef<OsStr>) -> Call<'a> {
        self.variables.push((name, value.as_ref().to_owned()));
        self
    }

    /// Runs it; a non-zero exit is an error.
    ///
    /// # Errors
    /// When it cannot be run or fails.
    pub fn text(self) -> Result<String, GitError> {
        let mut text = String::from_utf8(self.bytes()?).map_err(|_| GitError::Answer("(not UTF-8)"))?;
        if text.ends_with('\n') {
            text.pop();
        }
        Ok(text)
    }

    /// Runs it and answers its standard output as it is; a non-zero exit is an error.
    ///
    /// # Errors
    /// When it cannot be run or fails.
    pub fn bytes(self) -> Result<Vec<u8>, GitError> {
        // Settings that a caller adds stand before the name of the command.
        let is_name = |word: &&&str| !word.starts_with('-') && !word.contains('=');
        let command = self.arguments.iter().find(is_name).copied().unwrap_or_default().to_owned();
        let output = self.run()?;
        if output.status.success() { Ok(output.stdout) } else { Err(failure(&command, &output)) }
    }

    /// Runs it and answers whatever came, for commands whose exit code is an answer.
    ///
    /// # Errors
    /// When it cannot be run.
    pub fn run(self) -> Result<Output, GitError> {
        let mut command = Command::new("git");
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GIT_") {
                command.env_remove(name);
            }
        }
        command.env("LC_ALL", "C").env("GIT_TERMINAL_PROMPT", "0").arg("-C").arg(&self.git.folder);
        command.arg("--no-optional-locks");
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        command.args(self.arguments);
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        // The commands used here read all of their input before they answer, so writing it first
        // cannot lock. One that ends early closes the pipe; its exit code then says why.
        if let Some(mut stdin) = child.stdin.take() {
            match stdin.write_all(self.input) {
                Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => return Err(error.into()),
                _ => {}
            }
        }
        Ok(child.wait_with_output()?)
    }
}

/// The error for a call that ended with a non-zero exit code.
pub fn failure(command: &str, output: &Output) -> GitError {
    let said = if output.stderr.is_empty() { &output.stdout } else { &output.stderr };
    GitError::Failed {
        command: command.to_owned(),
        code: output.status.code(),
        message: String::from_utf8_lossy(said).trim().to_owned(),
    }
}
