//! GitHub's GraphQL: a document is held to the schema and executed, field by field, by the reference
//! algorithm; the fields of the root do their work in the core. Mutations of one document are done
//! one after another, and one that fails leaves the others as they are.

use std::cell::RefCell;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::resolvers::{Execution, FieldError, ObjectValue, ResolveInfo, ResolvedValue};
use apollo_compiler::response::{JsonMap, JsonValue};
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::rest::address;
use super::{BOT, Dialect, OWNER, REPOSITORY, Viewer};
use crate::forge_double::dialect::moment;
use crate::forge_double::http::{Answer, Request};
use crate::forge_double::hub::{Core, PullState, Refusal, Remark, Verdict};

/// The id of the repository.
const REPOSITORY_ID: &str = "R_interlink";

/// What stands between the kind of an error and its words until the answer is written.
const BETWEEN: char = '\u{1}';

/// The fields of the root of a document, for the log.
pub(super) fn root_fields(body: &[u8]) -> String {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = body["query"].as_str().unwrap_or_default();
    let mut names: Vec<&str> = Vec::new();
    for name in ["createRef", "createCommitOnBranch", "createPullRequest", "repository", "rateLimit"] {
        if text.contains(&format!("{name}(")) || text.contains(&format!("{name} {{")) {
            names.push(name);
        }
    }
    format!(" {}", names.join(" "))
}

pub(super) fn answer(dialect: &mut Dialect, core: &mut Core, request: &Request, viewer: &Viewer) -> Answer {
    if *viewer == Viewer::App {
        return super::error(401, "Bad credentials");
    }
    let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    let known = ["query", "variables", "operationName"];
    for name in body
        .as_object()
        .into_iter()
        .flat_map(|body| body.keys())
        .filter(|name| !known.contains(&name.as_str()))
    {
        dialect.violations.push(format!("GraphQL takes no {name}"));
    }
    let text = body["query"].as_str().unwrap_or_default();
    let variables: JsonMap = serde_json::from_value(body["variables"].clone()).unwrap_or_default();
    let schema = &dialect.description.schema;
    let document = match ExecutableDocument::parse_and_validate(schema, text, "request.graphql") {
        Ok(document) => document,
        Err(wrong) => {
            dialect.violations.push(format!("the document does not fit the schema:\n{}", wrong.errors));
            return Answer::json(200, &json!({ "errors": [{ "message": wrong.errors.to_string() }] }));
        }
    };
    let is_mutation = text.trim_start().starts_with("mutation");
    let name = dialect.name.clone();
    let world = World { core: RefCell::new(core), name };
    let root = Root { world: &world, type_name: if is_mutation { "Mutation" } else { "Query" } };
    let executed = Execution::new(schema, &document).raw_variable_values(&variables).execute_sync(&root);
    match executed {
        Ok(response) => {
            let mut value = serde_json::to_value(&response).expect("a response can be written");
            for error in value["errors"].as_array_mut().into_iter().flatten() {
                // The engine says first whose error it is.
                let told = error["message"].as_str().map(|text| text.trim_start_matches("resolver error: "));
                match told.and_then(|text| text.split_once(BETWEEN)) {
                    Some((kind, message)) => {
                        let (kind, message) = (json!(kind), json!(message));
                        error["type"] = kind;
                        error["message"] = message;
                    }
                    // An answer of ours that the schema does not allow.
                    None => dialect.violations.push(format!("an answer does not fit the schema: {error}")),
                }
            }
            Answer::json(200, &value)
        }
        Err(wrong) => {
            let message = format!("{wrong:?}");
            dialect.violations.push(format!("the variables do not fit the document: {message}"));
            Answer::json(200, &json!({ "errors": [{ "message": message }] }))
        }
    }
}

struct World<'c> {
    core: RefCell<&'c mut Core>,
    name: String,
}

struct Root<'w, 'c> {
    world: &'w World<'c>,
    type_name: &'static str,
}

/// An object whose fields are all known; fields with arguments are cut to what they ask for.
struct Object {
    type_name: &'static str,
    value: Value,
}

fn error(kind: &str, message: impl std::fmt::Display) -> FieldError {
    FieldError { message: format!("{kind}{BETWEEN}{message}") }
}

fn refused(refusal: &Refusal) -> FieldError {
    match refusal {
        Refusal::Missing(what) => error("NOT_FOUND", format!("Could not resolve {what}.")),
        Refusal::RefExists(branch) => {
            let message = format!("A ref named \"refs/heads/{branch}\" already exists in the repository.");
            error("UNPROCESSABLE", message)
        }
        Refusal::Stale(expected) => {
            let message =
                format!("Expected branch to point to \"{expected}\" but it did not. Pull and try again.");
            error("STALE_DATA", message)
        }
        Refusal::PullExists(head) => {
            error("UNPROCESSABLE", format!("A pull request already exists for {OWNER}:{head}."))
        }
        Refusal::NoCommits(base, head) => {
            error("UNPROCESSABLE", format!("No commits between {base} and {head}"))
        }
        Refusal::Invalid(_, field) => error("UNPROCESSABLE", format!("{field} is invalid")),
        Refusal::TooLong(_) => error("UNPROCESSABLE", "Body is too long (maximum is 65536 characters)"),
    }
}

impl ObjectValue for Root<'_, '_> {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        let arguments = serde_json::to_value(info.arguments()).unwrap_or_default();
        let mut core = self.world.core.borrow_mut();
        let input = &arguments["input"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match info.field_name() {
            "rateLimit" => Ok(object(
                "RateLimit",
                json!({ "cost": 1, "limit": 5000, "remaining": 4999, "resetAt": "2030-01-01T00:00:00Z" }),
            )),
            "repository" => {
                let name = text(&arguments["name"]);
                let is_ours = name == self.world.name || name == REPOSITORY;
                if arguments["owner"] != OWNER || !is_ours {
                    let message =
                        format!("Could not resolve to a Repository with the name '{OWNER}/{name}'.");
                    return Err(error("NOT_FOUND", message));
                }
                drop(core);
                Ok(ResolvedValue::object(RepositoryOf { world: self.world }))
            }
            "createRef" => {
                if input["repositoryId"] != REPOSITORY_ID {
                    return Err(error("NOT_FOUND", "Could not resolve to a node with the global id"));
                }
                let name = text(&input["name"]);
                let branch = name
                    .strip_prefix("refs/heads/")
                    .ok_or_else(|| error("UNPROCESSABLE", format!("{name} is not a valid ref name.")))?;
                core.create_branch(branch, &text(&input["oid"])).map_err(|refusal| refused(&refusal))?;
                Ok(object("CreateRefPayload", json!({ "ref": reference(branch, &text(&input["oid"])) })))
            }
            "createCommitOnBranch" => {
                let branch = &input["branch"];
                if branch["repositoryNameWithOwner"] != format!("{OWNER}/{}", self.world.name) {
                    return Err(error("NOT_FOUND", "Could not resolve to a Repository."));
                }
                let mut additions = Vec::new();
                for file in input["fileChanges"]["additions"].as_array().into_iter().flatten() {
                    let bytes = BASE64_STANDARD
                        .decode(text(&file["contents"]))
                        .map_err(|_| error("UNPROCESSABLE", "the contents are no base64"))?;
                    additions.push((text(&file["path"]), bytes));
                }
                let (headline, body) = (text(&input["message"]["headline"]), text(&input["message"]["body"]));
                let message = if body.is_empty() { headline } else { format!("{headline}\n\n{body}") };
                let expected = text(&input["expectedHeadOid"]);
                let gone = input["fileChanges"]["deletions"].as_array().into_iter().flatten();
                let gone: Vec<String> = gone.map(|file| text(&file["path"])).collect();
                let name = text(&branch["branchName"]);
                let commit = core
                    .commit_on_branch(&name, &expected, &message, &additions, &gone)
                    .map_err(|refusal| refused(&refusal))?;
                Ok(object("CreateCommitOnBranchPayload", json!({ "commit": { "oid": commit } })))
            }
            "createPullRequest" => {
                if input["repositoryId"] != REPOSITORY_ID {
                    return Err(error("NOT_FOUND", "Could not resolve to a node with the global id"));
                }
                let (title, body) = (text(&input["title"]), text(&input["body"]));
                let number = core
                    .create_pull(&title, &body, &text(&input["headRefName"]), &text(&input["baseRefName"]))
                    .map_err(|refusal| refused(&refusal))?;
                Ok(object("CreatePullRequestPayload", json!({ "pullRequest": pull(&core, number) })))
            }
            _ => Err(self.unknown_field_error(info)),
        }
    }
}

struct RepositoryOf<'w, 'c> {
    world: &'w World<'c>,
}

impl ObjectValue for RepositoryOf<'_, '_> {
    fn type_name(&self) -> &str {
        "Repository"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        let arguments = serde_json::to_value(info.arguments()).unwrap_or_default();
        let mut core = self.world.core.borrow_mut();
        match info.field_name() {
            "id" => Ok(ResolvedValue::leaf(REPOSITORY_ID)),
            "nameWithOwner" => Ok(ResolvedValue::leaf(format!("{OWNER}/{}", self.world.name))),
            "ref" => {
                let name = arguments["qualifiedName"].as_str().unwrap_or_default();
                let branch = name.strip_prefix("refs/heads/").unwrap_or(name);
                Ok(match core.look_up(branch) {
                    Some(commit) => object("Ref", reference(branch, &commit)),
                    None => ResolvedValue::null(),
                })
            }
            "pullRequests" => {
                let head = arguments["headRefName"].as_str().unwrap_or_default();
                let found = core.pulls_of(head);
                let nodes: Vec<Value> = found.iter().map(|number| pull(&core, *number)).collect();
                Ok(object("PullRequestConnection", json!({ "nodes": cut(nodes, &arguments)? })))
            }
            "issues" => {
                let found = core.newest_issues();
                let nodes: Vec<Value> = found.iter().map(|number| issue(&core, *number)).collect();
                Ok(object("IssueConnection", json!({ "nodes": cut(nodes, &arguments)? })))
            }
            "issue" => {
                let number = arguments["number"].as_u64().unwrap_or_default();
                match core.issues.contains_key(&number) {
                    true => Ok(object("Issue", issue(&core, number))),
                    false => {
                        let message = format!("Could not resolve to an Issue with the number of {number}.");
                        Err(error("NOT_FOUND", message))
                    }
                }
            }
            _ => Err(self.unknown_field_error(info)),
        }
    }
}

impl ObjectValue for Object {
    fn type_name(&self) -> &str {
        self.type_name
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Result<ResolvedValue<'a>, FieldError> {
        let Some(value) = self.value.get(info.field_name()) else {
            return Err(self.unknown_field_error(info));
        };
        let arguments = serde_json::to_value(info.arguments()).unwrap_or_default();
        let named = info.field_definition().ty.inner_named_type();
        let type_name = TYPES.iter().find(|name| **name == named.as_str()).copied();
        resolved(type_name, value.clone(), &arguments)
    }
}

/// The types whose objects are made of values.
const TYPES: &[&str] = &[
    "Actor",
    "Commit",
    "GitObject",
    "Issue",
    "IssueComment",
    "IssueCommentConnection",
    "Label",
    "LabelConnection",
    "PullRequest",
    "PullRequestReview",
    "PullRequestReviewConnection",
    "Ref",
];

fn resolved<'a>(
    type_name: Option<&'static str>,
    value: Value,
    arguments: &Value,
) -> Result<ResolvedValue<'a>, FieldError> {
    Ok(match (type_name, value) {
        (_, Value::Null) => ResolvedValue::null(),
        (Some(type_name), Value::Array(items)) => {
            let items: Result<Vec<_>, _> =
                items.into_iter().map(|item| resolved(Some(type_name), item, &Value::Null)).collect();
            ResolvedValue::list(items?)
        }
        (Some(type_name), mut value) => {
            if type_name.ends_with("Connection") {
                let nodes = value["nodes"].as_array().cloned().unwrap_or_default();
                value["nodes"] = Value::Array(cut(nodes, arguments)?);
            }
            object(concrete(type_name, &value), value)
        }
        (None, value) => {
            ResolvedValue::Leaf(serde_json::from_value::<JsonValue>(value).expect("a value is a value"))
        }
    })
}

/// The type behind an interface.
fn concrete(type_name: &'static str, value: &Value) -> &'static str {
    match type_name {
        "GitObject" => "Commit",
        "Actor" if value["login"].as_str().is_some_and(|login| login.ends_with("[bot]")) => "Bot",
        "Actor" => "User",
        other => other,
    }
}

fn object<'a>(type_name: &'static str, value: Value) -> ResolvedValue<'a> {
    ResolvedValue::object(Object { type_name, value })
}

/// The first or the last of a list, as GitHub insists on being asked.
fn cut(nodes: Vec<Value>, arguments: &Value) -> Result<Vec<Value>, FieldError> {
    let count =
        |name: &str| arguments[name].as_u64().map(|count| usize::try_from(count).unwrap_or(usize::MAX));
    match (count("first"), count("last")) {
        (Some(101..), _) | (_, Some(101..)) => {
            Err(error("EXCESSIVE_PAGINATION", "Requesting more records than the limit of 100 records."))
        }
        (Some(first), None) => Ok(nodes.into_iter().take(first).collect()),
        (None, Some(last)) => {
            let from = nodes.len().saturating_sub(last);
            Ok(nodes.into_iter().skip(from).collect())
        }
        _ => Err(error("MISSING_PAGINATION_BOUNDARIES", "You must provide a `first` or `last` value.")),
    }
}

fn reference(branch: &str, commit: &str) -> Value {
    json!({ "id": format!("REF_{branch}"), "name": branch, "target": { "oid": commit } })
}

fn labels<'a>(labels: impl Iterator<Item = &'a String>) -> Value {
    json!({ "nodes": labels.map(|name| json!({ "name": name })).collect::<Vec<_>>() })
}

fn remarks(remarks: &[Remark], are_reviews: bool) -> Value {
    let nodes: Vec<Value> = remarks
        .iter()
        .filter(|remark| remark.verdict.is_some() == are_reviews)
        .map(|remark| {
            let at = moment(remark.at);
            json!({
                "id": format!("N_{}", remark.id),
                "body": remark.body,
                "createdAt": at,
                "submittedAt": at,
                "isMinimized": false,
                "viewerDidAuthor": remark.author == BOT,
                "author": { "login": remark.author },
                "state": match remark.verdict {
                    Some(Verdict::Approved) => "APPROVED",
                    Some(Verdict::ChangesRequested) => "CHANGES_REQUESTED",
                    _ => "COMMENTED",
                },
            })
        })
        .collect();
    json!({ "nodes": nodes })
}

fn pull(core: &Core, number: u64) -> Value {
    let pull = &core.pulls[&number];
    json!({
        "id": format!("PR_{number}"),
        "number": number,
        "url": address(number, "pull"),
        "state": match pull.state {
            PullState::Open => "OPEN",
            PullState::Closed => "CLOSED",
            PullState::Merged => "MERGED",
        },
        "isCrossRepository": pull.from_fork,
        "baseRefName": pull.base,
        "headRefName": pull.head,
        "headRefOid": core.head_of(number),
        "mergeable": match pull.state {
            PullState::Open if core.is_mergeable(number) => "MERGEABLE",
            PullState::Open => "CONFLICTING",
            _ => "UNKNOWN",
        },
        "mergeCommit": pull.merge_commit.as_ref().map(|commit| json!({ "oid": commit })),
        "labels": labels(pull.labels.iter()),
        "comments": remarks(&pull.remarks, false),
        "reviews": remarks(&pull.remarks, true),
        "title": pull.title,
        "body": pull.body,
    })
}

fn issue(core: &Core, number: u64) -> Value {
    let issue = &core.issues[&number];
    json!({
        "id": format!("I_{number}"),
        "number": number,
        "url": address(number, "issues"),
        "state": if issue.closed.is_none() { "OPEN" } else { "CLOSED" },
        "stateReason": issue.closed.map(|done| if done { "COMPLETED" } else { "NOT_PLANNED" }),
        "title": issue.title,
        "body": issue.body,
        "labels": labels(issue.labels.iter()),
        "comments": remarks(&issue.remarks, false),
        "viewerDidAuthor": issue.author == BOT,
    })
}
