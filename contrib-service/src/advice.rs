//! What would make a proposal better. The form asks for little, so that nobody is sent away; but an
//! entry with the minimum helps nobody either, and its writer is the one who can say more.

use generator::model::Kind;

use crate::submission::Submission;

/// The message keys of what is missing, the most useful first.
pub fn advice(submission: &Submission) -> Vec<&'static str> {
    if submission.kind != Kind::Interlinker {
        return Vec::new();
    }
    let has = |field: &str| submission.values.iter().any(|(name, _)| *name == field);
    let all = [
        (has("address") || submission.file.is_some(), "advice-thing"),
        (has("instructions"), "advice-instructions"),
        (has("description"), "advice-description"),
        (has("problems"), "advice-problems"),
    ];
    all.into_iter().filter(|(is_there, _)| !is_there).map(|(_, advice)| advice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::submission::Value;

    #[test]
    fn a_hollow_proposal_hears_what_is_missing_and_a_full_one_nothing() {
        let line = |text: &'static str| Value::Line(crate::submission::Line::fixed(text));
        let mut submission = Submission {
            kind: Kind::Interlinker,
            language: "en".to_owned(),
            name: crate::submission::Line::fixed("Kit"),
            author: None,
            values: vec![("name", line("Kit"))],
            file: None,
        };
        assert_eq!(advice(&submission).len(), 4);
        assert_eq!(advice(&submission)[0], "advice-thing");
        for field in ["address", "instructions", "description", "problems"] {
            submission.values.push((field, line("x")));
        }
        assert_eq!(advice(&submission), Vec::<&str>::new());
    }
}
