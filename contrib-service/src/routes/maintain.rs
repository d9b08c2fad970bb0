//! The maintainer's page: what waits, each entry as it will look, the report of the check, and
//! three buttons: publish, decline with a reason, try again. One key opens it; the key travels in
//! an address once and is then kept in a cookie that only this page gets.

use axum::extract::{Path, Query, Request, State};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::diagnostic::{Diagnostic, Severity};
use generator::markdown::escape_html;
use generator::render::pages::{Message, PreviewOptions};
use serde::Deserialize;

use super::submit::SMALL_FORM;
use crate::app::{App, header, html};
use crate::catalogue::Texts;
use crate::error::AppError;
use crate::forge::{ForgeError, Proposal};
use crate::queue::job::{Contribution, State as JobState};
use crate::raw_form::RawForm;
use crate::secret::{ContributionId, same_text, session_of};

/// The query of the page: the key, once, and the language.
#[derive(Deserialize)]
pub struct MaintainQuery {
    #[serde(default)]
    token: String,
    #[serde(default)]
    lang: String,
}

const COOKIE_NAME: &str = "interlink-maintainer";

/// `GET /maintain`
///
/// # Errors
/// When the store or the theme fails.
pub async fn list(
    State(app): State<App>,
    Query(query): Query<MaintainQuery>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    if !query.token.is_empty() {
        return open_session(&app, &headers, &query.token);
    }
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, &query.lang, false);
    }
    let catalogue = app.site.current();
    let language = app.language(&catalogue, &headers, &query.lang);
    let texts = catalogue.texts(&language);
    let all = app.with_store(|store| store.list()).await?;
    let (open, closed): (Vec<_>, Vec<_>) = all.into_iter().partition(|item| item.state.is_open());
    let mut body = String::new();
    if open.is_empty() {
        body.push_str(&format!("<p>{}</p>", escape_html(&texts.text("maintain-none"))));
    } else {
        body.push_str(&rows(&app, texts, "maintain-open", open.iter()));
    }
    if !closed.is_empty() {
        // The newest first, and not more than a person wants to see.
        body.push_str(&rows(&app, texts, "maintain-closed", closed.iter().rev().take(100)));
    }
    let title = texts.text("maintain-title");
    let message = Message { title: &title, body: &body, has_form: true, ..Message::default() };
    Ok(html(StatusCode::OK, catalogue.message_page(&language, &message)?))
}

fn rows<'a>(
    app: &App,
    texts: Texts<'_>,
    heading: &str,
    contributions: impl Iterator<Item = &'a Contribution>,
) -> String {
    let mut rows = format!("<h2>{}</h2><ul class=\"rows wide\">", escape_html(&texts.text(heading)));
    for contribution in contributions {
        rows.push_str(&format!(
            "<li id=\"{id}\"><h3><a href=\"{address}\">{title}</a></h3><p class=\"small quiet\">{state} · {from} · {sent}</p></li>",
            id = contribution.id,
            address = app.address(&format!("maintain/{}", contribution.id)),
            title = escape_html(&contribution.title),
            state = escape_html(&state_text(texts, contribution)),
            from = escape_html(&from_text(texts, contribution)),
            sent = escape_html(&texts.moment(contribution.received.unwrap_or(contribution.created))),
        ));
    }
    rows.push_str("</ul>");
    rows
}

fn state_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    let reason = contribution.reason.clone().unwrap_or_default();
    texts.format(&format!("maintain-state-{}", contribution.state.name()), [("reason", reason.into())])
}

fn from_text(texts: Texts<'_>, contribution: &Contribution) -> String {
    match &contribution.author {
        Some(name) => texts.format("maintain-by", [("name", name.clone().into())]),
        None => texts.text("maintain-anonymous"),
    }
}

/// `POST /maintain/session`
///
/// # Errors
/// When the theme fails.
pub async fn sign_in(State(app): State<App>, request: Request) -> Result<Response, AppError> {
    let headers = request.headers().clone();
    let form = RawForm::read(request, SMALL_FORM).await?;
    open_session(&app, &headers, form.text("token"))
}

fn open_session(app: &App, headers: &HeaderMap, token: &str) -> Result<Response, AppError> {
    if !same_text(token, &app.settings.maintainer_token) {
        return sign_in_page(app, headers, "", true);
    }
    let secure = if app.settings.origins.iter().all(|origin| origin.is_secure()) { "; Secure" } else { "" };
    let cookie = format!(
        "{COOKIE_NAME}={}; Path={}; HttpOnly; SameSite=Strict; Max-Age=43200{secure}",
        session_of(&app.settings.maintainer_token),
        app.address("maintain")
    );
    let cookie = HeaderValue::from_str(&cookie).map_err(|error| AppError::Trouble(error.to_string()))?;
    let mut response = (StatusCode::SEE_OTHER, [(LOCATION, app.address("maintain"))]).into_response();
    response.headers_mut().insert(SET_COOKIE, cookie);
    Ok(response)
}

fn is_signed_in(app: &App, headers: &HeaderMap) -> bool {
    let wanted = session_of(&app.settings.maintainer_token);
    header(headers, &COOKIE)
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='))
        .any(|(name, value)| name == COOKIE_NAME && same_text(value, &wanted))
}

fn sign_in_page(app: &App, headers: &HeaderMap, wanted: &str, wrong: bool) -> Result<Response, AppError> {
    let catalogue = app.site.current();
    let language = app.language(&catalogue, headers, wanted);
    let texts = catalogue.texts(&language);
    let escaped = |key: &str| escape_html(&texts.text(key));
    let (state, error, invalid) = if wrong {
        let error = format!("<p class=\"msg\" id=\"token-error\">{}</p>", escaped("maintain-wrong-token"));
        (" bad", error, " aria-invalid=\"true\"")
    } else {
        ("", String::new(), "")
    };
    let body = format!(
        "<form class=\"propose\" action=\"{}\" method=\"post\"><div class=\"field{state}\">\
         <label for=\"token\">{}</label><span class=\"hint\" id=\"token-hint\">{}</span>{error}\
         <input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"current-password\" \
         aria-describedby=\"token-hint\"{invalid}></div><p class=\"row\"><button class=\"btn\">{}</button></p></form>",
        app.address("maintain/session"),
        escaped("maintain-token"),
        escaped("maintain-token-hint"),
        escaped("maintain-sign-in"),
    );
    let title = texts.text("maintain-sign-in");
    let message = Message { title: &title, body: &body, has_form: true, ..Message::default() };
    Ok(html(StatusCode::UNAUTHORIZED, catalogue.message_page(&language, &message)?))
}

/// `GET /maintain/{id}`
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails.
pub async fn show(
    State(app): State<App>,
    Path(id): Path<String>,
    Query(query): Query<MaintainQuery>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, &query.lang, false);
    }
    let contribution = find(&app, &id).await?;
    let page = detail_page(&app, &headers, &contribution, None).await?;
    Ok(html(StatusCode::OK, page))
}

/// The page of one contribution; `problem` is what stood in the way of the last button.
async fn detail_page(
    app: &App,
    headers: &HeaderMap,
    contribution: &Contribution,
    problem: Option<(&str, String)>,
) -> Result<Vec<u8>, AppError> {
    let catalogue = app.site.current();
    let language = app.language(&catalogue, headers, "");
    let texts = catalogue.texts(&language);
    let escaped = |key: &str| escape_html(&texts.text(key));
    let id = contribution.id.clone();
    let files = app.with_store(move |store| store.files(&id)).await?;
    let action = |name: &str| app.address(&format!("maintain/{}/{name}", contribution.id));
    let mut body = String::new();
    if let Some((heading, problem)) = problem {
        body.push_str(&format!(
            "<div class=\"sum\" role=\"alert\" tabindex=\"-1\" id=\"errors\"><h2>{}</h2><p>{}</p></div>",
            escaped(heading),
            escape_html(&problem)
        ));
    }
    let branch = contribution.id.branch();
    body.push_str(&format!(
        "<p id=\"state\" data-state=\"{}\"><b>{}</b></p><p>{} · {} {} · {} <code>{branch}</code></p>",
        contribution.state.name(),
        escape_html(&state_text(texts, contribution)),
        escape_html(&from_text(texts, contribution)),
        escaped("maintain-received"),
        escape_html(&texts.moment(contribution.received.unwrap_or(contribution.created))),
        escaped("maintain-branch"),
    ));
    if !files.is_empty() {
        body.push_str(&format!(
            "<p><a class=\"btn alt\" id=\"preview\" href=\"{}\">{}</a></p>",
            action("preview"),
            escaped("maintain-preview")
        ));
        if contribution.state.is_open() {
            let overlaid = catalogue.with_entry(contribution.kind, &contribution.slug, &files);
            body.push_str(&report(texts, &overlaid.diagnostics));
        }
        body.push_str(&format!("<h2>{}</h2><ul class=\"prose\">", escaped("maintain-files")));
        for file in &files {
            body.push_str(&format!(
                "<li><code>{}/{}/{}</code> ({})</li>",
                contribution.kind.folder(),
                contribution.slug,
                escape_html(&file.path),
                escape_html(&texts.size(file.bytes.len()))
            ));
        }
        body.push_str("</ul>");
    }
    if contribution.state == JobState::Proposed {
        let hint = texts.format("maintain-merge-hint", [("branch", app.settings.main_branch.clone().into())]);
        body.push_str(&format!(
            "<form class=\"propose mt\" action=\"{}\" method=\"post\"><p class=\"hint\" id=\"merge-hint\">{}</p>\
             <p><button class=\"btn\" id=\"merge\" aria-describedby=\"merge-hint\">{}</button></p></form>",
            action("merge"),
            escape_html(&hint),
            escaped("maintain-merge")
        ));
    }
    if contribution.state == JobState::Failed {
        body.push_str(&format!(
            "<form class=\"propose mt\" action=\"{}\" method=\"post\"><p><button class=\"btn\" id=\"retry\">{}</button></p></form>",
            action("retry"),
            escaped("maintain-retry")
        ));
    }
    if contribution.state.is_open() {
        body.push_str(&format!(
            "<form class=\"propose mt\" action=\"{}\" method=\"post\"><div class=\"field measure\"><label for=\"reason\">{}</label>\
             <textarea id=\"reason\" name=\"reason\" rows=\"3\" required maxlength=\"2000\"></textarea></div>\
             <p><button class=\"btn alt\" id=\"decline\">{}</button></p></form>",
            action("decline"),
            escaped("maintain-decline-reason"),
            escaped("maintain-decline")
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
    body.push_str(&format!(
        "<p class=\"mt\"><a href=\"{}\">{}</a></p>",
        app.address("maintain"),
        escaped("maintain-title")
    ));
    let message = Message { title: &contribution.title, body: &body, has_form: true, ..Message::default() };
    Ok(catalogue.message_page(&language, &message)?)
}

fn report(texts: Texts<'_>, diagnostics: &[Diagnostic]) -> String {
    let mut report = format!("<h2>{}</h2>", escape_html(&texts.text("maintain-report")));
    if diagnostics.is_empty() {
        report.push_str(&format!("<p>{}</p>", escape_html(&texts.text("maintain-report-clean"))));
        return report;
    }
    // The report is the generator's, in its own words, as a maintainer knows it from the terminal.
    report.push_str("<ul class=\"prose\" lang=\"en\">");
    for found in diagnostics {
        let place = found.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
        report.push_str(&format!(
            "<li><code>{}{place}</code>: {}[{}]: {}</li>",
            escape_html(&found.file),
            if found.severity == Severity::Error { "error" } else { "warning" },
            found.code,
            escape_html(&found.message)
        ));
    }
    report.push_str("</ul>");
    report
}

/// `GET /maintain/{id}/preview`
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails.
pub async fn preview(
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, "", false);
    }
    let contribution = find(&app, &id).await?;
    let id = contribution.id.clone();
    let files = app.with_store(move |store| store.files(&id)).await?;
    let catalogue = app.site.current();
    // The language it is written in, so that the reviewer reads what was typed.
    let written = files.iter().find_map(|file| file.path.strip_suffix(".md"));
    let language = catalogue.language(written.unwrap_or(&contribution.language), "").to_owned();
    let banner = format!(
        "{} · {}",
        catalogue.texts(&language).text("maintain-title"),
        state_text(catalogue.texts(&language), &contribution)
    );
    let work = move || {
        let overlaid = catalogue.with_entry(contribution.kind, &contribution.slug, &files);
        let options = PreviewOptions { banner, controls: String::new() };
        catalogue.entry_page(&overlaid, contribution.kind, &contribution.slug, &language, &options)
    };
    let page = tokio::task::spawn_blocking(work).await??.ok_or(AppError::NotFound)?;
    Ok(html(StatusCode::OK, page))
}

/// `POST /maintain/{id}/merge`
///
/// # Errors
/// Without the key, without such a contribution, or when the store or the theme fails. What the
/// forge refuses is no error but the page with the reason.
pub async fn merge(
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, "", false);
    }
    let contribution = find(&app, &id).await?;
    if contribution.state == JobState::Published {
        return Ok(back_to(&app, &contribution));
    }
    if contribution.state != JobState::Proposed {
        return Err(AppError::CannotNow);
    }
    let id = contribution.id.clone();
    let files = app.with_store(move |store| store.files(&id)).await?;
    let catalogue = app.site.current();
    let language = app.language(&catalogue, &headers, "");
    let texts = catalogue.texts(&language);
    let refusal = if catalogue.with_entry(contribution.kind, &contribution.slug, &files).has_errors() {
        Some(texts.text("maintain-errors"))
    } else {
        let proposal = Proposal::new(&contribution, files);
        match app.forge.merge(proposal, app.clock.now()).await {
            Ok(commit) => {
                tracing::info!(contribution = %contribution.id, commit, "merged");
                None
            }
            Err(error) => {
                tracing::warn!(contribution = %contribution.id, %error, "not merged");
                Some(refusal_text(texts, &error))
            }
        }
    };
    if let Some(refusal) = refusal {
        let page = detail_page(&app, &headers, &contribution, Some(("maintain-not-merged", refusal))).await?;
        return Ok(html(StatusCode::CONFLICT, page));
    }
    let (id, now) = (contribution.id.clone(), app.clock.now());
    match app.with_store(move |store| store.advance(&id, JobState::Published, None, now)).await {
        // The worker may have seen it on the main branch before we came to say so.
        Ok(_) | Err(crate::queue::store::StoreError::Step(..)) => {}
        Err(error) => return Err(error.into()),
    }
    app.site.content_changed();
    Ok(back_to(&app, &contribution))
}

fn refusal_text(texts: Texts<'_>, error: &ForgeError) -> String {
    let listed = |files: &[String]| {
        let some: Vec<&str> = files.iter().take(5).map(String::as_str).collect();
        some.join(", ")
    };
    match error {
        ForgeError::Dirty(files) => texts.format("maintain-dirty", [("files", listed(files).into())]),
        ForgeError::Conflict(files) => texts.format("maintain-conflict", [("files", listed(files).into())]),
        other => texts.format("maintain-refused", [("detail", other.to_string().into())]),
    }
}

/// `POST /maintain/{id}/decline`
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn decline(
    State(app): State<App>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, AppError> {
    let headers = request.headers().clone();
    let form = RawForm::read(request, SMALL_FORM).await?;
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, "", false);
    }
    let contribution = find(&app, &id).await?;
    let Ok(reason) = crate::submission::Prose::parse(form.text("reason"), 2_000) else {
        let catalogue = app.site.current();
        let language = app.language(&catalogue, &headers, "");
        let missing = catalogue.texts(&language).text("maintain-decline-missing");
        let problem = Some(("maintain-decline", missing));
        let page = detail_page(&app, &headers, &contribution, problem).await?;
        return Ok(html(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let (id, now) = (contribution.id.clone(), app.clock.now());
    app.with_store(move |store| store.advance(&id, JobState::Declined, Some(reason.as_str()), now)).await?;
    tracing::info!(contribution = %contribution.id, "declined");
    app.bell.notify_one();
    Ok(back_to(&app, &contribution))
}

/// `POST /maintain/{id}/retry`
///
/// # Errors
/// Without the key, without such a contribution, past that step, or when the store fails.
pub async fn retry(
    State(app): State<App>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Response, AppError> {
    if !is_signed_in(&app, &headers) {
        return sign_in_page(&app, &headers, "", false);
    }
    let contribution = find(&app, &id).await?;
    let (id, now) = (contribution.id.clone(), app.clock.now());
    app.with_store(move |store| store.advance(&id, JobState::Queued, None, now)).await?;
    app.bell.notify_one();
    Ok(back_to(&app, &contribution))
}

fn back_to(app: &App, contribution: &Contribution) -> Response {
    let address = app.address(&format!("maintain/{}", contribution.id));
    (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response()
}

async fn find(app: &App, id: &str) -> Result<Contribution, AppError> {
    let id = ContributionId::parse(id).ok_or(AppError::NotFound)?;
    let found = app.with_store(move |store| store.find(&id)).await?;
    found.filter(|found| found.state != JobState::Draft).ok_or(AppError::NotFound)
}
