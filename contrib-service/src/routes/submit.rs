//! Step two: the one-time key of a preview is sent, and the contribution is on disk before the
//! answer. However often a key is sent, it leads to the same status page.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};

use crate::app::{App, wants_json};
use crate::error::AppError;
use crate::raw_form::RawForm;
use crate::secret::SecretKey;
use crate::submission::{free_slug, slug_of};

/// A key and little else.
pub(crate) const SMALL_FORM: usize = 64 * 1024;

/// `POST /contributions`
///
/// # Errors
/// When the key is none of ours, or the store fails.
pub async fn submit(State(app): State<App>, request: Request) -> Result<Response, AppError> {
    let json = wants_json(request.headers());
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = SecretKey::parse(form.text("key")).ok_or(AppError::UnknownKey)?;
    let status_key = key.status_key();
    let (now, catalogue) = (app.clock.now(), app.site.current());
    let sent = app
        .with_store(move |store| {
            store.receive(&key, now, |draft, is_taken| {
                let wanted = slug_of(&draft.title, draft.kind);
                free_slug(&wanted, |slug| is_taken(slug) || catalogue.is_taken(draft.kind, slug))
            })
        })
        .await?;
    if sent.first {
        tracing::info!(contribution = %sent.id, "received");
        app.bell.notify_one();
    }
    let address = app.address(&format!("contributions/{}?key={}", sent.id, status_key.reveal()));
    if json {
        let body = Json(serde_json::json!({ "id": sent.id.as_str(), "address": address }));
        return Ok((StatusCode::ACCEPTED, [(LOCATION, address)], body).into_response());
    }
    Ok((StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response())
}
