//! The whole catalogue, resolved: what the renderer, the search and the service read.

use super::address::BaseUrl;
use super::edition::Edition;
use super::entry::{Call, Entry, Interlinker, News, Organisation, Page, Problem, Schema, Status, Story};
use super::guide::Guide;
use super::kind::Kind;
use super::slug::Slug;
use super::statement::Statement;
use super::synonyms::SynonymGroup;
use crate::history::History;
use crate::media::Derived;
use crate::recommend::Recommendations;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// A text per language code.
pub type ByLanguage = BTreeMap<String, String>;

/// What `site.yaml` says.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The name of the site, per language.
    pub name: ByLanguage,
    /// What it is for, in one line, per language.
    pub tagline: ByLanguage,
    /// The site's languages; their order is the fallback order.
    pub languages: Vec<String>,
    /// Where it is published.
    pub base_url: BaseUrl,
    /// The address of the Git repository the content is kept in.
    pub repository: Option<String>,
    /// Whom readers can write to.
    pub contact: Option<String>,
    /// The licence of the content.
    pub licence: String,
    /// Who receives what the forms send.
    pub service: Service,
    /// Slugs of the pages listed in the footer.
    pub menu: Vec<Slug>,
    /// The schema the home page shows.
    pub default_schema: Option<Slug>,
    /// The edition that is built; none for the whole catalogue.
    pub edition: Option<(Slug, Edition)>,
    /// What the edition leaves out.
    pub elsewhere: Option<Elsewhere>,
    /// Whether the pages carry their Content-Security-Policy themselves, for a host that sends no
    /// header of ours.
    pub pages_carry_policy: bool,
    /// Whether these pages are for the archive that works from a disk, where no form is received and
    /// nothing can be kept for later.
    pub is_offline_copy: bool,
    /// Whether the site has that archive as a file.
    pub has_offline_copy: bool,
}

/// The whole catalogue, seen from an edition that shows some of it.
#[derive(Debug, Clone, Default)]
pub struct Elsewhere {
    /// Where it is published.
    pub base_url: BaseUrl,
    /// What it is called.
    pub name: String,
    /// The paths, below a language, of the pages that are only there.
    pub left_out: BTreeSet<String>,
}

/// Who receives what the forms send.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Service {
    /// Nobody: the forms are closed and say whom to write to.
    #[default]
    None,
    /// The service that serves the site itself: it answers below the same path.
    Here,
    /// A service that answers there, whatever host the site lies on.
    At(BaseUrl),
}

impl Settings {
    /// What whoever builds or serves the site knows better than `site.yaml`: where it is published,
    /// and that the pages are served by a contribution service. Its forms then go to that service,
    /// wherever `site.yaml` says one is: it is there, it has this content, and its pages may send
    /// forms to nobody else.
    pub fn settle(&mut self, base_url: Option<&BaseUrl>, served_by_service: bool) {
        if let Some(base_url) = base_url {
            self.base_url = base_url.clone();
        }
        if served_by_service {
            self.service = Service::Here;
        }
    }

    /// The same for the archive that works from a disk.
    pub fn for_offline_copy(&mut self) {
        self.service = Service::None;
        self.pages_carry_policy = false;
        self.is_offline_copy = true;
    }

    /// The address of a route of the service, such as `contributions/preview`; none where there is
    /// no service.
    pub fn service_address(&self, route: &str) -> Option<String> {
        match &self.service {
            Service::None => None,
            Service::Here => Some(format!("{}{route}", self.base_url.path())),
            Service::At(address) => Some(format!("{address}{route}")),
        }
    }
}

/// One term of a controlled vocabulary.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The id that facts files use.
    pub id: String,
    /// What readers see, per language.
    pub label: ByLanguage,
    /// One sentence of explanation, per language.
    pub description: ByLanguage,
    /// The term above it.
    pub broader: Option<String>,
    /// The same concept in an EU authority list.
    pub exact_match: Option<String>,
    /// Other spellings that mean this term.
    pub aliases: Vec<String>,
}

/// A controlled vocabulary: terms in the order they are shown.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// What the vocabulary is called, per language.
    pub label: ByLanguage,
    /// The terms.
    pub terms: Vec<Term>,
}

impl Vocabulary {
    /// The term of that id.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }
}

/// The whole catalogue. Drafts are not in it.
#[derive(Debug, Clone)]
pub struct Site {
    /// What `site.yaml` says.
    pub settings: Settings,
    /// The editions one can build, by slug.
    pub editions: BTreeMap<Slug, Edition>,
    /// The controlled vocabularies, by name.
    pub vocabularies: BTreeMap<String, Vocabulary>,
    /// Words that mean the same to somebody who searches.
    pub synonyms: Vec<SynonymGroup>,
    /// The accessibility statement, where there is one.
    pub statement: Option<Statement>,
    /// The questions of "what do I need?" and their rules, where `guide.yaml` has some.
    pub guide: Option<Guide>,
    /// Interlinkers by slug.
    pub interlinkers: BTreeMap<Slug, Interlinker>,
    /// Problem profiles by slug.
    pub problems: BTreeMap<Slug, Problem>,
    /// Schemas by slug.
    pub schemas: BTreeMap<Slug, Schema>,
    /// Stories by slug.
    pub stories: BTreeMap<Slug, Story>,
    /// Calls by slug.
    pub calls: BTreeMap<Slug, Call>,
    /// Organisations by slug.
    pub organisations: BTreeMap<Slug, Organisation>,
    /// Editorial pages by slug.
    pub pages: BTreeMap<Slug, Page>,
    /// News by slug.
    pub news: BTreeMap<Slug, News>,
    /// Which Interlinkers for which node, and the reverse.
    pub recommendations: Recommendations,
    /// Dates and consenting contributors from Git.
    pub history: History,
    /// Where the bytes of an entry's files are: path below `content/` to a place on disk or bytes.
    pub assets: BTreeMap<String, Asset>,
    /// What a build made of these files; empty for a preview, which shows them as they are.
    pub derived: Derived,
}

/// Where the bytes of a file are.
#[derive(Debug, Clone)]
pub enum Asset {
    /// On disk.
    File(PathBuf),
    /// In memory, for a contribution that is not on disk yet.
    Bytes(std::sync::Arc<[u8]>),
}

impl Site {
    /// What is common to the entry of that kind and slug.
    pub fn entry(&self, kind: Kind, slug: &str) -> Option<&Entry> {
        self.entries(kind).into_iter().find(|entry| entry.slug.as_str() == slug)
    }

    /// What is common to the entries of a kind, by slug.
    pub fn entries(&self, kind: Kind) -> Vec<&Entry> {
        match kind {
            Kind::Interlinker => self.interlinkers.values().map(|item| &item.entry).collect(),
            Kind::Problem => self.problems.values().map(|item| &item.entry).collect(),
            Kind::Schema => self.schemas.values().map(|item| &item.entry).collect(),
            Kind::Story => self.stories.values().map(|item| &item.entry).collect(),
            Kind::Call => self.calls.values().map(|item| &item.entry).collect(),
            Kind::Organisation => self.organisations.values().map(|item| &item.entry).collect(),
            Kind::Page => self.pages.values().map(|item| &item.entry).collect(),
            Kind::News => self.news.values().map(|item| &item.entry).collect(),
        }
    }

    /// The label of a term for a reader of `language`, with fallback; the id where there is none.
    pub fn label<'a>(&'a self, vocabulary: &str, id: &'a str, language: &str) -> &'a str {
        self.vocabularies
            .get(vocabulary)
            .and_then(|vocabulary| vocabulary.term(id))
            .and_then(|term| pick(&term.label, language, &self.settings.languages))
            .unwrap_or(id)
    }

    /// Whether an entry is offered: active, not retired.
    pub fn is_active(entry: &Entry) -> bool {
        entry.status == Status::Active
    }
}

/// The text for a reader of `language`, else the first in the site's order, else any.
pub fn pick<'a>(texts: &'a ByLanguage, language: &str, order: &[String]) -> Option<&'a str> {
    std::iter::once(language)
        .chain(order.iter().map(String::as_str))
        .chain(texts.keys().map(String::as_str))
        .find_map(|candidate| texts.get(candidate).map(String::as_str).filter(|text| !text.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(service: Service, base: &str, served_by_service: bool) -> Option<String> {
        let mut settings = Settings { service, ..Settings::default() };
        settings.settle(Some(&base.parse().unwrap()), served_by_service);
        settings.service_address("contributions/preview")
    }

    #[test]
    fn forms_go_to_the_service_that_serves_them_else_to_the_named_one_else_nowhere() {
        let elsewhere = || Service::At("https://forms.example/x".parse().unwrap());
        let base = "https://example.org/sub";
        assert_eq!(action(Service::None, base, false), None);
        assert_eq!(
            action(elsewhere(), base, false).as_deref(),
            Some("https://forms.example/x/contributions/preview")
        );
        assert_eq!(action(Service::None, base, true).as_deref(), Some("/sub/contributions/preview"));
        assert_eq!(action(elsewhere(), base, true).as_deref(), Some("/sub/contributions/preview"));
    }
}
