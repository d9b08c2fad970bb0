//! Which words of the index a mistyped word may stand for.
//!
//! Only a word that finds nothing in any form is looked at. One end of the word has to be whole, so that the browser
//! fetches parts of two lists, the forms in order of their starts and in order of their ends, and not the vocabulary:
//! `export.rs` writes them, and the script goes by the same rule. One mistake always leaves an end whole. Two of them,
//! one near each end, do not, and such a word is not corrected; the two most often lie closer together.

use crate::nearest::distance;

/// Words with fewer characters are not corrected: most short words have a neighbour that means something else.
pub const SHORTEST_CORRECTED: usize = 5;

/// From so many characters on, two mistakes are forgiven instead of one.
pub const SHORTEST_WITH_TWO_MISTAKES: usize = 8;

/// A mistyped word stands for so many words at most.
pub const MOST_CORRECTIONS: usize = 3;

/// Shorter forms correct nothing.
const SHORTEST_CORRECTION: usize = 4;

/// Whether a form may be a correction. Numbers are not: a year with another digit is another year.
pub fn may_correct(form: &str) -> bool {
    form.chars().count() >= SHORTEST_CORRECTION && !form.chars().any(char::is_numeric)
}

/// The forms a word may stand for: of those that share its start or its end, the ones at the smallest distance
/// (insertions, deletions, exchanges and swaps of neighbours, each once: optimal string alignment), those in most
/// entries first, then by name. `entries` counts the entries that have a form; it is asked for few of them.
pub fn corrections<'a>(
    word: &str,
    forms: impl Iterator<Item = &'a str>,
    entries: impl Fn(&str) -> usize,
) -> Vec<&'a str> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST_CORRECTED || letters.iter().any(|letter| letter.is_numeric()) {
        return Vec::new();
    }
    let allowed = if letters.len() < SHORTEST_WITH_TWO_MISTAKES { 1 } else { 2 };
    let start: String = letters[..whole_letters(letters.len())].iter().collect();
    let end: String = letters[letters.len() - whole_letters(letters.len())..].iter().collect();
    let mut nearest: Vec<(usize, &str)> = Vec::new();
    for form in forms {
        if !may_correct(form) || !(form.starts_with(&start) || form.ends_with(&end)) {
            continue;
        }
        let steps = distance(word, form);
        let best = nearest.first().map_or(allowed, |(best, _)| *best);
        if steps < best {
            nearest.clear();
        }
        if steps <= best {
            nearest.push((steps, form));
        }
    }
    nearest.sort_by_cached_key(|(_, form)| (std::cmp::Reverse(entries(form)), *form));
    nearest.into_iter().take(MOST_CORRECTIONS).map(|(_, form)| form).collect()
}

/// How many letters at its start or its end a word must share with its correction. One mistake, which spoils at most
/// two neighbouring letters, leaves so many at one of the ends.
fn whole_letters(length: usize) -> usize {
    if length < SHORTEST_WITH_TWO_MISTAKES { (length - 1) / 2 } else { length / 3 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FORMS: [&str; 8] = ["survey", "surveys", "citizen", "stakeholder", "map", "plan", "plane", "2026"];

    fn corrected(word: &str) -> Vec<&'static str> {
        corrections(word, FORMS.into_iter(), |form| form.len())
    }

    #[test]
    fn one_mistake_is_forgiven_from_five_letters_and_two_from_eight() {
        assert_eq!(corrected("survye"), ["survey"]);
        assert_eq!(corrected("surey"), ["survey"]);
        assert_eq!(corrected("citisen"), ["citizen"]);
        assert_eq!(corrected("stakehlodr"), ["stakeholder"]);
        assert!(corrected("sruvye").is_empty());
        assert!(corrected("paln").is_empty(), "one slip from `plan`, and from much else");
    }

    #[test]
    fn the_nearest_come_first_in_more_entries_before_less() {
        assert_eq!(corrected("plano"), ["plane", "plan"]);
        assert_eq!(corrections("plano", FORMS.into_iter(), |form| 10 - form.len()), ["plan", "plane"]);
    }

    #[test]
    fn numbers_are_not_corrected() {
        assert!(corrected("2025").is_empty());
        assert!(corrected("map2").is_empty());
    }

    proptest! {
        /// The rule may look at few forms, yet it must not overlook the word one slip away.
        #[test]
        fn one_slip_never_hides_a_word(word in "[a-zšķ]{6,12}", place in 0_usize..12, letter in "[a-zšķ]", slip in 0..4) {
            let mut letters: Vec<char> = word.chars().collect();
            let place = place % (letters.len() - 1);
            let letter = letter.chars().next().unwrap();
            match slip {
                0 => letters.insert(place, letter),
                1 => { letters.remove(place); }
                2 => letters[place] = letter,
                _ => letters.swap(place, place + 1),
            }
            let typed: String = letters.into_iter().collect();
            prop_assert_eq!(corrections(&typed, [word.as_str()].into_iter(), |_| 1), [word.as_str()]);
        }
    }
}
