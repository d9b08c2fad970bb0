//! Forgejo, and Gitea, which it comes from: a contribution becomes a branch with one commit and a pull
//! request. One call makes branch and commit (`POST /repos/{owner}/{repo}/contents`, "Modify multiple
//! files in a repository" of the API's own description). It takes the branch it begins at as it is then:
//! what came of it is fetched and compared, and the name of each file's content that is to be replaced
//! has the forge refuse where somebody came in between. What the calls answer is written down in Gitea's
//! `routers/api/v1/repo/` and `services/repository/files/update.go`.

mod read;

use std::sync::{Mutex, PoisonError};

use axum::http::Method;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::ForgeError;
use super::github::RepositoryName;
use super::network::api::{ApiError, ClientError, if_there, numbered};
use super::network::http::{Rest, RestSettings, all_pages, encoded};
use super::network::plan::{FileChange, Plan};
use super::network::{
    Asked, Found, NetworkForge, NewRequest, Platform, Remark, Standing, newest_last, one_by_one,
};
use crate::queue::job::{Moment, RequestLink};
use crate::secret::SecretText;

/// A repository at a Forgejo or Gitea.
pub type ForgejoForge = NetworkForge<Forgejo>;

/// How many entries of a list are given at once at most, where its administrator has not changed
/// `MAX_RESPONSE_ITEMS`.
const PAGE: usize = 50;

/// Forgejo's words.
pub struct Forgejo {
    rest: Rest,
    token: SecretText,
    repository: Mutex<RepositoryName>,
    /// The branch that requests go to.
    main: String,
    /// The name of the account that the token belongs to.
    account: OnceCell<String>,
}

/// Where the interface begins at an address such as `https://codeberg.org`, and the header of the token.
pub fn root_of(address: &str) -> (String, &'static str) {
    (format!("{address}/api/v1"), "authorization")
}

/// What that header says.
pub fn header_of(token: &SecretText) -> SecretText {
    SecretText::new(&format!("token {}", token.reveal()))
}

impl Forgejo {
    /// Speaks to Forgejo with this token. `main` is the branch that requests go to.
    ///
    /// # Errors
    /// When the token cannot be sent.
    pub fn new(
        settings: RestSettings<'_>,
        repository: RepositoryName,
        main: &str,
        token: SecretText,
    ) -> Result<Forgejo, ClientError> {
        Ok(Forgejo {
            rest: Rest::new(settings)?,
            token,
            repository: Mutex::new(repository),
            main: main.to_owned(),
            account: OnceCell::new(),
        })
    }

    async fn get(&self, rest: &str) -> Result<Value, ApiError> {
        self.below(Method::GET, rest, None).await
    }

    /// One request below the repository. One that was renamed leads to its new name, whatever is asked.
    async fn below(&self, method: Method, rest: &str, body: Option<&Value>) -> Result<Value, ApiError> {
        let path = |name: &RepositoryName| format!("/repos/{}/{}{rest}", name.owner, name.name);
        let name = self.repository.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let to = match self.rest.ask(method.clone(), &path(&name), body).await {
            Err(ApiError::Moved(to)) => to,
            answer => return answer,
        };
        // Nothing was done yet.
        let new = read::name_in(&to).filter(|new| *new != name).ok_or(ApiError::Moved(to))?;
        tracing::warn!(old = %name, %new, "the repository has another name; write it into the settings");
        self.repository.lock().unwrap_or_else(PoisonError::into_inner).clone_from(&new);
        self.rest.ask(method, &path(&new), body).await
    }

    /// The name of our own account, asked once.
    async fn account(&self) -> Result<&str, ApiError> {
        let ask = || async {
            let found = self.rest.get("/user").await?;
            let login = found["login"].as_str().map(str::to_owned);
            login.ok_or_else(|| ApiError::Unclear("an account without a name".to_owned()))
        };
        self.account.get_or_try_init(ask).await.map(String::as_str)
    }

    /// The pull request for a branch of the repository itself.
    async fn request_of(&self, branch: &str) -> Result<Option<Value>, ApiError> {
        if_there(self.get(&format!("/pulls/{}/{branch}", encoded(&self.main))).await)
    }

    /// One commit on a branch, or on a new one that begins there.
    async fn commit(
        &self,
        branch: &str,
        new_branch: Option<&str>,
        message: &str,
        plan: &Plan,
    ) -> Result<(), ApiError> {
        let files: Vec<Value> = plan.files.iter().map(operation).collect();
        let mut body = json!({ "branch": branch, "message": message, "files": files });
        if let Some(new_branch) = new_branch {
            body["new_branch"] = json!(new_branch);
        }
        self.below(Method::POST, "/contents", Some(&body)).await.map(drop)
    }

    async fn comments(&self, number: u64) -> Result<Vec<Remark>, ApiError> {
        let account = self.account().await?;
        // They come all at once or not at all, the oldest first.
        let comments = unless_too_long(number, self.get(&format!("/issues/{number}/comments")).await)?;
        let comments = comments.as_array().into_iter().flatten();
        Ok(comments.filter_map(|comment| read::comment(comment, account)).collect())
    }

    async fn find_one(&self, asked: &Asked) -> Result<Option<Found>, ApiError> {
        match asked {
            Asked::Branch { name, request } => self.find_request(name, *request).await,
            Asked::Issue(number) => self.find_issue(*number).await,
        }
    }

    async fn close(&self, what: &str, number: u64) -> Result<(), ApiError> {
        let body = json!({ "state": "closed" });
        self.below(Method::PATCH, &format!("/{what}/{number}"), Some(&body)).await.map(drop)
    }

    async fn find_request(&self, branch: &str, known: Option<u64>) -> Result<Option<Found>, ApiError> {
        let found = match (self.request_of(branch).await?, known) {
            // A maintainer may have turned it to another branch than the main one.
            (None, Some(number)) => if_there(self.get(&format!("/pulls/{number}")).await)?
                .filter(|request| read::is_of_branch(request, branch)),
            (found, _) => found,
        };
        let Some(request) = found else { return Ok(None) };
        let (Some(mut found), Some(number)) = (read::found(&request), request["number"].as_u64()) else {
            return Ok(None);
        };
        let mut remarks = self.comments(number).await?;
        let account = self.account().await?;
        let reviews = unless_too_long(number, self.list(&format!("/pulls/{number}/reviews?")).await)?;
        remarks.extend(reviews.iter().filter_map(|review| read::review(review, account)));
        found.remarks = newest_last(remarks);
        Ok(Some(found))
    }

    async fn find_issue(&self, number: u64) -> Result<Option<Found>, ApiError> {
        let Some(issue) = if_there(self.get(&format!("/issues/{number}")).await)? else { return Ok(None) };
        let Some(mut found) = read::found(&issue) else { return Ok(None) };
        found.remarks = newest_last(self.comments(number).await?);
        Ok(Some(found))
    }

    /// A list below the repository, page after page; its path ends where the query goes on.
    async fn list(&self, rest: &str) -> Result<Vec<Value>, ApiError> {
        let page = |page| {
            let path = format!("{rest}limit={PAGE}&page={page}");
            async move { self.get(&path).await }
        };
        all_pages(PAGE, page).await
    }
}

/// Remarks; none where they are more than is read.
fn unless_too_long<T: Default>(number: u64, answer: Result<T, ApiError>) -> Result<T, ApiError> {
    if answer.as_ref().is_err_and(|error| *error == ApiError::TooLong) {
        tracing::warn!(number, "its comments or reviews are not read, because they are too long");
        return Ok(T::default());
    }
    answer
}

/// A file of a commit. With `sha` it is refused where something else lies there.
fn operation(file: &FileChange) -> Value {
    let mut operation = match &file.content {
        Some((_, bytes)) => json!({
            "operation": if file.before.is_some() { "update" } else { "create" },
            "path": file.path,
            "content": BASE64_STANDARD.encode(bytes),
        }),
        None => json!({ "operation": "delete", "path": file.path }),
    };
    if let Some(before) = &file.before {
        operation["sha"] = json!(before);
    }
    operation
}

impl Platform for Forgejo {
    const NAME: &'static str = "Forgejo";
    const CLOSES_WITH_BRANCH: bool = false;
    const MADE_WITH_LABELS: bool = false;

    async fn answers(&self) -> Result<(), ApiError> {
        self.get("").await.map(drop)
    }

    async fn key(&self) -> Result<SecretText, ApiError> {
        Ok(self.token.clone())
    }

    async fn standing(&self, branch: &str) -> Result<Standing, ForgeError> {
        let found = if_there(self.get(&format!("/branches/{branch}")).await)?;
        let tip = found.and_then(|found| found.pointer("/commit/id")?.as_str().map(str::to_owned));
        let request = self.request_of(branch).await?;
        Ok(Standing { branch: tip, request: request.as_ref().and_then(read::request) })
    }

    async fn write(&self, new: &NewRequest<'_>) -> Result<RequestLink, ForgeError> {
        if new.steps.commit {
            let (branch, new_branch) =
                if new.steps.branch { (new.main, Some(new.branch)) } else { (new.branch, None) };
            self.commit(branch, new_branch, new.message, new.plan).await?;
        }
        let body = json!({ "title": new.title, "body": new.text, "head": new.branch, "base": new.main });
        let made = self.below(Method::POST, "/pulls", Some(&body)).await?;
        Ok(numbered(read::link(&made))?)
    }

    async fn add_commit(&self, branch: &str, message: &str, plan: &Plan) -> Result<(), ForgeError> {
        Ok(self.commit(branch, None, message, plan).await?)
    }

    async fn open_issue(&self, title: &str, text: &str, _: &[String]) -> Result<RequestLink, ForgeError> {
        let body = json!({ "title": title, "body": text });
        let made = self.below(Method::POST, "/issues", Some(&body)).await?;
        Ok(numbered(read::link(&made))?)
    }

    async fn issue_with(&self, mark: &str, since: Moment) -> Result<Option<RequestLink>, ForgeError> {
        let since = jiff::Timestamp::from_second(since).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let account = self.account().await?;
        let issues = self
            .list(&format!(
                "/issues?type=issues&state=all&created_by={}&since={}&",
                encoded(account),
                encoded(&since.to_string())
            ))
            .await?;
        let mut ours = issues.iter().filter(|issue| {
            issue.pointer("/user/login").and_then(Value::as_str) == Some(account)
                && issue["body"].as_str().is_some_and(|body| body.ends_with(mark))
        });
        Ok(ours.next().and_then(read::link))
    }

    /// A request is an issue there, with the same number.
    async fn add_labels(&self, number: u64, _: bool, labels: &[String]) -> Result<(), ApiError> {
        let body = json!({ "labels": labels });
        self.below(Method::POST, &format!("/issues/{number}/labels"), Some(&body)).await.map(drop)
    }

    async fn find(&self, asked: &[Asked], _: u32) -> Result<Vec<Option<Found>>, ApiError> {
        one_by_one(asked, |asked| self.find_one(asked)).await
    }

    async fn may_write(&self, account: &str) -> Result<bool, ApiError> {
        match self.get(&format!("/collaborators/{}/permission", encoded(account))).await {
            Ok(answer) => Ok(matches!(answer["permission"].as_str(), Some("write" | "admin" | "owner"))),
            Err(ApiError::Forbidden(reason)) => {
                // Only administrators of a repository may ask. What nobody vouches for is not shown, and
                // what became of a contribution is told all the same.
                tracing::warn!(
                    reason,
                    "replies are not shown: make the account of the token an administrator of the repository"
                );
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    async fn close_issue(&self, number: u64) -> Result<(), ApiError> {
        self.close("issues", number).await
    }

    async fn close_request(&self, number: u64) -> Result<(), ApiError> {
        self.close("pulls", number).await
    }

    async fn remove_branch(&self, branch: &str) -> Result<(), ApiError> {
        self.below(Method::DELETE, &format!("/branches/{branch}"), None).await.map(drop)
    }
}
