//! The process kit as a team gets it: unpacked by an archive program, its task list read by a calendar
//! library, its table and a template opened by LibreOffice.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use icalendar::{Calendar, CalendarComponent, Component as _};
use interlink_tests::site_test::SiteTest;
use zip::ZipArchive;

const LANGUAGES: [&str; 4] = ["en", "es", "it", "lv"];

/// Every file of an archive.
fn unpack(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        // What leads out of the folder has no such name.
        let name = file.enclosed_name().expect("a path inside the folder").to_str().unwrap().to_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(name, bytes);
    }
    files
}

/// The file of that name in the folder that holds everything.
fn at_the_top<'f>(files: &'f BTreeMap<String, Vec<u8>>, name: &str) -> &'f [u8] {
    let found = files.iter().find(|(path, _)| path.split('/').nth(1) == Some(name));
    found.unwrap_or_else(|| panic!("no {name}")).1
}

/// The tasks of the calendar, as a library reads them.
fn tasks(files: &BTreeMap<String, Vec<u8>>) -> Vec<icalendar::Todo> {
    let text = std::str::from_utf8(at_the_top(files, "tasks.ics")).unwrap();
    for line in text.split("\r\n") {
        // RFC 5545 asks for 75 bytes where it can be; the library gives the last piece of a long line
        // the blank before it on top.
        assert!(line.len() <= 76 && !line.contains('\n'), "{line:?}");
    }
    let calendar: Calendar = text.parse().unwrap();
    let todos = calendar.components.into_iter().map(|component| match component {
        CalendarComponent::Todo(todo) => todo,
        other => panic!("{other:?} is no task"),
    });
    todos.collect()
}

#[test]
fn the_kit_of_a_schema_is_whole_in_four_languages_and_linked_from_its_page() {
    let site = SiteTest::of_the_repository().build();
    let mut names = BTreeSet::new();
    for language in LANGUAGES {
        let page = site.page(&format!("{language}/schemas/default/"));
        assert!(
            page.contains(&format!("href=\"/{language}/schemas/default/kit.zip\" download=\"")),
            "{language}"
        );
        // Several kits lie in one folder of a reader, so each is called like what it is about.
        let (_, file) = page.split_once("kit.zip\" download=\"").unwrap();
        let file = file.split_once('"').unwrap().0;
        let title = page.split_once("<h1").unwrap().1.split_once('>').unwrap().1;
        let stem = file.strip_suffix(".zip").unwrap();
        assert!(stem.len() > 5 && title.starts_with(stem), "{language}: {file}");
        let files = unpack(&site.site().join(format!("{language}/schemas/default/kit.zip")));
        let readme = String::from_utf8(at_the_top(&files, "README.txt").to_vec()).unwrap();
        names.insert(readme.lines().next().unwrap().to_owned());
        let todos = tasks(&files);
        let on_the_page = page.matches("<details class=\"task\">").count();
        assert_eq!(todos.len(), on_the_page, "{language}");
        let ids: BTreeSet<&str> = todos.iter().filter_map(|todo| todo.get_uid()).collect();
        assert_eq!(ids.len(), todos.len(), "{language}: a task has the name of another");
        for todo in &todos {
            assert!(todo.get_due().is_none() && todo.get_summary().is_some(), "{todo:?}");
            let (_, anchor) = todo.get_url().unwrap().split_once('#').unwrap();
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        let templates = files.keys().filter(|path| path.ends_with(".odt") || path.ends_with(".docx"));
        assert!(templates.count() >= 2, "{language}");
        let said = files.iter().filter(|(path, _)| path.ends_with("README.txt")).count();
        assert!(said > todos.len(), "{language}: each folder has a readme");
    }
    assert_eq!(names.len(), LANGUAGES.len(), "{names:?}");
}

#[test]
fn a_story_can_be_started_from_and_its_kit_lists_its_own_tasks() {
    let site = SiteTest::of_the_repository().build();
    for language in LANGUAGES {
        for story in ["italy-participatory-planning", "latvia-service-descriptions", "zaragoza-etopia"] {
            let page = site.page(&format!("{language}/stories/{story}/"));
            assert!(
                page.contains(&format!("/{language}/stories/{story}/kit.zip\" download")),
                "{language}/{story}"
            );
            let files = unpack(&site.site().join(format!("{language}/stories/{story}/kit.zip")));
            assert!(tasks(&files).len() > 5);
        }
    }
}

#[test]
fn two_builds_make_the_same_kits() {
    let site = SiteTest::of_the_repository().build();
    let kit = site.site().join("lv/schemas/default/kit.zip");
    let first = fs::read(&kit).unwrap();
    fs::remove_dir_all(site.site()).unwrap();
    let site = site.build();
    assert!(first == fs::read(site.site().join("lv/schemas/default/kit.zip")).unwrap());
}

/// A hostile name of a task is a folder inside the kit, and a cell that is text.
#[test]
fn a_hostile_name_stays_in_its_folder_and_in_its_cell() {
    let words = "phase:\n  name: \"../../=cmd|' /C calc'!A0\"\n";
    let schema = "status: active\nlicence: CC0-1.0\nphases:\n  - id: phase\n";
    let site = SiteTest::base()
        .with_file("schemas/odd/schema.yaml", schema)
        .with_file("schemas/odd/en.yaml", words)
        .with_file("schemas/odd/en.md", "---\nname: Odd\nsummary: Odd names.\n---\n")
        .commit("A schema with an odd name")
        .build();
    let files = unpack(&site.site().join("en/schemas/odd/kit.zip"));
    assert!(files.contains_key("Odd/01 .. .. =cmd ' C calc'!A0/README.txt"), "{:?}", files.keys());
    let table = String::from_utf8(at_the_top(&files, "tasks.csv").to_vec()).unwrap();
    assert!(table.lines().nth(1).unwrap().contains("1 ../../=cmd"), "{table}");
}

/// LibreOffice turns the table and a template into PDF, and the table into HTML, where the letters and
/// the cells can be seen.
#[test]
fn libreoffice_opens_the_table_and_a_template_of_a_kit() {
    let office = office();
    let site = SiteTest::of_the_repository().build();
    let files = unpack(&site.site().join("lv/schemas/default/kit.zip"));
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        File::create(&path).unwrap().write_all(bytes).unwrap();
        path
    };
    let table = place("tasks.csv", at_the_top(&files, "tasks.csv"));
    let template =
        files.iter().find(|(path, _)| path.ends_with(".odt")).expect("a template for a text program");
    let template = place("template.odt", template.1);
    // Comma, quotation mark, UTF-8: as the table is said to be.
    convert(&office, folder.path(), "html", Some("CSV:44,34,76"), &table);
    convert(&office, folder.path(), "pdf", Some("CSV:44,34,76"), &table);
    convert(&office, folder.path(), "pdf", None, &template);
    for name in ["tasks.pdf", "template.pdf"] {
        let bytes = fs::read(folder.path().join(name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 2_000, "{name}: {} bytes", bytes.len());
    }
    let html = fs::read_to_string(folder.path().join("tasks.html")).unwrap();
    for cell in
        ["Fāze", "1.1.2 Kartēt ieinteresētās puses, to motivāciju, prasmes un gaidas", "Līdz kuram laikam"]
    {
        assert!(html.contains(cell), "no cell with {cell}");
    }
    assert_eq!(html.matches("<tr").count(), tasks(&files).len() + 1);
}

/// Where LibreOffice is; without it the test fails with the line to type.
fn office() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join("soffice")).find(|path| path.is_file());
    found.expect(
        "LibreOffice is missing; type: sudo apt-get update && sudo apt-get install --yes \
         libreoffice-calc-nogui libreoffice-writer-nogui",
    )
}

fn convert(office: &Path, folder: &Path, to: &str, reading: Option<&str>, file: &Path) {
    let profile = url::Url::from_file_path(folder.join("profile")).unwrap();
    let mut command = Command::new(office);
    command.arg(format!("-env:UserInstallation={profile}"));
    command.args(["--headless", "--norestore", "--convert-to", to]);
    command.args(reading.map(|filter| format!("--infilter={filter}")));
    let ended = command.arg("--outdir").arg(folder).arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{}: {said}", file.display());
}

/// The readme of one language in the archive of an entry's files.
fn readme_of<'f>(files: &'f BTreeMap<String, Vec<u8>>, language: &str) -> &'f str {
    std::str::from_utf8(at_the_top(files, &format!("README-{language}.txt"))).unwrap()
}

#[test]
fn all_files_of_an_entry_come_as_one_archive_with_terms_and_origin_in_four_languages() {
    let site = SiteTest::of_the_repository().build();
    let archive = site.site().join("media/interlinkers/satisfaction-survey.zip");
    let files = unpack(&archive);
    let own = fs::read_dir(site.content().join("interlinkers/satisfaction-survey/files")).unwrap();
    let mut count = 0;
    for file in own.map(|file| file.unwrap()) {
        count += 1;
        let name = file.file_name().into_string().unwrap();
        assert!(at_the_top(&files, &name) == fs::read(file.path()).unwrap(), "{name}");
    }
    assert_eq!(files.len(), count + LANGUAGES.len());
    let own_words = ["Licence: CC0 1.0", "Licencia: CC0 1.0", "Licenza: CC0 1.0", "Licence: CC0 1.0"];
    for (language, words) in LANGUAGES.into_iter().zip(own_words) {
        let readme = readme_of(&files, language);
        let address = format!("https://interlink.example/{language}/interlinkers/satisfaction-survey/");
        for part in [words, "satisfaction-lv.csv", address.as_str()] {
            assert!(readme.contains(part), "{language}: {part}\n{readme}");
        }
        // The page offers it with its size; the attribution is the one that the page shows.
        let page = site.page(&format!("{language}/interlinkers/satisfaction-survey/"));
        let (_, link) =
            page.split_once("href=\"/media/interlinkers/satisfaction-survey.zip\" download>").unwrap();
        assert!(link.split_once("</p>").unwrap().0.contains("ZIP · "), "{language}");
        let (_, shown) = page.split_once("id=\"attribution\">").unwrap();
        let begin: Vec<&str> = shown.split_once("</p>").unwrap().0.split_whitespace().take(5).collect();
        assert!(!begin.is_empty());
        let flat = readme.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&begin.join(" ").replace("&quot;", "\"")), "{language}: {begin:?}\n{flat}");
    }
    let before = fs::read(&archive).unwrap();
    fs::remove_dir_all(site.site()).unwrap();
    assert!(
        fs::read(site.build().site().join("media/interlinkers/satisfaction-survey.zip")).unwrap() == before
    );
}

#[test]
fn an_entry_with_one_file_or_none_has_no_archive() {
    let site = SiteTest::of_the_repository().build();
    let (mut with, mut without) = (0, 0);
    for folder in fs::read_dir(site.content().join("interlinkers")).unwrap().map(|folder| folder.unwrap()) {
        let slug = folder.file_name().into_string().unwrap();
        let facts = fs::read_to_string(folder.path().join("interlinker.yaml")).unwrap();
        let files = facts.matches("\n  - path: files/").count();
        let has = site.site().join(format!("media/interlinkers/{slug}.zip")).exists();
        assert_eq!(has, files >= 2, "{slug} with {files} files");
        *if has { &mut with } else { &mut without } += 1;
    }
    assert!(with > 3 && without > 3, "{with} and {without}");
}
