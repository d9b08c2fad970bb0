//! A mailbox, as somebody gave it.

use std::fmt;

use lettre::Address;

/// The longest address that a mail server takes (RFC 5321, 4.5.3.1.3), in bytes.
const LONGEST: usize = 254;

/// An address that a mail can be sent to. It has no `Display`, and its `Debug` says nothing, so that it
/// cannot slip into a log.
#[derive(Clone, PartialEq, Eq)]
pub struct MailAddress(Address);

impl MailAddress {
    /// The address in a text, or `None` for what no mail would reach. Quoted names, addresses of
    /// machines and letters outside ASCII before the `@` are legal and refused: hardly anybody has one,
    /// and many servers do not take them. A domain outside ASCII becomes what the network calls it.
    pub fn parse(text: &str) -> Option<MailAddress> {
        let (user, domain) = text.trim().rsplit_once('@')?;
        let is_plain = |byte: u8| byte.is_ascii_graphic() && !b"\"(),:;<>@[\\]".contains(&byte);
        if !user.bytes().all(is_plain) {
            return None;
        }
        let Ok(url::Host::Domain(domain)) = url::Host::parse(domain) else { return None };
        if !domain.contains('.') || user.len() + 1 + domain.len() > LONGEST {
            return None;
        }
        Address::new(user, domain).ok().map(MailAddress)
    }

    /// The domain, in lower case.
    pub fn domain(&self) -> String {
        self.0.domain().to_ascii_lowercase()
    }

    /// The address with all but the first letter of its name hidden: enough for its owner.
    pub fn masked(&self) -> String {
        let first: String = self.0.user().chars().take(1).collect();
        format!("{first}…@{}", self.0.domain())
    }

    /// The text, for the one place that sends to it or hands it to its owner.
    pub fn reveal(&self) -> &str {
        self.0.as_ref()
    }

    /// What two spellings of one mailbox share, to count by.
    pub fn folded(&self) -> String {
        self.reveal().to_lowercase()
    }

    /// The domain of an organisation that this address belongs to: its own or one above it, the
    /// longest of those that are listed.
    pub fn domain_among<'a>(&self, domains: impl Iterator<Item = &'a str>) -> Option<&'a str> {
        let own = self.domain();
        let is_ours = |domain: &str| {
            let domain = domain.to_ascii_lowercase();
            domain.contains('.')
                && own.strip_suffix(&domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        domains.filter(|domain| is_ours(domain)).max_by_key(|domain| domain.len())
    }

    pub(super) fn address(&self) -> &Address {
        &self.0
    }
}

impl fmt::Debug for MailAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MailAddress(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_mail_would_reach_is_taken() {
        for (text, is) in [
            (" lea@example.org ", "lea@example.org"),
            ("Lea.O'Neil+x@Example.ORG", "Lea.O'Neil+x@example.org"),
            ("anna@rīga.example", "anna@xn--rga-uta.example"),
        ] {
            assert_eq!(MailAddress::parse(text).unwrap().reveal(), is);
        }
        for text in [
            "",
            "lea",
            "@example.org",
            "lea@",
            "lea@localhost",
            "lea@127.0.0.1",
            "lea@[127.0.0.1]",
            "lea@ex ample.org",
            "le a@example.org",
            "\"lea\"@example.org",
            "lea@example.org\r\nBcc: x@y.org",
            "lea\n@example.org",
            "lea@example.org, x@y.org",
            "<lea@example.org>",
            "lēa@example.org",
            "a@b@example.org",
            ".lea@example.org",
            "le..a@example.org",
        ] {
            assert_eq!(MailAddress::parse(text), None, "{text:?}");
        }
        assert_eq!(MailAddress::parse(&format!("{}@example.org", "a".repeat(250))), None);
    }

    #[test]
    fn nothing_but_the_first_letter_of_the_name_is_shown() {
        let address = MailAddress::parse("lea@example.org").unwrap();
        assert_eq!(address.masked(), "l…@example.org");
        assert_eq!(format!("{address:?}"), "MailAddress(…)");
    }

    #[test]
    fn an_organisation_has_its_domain_and_those_below_it() {
        let listed = ["gov.lv", "varam.gov.lv", "lv"];
        let of = |text: &str| MailAddress::parse(text).unwrap().domain_among(listed.iter().copied());
        assert_eq!(of("x@varam.gov.lv"), Some("varam.gov.lv"));
        assert_eq!(of("x@Mail.VARAM.gov.lv"), Some("varam.gov.lv"));
        assert_eq!(of("x@other.gov.lv"), Some("gov.lv"));
        assert_eq!(of("x@notvaram.gov.example"), None);
        assert_eq!(of("x@evilgov.lv"), None);
        // A whole country is nobody's.
        assert_eq!(of("x@something.lv"), None);
    }

    proptest! {
        #[test]
        fn an_address_is_one_line_and_one_mailbox(text in "[a-z@.<>,;:\"\\r\\n\\t ()\\[\\]\\\\%+āx-]{0,40}") {
            if let Some(address) = MailAddress::parse(&text) {
                let text = address.reveal();
                prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()), "{text:?}");
                prop_assert_eq!(text.matches('@').count(), 1);
                prop_assert!(!text.contains(['<', '>', ',', ';', ':', '"']), "{text:?}");
            }
        }
    }
}
