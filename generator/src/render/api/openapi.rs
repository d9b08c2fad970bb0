//! `api/v1/openapi.json`: the description of the API (OpenAPI 3.1, <https://spec.openapis.org/oas/v3.1.0>).
//! What an entry may hold is derived from `model::definition`, with the terms of this catalogue's
//! vocabularies; only the frame around it is written here.

use serde_json::{Map, Value, json};

use super::super::Rendering;
use super::FOLDER;
use crate::model::definition::{Field, MOST_STARS, NODE_WORDS, REVIEW, STORY_TREE, USE};
use crate::model::json_schema::json_schema_within;
use crate::model::kind::Kind;
use crate::model::site::pick;

/// The version of the description; it grows when a file gets another form.
const VERSION: &str = "1.2.0";
/// Facts that stand beside the others in the file of an entry.
const BESIDE: [&str; 4] = ["status", "successor", "former-slugs", "files"];

impl Rendering<'_> {
    /// The description of every file of the API.
    pub(super) fn openapi(&self) -> Value {
        let settings = &self.site.settings;
        let name = pick(&settings.name, "en", &settings.languages).unwrap_or("Interlink");
        json!({
            "openapi": "3.1.0",
            "info": {
                "title": name,
                "version": VERSION,
                "description": "The catalogue as static JSON files. Facts have the names they have in the content folder; words stand in the languages they were written in, Markdown as it was written; there is no fallback between languages.",
                "license": { "name": settings.licence },
            },
            "servers": [{ "url": self.absolute("").trim_end_matches('/') }],
            "paths": paths(),
            "components": { "schemas": self.component_schemas() },
        })
    }

    fn component_schemas(&self) -> Map<String, Value> {
        let mut schemas = frame_schemas();
        for kind in Kind::ALL {
            let name = type_name(kind);
            schemas.insert(name.to_owned(), entry_schema(kind));
            schemas.insert(format!("{name}Facts"), self.facts_schema(kind));
            schemas.insert(format!("{name}Words"), self.words_schema(kind));
        }
        schemas.insert("NodeWords".to_owned(), self.derived("NodeWords", NODE_WORDS, &[]));
        schemas.insert("StoryTree".to_owned(), self.derived("StoryTree", STORY_TREE, &["language"]));
        for (name, fields) in [("Use", USE), ("Review", REVIEW)] {
            let mut schema = self.derived(name, fields, &[]);
            add_property(&mut schema, "id", slug());
            schema["title"] = json!(name);
            schemas.insert(name.to_owned(), schema);
        }
        schemas
    }

    fn facts_schema(&self, kind: Kind) -> Value {
        let name = format!("{}Facts", type_name(kind));
        let mut schema = match kind.facts() {
            Some(fields) => self.derived(&name, fields, &BESIDE),
            None if kind == Kind::News => json!({
                "type": "object",
                "properties": {
                    "day": day(),
                    "start": day(),
                    "end": day(),
                    "place": by_language(),
                },
                "required": ["day"],
                "additionalProperties": false,
            }),
            None => json!({ "type": "object", "additionalProperties": false }),
        };
        if kind == Kind::Story {
            add_property(&mut schema, "nodes", reference("StoryTree/properties/nodes"));
        }
        schema["title"] = json!(name);
        schema
    }

    fn words_schema(&self, kind: Kind) -> Value {
        let name = format!("{}Words", type_name(kind));
        let mut schema = self.derived(&name, kind.words(), &["translated-from"]);
        add_property(&mut schema, "body", json!({ "type": "string", "contentMediaType": "text/markdown" }));
        if kind == Kind::Schema {
            let nodes = json!({
                "type": "object",
                "description": "the words of the nodes, by id",
                "additionalProperties": reference("NodeWords"),
            });
            add_property(&mut schema, "nodes", nodes);
        }
        schema["title"] = json!(name);
        schema
    }

    /// A schema derived from a definition, without some of its fields.
    fn derived(&self, name: &str, fields: &'static [Field], without: &[&str]) -> Value {
        let place = format!("#/components/schemas/{name}");
        let mut schema = json_schema_within(&place, fields, &self.site.vocabularies);
        if let Some(properties) = schema["properties"].as_object_mut() {
            properties.retain(|property, _| !without.contains(&property.as_str()));
        }
        if let Some(required) = schema["required"].as_array_mut() {
            required.retain(|property| property.as_str().is_some_and(|name| !without.contains(&name)));
        }
        schema
    }
}

/// The name of a kind's schema.
fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Interlinker => "Interlinker",
        Kind::Problem => "Problem",
        Kind::Schema => "Schema",
        Kind::Story => "Story",
        Kind::Call => "Call",
        Kind::Organisation => "Organisation",
        Kind::Page => "Page",
        Kind::News => "News",
    }
}

fn paths() -> Map<String, Value> {
    let mut paths = Map::new();
    let mut add = |path: &str, id: &str, summary: String, schema: &str, parameter: Option<&str>| {
        let mut get = json!({
            "operationId": id,
            "summary": summary,
            "responses": {
                "200": {
                    "description": summary,
                    "content": { "application/json": { "schema": reference(schema) } },
                },
                "404": { "description": "There is no such entry." },
            },
        });
        if let Some(name) = parameter {
            get["parameters"] = json!([{
                "name": name,
                "in": "path",
                "required": true,
                "schema": { "type": "string" },
            }]);
        }
        paths.insert(format!("/{FOLDER}/{path}"), json!({ "get": get }));
    };
    add("index.json", "index", "Where everything is.".to_owned(), "Index", None);
    for kind in Kind::ALL {
        let folder = kind.folder();
        let list = format!("Every entry of the kind {kind}, in short.");
        add(&format!("{folder}.json"), &format!("list-{folder}"), list, "List", None);
        let one = format!("One entry of the kind {kind}, whole.");
        add(&format!("{folder}/{{slug}}.json"), &format!("get-{kind}"), one, type_name(kind), Some("slug"));
    }
    let all = "Every controlled vocabulary.".to_owned();
    add("vocabularies.json", "list-vocabularies", all, "Vocabularies", None);
    let one = "One controlled vocabulary with its terms.".to_owned();
    add("vocabularies/{name}.json", "get-vocabulary", one, "Vocabulary", Some("name"));
    paths
}

/// The file of an entry: the same frame for every kind, around facts and words of its own.
fn entry_schema(kind: Kind) -> Value {
    let name = type_name(kind);
    let mut properties = json!({
        "kind": { "const": kind.name() },
        "slug": slug(),
        "status": { "enum": ["active", "retired"] },
        "successor": slug(),
        "former-slugs": list(json!({ "type": "string" })),
        "created": day(),
        "changed": day(),
        "addresses": reference("Addresses"),
        "languages": list(language()),
        "words": {
            "type": "object",
            "propertyNames": language(),
            "additionalProperties": reference(&format!("{name}Words")),
        },
        "facts": reference(&format!("{name}Facts")),
        "pictures": list(reference("Picture")),
        "relations": reference("Relations"),
    });
    if matches!(kind, Kind::Interlinker | Kind::Story) {
        properties["files"] = list(reference("File"));
        properties["reviews"] = list(reference("Review"));
        properties["rating"] = object(
            &json!({ "average": { "type": "number", "minimum": 1, "maximum": MOST_STARS }, "count": count() }),
            &["average", "count"],
        );
    }
    if kind == Kind::Interlinker {
        properties["uses"] = list(reference("Use"));
    }
    object(&properties, &["kind", "slug", "status", "addresses", "languages", "words", "facts", "relations"])
}

/// The schemas that are the same for every kind.
fn frame_schemas() -> Map<String, Value> {
    let listed = object(
        &json!({
            "slug": slug(), "status": { "enum": ["active", "retired"] }, "address": address(),
            "name": by_language(), "summary": by_language(), "changed": day(),
        }),
        &["slug", "status", "address", "name"],
    );
    let link = object(
        &json!({ "name": { "type": "string" }, "count": count(), "address": address() }),
        &["name", "count", "address"],
    );
    let dump = object(
        &json!({ "media-type": { "type": "string" }, "address": address() }),
        &["media-type", "address"],
    );
    let index = object(
        &json!({
            "name": by_language(), "tagline": by_language(), "languages": list(language()),
            "licence": { "type": "string" }, "contact": { "type": "string" }, "address": address(),
            "description": address(), "kinds": list(link.clone()), "vocabularies": link,
            "dumps": list(dump),
        }),
        &["name", "languages", "licence", "address", "description", "kinds", "vocabularies"],
    );
    let vocabulary = object(
        &json!({ "name": { "type": "string" }, "label": by_language(), "count": count(), "address": address() }),
        &["name", "label", "count", "address"],
    );
    let task =
        object(&json!({ "schema": slug(), "task": slug(), "problems": list(slug()) }), &["schema", "task"]);
    let reasoned =
        object(&json!({ "interlinker": slug(), "problems": list(slug()) }), &["interlinker", "problems"]);
    let used = object(&json!({ "interlinker": slug(), "version": { "type": "string" } }), &["interlinker"]);
    let schemas = json!({
        "Index": index,
        "List": object(
            &json!({
                "kind": { "enum": Kind::ALL.map(Kind::name) },
                "count": count(),
                "entries": list(listed),
            }),
            &["kind", "count", "entries"],
        ),
        "Vocabularies": object(
            &json!({ "count": count(), "vocabularies": list(vocabulary) }),
            &["count", "vocabularies"],
        ),
        "Vocabulary": object(
            &json!({ "name": { "type": "string" }, "label": by_language(), "terms": list(reference("Term")) }),
            &["name", "label", "terms"],
        ),
        "Term": object(
            &json!({
                "id": slug(), "label": by_language(), "description": by_language(), "broader": slug(),
                "exact-match": { "type": "string" }, "aliases": list(json!({ "type": "string" })),
            }),
            &["id", "label"],
        ),
        "Addresses": object(
            &json!({
                "pages": { "type": "object", "propertyNames": language(), "additionalProperties": address() },
                "json": address(),
                "json-ld": address(),
                "service-json-ld": address(),
            }),
            &["pages", "json"],
        ),
        "File": object(
            &json!({
                "path": { "type": "string" }, "address": address(), "media-type": { "type": "string" },
                "size": count(), "language": language(), "title": { "type": "string" },
                "licence": { "type": "string" }, "accessibility": { "type": "string" },
            }),
            &["path", "address", "media-type", "size", "language", "title", "accessibility"],
        ),
        "Picture": object(
            &json!({
                "path": { "type": "string" }, "address": address(), "media-type": { "type": "string" },
                "size": count(), "width": count(), "height": count(),
            }),
            &["path", "address", "media-type", "size"],
        ),
        "Relations": object(
            &json!({
                "used-in-tasks": list(task.clone()),
                "raised-in-tasks": list(task),
                "recommended": list(object(
                    &json!({ "task": slug(), "interlinkers": list(reasoned.clone()) }),
                    &["task", "interlinkers"],
                )),
                "interlinkers": list(used),
                "related": list(reasoned),
                "schemas": list(slug()),
                "stories": list(slug()),
                "calls": list(slug()),
            }),
            &[],
        ),
    });
    match schemas {
        Value::Object(schemas) => schemas,
        _ => Map::new(),
    }
}

fn object(properties: &Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn add_property(schema: &mut Value, name: &str, value: Value) {
    if let Some(properties) = schema["properties"].as_object_mut() {
        properties.insert(name.to_owned(), value);
    }
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn by_language() -> Value {
    json!({ "type": "object", "propertyNames": language(), "additionalProperties": { "type": "string" } })
}

fn language() -> Value {
    json!({ "type": "string", "pattern": "^[a-z]{2,3}$" })
}

fn slug() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" })
}

fn address() -> Value {
    json!({ "type": "string", "format": "uri-reference" })
}

fn count() -> Value {
    json!({ "type": "integer", "minimum": 0 })
}

fn day() -> Value {
    json!({ "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$" })
}
