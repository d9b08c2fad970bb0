//! What a build makes of pictures and documents, and what it says where it cannot: the pages, the
//! files beside them and the cache, as they stand on the disk.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use interlink_tests::fixture::write;
use interlink_tests::programs::{command, program, run};
use interlink_tests::site_test::SiteTest;

const PAGE: &str = "en/interlinkers/stakeholder-map/";
const FOLDER: &str = "interlinkers/stakeholder-map";

/// A picture of so many pixels with a few broad stripes.
fn png(width: u32, height: u32) -> Vec<u8> {
    let picture =
        image::RgbImage::from_fn(width, height, |x, y| image::Rgb([(x / 90 * 40) as u8, 90, (y / 50) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A site whose Interlinker has a picture, and words for it.
fn with_picture(bytes: &[u8]) -> SiteTest {
    let site = SiteTest::base();
    let words = fs::read_to_string(site.content().join(FOLDER).join("en.md")).unwrap();
    let words = words.replacen("---\n", "---\nsnapshots:\n  map.png: The map on a wall\n", 1);
    site.with_file(&format!("{FOLDER}/en.md"), words)
        .with_file(&format!("{FOLDER}/snapshots/map.png"), bytes)
        .commit("A picture")
}

/// Builds with a cache of its own; what the build said.
fn build(site: &SiteTest, cache: Option<&Path>) -> String {
    let mut command = command(program("interlink"), site.folder());
    command.args(["build", "--quiet"]);
    match cache {
        Some(cache) => command.env("INTERLINK_CACHE", cache),
        None => command.env_remove("INTERLINK_CACHE").env_remove("HOME").env_remove("XDG_CACHE_HOME"),
    };
    run(&mut command).expect_code(0).stderr
}

fn attribute<'p>(page: &'p str, before: &str, name: &str) -> &'p str {
    let tag = page.split(before).nth(1).unwrap_or_else(|| panic!("no {before}")).split('>').next().unwrap();
    let value = tag.split(&format!(" {name}=\"")).nth(1).unwrap_or_else(|| panic!("no {name} in {tag}"));
    value.split('"').next().unwrap()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    // The lock of a cache says nothing and stays.
    let files = all.filter(|item| item.file_type().is_file() && item.file_name() != ".in-use");
    files.map(|item| item.into_path()).collect()
}

#[test]
fn a_picture_is_offered_in_smaller_copies_and_keeps_its_place_on_the_page() {
    let site = with_picture(&png(1500, 900));
    let cache = site.folder().join("cache");
    build(&site, Some(&cache));
    let page = site.page(PAGE);
    let tag = "id=\"gallery\"";
    let picture = page.split(tag).nth(1).unwrap();
    assert_eq!((attribute(picture, "<img", "width"), attribute(picture, "<img", "height")), ("1500", "900"));
    assert_eq!(attribute(picture, "<img", "alt"), "The map on a wall");
    assert_eq!(attribute(picture, "<img", "loading"), "lazy");
    let mut widths = Vec::new();
    for source in attribute(picture, "<img", "srcset").split(", ") {
        let (address, width) = source.split_once(' ').unwrap();
        let file = site.site().join(address.trim_start_matches('/'));
        let copy = image::open(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        assert_eq!(format!("{}w", copy.width()), width);
        assert_eq!(copy.height(), (copy.width() * 900).div_ceil(1500));
        widths.push(copy.width());
    }
    assert_eq!(widths, [320, 640, 1280, 1500]);
    assert!(picture.contains("<a href=\"/media/interlinkers/stakeholder-map/snapshots/map.png\">"));
}

#[test]
fn the_cache_is_used_mended_and_done_without_and_the_site_is_the_same() {
    let site = with_picture(&png(700, 400));
    let cache = site.folder().join("cache");
    build(&site, Some(&cache));
    let contents = |folder: &Path| -> Vec<(PathBuf, Vec<u8>)> {
        files_below(folder).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
    };
    let (made, kept) = (contents(&site.site()), contents(&cache));
    assert!(kept.len() >= 3, "a record and two copies: {kept:?}");
    for (path, _) in &kept {
        write(path, "damaged");
    }
    build(&site, Some(&cache));
    assert_eq!(contents(&site.site()), made);
    assert_eq!(contents(&cache), kept, "what was damaged was made again");
    fs::remove_dir_all(site.site()).unwrap();
    build(&site, None);
    assert_eq!(contents(&site.site()), made, "without a home folder");
}

#[test]
fn a_build_deletes_nothing_from_a_full_cache_that_another_process_uses() {
    let site = with_picture(&png(700, 400));
    let cache = site.folder().join("cache");
    build(&site, Some(&cache));
    let first = files_below(&cache);
    // Another half gigabyte, used last, so that everything older has to go.
    let large = cache.join("00").join(format!("{}-0.webp", "0".repeat(32)));
    fs::create_dir_all(large.parent().unwrap()).unwrap();
    fs::File::create(&large).unwrap().set_len(600 << 20).unwrap();
    // This process uses the cache, as another build would.
    let lock = fs::File::options().write(true).open(cache.join(".in-use")).unwrap();
    lock.lock_shared().unwrap();
    let site = site.with_file(&format!("{FOLDER}/snapshots/map.png"), png(710, 400));
    build(&site, Some(&cache));
    assert!(first.iter().all(|path| path.is_file()), "deleted under another build");
    drop(lock);
    let site = site.with_file(&format!("{FOLDER}/snapshots/map.png"), png(720, 400));
    build(&site, Some(&cache));
    // What this build has no use for is gone; pictures of shared links are used by every build.
    let fresh = site.folder().join("fresh");
    build(&site, Some(&fresh));
    let old: Vec<&PathBuf> =
        first.iter().filter(|path| !fresh.join(path.strip_prefix(&cache).unwrap()).is_file()).collect();
    assert!(!old.is_empty() && !old.iter().any(|path| path.is_file()), "the cache stays small");
}

#[test]
fn a_cache_in_the_content_is_refused_and_an_empty_variable_is_none() {
    let site = SiteTest::base();
    let ended = site.interlink(&["build", "--cache", "content/.cache"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("lies inside the content folder"), "{}", ended.stderr);
    assert!(!site.content().join(".cache").exists());
    let home = site.folder().join("home");
    let mut command = command(program("interlink"), site.folder());
    command.args(["build", "--quiet"]).env("INTERLINK_CACHE", "").env("XDG_CACHE_HOME", home);
    run(&mut command).expect_code(0);
}

#[test]
fn a_damaged_picture_is_named_and_its_words_stand_in_its_place() {
    let whole = png(700, 400);
    // Cut off, and whole as a file but with pixels that cannot be unpacked.
    let mut scrambled = whole.clone();
    let pixels = scrambled.windows(4).position(|name| name == b"IDAT").unwrap();
    let length = u32::from_be_bytes(scrambled[pixels - 4..pixels].try_into().unwrap()) as usize;
    scrambled[pixels + 4..pixels + 4 + length].fill(0xff);
    let sum = crc32(&scrambled[pixels..pixels + 4 + length]);
    scrambled[pixels + 4 + length..pixels + 8 + length].copy_from_slice(&sum.to_be_bytes());
    for bytes in [&whole[..whole.len() / 2], &scrambled] {
        let site = with_picture(bytes);
        let ended = site.interlink(&["build"]).expect_code(0);
        assert!(
            ended.stderr.contains(
                "interlinkers/stakeholder-map/snapshots/map.png: warning: the picture cannot be shown"
            ),
            "{}",
            ended.stderr
        );
        let page = site.page(PAGE);
        assert!(page.contains("<p class=\"empty small\">The map on a wall</p>"));
        assert!(!page.contains("<img src"));
    }
}

/// The checksum of a PNG's chunk (ISO 3309), bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

#[test]
fn a_pdf_of_forty_megabytes_is_published_without_a_preview() {
    let site = SiteTest::from_fixture("diagnostics/no-preview");
    let pdf = site.content().join(FOLDER).join("files/map.pdf");
    fs::File::options().write(true).open(&pdf).unwrap().set_len(40 << 20).unwrap();
    let ended = site.interlink(&["build"]).expect_code(0);
    assert!(
        ended.stderr.contains("there is no preview of this PDF: it is larger than 20 MB"),
        "{}",
        ended.stderr
    );
    let page = site.page(PAGE);
    assert!(page.contains("map.pdf\" lang=\"en\" download"));
    assert_eq!(page.matches("<details class=\"more preview\">").count(), 1, "of the text only");
}

#[test]
fn the_first_pages_of_a_pdf_stand_beside_it() {
    let site = SiteTest::from_fixture("diagnostics/no-preview");
    write(&site.content().join(FOLDER).join("files/map.pdf"), PDF);
    let ended = site.interlink(&["build"]).expect_code(0);
    assert!(!ended.stderr.contains("no-preview"), "{}", ended.stderr);
    let page = site.page(PAGE);
    let preview = page.split("<div class=\"sheet\"").nth(2).unwrap();
    assert_eq!(attribute(preview, "<img", "alt"), "Page 1 of map.pdf");
    let file = site.site().join(attribute(preview, "<img", "src").trim_start_matches('/'));
    let drawn = image::open(file).unwrap().to_rgb8();
    assert_eq!((drawn.width(), drawn.height()), (900, 450));
    assert!(drawn.get_pixel(450, 300).0[0] < 30 && drawn.get_pixel(450, 30).0[0] > 225);
}

/// One page with a black bar. Its table of places is left out, as damaged programs do; readers
/// then look for the objects themselves.
const PDF: &str = "%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>
endobj
4 0 obj
<< /Length 26 >>
stream
0 0 0 rg 20 20 160 40 re f
endstream
endobj
trailer
<< /Size 5 /Root 1 0 R >>
%%EOF
";

#[test]
fn documents_tables_and_texts_show_how_they_begin() {
    let site = SiteTest::of_the_repository().build();
    let page = site.page("en/interlinkers/consent-form-template/");
    assert!(page.contains("<ul class=\"outline\">"), "an office document shows its headings");
    let page = site.page("lv/interlinkers/work-plan-sheet/");
    assert!(page.contains("<th scope=\"col\">"), "a table shows its first rows");
}
