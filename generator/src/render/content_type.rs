//! The media types of files of the site whose ending alone does not tell it. Both servers, the one
//! of `interlink serve` and the contribution service, ask here.

/// The media type of a file of the site by its path, where its ending would give a wrong one: a
/// feed is Atom and not any XML.
pub fn content_type(path: &str) -> Option<&'static str> {
    match path.rsplit('/').next()? {
        "feed.xml" => Some("application/atom+xml; charset=utf-8"),
        "opensearch.xml" => Some("application/opensearchdescription+xml; charset=utf-8"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::content_type;

    #[test]
    fn a_feed_is_atom_and_a_sitemap_is_what_its_ending_says() {
        assert_eq!(content_type("/en/feed.xml"), Some("application/atom+xml; charset=utf-8"));
        assert_eq!(content_type("/sitemap.xml"), None);
    }
}
