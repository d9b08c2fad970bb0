//! `interlink-contrib queue …`: the store from a terminal, for whoever keeps the service running.
//! It may be used while the service runs; the database keeps the two apart.

use anyhow::Context;

use generator::diagnostic::Severity;

use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::config::{Config, ConfigErrors, Given};
use crate::forge::Proposal;
use crate::forge::local::LocalForge;
use crate::queue::job::{Contribution, State};
use crate::queue::store::Store;
use crate::secret::{ContributionId, SecretText};
use crate::spam::Judge;

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
    if let Some(commit) = &contribution.commit {
        text.push_str(&format!("commit: {commit} on {}\n", contribution.id.branch()));
    }
    if let Some(request) = &contribution.request {
        text.push_str(&format!("request: {}\n", request.address));
    }
    for reply in store.replies(&contribution.id)? {
        text.push_str(&format!("a maintainer: {}\n", crate::forge::message::inert(&reply.text, 500)));
    }
    if contribution.state.is_open() {
        let judge = Judge::learn(store.examples_of_spam()?);
        if let Some(found) = judge.suspicion(&store.text_of(&contribution.id)?) {
            text.push_str(&format!("looks like spam: {}\n", found.words.join(", ")));
        }
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

/// The problem that was reported is dealt with.
///
/// # Errors
/// When there is none of that id, it is no report, or it has ended.
pub fn done(store: &Store, id: &str) -> anyhow::Result<String> {
    let contribution = find(store, id)?;
    anyhow::ensure!(contribution.ask.is_issue(), "{id} is no report; what is proposed is merged");
    advance(store, id, State::Published, None)
}

/// Publishes what lies on the branch of a contribution, in the repository beside the service. `commit` is
/// the commit that was looked at: `queue show` tells it.
///
/// # Errors
/// When there is none of that id, it is not proposed, the branch has another commit, the check finds a
/// mistake in it, or the repository does not take it.
pub fn merge(store: &Store, config: &Config, id: &str, commit: &str) -> anyhow::Result<String> {
    anyhow::ensure!(config.remote.is_none(), "it is merged at the forge, by its request");
    let contribution = find(store, id)?;
    anyhow::ensure!(
        matches!(contribution.state, State::Proposed | State::ChangesRequested),
        "{id} is {}; only what is proposed is merged",
        contribution.state.name()
    );
    let branch = config.branch.as_deref();
    let forge = LocalForge::open(&config.repo, &config.content, branch, config.identity.clone())?;
    let proposal = Proposal::new(&contribution, store.files(&contribution.id)?);
    let read = forge.read(&proposal)?;
    anyhow::ensure!(
        commit.len() >= 7 && read.commit.starts_with(commit),
        "the branch {} ends in {} now; look at it with `git show`, and merge that one",
        contribution.id.branch(),
        read.commit
    );
    let catalogue = Catalogue::load(&config.content, &config.theme, config.base_url.as_ref())?;
    let checked = catalogue.with_entry(contribution.kind, &contribution.slug, &read.changed());
    let mistakes = checked.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let mistakes: Vec<String> = mistakes.map(|found| format!("{}: {}", found.file, found.message)).collect();
    anyhow::ensure!(mistakes.is_empty(), "the check finds mistakes in it:\n{}", mistakes.join("\n"));
    forge.merge(&proposal, &read.commit, Clock::system().now())?;
    advance(store, id, State::Published, None)
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
