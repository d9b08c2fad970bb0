//! The site as it runs: built at the start, built again when the content changes, and the
//! catalogue behind it exchanged when the new pages are in place. A failed build changes nothing:
//! the old site stays, and the log says why.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use generator::build::{BuildError, BuildOptions, Stage, build};
use generator::diagnostic::{Diagnostics, Severity};
use generator::model::address::BaseUrl;
use notify::{Config, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::Notify;

use crate::catalogue::{Catalogue, CatalogueError};

/// What is built, and where.
#[derive(Debug, Clone)]
pub struct SitePlan {
    /// The content folder.
    pub content: PathBuf,
    /// The folder of the site.
    pub out: PathBuf,
    /// The theme.
    pub theme: String,
    /// Where people reach the site, when it is configured.
    pub base_url: Option<BaseUrl>,
}

/// The catalogue as it is published now, and a way to say that it may have changed.
#[derive(Clone)]
pub struct LiveSite {
    current: Arc<RwLock<Arc<Catalogue>>>,
    changes: Sender<()>,
}

/// Why the first site cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum FirstBuildError {
    /// The content has mistakes, and there is no older site to show.
    #[error("the content has {0} errors, so there is no site to show; mend them and start again")]
    Content(usize),
    /// The catalogue cannot be read.
    #[error(transparent)]
    Catalogue(#[from] CatalogueError),
    /// The site cannot be built.
    #[error(transparent)]
    Build(#[from] BuildError),
}

impl LiveSite {
    /// Builds the site and keeps it up to date from then on. `progress` hears of each stage of the
    /// first build; `bell` rings after each change.
    ///
    /// # Errors
    /// When there is no site to show: the content has mistakes and no older site is there, or
    /// something cannot be read or written.
    pub fn start(
        plan: SitePlan,
        bell: Arc<Notify>,
        progress: &(dyn Fn(&str) + Sync),
    ) -> Result<LiveSite, FirstBuildError> {
        let diagnostics = build_site(&plan, progress)?;
        let errors = diagnostics.count(Severity::Error);
        if errors > 0 {
            report(&diagnostics);
            if !plan.out.join("index.html").is_file() {
                return Err(FirstBuildError::Content(errors));
            }
            tracing::warn!(errors, "the content has errors; the site of the last build is shown");
        }
        let catalogue = Catalogue::load(&plan.content, &plan.theme, plan.base_url.as_ref())?;
        let (changes, heard) = channel();
        let live = LiveSite { current: Arc::new(RwLock::new(Arc::new(catalogue))), changes };
        let (watched, sender) = (live.clone(), live.changes.clone());
        std::thread::spawn(move || keep_up_to_date(&plan, &watched, &heard, sender, &bell));
        Ok(live)
    }

    /// A catalogue that nobody rebuilds.
    pub fn fixed(catalogue: Catalogue) -> LiveSite {
        let (changes, _) = channel();
        LiveSite { current: Arc::new(RwLock::new(Arc::new(catalogue))), changes }
    }

    /// The catalogue as it is published now.
    pub fn current(&self) -> Arc<Catalogue> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The content has changed: build the site anew.
    pub fn content_changed(&self) {
        // Nobody listens to a fixed catalogue.
        let _ = self.changes.send(());
    }

    fn replace(&self, catalogue: Catalogue) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(catalogue);
    }
}

/// How long the content must be quiet before the site is built: an editor or Git writes several
/// files at once.
const QUIET: Duration = Duration::from_millis(150);
/// The longest wait for quiet.
const LONGEST_WAIT: Duration = Duration::from_secs(2);

fn keep_up_to_date(
    plan: &SitePlan,
    live: &LiveSite,
    heard: &Receiver<()>,
    sender: Sender<()>,
    bell: &Notify,
) {
    let watcher = watch(plan, sender);
    if watcher.is_none() {
        tracing::warn!("the content folder cannot be watched; the site changes with merges only");
    }
    while heard.recv().is_ok() {
        let began = Instant::now();
        while began.elapsed() < LONGEST_WAIT && heard.recv_timeout(QUIET).is_ok() {}
        let outcome = build_site(plan, &|_| ()).map_err(|error| error.to_string()).and_then(|diagnostics| {
            if diagnostics.has_errors() {
                report(&diagnostics);
                return Err(format!("the content has {} errors", diagnostics.count(Severity::Error)));
            }
            Catalogue::load(&plan.content, &plan.theme, plan.base_url.as_ref())
                .map_err(|error| error.to_string())
        });
        match outcome {
            Ok(catalogue) => {
                live.replace(catalogue);
                tracing::info!(milliseconds = began.elapsed().as_millis(), "the site is up to date");
            }
            Err(reason) => tracing::warn!(reason, "the site was not built anew; the old one is shown"),
        }
        bell.notify_one();
    }
}

/// Watches content and theme. Where the system has no watches left, it looks every two seconds.
fn watch(plan: &SitePlan, sender: Sender<()>) -> Option<Box<dyn Watcher + Send>> {
    let on_event = {
        let sender = sender.clone();
        move |event: notify::Result<notify::Event>| {
            // Reading a file is no change; everything else may be one.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                let _ = sender.send(());
            }
        }
    };
    let theme = plan.content.canonicalize().ok().and_then(|content| {
        let themes = content.parent()?.join("themes").join(&plan.theme);
        themes.is_dir().then_some(themes)
    });
    let folders: Vec<&std::path::Path> =
        std::iter::once(plan.content.as_path()).chain(theme.as_deref()).collect();
    let watch_all = |watcher: &mut dyn Watcher| {
        folders.iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::Recursive))
    };
    if let Ok(mut watcher) = RecommendedWatcher::new(on_event.clone(), Config::default())
        && watch_all(&mut watcher).is_ok()
    {
        return Some(Box::new(watcher));
    }
    let slowly = Config::default().with_poll_interval(Duration::from_secs(2));
    let mut watcher = PollWatcher::new(on_event, slowly).ok()?;
    watch_all(&mut watcher).ok()?;
    Some(Box::new(watcher))
}

fn build_site(plan: &SitePlan, progress: &(dyn Fn(&str) + Sync)) -> Result<Diagnostics, BuildError> {
    let options = BuildOptions {
        theme: plan.theme.clone(),
        base_url: plan.base_url.clone(),
        served_by_service: true,
        ..BuildOptions::new(&plan.content, &plan.out)
    };
    Ok(build(&options, &|stage: Stage| progress(stage.name()))?.diagnostics)
}

fn report(diagnostics: &Diagnostics) {
    for found in diagnostics.iter().filter(|found| found.severity == Severity::Error).take(20) {
        let place = found.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        tracing::warn!("content/{}{place}: {}[{}]: {}", found.file, "error", found.code, found.message);
    }
}
