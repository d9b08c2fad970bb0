//! What the forge says of a contribution that waits there: where it stands, and what maintainers wrote. It
//! is read again and again, so what is known already changes nothing and writes nothing.

use super::rows::{find_to_change, set_reason, step, take_back};
use super::sql::Sql;
use super::{Result, Store};
use crate::forge::{Fate, Outcome, Reply};
use crate::queue::job::{Moment, State};
use crate::secret::ContributionId;

/// The most replies of a contribution that are kept, the newest ones.
const MOST: usize = 200;
/// The longest reply, in characters. What is longer stands at the forge.
const LONGEST: usize = 10_000;
/// The longest reason, in characters: what is told at the top and in a mail.
const LONGEST_REASON: usize = 2_000;

impl Store {
    /// What maintainers wrote about a contribution at the forge, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn replies(&self, id: &ContributionId) -> Result<Vec<Reply>> {
        self.read(|sql| known(sql, id))
    }

    /// Keeps what the forge says, and moves the contribution on where that asks for it: to a question for
    /// its writer and back, to its end. A question counts once, until another one is asked: the review
    /// that asked still stands when the answer has been sent.
    ///
    /// # Errors
    /// [`super::StoreError::Step`] when somebody was faster; else when the database fails.
    pub fn heard(&self, id: &ContributionId, outcome: &Outcome, now: Moment) -> Result<()> {
        let skipped = outcome.replies.len().saturating_sub(MOST);
        let replies: Vec<Reply> = outcome.replies[skipped..].iter().map(shortened).collect();
        let (fate, asks) = (outcome.fate, outcome.asks.clone());
        let is_news = self.read(|sql| {
            let known = known(sql, id)?;
            let is_new = |reply: &Reply| !known.contains(reply);
            Ok(replies.iter().any(is_new) || heard_ask(sql, id)? != asks)
        })?;
        if !is_news && matches!(fate, Fate::Open | Fate::ChangesRequested) {
            return Ok(());
        }
        let id = id.clone();
        self.write(0, move |sql| {
            let found = find_to_change(sql, &id)?;
            if !matches!(found.state, State::Proposed | State::ChangesRequested) {
                // Its writer has sent a new version, or it has ended: the next look says what holds then.
                return Ok(());
            }
            for reply in &replies {
                sql.execute(
                    "INSERT INTO replies (contribution, id, at, text) VALUES ($1, $2, $3, $4)
                     ON CONFLICT (contribution, id) DO UPDATE SET text = excluded.text",
                    &[id.as_str().into(), (&reply.id).into(), reply.at.into(), (&reply.text).into()],
                )?;
            }
            let asked = heard_ask(sql, &id)?;
            sql.execute(
                "UPDATE contributions SET heard_ask = $1 WHERE id = $2",
                &[asks.as_ref().into(), id.as_str().into()],
            )?;
            let reason = replies.last().map(|reply| shortened_to(&reply.text, LONGEST_REASON));
            let next = match fate {
                Fate::Published => Some(State::Published),
                Fate::Declined => Some(State::Declined),
                Fate::Gone => Some(State::Failed),
                Fate::Open | Fate::ChangesRequested if asks.is_some() && asks != asked => {
                    Some(State::ChangesRequested)
                }
                // What was asked at the forge is settled there; what was asked here is not.
                Fate::Open | Fate::ChangesRequested if asks.is_none() && asked.is_some() => {
                    Some(State::Proposed)
                }
                Fate::Open | Fate::ChangesRequested => None,
            };
            let Some(next) = next.filter(|next| *next != found.state) else { return Ok(()) };
            let note = (next == State::Failed).then_some("its branch was removed from the repository");
            step(sql, &id, found.state, next, note, now)?;
            let reason = note.map(str::to_owned).or(reason).filter(|_| next != State::Proposed);
            set_reason(sql, &id, reason.as_deref())?;
            if next.loses_branch() { take_back(sql, &id) } else { Ok(()) }
        })
    }
}

fn known(sql: &mut dyn Sql, id: &ContributionId) -> Result<Vec<Reply>> {
    let statement = "SELECT id, at, text FROM replies WHERE contribution = $1";
    let rows = sql.rows(statement, &[id.as_str().into()])?;
    let reply = |mut row: super::sql::Row| Ok(Reply { id: row.text()?, at: row.int()?, text: row.text()? });
    let mut replies = rows.into_iter().map(reply).collect::<Result<Vec<_>>>()?;
    replies.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
    Ok(replies)
}

/// What the forge asked for when it was heard last.
fn heard_ask(sql: &mut dyn Sql, id: &ContributionId) -> Result<Option<String>> {
    let row = sql.row("SELECT heard_ask FROM contributions WHERE id = $1", &[id.as_str().into()])?;
    row.map_or(Ok(None), |mut row| row.maybe_text())
}

/// A reply without characters that a database or a page cannot hold, and not too long.
fn shortened(reply: &Reply) -> Reply {
    Reply { text: shortened_to(&reply.text.replace('\0', ""), LONGEST), ..reply.clone() }
}

fn shortened_to(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}
