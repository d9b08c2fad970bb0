//! What only a forge on the network can get wrong: answers that do not come, writes that were done all
//! the same, limits, strangers, another name of the repository.

use std::collections::BTreeSet;
use std::time::Duration;

use contrib_service::forge::github::{Credentials, Writes};
use contrib_service::forge::{Discard, Fate, Forge, ForgeError, Proposal};
use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::EntryFile;
use contrib_service::secret::SecretText;
use interlink_tests::forge_double::{
    APP_ID, BOT, Fault, Merge, Planned, PullState, TOKEN, Verdict, When, app_key,
};

use super::stage::{Github, Stage, new_entry, outcome, proposal, runtime, wait};

/// The document that writes everything.
const ALL_THREE: &str = "POST /graphql createRef createCommitOnBranch createPullRequest";
/// The query before it.
const LOOK: &str = "POST /graphql repository";

#[test]
fn a_contribution_costs_one_read_and_one_document() {
    let stage = Github::new();
    let forge = stage.github();
    stage.double.log();
    let proposal = new_entry("new-kit");
    let proposed = wait(forge.propose(proposal.clone())).unwrap();
    assert_eq!(stage.double.log(), [LOOK, ALL_THREE]);
    let link = proposed.request.unwrap();
    stage.double.core(|core| {
        let pull = &core.pulls[&link.number];
        assert_eq!(
            (pull.title.as_str(), pull.body.as_str()),
            ("Add the Interlinker “Čau”", "What a reviewer reads.")
        );
        assert!(core.is_mergeable(link.number));
        let message = core.git(&["log", "-1", "--format=%B", &proposal.id.branch()]);
        assert!(message.ends_with("Contributed-by: Ada"), "{message}");
    });
    assert!(link.address.ends_with(&format!("/pull/{}", link.number)));
    stage.end();
}

#[test]
fn by_rest_it_is_the_same_branch() {
    let (documents, rest) = (Github::new(), Github::writing(Writes::Rest));
    let proposal = new_entry("new-kit");
    let tree = |stage: &Github| {
        wait(stage.github().propose(proposal.clone())).unwrap();
        stage.double.core(|core| core.git(&["rev-parse", &format!("{}^{{tree}}", proposal.id.branch())]))
    };
    assert_eq!(tree(&documents), tree(&rest));
    documents.end();
    rest.end();
}

#[test]
fn files_too_large_for_a_document_go_by_rest() {
    let stage = Github::new();
    let mut proposal = new_entry("new-kit");
    proposal.files[1].bytes = (0..3_000_000_u32).map(|byte| (byte % 251) as u8).collect();
    wait(stage.github().propose(proposal.clone())).unwrap();
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

/// The service is cut off after each step of the document, in every combination that can be left behind.
#[test]
fn what_was_half_done_is_completed_and_not_repeated() {
    for steps in 0..=3 {
        let stage = Github::new();
        let proposal = new_entry("new-kit");
        let branch = proposal.id.branch();
        stage.double.core(|core| {
            let main = core.tip("main").unwrap();
            if steps >= 1 {
                core.create_branch(&branch, &main).unwrap();
            }
            if steps >= 2 {
                let additions: Vec<(String, Vec<u8>)> = proposal
                    .files
                    .iter()
                    .map(|file| (format!("content/interlinkers/new-kit/{}", file.path), file.bytes.clone()))
                    .collect();
                core.commit_on_branch(&branch, &main, "x", &additions, &[]).unwrap();
            }
            if steps >= 3 {
                core.create_pull("x", "", &branch, "main").unwrap();
            }
        });
        wait(stage.github().propose(proposal.clone())).unwrap_or_else(|error| panic!("{steps}: {error}"));
        stage.only_pull(&proposal);
        assert_eq!(stage.changes(&branch).lines().count(), 3, "{steps}");
        assert_eq!(
            stage.double.core(|core| core.git(&["rev-list", "--count", &format!("main..{branch}")])),
            "1"
        );
        stage.end();
    }
}

#[test]
fn each_fault_delays_and_leads_to_exactly_one_request() {
    type Case = (&'static str, fn() -> Fault, When);
    let faults: [Case; 16] = [
        (ALL_THREE, || Fault::server_error(500), When::Before),
        (ALL_THREE, || Fault::server_error(500), When::After),
        (ALL_THREE, || Fault::server_error(502), When::After),
        (ALL_THREE, Fault::html_page, When::After),
        (ALL_THREE, Fault::half_an_answer, When::After),
        (ALL_THREE, || Fault::Reset, When::Before),
        (ALL_THREE, || Fault::Reset, When::After),
        (ALL_THREE, Fault::submitted_too_quickly, When::Before),
        (ALL_THREE, || Fault::secondary_limit(None), When::Before),
        (ALL_THREE, || Fault::secondary_limit(Some(1)), When::Before),
        (ALL_THREE, || Fault::too_many(1), When::Before),
        (ALL_THREE, || Fault::primary_limit(1), When::Before),
        (ALL_THREE, Fault::unauthorized, When::Before),
        (ALL_THREE, Fault::conflict, When::Before),
        (ALL_THREE, Fault::unprocessable, When::Before),
        (LOOK, Fault::not_found, When::Before),
    ];
    for (at, (line, fault, when)) in faults.into_iter().enumerate() {
        let stage = Github::new();
        let forge = stage.github();
        let proposal = new_entry("new-kit");
        stage.double.plan(Planned { fault: fault(), when, at: line });
        let first = wait(forge.propose(proposal.clone()));
        assert!(matches!(first, Err(ForgeError::Unavailable { .. })), "{at}: {first:?}");
        propose_until_done(&forge, &proposal);
        stage.only_pull(&proposal);
        stage.end();
    }
}

/// Tries as the worker does: waits as long as it is asked to.
fn propose_until_done(forge: &dyn Forge, proposal: &Proposal) {
    for _ in 0..400 {
        match wait(forge.propose(proposal.clone())) {
            Ok(_) => return,
            Err(error) => assert!(error.can_retry(), "{error}"),
        }
        // A pause of the forge is kept by the client itself: it asks nothing while it lasts.
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it is never done");
}

#[test]
fn a_forge_that_says_nothing_is_given_up_in_time() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    stage.double.plan(Planned { fault: Fault::Silence, when: When::After, at: ALL_THREE });
    let first = wait(forge.propose(proposal.clone()));
    assert!(matches!(first, Err(ForgeError::Unavailable { .. })), "{first:?}");
    propose_until_done(&forge, &proposal);
    stage.only_pull(&proposal);
    stage.end();
}

#[test]
fn a_limit_is_kept_to_the_second_and_nothing_is_asked_meanwhile() {
    let stage = Github::new();
    let forge = stage.github();
    stage.double.plan(Planned { fault: Fault::secondary_limit(Some(3600)), when: When::Before, at: LOOK });
    let proposal = new_entry("new-kit");
    for _ in 0..3 {
        let Err(ForgeError::Unavailable { wait: Some(seconds), .. }) = wait(forge.propose(proposal.clone()))
        else {
            panic!("a pause is told");
        };
        assert!((3590..=3600).contains(&seconds), "{seconds}");
    }
    assert_eq!(stage.double.log(), [LOOK], "one question, then silence");
    stage.end();
}

#[test]
fn what_was_made_a_moment_ago_may_not_be_seen_yet() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    stage.double.be_slow_to_show(2);
    stage.double.plan(Planned { fault: Fault::server_error(502), when: When::After, at: ALL_THREE });
    propose_until_done(&forge, &proposal);
    stage.only_pull(&proposal);
    assert_eq!(stage.branches().len(), 1);
    stage.end();
}

/// The property of the whole: whatever goes wrong, wherever the service is killed, there is one
/// request for each contribution and none is lost.
#[test]
fn under_any_schedule_of_faults_and_kills_there_is_exactly_one_request_each() {
    const CONTRIBUTIONS: u64 = 24;
    for (seed, writes) in [(7, Writes::Graphql), (11, Writes::Rest)] {
        let stage = Github::writing(writes);
        let clone = stage.own_clone();
        let started = || stage.with(Credentials::Token(SecretText::new(TOKEN)), clone.clone());
        stage.double.misbehave(seed, 25);
        let mut chance = seed;
        let mut kills = 0;
        let proposals: Vec<Proposal> = (0..CONTRIBUTIONS)
            .map(|number| match number % 3 {
                0 => proposal(Ask::Review, "kit", Vec::new()),
                _ => new_entry(&format!("kit-{number}")),
            })
            .map(|mut proposal| {
                if proposal.ask == Ask::Review {
                    let path = format!("reviews/{}.yaml", proposal.id);
                    proposal.files.push(EntryFile::new(path, b"stars: 5\n".to_vec()));
                }
                proposal
            })
            .collect();
        for proposal in &proposals {
            let mut forge = started();
            let mut done = false;
            for attempt in 0..500 {
                chance =
                    chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let life = Duration::from_millis(20 + (chance >> 33) % (400 + 100 * attempt));
                let outcome = runtime()
                    .block_on(async { tokio::time::timeout(life, forge.propose(proposal.clone())).await });
                match outcome {
                    Ok(Ok(_)) => {
                        done = true;
                        break;
                    }
                    Ok(Err(error)) => assert!(error.can_retry(), "{error}"),
                    Err(_) => {
                        // The future is dropped where it stands, as a kill would; another one starts.
                        kills += 1;
                        forge = started();
                    }
                }
                std::thread::sleep(Duration::from_millis(2));
            }
            assert!(done, "{} is lost", proposal.id);
        }
        stage.double.misbehave(0, 0);
        assert!(kills > 0, "nothing was killed");
        assert_eq!(stage.branches().len(), proposals.len());
        for proposal in &proposals {
            stage.only_pull(proposal);
            let changes = stage.changes(&proposal.id.branch());
            assert_eq!(changes.lines().count(), proposal.files.len(), "{changes}");
        }
        stage.end();
    }
}

#[test]
fn a_stranger_with_a_branch_of_the_same_name_changes_nothing() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    let theirs = stage.double.core(|core| core.create_pull_from_fork(&proposal.id.branch()));
    let proposed = wait(forge.propose(proposal.clone())).unwrap();
    assert_ne!(proposed.request.unwrap().number, theirs);
    stage.double.core(|core| core.close_pull(theirs));
    assert_eq!(outcome(&forge, &proposal).unwrap().fate, Fate::Open);
    stage.end();
}

#[test]
fn only_maintainers_are_heard() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    let number = stage.only_pull(&proposal);
    stage.double.core(|core| {
        core.comment(number, "stranger", "Buy this");
        core.comment(number, "passer-by", "I may only read");
        core.review(number, "stranger", Verdict::ChangesRequested, "No");
        core.comment(number, BOT, "What the service wrote itself");
        core.comment(number, "maintainer", "Thank you!");
    });
    let heard = |forge: &dyn Forge| {
        let outcome = outcome(forge, &proposal).unwrap();
        let texts: Vec<String> = outcome.replies.into_iter().map(|reply| reply.text).collect();
        (outcome.fate, texts)
    };
    assert_eq!(heard(&forge), (Fate::Open, vec!["Thank you!".to_owned()]));
    stage.double.core(|core| core.review(number, "maintainer", Verdict::ChangesRequested, "Which city?"));
    assert_eq!(
        heard(&forge),
        (Fate::ChangesRequested, vec!["Thank you!".to_owned(), "Which city?".to_owned()])
    );
    stage.double.core(|core| core.review(number, "maintainer", Verdict::Approved, ""));
    assert_eq!(heard(&forge).0, Fate::Open);
    stage.double.core(|core| core.label(number, "needs-info"));
    assert_eq!(heard(&forge).0, Fate::ChangesRequested);
    stage.double.core(|core| core.close_pull(number));
    assert_eq!(heard(&forge).0, Fate::Declined);
    stage.end();
}

#[test]
fn merged_is_believed_when_the_main_branch_has_it() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    let number = stage.only_pull(&proposal);
    // Somebody merges it elsewhere and says it is merged.
    stage.double.core(|core| core.pulls.get_mut(&number).unwrap().state = PullState::Merged);
    assert_eq!(outcome(&forge, &proposal).unwrap().fate, Fate::Open);
    stage.double.core(|core| {
        core.pulls.get_mut(&number).unwrap().state = PullState::Open;
        core.merge(number, Merge::Squash);
    });
    assert_eq!(outcome(&forge, &proposal).unwrap().fate, Fate::Published);
    stage.end();
}

#[test]
fn a_report_becomes_one_issue_however_often_it_is_tried() {
    let stage = Github::new();
    let forge = stage.github();
    let report = Proposal { text: "What was written".to_owned(), ..proposal(Ask::Report, "kit", Vec::new()) };
    let mark = format!("Reported with the contribution form as {}.", report.id);
    // A stranger who has seen the mark somewhere.
    stage.double.core(|core| core.create_issue("stranger", "x", &mark, BTreeSet::new()).unwrap());
    stage.double.plan(Planned { fault: Fault::server_error(502), when: When::After, at: "POST /repos" });
    assert!(wait(forge.open_issue(report.clone())).is_err());
    let proposed = wait(forge.open_issue(report.clone())).unwrap();
    let link = proposed.request.clone().unwrap();
    let ours: Vec<u64> = stage.double.core(|core| {
        core.issues.values().filter(|issue| issue.author == BOT).map(|issue| issue.number).collect()
    });
    assert_eq!(ours, [link.number]);
    let report = Proposal { request: proposed.request, ..report };
    stage.double.core(|core| core.comment(link.number, "maintainer", "Mended."));
    let found = outcome(&forge, &report).unwrap();
    assert_eq!((found.fate, found.replies.len()), (Fate::Open, 1));
    stage.double.core(|core| core.issues.get_mut(&link.number).unwrap().closed = Some(true));
    assert_eq!(outcome(&forge, &report).unwrap().fate, Fate::Published);
    stage.end();
}

#[test]
fn a_report_taken_back_is_closed_even_when_its_number_was_never_noted() {
    let stage = Github::new();
    let forge = stage.github();
    let report = proposal(Ask::Report, "kit", Vec::new());
    wait(forge.open_issue(report.clone())).unwrap();
    let discard = Discard { id: report.id.clone(), ask: Ask::Report, sent: report.sent, request: None };
    wait(forge.discard(discard)).unwrap();
    let closed: Vec<Option<bool>> =
        stage.double.core(|core| core.issues.values().map(|issue| issue.closed).collect());
    assert_eq!(closed, [Some(false)]);
    stage.end();
}

#[test]
fn an_app_speaks_with_tokens_of_its_installation() {
    let stage = Github::new();
    let app = Credentials::App { id: APP_ID, key: SecretText::new(&app_key()) };
    let forge = stage.with(app, stage.own_clone());
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    stage.only_pull(&proposal);
    let log = stage.double.log();
    let tokens = log.iter().filter(|line| line.ends_with("/access_tokens")).count();
    assert_eq!(tokens, 1, "{log:?}");
    // The token wears out in the middle: another one is asked for.
    stage.double.plan(Planned { fault: Fault::unauthorized(), when: When::Before, at: "POST /graphql" });
    propose_until_done(&forge, &new_entry("other-kit"));
    stage.end();
}

#[test]
fn a_repository_that_moved_is_found_again() {
    for writes in [Writes::Graphql, Writes::Rest] {
        let stage = Github::writing(writes);
        let forge = stage.github();
        stage.double.rename_repository("renamed");
        let proposal = new_entry("new-kit");
        propose_until_done(&forge, &proposal);
        stage.only_pull(&proposal);
        let discard = Discard { id: proposal.id.clone(), ask: proposal.ask, sent: 0, request: None };
        // One that has only ever heard the old name is sent on.
        wait(stage.github().discard(discard)).unwrap();
        assert_eq!(stage.branches(), Vec::<String>::new());
        stage.end();
    }
}

#[test]
fn a_branch_that_is_none_of_ours_is_left_alone() {
    let stage = Github::new();
    let forge = stage.github();
    let proposal = new_entry("new-kit");
    let branch = proposal.id.branch();
    stage.double.core(|core| {
        let main = core.tip("main").unwrap();
        core.create_branch(&branch, &main).unwrap();
    });
    stage.push(&branch, &[(".github/workflows/x.yml", "on: push\n")]);
    let refused = wait(forge.propose(proposal));
    assert!(matches!(refused, Err(ForgeError::Refused(_))), "{refused:?}");
    assert!(stage.double.core(|core| core.pulls.is_empty()));
    stage.end();
}

#[test]
fn an_outage_at_the_start_leaves_the_clone_as_it_was() {
    let stage = Github::new();
    drop(stage.own_clone());
    let hidden = stage.double.git_address().with_extension("hidden");
    std::fs::rename(stage.double.git_address(), &hidden).unwrap();
    let clone = stage.own_clone();
    assert!(clone.content().join("interlinkers/kit/en.md").is_file());
    std::fs::rename(&hidden, stage.double.git_address()).unwrap();
}
