//! What only shows when entries are laid side by side: shared texts and names, problem profiles
//! that lead nowhere, profiles that seem to stand at the wrong task. Nothing is changed here; a
//! program cannot know which of two entries is right, so a person is told.

use super::interlinkers::Item;
use super::problems::Problem;
use super::read::Texts;
use super::report::{Findings, list_of};
use super::schemas::{Node, Schema};
use super::text::plain_words;
use std::collections::{BTreeMap, BTreeSet};

/// D3 and D19: the same text in entries that differ in English.
pub fn compare_items(items: &mut [Item]) {
    let descriptions = shared(items, |item| &item.descriptions);
    let names = shared(items, |item| &item.names);
    for (index, item) in items.iter_mut().enumerate() {
        for (language, others) in descriptions.get(&index).into_iter().flatten() {
            item.findings.defect(
                3,
                format!("description.{language} is also that of {}", list_of(others)),
                "kept; a person must say whose it is",
            );
        }
        for (language, others) in names.get(&index).into_iter().flatten() {
            item.findings.defect(
                19,
                format!("name.{language} is also that of {}", list_of(others)),
                "kept; the addresses differ",
            );
        }
    }
}

type Shared = BTreeMap<usize, Vec<(String, Vec<String>)>>;

/// By the number of an item: the languages in which another one has the same text, and which.
fn shared(items: &[Item], texts: fn(&Item) -> &Texts) -> Shared {
    let mut holders: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        for (language, text) in texts(item).iter().filter(|(language, _)| *language != "en") {
            let folded = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            holders.entry((language.clone(), folded)).or_default().push(index);
        }
    }
    let mut shared = Shared::new();
    for ((language, _), holders) in holders {
        for &holder in &holders {
            let own = texts(&items[holder]).get("en").map(|text| content_words(text)).unwrap_or_default();
            let others: Vec<String> = holders
                .iter()
                .filter(|&&other| other != holder)
                .filter(|&&other| {
                    texts(&items[other]).get("en").map(|text| content_words(text)).unwrap_or_default() != own
                })
                .map(|&other| items[other].slug.to_string())
                .collect();
            if !others.is_empty() {
                shared.entry(holder).or_default().push((language.clone(), others));
            }
        }
    }
    shared
}

/// The words of four letters and more, in lower case.
fn content_words(text: &str) -> BTreeSet<String> {
    plain_words(&super::text::to_markdown(text))
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 4)
        .map(str::to_owned)
        .collect()
}

/// D13: problem profiles without an Interlinker, and those that no task raises.
pub fn find_dead_ends(problems: &mut [Problem], items: &[Item], schemas: &[Schema]) {
    let solved: BTreeSet<&str> = items.iter().flat_map(|item| &item.problems).map(String::as_str).collect();
    let mut by_tasks = BTreeSet::new();
    let mut by_any = BTreeSet::new();
    for schema in schemas {
        visit(&schema.phases, &mut |node, level| {
            let codes = node.problems.iter().map(String::as_str);
            by_any.extend(codes.clone());
            if level == 2 {
                by_tasks.extend(codes);
            }
        });
    }
    for problem in problems {
        let code = problem.code.as_str();
        if !solved.contains(code) {
            problem.findings.defect(13, "no Interlinker solves it", "kept; its page says so");
        }
        if !schemas.is_empty() && !by_any.contains(code) {
            problem.findings.defect(13, "no task and no objective raises it", "kept; its page says so");
        } else if !schemas.is_empty() && !by_tasks.contains(code) {
            problem.findings.defect(13, "no task raises it, only objectives do", "kept");
        }
    }
}

/// D15 and D16: nodes without profiles of their own, and ids that other schemas use too.
pub fn describe_trees(schemas: &mut [Schema]) {
    let mut users: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, schema) in schemas.iter().enumerate() {
        visit(&schema.phases, &mut |node, _| {
            users.entry(node.id.clone()).or_default().insert(index);
        });
    }
    for schema in schemas.iter_mut() {
        let mut recurring = Vec::new();
        let mut bare: [(usize, Vec<String>); 2] = Default::default();
        visit(&schema.phases, &mut |node, level| {
            if users.get(&node.id).is_some_and(|users| users.len() > 1) {
                recurring.push(node.id.clone());
            }
            if let Some((total, ids)) = level.checked_sub(1).and_then(|level| bare.get_mut(level)) {
                *total += 1;
                if node.problems.is_empty() {
                    ids.push(node.id.clone());
                }
            }
        });
        for (what, (total, ids)) in ["objectives", "tasks"].iter().zip(&bare) {
            if !ids.is_empty() {
                schema.findings.defect(
                    15,
                    format!(
                        "{} of {total} {what} have no problem profile of their own: {}",
                        ids.len(),
                        list_of(ids)
                    ),
                    "kept; a task also has those of its objective",
                );
            }
        }
        if !recurring.is_empty() {
            schema.findings.defect(
                16,
                format!("{} ids recur in other schemas: {}", recurring.len(), list_of(&recurring)),
                "kept; a node is named with its schema",
            );
        }
    }
}

/// D14: a task whose name is that of a problem profile, but which does not raise it; and the tasks
/// that raise it although they share no word with it.
pub fn find_misplaced_profiles(schemas: &mut [Schema], problems: &[Problem]) {
    let profiles: Vec<(&str, BTreeSet<String>)> = problems
        .iter()
        .filter_map(|problem| Some((problem.code.as_str(), content_words(problem.names.get("en")?))))
        .collect();
    let mut misplaced: BTreeSet<&str> = BTreeSet::new();
    let mut found: Vec<Findings> = schemas.iter().map(|_| Findings::default()).collect();
    for (schema, findings) in schemas.iter().zip(&mut found) {
        visit_tasks(schema, &mut |task, inherited| {
            let words = name_words(task);
            for (code, profile) in &profiles {
                let is_raised = task.problems.iter().chain(inherited).any(|raised| raised == code);
                if words.len() >= 2 && words.is_subset(profile) && !is_raised {
                    misplaced.insert(code);
                    findings.defect(
                        14,
                        format!("{}: its name is that of {code}, which it does not raise", task.id),
                        "kept; a person should decide",
                    );
                }
            }
        });
    }
    for (schema, findings) in schemas.iter().zip(&mut found) {
        visit_tasks(schema, &mut |task, _| {
            let words = name_words(task);
            for (code, profile) in profiles.iter().filter(|(code, _)| misplaced.contains(code)) {
                if task.problems.iter().any(|raised| raised == code) && words.is_disjoint(profile) {
                    findings.defect(
                        14,
                        format!("{}: it raises {code}, but shares no word with it", task.id),
                        "kept; a person should decide",
                    );
                }
            }
        });
    }
    for (schema, findings) in schemas.iter_mut().zip(found) {
        schema.findings.absorb("tasks", findings);
    }
}

/// The words of a task's English name, without the verb that every task begins with.
fn name_words(task: &Node) -> BTreeSet<String> {
    const VERBS: [&str; 8] =
        ["define", "create", "develop", "perform", "with", "about", "from", "definition"];
    let mut words = task.names.get("en").map(|name| content_words(name)).unwrap_or_default();
    words.retain(|word| !VERBS.contains(&word.as_str()));
    words
}

fn visit<'a>(phases: &'a [Node], visitor: &mut dyn FnMut(&'a Node, usize)) {
    fn go<'a>(nodes: &'a [Node], level: usize, visitor: &mut dyn FnMut(&'a Node, usize)) {
        for node in nodes {
            visitor(node, level);
            go(&node.children, level + 1, visitor);
        }
    }
    go(phases, 0, visitor);
}

fn visit_tasks(schema: &Schema, visitor: &mut dyn FnMut(&Node, &[String])) {
    for objective in schema.phases.iter().flat_map(|phase| &phase.children) {
        for task in &objective.children {
            visitor(task, &objective.problems);
        }
    }
}
