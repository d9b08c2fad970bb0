//! The texts that translations were made from, once their sources have changed: content keeps the
//! hashes of them only, and Git keeps the texts. Translators then see what is new, not only that
//! something is.
//!
//! Two calls of `git` for however many texts: one that tells the versions of all their files, one
//! that hands over what is asked for, version by version.

use crate::content::edit::{Step, text_at};
use crate::content::front_matter::split_front_matter;
use crate::content::yaml::parse_yaml;
use crate::history::git;
use crate::model::words::source_hash;
use crate::source::MAX_TEXT_FILE;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

/// How many versions of a file are looked at: enough for years, and an end.
const MOST_VERSIONS: usize = 200;

/// Former versions of files below a content folder.
#[derive(Default)]
pub struct PreviousTexts {
    /// What Git calls the versions of each file, newest first.
    versions: BTreeMap<String, Vec<String>>,
    reader: Option<Reader>,
    /// The file that was asked for last: its texts are asked for one after another.
    current: Option<(String, Vec<String>)>,
}

impl PreviousTexts {
    /// Finds the versions of these files; none where there is no history.
    pub fn of_files(content: &Path, files: &BTreeSet<String>) -> PreviousTexts {
        PreviousTexts::with("git".as_ref(), content, files)
    }

    fn with(program: &OsStr, content: &Path, files: &BTreeSet<String>) -> PreviousTexts {
        if files.is_empty() {
            return PreviousTexts::default();
        }
        let versions = versions_of(program, content, files).unwrap_or_default();
        let reader = if versions.is_empty() { None } else { Reader::start(program, content) };
        PreviousTexts { versions, reader, current: None }
    }

    /// The text at `steps` of a file as it was when its short hash was `hash`; no steps mean the text
    /// below the front matter. `None` where there is no history, or none that goes back so far.
    pub fn find(&mut self, file: &str, steps: &[Step], hash: &str) -> Option<String> {
        let ids = self.versions.get(file)?;
        if self.current.as_ref().is_none_or(|(current, _)| current != file) {
            self.current = Some((file.to_owned(), Vec::new()));
        }
        let (_, read) = self.current.as_mut()?;
        for place in 0..ids.len() {
            if place == read.len() {
                read.push(self.reader.as_mut()?.read(&ids[place])?);
            }
            let text = text_of(&read[place], file, steps);
            if let Some(text) = text.filter(|text| source_hash(text) == hash) {
                return Some(text);
            }
        }
        None
    }
}

/// Asks Git once for the versions of all files.
fn versions_of(
    program: &OsStr,
    content: &Path,
    files: &BTreeSet<String>,
) -> Option<BTreeMap<String, Vec<String>>> {
    let mut child = git(program, content)
        .args(["--literal-pathspecs", "log", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-color"])
        .args(["--relative", "--format=", "--stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // Git reads all of it before it prints anything.
    let mut asked = "--\n".to_owned();
    for file in files.iter().filter(|file| !file.contains('\n')) {
        asked.push_str(file);
        asked.push('\n');
    }
    child.stdin.take()?.write_all(asked.as_bytes()).ok()?;
    let told = child.wait_with_output().ok().filter(|told| told.status.success())?;
    let told = String::from_utf8_lossy(&told.stdout);
    let mut versions: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut parts = told.split('\0');
    while let Some(part) = parts.next() {
        // `:100644 100644 <id before> <id after> M`, then the path.
        let Some(change) = part.trim_start().strip_prefix(':') else { continue };
        let (Some(id), Some(path)) = (change.split(' ').nth(3), parts.next()) else { break };
        let known = versions.entry(path.to_owned()).or_default();
        let is_deleted = id.bytes().all(|byte| byte == b'0');
        if !is_deleted && known.len() < MOST_VERSIONS {
            known.push(id.to_owned());
        }
    }
    Some(versions)
}

/// `git cat-file --batch`: answers one name after another.
struct Reader {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Reader {
    fn start(program: &OsStr, content: &Path) -> Option<Reader> {
        let mut child = git(program, content)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let (questions, answers) = (child.stdin.take()?, BufReader::new(child.stdout.take()?));
        Some(Reader { child, questions, answers })
    }

    /// A version; empty where it is not there, is no text, or is larger than content may be.
    /// `None` where Git has stopped answering.
    fn read(&mut self, id: &str) -> Option<String> {
        writeln!(self.questions, "{id}").ok()?;
        self.questions.flush().ok()?;
        let mut header = String::new();
        self.answers.read_line(&mut header).ok().filter(|length| *length > 0)?;
        // `<id> blob <size>`, or `<id> missing`.
        let Some(size) = header.trim_end().split(' ').nth(2).and_then(|size| size.parse::<u64>().ok()) else {
            return Some(String::new());
        };
        let mut answer = (&mut self.answers).take(size + 1);
        let mut bytes = Vec::new();
        if size > MAX_TEXT_FILE {
            std::io::copy(&mut answer, &mut std::io::sink()).ok()?;
        } else {
            answer.read_to_end(&mut bytes).ok()?;
            bytes.pop();
        }
        Some(String::from_utf8(bytes).unwrap_or_default())
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It ends by itself when nobody asks any more; killed, it is not waited for long.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn text_of(version: &str, file: &str, steps: &[Step]) -> Option<String> {
    if file.ends_with(".md") {
        let parts = split_front_matter(version).ok()?;
        if steps.is_empty() {
            return Some(parts.body.trim_end().to_owned());
        }
        let tree = parse_yaml(parts.yaml).ok()?;
        return text_at(&tree, steps).map(|text| text.trim().to_owned());
    }
    let tree = parse_yaml(version).ok()?;
    text_at(&tree, steps).map(|text| text.trim().to_owned())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn however_many_texts_are_outdated_git_is_run_twice() {
        let folder = tempfile::tempdir().unwrap();
        let run = |arguments: &[&str]| {
            let done = git("git".as_ref(), folder.path())
                .args(["-c", "user.name=A", "-c", "user.email=a@x.example", "-c", "commit.gpgSign=false"])
                .args(arguments)
                .env("GIT_CONFIG_GLOBAL", "/dev/null")
                .output()
                .unwrap();
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        };
        run(&["init", "-q"]);
        let content = folder.path().join("content");
        fs::create_dir_all(content.join("pages")).unwrap();
        let files: BTreeSet<String> = (0..30).map(|number| format!("pages/{number} ā.md")).collect();
        for version in 0..5 {
            for file in &files {
                let text =
                    format!("---\nname: Name {version}\nsummary: Old {version}\n---\n{file} {version}\n");
                fs::write(content.join(file), text).unwrap();
            }
            run(&["add", "-A"]);
            run(&["commit", "-q", "-m", "A version"]);
        }
        // Counts how often Git is run.
        let counter = folder.path().join("git-that-counts");
        let notes = folder.path().join("runs");
        fs::write(&counter, format!("#!/bin/sh\necho run >> '{}'\nexec git \"$@\"\n", notes.display()))
            .unwrap();
        fs::set_permissions(&counter, fs::Permissions::from_mode(0o755)).unwrap();
        let mut previous = PreviousTexts::with(counter.as_os_str(), &content, &files);
        for file in &files {
            let name = [Step::Key("name".to_owned(), Vec::new())];
            assert_eq!(
                previous.find(file, &name, &source_hash("Name 0")).as_deref(),
                Some("Name 0"),
                "{file}"
            );
            let body = format!("{file} 2");
            assert_eq!(previous.find(file, &[], &source_hash(&body)), Some(body));
            assert_eq!(previous.find(file, &[], &source_hash("never written")), None);
        }
        assert_eq!(fs::read_to_string(notes).unwrap(), "run\nrun\n");
    }
}
