//! The canonical form of a facts or words file, for `interlink fmt`: fields in the order of their
//! definition, no white space at line ends, one blank line at most, `\n` at the end. Comments stay
//! with the field below them. What the file says never changes: the result is parsed again and
//! compared, and a file that cannot be brought into form without a change is left as it is.

use super::front_matter::split_front_matter;
use super::yaml::{Located, Yaml, parse_yaml};
use crate::model::definition::Field;

/// The canonical form of a facts file; `None` where it cannot be parsed.
pub fn format_facts(text: &str, fields: &[Field]) -> Option<String> {
    let text = clean_line_ends(text);
    format_yaml(&text, fields)
}

/// The canonical form of a words file; `None` where it cannot be parsed.
pub fn format_words(text: &str, fields: &[Field]) -> Option<String> {
    let text = clean_line_ends(text);
    let parts = split_front_matter(&text).ok()?;
    let yaml = format_yaml(parts.yaml, fields)?;
    let body = parts.body.trim_end();
    let body = if body.is_empty() { String::new() } else { format!("\n{body}\n") };
    Some(format!("---\n{yaml}---\n{body}"))
}

fn clean_line_ends(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn format_yaml(text: &str, fields: &[Field]) -> Option<String> {
    let meaning = parse_yaml(text).ok()?;
    let attempts = [order_fields(&tidy(text), fields), order_fields(text, fields), Some(text.to_owned())];
    attempts
        .into_iter()
        .flatten()
        // A block scalar may keep the blank lines at its end (`|+`), so even those are tried first.
        .flat_map(|attempt| [end_with_one_break(&attempt), attempt])
        .find(|attempt| parse_yaml(attempt).is_ok_and(|other| says_the_same(&meaning, &other)))
}

fn end_with_one_break(text: &str) -> String {
    let text = text.trim_end_matches('\n');
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

/// No white space at line ends, at most one blank line in a row.
fn tidy(text: &str) -> String {
    let mut tidy = String::new();
    let mut blank_before = true;
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && blank_before) {
            tidy.push_str(line);
            tidy.push('\n');
        }
        blank_before = line.is_empty();
    }
    tidy
}

/// The top fields in the order of the definition, each with the comment lines right above it.
fn order_fields(text: &str, fields: &[Field]) -> Option<String> {
    let Yaml::Map(entries) = parse_yaml(text).ok()?.value else { return None };
    let lines: Vec<&str> = text.lines().collect();
    let mut starts: Vec<usize> = Vec::new();
    for (key, _) in &entries {
        let line = key.position.line as usize - 1;
        if key.position.column != 1 || starts.last().is_some_and(|last| *last >= line) {
            return None;
        }
        let above = lines[..line].iter().rev().take_while(|line| line.starts_with('#')).count();
        let earliest = starts.last().map_or(0, |last| last + 1);
        starts.push((line - above).max(earliest));
    }
    let first = starts.first().copied().unwrap_or(lines.len());
    let place = |name: &str| fields.iter().position(|field| field.name == name).unwrap_or(usize::MAX);
    let mut blocks: Vec<(usize, String)> = Vec::new();
    for (index, (key, _)) in entries.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(lines.len());
        let block: String = lines[starts[index]..end].iter().map(|line| format!("{line}\n")).collect();
        blocks.push((place(&key.text), block));
    }
    if !blocks.is_sorted_by_key(|(place, _)| *place) {
        // Blank lines between fields belong to the old order.
        blocks.iter_mut().for_each(|(_, block)| *block = format!("{}\n", block.trim_end_matches('\n')));
        blocks.sort_by_key(|(place, _)| *place);
    }
    let head: String = lines[..first].iter().map(|line| format!("{line}\n")).collect();
    Some(head + &blocks.into_iter().map(|(_, block)| block).collect::<String>())
}

/// Whether two trees say the same; the order of the top fields does not count.
fn says_the_same(one: &Located, other: &Located) -> bool {
    match (&one.value, &other.value) {
        (Yaml::Map(one), Yaml::Map(other)) => {
            let sorted = |entries: &[(super::yaml::Key, Located)]| {
                let mut said: Vec<(String, String)> =
                    entries.iter().map(|(key, value)| (key.text.clone(), said(value))).collect();
                said.sort();
                said
            };
            sorted(one) == sorted(other)
        }
        _ => said(one) == said(other),
    }
}

/// What a tree says, without places.
fn said(tree: &Located) -> String {
    match &tree.value {
        Yaml::Null => "null".to_owned(),
        Yaml::Flag(flag) => format!("flag {flag}"),
        Yaml::Number(number) => format!("number {number}"),
        Yaml::Text(text, _) => format!("text {text:?}"),
        Yaml::List(items) => format!("[{}]", items.iter().map(said).collect::<Vec<_>>().join(",")),
        Yaml::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{:?}:{}", key.text, said(value))).collect();
            format!("{{{}}}", entries.join(","))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;

    fn facts(text: &str) -> Option<String> {
        format_facts(text, Kind::Problem.facts().unwrap())
    }

    #[test]
    fn fields_take_their_places_and_keep_their_comments() {
        let text = "# The head stays.\n\n# The family.\nfamily: organise  \n\n\nstatus: active\r\n# The code.\ncode: ORG_PROBLEM_1\n";
        assert_eq!(
            facts(text).as_deref(),
            Some(
                "# The head stays.\n\n# The code.\ncode: ORG_PROBLEM_1\nstatus: active\n# The family.\nfamily: organise\n"
            )
        );
    }

    #[test]
    fn white_space_that_says_something_stays() {
        let text = "---\nname: A\ndescription: |\n  One\n\n\n  two  \n---\nText  \n";
        let formatted = format_words(text, Kind::Interlinker.words()).unwrap();
        assert!(formatted.contains("One\n\n\n  two  \n"), "{formatted}");
    }

    #[test]
    fn a_words_file_gets_one_blank_line_before_its_text() {
        assert_eq!(
            format_words("\u{FEFF}---\nsummary: B\nname: A\n---\n\n\n\nText\n\n\n", Kind::Page.words())
                .as_deref(),
            Some("---\nname: A\nsummary: B\n---\n\nText\n")
        );
    }

    #[test]
    fn what_cannot_be_parsed_is_left_alone() {
        assert_eq!(facts("a: b: c\n"), None);
    }

    proptest::proptest! {
        #[test]
        fn forming_twice_changes_nothing_more(text in "(# note\n)?((status|code|family|zzz): ([a-z ]{0,8}|\\|\n  x  \n\n\n  y)\n(\n|# c\n){0,2}){0,5}") {
            if let Some(once) = facts(&text) {
                proptest::prop_assert_eq!(facts(&once), Some(once.clone()), "{:?}", once);
            }
        }
    }
}
