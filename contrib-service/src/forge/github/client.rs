//! Speaks to GitHub's API: one request, one answer, sorted by what can be done about it. The one file
//! that names octocrab. Only the few fields that are needed are read from an answer, so that a new
//! field or a missing one in GitHub's models is no failure after a write has succeeded.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use octocrab::Octocrab;
use octocrab::models::webhook_events::verification::verify_signature;
use octocrab::models::{AppId, InstallationId};
use serde_json::{Value, json};

use super::{Credentials, RepositoryName};
use crate::clock::Clock;
use crate::forge::network::api::{ApiError, ClientError, Speed, is_about_limits, read_answer, short};
use crate::forge::network::pace::{Limits, PaceSettings};
use crate::secret::SecretText;

/// A client of one repository.
pub struct Client {
    /// Speaks for itself with a token, else for the App. Shared, because a clone forgets the token it has.
    own: Arc<Octocrab>,
    /// Speaks for the installation in the repository of that name, once it is found.
    installation: tokio::sync::Mutex<Option<(RepositoryName, Arc<Octocrab>)>>,
    credentials: Credentials,
    repository: Mutex<RepositoryName>,
    speed: Speed,
}

impl Client {
    /// A client of the API at this address.
    ///
    /// # Errors
    /// When the address or the App's key cannot be read.
    pub fn new(
        address: &str,
        repository: RepositoryName,
        credentials: Credentials,
        pace: PaceSettings,
        timeout: Duration,
        clock: Clock,
    ) -> Result<Client, ClientError> {
        let failed = |error: octocrab::Error| ClientError(short(&error.to_string()));
        let builder = Octocrab::builder()
            .base_uri(address)
            .map_err(failed)?
            .set_connect_timeout(Some(timeout))
            .set_read_timeout(Some(timeout))
            .set_write_timeout(Some(timeout))
            .add_header(axum::http::header::USER_AGENT, "interlink-contrib".to_owned());
        let builder = match &credentials {
            Credentials::Token(token) => builder.personal_token(token.reveal().to_owned()),
            Credentials::App { id, key } => builder
                .app_from_rsa_pem(AppId(*id), key.reveal())
                .map_err(|_| ClientError("the private key of the App is no RSA key in PEM".to_owned()))?,
        };
        Ok(Client {
            own: Arc::new(builder.build().map_err(failed)?),
            installation: tokio::sync::Mutex::default(),
            credentials,
            repository: Mutex::new(repository),
            speed: Speed::new(pace, timeout, clock),
        })
    }

    /// The repository as it is called now.
    pub fn repository(&self) -> RepositoryName {
        self.repository.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The forge has told the name of the repository.
    pub fn is_called(&self, name: RepositoryName) {
        let mut own = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
        if *own != name {
            tracing::warn!(old = %own, new = %name, "the repository has another name; write it into the settings");
            *own = name;
        }
    }

    /// The key that Git fetches with.
    ///
    /// # Errors
    /// When the forge gives none.
    pub async fn key(&self) -> Result<SecretText, ApiError> {
        match &self.credentials {
            Credentials::Token(token) => Ok(token.clone()),
            Credentials::App { .. } => {
                use octocrab::secrecy::ExposeSecret as _;
                let speaker = self.speaker().await?;
                let token = self
                    .speed
                    .in_time(speaker.installation_token())
                    .await?
                    .map_err(|error| unclear(&error))?;
                Ok(SecretText::new(token.expose_secret()))
            }
        }
    }

    /// Asks a document of queries.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn query(&self, document: &str, variables: &Value) -> Result<Value, ApiError> {
        self.graphql(document, variables, false).await
    }

    /// Has a document of mutations done and answers the whole: what was done and what was not.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn mutate(&self, document: &str, variables: &Value) -> Result<Value, ApiError> {
        self.graphql(document, variables, true).await
    }

    async fn graphql(&self, document: &str, variables: &Value, is_write: bool) -> Result<Value, ApiError> {
        let body = json!({ "query": document, "variables": variables });
        let answer = self.ask("POST", "/graphql", Some(&body), is_write).await?;
        // The limit of GraphQL comes with a good status.
        let limited = answer["errors"].as_array().into_iter().flatten().any(|error| {
            error["type"] == "RATE_LIMITED" || error["message"].as_str().is_some_and(is_about_limits)
        });
        if limited {
            let wait = self.speed.learn(Limits { limited: true, ..Limits::default() });
            return Err(ApiError::Limited { wait });
        }
        Ok(answer)
    }

    /// Reads something below the repository.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn get(&self, rest: &str) -> Result<Value, ApiError> {
        self.below("GET", rest, None).await
    }

    /// Changes something below the repository.
    ///
    /// # Errors
    /// When there is no answer to use.
    pub async fn send(&self, method: &'static str, rest: &str, body: &Value) -> Result<Value, ApiError> {
        self.below(method, rest, Some(body).filter(|body| !body.is_null())).await
    }

    async fn below(&self, method: &'static str, rest: &str, body: Option<&Value>) -> Result<Value, ApiError> {
        let path = |name: &RepositoryName| format!("/repos/{}/{}{rest}", name.owner, name.name);
        let name = self.repository();
        let answer = self.ask(method, &path(&name), body, method != "GET").await;
        if !matches!(answer, Err(ApiError::Moved(_))) {
            return answer;
        }
        // Nothing was done yet. The old name leads to the new one.
        let told = self.ask("POST", "/graphql", Some(&super::documents::who_is(&name)), false).await?;
        let new = told.pointer("/data/repository/nameWithOwner").and_then(Value::as_str);
        let new = new.and_then(RepositoryName::parse).filter(|new| *new != name);
        let new = new.ok_or_else(|| ApiError::Moved(String::new()))?;
        self.is_called(new.clone());
        self.ask(method, &path(&new), body, method != "GET").await
    }

    /// One request.
    async fn ask(
        &self,
        method: &str,
        path: &str,
        body: Option<&Value>,
        is_write: bool,
    ) -> Result<Value, ApiError> {
        let speaker = self.speaker().await?;
        if is_write {
            self.speed.wait_to_write().await?;
        }
        self.ask_as(&speaker, method, path, body).await
    }

    async fn ask_as(
        &self,
        speaker: &Octocrab,
        method: &str,
        path: &str,
        body: Option<&Value>,
    ) -> Result<Value, ApiError> {
        self.speed.refuse_while_limited()?;
        let answer = self.speed.in_time(async {
            let answer = match method {
                "GET" => speaker._get(path).await,
                "PATCH" => speaker._patch(path, body).await,
                "DELETE" => speaker._delete(path, body).await,
                _ => speaker._post(path, body).await,
            };
            let (parts, body) = answer.map_err(|error| unclear(&error))?.into_parts();
            let body = read_answer(axum::body::Body::new(body)).await?;
            Ok::<_, ApiError>((parts, body))
        });
        let (parts, body) = answer.await??;
        self.speed.sort(&parts, &body)
    }

    /// Who speaks: the token, or the installation of the App, which is looked up once for a name.
    async fn speaker(&self) -> Result<Arc<Octocrab>, ApiError> {
        if matches!(self.credentials, Credentials::Token(_)) {
            return Ok(Arc::clone(&self.own));
        }
        let mut known = self.installation.lock().await;
        let name = self.repository();
        if let Some((_, speaker)) = known.as_ref().filter(|(own, _)| *own == name) {
            return Ok(Arc::clone(speaker));
        }
        let path = format!("/repos/{}/{}/installation", name.owner, name.name);
        let found = match self.ask_as(&self.own, "GET", &path, None).await {
            Err(ApiError::NotFound) => {
                return Err(ApiError::Forbidden(format!("the App is not installed in {name}")));
            }
            found => found?,
        };
        let id = found["id"].as_u64().ok_or_else(|| ApiError::Unclear("no installation".to_owned()))?;
        let speaker = self
            .own
            .installation_builder(InstallationId(id))
            .repositories(vec![name.name.clone()])
            .build()
            .map_err(|error| unclear(&error))?;
        let speaker = Arc::new(speaker);
        *known = Some((name, Arc::clone(&speaker)));
        Ok(speaker)
    }
}

/// Whether GitHub signed this body with one of these secrets. Compared in constant time.
pub fn is_signed(header: &str, secrets: &[SecretText], body: &[u8]) -> bool {
    // Every secret is tried, so that the time does not tell which one it was.
    let mut is_signed = false;
    for secret in secrets {
        is_signed |= verify_signature(header, secret.reveal(), body).is_ok();
    }
    is_signed
}

fn unclear(error: &octocrab::Error) -> ApiError {
    ApiError::Unclear(short(&error.to_string()))
}
