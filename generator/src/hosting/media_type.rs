//! The media type of a file of the site by its path.

/// Endings with their media types, sorted. All text is UTF-8; JSON is so by its own definition.
pub const ENDINGS: &[(&str, &str)] = &[
    ("atom", "application/atom+xml; charset=utf-8"),
    ("bib", "application/x-bibtex; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("gif", "image/gif"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("markdown", "text/markdown; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("svg", "image/svg+xml"),
    ("text", "text/plain; charset=utf-8"),
    ("ttl", "text/turtle; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml; charset=utf-8"),
    ("yaml", "application/yaml"),
    ("zip", "application/zip"),
];

/// Files whose ending does not tell their type: a feed is Atom and not any XML.
pub const NAMES: &[(&str, &str)] = &[
    ("feed.xml", "application/atom+xml; charset=utf-8"),
    ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
];

/// Endings that servers seldom know, or know by another type.
pub const SELDOM_KNOWN: &[&str] = &["atom", "bib", "ics", "jsonld", "md", "ttl", "webmanifest", "yaml"];

/// The media type of any file of a site. What a catalogue makes or often holds stands in our own
/// list; of everything else a library knows what its ending promises (IANA).
pub fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let by_ending = ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    let by_library = || mime_guess::from_path(path).first_raw();
    by_name(path).or(by_ending).or_else(by_library).unwrap_or("application/octet-stream")
}

/// The same without how its text is encoded, as programs are told of a file.
pub fn plain_media_type(path: &str) -> &'static str {
    let whole = media_type(path);
    whole.split_once(';').map_or(whole, |(kind, _)| kind)
}

/// The media type of a file where a common server would give it a wrong one.
pub fn unusual_media_type(path: &str) -> Option<&'static str> {
    let ending = path.rsplit('.').next()?;
    by_name(path).or_else(|| SELDOM_KNOWN.contains(&ending).then(|| media_type(path)))
}

fn by_name(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next()?;
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_is_atom_and_a_sitemap_is_what_its_ending_says() {
        assert_eq!(unusual_media_type("/en/feed.xml"), Some("application/atom+xml; charset=utf-8"));
        assert_eq!(unusual_media_type("/sitemap.xml"), None);
        assert_eq!(media_type("sitemap.xml"), "application/xml; charset=utf-8");
        assert_eq!(media_type("catalogue.ttl"), "text/turtle; charset=utf-8");
        assert_eq!(media_type("en/search/data/0123456789abcdef/dir"), "application/octet-stream");
        assert_eq!(media_type("media/interlinkers/x/Plan.PDF"), "application/pdf");
        assert_eq!(media_type("media/interlinkers/x/talk.mp4"), "video/mp4");
        assert_eq!(plain_media_type("files/list.csv"), "text/csv");
    }

    #[test]
    fn the_endings_are_sorted_and_each_stands_once() {
        assert!(ENDINGS.is_sorted_by(|one, other| one.0 < other.0));
        let known = |ending: &str| ENDINGS.iter().any(|(known, _)| *known == ending);
        assert!(SELDOM_KNOWN.iter().all(|ending| known(ending)));
    }
}
