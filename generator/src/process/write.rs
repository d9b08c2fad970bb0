//! A state -> the text of its file, the last arrow of the flow. There is one text for a state, and
//! the browser writes the same bytes: so the emitter is our own, with few rules.

use unicode_normalization::char::is_combining_mark;

use super::digest::{digest, quote};
use super::fields::{ACTIVITY, Collection, FORM, NODE, Part, TOP, is_of_schema};
use super::state::{Document, Value};
use super::tree::children_of;

/// What stands above everything.
const HEAD: &str = "# A co-production process. Open it in the workspace of a catalogue; every field is explained on its page about the file.\n";
/// What stands above the program's own part.
const KEPT: &str =
    "# Kept by the program, so that copies can be merged. A value changed by hand counts as a change.\n";
/// Words that some reader of YAML takes for something other than a text.
const RESERVED: [&str; 7] = ["null", "true", "false", "yes", "no", "on", "off"];

/// The text of a process file.
pub fn write_process(document: &Document) -> String {
    let mut writer = Writer { document, text: HEAD.to_owned() };
    writer.line(0, "process", &FORM.to_string());
    writer.line(0, "id", document.id());
    writer.parts(0, "", TOP);
    writer.nodes();
    writer.activity();
    writer.kept();
    writer.text
}

struct Writer<'d> {
    document: &'d Document,
    text: String,
}

impl Writer<'_> {
    fn indent(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }

    fn key(&mut self, indent: usize, key: &str) {
        self.indent(indent);
        self.text.push_str(&write_key(key));
        self.text.push(':');
    }

    fn line(&mut self, indent: usize, key: &str, text: &str) {
        self.key(indent, key);
        self.text.push(' ');
        write_scalar(&mut self.text, text, indent + 2);
    }

    fn value(&mut self, indent: usize, key: &str, value: &Value) {
        match value {
            Value::Text(text) => self.line(indent, key, text),
            Value::List(items) => {
                self.key(indent, key);
                self.text.push('\n');
                for item in items {
                    self.indent(indent + 2);
                    self.text.push_str("- ");
                    write_scalar(&mut self.text, item, indent + 4);
                }
            }
        }
    }

    /// Fields and maps of items whose paths begin with a prefix.
    fn parts(&mut self, indent: usize, prefix: &str, parts: &[Part]) {
        let document = self.document;
        for part in parts {
            match part {
                Part::Field(field) => {
                    if let Some(value) = document.value(&format!("{prefix}{}", field.name)) {
                        self.value(indent, field.name, value);
                    }
                }
                Part::Items(collection) => self.items(indent, prefix, collection),
            }
        }
    }

    fn items(&mut self, indent: usize, prefix: &str, collection: &Collection) {
        let document = self.document;
        let prefix = format!("{prefix}{} ", collection.item);
        let registers = document.registers().range(prefix.clone()..);
        let of_it = registers.take_while(|(path, _)| path.starts_with(&prefix));
        let mut ids: Vec<&str> = of_it
            .filter(|(_, register)| register.value().is_some())
            .filter_map(|(path, _)| path[prefix.len()..].split(' ').next())
            .collect();
        // A blank is less than every character of an id, so those of one id stand together.
        ids.dedup();
        if ids.is_empty() {
            return;
        }
        self.key(indent, collection.name);
        self.text.push('\n');
        for id in ids {
            self.key(indent + 2, id);
            self.text.push('\n');
            for field in collection.fields {
                if let Some(value) = document.value(&format!("{prefix}{id} {}", field.name)) {
                    self.value(indent + 4, field.name, value);
                }
            }
        }
    }

    fn nodes(&mut self) {
        let children = children_of(self.document);
        let Some(roots) = children.get(&None) else { return };
        self.text.push_str("nodes:\n");
        // What is still to be written, the next one last, with its indentation.
        let mut open: Vec<(&str, usize)> = roots.iter().rev().map(|key| (*key, 2)).collect();
        while let Some((key, indent)) = open.pop() {
            self.indent(indent);
            self.text.push_str(if is_of_schema(key) { "- node: " } else { "- id: " });
            write_scalar(&mut self.text, key, indent + 4);
            self.parts(indent + 2, &format!("node {key} "), NODE);
            if let Some(below) = children.get(&Some(key)) {
                self.key(indent + 2, "children");
                self.text.push('\n');
                open.extend(below.iter().rev().map(|child| (*child, indent + 4)));
            }
        }
    }

    fn activity(&mut self) {
        let document = self.document;
        if document.activity().is_empty() {
            return;
        }
        self.text.push_str("activity:\n");
        for (id, happening) in document.activity() {
            self.key(2, id);
            self.text.push('\n');
            for (field, value) in ACTIVITY.iter().zip(happening.values()) {
                if let Some(text) = value {
                    self.line(4, field.name, text);
                }
            }
        }
    }

    fn kept(&mut self) {
        let document = self.document;
        if document.seen().is_empty() && document.registers().is_empty() {
            return;
        }
        self.text.push('\n');
        self.text.push_str(KEPT);
        if !document.seen().is_empty() {
            self.text.push_str("seen:\n");
        }
        for (replica, counter) in document.seen() {
            self.line(2, replica, &counter.to_string());
        }
        let mut also = Vec::new();
        if !document.registers().is_empty() {
            self.text.push_str("edits:\n");
        }
        for (path, register) in document.registers() {
            let Some((winner, others)) = register.alternatives().split_last() else { continue };
            self.line(2, path, &format!("{} {}", winner.edit, digest(winner.value.as_ref())));
            also.extend(others.iter().map(|other| (path, other)));
        }
        if !also.is_empty() {
            self.text.push_str("also:\n");
        }
        for (path, other) in also {
            self.text.push_str("  - field: ");
            write_scalar(&mut self.text, path, 6);
            self.line(4, "edit", &other.edit.to_string());
            if let Some(value) = &other.value {
                self.value(4, "value", value);
            }
        }
    }
}

fn write_key(key: &str) -> String {
    if is_plain(key) { key.to_owned() } else { quote(key, is_escaped) }
}

/// Writes a text as a scalar and ends the line; the lines of a block stand at an indentation.
fn write_scalar(out: &mut String, text: &str, indent: usize) {
    if is_plain(text) {
        out.push_str(text);
        out.push('\n');
    } else if is_block(text) {
        let first = text.split('\n').find(|line| !line.is_empty()).unwrap_or_default();
        // Without the number a reader would take the blanks of this line for indentation.
        out.push_str(if first.starts_with(' ') { "|2-\n" } else { "|-\n" });
        for line in text.split('\n') {
            if !line.is_empty() {
                out.extend(std::iter::repeat_n(' ', indent));
                out.push_str(line);
            }
            out.push('\n');
        }
    } else {
        out.push_str(&quote(text, is_escaped));
        out.push('\n');
    }
}

/// Whether a text may stand as it is: it begins with a letter or digit and holds little else.
fn is_plain(text: &str) -> bool {
    text.starts_with(is_letter_or_number)
        && text.chars().all(|letter| is_letter_or_number(letter) || " _./,()'’+-".contains(letter))
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !RESERVED.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a text of several lines may stand as a literal block.
fn is_block(text: &str) -> bool {
    text.contains('\n')
        && !text.ends_with('\n')
        && !text.contains(|letter: char| letter != '\n' && letter < ' ' || is_escaped(letter))
        && !text.split('\n').any(|line| line.ends_with(' '))
}

/// What is escaped besides what JSON asks for.
fn is_escaped(letter: char) -> bool {
    matches!(letter, '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// `\p{L}` or `\p{N}`: what Rust calls alphanumeric is that, marks of vowels, and letters in circles.
fn is_letter_or_number(letter: char) -> bool {
    let is_in_circle = matches!(
        u32::from(letter),
        0x24b6..=0x24e9 | 0x1_f130..=0x1_f149 | 0x1_f150..=0x1_f169 | 0x1_f170..=0x1_f189
    );
    letter.is_alphanumeric() && !is_in_circle && !is_combining_mark(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scalar(text: &str) -> String {
        let mut out = String::new();
        write_scalar(&mut out, text, 2);
        out
    }

    #[test]
    fn scalars_are_plain_where_they_can_be() {
        for plain in ["Pieteikuma apraksts", "2024-01-01", "1e999", "d'Arc (it), ā", "default/engage", "北京"]
        {
            assert_eq!(scalar(plain), format!("{plain}\n"));
        }
        for quoted in [
            "no",
            "TRUE",
            "~",
            "a: b",
            "a #b",
            "-a",
            " a",
            "a ",
            "a  b",
            "",
            "a\tb",
            "ⓐ",
            "हिन्दी",
            "a\u{301}x",
        ] {
            assert_eq!(scalar(quoted), format!("{}\n", quote(quoted, is_escaped)), "{quoted}");
        }
        assert_eq!(
            scalar("a\u{85}\u{2028}\u{feff}\u{ffff}\"\u{1}"),
            "\"a\\u0085\\u2028\\ufeff\\uffff\\\"\\u0001\"\n"
        );
    }

    #[test]
    fn texts_of_several_lines_are_blocks_where_they_can_be() {
        assert_eq!(scalar("a\n\n b: c"), "|-\n  a\n\n   b: c\n");
        assert_eq!(scalar(" a\nb"), "|2-\n   a\n  b\n");
        assert_eq!(scalar("\n a\nb"), "|2-\n\n   a\n  b\n");
        for quoted in ["a\n", "\n", "a \nb", "a\n \nb", "a\n\tb", "a\nb\u{85}"] {
            assert!(scalar(quoted).starts_with('"'), "{quoted:?}");
        }
    }
}
