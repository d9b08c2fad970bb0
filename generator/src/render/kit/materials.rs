//! Which file of which Interlinker lies in which folder. A template is put into the folder of the
//! first task that asks for it itself, else of the first whose objective does, and only there; the
//! readme of every other task says where it lies. Limits keep an archive that many people fetch
//! small: what is over them is linked.

use std::collections::{BTreeMap, BTreeSet};

use super::super::scope::Scope;
use super::{Node, names};
use crate::model::entry::{Download, Interlinker};
use crate::model::kind::Kind;
use crate::model::site::Asset;
use crate::model::slug::Slug;

/// For how many of a task's Interlinkers the files are put in place: the best ones.
const PLACED: usize = 2;
/// How many files of one Interlinker.
const MAX_FILES: usize = 6;
/// Largest file, in bytes.
const MAX_FILE_BYTES: u64 = 4 * 1024 * 1024;
/// All files of a kit together, in bytes.
const MAX_KIT_BYTES: u64 = 10 * 1024 * 1024;
/// How deep folders go: phase, objective, task. What is below a task has its readme.
const DEEPEST: usize = 3;

/// Where everything lies.
pub struct Plan<'a> {
    /// The folder of each node, by its number; a node below [`DEEPEST`] has that of its parent.
    pub folders: BTreeMap<String, String>,
    /// The files in place, in reading order.
    pub files: Vec<Placed<'a>>,
    /// Per Interlinker where its files lie.
    pub at: BTreeMap<Slug, Vec<usize>>,
    /// Interlinkers with files that are too large to be here.
    pub too_large: BTreeSet<Slug>,
}

/// A file in its place.
pub struct Placed<'a> {
    /// The path in the archive.
    pub path: String,
    /// The Interlinker it belongs to.
    pub item: &'a Interlinker,
    /// What is stated about it.
    pub download: &'a Download,
    /// Where its bytes are.
    pub asset: &'a Asset,
}

/// Finds a place for everything.
pub fn place<'a>(scope: &Scope<'a>, nodes: &[Node], root: &str) -> Plan<'a> {
    let mut plan =
        Plan { folders: BTreeMap::new(), files: Vec::new(), at: BTreeMap::new(), too_large: BTreeSet::new() };
    let mut homes = BTreeMap::new();
    nodes.iter().for_each(|node| find_homes(node, &mut homes));
    let mut placing = Placing { scope, plan: &mut plan, homes, names: BTreeMap::new(), bytes: 0 };
    for node in nodes {
        placing.node(node, root, 1);
    }
    plan
}

/// For each Interlinker whether a task asks for it itself, and the number of the first that does.
type Homes = BTreeMap<Slug, (bool, String)>;

fn find_homes(node: &Node, homes: &mut Homes) {
    for help in node.helps.iter().take(PLACED) {
        let home = homes.entry(help.slug.clone()).or_insert_with(|| (help.is_own, node.number.clone()));
        if help.is_own && !home.0 {
            *home = (true, node.number.clone());
        }
    }
    node.children.iter().for_each(|child| find_homes(child, homes));
}

struct Placing<'p, 'a> {
    scope: &'p Scope<'a>,
    plan: &'p mut Plan<'a>,
    homes: Homes,
    /// The names taken in each folder.
    names: BTreeMap<String, BTreeSet<String>>,
    bytes: u64,
}

impl<'a> Placing<'_, 'a> {
    fn node(&mut self, node: &Node, above: &str, depth: usize) {
        let folder = if depth <= DEEPEST {
            // The number tells siblings apart, however alike their shortened names are.
            let name = format!("{:02} {}", node.place, node.name.text);
            format!("{above}/{}", names::folder(&name, names::MAX_FOLDER))
        } else {
            above.to_owned()
        };
        self.plan.folders.insert(node.number.clone(), folder.clone());
        for help in node.helps.iter().take(PLACED) {
            if self.homes.get(&help.slug).is_some_and(|(_, number)| *number == node.number) {
                self.help(&help.slug, &folder);
            }
        }
        for child in &node.children {
            self.node(child, &folder, depth + 1);
        }
    }

    fn help(&mut self, slug: &Slug, folder: &str) {
        if self.plan.at.contains_key(slug) || self.plan.too_large.contains(slug) {
            return;
        }
        let Some(item) = self.scope.site.interlinkers.get(slug) else { return };
        let mut placed = Vec::new();
        for download in chosen(self.scope, item) {
            let inside = format!("{}/{slug}/{}", Kind::Interlinker.folder(), download.path);
            let Some(asset) = self.scope.site.assets.get(&inside) else { continue };
            if download.size > MAX_FILE_BYTES || self.bytes + download.size > MAX_KIT_BYTES {
                self.plan.too_large.insert(slug.clone());
                continue;
            }
            self.bytes += download.size;
            let name = download.path.rsplit('/').next().unwrap_or_default();
            let taken = self.names.entry(folder.to_owned()).or_default();
            taken.insert("readme.txt".to_owned());
            let name = names::unique(&names::file(name, names::MAX_FILE), taken);
            placed.push(self.plan.files.len());
            self.plan.files.push(Placed { path: format!("{folder}/{name}"), item, download, asset });
        }
        if !placed.is_empty() {
            self.plan.at.insert(slug.clone(), placed);
        }
    }
}

/// The files in the reader's language; where there is none, those of the first language of the site
/// that has any.
fn chosen<'a>(scope: &Scope<'a>, item: &'a Interlinker) -> Vec<&'a Download> {
    let order = std::iter::once(scope.language)
        .chain(scope.site.settings.languages.iter().map(String::as_str))
        .chain(item.downloads.iter().map(|file| file.language.as_str()));
    for language in order {
        let found: Vec<&Download> = item
            .downloads
            .iter()
            .filter(|file| file.language == language && file.size > 0)
            .take(MAX_FILES)
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}
