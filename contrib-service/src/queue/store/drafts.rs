//! Until a contribution is sent: drafts, the files kept for their forms, and the one-time key that
//! turns a draft into a contribution or into a new version of one.

use std::cell::{Cell, RefCell};

use generator::model::Slug;

use super::mail::{WithMail, is_confirmed, keep_address};
use super::rows::{
    OPEN, SELECT, add_event, contribution, find_to_change, forget_upload, is_open_slug, parse_id, step, steps,
};
use super::sql::{Sql, Value};
use super::{Crowd, Drafted, NewDraft, Result, Sent, Store, StoreError, Terms};
use crate::proof::Proof;
use crate::queue::job::{Contribution, Moment, State};
use crate::secret::{ContributionId, SecretKey};

/// The most that drafts nobody has sent may hold together, in bytes. Anyone may preview, so without
/// a limit anyone could fill the disk; what was sent is never forgotten.
pub(super) const MAX_DRAFT_BYTES: i64 = 512 * 1024 * 1024;

impl Store {
    /// Step one: keeps a draft with its files.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_draft(&self, draft: NewDraft, now: Moment) -> Result<()> {
        let files = draft.files.iter().map(|file| file.bytes.len()).sum::<usize>();
        let size = draft.form.len() + draft.words.len() + files;
        self.write(size, move |sql| {
            let id = draft.id.as_str();
            let upload = draft.upload.as_ref().map(|key| key.hash());
            sql.execute(
                "INSERT INTO contributions (id, state, ask, kind, slug, language, title, author, words, form,
                     send_key, status_key, created, updated, size, upload_key, changes, consent, consent_version,
                     proof)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
                &[
                    id.into(),
                    State::Draft.name().into(),
                    draft.ask.name().into(),
                    draft.kind.name().into(),
                    draft.slug.as_str().into(),
                    (&draft.language).into(),
                    (&draft.title).into(),
                    draft.author.as_ref().into(),
                    (&draft.words).into(),
                    (&draft.form).into(),
                    draft.key.hash().as_bytes().as_slice().into(),
                    draft.key.status_key().hash().as_bytes().as_slice().into(),
                    now.into(),
                    now.into(),
                    i64::try_from(size).unwrap_or(i64::MAX).into(),
                    upload.as_ref().map(|hash| hash.as_bytes().as_slice()).into(),
                    draft.changes.as_ref().map(ContributionId::as_str).into(),
                    (&draft.consent.text).into(),
                    (&draft.consent.version).into(),
                    draft.proof.map(|proof| proof.to_string()).as_ref().into(),
                ],
            )?;
            for file in &draft.files {
                sql.execute(
                    "INSERT INTO files (contribution, path, bytes, replaces) VALUES ($1, $2, $3, $4)",
                    &[
                        id.into(),
                        (&file.path).into(),
                        file.bytes.as_slice().into(),
                        file.replaces.as_ref().map(|name| name.as_str()).into(),
                    ],
                )?;
            }
            make_room(sql, MAX_DRAFT_BYTES, id)?;
            add_event(sql, &draft.id, State::Draft, None, now)
        })
    }

    /// Step two: the draft of this key is sent. However often it is called with one key, there is
    /// one contribution, and one new version of it. `choose_slug` is given a test for slugs that
    /// other open contributions have and answers the slug to use.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when no draft has the key, [`StoreError::Step`] when the contribution
    /// cannot be changed any more, [`StoreError::TooMany`] beyond the terms; else when the database
    /// fails.
    pub fn receive(
        &self,
        key: &SecretKey,
        now: Moment,
        terms: Terms,
        choose_slug: impl Fn(&Contribution, &dyn Fn(&Slug) -> bool) -> Slug + Send + 'static,
    ) -> Result<Sent> {
        self.receive_with(key, now, terms, WithMail::default(), choose_slug)
    }

    /// The same with an address for mail, which is kept in the same transaction.
    ///
    /// # Errors
    /// As [`Store::receive`].
    pub fn receive_with(
        &self,
        key: &SecretKey,
        now: Moment,
        terms: Terms,
        mail: WithMail,
        choose_slug: impl Fn(&Contribution, &dyn Fn(&Slug) -> bool) -> Slug + Send + 'static,
    ) -> Result<Sent> {
        let key = key.clone();
        self.write(0, move |sql| {
            let hash = key.hash();
            let hash: Value<'_> = hash.as_bytes().as_slice().into();
            let lock = sql.for_update();
            let Some(row) = sql.row(&format!("{SELECT} WHERE send_key = $1{lock}"), &[hash])? else {
                // A key that has sent a new version leads to the contribution that has it now.
                let changed = "SELECT contribution FROM sent_keys WHERE key = $1";
                let mut row = sql.row(changed, &[hash])?.ok_or(StoreError::Unknown)?;
                return Ok(Sent { id: parse_id(&row.text()?)?, first: false, is_change: true });
            };
            let found = contribution(row)?;
            if found.state != State::Draft {
                return Ok(Sent { id: found.id, first: false, is_change: false });
            }
            let of = "SELECT changes, upload_key FROM contributions WHERE id = $1";
            let mut more = sql.row(of, &[found.id.as_str().into()])?.ok_or(StoreError::Unknown)?;
            let (changes, has_upload) = (more.maybe_text()?, !more.is_null()?);
            match changes {
                Some(target) => {
                    let target = parse_id(&target)?;
                    // A confirmed address lets a new version out as it let the first one.
                    let hold = terms.hold && !(mail.releases && is_confirmed(sql, &target)?);
                    change(sql, &found, &target, hash, Terms { hold, ..terms }, now)
                }
                None => {
                    refuse_crowd(sql, terms)?;
                    let sent = accept(sql, &found, terms, now, &choose_slug)?;
                    // The file lies among the files of the entry now. The form stays while its writer may change it.
                    if has_upload {
                        forget_upload(sql, &sent.id)?;
                    }
                    if let Some(seal) = &mail.address {
                        keep_address(sql, &sent.id, &seal(&sent.id)?, now)?;
                    }
                    Ok(sent)
                }
            }
        })
    }

    /// What the form of a draft held, by its one-time key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn form_of_key(&self, key: &SecretKey) -> Result<Option<String>> {
        let hash = key.hash();
        self.read(|sql| {
            let statement = "SELECT form FROM contributions WHERE send_key = $1 AND state = 'draft'";
            let row = sql.row(statement, &[hash.as_bytes().as_slice().into()])?;
            row.map(|mut row| row.text()).transpose()
        })
    }

    /// A draft that was not sent yet, by its one-time key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn drafted(&self, key: &SecretKey) -> Result<Option<Drafted>> {
        let hash = key.hash();
        self.read(|sql| {
            let statement =
                "SELECT created, proof FROM contributions WHERE send_key = $1 AND state = 'draft'";
            let row = sql.row(statement, &[hash.as_bytes().as_slice().into()])?;
            row.map(|mut row| {
                let at = row.int()?;
                Ok(Drafted { at, proof: row.maybe_text()?.as_deref().and_then(Proof::parse) })
            })
            .transpose()
        })
    }

    /// What the form of a contribution held, which can still be changed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn form_of(&self, id: &ContributionId) -> Result<Option<String>> {
        self.read(|sql| {
            let statement = "SELECT form FROM contributions WHERE id = $1 AND form <> ''";
            let row = sql.row(statement, &[id.as_str().into()])?;
            row.map(|mut row| row.text()).transpose()
        })
    }

    /// Keeps a file that came with a form, so that nobody has to choose it twice.
    ///
    /// # Errors
    /// When the database fails.
    pub fn keep_upload(&self, key: &SecretKey, name: &str, bytes: &[u8], now: Moment) -> Result<()> {
        let (hash, name, bytes) = (key.hash(), name.to_owned(), bytes.to_vec());
        self.write(bytes.len(), move |sql| {
            sql.execute(
                "INSERT INTO uploads (key, name, bytes, created) VALUES ($1, $2, $3, $4)",
                &[hash.as_bytes().as_slice().into(), (&name).into(), bytes.as_slice().into(), now.into()],
            )?;
            make_room(sql, MAX_DRAFT_BYTES, "")
        })
    }

    /// The file of a key: its name and its content.
    ///
    /// # Errors
    /// When the database fails.
    pub fn upload(&self, key: &SecretKey) -> Result<Option<(String, Vec<u8>)>> {
        let hash = key.hash();
        self.read(|sql| {
            let statement = "SELECT name, bytes FROM uploads WHERE key = $1";
            let row = sql.row(statement, &[hash.as_bytes().as_slice().into()])?;
            row.map(|mut row| Ok((row.text()?, row.bytes()?))).transpose()
        })
    }

    /// Forgets drafts that were never sent, and the files that were kept for forms.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_drafts_before(&self, moment: Moment) -> Result<usize> {
        let old = "SELECT id FROM contributions WHERE state = 'draft' AND created < $1 LIMIT 1";
        let old_upload = "SELECT name FROM uploads WHERE created < $1 LIMIT 1";
        let is_there = self.read(|sql| {
            let moment = [moment.into()];
            Ok(sql.row(old, &moment)?.is_some() || sql.row(old_upload, &moment)?.is_some())
        })?;
        if !is_there {
            return Ok(0);
        }
        self.write(0, move |sql| {
            sql.execute("DELETE FROM uploads WHERE created < $1", &[moment.into()])?;
            sql.execute("DELETE FROM contributions WHERE state = 'draft' AND created < $1", &[moment.into()])
        })
    }
}

/// Chooses a slug for a draft, with a test for those that are taken.
type ChooseSlug<'a> = dyn Fn(&Contribution, &dyn Fn(&Slug) -> bool) -> Slug + 'a;

/// A draft becomes a contribution.
fn accept(
    sql: &mut dyn Sql,
    draft: &Contribution,
    terms: Terms,
    now: Moment,
    choose_slug: &ChooseSlug<'_>,
) -> Result<Sent> {
    let id = &draft.id;
    let slug =
        if draft.ask.takes_slug() { choose_free(sql, draft, choose_slug)? } else { draft.slug.clone() };
    // The slug first: a sent contribution with a taken one would break the index.
    sql.execute(
        "UPDATE contributions SET slug = $1, received = $2, place = $3 WHERE id = $4",
        &[
            slug.as_str().into(),
            now.into(),
            terms.place.as_ref().map(|place| place.as_bytes()).into(),
            id.as_str().into(),
        ],
    )?;
    let next = if terms.hold { State::Held } else { State::Queued };
    steps(sql, id, State::Draft, &[State::Received, next], None, now)?;
    Ok(Sent { id: id.clone(), first: true, is_change: false })
}

/// Has a slug chosen that no open contribution has. They are asked for one by one, because a list of all of
/// them would make each contribution dearer than the one before.
fn choose_free(sql: &mut dyn Sql, draft: &Contribution, choose_slug: &ChooseSlug<'_>) -> Result<Slug> {
    let sql = RefCell::new(sql);
    let failure = Cell::new(None);
    let is_taken = |slug: &Slug| {
        is_open_slug(&mut **sql.borrow_mut(), draft.kind, slug).unwrap_or_else(|error| {
            failure.set(Some(error));
            false
        })
    };
    let slug = choose_slug(draft, &is_taken);
    failure.take().map_or(Ok(slug), Err)
}

/// A draft becomes a new version of a contribution: same id, same folder, same branch.
fn change(
    sql: &mut dyn Sql,
    draft: &Contribution,
    target: &ContributionId,
    key: Value<'_>,
    terms: Terms,
    now: Moment,
) -> Result<Sent> {
    let found = find_to_change(sql, target)?;
    // The handler has seen to it; a new version that asks for something else would be another thing.
    if found.ask != draft.ask || found.kind != draft.kind {
        return Err(StoreError::Unknown);
    }
    let (from, to) = (draft.id.as_str(), target.as_str());
    sql.execute("DELETE FROM files WHERE contribution = $1", &[to.into()])?;
    sql.execute("UPDATE files SET contribution = $1 WHERE contribution = $2", &[to.into(), from.into()])?;
    let mut row = sql
        .row("SELECT form, consent, consent_version FROM contributions WHERE id = $1", &[from.into()])?
        .ok_or(StoreError::Unknown)?;
    let (form, consent, version) = (row.text()?, row.text()?, row.text()?);
    sql.execute(
        "UPDATE contributions SET title = $1, author = $2, words = $3, form = $4, consent = $5,
             consent_version = $6, changed = $7, version = version + 1, attempts = 0, next_try = 0,
             reason = NULL, confirmed_domain = NULL WHERE id = $8",
        &[
            (&draft.title).into(),
            draft.author.as_ref().into(),
            (&draft.words).into(),
            (&form).into(),
            (&consent).into(),
            (&version).into(),
            now.into(),
            to.into(),
        ],
    )?;
    step(sql, target, found.state, State::Updated, None, now)?;
    if terms.hold || found.state == State::Held {
        step(sql, target, State::Updated, State::Held, None, now)?;
    }
    forget_upload(sql, &draft.id)?;
    sql.execute("DELETE FROM contributions WHERE id = $1", &[from.into()])?;
    sql.execute("INSERT INTO sent_keys (key, contribution) VALUES ($1, $2)", &[key, to.into()])?;
    Ok(Sent { id: target.clone(), first: true, is_change: true })
}

fn refuse_crowd(sql: &mut dyn Sql, terms: Terms) -> Result<()> {
    let mut count = |more: &str, values: &[Value<'_>]| -> Result<i64> {
        let statement = format!("SELECT count(*) FROM contributions WHERE state IN {OPEN}{more}");
        sql.row(&statement, values)?.map_or(Ok(0), |mut row| row.int())
    };
    if let (Some(place), Some(most)) = (&terms.place, terms.most_from_one_place)
        && count(" AND place = $1", &[place.as_bytes().into()])? >= i64::from(most)
    {
        return Err(StoreError::TooMany(Crowd::OnePlace));
    }
    if let Some(most) = terms.most_open
        && count("", &[])? >= i64::from(most)
    {
        return Err(StoreError::TooMany(Crowd::Everywhere));
    }
    Ok(())
}

/// Forgets the oldest files and drafts that were never sent, until the rest fits into `limit` bytes.
/// The draft `newest` stays whatever its size.
pub(super) fn make_room(sql: &mut dyn Sql, limit: i64, newest: &str) -> Result<()> {
    loop {
        let held = sql.row("SELECT bytes FROM held", &[])?.map_or(Ok(0), |mut row| row.int())?;
        if held <= limit {
            return Ok(());
        }
        let uploads = sql.execute(
            "DELETE FROM uploads WHERE key = (SELECT key FROM uploads ORDER BY created, key LIMIT 1)
                 AND (SELECT count(*) FROM uploads) > 1",
            &[],
        )?;
        // A draft is somebody's work; a file can be chosen once more.
        if uploads > 0 {
            continue;
        }
        let drafts = sql.execute(
            "DELETE FROM contributions WHERE id = (SELECT id FROM contributions
                 WHERE state = 'draft' AND id <> $1 ORDER BY created, id LIMIT 1)",
            &[newest.into()],
        )?;
        if drafts == 0 {
            return Ok(());
        }
    }
}
