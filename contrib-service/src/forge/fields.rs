//! Three versions of a file of an entry -> one: what it was, what somebody proposes, what the main
//! branch made of it meanwhile. It merges field by field, because two people who change different
//! fields of an entry do not disagree, although Git's merge of lines calls neighbouring lines a
//! conflict. Where both changed the same field nothing is chosen: the fields are named.

use generator::content::yaml::{Yaml, parse_yaml};

/// The name under which the text below the front matter is named in a conflict.
const BODY: &str = "text";

/// What stands for a file that has no fields.
const WHOLE: &str = "whole file";

/// Merges `ours`, made from `base`, with `theirs`, also made from `base`.
///
/// # Errors
/// The fields that both changed, each to something else.
pub fn merge_file(path: &str, base: &[u8], ours: &[u8], theirs: &[u8]) -> Result<Vec<u8>, Vec<String>> {
    if ours == theirs || base == ours {
        return Ok(theirs.to_vec());
    }
    if base == theirs {
        return Ok(ours.to_vec());
    }
    let whole = || vec![WHOLE.to_owned()];
    let text = |bytes| std::str::from_utf8(bytes).map_err(|_| whole());
    let (base, ours, theirs) = (text(base)?, text(ours)?, text(theirs)?);
    let merged = if path.ends_with(".md") {
        merge_words(base, ours, theirs)
    } else if path.ends_with(".yaml") {
        merge_map(base, ours, theirs).filter_unreadable()
    } else {
        Err(whole())
    };
    merged.map(String::into_bytes)
}

/// A merge that cannot be read back is none: then a person decides.
trait Readable {
    fn filter_unreadable(self) -> Self;
}

impl Readable for Result<String, Vec<String>> {
    fn filter_unreadable(self) -> Self {
        let text = self?;
        match parse_yaml(&text) {
            Ok(tree) if matches!(tree.value, Yaml::Map(_) | Yaml::Null) => Ok(text),
            _ => Err(vec![WHOLE.to_owned()]),
        }
    }
}

/// Front matter field by field; the text below is one field.
fn merge_words(base: &str, ours: &str, theirs: &str) -> Result<String, Vec<String>> {
    let (Some(base), Some(ours), Some(theirs)) = (split_words(base), split_words(ours), split_words(theirs))
    else {
        return Err(vec![WHOLE.to_owned()]);
    };
    let front = merge_map(base.0, ours.0, theirs.0).filter_unreadable();
    let body = choose(Some(base.1), Some(ours.1), Some(theirs.1)).ok_or_else(|| vec![BODY.to_owned()]);
    match (front, body) {
        (Ok(front), Ok(body)) => Ok(format!("---\n{front}---\n{}", body.unwrap_or_default())),
        (front, body) => Err(front.err().into_iter().chain(body.err()).flatten().collect()),
    }
}

/// The lines between `---` and `---`, and what follows.
fn split_words(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---\n")?;
    if let Some(body) = rest.strip_prefix("---\n") {
        return Some(("", body));
    }
    let end = rest.find("\n---\n")? + 1;
    Some((&rest[..end], &rest[end + "---\n".len()..]))
}

/// Whichever side changed; `None` where both did, to different ends.
fn choose<T: PartialEq>(base: Option<T>, ours: Option<T>, theirs: Option<T>) -> Option<Option<T>> {
    if ours == theirs || base == ours {
        Some(theirs)
    } else if base == theirs {
        Some(ours)
    } else {
        None
    }
}

/// Merges the keys of a map; where both changed one, the map below it.
fn merge_map(base: &str, ours: &str, theirs: &str) -> Result<String, Vec<String>> {
    let (Some(base), Some(ours), Some(theirs)) = (fields(base), fields(ours), fields(theirs)) else {
        return Err(vec![WHOLE.to_owned()]);
    };
    let mut conflicts = Vec::new();
    let mut result: Vec<(&str, String)> = Vec::new();
    for (key, text) in &theirs {
        let merged = merge_field(key, find(&base, key), find(&ours, key), Some(text), &mut conflicts);
        result.extend(merged.map(|text| (*key, text)));
    }
    // What only the proposal has stands after the field it stands after there.
    let mut after: Option<&str> = None;
    for (key, text) in &ours {
        if find(&theirs, key).is_none()
            && let Some(text) = merge_field(key, find(&base, key), Some(text), None, &mut conflicts)
        {
            let at = after.and_then(|after| result.iter().position(|(other, _)| *other == after));
            result.insert(at.map_or(0, |at| at + 1), (key, text));
        }
        if result.iter().any(|(other, _)| other == key) {
            after = Some(key);
        }
    }
    if conflicts.is_empty() {
        Ok(result.into_iter().map(|(_, text)| text).collect())
    } else {
        conflicts.dedup();
        Err(conflicts)
    }
}

fn merge_field(
    key: &str,
    base: Option<&str>,
    ours: Option<&str>,
    theirs: Option<&str>,
    conflicts: &mut Vec<String>,
) -> Option<String> {
    if let Some(chosen) = choose(base, ours, theirs) {
        return chosen.map(str::to_owned);
    }
    if let (Some(base), Some(ours), Some(theirs)) = (base, ours, theirs)
        && let (Some(base), Some(ours), Some(theirs)) = (below(base), below(ours), below(theirs))
        && (base.0, base.1) == (ours.0, ours.1)
        && (base.0, base.1) == (theirs.0, theirs.1)
    {
        return match merge_map(&base.2, &ours.2, &theirs.2) {
            Ok(inner) => Some(format!("{}{}", theirs.0, indented(&inner, theirs.1))),
            Err(inner) => {
                conflicts.extend(inner.into_iter().map(|inner| format!("{key} › {inner}")));
                None
            }
        };
    }
    conflicts.push(key.to_owned());
    None
}

fn find<'a>(fields: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    fields.iter().find(|(other, _)| *other == key).map(|(_, text)| *text)
}

/// The keys of a map and the lines of each, comments above included. Nothing where that cannot be
/// told by the lines alone, or where a key stands twice.
fn fields(text: &str) -> Option<Vec<(&str, &str)>> {
    if !text.is_empty() && !text.ends_with('\n') {
        return None;
    }
    let mut found: Vec<(&str, usize)> = Vec::new();
    let (mut at, mut comment) = (0, None);
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let first = line.chars().next().unwrap_or('\n');
        match first {
            '#' | '\n' | '\r' => {
                comment.get_or_insert(start);
                continue;
            }
            ' ' | '-' if !found.is_empty() => {}
            ' ' | '-' | '\t' | '{' | '[' | '&' | '*' | '?' | '%' | '@' | '.' => return None,
            _ => {
                let line = line.trim_end();
                let end = line.find(": ").or_else(|| line.ends_with(':').then(|| line.len() - 1))?;
                found.push((&line[..end], comment.unwrap_or(start)));
            }
        }
        comment = None;
    }
    let starts = found.iter().map(|(_, start)| *start).skip(1).chain([text.len()]);
    let mut result: Vec<(&str, &str)> = Vec::new();
    for ((key, start), end) in found.iter().zip(starts) {
        if find(&result, key).is_some() {
            return None;
        }
        // What stands above the first key belongs to it.
        let start = if result.is_empty() { 0 } else { *start };
        result.push((key, &text[start..end]));
    }
    // A text of comments only has no fields to merge.
    (found.is_empty() == text.is_empty()).then_some(result)
}

/// The lines of a field that holds a map: its first line, the depth of the lines below, and these
/// lines without it.
fn below(field: &str) -> Option<(&str, usize, String)> {
    let head_end = field.find('\n')? + 1;
    let (head, rest) = field.split_at(head_end);
    if !head.trim_end().ends_with(':') {
        return None;
    }
    let depth = rest.len() - rest.trim_start_matches(' ').len();
    let mut inner = String::new();
    for line in rest.split_inclusive('\n') {
        match line.trim() {
            "" => inner.push('\n'),
            _ => inner
                .push_str(line.get(..depth).filter(|start| start.trim().is_empty()).and(line.get(depth..))?),
        }
    }
    (depth > 0).then_some((head, depth, inner))
}

fn indented(text: &str, depth: usize) -> String {
    let margin = " ".repeat(depth);
    text.split_inclusive('\n')
        .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{margin}{line}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn merge(path: &str, base: &str, ours: &str, theirs: &str) -> Result<String, Vec<String>> {
        merge_file(path, base.as_bytes(), ours.as_bytes(), theirs.as_bytes())
            .map(|bytes| String::from_utf8(bytes).unwrap())
    }

    const BASE: &str = "---\nname: Kit\nsummary: A kit.\naliases:\n  - set\n---\n\nText.\n";

    #[test]
    fn neighbouring_fields_merge() {
        let ours = BASE.replace("A kit.", "A good kit.");
        let theirs = BASE.replace("name: Kit", "name: The kit").replace("Text.", "More text.");
        let merged = merge("en.md", BASE, &ours, &theirs).unwrap();
        assert_eq!(
            merged,
            "---\nname: The kit\nsummary: A good kit.\naliases:\n  - set\n---\n\nMore text.\n"
        );
    }

    #[test]
    fn the_same_field_is_a_conflict_with_its_name() {
        let ours = BASE.replace("A kit.", "Ours.").replace("Text.", "Ours.");
        let theirs = BASE.replace("A kit.", "Theirs.").replace("Text.", "Theirs.");
        assert_eq!(merge("en.md", BASE, &ours, &theirs), Err(vec!["summary".to_owned(), "text".to_owned()]));
        assert_eq!(merge("en.md", BASE, &ours, &ours), Ok(ours.clone()));
    }

    #[test]
    fn a_new_field_stands_where_the_proposal_has_it_and_a_comment_stays_with_its_field() {
        let base = "nature: software\n# why\nlicence: MIT\n";
        let ours = "nature: software\nform: canvas\n# why\nlicence: MIT\n";
        let theirs = "status: active\nnature: software\n# why not\nlicence: EUPL-1.2\n";
        assert_eq!(
            merge("x.yaml", base, ours, theirs).unwrap(),
            "status: active\nnature: software\nform: canvas\n# why not\nlicence: EUPL-1.2\n"
        );
    }

    #[test]
    fn a_field_that_one_side_removed_and_the_other_changed_is_a_conflict() {
        let base = "a: 1\nb: 2\n";
        assert_eq!(merge("x.yaml", base, "a: 1\n", "a: 1\nb: 3\n"), Err(vec!["b".to_owned()]));
        assert_eq!(merge("x.yaml", base, "a: 1\nb: 3\n", "a: 1\n"), Err(vec!["b".to_owned()]));
        assert_eq!(merge("x.yaml", base, "a: 1\n", "a: 2\nb: 2\n").unwrap(), "a: 2\n");
    }

    #[test]
    fn a_map_below_a_field_merges_key_by_key() {
        let base = "name: x\ntranslated-from:\n  name: 11\n  summary: 22\n";
        let ours = "name: x\ntranslated-from:\n  name: 33\n  summary: 22\n";
        let theirs = "name: x\ntranslated-from:\n  name: 11\n  summary: 44\n";
        assert_eq!(
            merge("x.yaml", base, ours, theirs).unwrap(),
            "name: x\ntranslated-from:\n  name: 33\n  summary: 44\n"
        );
        let theirs = theirs.replace("11", "55");
        assert_eq!(merge("x.yaml", base, ours, &theirs), Err(vec!["translated-from › name".to_owned()]));
    }

    #[test]
    fn what_has_no_fields_is_never_mixed() {
        for (path, base, ours, theirs) in [
            ("logo.png", "a", "b", "c"),
            ("x.yaml", "{a: 1}\n", "{a: 2}\n", "{a: 3}\n"),
            ("x.yaml", "a: 1\na: 2\n", "a: 1\na: 3\n", "a: 4\na: 2\n"),
            ("en.md", "no front matter\n", "x\n", "y\n"),
            ("x.yaml", "a: 1\nb: 2", "a: 2\nb: 2", "a: 1\nb: 3"),
        ] {
            assert_eq!(merge(path, base, ours, theirs), Err(vec![WHOLE.to_owned()]), "{base:?}");
        }
    }

    /// A file with some of five fields, of every shape that content has.
    fn facts() -> impl Strategy<Value = Vec<(usize, String)>> {
        let value = prop::sample::select(vec![
            " x\n",
            " y\n",
            "\n  - a\n  - b\n",
            "\n- c\n",
            " |\n  several\n\n  lines\n",
            " >-\n  folded: not a key\n",
            "\n  one: 1\n  two: 2\n",
            " \"a: b\"\n",
        ]);
        prop::collection::btree_map(0..5_usize, value.prop_map(str::to_owned), 1..5)
            .prop_map(|fields| fields.into_iter().collect())
    }

    fn written(fields: &[(usize, String)]) -> String {
        fields.iter().map(|(key, value)| format!("field-{key}:{value}")).collect()
    }

    proptest! {
        #[test]
        fn one_side_alone_wins_and_disjoint_changes_commute(base in facts(), change in facts(), split in 0..5_usize) {
            let changed = |keep: &dyn Fn(usize) -> bool| {
                let mut fields: Vec<(usize, String)> = base.iter().filter(|(key, _)| keep(*key)).cloned().collect();
                fields.extend(change.iter().filter(|(key, _)| !keep(*key)).cloned());
                fields.sort();
                fields
            };
            let (ours, theirs) = (changed(&|key| key < split), changed(&|key| key >= split));
            let [base, ours, theirs, both] = [&base, &ours, &theirs, &change].map(|fields| written(fields));
            prop_assert_eq!(merge("x.yaml", &base, &ours, &base), Ok(ours.clone()));
            prop_assert_eq!(merge("x.yaml", &base, &base, &theirs), Ok(theirs.clone()));
            let merged = merge("x.yaml", &base, &ours, &theirs).unwrap();
            let sorted = |text: &str| {
                let mut fields: Vec<(String, String)> =
                    fields(text).unwrap().into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
                fields.sort();
                fields
            };
            prop_assert_eq!(sorted(&merged), sorted(&both));
            prop_assert_eq!(sorted(&merge("x.yaml", &base, &theirs, &ours).unwrap()), sorted(&merged));
        }
    }
}
