//! What a kit holds, shown on the catalogue of this repository.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::LazyLock;

use zip::ZipArchive;

use super::super::Renderer;
use super::super::dates::Dates;
use super::super::theme::Theme;
use super::*;
use crate::model::entry::Node;

static SITE: LazyLock<Site> =
    LazyLock::new(|| crate::check(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content")).unwrap().site);
static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&Theme::embedded(), &SITE.settings.languages).unwrap());
static DATES: LazyLock<Dates> = LazyLock::new(Dates::default);

fn bytes(language: &str, kind: Kind, slug: &str) -> Vec<u8> {
    bytes_of(&SITE, language, kind, slug)
}

fn bytes_of(site: &Site, language: &str, kind: Kind, slug: &str) -> Vec<u8> {
    let rendering = RENDERER.begin(site, &DATES).unwrap();
    let scope = rendering.scope(language).unwrap();
    let kit = Kit::plan(&scope, "https://interlink.example", kind, &Slug::parse(slug).unwrap()).unwrap();
    kit.write(Cursor::new(Vec::new())).unwrap().into_inner()
}

fn files(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            (file.name().unwrap().into_owned(), content)
        })
        .collect()
}

fn text(files: &BTreeMap<String, Vec<u8>>, ending: &str) -> String {
    let found = files.iter().find(|(path, _)| path.ends_with(ending));
    let (_, bytes) = found.unwrap_or_else(|| panic!("no {ending}"));
    String::from_utf8(bytes.clone()).unwrap()
}

fn at_the_top(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let found = files.keys().find(|path| path.split('/').nth(1) == Some(name));
    text(files, found.unwrap_or_else(|| panic!("no {name} at the top")))
}

/// A table is read by people who have not seen the readme beside it.
#[test]
fn a_text_in_another_language_is_marked_in_the_table_and_in_the_calendar_too() {
    // The tasks of the catalogue speak every language, so these forget one.
    fn forget(nodes: &mut [Node], language: &str) {
        for node in nodes {
            if let Some(words) = node.words.0.get_mut(language) {
                words.texts.remove("description");
            }
            forget(&mut node.children, language);
        }
    }
    for (language, mark) in [("es", "(en inglés)"), ("it", "(in inglese)")] {
        let mut site = SITE.clone();
        forget(&mut site.schemas.get_mut(&Slug::parse("default").unwrap()).unwrap().phases, language);
        let files = files(bytes_of(&site, language, Kind::Schema, "default"));
        let marked = files.values().filter(|bytes| String::from_utf8_lossy(bytes).contains(mark)).count();
        assert!(marked > 10, "{language}: the test needs texts that are missing");
        for name in [tasks::TABLE, tasks::CALENDAR] {
            // The calendar breaks its lines wherever they are too long.
            let text = at_the_top(&files, name).replace("\r\n ", "");
            assert!(text.matches(mark).count() > 10, "{language}: {name}");
        }
    }
}

#[test]
fn the_folder_of_a_kit_is_called_like_what_it_is_about_in_the_readers_language() {
    for (language, name) in [("en", "schemas/default"), ("lv", "schemas/default")] {
        let schema = &SITE.schemas[&Slug::parse("default").unwrap()];
        let title = &schema.entry.words.pick("name", language, &SITE.settings.languages).unwrap().text;
        let files = files(bytes(language, Kind::Schema, "default"));
        let root = files.keys().next().unwrap().split('/').next().unwrap();
        assert!(root.chars().count() > 5 && title.starts_with(root), "{name}: {root} for {title}");
    }
}

#[test]
fn the_same_catalogue_gives_the_same_bytes() {
    for kind in [(Kind::Schema, "default"), (Kind::Story, "zaragoza-etopia")] {
        assert_eq!(bytes("lv", kind.0, kind.1), bytes("lv", kind.0, kind.1));
    }
}

#[test]
fn a_kit_of_a_schema_has_a_folder_for_every_task_and_each_template_once() {
    let files = files(bytes("en", Kind::Schema, "default"));
    let folders: BTreeSet<&str> =
        files.keys().filter_map(|path| path.rsplit_once('/').map(|(folder, _)| folder)).collect();
    let schema = &SITE.schemas[&Slug::parse("default").unwrap()];
    let nodes = schema.phases.iter().flat_map(|phase| phase.walk()).filter(|node| !node.retired).count();
    assert_eq!(folders.len(), nodes + 1);
    let templates: Vec<&str> = files
        .keys()
        .filter(|path| !path.ends_with("README.txt"))
        .filter_map(|path| path.rsplit('/').next())
        .collect();
    let once: BTreeSet<&&str> = templates.iter().collect();
    assert!(templates.len() > 10 && once.len() == templates.len(), "{templates:?}");
    for path in files.keys() {
        assert!(names::width(path) <= names::MAX_PATH, "{path}");
    }
}

#[test]
fn the_templates_of_a_kit_are_in_the_language_of_the_reader_where_there_are_any() {
    let latvian = files(bytes("lv", Kind::Schema, "default"));
    assert!(latvian.keys().any(|path| path.ends_with("/projekta-merka-lapa.odt")));
    assert!(!latvian.keys().any(|path| path.ends_with("/project-aim-sheet.odt")));
    // No Spanish one exists.
    let spanish = files(bytes("es", Kind::Schema, "default"));
    assert!(spanish.keys().any(|path| path.ends_with("/project-aim-sheet.odt")));
}

#[test]
fn the_texts_of_a_kit_are_as_reviewed() {
    let files = files(bytes("en", Kind::Schema, "default"));
    insta::assert_snapshot!("readme", at_the_top(&files, "README.txt"));
    insta::assert_snapshot!("notice", at_the_top(&files, "NOTICE.txt"));
    let task = files.keys().find(|path| path.contains("02 Map stakeholders")).unwrap();
    let folder = task.rsplit_once('/').unwrap().0;
    insta::assert_snapshot!("task", text(&files, &format!("{folder}/README.txt")));
    let table = text(&files, tasks::TABLE);
    insta::assert_snapshot!("table", table.lines().take(3).collect::<Vec<_>>().join("\n"));
    let calendar = text(&files, tasks::CALENDAR);
    insta::assert_snapshot!("calendar", calendar.split("END:VTODO").nth(1).unwrap());
}

#[test]
fn a_kit_of_a_story_says_what_was_done_and_with_which_version() {
    let files = files(bytes("lv", Kind::Story, "latvia-service-descriptions"));
    insta::assert_snapshot!("story_table", text(&files, tasks::TABLE));
    // A node below a task has no folder: it is told in the readme of the task.
    let told = files
        .values()
        .any(|bytes| String::from_utf8_lossy(bytes).contains("Anotēt pakalpojumu aprakstus\r\n---"));
    assert!(told);
}
