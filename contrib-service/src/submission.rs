//! submission
use generator::model::Slug;

/// The slug, or the same with the first number that nobody has.
pub fn free_slug(wanted: &Slug, is_taken: impl Fn(&Slug) -> bool) -> Slug {
    if !is_taken(wanted) {
        return wanted.clone();
    }
    let mut number: u64 = 2;
    loop {
        let end = format!("-{number}");
        let room = generator::model::slug::MAX_SLUG - end.len();
        let stem: String = wanted.as_str().chars().take(room).collect();
        if let Ok(slug) = Slug::parse(&format!("{}{end}", stem.trim_end_matches('-')))
            && !is_taken(&slug)
        {
            return slug;
        }
        number += 1;
    }
}
