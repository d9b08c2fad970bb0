//! Where the repository lives, as the worker sees it: put these files on a branch, open an issue,
//! learn what became of them and what maintainers said, take them back. `local` is the Git
//! repository beside the service; `network` is a forge on the network with a `clone` of our own, spoken
//! to in the words of `github`, `gitlab` or `forgejo`. `repository` is what both do with Git's objects,
//! `fields` merges two edits of one entry.

pub mod clone;
pub mod description;
pub mod fields;
pub mod forgejo;
pub mod git;
pub mod github;
pub mod gitlab;
pub mod local;
pub mod message;
pub mod network;
pub mod repository;

use std::future::Future;
use std::pin::Pin;

use generator::model::{Kind, Slug};

use crate::queue::ask::Ask;
use crate::queue::job::{Contribution, EntryFile, Moment, RequestLink};
use crate::secret::ContributionId;

/// One contribution as a forge gets it.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// Which contribution; it names the branch.
    pub id: ContributionId,
    /// What it asks for, and so which files it may bring.
    pub ask: Ask,
    /// The kind of the entry it is about.
    pub kind: Kind,
    /// The folder of that entry.
    pub slug: Slug,
    /// The commit message; its first line is the title of a request or an issue.
    pub message: String,
    /// The text of a request or an issue, as Markdown in which nothing acts.
    pub text: String,
    /// When this version was sent; the date of the commit, so that doing it twice makes the same
    /// commit.
    pub sent: Moment,
    /// Which version it is. A later one goes on the branch of the first, on top of what lies there.
    pub version: u32,
    /// The files, relative to the entry's folder; none for a report.
    pub files: Vec<EntryFile>,
    /// The commit it became, once it did.
    pub commit: Option<String>,
    /// The request or issue it became, on a forge that has such things.
    pub request: Option<RequestLink>,
}

impl Proposal {
    /// The proposal of a contribution.
    pub fn new(contribution: &Contribution, files: Vec<EntryFile>) -> Proposal {
        Proposal {
            id: contribution.id.clone(),
            ask: contribution.ask,
            kind: contribution.kind,
            slug: contribution.slug.clone(),
            message: message::commit_message(contribution),
            sent: contribution.changed.or(contribution.received).unwrap_or(contribution.created),
            version: contribution.version,
            text: String::new(),
            files,
            commit: contribution.commit.clone(),
            request: contribution.request.clone(),
        }
    }
}

/// A contribution that has arrived at the forge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposed {
    /// The commit of its branch; none for a report.
    pub commit: Option<String>,
    /// The request or issue, on a forge that has such things.
    pub request: Option<RequestLink>,
}

/// The files of an entry in a commit. Whoever may write to the repository may have added to a
/// branch since it was proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnBranch {
    /// The commit.
    pub commit: String,
    /// The files of the entry, by path, relative to its folder. What `replaces` names is the content
    /// itself: an edit made from this file replaces it.
    pub files: Vec<EntryFile>,
    /// The same entry where the branch left the main branch; nothing for the main branch itself.
    pub before: Vec<EntryFile>,
}

impl OnBranch {
    /// The files that the branch changes or adds.
    pub fn changed(&self) -> Vec<EntryFile> {
        let is_new = |file: &&EntryFile| {
            !self.before.iter().any(|old| old.path == file.path && old.bytes == file.bytes)
        };
        self.files.iter().filter(is_new).cloned().collect()
    }
}

/// What became of a proposal, and what people with a say wrote about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Where it stands.
    pub fate: Fate,
    /// What asks its writer for something, by a name that another such thing does not have.
    pub asks: Option<String>,
    /// What maintainers wrote, oldest first. Nobody else's words: on a public forge anybody may
    /// comment.
    pub replies: Vec<Reply>,
}

impl From<Fate> for Outcome {
    fn from(fate: Fate) -> Outcome {
        Outcome { fate, asks: None, replies: Vec::new() }
    }
}

/// Where a proposal stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It waits for a maintainer.
    Open,
    /// A maintainer asks its writer for something, by a review or a label.
    ChangesRequested,
    /// The main branch has the files; the problem of a report is dealt with.
    Published,
    /// A maintainer closed it without merging it.
    Declined,
    /// Neither the branch nor the files are there: somebody removed it by hand.
    Gone,
}

/// What a maintainer wrote on the forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// What the forge calls it, so that it is kept once.
    pub id: String,
    /// When it was written.
    pub at: Moment,
    /// The words, as Markdown of a person we do not answer for.
    pub text: String,
}

/// Why a forge did not do it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ForgeError {
    /// Trying again may help: a lock, a full disk, a network.
    #[error("{0}")]
    Temporary(String),
    /// The forge cannot be used now: an outage, a limit, a key that is worn out. It is tried for as
    /// long as it takes, because an outage delays a contribution and never loses it.
    #[error("{reason}")]
    Unavailable {
        /// What is the matter.
        reason: String,
        /// How many seconds nothing may be asked, where the forge says so.
        wait: Option<u64>,
    },
    /// Trying again cannot help.
    #[error("{0}")]
    Refused(String),
    /// The main branch has something else at the same place: files, or fields of files.
    #[error("the main branch has changed the same{}", listed(.0))]
    Conflict(Vec<String>),
    /// The entry has another name by now.
    #[error("the entry is called “{0}” now; what was sent is about its old name")]
    Renamed(Slug),
    /// There is no such entry any more.
    #[error("the entry is not there any more")]
    Removed,
    /// The main branch says all of it already.
    #[error("the main branch says this already")]
    AlreadyThere,
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
        matches!(self, ForgeError::Temporary(_) | ForgeError::Unavailable { .. })
    }
}

/// The answer of a forge, once it comes.
pub type ForgeFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, ForgeError>> + Send + 'a>>;

/// What the service asks of a forge. Every method may be called again after a crash and then does
/// nothing twice.
pub trait Forge: Send + Sync {
    /// Whether what is proposed there is seen by the public and can never be taken back.
    fn is_public(&self) -> bool;

    /// Whether it answers now, for whoever watches the service.
    fn answers(&self) -> ForgeFuture<'_, ()>;

    /// An entry as the main branch has it now: what an edit is made from. An empty list of files
    /// where there is no such entry.
    fn entry(&self, kind: Kind, slug: Slug) -> ForgeFuture<'_, OnBranch>;

    /// The same as a commit had it that is part of the main branch's history: what somebody has seen
    /// who has had a form open for a while.
    fn entry_at(&self, kind: Kind, slug: Slug, commit: String) -> ForgeFuture<'_, OnBranch>;

    /// Puts the files on a branch of their own, made from the main branch as it is now, and opens a
    /// request where the forge has such things. A later version goes on top of the branch that is
    /// there; what maintainers have changed on it stays.
    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed>;

    /// Opens an issue for a report.
    fn open_issue(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed>;

    /// Looks what became of these, in their order.
    fn outcomes(&self, proposals: Vec<Proposal>) -> ForgeFuture<'_, Vec<Result<Outcome, ForgeError>>>;

    /// Reads what lies on its branch now.
    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch>;

    /// Who owns what it touches, by the file `CODEOWNERS` of the main branch. Forges on the network ask
    /// them by themselves.
    fn reviewers(&self, proposal: Proposal) -> ForgeFuture<'_, Vec<String>>;

    /// Merges this commit of its branch into the main branch and answers the merge commit. It is
    /// the commit somebody has looked at: if the branch has another one by now, nothing happens.
    fn merge(&self, proposal: Proposal, commit: String, now: Moment) -> ForgeFuture<'_, String>;

    /// Takes it back: closes the request or the issue and removes the branch. It needs the words of
    /// the contribution no more.
    fn discard(&self, discard: Discard) -> ForgeFuture<'_, ()>;
}

/// What is to be taken back. Its words may be erased by now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discard {
    /// Which contribution; it names the branch.
    pub id: ContributionId,
    /// What it asked for.
    pub ask: Ask,
    /// When it was sent.
    pub sent: Moment,
    /// The request or issue it became, where that was noted.
    pub request: Option<RequestLink>,
}

impl Discard {
    /// What is to be taken back of a contribution.
    pub fn of(contribution: &Contribution) -> Discard {
        Discard {
            id: contribution.id.clone(),
            ask: contribution.ask,
            sent: contribution.received.unwrap_or(contribution.created),
            request: contribution.request.clone(),
        }
    }
}
