//! Moves contributions on: one job after another, tried again after a while, given up with a
//! reason. A job is read from the store, done at the forge and noted in the store; a crash between
//! the last two does the job again, which a forge answers with what is already there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use tokio::sync::{Notify, watch};

use super::job::{Job, Moment, State};
use super::store::{Store, StoreError};
use crate::clock::Clock;
use crate::describer::Describer;
use crate::forge::{Discard, Forge, ForgeError, Outcome, Proposal};
use crate::secret::ContributionId;

/// Does the work of the store at a forge.
#[derive(Clone)]
pub struct Worker {
    /// What is owed.
    pub store: Arc<Store>,
    /// Where it goes.
    pub forge: Arc<dyn Forge>,
    /// What time it is.
    pub clock: Clock,
    /// How long the words of what has ended are kept, in seconds.
    pub keep_ended: Moment,
    /// Rung when there is something new to do.
    pub bell: Arc<Notify>,
    /// Says to reviewers what a contribution is; nothing where nobody reads it.
    pub describer: Option<Describer>,
    /// When the forge is looked at.
    pub look: Arc<Look>,
    /// How long it waits for what.
    pub patience: Patience,
}

/// How long a worker waits, in seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patience {
    /// For how long a job is one worker's where replicas share the work; while it lasts, that is said
    /// again at a third of it. Replicas' clocks must agree much better than that.
    pub lease: Moment,
    /// Before each further try; never empty. After the last the worker gives up, but for an outage.
    pub waits: Vec<Moment>,
}

impl Default for Patience {
    fn default() -> Patience {
        Patience { lease: 180, waits: vec![5, 30, 120, 600] }
    }
}

/// When the forge is looked at: every so often, by one of the services that share a store, and at once
/// after a hint.
#[derive(Debug)]
pub struct Look {
    every: Moment,
    due: AtomicI64,
    is_called: AtomicBool,
}

impl Look {
    /// Looks every so many seconds when nobody calls; with 0, whenever the worker wakes.
    pub fn every(seconds: Moment) -> Look {
        Look { every: seconds, due: AtomicI64::new(0), is_called: AtomicBool::new(false) }
    }

    /// Something may have changed there.
    pub fn now(&self) {
        self.is_called.store(true, Ordering::SeqCst);
    }

    /// Whether it is time, and whether somebody has called. Then the next time is set. Whoever calls
    /// over and over, as a busy forge does, is heard twenty times as often as nobody.
    fn take_turn(&self, now: Moment) -> (bool, bool) {
        // A clock that was set back would be waited for.
        let is_heard = self.heard_in(now).is_some_and(|seconds| seconds == 0 || seconds > self.every);
        if now < self.due.load(Ordering::SeqCst) && !is_heard {
            return (false, false);
        }
        let is_called = self.is_called.swap(false, Ordering::SeqCst);
        self.due.store(now + self.every, Ordering::SeqCst);
        (true, is_called)
    }

    /// In how many seconds somebody who has called is heard.
    fn heard_in(&self, now: Moment) -> Option<Moment> {
        let last = self.due.load(Ordering::SeqCst) - self.every;
        let is_called = self.is_called.load(Ordering::SeqCst);
        is_called.then(|| (last + self.every / 20 - now).max(0))
    }
}

/// The longest wait that a forge may ask for, in seconds: limits are counted by the hour.
const LONGEST_ASKED: u64 = 2 * 60 * 60;

/// The longest pause before what cannot be taken back is tried again, in seconds: a day.
const LONGEST_WAIT: Moment = 24 * 60 * 60;

/// How often the worker looks at the forge without being called.
const LOOK_AGAIN: Duration = Duration::from_secs(30);

/// How many proposals the forge is asked about in one go.
const LOOK_AT_ONCE: usize = 20;

/// Drafts that were never sent are forgotten after a week.
const DRAFT_LIFE: Moment = 7 * 24 * 60 * 60;

impl Worker {
    /// Works until told to stop; a job that has begun is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow_and_update() {
            self.work_until(&|| *stop.borrow()).await;
            let now = self.clock.now();
            let pause = match self.with_store(Store::next_due).await {
                Ok(Some(due)) => {
                    Duration::from_secs(u64::try_from(due - now).unwrap_or(0).max(1)).min(LOOK_AGAIN)
                }
                _ => LOOK_AGAIN,
            };
            let heard = self.look.heard_in(now).and_then(|seconds| u64::try_from(seconds).ok());
            let pause = heard.map_or(pause, |seconds| pause.min(Duration::from_secs(seconds.max(1))));
            tokio::select! {
                () = self.bell.notified() => {}
                () = tokio::time::sleep(pause) => {}
                // A closed channel means that nobody is left to tell us to stop.
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }

    /// Does everything that is due now, and looks what became of what is proposed.
    pub async fn work(&self) {
        self.work_until(&|| false).await;
    }

    /// The same, but begins nothing new once it is told to stop: in an outage there is always a next try.
    async fn work_until(&self, is_told_to_stop: &(dyn Fn() -> bool + Sync)) {
        loop {
            if is_told_to_stop() {
                return;
            }
            let now = self.clock.now();
            let until = now + self.patience.lease;
            match self.with_store(move |store| store.next_job(now, until)).await {
                Ok(Some(job)) => self.do_job(&job).await,
                Ok(None) => break,
                Err(error) => {
                    tracing::error!(%error, "the queue cannot be read");
                    break;
                }
            }
        }
        let now = self.clock.now();
        if let (true, hinted) = self.look.take_turn(now) {
            let until = now + self.look.every.max(LOOK_AGAIN.as_secs() as Moment - 1);
            match self.with_store(move |store| store.take_turn_to_look(now, until)).await {
                Ok(is_ours) if is_ours || hinted => self.look_after_proposed().await,
                Ok(_) => {}
                Err(error) => tracing::error!(%error, "the queue cannot be read"),
            }
        }
        let before = self.clock.now() - DRAFT_LIFE;
        if let Err(error) = self.with_store(move |store| store.forget_drafts_before(before)).await {
            tracing::error!(%error, "old drafts cannot be forgotten");
        }
        let before = self.clock.now() - self.keep_ended;
        if let Err(error) = self.with_store(move |store| store.erase_ended_before(before)).await {
            tracing::error!(%error, "what has ended cannot be forgotten");
        }
        if let Err(error) = self
            .with_store(|store| {
                store.clear_log();
                Ok(())
            })
            .await
        {
            tracing::error!(%error, "the log of the store cannot be emptied");
        }
    }

    async fn do_job(&self, job: &Job) {
        let id = job.id();
        let work = async {
            match job {
                Job::Propose(id) => self.propose(id).await,
                Job::Discard(id) => self.discard(id).await,
            }
        };
        let outcome = tokio::select! {
            outcome = work => outcome,
            never = self.keep_lease(job) => match never {},
        };
        let Err(error) = outcome else { return };
        tracing::warn!(contribution = %id, %error, "a job failed");
        if let Err(error) = self.note_failure(job, &error).await {
            tracing::error!(contribution = %id, %error, "a failure cannot be noted");
            // Without the note the job is due again at once; do not spin on a broken store.
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }

    /// Says again and again that the job is ours, as long as it lasts.
    async fn keep_lease(&self, job: &Job) -> std::convert::Infallible {
        loop {
            tokio::time::sleep(Duration::from_secs(self.patience.lease.unsigned_abs().div_ceil(3))).await;
            let (job, until) = (job.clone(), self.clock.now() + self.patience.lease);
            if let Err(error) = self.with_store(move |store| store.still_working(&job, until)).await {
                tracing::warn!(%error, "the store is not told that a job lasts");
            }
        }
    }

    async fn propose(&self, id: &ContributionId) -> Result<(), JobError> {
        let proposal = self.described(id).await?;
        let version = proposal.version;
        let arrived = if proposal.ask.is_issue() {
            self.forge.open_issue(proposal).await
        } else {
            self.forge.propose(proposal).await
        };
        let (id, now) = (id.clone(), self.clock.now());
        let outcome = {
            let id = id.clone();
            match arrived {
                Ok(proposed) => {
                    let note = move |store: &Store| {
                        store.proposed(
                            &id,
                            version,
                            proposed.commit.as_deref(),
                            proposed.request.as_ref(),
                            now,
                        )
                    };
                    self.with_store(note).await
                }
                // Somebody else was faster with the same words.
                Err(ForgeError::AlreadyThere) => self.advance(&id, State::Published).await,
                Err(error) => return Err(error.into()),
            }
        };
        match outcome {
            Ok(()) => {
                tracing::info!(contribution = %id, "proposed");
                Ok(())
            }
            // Withdrawn or declined while we were busy. Another replica may have looked for something to
            // take back before it was there, so it is owed again.
            Err(StoreError::Step(..)) => Ok(self.with_store(move |store| store.owe_discard(&id)).await?),
            Err(error) => Err(error.into()),
        }
    }

    async fn discard(&self, id: &ContributionId) -> Result<(), JobError> {
        let found = {
            let id = id.clone();
            self.with_store(move |store| store.find(&id)?.ok_or(StoreError::Unknown)).await?
        };
        self.forge.discard(Discard::of(&found)).await?;
        Ok(self.with_store(move |store| store.discarded(&found.id)).await?)
    }

    async fn note_failure(&self, job: &Job, error: &JobError) -> Result<(), StoreError> {
        let (job, reason, now) = (job.clone(), error.to_string(), self.clock.now());
        let (can_retry, is_outage, asked_wait) = match error {
            JobError::Forge(ForgeError::Unavailable { wait, .. }) => (true, true, wait.unwrap_or_default()),
            JobError::Forge(error) => (error.can_retry(), false, 0),
            JobError::Store(_) => (true, false, 0),
        };
        // Whoever took their words back was promised that they go: that is never given up, only tried less
        // and less often.
        let is_promised = matches!(job, Job::Discard(_));
        let (can_retry, is_outage) = (can_retry || is_promised, is_outage || is_promised);
        let waits = self.patience.waits.clone();
        self.with_store(move |store| {
            let attempts = store.find(job.id())?.ok_or(StoreError::Unknown)?.attempts as usize;
            // An outage of the forge delays for as long as it takes; anything else has an end.
            let at = if is_outage { attempts.min(waits.len().saturating_sub(1)) } else { attempts };
            let wait = waits.get(at).filter(|_| can_retry);
            let asked = i64::try_from(asked_wait.min(LONGEST_ASKED)).unwrap_or_default();
            let longer = if is_promised { LONGEST_WAIT.min(60 << attempts.min(12)) } else { 0 };
            let again = wait.map(|wait| now + (*wait).max(asked).max(longer));
            match store.attempt_failed(&job, &reason, again, now) {
                // It was withdrawn meanwhile: there is nothing left to give up.
                Err(StoreError::Step(..)) => Ok(()),
                outcome => outcome,
            }
        })
        .await
    }

    /// Asks the forge about everything that waits there: what a maintainer merged by hand is
    /// published all the same.
    pub async fn look_after_proposed(&self) {
        let waiting = match self.with_store(|store| store.at_the_forge()).await {
            Ok(waiting) => waiting,
            Err(error) => {
                tracing::error!(%error, "the queue cannot be read");
                return;
            }
        };
        if waiting.is_empty() {
            // A forge on the network brings its clone up to date all the same.
            if let Err(error) = self.forge.outcomes(Vec::new()).await {
                tracing::warn!(%error, "the forge is not there");
            }
        }
        // Together: a forge on the network answers many questions in one go.
        for some in waiting.chunks(LOOK_AT_ONCE) {
            let (mut ids, mut proposals) = (Vec::new(), Vec::new());
            for contribution in some {
                match self.proposal(&contribution.id).await {
                    Ok(proposal) => {
                        ids.push(contribution.id.clone());
                        proposals.push(proposal);
                    }
                    Err(error) => {
                        tracing::error!(contribution = %contribution.id, %error, "it cannot be read")
                    }
                }
            }
            match self.forge.outcomes(proposals).await {
                Ok(outcomes) => {
                    for (id, outcome) in ids.iter().zip(outcomes) {
                        self.note_outcome(id, outcome).await;
                    }
                }
                Err(error) => tracing::warn!(%error, "the forge does not say what became of proposals"),
            }
        }
    }

    async fn note_outcome(&self, id: &ContributionId, outcome: Result<Outcome, ForgeError>) {
        let outcome = match outcome {
            Ok(outcome) => outcome,
            Err(error) => {
                tracing::warn!(contribution = %id, %error, "the forge does not say what became of it");
                return;
            }
        };
        let (wanted, now) = (id.clone(), self.clock.now());
        match self.with_store(move |store| store.heard(&wanted, &outcome, now)).await {
            // Somebody was faster, on the maintainer's page for instance.
            Ok(()) | Err(StoreError::Step(..)) => {}
            Err(error) => tracing::error!(contribution = %id, %error, "the store failed"),
        }
    }

    async fn advance(&self, id: &ContributionId, next: State) -> Result<(), StoreError> {
        let (id, now) = (id.clone(), self.clock.now());
        self.with_store(move |store| store.advance(&id, next, None, now).map(drop)).await
    }

    async fn proposal(&self, id: &ContributionId) -> Result<Proposal, JobError> {
        let id = id.clone();
        Ok(self
            .with_store(move |store| {
                let contribution = store.find(&id)?.ok_or(StoreError::Unknown)?;
                Ok(Proposal::new(&contribution, store.files(&id)?))
            })
            .await?)
    }

    /// The same with the words for its reviewers.
    async fn described(&self, id: &ContributionId) -> Result<Proposal, JobError> {
        let Some(describer) = self.describer.clone() else { return self.proposal(id).await };
        let id = id.clone();
        Ok(self
            .with_store(move |store| {
                let contribution = store.find(&id)?.ok_or(StoreError::Unknown)?;
                let files = store.files(&id)?;
                let confirmed = store.confirmed_domain(&id)?;
                let text = describer.describe(&contribution, &files, confirmed.as_deref());
                Ok(Proposal { text, ..Proposal::new(&contribution, files) })
            })
            .await?)
    }

    async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        Store::off_thread(&self.store, work).await
    }
}

/// Why a job was not done.
#[derive(Debug, thiserror::Error)]
enum JobError {
    #[error(transparent)]
    Forge(#[from] ForgeError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[cfg(test)]
mod tests;
