//! The words of publiccode.yml and ours: categories and audiences that fit one of our terms, the
//! states of development, and the few words that the importer writes itself.

/// A vocabulary of ours and the field of an Interlinker that holds its terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `tags`, from the vocabulary `tag`.
    Tag,
    /// `audiences`, from `audience`.
    Audience,
    /// `scopes`, from `scope`.
    Scope,
}

impl Place {
    /// The vocabulary.
    pub fn vocabulary(self) -> &'static str {
        match self {
            Place::Tag => "tag",
            Place::Audience => "audience",
            Place::Scope => "scope",
        }
    }
}

/// Values of `categories` that mean the same as a tag of another name. A value that is itself a tag,
/// or another spelling of one, needs no line here.
const CATEGORIES: [(&str, &str); 5] = [
    ("communications", "communication"),
    ("digital-citizenship", "civic-participation"),
    ("educational-content", "training"),
    ("it-security", "security"),
    ("web-collaboration", "collaboration"),
];

/// Values of `intendedAudience.scope` that one of our terms fits.
const SCOPES: [(&str, Place, &str); 4] = [
    ("government", Place::Audience, "public-administrations"),
    ("local-authorities", Place::Scope, "local"),
    ("research", Place::Audience, "research-organisations"),
    ("security", Place::Tag, "security"),
];

/// The tag that a category may be.
pub fn category(value: &str) -> &str {
    CATEGORIES.iter().find(|(theirs, _)| *theirs == value).map_or(value, |(_, ours)| ours)
}

/// The term that a scope of the audience may be.
pub fn scope(value: &str) -> Option<(Place, &'static str)> {
    SCOPES.iter().find(|(theirs, ..)| *theirs == value).map(|(_, place, ours)| (*place, *ours))
}

/// Our status for a `developmentStatus`, and what there is to say about it.
pub fn status(value: &str) -> Option<(&'static str, Option<&'static str>)> {
    const NOT_READY: &str = "taken as a draft, which is not shown; set `status: active` to show it";
    Some(match value {
        "concept" | "development" => ("draft", Some(NOT_READY)),
        "beta" => ("active", Some("taken as active; say in the text that it is still being tested")),
        "stable" => ("active", None),
        "obsolete" => ("retired", None),
        _ => return None,
    })
}

/// Words that the importer writes.
#[derive(Debug)]
pub struct Labels {
    /// Above the list of features.
    pub features: &'static str,
    /// The link to the repository.
    pub source: &'static str,
    /// The link to the documentation for users.
    pub documentation: &'static str,
    /// The link to the documentation for programs.
    pub api: &'static str,
    /// The link to the plans.
    pub roadmap: &'static str,
    /// Why it is retired.
    pub obsolete: &'static str,
}

/// In the language, else in English.
pub fn labels(language: &str) -> &'static Labels {
    LABELS.iter().find(|(known, _)| *known == language).map_or(&LABELS[0].1, |(_, labels)| labels)
}

static LABELS: [(&str, Labels); 4] = [
    (
        "en",
        Labels {
            features: "Features",
            source: "Source code",
            documentation: "Documentation",
            api: "Documentation of the programming interface",
            roadmap: "Roadmap",
            obsolete: "Its makers no longer maintain it.",
        },
    ),
    (
        "es",
        Labels {
            features: "Funciones",
            source: "Código fuente",
            documentation: "Documentación",
            api: "Documentación de la interfaz de programación",
            roadmap: "Hoja de ruta",
            obsolete: "Quienes lo hicieron ya no lo mantienen.",
        },
    ),
    (
        "it",
        Labels {
            features: "Funzionalità",
            source: "Codice sorgente",
            documentation: "Documentazione",
            api: "Documentazione dell’interfaccia di programmazione",
            roadmap: "Piano di sviluppo",
            obsolete: "Chi lo ha realizzato non lo mantiene più.",
        },
    ),
    (
        "lv",
        Labels {
            features: "Iespējas",
            source: "Pirmkods",
            documentation: "Dokumentācija",
            api: "Programmēšanas saskarnes dokumentācija",
            roadmap: "Attīstības plāns",
            obsolete: "Tās veidotāji to vairs neuztur.",
        },
    ),
];
