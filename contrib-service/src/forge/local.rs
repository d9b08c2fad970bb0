//! The local forge: contributions become branches of the Git repository beside the service. It
//! writes objects and refs only, by plumbing commands and with an index of its own; the person's
//! index, `HEAD` and files are never touched, except by the merge a maintainer asks for, which
//! moves them forward exactly as `git merge --ff-only` would.

mod branch;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::git::{Git, GitError, failure};
use super::{Fate, Forge, ForgeError, ForgeFuture, OnBranch, Proposal, Proposed};
use crate::queue::job::Moment;
use crate::secret::ContributionId;

/// A Git repository on this machine.
#[derive(Clone)]
pub struct LocalForge {
    shared: Arc<Shared>,
}

struct Shared {
    git: Git,
    /// `refs/heads/<main branch>`
    main: String,
    /// Where `content/` lies in the repository: empty or ending in a slash.
    prefix: String,
    identity: Identity,
    /// One writer at a time, so that the main branch does not move under our own hands.
    writing: Mutex<()>,
}

/// How old a lock must be to be nobody's. Git holds one for milliseconds.
const STALE: std::time::Duration = std::time::Duration::from_secs(3);

/// Who the commits are from. People are named in trailers, with their consent.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The name in the commits.
    pub name: String,
    /// The e-mail address in the commits.
    pub email: String,
}

/// Why a folder cannot be used as a forge. Told to the person who starts the service.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no repository.
    #[error(
        "{} is not in a Git repository; contributions become branches, so put it in one \
         (`git init`, `git add`, `git commit`) or name another with --repo: {reason}", .folder.display()
    )]
    NoRepository {
        /// The folder that was tried.
        folder: PathBuf,
        /// What Git says.
        reason: String,
    },
    /// The content lies somewhere else.
    #[error("the content folder {} does not lie in the repository {}", .content.display(), .repository.display())]
    ContentElsewhere {
        /// The content folder.
        content: PathBuf,
        /// The repository.
        repository: PathBuf,
    },
    /// No branch is checked out and none is named.
    #[error("no branch is checked out in {}; name the main branch with --branch", .0.display())]
    NoBranch(PathBuf),
    /// The branch has no commit.
    #[error("the branch {branch} of {} has no commit yet; commit the content first", .repository.display())]
    NoCommit {
        /// The branch.
        branch: String,
        /// The repository.
        repository: PathBuf,
    },
}

impl LocalForge {
    /// Opens the repository that holds the content folder. Without a branch named, the one that is
    /// checked out is the main branch: it is the one whose content the site shows.
    ///
    /// # Errors
    /// When the folder is no repository, the content lies elsewhere or there is no commit.
    pub fn open(
        repository: &Path,
        content: &Path,
        branch: Option<&str>,
        identity: Identity,
    ) -> Result<LocalForge, OpenError> {
        let no_repository = |folder: &Path| {
            let folder = folder.to_owned();
            move |error: GitError| OpenError::NoRepository { folder, reason: error.to_string() }
        };
        let top = |folder: &Path| {
            Git::at(folder).text(&["rev-parse", "--show-toplevel"]).map_err(no_repository(folder))
        };
        let repository_top = top(repository)?;
        if top(content)? != repository_top {
            return Err(OpenError::ContentElsewhere {
                content: content.to_owned(),
                repository: repository.to_owned(),
            });
        }
        let prefix =
            Git::at(content).text(&["rev-parse", "--show-prefix"]).map_err(no_repository(content))?;
        let git = Git::at(&repository_top);
        let branch = match branch {
            Some(branch) => branch.to_owned(),
            None => git
                .text(&["symbolic-ref", "--quiet", "--short", "HEAD"])
                .map_err(|_| OpenError::NoBranch(repository.to_owned()))?,
        };
        let main = format!("refs/heads/{branch}");
        match git.object(&format!("{main}^{{commit}}")) {
            Ok(Some(_)) => {}
            _ => return Err(OpenError::NoCommit { branch, repository: repository.to_owned() }),
        }
        Ok(LocalForge { shared: Arc::new(Shared { git, main, prefix, identity, writing: Mutex::new(()) }) })
    }

    /// The name of the main branch.
    pub fn main_branch(&self) -> &str {
        self.shared.main.trim_start_matches("refs/heads/")
    }

    /// Puts the files on the branch `contrib/<id>`, made from the main branch as it is now. Called
    /// again after a crash it finds its own branch and leaves it.
    ///
    /// # Errors
    /// When the folder is taken, the branch holds something else, or Git fails.
    pub fn propose(&self, proposal: &Proposal) -> Result<Proposed, ForgeError> {
        let _writing = self.shared.lock();
        self.shared.propose(proposal)
    }

    /// Looks what became of a proposal.
    ///
    /// # Errors
    /// When Git fails.
    pub fn fate(&self, proposal: &Proposal) -> Result<Fate, ForgeError> {
        self.shared.fate(proposal)
    }

    /// Reads what lies on the branch now.
    ///
    /// # Errors
    /// When the branch is gone, holds something that is no plain file, or Git fails.
    pub fn read(&self, proposal: &Proposal) -> Result<OnBranch, ForgeError> {
        self.shared.read(proposal)
    }

    /// Merges the branch into the main branch and answers the commit that now is its tip.
    ///
    /// # Errors
    /// When the branch has another commit than the one that was looked at, somebody is working in
    /// the checked-out folder, the main branch has other files in the same place, the branch touches
    /// more than its entry, or Git fails.
    pub fn merge(&self, proposal: &Proposal, commit: &str, now: Moment) -> Result<String, ForgeError> {
        let _writing = self.shared.lock();
        self.shared.merge(proposal, commit, now)
    }

    /// Removes the branch, if it is there.
    ///
    /// # Errors
    /// When Git fails.
    pub fn discard(&self, id: &ContributionId) -> Result<(), ForgeError> {
        let _writing = self.shared.lock();
        let branch = branch_ref(id);
        if let Some(tip) = self.shared.git.object(&branch)? {
            self.shared.clear_stale_lock(&branch)?;
            self.shared.git.text(&["update-ref", "-d", &branch, &tip])?;
        }
        Ok(())
    }
}

impl Forge for LocalForge {
    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        let forge = self.clone();
        blocking(move || forge.propose(&proposal))
    }

    fn fate(&self, proposal: Proposal) -> ForgeFuture<'_, Fate> {
        let forge = self.clone();
        blocking(move || forge.fate(&proposal))
    }

    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch> {
        let forge = self.clone();
        blocking(move || forge.read(&proposal))
    }

    fn merge(&self, proposal: Proposal, commit: String, now: Moment) -> ForgeFuture<'_, String> {
        let forge = self.clone();
        blocking(move || forge.merge(&proposal, &commit, now))
    }

    fn discard(&self, id: ContributionId) -> ForgeFuture<'_, ()> {
        let forge = self.clone();
        blocking(move || forge.discard(&id))
    }
}

fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ForgeError> + Send + 'static,
) -> ForgeFuture<'static, T> {
    Box::pin(async move {
        tokio::task::spawn_blocking(work)
            .await
            .unwrap_or_else(|error| Err(ForgeError::Temporary(format!("the work was cut off: {error}"))))
    })
}

fn branch_ref(id: &ContributionId) -> String {
    format!("refs/heads/{}", id.branch())
}

impl Shared {
    /// The lock guards no data, so a panic of another holder leaves nothing broken behind.
    fn lock(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folder of the entry in the repository, ending in a slash. It is made from our own words
    /// and a checked slug, never from a path somebody sent.
    fn folder(&self, proposal: &Proposal) -> String {
        format!("{}{}/{}/", self.prefix, proposal.kind.folder(), proposal.slug)
    }

    fn tip(&self, reference: &str) -> Result<String, ForgeError> {
        self.git
            .object(&format!("{reference}^{{commit}}"))?
            .ok_or_else(|| ForgeError::Refused(format!("{reference} is not there any more")))
    }

    fn propose(&self, proposal: &Proposal) -> Result<Proposed, ForgeError> {
        let branch = branch_ref(&proposal.id);
        let folder = self.folder(proposal);
        let wanted = self.write_blobs(proposal)?;
        if let Some(commit) = self.git.object(&branch)? {
            return if self.blobs_below(&commit, &folder)? == wanted {
                Ok(Proposed { branch: proposal.id.branch(), commit })
            } else {
                Err(ForgeError::Refused(format!(
                    "the branch {} exists and holds something else",
                    proposal.id.branch()
                )))
            };
        }
        let base = self.tip(&self.main)?;
        let there = self.blobs_below(&base, &folder)?;
        if !there.is_empty() {
            return Err(ForgeError::Conflict(there.into_iter().map(|(path, _)| path).collect()));
        }
        let tree = self.tree_with(&base, &wanted)?;
        self.verify_only_below(&base, &tree, &folder)?;
        let commit = self.commit(&tree, &[&base], &proposal.message, proposal.sent)?;
        self.clear_stale_lock(&branch)?;
        // The empty old value says: the branch must not exist yet.
        self.git.text(&["update-ref", &branch, &commit, ""])?;
        Ok(Proposed { branch: proposal.id.branch(), commit })
    }

    fn fate(&self, proposal: &Proposal) -> Result<Fate, ForgeError> {
        let main = self.tip(&self.main)?;
        let branch = self.git.object(&branch_ref(&proposal.id))?;
        if let Some(tip) = &branch
            && self.is_ancestor(tip, &main)?
        {
            return Ok(Fate::Published);
        }
        // Squashed and rebased merges leave no trace of the commit, but the same files: those that
        // were sent, or those that somebody made of them on the branch.
        let folder = self.folder(proposal);
        let there = self.blobs_below(&main, &folder)?;
        if !there.is_empty() {
            let sent = self.write_blobs(proposal)?;
            let edited = match &branch {
                Some(tip) => self.blobs_below(tip, &folder)?,
                None => Vec::new(),
            };
            let has = |wanted: &[_]| !wanted.is_empty() && wanted.iter().all(|blob| there.contains(blob));
            if has(&sent) || has(&edited) {
                return Ok(Fate::Published);
            }
        }
        Ok(if branch.is_some() { Fate::Open } else { Fate::Gone })
    }

    fn merge(&self, proposal: &Proposal, shown: &str, now: Moment) -> Result<String, ForgeError> {
        let main = self.tip(&self.main)?;
        let branch = self.tip(&branch_ref(&proposal.id))?;
        if branch != shown {
            return Err(ForgeError::Moved);
        }
        if self.is_ancestor(&branch, &main)? {
            return Ok(main);
        }
        let checkout = self.checkout()?;
        if let Some(checkout) = &checkout {
            refuse_dirty(checkout)?;
        }
        let tree = self.merged_tree(&main, &branch)?;
        let folder = self.folder(proposal);
        self.verify_only_below(&main, &tree, &folder)?;
        // What is published is what was looked at, not a mixture with something on the main branch.
        let (shown, merged) = (self.blobs_below(&branch, &folder)?, self.blobs_below(&tree, &folder)?);
        if shown != merged {
            let other = merged.into_iter().filter(|blob| !shown.contains(blob));
            return Err(ForgeError::Conflict(other.map(|(path, _)| path).collect()));
        }
        let subject = proposal.message.lines().next().unwrap_or_default();
        let message = format!("Merge {}: {subject}\n", proposal.id.branch());
        let commit = self.commit(&tree, &[&main, &branch], &message, now)?;
        match checkout {
            Some(checkout) => {
                checkout.text(&["merge", "--ff-only", "--quiet", "--no-stat", &commit]).map_err(|error| {
                    ForgeError::Refused(format!("the checked-out folder could not be moved forward: {error}"))
                })?;
            }
            None => {
                self.git.text(&["update-ref", &self.main, &commit, &main])?;
            }
        }
        Ok(commit)
    }

    /// A power cut in the middle of `git update-ref` leaves its lock behind, and Git then refuses
    /// for ever. Only this service writes below `contrib/`, and not now, so a lock of some age is
    /// nobody's. The worker comes back after a younger one.
    fn clear_stale_lock(&self, branch: &str) -> Result<(), ForgeError> {
        let lock = self.git.text(&["rev-parse", "--git-path", &format!("{branch}.lock")])?;
        let lock = self.git.folder().join(lock);
        let age = std::fs::metadata(&lock).and_then(|facts| facts.modified()).map(|time| time.elapsed());
        // A clock that went backwards makes no age; such a lock is left for the next time.
        if let Ok(Ok(age)) = age
            && age >= STALE
        {
            std::fs::remove_file(&lock)
                .map_err(|error| ForgeError::Temporary(format!("{}: {error}", lock.display())))?;
        }
        Ok(())
    }

    /// The folder where the main branch is checked out, if it is.
    fn checkout(&self) -> Result<Option<Git>, ForgeError> {
        let list = self.git.text(&["worktree", "list", "--porcelain", "-z"])?;
        let wanted = format!("branch {}", self.main);
        let mut folder = None;
        for line in list.split('\0') {
            if let Some(path) = line.strip_prefix("worktree ") {
                folder = Some(path);
            } else if line == wanted {
                return Ok(folder.map(Git::at));
            }
        }
        Ok(None)
    }

    /// Writes the files as objects and answers their paths and names, by path.
    fn write_blobs(&self, proposal: &Proposal) -> Result<Vec<(String, String)>, ForgeError> {
        let folder = self.folder(proposal);
        let mut blobs = Vec::new();
        for file in &proposal.files {
            if !is_plain_path(&file.path) {
                return Err(ForgeError::Refused(format!("{:?} is no path of an entry's file", file.path)));
            }
            // No filters: what the maintainer's attributes would do to a working file must not
            // happen to what somebody sent.
            let object =
                self.git.call(&["hash-object", "-w", "--stdin", "--no-filters"]).input(&file.bytes).text()?;
            blobs.push((format!("{folder}{}", file.path), object));
        }
        blobs.sort();
        Ok(blobs)
    }

    /// The files of a commit below a folder: path and object name, by path.
    fn blobs_below(&self, commit: &str, folder: &str) -> Result<Vec<(String, String)>, ForgeError> {
        let list = self.git.text(&["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder])?;
        let mut blobs = Vec::new();
        for line in list.split('\0').filter(|line| !line.is_empty()) {
            let (facts, path) = line.split_once('\t').ok_or(GitError::Answer("ls-tree"))?;
            let object = facts.split(' ').nth(2).ok_or(GitError::Answer("ls-tree"))?;
            blobs.push((path.to_owned(), object.to_owned()));
        }
        blobs.sort();
        Ok(blobs)
    }

    /// The tree of a commit with some files more, made in an index of our own.
    fn tree_with(&self, base: &str, blobs: &[(String, String)]) -> Result<String, ForgeError> {
        let scratch = tempfile::tempdir()
            .map_err(|error| ForgeError::Temporary(format!("no room for a temporary index: {error}")))?;
        let index = scratch.path().join("index");
        let mut lines = Vec::new();
        for (path, object) in blobs {
            lines.extend_from_slice(format!("100644 {object}\t{path}\0").as_bytes());
        }
        let call = |arguments: &[&str], input: &[u8]| {
            self.git.call(arguments).variable("GIT_INDEX_FILE", &index).input(input).text()
        };
        call(&["read-tree", base], &[])?;
        call(&["update-index", "-z", "--index-info"], &lines)?;
        Ok(call(&["write-tree"], &[])?)
    }

    /// The tree of a merge, made without a checkout.
    fn merged_tree(&self, main: &str, branch: &str) -> Result<String, ForgeError> {
        let arguments = ["merge-tree", "--write-tree", "--no-messages", "--name-only", "-z", main, branch];
        let output = self.git.call(&arguments).run()?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut parts = text.split('\0').filter(|part| !part.is_empty());
        let tree = parts.next().map(|part| part.trim().to_owned());
        match (output.status.code(), tree) {
            (Some(0), Some(tree)) => Ok(tree),
            (Some(1), Some(_)) => Err(ForgeError::Conflict(parts.map(str::to_owned).collect())),
            _ => Err(failure("merge-tree", &output).into()),
        }
    }

    /// The last look before a ref moves: nothing outside the entry's folder may differ.
    fn verify_only_below(&self, from: &str, to: &str, folder: &str) -> Result<(), ForgeError> {
        let names = self.git.text(&["diff-tree", "-r", "-z", "--name-only", "--no-renames", from, to])?;
        match names.split('\0').find(|name| !name.is_empty() && !name.starts_with(folder)) {
            None => Ok(()),
            Some(other) => Err(ForgeError::Refused(format!(
                "the branch also changes {other}, outside {folder}; merge it with git yourself if that is wanted"
            ))),
        }
    }

    fn commit(&self, tree: &str, parents: &[&str], message: &str, at: Moment) -> Result<String, ForgeError> {
        let mut arguments = vec!["commit-tree", "--no-gpg-sign", tree];
        for parent in parents {
            arguments.extend(["-p", parent]);
        }
        let date = format!("@{at} +0000");
        Ok(self
            .git
            .call(&arguments)
            .input(message.as_bytes())
            .variable("GIT_AUTHOR_NAME", &self.identity.name)
            .variable("GIT_AUTHOR_EMAIL", &self.identity.email)
            .variable("GIT_AUTHOR_DATE", &date)
            .variable("GIT_COMMITTER_NAME", &self.identity.name)
            .variable("GIT_COMMITTER_EMAIL", &self.identity.email)
            .variable("GIT_COMMITTER_DATE", &date)
            .text()?)
    }

    fn is_ancestor(&self, commit: &str, of: &str) -> Result<bool, ForgeError> {
        let output = self.git.call(&["merge-base", "--is-ancestor", commit, of]).run()?;
        match output.status.code() {
            Some(0) => Ok(true),
            Some(1) => Ok(false),
            _ => Err(failure("merge-base", &output).into()),
        }
    }
}

/// A merge moves the checked-out files, so work that is not committed there must be safe first.
/// New files that Git does not know are left alone: a merge that would overwrite one is refused by
/// Git itself.
fn refuse_dirty(checkout: &Git) -> Result<(), ForgeError> {
    let status =
        checkout.text(&["status", "--porcelain=v1", "-z", "--untracked-files=no", "--no-renames"])?;
    let changed: Vec<String> = status
        .split('\0')
        .filter_map(|line| line.get(3..))
        .filter(|path| !path.is_empty())
        .map(str::to_owned)
        .collect();
    if changed.is_empty() { Ok(()) } else { Err(ForgeError::Dirty(changed)) }
}

/// `name` or `folder/name`, of letters, digits, dots, hyphens; no part starts with a dot. The
/// service makes these names itself, so this can only refuse a mistake of our own.
fn is_plain_path(path: &str) -> bool {
    path.split('/').count() <= 2
        && path.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        })
}

impl From<GitError> for ForgeError {
    fn from(error: GitError) -> ForgeError {
        ForgeError::Temporary(error.to_string())
    }
}

#[cfg(test)]
mod tests;
