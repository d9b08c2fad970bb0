//! `Site` -> pages: which pages there are. One file per family says what is on them.

mod adopt;
mod articles;
mod catalogue;
mod catalogue_data;
mod data;
mod entry;
pub mod facets;
mod facts;
mod fixed;
pub mod guide;
mod home;
mod licences;
mod listing;
mod listings;
mod lists;
pub mod offline;
mod paging;
mod pictures;
mod problem;
mod public_service;
mod row;
mod said;
mod schema;
mod search_documents;
mod search_generated;
mod search_sections;
mod selection;
mod statement;
mod story;
pub mod translations;
mod workspace;

use rayon::prelude::*;

use super::layout::Head;
use super::scope::Scope;
use super::{Page, RenderError, Rendering};
use crate::model::form::Form;
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// How an entry is shown before it is published.
#[derive(Debug, Clone, Default)]
pub struct PreviewOptions {
    /// The sentence above the page, such as "proposal, not published".
    pub banner: String,
    /// Safe HTML below it: what the reader may do with the proposal.
    pub controls: String,
}

impl Rendering<'_> {
    /// Every page and file of the site that the theme and the catalogue give, but the search pages
    /// (they need the digest of their index), sorted by path.
    ///
    /// # Errors
    /// When a template has a mistake or asks for a text that does not exist.
    pub fn site_pages(&self) -> Result<Vec<Page>, RenderError> {
        let mut pages = self.renderer.static_files.to_vec();
        if !self.site.settings.is_offline_copy {
            pages.extend(self.renderer.root_files.iter().cloned());
        }
        pages.push(self.root()?);
        pages.extend(super::style::of_edition(&self.site.settings));
        pages.extend(self.root_files()?);
        pages.extend(self.redirects()?);
        pages.extend(self.statement_file());
        pages.extend(self.api());
        pages.extend(self.linked_data());
        for language in &self.site.settings.languages {
            pages.extend(self.language_pages(language)?);
        }
        let missing: Vec<String> = self
            .site
            .settings
            .languages
            .iter()
            .filter_map(|language| self.renderer.messages(language))
            .flat_map(|messages| messages.missing_keys())
            .collect();
        if !missing.is_empty() {
            return Err(RenderError::UnknownTexts(missing.join(", ")));
        }
        pages.push(self.sitemap(&pages));
        pages.sort_by(|left, right| left.path.cmp(&right.path));
        Ok(pages)
    }

    fn language_pages(&self, language: &str) -> Result<Vec<Page>, RenderError> {
        let scope = self.scope(language)?;
        let mut pages = vec![
            self.home(&scope)?,
            self.contribute(&scope)?,
            self.not_found(&scope)?,
            self.data(&scope)?,
            self.translations(&scope)?,
        ];
        for form in Form::proposals() {
            pages.push(self.form_page(language, &self.empty_form(form, language)?)?);
        }
        pages.push(self.licences(&scope)?);
        pages.extend(self.statement(&scope)?);
        pages.push(Page {
            path: format!("{language}/opensearch.xml"),
            bytes: self.open_search(&scope).into_bytes(),
        });
        pages.extend(self.feeds(&scope));
        pages.extend(self.calendars(&scope));
        pages.extend(self.lists(&scope)?);
        pages.extend(self.listings(&scope)?);
        if !self.site.settings.is_offline_copy {
            pages.extend(self.offline(&scope)?);
        }
        pages.extend(self.guide(&scope)?);
        pages.extend(self.selection(&scope)?);
        pages.extend(self.workspace(&scope)?);
        pages.extend(self.catalogue(&scope)?);
        let entries: Vec<(Kind, &Slug)> = Kind::ALL
            .into_iter()
            .flat_map(|kind| self.site.entries(kind).into_iter().map(move |entry| (kind, &entry.slug)))
            .collect();
        let of_entries: Vec<Page> = entries
            .par_iter()
            .filter_map(|(kind, slug)| self.entry(&scope, *kind, slug, |_| ()).transpose())
            .collect::<Result<_, _>>()?;
        pages.extend(of_entries);
        pages.extend(self.site.interlinkers.values().flat_map(|item| self.citations(&scope, item)));
        Ok(pages)
    }

    /// The page of one entry as readers will see it, marked as a proposal and hidden from search
    /// engines; `None` where there is no such entry.
    ///
    /// # Errors
    /// When the site does not have the language, or the template has a mistake.
    pub fn entry_page(
        &self,
        kind: Kind,
        slug: &Slug,
        language: &str,
        options: &PreviewOptions,
    ) -> Result<Option<Page>, RenderError> {
        let banner = Some(options.banner.clone()).filter(|banner| !banner.is_empty());
        self.entry(&self.scope(language)?, kind, slug, |head| {
            head.banner = banner;
            head.controls = Some(options.controls.clone()).filter(|controls| !controls.is_empty());
            head.has_form = head.controls.is_some();
            head.is_hidden = true;
        })
    }

    fn entry(
        &self,
        scope: &Scope<'_>,
        kind: Kind,
        slug: &Slug,
        adjust: impl FnOnce(&mut Head),
    ) -> Result<Option<Page>, RenderError> {
        let site = self.site;
        match kind {
            Kind::Interlinker => {
                site.interlinkers.get(slug).map(|item| self.interlinker(scope, item, adjust)).transpose()
            }
            Kind::Problem => {
                site.problems.get(slug).map(|item| self.problem(scope, item, adjust)).transpose()
            }
            Kind::Schema => site.schemas.get(slug).map(|item| self.schema(scope, item, adjust)).transpose(),
            Kind::Story => site.stories.get(slug).map(|item| self.story(scope, item, adjust)).transpose(),
            Kind::Call => site.calls.get(slug).map(|item| self.call(scope, item, adjust)).transpose(),
            Kind::Organisation => {
                site.organisations.get(slug).map(|item| self.organisation(scope, item, adjust)).transpose()
            }
            Kind::Page => {
                site.pages.get(slug).map(|item| self.editorial(scope, &item.entry, adjust)).transpose()
            }
            Kind::News => site.news.get(slug).map(|item| self.news(scope, item, adjust)).transpose(),
        }
    }
}
