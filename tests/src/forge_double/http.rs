//! Reads requests and writes answers, by hand, because a forge that fails has to be able to close a
//! connection in the middle, or to say nothing at all.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};

use super::State;
use super::fault::{Fault, When};
use crate::http::read_head;

/// A request.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: String,
    /// The path, decoded.
    pub path: String,
    /// The path as it was sent.
    pub raw_path: String,
    /// The query as it was sent.
    pub raw_query: Option<String>,
    /// The query, decoded.
    pub query: BTreeMap<String, String>,
    /// The headers, by names in lower case.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: Vec<u8>,
}

/// An answer.
#[derive(Debug, Clone)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers besides the length.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Answer {
    /// An answer of JSON.
    pub fn json(status: u16, body: &serde_json::Value) -> Answer {
        let headers = vec![("content-type".to_owned(), "application/json; charset=utf-8".to_owned())];
        Answer { status, headers, body: body.to_string().into_bytes() }
    }

    /// An answer without a body.
    pub fn empty(status: u16) -> Answer {
        Answer { status, headers: Vec::new(), body: Vec::new() }
    }

    /// With these headers.
    #[must_use]
    pub fn with(mut self, headers: &[(&str, &str)]) -> Answer {
        self.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        self
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }
}

/// Answers on a free port until the test ends, and says which.
pub(super) fn serve(state: Arc<Mutex<State>>) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    // It ends with the process of the test, which is one per test.
    std::thread::spawn(move || {
        for connection in listener.incoming().flatten() {
            let state = Arc::clone(&state);
            std::thread::spawn(move || converse(connection, &state));
        }
    });
    port
}

fn converse(connection: TcpStream, state: &Mutex<State>) {
    let Ok(mut writer) = connection.try_clone() else { return };
    let mut reader = BufReader::new(connection);
    while let Some(request) = read(&mut reader) {
        let outcome = {
            let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
            let State { core, faults, dialect, log, violations } = &mut *state;
            let line = dialect.line(&request);
            log.push(line.clone());
            match faults.of(&line, &request, violations) {
                None => Ok(dialect.answer(core, &request, violations)),
                Some((Fault::Meanwhile(work), _)) => {
                    work(core);
                    Ok(dialect.answer(core, &request, violations))
                }
                Some((fault, When::Before)) => Err(fault),
                Some((fault, When::After)) => {
                    dialect.answer(core, &request, violations);
                    Err(fault)
                }
            }
        };
        let answer = match outcome {
            Ok(answer) | Err(Fault::Answer(answer)) => answer,
            Err(Fault::Reset | Fault::Meanwhile(_)) => return,
            Err(Fault::Silence) => {
                // The client closes when it has waited long enough.
                let _ = reader.fill_buf();
                return;
            }
        };
        let mut head = format!("HTTP/1.1 {} x\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
        for (name, value) in &answer.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        if writer.write_all(head.as_bytes()).and_then(|()| writer.write_all(&answer.body)).is_err() {
            return;
        }
    }
}

fn read(reader: &mut BufReader<TcpStream>) -> Option<Request> {
    let (first, headers) = read_head(reader)?;
    let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?);
    let url = url::Url::parse("http://forge.invalid").ok()?.join(target).ok()?;
    let path = url.path().split('/').map(decoded).collect::<Vec<_>>().join("/");
    let query = url.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let (raw_path, raw_query) = (url.path().to_owned(), url.query().map(str::to_owned));
    Some(Request { method, path, raw_path, raw_query, query, headers, body })
}

fn decoded(part: &str) -> String {
    // A name in a path may hold a slash that is written as %2F.
    url::form_urlencoded::parse(format!("x={}", part.replace('+', "%2B")).as_bytes())
        .next()
        .map_or_else(String::new, |(_, value)| value.into_owned())
}
