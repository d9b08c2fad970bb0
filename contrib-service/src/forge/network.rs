//! A forge on the network, whichever it is: a contribution becomes a branch with one commit and a request
//! to merge it, a report an issue.
//!
//! Everything is computed in the service's own clone first, and proven there to stay within the folder of
//! its entry; the forge is then asked for exactly that. What is there already is looked up, what is
//! missing is written. A crash, a time-out or a half-done answer in between is no matter: the next try
//! looks first. What is on the branch afterwards is fetched and compared with what was computed.
//!
//! What differs from one forge to another, the words it is spoken to in, is its [`Platform`]: `github`,
//! `gitlab`, `forgejo`.

pub mod api;
pub mod http;
mod outcome;
pub mod pace;
pub mod plan;
mod renew;
mod write;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use generator::model::{Kind, Slug};

use super::clone::OwnClone;
use super::{Discard, Forge, ForgeError, ForgeFuture, OnBranch, Outcome, Proposal, Proposed};
use crate::clock::Clock;
use crate::queue::job::{Moment, RequestLink};
use crate::secret::SecretText;
use api::ApiError;
use plan::{Plan, Steps};

pub use outcome::{Asked, Found, Remark, Verdict, moment, newest_last};

/// The words one kind of forge is spoken to in. Each of these is asked or written once; whether it was
/// done, the flow looks up.
pub trait Platform: Send + Sync + 'static {
    /// What people call it.
    const NAME: &'static str;
    /// Whether a request closes by itself when its branch is removed.
    const CLOSES_WITH_BRANCH: bool;
    /// Whether a request or an issue gets its labels when it is made, without a write of their own.
    const MADE_WITH_LABELS: bool;

    /// Reads what costs least of the repository: whether the forge answers and takes our key.
    fn answers(&self) -> impl Future<Output = Result<(), ApiError>> + Send;

    /// The key that Git fetches with.
    fn key(&self) -> impl Future<Output = Result<SecretText, ApiError>> + Send;

    /// Reads what is there of a branch of ours: not a request that a stranger has opened from a branch of
    /// the same name in a copy of the repository.
    fn standing(&self, branch: &str) -> impl Future<Output = Result<Standing, ForgeError>> + Send;

    /// Writes what is missing of branch and commit, and opens the request.
    fn write(&self, new: &NewRequest<'_>) -> impl Future<Output = Result<RequestLink, ForgeError>> + Send;

    /// Puts one more commit on a branch that ended in the plan's base a moment ago.
    fn add_commit(
        &self,
        branch: &str,
        message: &str,
        plan: &Plan,
    ) -> impl Future<Output = Result<(), ForgeError>> + Send;

    /// Opens an issue.
    fn open_issue(
        &self,
        title: &str,
        text: &str,
        labels: &[String],
    ) -> impl Future<Output = Result<RequestLink, ForgeError>> + Send;

    /// The issue that we have opened since then whose text ends with this mark. Anybody can copy a mark.
    fn issue_with(
        &self,
        mark: &str,
        since: Moment,
    ) -> impl Future<Output = Result<Option<RequestLink>, ForgeError>> + Send;

    /// Adds labels to a request, or to an issue.
    fn add_labels(
        &self,
        number: u64,
        is_issue: bool,
        labels: &[String],
    ) -> impl Future<Output = Result<(), ApiError>> + Send;

    /// Reads how these stand, in their order, with the newest remarks, so many of each kind at most.
    fn find(
        &self,
        asked: &[Asked],
        remarks: u32,
    ) -> impl Future<Output = Result<Vec<Option<Found>>, ApiError>> + Send;

    /// Whether this account, as remarks name it, may write to the repository.
    fn may_write(&self, account: &str) -> impl Future<Output = Result<bool, ApiError>> + Send;

    /// Closes an issue of ours.
    fn close_issue(&self, number: u64) -> impl Future<Output = Result<(), ApiError>> + Send;

    /// Closes an open request of ours.
    fn close_request(&self, number: u64) -> impl Future<Output = Result<(), ApiError>> + Send;

    /// Removes a branch.
    fn remove_branch(&self, branch: &str) -> impl Future<Output = Result<(), ApiError>> + Send;
}

/// What is at the forge of a branch of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The commit of the branch.
    pub branch: Option<String>,
    /// The newest request for it.
    pub request: Option<Request>,
}

/// A request to merge a branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its number and page.
    pub link: RequestLink,
    /// Where it stands.
    pub state: RequestState,
    /// The commit of its branch.
    pub head: String,
}

/// Where a request or an issue stands, by the word of the forge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestState {
    /// It waits.
    Open,
    /// A request is merged, the problem of an issue is dealt with.
    Done,
    /// It was closed without that.
    Declined,
}

/// A request that is to be opened, and what has to be done first.
pub struct NewRequest<'a> {
    /// The branch.
    pub branch: &'a str,
    /// Where it is to go.
    pub main: &'a str,
    /// The message of the commit.
    pub message: &'a str,
    /// The title of the request.
    pub title: &'a str,
    /// Its text.
    pub text: &'a str,
    /// Its labels, where they can be given at once.
    pub labels: &'a [String],
    /// What is missing.
    pub steps: Steps,
    /// The commit.
    pub plan: &'a Plan,
}

/// What people have set by hand of any forge on the network.
#[derive(Debug, Clone)]
pub struct NetworkSettings {
    /// Labels that every request and issue gets; without them everything goes on.
    pub labels: Vec<String>,
    /// The label with which maintainers ask the writer for something.
    pub asks_label: String,
    /// The label of what is published; none unless it is wanted.
    pub accepted_label: Option<String>,
    /// The label of what was declined; none unless it is wanted.
    pub declined_label: Option<String>,
}

/// A repository at a forge on the network.
pub struct NetworkForge<P> {
    shared: Arc<Shared<P>>,
}

struct Shared<P> {
    platform: P,
    clone: OwnClone,
    settings: NetworkSettings,
    clock: Clock,
    /// Who may write, asked an hour at most ago.
    rights: Mutex<BTreeMap<String, (bool, Moment)>>,
}

impl<P: Platform> NetworkForge<P> {
    /// A forge of this clone, spoken to in these words.
    pub fn new(platform: P, clone: OwnClone, settings: NetworkSettings, clock: Clock) -> NetworkForge<P> {
        NetworkForge {
            shared: Arc::new(Shared { platform, clone, settings, clock, rights: Mutex::default() }),
        }
    }
}

impl<P: Platform> Forge for NetworkForge<P> {
    /// Whoever may read the repository sees a request, and nobody can take it back.
    fn is_public(&self) -> bool {
        true
    }

    fn answers(&self) -> ForgeFuture<'_, ()> {
        Box::pin(async move { Ok(self.shared.platform.answers().await?) })
    }

    fn entry(&self, kind: Kind, slug: Slug) -> ForgeFuture<'_, OnBranch> {
        Box::pin(self.shared.in_clone(move |clone| {
            let repository = clone.repository();
            repository.entry(&repository.tip(&repository.main)?, &repository.folder(kind, &slug))
        }))
    }

    fn entry_at(&self, kind: Kind, slug: Slug, commit: String) -> ForgeFuture<'_, OnBranch> {
        Box::pin(self.shared.in_clone(move |clone| clone.repository().entry_at(&commit, kind, &slug)))
    }

    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        Box::pin(self.shared.propose(proposal))
    }

    fn open_issue(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        Box::pin(self.shared.open_issue(proposal))
    }

    fn outcomes(&self, proposals: Vec<Proposal>) -> ForgeFuture<'_, Vec<Result<Outcome, ForgeError>>> {
        Box::pin(self.shared.outcomes(proposals))
    }

    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch> {
        Box::pin(self.shared.in_clone(move |clone| {
            let gone = || ForgeError::Refused(format!("the branch {} is not there", proposal.id.branch()));
            let tip = clone.tip_of(&proposal.id)?.ok_or_else(gone)?;
            let repository = clone.repository();
            repository.entry_on_branch(&tip, proposal.kind, &proposal.slug)
        }))
    }

    fn reviewers(&self, proposal: Proposal) -> ForgeFuture<'_, Vec<String>> {
        Box::pin(self.shared.in_clone(move |clone| clone.repository().owners(&proposal)))
    }

    fn merge(&self, _: Proposal, _: String, _: Moment) -> ForgeFuture<'_, String> {
        Box::pin(async { Err(ForgeError::Refused(format!("it is merged on {}, by its request", P::NAME))) })
    }

    fn discard(&self, discard: Discard) -> ForgeFuture<'_, ()> {
        Box::pin(self.shared.discard(discard))
    }
}

impl<P: Platform> Shared<P> {
    /// Works with the clone off the async threads.
    async fn in_clone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&OwnClone) -> Result<T, ForgeError> + Send + 'static,
    ) -> Result<T, ForgeError> {
        let clone = self.clone.clone();
        tokio::task::spawn_blocking(move || work(&clone))
            .await
            .unwrap_or_else(|error| Err(ForgeError::Temporary(format!("the work was cut off: {error}"))))
    }

    /// Brings the clone up to date.
    async fn fetch(&self) -> Result<(), ForgeError> {
        let key = self.platform.key().await?;
        self.in_clone(move |clone| clone.fetch(Some(&key)).map(drop)).await
    }

    /// Closes what came of a contribution and removes its branch.
    async fn discard(&self, discard: Discard) -> Result<(), ForgeError> {
        if discard.ask.is_issue() {
            let link = match discard.request {
                Some(link) => Some(link),
                None => self.issue_of(&discard.id, discard.sent).await?,
            };
            let Some(link) = link else { return Ok(()) };
            return match self.platform.close_issue(link.number).await {
                Ok(()) | Err(ApiError::NotFound) => Ok(()),
                Err(error) => Err(error.into()),
            };
        }
        let branch = discard.id.branch();
        if !P::CLOSES_WITH_BRANCH
            && let Some(request) = self.platform.standing(&branch).await?.request
            && request.state == RequestState::Open
        {
            self.platform.close_request(request.link.number).await?;
        }
        match self.platform.remove_branch(&branch).await {
            Ok(()) | Err(ApiError::NotFound) => Ok(()),
            // It is not there, or a rule of the repository keeps it.
            Err(ApiError::Unprocessable(reason)) => {
                if self.platform.standing(&branch).await?.branch.is_none() {
                    Ok(())
                } else {
                    Err(ForgeError::Refused(reason))
                }
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// Reads how these stand where each is asked after by itself.
pub async fn one_by_one<'a, F>(
    asked: &'a [Asked],
    find: impl Fn(&'a Asked) -> F,
) -> Result<Vec<Option<Found>>, ApiError>
where
    F: Future<Output = Result<Option<Found>, ApiError>>,
{
    let mut found = Vec::new();
    for asked in asked {
        found.push(find(asked).await?);
    }
    Ok(found)
}
