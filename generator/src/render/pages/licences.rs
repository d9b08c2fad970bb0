//! Under which terms everything here may be used: the content, the code, the typeface and whatever
//! else of others comes with the theme (read from the notes beside its files), and how many
//! entries have which licence, the unstated ones too.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::super::layout::Head;
use super::super::scope::Scope;
use super::super::view::{EntryLink, FactValue};
use super::super::{ASSETS, Page, RenderError, Rendering};
use crate::model::entry::{Entry, Rights};
use crate::model::kind::Kind;
use crate::model::site::Site;

/// How many entries of one licence the page names; the catalogue lists them all.
const NAMED: usize = 60;
/// The licence of the code, as the manifest of the program says it.
const CODE: &str = env!("CARGO_PKG_LICENSE");
/// Where the code is explained.
const EUPL: &str = "https://interoperable-europe.ec.europa.eu/collection/eupl";

#[derive(Serialize)]
struct LicencesView {
    content: Option<FactValue>,
    code: FactValue,
    vendored: Vec<Vendored>,
    groups: Vec<GroupView>,
    recipe: String,
    example: Option<String>,
}

/// Something of others that comes with the theme.
#[derive(Serialize)]
struct Vendored {
    name: String,
    licence: String,
    notice: String,
}

/// The folder of `vendor/` that a static file lies in, by its name.
fn vendor_folder(path: &str) -> Option<&str> {
    let (_, inside) = path.split_once("/vendor/")?;
    inside.split_once('/').map(|(folder, _)| folder)
}

#[derive(Serialize)]
struct GroupView {
    licence: Option<FactValue>,
    count: String,
    entries: Vec<EntryLink>,
    more: Option<String>,
}

impl Rendering<'_> {
    /// The page of licences.
    pub(super) fn licences(&self, scope: &Scope<'_>) -> Result<Page, RenderError> {
        let messages = scope.messages;
        let settings = &self.site.settings;
        let of_content = Rights { licence: Some(settings.licence.clone()), ..Rights::default() };
        let view = LicencesView {
            content: scope.licence_values(&of_content).into_iter().next(),
            code: FactValue {
                text: CODE.replace('-', " "),
                url: Some(EUPL.to_owned()),
                ..FactValue::default()
            },
            vendored: self.vendored(scope),
            groups: self.groups(scope),
            recipe: messages.text("licences-recipe"),
            example: self.example(scope),
        };
        let head = Head {
            path: "licences/".to_owned(),
            title: messages.text("licences-title"),
            description: Some(messages.text("licences-lead")),
            crumbs: scope.crumbs(&[]),
            ..Head::default()
        };
        self.page(scope, "licences.html", &head, &view)
    }

    /// What the notes in the folders of the theme say: the first paragraph names the thing, a line
    /// of the list its licence. A folder of `vendor/` whose note does not say so is named, too, with
    /// its licence "not stated": a library is never left out.
    fn vendored(&self, scope: &Scope<'_>) -> Vec<Vendored> {
        let files = &self.renderer.static_files;
        let notes = files.iter().filter(|file| file.path.ends_with("/README.md"));
        let mut noted: BTreeSet<&str> = BTreeSet::new();
        let mut vendored: Vec<Vendored> = notes
            .filter_map(|file| {
                let text = String::from_utf8_lossy(&file.bytes);
                let licence = text.lines().find_map(|line| line.strip_prefix("- Licence: "))?;
                noted.extend(vendor_folder(&file.path));
                let name = text.lines().find(|line| !line.is_empty() && !line.starts_with('#'))?;
                Some(Vendored {
                    name: name.trim_end_matches('.').to_owned(),
                    licence: licence
                        .split([',', ';'])
                        .next()
                        .unwrap_or(licence)
                        .trim_end_matches('.')
                        .to_owned(),
                    notice: format!("{}{}", self.base, self.notice_beside(&file.path)),
                })
            })
            .collect();
        let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
        for file in files {
            if let Some(folder) = vendor_folder(&file.path) {
                folders.entry(folder).or_insert(&file.path);
            }
        }
        vendored.extend(folders.into_iter().filter(|(folder, _)| !noted.contains(folder)).map(
            |(folder, file)| Vendored {
                name: folder.to_owned(),
                licence: scope.messages.text("not-stated"),
                notice: format!("{}{file}", self.base),
            },
        ));
        vendored
    }

    /// The text of the licence that lies beside a note; the note itself where there is none.
    fn notice_beside(&self, note: &str) -> String {
        let folder = note.trim_end_matches("README.md");
        let beside = self.renderer.static_files.iter().map(|file| file.path.as_str());
        let mut texts = beside.filter(|path| {
            path.strip_prefix(folder)
                .is_some_and(|name| !name.contains('/') && (name.starts_with("LICEN") || name == "OFL.txt"))
        });
        debug_assert!(folder.starts_with(ASSETS), "static files lie in one folder");
        texts.next().unwrap_or(note).to_owned()
    }

    /// The entries by licence: the most common first, the unstated ones last.
    fn groups(&self, scope: &Scope<'_>) -> Vec<GroupView> {
        let site = self.site;
        let offered = site.interlinkers.values().map(|item| (&item.entry, &item.rights));
        let all = offered
            .chain(site.schemas.values().map(|item| (&item.entry, &item.rights)))
            .chain(site.stories.values().map(|item| (&item.entry, &item.rights)));
        let mut groups: BTreeMap<Option<&str>, Vec<(&Entry, &Rights)>> = BTreeMap::new();
        for (entry, rights) in all.filter(|(entry, _)| Site::is_active(entry)) {
            let licence = rights.licence.as_deref().filter(|licence| *licence != "unstated");
            groups.entry(licence).or_default().push((entry, rights));
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(licence, entries)| (licence.is_none(), std::cmp::Reverse(entries.len())));
        groups
            .into_iter()
            .map(|(licence, entries)| {
                let rights = Rights { licence: licence.map(str::to_owned), ..Rights::default() };
                let address = licence.filter(|licence| licence.contains("://"));
                let value = scope.licence_values(&rights).into_iter().next();
                GroupView {
                    licence: value.map(|value| match address {
                        // Many have a text of their own: its address tells them apart.
                        Some(address) => {
                            let host = scope.contact_value(address).text;
                            let text = scope.messages.format("licence-own-at", [("host", host.into())]);
                            FactValue { text, ..value }
                        }
                        None => value,
                    }),
                    count: scope.messages.format("licences-count", [("count", entries.len().into())]),
                    more: (entries.len() > NAMED).then(|| {
                        let more = entries.len() - NAMED;
                        scope.messages.format("licences-more", [("count", more.into())])
                    }),
                    entries: {
                        let mut links: Vec<EntryLink> = entries
                            .iter()
                            .filter_map(|(entry, _)| scope.entry_link(entry.kind, &entry.slug))
                            .collect();
                        links.sort_by(|left, right| {
                            scope.messages.compare_names(&left.name.text, &right.name.text)
                        });
                        links.truncate(NAMED);
                        links
                    },
                }
            })
            .collect()
    }

    /// A line that names author, title, licence and source, as most licences ask for it.
    fn example(&self, scope: &Scope<'_>) -> Option<String> {
        let item = self.site.interlinkers.values().find(|item| {
            let stated = item.rights.licence.as_deref().is_some_and(|licence| licence.starts_with("CC-BY"));
            Site::is_active(&item.entry) && stated && item.rights.publisher.is_some()
        })?;
        let publisher = item.rights.publisher.as_ref()?;
        let publisher = scope.entry_link(Kind::Organisation, publisher)?.name.text;
        let licence = scope.licence_values(&item.rights).into_iter().next()?.text;
        let url = scope.entry_url(Kind::Interlinker, &item.entry.slug);
        Some(scope.messages.format(
            "licences-example",
            [
                ("name", scope.name(&item.entry).text.into()),
                ("publisher", publisher.into()),
                ("licence", licence.into()),
                ("url", format!("{}{url}", self.origin).into()),
            ],
        ))
    }
}
