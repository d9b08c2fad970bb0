//! Every setting: its flag, its `INTERLINK_…` variable and its key of the file are made from one line here;
//! those of a forge on the network and of mail stand with what is made of them.

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

pub(super) const fn setting(
    key: &'static str,
    value: &'static str,
    default: Option<&'static str>,
    doc: &'static str,
) -> Setting {
    Setting { key, value, doc, default, secret: false, flag: true }
}

/// Every setting there is.
pub fn settings() -> impl Iterator<Item = &'static Setting> {
    SETTINGS.iter().chain(super::forge::SETTINGS).chain(super::mail::SETTINGS)
}

pub(super) static SETTINGS: &[Setting] = &[
    setting("content", "DIR", Some("content"), "the folder with the content"),
    setting("site", "DIR", Some("site"), "the folder the site is built into and served from"),
    setting("repo", "DIR", None, "the Git repository; when absent, the one the content lies in"),
    setting("state", "DIR", Some(".interlink"), "where contributions are kept"),
    setting(
        "store",
        "sqlite|ADDRESS",
        Some("sqlite"),
        "what remembers contributions: sqlite, a file in the state folder; or a PostgreSQL database that several \
         replicas share, such as `postgresql://interlink@db.example/interlink`. The connection is encrypted and the \
         server proves who it is, unless it is on this machine or the address says `?sslmode=disable`",
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
    setting(
        "branch",
        "NAME",
        None,
        "the main branch; when absent, the one that is checked out, and `main` at a forge on the network",
    ),
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
        doc: "opens the maintainer's page, at least 20 characters; only in a variable or a file. When absent one is made and \
              kept in the state folder",
        default: None,
        secret: true,
        flag: false,
    },
    setting(
        "hold",
        "auto|always|never",
        Some("auto"),
        "whether a maintainer must release what was sent before it goes to the forge; auto holds at every \
         forge on the network, because what is in a public request can never be taken back, and nothing at the local \
         one. What looks like spam is held in any case",
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
