//! `Site` and an edition -> the `Site` of that edition: its own settings, and only the entries it
//! shows. What a shown entry cannot be understood without (its publisher, its schema) stays; what
//! else it names and the edition leaves out leads to the whole catalogue instead.

use crate::model::edition::Edition;
use crate::model::entry::{Entry, Story, StoryNode};
use crate::model::kind::Kind;
use crate::model::site::{Elsewhere, Site, pick};
use crate::model::slug::Slug;
use crate::recommend::recommend;
use std::collections::BTreeSet;

/// An edition that the content does not have.
#[derive(Debug, thiserror::Error)]
#[error("there is no edition “{name}”; {list}", list = self.list())]
pub struct UnknownEdition {
    /// What was asked for.
    pub name: String,
    /// Those there are.
    pub known: Vec<String>,
}

impl UnknownEdition {
    fn list(&self) -> String {
        if self.known.is_empty() {
            return "the content has none: each is a folder of editions/ with an edition.yaml".to_owned();
        }
        format!("the editions are {}", self.known.join(", "))
    }
}

/// The catalogue as the edition of that name shows it.
///
/// # Errors
/// When there is no such edition.
pub fn site_of_edition(site: Site, name: &str) -> Result<Site, UnknownEdition> {
    let found = site.editions.iter().find(|(slug, _)| slug.as_str() == name);
    match found.map(|(slug, edition)| (slug.clone(), edition.clone())) {
        Some((slug, edition)) => Ok(apply_edition(site, &slug, &edition)),
        None => Err(UnknownEdition {
            name: name.to_owned(),
            known: site.editions.keys().map(ToString::to_string).collect(),
        }),
    }
}

/// The catalogue as an edition shows it.
fn apply_edition(mut site: Site, slug: &Slug, edition: &Edition) -> Site {
    let whole = site.clone();
    settle(&mut site, slug, edition);
    let select = &edition.selection;
    let stays = |entry: &Entry| !select.leave_out.contains(&(entry.kind, entry.slug.clone()));
    let asks = !(select.themes.is_empty() && select.publishers.is_empty() && select.interlinkers.is_empty());
    site.interlinkers.retain(|slug, item| {
        let is_asked_for = !asks
            || select.interlinkers.contains(slug)
            || item.themes.iter().any(|theme| select.themes.contains(theme))
            || item.rights.publisher.as_ref().is_some_and(|publisher| select.publishers.contains(publisher));
        is_asked_for && stays(&item.entry)
    });
    let is_here = |countries: &[String]| {
        select.countries.is_empty()
            || countries.is_empty()
            || countries.iter().any(|country| select.countries.contains(country))
    };
    site.stories.retain(|_, item| is_here(&item.countries) && stays(&item.entry));
    site.calls.retain(|_, item| is_here(&item.countries) && stays(&item.entry));
    site.pages.retain(|_, item| stays(&item.entry));
    site.news.retain(|_, item| stays(&item.entry));
    let needed = schemas_of(&site);
    site.schemas.retain(|slug, item| stays(&item.entry) || needed.contains(slug));
    let named = organisations_of(&site);
    site.organisations.retain(|slug, item| {
        let country: Vec<String> = item.country.iter().cloned().collect();
        named.contains(slug) || !country.is_empty() && is_here(&country)
    });
    let languages = site.settings.languages.clone();
    let shown: BTreeSet<Slug> = site.interlinkers.keys().cloned().collect();
    for story in site.stories.values_mut() {
        point_elsewhere(story, &whole, &shown, &languages);
    }
    site.settings.elsewhere = Some(elsewhere(&site, &whole));
    let pages: BTreeSet<Slug> = site.pages.keys().cloned().collect();
    site.settings.menu.retain(|slug| pages.contains(slug));
    site.settings.default_schema =
        site.settings.default_schema.take().filter(|slug| site.schemas.contains_key(slug));
    let offered = site.interlinkers.values().filter(|item| Site::is_active(&item.entry));
    site.recommendations = recommend(offered, site.schemas.values());
    let folders: BTreeSet<String> = Kind::ALL
        .into_iter()
        .flat_map(|kind| {
            site.entries(kind).into_iter().map(move |entry| format!("{}/{}/", kind.folder(), entry.slug))
        })
        .chain([format!("editions/{slug}/")])
        .collect();
    site.assets.retain(|path, _| {
        let folder = path.splitn(3, '/').take(2).map(|part| format!("{part}/")).collect::<String>();
        folders.contains(&folder)
    });
    site
}

/// What the edition says itself.
fn settle(site: &mut Site, slug: &Slug, edition: &Edition) {
    let settings = &mut site.settings;
    if !edition.name.is_empty() {
        settings.name = edition.name.clone();
    }
    if !edition.tagline.is_empty() {
        settings.tagline = edition.tagline.clone();
    }
    if !edition.languages.is_empty() {
        settings.languages = edition.languages.clone();
    }
    if let Some(base_url) = &edition.base_url {
        settings.base_url = base_url.clone();
    }
    if let Some(contact) = &edition.contact {
        settings.contact = Some(contact.clone());
    }
    if let Some(menu) = &edition.menu {
        settings.menu = menu.clone();
    }
    if let Some(schema) = &edition.default_schema {
        settings.default_schema = Some(schema.clone());
    }
    settings.edition = Some((slug.clone(), edition.clone()));
}

/// The schemas that stories and calls cannot be read without.
fn schemas_of(site: &Site) -> BTreeSet<Slug> {
    let of_nodes = site
        .stories
        .values()
        .flat_map(|story| story.tree.iter().flat_map(StoryNode::walk))
        .filter_map(|node| node.reference.as_ref().map(|(schema, _)| schema.clone()));
    let of_stories = site.stories.values().filter_map(|story| story.schema.clone());
    let of_calls = site.calls.values().filter_map(|call| call.schema.clone());
    of_nodes.chain(of_stories).chain(of_calls).collect()
}

/// The organisations that something shown names.
fn organisations_of(site: &Site) -> BTreeSet<Slug> {
    let publishers = site.interlinkers.values().filter_map(|item| item.rights.publisher.clone());
    let of_schemas = site.schemas.values().filter_map(|item| item.rights.publisher.clone());
    let of_stories =
        site.stories.values().flat_map(|item| item.owners.iter().chain(&item.rights.publisher).cloned());
    let of_calls = site.calls.values().filter_map(|item| item.organisation.clone());
    let services = site.stories.values().filter_map(|item| item.public_service.as_ref());
    let of_services = services.filter_map(|service| service.authority.clone());
    publishers.chain(of_schemas).chain(of_stories).chain(of_calls).chain(of_services).collect()
}

/// A story tells the truth about what was used: an Interlinker that is not shown here becomes a
/// link to the whole catalogue.
fn point_elsewhere(story: &mut Story, whole: &Site, shown: &BTreeSet<Slug>, languages: &[String]) {
    let base = &whole.settings.base_url;
    let mut nodes: Vec<&mut StoryNode> = story.tree.iter_mut().collect();
    while let Some(node) = nodes.pop() {
        let (stay, go): (Vec<_>, Vec<_>) =
            std::mem::take(&mut node.interlinkers).into_iter().partition(|(slug, _)| shown.contains(slug));
        node.interlinkers = stay;
        let language = node.language.as_deref().or(whole.settings.languages.first().map(String::as_str));
        let language = language.unwrap_or("en");
        for (slug, version) in go.into_iter().filter(|_| !base.origin().is_empty()) {
            let Some(item) = whole.interlinkers.get(&slug) else { continue };
            let Some(name) = item.entry.words.pick("name", language, languages) else { continue };
            let version = version.map(|version| format!(" {version}")).unwrap_or_default();
            node.links
                .push((format!("{}{version}", name.text), format!("{base}{language}/interlinkers/{slug}/")));
        }
        nodes.extend(node.children.iter_mut());
    }
}

/// The pages that texts may link to and that are not here.
fn elsewhere(site: &Site, whole: &Site) -> Elsewhere {
    let paths = |site: &Site| -> BTreeSet<String> {
        Kind::ALL
            .into_iter()
            .flat_map(|kind| {
                site.entries(kind).into_iter().map(move |entry| match kind {
                    Kind::Page => format!("{}/", entry.slug),
                    _ => format!("{}/{}/", kind.folder(), entry.slug),
                })
            })
            .collect()
    };
    let here = paths(site);
    let left_out = paths(whole).into_iter().filter(|path| !here.contains(path)).collect();
    let name = pick(&whole.settings.name, "", &whole.settings.languages).unwrap_or_default();
    Elsewhere { base_url: whole.settings.base_url.clone(), name: name.to_owned(), left_out }
}
