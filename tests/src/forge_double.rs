//! Doubles of the forges that the contribution service speaks to: one stateful core over a real bare
//! Git repository, spoken to over HTTP in the dialect of a forge, with a layer that fails as real
//! forges do. It runs in the test's own process. What it assumes beyond the official descriptions is
//! listed in `forge_double/CONTRACT.md`.
//!
//! - `hub` is the forge: repository, requests, issues, comments, people;
//! - `fault` is what can go wrong, before or after a request has done its work;
//! - `http` reads requests and writes answers, or does not;
//! - `dialect` is what a way of speaking is: `github` is REST and GraphQL, held to GitHub's descriptions,
//!   `gitlab` is GitLab's REST v4, `forgejo` the API v1 of Forgejo and Gitea.

mod dialect;
mod fault;
mod forgejo;
mod github;
mod gitlab;
mod http;
mod hub;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use dialect::Dialect;

pub use dialect::{BOT, OWNER, REPOSITORY, TOKEN};
pub use fault::{Fault, Planned, When};
pub use github::{APP_ID, INSTALLATION, app_key, sign_webhook};
pub use hub::{Core, Issue, Merge, Pull, PullState, Remark, Verdict};

/// A running forge with one repository.
pub struct ForgeDouble {
    // Removed with the test.
    folder: tempfile::TempDir,
    port: u16,
    state: Arc<Mutex<State>>,
}

/// Everything the requests share.
struct State {
    core: Core,
    faults: fault::Faults,
    dialect: Box<dyn Dialect>,
    log: Vec<String>,
    violations: Vec<String>,
}

impl ForgeDouble {
    /// Starts a GitHub whose main branch has these files.
    pub fn github(files: &[(&str, &str)]) -> ForgeDouble {
        ForgeDouble::speaking(Box::new(github::Dialect::new()), files)
    }

    /// Starts a GitLab whose main branch has these files.
    pub fn gitlab(files: &[(&str, &str)]) -> ForgeDouble {
        ForgeDouble::speaking(Box::new(gitlab::Gitlab::new()), files)
    }

    /// Starts a Forgejo whose main branch has these files.
    pub fn forgejo(files: &[(&str, &str)]) -> ForgeDouble {
        ForgeDouble::speaking(Box::new(forgejo::Forgejo::new()), files)
    }

    fn speaking(dialect: Box<dyn Dialect>, files: &[(&str, &str)]) -> ForgeDouble {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let core = Core::new(&folder.path().join("repository.git"), files);
        let faults = fault::Faults::new(dialect.limits());
        let state = State { core, faults, dialect, log: Vec::new(), violations: Vec::new() };
        let state = Arc::new(Mutex::new(state));
        let port = http::serve(Arc::clone(&state));
        ForgeDouble { folder, port, state }
    }

    /// Where its API answers.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What `git fetch` reads.
    pub fn git_address(&self) -> PathBuf {
        self.folder.path().join("repository.git")
    }

    /// Looks at the forge, or does what people do there.
    pub fn core<T>(&self, work: impl FnOnce(&mut Core) -> T) -> T {
        work(&mut self.lock().core)
    }

    /// The next request that fits goes wrong.
    pub fn plan(&self, planned: Planned) {
        self.lock().faults.plan(planned);
    }

    /// From now on chance decides, by this seed: of so many requests in a hundred something goes
    /// wrong. With 0 nothing does, and what was planned is forgotten.
    pub fn misbehave(&self, seed: u64, of_hundred: u32) {
        self.lock().faults.by_chance(seed, of_hundred);
    }

    /// Method and path of the requests since the last call; those of GraphQL with the fields of its
    /// document.
    pub fn log(&self) -> Vec<String> {
        std::mem::take(&mut self.lock().log)
    }

    /// What was wrong with requests or answers by the official descriptions or the forge's rules.
    /// A test ends by asking that this is empty.
    pub fn violations(&self) -> Vec<String> {
        self.lock().violations.clone()
    }

    /// From now on the repository has another name; requests to the old one are sent on.
    pub fn rename_repository(&self, name: &str) {
        self.lock().dialect.rename(name);
    }

    /// The next look-ups of each thing made from now on do not find it yet.
    pub fn be_slow_to_show(&self, look_ups: u32) {
        self.lock().core.hidden_look_ups = look_ups;
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in the thread of a request is a failed test anyway.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Runs Git in a repository of a test, without the person's own settings.
pub(crate) fn git(repository: &Path, arguments: &[&str], input: &[u8]) -> Result<String, String> {
    git_with(repository, None, arguments, input)
}

/// The same with an index of its own.
pub(crate) fn git_with(
    repository: &Path,
    index: Option<&Path>,
    arguments: &[&str],
    input: &[u8],
) -> Result<String, String> {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut child = Command::new("git")
        .arg("-C")
        .arg(repository)
        .args(["-c", "core.hooksPath=/dev/null", "-c", "gc.auto=0"])
        .args(arguments)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("HOME", "/nonexistent")
        .env("LC_ALL", "C")
        .envs([("GIT_AUTHOR_NAME", "Forge"), ("GIT_AUTHOR_EMAIL", "forge@example.org")])
        .envs([("GIT_COMMITTER_NAME", "Forge"), ("GIT_COMMITTER_EMAIL", "forge@example.org")])
        .envs(index.map(|index| ("GIT_INDEX_FILE", index)))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("git can be run");
    child.stdin.take().expect("a pipe").write_all(input).expect("git reads what it is given");
    let output = child.wait_with_output().expect("git ends");
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}
