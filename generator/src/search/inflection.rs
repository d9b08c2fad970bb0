//! Finding a word in a form that occurs in no entry.
//!
//! The browser has no stemmer: blocks map the forms that *occur* to their stems. A form that does not occur
//! (*aptauju* when only *aptauja* does) is looked up by exchanging its ending for others of the language. The table
//! is exported with the index, so the script knows no language; `interlink search` goes by the same rule.

/// The endings of a language, folded, and consonants that take each other's place before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inflection {
    /// Endings that may stand for each other. The empty one is always among them unless the table is empty.
    pub endings: &'static [&'static str],
    /// Pairs of what the word may end with before its ending, and what to try instead.
    pub exchanges: &'static [(&'static str, &'static str)],
}

/// What is left of a word without its ending has at least this many characters.
pub const SHORTEST_BASE: usize = 3;

const NONE: Inflection = Inflection { endings: &[], exchanges: &[] };

const ENGLISH: Inflection =
    Inflection { endings: &["", "d", "e", "ed", "es", "ies", "ing", "s", "y"], exchanges: &[] };

const SPANISH: Inflection = Inflection {
    endings: &["", "a", "as", "e", "es", "ia", "ias", "o", "os", "s"],
    exchanges: &[("c", "z"), ("z", "c")],
};

const ITALIAN: Inflection =
    Inflection { endings: &["", "a", "e", "i", "o", "he", "hi", "ia", "ie", "io"], exchanges: &[] };

/// The folded endings of nouns and adjectives in `latvian.rs`. Folding undoes most softening; the exchanges undo the
/// rest: š from t, ž from d, and the j after p, b, m and v.
const LATVIAN: Inflection = Inflection {
    endings: &[
        "", "a", "ai", "aja", "ajai", "ajam", "ajas", "ajiem", "ajos", "am", "as", "e", "ei", "em", "es",
        "i", "ie", "iem", "im", "is", "o", "os", "s", "u", "um", "us",
    ],
    exchanges: &[
        ("s", "t"),
        ("t", "s"),
        ("z", "d"),
        ("d", "z"),
        ("pj", "p"),
        ("bj", "b"),
        ("mj", "m"),
        ("vj", "v"),
    ],
};

/// The table of a language such as `lv`; empty where we have none.
pub fn for_language(language: &str) -> Inflection {
    match language.split(['-', '_']).next().unwrap_or_default() {
        "en" => ENGLISH,
        "es" => SPANISH,
        "it" => ITALIAN,
        "lv" => LATVIAN,
        _ => NONE,
    }
}

impl Inflection {
    /// The forms to try for a folded word, in groups: the first group of which any form occurs is the answer. The
    /// longest base comes first, so as little as possible of the word is put in question.
    pub fn other_forms(&self, word: &str) -> Vec<Vec<String>> {
        let mut bases: Vec<&str> = self
            .endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending))
            .filter(|base| base.chars().count() >= SHORTEST_BASE)
            .collect();
        bases.sort_by_key(|base| std::cmp::Reverse(base.len()));
        let mut groups = Vec::new();
        for base in bases {
            groups.push(self.forms_of(base));
            for (from, to) in self.exchanges {
                if let Some(start) = base.strip_suffix(from) {
                    groups.push(self.forms_of(&format!("{start}{to}")));
                }
            }
        }
        groups
    }

    fn forms_of(&self, base: &str) -> Vec<String> {
        self.endings.iter().map(|ending| format!("{base}{ending}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_found(language: &str, word: &str, occurring: &[&str]) -> Vec<String> {
        let groups = for_language(language).other_forms(word);
        let found = groups.into_iter().map(|group| {
            group.into_iter().filter(|form| occurring.contains(&form.as_str())).collect::<Vec<String>>()
        });
        found.into_iter().find(|forms| !forms.is_empty()).unwrap_or_default()
    }

    #[test]
    fn a_form_that_does_not_occur_finds_the_ones_that_do() {
        for (language, word, occurring) in [
            ("lv", "aptauju", "aptauja"),
            ("lv", "karsu", "karte"),
            ("lv", "karte", "karsu"),
            ("lv", "latviesa", "latvietis"),
            ("lv", "zemju", "zeme"),
            ("lv", "iedzivotajiem", "iedzivotajs"),
            ("en", "canvases", "canvas"),
            ("en", "cities", "city"),
            ("es", "voces", "voz"),
            ("es", "ciudadania", "ciudadanos"),
            ("it", "banche", "banca"),
        ] {
            assert_eq!(first_found(language, word, &[occurring, "unrelated"]), [occurring], "{word}");
        }
    }

    #[test]
    fn the_longest_base_wins() {
        assert_eq!(first_found("lv", "kartes", &["karte", "kart"]), ["karte"]);
        assert_eq!(first_found("en", "listed", &["listen", "list"]), ["list"]);
        assert_eq!(first_found("en", "housing", &["housings", "house"]), ["housings"]);
    }

    #[test]
    fn short_words_and_other_languages_have_no_other_forms() {
        assert!(for_language("lv").other_forms("es").is_empty());
        assert!(for_language("mt").other_forms("kartes").is_empty());
    }

    #[test]
    fn endings_are_folded_and_sorted_out() {
        for language in ["en", "es", "it", "lv"] {
            let table = for_language(language);
            assert!(table.endings.contains(&""));
            for ending in table.endings {
                assert_eq!(&crate::search::fold::fold(ending), ending);
                assert_eq!(table.endings.iter().filter(|other| *other == ending).count(), 1);
            }
        }
    }
}
