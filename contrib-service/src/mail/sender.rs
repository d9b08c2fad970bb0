//! Sends what the outbox owes, beside the worker: one mail after another, tried again after a while,
//! given up with a line in the log. A mail is taken for a while, sent, and struck out. Killed between
//! the last two, the service sends that one mail again, under the same Message-ID, which mail programs
//! show once.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use super::letter::{Told, write_letter};
use super::post::{Post, PostError};
use super::{Desk, Opened};
use crate::clock::Clock;
use crate::live_site::LiveSite;
use crate::metrics::Metrics;
use crate::queue::job::Moment;
use crate::queue::store::{DueMail, MailCaps, Store, StoreError, Taken};
use generator::model::site::pick;

/// How long to wait after each failed try, in seconds; after the last one a mail is given up. Together
/// about four days, as mail servers among each other.
const WAITS: [Moment; 12] = [5, 30, 120, 600, 1_800, 3_600, 10_800, 21_600, 43_200, 86_400, 86_400, 86_400];

/// For how long a mail is this sender's, in seconds: longer than it may take.
const LEASE: Moment = 180;

/// How often the outbox is looked at. Another replica may have filled it, so no bell tells.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// Sends mails.
pub struct Sender {
    /// What is owed.
    pub store: Arc<Store>,
    /// What time it is.
    pub clock: Clock,
    /// Opens the addresses.
    pub desk: Arc<Desk>,
    /// Where the mails go.
    pub post: Post,
    /// How many may go.
    pub caps: MailCaps,
    /// The words and the name of the catalogue.
    pub site: LiveSite,
    /// Where people reach the service; ends in a slash.
    pub public: String,
    /// What is counted.
    pub metrics: Arc<Metrics>,
}

impl Sender {
    /// Sends until told to stop; a mail that is on its way is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow_and_update() {
            self.work().await;
            tokio::select! {
                () = tokio::time::sleep(LOOK_AGAIN) => {}
                // A closed channel means that nobody is left to tell us to stop.
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }

    /// Sends everything that is due now.
    pub async fn work(&self) {
        loop {
            let (now, caps) = (self.clock.now(), self.caps);
            match self.with_store(move |store| store.take_mail(caps, now, now + LEASE)).await {
                Ok(Taken::Nothing) => return,
                Ok(Taken::Mail(mail)) => {
                    if let Err(error) = self.deliver(&mail).await {
                        tracing::error!(contribution = %mail.contribution.id, %error, "the store failed");
                        return;
                    }
                }
                Ok(Taken::Waits(id)) => {
                    self.metrics.mail("waits");
                    tracing::warn!(contribution = %id, "too many mails there today; this one waits for tomorrow");
                }
                Ok(Taken::Dropped(id)) => {
                    self.metrics.mail("dropped");
                    tracing::warn!(contribution = %id, "too many mails there today; no confirmation is asked for");
                }
                Err(error) => {
                    tracing::error!(%error, "the outbox cannot be read");
                    return;
                }
            }
        }
    }

    async fn deliver(&self, mail: &DueMail) -> Result<(), StoreError> {
        let (id, kind) = (&mail.contribution.id, mail.kind.name());
        let done = mail.clone();
        let Some(opened) = self.desk.key.open(id, &mail.address.sealed) else {
            self.metrics.mail("given-up");
            tracing::error!(contribution = %id, kind, "its address does not open; was mail-key changed?");
            return self.with_store(move |store| store.mail_done(&done)).await;
        };
        match self.send(mail, &opened).await {
            Ok(()) => {
                self.metrics.mail("sent");
                tracing::info!(contribution = %id, kind, "a mail was sent");
                self.with_store(move |store| store.mail_done(&done)).await
            }
            Err(error) => {
                let wait = wait_after(mail.tries).filter(|_| matches!(error, PostError::Later(_)));
                if let Some(wait) = wait {
                    self.metrics.mail("delayed");
                    tracing::warn!(contribution = %id, kind, %error, "a mail is sent later");
                    let next_try = self.clock.now() + wait;
                    self.with_store(move |store| store.mail_delayed(&done, next_try)).await
                } else {
                    self.metrics.mail("given-up");
                    tracing::error!(contribution = %id, kind, %error, "a mail was given up");
                    self.with_store(move |store| store.mail_done(&done)).await
                }
            }
        }
    }

    async fn send(&self, mail: &DueMail, opened: &Opened) -> Result<(), PostError> {
        let (contribution, catalogue) = (&mail.contribution, self.site.current());
        let language = catalogue.language(&contribution.language, "");
        let settings = &catalogue.site.settings;
        let site = pick(&settings.name, language, &settings.languages).unwrap_or("Interlink").to_owned();
        let page = |rest: String| format!("{}contributions/{}{rest}", self.public, contribution.id);
        let token = self.desk.key.token(&contribution.id, &mail.address.sealed);
        let letter = write_letter(
            catalogue.texts(language),
            mail.kind,
            &Told {
                site: &site,
                title: &contribution.title,
                note: mail.note.as_deref(),
                status: &page(format!("?key={}", opened.status_key.reveal())),
                confirm: &page(format!("/confirm?token={}", token.reveal())),
                entry: &format!(
                    "{}{language}/{}/{}/",
                    self.public,
                    contribution.kind.folder(),
                    contribution.slug
                ),
            },
        );
        self.post.send(&letter, &opened.address, &message_name(mail), self.clock.now()).await
    }

    async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        Store::off_thread(&self.store, work).await
    }
}

/// What two copies of one mail share: it follows from the row of the outbox.
fn message_name(mail: &DueMail) -> String {
    format!("{}.{}.{}", mail.contribution.id, mail.kind.name(), mail.owed)
}

/// How long to wait after so many tries; nothing after the last.
fn wait_after(tries: u32) -> Option<Moment> {
    WAITS.get(usize::try_from(tries).ok()?.checked_sub(1)?).copied()
}

/// Forgets addresses in their time, whether mail is sent or not any more.
pub async fn forget_in_time(store: Arc<Store>, clock: Clock, kept: Moment, mut stop: watch::Receiver<bool>) {
    /// How often, which is soon enough for what is counted in days.
    const EVERY: Duration = Duration::from_secs(10 * 60);
    while !*stop.borrow_and_update() {
        let now = clock.now();
        match Store::off_thread(&store, move |store| store.forget_old_addresses(now - kept, now)).await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "addresses were forgotten in their time"),
            Err(error) => tracing::error!(%error, "addresses cannot be forgotten"),
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outage_of_days_is_waited_for_and_there_is_an_end() {
        assert_eq!(wait_after(1), Some(5));
        assert_eq!(wait_after(12), Some(86_400));
        assert_eq!(wait_after(13), None);
        assert!(WAITS.iter().sum::<Moment>() > 3 * 24 * 60 * 60);
        assert!(LEASE > super::super::post::LONGEST.as_secs() as Moment);
    }
}
