//! A headless Chromium with an empty profile, driven over the WebDriver protocol: one small
//! synchronous client, because a test is a list of steps. It ends with everything it started
//! when the test does, also when the test panics.

mod files;
mod senses;
mod windows;

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::kept::Kept;

pub use senses::{Scheme, keys};
pub use windows::Tab;

/// Longest wait for a page or for something on it. A machine with two cores builds, checks and
/// runs other browsers meanwhile; a test that passes never waits for it.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the driver says when the page changed between its finding a node and its describing it, a
/// race of its own since Chromium 134. What only reads can be asked again.
const RACES: [&str; 2] = ["does not belong to the document", "loader has changed while resolving nodes"];

/// What JSON calls a reference to an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Without these, Chromium asks Google's servers for things while a test runs.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
];

/// Whether pages may run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JavaScript {
    /// As usual.
    On,
    /// As a person has it who switched it off.
    Off,
}

/// A running browser with one window.
pub struct Browser {
    driver: Kept,
    agent: ureq::Agent,
    /// Where sessions begin.
    sessions: String,
    session: String,
    javascript: JavaScript,
    // Removed after the processes that write into it have ended.
    _profile: TempDir,
}

/// Something on the page.
pub struct Element<'a> {
    browser: &'a Browser,
    id: String,
}

impl Browser {
    /// Starts a browser with a window of 1280 by 900.
    pub fn start(javascript: JavaScript) -> Browser {
        let profile =
            tempfile::Builder::new().prefix("interlink-browser-").tempdir().expect("a temporary folder");
        let mut command = Command::new("chromedriver");
        // Chromium writes below its home and below the temporary folder.
        command.arg("--port=0").env("HOME", profile.path()).env("TMPDIR", profile.path());
        let mut driver = Kept::start(&command, Stdio::null()).expect("a shell can be started");
        let port = port_of(&mut driver);
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(2 * PATIENCE))
            .build()
            .into();
        let sessions = format!("http://127.0.0.1:{port}/session");
        let session = sessions.clone();
        let mut browser = Browser { driver, agent, sessions, session, javascript, _profile: profile };
        browser.begin();
        browser
    }

    /// Starts Chromium with the profile.
    #[track_caller]
    fn begin(&mut self) {
        let mut arguments: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", self._profile.path().join("chromium").display()));
        arguments.push("--window-size=1280,900".to_owned());
        // 2 is Chromium's word for "block".
        let preferences = match self.javascript {
            JavaScript::On => json!({}),
            JavaScript::Off => json!({ "profile.managed_default_content_settings.javascript": 2 }),
        };
        self.session.clone_from(&self.sessions);
        let created = self.post(
            "",
            &json!({ "capabilities": { "alwaysMatch": {
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": { "args": arguments, "prefs": preferences },
            } } }),
        );
        let id = created["sessionId"].as_str().expect("a new session has an id").to_owned();
        self.session = format!("{}/{id}", self.sessions);
    }

    /// Opens an address and waits until the page is loaded.
    #[track_caller]
    pub fn open(&self, address: &str) -> &Browser {
        self.post("/url", &json!({ "url": address }));
        self
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        text(&self.get("/url"))
    }

    /// Goes one step back in the history of the window.
    pub fn back(&self) {
        self.post("/back", &json!({}));
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.post("/refresh", &json!({}));
    }

    /// The title of the page.
    pub fn title(&self) -> String {
        text(&self.get("/title"))
    }

    /// The page as it stands now.
    pub fn source(&self) -> String {
        text(&self.get("/source"))
    }

    /// The first element that a CSS selector finds, waiting for it to appear.
    #[track_caller]
    pub fn find(&self, css: &str) -> Element<'_> {
        let start = Instant::now();
        loop {
            if let Some(element) = self.find_all(css).into_iter().next() {
                return element;
            }
            assert!(start.elapsed() < PATIENCE, "no `{css}` on {}\n{}", self.address(), self.page_text());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Every element that a CSS selector finds now.
    #[track_caller]
    pub fn find_all(&self, css: &str) -> Vec<Element<'_>> {
        let wanted = json!({ "using": "css selector", "value": css });
        let found = self.asking_again(|| self.send("/elements", &wanted));
        let elements = found.as_array().map(Vec::as_slice).unwrap_or_default();
        elements.iter().map(|element| Element { browser: self, id: text(&element[ELEMENT]) }).collect()
    }

    /// What has the focus; the body of the page where nothing has it.
    #[track_caller]
    pub fn focused(&self) -> Element<'_> {
        let found = self.get("/element/active");
        Element { browser: self, id: text(&found[ELEMENT]) }
    }

    /// Waits until a selector finds something, shown or not.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait_until(css, |browser| !browser.find_all(css).is_empty());
    }

    /// Waits until something holds, and fails with the page's text when it does not.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut(&Browser) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(
                start.elapsed() < PATIENCE,
                "waited in vain for: {what}\nat {}\n{}",
                self.address(),
                self.page_text()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The text that a reader sees.
    pub fn page_text(&self) -> String {
        self.find_all("body").first().map(Element::text).unwrap_or_default()
    }

    /// Runs a script in the page and gives what it returns. It works with JavaScript off, too:
    /// the driver's scripts are not the page's.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.post("/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script whose last argument is the function that takes its result.
    #[track_caller]
    pub fn run_until_told(&self, script: &str, arguments: Value) -> Value {
        self.post("/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// What the window shows now: a PNG in Base64.
    pub fn picture(&self) -> String {
        text(&self.get("/screenshot"))
    }

    /// Messages of the console since the last call: level and text.
    pub fn console(&self) -> Vec<(String, String)> {
        let log = self.post("/se/log", &json!({ "type": "browser" }));
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        entries.iter().map(|entry| (text(&entry["level"]), text(&entry["message"]))).collect()
    }

    /// Fails where a script has failed or something could not be loaded since the last call.
    #[track_caller]
    pub fn expect_no_error(&self) {
        let severe: Vec<_> = self.console().into_iter().filter(|(level, _)| level == "SEVERE").collect();
        assert!(severe.is_empty(), "{severe:?}");
    }

    /// Every address the browser has asked for since the last call.
    pub fn requests(&self) -> Vec<String> {
        let log = self.post("/se/log", &json!({ "type": "performance" }));
        let entries = log.as_array().map(Vec::as_slice).unwrap_or_default();
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|event| event["message"]["method"] == "Network.requestWillBeSent")
            .map(|event| text(&event["message"]["params"]["request"]["url"]))
            .collect()
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.asking_again(|| value(path, self.agent.get(format!("{}{path}", self.session)).call()))
    }

    #[track_caller]
    fn delete(&self, path: &str) -> Result<Value, String> {
        value(path, self.agent.delete(format!("{}{path}", self.session)).call())
    }

    #[track_caller]
    fn post(&self, path: &str, body: &Value) -> Value {
        self.send(path, body).unwrap_or_else(|error| panic!("{error}"))
    }

    #[track_caller]
    fn send(&self, path: &str, body: &Value) -> Result<Value, String> {
        let request = self.agent.post(format!("{}{path}", self.session)).content_type("application/json");
        value(path, request.send(body.to_string()))
    }

    /// What a question is answered, asked anew while the driver only says that the page changed meanwhile.
    #[track_caller]
    fn asking_again(&self, question: impl Fn() -> Result<Value, String>) -> Value {
        let start = Instant::now();
        loop {
            match question() {
                Ok(value) => return value,
                Err(error) if RACES.iter().any(|race| error.contains(race)) && start.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(error) => panic!("{error}"),
            }
        }
    }
}

impl Element<'_> {
    /// Clicks it, as a person does: it must be visible.
    #[track_caller]
    pub fn click(&self) {
        self.post("click", &json!({}));
    }

    /// Types into it, after what is there.
    #[track_caller]
    pub fn type_text(&self, words: &str) {
        self.post("value", &json!({ "text": words }));
    }

    /// Replaces what stands in a field.
    #[track_caller]
    pub fn fill(&self, words: &str) {
        self.post("clear", &json!({}));
        self.type_text(words);
    }

    /// Its visible text.
    pub fn text(&self) -> String {
        text(&self.browser.get(&format!("/element/{}/text", self.id)))
    }

    /// Whether a reader can see it.
    pub fn is_shown(&self) -> bool {
        self.browser.get(&format!("/element/{}/displayed", self.id)) == true
    }

    /// The name by which a screen reader speaks of it.
    pub fn spoken_name(&self) -> String {
        text(&self.browser.get(&format!("/element/{}/computedlabel", self.id)))
    }

    /// What stands in a field now, or another property of the element.
    pub fn property(&self, name: &str) -> String {
        text(&self.browser.get(&format!("/element/{}/property/{name}", self.id)))
    }

    /// An attribute as it is written; empty when it is absent.
    pub fn attribute(&self, name: &str) -> String {
        text(&self.browser.get(&format!("/element/{}/attribute/{name}", self.id)))
    }

    #[track_caller]
    fn post(&self, what: &str, body: &Value) {
        self.browser.post(&format!("/element/{}/{what}", self.id), body);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Closing the session ends Chromium, which leads a process group of its own. The driver's
        // group goes whatever became of that, before the profile that it writes into.
        let _ = self.agent.delete(&self.session).call();
        self.driver.kill();
    }
}

/// Reads the port that the driver took, and waits until it answers.
fn port_of(driver: &mut Kept) -> u16 {
    let mut lines = BufReader::new(driver.stdout()).lines();
    let port = lines
        .by_ref()
        .map_while(Result::ok)
        .find_map(|line| line.strip_suffix('.')?.rsplit_once("started successfully on port ")?.1.parse().ok())
        .expect("chromedriver says on which port it listens; `cargo verify --only tools` installs it");
    // The driver would end when nobody read what it goes on saying.
    std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
    let start = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(start.elapsed() < PATIENCE, "chromedriver does not answer");
        std::thread::sleep(Duration::from_millis(20));
    }
    port
}

/// What the driver answered, or the error it answered with.
#[track_caller]
fn value(path: &str, answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.unwrap_or_else(|error| panic!("chromedriver does not answer {path}: {error}"));
    // A page or a screenshot may be larger than the ten megabytes ureq reads by itself.
    let body = answer.body_mut().with_config().limit(100 << 20).read_to_vec().expect("an answer has a body");
    let parsed: Value = serde_json::from_slice(&body).expect("chromedriver answers in JSON");
    let value = &parsed["value"];
    if answer.status().is_success() {
        Ok(value.clone())
    } else {
        Err(format!("{path}: {}: {}", value["error"], value["message"]))
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
