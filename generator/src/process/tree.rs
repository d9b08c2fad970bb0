//! The nodes of a state as a tree: who lies in whom and in which order, places between places, and
//! what is odd about levels and prerequisites. Status and dates of a tree are worked out where they
//! are shown, in the browser.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::LEVELS;
use super::state::Document;

/// The digits of positions, in the order of their bytes.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The position of the item `index`, from 0, of `count` that are spread evenly: the fraction
/// (index + 1) / (count + 1) with as few digits as keep all of them apart.
pub fn spread(index: usize, count: usize) -> String {
    // With a step for each, every fraction lies a step above the one before it.
    let parts = count as u128 + 1;
    let mut width = 1;
    while 62_u128.pow(width) < parts {
        width += 1;
    }
    let mut number = (index as u128 + 1) * 62_u128.pow(width) / parts;
    let mut digits = Vec::new();
    for _ in 0..width {
        digits.push(DIGITS[(number % 62) as usize]);
        number /= 62;
    }
    digits.reverse();
    let text: String = digits.into_iter().map(char::from).collect();
    text.trim_end_matches('0').to_owned()
}

/// The children of every node, in their order; those of `None` are at the root.
pub fn children_of(document: &Document) -> BTreeMap<Option<&str>, Vec<&str>> {
    let mut children: BTreeMap<Option<&str>, Vec<&str>> = BTreeMap::new();
    for (key, parent) in document.places() {
        let parent = parent.as_deref().filter(|parent| document.places().contains_key(*parent));
        children.entry(parent).or_default().push(key);
    }
    for siblings in children.values_mut() {
        siblings.sort_by_cached_key(|key| {
            (document.text(&format!("node {key} position")).unwrap_or_default().to_owned(), *key)
        });
    }
    children
}

/// Something odd about the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Oddity {
    /// A prerequisite of the node names no node.
    Dangling {
        /// The node.
        key: String,
        /// What it names.
        named: String,
    },
    /// A node that needs itself to be done first, by way of these.
    Circle(Vec<String>),
    /// A node of the first level lies in one of the second.
    Level {
        /// The node.
        key: String,
        /// Its level.
        level: &'static str,
        /// The level it lies in.
        above: &'static str,
    },
}

/// Everything odd about the nodes that are not removed.
pub(super) fn oddities(document: &Document) -> Vec<Oddity> {
    let is_removed = |key: &str| document.text(&format!("node {key} removed")).is_some();
    let mut found = Vec::new();
    let mut needs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for key in document.places().keys().filter(|key| !is_removed(key)) {
        let value = document.value(&format!("node {key} prerequisites"));
        for named in value.map(|value| value.items()).unwrap_or_default() {
            if document.places().contains_key(named) {
                needs.entry(key).or_default().push(named);
            } else {
                found.push(Oddity::Dangling { key: key.clone(), named: named.clone() });
            }
        }
    }
    found.extend(circles(&needs).into_iter().map(Oddity::Circle));
    let children = children_of(document);
    let mut open: Vec<(&str, Option<usize>, usize)> =
        children.get(&None).into_iter().flatten().map(|key| (*key, None, 0)).collect();
    while let Some((key, above, depth)) = open.pop() {
        let stated = document.text(&format!("node {key} level"));
        let stated = stated.and_then(|level| LEVELS.iter().position(|known| *known == level));
        let level = stated.unwrap_or(depth.min(LEVELS.len() - 1));
        if let (Some(stated), Some(above)) = (stated, above)
            && stated < above
            && !is_removed(key)
        {
            found.push(Oddity::Level { key: key.to_owned(), level: LEVELS[stated], above: LEVELS[above] });
        }
        let below = children.get(&Some(key)).into_iter().flatten();
        open.extend(below.map(|child| (*child, Some(level), depth + 1)));
    }
    found
}

/// The circles among prerequisites: each once, beginning with its smallest key.
fn circles(needs: &BTreeMap<&str, Vec<&str>>) -> Vec<Vec<String>> {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for start in needs.keys() {
        // A way down without recursion: a chain of prerequisites may be as long as there are nodes.
        let mut way: Vec<(&str, usize)> = Vec::new();
        let mut on_way: BTreeMap<&str, usize> = BTreeMap::new();
        if !done.contains(start) {
            on_way.insert(start, 0);
            way.push((start, 0));
        }
        while let Some((key, next)) = way.last_mut() {
            let Some(named) = needs.get(key).and_then(|named| named.get(*next)) else {
                on_way.remove(key);
                done.insert(key);
                way.pop();
                continue;
            };
            *next += 1;
            if let Some(at) = on_way.get(named) {
                let mut circle: Vec<String> = way[*at..].iter().map(|(key, _)| (*key).to_owned()).collect();
                let least =
                    circle.iter().enumerate().min_by_key(|(_, key)| (*key).clone()).map_or(0, |(at, _)| at);
                circle.rotate_left(least);
                found.insert(circle);
            } else if !done.contains(named) {
                on_way.insert(named, way.len());
                way.push((named, 0));
            }
        }
    }
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::process::state::Value;

    #[test]
    fn places_are_spread_evenly_with_few_digits() {
        assert_eq!(spread(0, 1), "V");
        assert_eq!((0..3).map(|index| spread(index, 3)).collect::<Vec<_>>(), ["F", "V", "k"]);
        for count in [1, 2, 5, 60, 61, 62, 63, 500, 4000] {
            let all: Vec<String> = (0..count).map(|index| spread(index, count)).collect();
            assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{count}");
            assert!(all.iter().all(|text| !text.is_empty() && !text.ends_with('0')), "{count}");
            let longest = all.iter().map(String::len).max().unwrap();
            assert_eq!(
                longest,
                if count <= 61 {
                    1
                } else if count <= 3843 {
                    2
                } else {
                    3
                },
                "{count}"
            );
        }
    }

    #[test]
    fn prerequisites_without_a_node_and_in_circles_are_odd_and_levels_upside_down_too() {
        let mut document = Document::new("0".repeat(32));
        for (key, parent) in [("a", None), ("b", Some("a")), ("c", Some("a")), ("d", None)] {
            document.add_node(key, parent);
        }
        let needs = |key: &str, named: &str| (format!("node {key} prerequisites"), Value::list([named]));
        document.set_fields("aaaaaaaa", [needs("c", "d"), needs("d", "b"), needs("b", "c"), needs("a", "x")]);
        document.set_fields("aaaaaaaa", [("node b level".to_owned(), Value::text("phase"))]);
        document.set_fields("aaaaaaaa", [("node a level".to_owned(), Value::text("objective"))]);
        let circle = ["b", "c", "d"].map(str::to_owned).to_vec();
        assert_eq!(
            oddities(&document),
            [
                Oddity::Dangling { key: "a".to_owned(), named: "x".to_owned() },
                Oddity::Circle(circle),
                Oddity::Level { key: "b".to_owned(), level: "phase", above: "objective" },
            ]
        );
    }
}
