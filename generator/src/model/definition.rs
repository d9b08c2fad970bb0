//! The one definition of every entity: which fields a kind has, what may stand in them and why.
//! Decoding, "did you mean", JSON Schema, `interlink new`, `interlink fmt`, the web forms and the
//! documentation are all derived from these tables, so they cannot disagree.

use super::kind::Kind;

/// One field of a facts file, of a front matter, or of a record inside them.
#[derive(Debug)]
pub struct Field {
    /// The key as it is written in YAML, in kebab-case.
    pub name: &'static str,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether an entry without it cannot be published.
    pub need: Need,
    /// One sentence for authors: what it is for.
    pub doc: &'static str,
}

/// How badly a field is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Absent is an error.
    Required,
    /// ADMS-AP asks for it: absent is a warning and a visible "not stated".
    Expected,
    /// Absent is fine.
    Optional,
}

/// What may stand in a field.
#[derive(Debug)]
pub enum Shape {
    /// One line of plain text, at most [`MAX_LINE`] characters.
    Line,
    /// Plain text of at most [`MAX_TEXT`] characters; line breaks are paragraphs.
    Text,
    /// Markdown without raw HTML.
    Markdown,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0.
    Number,
    /// A whole number from 1 to this one.
    OneTo(u8),
    /// A calendar day, `2026-03-14` (ISO 8601); also a month or a year where only that is known.
    Date,
    /// An `http:`, `https:` or `mailto:` address.
    Address,
    /// The same, to reach somebody: a page, or the mailbox of an office.
    Contact,
    /// An `http:` or `https:` address to which paths are added.
    BaseUrl,
    /// An SPDX licence expression, an address of the licence text, or `unstated`.
    Licence,
    /// An ISO 639-1 code such as `lv`.
    Language,
    /// A name inside one file: lower-case letters, digits and hyphens.
    Id,
    /// An id of `vocabularies/<name>.yaml`.
    Term(&'static str),
    /// The slug of an entry of that kind.
    Reference(Kind),
    /// `schema-slug/node-id`.
    Node,
    /// The id of another node of the same schema.
    Sibling,
    /// A file below the entry's folder, such as `files/canvas.pptx`.
    File,
    /// A list of such values, without repetition.
    List(&'static Shape),
    /// A record with fields of its own.
    Record(&'static [Field]),
    /// A record; a value alone stands for that one of its fields.
    RecordOr(&'static str, &'static [Field]),
    /// A map from a language code to such a value.
    ByLanguage(&'static Shape),
    /// A map with names the author chooses.
    ByName(&'static Shape),
}

/// Longest [`Shape::Line`], in characters.
pub const MAX_LINE: usize = 200;
/// Longest [`Shape::Text`], in characters.
pub const MAX_TEXT: usize = 2_000;

const fn required(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, need: Need::Required, doc }
}
const fn expected(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, need: Need::Expected, doc }
}
const fn optional(name: &'static str, shape: Shape, doc: &'static str) -> Field {
    Field { name, shape, need: Need::Optional, doc }
}

static LINE: Shape = Shape::Line;
static ID: Shape = Shape::Id;
static LANGUAGE: Shape = Shape::Language;
static TEXT: Shape = Shape::Text;
static NODE: Shape = Shape::Node;

macro_rules! terms {
    ($($name:ident = $vocabulary:literal;)*) => { $(static $name: Shape = Shape::Term($vocabulary);)* };
}
terms! {
    THEME = "theme"; PURPOSE = "purpose"; TAG = "tag"; AUDIENCE = "audience"; SCOPE = "scope";
    SERVICE_TYPE = "service-type"; COUNTRY = "country"; ROLE = "role"; AREA = "thematic-area";
    MODEL = "governance-model"; DIFFICULTY = "difficulty"; NATURE = "nature"; FORM = "form";
}
macro_rules! references {
    ($($name:ident = $kind:ident;)*) => { $(static $name: Shape = Shape::Reference(Kind::$kind);)* };
}
references! { INTERLINKER = Interlinker; PROBLEM = Problem; ORGANISATION = Organisation; }

const STATUS: Field = required("status", Shape::Term("status"), "draft (not built), active, or retired");
const SUCCESSOR_DOC: &str = "what to use instead of a retired entry";
const FORMER_SLUGS: Field = optional(
    "former-slugs",
    Shape::List(&LINE),
    "names and ids this entry had before; each becomes a redirect",
);
const TAGS: Field = optional("tags", Shape::List(&TAG), "free keywords, as ids of the tag vocabulary");
const LICENCE: Field = expected(
    "licence",
    Shape::Licence,
    "SPDX id, address of the licence text, or unstated with a licence-group",
);
const LICENCE_GROUP: Field =
    optional("licence-group", Shape::Term("licence-group"), "what the licence allows, in broad terms");
const PUBLISHER: Field = expected(
    "publisher",
    Shape::Reference(Kind::Organisation),
    "the organisation that answers for the entry",
);
const CONTACT: Field =
    expected("contact", Shape::Contact, "a role mailbox or a page, never a person's address");
const FILES: Field = optional("files", Shape::List(&FILE_RECORD), "what can be downloaded");

static FILE_RECORD: Shape = Shape::Record(&[
    required("path", Shape::File, "where the file lies, below the entry's folder"),
    required("language", Shape::Language, "the language the file is written in"),
    required("title", Shape::Line, "what the file is, in its own language"),
    required("accessibility", Shape::Term("accessibility"), "whether people with disabilities can read it"),
    optional("licence", Shape::Licence, "only where it differs from the entry's"),
    optional("format", Shape::Line, "what the file was declared to be, where that differs from its name"),
]);
static VERSION_RECORD: Shape = Shape::Record(&[
    required("version", Shape::Line, "the name of the version"),
    optional("date", Shape::Date, "when it came out"),
    optional("notes", Shape::Text, "what changed"),
]);

/// `interlinkers/<slug>/interlinker.yaml`
pub static INTERLINKER_FACTS: &[Field] = &[
    required("nature", Shape::Term("nature"), "software or knowledge, kept here or elsewhere"),
    STATUS,
    optional("successor", Shape::Reference(Kind::Interlinker), SUCCESSOR_DOC),
    FORMER_SLUGS,
    optional("address", Shape::Address, "where an external Interlinker lives, or where software runs"),
    optional("themes", Shape::List(&THEME), "the thematic sets it belongs to"),
    optional("purposes", Shape::List(&PURPOSE), "lead the process, raise capability, develop the service"),
    optional("problems", Shape::List(&PROBLEM), "the problem profiles it solves"),
    TAGS,
    optional("form", Shape::Term("form"), "template, canvas, guidelines, …"),
    optional("difficulty", Shape::Term("difficulty"), "how hard it is to use"),
    optional("audiences", Shape::List(&AUDIENCE), "whom it is for"),
    optional("scopes", Shape::List(&SCOPE), "European, national, local"),
    optional("service-types", Shape::List(&SERVICE_TYPE), "what it does for a process"),
    optional("based-on", Shape::List(&INTERLINKER), "the software Interlinkers it needs"),
    LICENCE,
    LICENCE_GROUP,
    PUBLISHER,
    CONTACT,
    FILES,
    optional("versions", Shape::List(&VERSION_RECORD), "newest first"),
];

/// `problems/<slug>/problem.yaml`
pub static PROBLEM_FACTS: &[Field] = &[
    required("code", Shape::Line, "its code in the original catalogue, such as ORG_PROBLEM_6.1"),
    STATUS,
    optional("successor", Shape::Reference(Kind::Problem), SUCCESSOR_DOC),
    FORMER_SLUGS,
    required(
        "family",
        Shape::Term("problem-family"),
        "organise, understand, define, build, validate, sustain, hackathon",
    ),
];

static TASK: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name; unique in the schema, never used again"),
    optional("retired", Shape::Flag, "true: no longer offered, kept because stories name it"),
    optional("prerequisites", Shape::List(&SIBLING), "ids of nodes that come before it"),
    optional("problems", Shape::List(&PROBLEM), "the problem profiles it raises"),
]);
static SIBLING: Shape = Shape::Sibling;
static OBJECTIVE: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name; unique in the schema, never used again"),
    optional("retired", Shape::Flag, "true: no longer offered, kept because stories name it"),
    optional("prerequisites", Shape::List(&SIBLING), "ids of nodes that come before it"),
    optional("problems", Shape::List(&PROBLEM), "the problem profiles all its tasks raise"),
    optional("tasks", Shape::List(&TASK), "what there is to do"),
]);
static PHASE: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name; unique in the schema, never used again"),
    optional("retired", Shape::Flag, "true: no longer offered, kept because stories name it"),
    optional("prerequisites", Shape::List(&SIBLING), "ids of nodes that come before it"),
    optional("co-delivery", Shape::Flag, "true: the service is delivered together, not only designed"),
    optional("objectives", Shape::List(&OBJECTIVE), "what the phase reaches"),
]);

/// `schemas/<slug>/schema.yaml`
pub static SCHEMA_FACTS: &[Field] = &[
    STATUS,
    optional("successor", Shape::Reference(Kind::Schema), SUCCESSOR_DOC),
    FORMER_SLUGS,
    TAGS,
    LICENCE,
    LICENCE_GROUP,
    PUBLISHER,
    CONTACT,
    required("phases", Shape::List(&PHASE), "the tree: phases, their objectives, their tasks"),
];

/// One node of `schemas/<slug>/<lang>.yaml`, a map from node id to its words.
pub static NODE_WORDS: &[Field] = &[
    optional("name", Shape::Line, "the node's name"),
    optional("description", Shape::Markdown, "what is done and why"),
    TRANSLATED_FROM,
];

/// The public service of a story, after CPSV-AP 3.2.0; its name and description are words.
static PUBLIC_SERVICE: &[Field] = &[
    optional(
        "identifier",
        Shape::Line,
        "the number or address under which its authority knows it; absent: its home page",
    ),
    optional("authority", Shape::Reference(Kind::Organisation), "the organisation that answers for it"),
    optional("homepage", Shape::Address, "where people use it or read about it"),
    optional("status", Shape::Term("service-status"), "planned, in use, or ended"),
    optional("thematic-areas", Shape::List(&AREA), "what part of life it is about"),
    optional("countries", Shape::List(&COUNTRY), "where it is offered; absent: the authority's country"),
    optional("languages", Shape::List(&LANGUAGE), "the languages it is offered in"),
];

/// `stories/<slug>/story.yaml`
pub static STORY_FACTS: &[Field] = &[
    STATUS,
    optional("successor", Shape::Reference(Kind::Story), SUCCESSOR_DOC),
    FORMER_SLUGS,
    optional("schema", Shape::Reference(Kind::Schema), "the schema the process followed"),
    optional("owners", Shape::List(&ORGANISATION), "who did it"),
    PUBLISHER,
    CONTACT,
    LICENCE,
    optional("countries", Shape::List(&COUNTRY), "where it happened"),
    optional("governance-model", Shape::Term("governance-model"), "who led"),
    optional("start", Shape::Date, "when it began"),
    optional("end", Shape::Date, "when it ended"),
    optional(
        "public-service",
        Shape::RecordOr("homepage", PUBLIC_SERVICE),
        "the public service it was about: its address alone, or what CPSV-AP asks of it",
    ),
    TAGS,
    FILES,
];

static USED_INTERLINKER: Shape = Shape::Record(&[
    required("interlinker", Shape::Reference(Kind::Interlinker), "what was used"),
    optional("version", Shape::Line, "which version"),
]);
static PUBLIC_LINK: Shape = Shape::Record(&[
    required("title", Shape::Line, "what it leads to"),
    required("address", Shape::Address, "where it leads"),
]);
static TREE_NODE: Shape = Shape::Record(&TREE_NODE_FIELDS);
static TREE_NODE_FIELDS: [Field; 10] = [
    optional("node", Shape::Node, "a node of a schema taken over, as schema-slug/node-id"),
    optional("id", Shape::Id, "the name of a node of the story's own"),
    optional("status", Shape::Term("task-status"), "done, skipped, or awaiting"),
    optional("reason", Shape::Text, "why it was skipped"),
    optional("language", Shape::Language, "the language of its words, reason and links"),
    optional("name", Shape::Line, "only where the words differ from the schema's"),
    optional("description", Shape::Markdown, "only where the words differ from the schema's"),
    optional("interlinkers", Shape::List(&USED_INTERLINKER), "the Interlinkers used here"),
    optional("links", Shape::List(&PUBLIC_LINK), "public results"),
    optional("children", Shape::List(&TREE_NODE), "the nodes below it"),
];

/// `stories/<slug>/tree.yaml`: the reduced tree of the story's process.
pub static STORY_TREE: &[Field] = &[
    optional("language", Shape::Language, "of reasons and links; absent, the site's first language"),
    required("nodes", Shape::List(&TREE_NODE), "the top nodes, usually the phases"),
];

/// `interlinkers/<slug>/uses/<id>.yaml`: somebody says "we use this".
pub static USE: &[Field] = &[
    required("date", Shape::Date, "the day it was said"),
    optional("organisation", Shape::Reference(Kind::Organisation), "who uses it, where the catalogue has it"),
    optional(
        "name",
        Shape::Line,
        "who uses it, where the catalogue has it not; an organisation, not a person",
    ),
    optional("country", Shape::Term("country"), "where"),
    optional("version", Shape::Line, "which version"),
    optional("address", Shape::Address, "a public page about it"),
    optional("language", Shape::Language, "the language of the text"),
    optional("text", Shape::Text, "what for, and how it went"),
];

/// The most stars of a review.
pub const MOST_STARS: u8 = 5;

/// `interlinkers/<slug>/reviews/<id>.yaml`, and the same of a story.
pub static REVIEW: &[Field] = &[
    required("date", Shape::Date, "the day it was written"),
    required("stars", Shape::OneTo(MOST_STARS), "from 1, of no help, to 5"),
    optional("by", Shape::Line, "who wrote it, only with their consent"),
    optional("version", Shape::Line, "which version it is about"),
    optional("language", Shape::Language, "the language of the text"),
    optional("text", Shape::Text, "why"),
];

/// `calls/<slug>/call.yaml`
pub static CALL_FACTS: &[Field] = &[
    STATUS,
    FORMER_SLUGS,
    required("end", Shape::Date, "the last day of the call"),
    optional("start", Shape::Date, "the first day of the call"),
    required("contact", Shape::Contact, "a role mailbox or a page, never a person's address"),
    optional("organisation", Shape::Reference(Kind::Organisation), "who calls"),
    optional("roles", Shape::List(&ROLE), "who is looked for"),
    optional("schema", Shape::Reference(Kind::Schema), "the schema the process follows"),
    optional("countries", Shape::List(&COUNTRY), "where it happens"),
    TAGS,
];

/// `organisations/<slug>/organisation.yaml`
pub static ORGANISATION_FACTS: &[Field] = &[
    STATUS,
    optional("successor", Shape::Reference(Kind::Organisation), SUCCESSOR_DOC),
    FORMER_SLUGS,
    required(
        "type",
        Shape::Term("organisation-type"),
        "public administration, citizens, non-profit, for-profit",
    ),
    optional("country", Shape::Term("country"), "where it sits"),
    optional("website", Shape::Address, "its own site"),
    optional(
        "domains",
        Shape::List(&LINE),
        "domains such as varam.gov.lv that prove an address is the organisation's",
    ),
];

const NAME: Field = optional("name", Shape::Line, "the name in this language");
const SUMMARY: Field =
    optional("summary", Shape::Text, "two or three plain sentences for lists and search results");
const ALIASES: Field = optional("aliases", Shape::List(&LINE), "other names people search for");
static TRANSLATION: [Field; 2] = [
    optional("language", Shape::Language, "the language it was translated from"),
    optional("fields", Shape::ByName(&LINE), "per field, the short hash of the source text"),
];
const TRANSLATED_FROM: Field = optional(
    "translated-from",
    Shape::Record(&TRANSLATION),
    "what this translation was made from, to tell when it is outdated",
);
const RETIREMENT: Field = optional("retirement-reason", Shape::Text, "why it was retired");

/// Front matter of `interlinkers/<slug>/<lang>.md`; the body says how to use it.
pub static INTERLINKER_WORDS: &[Field] = &[
    NAME,
    SUMMARY,
    ALIASES,
    optional("description", Shape::Markdown, "what it is and what it is good for"),
    optional("constraints", Shape::Markdown, "limits to know before choosing it"),
    optional("regulations", Shape::Markdown, "rules and standards that matter"),
    optional("snapshots", Shape::ByName(&LINE), "per picture of snapshots/, what it shows"),
    RETIREMENT,
    TRANSLATED_FROM,
];
/// Front matter of `stories/<slug>/<lang>.md`; the body tells what was done.
pub static STORY_WORDS: &[Field] = &[
    NAME,
    SUMMARY,
    ALIASES,
    optional("objectives", Shape::Markdown, "what was wanted"),
    optional("results", Shape::Markdown, "what came of it"),
    optional("lessons", Shape::Markdown, "what was learnt"),
    optional("did-not-work", Shape::Markdown, "what would be done otherwise"),
    optional("incentives", Shape::Markdown, "what moved people to take part"),
    optional("service-name", Shape::Line, "what the public service is called"),
    optional("service-description", Shape::Text, "what the public service does, and for whom"),
    RETIREMENT,
    TRANSLATED_FROM,
];
/// Front matter of every other `<lang>.md`.
pub static COMMON_WORDS: &[Field] = &[NAME, SUMMARY, ALIASES, RETIREMENT, TRANSLATED_FROM];
/// Front matter of `news/<date-slug>/<lang>.md`; with a start it is an event.
pub static NEWS_WORDS: &[Field] = &[
    NAME,
    SUMMARY,
    ALIASES,
    optional("start", Shape::Date, "first day of an event"),
    optional("end", Shape::Date, "last day of an event"),
    optional("place", Shape::Line, "where an event is held"),
    TRANSLATED_FROM,
];

static TERM: Shape = Shape::Record(&[
    required("id", Shape::Id, "the id that facts files use"),
    required("label", Shape::ByLanguage(&LINE), "what readers see, per language"),
    optional("description", Shape::ByLanguage(&LINE), "one sentence of explanation, per language"),
    optional("broader", Shape::Id, "the term above it"),
    optional("exact-match", Shape::Address, "the same concept in an EU authority list"),
    optional("aliases", Shape::List(&LINE), "other spellings that mean this term"),
]);
/// `vocabularies/<name>.yaml`
pub static VOCABULARY: &[Field] = &[
    optional("label", Shape::ByLanguage(&LINE), "what the vocabulary is called"),
    required("terms", Shape::List(&TERM), "the terms, in the order they are shown"),
];

static TEXTS: Shape = Shape::ByLanguage(&TEXT);
static BARRIER: Shape = Shape::Record(&[
    required("what", Shape::ByLanguage(&TEXT), "what cannot be used, and by whom"),
    required("reason", Shape::Term("barrier-reason"), "why it is so, as Directive (EU) 2016/2102 knows it"),
    optional("alternative", Shape::ByLanguage(&TEXT), "what to use instead"),
    optional("until", Shape::Date, "when it will be mended"),
]);
static ENFORCEMENT: Shape = Shape::Record(&[
    required("country", Shape::Term("country"), "the country whose procedure it is"),
    required("body", Shape::ByLanguage(&TEXT), "who is responsible there, and for what"),
    optional("address", Shape::Address, "where to complain"),
]);
/// `accessibility.yaml`: the accessibility statement, after the model of Commission Implementing
/// Decision (EU) 2018/1523.
pub static STATEMENT: &[Field] = &[
    required("status", Shape::Term("conformance"), "how far the site meets the standard"),
    required(
        "standard",
        Shape::ByLanguage(&LINE),
        "the standard it is measured by, such as WCAG 2.2, level AA",
    ),
    required("prepared", Shape::Date, "the day the statement was first made"),
    required("reviewed", Shape::Date, "the day it was last found true; after a year the build warns"),
    required("method", Shape::Term("assessment-method"), "who assessed the site"),
    required("checks", Shape::List(&TEXTS), "what was done to assess it, one sentence each"),
    optional("measures", Shape::List(&TEXTS), "what the site does so that everybody can use it"),
    optional("barriers", Shape::List(&BARRIER), "what is not accessible"),
    required("contact", Shape::Contact, "whom to tell about a barrier"),
    required("answer-within", Shape::Number, "in how many working days an answer comes"),
    required("enforcement", Shape::List(&ENFORCEMENT), "where to complain, per country"),
];

static WEIGHT: Shape = Shape::Record(&[
    required("points", Shape::Number, "how much the answer counts for what follows, from 1 to 9"),
    optional("models", Shape::List(&MODEL), "governance models that the answer speaks for"),
    optional("phases", Shape::List(&NODE), "phases to begin with, as schema-slug/node-id"),
    optional("problems", Shape::List(&PROBLEM), "problem profiles that the answer points to"),
    optional("themes", Shape::List(&THEME), "themes in which Interlinkers help"),
    optional("difficulties", Shape::List(&DIFFICULTY), "how hard an Interlinker may be"),
    optional("natures", Shape::List(&NATURE), "natures of Interlinkers that fit"),
    optional("forms", Shape::List(&FORM), "forms of Interlinkers that fit"),
    optional("audiences", Shape::List(&AUDIENCE), "audiences of Interlinkers that fit"),
]);
static ANSWER: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name in addresses; unique in the question"),
    required("text", Shape::ByLanguage(&LINE), "the answer, per language"),
    optional("weights", Shape::List(&WEIGHT), "what it counts for"),
]);
static QUESTION: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name in addresses; unique in the guide"),
    required("text", Shape::ByLanguage(&LINE), "the question, per language"),
    optional("hint", Shape::ByLanguage(&LINE), "one sentence of help, per language"),
    optional("several", Shape::Flag, "true: several answers may be chosen"),
    required("answers", Shape::List(&ANSWER), "the answers, in the order they are shown"),
]);
static MODEL_NOTE: Shape = Shape::Record(&[
    required("model", Shape::Term("governance-model"), "the governance model it is about"),
    optional("schema", Shape::Reference(Kind::Schema), "the schema to follow; absent: the site's"),
    optional("work", Shape::ByLanguage(&TEXT), "how work goes under it, per language"),
    optional("choose", Shape::ByLanguage(&TEXT), "when to choose it, per language"),
    optional("careful", Shape::ByLanguage(&TEXT), "what to be careful about, per language"),
]);
/// `guide.yaml`: the questions of "what do I need?" and what each answer counts for.
pub static GUIDE: &[Field] = &[
    required("questions", Shape::List(&QUESTION), "the questions, in the order they are asked"),
    optional("models", Shape::List(&MODEL_NOTE), "what there is to say about the governance models"),
];

static LINES: Shape = Shape::List(&LINE);
static SYNONYM_GROUP: Shape = Shape::Record(&[
    required("id", Shape::Id, "its name in this file"),
    required("words", Shape::ByLanguage(&LINES), "words that mean the same, per language"),
]);
/// `synonyms.yaml`: words that mean the same to somebody who searches.
pub static SYNONYMS: &[Field] = &[required(
    "groups",
    Shape::List(&SYNONYM_GROUP),
    "groups of words, each of which also finds the others",
)];

static SCHEME: &[Field] = &[
    optional("accent", Shape::Line, "links and buttons, such as \"#0a5546\"; 4.5 to 1 on the ground"),
    optional("deep", Shape::Line, "links and buttons under the pointer"),
    optional("on-accent", Shape::Line, "text on buttons"),
    optional("citizen", Shape::Line, "the strand of citizens; 3 to 1 on the ground"),
    optional("company", Shape::Line, "the strand of companies"),
    optional("admin", Shape::Line, "the strand of administrations"),
];
static COLOURS: &[Field] = &[
    optional("light", Shape::Record(SCHEME), "on a light ground"),
    optional("dark", Shape::Record(SCHEME), "on a dark ground"),
];
references! { SCHEMA = Schema; STORY = Story; CALL = Call; PAGE = Page; NEWS_ITEM = News; }
static LEAVE_OUT: &[Field] = &[
    optional("interlinkers", Shape::List(&INTERLINKER), "Interlinkers it does not show"),
    optional("schemas", Shape::List(&SCHEMA), "schemas it does not show, unless a story follows one"),
    optional("stories", Shape::List(&STORY), "stories it does not show"),
    optional("calls", Shape::List(&CALL), "calls it does not show"),
    optional("pages", Shape::List(&PAGE), "pages it does not show"),
    optional("news", Shape::List(&NEWS_ITEM), "news it does not show"),
];
static SELECT: &[Field] = &[
    optional("themes", Shape::List(&THEME), "Interlinkers of these themes"),
    optional("publishers", Shape::List(&ORGANISATION), "Interlinkers that these publish"),
    optional("interlinkers", Shape::List(&INTERLINKER), "these Interlinkers too"),
    optional("countries", Shape::List(&COUNTRY), "stories, calls and organisations of these countries"),
    optional("leave-out", Shape::Record(LEAVE_OUT), "what it never shows"),
];
/// `editions/<slug>/edition.yaml`: a white-label site of the same content. What is absent is as
/// `site.yaml` says.
pub static EDITION: &[Field] = &[
    required("name", Shape::ByLanguage(&LINE), "what this edition is called"),
    optional("tagline", Shape::ByLanguage(&LINE), "what it is for, in one line"),
    optional("languages", Shape::List(&LANGUAGE), "some of the site's languages, in fallback order"),
    optional("base-url", Shape::BaseUrl, "where it is published, ending in a slash"),
    optional("contact", Shape::Contact, "whom readers can write to"),
    optional("menu", Shape::List(&PAGE), "slugs of the pages listed in the footer, in order"),
    optional("default-schema", Shape::Reference(Kind::Schema), "the schema the home page shows"),
    optional("colours", Shape::Record(COLOURS), "its colours in the light and the dark scheme"),
    optional("select", Shape::Record(SELECT), "the entries it shows; absent: all"),
];
/// `site.yaml`
pub static SITE: &[Field] = &[
    required("name", Shape::ByLanguage(&LINE), "the name of the site"),
    optional("tagline", Shape::ByLanguage(&LINE), "what it is for, in one line"),
    required("languages", Shape::List(&LANGUAGE), "the site's languages; their order is the fallback order"),
    optional("base-url", Shape::BaseUrl, "where it is published, ending in a slash"),
    optional(
        "repository",
        Shape::Address,
        "the Git repository of the content, which readers can copy; the folder content/ lies in its root",
    ),
    optional("contact", Shape::Contact, "whom readers can write to"),
    required("licence", Shape::Licence, "the licence of the content"),
    optional(
        "service",
        Shape::BaseUrl,
        "the contribution service that the forms are sent to, on this host or another; absent: none",
    ),
    optional("menu", Shape::List(&ID), "slugs of the pages listed in the footer, in order"),
    optional("default-schema", Shape::Reference(Kind::Schema), "the schema the home page shows"),
];

impl Kind {
    /// The fields of the kind's facts file; pages and news have none.
    pub fn facts(self) -> Option<&'static [Field]> {
        Some(match self {
            Kind::Interlinker => INTERLINKER_FACTS,
            Kind::Problem => PROBLEM_FACTS,
            Kind::Schema => SCHEMA_FACTS,
            Kind::Story => STORY_FACTS,
            Kind::Call => CALL_FACTS,
            Kind::Organisation => ORGANISATION_FACTS,
            Kind::Page | Kind::News => return None,
        })
    }

    /// The fields of the front matter of the kind's `<lang>.md`.
    pub fn words(self) -> &'static [Field] {
        match self {
            Kind::Interlinker => INTERLINKER_WORDS,
            Kind::Story => STORY_WORDS,
            Kind::News => NEWS_WORDS,
            _ => COMMON_WORDS,
        }
    }
}
