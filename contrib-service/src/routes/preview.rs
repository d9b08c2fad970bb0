//! Step one: what was typed is checked, drafted on disk and shown as the site will show it. With a
//! mistake in it the form comes back with everything that was typed and an error beside each
//! field. What a form becomes is said in `drafting`.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::digest::Digest;
use generator::model::form::{ENTRY, Form, KIND, PAGE_LANGUAGE, PURPOSE, Purpose};
use generator::model::{Kind, Slug};
use generator::render::pages::PreviewOptions;
use generator::render::service::ServiceHead;
use serde::Serialize;
use tokio::sync::Semaphore;

use super::mail::{AddressField, EMAIL, offer};
use super::similar::{ALIKE, Similar, likeness, similar_entries};
use super::status::{may_change, opened};
use crate::app::{App, html, preview_html, wants_json};
use crate::catalogue::Catalogue;
use crate::differences::{Difference, differences};
use crate::drafting::{Drafted, Drafting, SeenEntry};
use crate::error::AppError;
use crate::forge::ForgeError;
use crate::proof::PROOF;
use crate::queue::ask::Ask;
use crate::queue::job::{Consent, Contribution};
use crate::queue::store::NewDraft;
use crate::raw_form::{RawFile, RawForm};
use crate::secret::{ContributionId, SecretKey};
use crate::server::Peer;
use crate::submission::{CHANGE, FILE, FieldError, KEPT_FILE, SEEN, STATUS_KEY};
use crate::upload::examine;

/// What a form may have besides the file: texts, and the lines around them in the request.
const ROOM_FOR_TEXT: usize = 1_000_000;

/// `POST /contributions/preview`
///
/// # Errors
/// When the request is no form of ours or the service fails; mistakes in the answers are no error
/// but the form again.
pub async fn preview(
    State(app): State<App>,
    Peer(address): Peer,
    request: Request,
) -> Result<Response, AppError> {
    app.previews.take(address).map_err(AppError::TooOften)?;
    let turn = app.turns.take(address).await?;
    let headers = request.headers().clone();
    // Read here, where the time of a request ends it.
    let form = RawForm::read(request, app.settings.max_upload + ROOM_FOR_TEXT).await?;
    // The work is a task of its own: who hangs up has their turn until what they asked for is done.
    let work = async move {
        let answer = previewed(app, &headers, form).await;
        drop(turn);
        answer
    };
    tokio::spawn(work).await?
}

/// The preview, once it is somebody's turn.
async fn previewed(app: App, headers: &HeaderMap, mut form: RawForm) -> Result<Response, AppError> {
    let catalogue = app.site.current();
    let language = app.language(&catalogue, headers, form.text(PAGE_LANGUAGE));
    // "Change the answers" on the preview page: the form as it was.
    if let Some(key) = SecretKey::parse(form.text("edit")) {
        let kept = app.with_store(move |store| store.form_of_key(&key)).await?.ok_or(AppError::UnknownKey)?;
        let mut kept = RawForm::from_json(&kept);
        kept.set(STATUS_KEY, form.text(STATUS_KEY));
        let definition = definition_of(&kept).ok_or(AppError::NotFound)?;
        let page = catalogue.form_page(definition, &language, &kept, &[])?;
        return Ok(html(StatusCode::OK, page));
    }
    let definition = definition_of(&form).ok_or(AppError::NotFound)?;
    let target = target_of(&app, &form).await?;
    // A new version asks for the same as the first.
    let fits =
        |target: &Contribution| target.kind == definition.kind && target.ask == Ask::of(definition.purpose);
    if target.as_ref().is_some_and(|target| !fits(target)) {
        return Err(AppError::CannotNow);
    }
    keep_file(&app, &mut form).await?;
    let drafting = start(&app, &catalogue, definition, &language, &form, target.as_ref()).await?;
    let (id, entry) = (drafting.id.clone(), drafting.slug.clone());
    let work = move || drafting.draft();
    // Without a file there is nothing to take apart, and nobody who does to wait for.
    let checked = if form.files.is_empty() {
        tokio::task::spawn_blocking(work).await?
    } else {
        examining(work).await?
    };
    let drafted = match checked {
        Ok(drafted) => drafted,
        Err(errors) => return refused(&catalogue, definition, headers, &language, &form, &errors),
    };
    let is_change = matches!(definition.purpose, Purpose::Edit | Purpose::Translate);
    let others = match entry.filter(|_| is_change && target.is_none()) {
        Some(slug) => {
            let kind = definition.kind;
            app.with_store(move |store| store.open_changes(kind, &slug)).await?
        }
        None => Vec::new(),
    };
    let proposed = match drafted.ask {
        Ask::NewEntry => alike_in_public(&app, definition.kind, &drafted.title).await?,
        _ => Vec::new(),
    };
    let (key, now) = (SecretKey::random()?, app.clock.now());
    let draft = NewDraft {
        // The draft of a new version has a name of its own until it is sent.
        id: if target.is_some() { ContributionId::random()? } else { id },
        ask: drafted.ask,
        kind: definition.kind,
        slug: drafted.slug.clone(),
        language: language.clone(),
        title: drafted.title.clone(),
        author: drafted.author.clone(),
        words: drafted.words.clone(),
        form: form.without(STATUS_KEY).without(EMAIL).without(PROOF).to_json(),
        key: key.clone(),
        files: drafted.files.clone(),
        upload: SecretKey::parse(form.text(KEPT_FILE)),
        changes: target.map(|target| target.id),
        consent: consent(&catalogue, definition, &language)?,
        proof: app.proofs.checked(form.text(PROOF)),
    };
    let status_key = form.text(STATUS_KEY).to_owned();
    app.with_store(move |store| store.save_draft(draft, now)).await?;
    if wants_json(headers) {
        let texts = catalogue.texts(&language);
        let body = Json(serde_json::json!({
            "key": key.reveal(),
            "send": app.address("contributions"),
            "slug": drafted.slug.as_str(),
            "not-stated": drafted.not_stated,
            "advice": drafted.advice.iter().map(|key| texts.text(key)).collect::<Vec<_>>(),
        }));
        return Ok(body.into_response());
    }
    let shown = Shown { language, kind: definition.kind, key, status_key, others, proposed };
    let work = move || preview_page(&app, &catalogue, &drafted, &shown);
    tokio::task::spawn_blocking(work).await?
}

/// New entries of a name like this one that are proposed in public, and not by whoever asks only.
async fn alike_in_public(app: &App, kind: Kind, title: &str) -> Result<Vec<Similar>, AppError> {
    let proposed = app.with_store(move |store| store.proposed_in_public(kind)).await?;
    let alike = proposed.into_iter().filter(|(other, _)| likeness(title, other) >= ALIKE);
    Ok(alike.map(|(title, address)| Similar { title, address }).take(3).collect())
}

/// The answer to a form with mistakes: the form again, or what is wrong as JSON.
fn refused(
    catalogue: &Catalogue,
    definition: Form,
    headers: &HeaderMap,
    language: &str,
    form: &RawForm,
    errors: &[FieldError],
) -> Result<Response, AppError> {
    if !wants_json(headers) {
        let page = catalogue.form_page(definition, language, form, errors)?;
        return Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page));
    }
    let told = catalogue.errors_in_words(definition, language, form, errors)?;
    let told: Vec<_> = told
        .into_iter()
        .map(|(field, message)| serde_json::json!({ "field": field, "message": message }))
        .collect();
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(serde_json::json!({ "errors": told }))).into_response())
}

/// The form of the purpose and kind that was filled in. One that names neither proposes an
/// Interlinker.
pub(super) fn definition_of(form: &RawForm) -> Option<Form> {
    let kind = match form.text(KIND) {
        "" => Kind::Interlinker,
        name => Kind::from_name(name)?,
    };
    let purpose = match form.text(PURPOSE) {
        "" => Purpose::Propose,
        name => Purpose::from_name(name)?,
    };
    Form::of(purpose, kind)
}

/// The contribution that this form is a new version of, opened with the key of its status page.
async fn target_of(app: &App, form: &RawForm) -> Result<Option<Contribution>, AppError> {
    if form.text(CHANGE).is_empty() {
        return Ok(None);
    }
    let target = opened(app, form.text(CHANGE), form.text(STATUS_KEY)).await?;
    if may_change(&target) { Ok(Some(target)) } else { Err(AppError::CannotNow) }
}

/// Gathers what a form is checked against.
async fn start(
    app: &App,
    catalogue: &Arc<Catalogue>,
    definition: Form,
    language: &str,
    form: &RawForm,
    target: Option<&Contribution>,
) -> Result<Drafting, AppError> {
    let (kind, purpose) = (definition.kind, definition.purpose);
    let slug = if purpose == Purpose::Propose {
        target.map(|target| target.slug.clone())
    } else {
        let slug = Slug::parse(form.text(ENTRY)).map_err(|_| AppError::NotFound)?;
        // A new version is about the same entry as the first.
        if target.is_some_and(|target| target.slug != slug) || !is_published(catalogue, kind, &slug) {
            return Err(AppError::NotFound);
        }
        Some(slug)
    };
    let open_slugs = match purpose {
        Purpose::Propose => app.with_store(move |store| store.open_slugs(kind)).await?,
        _ => Vec::new(),
    };
    let entry = match &slug {
        Some(slug) if matches!(purpose, Purpose::Edit | Purpose::Translate) => {
            Some(seen_entry(app, kind, slug, form.text(SEEN)).await?)
        }
        _ => None,
    };
    let day = jiff::Timestamp::from_second(app.clock.now()).unwrap_or_default();
    Ok(Drafting {
        catalogue: Arc::clone(catalogue),
        definition,
        form: form.clone(),
        language: language.to_owned(),
        id: target.map_or_else(ContributionId::random, |target| Ok(target.id.clone()))?,
        slug,
        open_slugs,
        entry,
        today: jiff::tz::TimeZone::UTC.to_datetime(day).date().to_string(),
    })
}

/// Whether readers can see the entry.
pub(super) fn is_published(catalogue: &Catalogue, kind: Kind, slug: &Slug) -> bool {
    catalogue.site.entry(kind, slug.as_str()).is_some()
}

/// The entry as it is, and as whoever fills in the form has seen it: at the commit the form names,
/// else now.
pub(super) async fn seen_entry(
    app: &App,
    kind: Kind,
    slug: &Slug,
    commit: &str,
) -> Result<SeenEntry, AppError> {
    let told = |error: ForgeError| match error {
        ForgeError::Refused(_) => AppError::UnknownKey,
        other => AppError::Away(other.to_string()),
    };
    let now = app.forge.entry(kind, slug.clone()).await.map_err(told)?;
    if now.files.is_empty() {
        return Err(AppError::NotFound);
    }
    let seen = match commit {
        "" => now.clone(),
        commit => app.forge.entry_at(kind, slug.clone(), commit.to_owned()).await.map_err(told)?,
    };
    Ok(SeenEntry { seen, now })
}

/// What whoever sends this form agrees to: the words beside the box, and a name for them that
/// changes when they do.
fn consent(catalogue: &Catalogue, definition: Form, language: &str) -> Result<Consent, AppError> {
    let text = catalogue.consent_text(definition, language)?;
    let version = Digest::of(text.as_bytes()).hex(6);
    Ok(Consent { text, version })
}

/// How many files are taken apart at once: each may need some hundred megabytes for a moment.
static EXAMINERS: Semaphore = Semaphore::const_new(2);

/// Work that takes a file apart, on a thread of its own and one of few.
async fn examining<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AppError> {
    // The semaphore is never closed; without a permit the work would only be less patient.
    let permit = EXAMINERS.acquire().await.ok();
    let held = move || {
        let done = work();
        drop(permit);
        done
    };
    Ok(tokio::task::spawn_blocking(held).await?)
}

/// A browser cannot put a file back into a form, so the service keeps it: a file that came is
/// stored under a key the form carries, and a form that carries a key gets its file.
async fn keep_file(app: &App, form: &mut RawForm) -> Result<(), AppError> {
    let chosen = form.files.iter().find(|file| file.field == FILE).cloned();
    match chosen {
        Some(file) => {
            let RawFile { name, bytes, .. } = file;
            let work = {
                let name = name.clone();
                move || examine(&bytes, &name)
            };
            let Ok(examined) = examining(work).await? else {
                form.set(KEPT_FILE, "");
                return Ok(());
            };
            // From here on there is only the cleaned file: what a camera or an office program
            // wrote about people is not even kept with a draft.
            let bytes: axum::body::Bytes = examined.bytes.into();
            if let Some(file) = form.files.iter_mut().find(|file| file.field == FILE) {
                file.bytes = bytes.clone();
            }
            let (key, now) = (SecretKey::random()?, app.clock.now());
            form.set(KEPT_FILE, key.reveal());
            form.set("kept-file-name", &name);
            app.with_store(move |store| store.keep_upload(&key, &name, &bytes, now)).await?;
        }
        None => {
            let Some(key) = SecretKey::parse(form.text(KEPT_FILE)) else {
                form.set(KEPT_FILE, "");
                return Ok(());
            };
            match app.with_store(move |store| store.upload(&key)).await? {
                Some((name, bytes)) => {
                    form.set("kept-file-name", &name);
                    form.files.push(RawFile { field: FILE.to_owned(), name, bytes: bytes.into() });
                }
                None => form.set(KEPT_FILE, ""),
            }
        }
    }
    Ok(())
}

/// What stands above the preview: what could be better, what is like it, and the two ways on.
#[derive(Serialize)]
struct ControlsView {
    title: String,
    lead: String,
    advice: Vec<String>,
    not_stated: Option<String>,
    differences: Vec<Difference>,
    others: bool,
    /// Where to read what others have proposed.
    other_requests: Vec<String>,
    similar: Vec<Similar>,
    send: String,
    preview: String,
    key: String,
    status_key: String,
    language: String,
    mail: Option<AddressField>,
}

/// The page of a report before it is sent.
#[derive(Serialize)]
struct ReportView {
    title: String,
    words: String,
    controls: String,
}

/// For whom a preview is made.
struct Shown {
    language: String,
    kind: Kind,
    key: SecretKey,
    status_key: String,
    /// Changes to the same entry that somebody has proposed already, with the addresses of their requests.
    others: Vec<Option<String>>,
    /// New entries of the same name that are proposed in public.
    proposed: Vec<Similar>,
}

fn preview_page(
    app: &App,
    catalogue: &Catalogue,
    drafted: &Drafted,
    shown: &Shown,
) -> Result<Response, AppError> {
    let language = &shown.language;
    let texts = catalogue.texts(language);
    let not_stated = drafted.not_stated.join(", ");
    let of_ask = |what: &str| {
        let own = match drafted.ask {
            Ask::Report => Some(format!("service-preview-report-{what}")),
            Ask::Edit | Ask::Translation => Some(format!("service-preview-edit-{what}")),
            _ => None,
        };
        let own = own.and_then(|key| texts.text_if_any(&key));
        own.unwrap_or_else(|| texts.text(&format!("service-preview-{what}")))
    };
    let is_new = drafted.ask == Ask::NewEntry;
    let view = ControlsView {
        title: of_ask("title"),
        lead: of_ask("lead"),
        advice: drafted.advice.iter().map(|key| texts.text(key)).collect(),
        not_stated: (!not_stated.is_empty())
            .then(|| texts.format("service-not-stated", [("fields", not_stated.into())])),
        differences: match drafted.ask {
            Ask::Edit | Ask::Translation => differences(texts, shown.kind, &drafted.before, &drafted.files),
            _ => Vec::new(),
        },
        others: !shown.others.is_empty(),
        other_requests: shown.others.iter().flatten().cloned().collect(),
        similar: if is_new {
            let published = similar_entries(catalogue, shown.kind, language, &drafted.title, 3);
            shown.proposed.iter().cloned().chain(published).collect()
        } else {
            Vec::new()
        },
        send: app.address("contributions"),
        mail: offer(app, texts, shown.status_key.is_empty()),
        preview: app.address("contributions/preview"),
        key: shown.key.reveal().to_owned(),
        status_key: shown.status_key.clone(),
        language: language.clone(),
    };
    let controls = catalogue.service_part(language, "preview.html", &view)?;
    let Some(overlaid) = &drafted.overlaid else {
        let title = texts.format("service-status-about", [("title", drafted.title.clone().into())]);
        let head = ServiceHead { title: title.clone(), has_form: true, ..ServiceHead::default() };
        let view = ReportView { title, words: drafted.words.clone(), controls };
        let page = catalogue.service_page(language, "report.html", &head, &view)?;
        return Ok(html(StatusCode::OK, page));
    };
    // The page may be in another language than its reader.
    let controls = if drafted.shown_in == *language {
        controls
    } else {
        format!("<div class=\"stack\" lang=\"{language}\">{controls}</div>")
    };
    let options = PreviewOptions { banner: texts.text("service-preview-banner"), controls };
    let page = catalogue.entry_page(overlaid, shown.kind, &drafted.slug, &drafted.shown_in, &options)?;
    let page = page.ok_or_else(|| AppError::Trouble("the drafted entry has no page".to_owned()))?;
    Ok(preview_html(page))
}
