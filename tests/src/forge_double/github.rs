//! GitHub's dialect of the core: REST and GraphQL, tokens of an App's installation, limits in the
//! headers. Requests and answers are held to GitHub's official descriptions.

mod description;
mod graphql;
mod rest;

use std::sync::OnceLock;

use rsa::pkcs1::{EncodeRsaPrivateKey, LineEnding};
use serde_json::{Value, json};

use super::dialect::{self, BOT, OWNER, REPOSITORY, TOKEN};
use super::fault::Fault;
use super::http::{Answer, Request};
use super::hub::{Core, Refusal};
use description::Description;

/// The App of the tests.
pub const APP_ID: u64 = 7;
/// Where the App is installed.
pub const INSTALLATION: u64 = 11;

/// GitHub as the service sees it.
pub(super) struct Dialect {
    description: Description,
    /// What the repository is called now.
    name: String,
    issued: u64,
    /// A token that was issued and has worn out or was never issued is refused.
    valid: Vec<String>,
    /// What was wrong with the request at hand.
    violations: Vec<String>,
}

impl Dialect {
    pub(super) fn new() -> Dialect {
        Dialect {
            description: Description::read(),
            name: REPOSITORY.to_owned(),
            issued: 0,
            valid: vec![TOKEN.to_owned()],
            violations: Vec::new(),
        }
    }

    fn do_as_asked(&mut self, core: &mut Core, request: &Request) -> Answer {
        let Some(viewer) = self.viewer(request) else { return error(401, "Bad credentials") };
        let answer = if request.path == "/graphql" {
            graphql::answer(self, core, request, &viewer)
        } else {
            rest::answer(self, core, request, &viewer)
        };
        answer.with(&[("x-ratelimit-limit", "5000"), ("x-ratelimit-remaining", "4999")])
    }

    /// Who asks: by a token, or the App itself by a signed statement.
    fn viewer(&self, request: &Request) -> Option<Viewer> {
        let given = request.headers.get("authorization")?;
        let given = given.strip_prefix("Bearer ").or_else(|| given.strip_prefix("token "))?;
        if self.valid.iter().any(|token| token == given) {
            return Some(Viewer::Account);
        }
        is_statement_of_app(given).then_some(Viewer::App)
    }

    fn issue_token(&mut self) -> String {
        self.issued += 1;
        let token = format!("an-installation-token-{}", self.issued);
        self.valid.push(token.clone());
        token
    }
}

impl dialect::Dialect for Dialect {
    /// Requests of GraphQL with the fields of their document.
    fn line(&self, request: &Request) -> String {
        let mut line = format!("{} {}", request.method, request.path);
        if request.path == "/graphql" {
            line.push_str(&graphql::root_fields(&request.body));
        }
        line
    }

    fn answer(&mut self, core: &mut Core, request: &Request, violations: &mut Vec<String>) -> Answer {
        let answer = self.do_as_asked(core, request);
        violations.extend(dialect::wrong_head(request));
        violations.append(&mut self.violations);
        answer
    }

    fn rename(&mut self, name: &str) {
        self.name = name.to_owned();
    }

    fn limits(&self) -> [fn() -> Fault; 3] {
        [|| Fault::secondary_limit(Some(0)), || Fault::secondary_limit(None), || Fault::too_many(0)]
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Viewer {
    /// The account that writes.
    Account,
    /// The App, which may only ask for tokens.
    App,
}

/// An error of REST.
fn error(status: u16, message: &str) -> Answer {
    Answer::json(
        status,
        &json!({ "message": message, "documentation_url": "https://docs.github.com/rest", "status": status.to_string() }),
    )
}

/// A refusal in the words of REST.
fn refused(refusal: &Refusal) -> Answer {
    let invalid = |resource: &str, field: &str, code: &str, message: Option<String>| {
        let mut one = json!({ "resource": resource, "field": field, "code": code });
        if let Some(message) = message {
            one["message"] = Value::String(message);
        }
        Answer::json(
            422,
            &json!({ "message": "Validation Failed", "errors": [one], "status": "422",
                "documentation_url": "https://docs.github.com/rest" }),
        )
    };
    match refusal {
        Refusal::Missing(what) if what == "Reference" => error(422, "Reference does not exist"),
        Refusal::Missing(what) if what == "Object" => error(422, "Object does not exist"),
        Refusal::Missing(what) => error(422, &format!("{what} does not exist")),
        Refusal::RefExists(_) => error(422, "Reference already exists"),
        Refusal::Stale(_) => error(409, "the branch is not where it was expected"),
        Refusal::PullExists(head) => {
            let message = format!("A pull request already exists for {OWNER}:{head}.");
            invalid("PullRequest", "base", "custom", Some(message))
        }
        Refusal::NoCommits(base, head) => {
            invalid("PullRequest", "base", "custom", Some(format!("No commits between {base} and {head}")))
        }
        Refusal::Invalid(resource, field) => invalid(resource, field, "invalid", None),
        Refusal::TooLong(field) => {
            let message = format!("{field} is too long (maximum is 65536 characters)");
            invalid("Issue", field, "custom", Some(message))
        }
    }
}

fn key() -> &'static rsa::RsaPrivateKey {
    static KEY: OnceLock<rsa::RsaPrivateKey> = OnceLock::new();
    KEY.get_or_init(|| rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).expect("a key"))
}

/// The private key of the App, made for this run.
pub fn app_key() -> String {
    key().to_pkcs1_pem(LineEnding::LF).expect("a key can be written").to_string()
}

/// Whether this is a statement of the App: signed with its key, by its number, for ten minutes at most.
fn is_statement_of_app(token: &str) -> bool {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
    use sha2::Digest;
    let mut parts = token.split('.');
    let (Some(head), Some(claims), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return false;
    };
    let read = |part: &str| -> Option<Value> {
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(part).ok()?).ok()
    };
    let (Some(header), Some(says)) = (read(head), read(claims)) else { return false };
    let Ok(signature) = BASE64_URL_SAFE_NO_PAD.decode(signature) else { return false };
    let hash = sha2::Sha256::digest(format!("{head}.{claims}"));
    let padding = rsa::Pkcs1v15Sign::new::<sha2::Sha256>();
    let issuer = says["iss"].as_u64().or_else(|| says["iss"].as_str()?.parse().ok());
    let life = says["exp"].as_i64().zip(says["iat"].as_i64()).map(|(until, from)| until - from);
    header["alg"] == "RS256"
        && issuer == Some(APP_ID)
        && life.is_some_and(|life| life <= 660)
        && key().to_public_key().verify(padding, &hash, &signature).is_ok()
}

/// The header with which GitHub signs the body of a webhook.
pub fn sign_webhook(secret: &str, body: &[u8]) -> String {
    use hmac::Mac;
    let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).expect("any key will do");
    mac.update(body);
    let digits: String = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256={digits}")
}
