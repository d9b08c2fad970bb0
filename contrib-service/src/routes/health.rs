//! For whoever watches the service: `/healthz` says that it runs, `/readyz` that it can work.

use axum::extract::State;
use axum::http::StatusCode;

use crate::app::App;

/// It runs.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// The store answers.
pub async fn readyz(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.with_store(|store| store.ping()).await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(%error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer\n")
        }
    }
}
