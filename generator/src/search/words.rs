//! Splitting text into words, for the texts of entries and for what a reader types.
//!
//! A word is a run of letters, digits and marks. The same rule stands in `themes/default/static/search.js` (`words`).

use super::fold::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A longer word is cut to this many characters: nobody types it, and addresses or encoded data would fill the index.
pub const MAX_WORD_CHARACTERS: usize = 40;

/// A longer query is cut to this many characters before anything else is done with it.
pub const MAX_QUERY_CHARACTERS: usize = 200;

/// Of a query with more different words the first ones count.
pub const MAX_QUERY_WORDS: usize = 8;

/// The words of a text: compatibility forms composed, in lower case, diacritics kept (the stemmers need them).
pub fn words(text: &str) -> Vec<String> {
    let text: String = text.chars().filter(|letter| !is_invisible(*letter)).map(spell_out).nfkc().collect();
    text.to_lowercase()
        .split(|letter| !is_word_character(letter))
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(MAX_WORD_CHARACTERS).collect())
        .collect()
}

/// The different folded words of a query, in the order typed.
pub fn query_words(query: &str) -> Vec<String> {
    let query: String = query.chars().take(MAX_QUERY_CHARACTERS).collect();
    let mut different = Vec::new();
    for word in words(&query) {
        let word = fold(&word);
        // A word that says nothing new would count twice in every score.
        if !word.is_empty() && !different.contains(&word) {
            different.push(word);
        }
    }
    different.truncate(MAX_QUERY_WORDS);
    different
}

/// Marks belong to words: in decomposed text an accent must not split the word it stands in.
fn is_word_character(letter: char) -> bool {
    letter.is_alphabetic() || letter.is_numeric() || is_combining_mark(letter)
}

/// Characters inside a word that no reader sees: the soft hyphen, joiners, the byte order mark.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Composition would glue the signs ™ and ℠ to a name as letters, and nobody would find the name.
fn spell_out(letter: char) -> char {
    if matches!(letter, '\u{2122}' | '\u{2120}') { ' ' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn text_splits_at_everything_that_is_no_letter_or_digit() {
        for (text, expected) in [
            (
                "Co-production, e-services & API v2.0",
                vec!["co", "production", "e", "services", "api", "v2", "0"],
            ),
            ("l'amministrazione dell’ente", vec!["l", "amministrazione", "dell", "ente"]),
            ("Interlink™ ie\u{ad}dzī\u{200d}votājs", vec!["interlink", "iedzīvotājs"]),
            ("re\u{301}sume\u{301}", vec!["résumé"]),
            ("🎉\u{0}\u{7} \t\n", vec![]),
        ] {
            assert_eq!(words(text), expected);
        }
    }

    #[test]
    fn a_query_keeps_different_words_once_and_has_limits() {
        assert_eq!(query_words("Karte kartē KARTE puse"), ["karte", "puse"]);
        assert_eq!(query_words("a b c d e f g h i j").len(), MAX_QUERY_WORDS);
        assert_eq!(query_words(&"x".repeat(10_000)), ["x".repeat(MAX_WORD_CHARACTERS)]);
        assert!(query_words("\u{301} 🎉 %%% \u{0}").is_empty());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_splitting(text in any::<String>()) {
            for word in words(&text) {
                prop_assert!(!word.is_empty() && word.chars().count() <= MAX_WORD_CHARACTERS);
            }
            prop_assert!(query_words(&text).len() <= MAX_QUERY_WORDS);
        }
    }
}
