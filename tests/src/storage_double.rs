//! A storage that speaks as much of the protocol of Amazon S3 as `interlink deploy` uses, over HTTP,
//! in the memory of the test: PUT, GET and DELETE of objects named in the path, each request signed.
//! It can fail as real ones do.

use std::collections::BTreeMap;
use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};

use crate::http::read_head;

/// One object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Its media type.
    pub content_type: String,
    /// How long it may be kept.
    pub cache_control: String,
}

/// What the storage does with requests that change something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// It takes them.
    Well,
    /// It fails with 500 so many times, then takes them.
    FailsTimes(usize),
    /// It takes so many and answers 500 from then on.
    FailsAfter(usize),
    /// It refuses them with 403.
    Refuses,
}

#[derive(Debug)]
struct State {
    objects: BTreeMap<String, Object>,
    mood: Mood,
    /// Method and key of every request that came through, in order.
    log: Vec<String>,
    unsigned: Vec<String>,
}

/// A running storage with one bucket, `site`.
pub struct StorageDouble {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl StorageDouble {
    /// Starts an empty one on a free port.
    pub fn start() -> StorageDouble {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let state =
            State { objects: BTreeMap::new(), mood: Mood::Well, log: Vec::new(), unsigned: Vec::new() };
        let state = Arc::new(Mutex::new(state));
        let of_thread = Arc::clone(&state);
        // It ends with the process of the test, which is one per test.
        std::thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let state = Arc::clone(&of_thread);
                std::thread::spawn(move || serve(connection, &state));
            }
        });
        StorageDouble { port, state }
    }

    /// The address of the storage.
    pub fn endpoint(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it does from now on with requests that change something.
    pub fn be(&self, mood: Mood) {
        self.lock().mood = mood;
    }

    /// The objects, by key.
    pub fn objects(&self) -> BTreeMap<String, Object> {
        self.lock().objects.clone()
    }

    /// Stores an object as somebody else would.
    pub fn put(&self, key: &str, bytes: &[u8]) {
        let object =
            Object { bytes: bytes.to_vec(), content_type: String::new(), cache_control: String::new() };
        self.lock().objects.insert(key.to_owned(), object);
    }

    /// Method and key of the requests since the last call.
    pub fn log(&self) -> Vec<String> {
        std::mem::take(&mut self.lock().log)
    }

    /// Requests without a whole signature.
    pub fn unsigned(&self) -> Vec<String> {
        self.lock().unsigned.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panics with it")
    }
}

fn serve(connection: TcpStream, state: &Mutex<State>) {
    let Ok(mut writer) = connection.try_clone() else { return };
    let mut reader = BufReader::new(connection);
    loop {
        let Some((first, headers)) = read_head(&mut reader) else { return };
        let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let (status, answer) = state.lock().expect("no thread panics with it").answer(&first, &headers, body);
        let head = format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\n\r\n", answer.len());
        if writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(&answer)).is_err() {
            return;
        }
    }
}

impl State {
    fn answer(&mut self, first: &str, headers: &BTreeMap<String, String>, body: Vec<u8>) -> (u16, Vec<u8>) {
        let mut words = first.split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let signed =
            ["X-Amz-Algorithm=AWS4-HMAC-SHA256", "X-Amz-Credential=", "X-Amz-Date=", "X-Amz-Signature="];
        let covers = |name: &str| !headers.contains_key(name) || query.contains(&name.replace('/', "%2F"));
        if !signed.iter().all(|part| query.contains(part))
            || !covers("cache-control")
            || !query.contains("host")
        {
            self.unsigned.push(format!("{method} {path}"));
            return (403, b"<Error><Message>Not signed</Message></Error>".to_vec());
        }
        let Some(key) = path.strip_prefix("/site/").map(str::to_owned) else { return (404, Vec::new()) };
        if method != "GET" {
            match self.mood {
                Mood::Well => {}
                Mood::FailsTimes(0) | Mood::FailsAfter(1..) => self.mood = self.mood.next(),
                Mood::FailsTimes(_) => {
                    self.mood = self.mood.next();
                    return (500, Vec::new());
                }
                Mood::FailsAfter(0) => return (500, b"<Error><Message>Full</Message></Error>".to_vec()),
                Mood::Refuses => return (403, b"<Error><Message>Access Denied</Message></Error>".to_vec()),
            }
        }
        self.log.push(format!("{method} {key}"));
        let header = |name: &str| headers.get(name).cloned().unwrap_or_default();
        match method {
            "GET" => self.objects.get(&key).map_or((404, Vec::new()), |object| (200, object.bytes.clone())),
            "PUT" => {
                let object = Object {
                    bytes: body,
                    content_type: header("content-type"),
                    cache_control: header("cache-control"),
                };
                self.objects.insert(key, object);
                (200, Vec::new())
            }
            "DELETE" => {
                self.objects.remove(&key);
                (204, Vec::new())
            }
            _ => (405, Vec::new()),
        }
    }
}

impl Mood {
    fn next(self) -> Mood {
        match self {
            Mood::FailsTimes(0) => Mood::Well,
            Mood::FailsTimes(times) => Mood::FailsTimes(times - 1),
            Mood::FailsAfter(times) => Mood::FailsAfter(times.saturating_sub(1)),
            mood => mood,
        }
    }
}
