//! The words of a commit. Text from strangers stays text: one line, no control characters, and
//! nothing a forge would act on when the branch is pushed one day (a mention, an issue number, a
//! link to an issue after "closes").

use crate::queue::job::Contribution;

/// Longest title in a subject line, in characters.
const MAX_TITLE: usize = 60;
/// Longest name in a trailer, in characters.
const MAX_NAME: usize = 100;

/// The message of the commit that adds a contribution's entry.
pub fn commit_message(contribution: &Contribution) -> String {
    let mut message = format!(
        "Add the {} “{}”\n\nProposed with the contribution form as {}.\n",
        match contribution.kind {
            generator::model::Kind::Interlinker => "Interlinker",
            other => other.name(),
        },
        inert(&contribution.title, MAX_TITLE),
        contribution.id,
    );
    if let Some(author) = &contribution.author {
        message.push_str(&format!("\nContributed-by: {}\n", inert(author, MAX_NAME)));
    }
    message
}

/// One line of at most `limit` characters without anything that acts.
pub fn inert(text: &str, limit: usize) -> String {
    let visible = |character: char| {
        if character.is_whitespace() {
            ' '
        } else if character.is_control() || is_invisible(character) {
            '\u{fffd}'
        } else {
            match character {
                // Look-alikes without a meaning to a forge.
                '@' => '＠',
                '#' => '＃',
                other => other,
            }
        }
    };
    let line: String = text.chars().map(visible).filter(|character| *character != '\u{fffd}').collect();
    let words = line.replace("://", ": //").split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(limit) {
        None => words,
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// Characters that turn the direction of text or are not seen at all.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_title_acts_on_a_forge() {
        assert_eq!(inert("Fixes #12\n\n@all \u{202e}x\u{0}", 60), "Fixes ＃12 ＠all x");
        assert_eq!(
            inert("closes https://forge.example/o/r/issues/1", 60),
            "closes https: //forge.example/o/r/issues/1"
        );
        assert_eq!(inert("a\u{2028}Contributed-by: Eve", 60), "a Contributed-by: Eve");
    }

    #[test]
    fn a_long_title_ends_with_a_mark() {
        assert_eq!(inert("čū čū čū", 5), "čū čū…");
        assert_eq!(inert("čū čū", 5), "čū čū");
    }
}
