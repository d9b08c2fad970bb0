//! What every page of a language has around it: sections, footer, names. Made once per language,
//! because it is the same on ten thousand pages.

use serde::Serialize;

use super::address::percent_encode_path;
use super::scope::Scope;
use super::templates::{Shared, Templates};
use super::view::Link;
use super::{MEDIA, RenderError, style};
use crate::hosting::policy::policy_of_page;
use crate::model::kind::Kind;
use crate::model::site::pick;

/// The shared surroundings of the pages of a language.
#[derive(Debug)]
pub struct Frame {
    /// The `site` that templates see.
    pub shared: Shared,
    /// The name of the site, for titles.
    pub name: String,
    /// The languages of the site with their own names, in the order of the site.
    pub languages: Vec<(String, String)>,
}

#[derive(Serialize, Clone)]
struct SiteView {
    name: String,
    base: String,
    assets: String,
    policy: Option<String>,
    can_be_kept: bool,
    home: String,
    sections: Vec<MenuLink>,
    menu: Vec<MenuLink>,
    has_statement: bool,
    contact: Option<String>,
    /// The mailbox or the host of it, for who writes with another program.
    contact_words: Option<String>,
    licence_line: String,
    footer: String,
    logo: Option<Logo>,
    /// The address of the style sheet of the edition.
    edition_style: Option<String>,
    elsewhere: Option<Link>,
}

/// The logo of an edition, in the header and as the icon of the site.
#[derive(Serialize, Clone)]
struct Logo {
    url: String,
    width: u32,
    height: u32,
}

/// How high the logo stands in the header, in pixels.
const LOGO_HEIGHT: u32 = 32;

#[derive(Serialize, Clone)]
struct MenuLink {
    id: &'static str,
    url: String,
    name: String,
    lang: Option<String>,
}

impl Frame {
    /// The frame of a language. `assets` is the address of the folder of the theme's static files.
    pub fn new(
        scope: &Scope<'_>,
        assets: String,
        templates: &Templates,
        plain: &Shared,
    ) -> Result<Frame, RenderError> {
        let settings = &scope.site.settings;
        let name =
            pick(&settings.name, scope.language, &settings.languages).unwrap_or("Interlink").to_owned();
        let section = |id: &'static str, path: &str, key: &str| MenuLink {
            id,
            url: scope.url(path),
            name: scope.messages.text(key),
            lang: None,
        };
        let menu = settings
            .menu
            .iter()
            .filter_map(|slug| {
                let link = scope.entry_link(Kind::Page, slug)?;
                Some(MenuLink { id: "", url: link.url, name: link.name.text, lang: link.name.lang })
            })
            .collect();
        let edition = settings.edition.as_ref().map(|(_, edition)| edition);
        let mut view = SiteView {
            base: scope.base.to_owned(),
            assets,
            can_be_kept: !settings.is_offline_copy,
            policy: settings.pages_carry_policy.then(|| policy_of_page(settings)),
            home: scope.url(""),
            sections: vec![
                section("interlinkers", "interlinkers/", "interlinkers"),
                section("schemas", "schemas/", "schemas"),
                section("stories", "stories/", "stories"),
                match scope.site.guide {
                    Some(_) => section("guide", "guide/", "what-do-i-need"),
                    None => section("problems", "problems/", "what-do-i-need"),
                },
                section("contribute", "contribute/", "contribute"),
            ],
            menu,
            has_statement: scope.site.statement.is_some(),
            contact: settings.contact.clone(),
            contact_words: settings.contact.as_deref().map(words_of_contact),
            licence_line: scope
                .messages
                .format("licence-line", [("licence", settings.licence.replace('-', " ").into())]),
            footer: String::new(),
            logo: edition.and_then(|edition| edition.logo.as_ref()).map(|(path, width, height)| Logo {
                url: format!("{}{MEDIA}/{}", scope.base, percent_encode_path(path)),
                width: logo_width(*width, *height),
                height: LOGO_HEIGHT,
            }),
            edition_style: style::of_edition(settings).map(|sheet| format!("{}{}", scope.base, sheet.path)),
            elsewhere: settings.elsewhere.as_ref().filter(|whole| !whole.base_url.origin().is_empty()).map(
                |whole| Link {
                    url: Some(format!("{}{}/", whole.base_url, scope.language)),
                    name: scope.messages.format("part-of", [("name", whole.name.clone().into())]),
                    lang: None,
                },
            ),
            name: name.clone(),
        };
        let failed = |error| RenderError::Template { page: "footer.html".to_owned(), error };
        let without_footer = Shared::new(&view).map_err(failed)?;
        view.footer =
            templates.render("footer.html", &[("site", &without_footer), ("m", plain)]).map_err(failed)?;
        let languages = settings
            .languages
            .iter()
            .map(|code| (code.clone(), scope.site.label("language", code, code).to_owned()))
            .collect();
        Ok(Frame { shared: Shared::new(&view).map_err(failed)?, name, languages })
    }
}

/// The width of a logo that is shown [`LOGO_HEIGHT`] high. Files may state any size, so the product
/// does not fit the type of its factors.
fn logo_width(width: u32, height: u32) -> u32 {
    let scaled = u64::from(width) * u64::from(LOGO_HEIGHT) / u64::from(height.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX).clamp(1, LOGO_HEIGHT * 6)
}

/// A mailbox as it is typed; a page without its scheme.
fn words_of_contact(contact: &str) -> String {
    let contact = contact.strip_prefix("mailto:").unwrap_or(contact);
    contact.trim_start_matches("https://").trim_end_matches('/').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_keeps_its_shape_but_never_pushes_the_name_away() {
        assert_eq!(logo_width(300, 100), 3 * LOGO_HEIGHT);
        assert_eq!(logo_width(150_000_000, 1), 6 * LOGO_HEIGHT);
        assert_eq!(logo_width(1, 0), LOGO_HEIGHT);
    }
}
