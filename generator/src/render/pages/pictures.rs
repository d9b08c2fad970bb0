//! Pictures and previews of files as templates see them: the copies a build made, where it made some.

use super::super::address::percent_encode_path;
use super::super::scope::Scope;
use super::super::view::{FilePreview, OutlineLine, Picture, PreviewPage};
use crate::media::{Excerpt, ImageFormat, OutlineKind, Preview};
use crate::model::entry::{Entry, Interlinker};

/// The narrowest copy that fills a column of a page, in pixels.
const COLUMN: u32 = 640;

impl Scope<'_> {
    /// A picture of an entry's folder.
    pub(super) fn picture(
        &self,
        entry: &Entry,
        path: &str,
        alternative: String,
        lang: Option<String>,
    ) -> Picture {
        let key = format!("{}/{}/{path}", entry.kind.folder(), entry.slug);
        let stated = entry.files.iter().find(|file| file.path == path).and_then(|file| file.dimensions);
        let derived = &self.site.derived;
        let made = derived.pictures.get(&key);
        let size = made.and_then(|made| made.size).or(stated);
        let url = self.file_url(entry, path);
        let copies = made.map(|made| made.copies.as_slice()).unwrap_or_default();
        let shown = copies.iter().find(|copy| copy.width >= COLUMN).or(copies.last());
        let source = |address: String, width: u32| format!("{address} {width}w");
        let mut sources: Vec<String> =
            copies.iter().map(|copy| source(self.media_url(&copy.path), copy.width)).collect();
        sources.extend(size.map(|(width, _)| source(url.clone(), width)));
        Picture {
            shown: shown.map_or_else(|| url.clone(), |copy| self.media_url(&copy.path)),
            copies: (!copies.is_empty()).then(|| sources.join(", ")),
            is_broken: stated.is_none() || derived.broken.contains(&key),
            url,
            alternative,
            lang,
            width: size.map(|(width, _)| width),
            height: size.map(|(_, height)| height),
        }
    }

    /// The address of a file below `media/`.
    fn media_url(&self, path: &str) -> String {
        format!("{}media/{}", self.base, percent_encode_path(path))
    }

    /// The pictures of an Interlinker, described in the reader's language where somebody did.
    pub(super) fn snapshots(&self, item: &Interlinker) -> Vec<Picture> {
        let total = item.snapshots().count();
        let order = &self.site.settings.languages;
        item.snapshots()
            .enumerate()
            .map(|(index, file)| {
                let name = file.path.rsplit('/').next().unwrap_or(&file.path);
                let found = item.entry.words.snapshot(name, self.language, order);
                // A picture nobody described is at least counted: "Picture 2 of 3 of Loomio".
                let alternative = found.map_or_else(
                    || {
                        self.messages.format(
                            "picture-number",
                            [
                                ("number", (index + 1).into()),
                                ("total", total.into()),
                                ("name", self.name(&item.entry).text.into()),
                            ],
                        )
                    },
                    |found| found.text.to_owned(),
                );
                let lang = found.filter(|found| found.is_fallback).map(|found| found.language.to_owned());
                self.picture(&item.entry, &file.path, alternative, lang)
            })
            .collect()
    }

    /// What a file offered for download looks like.
    pub fn file_preview(&self, entry: &Entry, path: &str) -> Option<FilePreview> {
        let key = format!("{}/{}/{path}", entry.kind.folder(), entry.slug);
        let name = path.rsplit('/').next().unwrap_or(path);
        let more = |count: usize| {
            (count > 0).then(|| self.messages.format("preview-more", [("count", count.into())]))
        };
        Some(match self.site.derived.previews.get(&key)? {
            Preview::Pages(pages, total) => FilePreview {
                pages: pages
                    .iter()
                    .enumerate()
                    .map(|(index, page)| PreviewPage {
                        url: self.media_url(&page.path),
                        alternative: self.messages.format(
                            "preview-page",
                            [("number", (index + 1).into()), ("file", name.to_owned().into())],
                        ),
                        width: page.width,
                        height: page.height,
                    })
                    .collect(),
                more: more(total.saturating_sub(pages.len())),
                ..FilePreview::default()
            },
            Preview::Picture(picture) => {
                let what = match ImageFormat::from_name(path) {
                    Some(ImageFormat::Svg) | None => "preview-drawing",
                    Some(_) => "preview-picture",
                };
                let page = PreviewPage {
                    url: self.media_url(&picture.path),
                    alternative: self.messages.format(what, [("file", name.to_owned().into())]),
                    width: picture.width,
                    height: picture.height,
                };
                FilePreview { pages: vec![page], ..FilePreview::default() }
            }
            Preview::Outline(outline) => FilePreview {
                outline_label: Some(self.messages.text(match outline.kind {
                    OutlineKind::Headings => "preview-headings",
                    OutlineKind::Slides => "preview-slides",
                    OutlineKind::Sheets => "preview-sheets",
                })),
                outline: outline
                    .lines
                    .iter()
                    .map(|(depth, text)| OutlineLine { text: text.clone(), depth: *depth })
                    .collect(),
                more: more(outline.more),
                ..FilePreview::default()
            },
            Preview::Excerpt(Excerpt::Text(lines)) => {
                FilePreview { lines: Some(lines.join("\n")), ..FilePreview::default() }
            }
            Preview::Excerpt(Excerpt::Table(rows)) => {
                let mut rows = rows.iter().cloned();
                FilePreview {
                    head: rows.next().unwrap_or_default(),
                    rows: rows.collect(),
                    ..FilePreview::default()
                }
            }
        })
    }
}
