//! PNG, JPEG, GIF and WebP: signature, size, and whether the end is there.

use super::{ImageFormat, ImageProblem};

const PNG_SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// The format that the first bytes show.
pub(super) fn signature(bytes: &[u8]) -> Option<ImageFormat> {
    if bytes.starts_with(PNG_SIGNATURE) {
        Some(ImageFormat::Png)
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(ImageFormat::Jpeg)
    } else if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
        Some(ImageFormat::Gif)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(ImageFormat::Webp)
    } else {
        None
    }
}

/// Width and height of a picture that is there to its end.
pub(super) fn inspect_raster(bytes: &[u8], format: ImageFormat) -> Result<(u32, u32), ImageProblem> {
    match format {
        ImageFormat::Png => check_png(bytes)?,
        // Measured here: imagesize knows no fill bytes before a mark.
        ImageFormat::Jpeg => return check_jpeg(bytes),
        ImageFormat::Gif => check_gif(bytes)?,
        ImageFormat::Webp => check_webp(bytes)?,
        ImageFormat::Svg => return Err(ImageProblem::UnknownFormat),
    }
    let size = imagesize::blob_size(bytes).map_err(|_| ImageProblem::Damaged)?;
    let pixels = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    Ok((pixels(size.width), pixels(size.height)))
}

/// A PNG is a row of chunks, each with a checksum; the first is IHDR and the last is IEND.
fn check_png(bytes: &[u8]) -> Result<(), ImageProblem> {
    let mut rest = bytes.get(PNG_SIGNATURE.len()..).unwrap_or_default();
    let mut is_first = true;
    loop {
        let (length, after) = rest.split_first_chunk::<4>().ok_or(ImageProblem::Truncated)?;
        // A length beyond any memory is beyond the end of the file too.
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| ImageProblem::Truncated)?;
        let checked =
            length.checked_add(4).and_then(|end| after.get(..end)).ok_or(ImageProblem::Truncated)?;
        let (sum, next) = after
            .get(length + 4..)
            .unwrap_or_default()
            .split_first_chunk::<4>()
            .ok_or(ImageProblem::Truncated)?;
        let mut crc = flate2::Crc::new();
        crc.update(checked);
        if crc.sum() != u32::from_be_bytes(*sum) || (is_first && !checked.starts_with(b"IHDR")) {
            return Err(ImageProblem::Damaged);
        }
        if checked.starts_with(b"IEND") {
            return Ok(());
        }
        is_first = false;
        rest = next;
    }
}

/// A JPEG is a row of marked segments up to the scan, and the scan ends with its own mark. A
/// preview inside a segment has the same mark, so the segments must be passed first. The frame
/// header among them (SOF, all of 0xc0 to 0xcf but three) has height and width.
fn check_jpeg(bytes: &[u8]) -> Result<(u32, u32), ImageProblem> {
    let number = |at: usize| {
        let pair = bytes.get(at..at + 2).ok_or(ImageProblem::Truncated)?;
        Ok(u16::from_be_bytes([pair[0], pair[1]]))
    };
    let mut size = None;
    let mut at = 2;
    loop {
        let [first, mark] = number(at)?.to_be_bytes();
        if first != 0xff {
            return Err(ImageProblem::Damaged);
        }
        // Any number of 0xff may stand before a mark.
        if mark == 0xff {
            at += 1;
            continue;
        }
        let length = usize::from(number(at + 2)?);
        if length < 2 {
            return Err(ImageProblem::Damaged);
        }
        if matches!(mark, 0xc0..=0xcf) && !matches!(mark, 0xc4 | 0xc8 | 0xcc) {
            size = Some((u32::from(number(at + 7)?), u32::from(number(at + 5)?)));
        }
        at += 2 + length;
        if mark == 0xda {
            break;
        }
    }
    let scan = bytes.get(at..).ok_or(ImageProblem::Truncated)?;
    if !scan.windows(2).rev().any(|pair| pair == b"\xff\xd9") {
        return Err(ImageProblem::Truncated);
    }
    size.ok_or(ImageProblem::Damaged)
}

/// A GIF is a row of blocks up to its trailer; blocks are rows of pieces with their lengths.
fn check_gif(bytes: &[u8]) -> Result<(), ImageProblem> {
    let byte = |at: usize| bytes.get(at).copied().ok_or(ImageProblem::Truncated);
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let mut at = 13 + colours(byte(10)?);
    loop {
        match byte(at)? {
            0x3b => return Ok(()),
            0x21 => at += 2,
            0x2c => at += 11 + colours(byte(at + 9)?),
            _ => return Err(ImageProblem::Damaged),
        }
        loop {
            let length = usize::from(byte(at)?);
            at += 1 + length;
            if length == 0 {
                break;
            }
        }
    }
}

/// A WebP says at its beginning how long it is.
fn check_webp(bytes: &[u8]) -> Result<(), ImageProblem> {
    let length = bytes.get(4..8).and_then(|length| <[u8; 4]>::try_from(length).ok());
    let length = length.map(u32::from_le_bytes).and_then(|length| usize::try_from(length).ok());
    match length {
        Some(length) if length < 22 => Err(ImageProblem::Damaged),
        Some(length) if length <= bytes.len() - 8 => Ok(()),
        _ => Err(ImageProblem::Truncated),
    }
}
