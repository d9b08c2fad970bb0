//! The service under test: a repository, a store and a catalogue of its own, and short words for
//! what a browser does.

use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::Body;
use axum::body::to_bytes;
use axum::http::header::{CONTENT_TYPE, COOKIE, LOCATION, ORIGIN};
use tower::ServiceExt;

use super::super::*;
use crate::forge::local::LocalForge;
use crate::forge::repository::Identity;
use crate::proof::Proofs;
use crate::queue::worker::{Patience, Worker};
use crate::secret::{ContributionId, SecretText};

pub(super) const HERE: &str = "http://127.0.0.1:8080";
pub(super) const TOKEN: &str = "a-maintainer-token-for-tests";

pub(super) const HOOK_SECRET: &str = "what-webhooks-are-signed-with";

/// A service with everything of its own.
pub(super) struct Service {
    pub(super) folder: tempfile::TempDir,
    pub(super) app: App,
    pub(super) worker: Worker,
}

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) text: String,
}

impl Answer {
    pub(super) fn location(&self) -> String {
        header(&self.headers, &LOCATION).to_owned()
    }

    /// The value of the hidden field of that name.
    pub(super) fn hidden(&self, name: &str) -> Option<String> {
        let start = format!("name=\"{name}\" value=\"");
        let from = self.text.find(&start)? + start.len();
        Some(self.text[from..].split('"').next().unwrap().to_owned())
    }

    /// What a browser would send of the form of the page, as it stands there.
    pub(super) fn form_fields(&self) -> Vec<(String, String)> {
        let form = self.text.split("<form class=\"propose\"").nth(1).expect("a form");
        let form = form.split("</form>").next().unwrap();
        let mut sent = Vec::new();
        for (at, _) in form.match_indices('<') {
            let (tag, rest) = form[at + 1..].split_once('>').unwrap_or_default();
            let attribute = |name: &str| {
                let start = format!(" {name}=\"");
                let from = tag.find(&start)? + start.len();
                Some(unescaped(tag[from..].split('"').next().unwrap()))
            };
            let Some(name) = attribute("name") else { continue };
            let value = attribute("value").unwrap_or_default();
            match (tag.split(' ').next().unwrap(), attribute("type").unwrap_or_default().as_str()) {
                ("input", "checkbox" | "radio") if !tag.contains(" checked") => {}
                ("input", "file") | ("button", _) => {}
                ("input", _) => sent.push((name, value)),
                ("textarea", _) => {
                    let text = unescaped(rest.split("</textarea>").next().unwrap());
                    let text = text.strip_prefix('\n').unwrap_or(&text);
                    sent.push((name, text.replace('\n', "\r\n")));
                }
                ("select", _) => {
                    let options = rest.split("</select>").next().unwrap().split("<option ");
                    let chosen = options.filter(|option| option.contains(" selected")).last();
                    let value = chosen.and_then(|option| option.split("value=\"").nth(1));
                    let value = value.and_then(|value| value.split('"').next()).unwrap_or_default();
                    sent.push((name, unescaped(value)));
                }
                other => panic!("{other:?} in a form"),
            }
        }
        sent
    }

    #[track_caller]
    pub(super) fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub(super) fn expect_text(self, text: &str) -> Answer {
        assert!(self.text.contains(text), "no “{text}” in {}", self.text);
        self
    }
}

/// The text of an attribute or an element.
fn unescaped(text: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    signs.iter().fold(text.to_owned(), |text, (written, sign)| text.replace(written, sign))
}

pub(super) fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgSign=false"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim_end().to_owned()
}

pub(super) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for item in std::fs::read_dir(from).unwrap() {
        let item = item.unwrap();
        let target = to.join(item.file_name());
        if item.file_type().unwrap().is_dir() {
            copy_folder(&item.path(), &target);
        } else {
            std::fs::copy(item.path(), target).unwrap();
        }
    }
}

impl Service {
    pub(super) fn new() -> Service {
        Service::with(&[])
    }

    /// With some entries of our own content besides.
    pub(super) fn with(entries: &[&str]) -> Service {
        let folder = tempfile::tempdir().unwrap();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        for part in ["vocabularies", "problems", "organisations"].iter().chain(entries) {
            copy_folder(&own.join(part), &folder.path().join("content").join(part));
        }
        let settings = std::fs::read_to_string(own.join("site.yaml")).unwrap();
        // The pages of the menu and the schema of the home page stay at home.
        let settings: Vec<&str> = settings
            .lines()
            .take_while(|line| !line.starts_with("menu:") && !line.starts_with("default-schema:"))
            .collect();
        std::fs::write(folder.path().join("content/site.yaml"), settings.join("\n") + "\n").unwrap();
        std::fs::write(folder.path().join("README.md"), "hello\n").unwrap();
        git(folder.path(), &["init", "--quiet", "--initial-branch=main"]);
        git(folder.path(), &["add", "--all"]);
        git(folder.path(), &["commit", "--quiet", "-m", "start"]);
        Service::open(folder)
    }

    pub(super) fn open(folder: tempfile::TempDir) -> Service {
        let content = folder.path().join("content");
        let site_folder = folder.path().join(".git/site");
        std::fs::create_dir_all(site_folder.join("en")).unwrap();
        std::fs::write(site_folder.join("en/index.html"), "<p>home</p>").unwrap();
        std::fs::write(site_folder.join("en/404.html"), "<p>nothing here</p>").unwrap();
        let identity = Identity { name: "Interlink".to_owned(), email: "x@interlink.invalid".to_owned() };
        let forge = LocalForge::open(&content, &content, None, identity).unwrap();
        let store = Arc::new(Store::open(&folder.path().join(".git/store.sqlite")).unwrap());
        let time = AtomicI64::new(1_790_000_000);
        let clock = Clock::turned_by(move || time.fetch_add(1, Ordering::SeqCst));
        let bell = Arc::new(Notify::new());
        let look = Arc::new(crate::queue::worker::Look::every(0));
        let app = App {
            look: Arc::clone(&look),
            store: Arc::clone(&store),
            forge: Arc::new(forge.clone()),
            site: LiveSite::fixed(Catalogue::load(&content, "default", None).unwrap()),
            clock: clock.clone(),
            bell: Arc::clone(&bell),
            lockout: Arc::default(),
            turns: Turns::default(),
            previews: Arc::new(Rate::new(PerHour::default())),
            proposals: Arc::new(Rate::new(PerHour::default())),
            proofs: Arc::new(Proofs::new(None, TOKEN)),
            learnt: Arc::default(),
            metrics: Arc::new(Metrics::new(0)),
            last_look: Arc::default(),
            mail: None,
            settings: Arc::new(Settings {
                origins: Origin::of_socket("127.0.0.1:8080".parse().unwrap()),
                max_upload: 1_000_000,
                hold: false,
                proxies: Proxies::default(),
                open: PerHour::default(),
                minimum_time: 0,
                maintainer_token: TOKEN.to_owned(),
                main_branch: forge.main_branch().to_owned(),
                webhook_secrets: vec![
                    SecretText::new(HOOK_SECRET),
                    SecretText::new("the-secret-of-last-year"),
                ],
                site_folder,
                state_folder: folder.path().to_owned(),
                base: "/".to_owned(),
                request_time: Duration::from_secs(60),
                idle_time: Duration::from_secs(20),
            }),
        };
        let forge = Arc::new(forge);
        let keep_ended = 90 * 24 * 60 * 60;
        let worker = Worker {
            store,
            forge,
            clock,
            keep_ended,
            bell,
            describer: None,
            look,
            patience: Patience::default(),
        };
        Service { folder, app, worker }
    }

    /// As if the process was killed and started again.
    pub(super) fn killed(self) -> Service {
        let Service { folder, app, worker } = self;
        std::mem::forget((app, worker));
        Service::open(folder)
    }

    pub(super) async fn send(&self, request: axum::http::request::Builder, body: impl Into<Body>) -> Answer {
        let request = request.body(body.into()).unwrap();
        let response = router(self.app.clone()).oneshot(request).await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), 100_000_000).await.unwrap();
        Answer { status, headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    pub(super) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    pub(super) async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields
            .iter()
            .map(|(name, value)| {
                let value: String = url::form_urlencoded::byte_serialize(value.as_bytes()).collect();
                format!("{name}={value}")
            })
            .collect();
        let request = Request::post(path)
            .header(ORIGIN, HERE)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body.join("&")).await
    }

    pub(super) async fn as_maintainer(&self, method: Method, path: &str, body: &str) -> Answer {
        let session = format!("{}={}", "interlink-maintainer", crate::secret::session_of(TOKEN));
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(ORIGIN, HERE)
            .header(COOKIE, session)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.send(request, body.to_owned()).await
    }

    /// Publishes what the maintainer's page shows.
    pub(super) async fn merge(&self, id: &ContributionId) -> Answer {
        let page = self.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
        let commit = page.hidden("commit").unwrap();
        self.as_maintainer(Method::POST, &format!("/maintain/{id}/merge"), &format!("commit={commit}")).await
    }

    /// Both steps: the address of the status page.
    pub(super) async fn propose(&self, name: &str) -> String {
        let preview = self.post("/contributions/preview", &good(name)).await.expect(200);
        let key = preview.hidden("key").unwrap();
        self.post("/contributions", &[("key", &key)]).await.expect(303).location()
    }

    pub(super) fn branches(&self) -> Vec<String> {
        let list = git(self.folder.path(), &["branch", "--list", "contrib/*", "--format=%(refname:short)"]);
        list.lines().map(str::to_owned).collect()
    }
}

pub(super) fn good(name: &str) -> Vec<(&str, &str)> {
    vec![
        ("lang", "en"),
        ("name", name),
        ("nature", "knowledge"),
        ("summary", "A kit for deciding together how a street spends its money."),
        ("licence", "CC-BY-4.0"),
        ("themes", "engagement"),
        ("agree", "yes"),
    ]
}

pub(super) fn id_of(status_page: &str) -> ContributionId {
    let id = status_page.trim_start_matches("/contributions/").split('?').next().unwrap();
    ContributionId::parse(id).unwrap()
}

pub(super) fn multipart(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend_from_slice(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").as_bytes(),
        );
    }
    if let Some((name, bytes)) = file {
        let head =
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(b"--x--\r\n");
    body
}
