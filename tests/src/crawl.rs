//! Reads a whole built site and tells everything that a reader would trip over: links and anchors
//! that lead nowhere, missing pictures, styles and scripts, requests to other servers, pages
//! without a language, a title or one heading.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use url::Url;

use crate::fixture::read_tree;
use crate::html::{self, Html, Use};

/// Where the service answers; a static site without it has no such files.
const SERVICE: &[&str] = &["contributions", "similar", "maintain"];

/// A site in memory.
pub struct Crawl {
    base: Url,
    files: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, Html>,
}

impl Crawl {
    /// Reads a built site that is published at `base`, which ends in a slash.
    pub fn read(folder: &Path, base: &str) -> Crawl {
        let files = read_tree(folder);
        let pages = files
            .iter()
            .filter(|(path, _)| path.ends_with(".html"))
            .map(|(path, bytes)| (path.clone(), html::parse(&String::from_utf8_lossy(bytes))))
            .collect();
        Crawl { base: Url::parse(base).expect("the base is an address"), files, pages }
    }

    /// The paths of all pages.
    pub fn pages(&self) -> impl Iterator<Item = &str> {
        self.pages.keys().map(String::as_str)
    }

    /// Everything that is wrong, sorted, each once.
    pub fn problems(&self) -> Vec<String> {
        let mut problems = BTreeSet::new();
        for (path, page) in &self.pages {
            let mut say = |what: String| problems.insert(format!("{path}: {what}"));
            for problem in &page.problems {
                say(problem.clone());
            }
            if page.language.is_none() {
                say("no language".to_owned());
            }
            if page.title.trim().is_empty() {
                say("no title".to_owned());
            }
            // A page that only leads on has nothing to head.
            let leads_on = page.addresses.len() <= 3 && page.first_headings == 0;
            if page.first_headings != 1 && !leads_on {
                say(format!("{} headings of the first level", page.first_headings));
            }
            for (usage, address) in &page.addresses {
                if let Err(problem) = self.resolve(path, *usage, address) {
                    say(problem);
                }
            }
        }
        for (path, bytes) in &self.files {
            let text = String::from_utf8_lossy(bytes);
            let (usage, addresses) = match path.rsplit('.').next() {
                Some("css") => (Use::Load, between(&text, "url(", ")")),
                Some("xml") => {
                    (Use::Link, [between(&text, "<loc>", "</loc>"), between(&text, "href=\"", "\"")].concat())
                }
                Some("webmanifest") => (Use::Load, between(&text, "\"src\":\"", "\"")),
                _ => continue,
            };
            for address in addresses {
                let address = address.trim_matches(['"', '\'']).replace("&amp;", "&");
                if let Err(problem) = self.resolve(path, usage, &address) {
                    problems.insert(format!("{path}: {problem}"));
                }
            }
        }
        problems.into_iter().collect()
    }

    /// Follows one address from a file of the site.
    fn resolve(&self, from: &str, usage: Use, address: &str) -> Result<(), String> {
        if address.starts_with("data:") {
            return Ok(());
        }
        let page = self.base.join(from.trim_end_matches("index.html")).map_err(|error| error.to_string())?;
        let target = page.join(address).map_err(|error| format!("`{address}` is no address: {error}"))?;
        if !matches!(target.scheme(), "http" | "https") || target.origin() != self.base.origin() {
            return match (usage, target.scheme()) {
                (Use::Link, "http" | "https" | "mailto") => Ok(()),
                (Use::Link, scheme) => Err(format!("a link with `{scheme}:`")),
                (Use::Load, _) => Err(format!("loads from another server: {address}")),
                (Use::Send, _) => Err(format!("sends to another server: {address}")),
            };
        }
        let Some(path) = target.path().strip_prefix(self.base.path()) else {
            return Err(format!("`{address}` leads out of the site"));
        };
        let path = percent_decoded(path);
        if SERVICE.contains(&path.split('/').next().unwrap_or_default()) {
            return Ok(());
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
        if !self.files.contains_key(&file) {
            return Err(format!("`{address}` leads nowhere: there is no {file}"));
        }
        match target.fragment() {
            None | Some("") => Ok(()),
            // A part of a text, or a part that a script makes, has no place to look for.
            Some(fragment) if fragment.starts_with(":~:") => Ok(()),
            Some(fragment) => match self.pages.get(&file) {
                Some(page) if !page.ids.contains(&percent_decoded(fragment)) => {
                    Err(format!("`{address}`: {file} has no `{fragment}`"))
                }
                _ => Ok(()),
            },
        }
    }
}

/// Every text between two marks.
fn between(text: &str, start: &str, end: &str) -> Vec<String> {
    text.split(start)
        .skip(1)
        .filter_map(|rest| rest.split_once(end))
        .map(|(inside, _)| inside.trim().to_owned())
        .collect()
}

/// `%C4%93` is `ē`.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while index < bytes.len() {
        let digits = text.get(index + 1..index + 3).filter(|_| bytes[index] == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                decoded.push(byte);
                index += 3;
            }
            None => {
                decoded.push(bytes[index]);
                index += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::write;

    fn problems_of(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            write(&folder.path().join(path), text);
        }
        Crawl::read(folder.path(), "https://example.org/base/").problems()
    }

    #[test]
    fn a_whole_site_has_no_problem() {
        let home = "<!doctype html><html lang=en><title>A</title><h1 id=a>A</h1><a href='b/#š'>b</a>\
                    <a href=https://elsewhere.example/>c</a><form action=/base/contributions></form>\
                    <link rel=stylesheet href=s.css>";
        let other = "<!doctype html><html lang=en><title>B</title><h1 id=š>B</h1>\
                     <a href='../#a'>a</a><a href=https://example.org/base/>a</a>";
        let site = [
            ("index.html", home),
            ("b/index.html", other),
            ("s.css", "p{background:url('i.svg')}"),
            ("i.svg", "<svg/>"),
        ];
        assert_eq!(problems_of(&site), Vec::<String>::new());
    }

    #[test]
    fn everything_that_leads_nowhere_or_elsewhere_is_told() {
        let home = "<!doctype html><html><title> </title><h1>A</h1><h1>B</h1><a href=b>b</a><a href=#x>x</a>\
                    <a href=/>out</a><a href=javascript:alert(1)>j</a>\
                    <script src=https://elsewhere.example/s.js></script><a href=/base/s.css>s</a>";
        let site = [("index.html", home), ("s.css", "p{background:url(i.svg)}")];
        assert_eq!(
            problems_of(&site),
            [
                "index.html: 2 headings of the first level",
                "index.html: `#x`: index.html has no `x`",
                "index.html: `/` leads out of the site",
                "index.html: `b` leads nowhere: there is no b",
                "index.html: a link with `javascript:`",
                "index.html: loads from another server: https://elsewhere.example/s.js",
                "index.html: no language",
                "index.html: no title",
                "s.css: `i.svg` leads nowhere: there is no i.svg",
            ]
        );
    }
}
