//! What only GitHub does: documents of GraphQL, REST for large files, tokens of an App.

use contrib_service::forge::ForgeError;
use contrib_service::forge::github::Credentials;
use contrib_service::secret::SecretText;
use interlink_tests::forge_double::{APP_ID, Fault, Planned, When, app_key};

use super::faults::propose_until_done;
use super::stage::{ALL_THREE, Network, Stage, Words, new_entry, wait};

/// The query before a write.
const LOOK: &str = "POST /graphql repository";

#[test]
fn a_contribution_costs_one_read_and_one_document() {
    let stage = Network::speaking(Words::Documents);
    let forge = stage.forge();
    stage.double.log();
    let proposal = new_entry("new-kit");
    let proposed = wait(forge.propose(proposal)).unwrap();
    assert_eq!(stage.double.log(), [LOOK, ALL_THREE]);
    let link = proposed.request.unwrap();
    assert!(link.address.ends_with(&format!("/pull/{}", link.number)));
    stage.end();
}

#[test]
fn by_rest_it_is_the_same_branch() {
    let (documents, rest) = (Network::speaking(Words::Documents), Network::speaking(Words::Rest));
    let proposal = new_entry("new-kit");
    let tree = |stage: &Network| {
        wait(stage.forge().propose(proposal.clone())).unwrap();
        stage.double.core(|core| core.git(&["rev-parse", &format!("{}^{{tree}}", proposal.id.branch())]))
    };
    assert_eq!(tree(&documents), tree(&rest));
    documents.end();
    rest.end();
}

#[test]
fn files_too_large_for_a_document_go_by_rest() {
    let stage = Network::speaking(Words::Documents);
    let mut proposal = new_entry("new-kit");
    proposal.files[1].bytes = (0..3_000_000_u32).map(|byte| (byte % 251) as u8).collect();
    wait(stage.forge().propose(proposal.clone())).unwrap();
    let log = stage.double.log();
    assert!(
        log.iter().any(|line| line.ends_with("/git/blobs")) && !log.contains(&ALL_THREE.to_owned()),
        "{log:?}"
    );
    let size = stage.double.core(|core| {
        core.git(&[
            "cat-file",
            "-s",
            &format!("{}:content/interlinkers/new-kit/files/x.pdf", proposal.id.branch()),
        ])
    });
    assert_eq!(size, "3000000");
    stage.end();
}

#[test]
fn an_app_speaks_with_tokens_of_its_installation() {
    let stage = Network::speaking(Words::Documents);
    let app = Credentials::App { id: APP_ID, key: SecretText::new(&app_key()) };
    let forge = stage.github(app, stage.own_clone());
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    stage.only_pull(&proposal);
    let log = stage.double.log();
    let tokens = log.iter().filter(|line| line.ends_with("/access_tokens")).count();
    assert_eq!(tokens, 1, "{log:?}");
    // The token wears out in the middle: another one is asked for.
    stage.double.plan(Planned { fault: Fault::unauthorized(), when: When::Before, at: "POST /graphql" });
    propose_until_done(&*forge, &new_entry("other-kit"));
    stage.end();
}

#[test]
fn a_limit_that_comes_with_a_good_status_is_a_limit() {
    let stage = Network::speaking(Words::Documents);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    stage.double.plan(Planned { fault: Fault::submitted_too_quickly(), when: When::Before, at: ALL_THREE });
    let first = wait(forge.propose(proposal.clone()));
    assert!(matches!(first, Err(ForgeError::Unavailable { wait: Some(_), .. })), "{first:?}");
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    stage.end();
}
