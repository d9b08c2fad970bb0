//! Opens the forge that the settings name: the repository beside the service, or one on the network
//! with the service's own clone of it.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;

use crate::clock::Clock;
use crate::config::{Config, RemoteForge};
use crate::forge::Forge;
use crate::forge::clone::OwnClone;
use crate::forge::github::GithubForge;
use crate::forge::github::client::Client;
use crate::forge::local::LocalForge;

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
    let client = Client::new(
        &remote.address,
        remote.repository.clone(),
        remote.credentials.clone(),
        remote.pace,
        remote.timeout,
        clock.clone(),
    )?;
    let clone = own_clone(config, remote, &client).await?;
    let (content, main_branch) = (clone.content(), clone.branch().to_owned());
    let forge = GithubForge::new(client, clone, remote.settings.clone(), clock.clone());
    Ok(OpenForge { forge: Arc::new(forge), content, main_branch, look_every: remote.look_every })
}

async fn own_clone(config: &Config, remote: &RemoteForge, client: &Client) -> anyhow::Result<OwnClone> {
    let key = match client.key().await {
        Ok(key) => Some(key),
        Err(error) => {
            tracing::warn!(?error, "GitHub gives no key for the clone");
            None
        }
    };
    let folder = config.state.join(CLONE);
    let (address, identity) = (remote.git.clone(), config.identity.clone());
    let branch = config.branch.clone().unwrap_or_else(|| "main".to_owned());
    let content = config.content.to_str().context("the name of the content folder is not UTF-8")?.to_owned();
    tokio::task::spawn_blocking(move || {
        OwnClone::open(&folder, &address, &branch, &content, identity, key.as_ref())
    })
    .await?
    .map_err(anyhow::Error::from)
}
