//! Files for machines that visit the site: sitemap.xml, robots.txt, opensearch.xml, the manifest,
//! and the small pages that lead from former addresses to present ones.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::layout::Head;
use super::scope::Scope;
use super::{Page, RenderError, Rendering};
use crate::markdown::escape_html;
use crate::model::entry::{Day, Entry};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// Where the head of a page surely ends.
const HEAD: usize = 8_192;

#[derive(Serialize)]
struct RedirectView {
    canonical: String,
    url: String,
    name: String,
}

impl Rendering<'_> {
    /// The files of this module that stand at the root of the site.
    pub(super) fn root_files(&self) -> Result<Vec<Page>, RenderError> {
        let first = self.site.settings.languages.first().map_or("en", String::as_str);
        let scope = self.scope(first)?;
        let root = format!("{}{}", self.origin, self.base);
        let name = self.frames.get(first).map_or("Interlink", |frame| frame.name.as_str());
        let robots =
            format!("User-agent: *\nDisallow: {}contributions/\nSitemap: {root}sitemap.xml\n", self.base);
        let manifest = serde_json::json!({
            "name": name,
            "short_name": name,
            "start_url": self.base,
            "display": "browser",
            "icons": [{
                "src": format!("{}{}/icon.svg", self.base, self.renderer.assets),
                "sizes": "any",
                "type": "image/svg+xml",
            }],
        });
        let file = |path: &str, text: String| Page { path: path.to_owned(), bytes: text.into_bytes() };
        Ok(vec![
            file("robots.txt", robots),
            file("opensearch.xml", self.open_search(&scope)),
            file("manifest.webmanifest", format!("{manifest}\n")),
        ])
    }

    /// How a browser searches the catalogue from its address bar, in a language (OpenSearch 1.1).
    pub(super) fn open_search(&self, scope: &Scope<'_>) -> String {
        let root = escape_html(&format!("{}{}", self.origin, self.base));
        let language = scope.language;
        let name = self.frames.get(language).map_or("Interlink", |frame| frame.name.as_str());
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
             <ShortName>{name}</ShortName>\n<Description>{description}</Description>\n\
             <Language>{language}</Language>\n\
             <InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n\
             <Image type=\"image/svg+xml\">{root}{assets}/icon.svg</Image>\n\
             <Url type=\"text/html\" template=\"{root}{language}/search/?q={{searchTerms}}\"/>\n\
             </OpenSearchDescription>\n",
            assets = self.renderer.assets,
            // The standard allows no more.
            name = escape_html(&name.chars().take(16).collect::<String>()),
            description = escape_html(&scope.messages.text("search-label")),
        )
    }

    /// Every page that is worth finding: those that call themselves the one address of what is on
    /// them. Pages name their translations themselves, so the map does not do it again. The day of
    /// the last change is that of the entry, where it is known.
    pub(super) fn sitemap(&self, pages: &[Page]) -> Page {
        let root = escape_html(&format!("{}{}", self.origin, self.base));
        let days = self.days_of_pages();
        let mut listed: BTreeMap<&str, Option<&Day>> = BTreeMap::new();
        for page in pages {
            let Some(path) = page.path.strip_suffix("index.html") else { continue };
            let canonical = format!("<link rel=\"canonical\" href=\"{root}{path}\">");
            if head_of(&page.bytes).contains(&canonical) {
                let below = path.split_once('/').map_or(path, |(_, below)| below);
                listed.insert(path, days.get(below).copied());
            }
        }
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for (path, day) in listed {
            let day = day.map_or_else(String::new, |day| format!("<lastmod>{day}</lastmod>"));
            xml.push_str(&format!("<url><loc>{root}{path}</loc>{day}</url>\n"));
        }
        xml.push_str("</urlset>\n");
        Page { path: "sitemap.xml".to_owned(), bytes: xml.into_bytes() }
    }

    /// When each entry was last changed, by the path of its page below a language.
    fn days_of_pages(&self) -> BTreeMap<String, &Day> {
        let entries = Kind::ALL.into_iter().flat_map(|kind| self.site.entries(kind));
        let known = entries.filter_map(|entry| {
            let day = self.dates.of(entry.kind, &entry.slug)?.changed.as_ref()?;
            Some((Scope::entry_path(entry.kind, &entry.slug), day))
        });
        known.collect()
    }

    /// For each former slug of an entry a page in every language that leads to the present one.
    /// A former name that is no slug, or that another entry has now, gets none.
    pub(super) fn redirects(&self) -> Result<Vec<Page>, RenderError> {
        let mut pages = Vec::new();
        for kind in Kind::ALL {
            let entries = self.site.entries(kind);
            let mut taken: BTreeSet<String> = entries.iter().map(|entry| entry.slug.to_string()).collect();
            for entry in entries {
                for former in entry.former_slugs.iter().filter(|former| Slug::parse(former).is_ok()) {
                    if !taken.insert(former.clone()) {
                        continue;
                    }
                    for language in &self.site.settings.languages {
                        pages.push(self.redirect(language, entry, former)?);
                    }
                }
            }
        }
        Ok(pages)
    }

    fn redirect(&self, language: &str, entry: &Entry, former: &str) -> Result<Page, RenderError> {
        let scope = self.scope(language)?;
        let url = scope.entry_url(entry.kind, &entry.slug);
        let folder = match entry.kind {
            Kind::Page => String::new(),
            kind => format!("{}/", kind.folder()),
        };
        let name = scope.name(entry).text;
        let head = Head {
            path: format!("{folder}{former}/"),
            title: name.clone(),
            is_hidden: true,
            ..Head::default()
        };
        let view = RedirectView { canonical: format!("{}{url}", self.origin), url, name };
        self.page(&scope, "redirect.html", &head, &view)
    }
}

/// The beginning of a page, in which its head is.
fn head_of(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)])
}
