//! What the store promises, held to both databases: SQLite beside the service, and a PostgreSQL
//! server that replicas share.

use std::collections::BTreeSet;
use std::sync::Arc;

use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::State::{
    ChangesRequested, Declined, Draft, Failed, Held, Proposed, Published, Queued, Received, Spam, Updated,
    Withdrawn,
};
use contrib_service::queue::job::{Consent, Contribution, EntryFile, Job, State};
use contrib_service::queue::store::{
    CONFIRM_WITHIN, Crowd, DAY, MailCaps, MailKind, NewAddress, NewDraft, Sent, Store, StoreError, Taken,
    Terms, WithMail,
};
use contrib_service::secret::{ContributionId, PlaceHash, SecretKey};
use contrib_service::submission::free_slug;
use generator::model::{Kind, Slug};
use interlink_tests::postgres_server::PostgresServer;

/// A store that can be opened again, by one more replica or after a kill.
enum Shelf {
    File(tempfile::TempDir, Arc<Store>),
    Server(PostgresServer, Arc<Store>),
}

impl Shelf {
    fn file() -> Shelf {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("store.sqlite")).unwrap();
        Shelf::File(folder, Arc::new(store))
    }

    fn server() -> Shelf {
        let server = PostgresServer::start();
        let store = Store::connect(&server.address(), None).unwrap();
        Shelf::Server(server, Arc::new(store))
    }

    fn store(&self) -> &Arc<Store> {
        match self {
            Shelf::File(_, store) | Shelf::Server(_, store) => store,
        }
    }

    /// One more opening of the same store, as another program would have it.
    fn another(&self) -> Store {
        match self {
            Shelf::File(folder, _) => Store::open(&folder.path().join("store.sqlite")).unwrap(),
            Shelf::Server(server, _) => Store::connect(&server.address(), None).unwrap(),
        }
    }

    fn draft(&self, title: &str) -> (ContributionId, SecretKey) {
        self.draft_of(title, None, "text")
    }

    fn draft_of(
        &self,
        title: &str,
        changes: Option<&ContributionId>,
        text: &str,
    ) -> (ContributionId, SecretKey) {
        let (id, key) = (ContributionId::random().unwrap(), SecretKey::random().unwrap());
        let draft = NewDraft {
            id: id.clone(),
            ask: Ask::NewEntry,
            kind: Kind::Interlinker,
            slug: Slug::from_title(title).unwrap(),
            language: "en".to_owned(),
            title: title.to_owned(),
            author: Some("Ada\0 Lovelace".to_owned()),
            words: String::new(),
            form: format!("{{\"name\":[\"{title}\"]}}"),
            key: key.clone(),
            files: vec![
                EntryFile::new("files/Z.bin", vec![0, 159, 146, 150]),
                EntryFile::new("en.md", text.as_bytes().to_vec()),
            ],
            upload: None,
            changes: changes.cloned(),
            consent: Consent { text: "I agree".to_owned(), version: "1".to_owned() },
            proof: None,
        };
        self.store().save_draft(draft, 100).unwrap();
        (id, key)
    }

    fn send_on(&self, key: &SecretKey, terms: Terms) -> Result<Sent, StoreError> {
        self.store().receive(key, 200, terms, choose)
    }

    fn send(&self, key: &SecretKey) -> Sent {
        self.send_on(key, Terms::default()).unwrap()
    }

    fn sent(&self, title: &str) -> ContributionId {
        let (id, key) = self.draft(title);
        assert!(self.send(&key).first);
        id
    }

    fn find(&self, id: &ContributionId) -> Contribution {
        self.store().find(id).unwrap().unwrap()
    }

    fn states(&self, id: &ContributionId) -> Vec<State> {
        self.store().history(id).unwrap().into_iter().map(|event| event.state).collect()
    }
}

fn choose(draft: &Contribution, taken: &dyn Fn(&Slug) -> bool) -> Slug {
    free_slug(&draft.slug, taken)
}

/// Each promise is a test for each database.
macro_rules! promises {
    ($($name:ident)*) => {
        mod sqlite { $(#[test] fn $name() { super::$name(super::Shelf::file()); })* }
        mod postgres { $(#[test] fn $name() { super::$name(super::Shelf::server()); })* }
    };
}

promises! {
    a_key_sent_any_number_of_times_by_many_at_once_is_one_contribution
    a_key_nobody_made_sends_nothing
    what_was_thanked_for_is_there_for_whoever_opens_the_store_next
    many_acceptances_at_once_all_count_and_no_two_share_a_folder
    one_refusal_undoes_nothing_of_the_others
    a_new_version_keeps_id_folder_and_status_page
    a_new_version_that_comes_while_the_old_one_is_on_its_way_is_owed
    what_is_held_waits_for_a_person_and_so_does_its_new_version
    a_person_who_was_wrong_about_spam_can_take_it_back
    trying_again_has_an_end_that_a_person_can_undo
    withdrawing_forgets_every_word
    what_ended_long_ago_is_forgotten
    a_crowd_is_told_and_leaves_no_trace
    drafts_and_kept_files_are_forgotten_in_time
    names_and_bytes_come_back_as_they_were
    the_tally_counts_every_state
    what_drafts_and_kept_files_hold_is_counted_as_they_come_and_go
    a_mail_is_owed_with_its_step_and_one_replica_has_it_at_a_time
    a_confirmed_address_releases_what_is_held_once
    beyond_the_caps_news_wait_and_confirmations_are_dropped
    an_address_is_forgotten_in_its_time
}

fn a_key_sent_any_number_of_times_by_many_at_once_is_one_contribution(shelf: Shelf) {
    let (id, key) = shelf.draft("Budget kit");
    let firsts = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(|| shelf.send(&key))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(firsts.iter().all(|sent| sent.id == id));
    assert_eq!(firsts.iter().filter(|sent| sent.first).count(), 1);
    assert_eq!(shelf.states(&id), [Draft, Received, Queued]);
    assert_eq!(shelf.store().list().unwrap().len(), 1);
}

fn a_key_nobody_made_sends_nothing(shelf: Shelf) {
    shelf.draft("Budget kit");
    let stranger = SecretKey::random().unwrap();
    assert_eq!(shelf.send_on(&stranger, Terms::default()), Err(StoreError::Unknown));
    assert!(shelf.store().list().unwrap().is_empty());
}

fn what_was_thanked_for_is_there_for_whoever_opens_the_store_next(shelf: Shelf) {
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key);
    let other = shelf.another();
    assert_eq!(other.next_job(200, 300).unwrap(), Some(Job::Propose(id.clone())));
    let found = other.find(&id).unwrap().unwrap();
    assert!(found.status_key.matches(&key.status_key()));
    assert_eq!(other.files(&id).unwrap()[0].bytes, b"text");
}

fn many_acceptances_at_once_all_count_and_no_two_share_a_folder(shelf: Shelf) {
    let keys: Vec<_> = (0..40).map(|_| shelf.draft("Budget kit").1).collect();
    let other = shelf.another();
    let sent: Vec<Sent> = std::thread::scope(|scope| {
        let threads: Vec<_> = keys
            .iter()
            .enumerate()
            .map(|(number, key)| {
                let store = if number % 2 == 0 { shelf.store() } else { &other };
                scope.spawn(move || store.receive(key, 200, Terms::default(), choose).unwrap())
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(sent.iter().all(|sent| sent.first));
    let slugs: BTreeSet<String> = sent.iter().map(|sent| shelf.find(&sent.id).slug.to_string()).collect();
    assert_eq!(slugs.len(), 40);
    assert_eq!(shelf.store().count_open().unwrap(), 40);
}

fn one_refusal_undoes_nothing_of_the_others(shelf: Shelf) {
    let good: Vec<_> = (0..20).map(|number| shelf.draft(&format!("Kit {number}"))).collect();
    let published = shelf.sent("Published");
    shelf.store().proposed(&published, 1, Some("abc"), None, 300).unwrap();
    shelf.store().advance(&published, Published, None, 300).unwrap();
    std::thread::scope(|scope| {
        for (_, key) in &good {
            scope.spawn(|| assert!(shelf.send(key).first));
            scope.spawn(|| {
                let refused = shelf.store().advance(&published, Withdrawn, None, 400).unwrap_err();
                assert_eq!(refused, StoreError::Step("published", "withdrawn"));
            });
        }
    });
    assert!(good.iter().all(|(id, _)| shelf.find(id).state == Queued));
    assert_eq!(shelf.states(&published), [Draft, Received, Queued, Proposed, Published]);
}

fn a_new_version_keeps_id_folder_and_status_page(shelf: Shelf) {
    let (id, first) = shelf.draft("Budget kit");
    shelf.send(&first);
    shelf.store().proposed(&id, 1, Some("abc"), None, 300).unwrap();
    shelf.store().advance(&id, ChangesRequested, Some("Say for whom"), 350).unwrap();
    let (draft, key) = shelf.draft_of("Budget kit for streets", Some(&id), "other");
    for number in 0..3 {
        let sent = shelf.send(&key);
        assert_eq!(sent, Sent { id: id.clone(), first: number == 0, is_change: true });
    }
    assert!(shelf.store().find(&draft).unwrap().is_none());
    let found = shelf.find(&id);
    assert_eq!((found.state, found.version, found.slug.as_str()), (Updated, 2, "budget-kit"));
    assert_eq!((found.title.as_str(), found.changed), ("Budget kit for streets", Some(200)));
    assert_eq!(found.commit.as_deref(), Some("abc"));
    assert!(found.status_key.matches(&first.status_key()));
    assert_eq!(shelf.store().files(&id).unwrap()[0].bytes, b"other");
    assert_eq!(shelf.store().form_of(&id).unwrap().unwrap(), "{\"name\":[\"Budget kit for streets\"]}");
    assert_eq!(shelf.store().next_job(400, 500).unwrap(), Some(Job::Propose(id.clone())));
    shelf.store().proposed(&id, 2, Some("def"), None, 400).unwrap();
    assert_eq!(shelf.states(&id), [Draft, Received, Queued, Proposed, ChangesRequested, Updated, Proposed]);
}

fn a_new_version_that_comes_while_the_old_one_is_on_its_way_is_owed(shelf: Shelf) {
    let id = shelf.sent("Budget kit");
    // The worker has begun with the first version; now the second one comes.
    let (_, key) = shelf.draft_of("Budget kit", Some(&id), "second");
    shelf.send(&key);
    shelf.store().proposed(&id, 1, Some("abc"), None, 300).unwrap();
    let found = shelf.find(&id);
    assert_eq!((found.state, found.commit.as_deref()), (Updated, Some("abc")));
    assert_eq!(shelf.store().next_job(300, 400).unwrap(), Some(Job::Propose(id.clone())));
    shelf.store().proposed(&id, 2, Some("def"), None, 400).unwrap();
    assert_eq!(shelf.find(&id).state, Proposed);
    assert_eq!(shelf.store().next_job(500, 600).unwrap(), None);
}

fn what_is_held_waits_for_a_person_and_so_does_its_new_version(shelf: Shelf) {
    let (id, key) = shelf.draft("Budget kit");
    shelf.send_on(&key, Terms { hold: true, ..Terms::default() }).unwrap();
    assert_eq!(shelf.find(&id).state, Held);
    assert_eq!(shelf.store().next_job(300, 400).unwrap(), None);
    let (_, key) = shelf.draft_of("Budget kit", Some(&id), "second");
    shelf.send(&key);
    assert_eq!(shelf.find(&id).state, Held, "it was held, so it stays held");
    shelf.store().advance(&id, Queued, None, 400).unwrap();
    assert_eq!(shelf.store().next_job(400, 500).unwrap(), Some(Job::Propose(id.clone())));
    shelf.store().proposed(&id, 2, Some("abc"), None, 500).unwrap();
    let (_, key) = shelf.draft_of("Budget kit", Some(&id), "third");
    shelf.send_on(&key, Terms { hold: true, ..Terms::default() }).unwrap();
    assert_eq!(shelf.states(&id), [Draft, Received, Held, Updated, Held, Queued, Proposed, Updated, Held]);
}

fn a_person_who_was_wrong_about_spam_can_take_it_back(shelf: Shelf) {
    let id = shelf.sent("Budget kit");
    shelf.store().advance(&id, Spam, None, 300).unwrap();
    assert_eq!(shelf.store().next_job(300, 310).unwrap(), Some(Job::Discard(id.clone())));
    shelf.store().discarded(&id).unwrap();
    shelf.store().advance(&id, Held, None, 400).unwrap();
    shelf.store().advance(&id, Queued, None, 500).unwrap();
    assert_eq!(shelf.store().next_job(500, 600).unwrap(), Some(Job::Propose(id.clone())));
    assert_eq!(shelf.store().files(&id).unwrap().len(), 2);
}

fn trying_again_has_an_end_that_a_person_can_undo(shelf: Shelf) {
    let id = shelf.sent("Budget kit");
    let job = Job::Propose(id.clone());
    shelf.store().attempt_failed(&job, "no disk", Some(260), 200).unwrap();
    assert_eq!(shelf.store().next_job(259, 300).unwrap(), None);
    assert_eq!(shelf.store().next_due().unwrap(), Some(260));
    assert_eq!(shelf.store().next_job(260, 300).unwrap(), Some(job.clone()));
    shelf.store().attempt_failed(&job, "still no disk", None, 260).unwrap();
    assert_eq!(shelf.store().next_due().unwrap(), None);
    let failed = shelf.find(&id);
    assert_eq!((failed.state, failed.reason.as_deref()), (Failed, Some("still no disk")));
    shelf.store().advance(&id, Queued, None, 300).unwrap();
    assert_eq!(shelf.store().next_job(300, 400).unwrap(), Some(job));
    assert_eq!(shelf.find(&id).attempts, 0);
}

fn withdrawing_forgets_every_word(shelf: Shelf) {
    let id = shelf.sent("Budget kit");
    shelf.store().proposed(&id, 1, Some("abc"), None, 300).unwrap();
    shelf.store().advance(&id, ChangesRequested, Some("Say for whom"), 350).unwrap();
    // A new version was begun and never sent.
    let (begun, _) = shelf.draft_of("Budget kit two", Some(&id), "begun");
    shelf.store().advance(&id, Withdrawn, None, 400).unwrap();
    let left = shelf.find(&id);
    assert_eq!((left.title.as_str(), left.slug.as_str(), left.author.as_deref()), ("", id.as_str(), None));
    assert_eq!((left.reason, left.commit), (None, None));
    assert_eq!((left.state, left.received, left.updated), (Withdrawn, Some(200), 400));
    assert!(shelf.store().files(&id).unwrap().is_empty());
    assert!(shelf.store().find(&begun).unwrap().is_none());
    assert_eq!(shelf.store().form_of(&id).unwrap(), None);
    assert_eq!(shelf.store().consent(&id).unwrap().text, "");
    assert!(shelf.store().history(&id).unwrap().iter().all(|event| event.note.is_none()));
    assert_eq!(shelf.store().next_job(400, 500).unwrap(), Some(Job::Discard(id)));
}

fn what_ended_long_ago_is_forgotten(shelf: Shelf) {
    let [declined, published, open] = ["Declined", "Published", "Open"].map(|title| shelf.sent(title));
    shelf.store().advance(&declined, Declined, Some("Not for us"), 1_000).unwrap();
    shelf.store().discarded(&declined).unwrap();
    shelf.store().proposed(&published, 1, Some("abc"), None, 300).unwrap();
    shelf.store().advance(&published, Published, None, 1_000).unwrap();
    assert_eq!(shelf.store().erase_ended_before(1_000).unwrap(), 0);
    assert_eq!(shelf.store().erase_ended_before(1_001).unwrap(), 2);
    assert_eq!(shelf.store().erase_ended_before(1_001).unwrap(), 0);
    let titles = [&declined, &published, &open].map(|id| shelf.find(id).title);
    assert_eq!(titles, ["", "", "Open"]);
    assert_eq!(shelf.find(&published).slug.as_str(), "published", "the entry is public under its name");
    assert!(shelf.store().files(&published).unwrap().is_empty());
}

fn a_crowd_is_told_and_leaves_no_trace(shelf: Shelf) {
    let place = |name: &str| Some(PlaceHash::of("secret", name));
    let terms = |name: &str| Terms {
        place: place(name),
        most_from_one_place: Some(2),
        most_open: Some(3),
        ..Terms::default()
    };
    let send = |name: &str| {
        let (id, key) = shelf.draft("Kit");
        (id, shelf.send_on(&key, terms(name)))
    };
    let (first, sent) = send("here");
    sent.unwrap();
    send("here").1.unwrap();
    let (refused, told) = send("here");
    assert_eq!(told, Err(StoreError::TooMany(Crowd::OnePlace)));
    assert_eq!(shelf.find(&refused).state, Draft);
    send("there").1.unwrap();
    assert_eq!(send("elsewhere").1, Err(StoreError::TooMany(Crowd::Everywhere)));
    shelf.store().advance(&first, Declined, Some("no"), 300).unwrap();
    send("here").1.unwrap();
}

fn drafts_and_kept_files_are_forgotten_in_time(shelf: Shelf) {
    let (draft, _) = shelf.draft("One");
    let sent = shelf.sent("Two");
    let upload = SecretKey::random().unwrap();
    shelf.store().keep_upload(&upload, "a.txt", b"abc", 100).unwrap();
    assert_eq!(shelf.store().upload(&upload).unwrap(), Some(("a.txt".to_owned(), b"abc".to_vec())));
    assert_eq!(shelf.store().forget_drafts_before(100).unwrap(), 0);
    assert_eq!(shelf.store().forget_drafts_before(101).unwrap(), 1);
    assert!(shelf.store().find(&draft).unwrap().is_none());
    assert!(shelf.store().find(&sent).unwrap().is_some());
    assert_eq!(shelf.store().upload(&upload).unwrap(), None);
}

fn names_and_bytes_come_back_as_they_were(shelf: Shelf) {
    let id = shelf.sent("Līdzdalīgais budžets “1”");
    let found = shelf.find(&id);
    assert_eq!(found.title, "Līdzdalīgais budžets “1”");
    let files = shelf.store().files(&id).unwrap();
    let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(paths, ["en.md", "files/Z.bin"]);
    assert_eq!(files[1].bytes, [0, 159, 146, 150]);
    assert_eq!(
        shelf.store().consent(&id).unwrap(),
        Consent { text: "I agree".to_owned(), version: "1".to_owned() }
    );
    assert_eq!(shelf.store().open_slugs(Kind::Interlinker).unwrap(), [found.slug.to_string()]);
}

fn the_tally_counts_every_state(shelf: Shelf) {
    shelf.draft("One");
    let waiting = shelf.sent("Two");
    shelf.store().attempt_failed(&Job::Propose(waiting), "no disk", Some(260), 200).unwrap();
    let tally = shelf.store().tally().unwrap();
    assert_eq!(tally.by_state, [(Draft, 1), (Queued, 1)]);
    assert_eq!((tally.oldest_waiting, tally.failed_tries), (Some(200), 1));
}

fn what_drafts_and_kept_files_hold_is_counted_as_they_come_and_go(shelf: Shelf) {
    let counted = || shelf.store().tally().unwrap().draft_bytes;
    assert_eq!(counted(), 0);
    let (_, first) = shelf.draft("One");
    let one = counted();
    assert!(one > 0);
    shelf.draft("Of many 0");
    let other = counted() - one;
    std::thread::scope(|scope| {
        for number in 1..8 {
            let shelf = &shelf;
            scope.spawn(move || shelf.draft(&format!("Of many {number}")));
        }
    });
    let drafts = counted();
    assert_eq!(drafts, one + 8 * other);
    shelf.store().keep_upload(&SecretKey::random().unwrap(), "a.txt", b"0123456789", 100).unwrap();
    assert_eq!(counted(), drafts + 10);
    shelf.send(&first);
    shelf.send(&first);
    assert_eq!(counted(), drafts + 10 - one);
    shelf.store().forget_drafts_before(1_000_000).unwrap();
    assert_eq!(counted(), 0);
}

#[test]
fn replicas_never_have_the_same_job_and_take_up_what_a_killed_one_left() {
    let shelf = Shelf::server();
    let ids: BTreeSet<ContributionId> = (0..30).map(|number| shelf.sent(&format!("Kit {number}"))).collect();
    let replicas: Vec<Store> = (0..3).map(|_| shelf.another()).collect();
    let take = |store: &Store, now: i64| {
        let mut taken = Vec::new();
        while let Some(job) = store.next_job(now, now + 100).unwrap() {
            taken.push(job.id().clone());
        }
        taken
    };
    let taken: Vec<Vec<ContributionId>> = std::thread::scope(|scope| {
        let threads: Vec<_> = replicas.iter().map(|store| scope.spawn(|| take(store, 1_000))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let all: Vec<ContributionId> = taken.into_iter().flatten().collect();
    assert_eq!(all.len(), 30, "no job was taken twice");
    assert_eq!(all.iter().cloned().collect::<BTreeSet<_>>(), ids);
    // One of them says that its job lasts; all the others were killed.
    let lasting = Job::Propose(all[0].clone());
    replicas[0].still_working(&lasting, 1_150).unwrap();
    assert_eq!(take(&replicas[1], 1_099), []);
    assert_eq!(take(&replicas[1], 1_100).len(), 29);
    assert_eq!(take(&replicas[2], 1_150), [all[0].clone()]);
}

#[test]
fn one_replica_at_a_time_looks_at_the_forge() {
    let shelf = Shelf::server();
    let other = shelf.another();
    assert!(shelf.store().take_turn_to_look(100, 130).unwrap());
    assert!(!other.take_turn_to_look(129, 159).unwrap());
    assert!(other.take_turn_to_look(130, 160).unwrap());
}

#[test]
fn replicas_that_start_together_make_the_tables_once() {
    let server = PostgresServer::start();
    let stores: Vec<Store> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| Store::connect(&server.address(), None).unwrap())).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(stores.iter().all(|store| store.ping(1).is_ok()));
    assert_eq!(server.ask("SELECT count(*) FROM interlink_schema"), "1");
}

#[test]
fn a_server_that_is_away_is_told_and_found_again() {
    let mut server = PostgresServer::start();
    let store = Store::connect(&server.address(), None).unwrap();
    store.ping(1).unwrap();
    server.stop();
    let told = store.ping(2).unwrap_err().to_string();
    assert!(told.contains("cannot be reached") || told.contains("closed"), "{told}");
    assert!(matches!(store.list(), Err(StoreError::Away(_))));
    server.start_again();
    store.ping(3).unwrap();
    assert!(store.list().unwrap().is_empty());
}

#[test]
fn a_database_of_a_newer_program_is_left_alone() {
    let server = PostgresServer::start();
    drop(Store::connect(&server.address(), None).unwrap());
    server.ask("UPDATE interlink_schema SET version = 99");
    assert!(matches!(Store::connect(&server.address(), None), Err(StoreError::Newer(99))));
}

#[test]
fn an_address_with_a_password_is_refused_and_not_repeated() {
    for address in [
        "postgresql://interlink:hush-hush@db.example/interlink",
        "hush-hush",
        "postgresql://x@/y?z=hush-hush",
    ] {
        let told = Store::check_address(address).unwrap_err().to_string();
        assert!(!told.contains("hush-hush"), "{told}");
    }
    Store::check_address("postgresql://interlink@db.example:5432/interlink?sslmode=disable").unwrap();
}

const NO_CAPS: MailCaps = MailCaps { address: None, domain: None };

/// An address as the service seals it, with what confirms it.
fn address(of: &str, token: &SecretKey) -> NewAddress {
    NewAddress {
        sealed: of.as_bytes().to_vec(),
        address: PlaceHash::of("secret", of),
        domain: PlaceHash::of("secret", of.rsplit('@').next().unwrap()),
        token: token.hash(),
    }
}

impl Shelf {
    /// A contribution that is sent with an address and held.
    fn sent_with(&self, title: &str, of: &'static str, now: i64) -> (ContributionId, SecretKey) {
        let (id, key) = self.draft(title);
        let token = SecretKey::random().unwrap();
        let sealed = address(of, &token);
        let mail = WithMail { releases: true, address: Some(Box::new(move |_| Ok(sealed.clone()))) };
        let terms = Terms { hold: true, ..Terms::default() };
        assert!(self.store().receive_with(&key, now, terms, mail, choose).unwrap().first);
        (id, token)
    }

    fn take(&self, now: i64) -> Option<(String, MailKind, u32)> {
        match self.store().take_mail(NO_CAPS, now, now + 180).unwrap() {
            Taken::Mail(mail) => {
                Some((String::from_utf8(mail.address.sealed).unwrap(), mail.kind, mail.tries))
            }
            _ => None,
        }
    }
}

fn a_mail_is_owed_with_its_step_and_one_replica_has_it_at_a_time(shelf: Shelf) {
    let (id, token) = shelf.sent_with("Walk", "lea@town.example", 1_000);
    let (store, other) = (shelf.store(), shelf.another());
    let taken = std::thread::scope(|scope| {
        let takers: Vec<_> =
            (0..6).map(|_| scope.spawn(|| other.take_mail(NO_CAPS, 1_000, 1_180).unwrap())).collect();
        let taken = takers.into_iter().map(|taker| taker.join().unwrap());
        taken.filter(|taken| matches!(taken, Taken::Mail(_))).count()
    });
    assert_eq!(taken, 1);
    // Whoever had it was killed: it comes again, as the second try of the same mail.
    assert_eq!(shelf.take(1_179), None);
    let Taken::Mail(mail) = store.take_mail(NO_CAPS, 1_180, 1_360).unwrap() else { panic!("it is due") };
    assert_eq!((mail.kind, mail.tries, mail.owed), (MailKind::Confirm, 2, 1_000));
    store.mail_delayed(&mail, 5_000).unwrap();
    assert_eq!(shelf.take(4_999), None);
    assert_eq!(shelf.take(5_000), Some(("lea@town.example".to_owned(), MailKind::Confirm, 3)));
    store.mail_done(&mail).unwrap();
    assert_eq!(shelf.take(9_000), None);
    // Before it is confirmed, no step is told there.
    store.advance(&id, Queued, None, 9_000).unwrap();
    store.proposed(&id, 1, None, None, 9_001).unwrap();
    assert_eq!(shelf.take(9_100), None);
    assert!(store.confirm_address(&id, &token, None, true, 9_200).unwrap().unwrap().first);
    store.advance(&id, ChangesRequested, Some("For whom?"), 9_300).unwrap();
    let refused = store.advance(&id, State::Confirmed, None, 9_301);
    assert!(matches!(refused, Err(StoreError::Step(..))), "a step that is refused owes nothing");
    let Taken::Mail(mail) = store.take_mail(NO_CAPS, 9_400, 9_580).unwrap() else { panic!("it is due") };
    assert_eq!((mail.kind, mail.note.as_deref()), (MailKind::ChangesRequested, Some("For whom?")));
    store.mail_done(&mail).unwrap();
    // Withdrawn: nothing is owed and nothing is known of it.
    store.advance(&id, Declined, Some("No"), 9_500).unwrap();
    store.advance(&id, Withdrawn, None, 9_501).unwrap();
    assert_eq!((shelf.take(20_000), store.address(&id).unwrap()), (None, None));
}

fn a_confirmed_address_releases_what_is_held_once(shelf: Shelf) {
    let store = shelf.store();
    let (id, token) = shelf.sent_with("Walk", "lea@town.example", 1_000);
    let stranger = SecretKey::random().unwrap();
    assert_eq!(store.confirm_address(&id, &stranger, None, true, 1_001).unwrap(), None);
    let confirm = |now| store.confirm_address(&id, &token, Some("town.example"), true, now).unwrap();
    let first = confirm(1_002).unwrap();
    assert!(first.first && first.released);
    let again = confirm(1_003).unwrap();
    assert!(!again.first && !again.released);
    assert_eq!(shelf.states(&id), [Draft, Received, Held, State::Confirmed, Queued]);
    assert_eq!(store.confirmed_domain(&id).unwrap().as_deref(), Some("town.example"));
    // Its new version goes on as well, where a confirmed address releases.
    let (_, key) = shelf.draft_of("Walk on", Some(&id), "new");
    let terms = Terms { hold: true, ..Terms::default() };
    let mail = WithMail { releases: true, address: None };
    assert!(store.receive_with(&key, 1_010, terms, mail, choose).unwrap().is_change);
    assert_eq!(shelf.find(&id).state, Updated);
    // What a maintainer has looked at waits for a maintainer.
    let (id, token) = shelf.sent_with("Talk", "leo@town.example", 2_000);
    store.advance(&id, Spam, None, 2_001).unwrap();
    store.advance(&id, Held, None, 2_002).unwrap();
    assert!(!store.confirm_address(&id, &token, None, true, 2_003).unwrap().unwrap().released);
    assert_eq!(shelf.find(&id).state, Held);
    // And where it shall release nothing, it is noted all the same.
    let (id, token) = shelf.sent_with("Look", "lia@town.example", 3_000);
    assert!(!store.confirm_address(&id, &token, None, false, 3_001).unwrap().unwrap().released);
    assert_eq!(shelf.states(&id), [Draft, Received, Held, State::Confirmed, Held]);
    // Too late.
    let (id, token) = shelf.sent_with("Listen", "lou@town.example", 4_000);
    assert_eq!(store.confirm_address(&id, &token, None, true, 4_000 + CONFIRM_WITHIN).unwrap(), None);
}

fn beyond_the_caps_news_wait_and_confirmations_are_dropped(shelf: Shelf) {
    let store = shelf.store();
    let caps = MailCaps { address: Some(2), domain: Some(3) };
    let (first, token) = shelf.sent_with("Walk", "lea@town.example", 0);
    shelf.sent_with("Talk", "lea@town.example", 1);
    let take = |now| store.take_mail(caps, now, now + 180).unwrap();
    for _ in 0..2 {
        let Taken::Mail(mail) = take(10) else { panic!("within the caps") };
        store.mail_done(&mail).unwrap();
    }
    let (third, _) = shelf.sent_with("Look", "lea@town.example", 20);
    assert!(matches!(take(20), Taken::Dropped(id) if id == third));
    assert_eq!(store.address(&third).unwrap(), None);
    store.confirm_address(&first, &token, None, true, 30).unwrap();
    store.advance(&first, Declined, Some("No"), 31).unwrap();
    assert!(matches!(take(40), Taken::Waits(id) if id == first));
    assert!(matches!(take(DAY - 1), Taken::Nothing));
    // A mail that is tried again is not counted again.
    let Taken::Mail(mail) = take(DAY) else { panic!("a new day") };
    store.mail_delayed(&mail, DAY + 5).unwrap();
    for _ in 0..3 {
        let Taken::Mail(mail) = take(DAY + 1_000) else { panic!("it is tried again") };
        store.mail_delayed(&mail, DAY + 5).unwrap();
    }
    store.mail_done(&mail).unwrap();
    // Others of the domain share what is left of it.
    for (name, of) in [("One", "a@town.example"), ("Two", "b@town.example"), ("Three", "c@town.example")] {
        shelf.sent_with(name, of, DAY + 2_000);
    }
    let taken: Vec<bool> = (0..3).map(|_| matches!(take(DAY + 2_000), Taken::Mail(_))).collect();
    assert_eq!(taken.iter().filter(|taken| **taken).count(), 2, "{taken:?}");
}

fn an_address_is_forgotten_in_its_time(shelf: Shelf) {
    let store = shelf.store();
    let (kept, token) = shelf.sent_with("Walk", "lea@town.example", 1_000);
    let (ignored, _) = shelf.sent_with("Talk", "leo@town.example", 1_000);
    store.confirm_address(&kept, &token, None, true, 2_000).unwrap();
    let forget = |now: i64| store.forget_old_addresses(now - 30 * DAY, now).unwrap();
    assert_eq!(forget(1_000 + CONFIRM_WITHIN), 0);
    assert_eq!(forget(1_001 + CONFIRM_WITHIN), 1);
    assert_eq!(store.address(&ignored).unwrap(), None);
    assert_eq!(forget(400 * DAY), 0, "it has not ended");
    store.advance(&kept, Declined, None, 400 * DAY).unwrap();
    assert_eq!(forget(430 * DAY), 0);
    assert_eq!(forget(430 * DAY + 1), 1);
    assert_eq!((store.address(&kept).unwrap(), shelf.take(430 * DAY + 2)), (None, None));
    // Erased with the rest, whatever the days.
    let (erased, token) = shelf.sent_with("Look", "lia@town.example", 500 * DAY);
    store.confirm_address(&erased, &token, Some("town.example"), true, 500 * DAY).unwrap();
    store.advance(&erased, Published, None, 500 * DAY + 1).unwrap();
    store.erase_published(&erased).unwrap();
    assert_eq!((store.address(&erased).unwrap(), store.confirmed_domain(&erased).unwrap()), (None, None));
}
