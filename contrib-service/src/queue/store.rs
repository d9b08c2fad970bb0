//! The one place that remembers: contributions, their files and their history in SQLite. Every
//! method is one transaction, on disk before it returns (`synchronous=FULL`), so whatever a visitor
//! is told has already survived a power cut. Methods block; handlers call them off the async
//! threads. Nothing here knows a forge or a web page.

mod rows;
mod schema;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use generator::model::{Kind, Slug};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

use super::ask::Ask;
use super::job::{Contribution, EntryFile, Event, Job, Moment, RequestLink, State};
use crate::secret::{ContributionId, SecretKey};
use rows::{
    SELECT, add_event, contribution, entry_file, erase, find, forget_form, open_slugs, parse_id, parse_state,
    step,
};
use schema::MIGRATIONS;

/// The store. One connection is enough: SQLite has one writer at a time anyway.
pub struct Store {
    connection: Mutex<Connection>,
    /// Whether the log of the database may still hold words that were erased.
    log_holds_words: AtomicBool,
}

/// What went wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database failed.
    #[error("the store failed: {0}")]
    Database(#[from] rusqlite::Error),
    /// There is no such contribution.
    #[error("the store has no such contribution")]
    Unknown,
    /// The state it is in does not allow the step.
    #[error("a contribution that is {0} cannot become {1}")]
    Step(&'static str, &'static str),
    /// A row holds what this program never writes.
    #[error("the store holds an unreadable row: {0}")]
    Corrupt(String),
    /// The store was written by a newer program.
    #[error("the store has version {0}, newer than this program")]
    Newer(i64),
    /// The work panicked or the program is stopping.
    #[error("the work with the store was cut off")]
    CutOff,
}

type Result<T> = std::result::Result<T, StoreError>;

/// A contribution as step one makes it.
pub struct NewDraft {
    /// Its public name.
    pub id: ContributionId,
    /// What it asks for.
    pub ask: Ask,
    /// The kind of the entry it is about.
    pub kind: Kind,
    /// The folder name a new entry would get now, or the entry it is about.
    pub slug: Slug,
    /// The language its writer reads.
    pub language: String,
    /// The name of the entry.
    pub title: String,
    /// Who it is from; only with their consent.
    pub author: Option<String>,
    /// What was written that is in no file: the text of a report.
    pub words: String,
    /// What the form held, to show it again.
    pub form: String,
    /// The key that sends it.
    pub key: SecretKey,
    /// The files of the entry.
    pub files: Vec<EntryFile>,
    /// The key of the file that was kept for the form, if one was.
    pub upload: Option<SecretKey>,
}

/// What became of sending a one-time key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The contribution that belongs to the key.
    pub id: ContributionId,
    /// Whether this call was the first one.
    pub first: bool,
}

impl Store {
    /// Opens the file, and makes it where there is none.
    ///
    /// # Errors
    /// When the file cannot be opened, or a newer program wrote it.
    pub fn open(path: &Path) -> Result<Store> {
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // Deleted contributions leave no readable remains in the file.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.busy_timeout(PATIENCE)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let version: i64 = transaction.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let done = usize::try_from(version).map_err(|_| StoreError::Newer(version))?;
        if done > MIGRATIONS.len() {
            return Err(StoreError::Newer(version));
        }
        for migration in &MIGRATIONS[done..] {
            transaction.execute_batch(migration)?;
        }
        transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
        transaction.commit()?;
        Ok(Store { connection: Mutex::new(connection), log_holds_words: AtomicBool::new(true) })
    }

    /// Does something with the store off the async threads.
    ///
    /// # Errors
    /// What the work answers.
    pub async fn off_thread<T: Send + 'static>(
        store: &Arc<Store>,
        work: impl FnOnce(&Store) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let store = Arc::clone(store);
        tokio::task::spawn_blocking(move || work(&store)).await.unwrap_or(Err(StoreError::CutOff))
    }

    /// Whether the store answers.
    ///
    /// # Errors
    /// When it does not.
    pub fn ping(&self) -> Result<()> {
        self.lock().query_row("SELECT count(*) FROM contributions", [], |_| Ok(()))?;
        Ok(())
    }

    /// Step one: keeps a draft with its files.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_draft(&self, draft: &NewDraft, now: Moment) -> Result<()> {
        let size = draft.form.len()
            + draft.words.len()
            + draft.files.iter().map(|file| file.bytes.len()).sum::<usize>();
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO contributions (id, state, kind, slug, language, title, author, form, send_key,
                     status_key, created, updated, size, upload_key, ask, words)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    draft.id.as_str(),
                    State::Draft.name(),
                    draft.kind.name(),
                    draft.slug.as_str(),
                    draft.language,
                    draft.title,
                    draft.author,
                    draft.form,
                    draft.key.hash().as_bytes().as_slice(),
                    draft.key.status_key().hash().as_bytes().as_slice(),
                    now,
                    now,
                    i64::try_from(size).unwrap_or(i64::MAX),
                    draft.upload.as_ref().map(|key| key.hash().as_bytes().to_vec()),
                    draft.ask.name(),
                    draft.words,
                ],
            )?;
            for file in &draft.files {
                transaction.execute(
                    "INSERT INTO files (contribution, path, bytes, replaces) VALUES (?, ?, ?, ?)",
                    params![
                        draft.id.as_str(),
                        file.path,
                        file.bytes,
                        file.replaces.as_ref().map(|name| name.as_str())
                    ],
                )?;
            }
            make_room(transaction, MAX_DRAFT_BYTES, draft.id.as_str())?;
            add_event(transaction, &draft.id, State::Draft, None, now)
        })
    }

    /// Step two: the draft of this key is sent. However often it is called with one key, there is
    /// one contribution. `choose_slug` is given a test for slugs that other open contributions
    /// have and answers the slug to use.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when no draft has the key; else when the database fails.
    pub fn receive(
        &self,
        key: &SecretKey,
        now: Moment,
        choose_slug: impl FnOnce(&Contribution, &dyn Fn(&Slug) -> bool) -> Slug,
    ) -> Result<Sent> {
        self.write(|transaction| {
            let found = transaction
                .query_row(
                    &format!("{SELECT} WHERE send_key = ?"),
                    [key.hash().as_bytes().as_slice()],
                    |row| Ok(contribution(row)),
                )
                .optional()?
                .ok_or(StoreError::Unknown)??;
            if found.state != State::Draft {
                return Ok(Sent { id: found.id, first: false });
            }
            // The slug first: a sent contribution with a taken one would break the index.
            let slug = if found.ask.takes_slug() {
                let taken = open_slugs(transaction, found.kind)?;
                choose_slug(&found, &|slug| taken.iter().any(|other| other == slug.as_str()))
            } else {
                found.slug.clone()
            };
            transaction.execute(
                "UPDATE contributions SET slug = ?, received = ? WHERE id = ?",
                params![slug.as_str(), now, found.id.as_str()],
            )?;
            step(transaction, &found, State::Received, None, now)?;
            // The local forge is not public, so nothing is held back for a release.
            let received = Contribution { state: State::Received, ..found };
            step(transaction, &received, State::Queued, None, now)?;
            // What is sent is in its files now; the form and the kept file are not needed again.
            forget_form(transaction, &received.id)?;
            Ok(Sent { id: received.id, first: true })
        })
    }

    /// The contribution of that name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find(&self, id: &ContributionId) -> Result<Option<Contribution>> {
        find(&self.lock(), id)
    }

    /// What the form of a draft held, by its one-time key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn form_of_key(&self, key: &SecretKey) -> Result<Option<String>> {
        let hash = key.hash();
        Ok(self
            .lock()
            .query_row(
                "SELECT form FROM contributions WHERE send_key = ? AND state = 'draft'",
                [hash.as_bytes().as_slice()],
                |row| row.get(0),
            )
            .optional()?)
    }

    /// Keeps a file that came with a form, so that nobody has to choose it twice.
    ///
    /// # Errors
    /// When the database fails.
    pub fn keep_upload(&self, key: &SecretKey, name: &str, bytes: &[u8], now: Moment) -> Result<()> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO uploads (key, name, bytes, created) VALUES (?, ?, ?, ?)",
                params![key.hash().as_bytes().as_slice(), name, bytes, now],
            )?;
            make_room(transaction, MAX_DRAFT_BYTES, "")
        })
    }

    /// The file of a key: its name and its content.
    ///
    /// # Errors
    /// When the database fails.
    pub fn upload(&self, key: &SecretKey) -> Result<Option<(String, Vec<u8>)>> {
        let hash = key.hash();
        Ok(self
            .lock()
            .query_row("SELECT name, bytes FROM uploads WHERE key = ?", [hash.as_bytes().as_slice()], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?)
    }

    /// The files of a contribution, by path.
    ///
    /// # Errors
    /// When the database fails.
    pub fn files(&self, id: &ContributionId) -> Result<Vec<EntryFile>> {
        let connection = self.lock();
        let mut statement = connection
            .prepare_cached("SELECT path, bytes, replaces FROM files WHERE contribution = ? ORDER BY path")?;
        let rows = statement.query_map([id.as_str()], |row| Ok(entry_file(row)))?;
        rows.map(|row| row?).collect()
    }

    /// What happened to a contribution, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn history(&self, id: &ContributionId) -> Result<Vec<Event>> {
        let connection = self.lock();
        let mut statement = connection
            .prepare_cached("SELECT at, state, note FROM events WHERE contribution = ? ORDER BY number")?;
        let rows = statement.query_map([id.as_str()], |row| {
            Ok((row.get::<_, Moment>(0)?, row.get::<_, String>(1)?, row.get::<_, Option<String>>(2)?))
        })?;
        rows.map(|row| {
            let (at, state, note) = row?;
            Ok(Event { at, state: parse_state(&state)?, note })
        })
        .collect()
    }

    /// Every contribution that was sent, the ones that wait longest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self) -> Result<Vec<Contribution>> {
        self.select("WHERE state <> 'draft' ORDER BY received, id", &[])
    }

    /// The contributions in a state, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn in_state(&self, state: State) -> Result<Vec<Contribution>> {
        self.select("WHERE state = ? ORDER BY received, id", &[&state.name()])
    }

    /// Slugs of contributions of a kind that are still open.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_slugs(&self, kind: Kind) -> Result<Vec<String>> {
        open_slugs(&self.lock(), kind)
    }

    /// Moves a contribution on. What a writer withdrew is forgotten: every word of it goes, and its
    /// files; what stays is that there was something, and when.
    ///
    /// # Errors
    /// [`StoreError::Step`] when its state does not allow that; else when the database fails.
    pub fn advance(
        &self,
        id: &ContributionId,
        next: State,
        note: Option<&str>,
        now: Moment,
    ) -> Result<Contribution> {
        let moved = self.write(|transaction| {
            let found = find(transaction, id)?.ok_or(StoreError::Unknown)?;
            step(transaction, &found, next, note, now)?;
            match next {
                State::Queued => transaction.execute(
                    "UPDATE contributions SET attempts = 0, next_try = 0, reason = NULL WHERE id = ?",
                    [id.as_str()],
                )?,
                State::Declined | State::Withdrawn => transaction.execute(
                    "UPDATE contributions SET discard = 1, attempts = 0, next_try = 0, reason = ? WHERE id = ?",
                    params![note, id.as_str()],
                )?,
                _ => 0,
            };
            if next == State::Withdrawn {
                erase(transaction, id)?;
            }
            Ok(Contribution { state: next, updated: now, ..found })
        })?;
        if next == State::Withdrawn {
            // Overwritten in the database, the words would still stand in its log until that is full.
            self.log_holds_words.store(true, Ordering::SeqCst);
            self.clear_log();
        }
        Ok(moved)
    }

    /// Empties the log of the database where it may still hold words that were erased. What is
    /// erased is erased for the visitor, so a failure here is only logged; the worker tries again.
    pub fn clear_log(&self) {
        let connection = self.lock();
        if !self.log_holds_words.load(Ordering::SeqCst) {
            return;
        }
        // Somebody who reads the file from outside, a backup for instance, is not waited for.
        let cleared = connection.busy_timeout(std::time::Duration::ZERO).and_then(|()| {
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        });
        if let Err(error) = connection.busy_timeout(PATIENCE) {
            tracing::warn!(%error, "the store cannot be told to wait for others");
        }
        match cleared {
            Ok(0) => self.log_holds_words.store(false, Ordering::SeqCst),
            Ok(_) => tracing::info!("the log of the store is in use; it is emptied later"),
            Err(error) => tracing::warn!(%error, "the log of the store cannot be emptied; it is tried again"),
        }
    }

    /// The worker brought it to the forge: on a branch, with a request, or as an issue.
    ///
    /// # Errors
    /// [`StoreError::Step`] when it was declined or withdrawn meanwhile; else when the database
    /// fails.
    pub fn proposed(
        &self,
        id: &ContributionId,
        commit: Option<&str>,
        request: Option<&RequestLink>,
        now: Moment,
    ) -> Result<()> {
        self.write(|transaction| {
            let found = find(transaction, id)?.ok_or(StoreError::Unknown)?;
            step(transaction, &found, State::Proposed, None, now)?;
            transaction.execute(
                "UPDATE contributions SET commit_id = ?, request_number = ?, request_address = ?, attempts = 0,
                     reason = NULL WHERE id = ?",
                params![
                    commit,
                    request.and_then(|request| i64::try_from(request.number).ok()),
                    request.map(|request| request.address.as_str()),
                    id.as_str()
                ],
            )?;
            Ok(())
        })
    }

    /// The branch of a declined or withdrawn contribution is gone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn discarded(&self, id: &ContributionId) -> Result<()> {
        self.write(|transaction| {
            transaction
                .execute("UPDATE contributions SET discard = 0, attempts = 0 WHERE id = ?", [id.as_str()])?;
            Ok(())
        })
    }

    /// The worker tried and failed. With a moment it tries again then; without one it has given
    /// up, which a maintainer sees.
    ///
    /// # Errors
    /// When the database fails.
    pub fn attempt_failed(
        &self,
        job: &Job,
        reason: &str,
        try_again: Option<Moment>,
        now: Moment,
    ) -> Result<()> {
        let id = job.id();
        self.write(|transaction| {
            transaction.execute(
                "UPDATE contributions SET attempts = attempts + 1, reason = ?, next_try = ? WHERE id = ?",
                params![reason, try_again.unwrap_or(0), id.as_str()],
            )?;
            if try_again.is_none() {
                match job {
                    Job::Propose(_) => {
                        let found = find(transaction, id)?.ok_or(StoreError::Unknown)?;
                        step(transaction, &found, State::Failed, Some(reason), now)?;
                    }
                    Job::Discard(_) => {
                        transaction
                            .execute("UPDATE contributions SET discard = 0 WHERE id = ?", [id.as_str()])?;
                    }
                }
            }
            Ok(())
        })
    }

    /// The next thing to do, if one is due.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_job(&self, now: Moment) -> Result<Option<Job>> {
        let row: Option<(String, bool)> = self
            .lock()
            .query_row(
                "SELECT id, discard FROM contributions
                 WHERE (state = 'queued' OR discard = 1) AND next_try <= ?
                 ORDER BY next_try, received, id LIMIT 1",
                [now],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let Some((id, discard)) = row else { return Ok(None) };
        let id = parse_id(&id)?;
        Ok(Some(if discard { Job::Discard(id) } else { Job::Propose(id) }))
    }

    /// When the next thing is due, if anything waits.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_due(&self) -> Result<Option<Moment>> {
        Ok(self.lock().query_row(
            "SELECT min(next_try) FROM contributions WHERE state = 'queued' OR discard = 1",
            [],
            |row| row.get(0),
        )?)
    }

    /// Forgets drafts that were never sent.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_drafts_before(&self, moment: Moment) -> Result<usize> {
        self.write(|transaction| {
            transaction.execute("DELETE FROM uploads WHERE created < ?", [moment])?;
            Ok(transaction
                .execute("DELETE FROM contributions WHERE state = 'draft' AND created < ?", [moment])?)
        })
    }

    fn select(&self, rest: &str, parameters: &[&dyn rusqlite::ToSql]) -> Result<Vec<Contribution>> {
        let connection = self.lock();
        let mut statement = connection.prepare_cached(&format!("{SELECT} {rest}"))?;
        let rows = statement.query_map(parameters, |row| Ok(contribution(row)))?;
        rows.map(|row| row?).collect()
    }

    /// A panic elsewhere cannot leave a half-done transaction (it is rolled back when dropped), so
    /// a poisoned lock is as good as any other.
    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write<T>(&self, change: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let mut connection = self.lock();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = change(&transaction)?;
        transaction.commit()?;
        Ok(value)
    }
}

/// How long to wait for another program that writes to the store.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(10);

/// The most that drafts nobody has sent may hold together, in bytes. Anyone may preview, so without
/// a limit anyone could fill the disk; what was sent is never forgotten.
const MAX_DRAFT_BYTES: i64 = 512 * 1024 * 1024;

/// Forgets the oldest files and drafts that were never sent, until the rest fits into `limit` bytes.
/// The draft `newest` stays whatever its size. How much there is, is counted by the database as
/// drafts come and go.
fn make_room(transaction: &Transaction<'_>, limit: i64, newest: &str) -> Result<()> {
    loop {
        let held: i64 = transaction.query_row("SELECT bytes FROM held", [], |row| row.get(0))?;
        if held <= limit {
            return Ok(());
        }
        let forgotten = transaction.execute(
            "DELETE FROM uploads WHERE rowid = (SELECT rowid FROM uploads ORDER BY created, rowid LIMIT 1)
                 AND (SELECT COUNT(*) FROM uploads) > 1",
            [],
        )? + transaction.execute(
            "DELETE FROM contributions WHERE id = (SELECT id FROM contributions
                 WHERE state = 'draft' AND id <> ? ORDER BY created, id LIMIT 1)",
            [newest],
        )?;
        if forgotten == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests;
