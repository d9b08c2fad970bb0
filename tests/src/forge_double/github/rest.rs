//! GitHub's REST: an operation does its work in the core, and its answer is the official example with
//! the fields exchanged that depend on the work.

use std::collections::{BTreeMap, BTreeSet};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::{BOT, Dialect, INSTALLATION, OWNER, REPOSITORY, Viewer, error, refused};
use crate::forge_double::http::{Answer, Request};
use crate::forge_double::hub::{Core, PullState, Refusal};

/// What a token of the service may do; asking for more is refused.
const GRANTED: &[&str] = &["contents", "pull_requests", "issues", "metadata"];

pub(super) fn answer(dialect: &mut Dialect, core: &mut Core, request: &Request, viewer: &Viewer) -> Answer {
    let Some((operation, path)) = dialect.description.find(&request.method, &request.path) else {
        dialect.violations.push(format!("there is no {} {}", request.method, request.path));
        return error(404, "Not Found");
    };
    // What is wrong with a request is a mistake of the service, and GitHub's answer would be 422.
    let wrong = dialect.description.wrong_request(&operation, &request.body);
    if !wrong.is_empty() {
        dialect.violations.extend(wrong);
        return error(422, "Validation Failed");
    }
    let is_for_app = operation.ends_with("/installation") || operation.starts_with("POST /app/");
    if is_for_app != (*viewer == Viewer::App) {
        return error(401, "A JSON web token could not be decoded");
    }
    if let Some(repo) = path.get("repo") {
        if path["owner"] != OWNER || (*repo != dialect.name && repo != REPOSITORY) {
            return error(404, "Not Found");
        }
        if *repo != dialect.name {
            let rest = request.path.splitn(5, '/').nth(4).map(|rest| format!("/{rest}")).unwrap_or_default();
            let location = format!("/repositories/1{rest}");
            let moved = json!({ "message": "Moved Permanently", "url": location,
                "documentation_url": "https://docs.github.com/rest" });
            return Answer::json(301, &moved).with(&[("location", &location)]);
        }
    }
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let done = act(dialect, core, &operation, &path, &body);
    let answer = done.unwrap_or_else(|refusal| refused(&refusal));
    let wrong = dialect.description.wrong_answer(&operation, answer.status, &answer.body);
    dialect.violations.extend(wrong);
    answer
}

fn act(
    dialect: &mut Dialect,
    core: &mut Core,
    operation: &str,
    path: &BTreeMap<String, String>,
    body: &Value,
) -> Result<Answer, Refusal> {
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let texts = |value: &Value| -> Vec<String> {
        value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let number =
        |name: &str| path.get(name).and_then(|number| number.parse::<u64>().ok()).unwrap_or_default();
    let mut example = dialect.description.example(operation);
    let short = operation.rsplit_once("{repo}").map_or(operation, |(_, short)| short);
    let method = operation.split(' ').next().unwrap_or_default();
    Ok(match (method, short) {
        ("GET", "GET /rate_limit") => Answer::json(200, &example),
        ("POST", "POST /app/installations/{installation_id}/access_tokens") => {
            if number("installation_id") != INSTALLATION {
                return Ok(error(404, "Not Found"));
            }
            let asked = body["permissions"].as_object().cloned().unwrap_or_default();
            if let Some(more) = asked.keys().find(|name| !GRANTED.contains(&name.as_str())) {
                return Ok(error(422, &format!("The permission {more} was not granted")));
            }
            if texts(&body["repositories"]).iter().any(|name| *name != dialect.name) {
                return Ok(error(422, "There is at least one repository that does not exist"));
            }
            example["token"] = json!(dialect.issue_token());
            example["expires_at"] = json!("2099-01-01T00:00:00Z");
            Answer::json(201, &example)
        }
        ("GET", "/installation") => {
            example["id"] = json!(INSTALLATION);
            Answer::json(200, &example)
        }
        ("GET", "") => {
            let object = example.as_object_mut().expect("an object");
            // GitHub's own example lacks what its own schema asks of these two.
            object.remove("source");
            object.remove("parent");
            object.insert("language".to_owned(), Value::Null);
            object.insert("name".to_owned(), json!(dialect.name));
            object.insert("full_name".to_owned(), json!(format!("{OWNER}/{}", dialect.name)));
            Answer::json(200, &example)
        }
        ("GET", "/collaborators/{username}/permission") => {
            let Some(may) = core.people.get(&path["username"]) else {
                return Ok(error(404, &format!("{} is not a user", path["username"])));
            };
            example["permission"] = json!(may);
            example["role_name"] = json!(may);
            example["user"]["login"] = json!(path["username"]);
            example["user"]["role_name"] = json!(may);
            Answer::json(200, &example)
        }
        ("POST", "/git/blobs") => {
            let bytes = match body["encoding"].as_str() {
                Some("base64") => BASE64_STANDARD
                    .decode(text("content"))
                    .map_err(|_| Refusal::Invalid("Blob", "content"))?,
                _ => text("content").into_bytes(),
            };
            example["sha"] = json!(core.create_blob(&bytes));
            Answer::json(201, &example)
        }
        ("POST", "/git/trees") => {
            let (mut entries, mut gone) = (Vec::new(), Vec::new());
            for entry in body["tree"].as_array().into_iter().flatten() {
                // "If the value is null then the file will be deleted."
                if entry.get("sha") == Some(&Value::Null) {
                    gone.push(entry["path"].as_str().unwrap_or_default().to_owned());
                    continue;
                }
                let blob = match (entry["sha"].as_str(), entry["content"].as_str()) {
                    (Some(sha), None) => sha.to_owned(),
                    (None, Some(content)) => core.create_blob(content.as_bytes()),
                    _ => return Err(Refusal::Invalid("Tree", "sha")),
                };
                entries.push((entry["path"].as_str().unwrap_or_default().to_owned(), blob));
            }
            example["sha"] = json!(core.create_tree(body["base_tree"].as_str(), &entries, &gone)?);
            example["truncated"] = json!(false);
            Answer::json(201, &example)
        }
        ("POST", "/git/commits") => {
            let commit = core.create_commit(&text("message"), &text("tree"), &texts(&body["parents"]))?;
            example["sha"] = json!(commit);
            example["message"] = json!(text("message"));
            example["tree"]["sha"] = json!(text("tree"));
            Answer::json(201, &example)
        }
        ("POST", "/git/refs") => {
            let (name, commit) = (text("ref"), text("sha"));
            let branch = name.strip_prefix("refs/heads/").ok_or(Refusal::Invalid("Reference", "ref"))?;
            core.create_branch(branch, &commit)?;
            example["ref"] = json!(name);
            example["object"]["sha"] = json!(commit);
            Answer::json(201, &example)
        }
        ("PATCH", "/git/refs/{ref}") => {
            let branch = path["ref"].strip_prefix("heads/").unwrap_or(&path["ref"]);
            if let Err(Refusal::Stale(_)) = core.move_branch(branch, &text("sha")) {
                return Ok(error(422, "Update is not a fast forward"));
            }
            example["ref"] = json!(format!("refs/heads/{branch}"));
            example["object"]["sha"] = json!(text("sha"));
            Answer::json(200, &example)
        }
        ("DELETE", "/git/refs/{ref}") => {
            core.delete_branch(path["ref"].strip_prefix("heads/").unwrap_or(&path["ref"]))?;
            Answer::empty(204)
        }
        ("POST", "/pulls") => {
            let number = core.create_pull(&text("title"), &text("body"), &text("head"), &text("base"))?;
            Answer::json(201, &pull(core, number, example))
        }
        ("PATCH", "/pulls/{pull_number}") => {
            let number = number("pull_number");
            if !core.pulls.contains_key(&number) {
                return Ok(error(404, "Not Found"));
            }
            if body["state"] == "closed" {
                core.close_pull(number);
            }
            Answer::json(200, &pull(core, number, example))
        }
        ("POST", "/issues") => {
            let labels: BTreeSet<String> = texts(&body["labels"]).into_iter().collect();
            let number = core.create_issue(BOT, &text("title"), &text("body"), labels)?;
            Answer::json(201, &issue(core, number, example))
        }
        ("PATCH", "/issues/{issue_number}") => {
            let number = number("issue_number");
            let Some(found) = core.issues.get_mut(&number) else { return Ok(error(404, "Not Found")) };
            if body["state"] == "closed" {
                found.closed = Some(body["state_reason"] != "not_planned");
            }
            Answer::json(200, &issue(core, number, example))
        }
        ("POST", "/issues/{issue_number}/labels") => {
            let number = number("issue_number");
            if !core.pulls.contains_key(&number) && !core.issues.contains_key(&number) {
                return Ok(error(404, "Not Found"));
            }
            let mut labels = Vec::new();
            for label in texts(&body["labels"]) {
                core.label(number, &label);
                let mut one = example.clone();
                one["name"] = json!(label);
                labels.push(one);
            }
            Answer::json(200, &Value::Array(labels))
        }
        other => unreachable!("{other:?} is described and not done"),
    })
}

fn pull(core: &Core, number: u64, mut example: Value) -> Value {
    let pull = &core.pulls[&number];
    example["number"] = json!(number);
    example["html_url"] = json!(address(number, "pull"));
    example["title"] = json!(pull.title);
    example["body"] = json!(pull.body);
    example["state"] = json!(if pull.state == PullState::Open { "open" } else { "closed" });
    example["merged"] = json!(pull.state == PullState::Merged);
    example["head"]["ref"] = json!(pull.head);
    example["head"]["sha"] = json!(core.head_of(number));
    example["base"]["ref"] = json!(pull.base);
    example["user"]["login"] = json!(BOT);
    // GitHub's own example lacks what its own schema asks of a team.
    example["requested_teams"] = json!([]);
    example
}

fn issue(core: &Core, number: u64, mut example: Value) -> Value {
    let issue = &core.issues[&number];
    example["number"] = json!(number);
    example["html_url"] = json!(address(number, "issues"));
    example["title"] = json!(issue.title);
    example["body"] = json!(issue.body);
    example["state"] = json!(if issue.closed.is_none() { "open" } else { "closed" });
    example["user"]["login"] = json!(BOT);
    example
}

/// The page of a request or an issue.
pub(super) fn address(number: u64, kind: &str) -> String {
    format!("https://github.invalid/{OWNER}/{REPOSITORY}/{kind}/{number}")
}
