//! `AppError`: what a visitor is told when a request cannot be served. A status and a plain
//! sentence go to the visitor, the cause goes to the log.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::queue::store::{Crowd, StoreError};
use crate::raw_form::FormError;
use crate::secret::NoRandomness;

/// Why a request is not served.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// It came from another site.
    #[error("the request came from another origin")]
    Origin,
    /// The body is no form.
    #[error(transparent)]
    Form(#[from] FormError),
    /// The one-time key is none of ours, or its draft is forgotten.
    #[error("no draft has this key")]
    UnknownKey,
    /// There is no such page, or the key does not open it: the answer is the same.
    #[error("there is no such page")]
    NotFound,
    /// The maintainer's page without its key.
    #[error("the maintainer's key is missing")]
    SignIn,
    /// The maintainer's page with a key that does not fit.
    #[error("a wrong key was tried at the maintainer's page")]
    WrongKey,
    /// Too many wrong keys; the seconds until the next one is looked at.
    #[error("too many wrong keys were tried at the maintainer's page")]
    TooManyKeys(u64),
    /// The request took too long.
    #[error("the request took too long")]
    TooSlow,
    /// Too many send at the same time.
    #[error("too many forms are being read")]
    Busy,
    /// The contribution is past that step.
    #[error("the contribution is past that step")]
    CannotNow,
    /// Too many came in a short time; the seconds until it is worth trying again.
    #[error("too many forms came in a short time")]
    TooOften(u64),
    /// A preview was sent sooner than anybody can read it; the seconds until it may be.
    #[error("a preview was sent too quickly")]
    TooQuick(u64),
    /// There are as many open contributions as there may be.
    #[error("there are too many open contributions {0}")]
    Crowded(Crowd),
    /// The store cannot take anything at the moment.
    #[error("{0}")]
    Away(String),
    /// Our own failure.
    #[error("{0}")]
    Trouble(String),
}

impl AppError {
    /// The status.
    pub fn status(&self) -> StatusCode {
        match self {
            AppError::Origin => StatusCode::FORBIDDEN,
            AppError::Form(FormError::TooLarge(_)) => StatusCode::PAYLOAD_TOO_LARGE,
            AppError::Form(FormError::Type) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            AppError::Form(FormError::Broken(_)) => StatusCode::BAD_REQUEST,
            AppError::UnknownKey | AppError::NotFound => StatusCode::NOT_FOUND,
            AppError::SignIn | AppError::WrongKey => StatusCode::UNAUTHORIZED,
            AppError::TooManyKeys(_) => StatusCode::TOO_MANY_REQUESTS,
            AppError::TooSlow | AppError::Form(FormError::Slow) => StatusCode::REQUEST_TIMEOUT,
            AppError::Busy | AppError::Away(_) => StatusCode::SERVICE_UNAVAILABLE,
            AppError::Crowded(_) | AppError::TooOften(_) | AppError::TooQuick(_) => {
                StatusCode::TOO_MANY_REQUESTS
            }
            AppError::CannotNow => StatusCode::CONFLICT,
            AppError::Trouble(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name of its texts: `service-<name>-title` and `service-<name>-body`.
    pub fn name(&self) -> &'static str {
        match self {
            AppError::Origin => "refused",
            AppError::Form(FormError::TooLarge(_)) => "too-large",
            AppError::TooSlow | AppError::Form(FormError::Slow) => "too-slow",
            AppError::Form(_) => "broken",
            AppError::UnknownKey => "unknown-key",
            AppError::NotFound => "not-found",
            AppError::SignIn | AppError::WrongKey => "sign-in",
            AppError::TooManyKeys(_) => "too-many-keys",
            AppError::Busy => "busy",
            AppError::Crowded(Crowd::OnePlace) => "crowded-here",
            AppError::Crowded(Crowd::Everywhere) => "crowded",
            AppError::TooOften(_) => "too-often",
            AppError::TooQuick(_) => "too-quick",
            AppError::Away(_) => "away",
            AppError::CannotNow => "cannot-now",
            AppError::Trouble(_) => "trouble",
        }
    }

    /// After how many seconds it is worth coming back, where that is known.
    pub fn come_back_in(&self) -> Option<u64> {
        match self {
            AppError::TooManyKeys(seconds) | AppError::TooOften(seconds) | AppError::TooQuick(seconds) => {
                Some(*seconds)
            }
            AppError::Busy => Some(15),
            AppError::Crowded(_) => Some(24 * 60 * 60),
            AppError::Away(_) => Some(60),
            _ => None,
        }
    }
}

impl From<StoreError> for AppError {
    fn from(error: StoreError) -> AppError {
        match error {
            StoreError::Unknown => AppError::UnknownKey,
            StoreError::Step(..) => AppError::CannotNow,
            StoreError::TooMany(crowd) => AppError::Crowded(crowd),
            StoreError::Away(_) | StoreError::InTheWay(_) | StoreError::Full => {
                AppError::Away(error.to_string())
            }
            other => AppError::Trouble(other.to_string()),
        }
    }
}

impl From<NoRandomness> for AppError {
    fn from(error: NoRandomness) -> AppError {
        AppError::Trouble(error.to_string())
    }
}

impl From<generator::render::RenderError> for AppError {
    fn from(error: generator::render::RenderError) -> AppError {
        AppError::Trouble(error.to_string())
    }
}

impl From<tokio::task::JoinError> for AppError {
    fn from(error: tokio::task::JoinError) -> AppError {
        AppError::Trouble(format!("the work was cut off: {error}"))
    }
}

/// An error on its way out. It becomes a page in [`crate::app`], which knows the visitor's
/// language and the layout of the site.
#[derive(Clone)]
pub struct Failure(pub std::sync::Arc<AppError>);

impl IntoResponse for AppError {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Failure(std::sync::Arc::new(self)));
        response
    }
}
