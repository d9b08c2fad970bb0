//! What people say of an entry: who uses it, and what reviews think of it.

use serde::Serialize;

use super::super::scope::Scope;
use super::super::view::Text;
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::said::{Review, Use, User, average_in_tenths};

/// Uses and reviews of an entry; nothing where nobody has said anything.
#[derive(Debug, Serialize)]
pub(super) struct Said {
    uses: Vec<UseView>,
    reviews: Vec<ReviewView>,
    /// What the reviews say together, or why they say nothing yet.
    rating: String,
}

#[derive(Debug, Serialize)]
struct UseView {
    name: Text,
    url: Option<String>,
    /// Country, version, day.
    facts: String,
    text: Option<Text>,
    address: Option<String>,
}

#[derive(Debug, Serialize)]
struct ReviewView {
    /// For each of five stars, whether it was given.
    stars: Vec<bool>,
    label: String,
    /// Who, which version, which day.
    facts: String,
    text: Option<Text>,
}

impl Scope<'_> {
    /// What people say of an entry.
    pub(super) fn said(&self, entry: &Entry) -> Option<Said> {
        (!entry.uses.is_empty() || !entry.reviews.is_empty()).then(|| Said {
            uses: entry.uses.iter().map(|said| self.use_view(said)).collect(),
            reviews: entry.reviews.iter().map(|review| self.review_view(review)).collect(),
            rating: self.rating(entry),
        })
    }

    fn rating(&self, entry: &Entry) -> String {
        let count = entry.reviews.len();
        match average_in_tenths(&entry.reviews) {
            Some(tenths) => self.messages.format(
                "reviews-average",
                [
                    ("whole", (tenths as usize / 10).into()),
                    ("tenths", (tenths as usize % 10).into()),
                    ("count", count.into()),
                ],
            ),
            None => self.messages.text("reviews-few"),
        }
    }

    fn use_view(&self, said: &Use) -> UseView {
        let (name, url) = match &said.user {
            User::Known(slug) => match self.entry_link(Kind::Organisation, slug) {
                Some(link) => (link.name, Some(link.url)),
                None => (Text::plain(slug.to_string()), None),
            },
            User::Named(name) => (Text::plain(name), None),
        };
        let country = said.country.as_deref().map(|id| self.term("country", id).to_owned());
        let facts = country.into_iter().chain(self.version_and_day(said.version.as_deref(), &said.date));
        UseView {
            name,
            url,
            facts: facts.collect::<Vec<_>>().join(" · "),
            text: said.text.as_ref().map(|(text, language)| self.text_in(text, language)),
            address: said.address.clone(),
        }
    }

    fn review_view(&self, review: &Review) -> ReviewView {
        let by = review.by.clone().unwrap_or_else(|| self.messages.text("review-unnamed"));
        let facts = std::iter::once(by).chain(self.version_and_day(review.version.as_deref(), &review.date));
        ReviewView {
            stars: (1..=crate::model::definition::MOST_STARS).map(|star| star <= review.stars).collect(),
            label: self.messages.format("stars", [("count", usize::from(review.stars).into())]),
            facts: facts.collect::<Vec<_>>().join(" · "),
            text: review.text.as_ref().map(|(text, language)| self.text_in(text, language)),
        }
    }

    fn version_and_day(
        &self,
        version: Option<&str>,
        date: &crate::model::entry::Day,
    ) -> impl Iterator<Item = String> {
        let version =
            version.map(|version| self.messages.format("version", [("version", version.to_owned().into())]));
        version.into_iter().chain([self.day(date)])
    }
}
