//! Nodes of a schema in the order of their prerequisites: a stable topological sort among siblings
//! (Kahn 1962), so that what depends on nothing keeps its place. A cycle is a diagnostic.

use crate::content::decode::{Reference, Target};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::model::entry::{Node, Schema};
use std::collections::{BTreeMap, BTreeSet};

/// Sorts every list of siblings of the schema; reports cycles and nodes that come before themselves.
pub(super) fn order_nodes(
    schema: &mut Schema,
    file: &str,
    references: &[Reference],
    diagnostics: &mut Diagnostics,
) {
    let ancestors = ancestors(schema);
    let edges: BTreeMap<String, Vec<String>> = schema
        .phases
        .iter()
        .flat_map(Node::walk)
        .map(|node| (node.id.clone(), node.prerequisites.clone()))
        .collect();
    if let Some(cycle) = find_cycle(&edges, &ancestors) {
        let position = references
            .iter()
            .find(|reference| matches!(&reference.target, Target::Sibling(id) if Some(id) == cycle.last()))
            .map_or(Position::START, |reference| reference.position);
        diagnostics.push(
            Diagnostic::error(
                Code::Cycle,
                file,
                format!("these nodes wait for each other: {}", cycle.join(" → ")),
            )
            .at(position)
            .help("take one of these prerequisites out"),
        );
        return;
    }
    sort_siblings(&mut schema.phases);
}

/// Per node, the nodes it lies in.
fn ancestors(schema: &Schema) -> BTreeMap<String, Vec<String>> {
    let mut ancestors = BTreeMap::new();
    for phase in &schema.phases {
        for objective in &phase.children {
            ancestors.insert(objective.id.clone(), vec![phase.id.clone()]);
            for task in &objective.children {
                ancestors.insert(task.id.clone(), vec![objective.id.clone(), phase.id.clone()]);
            }
        }
    }
    ancestors
}

/// A cycle of prerequisites, first node repeated at its end. A node also waits for what the nodes
/// around it wait for, so a prerequisite between a node and one it lies in is a cycle of its own.
fn find_cycle(
    edges: &BTreeMap<String, Vec<String>>,
    ancestors: &BTreeMap<String, Vec<String>>,
) -> Option<Vec<String>> {
    for (node, prerequisites) in edges {
        for prerequisite in prerequisites {
            let contains = |outer: &String, inner: &String| {
                ancestors.get(inner).is_some_and(|around| around.contains(outer))
            };
            if contains(prerequisite, node) || contains(node, prerequisite) {
                return Some(vec![node.clone(), prerequisite.clone(), node.clone()]);
            }
        }
    }
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for start in edges.keys() {
        // Depth first without recursion: strangers' trees may be long.
        let mut path: Vec<(&str, usize)> = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let node = *node;
            let prerequisites = edges.get(node).map_or(&[][..], Vec::as_slice);
            let Some(prerequisite) = prerequisites.get(*next).map(String::as_str) else {
                done.insert(node);
                path.pop();
                continue;
            };
            *next += 1;
            if done.contains(prerequisite) {
                continue;
            }
            if let Some(begin) = path.iter().position(|(other, _)| *other == prerequisite) {
                let mut cycle: Vec<String> = path[begin..].iter().map(|(id, _)| (*id).to_owned()).collect();
                cycle.push(prerequisite.to_owned());
                return Some(cycle);
            }
            path.push((prerequisite, 0));
        }
    }
    None
}

fn sort_siblings(nodes: &mut Vec<Node>) {
    let ids: BTreeSet<String> = nodes.iter().map(|node| node.id.clone()).collect();
    let mut placed: BTreeSet<String> = BTreeSet::new();
    let mut rest = std::mem::take(nodes);
    while !rest.is_empty() {
        let ready = rest
            .iter()
            .position(|node| node.prerequisites.iter().all(|id| !ids.contains(id) || placed.contains(id)));
        // Cycles through nodes of other levels leave the order as written.
        let mut node = rest.remove(ready.unwrap_or(0));
        placed.insert(node.id.clone());
        sort_siblings(&mut node.children);
        nodes.push(node);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: &str, prerequisites: &[&str], children: Vec<Node>) -> Node {
        Node {
            id: id.to_owned(),
            retired: false,
            prerequisites: prerequisites.iter().map(|id| (*id).to_owned()).collect(),
            problems: Vec::new(),
            co_delivery: false,
            words: Default::default(),
            children,
        }
    }

    fn ids(nodes: &[Node]) -> Vec<&str> {
        nodes.iter().map(|node| node.id.as_str()).collect()
    }

    #[test]
    fn what_depends_on_nothing_keeps_its_place() {
        let mut nodes = vec![
            node("c", &["b"], vec![]),
            node("a", &[], vec![]),
            node("b", &["a"], vec![]),
            node("d", &[], vec![]),
        ];
        sort_siblings(&mut nodes);
        assert_eq!(ids(&nodes), ["a", "b", "c", "d"]);
    }

    #[test]
    fn a_cycle_is_named_from_its_beginning_to_its_end() {
        let edges = BTreeMap::from([
            ("a".to_owned(), vec!["b".to_owned()]),
            ("b".to_owned(), vec!["c".to_owned()]),
            ("c".to_owned(), vec!["a".to_owned()]),
        ]);
        assert_eq!(find_cycle(&edges, &BTreeMap::new()).unwrap(), ["a", "b", "c", "a"]);
    }

    proptest::proptest! {
        #[test]
        fn sorting_respects_every_prerequisite_and_repeating_changes_nothing(order in proptest::collection::vec(0..12usize, 0..12)) {
            // Node i may only wait for nodes with a smaller number, so there is no cycle.
            let mut nodes: Vec<Node> = order.iter().enumerate().map(|(index, other)| {
                let name = format!("n{index}");
                let waits: Vec<String> = (index > 0).then(|| format!("n{}", other % index)).into_iter().collect();
                node(&name, &waits.iter().map(String::as_str).collect::<Vec<_>>(), vec![])
            }).collect();
            nodes.reverse();
            sort_siblings(&mut nodes);
            let once: Vec<String> = nodes.iter().map(|node| node.id.clone()).collect();
            for node in &nodes {
                for wanted in &node.prerequisites {
                    let at = |id: &str| once.iter().position(|other| other == id);
                    proptest::prop_assert!(at(wanted) < at(&node.id));
                }
            }
            sort_siblings(&mut nodes);
            proptest::prop_assert_eq!(ids(&nodes), once.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
}
