//! The few fields that are read from GitLab's answers, so that a new field or a missing one in its
//! models is no failure after a write has succeeded.

use serde_json::Value;

use crate::forge::Reply;
use crate::forge::network::{Found, Remark, Request, RequestState, Verdict, moment};
use crate::queue::job::{Moment, RequestLink};

/// Number and page of a merge request or an issue.
pub fn link(value: &Value) -> Option<RequestLink> {
    Some(RequestLink { number: value["iid"].as_u64()?, address: value["web_url"].as_str()?.to_owned() })
}

/// A merge request.
pub fn request(value: &Value) -> Option<Request> {
    Some(Request {
        link: link(value)?,
        state: state(value)?,
        head: value["sha"].as_str().unwrap_or_default().to_owned(),
    })
}

/// Where it stands. `locked` is a merge request that is being merged just now. GitLab keeps no reason why
/// an issue was closed, so a closed one counts as dealt with.
fn state(value: &Value) -> Option<RequestState> {
    let is_request = value.get("source_branch").is_some();
    Some(match value["state"].as_str()? {
        "opened" | "locked" => RequestState::Open,
        "closed" if is_request => RequestState::Declined,
        "merged" | "closed" => RequestState::Done,
        _ => return None,
    })
}

/// A merge request or an issue without its remarks.
pub fn found(value: &Value) -> Option<Found> {
    let state = state(value)?;
    let commit = |name: &str| value[name].as_str();
    // A fast-forward makes neither of the first two.
    let merged = commit("merge_commit_sha").or_else(|| commit("squash_commit_sha")).or_else(|| commit("sha"));
    let labels = value["labels"].as_array().into_iter().flatten();
    Some(Found {
        state,
        merge_commit: merged.filter(|_| state == RequestState::Done).map(str::to_owned),
        labels: labels.filter_map(|label| label.as_str().map(str::to_owned)).collect(),
        remarks: Vec::new(),
    })
}

/// What somebody wrote: not what GitLab itself notes, not what is meant for the members only
/// (`doc/api/notes.md`, `system` and `internal`), not our own.
pub fn note(value: &Value, own_account: u64) -> Option<Remark> {
    let is_set = |name: &str| value[name].as_bool() == Some(true);
    let author = value.pointer("/author/id")?.as_u64()?;
    if is_set("system") || is_set("internal") || is_set("confidential") || author == own_account {
        return None;
    }
    Some(Remark {
        author: author.to_string(),
        reply: Reply {
            id: format!("note-{}", value["id"].as_u64()?),
            at: moment(value["created_at"].as_str()?)?,
            text: value["body"].as_str().unwrap_or_default().to_owned(),
        },
        verdict: None,
    })
}

/// What a reviewer's state says (`doc/api/merge_requests.md`, "Retrieve merge request reviewers"). Their
/// words are notes, and it is the last one of each, whenever it was set.
pub fn verdict(value: &Value) -> Option<Remark> {
    let author = value.pointer("/user/id")?.as_u64()?;
    let verdict = match value["state"].as_str()? {
        "requested_changes" => Verdict::ChangesRequested,
        "approved" | "unapproved" | "reviewed" => Verdict::Settled,
        _ => return None,
    };
    let reply = Reply { id: format!("reviewer-{author}"), at: Moment::MAX, text: String::new() };
    Some(Remark { author: author.to_string(), reply, verdict: Some(verdict) })
}

/// The number of a project in the address a moved one leads to.
pub fn number_in(address: &str) -> Option<u64> {
    let (_, rest) = address.split_once("/projects/")?;
    rest.split(['/', '?']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_project_leads_to_its_number() {
        assert_eq!(number_in("https://gitlab.example/api/v4/projects/5/merge_requests?page=1"), Some(5));
        assert_eq!(number_in("https://gitlab.example/api/v4/projects/278964"), Some(278_964));
        assert_eq!(number_in("https://gitlab.example/users/sign_in"), None);
    }
}
