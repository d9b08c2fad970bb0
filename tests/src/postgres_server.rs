//! A PostgreSQL server of a test's own: its files in a temporary folder, reached over a socket there
//! and nowhere else, and ended with the test. PostgreSQL does not run as root, so a test that does
//! starts it as a user without rights.

use std::fs;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::kept::Kept;
use crate::verify::find_program;

/// Longest wait for the server to answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// The user without rights that every system has under this number.
const NOBODY: u32 = 65_534;

/// A running server.
pub struct PostgresServer {
    // Ended before its files are removed.
    running: Option<Kept>,
    folder: tempfile::TempDir,
    as_nobody: bool,
}

impl PostgresServer {
    /// Makes a server and waits until it answers.
    pub fn start() -> PostgresServer {
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        let as_nobody = is_root();
        if as_nobody {
            chown(folder.path(), Some(NOBODY), Some(NOBODY)).expect("root gives a folder away");
        }
        let server = PostgresServer { running: None, folder, as_nobody };
        let made = server
            .command("initdb")
            .args(["--username=interlink", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"])
            .arg(server.data())
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        server.started()
    }

    /// The server anew, after [`PostgresServer::stop`].
    pub fn start_again(&mut self) {
        let started = self.run();
        self.running = Some(started);
        self.wait();
    }

    /// Ends the server as a power cut would.
    pub fn stop(&mut self) {
        let _ = self.command("pg_ctl").args(["stop", "--mode=immediate", "-D"]).arg(self.data()).output();
        self.running = None;
    }

    /// The address for the store.
    pub fn address(&self) -> String {
        format!("postgresql://interlink@/postgres?host={}", self.folder.path().display())
    }

    /// What a statement answers, as `psql` prints it.
    pub fn ask(&self, statement: &str) -> String {
        let output = self
            .command("psql")
            .args([
                "--no-psqlrc",
                "--tuples-only",
                "--no-align",
                "--username=interlink",
                "--command",
                statement,
            ])
            .arg("--host")
            .arg(self.folder.path())
            .arg("postgres")
            .output()
            .expect("psql runs");
        assert!(output.status.success(), "{statement}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    fn started(mut self) -> PostgresServer {
        self.running = Some(self.run());
        self.wait();
        self
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn run(&self) -> Kept {
        let log = fs::File::options().create(true).append(true).open(self.folder.path().join("log"));
        let server = binary("postgres");
        let mut command = if self.as_nobody {
            let mut command = Command::new("setpriv");
            let user = format!("{NOBODY}");
            command.args(["--reuid", &user, "--regid", &user, "--clear-groups"]).arg(server);
            command
        } else {
            Command::new(server)
        };
        command.arg("-D").arg(self.data()).arg("-k").arg(self.folder.path());
        // The files go with the test, so nothing needs to survive a power cut of this machine.
        command.args(["-c", "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off"]);
        command.current_dir(self.folder.path());
        Kept::start(&command, log.expect("a log can be kept")).expect("a shell can be started")
    }

    fn wait(&self) {
        let start = Instant::now();
        loop {
            let ready = self.command("pg_isready").arg("--host").arg(self.folder.path()).output();
            if ready.expect("pg_isready runs").status.success() {
                return;
            }
            let log = || fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
            assert!(start.elapsed() < PATIENCE, "the server does not answer\n{}", log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(binary(program));
        command.stdin(Stdio::null()).current_dir(self.folder.path()).env("LC_ALL", "C.UTF-8");
        if self.as_nobody {
            command.uid(NOBODY).gid(NOBODY);
        }
        command
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        self.stop();
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A program of the server. Debian keeps most of them out of everybody's path, by version.
fn binary(program: &str) -> PathBuf {
    if let Some(folder) = server_folder() {
        return folder.join(program);
    }
    find_program(program).unwrap_or_else(|| panic!("there is no {program}: install Debian's postgresql"))
}

/// Where Debian keeps the newest server that is installed.
pub(crate) fn server_folder() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|version| {
            let version = version.ok()?;
            let number = version.file_name().to_str()?.parse().ok()?;
            let folder = version.path().join("bin");
            has_server(&folder).then_some((number, folder))
        })
        .collect();
    found.sort();
    found.pop().map(|(_, folder)| folder)
}

fn has_server(folder: &Path) -> bool {
    folder.join("postgres").is_file() && folder.join("initdb").is_file()
}
