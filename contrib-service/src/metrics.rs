//! What whoever watches the service can count: requests and how long they took, what was accepted and
//! refused, what waits and for how long. Told in the format of Prometheus on an address of its own,
//! which nobody but the watcher should reach. No number is about one person.

use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Instant;

use axum::Router;
use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;

use crate::app::App;
use crate::error::Failure;
use crate::queue::job::State as JobState;
use crate::routes::health;

type Labels = Vec<(&'static str, String)>;

/// The numbers.
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    times: Family<Labels, Histogram>,
    refused: Family<Labels, Counter>,
    accepted: Counter,
    mails: Family<Labels, Counter>,
    contributions: Family<Labels, Gauge>,
    waiting: Gauge,
    failed_tries: Gauge,
    draft_bytes: Gauge,
    parts: Family<Labels, Gauge>,
    started: Gauge<f64, AtomicU64>,
}

/// Up to which times requests are counted, in seconds.
const TIMES: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0];

impl Metrics {
    /// Numbers that begin now.
    pub fn new(now: i64) -> Metrics {
        let times = Family::<Labels, Histogram>::new_with_constructor(|| Histogram::new(TIMES));
        let mut metrics = Metrics {
            registry: Registry::with_prefix("interlink"),
            requests: Family::default(),
            times,
            refused: Family::default(),
            accepted: Counter::default(),
            mails: Family::default(),
            contributions: Family::default(),
            waiting: Gauge::default(),
            failed_tries: Gauge::default(),
            draft_bytes: Gauge::default(),
            parts: Family::default(),
            started: Gauge::default(),
        };
        metrics.started.set(now as f64);
        let registry = &mut metrics.registry;
        registry.register("requests", "Requests by route and status", metrics.requests.clone());
        registry.register("request_seconds", "How long requests took, by route", metrics.times.clone());
        registry.register("refused", "Requests refused, by reason", metrics.refused.clone());
        registry.register("accepted", "Contributions accepted and on disk", metrics.accepted.clone());
        registry.register("mails", "What became of mails, by outcome", metrics.mails.clone());
        registry.register(
            "contributions",
            "Contributions in the store, by state",
            metrics.contributions.clone(),
        );
        registry.register(
            "waiting_seconds",
            "How long the oldest contribution has waited for the worker",
            metrics.waiting.clone(),
        );
        registry.register(
            "failed_tries",
            "How often the worker has failed at what waits",
            metrics.failed_tries.clone(),
        );
        registry.register(
            "draft_bytes",
            "What drafts and the files kept for forms hold, in bytes",
            metrics.draft_bytes.clone(),
        );
        registry.register("up", "Whether a part works: 1 or 0", metrics.parts.clone());
        registry.register("start_time_seconds", "When the service started", metrics.started.clone());
        metrics
    }

    /// A contribution was accepted.
    pub fn accepted(&self) {
        self.accepted.inc();
    }

    /// A mail was sent, or what else became of it.
    pub fn mail(&self, outcome: &str) {
        self.mails.get_or_create(&vec![("outcome", outcome.to_owned())]).inc();
    }
}

/// Counts a request of the service's own routes.
pub(crate) async fn count(State(app): State<App>, request: Request, next: Next) -> Response {
    // The route as it is written, never the path: that holds ids.
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let route = route.unwrap_or_else(|| "files".to_owned());
    let start = Instant::now();
    let response = next.run(request).await;
    let metrics = &app.metrics;
    metrics.times.get_or_create(&vec![("route", route.clone())]).observe(start.elapsed().as_secs_f64());
    let status = response.status().as_u16().to_string();
    metrics.requests.get_or_create(&vec![("route", route), ("status", status)]).inc();
    if let Some(Failure(error)) = response.extensions().get::<Failure>() {
        metrics.refused.get_or_create(&vec![("reason", error.name().to_owned())]).inc();
    }
    response
}

/// What is served on the address for the watcher.
pub fn router(app: App) -> Router {
    Router::new()
        .route("/metrics", get(tell))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .with_state(app)
}

async fn tell(State(app): State<App>) -> Response {
    let metrics = Arc::clone(&app.metrics);
    match app.with_store(|store| store.tally()).await {
        Ok(tally) => {
            for state in JobState::ALL {
                let count =
                    tally.by_state.iter().find(|(other, _)| *other == state).map_or(0, |(_, count)| *count);
                metrics.contributions.get_or_create(&vec![("state", state.name().to_owned())]).set(count);
            }
            let now = app.clock.now();
            metrics.waiting.set(tally.oldest_waiting.map_or(0, |since| (now - since).max(0)));
            metrics.failed_tries.set(tally.failed_tries);
            metrics.draft_bytes.set(tally.draft_bytes);
        }
        Err(error) => tracing::error!(%error, "the contributions cannot be counted"),
    }
    for part in health::look(&app).await.parts {
        let is_up = i64::from(part.trouble.is_none());
        metrics.parts.get_or_create(&vec![("part", part.name.to_owned())]).set(is_up);
    }
    let mut text = String::new();
    if encode(&mut text, &metrics.registry).is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(CONTENT_TYPE, kind)], text).into_response()
}
