//! What a browser computes while somebody fills in a form; see `proof`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::ACCESS_CONTROL_ALLOW_ORIGIN;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::AppError;

/// `GET /contributions/challenge`: a challenge of ALTCHA, or nothing where no proof is asked for.
///
/// # Errors
/// When no challenge can be made.
pub async fn challenge(State(app): State<App>) -> Result<Response, AppError> {
    let challenge = app.proofs.challenge(app.clock.now());
    let challenge = challenge.map_err(|error| AppError::Trouble(error.to_string()))?;
    // The form may stand on a site elsewhere, and a challenge is no secret.
    let for_everybody = [(ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    Ok(match challenge {
        Some(challenge) => (for_everybody, Json(challenge)).into_response(),
        None => (StatusCode::NO_CONTENT, for_everybody).into_response(),
    })
}
