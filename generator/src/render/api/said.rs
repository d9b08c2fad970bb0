//! Uses and reviews of an entry, with the names of their fields in the content folder.

use serde::Serialize;

use crate::model::entry::Entry;
use crate::model::said::{Review, Use, User, average_in_tenths};

#[derive(Serialize)]
pub(super) struct UseView<'a> {
    id: &'a str,
    date: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(flatten)]
    text: TextView<'a>,
}

#[derive(Serialize)]
pub(super) struct ReviewView<'a> {
    id: &'a str,
    date: &'a str,
    stars: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'a str>,
    #[serde(flatten)]
    text: TextView<'a>,
}

#[derive(Serialize)]
struct TextView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

/// What the reviews say together.
#[derive(Serialize)]
pub(super) struct RatingView {
    average: f64,
    count: usize,
}

impl<'a> TextView<'a> {
    fn of(text: Option<&'a (String, String)>) -> TextView<'a> {
        TextView {
            text: text.map(|(text, _)| text.as_str()),
            language: text.map(|(_, language)| language.as_str()),
        }
    }
}

pub(super) fn use_view(said: &Use) -> UseView<'_> {
    UseView {
        id: &said.id,
        date: said.date.as_str(),
        organisation: match &said.user {
            User::Known(slug) => Some(slug.as_str()),
            User::Named(_) => None,
        },
        name: match &said.user {
            User::Known(_) => None,
            User::Named(name) => Some(name),
        },
        country: said.country.as_deref(),
        version: said.version.as_deref(),
        address: said.address.as_deref(),
        text: TextView::of(said.text.as_ref()),
    }
}

pub(super) fn review_view(review: &Review) -> ReviewView<'_> {
    ReviewView {
        id: &review.id,
        date: review.date.as_str(),
        stars: review.stars,
        by: review.by.as_deref(),
        version: review.version.as_deref(),
        text: TextView::of(review.text.as_ref()),
    }
}

/// The average, where there are enough reviews for one.
pub(super) fn rating_view(entry: &Entry) -> Option<RatingView> {
    let average = average_in_tenths(&entry.reviews)?;
    Some(RatingView { average: f64::from(average) / 10.0, count: entry.reviews.len() })
}
