//! The guide's arithmetic: answers -> advice. A pure function over [`Rules`], which are the guide
//! of the content joined with the Interlinkers on offer. The same rules go to the browser as JSON,
//! and `finder-rules.js` of the theme does the same sum; a test holds the two together.
//!
//! Every chosen answer adds its points to its targets. Governance models, phases and problem
//! profiles are ordered by their points, equal ones in the order in which the guide first names them. An Interlinker *needs*
//! points: those of the profiles it solves and of its themes; without any it is not named. What
//! fits (difficulty, nature, form, audience) is added to that, so it decides between Interlinkers
//! that help, and never brings in one that does not. Once somebody has clearly named a need
//! ([`CLEAR_NEED`]), an Interlinker that only shares a theme is left out.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::guide::{Guide, Target};

/// Most phases that an advice names.
pub const PHASES: usize = 2;
/// Most problem profiles that an advice names.
pub const PROBLEMS: usize = 5;
/// Most Interlinkers that an advice names.
pub const INTERLINKERS: usize = 6;
/// A problem profile with so many points was asked for, not only hinted at.
pub const CLEAR_NEED: u32 = 3;
/// Most Interlinkers the rules hold, so that the data stay small in a large catalogue: those that
/// the answers can give the most points.
pub const CANDIDATES: usize = 240;

/// An Interlinker that an advice may name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Its slug.
    pub slug: String,
    /// The profiles it solves and its themes, as numbers of targets.
    pub needs: Vec<usize>,
    /// Its difficulty, nature, form and audiences, as numbers of targets.
    pub fits: Vec<usize>,
}

/// What the sum is made from. Serialised, it is what the browser gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rules {
    /// The questions, in the order they are asked.
    pub questions: Vec<QuestionRules>,
    /// What answers count for; everything else names them by their number.
    #[serde(serialize_with = "as_pairs")]
    pub targets: Vec<Target>,
    /// The Interlinkers.
    pub candidates: Vec<Candidate>,
}

/// A question without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionRules {
    /// Its name in addresses.
    pub id: String,
    /// Whether several answers may be chosen.
    pub several: bool,
    /// The answers.
    pub answers: Vec<AnswerRules>,
}

/// An answer without its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerRules {
    /// Its name in addresses.
    pub id: String,
    /// Number of a target and points.
    pub weights: Vec<(usize, u32)>,
}

fn as_pairs<S: serde::Serializer>(targets: &[Target], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(targets.iter().map(|target| (target.class(), target.id())))
}

/// A target with its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The number of the target.
    pub target: usize,
    /// Its points.
    pub points: u32,
    /// Where they come from: question, answer, points.
    pub because: Vec<(usize, usize, u32)>,
}

/// An Interlinker with its points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picked {
    /// The number of the candidate.
    pub candidate: usize,
    /// Points of its profiles and themes.
    pub need: u32,
    /// Points of what fits.
    pub fit: u32,
    /// The targets that gave points, those with the most first.
    pub because: Vec<usize>,
}

/// What the guide advises.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// Governance models with points, best first.
    pub models: Vec<Scored>,
    /// Phases to begin with.
    pub phases: Vec<Scored>,
    /// Problem profiles to look at.
    pub problems: Vec<Scored>,
    /// Interlinkers that help.
    pub interlinkers: Vec<Picked>,
    /// How many questions have an answer.
    pub answered: usize,
    /// Names of parameters that no question has, or whose value no answer has.
    pub unknown: Vec<String>,
}

impl Rules {
    /// Joins the questions of a guide with Interlinkers: slug, and what each has of the targets.
    pub fn new(guide: &Guide, interlinkers: &[(String, BTreeSet<Target>)]) -> Rules {
        let every = guide.questions.iter().flat_map(|question| &question.answers);
        let mut targets: Vec<Target> = Vec::new();
        // Per target its number, and the sum of all the points it can get.
        let mut known: BTreeMap<&Target, (usize, u32)> = BTreeMap::new();
        for (target, points) in every.flat_map(|answer| &answer.weights) {
            let entry = known.entry(target).or_insert_with(|| {
                targets.push(target.clone());
                (targets.len() - 1, 0)
            });
            entry.1 += points;
        }
        let number = |target: &Target| known.get(target).map(|(number, _)| *number);
        let questions = guide
            .questions
            .iter()
            .map(|question| QuestionRules {
                id: question.id.clone(),
                several: question.several,
                answers: question
                    .answers
                    .iter()
                    .map(|answer| AnswerRules {
                        id: answer.id.clone(),
                        weights: answer
                            .weights
                            .iter()
                            .filter_map(|(target, points)| Some((number(target)?, *points)))
                            .collect(),
                    })
                    .collect(),
            })
            .collect();
        let mut candidates: Vec<(u32, Candidate)> = interlinkers
            .iter()
            .filter_map(|(slug, own)| {
                let (mut needs, mut fits, mut can_get) = (Vec::new(), Vec::new(), 0);
                for target in own {
                    let Some((number, points)) = known.get(target).copied() else { continue };
                    can_get += points;
                    if is_need(target) { needs.push(number) } else { fits.push(number) }
                }
                (!needs.is_empty()).then(|| (can_get, Candidate { slug: slug.clone(), needs, fits }))
            })
            .collect();
        candidates.sort_by(|(left_points, left), (right_points, right)| {
            right_points.cmp(left_points).then_with(|| left.slug.cmp(&right.slug))
        });
        candidates.truncate(CANDIDATES);
        let mut candidates: Vec<Candidate> = candidates.into_iter().map(|(_, item)| item).collect();
        candidates.sort_by(|left, right| left.slug.cmp(&right.slug));
        Rules { questions, targets, candidates }
    }

    /// The sum: parameters of an address, in their order -> advice. Of a question that takes one
    /// answer the first known one counts.
    pub fn advise(&self, parameters: &[(String, String)]) -> Advice {
        let mut advice = Advice::default();
        let mut chosen: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (name, value) in parameters {
            let place =
                self.questions.iter().position(|question| question.id == *name).and_then(|question| {
                    let answers = &self.questions[question].answers;
                    Some((question, answers.iter().position(|answer| answer.id == *value)?))
                });
            match place {
                Some((question, answer)) => {
                    let is_taken = chosen.iter().any(|(other, _)| *other == question);
                    if self.questions[question].several || !is_taken {
                        chosen.insert((question, answer));
                    }
                }
                None if advice.unknown.contains(name) => {}
                None => advice.unknown.push(name.clone()),
            }
        }
        advice.answered = chosen.iter().map(|(question, _)| question).collect::<BTreeSet<_>>().len();

        let mut because: BTreeMap<usize, Vec<(usize, usize, u32)>> = BTreeMap::new();
        for (question, answer) in chosen {
            for (target, points) in &self.questions[question].answers[answer].weights {
                because.entry(*target).or_default().push((question, answer, *points));
            }
        }
        let points: BTreeMap<usize, u32> = because
            .iter()
            .map(|(target, sources)| (*target, sources.iter().map(|(_, _, points)| points).sum()))
            .collect();
        let ranked = |class: &str, most: usize| {
            let mut list: Vec<Scored> = because
                .iter()
                .filter(|(target, _)| self.targets[**target].class() == class)
                .map(|(target, sources)| Scored {
                    target: *target,
                    points: points[target],
                    because: sources.clone(),
                })
                .collect();
            list.sort_by(|left, right| {
                right.points.cmp(&left.points).then_with(|| left.target.cmp(&right.target))
            });
            list.truncate(most);
            list
        };
        advice.models = ranked("model", usize::MAX);
        advice.phases = ranked("phase", PHASES);
        advice.problems = ranked("problem", PROBLEMS);
        advice.interlinkers = self.pick(&points);
        advice
    }

    fn pick(&self, points: &BTreeMap<usize, u32>) -> Vec<Picked> {
        let of = |target: &usize| points.get(target).copied().unwrap_or_default();
        let is_problem = |target: &usize| matches!(self.targets[*target], Target::Problem(_));
        let is_clear = points.iter().any(|(target, points)| is_problem(target) && *points >= CLEAR_NEED);
        let mut list: Vec<Picked> = self
            .candidates
            .iter()
            .enumerate()
            .filter_map(|(number, candidate)| {
                let need: u32 = candidate.needs.iter().map(of).sum();
                let fit: u32 = candidate.fits.iter().map(of).sum();
                let mut because: Vec<usize> = candidate
                    .needs
                    .iter()
                    .chain(&candidate.fits)
                    .copied()
                    .filter(|target| of(target) > 0)
                    .collect();
                because.sort_by(|left, right| of(right).cmp(&of(left)).then_with(|| left.cmp(right)));
                let solves = candidate.needs.iter().any(|target| is_problem(target) && of(target) > 0);
                (need > 0 && (solves || !is_clear)).then_some(Picked {
                    candidate: number,
                    need,
                    fit,
                    because,
                })
            })
            .collect();
        list.sort_by(|left, right| {
            (right.need + right.fit)
                .cmp(&(left.need + left.fit))
                .then_with(|| right.need.cmp(&left.need))
                .then_with(|| left.candidate.cmp(&right.candidate))
        });
        list.truncate(INTERLINKERS);
        list
    }
}

/// Whether a target says what somebody needs, rather than what suits them.
fn is_need(target: &Target) -> bool {
    matches!(target, Target::Problem(_) | Target::Theme(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::guide::{Answer, Question};
    use crate::model::slug::Slug;

    fn problem(slug: &str) -> Target {
        Target::Problem(Slug::parse(slug).unwrap())
    }

    fn question(id: &str, several: bool, answers: &[(&str, &[(Target, u32)])]) -> Question {
        let answers = answers.iter().map(|(id, weights)| Answer {
            id: (*id).to_owned(),
            text: BTreeMap::new(),
            weights: weights.to_vec(),
        });
        Question {
            id: id.to_owned(),
            text: BTreeMap::new(),
            hint: BTreeMap::new(),
            several,
            answers: answers.collect(),
        }
    }

    fn rules() -> Rules {
        let model = |id: &str| Target::Model(id.to_owned());
        let easy = Target::Difficulty("easy".to_owned());
        let guide = Guide {
            questions: vec![
                question(
                    "lead",
                    false,
                    &[("we", &[(model("a"), 2), (model("b"), 2)]), ("they", &[(model("b"), 3)])],
                ),
                question("task", true, &[("map", &[(problem("p"), 3)]), ("ask", &[(problem("q"), 3)])]),
                question("time", false, &[("day", &[(easy.clone(), 2), (model("b"), 1)])]),
            ],
            models: Vec::new(),
        };
        let own = |slug: &str, targets: &[Target]| (slug.to_owned(), targets.iter().cloned().collect());
        Rules::new(
            &guide,
            &[
                own("hard-map", &[problem("p")]),
                own("easy-map", &[problem("p"), easy.clone()]),
                own("only-easy", &[easy]),
            ],
        )
    }

    fn advise(query: &str) -> Advice {
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        let parameters: Vec<_> = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        rules().advise(&parameters)
    }

    fn models(advice: &Advice) -> Vec<(String, u32)> {
        let rules = rules();
        advice.models.iter().map(|scored| (rules.targets[scored.target].id(), scored.points)).collect()
    }

    #[test]
    fn points_of_all_answers_add_up_and_equal_models_keep_their_order() {
        assert_eq!(models(&advise("lead=we")), [("a".to_owned(), 2), ("b".to_owned(), 2)]);
        let advice = advise("lead=we&time=day");
        assert_eq!(models(&advice), [("b".to_owned(), 3), ("a".to_owned(), 2)]);
        assert_eq!(advice.models[0].because, [(0, 0, 2), (2, 0, 1)]);
    }

    #[test]
    fn what_fits_decides_between_interlinkers_that_help_and_brings_in_no_other() {
        let slugs = |query: &str| -> Vec<String> {
            let rules = rules();
            let picked = advise(query).interlinkers;
            picked.iter().map(|picked| rules.candidates[picked.candidate].slug.clone()).collect()
        };
        assert_eq!(slugs("task=map"), ["easy-map", "hard-map"]);
        assert_eq!(slugs("task=map&time=day"), ["easy-map", "hard-map"]);
        assert!(slugs("time=day").is_empty());
        assert!(slugs("task=ask").is_empty());
    }

    #[test]
    fn one_answer_counts_where_one_is_asked_and_strangers_are_named_once() {
        assert_eq!(advise("lead=they&lead=we"), advise("lead=they"));
        assert_eq!(advise("task=map&task=ask").problems.len(), 2);
        let advice = advise("lead=nobody&x=1&x=2&lead=we");
        assert_eq!(advice.unknown, ["lead", "x"]);
        assert_eq!(advice.answered, 1);
        assert_eq!(models(&advice).len(), 2);
    }
}
