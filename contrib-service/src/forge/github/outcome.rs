//! What became of proposals, read from GitHub in one query for many. That something is published is
//! seen in the content of the main branch, which is fetched; GitHub's word alone is not enough, and a
//! squashed or rebased merge counts all the same. Words are passed on only of people who may write to
//! the repository: on a public forge anybody can comment.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use serde_json::Value;

use super::documents::{self, Asked, Remark, Request, Verdict};
use super::{ApiError, Shared, told};
use crate::forge::{Fate, ForgeError, Outcome, Proposal};
use crate::queue::job::Moment;

/// How long it is believed that somebody may write, in seconds.
const RIGHTS_HOLD: Moment = 60 * 60;

/// What the clone says of a proposal.
struct InClone {
    on_main: bool,
    has_branch: bool,
}

impl Shared {
    pub(super) async fn outcomes(
        &self,
        proposals: Vec<Proposal>,
    ) -> Result<Vec<Result<Outcome, ForgeError>>, ForgeError> {
        self.fetch().await?;
        if proposals.is_empty() {
            return Ok(Vec::new());
        }
        let branches: Vec<String> = proposals.iter().map(|proposal| proposal.id.branch()).collect();
        let asked = proposals.iter().zip(&branches).map(|(proposal, branch)| match &proposal.request {
            Some(link) if proposal.ask.is_issue() => Asked::Issue(link.number),
            _ => Asked::Branch(branch),
        });
        let (document, variables) = documents::outcomes(asked);
        let answer = self.client.query(&document, &self.variables(variables)).await.map_err(told)?;
        let repository = self.repository_in(&answer)?;
        let mut outcomes = Vec::new();
        for (at, proposal) in proposals.into_iter().enumerate() {
            let found = &repository[format!("p{at}")];
            outcomes.push(if proposal.ask.is_issue() {
                self.outcome_of_issue(found).await
            } else {
                self.outcome_of_request(proposal, found).await
            });
        }
        Ok(outcomes)
    }

    async fn outcome_of_request(&self, proposal: Proposal, found: &Value) -> Result<Outcome, ForgeError> {
        let was_proposed = proposal.request.is_some();
        let own = documents::own_request(found);
        let merge_commit = own.and_then(|own| own.pointer("/mergeCommit/oid")).and_then(Value::as_str);
        let merge_commit = merge_commit.map(str::to_owned);
        let clone = self
            .in_clone(move |clone| {
                let repository = clone.repository();
                let branch = clone.tip_of(&proposal.id)?;
                let mut on_main = repository.has_on_main(&proposal, branch.as_deref())?;
                if let Some(merged) = merge_commit.filter(|_| !on_main)
                    && repository.git.object(&format!("{merged}^{{commit}}"))?.is_some()
                {
                    on_main = repository.is_ancestor(&merged, &repository.tip(&repository.main)?)?;
                }
                Ok(InClone { on_main, has_branch: branch.is_some() })
            })
            .await?;
        let remarks = match own {
            Some(own) => self.by_maintainers(documents::remarks(own)).await?,
            None => Vec::new(),
        };
        let asks = own.is_some_and(|own| self.asks_for_something(own, &remarks));
        let fate = match own.and_then(Request::read).map(|request| request.state) {
            _ if clone.on_main => Fate::Published,
            Some(state) if state == "CLOSED" => Fate::Declined,
            // Merged, and the main branch that was fetched does not have it yet.
            Some(state) if state == "MERGED" => Fate::Open,
            Some(_) if asks => Fate::ChangesRequested,
            Some(_) => Fate::Open,
            None if clone.has_branch || was_proposed => Fate::Open,
            None => Fate::Gone,
        };
        Ok(Outcome { fate, replies: replies(remarks) })
    }

    async fn outcome_of_issue(&self, found: &Value) -> Result<Outcome, ForgeError> {
        if found.is_null() {
            // Transferred, deleted, or not seen yet: a person looks.
            return Ok(Fate::Open.into());
        }
        let remarks = self.by_maintainers(documents::remarks(found)).await?;
        let fate = match (found["state"].as_str(), found["stateReason"].as_str()) {
            (Some("CLOSED"), Some("COMPLETED") | None) => Fate::Published,
            (Some("CLOSED"), _) => Fate::Declined,
            _ if self.asks_for_something(found, &remarks) => Fate::ChangesRequested,
            _ => Fate::Open,
        };
        Ok(Outcome { fate, replies: replies(remarks) })
    }

    /// Whether the last review of some maintainer asks for changes, or the label does.
    fn asks_for_something(&self, value: &Value, remarks: &[Remark]) -> bool {
        let mut last: BTreeMap<&str, Verdict> = BTreeMap::new();
        for remark in remarks {
            if let Some(verdict) = remark.verdict {
                last.insert(&remark.author, verdict);
            }
        }
        last.values().any(|verdict| *verdict == Verdict::ChangesRequested)
            || documents::labels(value).any(|label| label == self.settings.asks_label)
    }

    async fn by_maintainers(&self, remarks: Vec<Remark>) -> Result<Vec<Remark>, ForgeError> {
        let mut kept = Vec::new();
        for remark in remarks {
            if self.may_write(&remark.author).await? {
                kept.push(remark);
            }
        }
        Ok(kept)
    }

    async fn may_write(&self, login: &str) -> Result<bool, ForgeError> {
        let now = self.clock.now();
        let known = {
            let rights = self.rights.lock().unwrap_or_else(PoisonError::into_inner);
            rights.get(login).filter(|(_, asked)| now - asked < RIGHTS_HOLD).map(|(may, _)| *may)
        };
        if let Some(may) = known {
            return Ok(may);
        }
        let is_login =
            !login.is_empty() && login.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        // Programs are no people with a say.
        let may = is_login
            && match self.client.get(&format!("/collaborators/{login}/permission")).await {
                Ok(answer) => matches!(answer["permission"].as_str(), Some("admin" | "write")),
                Err(ApiError::NotFound) => false,
                Err(error) => return Err(told(error)),
            };
        self.rights.lock().unwrap_or_else(PoisonError::into_inner).insert(login.to_owned(), (may, now));
        Ok(may)
    }
}

/// What maintainers wrote. A review without words says what it says by its verdict.
fn replies(remarks: Vec<Remark>) -> Vec<crate::forge::Reply> {
    remarks.into_iter().map(|remark| remark.reply).filter(|reply| !reply.text.trim().is_empty()).collect()
}
