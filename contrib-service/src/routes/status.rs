//! The page of one contribution, for the person who has its key: where it stands, what happened,
//! a way to take it back.

use axum::Json;
use axum::extract::{Path, Query, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::markdown::escape_html;
use generator::render::pages::Message;
use serde::Deserialize;

use super::submit::SMALL_FORM;
use crate::app::{App, html, wants_json};
use crate::error::AppError;
use crate::queue::job::{Contribution, Event, State as JobState};
use crate::raw_form::RawForm;
use crate::secret::{ContributionId, SecretKey};

/// The query of a status page.
#[derive(Deserialize)]
pub struct StatusQuery {
    #[serde(default)]
    key: String,
}

/// `GET /contributions/{id}?key=…`
///
/// # Errors
/// When there is no such contribution or the key is not its own.
pub async fn status(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(query): Query<StatusQuery>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let contribution = opened(&app, &id, &query.key).await?;
    let id = contribution.id.clone();
    let history = app.with_store(move |store| store.history(&id)).await?;
    if wants_json(&headers) {
        return Ok(Json(as_json(&contribution, &history)).into_response());
    }
    Ok(html(StatusCode::OK, page(&app, &contribution, &history, &query.key)?))
}

/// `POST /contributions/{id}/withdraw`
///
/// # Errors
/// When the key is not its own, or it has ended already.
pub async fn withdraw(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = form.text("key").to_owned();
    let contribution = opened(&app, &id, &key).await?;
    if contribution.state != JobState::Withdrawn {
        let (id, now) = (contribution.id.clone(), app.clock.now());
        app.with_store(move |store| store.advance(&id, JobState::Withdrawn, None, now)).await?;
        tracing::info!(contribution = %contribution.id, "withdrawn");
        app.bell.notify_one();
    }
    let address = app.address(&format!("contributions/{}?key={key}", contribution.id));
    Ok((StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response())
}

/// The contribution that this key opens. A wrong id and a wrong key get the same answer.
async fn opened(app: &App, id: &str, key: &str) -> Result<Contribution, AppError> {
    let id = ContributionId::parse(id).ok_or(AppError::NotFound)?;
    let key = SecretKey::parse(key).ok_or(AppError::NotFound)?;
    let found = app.with_store(move |store| store.find(&id)).await?;
    found
        .filter(|found| found.state != JobState::Draft && found.status_key.matches(&key))
        .ok_or(AppError::NotFound)
}

fn page(app: &App, contribution: &Contribution, history: &[Event], key: &str) -> Result<Vec<u8>, AppError> {
    let catalogue = app.site.current();
    let language = catalogue.language(&contribution.language, "").to_owned();
    let texts = catalogue.texts(&language);
    let escaped = |key: &str| escape_html(&texts.text(key));
    let state = contribution.state.name();
    let mut body = format!(
        "<div class=\"notice measure\"><p id=\"state\" data-state=\"{state}\"><b>{}</b></p></div>",
        escaped(&format!("service-state-{state}")),
    );
    if let (JobState::Declined, Some(reason)) = (contribution.state, &contribution.reason) {
        body.push_str(&format!(
            "<h2>{}</h2><p class=\"measure\">{}</p>",
            escaped("service-reason"),
            escape_html(reason)
        ));
    }
    if contribution.state == JobState::Published {
        let address =
            app.address(&format!("{language}/{}/{}/", contribution.kind.folder(), contribution.slug));
        body.push_str(&format!(
            "<p><a class=\"btn\" href=\"{address}\">{}</a></p>",
            escaped("service-see-entry")
        ));
    }
    if contribution.state.is_open() {
        body.push_str(&format!("<p class=\"measure\">{}</p>", escaped("service-status-keep")));
    }
    body.push_str(&format!("<h2>{}</h2><ol class=\"steps\">", escaped("service-history")));
    for event in history {
        body.push_str(&format!(
            "<li class=\"on\"><svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><use href=\"#s-dia\"/></svg>\
             <p><b>{}</b></p><p class=\"small quiet\">{}</p></li>",
            escaped(&format!("service-event-{}", event.state.name())),
            escape_html(&texts.moment(event.at))
        ));
    }
    body.push_str("</ol>");
    if contribution.state.is_open() {
        body.push_str(&format!(
            "<form class=\"propose mt\" action=\"{}\" method=\"post\"><input type=\"hidden\" name=\"key\" value=\"{}\">\
             <p class=\"hint\" id=\"withdraw-hint\">{}</p>\
             <p><button class=\"btn alt\" id=\"withdraw\" aria-describedby=\"withdraw-hint\">{}</button></p></form>",
            app.address(&format!("contributions/{}/withdraw", contribution.id)),
            escape_html(key),
            escaped("service-withdraw-hint"),
            escaped("service-withdraw")
        ));
    } else {
        body.push_str(&format!(
            "<p class=\"mt\"><a href=\"{}\">{}</a></p>",
            app.address(&format!("{language}/contribute/interlinker/")),
            escaped("service-propose-another")
        ));
    }
    let title = texts.format("service-status-title", [("title", contribution.title.clone().into())]);
    let message = Message { title: &title, body: &body, has_form: true, ..Message::default() };
    Ok(catalogue.message_page(&language, &message)?)
}

fn as_json(contribution: &Contribution, history: &[Event]) -> serde_json::Value {
    let history: Vec<_> = history
        .iter()
        .map(|event| serde_json::json!({ "at": event.at, "state": event.state.name() }))
        .collect();
    let declined = contribution.state == JobState::Declined;
    serde_json::json!({
        "id": contribution.id.as_str(),
        "state": contribution.state.name(),
        "slug": contribution.slug.as_str(),
        "title": contribution.title,
        "reason": contribution.reason.as_ref().filter(|_| declined),
        "history": history,
    })
}
