//! GitLab, spoken to over REST v4: a contribution becomes a branch with one commit and a merge request.
//! One call makes branch and commit ("Commits API": several `actions`, `start_sha`). What the calls are
//! held to is written down in GitLab's `doc/api/commits.md`, `merge_requests.md`, `issues.md`, `notes.md`
//! and `members.md`.

mod read;

use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::ForgeError;
use super::network::api::{ApiError, ClientError, if_there, numbered};
use super::network::http::{Rest, RestSettings, all_pages, encoded};
use super::network::plan::{FileChange, Plan};
use super::network::{
    Asked, Found, NetworkForge, NewRequest, Platform, Remark, Standing, newest_last, one_by_one,
};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::SecretText;

/// A repository at GitLab.
pub type GitlabForge = NetworkForge<Gitlab>;

/// How many entries of a list GitLab gives at once at most (`doc/api/rest/_index.md`, "Pagination").
const PAGE: usize = 100;
/// The access level from which somebody may push branches: Developer (`doc/api/members.md`, "Roles").
const MAY_WRITE: u64 = 30;

/// The path of a project: groups and its name, such as `city/digital/catalogue`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProjectPath(String);

impl ProjectPath {
    /// Reads it.
    pub fn parse(text: &str) -> Option<ProjectPath> {
        let is_part = |part: &str| {
            !part.is_empty()
                && !part.starts_with(['-', '.'])
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        };
        let parts: Vec<&str> = text.split('/').collect();
        (text.len() <= 255 && parts.len() >= 2 && parts.iter().all(|part| is_part(part)))
            .then(|| ProjectPath(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// GitLab's words.
pub struct Gitlab {
    rest: Rest,
    token: SecretText,
    /// What stands for the project in an address: its path, or its number once it has moved.
    project: Mutex<String>,
    /// The number of the account that the token belongs to.
    account: OnceCell<u64>,
}

/// The header of the token and where the interface begins, at an address such as `https://gitlab.com`.
pub fn root_of(address: &str) -> (String, &'static str) {
    (format!("{address}/api/v4"), "private-token")
}

impl Gitlab {
    /// Speaks to GitLab with this token.
    ///
    /// # Errors
    /// When the token cannot be sent.
    pub fn new(
        settings: RestSettings<'_>,
        project: &ProjectPath,
        token: SecretText,
    ) -> Result<Gitlab, ClientError> {
        let project = Mutex::new(encoded(project.as_str()));
        Ok(Gitlab { rest: Rest::new(settings)?, token, project, account: OnceCell::new() })
    }

    fn project(&self) -> String {
        self.project.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn get(&self, rest: &str) -> Result<Value, ApiError> {
        self.below(Method::GET, rest, None).await
    }

    /// One request below the project. A project that has moved is found by its old path once more, which
    /// tells its number, and that never changes.
    async fn below(&self, method: Method, rest: &str, body: Option<&Value>) -> Result<Value, ApiError> {
        let project = self.project();
        let answer = self.rest.ask(method.clone(), &format!("/projects/{project}{rest}"), body).await;
        if !matches!(answer, Err(ApiError::Moved(_))) {
            return answer;
        }
        // Nothing was done yet.
        let number = match self.rest.get(&format!("/projects/{project}")).await {
            Err(ApiError::Moved(to)) => read::number_in(&to).ok_or(ApiError::Moved(to))?,
            Err(error) => return Err(error),
            Ok(found) => found["id"].as_u64().ok_or_else(|| ApiError::Moved(String::new()))?,
        };
        let found = self.rest.get(&format!("/projects/{number}")).await?;
        let path = found["path_with_namespace"].as_str().unwrap_or_default();
        tracing::warn!(old = project, new = path, "the project has another path; write it into the settings");
        *self.project.lock().unwrap_or_else(PoisonError::into_inner) = number.to_string();
        self.rest.ask(method, &format!("/projects/{number}{rest}"), body).await
    }

    /// The number of our own account, asked once.
    async fn account(&self) -> Result<u64, ApiError> {
        let ask = || async {
            let found = self.rest.get("/user").await?;
            found["id"].as_u64().ok_or_else(|| ApiError::Unclear("an account without a number".to_owned()))
        };
        self.account.get_or_try_init(ask).await.copied()
    }

    /// The newest merge request for a branch of the project itself.
    async fn request_of(&self, branch: &str) -> Result<Option<Value>, ApiError> {
        let query = format!(
            "/merge_requests?source_branch={}&state=all&order_by=created_at&sort=desc",
            encoded(branch)
        );
        let is_own = |request: &Value| {
            request["source_project_id"].is_u64()
                && request["source_project_id"] == request["target_project_id"]
        };
        Ok(self.list(&query).await?.into_iter().find(is_own))
    }

    /// A list below the project, page after page; its path ends in a query.
    async fn list(&self, rest: &str) -> Result<Vec<Value>, ApiError> {
        let page = |page| {
            let path = format!("{rest}&per_page={PAGE}&page={page}");
            async move { self.get(&path).await }
        };
        all_pages(PAGE, page).await
    }

    /// One commit, on a new branch that begins at a commit, or on one that is there.
    async fn commit(
        &self,
        branch: &str,
        start: Option<&str>,
        message: &str,
        plan: &Plan,
    ) -> Result<(), ApiError> {
        // A new branch begins at the very commit, so nothing there can be another version.
        let seen = Some(plan.base.as_str()).filter(|_| start.is_none());
        let actions: Vec<Value> = plan.files.iter().map(|file| action(file, seen)).collect();
        let mut body = json!({
            "branch": branch, "commit_message": message, "actions": actions, "stats": false,
        });
        if let Some(start) = start {
            body["start_sha"] = json!(start);
        }
        self.below(Method::POST, "/repository/commits", Some(&body)).await.map(drop)
    }

    async fn remarks(&self, below: &str, most: u32) -> Result<Vec<Remark>, ApiError> {
        let account = self.account().await?;
        let notes = format!("{below}/notes?order_by=created_at&sort=desc&per_page={most}");
        let notes = self.get(&notes).await?;
        let notes = notes.as_array().into_iter().flatten();
        Ok(notes.filter_map(|note| read::note(note, account)).collect())
    }

    async fn find_one(&self, asked: &Asked, remarks: u32) -> Result<Option<Found>, ApiError> {
        match asked {
            Asked::Branch { name, .. } => self.find_request(name, remarks).await,
            Asked::Issue(number) => self.find_issue(*number, remarks).await,
        }
    }

    async fn close(&self, what: &str, number: u64) -> Result<(), ApiError> {
        let body = json!({ "state_event": "close" });
        self.below(Method::PUT, &format!("/{what}/{number}"), Some(&body)).await.map(drop)
    }

    async fn find_request(&self, branch: &str, remarks: u32) -> Result<Option<Found>, ApiError> {
        let Some(request) = self.request_of(branch).await? else { return Ok(None) };
        let Some(mut found) = read::found(&request) else { return Ok(None) };
        let below = format!("/merge_requests/{}", request["iid"]);
        if request["user_notes_count"] != 0 {
            found.remarks = self.remarks(&below, remarks).await?;
        }
        if request["reviewers"].as_array().is_some_and(|reviewers| !reviewers.is_empty()) {
            let reviewers = self.get(&format!("{below}/reviewers?per_page={PAGE}")).await?;
            let reviewers = reviewers.as_array().into_iter().flatten();
            found.remarks.extend(reviewers.filter_map(read::verdict));
        }
        found.remarks = newest_last(found.remarks);
        Ok(Some(found))
    }

    async fn find_issue(&self, number: u64, remarks: u32) -> Result<Option<Found>, ApiError> {
        let below = format!("/issues/{number}");
        let Some(issue) = if_there(self.get(&below).await)? else { return Ok(None) };
        let Some(mut found) = read::found(&issue) else { return Ok(None) };
        if issue["user_notes_count"] != 0 {
            found.remarks = newest_last(self.remarks(&below, remarks).await?);
        }
        Ok(Some(found))
    }
}

/// A file of a commit. With `last_commit_id` GitLab refuses where somebody has changed the file since that
/// commit (`app/services/files/base_service.rb`, `file_has_changed?`); it looks at it for no new file.
fn action(file: &FileChange, seen: Option<&str>) -> Value {
    let mut action = match &file.content {
        Some((_, bytes)) => json!({
            "action": if file.before.is_some() { "update" } else { "create" },
            "file_path": file.path,
            "content": BASE64_STANDARD.encode(bytes),
            "encoding": "base64",
        }),
        None => json!({ "action": "delete", "file_path": file.path }),
    };
    if let Some(seen) = seen.filter(|_| file.before.is_some()) {
        action["last_commit_id"] = json!(seen);
    }
    action
}

impl Platform for Gitlab {
    const NAME: &'static str = "GitLab";
    const CLOSES_WITH_BRANCH: bool = false;
    const MADE_WITH_LABELS: bool = true;

    async fn answers(&self) -> Result<(), ApiError> {
        self.get("").await.map(drop)
    }

    async fn key(&self) -> Result<SecretText, ApiError> {
        Ok(self.token.clone())
    }

    async fn standing(&self, branch: &str) -> Result<Standing, ForgeError> {
        let found = if_there(self.get(&format!("/repository/branches/{}", encoded(branch))).await)?;
        let tip = found.and_then(|found| found.pointer("/commit/id")?.as_str().map(str::to_owned));
        let request = self.request_of(branch).await?;
        Ok(Standing { branch: tip, request: request.as_ref().and_then(read::request) })
    }

    async fn write(&self, new: &NewRequest<'_>) -> Result<RequestLink, ForgeError> {
        if new.steps.commit {
            let start = new.steps.branch.then_some(new.plan.base.as_str());
            self.commit(new.branch, start, new.message, new.plan).await?;
        }
        let body = json!({
            "source_branch": new.branch,
            "target_branch": new.main,
            "title": new.title,
            "description": new.text,
            "labels": new.labels.join(","),
        });
        let made = self.below(Method::POST, "/merge_requests", Some(&body)).await?;
        Ok(numbered(read::link(&made))?)
    }

    async fn add_commit(&self, branch: &str, message: &str, plan: &Plan) -> Result<(), ForgeError> {
        Ok(self.commit(branch, None, message, plan).await?)
    }

    async fn open_issue(
        &self,
        title: &str,
        text: &str,
        labels: &[String],
    ) -> Result<RequestLink, ForgeError> {
        let body = json!({ "title": title, "description": text, "labels": labels.join(",") });
        let made = self.below(Method::POST, "/issues", Some(&body)).await?;
        Ok(numbered(read::link(&made))?)
    }

    async fn issue_with(&self, mark: &str, since: Moment) -> Result<Option<RequestLink>, ForgeError> {
        let since = jiff::Timestamp::from_second(since).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let query = format!(
            "/issues?scope=created_by_me&state=all&created_after={}&order_by=created_at&sort=desc",
            encoded(&since.to_string())
        );
        let account = self.account().await?;
        let issues = self.list(&query).await?;
        let mut ours = issues.iter().filter(|issue| {
            issue.pointer("/author/id").and_then(Value::as_u64) == Some(account)
                && issue["description"].as_str().is_some_and(|text| text.ends_with(mark))
        });
        Ok(ours.next().and_then(read::link))
    }

    async fn add_labels(&self, number: u64, is_issue: bool, labels: &[String]) -> Result<(), ApiError> {
        let kind = if is_issue { "issues" } else { "merge_requests" };
        let body = json!({ "add_labels": labels.join(",") });
        self.below(Method::PUT, &format!("/{kind}/{number}"), Some(&body)).await.map(drop)
    }

    async fn find(&self, asked: &[Asked], remarks: u32) -> Result<Vec<Option<Found>>, ApiError> {
        one_by_one(asked, |asked| self.find_one(asked, remarks)).await
    }

    /// Also who may by a group or an invitation of one.
    async fn may_write(&self, account: &str) -> Result<bool, ApiError> {
        let member = self.get(&format!("/members/all/{account}")).await?;
        let is_active = member["state"].as_str().is_none_or(|state| state == "active");
        Ok(is_active && member["access_level"].as_u64().is_some_and(|level| level >= MAY_WRITE))
    }

    async fn close_issue(&self, number: u64) -> Result<(), ApiError> {
        self.close("issues", number).await
    }

    async fn close_request(&self, number: u64) -> Result<(), ApiError> {
        self.close("merge_requests", number).await
    }

    async fn remove_branch(&self, branch: &str) -> Result<(), ApiError> {
        let path = format!("/repository/branches/{}", encoded(branch));
        self.below(Method::DELETE, &path, None).await.map(drop)
    }
}
