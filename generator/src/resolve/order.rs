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
    let parents = parents(schema);
    let edges: BTreeMap<String, Vec<String>> = schema
        .phases
        .iter()
        .flat_map(Node::walk)
        .map(|node| (node.id.clone(), node.prerequisites.clone()))
        .collect();
    if let Some(cycle) = find_cycle(&edges, &parents) {
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

/// Per node, the node it lies in.
fn parents(schema: &Schema) -> BTreeMap<String, String> {
    let mut parents = BTreeMap::new();
    for phase in &schema.phases {
        for objective in &phase.children {
            parents.insert(objective.id.clone(), phase.id.clone());
            for task in &objective.children {
                parents.insert(task.id.clone(), objective.id.clone());
            }
        }
    }
    parents
}

/// A moment in the life of a node. A node begins after its prerequisites end and after the node it
/// lies in begins; it ends after all that lies in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Moment<'a> {
    Begin(&'a str),
    End(&'a str),
}

impl<'a> Moment<'a> {
    fn node(self) -> &'a str {
        match self {
            Moment::Begin(node) | Moment::End(node) => node,
        }
    }
}

/// A cycle of prerequisites, first node repeated at its end. Prerequisites count for all that lies
/// in a node, so a cycle may lead through the nodes around those that name each other.
fn find_cycle(
    edges: &BTreeMap<String, Vec<String>>,
    parents: &BTreeMap<String, String>,
) -> Option<Vec<String>> {
    let mut after: BTreeMap<Moment<'_>, Vec<Moment<'_>>> = BTreeMap::new();
    for (node, prerequisites) in edges {
        after.entry(Moment::End(node)).or_default().push(Moment::Begin(node));
        let begin = after.entry(Moment::Begin(node)).or_default();
        begin.extend(prerequisites.iter().map(|wanted| Moment::End(wanted)));
        if let Some(parent) = parents.get(node) {
            begin.push(Moment::Begin(parent));
            after.entry(Moment::End(parent)).or_default().push(Moment::End(node));
        }
    }
    let mut done: BTreeSet<Moment<'_>> = BTreeSet::new();
    for start in after.keys().copied() {
        // Depth first without recursion, with the path as a set too: strangers' trees may be long.
        let mut path: Vec<(Moment<'_>, usize)> = vec![(start, 0)];
        let mut on_path = BTreeSet::from([start]);
        while let Some((moment, next)) = path.last_mut() {
            let moment = *moment;
            let Some(wanted) = after.get(&moment).and_then(|wanted| wanted.get(*next)).copied() else {
                done.insert(moment);
                on_path.remove(&moment);
                path.pop();
                continue;
            };
            *next += 1;
            if done.contains(&wanted) {
                continue;
            }
            if !on_path.insert(wanted) {
                let begin = path.iter().position(|(other, _)| *other == wanted).unwrap_or(0);
                return Some(name_cycle(path[begin..].iter().map(|(moment, _)| moment.node())));
            }
            path.push((wanted, 0));
        }
    }
    None
}

/// The nodes of a cycle of moments, each once, the first repeated at the end.
fn name_cycle<'a>(nodes: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut cycle: Vec<String> = nodes.map(str::to_owned).collect();
    cycle.dedup();
    if cycle.len() > 1 && cycle.first() == cycle.last() {
        cycle.pop();
    }
    // Begin with the smallest name, so that the message does not depend on where the search began.
    let smallest = cycle.iter().enumerate().min_by_key(|(_, node)| *node).map_or(0, |(index, _)| index);
    cycle.rotate_left(smallest);
    cycle.extend(cycle.first().cloned());
    cycle
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
    fn a_node_waits_for_what_the_nodes_around_it_wait_for() {
        let edges = BTreeMap::from([
            ("a".to_owned(), vec![]),
            ("a1".to_owned(), vec!["b1".to_owned()]),
            ("b".to_owned(), vec!["a".to_owned()]),
            ("b1".to_owned(), vec![]),
        ]);
        let lies_in = |inner: &str, outer: &str| (inner.to_owned(), outer.to_owned());
        let parents = BTreeMap::from([lies_in("a1", "a"), lies_in("b1", "b")]);
        let cycle = find_cycle(&edges, &parents).unwrap();
        assert_eq!(cycle, ["a", "a1", "b1", "b", "a"]);
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
