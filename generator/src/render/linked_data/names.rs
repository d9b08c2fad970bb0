//! The names of other vocabularies that the graph uses, and the prefixes that shorten them.

/// Prefix and namespace, in the order of the alphabet.
pub(super) const PREFIXES: [(&str, &str); 11] = [
    ("adms", "http://www.w3.org/ns/adms#"),
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Where the EU keeps its authority lists. The identifiers begin with `http:`, not `https:`.
pub(super) const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";
/// The code lists of ADMS.
pub(super) const ADMS_CODES: &str = "http://purl.org/adms/";
/// Media types by their IANA names.
pub(super) const MEDIA_TYPES: &str = "http://www.iana.org/assignments/media-types/";

/// The whole name of `dct:title` and the like.
pub(super) fn expand(name: &str) -> String {
    name.split_once(':')
        .and_then(|(prefix, rest)| {
            let (_, namespace) = PREFIXES.iter().find(|(known, _)| *known == prefix)?;
            Some(format!("{namespace}{rest}"))
        })
        .unwrap_or_else(|| name.to_owned())
}

/// `http://purl.org/dc/terms/title` as `dct:title`, where a prefix fits.
pub(super) fn shorten(name: &str) -> String {
    let found = PREFIXES
        .iter()
        .find_map(|(prefix, namespace)| Some(format!("{prefix}:{}", name.strip_prefix(namespace)?)));
    found.unwrap_or_else(|| name.to_owned())
}
