//! The public service that a story is about, as its page shows it.

use serde::Serialize;

use super::super::Rendering;
use super::super::scope::Scope;
use super::super::view::{Fact, FactValue, Text};
use crate::model::entry::{PublicService, Story};
use crate::model::kind::Kind;

/// The service with its facts.
#[derive(Serialize)]
pub(super) struct ServiceView {
    name: Option<Text>,
    description: Option<Text>,
    facts: Vec<Fact>,
    /// Its file of linked data.
    data: Option<String>,
}

impl Rendering<'_> {
    /// The section about the service; none where only an address is known, which is a fact beside
    /// the story.
    pub(super) fn service_view(&self, scope: &Scope<'_>, story: &Story) -> Option<ServiceView> {
        let service = story.public_service.as_ref()?;
        let name = scope.text(&story.entry, "service-name");
        let description = scope.text(&story.entry, "service-description");
        (name.is_some() || description.is_some() || service.is_described()).then(|| ServiceView {
            name,
            description,
            facts: scope.service_facts(service),
            data: self.service_path(story).map(|path| format!("{}{path}", self.base)),
        })
    }
}

impl Scope<'_> {
    /// The service as a fact of the story: its name, else its address.
    pub(super) fn service_value(&self, story: &Story, service: &PublicService) -> Option<FactValue> {
        let Some(name) = self.text(&story.entry, "service-name") else {
            return service.homepage.as_deref().map(|address| self.contact_value(address));
        };
        let url = Some("#public-service".to_owned());
        Some(FactValue { text: name.text, lang: name.lang, url, ..FactValue::default() })
    }

    fn service_facts(&self, service: &PublicService) -> Vec<Fact> {
        let terms = |vocabulary: &str, ids: &[String]| -> Vec<FactValue> {
            ids.iter().map(|id| FactValue::plain(self.site.label(vocabulary, id, self.language))).collect()
        };
        let authority = service.authority.as_ref();
        let organisation = authority.and_then(|slug| self.site.organisations.get(slug));
        let countries: Vec<String> = match &service.countries[..] {
            [] => organisation.and_then(|found| found.country.as_ref()).into_iter().cloned().collect(),
            stated => stated.to_vec(),
        };
        let authority = authority.and_then(|slug| self.entry_value(Kind::Organisation, slug));
        let homepage = service.homepage.as_deref().map(|address| self.contact_value(address));
        let fact = |key: &str, values: Vec<FactValue>| Fact { label: self.messages.text(key), values };
        let mut facts = vec![
            fact("fact-authority", authority.into_iter().collect()),
            fact("fact-address", homepage.into_iter().collect()),
            fact("fact-country", terms("country", &countries)),
        ];
        let optional: [(&str, Vec<FactValue>); 4] = [
            ("fact-identifier", service.identifier.iter().map(FactValue::plain).collect()),
            ("fact-service-status", terms("service-status", service.status.as_slice())),
            ("fact-thematic-area", terms("thematic-area", &service.thematic_areas)),
            ("fact-service-languages", terms("language", &service.languages)),
        ];
        let stated = optional.into_iter().filter(|(_, values)| !values.is_empty());
        facts.extend(stated.map(|(key, values)| fact(key, values)));
        facts
    }
}
