//! The shared state and the router: every route on one screen, and what holds for every answer.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName,
    HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tokio::sync::Notify;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::services::ServeDir;

use crate::catalogue::Catalogue;
use crate::clock::Clock;
use crate::error::{AppError, Failure};
use crate::forge::Forge;
use crate::live_site::LiveSite;
use crate::origin::{Origin, is_own};
use crate::queue::store::{Store, StoreError};
use crate::routes::{health, maintain, preview, similar, status, submit};

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
    /// What does not change while the service runs.
    pub settings: Arc<Settings>,
}

/// What does not change while the service runs.
pub struct Settings {
    /// Where posts may come from.
    pub origins: Vec<Origin>,
    /// The most a contribution may hold, in bytes.
    pub max_upload: usize,
    /// The key of the maintainer's page.
    pub maintainer_token: String,
    /// The branch that is published.
    pub main_branch: String,
    /// The folder of the site.
    pub site_folder: PathBuf,
    /// The path every address begins with; ends in a slash.
    pub base: String,
}

/// Every route.
pub fn router(app: App) -> Router {
    let files = ServeDir::new(&app.settings.site_folder).fallback(get(not_found).with_state(app.clone()));
    let service = Router::new()
        .route("/contributions/preview", post(preview::preview))
        .route("/contributions", post(submit::submit))
        .route("/contributions/{id}", get(status::status))
        .route("/contributions/{id}/withdraw", post(status::withdraw))
        .route("/similar", get(similar::similar))
        .route("/maintain", get(maintain::list))
        .route("/maintain/session", post(maintain::sign_in))
        .route("/maintain/{id}", get(maintain::show))
        .route("/maintain/{id}/preview", get(maintain::preview))
        .route("/maintain/{id}/merge", post(maintain::merge))
        .route("/maintain/{id}/decline", post(maintain::decline))
        .route("/maintain/{id}/retry", post(maintain::retry))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .layer(from_fn_with_state(app.clone(), keep_secret))
        .fallback_service(files);
    let base = app.settings.base.trim_end_matches('/').to_owned();
    let routes = if base.is_empty() { service } else { Router::new().nest(&base, service) };
    routes
        // Each reader of a body has its own limit.
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(app.clone(), refuse_other_origins))
        .layer(CatchPanicLayer::custom(|_| {
            AppError::Trouble("a handler panicked".to_owned()).into_response()
        }))
        .layer(from_fn_with_state(app.clone(), finish))
        .with_state(app)
}

impl App {
    /// The language for a visitor.
    pub fn language(&self, catalogue: &Catalogue, headers: &HeaderMap, wanted: &str) -> String {
        catalogue.language(wanted, header(headers, &ACCEPT_LANGUAGE)).to_owned()
    }

    /// The address of a route of the service.
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.settings.base)
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

/// An HTML page of the service.
pub fn html(status: StatusCode, bytes: Vec<u8>) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], bytes).into_response()
}

/// Whether the visitor is a program that asks for JSON.
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accept = header(headers, &ACCEPT);
    accept.contains("application/json") && !accept.contains("text/html")
}

/// A header as text; empty where there is none.
pub fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Reading is for everybody; everything else comes from our own pages.
async fn refuse_other_origins(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_own(request.headers(), &app.settings.origins) {
        next.run(request).await
    } else {
        AppError::Origin.into_response()
    }
}

/// Pages about one contribution are for one person: nobody keeps them, nobody is told their
/// address, no search engine lists them.
async fn keep_secret(State(_): State<App>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}

/// Scripts, styles, fonts and pictures of our own only; nothing inline; nobody frames a page.
const POLICY: &str = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
                      object-src 'none'";

/// What holds for every answer: an error becomes a page, and the browser is told what it may do.
async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let headers = request.headers().clone();
    let mut response = next.run(request).await;
    if let Some(Failure(error)) = response.extensions_mut().remove::<Failure>() {
        match &*error {
            AppError::Trouble(cause) => tracing::error!(%method, path, cause, "a request failed"),
            other => tracing::info!(%method, path, reason = %other, "a request was refused"),
        }
        response = error_page(&app, &headers, &path, &error, response);
    }
    let headers = response.headers_mut();
    // Files are told apart by their ending only; all text here is UTF-8.
    let is_bare_text = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("text/") && !value.contains("charset"));
    if is_bare_text
        && let Ok(value) =
            HeaderValue::from_str(&format!("{}; charset=utf-8", header(headers, &CONTENT_TYPE)))
    {
        headers.insert(CONTENT_TYPE, value);
    }
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    // Files have an ETag; asking again costs one small answer and shows a merge at once.
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
    response
}

fn error_page(app: &App, request: &HeaderMap, path: &str, error: &AppError, bare: Response) -> Response {
    let catalogue = app.site.current();
    let inside = path.strip_prefix(&app.settings.base).unwrap_or_default();
    let first = inside.split('/').next().unwrap_or_default();
    let language = app.language(&catalogue, request, first);
    let texts = catalogue.texts(&language);
    let title = texts.text(&format!("service-{}-title", error.name()));
    let limit = texts.size(app.settings.max_upload);
    let lead = texts.format(&format!("service-{}-body", error.name()), [("size", limit.into())]);
    let (mut parts, _) = bare.into_parts();
    let (content_type, body) = if wants_json(request) {
        ("application/json", serde_json::json!({ "error": title, "help": lead }).to_string().into_bytes())
    } else {
        let message = generator::render::pages::Message {
            title: &title,
            lead: Some(&lead),
            ..generator::render::pages::Message::default()
        };
        match catalogue.message_page(&language, &message) {
            Ok(page) => ("text/html; charset=utf-8", page),
            Err(cause) => {
                tracing::error!(%cause, "the page of an error cannot be rendered");
                ("text/plain; charset=utf-8", format!("{title}\n\n{lead}\n").into_bytes())
            }
        }
    };
    parts.headers.remove(axum::http::header::CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    Response::from_parts(parts, Body::from(body))
}

/// The page the site has for an address that leads nowhere.
async fn not_found(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let catalogue = app.site.current();
    let first = request.uri().path().trim_start_matches('/').split('/').next().unwrap_or_default().to_owned();
    let language = app.language(&catalogue, request.headers(), &first);
    match tokio::fs::read(page_not_found(&app.settings.site_folder, &language)).await {
        Ok(page) => html(StatusCode::NOT_FOUND, page),
        Err(_) => AppError::NotFound.into_response(),
    }
}

fn page_not_found(site: &Path, language: &str) -> PathBuf {
    site.join(language).join("404.html")
}

#[cfg(test)]
mod tests;
