//! What contributions say, for whoever judges whether it is spam: name, words and texts, not files that
//! were uploaded.

use std::collections::BTreeMap;

use super::rows::OPEN;
use super::sql::{Row, Sql};
use super::{Result, Store};
use crate::secret::{ContributionId, SecretKey};

/// How many contributions of each kind are learnt from, the newest ones.
const EXAMPLES: i64 = 300;
/// How many that are open are judged at once.
const MOST_OPEN: i64 = 1_000;

impl Store {
    /// What was taken for spam and what was published, as far as it is still here, and whether it was spam.
    ///
    /// # Errors
    /// When the database fails.
    pub fn examples_of_spam(&self) -> Result<Vec<(bool, String)>> {
        self.read(|sql| {
            let mut examples = Vec::new();
            for (is_spam, state) in [(true, "spam"), (false, "published")] {
                let newest = format!(
                    "SELECT id FROM contributions WHERE state = '{state}' AND title <> ''
                     ORDER BY updated DESC, id LIMIT {EXAMPLES}"
                );
                examples.extend(texts(sql, &newest)?.into_values().map(|text| (is_spam, text)));
            }
            Ok(examples)
        })
    }

    /// What everything says that is open.
    ///
    /// # Errors
    /// When the database fails.
    pub fn open_texts(&self) -> Result<BTreeMap<String, String>> {
        let open =
            format!("SELECT id FROM contributions WHERE state IN {OPEN} ORDER BY id LIMIT {MOST_OPEN}");
        self.read(|sql| texts(sql, &open))
    }

    /// What a contribution says.
    ///
    /// # Errors
    /// When the database fails.
    pub fn text_of(&self, id: &ContributionId) -> Result<String> {
        self.read(|sql| {
            let words = sql.rows(&format!("{WORDS} WHERE id = $1"), &[id.as_str().into()])?;
            let files = sql.rows(&format!("{FILES} AND contribution = $1"), &[id.as_str().into()])?;
            Ok(put_together(words, files)?.into_values().next().unwrap_or_default())
        })
    }

    /// What the draft of this one-time key says; empty where it was sent already.
    ///
    /// # Errors
    /// When the database fails.
    pub fn text_of_draft(&self, key: &SecretKey) -> Result<String> {
        let hash = key.hash();
        let id = self.read(|sql| {
            let draft = "SELECT id FROM contributions WHERE send_key = $1 AND state = 'draft'";
            let row = sql.row(draft, &[hash.as_bytes().as_slice().into()])?;
            row.map(|mut row| super::rows::parse_id(&row.text()?)).transpose()
        })?;
        id.map_or_else(|| Ok(String::new()), |id| self.text_of(&id))
    }
}

const WORDS: &str = "SELECT id, title, words FROM contributions";
const FILES: &str = "SELECT contribution, bytes FROM files WHERE path LIKE '%.md'";

/// What these contributions say, by id. `ids` is a statement without values.
fn texts(sql: &mut dyn Sql, ids: &str) -> Result<BTreeMap<String, String>> {
    let words = sql.rows(&format!("{WORDS} WHERE id IN ({ids})"), &[])?;
    let files = sql.rows(&format!("{FILES} AND contribution IN ({ids})"), &[])?;
    put_together(words, files)
}

fn put_together(words: Vec<Row>, files: Vec<Row>) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for mut row in words {
        texts.insert(row.text()?, format!("{}\n{}\n", row.text()?, row.text()?));
    }
    for mut row in files {
        if let Some(text) = texts.get_mut(&row.text()?) {
            text.push_str(&String::from_utf8_lossy(&row.bytes()?));
        }
    }
    Ok(texts)
}
