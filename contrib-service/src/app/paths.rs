//! Which paths are looked at at all. A path that begins with two slashes would turn into another
//! host when the file server sends a browser to it with a slash at the end, and a name that begins
//! with a dot is nobody's business: the site folder keeps its own records under such names.

use axum::extract::{Request, State};
use axum::http::header::LOCATION;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{App, not_found};
use crate::error::AppError;

/// Longest name of a file on the common file systems, in bytes.
const LONGEST_NAME: usize = 255;

/// Sends a path with doubled slashes to the one it stands for, and answers "not found" for names
/// that are not for readers.
pub(super) async fn tidy(State(app): State<App>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    // First of all: a browser takes a backslash for a slash, so no redirect may carry one.
    if is_hidden(path) {
        return not_found(State(app), request).await;
    }
    if path.contains("//") {
        if !matches!(*request.method(), Method::GET | Method::HEAD) {
            return AppError::NotFound.into_response();
        }
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let address = format!("{}{query}", collapsed(path));
        return (StatusCode::PERMANENT_REDIRECT, [(LOCATION, address)]).into_response();
    }
    next.run(request).await
}

/// The path with single slashes, so that it can never name a host.
fn collapsed(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let end = if path.ends_with('/') && !parts.is_empty() { "/" } else { "" };
    format!("/{}{end}", parts.join("/"))
}

/// Whether a part of the path begins with a dot, is longer than any file system keeps, or holds a
/// backslash, which browsers take for a slash. `.well-known` is the one name of that form that is meant to be found.
fn is_hidden(path: &str) -> bool {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let is_nobodys = |part: &str| part.starts_with('.') && part != ".well-known" || part.len() > LONGEST_NAME;
    decoded.contains('\\') || decoded.split('/').any(is_nobodys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_with_a_dot_are_hidden_however_they_are_written() {
        for path in [
            "/.interlink-manifest",
            "/en/.git/config",
            "/%2e%2e/x",
            "/a/%2E/b",
            "/.%2e/x",
            "/a%2f.env",
            "/\\x",
            "/%5Cx",
        ] {
            assert!(is_hidden(path), "{path}");
        }
        assert!(is_hidden(&format!("/en/{}/", "a".repeat(256))) && !is_hidden(&"/a".repeat(4_000)));
        for path in ["/", "/en/", "/.well-known/security.txt", "/a.b/c.html", "/assets/x..y.css"] {
            assert!(!is_hidden(path), "{path}");
        }
    }

    proptest! {
        #[test]
        fn a_collapsed_path_stays_on_this_host(path in "/[/a-z.%\\\\]{0,20}") {
            if is_hidden(&path) {
                return Ok(());
            }
            let tidy = collapsed(&path);
            prop_assert!(tidy.starts_with('/') && !tidy.contains("//") && !tidy.contains('\\'), "{tidy}");
            prop_assert_eq!(collapsed(&tidy), tidy);
        }
    }
}
