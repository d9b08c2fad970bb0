//! Keywords of the seed -> the tag vocabulary: spellings are brought together, what our vocabulary
//! has under another name is found there, the rest becomes new terms.

use super::report::{Findings, quote};
use super::text::one_line;
use super::vocabularies::vocabulary_text;
use crate::import::emit::{MapBuilder, Value, emit_document};
use crate::model::slug::Slug;
use std::collections::BTreeMap;

/// A keyword, in lower case, and the keyword it means (D26): plurals, slips, near-synonyms.
const ALIASES: [(&str, &str); 9] = [
    ("service", "services"),
    ("stakeholder mappping", "stakeholder mapping"),
    ("stakeholders mapping", "stakeholder mapping"),
    ("vote", "voting"),
    ("privacy management", "privacy"),
    ("slides", "slide"),
    ("open-source", "open source"),
    ("co production", "co-production"),
    ("interlink project", "interlink"),
];

/// Keywords given in another language where the English one stands beside them.
const TRANSLATED: [(&str, &str, &str); 8] = [
    ("es", "documento", "document"),
    ("es", "diapositiva", "slide"),
    ("es", "hojas", "sheets"),
    ("es", "formulario", "form"),
    ("es", "sitio", "site"),
    ("es", "pintar", "paint"),
    ("es", "dibujar", "draw"),
    ("es", "texto", "word"),
];

/// How names are written that are not simply begun with a capital.
const STYLED: [&str; 14] = [
    "JavaScript",
    "HTML",
    "HTML5",
    "XHTML",
    "CSS",
    "SSL",
    "SMIL",
    "MathML",
    "UI",
    "INTERLINK",
    "OpenID",
    "API management",
    "OAuth2.0",
    "PowerPoint",
];

/// The tag vocabulary under construction.
#[derive(Debug)]
pub struct Tags {
    /// Ids by every spelling, in lower case: ids, labels and aliases.
    known: BTreeMap<String, String>,
    /// The labels of the new terms, by id.
    new: BTreeMap<String, BTreeMap<String, String>>,
}

impl Tags {
    /// Our own vocabulary, to which the imported keywords are added.
    pub fn new() -> Tags {
        let mut known = BTreeMap::new();
        let mut id = String::new();
        // The file is our own and in canonical form, so its lines can be told apart by their shape.
        for line in vocabulary_text("tag").unwrap_or_default().lines() {
            let words = line.trim_start();
            let spelling = if let Some(new_id) = words.strip_prefix("- id: ") {
                new_id.clone_into(&mut id);
                new_id
            } else if let Some(alias) = words.strip_prefix("- ") {
                alias
            } else {
                match words.split_once(": ") {
                    Some((language, label)) if language.len() == 2 => label,
                    _ => continue,
                }
            };
            if !id.is_empty() {
                let spelling = spelling.trim_matches(['\'', '"']).to_lowercase();
                known.entry(spelling).or_insert_with(|| id.clone());
            }
        }
        Tags { known, new: BTreeMap::new() }
    }

    /// The ids of an entry's keywords, sorted, each once.
    pub fn ids_of(&mut self, lists: &BTreeMap<String, Vec<String>>, findings: &mut Findings) -> Vec<String> {
        let mut ids = Vec::new();
        // English first, so that a new term gets its English label before a translation of it.
        let english_first = lists.iter().filter(|(language, _)| *language == "en");
        for (language, tags) in english_first.chain(lists.iter().filter(|(language, _)| *language != "en")) {
            for tag in tags {
                match self.id_of(language, &one_line(tag), findings) {
                    Some(id) => ids.push(id),
                    None => findings.homeless(format!("keyword {}", quote(tag))),
                }
            }
        }
        ids.sort();
        ids.dedup();
        ids
    }

    fn id_of(&mut self, language: &str, tag: &str, findings: &mut Findings) -> Option<String> {
        let lower = tag.to_lowercase();
        let translated = TRANSLATED
            .iter()
            .find(|(code, word, _)| *code == language && *word == lower)
            .map(|(.., english)| *english);
        let meant = translated
            .or_else(|| ALIASES.iter().find(|(alias, _)| *alias == lower).map(|(_, meant)| *meant))
            .unwrap_or(&lower);
        let id = match self.known.get(meant) {
            Some(id) => id.clone(),
            None => {
                let id = Slug::from_title(meant)?.to_string();
                self.known.insert(meant.to_owned(), id.clone());
                // `open-source` and `open source` have one id.
                if !self.known.values().any(|known| *known == id) || !self.known.contains_key(&id) {
                    self.known.insert(id.clone(), id.clone());
                }
                if !self.is_own(&id) {
                    let label = self.new.entry(id.clone()).or_default();
                    let language = if translated.is_some() { "en" } else { language };
                    label.entry(language.to_owned()).or_insert_with(|| styled(meant, tag));
                }
                id
            }
        };
        if translated.is_some()
            && let Some(label) = self.new.get_mut(&id)
        {
            label.entry(language.to_owned()).or_insert_with(|| capitalised(tag));
        }
        let is_plain_spelling = Slug::from_title(tag).is_some_and(|slug| slug.as_str() == id) && tag == lower;
        if !is_plain_spelling && !STYLED.contains(&tag) {
            findings.defect(26, format!("keyword {}", quote(tag)), format!("taken as the keyword {id}"));
        }
        Some(id)
    }

    /// Whether a term is one of our own vocabulary.
    fn is_own(&self, id: &str) -> bool {
        let line = format!("  - id: {id}");
        vocabulary_text("tag").unwrap_or_default().lines().any(|own| own == line)
    }

    /// The text of `tag.yaml`: our own as it is, the new terms after it.
    pub fn to_yaml(&self) -> String {
        let mut text = vocabulary_text("tag").unwrap_or_default().trim_end().to_owned();
        text.push('\n');
        let terms: Vec<Value> = self
            .new
            .iter()
            .map(|(id, labels)| {
                let labels = labels.iter().map(|(language, label)| (language.clone(), Value::text(label)));
                MapBuilder::default()
                    .put("id", Value::text(id))
                    .put("label", Value::Map(labels.collect()))
                    .finish()
            })
            .collect();
        if !terms.is_empty() {
            for line in emit_document(&Value::List(terms)).lines() {
                text.push_str(&format!("  {line}\n"));
            }
        }
        text
    }
}

/// How a new keyword is shown: as names are written, words that were shouted in lower case, with a
/// capital at the beginning.
fn styled(meant: &str, written: &str) -> String {
    if let Some(name) = STYLED.iter().find(|name| name.to_lowercase() == meant) {
        return (*name).to_owned();
    }
    let is_shouted = written.chars().count() > 4 && !written.chars().any(char::is_lowercase);
    let is_as_written = written.to_lowercase() == meant && !is_shouted;
    capitalised(if is_as_written { written } else { meant })
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_come_together_and_ours_are_found() {
        let mut tags = Tags::new();
        let mut findings = Findings::default();
        let lists = BTreeMap::from([
            (
                "en".to_owned(),
                [
                    "SERVICES",
                    "services",
                    "Service",
                    "coproduction",
                    "Co-production",
                    "stakeholder mappping",
                    "GRAPH",
                    "document",
                ]
                .map(str::to_owned)
                .to_vec(),
            ),
            ("es".to_owned(), ["documento", "colaboración"].map(str::to_owned).to_vec()),
        ]);
        assert_eq!(
            tags.ids_of(&lists, &mut findings),
            ["co-production", "collaboration", "document", "graph", "services", "stakeholders"]
        );
        let yaml = tags.to_yaml();
        assert!(yaml.starts_with(vocabulary_text("tag").unwrap().trim_end()));
        let new = yaml.strip_prefix(vocabulary_text("tag").unwrap().trim_end()).unwrap();
        insta::assert_snapshot!(new, @r"

        - id: document
          label:
            en: Document
            es: Documento
        - id: graph
          label:
            en: Graph
        - id: services
          label:
            en: Services
        ");
    }
}
