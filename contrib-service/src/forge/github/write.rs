//! Commits at GitHub: by one document of GraphQL, or object by object over REST.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::{Github, Writes, documents};
use crate::forge::ForgeError;
use crate::forge::network::NewRequest;
use crate::forge::network::api::numbered;
use crate::forge::network::plan::Plan;
use crate::queue::job::RequestLink;

/// The most bytes of files that go into one document.
const MAX_IN_DOCUMENT: usize = 2_000_000;

/// The input of `createCommitOnBranch`, refused where the branch has moved meanwhile.
fn commit_input(plan: &Plan, repository: &str, branch: &str, message: &str) -> Value {
    let (headline, body) = split_message(message);
    let additions: Vec<Value> = plan
        .files
        .iter()
        .filter_map(|file| {
            let (_, bytes) = file.content.as_ref()?;
            Some(json!({ "path": file.path, "contents": BASE64_STANDARD.encode(bytes) }))
        })
        .collect();
    let removed = plan.files.iter().filter(|file| file.content.is_none());
    let deletions: Vec<Value> = removed.map(|file| json!({ "path": file.path })).collect();
    let mut changes = json!({ "additions": additions });
    if !deletions.is_empty() {
        changes["deletions"] = Value::Array(deletions);
    }
    json!({
        "branch": { "repositoryNameWithOwner": repository, "branchName": branch },
        "expectedHeadOid": plan.base,
        "message": { "headline": headline, "body": body },
        "fileChanges": changes,
    })
}

impl Github {
    /// Whether one document can hold the files.
    pub(super) fn by_document(&self, plan: &Plan) -> bool {
        self.writes == Writes::Graphql && plan.size() <= MAX_IN_DOCUMENT
    }

    /// One document with all that is missing.
    pub(super) async fn write_by_document(&self, new: &NewRequest<'_>) -> Result<RequestLink, ForgeError> {
        let node = self.node();
        let mut variables = json!({ "request": {
            "repositoryId": node,
            "baseRefName": new.main,
            "headRefName": new.branch,
            "title": new.title,
            "body": new.text,
        } });
        if new.steps.branch {
            variables["ref"] = json!({
                "repositoryId": node,
                "name": format!("refs/heads/{}", new.branch),
                "oid": new.plan.base,
            });
        }
        if new.steps.commit {
            let repository = self.client.repository().to_string();
            variables["commit"] = commit_input(new.plan, &repository, new.branch, new.message);
        }
        let answer = self.client.mutate(&documents::mutations(new.steps), &variables).await?;
        let request = answer.pointer("/data/createPullRequest/pullRequest").and_then(documents::link);
        // A part of the document that failed leaves the others done: the next try looks what is there.
        request.ok_or_else(|| ForgeError::Unavailable { reason: documents::errors(&answer), wait: None })
    }

    /// One document with one more commit.
    pub(super) async fn add_by_document(
        &self,
        branch: &str,
        message: &str,
        plan: &Plan,
    ) -> Result<(), ForgeError> {
        let repository = self.client.repository().to_string();
        let variables = json!({ "commit": commit_input(plan, &repository, branch, message) });
        let answer = self.client.mutate(documents::COMMIT, &variables).await?;
        if answer.pointer("/data/createCommitOnBranch/commit/oid").is_some_and(Value::is_string) {
            Ok(())
        } else {
            Err(ForgeError::Unavailable { reason: documents::errors(&answer), wait: None })
        }
    }

    /// The same end by REST, object by object. Objects have the names of their content, so a second
    /// try makes the same ones.
    pub(super) async fn write_by_rest(&self, new: &NewRequest<'_>) -> Result<RequestLink, ForgeError> {
        if new.steps.commit && new.steps.branch {
            let commit = self.commit_by_rest(new.message, new.plan).await?;
            let body = json!({ "ref": format!("refs/heads/{}", new.branch), "sha": commit });
            self.client.send("POST", "/git/refs", &body).await?;
        } else if new.steps.commit {
            // The branch comes from a document that was cut off.
            self.add_by_rest(new.branch, new.message, new.plan).await?;
        }
        let body = json!({ "title": new.title, "body": new.text, "head": new.branch, "base": new.main });
        let made = self.client.send("POST", "/pulls", &body).await?;
        Ok(numbered(documents::link(&made))?)
    }

    /// One more commit by REST. The branch moves forward, never by force.
    pub(super) async fn add_by_rest(
        &self,
        branch: &str,
        message: &str,
        plan: &Plan,
    ) -> Result<(), ForgeError> {
        let commit = self.commit_by_rest(message, plan).await?;
        let body = json!({ "sha": commit, "force": false });
        self.client.send("PATCH", &format!("/git/refs/heads/{branch}"), &body).await?;
        Ok(())
    }

    /// Makes a commit that no name points to yet, object by object.
    async fn commit_by_rest(&self, message: &str, plan: &Plan) -> Result<String, ForgeError> {
        let mut entries = Vec::new();
        for file in &plan.files {
            let mut entry = json!({ "path": file.path, "mode": "100644", "type": "blob" });
            match &file.content {
                None => entry["sha"] = Value::Null,
                Some((blob, bytes)) => match std::str::from_utf8(bytes) {
                    Ok(text) => entry["content"] = json!(text),
                    Err(_) => {
                        let body = json!({ "content": BASE64_STANDARD.encode(bytes), "encoding": "base64" });
                        let made = self.client.send("POST", "/git/blobs", &body).await?;
                        expect(&made["sha"], blob, "a file")?;
                        entry["sha"] = json!(blob);
                    }
                },
            }
            entries.push(entry);
        }
        let body = json!({ "base_tree": plan.base_tree, "tree": entries });
        let made = self.client.send("POST", "/git/trees", &body).await?;
        // Before any name points to it: exactly the tree that was proven to stay in its folder.
        expect(&made["sha"], &plan.tree, "a tree")?;
        let body = json!({ "message": message, "tree": plan.tree, "parents": [plan.base] });
        let made = self.client.send("POST", "/git/commits", &body).await?;
        Ok(made["sha"].as_str().unwrap_or_default().to_owned())
    }
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
