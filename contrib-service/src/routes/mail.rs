//! The address that news of a contribution go to: given, shown in part, confirmed, forgotten. A link in
//! a mail opens a page with a button, because programs that look for harm in mails follow links.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};

use super::asked::Asked;
use super::status::{back_to, opened};
use super::submit::SMALL_FORM;
use crate::app::{App, html, wants_json};
use crate::catalogue::Texts;
use crate::error::AppError;
use crate::mail::{Desk, MailAddress};
use crate::queue::job::Contribution;
use crate::queue::store::{KeptAddress, NewAddress, StoreError};
use crate::raw_form::RawForm;
use crate::secret::{ContributionId, SecretKey};
use crate::server::Peer;

/// The field of an address.
pub(crate) const EMAIL: &str = "email";

/// The longest text that is put back into the field, in characters.
const MAX_SHOWN_AGAIN: usize = 300;

/// A field for an address.
#[derive(Serialize)]
pub(crate) struct AddressField {
    value: String,
    hint: String,
    error: Option<String>,
}

/// What the status page says of mail.
#[derive(Serialize)]
pub(crate) struct MailView {
    /// The address and where it stands.
    kept: Option<String>,
    forget: Option<String>,
    give: Option<String>,
    field: AddressField,
}

/// The view of `mail.html`.
#[derive(Serialize)]
struct PageView {
    title: String,
    lead: String,
    form: Option<FormView>,
}

#[derive(Serialize)]
struct FormView {
    action: String,
    button: String,
    hidden: Vec<(&'static str, String)>,
    field: Option<AddressField>,
}

/// The query of a link in a mail.
#[derive(Deserialize)]
pub struct ConfirmQuery {
    #[serde(default)]
    token: String,
}

/// `POST /contributions/{id}/mail`: gives an address, or another one.
///
/// # Errors
/// When the key is not its own, it has ended, no mail is sent here, or the store fails.
pub async fn give(
    State(app): State<App>,
    Peer(from): Peer,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    let headers = request.headers().clone();
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = form.text("key").to_owned();
    let contribution = opened(&app, &id, &key).await?;
    let desk = app.mail.clone().filter(|desk| desk.sends).ok_or(AppError::CannotNow)?;
    let status_key = SecretKey::parse(&key).ok_or(AppError::NotFound)?;
    if form.text(EMAIL).is_empty() {
        return Ok(back_to(&app, &contribution.id, &key));
    }
    let Some(address) = MailAddress::parse(form.text(EMAIL)) else {
        let refused = Refused {
            headers: &headers,
            language: &app.language(&app.site.current(), &headers, &contribution.language),
            typed: form.text(EMAIL),
            action: app.address(&format!("contributions/{}/mail", contribution.id)),
            hidden: vec![("key", key)],
        };
        return refused.answer(&app, &desk);
    };
    // Every address is a mail to somebody, so it costs what a proposal costs.
    app.proposals.take(from).map_err(AppError::TooOften)?;
    let (id, now) = (contribution.id.clone(), app.clock.now());
    let sealed = desk.key.seal(&id, &address, &status_key)?;
    app.with_store(move |store| store.keep_address(&id, sealed, now)).await?;
    tracing::info!(contribution = %contribution.id, "an address for mail was given");
    Ok(back_to(&app, &contribution.id, &key))
}

/// `POST /contributions/{id}/mail/forget`
///
/// # Errors
/// When the key is not its own, or the store fails.
pub async fn forget(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let key = form.text("key").to_owned();
    let contribution = opened(&app, &id, &key).await?;
    let id = contribution.id.clone();
    app.with_store(move |store| store.forget_address(&id)).await?;
    tracing::info!(contribution = %contribution.id, "an address for mail was forgotten");
    Ok(back_to(&app, &contribution.id, &key))
}

/// `GET /contributions/{id}/confirm?token=…`: the page with the button.
///
/// # Errors
/// When the store or the theme fails.
pub async fn ask(
    State(app): State<App>,
    Path(id): Path<String>,
    Asked(query): Asked<ConfirmQuery>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    let Some((contribution, kept)) = to_confirm(&app, &id, &query.token).await? else {
        return gone(&app, &headers);
    };
    if kept.confirmed.is_some() {
        return done(&app, &contribution);
    }
    let action = app.address(&format!("contributions/{}/confirm", contribution.id));
    page(&app, &contribution.language, StatusCode::OK, "mail-ask", |texts| {
        Some(FormView {
            action,
            button: texts.text("mail-ask-button"),
            hidden: vec![("token", query.token)],
            field: None,
        })
    })
}

/// `POST /contributions/{id}/confirm`: the button. What is held goes on because of it, and where the
/// address is an organisation's, that is noted.
///
/// # Errors
/// When the store or the theme fails.
pub async fn confirm(
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
    request: Request,
) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    let token = form.text("token").to_owned();
    let Some((contribution, kept)) = to_confirm(&app, &id, &token).await? else {
        return gone(&app, &headers);
    };
    let domain = app.mail.as_ref().and_then(|desk| organisation_of(&app, desk, &contribution.id, &kept));
    let releases = app.mail.as_ref().is_some_and(|desk| desk.confirmed_releases);
    let (id, now) = (contribution.id.clone(), app.clock.now());
    let Some(token) = SecretKey::parse(&token) else { return gone(&app, &headers) };
    // What looks like spam waits for a maintainer, whoever sent it.
    let held = id.clone();
    let releases = releases && !app.looks_like_spam(move |store| store.text_of(&held)).await?;
    let confirmed = app
        .with_store(move |store| store.confirm_address(&id, &token, domain.as_deref(), releases, now))
        .await?;
    let Some(confirmed) = confirmed else { return gone(&app, &headers) };
    if confirmed.first {
        tracing::info!(contribution = %contribution.id, released = confirmed.released, "an address was confirmed");
        app.bell.notify_one();
    }
    done(&app, &contribution)
}

async fn to_confirm(
    app: &App,
    id: &str,
    token: &str,
) -> Result<Option<(Contribution, KeptAddress)>, AppError> {
    let (Some(id), Some(token)) = (ContributionId::parse(id), SecretKey::parse(token)) else {
        return Ok(None);
    };
    let now = app.clock.now();
    let found = move |store: &crate::queue::store::Store| {
        let Some(kept) = store.address_to_confirm(&id, &token, now)? else { return Ok(None) };
        Ok(store.find(&id)?.map(|contribution| (contribution, kept)))
    };
    Ok(app.with_store(found).await?)
}

/// The domain of an organisation of the catalogue that this address belongs to.
fn organisation_of(app: &App, desk: &Desk, id: &ContributionId, kept: &KeptAddress) -> Option<String> {
    let address = desk.key.open(id, &kept.sealed)?.address;
    let catalogue = app.site.current();
    let domains = catalogue.site.organisations.values().flat_map(|organisation| &organisation.domains);
    address.domain_among(domains.map(String::as_str)).map(str::to_owned)
}

/// The link does nothing any more. Which of the reasons it is, is nobody's business.
fn gone(app: &App, headers: &HeaderMap) -> Result<Response, AppError> {
    let language = app.language(&app.site.current(), headers, "");
    page(app, &language, StatusCode::NOT_FOUND, "mail-gone", |_| None)
}

fn done(app: &App, contribution: &Contribution) -> Result<Response, AppError> {
    page(app, &contribution.language, StatusCode::OK, "mail-done", |_| None)
}

/// A page that holds nothing anybody has typed: its texts are `<name>-title` and `<name>-lead`.
fn page(
    app: &App,
    language: &str,
    status: StatusCode,
    name: &str,
    form: impl FnOnce(Texts<'_>) -> Option<FormView>,
) -> Result<Response, AppError> {
    let catalogue = app.site.current();
    let language = catalogue.language(language, "").to_owned();
    let texts = catalogue.texts(&language);
    let title = texts.text(&format!("{name}-title"));
    let view =
        PageView { title: title.clone(), lead: texts.text(&format!("{name}-lead")), form: form(texts) };
    let head = ServiceHead { title, has_form: view.form.is_some(), scripts: Vec::new() };
    Ok(html(status, catalogue.service_page(&language, "mail.html", &head, &view)?))
}

/// What is wrong with an address, with what was typed and everything that is needed to go on from there.
pub(crate) struct Refused<'a> {
    /// What the request says of itself.
    pub headers: &'a HeaderMap,
    /// The language of the answer.
    pub language: &'a str,
    /// What stood in the field.
    pub typed: &'a str,
    /// Where the form goes.
    pub action: String,
    /// What it carries besides.
    pub hidden: Vec<(&'static str, String)>,
}

impl Refused<'_> {
    /// The field again, or the mistake for a program.
    ///
    /// # Errors
    /// When the theme fails.
    pub fn answer(self, app: &App, desk: &Desk) -> Result<Response, AppError> {
        let Refused { headers, language, typed, action, hidden } = self;
        if wants_json(headers) {
            let message = app.site.current().texts(language).text("mail-address-wrong");
            let body = Json(serde_json::json!({ "errors": [{ "field": EMAIL, "message": message }] }));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response());
        }
        page(app, language, StatusCode::UNPROCESSABLE_ENTITY, "mail-refused", |texts| {
            let error = texts.text("mail-address-wrong");
            let value = typed.chars().take(MAX_SHOWN_AGAIN).collect();
            let field = AddressField { value, error: Some(error), ..field(texts, desk) };
            Some(FormView { action, button: texts.text("mail-refused-button"), hidden, field: Some(field) })
        })
    }
}

/// An empty field.
fn field(texts: Texts<'_>, desk: &Desk) -> AddressField {
    let days = usize::try_from(desk.kept_days).unwrap_or(usize::MAX);
    let hint = texts.format("mail-address-hint", [("days", days.into())]);
    AddressField { value: String::new(), hint, error: None }
}

/// The field on the preview page, where mail is sent and the contribution is new.
pub(crate) fn offer(app: &App, texts: Texts<'_>, is_new: bool) -> Option<AddressField> {
    let desk = app.mail.as_ref().filter(|desk| desk.sends && is_new)?;
    Some(field(texts, desk))
}

/// What the status page says, where there is anything to say.
pub(crate) fn view(
    app: &App,
    texts: Texts<'_>,
    contribution: &Contribution,
    kept: Option<&KeptAddress>,
) -> Option<MailView> {
    let desk = app.mail.as_ref()?;
    let give = desk.sends && contribution.state.is_open();
    let action = |name: &str| app.address(&format!("contributions/{}/{name}", contribution.id));
    (give || kept.is_some()).then(|| MailView {
        kept: kept.map(|kept| {
            let state = if kept.confirmed.is_some() { "confirmed" } else { "waiting" };
            let address = desk.shown(&contribution.id, kept);
            texts.format(&format!("mail-kept-{state}"), [("address", address.into())])
        }),
        forget: kept.map(|_| action("mail/forget")),
        give: give.then(|| action("mail")),
        field: field(texts, desk),
    })
}

/// The same for a program; `whole` with the address itself, for the copy of everything that is kept.
pub(crate) fn as_json(
    app: &App,
    id: &ContributionId,
    kept: Option<&KeptAddress>,
    whole: bool,
) -> serde_json::Value {
    let (Some(desk), Some(kept)) = (app.mail.as_ref(), kept) else { return serde_json::Value::Null };
    let opened = desk.key.open(id, &kept.sealed);
    let address = opened.map(|opened| match whole {
        true => opened.address.reveal().to_owned(),
        false => opened.address.masked(),
    });
    let state = if kept.confirmed.is_some() { "confirmed" } else { "waiting" };
    serde_json::json!({ "address": address, "state": state, "given": kept.given, "confirmed": kept.confirmed })
}

/// The address that came with a one-time key, ready for the store to seal it.
pub(crate) type SealAddress = Box<dyn Fn(&ContributionId) -> Result<NewAddress, StoreError> + Send>;

/// Seals an address once the contribution of its key is known.
pub(crate) fn sealing(
    desk: &std::sync::Arc<Desk>,
    address: MailAddress,
    status_key: SecretKey,
) -> SealAddress {
    let desk = std::sync::Arc::clone(desk);
    Box::new(move |id| {
        desk.key
            .seal(id, &address, &status_key)
            .map_err(|error| StoreError::Database(format!("an address cannot be sealed: {error}")))
    })
}
