//! Words that hold a sentence together and say nothing of what somebody looks for: articles, prepositions, *how do I*.
//!
//! Such a word excludes no entry and is no reason why one was found, unless a query has no other words. It still counts
//! in scores. The lists are those of questions as people type them, folded; the browser gets the one of its index.

const ENGLISH: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "by", "can", "could", "do", "does", "for",
    "from", "get", "has", "have", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "need",
    "of", "on", "or", "our", "should", "so", "some", "that", "the", "their", "them", "there", "they", "this",
    "to", "us", "want", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with", "would",
    "you", "your",
];

const SPANISH: &[&str] = &[
    "a", "al", "como", "con", "cual", "cuales", "cuando", "de", "del", "desde", "donde", "e", "el", "ella",
    "ellos", "en", "entre", "es", "esta", "este", "esto", "ha", "hacer", "hago", "hay", "la", "las", "le",
    "les", "lo", "los", "me", "mi", "mis", "necesito", "nos", "nuestra", "nuestro", "o", "para", "pero",
    "por", "puedo", "que", "quien", "quiero", "se", "ser", "si", "sin", "sobre", "son", "su", "sus", "tengo",
    "u", "un", "una", "unas", "unos", "y", "ya", "yo",
];

const ITALIAN: &[&str] = &[
    "a", "ad", "agli", "ai", "al", "alla", "alle", "allo", "c", "che", "chi", "ci", "come", "con", "cosa",
    "da", "dai", "dal", "dalla", "degli", "dei", "del", "dell", "della", "delle", "dello", "di", "dove", "e",
    "ed", "fa", "fare", "gli", "ha", "ho", "i", "il", "in", "io", "l", "la", "le", "lo", "ma", "mi", "mio",
    "ne", "nei", "nel", "nella", "noi", "non", "o", "per", "posso", "quale", "quali", "quando", "questo",
    "se", "serve", "si", "sono", "su", "sul", "sulla", "tra", "un", "una", "uno", "voglio",
];

const LATVIAN: &[&str] = &[
    "ar",
    "bet",
    "bez",
    "cik",
    "es",
    "gan",
    "gribu",
    "ir",
    "ja",
    "jau",
    "jo",
    "ka",
    "kad",
    "kada",
    "kadas",
    "kads",
    "kam",
    "kapec",
    "kas",
    "ko",
    "kur",
    "kura",
    "kuras",
    "kurs",
    "lai",
    "man",
    "mana",
    "mes",
    "mums",
    "musu",
    "ne",
    "no",
    "par",
    "pa",
    "pie",
    "savu",
    "sis",
    "tas",
    "to",
    "tu",
    "un",
    "uz",
    "vai",
    "var",
    "varu",
    "ari",
    "tikai",
    "nepieciesams",
    "vajag",
];

/// The words of a language such as `lv`, folded; none where we have no list.
pub fn for_language(language: &str) -> &'static [&'static str] {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "en" => ENGLISH,
        "es" => SPANISH,
        "it" => ITALIAN,
        "lv" => LATVIAN,
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{fold, words};

    /// A word with its marks, or of two parts, would never be met in a folded query.
    #[test]
    fn each_of_them_is_one_folded_word_and_stands_once() {
        for language in ["en", "es", "it", "lv"] {
            let list = for_language(language);
            assert!(list.len() > 40, "{language}");
            for word in list {
                assert_eq!(words(word), [fold(word)], "{language}");
                assert_eq!(list.iter().filter(|other| *other == word).count(), 1, "{language}: {word}");
            }
        }
    }
}
