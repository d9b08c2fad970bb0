//! The service from start to end: store, forge, first build, worker, server, and a stop that lets
//! requests and the running job finish.

mod forge;
mod mail;
mod trial;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use generator::listen::ListenError;
use generator::stop::stop_signal;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};

use crate::app::{App, Settings, Turns, router};
use crate::clock::Clock;
use crate::config::Config;
use crate::describer::Describer;
use crate::live_site::{LiveSite, SitePlan};
use crate::metrics::Metrics;
use crate::origin::Origin;
use crate::proof::Proofs;
use crate::queue::store::Store;
use crate::queue::worker::{Look, Worker};
use crate::queue_commands::STORE;
use crate::rates::Rate;
use crate::secret::{SecretKey, SecretText};
use crate::server;
use forge::open_forge;

pub use trial::try_forge;

/// The file of the key of the maintainer's page, below the state folder.
const MAINTAINER_TOKEN: &str = "maintainer-token";

/// How long requests may take to finish once the service is told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(20);

/// Runs the service until it is told to stop.
///
/// # Errors
/// When it cannot start.
pub async fn serve(config: Config) -> anyhow::Result<()> {
    make_private_folder(&config.state)?;
    let store = open_store(&config).await?;
    let clock = Clock::system();
    let open = open_forge(&config, &clock).await?;
    let token = match &config.maintainer_token {
        Some(token) => token.clone(),
        None => kept_secret(&config.state, MAINTAINER_TOKEN)?,
    };
    // The port is ours before the build, so that two services do not build into one folder.
    let listener = listen(config.listen).await.map_err(|error| {
        let free = SocketAddr::new(config.listen.ip(), 0);
        ListenError::new(config.listen, error, format!("--listen {free}"))
    })?;
    let address = listener.local_addr()?;
    let watchers = match config.metrics_listen {
        Some(address) => {
            let free = SocketAddr::new(address.ip(), 0);
            let instead = format!("--metrics-listen {free}");
            let listener = listen(address).await;
            Some(listener.map_err(|error| ListenError::new(address, error, instead))?)
        }
        None => None,
    };
    let bell = Arc::new(Notify::new());
    let plan = SitePlan {
        content: open.content,
        out: config.site.clone(),
        theme: config.theme.clone(),
        base_url: config.base_url.clone(),
    };
    let site = {
        let bell = Arc::clone(&bell);
        let log_json = config.log_json;
        // A person reads it before there is a log; a program that reads the log gets nothing else.
        let progress = move |stage: &str| match log_json {
            true => tracing::info!(stage, "building the site"),
            false => eprintln!("building the site: {stage}"),
        };
        tokio::task::spawn_blocking(move || LiveSite::start(plan, bell, &progress)).await??
    };
    let origins = if config.site_addresses.is_empty() {
        Origin::of_socket(address)
    } else {
        config.site_addresses.clone()
    };
    let base = site.current().base();
    let look = Arc::new(Look::every(open.look_every));
    let metrics = Arc::new(Metrics::new(clock.now()));
    let desk = mail::open_desk(&config)?;
    let app = App {
        store: Arc::clone(&store),
        forge: Arc::clone(&open.forge),
        site: site.clone(),
        clock: clock.clone(),
        bell: Arc::clone(&bell),
        look: Arc::clone(&look),
        lockout: Arc::default(),
        turns: Turns::default(),
        previews: Arc::new(Rate::new(config.previews)),
        proposals: Arc::new(Rate::new(config.proposals)),
        proofs: Arc::new(Proofs::new(config.proof_zeros, &kept_secret(&config.state, "proof-secret")?)),
        learnt: Arc::default(),
        metrics: Arc::clone(&metrics),
        last_look: Arc::default(),
        mail: desk.clone(),
        settings: Arc::new(Settings {
            origins,
            max_upload: config.max_upload,
            hold: config.hold.holds(open.forge.is_public()),
            proxies: config.proxies.clone(),
            open: config.open,
            minimum_time: config.minimum_time,
            maintainer_token: token.clone(),
            main_branch: open.main_branch,
            webhook_secrets: config.webhook_secrets.clone(),
            site_folder: config.site.clone(),
            state_folder: config.state.clone(),
            base: base.clone(),
            request_time: config.request_time,
            idle_time: config.idle_time,
        }),
    };
    let (stop, stopped) = watch::channel(false);
    let keep_ended = i64::from(config.keep_ended) * 24 * 60 * 60;
    let mailing = mail::start(&mail::Surroundings {
        config: &config,
        desk,
        store: &store,
        clock: &clock,
        site: &site,
        public: config
            .base_url
            .as_ref()
            .map_or_else(|| format!("http://{address}{base}"), |address| address.as_str().to_owned()),
        metrics: &metrics,
        stopped: &stopped,
    })?;
    let describer =
        Describer { site, address: config.base_url.clone(), maintainer_token: token.as_str().into() };
    let worker = Worker {
        store,
        forge: open.forge,
        clock,
        keep_ended,
        bell,
        describer: Some(describer),
        look,
        patience: config.patience.clone(),
    };
    let working = tokio::spawn(worker.run(stopped.clone()));
    if let Some(watchers) = watchers {
        let address = watchers.local_addr()?;
        tracing::info!(%address, "metrics");
        let router = crate::metrics::router(app.clone());
        tokio::spawn(server::run(watchers, router, config.idle_time, stopped.clone()));
    }
    let serving = tokio::spawn(server::run(listener, router(app), config.idle_time, stopped));
    let key_file = config.state.join(MAINTAINER_TOKEN);
    let made = config.maintainer_token.is_none().then_some((token.as_str(), key_file.as_path()));
    let told_to_stop = stop_signal()?;
    announce(address, &base, made)?;
    told_to_stop.await;
    tracing::info!("stopping; a second signal stops at once");
    let told_again = stop_signal()?;
    let _ = stop.send(true);
    let finish = async {
        let _ = tokio::time::timeout(LAST_REQUESTS, serving).await;
        let _ = working.await;
        let _ = mailing.await;
    };
    tokio::select! {
        () = finish => {}
        () = told_again => {}
    }
    Ok(())
}

/// Takes a port. A process that was killed may hold it a moment longer, through a program it had just started.
async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    for _ in 0..20 {
        match TcpListener::bind(address).await {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            other => return other,
        }
    }
    TcpListener::bind(address).await
}

/// The store that the settings name. It blocks, so it is opened off the async threads.
async fn open_store(config: &Config) -> anyhow::Result<Arc<Store>> {
    let (file, address, password) =
        (config.state.join(STORE), config.store.clone(), config.store_password.clone());
    let open = move || match address {
        Some(address) => Store::connect(&address, password.as_ref().map(SecretText::reveal)),
        None => Store::open(&file),
    };
    let store = tokio::task::spawn_blocking(open).await?.context("the store cannot be opened")?;
    Ok(Arc::new(store))
}

/// The lines a person waits for. The first one is the address of the site. The key that was made here is
/// told to a terminal only: what is printed elsewhere ends in a journal, which more people read.
fn announce(address: SocketAddr, base: &str, made: Option<(&str, &Path)>) -> io::Result<()> {
    let is_seen = io::stdout().is_terminal();
    let key = made.filter(|_| is_seen).map(|(token, _)| format!("?token={token}")).unwrap_or_default();
    let place = made.filter(|_| !is_seen).map(|(_, file)| format!("Its key lies in {}\n", file.display()));
    print_text(&format!(
        "The site:               http://{address}{base}\n\
         The maintainer's page:  http://{address}{base}maintain{key}\n{}",
        place.unwrap_or_default()
    ))
}

/// Prints to standard output. A reader that has gone away, as in `… | head -1`, is no failure.
///
/// # Errors
/// When it cannot be written for another reason.
pub fn print_text(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}

/// The state folder holds drafts and names, so only its owner reads it.
fn make_private_folder(folder: &Path) -> anyhow::Result<()> {
    let context = || format!("the state folder {} cannot be made", folder.display());
    if folder.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(folder).with_context(context)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).with_context(context)?;
    }
    Ok(())
}

/// A secret of the service, such as the key of the maintainer's page: made once, then kept for its
/// owner only.
fn kept_secret(state: &Path, name: &str) -> anyhow::Result<String> {
    let path = state.join(name);
    let context = || format!("the secret {} cannot be kept", path.display());
    if let Ok(text) = fs::read_to_string(&path) {
        let token = text.trim();
        if token.chars().count() >= 20 {
            return Ok(token.to_owned());
        }
    }
    let token = SecretKey::random()?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(&path).with_context(context)?;
    writeln!(file, "{}", token.reveal()).with_context(context)?;
    file.sync_all().with_context(context)?;
    Ok(token.reveal().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let state = folder.path().join("state");
        make_private_folder(&state).unwrap();
        let token = kept_secret(&state, "maintainer-token").unwrap();
        assert_eq!(kept_secret(&state, "maintainer-token").unwrap(), token);
        assert_ne!(kept_secret(&state, "mail-key").unwrap(), token);
        assert!(SecretKey::parse(&token).is_some());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(state.join("maintainer-token")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
