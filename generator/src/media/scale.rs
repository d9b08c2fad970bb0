//! Pictures in the sizes that pages show, so that a phone does not load a poster.
//!
//! A photograph stays JPEG; a drawing becomes lossless WebP, or JPEG where that is smaller and
//! nothing shines through. Moving pictures stay as they are.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::webp::WebPEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder as _, ImageEncoder as _, ImageReader, Limits};
use serde::{Deserialize, Serialize};

use super::cache::{Made, MadeFile};

/// Changed whenever the bytes that come out change.
pub(super) const RECIPE: &str = "picture 2";
/// The most pixels that are unpacked: 50 million are 200 MB of memory.
pub(super) const MAX_PIXELS: u64 = 50_000_000;
const MAX_MEMORY: u64 = 400 * 1024 * 1024;
const JPEG_QUALITY: u8 = 82;

/// What is known of a picture besides its smaller copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PictureFacts {
    /// Width and height as a reader sees them, turned the way the camera was held.
    Shown(u32, u32),
    /// It moves, so it stays as it is.
    Moving,
    /// It would take too much memory to make smaller.
    TooLarge,
    /// It cannot be read to its end.
    Damaged,
}

/// Makes the smaller copies of a picture: one for each of `widths` that is below its own.
pub(super) fn scale(bytes: &[u8], widths: &[u32]) -> Made<PictureFacts> {
    let without_files = |facts| Made { facts, files: Vec::new() };
    if is_moving(bytes) {
        return without_files(PictureFacts::Moving);
    }
    match read(bytes) {
        Ok((picture, is_photograph)) => {
            let (width, height) = (picture.width(), picture.height());
            Made { facts: PictureFacts::Shown(width, height), files: copies(picture, widths, is_photograph) }
        }
        Err(facts) => without_files(facts),
    }
}

fn read(bytes: &[u8]) -> Result<(DynamicImage, bool), PictureFacts> {
    let mut reader =
        ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| PictureFacts::Damaged)?;
    let is_photograph = reader.format() == Some(image::ImageFormat::Jpeg);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| PictureFacts::Damaged)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(PictureFacts::TooLarge);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| match error {
        image::ImageError::Limits(_) => PictureFacts::TooLarge,
        _ => PictureFacts::Damaged,
    })?;
    picture.apply_orientation(orientation);
    Ok((picture, is_photograph))
}

/// The copies, smallest first. Each is made from the next larger one, which takes a fraction of the
/// time that the whole picture would and looks the same.
fn copies(picture: DynamicImage, widths: &[u32], is_photograph: bool) -> Vec<MadeFile> {
    let (width, height) = (u64::from(picture.width()), u64::from(picture.height()));
    let mut files = Vec::new();
    let mut larger = picture;
    for wanted in widths.iter().rev().filter(|wanted| u64::from(**wanted) < width) {
        let Ok(tall) = u32::try_from((u64::from(*wanted) * height).div_ceil(width)) else { continue };
        larger = larger.resize_exact(*wanted, tall.max(1), FilterType::CatmullRom);
        files.extend(encode(&larger, is_photograph));
    }
    files.reverse();
    files
}

/// A picture as the smaller file of the two formats.
pub(super) fn encode(picture: &DynamicImage, is_photograph: bool) -> Option<MadeFile> {
    let (width, height) = (picture.width(), picture.height());
    let as_jpeg = || {
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
        encoder.write_image(picture.to_rgb8().as_raw(), width, height, ExtendedColorType::Rgb8).ok()?;
        Some(MadeFile { extension: "jpg", width, height, bytes })
    };
    if is_photograph {
        return as_jpeg();
    }
    let rgba = picture.to_rgba8();
    let is_opaque = rgba.pixels().all(|pixel| pixel.0[3] == u8::MAX);
    let mut bytes = Vec::new();
    let encoder = WebPEncoder::new_lossless(&mut bytes);
    if is_opaque {
        let rgb = picture.to_rgb8();
        encoder.write_image(rgb.as_raw(), width, height, ExtendedColorType::Rgb8).ok()?;
    } else {
        encoder.write_image(rgba.as_raw(), width, height, ExtendedColorType::Rgba8).ok()?;
    }
    let webp = MadeFile { extension: "webp", width, height, bytes };
    let jpeg = if is_opaque { as_jpeg() } else { None };
    jpeg.filter(|jpeg| jpeg.bytes.len() < webp.bytes.len()).or(Some(webp))
}

/// Whether a picture has more than one frame: every GIF is taken for one, a PNG with its control
/// chunk before the first pixels, a WebP whose head says so.
fn is_moving(bytes: &[u8]) -> bool {
    let control = || {
        let head = &bytes[..bytes.len().min(4096)];
        let pixels = head.windows(4).position(|name| name == b"IDAT").unwrap_or(head.len());
        head[..pixels].windows(4).any(|name| name == b"acTL")
    };
    bytes.starts_with(b"GIF8")
        || (bytes.starts_with(b"\x89PNG") && control())
        || (bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(width: u32, height: u32, alpha: u8) -> Vec<u8> {
        let picture = image::RgbaImage::from_fn(width, height, |x, _| {
            image::Rgba([(x / 20 * 9) as u8, 80, 120, alpha])
        });
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn a_picture_gets_a_copy_for_each_width_below_its_own() {
        let made = scale(&drawing(700, 351, 255), &[320, 640, 1280]);
        assert_eq!(made.facts, PictureFacts::Shown(700, 351));
        let sizes: Vec<_> = made.files.iter().map(|file| (file.width, file.height)).collect();
        assert_eq!(sizes, [(320, 161), (640, 321)]);
        for file in &made.files {
            let name = format!("a.{}", file.extension);
            let facts = super::super::inspect_image(&file.bytes, &name).unwrap();
            assert_eq!((facts.width, facts.height), (file.width, file.height));
        }
    }

    #[test]
    fn what_shines_through_stays_so_and_two_runs_give_the_same_bytes() {
        let bytes = drawing(400, 300, 90);
        let [first, second] = [scale(&bytes, &[160]), scale(&bytes, &[160])];
        assert_eq!((first.files[0].extension, &first.files[0].bytes), ("webp", &second.files[0].bytes));
        let copy = image::load_from_memory(&first.files[0].bytes).unwrap().to_rgba8();
        assert_eq!(copy.get_pixel(5, 5).0[3], 90);
    }

    #[test]
    fn a_picture_that_was_cut_off_or_is_a_bomb_is_told_apart() {
        let bytes = drawing(300, 200, 255);
        assert_eq!(scale(&bytes[..bytes.len() / 2], &[160]).facts, PictureFacts::Damaged);
        let mut bomb = bytes.clone();
        // Width and height in the head of a PNG, and the checksum behind them.
        bomb[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
        let mut sum = flate2::Crc::new();
        sum.update(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.sum().to_be_bytes());
        assert_eq!(scale(&bomb, &[160]).facts, PictureFacts::TooLarge);
        assert_eq!(scale(b"GIF89a", &[160]).facts, PictureFacts::Moving);
    }
}
