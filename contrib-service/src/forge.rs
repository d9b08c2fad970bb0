//! Where the repository lives, as the worker sees it: put these files on a branch, learn what
//! became of them, take them back. `local` is the Git repository beside the service; a forge on
//! the network implements the same trait.

pub mod git;
pub mod local;
pub mod message;

use std::future::Future;
use std::pin::Pin;

use generator::model::{Kind, Slug};

use crate::queue::job::{Contribution, EntryFile, Moment};
use crate::secret::ContributionId;

/// The files of one contribution and the words that go with them.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Which contribution; it names the branch.
    pub id: ContributionId,
    /// What kind of entry it adds.
    pub kind: Kind,
    /// The folder it adds.
    pub slug: Slug,
    /// The commit message.
    pub message: String,
    /// When it was sent; the date of the commit, so that doing it twice makes the same commit.
    pub sent: Moment,
    /// The files, relative to the entry's folder.
    pub files: Vec<EntryFile>,
}

impl Proposal {
    /// The proposal of a contribution.
    pub fn new(contribution: &Contribution, files: Vec<EntryFile>) -> Proposal {
        Proposal {
            id: contribution.id.clone(),
            kind: contribution.kind,
            slug: contribution.slug.clone(),
            message: message::commit_message(contribution),
            sent: contribution.received.unwrap_or(contribution.created),
            files,
        }
    }
}

/// A contribution on its branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The branch.
    pub branch: String,
    /// Its commit.
    pub commit: String,
}

/// What lies on the branch of a contribution now. Whoever may write to the repository may have
/// added to it since it was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnBranch {
    /// The newest commit of the branch.
    pub commit: String,
    /// The files of the entry, by path, relative to its folder.
    pub files: Vec<EntryFile>,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The branch is there, the main branch does not have its files.
    Open,
    /// The main branch has the files.
    Published,
    /// Neither the branch nor the files are there: somebody removed it by hand.
    Gone,
}

/// Why a forge did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForgeError {
    /// Trying again may help: a lock, a full disk, a network.
    #[error("{0}")]
    Temporary(String),
    /// Trying again cannot help.
    #[error("{0}")]
    Refused(String),
    /// The main branch has something else at the same place.
    #[error("the main branch has changed the same files{}", listed(.0))]
    Conflict(Vec<String>),
    /// The branch is not what the maintainer was shown.
    #[error("the branch has changed since it was shown")]
    Moved,
    /// Somebody is working in the checked-out folder.
    #[error("the checked-out folder has changes that are not committed: {}", .0.join(", "))]
    Dirty(Vec<String>),
}

/// A list after a colon; nothing where Git names no file.
fn listed(files: &[String]) -> String {
    if files.is_empty() { String::new() } else { format!(": {}", files.join(", ")) }
}

impl ForgeError {
    /// Whether the worker should try again by itself.
    pub fn can_retry(&self) -> bool {
        matches!(self, ForgeError::Temporary(_))
    }
}

/// The answer of a forge, once it comes.
pub type ForgeFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, ForgeError>> + Send + 'a>>;

/// What the service asks of a forge. Every method may be called again after a crash and then does
/// nothing twice.
pub trait Forge: Send + Sync {
    /// Puts the files on a branch of their own, made from the main branch as it is now.
    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed>;

    /// Looks what became of it.
    fn fate(&self, proposal: Proposal) -> ForgeFuture<'_, Fate>;

    /// Reads what lies on its branch now.
    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch>;

    /// Merges this commit of its branch into the main branch and answers the merge commit. It is
    /// the commit somebody has looked at: if the branch has another one by now, nothing happens.
    fn merge(&self, proposal: Proposal, commit: String, now: Moment) -> ForgeFuture<'_, String>;

    /// Removes the branch.
    fn discard(&self, id: ContributionId) -> ForgeFuture<'_, ()>;
}
