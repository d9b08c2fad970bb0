//! The forms: which fields of a kind a visitor is asked for, in which order and groups, and where
//! each answer goes. The page (`render::form`) and the contribution service both read these tables,
//! so the form asks for exactly what the service accepts. What may stand in a field is not said
//! here: it follows from the field's [`Shape`] in `definition`. Another kind gets its form by
//! another table in [`FORMS`] and the texts it names.

use super::definition::{Field, MAX_LINE, MAX_TEXT, Shape};
use super::kind::Kind;

/// The form that proposes an entry of a kind.
#[derive(Debug)]
pub struct Form {
    /// The kind.
    pub kind: Kind,
    /// Its fields, in order.
    pub groups: &'static [Group],
}

/// Fields that belong together.
#[derive(Debug)]
pub struct Group {
    /// The text `form-group-<name>` is its title.
    pub name: &'static str,
    /// Whether it begins closed. Nothing that must be filled in may be in such a group.
    pub folded: bool,
    /// The fields.
    pub inputs: &'static [Input],
}

/// One field of a form.
#[derive(Debug)]
pub struct Input {
    /// Its name: for an answer that becomes a field of the content, the name of that field. The
    /// texts `field-<name>` and, where there is something to explain, `hint-<name>` belong to it.
    pub name: &'static str,
    /// Where the answer goes.
    pub place: Place,
    /// Whether it must be filled in. A form may ask for more than the content must have.
    pub required: bool,
    /// Fewest characters.
    pub min: usize,
    /// Most characters, where that is fewer than the content allows.
    max: Option<usize>,
}

/// Where an answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Into the facts file.
    Facts,
    /// Into the front matter of the words file.
    Words,
    /// Below the front matter.
    Body,
    /// It says which words file that is.
    Language,
    /// Into `files/`.
    File,
    /// Into the history, if the visitor wants that.
    Contributor,
    /// Nowhere: it is agreed to.
    Consent,
}

/// The field that people never see; what fills it in is a program.
pub const HONEYPOT: &str = "homepage";
/// The hidden field with the kind of the entry; none means an Interlinker.
pub const KIND: &str = "kind";
/// The hidden field with the language of the page that the form is on.
pub const PAGE_LANGUAGE: &str = "lang";
/// Longest Markdown text of a form, in characters. The content may have more, but who has that much
/// to say attaches a file.
pub const MAX_MARKDOWN: usize = 20_000;
/// Longest name of a contributor.
const MAX_CONTRIBUTOR: usize = 100;
/// Longest address or licence.
const MAX_ADDRESS: usize = 200;

/// Every form there is.
pub static FORMS: &[&Form] = &[&INTERLINKER, &STORY, &PROBLEM, &CALL, &ORGANISATION];

/// "Propose an Interlinker".
static INTERLINKER: Form = Form {
    kind: Kind::Interlinker,
    groups: &[
        open(
            "essentials",
            &[
                required(at(Place::Language, "language")),
                required(between(2, 80, at(Place::Words, "name"))),
                required(at(Place::Facts, "nature")),
                required(between(20, 400, at(Place::Words, "summary"))),
                at(Place::Facts, "address"),
                at(Place::File, "file"),
            ],
        ),
        open("use", &[at(Place::Words, "description"), at(Place::Body, "instructions")]),
        Group {
            folded: true,
            ..open(
                "purpose",
                &[
                    at(Place::Facts, "problems"),
                    at(Place::Facts, "themes"),
                    at(Place::Facts, "purposes"),
                    at(Place::Facts, "audiences"),
                    at(Place::Facts, "scopes"),
                    at(Place::Facts, "form"),
                    at(Place::Facts, "difficulty"),
                    at(Place::Words, "constraints"),
                ],
            )
        },
        open(
            "rights",
            &[
                required(at(Place::Facts, "licence")),
                at(Place::Facts, "licence-group"),
                at(Place::Facts, "publisher"),
                at(Place::Facts, "contact"),
            ],
        ),
        YOU,
    ],
};

/// "Tell your story". Its tree and its materials beyond one file are worked out with the editors.
static STORY: Form = Form {
    kind: Kind::Story,
    groups: &[
        open(
            "essentials",
            &[
                required(at(Place::Language, "language")),
                required(between(2, 120, at(Place::Words, "name"))),
                required(between(20, 400, at(Place::Words, "summary"))),
                required(between(100, MAX_MARKDOWN, at(Place::Body, "text"))),
            ],
        ),
        open(
            "outcome",
            &[
                at(Place::Words, "objectives"),
                at(Place::Words, "results"),
                at(Place::Words, "lessons"),
                at(Place::Words, "did-not-work"),
                at(Place::Words, "incentives"),
                at(Place::File, "file"),
            ],
        ),
        Group {
            folded: true,
            ..open(
                "process",
                &[
                    at(Place::Facts, "owners"),
                    at(Place::Facts, "countries"),
                    at(Place::Facts, "governance-model"),
                    at(Place::Facts, "schema"),
                    at(Place::Facts, "start"),
                    at(Place::Facts, "end"),
                ],
            )
        },
        open(
            "rights",
            &[
                required(at(Place::Facts, "licence")),
                at(Place::Facts, "publisher"),
                at(Place::Facts, "contact"),
            ],
        ),
        YOU,
    ],
};

/// "Name a need": a problem profile. Its code is given by the service.
static PROBLEM: Form = Form {
    kind: Kind::Problem,
    groups: &[
        open(
            "essentials",
            &[
                required(at(Place::Language, "language")),
                required(between(2, 80, at(Place::Words, "name"))),
                required(between(20, 400, at(Place::Words, "summary"))),
                required(at(Place::Facts, "family")),
            ],
        ),
        YOU,
    ],
};

/// "Look for collaborators".
static CALL: Form = Form {
    kind: Kind::Call,
    groups: &[
        open(
            "essentials",
            &[
                required(at(Place::Language, "language")),
                required(between(2, 120, at(Place::Words, "name"))),
                required(between(20, 400, at(Place::Words, "summary"))),
                required(between(50, MAX_MARKDOWN, at(Place::Body, "text"))),
                at(Place::Facts, "start"),
                required(at(Place::Facts, "end")),
                required(at(Place::Facts, "contact")),
            ],
        ),
        Group {
            folded: true,
            ..open(
                "process",
                &[
                    at(Place::Facts, "organisation"),
                    at(Place::Facts, "roles"),
                    at(Place::Facts, "countries"),
                    at(Place::Facts, "schema"),
                ],
            )
        },
        YOU,
    ],
};

/// "Add an organisation". Its domains, which prove addresses, are for maintainers to say.
static ORGANISATION: Form = Form {
    kind: Kind::Organisation,
    groups: &[
        open(
            "essentials",
            &[
                required(at(Place::Language, "language")),
                required(between(2, 120, at(Place::Words, "name"))),
                required(between(20, 400, at(Place::Words, "summary"))),
                required(at(Place::Facts, "type")),
                at(Place::Facts, "country"),
                at(Place::Facts, "website"),
            ],
        ),
        YOU,
    ],
};

/// Who sends it, and what they agree to.
const YOU: Group = open(
    "you",
    &[
        between(0, MAX_CONTRIBUTOR, at(Place::Contributor, "contributor")),
        at(Place::Consent, "show-name"),
        required(at(Place::Consent, "agree")),
    ],
);

const fn open(name: &'static str, inputs: &'static [Input]) -> Group {
    Group { name, folded: false, inputs }
}
const fn at(place: Place, name: &'static str) -> Input {
    Input { name, place, required: false, min: 0, max: None }
}
const fn required(input: Input) -> Input {
    Input { required: true, ..input }
}
const fn between(min: usize, max: usize, input: Input) -> Input {
    Input { min, max: Some(max), ..input }
}

static LINE: Shape = Shape::Line;
static MARKDOWN: Shape = Shape::Markdown;
static LANGUAGE: Shape = Shape::Language;
static FILE: Shape = Shape::File;
static FLAG: Shape = Shape::Flag;

impl Form {
    /// The form of a kind, where it has one.
    pub fn of(kind: Kind) -> Option<&'static Form> {
        FORMS.iter().copied().find(|form| form.kind == kind)
    }

    /// Every field, in order.
    pub fn inputs(&self) -> impl Iterator<Item = &'static Input> + use<> {
        self.groups.iter().flat_map(|group| group.inputs)
    }

    /// The field of that name.
    pub fn input(&self, name: &str) -> Option<&'static Input> {
        self.inputs().find(|input| input.name == name)
    }
}

impl Input {
    /// The field of the content that the answer becomes; none for what is no such field.
    pub fn field(&self, kind: Kind) -> Option<&'static Field> {
        let fields = match self.place {
            Place::Facts => kind.facts()?,
            Place::Words => kind.words(),
            _ => return None,
        };
        fields.iter().find(|field| field.name == self.name)
    }

    /// What may stand in it.
    pub fn shape(&self, kind: Kind) -> &'static Shape {
        match self.place {
            // A test shows that each of these is a field.
            Place::Facts | Place::Words => self.field(kind).map_or(&LINE, |field| &field.shape),
            Place::Body => &MARKDOWN,
            Place::Language => &LANGUAGE,
            Place::File => &FILE,
            Place::Contributor => &LINE,
            Place::Consent => &FLAG,
        }
    }

    /// Most characters of the answer.
    pub fn max(&self, kind: Kind) -> usize {
        self.max.unwrap_or(match self.shape(kind) {
            Shape::Text => MAX_TEXT,
            Shape::Markdown => MAX_MARKDOWN,
            Shape::Line => MAX_LINE,
            _ => MAX_ADDRESS,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_a_form_asks_for_is_a_field_of_the_content() {
        for form in FORMS {
            for input in form.inputs() {
                let is_field = input.field(form.kind).is_some();
                let must_be = matches!(input.place, Place::Facts | Place::Words);
                assert_eq!(is_field, must_be, "{} {}", form.kind, input.name);
                let nested = matches!(
                    input.shape(form.kind),
                    Shape::Record(_) | Shape::RecordOr(..) | Shape::ByLanguage(_) | Shape::ByName(_)
                );
                assert!(!nested, "{} {} is more than one answer", form.kind, input.name);
            }
        }
    }

    #[test]
    fn a_form_asks_for_all_that_an_entry_must_have() {
        // The service says these itself: a proposal is active once it is accepted, and the code of a
        // need follows from its name.
        let given = ["status", "code"];
        for form in FORMS {
            let fields = form.kind.facts().unwrap_or_default().iter();
            for field in fields.filter(|field| field.need == crate::model::definition::Need::Required) {
                let asked = form.input(field.name).is_some_and(|input| input.required);
                assert!(asked || given.contains(&field.name), "{} {}", form.kind, field.name);
            }
        }
    }

    #[test]
    fn a_folded_group_hides_nothing_that_is_needed() {
        for group in FORMS.iter().flat_map(|form| form.groups).filter(|group| group.folded) {
            assert!(group.inputs.iter().all(|input| !input.required), "{}", group.name);
        }
    }

    #[test]
    fn every_name_stands_once() {
        for form in FORMS {
            let mut seen = BTreeSet::from([HONEYPOT, PAGE_LANGUAGE, KIND]);
            assert!(form.inputs().all(|input| seen.insert(input.name)), "{}", form.kind);
        }
    }
}
