//! A drawing (SVG) with words in a typeface -> a picture (PNG). For the pictures of shared links, which
//! no network reads as SVG. The only file that names resvg.
//!
//! Nothing of the machine counts: no font of the system, no file that a drawing names. What draws the
//! words also measures them, so that a line that fits in the measure fits in the picture.

use std::fmt::Write as _;
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;

use image::ImageReader;
use image::imageops::FilterType;
use resvg::tiny_skia::{Color, IntSize, Pixmap, PixmapPaint, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Node, Options, Tree, fontdb};
use serde::{Deserialize, Serialize};

use super::ImageFormat;
use super::cache::{Cache, Made, MadeFile};
use super::palette::png_of_few_colours;
use crate::digest::Digest;
use crate::markdown::escape_html;
use crate::model::site::Asset;

/// Changed whenever the bytes that come out change.
const RECIPE: &str = "drawing 1";
/// The size that words are measured at, in pixels.
const MEASURED_AT: f32 = 100.0;

/// Fonts of one family that words are drawn in, whatever the drawing asks for.
#[derive(Debug)]
pub struct Typeface {
    fonts: Arc<fontdb::Database>,
    family: String,
    digest: Digest,
}

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Undrawn {
    /// The typeface lacks a letter of the words, such as a Greek one.
    MissingLetter,
    /// The words are too many for the picture.
    TooLong,
    /// The drawing is no SVG; what is wrong with it.
    Broken(String),
}

/// A picture that stands in a drawing, such as a logo.
#[derive(Debug, Clone, Copy)]
pub struct Inset<'b> {
    /// A PNG, JPEG, WebP or SVG.
    pub bytes: &'b [u8],
    /// Pixels from the left and from the top.
    pub place: (u32, u32),
    /// Width and height it is scaled to, in pixels.
    pub size: (u32, u32),
}

/// A picture where it is kept.
#[derive(Debug, Clone)]
pub struct DrawnPicture {
    /// The name that what it was made from gives it.
    pub name: String,
    /// The file.
    pub asset: Asset,
}

impl Typeface {
    /// The fonts of some files; `None` where no file is one.
    pub fn new<'f>(files: impl IntoIterator<Item = &'f [u8]>) -> Option<Typeface> {
        let mut fonts = fontdb::Database::new();
        let mut hasher = crate::digest::Hasher::default();
        for file in files {
            hasher.update(file);
            fonts.load_font_data(file.to_vec());
        }
        let family = fonts.faces().next()?.families.first()?.0.clone();
        // What a drawing asks for and is not there is replaced by this family.
        fonts.set_serif_family(family.as_str());
        Some(Typeface { fonts: Arc::new(fonts), family, digest: hasher.finish() })
    }

    /// The digest of its files.
    pub fn digest(&self) -> Digest {
        self.digest
    }

    /// The widths of words in parts of the size they are set in.
    ///
    /// # Errors
    /// When it lacks a letter.
    pub fn widths<'w>(
        &self,
        words: impl IntoIterator<Item = &'w str>,
        weight: u16,
    ) -> Result<Vec<f64>, Undrawn> {
        let mut count = 0;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" font-size=\"{MEASURED_AT}\" font-weight=\"{weight}\">"
        );
        for word in words {
            let _ = write!(svg, "<text id=\"w{count}\" xml:space=\"preserve\">{}</text>", escape_html(word));
            count += 1;
        }
        svg.push_str("</svg>");
        let tree = self.read(svg.as_bytes())?;
        Ok((0..count)
            .map(|number| match tree.node_by_id(&format!("w{number}")) {
                Some(Node::Text(text)) => f64::from(text.bounding_box().width() / MEASURED_AT),
                _ => 0.0,
            })
            .collect())
    }

    /// Draws an SVG on a white ground of `size`, and a picture into it.
    ///
    /// # Errors
    /// When the SVG is none, or the typeface lacks a letter of it.
    pub fn draw(&self, svg: &str, size: (u32, u32), inset: Option<Inset<'_>>) -> Result<Vec<u8>, Undrawn> {
        let no_room = || Undrawn::Broken(format!("{} × {} pixels are no size", size.0, size.1));
        let tree = self.read(svg.as_bytes())?;
        let mut pixmap = Pixmap::new(size.0, size.1).ok_or_else(no_room)?;
        pixmap.fill(Color::WHITE);
        let scale = size.0 as f32 / tree.size().width();
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
        // A picture that cannot be drawn is told about where the content is checked.
        let _ = inset.and_then(|inset| self.put_in(&mut pixmap, inset));
        let pixels: Vec<[u8; 3]> =
            pixmap.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
        png_of_few_colours(&pixels, size).map_err(|error| Undrawn::Broken(error.to_string()))
    }

    fn put_in(&self, pixmap: &mut Pixmap, inset: Inset<'_>) -> Option<()> {
        let (left, top) = (i32::try_from(inset.place.0).ok()?, i32::try_from(inset.place.1).ok()?);
        if ImageFormat::from_bytes(inset.bytes)? == ImageFormat::Svg {
            let tree = self.read(inset.bytes).ok()?;
            let (across, down) =
                (inset.size.0 as f32 / tree.size().width(), inset.size.1 as f32 / tree.size().height());
            let place = Transform::from_scale(across, down).post_translate(left as f32, top as f32);
            resvg::render(&tree, place, &mut pixmap.as_mut());
            return Some(());
        }
        let picture = ImageReader::new(Cursor::new(inset.bytes)).with_guessed_format().ok()?.decode().ok()?;
        let picture = picture.resize_exact(inset.size.0, inset.size.1, FilterType::CatmullRom).to_rgba8();
        let size = IntSize::from_wh(inset.size.0, inset.size.1)?;
        let mut bytes = picture.into_raw();
        for pixel in bytes.chunks_exact_mut(4) {
            let alpha = u16::from(pixel[3]);
            for part in &mut pixel[..3] {
                *part = ((u16::from(*part) * alpha + 127) / 255) as u8;
            }
        }
        let picture = Pixmap::from_vec(bytes, size)?;
        pixmap.draw_pixmap(left, top, picture.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
        Some(())
    }

    fn read(&self, svg: &[u8]) -> Result<Tree, Undrawn> {
        let is_missing = AtomicBool::new(false);
        let options = Options {
            font_family: self.family.clone(),
            fontdb: Arc::clone(&self.fonts),
            font_resolver: FontResolver {
                select_font: FontResolver::default_font_selector(),
                select_fallback: Box::new(|_, _, _| {
                    is_missing.store(true, Relaxed);
                    None
                }),
            },
            image_href_resolver: ImageHrefResolver {
                resolve_data: Box::new(|_, _, _| None),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        let tree = Tree::from_data(svg, &options).map_err(|error| Undrawn::Broken(error.to_string()))?;
        drop(options);
        if is_missing.into_inner() { Err(Undrawn::MissingLetter) } else { Ok(tree) }
    }
}

/// A picture that is made of `order`, in which everything stands that it depends on: from the cache,
/// or made and kept there.
///
/// # Errors
/// When it cannot be drawn, which is kept as well.
pub fn drawn_once(
    cache: &Cache,
    order: &[u8],
    size: (u32, u32),
    make: impl FnOnce() -> Result<Vec<u8>, Undrawn>,
) -> Result<DrawnPicture, Undrawn> {
    let (problem, files) = cache.get(RECIPE, order, || match make() {
        Ok(bytes) => {
            let file = MadeFile { extension: "png", width: size.0, height: size.1, bytes };
            Made { facts: None, files: vec![file] }
        }
        Err(problem) => Made { facts: Some(problem), files: Vec::new() },
    });
    match (problem, files.into_iter().next()) {
        (None, Some(file)) => Ok(DrawnPicture { name: file.name, asset: file.asset }),
        (problem, _) => Err(problem.unwrap_or(Undrawn::TooLong)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::theme::Theme;

    fn typeface() -> Typeface {
        let theme = Theme::embedded();
        let fonts = theme.files_below("share").filter(|(name, _)| name.ends_with(".ttf"));
        Typeface::new(fonts.map(|(_, bytes)| bytes)).unwrap()
    }

    fn pixels(png: &[u8]) -> image::RgbImage {
        image::load_from_memory(png).unwrap().to_rgb8()
    }

    #[test]
    fn words_are_drawn_in_the_typeface_and_two_runs_give_the_same_bytes() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"100\">\
                   <text x=\"10\" y=\"80\" font-size=\"80\" font-family=\"Absent\">ķūža</text></svg>";
        let [first, second] = [0, 1].map(|_| typeface().draw(svg, (200, 100), None).unwrap());
        assert_eq!(first, second);
        let black = pixels(&first).pixels().filter(|pixel| pixel.0 == [0, 0, 0]).count();
        assert!(black > 500, "{black}");
    }

    #[test]
    fn bold_words_are_wider_and_a_letter_that_is_not_there_is_told() {
        let typeface = typeface();
        let [regular, bold] = [400, 700].map(|weight| typeface.widths(["pakalpojums", "<b>"], weight));
        let (regular, bold) = (regular.unwrap(), bold.unwrap());
        assert!(regular[0] > 4.0 && bold[0] > regular[0] * 1.02, "{regular:?} {bold:?}");
        for letters in ["āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽ", "áéíóúüñ¿¡ÁÉÍÓÚÑ", "àèéìòùÀÈ", "çßøåæœłőűțș€“”„’–—…·"]
        {
            assert!(typeface.widths([letters], 700).is_ok(), "{letters}");
        }
        assert_eq!(typeface.widths(["Υπηρεσία"], 400), Err(Undrawn::MissingLetter));
    }

    #[test]
    fn a_logo_is_drawn_where_it_belongs_whatever_its_format() {
        let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"40\"/>";
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"4\"><path fill=\"#f00\" d=\"M0 0h8v4H0z\"/></svg>";
        let mut png = Vec::new();
        let red = image::RgbaImage::from_pixel(8, 4, image::Rgba([255, 0, 0, 255]));
        red.write_to(&mut Cursor::new(&mut png), image::ImageFormat::Png).unwrap();
        for bytes in [svg.as_bytes(), &png] {
            let inset = Inset { bytes, place: (10, 20), size: (20, 10) };
            let picture = pixels(&typeface().draw(drawing, (60, 40), Some(inset)).unwrap());
            assert_eq!(picture.get_pixel(20, 25).0, [255, 0, 0]);
            assert_eq!(picture.get_pixel(5, 5).0, [255, 255, 255]);
            assert_eq!(picture.get_pixel(31, 25).0, [255, 255, 255]);
        }
        let broken = Inset { bytes: b"nothing", place: (0, 0), size: (9, 9) };
        assert!(typeface().draw(drawing, (60, 40), Some(broken)).is_ok());
        assert!(matches!(typeface().draw("<svg", (60, 40), None), Err(Undrawn::Broken(_))));
    }
}
