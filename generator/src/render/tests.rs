//! What holds for every page, shown on the catalogue of this repository.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::LazyLock;

use super::dates::Dates;
use super::form::FormError;
use super::pages::PreviewOptions;
use super::service::{Message, ServiceHead};
use super::theme::Theme;
use super::view::Link;
use super::{Page, Renderer};
use crate::model::form::{Form, Purpose};
use crate::model::kind::Kind;
use crate::model::site::{Service, Site};
use crate::model::slug::Slug;

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    let mut site = crate::check(&content).unwrap().site;
    site.settings.settle(Some(&"https://example.org/sub/path/".parse().unwrap()), true);
    site
});
static RENDERER: LazyLock<Renderer> =
    LazyLock::new(|| Renderer::new(&Theme::embedded(), &SITE.settings.languages).unwrap());
static DATES: LazyLock<Dates> = LazyLock::new(Dates::default);
static PAGES: LazyLock<Vec<Page>> =
    LazyLock::new(|| RENDERER.begin(&SITE, &DATES).unwrap().site_pages().unwrap());

fn html_pages() -> impl Iterator<Item = (&'static str, String)> {
    let pages = PAGES.iter().filter(|page| page.path.ends_with(".html"));
    pages.map(|page| (page.path.as_str(), String::from_utf8(page.bytes.clone()).unwrap()))
}

fn page(path: &str) -> String {
    let found = PAGES.iter().find(|page| page.path == path);
    String::from_utf8(found.unwrap_or_else(|| panic!("no page {path}")).bytes.clone()).unwrap()
}

/// The values of an attribute.
fn attributes<'p>(html: &'p str, name: &str) -> Vec<&'p str> {
    let begin = format!(" {name}=\"");
    html.split(begin.as_str()).skip(1).filter_map(|rest| rest.get(..rest.find('"')?)).collect()
}

/// What stands between `<` and `>`; neither stands in a text or a value.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag)
}

#[test]
fn every_page_has_one_heading_a_language_and_nothing_inline() {
    for (path, html) in html_pages() {
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        assert!(html.starts_with("<!doctype html>\n<html lang=\""), "{path}");
        assert!(!html.contains(" style=\"") && !html.contains("<style"), "{path}");
        assert!(!html.contains("<script>") && !html.contains(" onclick"), "{path}");
        assert!(attributes(&html, "href").iter().all(|address| !address.is_empty()), "{path}");
    }
}

#[test]
fn every_id_of_a_page_is_unique() {
    for (path, html) in html_pages() {
        let mut seen = BTreeMap::new();
        for id in attributes(&html, "id") {
            *seen.entry(id).or_insert(0) += 1;
        }
        let twice: Vec<_> = seen.into_iter().filter(|(_, times)| *times > 1).collect();
        assert!(twice.is_empty(), "{path}: {twice:?}");
    }
}

#[test]
fn every_address_of_the_site_is_below_its_path_and_leads_to_a_page() {
    let paths: std::collections::BTreeSet<&str> = PAGES.iter().map(|page| page.path.as_str()).collect();
    for (path, html) in html_pages() {
        for address in attributes(&html, "href").into_iter().chain(attributes(&html, "src")) {
            if !address.starts_with('/') {
                continue;
            }
            let inside = address.strip_prefix("/sub/path/");
            let inside = inside.unwrap_or_else(|| panic!("{path}: {address} leaves the site"));
            let file = inside.split(['?', '#']).next().unwrap_or_default();
            // Files of entries are copied by the build, and the search pages need an index.
            // The forms about entries are pages of the service.
            let of_service = file.starts_with("contributions/about/");
            if file.starts_with("media/") || file.ends_with("/search/") || of_service {
                continue;
            }
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.to_owned()
            };
            assert!(paths.contains(file.as_str()), "{path}: {address} leads nowhere");
        }
    }
}

#[test]
fn the_count_of_a_facet_value_is_that_of_its_list() {
    let html = page("en/interlinkers/index.html");
    let total = SITE.interlinkers.values().filter(|item| Site::is_active(&item.entry)).count();
    let mut checked = 0;
    for link in html.split("<a href=\"/sub/path/en/interlinkers/by/").skip(1) {
        let Some((_, count)) = link.split_once("<span class=\"num\">") else { continue };
        let count = &count[..count.find('<').unwrap()];
        let list = page(&format!("en/interlinkers/by/{}index.html", &link[..link.find('"').unwrap()]));
        let expected = if count == total.to_string() {
            format!(">{total} Interlinkers<")
        } else {
            format!(">{count} of {total}<")
        };
        assert!(list.contains(&expected), "{count}: {}", &link[..60]);
        checked += 1;
    }
    assert!(checked > 20, "only {checked} values");
}

#[test]
fn a_catalogue_or_entry_page_and_its_style_fit_into_the_first_14_kilobytes() {
    let zipped = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap().len()
    };
    let style = PAGES
        .iter()
        .find(|page| page.path.starts_with("assets/") && page.path.ends_with("/style.css"))
        .map(|page| zipped(&page.bytes))
        .unwrap();
    for found in
        PAGES.iter().filter(|page| page.path.contains("/interlinkers/") && page.path.ends_with(".html"))
    {
        let bytes = zipped(&found.bytes) + style;
        assert!(bytes <= 14_336, "{}: {bytes}", found.path);
    }
}

#[test]
fn the_folder_of_the_static_files_is_named_after_what_is_in_them() {
    let mut theme = Theme::embedded();
    let languages = &SITE.settings.languages;
    assert_eq!(Renderer::new(&theme, languages).unwrap().assets(), RENDERER.assets());
    theme.replace("static/site.js", b"// another script\n".to_vec());
    let other = Renderer::new(&theme, languages).unwrap();
    assert_ne!(other.assets(), RENDERER.assets());
    let script = format!("{}/site.js", other.assets());
    assert!(other.static_files().iter().any(|file| file.path == script));
}

#[test]
fn two_renderings_are_the_same_bytes() {
    let again = RENDERER.begin(&SITE, &DATES).unwrap().site_pages().unwrap();
    assert!(*PAGES == again);
}

const FALLBACK_NOTE: &str = "<p class=\"fall small quiet mt\">";

#[test]
fn a_fallback_is_marked_with_its_language() {
    // This one has a Latvian name and an English text.
    let html = page("lv/news/2026-11-16-files-instead-of-servers/index.html");
    assert!(
        html.contains("<div class=\"fall measure\"><p class=\"note\"><span class=\"in\">angļu valodā</span>")
    );
    assert!(html.contains("<div class=\"prose\" lang=\"en\" data-in>"));
    assert!(!page("en/news/2026-11-16-files-instead-of-servers/index.html").contains("class=\"fall"));
}

#[test]
fn every_page_with_a_text_in_another_language_says_so_once_and_asks_for_help() {
    let mut marked = 0;
    for (path, html) in html_pages() {
        let expected = usize::from(
            tags(&html).any(|tag| tag.split_ascii_whitespace().any(|attribute| attribute == "data-in")),
        );
        assert_eq!(html.matches(FALLBACK_NOTE).count(), expected, "{path}");
        assert!(!html.contains("<!--fallback") && !html.contains("<!--/fallback"), "{path}");
        assert!(!html.contains("<span class=\"in\">") || expected == 1, "{path}");
        if expected == 1 {
            let note = html.split(FALLBACK_NOTE).nth(1).unwrap();
            assert!(note[..note.find("</p>").unwrap()].contains("/translate?lang="), "{path}");
            marked += 1;
        }
    }
    assert!(marked > 10, "only {marked} pages");
}

#[test]
fn what_is_written_in_a_tree_has_the_language_of_the_tree() {
    let reason = "<span lang=\"en\" data-in>The published account mentions no such drawing.</span> <span class=\"in\">en inglés</span>";
    assert!(page("es/stories/latvia-service-descriptions/index.html").contains(reason));
    let english = page("en/stories/latvia-service-descriptions/index.html");
    assert!(english.contains("<span>The published account mentions no such drawing.</span></p>"));
}

#[test]
fn files_in_the_language_of_the_reader_come_first() {
    for (language, expected) in [("lv", ["lv", "en"]), ("en", ["en", "lv"])] {
        let html = page(&format!("{language}/interlinkers/stakeholder-map-canvas/index.html"));
        let files = html.split("<ul class=\"files\">").nth(1).unwrap();
        let mut languages = attributes(&files[..files.find("</ul>").unwrap()], "lang");
        languages.dedup();
        assert_eq!(languages, expected);
    }
}

#[test]
fn nature_and_form_do_not_say_one_thing_twice() {
    let html = page("en/interlinkers/index.html");
    assert!(html.contains("<p class=\"kind\">External software</p>"));
    assert!(html.contains("<p class=\"kind\">Knowledge · Canvas</p>"));
    assert!(!html.contains("oftware · Software"));
}

#[test]
fn the_first_page_offers_every_language_and_is_the_one_for_all_others() {
    let html = page("index.html");
    let root = "https://example.org/sub/path/";
    assert!(html.contains("<title>Interlink – English · Español · Italiano · Latviešu</title>"));
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{root}\">")));
    assert!(html.contains(&format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{root}\">")));
    for language in ["en", "es", "it", "lv"] {
        assert!(html.contains(&format!("<li lang=\"{language}\">")), "{language}");
        assert!(
            page(&format!("{language}/index.html"))
                .contains(&format!("hreflang=\"x-default\" href=\"{root}\""))
        );
    }
}

#[test]
fn every_page_names_the_manifest_and_one_script_for_all() {
    for (path, html) in html_pages() {
        assert_eq!(
            html.matches("<link rel=\"manifest\" href=\"/sub/path/manifest.webmanifest\">").count(),
            1,
            "{path}"
        );
        let script = format!("\"/sub/path/{}/site.js\"", RENDERER.assets());
        assert_eq!(html.matches(&script).count(), 1, "{path}");
    }
}

#[test]
fn an_entry_says_what_goes_with_it_and_why_and_how_it_became_what_it_is() {
    for (language, reason, version) in
        [("en", "Also answers: ", "<dt>1.1</dt>"), ("lv", "Arī risina: ", "<p lang=\"en\"")]
    {
        let html = page(&format!("{language}/interlinkers/stakeholder-map-canvas/index.html"));
        let part = |id: &str| {
            let from = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}"));
            html[from..].split("</section>").next().unwrap().to_owned()
        };
        let related = part("related");
        assert!(related.contains(reason) && related.contains("/interlinkers/decidim/"), "{related}");
        let versions = part("versions");
        assert!(versions.contains(version) && versions.contains("<dt>1.0</dt>"), "{versions}");
    }
}

#[test]
fn a_preview_says_so_and_stays_out_of_search_engines() {
    let rendering = RENDERER.begin(&SITE, &DATES).unwrap();
    let slug = Slug::parse("loomio").unwrap();
    let options =
        PreviewOptions { banner: "Proposal, not published".to_owned(), ..PreviewOptions::default() };
    let preview = rendering.entry_page(Kind::Interlinker, &slug, "lv", &options).unwrap().unwrap();
    let html = String::from_utf8(preview.bytes).unwrap();
    assert!(html.contains("<b>Proposal, not published</b>"));
    assert!(
        html.contains("<meta name=\"robots\" content=\"noindex\">") && !html.contains("rel=\"canonical\"")
    );
    let absent = Slug::parse("no-such-entry").unwrap();
    assert!(rendering.entry_page(Kind::Interlinker, &absent, "lv", &options).unwrap().is_none());
    // The files of a proposal lie nowhere yet: their names lead to no missing page.
    let with_files = Slug::parse("stakeholder-map-canvas").unwrap();
    let preview = rendering.entry_page(Kind::Interlinker, &with_files, "lv", &options).unwrap().unwrap();
    let html = String::from_utf8(preview.bytes).unwrap();
    assert!(html.contains("id=\"files\"") && !html.contains(" download>"));
    // There is no such page in another language yet, and nothing to cite, share or compare.
    for absent in
        ["class=\"langs\"", "id=\"cite\"", "id=\"share\"", "id=\"adopt\"", "compare/?i=", "collection/?i="]
    {
        assert!(!html.contains(absent), "{absent}");
    }
}

#[test]
fn a_call_that_is_open_knows_what_it_says_once_it_is_closed() {
    let open = page("lv/calls/try-the-default-schema/index.html");
    assert!(open.contains("/call.js\""));
    assert!(
        open.contains("id=\"closed\" data-after=\"2027-03-31\" data-state=\"Noslēdzies; pēdējā diena bija ")
    );
    assert!(open.contains(" hidden>Šis aicinājums ir noslēdzies.</p>"));
    let mut dates = Dates::default();
    dates.today = crate::model::entry::Day::parse("2027-04-01");
    let rendering = RENDERER.begin(&SITE, &dates).unwrap();
    let slug = Slug::parse("try-the-default-schema").unwrap();
    let closed = rendering.entry_page(Kind::Call, &slug, "lv", &PreviewOptions::default()).unwrap().unwrap();
    let closed = String::from_utf8(closed.bytes).unwrap();
    assert!(closed.contains("measure\">Šis aicinājums ir noslēdzies.</p>") && !closed.contains("data-after"));
}

#[test]
fn a_process_is_handed_over_to_the_forms_of_stories_and_calls_only() {
    for (kind, takes) in [("story", true), ("call", true), ("interlinker", false), ("schema", false)] {
        let html = page(&format!("en/contribute/{kind}/index.html"));
        assert_eq!(html.contains("/form-process.js\""), takes, "{kind}");
        assert_eq!(html.contains("\"process-leaving\":\"What leaves this browser\""), takes, "{kind}");
        // Its first press comes before that of the file.
        let place = |script: &str| html.find(&format!("/{script}\""));
        assert!(!takes || place("form-process.js") < place("form-file.js").or(Some(usize::MAX)), "{kind}");
    }
    let story = page("en/contribute/story/index.html");
    assert!(story.contains("<textarea id=\"tree\"") && story.contains("name=\"tags\" value=\"survey\""));
}

#[test]
fn a_form_keeps_what_was_typed_and_shows_errors_beside_their_fields() {
    let rendering = RENDERER.begin(&SITE, &DATES).unwrap();
    let mut form =
        rendering.empty_form(Form::of(Purpose::Propose, Kind::Interlinker).unwrap(), "en").unwrap();
    let typed =
        [("name", "<b>Kit</b>"), ("nature", "knowledge"), ("themes", "design"), ("themes", "evaluation")];
    form.fill(&typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let error = FormError { field: "summary".to_owned(), message: "Write a summary.".to_owned() };
    form.mark("One answer needs your attention".to_owned(), vec![error]);
    let html = String::from_utf8(rendering.form_page("en", &form).unwrap().bytes).unwrap();
    assert!(html.contains("value=\"&lt;b&gt;Kit&lt;/b&gt;\""));
    assert!(html.contains("value=\"knowledge\" checked"));
    assert_eq!(html.matches("\" checked").count(), 3);
    assert!(html.contains("<li><a href=\"#summary\">Write a summary.</a></li>"));
    assert!(html.contains("aria-describedby=\"summary-hint summary-error\" aria-invalid=\"true\""));
    assert!(html.contains("<title>Error: "));
}

#[test]
fn a_form_goes_to_the_service_that_is_named_and_is_closed_where_there_is_none() {
    let form_of = |service: Service| {
        let mut site = SITE.clone();
        site.settings.service = service;
        let rendering = RENDERER.begin(&site, &DATES).unwrap();
        let form =
            rendering.empty_form(Form::of(Purpose::Propose, Kind::Interlinker).unwrap(), "en").unwrap();
        String::from_utf8(rendering.form_page("en", &form).unwrap().bytes).unwrap()
    };
    let elsewhere = form_of(Service::At("https://forms.example/x".parse().unwrap()));
    assert!(elsewhere.contains("action=\"https://forms.example/x/contributions/preview\" method=\"post\""));
    let closed = form_of(Service::None);
    // It is saved as a file and sent to nobody.
    assert!(
        closed.contains("<form class=\"propose\" data-kind=\"interlinker\"")
            && !closed.contains("action=\"/contributions")
    );
    assert!(closed.contains("form-file.js") && !elsewhere.contains("form-file.js"));
    assert!(closed.contains(&format!("href=\"{}\">Write to us", SITE.settings.contact.as_ref().unwrap())));
}

#[test]
fn a_message_of_the_service_has_the_layout_of_the_site() {
    let rendering = RENDERER.begin(&SITE, &DATES).unwrap();
    let links = vec![Link { url: Some("/it/".to_owned()), name: "<Home>".to_owned(), lang: None }];
    let message = Message { title: "A & B".to_owned(), lead: "C".to_owned(), links };
    let head = ServiceHead { title: message.title.clone(), ..ServiceHead::default() };
    let page = rendering.service_page("it", "message.html", &head, &message).unwrap();
    let html = String::from_utf8(page.bytes).unwrap();
    assert!(html.contains("<h1>A &amp; B</h1>") && html.contains("<a href=\"/it/\">&lt;Home&gt;</a>"));
    assert!(html.contains("<html lang=\"it\">") && html.contains("noindex"));
}

#[test]
fn an_entry_first_says_for_whom_it_is_what_it_takes_what_it_allows_and_its_languages() {
    for slug in SITE.interlinkers.keys() {
        let html = page(&format!("en/interlinkers/{slug}/index.html"));
        let (before, rest) = html.split_once("<dl class=\"glance\">").expect("what decides");
        let (glance, after) = rest.split_once("</dl>").unwrap();
        assert!(before.contains("<h1") && !before.contains("<section"), "{slug}");
        for label in ["Who it is for", "Difficulty", "Licence", "Languages"] {
            let term = format!("<dt>{label}</dt>");
            assert_eq!(
                (glance.matches(&term).count(), after.matches(&term).count()),
                (1, 0),
                "{slug}: {label}"
            );
        }
    }
}

#[test]
fn the_feed_is_atom_with_absolute_ids() {
    let feed = page("lv/feed.xml");
    assert!(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"lv\">"));
    let ids: Vec<&str> = feed.split("<id>").skip(1).filter_map(|rest| rest.split('<').next()).collect();
    assert_eq!(ids.len(), SITE.news.len() + 1);
    assert!(ids.iter().all(|id| id.starts_with("https://example.org/sub/path/lv/")), "{ids:?}");
}

/// A field that somebody may translate or edit has a name in every language.
#[test]
fn every_field_of_a_form_has_a_name() {
    let rendering = RENDERER.begin(&SITE, &DATES).unwrap();
    let mut seen = 0;
    for language in &SITE.settings.languages {
        for form in Form::all() {
            let Some(entry) = SITE.entries(form.kind).into_iter().next() else { continue };
            let view = rendering.form_about(form, &entry.slug, language, language).unwrap().unwrap();
            for field in view.fields() {
                assert!(!field.label.contains('['), "{language} {form:?}: {}", field.label);
                seen += 1;
            }
        }
        let messages = RENDERER.messages(language).unwrap();
        for kind in Kind::ALL {
            for field in
                crate::translation::translatable(kind).filter(|field| *field != crate::model::words::BODY)
            {
                assert!(
                    messages.format_if_any(&format!("field-{field}"), []).is_some(),
                    "{language} {kind} {field}"
                );
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn the_workspace_knows_in_every_language_exactly_what_is_recommended_from() {
    let offered: Vec<&str> = SITE
        .interlinkers
        .values()
        .filter(|item| Site::is_active(&item.entry))
        .map(|item| item.entry.slug.as_str())
        .collect();
    assert!(offered.len() < SITE.interlinkers.len(), "the test needs a retired Interlinker");
    for language in &SITE.settings.languages {
        let data: serde_json::Value =
            serde_json::from_str(&page(&format!("{language}/workspace/data.json"))).unwrap();
        let slugs = |list: &str| -> Vec<String> {
            let items = data[list].as_array().unwrap();
            items.iter().map(|item| item["slug"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(slugs("interlinkers"), offered, "{language}");
        assert_eq!(slugs("schemas")[0], "default", "{language}");
        for (list, kind) in [("schemas", "schemas"), ("stories", "stories")] {
            for slug in slugs(list) {
                let json: serde_json::Value =
                    serde_json::from_str(&page(&format!("api/v1/{kind}/{slug}.json"))).unwrap();
                assert_eq!(json["status"], "active", "{slug}");
                // Its own page leads to it.
                let way = format!(
                    "href=\"/sub/path/{language}/workspace/?{}={slug}\"",
                    list.replace("ies", "y").trim_end_matches('s')
                );
                assert!(page(&format!("{language}/{kind}/{slug}/index.html")).contains(&way), "{way}");
            }
        }
        for item in data["interlinkers"].as_array().unwrap() {
            let found = &SITE.interlinkers[&Slug::parse(item["slug"].as_str().unwrap()).unwrap()];
            assert_eq!(item["nature"], found.nature.id());
            assert_eq!(item["languages"], found.entry.words.languages().count());
            assert_eq!(item["problems"].as_array().unwrap().len(), found.problems.len());
            assert!(item["url"].as_str().unwrap().starts_with("/sub/path/"), "{item}");
            assert_eq!(
                item["version"].as_str(),
                found.versions.first().map(|version| version.version.as_str())
            );
        }
    }
}

#[test]
fn the_workspace_has_its_texts_and_terms_in_the_words_of_the_page() {
    let block = |html: &str, id: &str| -> String {
        let begin = format!("<script type=\"application/json\" id=\"{id}\">");
        let (_, rest) = html.split_once(&begin).unwrap_or_else(|| panic!("no {id}"));
        rest[..rest.find("</script>").unwrap()].to_owned()
    };
    let read = |html: &str, id: &str| -> BTreeMap<String, serde_json::Value> {
        serde_json::from_str(&block(html, id)).unwrap()
    };
    let english = read(&page("en/workspace/index.html"), "workspace-texts");
    for (language, title, done) in [
        ("en", "Workspace", "Done"),
        ("es", "Espacio de trabajo", "Hecha"),
        ("it", "Spazio di lavoro", "Conclusa"),
        ("lv", "Darbvieta", "Izpildīts"),
    ] {
        let html = page(&format!("{language}/workspace/index.html"));
        let texts = read(&html, "workspace-texts");
        assert!(texts.keys().eq(english.keys()), "{language}");
        assert_eq!(texts["title"], title);
        assert!(texts["saved-in"].as_str().unwrap().contains("{file}"), "{language}");
        assert!(
            texts.values().all(|text| text.as_str().is_some_and(|text| !text.contains("{ "))),
            "{language}"
        );
        for key in ["bytes", "kilobytes", "megabytes", "quote-open", "quote-close"] {
            assert!(texts.contains_key(key), "{language}: {key}");
        }
        let terms = read(&html, "workspace-terms");
        assert_eq!(terms["task-status"]["done"]["name"], done, "{language}");
        assert_eq!(terms["language"]["lv"]["name"], "Latviešu");
        assert!(terms["governance-model"]["citizen-sourcing"]["description"].is_string());
        assert!(terms["role"]["citizens"]["name"].is_string(), "{language}");
        // In the order in which they are chosen, which is not that of the alphabet.
        let written = block(&html, "workspace-terms");
        let place = |id: &str| written.find(&format!("\"{id}\"")).unwrap();
        assert!(
            place("awaiting") < place("in-progress") && place("in-progress") < place("done"),
            "{written}"
        );
        assert!(html.contains(&format!("href=\"/sub/path/{language}/process-file/\"")), "{language}");
        assert!(html.contains("data-data=\"/sub/path/") && html.contains("data-api=\"/sub/path/api/v1/\""));
        assert!(
            page(&format!("{language}/index.html")).contains("workspace/?schema=default\""),
            "{language}"
        );
    }
    assert!(page("sitemap.xml").contains("<loc>https://example.org/sub/path/lv/workspace/</loc>"));
}

#[test]
fn a_process_does_not_start_from_what_is_not_offered_or_only_proposed() {
    let rendering = RENDERER.begin(&SITE, &DATES).unwrap();
    let slug = Slug::parse("default").unwrap();
    let options = PreviewOptions { banner: "proposal".to_owned(), ..PreviewOptions::default() };
    let preview = rendering.entry_page(Kind::Schema, &slug, "en", &options).unwrap().unwrap();
    assert!(!String::from_utf8(preview.bytes).unwrap().contains("workspace/?schema="));
    let mut site = SITE.clone();
    site.schemas.get_mut(&slug).unwrap().entry.status = crate::model::entry::Status::Retired;
    let rendering = RENDERER.begin(&site, &DATES).unwrap();
    let retired =
        rendering.entry_page(Kind::Schema, &slug, "en", &PreviewOptions::default()).unwrap().unwrap();
    assert!(!String::from_utf8(retired.bytes).unwrap().contains("workspace/?schema="));
}
