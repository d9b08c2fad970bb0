//! A running `interlink serve`, spoken to over HTTP; it ends with the test.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::kept::Kept;
use crate::programs::{command, program};
use crate::site_test::SiteTest;

/// Longest wait for a page or for a change to show.
const PATIENCE: Duration = Duration::from_secs(120);

/// One server on a free port and the content it watches.
pub struct SiteServer {
    // Ended before the folder it writes into is removed.
    _program: Kept,
    /// The content.
    pub site: SiteTest,
    address: String,
    agent: ureq::Agent,
}

impl SiteServer {
    /// Starts the server and waits until it says its address.
    pub fn start(site: SiteTest) -> SiteServer {
        let log = File::create(site.folder().join("serve.log")).expect("a log can be kept");
        let mut serve = command(program("interlink"), site.folder());
        // The server builds into a temporary folder, which a kill would leave behind.
        serve.args(["serve", "--port", "0"]).env("TMPDIR", site.folder());
        let mut kept = Kept::start(&serve, log).expect("a shell can be started");
        let mut lines = BufReader::new(kept.stdout()).lines();
        let address = lines.by_ref().map_while(Result::ok).find(|line| line.starts_with("http://"));
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let server = SiteServer { _program: kept, site, address: address.clone().unwrap_or_default(), agent };
        assert!(address.is_some(), "the server says no address\n{}", server.log());
        server
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{}", self.address, path)
    }

    /// Status and text of what lies at a path.
    #[track_caller]
    pub fn get(&self, path: &str) -> (u16, String) {
        let answer = self.agent.get(self.url(path)).call();
        let mut answer =
            answer.unwrap_or_else(|error| panic!("no answer for {path}: {error}\n{}", self.log()));
        let text = answer.body_mut().read_to_string().expect("a page is text");
        (answer.status().as_u16(), text)
    }

    /// The number of the newest build.
    #[track_caller]
    pub fn version(&self) -> String {
        self.get("-/news").1
    }

    /// Waits until there is a newer build than this one. The server answers when there is.
    #[track_caller]
    pub fn wait_for_news(&self, known: &str) -> String {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            let (_, version) = self.get(&format!("-/news?version={known}"));
            if version != known {
                return version;
            }
        }
        panic!("a change was not seen\n{}", self.log());
    }

    /// Waits until the server has said something on standard error.
    #[track_caller]
    pub fn wait_for_log(&self, words: &str) {
        let start = Instant::now();
        while !self.log().contains(words) {
            assert!(start.elapsed() < PATIENCE, "“{words}” was not said\n{}", self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What the server has said on standard error.
    pub fn log(&self) -> String {
        fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    fn log_file(&self) -> PathBuf {
        self.site.folder().join("serve.log")
    }
}
