//! Draws PDFs in a process of its own. A PDF of a few bytes can ask for more memory than there is,
//! and a failed allocation ends the process it happens in: so that is never the build. The program
//! starts itself again with a limit on memory and on the processor's time; the PDF goes in by
//! standard input, what was drawn comes out by standard output.

use std::ffi::OsStr;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::cache::{Made, MadeFile};
use super::pdf::{PdfFacts, PdfProblem, draw_here, failed};

/// What tells a program that it was started to draw.
const ASKED: &str = "INTERLINK_DRAW_PDF";
/// Address space of the process, in the kibibytes of `ulimit -v`.
const MEMORY: &str = "1500000";
/// Time of the processor, in seconds.
pub(super) const SECONDS: u64 = 20;
/// The longest answer that is read, in bytes: three pages are far smaller.
const LONGEST_ANSWER: u64 = 64 * 1024 * 1024;
/// The endings of what is drawn.
const EXTENSIONS: [&str; 3] = ["webp", "jpg", "png"];

static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// To be called first by every program that builds sites. Where the program was started to draw a
/// PDF, it does that and says how it ends; else it is remembered as the one that can.
pub fn draw_if_asked() -> Option<ExitCode> {
    if std::env::var_os(ASKED).is_some() {
        return Some(if answer().is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    if let Ok(program) = std::env::current_exe() {
        // Set once, by the first call.
        let _ = PROGRAM.set(program);
    }
    None
}

/// Draws in a process of its own; `None` where no program is known that can, as in unit tests.
pub(super) fn draw_apart(bytes: &[u8]) -> Option<Made<PdfFacts>> {
    let program = PROGRAM.get()?;
    Some(ask(program.as_os_str(), bytes).unwrap_or_else(|| failed(PdfProblem::TooMuch)))
}

/// The first line of an answer; the bytes of the files follow, one after another.
#[derive(Serialize, Deserialize)]
struct Answer {
    facts: PdfFacts,
    files: Vec<FileFacts>,
}

#[derive(Serialize, Deserialize)]
struct FileFacts {
    extension: String,
    width: u32,
    height: u32,
    length: usize,
}

fn answer() -> std::io::Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let made = draw_here(bytes);
    let files = made.files.iter().map(|file| FileFacts {
        extension: file.extension.to_owned(),
        width: file.width,
        height: file.height,
        length: file.bytes.len(),
    });
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &Answer { facts: made.facts, files: files.collect() })?;
    out.write_all(b"\n")?;
    for file in &made.files {
        out.write_all(&file.bytes)?;
    }
    out.flush()
}

/// `None` when the process ended before it had answered.
fn ask(program: &OsStr, bytes: &[u8]) -> Option<Made<PdfFacts>> {
    let limited = format!("ulimit -v {MEMORY} && ulimit -t {SECONDS} && ulimit -c 0 && exec \"$0\"");
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(limited)
        .arg(program)
        .env(ASKED, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let (mut input, output) = (child.stdin.take()?, child.stdout.take()?);
    let mut answer = Vec::new();
    std::thread::scope(|scope| {
        // A process that has ended takes no more; its answer tells.
        scope.spawn(move || drop(input.write_all(bytes)));
        let _ = output.take(LONGEST_ANSWER).read_to_end(&mut answer);
    });
    let has_succeeded = child.wait().is_ok_and(|status| status.success());
    if has_succeeded { read(&answer) } else { None }
}

fn read(answer: &[u8]) -> Option<Made<PdfFacts>> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let head: Answer = serde_json::from_slice(&answer[..end]).ok()?;
    let mut rest = &answer[end + 1..];
    let mut files = Vec::new();
    for file in head.files {
        let (bytes, after) = rest.split_at_checked(file.length)?;
        rest = after;
        files.push(MadeFile {
            extension: EXTENSIONS.into_iter().find(|extension| *extension == file.extension)?,
            width: file.width,
            height: file.height,
            bytes: bytes.to_vec(),
        });
    }
    Some(Made { facts: head.facts, files })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_that_ends_without_an_answer_gives_none() {
        for program in ["false", "true", "there-is-no-such-program"] {
            assert!(ask(OsStr::new(program), b"%PDF-").is_none(), "{program}");
        }
    }

    #[test]
    fn an_answer_that_was_cut_off_is_none() {
        let head = "{\"facts\":{\"Drawn\":1},\"files\":[{\"extension\":\"webp\",\"width\":1,\"height\":1,\"length\":3}]}\n";
        let whole = [head.as_bytes(), b"abc"].concat();
        assert_eq!(read(&whole).unwrap().files[0].bytes, b"abc");
        assert!(read(&whole[..whole.len() - 1]).is_none());
        assert!(read(b"").is_none() && read(b"{}\n").is_none());
    }
}
