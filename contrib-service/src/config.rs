//! Flags, environment and file -> `Config`. Every setting stands once in [`settings`].
//! Whatever is wrong is reported in one go.

mod forge;
mod mail;
mod settings;

use std::collections::BTreeMap;
use std::fmt;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};
use std::time::Duration;

use generator::content::yaml::{Yaml, parse_yaml, write_scalar};
use generator::model::address::BaseUrl;

use crate::forge::repository::Identity;
use crate::origin::Origin;
use crate::proxies::Proxies;
use crate::queue::store::Store;
use crate::queue::worker::Patience;
use crate::rates::PerHour;
use crate::secret::SecretText;

pub use forge::{RemoteForge, RemoteKind};
pub use mail::{MailConfig, MailServer, Security};
pub use settings::{Setting, settings};

/// What the service runs with.
#[derive(Debug)]
pub struct Config {
    /// The forge on the network, or nothing for the local one.
    pub remote: Option<RemoteForge>,
    /// What webhooks are signed with.
    pub webhook_secrets: Vec<SecretText>,
    /// The folder with the content; at a forge on the network the one in its repository.
    pub content: PathBuf,
    /// The folder of the site.
    pub site: PathBuf,
    /// The repository.
    pub repo: PathBuf,
    /// Where contributions are kept.
    pub state: PathBuf,
    /// The address of a PostgreSQL database, where contributions are not kept in a file.
    pub store: Option<String>,
    /// Its password.
    pub store_password: Option<SecretText>,
    /// How mails are sent, where any are.
    pub mail: Option<MailConfig>,
    /// What addresses are encrypted with, when given.
    pub mail_key: Option<SecretText>,
    /// How long an address is kept after the end of its contribution, in days.
    pub mail_kept_days: u32,
    /// Whether a confirmed address lets out what is held.
    pub confirmed_releases: bool,
    /// Where to answer.
    pub listen: SocketAddr,
    /// Where numbers for Prometheus are told.
    pub metrics_listen: Option<SocketAddr>,
    /// The main branch, when named.
    pub branch: Option<String>,
    /// The theme.
    pub theme: String,
    /// The origins posts are accepted from, when named.
    pub site_addresses: Vec<Origin>,
    /// The first of these addresses as a whole: where the pages say they are.
    pub base_url: Option<BaseUrl>,
    /// What opens the maintainer's page, when given.
    pub maintainer_token: Option<String>,
    /// Whether a maintainer must release what was sent.
    pub hold: Hold,
    /// Whose word about a visitor's address is taken.
    pub proxies: Proxies,
    /// How many previews may be asked for.
    pub previews: PerHour,
    /// How many proposals may be sent.
    pub proposals: PerHour,
    /// How many proposals may wait for people.
    pub open: PerHour,
    /// How long the words of what has ended are kept, in days.
    pub keep_ended: u32,
    /// How long a person looks at a preview at least, in seconds.
    pub minimum_time: u32,
    /// How long the worker waits for what.
    pub patience: Patience,
    /// How many zeros a proof of work has; none: it is not asked for.
    pub proof_zeros: Option<NonZeroU32>,
    /// The most a contribution may hold, in bytes.
    pub max_upload: usize,
    /// How long a request may take.
    pub request_time: Duration,
    /// How long nothing may come of a request that has begun.
    pub idle_time: Duration,
    /// Who commits are from.
    pub identity: Identity,
    /// What is logged.
    pub log: String,
    /// Whether the log is JSON.
    pub log_json: bool,
}

/// When a maintainer must release what was sent before it goes to the forge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// Where the forge is public.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Hold {
    /// Whether it holds at such a forge.
    pub fn holds(self, is_public: bool) -> bool {
        match self {
            Hold::Auto => is_public,
            Hold::Always => true,
            Hold::Never => false,
        }
    }
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A flag of the command line.
    Flag,
    /// A variable of the environment.
    Variable,
    /// The file.
    File,
    /// Nobody said.
    Default,
}

impl fmt::Display for From {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            From::Flag => "flag",
            From::Variable => "environment",
            From::File => "file",
            From::Default => "default",
        })
    }
}

/// The values as they were given, the strongest source first: flag, variable, file, default.
#[derive(Debug, Default)]
pub struct Given(BTreeMap<&'static str, (String, From)>);

/// Everything that is wrong with the settings.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.join("\n"))]
pub struct ConfigErrors(pub Vec<String>);

/// The name of a setting's variable.
pub fn variable(key: &str) -> String {
    format!("INTERLINK_{}", key.to_ascii_uppercase().replace('-', "_"))
}

impl Given {
    /// Collects the values of all sources. `file` is the path and the text of the settings file.
    ///
    /// # Errors
    /// When the file cannot be understood; every mistake in it is named.
    pub fn gather(
        flags: &BTreeMap<String, String>,
        environment: impl Fn(&str) -> Option<String>,
        file: Option<(&Path, &str)>,
    ) -> Result<Given, ConfigErrors> {
        let in_file = file.map_or_else(|| Ok(BTreeMap::new()), |(path, text)| read_file(path, text))?;
        let mut given = BTreeMap::new();
        for setting in settings() {
            let found = flags
                .get(setting.key)
                .map(|value| (value.clone(), From::Flag))
                .or_else(|| {
                    // An empty variable counts as absent: that is how people switch one off.
                    let value = environment(&variable(setting.key)).filter(|value| !value.is_empty());
                    value.map(|value| (value, From::Variable))
                })
                .or_else(|| in_file.get(setting.key).map(|value| (value.clone(), From::File)))
                .or_else(|| setting.default.map(|value| (value.to_owned(), From::Default)));
            if let Some(found) = found {
                given.insert(setting.key, found);
            }
        }
        Ok(Given(given))
    }

    /// The settings as a file for `--config` holds them, each below what it is for. What nobody set,
    /// and what is secret, is a comment.
    pub fn as_file(&self) -> String {
        let entry = |setting: &Setting| {
            let line = match self.0.get(setting.key) {
                Some(_) if setting.secret => format!("# {}: (set)\n", setting.key),
                Some((value, _)) => format!("{}: {}\n", setting.key, write_scalar(value)),
                None => format!("# {}:\n", setting.key),
            };
            as_comment(setting.doc) + &line
        };
        settings().map(entry).collect::<Vec<_>>().join("\n")
    }

    /// Every setting: what it is for, its value and where that comes from, its default, and its
    /// names on the command line, in the environment and in the file.
    pub fn explain(&self) -> String {
        let entry = |setting: &Setting| {
            let value = match self.0.get(setting.key) {
                Some((_, from)) if setting.secret => format!("(set), from the {from}"),
                Some((value, From::Default)) => format!("{value}, the default"),
                Some((value, from)) => format!("{value}, from the {from}"),
                None => "(not set)".to_owned(),
            };
            let default = setting.default.unwrap_or("(none)");
            let (key, variable, takes) = (setting.key, variable(setting.key), setting.value);
            let flag = match setting.flag {
                true => format!("--{key} {takes}"),
                false => "none, because everybody on the machine can read a command line".to_owned(),
            };
            format!(
                "{key}\n    {}\n    value:     {value}\n    default:   {default}\n    flag:      {flag}\n    \
                 variable:  {variable}\n    in a file: {key}: {takes}\n",
                setting.doc
            )
        };
        settings().map(entry).collect::<Vec<_>>().join("\n")
    }

    /// The state folder alone, for the commands that need nothing else.
    pub fn state(&self) -> PathBuf {
        PathBuf::from(self.text("state"))
    }

    /// The settings as the service may use them.
    ///
    /// # Errors
    /// Names every value that cannot be used.
    pub fn config(&self) -> Result<Config, ConfigErrors> {
        let mut wrong = Vec::new();
        let mut complain = |key: &str, problem: String| {
            let from = self.0.get(key).map_or(From::Default, |(_, from)| *from);
            wrong.push(format!("{key} (from {from}): {problem}"));
        };
        let remote = forge::remote_forge(self, &mut complain);
        let webhook_secrets = forge::webhook_secrets(self, &mut complain);
        let content = PathBuf::from(self.text("content"));
        // A forge on the network gives the content; its clone is made later.
        let is_local = self.text("forge") == "local";
        if is_local && !content.is_dir() {
            complain(
                "content",
                format!(
                    "there is no folder {}; start in the folder of a clone or name one with --content",
                    content.display()
                ),
            );
        }
        let repo = self.optional("repo").map_or_else(|| content.clone(), PathBuf::from);
        if self.optional("repo").is_some() && !repo.is_dir() {
            complain("repo", format!("there is no folder {}", repo.display()));
        }
        let listen: Option<SocketAddr> = self.text("listen").parse().ok();
        if listen.is_none() {
            complain(
                "listen",
                format!("“{}” is no address and port, such as 127.0.0.1:8080", self.text("listen")),
            );
        }
        let metrics_listen = self.optional("metrics-listen").and_then(|text| {
            let address = text.parse::<SocketAddr>().ok();
            if address.is_none() {
                complain(
                    "metrics-listen",
                    format!("“{text}” is no address and port, such as 127.0.0.1:9090"),
                );
            }
            address
        });
        let mut site_addresses = Vec::new();
        let mut base_url = None;
        for address in self.optional("site-address").unwrap_or_default().split(',') {
            let address = address.trim();
            match BaseUrl::parse(address) {
                Ok(address) => {
                    site_addresses.extend(Origin::of_address(address.as_str()));
                    base_url.get_or_insert(address);
                }
                Err(_) if address.is_empty() => {}
                Err(_) => complain(
                    "site-address",
                    format!("“{address}” is no address such as https://catalogue.example/"),
                ),
            }
        }
        let maintainer_token = self.optional("maintainer-token").map(str::to_owned);
        if maintainer_token.as_ref().is_some_and(|token| token.chars().count() < 20) {
            complain("maintainer-token", "it has fewer than 20 characters, so it can be guessed".to_owned());
        }
        let max_upload =
            self.text("max-upload").parse::<usize>().ok().filter(|size| (1..=200).contains(size));
        if max_upload.is_none() {
            complain(
                "max-upload",
                format!("“{}” is no number of megabytes from 1 to 200", self.text("max-upload")),
            );
        }
        let mut seconds = |key: &str| {
            let seconds = self.text(key).parse::<u64>().ok().filter(|seconds| (1..=3600).contains(seconds));
            if seconds.is_none() {
                complain(key, format!("“{}” is no number of seconds from 1 to 3600", self.text(key)));
            }
            Duration::from_secs(seconds.unwrap_or_default())
        };
        let (request_time, idle_time) = (seconds("request-timeout"), seconds("idle-timeout"));
        for key in ["committer-name", "committer-email"] {
            let value = self.text(key);
            if value.trim().is_empty() || value.contains(['<', '>', '\n', '\0']) {
                complain(key, format!("“{value}” cannot stand in a commit"));
            }
        }
        let log_json = match self.text("log-format") {
            "json" => true,
            "text" => false,
            other => {
                complain("log-format", format!("“{other}” is neither text nor json"));
                false
            }
        };
        let proxies = match Proxies::parse(self.text("trusted-proxies")) {
            Ok(proxies) => proxies,
            Err(part) => {
                complain("trusted-proxies", format!("“{part}” is no address or network, such as 10.0.0.0/8"));
                Proxies::default()
            }
        };
        let mut number = |key: &str| {
            let number = self.text(key).parse::<u32>();
            if number.is_err() {
                complain(key, format!("“{}” is no number", self.text(key)));
            }
            number.unwrap_or_default()
        };
        let mut limit = |each: &str, all: &str| PerHour {
            each: NonZeroU32::new(number(each)),
            all: NonZeroU32::new(number(all)),
        };
        let previews = limit("previews-per-hour", "previews-per-hour-in-all");
        let proposals = limit("proposals-per-hour", "proposals-per-hour-in-all");
        let open = limit("open-proposals", "open-proposals-in-all");
        let minimum_time = number("minimum-time");
        let proof_zeros = NonZeroU32::new(number("proof-of-work"));
        let lease = i64::from(number("replica-lease"));
        let keep_ended = number("keep-ended");
        let wait = |wait: &str| wait.trim().parse::<u32>().ok().filter(|wait| *wait > 0).map(i64::from);
        let waits: Option<Vec<i64>> = self.text("retry-waits").split(',').map(wait).collect();
        // A shorter one would be over before it is said again.
        if lease < 3 {
            complain("replica-lease", "give at least 3 seconds".to_owned());
        }
        if proof_zeros.is_some_and(|zeros| zeros.get() > 3) {
            complain("proof-of-work", "more than 3 zeros keep an old phone busy for minutes".to_owned());
        }
        if waits.is_none() {
            complain(
                "retry-waits",
                format!("“{}” is no list of seconds, such as 5,30,120", self.text("retry-waits")),
            );
        }
        let mail = mail::mail(self, &mut complain);
        let mail_kept_days = mail::kept_days(self, &mut complain);
        let mail_key = mail::mail_key(self, &mut complain);
        let confirmed_releases = mail::confirmed_releases(self, &mut complain);
        let hold = match self.text("hold") {
            "auto" => Hold::Auto,
            "always" => Hold::Always,
            "never" => Hold::Never,
            other => {
                complain("hold", format!("“{other}” is none of auto, always and never"));
                Hold::Always
            }
        };
        let (store, store_password) = match self.store() {
            Ok(store) => store,
            Err((key, text)) => {
                complain(key, text);
                (None, None)
            }
        };
        match (listen, max_upload) {
            (Some(listen), Some(max_upload)) if wrong.is_empty() => Ok(Config {
                remote,
                webhook_secrets,
                content,
                site: PathBuf::from(self.text("site")),
                repo,
                state: self.state(),
                store,
                store_password,
                mail,
                mail_key,
                mail_kept_days,
                confirmed_releases,
                listen,
                metrics_listen,
                branch: self.optional("branch").map(str::to_owned),
                theme: self.text("theme").to_owned(),
                site_addresses,
                base_url,
                maintainer_token,
                hold,
                proxies,
                previews,
                proposals,
                open,
                minimum_time,
                proof_zeros,
                patience: Patience { lease, waits: waits.unwrap_or_default() },
                keep_ended,
                max_upload: max_upload * 1_000_000,
                request_time,
                idle_time,
                identity: Identity {
                    name: self.text("committer-name").to_owned(),
                    email: self.text("committer-email").to_owned(),
                },
                log: self.text("log").to_owned(),
                log_json,
            }),
            _ => Err(ConfigErrors(wrong)),
        }
    }

    /// The address and the password of a database, for the commands that need nothing else.
    ///
    /// # Errors
    /// Which setting cannot be used, and why.
    pub fn store(&self) -> Result<StoreAccess, (&'static str, String)> {
        let password = match (self.0.get("store-password"), self.optional("store-password-file")) {
            (Some(_), Some(_)) => {
                return Err(("store-password", "give it or store-password-file, not both".to_owned()));
            }
            (Some((_, From::Flag)), None) => {
                let text =
                    "a flag is read by every user of the machine; use INTERLINK_STORE_PASSWORD or a file";
                return Err(("store-password", text.to_owned()));
            }
            (Some((password, _)), None) => Some(password.clone()),
            (None, Some(path)) => match std::fs::read_to_string(path) {
                Ok(text) => Some(text.trim_end_matches(['\r', '\n']).to_owned()),
                Err(error) => return Err(("store-password-file", format!("{path}: {error}"))),
            },
            (None, None) => None,
        };
        let address = match self.text("store") {
            "sqlite" => None,
            address => {
                Store::check_address(address).map_err(|error| ("store", error.to_string()))?;
                Some(address.to_owned())
            }
        };
        Ok((address, password.map(|password| SecretText::new(&password))))
    }

    fn optional(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|(value, _)| value.as_str())
    }

    fn text(&self, key: &str) -> &str {
        self.optional(key).unwrap_or_default()
    }
}

/// The address of the database, none for the file in the state folder, and its password.
pub type StoreAccess = (Option<String>, Option<SecretText>);

/// A text as lines of a comment, none longer than a hundred characters.
fn as_comment(text: &str) -> String {
    let (mut comment, mut line) = (String::new(), "#".to_owned());
    for word in text.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > 100 {
            comment.push_str(&format!("{line}\n"));
            line = "#".to_owned();
        }
        line.push_str(&format!(" {word}"));
    }
    format!("{comment}{line}\n")
}

/// The keys and values of a settings file: one flat map of plain values.
fn read_file(path: &Path, text: &str) -> Result<BTreeMap<&'static str, String>, ConfigErrors> {
    let place = path.display();
    let tree = parse_yaml(text).map_err(|error| {
        let line = error.position.map_or(1, |position| position.line);
        ConfigErrors(vec![format!("{place}:{line}: {}", error.message)])
    })?;
    let fields = match &tree.value {
        Yaml::Map(fields) => fields.as_slice(),
        Yaml::Null => &[],
        _ => return Err(ConfigErrors(vec![format!("{place}: settings are lines of the form `key: value`")])),
    };
    let (mut values, mut wrong) = (BTreeMap::new(), Vec::new());
    for (key, value) in fields {
        let line = key.position.line;
        let Some(setting) = settings().find(|setting| setting.key == key.text) else {
            wrong.push(format!("{place}:{line}: there is no setting “{}”", key.text));
            continue;
        };
        match plain_value(&value.value) {
            Some(value) => {
                values.insert(setting.key, value);
            }
            None => wrong.push(format!("{place}:{line}: {} takes one plain value", setting.key)),
        }
    }
    if wrong.is_empty() { Ok(values) } else { Err(ConfigErrors(wrong)) }
}

fn plain_value(value: &Yaml) -> Option<String> {
    match value {
        Yaml::Text(text, _) => Some(text.clone()),
        Yaml::Number(number) => Some(number.clone()),
        Yaml::Flag(flag) => Some(flag.to_string()),
        Yaml::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| plain_value(&item.value)).collect();
            items.map(|items| items.join(","))
        }
        Yaml::Null | Yaml::Map(_) => None,
    }
}

#[cfg(test)]
mod tests;
