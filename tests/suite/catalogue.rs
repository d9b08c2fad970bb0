//! The lists with facets in a browser: Interlinkers, stories, organisations and needs. What the script
//! shows for several facets together is held against
//! the lists that the build made for one value each: OR inside a facet is their union, AND across
//! facets is what these unions share.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use interlink_tests::browser::{Browser, JavaScript};
use interlink_tests::fixture::interlink_seed;
use interlink_tests::service_test::ServiceTest;
use interlink_tests::site_test::SiteTest;
use serde_json::{Value, json};

const CATALOGUE: &str = "en/interlinkers/";

/// The values chosen, by facet.
type Chosen = BTreeMap<String, BTreeSet<String>>;

/// What the built lists say: which entries have a value, by facet and value.
type Lists = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

fn chosen(values: &[(&str, &str)]) -> Chosen {
    let mut chosen = Chosen::new();
    for (facet, value) in values {
        chosen.entry((*facet).to_owned()).or_default().insert((*value).to_owned());
    }
    chosen
}

/// What stands on a catalogue page.
#[derive(Debug)]
struct Shown {
    /// The first number of the line above the list.
    count: usize,
    rows: Vec<String>,
    chosen: Chosen,
    chips: usize,
    /// The number beside each visible value, by `facet/value`.
    counts: BTreeMap<String, usize>,
    order: String,
}

fn shown(browser: &Browser) -> Shown {
    let page = browser.run(
        "const texts = (css, read) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility
             ? !one.closest('[hidden]') : true).map(read);
         const value = (link) => [link.closest('[data-facet]').dataset.facet, link.dataset.value];
         return {
             count: document.getElementById('count').textContent,
             rows: texts('#rows > li', (row) => row.querySelector('h3 a').getAttribute('href')),
             chosen: texts('#facets a[aria-current]', value),
             chips: texts('#chips .chip', () => 1).length,
             counts: texts('#facets a[data-value]',
                 (link) => [value(link).join('/'), link.querySelector('.num').textContent]),
             order: document.querySelector('#sorts b')?.dataset.sort ?? '',
         }",
        json!([]),
    );
    let list = |key: &str| page[key].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let values: Vec<(String, String)> =
        list("chosen").iter().map(|pair| (text(&pair[0]), text(&pair[1]))).collect();
    Shown {
        count: first_number(&text(&page["count"])),
        rows: list("rows").iter().map(text).collect(),
        chosen: chosen(
            &values.iter().map(|(facet, value)| (facet.as_str(), value.as_str())).collect::<Vec<_>>(),
        ),
        chips: page["chips"].as_u64().unwrap_or_default() as usize,
        counts: list("counts").iter().map(|pair| (text(&pair[0]), first_number(&text(&pair[1])))).collect(),
        order: text(&page["order"]),
    }
}

fn first_number(text: &str) -> usize {
    let digits = text.trim_start_matches(|character: char| !character.is_ascii_digit());
    let end = digits.find(|character: char| !character.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or_else(|_| panic!("no number in “{text}”"))
}

/// Waits until the page shows that these values are chosen, and gives what it shows then.
#[track_caller]
fn wait_for(browser: &Browser, wanted: &Chosen) -> Shown {
    browser.wait_until(&format!("{wanted:?}"), |browser| shown(browser).chosen == *wanted);
    let shown = shown(browser);
    assert_eq!(shown.chips, wanted.values().map(BTreeSet::len).sum::<usize>(), "one chip for each value");
    shown
}

fn click_value(browser: &Browser, facet: &str, value: &str) {
    // Some values are folded.
    browser.run(
        "document.querySelectorAll('.facets, .facets details').forEach((one) => one.open = true)",
        json!([]),
    );
    browser.find(&format!("#facets [data-facet={facet}] a[data-value={value}]")).click();
}

/// The addresses of a built list in its order, over all of its pages.
fn built_list(site: &SiteTest, path: &str) -> Vec<String> {
    built_list_of(site, CATALOGUE, path)
}

/// The same for any of the lists with facets, by its folder.
fn built_list_of(site: &SiteTest, section: &str, path: &str) -> Vec<String> {
    let mut rows = Vec::new();
    for number in 1.. {
        let page = if number == 1 { String::new() } else { format!("page/{number}/") };
        let file = site.site().join(format!("{section}{path}{page}index.html"));
        let Ok(text) = fs::read_to_string(file) else { break };
        let list = text.split("id=\"rows\">").nth(1).expect("a list of rows");
        let list = list.split("id=\"empty\"").next().unwrap_or_default();
        rows.extend(
            list.split("<h3><a href=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())),
        );
    }
    rows
}

/// Reads the list of every value of every facet.
fn built_lists(site: &SiteTest) -> Lists {
    built_lists_of(site, CATALOGUE)
}

/// The same for any of the lists with facets, by its folder.
fn built_lists_of(site: &SiteTest, section: &str) -> Lists {
    let folder = site.site().join(section).join("by");
    let names = |folder: &std::path::Path| -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|item| item.unwrap().file_name().into_string().unwrap()).collect()
    };
    let mut lists = Lists::new();
    for facet in names(&folder) {
        for value in names(&folder.join(&facet)) {
            let members = built_list_of(site, section, &format!("by/{facet}/{value}/")).into_iter().collect();
            lists.entry(facet.clone()).or_default().insert(value, members);
        }
    }
    lists
}

/// The entries that fit, looking at all facets but one.
fn fitting(lists: &Lists, all: &BTreeSet<String>, chosen: &Chosen, except: Option<&str>) -> BTreeSet<String> {
    let mut fitting = all.clone();
    for (facet, values) in chosen.iter().filter(|(facet, _)| Some(facet.as_str()) != except) {
        let union: BTreeSet<String> =
            values.iter().filter_map(|value| lists[facet].get(value)).flatten().cloned().collect();
        fitting.retain(|entry| union.contains(entry));
    }
    fitting
}

/// Holds the page against the built lists: its rows, its count, and the number beside each value.
#[track_caller]
fn expect_as_built(page: &Shown, lists: &Lists, all: &BTreeSet<String>, rows: &[String]) {
    let expected = fitting(lists, all, &page.chosen, None);
    assert_eq!(rows.iter().cloned().collect::<BTreeSet<_>>(), expected, "{:?}", page.chosen);
    assert_eq!((page.count, rows.len()), (expected.len(), expected.len()), "{:?}", page.chosen);
    for (facet, values) in lists {
        let others = fitting(lists, all, &page.chosen, Some(facet));
        for (value, members) in values {
            let count = members.intersection(&others).count();
            let is_chosen = page.chosen.get(facet).is_some_and(|chosen| chosen.contains(value));
            let beside = page.counts.get(&format!("{facet}/{value}")).copied();
            let wanted = (count > 0 || is_chosen).then_some(count);
            assert_eq!(beside, wanted, "{facet}/{value} when {:?} is chosen", page.chosen);
        }
    }
}

/// The rows of the page and of the pages after it.
fn rows_of_all_pages(browser: &Browser, first: &Shown) -> Vec<String> {
    let mut rows = first.rows.clone();
    let mut number = 1;
    while rows.len() < first.count {
        number += 1;
        browser.find("#pages li:last-child a").click();
        // Asked in one step, because the script replaces the list of pages.
        let here = "return document.querySelector('#pages [aria-current]')?.textContent ?? ''";
        browser.wait_until(&format!("page {number}"), |browser| {
            browser.run(here, json!([])) == number.to_string().as_str()
        });
        let more = shown(browser).rows;
        assert!(!more.is_empty(), "page {number} is empty");
        rows.extend(more);
    }
    rows
}

#[test]
fn two_values_of_one_facet_widen_the_list_and_a_second_facet_narrows_it() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let lists = built_lists(&service.site);
    let all: BTreeSet<String> = built_list(&service.site, "").into_iter().collect();
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(CATALOGUE));
    assert_eq!(shown(&browser).count, all.len());

    let steps = [("nature", "software"), ("nature", "external-software"), ("theme", "design")];
    let mut counts = Vec::new();
    for end in 1..=steps.len() {
        let (facet, value) = steps[end - 1];
        click_value(&browser, facet, value);
        let page = wait_for(&browser, &chosen(&steps[..end]));
        expect_as_built(&page, &lists, &all, &page.rows);
        counts.push(page.count);
    }
    assert!(counts[1] > counts[0] && counts[2] < counts[1], "{counts:?}");

    let address = browser.address();
    for part in ["nature=external-software", "nature=software", "theme=design"] {
        assert!(address.contains(part), "{part} in {address}");
    }
    browser.reload();
    let page = wait_for(&browser, &chosen(&steps));
    expect_as_built(&page, &lists, &all, &page.rows);
    assert_eq!(browser.address(), address);

    // Back step by step, each with its own list, and to where it began.
    for end in (0..steps.len()).rev() {
        browser.back();
        let page = wait_for(&browser, &chosen(&steps[..end]));
        expect_as_built(&page, &lists, &all, &page.rows);
    }
    assert_eq!(browser.address(), service.url(CATALOGUE));
}

#[test]
fn a_chip_takes_its_value_away_and_one_link_takes_all() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    let open = || browser.open(&service.url(&format!("{CATALOGUE}?nature=knowledge&theme=design&sort=used")));
    open();
    wait_for(&browser, &chosen(&[("nature", "knowledge"), ("theme", "design")]));
    // The focus goes to the count, where what has changed is said.
    browser.find("#chips .chip").click();
    wait_for(&browser, &chosen(&[("theme", "design")]));
    browser.wait_until("the focus at the count", |browser| {
        browser.run("return document.activeElement.id", json!([])) == "count"
    });
    browser.find("#chips .chip").click();
    assert_eq!(wait_for(&browser, &Chosen::new()).order, "used", "the order stays");
    open();
    wait_for(&browser, &chosen(&[("nature", "knowledge"), ("theme", "design")]));
    browser.find("#chips a:not(.chip)").click();
    wait_for(&browser, &Chosen::new());
}

#[test]
fn values_that_no_entry_has_together_say_which_one_to_drop() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let lists = built_lists(&service.site);
    let all: BTreeSet<String> = built_list(&service.site, "").into_iter().collect();
    let values = [("nature", "software"), ("form", "checklist")];
    assert!(
        fitting(&lists, &all, &chosen(&values), None).is_empty(),
        "the test needs two that exclude each other"
    );
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(&format!("{CATALOGUE}?nature=software&form=checklist")));
    let page = wait_for(&browser, &chosen(&values));
    assert_eq!((page.count, page.rows.len()), (0, 0));
    let way_out = browser.find("#empty a:not(.btn)");
    let promised = first_number(way_out.text().rsplit_once(' ').unwrap().1);
    way_out.click();
    browser.wait_until("some rows", |browser| !shown(browser).rows.is_empty());
    assert_eq!(shown(&browser).count, promised);
}

#[test]
fn each_order_is_the_one_that_was_built_also_with_a_filter() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(CATALOGUE));
    for (sort, path) in
        [("newest", "sort/newest/"), ("used", "sort/used/"), ("stories", "sort/stories/"), ("name", "")]
    {
        browser.find(&format!("#sorts a[data-sort={sort}]")).click();
        browser.wait_until(sort, |browser| shown(browser).order == sort);
        assert_eq!(shown(&browser).rows, built_list(&service.site, path), "{sort}");
    }
    let lists = built_lists(&service.site);
    for (sort, path) in [("newest", "sort/newest/"), ("used", "sort/used/"), ("stories", "sort/stories/")] {
        browser.open(&service.url(&format!("{CATALOGUE}?nature=knowledge&sort={sort}")));
        let page = wait_for(&browser, &chosen(&[("nature", "knowledge")]));
        let mut expected = built_list(&service.site, path);
        expected.retain(|entry| lists["nature"]["knowledge"].contains(entry));
        assert_eq!((page.rows, page.order.as_str()), (expected, sort));
    }
}

#[test]
fn without_javascript_each_value_has_a_list_of_its_own() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let lists = built_lists(&service.site);
    let browser = Browser::start(JavaScript::Off);
    browser.open(&service.url(CATALOGUE));
    let note = browser.find("noscript p").text();
    assert!(note.contains("JavaScript"), "the page says what needs it: {note}");
    for (facet, value) in [("nature", "software"), ("theme", "evaluation")] {
        click_value(&browser, facet, value);
        browser
            .wait_until("its list", |browser| browser.address().contains(&format!("/by/{facet}/{value}/")));
        let page = shown(&browser);
        assert_eq!(page.chosen, chosen(&[(facet, value)]));
        assert_eq!(page.count, page.rows.len());
        assert_eq!(page.rows.iter().cloned().collect::<BTreeSet<_>>(), lists[facet][value]);
        for (link, count) in &page.counts {
            let (facet, value) = link.split_once('/').expect("a facet and a value");
            assert_eq!(*count, lists[facet][value].len(), "{link} leads to a list of its own");
        }
        assert!(browser.find_all("#sorts:not([hidden])").is_empty(), "no order would keep the value");
        browser.find("#chips .chip").click();
        browser.wait_until("the whole list", |browser| browser.address() == service.url(CATALOGUE));
    }
    browser.find("#sorts a[data-sort=used]").click();
    browser.wait_until("the order", |browser| browser.address().ends_with("/sort/used/"));
    assert_eq!(shown(&browser).rows.len(), shown(&browser).count);
}

/// With the script the links of the list of one value combine, and so do their numbers and orders.
#[test]
fn the_list_of_one_value_counts_the_combinations_that_its_links_lead_to() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let lists = built_lists(&service.site);
    let all: BTreeSet<String> = built_list(&service.site, "").into_iter().collect();
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(&format!("{CATALOGUE}by/nature/knowledge/")));
    // A value that nothing here has is hidden as soon as the numbers are those of the combination.
    browser.wait_until("the numbers", |browser| !browser.find_all("#facets li[hidden]").is_empty());
    let page = wait_for(&browser, &chosen(&[("nature", "knowledge")]));
    expect_as_built(&page, &lists, &all, &page.rows);
    assert_eq!(page.order, "name");
    browser.find("#sorts a[data-sort=used]").click();
    browser.wait_until("the order", |browser| shown(browser).order == "used");
    wait_for(&browser, &chosen(&[("nature", "knowledge")]));
}

/// Of every visible facet: how many values stand open, the number on "Show … more" and how many it opens.
fn folds(browser: &Browser) -> Vec<(usize, usize, usize)> {
    let found = browser.run(
        "return [...document.querySelectorAll('.facet:not([hidden])')].map((facet) => {
             const more = facet.querySelector('details.more:not([hidden])');
             const folded = more?.querySelectorAll('li:not([hidden])').length ?? 0;
             return [facet.querySelectorAll('li:not([hidden])').length - folded,
                 Number(more?.querySelector('summary').textContent.replace(/\\D/g, '') ?? 0), folded];
         })",
        json!([]),
    );
    serde_json::from_value(found).expect("three numbers for each facet")
}

#[test]
fn a_fold_opens_as_many_values_as_it_says_and_a_facet_without_values_is_hidden() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    for values in [
        vec![("nature", "external-software")],
        vec![("nature", "knowledge"), ("theme", "design")],
        vec![("nature", "software"), ("form", "checklist")],
    ] {
        let query: Vec<String> = values.iter().map(|(facet, value)| format!("{facet}={value}")).collect();
        browser.open(&service.url(&format!("{CATALOGUE}?{}", query.join("&"))));
        wait_for(&browser, &chosen(&values));
        let folds = folds(&browser);
        assert!(!folds.is_empty());
        for (open, promised, folded) in folds {
            assert!(open + folded > 0, "a bare heading with {values:?}");
            assert_eq!(promised, folded, "{values:?}");
        }
    }
}

/// A choice on the list of one value leads to the catalogue with both.
#[test]
fn a_second_choice_on_the_list_of_one_value_combines_both() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(&format!("{CATALOGUE}by/nature/knowledge/")));
    click_value(&browser, "theme", "design");
    wait_for(&browser, &chosen(&[("nature", "knowledge"), ("theme", "design")]));
}

/// A sequence that looks like chance and is the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end
    }
}

/// One to three facets with one to three values each.
fn any_choice(lists: &Lists, chance: &mut Chance) -> Chosen {
    let facets: Vec<&String> = lists.keys().collect();
    let mut any = Chosen::new();
    for _ in 0..=chance.below(3) {
        let facet = facets[chance.below(facets.len())];
        let values: Vec<&String> = lists[facet].keys().collect();
        for _ in 0..=chance.below(3) {
            any.entry(facet.clone()).or_default().insert(values[chance.below(values.len())].clone());
        }
    }
    any
}

/// Goes to an address of the page that is open as the keys for back and forward do.
fn go_to(browser: &Browser, address: &str) {
    let go = "history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))";
    browser.run(go, json!([address]));
}

/// Tries so many choices in each of some lists. Every fifth is a page that loads; between them the
/// address alone changes, which ends in the same state and takes a tenth of the time.
fn expect_any_choice_as_built(site: SiteTest, sections: &[&str], rounds: usize) {
    let service = ServiceTest::start(site);
    let browser = Browser::start(JavaScript::On);
    for section in sections {
        let lists = built_lists_of(&service.site, section);
        let all: BTreeSet<String> = built_list_of(&service.site, section, "").into_iter().collect();
        let mut chance = Chance(959_201);
        let mut with_rows = 0;
        for round in 0..rounds {
            let wanted = any_choice(&lists, &mut chance);
            let query: Vec<String> = wanted
                .iter()
                .flat_map(|(facet, values)| values.iter().map(move |value| format!("{facet}={value}")))
                .collect();
            let address = service.url(&format!("{section}?{}", query.join("&")));
            if round % 5 == 0 {
                browser.open(&address);
            } else {
                go_to(&browser, &address);
            }
            let page = wait_for(&browser, &wanted);
            let rows = rows_of_all_pages(&browser, &page);
            expect_as_built(&page, &lists, &all, &rows);
            with_rows += usize::from(!rows.is_empty());
        }
        assert!(with_rows > rounds / 4, "{section}: only {with_rows} of {rounds} choices found anything");
    }
}

#[test]
fn any_choice_of_facets_shows_what_the_built_lists_say() {
    expect_any_choice_as_built(SiteTest::of_the_repository(), &[CATALOGUE], 40);
}

#[test]
fn any_choice_of_facets_on_the_original_projects_data_shows_what_the_built_lists_say() {
    let Some(seed) = interlink_seed() else { return };
    expect_any_choice_as_built(SiteTest::imported(&seed), &[CATALOGUE], 20);
}

#[test]
fn any_choice_among_stories_organisations_and_needs_shows_what_the_built_lists_say() {
    let sections = ["en/stories/", "it/organisations/", "lv/problems/"];
    expect_any_choice_as_built(SiteTest::of_the_repository(), &sections, 10);
}

#[test]
fn stories_organisations_and_needs_have_a_list_for_each_value_without_javascript() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::Off);
    for (section, facets) in [
        ("en/stories/", &["country", "governance", "schema"][..]),
        ("es/organisations/", &["country", "organisation-type"]),
        ("lv/problems/", &["family"]),
    ] {
        let lists = built_lists_of(&service.site, section);
        assert_eq!(lists.keys().map(String::as_str).collect::<Vec<_>>(), facets, "{section}");
        browser.open(&service.url(section));
        let whole = shown(&browser);
        assert_eq!(whole.count, whole.rows.len(), "{section}");
        for (link, count) in &whole.counts {
            let (facet, value) = link.split_once('/').expect("a facet and a value");
            assert_eq!(*count, lists[facet][value].len(), "{section}{link}");
        }
        let (facet, values) = lists.iter().next().expect("a facet");
        let (value, members) = values.iter().next().expect("a value");
        click_value(&browser, facet, value);
        browser
            .wait_until("its list", |browser| browser.address().contains(&format!("/by/{facet}/{value}/")));
        assert_eq!(shown(&browser).rows.into_iter().collect::<BTreeSet<_>>(), *members);
    }
}

#[test]
fn the_cards_stand_in_the_address_and_stay_with_the_filters() {
    let service = ServiceTest::start(SiteTest::of_the_repository());
    let browser = Browser::start(JavaScript::On);
    browser.open(&service.url(CATALOGUE));
    let is_cards = |browser: &Browser| {
        browser.run("return document.getElementById('rows').classList.contains('cards')", json!([])) == true
    };
    assert!(!is_cards(&browser));
    browser.find("#views a[data-view=cards]").click();
    browser.wait_until("the cards", is_cards);
    assert_eq!(browser.address(), service.url(&format!("{CATALOGUE}?view=cards")));
    click_value(&browser, "theme", "design");
    wait_for(&browser, &chosen(&[("theme", "design")]));
    assert!(browser.address().contains("view=cards") && is_cards(&browser), "{}", browser.address());
    browser.reload();
    browser.wait_until("the cards again", is_cards);
    browser.find("#views a[data-view=list]").click();
    browser.wait_until("the list", |browser| !is_cards(browser));
    assert_eq!(browser.address(), service.url(&format!("{CATALOGUE}?theme=design")));
    browser.open(&service.url(&format!("{CATALOGUE}by/theme/design/?view=cards")));
    browser.wait_until("the cards of one value", is_cards);
}
