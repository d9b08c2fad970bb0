//! The outline of a schema -> its tree: one line a node, further in for what belongs to the line above.
//! Phases stand at the margin, then their objectives, then their tasks; a hyphen or a star before a
//! line is no part of it. Ids are made from the names, and each is used once.

use std::collections::BTreeSet;

use generator::model::Slug;
use generator::model::definition::MAX_LINE;

use super::{FieldError, Line};

/// A tree of three levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outline {
    /// The phases.
    pub nodes: Vec<OutlineNode>,
}

/// A phase, an objective or a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineNode {
    /// Unique in the outline.
    pub id: String,
    /// Its name.
    pub name: Line,
    /// What belongs to it.
    pub children: Vec<OutlineNode>,
}

/// The most lines. The longest schema of the original has about a hundred and forty nodes.
const MOST_NODES: usize = 300;
/// Phases, objectives, tasks.
const LEVELS: usize = 3;

impl Outline {
    /// Reads an outline that was typed into a field.
    ///
    /// # Errors
    /// The first line that cannot be a node, or that there is no task at all.
    pub fn parse(field: &str, text: &str) -> Result<Outline, FieldError> {
        let error = |message, line: usize| FieldError::new(field, message).number("count", line);
        let mut taken = BTreeSet::new();
        let mut nodes: Vec<OutlineNode> = Vec::new();
        // How far in the lines above stand, from the margin on.
        let mut margins: Vec<usize> = Vec::new();
        let mut count = 0;
        for (index, line) in text.lines().enumerate() {
            let expanded = line.replace('\t', "    ");
            let inner = expanded.trim_start_matches(' ');
            let margin = expanded.len() - inner.len();
            let inner = inner.trim_start_matches(['-', '*', '•', '–', '+']).trim();
            if inner.is_empty() {
                continue;
            }
            count += 1;
            if count > MOST_NODES {
                return Err(FieldError::new(field, "error-too-many").number("limit", MOST_NODES));
            }
            while margins.last().is_some_and(|last| *last >= margin) {
                margins.pop();
            }
            margins.push(margin);
            let depth = margins.len();
            if depth > LEVELS {
                return Err(error("error-outline-deep", index + 1));
            }
            let name = Line::parse(inner, MAX_LINE).map_err(|_| error("error-outline-line", index + 1))?;
            let node = OutlineNode { id: id_of(&name, &mut taken), name, children: Vec::new() };
            let mut place = &mut nodes;
            for _ in 1..depth {
                // A line further in has one above it, so there is a last one at each level.
                let Some(last) = place.last_mut() else { return Err(error("error-outline-line", index + 1)) };
                place = &mut last.children;
            }
            place.push(node);
        }
        let has_task =
            nodes.iter().flat_map(|phase| &phase.children).any(|objective| !objective.children.is_empty());
        if has_task { Ok(Outline { nodes }) } else { Err(FieldError::new(field, "error-outline-flat")) }
    }

    /// Every node, in reading order.
    pub fn walk(&self) -> Vec<&OutlineNode> {
        fn below(node: &OutlineNode) -> Vec<&OutlineNode> {
            std::iter::once(node).chain(node.children.iter().flat_map(below)).collect()
        }
        self.nodes.iter().flat_map(below).collect()
    }
}

/// An id for a name that no other node has.
fn id_of(name: &Line, taken: &mut BTreeSet<String>) -> String {
    let slug = Slug::from_title(name.as_str()).map_or_else(|| "node".to_owned(), |slug| slug.to_string());
    let short: String = slug.chars().take(50).collect();
    let stem = short.trim_end_matches('-');
    let mut id = stem.to_owned();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{stem}-{number}");
        number += 1;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Outline, &'static str> {
        Outline::parse("outline", text).map_err(|error| error.message)
    }

    #[test]
    fn lines_further_in_belong_to_the_line_above() {
        let outline = parse("Understand\n  Listen\n    Talk to people\n    - Talk to people\n  Look\n\nBuild\n\tTry\n\t\tĢērbt").unwrap();
        let told: Vec<_> = outline.walk().iter().map(|node| (node.id.clone(), node.children.len())).collect();
        let told: Vec<_> = told.iter().map(|(id, count)| (id.as_str(), *count)).collect();
        assert_eq!(
            told,
            [
                ("understand", 2),
                ("listen", 2),
                ("talk-to-people", 0),
                ("talk-to-people-2", 0),
                ("look", 0),
                ("build", 1),
                ("try", 1),
                ("gerbt", 0)
            ]
        );
    }

    #[test]
    fn a_list_of_markdown_is_an_outline() {
        let outline = parse("- A\n  - B\n    - C\n- D").unwrap();
        assert_eq!(
            outline.walk().iter().map(|node| node.name.as_str()).collect::<Vec<_>>(),
            ["A", "B", "C", "D"]
        );
    }

    #[test]
    fn what_is_no_outline_is_told() {
        assert_eq!(parse(""), Err("error-outline-flat"));
        assert_eq!(parse("A\nB\n  C"), Err("error-outline-flat"));
        assert_eq!(parse("A\n B\n  C\n   D"), Err("error-outline-deep"));
        assert_eq!(parse(&format!("A\n B\n  {}", "x".repeat(201))), Err("error-outline-line"));
        assert_eq!(parse(&"A\n".repeat(301)), Err("error-too-many"));
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic_and_no_id_is_used_twice(text in "(\\PC|\n| |\t){0,300}") {
            if let Ok(outline) = parse(&text) {
                let nodes = outline.walk();
                let ids: BTreeSet<_> = nodes.iter().map(|node| &node.id).collect();
                proptest::prop_assert_eq!(ids.len(), nodes.len());
            }
        }
    }
}
