//! What both databases have in common: statements with numbered places, values to put there, rows
//! to read. The store is written once on top of this; only `sqlite` and `postgres` know more.
//! Statements number their places in the order in which they first appear (`$1`, `$2`, …), which
//! both databases read the same way.

use super::{Result, StoreError};

/// A value for a place in a statement.
#[derive(Debug, Clone, Copy)]
pub(super) enum Value<'a> {
    Null,
    Int(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Value<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Value::Bytes(bytes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// What stands in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A row, read from left to right.
#[derive(Debug)]
pub(super) struct Row(std::vec::IntoIter<Cell>);

impl Row {
    pub(super) fn new(cells: Vec<Cell>) -> Row {
        Row(cells.into_iter())
    }

    pub(super) fn maybe_int(&mut self) -> Result<Option<i64>> {
        match self.0.next() {
            Some(Cell::Int(number)) => Ok(Some(number)),
            Some(Cell::Null) => Ok(None),
            other => Err(unexpected(other.as_ref())),
        }
    }

    pub(super) fn maybe_text(&mut self) -> Result<Option<String>> {
        match self.0.next() {
            Some(Cell::Text(text)) => Ok(Some(text)),
            Some(Cell::Null) => Ok(None),
            other => Err(unexpected(other.as_ref())),
        }
    }

    pub(super) fn int(&mut self) -> Result<i64> {
        self.maybe_int()?.ok_or_else(|| unexpected(None))
    }

    pub(super) fn text(&mut self) -> Result<String> {
        self.maybe_text()?.ok_or_else(|| unexpected(None))
    }

    /// Whether the next column has no value.
    pub(super) fn is_null(&mut self) -> Result<bool> {
        self.0.next().map(|cell| cell == Cell::Null).ok_or_else(|| unexpected(None))
    }

    pub(super) fn bytes(&mut self) -> Result<Vec<u8>> {
        match self.0.next() {
            Some(Cell::Bytes(bytes)) => Ok(bytes),
            other => Err(unexpected(other.as_ref())),
        }
    }
}

/// The value itself may be somebody's words, so the error names its sort only.
fn unexpected(cell: Option<&Cell>) -> StoreError {
    let sort = match cell {
        None => "nothing",
        Some(Cell::Null) => "no value",
        Some(Cell::Int(_)) => "a number",
        Some(Cell::Text(_)) => "a text",
        Some(Cell::Bytes(_)) => "bytes",
    };
    StoreError::Corrupt(format!("a column holds {sort}"))
}

/// A transaction of either database.
pub(super) trait Sql {
    /// Runs a statement; answers how many rows it touched.
    fn execute(&mut self, statement: &str, values: &[Value<'_>]) -> Result<usize>;

    /// Runs a statement that answers rows.
    fn rows(&mut self, statement: &str, values: &[Value<'_>]) -> Result<Vec<Row>>;

    /// What keeps the rows that are read as they are until the transaction ends. In SQLite there is
    /// one writer anyway.
    fn for_update(&self) -> &'static str {
        ""
    }

    /// The same for work that others may have taken: theirs is passed over.
    fn for_update_skip_locked(&self) -> &'static str {
        ""
    }

    /// The one row that a statement answers, if any.
    fn row(&mut self, statement: &str, values: &[Value<'_>]) -> Result<Option<Row>> {
        Ok(self.rows(statement, values)?.into_iter().next())
    }
}

/// A change that somebody waits for. It may run more than once before it counts, and counts only
/// when the transaction it ran in is on disk.
pub(super) trait Order: Send {
    /// Runs it. An error undoes what it did, and nothing else.
    fn run(&mut self, sql: &mut dyn Sql) -> std::result::Result<(), Trouble>;

    /// Tells whoever waits: what it answered, or why the whole did not get to disk.
    fn answer(self: Box<Self>, committed: Result<()>);

    /// About how many bytes it writes.
    fn weight(&self) -> usize;
}

/// What a database needs to know about a change that did not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    /// It was refused, or the database failed.
    Failed,
    /// Another replica was in the way; the same again may work.
    Again,
}

/// A database, as the store uses it.
pub(super) trait Database: Send + Sync {
    /// Takes a change; it is answered when it is on disk, or when it cannot be.
    fn write(&self, order: Box<dyn Order>);

    /// Reads, in one transaction.
    fn read(&self, work: &mut dyn FnMut(&mut dyn Sql) -> Result<()>) -> Result<()>;

    /// Words were erased: whatever else the database keeps of them goes when [`Database::tidy`] is
    /// called next.
    fn erased(&self);

    /// Does what is left over from erasing, if anything.
    fn tidy(&self);

    /// Whether other programs may do the same work at the same time.
    fn is_shared(&self) -> bool;
}
