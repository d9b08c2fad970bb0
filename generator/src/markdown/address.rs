//! What an address in a text may be. Both the check and the renderer ask here.

/// An address, judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// `http`, `https` or `mailto`.
    External(&'a str),
    /// A heading of the same text: what follows the `#`.
    Fragment(&'a str),
    /// Relative, or below the root of the site.
    Local(&'a str),
    /// Anything else.
    Forbidden,
}

/// Judges an address after the parser has decoded its entities and escapes.
///
/// Browsers drop tabs and line ends inside an address and read a backslash as a slash, so either
/// could hide `javascript:` or another host; neither has an honest use. What stands before the
/// first colon counts as a scheme even where it could not be one: only known good ones pass.
pub(super) fn classify(address: &str) -> Address<'_> {
    let address = address.trim_matches(' ');
    if address.contains(|c: char| c.is_control() || c == '\\') || address.starts_with("//") {
        return Address::Forbidden;
    }
    if let Some(fragment) = address.strip_prefix('#') {
        return Address::Fragment(fragment);
    }
    let scheme_end = address.find([':', '/', '?', '#']).filter(|at| address[*at..].starts_with(':'));
    let Some(scheme_end) = scheme_end else {
        return Address::Local(address);
    };
    let (scheme, rest) = (&address[..scheme_end], &address[scheme_end + 1..]);
    let allowed = if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") {
        rest.strip_prefix("//").is_some_and(is_host_and_path)
    } else {
        scheme.eq_ignore_ascii_case("mailto") && rest.contains('@')
    };
    if allowed { Address::External(address) } else { Address::Forbidden }
}

/// A host, then anything. A user name before the host is refused: it exists to make one host look
/// like another (`https://varam.gov.lv@elsewhere.example`).
fn is_host_and_path(rest: &str) -> bool {
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    !host.is_empty() && !host.starts_with(':') && !host.contains(['@', ' '])
}

/// The path of a picture below the folder of its entry, decoded; `None` if it is no such path.
pub(super) fn image_path(address: &str) -> Option<String> {
    let Address::Local(address) = classify(address) else {
        return None;
    };
    if address.starts_with('/') || address.contains(['?', '#']) {
        return None;
    }
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8().ok()?;
    if decoded.contains(|c: char| c.is_control() || c == '\\') {
        return None;
    }
    let steps: Vec<&str> = decoded.split('/').filter(|step| *step != ".").collect();
    if steps.iter().any(|step| step.is_empty() || *step == "..") {
        return None;
    }
    Some(steps.join("/"))
}

/// A relative address without the `./` it may begin with.
pub(super) fn without_here(mut address: &str) -> &str {
    while let Some(rest) = address.strip_prefix("./") {
        address = rest;
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_pass() {
        for good in [
            "https://interlink-project.eu/",
            "HTTP://x.example",
            "https://x.example:8080/a?b=c#d",
            "https://medium.com/@someone",
            "https://x.example/a:b",
            "mailto:info@x.example?subject=a",
        ] {
            assert_eq!(classify(good), Address::External(good));
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{a0}javascript:alert(1)",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "tel:+37120000000",
            "ftp://x.example",
            "//x.example/a",
            "/\\x.example",
            "\\\\x.example",
            "http:x",
            "http:/x.example",
            "https:///x.example",
            "https://",
            "https://:80/",
            "https://varam.gov.lv@elsewhere.example/",
            "mailto:",
            ":",
            "a:b",
            "C:\\file",
        ] {
            assert_eq!(classify(bad), Address::Forbidden, "{bad:?}");
        }
    }

    #[test]
    fn relative_addresses_and_fragments_are_told_apart() {
        for local in ["", "files/a.pdf", "../kanban/", "?q=a:b", "/en/", "files/a:b.pdf", "./a"] {
            assert_eq!(classify(local), Address::Local(local));
        }
        assert_eq!(classify("#how-to"), Address::Fragment("how-to"));
    }

    #[test]
    fn a_picture_lies_below_its_entry() {
        assert_eq!(image_path("./files/my%20plan.png").as_deref(), Some("files/my plan.png"));
        assert_eq!(image_path("snapshots/1.png").as_deref(), Some("snapshots/1.png"));
        for bad in [
            "",
            "../x.png",
            "a/../../x.png",
            "a/%2e%2e/x.png",
            "/x.png",
            "x.png?y",
            "#x",
            "a//b",
            "a%5Cb",
            "%00",
            "%ff",
        ] {
            assert_eq!(image_path(bad), None, "{bad:?}");
        }
        assert_eq!(image_path("https://x.example/a.png"), None);
        assert_eq!(image_path("data:image/png;base64,AAAA"), None);
    }
}
