//! What stands behind the question mark of an address. What cannot be read (a name given twice, for
//! instance) is answered like any other mistake: with a page in the visitor's language.

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

use crate::error::AppError;
use crate::raw_form::FormError;

/// The query of a request.
#[derive(Debug)]
pub struct Asked<T>(pub T);

impl<S: Sync, T: DeserializeOwned> FromRequestParts<S> for Asked<T> {
    type Rejection = AppError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Asked<T>, AppError> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(asked)) => Ok(Asked(asked)),
            // The error may quote a key, so it is not kept.
            Err(_) => Err(AppError::Form(FormError::Broken("the query cannot be read".to_owned()))),
        }
    }
}
