//! A graph in the order it was told, and its two forms. The only file that names the libraries for
//! RDF. There are no blank nodes: everything that is described can be pointed at.

use std::collections::{BTreeSet, HashSet};

use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxttl::TurtleSerializer;
use serde_json::{Map, Value, json};

use super::names::{PREFIXES, expand, shorten};
use crate::model::entry::Day;
use crate::model::site::ByLanguage;

/// Statements about things.
#[derive(Debug, Default)]
pub(super) struct Graph {
    triples: Vec<Triple>,
    described: BTreeSet<String>,
}

/// One thing that is being described.
pub(super) struct Node<'g> {
    graph: &'g mut Graph,
    subject: NamedNode,
    said: HashSet<(NamedNode, Term)>,
}

impl Graph {
    /// Begins to describe a thing; `None` where it has been described, or where its name is none.
    pub(super) fn describe(&mut self, iri: &str, types: &[&str]) -> Option<Node<'_>> {
        let subject = NamedNode::new(iri).ok()?;
        if !self.described.insert(iri.to_owned()) {
            return None;
        }
        let mut node = Node { graph: self, subject, said: HashSet::new() };
        for name in types {
            node.link("rdf:type", &expand(name));
        }
        Some(node)
    }

    /// The graph as Turtle (<https://www.w3.org/TR/turtle/>).
    pub(super) fn to_turtle(&self) -> Vec<u8> {
        let mut serializer = TurtleSerializer::new();
        for (prefix, namespace) in PREFIXES {
            serializer = serializer.with_prefix(prefix, namespace).expect("the namespaces above are names");
        }
        let mut writer = serializer.for_writer(Vec::new());
        for triple in &self.triples {
            writer.serialize_triple(triple).expect("a list in memory takes every byte");
        }
        writer.finish().expect("a list in memory takes every byte")
    }

    /// The graph as JSON-LD (<https://www.w3.org/TR/json-ld11/>), one object per thing. The context
    /// is part of the file, so reading it asks nobody else.
    pub(super) fn to_json_ld(&self) -> Vec<u8> {
        let context: Map<String, Value> = PREFIXES
            .iter()
            .filter(|(prefix, _)| *prefix != "rdf")
            .map(|(prefix, namespace)| ((*prefix).to_owned(), json!(namespace)))
            .collect();
        let mut nodes: Vec<Map<String, Value>> = Vec::new();
        let mut last: Option<&NamedOrBlankNode> = None;
        for triple in &self.triples {
            if last != Some(&triple.subject) {
                nodes.push(Map::from_iter([("@id".to_owned(), json!(subject_name(&triple.subject)))]));
                last = Some(&triple.subject);
            }
            if let Some(node) = nodes.last_mut() {
                add_value(node, triple);
            }
        }
        let mut bytes = json!({ "@context": context, "@graph": nodes }).to_string().into_bytes();
        bytes.push(b'\n');
        bytes
    }
}

impl Node<'_> {
    /// Points to another thing. An address that is no name of a thing is left out: authors' addresses
    /// can be followed by a browser, which mends more than RDF allows.
    pub(super) fn link(&mut self, property: &str, iri: &str) -> &mut Self {
        let mended = || url::Url::parse(iri).ok().and_then(|url| NamedNode::new(url.as_str()).ok());
        if let Some(object) = NamedNode::new(iri).ok().or_else(mended) {
            self.add(property, object);
        }
        self
    }

    /// A text in no language, such as a code.
    pub(super) fn text(&mut self, property: &str, text: &str) -> &mut Self {
        self.add(property, Literal::new_simple_literal(text));
        self
    }

    /// A text in a language.
    pub(super) fn text_in(&mut self, property: &str, text: &str, language: &str) -> &mut Self {
        let literal = Literal::new_language_tagged_literal(text, language)
            .unwrap_or_else(|_| Literal::new_simple_literal(text));
        self.add(property, literal);
        self
    }

    /// A text in each of its languages.
    pub(super) fn texts(&mut self, property: &str, texts: &ByLanguage) -> &mut Self {
        for (language, text) in texts.iter().filter(|(_, text)| !text.trim().is_empty()) {
            self.text_in(property, text.trim(), language);
        }
        self
    }

    /// A day, a month or a year, typed by how precise it is (XML Schema part 2).
    pub(super) fn day(&mut self, property: &str, day: &Day) -> &mut Self {
        let datatype = match day.as_str().len() {
            4 => xsd::G_YEAR,
            7 => xsd::G_YEAR_MONTH,
            _ => xsd::DATE,
        };
        self.add(property, Literal::new_typed_literal(day.as_str(), datatype));
        self
    }

    /// A number of bytes.
    pub(super) fn size(&mut self, property: &str, size: u64) -> &mut Self {
        self.add(property, Literal::new_typed_literal(size.to_string(), xsd::NON_NEGATIVE_INTEGER));
        self
    }

    fn add(&mut self, property: &str, object: impl Into<Term>) {
        let predicate = NamedNode::new_unchecked(expand(property));
        let object = object.into();
        // What is said twice of one thing stands once.
        if self.said.insert((predicate.clone(), object.clone())) {
            self.graph.triples.push(Triple::new(self.subject.clone(), predicate, object));
        }
    }
}

fn subject_name(subject: &NamedOrBlankNode) -> &str {
    match subject {
        NamedOrBlankNode::NamedNode(node) => node.as_str(),
        NamedOrBlankNode::BlankNode(node) => node.as_str(),
    }
}

/// Adds what a triple says to its thing: one value stands alone, several in a list.
fn add_value(node: &mut Map<String, Value>, triple: &Triple) {
    let is_type = triple.predicate.as_ref() == rdf::TYPE;
    let key = if is_type { "@type".to_owned() } else { shorten(triple.predicate.as_str()) };
    let value = match &triple.object {
        Term::NamedNode(object) if is_type => json!(shorten(object.as_str())),
        Term::NamedNode(object) => json!({ "@id": object.as_str() }),
        Term::BlankNode(object) => json!({ "@id": format!("_:{}", object.as_str()) }),
        Term::Literal(literal) => match literal.language() {
            Some(language) => json!({ "@language": language, "@value": literal.value() }),
            None if literal.datatype() == xsd::STRING => json!(literal.value()),
            None => {
                json!({ "@type": shorten(literal.datatype().as_str()), "@value": literal.value() })
            }
        },
    };
    match node.get_mut(&key) {
        None => {
            node.insert(key, value);
        }
        Some(Value::Array(values)) => values.push(value),
        Some(first) => {
            let first_value = first.take();
            *first = Value::Array(vec![first_value, value]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph() -> Graph {
        let mut graph = Graph::default();
        let mut node = graph.describe("https://example.org/#a", &["dcat:Dataset", "adms:Asset"]).unwrap();
        node.text_in("dct:title", "Karte \"A\"\n", "lv").text("dct:identifier", "a");
        node.link("dct:relation", "https://example.org/#b").link("dct:relation", "https://example.org/#b");
        node.link("dcat:landingPage", "https://example.org/a b").link("dcat:landingPage", "no address");
        node.day("dct:issued", &Day::parse("2026-03").unwrap()).size("dcat:byteSize", 7);
        graph
    }

    #[test]
    fn a_graph_is_written_as_turtle() {
        let text = String::from_utf8(graph().to_turtle()).unwrap();
        assert!(text.contains("@prefix dct: <http://purl.org/dc/terms/>"), "{text}");
        for part in [
            "<https://example.org/#a> a dcat:Dataset",
            "adms:Asset",
            r#"dct:title "Karte \"A\"\n"@lv"#,
            "dcat:landingPage <https://example.org/a%20b>",
            r#""2026-03"^^xsd:gYearMonth"#,
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(!text.contains("no address"), "{text}");
    }

    #[test]
    fn a_graph_is_written_as_json_ld_with_its_context() {
        let value: Value = serde_json::from_slice(&graph().to_json_ld()).unwrap();
        assert_eq!(value["@context"]["dct"], "http://purl.org/dc/terms/");
        let expected = json!([{
            "@id": "https://example.org/#a",
            "@type": ["dcat:Dataset", "adms:Asset"],
            "dct:title": { "@language": "lv", "@value": "Karte \"A\"\n" },
            "dct:identifier": "a",
            "dct:relation": { "@id": "https://example.org/#b" },
            "dcat:landingPage": { "@id": "https://example.org/a%20b" },
            "dct:issued": { "@type": "xsd:gYearMonth", "@value": "2026-03" },
            "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": "7" },
        }]);
        assert_eq!(value["@graph"], expected);
    }

    #[test]
    fn a_thing_is_described_once() {
        let mut graph = graph();
        assert!(graph.describe("https://example.org/#a", &[]).is_none());
        assert!(graph.describe("no name", &[]).is_none());
    }
}
