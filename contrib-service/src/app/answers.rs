//! What holds for every answer: an error becomes a page in the visitor's language, and the browser
//! is told what it may do with what it gets.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderMap, HeaderName,
    HeaderValue, REFERRER_POLICY, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use generator::hosting::caching::{ASK_AGAIN, cache_control};
use generator::hosting::media_type::unusual_media_type;
use generator::hosting::policy::SELF_ONLY;
use generator::render::service::{Message, ServiceHead};

use super::App;
use crate::error::{AppError, Failure};
use crate::origin::is_own;
use crate::routes::maintain::session::sign_in_page;

/// A preview shows what a stranger wrote. It may look like the site and send its own form; it runs
/// no script and loads nothing else. The origin stays, or the fonts and the form would not work.
const PREVIEW_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; \
                              manifest-src 'self'; base-uri 'none'; form-action 'self'; \
                              frame-ancestors 'none'; sandbox allow-forms allow-same-origin allow-downloads";

/// An HTML page of the service.
pub fn html(status: StatusCode, bytes: Vec<u8>) -> Response {
    (status, [(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], bytes).into_response()
}

/// A page that shows an entry nobody has published.
pub fn preview_html(bytes: Vec<u8>) -> Response {
    let mut response = html(StatusCode::OK, bytes);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(PREVIEW_POLICY));
    response
}

/// Whether the visitor is a program that asks for JSON.
pub fn wants_json(headers: &HeaderMap) -> bool {
    let accept = header(headers, &ACCEPT);
    accept.contains("application/json") && !accept.contains("text/html")
}

/// A header as text; empty where there is none.
pub fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// Reading is for everybody; everything else comes from our own pages.
pub(super) async fn refuse_other_origins(State(app): State<App>, request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // The forge has no origin; it signs what it sends.
    let inside = request.uri().path().strip_prefix(&app.settings.base).unwrap_or_default();
    if reads || inside.starts_with("webhooks/") || is_own(request.headers(), &app.settings.origins) {
        next.run(request).await
    } else {
        AppError::Origin.into_response()
    }
}

/// Pages about one contribution are for one person: nobody keeps them, nobody is told their
/// address, no search engine lists them.
pub(super) async fn keep_secret(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex, nofollow"));
    response
}

/// What holds for every answer.
pub(super) async fn finish(State(app): State<App>, request: Request, next: Next) -> Response {
    let (method, uri) = (request.method().clone(), request.uri().clone());
    let headers = request.headers().clone();
    let mut response = next.run(request).await;
    if let Some(Failure(error)) = response.extensions_mut().remove::<Failure>() {
        // A query may hold a key, so only the path is logged.
        match &*error {
            AppError::Trouble(cause) | AppError::Away(cause) => {
                tracing::error!(%method, path = uri.path(), cause, "a request failed")
            }
            other => tracing::debug!(%method, path = uri.path(), reason = %other, "a request was refused"),
        }
        response = error_page(&app, &headers, uri.path(), &error, response);
    }
    let known = unusual_media_type(uri.path()).filter(|_| response.status().is_success());
    // "Not modified" renews what a browser has, so it says the same as the file.
    let keeping = match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED => {
            cache_control(uri.path().strip_prefix(&app.settings.base).unwrap_or_default())
        }
        _ => ASK_AGAIN,
    };
    let headers = response.headers_mut();
    if let Some(known) = known {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(known));
    }
    // Files are told apart by their ending only; all text here is UTF-8.
    let is_bare_text = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("text/") && !value.contains("charset"));
    if is_bare_text
        && let Ok(value) =
            HeaderValue::from_str(&format!("{}; charset=utf-8", header(headers, &CONTENT_TYPE)))
    {
        headers.insert(CONTENT_TYPE, value);
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(SELF_ONLY));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(
        "permissions-policy",
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    );
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.entry(REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static(keeping));
    response
}

fn error_page(app: &App, request: &HeaderMap, path: &str, error: &AppError, bare: Response) -> Response {
    let catalogue = app.site.current();
    let inside = path.strip_prefix(&app.settings.base).unwrap_or_default();
    let first = inside.split('/').next().unwrap_or_default();
    let language = app.language(&catalogue, request, first);
    let texts = catalogue.texts(&language);
    let title = texts.text(&format!("service-{}-title", error.name()));
    let limit = texts.size(app.settings.max_upload);
    let seconds = error.come_back_in().unwrap_or_default();
    let lead = texts.format(
        &format!("service-{}-body", error.name()),
        [
            ("size", limit.into()),
            ("seconds", usize::try_from(seconds).unwrap_or(usize::MAX).into()),
            ("minutes", usize::try_from(seconds.div_ceil(60)).unwrap_or(usize::MAX).into()),
        ],
    );
    let (mut parts, _) = bare.into_parts();
    let page = match error {
        _ if wants_json(request) => Ok((
            "application/json",
            serde_json::json!({ "error": title, "help": lead }).to_string().into_bytes(),
        )),
        AppError::SignIn | AppError::WrongKey | AppError::TooManyKeys(_) => {
            sign_in_page(app, &catalogue, &language, error).map(|page| ("text/html; charset=utf-8", page))
        }
        _ => {
            let head = ServiceHead { title: title.clone(), ..ServiceHead::default() };
            let message = Message { title: title.clone(), lead: lead.clone(), links: Vec::new() };
            let page = catalogue.service_page(&language, "message.html", &head, &message);
            page.map(|page| ("text/html; charset=utf-8", page))
        }
    };
    let (content_type, body) = page.unwrap_or_else(|cause| {
        tracing::error!(%cause, "the page of an error cannot be rendered");
        ("text/plain; charset=utf-8", format!("{title}\n\n{lead}\n").into_bytes())
    });
    parts.headers.remove(CONTENT_LENGTH);
    parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    if let Some(seconds) = error.come_back_in() {
        parts.headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    Response::from_parts(parts, Body::from(body))
}
