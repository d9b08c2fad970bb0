//! What several pages ask of the whole catalogue, found once before anything is rendered: which
//! tasks raise a profile, which stories use an Interlinker, what goes well with what. Nothing here
//! depends on a language.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::entry::{Interlinker, Node};
use crate::model::site::Site;
use crate::model::slug::Slug;
use rayon::prelude::*;

/// How many related Interlinkers a page names.
const RELATED: usize = 3;
/// A profile that more than this many Interlinkers solve says little about what they share, and
/// comparing all its pairs would cost the square of their number.
const MAX_SHARING: usize = 300;

/// A task and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct TaskPlace<'a> {
    /// The schema.
    pub schema: &'a Slug,
    /// The number of its phase, from 1, and how many there are.
    pub phase_number: (usize, usize),
    /// Its phase.
    pub phase: &'a Node,
    /// Its objective.
    pub objective: &'a Node,
    /// The task.
    pub task: &'a Node,
}

/// An Interlinker that goes well with another one.
#[derive(Debug, Clone)]
pub struct Related<'a> {
    /// The other one.
    pub slug: &'a Slug,
    /// The profiles both solve, rarest first.
    pub shared: Vec<&'a Slug>,
}

/// See the module.
#[derive(Debug)]
pub struct Index<'a> {
    /// Active Interlinkers: those in lists and counts.
    pub offered: Vec<&'a Interlinker>,
    /// Every task that is not retired, by schema and id.
    pub tasks: BTreeMap<(&'a Slug, &'a str), TaskPlace<'a>>,
    /// The tasks that raise a profile, themselves or through their objective, in reading order.
    pub raising: BTreeMap<&'a Slug, Vec<TaskPlace<'a>>>,
    /// The stories that used an Interlinker.
    pub stories_using: BTreeMap<&'a Slug, BTreeSet<&'a Slug>>,
    related: BTreeMap<&'a Slug, Vec<Related<'a>>>,
}

impl<'a> Index<'a> {
    /// Goes through the catalogue once.
    pub fn new(site: &'a Site) -> Index<'a> {
        let offered: Vec<&Interlinker> =
            site.interlinkers.values().filter(|item| Site::is_active(&item.entry)).collect();
        let mut tasks = BTreeMap::new();
        let mut raising: BTreeMap<&Slug, Vec<TaskPlace<'_>>> = BTreeMap::new();
        for (slug, schema) in site.schemas.iter().filter(|(_, schema)| Site::is_active(&schema.entry)) {
            let phases: Vec<&Node> = schema.phases.iter().filter(|node| !node.retired).collect();
            for (index, phase) in phases.iter().enumerate() {
                for objective in phase.children.iter().filter(|node| !node.retired) {
                    for task in objective.children.iter().filter(|node| !node.retired) {
                        let place = TaskPlace {
                            schema: slug,
                            phase_number: (index + 1, phases.len()),
                            phase,
                            objective,
                            task,
                        };
                        tasks.insert((slug, task.id.as_str()), place);
                        let problems: BTreeSet<&Slug> =
                            task.problems.iter().chain(&objective.problems).collect();
                        for problem in problems {
                            raising.entry(problem).or_default().push(place);
                        }
                    }
                }
            }
        }
        let mut stories_using: BTreeMap<&Slug, BTreeSet<&Slug>> = BTreeMap::new();
        for (slug, story) in &site.stories {
            for node in story.tree.iter().flat_map(|node| node.walk()) {
                for (interlinker, _) in &node.interlinkers {
                    stories_using.entry(interlinker).or_default().insert(slug);
                }
            }
        }
        let related = offered
            .par_iter()
            .map(|item| (&item.entry.slug, related_to(site, item)))
            .collect::<BTreeMap<_, _>>();
        Index { offered, tasks, raising, stories_using, related }
    }

    /// What goes well with an Interlinker, best first.
    pub fn related(&self, slug: &Slug) -> &[Related<'a>] {
        self.related.get(slug).map_or(&[], Vec::as_slice)
    }

    /// In how many stories an Interlinker was used.
    pub fn story_count(&self, slug: &Slug) -> usize {
        self.stories_using.get(slug).map_or(0, BTreeSet::len)
    }

    /// In how many tasks an Interlinker is recommended.
    pub fn task_count(&self, site: &Site, slug: &Slug) -> usize {
        site.recommendations.used_in(slug).len()
    }
}

/// The sum of the weights of shared profiles, and each of them with the number that solve it.
type Shared<'a> = (f64, Vec<(&'a Slug, usize)>);

/// The Interlinkers that share the rarest profiles with one, the rarer the better. The weight of
/// a profile is the logarithm of how few solve it, as in `recommend`.
fn related_to<'a>(site: &'a Site, item: &'a Interlinker) -> Vec<Related<'a>> {
    let mut shared: BTreeMap<&Slug, Shared<'_>> = BTreeMap::new();
    for problem in &item.problems {
        let solving = site.recommendations.solving(problem);
        if solving.len() > MAX_SHARING {
            continue;
        }
        let weight = (1.0 + site.interlinkers.len() as f64 / solving.len().max(1) as f64).ln();
        for other in solving.iter().filter(|other| **other != item.entry.slug) {
            let found = shared.entry(other).or_default();
            found.0 += weight;
            found.1.push((problem, solving.len()));
        }
    }
    let mut list: Vec<_> = shared.into_iter().collect();
    list.sort_by(|(left, (left_weight, _)), (right, (right_weight, _))| {
        right_weight.total_cmp(left_weight).then_with(|| left.cmp(right))
    });
    list.truncate(RELATED);
    list.into_iter()
        .map(|(slug, (_, mut problems))| {
            problems.sort_by_key(|(problem, solving)| (*solving, *problem));
            Related { slug, shared: problems.into_iter().map(|(problem, _)| problem).collect() }
        })
        .collect()
}
