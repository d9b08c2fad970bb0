//! The site as it runs: built at the start, built again when the content changes, and the
//! catalogue behind it exchanged when the new pages are in place. A failed build changes nothing:
//! the old site stays, and the log says why.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Instant;

use generator::build::{BuildError, BuildOptions, Stage, build};
use generator::diagnostic::{Diagnostics, Severity};
use generator::model::address::BaseUrl;
use generator::watch::{ChangeBell, Changes};
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
    /// A fixed catalogue has nobody to tell.
    changes: Option<ChangeBell>,
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
        // Before the first build, so that what changes while it reads is built too.
        let changes = Changes::watch(&plan.content, &plan.theme);
        if !changes.sees_files() {
            tracing::warn!("the content folder cannot be watched; the site changes with merges only");
        }
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
        let current = Arc::new(RwLock::new(Arc::new(catalogue)));
        let live = LiveSite { current, changes: Some(changes.bell()) };
        let watched = live.clone();
        std::thread::spawn(move || keep_up_to_date(&plan, &watched, &changes, &bell));
        Ok(live)
    }

    /// A catalogue that nobody rebuilds.
    pub fn fixed(catalogue: Catalogue) -> LiveSite {
        LiveSite { current: Arc::new(RwLock::new(Arc::new(catalogue))), changes: None }
    }

    /// The catalogue as it is published now.
    pub fn current(&self) -> Arc<Catalogue> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The content has changed: build the site anew.
    pub fn content_changed(&self) {
        if let Some(changes) = &self.changes {
            changes.ring();
        }
    }

    fn replace(&self, catalogue: Catalogue) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(catalogue);
    }
}

fn keep_up_to_date(plan: &SitePlan, live: &LiveSite, changes: &Changes, bell: &Notify) {
    loop {
        changes.wait();
        let began = Instant::now();
        let outcome = build_site(plan, &|_| ()).map_err(with_causes).and_then(|diagnostics| {
            if diagnostics.has_errors() {
                report(&diagnostics);
                return Err(format!("the content has {} errors", diagnostics.count(Severity::Error)));
            }
            Catalogue::load(&plan.content, &plan.theme, plan.base_url.as_ref()).map_err(with_causes)
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

/// An error with its causes, on one line: each layer says only its own part.
fn with_causes(error: impl std::error::Error + Send + Sync + 'static) -> String {
    format!("{:#}", anyhow::Error::new(error))
}

fn build_site(plan: &SitePlan, progress: &(dyn Fn(&str) + Sync)) -> Result<Diagnostics, BuildError> {
    let options = BuildOptions {
        theme: plan.theme.clone(),
        base_url: plan.base_url.clone(),
        served_by_service: true,
        cache: generator::media::default_folder(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The smallest catalogue that can be built, in a folder of its own.
    fn plan(folder: &std::path::Path) -> SitePlan {
        let content = folder.join("content");
        fs::create_dir_all(content.join("vocabularies")).unwrap();
        let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/vocabularies");
        for item in fs::read_dir(own).unwrap() {
            let path = item.unwrap().path();
            fs::copy(&path, content.join("vocabularies").join(path.file_name().unwrap())).unwrap();
        }
        fs::write(
            content.join("site.yaml"),
            "name: {en: Test}\nlanguages: [en]\nbase-url: http://localhost/\nlicence: CC-BY-4.0\n",
        )
        .unwrap();
        SitePlan { content, out: folder.join("site"), theme: "default".to_owned(), base_url: None }
    }

    #[tokio::test]
    async fn a_change_during_the_first_build_is_built_too() {
        let folder = tempfile::tempdir().unwrap();
        let plan = plan(folder.path());
        let page = plan.content.join("pages/late/en.md");
        let bell = Arc::new(Notify::new());
        let write_late = |stage: &str| {
            // The content is read by now.
            if stage == Stage::Write.name() {
                fs::create_dir_all(page.parent().unwrap()).unwrap();
                fs::write(
                    &page,
                    "---\nname: Late\nsummary: It came while the site was built.\n---\n\nText.\n",
                )
                .unwrap();
            }
        };
        let live = LiveSite::start(plan.clone(), Arc::clone(&bell), &write_late).unwrap();
        let seen = async {
            while live.current().site.pages.is_empty() || !plan.out.join("en/late/index.html").is_file() {
                bell.notified().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(60), seen).await.expect("the late page is built");
    }
}
