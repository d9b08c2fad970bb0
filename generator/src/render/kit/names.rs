//! Names of folders and files that Windows, macOS and Linux all accept: no reserved characters or
//! device names, no dot or blank at the end, composed letters (Unicode NFC), and short enough that
//! a path fits into the 260 characters of Windows with room for where the archive is unpacked.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::hidden::is_hidden;

/// Longest name of the folder that holds everything, in UTF-16 units.
pub const MAX_ROOT: usize = 30;
/// Longest name of a folder in it. Three lie inside each other.
pub const MAX_FOLDER: usize = 42;
/// Longest name of a file.
pub const MAX_FILE: usize = 48;
/// Longest path in an archive, as the limits above add up.
#[cfg(test)]
pub const MAX_PATH: usize = MAX_ROOT + 3 * (MAX_FOLDER + 1) + 1 + MAX_FILE;

/// Device names of Windows: no file may be called so, whatever its ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// A name made safe and cut between words.
pub fn folder(name: &str, longest: usize) -> String {
    let name = cut(&cleaned(name), longest);
    if name.is_empty() { "_".to_owned() } else { with_mark(name) }
}

/// The name of a file made safe; its ending stays.
pub fn file(name: &str, longest: usize) -> String {
    let name = cleaned(name);
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && width(ending) <= 10 => (stem, format!(".{ending}")),
        _ => (name.as_str(), String::new()),
    };
    let stem = cut(stem, longest - width(&ending));
    let stem = if stem.is_empty() { "_".to_owned() } else { with_mark(stem) };
    format!("{stem}{ending}")
}

/// The same name, or with a number where one that differs in nothing but its case is taken.
pub fn unique(wanted: &str, taken: &mut BTreeSet<String>) -> String {
    let mut number = 1;
    loop {
        let candidate = if number == 1 {
            wanted.to_owned()
        } else {
            let (stem, ending) = wanted.rsplit_once('.').unwrap_or((wanted, ""));
            let dot = if ending.is_empty() { "" } else { "." };
            let tail = format!(" {number}{dot}{ending}");
            format!("{}{tail}", cut(stem, MAX_FILE - width(&tail)))
        };
        if taken.insert(candidate.to_lowercase()) {
            return candidate;
        }
        number += 1;
    }
}

/// Length as Windows counts it.
pub fn width(text: &str) -> usize {
    text.encode_utf16().count()
}

fn cleaned(name: &str) -> String {
    let spaced: String = name
        .nfc()
        .map(|letter| match letter {
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => ' ',
            '\u{200c}' | '\u{200d}' | '\u{2028}' | '\u{2029}' => ' ',
            letter if is_hidden(letter) => ' ',
            letter if letter.is_control() => ' ',
            letter => letter,
        })
        .collect();
    let name = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    trimmed(&name).to_owned()
}

/// Windows drops blanks and dots at the end; a dot in front hides the file elsewhere, and a hyphen
/// or a tilde there means something to shells and office programs.
fn trimmed(name: &str) -> &str {
    name.trim_start_matches(['.', '-', '~', ' ']).trim_end_matches(['.', ' '])
}

/// The longest word that is no end for a name, such as "and", "de" or "un".
const MAX_JOINT: usize = 3;

/// At most so long, without a broken word where that leaves at least half; where it can be, cut before a word that joins
/// two parts, since "Tell people of it and explain" says less than "Tell people of it".
fn cut(name: &str, longest: usize) -> String {
    if width(name) <= longest {
        return name.to_owned();
    }
    let mut kept = String::new();
    let mut length = 0;
    for letter in name.chars() {
        length += letter.len_utf16();
        if length > longest {
            break;
        }
        kept.push(letter);
    }
    let half = kept.len() / 2;
    if let Some(at) = kept.rfind(' ').filter(|at| *at >= half) {
        kept.truncate(at);
        let is_joint = |at: &usize| {
            let next = kept[at + 1..].split(' ').next().unwrap_or_default();
            kept[..*at].ends_with([',', ';', ':']) || next.chars().count() <= MAX_JOINT
        };
        let mut blanks = kept.match_indices(' ').map(|(at, _)| at).filter(|at| *at >= half);
        let is_part = kept.ends_with([',', ';', ':']);
        if let Some(at) = blanks.rfind(is_joint).filter(|_| !is_part) {
            kept.truncate(at);
        }
        // A name does not end in "of" or "de".
        while let Some(at) =
            kept.rfind(' ').filter(|at| *at >= half && kept[*at..].chars().count() <= MAX_JOINT + 1)
        {
            kept.truncate(at);
        }
    }
    trimmed(kept.trim_end_matches([',', ';', ':'])).to_owned()
}

fn with_mark(name: String) -> String {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let is_port = (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.chars().count() == 4
        && stem.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '¹' | '²' | '³'));
    if is_port || DEVICES.contains(&stem.as_str()) { format!("_{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_that_some_system_refuses_are_changed() {
        assert_eq!(folder("01 What? Who: \"us\" / them", 36), "01 What Who us them");
        assert_eq!(folder("  Ends with dots... ", 36), "Ends with dots");
        assert_eq!(folder("../..", 36), "_");
        assert_eq!(folder("CON", 36), "_CON");
        assert_eq!(file("lpt1.txt", 48), "_lpt1.txt");
        assert_eq!(file("-rf.sh", 48), "rf.sh");
        assert_eq!(file("a\u{202e}txt.exe", 48), "a txt.exe");
        // e and a combining acute become one letter.
        assert_eq!(file("cafe\u{301}.odt", 48), "café.odt");
    }

    #[test]
    fn a_long_name_is_cut_between_words_and_a_file_keeps_its_ending() {
        let name = "02 Ieinteresēto pušu, to motīvu, prasmju un gaidu kartēšana";
        assert_eq!(folder(name, 36), "02 Ieinteresēto pušu, to motīvu");
        assert_eq!(folder("01 Understand the kinds of stakeholders", 30), "01 Understand the kinds");
        let name = "06 Far conoscere l'iniziativa e spiegarne i vantaggi";
        assert_eq!(folder(name, 42), "06 Far conoscere l'iniziativa");
        assert_eq!(folder("01 Choose rooms, dates and speakers", 30), "01 Choose rooms, dates");
        assert_eq!(file(&format!("{}.docx", "x".repeat(200)), 48).len(), 48);
    }

    #[test]
    fn two_names_that_differ_in_case_only_are_told_apart() {
        let mut taken = BTreeSet::new();
        assert_eq!(unique("Plan.odt", &mut taken), "Plan.odt");
        assert_eq!(unique("plan.ODT", &mut taken), "plan 2.ODT");
        assert_eq!(unique("plan.odt", &mut taken), "plan 3.odt");
    }

    proptest! {
        #[test]
        fn any_name_becomes_a_safe_one(name in any::<String>()) {
            for (made, longest) in [(folder(&name, MAX_FOLDER), MAX_FOLDER), (file(&name, MAX_FILE), MAX_FILE)] {
                // The mark before a device name may add one.
                prop_assert!(!made.is_empty() && width(&made) <= longest + 1, "{made:?}");
                prop_assert!(!made.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*', '\0']), "{made:?}");
                prop_assert!(!made.ends_with(['.', ' ']) && !made.starts_with(['.', ' ', '-', '~']), "{made:?}");
                prop_assert!(!made.chars().any(char::is_control), "{made:?}");
            }
        }
    }
}
