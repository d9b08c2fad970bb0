//! The process kit: a schema or a story as an archive that a team can start to work in. Folders for
//! phases, objectives and tasks, the templates of the Interlinkers in the folder of the task that
//! first needs them, a task list for spreadsheets and one for calendars, and readme files in the
//! reader's language.
//!
//! Beside them, `files` packs all files of one entry.
//!
//! Flow: `tree` turns a schema or a story into `Node`s, `materials` decides which file lies where,
//! `texts` and `tasks` write what is in words, `names` keeps every path short and safe, and
//! `Kit::write` packs it. Files of entries are copied through a small buffer, never held; the same
//! catalogue gives the same bytes, because no entry of the archive has a time of its own.

mod files;
mod materials;
mod names;
mod tasks;
mod texts;
mod tree;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::scope::Scope;
use super::view::{FilesLink, KitLink, Text};
use super::{RenderError, Rendering};
use crate::archive::{Archive, ArchiveError};
use crate::model::entry::Entry;
use crate::model::kind::Kind;
use crate::model::site::{Asset, Site};
use crate::model::slug::Slug;

/// Why an archive could not be made.
#[derive(Debug, thiserror::Error)]
pub enum KitError {
    /// A language of the site has no texts.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// A file cannot be read or written.
    #[error("cannot {action} {}", path.display())]
    Io {
        /// What was tried.
        action: &'static str,
        /// On which file.
        path: PathBuf,
        /// Why not.
        source: io::Error,
    },
    /// The archive cannot be packed.
    #[error("the archive {0} cannot be written")]
    Pack(String, #[source] ArchiveError),
}

/// A node of the tree that a kit is made of.
struct Node {
    /// `1.2.3`: its place among its siblings, from the top.
    number: String,
    /// The same as the beginning of a folder's name, `03`.
    place: usize,
    /// Its name.
    name: Text,
    /// What is to be done, without markup.
    description: Option<Text>,
    /// What comes before it, as "number name".
    before: Vec<String>,
    /// What it asks for, by name.
    needs: Vec<String>,
    /// Something to know about it, such as what the story did here.
    notes: Vec<String>,
    /// The page and place where it is described.
    url: String,
    /// Its name in calendars: the same in every language.
    uid: String,
    /// The Interlinkers that help, best first.
    helps: Vec<Help>,
    /// Whether it is something to do, and not only a heading for what is below.
    is_task: bool,
    children: Vec<Node>,
}

/// An Interlinker that helps with a task.
struct Help {
    slug: Slug,
    name: Text,
    url: String,
    /// Why it is named here, or which version was used.
    reason: String,
    /// Whether the task itself asks for it, and not only its objective.
    is_own: bool,
}

/// One file of an archive.
enum Content<'a> {
    /// Written here.
    Text(String),
    /// A file of an entry.
    Asset(&'a Asset),
}

/// An archive that is planned and not yet packed.
pub struct Kit<'a> {
    /// Its path below the root of the site, such as `en/schemas/default/kit.zip`.
    pub path: String,
    /// How many templates lie in it.
    pub templates: usize,
    files: Vec<(String, Content<'a>)>,
}

/// An archive that is packed.
#[derive(Debug, Clone)]
pub struct PackedKit {
    /// Its path below the root of the site.
    pub path: String,
    /// Where its bytes are.
    pub place: PathBuf,
    /// Its length in bytes.
    pub size: u64,
    /// How many templates lie in it.
    pub templates: usize,
}

/// What pages say about an archive.
#[derive(Debug, Clone, Copy)]
pub(super) struct KitFacts {
    pub size: u64,
    pub templates: usize,
}

/// An archive that the site is to have.
enum Wanted<'a> {
    /// The process kit of a schema or a story in a language.
    Process(&'a str, Kind, &'a Slug),
    /// The files of an entry.
    Files(files::WithFiles<'a>),
}

impl Rendering<'_> {
    /// Packs every archive of the site into `folder`, and lets the pages link to them.
    ///
    /// # Errors
    /// When a file of an entry cannot be read or the folder cannot be written to.
    pub fn pack_kits(&mut self, folder: &Path) -> Result<Vec<PackedKit>, KitError> {
        let packed = {
            let rendering = &*self;
            let site = rendering.site;
            let mut wanted: Vec<Wanted<'_>> = Vec::new();
            for language in &site.settings.languages {
                let schemas = site.schemas.values().filter(|schema| Site::is_active(&schema.entry));
                wanted.extend(schemas.map(|item| Wanted::Process(language, Kind::Schema, &item.entry.slug)));
                let stories = site.stories.values().filter(|story| !story.tree.is_empty());
                wanted.extend(stories.map(|item| Wanted::Process(language, Kind::Story, &item.entry.slug)));
            }
            wanted.extend(files::entries(site).map(Wanted::Files));
            let packed = wanted.par_iter().enumerate().filter_map(|(index, wanted)| {
                let kit = match rendering.plan(wanted) {
                    Ok(kit) => kit?,
                    Err(error) => return Some(Err(error.into())),
                };
                Some(kit.pack(folder.join(format!("{index}.zip"))))
            });
            packed.collect::<Result<Vec<_>, KitError>>()?
        };
        self.kits = packed
            .iter()
            .map(|kit| (kit.path.clone(), KitFacts { size: kit.size, templates: kit.templates }))
            .collect::<BTreeMap<_, _>>();
        Ok(packed)
    }

    fn plan<'s>(&'s self, wanted: &Wanted<'s>) -> Result<Option<Kit<'s>>, RenderError> {
        match wanted {
            Wanted::Process(language, kind, slug) => {
                Ok(Kit::plan(&self.scope(language)?, &self.origin, *kind, slug))
            }
            Wanted::Files(entry) => entry.plan(self),
        }
    }
}

impl Rendering<'_> {
    /// The link to the kit of an entry; none where it has none, as in a preview.
    pub(super) fn kit_link(&self, scope: &Scope<'_>, kind: Kind, slug: &Slug) -> Option<KitLink> {
        let facts = self.kits.get(&path(scope.language, kind, slug))?;
        let name = scope.name(scope.find(kind, slug)?).text;
        let messages = scope.messages;
        let size = messages.file_size(facts.size);
        let details = [("size", size.into()), ("templates", facts.templates.into())];
        Some(KitLink {
            url: format!("{}kit.zip", scope.entry_url(kind, slug)),
            file: format!("{}.zip", names::folder(&name, names::MAX_FILE)),
            lead: messages.text(if kind == Kind::Story { "kit-of-story" } else { "kit-of-schema" }),
            details: messages.format("kit-details", details),
        })
    }
}

impl Rendering<'_> {
    /// The link to all files of an entry as one archive; none where there is no such archive.
    pub(super) fn files_link(&self, scope: &Scope<'_>, entry: &Entry) -> Option<FilesLink> {
        let path = files::path(entry);
        let facts = self.kits.get(&path)?;
        let size = scope.messages.file_size(facts.size);
        Some(FilesLink {
            url: format!("{}{path}", self.base),
            details: scope
                .messages
                .format("files-archive-details", [("size", size.into()), ("count", facts.templates.into())]),
            size: facts.size,
        })
    }
}

impl<'a> Kit<'a> {
    /// The kit of a schema or a story in one language; `None` where there is no such entry.
    fn plan(scope: &Scope<'a>, origin: &str, kind: Kind, slug: &Slug) -> Option<Kit<'a>> {
        let entry = scope.find(kind, slug)?;
        let nodes = match kind {
            Kind::Schema => tree::of_schema(scope, origin, scope.site.schemas.get(slug)?),
            _ => tree::of_story(scope, origin, scope.site.stories.get(slug)?),
        };
        let root = names::folder(&scope.name(entry).text, names::MAX_ROOT);
        let plan = materials::place(scope, &nodes, &root);
        let mut files = vec![
            (format!("{root}/README.txt"), Content::Text(texts::readme(scope, origin, entry, &nodes, &plan))),
            (format!("{root}/{}", tasks::TABLE), Content::Text(tasks::table(scope, &nodes, &plan))),
            (format!("{root}/{}", tasks::CALENDAR), Content::Text(tasks::calendar(scope, entry, &nodes))),
            (format!("{root}/NOTICE.txt"), Content::Text(texts::notice(scope, origin, entry, &plan))),
        ];
        texts::folders(scope, &nodes, &plan, &mut files);
        let templates = plan.files.len();
        files.extend(plan.files.into_iter().map(|file| (file.path, Content::Asset(file.asset))));
        // Folder by folder, each readme before what it speaks of.
        files[4..].sort_by(|(left, _), (right, _)| left.cmp(right));
        Some(Kit { path: path(scope.language, kind, slug), templates, files })
    }

    /// Writes the archive into a file.
    fn pack(&self, place: PathBuf) -> Result<PackedKit, KitError> {
        let io_error = |action, path: &Path| {
            let path = path.to_owned();
            move |source| KitError::Io { action, path, source }
        };
        let file = File::create(&place).map_err(io_error("write", &place))?;
        let file = self.write(BufWriter::new(file))?;
        let file = file.into_inner().map_err(|error| io_error("write", &place)(error.into_error()))?;
        let size = file.metadata().map_err(io_error("read", &place))?.len();
        Ok(PackedKit { path: self.path.clone(), place, size, templates: self.templates })
    }

    /// Writes the archive.
    fn write<W: Write + Seek>(&self, target: W) -> Result<W, KitError> {
        let failed = |error| KitError::Pack(self.path.clone(), error);
        let mut archive = Archive::new(target);
        for (path, content) in &self.files {
            match content {
                Content::Text(text) => archive.add(path, text.as_bytes()).map_err(failed)?,
                Content::Asset(Asset::Bytes(bytes)) => archive.add(path, bytes).map_err(failed)?,
                Content::Asset(Asset::File(place)) => {
                    let read = |source| KitError::Io { action: "read", path: place.clone(), source };
                    let mut file = File::open(place).map_err(read)?;
                    archive.add_from(path, &mut file).map_err(failed)?;
                }
            }
        }
        archive.finish().map_err(failed)
    }
}

/// Where the kit of an entry lies, below the root of the site.
pub(super) fn path(language: &str, kind: Kind, slug: &Slug) -> String {
    format!("{language}/{}/{slug}/kit.zip", kind.folder())
}
