//! The index -> small static files, of which a browser fetches only those a query needs, in three round trips.
//!
//! | file | trip | what |
//! | --- | --- | --- |
//! | `data/<digest>/dir` | 1 | numbers, table of inflection, first form of each block |
//! | `data/<digest>/b<i>` | 2 | folded forms in order, and for the stems of these the entries with their contributions |
//! | `data/<digest>/f<i>`, `r<i>` | – | forms in order of their starts, and of their ends: for a word that finds nothing |
//! | `data/<digest>/s<g>` | 2 | a group of synonyms: its words, and the entries with the contributions |
//! | `data/<digest>/d<k>` | 3 | what the result rows of [`DOCUMENTS_PER_FILE`] entries show, as JSON |
//! | `data/<digest>/k` | – | the values of every entry by which results are filtered; after the first results |
//! | `data/text/<kind>/<slug>.json` | – | the text of an entry by headings, for an excerpt; after the first results |
//! | `data/index.json` | – | the current digest, for a page that is older than the index |
//!
//! Every file of the folder named by a digest is a gzip member, because scripts can undo gzip and nothing better; their
//! names have no `.gz`, so that no server declares them as encoded. The digest of the contents names the folder: a
//! cached file of an older index can never be mixed with a newer one. Texts lie outside of it, so that a new index does
//! not write all of them anew: an excerpt from a text that is newer than the index is no mistake. Numbers are unsigned
//! LEB128. The format in short:
//!
//! ```text
//! dir   version, entries, entries a document file,
//!       kinds: count, then each: name, how many entries, 1 if they may lead, else 0; they are numbered in this order;
//!       stems with synonyms: count, then each: length shared with the previous one, rest, number of the group;
//!       endings: count, texts; exchanges: count, pairs of texts; stop words: count, texts;
//!       blocks: count, then of each the shortest text that sorts after the block before it and not after the
//!       block's first form, as (length shared with the previous one, rest);
//!       f files, then r files: count, then the first form of each as (length shared with the previous one, rest)
//! b     forms: count, then each: bytes shared with the previous form, rest (a text), count of stems, their places below
//!       stems: count, then each: number of the stem, count of entries, smallest contribution, count of groups of
//!       synonyms, their numbers
//!       the gaps between the numbers of the entries, stem by stem
//!       the contributions less the smallest one, stem by stem
//! s     members: count, then each: text, 1 if it is in the language of the index, else 0, words: count, then the
//!       stems of each: count, numbers;
//!       forms of all of them: count, then each: length shared with the previous one, rest;
//!       entries: count, then each: gap, contribution
//! f, r  forms: count, then each: bytes shared with the previous one, rest (a text), count of entries; in r reversed
//! k     see `facets.rs`
//! text  length in bytes, bytes
//! ```

use super::contribution::may_lead;
use super::encode::{gzip, put_after, put_number, put_text, shortest_separator};
use super::facets::encode_facets;
use super::index::SearchIndex;
use super::synonyms::Synonyms;
use super::typo::may_correct;
use super::{SearchError, Section};
use crate::digest::Hasher;
use crate::model::kind::Kind;
use serde::Serialize;
use std::collections::BTreeSet;
use tantivy::query::{EnableScoring, Query};

/// Written first into the directory; a script of another version refuses it.
const FORMAT_VERSION: u64 = 4;

/// Forms in one list of forms: about three kilobytes and a half.
const FORMS_PER_FILE: usize = 1_000;

/// Result rows in one file: fewer make more files, more make every search fetch rows it does not show.
const DOCUMENTS_PER_FILE: usize = 4;

/// A block is closed at about this size before compression, twice that at most where the next form shares a stem.
const BLOCK_BYTES: usize = 4_000;

/// The files of an index, as paths below `/{lang}/search/`.
#[derive(Debug, PartialEq, Eq)]
pub struct SearchExport {
    /// Names the folder; the search page hands it to the script.
    pub digest: String,
    /// Path and bytes, sorted by path.
    pub files: Vec<(String, Vec<u8>)>,
}

/// The entries of a stem with the contribution of each, by rising number.
type Contributions = Vec<(u32, u32)>;

/// What a result row shows. The names are those the script reads.
#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    slug: &'a str,
    url: &'a str,
    language: &'a str,
    title: &'a str,
    summary: &'a str,
    label: &'a str,
    sign: &'a str,
    /// Each with its language.
    aliases: Vec<[&'a str; 2]>,
    tags: &'a [String],
    publisher: &'a str,
}

/// A section in the order in which the script reads it: anchor, heading and its language, text and its language.
fn section_row<'s>(section: &'s Section, of_pages: &'s str) -> [&'s str; 5] {
    let of_heading = if section.is_heading_searched { section.language.as_str() } else { of_pages };
    [&section.anchor, &section.heading, of_heading, &section.text, &section.language]
}

impl SearchIndex {
    /// All files of the index. The same entries give the same bytes.
    pub fn export(&self) -> Result<SearchExport, SearchError> {
        let contributions = self.contributions()?;
        let blocks = split_into_blocks(self.vocabulary.forms().collect(), &contributions);
        let forwards = self.correcting_forms(&contributions, str::to_owned);
        let backwards = self.correcting_forms(&contributions, |form| form.chars().rev().collect());
        let mut packed = vec![("dir".to_owned(), gzip(&self.directory(&blocks, [&forwards, &backwards]))?)];
        packed.push(("k".to_owned(), gzip(&encode_facets(&self.documents))?));
        for (name, forms) in [("f", &forwards), ("r", &backwards)] {
            for (number, forms) in forms.chunks(FORMS_PER_FILE).enumerate() {
                packed.push((format!("{name}{number}"), gzip(&encode_forms(forms))?));
            }
        }
        for (number, block) in blocks.iter().enumerate() {
            packed.push((format!("b{number}"), gzip(&encode_block(block, &contributions, &self.synonyms))?));
        }
        for number in 0..self.synonyms.groups.len() {
            packed.push((format!("s{number}"), gzip(&self.encode_group(number)?)?));
        }
        for (number, rows) in self.rows().chunks(DOCUMENTS_PER_FILE).enumerate() {
            packed.push((format!("d{number}"), gzip(&serde_json::to_vec(rows)?)?));
        }

        let digest = digest_of(&packed);
        let mut files: Vec<(String, Vec<u8>)> =
            packed.into_iter().map(|(name, bytes)| (format!("data/{digest}/{name}"), bytes)).collect();
        let current = serde_json::json!({ "digest": digest, "entries": self.documents.len() });
        for document in self.documents.iter().filter(|document| !document.sections.is_empty()) {
            let rows = document.sections.iter().map(|section| section_row(section, &self.language));
            let sections: Vec<[&str; 5]> = rows.collect();
            let path = format!("data/text/{}/{}.json", document.kind.name(), document.slug);
            files.push((path, serde_json::to_vec(&sections)?));
        }
        files.push(("data/index.json".to_owned(), format!("{current}\n").into_bytes()));
        files.sort();
        Ok(SearchExport { digest, files })
    }

    /// The contributions of every stem, by its number: the very query of `interlink search`, walked to its end.
    fn contributions(&self) -> Result<Vec<Contributions>, SearchError> {
        let mut all = Vec::new();
        for stem in 0..self.vocabulary.stems().len() {
            let query = self.contribution(u32::try_from(stem).unwrap_or(u32::MAX));
            all.push(self.walk(&query)?);
        }
        Ok(all)
    }

    /// All entries that a query finds, with their scores.
    fn walk(&self, query: &dyn Query) -> Result<Contributions, SearchError> {
        let weight = query.weight(EnableScoring::enabled_from_searcher(&self.searcher))?;
        let mut found = Vec::new();
        for segment in self.searcher.segment_readers() {
            weight.for_each(segment, &mut |entry, score| found.push((entry, score as u32)))?;
        }
        // A query that asks for any of several does not go by the numbers of the entries.
        found.sort_unstable();
        Ok(found)
    }

    /// The file of a group of synonyms.
    fn encode_group(&self, number: usize) -> Result<Vec<u8>, SearchError> {
        let members = self.synonyms.groups.get(number).map_or(&[][..], |group| group.members.as_slice());
        let mut bytes = Vec::new();
        put_number(&mut bytes, members.len() as u64);
        for member in members {
            put_text(&mut bytes, member.text.as_bytes());
            put_number(&mut bytes, u64::from(member.is_own));
            put_number(&mut bytes, member.words.len() as u64);
            for stems in &member.words {
                put_number(&mut bytes, stems.len() as u64);
                stems.iter().for_each(|stem| put_number(&mut bytes, u64::from(*stem)));
            }
        }
        let stems: BTreeSet<u32> =
            members.iter().flat_map(|member| &member.words).flatten().copied().collect();
        let has_one = |(_, of_form): &(&str, &[u32])| of_form.iter().any(|stem| stems.contains(stem));
        let forms: Vec<&str> = self.vocabulary.forms().filter(has_one).map(|(form, _)| form).collect();
        put_number(&mut bytes, forms.len() as u64);
        let mut before = "";
        for form in forms {
            put_after(&mut bytes, before, form);
            before = form;
        }
        let entries = self.walk(self.synonym_query(u32::try_from(number).unwrap_or(u32::MAX)).as_ref())?;
        put_number(&mut bytes, entries.len() as u64);
        let mut next = 0;
        for (entry, contribution) in entries {
            put_number(&mut bytes, u64::from(entry - next));
            put_number(&mut bytes, u64::from(contribution));
            next = entry + 1;
        }
        Ok(bytes)
    }

    /// The forms that may stand for a mistyped word, as `spell` writes them, in that order; each with the number of
    /// entries that have its most frequent stem.
    fn correcting_forms(&self, all: &[Contributions], spell: fn(&str) -> String) -> Vec<(String, usize)> {
        let entries = |stem: &u32| all.get(*stem as usize).map_or(0, Vec::len);
        let forms = self.vocabulary.forms().filter(|(form, _)| may_correct(form));
        let mut forms: Vec<(String, usize)> =
            forms.map(|(form, stems)| (spell(form), stems.iter().map(entries).max().unwrap_or(0))).collect();
        forms.sort();
        forms
    }

    fn directory(&self, blocks: &[Block<'_>], lists: [&[(String, usize)]; 2]) -> Vec<u8> {
        let mut bytes = Vec::new();
        put_number(&mut bytes, FORMAT_VERSION);
        put_number(&mut bytes, self.documents.len() as u64);
        put_number(&mut bytes, DOCUMENTS_PER_FILE as u64);
        put_number(&mut bytes, Kind::ALL.len() as u64);
        for kind in Kind::ALL {
            put_text(&mut bytes, kind.name().as_bytes());
            put_number(
                &mut bytes,
                self.documents.iter().filter(|document| document.kind == kind).count() as u64,
            );
            put_number(&mut bytes, u64::from(may_lead(kind)));
        }
        let of_stem = &self.synonyms.of_stem;
        put_number(&mut bytes, of_stem.values().map(Vec::len).sum::<usize>() as u64);
        let mut before = "";
        for (stem, groups) in of_stem {
            // In the order of their numbers, stems are in the order of their letters.
            let text = self.vocabulary.stems().get(*stem as usize).map_or("", String::as_str);
            for group in groups {
                put_after(&mut bytes, before, text);
                put_number(&mut bytes, u64::from(*group));
                before = text;
            }
        }
        put_number(&mut bytes, self.inflection.endings.len() as u64);
        for ending in self.inflection.endings {
            put_text(&mut bytes, ending.as_bytes());
        }
        put_number(&mut bytes, self.inflection.exchanges.len() as u64);
        for (from, to) in self.inflection.exchanges {
            put_text(&mut bytes, from.as_bytes());
            put_text(&mut bytes, to.as_bytes());
        }
        put_number(&mut bytes, self.stop_words.len() as u64);
        for word in self.stop_words {
            put_text(&mut bytes, word.as_bytes());
        }
        put_number(&mut bytes, blocks.len() as u64);
        let mut last_form = "";
        let mut separator_before = "";
        for block in blocks {
            let first_form = block.forms.first().map_or("", |(form, _)| form);
            let separator = shortest_separator(last_form, first_form);
            put_after(&mut bytes, separator_before, separator);
            separator_before = separator;
            last_form = block.forms.last().map_or("", |(form, _)| form);
        }
        for forms in lists {
            put_number(&mut bytes, forms.len().div_ceil(FORMS_PER_FILE) as u64);
            let mut before = "";
            for (first, _) in forms.iter().step_by(FORMS_PER_FILE) {
                put_after(&mut bytes, before, first);
                before = first;
            }
        }
        bytes
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let rows = self.documents.iter().map(|document| Row {
            kind: document.kind.name(),
            slug: &document.slug,
            url: &document.url,
            language: &document.language,
            title: &document.title,
            summary: &document.summary,
            label: &document.label,
            sign: &document.sign,
            aliases: document.aliases.iter().map(|alias| [alias.language.as_str(), &alias.text]).collect(),
            tags: &document.tags,
            publisher: &document.publisher,
        });
        rows.collect()
    }
}

/// Forms that follow each other in byte order, each with the numbers of its stems.
struct Block<'a> {
    forms: Vec<(&'a str, &'a [u32])>,
}

/// Cuts the vocabulary. A stem whose forms lie in two blocks is written into both, so that a word never needs more
/// than its own block; a cut between two forms of a stem is put off for a while to keep such copies few.
fn split_into_blocks<'a>(
    forms: Vec<(&'a str, &'a [u32])>,
    contributions: &[Contributions],
) -> Vec<Block<'a>> {
    let mut blocks = Vec::new();
    let mut forms_of_block: Vec<(&str, &[u32])> = Vec::new();
    let mut stems_of_block: Vec<u32> = Vec::new();
    let mut size = 0;
    for (form, stems) in forms {
        let shares_a_stem = stems.iter().any(|stem| stems_of_block.contains(stem));
        if size >= 2 * BLOCK_BYTES || (size >= BLOCK_BYTES && !shares_a_stem) {
            blocks.push(Block { forms: std::mem::take(&mut forms_of_block) });
            stems_of_block.clear();
            size = 0;
        }
        size += form.len() / 2 + 3;
        for stem in stems {
            if !stems_of_block.contains(stem) {
                stems_of_block.push(*stem);
                // A gap and a contribution take a little over one byte each.
                size += 4 + 5 * contributions.get(*stem as usize).map_or(0, Vec::len) / 2;
            }
        }
        forms_of_block.push((form, stems));
    }
    if !forms_of_block.is_empty() {
        blocks.push(Block { forms: forms_of_block });
    }
    blocks
}

fn encode_block(block: &Block<'_>, contributions: &[Contributions], synonyms: &Synonyms) -> Vec<u8> {
    let mut stems: Vec<u32> = block.forms.iter().flat_map(|(_, stems)| stems.iter().copied()).collect();
    stems.sort_unstable();
    stems.dedup();

    let mut bytes = Vec::new();
    put_number(&mut bytes, block.forms.len() as u64);
    let mut form_before = "";
    for (form, stems_of_form) in &block.forms {
        put_after(&mut bytes, form_before, form);
        form_before = form;
        put_number(&mut bytes, stems_of_form.len() as u64);
        for stem in *stems_of_form {
            put_number(&mut bytes, stems.partition_point(|other| other < stem) as u64);
        }
    }

    // Streams of one kind of number compress better than numbers of all kinds in turn.
    put_number(&mut bytes, stems.len() as u64);
    let mut gaps = Vec::new();
    let mut rests = Vec::new();
    for stem in stems {
        let of_stem = contributions.get(stem as usize).map_or(&[][..], Vec::as_slice);
        let smallest = of_stem.iter().map(|(_, contribution)| *contribution).min().unwrap_or(0);
        put_number(&mut bytes, u64::from(stem));
        put_number(&mut bytes, of_stem.len() as u64);
        put_number(&mut bytes, u64::from(smallest));
        let groups = synonyms.of_stem.get(&stem).map_or(&[][..], Vec::as_slice);
        put_number(&mut bytes, groups.len() as u64);
        groups.iter().for_each(|group| put_number(&mut bytes, u64::from(*group)));
        let mut next = 0;
        for (entry, contribution) in of_stem {
            put_number(&mut gaps, u64::from(entry - next));
            put_number(&mut rests, u64::from(contribution - smallest));
            next = entry + 1;
        }
    }
    bytes.extend(gaps);
    bytes.extend(rests);
    bytes
}

fn encode_forms(forms: &[(String, usize)]) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_number(&mut bytes, forms.len() as u64);
    let mut before = "";
    for (form, entries) in forms {
        put_after(&mut bytes, before, form);
        put_number(&mut bytes, *entries as u64);
        before = form;
    }
    bytes
}

/// Sixteen hexadecimal digits over names, lengths and contents.
fn digest_of(files: &[(String, Vec<u8>)]) -> String {
    let mut hasher = Hasher::default();
    for (name, bytes) in files {
        hasher.update(format!("{name} {}\n", bytes.len()).as_bytes());
        hasher.update(bytes);
    }
    hasher.finish().hex(8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn blocks_hold_all_forms_in_order(lengths in prop::collection::vec(0_usize..3000, 0..40)) {
            let forms: Vec<String> = (0..lengths.len()).map(|place| format!("form{place:03}")).collect();
            let stems: Vec<[u32; 1]> = (0..lengths.len()).map(|place| [place as u32 / 2]).collect();
            let contributions: Vec<Contributions> =
                lengths.iter().map(|length| (0..*length as u32).map(|entry| (entry, 1)).collect()).collect();
            let pairs: Vec<(&str, &[u32])> =
                forms.iter().zip(&stems).map(|(form, stems)| (form.as_str(), &stems[..])).collect();
            let blocks = split_into_blocks(pairs.clone(), &contributions);
            let joined: Vec<(&str, &[u32])> = blocks.iter().flat_map(|block| block.forms.clone()).collect();
            prop_assert_eq!(joined, pairs);
            prop_assert!(blocks.iter().all(|block| !block.forms.is_empty()));
        }
    }
}
