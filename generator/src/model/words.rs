//! The words of an entry in each language, and the field-by-field fallback between languages.

use crate::digest::Digest;
use std::collections::BTreeMap;

/// A text together with the language it is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Localised<'a> {
    /// The text; never empty.
    pub text: &'a str,
    /// The language of the text, an ISO 639-1 code.
    pub language: &'a str,
    /// Whether the reader's own language has no such text.
    pub is_fallback: bool,
}

/// The words of one entry in one language. An empty text is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordSet {
    /// Plain or Markdown texts of the front matter, by field name; `body` is the Markdown below it.
    pub texts: BTreeMap<&'static str, String>,
    /// Other names people search for.
    pub aliases: Vec<String>,
    /// Per picture of `snapshots/`, what it shows.
    pub snapshots: BTreeMap<String, String>,
    /// Per field, the short hash of the source text it was translated from.
    pub translated_from: BTreeMap<String, String>,
}

/// The words of one entry in all its languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(pub BTreeMap<String, WordSet>);

/// The name of the Markdown below the front matter among the texts.
pub const BODY: &str = "body";

/// What a reader needs of an entry to use it.
const MAIN_TEXTS: [&str; 4] = ["name", "summary", "description", BODY];

impl Words {
    /// The text of a field for a reader of `language`: their own, else the first that exists in
    /// the `order` of the site's languages, else the first of any language.
    pub fn pick<'a>(&'a self, field: &str, language: &str, order: &[String]) -> Option<Localised<'a>> {
        self.pick_with(language, order, |words| words.texts.get(field).map(String::as_str))
    }

    /// The alternative text of a snapshot, with the same fallback.
    pub fn snapshot<'a>(&'a self, file: &str, language: &str, order: &[String]) -> Option<Localised<'a>> {
        self.pick_with(language, order, |words| words.snapshots.get(file).map(String::as_str))
    }

    /// Whether a field has a text in exactly this language.
    pub fn has(&self, field: &str, language: &str) -> bool {
        self.0.get(language).is_some_and(|words| words.texts.contains_key(field))
    }

    /// The languages that have a name: those a translation really exists for.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .filter(|(_, words)| words.texts.contains_key("name"))
            .map(|(language, _)| language.as_str())
    }

    /// The languages one can read the entry in: those with every main text that any language has.
    /// Where no language has all of them, those with the most.
    pub fn full_languages(&self) -> impl Iterator<Item = &str> {
        let count = |words: &WordSet| {
            let has = |field: &&str| words.texts.get(*field).is_some_and(|text| !text.trim().is_empty());
            MAIN_TEXTS.iter().filter(|field| has(field)).count()
        };
        let most = self.0.values().map(count).max().unwrap_or_default();
        self.0
            .iter()
            .filter(move |(_, words)| most > 0 && count(words) == most)
            .map(|(language, _)| language.as_str())
    }

    /// The languages that have a name and a summary: all that there is of a short entry.
    pub fn summed_up_in(&self) -> impl Iterator<Item = &str> {
        let has =
            |words: &WordSet, field: &str| words.texts.get(field).is_some_and(|text| !text.trim().is_empty());
        let summed_up = move |words: &WordSet| has(words, "name") && has(words, "summary");
        self.0.iter().filter(move |(_, words)| summed_up(words)).map(|(language, _)| language.as_str())
    }

    fn pick_with<'a>(
        &'a self,
        language: &str,
        order: &[String],
        text: impl Fn(&'a WordSet) -> Option<&'a str>,
    ) -> Option<Localised<'a>> {
        let own = std::iter::once(language);
        let ordered = order.iter().map(String::as_str);
        let rest = self.0.keys().map(String::as_str);
        own.chain(ordered).chain(rest).find_map(|candidate| {
            let (key, words) = self.0.get_key_value(candidate)?;
            let text = text(words).filter(|text| !text.trim().is_empty())?;
            Some(Localised { text, language: key, is_fallback: key != language })
        })
    }
}

/// The first 12 hexadecimal digits of the SHA-256 of a source text: what a translation records to
/// tell later whether its source has changed. White space at the ends does not count.
pub fn source_hash(text: &str) -> String {
    Digest::of(text.trim().as_bytes()).hex(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        let set = |pairs: &[(&'static str, &str)]| WordSet {
            texts: pairs.iter().map(|(field, text)| (*field, (*text).to_owned())).collect(),
            ..WordSet::default()
        };
        Words(BTreeMap::from([
            ("en".to_owned(), set(&[("name", "Canvas"), ("summary", "A sheet.")])),
            ("lv".to_owned(), set(&[("name", ""), ("summary", "Lapa.")])),
        ]))
    }

    #[test]
    fn each_field_falls_back_on_its_own() {
        let order = ["en".to_owned(), "lv".to_owned()];
        let words = words();
        let name = words.pick("name", "lv", &order).unwrap();
        assert_eq!((name.text, name.language, name.is_fallback), ("Canvas", "en", true));
        let summary = words.pick("summary", "lv", &order).unwrap();
        assert_eq!((summary.text, summary.is_fallback), ("Lapa.", false));
        assert_eq!(words.pick("results", "lv", &order), None);
    }

    #[test]
    fn a_language_counts_only_when_it_has_every_main_text() {
        let set = |fields: &[&'static str]| WordSet {
            texts: fields.iter().map(|field| (*field, "Text.".to_owned())).collect(),
            ..WordSet::default()
        };
        let mut words = Words(BTreeMap::from([
            ("en".to_owned(), set(&["name", "summary", "description", BODY])),
            ("es".to_owned(), set(&["name", "summary", "description", BODY, "constraints"])),
            ("it".to_owned(), set(&["name", "summary"])),
            ("lv".to_owned(), set(&["name", "summary", "description"])),
        ]));
        assert_eq!(words.full_languages().collect::<Vec<_>>(), ["en", "es"]);
        words.0.remove("en");
        words.0.remove("es");
        assert_eq!(words.full_languages().collect::<Vec<_>>(), ["lv"], "those with the most of them");
        assert_eq!(Words::default().full_languages().count(), 0);
    }

    #[test]
    fn white_space_at_the_ends_does_not_make_a_translation_outdated() {
        assert_eq!(source_hash("A sheet.\n"), source_hash("A sheet."));
        assert_ne!(source_hash("A sheet."), source_hash("A sheet"));
    }
}
