//! The fields of the index and what a word in each of them is worth.

use super::SearchDocument;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// A field, the weight of a word found in it, and where an entry keeps its text.
pub struct FieldDefinition {
    /// The name in the index.
    pub name: &'static str,
    /// The factor on the score of a word in this field.
    pub boost: f32,
    /// The texts of an entry that belong here.
    pub texts: fn(&SearchDocument) -> Vec<&str>,
}

/// All fields. The order matters: scores of fields are added in it, in floating point.
pub const FIELDS: [FieldDefinition; 6] = [
    FieldDefinition { name: "name", boost: 5.0, texts: |document| vec![&document.title] },
    FieldDefinition { name: "aliases", boost: 4.0, texts: |document| all(&document.aliases) },
    FieldDefinition { name: "tags", boost: 2.5, texts: |document| all(&document.tags) },
    FieldDefinition { name: "publisher", boost: 1.5, texts: |document| vec![&document.publisher] },
    FieldDefinition { name: "summary", boost: 2.0, texts: |document| vec![&document.summary] },
    FieldDefinition { name: "body", boost: 1.0, texts: |document| vec![&document.body] },
];

fn all(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The schema and its fields in the order of [`FIELDS`]. Frequencies are indexed, positions are not, and nothing is
/// stored: what a result row shows comes from the entries themselves.
pub fn build_schema() -> (Schema, Vec<Field>) {
    let indexing =
        TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs).set_fieldnorms(true);
    let options = TextOptions::default().set_indexing_options(indexing);
    let mut builder = Schema::builder();
    let fields =
        FIELDS.iter().map(|definition| builder.add_text_field(definition.name, options.clone())).collect();
    (builder.build(), fields)
}
