//! Phone numbers: with an international prefix, after a word that announces one, or in a grouping
//! that only phone numbers have.

use super::{is_word, run};

/// Words that announce a phone number.
const PHONE_WORDS: [&str; 18] = [
    "cell",
    "cellulare",
    "fax",
    "mob",
    "mobile",
    "móvil",
    "movil",
    "phone",
    "tel",
    "telefon",
    "telefono",
    "teléfono",
    "telefons",
    "telephone",
    "telf",
    "tālr",
    "tālrunis",
    "whatsapp",
];

/// The end of the phone number that begins here.
pub(super) fn phone_at(characters: &[char], at: usize) -> Option<usize> {
    // Part of a longer number or name: `10.5281/…`, `C++20`, `v-612…`.
    let before = at.checked_sub(1).map(|index| characters[index]);
    if matches!(before, Some('+' | '-' | '.' | '/' | '#' | '=' | '_')) {
        return None;
    }
    let plus = characters[at] == '+';
    let number = Number::read(characters, if plus { at + 1 } else { at })?;
    let fits = if plus {
        (8..=15).contains(&number.digits.len()) && !number.digits.starts_with('0')
    } else if number.digits.starts_with("00") {
        number.groups.len() > 1
            && (11..=15).contains(&number.digits.len())
            && !number.digits.starts_with("000")
    } else if is_announced(characters, at) {
        (6..=15).contains(&number.digits.len())
    } else {
        number.has_phone_grouping()
    };
    (fits && !number.is_round() && !number.is_date()).then_some(number.end)
}

/// Groups of digits with separators between them.
struct Number {
    digits: String,
    groups: Vec<usize>,
    /// The separator between all the groups, if there is one and it is one character.
    separator: Option<char>,
    end: usize,
}

impl Number {
    /// Reads as many groups as a phone number can have digits.
    fn read(characters: &[char], start: usize) -> Option<Number> {
        let mut number = Number { digits: String::new(), groups: Vec::new(), separator: None, end: start };
        // `(0)` and `(+371)` open with a bracket.
        let mut next = if characters.get(start) == Some(&'(') { start + 1 } else { start };
        let mut separators: Vec<&[char]> = Vec::new();
        loop {
            let end = run(characters, next, |c| c.is_ascii_digit());
            if end == next || number.digits.len() + (end - next) > 15 {
                break;
            }
            if number.end < next && !number.groups.is_empty() {
                separators.push(&characters[number.end..next]);
            }
            number.digits.extend(&characters[next..end]);
            number.groups.push(end - next);
            number.end = end;
            next = run(characters, end, is_separator);
            // Two separators at most, and no end of a sentence.
            let between = &characters[end..next];
            if between.len() > 2 || (between.len() == 2 && between[0] == '.' && between[1] != '(') {
                break;
            }
        }
        if number.digits.is_empty() || characters.get(number.end).copied().is_some_and(is_word) {
            return None;
        }
        number.separator = match separators.split_first() {
            Some((first, rest)) if first.len() == 1 && rest.iter().all(|other| other == first) => {
                Some(first[0])
            }
            _ => None,
        };
        Some(number)
    }

    /// 612 34 56 78 of Spain and 333 123 4567 of Italy. Groups of three are left alone: they are
    /// how amounts are written.
    fn has_phone_grouping(&self) -> bool {
        self.separator.is_some_and(|separator| separator != '(' && separator != ')')
            && match self.groups.as_slice() {
                [3, 2, 2, 2] => self.digits.starts_with(['6', '7', '8', '9']),
                [3, 3, 4] => self.digits.starts_with('3'),
                _ => false,
            }
    }

    /// `+20 000 000` citizens; also the placeholder `+371 00000000`.
    fn is_round(&self) -> bool {
        self.digits.bytes().skip(3).all(|digit| digit == b'0')
    }

    /// A day, or a range of years.
    fn is_date(&self) -> bool {
        let year =
            |at: usize| self.digits.get(at..at + 2).is_some_and(|century| matches!(century, "19" | "20"));
        match self.groups.as_slice() {
            [4, 4] => year(0) && year(4),
            [4, 2, 2] => year(0),
            [2, 2, 4] => year(4),
            _ => false,
        }
    }
}

fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '.' | '-' | '/' | '(' | ')' | '\u{a0}' | '\u{202f}' | '\u{2011}')
}

/// Whether a word before the number says that it is one: `Tel.: 67026533`.
fn is_announced(characters: &[char], at: usize) -> bool {
    let mut end = at;
    while end > 0 && at - end < 5 && matches!(characters[end - 1], ' ' | '.' | ':' | '\u{a0}' | '*') {
        end -= 1;
    }
    if end == at {
        return false;
    }
    // The longest of the words has nine letters; one more tells a longer word apart.
    let letters = characters[..end].iter().rev().take(10).take_while(|c| is_word(**c)).count();
    let word: String = characters[end - letters..end].iter().collect::<String>().to_lowercase();
    PHONE_WORDS.contains(&word.as_str())
}
