//! What a forge is, whatever its dialect: a bare Git repository, requests to merge branches, issues,
//! comments, labels, people with their rights. Git does the work that is Git's: objects, refs that
//! move only from where one thinks they are, merges.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{git, git_with};

/// Why the forge does not do it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such object, branch, request.
    Missing(String),
    /// The branch exists.
    RefExists(String),
    /// The branch is not where the caller thinks.
    Stale(String),
    /// There is an open request for this branch already.
    PullExists(String),
    /// The branch has nothing that the base has not.
    NoCommits(String, String),
    /// A field has a value that cannot be.
    Invalid(&'static str, &'static str),
    /// A text is too long.
    TooLong(&'static str),
}

/// A request to merge a branch.
#[derive(Debug, Clone)]
pub struct Pull {
    /// Its number, shared with issues.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
    /// The branch.
    pub head: String,
    /// Where it is to go.
    pub base: String,
    /// Where it stands.
    pub state: PullState,
    /// The commit of the branch when it was last seen.
    pub head_commit: String,
    /// The commit on the base that came of it.
    pub merge_commit: Option<String>,
    /// Whether the branch lies in somebody's copy of the repository.
    pub from_fork: bool,
    /// Its labels.
    pub labels: BTreeSet<String>,
    /// Comments and reviews, oldest first.
    pub remarks: Vec<Remark>,
    hidden: u32,
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PullState {
    /// It waits.
    Open,
    /// Somebody said no.
    Closed,
    /// It is on the base.
    Merged,
}

/// A problem somebody tells of.
#[derive(Debug, Clone)]
pub struct Issue {
    /// Its number, shared with requests.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
    /// Who opened it.
    pub author: String,
    /// Whether it waits; else whether it was dealt with.
    pub closed: Option<bool>,
    /// Its labels.
    pub labels: BTreeSet<String>,
    /// Comments, oldest first.
    pub remarks: Vec<Remark>,
    hidden: u32,
}

/// What somebody wrote.
#[derive(Debug, Clone)]
pub struct Remark {
    /// Its number.
    pub id: u64,
    /// Who.
    pub author: String,
    /// What.
    pub body: String,
    /// When, in seconds since 1970.
    pub at: i64,
    /// Of a review: what it says of the request.
    pub verdict: Option<Verdict>,
    /// Whether only members may read it, on a forge that has such remarks.
    pub internal: bool,
}

/// What a review says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It may be merged.
    Approved,
    /// Something has to be changed.
    ChangesRequested,
    /// Only words.
    Commented,
}

/// How a request is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// A commit with two parents.
    Commit,
    /// One commit with everything.
    Squash,
    /// Every commit anew on top of the base.
    Rebase,
}

/// The forge.
pub struct Core {
    /// The bare repository.
    pub repository: PathBuf,
    /// Requests, by number.
    pub pulls: BTreeMap<u64, Pull>,
    /// Issues, by number.
    pub issues: BTreeMap<u64, Issue>,
    /// Who may do what: `admin`, `write` or `read`. Nobody else has any right.
    pub people: BTreeMap<String, &'static str>,
    /// How many look-ups do not find what was just made.
    pub hidden_look_ups: u32,
    hidden_refs: BTreeMap<String, u32>,
    last: u64,
    now: i64,
}

type Done<T> = Result<T, Refusal>;

/// The branch that is published.
pub const MAIN: &str = "main";

/// GitHub's limit of a text, in characters.
const LONGEST_TEXT: usize = 65_536;

impl Core {
    pub(super) fn new(repository: &Path, files: &[(&str, &str)]) -> Core {
        std::fs::create_dir_all(repository).expect("a folder of the test");
        git(repository, &["init", "--quiet", "--bare", "--initial-branch=main"], b"").expect("a repository");
        let mut core = Core {
            repository: repository.to_owned(),
            pulls: BTreeMap::new(),
            issues: BTreeMap::new(),
            people: BTreeMap::new(),
            hidden_look_ups: 0,
            hidden_refs: BTreeMap::new(),
            last: 0,
            now: 1_700_000_000,
        };
        let additions: Vec<(String, Vec<u8>)> =
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        let tree = core.tree_of(None, &additions, &[]).expect("the files of the test");
        let commit = core.create_commit("Begin", &tree, &[]).expect("the first commit");
        git(repository, &["update-ref", "refs/heads/main", &commit], b"").expect("the main branch");
        core
    }

    /// Runs Git in the repository.
    pub fn git(&self, arguments: &[&str]) -> String {
        git(&self.repository, arguments, b"").unwrap_or_else(|error| panic!("{arguments:?}: {error}"))
    }

    /// The commit of a branch, as Git has it.
    pub fn tip(&self, branch: &str) -> Option<String> {
        self.object(&format!("refs/heads/{branch}^{{commit}}"))
    }

    /// The commit of a branch, for a request: a branch made a moment ago may not be seen yet.
    pub fn look_up(&mut self, branch: &str) -> Option<String> {
        if let Some(left) = self.hidden_refs.get_mut(branch).filter(|left| **left > 0) {
            *left -= 1;
            return None;
        }
        self.tip(branch)
    }

    /// The content of a file of a commit, by its name.
    pub fn blob_at(&self, commit: &str, path: &str) -> Option<String> {
        self.object(&format!("{commit}:{path}"))
    }

    /// The last commit up to this one that touched a file.
    pub fn last_commit_of(&self, commit: &str, path: &str) -> String {
        self.git(&["log", "-1", "--format=%H", commit, "--", path])
    }

    /// The branches of contributions.
    pub fn branches(&self) -> Vec<String> {
        let list = self.git(&["for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads/contrib/"]);
        list.lines().map(str::to_owned).collect()
    }

    fn object(&self, name: &str) -> Option<String> {
        git(&self.repository, &["rev-parse", "--verify", "--quiet", "--end-of-options", name], b"").ok()
    }

    fn later(&mut self) -> i64 {
        self.now += 60;
        self.now
    }

    fn number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Writes a blob.
    pub fn create_blob(&self, bytes: &[u8]) -> String {
        git(&self.repository, &["hash-object", "-w", "--stdin"], bytes).expect("an object")
    }

    /// Writes a tree: another one with some paths exchanged or removed.
    pub fn create_tree(
        &self,
        base: Option<&str>,
        entries: &[(String, String)],
        gone: &[String],
    ) -> Done<String> {
        self.tree(base, entries, gone)
    }

    fn tree_of(&self, base: Option<&str>, additions: &[(String, Vec<u8>)], gone: &[String]) -> Done<String> {
        let blobs: Vec<(String, String)> =
            additions.iter().map(|(path, bytes)| (path.clone(), self.create_blob(bytes))).collect();
        self.tree(base, &blobs, gone)
    }

    fn tree(&self, base: Option<&str>, entries: &[(String, String)], gone: &[String]) -> Done<String> {
        let scratch = tempfile::tempdir().expect("a temporary folder");
        let index = scratch.path().join("index");
        let with = |arguments: &[&str], input: &[u8]| {
            git_with(&self.repository, Some(index.as_path()), arguments, input).ok()
        };
        if let Some(base) = base {
            with(&["read-tree", base], b"").ok_or(Refusal::Missing("tree".to_owned()))?;
        }
        let mut lines = String::new();
        for (path, blob) in entries {
            lines.push_str(&format!("100644 {blob}\t{path}\0"));
        }
        for path in gone {
            lines.push_str(&format!("0 {}\t{path}\0", "0".repeat(40)));
        }
        with(&["update-index", "-z", "--index-info"], lines.as_bytes())
            .ok_or(Refusal::Invalid("Tree", "path"))?;
        with(&["write-tree"], b"").ok_or(Refusal::Invalid("Tree", "sha"))
    }

    /// Writes a commit.
    pub fn create_commit(&mut self, message: &str, tree: &str, parents: &[String]) -> Done<String> {
        let mut arguments = vec!["commit-tree", tree];
        for parent in parents {
            if self.object(&format!("{parent}^{{commit}}")).is_none() {
                return Err(Refusal::Missing("Parent SHA".to_owned()));
            }
            arguments.extend(["-p", parent]);
        }
        git(&self.repository, &arguments, message.as_bytes())
            .map_err(|_| Refusal::Missing("Tree SHA".to_owned()))
    }

    /// Makes a branch.
    pub fn create_branch(&mut self, branch: &str, commit: &str) -> Done<()> {
        if self.tip(branch).is_some() {
            return Err(Refusal::RefExists(branch.to_owned()));
        }
        if self.object(&format!("{commit}^{{commit}}")).is_none() {
            return Err(Refusal::Missing("Object".to_owned()));
        }
        let reference = format!("refs/heads/{branch}");
        git(&self.repository, &["update-ref", &reference, commit, ""], b"")
            .map_err(|_| Refusal::Invalid("Reference", "ref"))?;
        self.hidden_refs.insert(branch.to_owned(), self.hidden_look_ups);
        Ok(())
    }

    /// Moves a branch forward.
    pub fn move_branch(&mut self, branch: &str, commit: &str) -> Done<()> {
        let tip = self.tip(branch).ok_or_else(|| Refusal::Missing("Reference".to_owned()))?;
        let is_forward = git(&self.repository, &["merge-base", "--is-ancestor", &tip, commit], b"").is_ok();
        if !is_forward {
            return Err(Refusal::Stale(tip));
        }
        self.git(&["update-ref", &format!("refs/heads/{branch}"), commit, &tip]);
        Ok(())
    }

    /// Removes a branch. Its open requests are closed, as forges do.
    pub fn delete_branch(&mut self, branch: &str) -> Done<()> {
        if self.tip(branch).is_none() {
            return Err(Refusal::Missing("Reference".to_owned()));
        }
        self.git(&["update-ref", "-d", &format!("refs/heads/{branch}")]);
        for pull in self.pulls.values_mut() {
            if pull.head == branch && pull.state == PullState::Open && !pull.from_fork {
                pull.state = PullState::Closed;
            }
        }
        Ok(())
    }

    /// Puts a commit on a branch that ends in `expected`.
    pub fn commit_on_branch(
        &mut self,
        branch: &str,
        expected: &str,
        message: &str,
        additions: &[(String, Vec<u8>)],
        gone: &[String],
    ) -> Done<String> {
        let tip = self.tip(branch).ok_or_else(|| Refusal::Missing(branch.to_owned()))?;
        if tip != expected {
            return Err(Refusal::Stale(expected.to_owned()));
        }
        let tree = self.tree_of(Some(&tip), additions, gone)?;
        let commit = self.create_commit(message, &tree, std::slice::from_ref(&tip))?;
        self.git(&["update-ref", &format!("refs/heads/{branch}"), &commit, &tip]);
        Ok(commit)
    }

    /// Somebody with access commits files to a branch.
    pub fn push(&mut self, branch: &str, files: &[(&str, &str)]) -> String {
        let tip = self.tip(branch).expect("a branch");
        let additions: Vec<(String, Vec<u8>)> =
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        self.commit_on_branch(branch, &tip, "Somebody's", &additions, &[]).expect("a push")
    }

    /// Somebody with access removes files from a branch and commits others, in one commit.
    pub fn move_files(&mut self, branch: &str, gone: &[&str], files: &[(&str, &str)]) {
        let tip = self.tip(branch).expect("a branch");
        let additions: Vec<(String, Vec<u8>)> =
            files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
        let gone: Vec<String> = gone.iter().map(|path| (*path).to_owned()).collect();
        self.commit_on_branch(branch, &tip, "Somebody's", &additions, &gone).expect("a push");
    }

    /// Opens a request.
    pub fn create_pull(&mut self, title: &str, body: &str, head: &str, base: &str) -> Done<u64> {
        if body.chars().count() > LONGEST_TEXT {
            return Err(Refusal::TooLong("body"));
        }
        if title.trim().is_empty() {
            return Err(Refusal::Invalid("PullRequest", "title"));
        }
        let base_commit = self.tip(base).ok_or(Refusal::Invalid("PullRequest", "base"))?;
        let head_commit = self.tip(head).ok_or(Refusal::Invalid("PullRequest", "head"))?;
        let is_open = |pull: &Pull| {
            pull.state == PullState::Open && !pull.from_fork && (&*pull.head, &*pull.base) == (head, base)
        };
        if self.pulls.values().any(is_open) {
            return Err(Refusal::PullExists(head.to_owned()));
        }
        if self.git(&["rev-list", "--count", &format!("{base_commit}..{head_commit}")]) == "0" {
            return Err(Refusal::NoCommits(base.to_owned(), head.to_owned()));
        }
        let number = self.number();
        let pull = Pull {
            number,
            title: title.to_owned(),
            body: body.to_owned(),
            head: head.to_owned(),
            base: base.to_owned(),
            state: PullState::Open,
            head_commit,
            merge_commit: None,
            from_fork: false,
            labels: BTreeSet::new(),
            remarks: Vec::new(),
            hidden: self.hidden_look_ups,
        };
        self.pulls.insert(number, pull);
        Ok(number)
    }

    /// A stranger opens a request from a branch of the same name in their own copy.
    pub fn create_pull_from_fork(&mut self, head: &str) -> u64 {
        let number = self.number();
        let pull = Pull {
            number,
            title: "A stranger's".to_owned(),
            body: String::new(),
            head: head.to_owned(),
            base: MAIN.to_owned(),
            state: PullState::Open,
            head_commit: self.tip(MAIN).expect("the main branch"),
            merge_commit: None,
            from_fork: true,
            labels: BTreeSet::new(),
            remarks: Vec::new(),
            hidden: 0,
        };
        self.pulls.insert(number, pull);
        number
    }

    /// The requests for a branch, newest first, for a request: one made a moment ago may not be
    /// seen yet.
    pub fn pulls_of(&mut self, head: &str) -> Vec<u64> {
        let mut found = Vec::new();
        for pull in self.pulls.values_mut().rev().filter(|pull| pull.head == head) {
            if pull.hidden > 0 {
                pull.hidden -= 1;
            } else {
                found.push(pull.number);
            }
        }
        found
    }

    /// The issues, newest first, as [`Core::pulls_of`] does.
    pub fn newest_issues(&mut self) -> Vec<u64> {
        let mut found = Vec::new();
        for issue in self.issues.values_mut().rev() {
            if issue.hidden > 0 {
                issue.hidden -= 1;
            } else {
                found.push(issue.number);
            }
        }
        found
    }

    /// Somebody closes a request.
    pub fn close_pull(&mut self, number: u64) {
        let pull = self.pulls.get_mut(&number).expect("a request");
        if pull.state == PullState::Open {
            pull.state = PullState::Closed;
        }
    }

    /// The commit of a request's branch: where it is now, or was when it closed.
    pub fn head_of(&self, number: u64) -> String {
        let pull = &self.pulls[&number];
        match pull.state {
            PullState::Open if !pull.from_fork => self.tip(&pull.head).unwrap_or(pull.head_commit.clone()),
            _ => pull.head_commit.clone(),
        }
    }

    /// Whether it can be merged without a conflict.
    pub fn is_mergeable(&self, number: u64) -> bool {
        let pull = &self.pulls[&number];
        let (base, head) = (self.tip(&pull.base), self.head_of(number));
        base.is_some_and(|base| {
            git(&self.repository, &["merge-tree", "--write-tree", &base, &head], b"").is_ok()
        })
    }

    /// A maintainer merges a request.
    pub fn merge(&mut self, number: u64, how: Merge) -> String {
        let pull = self.pulls[&number].clone();
        let (base, head) = (self.tip(&pull.base).expect("a base"), self.head_of(number));
        let tree = git(&self.repository, &["merge-tree", "--write-tree", &base, &head], b"")
            .unwrap_or_else(|error| panic!("it cannot be merged: {error}"));
        let tree = tree.lines().next().expect("a tree").to_owned();
        let commit = match how {
            Merge::Commit => {
                self.create_commit(&format!("Merge #{number}"), &tree, &[base.clone(), head.clone()])
            }
            Merge::Squash => {
                self.create_commit(&format!("{} (#{number})", pull.title), &tree, std::slice::from_ref(&base))
            }
            Merge::Rebase => {
                let mut onto = base.clone();
                for commit in
                    self.git(&["rev-list", "--reverse", "--no-merges", &format!("{base}..{head}")]).lines()
                {
                    let at = format!("--merge-base={commit}^");
                    let tree = self.git(&["merge-tree", "--write-tree", &at, &onto, commit]);
                    let message = self.git(&["log", "-1", "--format=%B", commit]);
                    onto = self.create_commit(&message, &tree, &[onto]).expect("a commit");
                }
                Ok(onto)
            }
        };
        let commit = commit.expect("a commit");
        self.git(&["update-ref", &format!("refs/heads/{}", pull.base), &commit, &base]);
        let pull = self.pulls.get_mut(&number).expect("a request");
        (pull.state, pull.head_commit, pull.merge_commit) = (PullState::Merged, head, Some(commit.clone()));
        commit
    }

    /// Opens an issue.
    pub fn create_issue(
        &mut self,
        author: &str,
        title: &str,
        body: &str,
        labels: BTreeSet<String>,
    ) -> Done<u64> {
        if body.chars().count() > LONGEST_TEXT {
            return Err(Refusal::TooLong("body"));
        }
        let number = self.number();
        let issue = Issue {
            number,
            title: title.to_owned(),
            body: body.to_owned(),
            author: author.to_owned(),
            closed: None,
            labels,
            remarks: Vec::new(),
            hidden: self.hidden_look_ups,
        };
        self.issues.insert(number, issue);
        Ok(number)
    }

    /// Somebody writes below a request or an issue.
    pub fn comment(&mut self, number: u64, author: &str, body: &str) -> u64 {
        self.remark(number, author, body, None)
    }

    /// Somebody reviews a request.
    pub fn review(&mut self, number: u64, author: &str, verdict: Verdict, body: &str) -> u64 {
        self.remark(number, author, body, Some(verdict))
    }

    fn remark(&mut self, number: u64, author: &str, body: &str, verdict: Option<Verdict>) -> u64 {
        let (id, at) = (self.number() + 9_000, self.later());
        let (author, body) = (author.to_owned(), body.to_owned());
        let remark = Remark { id, author, body, at, verdict, internal: false };
        match (self.pulls.get_mut(&number), self.issues.get_mut(&number)) {
            (Some(pull), _) => pull.remarks.push(remark),
            (_, Some(issue)) => issue.remarks.push(remark),
            _ => panic!("there is no {number}"),
        }
        id
    }

    /// Somebody labels a request or an issue.
    pub fn label(&mut self, number: u64, label: &str) {
        match (self.pulls.get_mut(&number), self.issues.get_mut(&number)) {
            (Some(pull), _) => pull.labels.insert(label.to_owned()),
            (_, Some(issue)) => issue.labels.insert(label.to_owned()),
            _ => panic!("there is no {number}"),
        };
    }

    /// The content of a file on a branch.
    pub fn file(&self, branch: &str, path: &str) -> String {
        self.git(&["show", &format!("refs/heads/{branch}:{path}")])
    }

    /// What a branch changes: `A path`, one a line.
    pub fn changes(&self, branch: &str) -> String {
        self.git(&["diff", "--name-status", &format!("main...{branch}")]).replace('\t', " ")
    }
}
