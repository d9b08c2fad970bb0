//! `Site` -> pages: the views templates see, the templates, and one file per family of pages.
//! Nothing here touches the disk but the reading of the theme: a page is bytes in memory, and
//! `output` writes it.
//!
//! [`Renderer`] is a theme made ready: templates and interface texts. [`Renderer::begin`] joins it
//! with a catalogue; the [`Rendering`] gives every page of the site, or one page for a preview,
//! a form or a message of the contribution service, all in the same layout.

pub mod address;
pub mod dates;
pub mod form;
mod improve;
mod index;
pub mod kit;
pub mod pages;
pub mod scope;
pub mod service;
pub mod share;
pub mod templates;
pub mod theme;
pub mod view;

mod api;
mod calendar;
mod cite;
mod diagram;
mod feed;
mod frame;
mod layout;
mod linked_data;
mod schema_org;
mod script;
mod sitemap;
mod style;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Position};
use crate::digest::{Digest, Hasher};
use crate::messages::{Messages, MessagesError, check_catalogues};
use crate::model::site::Site;

use dates::Dates;
use frame::Frame;
use index::Index;
use scope::Scope;
use templates::{Shared, TemplateError, Templates};
use theme::Theme;

/// A file of the site, in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path below the root of the site, such as `en/interlinkers/index.html`.
    pub path: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Why pages cannot be rendered. Each is a mistake in a theme, never in content.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A language of the site has no texts, or they cannot be used.
    #[error(transparent)]
    Messages(#[from] MessagesError),
    /// Texts are missing in a language.
    #[error("{} interface texts are missing or differ between languages", .0.len())]
    Catalogues(Vec<Diagnostic>),
    /// Texts that pages ask for do not exist.
    #[error("the interface texts {0} do not exist")]
    UnknownTexts(String),
    /// A template cannot be read or rendered.
    #[error("{page}: {error}")]
    Template {
        /// The page or template.
        page: String,
        /// What is wrong.
        error: TemplateError,
    },
}

impl RenderError {
    /// The mistakes, one by one. Files are named from the theme's own folder.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let one = |code, file: &str, message: String| vec![Diagnostic::error(code, file, message)];
        match self {
            RenderError::Catalogues(diagnostics) => diagnostics.clone(),
            RenderError::Template { page, error } => vec![template_mistake(page, &error.to_string())],
            RenderError::Messages(_) | RenderError::UnknownTexts(_) => {
                one(Code::MissingMessage, "messages/en.ftl", self.to_string())
            }
        }
    }
}

/// What the engine says begins with `error: …`; a later line points to the place, as in
/// `--> home.html:18:1`. Without a place the page is named instead.
fn template_mistake(page: &str, text: &str) -> Diagnostic {
    let message = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let place = text.lines().find_map(|line| {
        let mut parts = line.trim_start().strip_prefix("--> ")?.split(':');
        let file = format!("templates/{}", parts.next()?);
        let (line, column) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((file, Position { line, column }))
    });
    match place {
        Some((file, position)) => Diagnostic::error(Code::Template, file, message).at(position),
        None => Diagnostic::error(Code::Template, page, message),
    }
}

/// A theme made ready for some languages.
#[derive(Debug)]
pub struct Renderer {
    templates: Templates,
    languages: BTreeMap<String, Language>,
    static_files: Vec<Page>,
    /// Files whose address has to stay, such as the script that answers for the whole site.
    root_files: Vec<Page>,
    /// The folder of the site that holds them.
    assets: String,
    /// What pictures of shared links are drawn with.
    studio: Option<share::Studio>,
}

/// The texts of one language, ready for templates.
#[derive(Debug)]
struct Language {
    messages: Messages,
    plain: Shared,
}

/// The folder of the site that holds the static files of the theme, in a folder named after what is
/// in them: browsers may keep them for ever, and a changed theme has other addresses.
pub const ASSETS: &str = "assets";
/// The folder of the site that holds the files of entries.
pub const MEDIA: &str = "media";

impl Renderer {
    /// Makes a theme ready for the languages of a site.
    ///
    /// # Errors
    /// When the theme lacks a language or a text, or a template has a mistake.
    pub fn new(theme: &Theme, site_languages: &[String]) -> Result<Renderer, RenderError> {
        let mut sources = theme.message_sources();
        sources.retain(|language, _| language == "en" || site_languages.contains(language));
        let diagnostics = check_catalogues(&sources);
        if !diagnostics.is_empty() {
            return Err(RenderError::Catalogues(diagnostics));
        }
        let template = |page: &str, error| RenderError::Template { page: page.to_owned(), error };
        let mut languages = BTreeMap::new();
        for language in site_languages {
            let source = sources.get(language).ok_or_else(|| MessagesError::Absent(language.clone()))?;
            let messages = Messages::parse(language, source)?;
            let plain = Shared::new(&messages.plain_texts()).map_err(|error| template("messages", error))?;
            languages.insert(language.clone(), Language { messages, plain });
        }
        let mut static_files: Vec<Page> = theme
            .files_below("static")
            .map(|(path, bytes)| Page {
                path: path.to_owned(),
                bytes: match path.rsplit_once('.') {
                    Some((_, "css")) => style::compact(bytes),
                    // Libraries of others keep the comments with their licence.
                    Some((_, "js")) if !path.starts_with("vendor/") => script::without_comments(bytes),
                    _ => bytes.to_vec(),
                },
            })
            .collect();
        let assets = format!("{ASSETS}/{}", digest_of_all(&static_files).hex(8));
        for file in &mut static_files {
            file.path = format!("{assets}/{}", file.path);
        }
        let templates = Templates::load(theme).map_err(|error| template("templates", error))?;
        let in_root = theme.files_below("root");
        let root_files: Vec<Page> =
            in_root.map(|(path, bytes)| Page { path: path.to_owned(), bytes: bytes.to_vec() }).collect();
        let studio = share::Studio::new(theme, theme.colours());
        Ok(Renderer { templates, languages, static_files, root_files, assets, studio })
    }

    /// Joins the theme with a catalogue.
    ///
    /// # Errors
    /// When the site has a language the renderer was not made for, or the footer cannot be rendered.
    pub fn begin<'a>(&'a self, site: &'a Site, dates: &'a Dates) -> Result<Rendering<'a>, RenderError> {
        let mut rendering = Rendering {
            renderer: self,
            site,
            dates,
            index: Index::new(site),
            base: site.settings.base_url.path().to_owned(),
            origin: site.settings.base_url.origin().to_owned(),
            frames: BTreeMap::new(),
            translated: std::sync::OnceLock::new(),
            kits: BTreeMap::new(),
            pictures: BTreeMap::new(),
        };
        for language in &site.settings.languages {
            let assets = format!("{}{}/", rendering.base, self.assets);
            let scope = rendering.scope(language)?;
            let frame = Frame::new(&scope, assets, &self.templates, self.plain(language)?)?;
            rendering.frames.insert(language.clone(), frame);
        }
        Ok(rendering)
    }

    /// The interface texts of a language.
    pub fn messages(&self, language: &str) -> Option<&Messages> {
        self.languages.get(language).map(|language| &language.messages)
    }

    /// The files of the theme that are copied as they are.
    pub fn static_files(&self) -> &[Page] {
        &self.static_files
    }

    /// The folder of the site that holds the static files, without a slash at its end.
    pub fn assets(&self) -> &str {
        &self.assets
    }

    fn plain(&self, language: &str) -> Result<&Shared, RenderError> {
        match self.languages.get(language) {
            Some(language) => Ok(&language.plain),
            None => Err(MessagesError::Absent(language.to_owned()).into()),
        }
    }
}

/// One digest for files that name each other by relative addresses, so that they change together.
fn digest_of_all(files: &[Page]) -> Digest {
    let mut hasher = Hasher::default();
    for file in files {
        hasher.update(format!("{} {}\n", file.path, file.bytes.len()).as_bytes());
        hasher.update(&file.bytes);
    }
    hasher.finish()
}

/// A theme and a catalogue: what pages are rendered from.
#[derive(Debug)]
pub struct Rendering<'a> {
    renderer: &'a Renderer,
    site: &'a Site,
    dates: &'a Dates,
    index: Index<'a>,
    base: String,
    origin: String,
    frames: BTreeMap<String, Frame>,
    /// How many texts of each language are in each state, counted once.
    translated: std::sync::OnceLock<BTreeMap<String, [usize; 4]>>,
    /// The process kits that pages may link to, by path; none before they are packed.
    kits: BTreeMap<String, kit::KitFacts>,
    /// The pictures of shared links that pages may name; none before they are drawn.
    pictures: share::Pictures,
}

impl<'a> Rendering<'a> {
    /// One language of the catalogue.
    ///
    /// # Errors
    /// When the site does not have the language.
    pub fn scope<'s>(&'s self, language: &'s str) -> Result<Scope<'s>, RenderError> {
        let Some(messages) = self.renderer.messages(language) else {
            return Err(MessagesError::Absent(language.to_owned()).into());
        };
        Ok(Scope {
            site: self.site,
            index: &self.index,
            dates: self.dates,
            messages,
            language,
            base: &self.base,
        })
    }
}
