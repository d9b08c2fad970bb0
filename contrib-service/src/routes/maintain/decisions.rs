//! The decisions of a maintainer: publish, decline with a reason, try again. Each leads back to the
//! page of the contribution, with the reason where it could not be done.

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

use super::page::{Problem, refusal_text, render};
use super::session::Opened;
use crate::app::{App, html};
use crate::error::AppError;
use crate::forge::ForgeError;
use crate::queue::job::{Contribution, State as JobState};
use crate::queue::store::StoreError;
use crate::raw_form::RawForm;
use crate::review::Review;
use crate::routes::submit::SMALL_FORM;
use crate::submission::Prose;

/// Longest reason of a decline, in characters.
const MAX_REASON: usize = 2_000;

/// Why a contribution is not published.
enum NotPublished {
    /// The check finds mistakes in it, or there is nothing of it left.
    Mistakes,
    /// The forge does not do it.
    Forge(ForgeError),
}

/// `POST /maintain/{id}/merge`: publishes the commit that the page has shown.
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails. What the
/// forge refuses is no error but the page with the reason.
pub async fn merge(State(app): State<App>, opened: Opened, request: Request) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let contribution = opened.contribution;
    match contribution.state {
        JobState::Published => return Ok(back_to(&app, &contribution)),
        JobState::Proposed | JobState::ChangesRequested => {}
        _ => return Err(AppError::CannotNow),
    }
    let review = Review::read(&app, contribution.clone()).await?;
    if let Err(refusal) = publish(&app, &review, form.text("commit")).await? {
        let catalogue = app.site.current();
        let texts = catalogue.texts(&opened.language);
        let text = match &refusal {
            NotPublished::Mistakes => texts.text("maintain-errors"),
            NotPublished::Forge(error) => refusal_text(texts, error),
        };
        let problem = Problem { title: texts.text("maintain-not-merged"), text };
        let page = render(&app, &opened.language, review, Some(problem), None).await?;
        return Ok(html(StatusCode::CONFLICT, page));
    }
    let (id, now) = (contribution.id.clone(), app.clock.now());
    match app.with_store(move |store| store.advance(&id, JobState::Published, None, now)).await {
        // The worker may have seen it on the main branch before we came to say so.
        Ok(_) | Err(StoreError::Step(..)) => {}
        Err(error) => return Err(error.into()),
    }
    app.learn_anew();
    app.site.content_changed();
    Ok(back_to(&app, &contribution))
}

/// Merges the commit that was shown, if it is still what lies on the branch and the check has
/// nothing against it.
async fn publish(app: &App, review: &Review, shown: &str) -> Result<Result<(), NotPublished>, AppError> {
    let id = &review.contribution.id;
    if let Some(trouble) = &review.trouble {
        return Ok(Err(NotPublished::Forge(trouble.clone())));
    }
    if review.commit.as_deref() != Some(shown) {
        return Ok(Err(NotPublished::Forge(ForgeError::Moved)));
    }
    let (catalogue, checked) = (app.site.current(), review.clone());
    let check = move || {
        let contribution = &checked.contribution;
        Arc::clone(&catalogue).with_entry(contribution.kind, &contribution.slug, &checked.files).has_errors()
    };
    if review.files.is_empty() || tokio::task::spawn_blocking(check).await? {
        return Ok(Err(NotPublished::Mistakes));
    }
    match app.forge.merge(review.proposal(), shown.to_owned(), app.clock.now()).await {
        Ok(commit) => {
            tracing::info!(contribution = %id, commit, "merged");
            Ok(Ok(()))
        }
        Err(error) => {
            tracing::warn!(contribution = %id, %error, "not merged");
            Ok(Err(NotPublished::Forge(error)))
        }
    }
}

/// `POST /maintain/{id}/decline`
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn decline(State(app): State<App>, opened: Opened, request: Request) -> Result<Response, AppError> {
    answer(app, opened, request, JobState::Declined).await
}

/// `POST /maintain/{id}/ask`: asks its writer for a change.
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn ask(State(app): State<App>, opened: Opened, request: Request) -> Result<Response, AppError> {
    answer(app, opened, request, JobState::ChangesRequested).await
}

/// A decision that its writer is told the reason of.
async fn answer(app: App, opened: Opened, request: Request, next: JobState) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let Ok(reason) = Prose::parse(form.text("reason"), MAX_REASON) else {
        let missing = app.site.current().texts(&opened.language).text("maintain-reason-missing");
        let review = Review::read(&app, opened.contribution).await?;
        let page = render(&app, &opened.language, review, None, Some((next, missing))).await?;
        return Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    decide(&app, &opened, next, Some(reason.as_str())).await
}

/// `POST /maintain/{id}/done`: the problem of a report is dealt with.
///
/// # Errors
/// Without the key, without such a contribution, when it is no report or past that step, or when the
/// store fails.
pub async fn done(State(app): State<App>, opened: Opened) -> Result<Response, AppError> {
    if !opened.contribution.ask.is_issue() {
        return Err(AppError::CannotNow);
    }
    decide(&app, &opened, JobState::Published, None).await
}

/// `POST /maintain/{id}/retry`
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn retry(State(app): State<App>, opened: Opened) -> Result<Response, AppError> {
    decide(&app, &opened, JobState::Queued, None).await
}

/// `POST /maintain/{id}/release`: lets a contribution that is held go to the forge. What was taken
/// for spam by mistake is held again first.
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn release(State(app): State<App>, opened: Opened) -> Result<Response, AppError> {
    let next = if opened.contribution.state == JobState::Spam { JobState::Held } else { JobState::Queued };
    decide(&app, &opened, next, None).await
}

/// `POST /maintain/{id}/spam`
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn spam(State(app): State<App>, opened: Opened) -> Result<Response, AppError> {
    decide(&app, &opened, JobState::Spam, None).await
}

async fn decide(
    app: &App,
    opened: &Opened,
    next: JobState,
    note: Option<&str>,
) -> Result<Response, AppError> {
    let (id, now, note) = (opened.contribution.id.clone(), app.clock.now(), note.map(str::to_owned));
    app.with_store(move |store| store.advance(&id, next, note.as_deref(), now)).await?;
    app.learn_anew();
    tracing::info!(contribution = %opened.contribution.id, state = next.name(), "decided");
    app.bell.notify_one();
    Ok(back_to(app, &opened.contribution))
}

fn back_to(app: &App, contribution: &Contribution) -> Response {
    let address = app.address(&format!("maintain/{}", contribution.id));
    (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
}
