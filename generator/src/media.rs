//! Pictures: what they are, how large, and whether they can be shown. Also the written rule for
//! the files that systems and editors leave behind. What is made of them for the site (smaller copies,
//! previews of documents) comes from `derive`, through the cache; so do the pictures of shared links,
//! which `drawing` makes of a template.
//!
//! A picture is recognised by its bytes, never by its name alone, and read to its end: one that
//! was cut off on its way is a mistake to report, not a grey box to publish. An SVG is a program
//! as much as a picture; `svg` refuses those that are.

mod cache;
mod derive;
mod drawer;
mod drawing;
mod excerpt;
mod outline;
mod palette;
mod pdf;
mod raster;
mod scale;
mod svg;

pub use cache::{Cache, default_folder};
pub use derive::{Derived, PictureCopies, Preview, SizedFile, derive};
pub use drawer::draw_if_asked;
pub use drawing::{DrawnPicture, Inset, Typeface, Undrawn, drawn_once};
pub use excerpt::Excerpt;
pub use outline::{Outline, OutlineKind};

use std::fmt;

/// What a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageFacts {
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// How it is stored.
    pub format: ImageFormat,
}

/// How a picture is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ImageFormat {
    /// Portable Network Graphics.
    Png,
    /// JPEG.
    Jpeg,
    /// Graphics Interchange Format.
    Gif,
    /// WebP.
    Webp,
    /// Scalable Vector Graphics.
    Svg,
}

impl ImageFormat {
    /// The format that a file name promises; upper and lower case are one.
    pub fn from_name(name: &str) -> Option<ImageFormat> {
        let (stem, extension) = name.rsplit_once('.')?;
        if stem.is_empty() {
            return None;
        }
        match extension.to_ascii_lowercase().as_str() {
            "png" => Some(ImageFormat::Png),
            "jpg" | "jpeg" => Some(ImageFormat::Jpeg),
            "gif" => Some(ImageFormat::Gif),
            "webp" => Some(ImageFormat::Webp),
            "svg" => Some(ImageFormat::Svg),
            _ => None,
        }
    }

    /// The format that the first bytes show.
    pub fn from_bytes(bytes: &[u8]) -> Option<ImageFormat> {
        raster::signature(bytes).or_else(|| svg::looks_like_svg(bytes).then_some(ImageFormat::Svg))
    }
}

impl fmt::Display for ImageFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            ImageFormat::Png => "PNG",
            ImageFormat::Jpeg => "JPEG",
            ImageFormat::Gif => "GIF",
            ImageFormat::Webp => "WebP",
            ImageFormat::Svg => "SVG",
        })
    }
}

/// Why a picture cannot be shown. The messages follow “the picture cannot be shown: ”.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImageProblem {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// None of the formats that every browser shows.
    #[error("it is no PNG, JPEG, GIF, WebP or SVG")]
    UnknownFormat,
    /// The name says something else than the bytes.
    #[error("its content is {found}, but its name says {named}")]
    Misnamed {
        /// What the bytes are.
        found: ImageFormat,
        /// What the name promises.
        named: ImageFormat,
    },
    /// It ends too early.
    #[error("it is cut off")]
    Truncated,
    /// Its parts do not fit together.
    #[error("it is damaged")]
    Damaged,
    /// Nothing to see, or more than a browser can hold.
    #[error("it has {0} × {1} pixels")]
    ImpossibleSize(u32, u32),
    /// An SVG that is not well-formed.
    #[error("it is no well-formed SVG: {0}")]
    BrokenSvg(&'static str),
    /// An SVG that could run a program or fetch something.
    #[error("it may hold only shapes and text, not {0}")]
    ActiveSvg(String),
}

impl ImageProblem {
    /// Whether the file is harmless and only cannot be seen: then the entry is published, and the
    /// page shows the picture's alternative text. What is no picture, or more than one, is refused.
    pub fn is_harmless(&self) -> bool {
        match self {
            ImageProblem::Empty
            | ImageProblem::Truncated
            | ImageProblem::Damaged
            | ImageProblem::ImpossibleSize(..) => true,
            ImageProblem::UnknownFormat
            | ImageProblem::Misnamed { .. }
            | ImageProblem::BrokenSvg(_)
            | ImageProblem::ActiveSvg(_) => false,
        }
    }
}

/// The most pixels a picture may have: a poster in print quality. More is a mistake, or meant to
/// use up a reader's memory.
const MAX_PIXELS: u64 = 200_000_000;

/// Looks at a picture, of which the last step of the name counts.
///
/// # Errors
/// When it is no picture that every browser shows, is not what its name says, is damaged, or is an
/// SVG that does more than show something.
pub fn inspect_image(bytes: &[u8], name: &str) -> Result<ImageFacts, ImageProblem> {
    if bytes.is_empty() {
        return Err(ImageProblem::Empty);
    }
    let named = ImageFormat::from_name(name).ok_or(ImageProblem::UnknownFormat)?;
    let format = ImageFormat::from_bytes(bytes).ok_or(ImageProblem::UnknownFormat)?;
    if format != named {
        return Err(ImageProblem::Misnamed { found: format, named });
    }
    let (width, height) = match format {
        ImageFormat::Svg => svg::inspect_svg(bytes)?,
        raster => raster::inspect_raster(bytes, raster)?,
    };
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(ImageProblem::ImpossibleSize(width, height));
    }
    Ok(ImageFacts { width, height, format })
}

/// The written rule for files that are passed over in silence: those that systems, editors and
/// office programs leave beside an author's own. Everything else is published or reported.
///
/// Names that begin with `.` or `~$`; `Thumbs.db`, `desktop.ini`, `__MACOSX`; names that end with
/// `~`, `.tmp`, `.bak`, `.swp` or `:Zone.Identifier`. Upper and lower case are one.
pub fn is_system_file(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || matches!(name.as_str(), "thumbs.db" | "desktop.ini" | "__macosx")
        || ["~", ".tmp", ".bak", ".swp", ":zone.identifier"].iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests;
