//! `guide.yaml` -> [`Guide`], or diagnostics: ids that stand twice, answers that change nothing,
//! governance models that no answer leads to. What it names elsewhere is followed in `resolve`.

use super::settings::read_tree;
use crate::content::decode::{Context, Reference, decode};
use crate::content::record::{Record, Value};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::model::definition;
use crate::model::guide::{Answer, Guide, ModelNote, Question, Target};
use crate::model::site::Vocabulary;
use crate::model::slug::Slug;
use crate::source::Source;
use std::collections::{BTreeMap, BTreeSet};

/// The file, below the content folder.
const PATH: &str = "guide.yaml";
/// Most points of one weight. A larger one would make every other answer meaningless.
const MOST_POINTS: u32 = 9;

/// Reads the guide. A catalogue without the file has none.
pub(super) fn read_guide(
    source: &Source,
    vocabularies: &BTreeMap<String, Vocabulary>,
    languages: &[String],
    diagnostics: &mut Diagnostics,
) -> (Option<Guide>, Vec<Reference>) {
    let Some(tree) = read_tree(source, PATH, diagnostics) else { return (None, Vec::new()) };
    let context = Context { file: PATH, vocabularies: Some(vocabularies), languages };
    let decoded = decode(&tree, definition::GUIDE, context);
    diagnostics.extend(decoded.diagnostics);
    let mut check = Check { diagnostics };
    let guide = Guide {
        questions: check.questions(&decoded.record),
        models: decoded.record.records("models").filter_map(model_note).collect(),
    };
    check.models_without_answer(&guide, vocabularies);
    (Some(guide), decoded.references)
}

fn model_note(record: &Record) -> Option<ModelNote> {
    Some(ModelNote {
        model: record.owned("model")?,
        schema: record.slug("schema"),
        work: record.texts_by_name("work"),
        choose: record.texts_by_name("choose"),
        careful: record.texts_by_name("careful"),
    })
}

struct Check<'d> {
    diagnostics: &'d mut Diagnostics,
}

impl Check<'_> {
    fn questions(&mut self, guide: &Record) -> Vec<Question> {
        let mut ids = BTreeSet::new();
        let mut questions = Vec::new();
        for record in guide.records("questions") {
            let Some(id) = record.owned("id") else { continue };
            if !ids.insert(id.clone()) {
                self.twice(record, &id, "questions");
                continue;
            }
            let answers = self.answers(record);
            if answers.is_empty() {
                self.say(
                    Diagnostic::error(Code::MissingField, PATH, format!("the question “{id}” has no answer")),
                    record.position("id"),
                    "add at least two answers, or take the question out",
                );
                continue;
            }
            questions.push(Question {
                id,
                text: record.texts_by_name("text"),
                hint: record.texts_by_name("hint"),
                several: record.flag("several"),
                answers,
            });
        }
        questions
    }

    fn answers(&mut self, question: &Record) -> Vec<Answer> {
        let mut ids = BTreeSet::new();
        let mut answers = Vec::new();
        for record in question.records("answers") {
            let Some(id) = record.owned("id") else { continue };
            if !ids.insert(id.clone()) {
                self.twice(record, &id, "answers");
                continue;
            }
            let weights = self.weights(record);
            if weights.is_empty() {
                self.say(
                    Diagnostic::warning(
                        Code::DeadEnd,
                        PATH,
                        format!("the answer “{id}” changes nothing: it counts for nothing"),
                    ),
                    record.position("id"),
                    "add `weights:` that say what it points to; a reader may also leave a question open",
                );
            }
            answers.push(Answer { id, text: record.texts_by_name("text"), weights });
        }
        answers
    }

    /// The weights of an answer, those of one target added up.
    fn weights(&mut self, answer: &Record) -> Vec<(Target, u32)> {
        let mut sums: BTreeMap<Target, u32> = BTreeMap::new();
        for record in answer.records("weights") {
            let points = record.text("points").and_then(|text| text.parse::<u32>().ok());
            let points = points.filter(|points| (1..=MOST_POINTS).contains(points));
            let Some(points) = points else {
                if record.get("points").is_some() {
                    self.say(
                        Diagnostic::error(
                            Code::WrongType,
                            PATH,
                            format!("`points` needs a number from 1 to {MOST_POINTS}"),
                        ),
                        record.position("points"),
                        "3 speaks strongly for something, 1 a little",
                    );
                }
                continue;
            };
            let targets = targets(record);
            if targets.is_empty() {
                self.say(
                    Diagnostic::warning(Code::DeadEnd, PATH, "these points count for nothing"),
                    record.position("points"),
                    "name models, phases, problems, themes, difficulties, natures, forms or audiences",
                );
            }
            for target in targets {
                *sums.entry(target).or_default() += points;
            }
        }
        sums.into_iter().collect()
    }

    /// Governance models that no answer speaks for can never be the advice.
    fn models_without_answer(&mut self, guide: &Guide, vocabularies: &BTreeMap<String, Vocabulary>) {
        let reached: BTreeSet<&str> = guide
            .questions
            .iter()
            .flat_map(|question| &question.answers)
            .flat_map(|answer| &answer.weights)
            .filter_map(|(target, _)| match target {
                Target::Model(id) => Some(id.as_str()),
                _ => None,
            })
            .collect();
        let terms = vocabularies.get("governance-model").map(|vocabulary| vocabulary.terms.as_slice());
        for term in terms.unwrap_or_default().iter().filter(|term| !reached.contains(term.id.as_str())) {
            self.say(
                Diagnostic::warning(
                    Code::DeadEnd,
                    PATH,
                    format!("no answer speaks for the governance model “{}”", term.id),
                ),
                None,
                "name it under `models:` in the weights of an answer",
            );
        }
    }

    fn twice(&mut self, record: &Record, id: &str, what: &str) {
        let message = format!("the id “{id}” stands twice among the {what}");
        self.say(
            Diagnostic::error(Code::DuplicateSlug, PATH, message),
            record.position("id"),
            "give one of the two another id",
        );
    }

    fn say(&mut self, diagnostic: Diagnostic, position: Option<Position>, help: &str) {
        self.diagnostics.push(diagnostic.at(position).help(help));
    }
}

/// What a weight counts for.
fn targets(record: &Record) -> Vec<Target> {
    let texts = |field: &str| record.list(field).iter().filter_map(Value::text).map(str::to_owned);
    let nodes = texts("phases").filter_map(|text| {
        let (schema, node) = text.split_once('/')?;
        Some(Target::Phase(Slug::parse(schema).ok()?, node.to_owned()))
    });
    texts("models")
        .map(Target::Model)
        .chain(nodes)
        .chain(record.slugs("problems").into_iter().map(Target::Problem))
        .chain(texts("themes").map(Target::Theme))
        .chain(texts("difficulties").map(Target::Difficulty))
        .chain(texts("natures").map(Target::Nature))
        .chain(texts("forms").map(Target::Form))
        .chain(texts("audiences").map(Target::Audience))
        .collect()
}
