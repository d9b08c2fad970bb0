//! Which Interlinkers for which node of a schema, and why; and the reverse, "used in these tasks".
//!
//! A task's own problem profiles come first, then those of its objective. A rare profile weighs
//! more than a common one: its weight is the inverse document frequency
//! `ln(1 + (N - n + 0.5) / (n + 0.5))` (Robertson and Spärck Jones), where `N` is the number of
//! offered Interlinkers and `n` how many of them solve the profile. Ties are broken by nature (software
//! kept here, knowledge kept here, then what others keep), then by the number of languages, then by
//! slug. Retired Interlinkers and drafts are not offered at all. A task without a profile
//! of its own or of its objective gets nothing and asks for one. Objectives and phases roll up.

use crate::model::entry::{Interlinker, Node, Schema};
use crate::model::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// One recommended Interlinker.
#[derive(Debug, Clone, PartialEq)]
pub struct Recommendation {
    /// The Interlinker.
    pub interlinker: Slug,
    /// The shared profiles of the task itself, rarest first.
    pub own: Vec<Slug>,
    /// The shared profiles of its objective, rarest first.
    pub inherited: Vec<Slug>,
    /// Sum of the weights; own profiles count before inherited ones.
    weight: (f64, f64),
}

/// A task that an Interlinker is recommended for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UsedIn {
    /// The schema.
    pub schema: Slug,
    /// The place of the task in its schema, for the order.
    pub place: usize,
    /// The task.
    pub task: String,
    /// The profiles the two share, own ones first.
    pub problems: Vec<Slug>,
    /// Whether the task itself raises one of them.
    pub is_own: bool,
}

/// The recommendations of a whole catalogue.
#[derive(Debug, Clone, Default)]
pub struct Recommendations {
    by_node: BTreeMap<(Slug, String), Vec<Recommendation>>,
    by_interlinker: BTreeMap<Slug, Vec<UsedIn>>,
    solved_by: BTreeMap<Slug, Vec<Slug>>,
}

impl Recommendations {
    /// What is recommended for a node, best first.
    pub fn for_node(&self, schema: &Slug, node: &str) -> &[Recommendation] {
        self.by_node.get(&(schema.clone(), node.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The tasks an Interlinker is recommended for, schema by schema in reading order.
    pub fn used_in(&self, interlinker: &Slug) -> &[UsedIn] {
        self.by_interlinker.get(interlinker).map_or(&[], Vec::as_slice)
    }

    /// The offered Interlinkers that solve a profile, by slug.
    pub fn solving(&self, problem: &Slug) -> &[Slug] {
        self.solved_by.get(problem).map_or(&[], Vec::as_slice)
    }
}

/// Computes all recommendations. `interlinkers` are those that may be offered.
pub fn recommend<'a>(
    interlinkers: impl Iterator<Item = &'a Interlinker>,
    schemas: impl Iterator<Item = &'a Schema>,
) -> Recommendations {
    let offered: BTreeMap<&Slug, &Interlinker> = interlinkers.map(|item| (&item.entry.slug, item)).collect();
    let mut solved_by: BTreeMap<Slug, Vec<Slug>> = BTreeMap::new();
    for (slug, item) in &offered {
        for problem in &item.problems {
            solved_by.entry(problem.clone()).or_default().push((*slug).clone());
        }
    }
    let mut result = Recommendations { solved_by, ..Recommendations::default() };
    for schema in schemas {
        let mut place = 0;
        for phase in &schema.phases {
            let mut of_phase = Vec::new();
            for objective in &phase.children {
                let mut of_objective = recommend_for(&[], &objective.problems, &offered, &result.solved_by);
                for task in &objective.children {
                    let of_task =
                        recommend_for(&task.problems, &objective.problems, &offered, &result.solved_by);
                    for item in &of_task {
                        let mut problems = item.own.clone();
                        problems.extend(item.inherited.iter().cloned());
                        result.by_interlinker.entry(item.interlinker.clone()).or_default().push(UsedIn {
                            schema: schema.entry.slug.clone(),
                            place,
                            task: task.id.clone(),
                            problems,
                            is_own: !item.own.is_empty(),
                        });
                    }
                    place += 1;
                    of_objective.extend(of_task.iter().cloned());
                    result.insert(schema, task, of_task);
                }
                of_phase.extend(of_objective.iter().cloned());
                result.insert(schema, objective, roll_up(of_objective, &offered));
            }
            result.insert(schema, phase, roll_up(of_phase, &offered));
        }
    }
    for uses in result.by_interlinker.values_mut() {
        uses.sort();
    }
    result
}

impl Recommendations {
    fn insert(&mut self, schema: &Schema, node: &Node, list: Vec<Recommendation>) {
        self.by_node.insert((schema.entry.slug.clone(), node.id.clone()), list);
    }
}

fn recommend_for(
    own: &[Slug],
    inherited: &[Slug],
    offered: &BTreeMap<&Slug, &Interlinker>,
    solved_by: &BTreeMap<Slug, Vec<Slug>>,
) -> Vec<Recommendation> {
    let weight_of = |problem: &Slug| {
        let solving = solved_by.get(problem).map_or(0, Vec::len) as f64;
        (1.0 + (offered.len() as f64 - solving + 0.5) / (solving + 0.5)).ln()
    };
    let own: BTreeSet<&Slug> = own.iter().collect();
    let inherited: BTreeSet<&Slug> = inherited.iter().filter(|problem| !own.contains(problem)).collect();
    let shared = |item: &Interlinker, problems: &BTreeSet<&Slug>| {
        let solves: BTreeSet<&Slug> = item.problems.iter().collect();
        let mut shared: Vec<Slug> =
            problems.iter().filter(|p| solves.contains(*p)).map(|p| (*p).clone()).collect();
        shared.sort_by(|a, b| weight_of(b).total_cmp(&weight_of(a)).then_with(|| a.cmp(b)));
        shared
    };
    let mut list: Vec<Recommendation> = offered
        .iter()
        .filter_map(|(slug, item)| {
            let own = shared(item, &own);
            let inherited = shared(item, &inherited);
            let weight = (own.iter().map(weight_of).sum(), inherited.iter().map(weight_of).sum());
            (!own.is_empty() || !inherited.is_empty()).then(|| Recommendation {
                interlinker: (*slug).clone(),
                own,
                inherited,
                weight,
            })
        })
        .collect();
    sort(&mut list, offered);
    list
}

fn sort(list: &mut [Recommendation], offered: &BTreeMap<&Slug, &Interlinker>) {
    let nature = |item: &Recommendation| offered.get(&item.interlinker).map(|item| item.nature);
    let languages = |item: &Recommendation| {
        offered.get(&item.interlinker).map_or(0, |item| item.entry.words.languages().count())
    };
    list.sort_by(|a, b| {
        (b.weight.0.total_cmp(&a.weight.0))
            .then_with(|| b.weight.1.total_cmp(&a.weight.1))
            .then_with(|| nature(a).cmp(&nature(b)))
            .then_with(|| languages(b).cmp(&languages(a)))
            .then_with(|| a.interlinker.cmp(&b.interlinker))
    });
}

/// The union of the lists below a node: each Interlinker once, with its best reason.
fn roll_up(mut all: Vec<Recommendation>, offered: &BTreeMap<&Slug, &Interlinker>) -> Vec<Recommendation> {
    sort(&mut all, offered);
    let mut seen = BTreeSet::new();
    all.retain(|item| seen.insert(item.interlinker.clone()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check_source;
    use crate::history::History;
    use crate::model::site::Site;
    use crate::source::Source;

    /// A site with these Interlinkers (slug, problems) and one objective with one task.
    fn site(interlinkers: &[(&str, &str)], objective: &str, task: &str) -> Site {
        let mut files: Vec<(String, String)> = vec![
            ("site.yaml".into(), "name: {en: X}\nlanguages: [en]\nlicence: CC0-1.0\n".into()),
            ("schemas/s/en.md".into(), "---\nname: S\nsummary: S.\n---\n".into()),
            ("schemas/s/en.yaml".into(), "p: {name: P}\no: {name: O}\nt: {name: T}\n".into()),
            (
                "schemas/s/schema.yaml".into(),
                format!(
                    "status: active\nphases:\n  - id: p\n    objectives:\n      - id: o\n        problems: [{objective}]\n        tasks:\n          - id: t\n            problems: [{task}]\n"
                ),
            ),
        ];
        for (name, ids) in [
            ("status", "active draft retired"),
            ("nature", "software knowledge external-software external-knowledge"),
            ("problem-family", "organise"),
        ] {
            let terms: String =
                ids.split(' ').map(|id| format!("  - id: {id}\n    label: {{en: {id}}}\n")).collect();
            files.push((format!("vocabularies/{name}.yaml"), format!("terms:\n{terms}")));
        }
        for problem in ["rare", "common", "other"] {
            files.push((
                format!("problems/{problem}/problem.yaml"),
                format!("code: {problem}\nstatus: active\nfamily: organise\n"),
            ));
            files.push((format!("problems/{problem}/en.md"), "---\nname: P\nsummary: P.\n---\n".into()));
        }
        for (slug, problems) in interlinkers {
            files.push((
                format!("interlinkers/{slug}/interlinker.yaml"),
                format!("nature: knowledge\nstatus: active\nproblems: [{problems}]\n"),
            ));
            files.push((format!("interlinkers/{slug}/en.md"), "---\nname: I\nsummary: I.\n---\n".into()));
        }
        let source =
            Source::default().with_files(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
        let checked = check_source(&source, History::default());
        assert!(!checked.diagnostics.has_errors(), "{:#?}", checked.diagnostics);
        checked.site
    }

    fn recommended(site: &Site, node: &str) -> Vec<String> {
        let schema = Slug::parse("s").unwrap();
        site.recommendations.for_node(&schema, node).iter().map(|item| item.interlinker.to_string()).collect()
    }

    #[test]
    fn a_rare_profile_weighs_more_than_a_common_one() {
        let site =
            site(&[("a", "common"), ("b", "common"), ("c", "common"), ("d", "rare")], "", "common, rare");
        assert_eq!(recommended(&site, "t"), ["d", "a", "b", "c"]);
    }

    #[test]
    fn the_own_profile_of_a_task_comes_before_that_of_its_objective() {
        let site = site(&[("a", "rare"), ("b", "common"), ("c", "common")], "rare", "common");
        assert_eq!(recommended(&site, "t"), ["b", "c", "a"]);
        let schema = Slug::parse("s").unwrap();
        let last = &site.recommendations.for_node(&schema, "t")[2];
        assert_eq!((last.own.len(), last.inherited[0].as_str()), (0, "rare"));
    }

    #[test]
    fn a_task_without_a_profile_gets_nothing() {
        let site = site(&[("a", "rare")], "", "");
        assert_eq!(recommended(&site, "t"), [""; 0]);
        assert_eq!(site.recommendations.used_in(&Slug::parse("a").unwrap()), []);
    }

    #[test]
    fn objectives_and_phases_roll_up_and_the_reverse_names_the_task() {
        let site = site(&[("a", "rare"), ("b", "other")], "other", "rare");
        assert_eq!(recommended(&site, "p"), recommended(&site, "o"));
        assert_eq!(recommended(&site, "o").len(), 2);
        let uses = site.recommendations.used_in(&Slug::parse("a").unwrap());
        assert_eq!((uses.len(), uses[0].task.as_str(), uses[0].is_own), (1, "t", true));
    }
}
