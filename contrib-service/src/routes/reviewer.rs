//! `GET /contributions/{id}/preview?token=…`: a proposal as the site would show it, for the people who
//! review it on a forge. The address stands in the request, so whoever can read the request can open
//! it; it shows nothing that the request does not hold. It is never indexed, never kept, runs nothing.

use axum::extract::{Path, State};
use axum::response::Response;
use serde::Deserialize;

use super::asked::Asked;
use crate::app::App;
use crate::error::AppError;
use crate::queue::job::State as JobState;
use crate::review::Review;
use crate::routes::maintain::page::rendered;
use crate::secret::{ContributionId, preview_token, same_text};

/// The query of the address.
#[derive(Debug, Deserialize)]
pub struct Query {
    #[serde(default)]
    token: String,
}

/// The preview.
///
/// # Errors
/// When there is no such contribution, the token is not its own, or the theme fails.
pub async fn preview(
    State(app): State<App>,
    Path(id): Path<String>,
    Asked(query): Asked<Query>,
) -> Result<Response, AppError> {
    let id = ContributionId::parse(&id).ok_or(AppError::NotFound)?;
    if !same_text(&query.token, &preview_token(&app.settings.maintainer_token, &id)) {
        return Err(AppError::NotFound);
    }
    let found = app.with_store(move |store| store.find(&id)).await?.ok_or(AppError::NotFound)?;
    if found.state == JobState::Draft {
        return Err(AppError::NotFound);
    }
    let review = Review::read(&app, found).await?;
    // Only what lies on the branch is in the request: a version that is held, or what was taken back,
    // is not for whoever can read the request.
    if review.files.is_empty() || review.commit.is_none() {
        return Err(AppError::NotFound);
    }
    rendered(&app, review, "").await
}
