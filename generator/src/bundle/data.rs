//! What scripts fetch from a server, as scripts: a page on a disk may load those from beside it, and
//! nothing else. Each sets one variable, which `data.js` of the theme takes in the moment it is
//! loaded.

use std::collections::BTreeMap;

use super::BundleError;
use super::FOLDER;
use super::address::{Addresses, Target};
use super::html;
use super::script::Scripts;
use crate::render::address::join_address;

/// Whether scripts fetch a file: the search index and every JSON but those that are for other
/// programs, which readers download.
pub(super) fn is_fetched(path: &str) -> bool {
    let is_for_programs = path.starts_with("api/")
        || ["cite.json", "accessibility.json"].contains(&path.rsplit('/').next().unwrap_or(path));
    path.ends_with(".json") && !is_for_programs || path.split('/').nth(1).is_some_and(|step| step == "search")
}

/// Whether readers download a file, and the workspace reads it too: it lies there as it is, and as a
/// script beside it.
pub(super) fn is_read_by_scripts_too(path: &str) -> bool {
    let kind = path.strip_prefix("api/v1/").and_then(|path| path.split_once('/')).map(|(kind, _)| kind);
    matches!(kind, Some("schemas" | "stories")) && path.ends_with(".json")
}

/// A script that hands over the bytes of a file: as text where they are text, for that packs better.
pub(super) fn as_script(bytes: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(text) => format!("interlinkFile={{text:{}}};\n", serde_json::Value::from(text)).into_bytes(),
        Err(_) => format!("interlinkFile={{base64:\"{}\"}};\n", base64(bytes)).into_bytes(),
    }
}

/// The names of fields that hold the address of a page.
const ADDRESSES: [&str; 2] = ["url", "catalogue"];

/// A JSON with parts of pages or addresses in it, seen from the page that shows them: it lies in the
/// folder of the JSON, as `guide/index.html`, or beside it, as `interlinkers/index.html` beside
/// `interlinkers/rows/0.json`.
pub(super) fn with_links_from_its_page(
    path: &str,
    bytes: &[u8],
    addresses: &Addresses<'_>,
    scripts: &Scripts,
) -> Result<Vec<u8>, BundleError> {
    let text = String::from_utf8_lossy(bytes);
    let has_some = text.contains('<') || ADDRESSES.iter().any(|name| text.contains(&format!("\"{name}\"")));
    // Texts that the search looks through are no HTML, even if one begins like it.
    if !path.ends_with(".json") || !has_some || path.split('/').nth(1) == Some("search") {
        return Ok(bytes.to_vec());
    }
    let mut value: serde_json::Value =
        serde_json::from_str(&text).map_err(|_| BundleError::Json(path.to_owned()))?;
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let page = match addresses.has(&format!("{folder}/index.html")) {
        true => folder,
        false => folder.rsplit_once('/').map_or("", |(page, _)| page),
    };
    let view = addresses.seen_from(&format!("{FOLDER}/{page}/index.html"));
    let mut stack = vec![&mut value];
    while let Some(value) = stack.pop() {
        match value {
            serde_json::Value::String(text) if text.starts_with('<') => {
                *text = html::rewrite(text, &view, scripts)
            }
            serde_json::Value::Array(items) => stack.extend(items),
            serde_json::Value::Object(fields) => {
                for (name, value) in fields.iter_mut() {
                    match value {
                        serde_json::Value::String(address) if ADDRESSES.contains(&name.as_str()) => {
                            if let Target::Here(here) = view.file(address) {
                                *address = here;
                            }
                        }
                        other => stack.push(other),
                    }
                }
            }
            _ => {}
        }
    }
    Ok(value.to_string().into_bytes())
}

/// A style sheet with its fonts in it: a page on a disk is a stranger to every other file, and
/// browsers give fonts to no stranger.
pub(super) fn with_fonts_inside(path: &str, bytes: &[u8], files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let mut style = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some((before, after)) = rest.split_once("url(") {
        let (address, behind) = after.split_once(')').unwrap_or((after, ""));
        let plain = address.trim_matches(['"', '\'']);
        let target = join_address(&format!("/{path}"), plain);
        style.push_str(before);
        match files.get(target.trim_start_matches('/')).filter(|_| plain.ends_with(".woff2")) {
            Some(font) => style.push_str(&format!("url(data:font/woff2;base64,{})", base64(font))),
            None => style.push_str(&format!("url({address})")),
        }
        rest = behind;
    }
    style.push_str(rest);
    style.into_bytes()
}

/// RFC 4648, section 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let padded = [group[0], *group.get(1).unwrap_or(&0), *group.get(2).unwrap_or(&0)];
        let number = padded.iter().fold(0_usize, |number, byte| (number << 8) | usize::from(*byte));
        for place in 0..4 {
            let letter = LETTERS[(number >> (18 - 6 * place)) & 63];
            text.push(if place > group.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_the_letters_of_the_standard() {
        // The examples of RFC 4648, section 10.
        let examples = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
        ];
        for (text, expected) in examples {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }

    #[test]
    fn text_stays_text_in_its_script() {
        assert_eq!(as_script("a\"</ā".as_bytes()), "interlinkFile={text:\"a\\\"</ā\"};\n".as_bytes());
        assert_eq!(as_script(&[0xff, 0x00]), b"interlinkFile={base64:\"/wA=\"};\n");
    }
}
