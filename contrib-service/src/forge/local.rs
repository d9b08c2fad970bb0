//! The local forge: contributions become branches of the Git repository beside the service. It
//! writes objects and refs only, by plumbing commands and with an index of its own; the person's
//! index, `HEAD` and files are never touched, except by the merge a maintainer asks for, which
//! moves them forward exactly as `git merge --ff-only` would.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use generator::model::{Kind, Slug};

use super::git::{Git, GitError};
use super::repository::{Identity, Repository};
use super::{Discard, Fate, Forge, ForgeError, ForgeFuture, OnBranch, Outcome, Proposal, Proposed};
use crate::queue::job::Moment;
use crate::secret::ContributionId;

/// A Git repository on this machine.
#[derive(Clone)]
pub struct LocalForge {
    shared: Arc<Shared>,
}

struct Shared {
    repository: Repository,
    /// One writer at a time, so that the main branch does not move under our own hands.
    writing: Mutex<()>,
}

/// How old a lock must be to be nobody's. Git holds one for milliseconds.
const STALE: std::time::Duration = std::time::Duration::from_secs(3);

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
        let prefix = Repository::prefix_of(content).map_err(no_repository(content))?;
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
        let repository = Repository { git, main, prefix, identity };
        Ok(LocalForge { shared: Arc::new(Shared { repository, writing: Mutex::new(()) }) })
    }

    /// The name of the main branch.
    pub fn main_branch(&self) -> &str {
        self.shared.repository.main.trim_start_matches("refs/heads/")
    }

    /// The entry as the main branch has it now.
    ///
    /// # Errors
    /// When it holds something that is no plain file, or Git fails.
    pub fn entry(&self, kind: Kind, slug: &Slug) -> Result<OnBranch, ForgeError> {
        let repository = &self.shared.repository;
        repository.entry(&repository.tip(&repository.main)?, &repository.folder(kind, slug))
    }

    /// Puts the files on the branch `contrib/<id>`, made from the main branch as it is now. Called
    /// again after a crash it finds its own branch and leaves it.
    ///
    /// # Errors
    /// When the main branch has something else in the same place, the entry was renamed or removed,
    /// the branch holds something else, or Git fails.
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
        let repository = &self.shared.repository;
        let commit = repository.tip(&branch_ref(&proposal.id))?;
        repository.entry_on_branch(&commit, proposal.kind, &proposal.slug)
    }

    /// Merges the branch into the main branch and answers the commit that now is its tip. Where the
    /// main branch has changed other fields of the same files meanwhile, the two are merged on the
    /// branch first and the answer is [`ForgeError::Moved`]: what is published was looked at.
    ///
    /// # Errors
    /// When the branch has another commit than the one that was looked at, somebody is working in
    /// the checked-out folder, the main branch has changed the same, the branch touches more than
    /// its entry, or Git fails.
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
        let git = &self.shared.repository.git;
        let branch = branch_ref(id);
        if let Some(tip) = git.object(&branch)? {
            self.shared.clear_stale_lock(&branch)?;
            git.text(&["update-ref", "-d", &branch, &tip])?;
        }
        Ok(())
    }
}

impl Forge for LocalForge {
    /// A branch in one's own repository is seen by those who may read it, and can be removed.
    fn is_public(&self) -> bool {
        false
    }

    fn answers(&self) -> ForgeFuture<'_, ()> {
        let forge = self.clone();
        blocking(move || forge.shared.repository.tip(&forge.shared.repository.main).map(drop))
    }

    fn entry(&self, kind: Kind, slug: Slug) -> ForgeFuture<'_, OnBranch> {
        let forge = self.clone();
        blocking(move || forge.entry(kind, &slug))
    }

    fn entry_at(&self, kind: Kind, slug: Slug, commit: String) -> ForgeFuture<'_, OnBranch> {
        let forge = self.clone();
        blocking(move || forge.shared.repository.entry_at(&commit, kind, &slug))
    }

    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        let forge = self.clone();
        blocking(move || forge.propose(&proposal))
    }

    /// There are no issues here: the report waits in the queue, where a maintainer sees it.
    fn open_issue(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        let objection = proposal.ask.objection(&proposal.id, &proposal.files);
        Box::pin(
            async move { objection.map_or(Ok(Proposed::default()), |why| Err(ForgeError::Refused(why))) },
        )
    }

    fn outcomes(&self, proposals: Vec<Proposal>) -> ForgeFuture<'_, Vec<Result<Outcome, ForgeError>>> {
        let forge = self.clone();
        blocking(move || Ok(proposals.iter().map(|proposal| Ok(forge.fate(proposal)?.into())).collect()))
    }

    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch> {
        let forge = self.clone();
        blocking(move || forge.read(&proposal))
    }

    fn reviewers(&self, proposal: Proposal) -> ForgeFuture<'_, Vec<String>> {
        let forge = self.clone();
        blocking(move || forge.shared.repository.owners(&proposal))
    }

    fn merge(&self, proposal: Proposal, commit: String, now: Moment) -> ForgeFuture<'_, String> {
        let forge = self.clone();
        blocking(move || forge.merge(&proposal, &commit, now))
    }

    fn discard(&self, discard: Discard) -> ForgeFuture<'_, ()> {
        let forge = self.clone();
        blocking(move || forge.discard(&discard.id))
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

    fn propose(&self, proposal: &Proposal) -> Result<Proposed, ForgeError> {
        let repository = &self.repository;
        let branch = branch_ref(&proposal.id);
        let main = repository.tip(&repository.main)?;
        if let Some(commit) = repository.git.object(&branch)?
            && proposal.version > 1
        {
            let tree = repository.renewed_tree(&commit, &main, proposal)?;
            if repository.git.object(&format!("{commit}^{{tree}}"))?.as_deref() == Some(&tree) {
                return Ok(Proposed { commit: Some(commit), request: None });
            }
            let new = repository.commit(&tree, &[&commit], &proposal.message, proposal.sent)?;
            self.clear_stale_lock(&branch)?;
            repository.git.text(&["update-ref", &branch, &new, &commit])?;
            return Ok(Proposed { commit: Some(new), request: None });
        }
        if let Some(commit) = repository.git.object(&branch)? {
            return if repository.began_with(&commit, &main, proposal)? {
                Ok(Proposed { commit: Some(commit), request: None })
            } else {
                Err(ForgeError::Refused(format!(
                    "the branch {} exists and holds something else",
                    proposal.id.branch()
                )))
            };
        }
        let tree = repository.proposed_tree(&main, proposal)?;
        let commit = repository.commit(&tree, &[&main], &proposal.message, proposal.sent)?;
        self.clear_stale_lock(&branch)?;
        // The empty old value says: the branch must not exist yet.
        repository.git.text(&["update-ref", &branch, &commit, ""])?;
        Ok(Proposed { commit: Some(commit), request: None })
    }

    fn fate(&self, proposal: &Proposal) -> Result<Fate, ForgeError> {
        // A report has no branch: it waits until a maintainer says what became of it.
        if proposal.ask.is_issue() {
            return Ok(Fate::Open);
        }
        let branch = self.repository.git.object(&branch_ref(&proposal.id))?;
        Ok(if self.repository.has_on_main(proposal, branch.as_deref())? {
            Fate::Published
        } else if branch.is_some() {
            Fate::Open
        } else {
            Fate::Gone
        })
    }

    fn merge(&self, proposal: &Proposal, shown: &str, now: Moment) -> Result<String, ForgeError> {
        let repository = &self.repository;
        let main = repository.tip(&repository.main)?;
        let reference = branch_ref(&proposal.id);
        let branch = repository.tip(&reference)?;
        if branch != shown {
            return Err(ForgeError::Moved);
        }
        if repository.is_ancestor(&branch, &main)? {
            return Ok(main);
        }
        let checkout = self.checkout()?;
        if let Some(checkout) = &checkout {
            refuse_dirty(checkout)?;
        }
        let folder = repository.folder(proposal.kind, &proposal.slug);
        let (tree, as_shown) = repository.merged_tree(&main, &branch, &folder)?;
        if !as_shown {
            // What is published is what was looked at, not a mixture nobody has seen.
            let message = format!("Merge the main branch into {}\n", proposal.id.branch());
            let commit = repository.commit(&tree, &[&branch, &main], &message, now)?;
            self.clear_stale_lock(&reference)?;
            repository.git.text(&["update-ref", &reference, &commit, &branch])?;
            return Err(ForgeError::Moved);
        }
        let subject = proposal.message.lines().next().unwrap_or_default();
        let message = format!("Merge {}: {subject}\n", proposal.id.branch());
        let commit = repository.commit(&tree, &[&main, &branch], &message, now)?;
        match checkout {
            Some(checkout) => {
                checkout.text(&["merge", "--ff-only", "--quiet", "--no-stat", &commit]).map_err(|error| {
                    ForgeError::Refused(format!("the checked-out folder could not be moved forward: {error}"))
                })?;
            }
            None => {
                repository.git.text(&["update-ref", &repository.main, &commit, &main])?;
            }
        }
        Ok(commit)
    }

    /// A power cut in the middle of `git update-ref` leaves its lock behind, and Git then refuses
    /// for ever. Only this service writes below `contrib/`, and not now, so a lock of some age is
    /// nobody's. The worker comes back after a younger one.
    fn clear_stale_lock(&self, branch: &str) -> Result<(), ForgeError> {
        let lock = self.repository.git.text(&["rev-parse", "--git-path", &format!("{branch}.lock")])?;
        let lock = self.repository.git.folder().join(lock);
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
        let list = self.repository.git.text(&["worktree", "list", "--porcelain", "-z"])?;
        let wanted = format!("branch {}", self.repository.main);
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

impl From<GitError> for ForgeError {
    fn from(error: GitError) -> ForgeError {
        ForgeError::Temporary(error.to_string())
    }
}

#[cfg(test)]
mod tests;
