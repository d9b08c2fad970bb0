//! Escaping for HTML: text, attribute values and addresses.

use crate::hidden::is_hidden;
use std::fmt::Write as _;

/// A text as HTML, safe between tags and inside a quoted attribute. Control characters have no
/// place in HTML or XML and become the replacement character, as those that nobody sees.
pub fn escape_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_escaped(&mut html, text);
    html
}

/// Like [`escape_html`], at the end of a text that is being written.
pub(super) fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(printable(character)),
        }
    }
}

/// An address for a quoted attribute: what may not stand in an address is percent-encoded, what is
/// encoded already stays.
pub(super) fn push_address(html: &mut String, address: &str) {
    for byte in address.bytes() {
        match byte {
            b'&' => html.push_str("&amp;"),
            b'\'' => html.push_str("&#39;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => html.push(char::from(byte)),
            b'-' | b'_' | b'.' | b'~' | b'!' | b'*' | b'(' | b')' | b';' | b'/' | b'?' | b':' | b'@'
            | b'=' | b'+' | b'$' | b',' | b'#' | b'%' | b'[' | b']' => html.push(char::from(byte)),
            _ => {
                // Writing to a String cannot fail.
                let _ = write!(html, "%{byte:02X}");
            }
        }
    }
}

/// The character itself, or the replacement character for a control character and for one that is
/// not seen, which would come back as `&#x202e;` however a text was cleaned before.
pub(super) fn printable(character: char) -> char {
    if character.is_control() && character != '\n' && character != '\t' || is_hidden(character) {
        char::REPLACEMENT_CHARACTER
    } else {
        character
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_leaves_its_text() {
        assert_eq!(
            escape_html("<a b=\"c\" d='e'>&\u{0}"),
            "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;\u{fffd}"
        );
    }

    #[test]
    fn an_address_is_encoded_once() {
        let mut html = String::new();
        push_address(&mut html, "https://x.example/ā b%20c?d=\"e\"&f='g'");
        assert_eq!(html, "https://x.example/%C4%81%20b%20c?d=%22e%22&amp;f=&#39;g&#39;");
    }
}
