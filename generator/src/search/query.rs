//! A query as typed -> results, by the rules that the script in the browser follows too:
//!
//! 1. Every different word must be found in an entry, in any form of it. The last word also finds what starts with
//!    it, because results are shown while one types; such a find counts half ([`PREFIX_DIVISOR`]). A word that finds
//!    nothing so stands for the words nearest to it, as `typo.rs` says, which count a third ([`TYPO_DIVISOR`]). A word
//!    also finds the other words for the same, in any language, as `synonyms.rs` says; these count a third too.
//! 2. A word found in more than half of all entries, or one of `stop_words.rs`, excludes nothing, unless all words are
//!    such; it still counts.
//! 3. Entries with all the words come first. If they are fewer than [`ENOUGH`], those that lack one word follow, then
//!    those that lack two, until there are enough; readers are told where the entries with all words end.
//! 4. What people look for first (`may_lead`) stands among the entries with all words, although it lacks some, where it
//!    has two thirds of them and a higher score than every entry with all: a story that says each word somewhere must
//!    not hide the tool they are about.
//! 5. Among the entries that lead, and then among those with as many of the words: higher score first; between equal
//!    scores the lower number, that is kind, then slug.

use super::SearchError;
use super::contribution::may_lead;
use super::index::SearchIndex;
use super::typo::corrections;
use super::words::query_words;
use crate::model::kind::Kind;
use std::collections::BTreeSet;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, DisjunctionMaxQuery, Occur, Query};

/// What a find by prefix only is divided by.
pub const PREFIX_DIVISOR: u32 = 2;

/// What a find by a corrected word is divided by.
pub const TYPO_DIVISOR: u32 = 3;

/// A single letter is no prefix: it would find half of the vocabulary.
pub const SHORTEST_PREFIX: usize = 2;

/// From so many entries on, none is added that lacks a word: one page that happens to have all the words must not
/// hide the entries that are about most of them.
pub const ENOUGH: usize = 5;

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResults {
    /// The best entries, best first.
    pub hits: Vec<Hit>,
    /// How many entries were found in all.
    pub total: usize,
    /// How many of these have all the words, or lead although they lack some. They are the first ones.
    pub complete: usize,
    /// Words of the query that occur nowhere, and what was searched instead.
    pub corrections: Vec<Correction>,
    /// Words of the query for which others were searched too.
    pub expansions: Vec<Expansion>,
}

/// A word, and other words for the same that were searched too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expansion {
    /// The word as typed, folded.
    pub word: String,
    /// Those of the reader's language, as the content writes them, but what the query says itself.
    pub also: Vec<String>,
}

/// A word that occurs nowhere, and the words nearest to it that do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The word as typed, folded.
    pub word: String,
    /// The folded words that were searched instead, best first.
    pub instead: Vec<String>,
}

/// One entry found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// 1 for the best.
    pub rank: usize,
    /// The sum of the contributions of the words.
    pub score: u32,
    /// The kind of the entry.
    pub kind: Kind,
    /// The entry's name in addresses.
    pub slug: String,
    /// Its title as shown.
    pub title: String,
    /// Its address below the base of the site.
    pub url: String,
    /// The language of the title.
    pub language: String,
}

/// The score and the number of an entry.
type Scored = (u32, u32);

/// The stems a word of a query stands for.
#[derive(Debug, Default, PartialEq, Eq)]
struct ResolvedWord {
    full: BTreeSet<u32>,
    by_prefix: BTreeSet<u32>,
    by_typo: BTreeSet<u32>,
    correction: Option<Correction>,
    /// The groups of synonyms it stands for.
    groups: BTreeSet<u32>,
    /// As typed, folded.
    word: String,
    is_stop_word: bool,
}

impl ResolvedWord {
    fn stems(&self) -> impl Iterator<Item = u32> + use<'_> {
        self.full.iter().chain(&self.by_prefix).chain(&self.by_typo).copied()
    }
}

impl SearchIndex {
    /// The best entries for a query. Any text may be passed; beyond the limits of `words.rs` it is cut.
    pub fn search(&self, query: &str, limit: usize) -> Result<SearchResults, SearchError> {
        let mut required: Vec<Box<dyn Query>> = Vec::new();
        let mut common: Vec<Box<dyn Query>> = Vec::new();
        let mut results = SearchResults::default();
        let resolved = self.resolve(query);
        let searched = resolved.iter().flat_map(ResolvedWord::stems).collect();
        for word in resolved {
            results.expansions.extend(self.expansion(&word, &searched));
            results.corrections.extend(word.correction.clone());
            let word_query = self.query_of(&word);
            let found = word_query.count(&self.searcher)?;
            let is_common = word.is_stop_word || 2 * found > self.documents.len();
            if is_common { common.push(word_query) } else { required.push(word_query) }
        }
        if required.is_empty() {
            std::mem::swap(&mut required, &mut common);
        }
        // From all words down to any one of them.
        let counts = (1..=required.len()).rev();
        let groups = counts.map(|count| self.scored(&words_found(&required, &common, count)));
        let mut groups = groups.collect::<Result<Vec<Vec<Scored>>, SearchError>>()?.into_iter();
        let mut leading = groups.next().unwrap_or_default();
        let best = leading.first().map(|(score, _)| *score);
        let mut following = Vec::new();
        let mut enough = leading.len();
        for (place, group) in groups.enumerate() {
            let has_most_words = 3 * (required.len() - 1 - place) >= 2 * required.len();
            let is_wanted = enough < ENOUGH;
            enough += group.len();
            let (ahead, behind): (Vec<Scored>, Vec<Scored>) =
                group.into_iter().partition(|(score, number)| {
                    has_most_words && best.is_some_and(|best| *score > best) && self.may_lead(*number)
                });
            leading.extend(ahead);
            if is_wanted {
                following.extend(behind);
            }
        }
        leading.sort_by_key(|(score, number)| (std::cmp::Reverse(*score), *number));
        results.complete = leading.len();
        results.total = leading.len() + following.len();
        let shown = leading.into_iter().chain(following).take(limit).enumerate();
        results.hits = shown.filter_map(|(place, scored)| self.hit(place + 1, scored)).collect();
        Ok(results)
    }

    /// All entries that a query finds, best first.
    fn scored(&self, query: &dyn Query) -> Result<Vec<Scored>, SearchError> {
        let all = TopDocs::with_limit(self.documents.len().max(1)).order_by_score();
        let found = self.searcher.search(query, &all)?;
        // Contributions are whole numbers, so their sum is one.
        Ok(found.into_iter().map(|(score, address)| (score as u32, address.doc_id)).collect())
    }

    fn may_lead(&self, number: u32) -> bool {
        self.documents.get(number as usize).is_some_and(|document| may_lead(document.kind))
    }

    /// The words of a query with their stems. A word with the very stems of an earlier one is left out: two forms of
    /// a word say no more than one.
    fn resolve(&self, query: &str) -> Vec<ResolvedWord> {
        let words = query_words(query);
        let mut resolved: Vec<ResolvedWord> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let is_prefix = place + 1 == words.len() && word.chars().count() >= SHORTEST_PREFIX;
            let word = self.resolve_word(word, is_prefix);
            let certain = if word.full.is_empty() { &word.by_typo } else { &word.full };
            if certain.is_empty() || resolved.iter().all(|earlier| earlier.full != *certain) {
                resolved.push(word);
            }
        }
        resolved
    }

    fn resolve_word(&self, word: &str, is_prefix: bool) -> ResolvedWord {
        let mut full: BTreeSet<u32> = self.vocabulary.stems_of(word).iter().copied().collect();
        if full.is_empty() {
            full = self.stems_of_other_forms(word);
        }
        let mut by_prefix =
            if is_prefix { self.vocabulary.stems_starting_with(word) } else { BTreeSet::new() };
        by_prefix.retain(|stem| !full.contains(stem));
        let mut resolved = ResolvedWord {
            full,
            by_prefix,
            word: word.to_owned(),
            is_stop_word: self.stop_words.contains(&word),
            ..ResolvedWord::default()
        };
        if resolved.full.is_empty() && resolved.by_prefix.is_empty() {
            let forms = self.vocabulary.forms().map(|(form, _)| form);
            let instead = corrections(word, forms, |form| self.entries_with(form));
            let stems = instead.iter().flat_map(|form| self.vocabulary.stems_of(form));
            resolved.by_typo = stems.copied().collect();
            if !instead.is_empty() {
                let instead = instead.into_iter().map(str::to_owned).collect();
                resolved.correction = Some(Correction { word: word.to_owned(), instead });
            }
        }
        // A word that is only begun does not stand for any other: it may become another one.
        resolved.groups = self.groups_of(resolved.full.iter().chain(&resolved.by_typo).copied());
        resolved
    }

    /// What readers are told of other words for a word, in a query whose stems are given.
    fn expansion(&self, word: &ResolvedWord, searched: &BTreeSet<u32>) -> Option<Expansion> {
        let mut also: Vec<String> = Vec::new();
        for text in word.groups.iter().flat_map(|group| self.other_members(*group, searched)) {
            if !also.iter().any(|other| other == text) {
                also.push(text.to_owned());
            }
        }
        (!also.is_empty()).then(|| Expansion { word: word.word.clone(), also })
    }

    /// How many entries have the most frequent of the stems of a form.
    fn entries_with(&self, form: &str) -> usize {
        let stems = self.vocabulary.stems_of(form).iter();
        // An engine that fails here fails again, and is reported, when the stem is searched.
        stems.map(|stem| self.contribution(*stem).count(&self.searcher).unwrap_or(0)).max().unwrap_or(0)
    }

    fn stems_of_other_forms(&self, word: &str) -> BTreeSet<u32> {
        let groups = self.inflection.other_forms(word).into_iter();
        let stems = groups.map(|forms| {
            forms
                .iter()
                .flat_map(|form| self.vocabulary.stems_of(form).iter().copied())
                .collect::<BTreeSet<u32>>()
        });
        stems.into_iter().find(|stems| !stems.is_empty()).unwrap_or_default()
    }

    /// An entry gets the largest of the contributions of a word's stems, not their sum.
    fn query_of(&self, word: &ResolvedWord) -> Box<dyn Query> {
        let full = word.full.iter().map(|stem| self.contribution(*stem));
        let by_prefix = word.by_prefix.iter().map(|stem| self.contribution(*stem).divided_by(PREFIX_DIVISOR));
        let by_typo = word.by_typo.iter().map(|stem| self.contribution(*stem).divided_by(TYPO_DIVISOR));
        let stems = full.chain(by_prefix).chain(by_typo).map(|query| Box::new(query) as Box<dyn Query>);
        let groups = word.groups.iter().map(|group| self.synonym_query(*group));
        Box::new(DisjunctionMaxQuery::new(stems.chain(groups).collect()))
    }

    fn hit(&self, rank: usize, (score, number): Scored) -> Option<Hit> {
        let document = self.documents.get(number as usize)?;
        Some(Hit {
            rank,
            score,
            kind: document.kind,
            slug: document.slug.clone(),
            title: document.title.clone(),
            url: document.url.clone(),
            language: document.language.clone(),
        })
    }
}

/// The entries that have exactly so many of the required words, scored by all words of the query.
fn words_found(required: &[Box<dyn Query>], common: &[Box<dyn Query>], count: usize) -> BooleanQuery {
    let at_least =
        |count| BooleanQuery::with_minimum_required_clauses(with_occur(Occur::Should, required), count);
    let mut clauses = with_occur(Occur::Should, common);
    clauses.push((Occur::Must, Box::new(at_least(count))));
    if count < required.len() {
        clauses.push((Occur::MustNot, Box::new(at_least(count + 1))));
    }
    BooleanQuery::new(clauses)
}

fn with_occur(occur: Occur, queries: &[Box<dyn Query>]) -> Vec<(Occur, Box<dyn Query>)> {
    queries.iter().map(|query| (occur, query.box_clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{Alias, SearchDocument, Section, build_index};
    use proptest::prelude::*;

    fn entry(kind: Kind, slug: &str, title: &str, summary: &str, body: &str) -> SearchDocument {
        SearchDocument {
            kind,
            slug: slug.to_owned(),
            url: format!("en/{}/{slug}/", kind.folder()),
            language: "en".to_owned(),
            title: title.to_owned(),
            summary: summary.to_owned(),
            label: String::new(),
            sign: String::new(),
            aliases: Vec::new(),
            tags: Vec::new(),
            publisher: String::new(),
            sections: vec![Section {
                language: "en".to_owned(),
                text: body.to_owned(),
                ..Section::default()
            }],
            facets: std::collections::BTreeSet::new(),
        }
    }

    fn index() -> SearchIndex {
        let mut canvas =
            entry(Kind::Interlinker, "canvas", "Stakeholder canvas", "Map who matters.", "Draw the map.");
        canvas.aliases.push(Alias { language: "en".to_owned(), text: "Ecosystem map".to_owned() });
        let documents = vec![
            entry(
                Kind::Story,
                "zaragoza",
                "Booking rooms in Zaragoza",
                "How citizens book.",
                "The surveys helped.",
            ),
            entry(
                Kind::Interlinker,
                "survey",
                "Citizen survey",
                "Ask the citizens.",
                "A survey for the public.",
            ),
            canvas,
            entry(Kind::Problem, "map-b", "Mapping", "Nobody knows.", ""),
            entry(Kind::Problem, "map-a", "Mapping", "Nobody knows.", ""),
        ];
        build_index("en", documents, &[]).unwrap()
    }

    fn slugs(query: &str) -> Vec<String> {
        index().search(query, 10).unwrap().hits.into_iter().map(|hit| hit.slug).collect()
    }

    #[test]
    fn all_words_must_be_found_in_any_of_their_forms() {
        assert_eq!(slugs("citizens surveys"), ["survey", "zaragoza"]);
        assert_eq!(slugs("STAKEHOLDERS mápping"), ["canvas"]);
        assert_eq!(slugs("ecosystem"), ["canvas"]);
    }

    #[test]
    fn the_last_word_may_be_unfinished_and_the_others_may_not() {
        assert_eq!(slugs("citizen surv"), ["survey", "zaragoza"]);
        assert_eq!(index().search("citizen surv", 10).unwrap().complete, 2);
        assert_eq!(slugs("surv citizen"), ["survey", "zaragoza"], "only `citizen` is found");
        assert_eq!(index().search("surv citizen", 10).unwrap().complete, 0);
    }

    #[test]
    fn a_mistyped_word_finds_what_it_is_nearest_to_and_says_so() {
        let results = index().search("survye citizens", 10).unwrap();
        let slugs: Vec<&str> = results.hits.iter().map(|hit| hit.slug.as_str()).collect();
        assert_eq!(slugs, ["survey", "zaragoza"]);
        // `surveys` stands in the story, `survey` in the tool: both are two slips away at most, one is nearer.
        let correction = Correction { word: "survye".to_owned(), instead: vec!["survey".to_owned()] };
        assert_eq!(results.corrections, [correction]);
        assert!(index().search("survey citizens", 10).unwrap().corrections.is_empty());
        assert_eq!(index().search("survey survye", 10).unwrap().total, 2);
    }

    #[test]
    fn a_find_by_a_corrected_word_counts_a_third() {
        let index = index();
        let whole = &index.search("zaragoza", 1).unwrap().hits[0];
        let corrected = &index.search("zaragosa", 1).unwrap().hits[0];
        assert_eq!(corrected.score, whole.score / TYPO_DIVISOR);
    }

    #[test]
    fn a_find_by_prefix_counts_half() {
        let index = index();
        let whole = &index.search("zaragoza", 1).unwrap().hits[0];
        let start = &index.search("zarag", 1).unwrap().hits[0];
        assert_eq!(start.score, whole.score / PREFIX_DIVISOR);
    }

    #[test]
    fn equal_scores_are_ordered_by_kind_and_slug() {
        let hits = index().search("nobody", 10).unwrap().hits;
        assert_eq!(hits[0].score, hits[1].score);
        assert_eq!([&hits[0].slug, &hits[1].slug], ["map-a", "map-b"]);
        assert_eq!([hits[0].rank, hits[1].rank], [1, 2]);
    }

    #[test]
    fn few_entries_with_all_words_are_followed_by_those_that_lack_some() {
        let results = index().search("booking citizens", 10).unwrap();
        assert_eq!((results.total, results.complete), (2, 1));
        assert_eq!(slugs("booking citizens"), ["zaragoza", "survey"]);
        let missing = index().search("stakeholder canvas qqq", 10).unwrap();
        assert_eq!((missing.total, missing.complete), (1, 0));
        assert_eq!(index().search("qqq zzz", 10).unwrap().total, 0);
    }

    #[test]
    fn where_enough_entries_have_all_words_none_that_lacks_one_is_shown() {
        let mut documents: Vec<SearchDocument> = (0..ENOUGH)
            .map(|place| entry(Kind::Problem, &format!("p{place}"), "Budget plan", "", ""))
            .collect();
        documents.push(entry(Kind::Interlinker, "half", "Budget", "", ""));
        documents.extend(
            (0..10).map(|place| entry(Kind::Page, &format!("other{place}"), "Nothing of this", "", "")),
        );
        let results = build_index("en", documents, &[]).unwrap().search("budget plan", 20).unwrap();
        assert_eq!((results.total, results.complete), (ENOUGH, ENOUGH));
    }

    #[test]
    fn more_of_the_words_come_before_a_higher_score() {
        let mut documents = vec![
            entry(
                Kind::Page,
                "all",
                "About us",
                "",
                "A budget and a plan, said once in a long text about much else.",
            ),
            entry(Kind::Interlinker, "one", "Budget", "Budget", "Budget budget"),
        ];
        documents.extend(
            (0..10).map(|place| entry(Kind::Page, &format!("other{place}"), "Nothing of this", "", "")),
        );
        let results = build_index("en", documents, &[]).unwrap().search("budget plan", 20).unwrap();
        let slugs: Vec<&str> = results.hits.iter().map(|hit| hit.slug.as_str()).collect();
        assert_eq!(slugs, ["all", "one"]);
        assert!(results.hits[0].score < results.hits[1].score, "{:?}", results.hits);
        assert_eq!(results.hits[1].rank, 2);
    }

    #[test]
    fn a_tool_that_lacks_one_word_of_three_leads_a_story_that_says_them_all_somewhere() {
        let long = "A workshop, once, with citizens; much else was said about rooms, keys and chairs.";
        let mut documents = vec![
            entry(Kind::Story, "all", "An art centre that its users run", "", long),
            entry(Kind::Interlinker, "tool", "Run a workshop", "Workshop script", "Run the workshop."),
            entry(Kind::Page, "about", "Run a workshop", "Workshop script", "Run the workshop."),
            entry(Kind::Interlinker, "one", "Workshop", "Workshop", "Workshop"),
        ];
        documents.extend(
            (0..10).map(|place| entry(Kind::Page, &format!("other{place}"), "Nothing of this", "", "")),
        );
        let results = build_index("en", documents, &[]).unwrap().search("run workshop citizens", 20).unwrap();
        let slugs: Vec<&str> = results.hits.iter().map(|hit| hit.slug.as_str()).collect();
        assert_eq!(slugs, ["tool", "all", "about", "one"]);
        assert_eq!((results.total, results.complete), (4, 2));
    }

    #[test]
    fn a_word_that_most_entries_have_excludes_none() {
        let mut documents: Vec<SearchDocument> =
            (0..5).map(|place| entry(Kind::Page, &format!("p{place}"), "About", "The site", "")).collect();
        documents.push(entry(Kind::Problem, "short", "Booking", "", ""));
        let index = build_index("en", documents, &[]).unwrap();
        let results = index.search("the booking", 10).unwrap();
        assert_eq!((results.total, results.complete), (1, 1));
        assert_eq!(
            index.search("the site", 10).unwrap().total,
            5,
            "common words only: all of them are required"
        );
    }

    #[test]
    fn a_question_in_whole_sentences_finds_what_its_telling_words_find() {
        let talk = entry(Kind::Story, "talk", "Talk", "", "How do I run from a workshop with the citizens?");
        let mut documents = vec![talk, entry(Kind::Interlinker, "script", "Workshop", "Run one.", "")];
        documents
            .extend((0..10).map(|place| entry(Kind::Page, &format!("other{place}"), "Nothing", "", "else")));
        let index = build_index("en", documents, &[]).unwrap();
        let first = |query: &str| index.search(query, 10).unwrap().hits[0].slug.clone();
        assert_eq!(first("how do I run a workshop"), "script");
        assert_eq!(first("how do I"), "talk", "with nothing else, they are looked for");
        let results = index.search("how do I run a workshop", 10).unwrap();
        assert_eq!((results.total, results.complete), (2, 2));
    }

    #[test]
    fn what_one_can_use_comes_before_needs_and_these_before_what_only_speaks_of_it() {
        let kinds = [Kind::Page, Kind::Story, Kind::Problem, Kind::Interlinker];
        let documents = kinds.map(|kind| entry(kind, kind.name(), "Agreement", "Written", "")).to_vec();
        let hits = build_index("en", documents, &[]).unwrap().search("agreement", 10).unwrap().hits;
        let slugs: Vec<&str> = hits.iter().map(|hit| hit.slug.as_str()).collect();
        assert_eq!(slugs[..2], ["interlinker", "problem"]);
        assert!(hits[0].score > hits[1].score && hits[1].score > hits[2].score, "{hits:?}");
    }

    #[test]
    fn a_word_twice_counts_once() {
        let index = index();
        let once = index.search("survey", 10).unwrap();
        assert_eq!(index.search("survey SURVEY", 10).unwrap(), once);
        assert_eq!(index.search("surveys survey", 10).unwrap(), once);
    }

    #[test]
    fn the_total_counts_what_the_limit_cuts() {
        let results = index().search("map", 1).unwrap();
        assert_eq!((results.hits.len(), results.total), (1, 3));
        assert!(index().search("map", 0).unwrap().hits.is_empty());
    }

    #[test]
    fn an_empty_index_and_empty_queries_find_nothing() {
        assert_eq!(build_index("en", Vec::new(), &[]).unwrap().search("map", 10).unwrap().total, 0);
        for query in ["", "   ", "🎉", "\u{0}\u{1}", "\"( AND *"] {
            assert_eq!(index().search(query, 10).unwrap().total, 0, "{query:?}");
        }
    }

    #[test]
    fn a_latvian_noun_is_found_in_every_form_although_one_occurs() {
        let mut document = entry(Kind::Interlinker, "anketa", "Iedzīvotāju aptauja", "Kartes pusēm", "");
        document.language = "lv".to_owned();
        let index = build_index("lv", vec![document], &[]).unwrap();
        for query in [
            "aptaujas",
            "aptauju",
            "iedzivotajs",
            "iedzīvotājiem",
            "karte",
            "karšu",
            "kartēs",
            "puse",
            "pušu",
        ] {
            assert_eq!(index.search(query, 10).unwrap().total, 1, "{query}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_query_breaks_the_search(query in any::<String>()) {
            prop_assert!(index().search(&query, 5).unwrap().hits.len() <= 5);
        }
    }
}
