//! What goes wrong while people work in the workspace: the browser is closed in the middle of a word, a second tab is
//! open, the file is not one, the disk is full, the browser keeps nothing. A clear message, and nothing is lost.

use generator::process::read_process;
use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::desk::{Desk, VIEWS};
use interlink_tests::fixture::process_file;
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;
use serde_json::json;

const NAME: &str = "Skaidrākas vēstules";

/// A browser that gives pages no files of the person, as most do: files are chosen and downloaded.
const WITHOUT_FILES: &str = "delete window.showOpenFilePicker; delete window.showSaveFilePicker;";

/// A private window of a browser that keeps nothing in those: even to name its storage is an error.
const WITHOUT_STORAGE: &str = "for (const name of ['indexedDB', 'localStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('not here', 'SecurityError'); } });";

/// A disk that can be full from one moment to the next.
const DISK: &str = "const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...given) {
        if (window.isFull) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
    };";

fn site() -> SiteServer {
    SiteServer::start(SiteTest::of_the_repository())
}

/// The file that the workspace gives for the open process, read as the program reads it.
#[track_caller]
fn downloaded(desk: &Desk<'_>, button: &str) -> String {
    desk.browser.take_file();
    desk.browser.find(button).click();
    let text = String::from_utf8(desk.browser.taken_file()).unwrap();
    assert_eq!(desk.browser.taken_name(), "process.yaml");
    let reading = read_process("process.yaml", &text);
    assert!(reading.diagnostics.iter().next().is_none(), "{:#?}\n{text}", reading.diagnostics);
    text
}

#[test]
fn closing_the_browser_in_the_middle_of_an_edit_loses_nothing() {
    let server = site();
    let workspace = server.url("lv/workspace/");
    let mut browser = Browser::start(JavaScript::On);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", "default", Some(NAME));
    desk.go("settings");
    let settings = browser.address();
    browser.find("#ws-description").type_text("Vecāki saprot, ko skola");
    browser.close_and_start_again();

    browser.open(&settings);
    browser.wait_for("#workspace[data-settled] #ws-description");
    assert_eq!(browser.find("h1").text(), NAME);
    assert_eq!(browser.find("#ws-description").property("value"), "Vecāki saprot, ko skola");
    // The tab is closed, the browser goes on.
    let tab = browser.tab();
    let other = browser.open_tab();
    browser.go_to(&tab);
    browser.find("#ws-description").type_text(" no viņiem grib");
    browser.close_tab();
    browser.go_to(&other);
    browser.open(&settings);
    browser.wait_for("#workspace[data-settled] #ws-description");
    assert_eq!(browser.find("#ws-description").property("value"), "Vecāki saprot, ko skola no viņiem grib");
    browser.expect_no_error();
}

#[test]
fn of_two_tabs_one_works_on_a_process_and_the_other_shows_it() {
    let server = site();
    let workspace = server.url("es/workspace/");
    let browser = Browser::start(JavaScript::On);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", "default", Some(NAME));
    desk.go("settings");
    let (settings, first) = (browser.address(), browser.tab());
    let second = browser.open_tab();
    browser.open(&settings);
    browser.wait_for("#ws-locked");
    assert_eq!(browser.find_all("#ws-description:enabled").len(), 0, "two tabs work on it");

    // What is typed in the one is seen in the other, which may take over.
    browser.go_to(&first);
    browser.find("#ws-description").type_text("Cartas que se entienden");
    browser.find("#ws-aim").click();
    browser.go_to(&second);
    let written =
        |browser: &Browser| browser.run("return document.querySelector('#ws-description')?.value", json!([]));
    browser.wait_until("the text of the other tab", |browser| written(browser) == "Cartas que se entienden");
    browser.find("#ws-take-over").click();
    browser.wait_for("#ws-description:enabled");
    browser.find("#ws-description").type_text(" a la primera");

    // The first one only shows it now, and goes on when the second is gone.
    browser.go_to(&first);
    browser.wait_for("#ws-locked");
    assert_eq!(browser.find_all("#ws-description:enabled").len(), 0, "two tabs work on it");
    browser.go_to(&second);
    browser.close_tab();
    browser.go_to(&first);
    browser.wait_for("#ws-description:enabled");
    assert!(browser.find_all("#ws-locked").is_empty());
    assert_eq!(written(&browser), "Cartas que se entienden a la primera");
    browser.expect_no_error();
}

#[test]
fn of_a_file_that_cannot_be_read_the_place_is_named_and_nothing_changes() {
    let server = site();
    let workspace = server.url("en/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(WITHOUT_FILES);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.enter();
    let good = process_file("good/all-fields.yaml");
    let truncated = [&good[..good.len() / 3], b"  \"half of"].concat();
    let hostile = b"process: 1\nid: &a [<script>, *a, *a]\n".to_vec();
    let too_large = vec![b'x'; (8 << 20) + 1];
    let files = [
        ("half.yaml", truncated, "From here on the file is not readable"),
        ("newer.yaml", process_file("bad/newer-version.yaml"), "by a newer version of the workspace"),
        ("<b>hostile</b>.yaml", hostile, "The signs & * !"),
        ("photo.yaml", b"\x89PNG\r\n\x1a\n\xff".to_vec(), "the encoding UTF-8"),
        ("letter.yaml", b"Dear parents,\nwe would like".to_vec(), "This is no process file"),
        ("large.yaml", too_large, "at most 8 MB"),
    ];
    let answer = |css: &str, name: &str, expected: &str| {
        browser.wait_until(name, |browser| {
            browser.find_all(css).first().is_some_and(|answer| answer.text().contains(name))
        });
        let said = browser.find(css).text();
        assert!(said.contains(expected) && said.contains("Nothing was changed"), "{name}: {said}");
        assert_eq!(browser.find_all(&format!("{css} script, {css} h3 b")).len(), 0, "{name}");
    };
    for (name, bytes, expected) in &files {
        desk.choose("#ws-open", name, bytes);
        answer(".ws-alert", name, expected);
        if *expected != "at most 8 MB" {
            assert!(browser.find(".ws-alert").text().contains("Line "), "{name}");
            browser.take_file();
            browser.find(".ws-alert button").click();
            assert_eq!(browser.taken_file(), *bytes, "{name}");
        }
    }
    assert_eq!(
        browser.run_until_told("indexedDB.databases().then(arguments[0])", json!([])),
        json!([]),
        "something is kept"
    );

    // Beside a process that is open, too.
    desk.choose("#ws-open", "process.yaml", &good);
    browser.wait_for("#ws-menu a[href*='view=file']");
    assert_eq!(browser.find("h1").text(), "All fields");
    desk.go("file");
    let before = downloaded(&desk, "#ws-download");
    for (name, bytes, expected) in &files[..3] {
        desk.choose("#ws-merge", name, bytes);
        answer("#ws-merging .ws-alert", name, expected);
    }
    assert_eq!(downloaded(&desk, "#ws-download"), before);
    browser.expect_no_error();
}

#[test]
fn words_that_look_like_a_program_stay_words() {
    let server = site();
    let workspace = server.url("it/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(WITHOUT_FILES);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.enter();
    let evil = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>";
    let quoted = serde_json::to_string(evil).unwrap();
    let file = String::from_utf8(process_file("at-work.yaml")).unwrap();
    let texts = [
        "Skaidrākas vēstules vecākiem",
        "Mazāk zvanu skolai.",
        "Zane Liepkalne",
        "Dzelzavas pamatskola",
        "Izlasīt trīs vēstules kopā",
        "Skolai saraksts jau ir.",
    ];
    let file = texts.iter().fold(file, |file, text| {
        assert!(file.contains(text), "{text}");
        file.replace(text, &quoted)
    });
    desk.choose("#ws-open", "process.yaml", file.as_bytes());
    browser.wait_for("#ws-menu");
    browser.wait_until("the name", |browser| browser.find("h1").text() == evil);
    for view in VIEWS {
        desk.go(view);
        assert_eq!(browser.find_all("#workspace img[src=x], #ws-view script").len(), 0, "{view}");
        assert_eq!(browser.run("return window.owned ?? 0", json!([])), 0, "{view}");
    }
    browser.expect_no_error();
}

#[test]
fn on_a_full_disk_the_last_change_is_offered_as_a_file() {
    let server = site();
    let workspace = server.url("en/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(WITHOUT_FILES);
    browser.before_every_page(DISK);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", "default", Some(NAME));
    desk.go("settings");
    let is_full = |is_full: bool| browser.run("window.isFull = arguments[0]", json!([is_full]));
    is_full(true);
    browser.find("#ws-description").fill("Letters that parents understand");
    browser.find("#ws-aim").click();
    browser.wait_for("#ws-failed");
    assert!(browser.find("#ws-failed").text().contains("no room left in this browser"));
    // It is not given up by going elsewhere, not even out of the process.
    desk.go("overview");
    assert!(browser.find("#ws-failed").is_shown());
    let process = browser.address();
    browser.find("#ws-menu li:last-child a").click();
    browser.wait_until("the word that it stays", |browser| !browser.find("#ws-status").text().is_empty());
    assert_eq!(browser.address(), process);
    assert!(downloaded(&desk, "#ws-save-now").contains("Letters that parents understand"));

    // With room again, the next edit takes along what could not be kept.
    is_full(false);
    desk.go("settings");
    browser.find("#ws-aim").fill("Fewer calls");
    browser.find("#ws-description").click();
    browser.wait_until("the end of the message", |browser| browser.find_all("#ws-failed").is_empty());
    browser.reload();
    browser.wait_for("#workspace[data-settled] #ws-description");
    assert_eq!(browser.find("#ws-description").property("value"), "Letters that parents understand");
    assert_eq!(browser.find("#ws-aim").property("value"), "Fewer calls");
}

/// This time it is the browser itself that has no room.
#[test]
fn a_process_that_finds_no_room_at_its_start_is_worked_on_all_the_same() {
    let server = site();
    let workspace = server.url("en/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(WITHOUT_FILES);
    browser.limit_storage(server.url("").trim_end_matches('/'), 1);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.enter();
    desk.choose("#ws-open", "process.yaml", &process_file("at-work.yaml"));
    browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
    assert!(browser.find("#ws-memory").text().contains("no room left in this browser"));
    assert!(downloaded(&desk, "#ws-save").contains("Skaidrākas vēstules vecākiem"));
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_the_process_is_saved_as_a_file() {
    let server = site();
    let workspace = server.url("lv/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(WITHOUT_FILES);
    browser.before_every_page(WITHOUT_STORAGE);
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", "default", Some(NAME));
    assert!(browser.find("#ws-memory").text().contains("logs ir privāts"));
    desk.go("settings");
    browser.find("#ws-description").fill("Vecāki saprot");
    let file = downloaded(&desk, "#ws-save");
    assert!(file.contains("Vecāki saprot"), "{file}");
    // Another day: only the file has it.
    browser.reload();
    browser.wait_for("#ws-gone");
    desk.choose("#ws-open", "process.yaml", file.as_bytes());
    browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
    assert_eq!(browser.find("h1").text(), NAME);
    desk.go("settings");
    assert_eq!(browser.find("#ws-description").property("value"), "Vecāki saprot");
    browser.expect_no_error();
}

#[test]
fn copies_that_went_different_ways_are_put_together_and_people_choose_between_them() {
    let server = site();
    let workspace = server.url("en/workspace/");
    let [one, other] = [Browser::start(JavaScript::On), Browser::start(JavaScript::On)];
    let desks = [&one, &other].map(|browser| {
        browser.before_every_page(WITHOUT_FILES);
        let desk = Desk { browser, workspace: &workspace };
        desk.enter();
        desk.choose("#ws-open", "process.yaml", &process_file("at-work.yaml"));
        browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
        desk
    });
    // Both change the aim, and each something else.
    for (desk, aim, field, text) in [
        (desks[0], "Fewer calls to the school", "#ws-challenges", "Nobody reads to the end"),
        (desks[1], "Parents know what to do", "#ws-idea", "Write them together"),
    ] {
        desk.go("settings");
        desk.browser.find("#ws-aim").fill(aim);
        desk.browser.find(field).fill(text);
    }
    let theirs = downloaded(&desks[1], "#ws-save");
    desks[0].go("file");
    desks[0].choose("#ws-merge", "process.yaml", theirs.as_bytes());
    one.wait_for("#ws-conflicts a");
    one.find("#ws-conflicts a").click();
    one.wait_for("#ws-view .ws-pair");
    let versions = one.find("#ws-view .ws-pair").text();
    assert!(versions.contains("Fewer calls to the school") && versions.contains("Parents know what to do"));
    let label = one.find("#ws-view .ws-pair button").spoken_name();
    assert!(label.contains("Aim"), "{label}");
    let choice = one
        .find_all("#ws-view .ws-choice")
        .into_iter()
        .position(|choice| choice.text().contains("Parents know what to do"))
        .unwrap();
    one.find_all("#ws-view .ws-choice button")[choice].click();
    one.wait_until("no conflict", |browser| browser.find_all("#ws-view .ws-pair").is_empty());

    // The other one opens the file that came of it, and has all of it.
    let ours = downloaded(&desks[0], "#ws-save");
    desks[1].enter();
    desks[1].choose("#ws-open", "process.yaml", ours.as_bytes());
    other.wait_for("#ws-menu a[href*='view=settings']");
    desks[1].go("settings");
    for (field, text) in [
        ("#ws-aim", "Parents know what to do"),
        ("#ws-challenges", "Nobody reads to the end"),
        ("#ws-idea", "Write them together"),
    ] {
        assert_eq!(other.find(field).property("value"), text);
    }
    assert!(other.find_all("#ws-conflicts").is_empty());
    one.expect_no_error();
    other.expect_no_error();
}

/// The files of the reader, where Chromium gives pages one: a file in the store of the site stands for it.
#[test]
fn saving_goes_into_the_file_that_was_chosen_and_takes_in_what_others_wrote_there() {
    let server = site();
    let workspace = server.url("en/workspace/");
    let browser = Browser::start(JavaScript::On);
    browser.before_every_page(
        "window.showSaveFilePicker = async () =>
            (await navigator.storage.getDirectory()).getFileHandle('process.yaml', { create: true });",
    );
    let desk = Desk { browser: &browser, workspace: &workspace };
    desk.start("schema", "default", Some(NAME));
    let read = "const done = arguments[0];
        navigator.storage.getDirectory().then((folder) => folder.getFileHandle('process.yaml'))
            .then((handle) => handle.getFile()).then((file) => file.text()).then(done, () => done(''));";
    let on_disk = || browser.run_until_told(read, json!([])).as_str().unwrap_or_default().to_owned();
    browser.find("#ws-save").click();
    browser.wait_until("the file", |_| on_disk().contains(NAME));
    // A colleague has added a line to the same file.
    let theirs = on_disk().replace("language: en\n", "language: en\naim: Fewer calls\n");
    let write = "const done = arguments[1];
        navigator.storage.getDirectory().then((folder) => folder.getFileHandle('process.yaml'))
            .then((handle) => handle.createWritable())
            .then(async (file) => { await file.write(arguments[0]); await file.close(); done(''); });";
    browser.run_until_told(write, json!([theirs]));
    desk.go("settings");
    browser.find("#ws-description").fill("Letters");
    browser.find("#ws-save").click();
    browser.wait_until("both in the file", |_| {
        let file = on_disk();
        file.contains("Fewer calls") && file.contains("Letters")
    });
    browser.wait_until("theirs on the page", |browser| {
        browser.find("#ws-aim").property("value") == "Fewer calls"
    });
    browser.expect_no_error();
}
