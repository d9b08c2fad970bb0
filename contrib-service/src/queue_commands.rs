//! `interlink-contrib queue …`: the store from a terminal, for whoever keeps the service running.
//! It may be used while the service runs; the database keeps the two apart.

use anyhow::Context;

use crate::clock::Clock;
use crate::config::{ConfigErrors, Given};
use crate::queue::job::{Contribution, State};
use crate::queue::store::Store;
use crate::secret::{ContributionId, SecretText};

/// The file of the store below the state folder.
pub const STORE: &str = "contributions.sqlite";

/// Opens the store that the settings name.
///
/// # Errors
/// When there is none.
pub fn open(given: &Given) -> anyhow::Result<Store> {
    let (address, password) =
        given.store().map_err(|(key, text)| ConfigErrors(vec![format!("{key}: {text}")]))?;
    if let Some(address) = address {
        let store = Store::connect(&address, password.as_ref().map(SecretText::reveal));
        return store.context("the database cannot be used");
    }
    let path = given.state().join(STORE);
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
    format!("{}  {:<17}  {}  {title}\n", contribution.id, contribution.state.name(), contribution.slug)
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
        let note = event.note.map(|note| format!(": {}", crate::forge::message::inert(&note, 500)));
        text.push_str(&format!("{at}  {}{}\n", event.state.name(), note.unwrap_or_default()));
    }
    Ok(text)
}

/// Has a failed contribution tried again.
///
/// # Errors
/// When there is none of that id, or it has not failed.
pub fn retry(store: &Store, id: &str) -> anyhow::Result<String> {
    let contribution = find(store, id)?;
    anyhow::ensure!(
        contribution.state == State::Failed,
        "{id} is {}; only what has failed is tried again",
        contribution.state.name()
    );
    advance(store, id, State::Queued, None)
}

/// Lets a contribution that is held go to the forge; one that was taken for spam is held again.
///
/// # Errors
/// When there is none of that id, or it is not held.
pub fn release(store: &Store, id: &str) -> anyhow::Result<String> {
    let next = match find(store, id)?.state {
        State::Held => State::Queued,
        State::Spam => State::Held,
        other => anyhow::bail!("{id} is {}; only what is held or spam is released", other.name()),
    };
    advance(store, id, next, None)
}

/// Declines a contribution.
///
/// # Errors
/// When there is none of that id, or it has ended.
pub fn decline(store: &Store, id: &str, reason: &str) -> anyhow::Result<String> {
    advance(store, id, State::Declined, Some(reason))
}

/// Asks the writer of a contribution for a change.
///
/// # Errors
/// When there is none of that id, or it is not proposed.
pub fn ask(store: &Store, id: &str, words: &str) -> anyhow::Result<String> {
    advance(store, id, State::ChangesRequested, Some(words))
}

/// Takes a contribution for advertising or abuse.
///
/// # Errors
/// When there is none of that id, or it has ended.
pub fn spam(store: &Store, id: &str) -> anyhow::Result<String> {
    advance(store, id, State::Spam, None)
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
