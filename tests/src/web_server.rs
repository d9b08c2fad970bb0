//! A real nginx or Caddy on a free port of this machine, with the settings that
//! `interlink deploy-files` has written; it ends with the test.

use std::fs::{self, File};
use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use crate::kept::Kept;
use crate::programs::command;
use crate::verify::find_program;

/// Longest wait until a server answers.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running web server.
pub struct WebServer {
    _program: Kept,
    agent: ureq::Agent,
    origin: String,
}

/// What a server has answered.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    headers: ureq::http::HeaderMap,
}

/// A port of this machine that was free a moment ago.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

impl WebServer {
    /// Starts nginx with `nginx.conf` of a folder, or Caddy with its `Caddyfile`, and waits until it
    /// answers on the port.
    pub fn start(host: &str, folder: &Path, port: u16) -> WebServer {
        let program = find_program(host)
            .unwrap_or_else(|| panic!("there is no {host}; `cargo verify --only tools` installs it"));
        let mut start = command(program, folder);
        let main = folder.join("main.conf");
        if host == "nginx" {
            // As root it would read the site as a user who may not enter the folder of the test.
            let text = format!(
                "user root;\ndaemon off;\npid {0}/nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n\
                 client_body_temp_path {0}/t1;\nproxy_temp_path {0}/t2;\nfastcgi_temp_path {0}/t3;\n\
                 uwsgi_temp_path {0}/t4;\nscgi_temp_path {0}/t5;\ninclude {0}/nginx.conf;\n}}\n",
                folder.display()
            );
            fs::write(&main, text).expect("settings can be written");
            start.args(["-e", "stderr", "-p"]).arg(folder).arg("-c").arg(&main);
        } else {
            fs::write(&main, "{\n\tadmin off\n}\nimport Caddyfile\n").expect("settings can be written");
            start.args(["run", "--adapter", "caddyfile", "--config"]).arg(&main);
            start.env("HOME", folder).env("XDG_DATA_HOME", folder).env("XDG_CONFIG_HOME", folder);
        }
        let log = folder.join("server.log");
        let file = File::create(&log).expect("a log can be kept");
        let program = Kept::start(&start, file).expect("a shell can be started");
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let said = || fs::read_to_string(&log).unwrap_or_default();
            assert!(started.elapsed() < PATIENCE, "{host} does not answer\n{}", said());
            std::thread::sleep(Duration::from_millis(20));
        }
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        WebServer { _program: program, agent, origin: format!("http://127.0.0.1:{port}") }
    }

    /// Asks for a path as a browser does, which understands compressed answers.
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        let request = self.agent.get(format!("{}{path}", self.origin)).header("Accept-Encoding", "gzip");
        let mut answer = request.call().unwrap_or_else(|error| panic!("no answer for {path}: {error}"));
        let body = answer.body_mut().read_to_vec().expect("an answer has a body");
        Answer { status: answer.status().as_u16(), headers: answer.headers().clone(), body }
    }
}

/// The bytes of a file that was compressed on the way.
pub fn gunzip(bytes: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    flate2::read::GzDecoder::new(bytes).read_to_end(&mut unpacked).expect("it is a whole gzip file");
    unpacked
}

impl Answer {
    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}
