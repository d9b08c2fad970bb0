//! The shared state and the router: every route on one screen. What holds for every answer is in
//! `answers`, which paths are looked at in `paths`, how long a request may take in `limits`.

mod answers;
mod limits;
mod paths;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use axum::http::{Method, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use generator::hosting::not_found::{language_of, page_not_found};
use tokio::sync::Notify;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::services::ServeDir;

use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::error::AppError;
use crate::forge::Forge;
use crate::live_site::LiveSite;
use crate::lockout::Lockout;
use crate::mail::Desk;
use crate::metrics::{Metrics, count};
use crate::origin::Origin;
use crate::proof::Proofs;
use crate::proxies::{Proxies, find_client};
use crate::queue::job::Moment;
use crate::queue::store::{Store, StoreError};
use crate::queue::worker::Look;
use crate::rates::{PerHour, Rate};
use crate::routes::health::LastLook;
use crate::routes::{
    about, challenge, health, mail, maintain, openapi, preview, reviewer, similar, status, submit, webhook,
};
use crate::secret::SecretText;
use crate::spam::Judge;

pub use answers::{header, html, preview_html, wants_json};
pub use limits::Turns;

/// What every handler can reach.
#[derive(Clone)]
pub struct App {
    /// What is remembered.
    pub store: Arc<Store>,
    /// Where contributions go.
    pub forge: Arc<dyn Forge>,
    /// The catalogue as it is published now.
    pub site: LiveSite,
    /// What time it is.
    pub clock: Clock,
    /// Wakes the worker.
    pub bell: Arc<Notify>,
    /// When the worker looks at the forge.
    pub look: Arc<Look>,
    /// Who tried the maintainer's page with a wrong key.
    pub lockout: Arc<Lockout>,
    /// Turns for reading a form with a file.
    pub turns: Turns,
    /// How many previews may be asked for.
    pub previews: Arc<Rate>,
    /// How many proposals may be sent.
    pub proposals: Arc<Rate>,
    /// What a browser computes for a contribution.
    pub proofs: Arc<Proofs>,
    /// What was learnt of spam.
    pub learnt: Arc<Learnt>,
    /// What whoever watches the service can count.
    pub metrics: Arc<Metrics>,
    /// How the parts of the service were when somebody looked last.
    pub last_look: Arc<LastLook>,
    /// Where addresses for mail are opened; nothing where none are kept.
    pub mail: Option<Arc<Desk>>,
    /// What does not change while the service runs.
    pub settings: Arc<Settings>,
}

/// What was learnt of spam, and when.
#[derive(Debug, Default)]
pub struct Learnt(Mutex<Option<(Moment, Arc<Judge>)>>);

/// For how long it is not learnt anew, in seconds.
const LEARNT_HOLDS: Moment = 60;

/// What does not change while the service runs.
#[derive(Clone)]
pub struct Settings {
    /// Where posts may come from.
    pub origins: Vec<Origin>,
    /// The most a contribution may hold, in bytes.
    pub max_upload: usize,
    /// Whether a maintainer must release what was sent before it goes to the forge.
    pub hold: bool,
    /// Whose word about a visitor's address is taken.
    pub proxies: Proxies,
    /// How many proposals may wait for people, from one place and in all.
    pub open: PerHour,
    /// How long a person looks at a preview at least, in seconds.
    pub minimum_time: u32,
    /// The key of the maintainer's page.
    pub maintainer_token: String,
    /// The branch that is published.
    pub main_branch: String,
    /// What webhooks are signed with.
    pub webhook_secrets: Vec<SecretText>,
    /// The folder of the site.
    pub site_folder: PathBuf,
    /// The folder with what is kept.
    pub state_folder: PathBuf,
    /// The path every address begins with; ends in a slash.
    pub base: String,
    /// How long a request may take.
    pub request_time: Duration,
    /// How long nothing may come of a body that has begun.
    pub idle_time: Duration,
}

/// Every route.
pub fn router(app: App) -> Router {
    let files = ServeDir::new(&app.settings.site_folder).fallback(get(not_found).with_state(app.clone()));
    let service = Router::new()
        .route("/contributions/preview", post(preview::preview))
        .route("/contributions", post(submit::submit))
        .route("/contributions/challenge", get(challenge::challenge))
        .route("/contributions/about/{kinds}/{slug}/{purpose}", get(about::about))
        .route("/contributions/{id}", get(status::status))
        .route("/contributions/{id}/withdraw", post(status::withdraw))
        .route("/contributions/{id}/change", post(status::change))
        .route("/contributions/{id}/export", post(status::export))
        .route("/contributions/{id}/erase", post(status::erase))
        .route("/contributions/{id}/mail", post(mail::give))
        .route("/contributions/{id}/mail/forget", post(mail::forget))
        .route("/contributions/{id}/confirm", get(mail::ask).post(mail::confirm))
        .route("/contributions/{id}/preview", get(reviewer::preview))
        .route("/webhooks/{forge}", post(webhook::webhook))
        .route("/similar", get(similar::similar))
        .route("/maintain", get(maintain::list::list))
        .route("/maintain/session", post(maintain::session::sign_in))
        .route("/maintain/{id}", get(maintain::page::show))
        .route("/maintain/{id}/preview", get(maintain::page::preview))
        .route("/maintain/{id}/files/{*path}", get(maintain::page::file))
        .route("/maintain/{id}/merge", post(maintain::decisions::merge))
        .route("/maintain/{id}/done", post(maintain::decisions::done))
        .route("/maintain/{id}/decline", post(maintain::decisions::decline))
        .route("/maintain/{id}/retry", post(maintain::decisions::retry))
        .route("/maintain/{id}/release", post(maintain::decisions::release))
        .route("/maintain/{id}/ask", post(maintain::decisions::ask))
        .route("/maintain/{id}/spam", post(maintain::decisions::spam))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/openapi.json", get(openapi::openapi))
        .layer(from_fn(answers::keep_secret))
        .layer(from_fn_with_state(app.clone(), count))
        .fallback_service(files);
    let base = app.settings.base.trim_end_matches('/').to_owned();
    let routes = if base.is_empty() { service } else { Router::new().nest(&base, service) };
    routes
        // Each reader of a body has its own limit.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), answers::refuse_other_origins))
        .layer(from_fn_with_state(app.clone(), paths::tidy))
        .layer(from_fn_with_state(app.clone(), limits::within_time))
        .layer(CatchPanicLayer::custom(|_| {
            AppError::Trouble("a handler panicked".to_owned()).into_response()
        }))
        .layer(from_fn_with_state(app.clone(), find_client))
        .layer(from_fn_with_state(app.clone(), answers::finish))
        .with_state(app)
}

impl App {
    /// The language for a visitor.
    pub fn language(&self, catalogue: &Catalogue, headers: &HeaderMap, wanted: &str) -> String {
        catalogue.language(wanted, answers::header(headers, &ACCEPT_LANGUAGE)).to_owned()
    }

    /// The address of a route of the service.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base)
    }

    /// The forge may have changed: it is looked at now.
    pub fn hint(&self) {
        self.look.now();
        self.bell.notify_one();
    }

    /// What was learnt of spam from what maintainers have decided.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn judge(&self) -> Result<Arc<Judge>, StoreError> {
        let now = self.clock.now();
        let learnt = self.learnt.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some((at, judge)) = learnt
            && (at..at + LEARNT_HOLDS).contains(&now)
        {
            return Ok(judge);
        }
        let judge = self.with_store(|store| Ok(Arc::new(Judge::learn(store.examples_of_spam()?)))).await?;
        *self.learnt.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, Arc::clone(&judge)));
        Ok(judge)
    }

    /// Whether a text of the store shares its words with what maintainers have taken for spam. It is read only
    /// where there is something to hold it against.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn looks_like_spam(
        &self,
        text: impl FnOnce(&Store) -> Result<String, StoreError> + Send + 'static,
    ) -> Result<bool, StoreError> {
        let judge = self.judge().await?;
        Ok(judge.knows_enough() && judge.suspicion(&self.with_store(text).await?).is_some())
    }

    /// A maintainer has decided: it is learnt anew.
    pub fn learn_anew(&self) {
        *self.learnt.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Does something with the store off the async threads.
    ///
    /// # Errors
    /// What the work answers.
    pub async fn with_store<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        Store::off_thread(&self.store, work).await
    }
}

/// The page the site has for an address that leads nowhere.
async fn not_found(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let catalogue = app.site.current();
    // The router has taken the base path off already, `paths` has not.
    let path = request.uri().path();
    let path = path.strip_prefix(&app.settings.base).unwrap_or(path);
    let language = app.language(&catalogue, request.headers(), language_of(path).unwrap_or_default());
    match tokio::fs::read(page_not_found(&app.settings.site_folder, &language)).await {
        Ok(page) => html(StatusCode::NOT_FOUND, page),
        Err(_) => AppError::NotFound.into_response(),
    }
}

#[cfg(test)]
mod tests;
