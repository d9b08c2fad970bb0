//! White-label sites of the same content: each is built, selected right, holds together under a
//! domain and under a sub-path, and speaks of nobody else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use interlink_tests::crawl::Crawl;
use interlink_tests::fixture::read_tree;
use interlink_tests::site_test::SiteTest;

/// Slug, base, languages, names.
const EDITIONS: [(&str, &str, [&str; 2], [&str; 3]); 3] = [
    (
        "latvia-ministry",
        "https://kopradisim.example/",
        ["lv", "en"],
        ["Kopradīsim", "Pakalpojumu attīstības ministrija", "Ministry of Service Development"],
    ),
    (
        "italy-ministry",
        "https://insieme.example/",
        ["it", "en"],
        ["Insieme per i servizi", "Ministero dei Servizi condivisi", "Ministry of Shared Services"],
    ),
    (
        "spain-city",
        "https://barrioabarrio.example/",
        ["es", "en"],
        ["Barrio a barrio", "Ayuntamiento de Puentealto", "city of Puentealto"],
    ),
];

fn slugs(folder: &Path) -> BTreeSet<String> {
    let items = fs::read_dir(folder).into_iter().flatten();
    items
        .map(|item| item.unwrap())
        // The page of a former name only leads on.
        .filter(|item| {
            let page = fs::read_to_string(item.path().join("index.html"));
            page.is_ok_and(|page| !page.contains("http-equiv=\"refresh\""))
        })
        .map(|item| item.file_name().into_string().unwrap())
        .filter(|name| !["by", "sort", "page"].contains(&name.as_str()))
        .collect()
}

/// The style sheet of the edition that was built: in a folder of its digest, which hosts may keep.
#[track_caller]
fn style_sheet(site: &SiteTest) -> String {
    let all = read_tree(&site.site());
    let mut sheets = all.keys().filter(|path| path.ends_with("/edition.css"));
    let sheet = sheets.next().expect("an edition with colours has a style sheet");
    assert_eq!(sheets.next(), None);
    let text = String::from_utf8(all[sheet].clone()).unwrap();
    assert!(text.contains("screen and") && text.contains("--accent:"), "{text}");
    assert_eq!(generator::hosting::caching::cache_control(sheet), generator::hosting::caching::FOR_EVER);
    sheet.clone()
}

#[track_caller]
fn expect_whole(site: &SiteTest, base: &str) {
    let problems = Crawl::read(&site.site(), base).problems();
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_edition_is_a_whole_site_that_speaks_of_no_other() {
    let site = SiteTest::of_the_repository().check().expect_no_error();
    for (slug, base, languages, names) in EDITIONS {
        site.interlink(&["build", "--edition", slug]).expect_code(0);
        expect_whole(&site, base);
        for language in languages {
            let home = site.page(&format!("{language}/"));
            assert!(home.contains(names[0]) && home.contains(&style_sheet(&site)), "{slug} {language}");
            assert!(home.contains(&format!("/media/editions/{slug}/logo.svg\"")), "{slug}");
        }
        let folders: BTreeSet<String> = fs::read_dir(site.site())
            .unwrap()
            .map(|item| item.unwrap().file_name().into_string().unwrap())
            .filter(|name| name.len() == 2)
            .collect();
        assert_eq!(folders, BTreeSet::from(languages.map(str::to_owned)), "{slug}");
        let others: Vec<&str> = EDITIONS
            .iter()
            .filter(|other| other.0 != slug)
            .flat_map(|other| other.3.into_iter().chain([other.0]))
            .collect();
        for (path, bytes) in read_tree(&site.site()) {
            let text = String::from_utf8_lossy(&bytes);
            for other in &others {
                assert!(!text.contains(other), "{slug}: {path} names {other}");
            }
        }
    }
}

#[test]
fn an_edition_shows_what_it_selects_and_counts_what_it_shows() {
    let site = SiteTest::of_the_repository().build();
    let all = slugs(&site.site().join("en/interlinkers"));
    site.interlink(&["build", "--edition", "latvia-ministry"]).expect_code(0);
    assert_eq!(slugs(&site.site().join("lv/interlinkers")), all, "it selects no Interlinkers, so it has all");
    assert_eq!(
        slugs(&site.site().join("lv/stories")),
        BTreeSet::from(["latvia-service-descriptions".to_owned()])
    );

    site.interlink(&["build", "--edition", "spain-city"]).expect_code(0);
    let shown = slugs(&site.site().join("es/interlinkers"));
    assert!(shown.len() < all.len() && shown.is_subset(&all), "{shown:?}");
    let of_themes = ["engagement", "design", "development"];
    let mut active = 0;
    for slug in &all {
        let facts = fs::read_to_string(site.content().join(format!("interlinkers/{slug}/interlinker.yaml")));
        let facts = facts.unwrap();
        let themes = facts.split("themes:\n").nth(1).unwrap_or_default();
        let mut themes = themes.lines().map_while(|line| line.strip_prefix("  - "));
        let has = themes.any(|theme| of_themes.contains(&theme));
        assert_eq!(shown.contains(slug), has, "{slug}");
        // What is retired keeps its page and is in no list.
        active += usize::from(has && !facts.contains("status: retired"));
    }
    let catalogue = site.page("es/interlinkers/");
    assert!(catalogue.contains(&format!("{active} Interlinkers")), "the count is that of the list");
    assert_eq!(slugs(&site.site().join("es/stories")), BTreeSet::from(["zaragoza-etopia".to_owned()]));
    // What is left out is not forgotten: texts lead to the whole catalogue.
    let pages: String = read_tree(&site.site())
        .into_iter()
        .filter(|(path, _)| path.starts_with("es/") && path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(pages.contains("href=\"https://interlink.example/es/"), "nothing leads to the whole catalogue");
    let media = read_tree(&site.site());
    assert!(!media.keys().any(|path| path.starts_with("media/editions/") && !path.contains("spain-city")));
    assert!(!media.keys().any(|path| {
        path.strip_prefix("media/interlinkers/")
            // A folder of files, or all of them as one archive.
            .is_some_and(|rest| !shown.contains(rest.split(['/', '.']).next().unwrap()))
    }));
}

#[test]
fn a_story_names_what_it_used_though_the_edition_leaves_it_out() {
    let site = SiteTest::from_fixture("base");
    let site = site
        .with_file(
            "editions/tiny/edition.yaml",
            "name:\n  en: Tiny\nselect:\n  leave-out:\n    interlinkers:\n      - stakeholder-map\n",
        )
        .commit("An edition");
    site.interlink(&["build", "--edition", "tiny", "--base-url", "https://tiny.example/sub/"]).expect_code(0);
    expect_whole(&site, "https://tiny.example/sub/");
    assert!(!site.site().join("en/interlinkers/stakeholder-map").exists());
    let story = site.page("en/stories/new-library/");
    assert!(story.contains("https://catalogue.example/en/interlinkers/stakeholder-map/"), "{story}");
    let task = site.page("en/schemas/plan/");
    assert!(!task.contains("/interlinkers/stakeholder-map/"), "nothing is recommended that is not there");
}

#[test]
fn an_edition_stands_under_a_sub_path_too() {
    let site = SiteTest::of_the_repository();
    let base = "https://town.example/our/catalogue/";
    site.interlink(&["build", "--edition", "italy-ministry", "--base-url", base]).expect_code(0);
    expect_whole(&site, base);
    assert!(site.page("it/").contains(&format!("href=\"/our/catalogue/{}\"", style_sheet(&site))));
}

#[test]
fn an_unknown_edition_is_told_which_there_are_and_nothing_is_written() {
    let site = SiteTest::of_the_repository();
    let ended = site.interlink(&["build", "--edition", "atlantis"]);
    assert_eq!(ended.code, Some(2));
    assert!(
        ended.stderr.contains(
            "there is no edition “atlantis”; the editions are italy-ministry, latvia-ministry, spain-city"
        ),
        "{}",
        ended.stderr
    );
    assert!(!site.site().exists());
}

#[test]
fn the_colours_of_an_edition_are_judged_by_the_theme_it_is_built_with() {
    let site = SiteTest::from_fixture("base").with_file(
        "editions/dusk/edition.yaml",
        "name:\n  en: Dusk\ncolours:\n  light:\n    accent: \"#9fd0ff\"\n    deep: \"#d5ebff\"\n    on-accent: \"#001a33\"\n",
    );
    let themes = site.folder().join("themes");
    let default = interlink_tests::programs::workspace().join("themes/default");
    interlink_tests::fixture::copy_folder(&default, &themes.join("night"));
    let style = themes.join("night/static/style.css");
    let text = fs::read_to_string(&style).unwrap();
    let dark = [
        ("--ground:#fff;--band:#eff3f0;", "--ground:#101816;--band:#1a2421;"),
        (
            "--citizen:#cf4a22;--company:#ad7f00;--admin:#3a5aa6;",
            "--citizen:#f28b5e;--company:#dcb335;--admin:#93aef0;",
        ),
    ];
    let text = dark.iter().fold(text, |text, (light, dark)| {
        assert!(text.contains(light), "{light}");
        text.replacen(light, dark, 1)
    });
    fs::write(&style, text).unwrap();

    let ended = site.interlink(&["build", "--edition", "dusk"]);
    assert_eq!(ended.code, Some(1));
    assert!(ended.stderr.contains("accent on ground has a contrast of"), "{}", ended.stderr);
    site.interlink(&["build", "--edition", "dusk", "--theme", "night"]).expect_code(0);
    assert!(site.page("en/").contains("edition.css"));
}
