//! GitHub: a contribution becomes a branch with one commit and a pull request, a report an issue.
//!
//! Everything is computed in the service's own clone first, and proven there to stay within the
//! folder of its entry; GitHub is then asked for exactly that. One query says what is there already,
//! one document of mutations writes what is missing: branch, commit (only on top of the commit it was
//! computed from), request. A crash, a time-out or a half-done document in between is no matter: the
//! next try looks first. Files too large for a document go by way of REST, object by object, to the
//! same end. What is on the branch afterwards is fetched and compared with what was computed.

pub mod client;
mod documents;
mod outcome;
pub mod pace;
mod renew;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex};

use generator::model::{Kind, Slug};
use serde_json::{Value, json};

use super::clone::OwnClone;
use super::{Discard, Forge, ForgeError, ForgeFuture, OnBranch, Outcome, Proposal, Proposed};
use crate::clock::Clock;
use crate::queue::job::Moment;
use crate::secret::{ContributionId, SecretText};
use client::{ApiError, Client};
use documents::Request;

/// Owner and name of a repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepositoryName {
    /// An account or an organisation.
    pub owner: String,
    /// The name.
    pub name: String,
}

impl RepositoryName {
    /// Reads `owner/name`.
    pub fn parse(text: &str) -> Option<RepositoryName> {
        let (owner, name) = text.split_once('/')?;
        let is_name = |text: &str| {
            !text.is_empty()
                && text.len() <= 100
                && !text.starts_with('.')
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        };
        (is_name(owner) && is_name(name))
            .then(|| RepositoryName { owner: owner.to_owned(), name: name.to_owned() })
    }
}

impl fmt::Display for RepositoryName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.owner, self.name)
    }
}

/// In whose name GitHub is spoken to.
#[derive(Debug, Clone)]
pub enum Credentials {
    /// A fine-grained token.
    Token(SecretText),
    /// A GitHub App and its private key.
    App {
        /// The number of the App.
        id: u64,
        /// The key, in PEM.
        key: SecretText,
    },
}

/// How commits and requests are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writes {
    /// One document of GraphQL; REST where the files are too large for it.
    Graphql,
    /// REST, one object after another.
    Rest,
}

/// What is set by hand.
#[derive(Debug, Clone)]
pub struct GithubSettings {
    /// How commits and requests are written.
    pub writes: Writes,
    /// Labels that every request and issue gets, by a request of its own that may fail.
    pub labels: Vec<String>,
    /// The label with which maintainers ask the writer for something.
    pub asks_label: String,
}

/// A repository at GitHub.
#[derive(Clone)]
pub struct GithubForge {
    shared: Arc<Shared>,
}

struct Shared {
    client: Client,
    clone: OwnClone,
    settings: GithubSettings,
    clock: Clock,
    /// Who may write, asked an hour at most ago.
    rights: Mutex<BTreeMap<String, (bool, Moment)>>,
}

impl GithubForge {
    /// A forge of this clone and this client.
    pub fn new(client: Client, clone: OwnClone, settings: GithubSettings, clock: Clock) -> GithubForge {
        GithubForge { shared: Arc::new(Shared { client, clone, settings, clock, rights: Mutex::default() }) }
    }

    /// The clone that content is read from.
    pub fn own_clone(&self) -> &OwnClone {
        &self.shared.clone
    }
}

impl Forge for GithubForge {
    /// Whoever may read the repository sees a pull request, and nobody can take it back.
    fn is_public(&self) -> bool {
        true
    }

    fn answers(&self) -> ForgeFuture<'_, ()> {
        Box::pin(async move { self.shared.client.key().await.map(drop).map_err(told) })
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

    fn merge(&self, _: Proposal, _: String, _: Moment) -> ForgeFuture<'_, String> {
        Box::pin(async { Err(ForgeError::Refused("it is merged on GitHub, by its pull request".to_owned())) })
    }

    fn discard(&self, discard: Discard) -> ForgeFuture<'_, ()> {
        Box::pin(self.shared.discard(discard))
    }
}

/// What is at GitHub of a proposal.
struct Standing {
    /// What GraphQL calls the repository.
    repository: String,
    /// The commit of the branch.
    branch: Option<String>,
    /// The request.
    request: Option<Request>,
}

impl Shared {
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
        let key = self.client.key().await.map_err(told)?;
        self.in_clone(move |clone| clone.fetch(Some(&key)).map(drop)).await
    }

    /// Reads what is there of a proposal.
    async fn standing(&self, id: &ContributionId) -> Result<Standing, ForgeError> {
        let head = id.branch();
        let variables = self.variables(json!({ "branch": format!("refs/heads/{head}"), "head": head }));
        let answer = self.client.query(documents::STANDING, &variables).await.map_err(told)?;
        let repository = self.repository_in(&answer)?;
        Ok(Standing {
            repository: repository["id"].as_str().unwrap_or_default().to_owned(),
            branch: repository.pointer("/ref/target/oid").and_then(Value::as_str).map(str::to_owned),
            request: documents::own_request(&repository["pullRequests"]).and_then(Request::read),
        })
    }

    /// The repository in an answer. What it is called now is remembered.
    fn repository_in<'a>(&self, answer: &'a Value) -> Result<&'a Value, ForgeError> {
        let repository = &answer["data"]["repository"];
        let name = repository["nameWithOwner"].as_str().and_then(RepositoryName::parse);
        match name {
            Some(name) => {
                self.client.is_called(name);
                Ok(repository)
            }
            None => Err(ForgeError::Unavailable { reason: documents::errors(answer), wait: None }),
        }
    }

    /// The variables of a document, with the repository.
    fn variables(&self, mut variables: Value) -> Value {
        let name = self.client.repository();
        variables["owner"] = Value::String(name.owner);
        variables["name"] = Value::String(name.name);
        variables
    }

    /// Closes what came of a contribution and removes its branch; a request closes with its branch.
    async fn discard(&self, discard: Discard) -> Result<(), ForgeError> {
        if discard.ask.is_issue() {
            let link = match discard.request {
                Some(link) => Some(link),
                None => self.issue_of(&discard.id, discard.sent).await?,
            };
            let Some(link) = link else { return Ok(()) };
            let closed = json!({ "state": "closed", "state_reason": "not_planned" });
            return match self.client.send("PATCH", &format!("/issues/{}", link.number), &closed).await {
                Ok(_) | Err(ApiError::NotFound) => Ok(()),
                Err(error) => Err(told(error)),
            };
        }
        let path = format!("/git/refs/heads/{}", discard.id.branch());
        match self.client.send("DELETE", &path, &Value::Null).await {
            Ok(_) | Err(ApiError::NotFound) => Ok(()),
            // "Reference does not exist", or a rule of the repository keeps it.
            Err(ApiError::Unprocessable(reason)) => {
                if self.standing(&discard.id).await?.branch.is_none() {
                    Ok(())
                } else {
                    Err(ForgeError::Refused(reason))
                }
            }
            Err(error) => Err(told(error)),
        }
    }
}

/// What the worker is told. Whether a write that is unclear was done, the next look-up says.
fn told(error: ApiError) -> ForgeError {
    let unavailable = |reason: String, wait| ForgeError::Unavailable { reason, wait };
    match error {
        ApiError::Limited { wait } => unavailable("GitHub asks for a pause".to_owned(), Some(wait)),
        ApiError::Key(reason) => unavailable(format!("GitHub does not take the key: {reason}"), None),
        ApiError::Forbidden(reason) => ForgeError::Refused(format!("GitHub does not allow it: {reason}")),
        ApiError::NotFound => unavailable("GitHub does not find it".to_owned(), None),
        ApiError::Moved => unavailable("the repository has another address".to_owned(), None),
        ApiError::Unprocessable(reason) => unavailable(format!("GitHub cannot do it: {reason}"), None),
        ApiError::Unclear(reason) => unavailable(format!("GitHub gives no clear answer: {reason}"), None),
    }
}
