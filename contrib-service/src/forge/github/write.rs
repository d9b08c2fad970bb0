//! Writes to GitHub: branch, commit, request; issues. Each begins with a look at what is there, does
//! only what is missing, and may be cut off anywhere.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::documents::{self, Steps};
use super::{Shared, Standing, Writes, told};
use crate::forge::repository::{Blobs, Repository};
use crate::forge::{ForgeError, Proposal, Proposed};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::ContributionId;

/// The most bytes of files that go into one document.
const MAX_IN_DOCUMENT: usize = 2_000_000;

/// What was computed in the clone: a commit that is to be made.
pub(super) struct Plan {
    /// The commit the branch begins at, or ends in now.
    pub base: String,
    /// The files that differ from it.
    pub files: Vec<FileChange>,
    /// The tree of the commit.
    pub tree: String,
}

/// A file that a commit adds, changes or removes.
pub(super) struct FileChange {
    /// Where, in the repository.
    pub path: String,
    /// What it holds then, with the name Git gives that; nothing where it is removed.
    pub content: Option<(String, Vec<u8>)>,
}

impl Plan {
    /// A commit on top of `base` that makes what lies below the folder `after`.
    pub fn between(
        repository: &Repository,
        base: String,
        before: &Blobs,
        after: &Blobs,
        tree: String,
    ) -> Result<Plan, ForgeError> {
        let mut files = Vec::new();
        for (path, blob) in after.iter().filter(|file| !before.contains(file)) {
            let content = Some((blob.clone(), repository.blob(blob)?));
            files.push(FileChange { path: path.clone(), content });
        }
        for (path, _) in before.iter().filter(|(path, _)| after.iter().all(|(other, _)| other != path)) {
            files.push(FileChange { path: path.clone(), content: None });
        }
        Ok(Plan { base, files, tree })
    }

    /// Bytes of all files.
    fn size(&self) -> usize {
        self.files.iter().filter_map(|file| file.content.as_ref()).map(|(_, bytes)| bytes.len()).sum()
    }

    /// Whether one document can hold it.
    pub fn fits_a_document(&self) -> bool {
        self.size() <= MAX_IN_DOCUMENT
    }

    /// The input of `createCommitOnBranch`, refused where the branch has moved meanwhile.
    pub fn commit_input(&self, repository: &str, branch: &str, message: &str) -> Value {
        let (headline, body) = split_message(message);
        let additions: Vec<Value> = self
            .files
            .iter()
            .filter_map(|file| {
                let (_, bytes) = file.content.as_ref()?;
                Some(json!({ "path": file.path, "contents": BASE64_STANDARD.encode(bytes) }))
            })
            .collect();
        let removed = self.files.iter().filter(|file| file.content.is_none());
        let deletions: Vec<Value> = removed.map(|file| json!({ "path": file.path })).collect();
        let mut changes = json!({ "additions": additions });
        if !deletions.is_empty() {
            changes["deletions"] = Value::Array(deletions);
        }
        json!({
            "branch": { "repositoryNameWithOwner": repository, "branchName": branch },
            "expectedHeadOid": self.base,
            "message": { "headline": headline, "body": body },
            "fileChanges": changes,
        })
    }
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
            let head = if proposal.version > 1 && request.state == "OPEN" {
                self.renew(&proposal, &request.head).await?
            } else {
                request.head.clone()
            };
            return Ok(Proposed { commit: Some(head), request: Some(request.link.clone()) });
        }
        let Some((steps, plan)) = self.plan(&proposal, standing.branch.clone()).await? else {
            let reason = format!("the branch {} exists and holds something else", proposal.id.branch());
            return Err(ForgeError::Refused(reason));
        };
        let link = if self.settings.writes == Writes::Rest || !plan.fits_a_document() {
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
                return Ok(Some((steps, Plan { base, files: Vec::new(), tree: String::new() })));
            }
            let tree = repository.proposed_tree(&base, &proposal)?;
            let folder = repository.folder(proposal.kind, &proposal.slug);
            let before = repository.blobs_below(&base, &folder)?;
            let after = repository.blobs_below(&tree, &folder)?;
            Ok(Some((steps, Plan::between(repository, base, &before, &after, tree)?)))
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
        let (headline, _) = split_message(&proposal.message);
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
            let repository = self.client.repository().to_string();
            variables["commit"] = plan.commit_input(&repository, &head, &proposal.message);
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
            let commit = self.commit_by_rest(&proposal.message, plan).await?;
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

    /// Makes a commit that no name points to yet, object by object.
    pub(super) async fn commit_by_rest(&self, message: &str, plan: &Plan) -> Result<String, ForgeError> {
        let mut entries = Vec::new();
        for file in &plan.files {
            let mut entry = json!({ "path": file.path, "mode": "100644", "type": "blob" });
            match &file.content {
                None => entry["sha"] = Value::Null,
                Some((blob, bytes)) => match std::str::from_utf8(bytes) {
                    Ok(text) => entry["content"] = json!(text),
                    Err(_) => {
                        let body = json!({ "content": BASE64_STANDARD.encode(bytes), "encoding": "base64" });
                        let made = self.client.send("POST", "/git/blobs", &body).await.map_err(told)?;
                        expect(&made["sha"], blob, "a file")?;
                        entry["sha"] = json!(blob);
                    }
                },
            }
            entries.push(entry);
        }
        let base = plan.base.clone();
        let base_tree = self
            .in_clone(move |clone| {
                let tree = clone.repository().git.object(&format!("{base}^{{tree}}"))?;
                tree.ok_or_else(|| ForgeError::Refused("the branch has no tree".to_owned()))
            })
            .await?;
        let body = json!({ "base_tree": base_tree, "tree": entries });
        let made = self.client.send("POST", "/git/trees", &body).await.map_err(told)?;
        // Before any name points to it: exactly the tree that was proven to stay in its folder.
        expect(&made["sha"], &plan.tree, "a tree")?;
        let body = json!({ "message": message, "tree": plan.tree, "parents": [plan.base] });
        let made = self.client.send("POST", "/git/commits", &body).await.map_err(told)?;
        Ok(made["sha"].as_str().unwrap_or_default().to_owned())
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
