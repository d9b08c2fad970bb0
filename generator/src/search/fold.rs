//! Folding: the form of a word in which letters with and without diacritics are the same.
//!
//! Words are folded *after* stemming, never before: folding first loses endings (Latvian `-ājiem` would look like
//! the adjective ending `-ajiem`). `themes/default/static/search.js` folds what a reader types in the same way; the
//! parity test holds the two to it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that Unicode does not decompose although a reader types them without their stroke or ligature.
const LETTERS: [(char, &str); 14] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ł', "l"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ŋ', "n"),
    ('ŧ', "t"),
    ('ĸ', "k"),
    ('ς', "σ"),
];

/// The text in lower case, without diacritics and compatibility forms. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match LETTERS.iter().find(|(from, _)| *from == letter) {
            Some((_, to)) => folded.push_str(to),
            None => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn diacritics_case_and_ligatures_fold_away() {
        for (text, folded) in [
            ("Iedzīvotājs", "iedzivotajs"),
            ("ķģļņšžč", "kglnszc"),
            ("Señalización", "senalizacion"),
            ("PERCHÉ", "perche"),
            ("Straße", "strasse"),
            ("İstanbul", "istanbul"),
            ("ﬁle", "file"),
            ("ΟΔΟΣ", "οδοσ"),
            ("e\u{301}", "e"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
