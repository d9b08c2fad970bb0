//! Long lists in pages: their addresses and the numbers below them.

use super::super::scope::Scope;
use super::super::view::{PageNumber, Pages};

/// How many entries a page lists where the list does not say otherwise.
pub const PER_PAGE: usize = 24;

/// The path of a page of a list.
pub fn page_path(list: &str, number: usize) -> String {
    match number {
        1 => list.to_owned(),
        _ => format!("{list}page/{number}/"),
    }
}

/// The numbers below a list: the first, the last, and those around the page itself.
pub fn page_links(scope: &Scope<'_>, list: &str, number: usize, members: usize, per_page: usize) -> Pages {
    let last = members.div_ceil(per_page).max(1);
    if last == 1 {
        return Pages::default();
    }
    let url = |page: usize| scope.url(&page_path(list, page));
    let mut links = Vec::new();
    let mut before = 0;
    for page in (1..=last).filter(|page| *page == 1 || *page == last || page.abs_diff(number) <= 2) {
        if page > before + 1 {
            links.push(PageNumber { label: String::new(), url: None, is_gap: true });
        }
        links.push(PageNumber {
            label: scope.messages.number(page as u64),
            url: (page != number).then(|| url(page)),
            is_gap: false,
        });
        before = page;
    }
    Pages {
        previous: (number > 1).then(|| url(number - 1)),
        next: (number < last).then(|| url(number + 1)),
        links,
    }
}

#[cfg(test)]
mod tests {
    use super::page_path;

    #[test]
    fn the_first_page_of_a_list_is_the_list() {
        assert_eq!(page_path("interlinkers/", 1), "interlinkers/");
        assert_eq!(page_path("interlinkers/sort/newest/", 3), "interlinkers/sort/newest/page/3/");
    }
}
