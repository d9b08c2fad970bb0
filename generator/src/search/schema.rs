//! The fields of the index and what a word in each of them is worth.

use super::SearchDocument;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};

/// A field, the weight of a word found in it, and where an entry keeps its text.
pub struct FieldDefinition {
    /// The name in the index.
    pub name: &'static str,
    /// The factor on the score of a word in this field.
    pub boost: f32,
    /// The texts of an entry that belong here, each with its language.
    pub texts: for<'d> fn(&'d SearchDocument) -> Vec<LanguageText<'d>>,
}

/// A language and a text in it.
pub type LanguageText<'d> = (&'d str, &'d str);

/// All fields. The order matters: scores of fields are added in it, in floating point.
pub const FIELDS: [FieldDefinition; 6] = [
    FieldDefinition { name: "name", boost: 5.0, texts: |document| shown(document, [&document.title]) },
    FieldDefinition { name: "aliases", boost: 4.0, texts: aliases },
    FieldDefinition { name: "tags", boost: 2.5, texts: |document| shown(document, &document.tags) },
    FieldDefinition {
        name: "publisher",
        boost: 1.5,
        texts: |document| shown(document, [&document.publisher]),
    },
    FieldDefinition { name: "summary", boost: 2.0, texts: |document| shown(document, [&document.summary]) },
    FieldDefinition { name: "body", boost: 1.0, texts: body },
];

/// Texts in the language in which an entry is shown.
fn shown<'d>(
    document: &'d SearchDocument,
    texts: impl IntoIterator<Item = &'d String>,
) -> Vec<LanguageText<'d>> {
    texts.into_iter().map(|text| (document.language.as_str(), text.as_str())).collect()
}

fn aliases(document: &SearchDocument) -> Vec<LanguageText<'_>> {
    document.aliases.iter().map(|alias| (alias.language.as_str(), alias.text.as_str())).collect()
}

fn body(document: &SearchDocument) -> Vec<LanguageText<'_>> {
    let sections = document.sections.iter();
    sections
        .flat_map(|section| {
            let heading = section.is_heading_searched.then_some(section.heading.as_str());
            heading.into_iter().chain([section.text.as_str()]).map(|text| (section.language.as_str(), text))
        })
        .collect()
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
