//! Addresses: joining, encoding, and the paths of files in the built site.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand unencoded in a path.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'/');

/// A path as it stands in an address.
pub fn percent_encode_path(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
}

/// A relative address seen from a page, made absolute below the base of the site. It never climbs
/// above the root.
pub fn join_address(page: &str, link: &str) -> String {
    if link.starts_with('/') || link.starts_with('#') || link.is_empty() {
        return link.to_owned();
    }
    let end = link.find(['?', '#']).unwrap_or(link.len());
    let (path, rest) = link.split_at(end);
    let folder = &page[..page.rfind('/').map_or(0, |at| at + 1)];
    let mut steps: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(path.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    let slash = if path.ends_with('/') || path.ends_with("..") || path.is_empty() { "/" } else { "" };
    let slash = if steps.is_empty() { "" } else { slash };
    format!("/{}{slash}{rest}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relative_link_is_seen_from_its_page() {
        assert_eq!(join_address("/en/pilots/", "../stories/x/"), "/en/stories/x/");
        assert_eq!(join_address("/sub/en/a/b/", "../../c/#d"), "/sub/en/c/#d");
        assert_eq!(join_address("/en/a/", "../../../../../x"), "/x");
        assert_eq!(join_address("/en/a/", "b?c=d"), "/en/a/b?c=d");
        assert_eq!(join_address("/en/a/", ".."), "/en/");
        assert_eq!(join_address("/en/a/", "#here"), "#here");
    }
}
