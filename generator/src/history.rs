//! Dates and contributors of entries, from Git, read once.
//!
//! Two calls of `git`: one that tells whether the history can be believed, one that reads it. A
//! shallow clone would show wrong first days, so it counts as no history: dates are left out with
//! a warning, never wrong. People appear only through `Contributed-by:` trailers, which stand for
//! their consent; authors and committers are never read.

mod renames;

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Output};

use self::renames::{Doubt, RenamedFolders};
use crate::content::raw::{REVIEWS, USES};
use crate::model::entry::Day;

/// What Git knows of the content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    entries: BTreeMap<String, EntryHistory>,
    newest: Option<Day>,
    doubts: Vec<Doubt>,
    absent: Option<Absence>,
}

/// What Git knows of one entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHistory {
    /// The day of the first change.
    pub first: Day,
    /// The day of the last change.
    pub last: Day,
    /// Names that people agreed to show, sorted.
    pub contributors: BTreeSet<String>,
}

/// Why there is no history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// `git` cannot be run.
    NoGit,
    /// The content lies in no repository.
    NoRepository,
    /// The repository has no commit.
    NoCommit,
    /// The repository has no commit with a file of the content.
    Untracked,
    /// The clone has only the newest commits.
    Shallow,
    /// Git said no.
    Refused(String),
}

impl fmt::Display for Absence {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Absence::NoGit => formatter.write_str("git is not installed"),
            Absence::NoRepository => formatter.write_str("the content lies in no Git repository"),
            Absence::NoCommit => formatter.write_str("the Git repository has no commit yet"),
            Absence::Untracked => formatter.write_str("no file of the content is committed to Git"),
            Absence::Shallow => {
                formatter.write_str("the clone is shallow; fetch all of it with git fetch --unshallow")
            }
            Absence::Refused(reason) => write!(formatter, "git says: {reason}"),
        }
    }
}

impl History {
    /// No history, and why.
    pub fn absent(reason: Absence) -> History {
        History { absent: Some(reason), ..History::default() }
    }

    /// Why there is no history; `None` where there is one.
    pub fn absence(&self) -> Option<&Absence> {
        self.absent.as_ref()
    }

    /// What is known of the entry in a folder of the content, such as `interlinkers/kanban`.
    pub fn entry(&self, folder: &str) -> Option<&EntryHistory> {
        self.entries.get(folder)
    }

    /// Settles which folders are the former ones of an entry where Git alone cannot tell:
    /// `is_former` says whether the entry in a folder once had that slug.
    pub fn settle(&mut self, is_former: impl Fn(&str, &str) -> bool) {
        let mut settled: BTreeMap<String, String> = BTreeMap::new();
        for doubt in std::mem::take(&mut self.doubts) {
            let name = |folder: &String| settled.get(folder).unwrap_or(folder).clone();
            let same = name(&doubt.same);
            let now = if is_former(&same, &doubt.slug) { same } else { name(&doubt.other) };
            if let Some(before) = self.entries.remove(&doubt.key) {
                self.entries.entry(now.clone()).and_modify(|entry| entry.add(&before)).or_insert(before);
            }
            settled.insert(doubt.key, now);
        }
    }

    /// The day of the newest commit that changed the content.
    pub fn newest(&self) -> Option<&Day> {
        self.newest.as_ref()
    }
}

/// Reads the history of a content folder. Nothing that goes wrong stops a build: it makes a
/// history that is absent.
pub fn read_history(content: &Path) -> History {
    read_history_with("git".as_ref(), content)
}

fn read_history_with(program: &OsStr, content: &Path) -> History {
    let Ok(state) = git(program, content).args(["rev-parse", "--is-shallow-repository", "HEAD"]).output()
    else {
        return History::absent(Absence::NoGit);
    };
    // The first line comes even where HEAD has no commit.
    match String::from_utf8_lossy(&state.stdout).lines().next() {
        Some("true") => return History::absent(Absence::Shallow),
        Some("false") if state.status.success() => {}
        Some("false") => return History::absent(Absence::NoCommit),
        _ => return History::absent(refusal(&state)),
    }
    match git(program, content).args(LOG).output() {
        Ok(log) if log.status.success() => parse_log(&String::from_utf8_lossy(&log.stdout)),
        Ok(log) => History::absent(refusal(&log)),
        Err(_) => History::absent(Absence::NoGit),
    }
}

/// Each commit that changed a file below the current folder: its day, its trailers, its files.
/// Merges are left out, since what they bring is counted where it was committed; the full history
/// is asked for, since Git would otherwise leave out branches that it thinks change nothing. Renamed
/// files are told; of a commit with more than 500 of them only those whose bytes stayed the same,
/// which costs nothing. Newest first, and no commit before those that follow it.
const LOG: [&str; 13] = [
    "log",
    "-z",
    "--no-merges",
    "--full-history",
    "--topo-order",
    "--find-renames=70%",
    "-l500",
    "--no-color",
    "--relative",
    "--name-status",
    "--format=%x01%cs%x1f%(trailers:key=Contributed-by,valueonly,unfold,separator=%x1f)%x02",
    "--",
    ".",
];

/// Git without anything of the caller's surroundings that could change what it reads or make it
/// run other programs: hooks may run a build with `GIT_DIR` set to another repository.
pub(crate) fn git(program: &OsStr, content: &Path) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GIT_") {
            command.env_remove(name);
        }
    }
    command
        .env("LC_ALL", "C")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .arg("--no-optional-locks")
        .arg("--no-pager")
        .args(["-c", "core.fsmonitor=false"])
        .args(["-c", "core.hooksPath=/dev/null"])
        .args(["-c", "log.showSignature=false"])
        .args(["-c", "log.follow=false"])
        .args(["-c", "i18n.logOutputEncoding=UTF-8"])
        .current_dir(content)
        .stdin(std::process::Stdio::null());
    command
}

fn refusal(output: &Output) -> Absence {
    let message = String::from_utf8_lossy(&output.stderr);
    if message.contains("not a git repository") {
        return Absence::NoRepository;
    }
    let line = message.lines().next().unwrap_or_default().trim_start_matches("fatal: ");
    Absence::Refused(if line.is_empty() { "nothing".to_owned() } else { line.to_owned() })
}

/// Reads what [`LOG`] prints: parts that end with NUL. A commit's own part comes before its files;
/// each file has a part with a letter and a part with its path, a renamed one two paths.
fn parse_log(log: &str) -> History {
    let mut history = History::default();
    let mut commit: Option<EntryHistory> = None;
    let mut renamed = RenamedFolders::default();
    let mut parts = log.split('\0');
    while let Some(part) = parts.next() {
        if let Some(header) = part.strip_prefix('\u{1}').and_then(|rest| rest.strip_suffix('\u{2}')) {
            renamed.next_commit();
            commit = parse_commit(header);
            if let Some(commit) = &commit
                && history.newest.as_ref().is_none_or(|newest| *newest < commit.last)
            {
                history.newest = Some(commit.last.clone());
            }
            continue;
        }
        // Git puts a line end before the first file of a commit.
        let letter = part.strip_prefix('\n').unwrap_or(part);
        if letter.is_empty() {
            continue;
        }
        let Some(mut path) = parts.next() else { break };
        if letter.starts_with('R') {
            let Some(new) = parts.next() else { break };
            renamed.note(path, new);
            path = new;
        }
        let (Some(commit), Some(folder)) = (&commit, entry_folder(path)) else { continue };
        let entry = history.entries.entry(renamed.now(folder).to_owned());
        entry.and_modify(|entry| entry.add(commit)).or_insert_with(|| commit.clone());
    }
    renamed.next_commit();
    history.doubts = renamed.into_doubts();
    if history.newest.is_none() { History::absent(Absence::Untracked) } else { history }
}

impl EntryHistory {
    fn add(&mut self, more: &EntryHistory) {
        if more.first < self.first {
            self.first = more.first.clone();
        }
        if more.last > self.last {
            self.last = more.last.clone();
        }
        self.contributors.extend(more.contributors.iter().cloned());
    }
}

/// What a commit adds to every entry it touches.
fn parse_commit(header: &str) -> Option<EntryHistory> {
    let mut fields = header.split('\u{1f}');
    let day = Day::parse(fields.next()?)?;
    Some(EntryHistory {
        first: day.clone(),
        last: day,
        contributors: fields.filter_map(contributor).collect(),
    })
}

/// The name in a trailer. An address behind it was needed to reach the person, not to be shown.
fn contributor(value: &str) -> Option<String> {
    let name = value.split('<').next().unwrap_or_default();
    let name: String = name
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .fold(String::new(), |mut name, word| {
            if !name.is_empty() {
                name.push(' ');
            }
            name.push_str(word);
            name
        });
    // The limit keeps a page whole whatever a commit message holds.
    (!name.is_empty() && !name.contains('@') && name.chars().count() <= 100).then_some(name)
}

/// `interlinkers/kanban` of `interlinkers/kanban/files/plan.pdf`; `None` for a file of no entry, and for
/// what people say of one, which does not change it.
fn entry_folder(path: &str) -> Option<&str> {
    let mut slashes = path.match_indices('/').map(|(at, _)| at);
    slashes.next()?;
    let end = slashes.next()?;
    let inside = &path[end + 1..];
    (!inside.starts_with(USES) && !inside.starts_with(REVIEWS)).then(|| &path[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs;
    use tempfile::TempDir;

    struct Repository(TempDir);

    impl Repository {
        fn new() -> Repository {
            let repository = Repository(TempDir::new().unwrap());
            fs::create_dir(repository.content()).unwrap();
            repository.run(&["init", "-q", "-b", "main"], "2026-01-01");
            repository
        }

        fn content(&self) -> std::path::PathBuf {
            self.0.path().join("content")
        }

        fn run(&self, arguments: &[&str], day: &str) {
            let date = format!("{day}T12:00:00+00:00");
            let output = git("git".as_ref(), self.0.path())
                .envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)])
                .env("GIT_CONFIG_GLOBAL", "/dev/null")
                .args([
                    "-c",
                    "user.name=Author",
                    "-c",
                    "user.email=author@x.example",
                    "-c",
                    "commit.gpgSign=false",
                ])
                .args(arguments)
                .output()
                .unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }

        fn commit(&self, day: &str, files: &[&str], message: &str) {
            for file in files {
                let path = self.0.path().join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, day).unwrap();
            }
            self.run(&["add", "-A"], day);
            self.run(&["commit", "-q", "-m", message], day);
        }
    }

    fn shown(history: &History, folder: &str) -> String {
        history.entry(folder).map_or("nothing".to_owned(), |entry| {
            let names: Vec<&str> = entry.contributors.iter().map(String::as_str).collect();
            format!("{} {} {}", entry.first, entry.last, names.join(", "))
        })
    }

    #[test]
    fn days_and_names_are_those_of_the_commits_that_touch_the_entry() {
        let repository = Repository::new();
        repository.commit(
            "2026-01-02",
            &["content/interlinkers/a/en.md", "content/stories/b/files/ā \"x\".pdf", "content/site.yaml"],
            "One\n\nContributed-by: Zane Bērziņa <zane@x.example>\nContributed-by:  Ana   López\nSigned-off-by: Nobody",
        );
        repository.commit(
            "2026-02-03",
            &["content/interlinkers/a/es.md"],
            "Two\n\nContributed-by: Ana López\nContributed-by: someone@x.example",
        );
        repository.commit("2026-03-04", &["README.md"], "Not the content\n\nContributed-by: Other");
        let history = read_history(&repository.content());
        assert_eq!(shown(&history, "interlinkers/a"), "2026-01-02 2026-02-03 Ana López, Zane Bērziņa");
        assert_eq!(shown(&history, "stories/b"), "2026-01-02 2026-01-02 Ana López, Zane Bērziņa");
        assert_eq!(shown(&history, "site.yaml"), "nothing");
        assert_eq!(history.newest().map(Day::as_str), Some("2026-02-03"));
        assert_eq!(history.absence(), None);
    }

    #[test]
    fn a_contribution_that_was_merged_counts_once_and_on_its_day() {
        let repository = Repository::new();
        repository.commit("2026-01-01", &["content/calls/c/en.md"], "Start");
        repository.run(&["checkout", "-q", "-b", "contrib/1"], "2026-01-02");
        repository.commit("2026-01-02", &["content/interlinkers/n/en.md"], "New\n\nContributed-by: Eva");
        repository.run(&["checkout", "-q", "main"], "2026-01-02");
        repository.commit("2026-01-03", &["content/calls/c/en.md"], "Meanwhile");
        repository.run(&["merge", "-q", "--no-ff", "-m", "Merge", "contrib/1"], "2026-01-09");
        let history = read_history(&repository.content());
        assert_eq!(shown(&history, "interlinkers/n"), "2026-01-02 2026-01-02 Eva");
        assert_eq!(shown(&history, "calls/c"), "2026-01-01 2026-01-03 ");
    }

    #[test]
    fn a_history_that_cannot_be_believed_is_absent_with_its_reason() {
        let repository = Repository::new();
        let absence = |content: &Path| read_history(content).absence().cloned();
        assert_eq!(absence(&repository.content()), Some(Absence::NoCommit));
        repository.commit("2026-01-01", &["README.md"], "One");
        assert_eq!(absence(&repository.content()), Some(Absence::Untracked));
        repository.commit("2026-01-02", &["content/pages/a/en.md"], "Two");
        assert_eq!(absence(&repository.content()), None);

        let folder = TempDir::new().unwrap();
        let address = format!("file://{}", repository.0.path().display());
        let clone = folder.path().join("clone");
        repository.run(&["clone", "-q", "--depth", "1", &address, clone.to_str().unwrap()], "2026-01-03");
        assert_eq!(absence(&clone.join("content")), Some(Absence::Shallow));

        let outside = TempDir::new().unwrap();
        assert_eq!(absence(outside.path()), Some(Absence::NoRepository));
        let missing = read_history_with("no-such-git".as_ref(), outside.path());
        assert_eq!(missing, History::absent(Absence::NoGit));
    }

    #[test]
    fn an_entry_whose_folder_was_renamed_keeps_its_first_day_and_its_names() {
        let repository = Repository::new();
        repository.commit(
            "2026-01-01",
            &["content/interlinkers/a/en.md", "content/interlinkers/a/interlinker.yaml"],
            "One\n\nContributed-by: Ana",
        );
        let rename = |from: &str, to: &str, day: &str| {
            repository.run(
                &["mv", &format!("content/interlinkers/{from}"), &format!("content/interlinkers/{to}")],
                day,
            );
            repository.run(&["commit", "-q", "-m", "Renamed"], day);
        };
        rename("a", "b", "2026-01-02");
        rename("b", "c", "2026-01-03");
        // The first name is given to another entry.
        repository.commit("2026-01-04", &["content/interlinkers/a/en.md"], "Another");
        let history = read_history(&repository.content());
        assert_eq!(shown(&history, "interlinkers/c"), "2026-01-01 2026-01-03 Ana");
        assert_eq!(shown(&history, "interlinkers/a"), "2026-01-04 2026-01-04 ");
        rename("c", "b", "2026-01-05");
        let history = read_history(&repository.content());
        assert_eq!(shown(&history, "interlinkers/b"), "2026-01-01 2026-01-05 Ana");
    }

    #[test]
    fn an_entry_added_as_another_is_deleted_is_its_own_though_their_facts_are_alike() {
        let repository = Repository::new();
        let folder = |slug: &str| repository.content().join("interlinkers").join(slug);
        let facts = |theme: &str| {
            format!(
                "nature: knowledge\nstatus: active\nlicence: CC-BY-4.0\npublisher: town\nthemes: [{theme}]\n"
            )
        };
        let add = |slug: &str, facts: &str, words: &str| {
            fs::create_dir_all(folder(slug)).unwrap();
            fs::write(folder(slug).join("interlinker.yaml"), facts).unwrap();
            fs::write(folder(slug).join("en.md"), words).unwrap();
        };
        let commit = |day: &str, message: &str| repository.commit(day, &[], message);
        let canvas = "---\nname: Canvas\nsummary: People around a service, on one sheet.\n---\nDraw it.\n";
        add("x", &facts("design"), canvas);
        commit("2026-01-01", "One\n\nContributed-by: Ana");
        fs::remove_dir_all(folder("x")).unwrap();
        let survey = "---\nname: Survey\nsummary: Twelve questions after the work.\n---\n\
             Ask in pairs, and write every answer down at once.\n\
             Read the answers aloud before you part, and mend what was misunderstood.\n\
             Keep them where the next team finds them.\n";
        add("y", &facts("evaluation"), survey);
        commit("2026-01-02", "Out and in\n\nContributed-by: Eva");
        let mut history = read_history(&repository.content());
        assert_eq!(history.doubts.len(), 1, "Git takes their facts for the same");
        let mut renamed = history.clone();
        history.settle(|_, _| false);
        assert_eq!(shown(&history, "interlinkers/y"), "2026-01-02 2026-01-02 Eva");
        assert_eq!(shown(&history, "interlinkers/x"), "2026-01-01 2026-01-02 Ana, Eva");
        renamed.settle(|folder, slug| (folder, slug) == ("interlinkers/y", "x"));
        assert_eq!(shown(&renamed, "interlinkers/y"), "2026-01-01 2026-01-02 Ana, Eva");

        // A true rename, with facts and words mended a little on the way.
        fs::rename(folder("y"), folder("z")).unwrap();
        add("z", &facts("design"), &survey.replace("Twelve", "Eleven"));
        commit("2026-01-03", "Renamed");
        let mut history = read_history(&repository.content());
        history.settle(|_, _| false);
        assert_eq!(shown(&history, "interlinkers/z"), "2026-01-02 2026-01-03 Eva");
    }

    #[test]
    fn a_doubt_below_a_doubt_is_settled_with_it() {
        let log = "\u{1}2026-01-03\u{2}\0\nR80\0calls/b/call.yaml\0calls/c/call.yaml\0\
                   \u{1}2026-01-02\u{2}\0\nR80\0calls/a/call.yaml\0calls/b/call.yaml\0\
                   \u{1}2026-01-01\u{2}\0\nA\0calls/a/call.yaml\0";
        let settled = |former: &[(&str, &str)]| {
            let mut history = parse_log(log);
            history.settle(|folder, slug| former.contains(&(folder, slug)));
            ["calls/a", "calls/b", "calls/c"].map(|folder| shown(&history, folder).replace("2026-01-", ""))
        };
        assert_eq!(settled(&[]), ["01 01 ", "02 02 ", "03 03 "]);
        assert_eq!(settled(&[("calls/c", "b")]), ["01 01 ", "nothing", "02 03 "]);
        assert_eq!(settled(&[("calls/c", "a"), ("calls/c", "b")]), ["nothing", "nothing", "01 03 "]);
    }

    #[test]
    fn words_that_went_to_two_entries_leave_both_their_own_first_day() {
        let log = "\u{1}2026-01-02\u{2}\0\nR100\0interlinkers/a/en.md\0interlinkers/b/en.md\0\
                   R100\0interlinkers/a/lv.md\0interlinkers/c/lv.md\0\
                   \u{1}2026-01-01\u{2}\0\nA\0interlinkers/a/en.md\0";
        let history = parse_log(log);
        for folder in ["interlinkers/b", "interlinkers/c"] {
            assert_eq!(shown(&history, folder), "2026-01-02 2026-01-02 ");
        }
    }

    #[test]
    fn a_file_handed_from_one_entry_to_another_takes_no_days_along() {
        let repository = Repository::new();
        repository.commit(
            "2026-01-01",
            &["content/interlinkers/a/en.md", "content/interlinkers/a/files/x.csv"],
            "One",
        );
        fs::create_dir_all(repository.content().join("interlinkers/b/files")).unwrap();
        repository.run(
            &["mv", "content/interlinkers/a/files/x.csv", "content/interlinkers/b/files/x.csv"],
            "2026-01-02",
        );
        repository.run(&["commit", "-q", "-m", "Moved"], "2026-01-02");
        let history = read_history(&repository.content());
        assert_eq!(shown(&history, "interlinkers/a"), "2026-01-01 2026-01-01 ");
        assert_eq!(shown(&history, "interlinkers/b"), "2026-01-02 2026-01-02 ");
    }

    #[test]
    fn a_name_is_shown_without_its_address_and_within_limits() {
        assert_eq!(contributor(" Ana\u{7}\tLópez <a@x.example>").as_deref(), Some("Ana López"));
        for none in ["", "  ", "a@x.example", "<a@x.example>", &"x".repeat(101)] {
            assert_eq!(contributor(none), None);
        }
    }

    proptest! {
        #[test]
        fn whatever_git_prints_the_days_are_in_order(log in "([\u{1}\u{2}\u{1f}\n\0a/]|\u{1}20(25|26)-0[1-9]-1[0-9]\u{1f}A\u{2}\0|M\0a/b/c\0|R100\0a/[bc]/c.(md|yaml)\0a/[bc]/c.(md|yaml)\0|A\0a/b/c/d\0|R\0){0,30}") {
            let mut history = parse_log(&log);
            history.settle(|folder, slug| folder != slug && slug == "b");
            if let Some(entry) = history.entry("a/b") {
                prop_assert!(entry.first <= entry.last);
                prop_assert!(history.newest().is_some_and(|newest| entry.last <= *newest));
            }
        }
    }
}
