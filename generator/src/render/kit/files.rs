//! All files of one entry as one archive, for those who want them all. The files are the same for
//! every reader, so there is one archive; the readme beside them stands in each language of the
//! site. An entry with one file has none: the file itself is less trouble.

use super::super::{RenderError, Rendering};
use super::{Content, Kit, names, texts};
use crate::model::entry::{Download, Entry, Rights};
use crate::model::site::{Asset, Site};

/// All files together, in bytes: a page should not offer what few connections carry to the end.
const MAX_BYTES: u64 = 100 * 1024 * 1024;

/// An entry with files to take along.
pub(super) struct WithFiles<'a> {
    pub entry: &'a Entry,
    pub rights: &'a Rights,
    downloads: &'a [Download],
}

/// A file that is there.
pub(super) struct Taken<'a> {
    /// The path in the archive, below its folder.
    pub name: String,
    pub download: &'a Download,
    asset: &'a Asset,
}

/// Every entry that may have an archive.
pub(super) fn entries(site: &Site) -> impl Iterator<Item = WithFiles<'_>> {
    let interlinkers = site.interlinkers.values();
    let interlinkers = interlinkers.map(|item| WithFiles {
        entry: &item.entry,
        rights: &item.rights,
        downloads: &item.downloads,
    });
    let stories = site.stories.values();
    interlinkers.chain(stories.map(|item| WithFiles {
        entry: &item.entry,
        rights: &item.rights,
        downloads: &item.downloads,
    }))
}

/// Where the archive of an entry lies, below the root of the site: beside the folder of its files. No
/// slug has a dot, so no folder can be in its place.
pub(super) fn path(entry: &Entry) -> String {
    format!("media/{}/{}.zip", entry.kind.folder(), entry.slug)
}

impl<'a> WithFiles<'a> {
    /// The archive; none where there are not two files, or they are too large together.
    pub(super) fn plan(&self, rendering: &'a Rendering<'_>) -> Result<Option<Kit<'a>>, RenderError> {
        let taken = self.taken(rendering.site);
        let bytes: u64 = taken.iter().map(|file| file.download.size).sum();
        if taken.len() < 2 || bytes > MAX_BYTES {
            return Ok(None);
        }
        let root = names::folder(self.entry.slug.as_str(), names::MAX_ROOT);
        let mut files = Vec::new();
        for language in &rendering.site.settings.languages {
            let text = texts::files_readme(&rendering.scope(language)?, &rendering.origin, self, &taken);
            files.push((format!("{root}/README-{language}.txt"), Content::Text(text)));
        }
        let count = taken.len();
        files.extend(
            taken.into_iter().map(|file| (format!("{root}/{}", file.name), Content::Asset(file.asset))),
        );
        Ok(Some(Kit { path: path(self.entry), templates: count, files }))
    }

    fn taken(&self, site: &'a Site) -> Vec<Taken<'a>> {
        let folder = format!("{}/{}", self.entry.kind.folder(), self.entry.slug);
        let present = self.downloads.iter().filter_map(|download| {
            let asset = site.assets.get(&format!("{folder}/{}", download.path))?;
            let name = download.path.strip_prefix("files/").unwrap_or(&download.path);
            // A file of that name would take the place of ours.
            let is_ours = name.starts_with("README-") && name.ends_with(".txt");
            let name = if is_ours { download.path.clone() } else { name.to_owned() };
            Some(Taken { name, download, asset })
        });
        present.filter(|file| file.download.size > 0).collect()
    }
}
