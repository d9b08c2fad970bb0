//! The forms: which fields a visitor is asked for, in which order and groups, and where each answer
//! goes. The page (`render::form`) and the contribution service both read these tables, so a form
//! asks for exactly what the service accepts. What may stand in a field is not said here: it follows
//! from the field's [`Shape`] in `definition`.
//!
//! A form has a [`Purpose`]: to propose an entry, or to do something about one that is there. Editing
//! asks for the fields of the proposal; what a translation asks for depends on the entry and is put
//! together where the form is shown.

use super::definition::{Field, MAX_LINE, MAX_TEXT, REVIEW, Shape, USE};
use super::kind::Kind;

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// A new entry.
    Propose,
    /// Other facts or words in an entry.
    Edit,
    /// The words of an entry in another language.
    Translate,
    /// "We use this".
    Use,
    /// Stars and why.
    Review,
    /// Something is wrong with an entry.
    Report,
}

impl Purpose {
    /// What can be done about an entry that is there.
    pub const ABOUT_ENTRY: [Purpose; 5] =
        [Purpose::Edit, Purpose::Translate, Purpose::Report, Purpose::Use, Purpose::Review];

    /// The name in addresses, in forms and in message keys.
    pub fn name(self) -> &'static str {
        match self {
            Purpose::Propose => "propose",
            Purpose::Edit => "edit",
            Purpose::Translate => "translate",
            Purpose::Use => "use",
            Purpose::Review => "review",
            Purpose::Report => "report",
        }
    }

    /// The purpose of that name.
    pub fn from_name(name: &str) -> Option<Purpose> {
        Purpose::ABOUT_ENTRY.into_iter().chain([Purpose::Propose]).find(|purpose| purpose.name() == name)
    }
}

/// A form.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// What it is for.
    pub purpose: Purpose,
    /// The kind of the entry it proposes or is about.
    pub kind: Kind,
    table: &'static [Group],
}

/// Fields that belong together.
#[derive(Debug)]
pub struct Group {
    /// The text `form-group-<name>` is its title.
    pub name: &'static str,
    /// Whether it begins closed. Nothing that must be filled in may be in such a group.
    pub folded: bool,
    /// The fields. A form may leave some out, see [`Form::inputs_of`].
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
    /// An outline that becomes a tree, and the words of its nodes.
    Outline,
    /// The reduced tree of a process, into a file of its own.
    Tree,
    /// It says which words file that is.
    Language,
    /// Into `files/`.
    File,
    /// Into the history, if the visitor wants that.
    Contributor,
    /// To the people who review it, and into no file.
    Message,
    /// Nowhere: it is agreed to.
    Consent,
}

impl Place {
    /// The name of the place in a page.
    pub fn name(self) -> &'static str {
        match self {
            Place::Facts => "facts",
            Place::Words => "words",
            Place::Body => "body",
            Place::Outline => "outline",
            Place::Tree => "tree",
            Place::Language => "language",
            Place::File => "file",
            Place::Contributor => "contributor",
            Place::Message => "message",
            Place::Consent => "consent",
        }
    }
}

/// The field that people never see; what fills it in is a program.
pub const HONEYPOT: &str = "homepage";
/// The hidden field with the kind of the entry; none means an Interlinker.
pub const KIND: &str = "kind";
/// The hidden field with the purpose; none means a proposal.
pub const PURPOSE: &str = "purpose";
/// The hidden field with the slug of the entry it is about.
pub const ENTRY: &str = "entry";
/// The hidden field with the language of the words that are edited, or that are translated into.
pub const WORDS: &str = "words";
/// The hidden field with the language of the page that the form is on.
pub const PAGE_LANGUAGE: &str = "lang";
/// Longest Markdown text of a form, in characters. The content may have more, but who has that much
/// to say attaches a file.
pub const MAX_MARKDOWN: usize = 20_000;
/// Longest tree of a story, in bytes: room for some hundreds of steps that have words of their own.
pub const MAX_TREE: usize = 200_000;
/// Longest message to the people who review it, in characters.
const MAX_MESSAGE: usize = 4_000;
/// Longest name of a contributor.
const MAX_CONTRIBUTOR: usize = 100;
/// Longest address or licence.
const MAX_ADDRESS: usize = 200;

/// The kinds that can be proposed with a form.
const PROPOSED: [Kind; 6] =
    [Kind::Interlinker, Kind::Story, Kind::Problem, Kind::Call, Kind::Organisation, Kind::Schema];

/// "Propose an Interlinker".
static INTERLINKER: &[Group] = &[
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
];

/// "Tell your story". Its tree comes from a process of the workspace; materials beyond one file are
/// worked out with the editors.
static STORY: &[Group] = &[
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
                at(Place::Facts, "tags"),
            ],
        )
    },
    Group { folded: true, ..open("from-process", &[between(0, MAX_TREE, at(Place::Tree, "tree"))]) },
    open(
        "rights",
        &[required(at(Place::Facts, "licence")), at(Place::Facts, "publisher"), at(Place::Facts, "contact")],
    ),
];

/// "Name a need": a problem profile. Its code is given by the service.
static PROBLEM: &[Group] = &[open(
    "essentials",
    &[
        required(at(Place::Language, "language")),
        required(between(2, 80, at(Place::Words, "name"))),
        required(between(20, 400, at(Place::Words, "summary"))),
        required(at(Place::Facts, "family")),
    ],
)];

/// "Look for collaborators".
static CALL: &[Group] = &[
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
                at(Place::Facts, "tags"),
            ],
        )
    },
];

/// "Add an organisation". Its domains, which prove addresses, are for maintainers to say.
static ORGANISATION: &[Group] = &[open(
    "essentials",
    &[
        required(at(Place::Language, "language")),
        required(between(2, 120, at(Place::Words, "name"))),
        required(between(20, 400, at(Place::Words, "summary"))),
        required(at(Place::Facts, "type")),
        at(Place::Facts, "country"),
        at(Place::Facts, "website"),
    ],
)];

/// "Share a way of working": a schema, its tree as an outline.
static SCHEMA: &[Group] = &[
    open(
        "essentials",
        &[
            required(at(Place::Language, "language")),
            required(between(2, 120, at(Place::Words, "name"))),
            required(between(20, 400, at(Place::Words, "summary"))),
            required(between(5, MAX_MARKDOWN, at(Place::Outline, "outline"))),
            at(Place::Body, "text"),
        ],
    ),
    open(
        "rights",
        &[required(at(Place::Facts, "licence")), at(Place::Facts, "publisher"), at(Place::Facts, "contact")],
    ),
];

/// What an editor of a schema is asked: its tree is worked out with the maintainers.
static SCHEMA_WORDS: &[Group] = &[
    open("essentials", WORDS_OF_ANY),
    open(
        "rights",
        &[at(Place::Facts, "licence"), at(Place::Facts, "publisher"), at(Place::Facts, "contact")],
    ),
];

/// A page or a news item.
static ARTICLE: &[Group] = &[open("essentials", WORDS_OF_ANY)];

const WORDS_OF_ANY: &[Input] = &[
    required(between(2, 120, at(Place::Words, "name"))),
    required(between(20, 400, at(Place::Words, "summary"))),
    at(Place::Body, "text"),
];

/// "We use this".
static USE_OF: &[Group] = &[open(
    "use-of",
    &[
        at(Place::Facts, "organisation"),
        at(Place::Facts, "name"),
        at(Place::Facts, "country"),
        at(Place::Facts, "version"),
        at(Place::Facts, "text"),
        at(Place::Language, "language"),
        at(Place::Facts, "address"),
    ],
)];

/// A review. Who wrote it is said by the last group.
static REVIEW_OF: &[Group] = &[open(
    "review-of",
    &[
        required(at(Place::Facts, "stars")),
        at(Place::Facts, "text"),
        at(Place::Language, "language"),
        at(Place::Facts, "version"),
    ],
)];

/// Something is wrong.
static REPORT_OF: &[Group] =
    &[open("report-of", &[required(between(20, MAX_MESSAGE, at(Place::Message, "message")))])];

/// Why something is changed, for whoever decides about it.
static REMARK: Group =
    Group { folded: true, ..open("remark", &[between(0, MAX_MESSAGE, at(Place::Message, "remark"))]) };

static YOU_AND_CONSENT: &[&Group] = &[&YOU];
static REMARK_AND_YOU: &[&Group] = &[&REMARK, &YOU];
static CONSENT: &[&Group] = &[&AGREE];

/// Who sends it, and what they agree to.
static YOU: Group = open(
    "you",
    &[
        between(0, MAX_CONTRIBUTOR, at(Place::Contributor, "contributor")),
        at(Place::Consent, "show-name"),
        required(at(Place::Consent, "agree")),
    ],
);

/// What somebody agrees to who is not named.
static AGREE: Group = open("you", &[required(at(Place::Consent, "agree"))]);

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
static TEXT: Shape = Shape::Text;
static FLAG: Shape = Shape::Flag;

impl Form {
    /// The form of a purpose for a kind, where there is one.
    pub fn of(purpose: Purpose, kind: Kind) -> Option<Form> {
        let table = match (purpose, kind) {
            (Purpose::Propose, kind) if !PROPOSED.contains(&kind) => return None,
            (Purpose::Propose | Purpose::Edit, kind) => match kind {
                Kind::Interlinker => INTERLINKER,
                Kind::Story => STORY,
                Kind::Problem => PROBLEM,
                Kind::Call => CALL,
                Kind::Organisation => ORGANISATION,
                Kind::Schema if purpose == Purpose::Propose => SCHEMA,
                Kind::Schema => SCHEMA_WORDS,
                Kind::Page | Kind::News => ARTICLE,
            },
            (Purpose::Translate, _) => &[],
            (Purpose::Use, Kind::Interlinker) => USE_OF,
            (Purpose::Review, Kind::Interlinker | Kind::Story) => REVIEW_OF,
            (Purpose::Use | Purpose::Review, _) => return None,
            (Purpose::Report, _) => REPORT_OF,
        };
        Some(Form { purpose, kind, table })
    }

    /// The forms that propose something.
    pub fn proposals() -> impl Iterator<Item = Form> {
        PROPOSED.into_iter().filter_map(|kind| Form::of(Purpose::Propose, kind))
    }

    /// Every form there is.
    pub fn all() -> impl Iterator<Item = Form> {
        let about =
            |kind: Kind| Purpose::ABOUT_ENTRY.into_iter().filter_map(move |purpose| Form::of(purpose, kind));
        Form::proposals().chain(Kind::ALL.into_iter().flat_map(about))
    }

    /// Its groups, in order; none without a field.
    pub fn groups(self) -> impl Iterator<Item = &'static Group> {
        let end: &'static [&'static Group] = match self.purpose {
            Purpose::Propose | Purpose::Review => YOU_AND_CONSENT,
            Purpose::Edit | Purpose::Translate => REMARK_AND_YOU,
            Purpose::Use | Purpose::Report => CONSENT,
        };
        let groups = self.table.iter().chain(end.iter().copied());
        groups.filter(move |group| self.inputs_of(group).next().is_some())
    }

    /// The fields of a group that this form asks for: who edits an entry neither says its language
    /// again nor brings files, and leaves its tree as it is.
    pub fn inputs_of(self, group: &'static Group) -> impl Iterator<Item = &'static Input> {
        let is_asked = move |place| {
            self.purpose != Purpose::Edit || !matches!(place, Place::Language | Place::File | Place::Tree)
        };
        group.inputs.iter().filter(move |input| is_asked(input.place))
    }

    /// Every field, in order.
    pub fn inputs(self) -> impl Iterator<Item = &'static Input> {
        self.groups().flat_map(move |group| self.inputs_of(group))
    }

    /// The field of that name.
    pub fn input(self, name: &str) -> Option<&'static Input> {
        self.inputs().find(|input| input.name == name)
    }

    /// The fields of the file that the answers at [`Place::Facts`] go into.
    pub fn facts(self) -> &'static [Field] {
        match self.purpose {
            Purpose::Use => USE,
            Purpose::Review => REVIEW,
            _ => self.kind.facts().unwrap_or_default(),
        }
    }
}

impl Input {
    /// The field of the content that the answer becomes; none for what is no such field.
    pub fn field(&self, form: Form) -> Option<&'static Field> {
        let fields = match self.place {
            Place::Facts => form.facts(),
            Place::Words => form.kind.words(),
            _ => return None,
        };
        fields.iter().find(|field| field.name == self.name)
    }

    /// What may stand in it.
    pub fn shape(&self, form: Form) -> &'static Shape {
        match self.place {
            // A test shows that each of these is a field.
            Place::Facts | Place::Words => self.field(form).map_or(&LINE, |field| &field.shape),
            Place::Body | Place::Outline => &MARKDOWN,
            Place::Language => &LANGUAGE,
            Place::File => &FILE,
            Place::Contributor => &LINE,
            Place::Message | Place::Tree => &TEXT,
            Place::Consent => &FLAG,
        }
    }

    /// Most characters of the answer.
    pub fn max(&self, form: Form) -> usize {
        // Whoever mends a word of a long text need not shorten it.
        if form.purpose == Purpose::Edit && matches!(self.shape(form), Shape::Markdown) {
            return crate::content::decode::MAX_MARKDOWN;
        }
        self.max.unwrap_or(match self.shape(form) {
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
        for form in Form::all() {
            for input in form.inputs() {
                let is_field = input.field(form).is_some();
                let must_be = matches!(input.place, Place::Facts | Place::Words);
                assert_eq!(is_field, must_be, "{form:?} {}", input.name);
                let nested = matches!(
                    input.shape(form),
                    Shape::Record(_) | Shape::RecordOr(..) | Shape::ByLanguage(_) | Shape::ByName(_)
                );
                assert!(!nested, "{form:?} {} is more than one answer", input.name);
            }
        }
    }

    #[test]
    fn a_form_asks_for_all_that_an_entry_must_have() {
        // The service says these itself: a proposal is active once it is accepted, the code of a need
        // follows from its name, the phases of a schema from its outline.
        let given = ["status", "code", "phases"];
        for form in Form::proposals() {
            let fields = form.facts().iter();
            for field in fields.filter(|field| field.need == crate::model::definition::Need::Required) {
                let asked = form.input(field.name).is_some_and(|input| input.required);
                assert!(asked || given.contains(&field.name), "{} {}", form.kind, field.name);
            }
        }
    }

    #[test]
    fn a_folded_group_hides_nothing_that_is_needed() {
        for group in Form::all().flat_map(Form::groups).filter(|group| group.folded) {
            assert!(group.inputs.iter().all(|input| !input.required), "{}", group.name);
        }
    }

    #[test]
    fn a_tree_comes_with_a_new_story_and_an_edit_leaves_it_alone() {
        let has_tree = |purpose, kind| {
            Form::of(purpose, kind).is_some_and(|form| form.inputs().any(|input| input.place == Place::Tree))
        };
        assert!(has_tree(Purpose::Propose, Kind::Story));
        assert!(!has_tree(Purpose::Edit, Kind::Story));
        assert!(!Kind::ALL.into_iter().any(|kind| kind != Kind::Story && has_tree(Purpose::Propose, kind)));
    }

    #[test]
    fn every_name_stands_once() {
        for form in Form::all() {
            let mut seen = BTreeSet::from([HONEYPOT, PAGE_LANGUAGE, KIND, PURPOSE, ENTRY, WORDS]);
            assert!(form.inputs().all(|input| seen.insert(input.name)), "{form:?}");
        }
    }

    #[test]
    fn a_purpose_keeps_its_name_and_everything_can_be_edited_translated_and_reported() {
        for purpose in Purpose::ABOUT_ENTRY {
            assert_eq!(Purpose::from_name(purpose.name()), Some(purpose));
        }
        for kind in Kind::ALL {
            for purpose in [Purpose::Edit, Purpose::Translate, Purpose::Report] {
                assert!(Form::of(purpose, kind).is_some(), "{purpose:?} {kind}");
            }
        }
        assert_eq!(Form::all().count(), 6 + 8 * 3 + 1 + 2);
    }
}
