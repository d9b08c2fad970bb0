//! The mails that are owed: an outbox in the same database, so that a mail is owed exactly when the step
//! it tells of is on disk. A mail is taken for a while, by one replica, and counted for the day.

use super::mail::{DAY, KeptAddress, forget_address, is_confirmed, kept};
use super::rows::{find, parse_id};
use super::sql::Sql;
use super::{Result, Store, StoreError};
use crate::queue::job::{Contribution, Moment, State};
use crate::secret::ContributionId;

/// What a mail tells. A closed list, so that it survives a restart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MailKind {
    /// Asks whether the address belongs to whoever gave it.
    Confirm,
    /// People can read it.
    Proposed,
    /// A maintainer asks for something.
    ChangesRequested,
    /// It is in the catalogue.
    Published,
    /// A maintainer said no.
    Declined,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [MailKind; 5] = [
        MailKind::Confirm,
        MailKind::Proposed,
        MailKind::ChangesRequested,
        MailKind::Published,
        MailKind::Declined,
    ];

    /// The name in the store, in logs and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            MailKind::Confirm => "confirm",
            MailKind::Proposed => "proposed",
            MailKind::ChangesRequested => "changes-requested",
            MailKind::Published => "published",
            MailKind::Declined => "declined",
        }
    }

    fn from_name(name: &str) -> Option<MailKind> {
        MailKind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The mail that a step is worth. What its writer did is no news to its writer.
    fn of_step(from: State, next: State) -> Option<MailKind> {
        match next {
            State::Proposed if from == State::Queued => Some(MailKind::Proposed),
            State::ChangesRequested => Some(MailKind::ChangesRequested),
            State::Published => Some(MailKind::Published),
            State::Declined => Some(MailKind::Declined),
            _ => None,
        }
    }
}

/// How many mails a day may go to one address and to one domain; nothing for as many as there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MailCaps {
    /// To one address.
    pub address: Option<u32>,
    /// To all addresses of one domain.
    pub domain: Option<u32>,
}

/// A mail that is ours to send.
#[derive(Debug, Clone)]
pub struct DueMail {
    /// What it is about.
    pub contribution: Contribution,
    /// What it tells.
    pub kind: MailKind,
    /// When it came to be owed. With the two above it is the mail's name.
    pub owed: Moment,
    /// How often it was tried, this time included.
    pub tries: u32,
    /// Where it goes.
    pub address: KeptAddress,
    /// A maintainer's words.
    pub note: Option<String>,
}

/// What became of asking for a mail to send.
#[derive(Debug)]
pub enum Taken {
    /// Nothing is due.
    Nothing,
    /// This one.
    Mail(Box<DueMail>),
    /// Too many went there today: it waits until tomorrow.
    Waits(ContributionId),
    /// Too many went there today. It was for confirming, so it is not sent at all and the address is
    /// forgotten: nobody may fill a stranger's mailbox day after day.
    Dropped(ContributionId),
}

impl Store {
    /// The next mail that is due, which is ours until `lease`: then it is due again, here or at another
    /// replica. Its first try counts for the day.
    ///
    /// # Errors
    /// When the database fails.
    pub fn take_mail(&self, caps: MailCaps, now: Moment, lease: Moment) -> Result<Taken> {
        let due = "SELECT attempts FROM mails WHERE next_try <= $1 LIMIT 1";
        if self.read(|sql| sql.row(due, &[now.into()]))?.is_none() {
            return Ok(Taken::Nothing);
        }
        let taken = self.write(0, move |sql| take(sql, caps, now, lease))?;
        if matches!(taken, Taken::Dropped(_)) {
            self.forget_for_good();
        }
        Ok(taken)
    }

    /// A mail is sent, or there is no use in trying again.
    ///
    /// # Errors
    /// When the database fails.
    pub fn mail_done(&self, mail: &DueMail) -> Result<()> {
        let (id, kind, owed) = name_of(mail);
        self.write(0, move |sql| {
            sql.execute(
                "DELETE FROM mails WHERE contribution = $1 AND kind = $2 AND owed = $3",
                &[id.as_str().into(), kind.into(), owed.into()],
            )?;
            Ok(())
        })
    }

    /// A mail could not be sent and is due again at this moment.
    ///
    /// # Errors
    /// When the database fails.
    pub fn mail_delayed(&self, mail: &DueMail, next_try: Moment) -> Result<()> {
        let (id, kind, owed) = name_of(mail);
        self.write(0, move |sql| {
            sql.execute(
                "UPDATE mails SET next_try = $1 WHERE contribution = $2 AND kind = $3 AND owed = $4",
                &[next_try.into(), id.as_str().into(), kind.into(), owed.into()],
            )?;
            Ok(())
        })
    }
}

fn name_of(mail: &DueMail) -> (ContributionId, &'static str, Moment) {
    (mail.contribution.id.clone(), mail.kind.name(), mail.owed)
}

/// Owes the mail that a step is worth, in the transaction of the step.
pub(super) fn owe_news(
    sql: &mut dyn Sql,
    id: &ContributionId,
    from: State,
    next: State,
    now: Moment,
) -> Result<()> {
    match MailKind::of_step(from, next) {
        Some(kind) if is_confirmed(sql, id)? => owe(sql, id, kind, now),
        _ => Ok(()),
    }
}

pub(super) fn owe(sql: &mut dyn Sql, id: &ContributionId, kind: MailKind, now: Moment) -> Result<()> {
    // The same news twice within a second is one mail.
    sql.execute(
        "INSERT INTO mails (contribution, kind, owed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        &[id.as_str().into(), kind.name().into(), now.into()],
    )?;
    Ok(())
}

fn take(sql: &mut dyn Sql, caps: MailCaps, now: Moment, lease: Moment) -> Result<Taken> {
    // Only the mail is locked: its address is read below, when nobody else has the mail.
    let select = format!(
        "SELECT contribution, kind, owed, attempts FROM mails WHERE next_try <= $1
             ORDER BY next_try, owed, contribution LIMIT 1{}",
        sql.for_update_skip_locked()
    );
    let Some(mut row) = sql.row(&select, &[now.into()])? else { return Ok(Taken::Nothing) };
    let (id, kind) = (parse_id(&row.text()?)?, row.text()?);
    let kind = MailKind::from_name(&kind).ok_or_else(|| StoreError::Corrupt("kind of mail".to_owned()))?;
    let (owed, attempts) = (row.int()?, row.int()?);
    let of_address = "SELECT address_hash, domain_hash, sealed, given, confirmed FROM mail_addresses
        WHERE contribution = $1";
    let address = sql.row(of_address, &[id.as_str().into()])?;
    let (Some(mut row), Some(contribution)) = (address, find(sql, &id)?) else {
        forget_address(sql, &id)?;
        return Ok(Taken::Nothing);
    };
    let (address_hash, domain_hash) = (row.bytes()?, row.bytes()?);
    let address = kept(&mut row)?;
    if attempts == 0 {
        let day = now.div_euclid(DAY);
        let counted = [(&address_hash, caps.address), (&domain_hash, caps.domain)];
        for (hash, most) in counted {
            if let Some(most) = most
                && counted_today(sql, day, hash)? >= i64::from(most)
            {
                return too_many(sql, &id, kind, owed, (day + 1) * DAY);
            }
        }
        for (hash, _) in counted {
            sql.execute(
                "INSERT INTO mail_counts (day, hash, mails) VALUES ($1, $2, 1)
                     ON CONFLICT (day, hash) DO UPDATE SET mails = mail_counts.mails + 1",
                &[day.into(), hash.as_slice().into()],
            )?;
        }
    }
    sql.execute(
        "UPDATE mails SET attempts = attempts + 1, next_try = $1
             WHERE contribution = $2 AND kind = $3 AND owed = $4",
        &[lease.into(), id.as_str().into(), kind.name().into(), owed.into()],
    )?;
    let note = "SELECT note FROM events WHERE contribution = $1 AND state = $2 AND at = $3
        ORDER BY number DESC LIMIT 1";
    let note = sql
        .row(note, &[id.as_str().into(), kind.name().into(), owed.into()])?
        .map_or(Ok(None), |mut row| row.maybe_text())?;
    let tries = u32::try_from(attempts + 1).map_err(|_| StoreError::Corrupt("attempts".to_owned()))?;
    Ok(Taken::Mail(Box::new(DueMail { contribution, kind, owed, tries, address, note })))
}

fn counted_today(sql: &mut dyn Sql, day: Moment, hash: &[u8]) -> Result<i64> {
    let statement = "SELECT mails FROM mail_counts WHERE day = $1 AND hash = $2";
    sql.row(statement, &[day.into(), hash.into()])?.map_or(Ok(0), |mut row| row.int())
}

fn too_many(
    sql: &mut dyn Sql,
    id: &ContributionId,
    kind: MailKind,
    owed: Moment,
    tomorrow: Moment,
) -> Result<Taken> {
    if kind == MailKind::Confirm {
        forget_address(sql, id)?;
        return Ok(Taken::Dropped(id.clone()));
    }
    sql.execute(
        "UPDATE mails SET next_try = $1 WHERE contribution = $2 AND kind = $3 AND owed = $4",
        &[tomorrow.into(), id.as_str().into(), kind.name().into(), owed.into()],
    )?;
    Ok(Taken::Waits(id.clone()))
}
