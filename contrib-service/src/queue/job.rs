//! The life of a contribution, as types: its states, which may follow which, and what the worker
//! has to do.

use generator::model::{Kind, Slug};

use super::ask::Ask;
use crate::secret::{ContributionId, KeyHash};

/// A moment, in seconds since 1970 (UTC). Handed in everywhere, so that tests need no clock.
pub type Moment = i64;

/// Where a contribution stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Shown as a preview; its writer has not sent it.
    Draft,
    /// Sent, and on disk.
    Received,
    /// Its writer has shown that the e-mail address is theirs.
    Confirmed,
    /// Waiting for a maintainer to let it out to the forge.
    Held,
    /// Waiting for the worker.
    Queued,
    /// At the forge, waiting for a maintainer.
    Proposed,
    /// A maintainer asks its writer for something.
    ChangesRequested,
    /// Its writer has sent a new version, which waits for the worker.
    Updated,
    /// On the main branch.
    Published,
    /// A maintainer said no, with a reason.
    Declined,
    /// Its writer took it back.
    Withdrawn,
    /// A maintainer took it for advertising or abuse.
    Spam,
    /// The worker gave up; a maintainer can have it tried again.
    Failed,
}

/// Which state may follow which: the whole life, and the only place that says so. A new version goes
/// through [`State::Updated`] as the first one goes through [`State::Received`].
const STEPS: &[(State, &[State])] = {
    use State::{
        ChangesRequested, Confirmed, Declined, Draft, Failed, Held, Proposed, Published, Queued, Received,
        Spam, Updated, Withdrawn,
    };
    &[
        (Draft, &[Received]),
        (Received, &[Confirmed, Held, Queued, Declined, Withdrawn, Spam]),
        (Confirmed, &[Held, Queued, Declined, Withdrawn, Spam]),
        (Held, &[Confirmed, Queued, Updated, Declined, Withdrawn, Spam]),
        (Queued, &[Proposed, Updated, Published, Failed, Declined, Withdrawn, Spam]),
        (Proposed, &[ChangesRequested, Updated, Published, Failed, Declined, Withdrawn, Spam]),
        // What a maintainer asked for may be withdrawn by the maintainer: then it waits as before.
        (ChangesRequested, &[Proposed, Updated, Published, Failed, Declined, Withdrawn, Spam]),
        (Updated, &[Held, Proposed, Updated, Published, Failed, Declined, Withdrawn, Spam]),
        (Failed, &[Queued, Updated, Published, Declined, Withdrawn, Spam]),
        // Whoever was declined may still have the words erased.
        (Declined, &[Withdrawn]),
        // A maintainer may have been wrong.
        (Spam, &[Held, Withdrawn]),
        (Published, &[]),
        (Withdrawn, &[]),
    ]
};

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 13] = [
        State::Draft,
        State::Received,
        State::Confirmed,
        State::Held,
        State::Queued,
        State::Proposed,
        State::ChangesRequested,
        State::Updated,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Spam,
        State::Failed,
    ];

    /// The name in the store, in JSON and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Received => "received",
            State::Confirmed => "confirmed",
            State::Held => "held",
            State::Queued => "queued",
            State::Proposed => "proposed",
            State::ChangesRequested => "changes-requested",
            State::Updated => "updated",
            State::Published => "published",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Spam => "spam",
            State::Failed => "failed",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }

    /// The states that may follow.
    pub fn next(self) -> &'static [State] {
        STEPS.iter().find(|(state, _)| *state == self).map_or(&[], |(_, next)| next)
    }

    /// Whether `next` may follow. Everything the store does goes through this table.
    pub fn may_become(self, next: State) -> bool {
        self.next().contains(&next)
    }

    /// Whether somebody still has something to do: its slug is taken.
    pub fn is_open(self) -> bool {
        !matches!(self, State::Draft | State::Published | State::Declined | State::Withdrawn | State::Spam)
    }

    /// Whether it has ended in a way that takes it back from the forge.
    pub fn loses_branch(self) -> bool {
        matches!(self, State::Declined | State::Withdrawn | State::Spam)
    }
}

/// What the writer of a contribution agreed to, word for word, and which version of that text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// The words, as they were read.
    pub text: String,
    /// A name for these words that changes when they do.
    pub version: String,
}

/// A contribution as the store knows it, without its files.
#[derive(Debug, Clone)]
pub struct Contribution {
    /// Its public name.
    pub id: ContributionId,
    /// Where it stands.
    pub state: State,
    /// What it asks for.
    pub ask: Ask,
    /// The kind of the entry it is about.
    pub kind: Kind,
    /// The folder of that entry: the one it adds, or the one it is about.
    pub slug: Slug,
    /// The language its writer reads, for the pages about it.
    pub language: String,
    /// The name of the entry, as its writer put it.
    pub title: String,
    /// Who it is from; only with their consent.
    pub author: Option<String>,
    /// What was written that is in no file: the text of a report.
    pub words: String,
    /// The hash of the key of its status page.
    pub status_key: KeyHash,
    /// When the draft was made.
    pub created: Moment,
    /// When it was sent.
    pub received: Option<Moment>,
    /// When its state last changed.
    pub updated: Moment,
    /// When its newest version was sent, if that is not the first.
    pub changed: Option<Moment>,
    /// How many versions of it were sent.
    pub version: u32,
    /// How often the worker has tried and failed.
    pub attempts: u32,
    /// Not to be tried before.
    pub next_try: Moment,
    /// The commit on its branch, once there is one.
    pub commit: Option<String>,
    /// The request for it, or the issue, on a forge that has such things.
    pub request: Option<RequestLink>,
    /// The reason of the last refusal or failure.
    pub reason: Option<String>,
}

/// One line of a contribution's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub at: Moment,
    /// What it became.
    pub state: State,
    /// A maintainer's words, or what went wrong.
    pub note: Option<String>,
}

/// A pull request or an issue of a forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLink {
    /// Its number in the repository.
    pub number: u64,
    /// Its page.
    pub address: String,
}

/// The name Git gives the content of a file: 40 digits, or 64 in a newer repository.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BlobName(String);

impl BlobName {
    /// The name, or `None` for what Git never writes.
    pub fn parse(text: &str) -> Option<BlobName> {
        let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (matches!(text.len(), 40 | 64) && text.bytes().all(is_digit)).then(|| BlobName(text.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A file of a contribution. The path is relative to the entry's folder, so that a contribution
/// whose slug is taken meanwhile only needs another folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryFile {
    /// Such as `en.md` or `files/canvas.pdf`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The content it was made from and replaces; nothing for a new file. Where the main branch has
    /// other content by now, the two are merged or the conflict is shown, never overwritten.
    pub replaces: Option<BlobName>,
}

impl EntryFile {
    /// A new file.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> EntryFile {
        EntryFile { path: path.into(), bytes, replaces: None }
    }
}

/// What the worker has to do. A closed list with nothing but ids in it, so it survives a restart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Job {
    /// Put the contribution on its branch.
    Propose(ContributionId),
    /// Remove the branch of a contribution that was declined or withdrawn.
    Discard(ContributionId),
}

impl Job {
    /// Which contribution it is about.
    pub fn id(&self) -> &ContributionId {
        match self {
            Job::Propose(id) | Job::Discard(id) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_keeps_its_name() {
        for state in State::ALL {
            assert_eq!(State::from_name(state.name()), Some(state));
        }
    }

    #[test]
    fn what_has_ended_stays_ended() {
        let next = |state: State| state.next().to_vec();
        assert_eq!((next(State::Published), next(State::Withdrawn)), (vec![], vec![]));
        assert_eq!(next(State::Declined), [State::Withdrawn]);
        assert_eq!(next(State::Spam), [State::Held, State::Withdrawn]);
    }

    #[test]
    fn every_state_but_the_first_can_be_reached_from_the_draft() {
        let (mut reached, mut new) = (vec![State::Draft], vec![State::Draft]);
        while let Some(state) = new.pop() {
            let next =
                state.next().iter().filter(|next| !reached.contains(next)).copied().collect::<Vec<_>>();
            reached.extend(&next);
            new.extend(next);
        }
        reached.sort();
        assert_eq!(reached, State::ALL);
    }

    #[test]
    fn whoever_wrote_it_can_take_it_back_until_it_is_published() {
        for state in State::ALL {
            let cannot = matches!(state, State::Draft | State::Published | State::Withdrawn);
            assert_eq!(state.may_become(State::Withdrawn), !cannot, "{state:?}");
        }
    }

    #[test]
    fn a_maintainer_can_say_no_to_everything_that_is_open() {
        for state in State::ALL {
            let open = state.is_open();
            assert_eq!(
                (state.may_become(State::Declined), state.may_become(State::Spam)),
                (open, open),
                "{state:?}"
            );
        }
    }
}
