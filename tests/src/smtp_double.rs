//! A mail server that takes mails and keeps them, for the tests: as much of ESMTP as a client needs,
//! on this machine, without encryption. It can refuse as real ones do, be away, and come back.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Longest wait for a mail.
const PATIENCE: Duration = Duration::from_secs(60);

/// A mail as it came.
#[derive(Debug, Clone)]
pub struct Mail {
    /// Who sends it, as the client told the server.
    pub from: String,
    /// Whom it goes to, as the client told the server.
    pub to: Vec<String>,
    /// Its headers by their name in lower case, unfolded.
    pub headers: BTreeMap<String, String>,
    /// Its text, decoded.
    pub text: String,
}

impl Mail {
    /// The subject as its reader sees it.
    pub fn subject(&self) -> String {
        decode_words(&self.headers["subject"])
    }

    /// The addresses in its text.
    pub fn links(&self) -> Vec<&str> {
        self.text.split_whitespace().filter(|word| word.starts_with("http")).collect()
    }
}

#[derive(Debug, Default)]
struct State {
    mails: Vec<Mail>,
    /// What is answered to a recipient, and how often.
    refusals: Vec<&'static str>,
}

/// A running mail server.
pub struct SmtpDouble {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    stop: Arc<AtomicBool>,
}

impl SmtpDouble {
    /// Starts one on a free port.
    pub fn start() -> SmtpDouble {
        SmtpDouble::start_on(0)
    }

    /// Starts one on this port.
    pub fn start_on(port: u16) -> SmtpDouble {
        let listener = TcpListener::bind(("127.0.0.1", port)).expect("the port is free");
        let address = listener.local_addr().expect("it has an address");
        let (state, stop) = (Arc::<Mutex<State>>::default(), Arc::new(AtomicBool::new(false)));
        let (of_thread, told) = (Arc::clone(&state), Arc::clone(&stop));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if told.load(Ordering::SeqCst) {
                    return;
                }
                let state = Arc::clone(&of_thread);
                std::thread::spawn(move || converse(&stream, &state));
            }
        });
        SmtpDouble { address, state, stop }
    }

    /// The setting `smtp` that leads here.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// The next recipients are answered with these lines, one each; then all are taken again.
    pub fn refuse(&self, lines: &[&'static str]) {
        self.state().refusals = lines.iter().rev().copied().collect();
    }

    /// What has come so far.
    pub fn mails(&self) -> Vec<Mail> {
        self.state().mails.clone()
    }

    /// Waits until so many mails have come, and gives them.
    #[track_caller]
    pub fn wait_for(&self, count: usize) -> Vec<Mail> {
        let start = Instant::now();
        loop {
            let mails = self.mails();
            if mails.len() >= count {
                return mails;
            }
            assert!(start.elapsed() < PATIENCE, "{} mails instead of {count}: {mails:?}", mails.len());
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no thread panicked with it")
    }
}

impl Drop for SmtpDouble {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // Wakes the thread that listens, so that the port is free again.
        let _ = TcpStream::connect(self.address);
    }
}

fn converse(stream: &TcpStream, state: &Mutex<State>) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    let say = |text: &str| -> Option<()> {
        let mut stream = stream;
        stream.write_all(format!("{text}\r\n").as_bytes()).ok()
    };
    say("220 double.example ESMTP")?;
    let (mut from, mut to) = (String::new(), Vec::new());
    loop {
        let line = lines.next()?.ok()?;
        let (verb, rest) = line.split_once([' ', ':']).unwrap_or((&line, ""));
        let mailbox = || {
            let text = rest.split_once('<').map_or(rest, |(_, text)| text);
            text.split('>').next().unwrap_or_default().to_owned()
        };
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => say("250-double.example\r\n250 8BITMIME")?,
            "HELO" | "RSET" | "NOOP" => say("250 well")?,
            "MAIL" => {
                (from, to) = (mailbox(), Vec::new());
                say("250 well")?;
            }
            "RCPT" => match state.lock().ok()?.refusals.pop() {
                Some(refusal) => say(refusal)?,
                None => {
                    to.push(mailbox());
                    say("250 well")?;
                }
            },
            "DATA" => {
                say("354 go on")?;
                let mut text = String::new();
                loop {
                    let line = lines.next()?.ok()?;
                    if line == "." {
                        break;
                    }
                    text.push_str(line.strip_prefix('.').unwrap_or(&line));
                    text.push('\n');
                }
                let mail = read_mail(&text, from.clone(), to.clone());
                state.lock().ok()?.mails.push(mail);
                say("250 taken")?;
            }
            "QUIT" => {
                say("221 bye")?;
                return Some(());
            }
            _ => say("502 unknown here")?,
        }
    }
}

fn read_mail(text: &str, from: String, to: Vec<String>) -> Mail {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
    let headers: BTreeMap<String, String> = unfolded
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let encoding = headers.get("content-transfer-encoding").map(String::as_str);
    let text = if encoding == Some("quoted-printable") { decode_quoted(body) } else { body.to_owned() };
    Mail { from, to, headers, text }
}

/// Quoted-printable (RFC 2045, 6.7).
fn decode_quoted(text: &str) -> String {
    let joined = text.replace("=\n", "");
    let (mut bytes, mut rest) = (Vec::new(), joined.as_bytes());
    while let [first, tail @ ..] = rest {
        let coded = (*first == b'=' && tail.len() >= 2)
            .then(|| std::str::from_utf8(&tail[..2]).ok().and_then(|text| u8::from_str_radix(text, 16).ok()))
            .flatten();
        bytes.push(coded.unwrap_or(*first));
        rest = if coded.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(bytes).expect("a mail in UTF-8")
}

/// Encoded words of a header (RFC 2047), of which only base 64 in UTF-8 comes here.
fn decode_words(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=?utf-8?b?") {
        // Space between two encoded words is no part of the text.
        if bytes.is_empty() || !before.trim().is_empty() {
            bytes.extend_from_slice(before.as_bytes());
        }
        let (word, tail) = after.split_once("?=").expect("an encoded word ends");
        bytes.extend(STANDARD.decode(word).expect("an encoded word in base 64"));
        rest = tail;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).expect("a header in UTF-8")
}
