//! What a web address is: the one place that decides it, for content, for `site.yaml`, for the
//! command line and for the forms. Each type here can only be made from a text that obeys its rule.

use std::fmt;
use std::net::Ipv6Addr;
use url::{Host, Url};

/// An address that readers can follow: `https:` or `http:` with a host, or `mailto:` with a mailbox.
/// It is kept as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    text: String,
    is_mailbox: bool,
}

/// Where a site or a service is reached: an `http:` or `https:` address without a query, to which
/// paths are added. The default is a site that does not know where it will lie: at the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    text: String,
    origin: String,
    path: String,
}

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// After `mailto:` there is no mailbox.
    #[error("is no e-mail address")]
    Mailbox,
    /// It is a mailbox without `mailto:`.
    #[error("is a mailbox, not a web address")]
    BareMailbox,
    /// It is neither.
    #[error("is no web address")]
    Web,
    /// It has a query or a fragment, so no path can be added.
    #[error("has a part after ? or #, so it is not where a site begins")]
    NotABase,
}

impl WebAddress {
    /// The address in a text.
    ///
    /// # Errors
    /// When the text is none, with what is wrong.
    pub fn parse(text: &str) -> Result<WebAddress, AddressError> {
        if let Some(mailbox) = text.strip_prefix("mailto:") {
            return if is_mailbox(mailbox) {
                Ok(WebAddress { text: text.to_owned(), is_mailbox: true })
            } else {
                Err(AddressError::Mailbox)
            };
        }
        match parse_web(text) {
            Some(_) => Ok(WebAddress { text: text.to_owned(), is_mailbox: false }),
            None if is_mailbox(text) => Err(AddressError::BareMailbox),
            None => Err(AddressError::Web),
        }
    }

    /// The same for an answer to "how can readers reach you?": a bare mailbox, which is what people
    /// write there, becomes a `mailto:` address. Whose mailbox it is, is not looked at here.
    ///
    /// # Errors
    /// When the text is neither an address nor a mailbox.
    pub fn parse_contact(text: &str) -> Result<WebAddress, AddressError> {
        match WebAddress::parse(text) {
            Err(AddressError::BareMailbox) => WebAddress::parse(&format!("mailto:{text}")),
            parsed => parsed,
        }
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The mailbox of a `mailto:` address.
    pub fn mailbox(&self) -> Option<&str> {
        self.is_mailbox.then(|| self.text.trim_start_matches("mailto:"))
    }
}

impl BaseUrl {
    /// The address in a text; a missing slash at its end is added.
    ///
    /// # Errors
    /// When the text is no such address, with what is wrong.
    pub fn parse(text: &str) -> Result<BaseUrl, AddressError> {
        let url = parse_web(text).ok_or(AddressError::Web)?;
        if url.query().is_some() || url.fragment().is_some() {
            return Err(AddressError::NotABase);
        }
        let origin = url.origin().ascii_serialization();
        let path = format!("{}/", url.path().trim_end_matches('/'));
        Ok(BaseUrl { text: format!("{origin}{path}"), origin, path })
    }

    /// The whole address; ends in a slash.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its path: begins and ends with a slash.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Scheme and host without a slash at the end; empty for a site that does not know its own, so
    /// that absolute addresses become paths.
    pub fn origin(&self) -> &str {
        &self.origin
    }
}

impl Default for BaseUrl {
    fn default() -> BaseUrl {
        BaseUrl { text: "/".to_owned(), origin: String::new(), path: "/".to_owned() }
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl std::str::FromStr for BaseUrl {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<BaseUrl, AddressError> {
        BaseUrl::parse(text)
    }
}

/// An `http:` or `https:` address with a host that can be somewhere, without a name or password in
/// it. The parser would mend white space and missing slashes; whoever copies the text would not.
fn parse_web(text: &str) -> Option<Url> {
    let has_slashes = text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
        || text.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("http://"));
    if !has_slashes || text.contains(|letter: char| letter.is_whitespace() || letter.is_control()) {
        return None;
    }
    let url = Url::parse(text).ok()?;
    let has_place = match url.host()? {
        Host::Domain(domain) => domain.trim_end_matches('.').contains('.') || domain == "localhost",
        Host::Ipv4(_) => true,
        Host::Ipv6(address) => address != Ipv6Addr::UNSPECIFIED,
    };
    (has_place && url.username().is_empty() && url.password().is_none()).then_some(url)
}

/// One mailbox, without the subject and the further receivers a `mailto:` address may have.
fn is_mailbox(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| {
        let has_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        let is_plain = !text.contains(|letter: char| {
            letter.is_whitespace() || letter.is_control() || "?&,;:<>()[]\\\"/".contains(letter)
        });
        !name.is_empty() && has_host && !host.contains('@') && is_plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_told_from_what_only_looks_like_one() {
        for good in [
            "https://example.org",
            "http://127.0.0.1:8080/a?b#c",
            "http://localhost:3000/",
            "https://[::1]/",
            "HTTPS://ĀDAŽI.lv/ā",
        ] {
            assert!(WebAddress::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "www.example.org",
            "https:example.org",
            "https://",
            "https:///x",
            "https://example",
            "https://a b.example/",
            "https://ada:pw@x.example/",
            "https://ada@x.example/",
            "ftp://x.example/",
            "javascript:alert(1)",
            "https://x.example/\u{0}",
            "//x.example/",
            "https:/\u{e4}",
        ] {
            assert_eq!(WebAddress::parse(bad), Err(AddressError::Web), "{bad}");
        }
    }

    #[test]
    fn a_mailbox_is_one_mailbox() {
        assert_eq!(WebAddress::parse("mailto:info@x.example").unwrap().mailbox(), Some("info@x.example"));
        for bad in [
            "mailto:",
            "mailto:info",
            "mailto:a@b",
            "mailto:a@x.lv?subject=b",
            "mailto:a@x.lv,b@x.lv",
            "mailto:a@b@x.lv",
        ] {
            assert_eq!(WebAddress::parse(bad), Err(AddressError::Mailbox), "{bad}");
        }
    }

    #[test]
    fn a_bare_mailbox_is_a_contact_but_no_address() {
        assert_eq!(WebAddress::parse("info@city.example"), Err(AddressError::BareMailbox));
        assert_eq!(
            WebAddress::parse_contact("info@city.example").unwrap().as_str(),
            "mailto:info@city.example"
        );
        assert_eq!(WebAddress::parse_contact("https://x.example/").unwrap().as_str(), "https://x.example/");
        assert_eq!(WebAddress::parse_contact("ask us"), Err(AddressError::Web));
    }

    #[test]
    fn a_base_address_has_an_origin_and_a_path_and_ends_in_a_slash() {
        let base = BaseUrl::parse("https://x.example:8443/cat").unwrap();
        assert_eq!(
            (base.as_str(), base.origin(), base.path()),
            ("https://x.example:8443/cat/", "https://x.example:8443", "/cat/")
        );
        let root = BaseUrl::parse("https://x.example").unwrap();
        assert_eq!((root.as_str(), root.path()), ("https://x.example/", "/"));
        assert_eq!((BaseUrl::default().origin(), BaseUrl::default().path()), ("", "/"));
        assert_eq!(BaseUrl::parse("https://x.example/?a"), Err(AddressError::NotABase));
        assert_eq!(BaseUrl::parse("mailto:info@x.example"), Err(AddressError::Web));
    }

    proptest::proptest! {
        #[test]
        fn what_is_parsed_is_parsed_the_same_again(text in "(https?://)?[a-zā.:@/?# \\[\\]0-9\u{0}-]{0,40}") {
            if let Ok(base) = BaseUrl::parse(&text) {
                proptest::prop_assert_eq!(BaseUrl::parse(base.as_str()), Ok(base.clone()), "{}", text);
                proptest::prop_assert!(base.path().starts_with('/') && base.path().ends_with('/'));
            }
            if let Ok(contact) = WebAddress::parse_contact(&text) {
                proptest::prop_assert_eq!(WebAddress::parse(contact.as_str()), Ok(contact.clone()));
            }
        }
    }
}
