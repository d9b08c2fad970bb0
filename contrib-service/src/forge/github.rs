//! GitHub: one query says what is there, one document of mutations writes what is missing: branch, commit
//! (only on top of the commit it was computed from), request. Files too large for a document go by way of
//! REST, object by object, to the same end.

pub mod client;
mod documents;
mod write;

use std::fmt;
use std::sync::{Mutex, PoisonError};

use serde_json::{Value, json};

use super::ForgeError;
use super::network::api::{ApiError, numbered};
use super::network::plan::Plan;
use super::network::{Asked, Found, NetworkForge, NewRequest, Platform, Standing};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::SecretText;
use client::Client;

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

/// A repository at GitHub.
pub type GithubForge = NetworkForge<Github>;

/// GitHub's words.
pub struct Github {
    client: Client,
    writes: Writes,
    /// What GraphQL calls the repository. Every write comes after a question that tells it.
    node: Mutex<String>,
}

impl Github {
    /// Speaks to GitHub with this client.
    pub fn new(client: Client, writes: Writes) -> Github {
        Github { client, writes, node: Mutex::default() }
    }

    fn node(&self) -> String {
        self.node.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The repository in an answer. What it is called now is remembered.
    fn repository_in<'a>(&self, answer: &'a Value) -> Result<&'a Value, ApiError> {
        let repository = &answer["data"]["repository"];
        let Some(name) = repository["nameWithOwner"].as_str().and_then(RepositoryName::parse) else {
            return Err(ApiError::Unclear(documents::errors(answer)));
        };
        self.client.is_called(name);
        if let Some(id) = repository["id"].as_str() {
            id.clone_into(&mut self.node.lock().unwrap_or_else(PoisonError::into_inner));
        }
        Ok(repository)
    }

    /// The variables of a document, with the repository.
    fn variables(&self, mut variables: Value) -> Value {
        let name = self.client.repository();
        variables["owner"] = Value::String(name.owner);
        variables["name"] = Value::String(name.name);
        variables
    }
}

impl Platform for Github {
    const NAME: &'static str = "GitHub";
    const CLOSES_WITH_BRANCH: bool = true;
    const MADE_WITH_LABELS: bool = false;

    async fn answers(&self) -> Result<(), ApiError> {
        self.client.get("").await.map(drop)
    }

    async fn key(&self) -> Result<SecretText, ApiError> {
        self.client.key().await
    }

    async fn standing(&self, branch: &str) -> Result<Standing, ForgeError> {
        let variables = self.variables(json!({ "branch": format!("refs/heads/{branch}"), "head": branch }));
        let answer = self.client.query(documents::STANDING, &variables).await?;
        let repository = self.repository_in(&answer)?;
        Ok(Standing {
            branch: repository.pointer("/ref/target/oid").and_then(Value::as_str).map(str::to_owned),
            request: documents::own_request(&repository["pullRequests"]).and_then(documents::request),
        })
    }

    async fn write(&self, new: &NewRequest<'_>) -> Result<RequestLink, ForgeError> {
        if self.by_document(new.plan) {
            self.write_by_document(new).await
        } else {
            self.write_by_rest(new).await
        }
    }

    async fn add_commit(&self, branch: &str, message: &str, plan: &Plan) -> Result<(), ForgeError> {
        if self.by_document(plan) {
            self.add_by_document(branch, message, plan).await
        } else {
            self.add_by_rest(branch, message, plan).await
        }
    }

    async fn open_issue(&self, title: &str, text: &str, _: &[String]) -> Result<RequestLink, ForgeError> {
        let body = json!({ "title": title, "body": text });
        let made = self.client.send("POST", "/issues", &body).await?;
        Ok(numbered(documents::link(&made))?)
    }

    async fn issue_with(&self, mark: &str, since: Moment) -> Result<Option<RequestLink>, ForgeError> {
        let since = jiff::Timestamp::from_second(since).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let variables = self.variables(json!({ "since": since.to_string() }));
        let answer = self.client.query(documents::ISSUES, &variables).await?;
        let issues = self.repository_in(&answer)?["issues"]["nodes"].as_array().into_iter().flatten();
        let mut ours = issues.filter(|issue| {
            issue["viewerDidAuthor"] == true
                && issue["body"].as_str().is_some_and(|body| body.ends_with(mark))
        });
        Ok(ours.next().and_then(documents::link))
    }

    /// A request is an issue there, with the same number.
    async fn add_labels(&self, number: u64, _: bool, labels: &[String]) -> Result<(), ApiError> {
        let body = json!({ "labels": labels });
        self.client.send("POST", &format!("/issues/{number}/labels"), &body).await.map(drop)
    }

    async fn find(&self, asked: &[Asked], remarks: u32) -> Result<Vec<Option<Found>>, ApiError> {
        let (document, variables) = documents::outcomes(asked, remarks);
        let answer = self.client.query(&document, &self.variables(variables)).await?;
        let repository = self.repository_in(&answer)?;
        let found = asked
            .iter()
            .enumerate()
            .map(|(at, asked)| documents::found(asked, &repository[format!("p{at}")]));
        Ok(found.collect())
    }

    async fn may_write(&self, account: &str) -> Result<bool, ApiError> {
        // Programs are no people with a say.
        if account.is_empty() || !account.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Ok(false);
        }
        let answer = self.client.get(&format!("/collaborators/{account}/permission")).await?;
        Ok(matches!(answer["permission"].as_str(), Some("admin" | "write")))
    }

    async fn close_issue(&self, number: u64) -> Result<(), ApiError> {
        let closed = json!({ "state": "closed", "state_reason": "not_planned" });
        self.client.send("PATCH", &format!("/issues/{number}"), &closed).await.map(drop)
    }

    async fn close_request(&self, number: u64) -> Result<(), ApiError> {
        let closed = json!({ "state": "closed" });
        self.client.send("PATCH", &format!("/pulls/{number}"), &closed).await.map(drop)
    }

    async fn remove_branch(&self, branch: &str) -> Result<(), ApiError> {
        self.client.send("DELETE", &format!("/git/refs/heads/{branch}"), &Value::Null).await.map(drop)
    }
}
