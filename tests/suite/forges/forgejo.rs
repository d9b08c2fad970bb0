//! What only Forgejo does: no expected head, labels by a write of their own, rights that only an
//! administrator may ask after.

use contrib_service::forge::{Fate, ForgeError};
use interlink_tests::forge_double::{Fault, Planned, When};

use super::stage::{Network, Stage, Words, new_entry, outcome, wait};

const REPOSITORY: &str = "/api/v1/repos/catalogue/content";

#[test]
fn a_contribution_costs_two_questions_and_two_writes() {
    let mut stage = Network::speaking(Words::Forgejo);
    stage.labels.push("contribution".to_owned());
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    wait(forge.propose(proposal.clone())).unwrap();
    let (branch, number) = (proposal.id.branch(), stage.only_pull(&proposal));
    assert_eq!(
        stage.double.log(),
        [
            format!("GET {REPOSITORY}/branches/{branch}"),
            format!("GET {REPOSITORY}/pulls/main/{branch}"),
            format!("POST {REPOSITORY}/contents"),
            format!("POST {REPOSITORY}/pulls"),
            format!("POST {REPOSITORY}/issues/{number}/labels"),
        ]
    );
    stage.end();
}

/// The forge takes the main branch as it finds it. What lies at the place of the entry by then is not
/// written over.
#[test]
fn an_entry_that_came_in_between_is_not_written_over() {
    let stage = Network::speaking(Words::Forgejo);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    let meanwhile = Fault::Meanwhile(|core| {
        drop(core.push("main", &[("content/interlinkers/new-kit/other.md", "Theirs\n")]));
    });
    stage.double.plan(Planned { fault: meanwhile, when: When::Before, at: Words::Forgejo.branch() });
    let refused = wait(forge.propose(proposal.clone()));
    assert!(matches!(refused, Err(ForgeError::Refused(_))), "{refused:?}");
    assert_eq!(stage.file("main", "content/interlinkers/new-kit/other.md"), "Theirs");
    stage.end();
}

/// A maintainer may turn a request to another branch, where it is not found by the main one.
#[test]
fn a_request_that_goes_to_another_branch_is_found_by_its_number() {
    let stage = Network::speaking(Words::Forgejo);
    let (forge, mut proposal) = (stage.forge(), new_entry("new-kit"));
    proposal.request = wait(forge.propose(proposal.clone())).unwrap().request;
    let number = stage.only_pull(&proposal);
    stage.double.core(|core| {
        "next".clone_into(&mut core.pulls.get_mut(&number).unwrap().base);
        core.comment(number, "maintainer", "It waits for the next version.");
    });
    let found = outcome(&*forge, &proposal).unwrap();
    assert_eq!((found.fate, found.replies.len()), (Fate::Open, 1));
    stage.double.core(|core| core.close_pull(number));
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Declined);
    // A number of somebody else's request says nothing of ours.
    stage.double.core(|core| core.pulls.get_mut(&number).unwrap().from_fork = true);
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Open);
    stage.end();
}

#[test]
fn without_an_administrator_s_token_nobody_is_heard_and_the_rest_goes_on() {
    let stage = Network::speaking(Words::Forgejo);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    wait(forge.propose(proposal.clone())).unwrap();
    let number = stage.only_pull(&proposal);
    stage.double.core(|core| {
        core.comment(number, "maintainer", "Thank you!");
        core.label(number, "needs-info");
    });
    let at = "GET /api/v1/repos/catalogue/content/collaborators/";
    stage.double.plan(Planned { fault: Fault::forbidden(), when: When::Before, at });
    let found = outcome(&*forge, &proposal).unwrap();
    assert_eq!((found.fate, found.replies.len()), (Fate::ChangesRequested, 0));
    stage.end();
}
