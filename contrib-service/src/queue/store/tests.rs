//! The store at its edges: keys sent twice, kills, taken names.

use super::*;
use crate::queue::job::State::{Declined, Draft, Failed, Proposed, Queued, Received, Withdrawn};

struct Shelf {
    folder: tempfile::TempDir,
    store: Store,
}

impl Shelf {
    fn new() -> Shelf {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store.sqlite")).unwrap();
        Shelf { folder, store }
    }

    /// As if the process was killed: nothing is closed in order, the file is opened anew.
    fn killed(self) -> Shelf {
        let store = Store::open(&self.folder.path().join("store.sqlite")).unwrap();
        std::mem::forget(self.store);
        Shelf { folder: self.folder, store }
    }

    fn draft(&self, title: &str) -> (ContributionId, SecretKey) {
        let (id, key) = (ContributionId::random().unwrap(), SecretKey::random().unwrap());
        let draft = NewDraft {
            id: id.clone(),
            kind: Kind::Interlinker,
            slug: Slug::from_title(title).unwrap(),
            language: "en".to_owned(),
            title: title.to_owned(),
            author: None,
            form: "{}".to_owned(),
            key: key.clone(),
            files: vec![EntryFile { path: "en.md".to_owned(), bytes: b"text".to_vec() }],
        };
        self.store.save_draft(&draft, 100).unwrap();
        (id, key)
    }

    fn send(&self, key: &SecretKey) -> Result<Sent> {
        self.store
            .receive(key, 200, |contribution, taken| crate::submission::free_slug(&contribution.slug, taken))
    }

    fn states(&self, id: &ContributionId) -> Vec<State> {
        self.store.history(id).unwrap().into_iter().map(|event| event.state).collect()
    }
}

#[test]
fn a_key_sent_any_number_of_times_is_one_contribution() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    assert_eq!(shelf.send(&key).unwrap(), Sent { id: id.clone(), first: true });
    for _ in 0..20 {
        assert_eq!(shelf.send(&key).unwrap(), Sent { id: id.clone(), first: false });
    }
    assert_eq!(shelf.store.list().unwrap().len(), 1);
    assert_eq!(shelf.states(&id), [Draft, Received, Queued]);
}

#[test]
fn a_key_sent_by_many_threads_at_once_is_one_contribution() {
    let shelf = Shelf::new();
    let (_, key) = shelf.draft("Budget kit");
    let firsts = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| shelf.send(&key).unwrap().first)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).filter(|first| *first).count()
    });
    assert_eq!(firsts, 1);
    assert_eq!(shelf.store.list().unwrap().len(), 1);
}

#[test]
fn a_key_nobody_made_sends_nothing() {
    let shelf = Shelf::new();
    shelf.draft("Budget kit");
    let stranger = SecretKey::random().unwrap();
    assert!(matches!(shelf.send(&stranger), Err(StoreError::Unknown)));
    assert!(shelf.store.list().unwrap().is_empty());
}

#[test]
fn what_was_thanked_for_is_there_after_a_kill() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    let shelf = shelf.killed();
    assert_eq!(shelf.store.next_job(200).unwrap(), Some(Job::Propose(id.clone())));
    assert_eq!(shelf.store.files(&id).unwrap()[0].bytes, b"text");
    assert!(shelf.store.find(&id).unwrap().unwrap().status_key.matches(&key.status_key()));
}

#[test]
fn two_contributions_of_one_name_get_two_folders() {
    let shelf = Shelf::new();
    let (first, first_key) = shelf.draft("Budget kit");
    let (second, second_key) = shelf.draft("Budget kit");
    shelf.send(&first_key).unwrap();
    shelf.send(&second_key).unwrap();
    let slug = |id| shelf.store.find(id).unwrap().unwrap().slug.to_string();
    assert_eq!((slug(&first), slug(&second)), ("budget-kit".to_owned(), "budget-kit-2".to_owned()));
}

#[test]
fn withdrawing_forgets_the_text_and_leaves_the_branch_to_the_worker() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    shelf.store.proposed(&id, "abc", 300).unwrap();
    shelf.store.advance(&id, Withdrawn, None, 400).unwrap();
    assert!(shelf.store.files(&id).unwrap().is_empty());
    assert_eq!(shelf.store.form(&id).unwrap().as_deref(), Some(""));
    assert_eq!(shelf.store.next_job(400).unwrap(), Some(Job::Discard(id.clone())));
    shelf.store.discarded(&id).unwrap();
    assert_eq!(shelf.store.next_job(400).unwrap(), None);
    assert!(matches!(shelf.store.advance(&id, Declined, None, 500), Err(StoreError::Step(..))));
    assert_eq!(shelf.states(&id), [Draft, Received, Queued, Proposed, Withdrawn]);
}

#[test]
fn trying_again_has_an_end_that_a_person_can_undo() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    let job = Job::Propose(id.clone());
    shelf.store.attempt_failed(&job, "no disk", Some(260), 200).unwrap();
    assert_eq!(shelf.store.next_job(259).unwrap(), None);
    assert_eq!(shelf.store.next_due().unwrap(), Some(260));
    assert_eq!(shelf.store.next_job(260).unwrap(), Some(job.clone()));
    shelf.store.attempt_failed(&job, "still no disk", None, 260).unwrap();
    assert_eq!(shelf.store.next_due().unwrap(), None);
    let failed = shelf.store.find(&id).unwrap().unwrap();
    assert_eq!((failed.state, failed.reason.as_deref()), (Failed, Some("still no disk")));
    shelf.store.advance(&id, Queued, None, 300).unwrap();
    assert_eq!(shelf.store.next_job(300).unwrap(), Some(job));
    assert_eq!(shelf.store.find(&id).unwrap().unwrap().attempts, 0);
}

#[test]
fn drafts_that_were_never_sent_are_forgotten() {
    let shelf = Shelf::new();
    let (draft, _) = shelf.draft("One");
    let (sent, key) = shelf.draft("Two");
    shelf.send(&key).unwrap();
    assert_eq!(shelf.store.forget_drafts_before(101).unwrap(), 1);
    assert!(shelf.store.find(&draft).unwrap().is_none());
    assert!(shelf.store.find(&sent).unwrap().is_some());
}

#[test]
fn the_oldest_drafts_make_room_and_what_was_sent_stays() {
    let shelf = Shelf::new();
    let (sent, key) = shelf.draft("Sent");
    shelf.send(&key).unwrap();
    let (oldest, _) = shelf.draft("Oldest");
    let (newest, _) = shelf.draft("Newest");
    let upload = SecretKey::random().unwrap();
    shelf.store.keep_upload(&upload, "a.txt", b"0123456789", 100).unwrap();
    // A draft here holds six bytes: `{}` and `text`.
    shelf.store.write(|transaction| make_room(transaction, 16, newest.as_str())).unwrap();
    assert!(shelf.store.find(&oldest).unwrap().is_none());
    assert!(shelf.store.find(&newest).unwrap().is_some());
    assert!(shelf.store.find(&sent).unwrap().is_some());
    shelf.store.write(|transaction| make_room(transaction, 0, newest.as_str())).unwrap();
    assert!(shelf.store.find(&newest).unwrap().is_some(), "the newest stays whatever its size");
}

#[test]
fn a_store_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Newer(99))));
}
