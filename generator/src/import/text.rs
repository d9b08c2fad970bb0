//! Texts of others -> our texts: HTML or plain text in, Markdown without raw HTML out, and from
//! that the plain words for summaries.
//!
//! There is one way for all of them: plain text is first made HTML (paragraphs, lists), then
//! `htmd` turns HTML into Markdown and escapes what Markdown would take for a mark. `tidy` has the
//! last word on what may stand in the result.

use super::tidy::tidy_markdown;
use crate::hidden::is_hidden;

/// Longest summary, in characters.
pub const MAX_SUMMARY: usize = 300;
/// Deeper than any honest text nests its tags; beyond it a text is taken for plain, because the
/// converter walks the tree by recursion.
const MAX_NESTING: usize = 100;

/// Line ends become `\n`, invisible characters go, spaces at line ends and around the text go.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let text = without_hidden_references(text);
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
        let line: String = line
            .chars()
            .map(|character| if character == '\t' || character == '\u{a0}' { ' ' } else { character })
            .filter(|character| !character.is_control() && !is_invisible(*character))
            .collect();
        cleaned.push_str(line.trim_end());
        cleaned.push('\n');
    }
    cleaned.trim().to_owned()
}

/// A text that was escaped twice: `\n` and `\u2013` stand in it as signs. `\n` before a letter may
/// be a path and stays.
pub fn undo_escapes(text: &str) -> String {
    let mut undone = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        undone.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let code = after
            .strip_prefix('u')
            .and_then(|code| code.get(..4))
            .filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let is_line_end =
            after.strip_prefix('n').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        rest = match code {
            Some(character) => {
                undone.push(character);
                &after[5..]
            }
            None if is_line_end => {
                undone.push('\n');
                &after[1..]
            }
            None => {
                undone.push('\\');
                after
            }
        };
    }
    undone.push_str(rest);
    undone
}

/// What `check` refuses, and separators of lines that are no line ends to anybody else.
fn is_invisible(character: char) -> bool {
    is_hidden(character) || matches!(character, '\u{2028}' | '\u{2029}')
}

/// A text without the references, such as `&#x202e;`, that stand for a character that is not seen.
fn without_hidden_references(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        kept.push_str(&rest[..at]);
        let after = &rest[at + 1..];
        let end = entity_length(after).filter(|end| stands_for_hidden(&after[..end - 1]));
        rest = match end {
            Some(end) => &after[end..],
            None => {
                kept.push('&');
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// Whether a name between `&` and `;` stands for a character that is not seen: a number, or one of the
/// names of HTML (<https://html.spec.whatwg.org/multipage/named-characters.html>).
fn stands_for_hidden(name: &str) -> bool {
    let Some(number) = name.strip_prefix('#') else {
        return matches!(
            name,
            "lrm"
                | "rlm"
                | "ZeroWidthSpace"
                | "NegativeVeryThinSpace"
                | "NegativeThinSpace"
                | "NegativeMediumSpace"
                | "NegativeThickSpace"
                | "NoBreak"
                | "af"
                | "ApplyFunction"
                | "it"
                | "InvisibleTimes"
                | "ic"
                | "InvisibleComma"
        );
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    code.ok().and_then(char::from_u32).is_some_and(is_invisible)
}

/// One line of plain text: no breaks, no double spaces.
pub fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name: one line without marks, its entities decoded.
pub fn plain_name(text: &str) -> String {
    if is_html(text) || has_entities(text) {
        one_line(&plain_words(&to_markdown(text)))
    } else {
        one_line(text)
    }
}

/// Whether a text is written in HTML: it holds a tag.
pub fn is_html(text: &str) -> bool {
    tags(text).next().is_some()
}

/// Whether a text holds an entity such as `&#257;`.
pub fn has_entities(text: &str) -> bool {
    text.split('&').skip(1).any(|rest| entity_length(rest).is_some())
}

/// The length of the entity that `rest` (the text after `&`) begins with, its `;` included.
fn entity_length(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(32).position(|byte| byte == b';')?;
    let name = &rest[..end];
    let is_entity = match name.strip_prefix('#') {
        Some(number) => {
            let digits = number.trim_start_matches(['x', 'X']);
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        }
        None => !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
    };
    is_entity.then_some(end + 1)
}

/// The tags in a text: whether each closes, and its name.
fn tags(text: &str) -> impl Iterator<Item = (bool, &str)> {
    text.split('<').skip(1).filter_map(|rest| {
        let (closes, rest) = match rest.strip_prefix('/') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = &rest[..name_end];
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && rest[name_end..].starts_with(['>', ' ', '/', '\n', '\t'])
            && rest.contains('>');
        is_tag.then_some((closes, name))
    })
}

fn nests_too_deep(text: &str) -> bool {
    let mut depth = 0_usize;
    for (closes, name) in tags(text) {
        if closes {
            depth = depth.saturating_sub(1);
        } else if !name.eq_ignore_ascii_case("br") {
            depth += 1;
            if depth > MAX_NESTING {
                return true;
            }
        }
    }
    false
}

/// A text, HTML or plain, as Markdown without raw HTML.
pub fn to_markdown(text: &str) -> String {
    let text = clean(text);
    let html = if is_html(&text) && !nests_too_deep(&text) { text } else { plain_as_html(&text) };
    tidy_markdown(&html_as_markdown(&html)).text
}

/// HTML as Markdown; what cannot be converted comes back empty.
pub(super) fn html_as_markdown(html: &str) -> String {
    let converter = htmd::HtmlToMarkdown::builder()
        .options(htmd::options::Options {
            bullet_list_marker: htmd::options::BulletListMarker::Dash,
            ul_bullet_spacing: 1,
            ol_number_spacing: 1,
            br_style: htmd::options::BrStyle::Backslash,
            ..Default::default()
        })
        .skip_tags(vec!["script", "style", "head", "title", "iframe", "object", "template"])
        .build();
    let markdown = converter.convert(html).unwrap_or_default();
    let mut lines: Vec<&str> =
        markdown.lines().map(str::trim_end).filter(|line| !is_item_without_words(line)).collect();
    lines.dedup_by(|a, b| a.is_empty() && b.is_empty());
    // A break before the end of a paragraph breaks nothing; its backslash would be shown.
    for index in 0..lines.len() {
        let is_last = lines.get(index + 1).is_none_or(|next| begins_block(next));
        let backslashes = lines[index].len() - lines[index].trim_end_matches('\\').len();
        if is_last && backslashes % 2 == 1 {
            lines[index] = lines[index][..lines[index].len() - 1].trim_end();
        }
    }
    lines.join("\n").trim().to_owned()
}

/// Whether a line is a list item that was only begun: `<li>` before the end of a list.
fn is_item_without_words(line: &str) -> bool {
    line.trim_start().strip_prefix('-').is_some_and(|item| {
        (item.is_empty() || item.starts_with(' ')) && !item.contains(char::is_alphanumeric)
    })
}

/// Whether a paragraph ends before this line.
fn begins_block(line: &str) -> bool {
    let line = line.trim_start();
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.is_empty()
        || ["- ", "#", ">", "```"].iter().any(|mark| line.starts_with(mark))
        || (after_number.len() < line.len() && after_number.starts_with(". "))
}

/// Every line a paragraph; lines that begin with a dash or a dot are a list, and so are lines that
/// count from one.
fn plain_as_html(text: &str) -> String {
    let mut html = String::new();
    let mut open: Option<&str> = None;
    let mut next_number = 1;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let dashed = ["- ", "• ", "* ", "· ", "– "].iter().find_map(|mark| line.strip_prefix(mark));
        let counted = [". ", ") "].iter().find_map(|mark| {
            let (number, words) = line.split_once(mark)?;
            (number.parse() == Ok(next_number)).then_some(words)
        });
        let list = if dashed.is_some() { Some("ul") } else { counted.map(|_| "ol") };
        next_number = if counted.is_some() { next_number + 1 } else { 1 };
        if list != open {
            html.push_str(&open.map(|list| format!("</{list}>")).unwrap_or_default());
            html.push_str(&list.map(|list| format!("<{list}>")).unwrap_or_default());
            open = list;
        }
        let tag = if list.is_some() { "li" } else { "p" };
        html.push_str(&format!("<{tag}>{}</{tag}>", escape_html(dashed.or(counted).unwrap_or(line))));
    }
    html.push_str(&open.map(|list| format!("</{list}>")).unwrap_or_default());
    html
}

/// `<`, `>` and `&` as entities; what is an entity already stays one.
fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (index, character) in text.char_indices() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if entity_length(&text[index + 1..]).is_none() => escaped.push_str("&amp;"),
            _ => escaped.push(character),
        }
    }
    escaped
}

/// The words of a Markdown text, one line for each paragraph or list item.
pub fn plain_words(markdown: &str) -> String {
    let text = crate::markdown::render(markdown, &crate::markdown::RenderOptions::default()).text;
    text.lines().map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The first sentences of a plain text, at most [`MAX_SUMMARY`] characters, cut at the end of a
/// sentence, else of a word.
pub fn first_sentences(plain: &str) -> String {
    let mut summary = String::new();
    for line in plain.lines() {
        for sentence in sentences(line) {
            let length = summary.chars().count() + 1 + sentence.chars().count();
            if summary.is_empty() || length <= MAX_SUMMARY {
                if !summary.is_empty() {
                    summary.push(' ');
                }
                summary.push_str(sentence);
            } else {
                return cut_at_word(&summary, MAX_SUMMARY);
            }
        }
    }
    cut_at_word(&summary, MAX_SUMMARY)
}

/// A text of at most `limit` characters, cut at the end of a word with an ellipsis.
pub fn cut_at_word(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let head: String = text.chars().take(limit.saturating_sub(1)).collect();
    let end = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", head[..end].trim_end_matches([',', ';', ':', '.', ' ', '-', '–']))
}

/// Splits one line after `.`, `!` or `?` where a new sentence begins.
fn sentences(line: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, _) in line.match_indices(['.', '!', '?']) {
        let rest = &line[index + 1..];
        let begins_new = rest
            .strip_prefix(' ')
            .and_then(|rest| rest.chars().next())
            .is_some_and(|next| next.is_uppercase() || next.is_numeric() || "¿¡\"“«(".contains(next));
        if begins_new && !ends_in_abbreviation(&line[start..index]) {
            sentences.push(line[start..=index].trim());
            start = index + 1;
        }
    }
    if !line[start..].trim().is_empty() {
        sentences.push(line[start..].trim());
    }
    sentences
}

/// `e.g`, `piem`, a single letter: a full stop after them ends no sentence.
fn ends_in_abbreviation(text: &str) -> bool {
    let word = text.rsplit([' ', '(']).next().unwrap_or_default().to_lowercase();
    word.chars().count() <= 1
        || word.contains('.')
        || ["etc", "piem", "utt", "vs", "art", "ej", "sr", "ecc", "es", "nr", "no"].contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Finding, inspect};

    /// Nothing of it may be in a converted text: no HTML, no bad or local link, no picture.
    fn refused(markdown: &str) -> Vec<Finding> {
        inspect(markdown)
    }

    #[test]
    fn html_becomes_markdown_and_entities_are_decoded() {
        assert_eq!(
            to_markdown("<p> One &amp; <br>two &#257;. </p><p>List:<ul><li>a</li> <li>b*c</li></ul></p>"),
            "One & \\\ntwo ā.\n\nList:\n\n- a\n- b\\*c"
        );
    }

    #[test]
    fn plain_text_stays_paragraphs_and_its_signs_stay_signs() {
        assert_eq!(
            to_markdown("# no heading\r\nA_b_c & d\n- one\n- two\n1 < 2 &#257; <script"),
            "\\# no heading\n\nA\\_b\\_c & d\n\n- one\n- two\n\n1 < 2 ā \\<script"
        );
    }

    #[test]
    fn no_raw_html_is_left_whatever_comes() {
        for text in [
            "<div onclick=x>a</div>",
            "<script>alert(1)</script>b",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "a <b>c</b> &lt;i>d",
            "<!-- x --> y",
            "<table><tr><td>1</td></tr></table>",
            "plain <not closed",
        ] {
            let markdown = to_markdown(text);
            assert_eq!(refused(&markdown), [], "{text} -> {markdown}");
        }
    }

    #[test]
    fn deep_nesting_is_taken_for_plain_text() {
        let text = "<div>".repeat(100_000);
        assert!(to_markdown(&text).contains("div"));
    }

    #[test]
    fn a_break_at_the_end_of_a_paragraph_leaves_no_sign() {
        assert_eq!(to_markdown("<p>One.<br></p><p>Two.<br/></p>"), "One.\n\nTwo.");
        assert_eq!(to_markdown("<ul><li>a<br></li><li>b</li><li> ></ul>"), "- a\n- b");
        assert_eq!(plain_name("Sh&#275;ma_a"), "Shēma_a");
    }

    #[test]
    fn lines_that_count_are_a_list_and_lines_that_do_not_are_not() {
        assert_eq!(
            to_markdown("Do:\n1. one\n2) two\nthen\n7. seven\n2024 was fine"),
            "Do:\n\n1. one\n2. two\n\nthen\n\n7\\. seven\n\n2024 was fine"
        );
    }

    #[test]
    fn what_was_escaped_twice_is_undone() {
        assert_eq!(undo_escapes(r"a \u2013 b:\n- c \new \uD800"), "a – b:\n- c \\new \\uD800");
    }

    #[test]
    fn a_summary_ends_with_a_sentence_or_a_word() {
        assert_eq!(first_sentences("One, e.g. This. Two."), "One, e.g. This. Two.");
        let long = format!("First one. Then {}", "word ".repeat(100));
        assert_eq!(first_sentences(&long), "First one.");
        let summary = first_sentences(&"word ".repeat(100));
        assert!(summary.ends_with("word…") && summary.chars().count() <= MAX_SUMMARY, "{summary}");
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_markdown_without_html(text in "[a-z<>/&;!\\- #*\n\"'=\\[\\]()`]{0,80}") {
            let markdown = to_markdown(&text);
            proptest::prop_assert_eq!(refused(&markdown), [], "{}", markdown);
        }

        #[test]
        fn a_summary_is_never_too_long(text in ".{0,600}") {
            let summary = first_sentences(&text);
            proptest::prop_assert!(summary.chars().count() <= MAX_SUMMARY);
        }
    }
}
