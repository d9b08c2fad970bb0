//! How long a browser may keep a file without asking again. A file whose address holds a digest of
//! its bytes never changes; all others are asked for each time, which costs one small answer and
//! shows a correction at once.

/// For files that never change: a year, which is as good as for ever.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For all others: keep it, but ask whether it is still the one.
pub const ASK_AGAIN: &str = "no-cache";

/// Which paths below the base of a site have a digest in their address, as a regular expression
/// that nginx and Caddy understand: the files of the theme, and the search index of each language.
pub const FOR_EVER_PATTERN: &str = "(assets/[0-9a-f]{16}/|[a-z]+/search/data/[0-9a-f]{16}/).*$";

/// The `Cache-Control` of a file by its path below the base of the site.
pub fn cache_control(path: &str) -> &'static str {
    let steps: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match steps.as_slice() {
        ["assets", digest, _, ..] | [_, "search", "data", digest, _, ..] if is_digest(digest) => FOR_EVER,
        _ => ASK_AGAIN,
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_has_its_digest_in_its_address_is_kept_for_ever() {
        for path in ["assets/0123456789abcdef/style.css", "/lv/search/data/0123456789abcdef/b1"] {
            assert_eq!(cache_control(path), FOR_EVER, "{path}");
        }
        for path in [
            "",
            "en/",
            "assets/style.css",
            "en/search/data/index.json",
            "assets/0123456789ABCDEF/a",
            "icon.svg",
        ] {
            assert_eq!(cache_control(path), ASK_AGAIN, "{path}");
        }
    }
}
