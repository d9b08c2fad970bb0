//! PostgreSQL, for several replicas of the service that share the work. Each change is a transaction
//! on a connection of a small pool; the server itself flushes many commits together. A change that
//! another replica was in the way of runs again. The one file that names the library.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bytes::BytesMut;
use postgres::config::{Host, SslMode};
use postgres::error::SqlState;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, Statement, Transaction};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::schema::POSTGRES;
use super::sql::{Cell, Database, Order, Row, Sql, Trouble, Value};
use super::{Result, StoreError};

/// How many connections one replica has at most.
const CONNECTIONS: usize = 8;
/// How often a change that others were in the way of runs again.
const TRIES: usize = 50;
/// After so many tries it queues with the others that have tried as often.
const QUEUE_AFTER: usize = 3;
/// How long the server may take to let us in.
const PATIENCE: Duration = Duration::from_secs(10);
/// After how long a connection is asked whether it still works before it is used.
const IDLE: Duration = Duration::from_secs(1);
/// What holds for each connection: an answer means that the change is on the server's disk, and
/// nothing waits for ever.
const SESSION: &str = "SET synchronous_commit = on; SET statement_timeout = '60s'; SET lock_timeout = '20s'; \
                       SET idle_in_transaction_session_timeout = '60s'; SET timezone = 'UTC'";
/// One at a time brings the tables forward: a number of our own for the server's advisory lock.
const MIGRATING: i64 = 0x1e7e_211e;
/// The same for those who queue.
const QUEUE: i64 = 0x1e7e_211f;

/// The server and the connections to it.
pub(super) struct Postgres {
    config: Config,
    pool: Mutex<Pool>,
    is_free: Condvar,
    must_tidy: AtomicBool,
}

struct Pool {
    free: Vec<Connection>,
    /// Those that are free and those that are in use.
    count: usize,
}

struct Connection {
    client: Client,
    /// When it was used last.
    used: Instant,
    statements: BTreeMap<String, Statement>,
}

impl Postgres {
    /// Connects to the server and brings the tables forward.
    pub(super) fn open(address: &str, password: Option<&str>) -> Result<Postgres> {
        let mut config = parse(address)?;
        if let Some(password) = password {
            config.password(password);
        }
        config.application_name("interlink-contrib").connect_timeout(PATIENCE);
        let database = Postgres {
            config,
            pool: Mutex::new(Pool { free: Vec::new(), count: 0 }),
            is_free: Condvar::new(),
            must_tidy: AtomicBool::new(true),
        };
        let mut connection = database.take()?;
        let migrated = migrate(&mut connection.client);
        let keeps = connection.client.query_one("SHOW fsync", &[]).map(|row| row.get::<_, String>(0));
        database.put_back(connection);
        migrated?;
        if keeps.is_ok_and(|keeps| keeps == "off") {
            tracing::warn!("the database server runs with fsync off: a power cut may lose contributions");
        }
        Ok(database)
    }

    fn pool(&self) -> std::sync::MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection of our own, a new one where none is free.
    fn take(&self) -> Result<Connection> {
        let must_wait = |pool: &mut Pool| pool.free.is_empty() && pool.count >= CONNECTIONS;
        let mut pool =
            self.is_free.wait_while(self.pool(), must_wait).unwrap_or_else(PoisonError::into_inner);
        let reused = pool.free.pop();
        pool.count += usize::from(reused.is_none());
        drop(pool);
        // A server that was started anew knows nothing of connections that were idle meanwhile.
        if let Some(mut connection) = reused
            && (connection.used.elapsed() < IDLE || connection.client.is_valid(PATIENCE).is_ok())
        {
            return Ok(connection);
        }
        let connected = connect(&self.config);
        if connected.is_err() {
            self.pool().count -= 1;
            self.is_free.notify_one();
        }
        connected
    }

    fn put_back(&self, mut connection: Connection) {
        connection.used = Instant::now();
        let mut pool = self.pool();
        if connection.client.is_closed() {
            pool.count -= 1;
        } else {
            pool.free.push(connection);
        }
        drop(pool);
        self.is_free.notify_one();
    }

    /// Does something with a connection, which comes back whatever happens.
    fn with<T>(&self, work: impl FnOnce(&mut Connection) -> Result<T>) -> Result<T> {
        let mut connection = self.take()?;
        let outcome = catch_unwind(AssertUnwindSafe(|| work(&mut connection)));
        if outcome.is_err() {
            // A transaction may still be open on it; it is closed and replaced.
            drop(connection);
            self.pool().count -= 1;
            self.is_free.notify_one();
        } else {
            self.put_back(connection);
        }
        outcome.unwrap_or(Err(StoreError::CutOff))
    }
}

impl Drop for Postgres {
    /// The library closes connections with a small runtime of its own, which must not happen on a
    /// thread that runs one already.
    fn drop(&mut self) {
        let free = std::mem::take(&mut self.pool().free);
        let _ = std::thread::spawn(move || drop(free)).join();
    }
}

/// The address, without anything secret in it: that would stand in the list of processes and in
/// files that are shared.
pub(super) fn parse(address: &str) -> Result<Config> {
    let wrong = |what: &str| StoreError::Address(what.to_owned());
    // What the library says of a wrong address may quote it.
    let config: Config = address.parse().map_err(|_| {
        wrong(
            "it is no address of a PostgreSQL database, such as postgresql://interlink@db.example/interlink",
        )
    })?;
    if config.get_password().is_some() {
        return Err(wrong("it holds the password; give that as store-password, in a variable or a file"));
    }
    if config.get_hosts().is_empty() {
        return Err(wrong("it names no server"));
    }
    Ok(config)
}

fn connect(config: &Config) -> Result<Connection> {
    // Over a socket and inside this machine nobody listens; anywhere else the connection is
    // encrypted and the server proves who it is, unless the address says sslmode=disable.
    let is_near = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
        }
    };
    let is_near = config.get_hosts().iter().all(is_near);
    let mut config = config.clone();
    let connected = if config.get_ssl_mode() == SslMode::Disable || is_near {
        config.ssl_mode(SslMode::Disable);
        config.connect(postgres::NoTls)
    } else {
        config.ssl_mode(SslMode::Require);
        config.connect(encrypted()?)
    };
    let mut client = connected?;
    client.batch_execute(SESSION)?;
    Ok(Connection { client, used: Instant::now(), statements: BTreeMap::new() })
}

/// Encryption that trusts what the system trusts.
fn encrypted() -> Result<MakeRustlsConnect> {
    use rustls_platform_verifier::BuilderVerifierExt;
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(BuilderVerifierExt::with_platform_verifier)
        .map_err(|error| StoreError::Away(format!("the connection cannot be encrypted: {error}")))?;
    Ok(MakeRustlsConnect::new(config.with_no_client_auth()))
}

fn migrate(client: &mut Client) -> Result<()> {
    let mut transaction = client.transaction()?;
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&MIGRATING])?;
    transaction.batch_execute("CREATE TABLE IF NOT EXISTS interlink_schema (version BIGINT NOT NULL)")?;
    let version = transaction.query_opt("SELECT version FROM interlink_schema", &[])?;
    let version = version.map_or(0_i64, |row| row.get(0));
    let done = usize::try_from(version).map_err(|_| StoreError::Newer(version))?;
    if done > POSTGRES.len() {
        return Err(StoreError::Newer(version));
    }
    for migration in &POSTGRES[done..] {
        transaction.batch_execute(migration)?;
    }
    transaction.batch_execute("DELETE FROM interlink_schema")?;
    transaction.execute("INSERT INTO interlink_schema VALUES ($1)", &[&(POSTGRES.len() as i64)])?;
    Ok(transaction.commit()?)
}

impl Database for Postgres {
    fn write(&self, mut order: Box<dyn Order>) {
        let mut committed = Err(StoreError::InTheWay("again and again".to_owned()));
        for number in 0..TRIES {
            let ran = self.with(|connection| {
                let mut transaction = connection.client.transaction()?;
                if number >= QUEUE_AFTER {
                    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&QUEUE])?;
                }
                let ran = order
                    .run(&mut Open { transaction: &mut transaction, statements: &mut connection.statements });
                match ran {
                    Ok(()) => match transaction.commit() {
                        Ok(()) => Ok(Ok(())),
                        Err(error) if is_in_the_way(&error) => Ok(Err(Trouble::Again)),
                        Err(error) => Err(error.into()),
                    },
                    // Dropping the transaction takes it back.
                    Err(trouble) => Ok(Err(trouble)),
                }
            });
            committed = match ran {
                Ok(Err(Trouble::Again)) => continue,
                // The order knows why it failed.
                Ok(_) => Ok(()),
                Err(error) => Err(error),
            };
            break;
        }
        order.answer(committed);
    }

    fn read(&self, work: &mut dyn FnMut(&mut dyn Sql) -> Result<()>) -> Result<()> {
        self.with(|connection| {
            let mut transaction = connection.client.build_transaction().read_only(true).start()?;
            work(&mut Open { transaction: &mut transaction, statements: &mut connection.statements })
        })
    }

    fn erased(&self) {
        self.must_tidy.store(true, Ordering::SeqCst);
    }

    /// What was erased is gone for every reader at once. A vacuum gives the room back, where new
    /// rows then overwrite it.
    fn tidy(&self) {
        if !self.must_tidy.swap(false, Ordering::SeqCst) {
            return;
        }
        let vacuum = |connection: &mut Connection| {
            connection.client.batch_execute("VACUUM contributions")?;
            connection.client.batch_execute("VACUUM files")?;
            connection.client.batch_execute("VACUUM uploads")?;
            Ok(connection.client.batch_execute("VACUUM events")?)
        };
        if let Err(error) = self.with(vacuum) {
            self.must_tidy.store(true, Ordering::SeqCst);
            tracing::warn!(%error, "the tables cannot be vacuumed; it is tried again");
        }
    }

    fn is_shared(&self) -> bool {
        true
    }
}

/// A transaction, with the statements its connection has prepared.
struct Open<'a, 'b> {
    transaction: &'a mut Transaction<'b>,
    statements: &'a mut BTreeMap<String, Statement>,
}

impl Open<'_, '_> {
    fn prepared(&mut self, text: &str) -> Result<Statement> {
        if let Some(statement) = self.statements.get(text) {
            return Ok(statement.clone());
        }
        let statement = self.transaction.prepare(text)?;
        self.statements.insert(text.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Sql for Open<'_, '_> {
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize> {
        let statement = self.prepared(statement)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        Ok(usize::try_from(self.transaction.execute(&statement, &values)?).unwrap_or(usize::MAX))
    }

    fn rows(&mut self, statement: &str, values: &[Value<'_>]) -> Result<Vec<Row>> {
        let statement = self.prepared(statement)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        self.transaction.query(&statement, &values)?.iter().map(row).collect()
    }

    fn for_update(&self) -> &'static str {
        " FOR UPDATE"
    }

    fn for_update_skip_locked(&self) -> &'static str {
        " FOR UPDATE SKIP LOCKED"
    }
}

fn row(row: &postgres::Row) -> Result<Row> {
    let mut cells = Vec::with_capacity(row.len());
    for (at, column) in row.columns().iter().enumerate() {
        let cell = match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map(Cell::Int),
            Type::TEXT => row.try_get::<_, Option<String>>(at)?.map(Cell::Text),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map(Cell::Bytes),
            ref other => return Err(StoreError::Corrupt(format!("a column has the type {other}"))),
        };
        cells.push(cell.unwrap_or(Cell::Null));
    }
    Ok(Row::new(cells))
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match *self {
            Value::Null => Ok(IsNull::Yes),
            Value::Int(number) => number.to_sql(kind, out),
            // The server knows no NUL in a text; nothing that is stored needs one.
            Value::Text(text) if text.contains('\0') => text.replace('\0', "\u{fffd}").to_sql(kind, out),
            Value::Text(text) => text.to_sql(kind, out),
            Value::Bytes(bytes) => bytes.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::TEXT | Type::BYTEA)
    }

    to_sql_checked!();
}

fn is_in_the_way(error: &postgres::Error) -> bool {
    error.code().is_some_and(|code| {
        [
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
            SqlState::UNIQUE_VIOLATION,
            SqlState::LOCK_NOT_AVAILABLE,
        ]
        .contains(code)
    })
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> StoreError {
        let Some(answer) = error.as_db_error() else {
            // No answer of the server: it is away, or it does not let us in. The causes name hosts
            // and reasons, never a password.
            let mut text = error.to_string();
            let mut cause = std::error::Error::source(&error);
            while let Some(error) = cause {
                text = format!("{text}: {error}");
                cause = error.source();
            }
            return StoreError::Away(text);
        };
        // The details of an answer quote rows, which are people's words.
        let text = format!("{} ({})", answer.message(), answer.code().code());
        match *answer.code() {
            _ if is_in_the_way(&error) => StoreError::InTheWay(text),
            SqlState::DISK_FULL => StoreError::Full,
            SqlState::ADMIN_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW
            | SqlState::CRASH_SHUTDOWN
            | SqlState::INVALID_PASSWORD
            | SqlState::INVALID_AUTHORIZATION_SPECIFICATION
            | SqlState::TOO_MANY_CONNECTIONS => StoreError::Away(text),
            _ => StoreError::Database(text),
        }
    }
}
