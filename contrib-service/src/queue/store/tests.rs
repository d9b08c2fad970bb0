//! The store at its edges: keys sent twice, kills, taken names.

use rusqlite::Connection;

use super::drafts::make_room;
use super::schema::MIGRATIONS;
use super::*;
use crate::queue::job::State::{self, Declined, Draft, Failed, Proposed, Queued, Received, Withdrawn};
use crate::queue::job::{Contribution, Job, RequestLink};

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
            ask: Ask::NewEntry,
            kind: Kind::Interlinker,
            slug: Slug::from_title(title).unwrap(),
            language: "en".to_owned(),
            title: title.to_owned(),
            author: None,
            words: String::new(),
            form: "{}".to_owned(),
            key: key.clone(),
            files: vec![EntryFile::new("en.md", b"text".to_vec())],
            upload: None,
            changes: None,
            consent: Consent::default(),
            proof: None,
        };
        self.store.save_draft(draft, 100).unwrap();
        (id, key)
    }

    fn send(&self, key: &SecretKey) -> Result<Sent> {
        let choose = |draft: &Contribution, taken: &dyn Fn(&Slug) -> bool| {
            crate::submission::free_slug(&draft.slug, taken)
        };
        self.store.receive(key, 200, Terms::default(), choose)
    }

    fn states(&self, id: &ContributionId) -> Vec<State> {
        self.store.history(id).unwrap().into_iter().map(|event| event.state).collect()
    }
}

#[test]
fn a_key_sent_any_number_of_times_is_one_contribution() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    assert_eq!(shelf.send(&key).unwrap(), Sent { id: id.clone(), first: true, is_change: false });
    for _ in 0..20 {
        assert_eq!(shelf.send(&key).unwrap(), Sent { id: id.clone(), first: false, is_change: false });
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
    assert_eq!(shelf.store.next_job(200, 0).unwrap(), Some(Job::Propose(id.clone())));
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
    shelf.store.proposed(&id, 1, Some("abc"), None, 300).unwrap();
    shelf.store.advance(&id, Withdrawn, None, 400).unwrap();
    assert!(shelf.store.files(&id).unwrap().is_empty());
    assert_eq!(shelf.store.next_job(400, 0).unwrap(), Some(Job::Discard(id.clone())));
    shelf.store.discarded(&id).unwrap();
    assert_eq!(shelf.store.next_job(400, 0).unwrap(), None);
    assert!(matches!(shelf.store.advance(&id, Declined, None, 500), Err(StoreError::Step(..))));
    assert_eq!(shelf.states(&id), [Draft, Received, Queued, Proposed, Withdrawn]);
}

/// Whether the files of the store hold these bytes anywhere, in a free page or in the log too.
fn remains(shelf: &Shelf, words: &str) -> bool {
    std::fs::read_dir(shelf.folder.path()).unwrap().any(|item| {
        let bytes = std::fs::read(item.unwrap().path()).unwrap();
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    })
}

#[test]
fn no_word_of_a_withdrawn_contribution_remains_in_the_files_of_the_store() {
    let shelf = Shelf::new();
    let words = [
        "Secret Garden",
        "secret-garden",
        "Ada Lovelace",
        "answer-of-the-form",
        "text-of-the-file",
        "kept-upload",
        "why-not",
        "words-of-a-report",
    ];
    let (id, key, upload) =
        (ContributionId::random().unwrap(), SecretKey::random().unwrap(), SecretKey::random().unwrap());
    shelf.store.keep_upload(&upload, "kept-upload.txt", b"kept-upload", 100).unwrap();
    let draft = NewDraft {
        id: id.clone(),
        ask: Ask::NewEntry,
        kind: Kind::Interlinker,
        slug: Slug::parse(words[1]).unwrap(),
        language: "en".to_owned(),
        title: words[0].to_owned(),
        author: Some(words[2].to_owned()),
        words: words[7].to_owned(),
        form: words[3].to_owned(),
        key: key.clone(),
        files: vec![EntryFile::new("en.md", words[4].as_bytes().to_vec())],
        upload: Some(upload.clone()),
        changes: None,
        consent: Consent::default(),
        proof: None,
    };
    shelf.store.save_draft(draft, 100).unwrap();
    assert!(words[..6].iter().chain(&words[7..]).all(|words| remains(&shelf, words)));
    shelf.send(&key).unwrap();
    assert!(shelf.store.upload(&upload).unwrap().is_none(), "a sent form needs no kept file");
    shelf.store.advance(&id, Declined, Some(words[6]), 300).unwrap();
    shelf.store.advance(&id, Withdrawn, None, 400).unwrap();
    for words in words {
        assert!(!remains(&shelf, words), "{words}");
    }
    let left = shelf.store.find(&id).unwrap().unwrap();
    assert_eq!((left.state, left.received, left.updated), (Withdrawn, Some(200), 400));
}

fn room(shelf: &Shelf, limit: i64, newest: &ContributionId) -> Result<()> {
    let newest = newest.clone();
    shelf.store.write(0, move |sql| make_room(sql, limit, newest.as_str()))
}

/// What drafts and kept files hold, added up.
fn added_up(store: &Store) -> i64 {
    let sum = "SELECT (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM uploads)
        + (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM files
           WHERE contribution IN (SELECT id FROM contributions WHERE state = 'draft'))
        + (SELECT COALESCE(SUM(LENGTH(form)), 0) FROM contributions WHERE state = 'draft')";
    number(store, sum)
}

fn counted(store: &Store) -> i64 {
    number(store, "SELECT bytes FROM held")
}

fn number(store: &Store, statement: &str) -> i64 {
    store.read(|sql| sql.row(statement, &[])?.unwrap().int()).unwrap()
}

#[test]
fn the_running_total_is_what_drafts_and_kept_files_add_up_to() {
    let shelf = Shelf::new();
    let check = |expected| assert_eq!((counted(&shelf.store), added_up(&shelf.store)), (expected, expected));
    let (_, first) = shelf.draft("First");
    let (second, _) = shelf.draft("Second");
    let upload = SecretKey::random().unwrap();
    shelf.store.keep_upload(&upload, "a.txt", b"0123456789", 100).unwrap();
    check(22);
    shelf.send(&first).unwrap();
    shelf.send(&first).unwrap();
    check(16);
    room(&shelf, 12, &second).unwrap();
    check(16);
    shelf.store.forget_drafts_before(1_000).unwrap();
    check(0);
}

#[test]
fn a_store_of_the_first_version_is_counted_once_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let old = Connection::open(&path).unwrap();
    old.execute_batch(MIGRATIONS[0]).unwrap();
    old.execute_batch(
        "INSERT INTO contributions (id, state, kind, slug, language, title, form, send_key, status_key, created, updated)
             VALUES ('0000000000', 'draft', 'interlinker', 'kit', 'en', 'Kit', '{}', x'01', zeroblob(32), 1, 1),
                    ('1111111111', 'withdrawn', 'interlinker', 'old', 'en', 'Old', '', x'02', zeroblob(32), 1, 1);
         INSERT INTO files VALUES ('0000000000', 'en.md', x'01020304');
         INSERT INTO uploads VALUES (x'03', 'a.txt', x'0102', 1);
         PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!((counted(&store), added_up(&store)), (8, 8));
    let withdrawn = store.list().unwrap().remove(0);
    assert_eq!((withdrawn.title.as_str(), withdrawn.slug.as_str()), ("", "1111111111"));
    store.forget_drafts_before(2).unwrap();
    assert_eq!(counted(&store), 0);
}

#[test]
fn trying_again_has_an_end_that_a_person_can_undo() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    let job = Job::Propose(id.clone());
    shelf.store.attempt_failed(&job, "no disk", Some(260), 200).unwrap();
    assert_eq!(shelf.store.next_job(259, 0).unwrap(), None);
    assert_eq!(shelf.store.next_due().unwrap(), Some(260));
    assert_eq!(shelf.store.next_job(260, 0).unwrap(), Some(job.clone()));
    shelf.store.attempt_failed(&job, "still no disk", None, 260).unwrap();
    assert_eq!(shelf.store.next_due().unwrap(), None);
    let failed = shelf.store.find(&id).unwrap().unwrap();
    assert_eq!((failed.state, failed.reason.as_deref()), (Failed, Some("still no disk")));
    shelf.store.advance(&id, Queued, None, 300).unwrap();
    assert_eq!(shelf.store.next_job(300, 0).unwrap(), Some(job));
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
    room(&shelf, 16, &newest).unwrap();
    assert!(shelf.store.find(&oldest).unwrap().is_none());
    assert!(shelf.store.find(&newest).unwrap().is_some());
    assert!(shelf.store.find(&sent).unwrap().is_some());
    room(&shelf, 0, &newest).unwrap();
    assert!(shelf.store.find(&newest).unwrap().is_some(), "the newest stays whatever its size");
}

#[test]
fn a_store_of_a_newer_program_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(Store::open(&path), Err(StoreError::Newer(99))));
}

#[test]
fn a_log_that_somebody_reads_does_not_fail_a_withdrawal_and_is_emptied_later() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    let log = || std::fs::metadata(shelf.folder.path().join("store.sqlite-wal")).map_or(0, |file| file.len());
    let reader = Connection::open(shelf.folder.path().join("store.sqlite")).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM contributions;").unwrap();
    shelf.store.advance(&id, Withdrawn, None, 300).unwrap();
    assert!(log() > 0, "the reader holds the log");
    shelf.store.clear_log();
    assert!(log() > 0);
    reader.execute_batch("COMMIT").unwrap();
    shelf.store.clear_log();
    assert_eq!(log(), 0);
}

#[test]
fn a_store_from_before_edits_holds_new_entries_and_several_people_may_now_edit_one_entry() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let old = Connection::open(&path).unwrap();
    for migration in &MIGRATIONS[..2] {
        old.execute_batch(migration).unwrap();
    }
    old.execute_batch(
        "INSERT INTO contributions (id, state, kind, slug, language, title, form, send_key, status_key, created,
             received, updated)
         VALUES ('0123456789', 'queued', 'interlinker', 'kit', 'en', 'Kit', '', x'01', zeroblob(32), 1, 1, 1);
         INSERT INTO files (contribution, path, bytes) VALUES ('0123456789', 'en.md', x'00');
         PRAGMA user_version = 2;",
    )
    .unwrap();
    drop(old);
    let shelf = Shelf { store: Store::open(&path).unwrap(), folder };
    let id = ContributionId::parse("0123456789").unwrap();
    assert_eq!(shelf.store.find(&id).unwrap().unwrap().ask, Ask::NewEntry);
    assert_eq!(shelf.store.files(&id).unwrap(), [EntryFile::new("en.md", vec![0])]);
    let replaces = crate::queue::job::BlobName::parse(&"a".repeat(40));
    for _ in 0..2 {
        let (id, key) = (ContributionId::random().unwrap(), SecretKey::random().unwrap());
        let file = EntryFile { replaces: replaces.clone(), ..EntryFile::new("en.md", b"other".to_vec()) };
        let draft = NewDraft {
            id: id.clone(),
            ask: Ask::Edit,
            kind: Kind::Interlinker,
            slug: Slug::parse("kit").unwrap(),
            language: "en".to_owned(),
            title: "Kit".to_owned(),
            author: None,
            words: String::new(),
            form: String::new(),
            key: key.clone(),
            files: vec![file.clone()],
            upload: None,
            changes: None,
            consent: Consent::default(),
            proof: None,
        };
        shelf.store.save_draft(draft, 100).unwrap();
        shelf.send(&key).unwrap();
        let found = shelf.store.find(&id).unwrap().unwrap();
        assert_eq!((found.ask, found.slug.as_str(), found.state), (Ask::Edit, "kit", Queued));
        assert_eq!(shelf.store.files(&id).unwrap(), [file]);
    }
    assert_eq!(shelf.store.open_slugs(Kind::Interlinker).unwrap(), ["kit"]);
}

#[test]
fn the_request_of_a_contribution_is_kept() {
    let shelf = Shelf::new();
    let (id, key) = shelf.draft("Budget kit");
    shelf.send(&key).unwrap();
    let request = RequestLink { number: 7, address: "https://forge.example/o/r/pull/7".to_owned() };
    shelf.store.proposed(&id, 1, Some("abc"), Some(&request), 300).unwrap();
    assert_eq!(shelf.store.find(&id).unwrap().unwrap().request, Some(request));
}

#[test]
fn a_store_from_before_holding_and_changing_keeps_everything_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.sqlite");
    let old = Connection::open(&path).unwrap();
    for migration in &MIGRATIONS[..3] {
        old.execute_batch(migration).unwrap();
    }
    let states = ["received", "queued", "proposed", "published", "declined", "withdrawn", "failed"];
    for (number, state) in states.iter().enumerate() {
        old.execute_batch(&format!(
            "INSERT INTO contributions (id, state, kind, slug, language, title, author, form, send_key, status_key,
                 created, received, updated, commit_id)
             VALUES ('000000000{number}', '{state}', 'interlinker', 'kit-{number}', 'lv', 'Kit', 'Ada', '', x'0{number}',
                 zeroblob(32), 1, 2, 3, 'abc');
             INSERT INTO files (contribution, path, bytes) VALUES ('000000000{number}', 'en.md', x'00');
             INSERT INTO events (contribution, at, state, note) VALUES ('000000000{number}', 3, '{state}', 'note');"
        ))
        .unwrap();
    }
    let key = SecretKey::random().unwrap();
    old.execute(
        "INSERT INTO contributions (id, state, kind, slug, language, title, form, send_key, status_key, created, updated)
         VALUES ('9999999999', 'draft', 'interlinker', 'kit-1', 'en', 'Kit', '{}', ?, ?, 1, 1)",
        rusqlite::params![key.hash().as_bytes(), key.status_key().hash().as_bytes()],
    )
    .unwrap();
    old.pragma_update(None, "user_version", 3).unwrap();
    drop(old);
    let shelf = Shelf { store: Store::open(&path).unwrap(), folder };
    let all = shelf.store.list().unwrap();
    assert_eq!(all.iter().map(|one| one.state.name()).collect::<Vec<_>>(), states);
    assert!(
        all.iter().all(|one| (one.version, one.changed, one.commit.as_deref()) == (1, None, Some("abc")))
    );
    assert!(all.iter().all(|one| shelf.store.files(&one.id).unwrap() == [EntryFile::new("en.md", vec![0])]));
    assert!(all.iter().all(|one| shelf.store.history(&one.id).unwrap()[0].note.as_deref() == Some("note")));
    assert_eq!(shelf.store.next_job(10, 0).unwrap(), Some(Job::Propose(all[1].id.clone())));
    let sent = shelf.send(&key).unwrap();
    assert_eq!(shelf.store.find(&sent.id).unwrap().unwrap().slug.as_str(), "kit-1-2", "kit-1 is taken");
    assert_eq!(shelf.store.form_of(&sent.id).unwrap().as_deref(), Some("{}"));
    // What ended before is forgotten as what ends now.
    assert_eq!(shelf.store.erase_ended_before(4).unwrap(), 3);
}
