//! Compares the Fluent files of a theme: every language must have every text of English, with the
//! same values. Runs before anything is rendered.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};

/// The language whose file says which texts there are.
const REFERENCE: &str = "en";

/// The names of the messages in a Fluent file, each with the names of its values.
///
/// Fluent puts the name at the start of a line and indents what continues it, so the lines tell
/// without a syntax tree. A syntax error is found by the real parser, in [`super::Messages`].
pub fn declared_messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in source.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            current = line.split_once('=').map(|(name, _)| name.trim().to_owned());
            if let Some(name) = &current {
                messages.entry(name.clone()).or_default();
            }
        } else if !line.starts_with([' ', '}']) && !line.trim().is_empty() {
            current = None;
        }
        if let Some(variables) = current.as_ref().and_then(|name| messages.get_mut(name)) {
            variables.extend(line.split('$').skip(1).map(|rest| {
                rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect()
            }));
        }
    }
    messages
}

/// One error per text that a language lacks, has too much, or fills with other values.
pub fn check_catalogues(sources: &BTreeMap<String, String>) -> Vec<Diagnostic> {
    let Some(reference) = sources.get(REFERENCE).map(|source| declared_messages(source)) else {
        return vec![Diagnostic::error(
            Code::MissingMessage,
            format!("messages/{REFERENCE}.ftl"),
            "the theme has no English texts, which say what every other language must have",
        )];
    };
    let mut diagnostics = Vec::new();
    for (language, source) in sources {
        let file = format!("messages/{language}.ftl");
        let declared = declared_messages(source);
        for (name, variables) in &reference {
            match declared.get(name) {
                None => diagnostics.push(
                    Diagnostic::error(
                        Code::MissingMessage,
                        &file,
                        format!("the text `{name}` is missing in the language `{language}`"),
                    )
                    .help(format!("translate it from messages/{REFERENCE}.ftl")),
                ),
                Some(own) if own != variables => diagnostics.push(Diagnostic::error(
                    Code::MissingMessage,
                    &file,
                    format!(
                        "the text `{name}` uses the values {} where English uses {}",
                        listed(own),
                        listed(variables)
                    ),
                )),
                Some(_) => {}
            }
        }
        for name in declared.keys().filter(|name| !reference.contains_key(*name)) {
            diagnostics.push(
                Diagnostic::error(
                    Code::MissingMessage,
                    &file,
                    format!("the text `{name}` does not exist in English"),
                )
                .help("remove it, or add it to every language"),
            );
        }
    }
    diagnostics
}

fn listed(names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return "none".to_owned();
    }
    names.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(english: &str, latvian: &str) -> Vec<String> {
        let sources =
            BTreeMap::from([("en".to_owned(), english.to_owned()), ("lv".to_owned(), latvian.to_owned())]);
        check_catalogues(&sources).into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn values_are_found_in_every_line_of_a_message() {
        let found =
            declared_messages("# note about $x\na = { $n ->\n   [one] { $m }\n  *[other] b\n}\nc = d\n");
        assert_eq!(found["a"], BTreeSet::from(["n".to_owned(), "m".to_owned()]));
        assert!(found["c"].is_empty());
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn a_missing_text_other_values_and_a_text_too_many_are_each_reported() {
        assert_eq!(
            check("a = x\nb = { $n }\n", "b = { $m }\nc = y\n"),
            [
                "the text `a` is missing in the language `lv`",
                "the text `b` uses the values $m where English uses $n",
                "the text `c` does not exist in English",
            ]
        );
    }

    #[test]
    fn languages_with_the_same_texts_pass() {
        assert!(check("a = x\nb = { $n }\n", "a = y\nb = { $n } z\n").is_empty());
    }
}
