//! GitHub's official descriptions, as far as they are used: an operation of REST is found by method
//! and path, a request and an answer are held to its schemas; the schema of GraphQL is compiled.

use std::collections::BTreeMap;

use apollo_compiler::Schema;
use apollo_compiler::validation::Valid;
use jsonschema::Validator;
use serde_json::Value;

const REST: &str = include_str!("description/rest.json");
const GRAPHQL: &str = include_str!("description/schema.graphql");

/// The descriptions.
pub(super) struct Description {
    rest: Value,
    validators: BTreeMap<String, Validator>,
    /// The schema of GraphQL.
    pub(super) schema: Valid<Schema>,
}

impl Description {
    /// Reads both.
    pub(super) fn read() -> Description {
        let rest = serde_json::from_str(REST).expect("our own file");
        let schema = Schema::parse_and_validate(GRAPHQL, "schema.graphql")
            .unwrap_or_else(|error| panic!("the schema of GraphQL is broken:\n{error}"));
        Description { rest, validators: BTreeMap::new(), schema }
    }

    /// The name of an operation and the parts of the path that are its parameters.
    pub(super) fn find(&self, method: &str, path: &str) -> Option<(String, BTreeMap<String, String>)> {
        self.rest["operations"].as_object()?.keys().find_map(|name| {
            let (own, template) = name.split_once(' ')?;
            (own == method).then(|| fit(template, path)).flatten().map(|found| (name.clone(), found))
        })
    }

    /// The official example of a good answer.
    pub(super) fn example(&self, operation: &str) -> Value {
        self.rest["operations"][operation]["example"].clone()
    }

    /// What is wrong with the body of a request. Fields that the description does not have are wrong:
    /// GitHub passes over them, so a mistake in a name would never be seen.
    pub(super) fn wrong_request(&mut self, operation: &str, body: &[u8]) -> Vec<String> {
        let schema = self.rest["operations"][operation]["request"].clone();
        if schema.is_null() {
            return if body.is_empty() { Vec::new() } else { vec![format!("{operation} takes no body")] };
        }
        let Ok(body) = serde_json::from_slice::<Value>(body) else {
            return vec![format!("{operation}: the body is no JSON")];
        };
        let mut wrong = self.wrong(&format!("{operation} request"), &schema, &body);
        if let (Some(known), Some(given)) = (schema["properties"].as_object(), body.as_object()) {
            for name in given.keys().filter(|name| !known.contains_key(*name)) {
                wrong.push(format!("{operation}: there is no field {name}"));
            }
        }
        wrong
    }

    /// What is wrong with an answer.
    pub(super) fn wrong_answer(&mut self, operation: &str, status: u16, body: &[u8]) -> Vec<String> {
        let schema = self.rest["operations"][operation]["responses"].get(status.to_string()).cloned();
        match schema {
            // Errors of the way, such as 401 and 5xx, are described nowhere.
            None if matches!(status, 401 | 403 | 429 | 500..) => Vec::new(),
            None => vec![format!("{operation} never answers {status}")],
            // Errors say why, also where the description names no body.
            Some(Value::Null) if body.is_empty() || status >= 400 => Vec::new(),
            Some(Value::Null) => vec![format!("{operation} answers {status} without a body")],
            Some(schema) => match serde_json::from_slice(body) {
                Ok(body) => self.wrong(&format!("{operation} {status}"), &schema, &body),
                Err(error) => vec![format!("{operation} {status}: {error}")],
            },
        }
    }

    fn wrong(&mut self, name: &str, schema: &Value, body: &Value) -> Vec<String> {
        let schemas = &self.rest["schemas"];
        let validator = self.validators.entry(name.to_owned()).or_insert_with(|| {
            let mut whole = schema.clone();
            whole["components"] = serde_json::json!({ "schemas": schemas });
            jsonschema::validator_for(&whole).expect("a schema of GitHub's")
        });
        validator
            .iter_errors(body)
            .map(|error| format!("{name}: {} at {}", error, error.instance_path()))
            .collect()
    }
}

/// The parameters of a path that fits a template. The last one of a reference may hold slashes.
fn fit(template: &str, path: &str) -> Option<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut rest = path.split('/').peekable();
    let mut parts = template.split('/').peekable();
    while let Some(part) = parts.next() {
        let own = rest.next()?;
        match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
            Some("ref") if parts.peek().is_none() => {
                let whole: Vec<&str> = std::iter::once(own).chain(rest.by_ref()).collect();
                found.insert("ref".to_owned(), whole.join("/"));
            }
            Some(name) => {
                found.insert(name.to_owned(), own.to_owned());
            }
            None if part == own => {}
            None => return None,
        }
    }
    rest.next().is_none().then_some(found)
}
