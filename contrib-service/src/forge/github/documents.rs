//! The documents of GraphQL that are sent, and the few fields that are read from their answers. One
//! query reads all that is needed before a proposal is written; one document of mutations writes what
//! is missing of branch, commit and request.

use serde_json::{Value, json};

use super::RepositoryName;
use crate::forge::Reply;
use crate::forge::network::plan::Steps;
use crate::forge::network::{Asked, Found, Remark, Request, RequestState, Verdict, moment, newest_last};
use crate::queue::job::RequestLink;

/// Asks what a repository is called now.
pub fn who_is(name: &RepositoryName) -> Value {
    let document = "query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { nameWithOwner }
}";
    json!({ "query": document, "variables": { "owner": name.owner, "name": name.name } })
}

/// Reads the repository, a branch and the requests for it.
pub const STANDING: &str = "query ($owner: String!, $name: String!, $branch: String!, $head: String!) {
  repository(owner: $owner, name: $name) {
    id
    nameWithOwner
    ref(qualifiedName: $branch) { target { oid } }
    pullRequests(headRefName: $head, first: 10, orderBy: {field: CREATED_AT, direction: DESC}) {
      nodes { number url state isCrossRepository headRefOid }
    }
  }
}";

/// Reads the newest issues that may be one of ours.
pub const ISSUES: &str = "query ($owner: String!, $name: String!, $since: DateTime!) {
  repository(owner: $owner, name: $name) {
    id
    nameWithOwner
    issues(first: 100, filterBy: {since: $since}, orderBy: {field: CREATED_AT, direction: DESC}) {
      nodes { number url body viewerDidAuthor }
    }
  }
}";

/// Puts one more commit on a branch.
pub const COMMIT: &str = "mutation ($commit: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $commit) { commit { oid } }
}";

/// The document that does these steps and opens the request.
pub fn mutations(steps: Steps) -> String {
    let (mut inputs, mut fields) = (Vec::new(), Vec::new());
    if steps.branch {
        inputs.push("$ref: CreateRefInput!");
        fields.push("  createRef(input: $ref) { ref { id } }");
    }
    if steps.commit {
        inputs.push("$commit: CreateCommitOnBranchInput!");
        fields.push("  createCommitOnBranch(input: $commit) { commit { oid } }");
    }
    inputs.push("$request: CreatePullRequestInput!");
    fields.push("  createPullRequest(input: $request) { pullRequest { number url } }");
    format!("mutation ({}) {{\n{}\n}}", inputs.join(", "), fields.join("\n"))
}

/// Asks after several proposals at once, with so many of their newest comments and reviews: the requests
/// of branches, and issues by their number.
pub fn outcomes(asked: &[Asked], remarks: u32) -> (String, Value) {
    let (mut inputs, mut fields, mut variables) = (String::new(), String::new(), json!({}));
    for (at, asked) in asked.iter().enumerate() {
        match asked {
            Asked::Branch { name: head, .. } => {
                inputs.push_str(&format!(", $p{at}: String!"));
                variables[format!("p{at}")] = json!(head);
                fields.push_str(&format!(
                    "    p{at}: pullRequests(headRefName: $p{at}, first: 10, orderBy: {{field: CREATED_AT, direction: DESC}}) {{
      nodes {{
        number url state isCrossRepository headRefOid
        mergeCommit {{ oid }}
        labels(first: 50) {{ nodes {{ name }} }}
        comments(last: {remarks}) {{ nodes {{ id body createdAt isMinimized viewerDidAuthor author {{ login }} }} }}
        reviews(last: {remarks}) {{ nodes {{ id body state submittedAt isMinimized viewerDidAuthor author {{ login }} }} }}
      }}
    }}\n"
                ));
            }
            Asked::Issue(number) => {
                inputs.push_str(&format!(", $p{at}: Int!"));
                variables[format!("p{at}")] = json!(number);
                fields.push_str(&format!(
                    "    p{at}: issue(number: $p{at}) {{
      number url state stateReason
      labels(first: 50) {{ nodes {{ name }} }}
      comments(last: {remarks}) {{ nodes {{ id body createdAt isMinimized viewerDidAuthor author {{ login }} }} }}
    }}\n"
                ));
            }
        }
    }
    let document = format!(
        "query ($owner: String!, $name: String!{inputs}) {{\n  repository(owner: $owner, name: $name) {{\n    nameWithOwner\n{fields}  }}\n}}"
    );
    (document, variables)
}

/// The request for our branch among those an answer lists: not one that a stranger has opened from a
/// branch of the same name in a copy of the repository. The newest one, as the list is ordered.
pub fn own_request(list: &Value) -> Option<&Value> {
    list["nodes"].as_array()?.iter().find(|request| request["isCrossRepository"] == false)
}

/// Reads the fields of a request that are needed.
pub fn request(value: &Value) -> Option<Request> {
    Some(Request {
        link: link(value)?,
        state: state(value)?,
        head: value["headRefOid"].as_str().unwrap_or_default().to_owned(),
    })
}

/// Where a request or an issue stands. An issue that is closed without a reason is dealt with.
fn state(value: &Value) -> Option<RequestState> {
    Some(match (value["state"].as_str()?, value.get("stateReason")) {
        ("OPEN", _) => RequestState::Open,
        ("MERGED", _) => RequestState::Done,
        (_, None) => RequestState::Declined,
        (_, Some(reason)) if reason.is_null() || reason == "COMPLETED" => RequestState::Done,
        (_, Some(_)) => RequestState::Declined,
    })
}

/// What an answer says of one that was asked after.
pub fn found(asked: &Asked, value: &Value) -> Option<Found> {
    let value = match asked {
        Asked::Branch { .. } => own_request(value)?,
        Asked::Issue(_) => value,
    };
    let labels = value["labels"]["nodes"].as_array().into_iter().flatten();
    Some(Found {
        state: state(value)?,
        merge_commit: value.pointer("/mergeCommit/oid").and_then(Value::as_str).map(str::to_owned),
        labels: labels.filter_map(|label| label["name"].as_str().map(str::to_owned)).collect(),
        remarks: remarks(value),
    })
}

/// Number and page, as GraphQL (`url`) and REST (`html_url`) call them.
pub fn link(value: &Value) -> Option<RequestLink> {
    let address = value["html_url"].as_str().or_else(|| value["url"].as_str())?;
    Some(RequestLink { number: value["number"].as_u64()?, address: address.to_owned() })
}

/// Comments and reviews of a request or an issue, oldest first; not what the service wrote itself,
/// and not what somebody has hidden.
fn remarks(value: &Value) -> Vec<Remark> {
    let nodes = |name: &str| value[name]["nodes"].as_array().cloned().unwrap_or_default();
    newest_last(nodes("comments").iter().chain(&nodes("reviews")).filter_map(remark).collect())
}

fn remark(value: &Value) -> Option<Remark> {
    if value["viewerDidAuthor"] == true || value["isMinimized"] == true {
        return None;
    }
    let at = value["submittedAt"].as_str().or_else(|| value["createdAt"].as_str())?;
    let reply = Reply {
        id: value["id"].as_str()?.to_owned(),
        at: moment(at)?,
        text: value["body"].as_str().unwrap_or_default().to_owned(),
    };
    let verdict = match value["state"].as_str() {
        Some("CHANGES_REQUESTED") => Some(Verdict::ChangesRequested),
        Some("APPROVED" | "DISMISSED") => Some(Verdict::Settled),
        _ => None,
    };
    Some(Remark { author: value["author"]["login"].as_str()?.to_owned(), reply, verdict })
}

/// The errors of an answer, on one line.
pub fn errors(answer: &Value) -> String {
    let errors = answer["errors"].as_array().into_iter().flatten();
    let told: Vec<String> = errors
        .map(|error| {
            let kind = error["type"].as_str().unwrap_or("ERROR");
            let message: String = error["message"].as_str().unwrap_or_default().chars().take(200).collect();
            format!("{kind}: {}", message.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect();
    if told.is_empty() { "an answer without what was asked for".to_owned() } else { told.join("; ") }
}
