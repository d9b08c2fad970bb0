//! Opens the forge that the settings name: the repository beside the service, or one on the network
//! with the service's own clone of it.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use crate::clock::Clock;
use crate::config::{Config, RemoteForge, RemoteKind};
use crate::forge::Forge;
use crate::forge::clone::OwnClone;
use crate::forge::forgejo::{self, Forgejo};
use crate::forge::github::Github;
use crate::forge::github::client::Client;
use crate::forge::gitlab::{self, Gitlab};
use crate::forge::local::LocalForge;
use crate::forge::network::http::RestSettings;
use crate::forge::network::{NetworkForge, Platform};

/// An open forge.
pub(super) struct OpenForge {
    /// The forge.
    pub forge: Arc<dyn Forge>,
    /// Where its content is read.
    pub content: PathBuf,
    /// The branch that is published.
    pub main_branch: String,
    /// How often it is looked at without being called, in seconds.
    pub look_every: i64,
}

/// The folder of the clone below the state folder.
const CLONE: &str = "clone";

/// The local forge is looked at whenever the worker wakes: it costs nothing.
const LOOK_EVERY: i64 = 0;

pub(super) async fn open_forge(config: &Config, clock: &Clock) -> anyhow::Result<OpenForge> {
    let Some(remote) = &config.remote else {
        let branch = config.branch.as_deref();
        let forge = LocalForge::open(&config.repo, &config.content, branch, config.identity.clone())?;
        let main_branch = forge.main_branch().to_owned();
        let content = config.content.clone();
        return Ok(OpenForge { forge: Arc::new(forge), content, main_branch, look_every: LOOK_EVERY });
    };
    let rest = |(root, header), key| RestSettings {
        root,
        header,
        key,
        pace: remote.pace,
        timeout: remote.timeout,
        clock: clock.clone(),
    };
    match &remote.kind {
        RemoteKind::Github { repository, credentials, writes } => {
            let client = Client::new(
                &remote.address,
                repository.clone(),
                credentials.clone(),
                remote.pace,
                remote.timeout,
                clock.clone(),
            )?;
            with_clone(config, remote, Github::new(client, *writes), clock).await
        }
        RemoteKind::Gitlab { project, token } => {
            let settings = rest(gitlab::root_of(&remote.address), token.reveal());
            with_clone(config, remote, Gitlab::new(settings, project, token.clone())?, clock).await
        }
        RemoteKind::Forgejo { repository, token } => {
            let key = forgejo::header_of(token);
            let settings = rest(forgejo::root_of(&remote.address), key.reveal());
            let forge = Forgejo::new(settings, repository.clone(), main_branch(config), token.clone())?;
            with_clone(config, remote, forge, clock).await
        }
    }
}

/// A forge on the network with the service's own clone of it.
async fn with_clone(
    config: &Config,
    remote: &RemoteForge,
    platform: impl Platform,
    clock: &Clock,
) -> anyhow::Result<OpenForge> {
    let clone = own_clone(config, remote, &platform).await?;
    let (content, main_branch) = (clone.content(), clone.branch().to_owned());
    let forge = NetworkForge::new(platform, clone, remote.settings.clone(), clock.clone());
    Ok(OpenForge { forge: Arc::new(forge), content, main_branch, look_every: remote.look_every })
}

fn main_branch(config: &Config) -> &str {
    config.branch.as_deref().unwrap_or("main")
}

async fn own_clone<P: Platform>(
    config: &Config,
    remote: &RemoteForge,
    platform: &P,
) -> anyhow::Result<OwnClone> {
    let key = match platform.key().await {
        Ok(key) => Some(key),
        Err(error) => {
            tracing::warn!(?error, "{} gives no key for the clone", P::NAME);
            None
        }
    };
    let folder = config.state.join(CLONE);
    let (address, identity) = (remote.git.clone(), config.identity.clone());
    let branch = main_branch(config).to_owned();
    let content = config.content.to_str().context("the name of the content folder is not UTF-8")?.to_owned();
    tokio::task::spawn_blocking(move || {
        OwnClone::open(&folder, &address, &branch, &content, identity, key.as_ref())
    })
    .await?
    .map_err(anyhow::Error::from)
}
