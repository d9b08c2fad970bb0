//! The page that a site has for an address that leads nowhere: one in each language.

use std::path::{Path, PathBuf};

/// The language that an address below the base of a site begins with, if that can be one: letters
/// only, so it is no way out of a folder.
pub fn language_of(path: &str) -> Option<&str> {
    let first = path.trim_start_matches('/').split('/').next()?;
    (!first.is_empty() && first.bytes().all(|byte| byte.is_ascii_lowercase())).then_some(first)
}

/// Where the page of a language lies in the folder of a site.
pub fn page_not_found(site: &Path, language: &str) -> PathBuf {
    site.join(language).join("404.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_begins_with_a_language_or_with_nothing_that_is_a_folder() {
        assert_eq!(language_of("/lv/interlinkers/x/"), Some("lv"));
        // An empty name is skipped, as servers do.
        assert_eq!(language_of("//x"), Some("x"));
        for none in ["", "/", "/../etc", "/%2e%2e/x", "/A/"] {
            assert_eq!(language_of(none), None, "{none}");
        }
    }
}
