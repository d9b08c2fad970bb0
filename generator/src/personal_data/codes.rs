//! Personal codes of Latvia, Spain and Italy, recognised by their check characters where they
//! have them.

use super::{is_word, run};

/// The end of the personal code that begins here, and its country.
pub(super) fn code_at(characters: &[char], at: usize) -> Option<(usize, &'static str)> {
    // A number before it makes it a part of something longer: `10.1000-010190-11111`.
    if at >= 2 && matches!(characters[at - 1], '-' | '.' | '/') && characters[at - 2].is_ascii_digit() {
        return None;
    }
    let (end, country) = latvian_at(characters, at)
        .map(|end| (end, "lv"))
        .or_else(|| spanish_at(characters, at).map(|end| (end, "es")))
        .or_else(|| italian_at(characters, at).map(|end| (end, "it")))?;
    let after = characters.get(end).copied();
    let goes_on = after.is_some_and(is_word)
        || (after == Some('-') && characters.get(end + 1).copied().is_some_and(|c| c.is_ascii_digit()));
    (!goes_on).then_some((end, country))
}

/// DDMMYY-CNNNN with a check digit; since 2017 also 32NNNN-NNNNN without one.
fn latvian_at(characters: &[char], at: usize) -> Option<usize> {
    let first = run(characters, at, |c| c.is_ascii_digit());
    let (digits, end): (Vec<u32>, usize) = if first - at == 6 && characters.get(first) == Some(&'-') {
        let second = run(characters, first + 1, |c| c.is_ascii_digit());
        if second - first != 6 {
            return None;
        }
        (characters[at..second].iter().filter_map(|c| c.to_digit(10)).collect(), second)
    } else if first - at == 11 {
        (characters[at..first].iter().filter_map(|c| c.to_digit(10)).collect(), first)
    } else {
        return None;
    };
    if digits[0] == 3 && digits[1] == 2 {
        // Without the hyphen it could be any long number.
        return (first - at == 6).then_some(end);
    }
    let (day, month, century) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3], digits[6]);
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) || century > 2 {
        return None;
    }
    const WEIGHTS: [u32; 10] = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| digit * weight).sum();
    ((1101 - sum) % 11 == digits[10]).then_some(end)
}

/// DNI: eight digits and a letter, `12.345.678-Z` too. NIE: X, Y or Z, seven digits and a letter.
fn spanish_at(characters: &[char], at: usize) -> Option<usize> {
    let mut number = 0;
    let mut wanted = 8;
    let mut next = at;
    if let Some(letter) = "XYZ".find(characters[at].to_ascii_uppercase()) {
        number = letter as u32;
        wanted = 7;
        next += 1;
        if characters.get(next) == Some(&'-') {
            next += 1;
        }
    }
    let mut count = 0;
    while let Some(character) = characters.get(next) {
        if let Some(digit) = character.to_digit(10) {
            if count == wanted {
                return None;
            }
            number = number * 10 + digit;
            count += 1;
        } else if !(*character == '.'
            && wanted - count != wanted
            && (wanted - count) % 3 == 0
            && characters.get(next + 1).is_some_and(char::is_ascii_digit))
        {
            break;
        }
        next += 1;
    }
    if count != wanted {
        return None;
    }
    let mut letter = *characters.get(next)?;
    if letter == '-' || letter == ' ' {
        // After a space a small letter is a word: “y”, “e”.
        let small_counts = letter == '-';
        next += 1;
        letter = *characters.get(next)?;
        if letter.is_ascii_lowercase() && !small_counts {
            return None;
        }
    }
    const LETTERS: &[u8; 23] = b"TRWAGMYFPDXBNJZSQVHLCKE";
    let control = char::from(LETTERS[(number % 23) as usize]);
    (letter.to_ascii_uppercase() == control).then_some(next + 1)
}

/// Codice fiscale: six letters, year, month letter, day, place, control character; digits may be
/// replaced by letters where two people would have the same code.
fn italian_at(characters: &[char], at: usize) -> Option<usize> {
    let code = characters.get(at..at + 16)?;
    let mut sum = 0;
    for (index, character) in code.iter().enumerate() {
        let character = character.to_ascii_uppercase();
        let fits = match index {
            6 | 7 | 9 | 10 | 12 | 13 | 14 => character.is_ascii_digit() || "LMNPQRSTUV".contains(character),
            8 => "ABCDEHLMPRST".contains(character),
            _ => character.is_ascii_uppercase(),
        };
        if !fits {
            return None;
        }
        let value = character.to_digit(36)?;
        // Digits count like the letters from A on.
        let value = if character.is_ascii_digit() { value } else { value - 10 };
        const ODD: [u32; 26] =
            [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
        if index == 15 {
            return (sum % 26 == value).then_some(at + 16);
        }
        // Positions are counted from 1, so the first one is odd.
        sum += if index % 2 == 0 { ODD[value as usize] } else { value };
    }
    None
}
