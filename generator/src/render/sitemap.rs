//! Files for machines that visit the site: sitemap.xml, robots.txt, opensearch.xml, the manifest,
//! and the small pages that lead from former addresses to present ones.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::layout::Head;
use super::scope::Scope;
use super::{Page, RenderError, Rendering};
use crate::markdown::escape_html;
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::slug::Slug;

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
        let opensearch = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
             <ShortName>{name}</ShortName>\n<Description>{description}</Description>\n\
             <InputEncoding>UTF-8</InputEncoding>\n\
             <Url type=\"text/html\" template=\"{root}{first}/search/?q={{searchTerms}}\"/>\n\
             </OpenSearchDescription>\n",
            name = escape_html(&name.chars().take(16).collect::<String>()),
            description = escape_html(&scope.messages.text("search-label")),
            root = escape_html(&root),
        );
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
            file("opensearch.xml", opensearch),
            file("manifest.webmanifest", format!("{manifest}\n")),
            file("sitemap.xml", self.sitemap()),
        ])
    }

    /// Every page worth finding, each with its translations. A page that only repeats another
    /// language's text is left out.
    fn sitemap(&self) -> String {
        let languages = &self.site.settings.languages;
        let mut pages: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let fixed = ["", "interlinkers/", "contribute/", "contribute/interlinker/", "translations/"]
            .map(str::to_owned);
        let lists = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Page);
        let law = self.site.statement.iter().map(|_| "accessibility/").chain(["licences/"]);
        let lists = lists.map(|kind| format!("{}/", kind.folder()));
        for path in law.map(str::to_owned).chain(fixed).chain(self.guide_paths()).chain(lists) {
            pages.insert(path, languages.iter().map(String::as_str).collect());
        }
        for kind in Kind::ALL {
            for entry in self.site.entries(kind) {
                let full: BTreeSet<&str> = entry.words.full_languages().collect();
                let written = languages.iter().map(String::as_str).filter(|code| full.contains(code));
                pages.insert(Scope::entry_path(kind, &entry.slug), written.collect());
            }
        }
        let root = escape_html(&format!("{}{}", self.origin, self.base));
        let mut xml = String::from(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
             xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
        );
        for (path, languages) in pages {
            for language in &languages {
                xml.push_str(&format!("<url><loc>{root}{language}/{path}</loc>"));
                for other in &languages {
                    xml.push_str(&format!(
                        "<xhtml:link rel=\"alternate\" hreflang=\"{other}\" href=\"{root}{other}/{path}\"/>"
                    ));
                }
                xml.push_str("</url>\n");
            }
        }
        xml.push_str("</urlset>\n");
        xml
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
