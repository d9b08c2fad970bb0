//! The browser and `interlink search` give the same entries, in the same order, with the same scores: an index is
//! exported to a folder, Node runs the script of the search page on it, and every answer is compared.

// The helpers of a test are tests too; clippy.toml allows it inside test functions only.
#![allow(clippy::unwrap_used)]

use generator::model::kind::Kind;
use generator::model::synonyms::SynonymGroup;
use generator::search::{Alias, SearchDocument, SearchIndex, Section, build_index, fold};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Words of a small made world, most of them in several forms, some in every entry.
const WORDS: [(&str, &[&str]); 4] = [
    (
        "en",
        &[
            "the",
            "of",
            "and",
            "survey",
            "surveys",
            "citizen",
            "citizens",
            "citizen’s",
            "mapping",
            "map",
            "maps",
            "canvas",
            "stakeholder",
            "stakeholders",
            "service",
            "services",
            "cities",
            "city",
            "e-government",
            "co-production",
            "Interlink™",
            "résumé",
            "workshop",
            "evaluation",
            "evaluate",
            "plan",
            "planning",
        ],
    ),
    (
        "es",
        &[
            "el",
            "la",
            "de",
            "encuesta",
            "encuestas",
            "ciudadanía",
            "ciudadanos",
            "señalización",
            "taller",
            "talleres",
            "voz",
            "voces",
            "partes",
            "interesadas",
            "servicio",
            "público",
            "pública",
            "participación",
            "evaluación",
            "guía",
            "guías",
            "plantilla",
        ],
    ),
    (
        "it",
        &[
            "il",
            "la",
            "di",
            "dell'amministrazione",
            "questionario",
            "questionari",
            "cittadino",
            "cittadini",
            "qualità",
            "quale",
            "servizio",
            "servizi",
            "pubblica",
            "pubbliche",
            "attività",
            "mappa",
            "mappe",
            "laboratorio",
            "banca",
            "banche",
            "perché",
        ],
    ),
    (
        "lv",
        &[
            "un",
            "ar",
            "par",
            "karte",
            "kartes",
            "karšu",
            "puse",
            "pušu",
            "puses",
            "aptauja",
            "aptauju",
            "iedzīvotājs",
            "iedzīvotāju",
            "iedzīvotājiem",
            "latvietis",
            "latvieša",
            "vadlīnijas",
            "vadlīniju",
            "pakalpojums",
            "pakalpojuma",
            "tās",
            "tas",
            "zeme",
            "zemju",
            "tiešsaistes",
            "ieinteresētās",
            "kvalitāšu",
        ],
    ),
];

/// What nobody should type, and some will.
const HOSTILE: [&str; 14] = [
    "",
    " ",
    "\"",
    "a",
    "🎉 survey 🇱🇻",
    "\u{0}map\u{7}",
    "map AND (survey OR \"canvas\") -the *",
    "ŠĶĪŅĶIS ﬁle ½ İstanbul ΟΔΟΣ ß",
    "e\u{301}valuation ma\u{ad}p\u{200d}ping",
    "the the The THE of",
    "../../etc/passwd <script>alert(1)</script>",
    "one two three four five six seven eight nine ten",
    "普通话 عربى हिन्दी",
    "map\u{2122}s",
];

/// A sequence of numbers that is the same in every run (Knuth's generator, its upper bits).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn words(&mut self, from: &[&str], count: usize) -> String {
        // Squaring makes the first words common and the last ones rare, as in real texts.
        let pick = |numbers: &mut Numbers| {
            let place = numbers.below(from.len() * from.len());
            from[from.len() - 1 - place.isqrt()]
        };
        (0..count).map(|_| pick(self)).collect::<Vec<&str>>().join(" ")
    }
}

/// A corpus large enough for several blocks, with fallback texts of another language in every fifth entry.
fn corpus(language: &str, words: &[&str], entries: usize) -> Vec<SearchDocument> {
    let mut numbers = Numbers(7 + language.len() as u64);
    let mut documents = Vec::new();
    for place in 0..entries {
        let kind = Kind::ALL[numbers.below(Kind::ALL.len())];
        let is_fallback = place % 5 == 0;
        let (shown, from) = if is_fallback { WORDS[0] } else { (language, words) };
        let count = 2 + numbers.below(4);
        let title = numbers.words(from, count);
        let count = numbers.below(60);
        // A word of its own for each entry fills the vocabulary, so that it takes more than one block.
        let own: String = (0..6)
            .map(|digit| char::from(b'a' + ((place * 7919 + digit * 31) >> digit) as u8 % 26))
            .collect();
        documents.push(SearchDocument {
            kind,
            slug: format!("entry-{place}"),
            url: format!("{language}/{}/entry-{place}/", kind.folder()),
            language: shown.to_owned(),
            title,
            summary: numbers.words(from, 9),
            label: String::new(),
            sign: String::new(),
            aliases: aliases(&mut numbers),
            tags: (0..numbers.below(3)).map(|_| numbers.words(from, 1)).collect(),
            publisher: if numbers.below(2) == 0 { numbers.words(from, 1) } else { String::new() },
            sections: vec![Section {
                anchor: "part".to_owned(),
                heading: numbers.words(from, 2),
                is_heading_searched: numbers.below(2) == 0,
                language: shown.to_owned(),
                text: format!("{own} {}", numbers.words(from, count)),
            }],
            facets: facets(&mut numbers),
        });
    }
    documents
}

/// Now and then another name, in any language.
fn aliases(numbers: &mut Numbers) -> Vec<Alias> {
    if numbers.below(4) > 0 {
        return Vec::new();
    }
    let (language, words) = WORDS[numbers.below(WORDS.len())];
    vec![Alias { language: language.to_owned(), text: numbers.words(words, 2) }]
}

/// Words for the same: of one language, of several, of several words, of words that no entry has.
fn synonyms() -> Vec<SynonymGroup> {
    let group = |id: &str, words: &[(&str, &[&str])]| SynonymGroup {
        id: id.to_owned(),
        words: words
            .iter()
            .map(|(language, texts)| {
                ((*language).to_owned(), texts.iter().map(|text| (*text).to_owned()).collect())
            })
            .collect(),
    };
    vec![
        group(
            "survey",
            &[
                ("en", &["survey", "poll"]),
                ("es", &["encuesta", "plantilla"]),
                ("it", &["questionario", "attività"]),
                ("lv", &["aptauja", "anketa", "vadlīnijas"]),
            ],
        ),
        group(
            "citizen",
            &[
                ("en", &["citizen"]),
                ("es", &["ciudadano", "voz"]),
                ("lv", &["iedzīvotājs", "latvietis"]),
                ("it", &["cittadino", "banca"]),
            ],
        ),
        group(
            "map",
            &[
                ("en", &["map", "co-production map"]),
                ("lv", &["karte", "puse"]),
                ("it", &["mappa", "servizio pubblico"]),
                ("es", &["guía", "servicio público"]),
            ],
        ),
        group(
            "same",
            &[("en", &["citizen", "people"]), ("lv", &["ļaudis"]), ("es", &["partes interesadas"])],
        ),
        group("nowhere", &[("en", &["qwertz"]), ("lv", &["ķīvīte"])]),
    ]
}

/// Values as those of the catalogue: one nature, some themes, some languages.
fn facets(numbers: &mut Numbers) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    for (facet, most, ids) in [
        ("nature", 1, &["software", "knowledge"][..]),
        ("theme", 3, &["design", "development", "evaluation"][..]),
        ("language", 3, &["en", "es", "it", "lv"][..]),
    ] {
        for _ in 0..numbers.below(most + 1) {
            values.insert(format!("{facet}/{}", ids[numbers.below(ids.len())]));
        }
    }
    values
}

/// Queries of one to three words: as they are, without diacritics, unfinished, in forms that occur nowhere.
fn queries(words: &[&str], count: usize) -> Vec<String> {
    let mut numbers = Numbers(99);
    let mut queries: BTreeSet<String> = HOSTILE.iter().map(|query| (*query).to_owned()).collect();
    let in_groups =
        ["poll", "anketu", "anektas", "survey poll", "ļaudis karte", "laudi", "people", "qwertz", "kivite"];
    queries.extend(in_groups.map(str::to_owned));
    while queries.len() < count {
        let mut query = Vec::new();
        for _ in 0..1 + numbers.below(3) {
            let word = words[numbers.below(words.len())];
            query.push(match numbers.below(9) {
                0 => fold(word),
                1 => word.to_uppercase(),
                2 => format!("{word}s"),
                3 => word.chars().take(word.chars().count().saturating_sub(1)).collect::<String>() + "u",
                4..=6 => slip(word, &mut numbers),
                _ => word.to_owned(),
            });
        }
        if numbers.below(2) == 0
            && let Some(last) = query.last_mut()
        {
            let kept = 1 + numbers.below(last.chars().count());
            *last = last.chars().take(kept).collect();
        }
        queries.insert(query.join(" "));
    }
    queries.into_iter().collect()
}

/// The word with one or two slips of the finger.
fn slip(word: &str, numbers: &mut Numbers) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    for _ in 0..1 + numbers.below(2) {
        let place = numbers.below(letters.len().saturating_sub(1).max(1));
        match numbers.below(4) {
            0 => letters.insert(place, 'e'),
            1 if letters.len() > 2 => {
                letters.remove(place);
            }
            2 if letters.len() > place + 1 => letters.swap(place, place + 1),
            _ => letters[place] = 'o',
        }
    }
    letters.into_iter().collect()
}

/// What the index answers, in the form the script prints.
fn native_answers(index: &SearchIndex, queries: &[String]) -> Vec<Value> {
    let answer = |query: &String| {
        let results = index.search(query, 20).unwrap();
        let hits: Vec<Value> = results
            .hits
            .iter()
            .map(|hit| {
                json!([hit.rank, hit.score, hit.kind.name(), hit.slug, hit.title, hit.url, hit.language])
            })
            .collect();
        let corrections: Vec<Vec<String>> = results
            .corrections
            .into_iter()
            .map(|correction| [vec![correction.word], correction.instead].concat())
            .collect();
        let expansions: Vec<Vec<String>> = results
            .expansions
            .into_iter()
            .map(|expansion| [vec![expansion.word], expansion.also].concat())
            .collect();
        json!({
            "total": results.total,
            "complete": results.complete,
            "corrections": corrections,
            "expansions": expansions,
            "hits": hits,
        })
    };
    queries.iter().map(answer).collect()
}

/// What the script of the search page answers on the exported files.
fn browser_answers(index: &SearchIndex, queries: &[String]) -> Vec<Value> {
    ask_browser(index, &json!({ "queries": queries, "limit": 20, "chosen": [] }))
}

/// Asks the script what a list says: queries, how many results, and the chosen values of each facet.
fn ask_browser(index: &SearchIndex, asked: &Value) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let export = index.export().unwrap();
    for (path, bytes) in &export.files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    // So Node takes the scripts for the modules they are.
    std::fs::write(folder.path().join("package.json"), r#"{ "type": "module" }"#).unwrap();
    for script in ["search-index.js", "data.js"] {
        let from = package.join("../themes/default/static").join(script);
        std::fs::copy(from, folder.path().join(script)).unwrap();
    }
    let script = folder.path().join("search-index.js");
    let list = folder.path().join("queries.json");
    std::fs::write(&list, serde_json::to_vec(asked).unwrap()).unwrap();

    let output = Command::new("node")
        .arg(package.join("tests/search_parity.mjs"))
        .arg(script)
        .arg(folder.path())
        .arg(&export.digest)
        .arg(list)
        .output()
        .expect("this test needs Node: install `node` (Debian: nodejs), or run `cargo verify`, which does");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn assert_parity(language: &str, entries: usize, count: usize) -> Vec<Value> {
    let (_, words) = WORDS.into_iter().find(|(of, _)| *of == language).unwrap();
    let index = build_index(language, corpus(language, words, entries), &synonyms()).unwrap();
    let queries = queries(words, count);
    let native = native_answers(&index, &queries);
    let browser = browser_answers(&index, &queries);
    assert_eq!(native.len(), browser.len());
    for ((query, native), browser) in queries.iter().zip(&native).zip(&browser) {
        assert_eq!(native, browser, "{language}: {query:?}");
    }
    native
}

#[test]
fn the_browser_and_the_command_agree_in_every_language() {
    for (language, _) in WORDS {
        let answers = assert_parity(language, 300, 400);
        // The comparison would be worth nothing if the queries did not reach every rule.
        let found = answers.iter().filter(|answer| answer["total"] != 0).count();
        let relaxed = answers.iter().filter(|answer| answer["complete"] != answer["total"]).count();
        assert!(found > 200, "{language}: only {found} queries found anything");
        assert!(relaxed > 5, "{language}: only {relaxed} queries were relaxed");
        let corrected = answers.iter().filter(|answer| answer["corrections"] != json!([])).count();
        assert!(corrected > 40, "{language}: only {corrected} queries were corrected");
        let expanded = answers.iter().filter(|answer| answer["expansions"] != json!([])).count();
        assert!(expanded > 40, "{language}: only {expanded} queries had other words for the same");
    }
}

/// What the filters leave is what the command finds, without what lacks the values.
#[test]
fn filters_leave_what_has_the_values_in_the_same_order() {
    let (language, words) = WORDS[0];
    let documents = corpus(language, words, 300);
    let values: std::collections::BTreeMap<String, BTreeSet<String>> = documents
        .iter()
        .map(|document| {
            let kind = format!("kind/{}", document.kind.name());
            (document.url.clone(), document.facets.iter().cloned().chain([kind]).collect())
        })
        .collect();
    let index = build_index(language, documents, &synonyms()).unwrap();
    let queries = queries(words, 60);
    for chosen in [
        json!([["kind", ["interlinker"]]]),
        json!([["kind", ["story", "problem"]], ["language", ["lv"]]]),
        json!([["theme", ["design", "evaluation"]], ["nature", ["software"]]]),
    ] {
        let fits = |url: &str| {
            chosen.as_array().unwrap().iter().all(|facet| {
                let of_facet = facet[1].as_array().unwrap().iter();
                let (id, values) = (facet[0].as_str().unwrap(), &values[url]);
                of_facet
                    .map(|value| format!("{id}/{}", value.as_str().unwrap()))
                    .any(|value| values.contains(&value))
            })
        };
        let answers = ask_browser(&index, &json!({ "queries": queries, "limit": 1000, "chosen": chosen }));
        let mut left_any = 0;
        for (query, answer) in queries.iter().zip(&answers) {
            let found = index.search(query, 1000).unwrap();
            let left: Vec<(&str, u32)> = found
                .hits
                .iter()
                .filter(|hit| fits(&hit.url))
                .map(|hit| (hit.url.as_str(), hit.score))
                .collect();
            let shown: Vec<(&str, u32)> = answer["hits"]
                .as_array()
                .unwrap()
                .iter()
                .map(|hit| (hit[5].as_str().unwrap(), hit[1].as_u64().unwrap() as u32))
                .collect();
            assert_eq!(shown, left, "{query:?} {chosen}");
            assert_eq!(answer["total"], left.len(), "{query:?} {chosen}");
            let complete = found.hits.iter().take(found.complete).filter(|hit| fits(&hit.url)).count();
            assert_eq!(answer["complete"], complete, "{query:?} {chosen}");
            left_any += usize::from(!left.is_empty());
        }
        assert!(left_any > 20, "{chosen}: only {left_any} queries left anything");
    }
}

#[test]
fn they_agree_on_few_entries_and_on_none() {
    for entries in [0, 1, 3] {
        assert_parity("lv", entries, 60);
    }
}

#[test]
fn the_same_entries_in_any_order_give_the_same_files() {
    let mut documents = corpus("lv", WORDS[3].1, 200);
    let export = build_index("lv", documents.clone(), &synonyms()).unwrap().export().unwrap();
    documents.reverse();
    assert_eq!(build_index("lv", documents.clone(), &synonyms()).unwrap().export().unwrap(), export);
    let blocks = export.files.iter().filter(|(path, _)| path.contains("/b")).count();
    assert!(blocks > 1, "the corpus is too small to show how blocks are cut");
    documents[0].title.push_str(" more");
    assert_ne!(
        build_index("lv", documents.clone(), &synonyms()).unwrap().export().unwrap().digest,
        export.digest
    );
}
