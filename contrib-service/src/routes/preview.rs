//! Step one: what was typed is checked, drafted on disk and shown as the site will show it. With a
//! mistake in it the form comes back with everything that was typed and an error beside each
//! field.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use generator::digest::Digest;
use generator::model::form::{Form, KIND, PAGE_LANGUAGE};
use generator::model::{Kind, Slug};
use generator::render::pages::PreviewOptions;
use serde::Serialize;
use tokio::sync::Semaphore;

use super::mail::{AddressField, offer};
use super::similar::{Similar, similar_entries};
use super::status::opened;
use crate::advice::advice;
use crate::app::{App, html, preview_html, wants_json};
use crate::catalogue::{Catalogue, Overlaid, Texts};
use crate::entry_files::{EntryFiles, write_entry_files};
use crate::error::AppError;
use crate::queue::ask::Ask;
use crate::queue::job::{Consent, Contribution, State as JobState};
use crate::queue::store::NewDraft;
use crate::raw_form::{RawFile, RawForm};
use crate::secret::{ContributionId, SecretKey};
use crate::server::Peer;
use crate::submission::{CHANGE, FILE, FieldError, KEPT_FILE, STATUS_KEY, Submission, free_slug};
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
    let _turn = app.turns.take(address).await?;
    let headers = request.headers().clone();
    let mut form = RawForm::read(request, app.settings.max_upload + ROOM_FOR_TEXT).await?;
    let catalogue = app.site.current();
    let language = app.language(&catalogue, &headers, form.text(PAGE_LANGUAGE));
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
    let kind = definition.kind;
    let target = target_of(&app, &form).await?.filter(|target| target.kind == kind);
    keep_file(&app, &mut form).await?;
    let open_slugs = app.with_store(move |store| store.open_slugs(kind)).await?;
    let work = {
        let (catalogue, language, form) = (Arc::clone(&catalogue), language.clone(), form.clone());
        let kept_slug = target.as_ref().map(|target| target.slug.clone());
        move || check(definition, &catalogue, &language, &form, &open_slugs, kept_slug)
    };
    // Without a file there is nothing to take apart, and nobody who does to wait for.
    let checked = if form.files.is_empty() {
        tokio::task::spawn_blocking(work).await??
    } else {
        examining(work).await??
    };
    match checked {
        Err(errors) if wants_json(&headers) => {
            let told = catalogue.errors_in_words(definition, &language, &errors)?;
            let told: Vec<_> = told
                .into_iter()
                .map(|(field, message)| serde_json::json!({ "field": field, "message": message }))
                .collect();
            let body = Json(serde_json::json!({ "errors": told }));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, body).into_response())
        }
        Err(errors) => {
            let page = catalogue.form_page(definition, &language, &form, &errors)?;
            Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Ok(good) => {
            let key = SecretKey::random()?;
            let draft = NewDraft {
                id: ContributionId::random()?,
                ask: Ask::NewEntry,
                kind,
                slug: good.slug.clone(),
                language: language.clone(),
                title: good.submission.name.as_str().to_owned(),
                author: good.submission.author.as_ref().map(|name| name.as_str().to_owned()),
                words: String::new(),
                form: form.without(STATUS_KEY).to_json(),
                key: key.clone(),
                files: good.files.files.clone(),
                upload: SecretKey::parse(form.text(KEPT_FILE)),
                changes: target.map(|target| target.id),
                consent: consent(catalogue.texts(&language), kind),
            };
            let (now, status_key) = (app.clock.now(), form.text(STATUS_KEY).to_owned());
            app.with_store(move |store| store.save_draft(draft, now)).await?;
            if wants_json(&headers) {
                let texts = catalogue.texts(&language);
                let body = Json(serde_json::json!({
                    "key": key.reveal(),
                    "send": app.address("contributions"),
                    "slug": good.slug.as_str(),
                    "not-stated": catalogue.not_stated(definition.kind, &language, &good.files),
                    "advice": advice(&good.submission).iter().map(|key| texts.text(key)).collect::<Vec<_>>(),
                }));
                return Ok(body.into_response());
            }
            let work = move || preview_page(&app, &catalogue, &language, &good, &key, status_key);
            Ok(preview_html(tokio::task::spawn_blocking(work).await??))
        }
    }
}

/// The form of the kind that was filled in. One that names no kind is about an Interlinker.
fn definition_of(form: &RawForm) -> Option<&'static Form> {
    match form.text(KIND) {
        "" => Form::of(Kind::Interlinker),
        name => Form::of(Kind::from_name(name)?),
    }
}

/// The contribution that this form is a new version of, opened with the key of its status page.
async fn target_of(app: &App, form: &RawForm) -> Result<Option<Contribution>, AppError> {
    if form.text(CHANGE).is_empty() {
        return Ok(None);
    }
    let target = opened(app, form.text(CHANGE), form.text(STATUS_KEY)).await?;
    if target.state.may_become(JobState::Updated) { Ok(Some(target)) } else { Err(AppError::CannotNow) }
}

/// What whoever sends this form agrees to: the words beside the box, and a name for them that
/// changes when they do.
fn consent(texts: Texts<'_>, kind: Kind) -> Consent {
    let own = texts.text_if_any(&format!("field-{kind}-agree"));
    let text = own.unwrap_or_else(|| texts.text("field-agree"));
    let version = Digest::of(text.as_bytes()).hex(6);
    Consent { text, version }
}

struct Good {
    submission: Submission,
    files: EntryFiles,
    slug: Slug,
    overlaid: Overlaid,
}

/// Form -> submission -> files -> the generator's check of them.
fn check(
    definition: &Form,
    catalogue: &Catalogue,
    language: &str,
    form: &RawForm,
    open_slugs: &[String],
    kept_slug: Option<Slug>,
) -> Result<Result<Good, Vec<FieldError>>, AppError> {
    let mut form = form.clone();
    if form.text(PAGE_LANGUAGE).is_empty() {
        form.add(PAGE_LANGUAGE, language);
    }
    let submission = match Submission::parse(definition, &form, &catalogue.site) {
        Ok(submission) => submission,
        Err(errors) => return Ok(Err(errors)),
    };
    // A new version stays in the folder of the first, whatever its name is now.
    let slug = kept_slug.unwrap_or_else(|| {
        free_slug(&submission.wanted_slug(), |slug| {
            open_slugs.iter().any(|open| open == slug.as_str()) || catalogue.is_taken(definition.kind, slug)
        })
    });
    let files = write_entry_files(&submission, &slug);
    let overlaid = catalogue.with_entry(definition.kind, &slug, &files.files);
    let errors = files.field_errors(&slug, &overlaid.diagnostics);
    Ok(if errors.is_empty() { Ok(Good { submission, files, slug, overlaid }) } else { Err(errors) })
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
    advice: Vec<String>,
    not_stated: Option<String>,
    similar: Vec<Similar>,
    send: String,
    preview: String,
    key: String,
    status_key: String,
    language: String,
    mail: Option<AddressField>,
}

fn preview_page(
    app: &App,
    catalogue: &Catalogue,
    language: &str,
    good: &Good,
    key: &SecretKey,
    status_key: String,
) -> Result<Vec<u8>, AppError> {
    let texts = catalogue.texts(language);
    let not_stated = catalogue.not_stated(good.submission.kind, language, &good.files).join(", ");
    let view = ControlsView {
        advice: advice(&good.submission).into_iter().map(|key| texts.text(key)).collect(),
        not_stated: (!not_stated.is_empty())
            .then(|| texts.format("service-not-stated", [("fields", not_stated.into())])),
        similar: similar_entries(catalogue, good.submission.kind, language, good.submission.name.as_str(), 3),
        send: app.address("contributions"),
        mail: offer(app, texts, status_key.is_empty()),
        preview: app.address("contributions/preview"),
        key: key.reveal().to_owned(),
        status_key,
        language: language.to_owned(),
    };
    let controls = catalogue.service_part(language, "preview.html", &view)?;
    let options = PreviewOptions { banner: texts.text("service-preview-banner"), controls };
    let page = catalogue.entry_page(&good.overlaid, good.submission.kind, &good.slug, language, &options)?;
    page.ok_or_else(|| AppError::Trouble("the drafted entry has no page".to_owned()))
}
