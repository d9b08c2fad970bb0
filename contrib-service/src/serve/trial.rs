//! `interlink-contrib try-forge`: whether a forge lets the service do what it must, before anybody
//! relies on it. A small entry is proposed, looked at and taken back, then a report is made and closed, by
//! the way of every contribution.

use anyhow::{Context, bail};
use generator::model::{Kind, Slug};

use super::forge::open_forge;
use super::print_text;
use crate::clock::Clock;
use crate::config::Config;
use crate::forge::{Discard, Fate, Forge, Proposal};
use crate::queue::ask::Ask;
use crate::queue::job::EntryFile;
use crate::secret::ContributionId;

/// What the entry is called.
const NAME: &str = "A trial of the contribution service";

/// Tries the forge that the settings name, and says each step once it is done.
///
/// # Errors
/// Which step the forge refused, and why. What was made until then is taken back if the forge lets us.
pub async fn try_forge(mut config: Config) -> anyhow::Result<()> {
    // A clone of its own: that of a service which runs meanwhile is that service's alone.
    let scratch = tempfile::tempdir().context("no temporary folder")?;
    config.state = scratch.path().to_owned();
    let clock = Clock::system();
    let open = open_forge(&config, &clock).await.context("the forge cannot be opened")?;
    say(&format!("the content is read: {}", open.content.display()))?;
    open.forge.answers().await.context("the forge does not answer")?;
    say("it answers")?;
    let proposal = proposal(clock.now())?;
    say(&format!("its branch will be {}", proposal.id.branch()))?;
    let tried = propose_and_look(&*open.forge, &proposal).await;
    // Whatever became of it: nothing is left behind.
    let discard = Discard { id: proposal.id.clone(), ask: proposal.ask, sent: proposal.sent, request: None };
    let discarded = open.forge.discard(discard).await;
    if let Err(error) = discarded {
        let branch = proposal.id.branch();
        say(&format!("it cannot be taken back: {error}; close the request of branch {branch} by hand"))?;
        tried?;
        bail!("it cannot be taken back: {error}");
    }
    tried?;
    match open.forge.outcomes(vec![proposal]).await?.pop() {
        Some(Ok(outcome)) if !matches!(outcome.fate, Fate::Open | Fate::Published) => {}
        Some(Ok(outcome)) => bail!("it was taken back, and is {:?} nevertheless", outcome.fate),
        Some(Err(error)) => return Err(error).context("it was taken back, and cannot be looked at"),
        None => bail!("the forge says nothing of it"),
    }
    say("it is taken back: the request is closed, the branch is gone")?;
    try_report(&*open.forge, clock.now()).await?;
    say("Everything that contributions need works. Not tried: webhooks, which come from the forge.")
}

/// A report is an issue, which a repository may have switched off.
async fn try_report(forge: &dyn Forge, now: i64) -> anyhow::Result<()> {
    let report = Proposal { ask: Ask::Report, files: Vec::new(), ..proposal(now)? };
    let opened = forge.open_issue(report.clone()).await;
    let request = opened.as_ref().ok().and_then(|opened| opened.request.clone());
    let address = request.as_ref().map(|request| request.address.clone()).unwrap_or_default();
    let discard = Discard { id: report.id.clone(), ask: report.ask, sent: report.sent, request };
    let discarded = forge.discard(discard).await;
    opened.context("no issue can be opened, so reports of problems would fail; are issues switched on?")?;
    say(&format!("a report is made: {address}"))?;
    discarded.with_context(|| format!("it cannot be closed; close {address} by hand"))?;
    say("it is closed")
}

async fn propose_and_look(forge: &dyn Forge, proposal: &Proposal) -> anyhow::Result<()> {
    let proposed = forge.propose(proposal.clone()).await.context("nothing can be proposed")?;
    let request = proposed.request.map_or_else(|| proposal.id.branch(), |request| request.address);
    say(&format!("a small entry is proposed: {request}"))?;
    let read = forge.read(proposal.clone()).await.context("what was proposed cannot be read")?;
    if read.changed().len() != proposal.files.len() {
        bail!("what was proposed is not what lies there: {} files", read.changed().len());
    }
    match forge.outcomes(vec![proposal.clone()]).await?.pop() {
        Some(Ok(outcome)) if outcome.fate == Fate::Open => say("it waits for a maintainer, as it should"),
        Some(Ok(outcome)) => bail!("it was just proposed, and is {:?}", outcome.fate),
        Some(Err(error)) => Err(error).context("what became of it cannot be seen"),
        None => bail!("the forge says nothing of it"),
    }
}

fn proposal(now: i64) -> anyhow::Result<Proposal> {
    let id = ContributionId::random()?;
    let slug = Slug::from_title(&format!("trial {id}")).context("a slug for the trial")?;
    let words = format!("---\nname: {NAME}\nsummary: It is closed at once. Nothing is to be done.\n---\n");
    Ok(Proposal {
        id,
        ask: Ask::NewEntry,
        kind: Kind::Interlinker,
        slug,
        message: format!("{NAME}\n\nIt is closed at once.\n"),
        text: "`interlink-contrib try-forge` looks whether contributions can be proposed here. This is closed at \
               once; nothing is to be done."
            .to_owned(),
        sent: now,
        version: 1,
        files: vec![
            EntryFile::new("en.md", words.into_bytes()),
            EntryFile::new("interlinker.yaml", b"nature: knowledge\nlicence: CC0-1.0\n".to_vec()),
        ],
        commit: None,
        request: None,
    })
}

fn say(line: &str) -> anyhow::Result<()> {
    Ok(print_text(&format!("{line}\n"))?)
}
