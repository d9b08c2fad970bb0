//! Diagnostics -> text: for people, for programs (one JSON object a line), for GitHub's annotations.

use crate::diagnostic::{Diagnostic, Diagnostics, Severity};
use std::fmt::Write as _;

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with the line it is about.
    Human,
    /// One JSON object a line.
    Json,
    /// Workflow commands that GitHub shows beside the changed lines.
    Github,
}

/// Writes diagnostics in a format. `prefix` is put before each file name for people and GitHub,
/// such as `content/`; JSON keeps names relative to the content folder.
pub fn write_diagnostics(diagnostics: &Diagnostics, format: Format, prefix: &str, colour: bool) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        match format {
            Format::Human => write_human(&mut text, diagnostic, prefix, colour),
            Format::Json => write_json(&mut text, diagnostic),
            Format::Github => write_github(&mut text, diagnostic, prefix),
        }
    }
    text
}

fn write_human(text: &mut String, diagnostic: &Diagnostic, prefix: &str, colour: bool) {
    let (severity_colour, dim, reset) = match (colour, diagnostic.severity) {
        (false, _) => ("", "", ""),
        (true, Severity::Error) => ("\u{1b}[1;31m", "\u{1b}[2m", "\u{1b}[0m"),
        (true, Severity::Warning) => ("\u{1b}[1;33m", "\u{1b}[2m", "\u{1b}[0m"),
    };
    let place = diagnostic.position.map(|at| format!(":{}:{}", at.line, at.column)).unwrap_or_default();
    let _ = writeln!(
        text,
        "{prefix}{}{place}: {severity_colour}{}{reset}: {} {dim}[{}]{reset}",
        plain(&diagnostic.file),
        diagnostic.severity.name(),
        plain(&diagnostic.message),
        diagnostic.code
    );
    if let (Some(excerpt), Some(position)) = (&diagnostic.excerpt, diagnostic.position) {
        // Show the part of a long line around the place, so that the mark stays in view.
        let column = position.column as usize;
        let start = if column > 100 { column - 60 } else { 1 };
        let shown: String = excerpt.chars().skip(start - 1).take(120).collect();
        let number = position.line.to_string();
        let pad = " ".repeat(number.len());
        let mark = " ".repeat(column.saturating_sub(start));
        let _ = writeln!(text, " {number} | {}", plain(&shown.replace('\t', " ")));
        let _ = writeln!(text, " {pad} | {mark}{severity_colour}^{reset}");
    }
    if let Some(help) = &diagnostic.help {
        let _ = writeln!(text, "  help: {}", plain(help));
    }
}

fn write_json(text: &mut String, diagnostic: &Diagnostic) {
    let object = serde_json::json!({
        "severity": diagnostic.severity.name(),
        "code": diagnostic.code.name(),
        "file": diagnostic.file,
        "line": diagnostic.position.map(|at| at.line),
        "column": diagnostic.position.map(|at| at.column),
        "message": diagnostic.message,
        "help": diagnostic.help,
    });
    let _ = writeln!(text, "{object}");
}

/// GitHub's workflow commands: `%`, line ends and, in properties, `:` and `,` are escaped.
/// <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>
fn write_github(text: &mut String, diagnostic: &Diagnostic, prefix: &str) {
    let data = |value: &str| value.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |value: &str| data(value).replace(':', "%3A").replace(',', "%2C");
    let place =
        diagnostic.position.map(|at| format!(",line={},col={}", at.line, at.column)).unwrap_or_default();
    let help = diagnostic.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let _ = writeln!(
        text,
        "::{} file={}{place},title={}::{}",
        diagnostic.severity.name(),
        property(&format!("{prefix}{}", diagnostic.file)),
        property(diagnostic.code.name()),
        data(&format!("{}{help}", diagnostic.message)),
    );
}

/// Text of strangers without control characters, which could steer a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { '\u{FFFD}' } else { character }).collect()
}

/// One line that says how many there are, in words; empty where there is nothing.
pub fn summary(diagnostics: &Diagnostics) -> String {
    let count = |severity, one: &str, many: &str| match diagnostics.count(severity) {
        0 => None,
        1 => Some(format!("1 {one}")),
        number => Some(format!("{number} {many}")),
    };
    let parts: Vec<String> =
        [count(Severity::Error, "error", "errors"), count(Severity::Warning, "warning", "warnings")]
            .into_iter()
            .flatten()
            .collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Position};

    fn one() -> Diagnostics {
        let mut diagnostics = Diagnostics::new();
        let mut diagnostic =
            Diagnostic::error(Code::UnknownField, "a/b.yaml", "there is no field `nam` here")
                .at(Position { line: 4, column: 3 })
                .help("did you mean `name`?");
        diagnostic.excerpt = Some("  nam: x\u{1b}[2J".to_owned());
        diagnostics.push(diagnostic);
        diagnostics
    }

    #[test]
    fn people_see_the_line_and_the_mark() {
        insta::assert_snapshot!(write_diagnostics(&one(), Format::Human, "content/", false), @r"
        content/a/b.yaml:4:3: error: there is no field `nam` here [unknown-field]
         4 |   nam: x�[2J
           |   ^
          help: did you mean `name`?
        ");
    }

    #[test]
    fn programs_get_one_object_a_line() {
        insta::assert_snapshot!(write_diagnostics(&one(), Format::Json, "content/", false), @r#"{"code":"unknown-field","column":3,"file":"a/b.yaml","help":"did you mean `name`?","line":4,"message":"there is no field `nam` here","severity":"error"}"#);
    }

    #[test]
    fn github_gets_escaped_commands() {
        insta::assert_snapshot!(write_diagnostics(&one(), Format::Github, "content/", false), @"::error file=content/a/b.yaml,line=4,col=3,title=unknown-field::there is no field `nam` here%0Adid you mean `name`?");
    }
}
