//! The words of a commit. Text from strangers stays text: one line, no control characters, and
//! nothing a forge or its build service would act on when the branch is pushed one day: a mention,
//! the number of an issue or a merge request, a link after "closes", a word in brackets that
//! switches checks off, a trailer.

use generator::hidden::is_hidden;
use generator::model::Kind;

use crate::queue::ask::Ask;
use crate::queue::job::Contribution;

/// Longest title in a subject line, in characters.
const MAX_TITLE: usize = 60;
/// Longest name in a trailer, in characters.
const MAX_NAME: usize = 100;

/// The message of the commit that a contribution becomes. Its first line is the title of a request
/// or an issue.
pub fn commit_message(contribution: &Contribution) -> String {
    let kind = match contribution.kind {
        Kind::Interlinker => "Interlinker",
        other => other.name(),
    };
    let (id, title) = (contribution.id.as_str(), contribution.title.as_str());
    // Who reviews an entry stands with the review, and has not contributed to the entry.
    let author = contribution.author.as_deref().filter(|_| contribution.ask != Ask::Review);
    message(contribution.ask, kind, id, title, author)
}

/// Every line begins with words of our own, so no text of a stranger stands where a forge or Git
/// looks for a command: `fixup!` at the start of the subject, a trailer at the start of a line.
fn message(ask: Ask, kind: &str, id: &str, title: &str, author: Option<&str>) -> String {
    let title = inert(title, MAX_TITLE);
    let does = does(ask);
    let mut message =
        format!("{does} the {kind} “{title}”\n\nProposed with the contribution form as {id}.\n");
    if let Some(author) = author.map(|author| inert(author, MAX_NAME)).filter(|author| !author.is_empty()) {
        message.push_str(&format!("\nContributed-by: {author}\n"));
    }
    message
}

/// What a contribution does with an entry.
fn does(ask: Ask) -> &'static str {
    match ask {
        Ask::NewEntry => "Add",
        Ask::Edit => "Change",
        Ask::Translation => "Translate",
        Ask::Use => "Say who uses",
        Ask::Review => "Review",
        Ask::Report => "Look at a problem with",
    }
}

/// One line of at most `limit` characters without anything that acts. Signs that a forge reads
/// become look-alikes, so that a person still reads what was meant.
pub fn inert(text: &str, limit: usize) -> String {
    let visible: String = text
        .chars()
        .filter(|character| {
            character.is_whitespace() || !(character.is_control() || is_invisible(*character))
        })
        .collect();
    let words = visible
        .replace("://", ": //")
        .replace("www.", "www․")
        .replace("WWW.", "WWW․")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let mut line = String::with_capacity(words.len());
    let mut characters = words.chars().peekable();
    let (mut before, mut has_hyphen) = (' ', false);
    while let Some(character) = characters.next() {
        has_hyphen = character == '-' || (has_hyphen && character != ' ');
        let next = characters.peek().copied().unwrap_or(' ');
        // `Co-authored-by:` and every other trailer, `skip-checks:true`.
        let is_trailer = character == ':' && has_hyphen;
        line.push(if is_trailer { '：' } else { look_alike(before, character, next) });
        before = character;
    }
    match line.char_indices().nth(limit) {
        None => line,
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
    }
}

fn look_alike(before: char, character: char, next: char) -> char {
    match character {
        // Mentions, issues, merge requests; `fixup!`.
        '@' => '＠',
        '#' => '＃',
        '!' => '！',
        // `[skip ci]` and its relatives, `***NO_CI***`, an address in a trailer, code, labels.
        '[' => '［',
        ']' => '］',
        '*' => '＊',
        '<' => '‹',
        '>' => '›',
        '`' => '‘',
        '~' => '～',
        // Milestones, snippets, epics and alerts have a number behind their sign; prices and
        // percentages have not.
        '%' if next.is_ascii_digit() => '％',
        '$' if next.is_ascii_digit() => '＄',
        '&' if next.is_ascii_digit() => '＆',
        // `GH-12` and the keys of other trackers.
        '-' if before.is_alphanumeric() && next.is_ascii_digit() => '\u{2011}',
        other => other,
    }
}

/// Characters that turn the direction of text or are not seen at all.
fn is_invisible(character: char) -> bool {
    is_hidden(character)
        || matches!(
            character,
            '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2028}' | '\u{2029}' | '\u{fffc}' | '\u{fffd}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_in_a_title_acts_on_a_forge() {
        assert_eq!(inert("Fixes #12\n\n@all \u{202e}x\u{0}", 60), "Fixes ＃12 ＠all x");
        assert_eq!(
            inert("closes https://forge.example/o/r/issues/1", 60),
            "closes https: //forge.example/o/r/issues/1"
        );
        assert_eq!(inert("a\u{2028}Contributed-by: Eve", 60), "a Contributed-by： Eve");
        assert_eq!(
            inert("fixup! [skip ci] ***NO_CI*** GH-12 !12", 60),
            "fixup！ ［skip ci］ ＊＊＊NO_CI＊＊＊ GH‑12 ！12"
        );
    }

    #[test]
    fn an_ordinary_title_stays_as_it_is() {
        for title in
            ["R&D in 50 % of the cases", "Čau, pasaule (2. daļa)", "Co-design kit: “A4”", "3 $ a day"]
        {
            assert_eq!(inert(title, 60), title);
        }
    }

    #[test]
    fn a_long_title_ends_with_a_mark() {
        assert_eq!(inert("čū čū čū", 5), "čū čū…");
        assert_eq!(inert("čū čū", 5), "čū čū");
    }

    /// What a forge, its build service or Git itself acts on, in lower case.
    const ACTS: [&str; 10] = ["www.", "[", "]", "***", "@", "#", "!", "://", "gh-1", "-by:"];

    /// Texts made of what strangers would try, glued together in every order.
    fn hostile() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "[skip ci]",
            "[ci skip]",
            "[no ci]",
            "***NO_CI***",
            "skip-checks: true",
            "GH-12",
            "gh-1",
            "#12",
            "!12",
            "owner/repo#3",
            "@name",
            "Closes ",
            "Fixes: ",
            "https://forge.example/i/1",
            "Co-authored-by: E <e@x>",
            "Signed-off-by:",
            "fixup! ",
            "squash!",
            "\n",
            "\n\n",
            "\r\n",
            "\u{2028}",
            "\u{0}",
            "\u{202e}",
            "\u{200b}",
            " ",
            "\u{85}",
            "a",
            "-",
            ":",
            "/",
            "<",
            ">",
            "`",
            "~bug",
            "%1",
            "$1",
            "&1",
        ]);
        prop::collection::vec(pieces, 0..12).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn no_text_of_a_stranger_acts(
            ask in prop::sample::select(&Ask::ALL[..]), title in hostile(), author in hostile(), any in "\\PC{0,40}"
        ) {
            for (title, author) in [(&title, &author), (&any, &title), (&author, &any)] {
                let text = message(ask, "Interlinker", "0123456789", title, Some(author));
                let lines: Vec<&str> = text.split(|character: char| character.is_control() || "\u{2028}\u{2029}".contains(character)).collect();
                let first = format!("{} the Interlinker “", does(ask));
                let starts = [first.as_str(), "", "Proposed with the contribution form as 0123456789.", "", "Contributed-by: ", ""];
                prop_assert!(lines.len() == 4 || lines.len() == 6, "{text:?}");
                for (line, start) in lines.iter().zip(starts) {
                    prop_assert!(line.starts_with(start), "{line:?}");
                }
                let typed = format!("{} {}", inert(title, MAX_TITLE), inert(author, MAX_NAME)).to_lowercase();
                for acts in ACTS {
                    prop_assert!(!typed.contains(acts), "{acts} in {typed:?}");
                }
            }
        }

        #[test]
        fn what_is_inert_stays_inert(text in hostile()) {
            let once = inert(&text, 200);
            prop_assert_eq!(inert(&once, 200), once);
        }
    }
}
