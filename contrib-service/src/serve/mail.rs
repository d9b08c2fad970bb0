//! Starts what has to do with mail: the desk that opens addresses, the sender where a server is named,
//! and what forgets addresses in their time, which goes on where mail was switched off.

use std::sync::Arc;

use tokio::sync::watch;

use super::kept_secret;
use crate::clock::Clock;
use crate::config::Config;
use crate::live_site::LiveSite;
use crate::mail::post::Post;
use crate::mail::sender::{Sender, forget_in_time};
use crate::mail::{Desk, MailKey};
use crate::metrics::Metrics;
use crate::queue::store::{DAY, Store};

/// The file of the key below the state folder.
const KEY: &str = "mail-key";

/// What mail stands on.
pub(super) struct Surroundings<'a> {
    pub config: &'a Config,
    pub desk: Option<Arc<Desk>>,
    pub store: &'a Arc<Store>,
    pub clock: &'a Clock,
    pub site: &'a LiveSite,
    /// Where people reach the service; ends in a slash.
    pub public: String,
    pub metrics: &'a Arc<Metrics>,
    pub stopped: &'a watch::Receiver<bool>,
}

/// The desk, where mail is sent or was sent once.
pub(super) fn open_desk(config: &Config) -> anyhow::Result<Option<Arc<Desk>>> {
    let secret = match &config.mail_key {
        Some(key) => key.reveal().to_owned(),
        None if config.mail.is_some() || config.state.join(KEY).is_file() => kept_secret(&config.state, KEY)?,
        None => return Ok(None),
    };
    Ok(Some(Arc::new(Desk {
        key: MailKey::of(&secret),
        sends: config.mail.is_some(),
        confirmed_releases: config.confirmed_releases,
        kept_days: config.mail_kept_days,
    })))
}

/// Starts it; ends when told to stop.
pub(super) fn start(around: &Surroundings<'_>) -> anyhow::Result<tokio::task::JoinHandle<()>> {
    let (config, store, clock) = (around.config, Arc::clone(around.store), around.clock.clone());
    let kept = i64::from(config.mail_kept_days) * DAY;
    let forgetting = forget_in_time(store.clone(), clock.clone(), kept, around.stopped.clone());
    let (Some(mail), Some(desk)) = (&config.mail, &around.desk) else {
        return Ok(tokio::spawn(forgetting));
    };
    if config.base_url.is_none() {
        tracing::warn!(
            "mails lead to {}, because site-address does not say where people reach it",
            around.public
        );
    }
    let sender = Sender {
        store,
        clock,
        desk: Arc::clone(desk),
        post: Post::new(&mail.server, mail.from.clone())?,
        caps: mail.caps,
        site: around.site.clone(),
        public: around.public.clone(),
        metrics: Arc::clone(around.metrics),
    };
    let sending = sender.run(around.stopped.clone());
    Ok(tokio::spawn(async move {
        tokio::join!(forgetting, sending);
    }))
}
