//! `uses/<id>.yaml` and `reviews/<id>.yaml`: what people say of an entry.

use super::{Check, settings};
use crate::content::decode::decode;
use crate::content::raw::{REVIEWS, USES, said_in};
use crate::content::record::Record;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::definition::{Field, REVIEW, USE};
use crate::model::said::{Review, Use, User};

impl Check<'_> {
    /// Who says that they use it, the newest first.
    pub(super) fn uses(&mut self) -> Vec<Use> {
        let mut uses = self.said(USES, USE, |check, path, id, record| {
            let user = match (record.slug("organisation"), record.owned("name")) {
                (Some(known), _) => User::Known(known),
                (None, Some(name)) => User::Named(name),
                (None, None) => {
                    check.diagnostics.push(
                        Diagnostic::error(
                            Code::MissingField,
                            path,
                            "it does not say who uses the Interlinker",
                        )
                        .at(record.position)
                        .help("add `organisation:` with a slug, or `name:` with the name of one"),
                    );
                    return None;
                }
            };
            Some(Use {
                date: record.day("date")?,
                user,
                country: record.owned("country"),
                version: record.owned("version"),
                address: record.owned("address"),
                text: check.said_text(path, record),
                id,
            })
        });
        uses.sort_by(|left, right| right.date.cmp(&left.date).then_with(|| left.id.cmp(&right.id)));
        uses
    }

    /// The reviews, the newest first.
    pub(super) fn reviews(&mut self) -> Vec<Review> {
        let mut reviews = self.said(REVIEWS, REVIEW, |check, path, id, record| {
            Some(Review {
                date: record.day("date")?,
                stars: record.number("stars").and_then(|stars| u8::try_from(stars).ok())?,
                by: record.owned("by"),
                version: record.owned("version"),
                text: check.said_text(path, record),
                id,
            })
        });
        reviews.sort_by(|left, right| right.date.cmp(&left.date).then_with(|| left.id.cmp(&right.id)));
        reviews
    }

    fn said<T>(
        &mut self,
        folder: &str,
        fields: &'static [Field],
        make: impl Fn(&mut Self, &str, String, &Record) -> Option<T>,
    ) -> Vec<T> {
        let raw = self.raw;
        let ids = raw.files.iter().filter_map(|file| Some((file, said_in(file, folder)?)));
        ids.filter_map(|(file, id)| {
            let path = raw.path(file);
            let tree = settings::read_tree(self.source, &path, &mut self.diagnostics)?;
            let decoded = decode(&tree, fields, self.context(&path));
            self.references.extend(decoded.references);
            self.diagnostics.extend(decoded.diagnostics);
            make(self, &path, id.to_owned(), &decoded.record)
        })
        .collect()
    }

    /// The text with its language, which nothing else tells.
    fn said_text(&mut self, path: &str, record: &Record) -> Option<(String, String)> {
        let text = record.owned("text")?;
        let Some(language) = record.owned("language") else {
            self.diagnostics.push(
                Diagnostic::error(Code::MissingField, path, "the text needs its `language:`")
                    .at(record.position("text"))
                    .help("add the code of the language it is written in"),
            );
            return None;
        };
        Some((text, language))
    }
}

#[cfg(test)]
mod tests {
    use crate::history::History;
    use crate::source::Source;

    fn check(files: &[(&str, &str)]) -> crate::Checked {
        let own = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
        let files = files
            .iter()
            .map(|(path, text)| (format!("interlinkers/decidim/{path}"), text.as_bytes().to_vec()));
        crate::check_source(&Source::read(&own).unwrap().with_files(files), History::default())
    }

    fn told(files: &[(&str, &str)]) -> Vec<String> {
        let found = check(files).diagnostics.into_iter();
        found.filter(|found| found.file.contains("decidim/")).map(|found| found.message).collect()
    }

    #[test]
    fn what_people_say_is_read_newest_first() {
        let checked = check(&[
            ("uses/a.yaml", "date: 2026-01-01\norganisation: zaragoza\n"),
            ("uses/b.yaml", "date: 2026-02-01\nname: A house\nlanguage: en\ntext: Good.\n"),
            ("reviews/a.yaml", "date: 2026-01-01\nstars: 4\n"),
        ]);
        let entry = checked.site.entry(crate::model::Kind::Interlinker, "decidim").unwrap();
        assert_eq!(entry.uses.iter().map(|said| said.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert_eq!((entry.reviews.len(), entry.reviews[0].stars), (1, 4));
    }

    #[test]
    fn each_mistake_is_told() {
        assert_eq!(told(&[("uses/a.yaml", "date: 2026\n")]), ["it does not say who uses the Interlinker"]);
        assert_eq!(
            told(&[("reviews/a.yaml", "date: 2026\nstars: 6\n")]),
            ["`stars` needs a whole number from 1 to 5, not the number 6"]
        );
        assert_eq!(
            told(&[("reviews/a.yaml", "date: 2026\nstars: 5\ntext: Good.\n")]),
            ["the text needs its `language:`"]
        );
        assert_eq!(
            told(&[("uses/Not an id.yaml", "date: 2026\nname: x\n")]),
            ["this file has no place here and is not published"]
        );
        let unknown = told(&[("uses/a.yaml", "date: 2026\norganisation: nobody\n")]);
        assert!(unknown.len() == 1 && unknown[0].contains("nobody"), "{unknown:?}");
    }
}
