//! `instructions.md` -> the body of `<lang>.md`: the heading that every file opens with goes,
//! placeholders become absent, program text that leaked in becomes links.

use super::super::disk::read_text;
use super::files::ItemFolder;
use super::read::Texts;
use super::report::{Findings, mask_personal_data, quote};
use super::terms::{GENERIC_HEADING, PLACEHOLDERS};
use super::text::clean;
use super::tidy::tidy_markdown;

/// The bodies per language.
pub fn convert_instructions(folder: &ItemFolder, paths: &Texts, findings: &mut Findings) -> Texts {
    let mut bodies = Texts::new();
    for (language, path) in paths {
        let field = format!("instructions.{language}");
        let Some(file) = folder.find(&field, path, findings) else { continue };
        let text = match read_text(&folder.place.join(&file)) {
            Ok(text) => text,
            Err(error) => {
                findings.other(format!("{field}: {error}"), "left out");
                continue;
            }
        };
        let body = convert_one(&field, &text, findings);
        if !body.is_empty() {
            bodies.insert(language.clone(), body);
        }
    }
    bodies
}

fn convert_one(field: &str, text: &str, findings: &mut Findings) -> String {
    let text = mask_personal_data(field, &clean(text), findings);
    let mut lines: Vec<String> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let heading = line.trim().trim_start_matches('#').trim().to_lowercase();
        let is_opening = lines.iter().all(|line: &String| line.is_empty()) && line.trim().starts_with('#');
        if is_opening && heading == GENERIC_HEADING {
            // Every page has this heading of its own, so nothing is lost and nothing is told.
            continue;
        }
        match leaked_pair(line) {
            Some((key, address)) => {
                let name = humanised(key);
                findings.defect(
                    8,
                    format!("{field}, line {}: program text {}", index + 1, quote(line.trim())),
                    format!("made the link “{name}”"),
                );
                // A list needs a blank line before it.
                if lines.last().is_some_and(|last| !last.is_empty() && !last.starts_with("- ")) {
                    lines.push(String::new());
                }
                lines.push(format!("- [{name}](<{address}>)"));
            }
            None => lines.push(line.to_owned()),
        }
    }
    let tidied = tidy_markdown(lines.join("\n").trim());
    for change in tidied.changes {
        findings.other(format!("{field}: Markdown that content may not hold"), change);
    }
    if tidied.text.is_empty() || PLACEHOLDERS.contains(&tidied.text.to_lowercase().as_str()) {
        findings.defect(8, format!("{field} holds nothing but its heading"), "left absent");
        return String::new();
    }
    tidied.text
}

/// The key and the address of a line such as `"user_manual": "https://…",`.
fn leaked_pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim().trim_end_matches(',').split_once(':')?;
    let key = key.trim().strip_prefix('"')?.strip_suffix('"')?;
    let value = value.trim().strip_prefix('"')?.strip_suffix('"')?;
    let is_pair = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && url::Url::parse(value).is_ok_and(|url| ["http", "https"].contains(&url.scheme()))
        && !value.contains(['<', '>', ' ']);
    is_pair.then_some((key, value))
}

fn humanised(key: &str) -> String {
    let words = key.replace('_', " ").trim().to_owned();
    let mut characters = words.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn convert(text: &str) -> (String, Vec<String>) {
        let mut findings = Findings::default();
        let body = convert_one("instructions.en", text, &mut findings);
        let shown = findings
            .sorted()
            .iter()
            .map(|finding| format!("{} {} -> {}", finding.class.name(), finding.met, finding.done))
            .collect();
        (body, shown)
    }

    #[test]
    fn a_file_with_nothing_but_its_heading_is_absent() {
        let (body, findings) = convert("# How to use this INTERLINKER\r\n\n");
        assert_eq!(body, "");
        assert_eq!(findings, ["D8 instructions.en holds nothing but its heading -> left absent"]);
    }

    #[test]
    fn leaked_program_text_becomes_links_and_is_reported_with_its_line() {
        let (body, findings) = convert(
            "# How to use this INTERLINKER\nRead:\n  \"user_manual\": \"https://a.eu/m\",\n\"x\": \"no\"",
        );
        assert_eq!(body, "Read:\n\n- [User manual](<https://a.eu/m>)\n\"x\": \"no\"");
        assert_eq!(
            findings,
            [
                "D8 instructions.en, line 3: program text “\"user_manual\": \"https://a.eu/m\",” -> made the link “User manual”"
            ]
        );
    }
}
