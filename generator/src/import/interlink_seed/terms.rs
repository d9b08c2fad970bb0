//! The seed's enumerations -> our vocabularies, and what follows from them. This is the one place
//! where it is decided which theme a problem family belongs to and which purpose a service type
//! serves; the report repeats these tables so that a reader can disagree.

use crate::model::entry::Nature;

/// The nature that the parent folder stands for.
pub const NATURES: [(&str, Nature); 4] = [
    ("knowledge", Nature::Knowledge),
    ("software", Nature::Software),
    ("externalsoftware", Nature::ExternalSoftware),
    ("externalknowledge", Nature::ExternalKnowledge),
];

/// The prefix of a problem code, its family, and the theme that entries solving such a problem
/// belong to. Organising is about people (engagement); understanding and defining a problem give a
/// service its shape (design); a hackathon is a way of engaging people.
pub const FAMILIES: [(&str, &str, &str); 7] = [
    ("ORG", "organise", "engagement"),
    ("UND", "understand", "design"),
    ("DEF", "define", "design"),
    ("BUILD", "build", "development"),
    ("VAL", "validate", "evaluation"),
    ("SUS", "sustain", "sustainability"),
    ("HACKATHON", "hackathon", "engagement"),
];

/// The family of a problem that leads to a purpose of its own: organising is leading the process.
pub const LEADING_FAMILY: (&str, &str) = ("organise", "lead-process");

/// A service type of the seed (the last part of its path), ours, and the purpose it serves.
pub const SERVICE_TYPES: [(&str, &str, &str); 7] = [
    ("enabling_services", "enabling-services", "develop-service"),
    ("implementing_software_and_artifacts", "implementing-software-and-artifacts", "develop-service"),
    ("operation_services", "operation-services", "develop-service"),
    ("enhancing_services", "enhancing-services", "raise-capability"),
    ("onboarding_services", "onboarding-services", "raise-capability"),
    ("followup_services", "followup-services", "lead-process"),
    ("external_experts", "external-experts", "raise-capability"),
];

const DIFFICULTIES: [(&str, &str); 5] = [
    ("very_easy", "very-easy"),
    ("easy", "easy"),
    ("medium", "medium"),
    ("difficult", "difficult"),
    ("very_difficult", "very-difficult"),
];

const LICENCE_GROUPS: [(&str, &str); 6] = [
    ("public_domain", "public-domain"),
    ("permissive", "permissive"),
    ("copyleft", "copyleft"),
    ("non_commercial", "non-commercial"),
    ("propietary", "proprietary"),
    ("proprietary", "proprietary"),
];

const FORMS: [(&str, &str); 10] = [
    ("software", "software"),
    ("visual_template", "visual-template"),
    ("document_template", "document-template"),
    ("canvas", "canvas"),
    ("best_practices", "best-practices"),
    ("guidelines", "guidelines"),
    ("checklist", "checklist"),
    ("survey_template", "survey-template"),
    ("legal_agreement_template", "legal-agreement-template"),
    ("other", "other"),
];

const AUDIENCES: [(&str, &str); 15] = [
    ("all", "all"),
    ("pas", "public-administrations"),
    ("public_servants", "public-servants"),
    ("politicians", "politicians"),
    ("businesses", "businesses"),
    ("smes", "smes"),
    ("freelancers", "freelancers"),
    ("large_companies", "large-companies"),
    ("private_non_profit", "private-non-profit"),
    ("citizens", "citizens"),
    ("potential_end_users", "potential-end-users"),
    ("expert_citizens", "expert-citizens"),
    ("research_organizations", "research-organisations"),
    ("universities", "universities"),
    ("other_research_entities", "other-research-entities"),
];

const SCOPES: [(&str, &str); 3] = [("eu", "eu"), ("national", "national"), ("local", "local")];

/// The declared formats and the file endings that go with them.
pub const FORMATS: [(&str, &[&str]); 5] = [
    ("pdf", &["pdf"]),
    ("editable_source_document", &["docx", "doc", "pptx", "ppt", "xlsx", "xls", "odt", "odp", "ods", "rtf"]),
    ("open_document", &["odt", "odp", "ods"]),
    ("structured_format", &["xlsx", "xls", "csv", "json", "xml", "ods"]),
    ("sofware", &[]),
];

/// An enumeration that an Interlinker's facts file takes over value by value.
#[derive(Debug, Clone, Copy)]
pub enum Enumeration {
    /// How hard it is.
    Difficulty,
    /// What the licence allows.
    LicenceGroup,
    /// Template, guidelines, …
    Form,
    /// Whom it is for.
    Audience,
    /// European, national, local.
    Scope,
    /// What it does for a process.
    ServiceType,
}

/// Our id of a value of the seed. Hierarchical values (`all;pas;politicians`, once written with a
/// colon) are known by their last part.
pub fn term_of(enumeration: Enumeration, value: &str) -> Option<&'static str> {
    let value = value.trim().to_ascii_lowercase();
    let last = value.rsplit([';', ':']).next().unwrap_or_default().trim();
    let find = |table: &[(&str, &'static str)]| {
        table.iter().find(|(theirs, _)| *theirs == last).map(|(_, ours)| *ours)
    };
    match enumeration {
        Enumeration::Difficulty => find(&DIFFICULTIES),
        Enumeration::LicenceGroup => find(&LICENCE_GROUPS),
        Enumeration::Form => find(&FORMS),
        Enumeration::Audience => find(&AUDIENCES),
        Enumeration::Scope => find(&SCOPES),
        Enumeration::ServiceType => {
            SERVICE_TYPES.iter().find(|(theirs, ..)| *theirs == last).map(|(_, ours, _)| *ours)
        }
    }
}

/// Whether a value is one of the misspelt or hierarchical ones (D11).
pub fn is_odd_spelling(value: &str) -> bool {
    value.contains([';', ':']) || ["propietary", "sofware"].contains(&value)
}

/// The family and the theme of a problem code such as `ORG_PROBLEM_5`.
pub fn family_of(code: &str) -> Option<(&'static str, &'static str)> {
    let prefix = code.split('_').next().unwrap_or_default();
    FAMILIES
        .iter()
        .find(|(known, ..)| known.eq_ignore_ascii_case(prefix))
        .map(|(_, family, theme)| (*family, *theme))
}

/// Texts that stand where nothing was filled in (D8, D9), in lower case.
pub const PLACEHOLDERS: [&str; 6] =
    ["some text here", "optional text here", "text here", "lorem ipsum", "todo", "tbd"];
/// Texts that say that there is nothing to say, in lower case.
pub const NOTHING: [&str; 6] = ["none", "n/a", "na", "no", "-", "none."];
/// The heading that every instructions file opens with, in lower case; our page has its own.
pub const GENERIC_HEADING: &str = "how to use this interlinker";

/// Misspelt words of names and what is meant (D27), in lower case.
pub const SPELLINGS: [(&str, &str); 8] = [
    ("evalution", "evaluation"),
    ("interoperablity", "interoperability"),
    ("analisys", "analysis"),
    ("assesment", "assessment"),
    ("mappping", "mapping"),
    ("developement", "development"),
    ("enviornment", "environment"),
    ("responsability", "responsibility"),
];

/// A text with its misspelt words corrected; `None` where there is none.
pub fn correct_spelling(text: &str) -> Option<String> {
    let mut corrected = text.to_owned();
    for (wrong, right) in SPELLINGS {
        while let Some(at) = corrected.to_ascii_lowercase().find(wrong) {
            let begins_upper = corrected[at..].starts_with(|c: char| c.is_ascii_uppercase());
            let mut replacement = right.to_owned();
            if begins_upper {
                replacement[..1].make_ascii_uppercase();
            }
            corrected.replace_range(at..at + wrong.len(), &replacement);
        }
    }
    (corrected != text).then_some(corrected)
}

/// Names of languages as they occur in file names, and their codes.
const LANGUAGE_NAMES: [(&str, &str); 16] = [
    ("english", "en"),
    ("inglese", "en"),
    ("ingles", "en"),
    ("italian", "it"),
    ("italiano", "it"),
    ("spanish", "es"),
    ("español", "es"),
    ("espanol", "es"),
    ("latvian", "lv"),
    ("latviešu", "lv"),
    ("french", "fr"),
    ("german", "de"),
    ("dutch", "nl"),
    ("danish", "da"),
    ("portuguese", "pt"),
    ("estonian", "et"),
];
const LANGUAGE_CODES: [&str; 24] = [
    "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt",
    "nl", "pl", "pt", "ro", "sk", "sl", "sv",
];

/// The language that the name of a file or folder gives away: `it-user-journey`, `resource-es`,
/// `Package-registration-IT`, `italian`. A code counts at the beginning or the end only.
pub fn language_in_name(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let parts: Vec<&str> = name.split(['-', '_', ' ', '.']).filter(|part| !part.is_empty()).collect();
    let by_name = parts
        .iter()
        .find_map(|part| LANGUAGE_NAMES.iter().find(|(known, _)| known == part))
        .map(|(_, code)| *code);
    let code = |part: Option<&&str>| {
        part.filter(|_| parts.len() > 1)
            .and_then(|part| LANGUAGE_CODES.iter().find(|code| *code == part))
            .copied()
    };
    by_name.or_else(|| code(parts.last())).or_else(|| code(parts.first()))
}

/// The language that an English title names: `Cloud Enablement Kit (in Italian)`.
pub fn language_in_title(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    LANGUAGE_NAMES.iter().find(|(name, _)| title.contains(&format!("in {name}"))).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::interlink_seed::vocabularies::vocabulary_text;

    #[test]
    fn every_term_of_the_tables_is_in_its_vocabulary() {
        let has = |vocabulary: &str, id: &str| {
            vocabulary_text(vocabulary).unwrap().lines().any(|line| line.trim() == format!("- id: {id}"))
        };
        let tables: [(&str, Vec<&str>); 8] = [
            ("problem-family", FAMILIES.iter().map(|row| row.1).collect()),
            ("theme", FAMILIES.iter().map(|row| row.2).collect()),
            ("service-type", SERVICE_TYPES.iter().map(|row| row.1).collect()),
            ("purpose", SERVICE_TYPES.iter().map(|row| row.2).chain([LEADING_FAMILY.1]).collect()),
            ("difficulty", DIFFICULTIES.iter().map(|row| row.1).collect()),
            ("licence-group", LICENCE_GROUPS.iter().map(|row| row.1).collect()),
            ("form", FORMS.iter().map(|row| row.1).collect()),
            ("audience", AUDIENCES.iter().map(|row| row.1).collect()),
        ];
        for (vocabulary, ids) in tables {
            for id in ids {
                assert!(has(vocabulary, id), "{vocabulary}: {id}");
            }
        }
        assert!(SCOPES.iter().all(|(_, id)| has("scope", id)));
    }

    #[test]
    fn hierarchies_and_their_odd_separator_are_understood() {
        assert_eq!(term_of(Enumeration::Audience, "all;pas;politicians"), Some("politicians"));
        assert_eq!(
            term_of(Enumeration::ServiceType, "enhancing_services:external_experts"),
            Some("external-experts")
        );
        assert_eq!(term_of(Enumeration::LicenceGroup, "propietary"), Some("proprietary"));
        assert_eq!(term_of(Enumeration::Form, "poem"), None);
    }

    #[test]
    fn names_give_their_language_away() {
        for (name, language) in [
            ("it-user-journey", Some("it")),
            ("it-guidelines_acquiring", Some("it")),
            ("resource-es", Some("es")),
            ("Tutorial-Package-registration-EN", Some("en")),
            ("italian", Some("it")),
            ("resource", None),
            ("it", None),
            ("plan-it-well", None),
        ] {
            assert_eq!(language_in_name(name), language, "{name}");
        }
        assert_eq!(language_in_title("Model for personas in Italian"), Some("it"));
    }

    #[test]
    fn spelling_is_corrected_with_its_case() {
        assert_eq!(correct_spelling("Analisys and evalution").as_deref(), Some("Analysis and evaluation"));
        assert_eq!(correct_spelling("Analysis"), None);
    }
}
