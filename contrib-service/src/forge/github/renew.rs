//! A later version of a contribution whose request is open: one more commit on its branch, on top of
//! what lies there by now. What maintainers have changed on it stays.

use serde_json::json;

use super::write::Plan;
use super::{Shared, Writes, documents, told};
use crate::forge::{ForgeError, Proposal};

impl Shared {
    /// Puts the version on its branch, which ends in `head`, and answers the commit it ends in then.
    /// A version that is there already changes nothing.
    pub(super) async fn renew(&self, proposal: &Proposal, head: &str) -> Result<String, ForgeError> {
        let Some(plan) = self.renewal(proposal, head).await? else { return Ok(head.to_owned()) };
        let branch = proposal.id.branch();
        let commit = if self.settings.writes == Writes::Rest || !plan.fits_a_document() {
            let commit = self.commit_by_rest(&proposal.message, &plan).await?;
            // It moves forward, never by force.
            let body = json!({ "sha": commit, "force": false });
            self.client.send("PATCH", &format!("/git/refs/heads/{branch}"), &body).await.map_err(told)?;
            commit
        } else {
            let repository = self.client.repository().to_string();
            let variables = json!({ "commit": plan.commit_input(&repository, &branch, &proposal.message) });
            let answer = self.client.mutate(documents::COMMIT, &variables).await.map_err(told)?;
            let made = answer.pointer("/data/createCommitOnBranch/commit/oid").and_then(|oid| oid.as_str());
            let unclear = || ForgeError::Unavailable { reason: documents::errors(&answer), wait: None };
            made.ok_or_else(unclear)?.to_owned()
        };
        self.confined(proposal).await?;
        Ok(commit)
    }

    /// The commit that brings the version; nothing where the branch holds it.
    async fn renewal(&self, proposal: &Proposal, head: &str) -> Result<Option<Plan>, ForgeError> {
        let (proposal, head) = (proposal.clone(), head.to_owned());
        self.in_clone(move |clone| {
            let repository = clone.repository();
            if clone.tip_of(&proposal.id)?.as_deref() != Some(head.as_str()) {
                // Somebody has put something on it a moment ago.
                let reason = "the branch is not fetched yet".to_owned();
                return Err(ForgeError::Unavailable { reason, wait: None });
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
}
