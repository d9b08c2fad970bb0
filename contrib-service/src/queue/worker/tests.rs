//! The worker at its edges: killed half-way, done twice, tried again, given up.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::AtomicI64;

use generator::model::{Kind, Slug};

use super::*;
use crate::forge::Fate;
use crate::forge::{ForgeFuture, OnBranch, Outcome, Proposed};
use crate::queue::ask::Ask;
use crate::queue::job::{Consent, EntryFile, RequestLink, State};
use crate::queue::store::{NewDraft, Terms};
use crate::secret::SecretKey;

/// A forge in memory that can be told to fail.
#[derive(Default)]
struct PaperForge {
    branches: Mutex<BTreeMap<String, usize>>,
    merged: Mutex<Vec<String>>,
    issues: Mutex<Vec<ContributionId>>,
    troubles: Mutex<Vec<ForgeError>>,
}

impl PaperForge {
    fn trouble(&self) -> Result<(), ForgeError> {
        self.troubles.lock().unwrap().pop().map_or(Ok(()), Err)
    }
}

fn on_branch(files: Vec<EntryFile>) -> OnBranch {
    OnBranch { commit: "c0ffee".to_owned(), files, before: Vec::new() }
}

impl Forge for PaperForge {
    fn is_public(&self) -> bool {
        false
    }

    fn answers(&self) -> ForgeFuture<'_, ()> {
        Box::pin(async { self.trouble() })
    }

    fn propose(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        Box::pin(async move {
            self.trouble()?;
            *self.branches.lock().unwrap().entry(proposal.id.branch()).or_default() += 1;
            Ok(Proposed { commit: Some("c0ffee".to_owned()), request: None })
        })
    }

    fn reviewers(&self, _: Proposal) -> ForgeFuture<'_, Vec<String>> {
        Box::pin(async { Ok(Vec::new()) })
    }

    fn entry_at(&self, kind: Kind, slug: Slug, _: String) -> ForgeFuture<'_, OnBranch> {
        self.entry(kind, slug)
    }

    fn entry(&self, _: Kind, _: Slug) -> ForgeFuture<'_, OnBranch> {
        Box::pin(async { Ok(on_branch(Vec::new())) })
    }

    fn open_issue(&self, proposal: Proposal) -> ForgeFuture<'_, Proposed> {
        Box::pin(async move {
            self.trouble()?;
            let mut issues = self.issues.lock().unwrap();
            let at = issues.iter().position(|id| *id == proposal.id).unwrap_or(issues.len());
            if at == issues.len() {
                issues.push(proposal.id);
            }
            let (number, address) = (at as u64 + 1, format!("https://forge.example/issues/{}", at + 1));
            Ok(Proposed { commit: None, request: Some(RequestLink { number, address }) })
        })
    }

    fn outcomes(&self, proposals: Vec<Proposal>) -> ForgeFuture<'_, Vec<Result<Outcome, ForgeError>>> {
        let fate = |proposal: &Proposal| {
            let branch = proposal.id.branch();
            if self.merged.lock().unwrap().contains(&branch) {
                Fate::Published
            } else if proposal.ask.is_issue() || self.branches.lock().unwrap().contains_key(&branch) {
                Fate::Open
            } else {
                Fate::Gone
            }
        };
        let outcomes = proposals.iter().map(|proposal| Ok(fate(proposal).into())).collect();
        Box::pin(async move { Ok(outcomes) })
    }

    fn read(&self, proposal: Proposal) -> ForgeFuture<'_, OnBranch> {
        Box::pin(async move { Ok(on_branch(proposal.files)) })
    }

    fn merge(&self, proposal: Proposal, _commit: String, _now: Moment) -> ForgeFuture<'_, String> {
        Box::pin(async move {
            self.merged.lock().unwrap().push(proposal.id.branch());
            Ok("c0ffee".to_owned())
        })
    }

    fn discard(&self, discard: Discard) -> ForgeFuture<'_, ()> {
        Box::pin(async move {
            self.trouble()?;
            self.branches.lock().unwrap().remove(&discard.id.branch());
            Ok(())
        })
    }
}

struct Desk {
    _folder: tempfile::TempDir,
    worker: Worker,
    forge: Arc<PaperForge>,
    time: Arc<AtomicI64>,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(Store::open(&folder.path().join("store.sqlite")).unwrap());
        let forge = Arc::new(PaperForge::default());
        let time = Arc::new(AtomicI64::new(1_000));
        let clock = {
            let time = Arc::clone(&time);
            Clock::turned_by(move || time.load(Ordering::SeqCst))
        };
        let worker = Worker {
            store,
            forge: forge.clone(),
            clock,
            keep_ended: 90 * 24 * 60 * 60,
            bell: Arc::new(Notify::new()),
            describer: None,
            look: Arc::new(Look::every(0)),
            patience: Patience::default(),
        };
        Desk { _folder: folder, worker, forge, time }
    }

    fn sent(&self) -> ContributionId {
        self.sent_to(Ask::NewEntry)
    }

    fn sent_to(&self, ask: Ask) -> ContributionId {
        let (id, key) = (ContributionId::random().unwrap(), SecretKey::random().unwrap());
        let draft = NewDraft {
            id: id.clone(),
            ask,
            kind: Kind::Interlinker,
            slug: Slug::parse("kit").unwrap(),
            language: "en".to_owned(),
            title: "Kit".to_owned(),
            author: None,
            words: String::new(),
            form: String::new(),
            key: key.clone(),
            files: match ask {
                Ask::Report => Vec::new(),
                _ => vec![EntryFile::new("en.md", b"x".to_vec())],
            },
            upload: None,
            changes: None,
            consent: Consent::default(),
            proof: None,
        };
        self.worker.store.save_draft(draft, 1_000).unwrap();
        self.worker.store.receive(&key, 1_000, Terms::default(), |draft, _| draft.slug.clone()).unwrap();
        id
    }

    fn state(&self, id: &ContributionId) -> State {
        self.worker.store.find(id).unwrap().unwrap().state
    }

    fn turn_clock(&self, seconds: i64) {
        self.time.fetch_add(seconds, Ordering::SeqCst);
    }
}

#[tokio::test]
async fn what_is_queued_is_proposed_and_then_published_when_it_is_merged() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Proposed);
    desk.forge.merged.lock().unwrap().push(id.branch());
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Published);
}

#[tokio::test]
async fn killed_between_the_branch_and_the_note_it_does_the_job_again() {
    let desk = Desk::new();
    let id = desk.sent();
    // The forge has it, the store does not know.
    let proposal = desk.worker.proposal(&id).await.unwrap();
    desk.forge.propose(proposal).await.unwrap();
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Proposed);
    assert_eq!(desk.forge.branches.lock().unwrap().len(), 1);
}

#[tokio::test]
async fn trouble_that_passes_delays_and_loses_nothing() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.forge.troubles.lock().unwrap().push(ForgeError::Temporary("disk full".to_owned()));
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Queued);
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Queued, "it waits before it tries again");
    desk.turn_clock(Patience::default().waits[0]);
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Proposed);
}

#[tokio::test]
async fn trouble_that_stays_ends_as_failed_with_its_reason() {
    let desk = Desk::new();
    let id = desk.sent();
    for _ in 0..=Patience::default().waits.len() {
        desk.forge.troubles.lock().unwrap().push(ForgeError::Temporary("disk full".to_owned()));
        desk.worker.work().await;
        desk.turn_clock(1_000);
    }
    let failed = desk.worker.store.find(&id).unwrap().unwrap();
    assert_eq!((failed.state, failed.reason.as_deref()), (State::Failed, Some("disk full")));
}

#[tokio::test]
async fn an_outage_of_the_forge_delays_for_as_long_as_it_takes() {
    let desk = Desk::new();
    let id = desk.sent();
    for _ in 0..20 {
        let outage = ForgeError::Unavailable { reason: "it is down".to_owned(), wait: Some(900) };
        desk.forge.troubles.lock().unwrap().push(outage);
        desk.worker.work().await;
        assert_eq!(desk.state(&id), State::Queued);
        desk.turn_clock(899);
        desk.worker.work().await;
        assert!(
            desk.forge.troubles.lock().unwrap().is_empty() && desk.state(&id) == State::Queued,
            "it waits"
        );
        desk.turn_clock(1);
    }
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Proposed);
}

#[tokio::test]
async fn a_refusal_is_not_tried_again() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.forge.troubles.lock().unwrap().push(ForgeError::Refused("no".to_owned()));
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Failed);
}

#[tokio::test]
async fn what_is_withdrawn_loses_its_branch() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.worker.work().await;
    desk.worker.store.advance(&id, State::Withdrawn, None, 1_000).unwrap();
    desk.worker.work().await;
    assert!(desk.forge.branches.lock().unwrap().is_empty());
    assert_eq!(desk.state(&id), State::Withdrawn);
}

#[tokio::test]
async fn a_report_becomes_one_issue_whatever_crashes() {
    let desk = Desk::new();
    let id = desk.sent_to(Ask::Report);
    // The forge has it, the store does not know.
    let proposal = desk.worker.proposal(&id).await.unwrap();
    desk.forge.open_issue(proposal).await.unwrap();
    desk.worker.work().await;
    let found = desk.worker.store.find(&id).unwrap().unwrap();
    assert_eq!((found.state, found.request.map(|request| request.number)), (State::Proposed, Some(1)));
    assert!(desk.forge.branches.lock().unwrap().is_empty());
}

#[tokio::test]
async fn words_that_are_there_already_count_as_published() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.forge.troubles.lock().unwrap().push(ForgeError::AlreadyThere);
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Published);
}

#[tokio::test]
async fn the_forge_is_looked_at_now_and_then_and_at_once_after_a_hint() {
    let mut desk = Desk::new();
    desk.worker.look = Arc::new(Look::every(300));
    let id = desk.sent();
    desk.worker.work().await;
    desk.forge.merged.lock().unwrap().push(id.branch());
    desk.turn_clock(299);
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Proposed, "nobody has called");
    desk.worker.look.now();
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Published);
    let hasty = desk.sent();
    desk.worker.work().await;
    desk.forge.merged.lock().unwrap().push(hasty.branch());
    desk.worker.look.now();
    desk.worker.work().await;
    assert_eq!(desk.state(&hasty), State::Proposed, "it was looked at just now");
    desk.turn_clock(15);
    desk.worker.work().await;
    assert_eq!(desk.state(&hasty), State::Published, "the call is not forgotten");
    let later = desk.sent();
    desk.worker.work().await;
    desk.forge.merged.lock().unwrap().push(later.branch());
    desk.turn_clock(300);
    desk.worker.work().await;
    assert_eq!(desk.state(&later), State::Published, "a hint that was missed does no harm");
}

#[tokio::test]
async fn a_branch_removed_by_hand_is_reported() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.worker.work().await;
    desk.forge.branches.lock().unwrap().clear();
    desk.worker.work().await;
    assert_eq!(desk.state(&id), State::Failed);
}

#[tokio::test]
async fn it_stops_when_told_and_not_in_the_middle() {
    let desk = Desk::new();
    let id = desk.sent();
    let (sender, receiver) = watch::channel(false);
    let running = tokio::spawn(desk.worker.clone().run(receiver));
    while desk.state(&id) != State::Proposed {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    sender.send(true).unwrap();
    running.await.unwrap();
}

#[tokio::test]
async fn what_is_taken_back_goes_however_often_the_forge_refuses() {
    let desk = Desk::new();
    let id = desk.sent();
    desk.worker.work().await;
    desk.worker.store.advance(&id, State::Withdrawn, None, desk.worker.clock.now()).unwrap();
    for _ in 0..12 {
        desk.forge.troubles.lock().unwrap().push(ForgeError::Refused("no rights for that".to_owned()));
        desk.worker.work().await;
        desk.turn_clock(601);
    }
    assert!(!desk.forge.branches.lock().unwrap().is_empty());
    desk.forge.troubles.lock().unwrap().clear();
    // The pauses grow to a day.
    desk.turn_clock(24 * 60 * 60);
    desk.worker.work().await;
    assert!(desk.forge.branches.lock().unwrap().is_empty());
}

#[tokio::test]
async fn it_stops_when_told_though_there_is_always_a_next_try() {
    let mut desk = Desk::new();
    // Each look at the clock is a minute later, so everything is due again at once.
    let time = Arc::clone(&desk.time);
    desk.worker.clock = Clock::turned_by(move || time.fetch_add(60, Ordering::SeqCst));
    desk.worker.patience.waits = vec![1];
    let id = desk.sent();
    let outage = || ForgeError::Unavailable { reason: "it is away".to_owned(), wait: None };
    desk.forge.troubles.lock().unwrap().extend((0..100_000).map(|_| outage()));
    let (sender, receiver) = watch::channel(false);
    let running = tokio::spawn(desk.worker.clone().run(receiver));
    while desk.worker.store.find(&id).unwrap().unwrap().attempts < 3 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    sender.send(true).unwrap();
    tokio::time::timeout(Duration::from_secs(60), running).await.unwrap().unwrap();
    assert!(!desk.forge.troubles.lock().unwrap().is_empty(), "it was stopped, and did not come to an end");
}
