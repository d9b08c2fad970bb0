//! Addresses for mail. The store sees none of them: only what is sealed, and keyed hashes to count by.

use super::outbox::{MailKind, owe};
use super::rows::{add_event, find_to_change, parse_id, step};
use super::sql::{Row, Sql};
use super::{Result, Store, StoreError};
use crate::queue::job::{Moment, State};
use crate::secret::{ContributionId, KeyHash, PlaceHash, SecretKey};

/// How long a link for confirming works, in seconds. An address that nobody confirmed by then goes.
pub const CONFIRM_WITHIN: Moment = 7 * DAY;
/// A day, in seconds.
pub const DAY: Moment = 24 * 60 * 60;

/// An address as the store takes it.
#[derive(Clone)]
pub struct NewAddress {
    /// The address and the key of the status page, encrypted.
    pub sealed: Vec<u8>,
    /// What tells this address from others, to count by.
    pub address: PlaceHash,
    /// The same for its domain.
    pub domain: PlaceHash,
    /// The hash of what its confirmation mail carries.
    pub token: KeyHash,
}

/// An address as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAddress {
    /// The address and the key of the status page, encrypted.
    pub sealed: Vec<u8>,
    /// When it was given.
    pub given: Moment,
    /// When its owner confirmed it.
    pub confirmed: Option<Moment>,
}

/// Makes the address that is kept for a contribution, once its id is known.
pub type MakeAddress = Box<dyn Fn(&ContributionId) -> Result<NewAddress> + Send>;

/// What comes with a one-time key that is sent.
#[derive(Default)]
pub struct WithMail {
    /// Whether a confirmed address releases what is held.
    pub releases: bool,
    /// Makes an address for the contribution of the key, where one was given.
    pub address: Option<MakeAddress>,
}

/// What became of an address that was confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation {
    /// Whether this call was the first one.
    pub first: bool,
    /// Whether the contribution goes on to the forge because of it.
    pub released: bool,
}

impl Store {
    /// Keeps an address, in place of the one that was there, and owes it a mail for confirming.
    ///
    /// # Errors
    /// When there is no such contribution, it has ended, or the database fails.
    pub fn keep_address(&self, id: &ContributionId, address: NewAddress, now: Moment) -> Result<()> {
        let id = id.clone();
        self.write(0, move |sql| {
            let found = find_to_change(sql, &id)?;
            if !found.state.is_open() {
                return Err(StoreError::Step(found.state.name(), "sent mail"));
            }
            keep_address(sql, &id, &address, now)
        })?;
        // Another address may have been there.
        self.forget_for_good();
        Ok(())
    }

    /// The address of a contribution.
    ///
    /// # Errors
    /// When the database fails.
    pub fn address(&self, id: &ContributionId) -> Result<Option<KeptAddress>> {
        let statement = "SELECT sealed, given, confirmed FROM mail_addresses WHERE contribution = $1";
        self.read(|sql| sql.row(statement, &[id.as_str().into()])?.map(|mut row| kept(&mut row)).transpose())
    }

    /// Forgets the address of a contribution and the mails that are owed to it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_address(&self, id: &ContributionId) -> Result<()> {
        let id = id.clone();
        self.write(0, move |sql| forget_address(sql, &id))?;
        self.forget_for_good();
        Ok(())
    }

    /// The address that this token confirms, while it does.
    ///
    /// # Errors
    /// When the database fails.
    pub fn address_to_confirm(
        &self,
        id: &ContributionId,
        token: &SecretKey,
        now: Moment,
    ) -> Result<Option<KeptAddress>> {
        self.read(|sql| to_confirm(sql, id, token, now))
    }

    /// Whoever has this token has read the mail: the address is theirs. What is held goes on where a
    /// confirmed address `releases`. `domain` is the organisation's domain that the address belongs to.
    /// Answers nothing where the token confirms nothing (any more).
    ///
    /// # Errors
    /// When the database fails.
    pub fn confirm_address(
        &self,
        id: &ContributionId,
        token: &SecretKey,
        domain: Option<&str>,
        releases: bool,
        now: Moment,
    ) -> Result<Option<Confirmation>> {
        let (id, token, domain) = (id.clone(), token.clone(), domain.map(str::to_owned));
        self.write(0, move |sql| {
            let found = find_to_change(sql, &id)?;
            let Some(address) = to_confirm(sql, &id, &token, now)? else { return Ok(None) };
            if address.confirmed.is_some() {
                return Ok(Some(Confirmation { first: false, released: false }));
            }
            sql.execute(
                "UPDATE mail_addresses SET confirmed = $1 WHERE contribution = $2",
                &[now.into(), id.as_str().into()],
            )?;
            sql.execute(
                "UPDATE contributions SET confirmed_domain = COALESCE($1, confirmed_domain) WHERE id = $2",
                &[domain.as_ref().into(), id.as_str().into()],
            )?;
            let released = match found.state {
                State::Held => {
                    step(sql, &id, State::Held, State::Confirmed, None, now)?;
                    // What a maintainer has looked at waits for a maintainer.
                    let next = if releases && !was_spam(sql, &id)? { State::Queued } else { State::Held };
                    step(sql, &id, State::Confirmed, next, None, now)?;
                    next == State::Queued
                }
                state => {
                    if state.is_open() {
                        add_event(sql, &id, State::Confirmed, None, now)?;
                    }
                    false
                }
            };
            Ok(Some(Confirmation { first: true, released }))
        })
    }

    /// The domain of an organisation whose address was confirmed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn confirmed_domain(&self, id: &ContributionId) -> Result<Option<String>> {
        let statement = "SELECT confirmed_domain FROM contributions WHERE id = $1";
        self.read(|sql| {
            sql.row(statement, &[id.as_str().into()])?.map_or(Ok(None), |mut row| row.maybe_text())
        })
    }

    /// Forgets the addresses of what ended before a moment, those that nobody has confirmed in time,
    /// and what was counted on earlier days. Answers how many addresses went.
    ///
    /// # Errors
    /// When the database fails.
    pub fn forget_old_addresses(&self, ended_before: Moment, now: Moment) -> Result<usize> {
        const OLD: &str = "SELECT a.contribution FROM mail_addresses a
            JOIN contributions c ON c.id = a.contribution
            WHERE (a.confirmed IS NULL AND a.given < $1)
                OR (c.updated < $2 AND c.state IN ('published', 'declined', 'withdrawn', 'spam'))";
        let count = self.write(0, move |sql| {
            sql.execute("DELETE FROM mail_counts WHERE day < $1", &[(now.div_euclid(DAY) - 1).into()])?;
            let old = sql.rows(OLD, &[(now - CONFIRM_WITHIN).into(), ended_before.into()])?;
            let ids = old.into_iter().map(|mut row| parse_id(&row.text()?)).collect::<Result<Vec<_>>>()?;
            for id in &ids {
                forget_address(sql, id)?;
            }
            Ok(ids.len())
        })?;
        if count > 0 {
            self.forget_for_good();
        }
        Ok(count)
    }
}

pub(super) fn keep_address(
    sql: &mut dyn Sql,
    id: &ContributionId,
    address: &NewAddress,
    now: Moment,
) -> Result<()> {
    forget_address(sql, id)?;
    sql.execute(
        "INSERT INTO mail_addresses (contribution, sealed, address_hash, domain_hash, token, given)
             VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            id.as_str().into(),
            address.sealed.as_slice().into(),
            address.address.as_bytes().into(),
            address.domain.as_bytes().into(),
            address.token.as_bytes().as_slice().into(),
            now.into(),
        ],
    )?;
    owe(sql, id, MailKind::Confirm, now)
}

/// Forgets an address and what is owed to it.
pub(super) fn forget_address(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    sql.execute("DELETE FROM mails WHERE contribution = $1", &[id.as_str().into()])?;
    sql.execute("DELETE FROM mail_addresses WHERE contribution = $1", &[id.as_str().into()])?;
    Ok(())
}

/// Forgets who confirmed it as well: nothing of mail is left.
pub(super) fn erase_mail(sql: &mut dyn Sql, id: &ContributionId) -> Result<()> {
    forget_address(sql, id)?;
    sql.execute("UPDATE contributions SET confirmed_domain = NULL WHERE id = $1", &[id.as_str().into()])?;
    Ok(())
}

/// Whether the contribution has an address that its owner has confirmed.
pub(super) fn is_confirmed(sql: &mut dyn Sql, id: &ContributionId) -> Result<bool> {
    let confirmed = "SELECT given FROM mail_addresses WHERE contribution = $1 AND confirmed IS NOT NULL";
    Ok(sql.row(confirmed, &[id.as_str().into()])?.is_some())
}

fn was_spam(sql: &mut dyn Sql, id: &ContributionId) -> Result<bool> {
    let spam = "SELECT at FROM events WHERE contribution = $1 AND state = 'spam' LIMIT 1";
    Ok(sql.row(spam, &[id.as_str().into()])?.is_some())
}

pub(super) fn kept(row: &mut Row) -> Result<KeptAddress> {
    Ok(KeptAddress { sealed: row.bytes()?, given: row.int()?, confirmed: row.maybe_int()? })
}

fn to_confirm(
    sql: &mut dyn Sql,
    id: &ContributionId,
    token: &SecretKey,
    now: Moment,
) -> Result<Option<KeptAddress>> {
    let statement = "SELECT token, sealed, given, confirmed FROM mail_addresses WHERE contribution = $1";
    let Some(mut row) = sql.row(statement, &[id.as_str().into()])? else { return Ok(None) };
    let hash = KeyHash::from_bytes(&row.bytes()?).ok_or_else(|| StoreError::Corrupt("token".to_owned()))?;
    let address = kept(&mut row)?;
    Ok(Some(address).filter(|address| hash.matches(token) && now < address.given + CONFIRM_WITHIN))
}
