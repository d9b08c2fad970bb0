//! What only GitLab does: numbers of accounts, remarks for members only, labels with the request.

use contrib_service::forge::{Fate, ForgeError};
use interlink_tests::forge_double::{Fault, Planned, Verdict, When};

use super::faults::propose_until_done;
use super::stage::{Network, Stage, Words, new_entry, outcome, wait};

const PROJECT: &str = "/api/v4/projects/catalogue/content";

#[test]
fn a_contribution_costs_two_questions_and_two_writes() {
    let mut stage = Network::speaking(Words::Gitlab);
    stage.labels.extend(["contribution".to_owned(), "new".to_owned()]);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    wait(forge.propose(proposal.clone())).unwrap();
    assert_eq!(
        stage.double.log(),
        [
            format!("GET {PROJECT}/repository/branches/{}", proposal.id.branch()),
            format!("GET {PROJECT}/merge_requests"),
            format!("POST {PROJECT}/repository/commits"),
            format!("POST {PROJECT}/merge_requests"),
        ]
    );
    let number = stage.only_pull(&proposal);
    stage.double.core(|core| assert_eq!(core.pulls[&number].labels.len(), 2));
    stage.end();
}

#[test]
fn what_members_write_among_themselves_stays_there() {
    let stage = Network::speaking(Words::Gitlab);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    wait(forge.propose(proposal.clone())).unwrap();
    let number = stage.only_pull(&proposal);
    stage.double.core(|core| {
        core.comment(number, "maintainer", "Who knows this person?");
        core.pulls.get_mut(&number).unwrap().remarks[0].internal = true;
        core.review(number, "maintainer", Verdict::ChangesRequested, "Which city?");
    });
    let found = outcome(&*forge, &proposal).unwrap();
    let texts: Vec<&str> = found.replies.iter().map(|reply| reply.text.as_str()).collect();
    assert_eq!((found.fate, texts), (Fate::ChangesRequested, vec!["Which city?"]));
    stage.end();
}

#[test]
fn a_limit_in_plain_text_is_kept_by_its_header() {
    let stage = Network::speaking(Words::Gitlab);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    stage.double.plan(Planned { fault: Fault::throttled(1), when: When::Before, at: "GET" });
    let first = wait(forge.propose(proposal.clone()));
    assert!(matches!(first, Err(ForgeError::Unavailable { wait: Some(1..=2), .. })), "{first:?}");
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    stage.end();
}
