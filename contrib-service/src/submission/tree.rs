//! The reduced tree of a process that comes with a story -> `tree.yaml`. The workspace writes it; whoever
//! has no JavaScript may paste one. Read with the generator's own reader, so what is refused there is
//! refused here; what the steps say is judged by the check of the whole entry.

use generator::content::story_tree::{Steps, TreeError, canonical_tree};
use generator::diagnostic::{Code, Diagnostic};
use generator::model::form::MAX_TREE;

use super::FieldError;
use crate::entry_files::message_for;

/// The file of the tree, in the folder of its story.
pub const TREE_FILE: &str = "tree.yaml";
/// As much of the check's own words as is told.
const MOST_TOLD: usize = 200;

/// A tree that was typed into a field, as the file has it.
///
/// # Errors
/// When it is too large, cannot be read, or is no tree.
pub fn parse(field: &str, typed: &str) -> Result<String, FieldError> {
    let error = |message| FieldError::new(field, message);
    // The field counts characters, a file bytes.
    if typed.len() > MAX_TREE {
        return Err(error("error-tree-large").number("limit", MAX_TREE / 1_000));
    }
    canonical_tree(typed).map_err(|wrong| match wrong {
        TreeError::NoNodes => error("error-tree-none"),
        TreeError::Yaml(wrong) => {
            let line = wrong.position.map_or(1, |position| position.line as usize);
            error("error-tree-line").number("count", line).long_text("detail", &wrong.message, MOST_TOLD)
        }
    })
}

/// What the check says of the file, in words that name the step.
pub fn field_error(field: &str, steps: &Steps, found: &Diagnostic) -> FieldError {
    let step = found.position.and_then(|position| steps.at(position.line));
    let Some(step) = step else {
        return FieldError::new(field, message_for(found.code)).long_text(
            "detail",
            &found.message,
            MOST_TOLD,
        );
    };
    match found.code {
        // It says nothing of what was found.
        Code::PersonalData => FieldError::new(field, "error-tree-personal").text("value", step),
        _ => FieldError::new(field, "error-tree-step").text("value", step).long_text(
            "detail",
            &found.message,
            MOST_TOLD,
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (&'static str, String) {
        let error = parse("tree", text).unwrap_err();
        assert_eq!(error.field, "tree");
        (error.message, format!("{:?}", error.arguments))
    }

    #[test]
    fn a_tree_becomes_the_file() {
        assert_eq!(
            parse("tree", "nodes: [{status: done, node: default/engage}]").as_deref(),
            Ok("nodes:\n  - node: default/engage\n    status: done\n")
        );
    }

    #[test]
    fn what_is_no_tree_is_told_with_its_line() {
        assert_eq!(refused("people:\n  - Ada").0, "error-tree-none");
        let (message, told) = refused("nodes:\n  - id: a\n    name: *x\n");
        assert_eq!(message, "error-tree-line");
        assert!(told.contains("Number(3)") && told.contains("aliases"), "{told}");
    }

    #[test]
    fn bombs_are_refused() {
        let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (name, above) in "bcdefghi".chars().zip("abcdefgh".chars()) {
            bomb.push_str(&format!("{name}: &{name} [*{above}, *{above}, *{above}, *{above}, *{above}]\n"));
        }
        assert_eq!(refused(&format!("{bomb}nodes: *i\n")).0, "error-tree-line");
        assert_eq!(refused(&format!("nodes: {}", "[".repeat(100_000))).0, "error-tree-line");
        let large = format!("nodes:\n{}", "  - id: ā\n".repeat(10_000_000 / 11));
        assert_eq!(refused(&large).0, "error-tree-large");
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic_and_what_is_taken_is_taken_again(text in "(nodes:\n)?(\\PC|\n| |- |id: |name: ){0,200}") {
            if let Ok(once) = parse("tree", &text) {
                proptest::prop_assert_eq!(parse("tree", &once), Ok(once.clone()));
            }
        }
    }
}
