//! `cargo run --bin load -- stores FOLDER | loopback | memory MINUTES`: see `interlink_tests::load`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use interlink_tests::load;

/// How long each measurement of a rate takes.
const EACH: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let minutes = |text: &str| text.parse().ok().map(|minutes: u64| Duration::from_secs(60 * minutes));
    let done = match words.as_slice() {
        ["stores", folder] => load::stores(Path::new(folder), EACH),
        ["loopback"] => load::loopback(EACH),
        ["memory", text] if minutes(text).is_some() => load::memory(minutes(text).unwrap_or_default()),
        _ => {
            eprintln!("say what: stores FOLDER, loopback, or memory MINUTES");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
