//! The settings of a forge on the network. They stand in one list with all others; what depends on
//! each other among them is checked here: which forge, which repository, in whose name.

use std::path::Path;
use std::time::Duration;

use super::{Given, Setting, setting};
use crate::forge::github::pace::PaceSettings;
use crate::forge::github::{Credentials, GithubSettings, RepositoryName, Writes};
use crate::secret::SecretText;

const fn secret(key: &'static str, value: &'static str, doc: &'static str) -> Setting {
    Setting { key, value, doc, default: None, secret: true, flag: false }
}

/// Every setting of a forge.
pub(super) const SETTINGS: &[Setting] = &[
    setting(
        "forge",
        "local|github",
        Some("local"),
        "where contributions go: branches of the repository beside the service, or pull requests on GitHub",
    ),
    setting("forge-repository", "OWNER/NAME", None, "the repository at the forge"),
    setting(
        "forge-address",
        "URL",
        Some("https://api.github.com"),
        "where the interface of the forge answers; GitHub Enterprise Server is not supported",
    ),
    setting(
        "forge-git",
        "URL",
        None,
        "what `git fetch` reads; when absent, https://github.com/OWNER/NAME.git. The service keeps its own clone \
         in the state folder and reads content only there; --content names the folder in it",
    ),
    secret(
        "forge-token",
        "TOKEN",
        "a fine-grained token for that one repository: contents, issues and pull requests, each read and write",
    ),
    setting("forge-app-id", "NUMBER", None, "the App ID of a GitHub App, instead of a token"),
    setting("forge-app-key-file", "FILE", None, "the private key of that App, the .pem file GitHub offers"),
    setting(
        "forge-writes",
        "graphql|rest",
        Some("graphql"),
        "how branch, commit and request are written: in one document, or object by object",
    ),
    setting(
        "forge-pace",
        "MILLISECONDS",
        Some("1000"),
        "the distance between two writes; GitHub asks for a second",
    ),
    setting(
        "forge-back-off",
        "SECONDS",
        Some("60"),
        "the first wait after a limit without a stated time; each further one is twice as long",
    ),
    setting("forge-back-off-longest", "SECONDS", Some("900"), "the longest such wait"),
    setting("forge-timeout", "SECONDS", Some("30"), "how long the forge may take to answer"),
    setting(
        "forge-labels",
        "NAME,…",
        None,
        "labels for every request and issue; they need a write of their own",
    ),
    setting(
        "forge-asks-label",
        "NAME",
        Some("needs-info"),
        "the label with which maintainers ask the writer for something, besides a review that asks for changes",
    ),
    setting(
        "forge-look-every",
        "SECONDS",
        Some("300"),
        "how often is looked what became of proposals when no webhook says so",
    ),
    secret(
        "webhook-secrets",
        "SECRET,…",
        "what webhooks are signed with; several while one is exchanged for another. When absent, webhooks are refused",
    ),
];

/// A forge on the network.
#[derive(Debug)]
pub struct RemoteForge {
    /// Its interface.
    pub address: String,
    /// The repository.
    pub repository: RepositoryName,
    /// What Git fetches.
    pub git: String,
    /// In whose name.
    pub credentials: Credentials,
    /// How fast.
    pub pace: PaceSettings,
    /// How long an answer may take.
    pub timeout: Duration,
    /// The rest.
    pub settings: GithubSettings,
    /// How often to look without being called, in seconds.
    pub look_every: i64,
}

/// The forge on the network, or nothing for the local one.
pub(super) fn remote_forge(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RemoteForge> {
    match given.text("forge") {
        "github" => {}
        "local" => return None,
        other => {
            complain("forge", format!("“{other}” is neither local nor github"));
            return None;
        }
    }
    let repository = given.optional("forge-repository").and_then(RepositoryName::parse);
    if repository.is_none() {
        complain("forge-repository", "it names the repository, such as administration/catalogue".to_owned());
    }
    let address = given.text("forge-address").trim_end_matches('/').to_owned();
    if !is_address(&address) {
        complain("forge-address", format!("“{address}” is no address such as https://api.github.com"));
    }
    let mut number = |key: &str, from: u64, to: u64| {
        let number = given.text(key).parse().ok().filter(|number| (from..=to).contains(number));
        if number.is_none() {
            complain(key, format!("“{}” is no number from {from} to {to}", given.text(key)));
        }
        number.unwrap_or_default()
    };
    let pace = PaceSettings {
        between_writes: Duration::from_millis(number("forge-pace", 0, 60_000)),
        back_off: Duration::from_secs(number("forge-back-off", 1, 3600)),
        longest: Duration::from_secs(number("forge-back-off-longest", 1, 86_400)),
    };
    let timeout = Duration::from_secs(number("forge-timeout", 1, 600));
    let look_every = i64::try_from(number("forge-look-every", 1, 86_400)).unwrap_or(300);
    let writes = match given.text("forge-writes") {
        "rest" => Writes::Rest,
        "graphql" => Writes::Graphql,
        other => {
            complain("forge-writes", format!("“{other}” is neither graphql nor rest"));
            Writes::Graphql
        }
    };
    let credentials = credentials(given, complain);
    let (repository, credentials) = (repository?, credentials?);
    let git = given
        .optional("forge-git")
        .map_or_else(|| format!("https://github.com/{repository}.git"), str::to_owned);
    Some(RemoteForge {
        address,
        git,
        repository,
        credentials,
        pace,
        timeout,
        look_every,
        settings: GithubSettings {
            writes,
            labels: list(given.optional("forge-labels")),
            asks_label: given.text("forge-asks-label").to_owned(),
        },
    })
}

/// A token, or an App with its key.
fn credentials(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<Credentials> {
    match (
        given.optional("forge-token"),
        given.optional("forge-app-id"),
        given.optional("forge-app-key-file"),
    ) {
        (Some(token), None, None) => Some(Credentials::Token(SecretText::new(token.trim()))),
        (None, Some(id), Some(file)) => {
            let id = id.parse().ok();
            if id.is_none() {
                complain("forge-app-id", "it is the number that GitHub shows as App ID".to_owned());
            }
            match read_secret(Path::new(file)) {
                Ok(key) => Some(Credentials::App { id: id?, key }),
                Err(problem) => {
                    complain("forge-app-key-file", problem);
                    None
                }
            }
        }
        (Some(_), ..) => {
            complain("forge-token", "there is a token and an App; give one of the two".to_owned());
            None
        }
        (None, None, None) => {
            let problem =
                "it needs INTERLINK_FORGE_TOKEN in the environment, or forge-app-id and forge-app-key-file";
            complain("forge", problem.to_owned());
            None
        }
        (None, id, _) => {
            let missing = if id.is_none() { "forge-app-id" } else { "forge-app-key-file" };
            complain(missing, "an App needs both its number and its private key".to_owned());
            None
        }
    }
}

fn read_secret(file: &Path) -> Result<SecretText, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(SecretText::new(text.trim()))
}

/// What webhooks are signed with.
pub(super) fn webhook_secrets(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Vec<SecretText> {
    let secrets = list(given.optional("webhook-secrets"));
    if secrets.iter().any(|secret| secret.chars().count() < 20) {
        complain("webhook-secrets", "one has fewer than 20 characters, so it can be guessed".to_owned());
    }
    secrets.iter().map(|secret| SecretText::new(secret)).collect()
}

fn list(text: Option<&str>) -> Vec<String> {
    let items = text.unwrap_or_default().split(',').map(str::trim).filter(|item| !item.is_empty());
    items.map(str::to_owned).collect()
}

/// `https://host`, or `http://` on this machine, without a path.
fn is_address(text: &str) -> bool {
    url::Url::parse(text).is_ok_and(|url| {
        let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        (url.scheme() == "https" || (url.scheme() == "http" && is_here))
            && url.path() == "/"
            && url.query().is_none()
    })
}
