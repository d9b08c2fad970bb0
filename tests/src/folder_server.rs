//! A plain web server for a folder, with the headers a test asks for: the host that a built site
//! knows nothing of. It can be stopped, as a reader's connection can.

use std::fs;
use std::io::{BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use generator::hosting::media_type::media_type;
use generator::hosting::policy::SELF_ONLY;

use crate::browser::{Browser, JavaScript};
use crate::http::read_head;
use crate::site_test::SiteTest;

/// One server on a free port of this machine.
pub struct FolderServer {
    port: u16,
    shared: Arc<Shared>,
}

struct Shared {
    base: String,
    headers: String,
    folder: Mutex<PathBuf>,
    is_down: AtomicBool,
}

/// The catalogue of the repository below a path, under the strict policy, and a browser of a desk.
/// The site is to be held: its folder ends with it.
pub fn catalogue_under_the_strict_policy() -> (SiteTest, FolderServer, Browser) {
    let site = SiteTest::of_the_repository();
    let server = FolderServer::start("/our/catalogue/", &[("Content-Security-Policy", SELF_ONLY)]);
    site.interlink(&["build", "--base-url", &server.url("")]).expect_code(0);
    server.show(&site.site());
    let browser = Browser::start(JavaScript::On);
    browser.resize(1280, 900);
    (site, server, browser)
}

impl FolderServer {
    /// Starts a server that answers below `base`, which begins and ends with a slash.
    pub fn start(base: &str, headers: &[(&str, &str)]) -> FolderServer {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let headers = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let shared = Arc::new(Shared {
            base: base.to_owned(),
            headers,
            folder: Mutex::default(),
            is_down: AtomicBool::new(false),
        });
        let of_thread = Arc::clone(&shared);
        // It ends with the process of the test, which is one per test.
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let shared = Arc::clone(&of_thread);
                std::thread::spawn(move || shared.answer(connection));
            }
        });
        FolderServer { port, shared }
    }

    /// Serves this folder from now on.
    pub fn show(&self, folder: &Path) {
        *self.shared.folder.lock().expect("no thread panics with it") = folder.to_owned();
    }

    /// The whole address of a path below the base.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{}{path}", self.port, self.shared.base)
    }

    /// Hangs up on everybody from now on, as a network that is gone, or answers again.
    pub fn be_down(&self, is_down: bool) {
        self.shared.is_down.store(is_down, Ordering::SeqCst);
    }
}

impl Shared {
    fn answer(&self, connection: TcpStream) {
        let _ = connection.set_read_timeout(Some(Duration::from_secs(20)));
        let Ok(mut writer) = connection.try_clone() else { return };
        let mut reader = BufReader::new(connection);
        loop {
            let Some((first, _)) = read_head(&mut reader) else { return };
            if self.is_down.load(Ordering::SeqCst) {
                return;
            }
            let target = first.split(' ').nth(1).unwrap_or("/").to_owned();
            if writer.write_all(&self.answer_to(&target)).is_err() {
                return;
            }
        }
    }

    fn answer_to(&self, target: &str) -> Vec<u8> {
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let folder = self.folder.lock().expect("no thread panics with it").clone();
        let inside = path.strip_prefix(self.base.as_str()).filter(|inside| !inside.contains(".."));
        let file = match inside {
            Some(inside) if inside.is_empty() || inside.ends_with('/') => format!("{inside}index.html"),
            Some(inside) => inside.to_owned(),
            None => String::new(),
        };
        let (status, bytes, kind) = match fs::read(folder.join(&file)) {
            Ok(bytes) if inside.is_some() => ("200 OK", bytes, media_type(&file)),
            _ => {
                let page = fs::read(folder.join("en/404.html")).unwrap_or_default();
                ("404 Not Found", page, "text/html; charset=utf-8")
            }
        };
        let mut answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n{}\r\n",
            bytes.len(),
            self.headers
        )
        .into_bytes();
        answer.extend_from_slice(&bytes);
        answer
    }
}
