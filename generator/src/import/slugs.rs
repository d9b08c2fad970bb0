//! Names -> slugs, each once per kind, and the former names that become redirects.

use super::report::{Findings, quote};
use crate::model::kind::Kind;
use crate::model::slug::Slug;
use std::collections::{BTreeMap, BTreeSet};

/// Paths that the site needs below the list of a kind.
const RESERVED: [&str; 5] = ["page", "sort", "by", "index", "feed"];

/// The slugs given so far.
#[derive(Debug, Default)]
pub struct Slugs {
    given: BTreeSet<(Kind, String)>,
    /// Whose each former name is.
    former: BTreeMap<(Kind, String), Slug>,
}

impl Slugs {
    /// The slug of a title; a number makes it the only one of its kind. Entries are read in the
    /// order of their folders, so the same data give the same numbers.
    pub fn give(&mut self, kind: Kind, title: &str) -> Slug {
        let base = Slug::from_title(title).map_or_else(|| kind.name().to_owned(), |slug| slug.to_string());
        let mut candidate = base.clone();
        let mut number = 2;
        loop {
            let is_free =
                !RESERVED.contains(&candidate.as_str()) && !self.given.contains(&(kind, candidate.clone()));
            if let (true, Ok(slug)) = (is_free, Slug::parse(&candidate)) {
                self.given.insert((kind, candidate));
                return slug;
            }
            candidate = format!("{}-{number}", base[..base.len().min(90)].trim_end_matches('-'));
            number += 1;
        }
    }

    /// The former names of an entry, without those that now belong to another one. Call it after
    /// every slug of the kind was given.
    pub fn former(
        &mut self,
        kind: Kind,
        slug: &Slug,
        candidates: &[String],
        findings: &mut Findings,
    ) -> Vec<String> {
        let mut former: Vec<String> = Vec::new();
        for candidate in candidates {
            let is_usable = !candidate.is_empty()
                && candidate.chars().count() <= crate::model::definition::MAX_LINE
                && candidate.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
                && !candidate.starts_with('.');
            let folded = candidate.to_ascii_lowercase();
            // Many systems take names that differ in case only for one, so a redirect serves both.
            if folded == slug.as_str() || former.iter().any(|other| other.eq_ignore_ascii_case(candidate)) {
                continue;
            }
            let is_other = self.given.contains(&(kind, folded.clone()));
            let owner = self.former.get(&(kind, folded.clone())).filter(|owner| *owner != slug);
            if !is_usable || is_other || owner.is_some() {
                let reason = if is_usable { "it is the name of another entry" } else { "it fits no address" };
                findings.other(
                    format!("its former name {} makes no redirect", quote(candidate)),
                    format!("left out, {reason}"),
                );
                continue;
            }
            self.former.insert((kind, folded), slug.clone());
            former.push(candidate.clone());
        }
        former
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique_and_former_names_are_not_taken_from_others() {
        let mut slugs = Slugs::default();
        let first = slugs.give(Kind::Interlinker, "Use scenario");
        let second = slugs.give(Kind::Interlinker, "Use scenario!");
        assert_eq!(second.as_str(), "use-scenario-2");
        assert_eq!(slugs.give(Kind::Interlinker, "…").as_str(), "interlinker");
        assert_eq!(slugs.give(Kind::Interlinker, "Page").as_str(), "page-2");
        let mut findings = Findings::default();
        let candidates: Vec<String> = ["use-scenario-2", "Old", "OLD", "Use-Scenario", "a/b"]
            .iter()
            .map(|name| (*name).to_owned())
            .collect();
        assert_eq!(slugs.former(Kind::Interlinker, &first, &candidates, &mut findings), ["Old"]);
        assert_eq!(slugs.former(Kind::Interlinker, &second, &["OLD".to_owned()], &mut findings), [""; 0]);
        assert_eq!(findings.sorted().len(), 3);
    }
}
