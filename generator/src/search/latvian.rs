//! A light stemmer for Latvian nouns and adjectives; no library at hand has one.
//!
//! The table of endings follows the published algorithm (K. Kreslins, 1996) in its light form: the longest ending
//! that fits is removed once, if enough of the word is left, and where that ending softens the consonant before it,
//! the consonant is made hard again. Our own rule is the softening of t and d (latvietis, latvieša), which the
//! published one leaves alone. Words come in lower case and with diacritics: without them `-ājiem` and `-ajiem` look alike.

/// An ending, how many vowels the word must have more than this, and whether it softens the consonant before it.
const ENDINGS: [(&str, usize, bool); 38] = [
    ("ajiem", 3, false),
    ("ajai", 3, false),
    ("ajam", 2, false),
    ("ajām", 2, false),
    ("ajos", 2, false),
    ("ajās", 2, false),
    ("iem", 2, true),
    ("ajā", 2, false),
    ("ais", 2, false),
    ("ai", 2, false),
    ("ei", 2, false),
    ("ām", 1, false),
    ("am", 1, false),
    ("ēm", 1, false),
    ("īm", 1, false),
    ("im", 1, false),
    ("um", 1, false),
    ("us", 1, true),
    ("as", 1, false),
    ("ās", 1, false),
    ("es", 1, false),
    ("os", 1, true),
    ("ij", 1, false),
    ("īs", 1, false),
    ("ēs", 1, false),
    ("is", 1, false),
    ("ie", 1, false),
    ("u", 1, true),
    ("a", 1, true),
    ("i", 1, true),
    ("e", 1, false),
    ("ā", 1, false),
    ("ē", 1, false),
    ("ī", 1, false),
    ("ū", 1, false),
    ("o", 1, false),
    ("s", 0, false),
    ("š", 0, false),
];

/// At least this many letters stay when an ending goes.
const SHORTEST_STEM: usize = 3;

/// The stems of a word. Mostly one; two where a softened š or ž may come from either of two hard consonants (pušu
/// from puse, karšu from karte): the caller indexes both, so the word meets whichever of them the other forms have.
pub fn stems(word: &str) -> Vec<String> {
    let letters = word.chars().count();
    let vowels = word.chars().filter(|letter| "aāeēiīouū".contains(*letter)).count();
    for (ending, more_vowels_than, softens) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending) else { continue };
        if vowels > more_vowels_than && letters >= ending.chars().count() + SHORTEST_STEM {
            return if softens { harden(stem) } else { vec![stem.to_owned()] };
        }
    }
    vec![word.to_owned()]
}

/// Undoes the softening at the end of a stem. Letters that differ by a diacritic only (č ļ ņ against c l n) are left
/// as they are, because stems are folded afterwards.
fn harden(stem: &str) -> Vec<String> {
    // After p, b, m and v the softening is a j of its own: upju from upe, zemju from zeme.
    if let Some(before) = stem.strip_suffix('j')
        && before.ends_with(['p', 'b', 'm', 'v'])
    {
        return vec![before.to_owned()];
    }
    // Inhabitants (-ietis) and qualities (-tāte) are the two large groups in which š can only come from t.
    if let Some(before) = stem.strip_suffix('š') {
        if before.ends_with("ie") || before.ends_with("tā") {
            return vec![format!("{before}t")];
        }
        return vec![format!("{before}s"), format!("{before}t")];
    }
    if let Some(before) = stem.strip_suffix('ž') {
        return vec![format!("{before}z"), format!("{before}d")];
    }
    vec![stem.to_owned()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold::fold;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn folded_stems(word: &str) -> BTreeSet<String> {
        stems(word).iter().map(|stem| fold(stem)).collect()
    }

    /// Nominative singular first, then singular and plural forms: all of them must meet the first.
    const NOUNS: [&[&str]; 16] = [
        &["karte", "kartes", "kartei", "karti", "kartē", "karšu", "kartēm", "kartēs"],
        &["vadlīnija", "vadlīnijas", "vadlīniju", "vadlīnijai", "vadlīnijām", "vadlīnijās", "vadlīnijā"],
        &["aptauja", "aptaujas", "aptauju", "aptaujai", "aptaujām", "aptaujās", "aptaujā"],
        &[
            "iedzīvotājs",
            "iedzīvotāja",
            "iedzīvotāji",
            "iedzīvotāju",
            "iedzīvotājiem",
            "iedzīvotājus",
            "iedzīvotājam",
        ],
        &[
            "latvietis",
            "latvieša",
            "latvieši",
            "latviešu",
            "latviešiem",
            "latviešus",
            "latvieti",
            "latvietim",
        ],
        &["puse", "puses", "pusi", "pusei", "pušu", "pusēm", "pusēs"],
        &["pakalpojums", "pakalpojuma", "pakalpojumi", "pakalpojumu", "pakalpojumiem", "pakalpojumus"],
        &["kvalitāte", "kvalitātes", "kvalitāšu", "kvalitātēm", "kvalitāti"],
        &["zeme", "zemes", "zemju", "zemēm"],
        &["brālis", "brāļa", "brāļi", "brāļu", "brāļiem", "brāli"],
        &["briedis", "brieža", "brieži", "briežu", "briedi"],
        &["lācis", "lāča", "lāči", "lāču", "lācim"],
        &["prakse", "prakses", "prakšu", "praksēm"],
        &["nakts", "naktis", "nakšu", "naktīm", "nakti"],
        &["tirgus", "tirgum", "tirgus", "tirgu", "tirgū"],
        &["organizācija", "organizācijas", "organizāciju", "organizācijām"],
    ];

    #[test]
    fn the_cases_of_a_noun_meet_in_a_stem() {
        for forms in NOUNS {
            let first = folded_stems(forms[0]);
            assert_eq!(first.len(), 1, "{} has one stem", forms[0]);
            for form in forms {
                assert!(
                    !first.is_disjoint(&folded_stems(form)),
                    "{form} does not meet {}: {first:?}",
                    forms[0]
                );
            }
        }
    }

    #[test]
    fn adjectives_meet_across_gender_and_definiteness() {
        for form in ["digitālā", "digitālo", "digitālie", "digitālajiem", "digitālajā", "digitālas"] {
            assert_eq!(folded_stems(form), folded_stems("digitāls"), "{form}");
        }
    }

    #[test]
    fn different_nouns_stay_apart() {
        let all: Vec<BTreeSet<String>> = NOUNS.iter().map(|forms| folded_stems(forms[0])).collect();
        let different: BTreeSet<&BTreeSet<String>> = all.iter().collect();
        assert_eq!(different.len(), NOUNS.len());
    }

    #[test]
    fn short_and_foreign_words_stay_whole() {
        for word in ["un", "ar", "es", "upe", "api", "2024"] {
            assert_eq!(stems(word), [word]);
        }
    }

    proptest! {
        #[test]
        fn no_word_breaks_the_stemmer(word in any::<String>()) {
            let stems = stems(&word);
            prop_assert!(!stems.is_empty() && stems.len() <= 2);
        }
    }
}
