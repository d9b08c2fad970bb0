//! The workshop of queries: what people type in each language has to find what they look for among
//! the first results. `search_queries.txt` has the list; a query that failed somebody joins it.

use std::collections::BTreeMap;

use generator::build::dates;
use generator::render::Renderer;
use generator::render::theme::Theme;
use generator::search::{SearchIndex, build_index};
use interlink_tests::programs::workspace;

const QUERIES: &str = include_str!("search_queries.txt");

/// Among so many results an entry has to be.
const FIRST: usize = 5;

struct Wanted<'q> {
    language: &'q str,
    query: &'q str,
    entries: Vec<&'q str>,
}

fn wanted() -> Vec<Wanted<'static>> {
    let lines = QUERIES.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let mut parts = line.split('|').map(str::trim);
            let mut part = || parts.next().expect("language | query | entries");
            Wanted { language: part(), query: part(), entries: part().split(',').map(str::trim).collect() }
        })
        .collect()
}

fn indexes() -> BTreeMap<String, SearchIndex> {
    let content = workspace().join("content");
    let site = generator::check(&content).expect("our content").site;
    let theme = Theme::find(&content, "default").expect("our theme");
    let renderer = Renderer::new(&theme, &site.settings.languages).expect("our theme");
    let dates = dates(&site, None);
    let rendering = renderer.begin(&site, &dates).expect("our content");
    let languages = site.settings.languages.iter();
    languages
        .map(|language| {
            let documents = rendering.search_documents(language).expect("a language of the site");
            (language.clone(), build_index(language, documents, &site.synonyms).expect("an index"))
        })
        .collect()
}

#[test]
fn what_people_type_finds_what_they_look_for_among_the_first_five() {
    let indexes = indexes();
    let mut missed = Vec::new();
    for Wanted { language, query, entries } in wanted() {
        let results = indexes[language].search(query, FIRST).expect("an answer");
        let found: Vec<String> =
            results.hits.iter().map(|hit| format!("{}/{}", hit.kind.folder(), hit.slug)).collect();
        for entry in entries.iter().filter(|entry| !found.iter().any(|other| other == *entry)) {
            missed.push(format!("{language}: “{query}” misses {entry}: {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// What one can use comes first, then needs; a story or a page that says the words somewhere follows.
#[test]
fn the_tool_a_question_is_about_is_the_first_result() {
    let indexes = indexes();
    for (language, query, first) in [
        ("en", "how do I run a workshop with citizens", "service-co-design-workshop"),
        ("en", "agreement", "hackathon-rules"),
        ("es", "talleres de codiseño", "service-co-design-workshop"),
        ("es", "contrato", "hackathon-rules"),
        ("en", "licence", "licences"),
        ("es", "accesibilidad declaracion", "accessibility"),
    ] {
        let results = indexes[language].search(query, FIRST).expect("an answer");
        let slugs: Vec<&str> = results.hits.iter().map(|hit| hit.slug.as_str()).collect();
        assert_eq!(slugs.first(), Some(&first), "{language}: “{query}” finds {slugs:?}");
    }
}

#[test]
fn a_short_name_that_nothing_has_is_not_taken_for_another_word() {
    let indexes = indexes();
    for query in ["zoom", "miro"] {
        let results = indexes["en"].search(query, FIRST).expect("an answer");
        assert_eq!((results.total, results.corrections.len()), (0, 0), "{query}");
    }
}

#[test]
fn each_language_has_enough_queries() {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for wanted in wanted() {
        *counts.entry(wanted.language).or_default() += 1;
    }
    assert_eq!(counts.keys().copied().collect::<Vec<&str>>(), ["en", "es", "it", "lv"]);
    assert!(counts.values().all(|count| *count >= 15), "{counts:?}");
}
