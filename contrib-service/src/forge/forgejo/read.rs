//! The few fields that are read from Forgejo's answers, so that a new field or a missing one in its
//! models is no failure after a write has succeeded.

use serde_json::Value;

use crate::forge::Reply;
use crate::forge::github::RepositoryName;
use crate::forge::network::{Found, Remark, Request, RequestState, Verdict, moment};
use crate::queue::job::RequestLink;

/// Number and page of a pull request or an issue.
pub fn link(value: &Value) -> Option<RequestLink> {
    Some(RequestLink { number: value["number"].as_u64()?, address: value["html_url"].as_str()?.to_owned() })
}

/// A pull request.
pub fn request(value: &Value) -> Option<Request> {
    Some(Request {
        link: link(value)?,
        state: state(value)?,
        head: value.pointer("/head/sha").and_then(Value::as_str).unwrap_or_default().to_owned(),
    })
}

/// Whether a pull request is for this branch of the repository itself.
pub fn is_of_branch(value: &Value, branch: &str) -> bool {
    let repository = |end: &str| value.pointer(&format!("/{end}/repo_id")).and_then(Value::as_u64);
    value.pointer("/head/ref").and_then(Value::as_str) == Some(branch)
        && repository("head").is_some_and(|head| repository("base") == Some(head))
}

/// Where it stands. Forgejo keeps no reason why an issue was closed, so a closed one counts as dealt with.
fn state(value: &Value) -> Option<RequestState> {
    let is_request = value.get("head").is_some();
    Some(match value["state"].as_str()? {
        "open" => RequestState::Open,
        "closed" if is_request && value["merged"] != true => RequestState::Declined,
        "closed" => RequestState::Done,
        _ => return None,
    })
}

/// A pull request or an issue without its remarks.
pub fn found(value: &Value) -> Option<Found> {
    let labels = value["labels"].as_array().into_iter().flatten();
    Some(Found {
        state: state(value)?,
        merge_commit: value["merge_commit_sha"].as_str().map(str::to_owned),
        labels: labels.filter_map(|label| label["name"].as_str().map(str::to_owned)).collect(),
        remarks: Vec::new(),
    })
}

/// What somebody else wrote.
pub fn comment(value: &Value, own_account: &str) -> Option<Remark> {
    remark(value, own_account, "comment", "created_at", None)
}

/// A review: not one that is still being written, and not the mere wish for one
/// (`modules/structs/pull_review.go`, `ReviewStateType`).
pub fn review(value: &Value, own_account: &str) -> Option<Remark> {
    let verdict = match value["state"].as_str()? {
        "PENDING" | "REQUEST_REVIEW" => return None,
        "REQUEST_CHANGES" if value["dismissed"] != true => Some(Verdict::ChangesRequested),
        "REQUEST_CHANGES" | "APPROVED" => Some(Verdict::Settled),
        _ => None,
    };
    remark(value, own_account, "review", "submitted_at", verdict)
}

fn remark(
    value: &Value,
    own_account: &str,
    what: &str,
    when: &str,
    verdict: Option<Verdict>,
) -> Option<Remark> {
    let author = value.pointer("/user/login")?.as_str().filter(|login| *login != own_account)?;
    Some(Remark {
        author: author.to_owned(),
        reply: Reply {
            id: format!("{what}-{}", value["id"].as_u64()?),
            at: moment(value[when].as_str()?)?,
            text: value["body"].as_str().unwrap_or_default().to_owned(),
        },
        verdict,
    })
}

/// The repository in the address a renamed one leads to.
pub fn name_in(address: &str) -> Option<RepositoryName> {
    let (_, rest) = address.split_once("/api/v1/repos/")?;
    let mut parts = rest.split(['/', '?']);
    RepositoryName::parse(&format!("{}/{}", parts.next()?, parts.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renamed_repository_leads_to_its_new_name() {
        let name = |address: &str| name_in(address).map(|name| name.to_string());
        assert_eq!(name("/api/v1/repos/city/new/pulls?x=1").as_deref(), Some("city/new"));
        assert_eq!(name("https://forge.example/sub/api/v1/repos/city/new").as_deref(), Some("city/new"));
        assert_eq!(name("/user/login"), None);
    }
}
