//! Pixels -> a PNG that is small where the colours are few, as in a drawing with words: flat colours
//! stay as they are, and the shades along their edges become one of at most 256.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// Shades whose parts agree in so many upper bits are one.
const KEPT_BITS: u32 = 4;
/// How many groups of shades there are.
const GROUPS: usize = 1 << (3 * KEPT_BITS);

/// A PNG with a palette; one without where the picture has more colours, as a photograph does.
pub(super) fn png_of_few_colours(pixels: &[[u8; 3]], size: (u32, u32)) -> Result<Vec<u8>, EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.0, size.1);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    match palette(pixels) {
        Some((colours, places)) => {
            encoder.set_color(ColorType::Indexed);
            encoder.set_palette(colours.concat());
            // Numbers of colours say nothing about their neighbours.
            encoder.set_filter(Filter::NoFilter);
            let numbers: Vec<u8> = pixels.iter().map(|pixel| places[group(*pixel)]).collect();
            write(encoder, &numbers)?;
        }
        None => {
            encoder.set_color(ColorType::Rgb);
            write(encoder, pixels.as_flattened())?;
        }
    }
    Ok(bytes)
}

fn write(encoder: Encoder<'_, &mut Vec<u8>>, data: &[u8]) -> Result<(), EncodingError> {
    let mut writer = encoder.write_header()?;
    writer.write_image_data(data)?;
    writer.finish()
}

fn group(pixel: [u8; 3]) -> usize {
    pixel.iter().fold(0, |number, part| number << KEPT_BITS | usize::from(part >> (8 - KEPT_BITS)))
}

/// The colours, and of every group the number of its colour, which is the most frequent one in it.
fn palette(pixels: &[[u8; 3]]) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let mut counts: BTreeMap<[u8; 3], usize> = BTreeMap::new();
    for run in pixels.chunk_by(|left, right| left == right) {
        *counts.entry(run[0]).or_insert(0) += run.len();
    }
    let mut of_groups: BTreeMap<usize, ([u8; 3], usize)> = BTreeMap::new();
    for (colour, count) in counts {
        let best = of_groups.entry(group(colour)).or_insert((colour, count));
        if count > best.1 {
            *best = (colour, count);
        }
    }
    let mut places = vec![0; GROUPS];
    for (number, group) in of_groups.keys().enumerate() {
        places[*group] = u8::try_from(number).ok()?;
    }
    Some((of_groups.into_values().map(|(colour, _)| colour).collect(), places))
}

#[cfg(test)]
mod tests {
    use super::png_of_few_colours;

    #[test]
    fn flat_colours_stay_exact_and_their_shades_become_few() {
        let line = |x: u32| match x {
            0..40 => [6, 58, 48],
            40..60 => [6 + (x - 40) as u8 * 12, 58 + (x - 40) as u8 * 9, 48],
            _ => [255, 255, 255],
        };
        let pixels: Vec<[u8; 3]> = (0..100 * 20).map(|at| line(at % 100)).collect();
        let png = png_of_few_colours(&pixels, (100, 20)).unwrap();
        // The kind of colour stands behind the size and the depth: 3 is a palette.
        assert_eq!(png[25], 3);
        let read = image::load_from_memory(&png).unwrap().to_rgb8();
        assert_eq!((read.get_pixel(5, 5).0, read.get_pixel(80, 5).0), ([6, 58, 48], [255, 255, 255]));
        for (pixel, now) in pixels.iter().zip(read.pixels()) {
            assert!(pixel.iter().zip(now.0).all(|(was, is)| was.abs_diff(is) < 16), "{pixel:?} {now:?}");
        }
    }

    #[test]
    fn a_picture_of_very_many_colours_keeps_them_all() {
        let pixels: Vec<[u8; 3]> =
            (0..64 * 64).map(|at| [(at % 64 * 4) as u8, (at / 64 * 4) as u8, (at % 17 * 15) as u8]).collect();
        let png = png_of_few_colours(&pixels, (64, 64)).unwrap();
        let read = image::load_from_memory(&png).unwrap().to_rgb8();
        assert!(read.pixels().zip(&pixels).all(|(read, pixel)| read.0 == *pixel));
    }
}
