//! What a page of the site may do: the Content-Security-Policy and the other headers that protect
//! readers. Nothing is inline, so the policy needs no exception; what a page may send goes to the
//! site itself and to the contribution service, if there is one elsewhere.

use crate::model::site::{Service, Settings};

/// Headers that every answer has besides the policy.
pub const PROTECTING_HEADERS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
];

/// The Content-Security-Policy of the pages of a site whose forms go to itself, if they go anywhere:
/// its own scripts, styles, fonts and pictures; nothing inline; nobody frames a page.
pub const SELF_ONLY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// The Content-Security-Policy of the pages of a site, for a header.
pub fn content_security_policy(settings: &Settings) -> String {
    let Service::At(address) = &settings.service else { return SELF_ONLY.to_owned() };
    ["connect-src 'self'", "form-action 'self'"].iter().fold(SELF_ONLY.to_owned(), |policy, rule| {
        policy.replace(rule, &format!("{rule} {}", address.origin()))
    })
}

/// The part of it that a page may say of itself in a `<meta>`: there browsers pass over
/// `frame-ancestors`.
pub fn policy_of_page(settings: &Settings) -> String {
    content_security_policy(settings).replace("; frame-ancestors 'none'", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_may_go_to_the_service_that_is_named_and_nowhere_else() {
        let mut settings = Settings::default();
        assert!(content_security_policy(&settings).contains("; form-action 'self'; base-uri 'none'; frame-"));
        settings.service = Service::At("https://forms.example/below/".parse().unwrap());
        assert!(policy_of_page(&settings).contains("; form-action 'self' https://forms.example; base-uri"));
        assert!(!policy_of_page(&settings).contains("frame-ancestors"));
    }
}
