//! What a text under a language key is worth: English left where another language should be is no
//! translation, and a language that is only claimed is none either.

use super::read::Texts;
use super::report::{Findings, quote};
use super::terms::{NOTHING, PLACEHOLDERS};

/// Up to this length a text is a name, and a product's name is the same in every language.
const LONGEST_NAME: usize = 60;

/// Takes out the texts that are the English one again, so that the page shows them as the fallback
/// they are (D4).
pub fn drop_english_copies(field: &str, texts: &mut Texts, findings: &mut Findings) {
    let Some(english) = texts.get("en").map(|text| without_spaces(text)) else { return };
    if english.chars().count() <= LONGEST_NAME {
        return;
    }
    let copies: Vec<String> = texts
        .iter()
        .filter(|(language, text)| *language != "en" && without_spaces(text) == english)
        .map(|(language, _)| language.clone())
        .collect();
    for language in copies {
        texts.remove(&language);
        findings.defect(
            4,
            format!("{field}.{language} is the English text"),
            "treated as absent, so that the page marks it as English",
        );
    }
}

fn without_spaces(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Takes out the texts that were never filled in (D9), and those that only say "none".
pub fn drop_placeholders(field: &str, texts: &mut Texts, findings: &mut Findings) {
    texts.retain(|language, text| {
        let lower = text.to_lowercase();
        if PLACEHOLDERS.contains(&lower.as_str()) {
            findings.defect(9, format!("{field}.{language} is {}", quote(text)), "left out");
            return false;
        }
        if NOTHING.contains(&lower.as_str()) {
            findings.other(
                format!("{field}.{language} says only {}", quote(text)),
                "left out, it states nothing",
            );
            return false;
        }
        true
    });
}

/// Names the languages that an entry claims without having a word in them (D1).
pub fn report_false_claims(claimed: &[String], names: &Texts, descriptions: &Texts, findings: &mut Findings) {
    let mut missing: Vec<&str> = claimed
        .iter()
        .map(String::as_str)
        .filter(|language| !names.contains_key(*language) && !descriptions.contains_key(*language))
        .collect();
    missing.sort_unstable();
    missing.dedup();
    if !missing.is_empty() {
        findings.defect(
            1,
            format!("claimed without a name or a description: {}", missing.join(", ")),
            "left absent, so that the pages show the fallback marked",
        );
    }
}

/// Whether a text in some language is given in HTML; one finding for all of them (D5).
pub fn report_html(fields: &[(&str, &Texts)], findings: &mut Findings) {
    for (field, texts) in fields {
        let list = |test: fn(&str) -> bool| {
            texts
                .iter()
                .filter(|(_, text)| test(text))
                .map(|(language, _)| language.as_str())
                .collect::<Vec<_>>()
        };
        let html = list(super::text::is_html);
        let entities = list(super::text::has_entities);
        if !html.is_empty() {
            let mixed = if html.len() < texts.len() { ", plain text in the others" } else { "" };
            findings.defect(
                5,
                format!("HTML in {field} ({}){mixed}", html.join(", ")),
                "converted to Markdown, without breaks and list items that hold nothing",
            );
        }
        if !entities.is_empty() {
            findings.defect(5, format!("entities in {field} ({})", entities.join(", ")), "decoded");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(pairs: &[(&str, &str)]) -> Texts {
        pairs.iter().map(|(language, text)| ((*language).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_copy_of_the_english_is_no_translation_but_a_short_name_may_be_the_same() {
        let long = "This sentence is long enough to be no product name whatever it is that it says.";
        let spaced = long.replace(". ", ".  ").replace("name ", "name  ");
        let mut copied = texts(&[("en", long), ("es", &spaced), ("it", "Altro")]);
        let mut findings = Findings::default();
        drop_english_copies("description", &mut copied, &mut findings);
        assert_eq!(copied.keys().collect::<Vec<_>>(), ["en", "it"]);
        assert_eq!(findings.sorted().len(), 1);

        let mut name = texts(&[("en", "Loyalty Engine"), ("es", "Loyalty Engine")]);
        drop_english_copies("name", &mut name, &mut Findings::default());
        assert_eq!(name.len(), 2);
    }

    #[test]
    fn placeholders_and_nothings_are_left_out() {
        let mut given = texts(&[("en", "Some text here"), ("es", "None"), ("it", "Solo Linux")]);
        let mut findings = Findings::default();
        drop_placeholders("constraints", &mut given, &mut findings);
        assert_eq!(given, texts(&[("it", "Solo Linux")]));
        assert_eq!(findings.sorted().len(), 2);
    }
}
