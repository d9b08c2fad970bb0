//! Flags, environment and file -> `Config`. Every setting stands once in [`settings`]: its flag,
//! its `INTERLINK_…` variable and its key of the file are made from that line. Whatever is wrong
//! is reported in one go.

mod forge;
mod mail;

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

/// One setting.
#[derive(Debug)]
pub struct Setting {
    /// Its key in the file; the flag is `--key`, the variable `INTERLINK_KEY`.
    pub key: &'static str,
    /// What stands for its value in the help.
    pub value: &'static str,
    /// What it is for.
    pub doc: &'static str,
    /// What it is when nobody says.
    pub default: Option<&'static str>,
    /// Whether its value is never shown.
    pub secret: bool,
    /// Whether it can be given on the command line, which everybody on the machine can read.
    pub flag: bool,
}

const fn setting(
    key: &'static str,
    value: &'static str,
    default: Option<&'static str>,
    doc: &'static str,
) -> Setting {
    Setting { key, value, doc, default, secret: false, flag: true }
}

/// Every setting there is.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().chain(forge::SETTINGS).chain(mail::SETTINGS)
}

static SETTINGS: &[Setting] = &[
    setting("content", "DIR", Some("content"), "the folder with the content"),
    setting("site", "DIR", Some("site"), "the folder the site is built into and served from"),
    setting("repo", "DIR", None, "the Git repository; when absent, the one the content lies in"),
    setting("state", "DIR", Some(".interlink"), "where contributions are kept"),
    setting(
        "store",
        "sqlite|ADDRESS",
        Some("sqlite"),
        "what remembers contributions: sqlite, a file in the state folder; or a PostgreSQL database that several \
         replicas share, such as postgresql://interlink@db.example/interlink. The connection is encrypted and the \
         server proves who it is, unless it is on this machine or the address says ?sslmode=disable",
    ),
    Setting {
        key: "store-password",
        value: "PASSWORD",
        doc: "the password of that database; only in a variable or a file, never as a flag, which every user of the \
              machine can read",
        default: None,
        secret: true,
        flag: false,
    },
    setting(
        "store-password-file",
        "FILE",
        None,
        "a file that holds only that password, as secrets are handed to containers and by systemd",
    ),
    setting("listen", "ADDR:PORT", Some("127.0.0.1:8080"), "where to answer; port 0 takes a free one"),
    setting(
        "metrics-listen",
        "ADDR:PORT",
        None,
        "where numbers for Prometheus are told, at /metrics; an address that only the watcher reaches, such as \
         127.0.0.1:9090. When absent, nowhere",
    ),
    setting("branch", "NAME", None, "the main branch; when absent, the one that is checked out"),
    setting("theme", "NAME", Some("default"), "the theme of the site"),
    setting(
        "site-address",
        "URL,…",
        None,
        "where people reach the site; posts from other origins are refused. When absent, the address listened on",
    ),
    Setting {
        key: "maintainer-token",
        value: "TOKEN",
        doc: "opens the maintainer's page, at least 20 characters; when absent one is made and kept in the state folder",
        default: None,
        secret: true,
        flag: true,
    },
    setting(
        "hold",
        "auto|always|never",
        Some("auto"),
        "whether a maintainer must release what was sent before it goes to the forge; auto holds where the forge is \
         public, because what is in a public pull request can never be taken back",
    ),
    setting(
        "trusted-proxies",
        "NETWORK,…",
        None,
        "addresses and networks of your own proxies, such as 10.0.0.0/8; only their X-Forwarded-For is read. Behind a \
         proxy set this, or all visitors are one neighbourhood",
    ),
    setting(
        "previews-per-hour",
        "NUMBER",
        Some("120"),
        "how many previews one neighbourhood of the network may ask for in an hour; 0 for no limit",
    ),
    setting(
        "previews-per-hour-in-all",
        "NUMBER",
        Some("3000"),
        "how many previews may be asked for in an hour from everywhere; 0 for no limit",
    ),
    setting(
        "proposals-per-hour",
        "NUMBER",
        Some("20"),
        "how many proposals one neighbourhood may send in an hour; 0 for no limit",
    ),
    setting(
        "proposals-per-hour-in-all",
        "NUMBER",
        Some("500"),
        "how many proposals may be sent in an hour from everywhere; 0 for no limit",
    ),
    setting(
        "open-proposals",
        "NUMBER",
        Some("50"),
        "how many proposals of one neighbourhood may wait for people at a time; 0 for no limit",
    ),
    setting(
        "open-proposals-in-all",
        "NUMBER",
        Some("2000"),
        "how many proposals may wait for people at a time; 0 for no limit",
    ),
    setting(
        "minimum-time",
        "SECONDS",
        Some("2"),
        "how long a person looks at a preview at least; what is sent sooner is asked to wait. 0 for no limit",
    ),
    setting(
        "proof-of-work",
        "ZEROS",
        Some("2"),
        "how much a browser computes for a contribution: 1 for 16 keys on average, 2 for 256, 3 for 4096, each a few \
         milliseconds. Without it (no JavaScript) one waits four times as long and counts as four; 0 to ask nobody",
    ),
    setting(
        "retry-waits",
        "SECONDS,…",
        Some("5,30,120,600"),
        "the pause before each further try at the forge; after the last one a contribution is failed, but for an \
         outage of the forge, which is waited for",
    ),
    setting(
        "replica-lease",
        "SECONDS",
        Some("180"),
        "for how long a job stays a replica's of which nothing is heard, where several share a PostgreSQL store; their \
         clocks must agree much better than that",
    ),
    setting(
        "keep-ended",
        "DAYS",
        Some("90"),
        "how long the words of a contribution are kept after it has ended, so that its writer can read the answer",
    ),
    setting(
        "max-upload",
        "MEGABYTES",
        Some("10"),
        "the most a contribution may hold, files and text together",
    ),
    setting("request-timeout", "SECONDS", Some("120"), "how long a request may take, its upload included"),
    setting(
        "idle-timeout",
        "SECONDS",
        Some("20"),
        "how long a visitor may send nothing: before a request, within its head, within its body",
    ),
    setting("committer-name", "NAME", Some("Interlink"), "the name in the commits the service makes"),
    setting(
        "committer-email",
        "ADDRESS",
        Some("contributions@interlink.invalid"),
        "the address in the commits the service makes",
    ),
    setting(
        "log",
        "FILTER",
        Some("info"),
        "what is logged: error, warn, info, debug, or a filter of tracing",
    ),
    setting("log-format", "text|json", Some("text"), "how it is logged, to standard error"),
];

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

    /// The settings as a file for `--config` holds them. What nobody set, and what is secret, is a
    /// comment.
    pub fn as_file(&self) -> String {
        let line = |setting: &Setting| match self.0.get(setting.key) {
            Some(_) if setting.secret => format!("# {}: (set)\n", setting.key),
            Some((value, _)) => format!("{}: {}\n", setting.key, write_scalar(value)),
            None => format!("# {}:\n", setting.key),
        };
        settings().map(line).collect()
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
mod tests {
    use super::*;

    fn flags(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_flag_wins_over_a_variable_and_a_variable_over_the_file() {
        let file = "site: from-file\nstate: from-file\nlisten: 127.0.0.1:1\n";
        let environment = |name: &str| match name {
            "INTERLINK_SITE" | "INTERLINK_STATE" => Some("from-variable".to_owned()),
            "INTERLINK_LISTEN" => Some(String::new()),
            _ => None,
        };
        let given =
            Given::gather(&flags(&[("site", "from-flag")]), environment, Some((Path::new("x.yaml"), file)))
                .unwrap();
        assert_eq!(given.0["site"], ("from-flag".to_owned(), From::Flag));
        assert_eq!(given.0["state"], ("from-variable".to_owned(), From::Variable));
        assert_eq!(given.0["listen"], ("127.0.0.1:1".to_owned(), From::File));
        assert_eq!(given.0["max-upload"], ("10".to_owned(), From::Default));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let given = Given::gather(
            &flags(&[
                ("content", "no-such-folder"),
                ("listen", "here"),
                ("site-address", "https://a.example/, ftp://b"),
                ("maintainer-token", "short"),
                ("max-upload", "-1"),
                ("log-format", "xml"),
            ]),
            |_| None,
            None,
        )
        .unwrap();
        insta::assert_snapshot!(given.config().unwrap_err(), @r"
        content (from flag): there is no folder no-such-folder; start in the folder of a clone or name one with --content
        listen (from flag): “here” is no address and port, such as 127.0.0.1:8080
        site-address (from flag): “ftp://b” is no address such as https://catalogue.example/
        maintainer-token (from flag): it has fewer than 20 characters, so it can be guessed
        max-upload (from flag): “-1” is no number of megabytes from 1 to 200
        log-format (from flag): “xml” is neither text nor json
        ");
    }

    #[test]
    fn a_file_with_a_wrong_key_names_its_line() {
        let file = "site: out\nlissten: x\ncontent: {a: b}\n";
        let error = Given::gather(&BTreeMap::new(), |_| None, Some((Path::new("x.yaml"), file))).unwrap_err();
        insta::assert_snapshot!(error, @r"
        x.yaml:2: there is no setting “lissten”
        x.yaml:3: content takes one plain value
        ");
    }

    #[test]
    fn every_setting_is_explained_and_no_secret_is_told() {
        let secret = "a-token-of-many-characters";
        let given = Given::gather(
            &flags(&[("maintainer-token", secret)]),
            |name| (name == "INTERLINK_LISTEN").then(|| "127.0.0.1:0".to_owned()),
            None,
        )
        .unwrap();
        let text = given.explain();
        assert_eq!(text.matches("    flag:      ").count(), settings().count());
        assert!(!text.contains(secret) && !given.as_file().contains(secret), "{text}");
        let entry = |key: &str| {
            let start = text.find(&format!("{key}\n    ")).unwrap();
            text[start..].split("\n\n").next().unwrap().to_owned()
        };
        insta::assert_snapshot!(entry("listen"), @r"
        listen
            where to answer; port 0 takes a free one
            value:     127.0.0.1:0, from the environment
            default:   127.0.0.1:8080
            flag:      --listen ADDR:PORT
            variable:  INTERLINK_LISTEN
            in a file: listen: ADDR:PORT
        ");
        for key in ["store-password", "maintainer-token"] {
            assert!(SETTINGS.iter().any(|setting| setting.key == key && setting.secret));
        }
        assert!(entry("maintainer-token").contains("value:     (set), from the flag"));
        assert!(entry("branch").contains("value:     (not set)\n    default:   (none)"));
    }

    #[test]
    fn a_password_comes_from_a_variable_or_a_file_and_is_told_to_nobody() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "hush-hush\n").unwrap();
        let address = ("store", "postgresql://interlink@db.example/interlink");
        let gather = |pairs: &[(&str, &str)], variable: Option<&str>| {
            let read =
                |name: &str| variable.filter(|_| name == "INTERLINK_STORE_PASSWORD").map(str::to_owned);
            Given::gather(&flags(pairs), read, None).unwrap()
        };
        let from_file = gather(&[address, ("store-password-file", file.to_str().unwrap())], None);
        let from_variable = gather(&[address], Some("hush-hush"));
        for given in [&from_file, &from_variable] {
            let (address, password) = given.store().unwrap();
            assert_eq!(address.as_deref(), Some("postgresql://interlink@db.example/interlink"));
            assert_eq!(password.as_ref().map(SecretText::reveal), Some("hush-hush"));
            let told = format!("{password:?}{}{}", given.explain(), given.as_file());
            assert!(!told.contains("hush-hush"), "{told}");
        }
        let wrong = [
            gather(&[address, ("store-password", "hush-hush")], None),
            gather(&[("store", "postgresql://x:hush-hush@db.example/y")], None),
            gather(&[("store", "mysql://hush-hush")], None),
            gather(&[address, ("store-password-file", "no-such-file")], None),
            gather(&[address, ("store-password-file", file.to_str().unwrap())], Some("hush-hush")),
        ];
        for given in wrong {
            let (key, told) = given.store().unwrap_err();
            assert!(!told.contains("hush-hush"), "{key}: {told}");
        }
    }

    #[test]
    fn the_settings_printed_as_a_file_are_the_settings_again() {
        let given = Given::gather(
            &flags(&[("site", "a: b #c"), ("max-upload", "7"), ("listen", "[::1]:0")]),
            |_| None,
            None,
        )
        .unwrap();
        let file = given.as_file();
        let again = Given::gather(&BTreeMap::new(), |_| None, Some((Path::new("x.yaml"), &file))).unwrap();
        for setting in settings() {
            assert_eq!(again.optional(setting.key), given.optional(setting.key), "{}", setting.key);
        }
    }

    #[test]
    fn a_forge_on_the_network_needs_its_repository_and_one_key() {
        let github = |pairs: &[(&str, &str)]| {
            let mut all = flags(pairs);
            all.insert("forge".to_owned(), "github".to_owned());
            let environment =
                |name: &str| (name == "INTERLINK_FORGE_TOKEN").then(|| "secret-token".to_owned());
            (Given::gather(&all, environment, None).unwrap(), Given::gather(&all, |_| None, None).unwrap())
        };
        let (with_token, without) = github(&[("forge-repository", "city/catalogue")]);
        let config = with_token.config().unwrap();
        let remote = config.remote.unwrap();
        assert_eq!(remote.git, "https://github.com/city/catalogue.git");
        assert_eq!(remote.pace.between_writes, Duration::from_secs(1));
        assert!(!format!("{:?} {}", remote.kind, with_token.explain()).contains("secret-token"));
        insta::assert_snapshot!(without.config().unwrap_err(), @"forge (from flag): it needs INTERLINK_FORGE_TOKEN in the environment, or forge-app-id and forge-app-key-file");
        let (wrong, _) = github(&[
            ("forge-repository", "city/../x"),
            ("forge-address", "https://api.github.com/x"),
            ("forge-app-id", "seven"),
            ("forge-pace", "-1"),
            ("forge-writes", "twice"),
            ("webhook-secrets", "short"),
        ]);
        insta::assert_snapshot!(wrong.config().unwrap_err(), @r"
        forge-address (from flag): “https://api.github.com/x” is no address such as https://api.github.com
        forge-repository (from flag): it names the repository, such as administration/catalogue
        forge-writes (from flag): “twice” is neither graphql nor rest
        forge-token (from environment): there is a token and an App; give one of the two
        forge-pace (from flag): “-1” is no number from 0 to 60000
        webhook-secrets (from flag): one has fewer than 20 characters, so it can be guessed
        ");
    }

    #[test]
    fn gitlab_and_forgejo_take_a_token_and_nothing_of_github() {
        let forge = |pairs: &[(&str, &str)], token: Option<&str>| {
            let environment =
                |name: &str| (name == "INTERLINK_FORGE_TOKEN").then(|| token.map(str::to_owned)).flatten();
            Given::gather(&flags(pairs), environment, None).unwrap().config()
        };
        let remote = |pairs: &[(&str, &str)]| forge(pairs, Some("secret-token")).unwrap().remote.unwrap();
        let gitlab = remote(&[("forge", "gitlab"), ("forge-repository", "city/digital/catalogue")]);
        assert_eq!(gitlab.git, "https://gitlab.com/city/digital/catalogue.git");
        assert!(!format!("{gitlab:?}").contains("secret-token"));
        let below_a_path = [
            ("forge", "forgejo"),
            ("forge-repository", "city/catalogue"),
            ("forge-address", "https://city.example/git/"),
        ];
        assert_eq!(remote(&below_a_path).git, "https://city.example/git/city/catalogue.git");
        let wrong = [
            ("forge", "gitlab"),
            ("forge-repository", "catalogue"),
            ("forge-writes", "rest"),
            ("forge-app-id", "7"),
        ];
        insta::assert_snapshot!(forge(&wrong, None).unwrap_err(), @r"
        forge-app-id (from flag): only GitHub has this; take it out for gitlab
        forge-writes (from flag): only GitHub has this; take it out for gitlab
        forge-repository (from flag): it is the path of the project with its groups, such as administration/catalogue
        forge (from flag): it needs INTERLINK_FORGE_TOKEN in the environment
        ");
        let no_address = [("forge", "forgejo"), ("forge-repository", "city/catalogue")];
        insta::assert_snapshot!(forge(&no_address, Some("x")).unwrap_err(), @"forge-address (from default): it says which Forgejo, such as https://codeberg.org");
        insta::assert_snapshot!(forge(&[("forge", "gitea")], None).unwrap_err(), @"forge (from flag): “gitea” is none of local, github, gitlab and forgejo");
    }

    #[test]
    fn the_defaults_are_those_of_a_clone() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().to_str().unwrap();
        let config =
            Given::gather(&flags(&[("content", content)]), |_| None, None).unwrap().config().unwrap();
        assert_eq!(config.repo, config.content);
        assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
        assert_eq!(config.max_upload, 10_000_000);
    }
}
