//! Finds the two programs under test and runs them with an empty surrounding: no settings of the
//! person who runs the tests, no Git configuration, no colours.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

/// The folder of the workspace.
pub fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace")
}

/// Where the programs lie, once it is known.
static FOLDER: OnceLock<PathBuf> = OnceLock::new();

/// Says where the programs lie, for whoever has just built them. What was known before stays.
pub fn lie_in(folder: PathBuf) {
    let _ = FOLDER.set(folder);
}

/// A program of the workspace: `interlink` or `interlink-contrib`.
///
/// `cargo verify` has built both and says where they are. A test that a person starts alone builds
/// them first, so that it never speaks to yesterday's program.
pub fn program(name: &str) -> PathBuf {
    let folder = FOLDER.get_or_init(|| match env::var_os("INTERLINK_PROGRAMS") {
        Some(folder) => PathBuf::from(folder),
        None => build(),
    });
    folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

fn build() -> PathBuf {
    let status = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["build", "--quiet", "--workspace", "--bins"])
        .current_dir(workspace())
        .stdin(Stdio::null())
        .status()
        .expect("cargo can be started");
    assert!(status.success(), "the programs do not build");
    // A test lies in <target>/debug/deps, the programs in <target>/debug.
    let own = env::current_exe().expect("a running program has a place");
    let folder = own.ancestors().skip(1).find(|folder| !folder.ends_with("deps"));
    folder.expect("a program lies in a target folder").to_path_buf()
}

/// A command with an empty surrounding, started in a folder.
pub fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null()).env("NO_COLOR", "1");
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if ["GIT_", "INTERLINK_", "CARGO_"].iter().any(|prefix| text.starts_with(prefix)) {
            command.env_remove(&name);
        }
    }
    // What tests make of pictures is kept beside what they compile, and not in the user's folder.
    command.env("INTERLINK_CACHE", workspace().join("target/media-cache"));
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    command
}

/// What a program that ended has said.
pub struct Ended {
    /// The exit code; `None` when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Ended {
    /// Fails unless the program ended with this code.
    #[track_caller]
    pub fn expect_code(self, code: i32) -> Ended {
        assert_eq!(
            self.code,
            Some(code),
            "unexpected exit code\n--- stdout\n{}\n--- stderr\n{}",
            self.stdout,
            self.stderr
        );
        self
    }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Ended {
    let output = command.output().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
    Ended {
        code: output.status.code(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Runs `git` in a folder, as a person who does not exist, on a day that does not change, and
/// gives what it prints.
#[track_caller]
pub fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut git = command("git", folder);
    git.env("GIT_AUTHOR_NAME", "A Maintainer")
        .env("GIT_AUTHOR_EMAIL", "maintainer@interlink.example")
        .env("GIT_AUTHOR_DATE", "2026-03-14T12:00:00+00:00")
        .env("GIT_COMMITTER_NAME", "A Maintainer")
        .env("GIT_COMMITTER_EMAIL", "maintainer@interlink.example")
        .env("GIT_COMMITTER_DATE", "2026-03-14T12:00:00+00:00");
    run(git.args(arguments)).expect_code(0).stdout
}

/// Makes a folder a repository with everything in it committed on `main`.
#[track_caller]
pub fn commit_all(folder: &Path, message: &str) {
    if !folder.join(".git").exists() {
        git(folder, &["init", "--quiet", "--initial-branch=main"]);
    }
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--allow-empty", "--message", message]);
}
