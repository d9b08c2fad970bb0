//! Pictures: decoded within limits, turned the way they are meant to be seen, and written again
//! without what a camera adds, such as the place and the owner.

use std::io::Cursor;

use generator::media::{ImageProblem, inspect_image};
use image::codecs::jpeg::{JpegDecoder, JpegEncoder};
use image::codecs::png::{PngDecoder, PngEncoder};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageEncoder, Limits};

use super::Refusal;

/// How a PNG begins.
pub(super) const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// How a JPEG begins.
pub(super) const JPEG: &[u8] = b"\xff\xd8\xff";

/// The most pixels: three times a photo of a phone. Decoded they take four bytes each.
const MAX_MEGAPIXELS: usize = 40;
/// What a decoder may allocate.
const MAX_ALLOCATION: u64 = 400_000_000;
/// Colour profiles of cameras and screens are far smaller; a larger one carries something else.
const MAX_PROFILE: usize = 16_000;
/// Hardly to be told from the original.
const JPEG_QUALITY: u8 = 90;

/// Reads a PNG and writes the chunks of its picture again. Decoding shows that they are a picture;
/// coding it anew would make files several times as large, because most come with a palette and
/// from a better encoder.
pub(super) fn clean_png(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    check(bytes, "picture.png")?;
    let bare = picture_chunks(bytes)?;
    let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits()).map_err(|_| Refusal::Unreadable)?;
    let (picture, profile, orientation) = decode(decoder)?;
    if orientation == Orientation::NoTransforms {
        return Ok(bare);
    }
    let mut written = Vec::new();
    let mut encoder = PngEncoder::new(&mut written);
    if let Some(profile) = profile {
        // Only a picture without its exact colours, should it fail.
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder).map_err(|_| Refusal::Unreadable)?;
    Ok(written)
}

/// Reads a JPEG and writes it again. One that holds nothing but its picture stays as it is: each
/// further writing would cost quality.
pub(super) fn clean_jpeg(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    check(bytes, "picture.jpg")?;
    let mut decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(|_| Refusal::Unreadable)?;
    decoder.set_limits(limits()).map_err(|_| Refusal::TooLarge)?;
    let (picture, profile, orientation) = decode(decoder)?;
    let is_upright = orientation == Orientation::NoTransforms;
    if is_upright && without_metadata(bytes).is_some_and(|bare| bare == bytes) {
        return Ok(bytes.to_vec());
    }
    let picture = match picture {
        DynamicImage::ImageLuma8(_) => picture,
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    };
    let mut written = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut written, JPEG_QUALITY);
    if let Some(profile) = profile {
        let _ = encoder.set_icc_profile(profile);
    }
    picture.write_with_encoder(encoder).map_err(|_| Refusal::Unreadable)?;
    Ok(written)
}

/// A JPEG without the segments that do not belong to its picture, and without what follows its
/// end; `None` where it cannot be taken apart.
pub(super) fn without_metadata(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut bare = bytes.get(..2).filter(|start| JPEG.starts_with(start))?.to_vec();
    let mut at = 2;
    loop {
        let mark = match bytes.get(at..at + 2)? {
            [0xff, mark] => *mark,
            _ => return None,
        };
        match mark {
            0xd9 => {
                bare.extend_from_slice(&[0xff, 0xd9]);
                return Some(bare);
            }
            // A filling byte before a mark.
            0xff => {
                at += 1;
                continue;
            }
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes(bytes.get(at + 2..at + 4)?.try_into().ok()?));
        let segment = bytes.get(at..at + 2 + length).filter(|segment| segment.len() >= 4)?;
        let belongs = match mark {
            0xe0 => segment[4..].starts_with(b"JFIF\0") && segment.len() == 18,
            0xe2 => segment[4..].starts_with(b"ICC_PROFILE\0") && segment.len() <= MAX_PROFILE + 18,
            0xee => segment[4..].starts_with(b"Adobe") && segment.len() == 16,
            0xe1..=0xef | 0xfe => false,
            _ => true,
        };
        if belongs {
            bare.extend_from_slice(segment);
        }
        at += 2 + length;
        if mark == 0xda {
            // The coded picture: up to the next mark that is no escape and no restart.
            let scan = bytes.get(at..)?;
            let end = scan
                .windows(2)
                .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))?;
            bare.extend_from_slice(&scan[..end]);
            at += end;
        }
    }
}

fn check(bytes: &[u8], name: &str) -> Result<(), Refusal> {
    let facts = inspect_image(bytes, name).map_err(|problem| match problem {
        ImageProblem::ImpossibleSize(width, height) if width > 0 && height > 0 => {
            Refusal::Pixels(MAX_MEGAPIXELS)
        }
        _ => Refusal::Unreadable,
    })?;
    let pixels = u64::from(facts.width) * u64::from(facts.height);
    if pixels > MAX_MEGAPIXELS as u64 * 1_000_000 { Err(Refusal::Pixels(MAX_MEGAPIXELS)) } else { Ok(()) }
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_ALLOCATION);
    limits
}

type Decoded = (DynamicImage, Option<Vec<u8>>, Orientation);

fn decode(mut decoder: impl ImageDecoder) -> Result<Decoded, Refusal> {
    if decoder.total_bytes() > MAX_ALLOCATION {
        return Err(Refusal::Pixels(MAX_MEGAPIXELS));
    }
    let profile = decoder.icc_profile().ok().flatten().filter(|profile| profile.len() <= MAX_PROFILE);
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::Unreadable)?;
    picture.apply_orientation(orientation);
    Ok((picture, profile, orientation))
}

/// A PNG with the chunks that make its picture and no others.
fn picture_chunks(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut bare = PNG.to_vec();
    let mut rest = bytes.get(PNG.len()..).unwrap_or_default();
    while let (Some(length), Some(kind)) = (rest.first_chunk::<4>(), rest.get(4..8)) {
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Refusal::Unreadable)?;
        let end = length.checked_add(12).ok_or(Refusal::Unreadable)?;
        let chunk = rest.get(..end).ok_or(Refusal::Unreadable)?;
        match kind {
            // Another picture follows.
            b"acTL" => return Err(Refusal::Animated),
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"IEND" | b"gAMA" | b"cHRM" | b"sRGB" | b"sBIT"
            | b"pHYs" => {
                bare.extend_from_slice(chunk);
            }
            b"iCCP" if length <= MAX_PROFILE => bare.extend_from_slice(chunk),
            _ => {}
        }
        if kind == b"IEND" {
            return Ok(bare);
        }
        rest = &rest[end..];
    }
    Err(Refusal::Unreadable)
}
