//! The public service of a story, as CPSV-AP 3.2.0 wants to know it
//! (<https://semiceu.github.io/CPSV-AP/releases/3.2.0/>). An address alone is enough to publish the
//! story; whoever says more is told what is still missing for the linked data.

use super::Check;
use crate::content::record::Record;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::entry::{Entry, PublicService};

/// The words about the service, and what CPSV-AP calls them.
const WORDS: [(&str, &str); 2] = [("service-name", "a name"), ("service-description", "a description")];

impl Check<'_> {
    /// The service that the facts of a story name.
    pub(super) fn public_service(&mut self, entry: &Entry, facts: &Record) -> Option<PublicService> {
        let path = self.raw.path("story.yaml");
        let has_words = |field: &str| entry.words.0.values().any(|words| words.texts.contains_key(field));
        let Some(record) = facts.record("public-service") else {
            if WORDS.iter().any(|(field, _)| has_words(field)) {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::NotStated,
                        path,
                        "the words describe a public service, but `public-service` is not stated",
                    )
                    .about("public-service")
                    .help("add `public-service:` with its `authority:` and `homepage:`"),
                );
            }
            return None;
        };
        let service = PublicService {
            identifier: record.owned("identifier"),
            authority: record.slug("authority"),
            homepage: record.owned("homepage"),
            status: record.owned("status"),
            thematic_areas: record.texts("thematic-areas"),
            countries: record.texts("countries"),
            languages: record.texts("languages"),
        };
        if service.is_described() || WORDS.iter().any(|(field, _)| has_words(field)) {
            let words_file = format!("the front matter of {}.md", self.languages[0]);
            let mut missing = Vec::new();
            for (field, what) in WORDS.into_iter().filter(|(field, _)| !has_words(field)) {
                missing.push((field, what, format!("write `{field}:` into {words_file}")));
            }
            if service.authority.is_none() {
                let help = "add `authority:` with the slug of an organisation".to_owned();
                missing.push(("authority", "a competent authority", help));
            }
            if service.identifier().is_none() {
                let help = "add `identifier:`, or `homepage:` with its address".to_owned();
                missing.push(("identifier", "an identifier", help));
            }
            let place = record.position.or(facts.position("public-service"));
            for (field, what, help) in missing {
                self.diagnostics.push(
                    Diagnostic::warning(
                        Code::NotStated,
                        &path,
                        format!("`{field}` of the public service is not stated; CPSV-AP requires {what}"),
                    )
                    .at(place)
                    .about(field)
                    .help(format!("{help}; until then the service is left out of the linked data")),
                );
            }
        }
        Some(service)
    }
}
