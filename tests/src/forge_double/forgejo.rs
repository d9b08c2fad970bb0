//! Forgejo's and Gitea's dialect of the core: API v1. A call is held to the fields that its own description
//! names; what is assumed beyond them is listed in `CONTRACT.md`.

use std::collections::BTreeSet;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::dialect::{BOT, Call, Dialect, OWNER, REPOSITORY, TOKEN, account, moment, wrong_head};
use super::fault::Fault;
use super::http::{Answer, Request};
use super::hub::{Core, PullState, Refusal, Remark, Verdict};

/// The most entries of a page.
const MOST: usize = 50;
/// The number of the repository.
const ID: u64 = 5;

/// Forgejo as the service sees it.
pub(super) struct Forgejo {
    /// What the repository is called now.
    name: String,
}

impl Forgejo {
    pub(super) fn new() -> Forgejo {
        Forgejo { name: REPOSITORY.to_owned() }
    }
}

impl Dialect for Forgejo {
    fn answer(&mut self, core: &mut Core, request: &Request, violations: &mut Vec<String>) -> Answer {
        violations.extend(wrong_head(request));
        let given = request.headers.get("authorization").and_then(|given| given.strip_prefix("token "));
        if given != Some(TOKEN) {
            return error(401, "user does not exist [uid: 0, name: ]");
        }
        if (request.method.as_str(), request.path.as_str()) == ("GET", "/api/v1/user") {
            return Answer::json(200, &user(BOT));
        }
        let below = |name: &str| {
            let rest = request.path.strip_prefix(&format!("/api/v1/repos/{OWNER}/{name}"))?;
            (rest.is_empty() || rest.starts_with('/')).then_some(rest)
        };
        let Some(rest) = below(&self.name) else {
            return match below(REPOSITORY) {
                Some(rest) => {
                    let query =
                        request.raw_query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
                    let location = format!("/api/v1/repos/{OWNER}/{}{rest}{query}", self.name);
                    Answer::empty(307).with(&[("location", &location)])
                }
                None => error(404, "The target couldn't be found."),
            };
        };
        let call = Call::new(request, rest.trim_start_matches('/'));
        match described(&call) {
            None => violations.push(format!("there is no {} {}", request.method, request.path)),
            Some(fields) => violations.extend(
                call.undescribed(fields).into_iter().map(|name| format!("{} takes no {name}", request.path)),
            ),
        }
        act(core, &call).unwrap_or_else(|refusal| refused(&refusal))
    }

    fn rename(&mut self, name: &str) {
        name.clone_into(&mut self.name);
    }

    fn limits(&self) -> [fn() -> Fault; 3] {
        [|| Fault::too_many(0), Fault::bare_limit, || Fault::busy(0)]
    }
}

/// The fields that a call may have, or nothing where there is no such call.
fn described(call: &Call<'_>) -> Option<&'static [&'static str]> {
    Some(match (call.method, call.parts.as_slice()) {
        ("GET", []) | ("GET" | "DELETE", ["branches", ..]) => &[],
        ("POST", ["contents"]) => {
            &["branch", "new_branch", "message", "files", "author", "committer", "dates"]
        }
        ("GET", ["pulls", _, "reviews"]) => &["page", "limit"],
        ("GET", ["pulls", _, ..] | ["issues", _]) => &[],
        ("POST", ["pulls"]) => &["title", "body", "head", "base", "labels"],
        ("PATCH", ["pulls" | "issues", _]) => &["state", "title", "body"],
        ("GET", ["issues"]) => &["type", "state", "created_by", "since", "page", "limit"],
        ("POST", ["issues"]) => &["title", "body", "labels"],
        ("GET", ["issues", _, "comments"]) => &["since", "before"],
        ("POST", ["issues", _, "labels"]) => &["labels"],
        ("GET", ["collaborators", _, "permission"]) => &[],
        _ => return None,
    })
}

fn act(core: &mut Core, call: &Call<'_>) -> Result<Answer, Refusal> {
    let number = |text: &str| text.parse::<u64>().unwrap_or_default();
    let not_found = || error(404, "The target couldn't be found.");
    Ok(match (call.method, call.parts.as_slice()) {
        ("GET", []) => Answer::json(200, &json!({ "id": ID })),
        ("GET", ["branches", branch @ ..]) => {
            let branch = branch.join("/");
            match core.look_up(&branch) {
                Some(tip) => Answer::json(200, &json!({ "name": branch, "commit": { "id": tip } })),
                None => not_found(),
            }
        }
        ("DELETE", ["branches", branch @ ..]) => match core.delete_branch(&branch.join("/")) {
            Ok(()) => Answer::empty(204),
            Err(_) => not_found(),
        },
        ("POST", ["contents"]) => contents(core, call)?,
        ("GET", ["pulls", index, "reviews"]) => match core.pulls.get(&number(index)) {
            Some(pull) => Answer::json(200, &call.page(remarks(&pull.remarks, true), "limit", MOST)),
            None => not_found(),
        },
        ("GET", ["pulls", index]) => match core.pulls.contains_key(&number(index)) {
            true => Answer::json(200, &pull(core, number(index))),
            false => not_found(),
        },
        ("GET", ["pulls", base, head @ ..]) => {
            // Only requests from the repository itself: a copy's would be asked for as `owner:branch`.
            let found = core.pulls_of(&head.join("/"));
            let is_own = |number: &u64| !core.pulls[number].from_fork && core.pulls[number].base == *base;
            match found.into_iter().find(is_own) {
                Some(number) => Answer::json(200, &pull(core, number)),
                None => not_found(),
            }
        }
        ("POST", ["pulls"]) => {
            let (head, base) = (call.text("head"), call.text("base"));
            let number = core.create_pull(&call.text("title"), &call.text("body"), &head, &base)?;
            Answer::json(201, &pull(core, number))
        }
        ("PATCH", ["pulls", index]) if core.pulls.contains_key(&number(index)) => {
            if core.pulls[&number(index)].state == PullState::Merged {
                return Ok(error(412, "cannot change state of this pull request, it was already merged"));
            }
            if call.body["state"] == "closed" {
                core.close_pull(number(index));
            }
            Answer::json(201, &pull(core, number(index)))
        }
        ("GET", ["issues"]) => {
            let found: Vec<Value> = core
                .newest_issues()
                .into_iter()
                .filter(|number| call.asked("created_by").is_none_or(|by| core.issues[number].author == by))
                .map(|number| issue(core, number))
                .collect();
            Answer::json(200, &call.page(found, "limit", MOST))
        }
        ("POST", ["issues"]) => {
            let number = core.create_issue(BOT, &call.text("title"), &call.text("body"), BTreeSet::new())?;
            Answer::json(201, &issue(core, number))
        }
        ("GET" | "PATCH", ["issues", index]) if core.issues.contains_key(&number(index)) => {
            let is_change = call.method == "PATCH";
            if is_change && call.body["state"] == "closed" {
                // Forgejo keeps no reason.
                core.issues.get_mut(&number(index)).expect("an issue").closed = Some(true);
            }
            Answer::json(if is_change { 201 } else { 200 }, &issue(core, number(index)))
        }
        ("GET", ["issues", index, "comments"]) => {
            let index = number(index);
            let of_pull = core.pulls.get(&index).map(|pull| &pull.remarks);
            match of_pull.or_else(|| core.issues.get(&index).map(|issue| &issue.remarks)) {
                Some(all) => Answer::json(200, &Value::Array(remarks(all, false))),
                None => not_found(),
            }
        }
        ("POST", ["issues", index, "labels"]) => {
            let labels = call.body["labels"].as_array().cloned().unwrap_or_default();
            labels.iter().filter_map(Value::as_str).for_each(|label| core.label(number(index), label));
            Answer::json(200, &Value::Array(labels.iter().map(|name| json!({ "name": name })).collect()))
        }
        ("GET", ["collaborators", name, "permission"]) => match core.people.get(*name) {
            Some(right) => {
                Answer::json(200, &json!({ "permission": right, "role_name": right, "user": user(name) }))
            }
            None => error(404, &format!("user does not exist [uid: 0, name: {name}]")),
        },
        _ => not_found(),
    })
}

/// "Modify multiple files in a repository": a commit on a branch, or on a new one that begins where that
/// branch ends now.
fn contents(core: &mut Core, call: &Call<'_>) -> Result<Answer, Refusal> {
    let branch = call.text("branch");
    let new_branch = call.body["new_branch"].as_str().filter(|name| *name != branch).map(str::to_owned);
    let Some(parent) = core.tip(&branch) else {
        return Ok(error(404, &format!("branch does not exist [repo_id: {ID} name: {branch}]")));
    };
    if let Some(new_branch) = new_branch.as_ref().filter(|name| core.tip(name).is_some()) {
        return Err(Refusal::RefExists(new_branch.clone()));
    }
    let (mut additions, mut gone) = (Vec::new(), Vec::new());
    for file in call.body["files"].as_array().into_iter().flatten() {
        let path = file["path"].as_str().unwrap_or_default().to_owned();
        let there = core.blob_at(&parent, &path);
        let given = file["sha"].as_str();
        match (file["operation"].as_str().unwrap_or_default(), there) {
            ("create", Some(_)) => {
                return Ok(error(422, &format!("repository file already exists [path: {path}]")));
            }
            ("create" | "update", there) => {
                if let Some(refusal) = differs(&path, given, there.as_deref()) {
                    return Ok(refusal);
                }
                let content = file["content"].as_str().unwrap_or_default();
                let bytes =
                    BASE64_STANDARD.decode(content).map_err(|_| Refusal::Invalid("files", "content"))?;
                additions.push((path, bytes));
            }
            ("delete", there) => {
                if let Some(refusal) = differs(&path, given, there.as_deref()) {
                    return Ok(refusal);
                }
                gone.push(path);
            }
            (other, _) => return Ok(error(500, &format!("invalid file operation: {other} {path}"))),
        }
    }
    let target = new_branch.unwrap_or_else(|| branch.clone());
    if target != branch {
        core.create_branch(&target, &parent)?;
    }
    let made = core.commit_on_branch(&target, &parent, call.text("message").trim(), &additions, &gone)?;
    Ok(Answer::json(201, &json!({ "commit": { "sha": made }, "files": [] })))
}

/// Refuses where the file is not what the caller thinks.
fn differs(path: &str, given: Option<&str>, there: Option<&str>) -> Option<Answer> {
    match (given, there) {
        (None, None) => None,
        (Some(given), Some(there)) if given == there => None,
        (Some(given), there) => {
            let there = there.unwrap_or_default();
            let message = format!("sha does not match [given: {given}, expected: {there}]");
            Some(error(422, &message))
        }
        (None, Some(_)) => {
            Some(error(422, &format!("a SHA or commit ID must be proved when updating a file: {path}")))
        }
    }
}

fn user(name: &str) -> Value {
    json!({ "id": account(name), "login": name })
}

fn labels(labels: &BTreeSet<String>) -> Vec<Value> {
    labels.iter().map(|name| json!({ "name": name })).collect()
}

fn pull(core: &Core, number: u64) -> Value {
    let pull = &core.pulls[&number];
    json!({
        "number": number,
        "html_url": format!("https://forgejo.invalid/{OWNER}/{REPOSITORY}/pulls/{number}"),
        "title": pull.title,
        "body": pull.body,
        "state": if pull.state == PullState::Open { "open" } else { "closed" },
        "merged": pull.state == PullState::Merged,
        "merge_commit_sha": pull.merge_commit,
        "head": {
            "ref": pull.head,
            "sha": core.head_of(number),
            "repo_id": if pull.from_fork { ID + 1 } else { ID },
        },
        "base": { "ref": pull.base, "repo_id": ID },
        "labels": labels(&pull.labels),
        "user": user(BOT),
    })
}

fn issue(core: &Core, number: u64) -> Value {
    let issue = &core.issues[&number];
    json!({
        "number": number,
        "html_url": format!("https://forgejo.invalid/{OWNER}/{REPOSITORY}/issues/{number}"),
        "title": issue.title,
        "body": issue.body,
        "state": if issue.closed.is_none() { "open" } else { "closed" },
        "labels": labels(&issue.labels),
        "user": user(&issue.author),
    })
}

/// Comments, or reviews, oldest first.
fn remarks(remarks: &[Remark], are_reviews: bool) -> Vec<Value> {
    let wanted = remarks.iter().filter(|remark| remark.verdict.is_some() == are_reviews);
    wanted
        .map(|remark| {
            let state = match remark.verdict {
                Some(Verdict::Approved) => "APPROVED",
                Some(Verdict::ChangesRequested) => "REQUEST_CHANGES",
                _ => "COMMENT",
            };
            json!({
                "id": remark.id, "body": remark.body, "user": user(&remark.author), "state": state,
                "created_at": moment(remark.at), "submitted_at": moment(remark.at), "dismissed": false,
            })
        })
        .collect()
}

fn error(status: u16, message: &str) -> Answer {
    Answer::json(status, &json!({ "message": message, "url": "https://forgejo.invalid/api/swagger" }))
}

/// A refusal in Forgejo's words.
fn refused(refusal: &Refusal) -> Answer {
    match refusal {
        Refusal::RefExists(branch) => error(422, &format!("branch already exists [name: {branch}]")),
        Refusal::Missing(_) => error(404, "The target couldn't be found."),
        Refusal::Stale(_) => error(500, "PushRejected"),
        Refusal::PullExists(head) => {
            let targets =
                format!("head_repo_id: {ID}, base_repo_id: {ID}, head_branch: {head}, base_branch: main");
            error(
                409,
                &format!("pull request already exists for these targets [id: 1, issue_id: 1, {targets}]"),
            )
        }
        Refusal::NoCommits(..) => {
            error(422, "Invalid PullRequest: There are no changes between the head and the base")
        }
        Refusal::Invalid(_, field) => error(422, &format!("[{field}]: Invalid")),
        Refusal::TooLong(field) => error(422, &format!("[{field}]: MaxSize")),
    }
}
