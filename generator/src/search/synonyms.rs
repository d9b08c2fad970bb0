//! Other words for the same, in any language: *aptauja* also finds entries that only say *survey* or *encuesta*.
//!
//! A group of words becomes one list of entries: those that have a member, each with the largest contribution of any
//! member, divided by [`SYNONYM_DIVISOR`]. A member of several words is found where all of them are. A word of a query
//! with a stem of a member stands for the list of its group too; of members of several words no single word does, for
//! *public* alone does not mean *public administration*.
//!
//! Members are stemmed in their own language, as the texts are, and occur where a text of that language has them: the
//! Italian *comune* (municipality) is not the Spanish *común*. Those that no entry has join the vocabulary without
//! entries, so that they can be typed, in other forms and with slips too. `export.rs` writes the very lists that
//! [`SearchIndex::synonym_query`] finds.

use super::fold::fold;
use super::index::SearchIndex;
use super::vocabulary::{Vocabulary, VocabularyBuilder};
use super::words::words;
use crate::model::synonyms::SynonymGroup;
use std::collections::{BTreeMap, BTreeSet};
use tantivy::query::{BooleanQuery, DisjunctionMaxQuery, Query};

/// What a find by another word for the same is divided by; one of several words, by their number besides.
pub const SYNONYM_DIVISOR: u32 = 3;

/// The groups of an index in which some member occurs.
#[derive(Debug, Default)]
pub struct Synonyms {
    /// The groups, by number.
    pub groups: Vec<Group>,
    /// The groups that a stem stands for.
    pub of_stem: BTreeMap<u32, Vec<u32>>,
}

/// A group, as far as its members occur in entries.
#[derive(Debug, Default)]
pub struct Group {
    /// The members that occur.
    pub members: Vec<Member>,
}

/// One of the words of a group.
#[derive(Debug)]
pub struct Member {
    /// As written in the content.
    pub text: String,
    /// Whether it is a word of the index's language, which its readers know.
    pub is_own: bool,
    /// For each of its words the numbers of its stems; an entry has to have one of each.
    pub words: Vec<BTreeSet<u32>>,
}

/// A member as its words' stems, before these have numbers.
struct Draft {
    text: String,
    is_own: bool,
    words: Vec<Vec<String>>,
    occurs: bool,
}

/// Groups whose members are known to the vocabulary from now on.
pub struct DraftGroups(Vec<Vec<Draft>>);

/// Adds the members of the groups to the vocabulary of all texts. A group of which no text has a member is left out.
pub fn draft_groups(
    language: &str,
    groups: &[SynonymGroup],
    vocabulary: &mut VocabularyBuilder,
) -> DraftGroups {
    // By language: a stem of another language that looks the same is another word.
    let mut occurring: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut drafts = Vec::new();
    for group in groups {
        let own_first = group.words.get_key_value(language).into_iter();
        let others = group.words.iter().filter(|(of, _)| *of != language);
        let mut members = Vec::new();
        for (of, texts) in own_first.chain(others) {
            let occurring = occurring.entry(of.as_str()).or_insert_with(|| vocabulary.stems_in(of));
            for text in texts {
                let stems: Vec<Vec<String>> = words(text)
                    .into_iter()
                    .filter(|word| !fold(word).is_empty())
                    .map(|word| vocabulary.stems_of(of, &word))
                    .collect();
                let occurs = !stems.is_empty()
                    && stems.iter().all(|stems| stems.iter().any(|stem| occurring.contains(stem)));
                members.push(Draft { text: text.clone(), is_own: of == language, words: stems, occurs });
            }
        }
        if members.iter().any(|member| member.occurs) {
            drafts.push(members);
        }
    }
    for member in drafts.iter().flatten() {
        // The other words of a longer member mean nothing alone, so nobody has to be able to type them.
        if let [stems] = member.words.as_slice() {
            vocabulary.add(&member.text, stems);
        }
    }
    DraftGroups(drafts)
}

impl DraftGroups {
    /// The groups with the numbers that the stems have now.
    pub fn finish(self, vocabulary: &Vocabulary) -> Synonyms {
        let mut synonyms = Synonyms::default();
        for drafts in self.0 {
            let number = u32::try_from(synonyms.groups.len()).unwrap_or(u32::MAX);
            let mut group = Group::default();
            for draft in drafts {
                let numbers = |stems: &Vec<String>| {
                    stems.iter().filter_map(|stem| vocabulary.number_of(stem)).collect()
                };
                let words: Vec<BTreeSet<u32>> = draft.words.iter().map(numbers).collect();
                if let [stems] = words.as_slice() {
                    for stem in stems {
                        let groups = synonyms.of_stem.entry(*stem).or_default();
                        if !groups.contains(&number) {
                            groups.push(number);
                        }
                    }
                }
                if draft.occurs {
                    group.members.push(Member { text: draft.text, is_own: draft.is_own, words });
                }
            }
            synonyms.groups.push(group);
        }
        synonyms
    }
}

impl SearchIndex {
    /// The numbers of the groups that stems stand for.
    pub(super) fn groups_of(&self, stems: impl IntoIterator<Item = u32>) -> BTreeSet<u32> {
        let groups = stems.into_iter().filter_map(|stem| self.synonyms.of_stem.get(&stem));
        groups.flatten().copied().collect()
    }

    /// Finds the entries that have a member of a group, with the contribution of a find by another word.
    pub(super) fn synonym_query(&self, group: u32) -> Box<dyn Query> {
        let members = self.synonyms.groups.get(group as usize).into_iter().flat_map(|group| &group.members);
        let queries = members.map(|member| {
            let divisor = SYNONYM_DIVISOR * u32::try_from(member.words.len()).unwrap_or(1);
            let of_word = |stems: &BTreeSet<u32>| {
                let stems = stems.iter().map(|stem| self.contribution(*stem).divided_by(divisor));
                Box::new(DisjunctionMaxQuery::new(
                    stems.map(|query| Box::new(query) as Box<dyn Query>).collect(),
                )) as Box<dyn Query>
            };
            Box::new(BooleanQuery::intersection(member.words.iter().map(of_word).collect())) as Box<dyn Query>
        });
        Box::new(DisjunctionMaxQuery::new(queries.collect()))
    }

    /// The members of a group in the reader's language that say something else than a query, whose stems are given,
    /// does itself.
    pub(super) fn other_members(&self, group: u32, searched: &BTreeSet<u32>) -> Vec<&str> {
        let members = self.synonyms.groups.get(group as usize).into_iter().flat_map(|group| &group.members);
        members
            .filter(|member| member.is_own && member.words.iter().any(|stems| stems.is_disjoint(searched)))
            .map(|member| member.text.as_str())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::kind::Kind;
    use crate::search::{Expansion, SearchDocument, build_index};

    fn entry(slug: &str, language: &str, title: &str) -> SearchDocument {
        SearchDocument {
            kind: Kind::Interlinker,
            slug: slug.to_owned(),
            url: format!("lv/interlinkers/{slug}/"),
            language: language.to_owned(),
            title: title.to_owned(),
            summary: String::new(),
            label: String::new(),
            sign: String::new(),
            aliases: Vec::new(),
            tags: Vec::new(),
            publisher: String::new(),
            sections: Vec::new(),
            facets: BTreeSet::new(),
        }
    }

    fn group(id: &str, words: &[(&str, &[&str])]) -> SynonymGroup {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let words = words.iter().map(|(language, of)| ((*language).to_owned(), texts(of))).collect();
        SynonymGroup { id: id.to_owned(), words }
    }

    fn index() -> SearchIndex {
        let documents = vec![
            entry("poll", "en", "Street poll"),
            entry("survey", "en", "Surveys of citizens"),
            entry("office", "en", "A public building of the administration"),
            entry("comun", "es", "Trabajar en común"),
            entry("other", "lv", "Pavisam kas cits"),
            entry("shared", "lv", "Kopīga anketa"),
        ];
        let groups = [
            group(
                "survey",
                &[("en", &["survey", "poll"]), ("lv", &["aptauja", "kopīga anketa"]), ("es", &["encuesta"])],
            ),
            group("administration", &[("en", &["public administration"]), ("lv", &["iestāde"])]),
            group("municipality", &[("it", &["comune"]), ("lv", &["pašvaldība"])]),
        ];
        build_index("lv", documents, &groups).unwrap()
    }

    fn slugs(query: &str) -> Vec<String> {
        let hits = index().search(query, 10).unwrap().hits;
        let mut slugs: Vec<String> = hits.into_iter().map(|hit| hit.slug).collect();
        slugs.sort();
        slugs
    }

    #[test]
    fn a_word_in_any_form_and_with_a_slip_finds_what_only_has_another_word_for_the_same() {
        for query in ["aptauja", "aptaujas", "aptauju", "apatuja", "encuesta", "survey"] {
            assert_eq!(slugs(query), ["poll", "shared", "survey"], "{query}");
        }
    }

    #[test]
    fn readers_are_told_which_words_were_searched_too() {
        let expansion = |word: &str, also: &[&str]| Expansion {
            word: word.to_owned(),
            also: also.iter().map(|text| (*text).to_owned()).collect(),
        };
        let of = |query: &str| index().search(query, 10).unwrap().expansions;
        assert_eq!(of("survey"), [expansion("survey", &["kopīga anketa"])]);
        assert!(of("cits").is_empty());
    }

    #[test]
    fn readers_are_not_told_words_of_other_languages_nor_what_they_typed() {
        let told = |query: &str| index().search(query, 10).unwrap().expansions;
        let words = |query: &str| -> Vec<String> { told(query).into_iter().map(|told| told.word).collect() };
        assert_eq!(words("poll"), ["poll"]);
        assert!(told("survey kopīgas anketas").is_empty(), "{:?}", told("survey kopīgas anketas"));
        assert_eq!(slugs("iestāde"), ["office"]);
        assert!(told("iestāde").is_empty(), "{:?}", told("iestāde"));
    }

    #[test]
    fn a_find_by_another_word_counts_a_third() {
        let index = index();
        let by_itself = index.search("poll", 1).unwrap().hits[0].score;
        let hits = index.search("aptauja", 10).unwrap().hits;
        let by_another = hits.iter().find(|hit| hit.slug == "poll").unwrap().score;
        assert_eq!(by_another, by_itself / SYNONYM_DIVISOR);
    }

    #[test]
    fn a_text_of_several_words_is_found_by_all_of_them_and_stands_for_nothing_alone() {
        assert_eq!(slugs("iestāde"), ["office"]);
        assert!(index().search("public", 10).unwrap().expansions.is_empty());
    }

    #[test]
    fn a_word_of_another_language_that_looks_the_same_is_another_word() {
        assert!(slugs("pašvaldība").is_empty());
    }
}
