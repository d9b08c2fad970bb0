//! What speaking to a forge comes to, whichever it is: an answer, or a reason sorted by what can be done
//! about it; the pace that is kept between requests. Nothing is repeated here, because only the caller
//! knows how to look whether a write was done.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, to_bytes};
use axum::http::response::Parts;
use http_body_util::LengthLimitError;
use serde_json::Value;

use super::pace::{Limits, Pace, PaceSettings};
use crate::clock::Clock;
use crate::forge::ForgeError;
use crate::queue::job::RequestLink;

/// The most bytes of an answer that are read.
const MAX_ANSWER: usize = 8 << 20;

/// The longest wait for a place that is slept away: whoever stops the service waits for it, too.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiError {
    /// The forge says that it is too much or too fast; nothing was done.
    Limited {
        /// How many seconds to be silent.
        wait: u64,
    },
    /// The key is not taken; nothing was done.
    Key(String),
    /// It is not allowed; nothing was done.
    Forbidden(String),
    /// There is no such thing, or not yet.
    NotFound,
    /// What was asked cannot be done as things stand: it is there already, for instance.
    Unprocessable(String),
    /// The repository has another address now; nothing was done. Where to, as far as the forge says.
    Moved(String),
    /// There is more of it than is read: strangers may write as much as they like below a request.
    TooLong,
    /// Nobody knows whether it was done: no answer, or one that cannot be read.
    Unclear(String),
}

/// What the worker is told. Whether a write that is unclear was done, the next look-up says.
impl From<ApiError> for ForgeError {
    fn from(error: ApiError) -> ForgeError {
        let unavailable = |reason: String, wait| ForgeError::Unavailable { reason, wait };
        match error {
            ApiError::Limited { wait } => unavailable("the forge asks for a pause".to_owned(), Some(wait)),
            ApiError::Key(reason) => unavailable(format!("the forge does not take the key: {reason}"), None),
            ApiError::Forbidden(reason) => {
                ForgeError::Refused(format!("the forge does not allow it: {reason}"))
            }
            ApiError::NotFound => unavailable("the forge does not find it".to_owned(), None),
            ApiError::Moved(_) => unavailable("the repository has another address".to_owned(), None),
            ApiError::Unprocessable(reason) => unavailable(format!("the forge cannot do it: {reason}"), None),
            ApiError::TooLong => unavailable("the forge answers more than is read".to_owned(), None),
            ApiError::Unclear(reason) => {
                unavailable(format!("the forge gives no clear answer: {reason}"), None)
            }
        }
    }
}

/// Why there is no client. Told to the person who starts the service.
#[derive(Debug, thiserror::Error)]
#[error("the forge cannot be spoken to with these settings: {0}")]
pub struct ClientError(pub String);

/// How fast a forge is spoken to, and how long it may take to answer.
pub struct Speed {
    pace: Mutex<Pace>,
    begun: Instant,
    timeout: Duration,
    clock: Clock,
}

impl Speed {
    /// At the beginning nothing has to wait.
    pub fn new(pace: PaceSettings, timeout: Duration, clock: Clock) -> Speed {
        Speed { pace: Mutex::new(Pace::new(pace)), begun: Instant::now(), timeout, clock }
    }

    /// Waits until there is a place for a write.
    ///
    /// # Errors
    /// When that takes so long that something else should be done meanwhile: the hour is full.
    pub async fn wait_to_write(&self) -> Result<(), ApiError> {
        let wait = {
            let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
            let now = self.begun.elapsed();
            let wait = pace.wait_for_write(now);
            if wait > LONGEST_SLEEP {
                return Err(ApiError::Limited { wait: whole_seconds(wait) });
            }
            pace.place_for_write(now)
        };
        tokio::time::sleep(wait).await;
        Ok(())
    }

    /// Lets no request out while a limit holds.
    ///
    /// # Errors
    /// When one does, with the seconds that are left of it.
    pub fn refuse_while_limited(&self) -> Result<(), ApiError> {
        let pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        match pace.limited_for(self.begun.elapsed()) {
            Some(wait) => Err(ApiError::Limited { wait: whole_seconds(wait) }),
            None => Ok(()),
        }
    }

    /// Learns what an answer said of limits, and says how long to be silent now.
    pub fn learn(&self, limits: Limits) -> u64 {
        let epoch = u64::try_from(self.clock.now()).unwrap_or_default();
        let mut pace = self.pace.lock().unwrap_or_else(PoisonError::into_inner);
        pace.learn(limits, self.begun.elapsed(), epoch);
        pace.limited_for(self.begun.elapsed()).map_or(0, whole_seconds)
    }

    /// Gives up an answer that does not come.
    ///
    /// # Errors
    /// When the time is over.
    pub async fn in_time<T>(&self, work: impl Future<Output = T>) -> Result<T, ApiError> {
        tokio::time::timeout(self.timeout, work)
            .await
            .map_err(|_| ApiError::Unclear(format!("no answer in {} seconds", self.timeout.as_secs_f32())))
    }

    /// Sorts an answer of REST and keeps in mind what it says of limits.
    ///
    /// # Errors
    /// When it is not what was asked for.
    pub fn sort(&self, parts: &Parts, body: &[u8]) -> Result<Value, ApiError> {
        let read: Result<Value, _> = serde_json::from_slice(body);
        let message = read.as_ref().map(message_of).unwrap_or_default();
        let status = parts.status.as_u16();
        let limits = limits_of(parts, &message);
        let wait = self.learn(limits);
        match status {
            _ if limits.limited => Err(ApiError::Limited { wait }),
            204 => Ok(Value::Null),
            200..=299 => {
                read.map_err(|error| ApiError::Unclear(format!("the answer cannot be read: {error}")))
            }
            301 | 302 | 307 | 308 => {
                Err(ApiError::Moved(header(parts, "location").unwrap_or_default().to_owned()))
            }
            // GitLab (lib/api/helpers.rb, `find_project!`) leads on nothing but reading.
            405 if message.contains("moved projects") => Err(ApiError::Moved(String::new())),
            401 => Err(ApiError::Key(short(&message))),
            403 => Err(ApiError::Forbidden(short(&message))),
            404 | 410 => Err(ApiError::NotFound),
            400 | 409 | 412 | 422 => Err(ApiError::Unprocessable(short(&message))),
            _ => Err(ApiError::Unclear(short(&format!("it answered {status} {message}")))),
        }
    }
}

fn header<'a>(parts: &'a Parts, name: &str) -> Option<&'a str> {
    parts.headers.get(name)?.to_str().ok().map(str::trim)
}

/// GitHub says `x-ratelimit-…`, GitLab `ratelimit-…` (its page "User and IP rate limits"); what stands in
/// front of a Forgejo says at most `retry-after`.
fn limits_of(parts: &Parts, message: &str) -> Limits {
    let number = |name: &str| -> Option<u64> { header(parts, name)?.parse().ok() };
    let of_either = |name: &str| number(&format!("x-{name}")).or_else(|| number(name));
    let (retry_after, remaining) = (number("retry-after"), of_either("ratelimit-remaining"));
    let limited = match parts.status.as_u16() {
        429 => true,
        403 => retry_after.is_some() || remaining == Some(0) || is_about_limits(message),
        503 => retry_after.is_some(),
        _ => false,
    };
    Limits { limited, retry_after, remaining, reset: of_either("ratelimit-reset") }
}

/// Whether a forge refuses in words only, for being too much or too fast.
pub fn is_about_limits(message: &str) -> bool {
    let message = message.to_lowercase();
    ["rate limit", "submitted too quickly", "abuse detection"].iter().any(|words| message.contains(words))
}

/// What a forge says of a failure. GitLab's `message` may also be a list, or lists by field; GitHub adds
/// `errors` of single fields; GitLab calls what is wrong with a parameter `error`.
fn message_of(body: &Value) -> String {
    let mut told = Vec::new();
    words_of(&body["message"], &mut told);
    words_of(&body["error"], &mut told);
    for error in body["errors"].as_array().into_iter().flatten() {
        match (error["message"].as_str(), error["field"].as_str(), error["code"].as_str()) {
            (Some(message), ..) => told.push(message.to_owned()),
            (None, Some(field), Some(code)) => told.push(format!("{field} {code}")),
            _ => words_of(error, &mut told),
        }
    }
    told.join(": ")
}

fn words_of(value: &Value, told: &mut Vec<String>) {
    match value {
        Value::String(text) => told.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|one| words_of(one, told)),
        Value::Object(fields) => {
            for (field, value) in fields {
                told.push(field.clone());
                words_of(value, told);
            }
        }
        _ => {}
    }
}

/// Reads an answer whole.
///
/// # Errors
/// When it is longer than an answer may be, or breaks off.
pub async fn read_answer(body: Body) -> Result<Bytes, ApiError> {
    to_bytes(body, MAX_ANSWER).await.map_err(|error| {
        let error = error.into_inner();
        if error.is::<LengthLimitError>() {
            ApiError::TooLong
        } else {
            ApiError::Unclear(short(&error.to_string()))
        }
    })
}

/// What was asked for, or nothing where there is no such thing.
///
/// # Errors
/// When there is no answer to use.
pub fn if_there(answer: Result<Value, ApiError>) -> Result<Option<Value>, ApiError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(ApiError::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Number and page of what was made.
///
/// # Errors
/// When an answer lacks them: the next look-up finds what was made.
pub fn numbered(link: Option<RequestLink>) -> Result<RequestLink, ApiError> {
    link.ok_or_else(|| ApiError::Unclear("what was made has no number".to_owned()))
}

/// Words of the forge for a log, on one line and not too many.
pub fn short(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(status: u16, headers: &[(&str, &str)]) -> Parts {
        let builder =
            headers.iter().fold(axum::http::Response::builder().status(status), |builder, (name, value)| {
                builder.header(*name, *value)
            });
        builder.body(()).unwrap().into_parts().0
    }

    #[test]
    fn each_forge_is_understood_when_it_asks_for_a_pause() {
        let seconds = |status, headers: &[(&str, &str)], message: &str| {
            let limits = limits_of(&parts(status, headers), message);
            limits.limited.then_some(limits.retry_after.or(limits.reset))
        };
        assert_eq!(
            seconds(403, &[("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", "9")], ""),
            Some(Some(9))
        );
        assert_eq!(seconds(403, &[], "You have exceeded a secondary rate limit."), Some(None));
        assert_eq!(
            seconds(429, &[("RateLimit-Remaining", "0"), ("RateLimit-Reset", "9")], ""),
            Some(Some(9))
        );
        assert_eq!(seconds(429, &[("Retry-After", "7"), ("RateLimit-Reset", "9")], ""), Some(Some(7)));
        assert_eq!(seconds(503, &[("retry-after", "7")], ""), Some(Some(7)));
        assert_eq!(seconds(503, &[], ""), None, "an outage");
        assert_eq!(seconds(403, &[("x-ratelimit-remaining", "5")], "Resource not accessible"), None);
    }

    #[test]
    fn what_a_forge_says_of_a_failure_is_read_in_each_of_its_shapes() {
        let told = |text: &str| message_of(&serde_json::from_str(text).unwrap());
        assert_eq!(told(r#"{"message":"404 Project Not Found"}"#), "404 Project Not Found");
        assert_eq!(
            told(r#"{"message":["Another open merge request already exists"]}"#),
            "Another open merge request already exists"
        );
        assert_eq!(told(r#"{"message":{"title":["can't be blank"]}}"#), "title: can't be blank");
        assert_eq!(told(r#"{"error":"branch is missing"}"#), "branch is missing");
        assert_eq!(
            told(
                r#"{"message":"Validation Failed","errors":[{"resource":"x","field":"base","code":"invalid"}]}"#
            ),
            "Validation Failed: base invalid"
        );
    }
}
