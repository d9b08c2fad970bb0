//! Rows of the database <-> types of the queue, and the one way a state changes.

use generator::model::{Kind, Slug};

use super::mail::erase_mail;
use super::outbox::owe_news;
use super::sql::{Row, Sql};
use super::{Result, StoreError};
use crate::queue::ask::Ask;
use crate::queue::job::{BlobName, Contribution, EntryFile, Moment, RequestLink, State};
use crate::secret::{ContributionId, KeyHash};

pub(super) const SELECT: &str =
    "SELECT id, state, ask, kind, slug, language, title, author, words, status_key, created, received,
     updated, changed, version, attempts, next_try, commit_id, request_number, request_address, reason
     FROM contributions";

/// The states of contributions whose folder name is taken, as the statements have them.
pub(super) const OPEN: &str =
    "('received', 'confirmed', 'held', 'queued', 'proposed', 'changes-requested', 'updated', 'failed')";

/// A row of [`SELECT`].
pub(super) fn contribution(mut row: Row) -> Result<Contribution> {
    let corrupt = |what: &str| StoreError::Corrupt(what.to_owned());
    Ok(Contribution {
        id: parse_id(&row.text()?)?,
        state: parse_state(&row.text()?)?,
        ask: Ask::from_name(&row.text()?).ok_or_else(|| corrupt("ask"))?,
        kind: Kind::from_name(&row.text()?).ok_or_else(|| corrupt("kind"))?,
        slug: Slug::parse(&row.text()?).map_err(|_| corrupt("slug"))?,
        language: row.text()?,
        title: row.text()?,
        author: row.maybe_text()?,
        words: row.text()?,
        status_key: KeyHash::from_bytes(&row.bytes()?).ok_or_else(|| corrupt("status_key"))?,
        created: row.int()?,
        received: row.maybe_int()?,
        updated: row.int()?,
        changed: row.maybe_int()?,
        version: u32::try_from(row.int()?).map_err(|_| corrupt("version"))?,
        attempts: u32::try_from(row.int()?).map_err(|_| corrupt("attempts"))?,
        next_try: row.int()?,
        commit: row.maybe_text()?,
        request: match (row.maybe_int()?, row.maybe_text()?) {
            (None, _) => None,
            (Some(number), address) => Some(RequestLink {
                number: u64::try_from(number).map_err(|_| corrupt("request_number"))?,
                address: address.ok_or_else(|| corrupt("request_address"))?,
            }),
        },
        reason: row.maybe_text()?,
    })
}

/// A row of `path`, `bytes`, `replaces`.
pub(super) fn entry_file(mut row: Row) -> Result<EntryFile> {
    let (path, bytes) = (row.text()?, row.bytes()?);
    let replaces = row
        .maybe_text()?
        .map(|name| BlobName::parse(&name).ok_or_else(|| StoreError::Corrupt("replaces".to_owned())))
        .transpose()?;
    Ok(EntryFile { path, bytes, replaces })
}

pub(super) fn find(sql: &mut dyn Sql, id: &ContributionId) -> Result<Option<Contribution>> {
    sql.row(&format!("{SELECT} WHERE id = $1"), &[id.as_str().into()])?.map(contribution).transpose()
}

/// The same for a change: nobody else changes it until we are done.
pub(super) fn find_to_change(sql: &mut dyn Sql, id: &ContributionId) -> Result<Contribution> {
    let lock = sql.for_update();
    sql.row(&format!("{SELECT} WHERE id = $1{lock}"), &[id.as_str().into()])?
        .map(contribution)
        .transpose()?
        .ok_or(StoreError::Unknown)
}

pub(super) fn open_slugs(sql: &mut dyn Sql, kind: Kind) -> Result<Vec<String>> {
    let statement = format!(
        "SELECT slug FROM contributions WHERE kind = $1 AND ask = 'new-entry' AND state IN {OPEN} ORDER BY slug"
    );
    sql.rows(&statement, &[kind.name().into()])?.into_iter().map(|mut row| row.text()).collect()
}

/// Whether an open contribution has this slug.
pub(super) fn is_open_slug(sql: &mut dyn Sql, kind: Kind, slug: &Slug) -> Result<bool> {
    let statement = format!(
        "SELECT slug FROM contributions WHERE kind = $1 AND slug = $2 AND ask = 'new-entry' AND state IN {OPEN}"
    );
    Ok(sql.row(&statement, &[kind.name().into(), slug.as_str().into()])?.is_some())
}

/// The one way a state changes: allowed by the table of [`State::may_become`], and written into
/// the history.
pub(super) fn step(
    sql: &mut dyn Sql,
    id: &ContributionId,
    from: State,
    next: State,
    note: Option<&str>,
    now: Moment,
) -> Result<()> {
    steps(sql, id, from, &[next], note, now)
}

/// Several changes of state in one moment, each by that way. The row is written once, since its text makes that dear.
pub(super) fn steps(
    sql: &mut dyn Sql,
    id: &ContributionId,
    from: State,
    nexts: &[State],
    note: Option<&str>,
    now: Moment,
) -> Result<()> {
    let mut state = from;
    for &next in nexts {
        if !state.may_become(next) {
            return Err(StoreError::Step(state.name(), next.name()));
        }
        state = next;
    }
    sql.execute(
        "UPDATE contributions SET state = $1, updated = $2, lease_until = 0 WHERE id = $3",
        &[state.name().into(), now.into(), id.as_str().into()],
    )?;
    if !state.is_open() {
        // Where it came from matters only for what is open; the form only while it may be changed.
        forget_form(sql, id)?;
        sql.execute("UPDATE contributions SET place = NULL WHERE id = $1", &[id.as_str().into()])?;
    }
    let mut before = from;
    for &next in nexts {
        add_event(sql, id, next, note, now)?;
        owe_news(sql, id, before, next, now)?;
        before = next;
    }
    Ok(())
}

pub(super) fn add_event(
    sql: &mut dyn Sql,
    id: &ContributionId,
    state: State,
    note: Option<&str>,
    now: Moment,
) -> Result<()> {
    sql.execute(
        "INSERT INTO events (contribution, at, state, note) VALUES ($1, $2, $3, $4)",
        &[id.as_str().into(), now.into(), state.name().into(), note.into()],
    )?;
    Ok(())
}

/// What it became at the forge is to be taken back, from now on.
pub(super) fn take_back(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    sql.execute(
        "UPDATE contributions SET discard = 1, attempts = 0, next_try = 0 WHERE id = $1",
        &[id.as_str().into()],
    )?;
    Ok(())
}

/// What is said of a contribution beside its state: a maintainer's answer, or why it failed.
pub(super) fn set_reason(sql: &mut dyn Sql, id: &ContributionId, reason: Option<&str>) -> Result<()> {
    sql.execute("UPDATE contributions SET reason = $1 WHERE id = $2", &[reason.into(), id.as_str().into()])?;
    Ok(())
}

/// Forgets what the form held and the file that was kept for it.
pub(super) fn forget_form(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    forget_upload(sql, id)?;
    sql.execute("UPDATE contributions SET form = '' WHERE id = $1", &[id.as_str().into()])?;
    Ok(())
}

/// Forgets the file that was kept for the form of a draft.
pub(super) fn forget_upload(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    sql.execute(
        "DELETE FROM uploads WHERE key = (SELECT upload_key FROM contributions WHERE id = $1)",
        &[id.as_str().into()],
    )?;
    sql.execute("UPDATE contributions SET upload_key = NULL WHERE id = $1", &[id.as_str().into()])?;
    Ok(())
}

/// Erases every word of a contribution: its text, its name and the folder name made from that, who
/// it was from and their address, what a maintainer answered, and new versions that were begun. Id,
/// state and dates stay.
pub(super) fn erase(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    let this = [id.as_str().into()];
    forget_form(sql, id)?;
    erase_mail(sql, id)?;
    sql.execute(
        "DELETE FROM uploads WHERE key IN (SELECT upload_key FROM contributions
             WHERE changes = $1 AND state = 'draft')",
        &this,
    )?;
    sql.execute("DELETE FROM contributions WHERE changes = $1 AND state = 'draft'", &this)?;
    sql.execute("DELETE FROM files WHERE contribution = $1", &this)?;
    sql.execute("UPDATE events SET note = NULL WHERE contribution = $1", &this)?;
    sql.execute("DELETE FROM replies WHERE contribution = $1", &this)?;
    sql.execute(
        "UPDATE contributions SET title = '', slug = id, author = NULL, words = '', reason = NULL,
             commit_id = NULL, consent = '', place = NULL, heard_ask = NULL WHERE id = $1",
        &this,
    )?;
    Ok(())
}

pub(super) fn parse_id(text: &str) -> Result<ContributionId> {
    ContributionId::parse(text).ok_or_else(|| StoreError::Corrupt("id".to_owned()))
}

pub(super) fn parse_state(text: &str) -> Result<State> {
    State::from_name(text).ok_or_else(|| StoreError::Corrupt("state".to_owned()))
}
