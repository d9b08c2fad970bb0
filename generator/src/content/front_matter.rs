//! A `<lang>.md` file -> the text of its front matter and the Markdown below it, both with the line
//! they begin on.

use crate::diagnostic::Code;

/// The two parts of a words file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// The YAML between the two `---` lines. It begins on line 2.
    pub yaml: &'a str,
    /// The Markdown below.
    pub body: &'a str,
    /// The line the Markdown begins on.
    pub body_line: u32,
}

/// Splits a words file at its two `---` lines.
///
/// # Errors
/// When the first line is not `---`, or no later line is.
pub fn split_front_matter(text: &str) -> Result<FrontMatter<'_>, (Code, &'static str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    if first.trim_end() != "---" {
        return Err((Code::FrontMatter, "the file does not begin with a line `---`"));
    }
    let mut offset = first.len();
    let start = offset;
    for (line_number, line) in (2..).zip(lines) {
        if line.trim_end() == "---" {
            let body = &text[offset + line.len()..];
            let skipped = body.len() - body.trim_start_matches('\n').len();
            return Ok(FrontMatter {
                yaml: &text[start..offset],
                body: &body[skipped..],
                body_line: line_number + 1 + skipped as u32,
            });
        }
        offset += line.len();
    }
    Err((Code::FrontMatter, "the front matter has no closing line `---`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_knows_its_line() {
        let parts = split_front_matter("---\nname: A\n---\n\n\nText\n").unwrap();
        assert_eq!(parts, FrontMatter { yaml: "name: A\n", body: "Text\n", body_line: 6 });
    }

    #[test]
    fn both_lines_are_needed() {
        assert!(split_front_matter("name: A\n").is_err());
        assert!(split_front_matter("---\nname: A\n").is_err());
        assert_eq!(split_front_matter("---\n---").unwrap().body, "");
    }

    #[test]
    fn a_rule_in_the_body_does_not_reopen_the_front_matter() {
        assert_eq!(split_front_matter("---\na: b\n---\nx\n---\ny").unwrap().body, "x\n---\ny");
    }
}
