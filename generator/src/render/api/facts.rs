//! The facts of an entry, with the names that `model::definition` gives them. What stands beside
//! them in the file of an entry (status, successor, former slugs, files) is not repeated here.

use serde::Serialize;
use std::collections::BTreeMap;

use super::tree::{NodeView, StoryNodeView};
use crate::model::entry::{
    Call, Day, Entry, Interlinker, News, Organisation, Problem, PublicService, Rights, Schema, Story,
};
use crate::model::kind::Kind;
use crate::model::site::{ByLanguage, Site};
use crate::model::slug::Slug;

/// The facts of one entry of any kind.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Facts<'a> {
    Interlinker(Box<InterlinkerFacts<'a>>),
    Problem(ProblemFacts<'a>),
    Schema(SchemaFacts<'a>),
    Story(Box<StoryFacts<'a>>),
    Call(CallFacts<'a>),
    Organisation(OrganisationFacts<'a>),
    News(NewsFacts<'a>),
    None {},
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct InterlinkerFacts<'a> {
    nature: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    themes: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    purposes: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    form: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    difficulty: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    audiences: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    scopes: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    service_types: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    based_on: Vec<&'a str>,
    #[serde(flatten)]
    rights: RightsFacts<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<VersionFacts<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct RightsFacts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence_group: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a str>,
}

#[derive(Serialize)]
struct VersionFacts<'a> {
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ProblemFacts<'a> {
    code: &'a str,
    family: &'a str,
}

#[derive(Serialize)]
pub(super) struct SchemaFacts<'a> {
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    #[serde(flatten)]
    rights: RightsFacts<'a>,
    phases: Vec<NodeView<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct StoryFacts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    owners: Vec<&'a str>,
    #[serde(flatten)]
    rights: RightsFacts<'a>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    countries: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    governance_model: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_service: Option<ServiceFacts<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nodes: Vec<StoryNodeView<'a>>,
}

/// Always as a record, also where the content says the address alone.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ServiceFacts<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    thematic_areas: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    countries: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    languages: &'a [String],
}

#[derive(Serialize)]
pub(super) struct CallFacts<'a> {
    end: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<&'a str>,
    contact: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    organisation: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    roles: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    countries: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    tags: &'a [String],
}

#[derive(Serialize)]
pub(super) struct OrganisationFacts<'a> {
    #[serde(rename = "type")]
    organisation_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    website: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    domains: &'a [String],
}

/// News have no facts file: the day is part of the slug, the rest stands beside the words.
#[derive(Serialize)]
pub(super) struct NewsFacts<'a> {
    day: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    place: &'a ByLanguage,
}

impl<'a> Facts<'a> {
    /// The facts of an entry of the site.
    pub(super) fn of(site: &'a Site, entry: &Entry) -> Facts<'a> {
        let slug = &entry.slug;
        let found = match entry.kind {
            Kind::Interlinker => {
                site.interlinkers.get(slug).map(|item| Facts::Interlinker(Box::new(interlinker(item))))
            }
            Kind::Problem => site.problems.get(slug).map(|item| Facts::Problem(problem(item))),
            Kind::Schema => site.schemas.get(slug).map(|item| Facts::Schema(schema(item))),
            Kind::Story => site.stories.get(slug).map(|item| Facts::Story(Box::new(story(item)))),
            Kind::Call => site.calls.get(slug).map(|item| Facts::Call(call(item))),
            Kind::Organisation => {
                site.organisations.get(slug).map(|item| Facts::Organisation(organisation(item)))
            }
            Kind::News => site.news.get(slug).map(|item| Facts::News(news(item))),
            Kind::Page => None,
        };
        found.unwrap_or(Facts::None {})
    }
}

fn interlinker(item: &Interlinker) -> InterlinkerFacts<'_> {
    InterlinkerFacts {
        nature: item.nature.id(),
        address: item.address.as_deref(),
        themes: &item.themes,
        purposes: &item.purposes,
        problems: slugs(&item.problems),
        tags: &item.tags,
        form: item.form.as_deref(),
        difficulty: item.difficulty.as_deref(),
        audiences: &item.audiences,
        scopes: &item.scopes,
        service_types: &item.service_types,
        based_on: slugs(&item.based_on),
        rights: rights(&item.rights),
        versions: item
            .versions
            .iter()
            .map(|version| VersionFacts {
                version: &version.version,
                date: version.date.as_ref().map(Day::as_str),
                notes: version.notes.as_deref(),
            })
            .collect(),
    }
}

fn problem(item: &Problem) -> ProblemFacts<'_> {
    ProblemFacts { code: &item.code, family: &item.family }
}

fn schema(item: &Schema) -> SchemaFacts<'_> {
    SchemaFacts { tags: &item.tags, rights: rights(&item.rights), phases: NodeView::phases(&item.phases) }
}

fn story(item: &Story) -> StoryFacts<'_> {
    StoryFacts {
        schema: item.schema.as_ref().map(Slug::as_str),
        owners: slugs(&item.owners),
        rights: rights(&item.rights),
        countries: &item.countries,
        governance_model: item.governance_model.as_deref(),
        start: item.start.as_ref().map(Day::as_str),
        end: item.end.as_ref().map(Day::as_str),
        public_service: item.public_service.as_ref().map(service),
        tags: &item.tags,
        nodes: StoryNodeView::all(&item.tree),
    }
}

fn service(service: &PublicService) -> ServiceFacts<'_> {
    ServiceFacts {
        identifier: service.identifier.as_deref(),
        authority: service.authority.as_ref().map(Slug::as_str),
        homepage: service.homepage.as_deref(),
        status: service.status.as_deref(),
        thematic_areas: &service.thematic_areas,
        countries: &service.countries,
        languages: &service.languages,
    }
}

fn call(item: &Call) -> CallFacts<'_> {
    CallFacts {
        end: item.end.as_str(),
        start: item.start.as_ref().map(Day::as_str),
        contact: &item.contact,
        organisation: item.organisation.as_ref().map(Slug::as_str),
        roles: &item.roles,
        schema: item.schema.as_ref().map(Slug::as_str),
        countries: &item.countries,
        tags: &item.tags,
    }
}

fn organisation(item: &Organisation) -> OrganisationFacts<'_> {
    OrganisationFacts {
        organisation_type: &item.organisation_type,
        country: item.country.as_deref(),
        website: item.website.as_deref(),
        domains: &item.domains,
    }
}

fn news(item: &News) -> NewsFacts<'_> {
    NewsFacts {
        day: item.day.as_str(),
        start: item.start.as_ref().map(Day::as_str),
        end: item.end.as_ref().map(Day::as_str),
        place: &item.place,
    }
}

fn rights(rights: &Rights) -> RightsFacts<'_> {
    RightsFacts {
        licence: rights.licence.as_deref(),
        licence_group: rights.licence_group.as_deref(),
        publisher: rights.publisher.as_ref().map(Slug::as_str),
        contact: rights.contact.as_deref(),
    }
}

fn slugs(slugs: &[Slug]) -> Vec<&str> {
    slugs.iter().map(Slug::as_str).collect()
}
