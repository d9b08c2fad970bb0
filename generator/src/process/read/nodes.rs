//! The nodes with what lies in them, maps of items, and what happened.

use super::values::ID;
use super::{Reader, quoted};
use crate::content::yaml::{Key, Located, Yaml};
use crate::diagnostic::{Code, Position};
use crate::process::fields::{
    ACTIVITY, Collection, MAX_NODE_DEPTH, MAX_NODES, NODE, Part, is_id, is_key, is_of_schema,
};
use crate::process::state::{Happening, Value};
use crate::process::tree::spread;

impl Reader<'_> {
    /// The nodes at the root.
    pub(super) fn nodes(&mut self, key: &Key, tree: &Located) {
        self.siblings(key, tree, None, 1);
    }

    /// Nodes that lie in one node, or at the root, at a depth.
    fn siblings(&mut self, name: &Key, tree: &Located, parent: Option<&str>, depth: usize) {
        let items = match &tree.value {
            Yaml::List(items) => items,
            Yaml::Null => return,
            _ => {
                let help = "write one `- node: …` for each";
                return self.wrong_type(&format!("`{}`", name.text), tree, "a list", help);
            }
        };
        if depth > MAX_NODE_DEPTH {
            let message = format!("nodes lie at most {MAX_NODE_DEPTH} deep in each other");
            return self.error(Code::TooDeep, name.position, message, "move these nodes up");
        }
        let mut without_position = Vec::new();
        for item in items {
            let Some(key) = self.node(item, parent, depth) else { continue };
            if !self.values.contains_key(&format!("node {key} position")) {
                without_position.push(key);
            }
        }
        let count = without_position.len();
        for (index, key) in without_position.into_iter().enumerate() {
            self.spread.insert(key, spread(index, count));
        }
    }

    /// One node and what lies in it; tells its key.
    fn node(&mut self, tree: &Located, parent: Option<&str>, depth: usize) -> Option<String> {
        if !matches!(tree.value, Yaml::Map(_)) {
            self.wrong_type("a node", tree, "a map", "begin it with `- node: …` or `- id: …`");
            return None;
        }
        let entries = self.entries(tree);
        let key = self.key(tree, &entries);
        // What is wrong in a node without a key is told all the same; nothing of it is kept.
        let path = format!("node {}", key.as_deref().unwrap_or("?"));
        let mut names = vec!["node", "id"];
        names.extend(NODE.iter().map(|part| part.name()));
        names.push("children");
        let mut children = None;
        for (name, value) in entries {
            match name.text.as_str() {
                "node" | "id" => {}
                "children" => children = Some((name, value)),
                text => match NODE.iter().find(|part| part.name() == text) {
                    Some(Part::Field(field)) => self.field(format!("{path} {}", field.name), field, value),
                    Some(Part::Items(collection)) => self.items(&format!("{path} "), collection, name, value),
                    None => self.unknown_field(name, &names),
                },
            }
        }
        if let Some(key) = &key {
            self.places.insert(key.clone(), parent.map(str::to_owned));
            if self.places.len() == MAX_NODES + 1 {
                let message = format!("a process has at most {MAX_NODES} nodes");
                self.error(Code::TooManyNodes, tree.position, message, "divide it into two processes");
            }
        }
        if let Some((name, children)) = children {
            self.siblings(name, children, Some(key.as_deref().unwrap_or("?")), depth + 1);
        }
        key
    }

    /// The key of a node, where it has one that no other has.
    fn key(&mut self, tree: &Located, entries: &[(&Key, &Located)]) -> Option<String> {
        let named = |name: &str| entries.iter().find(|(key, _)| key.text == name);
        let (taken, own) = (named("node"), named("id"));
        if let (Some(_), Some((own, _))) = (taken, own) {
            let help = "keep `node` for one of a schema, `id` for one of your own";
            self.error(Code::DuplicateKey, own.position, "a node has `node` or `id`, not both", help);
            return None;
        }
        let found = taken.or(own);
        let Some((name, value)) = found.filter(|(_, value)| value.value != Yaml::Null) else {
            let at = found.map_or(tree.position, |(name, _)| name.position);
            let help = "write `node: schema-slug/node-id`, or `id:` and a name of your own";
            self.error(Code::MissingField, at, "a node begins with `node` or `id`", help);
            return None;
        };
        let Yaml::Text(key, _) = &value.value else {
            let help = "write the key on the same line";
            self.wrong_type(&format!("`{}`", name.text), value, "a text", help);
            return None;
        };
        if !is_key(key) || is_of_schema(key) != taken.is_some() {
            let (what, help) = match taken {
                Some(_) => ("names no node of a schema", "write it as schema-slug/node-id"),
                None => ("in `id` is no id", ID),
            };
            self.error(Code::BadSlug, value.position, format!("{} {what}", quoted(key)), help);
            return None;
        }
        if self.places.contains_key(key) {
            let message = format!("the node {} stands in the file twice", quoted(key));
            self.error(Code::DuplicateNode, value.position, message, "keep one of the two");
            return None;
        }
        Some(key.clone())
    }

    /// A map of items.
    pub(super) fn items(&mut self, prefix: &str, collection: &Collection, name: &Key, tree: &Located) {
        let names: Vec<&str> = collection.fields.iter().map(|field| field.name).collect();
        for (id, item) in self.fields_of(name, tree) {
            if !self.id(collection.name, id) {
                continue;
            }
            for (name, value) in self.fields_of(id, item) {
                match collection.fields.iter().find(|field| field.name == name.text) {
                    Some(field) => {
                        let path = format!("{prefix}{} {} {}", collection.item, id.text, field.name);
                        self.field(path, field, value);
                    }
                    None => self.unknown_field(name, &names),
                }
            }
        }
    }

    fn id(&mut self, collection: &str, key: &Key) -> bool {
        let good = is_id(&key.text);
        if !good {
            let message = format!("{} in `{collection}` is no id", quoted(&key.text));
            self.error(Code::BadSlug, key.position, message, ID);
        }
        good
    }

    /// What happened.
    pub(super) fn activity(&mut self, name: &Key, tree: &Located) {
        let names: Vec<&str> = ACTIVITY.iter().map(|field| field.name).collect();
        for (id, item) in self.fields_of(name, tree) {
            if !self.id("activity", id) {
                continue;
            }
            let mut happening = Happening::default();
            let mut stated = Vec::new();
            for (name, value) in self.fields_of(id, item) {
                let Some(field) = ACTIVITY.iter().find(|field| field.name == name.text) else {
                    self.unknown_field(name, &names);
                    continue;
                };
                let is_empty = matches!(&value.value, Yaml::Text(text, _) if text.is_empty());
                if value.value != Yaml::Null && !is_empty {
                    stated.push(field.name);
                }
                let Some(Value::Text(text)) = self.value(field, value) else { continue };
                match field.name {
                    "date" => happening.date = text,
                    "person" => happening.person = Some(text),
                    "what" => happening.what = text,
                    "node" => happening.node = Some(text),
                    _ => happening.detail = Some(text),
                }
            }
            for name in ["date", "what"] {
                if !stated.contains(&name) {
                    self.missing(name, id.position);
                }
            }
            self.activity.insert(id.text.clone(), happening);
        }
    }

    pub(super) fn missing(&mut self, name: &str, at: Position) {
        let message = format!("the field `{name}` is missing");
        self.error(Code::MissingField, at, message, format!("add a line `{name}: …`"));
    }
}
