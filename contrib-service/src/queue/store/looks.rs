//! What is read of contributions: one, some, their files and history, and how many there are.

use generator::model::{Kind, Slug};

use super::rows::{OPEN, SELECT, contribution, entry_file, find, open_slugs, parse_state};
use super::{Result, Store};
use crate::queue::job::{Consent, Contribution, EntryFile, Event, Moment, State};
use crate::secret::ContributionId;

/// How many contributions there are, for whoever watches the service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many are in each state, drafts too.
    pub by_state: Vec<(State, i64)>,
    /// When the one was sent that waits longest for the worker.
    pub oldest_waiting: Option<Moment>,
    /// How often the worker has failed at those that wait.
    pub failed_tries: i64,
    /// How many bytes drafts and the files kept for forms hold.
    pub draft_bytes: i64,
}

impl Store {
    /// Whether the store can do its work: it answers, and it takes a change to disk.
    ///
    /// # Errors
    /// When it cannot.
    pub fn ping(&self, now: Moment) -> Result<()> {
        self.write(0, move |sql| {
            sql.execute("UPDATE rounds SET until = $1 WHERE name = 'ready'", &[now.into()])?;
            Ok(())
        })
    }

    /// The contribution of that name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find(&self, id: &ContributionId) -> Result<Option<Contribution>> {
        self.read(|sql| find(sql, id))
    }

    /// The files of a contribution, by path.
    ///
    /// # Errors
    /// When the database fails.
    pub fn files(&self, id: &ContributionId) -> Result<Vec<EntryFile>> {
        let statement = "SELECT path, bytes, replaces FROM files WHERE contribution = $1";
        let mut files = self.read(|sql| {
            let rows = sql.rows(statement, &[id.as_str().into()])?;
            rows.into_iter().map(entry_file).collect::<Result<Vec<_>>>()
        })?;
        // Here and not there: a server may sort by the rules of a language.
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(files)
    }

    /// What happened to a contribution, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn history(&self, id: &ContributionId) -> Result<Vec<Event>> {
        let statement = "SELECT at, state, note FROM events WHERE contribution = $1 ORDER BY number";
        self.read(|sql| {
            let rows = sql.rows(statement, &[id.as_str().into()])?;
            rows.into_iter()
                .map(|mut row| {
                    Ok(Event { at: row.int()?, state: parse_state(&row.text()?)?, note: row.maybe_text()? })
                })
                .collect()
        })
    }

    /// What the writer of a contribution agreed to.
    ///
    /// # Errors
    /// When the database fails.
    pub fn consent(&self, id: &ContributionId) -> Result<Consent> {
        let statement = "SELECT consent, consent_version FROM contributions WHERE id = $1";
        self.read(|sql| match sql.row(statement, &[id.as_str().into()])? {
            Some(mut row) => Ok(Consent { text: row.text()?, version: row.text()? }),
            None => Ok(Consent::default()),
        })
    }

    /// Every contribution that was sent, the ones that wait longest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self) -> Result<Vec<Contribution>> {
        self.select("WHERE state <> 'draft'")
    }

    /// The contributions in a state, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn in_state(&self, state: State) -> Result<Vec<Contribution>> {
        self.select(&format!("WHERE state = '{}'", state.name()))
    }

    /// The contributions that lie at the forge and wait for a person, the oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn at_the_forge(&self) -> Result<Vec<Contribution>> {
        self.select("WHERE state IN ('proposed', 'changes-requested')")
    }

    /// Slugs of contributions of a kind that are still open.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_slugs(&self, kind: Kind) -> Result<Vec<String>> {
        let mut slugs = self.read(|sql| open_slugs(sql, kind))?;
        slugs.sort();
        Ok(slugs)
    }

    /// The changes of an entry that wait for people already, each with the address of its request where it has
    /// a public one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_changes(&self, kind: Kind, slug: &Slug) -> Result<Vec<Option<String>>> {
        let statement = format!(
            "SELECT request_address FROM contributions WHERE kind = $1 AND slug = $2
                 AND ask IN ('edit', 'translation') AND state IN {OPEN} ORDER BY received, id LIMIT 20"
        );
        self.read(|sql| {
            let rows = sql.rows(&statement, &[kind.name().into(), slug.as_str().into()])?;
            rows.into_iter().map(|mut row| row.maybe_text()).collect()
        })
    }

    /// New entries of a kind that are proposed in public: name and address of the request.
    ///
    /// # Errors
    /// When the database fails.
    pub fn proposed_in_public(&self, kind: Kind) -> Result<Vec<(String, String)>> {
        let statement = format!(
            "SELECT title, request_address FROM contributions WHERE kind = $1 AND ask = 'new-entry'
                 AND state IN {OPEN} AND request_address IS NOT NULL ORDER BY received, id LIMIT 1000"
        );
        self.read(|sql| {
            let rows = sql.rows(&statement, &[kind.name().into()])?;
            rows.into_iter().map(|mut row| Ok((row.text()?, row.text()?))).collect()
        })
    }

    /// How many contributions are open.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_open(&self) -> Result<i64> {
        let statement = format!("SELECT count(*) FROM contributions WHERE state IN {OPEN}");
        self.read(|sql| sql.row(&statement, &[])?.map_or(Ok(0), |mut row| row.int()))
    }

    /// How many contributions there are.
    ///
    /// # Errors
    /// When the database fails.
    pub fn tally(&self) -> Result<Tally> {
        self.read(|sql| {
            let by_state = sql
                .rows("SELECT state, count(*) FROM contributions GROUP BY state", &[])?
                .into_iter()
                .map(|mut row| Ok((parse_state(&row.text()?)?, row.int()?)))
                .collect::<Result<_>>()?;
            let waiting =
                "SELECT min(COALESCE(changed, received)), CAST(COALESCE(SUM(attempts), 0) AS BIGINT)
                 FROM contributions WHERE state IN ('queued', 'updated')";
            let mut tally = Tally { by_state, ..Tally::default() };
            if let Some(mut row) = sql.row(waiting, &[])? {
                (tally.oldest_waiting, tally.failed_tries) = (row.maybe_int()?, row.int()?);
            }
            tally.draft_bytes = sql.row("SELECT bytes FROM held", &[])?.map_or(Ok(0), |mut row| row.int())?;
            tally.by_state.sort();
            Ok(tally)
        })
    }

    fn select(&self, which: &str) -> Result<Vec<Contribution>> {
        let statement = format!("{SELECT} {which} ORDER BY received, id");
        self.read(|sql| sql.rows(&statement, &[])?.into_iter().map(contribution).collect())
    }
}
