//! Where a post comes from. A form on another site could send a visitor's browser here; such posts
//! are refused by the `Origin` header, or by `Sec-Fetch-Site` where there is none. There are no
//! tokens for this in the forms, because the forms are static pages.

use std::fmt;
use std::net::SocketAddr;

use axum::http::HeaderMap;
use axum::http::header::ORIGIN;

/// Scheme, host and port, such as `https://catalogue.example`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

impl Origin {
    /// The origin of an `http:` or `https:` address.
    pub fn of_address(address: &str) -> Option<Origin> {
        let url = url::Url::parse(address).ok()?;
        matches!(url.scheme(), "http" | "https").then(|| Origin(url.origin().ascii_serialization()))
    }

    /// The origins of a socket without a configured address: what a browser on this machine says.
    pub fn of_socket(address: SocketAddr) -> Vec<Origin> {
        let mut origins: Vec<Origin> =
            Origin::of_address(&format!("http://{address}/")).into_iter().collect();
        if address.ip().is_loopback() {
            origins.extend(Origin::of_address(&format!("http://localhost:{}/", address.port())));
        }
        origins
    }

    /// Whether it is an origin of `https:`.
    pub fn is_secure(&self) -> bool {
        self.0.starts_with("https:")
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether a post with these headers comes from our own pages.
///
/// Pages that hold a key are sent with `Referrer-Policy: no-referrer`; browsers then send
/// `Origin: null` with a form of such a page, which says as little as no `Origin` at all. Both
/// leave the word to `Sec-Fetch-Site`, which a page cannot forge. Neither header: refused.
pub fn is_own(headers: &HeaderMap, allowed: &[Origin]) -> bool {
    let mut origins = headers.get_all(ORIGIN).iter();
    match (origins.next().map(|value| value.as_bytes()), origins.next()) {
        (_, Some(_)) => false,
        (None | Some(b"null"), None) => {
            let mut sites = headers.get_all("sec-fetch-site").iter();
            sites.next().is_some_and(|value| value == "same-origin") && sites.next().is_none()
        }
        (Some(origin), None) => allowed.iter().any(|own| own.0.as_bytes() == origin),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(headers: &[(&'static str, &'static str)]) -> bool {
        let allowed = [
            Origin::of_address("https://Catalogue.example/en/").unwrap(),
            Origin::of_address("http://127.0.0.1:8080/").unwrap(),
        ];
        let headers =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        is_own(&headers, &allowed)
    }

    #[test]
    fn our_own_pages_may_post() {
        assert!(answer(&[("origin", "https://catalogue.example")]));
        assert!(answer(&[("origin", "http://127.0.0.1:8080")]));
        assert!(answer(&[("sec-fetch-site", "same-origin")]));
        assert!(answer(&[("origin", "null"), ("sec-fetch-site", "same-origin")]));
    }

    #[test]
    fn nobody_else_may() {
        for headers in [
            &[][..],
            &[("origin", "https://evil.example")],
            &[("origin", "https://catalogue.example.evil.example")],
            &[("origin", "http://catalogue.example")],
            &[("origin", "https://catalogue.example:8443")],
            &[("origin", "null")],
            &[("origin", "null"), ("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://evil.example"), ("sec-fetch-site", "same-origin")],
            &[("origin", "https://catalogue.example"), ("origin", "https://evil.example")],
        ] {
            assert!(!answer(headers), "{headers:?}");
        }
    }

    #[test]
    fn a_loopback_socket_has_two_names() {
        let names = |address: &str| {
            Origin::of_socket(address.parse().unwrap()).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(names("127.0.0.1:8080"), ["http://127.0.0.1:8080", "http://localhost:8080"]);
        assert_eq!(names("[::1]:80"), ["http://[::1]", "http://localhost"]);
        assert_eq!(names("192.0.2.1:8080"), ["http://192.0.2.1:8080"]);
    }
}
