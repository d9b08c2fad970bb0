//! `guide.yaml` as checked: the questions of the guide, and how much each answer counts for what.
//! How answers become advice is in `crate::guide`.

use super::site::ByLanguage;
use super::slug::Slug;

/// The guide: questions in the order they are asked, and notes on the governance models.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Guide {
    /// The questions.
    pub questions: Vec<Question>,
    /// What there is to say about a governance model.
    pub models: Vec<ModelNote>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its name in addresses.
    pub id: String,
    /// The question, per language.
    pub text: ByLanguage,
    /// A sentence of help, per language.
    pub hint: ByLanguage,
    /// Whether several answers may be chosen.
    pub several: bool,
    /// The answers, in the order they are shown.
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its name in addresses.
    pub id: String,
    /// The answer, per language.
    pub text: ByLanguage,
    /// What it counts for, with how many points; each target once.
    pub weights: Vec<(Target, u32)>,
}

/// What an answer can count for. The order is that of the parts of an advice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A governance model.
    Model(String),
    /// A phase of a schema, to begin with: schema and node.
    Phase(Slug, String),
    /// A problem profile.
    Problem(Slug),
    /// Term of `theme`.
    Theme(String),
    /// Term of `difficulty`.
    Difficulty(String),
    /// Term of `nature`.
    Nature(String),
    /// Term of `form`.
    Form(String),
    /// Term of `audience`.
    Audience(String),
}

impl Target {
    /// Its part of an advice, as the data for the browser call it.
    pub fn class(&self) -> &'static str {
        match self {
            Target::Model(_) => "model",
            Target::Phase(..) => "phase",
            Target::Problem(_) => "problem",
            Target::Theme(_) => "theme",
            Target::Difficulty(_) => "difficulty",
            Target::Nature(_) => "nature",
            Target::Form(_) => "form",
            Target::Audience(_) => "audience",
        }
    }

    /// Its id inside that part; `schema/node` for a phase.
    pub fn id(&self) -> String {
        match self {
            Target::Phase(schema, node) => format!("{schema}/{node}"),
            Target::Problem(slug) => slug.to_string(),
            Target::Model(id)
            | Target::Theme(id)
            | Target::Difficulty(id)
            | Target::Nature(id)
            | Target::Form(id)
            | Target::Audience(id) => id.clone(),
        }
    }
}

/// What there is to say about a governance model, besides its label and description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelNote {
    /// Term of `governance-model`.
    pub model: String,
    /// The schema to follow; absent: the one of the home page.
    pub schema: Option<Slug>,
    /// How work goes under it, per language.
    pub work: ByLanguage,
    /// When to choose it, per language.
    pub choose: ByLanguage,
    /// What to be careful about, per language.
    pub careful: ByLanguage,
}
