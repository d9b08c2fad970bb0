//! Links inside the site, as written in Markdown: relative to the address of the page they stand on.

use super::Resolver;
use crate::content::decode::Reference;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::entry::{Entry, Status};
use crate::model::form::{Form, Purpose};
use crate::model::kind::Kind;
use crate::model::slug::Slug;

/// Pages of the site that are not entries.
const FIXED: [&str; 6] = ["search", "contribute", "licences", "offline", "data", "workspace"];

impl Resolver<'_> {
    pub(super) fn link(&mut self, reference: &Reference, entry: &Entry, address: &str) {
        let path = address.split(['?', '#']).next().unwrap_or("");
        if path.is_empty() || self.leads_somewhere(entry, path) {
            return;
        }
        self.push(
            Diagnostic::error(Code::BrokenLink, &reference.file, format!("the link “{address}” leads nowhere")),
            reference.position,
            "links are relative to the page: ../../schemas/default/ from an entry, ../schemas/default/ from a page",
        );
    }

    /// Whether a relative path, taken from the entry's page below `/{lang}/`, is a page of the site
    /// or a file of the entry.
    fn leads_somewhere(&self, entry: &Entry, path: &str) -> bool {
        if entry.files.iter().any(|file| file.path == path) {
            return true;
        }
        let mut place: Vec<&str> = match entry.kind {
            Kind::Page => vec![entry.slug.as_str()],
            kind => vec![kind.folder(), entry.slug.as_str()],
        };
        if path.starts_with('/') {
            return false;
        }
        for step in path.split('/') {
            match step {
                "" | "." => {}
                ".." => {
                    if place.pop().is_none() {
                        return false;
                    }
                }
                name => place.push(name),
            }
        }
        match place.as_slice() {
            [] => true,
            [name] => {
                Kind::from_folder(name).is_some_and(|kind| kind != Kind::Page)
                    || FIXED.contains(name)
                    || (*name == "accessibility" && self.has_statement)
                    || self.is_published(Kind::Page, name)
            }
            ["contribute", kind] => {
                Kind::from_name(kind).is_some_and(|kind| Form::of(Purpose::Propose, kind).is_some())
            }
            [folder, slug] => Kind::from_folder(folder).is_some_and(|kind| self.is_published(kind, slug)),
            _ => false,
        }
    }

    fn is_published(&self, kind: Kind, slug: &str) -> bool {
        Slug::parse(slug).is_ok_and(|slug| {
            self.is_broken(kind, &slug)
                || self.status(kind, &slug).is_some_and(|status| status != Status::Draft)
        })
    }
}
