//! `POST /webhooks/{forge}`: the forge says that something has changed there. A hint and no more: what
//! it says is not believed and hardly read, the forge is asked instead. So a webhook that is lost,
//! late, repeated or forged in a way nobody thought of can do no harm.

use axum::body::to_bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::error::AppError;
use crate::forge::github::client::is_signed;
use crate::secret::{SecretText, same_text};

/// The largest body that is read. GitHub sends up to 25 MB; what is larger than this is refused, and
/// the next look finds what it was about.
const MAX_BODY: usize = 4 << 20;
/// What forges call a delivery: a UUID.
const LONGEST_ID: usize = 64;

/// Who calls, by the address they were given.
#[derive(Clone, Copy)]
enum Caller {
    Github,
    Gitlab,
    Forgejo,
}

impl Caller {
    fn parse(name: &str) -> Option<Caller> {
        match name {
            "github" => Some(Caller::Github),
            "gitlab" => Some(Caller::Gitlab),
            "forgejo" => Some(Caller::Forgejo),
            _ => None,
        }
    }

    /// Whether the caller knows one of our secrets.
    fn knows(self, secrets: &[SecretText], headers: &HeaderMap, body: &[u8]) -> bool {
        match self {
            Caller::Github => is_signed(header(headers, &["x-hub-signature-256"]), secrets, body),
            // The same signature under another name and without its `sha256=`. Gitea has only the second
            // name, Forgejo sends both.
            Caller::Forgejo => {
                let signature = header(headers, &["x-forgejo-signature", "x-gitea-signature"]);
                is_signed(&format!("sha256={signature}"), secrets, body)
            }
            // GitLab brings the secret itself. Every one is compared, so that the time does not tell which
            // one it was.
            Caller::Gitlab => {
                let token = header(headers, &["x-gitlab-token"]);
                let is_ours = |is_ours, secret: &SecretText| is_ours | same_text(token, secret.reveal());
                secrets.iter().fold(false, is_ours)
            }
        }
    }

    /// Whether the head of a call may be one of a caller who knows a secret: it has it, or a signature.
    fn may_know(self, secrets: &[SecretText], headers: &HeaderMap) -> bool {
        let is_signature = |text: &str| text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match self {
            Caller::Github => {
                header(headers, &["x-hub-signature-256"]).strip_prefix("sha256=").is_some_and(is_signature)
            }
            Caller::Forgejo => is_signature(header(headers, &["x-forgejo-signature", "x-gitea-signature"])),
            Caller::Gitlab => self.knows(secrets, headers, &[]),
        }
    }

    /// What the delivery is called, and what it is about, for the log.
    fn told(self, headers: &HeaderMap) -> (&str, &str) {
        let (id, event): (&[&str], &[&str]) = match self {
            Caller::Github => (&["x-github-delivery"], &["x-github-event"]),
            Caller::Gitlab => (&["idempotency-key", "x-gitlab-event-uuid"], &["x-gitlab-event"]),
            Caller::Forgejo => {
                (&["x-forgejo-delivery", "x-gitea-delivery"], &["x-forgejo-event", "x-gitea-event"])
            }
        };
        let plain = |text: &&str| {
            text.len() <= LONGEST_ID
                && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_ ".contains(&byte))
        };
        let of = |names| Some(header(headers, names)).filter(plain).unwrap_or("?");
        (of(id), of(event))
    }
}

/// Takes a hint.
///
/// # Errors
/// When there is no such forge, or whoever calls knows none of our secrets.
pub async fn webhook(
    State(app): State<App>,
    Path(forge): Path<String>,
    request: Request,
) -> Result<StatusCode, AppError> {
    let secrets = &app.settings.webhook_secrets;
    let caller = Caller::parse(&forge).filter(|_| !secrets.is_empty()).ok_or(AppError::NotFound)?;
    let (parts, body) = request.into_parts();
    // Nothing is read of what cannot be a forge's.
    if !caller.may_know(secrets, &parts.headers) {
        return Ok(StatusCode::UNAUTHORIZED);
    }
    let body = tokio::time::timeout(app.settings.request_time, to_bytes(body, MAX_BODY)).await;
    let Ok(body) = body.map_err(|_| AppError::TooSlow)? else { return Ok(StatusCode::PAYLOAD_TOO_LARGE) };
    // Over the bytes as they came, and before anything looks at them.
    if !caller.knows(secrets, &parts.headers, &body) {
        tracing::warn!(forge, "a webhook without our signature was refused");
        return Ok(StatusCode::UNAUTHORIZED);
    }
    let (id, event) = caller.told(&parts.headers);
    tracing::info!(forge, delivery = id, event, "a webhook");
    if event != "ping" {
        app.hint();
    }
    Ok(StatusCode::NO_CONTENT)
}

/// The first of these headers that is there.
fn header<'a>(headers: &'a HeaderMap, names: &[&str]) -> &'a str {
    let found = names.iter().find_map(|name| headers.get(*name));
    found.and_then(|value| value.to_str().ok()).unwrap_or_default()
}
