//! The page of one contribution, for the person who has its key: where it stands, what happened and
//! what maintainers answered, ways to change it, to take it back, to have a copy of what is kept and
//! to have that erased.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::header::{CONTENT_DISPOSITION, LOCATION};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};

use super::mail::{self, MailView};
use super::preview::definition_of;
use super::submit::SMALL_FORM;
use crate::app::{App, html, wants_json};
use crate::catalogue::{Texts, page_path};
use crate::error::AppError;
use crate::forge::Reply;
use crate::queue::job::{Contribution, Event, Moment, State as JobState};
use crate::queue::store::{KeptAddress, Store};
use crate::raw_form::RawForm;
use crate::routes::asked::Asked;
use crate::secret::{ContributionId, SecretKey};
use crate::server::Peer;
use crate::submission::{CHANGE, KEPT_FILE, STATUS_KEY};

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
    let (history, replies, address) = app
        .with_store(move |store| Ok((store.history(&id)?, store.replies(&id)?, store.address(&id)?)))
        .await?;
    if wants_json(&headers) {
        let mut body = as_json(&contribution, &history, &replies);
        body["mail"] = mail::as_json(&app, &contribution.id, address.as_ref(), false);
        return Ok(Json(body).into_response());
    }
    let page = page(&app, &contribution, &history, &replies, address.as_ref(), &query.key)?;
    Ok(html(StatusCode::OK, page))
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
    Ok(back_to(&app, &contribution.id, &key))
}

/// `POST /contributions/{id}/change`: the form with what was sent, to send a new version.
///
/// # Errors
/// When the key is not its own, or it cannot be changed any more.
pub async fn change(
    State(app): State<App>,
    Peer(address): Peer,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    // It keeps the file for the form once more, so it has its price.
    app.previews.take(address).map_err(AppError::TooOften)?;
    let asked = RawForm::read(request, SMALL_FORM).await?;
    let key = asked.text("key").to_owned();
    let contribution = opened(&app, &id, &key).await?;
    if !may_change(&contribution) {
        return Err(AppError::CannotNow);
    }
    let id = contribution.id.clone();
    let (kept, files) = app.with_store(move |store| Ok((store.form_of(&id)?, store.files(&id)?))).await?;
    // What was sent before this service kept forms cannot be filled in again.
    let mut form = RawForm::from_json(&kept.ok_or(AppError::CannotNow)?);
    let definition = definition_of(&form).ok_or(AppError::CannotNow)?;
    form.set(KEPT_FILE, "");
    if let Some(file) = files.into_iter().find(|file| file.path.starts_with("files/")) {
        let (upload, now) = (SecretKey::random()?, app.clock.now());
        let name = match form.text("kept-file-name") {
            "" => file.path.trim_start_matches("files/").to_owned(),
            name => name.to_owned(),
        };
        form.set(KEPT_FILE, upload.reveal());
        form.set("kept-file-name", &name);
        app.with_store(move |store| store.keep_upload(&upload, &name, &file.bytes, now)).await?;
    }
    form.set(CHANGE, contribution.id.as_str());
    form.set(STATUS_KEY, &key);
    let catalogue = app.site.current();
    let language = catalogue.language(&contribution.language, "").to_owned();
    Ok(html(StatusCode::OK, catalogue.form_page(definition, &language, &form, &[])?))
}

/// `POST /contributions/{id}/export`: everything the service keeps of it.
///
/// # Errors
/// When the key is not its own.
pub async fn export(
    State(app): State<App>,
    Peer(address): Peer,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    app.previews.take(address).map_err(AppError::TooOften)?;
    let _turn = app.turns.take(address).await?;
    let form = RawForm::read(request, SMALL_FORM).await?;
    let contribution = opened(&app, &id, form.text("key")).await?;
    let id = contribution.id.clone();
    let read = move |store: &Store| {
        let address = store.address(&id)?;
        let (history, replies) = (store.history(&id)?, store.replies(&id)?);
        Ok((history, replies, store.files(&id)?, store.form_of(&id)?, store.consent(&id)?, address))
    };
    let (history, replies, files, form, consent, address) = app.with_store(read).await?;
    let mut body = as_json(&contribution, &history, &replies);
    let files: Vec<_> = files
        .iter()
        .map(|file| match std::str::from_utf8(&file.bytes) {
            Ok(text) => serde_json::json!({ "path": file.path, "text": text }),
            Err(_) => serde_json::json!({ "path": file.path, "base64": base64::engine::general_purpose::STANDARD.encode(&file.bytes) }),
        })
        .collect();
    let more = serde_json::json!({
        "language": contribution.language,
        "name-shown": contribution.author,
        "words": contribution.words,
        "drafted": contribution.created,
        "sent": contribution.received,
        "agreed-to": { "text": consent.text, "version": consent.version },
        "form": form.and_then(|form| serde_json::from_str::<serde_json::Value>(&form).ok()),
        "files": files,
        "mail": mail::as_json(&app, &contribution.id, address.as_ref(), true),
    });
    if let (serde_json::Value::Object(body), serde_json::Value::Object(more)) = (&mut body, more) {
        body.extend(more);
    }
    let name = format!("attachment; filename=\"{}.json\"", contribution.id);
    Ok(([(CONTENT_DISPOSITION, name)], Json(body)).into_response())
}

/// `POST /contributions/{id}/erase`: what is kept of a published contribution goes. What is in the
/// catalogue stays there, and in the history of Git.
///
/// # Errors
/// When the key is not its own, or it is not published.
pub async fn erase(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = form.text("key").to_owned();
    let contribution = opened(&app, &id, &key).await?;
    let id = contribution.id.clone();
    app.with_store(move |store| store.erase_published(&id)).await?;
    tracing::info!(contribution = %contribution.id, "erased");
    Ok(back_to(&app, &contribution.id, &key))
}

/// Leads back to the status page.
pub(super) fn back_to(app: &App, id: &ContributionId, key: &str) -> Response {
    let address = app.address(&format!("contributions/{id}?key={key}"));
    (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
}

/// Whether its writer may send a new version. An issue of a forge is what it is.
pub(super) fn may_change(contribution: &Contribution) -> bool {
    contribution.state.may_become(JobState::Updated) && !contribution.ask.is_issue()
}

/// The contribution that this key opens. A wrong id and a wrong key get the same answer.
pub(super) async fn opened(app: &App, id: &str, key: &str) -> Result<Contribution, AppError> {
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
    version: Option<String>,
    events: Vec<EventView>,
    key: String,
    change: Option<String>,
    withdraw: Option<WithdrawView>,
    export: Option<String>,
    mail: Option<MailView>,
    erase: Option<String>,
    another: String,
    another_label: String,
}

#[derive(Serialize)]
struct EventView {
    text: String,
    /// In the format of `<time>`.
    moment: String,
    at: String,
    /// What a maintainer wrote.
    note: Option<String>,
}

/// What it takes to take the proposal back, or to have what is left of it erased.
#[derive(Serialize)]
struct WithdrawView {
    action: String,
    label: String,
}

fn page(
    app: &App,
    contribution: &Contribution,
    history: &[Event],
    replies: &[Reply],
    address: Option<&KeptAddress>,
    key: &str,
) -> Result<Vec<u8>, AppError> {
    let catalogue = app.site.current();
    let language = catalogue.language(&contribution.language, "").to_owned();
    let texts = catalogue.texts(&language);
    let state = contribution.state;
    let has_words = !contribution.title.is_empty();
    let action = |name: &str| app.address(&format!("contributions/{}/{name}", contribution.id));
    let withdraw_label = match state {
        _ if !state.may_become(JobState::Withdrawn) => None,
        // After a while the service has erased the words by itself.
        JobState::Declined | JobState::Spam if !has_words => None,
        JobState::Declined | JobState::Spam => Some("service-erase"),
        _ => Some("service-withdraw"),
    };
    let view = StatusView {
        title: match contribution.title.as_str() {
            "" if state == JobState::Withdrawn => texts.text("service-status-title-erased"),
            "" => texts.text("service-status-title-forgotten"),
            title if contribution.ask.takes_slug() => {
                texts.format("service-status-title", [("title", title.into())])
            }
            title => texts.format("service-status-about", [("title", title.into())]),
        },
        state: state.name(),
        state_text: said_of(texts, contribution, "state", state),
        reason: contribution.reason.clone().filter(|_| is_answer(state)),
        entry: (state == JobState::Published).then(|| {
            app.address(&format!("{language}/{}", page_path(contribution.kind, &contribution.slug)))
        }),
        is_open: state.is_open(),
        events: events(texts, contribution, history, replies),
        version: (contribution.version > 1)
            .then(|| texts.format("service-version", [("number", (contribution.version as usize).into())])),
        key: key.to_owned(),
        change: may_change(contribution).then(|| action("change")),
        withdraw: withdraw_label
            .map(|label| WithdrawView { action: action("withdraw"), label: texts.text(label) }),
        export: has_words.then(|| action("export")),
        mail: mail::view(app, texts, contribution, address),
        erase: (has_words && state == JobState::Published).then(|| action("erase")),
        another: if contribution.ask.takes_slug() {
            app.address(&format!("{language}/contribute/{}/", contribution.kind))
        } else {
            app.address(&format!("{language}/{}", page_path(contribution.kind, &contribution.slug)))
        },
        another_label: texts.text(if contribution.ask.takes_slug() {
            "service-propose-another"
        } else {
            "service-back-to-entry"
        }),
    };
    let head = ServiceHead { title: view.title.clone(), has_form: true, scripts: vec!["status.js"] };
    Ok(catalogue.service_page(&language, "status.html", &head, &view)?)
}

/// What happened and what maintainers wrote meanwhile, oldest first.
fn events(
    texts: Texts<'_>,
    contribution: &Contribution,
    history: &[Event],
    replies: &[Reply],
) -> Vec<EventView> {
    let view = |at: Moment, text: String, note: Option<String>| EventView {
        text,
        moment: jiff::Timestamp::from_second(at).map_or_else(|_| String::new(), |at| at.to_string()),
        at: texts.moment(at),
        note,
    };
    let happened = history.iter().map(|event| {
        let note = event.note.clone().filter(|_| is_answer(event.state));
        (event.at, view(event.at, said_of(texts, contribution, "event", event.state), note))
    });
    let written = replies.iter().map(|reply| {
        (reply.at, view(reply.at, texts.text("service-reply"), Some(reply.text.trim().to_owned())))
    });
    let mut all: Vec<(Moment, EventView)> = happened.chain(written).collect();
    // In the order of the clock; the history of the service itself stays as it was written.
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, view)| view).collect()
}

/// What is said of a state: what is asked for may have words of its own for it.
fn said_of(texts: Texts<'_>, contribution: &Contribution, what: &str, state: JobState) -> String {
    let (ask, state) = (contribution.ask.name(), state.name());
    let own = texts.text_if_any(&format!("service-{what}-{ask}-{state}"));
    own.unwrap_or_else(|| texts.text(&format!("service-{what}-{state}")))
}

/// Whether the note that goes with a state is what a maintainer wrote to the contributor.
fn is_answer(state: JobState) -> bool {
    matches!(state, JobState::Declined | JobState::ChangesRequested)
}

fn as_json(contribution: &Contribution, history: &[Event], replies: &[Reply]) -> serde_json::Value {
    let replies: Vec<_> =
        replies.iter().map(|reply| serde_json::json!({ "at": reply.at, "text": reply.text })).collect();
    let history: Vec<_> = history
        .iter()
        .map(|event| {
            let note = event.note.as_ref().filter(|_| is_answer(event.state));
            serde_json::json!({ "at": event.at, "state": event.state.name(), "note": note })
        })
        .collect();
    serde_json::json!({
        "id": contribution.id.as_str(),
        "state": contribution.state.name(),
        "version": contribution.version,
        "slug": contribution.slug.as_str(),
        "title": contribution.title,
        "reason": contribution.reason.as_ref().filter(|_| is_answer(contribution.state)),
        "may-change": may_change(contribution),
        "may-withdraw": contribution.state.may_become(JobState::Withdrawn),
        "request": contribution.request.as_ref().map(|request| request.address.as_str()),
        "history": history,
        "replies": replies,
    })
}
