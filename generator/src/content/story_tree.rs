//! The reduced tree of a story that comes from elsewhere: from a form, from an archive. It is written in
//! the canonical form, so that the file is the same whoever wrote it and however; what it says is not
//! judged here but by the check of the whole entry, which knows the rest of the catalogue.

use super::yaml::{Key, Located, Yaml, YamlError, parse_yaml};
use crate::import::emit::{Value, emit_document};
use crate::model::definition::{Field, STORY_TREE, Shape};

/// Why a text is no tree of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TreeError {
    /// It cannot be parsed, or uses what is not allowed, such as an anchor.
    Yaml(YamlError),
    /// It is no map with a list `nodes`.
    NoNodes,
}

/// A tree in its canonical form: fields in the order of the definition, every value as a program writes
/// it. What the definition does not know comes last and stays, for the check to report.
///
/// # Errors
/// When it cannot be read, or has no nodes.
pub fn canonical_tree(text: &str) -> Result<String, TreeError> {
    let tree = parse_yaml(text).map_err(TreeError::Yaml)?;
    let Yaml::Map(entries) = &tree.value else { return Err(TreeError::NoNodes) };
    let nodes = entries.iter().find(|(key, _)| key.text == "nodes").map(|(_, nodes)| &nodes.value);
    if !matches!(nodes, Some(Yaml::List(items)) if !items.is_empty()) {
        return Err(TreeError::NoNodes);
    }
    Ok(emit_document(&map(entries, STORY_TREE)))
}

/// Which step stands on which line of a tree in its canonical form. Made once for a file, of which many lines
/// may be asked for.
#[derive(Debug, Default)]
pub struct Steps(Vec<(u32, Option<String>)>);

impl Steps {
    /// The steps of a tree; none of what cannot be read.
    pub fn of(canonical: &str) -> Steps {
        let mut begins = Vec::new();
        if let Ok(Yaml::Map(entries)) = parse_yaml(canonical).map(|tree| tree.value) {
            for (key, value) in &entries {
                begins.push((key.position.line, None));
                if key.text == "nodes" {
                    collect(value, &mut begins);
                }
            }
        }
        Steps(begins)
    }

    /// The step that stands on a line: the name of the node, as written there. None for what belongs to no node.
    pub fn at(&self, line: u32) -> Option<&str> {
        let count = self.0.partition_point(|(begin, _)| *begin <= line);
        self.0.get(count.checked_sub(1)?)?.1.as_deref()
    }
}

/// Notes where each node begins, and its name.
fn collect(nodes: &Located, begins: &mut Vec<(u32, Option<String>)>) {
    let Yaml::List(items) = &nodes.value else { return };
    for node in items {
        let Yaml::Map(entries) = &node.value else { continue };
        let entry = |name: &str| entries.iter().find(|(key, _)| key.text == name).map(|(_, value)| value);
        let name = ["name", "node", "id"].iter().find_map(|name| match &entry(name)?.value {
            Yaml::Text(text, _) | Yaml::Number(text) => Some(text.clone()),
            _ => None,
        });
        begins.push((node.position.line, name));
        if let Some(children) = entry("children") {
            collect(children, begins);
        }
    }
}

fn map(entries: &[(Key, Located)], fields: &'static [Field]) -> Value {
    let place = |key: &Key| fields.iter().position(|field| field.name == key.text).unwrap_or(usize::MAX);
    let mut sorted: Vec<&(Key, Located)> =
        entries.iter().filter(|(_, value)| value.value != Yaml::Null).collect();
    sorted.sort_by_key(|(key, _)| place(key));
    let field = |(key, item): &(Key, Located)| {
        let shape = fields.iter().find(|field| field.name == key.text).map(|field| &field.shape);
        (key.text.clone(), value(item, shape))
    };
    Value::Map(sorted.into_iter().map(field).collect())
}

fn value(item: &Located, shape: Option<&'static Shape>) -> Value {
    match (&item.value, shape) {
        (Yaml::Map(entries), Some(Shape::Record(fields))) => map(entries, fields),
        (Yaml::Map(entries), _) => map(entries, &[]),
        (Yaml::List(items), shape) => {
            let inner = match shape {
                Some(Shape::List(inner)) => Some(*inner),
                _ => None,
            };
            Value::List(items.iter().map(|item| value(item, inner)).collect())
        }
        (Yaml::Text(text, _) | Yaml::Number(text), _) => Value::text(text.trim()),
        (Yaml::Flag(flag), _) => Value::Flag(*flag),
        (Yaml::Null, _) => Value::text(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn fields_stand_in_their_order_and_what_is_unknown_stays() {
        let text = "nodes:\n  - children:\n    - {status: done, id: own, name: Ours, language: lv, notes: x,\n        interlinkers: [{version: 1.10, interlinker: kit}]}\n    node: default/engage\n    reason: ~\nlanguage: lv\n";
        assert_eq!(
            canonical_tree(text).unwrap(),
            "language: lv\nnodes:\n  - node: default/engage\n    children:\n      - id: own\n        status: done\n        language: lv\n        name: Ours\n        interlinkers:\n          - interlinker: kit\n            version: \"1.10\"\n        notes: x\n"
        );
    }

    #[test]
    fn forming_twice_changes_nothing_and_our_own_trees_are_read() {
        let stories = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/stories");
        let mut count = 0;
        for story in std::fs::read_dir(stories).unwrap() {
            let text = std::fs::read_to_string(story.unwrap().path().join("tree.yaml")).unwrap();
            let once = canonical_tree(&text).unwrap();
            assert_eq!(canonical_tree(&once).as_ref(), Ok(&once));
            count += 1;
        }
        assert!(count >= 3);
    }

    #[test]
    fn what_is_no_tree_is_told() {
        for text in ["", "nodes: []", "nodes: x", "- a", "just words", "name: x"] {
            assert_eq!(canonical_tree(text), Err(TreeError::NoNodes), "{text}");
        }
        let code = |text: &str| match canonical_tree(text) {
            Err(TreeError::Yaml(error)) => error.code,
            other => panic!("{other:?}"),
        };
        assert_eq!(code("nodes:\n  - &a\n    id: x\n    name: y\n  - *a\n"), Code::YamlAnchor);
        assert_eq!(code("nodes:\n  - id: x: y\n"), Code::YamlSyntax);
        assert_eq!(code(&format!("nodes: {}", "[".repeat(50_000))), Code::YamlLimit);
    }

    #[test]
    fn a_line_belongs_to_the_step_above_it() {
        let tree = "language: en\nnodes:\n  - node: default/engage\n    children:\n      - id: own\n        name: Ours\n        reason: x\n  - node: default/design\npeople: x\n";
        let steps = Steps::of(tree);
        let at = |line| steps.at(line);
        assert_eq!(at(1), None);
        assert_eq!(at(3), Some("default/engage"));
        assert_eq!(at(7), Some("Ours"));
        assert_eq!(at(8), Some("default/design"));
        assert_eq!(at(9), None);
        assert_eq!(Steps::of("nodes: [").at(1), None);
    }
}
