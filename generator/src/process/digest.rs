//! Values as canonical JSON and their short digests: how the file knows what was changed by hand, and
//! how the names of hand edits are made. FNV-1a, because a browser computes it in a line; nothing
//! here protects against an enemy, who could write the digest as well.

use super::state::Value;

/// A value as canonical JSON: only what must be is escaped, and there are no spaces.
pub fn canonical(value: Option<&Value>) -> String {
    match value {
        None => "null".to_owned(),
        Some(Value::Text(text)) => quote(text, |_| false),
        Some(Value::List(items)) => {
            let items: Vec<String> = items.iter().map(|item| quote(item, |_| false)).collect();
            format!("[{}]", items.join(","))
        }
    }
}

/// A text between quotation marks, with escapes for what JSON asks for and what `more` names.
pub(super) fn quote(text: &str, more: impl Fn(char) -> bool) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            '\u{8}' => quoted.push_str("\\b"),
            '\u{c}' => quoted.push_str("\\f"),
            c if c < ' ' || more(c) => quoted.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The digest of a value as it stands in `edits`.
pub fn digest(value: Option<&Value>) -> String {
    format!("{:08x}", fnv(canonical(value).as_bytes()))
}

/// FNV-1a with 32 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>).
pub(super) fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digests_are_those_of_the_algorithm() {
        assert_eq!(fnv(b""), 0x811c_9dc5);
        assert_eq!(fnv(b"a"), 0xe40c_292c);
        assert_eq!(fnv(b"foobar"), 0xbf9c_f968);
        assert_eq!(digest(None).len(), 8);
    }

    #[test]
    fn canonical_json_escapes_only_what_it_must() {
        let text = Value::Text("ā\"\\\n\t\r\u{8}\u{c}\u{1}\u{7f}\u{2028}/".to_owned());
        assert_eq!(canonical(Some(&text)), "\"ā\\\"\\\\\\n\\t\\r\\b\\f\\u0001\u{7f}\u{2028}/\"");
        let list = Value::List(vec!["a".to_owned(), "b c".to_owned()]);
        assert_eq!(canonical(Some(&list)), "[\"a\",\"b c\"]");
        assert_eq!(canonical(None), "null");
    }
}
