//! The definition of a kind -> JSON Schema (draft 2020-12), for completion and checks in editors.
//! <https://json-schema.org/draft/2020-12>

use super::definition::{Field, MAX_LINE, MAX_TEXT, Need, Shape};
use super::site::Vocabulary;
use super::slug::MAX_SLUG;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The pattern of [`Slug`](super::slug::Slug); the length and Windows' device names stand apart.
const SLUG_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The schema of a map with these fields. With vocabularies, terms become enumerations.
pub fn json_schema(
    title: &str,
    fields: &'static [Field],
    vocabularies: &BTreeMap<String, Vocabulary>,
) -> Value {
    let mut schema = json_schema_within("#", fields, vocabularies);
    if let Value::Object(object) = &mut schema {
        object.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        object.insert("title".to_owned(), json!(title));
    }
    schema
}

/// The same as a part of another document, such as a description of an interface: `place` is where
/// it will stand there, a JSON pointer after `#`.
pub fn json_schema_within(
    place: &str,
    fields: &'static [Field],
    vocabularies: &BTreeMap<String, Vocabulary>,
) -> Value {
    let mut definitions = Definitions { place: place.to_owned(), records: BTreeMap::new() };
    let mut schema = record(fields, vocabularies, &mut definitions);
    if let Value::Object(object) = &mut schema {
        let records = definitions.records.into_values();
        let records: Map<String, Value> =
            records.filter_map(|(name, definition)| Some((name, definition?))).collect();
        if !records.is_empty() {
            object.insert("$defs".to_owned(), Value::Object(records));
        }
    }
    schema
}

/// Records by the address of their definition: a tree's node holds nodes, so it must have a name.
struct Definitions {
    /// Where the whole schema stands in its document.
    place: String,
    records: BTreeMap<usize, (String, Option<Value>)>,
}

impl Definitions {
    fn reference(&self, name: &str) -> Value {
        json!({"$ref": format!("{}/$defs/{name}", self.place)})
    }
}

fn record(
    fields: &'static [Field],
    vocabularies: &BTreeMap<String, Vocabulary>,
    definitions: &mut Definitions,
) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut value = shape(&field.shape, vocabularies, definitions);
        if let Value::Object(object) = &mut value {
            object.insert("description".to_owned(), json!(field.doc));
        }
        properties.insert(field.name.to_owned(), value);
    }
    let required: Vec<&str> =
        fields.iter().filter(|field| field.need == Need::Required).map(|field| field.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn shape(
    shape_of: &'static Shape,
    vocabularies: &BTreeMap<String, Vocabulary>,
    definitions: &mut Definitions,
) -> Value {
    match shape_of {
        Shape::Line => json!({"type": ["string", "number"], "maxLength": MAX_LINE}),
        Shape::Text => json!({"type": "string", "maxLength": MAX_TEXT}),
        Shape::Markdown => json!({"type": "string", "contentMediaType": "text/markdown"}),
        Shape::Flag => json!({"type": "boolean"}),
        Shape::Number => json!({"type": "integer", "minimum": 0}),
        Shape::OneTo(most) => json!({"type": "integer", "minimum": 1, "maximum": most}),
        Shape::Date => {
            json!({"type": ["string", "integer"], "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})
        }
        Shape::Address | Shape::Contact => json!({"type": "string", "pattern": "^(https?://|mailto:)"}),
        Shape::BaseUrl => json!({"type": "string", "pattern": "^https?://[^?#]*$"}),
        Shape::Licence => json!({"type": "string"}),
        Shape::Language => json!({"type": "string", "pattern": "^[a-z]{2,3}$"}),
        Shape::Id | Shape::Sibling | Shape::Reference(_) => {
            json!({"type": "string", "pattern": SLUG_PATTERN, "maxLength": MAX_SLUG})
        }
        Shape::Term(name) => match vocabularies.get(*name) {
            Some(vocabulary) => {
                let ids: Vec<&str> = vocabulary.terms.iter().map(|term| term.id.as_str()).collect();
                json!({"type": "string", "enum": ids})
            }
            None => json!({"type": "string", "pattern": SLUG_PATTERN}),
        },
        Shape::Node => json!({"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"}),
        Shape::File => json!({"type": "string", "pattern": "^[^/.][^\\\\:]*$"}),
        Shape::List(item) => {
            json!({"type": "array", "items": shape(item, vocabularies, definitions), "uniqueItems": true})
        }
        Shape::Record(fields) => named_record(fields, vocabularies, definitions),
        Shape::RecordOr(brief, fields) => {
            let alone = fields.iter().find(|field| field.name == *brief);
            let alone = alone.map(|field| shape(&field.shape, vocabularies, definitions));
            let whole = named_record(fields, vocabularies, definitions);
            json!({"anyOf": alone.into_iter().chain([whole]).collect::<Vec<_>>()})
        }
        Shape::ByLanguage(item) => json!({
            "type": "object",
            "additionalProperties": shape(item, vocabularies, definitions),
            "propertyNames": {"pattern": "^[a-z]{2,3}$"},
        }),
        Shape::ByName(item) => {
            json!({"type": "object", "additionalProperties": shape(item, vocabularies, definitions)})
        }
    }
}

/// A record under a name of its own, written once.
fn named_record(
    fields: &'static [Field],
    vocabularies: &BTreeMap<String, Vocabulary>,
    definitions: &mut Definitions,
) -> Value {
    let address = fields.as_ptr() as usize;
    if let Some((name, _)) = definitions.records.get(&address) {
        return definitions.reference(name);
    }
    let name = format!("record-{}", definitions.records.len() + 1);
    definitions.records.insert(address, (name.clone(), None));
    let value = record(fields, vocabularies, definitions);
    let reference = definitions.reference(&name);
    definitions.records.insert(address, (name, Some(value)));
    reference
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::definition::STORY_TREE;
    use crate::model::kind::Kind;

    #[test]
    fn a_tree_that_holds_itself_is_written_once() {
        let schema = json_schema("tree", STORY_TREE, &BTreeMap::new());
        let text = schema.to_string();
        assert!(text.matches("\"children\"").count() == 1, "{text}");
    }

    #[test]
    fn every_kind_with_facts_has_a_schema_that_says_what_is_required() {
        for kind in Kind::ALL.into_iter().filter(|kind| kind.facts().is_some()) {
            let schema = json_schema(kind.name(), kind.facts().unwrap(), &BTreeMap::new());
            assert!(schema["required"].as_array().unwrap().contains(&json!("status")), "{kind}");
            assert_eq!(schema["additionalProperties"], json!(false));
        }
    }
}
