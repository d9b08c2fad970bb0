//! The page of one contribution, for the person who has its key: where it stands, what happened,
//! a way to take it back.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::LOCATION;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};

use super::submit::SMALL_FORM;
use crate::app::{App, html, wants_json};
use crate::error::AppError;
use crate::queue::job::{Contribution, Event, State as JobState};
use crate::raw_form::RawForm;
use crate::routes::asked::Asked;
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
    Asked(query): Asked<StatusQuery>,
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

#[derive(Serialize)]
struct StatusView {
    title: String,
    state: &'static str,
    state_text: String,
    reason: Option<String>,
    entry: Option<String>,
    is_open: bool,
    events: Vec<EventView>,
    withdraw: Option<WithdrawView>,
    another: String,
}

#[derive(Serialize)]
struct EventView {
    text: String,
    at: String,
}

/// What it takes to take the proposal back, or to have what is left of it erased.
#[derive(Serialize)]
struct WithdrawView {
    action: String,
    key: String,
    label: String,
}

fn page(app: &App, contribution: &Contribution, history: &[Event], key: &str) -> Result<Vec<u8>, AppError> {
    let catalogue = app.site.current();
    let language = catalogue.language(&contribution.language, "").to_owned();
    let texts = catalogue.texts(&language);
    let state = contribution.state;
    let withdraw_label = match state {
        _ if !state.may_become(JobState::Withdrawn) => None,
        JobState::Declined => Some("service-erase"),
        _ => Some("service-withdraw"),
    };
    let view = StatusView {
        title: match contribution.title.as_str() {
            "" => texts.text("service-status-title-erased"),
            title => texts.format("service-status-title", [("title", title.into())]),
        },
        state: state.name(),
        state_text: texts.text(&format!("service-state-{}", state.name())),
        reason: contribution.reason.clone().filter(|_| state == JobState::Declined),
        entry: (state == JobState::Published).then(|| {
            app.address(&format!("{language}/{}/{}/", contribution.kind.folder(), contribution.slug))
        }),
        is_open: state.is_open(),
        events: history
            .iter()
            .map(|event| EventView {
                text: texts.text(&format!("service-event-{}", event.state.name())),
                at: texts.moment(event.at),
            })
            .collect(),
        withdraw: withdraw_label.map(|label| WithdrawView {
            action: app.address(&format!("contributions/{}/withdraw", contribution.id)),
            key: key.to_owned(),
            label: texts.text(label),
        }),
        another: app.address(&format!("{language}/contribute/interlinker/")),
    };
    let head = ServiceHead { title: view.title.clone(), has_form: true, ..ServiceHead::default() };
    Ok(catalogue.service_page(&language, "status.html", &head, &view)?)
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
