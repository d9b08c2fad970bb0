//! What happens to a contribution that was sent: it is moved on by people and by the worker, and the
//! worker finds here what is due. Where replicas share the work, whoever takes a job has it for a
//! while and says so again while the job lasts; when a replica is killed, its time runs out and
//! another one does the job.

use super::rows::{add_event, erase, find_to_change, parse_id, set_reason, step, take_back};
use super::{Result, Store};
use crate::queue::job::{Contribution, Job, Moment, RequestLink, State};
use crate::secret::ContributionId;

/// What the worker has to do, as a condition on contributions.
const DUE: &str = "(state IN ('queued', 'updated') OR discard = 1)";

impl Store {
    /// Moves a contribution on. What a writer withdrew is forgotten: every word of it goes, and its
    /// files; what stays is that there was something, and when.
    ///
    /// # Errors
    /// [`super::StoreError::Step`] when its state does not allow that; else when the database fails.
    pub fn advance(
        &self,
        id: &ContributionId,
        next: State,
        note: Option<&str>,
        now: Moment,
    ) -> Result<Contribution> {
        let (wanted, note) = (id.clone(), note.map(str::to_owned));
        let moved = self.write(0, move |sql| {
            let (id, note) = (&wanted, note.as_deref());
            let found = find_to_change(sql, id)?;
            step(sql, id, found.state, next, note, now)?;
            if next == State::Queued {
                sql.execute(
                    "UPDATE contributions SET attempts = 0, next_try = 0, reason = NULL WHERE id = $1",
                    &[id.as_str().into()],
                )?;
            } else if next.loses_branch() {
                take_back(sql, id)?;
                set_reason(sql, id, note)?;
            } else if note.is_some() {
                set_reason(sql, id, note)?;
            }
            if next == State::Withdrawn {
                erase(sql, id)?;
            }
            Ok(Contribution { state: next, updated: now, ..found })
        })?;
        if next == State::Withdrawn {
            self.forget_for_good();
        }
        Ok(moved)
    }

    /// Erases the words of a contribution that is published: they are in the catalogue now, and
    /// what the service kept of them goes.
    ///
    /// # Errors
    /// When it is not published, or the database fails.
    pub fn erase_published(&self, id: &ContributionId) -> Result<()> {
        let wanted = id.clone();
        self.write(0, move |sql| {
            let found = find_to_change(sql, &wanted)?;
            if found.state != State::Published {
                return Err(super::StoreError::Step(found.state.name(), "erased"));
            }
            erase(sql, &wanted)?;
            // The entry is public under this name.
            sql.execute(
                "UPDATE contributions SET slug = $1 WHERE id = $2",
                &[found.slug.as_str().into(), wanted.as_str().into()],
            )?;
            Ok(())
        })?;
        self.forget_for_good();
        Ok(())
    }

    /// Erases the words of everything that ended before a moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_ended_before(&self, moment: Moment) -> Result<usize> {
        const ENDED: &str = "SELECT id FROM contributions WHERE updated < $1
            AND (title <> '' OR author IS NOT NULL OR consent <> '')
            AND state IN ('published', 'declined', 'withdrawn', 'spam') ORDER BY id LIMIT 500";
        let ids = self.read(|sql| {
            sql.rows(ENDED, &[moment.into()])?.into_iter().map(|mut row| parse_id(&row.text()?)).collect()
        })?;
        let ids: Vec<ContributionId> = ids;
        if ids.is_empty() {
            return Ok(0);
        }
        let count = ids.len();
        self.write(0, move |sql| {
            for id in &ids {
                let found = find_to_change(sql, id)?;
                erase(sql, id)?;
                if found.state == State::Published {
                    sql.execute(
                        "UPDATE contributions SET slug = $1 WHERE id = $2",
                        &[found.slug.as_str().into(), id.as_str().into()],
                    )?;
                }
            }
            Ok(())
        })?;
        self.forget_for_good();
        Ok(count)
    }

    /// Overwritten in the tables, erased words would still stand in the log of the database.
    pub(super) fn forget_for_good(&self) {
        self.database.erased();
        self.database.tidy();
    }

    /// Does what is left over from erasing, where that could not be done at once.
    pub fn clear_log(&self) {
        self.database.tidy();
    }

    /// The worker brought this version to the forge: on a branch, with a request, or as an issue.
    ///
    /// # Errors
    /// [`super::StoreError::Step`] when it was declined or withdrawn meanwhile; else when the
    /// database fails. When a newer version was sent meanwhile, that one is still owed.
    pub fn proposed(
        &self,
        id: &ContributionId,
        version: u32,
        commit: Option<&str>,
        request: Option<&RequestLink>,
        now: Moment,
    ) -> Result<()> {
        let (id, commit, request) = (id.clone(), commit.map(str::to_owned), request.cloned());
        self.write(0, move |sql| {
            let found = find_to_change(sql, &id)?;
            // The answer is for the version that was on its way, not for one that came since.
            if found.version > version && found.state.is_open() {
                add_event(sql, &id, State::Proposed, None, now)?;
            } else {
                step(sql, &id, found.state, State::Proposed, None, now)?;
                sql.execute(
                    "UPDATE contributions SET attempts = 0, reason = NULL WHERE id = $1",
                    &[id.as_str().into()],
                )?;
            }
            let number = request.as_ref().and_then(|request| i64::try_from(request.number).ok());
            sql.execute(
                "UPDATE contributions SET commit_id = $1, request_number = $2, request_address = $3,
                     lease_until = 0 WHERE id = $4",
                &[
                    commit.as_ref().into(),
                    number.into(),
                    request.as_ref().map(|request| request.address.as_str()).into(),
                    id.as_str().into(),
                ],
            )?;
            Ok(())
        })
    }

    /// What has ended is to be taken back, once more; nothing for what has not ended so.
    ///
    /// # Errors
    /// When the database fails.
    pub fn owe_discard(&self, id: &ContributionId) -> Result<()> {
        let id = id.clone();
        self.write(0, move |sql| {
            if find_to_change(sql, &id)?.state.loses_branch() {
                let owe = "UPDATE contributions SET discard = 1, next_try = 0 WHERE id = $1";
                sql.execute(owe, &[id.as_str().into()])?;
            }
            Ok(())
        })
    }

    /// The branch of a contribution that has ended is gone.
    ///
    /// # Errors
    /// When the database fails.
    pub fn discarded(&self, id: &ContributionId) -> Result<()> {
        let id = id.clone();
        self.write(0, move |sql| {
            sql.execute(
                "UPDATE contributions SET discard = 0, attempts = 0, lease_until = 0 WHERE id = $1",
                &[id.as_str().into()],
            )?;
            Ok(())
        })
    }

    /// The worker tried and failed. With a moment it tries again then; without one it has given
    /// up, which a maintainer sees.
    ///
    /// # Errors
    /// When the database fails.
    pub fn attempt_failed(
        &self,
        job: &Job,
        reason: &str,
        try_again: Option<Moment>,
        now: Moment,
    ) -> Result<()> {
        let (job, reason) = (job.clone(), reason.to_owned());
        self.write(0, move |sql| {
            let id = job.id();
            // What a maintainer wrote stays the reason of what is taken back.
            sql.execute(
                "UPDATE contributions SET reason = CASE WHEN discard = 1 THEN reason ELSE $1 END,
                     attempts = attempts + 1, next_try = $2, lease_until = 0
                 WHERE id = $3",
                &[(&reason).into(), try_again.unwrap_or(0).into(), id.as_str().into()],
            )?;
            if let (None, Job::Propose(_)) = (try_again, &job) {
                let found = find_to_change(sql, id)?;
                step(sql, id, found.state, State::Failed, Some(&reason), now)?;
            }
            Ok(())
        })
    }

    /// The next thing to do, if one is due. Where others share the work it is ours until `lease`;
    /// a worker without others, killed and started again, takes its job up at once.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_job(&self, now: Moment, lease: Moment) -> Result<Option<Job>> {
        let is_shared = self.database.is_shared();
        let (next, values) = if is_shared {
            (format!("{DUE} AND next_try <= $1 AND lease_until <= $1"), [now.into()])
        } else {
            (format!("{DUE} AND next_try <= $1"), [now.into()])
        };
        let select = format!(
            "SELECT id, discard FROM contributions WHERE {next} ORDER BY next_try, received, id LIMIT 1"
        );
        let job = |row: Option<super::sql::Row>| -> Result<Option<Job>> {
            let Some(mut row) = row else { return Ok(None) };
            let id = parse_id(&row.text()?)?;
            Ok(Some(if row.int()? == 1 { Job::Discard(id) } else { Job::Propose(id) }))
        };
        let found = self.read(|sql| job(sql.row(&select, &values)?))?;
        if found.is_none() || !is_shared {
            return Ok(found);
        }
        // Something is due: now take it, so that nobody else does, and pass over what others take.
        self.write(0, move |sql| {
            let lock = sql.for_update_skip_locked();
            let found = job(sql.row(&format!("{select}{lock}"), &[now.into()])?)?;
            if let Some(found) = &found {
                sql.execute(
                    "UPDATE contributions SET lease_until = $1 WHERE id = $2",
                    &[lease.into(), found.id().as_str().into()],
                )?;
            }
            Ok(found)
        })
    }

    /// The job lasts: it is ours until this later moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn still_working(&self, job: &Job, lease: Moment) -> Result<()> {
        if !self.database.is_shared() {
            return Ok(());
        }
        let id = job.id().clone();
        self.write(0, move |sql| {
            sql.execute(
                "UPDATE contributions SET lease_until = $1 WHERE id = $2 AND lease_until > 0",
                &[lease.into(), id.as_str().into()],
            )?;
            Ok(())
        })
    }

    /// When the next thing is due, if anything waits.
    ///
    /// # Errors
    /// When the database fails.
    pub fn next_due(&self) -> Result<Option<Moment>> {
        let statement = format!(
            "SELECT min(CASE WHEN lease_until > next_try THEN lease_until ELSE next_try END)
             FROM contributions WHERE {DUE}"
        );
        self.read(|sql| sql.row(&statement, &[])?.map_or(Ok(None), |mut row| row.maybe_int()))
    }

    /// Whether it is our turn to look at the forge: one replica does, until the moment it names.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_turn_to_look(&self, now: Moment, until: Moment) -> Result<bool> {
        if !self.database.is_shared() {
            return Ok(true);
        }
        self.write(0, move |sql| {
            let taken = sql.execute(
                "UPDATE rounds SET until = $1 WHERE name = 'look' AND until <= $2",
                &[until.into(), now.into()],
            )?;
            Ok(taken == 1)
        })
    }
}
