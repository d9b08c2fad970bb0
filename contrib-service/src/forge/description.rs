//! The text of a request or an issue, for the people who review it: what is proposed and by whom, under
//! which terms, what the check says, where it can be seen. All of it is ours or made inert: nothing that
//! a stranger typed mentions anybody, closes an issue, shows a picture or leads anywhere.

use generator::content::yaml::{Yaml, parse_yaml};
use generator::diagnostic::{Diagnostic, Severity};
use generator::model::Kind;

use super::message::inert;
use crate::queue::ask::Ask;
use crate::queue::job::{Contribution, EntryFile};

/// The longest text, in characters. GitHub takes 65,536 and says so nowhere.
const LONGEST: usize = 60_000;
/// How many findings of the check are listed.
const MAX_FINDINGS: usize = 30;
/// The longest line that somebody else has written, in characters.
const MAX_LINE: usize = 300;

/// What a text is made of.
pub struct Described<'a> {
    /// The contribution.
    pub contribution: &'a Contribution,
    /// Its files.
    pub files: &'a [EntryFile],
    /// The domain of the organisation that its writer's confirmed address belongs to.
    pub confirmed: Option<&'a str>,
    /// What the check finds in its entry; nothing where it was not checked.
    pub findings: Option<&'a [Diagnostic]>,
    /// Where it can be seen as the site would show it.
    pub preview: Option<&'a str>,
    /// The licence of the catalogue.
    pub licence: &'a str,
}

/// The text.
pub fn request_text(described: &Described<'_>) -> String {
    let contribution = described.contribution;
    let mut text = format!("Sent with the contribution form of the catalogue: {}.\n\n", what(contribution));
    text.push_str(&format!("- Entry: “{}”\n", inert(&contribution.title, MAX_LINE)));
    text.push_str(&format!("- Folder: `{}/{}`\n", contribution.kind.folder(), contribution.slug));
    text.push_str(&match contribution.author.as_deref().map(|author| inert(author, 100)) {
        Some(author) if !author.is_empty() => format!("- From: {author}, who agreed to be named\n"),
        _ => "- From: somebody who is not named\n".to_owned(),
    });
    if let Some(domain) = described.confirmed {
        text.push_str(&format!("- Confirmed by {}\n", inert(domain, 100)));
    }
    if contribution.ask == Ask::NewEntry
        && let Some(licence) = licence_of(contribution.kind, described.files)
    {
        text.push_str(&format!("- Licence stated for the entry: {}\n", inert(&licence, MAX_LINE)));
    }
    if !contribution.ask.is_issue() {
        let licence = inert(described.licence, MAX_LINE);
        text.push_str(&format!(
            "- Terms its writer agreed to: words under the licence of the entry, or else {licence}\n"
        ));
    }
    if let Some(preview) = described.preview {
        text.push_str(&format!("\n**[See it as the site will show it]({preview})**\n"));
    }
    if !described.files.is_empty() {
        text.push_str("\n### Files\n\n");
        for file in described.files {
            let does = if file.replaces.is_some() { "changes" } else { "adds" };
            let bytes = if file.bytes.len() == 1 { "byte" } else { "bytes" };
            let path = file.path.replace('`', "'");
            text.push_str(&format!("- {does} `{path}` ({} {bytes})\n", file.bytes.len()));
        }
    }
    if let Some(findings) = described.findings {
        text.push_str("\n### Check\n\n");
        text.push_str(&report(findings));
    }
    if !contribution.words.is_empty() {
        let heading = if contribution.ask.is_issue() { "What was written" } else { "Why" };
        text.push_str(&format!("\n### {heading}\n\n"));
        text.push_str(&quoted(&contribution.words));
    }
    clamp(text)
}

fn what(contribution: &Contribution) -> String {
    let kind = match contribution.kind {
        Kind::Interlinker => "Interlinker",
        other => other.name(),
    };
    match contribution.ask {
        Ask::NewEntry => format!("a new entry ({kind})"),
        Ask::Edit => format!("a change of an entry ({kind})"),
        Ask::Translation => format!("a translation of an entry ({kind})"),
        Ask::Use => format!("somebody uses an entry ({kind})"),
        Ask::Review => format!("a review of an entry ({kind})"),
        Ask::Report => format!("a problem with an entry ({kind})"),
    }
}

fn report(findings: &[Diagnostic]) -> String {
    let count = |severity| findings.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), findings.len() - count(Severity::Error));
    let counted = |count: usize, one: &str| format!("{count} {one}{}", if count == 1 { "" } else { "s" });
    let mut text = format!("{} and {}.\n", counted(errors, "mistake"), counted(warnings, "hint"));
    if !findings.is_empty() {
        text.push('\n');
    }
    for found in findings.iter().take(MAX_FINDINGS) {
        let line = found.position.map(|at| format!(":{}", at.line)).unwrap_or_default();
        let file = inert(&found.file, MAX_LINE);
        text.push_str(&format!("- {file}{line}: {} ({})\n", inert(&found.message, MAX_LINE), found.code));
    }
    if findings.len() > MAX_FINDINGS {
        text.push_str(&format!("- and {} more\n", findings.len() - MAX_FINDINGS));
    }
    text
}

/// Words of a stranger, line by line behind a sign that they are quoted.
fn quoted(words: &str) -> String {
    words
        .lines()
        .take(2_000)
        .map(|line| {
            let line = inert(line, 2_000);
            // A line of hyphens or of equals signs, or one that begins a list, is no structure here.
            match line.chars().next() {
                None => ">\n".to_owned(),
                Some(start) if start.is_ascii_punctuation() => format!("> \\{line}\n"),
                Some(_) => format!("> {line}\n"),
            }
        })
        .collect()
}

/// The licence that the facts of an entry state.
fn licence_of(kind: Kind, files: &[EntryFile]) -> Option<String> {
    let facts = files.iter().find(|file| Some(&file.path) == kind.facts_file().as_ref())?;
    let tree = parse_yaml(std::str::from_utf8(&facts.bytes).ok()?).ok()?;
    let Yaml::Map(fields) = &tree.value else { return None };
    fields.iter().find(|(key, _)| key.text == "licence").and_then(|(_, value)| match &value.value {
        Yaml::Text(text, _) => Some(text.clone()),
        _ => None,
    })
}

/// Not more than a forge takes, cut between characters.
fn clamp(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text,
        Some((end, _)) => format!("{}…\n", &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::job::State;
    use crate::secret::{ContributionId, SecretKey};
    use generator::model::Slug;
    use proptest::prelude::*;

    fn contribution(ask: Ask, title: &str, author: Option<&str>, words: &str) -> Contribution {
        Contribution {
            id: ContributionId::parse("0123456789").unwrap(),
            state: State::Queued,
            ask,
            kind: Kind::Interlinker,
            slug: Slug::parse("kit").unwrap(),
            language: "lv".to_owned(),
            title: title.to_owned(),
            author: author.map(str::to_owned),
            words: words.to_owned(),
            status_key: SecretKey::random().unwrap().hash(),
            created: 0,
            received: None,
            updated: 0,
            changed: None,
            version: 1,
            attempts: 0,
            next_try: 0,
            commit: None,
            request: None,
            reason: None,
        }
    }

    fn text(contribution: &Contribution, files: &[EntryFile]) -> String {
        let preview = Some("https://catalogue.example/contributions/0123456789/preview?token=x");
        let confirmed = Some("varam.gov.lv");
        let (findings, licence) = (Some([].as_slice()), "CC-BY-4.0");
        request_text(&Described { contribution, files, confirmed, findings, preview, licence })
    }

    #[test]
    fn a_reviewer_reads_what_it_is_and_where_to_see_it() {
        let files = [
            EntryFile::new("en.md", b"x".to_vec()),
            EntryFile::new("interlinker.yaml", b"licence: MIT\n".to_vec()),
        ];
        insta::assert_snapshot!(text(&contribution(Ask::NewEntry, "Kit", Some("Ada"), ""), &files), @r"
        Sent with the contribution form of the catalogue: a new entry (Interlinker).

        - Entry: “Kit”
        - Folder: `interlinkers/kit`
        - From: Ada, who agreed to be named
        - Confirmed by varam.gov.lv
        - Licence stated for the entry: MIT
        - Terms its writer agreed to: words under the licence of the entry, or else CC-BY‑4.0

        **[See it as the site will show it](https://catalogue.example/contributions/0123456789/preview?token=x)**

        ### Files

        - adds `en.md` (1 byte)
        - adds `interlinker.yaml` (13 bytes)

        ### Check

        0 mistakes and 0 hints.
        ");
    }

    #[test]
    fn a_report_quotes_its_words_and_they_do_nothing() {
        let words = "Broken since #12.\n\n---\n- @all <img src=x> ![x](https://x.example)\n<!-- x";
        insta::assert_snapshot!(text(&contribution(Ask::Report, "Kit", None, words), &[]), @r"
        Sent with the contribution form of the catalogue: a problem with an entry (Interlinker).

        - Entry: “Kit”
        - Folder: `interlinkers/kit`
        - From: somebody who is not named
        - Confirmed by varam.gov.lv

        **[See it as the site will show it](https://catalogue.example/contributions/0123456789/preview?token=x)**

        ### Check

        0 mistakes and 0 hints.

        ### What was written

        > Broken since ＃12.
        >
        > \---
        > \- ＠all ‹img src=x› ！［x］(https: //x.example)
        > ‹！-- x
        ");
    }

    #[test]
    fn a_text_of_any_length_fits() {
        let long = "a line of words\n".repeat(20_000);
        let text = text(&contribution(Ask::Report, "Kit", None, &long), &[]);
        assert!(text.chars().count() <= LONGEST + 2);
    }

    proptest! {
        #[test]
        fn nothing_a_stranger_types_acts(
            title in "[#@!<>\\[\\]`*:/a-z\\n -]{0,80}",
            author in "[#@!<>\\[\\]`*:/a-z\\n -]{0,80}",
            words in "[#@!<>\\[\\]`*:/=_a-z\\n -]{0,200}",
        ) {
            let text = text(&contribution(Ask::Report, &title, Some(&author), &words), &[]);
            // Without our own link, headings and code.
            let ours = ["**[See it as the site will show it](https://catalogue.example/contributions/0123456789/preview?token=x)**", "### Check", "### What was written", "`interlinkers/kit`"];
            let rest = ours.iter().fold(text, |text, own| text.replacen(own, "", 1));
            for acts in ["@", "#", "<", "![", "](", "`", "://", "[", "*"] {
                prop_assert!(!rest.contains(acts), "{acts} in {rest}");
            }
            let (_, quoted) = rest.rsplit_once("\n\n").unwrap_or_default();
            // Without words nothing is quoted, and the text ends with the check.
            prop_assert!(words.is_empty() || quoted.lines().all(|line| line.starts_with('>')), "{quoted}");
        }
    }
}
