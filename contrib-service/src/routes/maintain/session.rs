//! Who may see the maintainer's pages. [`Maintainer`] and [`Opened`] are what a handler asks for;
//! a request without the key never reaches its body, and gets the page that asks for it.

use axum::extract::{FromRequestParts, Path, Query, Request, State};
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use generator::render::RenderError;
use generator::render::service::ServiceHead;
use serde::{Deserialize, Serialize};

use crate::app::{App, header};
use crate::catalogue::Catalogue;
use crate::error::AppError;
use crate::queue::job::{Contribution, State as JobState};
use crate::raw_form::RawForm;
use crate::routes::submit::SMALL_FORM;
use crate::secret::{ContributionId, same_text, session_of};
use crate::server::Peer;

const COOKIE_NAME: &str = "interlink-maintainer";

/// A request of somebody who has the key.
#[derive(Debug)]
pub struct Maintainer {
    /// The language for the page.
    pub language: String,
}

/// A request of somebody who has the key, about the contribution in the address.
#[derive(Debug)]
pub struct Opened {
    /// The language for the page.
    pub language: String,
    /// The contribution.
    pub contribution: Contribution,
}

#[derive(Deserialize)]
struct Wanted {
    #[serde(default)]
    lang: String,
}

/// The contribution in the address; a file's path may stand behind it.
#[derive(Deserialize)]
struct Named {
    id: String,
}

impl FromRequestParts<App> for Maintainer {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Maintainer, AppError> {
        let wanted = session_of(&app.settings.maintainer_token);
        let has_key = header(&parts.headers, &COOKIE)
            .split(';')
            .filter_map(|pair| pair.trim().split_once('='))
            .any(|(name, value)| name == COOKIE_NAME && same_text(value, &wanted));
        if !has_key {
            return Err(AppError::SignIn);
        }
        let wanted =
            Query::<Wanted>::try_from_uri(&parts.uri).map_or_else(|_| String::new(), |query| query.0.lang);
        Ok(Maintainer { language: app.language(&app.site.current(), &parts.headers, &wanted) })
    }
}

impl FromRequestParts<App> for Opened {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Opened, AppError> {
        let Maintainer { language } = Maintainer::from_request_parts(parts, app).await?;
        let Path(Named { id }) =
            Path::from_request_parts(parts, app).await.map_err(|_| AppError::NotFound)?;
        let id = ContributionId::parse(&id).ok_or(AppError::NotFound)?;
        let found = app.with_store(move |store| store.find(&id)).await?;
        let contribution = found.filter(|found| found.state != JobState::Draft).ok_or(AppError::NotFound)?;
        Ok(Opened { language, contribution })
    }
}

/// `POST /maintain/session`
///
/// # Errors
/// With a wrong key, or after too many of them.
pub async fn sign_in(State(app): State<App>, peer: Peer, request: Request) -> Result<Response, AppError> {
    let form = RawForm::read(request, SMALL_FORM).await?;
    open_session(&app, peer, form.text("token"))
}

/// Exchanges the key for a cookie.
///
/// # Errors
/// With a wrong key, or after too many of them.
pub fn open_session(app: &App, Peer(address): Peer, token: &str) -> Result<Response, AppError> {
    let now = app.clock.now();
    // The right key opens the page also during a wait: behind a proxy everybody has one address,
    // and a stranger who types nonsense must not keep the maintainers out.
    if !same_text(token, &app.settings.maintainer_token) {
        if let Some(seconds) = app.lockout.wait(address, now) {
            return Err(AppError::TooManyKeys(seconds));
        }
        app.lockout.wrong(address, now);
        tracing::warn!("a wrong key was tried at the maintainer's page");
        return Err(AppError::WrongKey);
    }
    app.lockout.right(address);
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

#[derive(Serialize)]
struct SignInView {
    action: String,
    error: Option<String>,
}

/// The page that asks for the key; `error` is why it is shown.
///
/// # Errors
/// When the theme has a mistake.
pub fn sign_in_page(
    app: &App,
    catalogue: &Catalogue,
    language: &str,
    error: &AppError,
) -> Result<Vec<u8>, RenderError> {
    let texts = catalogue.texts(language);
    let error = match error {
        AppError::WrongKey => Some(texts.text("maintain-wrong-token")),
        AppError::TooManyKeys(seconds) => {
            Some(texts.format("maintain-too-many-keys", [("seconds", (*seconds).into())]))
        }
        _ => None,
    };
    let view = SignInView { action: app.address("maintain/session"), error };
    let head =
        ServiceHead { title: texts.text("maintain-sign-in"), has_form: true, ..ServiceHead::default() };
    catalogue.service_page(language, "sign_in.html", &head, &view)
}
