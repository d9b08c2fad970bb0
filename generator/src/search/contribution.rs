//! The one rule of scoring: what a stem contributes to an entry, as a tantivy query.
//!
//! The contribution is an integer, `max(1, round(S × weight of the kind × Σ BM25 of each field × its boost))`. People
//! look for something to use first, then for a need they have, so these kinds weigh more than pages that only tell of
//! them ([`weight_of`]). Sums of integers below 2^24
//! are exact in floating point in any order, so what tantivy adds up natively is what the script in the browser adds
//! up from exported numbers. The export walks this query over all entries, `interlink search` puts it under tantivy's
//! boolean queries; there is no second implementation.

use crate::model::kind::Kind;
use std::sync::Arc;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, TantivyError, Term};

/// S: how many steps of the integer scale one unit of BM25 gets.
pub const SCALE: u32 = 64;

/// What a find in an entry of a kind weighs: three times as much in what one can use as in what only speaks of it.
pub fn weight_of(kind: Kind) -> f32 {
    match kind {
        Kind::Interlinker => 3.0,
        Kind::Problem => 2.0,
        Kind::Schema | Kind::Story | Kind::Call | Kind::Organisation | Kind::Page | Kind::News => 1.0,
    }
}

/// Whether entries of a kind are what people look for first, so that one may lead although it lacks a word.
pub fn may_lead(kind: Kind) -> bool {
    weight_of(kind) > 1.0
}

/// A field of this index with what its scores need.
#[derive(Debug, Clone, Copy)]
pub struct WeightedField {
    /// The field.
    pub field: Field,
    /// The factor on its scores.
    pub boost: f32,
    /// The average number of words in it, over the entries that have it. Tantivy would divide by all entries, and a
    /// field that few entries have (aliases) would then look far too long in each of them, and count for nothing.
    pub average_length: f32,
}

/// Finds the entries that have a stem in any field, each with the integer contribution of the stem.
#[derive(Debug, Clone)]
pub struct ContributionQuery {
    stem: String,
    fields: Arc<[WeightedField]>,
    weights: Arc<[f32]>,
    divisor: u32,
}

impl ContributionQuery {
    /// The full contribution of a stem; `weights` are those of the entries, by number.
    pub fn new(stem: &str, fields: Arc<[WeightedField]>, weights: Arc<[f32]>) -> ContributionQuery {
        ContributionQuery { stem: stem.to_owned(), fields, weights, divisor: 1 }
    }

    /// The contribution divided by a whole number and rounded down, yet never less than one.
    pub fn divided_by(self, divisor: u32) -> ContributionQuery {
        ContributionQuery { divisor: divisor.max(1), ..self }
    }
}

impl Query for ContributionQuery {
    fn weight(&self, enable_scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let mut fields = Vec::new();
        for weighted in self.fields.iter() {
            let term = Term::from_field_text(weighted.field, &self.stem);
            let bm25 = match enable_scoring {
                EnableScoring::Disabled { .. } => None,
                EnableScoring::Enabled { statistics_provider, .. } => {
                    let entries_with_stem = statistics_provider.doc_freq(&term)?;
                    if entries_with_stem == 0 {
                        continue;
                    }
                    let entries = statistics_provider.total_num_docs()?;
                    let plain = Bm25Weight::for_one_term_without_explain(
                        entries_with_stem,
                        entries,
                        weighted.average_length,
                    );
                    Some(plain.boost_by(weighted.boost))
                }
            };
            fields.push((term, bm25));
        }
        Ok(Box::new(ContributionWeight { fields, weights: Arc::clone(&self.weights), divisor: self.divisor }))
    }
}

/// The query for one searcher: the statistics are looked up.
struct ContributionWeight {
    fields: Vec<(Term, Option<Bm25Weight>)>,
    weights: Arc<[f32]>,
    divisor: u32,
}

impl Weight for ContributionWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut fields = Vec::new();
        for (term, bm25) in &self.fields {
            let inverted_index = reader.inverted_index(term.field())?;
            let Some(info) = inverted_index.get_term_info(term)? else { continue };
            fields.push(FieldPostings {
                postings: inverted_index.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?,
                lengths: reader.get_fieldnorms_reader(term.field())?,
                bm25: bm25.clone(),
            });
        }
        let weights = Arc::clone(&self.weights);
        let mut scorer =
            ContributionScorer { fields, weights, divisor: self.divisor, boost, entry: TERMINATED };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, entry: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(reader, 1.0)?;
        if scorer.doc() > entry || scorer.seek(entry) != entry {
            return Err(TantivyError::InvalidArgument(format!("entry {entry} does not match")));
        }
        Ok(Explanation::new("contribution of a stem, a whole number", scorer.score()))
    }
}

/// The entries that have the stem in one field.
struct FieldPostings {
    postings: SegmentPostings,
    lengths: FieldNormReader,
    bm25: Option<Bm25Weight>,
}

/// Merges the fields, entry by entry.
struct ContributionScorer {
    fields: Vec<FieldPostings>,
    weights: Arc<[f32]>,
    divisor: u32,
    boost: Score,
    entry: DocId,
}

impl ContributionScorer {
    /// Stands at the first entry that any field stands at.
    fn settle(&mut self) -> DocId {
        self.entry = self.fields.iter().map(|field| field.postings.doc()).min().unwrap_or(TERMINATED);
        self.entry
    }
}

impl DocSet for ContributionScorer {
    fn advance(&mut self) -> DocId {
        if self.entry == TERMINATED {
            return TERMINATED;
        }
        for field in &mut self.fields {
            if field.postings.doc() == self.entry {
                field.postings.advance();
            }
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        for field in &mut self.fields {
            if field.postings.doc() < target {
                field.postings.seek(target);
            }
        }
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.entry
    }

    fn size_hint(&self) -> u32 {
        self.fields.iter().map(|field| field.postings.size_hint()).max().unwrap_or(0)
    }
}

impl Scorer for ContributionScorer {
    fn score(&mut self) -> Score {
        let mut sum: Score = 0.0;
        for field in &mut self.fields {
            if field.postings.doc() == self.entry
                && let Some(bm25) = &field.bm25
            {
                sum += bm25.score(field.lengths.fieldnorm_id(self.entry), field.postings.term_freq());
            }
        }
        // The index is one segment, so the number in it is the number of the entry.
        let weight = self.weights.get(self.entry as usize).copied().unwrap_or(1.0);
        let whole = (SCALE as Score * weight * sum).round().max(1.0);
        (whole / self.divisor as Score).floor().max(1.0) * self.boost
    }
}
