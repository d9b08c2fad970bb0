//! GitLab's dialect of the core: REST v4. A call is held to the fields that `doc/api/*.md` of GitLab
//! describe; what is assumed beyond them is listed in `CONTRACT.md`.

use std::collections::BTreeSet;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::dialect::{BOT, Call, Dialect, OWNER, REPOSITORY, TOKEN, account, moment, wrong_head};
use super::fault::Fault;
use super::http::{Answer, Request};
use super::hub::{Core, Pull, PullState, Refusal, Remark, Verdict};

/// The number of the project.
const PROJECT: u64 = 278;
/// The most entries of a page.
const MOST: usize = 100;

/// GitLab as the service sees it.
pub(super) struct Gitlab {
    /// What the project is called now.
    name: String,
}

impl Gitlab {
    pub(super) fn new() -> Gitlab {
        Gitlab { name: REPOSITORY.to_owned() }
    }

    /// What follows the project in a path, and whether the project was called by an old name.
    fn below<'a>(&self, path: &'a str) -> Option<(&'a str, bool)> {
        let rest = path.strip_prefix("/api/v4/projects/")?;
        let after =
            |name: &str| rest.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        let now = format!("{OWNER}/{}", self.name);
        after(&PROJECT.to_string())
            .or_else(|| after(&now))
            .map(|rest| (rest, false))
            .or_else(|| after(&format!("{OWNER}/{REPOSITORY}")).map(|rest| (rest, true)))
    }
}

impl Dialect for Gitlab {
    fn answer(&mut self, core: &mut Core, request: &Request, violations: &mut Vec<String>) -> Answer {
        violations.extend(wrong_head(request));
        if request.headers.get("private-token").map(String::as_str) != Some(TOKEN) {
            return error(401, "401 Unauthorized");
        }
        if (request.method.as_str(), request.path.as_str()) == ("GET", "/api/v4/user") {
            return Answer::json(200, &user(BOT));
        }
        let Some((rest, is_old)) = self.below(&request.path) else {
            return error(404, "404 Project Not Found");
        };
        if request.raw_path.starts_with("/api/v4/projects/catalogue/") {
            violations.push(format!("the path of the project is not encoded: {}", request.raw_path));
        }
        if is_old {
            return moved(request, rest);
        }
        let call = Call::new(request, rest);
        let described = described(&call);
        match described {
            None => violations.push(format!("there is no {} {}", request.method, request.path)),
            Some(fields) => violations.extend(
                call.undescribed(fields).into_iter().map(|name| format!("{} takes no {name}", request.path)),
            ),
        }
        let answer = act(&self.name, core, &call).unwrap_or_else(|refusal| refused(&refusal));
        answer.with(&[("ratelimit-limit", "2000"), ("ratelimit-remaining", "1999")])
    }

    fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    fn limits(&self) -> [fn() -> Fault; 3] {
        [|| Fault::throttled(0), Fault::bare_limit, || Fault::too_many(0)]
    }
}

/// What an old path of the project leads to: reading to its number, anything else nowhere.
fn moved(request: &Request, rest: &str) -> Answer {
    if request.method != "GET" {
        return error(405, "Non GET methods are not allowed for moved projects");
    }
    let location = format!("http://forge.invalid/api/v4/projects/{PROJECT}{rest}");
    Answer {
        status: 301,
        headers: vec![("location".to_owned(), location)],
        body: b"Moved Permanently".to_vec(),
    }
}

/// The fields that a call may have, or nothing where there is no such call.
fn described(call: &Call<'_>) -> Option<&'static [&'static str]> {
    Some(match (call.method, call.parts.as_slice()) {
        ("GET", []) | ("GET" | "DELETE", ["repository", "branches", ..]) => &[],
        ("POST", ["repository", "commits"]) => {
            &["branch", "commit_message", "start_sha", "start_branch", "actions", "stats", "force"]
        }
        ("GET", ["merge_requests"]) => {
            &["source_branch", "state", "order_by", "sort", "per_page", "page", "scope", "created_after"]
        }
        ("POST", ["merge_requests"]) => {
            &["source_branch", "target_branch", "title", "description", "labels", "remove_source_branch"]
        }
        ("PUT", ["merge_requests" | "issues", _]) => &["state_event", "add_labels"],
        ("GET", ["merge_requests" | "issues", _, "notes"]) => &["order_by", "sort", "per_page", "page"],
        ("GET", ["merge_requests", _, "reviewers"]) => &["per_page", "page"],
        ("GET", ["issues"]) => &["scope", "state", "created_after", "order_by", "sort", "per_page", "page"],
        ("POST", ["issues"]) => &["title", "description", "labels"],
        ("GET", ["issues", _] | ["members", "all", _]) => &[],
        _ => return None,
    })
}

fn act(name: &str, core: &mut Core, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = |text: &str| text.parse::<u64>().unwrap_or_default();
    Ok(match (call.method, call.parts.as_slice()) {
        ("GET", []) => {
            Answer::json(200, &json!({ "id": PROJECT, "path_with_namespace": format!("{OWNER}/{name}") }))
        }
        ("GET", ["repository", "branches", branch @ ..]) => {
            let branch = branch.join("/");
            match core.look_up(&branch) {
                Some(tip) => Answer::json(200, &json!({ "name": branch, "commit": { "id": tip } })),
                None => error(404, "404 Branch Not Found"),
            }
        }
        ("DELETE", ["repository", "branches", branch @ ..]) => match core.delete_branch(&branch.join("/")) {
            Ok(()) => Answer::empty(204),
            Err(_) => error(404, "404 Branch Not Found"),
        },
        ("POST", ["repository", "commits"]) => commit(core, call)?,
        ("GET", ["merge_requests"]) => {
            let found = core.pulls_of(call.asked("source_branch").unwrap_or_default());
            let found = found.iter().map(|number| request(core, *number)).collect();
            Answer::json(200, &call.page(found, "per_page", MOST))
        }
        ("POST", ["merge_requests"]) => {
            let (head, base) = (call.text("source_branch"), call.text("target_branch"));
            let number = core.create_pull(&call.text("title"), &call.text("description"), &head, &base)?;
            labels_of(call).iter().for_each(|label| core.label(number, label));
            Answer::json(201, &request(core, number))
        }
        ("PUT", ["merge_requests", iid]) if core.pulls.contains_key(&number(iid)) => {
            if call.body["state_event"] == "close" {
                core.close_pull(number(iid));
            }
            listed(call, "add_labels").iter().for_each(|label| core.label(number(iid), label));
            Answer::json(200, &request(core, number(iid)))
        }
        ("GET", ["merge_requests", iid, "notes"]) => match core.pulls.get(&number(iid)) {
            Some(pull) => Answer::json(200, &call.page(notes(&pull.remarks), "per_page", MOST)),
            None => error(404, "404 Not found"),
        },
        ("GET", ["merge_requests", iid, "reviewers"]) => match core.pulls.get(&number(iid)) {
            Some(pull) => Answer::json(200, &call.page(reviewers(pull), "per_page", MOST)),
            None => error(404, "404 Not found"),
        },
        ("GET", ["issues"]) => {
            let found: Vec<Value> = core
                .newest_issues()
                .into_iter()
                .filter(|number| {
                    call.asked("scope") != Some("created_by_me") || core.issues[number].author == BOT
                })
                .map(|number| issue(core, number))
                .collect();
            Answer::json(200, &call.page(found, "per_page", MOST))
        }
        ("POST", ["issues"]) => {
            let number =
                core.create_issue(BOT, &call.text("title"), &call.text("description"), labels_of(call))?;
            Answer::json(201, &issue(core, number))
        }
        ("GET", ["issues", iid, "notes"]) => match core.issues.get(&number(iid)) {
            Some(issue) => Answer::json(200, &call.page(notes(&issue.remarks), "per_page", MOST)),
            None => error(404, "404 Not found"),
        },
        ("GET" | "PUT", ["issues", iid]) if core.issues.contains_key(&number(iid)) => {
            if call.body["state_event"] == "close" {
                // GitLab keeps no reason.
                core.issues.get_mut(&number(iid)).expect("an issue").closed = Some(true);
            }
            listed(call, "add_labels").iter().for_each(|label| core.label(number(iid), label));
            Answer::json(200, &issue(core, number(iid)))
        }
        ("GET", ["members", "all", id]) => {
            match core.people.iter().find(|(name, _)| account(name) == number(id)) {
                Some((name, right)) => Answer::json(200, &member(name, right)),
                None => error(404, "404 Not found"),
            }
        }
        _ => error(404, "404 Not Found"),
    })
}

/// "Create a commit": a new branch that begins at `start_sha`, or one more commit on a branch.
fn commit(core: &mut Core, call: &Call<'_>) -> Result<Answer, Refusal> {
    let branch = call.text("branch");
    let tip = core.tip(&branch);
    let start = call.body["start_sha"].as_str().map(str::to_owned);
    let parent = match (start, tip.clone()) {
        (Some(_), Some(_)) => return Err(Refusal::RefExists(branch)),
        (Some(start), None) => start,
        (None, Some(tip)) => tip,
        (None, None) => return Ok(error(400, "You can only create or edit files when you are on a branch")),
    };
    let (mut additions, mut gone) = (Vec::new(), Vec::new());
    for action in call.body["actions"].as_array().into_iter().flatten() {
        let path = action["file_path"].as_str().unwrap_or_default().to_owned();
        let is_there = core.blob_at(&parent, &path).is_some();
        let last = action["last_commit_id"].as_str();
        let kind = action["action"].as_str().unwrap_or_default();
        match (kind, is_there) {
            ("create", true) => return Ok(error(400, "A file with this name already exists")),
            ("update" | "delete", false) => {
                return Ok(error(400, "A file with this name doesn't exist"));
            }
            _ => {}
        }
        if last.is_some_and(|last| core.last_commit_of(last, &path) != core.last_commit_of(&parent, &path)) {
            let message = format!("The file has changed since you started editing it: {path}");
            return Ok(error(400, &message));
        }
        match kind {
            "delete" => gone.push(path),
            "create" | "update" => {
                let content = action["content"].as_str().unwrap_or_default();
                let bytes = match action["encoding"].as_str() {
                    Some("base64") => {
                        BASE64_STANDARD.decode(content).map_err(|_| Refusal::Invalid("actions", "content"))?
                    }
                    _ => content.as_bytes().to_vec(),
                };
                additions.push((path, bytes));
            }
            _ => {
                return Ok(Answer::json(
                    400,
                    &json!({ "error": "actions[0][action] does not have a valid value" }),
                ));
            }
        }
    }
    if tip.is_none() {
        core.create_branch(&branch, &parent)?;
    }
    let made = core.commit_on_branch(&branch, &parent, &call.text("commit_message"), &additions, &gone)?;
    Ok(Answer::json(
        201,
        &json!({ "id": made, "parent_ids": [parent], "message": call.text("commit_message") }),
    ))
}

fn labels_of(call: &Call<'_>) -> BTreeSet<String> {
    listed(call, "labels")
}

/// A list in one text.
fn listed(call: &Call<'_>, field: &str) -> BTreeSet<String> {
    call.text(field).split(',').filter(|label| !label.is_empty()).map(str::to_owned).collect()
}

fn user(name: &str) -> Value {
    json!({ "id": account(name), "username": name, "state": "active" })
}

/// Developers and who may do more may push.
fn member(name: &str, right: &str) -> Value {
    let mut member = user(name);
    member["access_level"] = json!(match right {
        "admin" => 40,
        "write" => 30,
        _ => 20,
    });
    member
}

fn request(core: &Core, number: u64) -> Value {
    let pull = &core.pulls[&number];
    let state = match pull.state {
        PullState::Open => "opened",
        PullState::Closed => "closed",
        PullState::Merged => "merged",
    };
    json!({
        "iid": number,
        "web_url": format!("https://gitlab.invalid/{OWNER}/{REPOSITORY}/-/merge_requests/{number}"),
        "title": pull.title,
        "description": pull.body,
        "state": state,
        "sha": core.head_of(number),
        "source_branch": pull.head,
        "target_branch": pull.base,
        "source_project_id": if pull.from_fork { PROJECT + 1 } else { PROJECT },
        "target_project_id": PROJECT,
        "merge_commit_sha": pull.merge_commit,
        "squash_commit_sha": null,
        "labels": pull.labels,
        "user_notes_count": notes(&pull.remarks).len(),
        "reviewers": reviewers(pull).iter().map(|one| one["user"].clone()).collect::<Vec<_>>(),
        "author": user(BOT),
    })
}

fn issue(core: &Core, number: u64) -> Value {
    let issue = &core.issues[&number];
    json!({
        "iid": number,
        "web_url": format!("https://gitlab.invalid/{OWNER}/{REPOSITORY}/-/issues/{number}"),
        "title": issue.title,
        "description": issue.body,
        "state": if issue.closed.is_none() { "opened" } else { "closed" },
        "labels": issue.labels,
        "user_notes_count": issue.remarks.len(),
        "author": user(&issue.author),
    })
}

/// Words, newest first; those of a review too.
fn notes(remarks: &[Remark]) -> Vec<Value> {
    let words = remarks.iter().rev().filter(|remark| !remark.body.is_empty());
    let mut notes: Vec<Value> = words
        .map(|remark| {
            json!({
                "id": remark.id, "body": remark.body, "author": user(&remark.author),
                "created_at": moment(remark.at), "system": false, "internal": remark.internal,
            })
        })
        .collect();
    if let Some(remark) = remarks.first() {
        // What GitLab itself notes is in the same list.
        notes.push(json!({
            "id": 1, "body": "requested review", "author": user(&remark.author),
            "created_at": moment(remark.at), "system": true, "internal": false,
        }));
    }
    notes
}

/// Who has reviewed, and the last thing each has said.
fn reviewers(pull: &Pull) -> Vec<Value> {
    let mut reviewers: Vec<(&str, &str)> = Vec::new();
    for remark in &pull.remarks {
        let Some(verdict) = remark.verdict else { continue };
        let state = match verdict {
            Verdict::Approved => "approved",
            Verdict::ChangesRequested => "requested_changes",
            Verdict::Commented => "reviewed",
        };
        reviewers.retain(|(name, _)| *name != remark.author);
        reviewers.push((&remark.author, state));
    }
    reviewers.iter().map(|(name, state)| json!({ "user": user(name), "state": state })).collect()
}

fn error(status: u16, message: &str) -> Answer {
    Answer::json(status, &json!({ "message": message }))
}

/// A refusal in GitLab's words.
fn refused(refusal: &Refusal) -> Answer {
    match refusal {
        Refusal::RefExists(branch) => {
            let message = format!(
                "A branch called '{branch}' already exists. Switch to that branch in order to make changes"
            );
            error(400, &message)
        }
        Refusal::Missing(what) => error(400, &format!("Cannot find start_sha '{what}'")),
        Refusal::Stale(_) => error(400, "Could not update refs/heads. Please refresh and try again."),
        Refusal::PullExists(head) => Answer::json(
            409,
            &json!({ "message": [format!("Another open merge request already exists for this source branch: {head}")] }),
        ),
        Refusal::NoCommits(..) => {
            Answer::json(422, &json!({ "message": ["No commits between the branches"] }))
        }
        Refusal::Invalid(_, field) => Answer::json(400, &json!({ "message": { *field: ["is invalid"] } })),
        Refusal::TooLong(field) => Answer::json(400, &json!({ "message": { *field: ["is too long"] } })),
    }
}
