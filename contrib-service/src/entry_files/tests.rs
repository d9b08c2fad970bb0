//! What is written is what was meant: read back by the generator it is the same, and without
//! mistakes.

use generator::check_source;
use generator::history::History;
use generator::source::Source;

use super::*;
use crate::raw_form::{RawFile, RawForm};
use crate::submission::tests::{good_form, parse, site};

fn source() -> Source {
    let content = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    Source::read(&content).unwrap()
}

fn slug() -> Slug {
    Slug::parse("neighbourhood-budget-kit").unwrap()
}

fn submission(form: &RawForm) -> Submission {
    parse(form, &site()).unwrap()
}

fn text(files: &EntryFiles, path: &str) -> String {
    let file = files.files.iter().find(|file| file.path == path).unwrap();
    String::from_utf8(file.bytes.clone()).unwrap()
}

#[test]
fn the_files_are_those_an_author_would_write() {
    let mut form = good_form();
    form.add("instructions", "# Step one\r\n\r\n- print it <b>big</b>\r\n- `<code>` stays");
    form.add("description", "Two lines:\r\n---\r\nyes");
    form.add("show-name", "yes");
    form.add("contributor", "Ada");
    form.files.push(RawFile {
        field: "file".to_owned(),
        name: "Kit: final.pdf".to_owned(),
        bytes: crate::upload::tests::pdf().into(),
    });
    let files = write_entry_files(&submission(&form), &slug());
    assert_eq!(
        files.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
        ["en.md", "files/kit-final.pdf", "interlinker.yaml"]
    );
    insta::assert_snapshot!(text(&files, "interlinker.yaml"), @r#"
    nature: knowledge
    status: active
    themes:
      - engagement
      - design
    licence: CC-BY-4.0
    files:
      - path: files/kit-final.pdf
        language: en
        title: "Kit: final"
        accessibility: unknown
    "#);
    insta::assert_snapshot!(text(&files, "en.md"), @r"
    ---
    name: Neighbourhood budget kit
    summary: A kit for deciding together how a street spends its money.
    description: |-
      Two lines:
      ---
      yes
    ---

    # Step one

    - print it \<b>big\</b>
    - `<code>` stays
    ");
}

/// The page, the service and the entry agree: what the page asks for is accepted and written, and
/// what is written was asked for.
#[test]
fn every_answer_the_page_asks_for_reaches_the_entry_and_nothing_else_does() {
    use generator::render::form::Control;
    use generator::render::{Renderer, dates::Dates, theme::Theme};
    let definition = Form::of(Purpose::Propose, Kind::Interlinker).unwrap();
    let site = site();
    let renderer = Renderer::new(&Theme::embedded(), &site.settings.languages).unwrap();
    let dates = Dates::default();
    let view = renderer.begin(&site, &dates).unwrap().empty_form(definition, "en").unwrap();

    let mut form = RawForm::default();
    for field in view.fields() {
        let answer = match field.control {
            Control::Select | Control::Radio | Control::Checkboxes => {
                field.options.first().unwrap().value.clone()
            }
            Control::Line if field.name == "address" || field.name == "contact" => {
                format!("https://{}.example/", field.name)
            }
            Control::Line | Control::Text | Control::Markdown => {
                format!("This is an answer about {}.", field.name)
            }
            Control::Agree => "yes".to_owned(),
            Control::File => {
                let bytes = crate::upload::tests::pdf().into();
                form.files.push(RawFile { field: field.name.clone(), name: "Kit.pdf".to_owned(), bytes });
                continue;
            }
        };
        form.add(&field.name, answer);
    }
    for field in ["status", "former-slugs", "regulations", "tags", "versions"] {
        form.add(field, "retired");
    }
    let submission = parse(&form, &site).unwrap();
    assert_eq!(submission.author.as_ref().unwrap().as_str(), "This is an answer about contributor.");
    let files = write_entry_files(&submission, &slug());
    let all: String = ["interlinker.yaml", "en.md"].map(|path| text(&files, path)).concat();
    for field in view.fields() {
        let name = &field.name;
        match definition.input(name).unwrap().place {
            Place::Facts | Place::Words => assert!(
                all.contains(&format!("\n{name}:")) || all.starts_with(&format!("{name}:")),
                "{name}: {all}"
            ),
            Place::Body => assert!(all.contains(&format!("---\n\nThis is an answer about {name}")), "{all}"),
            Place::Language | Place::File | Place::Contributor | Place::Consent => {}
            Place::Outline | Place::Tree | Place::Message => panic!("an Interlinker has no {name}"),
        }
    }
    assert!(!all.contains("retired"), "{all}");
    let file = files.files.iter().find(|file| file.path == "files/kit.pdf").unwrap();
    assert!(file.bytes.starts_with(b"%PDF-1.4"));
}

#[test]
fn the_generator_finds_no_mistake_in_them() {
    let mut form = good_form();
    form.add("instructions", "<script>alert(1)</script>\n\n<!-- x -->\n\na < b");
    let slug = slug();
    let files = write_entry_files(&submission(&form), &slug);
    let checked = check_source(
        &source().with_files(below_content(Kind::Interlinker, &slug, &files.files)),
        History::default(),
    );
    let found: Vec<Diagnostic> = checked.diagnostics.into_iter().collect();
    assert_eq!(files.field_errors(&slug, &found), []);
    assert!(checked.site.interlinkers.contains_key(&slug));
}

#[test]
fn a_mistake_only_the_generator_sees_stands_beside_its_field() {
    let mut form = good_form();
    form.add("description", "Fine.\n\n[click](javascript:alert(1))");
    form.add("instructions", "![x](https://tracker.example/x.png)");
    form.add("address", "https://example.org/");
    let mut submission = submission(&form);
    for (name, value) in &mut submission.values {
        if *name == "licence" {
            *value = Value::Line(crate::submission::Line::parse("My own", 20).unwrap());
        }
    }
    let files = write_entry_files(&submission, &slug());
    let slug = Slug::parse("kit").unwrap();
    let checked = check_source(
        &source().with_files(below_content(Kind::Interlinker, &slug, &files.files)),
        History::default(),
    );
    let found: Vec<Diagnostic> = checked.diagnostics.into_iter().collect();
    let errors = files.field_errors(&slug, &found);
    let told: Vec<String> =
        errors.iter().map(|error| format!("{}: {}", error.field, error.message)).collect();
    assert_eq!(
        told,
        [
            "description: error-forbidden-link",
            "instructions: error-remote-image",
            "licence: error-bad-licence",
        ]
    );
}

#[test]
fn the_mailbox_of_a_person_is_refused_beside_the_contact() {
    let mut form = good_form();
    form.add("contact", "ada.lovelace@riga.lv");
    let files = write_entry_files(&submission(&form), &slug());
    assert!(text(&files, "interlinker.yaml").contains("mailto:ada.lovelace@riga.lv"));
    let slug = Slug::parse("kit").unwrap();
    let laid = source().with_files(below_content(Kind::Interlinker, &slug, &files.files));
    let found: Vec<Diagnostic> = check_source(&laid, History::default()).diagnostics.into_iter().collect();
    let told: Vec<String> = files
        .field_errors(&slug, &found)
        .iter()
        .map(|error| format!("{}: {}", error.field, error.message))
        .collect();
    assert_eq!(told, ["contact: error-personal-data"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Write, then read: whatever somebody types, the entry holds exactly that, and no text can
    /// become a field, a comment or the end of the front matter.
    #[test]
    fn what_was_typed_is_what_is_read(
        name in "[a-z]{2}\\PC{0,60}",
        description in "(\\PC|\n|---\n|: |# |- |\"|'|&a |\\*a |!!x ){0,60}",
    ) {
        let mut form = good_form_with(&name, &description);
        form.add("contributor", "x");
        let Ok(submission) = parse(&form, &CHECKED) else { return Ok(()) };
        let files = write_entry_files(&submission, &slug());
        let front = text(&files, "en.md");
        let parts = generator::content::front_matter::split_front_matter(&front).unwrap();
        let tree = generator::content::yaml::parse_yaml(parts.yaml).unwrap();
        let generator::content::yaml::Yaml::Map(fields) = tree.value else { panic!("{front}") };
        let read = |key: &str| fields.iter().find(|(name, _)| name.text == key).map(|(_, value)| {
            match &value.value {
                generator::content::yaml::Yaml::Text(text, _) => text.clone(),
                other => panic!("{key} is {other:?} in {front}"),
            }
        });
        proptest::prop_assert_eq!(read("name").unwrap(), submission.name.as_str());
        let wanted = submission.values.iter().find_map(|(name, value)| match value {
            Value::Prose(prose) if *name == "description" => Some(without_html(prose.as_str())),
            _ => None,
        });
        proptest::prop_assert_eq!(read("description"), wanted);
        proptest::prop_assert!(fields.len() <= 3);
    }
}

static CHECKED: std::sync::LazyLock<generator::model::site::Site> = std::sync::LazyLock::new(site);

fn good_form_with(name: &str, description: &str) -> RawForm {
    let mut form = RawForm::default();
    for (field, values) in good_form().texts() {
        if field != "name" {
            values.iter().for_each(|value| form.add(field, value.clone()));
        }
    }
    form.add("name", name);
    form.add("description", description);
    form
}
