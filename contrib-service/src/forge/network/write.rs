//! Writes to a forge: branch, commit, request; issues. Each begins with a look at what is there, does
//! only what is missing, and may be cut off anywhere.

use super::plan::{Plan, Steps};
use super::{NewRequest, Platform, RequestState, Shared};
use crate::forge::{ForgeError, Proposal, Proposed};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::ContributionId;

impl<P: Platform> Shared<P> {
    pub(super) async fn propose(&self, proposal: Proposal) -> Result<Proposed, ForgeError> {
        if let Some(objection) = proposal.ask.objection(&proposal.id, &proposal.files) {
            return Err(ForgeError::Refused(objection));
        }
        let branch = proposal.id.branch();
        let standing = self.platform.standing(&branch).await?;
        self.fetch().await?;
        if let Some(request) = &standing.request {
            // Whatever became of it since: it is proposed, and once is enough.
            self.confined(&proposal).await?;
            let head = if proposal.version > 1 && request.state == RequestState::Open {
                self.renew(&proposal, &request.head).await?
            } else {
                request.head.clone()
            };
            return Ok(Proposed { commit: Some(head), request: Some(request.link.clone()) });
        }
        let Some((steps, plan)) = self.plan(&proposal, standing.branch).await? else {
            return Err(ForgeError::Refused(format!("the branch {branch} exists and holds something else")));
        };
        let link = self
            .platform
            .write(&NewRequest {
                branch: &branch,
                main: self.clone.branch(),
                message: &proposal.message,
                title: title_of(&proposal.message),
                text: &proposal.text,
                labels: &self.settings.labels,
                steps,
                plan: &plan,
            })
            .await?;
        let commit = match self.verified(&proposal).await {
            Err(ForgeError::Refused(reason)) => {
                // What is public there is not what was sent: nobody should merge it.
                if let Err(error) = self.platform.close_request(link.number).await {
                    tracing::error!(number = link.number, ?error, "a wrong request cannot be closed");
                }
                return Err(ForgeError::Refused(reason));
            }
            verified => verified?,
        };
        self.label_new(link.number, false).await;
        Ok(Proposed { commit: Some(commit), request: Some(link) })
    }

    /// What has to be done on top of what is there; nothing where the branch is not ours.
    async fn plan(
        &self,
        proposal: &Proposal,
        branch: Option<String>,
    ) -> Result<Option<(Steps, Plan)>, ForgeError> {
        let proposal = proposal.clone();
        self.in_clone(move |clone| {
            let repository = clone.repository();
            let main = repository.tip(&repository.main)?;
            let (base, steps) = match branch {
                None => (main, Steps { branch: true, commit: true }),
                Some(tip) => {
                    let is_here = repository.git.object(&format!("{tip}^{{commit}}"))?.is_some();
                    if !is_here {
                        // Made a moment ago; the next fetch has it.
                        let reason = "the branch is not fetched yet".to_owned();
                        return Err(ForgeError::Unavailable { reason, wait: None });
                    }
                    if repository.is_ancestor(&tip, &main)? {
                        // The branch was made and nothing was put on it.
                        (tip, Steps { branch: false, commit: true })
                    } else if repository.began_with(&tip, &main, &proposal)? {
                        (tip, Steps { branch: false, commit: false })
                    } else {
                        return Ok(None);
                    }
                }
            };
            let folder = repository.folder(proposal.kind, &proposal.slug);
            let before = repository.blobs_below(&base, &folder)?;
            if !steps.commit {
                let tree = repository.git.object(&format!("{base}^{{tree}}"))?.unwrap_or_default();
                return Ok(Some((steps, Plan::between(repository, base, &before, &before, tree)?)));
            }
            let tree = repository.proposed_tree(&base, &proposal)?;
            let after = repository.blobs_below(&tree, &folder)?;
            Ok(Some((steps, Plan::between(repository, base, &before, &after, tree)?)))
        })
        .await
    }

    /// Fetches the branch and proves that it began with what was computed, and so touches nothing but
    /// its entry. Answers its commit.
    async fn verified(&self, proposal: &Proposal) -> Result<String, ForgeError> {
        self.fetch().await?;
        let proposal = proposal.clone();
        self.in_clone(move |clone| {
            let repository = clone.repository();
            let Some(tip) = clone.tip_of(&proposal.id)? else {
                let reason = "the branch is not to be fetched yet".to_owned();
                return Err(ForgeError::Unavailable { reason, wait: None });
            };
            if !repository.began_with(&tip, &repository.tip(&repository.main)?, &proposal)? {
                return Err(ForgeError::Refused(format!(
                    "the branch {} holds something else than what was sent",
                    proposal.id.branch()
                )));
            }
            Ok(tip)
        })
        .await
    }

    /// Proves of a branch that people may have worked on since that it touches nothing but its entry.
    pub(super) async fn confined(&self, proposal: &Proposal) -> Result<(), ForgeError> {
        let proposal = proposal.clone();
        self.in_clone(move |clone| {
            let repository = clone.repository();
            let Some(tip) = clone.tip_of(&proposal.id)? else { return Ok(()) };
            let base = repository.merge_base(&repository.tip(&repository.main)?, &tip)?;
            repository.verify_only_below(&base, &tip, &repository.folder(proposal.kind, &proposal.slug))
        })
        .await
    }

    pub(super) async fn open_issue(&self, proposal: Proposal) -> Result<Proposed, ForgeError> {
        if let Some(objection) = proposal.ask.objection(&proposal.id, &proposal.files) {
            return Err(ForgeError::Refused(objection));
        }
        let proposed = |link| Proposed { commit: None, request: Some(link) };
        if let Some(link) = self.issue_of(&proposal.id, proposal.sent).await? {
            return Ok(proposed(link));
        }
        let text = format!("{}\n\n{}", proposal.text, mark_of(&proposal.id));
        let title = title_of(&proposal.message);
        let link = self.platform.open_issue(title, text.trim_start(), &self.settings.labels).await?;
        self.label_new(link.number, true).await;
        Ok(proposed(link))
    }

    /// The issue that was opened for a contribution, by the mark in its text.
    pub(super) async fn issue_of(
        &self,
        id: &ContributionId,
        sent: Moment,
    ) -> Result<Option<RequestLink>, ForgeError> {
        // An hour before: the clocks of two machines.
        self.platform.issue_with(&mark_of(id), sent - 3600).await
    }

    /// Labels what was just made, where it was not made with them.
    async fn label_new(&self, number: u64, is_issue: bool) {
        if !P::MADE_WITH_LABELS {
            self.label(number, is_issue, &self.settings.labels).await;
        }
    }

    /// Labels are a help for people. Without them everything goes on.
    pub(super) async fn label(&self, number: u64, is_issue: bool, labels: &[String]) {
        if labels.is_empty() {
            return;
        }
        if let Err(error) = self.platform.add_labels(number, is_issue, labels).await {
            tracing::info!(number, ?error, "no labels");
        }
    }
}

/// The last line of an issue, which says whose it is.
fn mark_of(id: &ContributionId) -> String {
    format!("Reported with the contribution form as {id}.")
}

/// The first line of a message.
fn title_of(message: &str) -> &str {
    message.lines().next().unwrap_or_default()
}
