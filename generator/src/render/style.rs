//! Style sheets without comments and line ends: a page has to fit into the first round trip
//! together with its style.

/// The same style sheet in fewer bytes. Only comments, line ends and the blanks beside them go, so
/// nothing inside a value can change.
pub fn compact(css: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(css);
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    plain.push_str(rest);
    let mut compact = String::with_capacity(plain.len());
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !compact.is_empty() && !compact.ends_with(['{', '}', ';', ',']) {
            compact.push(' ');
        }
        compact.push_str(line);
    }
    compact.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn comments_and_line_ends_go_and_values_stay() {
        let css = b"/* a */\na b,\n  c{d:e f;\n g:h}\n\nmain\n> p{content:\"x  y\"}/* open";
        let compact = compact(css);
        assert_eq!(String::from_utf8_lossy(&compact), "a b,c{d:e f;g:h}main > p{content:\"x  y\"}");
    }
}
