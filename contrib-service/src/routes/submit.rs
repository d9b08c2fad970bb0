//! Step two: the one-time key of a preview is sent, and the contribution is on disk before the
//! answer. However often a key is sent, it leads to the same status page.

use std::net::IpAddr;
use std::num::NonZeroU32;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse, Response};

use generator::model::form::PAGE_LANGUAGE;

use super::mail::{EMAIL, Refused, sealing};
use super::status::opened;
use crate::app::{App, wants_json};
use crate::error::AppError;
use crate::lockout::{is_inside, neighbourhood};
use crate::mail::MailAddress;
use crate::queue::store::{Terms, WithMail};
use crate::raw_form::RawForm;
use crate::secret::{PlaceHash, SecretKey};
use crate::server::Peer;
use crate::submission::{STATUS_KEY, free_slug, slug_of};

/// A key and little else.
pub(crate) const SMALL_FORM: usize = 64 * 1024;

/// How much longer whoever brings no proof of work waits, and for how many proposals theirs counts: a
/// person without JavaScript hardly notices, a machine that saves itself the work does.
const WITHOUT_PROOF: NonZeroU32 = NonZeroU32::new(4).unwrap();

/// `POST /contributions`
///
/// # Errors
/// When the key is none of ours, or the store fails.
pub async fn submit(
    State(app): State<App>,
    Peer(address): Peer,
    request: Request,
) -> Result<Response, AppError> {
    let headers = request.headers().clone();
    let json = wants_json(&headers);
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = SecretKey::parse(form.text("key")).ok_or(AppError::UnknownKey)?;
    let mut status_key = key.status_key();
    let (now, catalogue) = (app.clock.now(), app.site.current());
    let desk = app.mail.as_ref().filter(|desk| desk.sends);
    let mut with_mail =
        WithMail { releases: desk.is_some_and(|desk| desk.confirmed_releases), address: None };
    // Before anything is sent: the draft stays, and so does what was typed.
    let typed = form.text(EMAIL);
    if let Some(desk) = desk.filter(|_| !typed.is_empty()) {
        let Some(address) = MailAddress::parse(typed) else {
            let language = app.language(&catalogue, &headers, form.text(PAGE_LANGUAGE));
            let refused = Refused {
                headers: &headers,
                language: &language,
                typed,
                action: app.address("contributions"),
                hidden: vec![("key", key.reveal().to_owned()), (PAGE_LANGUAGE, language.clone())],
            };
            return refused.answer(&app, desk);
        };
        with_mail.address = Some(sealing(desk, address, status_key.clone()));
    }
    // Whoever sends again what is there already (a browser does) is neither kept waiting nor counted.
    let drafted = {
        let key = key.clone();
        app.with_store(move |store| store.drafted(&key)).await?
    };
    if let Some(drafted) = drafted {
        let is_proven = !app.proofs.are_asked_for()
            || drafted.proof.is_some_and(|proof| app.proofs.use_up(proof, &key, now));
        let weight = if is_proven { NonZeroU32::MIN } else { WITHOUT_PROOF };
        let early = drafted.at + i64::from(app.settings.minimum_time) * i64::from(weight.get()) - now;
        if let Some(early) = u64::try_from(early).ok().filter(|early| *early > 0) {
            return Err(AppError::TooQuick(early));
        }
        app.proposals.take_several(address, weight).map_err(AppError::TooOften)?;
    }
    let mut terms = terms(&app, address);
    // Whatever looks like spam waits for a maintainer, also where nothing else does.
    let draft = key.clone();
    if app.looks_like_spam(move |store| store.text_of_draft(&draft)).await? {
        terms.hold = true;
        with_mail.releases = false;
    }
    let sent = app
        .with_store(move |store| {
            store.receive_with(&key, now, terms, with_mail, move |draft, is_taken| {
                let wanted = slug_of(&draft.title, draft.kind);
                free_slug(&wanted, |slug| is_taken(slug) || catalogue.is_taken(draft.kind, slug))
            })
        })
        .await?;
    if sent.first {
        tracing::info!(contribution = %sent.id, change = sent.is_change, "received");
        app.metrics.accepted();
        app.bell.notify_one();
    }
    if sent.is_change {
        // A new version has the status page of the first one, whose key only its writer has.
        let known = form.text(STATUS_KEY);
        opened(&app, sent.id.as_str(), known).await?;
        status_key = SecretKey::parse(known).ok_or(AppError::NotFound)?;
    }
    let address = app.address(&format!("contributions/{}?key={}", sent.id, status_key.reveal()));
    if json {
        let body = Json(
            serde_json::json!({ "id": sent.id.as_str(), "key": status_key.reveal(), "address": address }),
        );
        return Ok((StatusCode::ACCEPTED, [(LOCATION, address)], body).into_response());
    }
    Ok((StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response())
}

/// The terms for a visitor from this address.
fn terms(app: &App, address: Option<IpAddr>) -> Terms {
    let settings = &app.settings;
    // A proxy stands for everybody, so what comes through it has no place of its own.
    let place = address.map(|address| address.to_canonical()).filter(|address| !is_inside(*address));
    Terms {
        hold: settings.hold,
        place: place
            .map(|place| PlaceHash::of(&settings.maintainer_token, &neighbourhood(Some(place)).to_string())),
        most_from_one_place: settings.open.each.map(NonZeroU32::get),
        most_open: settings.open.all.map(NonZeroU32::get),
    }
}
