//! What only a forge on the network has, asked of each: texts and labels, strangers and maintainers,
//! reports, another name of the repository.

use std::collections::BTreeSet;

use contrib_service::forge::{Discard, Fate, Forge, ForgeError, Proposal};
use contrib_service::queue::ask::Ask;
use interlink_tests::forge_double::{BOT, Fault, Merge, Planned, PullState, Verdict, When};

use super::faults::propose_until_done;
use super::stage::{Network, Stage, Words, new_entry, outcome, proposal, wait};

every_network_forge! {
    the_request_says_what_it_is
    a_stranger_with_a_branch_of_the_same_name_changes_nothing
    only_maintainers_are_heard
    how_it_ended_is_said_by_a_label_too
    long_words_of_strangers_keep_nobody_else_from_being_heard
    a_forge_that_is_asked_whether_it_answers_is_asked_indeed
    merged_is_believed_when_the_main_branch_has_it
    a_report_becomes_one_issue_however_often_it_is_tried
    a_report_taken_back_is_closed_even_when_its_number_was_never_noted
    a_repository_that_moved_is_found_again
    a_branch_that_is_none_of_ours_is_left_alone
}

fn the_request_says_what_it_is(words: Words) {
    let mut stage = Network::speaking(words);
    stage.labels.push("contribution".to_owned());
    let proposal = new_entry("new-kit");
    let link = wait(stage.forge().propose(proposal.clone())).unwrap().request.unwrap();
    stage.double.core(|core| {
        let pull = &core.pulls[&link.number];
        assert_eq!(
            (pull.title.as_str(), pull.body.as_str()),
            ("Add the Interlinker “Čau”", "What a reviewer reads.")
        );
        assert!(pull.labels.contains("contribution"), "{:?}", pull.labels);
        assert!(core.is_mergeable(link.number));
        let message = core.git(&["log", "-1", "--format=%B", &proposal.id.branch()]);
        assert!(message.ends_with("Contributed-by: Ada"), "{message}");
    });
    assert!(link.address.ends_with(&format!("/{}", link.number)), "{}", link.address);
    stage.end();
}

fn a_stranger_with_a_branch_of_the_same_name_changes_nothing(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let proposal = new_entry("new-kit");
    let theirs = stage.double.core(|core| core.create_pull_from_fork(&proposal.id.branch()));
    let proposed = wait(forge.propose(proposal.clone())).unwrap();
    assert_ne!(proposed.request.unwrap().number, theirs);
    stage.double.core(|core| core.close_pull(theirs));
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Open);
    stage.end();
}

fn only_maintainers_are_heard(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
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
    assert_eq!(heard(&*forge), (Fate::Open, vec!["Thank you!".to_owned()]));
    stage.double.core(|core| core.review(number, "maintainer", Verdict::ChangesRequested, "Which city?"));
    assert_eq!(
        heard(&*forge),
        (Fate::ChangesRequested, vec!["Thank you!".to_owned(), "Which city?".to_owned()])
    );
    stage.double.core(|core| core.review(number, "maintainer", Verdict::Approved, ""));
    assert_eq!(heard(&*forge).0, Fate::Open);
    stage.double.core(|core| core.label(number, "needs-info"));
    assert_eq!(heard(&*forge).0, Fate::ChangesRequested);
    stage.double.core(|core| core.close_pull(number));
    assert_eq!(heard(&*forge).0, Fate::Declined);
    stage.end();
}

/// Whether a call adds labels to what is there.
fn is_label(line: &str) -> bool {
    line.ends_with("/labels") || line.starts_with("PUT ")
}

fn how_it_ended_is_said_by_a_label_too(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let [mut kept, mut closed] = [new_entry("new-kit"), new_entry("loud-kit")];
    for proposal in [&mut kept, &mut closed] {
        proposal.request = wait(forge.propose(proposal.clone())).unwrap().request;
    }
    let numbers = [&kept, &closed].map(|proposal| stage.only_pull(proposal));
    let labels = || stage.double.core(|core| numbers.map(|number| core.pulls[&number].labels.clone()));
    wait(forge.outcomes(vec![kept.clone(), closed.clone()])).unwrap();
    assert_eq!(labels().map(|labels| labels.len()), [0, 0]);
    stage.double.core(|core| {
        core.merge(numbers[0], Merge::Squash);
        core.close_pull(numbers[1]);
    });
    let ended = || wait(forge.outcomes(vec![kept.clone(), closed.clone()])).unwrap();
    let fates: Vec<Fate> = ended().into_iter().map(|outcome| outcome.unwrap().fate).collect();
    assert_eq!(fates, [Fate::Published, Fate::Declined]);
    assert_eq!(labels().map(|labels| labels.into_iter().collect::<String>()), ["accepted", "declined"]);
    stage.double.log();
    ended();
    let written: Vec<String> = stage.double.log().into_iter().filter(|line| is_label(line)).collect();
    assert_eq!(written, Vec::<String>::new(), "they have their labels");
    stage.end();
}

fn long_words_of_strangers_keep_nobody_else_from_being_heard(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let proposals = [new_entry("loud-kit"), new_entry("new-kit")];
    for proposal in &proposals {
        wait(forge.propose(proposal.clone())).unwrap();
    }
    let numbers = proposals.each_ref().map(|proposal| stage.only_pull(proposal));
    stage.double.core(|core| {
        for _ in 0..12 {
            core.comment(numbers[0], "stranger", &"Buy this. ".repeat(100_000));
        }
        core.label(numbers[0], "needs-info");
        core.comment(numbers[0], "maintainer", "Thank you!");
        core.comment(numbers[1], "maintainer", "And you!");
    });
    let found = wait(forge.outcomes(proposals.to_vec())).unwrap();
    let [loud, other] = <[_; 2]>::try_from(found).unwrap().map(Result::unwrap);
    assert_eq!((loud.fate, other.fate), (Fate::ChangesRequested, Fate::Open));
    assert_eq!(other.replies[0].text, "And you!");
    // Forgejo gives all comments of a request or none.
    let heard: Vec<&str> = loud.replies.iter().map(|reply| reply.text.as_str()).collect();
    assert!(heard == ["Thank you!"] || matches!(words, Words::Forgejo) && heard.is_empty(), "{heard:?}");
    stage.end();
}

fn a_forge_that_is_asked_whether_it_answers_is_asked_indeed(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    wait(forge.answers()).unwrap();
    stage.double.plan(Planned { fault: Fault::server_error(502), when: When::Before, at: "GET " });
    wait(forge.answers()).unwrap_err();
    wait(forge.answers()).unwrap();
    stage.end();
}

fn merged_is_believed_when_the_main_branch_has_it(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let proposal = new_entry("new-kit");
    wait(forge.propose(proposal.clone())).unwrap();
    let number = stage.only_pull(&proposal);
    // Somebody merges it elsewhere and says it is merged.
    stage.double.core(|core| core.pulls.get_mut(&number).unwrap().state = PullState::Merged);
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Open);
    stage.double.core(|core| {
        core.pulls.get_mut(&number).unwrap().state = PullState::Open;
        core.merge(number, Merge::Squash);
    });
    assert_eq!(outcome(&*forge, &proposal).unwrap().fate, Fate::Published);
    stage.end();
}

fn a_report_becomes_one_issue_however_often_it_is_tried(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let report = proposal_of_a_report();
    let mark = format!("Reported with the contribution form as {}.", report.id);
    // A stranger who has seen the mark somewhere.
    stage.double.core(|core| core.create_issue("stranger", "x", &mark, BTreeSet::new()).unwrap());
    stage.double.plan(Planned { fault: Fault::server_error(502), when: When::After, at: words.issue() });
    assert!(wait(forge.open_issue(report.clone())).is_err());
    let proposed = wait(forge.open_issue(report.clone())).unwrap();
    let link = proposed.request.clone().unwrap();
    let ours: Vec<u64> = stage.double.core(|core| {
        core.issues.values().filter(|issue| issue.author == BOT).map(|issue| issue.number).collect()
    });
    assert_eq!(ours, [link.number]);
    let report = Proposal { request: proposed.request, ..report };
    stage.double.core(|core| core.comment(link.number, "maintainer", "Mended."));
    let found = outcome(&*forge, &report).unwrap();
    assert_eq!((found.fate, found.replies.len()), (Fate::Open, 1));
    stage.double.core(|core| core.issues.get_mut(&link.number).unwrap().closed = Some(true));
    assert_eq!(outcome(&*forge, &report).unwrap().fate, Fate::Published);
    stage.end();
}

fn a_report_taken_back_is_closed_even_when_its_number_was_never_noted(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let report = proposal(Ask::Report, "kit", Vec::new());
    wait(forge.open_issue(report.clone())).unwrap();
    let discard = Discard { id: report.id.clone(), ask: Ask::Report, sent: report.sent, request: None };
    wait(forge.discard(discard)).unwrap();
    let is_closed: Vec<bool> =
        stage.double.core(|core| core.issues.values().map(|issue| issue.closed.is_some()).collect());
    assert_eq!(is_closed, [true]);
    stage.end();
}

fn a_repository_that_moved_is_found_again(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    stage.double.rename_repository("renamed");
    let proposal = new_entry("new-kit");
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    // One that has only ever heard the old name is sent on, whatever it asks first.
    let report = proposal_of_a_report();
    wait(stage.forge().open_issue(report)).unwrap();
    assert_eq!(outcome(&*stage.forge(), &proposal).unwrap().fate, Fate::Open);
    let discard = Discard { id: proposal.id.clone(), ask: proposal.ask, sent: 0, request: None };
    wait(stage.forge().discard(discard)).unwrap();
    assert_eq!(stage.branches(), Vec::<String>::new());
    stage.end();
}

fn proposal_of_a_report() -> Proposal {
    Proposal { text: "What was written".to_owned(), ..proposal(Ask::Report, "kit", Vec::new()) }
}

fn a_branch_that_is_none_of_ours_is_left_alone(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
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
