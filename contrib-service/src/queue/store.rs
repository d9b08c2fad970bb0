//! The one place that remembers: contributions, their files and their history. Every change is on
//! disk before it is answered, so whatever a visitor is told has already survived a power cut; under
//! load many changes share one flush of the disk. Methods block; handlers call them off the async
//! threads. Nothing here knows a forge or a web page.
//!
//! The store is written once, on the little that two databases have in common (`sql`): SQLite beside
//! the service (`sqlite`, the default), or PostgreSQL when several replicas share the work
//! (`postgres`). `drafts` holds what happens until a contribution is sent, `steps` what happens to it
//! then, `looks` what is read, `replies` what a
//! forge says of them, `mail` the addresses, `outbox` the mails owed to them, `texts`
//! what spam is learnt from, `rows` the rows themselves.

mod drafts;
mod looks;
mod mail;
mod outbox;
mod postgres;
mod replies;
mod rows;
mod schema;
mod sql;
mod sqlite;
mod steps;
mod texts;

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};

use generator::model::{Kind, Slug};

use super::ask::Ask;
use super::job::{Consent, EntryFile, Moment};
use crate::proof::Proof;
use crate::secret::{ContributionId, PlaceHash, SecretKey};
use sql::{Database, Order, Sql, Trouble};

pub use looks::Tally;
pub use mail::{CONFIRM_WITHIN, Confirmation, DAY, KeptAddress, NewAddress, WithMail};
pub use outbox::{DueMail, MailCaps, MailKind, Taken};

/// The store.
pub struct Store {
    database: Box<dyn Database>,
}

/// What went wrong in the store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The database failed.
    #[error("the store failed: {0}")]
    Database(String),
    /// There is no room left.
    #[error("the disk of the store is full")]
    Full,
    /// The database server does not answer or does not let us in.
    #[error("the database cannot be reached: {0}")]
    Away(String),
    /// Another replica was in the way, again and again.
    #[error("other replicas were in the way: {0}")]
    InTheWay(String),
    /// The address of the database cannot be used.
    #[error("{0}")]
    Address(String),
    /// There is no such contribution.
    #[error("the store has no such contribution")]
    Unknown,
    /// The state it is in does not allow the step.
    #[error("a contribution that is {0} cannot become {1}")]
    Step(&'static str, &'static str),
    /// There are as many open contributions as the settings allow.
    #[error("there are too many open contributions {0}")]
    TooMany(Crowd),
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

/// Where there are too many open contributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// From one neighbourhood of the network.
    OnePlace,
    /// From everywhere together.
    Everywhere,
}

impl std::fmt::Display for Crowd {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Crowd::OnePlace => "from one neighbourhood of the network",
            Crowd::Everywhere => "in all",
        })
    }
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
    /// The contribution that this is a new version of, if it is one.
    pub changes: Option<ContributionId>,
    /// What its writer agreed to.
    pub consent: Consent,
    /// The proof of work it came with.
    pub proof: Option<Proof>,
}

/// What step two wants to know of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drafted {
    /// When it was made.
    pub at: Moment,
    /// The proof of work it came with.
    pub proof: Option<Proof>,
}

/// What became of sending a one-time key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The contribution that belongs to the key.
    pub id: ContributionId,
    /// Whether this call was the first one.
    pub first: bool,
    /// Whether the key sent a new version of a contribution that was there.
    pub is_change: bool,
}

/// On which terms contributions are accepted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Terms {
    /// Whether a person must release it before it goes to the forge.
    pub hold: bool,
    /// Where it comes from.
    pub place: Option<PlaceHash>,
    /// How many open ones there may be from one place.
    pub most_from_one_place: Option<u32>,
    /// How many open ones there may be in all.
    pub most_open: Option<u32>,
}

impl Store {
    /// Opens a file of SQLite, and makes it where there is none.
    ///
    /// # Errors
    /// When the file cannot be opened, or a newer program wrote it.
    pub fn open(path: &Path) -> Result<Store> {
        Ok(Store { database: Box::new(sqlite::Sqlite::open(path)?) })
    }

    /// Connects to a PostgreSQL server. Blocks, like all of the store.
    ///
    /// # Errors
    /// When the server cannot be reached, or a newer program wrote there.
    pub fn connect(address: &str, password: Option<&str>) -> Result<Store> {
        Ok(Store { database: Box::new(postgres::Postgres::open(address, password)?) })
    }

    /// Whether this can be the address of a PostgreSQL database, without asking anybody.
    ///
    /// # Errors
    /// Why it cannot be.
    pub fn check_address(address: &str) -> Result<()> {
        postgres::parse(address).map(drop)
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

    fn read<T>(&self, mut work: impl FnMut(&mut dyn Sql) -> Result<T>) -> Result<T> {
        let mut answer = Err(StoreError::CutOff);
        self.database.read(&mut |sql| {
            answer = Ok(work(sql)?);
            Ok(())
        })?;
        answer
    }

    /// Makes a change and waits until it is on disk. `weight` is about how many bytes it writes.
    fn write<T: Send + 'static>(
        &self,
        weight: usize,
        change: impl FnMut(&mut dyn Sql) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (asker, answer) = sync_channel(1);
        self.database.write(Box::new(Waiting { change, weight, outcome: None, asker }));
        answer.recv().unwrap_or(Err(StoreError::CutOff))
    }
}

/// A change and who waits for it.
struct Waiting<T, F> {
    change: F,
    weight: usize,
    outcome: Option<Result<T>>,
    asker: SyncSender<Result<T>>,
}

impl<T: Send, F: FnMut(&mut dyn Sql) -> Result<T> + Send> Order for Waiting<T, F> {
    fn run(&mut self, sql: &mut dyn Sql) -> std::result::Result<(), Trouble> {
        // Where the change panics there is no outcome, which is told below.
        self.outcome = None;
        let outcome = (self.change)(sql);
        let verdict = match &outcome {
            Ok(_) => Ok(()),
            Err(StoreError::InTheWay(_)) => Err(Trouble::Again),
            Err(_) => Err(Trouble::Failed),
        };
        self.outcome = Some(outcome);
        verdict
    }

    fn answer(self: Box<Self>, committed: Result<()>) {
        let outcome = match (self.outcome, committed) {
            (Some(Err(error)), _) => Err(error),
            (Some(Ok(_)) | None, Err(error)) => Err(error),
            (Some(outcome), Ok(())) => outcome,
            (None, Ok(())) => Err(StoreError::CutOff),
        };
        // Whoever waited may be gone; then nobody is told.
        let _ = self.asker.send(outcome);
    }

    fn weight(&self) -> usize {
        self.weight
    }
}

#[cfg(test)]
mod tests;
