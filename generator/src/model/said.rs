//! What people say of an entry who are not its publisher: "we use this", and reviews with stars. Each
//! is a file of its own, so that two of them never conflict.

use super::entry::Day;
use super::slug::Slug;

/// "We use this".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The name of its file.
    pub id: String,
    /// The day it was said.
    pub date: Day,
    /// Who uses it.
    pub user: User,
    /// Term of `country`.
    pub country: Option<String>,
    /// Which version.
    pub version: Option<String>,
    /// A public page about it.
    pub address: Option<String>,
    /// What for, and how it went: the text and its language.
    pub text: Option<(String, String)>,
}

/// Who uses an Interlinker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum User {
    /// An organisation of the catalogue.
    Known(Slug),
    /// The name of another one.
    Named(String),
}

/// A review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The name of its file.
    pub id: String,
    /// The day it was written.
    pub date: Day,
    /// From 1 to [`MOST_STARS`](super::definition::MOST_STARS).
    pub stars: u8,
    /// Who wrote it, with their consent.
    pub by: Option<String>,
    /// Which version it is about.
    pub version: Option<String>,
    /// Why: the text and its language.
    pub text: Option<(String, String)>,
}

/// From how many reviews on an average says something.
pub const FEWEST_FOR_AVERAGE: usize = 5;

/// The average number of stars in tenths, rounded to the nearest; none of fewer than
/// [`FEWEST_FOR_AVERAGE`] reviews.
pub fn average_in_tenths(reviews: &[Review]) -> Option<u32> {
    let count = u32::try_from(reviews.len()).ok().filter(|_| reviews.len() >= FEWEST_FOR_AVERAGE)?;
    let sum: u32 = reviews.iter().map(|review| u32::from(review.stars)).sum();
    Some((sum * 10 + count / 2) / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reviews(stars: &[u8]) -> Vec<Review> {
        let review = |(number, stars): (usize, &u8)| Review {
            id: number.to_string(),
            date: Day::parse("2026").unwrap(),
            stars: *stars,
            by: None,
            version: None,
            text: None,
        };
        stars.iter().enumerate().map(review).collect()
    }

    #[test]
    fn fewer_than_five_reviews_have_no_average() {
        assert_eq!(average_in_tenths(&reviews(&[])), None);
        assert_eq!(average_in_tenths(&reviews(&[5, 5, 5, 5])), None);
        assert_eq!(average_in_tenths(&reviews(&[5, 4, 4, 4, 4])), Some(42));
        assert_eq!(average_in_tenths(&reviews(&[1, 1, 1, 1, 1, 2])), Some(12));
        assert_eq!(average_in_tenths(&reviews(&[5; 7])), Some(50));
    }
}
