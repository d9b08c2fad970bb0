//! Where a text is written: its name in PO files, its file, and the way to it inside the file.

use super::{Owner, SNAPSHOTS, TextState};
use crate::content::edit::Step;
use crate::model::definition::{NODE_WORDS, Shape};
use crate::model::entry::Node;
use crate::model::kind::Kind;
use crate::model::words::BODY;

/// The place of one text in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its name in PO files: kind, slug, field.
    pub context: String,
    /// The file, below the content folder.
    pub file: String,
    /// The way to it; none for the text below a front matter.
    pub steps: Vec<Step>,
    /// The way to what records the source of this field; none where nothing does.
    pub record: Option<[Vec<Step>; 2]>,
    /// What may stand there, for the translator.
    pub form: &'static str,
}

/// The place of a text in a language.
pub fn place_of(text: &TextState<'_>, language: &str) -> Place {
    match text.owner {
        Owner::Entry(entry) => {
            let order = names(entry.kind.words());
            let key = |name: &str| Step::Key(name.to_owned(), order.clone());
            let field = text.field.as_str();
            let steps = match field.strip_prefix(SNAPSHOTS) {
                Some(picture) => vec![key("snapshots"), Step::key(picture)],
                None if field == BODY => Vec::new(),
                None => vec![key(field)],
            };
            Place {
                context: format!("{}/{}/{field}", entry.kind.name(), entry.slug),
                file: format!("{}/{}/{language}.md", entry.kind.folder(), entry.slug),
                steps,
                record: Some(record(&[], &order, field)),
                form: if field == BODY { MARKDOWN } else { form(entry.kind.words(), field) },
            }
        }
        Owner::Node(schema, node) => {
            let slug = &schema.entry.slug;
            let ids = schema.phases.iter().flat_map(Node::walk).map(|node| node.id.clone()).collect();
            let above = Step::Key(node.id.clone(), ids);
            let order = names(NODE_WORDS);
            let field = Step::Key(text.field.clone(), order.clone());
            Place {
                context: format!("schema/{slug}/nodes/{}/{}", node.id, text.field),
                file: format!("{}/{slug}/{language}.yaml", Kind::Schema.folder()),
                steps: vec![above.clone(), field],
                record: Some(record(&[above], &order, &text.field)),
                form: form(NODE_WORDS, &text.field),
            }
        }
        Owner::Vocabulary(name) => Place {
            context: format!("vocabulary/{name}/label"),
            file: format!("vocabularies/{name}.yaml"),
            steps: vec![Step::key("label"), Step::key(language)],
            record: None,
            form: LINE,
        },
        Owner::Term(name, term) => Place {
            context: format!("vocabulary/{name}/{}/{}", term.id, text.field),
            file: format!("vocabularies/{name}.yaml"),
            steps: vec![
                Step::key("terms"),
                Step::Item(term.id.clone()),
                Step::key(text.field.clone()),
                Step::key(language),
            ],
            record: None,
            form: LINE,
        },
    }
}

const LINE: &str = "One line of plain text, at most 200 characters.";
const PLAIN: &str = "Plain text, at most 2000 characters.";
const MARKDOWN: &str = "Markdown.";

fn names(fields: &[crate::model::definition::Field]) -> Vec<String> {
    fields.iter().map(|field| field.name.to_owned()).collect()
}

fn form(fields: &[crate::model::definition::Field], name: &str) -> &'static str {
    match fields.iter().find(|field| field.name == name).map(|field| &field.shape) {
        Some(Shape::Markdown) => MARKDOWN,
        Some(Shape::Text) => PLAIN,
        _ => LINE,
    }
}

/// The ways to the language and to the hash of a field.
fn record(above: &[Step], order: &[String], field: &str) -> [Vec<Step>; 2] {
    let inner = ["language", "fields"].map(str::to_owned).to_vec();
    let way = |last: &[Step]| {
        let top = Step::Key("translated-from".to_owned(), order.to_vec());
        above.iter().cloned().chain([top]).chain(last.iter().cloned()).collect::<Vec<_>>()
    };
    [
        way(&[Step::Key("language".to_owned(), inner.clone())]),
        way(&[Step::Key("fields".to_owned(), inner.clone()), Step::key(field)]),
    ]
}
