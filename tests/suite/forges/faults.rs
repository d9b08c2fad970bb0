//! What only a forge on the network can get wrong, asked of each: answers that do not come, writes that
//! were done all the same, limits, somebody who comes in between.

use std::time::Duration;

use contrib_service::forge::{Discard, Forge, ForgeError, Proposal};
use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::EntryFile;
use interlink_tests::forge_double::{Core, Fault, Planned, PullState, When};

use super::stage::{Network, Stage, Words, new_entry, proposal, runtime, wait};

every_network_forge! {
    what_was_half_done_is_completed_and_not_repeated
    each_fault_delays_and_leads_to_exactly_one_request
    a_forge_that_says_nothing_is_given_up_in_time
    a_limit_is_kept_to_the_second_and_nothing_is_asked_meanwhile
    what_was_made_a_moment_ago_may_not_be_seen_yet
    under_any_schedule_of_faults_and_kills_there_is_exactly_one_request_each
    a_main_branch_that_moves_meanwhile_is_built_upon
    somebody_who_changes_the_branch_meanwhile_loses_nothing
    what_is_taken_back_is_closed_whatever_goes_wrong
    an_outage_at_the_start_leaves_the_clone_as_it_was
}

/// The service is cut off after each step of the document, in every combination that can be left behind.
fn what_was_half_done_is_completed_and_not_repeated(words: Words) {
    for steps in 0..=3 {
        let stage = Network::speaking(words);
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
        wait(stage.forge().propose(proposal.clone())).unwrap_or_else(|error| panic!("{steps}: {error}"));
        stage.only_pull(&proposal);
        assert_eq!(stage.changes(&branch).lines().count(), 3, "{steps}");
        assert_eq!(
            stage.double.core(|core| core.git(&["rev-list", "--count", &format!("main..{branch}")])),
            "1"
        );
        stage.end();
    }
}

fn each_fault_delays_and_leads_to_exactly_one_request(words: Words) {
    type Case = (fn() -> Fault, When);
    let faults: [Case; 12] = [
        (|| Fault::server_error(500), When::Before),
        (|| Fault::server_error(500), When::After),
        (|| Fault::server_error(502), When::After),
        (Fault::html_page, When::After),
        (Fault::half_an_answer, When::After),
        (|| Fault::Reset, When::Before),
        (|| Fault::Reset, When::After),
        (Fault::unauthorized, When::Before),
        (Fault::conflict, When::Before),
        (Fault::unprocessable, When::Before),
        (Fault::bare_limit, When::Before),
        (|| Fault::too_many(1), When::Before),
    ];
    let faults = faults.into_iter().map(|(fault, when)| (fault(), when));
    let limits = [None, Some(1)].map(|seconds| (limit(words, seconds), When::Before));
    let faults: Vec<(Fault, When)> = faults.chain(limits).collect();
    let mut lines = vec![words.branch(), words.request()];
    lines.dedup();
    for line in lines {
        for (at, (fault, when)) in faults.iter().enumerate() {
            let stage = Network::speaking(words);
            let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
            stage.double.plan(Planned { fault: fault.clone(), when: *when, at: line });
            let first = wait(forge.propose(proposal.clone()));
            assert!(matches!(first, Err(ForgeError::Unavailable { .. })), "{line} {at}: {first:?}");
            propose_until_done(&*forge, &proposal);
            stage.only_pull(&proposal);
            stage.end();
        }
    }
    // A look that finds nothing although something is there.
    let stage = Network::speaking(words);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    wait(forge.propose(proposal.clone())).unwrap();
    stage.double.plan(Planned { fault: Fault::not_found(), when: When::Before, at: words.look() });
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    stage.end();
}

/// A limit as this forge says it, with or without a time.
fn limit(words: Words, seconds: Option<u64>) -> Fault {
    match (words, seconds) {
        (Words::Documents | Words::Rest, Some(seconds)) => Fault::primary_limit(seconds),
        (Words::Documents | Words::Rest, None) => Fault::secondary_limit(None),
        (Words::Gitlab, Some(seconds)) => Fault::throttled(seconds),
        (Words::Forgejo, Some(seconds)) => Fault::busy(seconds),
        (Words::Gitlab | Words::Forgejo, None) => Fault::bare_limit(),
    }
}

/// Tries as the worker does: waits as long as it is asked to.
pub fn propose_until_done(forge: &dyn Forge, proposal: &Proposal) {
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

fn a_forge_that_says_nothing_is_given_up_in_time(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let proposal = new_entry("new-kit");
    stage.double.plan(Planned { fault: Fault::Silence, when: When::After, at: words.request() });
    let first = wait(forge.propose(proposal.clone()));
    assert!(matches!(first, Err(ForgeError::Unavailable { .. })), "{first:?}");
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    stage.end();
}

fn a_limit_is_kept_to_the_second_and_nothing_is_asked_meanwhile(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    stage.double.plan(Planned { fault: Fault::too_many(3600), when: When::Before, at: words.look() });
    let proposal = new_entry("new-kit");
    for _ in 0..3 {
        let Err(ForgeError::Unavailable { wait: Some(seconds), .. }) = wait(forge.propose(proposal.clone()))
        else {
            panic!("a pause is told");
        };
        assert!((3590..=3600).contains(&seconds), "{seconds}");
    }
    let log = stage.double.log();
    assert!(log.len() == 1 && log[0].starts_with(words.look()), "one question, then silence: {log:?}");
    stage.end();
}

fn what_was_made_a_moment_ago_may_not_be_seen_yet(words: Words) {
    let stage = Network::speaking(words);
    let forge = stage.forge();
    let proposal = new_entry("new-kit");
    stage.double.be_slow_to_show(2);
    stage.double.plan(Planned { fault: Fault::server_error(502), when: When::After, at: words.request() });
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    assert_eq!(stage.branches().len(), 1);
    stage.end();
}

/// The property of the whole: whatever goes wrong, wherever the service is killed, there is one
/// request for each contribution and none is lost.
fn under_any_schedule_of_faults_and_kills_there_is_exactly_one_request_each(words: Words) {
    const CONTRIBUTIONS: u64 = 24;
    let seed = if words == Words::Rest { 11 } else { 7 };
    let stage = Network::speaking(words);
    let clone = stage.own_clone();
    let started = || stage.started(clone.clone());
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
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
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

/// A forge that is not told what its main branch is expected to be takes what it finds there.
fn a_main_branch_that_moves_meanwhile_is_built_upon(words: Words) {
    let stage = Network::speaking(words);
    let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
    let meanwhile = Fault::Meanwhile(|core| drop(core.push("main", &[("README.md", "Later\n")])));
    stage.double.plan(Planned { fault: meanwhile, when: When::Before, at: words.branch() });
    propose_until_done(&*forge, &proposal);
    stage.only_pull(&proposal);
    assert_eq!(stage.changes(&proposal.id.branch()).lines().count(), 3);
    assert_eq!(stage.file("main", "README.md"), "Later");
    stage.end();
}

fn somebody_who_changes_the_branch_meanwhile_loses_nothing(words: Words) {
    let facts = "content/interlinkers/new-kit/interlinker.yaml";
    let words_file = "content/interlinkers/new-kit/en.md";
    let meanwhile: [fn(&mut Core); 2] = [
        // Another file than the new version brings.
        |core| {
            let branch = core.branches().remove(0);
            core.push(&branch, &[("content/interlinkers/new-kit/interlinker.yaml", "nature: software\n")]);
        },
        // The same file.
        |core| {
            let branch = core.branches().remove(0);
            core.push(
                &branch,
                &[("content/interlinkers/new-kit/en.md", "---\nname: Theirs\nsummary: 😀\n---\n")],
            );
        },
    ];
    for (at, meanwhile) in meanwhile.into_iter().enumerate() {
        let stage = Network::speaking(words);
        let (forge, first) = (stage.forge(), new_entry("new-kit"));
        let proposed = wait(forge.propose(first.clone())).unwrap();
        let mut files = first.files.clone();
        files[0].bytes = "---\nname: Čau\nsummary: Other words\n---\n".as_bytes().to_vec();
        let second =
            Proposal { version: 2, files, commit: proposed.commit, request: proposed.request, ..first };
        let fault = Fault::Meanwhile(meanwhile);
        stage.double.plan(Planned { fault, when: When::Before, at: words.commit() });
        propose_until_done(&*forge, &second);
        stage.only_pull(&second);
        let branch = second.id.branch();
        let (nature, name) = if at == 0 { ("software", "Čau") } else { ("knowledge", "Theirs") };
        assert_eq!(stage.file(&branch, facts), format!("nature: {nature}"), "{at}");
        assert_eq!(
            stage.file(&branch, words_file),
            format!("---\nname: {name}\nsummary: Other words\n---"),
            "{at}"
        );
        stage.end();
    }
}

fn what_is_taken_back_is_closed_whatever_goes_wrong(words: Words) {
    for (seed, of_hundred) in [(3, 0), (5, 30), (9, 30)] {
        let stage = Network::speaking(words);
        let (forge, proposal) = (stage.forge(), new_entry("new-kit"));
        let proposed = wait(forge.propose(proposal.clone())).unwrap();
        let discard = Discard {
            id: proposal.id.clone(),
            ask: proposal.ask,
            sent: proposal.sent,
            request: proposed.request,
        };
        stage.double.misbehave(seed, of_hundred);
        let done = (0..200).any(|_| {
            std::thread::sleep(Duration::from_millis(5));
            wait(forge.discard(discard.clone())).is_ok()
        });
        stage.double.misbehave(0, 0);
        // A look that found nothing although it was there counts as done; the next one ends it.
        ask_until_done(|| wait(forge.discard(discard.clone())));
        assert!(done && stage.branches().is_empty(), "{seed}");
        let number = stage.only_pull(&proposal);
        assert_eq!(stage.double.core(|core| core.pulls[&number].state), PullState::Closed);
        stage.end();
    }
}

/// Asks until a pause that the forge wanted is over.
fn ask_until_done(mut ask: impl FnMut() -> Result<(), ForgeError>) {
    for _ in 0..100 {
        if ask().is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it is never done");
}

fn an_outage_at_the_start_leaves_the_clone_as_it_was(words: Words) {
    let stage = Network::speaking(words);
    drop(stage.own_clone());
    let hidden = stage.double.git_address().with_extension("hidden");
    std::fs::rename(stage.double.git_address(), &hidden).unwrap();
    let clone = stage.own_clone();
    assert!(clone.content().join("interlinkers/kit/en.md").is_file());
    std::fs::rename(&hidden, stage.double.git_address()).unwrap();
}
