//! What became of proposals. That something is published is seen in the content of the main branch, which
//! is fetched; the forge's word alone is not enough, and a squashed or rebased merge counts all the same.
//! Words are passed on only of people who may write to the repository: on a public forge anybody can
//! comment.

use std::collections::BTreeMap;
use std::sync::PoisonError;

use super::{ApiError, Platform, RequestState, Shared};
use crate::forge::{Fate, ForgeError, Outcome, Proposal, Reply};
use crate::queue::job::Moment;

/// How long it is believed that somebody may write, in seconds.
const RIGHTS_HOLD: Moment = 60 * 60;

/// How many comments, and how many reviews, of a request are read, the newest ones.
const REMARKS: u32 = 50;

/// What is asked after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The request of a branch of ours.
    Branch {
        /// The branch.
        name: String,
        /// The number that the request had, where it is known.
        request: Option<u64>,
    },
    /// An issue.
    Issue(u64),
}

/// A request or an issue, as the forge has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands.
    pub state: RequestState,
    /// The commit on the main branch that came of a request.
    pub merge_commit: Option<String>,
    /// The labels.
    pub labels: Vec<String>,
    /// Comments and reviews, oldest first; not what the service wrote itself, and not what somebody has
    /// hidden.
    pub remarks: Vec<Remark>,
}

/// What somebody else wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Who, as [`Platform::may_write`] is asked after them.
    pub author: String,
    /// What and when.
    pub reply: Reply,
    /// Of a review: what it says.
    pub verdict: Option<Verdict>,
}

/// What a review says of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Something has to be changed.
    ChangesRequested,
    /// It is well, or the last word no longer holds.
    Settled,
}

/// Remarks in the order in which they were made.
pub fn newest_last(mut remarks: Vec<Remark>) -> Vec<Remark> {
    remarks.sort_by(|a, b| (a.reply.at, &a.reply.id).cmp(&(b.reply.at, &b.reply.id)));
    remarks
}

/// A time as forges write it.
pub fn moment(text: &str) -> Option<Moment> {
    Some(text.parse::<jiff::Timestamp>().ok()?.as_second())
}

/// What the clone says of a proposal.
struct InClone {
    on_main: bool,
    has_branch: bool,
}

impl<P: Platform> Shared<P> {
    pub(super) async fn outcomes(
        &self,
        proposals: Vec<Proposal>,
    ) -> Result<Vec<Result<Outcome, ForgeError>>, ForgeError> {
        self.fetch().await?;
        if proposals.is_empty() {
            return Ok(Vec::new());
        }
        let asked = |proposal: &Proposal| match &proposal.request {
            Some(link) if proposal.ask.is_issue() => Asked::Issue(link.number),
            link => {
                Asked::Branch { name: proposal.id.branch(), request: link.as_ref().map(|link| link.number) }
            }
        };
        let asked: Vec<Asked> = proposals.iter().map(asked).collect();
        let found = self.find(&asked).await?;
        let mut outcomes = Vec::new();
        for (proposal, found) in proposals.into_iter().zip(found) {
            let is_issue = proposal.ask.is_issue();
            let number = proposal.request.as_ref().map(|link| link.number);
            let labels = found.as_ref().map(|found| found.labels.clone()).unwrap_or_default();
            let outcome = if is_issue {
                self.outcome_of_issue(found).await
            } else {
                self.outcome_of_request(proposal, found).await
            };
            if let (Ok(outcome), Some(number)) = (&outcome, number) {
                self.label_ended(number, is_issue, outcome.fate, &labels).await;
            }
            outcomes.push(outcome);
        }
        Ok(outcomes)
    }

    /// Says at the forge too how it ended. An ended contribution is asked after once, so this is tried once.
    async fn label_ended(&self, number: u64, is_issue: bool, fate: Fate, labels: &[String]) {
        let label = match fate {
            Fate::Published => &self.settings.accepted_label,
            Fate::Declined => &self.settings.declined_label,
            Fate::Open | Fate::ChangesRequested | Fate::Gone => &None,
        };
        if let Some(label) = label.as_ref().filter(|label| !labels.contains(label)) {
            self.label(number, is_issue, std::slice::from_ref(label)).await;
        }
    }

    /// Reads how these stand. Where the remarks together are more than is read, half of them are asked
    /// after, and for a single one only the newest remarks: what somebody has written below one request
    /// keeps nobody from hearing of another.
    async fn find(&self, asked: &[Asked]) -> Result<Vec<Option<Found>>, ApiError> {
        let (mut found, mut left) = (Vec::new(), vec![asked]);
        while let Some(some) = left.pop() {
            match self.platform.find(some, REMARKS).await {
                Err(ApiError::TooLong) if some.len() > 1 => {
                    let (first, second) = some.split_at(some.len() / 2);
                    left.extend([second, first]);
                }
                Err(ApiError::TooLong) => {
                    tracing::warn!(?some, "only its newest remark is read, because they are too long");
                    found.append(&mut self.platform.find(some, 1).await?);
                }
                answer => found.append(&mut answer?),
            }
        }
        Ok(found)
    }

    async fn outcome_of_request(
        &self,
        proposal: Proposal,
        found: Option<Found>,
    ) -> Result<Outcome, ForgeError> {
        let was_proposed = proposal.request.is_some();
        let merge_commit = found.as_ref().and_then(|found| found.merge_commit.clone());
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
        let Some(found) = found else {
            return Ok(match clone {
                InClone { on_main: true, .. } => Fate::Published,
                InClone { has_branch, .. } if has_branch || was_proposed => Fate::Open,
                InClone { .. } => Fate::Gone,
            }
            .into());
        };
        let remarks = self.by_maintainers(found.remarks).await?;
        let asks = self.what_asks(&found.labels, &remarks);
        let fate = match found.state {
            _ if clone.on_main => Fate::Published,
            RequestState::Declined => Fate::Declined,
            // Merged, and the main branch that was fetched does not have it yet.
            RequestState::Done => Fate::Open,
            RequestState::Open if asks.is_some() => Fate::ChangesRequested,
            RequestState::Open => Fate::Open,
        };
        Ok(Outcome { fate, asks, replies: replies(remarks) })
    }

    async fn outcome_of_issue(&self, found: Option<Found>) -> Result<Outcome, ForgeError> {
        // Transferred, deleted, or not seen yet: a person looks.
        let Some(found) = found else { return Ok(Fate::Open.into()) };
        let remarks = self.by_maintainers(found.remarks).await?;
        let asks = self.what_asks(&found.labels, &remarks);
        let fate = match found.state {
            RequestState::Done => Fate::Published,
            RequestState::Declined => Fate::Declined,
            RequestState::Open if asks.is_some() => Fate::ChangesRequested,
            RequestState::Open => Fate::Open,
        };
        Ok(Outcome { fate, asks, replies: replies(remarks) })
    }

    /// The reviews that ask for changes, each the last one of some maintainer, and the label that does.
    fn what_asks(&self, labels: &[String], remarks: &[Remark]) -> Option<String> {
        let mut last: BTreeMap<&str, (Verdict, &str)> = BTreeMap::new();
        for remark in remarks {
            if let Some(verdict) = remark.verdict {
                last.insert(&remark.author, (verdict, &remark.reply.id));
            }
        }
        let asking = last.into_values().filter(|(verdict, _)| *verdict == Verdict::ChangesRequested);
        let mut asks: Vec<&str> = asking.map(|(_, id)| id).collect();
        if labels.contains(&self.settings.asks_label) {
            asks.push("label");
        }
        (!asks.is_empty()).then(|| asks.join(" "))
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

    async fn may_write(&self, account: &str) -> Result<bool, ForgeError> {
        let now = self.clock.now();
        let known = {
            let rights = self.rights.lock().unwrap_or_else(PoisonError::into_inner);
            rights.get(account).filter(|(_, asked)| now - asked < RIGHTS_HOLD).map(|(may, _)| *may)
        };
        if let Some(may) = known {
            return Ok(may);
        }
        let may = match self.platform.may_write(account).await {
            Ok(may) => may,
            Err(ApiError::NotFound) => false,
            Err(error) => return Err(error.into()),
        };
        self.rights.lock().unwrap_or_else(PoisonError::into_inner).insert(account.to_owned(), (may, now));
        Ok(may)
    }
}

/// What maintainers wrote. A review without words says what it says by its verdict.
fn replies(remarks: Vec<Remark>) -> Vec<Reply> {
    remarks.into_iter().map(|remark| remark.reply).filter(|reply| !reply.text.trim().is_empty()).collect()
}
