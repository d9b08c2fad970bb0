//! Addresses of the site, seen from a file of the archive: relative, and naming the file itself.

use std::collections::BTreeSet;

use super::FOLDER;
use crate::model::site::Settings;

/// What the addresses of a site look like, and which files there are.
pub(super) struct Addresses<'a> {
    /// The path every address begins with.
    base: String,
    /// Scheme and host before it, in absolute addresses.
    origin: String,
    paths: &'a BTreeSet<String>,
}

/// The same from one file of the archive.
pub(super) struct View<'a> {
    addresses: &'a Addresses<'a>,
    /// The folder of the file in the archive, without a slash at its end.
    folder: String,
}

/// Where an address of a page leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// Out of the site, or to a part of the page: it stays as it is.
    Elsewhere,
    /// To this file or folder, from here.
    Here(String),
    /// Into the site, but the archive has no such file.
    Absent,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(settings: &Settings, paths: &'a BTreeSet<String>) -> Addresses<'a> {
        let base = settings.base_url.path().to_owned();
        Addresses { base, origin: settings.base_url.origin().to_owned(), paths }
    }

    /// Whether the site has a file of that path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// The addresses as they are written in a file of the archive.
    pub(super) fn seen_from(&'a self, file: &str) -> View<'a> {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        View { addresses: self, folder }
    }
}

impl View<'_> {
    /// Where an address leads that a reader or the browser follows.
    pub(super) fn file(&self, address: &str) -> Target {
        let Some((path, rest)) = self.inside(address) else { return Target::Elsewhere };
        let file = match decoded(path) {
            folder if folder.is_empty() || folder.ends_with('/') => format!("{folder}index.html"),
            file => file,
        };
        if self.addresses.paths.contains(file.as_str()) {
            Target::Here(format!("{}{rest}", encoded(&self.relative(&file))))
        } else {
            Target::Absent
        }
    }

    /// Where a value leads that a script reads: to a file, or to a folder, which it stays.
    pub(super) fn value(&self, value: &str) -> Target {
        let Some((path, rest)) = self.inside(value) else { return Target::Elsewhere };
        let path = decoded(path);
        let is_known = match path.as_str() {
            "" => true,
            folder if folder.ends_with('/') => self
                .addresses
                .paths
                .range(folder.to_owned()..)
                .next()
                .is_some_and(|next| next.starts_with(folder)),
            file => self.addresses.paths.contains(file),
        };
        match is_known {
            true => Target::Here(format!("{}{rest}", encoded(&self.relative(&path)))),
            false => Target::Absent,
        }
    }

    /// The way from here to a script of the theme that lies beside another one.
    pub(super) fn relative(&self, path: &str) -> String {
        let target = format!("{FOLDER}/{path}");
        let mut from = self.folder.split('/').filter(|step| !step.is_empty()).peekable();
        let mut to = target.split('/').peekable();
        // The last step of the target is a file, or nothing where it is a folder.
        let mut common = to.clone();
        while let (Some(one), Some(other)) = (from.peek(), common.next()) {
            if *one != other || common.peek().is_none() {
                break;
            }
            from.next();
            to.next();
        }
        let up = "../".repeat(from.count());
        let down = to.collect::<Vec<_>>().join("/");
        if up.is_empty() && down.is_empty() { "./".to_owned() } else { format!("{up}{down}") }
    }

    /// Path and rest of an address of the site; nothing for any other.
    fn inside<'t>(&self, address: &'t str) -> Option<(&'t str, &'t str)> {
        let origin = self.addresses.origin.as_str();
        let path = match address.strip_prefix(origin) {
            Some(path) if !origin.is_empty() => path,
            _ => address,
        };
        if path.starts_with("//") {
            return None;
        }
        let path = path.strip_prefix(self.addresses.base.as_str())?;
        Some(path.split_at(path.find(['?', '#']).unwrap_or(path.len())))
    }
}

fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
}

fn encoded(path: &str) -> String {
    crate::render::address::percent_encode_path(path)
}
