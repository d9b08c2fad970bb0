//! The words of an index: which folded forms occur, and the stems each of them stands for.

use super::fold::fold;
use super::stem::Stemmer;
use super::words::words;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Bound;

/// The forms that occur in the entries of one language's index.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// All stems, sorted; the place of a stem here is its number.
    stems: Vec<String>,
    /// Each folded form with the numbers of its stems. A form has several when its stem is open, when two words
    /// differ in diacritics only, or when it occurs in texts of two languages.
    forms: BTreeMap<String, Vec<u32>>,
}

impl Vocabulary {
    /// All stems, by number.
    pub fn stems(&self) -> &[String] {
        &self.stems
    }

    /// All folded forms in byte order, each with the numbers of its stems.
    pub fn forms(&self) -> impl Iterator<Item = (&str, &[u32])> {
        self.forms.iter().map(|(form, stems)| (form.as_str(), stems.as_slice()))
    }

    /// The number of a stem.
    pub fn number_of(&self, stem: &str) -> Option<u32> {
        self.stems
            .binary_search_by(|other| other.as_str().cmp(stem))
            .ok()
            .and_then(|place| u32::try_from(place).ok())
    }

    /// The stems of a folded form; empty if it does not occur.
    pub fn stems_of(&self, form: &str) -> &[u32] {
        self.forms.get(form).map_or(&[], Vec::as_slice)
    }

    /// The stems of all forms that start with this text.
    pub fn stems_starting_with(&self, start: &str) -> BTreeSet<u32> {
        self.forms
            .range::<str, _>((Bound::Included(start), Bound::Unbounded))
            .take_while(|(form, _)| form.starts_with(start))
            .flat_map(|(_, stems)| stems.iter().copied())
            .collect()
    }
}

/// Turns texts into stems while it notes the forms they come from.
#[derive(Default)]
pub struct VocabularyBuilder {
    languages: BTreeMap<String, (Stemmer, HashMap<String, Vec<String>>)>,
    forms: BTreeMap<String, BTreeSet<String>>,
}

impl VocabularyBuilder {
    /// The stems of a text in their order. A word is stemmed once, however often it occurs.
    pub fn stems_of_text(&mut self, language: &str, text: &str) -> Vec<String> {
        if !self.languages.contains_key(language) {
            self.stemmer(language);
        }
        let Some((stemmer, known)) = self.languages.get_mut(language) else { return Vec::new() };
        let mut all = Vec::new();
        for word in words(text) {
            if let Some(stems) = known.get(&word) {
                all.extend_from_slice(stems);
                continue;
            }
            let form = fold(&word);
            // A word of nothing but marks cannot be typed.
            let stems = if form.is_empty() { Vec::new() } else { stemmer.stems(&word) };
            if !stems.is_empty() {
                self.forms.entry(form).or_default().extend(stems.iter().cloned());
            }
            all.extend_from_slice(&stems);
            known.insert(word, stems);
        }
        all
    }

    /// The stems of the texts in a language so far.
    pub fn stems_in(&self, language: &str) -> BTreeSet<String> {
        self.languages
            .get(language)
            .into_iter()
            .flat_map(|(_, known)| known.values().flatten().cloned())
            .collect()
    }

    /// The stems of a word that stands in no text.
    pub fn stems_of(&mut self, language: &str, word: &str) -> Vec<String> {
        self.stemmer(language).0.stems(word)
    }

    /// Adds a word that stands in no text, by its folded form.
    pub fn add(&mut self, word: &str, stems: &[String]) {
        for word in words(word) {
            self.forms.entry(fold(&word)).or_default().extend(stems.iter().cloned());
        }
    }

    fn stemmer(&mut self, language: &str) -> &mut (Stemmer, HashMap<String, Vec<String>>) {
        let fresh = || (Stemmer::for_language(language), HashMap::new());
        self.languages.entry(language.to_owned()).or_insert_with(fresh)
    }

    /// Numbers the stems.
    pub fn finish(self) -> Vocabulary {
        let stems: BTreeSet<&String> = self.forms.values().flatten().collect();
        let stems: Vec<String> = stems.into_iter().cloned().collect();
        let number =
            |stem: &String| stems.binary_search(stem).ok().and_then(|place| u32::try_from(place).ok());
        let forms = self
            .forms
            .iter()
            .map(|(form, of_form)| (form.clone(), of_form.iter().filter_map(number).collect()))
            .collect();
        Vocabulary { stems, forms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(texts: &[(&str, &str)]) -> Vocabulary {
        let mut builder = VocabularyBuilder::default();
        for (language, text) in texts {
            builder.stems_of_text(language, text);
        }
        builder.finish()
    }

    fn stems<'a>(vocabulary: &'a Vocabulary, form: &str) -> Vec<&'a str> {
        vocabulary.stems_of(form).iter().map(|stem| vocabulary.stems()[*stem as usize].as_str()).collect()
    }

    #[test]
    fn a_folded_form_leads_to_the_stems_of_all_its_spellings() {
        let vocabulary = vocabulary(&[("lv", "Karte kartes pušu"), ("en", "mapping maps")]);
        assert_eq!(stems(&vocabulary, "kartes"), ["kart"]);
        assert_eq!(stems(&vocabulary, "pusu"), ["pus", "put"]);
        assert_eq!(stems(&vocabulary, "mapping"), ["map"]);
        assert!(stems(&vocabulary, "unseen").is_empty());
    }

    #[test]
    fn a_prefix_leads_to_the_stems_of_all_forms_that_start_with_it() {
        let vocabulary = vocabulary(&[("en", "mapping mayor marble nap")]);
        let found: Vec<&str> = vocabulary
            .stems_starting_with("ma")
            .into_iter()
            .map(|stem| vocabulary.stems()[stem as usize].as_str())
            .collect();
        assert_eq!(found, ["map", "marbl", "mayor"]);
        assert!(vocabulary.stems_starting_with("zz").is_empty());
    }
}
