//! Values -> YAML text, for files that a program makes: maps and lists in the canonical form, each
//! scalar as `content::yaml` writes it. Reading it back gives the same value.

use crate::content::yaml::{write_scalar, write_text};

/// A value to write. There is no null: what is absent is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list.
    List(Vec<Value>),
    /// A map in the order of its keys here.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Value {
        Value::Text(text.into())
    }

    /// A list of texts.
    pub fn texts<Text: Into<String>>(texts: impl IntoIterator<Item = Text>) -> Value {
        Value::List(texts.into_iter().map(Value::text).collect())
    }
}

/// From this length on a text that needs quotation marks stands in a block of its own.
const LONG_LINE: usize = 80;

/// A map under construction that leaves out what is empty.
#[derive(Debug, Default)]
pub struct MapBuilder(Vec<(String, Value)>);

impl MapBuilder {
    /// Adds a value, unless it is an empty text, list or map.
    pub fn put(&mut self, key: &str, value: Value) -> &mut MapBuilder {
        let is_empty = match &value {
            Value::Text(text) => text.is_empty(),
            Value::Flag(_) => false,
            Value::List(list) => list.is_empty(),
            Value::Map(map) => map.is_empty(),
        };
        if !is_empty {
            self.0.push((key.to_owned(), value));
        }
        self
    }

    /// Adds a text where there is one.
    pub fn put_text(&mut self, key: &str, text: Option<&str>) -> &mut MapBuilder {
        self.put(key, Value::text(text.unwrap_or_default()))
    }

    /// The finished map.
    pub fn finish(&mut self) -> Value {
        Value::Map(std::mem::take(&mut self.0))
    }
}

/// A whole YAML document.
pub fn emit_document(value: &Value) -> String {
    let mut out = String::new();
    emit_block(value, 0, &mut out);
    out
}

/// A Markdown file with a front matter.
pub fn emit_page(front_matter: &Value, body: &str) -> String {
    let mut out = String::from("---\n");
    emit_block(front_matter, 0, &mut out);
    out.push_str("---\n");
    if !body.is_empty() {
        out.push('\n');
        out.push_str(body);
        out.push('\n');
    }
    out
}

/// Writes a value whose first line begins at the current position.
fn emit_block(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Map(map) if !map.is_empty() => {
            for (index, (key, value)) in map.iter().enumerate() {
                if index > 0 {
                    push_indent(indent, out);
                }
                out.push_str(&write_scalar(key));
                out.push(':');
                emit_after_colon(value, indent, out);
            }
        }
        Value::List(list) if !list.is_empty() => {
            for (index, value) in list.iter().enumerate() {
                if index > 0 {
                    push_indent(indent, out);
                }
                out.push_str("- ");
                match value {
                    Value::Map(map) if !map.is_empty() => emit_block(value, indent + 2, out),
                    Value::List(list) if !list.is_empty() => emit_block(value, indent + 2, out),
                    _ => emit_scalar(value, indent + 2, out),
                }
            }
        }
        _ => emit_scalar(value, indent, out),
    }
}

fn emit_after_colon(value: &Value, indent: usize, out: &mut String) {
    let is_nested = match value {
        Value::Map(map) => !map.is_empty(),
        Value::List(list) => !list.is_empty(),
        Value::Text(_) | Value::Flag(_) => false,
    };
    if is_nested {
        out.push('\n');
        push_indent(indent + 2, out);
        emit_block(value, indent + 2, out);
    } else {
        out.push(' ');
        emit_scalar(value, indent + 2, out);
    }
}

fn emit_scalar(value: &Value, indent: usize, out: &mut String) {
    match value {
        Value::Flag(flag) => out.push_str(if *flag { "true\n" } else { "false\n" }),
        Value::List(_) => out.push_str("[]\n"),
        Value::Map(_) => out.push_str("{}\n"),
        Value::Text(text) if indent == 0 => {
            out.push_str(&write_scalar(text));
            out.push('\n');
        }
        Value::Text(text) => {
            let on_line = write_text(text, indent);
            // A sentence with quotation marks is easier to read and to change in a block.
            let is_hard_to_read = on_line.starts_with('"') && text.chars().count() > LONG_LINE;
            if is_hard_to_read && fits_block(text) {
                out.push_str("|-\n");
                push_indent(indent, out);
                out.push_str(text);
                out.push('\n');
            } else {
                out.push_str(&on_line);
            }
        }
    }
}

/// Whether a text on one line can stand in a literal block.
fn fits_block(text: &str) -> bool {
    text.trim() == text
        && !text.chars().any(|character| {
            character.is_control()
                || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        })
}

fn push_indent(indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::yaml::{Yaml, parse_yaml};
    use proptest::prelude::*;

    #[test]
    fn a_document_looks_like_one_an_author_would_write() {
        let value = MapBuilder::default()
            .put("status", Value::text("active"))
            .put("themes", Value::texts(["design"]))
            .put("absent", Value::text(""))
            .put(
                "files",
                Value::List(vec![
                    MapBuilder::default()
                        .put_text("path", Some("files/a.pdf"))
                        .put("tags", Value::texts(["x"]))
                        .finish(),
                ]),
            )
            .put("description", Value::text("One.\n\nTwo."))
            .finish();
        insta::assert_snapshot!(emit_document(&value), @"
        status: active
        themes:
          - design
        files:
          - path: files/a.pdf
            tags:
              - x
        description: |-
          One.

          Two.
        ");
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            any::<bool>().prop_map(Value::Flag),
            "[ -~\\n\\tāķ:#'\"|>-]{0,160}".prop_map(Value::Text),
            "\\PC{0,40}".prop_map(Value::Text),
        ];
        leaf.prop_recursive(4, 40, 5, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(Value::List),
                prop::collection::btree_map("[a-z][a-z-]{0,8}|[ -~]{1,5}", inner, 0..5)
                    .prop_map(|map| Value::Map(map.into_iter().collect())),
            ]
        })
    }

    fn read_back(yaml: Yaml) -> Value {
        match yaml {
            Yaml::Text(text, _) => Value::Text(text),
            Yaml::Flag(flag) => Value::Flag(flag),
            Yaml::List(list) => Value::List(list.into_iter().map(|item| read_back(item.value)).collect()),
            Yaml::Map(map) => {
                Value::Map(map.into_iter().map(|(key, item)| (key.text, read_back(item.value))).collect())
            }
            Yaml::Null | Yaml::Number(_) => panic!("no such value was written: {yaml:?}"),
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in any_value()) {
            let map = Value::Map(vec![("key".to_owned(), value)]);
            let text = emit_document(&map);
            let read = parse_yaml(&text).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
            prop_assert_eq!(read_back(read.value), map, "{}", text);
        }
    }
}
