//! The settings of a forge on the network. They stand in one list with all others; what depends on
//! each other among them is checked here: which forge, which repository, in whose name.

use std::path::Path;
use std::time::Duration;

use super::Given;
use super::settings::{Setting, setting};
use crate::forge::github::{Credentials, RepositoryName, Writes};
use crate::forge::gitlab::ProjectPath;
use crate::forge::network::NetworkSettings;
use crate::forge::network::pace::PaceSettings;
use crate::secret::SecretText;

const fn secret(key: &'static str, value: &'static str, doc: &'static str) -> Setting {
    Setting { key, value, doc, default: None, secret: true, flag: false }
}

/// Every setting of a forge.
pub(super) const SETTINGS: &[Setting] = &[
    setting(
        "forge",
        "local|github|gitlab|forgejo",
        Some("local"),
        "where contributions go: branches of the repository beside the service, or requests on a forge; Gitea is \
         spoken to as forgejo",
    ),
    setting(
        "forge-repository",
        "OWNER/NAME",
        None,
        "the repository at the forge; on GitLab the path of the project with all its groups",
    ),
    setting(
        "forge-address",
        "URL",
        None,
        "where the forge answers; when absent, `https://api.github.com` or `https://gitlab.com`. Forgejo needs it, \
         such as `https://codeberg.org`. GitHub Enterprise Server is not supported",
    ),
    setting(
        "forge-git",
        "URL",
        None,
        "what `git fetch` reads; when absent, the repository at github.com or at forge-address. The service keeps its \
         own clone in the state folder and reads content only there; `content` names the folder in it",
    ),
    secret(
        "forge-token",
        "TOKEN",
        "a token for that one repository that may read and write its contents, issues and requests; README.md says \
         for each forge which one",
    ),
    setting("forge-app-id", "NUMBER", None, "the App ID of a GitHub App, instead of a token"),
    setting("forge-app-key-file", "FILE", None, "the private key of that App, the .pem file GitHub offers"),
    setting(
        "forge-writes",
        "graphql|rest",
        None,
        "how branch, commit and request are written on GitHub: in one document, or object by object; when absent, \
         graphql",
    ),
    setting(
        "forge-pace",
        "MILLISECONDS",
        Some("1000"),
        "the distance between two writes; GitHub asks for a second, and it suits the others",
    ),
    setting(
        "forge-writes-per-hour",
        "NUMBER",
        Some("450"),
        "the most writes in an hour, what a maintainer's decisions need among them; GitHub refuses from 500 on. More \
         contributions than that wait their turn; 0 for no limit",
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
        "labels for every request and issue; on GitHub and Forgejo they need a write of their own",
    ),
    setting(
        "forge-asks-label",
        "NAME",
        Some("needs-info"),
        "the label with which maintainers ask the writer for something, besides a review that asks for changes",
    ),
    setting(
        "forge-accepted-label",
        "NAME",
        None,
        "the label that a request or an issue gets when what it brought is published; it needs a write of its own",
    ),
    setting(
        "forge-declined-label",
        "NAME",
        None,
        "the label that a request or an issue gets when it was closed without that; it needs a write of its own",
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
        "what webhooks are signed with, or bring along on GitLab; several while one is exchanged for another. When \
         absent, webhooks are refused",
    ),
];

/// A forge on the network.
#[derive(Debug)]
pub struct RemoteForge {
    /// Where it answers, without a slash at the end.
    pub address: String,
    /// Which one, which repository, in whose name.
    pub kind: RemoteKind,
    /// What Git fetches.
    pub git: String,
    /// How fast.
    pub pace: PaceSettings,
    /// How long an answer may take.
    pub timeout: Duration,
    /// Labels.
    pub settings: NetworkSettings,
    /// How often to look without being called, in seconds.
    pub look_every: i64,
}

/// What differs between the forges.
#[derive(Debug)]
pub enum RemoteKind {
    /// GitHub.
    Github {
        /// The repository.
        repository: RepositoryName,
        /// In whose name.
        credentials: Credentials,
        /// How commits are written.
        writes: Writes,
    },
    /// GitLab.
    Gitlab {
        /// The project.
        project: ProjectPath,
        /// In whose name.
        token: SecretText,
    },
    /// Forgejo or Gitea.
    Forgejo {
        /// The repository.
        repository: RepositoryName,
        /// In whose name.
        token: SecretText,
    },
}

/// The settings that only GitHub has.
const ONLY_GITHUB: [&str; 3] = ["forge-app-id", "forge-app-key-file", "forge-writes"];

/// The forge on the network, or nothing for the local one.
pub(super) fn remote_forge(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RemoteForge> {
    let forge = given.text("forge");
    let default_address = match forge {
        "local" => return None,
        "github" => Some("https://api.github.com"),
        "gitlab" => Some("https://gitlab.com"),
        "forgejo" => None,
        other => {
            complain("forge", format!("“{other}” is none of local, github, gitlab and forgejo"));
            return None;
        }
    };
    if forge != "github" {
        for key in ONLY_GITHUB.into_iter().filter(|key| given.optional(key).is_some()) {
            complain(key, format!("only GitHub has this; take it out for {forge}"));
        }
    }
    let address = address(given, default_address, complain);
    let kind = match forge {
        "github" => github(given, complain),
        "gitlab" => gitlab(given, complain),
        _ => forgejo(given, complain),
    };
    let mut number = |key: &str, from: u64, to: u64| {
        let number = given.text(key).parse().ok().filter(|number| (from..=to).contains(number));
        if number.is_none() {
            complain(key, format!("“{}” is no number from {from} to {to}", given.text(key)));
        }
        number.unwrap_or_default()
    };
    let pace = PaceSettings {
        between_writes: Duration::from_millis(number("forge-pace", 0, 60_000)),
        an_hour: usize::try_from(number("forge-writes-per-hour", 0, 1_000_000)).unwrap_or_default(),
        back_off: Duration::from_secs(number("forge-back-off", 1, 3600)),
        longest: Duration::from_secs(number("forge-back-off-longest", 1, 86_400)),
    };
    let timeout = Duration::from_secs(number("forge-timeout", 1, 600));
    let look_every = i64::try_from(number("forge-look-every", 1, 86_400)).unwrap_or(300);
    let (address, kind) = (address?, kind?);
    let git = given.optional("forge-git").map_or_else(|| git_address(&address, &kind), str::to_owned);
    let settings = NetworkSettings {
        labels: list(given.optional("forge-labels")),
        asks_label: given.text("forge-asks-label").to_owned(),
        accepted_label: given.optional("forge-accepted-label").map(str::to_owned),
        declined_label: given.optional("forge-declined-label").map(str::to_owned),
    };
    Some(RemoteForge { address, kind, git, pace, timeout, settings, look_every })
}

/// Where the forge answers. Forgejo may be served below a path.
fn address(given: &Given, default: Option<&str>, complain: &mut dyn FnMut(&str, String)) -> Option<String> {
    let Some(address) = given.optional("forge-address").or(default) else {
        complain("forge-address", "it says which Forgejo, such as https://codeberg.org".to_owned());
        return None;
    };
    let address = address.trim_end_matches('/');
    let is_address = is_address(address, given.text("forge") != "github");
    if !is_address {
        let example = default.unwrap_or("https://codeberg.org");
        complain("forge-address", format!("“{address}” is no address such as {example}"));
    }
    is_address.then(|| address.to_owned())
}

fn git_address(address: &str, kind: &RemoteKind) -> String {
    match kind {
        RemoteKind::Github { repository, .. } => format!("https://github.com/{repository}.git"),
        RemoteKind::Gitlab { project, .. } => format!("{address}/{}.git", project.as_str()),
        RemoteKind::Forgejo { repository, .. } => format!("{address}/{repository}.git"),
    }
}

fn github(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RemoteKind> {
    let repository = repository(given, complain);
    let writes = match given.optional("forge-writes") {
        Some("rest") => Writes::Rest,
        None | Some("graphql") => Writes::Graphql,
        Some(other) => {
            complain("forge-writes", format!("“{other}” is neither graphql nor rest"));
            Writes::Graphql
        }
    };
    let credentials = credentials(given, complain);
    Some(RemoteKind::Github { repository: repository?, credentials: credentials?, writes })
}

fn gitlab(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RemoteKind> {
    let project = given.optional("forge-repository").and_then(ProjectPath::parse);
    if project.is_none() {
        let problem = "it is the path of the project with its groups, such as administration/catalogue";
        complain("forge-repository", problem.to_owned());
    }
    let token = token(given, complain);
    Some(RemoteKind::Gitlab { project: project?, token: token? })
}

fn forgejo(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RemoteKind> {
    let (repository, token) = (repository(given, complain), token(given, complain));
    Some(RemoteKind::Forgejo { repository: repository?, token: token? })
}

fn repository(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<RepositoryName> {
    let repository = given.optional("forge-repository").and_then(RepositoryName::parse);
    if repository.is_none() {
        complain("forge-repository", "it names the repository, such as administration/catalogue".to_owned());
    }
    repository
}

fn token(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<SecretText> {
    let token = given.optional("forge-token").map(str::trim).filter(|token| !token.is_empty());
    if token.is_none() {
        complain("forge", "it needs INTERLINK_FORGE_TOKEN in the environment".to_owned());
    }
    token.map(SecretText::new)
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

/// `https://host`, or `http://` on this machine, without a query; with a path where one is allowed.
fn is_address(text: &str, may_have_path: bool) -> bool {
    url::Url::parse(text).is_ok_and(|url| {
        let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        (url.scheme() == "https" || (url.scheme() == "http" && is_here))
            && (url.path() == "/" || may_have_path)
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
    })
}
