//! "Did you mean …?": the name that was probably meant by one that does not exist. The only module
//! that knows how such a likeness is measured; search asks it too.

/// What is longer is no slip of the pen; measuring it against every name would take long.
const LONGEST: usize = 100;

/// The name nearest to what was written, where one is near enough to be meant: a third of its
/// letters may be wrong, but at most three. Capitals and `_` for `-` do not count.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let length = written.chars().count();
    if length > LONGEST {
        return None;
    }
    let limit = (length / 3).clamp(1, 3);
    let plain = |name: &str| name.to_lowercase().replace('_', "-");
    let written = plain(written);
    names
        .into_iter()
        // Each letter too many or too few is a step of its own, so the rest need not be measured.
        .filter(|name| name.chars().count().abs_diff(length) <= limit)
        .map(|name| (distance(&written, &plain(name)), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// How many insertions, deletions, exchanges and swaps of neighbouring letters lead from one word to
/// the other, no letter touched twice (optimal string alignment).
pub fn distance(one: &str, other: &str) -> usize {
    strsim::osa_distance(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_finds_its_name_and_another_word_does_not() {
        let names = ["summary", "name", "aliases", "licence-group"];
        let near = |written: &str| nearest(written, names);
        assert_eq!(near("sumary"), Some("summary"));
        assert_eq!(near("Licence_Group"), Some("licence-group"));
        assert_eq!(near("nmae"), Some("name"));
        assert_eq!(near("colour"), None);
        assert_eq!(near("x"), None);
        assert_eq!(near(""), None);
    }

    #[test]
    fn of_two_names_equally_near_the_first_of_the_alphabet_is_taken() {
        assert_eq!(nearest("mapx", ["mapb", "mapa"]), Some("mapa"));
    }

    #[test]
    fn a_text_of_a_megabyte_is_near_to_nothing() {
        let long = "a".repeat(1_000_000);
        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
