//! Rows of the database <-> types of the queue, and the one way a state changes.

use generator::model::{Kind, Slug};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::{Result, StoreError};
use crate::queue::ask::Ask;
use crate::queue::job::{BlobName, Contribution, EntryFile, Moment, RequestLink, State};
use crate::secret::{ContributionId, KeyHash};

pub(super) const SELECT: &str =
    "SELECT id, state, kind, slug, language, title, author, status_key, created, received,
    updated, attempts, next_try, commit_id, reason, ask, words, request_number, request_address FROM contributions";

pub(super) fn contribution(row: &Row<'_>) -> Result<Contribution> {
    let corrupt = |what: &str| StoreError::Corrupt(what.to_owned());
    let kind: String = row.get("kind")?;
    let slug: String = row.get("slug")?;
    let state: String = row.get("state")?;
    let id: String = row.get("id")?;
    let status_key: Vec<u8> = row.get("status_key")?;
    let ask: String = row.get("ask")?;
    let number: Option<i64> = row.get("request_number")?;
    let request = match number.map(u64::try_from) {
        None => None,
        Some(Ok(number)) => Some(RequestLink { number, address: row.get("request_address")? }),
        Some(Err(_)) => return Err(corrupt("request_number")),
    };
    Ok(Contribution {
        id: parse_id(&id)?,
        state: parse_state(&state)?,
        ask: Ask::from_name(&ask).ok_or_else(|| corrupt("ask"))?,
        kind: Kind::from_name(&kind).ok_or_else(|| corrupt("kind"))?,
        slug: Slug::parse(&slug).map_err(|_| corrupt("slug"))?,
        language: row.get("language")?,
        title: row.get("title")?,
        author: row.get("author")?,
        words: row.get("words")?,
        status_key: KeyHash::from_bytes(&status_key).ok_or_else(|| corrupt("status_key"))?,
        created: row.get("created")?,
        received: row.get("received")?,
        updated: row.get("updated")?,
        attempts: row.get("attempts")?,
        next_try: row.get("next_try")?,
        commit: row.get("commit_id")?,
        reason: row.get("reason")?,
        request,
    })
}

/// A row of `path`, `bytes`, `replaces`.
pub(super) fn entry_file(row: &Row<'_>) -> Result<EntryFile> {
    let replaces: Option<String> = row.get(2)?;
    let replaces = replaces
        .map(|name| BlobName::parse(&name).ok_or_else(|| StoreError::Corrupt("replaces".to_owned())))
        .transpose()?;
    Ok(EntryFile { path: row.get(0)?, bytes: row.get(1)?, replaces })
}

pub(super) fn find(connection: &Connection, id: &ContributionId) -> Result<Option<Contribution>> {
    connection
        .query_row(&format!("{SELECT} WHERE id = ?"), [id.as_str()], |row| Ok(contribution(row)))
        .optional()?
        .transpose()
}

pub(super) fn open_slugs(connection: &Connection, kind: Kind) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(
        "SELECT slug FROM contributions
         WHERE kind = ? AND ask = 'new-entry' AND state IN ('received', 'queued', 'proposed', 'failed') ORDER BY slug",
    )?;
    let rows = statement.query_map([kind.name()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one way a state changes: allowed by the table of [`State::may_become`], and written into
/// the history.
pub(super) fn step(
    transaction: &Transaction<'_>,
    from: &Contribution,
    next: State,
    note: Option<&str>,
    now: Moment,
) -> Result<()> {
    if !from.state.may_become(next) {
        return Err(StoreError::Step(from.state.name(), next.name()));
    }
    transaction.execute(
        "UPDATE contributions SET state = ?, updated = ? WHERE id = ?",
        params![next.name(), now, from.id.as_str()],
    )?;
    add_event(transaction, &from.id, next, note, now)
}

pub(super) fn add_event(
    transaction: &Transaction<'_>,
    id: &ContributionId,
    state: State,
    note: Option<&str>,
    now: Moment,
) -> Result<()> {
    transaction.execute(
        "INSERT INTO events (contribution, at, state, note) VALUES (?, ?, ?, ?)",
        params![id.as_str(), now, state.name(), note],
    )?;
    Ok(())
}

/// Forgets what the form held and the file that was kept for it.
pub(super) fn forget_form(transaction: &Transaction<'_>, id: &ContributionId) -> Result<()> {
    transaction.execute(
        "DELETE FROM uploads WHERE key = (SELECT upload_key FROM contributions WHERE id = ?)",
        [id.as_str()],
    )?;
    transaction
        .execute("UPDATE contributions SET form = '', upload_key = NULL WHERE id = ?", [id.as_str()])?;
    Ok(())
}

/// Erases every word of a contribution: its text, its name and the folder name made from that, who
/// it was from, what a maintainer answered. Id, state and dates stay.
pub(super) fn erase(transaction: &Transaction<'_>, id: &ContributionId) -> Result<()> {
    forget_form(transaction, id)?;
    transaction.execute("DELETE FROM files WHERE contribution = ?", [id.as_str()])?;
    transaction.execute("UPDATE events SET note = NULL WHERE contribution = ?", [id.as_str()])?;
    transaction.execute(
        "UPDATE contributions SET title = '', slug = id, author = NULL, words = '', reason = NULL, commit_id = NULL
         WHERE id = ?",
        [id.as_str()],
    )?;
    Ok(())
}

pub(super) fn parse_id(text: &str) -> Result<ContributionId> {
    ContributionId::parse(text).ok_or_else(|| StoreError::Corrupt("id".to_owned()))
}

pub(super) fn parse_state(text: &str) -> Result<State> {
    State::from_name(text).ok_or_else(|| StoreError::Corrupt("state".to_owned()))
}
