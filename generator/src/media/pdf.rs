//! The first pages of a PDF as pictures. The only file that names the library behind it.
//!
//! A PDF is a program, and it may be a hostile one: it is drawn in a process of its own with little
//! memory and time (`drawer`), there in a thread with a large stack. What came of it is cached, a
//! failure too, so that no build tries twice.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_interpret::util::TransformExt as _;
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Level, Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings};
use image::{DynamicImage, RgbImage};
use serde::{Deserialize, Serialize};

use super::cache::{Made, MadeFile};
use super::drawer::{SECONDS, draw_apart};
use super::scale;

/// Changed whenever the bytes that come out change.
pub(super) const RECIPE: &str = "pdf 2";
/// The largest file that is drawn, in bytes.
pub(super) const MAX_SIZE: usize = 20 * 1024 * 1024;
/// How many pages are drawn.
const MAX_PAGES: usize = 3;
/// The width of a drawn page, and the height beyond which it is drawn smaller, in pixels.
const WIDTH: f32 = 900.0;
const MAX_HEIGHT: f32 = 2400.0;
/// How long all pages together may take where no process of its own draws them.
const MAX_TIME: Duration = Duration::from_secs(SECONDS);
/// The library follows nested objects by recursion, within limits that need some room.
const STACK: usize = 64 * 1024 * 1024;

/// What is known of a PDF besides the pictures of its first pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum PdfFacts {
    /// How many pages it has.
    Drawn(usize),
    /// Why it has no preview.
    Failed(PdfProblem),
}

/// Why a PDF has no preview. The messages follow “there is no preview of this PDF: ”.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub(super) enum PdfProblem {
    #[error("it is larger than {} MB", MAX_SIZE / 1024 / 1024)]
    TooLarge,
    #[error("it is protected by a password")]
    Protected,
    #[error("it is damaged, or no PDF")]
    Damaged,
    #[error("drawing it takes longer than {} seconds", MAX_TIME.as_secs())]
    TooSlow,
    #[error("drawing it takes too much memory, or longer than {} seconds", MAX_TIME.as_secs())]
    TooMuch,
}

/// Draws the first pages.
pub(super) fn draw(bytes: &[u8]) -> Made<PdfFacts> {
    if bytes.len() > MAX_SIZE {
        return failed(PdfProblem::TooLarge);
    }
    draw_apart(bytes).unwrap_or_else(|| within(MAX_TIME, bytes.to_vec(), draw_pages))
}

pub(super) fn failed(problem: PdfProblem) -> Made<PdfFacts> {
    Made { facts: PdfFacts::Failed(problem), files: Vec::new() }
}

/// Runs a function in a thread of its own, and gives up on it in time.
fn within(
    limit: Duration,
    bytes: Vec<u8>,
    function: impl FnOnce(Vec<u8>) -> Made<PdfFacts> + Send + 'static,
) -> Made<PdfFacts> {
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        let made = catch_unwind(AssertUnwindSafe(|| function(bytes)));
        // Nobody listens any more once the time is over.
        let _ = sender.send(made.unwrap_or_else(|_| failed(PdfProblem::Damaged)));
    };
    match std::thread::Builder::new().name("pdf-preview".to_owned()).stack_size(STACK).spawn(work) {
        Ok(_) => match receiver.recv_timeout(limit) {
            Ok(made) => made,
            Err(mpsc::RecvTimeoutError::Timeout) => failed(PdfProblem::TooSlow),
            Err(mpsc::RecvTimeoutError::Disconnected) => failed(PdfProblem::Damaged),
        },
        Err(_) => failed(PdfProblem::TooSlow),
    }
}

/// Draws in this process, which may end of it.
pub(super) fn draw_here(bytes: Vec<u8>) -> Made<PdfFacts> {
    within(2 * MAX_TIME, bytes, draw_pages)
}

fn draw_pages(bytes: Vec<u8>) -> Made<PdfFacts> {
    use hayro::hayro_syntax::LoadPdfError;
    let pdf = match Pdf::new(bytes) {
        Ok(pdf) => pdf,
        Err(LoadPdfError::Decryption(_)) => return failed(PdfProblem::Protected),
        Err(LoadPdfError::Invalid) => return failed(PdfProblem::Damaged),
    };
    let pages = pdf.pages();
    let cache = RenderCache::new();
    let files: Vec<MadeFile> =
        pages.iter().take(MAX_PAGES).map_while(|page| draw_page(page, &cache)).collect();
    if files.is_empty() {
        return failed(PdfProblem::Damaged);
    }
    Made { facts: PdfFacts::Drawn(pages.len()), files }
}

fn draw_page<'p>(page: &'p hayro::hayro_syntax::page::Page<'p>, cache: &RenderCache<'p>) -> Option<MadeFile> {
    let (width, height) = page.render_dimensions();
    if !(width.is_finite() && height.is_finite() && width >= 1.0 && height >= 1.0) {
        return None;
    }
    let scale = (WIDTH / width).min(MAX_HEIGHT / height);
    // Of the widest and the longest page something is left to see.
    let pixels = |side: f32| ((side * scale) as u16).max(1);
    // The plainest arithmetic of the processor, so that every machine draws the same bytes.
    let settings = hayro::vello_cpu::RenderSettings { level: Level::baseline(), num_threads: 0 };
    let mut context = RenderContext::new_with(pixels(width), pixels(height), settings);
    let transform = Affine::scale(f64::from(scale)) * page.initial_transform(true).to_kurbo();
    let interpreter = InterpreterSettings::default();
    hayro::render_into(page, cache, &interpreter, &RenderSettings::default(), &mut context, transform);
    context.flush();
    let mut pixmap = Pixmap::new(context.width(), context.height());
    let rasterizer =
        RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixmap, &mut Resources::default(), rasterizer);
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    let rgb = pixmap.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    scale::encode(&DynamicImage::ImageRgb8(RgbImage::from_raw(width, height, rgb)?), false)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF with so many pages, each with a black bar across it.
    pub(crate) fn pdf(pages: usize) -> Vec<u8> {
        let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 4)).collect();
        let content = "0 0 0 rg 20 20 160 40 re f";
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{}] /Count {pages} >>", kids.join(" ")),
            format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        ];
        let page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 3 0 R >>";
        objects.extend((0..pages).map(|_| page.to_owned()));
        let mut text = "%PDF-1.7\n".to_owned();
        let mut places = Vec::new();
        for (number, object) in objects.iter().enumerate() {
            places.push(text.len());
            text.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
        }
        let start = text.len();
        text.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
        places.iter().for_each(|place| text.push_str(&format!("{place:010} 00000 n \n")));
        text.push_str(&format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n",
            objects.len() + 1
        ));
        text.into_bytes()
    }

    #[test]
    fn the_first_three_pages_are_drawn_and_all_are_counted() {
        let made = draw(&pdf(5));
        assert_eq!(made.facts, PdfFacts::Drawn(5));
        assert_eq!(made.files.len(), 3);
        let picture = image::load_from_memory(&made.files[0].bytes).unwrap().to_rgb8();
        assert_eq!((picture.width(), picture.height()), (900, 450));
        assert!(picture.get_pixel(450, 300).0[0] < 20, "the bar is black");
        assert!(picture.get_pixel(450, 30).0[0] > 235, "the paper is white");
    }

    #[test]
    fn what_is_no_pdf_or_too_large_says_so() {
        assert_eq!(draw(b"%PDF-1.7\nnot really").facts, PdfFacts::Failed(PdfProblem::Damaged));
        assert_eq!(draw(&vec![b' '; MAX_SIZE + 1]).facts, PdfFacts::Failed(PdfProblem::TooLarge));
        let whole = pdf(1);
        for length in (0..whole.len()).step_by(23) {
            draw(&whole[..length]);
        }
    }

    #[test]
    fn a_panic_is_caught_and_an_endless_drawing_is_given_up() {
        let panicking = within(MAX_TIME, Vec::new(), |_| panic!("hostile"));
        assert_eq!(panicking.facts, PdfFacts::Failed(PdfProblem::Damaged));
        let (sender, receiver) = mpsc::channel::<()>();
        let endless = within(Duration::from_millis(20), Vec::new(), move |_| {
            let _ = receiver.recv();
            failed(PdfProblem::Damaged)
        });
        assert_eq!(endless.facts, PdfFacts::Failed(PdfProblem::TooSlow));
        drop(sender);
    }
}
