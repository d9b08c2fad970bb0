//! Stemming by language: tantivy's Snowball stemmers, our own for Latvian, none where neither has the language.

use super::fold::fold;
use super::latvian;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer as SnowballFilter, TextAnalyzer, TokenStream};

/// Brings the forms of a word together, in one language.
pub enum Stemmer {
    /// A stemmer of the Snowball family.
    Snowball(Box<TextAnalyzer>),
    /// The Spanish one. It takes the ending of *taller* for that of a verb and leaves *talleres* whole, so a plural like
    /// this gets the stem of its singular, too.
    Spanish(Box<TextAnalyzer>),
    /// Our own light stemmer.
    Latvian,
    /// Every form stands for itself.
    None,
}

impl Stemmer {
    /// The stemmer of a language such as `en` or `es-AR`; only the part before the hyphen counts.
    pub fn for_language(language: &str) -> Stemmer {
        let snowball = match language.split(['-', '_']).next().unwrap_or_default() {
            "lv" => return Stemmer::Latvian,
            "ar" => Language::Arabic,
            "da" => Language::Danish,
            "de" => Language::German,
            "el" => Language::Greek,
            "en" => Language::English,
            "es" => Language::Spanish,
            "fi" => Language::Finnish,
            "fr" => Language::French,
            "hu" => Language::Hungarian,
            "it" => Language::Italian,
            "nb" | "nn" | "no" => Language::Norwegian,
            "nl" => Language::Dutch,
            "pt" => Language::Portuguese,
            "ro" => Language::Romanian,
            "ru" => Language::Russian,
            "sv" => Language::Swedish,
            "ta" => Language::Tamil,
            "tr" => Language::Turkish,
            _ => return Stemmer::None,
        };
        let filter = SnowballFilter::new(snowball);
        let analyzer = Box::new(TextAnalyzer::builder(RawTokenizer::default()).filter(filter).build());
        if snowball == Language::Spanish { Stemmer::Spanish(analyzer) } else { Stemmer::Snowball(analyzer) }
    }

    /// The folded stems of a word in lower case: one, or two where Latvian or a Spanish plural leaves it open.
    pub fn stems(&mut self, word: &str) -> Vec<String> {
        let stems = match self {
            Stemmer::Snowball(analyzer) => snowball_stem(analyzer, word),
            Stemmer::Spanish(analyzer) => {
                let singular = word
                    .strip_suffix("es")
                    .filter(|word| ["ar", "er", "ir"].iter().any(|ending| word.ends_with(ending)));
                let mut stems = snowball_stem(analyzer, word);
                stems.extend(singular.into_iter().flat_map(|word| snowball_stem(analyzer, word)));
                stems
            }
            Stemmer::Latvian => latvian::stems(word),
            Stemmer::None => Vec::new(),
        };
        let mut stems: Vec<String> =
            stems.iter().map(|stem| fold(stem)).filter(|stem| !stem.is_empty()).collect();
        stems.sort();
        stems.dedup();
        if stems.is_empty() {
            stems.push(fold(word));
        }
        stems
    }
}

fn snowball_stem(analyzer: &mut TextAnalyzer, word: &str) -> Vec<String> {
    let mut stream = analyzer.token_stream(word);
    if stream.advance() { vec![stream.token().text.clone()] } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_a_word_meet_in_each_language() {
        for (language, one, other) in [
            ("en", "surveys", "survey"),
            ("en-GB", "mapping", "maps"),
            ("es", "ciudadanos", "ciudadano"),
            ("es", "encuestas", "encuesta"),
            ("it", "questionari", "questionario"),
            ("it", "cittadini", "cittadino"),
            ("lv", "aptaujas", "aptauju"),
            ("de", "umfragen", "umfrage"),
        ] {
            let mut stemmer = Stemmer::for_language(language);
            assert_eq!(stemmer.stems(one), stemmer.stems(other), "{language}");
        }
    }

    #[test]
    fn a_language_without_a_stemmer_keeps_its_words() {
        assert_eq!(Stemmer::for_language("mt").stems("għodda"), ["ghodda"]);
    }

    #[test]
    fn a_spanish_plural_of_a_noun_in_ar_er_or_ir_meets_its_singular() {
        for (one, many) in [("taller", "talleres"), ("lugar", "lugares"), ("elixir", "elixires")] {
            let mut stemmer = Stemmer::for_language("es");
            let singular = stemmer.stems(one);
            assert!(stemmer.stems(many).iter().any(|stem| singular.contains(stem)), "{one}");
        }
    }

    proptest! {
        #[test]
        fn no_word_breaks_a_stemmer(word in "\\w{0,12}", language in "en|es|it|lv|de|ru|xx") {
            prop_assert!(!Stemmer::for_language(&language).stems(&word).is_empty());
        }
    }
}
