//! Cells that a spreadsheet runs instead of showing them (OWASP, "CSV injection"). The tables of the
//! process kit, and what the contribution service takes, are held to the same signs; `csvField` in
//! the theme's compare.js is their counterpart for tables made in a browser.

/// What a cell begins with that is run, in the forms of half and of full width.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The sign at the beginning of a cell that makes a spreadsheet run it.
pub fn sign_of_formula(cell: &str) -> Option<char> {
    cell.chars().next().filter(|first| SIGNS.contains(first))
}

/// A cell that a spreadsheet takes for text: what begins like a formula gets an apostrophe, and
/// control characters are blanks.
pub fn harmless(cell: &str) -> String {
    let cell: String =
        cell.chars().map(|letter| if letter.is_control() && letter != '\n' { ' ' } else { letter }).collect();
    let cell = cell.trim();
    if sign_of_formula(cell).is_some() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula() {
        assert_eq!(harmless("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(harmless("\t@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("＝1"), "'＝1");
        assert_eq!(harmless("1.2 Plan"), "1.2 Plan");
        assert_eq!(harmless("a\rb\u{7}\nc"), "a b \nc");
    }
}
