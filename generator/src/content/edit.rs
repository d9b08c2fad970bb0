//! One value of a YAML or words file -> the same file with that value changed. Lines that belong to
//! other fields stay as they are, byte for byte, comments included. Whatever was written is read
//! back and compared; a file in which this cannot be done gives `None` and is left to a person.

use super::front_matter::split_front_matter;
use super::yaml::{Key, Located, Yaml, parse_yaml};
use crate::import::emit::{Value, emit_document};
use std::ops::Range;

/// One step of the way to a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A key of a map; a new one is put where the names in this order say.
    Key(String, Vec<String>),
    /// The record of a list that has this `id`.
    Item(String),
}

impl Step {
    /// A key that is put last where it is new.
    pub fn key(name: impl Into<String>) -> Step {
        Step::Key(name.into(), Vec::new())
    }
}

/// Sets the text at a path of a YAML document, which has a place for it or gets one.
pub fn set_text(yaml: &str, path: &[Step], text: &str) -> Option<String> {
    set_value(yaml, path, &Value::text(text))
}

/// Sets the value at a path of a YAML document, which has a place for it or gets one.
pub fn set_value(yaml: &str, path: &[Step], new: &Value) -> Option<String> {
    let tree = parse_yaml(yaml).ok()?;
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let (range, column, rest) = place(&tree, &lines, path)?;
    let Some((Step::Key(name, _), inner)) = rest.split_first() else { return None };
    let mut value = new.clone();
    for step in inner.iter().rev() {
        let Step::Key(key, _) = step else { return None };
        value = Value::Map(vec![(key.clone(), value)]);
    }
    let pad = " ".repeat(column);
    let block: String = emit_document(&Value::Map(vec![(name.clone(), value)]))
        .lines()
        .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("{pad}{line}\n") })
        .collect();
    let mut before: String = lines[..range.start].concat();
    if !before.is_empty() && !before.ends_with('\n') {
        before.push('\n');
    }
    let edited = format!("{before}{block}{}", lines[range.end..].concat());
    let after = parse_yaml(&edited).ok()?;
    let is_there = find(&after, path).is_some_and(|found| says(found, new));
    (is_there && same_but(&tree, &after, path)).then_some(edited)
}

/// Removes the key at a path of a YAML document; a document without it stays as it is.
pub fn remove(yaml: &str, path: &[Step]) -> Option<String> {
    let tree = parse_yaml(yaml).ok()?;
    if find(&tree, path).is_none() {
        return Some(yaml.to_owned());
    }
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let (range, _, _) = place(&tree, &lines, path)?;
    let edited = format!("{}{}", lines[..range.start].concat(), lines[range.end..].concat());
    let after = parse_yaml(&edited).ok()?;
    (find(&after, path).is_none() && same_but(&tree, &after, path)).then_some(edited)
}

/// Whether a tree holds this value, as `import::emit` writes it.
fn says(found: &Located, value: &Value) -> bool {
    match (&found.value, value) {
        (Yaml::Text(found, _), Value::Text(text)) => found == text,
        (Yaml::Flag(found), Value::Flag(flag)) => found == flag,
        (Yaml::List(found), Value::List(list)) => {
            found.len() == list.len() && found.iter().zip(list).all(|(found, value)| says(found, value))
        }
        (Yaml::Map(found), Value::Map(map)) => {
            found.len() == map.len()
                && found
                    .iter()
                    .zip(map)
                    .all(|((key, found), (name, value))| key.text == *name && says(found, value))
        }
        _ => false,
    }
}

/// Whether two trees differ at one path at most.
fn same_but(before: &Located, after: &Located, path: &[Step]) -> bool {
    let sorted = |tree| {
        let mut flat = flat(tree, path);
        flat.sort();
        flat
    };
    sorted(before) == sorted(after)
}

/// The text at a path.
pub fn text_at<'a>(tree: &'a Located, path: &[Step]) -> Option<&'a str> {
    match &find(tree, path)?.value {
        Yaml::Text(text, _) => Some(text),
        _ => None,
    }
}

/// The lines, from 0, that a path stands on.
pub fn lines_of(yaml: &str, path: &[Step]) -> Option<Range<usize>> {
    let tree = parse_yaml(yaml).ok()?;
    find(&tree, path)?;
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    place(&tree, &lines, path).map(|(range, _, _)| range)
}

/// Sets a field of the front matter of a words file, or, with no path, the text below it.
pub fn set_words(file: &str, path: &[Step], text: &str) -> Option<String> {
    if path.is_empty() {
        set_body(file, text)
    } else {
        edit_front_matter(file, |yaml| set_text(yaml, path, text))
    }
}

/// A words file with its front matter changed.
pub fn edit_front_matter(file: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    let file = if file.is_empty() { NO_WORDS } else { file };
    let parts = split_front_matter(file).ok()?;
    let begin = file.find('\n')? + 1;
    let end = begin + parts.yaml.len();
    Some(format!("{}{}{}", &file[..begin], change(parts.yaml)?, &file[end..]))
}

/// A words file that says nothing.
const NO_WORDS: &str = "---\n---\n";

/// A words file with another text below its front matter; an empty one removes it.
pub fn set_body(file: &str, text: &str) -> Option<String> {
    let file = if file.is_empty() { NO_WORDS } else { file };
    let parts = split_front_matter(file).ok()?;
    let end = file.find('\n')? + 1 + parts.yaml.len();
    let fence = file[end..].find('\n').map_or(file.len(), |length| end + length);
    let body = text.trim_end();
    if body.is_empty() {
        return Some(format!("{}\n", &file[..fence]));
    }
    let edited = format!("{}\n\n{body}\n", &file[..fence]);
    (split_front_matter(&edited).ok()?.body.trim_end() == body).then_some(edited)
}

fn find<'a>(tree: &'a Located, path: &[Step]) -> Option<&'a Located> {
    let Some((step, rest)) = path.split_first() else { return Some(tree) };
    find(child(tree, step)?.1, rest)
}

/// The key, if the step is one, and the value below it.
fn child<'a>(tree: &'a Located, step: &Step) -> Option<(Option<&'a Key>, &'a Located)> {
    match (step, &tree.value) {
        (Step::Key(name, _), Yaml::Map(entries)) => {
            let (key, value) = entries.iter().find(|(key, _)| key.text == *name)?;
            Some((Some(key), value))
        }
        (Step::Item(id), Yaml::List(items)) => {
            let path = [Step::key("id")];
            items.iter().find(|item| text_at(item, &path) == Some(id)).map(|item| (None, item))
        }
        _ => None,
    }
}

/// Where the text goes: the lines to replace (none of them for a new key), how far its key is
/// indented, and the part of the path that is to be written there.
fn place<'p>(tree: &Located, lines: &[&str], path: &'p [Step]) -> Option<(Range<usize>, usize, &'p [Step])> {
    let mut here = tree;
    let mut above: Option<&Key> = None;
    for (depth, step) in path.iter().enumerate() {
        if let Some((key, value)) = child(here, step) {
            let key_of_step = key.or(above);
            if depth + 1 == path.len() {
                let key = key?;
                // A map or list on one line has no lines of its own to change.
                let begins_line = lines
                    .get(key.position.line as usize - 1)?
                    .chars()
                    .take(key.position.column as usize - 1)
                    .all(|c| c == ' ' || c == '-');
                return begins_line
                    .then(|| (extent(lines, key), key.position.column as usize - 1, &path[depth..]));
            }
            above = key_of_step;
            here = value;
            continue;
        }
        let Step::Key(name, order) = step else { return None };
        let entries: &[(Key, Located)] = match &here.value {
            Yaml::Map(entries) => entries,
            Yaml::Null => &[],
            _ => return None,
        };
        let place_of = |name: &str| order.iter().position(|other| other == name);
        let own = place_of(name);
        let later = entries.iter().find(|(key, _)| own.is_some() && place_of(&key.text) > own);
        let (line, column) = match (later, entries.last(), above) {
            (Some((key, _)), ..) => {
                let line = key.position.line as usize - 1;
                let comments =
                    lines[..line].iter().rev().take_while(|line| line.trim_start().starts_with('#')).count();
                (line - comments, key.position.column as usize - 1)
            }
            (None, Some((key, _)), _) => (extent(lines, key).end, key.position.column as usize - 1),
            (None, None, Some(key)) => (key.position.line as usize, key.position.column as usize + 1),
            (None, None, None) => (lines.len(), 0),
        };
        return Some((line..line, column, &path[depth..]));
    }
    None
}

/// The lines of a key and its value: the key's own and all that are indented further.
fn extent(lines: &[&str], key: &Key) -> Range<usize> {
    let begin = key.position.line as usize - 1;
    let column = key.position.column as usize - 1;
    let mut end = begin + 1;
    for (index, line) in lines.iter().enumerate().skip(end) {
        let text = line.trim_end();
        if text.is_empty() {
            continue;
        }
        let indent = text.len() - text.trim_start_matches(' ').len();
        let is_item = indent == column && text[indent..].starts_with("- ");
        if indent <= column && !is_item {
            break;
        }
        end = index + 1;
    }
    begin..end.min(lines.len())
}

/// Every scalar with its path, but the one at `path`.
fn flat(tree: &Located, path: &[Step]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    walk(tree, Some(path), String::new(), &mut found);
    found
}

fn walk(tree: &Located, skip: Option<&[Step]>, name: String, found: &mut Vec<(String, String)>) {
    if skip.is_some_and(<[Step]>::is_empty) {
        return;
    }
    let rest = |at: &Located| {
        let (step, rest) = skip?.split_first()?;
        child(tree, step).filter(|(_, child)| std::ptr::eq(*child, at)).map(|_| rest)
    };
    match &tree.value {
        Yaml::Map(entries) => {
            for (key, value) in entries {
                walk(value, rest(value), format!("{name}\u{1}{}", key.text), found);
            }
        }
        Yaml::List(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, rest(item), format!("{name}\u{2}{index}"), found);
            }
        }
        Yaml::Null => {}
        Yaml::Text(text, _) => found.push((name, format!("text {text}"))),
        Yaml::Number(number) => found.push((name, format!("number {number}"))),
        Yaml::Flag(flag) => found.push((name, format!("flag {flag}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys(names: &[&str]) -> Vec<Step> {
        let order = ["name", "summary", "aliases", "translated-from"].map(str::to_owned).to_vec();
        names.iter().map(|name| Step::Key((*name).to_owned(), order.clone())).collect()
    }

    #[test]
    fn only_the_lines_of_the_field_change() {
        let yaml = "# head\nname: A\n# about\naliases:\n- x\n- y\nother: |\n  one\n\n  # two\nlast: z\n";
        assert_eq!(
            set_text(yaml, &keys(&["summary"]), "Two\nlines.").unwrap(),
            "# head\nname: A\nsummary: |-\n  Two\n  lines.\n# about\naliases:\n- x\n- y\nother: |\n  one\n\n  # two\nlast: z\n"
        );
        assert_eq!(
            set_text(yaml, &keys(&["name"]), "yes").unwrap(),
            yaml.replace("name: A", "name: \"yes\"")
        );
        assert_eq!(
            set_text(yaml, &keys(&["other"]), "short").unwrap(),
            "# head\nname: A\n# about\naliases:\n- x\n- y\nother: short\nlast: z\n"
        );
    }

    #[test]
    fn a_list_takes_the_place_of_a_list_and_a_field_goes_with_its_lines() {
        let yaml = "# head\nname: A\n# about\naliases:\n- x\n- y\nother: z\n";
        let value = Value::texts(["one", "t: wo"]);
        assert_eq!(
            set_value(yaml, &keys(&["aliases"]), &value).unwrap(),
            "# head\nname: A\n# about\naliases:\n  - one\n  - \"t: wo\"\nother: z\n"
        );
        assert_eq!(remove(yaml, &keys(&["aliases"])).unwrap(), "# head\nname: A\n# about\nother: z\n");
        assert_eq!(remove(yaml, &keys(&["summary"])).unwrap(), yaml);
        assert_eq!(remove("{name: A, summary: B}\n", &keys(&["summary"])), None);
    }

    #[test]
    fn a_place_deep_inside_is_made() {
        let path = keys(&["translated-from", "fields", "name"]);
        let once = set_text("name: A\n", &path, "123456789012").unwrap();
        assert_eq!(once, "name: A\ntranslated-from:\n  fields:\n    name: \"123456789012\"\n");
        let path = keys(&["translated-from", "language"]);
        assert_eq!(
            set_text(&once, &path, "en").unwrap(),
            "name: A\ntranslated-from:\n  fields:\n    name: \"123456789012\"\n  language: en\n"
        );
        assert_eq!(set_text("", &keys(&["name"]), "A").unwrap(), "name: A\n");
    }

    #[test]
    fn a_term_of_a_list_gets_a_label() {
        let yaml = "terms:\n  - id: a\n    label:\n      en: A\n    broader: b\n  - id: b\n    label:\n      en: B\n";
        let path = [Step::key("terms"), Step::Item("a".to_owned()), Step::key("label"), Step::key("lv")];
        assert_eq!(
            set_text(yaml, &path, "Ā").unwrap(),
            yaml.replace("      en: A\n", "      en: A\n      lv: Ā\n")
        );
    }

    #[test]
    fn what_cannot_be_changed_line_by_line_is_left_to_a_person() {
        let path = [Step::key("label"), Step::key("lv")];
        assert_eq!(set_text("label: {en: A}\n", &path, "Ā"), None);
        assert_eq!(set_text("label: {en: A, lv: B}\n", &path, "Ā"), None);
        assert_eq!(set_text("label: text\n", &path, "Ā"), None);
    }

    #[test]
    fn the_text_below_the_front_matter_is_replaced_alone() {
        assert_eq!(
            set_words("---\nname:   A\n---\n\n\nOld\n", &[], "New\n").unwrap(),
            "---\nname:   A\n---\n\nNew\n"
        );
        assert_eq!(set_words("", &keys(&["name"]), "A").unwrap(), "---\nname: A\n---\n");
        assert_eq!(set_words("---\nname: A\n---", &[], "New").unwrap(), "---\nname: A\n---\n\nNew\n");
    }

    proptest! {
        #[test]
        fn a_text_that_is_set_is_read_back_and_nothing_else_changes(
            yaml in "(# c\n)?(name: [a-z]{1,5}\n)?(summary: (x|\\|\n  a\n\n  b|>-\n  c\n  d)\n)?(aliases:\n(  - [a-z]\n){1,3})?",
            text in "[a-zāĀ:#'\"|>-]{1,3}[ -~\n]{0,60}[a-z.]",
        ) {
            let edited = set_text(&yaml, &keys(&["summary"]), &text);
            prop_assert!(edited.is_some(), "{:?} {:?}", yaml, text);
        }
    }
}
