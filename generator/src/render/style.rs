//! Style sheets without comments and line ends: a page has to fit into the first round trip
//! together with its style. And the style sheet of an edition, which has only colours.

use super::{ASSETS, Page};
use crate::digest::Digest;
use crate::model::site::Settings;

/// The style sheet of the edition that is built, where it has colours of its own. Like the files of
/// the theme it lies in a folder named after what is in it, so that browsers may keep it for ever.
pub fn of_edition(settings: &Settings) -> Option<Page> {
    let (_, edition) = settings.edition.as_ref().filter(|(_, own)| !own.colours.is_empty())?;
    let bytes = edition.colours.style_sheet().into_bytes();
    Some(Page { path: format!("{ASSETS}/{}/edition.css", Digest::of(&bytes).hex(8)), bytes })
}

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
