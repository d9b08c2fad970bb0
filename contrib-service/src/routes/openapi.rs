//! `GET /openapi.json`: what a program may ask of the service. The fields of forms come from the one
//! definition of each form, their lengths too; the states from the life of a contribution. The
//! maintainer's pages are for people and are not in it.

use axum::Json;
use axum::extract::State;
use generator::model::Kind;
use generator::model::definition::Shape;
use generator::model::form::{ENTRY, Form, Input, KIND, PAGE_LANGUAGE, PURPOSE, Purpose, WORDS};
use serde_json::{Map, Value, json};

use super::mail::EMAIL;
use crate::app::App;
use crate::proof::PROOF;
use crate::queue::job::State as JobState;
use crate::submission::{CHANGE, FILE, KEPT_FILE, SEEN, STATUS_KEY};

/// `GET /openapi.json`
pub async fn openapi(State(app): State<App>) -> Json<Value> {
    Json(describe(&app.settings.base, app.settings.max_upload))
}

/// The description, for a service below this path.
fn describe(base: &str, max_upload: usize) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Contributions to a catalogue of Interlinkers",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "A contribution is sent in two steps: a preview answers with a one-time key, and the key \
                sends it. A key sent again leads to the same contribution. Posts must carry the Origin of the site.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
        },
        "servers": [{ "url": base.trim_end_matches('/').to_owned() + "/" }],
        "paths": paths(),
        "components": { "schemas": schemas(max_upload), "parameters": parameters() },
    })
}

fn paths() -> Value {
    let with_key = |summary: &str, done: Value| post(summary, "Key", done, &["404", "409"], true);
    let moved = || json!({ "description": "Done; the status page says so.", "headers": location() });
    let mut drafted = answer("A draft with its key", "Draft");
    drafted["links"] = json!({ "send": {
        "operationId": "send",
        "requestBody": { "key": "$response.body#/key" },
    } });
    let mut accepted = answer("It is on disk", "Accepted");
    let id = "$response.body#/id";
    accepted["links"] = json!({ "status": {
        "operationId": "status",
        "parameters": { "id": id, "key": "$response.body#/key" },
    } });
    for operation in ["change", "export", "withdraw"] {
        accepted["links"][operation] = json!({
            "operationId": operation,
            "parameters": { "id": id },
            "requestBody": { "key": "$response.body#/key" },
        });
    }
    let named = |operation: &str, mut described: Value| {
        described["operationId"] = operation.into();
        described
    };
    json!({
        "/contributions/preview": { "post": post(
            "Step one: drafts a contribution and answers with the key that sends it",
            "Form",
            drafted,
            &["404", "409", "422"],
            false,
        ) },
        "/contributions": { "post": named("send", post(
            "Step two: sends the key of a draft",
            "Send",
            accepted,
            &["404", "409", "422"],
            false,
        )) },
        "/contributions/challenge": { "get": {
            "summary": "What to compute for a contribution, as ALTCHA has it (proof of work, version 2); the answer \
                goes into the field `altcha` of step one",
            "responses": {
                "200": answer("A challenge", "Challenge"),
                "204": { "description": "No proof is asked for" },
            },
        } },
        "/contributions/about/{kinds}/{slug}/{purpose}": { "get": {
            "summary": "The form to edit, translate, report, review or say that one uses an entry, as a page",
            "parameters": [
                in_path("kinds", "The folder of the kind, such as interlinkers"),
                in_path("slug", "The slug of the entry"),
                in_path("purpose", "edit, translate, report, use or review"),
                in_query(PAGE_LANGUAGE, "The language of the page"),
                in_query(WORDS, "The language of the words that are edited or translated into"),
            ],
            "responses": responses(&[("200", json!({ "description": "The form" }))], &["404"]),
        } },
        "/contributions/{id}": { "get": {
            "operationId": "status",
            "summary": "Where a contribution stands",
            "parameters": [parameter("Id"), parameter("Key")],
            "responses": responses(&[("200", answer("Where it stands", "Status"))], &["400", "404"]),
        } },
        "/contributions/{id}/withdraw": { "post": named("withdraw", with_key("Takes it back and erases its words", moved())) },
        "/contributions/{id}/change": { "post": named("change", with_key(
            "The form with what was sent, to send a new version",
            json!({ "description": "The form", "content": { "text/html": {} } }),
        )) },
        "/contributions/{id}/export": { "post": named("export", with_key(
            "A copy of everything that is kept of it",
            answer("Everything that is kept", "Export"),
        )) },
        "/contributions/{id}/erase": { "post": with_key("Erases what is kept of a published one", moved()) },
        "/contributions/{id}/mail": { "post": post(
            "Gives an address for news, in place of the one before; a mail asks to confirm it",
            "Address",
            moved(),
            &["404", "409", "422"],
            true,
        ) },
        "/contributions/{id}/mail/forget": { "post": with_key("Forgets the address", moved()) },
        "/contributions/{id}/confirm": {
            "get": {
                "summary": "The page that a confirmation mail leads to; it confirms nothing by itself",
                "parameters": [parameter("Id"), parameter("Token")],
                "responses": {
                    "200": { "description": "A page with a button", "content": { "text/html": {} } },
                    "404": { "description": "The token confirms nothing", "content": { "text/html": {} } },
                },
            },
            "post": post(
                "Confirms the address",
                "Token",
                json!({ "description": "It is confirmed", "content": { "text/html": {} } }),
                &["404"],
                true,
            ),
        },
        "/similar": { "get": {
            "summary": "Entries whose names are like these words",
            "parameters": [
                parameter("Lang"),
                parameter("Query"),
                in_query(KIND, "The kind of the entries; absent: interlinker"),
            ],
            "responses": responses(&[("200", answer("The closest first", "Similar"))], &["400"]),
        } },
        "/healthz": { "get": {
            "summary": "Whether the service runs",
            "responses": { "200": { "description": "It runs", "content": { "text/plain": {} } } },
        } },
        "/readyz": { "get": {
            "summary": "Whether the service can do its work",
            "responses": {
                "200": answer("It can, if slower: `degraded` when the forge is away", "Readiness"),
                "503": answer("It cannot", "Readiness"),
            },
        } },
        "/openapi.json": { "get": {
            "summary": "This description",
            "responses": { "200": { "description": "OpenAPI 3.1", "content": { "application/json": {} } } },
        } },
    })
}

/// A form that is posted. All of them answer in the same ways when it cannot be read.
fn post(summary: &str, schema: &str, done: Value, errors: &[&str], is_about_one: bool) -> Value {
    let done_as = match (schema, done.get("headers").is_some()) {
        ("Send", _) => "202",
        (_, true) => "303",
        _ => "200",
    };
    let errors: Vec<&str> =
        ["400", "403", "408", "413", "415", "429", "503"].into_iter().chain(errors.iter().copied()).collect();
    let schema = json!({ "$ref": format!("#/components/schemas/{schema}") });
    json!({
        "summary": summary,
        "parameters": if is_about_one { vec![parameter("Id")] } else { Vec::new() },
        "requestBody": { "required": true, "content": {
            "application/json": { "schema": schema },
            "application/x-www-form-urlencoded": { "schema": schema },
        } },
        "responses": responses(&[(done_as, done)], &errors),
    })
}

fn responses(done: &[(&str, Value)], errors: &[&str]) -> Value {
    let mut all: Map<String, Value> =
        done.iter().map(|(status, answer)| ((*status).to_owned(), answer.clone())).collect();
    for status in errors {
        let (text, schema) = match *status {
            "400" => ("The request cannot be read", "Error"),
            "403" => ("It did not come from the site", "Error"),
            "404" => ("There is nothing that this key opens", "Error"),
            "408" => ("It took too long", "Error"),
            "409" => ("It is past that step", "Error"),
            "413" => ("It is too large", "Error"),
            "415" => ("It is no form", "Error"),
            "422" => ("Answers need mending", "Mistakes"),
            "429" => ("Too much or too quick; Retry-After says when to come back", "Error"),
            _ => ("Not at the moment; Retry-After says when to come back", "Error"),
        };
        all.insert((*status).to_owned(), answer(text, schema));
    }
    all.into()
}

fn answer(text: &str, schema: &str) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{schema}") });
    // Whoever does not ask for JSON gets a page.
    json!({ "description": text, "content": { "application/json": { "schema": schema }, "text/html": {} } })
}

fn location() -> Value {
    json!({ "Location": { "schema": { "type": "string" } } })
}

fn parameter(name: &str) -> Value {
    json!({ "$ref": format!("#/components/parameters/{name}") })
}

fn parameters() -> Value {
    json!({
        "Id": { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
        "Key": { "name": "key", "in": "query", "required": true, "schema": { "type": "string" } },
        "Token": { "name": "token", "in": "query", "required": true, "schema": { "type": "string" } },
        "Lang": { "name": "lang", "in": "query", "schema": { "type": "string" } },
        "Query": { "name": "q", "in": "query", "schema": { "type": "string" } },
    })
}

fn schemas(max_upload: usize) -> Value {
    let text = json!({ "type": "string" });
    let state = json!({ "enum": JobState::ALL.map(JobState::name) });
    let moment = json!({ "type": "integer", "description": "Seconds since 1970 (UTC)" });
    let maybe = json!({ "type": ["string", "null"] });
    let event = object(
        &[("at", moment.clone()), ("state", state.clone()), ("note", maybe.clone())],
        &["at", "state"],
    );
    let reply = object(&[("at", moment.clone()), ("text", text.clone())], &["at", "text"]);
    // Of the address the status shows the first letter and the domain, the copy all of it.
    let mail = object(
        &[
            ("address", maybe.clone()),
            ("state", json!({ "enum": ["waiting", "confirmed"] })),
            ("given", moment.clone()),
            ("confirmed", json!({ "type": ["integer", "null"] })),
        ],
        &["state", "given"],
    );
    let status = [
        ("id", text.clone()),
        ("state", state),
        ("version", json!({ "type": "integer", "minimum": 1 })),
        ("slug", text.clone()),
        ("title", text.clone()),
        ("reason", maybe.clone()),
        ("may-change", json!({ "type": "boolean" })),
        ("may-withdraw", json!({ "type": "boolean" })),
        ("request", maybe),
        ("history", json!({ "type": "array", "items": event })),
        (
            "replies",
            json!({ "type": "array", "items": reply, "description": "What maintainers wrote at the forge" }),
        ),
        ("mail", json!({ "oneOf": [mail, { "type": "null" }] })),
    ];
    let key = [("key", json!({ "type": "string", "description": "The key of the status page" }))];
    let one_time = json!({ "type": "string", "description": "The key that the preview answered" });
    let mistake = object(&[("field", text.clone()), ("message", text.clone())], &["field", "message"]);
    let similar = object(&[("title", text.clone()), ("address", text.clone())], &["title", "address"]);
    let part = json!({ "enum": ["ok", "failing"] });
    json!({
        "Form": forms(max_upload),
        "Send": object(&[
            ("key", one_time),
            (STATUS_KEY, text.clone()),
            (EMAIL, email("For news, with a new contribution; kept only where the service sends mail")),
        ], &["key"]),
        "Address": object(&[("key", text.clone()), (EMAIL, email("For news"))], &["key", EMAIL]),
        "Token": object(&[("token", text.clone())], &["token"]),
        "Key": object(&key, &["key"]),
        "Challenge": object(&[
            ("parameters", json!({ "type": "object" })),
            ("signature", text.clone()),
        ], &["parameters", "signature"]),
        "Draft": object(&[
            ("key", text.clone()),
            ("send", text.clone()),
            ("slug", text.clone()),
            ("not-stated", json!({ "type": "array", "items": text })),
            ("advice", json!({ "type": "array", "items": text })),
        ], &["key", "send", "slug"]),
        "Accepted": object(
            &[("id", text.clone()), ("key", text.clone()), ("address", text.clone())],
            &["id", "key", "address"],
        ),
        "Status": object(&status, &["id", "state", "version", "history", "replies"]),
        "Export": object(&status, &["id", "state", "history", "replies"]),
        "Mistakes": object(&[("errors", json!({ "type": "array", "items": mistake }))], &["errors"]),
        "Error": object(&[("error", text.clone()), ("help", text)], &["error", "help"]),
        "Similar": { "type": "array", "items": similar },
        "Readiness": object(&[
            ("state", json!({ "enum": ["ready", "degraded", "unready"] })),
            ("parts", json!({ "type": "object", "additionalProperties": part })),
        ], &["state", "parts"]),
    })
}

fn in_path(name: &str, text: &str) -> Value {
    json!({ "name": name, "in": "path", "required": true, "description": text, "schema": { "type": "string" } })
}

fn in_query(name: &str, text: &str) -> Value {
    json!({ "name": name, "in": "query", "description": text, "schema": { "type": "string" } })
}

fn email(text: &str) -> Value {
    json!({ "type": "string", "format": "email", "description": text })
}

fn object(fields: &[(&str, Value)], required: &[&str]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

/// Every form: one for each purpose and kind.
fn forms(max_upload: usize) -> Value {
    let forms: Vec<Value> = Form::all().map(|form| of_kind(form, max_upload)).collect();
    json!({ "oneOf": forms })
}

fn of_kind(form: Form, max_upload: usize) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for input in form.inputs() {
        properties.insert(input.name.to_owned(), field(form, input));
        if input.required {
            required.push(input.name);
        }
    }
    if properties.contains_key(FILE) {
        properties.insert(FILE.to_owned(), json!({
            "type": "string",
            "description": format!("Only as a part of multipart/form-data: a file of at most {max_upload} bytes"),
        }));
    }
    // A form without a kind is about an Interlinker.
    if form.kind != Kind::Interlinker {
        required.push(KIND);
    }
    properties.insert(KIND.to_owned(), json!({ "enum": [form.kind.name()] }));
    if form.purpose != Purpose::Propose {
        required.extend([PURPOSE, ENTRY]);
        properties.insert(PURPOSE.to_owned(), json!({ "enum": [form.purpose.name()] }));
        properties
            .insert(ENTRY.to_owned(), json!({ "type": "string", "description": "The slug of the entry" }));
    }
    if matches!(form.purpose, Purpose::Edit | Purpose::Translate) {
        let words = "The language of the words that are edited or translated into";
        properties.insert(WORDS.to_owned(), json!({ "type": "string", "description": words }));
        let seen = "The commit of the main branch that the form was made from; absent: the newest";
        properties.insert(SEEN.to_owned(), json!({ "type": "string", "description": seen }));
    }
    for (name, text) in [
        (PAGE_LANGUAGE, "The language of the answer"),
        (PROOF, "The answer to a challenge, as ALTCHA writes it; without one the sending waits longer"),
        (KEPT_FILE, "The key of a file that came with an earlier preview"),
        (CHANGE, "The id of the contribution that this is a new version of"),
        (STATUS_KEY, "The key of the status page of that contribution"),
    ] {
        properties.insert(name.to_owned(), json!({ "type": "string", "description": text }));
    }
    // The texts of a translation have the names that PO files give them, such as
    // `interlinker/canvas/summary`.
    let others = match form.purpose {
        Purpose::Translate => json!({ "type": "string" }),
        _ => json!(false),
    };
    let note = match form.purpose {
        Purpose::Edit => {
            "What is not sent stays, an empty field is emptied; lengths hold for what is changed."
        }
        _ => "Empty fields are as good as absent ones.",
    };
    json!({
        "type": "object",
        "description": note,
        "properties": properties,
        "required": required,
        "additionalProperties": others,
    })
}

fn field(form: Form, input: &Input) -> Value {
    let text = |shape: &Shape| match shape {
        Shape::Flag => json!({ "enum": ["yes", ""] }),
        Shape::OneTo(most) => {
            json!({ "enum": (1..=*most).map(|number| number.to_string()).collect::<Vec<_>>() })
        }
        _ => json!({ "type": "string", "minLength": input.min, "maxLength": input.max(form) }),
    };
    match input.shape(form) {
        Shape::List(item) => json!({ "type": "array", "items": text(item), "uniqueItems": true }),
        shape => text(shape),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every reference in the description, wherever it stands.
    fn references(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str().filter(|_| name == "$ref") {
                        Some(reference) => found.push(reference.to_owned()),
                        None => references(value, found),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, found)),
            _ => {}
        }
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let description = describe("/", 1_000);
        let mut found = Vec::new();
        references(&description, &mut found);
        assert!(found.len() > 30);
        for reference in found {
            assert!(description.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
    }

    #[test]
    fn the_form_has_every_field_of_the_definition_and_its_lengths() {
        let description = describe("/", 1_000);
        let forms = &description["components"]["schemas"]["Form"]["oneOf"];
        let first = &forms[0]["properties"];
        assert_eq!(first["name"], json!({ "type": "string", "minLength": 2, "maxLength": 80 }));
        assert_eq!(first["themes"]["type"], "array");
        for (at, form) in Form::all().enumerate() {
            let properties = &forms[at]["properties"];
            assert_eq!(properties["kind"], json!({ "enum": [form.kind.name()] }));
            assert!(form.inputs().all(|input| properties.get(input.name).is_some()), "{form:?}");
        }
    }
}
