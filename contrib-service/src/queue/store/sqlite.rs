//! The embedded database. One thread writes: it takes what has arrived, runs each change in a
//! savepoint of its own, and lets one commit (`synchronous=FULL`, so one flush of the disk) carry
//! all of them; while the disk is busy, the next ones gather. Nobody is answered before that commit
//! is on disk. Readers have connections of their own and never wait for the disk.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Error, ErrorCode, OpenFlags, ToSql, TransactionBehavior};

use super::schema::MIGRATIONS;
use super::sql::{Cell, Database, Order, Row, Sql, Trouble, Value};
use super::{Result, StoreError};

/// How long to wait for another program that writes to the store.
const PATIENCE: Duration = Duration::from_secs(10);
/// How many changes one commit may carry.
const MAX_ORDERS: usize = 512;
/// How many bytes one commit may carry, about. The last change may go beyond.
const MAX_WEIGHT: usize = 16 << 20;
/// How much of the file the writer keeps in memory at most.
const CACHE_KIB: i64 = 16 << 10;
/// How many may read at the same time.
const READERS: usize = 4;

/// The file.
pub(super) struct Sqlite {
    orders: Option<Sender<Message>>,
    writer: Option<JoinHandle<()>>,
    readers: Mutex<Vec<Connection>>,
    reader_is_free: Condvar,
    /// Whether the log of the database may still hold words that were erased.
    log_holds_words: Arc<AtomicBool>,
}

enum Message {
    Write(Box<dyn Order>),
    EmptyLog(SyncSender<()>),
}

impl Sqlite {
    /// Opens the file, makes it where there is none, and brings an older one forward.
    pub(super) fn open(path: &Path) -> Result<Sqlite> {
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // Deleted contributions leave no readable remains in the file.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.set_prepared_statement_cache_capacity(64);
        connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
        connection.busy_timeout(PATIENCE)?;
        migrate(&mut connection)?;
        let readers = (0..READERS).map(|_| reader(path)).collect::<Result<Vec<_>>>()?;
        let (orders, waiting) = channel();
        let log_holds_words = Arc::new(AtomicBool::new(true));
        let writer = {
            let log_holds_words = Arc::clone(&log_holds_words);
            std::thread::Builder::new()
                .name("store".to_owned())
                .spawn(move || write_all(&connection, &waiting, &log_holds_words))
                .map_err(|error| StoreError::Database(error.to_string()))?
        };
        Ok(Sqlite {
            orders: Some(orders),
            writer: Some(writer),
            readers: Mutex::new(readers),
            reader_is_free: Condvar::new(),
            log_holds_words,
        })
    }

    fn send(&self, message: Message) {
        // Where nobody writes any more, the order is dropped, which tells whoever waits.
        let _ = self.orders.as_ref().map(|orders| orders.send(message));
    }
}

impl Drop for Sqlite {
    /// What has been ordered is written before the file is closed.
    fn drop(&mut self) {
        self.orders = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

impl Database for Sqlite {
    fn write(&self, order: Box<dyn Order>) {
        self.send(Message::Write(order));
    }

    fn read(&self, work: &mut dyn FnMut(&mut dyn Sql) -> Result<()>) -> Result<()> {
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut free = self
            .reader_is_free
            .wait_while(free, |free| free.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        let connection = free.pop().ok_or(StoreError::CutOff)?;
        drop(free);
        // A reader comes back even when the work panics: there are only few of them.
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let transaction = connection.unchecked_transaction()?;
            work(&mut Open(&transaction))
        }));
        self.readers.lock().unwrap_or_else(PoisonError::into_inner).push(connection);
        self.reader_is_free.notify_one();
        outcome.unwrap_or(Err(StoreError::CutOff))
    }

    fn erased(&self) {
        self.log_holds_words.store(true, Ordering::SeqCst);
    }

    fn tidy(&self) {
        if self.log_holds_words.load(Ordering::SeqCst) {
            let (done, waiting) = sync_channel(1);
            self.send(Message::EmptyLog(done));
            let _ = waiting.recv();
        }
    }

    fn is_shared(&self) -> bool {
        false
    }
}

fn reader(path: &Path) -> Result<Connection> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.pragma_update(None, "query_only", true)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> Result<()> {
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
    Ok(transaction.commit()?)
}

/// The thread that writes, until nobody can order any more.
fn write_all(connection: &Connection, waiting: &Receiver<Message>, log_holds_words: &AtomicBool) {
    let mut next = waiting.recv().ok();
    while let Some(message) = next {
        next = match message {
            Message::Write(order) => write_together(connection, order, waiting),
            Message::EmptyLog(done) => {
                empty_log(connection, log_holds_words);
                let _ = done.send(());
                None
            }
        };
        next = next.or_else(|| waiting.recv().ok());
    }
}

/// Writes this change and those that have arrived meanwhile in one commit. Answers the message that
/// ended the batch, if it was another one.
fn write_together(
    connection: &Connection,
    first: Box<dyn Order>,
    waiting: &Receiver<Message>,
) -> Option<Message> {
    if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
        first.answer(Err(error.into()));
        return None;
    }
    let (mut done, mut weight, mut other) = (Vec::new(), 0, None);
    let mut next = Some(first);
    // A full disk can make SQLite undo the whole transaction by itself. Then nothing of the batch
    // may be answered as done, and nothing more may be written outside of a transaction.
    let mut is_whole = true;
    while let Some(mut order) = next.take() {
        run_alone(connection, order.as_mut());
        weight += order.weight();
        done.push(order);
        is_whole = !connection.is_autocommit();
        if is_whole && done.len() < MAX_ORDERS && weight < MAX_WEIGHT {
            match waiting.try_recv() {
                Ok(Message::Write(order)) => next = Some(order),
                Ok(message) => other = Some(message),
                Err(_) => {}
            }
        }
    }
    let committed = if is_whole {
        connection.execute_batch("COMMIT").map_err(StoreError::from)
    } else {
        // It does so when the disk is full.
        Err(StoreError::Full)
    };
    if committed.is_err()
        && !connection.is_autocommit()
        && let Err(error) = connection.execute_batch("ROLLBACK")
    {
        tracing::error!(%error, "the store cannot take back a transaction");
    }
    for order in done {
        order.answer(committed.clone());
    }
    other
}

/// Runs one change so that its failure undoes itself and nothing else.
fn run_alone(connection: &Connection, order: &mut dyn Order) {
    if connection.execute_batch("SAVEPOINT one").is_err() {
        // Without the savepoint nothing was run, which is what the order says of itself.
        return;
    }
    let ran =
        catch_unwind(AssertUnwindSafe(|| order.run(&mut Open(connection)))).unwrap_or(Err(Trouble::Failed));
    let end = if ran.is_ok() { "RELEASE one" } else { "ROLLBACK TO one; RELEASE one" };
    if connection.execute_batch(end).is_err() && !connection.is_autocommit() {
        // What cannot be undone alone is undone with the rest.
        let _ = connection.execute_batch("ROLLBACK");
    }
}

/// Empties the log of the database where it may still hold words that were erased. What is erased is
/// erased for the visitor, so a failure here is only logged; the worker tries again.
fn empty_log(connection: &Connection, log_holds_words: &AtomicBool) {
    // Somebody who reads the file from outside, a backup for instance, is not waited for.
    let emptied = connection.busy_timeout(Duration::ZERO).and_then(|()| {
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
    });
    if let Err(error) = connection.busy_timeout(PATIENCE) {
        tracing::warn!(%error, "the store cannot be told to wait for others");
    }
    match emptied {
        Ok(0) => log_holds_words.store(false, Ordering::SeqCst),
        Ok(_) => tracing::info!("the log of the store is in use; it is emptied later"),
        Err(error) => tracing::warn!(%error, "the log of the store cannot be emptied; it is tried again"),
    }
}

/// A connection with a transaction open.
struct Open<'a>(&'a Connection);

impl Sql for Open<'_> {
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize> {
        Ok(self.0.prepare_cached(statement)?.execute(rusqlite::params_from_iter(values))?)
    }

    fn rows(&mut self, statement: &str, values: &[Value<'_>]) -> Result<Vec<Row>> {
        let mut statement = self.0.prepare_cached(statement)?;
        let columns = statement.column_count();
        let rows = statement.query_map(rusqlite::params_from_iter(values), |row| {
            let cells =
                (0..columns).map(|at| Ok(cell(row.get_ref(at)?))).collect::<rusqlite::Result<Vec<_>>>()?;
            Ok(Row::new(cells))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

fn cell(value: ValueRef<'_>) -> Cell {
    match value {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Int(number),
        // No column holds one.
        ValueRef::Real(number) => Cell::Text(number.to_string()),
        ValueRef::Text(text) => Cell::Text(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => Cell::Bytes(bytes.to_vec()),
    }
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<Error> for StoreError {
    fn from(error: Error) -> StoreError {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => StoreError::Full,
            _ => StoreError::Database(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Mutex;

    /// Writes so many bytes, and notes how it was answered.
    struct Write {
        number: i64,
        bytes: usize,
        answers: Arc<Mutex<Vec<(i64, bool)>>>,
        ran: bool,
    }

    impl Order for Write {
        fn run(&mut self, sql: &mut dyn Sql) -> std::result::Result<(), Trouble> {
            let bytes = vec![1; self.bytes];
            let values = [self.number.into(), bytes.as_slice().into()];
            self.ran = sql.execute("INSERT INTO kept VALUES ($1, $2)", &values).is_ok();
            if self.ran { Ok(()) } else { Err(Trouble::Failed) }
        }

        fn answer(self: Box<Self>, committed: Result<()>) {
            self.answers.lock().unwrap().push((self.number, self.ran && committed.is_ok()));
        }

        fn weight(&self) -> usize {
            self.bytes
        }
    }

    /// Opens a file with room for a few pages and has these sizes written in one go.
    fn write_at_once(pages: u32, sizes: &[usize]) -> (Vec<(i64, bool)>, Vec<i64>) {
        let folder = tempfile::tempdir().unwrap();
        let connection = Connection::open(folder.path().join("x.sqlite")).unwrap();
        connection.pragma_update(None, "journal_mode", "WAL").unwrap();
        connection.execute_batch("CREATE TABLE kept (number INTEGER, bytes BLOB)").unwrap();
        connection.pragma_update(None, "max_page_count", pages).unwrap();
        let (orders, waiting) = channel();
        let answers = Arc::default();
        for (number, bytes) in sizes.iter().enumerate() {
            let write =
                Write { number: number as i64, bytes: *bytes, answers: Arc::clone(&answers), ran: false };
            orders.send(Message::Write(Box::new(write))).unwrap();
        }
        drop(orders);
        write_all(&connection, &waiting, &AtomicBool::new(false));
        drop(connection);
        let connection = Connection::open(folder.path().join("x.sqlite")).unwrap();
        let mut statement = connection.prepare("SELECT number FROM kept ORDER BY number").unwrap();
        let kept =
            statement.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap();
        let answers = answers.lock().unwrap().clone();
        (answers, kept)
    }

    #[test]
    fn on_a_full_disk_what_was_answered_is_there_and_everything_else_is_told() {
        let (answers, kept) = write_at_once(20, &[100, 5_000, 200_000, 100, 300_000, 10]);
        assert_eq!(answers.len(), 6, "everybody is answered");
        let thanked: Vec<i64> =
            answers.iter().filter(|(_, thanked)| *thanked).map(|(number, _)| *number).collect();
        assert_eq!(thanked, kept);
        assert!(answers.iter().any(|(_, thanked)| !thanked));
    }

    #[test]
    fn changes_that_have_gathered_share_one_commit() {
        let (answers, kept) = write_at_once(10_000, &[10; 50]);
        assert_eq!((answers.len(), kept.len()), (50, 50));
    }
}
