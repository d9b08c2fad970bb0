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
    /// Waiting for the worker.
    Queued,
    /// On a branch, waiting for a maintainer.
    Proposed,
    /// On the main branch.
    Published,
    /// A maintainer said no, with a reason.
    Declined,
    /// Its writer took it back.
    Withdrawn,
    /// The worker gave up; a maintainer can have it tried again.
    Failed,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 8] = [
        State::Draft,
        State::Received,
        State::Queued,
        State::Proposed,
        State::Published,
        State::Declined,
        State::Withdrawn,
        State::Failed,
    ];

    /// The name in the store, in JSON and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            State::Draft => "draft",
            State::Received => "received",
            State::Queued => "queued",
            State::Proposed => "proposed",
            State::Published => "published",
            State::Declined => "declined",
            State::Withdrawn => "withdrawn",
            State::Failed => "failed",
        }
    }

    /// The state of that name.
    pub fn from_name(name: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether `next` may follow. Everything the store does goes through this table.
    pub fn may_become(self, next: State) -> bool {
        use State::{Declined, Draft, Failed, Proposed, Published, Queued, Received, Withdrawn};
        match self {
            Draft => matches!(next, Received),
            Received => matches!(next, Queued | Declined | Withdrawn),
            Queued => matches!(next, Proposed | Published | Failed | Declined | Withdrawn),
            Proposed => matches!(next, Published | Declined | Withdrawn | Failed),
            Failed => matches!(next, Queued | Published | Declined | Withdrawn),
            // Whoever was declined may still have the words erased.
            Declined => matches!(next, Withdrawn),
            Published | Withdrawn => false,
        }
    }

    /// Whether somebody still has something to do: its slug is taken.
    pub fn is_open(self) -> bool {
        matches!(self, State::Received | State::Queued | State::Proposed | State::Failed)
    }
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
        for end in [State::Published, State::Declined, State::Withdrawn] {
            let next: Vec<State> = State::ALL.into_iter().filter(|next| end.may_become(*next)).collect();
            let erased = [State::Withdrawn];
            assert_eq!(next, if end == State::Declined { &erased[..] } else { &[] }, "{end:?}");
            assert!(!end.is_open());
        }
    }

    #[test]
    fn every_state_but_the_first_can_be_reached() {
        for state in State::ALL.into_iter().filter(|state| *state != State::Draft) {
            assert!(State::ALL.into_iter().any(|earlier| earlier.may_become(state)), "{state:?}");
        }
    }
}
