//! Writes to GitHub: branch, commit, request; issues. Each begins with a look at what is there, does
//! only what is missing, and may be cut off anywhere.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::documents::{self, Steps};
use super::{Shared, Standing, Writes, told};
use crate::forge::repository::Blobs;
use crate::forge::{ForgeError, Proposal, Proposed};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::ContributionId;

/// The most bytes of files that go into one document.
const MAX_IN_DOCUMENT: usize = 2_000_000;

/// What was computed in the clone.
struct Plan {
    /// The commit the branch begins at, or ends in now.
    base: String,
    /// The files on top of it.
    blobs: Blobs,
    /// Their content, in the same order.
    contents: Vec<Vec<u8>>,
    /// The tree of the commit.
    tree: String,
}

impl Shared {
    pub(super) async fn propose(&self, proposal: Proposal) -> Result<Proposed, ForgeError> {
        if let Some(objection) = proposal.ask.objection(&proposal.id, &proposal.files) {
            return Err(ForgeError::Refused(objection));
        }
        let standing = self.standing(&proposal.id).await?;
        self.fetch().await?;
        if let Some(request) = &standing.request {
            // Whatever became of it since: it is proposed, and once is enough.
            self.confined(&proposal).await?;
            return Ok(Proposed { commit: Some(request.head.clone()), request: Some(request.link.clone()) });
        }
        let Some((steps, plan)) = self.plan(&proposal, standing.branch.clone()).await? else {
            let reason = format!("the branch {} exists and holds something else", proposal.id.branch());
            return Err(ForgeError::Refused(reason));
        };
        let size: usize = plan.contents.iter().map(Vec::len).sum();
        let link = if self.settings.writes == Writes::Rest || size > MAX_IN_DOCUMENT {
            self.write_by_rest(&proposal, steps, &plan).await?
        } else {
            self.write_by_document(&proposal, &standing, steps, &plan).await?
        };
        let commit = self.verified(&proposal).await?;
        self.label(link.number).await;
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
            if !steps.commit {
                let plan = Plan { base, blobs: Vec::new(), contents: Vec::new(), tree: String::new() };
                return Ok(Some((steps, plan)));
            }
            let tree = repository.proposed_tree(&base, &proposal)?;
            let folder = repository.folder(proposal.kind, &proposal.slug);
            let before = repository.blobs_below(&base, &folder)?;
            let settled = repository.settle(&base, &proposal)?;
            let blobs: Blobs = settled.into_iter().filter(|blob| !before.contains(blob)).collect();
            let contents: Result<Vec<_>, _> = blobs.iter().map(|(_, blob)| repository.blob(blob)).collect();
            Ok(Some((steps, Plan { base, contents: contents?, blobs, tree })))
        })
        .await
    }

    /// One document with all that is missing.
    async fn write_by_document(
        &self,
        proposal: &Proposal,
        standing: &Standing,
        steps: Steps,
        plan: &Plan,
    ) -> Result<RequestLink, ForgeError> {
        let (headline, body) = split_message(&proposal.message);
        let head = proposal.id.branch();
        let mut variables = json!({ "request": {
            "repositoryId": standing.repository,
            "baseRefName": self.clone.branch(),
            "headRefName": head,
            "title": headline,
            "body": proposal.text,
        } });
        if steps.branch {
            variables["ref"] = json!({
                "repositoryId": standing.repository,
                "name": format!("refs/heads/{head}"),
                "oid": plan.base,
            });
        }
        if steps.commit {
            let files = plan.blobs.iter().zip(&plan.contents);
            let additions: Vec<Value> = files
                .map(|((path, _), bytes)| json!({ "path": path, "contents": BASE64_STANDARD.encode(bytes) }))
                .collect();
            variables["commit"] = json!({
                "branch": {
                    "repositoryNameWithOwner": self.client.repository().to_string(),
                    "branchName": head,
                },
                "expectedHeadOid": plan.base,
                "message": { "headline": headline, "body": body },
                "fileChanges": { "additions": additions },
            });
        }
        let answer = self.client.mutate(&documents::mutations(steps), &variables).await.map_err(told)?;
        let request = answer.pointer("/data/createPullRequest/pullRequest").and_then(documents::link);
        // A part of the document that failed leaves the others done: the next try looks what is there.
        request.ok_or_else(|| ForgeError::Unavailable { reason: documents::errors(&answer), wait: None })
    }

    /// The same end by REST, object by object. Objects have the names of their content, so a second
    /// try makes the same ones.
    async fn write_by_rest(
        &self,
        proposal: &Proposal,
        steps: Steps,
        plan: &Plan,
    ) -> Result<RequestLink, ForgeError> {
        let head = proposal.id.branch();
        if steps.commit {
            let mut entries = Vec::new();
            for ((path, blob), bytes) in plan.blobs.iter().zip(&plan.contents) {
                let entry = match std::str::from_utf8(bytes) {
                    Ok(text) => json!({ "path": path, "mode": "100644", "type": "blob", "content": text }),
                    Err(_) => {
                        let body = json!({ "content": BASE64_STANDARD.encode(bytes), "encoding": "base64" });
                        let made = self.client.send("POST", "/git/blobs", &body).await.map_err(told)?;
                        expect(&made["sha"], blob, "a file")?;
                        json!({ "path": path, "mode": "100644", "type": "blob", "sha": blob })
                    }
                };
                entries.push(entry);
            }
            let base = plan.base.clone();
            let base_tree = self
                .in_clone(move |clone| {
                    let tree = clone.repository().git.object(&format!("{base}^{{tree}}"))?;
                    tree.ok_or_else(|| ForgeError::Refused("the main branch has no tree".to_owned()))
                })
                .await?;
            let body = json!({ "base_tree": base_tree, "tree": entries });
            let made = self.client.send("POST", "/git/trees", &body).await.map_err(told)?;
            // Before any name points to it: exactly the tree that was proven to stay in its folder.
            expect(&made["sha"], &plan.tree, "a tree")?;
            let body = json!({ "message": proposal.message, "tree": plan.tree, "parents": [plan.base] });
            let made = self.client.send("POST", "/git/commits", &body).await.map_err(told)?;
            let commit = made["sha"].as_str().unwrap_or_default();
            if steps.branch {
                let body = json!({ "ref": format!("refs/heads/{head}"), "sha": commit });
                self.client.send("POST", "/git/refs", &body).await.map_err(told)?;
            } else {
                // The branch comes from a document that was cut off; it moves forward, never by force.
                let body = json!({ "sha": commit, "force": false });
                self.client.send("PATCH", &format!("/git/refs/heads/{head}"), &body).await.map_err(told)?;
            }
        }
        let (headline, _) = split_message(&proposal.message);
        let body =
            json!({ "title": headline, "body": proposal.text, "head": head, "base": self.clone.branch() });
        let made = self.client.send("POST", "/pulls", &body).await.map_err(told)?;
        documents::link(&made).ok_or_else(|| ForgeError::Unavailable {
            reason: "the request has no number".to_owned(),
            wait: None,
        })
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
    async fn confined(&self, proposal: &Proposal) -> Result<(), ForgeError> {
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
        let (headline, _) = split_message(&proposal.message);
        let body = format!("{}\n\n{}", proposal.text, mark_of(&proposal.id)).trim_start().to_owned();
        let body = json!({ "title": headline, "body": body });
        let made = self.client.send("POST", "/issues", &body).await.map_err(told)?;
        let link = documents::link(&made).ok_or_else(|| ForgeError::Unavailable {
            reason: "the issue has no number".to_owned(),
            wait: None,
        })?;
        self.label(link.number).await;
        Ok(proposed(link))
    }

    /// The issue that was opened for a contribution, by the mark in its text. Only an issue that we
    /// have opened counts: anybody can copy a mark.
    pub(super) async fn issue_of(
        &self,
        id: &ContributionId,
        sent: Moment,
    ) -> Result<Option<RequestLink>, ForgeError> {
        // An hour before: the clocks of two machines.
        let since = jiff::Timestamp::from_second(sent - 3600).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let variables = self.variables(json!({ "since": since.to_string() }));
        let answer = self.client.query(documents::ISSUES, &variables).await.map_err(told)?;
        let issues = self.repository_in(&answer)?["issues"]["nodes"].as_array().into_iter().flatten();
        let mark = mark_of(id);
        let mut ours = issues.filter(|issue| {
            issue["viewerDidAuthor"] == true
                && issue["body"].as_str().is_some_and(|body| body.ends_with(&mark))
        });
        Ok(ours.next().and_then(documents::link))
    }

    /// Labels are a help for people. Without them everything goes on.
    async fn label(&self, number: u64) {
        if self.settings.labels.is_empty() {
            return;
        }
        let body = json!({ "labels": self.settings.labels });
        if let Err(error) = self.client.send("POST", &format!("/issues/{number}/labels"), &body).await {
            tracing::info!(number, ?error, "no labels");
        }
    }
}

/// The last line of an issue, which says whose it is.
fn mark_of(id: &ContributionId) -> String {
    format!("Reported with the contribution form as {id}.")
}

/// The first line of a message and the rest.
fn split_message(message: &str) -> (&str, &str) {
    let (headline, body) = message.split_once('\n').unwrap_or((message, ""));
    (headline, body.trim())
}

/// The forge has made the object that was computed here.
fn expect(made: &Value, computed: &str, what: &str) -> Result<(), ForgeError> {
    if made == computed {
        return Ok(());
    }
    Err(ForgeError::Refused(format!("GitHub has made {what} that differs from what was sent")))
}
