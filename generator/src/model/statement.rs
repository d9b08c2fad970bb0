//! The accessibility statement of the site, as checked. What it says is data, so that every language
//! says the same and a machine can read it (Commission Implementing Decision (EU) 2018/1523).

use super::entry::Day;
use super::site::ByLanguage;

/// What `accessibility.yaml` says.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Term of `conformance`.
    pub status: String,
    /// The standard the site is measured by.
    pub standard: ByLanguage,
    /// When the statement was first made.
    pub prepared: Day,
    /// When it was last found true.
    pub reviewed: Day,
    /// Term of `assessment-method`.
    pub method: String,
    /// What was done to assess the site.
    pub checks: Vec<ByLanguage>,
    /// What the site does so that everybody can use it.
    pub measures: Vec<ByLanguage>,
    /// What is not accessible.
    pub barriers: Vec<Barrier>,
    /// Whom to tell about a barrier.
    pub contact: String,
    /// In how many working days an answer comes.
    pub answer_within: u64,
    /// Where to complain.
    pub enforcement: Vec<Enforcement>,
}

/// Something that is not accessible.
#[derive(Debug, Clone)]
pub struct Barrier {
    /// What it is.
    pub what: ByLanguage,
    /// Term of `barrier-reason`.
    pub reason: String,
    /// What to use instead.
    pub alternative: ByLanguage,
    /// When it will be mended.
    pub until: Option<Day>,
}

/// Who watches over the rules in a country.
#[derive(Debug, Clone)]
pub struct Enforcement {
    /// Term of `country`.
    pub country: String,
    /// Who is responsible.
    pub body: ByLanguage,
    /// Where to complain.
    pub address: Option<String>,
}

impl Statement {
    /// Whether the last review is more than a year before a day (Decision (EU) 2018/1523 asks for
    /// one a year). Days as text order as they do in time, and the same day a year later is text too.
    pub fn is_overdue(&self, today: &Day) -> bool {
        let (year, rest) = today.as_str().split_at(4);
        let Ok(year) = year.parse::<u32>() else { return false };
        let a_year_ago = format!("{:04}{rest}", year.saturating_sub(1));
        self.reviewed.as_str() < a_year_ago.as_str()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn overdue(reviewed: &str, today: &str) -> bool {
        let day = |text: &str| Day::parse(text).unwrap();
        let statement = Statement {
            status: String::new(),
            standard: ByLanguage::new(),
            prepared: day("2020"),
            reviewed: day(reviewed),
            method: String::new(),
            checks: Vec::new(),
            measures: Vec::new(),
            barriers: Vec::new(),
            contact: String::new(),
            answer_within: 1,
            enforcement: Vec::new(),
        };
        statement.is_overdue(&day(today))
    }

    #[test]
    fn a_review_is_overdue_the_day_after_its_year() {
        assert!(!overdue("2025-11-22", "2026-11-22"));
        assert!(overdue("2025-11-22", "2026-11-23"));
        assert!(overdue("2024-02-29", "2025-03-01"));
        assert!(!overdue("2026-11-22", "2026-11-22"));
    }
}
