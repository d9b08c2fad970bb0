//! The slug: the folder name of an entry, its only id, and a part of its address.

use std::fmt;

/// Lower-case ASCII letters, digits and single hyphens between them, 1 to 100 characters, not a
/// name that Windows keeps for itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

/// Longest slug, in characters: long enough for a title, short enough for any file system.
pub const MAX_SLUG: usize = 100;

/// Why a text is not a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// Nothing there.
    #[error("it is empty")]
    Empty,
    /// More than [`MAX_SLUG`] characters.
    #[error("it has more than {MAX_SLUG} characters")]
    TooLong,
    /// A character outside a-z, 0-9 and the hyphen.
    #[error("only a to z, 0 to 9 and hyphens are allowed, not “{0}”")]
    Character(char),
    /// A hyphen at an end, or two in a row.
    #[error("hyphens stand single, between letters or digits")]
    Hyphen,
    /// A device name of Windows.
    #[error("Windows keeps this name for a device")]
    Device,
}

impl Slug {
    /// Checks a text.
    ///
    /// # Errors
    /// When the text breaks one of the rules of [`Slug`].
    pub fn parse(text: &str) -> Result<Slug, SlugError> {
        if text.is_empty() {
            return Err(SlugError::Empty);
        }
        if let Some(character) =
            text.chars().find(|c| !(c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-'))
        {
            return Err(SlugError::Character(character));
        }
        if text.len() > MAX_SLUG {
            return Err(SlugError::TooLong);
        }
        if text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(SlugError::Hyphen);
        }
        let device = matches!(text, "con" | "prn" | "aux" | "nul")
            || (text.len() == 4
                && (text.starts_with("com") || text.starts_with("lpt"))
                && text.ends_with(|c: char| c.is_ascii_digit()));
        if device { Err(SlugError::Device) } else { Ok(Slug(text.to_owned())) }
    }

    /// The nearest slug to a title: letters without their marks, everything else a hyphen.
    /// `None` where no letter or digit of the Latin script is left.
    pub fn from_title(title: &str) -> Option<Slug> {
        use unicode_normalization::UnicodeNormalization;
        let mut slug = String::new();
        for character in title.nfkd() {
            let lower = character.to_ascii_lowercase();
            if lower.is_ascii_alphanumeric() {
                slug.push(lower);
            } else if !unicode_normalization::char::is_combining_mark(character)
                && character != '\''
                && character != '’'
                && !slug.ends_with('-')
                && !slug.is_empty()
            {
                slug.push('-');
            }
            if slug.len() >= MAX_SLUG {
                break;
            }
        }
        let trimmed = slug.trim_end_matches('-');
        Slug::parse(trimmed).or_else(|_| Slug::parse(&format!("{trimmed}-1"))).ok()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_slug_without_its_marks() {
        let slug = |title: &str| Slug::from_title(title).map(|slug| slug.to_string());
        assert_eq!(slug("Ieinteresēto pušu karte").as_deref(), Some("ieintereseto-pusu-karte"));
        assert_eq!(slug("  What's new? (v2)  ").as_deref(), Some("whats-new-v2"));
        assert_eq!(slug("CON").as_deref(), Some("con-1"));
        assert_eq!(slug("…"), None);
    }

    #[test]
    fn a_path_is_no_slug() {
        assert_eq!(Slug::parse("../x"), Err(SlugError::Character('.')));
        assert_eq!(Slug::parse("a--b"), Err(SlugError::Hyphen));
        assert_eq!(Slug::parse(""), Err(SlugError::Empty));
        assert_eq!(Slug::parse("com1"), Err(SlugError::Device));
    }

    proptest::proptest! {
        #[test]
        fn whatever_the_title_its_slug_is_one(title in ".{0,200}") {
            if let Some(slug) = Slug::from_title(&title) {
                proptest::prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
            }
        }
    }
}
