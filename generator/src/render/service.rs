//! Pages that only a running service has, such as the status of a proposal: a template of the theme
//! and a view of the service's own, in the layout of the site. The service says what is on the
//! page; how it looks is the theme's.

use serde::Serialize;

use super::layout::Head;
use super::templates::Shared;
use super::view::Link;
use super::{Page, RenderError, Rendering};

/// What a page of a service says about itself, besides its view.
#[derive(Debug, Clone, Default)]
pub struct ServiceHead {
    /// The title without the name of the site.
    pub title: String,
    /// Whether it holds a form, so that the style of forms is loaded.
    pub has_form: bool,
    /// Scripts of the theme it loads.
    pub scripts: Vec<&'static str>,
}

/// The view of `message.html`: a few words and where to go from here.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Message {
    /// The heading.
    pub title: String,
    /// A sentence below it.
    pub lead: String,
    /// Ways on.
    pub links: Vec<Link>,
}

impl Rendering<'_> {
    /// A page of a service. Never for search engines.
    ///
    /// # Errors
    /// When the site does not have the language, or the template has a mistake.
    pub fn service_page<V: Serialize>(
        &self,
        language: &str,
        template: &str,
        head: &ServiceHead,
        view: &V,
    ) -> Result<Page, RenderError> {
        let head = Head {
            title: head.title.clone(),
            section: "contribute",
            is_hidden: true,
            is_in_one_language: true,
            has_form: head.has_form,
            scripts: head.scripts.clone(),
            file: Some("service.html"),
            ..Head::default()
        };
        self.page(&self.scope(language)?, template, &head, view)
    }

    /// A part of a page that a service puts into another one: safe HTML.
    ///
    /// # Errors
    /// When the site does not have the language, or the template has a mistake.
    pub fn service_part<V: Serialize>(
        &self,
        language: &str,
        template: &str,
        view: &V,
    ) -> Result<String, RenderError> {
        let failed = |error| RenderError::Template { page: template.to_owned(), error };
        let Some(frame) = self.frames.get(language) else {
            return Err(crate::messages::MessagesError::Absent(language.to_owned()).into());
        };
        let view = Shared::new(view).map_err(failed)?;
        let values = [("site", &frame.shared), ("m", self.renderer.plain(language)?), ("view", &view)];
        self.renderer.templates.render(template, &values).map_err(failed)
    }
}
