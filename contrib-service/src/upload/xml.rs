//! The parts of office documents and the descriptions of PDF are XML: a walk over their elements
//! for the rules, and a copy without what names people. Prefixes do not count: a document may bind
//! any it likes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, Writer};

use super::Refusal;

/// More than any element of a real document has.
const MAX_ATTRIBUTES: usize = 500;

/// What a walk meets.
pub(super) enum Node<'n> {
    /// An element begins.
    Open(&'n str, Vec<(&'n str, Cow<'n, str>)>),
    /// Some of its text.
    Text(Cow<'n, str>),
    /// It ends.
    Close(&'n str),
}

/// The value of an attribute a rule asks for, empty where there is none. With two of one local name
/// it is not certain which of them the program that opens the document takes, so they are refused.
pub(super) fn value<'v>(attributes: &'v [(&str, Cow<'_, str>)], name: &str) -> Result<&'v str, Refusal> {
    let mut values = attributes.iter().filter(|(own, _)| *own == name).map(|(_, value)| value.as_ref());
    let first = values.next().unwrap_or_default();
    if values.next().is_some() { Err(Refusal::Unreadable) } else { Ok(first) }
}

/// The text of an XML part. UTF-8 only: in another encoding a part would say something else to us
/// than to the program that opens it. `None` for bytes that are no XML.
pub(super) fn text_of(bytes: &[u8]) -> Option<Result<&str, Refusal>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if [&b"\xff\xfe"[..], b"\xfe\xff", b"<\0", b"\0<"].iter().any(|start| bytes.starts_with(start)) {
        return Some(Err(Refusal::Unreadable));
    }
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace())?;
    (*first == b'<').then(|| std::str::from_utf8(bytes).map_err(|_| Refusal::Unreadable))
}

/// Visits every element and text.
pub(super) fn walk(
    text: &str,
    visit: &mut dyn FnMut(Node<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Refusal::Unreadable)? {
            Event::Start(element) => {
                depth += 1;
                visit_start(&element, visit)?;
            }
            Event::Empty(element) => {
                visit_start(&element, visit)?;
                visit(Node::Close(element.local_name().into_inner()))?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                visit(Node::Close(element.local_name().into_inner()))?;
            }
            Event::Text(text) => visit(Node::Text(Cow::Borrowed(&text)))?,
            Event::CData(text) => visit(Node::Text(Cow::Borrowed(&text)))?,
            Event::GeneralRef(reference) => {
                let character = reference.resolve_char_ref().map_err(|_| Refusal::Unreadable)?;
                let text = match character {
                    Some(character) => character.to_string(),
                    // Others are declared by a document type, which is refused.
                    None => resolve_predefined_entity(&reference).ok_or(Refusal::Unreadable)?.to_owned(),
                };
                visit(Node::Text(text.into()))?;
            }
            Event::Decl(declaration) => {
                let encoding = declaration.encoding().transpose().map_err(|_| Refusal::Unreadable)?;
                let is_utf_8 = encoding.is_none_or(|name| {
                    ["utf-8", "utf8", "us-ascii"].contains(&name.to_ascii_lowercase().as_str())
                });
                if !is_utf_8 {
                    return Err(Refusal::Unreadable);
                }
            }
            // Declared entities can hide or multiply anything.
            Event::DocType(_) => return Err(Refusal::Unreadable),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Refusal::Unreadable),
        }
    }
}

fn visit_start(
    element: &BytesStart<'_>,
    visit: &mut dyn FnMut(Node<'_>) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut attributes = Vec::new();
    let mut names = BTreeSet::new();
    // The reader's own check for repeated names compares each with each.
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Unreadable)?;
        if attributes.len() == MAX_ATTRIBUTES {
            return Err(Refusal::TooLarge);
        }
        if !names.insert(attribute.key.0) {
            return Err(Refusal::Unreadable);
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| Refusal::Unreadable)?
            .into_owned();
        attributes.push((attribute.key.local_name().into_inner(), Cow::Owned(value)));
    }
    visit(Node::Open(element.local_name().into_inner(), attributes))
}

/// A copy without some elements and with some attributes emptied; both are named with their
/// prefix, as every program writes them.
pub(super) fn without(text: &str, elements: &[&str], attributes: &[&str]) -> Result<Vec<u8>, Refusal> {
    let broken = |_| Refusal::Unreadable;
    let mut reader = Reader::from_str(text);
    let mut writer = Writer::new(Vec::with_capacity(text.len()));
    let mut left_out = 0_usize;
    loop {
        let event = reader.read_event().map_err(broken)?;
        match event {
            Event::Eof => return Ok(writer.into_inner()),
            Event::Start(element) if left_out > 0 || elements.contains(&element.name().0) => {
                let _ = element;
                left_out += 1;
            }
            Event::End(_) if left_out > 0 => left_out -= 1,
            _ if left_out > 0 => {}
            Event::Empty(element) if elements.contains(&element.name().0) => {
                let _ = element;
            }
            Event::Start(element) => {
                let element = emptied(element, attributes)?;
                writer.write_event(Event::Start(element)).map_err(|_| Refusal::Unreadable)?;
            }
            Event::Empty(element) => {
                let element = emptied(element, attributes)?;
                writer.write_event(Event::Empty(element)).map_err(|_| Refusal::Unreadable)?;
            }
            other => writer.write_event(other).map_err(|_| Refusal::Unreadable)?,
        }
    }
}

fn emptied<'e>(element: BytesStart<'e>, names: &[&str]) -> Result<BytesStart<'e>, Refusal> {
    let mut copy = element.to_owned();
    copy.clear_attributes();
    let mut changed = false;
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refusal::Unreadable)?;
        if names.contains(&attribute.key.0) {
            changed = true;
            copy.push_attribute((attribute.key.0, ""));
        } else {
            copy.push_attribute(attribute);
        }
    }
    Ok(if changed { copy } else { element })
}
