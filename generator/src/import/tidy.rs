//! Markdown of the seed -> Markdown that content may hold: raw HTML becomes marks or signs, links
//! that lead nowhere and pictures from elsewhere become words, bare addresses become links.
//!
//! The text is parsed, the places that must change are replaced in the source, and the result is
//! parsed again, because a change can bring forth another. Each change is named for the report.

use super::text::html_as_markdown;
use crate::markdown::{Event, Tag, TagEnd, parse};
use std::ops::Range;

/// After so many rounds what is still HTML is shown as it was typed.
const ROUNDS: usize = 4;

/// A text after [`tidy_markdown`].
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tidied {
    /// The text.
    pub text: String,
    /// What was changed, in words.
    pub changes: Vec<String>,
}

struct Edit {
    range: Range<usize>,
    replacement: String,
    change: Option<String>,
}

/// Makes a text fit for content.
pub fn tidy_markdown(markdown: &str) -> Tidied {
    let mut tidied = Tidied { text: space_headings(markdown), changes: Vec::new() };
    if tidied.text != markdown {
        tidied.changes.push("a space put after the # of headings".to_owned());
    }
    let joined = join_numbers(&tidied.text);
    if joined != tidied.text {
        tidied.changes.push("numbers that stood on lines of their own put before their lines".to_owned());
        tidied.text = joined;
    }
    for round in 0..=ROUNDS {
        let edits = find_edits(&tidied.text, round == ROUNDS);
        if edits.is_empty() {
            break;
        }
        for edit in edits.into_iter().rev() {
            tidied.text.replace_range(edit.range, &edit.replacement);
            if let Some(change) = edit.change
                && !tidied.changes.contains(&change)
            {
                tidied.changes.push(change);
            }
        }
    }
    tidied.text = collapse_blank_lines(&tidied.text);
    tidied
}

/// One blank line between blocks, none around the text. Code keeps its own.
fn collapse_blank_lines(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut in_code = false;
    for line in text.trim().lines() {
        in_code ^= is_fence(line);
        let is_surplus = line.trim().is_empty() && lines.last().is_some_and(|last| last.trim().is_empty());
        if in_code || !is_surplus {
            lines.push(line);
        }
    }
    lines.join("\n")
}

fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~")
}

/// `##Words` is no heading to CommonMark; its author meant one.
fn space_headings(markdown: &str) -> String {
    let mut in_code = false;
    let lines: Vec<String> = markdown
        .lines()
        .map(|line| {
            in_code ^= is_fence(line);
            let words = line.trim_start_matches('#');
            let level = line.len() - words.len();
            let is_meant = !in_code && (1..=6).contains(&level) && words.starts_with(char::is_alphabetic);
            if is_meant { format!("{} {words}", &line[..level]) } else { line.to_owned() }
        })
        .collect();
    lines.join("\n")
}

/// A line that is only `2.` and the line after it are one item of a list; alone they are an empty
/// item and a paragraph.
fn join_numbers(markdown: &str) -> String {
    let mut joined: Vec<String> = Vec::new();
    let mut number: Option<&str> = None;
    for line in markdown.lines() {
        let digits = line.trim().strip_suffix('.').unwrap_or_default();
        let is_number =
            !digits.is_empty() && digits.len() < 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        match number.take() {
            Some(waiting) if !line.trim().is_empty() && !is_number => {
                joined.push(format!("{waiting} {}", line.trim()));
                continue;
            }
            Some(waiting) => joined.push(waiting.to_owned()),
            None => {}
        }
        if is_number {
            number = Some(line.trim());
        } else {
            joined.push(line.to_owned());
        }
    }
    joined.extend(number.map(str::to_owned));
    joined.join("\n")
}

/// What must change, in the order of the text, without overlaps.
fn find_edits(text: &str, last_round: bool) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    // How many links, pictures and code blocks we are inside of.
    let mut depth = 0_usize;
    let mut skip_until = 0;
    for (event, range) in parse(text).into_offset_iter() {
        if matches!(event, Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock)) {
            depth = depth.saturating_sub(1);
        }
        let edit = match &event {
            _ if range.start < skip_until => None,
            Event::Start(Tag::HtmlBlock) => Some(replace_html_block(text, range.clone(), last_round)),
            Event::InlineHtml(tag) => Some(replace_inline_html(text, tag, range.clone(), last_round)),
            Event::Html(_) => Some(escape(text, range.clone())),
            Event::Start(Tag::Link { dest_url, .. }) if !is_public(dest_url) => Some(Edit {
                replacement: link_words(&text[range.clone()]),
                change: Some(format!("a link that leads nowhere here ({dest_url}) kept as words")),
                range: range.clone(),
            }),
            Event::Start(Tag::Image { dest_url, .. }) => Some(replace_image(text, dest_url, range.clone())),
            Event::Text(_) if depth == 0 => {
                for edit in link_addresses(text, range.clone(), skip_until) {
                    skip_until = edit.range.end;
                    edits.push(edit);
                }
                None
            }
            _ => None,
        };
        if let Some(edit) = edit {
            skip_until = edit.range.end;
            edits.push(edit);
        }
        if matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))) {
            depth += 1;
        }
    }
    edits
}

fn is_public(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

fn escape(text: &str, range: Range<usize>) -> Edit {
    let typed = &text[range.clone()];
    Edit {
        replacement: typed.replace('<', "&lt;"),
        change: Some(format!("HTML shown as it was typed ({})", shorten(typed))),
        range,
    }
}

fn replace_html_block(text: &str, range: Range<usize>, last_round: bool) -> Edit {
    let typed = &text[range.clone()];
    let converted = html_as_markdown(typed);
    if last_round || converted.contains(['<', '&']) {
        return escape(text, range);
    }
    Edit {
        replacement: if converted.is_empty() { String::new() } else { format!("{converted}\n\n") },
        change: Some(format!("HTML converted ({})", shorten(typed))),
        range,
    }
}

fn replace_inline_html(text: &str, tag: &str, range: Range<usize>, last_round: bool) -> Edit {
    let name = tag.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase();
    let replacement = match name.as_str() {
        _ if last_round => return escape(text, range),
        "b" | "strong" => "**",
        "i" | "em" => "*",
        "br" => {
            let rest = &text[range.end..];
            let ends_paragraph = rest.trim_start_matches([' ', '\t']).strip_prefix('\n').map_or_else(
                || rest.trim().is_empty(),
                |next| next.trim_start_matches([' ', '\t']).starts_with('\n') || next.trim().is_empty(),
            );
            match (ends_paragraph, rest.starts_with('\n')) {
                (true, _) => "",
                (false, true) => "\\",
                (false, false) => "\\\n",
            }
        }
        "u" | "span" | "p" | "div" | "font" => "",
        _ => return escape(text, range),
    };
    Edit { replacement: replacement.to_owned(), change: Some(format!("HTML converted (<{name}>)")), range }
}

/// The words of `[words](address)`, still as Markdown; of `<address>`, the address as code.
fn link_words(source: &str) -> String {
    let words = source.strip_prefix('[').and_then(|rest| {
        rest.rfind("](").or_else(|| rest.rfind("][")).or_else(|| rest.rfind(']')).map(|end| &rest[..end])
    });
    match words {
        Some(words) => words.to_owned(),
        None => source.trim_matches(['<', '>']).to_owned(),
    }
}

fn replace_image(text: &str, address: &str, range: Range<usize>) -> Edit {
    let source = text[range.clone()].strip_prefix('!').unwrap_or_default();
    let words = link_words(source).replace(['[', ']', '\n'], " ");
    let words = words.trim();
    let replacement = if is_public(address) {
        let label = if words.is_empty() { "picture" } else { words };
        format!("[{label}](<{address}>)")
    } else {
        words.to_owned()
    };
    Edit { replacement, change: Some(format!("a picture from elsewhere ({address}) taken out")), range }
}

/// `https://…` in running text, as a link. The source may hold backslashes before its signs.
fn link_addresses(text: &str, range: Range<usize>, after: usize) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut position = range.start.max(after);
    while position < range.end {
        let Some(found) =
            ["http://", "https://"].iter().filter_map(|scheme| text[position..range.end].find(scheme)).min()
        else {
            break;
        };
        let start = position + found;
        let length = text[start..]
            .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '|' | '“' | '”'))
            .unwrap_or(text.len() - start);
        let mut source = &text[start..start + length];
        loop {
            let trimmed =
                source.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_', '\'', '\\', ']', '[']);
            let trimmed = match trimmed.strip_suffix(')') {
                Some(inner) if !inner.contains('(') => inner,
                _ => trimmed,
            };
            if trimmed == source {
                break;
            }
            source = trimmed;
        }
        let end = start + source.len();
        let address = source.replace('\\', "");
        let is_whole = address.len() > "https://".len() && !text[..start].ends_with(['/', '<']);
        if is_whole {
            edits.push(Edit { range: start..end, replacement: format!("<{address}>"), change: None });
        }
        position = end.max(start + "http://".len());
    }
    edits
}

fn shorten(text: &str) -> String {
    super::text::cut_at_word(&super::text::one_line(text), 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidy(text: &str) -> String {
        tidy_markdown(text).text
    }

    #[test]
    fn html_in_markdown_becomes_marks_and_is_named() {
        let tidied = tidy_markdown("1. <b>Frame</b> it\ntext\n<br>\n\n2. a<br>b <x-y> c");
        assert_eq!(tidied.text, "1. **Frame** it\ntext\n\n2. a\\\nb &lt;x-y> c");
        assert_eq!(
            tidied.changes,
            ["HTML shown as it was typed (<x-y>)", "HTML converted (<br>)", "HTML converted (<b>)"]
        );
    }

    #[test]
    fn bare_addresses_become_links_and_others_stay() {
        assert_eq!(
            tidy(
                "See https://a.eu/x\\_y(z). And (https://b.eu/), `https://c.eu` [d](https://d.eu) <https://e.eu>"
            ),
            "See <https://a.eu/x_y(z)>. And (<https://b.eu/>), `https://c.eu` [d](https://d.eu) <https://e.eu>"
        );
    }

    #[test]
    fn links_that_lead_nowhere_and_pictures_become_words() {
        assert_eq!(tidy("[a *b*](javascript:x) [c](../d.md)"), "a *b* c");
        assert_eq!(tidy("![a](https://b.eu/c.png) ![d](e.png)"), "[a](<https://b.eu/c.png>) d");
    }

    #[test]
    fn a_heading_without_its_space_is_one() {
        assert_eq!(tidy("##Describe it\n#5 is a number"), "## Describe it\n#5 is a number");
    }

    #[test]
    fn a_number_on_a_line_of_its_own_goes_before_the_next() {
        assert_eq!(tidy("1.\nOne.\nMore.\n2.\nTwo.\n3."), "1. One.\nMore.\n2. Two.\n3.");
    }

    #[test]
    fn tidying_twice_changes_nothing_more() {
        for text in ["a <b>c</b> https://d.eu.", "<div>x</div>\n\n<br>\n", "![a](b) <i>c"] {
            let once = tidy(text);
            assert_eq!(tidy(&once), once);
        }
    }
}
