//! `interlink-contrib queue …`: the store from a terminal, for whoever keeps the service running.
//! It may be used while the service runs; SQLite keeps the two apart.

use std::path::Path;

use anyhow::Context;

use crate::clock::Clock;
use crate::queue::job::{Contribution, State};
use crate::queue::store::Store;
use crate::secret::ContributionId;

/// The file of the store below the state folder.
pub const STORE: &str = "contributions.sqlite";

/// Opens the store of a state folder.
///
/// # Errors
/// When there is none.
pub fn open(state: &Path) -> anyhow::Result<Store> {
    let path = state.join(STORE);
    anyhow::ensure!(path.is_file(), "there is no store {}; name its folder with --state", path.display());
    Store::open(&path).with_context(|| path.display().to_string())
}

/// One line per contribution.
///
/// # Errors
/// When the store fails.
pub fn list(store: &Store) -> anyhow::Result<String> {
    Ok(store.list()?.iter().map(line).collect())
}

fn line(contribution: &Contribution) -> String {
    let title = crate::forge::message::inert(&contribution.title, 80);
    format!("{}  {:<10}  {}  {title}\n", contribution.id, contribution.state.name(), contribution.slug)
}

/// One contribution and its history.
///
/// # Errors
/// When there is none of that id, or the store fails.
pub fn show(store: &Store, id: &str) -> anyhow::Result<String> {
    let contribution = find(store, id)?;
    let mut text = line(&contribution);
    if let Some(reason) = &contribution.reason {
        text.push_str(&format!("reason: {}\n", crate::forge::message::inert(reason, 500)));
    }
    for file in store.files(&contribution.id)? {
        text.push_str(&format!("file: {} ({} bytes)\n", file.path, file.bytes.len()));
    }
    for event in store.history(&contribution.id)? {
        let at = jiff::Timestamp::from_second(event.at).map(|at| at.to_string()).unwrap_or_default();
        text.push_str(&format!("{at}  {}\n", event.state.name()));
    }
    Ok(text)
}

/// Has a failed contribution tried again.
///
/// # Errors
/// When there is none of that id, or it has not failed.
pub fn retry(store: &Store, id: &str) -> anyhow::Result<String> {
    advance(store, id, State::Queued, None)
}

/// Declines a contribution.
///
/// # Errors
/// When there is none of that id, or it has ended.
pub fn decline(store: &Store, id: &str, reason: &str) -> anyhow::Result<String> {
    advance(store, id, State::Declined, Some(reason))
}

fn advance(store: &Store, id: &str, next: State, note: Option<&str>) -> anyhow::Result<String> {
    let contribution = find(store, id)?;
    let contribution = store.advance(&contribution.id, next, note, Clock::system().now())?;
    Ok(line(&contribution))
}

fn find(store: &Store, id: &str) -> anyhow::Result<Contribution> {
    let id = ContributionId::parse(id).with_context(|| format!("“{id}” is no id of a contribution"))?;
    store.find(&id)?.with_context(|| format!("there is no contribution {id}"))
}
