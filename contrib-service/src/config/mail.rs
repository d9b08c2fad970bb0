//! The settings of mail. Without `smtp` there is none, and the others say nothing.

use super::settings::{Setting, setting};
use super::{From, Given};
use crate::mail::MailAddress;
use crate::queue::store::MailCaps;
use crate::secret::SecretText;

const fn secret(key: &'static str, value: &'static str, doc: &'static str) -> Setting {
    Setting { key, value, doc, default: None, secret: true, flag: false }
}

/// Every setting of mail.
pub(super) const SETTINGS: &[Setting] = &[
    setting(
        "smtp",
        "URL",
        None,
        "the server that takes mails: `smtps://mail.example` (port 465), or `smtp://mail.example` (port 587), which \
         must offer STARTTLS. Only to this machine, as in `smtp://127.0.0.1:25`, is nothing encrypted. When absent, no \
         mail is sent and no address is asked for",
    ),
    setting("smtp-user", "NAME", None, "the login at that server, where it wants one"),
    secret("smtp-password", "PASSWORD", "the password of that login"),
    setting(
        "mail-from",
        "ADDRESS",
        None,
        "who mails are from: the mailbox of an office that somebody reads, such as `catalogue@administration.example`",
    ),
    secret(
        "mail-key",
        "SECRET",
        "what addresses are encrypted with in the store, at least 32 characters; when absent one is made and kept in \
         the state folder. Replicas that share a PostgreSQL store must all be given the same one",
    ),
    setting(
        "mail-per-address",
        "NUMBER",
        Some("10"),
        "how many mails a day go to one address; 0 for no limit. Beyond it news wait until the next day (UTC), and no \
         more confirmations are asked for",
    ),
    setting("mail-per-domain", "NUMBER", Some("200"), "the same for all addresses of one domain"),
    setting(
        "mail-kept-days",
        "DAYS",
        Some("30"),
        "how long an address is kept after its contribution has ended; one that nobody confirms goes after a week",
    ),
    setting(
        "confirmed-releases",
        "yes|no",
        Some("yes"),
        "whether what is held goes on to the forge when its writer confirms an address, without a maintainer",
    ),
];

/// How mails are sent.
#[derive(Debug, Clone)]
pub struct MailConfig {
    /// Where they are handed in.
    pub server: MailServer,
    /// Who they are from.
    pub from: MailAddress,
    /// How many go.
    pub caps: MailCaps,
}

/// A server that takes mails.
#[derive(Debug, Clone)]
pub struct MailServer {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the way there is kept private.
    pub security: Security,
    /// Name and password.
    pub login: Option<(String, SecretText)>,
}

/// How the way to a server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Encrypted from the first byte.
    Tls,
    /// Encrypted before anything is said, or not at all used.
    StartTls,
    /// It does not leave this machine.
    Plain,
}

/// How mails are sent, or nothing where none is.
pub(super) fn mail(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<MailConfig> {
    let mut number = |key: &str| {
        let number = given.text(key).parse::<u32>();
        if number.is_err() {
            complain(key, format!("“{}” is no number", given.text(key)));
        }
        number.ok().filter(|number| *number > 0)
    };
    let caps = MailCaps { address: number("mail-per-address"), domain: number("mail-per-domain") };
    let address = given.optional("smtp")?;
    let server = server(address);
    if server.is_none() {
        complain(
            "smtp",
            "it is no address such as smtps://mail.example; name and password go into smtp-user and smtp-password"
                .to_owned(),
        );
    }
    let login = login(given, complain);
    let from = given.optional("mail-from").and_then(MailAddress::parse);
    if from.is_none() {
        complain(
            "mail-from",
            "it says who mails are from, such as catalogue@administration.example; smtp needs it".to_owned(),
        );
    }
    if given.text("store") != "sqlite" && given.optional("mail-key").is_none() {
        complain(
            "mail-key",
            "replicas that share a store must share it; put the line that `openssl rand -hex 32` prints into \
             INTERLINK_MAIL_KEY of each"
                .to_owned(),
        );
    }
    Some(MailConfig { server: MailServer { login, ..server? }, from: from?, caps })
}

/// What addresses are encrypted with, where it was given.
pub(super) fn mail_key(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<SecretText> {
    let key = given.optional("mail-key")?.trim();
    if let Some((_, From::Flag)) = given.0.get("mail-key") {
        complain(
            "mail-key",
            "a flag is read by every user of the machine; use INTERLINK_MAIL_KEY".to_owned(),
        );
    }
    if key.chars().count() < 32 {
        complain("mail-key", "it has fewer than 32 characters, so it can be guessed".to_owned());
    }
    Some(SecretText::new(key))
}

/// How long an address is kept after the end. The last mail must still find it, so it is a day at least.
pub(super) fn kept_days(given: &Given, complain: &mut dyn FnMut(&str, String)) -> u32 {
    let days = given.text("mail-kept-days").parse::<u32>().ok().filter(|days| (1..=3_650).contains(days));
    if days.is_none() {
        let text = format!("“{}” is no number of days from 1 to 3650", given.text("mail-kept-days"));
        complain("mail-kept-days", text);
    }
    days.unwrap_or(1)
}

/// Whether a confirmed address lets out what is held.
pub(super) fn confirmed_releases(given: &Given, complain: &mut dyn FnMut(&str, String)) -> bool {
    match given.text("confirmed-releases") {
        // A file says `yes` as text and `true` as a flag.
        "yes" | "true" => true,
        "no" | "false" => false,
        other => {
            complain("confirmed-releases", format!("“{other}” is neither yes nor no"));
            false
        }
    }
}

fn login(given: &Given, complain: &mut dyn FnMut(&str, String)) -> Option<(String, SecretText)> {
    match (given.optional("smtp-user"), given.optional("smtp-password")) {
        (Some(user), Some(password)) => Some((user.to_owned(), SecretText::new(password))),
        (Some(_), None) => {
            complain("smtp-password", "a login needs it; use INTERLINK_SMTP_PASSWORD".to_owned());
            None
        }
        (None, Some(_)) => {
            complain("smtp-user", "there is a password and no name that it belongs to".to_owned());
            None
        }
        (None, None) => None,
    }
}

fn server(address: &str) -> Option<MailServer> {
    let url = url::Url::parse(address).ok()?;
    let host = url.host_str().filter(|host| !host.is_empty())?;
    let bare = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    if !bare || !url.username().is_empty() || url.password().is_some() {
        return None;
    }
    let host = host.trim_matches(['[', ']']);
    let is_here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let (security, port) = match url.scheme() {
        "smtps" => (Security::Tls, 465),
        "smtp" if is_here => (Security::Plain, 25),
        "smtp" => (Security::StartTls, 587),
        _ => return None,
    };
    Some(MailServer { host: host.to_owned(), port: url.port().unwrap_or(port), security, login: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn only_the_way_inside_this_machine_is_open() {
        let read = |text: &str| server(text).map(|server| (server.host, server.port, server.security));
        for (text, host, port, security) in [
            ("smtps://mail.example", "mail.example", 465, Security::Tls),
            ("smtp://mail.example", "mail.example", 587, Security::StartTls),
            ("smtp://mail.example:25/", "mail.example", 25, Security::StartTls),
            ("smtp://127.0.0.1:2525", "127.0.0.1", 2525, Security::Plain),
            ("smtp://[::1]", "::1", 25, Security::Plain),
            ("smtp://localhost", "localhost", 25, Security::Plain),
            ("smtps://localhost", "localhost", 465, Security::Tls),
            ("smtp://127.0.0.1.evil.example", "127.0.0.1.evil.example", 587, Security::StartTls),
        ] {
            assert_eq!(read(text), Some((host.to_owned(), port, security)), "{text}");
        }
        for text in
            ["mail.example", "http://mail.example", "smtp://x:y@mail.example", "smtp://", "smtp://a/b"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn what_mail_needs_is_asked_for_at_once() {
        let flags: BTreeMap<String, String> = [
            ("content", "/"),
            ("smtp", "smtp://lea:hush-hush@mail.example"),
            ("smtp-user", "lea"),
            ("store", "postgresql://interlink@db.example/interlink"),
            ("confirmed-releases", "perhaps"),
            ("mail-per-domain", "-1"),
            ("mail-kept-days", "0"),
        ]
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .into();
        let given = Given::gather(&flags, |_| None, None).unwrap();
        insta::assert_snapshot!(given.config().unwrap_err(), @r"
        mail-per-domain (from flag): “-1” is no number
        smtp (from flag): it is no address such as smtps://mail.example; name and password go into smtp-user and smtp-password
        smtp-password (from default): a login needs it; use INTERLINK_SMTP_PASSWORD
        mail-from (from default): it says who mails are from, such as catalogue@administration.example; smtp needs it
        mail-key (from default): replicas that share a store must share it; put the line that `openssl rand -hex 32` prints into INTERLINK_MAIL_KEY of each
        mail-kept-days (from flag): “0” is no number of days from 1 to 3650
        confirmed-releases (from flag): “perhaps” is neither yes nor no
        ");
    }
}
