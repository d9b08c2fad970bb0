//! `POST /webhooks/{forge}`: the forge says that something has changed there. A hint and no more: what
//! it says is not believed and hardly read, the forge is asked instead. So a webhook that is lost,
//! late, repeated or forged in a way nobody thought of can do no harm.

use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::error::AppError;
use crate::forge::github::client::is_signed;

/// The largest body that is read. GitHub sends up to 25 MB; what is larger than this is refused, and
/// the next look finds what it was about.
const MAX_BODY: usize = 4 << 20;
/// What GitHub calls a delivery: a UUID.
const LONGEST_ID: usize = 64;

/// Takes a hint.
///
/// # Errors
/// When there is no such forge here, or the signature is none of ours.
pub async fn webhook(
    State(app): State<App>,
    Path(forge): Path<String>,
    request: Request,
) -> Result<StatusCode, AppError> {
    let secrets = &app.settings.webhook_secrets;
    if forge != "github" || secrets.is_empty() {
        return Err(AppError::NotFound);
    }
    let (parts, body) = request.into_parts();
    let body = tokio::time::timeout(app.settings.request_time, to_bytes(body, MAX_BODY)).await;
    let Ok(body) = body.map_err(|_| AppError::TooSlow)? else { return Ok(StatusCode::PAYLOAD_TOO_LARGE) };
    // Over the bytes as they came, and before anything looks at them.
    if !is_signed(header(&parts.headers, "x-hub-signature-256"), secrets, &body) {
        tracing::warn!("a webhook without our signature was refused");
        return Ok(StatusCode::UNAUTHORIZED);
    }
    let id = header(&parts.headers, "x-github-delivery");
    let is_id = id.len() <= LONGEST_ID && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let event = header(&parts.headers, "x-github-event");
    let is_event =
        event.len() <= LONGEST_ID && event.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let (id, event) = (if is_id { id } else { "?" }, if is_event { event } else { "?" });
    tracing::info!(delivery = id, event, "a webhook");
    if event != "ping" {
        app.hint();
    }
    Ok(StatusCode::NO_CONTENT)
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
