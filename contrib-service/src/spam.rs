//! What looks like spam, learnt from what maintainers have taken for spam and from what was published. It
//! decides nothing for good: what looks like spam waits for a maintainer, who is told the words that speak
//! for it, and whatever they decide is what the next one is held against.
//!
//! Each word has a share of spam; those of one contribution are put together with Fisher's method, as Gary
//! Robinson describes it ("A Statistical Approach to the Spam Problem", Linux Journal 107, 2003). Nothing is
//! kept for it: the words are those of contributions that the store still has, and are forgotten with them.

use std::collections::{BTreeMap, BTreeSet};

/// How many of each kind must be known before anything is said.
const FEWEST: usize = 5;
/// From this likelihood on something looks like spam.
const SUSPICIOUS: f64 = 0.9;
/// A word says something when its share of spam is so far from one half.
const TELLING: f64 = 0.1;
/// How much one half weighs against what was seen of a word (Robinson's *s*).
const DOUBT: f64 = 1.0;
/// The most words of a text that are looked at; longer texts have said what they say by then.
const MOST_WORDS: usize = 3_000;
/// The longest word, in characters: what is longer is an address or nonsense, and its beginning says which.
const LONGEST_WORD: usize = 30;
/// How many words are told.
const TOLD: usize = 8;

/// What was learnt.
#[derive(Debug, Default)]
pub struct Judge {
    spam: usize,
    good: usize,
    /// In how many spam and good contributions a word stood.
    words: BTreeMap<String, (usize, usize)>,
}

/// What speaks for spam in a contribution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspicion {
    /// The words that it shares with spam, those that say most first.
    pub words: Vec<String>,
}

impl Judge {
    /// Learns from texts, and whether each was spam.
    pub fn learn(examples: impl IntoIterator<Item = (bool, impl AsRef<str>)>) -> Judge {
        let mut judge = Judge::default();
        for (is_spam, text) in examples {
            *(if is_spam { &mut judge.spam } else { &mut judge.good }) += 1;
            for word in words(text.as_ref()) {
                let (spam, good) = judge.words.entry(word).or_default();
                *(if is_spam { spam } else { good }) += 1;
            }
        }
        judge
    }

    /// Whether there were examples enough to say anything.
    pub fn knows_enough(&self) -> bool {
        self.spam >= FEWEST && self.good >= FEWEST
    }

    /// What speaks for spam in a text, if enough does.
    pub fn suspicion(&self, text: &str) -> Option<Suspicion> {
        if !self.knows_enough() {
            return None;
        }
        let mut telling: Vec<(f64, String)> =
            words(text).into_iter().filter_map(|word| Some((self.share_of_spam(&word)?, word))).collect();
        let likelihood = together(telling.iter().map(|(share, _)| *share));
        if likelihood < SUSPICIOUS {
            return None;
        }
        telling.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let words = telling.into_iter().filter(|(share, _)| *share > 0.5).map(|(_, word)| word);
        Some(Suspicion { words: words.take(TOLD).collect() })
    }

    /// The share of spam of a word that says something (Robinson's *f(w)*).
    fn share_of_spam(&self, word: &str) -> Option<f64> {
        let (spam, good) = *self.words.get(word)?;
        let (in_spam, in_good) = (spam as f64 / self.spam as f64, good as f64 / self.good as f64);
        let (share, seen) = (in_spam / (in_spam + in_good), (spam + good) as f64);
        let share = (DOUBT * 0.5 + seen * share) / (DOUBT + seen);
        ((share - 0.5).abs() >= TELLING).then_some(share)
    }
}

/// The words of a text, each once: letters and digits, in lower case. The host of an address is a word of
/// its own, because the same ones are advertised again and again.
fn words(text: &str) -> BTreeSet<String> {
    let is_host = |character: char| character.is_alphanumeric() || matches!(character, '.' | '-');
    let hosts = text.split("://").skip(1).map(|rest| rest.split(|end| !is_host(end)).next().unwrap_or(""));
    let plain = text.split(|character: char| !character.is_alphanumeric());
    plain
        .chain(hosts)
        .filter(|word| word.chars().nth(2).is_some())
        .take(MOST_WORDS)
        .map(|word| word.chars().take(LONGEST_WORD).flat_map(char::to_lowercase).collect())
        .collect()
}

/// How likely spam is, from 0 to 1, where each of these shares was seen: one half where nothing speaks for
/// either side (Robinson's *I*).
fn together(shares: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = shares.clone().count();
    let logarithms = |of: fn(f64) -> f64| -> f64 { shares.clone().map(|share| of(share).ln()).sum() };
    // How surprising so many words of spam would be in what is good, and the other way round.
    let spam = chi_square_beyond(-2.0 * logarithms(|share| 1.0 - share), count);
    let good = chi_square_beyond(-2.0 * logarithms(|share| share), count);
    f64::midpoint(1.0 + good, -spam)
}

/// How often chi square with `2 × half` degrees of freedom is beyond a value: with an even number of them a
/// sum of `half` members.
fn chi_square_beyond(value: f64, half: usize) -> f64 {
    let middle = value / 2.0;
    // By their logarithms, because the first member alone can be too small for a number.
    let (mut member, mut sum) = (-middle, (-middle).exp());
    for index in 1..half {
        member += (middle / index as f64).ln();
        sum += member.exp();
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPAM: [&str; 6] = [
        "Win big at our casino https://win.example/a today",
        "Casino bonus for you, play now https://win.example/b",
        "Cheap pills and a casino bonus",
        "Play and win the bonus at https://win.example",
        "The best casino bonus, click now",
        "Cheap watches, click https://win.example/c now",
    ];
    const GOOD: [&str; 6] = [
        "A canvas to map the stakeholders of a public service",
        "Interview guide for workshops with citizens",
        "How to write the description of a public service",
        "Template for an agreement between a city and its citizens",
        "Checklist for accessible workshops with citizens",
        "Survey about a public service, with a guide",
    ];

    fn judge(spam: &[&'static str], good: &[&'static str]) -> Judge {
        let spam = spam.iter().map(|text| (true, *text));
        Judge::learn(spam.chain(good.iter().map(|text| (false, *text))))
    }

    #[test]
    fn what_shares_the_words_of_spam_is_suspicious_and_the_words_are_told() {
        let judge = judge(&SPAM, &GOOD);
        let found = judge.suspicion("Big casino BONUS, now at https://win.example/zzz?x").unwrap();
        assert!(found.words.contains(&"casino".to_owned()), "{found:?}");
        assert!(found.words.contains(&"win.example".to_owned()), "{found:?}");
        assert_eq!(judge.suspicion("A guide for workshops about a public service"), None);
        assert_eq!(judge.suspicion("Something that nobody has written before"), None);
        assert_eq!(judge.suspicion(""), None);
    }

    #[test]
    fn a_few_words_of_spam_in_a_good_text_are_no_suspicion() {
        let judge = judge(&SPAM, &GOOD);
        let text = "How a city wrote an accessible description of its public service about the casino, with citizens \
                    in workshops, a survey and an interview guide";
        assert_eq!(judge.suspicion(text), None);
    }

    #[test]
    fn with_few_examples_nothing_is_said() {
        let text = "Casino bonus https://win.example";
        assert_eq!(judge(&SPAM[..4], &GOOD).suspicion(text), None);
        assert_eq!(judge(&SPAM, &GOOD[..4]).suspicion(text), None);
        assert!(judge(&SPAM[..5], &GOOD[..5]).suspicion(text).is_some());
    }

    #[test]
    fn no_text_makes_it_panic_or_take_long() {
        let judge = judge(&SPAM, &GOOD);
        for text in
            ["casino ".repeat(100_000), "x".repeat(1_000_000), "://".repeat(100_000), "İ\u{0}☃".repeat(9)]
        {
            let _ = judge.suspicion(&text);
        }
        let many: Vec<String> = (0..2_000).map(|number| format!("casino{number}")).collect();
        let text = many.join(" ");
        let judge = Judge::learn(
            (0..20).map(|number| (number % 2 == 0, if number % 2 == 0 { &*text } else { "good" })),
        );
        assert!(judge.suspicion(&text).is_some());
    }

    #[test]
    fn chi_square_is_that_of_the_tables() {
        // 5 % lie beyond 5.991 with 2, 18.307 with 10, 124.342 with 100 degrees of freedom.
        for (value, half) in [(5.991, 1), (18.307, 5), (124.342, 50)] {
            assert!((chi_square_beyond(value, half) - 0.05).abs() < 1e-4);
        }
        assert!((together(std::iter::empty()) - 0.5).abs() < 1e-9);
    }
}
