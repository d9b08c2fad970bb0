//! E-mail, off unless a server is named: one mail that asks whether an address is right, then news of
//! the contribution. The address is sealed before it reaches the store, opened only to send, to show
//! it to its owner and to hand out a copy, and never logged, committed or told to a forge.
//!
//! `address` is what was given, `seal` what the store keeps of it, `letter` the words, `post` the way
//! to the server, `sender` what takes mails from the outbox of the store.

mod address;
pub mod letter;
pub mod post;
mod seal;
pub mod sender;

pub use address::MailAddress;
pub use seal::{MailKey, Opened};

use crate::queue::store::KeptAddress;
use crate::secret::ContributionId;

/// What pages need to know of mail.
pub struct Desk {
    /// Opens what is sealed.
    pub key: MailKey,
    /// Whether mail is sent. Where it was once, what is kept can still be seen and forgotten.
    pub sends: bool,
    /// Whether a confirmed address lets out what is held.
    pub confirmed_releases: bool,
    /// How long an address is kept after the end of its contribution, in days.
    pub kept_days: u32,
}

impl Desk {
    /// The address of a contribution for its owner, or a sign that it does not open any more.
    pub fn shown(&self, id: &ContributionId, kept: &KeptAddress) -> String {
        self.key.open(id, &kept.sealed).map_or_else(|| "…".to_owned(), |opened| opened.address.masked())
    }
}
