//! Keeping the catalogue for use without a network: the page with the button, and the page that says
//! that a page was not kept. What is kept is decided by [`list_of_files`], which the build calls when
//! it knows every file of the site.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::json;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::service::Message;
use super::super::templates::data_block;
use super::super::view::Link;
use super::super::{MEDIA, Page, RenderError, Rendering};
use crate::bundle::BUNDLE;
use crate::output::KnownFile;

/// The texts of the script, without `offline-` before them, each with the values it fills in itself.
const TEXTS: &[(&str, &[&str])] = &[
    ("keep", &["size"]),
    ("update", &["size"]),
    ("nothing-kept", &["size"]),
    ("kept", &["size"]),
    ("changed", &["size"]),
    ("kept-offline", &[]),
    ("no-network", &[]),
    ("storing", &["done", "total"]),
    ("go-on", &["size"]),
    ("part", &["done", "total"]),
    ("part-offline", &[]),
    ("lost", &["count", "name"]),
    ("removed", &[]),
    ("failed", &[]),
    ("full", &[]),
];

/// Endings of what a page needs to be read; all else is a picture or a download of an entry.
const READING: &[&str] = &["html", "json", "css", "js", "woff2"];

#[derive(Serialize)]
struct OfflineView {
    list: String,
    archive: Option<String>,
    messages: String,
}

/// The list of what a reader of a language keeps, as a file of the site: what is needed to read and
/// search, and what is more than that.
pub fn list_of_files(language: &str, known: &[KnownFile]) -> Page {
    let own = format!("{language}/");
    let (mut files, mut more) = (Vec::new(), Vec::new());
    for file in known {
        let inside = file.path.strip_prefix(&own);
        let ending =
            file.path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
        let is_for_reading = file.path == "index.html"
            || file.path.starts_with("assets/")
            || inside.is_some_and(|path| {
                path.starts_with("search/data/") || ending.is_some_and(|ending| READING.contains(&ending))
            });
        let is_more =
            inside.is_some_and(|path| !path.ends_with(".xml")) || file.path.starts_with(&format!("{MEDIA}/"));
        let line = json!([file.path, file.size, file.digest.hex(4)]);
        if is_for_reading {
            files.push(line);
        } else if is_more {
            more.push(line);
        }
    }
    let text = format!("{}\n", json!({ "files": files, "more": more }));
    Page { path: format!("{language}/offline/files.json"), bytes: text.into_bytes() }
}

impl Rendering<'_> {
    /// The page with the button, and the page in place of one that was not kept.
    pub(super) fn offline(&self, scope: &Scope<'_>) -> Result<Vec<Page>, RenderError> {
        let texts: BTreeMap<String, String> = TEXTS
            .iter()
            .map(|(key, values)| {
                ((*key).to_owned(), scope.text_for_script(&format!("offline-{key}"), values))
            })
            .chain(scope.size_texts())
            .collect();
        let has_archive = self.site.settings.has_offline_copy;
        let view = OfflineView {
            list: scope.url("offline/files.json"),
            archive: has_archive.then(|| format!("{}{BUNDLE}", self.base)),
            messages: data_block(&json!(texts)),
        };
        let head = Head {
            path: "offline/".to_owned(),
            title: scope.messages.text("offline-heading"),
            description: Some(scope.messages.text("offline-lead")),
            crumbs: scope.crumbs(&[]),
            scripts: vec!["page.js", "offline.js"],
            ..Head::default()
        };
        let link = |path: &str, key: &str| Link {
            url: Some(scope.url(path)),
            name: scope.messages.text(key),
            lang: None,
        };
        let not_kept = Message {
            title: scope.messages.text("offline-not-kept"),
            lead: scope.messages.text("offline-not-kept-lead"),
            links: vec![
                link("interlinkers/", "to-catalogue"),
                link("search/", "search-heading"),
                link("offline/", "offline-link"),
            ],
        };
        let instead = Head {
            path: "offline/not-kept/".to_owned(),
            title: not_kept.title.clone(),
            is_hidden: true,
            ..Head::default()
        };
        Ok(vec![
            self.page(scope, "offline.html", &head, &view)?,
            self.page(scope, "message.html", &instead, &not_kept)?,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest::Digest;

    #[test]
    fn what_is_needed_to_read_is_apart_from_pictures_and_downloads() {
        let known = |path: &str| KnownFile { path: path.to_owned(), size: 7, digest: Digest::of(b"x") };
        let files: Vec<KnownFile> = [
            "index.html",
            "sitemap.xml",
            "api/v1/index.json",
            "assets/0123456789abcdef/style.css",
            "lv/feed.xml",
            "lv/interlinkers/facets.json",
            "lv/interlinkers/index.html",
            "lv/schemas/default/kit.zip",
            "lv/search/data/0123456789abcdef/b1",
            "en/index.html",
            "media/interlinkers/x/plan.pdf",
        ]
        .map(known)
        .into();
        let page = list_of_files("lv", &files);
        assert_eq!(page.path, "lv/offline/files.json");
        let list: serde_json::Value = serde_json::from_slice(&page.bytes).unwrap();
        let paths = |name: &str| -> Vec<String> {
            let files = list[name].as_array().unwrap().iter();
            files.map(|file| file[0].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(
            paths("files"),
            [
                "index.html",
                "assets/0123456789abcdef/style.css",
                "lv/interlinkers/facets.json",
                "lv/interlinkers/index.html",
                "lv/search/data/0123456789abcdef/b1"
            ]
        );
        assert_eq!(paths("more"), ["lv/schemas/default/kit.zip", "media/interlinkers/x/plan.pdf"]);
        assert_eq!(list["files"][0][1], 7);
    }
}
