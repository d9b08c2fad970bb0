//! One page: its head, its language switch, its place in the sections, and the template around its
//! view.

use serde::Serialize;

use super::feed::FeedLink;
use super::improve::Improve;
use super::pages::translations::OutdatedNote;
use super::scope::Scope;
use super::share::Share;
use super::templates::Shared;
use super::view::Link;
use super::{Page, RenderError, Rendering};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// What a page says about itself, besides its view.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The path below the language, such as `interlinkers/` or the empty one of the home page.
    pub path: String,
    /// The title without the name of the site.
    pub title: String,
    /// One or two sentences for search engines.
    pub description: Option<String>,
    /// The entry it shows.
    pub entry: Option<(Kind, Slug)>,
    /// The section of the header it belongs to.
    pub section: &'static str,
    /// The way to it, without itself.
    pub crumbs: Vec<Link>,
    /// The languages its main text exists in; none: all of the site.
    pub written_in: Option<Vec<String>>,
    /// What it says about its own texts whose source has changed.
    pub outdated: Option<OutdatedNote>,
    /// Whether search engines are asked to leave it out.
    pub is_hidden: bool,
    /// Scripts of the theme it loads.
    pub scripts: Vec<&'static str>,
    /// Whether it holds a form.
    pub has_form: bool,
    /// Whether it has a search field of its own, so that the header needs none.
    pub has_own_search: bool,
    /// Whether there is no such page in another language, as with an answer to what somebody typed.
    pub is_in_one_language: bool,
    /// A sentence above everything, such as "proposal, not published".
    pub banner: Option<String>,
    /// Safe HTML below the banner.
    pub controls: Option<String>,
    /// Whether it is the choice of a language, which is about nothing itself.
    pub is_root: bool,
    /// The name of the file; none: `index.html` in the folder of the path.
    pub file: Option<&'static str>,
}

/// The script that every page loads.
const EVERY_PAGE: &str = "site.js";

/// The small helps of every page come first, and once. A page under a banner shows what a stranger
/// wrote and may run none; naming one would only fill the console with refusals.
fn scripts(head: &Head) -> Vec<&'static str> {
    if head.banner.is_some() {
        return Vec::new();
    }
    let own = head.scripts.iter().copied().filter(|script| *script != EVERY_PAGE);
    std::iter::once(EVERY_PAGE).chain(own).collect()
}

#[derive(Serialize)]
struct PageView<'a> {
    lang: &'a str,
    title: String,
    description: Option<String>,
    canonical: String,
    alternates: Vec<Alternate>,
    noindex: bool,
    /// The feed of the list that the page is.
    feed: Option<FeedLink>,
    /// The same entry as linked data.
    json_ld: Option<String>,
    /// The calendar of the event or call.
    calendar: Option<String>,
    share: Option<Share>,
    /// What the page is about, as JSON.
    data: Option<String>,
    has_form: bool,
    has_search: bool,
    scripts: Vec<&'static str>,
    section: &'static str,
    is_section_start: bool,
    banner: Option<String>,
    controls: Option<&'a str>,
    crumbs: &'a [Link],
    outdated: Option<&'a OutdatedNote>,
    improve: Improve,
    languages: Vec<LanguageLink<'a>>,
}

#[derive(Serialize)]
struct Alternate {
    lang: String,
    url: String,
}

#[derive(Serialize)]
struct LanguageLink<'a> {
    lang: &'a str,
    name: &'a str,
    url: String,
    is_current: bool,
}

impl Rendering<'_> {
    /// Renders a view into the layout of its language.
    pub(super) fn page<V: Serialize>(
        &self,
        scope: &Scope<'_>,
        template: &str,
        head: &Head,
        view: &V,
    ) -> Result<Page, RenderError> {
        let path = format!("{}/{}{}", scope.language, head.path, head.file.unwrap_or("index.html"));
        let failed = |error| RenderError::Template { page: path.clone(), error };
        let Some(frame) = self.frames.get(scope.language) else {
            return Err(crate::messages::MessagesError::Absent(scope.language.to_owned()).into());
        };
        let absolute = |language: &str| format!("{}{}{language}/{}", self.origin, self.base, head.path);
        let written_in = head.written_in.as_deref().unwrap_or(&self.site.settings.languages);
        let own = written_in.iter().find(|language| *language == scope.language);
        // A page that only repeats another language's text points to that one, and is not offered
        // as a translation.
        let canonical = absolute(own.or(written_in.first()).map_or(scope.language, String::as_str));
        let mut alternates: Vec<Alternate> = written_in
            .iter()
            .map(|language| Alternate { lang: language.clone(), url: absolute(language) })
            .collect();
        if own.is_none() {
            alternates.clear();
        } else if head.path.is_empty() {
            alternates.push(Alternate {
                lang: "x-default".to_owned(),
                url: format!("{}{}", self.origin, self.base),
            });
        } else if let Some(first) = written_in.first() {
            alternates.push(Alternate { lang: "x-default".to_owned(), url: absolute(first) });
        }
        let title = if head.path.is_empty() && head.file.is_none() {
            format!("{} – {}", frame.name, head.title)
        } else {
            format!("{} – {}", head.title, frame.name)
        };
        // A page under a banner shows what is not in the catalogue yet.
        let entry = head.entry.as_ref().filter(|_| head.banner.is_none());
        let entry = entry.and_then(|(kind, slug)| scope.find(*kind, slug));
        let page = PageView {
            lang: scope.language,
            title,
            description: head.description.as_deref().map(shortened),
            canonical,
            alternates,
            noindex: head.is_hidden,
            feed: self.feed_of(scope, head),
            json_ld: entry
                .and_then(|entry| self.linked_data_path(entry))
                .map(|path| format!("{}{path}", self.base)),
            calendar: entry.and_then(|entry| self.calendar_of(entry)).map(|path| scope.url(&path)),
            share: self.share_facts(scope, head),
            data: self.structured_data(scope, head),
            has_form: head.has_form,
            has_search: !head.has_own_search,
            scripts: scripts(head),
            section: head.section,
            is_section_start: head.path.strip_suffix('/') == Some(head.section),
            banner: head.banner.clone(),
            controls: head.controls.as_deref(),
            crumbs: &head.crumbs,
            outdated: head.outdated.as_ref(),
            improve: self.improve(scope, entry),
            languages: frame
                .languages
                .iter()
                .filter(|_| !head.is_in_one_language && head.banner.is_none())
                .map(|(lang, name)| LanguageLink {
                    lang,
                    name,
                    url: format!("{}{lang}/{}", self.base, head.path),
                    is_current: lang == scope.language,
                })
                .collect(),
        };
        let page = Shared::new(&page).map_err(failed)?;
        let view = Shared::new(view).map_err(failed)?;
        let plain = self.renderer.plain(scope.language)?;
        let values = [("page", &page), ("site", &frame.shared), ("m", plain), ("view", &view)];
        let html = self.renderer.templates.render(template, &values).map_err(failed)?;
        Ok(Page { path, bytes: html.into_bytes() })
    }

    /// Renders a part of a page on its own.
    pub(super) fn fragment<V: Serialize>(
        &self,
        scope: &Scope<'_>,
        template: &str,
        name: &'static str,
        view: &V,
    ) -> Result<String, RenderError> {
        let failed = |error| RenderError::Template { page: template.to_owned(), error };
        let view = Shared::new(view).map_err(failed)?;
        let plain = self.renderer.plain(scope.language)?;
        self.renderer.templates.render(template, &[(name, &view), ("m", plain)]).map_err(failed)
    }
}

impl Scope<'_> {
    /// The way to a page: home, then the given places.
    pub fn crumbs(&self, places: &[(&str, &str)]) -> Vec<Link> {
        std::iter::once(("home", ""))
            .chain(places.iter().copied())
            .map(|(key, path)| Link { url: Some(self.url(path)), name: self.messages.text(key), lang: None })
            .collect()
    }

    /// The languages of the site one can read an entry in: those with every main text it has. The
    /// other pages of the entry show texts of these, so they are no translations of their own.
    pub fn written_in(&self, entry: &crate::model::entry::Entry) -> Vec<String> {
        let full: std::collections::BTreeSet<&str> = entry.words.full_languages().collect();
        let languages = self.site.settings.languages.iter();
        languages.filter(|language| full.contains(language.as_str())).cloned().collect()
    }

    /// The head of an entry's page.
    pub fn entry_head(&self, entry: &crate::model::entry::Entry, section: &'static str) -> Head {
        let written_in = self.written_in(entry);
        // The sections are called like the folders; pages are in none.
        let key = if entry.kind == Kind::Page { "" } else { entry.kind.folder() };
        let folder = format!("{}/", entry.kind.folder());
        let places = [(key, folder.as_str())];
        Head {
            entry: Some((entry.kind, entry.slug.clone())),
            path: Self::entry_path(entry.kind, &entry.slug),
            title: self.name(entry).text,
            description: self.text(entry, "summary").map(|text| text.text),
            section,
            crumbs: self.crumbs(if key.is_empty() { &[] } else { &places }),
            written_in: (!written_in.is_empty()).then_some(written_in),
            outdated: self.outdated_note(entry),
            ..Head::default()
        }
    }
}

/// A description of at most about 160 characters, cut between words.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 160;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let cut: String = line.chars().take(LONGEST - 1).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_description_is_cut_between_words() {
        assert_eq!(shortened("short  one\nhere"), "short one here");
        let long = shortened(&"vārds ".repeat(60));
        assert!(long.ends_with("vārds…") && long.chars().count() <= 160, "{long}");
    }
}
