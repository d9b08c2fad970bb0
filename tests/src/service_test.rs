//! A running contribution service with a catalogue, a repository and a store of its own, spoken
//! to over HTTP. It can be killed at any moment and started again, and it ends with the test.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::fixture::write;
use crate::kept::Kept;
use crate::programs::{command, git, program};
use crate::site_test::SiteTest;

/// Longest wait for the service to start, to write a branch or to publish.
const PATIENCE: Duration = Duration::from_secs(120);

/// What opens the maintainer's page of a test.
pub const TOKEN: &str = "a-token-that-only-tests-have";

/// The settings with which nobody is asked to come back later, however much they send.
pub const WITHOUT_LIMITS: [(&str, &str); 6] = [
    ("INTERLINK_PREVIEWS_PER_HOUR", "0"),
    ("INTERLINK_PREVIEWS_PER_HOUR_IN_ALL", "0"),
    ("INTERLINK_PROPOSALS_PER_HOUR", "0"),
    ("INTERLINK_PROPOSALS_PER_HOUR_IN_ALL", "0"),
    ("INTERLINK_OPEN_PROPOSALS", "0"),
    ("INTERLINK_OPEN_PROPOSALS_IN_ALL", "0"),
];

/// One service and the catalogue it serves.
pub struct ServiceTest {
    // Ended before the folder it writes into is removed.
    running: Option<Kept>,
    /// The catalogue: content, built site and repository.
    pub site: Arc<SiteTest>,
    site_folder: &'static str,
    state_folder: &'static str,
    variables: Vec<(&'static str, &'static str)>,
    agent: ureq::Agent,
    address: String,
    /// What it has printed.
    printed: Arc<Mutex<String>>,
}

/// What the service answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Where it sends the reader, if anywhere.
    pub location: String,
    /// The content type.
    pub content_type: String,
    /// The cookie it sets.
    pub cookie: String,
    /// When to come back.
    pub retry_after: String,
    /// The body.
    pub body: String,
}

impl ServiceTest {
    /// Starts the service on a catalogue and waits until it answers.
    pub fn start(site: SiteTest) -> ServiceTest {
        ServiceTest::start_with(site, &[])
    }

    /// The same with some settings, as variables of its environment.
    pub fn start_with(site: SiteTest, variables: &[(&'static str, &'static str)]) -> ServiceTest {
        let mut service = ServiceTest {
            running: None,
            site: Arc::new(site),
            site_folder: "site",
            state_folder: "state",
            variables: variables.to_vec(),
            agent: new_agent(),
            address: String::new(),
            printed: Arc::default(),
        };
        service.write_git();
        service.start_again();
        service
    }

    /// Starts the service after it was killed.
    pub fn start_again(&mut self) {
        assert!(self.running.is_none(), "the service runs already");
        let folder = self.site.folder();
        let log = File::options().create(true).append(true).open(self.log_file()).expect("a log can be kept");
        let path = std::env::var("PATH").unwrap_or_default();
        let mut serve = command(program("interlink-contrib"), folder);
        serve
            .args(["serve", "--listen", "127.0.0.1:0", "--content", "content", "--site", self.site_folder])
            .args(["--repo", ".", "--state", self.state_folder])
            .env("INTERLINK_MAINTAINER_TOKEN", TOKEN)
            // A test reads a preview quicker than a person.
            .env("INTERLINK_MINIMUM_TIME", "0")
            // And sends without a browser.
            .env("INTERLINK_PROOF_OF_WORK", "0")
            .env("PATH", format!("{}:{path}", folder.join("tools").display()))
            .envs(self.variables.iter().copied());
        let mut kept = Kept::start(&serve, log).expect("a shell can be started");
        let printed = Arc::clone(&self.printed);
        let mut lines = BufReader::new(kept.stdout()).lines().map_while(Result::ok).inspect(move |line| {
            let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
            printed.push_str(line);
            printed.push('\n');
        });
        let address = lines.by_ref().find_map(|line| {
            let start = line.find("http://127.0.0.1:")?;
            Some(line[start..].split_whitespace().next()?.trim_end_matches('/').to_owned())
        });
        self.running = Some(kept);
        self.address = address.unwrap_or_else(|| panic!("the service says no address\n{}", self.log()));
        // It goes on even when nobody reads what it prints.
        std::thread::spawn(move || lines.for_each(drop));
    }

    /// Ends the service at once, as a power cut would, and all that it has started.
    pub fn kill(&mut self) {
        // Dropping it ends it.
        self.running = None;
    }

    /// Tells the service to stop, as systemd does, and does not wait for it.
    pub fn tell_to_stop(&mut self) {
        self.running.as_mut().expect("the service runs").tell_to_stop();
    }

    /// Waits until the service has ended after it was told to stop, and gives its exit code; `None` when it
    /// still ran after so long, and was ended.
    pub fn wait_for_end(&mut self, most: Duration) -> Option<i32> {
        self.running.take().expect("the service runs").wait_for_end(most)
    }

    /// How much memory the service has, in megabytes.
    pub fn memory(&self) -> Option<u64> {
        self.running.as_ref()?.memory()
    }

    /// What the service has logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.log_file()).unwrap_or_default()
    }

    /// What the service has printed.
    pub fn printed(&self) -> String {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits until the service has logged these words.
    #[track_caller]
    pub fn wait_for_log(&self, words: &str) {
        let start = Instant::now();
        while !self.log().contains(words) {
            assert!(start.elapsed() < PATIENCE, "it does not log “{words}”\n{}", self.log());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn log_file(&self) -> PathBuf {
        self.site.folder().join("service.log")
    }

    /// Puts a `git` before the real one that waits while `block_git` holds it.
    fn write_git(&self) {
        use std::os::unix::fs::PermissionsExt;
        let path = std::env::var_os("PATH").unwrap_or_default();
        let real = std::env::split_paths(&path)
            .map(|folder| folder.join("git"))
            .find(|file| file.is_file())
            .expect("git is installed");
        let tools = self.site.folder().join("tools");
        let script = format!(
            "#!/bin/sh\nwhile [ -e '{}' ]; do sleep 0.05; done\nexec '{}' \"$@\"\n",
            tools.join("blocked").display(),
            real.display()
        );
        write(&tools.join("git"), script);
        fs::set_permissions(tools.join("git"), fs::Permissions::from_mode(0o755)).expect("a file of ours");
    }

    /// From now on every Git command of the service hangs.
    pub fn block_git(&self) {
        write(&self.site.folder().join("tools/blocked"), "");
    }

    /// Git works again.
    pub fn unblock_git(&self) {
        fs::remove_file(self.site.folder().join("tools/blocked")).expect("git was blocked");
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.address, path.trim_start_matches('/'))
    }

    /// Reads a page.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        answer(self.agent.get(self.url(path)).header("accept", "text/html").call())
    }

    /// Reads a page with these headers.
    #[track_caller]
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(self.url(path)).header("accept", "text/html");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.call())
    }

    /// Reads a whole address of the service.
    #[track_caller]
    pub fn get_from(&self, address: &str) -> Answer {
        answer(self.agent.get(address).call())
    }

    /// A port that nobody listens on now.
    pub fn free_port() -> u16 {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port is free");
        listener.local_addr().expect("it has an address").port()
    }

    /// Waits until the service says of itself that it is so.
    #[track_caller]
    pub fn wait_for_readiness(&self, word: &str) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get("readyz");
            if answer.body.lines().next() == Some(word) {
                return answer;
            }
            assert!(start.elapsed() < PATIENCE, "not {word} but {}\n{}", answer.body, self.log());
            std::thread::sleep(Duration::from_millis(200));
        }
    }

    /// One more service on the same catalogue and repository, with folders of its own for site and state.
    pub fn replica(&self) -> ServiceTest {
        let mut replica = ServiceTest {
            running: None,
            site: Arc::clone(&self.site),
            site_folder: "site-of-the-replica",
            state_folder: "state-of-the-replica",
            variables: self.variables.clone(),
            agent: self.agent.clone(),
            address: String::new(),
            printed: Arc::default(),
        };
        replica.start_again();
        replica
    }

    /// Reads a JSON answer.
    #[track_caller]
    pub fn get_json(&self, path: &str) -> serde_json::Value {
        let answer = answer(self.agent.get(self.url(path)).header("accept", "application/json").call());
        serde_json::from_str(&answer.body).unwrap_or_else(|error| panic!("{path}: {error}\n{}", answer.body))
    }

    /// Sends a form as a browser without JavaScript does, from the site's own pages.
    #[track_caller]
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_bytes(path, &url_encoded(fields), &[("origin", &self.address)])
    }

    /// Sends bytes as a form, with these headers.
    #[track_caller]
    pub fn post_bytes(&self, path: &str, body: &[u8], headers: &[(&str, &str)]) -> Answer {
        let mut request = self
            .agent
            .post(self.url(path))
            .header("accept", "text/html")
            .content_type("application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.send(body))
    }

    /// Both steps of sending a form; gives the address of the status page.
    #[track_caller]
    pub fn contribute(&self, fields: &[(&str, &str)]) -> String {
        let preview = self.post("contributions/preview", fields);
        assert_eq!(preview.status, 200, "the form is refused\n{}", preview.body);
        let sent = self.post("contributions", &[("key", &key_of(&preview.body))]);
        assert_eq!(sent.status, 303, "the key is refused\n{}", sent.body);
        sent.location
    }

    /// Waits until a contribution is in a state.
    #[track_caller]
    pub fn wait_for_state(&self, status_page: &str, state: &str) {
        let start = Instant::now();
        loop {
            let now = self.get_json(status_page)["state"].as_str().unwrap_or_default().to_owned();
            if now == state {
                return;
            }
            assert!(
                start.elapsed() < PATIENCE && now != "failed",
                "the contribution is {now}, not {state}\n{}",
                self.log()
            );
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Waits until a page of the site has these words, and gives the page.
    #[track_caller]
    pub fn wait_for_page(&self, path: &str, words: &str) -> String {
        let start = Instant::now();
        loop {
            let page = self.get(path).body;
            if page.contains(words) {
                return page;
            }
            assert!(start.elapsed() < PATIENCE, "no “{words}” at {path}\n{page}\n{}", self.log());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// The maintainer's page of a contribution, in English.
    #[track_caller]
    pub fn maintain(&self, id: &str) -> Answer {
        self.get_with(&format!("maintain/{id}?lang=en"), &[("cookie", &self.sign_in())])
    }

    /// Presses a button of the maintainer's page.
    #[track_caller]
    pub fn decide(&self, id: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
        let (cookie, path) = (self.sign_in(), format!("maintain/{id}/{action}"));
        self.post_bytes(&path, &url_encoded(fields), &[("cookie", &cookie), ("origin", &self.address)])
    }

    /// A maintainer publishes what is proposed.
    #[track_caller]
    pub fn publish(&self, status_page: &str) {
        let (id, _) = id_and_key(status_page);
        let page = self.maintain(&id).body;
        let merged = self.decide(&id, "merge", &[("commit", &hidden(&page, "commit"))]);
        assert_eq!(merged.status, 303, "it is not published\n{}", merged.body);
        self.wait_for_state(status_page, "published");
    }

    /// The cookie that opens the maintainer's pages.
    #[track_caller]
    fn sign_in(&self) -> String {
        let session = self.get(&format!("maintain?token={TOKEN}"));
        assert_eq!(session.status, 303, "{}", session.body);
        session.cookie.split(';').next().unwrap_or_default().to_owned()
    }

    /// The branches of contributions.
    pub fn branches(&self) -> Vec<String> {
        let names = git(self.site.folder(), &["branch", "--list", "contrib/*", "--format=%(refname:short)"]);
        names.lines().map(str::to_owned).collect()
    }

    /// What a branch changes: `A path`, one a line.
    pub fn changes(&self, branch: &str) -> String {
        git(self.site.folder(), &["diff", "--name-status", &format!("main...{branch}")]).replace('\t', " ")
    }
}

/// A form for an Interlinker of this name with everything that is needed, and how to use it.
pub fn proposal(name: &str) -> Vec<(&str, &str)> {
    vec![
        ("lang", "en"),
        ("name", name),
        ("summary", "A talk while walking through the place that a service is about."),
        ("nature", "knowledge"),
        ("instructions", "Walk. Ask. Write down what you see."),
        ("licence", "CC-BY-4.0"),
        ("agree", "yes"),
    ]
}

/// The one-time key on a preview page.
#[track_caller]
pub fn key_of(page: &str) -> String {
    hidden(page, "key")
}

/// The value of a hidden field on a page.
#[track_caller]
pub fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let start = page.find(&mark).unwrap_or_else(|| panic!("no {name} on the page\n{page}")) + mark.len();
    page[start..].split('"').next().unwrap_or_default().to_owned()
}

/// The id and the key in the address of a status page.
#[track_caller]
pub fn id_and_key(status_page: &str) -> (String, String) {
    let (path, key) = status_page.split_once("?key=").expect("the address of a status page has its key");
    (path.rsplit('/').next().unwrap_or_default().to_owned(), key.to_owned())
}

/// Fields as a form sends them.
pub fn url_encoded(fields: &[(&str, &str)]) -> Vec<u8> {
    let mut body = url::form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish().into_bytes()
}

/// Sends a form from the site at this address; nothing where no whole answer comes, because the service was
/// killed meanwhile.
pub fn try_to_post(base: &str, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
    post_with(&new_agent(), base, path, fields).ok()
}

fn post_with(
    agent: &ureq::Agent,
    base: &str,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<Answer, ureq::Error> {
    let request = agent
        .post(format!("{base}{path}"))
        .header("accept", "text/html")
        .header("origin", base.trim_end_matches('/'))
        .content_type("application/x-www-form-urlencoded");
    whole(request.send(&url_encoded(fields)))
}

/// Somebody who keeps their connection, as a browser does.
pub struct Visitor {
    agent: ureq::Agent,
    base: String,
}

impl Visitor {
    /// A visitor of this service.
    pub fn of(service: &ServiceTest) -> Visitor {
        Visitor { agent: new_agent(), base: service.url("") }
    }

    /// Sends a form.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Result<Answer, ureq::Error> {
        post_with(&self.agent, &self.base, path, fields)
    }

    /// Reads a page.
    ///
    /// # Errors
    /// When no whole answer comes.
    pub fn get(&self, path: &str) -> Result<Answer, ureq::Error> {
        whole(self.agent.get(format!("{}{path}", self.base)).call())
    }
}

/// A visitor who follows no redirect and takes every status for an answer.
fn new_agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .timeout_global(Some(PATIENCE))
        .build()
        .into()
}

#[track_caller]
fn answer(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    whole(answer).unwrap_or_else(|error| panic!("the service does not answer: {error}"))
}

fn whole(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Answer, ureq::Error> {
    let mut answer = answer?;
    let header = |name: &str| {
        answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };
    let (location, content_type) = (header("location"), header("content-type"));
    let (cookie, retry_after) = (header("set-cookie"), header("retry-after"));
    let body = answer.body_mut().with_config().limit(100 << 20).read_to_vec()?;
    Ok(Answer {
        status: answer.status().as_u16(),
        location,
        content_type,
        cookie,
        retry_after,
        body: String::from_utf8_lossy(&body).into_owned(),
    })
}
