//! The client of the forges that are spoken to in plain REST: JSON there, JSON back. The one file that
//! names hyper's client. octocrab brings it along with its TLS, so both speak with the same parts.

use std::time::Duration;

use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use axum::http::{Method, Request};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::api::{ApiError, ClientError, Speed, read_answer, short};
use super::pace::PaceSettings;
use crate::clock::Clock;

/// The most pages of a list that are read.
const MAX_PAGES: usize = 10;

/// A client of one forge.
pub struct Rest {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    /// Where the interface begins, without a slash at the end.
    root: String,
    /// The header with the key.
    key: (HeaderName, HeaderValue),
    speed: Speed,
}

/// How a client is set up.
pub struct RestSettings<'a> {
    /// Where the interface begins, such as `https://gitlab.com/api/v4`.
    pub root: String,
    /// The header that carries the key.
    pub header: &'static str,
    /// What it says.
    pub key: &'a str,
    /// How fast.
    pub pace: PaceSettings,
    /// How long an answer may take.
    pub timeout: Duration,
    /// The time of day.
    pub clock: Clock,
}

impl Rest {
    /// A client.
    ///
    /// # Errors
    /// When the key has characters that no header can carry, or the system trusts no certificates.
    pub fn new(settings: RestSettings<'_>) -> Result<Rest, ClientError> {
        let mut key = HeaderValue::from_str(settings.key)
            .map_err(|_| ClientError("the token has characters that no token has".to_owned()))?;
        // Its `Debug` says nothing then.
        key.set_sensitive(true);
        let connector = HttpsConnectorBuilder::new()
            .with_provider_and_native_roots(rustls::crypto::ring::default_provider())
            .map_err(|error| ClientError(format!("no certificates of the system can be read: {error}")))?
            .https_or_http()
            .enable_http1()
            .build();
        let client = Client::builder(TokioExecutor::new())
            // What was sent is not sent again on another connection: only the caller can look whether it
            // was done.
            .retry_canceled_requests(false)
            .pool_idle_timeout(Duration::from_secs(5))
            .build(connector);
        Ok(Rest {
            client,
            root: settings.root,
            key: (HeaderName::from_static(settings.header), key),
            speed: Speed::new(settings.pace, settings.timeout, settings.clock),
        })
    }

    /// Reads something.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn get(&self, path: &str) -> Result<Value, ApiError> {
        self.ask(Method::GET, path, None).await
    }

    /// One request; any but `GET` waits for its place among the writes.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> Result<Value, ApiError> {
        if method != Method::GET {
            self.speed.wait_to_write().await?;
        }
        self.speed.refuse_while_limited()?;
        let unclear = |error: &dyn std::error::Error| ApiError::Unclear(with_cause(error));
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.root))
            .header(USER_AGENT, "interlink-contrib")
            .header(ACCEPT, "application/json")
            .header(self.key.0.clone(), self.key.1.clone());
        let request = match body {
            Some(body) => request.header(CONTENT_TYPE, "application/json").body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        let request = request.map_err(|error| unclear(&error))?;
        let answer = self.speed.in_time(async {
            let answer = self.client.request(request).await.map_err(|error| unclear(&error))?;
            let (parts, body) = answer.into_parts();
            let body = read_answer(Body::new(body)).await?;
            Ok::<_, ApiError>((parts, body))
        });
        let (parts, body) = answer.await??;
        self.speed.sort(&parts, &body)
    }
}

/// Reads a list page after page, each of this size but the last.
///
/// # Errors
/// When there is no answer to use.
pub async fn all_pages<F>(size: usize, get: impl Fn(usize) -> F) -> Result<Vec<Value>, ApiError>
where
    F: Future<Output = Result<Value, ApiError>>,
{
    let mut all = Vec::new();
    for page in 1..=MAX_PAGES {
        let Value::Array(mut one) = get(page).await? else {
            return Err(ApiError::Unclear("what should be a list is none".to_owned()));
        };
        let is_last = one.len() < size;
        all.append(&mut one);
        if is_last {
            break;
        }
    }
    Ok(all)
}

/// An error with what is behind it: hyper's own words say only which step failed.
fn with_cause(error: &dyn std::error::Error) -> String {
    let cause = error.source().map(|cause| format!(": {cause}")).unwrap_or_default();
    short(&format!("{error}{cause}"))
}

/// What an address keeps as it is: everything else, a slash too, is written with its number.
const IN_ADDRESS: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A name as one part of a path, or as a value of a query.
pub fn encoded(name: &str) -> String {
    utf8_percent_encode(name, IN_ADDRESS).to_string()
}
