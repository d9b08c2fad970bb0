//! Characters that nobody sees in a text, or that turn its direction: with them a text can read as
//! something else than it is. `content` refuses them, typed or as `&#x202e;`; `markdown` shows a
//! sign in their place; the contribution service leaves them out of what is typed into its forms.

/// Whether a character is one of them. Joiners and the soft hyphen are not: languages and emoji need
/// them.
pub fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
