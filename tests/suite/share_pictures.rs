//! The pictures of shared links: one per kind, language and edition, on demand one per entry, in the
//! colours and with the name of whom the site belongs to.

use std::collections::BTreeSet;
use std::fs;

use image::RgbImage;
use interlink_tests::fixture::read_tree;
use interlink_tests::programs::{command, program, run};
use interlink_tests::site_test::SiteTest;

/// What a page says about its picture.
struct Picture {
    /// The path of the file below the site.
    path: String,
    bytes: Vec<u8>,
    pixels: RgbImage,
    alternative: String,
}

#[track_caller]
fn picture(site: &SiteTest, base: &str, page: &str) -> Picture {
    let text = site.page(page);
    let meta = |name: &str| {
        let begin = format!("<meta property=\"og:{name}\" content=\"");
        assert_eq!(text.matches(&begin).count(), 1, "{page}: {name}");
        text.split_once(&begin).and_then(|(_, rest)| rest.split_once('"')).unwrap().0.to_owned()
    };
    let address = meta("image");
    let path = address.strip_prefix(base).unwrap_or_else(|| panic!("{address} is below {base}"));
    let bytes = fs::read(site.site().join(path)).unwrap();
    let pixels = image::load_from_memory(&bytes).unwrap().to_rgb8();
    assert_eq!(pixels.dimensions(), (1200, 630));
    assert_eq!((meta("image:width").as_str(), meta("image:height").as_str()), ("1200", "630"));
    assert!(text.contains("<meta name=\"twitter:card\" content=\"summary_large_image\">"), "{page}");
    Picture { path: path.to_owned(), bytes, pixels, alternative: meta("image:alt") }
}

fn colours(picture: &Picture) -> BTreeSet<[u8; 3]> {
    picture.pixels.pixels().map(|pixel| pixel.0).collect()
}

/// The three strands of Interlink's own plait, on a light ground.
const STRANDS: [[u8; 3]; 3] = [[0xcf, 0x4a, 0x22], [0xad, 0x7f, 0x00], [0x3a, 0x5a, 0xa6]];

#[test]
fn every_page_has_a_small_picture_of_its_kind_with_words_in_its_language() {
    let site = SiteTest::of_the_repository().build();
    let base = "https://interlink.example/";
    let mut seen = BTreeSet::new();
    for language in ["en", "es", "it", "lv"] {
        for path in [
            "",
            "interlinkers/stakeholder-map-canvas/",
            "stories/zaragoza-etopia/",
            "schemas/default/",
            "problems/build-problem-2/",
            "organisations/varam/",
        ] {
            let found = picture(&site, base, &format!("{language}/{path}"));
            assert!(found.bytes.len() < 60_000, "{} has {} bytes", found.path, found.bytes.len());
            // The kind of colours of a PNG stands behind its size and depth: 3 is a palette.
            assert_eq!(found.bytes[25], 3, "{}", found.path);
            let colours = colours(&found);
            assert!(STRANDS.iter().all(|strand| colours.contains(strand)), "{}", found.path);
            seen.insert(found.path);
        }
        let story = picture(&site, base, &format!("{language}/stories/zaragoza-etopia/"));
        let list = picture(&site, base, &format!("{language}/stories/"));
        let home = picture(&site, base, &format!("{language}/"));
        assert_ne!(story.path, home.path);
        assert_eq!(list.path, home.path, "a list has the picture of the site");
        assert!(story.alternative.contains(" – "), "{}", story.alternative);
    }
    // The names of the site and of some kinds are the same in some languages.
    assert!(seen.len() >= 20, "{seen:?}");
}

#[test]
fn an_edition_has_pictures_in_its_colours_with_its_name_and_logo_and_nothing_of_ours() {
    let site = SiteTest::of_the_repository();
    for (edition, base, page, deep, accent, name) in [
        (
            "latvia-ministry",
            "https://kopradisim.example/",
            "lv/",
            [0x5a, 0x10, 0x29],
            [0x7a, 0x1f, 0x3d],
            "Kopradīsim",
        ),
        (
            "spain-city",
            "https://barrioabarrio.example/",
            "es/stories/zaragoza-etopia/",
            [0x57, 0x35, 0],
            [0x7a, 0x4b, 0],
            "Barrio a barrio",
        ),
    ] {
        site.interlink(&["build", "--edition", edition]).expect_code(0);
        let found = picture(&site, base, page);
        assert!(found.alternative.ends_with(name), "{}", found.alternative);
        assert_eq!(found.pixels.get_pixel(1190, 8).0, deep, "{edition}");
        // The corner of the logo, which is a square of the accent.
        assert_eq!(found.pixels.get_pixel(76, 506).0, accent, "{edition}");
        let colours = colours(&found);
        assert!(!STRANDS.iter().any(|strand| colours.contains(strand)), "{edition} has strands of ours");
        assert!(!colours.contains(&[0x06, 0x3a, 0x30]), "{edition} has our green");
    }
}

#[test]
fn on_demand_each_entry_has_its_own_picture_in_each_language_and_the_same_bytes_without_a_cache() {
    let base = "https://catalogue.example/";
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--share-pictures", "entries"]).expect_code(0);
    let map = picture(&site, base, "en/interlinkers/stakeholder-map/");
    let story = picture(&site, base, "en/stories/new-library/");
    let translated = picture(&site, base, "lv/interlinkers/stakeholder-map/");
    assert_eq!(BTreeSet::from([&map.path, &story.path, &translated.path]).len(), 3);
    assert!(map.alternative.contains("Stakeholder map"), "{}", map.alternative);
    let made: Vec<_> =
        read_tree(&site.site()).into_iter().filter(|(path, _)| path.starts_with("share/")).collect();
    assert!(made.len() > 15, "{}", made.len());

    let other = SiteTest::from_fixture("base");
    let mut build = command(program("interlink"), other.folder());
    build.env_remove("INTERLINK_CACHE").env_remove("HOME").env_remove("XDG_CACHE_HOME");
    run(build.args(["build", "--share-pictures", "entries", "--jobs", "1"])).expect_code(0);
    let again: Vec<_> =
        read_tree(&other.site()).into_iter().filter(|(path, _)| path.starts_with("share/")).collect();
    assert!(made == again, "the same content gives the same pictures");
    let wrong = site.interlink(&["build", "--share-pictures", "some"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.stderr.contains("write `kinds` or `entries`"), "{}", wrong.stderr);
}

#[test]
fn a_title_in_letters_that_the_typeface_lacks_leaves_the_picture_of_its_kind() {
    let words = |name: &str| format!("---\nname: {name}\nsummary: Short.\n---\n\nText.\n");
    let site = SiteTest::from_fixture("base")
        .with_file("news/2026-03-01-greek/en.md", words("Νέες υπηρεσίες"))
        .with_file("news/2026-03-02-long/en.md", words(&"Administrations and citizens ".repeat(6)));
    site.interlink(&["build", "--share-pictures", "entries"]).expect_code(0);
    let base = "https://catalogue.example/";
    let greek = picture(&site, base, "en/news/2026-03-01-greek/");
    let long = picture(&site, base, "en/news/2026-03-02-long/");
    assert!(greek.alternative.starts_with("News – "), "{}", greek.alternative);
    assert!(
        long.alternative.contains("Administrations and citizens Administrations"),
        "{}",
        long.alternative
    );
    assert_ne!(greek.path, long.path);
}

#[test]
fn pictures_of_links_are_no_part_of_what_readers_keep_or_take_along() {
    let site = SiteTest::from_fixture("base");
    site.interlink(&["build", "--offline-bundle"]).expect_code(0);
    assert!(read_tree(&site.site()).keys().any(|path| path.starts_with("share/")));
    assert!(!site.page("en/offline/files.json").contains("share/"));
    let listed = run(command("unzip", site.folder()).arg("-l").arg(site.site().join("offline-copy.zip")));
    assert!(!listed.expect_code(0).stdout.contains("/share/"));
}

#[test]
fn a_site_that_does_not_know_its_address_has_no_pictures_and_names_none() {
    let site = SiteTest::from_fixture("base");
    let settings = fs::read_to_string(site.content().join("site.yaml")).unwrap();
    let without: String = settings
        .lines()
        .filter(|line| !line.starts_with("base-url"))
        .map(|line| format!("{line}\n"))
        .collect();
    let site = site.with_file("site.yaml", without).build();
    assert!(!read_tree(&site.site()).keys().any(|path| path.starts_with("share/")));
    assert!(!site.page("en/").contains("og:image"));
}
