//! The files and pictures of an entry, as the API and the linked data tell of them.

use serde::Serialize;

use super::super::Rendering;
use super::super::address::percent_encode_path;
use crate::hosting::media_type::plain_media_type;
use crate::model::entry::{Download, Entry, Rights};
use crate::model::kind::Kind;

/// A file to download.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct FileView<'a> {
    path: &'a str,
    address: String,
    media_type: &'static str,
    size: u64,
    language: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    accessibility: &'a str,
}

/// A picture: a logo or a snapshot.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct PictureView<'a> {
    path: &'a str,
    address: String,
    media_type: &'static str,
    size: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
}

/// What an entry offers for download, and the rights that hold where a file states none.
pub(in super::super) fn downloads_of<'s>(
    rendering: &Rendering<'s>,
    entry: &Entry,
) -> (&'s [Download], Option<&'s Rights>) {
    let site = rendering.site;
    match entry.kind {
        Kind::Interlinker => site
            .interlinkers
            .get(&entry.slug)
            .map_or((&[], None), |item| (item.downloads.as_slice(), Some(&item.rights))),
        Kind::Story => site
            .stories
            .get(&entry.slug)
            .map_or((&[], None), |item| (item.downloads.as_slice(), Some(&item.rights))),
        _ => (&[], None),
    }
}

impl Rendering<'_> {
    /// The whole address of a file of an entry.
    pub(in super::super) fn media_address(&self, entry: &Entry, path: &str) -> String {
        let inside = format!("media/{}/{}/{path}", entry.kind.folder(), entry.slug);
        self.absolute(&percent_encode_path(&inside))
    }

    pub(super) fn api_files<'e>(&'e self, entry: &'e Entry) -> Vec<FileView<'e>> {
        let (downloads, rights) = downloads_of(self, entry);
        let general = rights.and_then(|rights| rights.licence.as_deref());
        downloads
            .iter()
            .map(|file| FileView {
                path: &file.path,
                address: self.media_address(entry, &file.path),
                media_type: plain_media_type(&file.path),
                size: file.size,
                language: &file.language,
                title: &file.title,
                licence: file.licence.as_deref().or(general),
                accessibility: &file.accessibility,
            })
            .collect()
    }

    pub(super) fn api_pictures<'e>(&'e self, entry: &'e Entry) -> Vec<PictureView<'e>> {
        entry
            .files
            .iter()
            .filter(|file| file.path.starts_with("snapshots/") || file.path.starts_with("logo."))
            .map(|file| PictureView {
                path: &file.path,
                address: self.media_address(entry, &file.path),
                media_type: plain_media_type(&file.path),
                size: file.size,
                width: file.dimensions.map(|(width, _)| width),
                height: file.dimensions.map(|(_, height)| height),
            })
            .collect()
    }
}
