//! A later version of a contribution whose request is open: one more commit on its branch, on top of
//! what lies there by now. What maintainers have changed on it stays.

use super::plan::Plan;
use super::{Platform, Shared};
use crate::forge::{ForgeError, Proposal};

impl<P: Platform> Shared<P> {
    /// Puts the version on its branch, which ends in `head`, and answers the commit that brings it.
    /// A version that is there already changes nothing.
    pub(super) async fn renew(&self, proposal: &Proposal, head: &str) -> Result<String, ForgeError> {
        let Some(plan) = self.renewal(proposal, head).await? else { return Ok(head.to_owned()) };
        self.platform.add_commit(&proposal.id.branch(), &proposal.message, &plan).await?;
        self.fetch().await?;
        self.confined(proposal).await?;
        self.renewed(proposal, plan).await
    }

    /// The commit that brings the version; nothing where the branch holds it.
    async fn renewal(&self, proposal: &Proposal, head: &str) -> Result<Option<Plan>, ForgeError> {
        let (proposal, head) = (proposal.clone(), head.to_owned());
        self.in_clone(move |clone| {
            let repository = clone.repository();
            if clone.tip_of(&proposal.id)?.as_deref() != Some(head.as_str()) {
                // Somebody has put something on it a moment ago.
                return Err(not_fetched());
            }
            let main = repository.tip(&repository.main)?;
            let tree = repository.renewed_tree(&head, &main, &proposal)?;
            let folder = repository.folder(proposal.kind, &proposal.slug);
            let before = repository.blobs_below(&head, &folder)?;
            let after = repository.blobs_below(&tree, &folder)?;
            if before == after {
                return Ok(None);
            }
            Ok(Some(Plan::between(repository, head, &before, &after, tree)?))
        })
        .await
    }

    /// Compares the commit after the plan's base with what was computed, and answers it: what somebody
    /// puts on top of it is theirs. Where they came in between, the next try looks what is left to do.
    async fn renewed(&self, proposal: &Proposal, plan: Plan) -> Result<String, ForgeError> {
        let id = proposal.id.clone();
        self.in_clone(move |clone| {
            let git = &clone.repository().git;
            let tip = clone.tip_of(&id)?.ok_or_else(not_fetched)?;
            let range = format!("{}..{tip}", plan.base);
            let commits = git.text(&["rev-list", "--first-parent", "--reverse", &range])?;
            let first = commits.lines().next().ok_or_else(not_fetched)?;
            if git.object(&format!("{first}^{{tree}}"))?.as_deref() == Some(plan.tree.as_str()) {
                return Ok(first.to_owned());
            }
            let reason = "somebody has changed the branch in the same moment".to_owned();
            Err(ForgeError::Unavailable { reason, wait: None })
        })
        .await
    }
}

/// The forge has it, and the clone not yet.
fn not_fetched() -> ForgeError {
    ForgeError::Unavailable { reason: "the branch is not fetched yet".to_owned(), wait: None }
}
