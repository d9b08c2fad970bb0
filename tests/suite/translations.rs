//! Languages: which pages are translations of each other, what is missing and outdated, PO files to
//! translators and back, and a fifth language from one file and one line.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::crawl::Crawl;
use interlink_tests::fixture::{read_tree, write};
use interlink_tests::programs::git;
use interlink_tests::site_server::SiteServer;
use interlink_tests::site_test::SiteTest;

const BASE: &str = "https://interlink.example/";

/// The values of `<link rel="{rel}" …>` of a page: language and address.
fn head_links(html: &str, rel: &str) -> BTreeMap<String, String> {
    let value = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!(" {name}=\""))?.1;
        Some(rest[..rest.find('"')?].to_owned())
    };
    let tags = html.split("<link ").skip(1).map(|rest| format!(" {}", rest.split('>').next().unwrap()));
    tags.filter(|tag| tag.contains(&format!(" rel=\"{rel}\"")) && !tag.contains(" type="))
        .map(|tag| (value(&tag, "hreflang").unwrap_or_default(), value(&tag, "href").unwrap()))
        .collect()
}

#[test]
fn translations_name_each_other_and_only_what_can_be_read_in_a_language_is_one() {
    let site = SiteTest::of_the_repository().build();
    let pages: BTreeMap<String, String> = read_tree(&site.site())
        .into_iter()
        .filter(|(path, _)| path.ends_with("/index.html"))
        .map(|(path, bytes)| {
            let address = format!("{BASE}{}", path.trim_end_matches("index.html"));
            (address, String::from_utf8(bytes).unwrap())
        })
        .collect();
    let mut single = 0;
    for (address, html) in &pages {
        let alternates = head_links(html, "alternate");
        let canonical = head_links(html, "canonical").into_values().next();
        // The page of a former name only leads on to the present one.
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        if html.contains("content=\"noindex\"") {
            assert!(canonical.is_none() && alternates.is_empty(), "{address}");
            continue;
        }
        let canonical = canonical.unwrap_or_else(|| panic!("{address} has no canonical address"));
        if alternates.is_empty() {
            // It shows another language's texts and says whose.
            single += 1;
            assert_ne!(&canonical, address, "{address} is nobody's translation");
            assert!(head_links(&pages[&canonical], "alternate").values().any(|other| *other == canonical));
            continue;
        }
        assert_eq!(&canonical, address);
        assert!(alternates.contains_key("x-default"), "{address}");
        assert!(alternates.values().any(|other| other == address), "{address} does not name itself");
        for (language, other) in alternates.iter().filter(|(language, _)| *language != "x-default") {
            assert!(pages[other].contains(&format!("<html lang=\"{language}\">")), "{other}");
            assert_eq!(head_links(&pages[other], "alternate"), alternates, "{other} and {address}");
        }
    }
    assert!(single > 0, "every entry has every language, so nothing was tried");
    let half = &pages[&format!("{BASE}lv/interlinkers/hackathon-rules/")];
    assert!(head_links(half, "alternate").is_empty(), "a page without its texts is no translation");
}

/// The base with a Latvian text whose source has changed since.
fn outdated() -> SiteTest {
    let site = SiteTest::from_fixture("base");
    let path = site.content().join("interlinkers/stakeholder-map/lv.md");
    let text = fs::read_to_string(&path).unwrap();
    let text = text.replacen(
        "\n---\n",
        "\ntranslated-from:\n  language: en\n  fields:\n    summary: \"000000000000\"\n---\n",
        1,
    );
    site.with_file("interlinkers/stakeholder-map/lv.md", text).commit("An old translation")
}

#[test]
fn a_page_says_which_of_its_texts_are_out_of_date_and_the_report_lists_them() {
    let site = outdated().build();
    let page = site.page("lv/interlinkers/stakeholder-map/");
    assert!(page.contains("ir mainījies, kopš tulkots šis: Kopsavilkums."), "{page}");
    assert!(page.contains("href=\"/en/interlinkers/stakeholder-map/\">Lasīt angļu valodā</a>"));
    assert!(!site.page("en/interlinkers/stakeholder-map/").contains("has changed since"));
    let report = site.page("lv/translations/");
    assert!(report.contains("id=\"outdated-interlinkers\"") && report.contains("Novecojis"), "{report}");
    assert!(!site.page("en/translations/").contains("id=\"outdated\""));
    // Nothing of the base is in Spanish.
    let spanish = site.page("es/translations/");
    assert!(spanish.contains("id=\"missing-schemas\""), "{spanish}");
    assert!(site.page("lv/").contains("href=\"/lv/translations/\""));
}

fn is_clean(site: &SiteTest) -> bool {
    git(site.folder(), &["status", "--porcelain"]).trim().is_empty()
}

#[test]
fn what_is_exported_and_imported_again_changes_nothing() {
    let site = SiteTest::of_the_repository();
    for language in ["en", "es", "it", "lv"] {
        let po = format!("../{language}.po");
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join(po.trim_start_matches("../"));
        let file = file.to_str().unwrap();
        site.interlink(&["translations", "export", "--lang", language, file]).expect_code(0);
        if let Ok(checked) = Command::new("msgfmt").args(["--check", "-o", "/dev/null", file]).output() {
            assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
        }
        let said =
            site.interlink(&["translations", "import", "--lang", language, file]).expect_code(0).stderr;
        assert!(said.starts_with("0 texts changed in 0 files, 0 confirmed"), "{said}");
        assert!(is_clean(&site), "{language}");
    }
}

/// Runs an import with the PO file on standard input.
fn import(site: &SiteTest, po: &str) -> (Option<i32>, String) {
    let file = site.folder().join(".git/translations.po");
    write(&file, po);
    let ended = site.interlink(&["translations", "import", "--lang", "lv", file.to_str().unwrap()]);
    (ended.code, ended.stderr)
}

fn export(site: &SiteTest) -> String {
    site.interlink(&["translations", "export", "--lang", "lv", "-"]).expect_code(0).stdout
}

/// The PO file with another translation of one message.
fn translated(po: &str, context: &str, text: &str) -> String {
    let at = po.find(&format!("msgctxt \"{context}\"")).unwrap_or_else(|| panic!("no {context} in\n{po}"));
    let begin = at + po[at..].find("\nmsgstr ").unwrap() + 1;
    let end = begin + po[begin..].find("\n\n").map_or(po.len() - begin, |length| length);
    let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    format!("{}msgstr \"{text}\"{}", &po[..begin], &po[end..])
}

#[test]
fn a_translation_is_taken_in_goes_out_of_date_and_is_confirmed() {
    let site = SiteTest::from_fixture("base");
    let words = "interlinkers/stakeholder-map/lv.md";
    let before = fs::read_to_string(site.content().join(words)).unwrap();
    let context = "interlinker/stakeholder-map/summary";
    let (code, said) = import(&site, &translated(&export(&site), context, "Karte: kas, „kur” un kāpēc."));
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("1 texts changed in 1 files"), "{said}");
    let after = fs::read_to_string(site.content().join(words)).unwrap();
    assert!(
        after.contains("summary: \"Karte: kas, „kur” un kāpēc.\"\n")
            && after.contains("\ntranslated-from:\n  language: en\n  fields:\n    summary: "),
        "{after}"
    );
    let kept = |text: &str| -> Vec<String> {
        let own = |line: &&str| !line.starts_with("summary:") && !line.starts_with("translated-from:");
        text.lines()
            .filter(own)
            .filter(|line| {
                !line.starts_with("  language: en")
                    && !line.starts_with("  fields:")
                    && !line.starts_with("    summary:")
            })
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(kept(&after), kept(&before));
    let site = site.commit("Translated").check().expect_no_error();
    assert!(!export(&site).contains("fuzzy\n"));

    // The source changes.
    let source = site.content().join("interlinkers/stakeholder-map/en.md");
    let text = fs::read_to_string(&source).unwrap();
    let old = text.lines().find_map(|line| line.strip_prefix("summary: ")).unwrap().to_owned();
    let site = site
        .with_file("interlinkers/stakeholder-map/en.md", text.replace(&old, "A new sentence."))
        .commit("The source changes");
    let po = export(&site);
    let message = &po[..po.find(&format!("msgctxt \"{context}\"")).unwrap()];
    let message = &message[message.rfind("\n\n").unwrap()..];
    let begin: String = old.chars().take(20).collect();
    assert!(
        message.contains("#, fuzzy\n") && message.contains("#| msgid \"") && message.contains(&begin),
        "{message}"
    );

    // A translator reads it again and finds it still right.
    let (code, said) = import(&site, &po);
    assert_eq!((code, said.contains("1 fuzzy")), (Some(0), true), "{said}");
    assert!(is_clean(&site));
    let (code, said) = import(&site, &po.replace("#, fuzzy\n", ""));
    assert_eq!((code, said.contains("1 confirmed")), (Some(0), true), "{said}");
    let site = site.commit("Confirmed");
    assert!(!export(&site).contains("fuzzy\n"));
}

#[test]
fn nodes_of_a_schema_and_terms_of_a_list_are_translated_too() {
    let site = SiteTest::from_fixture("base");
    let po = export(&site);
    let node = po.split("msgctxt \"").find_map(|rest| rest.strip_prefix("schema/plan/nodes/")).unwrap();
    let node = format!("schema/plan/nodes/{}", node.split('"').next().unwrap());
    let po = translated(&po, &node, "Pavisam cits vārds");
    let po = translated(&po, "vocabulary/theme/design/label", "Cita projektēšana");
    let (code, said) = import(&site, &po);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.starts_with("2 texts changed in 2 files"), "{said}");
    let site = site.check().expect_no_error().build();
    assert!(site.page("lv/schemas/plan/").contains("Pavisam cits vārds"));
}

#[test]
fn what_would_not_pass_the_check_is_refused_with_its_line_and_nothing_is_written() {
    let site = SiteTest::from_fixture("base");
    let po = export(&site);
    let po = translated(&po, "interlinker/stakeholder-map/name", &"garš ".repeat(80));
    let po = translated(&po, "interlinker/stakeholder-map/body", "Teksts ar <b>HTML</b>.");
    let po = translated(&po, "page/how-it-works/name", "Labs nosaukums");
    let line =
        |context: &str| po.lines().position(|line| line.contains(&format!("\"{context}\""))).unwrap() + 1;
    let (code, said) = import(&site, &po);
    assert_eq!(code, Some(1), "{said}");
    for context in ["interlinker/stakeholder-map/name", "interlinker/stakeholder-map/body"] {
        assert!(said.contains(&format!("translations.po:{}: error: ", line(context))), "{context}: {said}");
    }
    assert!(said.contains("nothing was written"), "{said}");
    assert!(is_clean(&site));
}

#[test]
fn a_broken_file_an_unknown_language_and_an_unknown_text_are_told() {
    let site = SiteTest::from_fixture("base");
    let (code, said) = import(&site, "msgid \"a\nmsgstr \"\"\n");
    assert_eq!(code, Some(2));
    assert!(said.contains("translations.po:1: a text ends with a quotation mark"), "{said}");
    let (code, said) = import(&site, "\nmsgctxt \"page/gone/name\"\nmsgid \"A\"\nmsgstr \"B\"\n");
    assert_eq!(code, Some(0));
    assert!(said.contains("translations.po:2: warning: there is no text “page/gone/name”"), "{said}");
    let ended = site.interlink(&["translations", "export", "--lang", "fr", "-"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.contains("the site has no language “fr”; its languages are en, es, it, lv"));
    assert!(is_clean(&site));
}

#[test]
fn a_message_with_plural_forms_is_refused_instead_of_losing_all_but_the_first() {
    let site = SiteTest::from_fixture("base");
    let po = "\nmsgctxt \"page/how-it-works/name\"\nmsgid \"A\"\nmsgid_plural \"B\"\n\
              msgstr[0] \"Viens\"\nmsgstr[1] \"Vairāki\"\n";
    let (code, said) = import(&site, po);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("translations.po:2: error: “page/how-it-works/name” has plural forms"), "{said}");
    assert!(is_clean(&site));
}

#[test]
fn an_import_that_is_killed_leaves_whole_files() {
    let site = SiteTest::of_the_repository();
    let po: String = export(&site).replace("#, fuzzy\n", "");
    // Every Latvian name becomes another one.
    let contexts: Vec<String> = po
        .lines()
        .filter_map(|line| line.strip_prefix("msgctxt \"")?.strip_suffix("/name\""))
        .filter(|context| !context.contains("/nodes/"))
        .map(|context| format!("{context}/name"))
        .collect();
    assert!(contexts.len() > 20, "{}", contexts.len());
    let po = contexts.iter().fold(po, |po, context| translated(&po, context, "Cits nosaukums"));
    let file = site.folder().join(".git/translations.po");
    write(&file, &po);
    let before = read_tree(&site.content());
    let program = interlink_tests::programs::program("interlink");
    let mut child = interlink_tests::programs::command(program, site.folder())
        .args(["translations", "import", "--lang", "lv", file.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // As soon as the first file has changed; a run that was quicker is a whole one, which is right too.
    while child.try_wait().unwrap().is_none() && is_clean(&site) {}
    child.kill().ok();
    child.wait().unwrap();
    for (path, bytes) in &before {
        let now = fs::read(site.content().join(path)).unwrap();
        let is_new = String::from_utf8_lossy(&now).contains("Cits nosaukums");
        assert!(now == *bytes || is_new && now.len() + 200 > bytes.len(), "{path} is cut");
    }
    site.check().expect_no_error();
}

/// The English texts with the plural forms that French has.
fn french_messages() -> String {
    let theme = interlink_tests::programs::workspace().join("themes/default/messages/en.ftl");
    let english = fs::read_to_string(theme).unwrap();
    english.replace("home = Home\n", "home = Accueil\n")
}

#[test]
fn a_fifth_language_is_one_message_file_and_one_line() {
    let site = SiteTest::from_fixture("base");
    let settings = fs::read_to_string(site.content().join("site.yaml")).unwrap();
    let theme = interlink_tests::programs::workspace().join("themes/default");
    interlink_tests::fixture::copy_folder(&theme, &site.folder().join("themes/default"));
    write(&site.folder().join("themes/default/messages/fr.ftl"), french_messages());
    let site = site.with_file("site.yaml", settings.replace("  - lv\n", "  - lv\n  - fr\n"));
    let site = site.with_file(
        "pages/how-it-works/fr.md",
        "---\nname: Comment ça marche\nsummary: En deux mots.\n---\n## D’abord\n\nDeux mots.\n",
    );
    let site = site.commit("French").check().expect_no_error().build();
    let home = site.page("fr/");
    assert!(home.contains("<html lang=\"fr\">") && site.page("fr/interlinkers/").contains("Accueil"));
    assert!(home.contains("hreflang=\"fr\"") && site.page("en/").contains("href=\"/fr/\""), "{home}");
    let page = site.page("fr/how-it-works/");
    assert!(page.contains("Comment ça marche") && page.contains("hreflang=\"fr\" href=\""), "{page}");
    assert!(site.page("").contains("href=\"/fr/\""), "the choice of languages has it");
    assert!(site.page("fr/feed.xml").contains("xml:lang=\"fr\""));
    assert!(site.page("fr/translations/").contains("id=\"missing\""));
    let found = site.interlink(&["search", "marche", "--lang", "fr", "--json"]).expect_code(0).stdout;
    assert!(found.contains("\"language\": \"fr\""), "{found}");
    let problems = Crawl::read(&site.site(), "https://catalogue.example/").problems();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    let languages: BTreeSet<String> = fs::read_dir(site.site())
        .unwrap()
        .map(|item| item.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.len() == 2)
        .collect();
    assert_eq!(languages.into_iter().collect::<Vec<_>>(), ["en", "es", "fr", "it", "lv"]);
}

#[test]
fn the_report_shows_one_state_or_kind_alone_and_keeps_it_in_the_address() {
    let site = outdated();
    fs::remove_file(site.content().join("pages/how-it-works/lv.md")).unwrap();
    let server = SiteServer::start(site);
    let browser = Browser::start(JavaScript::On);
    browser.open(&server.url("lv/translations/?state=outdated&kind=nonsense"));
    let shown = |css: &str| browser.find_all(css).iter().any(interlink_tests::browser::Element::is_shown);
    browser.wait_until("the lists to choose from", |browser| browser.find("#choose").is_shown());
    assert!(
        shown("#outdated") && !shown("#missing"),
        "a state in the address counts, an unknown kind does not"
    );
    browser.find("#state option[value=missing]").click();
    browser.find("#kind option[value=pages]").click();
    let expected = server.url("lv/translations/?state=missing&kind=pages");
    browser.wait_until(&expected, |browser| browser.address() == expected);
    assert!(shown("#missing-pages") && !shown("#outdated"));
    // The heading counts what is shown: the one page of this kind.
    let heading = || browser.find("#missing h2").text();
    let of_pages = browser.find("#missing-pages").attribute("data-title");
    assert_eq!(heading(), of_pages);
    browser.back();
    let kind = || browser.run("return document.querySelector('#kind').value", serde_json::json!([]));
    browser.wait_until("the state alone", |browser| browser.address().ends_with("?state=missing"));
    browser.wait_until("no kind", |_| kind() == "");
    assert!(shown("#missing-pages"));
    browser.run("history.forward()", serde_json::json!([]));
    browser.wait_until("both again", |_| kind() == "pages");
    // On a phone the table fits; no column is out of sight.
    browser.resize(360, 800);
    let hidden =
        "const box = document.querySelector('#shares .table'); return box.scrollWidth - box.clientWidth";
    assert_eq!(browser.run(hidden, serde_json::json!([])), 0);
    browser.resize(1280, 900);
    browser.find(".langs a[hreflang=es]").click();
    let expected = server.url("es/translations/?state=missing&kind=pages");
    browser.wait_until(&expected, |browser| browser.address() == expected);

    let plain = Browser::start(JavaScript::Off);
    plain.open(&server.url("es/translations/"));
    assert!(!plain.find("#choose").is_shown(), "no list to choose from that does nothing");
    assert!(plain.find("#missing-schemas").is_shown());
    plain.find("#jump a[href='#missing-schemas']").click();
    assert!(plain.address().ends_with("/es/translations/#missing-schemas"));
}
